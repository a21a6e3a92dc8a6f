"""All that the quality layer has to say: the table `findings`, and the flags of observations.

What belongs here: putting the complaints together.  What does not: finding them (bounds, comparisons,
document_findings, text_findings, correcting), and what each check means (check_list).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from edu_pipeline.quality import bounds, comparisons, correcting, document_findings
from edu_pipeline.quality.audits import examine_each, tally
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.quality.finding_rows import Finding, finding, quoted
from edu_pipeline.tables import TABLES


def find(
    documents: pa.Table,
    articles: pa.Table,
    quantities: pa.Table,
    observations_sound: pa.Table,
    quarantine: pa.Table,
    audits: pa.Table,
    relations: pa.Table,
    correct: Sequence[Correction] = (),
) -> pa.Table:
    """Every complaint about these tables, each once; `correct` are the corrections of a person.  Table `findings`."""
    parts = [
        of_documents(documents, articles, quantities, observations_sound, quarantine, audits),
        of_places(relations, observations_sound, articles),
        of_all([comparisons.latest(observations_sound)], observations_sound, correct),
    ]
    return TABLES["findings"].sorted(pa.concat_tables(parts))


def of_documents(
    documents: pa.Table,
    articles: pa.Table,
    quantities: pa.Table,
    observations_sound: pa.Table,
    quarantine: pa.Table,
    audits: pa.Table,
) -> pa.Table:
    """The findings that a document's own rows decide; the tables may be those of some documents."""
    return _table(
        document_findings.find(documents, articles, quantities, observations_sound),
        bounds.find(observations_sound, quantities, articles),
        comparisons.of_documents(audits, observations_sound, quantities),
        _quarantined(quarantine, documents),
        _recomputed(documents, articles, quantities, observations_sound),
    )


def of_places(relations: pa.Table, observations_sound: pa.Table, articles: pa.Table) -> pa.Table:
    """The findings that statements of one place decide; the tables may be those of some places."""
    return _table(comparisons.of_places(relations, observations_sound, articles))


def of_all(latest: Iterable[pa.Table], observations: pa.Table, correct: Sequence[Correction]) -> pa.Table:
    """The findings that need every place (`latest` from comparisons), and those about corrections, for which
    `observations` holds at least the rows that they can be about."""
    return _table(comparisons.outliers(latest), correcting.findings(observations, correct))


def _table(*parts: Iterable[Finding]) -> pa.Table:
    return TABLES["findings"].from_rows({row["finding_id"]: row for part in parts for row in part}.values())


def _quarantined(quarantine: pa.Table, documents: pa.Table) -> Iterator[Finding]:
    sources: dict[str, str] = {}
    for document_id, source in zip(documents["document_id"].to_pylist(), documents["source"].to_pylist(), strict=True):
        sources.setdefault(document_id, source)
    for row in quarantine.to_pylist():
        kept = json.loads(row["row"])
        named = (
            f"“{quoted(kept['label'])}” {kept.get('value_text') or ''}{kept.get('unit_text') or ''}, a"
            if kept.get("label")
            else "A"
        )
        said = f"{named} row of {row['table_name']} was set aside and is in no fact: {'; '.join(row['reasons'])}."
        known = row["document_id"] in sources
        where: dict[str, Any] = {
            "document_id": row["document_id"] if known else None,
            "source": sources.get(row["document_id"] or ""),
        }
        if known and _span(kept):
            where |= {"start": kept["start"], "end": kept["end"]}
        yield finding("quarantined", "quarantine", row["quarantine_id"], said, where=where)


def _span(row: Mapping[str, Any]) -> bool:
    """Whether a row set aside says where it stands."""
    start, end = row.get("start"), row.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end


def _recomputed(
    documents: pa.Table, articles: pa.Table, quantities: pa.Table, observations_sound: pa.Table
) -> Iterator[Finding]:
    """For each document that announces arithmetic: how much was looked for, recomputed, and could not be."""
    logs = examine_each(quantities, observations_sound, articles, documents)
    for document in documents.select(["document_id", "source", "status"]).to_pylist():
        counted: dict[str, Any] = (
            tally(logs[document["document_id"]]) if document["document_id"] in logs else {"looked_for": 0}
        )
        if document["status"] == "ok" and counted["looked_for"]:
            said = f"{counted['looked_for']} pieces of arithmetic were looked for: {counted['tried']} recomputed, {counted['untried']} not"
            reasons = [f"{kind}: {reason} ({n})" for kind, c in counted["by_kind"].items() for reason, n in c["reasons"].items()]  # fmt: skip
            said += f" ({'; '.join(reasons)})." if reasons else "."
            yield finding("recomputed", "documents", document["source"], said, where=document, expected=str(counted["looked_for"]), found=str(counted["tried"]))  # fmt: skip


def with_flags(observations_sound: pa.Table, findings: pa.Table) -> pa.Table:
    """`observations_sound` as table `observations`: `flags` are the codes of the findings about each row, sorted."""
    codes: dict[str, set[str]] = {}
    for table, row_id, check in zip(*(findings[name].to_pylist() for name in ("table_name", "row_id", "check")), strict=True):  # fmt: skip
        if table == "observations" and row_id is not None:
            codes.setdefault(row_id, set()).add(check)
    flags = [sorted(codes.get(row_id, ())) for row_id in observations_sound["observation_id"].to_pylist()]
    wanted = TABLES["observations"]
    columns = [observations_sound[f.name] for f in wanted.arrow if f.name != "flags"]
    table = pa.Table.from_arrays([*columns, pa.array(flags, pa.list_(pa.string()))], schema=wanted.arrow)
    return wanted.sorted(table)
