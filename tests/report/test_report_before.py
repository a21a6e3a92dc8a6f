"""A report beside the one before it: what has changed, which pages are taken over and which are made, however many make them.

What belongs here: report.before and report.pages.  What does not: what the pages say (test_report_files).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from report_files import Elements, contents, table_of

from edu_pipeline.report import changed, listings, overview, pages
from edu_pipeline.report.before import NOT_COMPARABLE, TOO_LARGE, Before, attach
from edu_pipeline.report.build import About, build
from edu_pipeline.report.corpus import Corpus
from edu_pipeline.workers import Workers

ABOUT = About("0123456789abcdef")


def test_against_the_release_before(sample: Any, tmp_path: Path) -> None:
    now = sample.lay_out(tmp_path / "now")
    sample.rows["facts"][0]["value"] = 100.0
    sample.rows["findings"] = [{**sample.rows["findings"][0], "finding_id": "old", "check": "conflict"}]
    sample.rows["documents"].pop()
    before = sample.lay_out(tmp_path / "before")
    build(tmp_path / "report", now, About("0123456789abcdef", compared_with="000001-aaaa"), Before(before, tmp_path))
    page = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    text = Elements(page).text
    assert "000001-aaaa" in text
    assert "Findings by check, against the release before" in text
    assert "conflict: 1 before, 0 now" in page
    assert re.search(r"Documents\s+3\s+\+1", text)
    changes = table_of((tmp_path / "report/tables/changes.js").read_text(encoding="utf-8"))
    told = list(zip(changes["what"], changes["change"], changes["before"], changes["now"], strict=True))
    assert ("fact", "changed", "100 institution", "127 institution") in told
    assert ("document", "new", None, "failed") in told
    assert told[0][:2] == ("fact", "changed") and changes["name"][0].endswith((", 2024", ", time unknown"))
    assert ("finding", "gone", sample.hostile, None) in told


def test_a_finding_that_says_the_same_again_is_no_change(sample: Any, tmp_path: Path) -> None:
    now = sample.lay_out(tmp_path / "now")

    def findings(name: str) -> list[str]:
        with Corpus(now) as corpus:
            assert attach(corpus, Before(sample.lay_out(tmp_path / name), tmp_path)) == ""
            return [row["change"] for row in changed.rows(corpus, 10) if row["what"] == "finding"]

    sample.rows["findings"] = [{**row, "finding_id": f"old{n}"} for n, row in enumerate(sample.rows["findings"])]
    assert findings("before") == []
    sample.rows["findings"][0]["message"] = "另一句话"
    assert findings("other") == ["gone", "new"]


def test_a_release_before_with_other_columns_is_not_compared(sample: Any, tmp_path: Path) -> None:
    now, before = sample.lay_out(tmp_path / "now"), sample.lay_out(tmp_path / "before")
    (before / "findings.parquet").write_bytes((before / "units.parquet").read_bytes())
    build(tmp_path / "report", now, About("0123456789abcdef", compared_with="000001-aaaa"), Before(before, tmp_path))
    assert NOT_COMPARABLE in (tmp_path / "report/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "report/tables/changes.js").exists()


def test_memory_that_runs_out_while_comparing_is_told(
    sample: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, before = sample.lay_out(tmp_path / "now"), sample.lay_out(tmp_path / "before")

    def greedy(con: duckdb.DuckDBPyConnection, *_: Any, **__: Any) -> None:
        con.execute("SET memory_limit = '1MB'")
        con.execute("SELECT list(i) FROM range(10_000_000) AS much(i)")

    monkeypatch.setattr("edu_pipeline.report.before.differing.rows", greedy)
    with Corpus(now) as corpus:
        assert attach(corpus, Before(before, tmp_path)) == TOO_LARGE


@pytest.mark.parametrize("name", ["documents", "facts", "findings"])
def test_a_column_that_the_release_before_lacks_is_not_asked_for(sample: Any, tmp_path: Path, name: str) -> None:
    now, before = sample.lay_out(tmp_path / "now"), sample.lay_out(tmp_path / "before")
    path = before / f"{name}.parquet"
    whole, compared = pq.read_table(path), set()
    for column in whole.column_names:
        pq.write_table(whole.drop_columns([column]), path)
        with Corpus(now) as corpus:
            if not attach(corpus, Before(before, tmp_path)):
                compared.add(column)
                listings.CHANGES.rows(listings.Shown(corpus, []))
                overview.totals(corpus, True)
                overview.checks(corpus, True)
    assert compared and compared < set(whole.column_names)


# ------------------------------------------------------------------------------------------------ what is taken over
def test_pages_that_would_be_the_same_are_taken_over(sample: Any, tmp_path: Path) -> None:
    first, before = tmp_path / "first", sample.lay_out(tmp_path / "parquet")
    build(first, before, ABOUT)
    ours = [one for one in sample.rows["audits"] if one["document_id"] == sample.one]
    ours[0]["explanation"] = "another"
    tables = sample.lay_out(tmp_path / "other")

    def taken(name: str, pages: Path = first) -> set[str]:
        """The documents whose pages are the files of the first report; the bytes are those of a report from nothing."""
        folder = tmp_path / name
        build(folder, tables, ABOUT, Before(before, pages))
        assert contents(folder) == contents(tmp_path / "fresh")
        return {p.stem for p in (folder / "documents").iterdir() if p.stat().st_nlink > 1}

    build(tmp_path / "fresh", tables, ABOUT, Before(before, tmp_path / "not there"))
    documents = {row["document_id"] for row in sample.rows["documents"]}
    assert taken("second") == documents - {sample.one}
    assert not taken("third", tmp_path / "not there")
    (first / "documents" / f"{sample.two}.html").unlink()
    (first / "documents" / f"{sample.two}.html").write_text("torn", encoding="utf-8")
    assert taken("fourth") == documents - {sample.one, sample.two}
    (first / "pages.json").write_text('{"a": 1}', encoding="utf-8")
    assert not taken("fifth")


def related(rows: Any) -> set[str]:
    """The documents of the sample's relation, and of its fact: the same two."""
    ids = rows["relations"][0]["observation_ids"]
    assert ids == rows["facts"][0]["evidence"]
    return {one["document_id"] for one in rows["observations"] if one["observation_id"] in ids}


def change_note(rows: Any) -> set[str]:
    rows["relations"][0]["note"] = "another"
    return related(rows)


def change_told(rows: Any) -> set[str]:
    """What is said of a statement stands on the pages of those that are related to it."""
    told = rows["relations"][0]["observation_ids"][0]
    next(one for one in rows["observations"] if one["observation_id"] == told)["value"] = 7.0
    return related(rows)


def change_fact(rows: Any) -> set[str]:
    rows["facts"][0]["quality"] = "ok"
    return related(rows)


def remove_fact(rows: Any) -> set[str]:
    documents = related(rows)
    rows["facts"].clear()
    return documents


def remove_relation(rows: Any) -> set[str]:
    documents = related(rows)
    rows["relations"].clear()
    return documents


def change_words(rows: Any) -> set[str]:
    """A code in other words is on every page, or might be."""
    rows["units"][0]["name_en"] = "schools"
    return {row["document_id"] for row in rows["documents"]}


def add_copy(rows: Any) -> set[str]:
    rows["documents"].append({**rows["documents"][0], "source": "a copy.txt", "status": "duplicate"})
    return {rows["documents"][0]["document_id"]}


def change_nothing(rows: Any) -> set[str]:
    return set()


@pytest.mark.parametrize(
    "change",
    [change_note, change_told, change_fact, remove_fact, remove_relation, change_words, add_copy, change_nothing],
)
def test_what_a_page_shares_with_others_is_part_of_it(report: Path, sample: Any, tmp_path: Path, change: Any) -> None:
    """A statement in one document changes the page of another that tells the same, and no third."""
    before = report.with_name("parquet")
    documents = change(sample.rows)
    tables = sample.lay_out(tmp_path / "other")
    build(tmp_path / "second", tables, ABOUT, Before(before, report))
    made = {p.stem for p in (tmp_path / "second" / "documents").iterdir() if p.stat().st_nlink == 1}
    assert made == documents
    build(tmp_path / "fresh", tables, ABOUT, Before(before, tmp_path / "not there"))
    assert contents(tmp_path / "second") == contents(tmp_path / "fresh")


def test_however_many_make_the_pages_they_are_the_same(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "TOGETHER", 1)
    asked = list[object]()
    submit = Workers.submit
    monkeypatch.setattr(Workers, "submit", lambda self, *given: asked.append(given[-1]) or submit(self, *given))
    workers = Workers(2)
    try:
        build(tmp_path / "together", report.with_name("parquet"), ABOUT, workers=workers)
        assert len(asked) > 3 and not workers.running
    finally:
        workers.close()
    assert contents(tmp_path / "together") == contents(report)
