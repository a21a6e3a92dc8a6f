"""Staged tables, under the fingerprint of their input.

What belongs here: where staged tables lie, what they were made from, and making them of pieces.  What does not: how a table
becomes bytes (parquet, row_groups), what is published (release).

    <warehouse>/staging/<fingerprint>/input.json         what the fingerprint was made from
    <warehouse>/staging/<fingerprint>/<table>.parquet
    <warehouse>/staging/<fingerprint>/<table>.pieces     which pieces it was made of (pieces)
    <warehouse>/staging/<fingerprint>/<table>.digest     SHA-256 of the file, and of what its pieces say; written last
    <warehouse>/staging/<fingerprint>/seen/<what>.json   what came of looking at tables of such digests

All under a fingerprint follows from the input, so what is there and intact need not be made or looked at again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa

from edu_pipeline.warehouse import parquet
from edu_pipeline.warehouse.cache import FOLDER as CACHE
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import explained, replacing, stamp, write_text
from edu_pipeline.warehouse.fingerprint import describe, digest, made_by, program
from edu_pipeline.warehouse.merging import Merger, one_ahead
from edu_pipeline.warehouse.pieces import JOINED, Entry, Piece, from_list, listed
from edu_pipeline.warehouse.row_groups import Joiner
from edu_pipeline.warehouse.sorting import sorting
from edu_pipeline.warehouse.sources import SourceFile, hash_file

FOLDER = "staging"
SEEN = "seen"
PIECES = ".pieces"


class StagingError(WarehouseError):
    """A staged table is not there, or cannot be read."""


def beside(path: Path) -> Staging | None:
    """The staging that a file lies in, when it lies in one."""
    folder = path.parent
    return Staging(folder.parent.parent, folder.name) if folder.parent.name == FOLDER else None


def file_hash(path: Path) -> str:
    """SHA-256 of a staged file; in this process a file that was not touched is read once."""
    return _hash_of(path, *stamp(path))


@lru_cache(maxsize=32)
def _pieces(path: Path, *stamp: int) -> list[Piece]:
    return from_list(json.loads(path.read_bytes()))


@lru_cache(maxsize=256)
def _hash_of(path: Path, *stamp: int) -> str:
    return hash_file(path)[0]


@dataclass(frozen=True)
class Staged:
    """A staged table, to be read when and as far as it is needed."""

    name: str
    path: Path

    @property
    def num_rows(self) -> int:
        return int(parquet.footer(self.path).num_rows)

    @property
    def digest(self) -> str:
        """SHA-256 of the file, as it is now."""
        return file_hash(self.path)

    def read(self) -> pa.Table:
        """All of it.  Raises WarehouseError."""
        return parquet.read(self.path)

    def pieces(self) -> list[Piece]:
        """What it was made of, part by part; nothing when it was staged in another way.  Raises StagingError when that
        cannot be read."""
        path = self.path.with_suffix(PIECES)
        try:
            return _pieces(path, *stamp(path)) if path.exists() else []
        except (OSError, ValueError, TypeError) as error:
            raise StagingError(f"{path} cannot be read ({error}): materialise {self.name} again.") from error

    def groups(self) -> list[int]:
        """The row group of each part, of a table of JOINED; a part without rows has none, and the number of the next."""
        return list(accumulate((piece.rows > 0 for piece in self.pieces()), initial=0))

    def row_groups(self, numbers: Sequence[int]) -> pa.Table:
        """Some of its row groups.  Raises WarehouseError."""
        return parquet.row_groups(self.path, numbers)

    def first(self, rows: int) -> pa.Table:
        """Its first rows.  Raises WarehouseError."""
        return parquet.first(self.path, rows)

    def batches(self, rows: int = parquet.ROWS, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """Its rows as they lie, up to `rows` at a time.  Raises WarehouseError."""
        return parquet.batches(self.path, rows, columns)


class Pieced:
    """A staged table that is being made of pieces: those of JOINED tables one after the other, those of others sorted."""

    def __init__(self, name: str, path: Path, stack: ExitStack, cache: Cache, earlier: Staged | None) -> None:
        self.name, self.pieces = name, list[Piece]()
        self._path = path
        self._joiner: Joiner | None = None
        self._merger: Merger | None = None
        if name in JOINED:
            self._joiner = Joiner(name, stack.enter_context(path.open("wb")))
        else:
            sorter = stack.enter_context(sorting(name, path.with_name(f".{name}.sorted")))
            self._merger = Merger(name, sorter, cache, earlier)

    def add(self, entry: Entry) -> None:
        """The piece that an entry has of this table, which is that of the next part.  Raises ValueError."""
        if self._joiner is not None:
            self._joiner.add(entry.bytes(self.name))  # what the entry notes may be noted anew
        elif self._merger is not None:
            self._merger.add(entry)
        self.pieces.append(entry.pieces[self.name])

    def close(self) -> None:
        if self._joiner is not None:
            self._joiner.close()
        elif self._merger is not None:
            with parquet.writing(self.name, self._path, durable=False) as writer:
                for rows in one_ahead(self._merger.parts()):
                    writer.write(rows)


@lru_cache(maxsize=4)
def _parsed(path: Path, *stamp: int) -> Any:
    """A JSON file that is replaced and never changed; every step of a run asks for it, and for those of inputs that were
    not published, and it is long."""
    return json.loads(path.read_bytes())


class Staging:
    """The staged tables of one input."""

    def __init__(self, warehouse: Path, fingerprint: str) -> None:
        self.warehouse = Path(warehouse)
        self.fingerprint = fingerprint
        self.folder = self.warehouse / FOLDER / fingerprint

    def begin(self, settings: Mapping[str, object], files: Sequence[SourceFile]) -> None:
        """Make the folder and write down the input, for `rules.verify` to hold the tables against.

        Raises WarehouseError when this is not the input of that fingerprint, or it cannot be written.
        """
        description = describe(files, settings)
        if digest(description) != self.fingerprint:
            raise StagingError(
                f"The input changed: it was {self.fingerprint} and is {digest(description)} now. Run again, so that "
                "all tables are made from the same files, settings and code."
            )
        with explained(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        content = {"fingerprint": self.fingerprint, **description}
        write_text(self.folder / "input.json", json.dumps(content, ensure_ascii=True, sort_keys=True) + "\n")

    def input(self) -> dict[str, Any] | None:
        """What was written by `begin`, which is not to be changed; null when there is none, or it cannot be read."""
        path = self.folder / "input.json"
        try:
            content = _parsed(path, *stamp(path))
        except (OSError, ValueError):
            return None
        return content if isinstance(content, dict) else None

    def of_this_program(self) -> bool:
        """Whether its input was written down by this code with these libraries."""
        return made_by(self.input() or {}) == program()

    def path(self, name: str) -> Path:
        """Where table `name` lies or will lie."""
        return self.folder / f"{name}.parquet"

    def exists(self, name: str) -> bool:
        return self.path(name).is_file()

    def write(self, name: str, table: pa.Table) -> Path:
        """Stage a table: cast to its schema, in its order, whole or not at all.

        Raises parquet.SchemaMismatch when it is not of that schema, WarehouseError when it cannot be written.
        """
        with self.writing(name) as writer:
            writer.write(table)
        return self.path(name)

    @contextmanager
    def writing(self, name: str) -> Iterator[parquet.Writer]:
        """Stage a table part by part, in its order; it is there, whole, when the body is through.

        Raises what `write` raises.
        """
        path = self.path(name)
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with parquet.writing(name, path, durable=False) as writer:
            yield writer
        with explained(path):
            path.with_suffix(PIECES).unlink(missing_ok=True)
        self._finish(name, None)

    @contextmanager
    def in_pieces(self, name: str) -> Iterator[Pieced]:
        """The same of a table that is made of pieces."""
        path = self.path(name)
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, durable=False) as temporary, ExitStack() as stack:
            cache = Cache(self.warehouse / CACHE, self.fingerprint, marks=False)
            pieced = Pieced(name, temporary, stack, cache, None if name in JOINED else self._earlier(name))
            yield pieced
            pieced.close()
        self._finish(name, pieced.pieces)

    def _earlier(self, name: str) -> Staged | None:
        """The same table of another input, as this program staged it."""
        others = (other for other in self._inputs() if other.fingerprint != self.fingerprint)
        return next((other.staged(name) for other in others if other._as_staged(name)), None)

    def holding(self, name: str, path: Path) -> Staged | None:
        """The table, of this or another input, whose file is `path` under another name, as this program staged it of
        pieces that are known.  Raises OSError."""
        for one in self._inputs():
            if one.exists(name) and one.path(name).samefile(path) and one._as_staged(name):
                staged = one.staged(name)
                return staged if staged.num_rows == sum(piece.rows for piece in staged.pieces()) else None
        return None

    def _inputs(self) -> Iterator[Staging]:
        return (Staging(self.warehouse, folder.name) for folder in self.folder.parent.iterdir())

    def _as_staged(self, name: str) -> bool:
        return self.exists(name) and self.of_this_program() and self.intact(name)

    def _finish(self, name: str, pieces: list[Piece] | None) -> None:
        """Write the digest last: until then it is that of what lay there before, which a torn table does not fit."""
        words = [file_hash(self.path(name))]
        if pieces is not None:
            text = listed(pieces)
            write_text(self.path(name).with_suffix(PIECES), text, durable=False)
            words.append(hashlib.sha256(text.encode()).hexdigest())
        write_text(self._digest(name), "\n".join(words) + "\n", durable=False)

    def _digest(self, name: str) -> Path:
        return self.folder / f"{name}.digest"

    def digest(self, name: str) -> str | None:
        """SHA-256 of a staged table that is as it was written; null when it is not there, or not so."""
        try:
            written = self._digest(name).read_text(encoding="ascii").split()
            found = [file_hash(path) for path in (self.path(name), self.path(name).with_suffix(PIECES))[: len(written)]]
            return written[0] if written and written == found else None
        except (OSError, ValueError):
            return None

    def intact(self, *names: str) -> bool:
        """Whether these tables need not be made again."""
        return all(self.digest(name) is not None for name in names)

    def seen(self, what: str, by: str) -> Any:
        """What `saw` wrote down, if the same program saw the same tables; else null."""
        try:
            found = json.loads((self.folder / SEEN / f"{what}.json").read_bytes())
            same = found["by"] == by and all(self.digest(n) == d for n, d in found["tables"].items())
            return found["came"] if same else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def saw(self, what: str, by: str, names: Iterable[str], came: Any) -> None:
        """Write down what came of looking at tables `names`; `by` says with which program, `came` is plain JSON."""
        tables = {name: self.digest(name) for name in sorted(names)}
        if all(tables.values()):
            with suppress(WarehouseError, OSError):  # it is only looked at again then
                (self.folder / SEEN).mkdir(exist_ok=True)
                content = {"by": by, "tables": tables, "came": came}
                write_text(self.folder / SEEN / f"{what}.json", json.dumps(content, ensure_ascii=True) + "\n", False)

    def staged(self, name: str) -> Staged:
        """A staged table, not read yet.  Raises StagingError when it is not there."""
        if not self.exists(name):
            raise StagingError(f"Table {name} was not staged ({self.path(name)} is not there): materialise it first.")
        return Staged(name, self.path(name))

    def read(self, name: str) -> pa.Table:
        """A staged table.  Raises StagingError when it is not there or is no Parquet file."""
        return self.staged(name).read()

    def prune_others(self) -> None:
        """Remove the staged tables of other inputs."""
        for folder in self.folder.parent.iterdir():
            if folder != self.folder:
                shutil.rmtree(folder, ignore_errors=True)
