"""The reference files: complete, consistent, and refused with a clear message when they are not."""

from __future__ import annotations

import copy
import csv
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.indicators import catalogue as c
from edu_pipeline.quality import reference_tables
from edu_pipeline.schema import COMPARATORS, LEVELS
from edu_pipeline.tables import TABLES

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "catalogue.tsv"


def test_every_code_of_the_gold_catalogue_is_there_with_its_unit() -> None:
    if not GOLD.exists():
        pytest.skip("the annotated documents are not here")
    with GOLD.open(encoding="utf-8") as file:
        wanted = {row["code"]: row["unit"] for row in csv.DictReader(file, delimiter="\t")}
    assert {i.code: i.unit for i in c.catalogue()} == wanted


def test_bounds_are_ordered_and_sourced() -> None:
    for i in c.catalogue():
        low, soft_low, soft_high, high = i.hard_min, i.soft_min, i.soft_max, i.hard_max
        assert low is not None and high is not None and low <= high, i.code
        assert soft_low is None or low <= soft_low, i.code
        assert soft_high is None or soft_high <= high, i.code
        assert i.bounds_source, i.code


def test_a_share_cannot_pass_100_and_a_gross_ratio_may() -> None:
    known = c.catalogue()
    for i in known:
        assert (i.over_100 == "not_applicable") == (i.unit != "%"), i.code
        if i.over_100 == "impossible":
            assert i.hard_max == 100, i.code
        if i.over_100 in ("expected", "doubtful"):
            assert i.hard_max is not None and i.hard_max > 100, i.code
    assert known["gross_enrolment_ratio"].over_100 == "expected"
    assert known["retention_rate"].over_100 == "doubtful"
    assert known["public_kindergarten_enrolment_share"].over_100 == "impossible"


PLANS = ("project_start_rate", "project_completion_rate", "teacher_training_completion_rate")


@pytest.mark.parametrize("code", PLANS)
def test_a_plan_may_be_exceeded_but_not_many_times_over(code: str) -> None:
    about = c.catalogue()[code]
    assert (about.over_100, about.soft_max, about.hard_max) == ("doubtful", 100, 300)
    assert "a plan may be exceeded" in (about.bounds_source or "")


def test_units_and_levels_are_known() -> None:
    for i in c.catalogue():
        assert i.unit in i.units_allowed and set(i.units_allowed) <= set(c.units()), i.code
        assert i.default_level in LEVELS, i.code
        assert {a.level for a in i.aliases} <= {None, *LEVELS}, i.code
    assert tuple(c.levels()) == LEVELS


def test_strong_aliases_are_shared_only_where_units_tell_them_apart() -> None:
    owners: dict[str, list[c.Indicator]] = {}
    for i in c.catalogue():
        for alias in i.aliases:
            if not alias.weak:
                owners.setdefault(alias.text, []).append(i)
    for text, found in owners.items():
        units = [u for i in found for u in i.units_allowed]
        assert len(units) == len(set(units)), text
    assert not set(owners) & set(c.catalogue().uncatalogued)


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("学前三年毛入园率", "gross_enrolment_ratio", "pre_primary"),
        ("高中阶段毛入学率", "gross_enrolment_ratio", "upper_secondary"),
        ("小学净入学率", "net_enrolment_rate", "primary"),
        ("初中三年巩固率", "retention_rate", "lower_secondary"),
        ("公办幼儿园在园幼儿占比", "public_kindergarten_enrolment_share", "pre_primary"),
        ("双师型教师占比", "double_qualified_teacher_share", None),
        ("“双师型”教师占比", "double_qualified_teacher_share", None),
        ("每百名学生拥有网络多媒体教室数", "multimedia_rooms_per_100_students", None),
        ("生源地信用助学贷款", "student_loan_amount", "tertiary"),
    ],
)
def test_words_of_the_genre_name_an_indicator(text: str, code: str, level: str | None) -> None:
    found = [a for a in c.catalogue()[code].aliases if a.text == text and not a.weak]
    assert [a.level for a in found] == [level]


@pytest.mark.parametrize("text", ["毕业生", "学校", "教师", "资金", "图书册数", "占地面积", "先进个人"])
def test_a_word_that_names_nothing_alone_is_no_strong_alias(text: str) -> None:
    assert not any(a.text == text and not a.weak for i in c.catalogue() for a in i.aliases)


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("幼儿园", "pre_primary"),
        ("九年一贯制学校", "compulsory"),
        ("高中", "general_upper_secondary"),
        ("高中阶段", "upper_secondary"),
        ("中等职业学校", "vocational_upper_secondary"),
        ("高职院校", "tertiary_vocational"),
        ("中小学", "k12"),
        ("中小学(园)", "k12_and_pre_primary"),
        ("其中小学", "primary"),
        ("各级各类", "all"),
    ],
)
def test_level_words(word: str, level: str) -> None:
    assert [code for code, found in c.levels().items() if word in found.words] == [level]


@pytest.mark.parametrize("word", ["职教", "县中", "高专", "义教"])
def test_words_that_other_words_contain_by_chance_name_no_level(word: str) -> None:
    """专职教师, 全县中小学, 提高专业, 主义教育."""
    assert not any(word in level.words for level in c.levels().values())


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("其中专任教师", "中专"),
        ("提高职业教育质量", "高职"),
        ("提高中小学教师", "高中"),
        ("开学前检查", "学前"),
        ("确保教育投入", "保教"),
        ("扩大学位供给", "大学"),
        ("贫困村学校", "村学"),
        ("小班化教学", "小班"),
        ("集中专户管理", "中专"),
        ("身高三年增长", "高三"),
    ],
)
def test_a_decoy_covers_a_word_that_only_seems_to_stand(text: str, hidden: str) -> None:
    at = text.index(hidden)
    spans = [(text.index(d), text.index(d) + len(d)) for d in c.catalogue().decoys if d in text]
    assert any(start <= at and at + len(hidden) <= end for start, end in spans)
    assert any(hidden in level.words for level in c.levels().values())


def test_spellings() -> None:
    assert c.spellings("公办<园|幼儿园>占<|比>") == ["公办园占", "公办园占比", "公办幼儿园占", "公办幼儿园占比"]
    assert c.spellings("“双师”教师") == ["“双师”教师", "双师教师", '"双师"教师']
    assert c.spellings("教学点") == ["教学点"]


def test_units_of_other_measures() -> None:
    rate, count = c.catalogue()["retention_rate"], c.catalogue()["students"]
    assert rate.allowed("level") == ("%",)
    assert rate.allowed("change") == ("pp",)
    assert rate.allowed("gap") == ("pp",)
    assert count.allowed("growth") == ("%",)
    assert count.allowed("rank") == ("rank",)
    assert "person" in count.allowed("change") and "pp" not in count.allowed("change")
    assert "pp" in count.allowed("gap")


def test_areas_are_turned_into_square_metres() -> None:
    words = c.units()["m2"].words
    assert words["平方米"] == 1 and words["公顷"] == 10_000 and words["亩"] == pytest.approx(666.667, abs=0.001)


def test_standards_of_preschool_and_balance() -> None:
    found = c.standards()
    preschool = {s.indicator: s.value for s in found.values() if "教督〔2020〕1号" in s.source}
    assert preschool["gross_enrolment_ratio"] == 85
    assert preschool["inclusive_kindergarten_coverage"] == 80
    assert preschool["public_kindergarten_enrolment_share"] == 50
    assert found["balance_variation_primary"].met(0.5) and not found["balance_variation_primary"].met(0.51)
    assert found["balance_retention"].met(95) and not found["balance_retention"].met(94.9)
    assert found["balance_variation_results"].met(0.14) and not found["balance_variation_results"].met(0.15)
    for s in found.values():
        assert s.comparator in COMPARATORS and s.unit in c.catalogue()[s.indicator].units_allowed, s.code
        assert s.valid_to is None or s.valid_from <= s.valid_to, s.code


def _sound() -> dict[str, Any]:
    return {
        "groups": {"students": "Pupils"},
        "indicators": {
            "riders": {
                "name_zh": "乘车学生数",
                "name_en": "Riders",
                "group": "students",
                "definition": "Pupils on school buses",
                "definition_source": "test",
                "unit": "person",
                "accounting": "stock",
                "soft": [0, 10],
                "hard": [0, 100],
                "bounds_source": "test",
                "default_level": "k12",
                "aliases": ["乘车学生"],
            }
        },
        "uncatalogued": ["校车"],
    }


def test_a_sound_file_is_read() -> None:
    read = c.parse_catalogue(_sound())
    assert read["riders"].aliases == (c.Alias("乘车学生"),) and read.uncatalogued == ("校车",)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("unit", "persons", "indicators.riders: unit: 'persons' is not one of"),
        ("default_level", "school", "default_level"),
        ("group", "pupils", "group"),
        ("definition", "", "definition: must be a text"),
        ("soft", [5, 1], "lowest 5 is above highest 1"),
        ("soft", [0, 1000], "reach beyond the hard bounds"),
        ("hard", [0], "must be [lowest, highest]"),
        ("hard", [0, "much"], "'much' is not a number"),
        ("aliases", [], "needs words"),
        ("aliases", [600], "quote it?"),
        ("aliases", ["校车"], "校车 is listed as uncatalogued too"),
        ("aliases", [{"text": "乘车", "levl": "k12"}], "unknown key"),
        ("aliases", [{"text": "乘车", "level": "school"}], "unknown level"),
        ("bounds_source", None, "bounds need a source"),
        ("colour", "red", "colour: is not a key that is known here"),
    ],
)
def test_a_mistake_is_named_with_its_key(key: str, value: object, message: str) -> None:
    data = _sound()
    data["indicators"]["riders"][key] = value
    with pytest.raises(c.CatalogueError) as error:
        c.parse_catalogue(data)
    assert str(error.value).startswith("catalogue.yaml: ") and message in str(error.value)


def test_a_strong_alias_of_two_indicators_in_one_unit_is_refused() -> None:
    data = _sound()
    data["indicators"]["walkers"] = copy.deepcopy(data["indicators"]["riders"])
    with pytest.raises(c.CatalogueError, match="belongs to riders too"):
        c.parse_catalogue(data)
    data["indicators"]["walkers"]["unit"] = "CNY"
    assert len(c.parse_catalogue(data)) == 2


@pytest.mark.parametrize("data", [None, [], "text", {}])
def test_a_file_that_is_no_mapping_is_refused(data: object) -> None:
    for parse in (c.parse_catalogue, c.parse_levels, c.parse_units, c.parse_standards):
        with pytest.raises(c.CatalogueError):
            parse(data)


def test_one_word_cannot_name_two_levels_or_units() -> None:
    body = {"name_zh": "a", "name_en": "a", "description": "a", "dimension": "a", "words": ["所"]}
    unit = {k: v for k, v in body.items() if k != "description"}
    with pytest.raises(c.CatalogueError, match="already stands for a"):
        c.parse_units({"a": unit, "b": unit})
    level = {k: v for k, v in body.items() if k != "dimension"}
    with pytest.raises(c.CatalogueError, match="already names a"):
        c.parse_levels({"a": level, "b": level})


def test_reference_tables_have_the_fixed_schema() -> None:
    made = {
        "indicators": reference_tables.indicators(),
        "education_levels": reference_tables.education_levels(),
        "units": reference_tables.units(),
        "regions": reference_tables.regions(),
    }
    for name, table in made.items():
        spec = TABLES[name]
        assert table.schema.equals(spec.arrow, check_metadata=True) and table.num_rows > 10, name
        assert len(table.group_by(list(spec.key)).aggregate([])) == table.num_rows, name
        for column in spec.columns:
            values = table.column(column.name)
            assert column.nullable or values.null_count == 0, (name, column.name)
            if column.values:
                assert set(values.to_pylist()) <= {*column.values, None}, (name, column.name)
    assert set(made["indicators"].column("unit").to_pylist()) <= set(made["units"].column("unit").to_pylist())


def test_the_number_of_aliases_stays_small_enough_to_load_at_once() -> None:
    assert sum(len(i.aliases) for i in c.catalogue()) < 15_000
