"""The example of docs/quality.md, run on a real release: what the page prints is what comes out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner

from edu_pipeline import cli
from edu_pipeline.settings import CHECKOUT

PAGE = (CHECKOUT / "docs" / "quality.md").read_text(encoding="utf-8")
SAMPLE = re.findall(r"## An example\n\n```text\n(.*?)```", PAGE, re.S)
EXAMPLES = re.findall(r"```sql\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.S)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("quality")
    (folder / "sources").mkdir()
    (folder / "sources" / "linze.txt").write_text(SAMPLE[0], encoding="utf-8")
    arguments = ["run", "-q", "--sources", str(folder / "sources"), "--warehouse", str(folder / "warehouse")]
    assert CliRunner().invoke(cli.app, arguments).exit_code == 0
    with duckdb.connect(folder / "warehouse" / "current" / "education.duckdb", read_only=True) as connection:
        yield connection


def lines(rows: list[tuple[Any, ...]]) -> str:
    """Rows as the page prints them."""
    return "".join(
        " | ".join("" if v is None else f"{v:g}" if isinstance(v, float) else str(v) for v in row) + "\n"
        for row in rows
    )


def test_there_are_examples() -> None:
    assert len(SAMPLE) == 1 and len(EXAMPLES) == 5


@pytest.mark.parametrize(("query", "printed"), EXAMPLES, ids=[q.split("FROM ")[1].split()[0] + str(i) for i, (q, _) in enumerate(EXAMPLES)])  # fmt: skip
def test_an_example_prints_what_the_page_says(release: Any, query: str, printed: str) -> None:
    assert lines(release.execute(query).fetchall()) == printed


def test_every_path_that_the_page_names_is_there() -> None:
    for name in re.findall(r"`(edu_pipeline/[\w/.]+)`", PAGE) + [
        f"docs/{n}" for n in re.findall(r"\]\((\w+\.md)\)", PAGE)
    ]:
        assert Path(CHECKOUT, name).exists(), name
