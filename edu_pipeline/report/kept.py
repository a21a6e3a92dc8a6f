"""Pages of an earlier report that would be the same again.

What belongs here: what a page depends on, in one word, and where a page with that word lies.  What does not: making
pages (build), where reports lie (place).

A page of the report before is taken over (the same file under a second name) when everything that it shows is the same
row by row, and the program is the same.  That costs a few questions over all tables, and no page: a document more in
ten thousand makes the pages of the documents that it shares facts and relations with, and its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import duckdb

from edu_pipeline.report.corpus import Corpus
from edu_pipeline.warehouse.files import link_or_copy
from edu_pipeline.warehouse.fingerprint import code_hash

PAGES = "pages.json"
_OF_ALL = ("indicators", "education_levels", "units")
_OF_ONE = ("articles", "quantities", "quarantine", "findings", "audits", "observations")
_KEYS = """
    SELECT document_id, count(*) || '-' || sum(word::HUGEINT) AS word FROM (
        SELECT document_id, hash(documents) AS word FROM documents
        {tables}
        UNION ALL SELECT document_id, hash(evidence) FROM evidence
        UNION ALL SELECT m.document_id, hash(relation_word, m.observation_id) FROM member m JOIN (
            SELECT relation_id, hash(any_value(hash(r)), sum(hash(member)::HUGEINT)) AS relation_word
            FROM relations r JOIN member USING (relation_id) GROUP BY 1) USING (relation_id))
    GROUP BY document_id"""


class Page(NamedTuple):
    """What a page was made from, and what is in it."""

    word: str
    sha256: str
    size: int


@dataclass
class Kept:
    """The pages of the report before, and those of this one."""

    before: Path | None
    program: str
    _words: dict[str, str] = field(default_factory=dict)
    _there: dict[str, Page] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def look(self, corpus: Corpus) -> None:
        """Find what each page depends on, and which pages are there.  Comes after details.prepare."""
        tables = " ".join(f"UNION ALL SELECT document_id, hash({name}) FROM {name}" for name in _OF_ONE)
        common = [corpus.rows(f"SELECT count(*), sum(hash({name})::HUGEINT) AS word FROM {name}") for name in _OF_ALL]
        base = f"{self.program} {code_hash()} {duckdb.__version__} {common}"
        for document_id, word in corpus.pairs(_KEYS.format(tables=tables)).items():
            self._words[document_id] = hashlib.sha256(f"{base} {word}".encode()).hexdigest()[:32]
        self._there = _read(self.before / PAGES) if self.before else {}

    def take(self, document_id: str, name: str, folder: Path) -> Page | None:
        """Have the page of a document from the report before, if it is there and would be the same."""
        found = self._there.get(document_id)
        if self.before is None or found is None or found.word != self._words[document_id]:
            return None
        path = self.before / name
        if not path.is_file() or path.stat().st_size != found.size:
            return None
        link_or_copy(path, folder / name)
        self.pages[document_id] = found
        return found

    def made(self, document_id: str, content: bytes, sha256: str) -> None:
        self.pages[document_id] = Page(self._words[document_id], sha256, len(content))

    def missing(self, ids: Sequence[str]) -> list[str]:
        return [document_id for document_id in ids if document_id not in self.pages]

    def text(self) -> str:
        """What the next report reads."""
        return json.dumps({name: self.pages[name] for name in sorted(self.pages)}, indent=0) + "\n"


def _read(path: Path) -> dict[str, Page]:
    try:
        content = json.loads(path.read_bytes())
        return {name: Page(str(page[0]), str(page[1]), int(page[2])) for name, page in content.items()}
    except (OSError, ValueError, AttributeError, IndexError, TypeError, KeyError):
        return {}
