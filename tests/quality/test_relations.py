"""Repeats, updates, conflicts, targets and standards: each fires, and none on a coincidence."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline.quality import relations

Rows = Sequence[dict[str, Any]]
NEW = {"article_id": "a2", "document_id": "d2", "source": "b.txt"}
Y2023 = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}
UNKNOWN = {"period_start": None, "period_end": None, "period_basis": "unknown"}
KINDERGARTEN = {"indicator": "gross_enrolment_ratio", "education_level": "pre_primary"}
SCHOOLS = {"indicator": "institutions", "unit": "institution", "education_level": "primary"}
BUILT = {"indicator": "schools_built", "unit": "institution", "education_level": "pre_primary"}
Find = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def find(observations: Callable[[Rows], pa.Table], articles: Callable[..., pa.Table]) -> Find:
    def run(*rows: dict[str, Any], **dated: Any) -> list[dict[str, Any]]:
        dates = {"a1": date(2024, 12, 31), "a2": date(2025, 6, 1), **dated}
        found = relations.relate(observations(rows), articles(**dates)).to_pylist()
        return [r for r in found if r["relation"] != "standard_actual"]

    return run


def kinds(found: Rows) -> list[str]:
    return [r["relation"] for r in found]


# ------------------------------------------------------------------------------------------------ repeats
def test_equal_values_of_one_period_repeat(observe: Any, find: Find) -> None:
    (repeat,) = find(observe(), observe("义务教育巩固率", 97.5, **NEW))
    assert (repeat["relation"], repeat["rule"], repeat["observation_ids"]) == (
        "repeat",
        "same_period",
        ["o001", "o002"],
    )


def test_rounded_values_of_one_period_repeat(observe: Any, find: Find) -> None:
    assert kinds(find(observe(value=97.46), observe(value=97.5, **NEW))) == ["repeat"]


def test_undated_flow_repeats_within_its_article_only(observe: Any, find: Find) -> None:
    places = {"indicator": "new_places", "unit": "place", "education_level": "k12", **UNKNOWN}
    one, two = observe("新增学位", 12600, **places), observe("新增学位", 12600, **places)
    assert kinds(find(one, two)) == ["repeat"]
    assert find(one, {**two, **NEW}) == []


def test_small_undated_numbers_are_a_coincidence(observe: Any, find: Find) -> None:
    built = {**BUILT, **UNKNOWN}
    assert find(observe("新建幼儿园", 7, **built), observe("新建幼儿园", 7, **built)) == []


def test_unchanged_value_of_another_year_is_told_again(observe: Any, find: Find) -> None:
    (repeat,) = find(observe(**Y2023), observe())
    assert (repeat["relation"], repeat["rule"]) == ("repeat", "unchanged")


def test_redacted_grade_is_found_by_its_value(observe: Any, find: Find) -> None:
    park = {"indicator": "demonstration_kindergartens", "unit": "institution", "education_level": "pre_primary"}
    redacted = observe("(略)级示范园", 23, **park, **Y2023)
    (repeat,) = find(
        redacted, observe("省级示范幼儿园", 23, **park, **NEW), observe("市级示范幼儿园", 50, **park, **NEW)
    )
    assert repeat["rule"] == "grade_redacted" and repeat["observation_ids"] == ["o001", "o002"]
    twice = [observe("省级示范园", 23, **park), observe("市级示范园", 23, **park)]
    assert find(redacted, *twice) == []


def test_total_told_in_two_divisions(observe: Any, find: Find) -> None:
    told = {**BUILT, "sentence": "新建21所,改扩建9所,目前18所已完工,12所在建。", **UNKNOWN}
    parts = [
        observe(label, value, **told) for label, value in (("新建", 21), ("改扩建", 9), ("已完工", 18), ("在建", 12))
    ]
    assert [r["rule"] for r in find(*parts)] == ["two_divisions"]
    parts[3]["value"] = 11.0
    assert find(*parts) == []


def test_total_told_in_parts_beside_an_anchor(observe: Any, find: Find) -> None:
    places = {"indicator": "new_places", "unit": "place", "education_level": "k12", **UNKNOWN}
    first, again = {"sentence": "新改扩建16所,新增学位2.34万个。"}, {"sentence": "新建9所,改扩建7所,新增学位2.34万个。"}
    built = {**BUILT, "education_level": "k12", **UNKNOWN}
    rows = [
        observe("新改扩建学校", 16, **built, **first),
        observe("新增学位", 23400, **places, **first),
        observe("新建学校", 9, **built, **again),
        observe("改扩建学校", 7, **built, **again),
        observe("新增学位", 23400, **places, **again),
    ]
    assert sorted(r["rule"] for r in find(*rows)) == ["same_article", "told_in_parts"]
    rows[3]["value"] = 6.0
    assert [r["rule"] for r in find(*rows)] == ["same_article"]


# ------------------------------------------------------------------------------------------------ updates
def test_later_value_updates(observe: Any, find: Find) -> None:
    (update,) = find(observe(value=96.0, **Y2023), observe(value=97.5, **NEW))
    assert (update["relation"], update["difference"]) == ("update", 1.5)
    assert update["observation_ids"] == ["o001", "o002"]


def test_year_of_the_title_dates_an_undated_report(observe: Any, find: Find) -> None:
    old, new = observe(value=96.0, **UNKNOWN), observe(value=97.5, **NEW)
    (update,) = find(old, new, a1=(None, "2023年泽安市教育工作自评报告"))
    assert update["relation"] == "update" and "year in the title" in update["note"]
    assert find(old, new, a1=(None, "泽安市教育工作自评报告")) == []
    assert find(old, new, a1=(None, "泽安市2021年至2023年教育工作报告与2024年计划")) == []


def test_flows_of_unequal_length_have_no_difference(observe: Any, find: Find) -> None:
    money = {"indicator": "public_budget_education_expenditure", "unit": "CNY", "education_level": "all"}
    five = {"period_start": date(2020, 1, 1), "period_end": date(2024, 12, 31)}
    (update,) = find(observe("一般公共预算教育经费", 2.1e9, **money, **Y2023), observe("一般公共预算教育经费", 9.8e9, **money, **five))  # fmt: skip
    assert update["relation"] == "update" and update["difference"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"education_level": "lower_secondary"},
        {"region_name": "河岸县"},
        {"indicator": "net_enrolment_rate", "label": "净入学率"},
        {"measure": "change", "unit": "pp"},
        {"label": "随迁子女义务教育巩固率"},
        {"region_name": None},
        {"indicator": None},
    ],
)
def test_another_thing_is_no_update(change: dict[str, Any], observe: Any, find: Find) -> None:
    assert find(observe(value=96.0, **Y2023), {**observe(), **change}) == []


# ------------------------------------------------------------------------------------------------ conflicts
def test_conflict_follows_the_newer_document(observe: Any, find: Find) -> None:
    (conflict,) = find(observe(value=96.2), observe(value=97.5, **NEW))
    assert conflict["relation"] == "conflict" and conflict["resolved_to"] == "o002"
    assert conflict["difference"] == pytest.approx(-1.3) and "newer document" in conflict["note"]


def test_year_and_its_last_day_are_one_time(observe: Any, find: Find) -> None:
    last = {"period_start": date(2024, 12, 31), "period_end": date(2024, 12, 31)}
    assert kinds(find(observe(value=96.2), observe(value=97.5, **last, **NEW))) == ["conflict"]
    assert kinds(find(observe(value=97.5), observe(value=97.5, **last, **NEW))) == ["repeat"]
    built = {**BUILT, "label": "新建幼儿园", "value": 30.0}
    assert "conflict" not in kinds(find(observe(**built), observe(**{**built, "value": 31.0}, **last, **NEW)))


def test_conflict_in_one_article_follows_more_digits(observe: Any, find: Find) -> None:
    (conflict,) = find(observe(value=97), observe(value=95.63))
    assert conflict["resolved_to"] == "o002" and "more digits" in conflict["note"]


def test_conflict_of_undated_statements_in_one_article(observe: Any, find: Find) -> None:
    one, two = observe("小学", 127, **SCHOOLS, **UNKNOWN), observe("小学", 172, **SCHOOLS, **UNKNOWN)
    assert kinds(find(one, two)) == ["conflict"]
    assert find(one, {**two, **NEW}) == []


@pytest.mark.parametrize(
    "change",
    [
        {"sentence": "巩固率由96.2%提高到97.5%。"},  # both rows get it: a list of siblings
        {"comparator": "gt", "value": 95.0},
        {"label": "初中巩固率达到全省平均水平的县"},
        {"period_end": date(2024, 6, 30)},
        {"nature": "target"},
        {"comparator": "approx", "value": 97.0},
    ],
)
def test_no_conflict(change: dict[str, Any], observe: Any, find: Find) -> None:
    shared = {"sentence": change["sentence"]} if "sentence" in change else {}
    assert "conflict" not in kinds(find(observe(value=97.5, **shared), {**observe(value=96.2), **change}))


def test_two_payments_are_no_conflict(observe: Any, find: Find) -> None:
    money = {"indicator": "earmarked_education_funds", "unit": "CNY", "education_level": "all"}
    assert find(observe("网络安全专项资金", 7e5, **money), observe("教育督导专项资金", 5e4, **money)) == []


# ------------------------------------------------------------------------------------------------ targets
def test_target_beside_the_actual_value(observe: Any, find: Find) -> None:
    due = {"nature": "target", "comparator": "ge", "period_start": date(2025, 12, 31), "period_end": date(2025, 12, 31)}
    (held,) = find(observe(value=98, **due), observe(value=97.5))
    assert (held["relation"], held["met"], held["difference"]) == ("target_actual", False, -0.5)
    assert held["observation_ids"] == ["o001", "o002"]
    (held,) = find(observe(value=97, **due), observe(value=97.5))
    assert held["met"] is True


def test_undated_target_of_a_plan(observe: Any, find: Find) -> None:
    target = observe(value=97, nature="target", comparator="ge", **UNKNOWN)
    assert [r["met"] for r in find(target, observe(value=97.5, **NEW))] == [True]
    assert find(target, observe(value=97.5, **NEW, **UNKNOWN)) == []


def test_bounded_print_may_leave_it_open(observe: Any, find: Find) -> None:
    target = observe(value=97, nature="target", comparator="ge", **UNKNOWN)
    (held,) = find(target, observe(value=96, comparator="gt"))
    assert held["met"] is None


def test_target_of_a_flow_has_no_completion_rate(observe: Any, find: Find) -> None:
    due = {"nature": "target", "period_start": date(2025, 12, 31), "period_end": date(2025, 12, 31)}
    (held,) = find(observe("新建、租赁公办幼儿园", 24, **BUILT, **due), observe("新建幼儿园", 8, **BUILT, **UNKNOWN))
    assert held["relation"] == "target_actual" and held["met"] is None and held["difference"] is None


# ------------------------------------------------------------------------------------------------ standards
def test_standards(observe: Any, observations: Any, articles: Any) -> None:
    rows = [
        observe("学前三年毛入园率", 84.0, **KINDERGARTEN),
        observe(
            "公办园在园幼儿占比", 61.2, indicator="public_kindergarten_enrolment_share", education_level="pre_primary"
        ),
        observe("小学毛入学率", 99.0, indicator="gross_enrolment_ratio", education_level="primary"),
    ]
    found = relations.relate(observations(rows), articles(a1=date(2024, 12, 31))).to_pylist()
    met = {(r["observation_ids"][0], r["standard_code"]): (r["met"], r["difference"]) for r in found}
    assert met["o001", "preschool_gross_enrolment"] == (False, -1.0)
    assert met["o002", "preschool_public_share"] == (True, pytest.approx(11.2))
    assert not any(key[0] == "o003" for key in met)


def test_order_of_rows_does_not_matter(observe: Any, observations: Any, articles: Any) -> None:
    rows = [observe(value=v, **place) for v in (96.2, 97.5, 97.5) for place in ({}, NEW, Y2023)]
    dated = articles(a1=date(2024, 12, 31), a2=date(2025, 6, 1))
    forth = relations.relate(observations(rows), dated)
    back = relations.relate(pa.Table.from_pylist(observations(rows).to_pylist()[::-1], schema=observations(rows).schema), dated)  # fmt: skip
    assert forth.equals(back)
    assert relations.relate(observations([]), dated).num_rows == 0


@pytest.mark.parametrize(("many", "beside"), [(12, 12), (13, 1), (60, 1)])
def test_very_many_undated_values_are_not_the_parts_of_a_target(
    many: int, beside: int, observe: Any, find: Find
) -> None:
    places = {"indicator": "new_places", "unit": "place", "education_level": "k12", **UNKNOWN}
    target = observe("新增学位", 90000, nature="target", **places)
    told = find(target, *(observe("新增学位", 3000 + n, **places) for n in range(many)))
    held = [r["observation_ids"] for r in told if r["relation"] == "target_actual"]
    assert len(held) == beside and all(ids[0] == "o001" for ids in held)
