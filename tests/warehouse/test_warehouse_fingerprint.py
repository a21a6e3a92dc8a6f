"""The fingerprint changes with whatever can change a table, and with nothing else."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from edu_pipeline.warehouse import fingerprint as module
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.fingerprint import code_hash, fingerprint, tree_hash
from edu_pipeline.warehouse.sources import SourceFile

FILES = [SourceFile(f"{name}.txt", Path(name), name * 64, 1) for name in "abcd"]


def test_order_and_place_do_not_matter() -> None:
    expected = fingerprint(FILES, {"a": 1, "b": [2]})
    shuffled = [SourceFile(f.source, Path("/elsewhere") / f.path, f.sha256, f.byte_size) for f in FILES]
    random.Random(1).shuffle(shuffled)
    assert fingerprint(shuffled, {"b": [2], "a": 1}) == expected
    assert len(expected) == 16


@pytest.mark.parametrize(
    "files",
    [
        FILES[:3],
        [*FILES[:3], SourceFile("d.txt", Path("d"), "e" * 64, 1)],
        [*FILES[:3], SourceFile("e.txt", Path("d"), "d" * 64, 1)],
        [*FILES[:3], SourceFile("d.txt", Path("d"), None, 0, "gone")],
    ],
)
def test_files_matter(files: list[SourceFile]) -> None:
    assert fingerprint(files, {}) != fingerprint(FILES, {})


def test_settings_code_and_versions_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(FILES, {})
    assert fingerprint(FILES, {"limit": 1}) != before
    with monkeypatch.context() as patch:
        patch.setattr(module, "code_hash", lambda: "0" * 16)
        assert fingerprint(FILES, {}) != before
    with monkeypatch.context() as patch:
        patch.setattr(module, "versions", lambda: {"duckdb": "0"})
        assert fingerprint(FILES, {}) != before
    assert fingerprint(FILES, {}) == before


def test_a_setting_that_is_not_json() -> None:
    with pytest.raises(WarehouseError, match="setting"):
        fingerprint(FILES, {"when": object()})


def test_which_code_matters(tmp_path: Path) -> None:
    package = tmp_path / "edu_pipeline"
    shutil.copytree(module.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    before = tree_hash(package)
    for name in ("cli.py", "notes.md", "reading/notes.md", "warehouse/__pycache__/x.py", "reference/.hidden"):
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text("changed")
    assert tree_hash(package) == before
    seen = {before}
    for name in (
        "reading/new.py",
        "quality/deep/new.py",
        "code_tables.py",
        "tables.py",
        "identity.py",
        "reference/new.yaml",
    ):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("changed")
        seen.add(tree_hash(package))
    assert len(seen) == 7


def test_code_hash_is_of_this_package() -> None:
    assert code_hash.__wrapped__() == tree_hash(module.PACKAGE)
