"""The command that says why a number was read as it was."""

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from edu_pipeline import cli
from edu_pipeline.explain import NothingThereError, explain, split_target
from edu_pipeline.settings import CHECKOUT

TEXT = "丰城县教育局工作总结\n(2024年3月1日)\n2023年,全县学前三年毛入园率达96.5%,新建幼儿园4所。\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(target: str, folders: Sequence[Path] = ()) -> str:
    console = Console(file=io.StringIO(), width=200)
    explain(target, console, folders)
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


def test_a_source_as_the_tables_name_it(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    inner = io.BytesIO()
    for file, members in ((inner, {"deep.txt": TEXT}), (folder / "a.zip", {"d/b.txt": TEXT, "inner.zip": inner})):
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content if isinstance(content, str) else content.getvalue())
    at = TEXT.index("96.5")
    for source in ("report.txt", "inbox/report.txt", "a.zip/d/b.txt", "inbox/a.zip/inner.zip/deep.txt"):
        assert "gross_enrolment_ratio" in said(f"{source}:{at}", [folder])
    assert "gross_enrolment_ratio" in said(f"{folder}/a.zip/d/b.txt:{at}")
    with pytest.raises(ValueError, match="holds no document of the name c.txt"):
        said("a.zip/c.txt", [folder])
    with pytest.raises(FileNotFoundError):
        said("nowhere.txt", [folder])


def test_the_example_of_the_help_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    helped = CliRunner().invoke(cli.app, ["explain", "--help"]).output
    example = re.search(r"edu-pipeline explain (\S+:\d+)", helped)
    assert example is not None
    result = CliRunner().invoke(cli.app, ["explain", example[1]])
    assert result.exit_code == 0 and "statistic" in result.output


def test_a_wrong_offset_makes_no_picture(document: Path) -> None:
    result = CliRunner().invoke(cli.app, ["explain", f"{document}:abc"])
    assert result.exit_code == 2 and f"{document}:abc: No such file" in result.stderr


def test_a_name_with_a_colon(tmp_path: Path) -> None:
    odd = tmp_path / "a:12"
    odd.write_text("x", encoding="utf-8")
    assert split_target(str(odd)) == (odd, None)
    assert split_target("a.txt:12") == (Path("a.txt"), 12)
