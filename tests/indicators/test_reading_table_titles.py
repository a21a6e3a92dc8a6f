"""What a table takes from the words over it: funds that a title pays out, meals, budgets, grades, what is merged.

What belongs here: captions and headers that say of what the figures are, and near misses.  What does not: the forms of
tables (test_reading_table_forms), their stubs (test_reading_table_words); the form of the rules (helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.headings._FUND": Rule(
        "the columns of a notice that pays out a fund are parts of that fund",
        by=[
            "请各县区抓紧执行。/附件:/资金分配表    单位:万元/县区    合计    公用经费    校舍维修/甘州区    312    86    85/临泽县    268    71    77 | 312 = earmarked_education_funds compulsory 3120000 CNY @甘州区 2023 | 85 = earmarked_education_funds compulsory 850000 CNY @甘州区 2023",
            "请各县区抓紧执行。/资金安排表    单位:元/县区    合计    公用经费    校舍维修/高台县    21000    8000    9000/山丹县    3000    900    700 | 9000 = earmarked_education_funds compulsory 9000 CNY @高台县 2023",
            "请各县区抓紧执行。/经费明细表/县区    小计(万元)    公用经费(万元)    校舍维修(万元)/高台县    210    80    90/山丹县    300    90    70 | 90 = earmarked_education_funds compulsory 900000 CNY @高台县 2023",
        ],
        alone=[
            "县区    在校生(人)    学校(所)    班数(个)/甘州区    3120    86    185/临泽县    268    71    177 | 3120 = students _ 3120 person @甘州区 | 86 = institutions _ 86 institution @甘州区",
            "资金分配表    单位:万元/县区    寄宿生生活补助    营养膳食补助/甘州区    141    85/临泽县    120    77 | 141 = student_aid_amount _ 1410000 CNY @甘州区",
        ],
        paper={"title": "张掖市财政局关于下达2023年城乡义务教育补助经费(第二批)预算的通知", "dated": None},
    ),
    "indicators.grid_sentences._PROGRAMMES": Rule(
        "those who get something, and money, under a caption that names what is given",
        by=[
            "表4  营养改善计划实施情况/县区    补助学生(人)    补助资金(万元)/甘州区    17206    1376/临泽县    8890    711 | 17206 = nutrition_beneficiaries _ 17206 person label:营养改善计划补助学生 | 1376 = nutrition_fund _ 13760000 CNY label:营养改善计划补助资金",
            "农村学生营养餐情况表/县区    补助学生(人)    补助资金(万元)/高台县    7206    376/山丹县    890    71 | 376 = nutrition_fund _ 3760000 CNY label:营养餐补助资金",
            "营养膳食补助情况/县区    享受学生(人)    补助资金(元)/高台县    7206    376000/山丹县    890    71000 | 376000 = nutrition_fund _ 376000 CNY label:营养膳食补助资金",
        ],
        alone=[
            "培训情况/县区    受益学生(人)    资金(万元)/甘州区    17206    1376/临泽县    8890    711 | 17206 = other _ 17206 person",
            "营养改善计划实施情况/县区    学校(所)    在校生(人)/甘州区    41    19820/临泽县    19    9135 | 41 = institutions _ 41 institution | 19820 = students _ 19820 person",
        ],
    ),
    "indicators.grid_sentences._OF_CAPTION": Rule(
        "what was to be spent and what was, of what the caption names",
        by=[
            "2023年教育支出执行情况表(万元)/县区    年初预算    调整预算    决算数/甘州区    12643    12911    12876/临泽县    8011    8296    8241 | 12643 = public_budget_education_expenditure _ 126430000 CNY target @甘州区 2023 | 12876 = public_budget_education_expenditure _ 128760000 CNY @甘州区 2023",
            "2023年一般公共预算教育经费(万元)/县区    年初预算数    决算数/甘州区    12643    12876/临泽县    8011    8241 | 8241 = public_budget_education_expenditure _ 82410000 CNY @临泽县",
            "教育支出情况表(元)/公开编号:KF-2023-017/县区    预算数    决算数/甘州区    1264300    1287600/临泽县    801100    824100 | 801100 = public_budget_education_expenditure _ 801100 CNY target @临泽县",
        ],
        alone=[
            "2023年教育支出执行情况表(万元)/县区    学校数(所)    在校生(人)/甘州区    126    12876/临泽县    80    8241 | 126 = institutions _ 126 institution | 12876 = students _ 12876 person",
            "2023年学校情况/县区    中学    小学/甘州区    12    43/临泽县    5    11 | 43 = institutions primary 43 institution",
        ],
    ),
    "indicators.grid_captions._LABELLED": Rule(
        "the number of a paper below a table's title is no part of it",
        by=[
            "教育支出情况表(元)/公开编号:KF-2023-017/县区    预算数    决算数/甘州区    1264300    1287600/临泽县    801100    824100 | 1287600 = public_budget_education_expenditure _ 1287600 CNY",
            "教育支出情况表(万元)/登记编号:ZJ2023/县区    预算数    决算数/甘州区    126    128/临泽县    80    82 | 82 = public_budget_education_expenditure _ 820000 CNY",
            "教育支出情况表(亿元)/公示编号:ZJ-2023/县区    预算数    决算数/甘州区    12    13/临泽县    8    9 | 13 = public_budget_education_expenditure _ 1300000000 CNY",
        ],
        alone=[
            "教育支出情况表(元)/县区    预算数    决算数/甘州区    1264300    1287600/临泽县    801100    824100 | 1287600 = public_budget_education_expenditure _ 1287600 CNY",
            "公开编号:KF-2023-017/学校情况/县区    学校(所)    班数/甘州区    12    87/临泽县    8    41 | 12 = institutions _ 12 institution",
        ],
    ),
    "indicators.grid_sentences._GRADES": Rule(
        "the grades one to six of a table on compulsory schools are of primary schools, their sum too",
        by=[
            "义务教育学校班额情况如下:/年级    班数    学生数/四年级    79    3204/五年级    78    3256/小计(四至五)    157    6460 | 79 = classes primary 79 class | 3256 = students primary 3256 person | 157 = classes primary 157 class",
            "义务教育在校生情况/年级    班数    学生数/一年级    9    320/二年级    8    325 | 9 = classes primary 9 class | 325 = students primary 325 person",
            "义务教育学校学生情况:/年级    班数    学生数/三年级小计    9    320/七年级    8    325 | 320 = students primary 320 person | 8 = classes lower_secondary 8 class",
        ],
        alone=[
            "中等职业学校学生情况:/年级    班数    学生数/二年级    9    320/三年级    8    325 | 320 = students vocational_upper_secondary 320 person",
            "义务教育学校学生情况:/年级    班数    学生数/八年级    9    320/九年级    8    325 | 320 = students lower_secondary 320 person",
        ],
    ),
    "indicators.grid_sentences._POINTS": Rule(
        "what was merged beside the schools that there were are schools",
        by=[
            "农村小学布局调整情况/乡镇    撤并前校点(个)    撤并后校点(个)    撤并(个)/沙井镇    14    8    6/大满镇    17    9    8 | 14 = other _ 14 institution @沙井镇 | 6 = schools_merged _ 6 institution @沙井镇",
            "布局调整情况/乡镇    原有教学点(个)    撤销(个)/沙井镇    14    6/大满镇    17    8 | 8 = schools_merged _ 8 institution @大满镇",
            "布局调整情况/乡镇    原有学校(个)    合并(个)/沙井镇    14    6/大满镇    17    8 | 8 = schools_merged _ 8 institution @大满镇",
        ],
        alone=[
            "布局调整情况/乡镇    班数(个)    撤并(个)/沙井镇    14    6/大满镇    17    8 | 14 = classes _ 14 class | 6 = other _ 6 item",
            "布局调整情况/乡镇    学校(所)    班数(个)/沙井镇    14    86/大满镇    17    98 | 14 = institutions _ 14 institution | 86 = classes _ 86 class",
        ],
    ),
}
test_right, test_missed_without_its_rule = table(RULES)

AGAINST = "县区    参考人数(人)    录取率%    {}(百分点)\n甘州区    2487    61.4    0.8\n临泽县    523    58.7    -1.1"


@pytest.mark.parametrize("header", ["与2020年比", "比2020年", "较2020年", "同2020年相比", "与2020年相比增减"])
def test_what_a_change_is_measured_against_is_no_time_of_a_column(header: str, reads: Callable[..., None]) -> None:
    expected = [
        ("61.4", "admission_rate _ 61.4 % 2021"),
        ("0.8", "admission_rate _ 0.8 pp change 2021"),
        ("1.1", "admission_rate _ -1.1 pp change 2021"),
    ]
    reads(AGAINST.format(header), expected, title="2021年中考录取统计表", dated=None)


@pytest.mark.parametrize("header", ["2020年", "2020年录取率增长", "在2020年的位次"])
def test_other_times_are_those_of_their_columns(header: str, reads: Callable[..., None]) -> None:
    text = f"县区    {header}\n甘州区    61\n临泽县    58"
    reads(f"毕业生\n{text}", [("61", "_ _ _ _ 2020" if header == "2020年" else "_ _ _ _ _")][: header == "2020年"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "附:近三年毕业生和普高录取情况\n2022年 毕业2514 普高录取1402\n2023年 毕业2650 普高录取1489",
            [("2514", "other _ 2514 person 2022"), ("1489", "new_entrants general_upper_secondary 1489 person 2023")],
        ),
        (
            "年级    46人以下班    46—55人班    66人以上班\n八年级    58    16    5\n九年级    53    18    7",
            [
                ("55", "definition"),
                ("16", "_ lower_secondary 16 class"),
                ("5", "_ lower_secondary 5 class"),
            ],
        ),
    ],
)
def test_what_is_counted_without_a_unit(text: str, expected: list[tuple[str, str]], reads: Callable[..., None]) -> None:
    reads(text, expected, title="甘州区情况公示")
