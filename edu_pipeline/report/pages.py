"""The pages of documents: a text with its numbers marked, and what stands behind each.

What belongs here: filling the template of a page, and making many of them by several processes.  What does not: what is said
on them (details, passages), which need not be made (kept).
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from edu_pipeline.report import details, words
from edu_pipeline.report.corpus import Corpus, Row
from edu_pipeline.report.kept import Page, name
from edu_pipeline.report.passages import Passage, mark, passages
from edu_pipeline.report.scripts import safe
from edu_pipeline.schema import SEVERITIES
from edu_pipeline.workers import Workers, in_order

TOGETHER = 512
"""Documents whose facts and relations are looked for together, by one process."""
_WORDS = {
    severity: (*words.SEVERITIES[severity], {"error": "Error", "warning": "Warning", "info": "Note"}[severity])
    for severity in reversed(SEVERITIES)
}


class Document(NamedTuple):
    """What a page is about: a row of overview.documents, and the other files of the same bytes."""

    row: Row
    copies: list[str]

    @property
    def id(self) -> str:
        return str(self.row["document_id"])

    @property
    def source(self) -> str:
        return str(self.row["source"])


class _Task(NamedTuple):
    parquet: Path
    folder: Path
    documents: list[Document]
    modest: bool


def documents(rows: Iterable[Row]) -> list[Document]:
    """The documents of rows of overview.documents, by source; files of the same bytes share one."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["document_id"], []).append(row)
    firsts = []
    for same in found.values():
        first = min(same, key=lambda row: (row["status"] == "duplicate", row["source"]))
        firsts.append(Document(first, [row["source"] for row in same if row is not first]))
    return sorted(firsts, key=lambda document: document.source)


def write(parquet: Path, folder: Path, wanted: Sequence[Document], workers: Workers | None = None) -> dict[str, Page]:
    """Write the pages of documents of the tables in `parquet` into `folder`, by `workers` where there are many; what is in
    them, by document."""
    modest = len(wanted) > TOGETHER
    tasks = [_Task(parquet, folder, part, modest) for part in _parts(wanted, TOGETHER)]
    if workers is None or not modest or not workers.can_be_had():
        return {one: page for task in tasks for one, page in _write(task).items()}
    found: dict[str, Page] = {}
    try:
        for _, pages in in_order(workers, _write, tasks, _write):
            found |= pages or {}
    finally:
        workers.restart()  # they hold memory
    return found


def _write(task: _Task) -> dict[str, Page]:
    with Corpus(task.parquet, task.modest) as corpus:
        return write_few(corpus, task.folder, task.documents)


def write_few(corpus: Corpus, folder: Path, wanted: Sequence[Document]) -> dict[str, Page]:
    """Write the pages of not more than TOGETHER documents of `corpus` into `folder`; what is in them, by document."""
    known = details.names(corpus)
    if wanted:
        details.prepare(corpus, [d.id for d in wanted], [d.source for d in wanted])
    found = {}
    for part in _parts(wanted, details.AT_ONCE):
        gathered = details.gather(corpus, known, [d.id for d in part], [d.source for d in part])
        texts = details.texts(corpus)
        for document in part:
            content = _page(document, texts[document.source], gathered.pop(document.id), known)
            (folder / name(document.id)).write_bytes(content)
            found[document.id] = Page(hashlib.sha256(content).hexdigest(), len(content))
    return found


def _page(document: Document, text: str | None, found: details.Details, known: details.Names) -> bytes:
    counts = Counter(number["kind"] for number in found.numbers)
    complaints = Counter(finding["severity"] for finding in found.findings)
    return rendered(
        "document.html",
        document=document.row,
        copies=document.copies,
        facts=_facts(document.row),
        kinds=[(kind, *words.KINDS[kind], counts[kind]) for kind in words.KINDS if counts[kind]],
        complaints=dict(complaints),
        passages=_passages(text, found) if text is not None else [],
        marks=[mark(number, number["text"]) for number in found.numbers] if text is None else [],
        details=as_json(found.data(known)),
    )


def rendered(template: str, **values: Any) -> bytes:
    """A page out of its template."""
    page = _templates().get_template(template).render(severities=_WORDS, **values)
    return page.encode("utf-8", "replace")


@functools.cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("edu_pipeline.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def as_json(content: Any) -> Markup:
    """Data that stands in a page; it cannot end the element that it stands in."""
    return Markup(safe(json.dumps(content, ensure_ascii=False, separators=(",", ":"))))


def _facts(row: Row) -> list[str]:
    """What is known of a document, in a line."""
    days = f"published {row['published_on']}" if row["published_on"] else ""
    places = "、".join(list(dict.fromkeys(row["places"] or []))[:8])
    said = (row["source"], row["publisher"], row["document_number"], days, places)
    counted = (f"{row['numbers']:,} numbers", f"{row['statistics']:,} statistics") if row["status"] != "failed" else ()
    return [part for part in (*said, *counted) if part]


def _passages(text: str, found: details.Details) -> list[Passage]:
    articles = [{**article, "said": _article(article, found.articles)} for article in found.articles]
    flags = [
        {**finding, "n": n}
        for n, finding in enumerate(found.findings)
        if finding["start"] is not None and "number" not in finding
    ]
    return passages(text, articles, found.numbers, flags)


def _article(article: Row, others: Sequence[Row]) -> str:
    """What is known of an article, in a line."""
    copied = next((other for other in others if other["article_id"] == article["duplicate_of"]), None)
    said = [
        " ".join(filter(None, (article["region_name"], article["region_code"]))) or "place not known",
        str(article["dated_on"]) if article["dated_on"] else "not dated",
        "" if article["complete"] else "breaks off",
        "" if not article["duplicate_of"] else "repeats " + (copied["title"] or "an article above" if copied else "an article of another document"),
    ]  # fmt: skip
    return " · ".join(filter(None, said))


def _parts(items: Sequence[Document], size: int) -> Iterator[list[Document]]:
    coming = iter(items)
    while part := list(islice(coming, size)):
        yield part
