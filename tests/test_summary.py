"""What is printed at the end of a run: lines that a shell takes as they are."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from edu_pipeline.summary import how_to_open


@pytest.mark.parametrize("name", ["warehouse", "ware house", "it's", 'a"b', "$HOME", "a\\b", "数据 仓"])
def test_the_commands_to_open_a_release_are_quoted(name: str) -> None:
    database = str(Path("/tmp", name) / "current" / "education.duckdb")
    first, second = (shlex.split(line) for line in how_to_open(Path("/tmp", name)))
    assert first == ["duckdb", "-readonly", database, "FROM facts LIMIT 10"]
    assert second[:2] == ["python", "-c"] and len(second) == 3
    assert f"connect({database!r}, read_only=True)" in second[2]
    compile(second[2], "printed", "exec")
