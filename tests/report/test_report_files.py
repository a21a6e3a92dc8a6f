"""The files of a report: that they say what the tables say, that nothing in them can run, that they are always the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from report_files import Elements, contents, table_of

from edu_pipeline.report import library, listings, overview, place, plots
from edu_pipeline.report.build import About, build
from edu_pipeline.report.corpus import Corpus

ABOUT = About("0123456789abcdef")
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"


def data_of(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found.group(1))


# ------------------------------------------------------------------------------------------------ nothing runs
def test_no_text_of_a_document_becomes_markup(report: Path, sample: Any) -> None:
    pages = [report / "index.html", *sorted((report / "documents").iterdir())]
    assert len(pages) == 4
    for path in pages:
        page = Elements(path.read_text(encoding="utf-8"))
        assert not page.of("img") and not page.of("iframe") and not page.of("style")
        scripts = page.of("script")
        assert [s for s in scripts if "src" not in s] == [s for s in scripts if s.get("type") == "application/json"]
        sources = {str(script["src"]).removeprefix("../") for script in scripts if "src" in script}
        assert sources <= {"assets/datatables.js", "assets/index.js", "assets/document.js"}
        assert not [name for _, found in page.found for name in found if name.startswith("on") or name == "style"]
        assert "window.pwned" in page.text, "it must be there to be read"
        policies = [meta["content"] for meta in page.of("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert policies == [POLICY]
        assert {urlsplit(str(found["href"])).scheme for found in page.of("a")} == {""}, "all links stay in the report"


def test_tables_are_data_that_no_element_ends_in(report: Path, sample: Any) -> None:
    for path in (report / "tables").iterdir():
        script = path.read_text(encoding="utf-8")
        assert not set("<>&\u2028\u2029") & set(script)
        assert sample.hostile in table_of(script)["document" if path.stem in ("audits", "findings", "quarantine", "documents") else "label" if path.stem == "relations" else "name_zh"]  # fmt: skip


# ------------------------------------------------------------------------------------------------ what pages say
def test_a_page_marks_every_number_where_it_stands(report: Path, sample: Any) -> None:
    page = (report / f"documents/{sample.one}.html").read_text(encoding="utf-8")
    marks = re.findall(r'<mark class="k-(\w+)[^>]*>([^<]*)</mark>', page)
    assert marks == [("observation", "127所"), ("observation", "321所"), ("observation", "500所"), ("period", "2025年"), ("target", "98.5%")]  # fmt: skip
    # without the marks the text is what it was, to the character
    body = page.split('<div class="body">')[1].split("</div>")[0]
    assert Elements(body).text == sample.rows["documents"][0]["text"]


def test_a_page_holds_what_stands_behind_a_number(report: Path, sample: Any) -> None:
    data = data_of((report / f"documents/{sample.one}.html").read_text(encoding="utf-8"), "details")
    total = data["numbers"][2]
    (statement,) = total["statements"]
    assert (statement["value"], statement["period"]) == ("500 institutions", "2024")
    assert [data["findings"][n]["check"] for n in statement["findings"]] == ["arithmetic_inconsistent"]
    (audit,) = (data["audits"][n] for n in total["audits"])
    assert (audit["verdict"], audit["claimed"], audit["computed"]) == ("inconsistent", "500", "448")
    assert (audit["claim"], audit["operands"]) == (2, [0, 1])
    assert data["numbers"][0]["audits"] == total["audits"]
    (relation,) = (data["relations"][n] for n in data["numbers"][0]["statements"][0]["relations"])
    assert relation["relation"] == "Conflict"
    here, there = relation["members"]
    assert here["number"] == 0 and here["followed"]
    assert (there["document"], there["quantity"]) == (sample.two, sample.quantity(sample.two, "127所"))
    # and the other page leads back
    other = data_of((report / f"documents/{sample.two}.html").read_text(encoding="utf-8"), "details")
    assert other["relations"][0]["members"][1]["quantity"] == sample.quantity(sample.one, "127所")
    assert other["numbers"][4]["statements"][0]["apart"] == [sample.hostile]


def test_a_fact_that_a_correction_moved_to_another_place_stays_with_its_number(sample: Any, tmp_path: Path) -> None:
    sample.rows["facts"][0].update(region_code="990202", quality="corrected", flags=["corrected"])
    build(tmp_path / "report", sample.lay_out(tmp_path / "parquet"), ABOUT)
    data = data_of((tmp_path / f"report/documents/{sample.one}.html").read_text(encoding="utf-8"), "details")
    assert data["numbers"][0]["statements"][0]["fact"][0] == "corrected"


def test_a_finding_on_words_is_flagged_and_one_on_the_document_listed(report: Path, sample: Any) -> None:
    page = (report / f"documents/{sample.one}.html").read_text(encoding="utf-8")
    assert re.findall(r'<a class="flag s-(\w+)" id="f-(\d+)"', page) == [("warning", "1")]
    assert [row["severity"] for row in data_of(page, "details")["findings"]] == ["error", "warning", "info"]


def test_the_page_of_a_file_that_could_not_be_read_says_why(report: Path, sample: Any) -> None:
    page = Elements((report / f"documents/{sample.broken}.html").read_text(encoding="utf-8"))
    assert "Not read" in page.text and "could not be read" in page.text


def test_the_index_counts_what_the_tables_hold(report: Path, sample: Any) -> None:
    page = Elements((report / "index.html").read_text(encoding="utf-8"))
    shown = dict(re.findall(r"(Documents|Numbers|Statistics|Facts|Findings|Quarantined)\s+(\d+)", page.text))
    rows = sample.rows
    assert shown == {
        "Documents": "3", "Numbers": "10", "Statistics": str(len(rows["observations"])), "Facts": "1", "Findings": "3",
        "Quarantined": "1",
    }  # fmt: skip
    assert "There is no release before it" in page.text
    links = [found.get("href") for found in page.of("a")]
    assert "#findings/check=misprint" in links and f"documents/{sample.one}.html" in links


def test_listings_lead_to_the_number(report: Path, sample: Any) -> None:
    found = table_of((report / "tables/findings.js").read_text(encoding="utf-8"))
    assert found["page"] == [
        f"documents/{sample.one}.html#at-{sample.rows['findings'][0]['start']}",
        f"documents/{sample.one}.html#at-0",
        f"documents/{sample.one}.html",
    ]
    facts = table_of((report / "tables/facts.js").read_text(encoding="utf-8"))
    assert facts["page"] == [f"documents/{sample.one}.html#q-{sample.quantity(sample.one, '127所')}"]
    assert (facts["value"], facts["quality"], facts["flagged"]) == ([127.0], ["conflicting"], ["conflict"])
    end = sample.rows["facts"][0].get("period_end")
    assert facts["year"] == [str(end.year) if end else None]


def test_facts_are_chosen_by_place_indicator_and_year_and_show_their_quality_first() -> None:
    fields = next(one for one in listings.LISTINGS if one.name == "facts").fields
    assert {"region_name", "name_zh", "year"} <= {field.name for field in fields if field.choice}
    assert {"quality", "flagged"} <= {field.name for field in fields[:8]}


def test_every_listing_shows_columns_that_its_rows_have(sample: Any, tmp_path: Path) -> None:
    with Corpus(sample.lay_out(tmp_path / "parquet")) as corpus:
        shown = listings.Shown(corpus, overview.documents(corpus))
        for listing in listings.LISTINGS:
            rows = listing.rows(shown)
            assert rows[listings.LINK].to_pylist(), listing.name
            assert set(listings.names(listing)) <= set(rows.column_names), listing.name
            assert sum(field.link for field in listing.fields) == 1


def test_copies_of_a_file_share_a_page(sample: Any, tmp_path: Path) -> None:
    copy = {**sample.rows["documents"][0], "source": "a copy.txt", "status": "duplicate"}
    sample.rows["documents"].append(copy)
    build(tmp_path / "report", sample.lay_out(tmp_path / "parquet"), ABOUT)
    assert len(list((tmp_path / "report/documents").iterdir())) == 3
    page = (tmp_path / f"report/documents/{sample.one}.html").read_text(encoding="utf-8")
    assert "The same bytes as <b>a copy.txt</b>" in page


def test_an_empty_release_has_a_report(sample: Any, tmp_path: Path) -> None:
    for name in sample.rows:
        sample.rows[name].clear()
    build(tmp_path / "report", sample.lay_out(tmp_path / "parquet"), ABOUT)
    page = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    assert "No check has anything to complain of." in page and "<svg" not in page


# ------------------------------------------------------------------------------------------------ without texts
def test_without_texts_numbers_stand_in_a_list(sample: Any, tmp_path: Path) -> None:
    for row in sample.rows["documents"]:
        row["text"] = None
    build(tmp_path / "report", sample.lay_out(tmp_path / "parquet"), About("0123456789abcdef", without_text=True))
    page = (tmp_path / f"report/documents/{sample.one}.html").read_text(encoding="utf-8")
    assert "The text was left out of this release" in page
    assert re.findall(r"<li><mark[^>]*>([^<]*)</mark></li>", page) == ["127所", "321所", "500所", "2025年", "98.5%"]
    assert "有小学" not in page


# ------------------------------------------------------------------------------------------------ always the same
def test_the_same_tables_give_the_same_bytes(sample: Any, tmp_path: Path) -> None:
    tables = sample.lay_out(tmp_path / "parquet")
    first = build(tmp_path / "first", tables, ABOUT)
    assert plots.bars([plots.Bar("between", [("now", 1)], "one")], "a drawing in between")
    second = build(tmp_path / "second", tables, ABOUT)
    assert first == second
    assert contents(tmp_path / "first") == contents(tmp_path / "second")
    sample.rows["findings"].pop()
    assert build(tmp_path / "third", sample.lay_out(tmp_path / "other"), ABOUT) != first


def test_nothing_in_a_report_tells_where_it_was_made(report: Path) -> None:
    for name, content in contents(report).items():
        assert str(report.parent).encode() not in content, name


def test_the_program_is_what_pages_are_made_by(monkeypatch: pytest.MonkeyPatch) -> None:
    before = place.program()
    place.program.cache_clear()
    monkeypatch.setattr(place, "LIBRARIES", ("duckdb",))
    try:
        assert place.program() != before
    finally:
        place.program.cache_clear()


# ------------------------------------------------------------------------------------------------ libraries
def test_the_installed_library_is_in_the_shape_that_is_known() -> None:
    script = library.script()
    assert "globalThis.DataTable=" in script and not re.search(r"\bexport\s*\{", script)
    assert "DataTables 2" in script and "MIT" in library.licence()
    assert "dt-container" in library.style()


@pytest.mark.parametrize(
    "module", ["", "export{a as b}", "export{a as default};export{c as default}", "export default 1"]
)
def test_a_library_in_another_shape_is_refused_in_words(module: str) -> None:
    with pytest.raises(library.LibraryChanged, match="use version 2.9"):
        library.classic(module)


def test_bars_are_links_with_words_and_no_styles() -> None:
    row = plots.Bar("</text><script>x", [("error", 2), ("warning", 1)], "said <b>", "documents/a.html")
    drawn = plots.bars([row, plots.Bar("nothing", [("info", 0)], "none")], "A drawing")
    page = Elements(drawn)
    assert [found["href"] for found in page.of("a")] == ["documents/a.html"]
    assert not page.of("script") and "style" not in drawn and "http://" not in drawn.replace("http://www.w3.org/", "")
    assert [found.get("class") for found in page.of("path") if str(found.get("class")).startswith("p-")][:2] == ["p-error", "p-warning"]  # fmt: skip
    widths = [float(found["d"].split("h")[1].split("v")[0]) for found in page.of("path") if found.get("class") in ("p-error", "p-warning")]  # type: ignore[union-attr]  # fmt: skip
    assert widths[0] == pytest.approx(2 * widths[1])


@pytest.mark.parametrize(("name", "shown"), [("short", "short"), ("清" * 12, "清" * 12), ("清" * 13, "清" * 11 + "…")])
def test_names_are_cut_to_their_place(name: str, shown: str) -> None:
    assert plots.cut(name) == shown
