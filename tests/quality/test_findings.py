"""Each check of single statements and of statements together: a case that it complains of, and one that it must not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline.quality import findings, relations
from edu_pipeline.quality.check_list import CHECKS
from edu_pipeline.tables import TABLES

RATE = {"indicator": "gross_enrolment_ratio", "education_level": "pre_primary"}
COUNT = {"indicator": "teachers_trained", "education_level": "all"}
MONEY = {"indicator": "student_aid_amount", "education_level": "all"}
CHANGE = {"measure": "change", "value_text": "6.3"}
ACCIDENT = {**CHANGE, "indicator": None, "sentence": "校园安全事故同比下降6.3个百分点。"}
MORALE = {**CHANGE, "indicator": None, "sentence": "家长知晓率同比提高6.3个百分点。"}
NEXT_YEAR = {"period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31)}
Codes = Callable[..., set[str]]


def empty(*names: str) -> list[pa.Table]:
    return [TABLES[name].from_rows([]) for name in names]


@pytest.fixture
def complaints(observations: Any, articles: Any) -> Callable[..., list[dict[str, Any]]]:
    def run(*rows: dict[str, Any], day: date | None = date(2025, 6, 1)) -> list[dict[str, Any]]:
        table, dated = observations(rows), articles(a1=day, a2=date(2025, 9, 1))
        nothing = dict(zip(("documents", "quantities", "quarantine", "audits"), empty("documents", "quantities", "quarantine", "audits"), strict=True))  # fmt: skip
        found = findings.find(
            articles=dated, observations_sound=table, relations=relations.relate(table, dated), **nothing
        )
        return found.to_pylist()

    return run


FIRES: list[tuple[str, tuple[str, float, str], dict[str, Any]]] = [
    ("over_100_doubtful", ("九年义务教育巩固率", 104.2, "%"), {}),
    ("over_100_doubtful", ("开工率", 104.9, "%"), {"indicator": "project_start_rate", "education_level": "compulsory"}),
    ("over_100_expected", ("学前三年毛入园率", 113.0, "%"), RATE),
    ("over_100_uncatalogued", ("计划完成情况", 120.0, "%"), {"indicator": None}),
    ("soft_bound", ("学前三年毛入园率", 12.0, "%"), RATE),
    ("unit_unusual", ("幼儿园", 34, "item"), {"indicator": "institutions", "education_level": "pre_primary"}),
    ("points_for_percent", ("下降", -6.3, "pp"), ACCIDENT),
    ("points_for_percent", ("在校生", -6.3, "pp"), {**CHANGE, "indicator": "students"}),
    ("percent_of_rate", ("巩固率下降", -2.5, "%"), {"measure": "growth"}),
    ("percent_of_rate", ("提高", 5.0, "%"), {"measure": "growth", "indicator": None, "value_text": "5", "sentence": "中级岗位比例提高5%。"}),
    ("person_times", ("培训教师", 3400, "person-time"), COUNT),
    ("share_of_count", ("中小学校", 100.0, "%"), {"indicator": "schools_party_led", "education_level": "k12"}),
    ("forecast", ("覆盖率", 91.0, "%"), {"sentence": "普惠性幼儿园覆盖率预计达91%。", "value_text": "91"}),
    ("year_like", ("直播课", 2017, "item"), {"indicator": "training_sessions", "value_text": "2017"}),
    ("vague_label", ("入学率", 97.1, "%"), {"indicator": "special_needs_enrolment_rate", "education_level": "special"}),
    ("unit_not_printed", ("教师", 3400, "person"), {**COUNT, "unit_text": None}),
    ("ratio_order", ("师生比", 18.5, "student/teacher"), {"indicator": "student_teacher_ratio", "value_text": "1:18.5"}),
    ("actual_in_future", ("巩固率", 98.0, "%"), NEXT_YEAR),
    ("mixed_magnitudes", ("资助资金", 2.1e8, "CNY"), {**MONEY, "sentence": "资助2.1亿元,减免8450万元。"}),
]  # fmt: skip
QUIET: list[tuple[str, tuple[str, float, str], dict[str, Any]]] = [
    ("over_100_doubtful", ("九年义务教育巩固率", 100.0, "%"), {}),
    ("over_100_doubtful", ("增长", 109.0, "%"), {"measure": "growth"}),
    ("over_100_expected", ("学前三年毛入园率", 99.0, "%"), RATE),
    ("over_100_uncatalogued", ("计划完成情况", 98.0, "%"), {"indicator": None}),
    ("soft_bound", ("学前三年毛入园率", 88.0, "%"), RATE),
    ("unit_unusual", ("幼儿园", 34, "institution"), {"indicator": "institutions", "education_level": "pre_primary"}),
    ("points_for_percent", ("知晓率", 6.3, "pp"), MORALE),
    ("points_for_percent", ("巩固率", 6.3, "pp"), CHANGE),
    ("points_for_percent", ("在校生", 6.3, "pp"), {**CHANGE, "indicator": "students", "sentence": "在校生增幅高于全省6.3个百分点。"}),
    ("percent_of_rate", ("经费增长", 2.5, "%"), {"measure": "growth", "indicator": "public_budget_education_expenditure"}),
    ("percent_of_rate", ("提高", 2.5, "pp"), {"measure": "change"}),
    ("person_times", ("培训教师", 3400, "person"), COUNT),
    ("share_of_count", ("九年义务教育巩固率", 97.0, "%"), {}),
    ("forecast", ("覆盖率", 91.0, "%"), {"sentence": "预计明年更高,目前覆盖率为91%。", "value_text": "91"}),
    ("forecast", ("覆盖率", 91.0, "%"), {"sentence": "预计达91%。", "value_text": "91", "nature": "target"}),
    ("year_like", ("直播课", 2000, "item"), {"indicator": "training_sessions", "value_text": "2000"}),
    ("vague_label", ("残疾儿童入学率", 97.1, "%"), {"indicator": "special_needs_enrolment_rate"}),
    ("unit_not_printed", ("校际差异系数", 0.4, "index"), {"indicator": "between_school_variation", "unit_text": None}),
    ("actual_in_future", ("巩固率", 98.0, "%"), {**NEXT_YEAR, "nature": "target"}),
    ("mixed_magnitudes", ("资助资金", 2.1e8, "CNY"), {**MONEY, "sentence": "资助2.1亿元,减免1.2亿元。"}),
]  # fmt: skip


@pytest.mark.parametrize(("check", "told", "fields"), FIRES)
def test_fires(check: str, told: tuple[str, float, str], fields: dict[str, Any], observe: Any, complaints: Any) -> None:
    found = [f for f in complaints(observe(*told, **fields)) if f["check"] == check]
    assert len(found) == 1
    (row,) = found
    assert row["severity"] == CHECKS[check].severity and row["row_id"] == "o001" and row["table_name"] == "observations"
    assert row["message"].strip()[-1] in ".?" and row["source"] == "a.txt" and row["start"] == 10


@pytest.mark.parametrize(("check", "told", "fields"), QUIET)
def test_is_quiet(
    check: str, told: tuple[str, float, str], fields: dict[str, Any], observe: Any, complaints: Any
) -> None:
    assert check not in {f["check"] for f in complaints(observe(*told, **fields))}


# ------------------------------------------------------------------------------------------------ together
STOCK = {"indicator": "institutions", "education_level": "all"}
SECOND = {"article_id": "a2", "document_id": "d2", "source": "b.txt"}
EARLIER = {"period_start": date(2023, 12, 31), "period_end": date(2023, 12, 31)}
LATER = {"period_start": date(2025, 9, 1), "period_end": date(2025, 9, 1), **SECOND}


def about(found: list[dict[str, Any]], check: str) -> list[dict[str, Any]]:
    return [f for f in found if f["check"] == check]


def test_leap_of_a_stock_says_what_else_changed(observe: Any, complaints: Any) -> None:
    staff = {"indicator": "staff", "education_level": "all"}
    rows = [
        observe("各级各类学校", 480, "institution", **STOCK, **EARLIER),
        observe("各级各类学校", 350, "institution", **STOCK, **LATER),
        observe("教职工", 16000, "person", **staff, **EARLIER),
        observe("教职工", 15700, "person", **staff, **LATER),
    ]
    (leap,) = about(complaints(*rows), "sudden_change")
    assert leap["row_id"] == "o002" and "-27.1%" in leap["message"] and "教职工 -1.9%" in leap["message"]


def test_leap_of_a_rate(observe: Any, complaints: Any) -> None:
    label = "普惠性幼儿园覆盖率"
    fields = {"indicator": "inclusive_kindergarten_coverage", "education_level": "pre_primary"}
    assert about(complaints(observe(label, 62.0, **fields, **EARLIER), observe(label, 93.0, **fields, **LATER)), "sudden_change")  # fmt: skip
    assert not about(complaints(observe(label, 82.0, **fields, **EARLIER), observe(label, 93.0, **fields, **LATER)), "sudden_change")  # fmt: skip


def test_conflict_is_said_of_both(observe: Any, complaints: Any) -> None:
    found = about(complaints(observe(value=96.2), observe(value=97.5, **SECOND)), "conflict")
    assert {f["row_id"] for f in found} == {"o001", "o002"} and {f["expected"] for f in found} == {"97.5"}
    assert not about(complaints(observe(value=96.2, **EARLIER), observe(value=97.5, **LATER)), "conflict")


def test_the_words_of_a_conflict_do_not_grow_with_its_values(observe: Any, complaints: Any) -> None:
    def longest(many: int) -> int:
        found = about(complaints(*(observe(value=90 + n / 100) for n in range(many))), "conflict")
        assert len(found) == many and all(f"({many} in all)" in f["message"] for f in found)
        return max(len(f["message"]) for f in found)

    assert longest(200) <= longest(20) + 2


def test_values_that_nothing_tells_apart_are_said_of_each(observe: Any, complaints: Any) -> None:
    found = about(
        complaints(observe(value=96.2, sentence="s"), observe("巩固率", 97.5, sentence="s")), "several_values"
    )
    assert {f["row_id"] for f in found} == {"o001", "o002"} and {f["found"] for f in found} == {"96.2", "97.5"}
    assert "“九年义务教育巩固率” 96.2 and “巩固率” 97.5 %" in found[0]["message"]
    assert not about(complaints(observe(value=96.2), observe(value=97.5, **SECOND)), "several_values")
    assert not about(complaints(observe(value=96.2, **EARLIER), observe(value=97.5, **LATER)), "several_values")


def test_carried_over_and_told_twice(observe: Any, complaints: Any) -> None:
    assert about(complaints(observe(value=97.53, **EARLIER), observe(value=97.53, **LATER)), "carried_over")
    assert not about(complaints(observe(value=100, **EARLIER), observe(value=100, **LATER)), "carried_over")
    assert not about(
        complaints(observe(value=97.53, **LATER), observe(value=97.53, **EARLIER, **SECOND)), "carried_over"
    )
    assert about(complaints(observe(value=97.53), observe(value=97.53)), "stated_twice")
    assert not about(complaints(observe(value=97.53), observe(value=97.53, **SECOND)), "stated_twice")


def test_outlier_needs_places(observe: Any, complaints: Any) -> None:
    label, fields = (
        "普惠性幼儿园覆盖率",
        {"indicator": "inclusive_kindergarten_coverage", "education_level": "pre_primary"},
    )
    rows = [observe(label, 90.0 + n / 2, region_name=f"甲{n}市", **fields) for n in range(9)]
    odd = observe(label, 45.0, region_name="乙市", **fields)
    assert [f["row_id"] for f in about(complaints(*rows, odd), "outlier")] == [odd["observation_id"]]
    assert not about(complaints(*rows), "outlier")
    assert not about(complaints(*rows[:5], odd), "outlier")


def test_standards_and_targets_missed(observe: Any, complaints: Any) -> None:
    assert about(complaints(observe("学前三年毛入园率", 80.0, **RATE)), "below_standard")
    assert not about(complaints(observe("学前三年毛入园率", 90.0, **RATE)), "below_standard")
    due = {"nature": "target", "comparator": "ge", "period_start": date(2024, 12, 31), "period_end": date(2024, 12, 31)}
    assert about(complaints(observe(value=98, **due), observe(value=97.5)), "target_missed")
    assert not about(complaints(observe(value=97, **due), observe(value=97.5)), "target_missed")


def test_audit_that_does_not_fit_is_an_error_at_its_claim(observe: Any, observations: Any, articles: Any) -> None:
    row = observe("各级各类学校", 480, "institution", **STOCK)
    audit = {
        "audit_id": "u1", "document_id": "d1", "article_id": "a1", "kind": "sum", "claim_quantity_id": "q001",
        "operand_quantity_ids": ["q7", "q8"], "claimed": 480.0, "computed": 481.0, "tolerance": 0.0, "sentence": "s",
        "explanation": "without 开放大学 (1所) they fit",
    }  # fmt: skip
    documents, quantities, quarantine, related = empty("documents", "quantities", "quarantine", "relations")
    dated = articles(a1=date(2025, 1, 1))
    for verdict, expected in (("inconsistent", ["o001"]), ("consistent", [])):
        audits = TABLES["audits"].from_rows([{**audit, "verdict": verdict}])
        found = findings.find(
            documents, dated, quantities, observations([row]), quarantine, audits, related
        ).to_pylist()
        errors = [f for f in found if f["severity"] == "error"]
        assert [f["row_id"] for f in errors] == expected
    assert all("481" in f["message"] and "开放大学" in f["message"] for f in errors)


def test_quarantined_row_is_an_error(articles: Any) -> None:
    row = {"quarantine_id": "k1", "table_name": "observations", "row_id": "o1", "row": "{}", "reasons": ["too large"]}
    documents, quantities, observations_sound, audits, related = empty("documents", "quantities", "observations_sound", "audits", "relations")  # fmt: skip
    quarantine = TABLES["quarantine"].from_rows([row])
    found = findings.find(
        documents, articles(), quantities, observations_sound, quarantine, audits, related
    ).to_pylist()
    assert [(f["check"], f["row_id"], f["severity"]) for f in found] == [("quarantined", "k1", "error")]
    assert "too large" in found[0]["message"]


# ------------------------------------------------------------------------------------------------ flags
def test_flags_are_the_sorted_codes_of_a_row(observe: Any, observations: Any, complaints: Any) -> None:
    rows = [observe(value=104.2, **NEXT_YEAR), observe(value=97.0, label="小学六年巩固率", education_level="primary")]
    table = TABLES["findings"].from_rows(complaints(*rows))
    flagged = findings.with_flags(observations(rows), table)
    assert flagged.schema.equals(TABLES["observations"].arrow)
    assert flagged["flags"].to_pylist() == [["actual_in_future", "over_100_doubtful"], []]


def test_findings_are_the_same_each_time(observe: Any, complaints: Any) -> None:
    rows = [observe(value=value) for value in (104.2, 96.0, 96.0)]
    assert complaints(*rows) == complaints(*rows[::-1])
    assert len({f["finding_id"] for f in complaints(*rows)}) == len(complaints(*rows))
