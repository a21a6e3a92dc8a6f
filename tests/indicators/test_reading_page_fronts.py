"""Front pages, posts of figures and pages of one school: lists of dated headlines, number cards, polls, comments.

What belongs here: rules one by one, with pages that need them and near misses.  What does not: the form of the tables
(helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.extract import extract_document

INTRO = "  民乐县地处祁连山北麓,总面积3687平方公里,辖10个乡镇,气候凉爽,物产丰富,是远近闻名的油菜之乡和旅游胜地。/民乐县教育工作会议在县城召开/"
OUTRO = "/会议认为,教育是民生之首,要把优先发展落到实处,统筹城乡布局,加强队伍建设,深化教学改革,守牢安全底线,以更大决心、更实举措办好人民满意的教育,让每一个孩子都能享有公平而有质量的学习机会,为全县高质量发展提供坚实的人才支撑和智力支持。"
RULES = {
    "language.foreground._LISTED_DAY": Rule(
        "a headline of a list of pages is of the day behind it",
        by=[
            "我市4所学校入选全国校园足球特色学校    2025-03-20 | 4所 = other _ 4 institution 2025-03-20",
            "甘州区新增公办幼儿园学位560个    2025-06-11 | 560个 = new_places _ 560 place ..2025-06-11 @甘州区",
            "全市高中阶段毛入学率达到95.1%      (11-28) | 95.1% = gross_enrolment_ratio _ 95.1 % 2024-11-28",
            "全市义务教育巩固率达99.2%      (03-05) | 99.2% = retention_rate _ 99.2 % 2025-03-05",
            "全市义务教育巩固率达99.2%      (11-05) | 99.2% = retention_rate _ 99.2 % 2024-11-05",
        ],
        alone=[
            "全市义务教育巩固率达99.2%。 | 99.2% = retention_rate _ 99.2 % D",
            "全市义务教育巩固率达99.2%    13-45 | 99.2% = retention_rate _ 99.2 % D",
        ],
        paper={"title": "教育要闻"},
    ),
    "reading.lines._DAY_APART": Rule(
        "lines that end in a day of their own are no sentence that goes on",
        by=[
            "我市4所学校入选全国校园足球特色学校和全国青少年校园篮球特色学校    2025-03-20/全市学校食堂全部实现“互联网+明厨亮灶”,新建食堂36个,惠及学生    2025-03-18 | 4所 = _ _ 4 institution 2025-03-20 | 36个 = _ _ 36 item ..2025-03-18",
            "全市高中阶段毛入学率达到95.1%,学前三年毛入园率达97.3%    2025-04-02/甘州区新增公办幼儿园学位560个    2025-03-11 | 95.1% = _ _ 95.1 % 2025-04-02 | 560个 = _ _ 560 place ..2025-03-11",
            "甘州区投入1.2亿元改造学校,惠及学生3200名、教师260名    2025-02-08/我市义务教育巩固率达99.2%,比上年提高    2025-01-16 | 1.2亿元 = _ _ 120000000 CNY ..2025-02-08 | 99.2% = _ _ 99.2 % 2025-01-16",
        ],
        alone=[
            "全市高中阶段毛入学率达到95.1%,学前三年毛入园率达到/97.3%,比上年提高0.4个百分点。 | 97.3% = gross_enrolment_ratio pre_primary 97.3 % D",
            "全市学校食堂全部实现“互联网+明厨亮灶”,今年新建食堂/36个。 | 36个 = _ _ 36 item 2025-01-01..D",
        ],
        paper={"title": "教育要闻"},
    ),
    "reading.cards._BEFORE_NAME": Rule(
        "lines of a figure with its unit and its name that follow each other are a table",
        by=[
            "1260个  新增学位/9所  新建学校 | 1260个 = new_places _ 1260 place ..D | 9所 = schools_built _ 9 institution ..D",
            "3.1万人次 教师培训/46人 新招聘教师 | 3.1万人次 = teachers_trained _ 31000 person-time ..D | 46人 = teachers_recruited _ 46 person ..D",
            "3.6万人次 学生资助/1260个 新增园位 | 3.6万人次 = student_aid_recipients _ 36000 person-time ..D | 1260个 = new_places _ 1260 place ..D",
        ],
        alone=[
            "全市新增学位1260个,新建学校9所。 | 1260个 = new_places _ 1260 place ..D",
            "2025年 新建学校9所/2024年 新建学校6所 | 9所 = schools_built _ 9 institution 2025-01-01..2025-12-31 | 6所 = schools_built _ 6 institution 2024",
        ],
        paper={"title": "数字看教育"},
    ),
    "indicators.signed._LISTED": Rule(
        "signed changes behind 分别 are those of the values before them, in turn",
        by=[
            "全市小学招生1.46万人,初中招生1.38万人,分别较上年-4.6%、+7.9%。 | 4.6% = new_entrants primary -4.6 % growth | 7.9% = new_entrants lower_secondary 7.9 % growth",
            "全市小学在校生8.2万人、初中在校生3.9万人,分别比上年-1200人、+360人。 | 1200人 = students primary -1200 person change | 360人 = students lower_secondary 360 person change",
            "全市小学招生2.4万人,初中招生1.2万人,分别比上年-1.6%、+2.4%。 | 1.6% = new_entrants primary -1.6 % growth | 2.4% = new_entrants lower_secondary 2.4 % growth",
        ],
        alone=[
            "全市小学招生1.46万人(-4.6%)。 | 4.6% = new_entrants primary -4.6 % growth",
            "全市小学招生1.46万人,初中招生1.38万人,分别较上年下降4.6%、增长7.9%。 | 4.6% = new_entrants primary -4.6 % growth | 7.9% = new_entrants lower_secondary 7.9 % growth",
        ],
        paper={"title": "教育工作情况"},
    ),
    "language.place_scope._TO_ALL": Rule(
        "what is said to all counties of a city is of the city, in the paper of one",
        by=[
            "会议要求,各县(区)要抓好落实,全市年内新建学校26所。 | 26所 = schools_built _ 26 institution target @张掖市",
            "会议强调,各县区要加快进度,全市改造校舍9.6万平方米。 | 9.6万 = _ _ 96000 m2 target @张掖市",
            "会议指出,各县、区要通力合作,全市招聘教师310名。 | 310名 = teachers_recruited _ 310 person @张掖市",
        ],
        alone=[
            "会议要求,各学校要抓好落实,全县年内新建学校6所。 | 6所 = schools_built _ 6 institution target @民乐县",
            "会议要求,各县(区)要抓好落实。民乐县年内新建学校6所。 | 6所 = schools_built _ 6 institution @民乐县",
        ],
        paper={"title": "民乐县教育局召开工作会议"},
    ),
    "language.periods_grammar.BARE_YEAR": Rule(
        "a year by its number alone is one where a post calls it by name",
        by=[
            "数字看教育丨2024,我们这样走过 | 2024 = period",
            "2025,我们再出发! | 2025 = period",
            "回望·2023,这一年新建学校9所。 | 2023 = period",
        ],
        alone=[
            "共有2024,比上年多。 | 2024 = identifier",
            "学生2024人,我们很骄傲。 | 2024人 = students _ 2024 person D",
        ],
        paper={"title": "高台教育"},
    ),
    "language.periods_grammar.SHORT_YEAR": Rule(
        "a year of two digits is one where a clock stands behind the day",
        by=[
            "来源:某某网 12-07-30 08:51 | 12-07-30 = period",
            "15-01-06 21:40 编辑:张某 | 15-01-06 = period",
            "某某日报  09-11-18 10:05  评论 | 09-11-18 = period",
        ],
        alone=["教学班12-07-30 | 12-07-30 = identifier", "编号12-17-30 08:51 | 12-17-30 = identifier"],
        paper={"title": "高台教育"},
    ),
    "reading.frontmatter._ON_ISSUED": Rule(
        "a day before the name of an office, under a title, is that of the page",
        by=[
            f"{INTRO}2025年5月28日    县教育科技局办公室/近4年,全县撤并学校17所。{OUTRO} | 17所 = schools_merged _ 17 institution 2021-05-28..2025-05-28",
            f"{INTRO}2024年3月6日    民乐县教育局/全县现有学校82所。{OUTRO} | 82所 = institutions _ 82 institution 2024-03-06",
            f"{INTRO}2024-03-06  县教育局办公室/去年,全县招聘教师61名。{OUTRO} | 61名 = teachers_recruited _ 61 person 2023",
        ],
        alone=[
            f"{INTRO}2024年3月6日    民乐县教育局召开会议,总结工作。/全县现有学校82所。{OUTRO} | 82所 = institutions _ 82 institution ?",
            f"{INTRO}学校  民乐县教育局/全县现有学校82所。{OUTRO} | 82所 = institutions _ 82 institution ?",
        ],
        paper={"title": "民乐教育在线", "dated": None},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


def kinds(page: str) -> dict[str, str]:
    """Each number of a page with its kind; the last of equal ones."""
    return {q["text"]: q["kind"] for q in extract_document(page.encode(), "page.txt")["quantities"]}


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("○满意(512票 71.6%)  ○不满意(57票 8.0%)", "(512票 71.6%)", "noise"),
        ("很满意(38票)  一般(4票)", "(38票)", "noise"),
        ("【统计】在线3人  总访问482016", "在线3人", "noise"),
        ("附件【招生计划.pdf】已下载617次", "617次", "noise"),
        ("某某网 [我来说两句(6)]", "我来说两句(6)", "noise"),
        ("老乡1987  发表于 1小时前", "1987", "noise"),
        ("手机用户139****6021   2021-06-03 18:47", "139****6021", "noise"),
        ("全县在线学习3万人。", "3万人", "observation"),
        ("选举中获赞成票512票的教师为9人。", "9人", "observation"),
        ("教学点12   2021年撤并3个。", "3个", "observation"),
    ],
)
def test_polls_counters_and_comments_are_noise(line: str, number: str, kind: str) -> None:
    page = f"民乐县教育工作情况\n2025-05-28\n全县现有学校82所,在校生2.1万人。\n{line}\n"
    assert kinds(page)[number] == kind


TALK = "湖北省教育厅新闻发布会\n2006年8月29日\n"


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("【厅长】全省现有农村小学9806所。 [15:08]", "[15:08]", "period"),
        ("【主持人】发布会到此结束。 [15:38]", "[15:38]", "period"),
        ("时间:2006年8月29日上午9∶30", "9∶30", "period"),
        ("作息:早自修07:10 午休12:15 晚自修结束21:20", "12:15", "period"),
        ("★我省改造农村学校860所              (05/28)", "05/28", "period"),
        ("http://www.example.cn    12-07-30 08:51    某某网", "12-07-30 08:51", "period"),
        ("全省小学师生比为12∶15。", "12∶15", "observation"),
        ("所需资金按中央与地方6∶4分担。", "6∶4", "observation"),
    ],
)
def test_clocks_and_days_of_a_page(line: str, number: str, kind: str) -> None:
    assert kinds(f"{TALK}{line}\n")[number] == kind


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("云和中学简介", "现有教学班30个。", "anecdote"),
        ("高台一中简介", "学校占地128亩。", "anecdote"),
        ("城区小学简介", "现有教学班30个。", "observation"),
        ("全县小学概况", "现有教学班30个。", "observation"),
        ("云和中学简介", "全县有普通高中1所。", "observation"),
    ],
)
def test_a_school_with_a_short_name_introduces_itself(title: str, text: str, kind: str) -> None:
    assert kind in kinds(f"{title}\n2025-05-28\n\n    学校创办于1939年。{text}\n").values()


CARDS = "数字看教育\n2025-05-28\n\n194所\n各级各类学校\n\n↓\n\n5126名\n教职工 其中专任教师4600名\n\n↓\n\n46.9%\n儿童青少年总体近视率 下降1.3个百分点\n"


def test_figures_over_names_that_other_lines_part(reads: Callable[..., None]) -> None:
    rows = {o["indicator"]: o["value"] for o in extract_document(CARDS.encode(), "page.txt")["observations_read"]}
    assert rows["institutions"] == 194 and rows["staff"] == 5126
    codes = {o["value"]: o["indicator"] for o in extract_document(CARDS.encode(), "page.txt")["observations_read"]}
    assert codes[46.9] == codes[-1.3] == "myopia_rate"


@pytest.mark.parametrize(
    "page",
    [
        CARDS.replace("↓\n\n46.9%\n儿童青少年总体近视率 下降1.3个百分点\n", ""),  # two are not enough
        CARDS.replace("194所\n各级各类学校", "各级各类学校\n194所\n\n其中"),  # the name above may claim it
    ],
)
def test_figures_that_a_name_above_may_claim_stay_apart(page: str) -> None:
    from edu_pipeline.reading import read

    blocks = read(page.encode(), "page.txt", None, None).blocks
    assert not any(b.role == "table" and page[b.start : b.end].startswith("194所\n") for b in blocks)


STACK = "民乐县教育局\n2020-11-06\n\n办学条件(义务教育)\n项目\n标准\n小学达标情况\n初中达标情况\n{}\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "生均教学及辅助用房面积(㎡)\n≥4.5/≥5.8\n5.21\n6.94\n校际差异系数\n≤0.50/≤0.45\n0.41\n0.47(未达标)",
            [(4.5, "primary", "ge"), (5.8, "lower_secondary", "ge"), (5.21, "primary", "eq"), (6.94, "lower_secondary", "eq"), (0.47, "lower_secondary", "eq")],
        ),
        (
            "生均教学仪器设备值(元)\n≥2000/≥2500\n3106\n3888(达标)\n校际差异系数\n≤0.50/≤0.45\n0.41\n0.39",
            [(2000, "primary", "ge"), (2500, "lower_secondary", "ge"), (3888, "lower_secondary", "eq"), (0.39, "lower_secondary", "eq")],
        ),
    ],
)  # fmt: skip
def test_what_is_asked_of_two_levels_beside_what_they_reached(
    rows: str, expected: list[tuple[float, str, str]]
) -> None:
    read = extract_document(STACK.format(rows).encode(), "page.txt")["observations_read"]
    found = {(o["value"], o["education_level"], o["comparator"]) for o in read if o["indicator"]}
    assert set(expected) <= found


def test_a_row_of_changes_is_in_the_unit_of_the_row_above() -> None:
    page = "百色市教育统计\n2017-02-20\n\n指标\t幼儿园\t小学\n学校数（所）\t897\t941\n比上年增减\t64\t-58\n在校生数（人）\t14308\t33671\n比上年增减\t120\t-46\n"
    read = {o["value"]: o["unit"] for o in extract_document(page.encode(), "page.txt")["observations_read"]}
    assert (read[64], read[-58], read[120], read[-46]) == ("institution", "institution", "person", "person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增学位5160个(小学2700、初中2460)。", [("2700", "new_places primary 2700 place ..D"), ("2460", "new_places lower_secondary 2460 place ..D")]),
        ("提供学位960个（幼儿园360、小学600）。", [("360", "_ pre_primary 360 place"), ("600", "_ primary 600 place")]),
    ],
)  # fmt: skip
def test_places_in_a_bracket_are_parts(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="教育工作情况")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("(幼儿园83 小学58 初中24)", [(83, "pre_primary"), (58, "primary"), (24, "lower_secondary")]),
        ("（幼儿园83、小学58）", [(83, "pre_primary"), (58, "primary")]),
        ("(小学58所、初中24所)", [(58, "primary"), (24, "lower_secondary")]),
    ],
)
def test_what_the_figure_of_a_card_is_made_up_of(parts: str, expected: list[tuple[int, str]]) -> None:
    page = CARDS.replace("各级各类学校\n", f"各级各类学校\n{parts}\n")
    rows = extract_document(page.encode(), "page.txt")["observations_read"]
    schools = [(o["value"], o["education_level"]) for o in rows if o["indicator"] == "institutions"]
    assert schools == [(194, "all"), *expected]


@pytest.mark.parametrize("note", ["(含民办)", "(2024年数据)"])
def test_a_note_below_a_card_is_no_part_of_it(note: str) -> None:
    page = CARDS.replace("各级各类学校\n", f"各级各类学校\n{note}\n")
    rows = extract_document(page.encode(), "page.txt")["observations_read"]
    assert [o["value"] for o in rows if o["indicator"] == "institutions"] == [194]
