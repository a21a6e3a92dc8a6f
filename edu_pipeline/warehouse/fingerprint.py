"""One word for an input: whatever can change a table changes it, and nothing else does.

What belongs here: what the tables depend on.  What does not: where results are kept under it (staging).
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.sources import SourceFile

PACKAGE = Path(__file__).resolve().parents[1]
CODE_FOLDERS = ("reading", "language", "indicators", "quality", "warehouse")
CODE_FILES = (
    "code_tables.py",
    "extract.py",
    "identity.py",
    "one_document.py",
    "publishable.py",
    "schema.py",
    "tables.py",
)
READING_FOLDERS = ("reading", "language", "indicators")
FIT_TO_PUBLISH = (
    "quality/contract_rules.py",
    "quality/finding_rows.py",
    "warehouse/rules_keys.py",
    "warehouse/rules_spans.py",
)
"""What else decides whether a document's rows may be published (edu_pipeline.publishable)."""
LIBRARIES = ("duckdb", "pandas", "pandera", "pyarrow")
PARSERS = ("lxml", "openpyxl", "pyahocorasick", "pypdfium2", "pyyaml", "trafilatura")
OPTIONAL = ("onnxruntime", "opencv-python-headless", "pillow", "rapidocr")


def fingerprint(files: Sequence[SourceFile], settings: Mapping[str, object]) -> str:
    """16 hex digits of what the tables depend on: files, settings, code, reference data, versions.

    The order of the files does not matter.  Raises WarehouseError when a setting cannot be written as JSON.
    """
    return digest(describe(files, settings))


def describe(files: Sequence[SourceFile], settings: Mapping[str, object]) -> dict[str, Any]:
    """What `fingerprint` is made from, as staging keeps it in input.json."""
    rows = [
        {
            "source": f.source,
            "sha256": f.sha256,
            "byte_size": f.byte_size,
            "error": f.error,
            "known": dict(f.known),
            "notice": f.notice,
        }
        for f in files
    ]
    return {
        "sources": sorted(rows, key=lambda row: str(row["source"])),
        "settings": dict(settings),
        "code": code_hash(),
        "versions": versions(),
    }


def digest(description: Mapping[str, Any]) -> str:
    """The fingerprint of a description, as made by `describe` or read from input.json."""
    parts = {name: description.get(name) for name in ("sources", "settings", "code", "versions")}
    try:
        text = json.dumps(parts, sort_keys=True, ensure_ascii=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise WarehouseError(
            f"A setting cannot be written as JSON ({error}): give plain strings, numbers or booleans."
        ) from error
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def versions() -> dict[str, str]:
    """The versions of the libraries that documents and tables pass through."""
    found = {name: importlib.metadata.version(name) for name in (*LIBRARIES, *PARSERS)}
    for name in OPTIONAL:
        with suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


@functools.cache
def code_hash() -> str:
    """16 hex digits of the code and reference data that make tables.  Read once: a process runs what it began with."""
    return tree_hash(PACKAGE)


@functools.cache
def program() -> str:
    """What made a result, as part of the key under which it is kept: code, reference data and libraries."""
    return made_by({"code": code_hash(), "versions": versions()})


def made_by(description: Mapping[str, Any]) -> str:
    """`program` as a description names it."""
    return json.dumps([description.get("code"), description.get("versions")], sort_keys=True)


def tree_hash(package: Path) -> str:
    """The same of any copy of the package: relative names and contents, by name."""
    return _hash_of(package, CODE_FOLDERS)


@functools.cache
def reading_hash() -> str:
    """The same of what one document's rows depend on: reading, language, indicators, reference data, extract, and the rules
    that set a document aside."""
    return _hash_of(PACKAGE, READING_FOLDERS, FIT_TO_PUBLISH)


@functools.cache
def writing_hash() -> str:
    """The same of how tables become bytes."""
    return _hash_of(PACKAGE, ("warehouse",))


def _hash_of(package: Path, folders: Sequence[str], files: Sequence[str] = ()) -> str:
    total = hashlib.sha256()
    for path in sorted(_code(package, folders, files), key=lambda path: path.relative_to(package).as_posix()):
        content = path.read_bytes()
        total.update(f"{path.relative_to(package).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()[:16]


def _code(package: Path, folders: Sequence[str], files: Sequence[str]) -> Iterator[Path]:
    for folder in folders:
        yield from _visible(package, (package / folder).rglob("*.py"))
    yield from _visible(package, (package / name for name in (*CODE_FILES, *files)))
    yield from _visible(package, (package / "reference").rglob("*"))


def _visible(package: Path, paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        parts = path.relative_to(package).parts
        if path.is_file() and not any(part.startswith(".") or part == "__pycache__" for part in parts):
            yield path
