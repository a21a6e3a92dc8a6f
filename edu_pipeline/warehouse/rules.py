"""What blocks a release.

What belongs here: the one function that holds staged tables against every blocking rule, and the rules about
an input as a whole.  What does not: rules about rows that are to be quarantined or complained of (quality);
the rules themselves by subject (rules_keys, rules_spans, rules_shrink).

The codes of the rules:

    missing_table     a table was not staged, or is no Parquet file
    schema            a staged table has other columns than tables.py says
    different_inputs  the tables were not made from the input that the staging folder is of
    contract          a null, or a word outside the vocabulary, where none may be; a document, article or quantity that
                      breaks any other rule of its data contract
    key               two rows of one key
    foreign_key       a row that names another which is not there
    quarantine        a document, article or quantity in quarantine
    lost              an observation that was read and is nowhere
    twice             an observation that is published and quarantined
    invented          an observation that was never read
    unstated          a statistic without an observation
    order             rows in another order than the table's
    digits            a run of digits that is in no quantity
    overlap           quantities that overlap
    offset            text[start:end] is not what the row says
    cover             articles that overlap or leave text uncovered
    nothing_read      no document could be read
    shrink            over 20 % fewer documents or observations than in the current release
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.warehouse import rules_contract, rules_keys, rules_spans
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.fingerprint import code_hash, digest
from edu_pipeline.warehouse.rules_base import SHOWN, Views, Violation
from edu_pipeline.warehouse.rules_shrink import shrink
from edu_pipeline.warehouse.staging import Staging

__all__ = ["Violation", "verify"]

_KEPT = "rules"


def verify(staging: Staging, current: Path | None, allow_shrink: bool = False) -> list[Violation]:
    """Every blocking rule that the staged tables break; none means that they may be published.

    `current` is the folder of the release that readers see now, null when there is none.  A table that is
    missing is itself a violation, and the rules that need it are left out.  Raises WarehouseError when the
    rules cannot be computed at all (no room to spill, out of memory).

    Tables that kept every rule, and are byte for byte what they were then, are only compared with `current`.
    """
    try:
        with Views(staging) as views:
            violations = _of_tables(staging, views)
            if current is not None and not allow_shrink:
                violations += shrink(views, current)
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        raise WarehouseError(
            f"The staged tables in {staging.folder} could not be checked ({error}): if memory or the disk ran out, "
            "make room; else remove that folder; then run again."
        ) from error
    return violations


def _of_tables(staging: Staging, views: Views) -> list[Violation]:
    """What the tables break by themselves."""
    whole = views.names == set(tables.TABLES)
    described = hashlib.sha256(json.dumps(staging.input(), sort_keys=True).encode()).hexdigest()
    by = f"{code_hash()} {described}"
    if whole and staging.seen(_KEPT, by) == []:
        return []
    violations = list(views.problems)
    violations += same_input(views)
    violations += rules_keys.check(views)
    # a null offset cannot be compared
    if not any(v.rule == "contract" and rules_keys.NULL in v.message for v in violations):
        violations += rules_spans.check(views)
    violations += nothing_read(views)
    # where one column alone is broken, the rules above say so already
    if not any(v.rule in ("contract", "key") for v in violations):
        violations += rules_contract.check(views)
    if whole and not violations:
        staging.saw(_KEPT, by, tables.TABLES, [])
    return violations


def same_input(views: Views) -> Iterator[Violation]:
    """The staging folder's input is of its fingerprint, and the documents are the files of that input."""
    staging = views.staging
    described = staging.input()
    if described is None:
        yield Violation(
            "different_inputs",
            f"{staging.folder} has no input.json that says what the tables were made from: run the whole pipeline.",
        )
        return
    made_from = digest(described)
    if described.get("fingerprint") != staging.fingerprint or made_from != staging.fingerprint:
        yield Violation(
            "different_inputs",
            f"{staging.folder} holds tables of input {made_from}, not {staging.fingerprint}: run the whole pipeline.",
        )
        return
    if views.have("documents"):
        yield from _same_files(views, described["sources"])


def _same_files(views: Views, sources: list[dict[str, str | None]]) -> Iterator[Violation]:
    wanted = {str(row["source"]): row["sha256"] for row in sources}
    met: set[str] = set()
    wrong = []
    for source, sha256 in views.stream("SELECT source, sha256 FROM documents ORDER BY source"):
        file = _outer(source, wanted)
        if file is None:
            wrong.append({"source": source, "problem": "a document that is not of the input"})
            continue
        met.add(file)
        if file == source and wanted[file] is not None and wanted[file] != sha256:
            wrong.append({"source": source, "problem": "made from other bytes than the input's"})
    wrong += [
        {"source": source, "problem": "a file of the input without a document"}
        for source in sorted(wanted.keys() - met)
    ]
    if wrong:
        yield Violation(
            "different_inputs", f"{len(wrong)} documents and input files do not agree.", len(wrong), wrong[:SHOWN]
        )


def _outer(source: str, files: dict[str, str | None]) -> str | None:
    """The file that a document came from: itself, or the archive it lay in (archive.zip/inner.txt)."""
    while source not in files:
        source, slash, _ = source.rpartition("/")
        if not slash:
            return None
    return source


def nothing_read(views: Views) -> Iterator[Violation]:
    if views.have("documents") and not views.one("SELECT count(*) FROM documents WHERE status = 'ok'"):
        query = "SELECT source, status, error FROM documents"
        message = "No document could be read: see table documents, column error."
        yield from views.violations("nothing_read", message, query) or [Violation("nothing_read", message)]
