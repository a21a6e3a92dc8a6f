"""All files of a report.

What belongs here: which files there are, and filling the templates.  What does not: what they say (overview, listings,
details), where a report lies (place).

    index.html            totals, plots, checks, and the tables' frame
    tables/<name>.js      the rows of a table
    documents/<id>.html   a page per document
    assets/               style and scripts of ours, DataTables, its licence
    pages.json            what each page was made from (kept)
    report.json           what the report was made from, and a digest of the other files
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from edu_pipeline import tables
from edu_pipeline.report import details, library, listings, overview, words
from edu_pipeline.report.corpus import Corpus, Row
from edu_pipeline.report.kept import PAGES, Kept
from edu_pipeline.report.passages import Passage, mark, passages
from edu_pipeline.warehouse.files import explained, sync

MANIFEST = "report.json"
_AT_ONCE = 128
"""Documents whose details are in memory at a time."""
_SERIES = {"error": "Errors", "warning": "Warnings", "info": "Notes", "before": "Release before", "now": "This release"}
_SEVERITIES = {
    severity: (*words.SEVERITIES[severity], {"error": "Error", "warning": "Warning", "info": "Note"}[severity])
    for severity in overview.GRAVEST_FIRST
}


@dataclass(frozen=True)
class About:
    """What a report was made from: the release's fingerprint, whether texts were left out, and the release that it is
    compared with."""

    fingerprint: str
    without_text: bool = False
    compared_with: str | None = None


def build(
    folder: Path,
    parquet: Path,
    about: About,
    before: Path | None = None,
    program: str = "",
    pages: Path | None = None,
) -> str:
    """Write a report on the tables in `parquet` into `folder`, which is made; the digest of its files.

    `before` holds the tables of the release `about.compared_with`; tables that cannot be compared are not.  `program`
    is written down beside `about`.  `pages` is an earlier report, whose pages are taken over where they would be the
    same.  The same tables, `about` and program give the same bytes, whatever `pages` is.  Raises WarehouseError.
    """
    with explained(folder), Corpus(parquet) as corpus:
        compared = overview.attach_before(corpus, before)
        about = replace(about, compared_with=about.compared_with if compared else None)
        report = _Writer(folder, about, Kept(pages, program))
        report.assets()
        shown = [*listings.LISTINGS, *([listings.CHANGES] if compared else [])]
        counts = {listing.name: report.listing(listing, corpus) for listing in shown}
        rows = overview.documents(corpus)
        report.index(corpus, rows, shown, counts)
        report.documents(corpus, rows)
        return report.finish({**asdict(about), "program": program})


class _Writer:
    """Writes files below a folder and remembers what was in them."""

    def __init__(self, folder: Path, about: About, kept: Kept) -> None:
        self.folder, self.about, self.kept = folder, about, kept
        self._digests: dict[str, str] = {}
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("edu_pipeline.report"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        for name in ("assets", "tables", "documents"):
            (folder / name).mkdir(parents=True)

    def write(self, name: str, text: str) -> bytes:
        content = text.encode("utf-8", "replace")
        self._digests[name] = hashlib.sha256(content).hexdigest()
        (self.folder / name).write_bytes(content)
        return content

    def render(self, name: str, template: str, **values: Any) -> bytes:
        return self.write(name, self._templates.get_template(template).render(severities=_SEVERITIES, **values))

    def assets(self) -> None:
        for name in ("report.css", "index.js", "document.js"):
            self.write(f"assets/{name}", files("edu_pipeline.report").joinpath("static", name).read_text("utf-8"))
        self.write("assets/datatables.js", library.script())
        self.write("assets/datatables.css", library.style())
        self.write("assets/datatables-licence.txt", library.licence())

    def listing(self, listing: listings.Listing, corpus: Corpus) -> int:
        """Write the rows of a table, or the first of them; how many there are in all."""
        columns = listing.columns(corpus)
        rows = len(columns[listings.LINK])
        self.write(f"tables/{listing.name}.js", listings.script(listing, columns))
        return corpus.count(listing.name) if rows == listings.MOST_ROWS else rows

    def index(
        self, corpus: Corpus, rows: Sequence[Row], shown: Sequence[listings.Listing], counts: Mapping[str, int]
    ) -> None:
        compared = self.about.compared_with is not None
        checks = overview.checks(corpus, compared)
        frame = [{"name": one.name, "fields": [asdict(field) for field in one.fields]} for one in shown]
        self.render(
            "index.html",
            "index.html",
            fingerprint=self.about.fingerprint,
            compared=self.about.compared_with,
            without_text=self.about.without_text,
            totals=overview.totals(corpus, compared),
            plots=overview.plots(checks, rows, compared),
            checks=checks,
            series=_SERIES,
            listings=[
                {
                    "name": one.name,
                    "title": one.title,
                    "description": _described(one, counts[one.name]),
                    "count": counts[one.name],
                }
                for one in shown
            ],
            listing_data=_json(frame),
        )

    def documents(self, corpus: Corpus, rows: Sequence[Row]) -> None:
        """A page for each document; sources of the same bytes share one."""
        sources: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            sources[row["document_id"]].append(row)
        details.prepare(corpus)
        known = details.names(corpus)
        self.kept.look(corpus)
        for document_id in sources:
            name = overview.page(document_id)
            if page := self.kept.take(document_id, name, self.folder):
                self._digests[name] = page.sha256
        for ids in _parts(self.kept.missing(list(sources)), _AT_ONCE):
            query = "SELECT source, text FROM documents WHERE list_contains($1, document_id)"
            texts = {row["source"]: row["text"] for row in corpus.rows(query, ids)}
            gathered = details.gather(corpus, known, ids, [row["source"] for i in ids for row in sources[i]])
            for document_id in ids:
                first = min(sources[document_id], key=lambda row: (row["status"] == "duplicate", row["source"]))
                copies = [row["source"] for row in sources[document_id] if row is not first]
                self._document(first, copies, texts[first["source"]], gathered[document_id], known)

    def _document(
        self, row: Row, copies: Sequence[str], text: str | None, found: details.Details, known: details.Names
    ) -> None:
        counts = Counter(number["kind"] for number in found.numbers)
        complaints = Counter(finding["severity"] for finding in found.findings)
        name = overview.page(row["document_id"])
        content = self.render(
            name,
            "document.html",
            document=row,
            copies=copies,
            facts=_facts(row),
            kinds=[(kind, *words.KINDS[kind], counts[kind]) for kind in words.KINDS if counts[kind]],
            complaints=dict(complaints),
            passages=_passages(text, found) if text is not None else [],
            marks=[mark(number, number["text"]) for number in found.numbers] if text is None else [],
            details=_json(found.data(known)),
        )
        self.kept.made(row["document_id"], content, self._digests[name])

    def finish(self, about: Mapping[str, Any]) -> str:
        """Write report.json; the digest of all other files.

        They are many, so that all of the machine's are made durable at once, and not one by one.
        """
        self.write(PAGES, self.kept.text())
        listed = "".join(f"{self._digests[name]}  {name}\n" for name in sorted(self._digests))
        digest = hashlib.sha256(listed.encode()).hexdigest()
        pages = sum(name.startswith("documents/") for name in self._digests)
        content = {**about, "documents": pages, "digest": digest}
        os.sync()
        self.write(MANIFEST, json.dumps(content, indent=1) + "\n")
        for name in (MANIFEST, "."):
            sync(self.folder / name)
        return digest


def _described(listing: listings.Listing, count: int) -> str:
    """What a table holds, and how much of it is shown."""
    if count <= listings.MOST_ROWS or listing.name not in tables.TABLES:
        return listing.description
    file = f"parquet/{listing.name}.parquet"
    return f"{listing.description} These are the first {listings.MOST_ROWS:,} of {count:,} rows; all are in {file}."


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


def _json(content: Any) -> Markup:
    """Data that stands in a page; it cannot end the element that it stands in."""
    return Markup(listings.safe(json.dumps(content, ensure_ascii=False, separators=(",", ":"))))


def _parts(items: list[str], size: int) -> Iterator[list[str]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
