"""A small release in whose every text somebody tries to run a script, and a browser to look at its pages."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.report.build import About, build
from edu_pipeline.tables import PUBLISHED, TABLES
from edu_pipeline.warehouse import parquet

Rows = dict[str, list[dict[str, Any]]]

HOSTILE = (
    "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\"'&amp;&lt;svg onload=window.pwned=1>"
)
ONE, TWO, BROKEN = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc"
PARTS = (
    "清川市",
    HOSTILE,
    "𠮷有小学",
    "127所",
    "、幼儿园",
    "321所",
    ",共",
    "500所",
    "。目标到",
    "2025年",
    "达到",
    "98.5%",
    "。",
)
NUMBERS = {
    "127所": "observation",
    "321所": "observation",
    "500所": "observation",
    "2025年": "period",
    "98.5%": "target",
}


def _numbers(document_id: str, text: str) -> list[dict[str, Any]]:
    rows = []
    for n, (printed, kind) in enumerate(NUMBERS.items()):
        start = text.index(printed)
        rows.append(
            {
                "quantity_id": f"{document_id[:4]}{n:012x}", "document_id": document_id, "source": _source(document_id),
                "article_id": f"art-{document_id}", "start": start, "end": start + len(printed), "text": printed,
                "kind": kind, "value": None if kind == "period" else float(printed.rstrip("所%年")),
                "unit": {"所": "institution", "%": "%"}.get(printed[-1]), "comparator": "eq", "reason": HOSTILE,
            }
        )  # fmt: skip
    return rows


def _source(document_id: str) -> str:
    return f"{document_id[0]} {HOSTILE}.txt"


def _observation(row: dict[str, Any]) -> dict[str, Any]:
    kept = {
        name: row[name]
        for name in ("quantity_id", "document_id", "source", "article_id", "start", "end", "value", "unit")
    }
    return kept | {
        "observation_id": f"o{row['quantity_id'][1:]}", "region_code": "990101", "region_name": HOSTILE,
        "indicator": "schools", "label": HOSTILE, "education_level": "primary", "measure": "level",
        "nature": "target" if row["kind"] == "target" else "actual", "comparator": "eq", "value_text": row["text"][:-1],
        "unit_text": row["text"][-1], "period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31),
        "period_basis": "stated", "sentence": HOSTILE, "reference": HOSTILE, "flags": ["arithmetic_inconsistent"],
    }  # fmt: skip


def make_rows() -> Rows:
    """Two documents that say the same, a third that could not be read, and every text column hostile."""
    rows: Rows = {table.name: [] for table in PUBLISHED}
    text = "".join(PARTS)
    for document_id in (ONE, TWO, BROKEN):
        read = document_id != BROKEN
        rows["documents"].append(
            {
                "source": _source(document_id), "document_id": document_id, "sha256": document_id * 4,
                "media_type": "text/plain", "reader": "text/1", "byte_size": 9, "encoding": "utf-8", "title": HOSTILE,
                "publisher": HOSTILE, "document_number": HOSTILE, "rights": HOSTILE, "text": text if read else None,
                "status": "ok" if read else "failed", "error": None if read else HOSTILE,
            }
        )  # fmt: skip
        if not read:
            continue
        rows["articles"].append(
            {"article_id": f"art-{document_id}", "document_id": document_id, "ordinal": 0, "title": HOSTILE,
             "region_name": HOSTILE, "start": 0, "end": len(text), "complete": True}
        )  # fmt: skip
        rows["quantities"] += _numbers(document_id, text)
    stated = [_observation(row) for row in rows["quantities"] if row["kind"] != "period"]
    *rows["observations"], apart = stated
    rows["quarantine"] = [
        {"quarantine_id": "k1", "table_name": "observations", "row_id": apart["observation_id"], "reasons": [HOSTILE],
         "row": json.dumps({k: v for k, v in apart.items() if k != "flags"}, default=str), "document_id": TWO}
    ]  # fmt: skip
    _judge(rows)
    _reference(rows)
    return rows


def _judge(rows: Rows) -> None:
    first, second, total = rows["quantities"][:3]
    ids = [row["observation_id"] for row in rows["observations"]]
    rows["audits"] = [
        {"audit_id": "a1", "document_id": ONE, "article_id": f"art-{ONE}", "kind": "sum",
         "claim_quantity_id": total["quantity_id"], "operand_quantity_ids": [first["quantity_id"], second["quantity_id"]],
         "claimed": 500.0, "computed": 448.0, "tolerance": 0.5, "verdict": "inconsistent", "explanation": HOSTILE,
         "sentence": HOSTILE}
    ]  # fmt: skip
    rows["relations"] = [
        {"relation_id": "r1", "relation": "conflict", "observation_ids": [ids[0], ids[4]], "rule": HOSTILE,
         "resolved_to": ids[0], "note": HOSTILE}
    ]  # fmt: skip
    common = {"document_id": ONE, "source": _source(ONE), "message": HOSTILE, "expected": HOSTILE, "found": HOSTILE}
    rows["findings"] = [
        {"finding_id": "w1", "check": "arithmetic_inconsistent", "severity": "error", "table_name": "observations",
         "row_id": ids[2], "start": total["start"], "end": total["end"], **common},
        {"finding_id": "w2", "check": "misprint", "severity": "warning", "table_name": "documents", "start": 0, "end": 3, **common},
        {"finding_id": "w3", "check": HOSTILE, "severity": "info", "table_name": "documents", **common},
    ]  # fmt: skip
    rows["facts"] = [
        {"fact_id": "f1", "region_code": "990101", "region_name": HOSTILE, "indicator": "schools",
         "education_level": "primary", "value": 127.0, "unit": "institution", "comparator": "eq",
         "evidence": [ids[0], ids[4]], "n_documents": 2, "quality": "conflicting", "flags": ["conflict"], "label": "小学"}
    ]  # fmt: skip


def _reference(rows: Rows) -> None:
    rows["indicators"] = [
        {"indicator": "schools", "name_zh": HOSTILE, "name_en": HOSTILE, "indicator_group": "schools",
         "definition": HOSTILE, "definition_source": "test", "unit": "institution", "units_allowed": ["institution"],
         "accounting": "stock", "over_100": "not_applicable", "aliases": ["学校"]}
    ]  # fmt: skip
    rows["education_levels"] = [
        {
            "education_level": "primary",
            "name_zh": "小学",
            "name_en": HOSTILE,
            "isced_2011": ["1"],
            "description": "小学",
        }
    ]
    rows["units"] = [
        {"unit": unit, "name_zh": unit, "name_en": name, "dimension": "count"}
        for unit, name in (("institution", "institutions (schools)"), ("%", "percent"))
    ]
    rows["regions"] = [{"region_code": "990101", "name": HOSTILE, "level": "county"}]


def lay_out(rows: Rows, folder: Path) -> Path:
    """Rows as the Parquet files of a release."""
    folder.mkdir(parents=True)
    for table in PUBLISHED:
        parquet.write(table.name, TABLES[table.name].from_rows(rows[table.name]), folder / f"{table.name}.parquet")
    return folder


@dataclass(frozen=True)
class Sample:
    """The rows by table, the test's own to change, and what tests ask for by name."""

    rows: Rows
    hostile: str = HOSTILE
    one: str = ONE
    two: str = TWO
    broken: str = BROKEN

    def lay_out(self, folder: Path) -> Path:
        return lay_out(self.rows, folder)

    def quantity(self, document_id: str, printed: str) -> str:
        """The id of a number."""
        rows = self.rows["quantities"]
        return next(str(r["quantity_id"]) for r in rows if (r["document_id"], r["text"]) == (document_id, printed))


@pytest.fixture
def sample() -> Sample:
    return Sample(make_rows())


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample as it is, to look at, beside the tables that they were made of (`parquet`)."""
    folder = tmp_path_factory.mktemp("report")
    build(folder / "report", lay_out(make_rows(), folder / "parquet"), About("0123456789abcdef"))
    return folder / "report"


# ------------------------------------------------------------------------------------------------ a browser
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")


class Visitor:
    """Somebody who looks at pages, on a desk or on a phone, without a network."""

    def __init__(self, driver: Any, downloads: Path) -> None:
        self.driver, self.downloads = driver, downloads

    def open(self, page: Path, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + fragment)

    def run(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def until(self, what: Callable[[], Any], seconds: float = 10.0) -> Any:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if value := what():
                return value
            time.sleep(0.02)
        raise AssertionError(f"not within {seconds} seconds: {self.complaints()}")

    def complaints(self) -> list[str]:
        """What the console says since it was asked last."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def width(self, pixels: int | None) -> None:
        """A phone of that width, or the desk again."""
        if pixels is None:
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            return
        size = {"width": pixels, "height": 740, "deviceScaleFactor": 2, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


@pytest.fixture(scope="session")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    if BROWSER is None or DRIVER is None:
        pytest.skip("no chromium with its driver on this machine")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    downloads = tmp_path_factory.mktemp("downloads")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for flag in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", "disable-dev-shm-usage", "window-size=1400,1000",
        "host-resolver-rules=MAP * ~NOTFOUND", f"user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_page_load_timeout(60)
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    try:
        yield Visitor(driver, downloads)
    finally:
        driver.quit()
