"""The command that says why a number was read as it was."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from edu_pipeline.explain import NothingThereError, explain, split_target

TEXT = "丰城县教育局工作总结\n(2024年3月1日)\n2023年,全县学前三年毛入园率达96.5%,新建幼儿园4所。\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(target: str) -> str:
    console = Console(file=io.StringIO(), width=200)
    explain(target, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_a_whole_document(document: Path) -> None:
    words = said(str(document))
    assert "gross_enrolment_ratio" in words
    assert "schools_built" in words
    assert "period" in words


def test_one_number(document: Path) -> None:
    words = said(f"{document}:{TEXT.index('96.5')}")
    assert "gross_enrolment_ratio" in words
    assert "alias" in words
    assert "schools_built" not in words


def test_no_number_there(document: Path) -> None:
    with pytest.raises(NothingThereError, match="nearest"):
        said(f"{document}:0")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(ValueError, match="empty"):
        said(str(empty))


def test_a_name_with_a_colon(tmp_path: Path) -> None:
    odd = tmp_path / "a:12"
    odd.write_text("x", encoding="utf-8")
    assert split_target(str(odd)) == (odd, None)
    assert split_target("a.txt:12") == (Path("a.txt"), 12)
