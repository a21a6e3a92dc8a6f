"""The pages in a real browser, from the file system and without a network: what is seen, clicked, typed and downloaded,
on a desk and on a phone, that nothing in a document runs as script, and a thousand documents."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.report import build
from edu_pipeline.report.build import About

PHONE = 360
INDEX_BYTES = 3_000_000


@pytest.fixture
def page(report: Path, sample: Any) -> Path:
    return report / "documents" / f"{sample.one}.html"


def harmless(visitor: Any) -> None:
    """Nothing of a document ran, and the pages' own scripts broke nowhere."""
    assert visitor.run("return window.pwned") is None
    assert visitor.all("img, svg[onload], iframe, object") == []
    assert [said for said in visitor.complaints() if "favicon" not in said] == []


def fits(visitor: Any) -> None:
    """Nothing but what scrolls by itself is wider than the window."""
    wide = visitor.run("return [document.documentElement.scrollWidth, window.innerWidth]")
    assert wide[0] <= wide[1] + 1


def cells(visitor: Any, name: str) -> list[str]:
    return [cell.text for cell in visitor.all(f"#panel-{name} tbody tr td:first-child")]


def open_tab(visitor: Any, name: str) -> None:
    visitor.run("arguments[0].scrollIntoView({behavior: 'instant', block: 'center'})", visitor.one(f"#tab-{name}"))
    visitor.one(f"#tab-{name}").click()
    visitor.until(lambda: visitor.all(f"#panel-{name} tbody tr"))


# ------------------------------------------------------------------------------------------------ a document
def test_a_click_shows_what_was_read(visitor: Any, page: Path, sample: Any) -> None:
    visitor.open(page)
    marks = {mark.text: mark for mark in visitor.all("mark")}
    assert {"127所", "321所", "500所", "2025年", "98.5%"} <= set(marks)
    colours = {text: marks[text].value_of_css_property("background-color") for text in ("500所", "2025年", "98.5%")}
    assert len(set(colours.values())) == 3, colours
    marks["500所"].click()
    said = visitor.until(lambda: visitor.one("#chosen").text)
    for needed in ("500", "2024", "448", "arithmetic_inconsistent", sample.hostile[:20]):
        assert needed.lower() in said.lower(), needed
    assert len(visitor.all("mark.linked")) >= 2  # the numbers that the audit joins
    harmless(visitor)


def test_a_document_by_keyboard(visitor: Any, page: Path) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    visitor.open(page)

    def press(key: str) -> None:
        ActionChains(visitor.driver).send_keys(key).perform()

    def focused() -> str:
        return str(visitor.run("return document.activeElement.textContent"))

    visitor.run("document.querySelector('mark').focus()")
    assert focused() == "127所"
    press(Keys.ENTER)
    assert "127" in visitor.one("#chosen").text
    press(Keys.ARROW_RIGHT)
    visitor.until(lambda: "321" in visitor.one("#chosen").text)
    press(Keys.ESCAPE)
    visitor.until(lambda: "Choose a number" in visitor.one("#chosen").text or not visitor.all("mark.chosen"))
    harmless(visitor)


def test_a_link_leads_to_its_number(visitor: Any, page: Path, sample: Any) -> None:
    visitor.open(page, f"#q-{sample.quantity(sample.one, '500所')}")
    visitor.until(lambda: "500" in visitor.one("#chosen").text)


def test_kinds_can_be_hidden(visitor: Any, page: Path) -> None:
    visitor.open(page)

    def look() -> str:
        return str(
            visitor.run(
                "const m=[...document.querySelectorAll('mark')].find(m=>m.textContent==='2025年'); return getComputedStyle(m).backgroundColor"
            )
        )

    before = look()
    visitor.one("[data-kind=period]").click()
    assert look() != before


def test_failed_documents_say_why(visitor: Any, report: Path, sample: Any) -> None:
    visitor.open(report / "documents" / f"{sample.broken}.html")
    assert "Not read" in visitor.one("body").text
    harmless(visitor)


# ------------------------------------------------------------------------------------------------ the index
@pytest.mark.parametrize("name", ["findings", "audits", "relations", "quarantine", "facts"])
def test_every_table_opens_and_runs_nothing(visitor: Any, report: Path, name: str) -> None:
    visitor.open(report / "index.html")
    open_tab(visitor, name)
    assert "</script>" in visitor.one(f"#panel-{name}").text  # shown as it is
    harmless(visitor)


def test_search_sort_and_download(visitor: Any, report: Path, sample: Any) -> None:
    visitor.open(report / "index.html")
    open_tab(visitor, "findings")
    everything = len(visitor.all("#panel-findings tbody tr"))
    assert everything == len(sample.rows["findings"])
    search = visitor.one("#panel-findings input[type=search]")
    search.send_keys("misprint")
    visitor.until(lambda: len(visitor.all("#panel-findings tbody tr")) == 1)
    search.clear()
    search.send_keys(" ")
    visitor.until(lambda: len(visitor.all("#panel-findings tbody tr")) == everything)
    heading = visitor.all("#panel-findings thead th")[1]
    first = heading.get_attribute("aria-sort")
    heading.click()
    visitor.until(lambda: visitor.all("#panel-findings thead th")[1].get_attribute("aria-sort") != first)
    button = next(b for b in visitor.all("#panel-findings button") if "csv" in b.text.lower())
    button.click()
    (saved,) = visitor.until(
        lambda: list(visitor.downloads.glob("*findings*.csv")) or list(visitor.downloads.glob("*.csv"))
    )
    rows = [row for row in csv.reader(saved.read_text(encoding="utf-8-sig").splitlines()) if row]
    assert len(rows) == everything + 1
    saved.unlink()
    harmless(visitor)


def test_a_check_leads_to_its_findings(visitor: Any, report: Path) -> None:
    visitor.open(report / "index.html", "#findings/check=misprint")
    visitor.until(lambda: len(visitor.all("#panel-findings tbody tr")) == 1)


@pytest.mark.parametrize("width", [PHONE, None])
def test_widths(visitor: Any, report: Path, page: Path, width: int | None) -> None:
    try:
        visitor.width(width)
        for shown in (report / "index.html", page):
            visitor.open(shown)
            fits(visitor)
        visitor.run("[...document.querySelectorAll('mark')].find(m=>m.textContent==='500所').click()")
        visitor.until(lambda: "448" in visitor.one("#chosen").text)
        fits(visitor)
        box = visitor.run(
            "const r=document.getElementById('panel').getBoundingClientRect(); return [r.top, r.bottom, innerHeight]"
        )
        assert box[0] < box[2] and box[1] > 0  # what was asked for is in sight
    finally:
        visitor.width(None)


# ------------------------------------------------------------------------------------------------ many documents
def many(sample: Any, documents: int) -> Any:
    """The sample's first document, `documents` times under other names."""
    kept = {name: list(rows) for name, rows in sample.rows.items()}
    swap: Callable[[Any, str], Any]

    def swap(value: Any, name: str) -> Any:
        if isinstance(value, str):
            return name if value == sample.one else value
        return value

    own = ("documents", "articles", "quantities", "observations", "findings", "audits")
    for table in own:
        key = {
            "documents": "source",
            "articles": "article_id",
            "quantities": "quantity_id",
            "observations": "observation_id",
            "findings": "finding_id",
            "audits": "audit_id",
        }[table]
        originals = [row for row in kept[table] if row.get("document_id") == sample.one]
        for n in range(documents):
            for row in originals:
                new = {column: swap(value, f"{n:016x}") for column, value in row.items()}
                new[key] = f"{row[key]}-{n}"
                if "article_id" in new and table != "articles":
                    new["article_id"] = f"{row['article_id']}-{n}"
                if "source" in new:
                    new["source"] = f"{originals[0].get('source')}-{n}"
                kept[table].append(new)
    sample.rows.update(kept)
    return sample


@pytest.mark.slow
def test_a_thousand_documents(visitor: Any, sample: Any, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    build.build(folder, many(sample, 1000).lay_out(tmp_path / "parquet"), About("0123456789abcdef"))
    assert (folder / "index.html").stat().st_size < INDEX_BYTES
    visitor.open(folder / "index.html")
    open_tab(visitor, "documents")
    assert "1,003" in visitor.one("#tab-documents").text
    search = visitor.one("#panel-documents input[type=search]")
    search.send_keys("-777")
    visitor.until(lambda: len(visitor.all("#panel-documents tbody tr")) == 1)
    harmless(visitor)
