"""The relations between statements of some places, part by part.

What belongs here: which relations are of a part by place (parts), out of the staged table, which is held whole while parts
are asked for.  What does not: finding relations (quality.relations).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.parts import Place, Places
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import duck
from edu_pipeline.warehouse.duck import literal, parquet_literal
from edu_pipeline.warehouse.packing import Tables, pack
from edu_pipeline.warehouse.pieces import digest
from edu_pipeline.warehouse.staging import Staging


class Related:
    """The relations of table relations by the place of their first statement; of one kind, where it is named."""

    def __init__(
        self, staging: Staging, con: duck.Connection, places: Places, kind: str | None = None
    ) -> None:  # fmt: skip
        relations, stated = (
            parquet_literal(staging.staged(name).path) for name in ("relations", "observations_sound")
        )  # fmt: skip
        wanted = f"WHERE r.relation = {literal(kind)}" if kind else ""
        query = f"""SELECT r.*, o.region_code IS NULL AS _uncoded, coalesce(o.region_code, o.region_name) AS _place
            FROM read_parquet({relations}) r JOIN read_parquet({stated}) o ON o.observation_id = r.observation_ids[1]
            {wanted} ORDER BY r.relation, r.relation_id"""
        rows = con.sql(query).to_arrow_table()
        schema = TABLES["relations"].arrow
        self._rows = rows.select(schema.names).cast(schema).combine_chunks()
        self._of: dict[int, list[int]] = defaultdict(list)
        listed = zip(rows["_uncoded"].to_pylist(), rows["_place"].to_pylist(), strict=True)
        for at, (uncoded, place) in enumerate(listed):
            if place is not None:
                self._of[places.number((uncoded, place))].append(at)

    def part(self, number: int) -> Tables:
        """Those of a part."""
        return {"relations": self._rows.take(pa.array(self._of.get(number, []), pa.int64()))}

    def word(self, number: int) -> str:
        """What stands for them."""
        return digest(pack(self.part(number)))


def places_of(table: pa.Table, distinct: bool = True) -> Iterator[Place]:
    """The places that rows are of, in their order; or each once."""
    found = zip(
        pc.is_null(table["region_code"]).to_pylist(),
        pc.coalesce(table["region_code"], table["region_name"]).to_pylist(),
        strict=True,
    )
    yield from (place for place in (dict.fromkeys(found) if distinct else found) if place[1] is not None)
