"""Fetching from a real server on loopback: conditions, redirects, limits, tries, and whom a fetcher never asks."""

from __future__ import annotations

import gzip
import io
import shutil
import ssl
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.sources.fetch import Answer, Fetcher, Validators
from edu_pipeline.sources.problems import FetchFailed, Refused

TEXT = "东岭县2024年有小学47所。\n".encode()


def fetched(fetcher: Fetcher, url: str, known: Validators | None = None, **options: Any) -> tuple[Answer, bytes]:
    into = io.BytesIO()
    answer = fetcher.get(url, into, known, **options)
    return answer, into.getvalue()


def fails(fetcher: Fetcher, url: str, **options: Any) -> str:
    with pytest.raises(FetchFailed) as raised:
        fetcher.get(url, io.BytesIO(), **options)
    return raised.value.reason


def test_a_document_with_what_tells_its_version(site: Any, world: Any) -> None:
    site.pages["/a.txt"] = lambda h: h.give(
        TEXT, ETag='"1"', Last_Modified="Sat, 02 Mar 2024 00:00:00 GMT", Content_Type="text/html; charset=gbk"
    )
    answer, body = fetched(world.fetcher, site.url("/a.txt", "school.example"))
    assert body == TEXT and answer.new
    assert answer.validators == Validators('"1"', "Sat, 02 Mar 2024 00:00:00 GMT")
    assert answer.content_type == "text/html; charset=gbk"
    sent = site.requests["/a.txt"][0]
    assert sent["Host"] == f"school.example:{site.port}" and sent["User-Agent"].startswith("edu-pipeline/")
    assert not {"Cookie", "Authorization", "If-None-Match"} & set(sent)


def test_what_is_known_is_not_sent_again(site: Any, world: Any) -> None:
    def page(h: Any) -> None:
        if h.headers.get("If-None-Match") == '"1"' and h.headers.get("If-Modified-Since") == "yesterday":
            h.give(b"", 304)
        else:
            h.give(TEXT)

    site.pages["/a.txt"] = page
    url = site.url("/a.txt", "school.example")
    answer, body = fetched(world.fetcher, url, Validators('"1"', "yesterday"))
    assert (answer.new, answer.validators, body) == (False, Validators('"1"', "yesterday"), b"")
    assert fetched(world.fetcher, url, Validators('"0"'))[1] == TEXT
    site.pages["/a.txt"] = lambda h: h.give(b"", 304)
    assert "304" in fails(world.fetcher, url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects(site: Any, world: Any, status: int) -> None:
    site.pages["/old"] = lambda h: h.give(b"", status, Location="new%20place/?q=1#part")
    site.pages["/new%20place/?q=1"] = lambda h: h.give(b"", status, Location=f"//school.example:{site.port}/last")
    site.pages["/last"] = lambda h: h.give(TEXT)
    answer, body = fetched(world.fetcher, site.url("/old", "school.example"))
    assert body == TEXT and answer.final_address == site.url("/last", "school.example")
    assert world.asked == ["school.example"] * 3


def test_a_redirect_in_raw_bytes(site: Any, world: Any) -> None:
    def page(h: Any) -> None:
        h.wfile.write(
            b"HTTP/1.1 302 Found\r\nLocation: /" + "报告".encode("gbk") + b".txt\r\nContent-Length: 0\r\n\r\n"
        )

    site.pages["/a"] = page
    site.pages["/%B1%A8%B8%E6.txt"] = lambda h: h.give(TEXT)
    assert fetched(world.fetcher, site.url("/a", "school.example"))[1] == TEXT


def test_redirects_without_end(site: Any, world: Any) -> None:
    site.pages["/circle"] = lambda h: h.give(b"", 302, Location="/circle")
    assert "circle" in fails(world.fetcher, site.url("/circle", "school.example"))
    for n in range(9):
        site.pages[f"/{n}"] = lambda h, n=n: h.give(b"", 302, Location=f"/{n + 1}")
    assert "more than 5 times" in fails(world.fetcher, site.url("/0", "school.example"))
    assert len(site.requests["/5"]) == 1 and not site.requests["/6"]


# ------------------------------------------------------------------------------------------------ whom it never asks
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0.0.0.0", "localhost", "10.1.2.3", "172.16.0.1",
        "192.168.0.1", "100.64.0.1", "169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "198.18.0.1", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]",
        "[2001:db8::1]", "[fec0::1]",
    ],
)  # fmt: skip
def test_addresses_of_this_network_are_refused(site: Any, world: Any, host: str) -> None:
    site.pages["/"] = lambda h: h.give(b"secret")
    with pytest.raises(Refused):
        world.fetcher.get(site.url("/", host), io.BytesIO())
    assert world.connected == [] and not site.requests["/"]


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["1.2.3.4", "127.0.0.1"], ["::ffff:10.0.0.1"], ["fe80::1%eth0"]])
def test_names_that_lead_to_this_network_are_refused(site: Any, world: Any, answers: list[str]) -> None:
    world.names["rebind.example"] = answers
    reason = fails(world.fetcher, site.url("/", "rebind.example"))
    assert "rebind.example" in reason and world.connected == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "inner.example", "169.254.169.254", "[::ffff:127.0.0.1]"])
def test_redirects_to_this_network_are_refused(site: Any, world: Any, host: str) -> None:
    world.names["inner.example"] = ["192.168.1.1"]
    site.pages["/a"] = lambda h: h.give(b"", 302, Location=site.url("/secret", host))
    site.pages["/secret"] = lambda h: h.give(b"secret")
    assert "the server sent on to" in fails(world.fetcher, site.url("/a", "school.example"))
    assert world.connected == ["1.2.3.4"] and not site.requests["/secret"]


def test_a_name_is_resolved_once_and_that_answer_is_connected_to(site: Any, world: Any) -> None:
    """The second answer would lead inside: there is no second question."""
    answers = [["1.2.3.4"], ["127.0.0.1"]]
    world.fetcher._resolve = lambda host, port: answers.pop(0)
    site.pages["/a.txt"] = lambda h: h.give(TEXT)
    assert fetched(world.fetcher, site.url("/a.txt", "rebind.example"))[1] == TEXT
    assert world.connected == ["1.2.3.4"] and answers == [["127.0.0.1"]]


def test_the_registry_may_allow_this_network(site: Any, world: Any) -> None:
    site.pages["/a.txt"] = lambda h: h.give(TEXT)
    for host in ("127.0.0.1", "localhost"):
        assert fetched(world.fetcher, site.url("/a.txt", host), allow_private=True)[1] == TEXT
    site.pages["/b"] = lambda h: h.give(b"", 302, Location="/a.txt")
    assert fetched(world.fetcher, site.url("/b"), allow_private=True)[1] == TEXT
    # but nobody named what a cloud tells about a machine
    site.pages["/c"] = lambda h: h.give(b"", 302, Location="http://169.254.169.254/latest/meta-data/")
    assert "169.254.169.254" in fails(world.fetcher, site.url("/c"), allow_private=True)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only http"), ("ftp://a.example/b", "only http"), ("/etc/passwd", "only http"),
        ("gopher://a.example/", "only http"), ("http://user:pass@a.example/", "name or password"),
        ("http://a.example\\@127.0.0.1/", "backslashes"), ("http://a.example/a b", "blanks"),
        ("http://a.example/\r\nX: y", "control"), ("http:///a", "no host"), ("http://[fe80::1%25eth0]/", "interface"),
        ("http://a.example:99999/", "understood"), ("http://" + "a" * 3000, "longer"), ("data:text/plain,1", "only http"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(world: Any, url: str, why: str) -> None:
    assert why in fails(world.fetcher, url) and world.asked == []


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "s3://bucket/key", "http://u:p@school.example/", "ftp://x/"]
)
def test_redirects_to_what_is_not_fetched(site: Any, world: Any, location: str) -> None:
    site.pages["/a"] = lambda h: h.give(b"", 302, Location=location)
    with pytest.raises(Refused):
        world.fetcher.get(site.url("/a", "school.example"), io.BytesIO())


def test_a_proxy_of_the_environment_is_not_used(site: Any, world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/a.txt"] = lambda h: h.give(TEXT)
    assert fetched(world.fetcher, site.url("/a.txt", "school.example"))[1] == TEXT


# ------------------------------------------------------------------------------------------------ limits
def test_a_silent_server(site: Any, world_with: Any) -> None:
    world = world_with(tries=1, read_seconds=0.5)
    site.pages["/a"] = lambda h: time.sleep(2)
    assert "silent for 0.5 seconds" in fails(world.fetcher, site.url("/a", "school.example"))


@pytest.mark.parametrize("where", ["body", "headers", "status"])
def test_a_trickle_is_cut_at_the_end_of_its_time(site: Any, world_with: Any, where: str) -> None:
    def page(h: Any) -> None:
        start = {
            "body": b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
            "headers": b"HTTP/1.1 200 OK\r\nX-Long: ",
            "status": b"HTTP/1.1 200 ",
        }[where]
        h.wfile.write(start)
        for _ in range(50):
            h.wfile.write(b"x")
            time.sleep(0.1)

    site.pages["/a"] = page
    world = world_with(tries=1, total_seconds=1)
    assert "took over 1 seconds" in fails(world.fetcher, site.url("/a", "school.example"))


def test_a_host_that_does_not_answer(world_with: Any) -> None:
    world = world_with(tries=2)

    def refuse(address: str, port: int, seconds: float) -> Any:
        raise TimeoutError("timed out")

    world.fetcher._connect = refuse
    assert "does not answer" in fails(world.fetcher, "http://school.example/")
    assert world.slept == [1.0]


def test_the_next_address_of_a_name_is_tried(site: Any, world: Any) -> None:
    world.names["school.example"] = ["5.6.7.8", "1.2.3.4"]
    connect = world.fetcher._connect

    def first_is_down(address: str, port: int, seconds: float) -> Any:
        if address == "5.6.7.8":
            raise ConnectionRefusedError
        return connect(address, port, seconds)

    world.fetcher._connect = first_is_down
    site.pages["/a.txt"] = lambda h: h.give(TEXT)
    assert fetched(world.fetcher, site.url("/a.txt", "school.example"))[1] == TEXT


def test_a_resolver_that_hangs(world_with: Any) -> None:
    world = world_with(tries=1, connect_seconds=0.2)
    world.fetcher._resolve = lambda host, port: time.sleep(2) or []
    assert "not resolved in time" in fails(world.fetcher, "http://school.example/")


def test_a_name_that_is_not_there(world: Any) -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError("in the system's own words")

    world.fetcher._resolve = nobody
    assert fails(world.fetcher, "http://nobody.invalid/") == "the name nobody.invalid cannot be resolved"
    assert len(world.slept) == 2


def test_large_documents_are_not_read_to_the_end(site: Any, world_with: Any) -> None:
    sent = 0

    def endless(h: Any) -> None:
        nonlocal sent
        h.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(10_000):
            h.wfile.write(b"x" * 65_536)
            sent += 65_536

    world, bomb = world_with(max_bytes=1_000_000), gzip.compress(bytes(50_000_000), 1)
    site.pages["/promised"] = lambda h: h.give(b"x", Content_Length="1000001")
    site.pages["/endless"] = endless
    site.pages["/bomb"] = lambda h: h.give(bomb, Content_Encoding="gzip")
    for path in ("/promised", "/endless", "/bomb"):
        assert "larger than the limit of 1,000,000 bytes" in fails(world.fetcher, site.url(path, "school.example"))
        assert len(site.requests[path]) <= 2  # a second time only where a busy machine broke the line
    assert sent < 20_000_000
    site.pages["/fits"] = lambda h: h.give(b"x" * 1_000_000)
    assert len(fetched(world.fetcher, site.url("/fits", "school.example"))[1]) == 1_000_000


def test_wrong_lengths(site: Any, world_with: Any) -> None:
    world = world_with(tries=1)
    site.pages["/short"] = lambda h: h.give(TEXT, Content_Length="9999")
    assert "less than it promised" in fails(world.fetcher, site.url("/short", "school.example"))
    site.pages["/long"] = lambda h: h.give(TEXT, Content_Length="5")
    assert fetched(world.fetcher, site.url("/long", "school.example"))[1] == TEXT[:5]  # what HTTP says it is
    site.pages["/none"] = lambda h: h.give(b"")
    assert "0 bytes" in fails(world.fetcher, site.url("/none", "school.example"))
    site.pages["/odd"] = lambda h: h.give(TEXT, Content_Length="many")
    assert fetched(world.fetcher, site.url("/odd", "school.example"))[1] == TEXT

    def chunks(h: Any, last: bytes) -> None:
        h.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n" + last)

    site.pages["/chunked"] = lambda h: chunks(h, b"0\r\n\r\n")
    assert fetched(world.fetcher, site.url("/chunked", "school.example"))[1] == b"abcde"
    for last in (b"", b"zz\r\n", b"ffffffffff\r\nabc"):
        site.pages["/cut"] = lambda h, last=last: chunks(h, last)
        assert fails(world.fetcher, site.url("/cut", "school.example"))


@pytest.mark.parametrize("said", [b"", b"hello\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x00" * 99, b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200])  # fmt: skip
def test_answers_that_are_no_http(site: Any, world_with: Any, said: bytes) -> None:
    site.pages["/a"] = lambda h: h.wfile.write(said)
    assert fails(world_with(tries=1).fetcher, site.url("/a", "school.example"))


def test_packed_answers_are_unpacked(site: Any, world_with: Any) -> None:
    world = world_with(tries=1)
    site.pages["/a.txt"] = lambda h: h.give(gzip.compress(TEXT), Content_Encoding="gzip")
    assert fetched(world.fetcher, site.url("/a.txt", "school.example"))[1] == TEXT
    site.pages["/a.txt"] = lambda h: h.give(TEXT, Content_Encoding="gzip")
    assert "cannot be unpacked" in fails(world.fetcher, site.url("/a.txt", "school.example"))


# ------------------------------------------------------------------------------------------------ tries and pauses
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(site: Any, world: Any, status: int) -> None:
    site.pages["/a.txt"] = lambda h: h.give(TEXT) if len(site.requests["/a.txt"]) == 3 else h.give(b"no", status)
    assert fetched(world.fetcher, site.url("/a.txt", "school.example"))[1] == TEXT
    assert world.slept == [1.0, 2.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 206, 204, 999])
def test_what_will_not_pass_is_not(site: Any, world: Any, status: int) -> None:
    site.pages["/a.txt"] = lambda h: h.give(b"" if status == 204 else b"no", status)
    assert str(status) in fails(world.fetcher, site.url("/a.txt", "school.example"))
    assert len(site.requests["/a.txt"]) == 1 and world.slept == []


def test_the_server_says_how_long_to_wait(site: Any, world: Any) -> None:
    site.pages["/a.txt"] = lambda h: (
        h.give(TEXT) if len(site.requests["/a.txt"]) == 2 else h.give(b"", 503, Retry_After="7")
    )
    fetched(world.fetcher, site.url("/a.txt", "school.example"))
    assert world.slept == [7.0]
    site.pages["/b.txt"] = lambda h: h.give(b"", 429, Retry_After="86400")
    assert "429" in fails(world.fetcher, site.url("/b.txt", "school.example"))
    assert len(site.requests["/b.txt"]) == 1


def test_tries_end(site: Any, world: Any) -> None:
    site.pages["/a.txt"] = lambda h: h.give(b"", 500)
    assert "500 (Internal Server Error)" in fails(world.fetcher, site.url("/a.txt", "school.example"))
    assert len(site.requests["/a.txt"]) == 3


def test_a_half_answer_is_forgotten_by_the_next_try(site: Any, world: Any) -> None:
    def page(h: Any) -> None:
        first = len(site.requests["/a.txt"]) == 1
        h.give(b"rubbish that is longer" if first else TEXT, Content_Length="9999" if first else str(len(TEXT)))

    site.pages["/a.txt"] = page
    assert fetched(world.fetcher, site.url("/a.txt", "school.example"))[1] == TEXT


def test_a_pause_between_requests_to_one_host(site: Any, world_with: Any) -> None:
    world = world_with(pause_seconds=300)
    site.pages["/a.txt"] = lambda h: h.give(TEXT)
    for _ in range(3):
        fetched(world.fetcher, site.url("/a.txt"), allow_private=True)
    fetched(world.fetcher, site.url("/a.txt", "localhost"), allow_private=True)
    first, second = world.slept
    assert 100 < first <= 300 < second <= 600  # nobody slept, so that the second pause is still to come


# ------------------------------------------------------------------------------------------------ TLS
@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here to make a certificate")
    path = tmp_path / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem", "-days", "2",
               "-subj", "/CN=school.example", "-addext", "subjectAltName=DNS:school.example"]  # fmt: skip
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    path.write_text((tmp_path / "k.pem").read_text() + (tmp_path / "c.pem").read_text())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "c.pem"))
    return path


def test_tls_asks_for_the_name_though_the_checked_address_is_connected_to(
    site: Any, world_with: Any, certificate: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    named: list[str | None] = []
    context.sni_callback = lambda sock, name, ctx: named.append(name)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    site.pages["/a.txt"] = lambda h: h.give(TEXT)
    world = world_with(tries=1)
    world.names["other.example"] = ["1.2.3.4"]
    assert fetched(world.fetcher, f"https://school.example:{site.port}/a.txt")[1] == TEXT
    assert named == ["school.example"] and world.connected == ["1.2.3.4"]
    assert "certificate" in fails(world.fetcher, f"https://other.example:{site.port}/a.txt")


def test_tls_that_stalls_is_cut(world_with: Any) -> None:
    import socket

    silent = socket.create_server(("127.0.0.1", 0))
    held: list[Any] = []
    threading.Thread(target=lambda: held.append(silent.accept()), daemon=True).start()
    world = world_with(tries=1, total_seconds=0.5, connect_seconds=5, read_seconds=5)
    assert "took over 0.5 seconds" in fails(world.fetcher, f"https://school.example:{silent.getsockname()[1]}/")
    silent.close()
