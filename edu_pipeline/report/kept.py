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
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from edu_pipeline.report.before import Before
from edu_pipeline.report.corpus import Corpus
from edu_pipeline.warehouse import fingerprint
from edu_pipeline.warehouse.files import link_or_copy

PAGES = "pages.json"
_OF_ALL = ("indicators", "education_levels", "units")
_OF_ONE = ("documents", "articles", "quantities", "quarantine", "findings", "audits", "observations")
_SHOWN_OF_OTHERS = (
    "document_id, quantity_id, source, value, value_max, comparator, unit, period_start, period_end, nature"
)


def _other(what: str, word: str, table: str) -> str:
    """SQL for something of the rows that are in one release alone, told by a hash of what is shown of them."""
    return " UNION ".join(
        f"""SELECT {what} FROM (SELECT *, {word} AS _word FROM {one}_{table} AS {table})
            ANTI JOIN (SELECT {word} AS _word FROM {other}_{table} AS {table}) USING (_word)"""
        for one, other in (("old", "new"), ("new", "old"))
    )


_OWN = """
    SELECT document_id FROM (SELECT document_id, count(*) AS n, sum(hash(r)::HUGEINT) AS word FROM old_{name} r GROUP BY 1) a
        FULL JOIN (SELECT document_id, count(*) AS n, sum(hash(r)::HUGEINT) AS word FROM new_{name} r GROUP BY 1) b
        USING (document_id) WHERE (a.n, a.word) IS DISTINCT FROM (b.n, b.word)"""
_MEMBERS = "SELECT relation_id, unnest(observation_ids) AS observation_id FROM"
_SHARED = f"""
    CREATE OR REPLACE TEMP TABLE stated AS {_other("observation_id", f"hash(observation_id, {_SHOWN_OF_OTHERS})", "observations")};
    CREATE OR REPLACE TEMP TABLE other_relations AS {_other("relation_id", "hash(relations)", "relations")}
        UNION SELECT relation_id FROM ({_MEMBERS} relations) SEMI JOIN stated USING (observation_id);
    CREATE OR REPLACE TEMP TABLE told AS
        SELECT observation_id FROM ({_MEMBERS} relations SEMI JOIN other_relations USING (relation_id)
            UNION ALL {_MEMBERS} old_relations SEMI JOIN other_relations USING (relation_id))
        UNION {_other("unnest(evidence) AS observation_id", "hash(fact_id, quality, n_documents, evidence)", "facts")}"""


class Page(NamedTuple):
    """What is in a page, or in another file of a report."""

    sha256: str
    size: int


def take_over(corpus: Corpus, before: Before, ids: Iterable[str], program: str, folder: Path) -> dict[str, Page]:
    """Have in `folder` the pages of the report before that would be the same again, by document; of documents `ids`.

    Comes after before.attach.  What is missing or of another size is not taken over; the bytes are not looked at, since a
    release is never changed.
    """
    pages = _read(before.report / PAGES, program)
    if not pages or not _same_words(before.parquet, corpus.parquet):
        return {}
    found, others = {}, _others(corpus)
    for document_id in ids:
        page = pages.get(document_id)
        if page is not None and document_id not in others and _taken(before.report, folder, document_id, page):
            found[document_id] = page
    return found


def _taken(report: Path, folder: Path, document_id: str, page: Page) -> bool:
    source, target = (f"{of}/{name(document_id)}" for of in (report, folder))  # ten thousand paths take half a second
    try:
        if os.stat(source).st_size != page.size:
            return False
    except OSError:
        return False
    link_or_copy(source, target)
    return True


def name(document_id: str) -> str:
    """Where the page of a document lies, seen from the index."""
    return f"documents/{document_id}.html"


def _same_words(one: Path, other: Path) -> bool:
    """Whether codes are said in the same words."""
    return all((one / f"{n}.parquet").read_bytes() == (other / f"{n}.parquet").read_bytes() for n in _OF_ALL)


def _others(corpus: Corpus) -> set[str]:
    """The documents of which a page shows something else than before."""
    corpus.con.execute(_SHARED)
    own = " UNION ".join(_OWN.format(name=name) for name in _OF_ONE)
    shared = "SELECT document_id FROM observations SEMI JOIN told USING (observation_id)"
    return {row[0] for row in corpus.con.execute(f"{own} UNION {shared}").fetchall()}


def text(pages: Mapping[str, Page], program: str) -> str:
    """What the next report reads."""
    content = {"made_by": _made_by(program), "pages": {one: pages[one] for one in sorted(pages)}}
    return json.dumps(content) + "\n"


def _read(path: Path, program: str) -> dict[str, Page]:
    """The pages of a report that this program made; those of another would not be the same."""
    try:
        content = json.loads(path.read_bytes())
        pages = {one: Page(str(page[0]), int(page[1])) for one, page in content["pages"].items()}
        return pages if content["made_by"] == _made_by(program) else {}
    except (OSError, ValueError, AttributeError, IndexError, TypeError, KeyError):
        return {}


def _made_by(program: str) -> str:
    return f"{program} {fingerprint.program()}"
