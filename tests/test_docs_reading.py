"""The examples of docs/reading.md, run on a real release; and the package's front door."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import edu_pipeline
from edu_pipeline import cli
from edu_pipeline.schema import SCHEMA_VERSION
from edu_pipeline.settings import CHECKOUT
from edu_pipeline.tables import PUBLISHED

PAGE = (CHECKOUT / "docs" / "reading.md").read_text(encoding="utf-8")
EXAMPLES = [
    (section.splitlines()[0], code)
    for section in PAGE.split("\n## ")[1:]
    for code in re.findall(r"```python\n(.*?)```", section, re.S)
]
SHELL = re.findall(r"```sh\n(.*?)```", PAGE, re.S)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data/warehouse in it."""
    folder = tmp_path_factory.mktemp("reading")
    (folder / "sources").mkdir()
    sample = CHECKOUT / "data" / "sources" / "reviews-compilation.txt"
    shutil.copy(sample, folder / "sources")
    arguments = ["run", "-q", "--sources", str(folder / "sources"), "--warehouse", str(folder / "data" / "warehouse")]
    assert CliRunner().invoke(cli.app, arguments).exit_code == 0
    return folder


def test_there_is_an_example_for_each_way() -> None:
    assert [title for title, _ in EXAMPLES] == ["Python: open_release", "DuckDB, Python", "pandas", "polars", "Arrow"]
    assert len(SHELL) == 1


@pytest.mark.parametrize(("title", "code"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_python_examples_give_rows(desk: Path, title: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    names: dict[str, object] = {}
    exec(code, names)
    results = {
        "Python: open_release": ("facts", "rates"),
        "DuckDB, Python": ("doubtful",),
        "pandas": ("table",),
        "polars": ("by_place",),
        "Arrow": ("numbers", "meanings"),
    }[title]
    for name in results:
        assert len(names[name]) > 0, name  # type: ignore[arg-type]


def test_the_command_line_example(desk: Path) -> None:
    (command,) = SHELL
    if shutil.which("duckdb") is None:
        # the program is not on every machine: the same file and query, through Python
        path, query = re.search(r'-readonly "(.+?)" "(.+?)"', command).groups()  # type: ignore[union-attr]
        script = f"import duckdb, os; print(duckdb.connect(os.path.realpath('data/warehouse/current') + '/education.duckdb', read_only=True).execute({query!r}).fetchall())"
        assert path.endswith("/education.duckdb")
        done = subprocess.run([sys.executable, "-c", script], cwd=desk, capture_output=True, text=True, timeout=240)
    else:
        done = subprocess.run(command, shell=True, cwd=desk, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert "通辽市" in done.stdout


def test_a_release_is_opened_once(desk: Path) -> None:
    release = edu_pipeline.open_release(desk / "data" / "warehouse")
    assert set(release.names) == {table.name for table in PUBLISHED}
    assert release.path == (desk / "data" / "warehouse" / "current").resolve()
    assert release.schema_version == SCHEMA_VERSION


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, edu_pipeline; sys.exit(any(m in sys.modules for m in ('duckdb', 'pyarrow', 'dagster', 'pydantic')))"
    assert subprocess.run([sys.executable, "-c", code], timeout=240).returncode == 0
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = edu_pipeline.nothing  # type: ignore[attr-defined]


def test_the_schema_has_a_changelog_of_its_version() -> None:
    assert f"| {SCHEMA_VERSION} |" in (CHECKOUT / "docs" / "schema-changes.md").read_text(encoding="utf-8")
