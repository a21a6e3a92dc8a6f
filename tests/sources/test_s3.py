"""Fetching from an object store: a server on loopback that answers as one does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest

from edu_pipeline.sources.fetch import Manners, Validators
from edu_pipeline.sources.problems import FetchFailed, Refused
from edu_pipeline.sources.registry import Entry

pytest.importorskip("s3fs")
pytestmark = pytest.mark.slow
BODY = "东岭县2024年有小学47所。\n".encode()


@pytest.fixture
def store(site: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket with one object; what s3fs asks of it is a HEAD and a GET."""
    handler = type(
        site.RequestHandlerClass.__name__, (site.RequestHandlerClass,), {"do_HEAD": lambda self: self.do_GET()}
    )
    site.RequestHandlerClass = handler
    site.pages["/bucket/a.txt"] = lambda h: h.give(
        b"" if h.command == "HEAD" else BODY, ETag='"1"', Content_Length=str(len(BODY)), Content_Type="text/plain",
        Last_Modified="Sat, 02 Mar 2024 00:00:00 GMT",
    )  # fmt: skip
    monkeypatch.setenv("AWS_ENDPOINT_URL", site.url(""))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    return site


def entry(allow_private: bool = True, key: str = "a.txt") -> Entry:
    return Entry("address", f"s3://bucket/{key}", 1, allow_private=allow_private, anonymous=True)


def test_an_object_and_then_nothing_new(store: Any) -> None:
    from edu_pipeline.sources import s3

    into = io.BytesIO()
    answer = s3.get(entry(), into, None, Manners())
    assert into.getvalue() == BODY and answer.new and answer.validators.etag == '"1"'
    into = io.BytesIO()
    assert not s3.get(entry(), into, Validators('"1"'), Manners()).new and into.getvalue() == b""


def test_what_goes_wrong(store: Any) -> None:
    from edu_pipeline.sources import s3

    with pytest.raises(Refused, match="private or loopback"):
        s3.get(entry(allow_private=False), io.BytesIO(), None, Manners())
    with pytest.raises(FetchFailed, match="no such object"):
        s3.get(entry(key="b.txt"), io.BytesIO(), None, Manners(tries=1))
    with pytest.raises(FetchFailed, match="larger than the limit"):
        s3.get(entry(), io.BytesIO(), None, Manners(max_bytes=10))
    with pytest.raises(FetchFailed, match="took over"):
        store.pages["/bucket/a.txt"] = lambda h: __import__("time").sleep(3)
        s3.get(entry(), io.BytesIO(), None, Manners(total_seconds=0.5))
