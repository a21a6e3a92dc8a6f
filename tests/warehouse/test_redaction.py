"""What a release without text says in place of the words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.quality.check_list import CHECKS, QUOTING
from edu_pipeline.quality.finding_rows import finding
from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import parquet, redaction
from edu_pipeline.warehouse.redaction import LEFT_OUT, MOST_LABEL, without_text
from edu_pipeline.warehouse.staging import Staging

CLAUSE = "全县农村学校学生的成长记录进了评价平台"
SHORT = "小学净入学率"


def redacted(check: str, message: str, found: str | None = None) -> tuple[str, str | None]:
    row = finding(check, "documents", "a.txt", message, found=found)
    table = without_text("findings", TABLES["findings"].from_rows([row]))
    return table["message"][0].as_py(), table["found"][0].as_py()


@pytest.mark.parametrize("check", sorted(QUOTING))
def test_a_finding_that_quotes_says_what_its_check_means(check: str) -> None:
    message, found = redacted(check, f"It stands there: “{CLAUSE}”; {CLAUSE}.", CLAUSE)
    assert message.startswith(CHECKS[check].description) and CLAUSE not in message
    assert found == LEFT_OUT


@pytest.mark.parametrize(
    ("check", "message", "found", "wanted"),
    [
        (
            "furniture",
            "3 lines, the first “首页”.",
            "3",
            (f"{CHECKS['furniture'].description} The words are (left out).", "3"),
        ),
        ("soft_bound", f"“{SHORT}” is 48.", "48", (f"“{SHORT}” is 48.", "48")),
        ("quarantined", f"“{CLAUSE}” 3所, a row.", None, ("(left out) 3所, a row.", None)),
        ("vague_label", f"{SHORT} does not say whose.", SHORT, (f"{SHORT} does not say whose.", SHORT)),
        ("vague_label", f"“{SHORT}” and “{CLAUSE}”.", CLAUSE, (f"“{SHORT}” and (left out).", LEFT_OUT)),
        ("conflict", "1 is stated.", "-1,200.5", ("1 is stated.", "-1,200.5")),
    ],
)
def test_other_findings_keep_what_is_no_text(
    check: str, message: str, found: str | None, wanted: tuple[str, str | None]
) -> None:
    assert redacted(check, message, found) == wanted


@pytest.mark.parametrize(
    ("label", "kept"), [(SHORT, SHORT), ("一" * MOST_LABEL, "一" * MOST_LABEL), (CLAUSE, f"{CLAUSE[:15]}…")]
)
def test_a_label_as_long_as_a_clause_is_cut_wherever_it_is_told(
    rows: dict[str, list[dict[str, Any]]], warehouse: Path, tmp_path: Path, label: str, kept: str
) -> None:
    rows["observations"][0]["label"] = rows["facts"][0]["label"] = label
    rows["quarantine"][0]["row"] = json.dumps({"label": label}, ensure_ascii=False)
    rows["relations"][0]["note"] = f"{label}: same"
    rows["findings"][0]["message"] = f"{label} is high."
    staging = Staging(warehouse, "0" * 16)
    told: dict[str, Any] = {}
    for name in ("observations", "facts", "quarantine", "relations", "findings"):
        staging.write(name, TABLES[name].from_rows(rows[name]))
    for name in ("observations", "facts", "quarantine", "relations", "findings"):
        redaction.write(staging.staged(name), tmp_path / f"{name}.parquet")
        told[name] = str(parquet.read(tmp_path / f"{name}.parquet").to_pylist())
    assert all(kept in words for words in told.values())
    assert label == kept or not any(label in words for words in told.values())
