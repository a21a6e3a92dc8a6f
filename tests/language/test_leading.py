"""The place that most of a text speaks for: lines for rules of language.leading, and near misses.

A line of the table is the text's lines (/ between them), and the code of its place, `none` where nothing tells it.

What belongs here: what the text alone tells.  What does not: titles, publishers, the page's frame (test_home), mentions
(test_places); the form of the tables (helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.language.leading import leading

RULES = {
    "language.leading._BYLINE": Rule(
        "where a report was filed is not what it is about",
        by=[
            "新华社兰州9月1日电 春季学期开学。/学校12所。 | home = none",
            "本报北京3月2日讯 教师节将至。 | home = none",
            "中新网西安5月8日电 校园足球开赛。 | home = none",
        ],
        alone=["张掖市教育局9月1日电 开学。 | home = 620700", "张掖市新建学校12所。 | home = 620700"],
    ),
    "language.leading._RANKED": Rule(
        "全省 of a rank or a lead is not whom the paper speaks for",
        by=[
            "张掖是好地方。/全市新建学校12所，在全省率先供餐，夺得全省高考第一。甘肃省试点。 | home = 620700",
            "张掖有学校12所。/全市入园率居全省前列，巩固率位居全省第三，甘肃省表扬。 | home = 620700",
            "张掖有学校12所。/全市投入高于全省平均，师资优于全省平均，甘肃省表扬。 | home = 620700",
        ],
        alone=[
            "甘肃省教育。/全省新建学校12所，全省新增学位，张掖市在全市率先供餐。 | home = 620000",
            "张掖市新建学校12所，全市新增学位。 | home = 620700",
        ],
    ),
    "language.leading._HONOURS": Rule(
        "who gives an honour is above the one that speaks, whom one name within it tells",
        by=[
            "全市有小学121所。/海宁中学、新仓中学通过评估。/全市新评嘉兴市学科带头人31人。 | home = 330481",
            "全县幼儿园28所。/全县获评张掖市示范园6所。/肃南一中新建教学楼。 | home = 620721",
            "全市在校生2万人。/全市有苏州市名师12人,苏州市骨干教师60人。/太仓高级中学扩建。 | home = 320585",
        ],
        alone=[
            "全市有小学121所。/嘉兴市新建小学12所。/全市评出嘉兴市学科带头人31人。/海宁中学通过评估。 | home = 330400",
            "全市有小学121所。/全市新评嘉兴市学科带头人31人。 | home = 330400",
        ],
    ),
    "language.leading._AUTONOMOUS": Rule(
        "自治区 tells whom a paper speaks for where no such word does",
        by=[
            "自治区教育厅安排资金,自治区新建学校12所。/宁夏与兰州市、西安市结对。 | home = 640000",
            "自治区党委关心,自治区建成幼儿园8所。/广西与佛山市、东莞市共建。 | home = 450000",
            "自治区新增学位3000个。/内蒙古与张家口市、大同市办学。 | home = 150000",
        ],
        alone=[
            "全市新建学校12所,全市新增学位。/宁夏与兰州市结对。 | home = 620100",
            "新建学校12所。/兰州市、兰州市教育局来访。 | home = 620100",
        ],
    ),
    "language.leading._IS_A_PLACE": Rule(
        "what only a place can be or have is said of a short name",
        by=[
            "2023学年(简称2023年)安丘全市有学校167所。/全市幼儿园81所。 | home = 370784",
            "目前,海盐全县有学校67所。/全县幼儿园31所。 | home = 330424",
            "番禺是教育强区。/全区幼儿园81所。/全区学校90所。 | home = 440113",
        ],
        alone=[
            "安丘路小学有学生167人。/全市幼儿园81所。/全市学校90所。 | home = none",
            "全市幼儿园81所。/全市学校90所。 | home = none",
        ],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]]) -> None:
        found = leading(text, None)
        assert (found.code if found else "none") == expected[0][1], f"{text}: {found}"

    return check


test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        # every paper in a region speaks of it
        (["自治区党委关心,自治区安排资金,自治区支持。", "全县有学校52所,和田县新建幼儿园。"], "653221"),
        (["自治区党委关心,自治区安排资金。", "我州有学校52所,阿图什市、乌恰县新建幼儿园。"], "653000"),
        (["自治区党委、自治区人民政府、自治区安排资金。", "全市有学校52所,固原市新建幼儿园。"], "640400"),
        (["自治区党委关心,自治区安排资金。", "宁夏回族自治区新建幼儿园。"], "640000"),
        (["全区有学校52所。", "宁夏回族自治区在固原市新建幼儿园。"], "640000"),
        (["昆山的孩子来了。"], None),
        # a name that is a word too, of a county that lies within what the text names
        (["安化地处湘中，全县有学校52所，全县教师800人。", "益阳市来人。"], "430923"),
        (["新和位于天山南麓，全县有学校52所，全县教师800人。", "阿克苏地区来人。"], "652925"),
        (["新和合作社开业，全县有学校52所，全县教师800人。", "阿克苏地区来人。"], "652900"),
    ],
)
def test_leading(lines: list[str], code: str | None) -> None:
    found = leading("\n".join(lines), None)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("武威市新建学校478所。民勤县、古浪县通过验收。我市连续2年被省委、省政府表彰。", "620600"),
        ("全省新建学校478所。省委、省政府重视。武威市、张掖市、酒泉市通过验收。", "620000"),
        # a district whose name others bear too, beside the city that holds it
        ("龙华区新建学校10所。龙华区政府加快规划。学校有深圳外国语学校龙华校区。", "440309"),
        ("龙华区新建学校10所。龙华区政府加快规划。学校有海口外国语学校龙华校区。", "460106"),
        ("龙华区新建学校10所。深圳新增学位，深圳引进名校。", "440300"),
        # 资本市场 is no city's own
        ("山丹县新建学校10所。教育投资进入资本市场，资本市场看好教育。", "620725"),
    ],
)
def test_whose_words_and_whose_names(text: str, code: str) -> None:
    found = leading(text, None)
    assert found is not None and found.code == code
