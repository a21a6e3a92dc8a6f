"""The tables of a run, made part by part from those that were staged before them.

What belongs here: which parts a table is made from, and when it need not be made.  What does not: what is made of
a part (mapping, and behind it quality), where parts end (parts), how pieces become a table (warehouse.staging), Dagster.

What needs a document's own rows alone is made by document, what compares statements by place (parts says why that
changes nothing).  Results are kept in the cache under the hash of the pieces that went in (mapping), so that one new
document costs its own part and those of its places.  In memory as a whole are the flags, and of the relations those of
articles and the conflicts; all of them only where their pieces are not kept (related).

Each function stages its tables and gives them back unread; where they are staged already and intact, it does no more than
that, for all that is staged under a fingerprint follows from the input.  All raise WarehouseError when something cannot be written, and
StagingError when a table that they need is not staged.

The rules are imported where they are asked for: a run with nothing new needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline import one_document, pool
from edu_pipeline.mapping import Mapper, Part
from edu_pipeline.parts import Place, Places, Told, by_document, sources_of, told
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.reading.limits import Limits
from edu_pipeline.related import Related, RelatedInPieces, places_of
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.duck import parquet_literal
from edu_pipeline.warehouse.packing import Tables, apart, pack
from edu_pipeline.warehouse.pieces import Entry, NotKept, digest, packed
from edu_pipeline.warehouse.release import releases
from edu_pipeline.warehouse.sources import SourceFile
from edu_pipeline.warehouse.staging import Staged, Staging

P = ParamSpec("P")


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


def reference(run: Run, name: str) -> Staged:
    """A table of reference data."""
    if not run.staging.intact(name):
        from edu_pipeline.quality import reference_tables

        run.staging.write(name, getattr(reference_tables, name)())
    return run.staging.staged(name)


@_staging(*one_document.NAMES)
def extraction(
    run: Run,
    files: Sequence[SourceFile],
    progress: pool.Progress | None = None,
    counts: pool.Counts | None = None,
    limits: Limits | None = None,
) -> None:
    """Tables documents, articles, quantities and observations_read of all files."""
    _write(run, one_document.NAMES, pool.extract_parts(files, run.workers, progress, run.cache, counts, limits))


@_staging("observations_sound", "quarantine")
def contract(run: Run) -> None:
    """Tables observations_sound and quarantine out of observations_read."""
    _write(run, ["observations_sound", "quarantine"], _of_documents(run, "contract", "observations_read"))


@_staging("audits")
def audits(run: Run) -> None:
    """Table audits."""
    _write(run, ["audits"], _of_documents(run, "audits", *_READ, "observations_sound"))


_READ = ("documents", "articles", "quantities")


def _write(run: Run, names: Sequence[str], entries: Iterable[Entry]) -> None:
    """Stage tables of what was made of each part."""
    with ExitStack() as stack:
        tables = [stack.enter_context(run.staging.in_pieces(name)) for name in names]
        for entry in entries:
            for table in tables:
                table.add(entry)


def _alone(run: Run, name: str, rows: pa.Table) -> Entry:
    """Rows of a table that are of no part, as a piece of their own."""
    noted, data = packed({name: rows})
    return Entry.made("alone", digest(name, data), noted, data).keep(run.cache)


def _of_documents(run: Run, function: str, *needed: str) -> Iterator[Entry]:
    """What a function makes of the rows of `needed`, part by part."""
    return run.mapper.map(function, by_document(run.staging, run.cache, needed))


def _places(run: Run, con: duck.Connection, table: str, more: Iterable[Place] = ()) -> Places:
    """The statements of a table by place, which relations and findings both ask for."""
    staging, names = run.staging, (table, "articles")
    key = (staging.folder, *map(staging.digest, names))
    if key not in _told or None in key:
        _told.clear()
        _told[key] = [*told(_of_documents(run, "places", *names))]
    return Places(staging, con, table, _told[key], more)


_told: dict[tuple[Path | str | None, ...], list[Told]] = {}
"""What the places of the last table were made of."""


def _of_places(run: Run, function: str, places: Places, parts: Mapping[int, Part]) -> Iterator[Entry]:
    """What a function makes of parts by place; the rows of those that are not known are looked for together."""

    def loaded(number: int, more: Callable[[], Tables]) -> Tables:
        return {**load(number), **more()}

    loading = {number: Part(part.word, partial(loaded, number, part.load)) for number, part in parts.items()}
    known = {number: run.mapper.known(function, part) for number, part in loading.items()}
    load = places.loading([number for number, entry in known.items() if entry is None])
    return run.mapper.map(function, loading.values(), known.values())


def _related(run: Run, con: duck.Connection, places: Places) -> Related | RelatedInPieces:
    """The relations of each part by place of observations_sound."""
    try:
        return RelatedInPieces(run.staging, con, places, run.cache)
    except NotKept:
        return Related(run.staging, con, places)


def _with_related(places: Places, related: Related | RelatedInPieces, without: Container[int] = ()) -> dict[int, Part]:
    """The parts by place with their relations."""
    return {
        number: Part(f"{word} {related.word(number)}", partial(related.part, number))
        for number, word in enumerate(places.words)
        if number not in without
    }


# ------------------------------------------------------------------------------------------------ relations and findings
@_staging("relations")
def relations(run: Run) -> None:
    """Table relations."""
    within = [entry.table("relations") for entry in _of_documents(run, "relations_of_articles", *_STATED)]
    stated = pa.concat_tables([TABLES["relations"].arrow.empty_table(), *(t for t in within if t is not None)])
    ids = set(stated["relation_id"].to_pylist())
    twice: set[str] = set()
    with duck.connection(run.spill("places"), modest=True) as con, run.staging.in_pieces("relations") as found:
        places = _places(run, con, "observations_sound")
        parts = {number: Part(word, dict) for number, word in enumerate(places.words)}
        for entry in _of_places(run, "relations_of_places", places, parts):
            found.add(entry)
            rows = entry.table("relations")
            twice |= ids.intersection(rows["relation_id"].to_pylist()) if ids and rows is not None else set()
        # few: one total told in two ways in one article; what statements of a place tell too is theirs
        alone = pc.invert(pc.is_in(stated["relation_id"], value_set=pa.array(sorted(twice), pa.string())))
        found.add(_alone(run, "relations", stated.filter(alone)))


_STATED = ("observations_sound", "articles")


@_staging("findings")
def findings(run: Run, correct: Sequence[Correction] = ()) -> None:
    """Table findings."""
    from edu_pipeline.quality import findings as rules

    staging = run.staging
    latest: list[pa.Table] = []
    with duck.connection(run.spill("places"), modest=True) as con, staging.in_pieces("findings") as found:
        needed = (*_READ, "observations_sound", "quarantine", "audits")
        for entry in _of_documents(run, "findings_of_documents", *needed):
            found.add(entry)
        places = _places(run, con, "observations_sound")
        related = _related(run, con, places)
        for entry in _of_places(run, "findings_of_places", places, _with_related(places, related)):
            found.add(entry)
            rows = entry.table("latest")
            latest += [rows] if rows is not None else []
        concerned = _concerned(staging, con, "observations_sound", correct)
        found.add(_alone(run, "findings", rules.of_all(latest, concerned, correct)))
        found.add(_alone(run, "findings", _quarantined_alone(staging, con)))


def _quarantined_alone(staging: Staging, con: duck.Connection) -> pa.Table:
    """The findings about quarantined rows of no document, which are in no part."""
    from edu_pipeline.quality import findings as rules

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


# ------------------------------------------------------------------------------------------------ observations and facts
@_staging("observations")
def observations(run: Run) -> None:
    """Table observations: observations_sound with the codes of the findings about each row."""
    parts = by_document(run.staging, run.cache, ["observations_sound"])
    flagged = (
        Part(f"{part.word} {digest(pack({'flags': flags}))}", partial(_with_flags, part, flags))
        for part, flags in zip(parts, _flags(run), strict=True)
    )
    _write(run, ["observations"], run.mapper.map("observations", flagged))


def _with_flags(part: Part, flags: pa.Table) -> Tables:
    return {**part.load(), "flags": flags}


def _flags(run: Run) -> Iterator[pa.Table]:
    """The findings about observations, part by part."""
    staging = run.staging
    sound, said = (parquet_literal(staging.staged(name).path) for name in ("observations_sound", "findings"))
    query = f"""SELECT DISTINCT o.source, o.observation_id AS row_id, 'observations' AS table_name, f."check"
        FROM read_parquet({said}) f JOIN read_parquet({sound}) o ON f.row_id = o.observation_id
        WHERE f.table_name = 'observations' ORDER BY ALL"""
    with duck.connection(run.spill("flags")) as con:
        rows = con.sql(query).to_arrow_table().combine_chunks()
        ends = rows["source"].to_numpy(zero_copy_only=False)
        at = 0
        for sources in sources_of(staging):
            end = int(ends.searchsorted(sources[-1], "right"))
            yield apart(rows.slice(at, end - at))
            at = end


@_staging("facts")
def facts(run: Run, correct: Sequence[Correction] = ()) -> None:
    """Table facts."""
    from edu_pipeline.quality import correcting

    staging = run.staging
    with duck.connection(run.spill("places"), modest=True) as con, staging.in_pieces("facts") as found:
        concerned = _concerned(staging, con, "observations", correct)
        fixed, corrected = correcting.apply(concerned, correct)
        touched = {place for table in (concerned, fixed) for place in places_of(table)} if correct else set()
        places = _places(run, con, "observations", touched)
        related = Related(staging, con, places, "conflict")
        by_itself = sorted({places.number(place) for place in touched})
        by_hand = _corrected(places, related, by_itself, concerned, fixed, corrected)
        entries = _of_places(run, "facts", places, _with_related(places, related, without=by_hand))
        for number in range(len(places.runs)):
            found.add(by_hand[number] if number in by_hand else next(entries))
        left = next(entries, None)  # to its end, or its workers were stopped
        assert left is None
    _told.clear()  # nobody asks again


def _corrected(
    places: Places, related: Related, numbers: Sequence[int], concerned: pa.Table, fixed: pa.Table, corrected: frozenset[str]
) -> dict[int, Entry]:  # fmt: skip
    """The facts of the parts that corrections touch, which are made together: a statement may move between them."""
    if not numbers:
        return {}
    from edu_pipeline.quality import facts as rules_of_facts

    load = places.loading(numbers)
    loaded = [{**load(number), **related.part(number)} for number in numbers]
    tables = {name: pa.concat_tables([part[name] for part in loaded]) for name in loaded[0]}
    stated = tables["observations"]
    stays = pc.invert(pc.is_in(stated["observation_id"], value_set=concerned["observation_id"].combine_chunks()))
    stated = TABLES["observations"].sorted(pa.concat_tables([stated.filter(stays), fixed]))
    about = tables["about"].group_by(tables["about"].column_names, use_threads=False).aggregate([])
    made = rules_of_facts.of_places(stated, corrected, tables["relations"], about)
    at = pa.array([places.number(place) for place in places_of(made, distinct=False)], pa.int64())
    entries = {}
    for number in numbers:
        noted, data = packed({"facts": made.filter(pc.equal(at, number))})
        entries[number] = Entry.made("facts", "", noted, data)
    return entries


def clear_out(run: Run) -> int:
    """Remove what neither this run nor those of the last releases took from the cache; how many entries."""
    inputs = [release.fingerprint for release in releases(run.staging.warehouse)]
    return run.cache.prune(inputs) if run.cache is not None else 0
