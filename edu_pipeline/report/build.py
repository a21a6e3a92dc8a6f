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
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from edu_pipeline import tables
from edu_pipeline.report import details, kept, library, listings, overview, pages
from edu_pipeline.report.before import Before, attach
from edu_pipeline.report.corpus import Corpus, Row
from edu_pipeline.report.kept import Page
from edu_pipeline.report.pages import Document, as_json, rendered
from edu_pipeline.warehouse.files import explained, sync
from edu_pipeline.workers import Workers

MANIFEST = "report.json"
_FOLDERS = ("assets", "tables", "documents")
_FEW = 256
"""Files that are made durable one by one."""
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
    with explained(folder), Corpus(parquet) as corpus, ExitStack() as stack:
        others = [stack.enter_context(corpus.beside()) for _ in range(3)]
        beside = stack.enter_context(ThreadPoolExecutor(3))
        attached = beside.submit(attach, others[0], before)
        rows = overview.documents(corpus)
        documents = pages.documents(rows)
        uncompared = attached.result()
        compared = not uncompared
        about = replace(about, compared_with=about.compared_with if compared else None)
        report = _Writer(folder, about)
        shown = [*listings.LISTINGS, *([listings.CHANGES] if compared else [])]
        parts = [[one for one in shown if one.named == named] for named in (True, False)]
        written = [beside.submit(report.tables, *each, rows) for each in zip(others[1:], parts, strict=True)]
        taken = beside.submit(_taken_over, others[0], before if compared else None, documents, program, folder)
        report.assets()
        report.index(corpus, rows, shown, written, uncompared)
        same, made = taken.result()
    missing = [document for document in documents if document.id not in same and document.id not in made]
    with explained(folder):  # without the connection, which keeps the memory that it once had
        made |= pages.write(parquet, folder, missing, workers)
        report.documents(same, made, program)
        return report.finish({**asdict(about), "program": program})


def _taken_over(
    corpus: Corpus, before: Before | None, documents: Sequence[Document], program: str, folder: Path
) -> tuple[dict[str, Page], dict[str, Page]]:
    """The pages that are those of the report before; and, where the others are few, these, which are made."""
    if before is None:
        return {}, {}
    found = kept.take_over(corpus, before, [document.id for document in documents], program, folder)
    missing = [document for document in documents if document.id not in found]
    return found, pages.write_few(corpus, folder, missing) if len(missing) <= details.AT_ONCE else {}


class _Writer:
    """Writes files below a folder and remembers what was in them."""

    def __init__(self, folder: Path, about: About) -> None:
        self.folder, self.about = folder, about
        self._files: dict[str, Page] = {}
        self._durable: set[str] = set()
        for name in _FOLDERS:
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

    def tables(self, corpus: Corpus, shown: Iterable[listings.Listing], documents: Sequence[Row]) -> dict[str, int]:
        """Write the rows of tables, or the first of them; how many there are in all."""
        counts, of = {}, listings.Shown(corpus, documents)
        for one in shown:
            rows = one.rows(of)
            counts[one.name] = rows.num_rows if rows.num_rows < listings.MOST_ROWS else corpus.count(one.name)
            self.write(f"tables/{one.name}.js", b"".join(listings.script(one, rows)))
        return counts

    def index(
        self,
        corpus: Corpus,
        documents: Sequence[Row],
        shown: Sequence[listings.Listing],
        written: Iterable[Future[dict[str, int]]],
        uncompared: str,
    ) -> None:
        """Write the index, beside the tables: how many rows these have comes last."""
        compared = self.about.compared_with is not None
        checks = overview.checks(corpus, compared)
        plots, totals = overview.plots(checks, documents, compared), overview.totals(corpus, compared)
        counts = {name: count for part in written for name, count in part.result().items()}
        frame = [{"name": one.name, "fields": [asdict(field) for field in one.fields]} for one in shown]
        content = rendered(
            "index.html",
            fingerprint=self.about.fingerprint,
            compared=self.about.compared_with,
            uncompared=uncompared,
            without_text=self.about.without_text,
            totals=totals,
            plots=plots,
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

    def documents(self, same: dict[str, Page], made: dict[str, Page], program: str) -> None:
        """The pages of documents, which lie there: those that were taken over, and those that were made."""
        self._files |= {kept.name(document_id): page for document_id, page in (same | made).items()}
        self._durable = {kept.name(document_id) for document_id in same}
        self.write(kept.PAGES, kept.text(same | made, program))

    def finish(self, about: Mapping[str, Any]) -> str:
        """Write report.json; the digest of all other files."""
        listed = "".join(f"{self._files[name].sha256}  {name}\n" for name in sorted(self._files))
        digest = hashlib.sha256(listed.encode()).hexdigest()
        pages = sum(name.startswith("documents/") for name in self._files)
        size = sum(file.size for file in self._files.values())
        content = {**about, "documents": pages, "bytes": size, "digest": digest}
        self._sync()
        self.write(MANIFEST, json.dumps(content, indent=1) + "\n")
        for name in (MANIFEST, "."):
            sync(self.folder / name)
        return digest

    def _sync(self) -> None:
        """Make the files durable: where they are many, all of the machine's at once, and not one by one."""
        new = self._files.keys() - self._durable
        if len(new) > _FEW:
            os.sync()
            return
        for name in (*sorted(new), *_FOLDERS):
            sync(self.folder / name)


def _described(listing: listings.Listing, count: int) -> str:
    """What a table holds, and how much of it is shown."""
    if count <= listings.MOST_ROWS or listing.name not in tables.TABLES:
        return listing.description
    file = f"parquet/{listing.name}.parquet"
    return f"{listing.description} These are the first {listings.MOST_ROWS:,} of {count:,} rows; all are in {file}."
