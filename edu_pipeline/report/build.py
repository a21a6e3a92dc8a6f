"""All files of a report.

What belongs here: which files there are, and filling the index.  What does not: what they say (overview, listings), the
pages of documents (pages), where a report lies (place).

    index.html            totals, plots, checks, and the tables' frame
    tables/<name>.js      the rows of a table
    documents/<id>.html   a page per document
    assets/               style and scripts of ours, DataTables, its licence
    pages.json            what is in each page (kept)
    report.json           what the report was made from, and a digest of the other files
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow as pa

from edu_pipeline import tables
from edu_pipeline.report import kept, library, listings, overview, pages
from edu_pipeline.report.before import Before, attach
from edu_pipeline.report.corpus import Corpus, Row
from edu_pipeline.report.kept import Page
from edu_pipeline.report.pages import as_json, rendered
from edu_pipeline.warehouse.files import explained, sync
from edu_pipeline.workers import Workers

MANIFEST = "report.json"
_SERIES = {"error": "Errors", "warning": "Warnings", "info": "Notes", "before": "Release before", "now": "This release"}


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
    before: Before | None = None,
    program: str = "",
    workers: Workers | None = None,
) -> str:
    """Write a report on the tables in `parquet` into `folder`, which is made; the digest of its files.

    `before` is the release `about.compared_with`; tables that cannot be compared are not, and pages that would be the same
    are taken over from its report.  `program` is written down beside `about`.  The same tables, `about` and program give
    the same bytes, whatever report there was before, and by however many `workers`.  Raises WarehouseError.
    """
    with explained(folder), Corpus(parquet) as corpus:
        compared = attach(corpus, before)
        about = replace(about, compared_with=about.compared_with if compared else None)
        report = _Writer(folder, about)
        report.assets()
        rows = overview.documents(corpus)
        shown = [*listings.LISTINGS, *([listings.CHANGES] if compared else [])]
        report.index(corpus, rows, shown, report.tables(corpus, rows, shown))
        documents = pages.documents(rows)
        ids = [document.id for document in documents]
        found = kept.take_over(corpus, before, ids, program, folder) if before and compared else {}
    missing = [document for document in documents if document.id not in found]
    with explained(folder):  # without the connection, which keeps the memory that it once had
        report.documents(found | pages.write(parquet, folder, missing, workers), program)
        return report.finish({**asdict(about), "program": program})


class _Writer:
    """Writes files below a folder and remembers what was in them."""

    def __init__(self, folder: Path, about: About) -> None:
        self.folder, self.about = folder, about
        self._files: dict[str, Page] = {}
        for name in ("assets", "tables", "documents"):
            (folder / name).mkdir(parents=True)

    def write(self, name: str, content: str | bytes) -> None:
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        self._files[name] = Page(hashlib.sha256(data).hexdigest(), len(data))
        (self.folder / name).write_bytes(data)

    def assets(self) -> None:
        for name in ("report.css", "index.js", "document.js"):
            self.write(f"assets/{name}", files("edu_pipeline.report").joinpath("static", name).read_text("utf-8"))
        self.write("assets/datatables.js", library.script())
        self.write("assets/datatables.css", library.style())
        self.write("assets/datatables-licence.txt", library.licence())

    def tables(self, corpus: Corpus, documents: Sequence[Row], shown: Sequence[listings.Listing]) -> dict[str, int]:
        """Write the rows of tables, or the first of them; how many there are in all.

        A table is written while the next one is asked for.
        """
        counts = {}
        with ThreadPoolExecutor(1) as beside:
            written: Future[None] | None = None
            for one in shown:
                rows = one.rows(corpus, documents)
                counts[one.name] = rows.num_rows if rows.num_rows < listings.MOST_ROWS else corpus.count(one.name)
                if written is not None:
                    written.result()
                written = beside.submit(self._table, one, rows)
            if written is not None:
                written.result()
        return counts

    def _table(self, listing: listings.Listing, rows: pa.Table) -> None:
        self.write(f"tables/{listing.name}.js", listings.script(listing, rows))

    def index(
        self, corpus: Corpus, rows: Sequence[Row], shown: Sequence[listings.Listing], counts: Mapping[str, int]
    ) -> None:
        compared = self.about.compared_with is not None
        checks = overview.checks(corpus, compared)
        frame = [{"name": one.name, "fields": [asdict(field) for field in one.fields]} for one in shown]
        content = rendered(
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
            listing_data=as_json(frame),
        )
        self.write("index.html", content)

    def documents(self, found: Mapping[str, Page], program: str) -> None:
        """The pages of documents, which are written."""
        self._files |= {kept.name(document_id): page for document_id, page in found.items()}
        self.write(kept.PAGES, kept.text(found, program))

    def finish(self, about: Mapping[str, Any]) -> str:
        """Write report.json; the digest of all other files.

        They are many, so that all of the machine's are made durable at once, and not one by one.
        """
        listed = "".join(f"{self._files[name].sha256}  {name}\n" for name in sorted(self._files))
        digest = hashlib.sha256(listed.encode()).hexdigest()
        pages = sum(name.startswith("documents/") for name in self._files)
        size = sum(file.size for file in self._files.values())
        content = {**about, "documents": pages, "bytes": size, "digest": digest}
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
