"""Pages of the report before that would be the same again.

What belongs here: which documents' pages show something else than before, and taking over the others (the same file under a
second name).  What does not: making pages (pages), where reports lie (place).

A page shows the rows of its document, the facts that its statements are evidence of, and the statements that its own are
related to.  So a page is another where a row of its document is, a fact or relation that one of its statements takes part
in, or a statement that is related to one of them.  That is asked of what differs between the tables of the two releases
(warehouse.differing), which is little when one document was added, and of no page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.report.corpus import Corpus
from edu_pipeline.warehouse import differing
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.files import link_or_copy
from edu_pipeline.warehouse.fingerprint import code_hash

PAGES = "pages.json"
_OF_ALL = ("indicators", "education_levels", "units")
_OF_ONE = ("documents", "articles", "quantities", "quarantine", "findings", "audits", "observations")
_SHOWN_OF_OTHERS = (
    "document_id, quantity_id, source, value, value_max, comparator, unit, period_start, period_end, nature"
)
_OWN = """
    SELECT document_id FROM (SELECT document_id, count(*) AS n, sum(hash(r)::HUGEINT) AS word FROM {old} r GROUP BY 1) a
        FULL JOIN (SELECT document_id, count(*) AS n, sum(hash(r)::HUGEINT) AS word FROM {new} r GROUP BY 1) b
        USING (document_id) WHERE (a.n, a.word) IS DISTINCT FROM (b.n, b.word)"""
_EITHER = "((FROM {old} EXCEPT FROM {new}) UNION (FROM {new} EXCEPT FROM {old}))"
_SHARED = f"""
    CREATE TEMP TABLE stated AS SELECT DISTINCT observation_id FROM {_EITHER.format(
        old=f"(SELECT observation_id, hash({_SHOWN_OF_OTHERS}) AS word FROM old_observations)",
        new=f"(SELECT observation_id, hash({_SHOWN_OF_OTHERS}) AS word FROM new_observations)",
    )};
    CREATE TEMP TABLE other_relations AS SELECT relation_id FROM {_EITHER.format(
        old="(SELECT relation_id, hash(r) AS word FROM old_relations r)",
        new="(SELECT relation_id, hash(r) AS word FROM new_relations r)",
    )};
    CREATE TEMP TABLE told AS
        WITH member AS (SELECT relation_id, unnest(observation_ids) AS observation_id FROM new_relations
            UNION SELECT relation_id, unnest(observation_ids) FROM old_relations SEMI JOIN other_relations USING (relation_id))
        SELECT DISTINCT observation_id FROM member SEMI JOIN (
            FROM other_relations UNION SELECT relation_id FROM member SEMI JOIN stated USING (observation_id)
        ) USING (relation_id)
        UNION SELECT observation_id FROM {_EITHER.format(
            old="(SELECT unnest(evidence) AS observation_id, hash(fact_id, quality, n_documents, len(evidence)) AS word FROM old_facts)",
            new="(SELECT unnest(evidence) AS observation_id, hash(fact_id, quality, n_documents, len(evidence)) AS word FROM new_facts)",
        )};
"""  # fmt: skip


class Page(NamedTuple):
    """What is in a page."""

    sha256: str
    size: int


class Before(NamedTuple):
    """The release before: its tables, and the report on them."""

    parquet: Path
    report: Path


def take_over(corpus: Corpus, before: Before, program: str, folder: Path) -> dict[str, Page]:
    """Have in `folder` the pages of the report before that would be the same again, by document.

    What is missing or damaged is not taken over.
    """
    pages = _read(before.report / PAGES, program)
    if not pages:
        return {}
    try:
        others = _others(corpus, before.parquet)
    except (OSError, WarehouseError, duckdb.Error, pa.ArrowException):
        return {}
    there = corpus.rows("SELECT DISTINCT document_id FROM documents") if others is not None else []
    found = {}
    for document_id in (row["document_id"] for row in there):
        page = pages.get(document_id)
        if page is not None and document_id not in (others or ()) and _taken(before.report, folder, document_id, page):
            found[document_id] = page
    return found


def _taken(report: Path, folder: Path, document_id: str, page: Page) -> bool:
    path = report / name(document_id)
    try:
        if path.stat().st_size != page.size:
            return False
    except OSError:
        return False
    link_or_copy(path, folder / name(document_id))
    return True


def name(document_id: str) -> str:
    """Where the page of a document lies, seen from the index."""
    return f"documents/{document_id}.html"


def _others(corpus: Corpus, before: Path) -> set[str] | None:
    """The documents of which a page shows something else than it would of the tables in `before`; null for all."""
    now, con = corpus.parquet, corpus.con
    held = {}
    for one in (*_OF_ALL, *_OF_ONE, "relations", "facts"):
        old, new = (folder / f"{one}.parquet" for folder in (before, now))
        if one in _OF_ALL:
            if old.read_bytes() != new.read_bytes():
                return None
        else:
            held[one] = differing.rows(con, tables.TABLES[one], old, new)
    con.execute(_SHARED)
    own = " UNION ".join(_OWN.format(old=held[one][0], new=held[one][1]) for one in _OF_ONE)
    shared = "SELECT document_id FROM observations SEMI JOIN told USING (observation_id)"
    return {row[0] for row in con.execute(f"{own} UNION {shared}").fetchall()}


def text(pages: Mapping[str, Page], program: str) -> str:
    """What the next report reads."""
    content = {"made_by": _made_by(program), "pages": {one: pages[one] for one in sorted(pages)}}
    return json.dumps(content, indent=0) + "\n"


def _read(path: Path, program: str) -> dict[str, Page]:
    """The pages of a report that this program made; those of another would not be the same."""
    try:
        content = json.loads(path.read_bytes())
        pages = {one: Page(str(page[0]), int(page[1])) for one, page in content["pages"].items()}
        return pages if content["made_by"] == _made_by(program) else {}
    except (OSError, ValueError, AttributeError, IndexError, TypeError, KeyError):
        return {}


def _made_by(program: str) -> str:
    return f"{program} {code_hash()}"
