"""What one number says for the ones after it: parts of what is planned, levels and places in turn, programmes above their rows.

A table stands in a line with ¦ (a tab) between its cells and / between its rows.

What belongs here: rules that carry a word over to a later number, and near misses.  What does not: times (test_timing), openings
of paragraphs (test_openings); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.aims._PARTS": Rule(
        "the parts of what is planned are planned, over a comma and a semicolon too",
        by=[
            "我县计划共招聘教师240名，比去年增加15名；其中特岗教师120名、公费师范生18名。 | 120名 = teachers_recruited _ 120 person target | 18名 = teachers_recruited _ 18 person target",
            "5个项目全部建成后，城区可新增学位6320个，其中小学学位4760个、学前学位360个。 | 4760个 = new_places primary 4760 place target | 360个 = new_places pre_primary 360 place target",
            "计划今年招聘教师300名，比上年多60名，其中特岗教师120名。 | 120名 = teachers_recruited _ 120 person target",
        ],
        alone=[
            "计划新建学校20所，其中已开工12所。 | 12所 = schools_built _ 12 institution",
            "2024年新建学校20所，其中小学12所。 | 12所 = schools_built primary 12 institution 2024",
            "计划新增学位3000个，其中小学2000个；现有学校120所，其中小学80所。 | 80所 = institutions primary 80 institution",
        ],
    ),
    "indicators.level_words._THRESHOLD": Rule(
        "a threshold between the levels and their share is no number of its own",
        by=[
            "小学、初中56人以上大班额占比分别降至0.42%和1.15%。 | 0.42% = large_class_share primary 0.42 % | 1.15% = large_class_share lower_secondary 1.15 %",
            "初中、高中66人及以上超大班额比例分别为0.2%和0.9%。 | 0.9% = large_class_share general_upper_secondary 0.9 %",
            "小学、初中55人以上大班额比例分别控制在2.1%、3.4%。 | 2.1% = large_class_share primary 2.1 % | 3.4% = large_class_share lower_secondary 3.4 %",
        ],
        alone=[
            "小学、初中大班额占比分别为0.42%和1.15%。 | 1.15% = large_class_share lower_secondary 1.15 %",
            "小学、初中在校生12000人，大班额2个和3个。 | 3个 = large_classes _ 3 class",
        ],
    ),
    "indicators.level_words._BOTH": Rule(
        "pupils of schools and kindergartens name no level beside those that stand before them",
        by=[
            "全县幼儿园、小学、初中在校（园）生分别为5204人、9886人和7431人。 | 5204人 = students pre_primary 5204 person | 7431人 = students lower_secondary 7431 person",
            "小学、初中在校(园)生分别为9886人、7431人。 | 9886人 = students primary 9886 person | 7431人 = students lower_secondary 7431 person",
            "小学、高中在校（园）学生分别为9886人、4431人。 | 4431人 = students general_upper_secondary 4431 person",
        ],
        alone=[
            "各级各类学校在校（园）生15204人。 | 15204人 = students all 15204 person",
            "小学、初中在校生分别为9886人、7431人。 | 7431人 = students lower_secondary 7431 person",
        ],
    ),
    "indicators.grid_sentences._RECIPIENTS": Rule(
        "how often a programme was received, in the row of the programme",
        by=[
            "学生资助执行情况表（单位：万元、人次）/项目¦资金¦人次/营养改善计划¦2046¦26890/普通高中国家助学金¦437¦4187 | 26890 = nutrition_beneficiaries _ 26890 person-time",
            "学生资助情况表（单位：万元、人次）/项目¦资金¦人次/义务教育困难学生生活补助¦887¦14321/其中：寄宿生¦753¦11603 | 11603 = student_aid_recipients compulsory 11603 person-time",
            "资助项目执行表（单位：万元、人次）/项目¦金额¦人次/营养膳食补助¦246¦2689/中职国家助学金¦437¦4187 | 2689 = nutrition_beneficiaries _ 2689 person-time",
        ],
        alone=[
            "培训情况（单位：万元、人次）/项目¦资金¦人次/校长培训¦20¦268/教师培训¦43¦4187 | 4187 = teachers_trained _ 4187 person-time",
            "学生资助情况表（单位：万元、人次）/项目¦资金¦人次/普通高中国家助学金¦437¦4187/营养改善计划¦2046¦26890 | 437 = student_aid_amount general_upper_secondary 4370000 CNY",
        ],
    ),
}  # fmt: skip


test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is measured against is none of the places in turn
        ("民乐县、高台县毛入园率分别达到96.2%、94.8%，分别高于全市7.3个和5.6个百分点。", [("7.3个", "gross_enrolment_ratio pre_primary 7.3 pp gap @民乐县"), ("5.6个", "gross_enrolment_ratio pre_primary 5.6 pp gap @高台县")]),
        ("甘州区学校86所；民乐县、高台县毛入园率分别达到96.2%、94.8%，分别提高7.3个和5.6个百分点。", [("7.3个", "gross_enrolment_ratio pre_primary 7.3 pp change @民乐县"), ("5.6个", "gross_enrolment_ratio pre_primary 5.6 pp change @高台县")]),
        ("民乐县毛入园率96.2%，高于全市7.3个百分点。", [("7.3个百分点", "gross_enrolment_ratio pre_primary 7.3 pp gap @民乐县")]),
        # classes that are too large, however it is said
        ("班额超55人的班级216个，班级总数4100个。", [("216个", "large_classes _ 216 class"), ("4100个", "classes _ 4100 class")]),
    ],
)  # fmt: skip
def test_places_in_turn_and_large_classes(
    text: str, expected: list[tuple[str, str]], reads: Callable[..., None]
) -> None:
    reads(text, expected)


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("“十三五”期间，全区建成校舍31.2万平方米。", "2016-01-01..2020-12-31"),  # over when the plan begins
        ("“十四五”期间，全区建成校舍31.2万平方米。", "2021-01-01..2025-12-31"),
    ],
)
def test_a_plan_that_is_over(sentence: str, period: str, reads: Callable[..., None]) -> None:
    nature = "" if "十三五" in sentence else " target"
    reads(
        sentence,
        [("31.2万平方米", f"floor_area_built _ 312000 m2{nature} {period}")],
        title="山丹县“十四五”教育发展规划",
        dated=None,
    )


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        ("本报讯（记者 张某）记者从市招生办获悉，2025年", "2025"),
        ("某某网讯 2025年", "2025"),
        ("本报讯（记者 张某）在县里，2025年", "..D"),  # what else opens it stands before the year
    ],
)
def test_a_dateline_before_the_time(lead: str, period: str, reads: Callable[..., None]) -> None:
    reads(
        f"{lead}我市报名12614人。录取新生9208人。",
        [("9208人", f"new_entrants _ 9208 person {period}")],
        title="今年我市招生结束",
    )
