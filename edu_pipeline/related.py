"""The relations between statements of some places, part by part.

What belongs here: which relations are of a part by place (parts): out of the pieces that table relations was made of, or out
of its rows, which are held while parts are asked for.  What does not: finding relations (quality.relations).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, partial

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.parts import Place, Places
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.duck import literal, parquet_literal
from edu_pipeline.warehouse.packing import Tables, pack
from edu_pipeline.warehouse.pieces import NotKept, digest, kept, kept_together
from edu_pipeline.warehouse.staging import Staging

_RELATIONS = TABLES["relations"]


class Related:
    """Relations by the place of their first statement: of `rows`, else of table relations; of one kind, where it is named."""

    def __init__(
        self, staging: Staging, con: duck.Connection, places: Places, kind: str | None = None, rows: pa.Table | None = None
    ) -> None:  # fmt: skip
        relations, stated = (
            f"read_parquet({parquet_literal(staging.staged(name).path)})"
            for name in ("relations", "observations_sound")
        )
        if rows is not None:
            duck.table(con, "some_relations", rows)
            relations = "some_relations"
        wanted = f"WHERE r.relation = {literal(kind)}" if kind else ""
        query = f"""SELECT r.*, o.region_code IS NULL AS _uncoded, coalesce(o.region_code, o.region_name) AS _place
            FROM {relations} r JOIN {stated} o ON o.observation_id = r.observation_ids[1]
            {wanted} ORDER BY r.relation, r.relation_id"""
        found = con.sql(query).to_arrow_table()
        self._rows = found.select(_RELATIONS.arrow.names).cast(_RELATIONS.arrow).combine_chunks()
        self._of: dict[int, list[int]] = defaultdict(list)
        listed = zip(found["_uncoded"].to_pylist(), found["_place"].to_pylist(), strict=True)
        for at, (uncoded, place) in enumerate(listed):
            if place is not None:
                self._of[places.number((uncoded, place))].append(at)

    def part(self, number: int) -> Tables:
        """Those of a part."""
        return {"relations": self._rows.take(pa.array(self._of.get(number, []), pa.int64()))}

    def word(self, number: int) -> str:
        """What stands for them."""
        return digest(pack(self.part(number))) if number in self._of else ""


class RelatedInPieces:
    """The same out of the pieces of table relations: those of the parts by place, and behind them `alone`, what was told by an
    article and by no place.  Of a part that nothing is made of no relation is read."""

    def __init__(self, staging: Staging, con: duck.Connection, places: Places, cache: Cache | None) -> None:
        pieces, parts = staging.staged("relations").pieces(), len(places.runs)
        self._pieces, self._cache = pieces[:parts], cache
        self._read = partial(Related, staging, con, places)
        if len(pieces) <= parts:
            raise NotKept("relations")
        self._alone = self._read(rows=kept_together(cache, "relations", pieces[parts:]))

    @cached_property
    def _all(self) -> Related:
        return self._read()

    def part(self, number: int) -> Tables:
        rows = kept(self._cache, "relations", self._pieces[number])
        if rows is None:
            return self._all.part(number)
        return {"relations": _RELATIONS.sorted(pa.concat_tables([rows, self._alone.part(number)["relations"]]))}

    def word(self, number: int) -> str:
        return digest(self._pieces[number].digest, self._alone.word(number))


def places_of(table: pa.Table, distinct: bool = True) -> Iterator[Place]:
    """The places that rows are of, in their order; or each once."""
    found = zip(
        pc.is_null(table["region_code"]).to_pylist(),
        pc.coalesce(table["region_code"], table["region_name"]).to_pylist(),
        strict=True,
    )
    yield from (place for place in (dict.fromkeys(found) if distinct else found) if place[1] is not None)
