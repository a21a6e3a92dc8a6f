"""The tables of a run, made part by part from those that were staged before them.

What belongs here: which parts a table is made from, and bringing the results into the table's order.  What does not: what
is made of a part (mapping, and behind it quality), where parts end (parts), Dagster.

What needs a document's own rows alone is made by document, what compares statements by place (parts says why that
changes nothing).  Results are kept in the cache under the hash of the rows that went in (mapping), so that one new
document costs its own part and those of its places.  No table is in memory as a whole.

Each function stages its tables and gives them back unread; where they are staged already and intact, it does no more than
that, for all that is staged under a fingerprint follows from the input.  All raise WarehouseError when something cannot be written, and
StagingError when a table that they need is not staged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline import pool
from edu_pipeline.mapping import Mapper
from edu_pipeline.parts import Places, by_document
from edu_pipeline.quality import correcting
from edu_pipeline.quality import findings as rules
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.reading.limits import Limits
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.packing import Tables
from edu_pipeline.warehouse.release import releases
from edu_pipeline.warehouse.rules_base import parquet_literal
from edu_pipeline.warehouse.sorting import sorting
from edu_pipeline.warehouse.sources import SourceFile
from edu_pipeline.warehouse.staging import Staged, Staging

P = ParamSpec("P")
_IDS = pa.schema([("observation_id", pa.string())])


@dataclass
class Run:
    """What a run stages its tables with; `workers` 0 means one for each processor."""

    staging: Staging
    workers: int = 0
    cache: Cache | None = field(init=False)

    def __post_init__(self) -> None:
        self.cache = Cache(self.staging.warehouse / FOLDER, self.staging.fingerprint)

    @property
    def mapper(self) -> Mapper:
        return Mapper(self.workers, self.cache)

    def spill(self, name: str) -> Path:
        return self.staging.folder / f".{name}.parts"


def _staging(
    *names: str,
) -> Callable[[Callable[Concatenate[Run, P], None]], Callable[Concatenate[Run, P], list[Staged]]]:
    """A function that stages tables `names`: it gives them back, and does nothing when they are there and intact."""

    def decorated(make: Callable[Concatenate[Run, P], None]) -> Callable[Concatenate[Run, P], list[Staged]]:
        @wraps(make)
        def once(run: Run, /, *args: P.args, **kwargs: P.kwargs) -> list[Staged]:
            if not run.staging.intact(*names):
                make(run, *args, **kwargs)
            return [run.staging.staged(name) for name in names]

        return once

    return decorated


@_staging(*pool.NAMES)
def extraction(
    run: Run,
    files: Sequence[SourceFile],
    progress: pool.Progress | None = None,
    counts: pool.Counts | None = None,
    limits: Limits | None = None,
) -> None:
    """Tables documents, articles, quantities and observations_read of all files."""
    in_order = [name for name in pool.NAMES if TABLES[name].order[0] == "source"]
    with ExitStack() as stack:
        writers = {name: stack.enter_context(run.staging.writing(name)) for name in in_order}
        others = {
            name: stack.enter_context(sorting(name, run.spill(name))) for name in pool.NAMES if name not in in_order
        }
        for part in pool.extract_parts(files, run.workers, progress, run.cache, counts, limits):
            for name, writer in writers.items():
                writer.write(part[name])
            for name, sorter in others.items():
                sorter.add(part[name])
        for name, sorter in others.items():
            with run.staging.writing(name) as writer:
                for rows in sorter.parts():
                    writer.write(rows)


@_staging("observations_sound", "quarantine")
def contract(run: Run) -> None:
    """Tables observations_sound and quarantine out of observations_read."""
    staging = run.staging
    with staging.writing("observations_sound") as sound, sorting("quarantine", run.spill("quarantine")) as apart:
        for part in run.mapper.map("contract", by_document(staging, ["observations_read"])):
            sound.write(part["observations_sound"])
            apart.add(part["quarantine"])
        with staging.writing("quarantine") as writer:
            for rows in apart.parts():
                writer.write(rows)


@_staging("audits")
def audits(run: Run) -> None:
    """Table audits."""
    needed = ["documents", "articles", "quantities", "observations_sound"]
    with sorting("audits", run.spill("audits")) as found, run.staging.writing("audits") as writer:
        for part in run.mapper.map("audits", by_document(run.staging, needed)):
            found.add(part["audits"])
        for rows in found.parts():
            writer.write(rows)


@_staging("relations")
def relations(run: Run) -> None:
    """Table relations."""
    staging = run.staging
    within = [TABLES["relations"].arrow.empty_table()]  # few: one total told in two ways in one article
    for part in run.mapper.map("relations_of_articles", by_document(staging, ["observations_sound", "articles"])):
        within.append(part["relations"])
    told = pa.concat_tables(within)
    ids = set(told["relation_id"].to_pylist())
    twice: set[str] = set()
    with ExitStack() as stack:
        found = stack.enter_context(sorting("relations", run.spill("relations")))
        con = stack.enter_context(duck.connection(run.spill("places")))
        for part in run.mapper.map("relations_of_places", Places(staging, con, "observations_sound").parts()):
            found.add(part["relations"])
            twice |= ids.intersection(part["relations"]["relation_id"].to_pylist()) if ids else set()
        found.add(told.filter(pc.invert(pc.is_in(told["relation_id"], value_set=pa.array(sorted(twice), pa.string())))))
        writer = stack.enter_context(staging.writing("relations"))
        for rows in found.parts():
            writer.write(rows)


@_staging("findings")
def findings(run: Run, correct: Sequence[Correction] = ()) -> None:
    """Table findings."""
    staging = run.staging
    needed = ["documents", "articles", "quantities", "observations_sound", "quarantine", "audits"]
    latest: list[pa.Table] = []
    with ExitStack() as stack:
        found = stack.enter_context(sorting("findings", run.spill("findings")))
        for part in run.mapper.map("findings_of_documents", by_document(staging, needed)):
            found.add(part["findings"])
        con = stack.enter_context(duck.connection(run.spill("places")))
        places = Places(staging, con, "observations_sound")
        for part in run.mapper.map("findings_of_places", places.parts(relations="true")):
            found.add(part["findings"])
            latest.append(part["latest"])
        found.add(rules.of_all(latest, _concerned(staging, con, "observations_sound", correct), correct))
        found.add(_quarantined_alone(staging, con))
        writer = stack.enter_context(staging.writing("findings"))
        for rows in found.parts():
            writer.write(rows)


def _quarantined_alone(staging: Staging, con: duck.Connection) -> pa.Table:
    """The findings about quarantined rows of no document, which are in no part."""
    quarantine, documents = (parquet_literal(staging.staged(name).path) for name in ("quarantine", "documents"))
    query = f"FROM read_parquet({quarantine}) q ANTI JOIN read_parquet({documents}) d USING (document_id)"
    rows = con.sql(query).to_arrow_table().cast(TABLES["quarantine"].arrow)
    empty = {
        name: TABLES[name].arrow.empty_table()
        for name in ("documents", "articles", "quantities", "observations_sound", "audits")
    }
    return rules.of_documents(**empty, quarantine=rows)


def _concerned(staging: Staging, con: duck.Connection, table: str, correct: Sequence[Correction]) -> pa.Table:
    """The observations that corrections can be about."""
    wanted = TABLES[table].arrow
    if not correct:
        return wanted.empty_table()
    duck.table(con, "ids", pa.table({"id": pa.array([c.observation for c in correct if c.observation], pa.string())}))
    duck.table(con, "files", pa.table({"file": pa.array([c.source for c in correct if c.source], pa.string())}))
    query = f"""SELECT * FROM read_parquet({parquet_literal(staging.staged(table).path)})
        WHERE observation_id IN (SELECT id FROM ids) OR source IN (SELECT file FROM files)"""
    return TABLES[table].sorted(con.sql(query).to_arrow_table().cast(wanted))


@_staging("observations")
def observations(run: Run) -> None:
    """Table observations: observations_sound with the codes of the findings about each row."""
    staging = run.staging
    sound, said = (parquet_literal(staging.staged(name).path) for name in ("observations_sound", "findings"))
    query = f"""SELECT o.source, o.observation_id AS row_id, 'observations' AS table_name, f."check"
        FROM read_parquet({said}) f JOIN read_parquet({sound}) o ON f.row_id = o.observation_id
        WHERE f.table_name = 'observations' ORDER BY o.source"""
    with duck.connection(run.spill("flags")) as con, staging.writing("observations") as writer:
        flags = _Following(duck.parts(con, query))
        for rows in staging.staged("observations_sound").batches(duck.ROWS):
            writer.write(rules.with_flags(rows, flags.through(rows["source"][-1].as_py())))


class _Following:
    """Rows by source, as far as another table has come; those of its last source are kept for its next part."""

    def __init__(self, rows: Iterator[pa.Table]) -> None:
        self._rows = rows
        self._held: list[pa.Table] = []
        self._last: str | None = None

    def through(self, source: str) -> pa.Table:
        while self._last is None or self._last <= source:
            rows = next(self._rows, None)
            if rows is None:
                break
            self._held.append(rows)
            self._last = rows["source"][-1].as_py()
        if not self._held:
            return _NO_FLAGS.empty_table()
        held = pa.concat_tables(self._held)
        self._held = [held.filter(pc.greater_equal(held["source"], source))]
        return held.filter(pc.less_equal(held["source"], source))


_NO_FLAGS = pa.schema([(name, pa.string()) for name in ("source", "row_id", "table_name", "check")])


@_staging("facts")
def facts(run: Run, correct: Sequence[Correction] = ()) -> None:
    """Table facts."""
    staging = run.staging
    with ExitStack() as stack:
        con = stack.enter_context(duck.connection(run.spill("places")))
        concerned = _concerned(staging, con, "observations", correct)
        fixed, corrected = correcting.apply(concerned, correct)
        gone = sorted(set(concerned["observation_id"].to_pylist()) - set(fixed["observation_id"].to_pylist()))
        places = Places(staging, con, "observations", fixed if correct else None, gone)
        found = stack.enter_context(sorting("facts", run.spill("facts")))
        changed = pa.table({"observation_id": pa.array(sorted(corrected), pa.string())}, schema=_IDS)
        parts = (_with_corrected(part, changed) for part in places.parts(relations="relation = 'conflict'"))
        for part in run.mapper.map("facts", parts):
            found.add(part["facts"])
        writer = stack.enter_context(staging.writing("facts"))
        for rows in found.parts():
            writer.write(rows)


def _with_corrected(part: Tables, changed: pa.Table) -> Tables:
    """The part with the ids of its rows that a person changed."""
    here = pc.is_in(changed["observation_id"], value_set=part["observations"]["observation_id"].combine_chunks())
    return {**part, "corrected": changed.filter(here)}


def clear_out(run: Run) -> int:
    """Remove what neither this run nor those of the last releases took from the cache; how many entries."""
    inputs = [release.fingerprint for release in releases(run.staging.warehouse)]
    return run.cache.prune(inputs) if run.cache is not None else 0
