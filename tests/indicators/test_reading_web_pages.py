"""What the prose of web pages states: lists of details, titles won in a year, sections that look back, schools not named.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the day and the
place of a page (tests/reading, tests/language); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

AID = "2021年全县资助学生3000人次,资金260万元。"
RULES = {
    "indicators.leaning._DETAILS": Rule(
        "an item of a list of details counts what all items before it count",
        by=[
            f"{AID}各项明细:学前资助800人次,40万元;高中助学金600人次,70万元;启明计划90人次,8万元。 | 90人次 = student_aid_recipients all 90 person-time | 8万元 = student_aid_amount all 80000 CNY",
            f"{AID}其中:小学补助500人次,30万元;初中补助400人次,32万元;暖心金120人次,12万元。 | 120人次 = student_aid_recipients all 120 person-time | 12万元 = student_aid_amount all 120000 CNY",
            f"{AID}具体如下:中职免学费300人次,24万元;高中助学金600人次,70万元;春雨行动46人次,3万元。 | 46人次 = student_aid_recipients all 46 person-time | 3万元 = student_aid_amount all 30000 CNY",
        ],
        alone=[
            "学前资助800人次,40万元;高中助学金600人次,70万元;启明计划90人次。 | 90人次 = other _ 90 person-time",
            f"{AID}各项明细:学前资助800人次;教师培训600人次;启明计划90人次。 | 90人次 = other _ 90 person-time",
        ],
    ),
    "indicators.timing._PART_OF": Rule(
        "the details of a sentence are of its time",
        by=[
            "加大资助力度。政策逐项落实。2021年全县资助学生3000人次。各项明细:学前资助800人次;高中助学金600人次。 | 800人次 = student_aid_recipients _ 800 person-time 2021 | 600人次 = student_aid_recipients _ 600 person-time 2021",
            "加大资助力度。政策逐项落实。2020年发放助学金260万元。其中高中助学金70万元。 | 70万元 = student_aid_amount _ 700000 CNY 2020",
            "加大资助力度。政策逐项落实。2019年全县大班额130个。从学段分布看,小学大班额80个、初中大班额50个。 | 80个 = large_classes primary 80 class 2019 | 50个 = large_classes lower_secondary 50 class 2019",
            "加大资助力度。政策逐项落实。2019年发放助学金260万元。具体为:高中助学金70万元;中职助学金64万元。 | 64万元 = student_aid_amount _ 640000 CNY 2019",
        ],
        alone=[
            "加大资助力度。政策逐项落实。2021年全县资助学生3000人次。发放高中助学金70万元。 | 70万元 = student_aid_amount _ 700000 CNY ?",
            "加大资助力度。政策逐项落实。2021年全县资助学生3000人次。明确高中助学金70万元。 | 70万元 = student_aid_amount _ 700000 CNY ?",
        ],
        paper={"title": "教育惠民情况", "dated": None},
    ),
    "indicators.headings._TAGGED": Rule(
        "the year that opens a section with a tag is that of what follows, under the next tags too, in a paper without a date",
        by=[
            "【教育】2022年,全县学校486所。/在校生2万人。/【师资】专任教师960人。 | 486所 = _ _ 486 institution 2022 | 2万人 = _ _ 20000 person 2022 | 960人 = _ _ 960 person 2022",
            "〖教育〗2022年,全县学校486所。/在校生2万人。 | 2万人 = _ _ 20000 person 2022",
            "〔概况〕 2022年,全县学校486所。教职工3万人。/〔教育教学〕在校生2万人。/〔师资、党建〕专任教师960人。 | 3万人 = _ _ 30000 person 2022 | 2万人 = _ _ 20000 person 2022 | 960人 = _ _ 960 person 2022",
            "【教育】 2022年,全县学校486所。/〖师资〗专任教师960人。/【项目】2021年,新建学校6所。/【装备】在校生2万人。 | 960人 = _ _ 960 person 2022 | 6所 = _ _ 6 institution 2021 | 2万人 = _ _ 20000 person 2021",
        ],
        alone=[
            "2022年,全县学校486所。/专任教师960人。 | 960人 = _ _ 960 person ?",
            "【教育】全县学校486所。/专任教师960人。 | 960人 = _ _ 960 person ?",
        ],
        paper={"title": "走进高台县", "dated": None},
    ),
    "indicators.dating._TITLES_WON": Rule(
        "the year of a title that was won dates nothing behind its clause",
        by=[
            "我市入选2022年全国托育服务示范城市,托位新增2500个。 | 2500个 = _ _ 2500 place ..D",
            "县一中获评2023年省级绿色学校,全县新增学位320个。 | 320个 = new_places _ 320 place ..D",
            "我市成为2023年国家信息化试点城市,组建教育集团12个。 | 12个 = education_groups _ 12 group D",
        ],
        alone=[
            "我市2022年入选全国示范城市,新增学位2500个。 | 2500个 = new_places _ 2500 place 2022",
            "2022年全市新增学位2500个,入选全国示范城市。 | 2500个 = new_places _ 2500 place 2022",
        ],
        paper={"title": "教育惠民情况", "dated": "2025-09-10"},
    ),
    "indicators.counted_units._PAYS": Rule(
        "what is paid without a unit is money",
        by=[
            "县财政安排13.5亿改善薄弱中小学办学条件。 | 13.5亿 = _ _ 1350000000 CNY",
            "全市争取2.6亿,新建学校8所。 | 2.6亿 = _ _ 260000000 CNY",
            "两年下达1.2亿改善学校食堂。 | 1.2亿 = _ _ 120000000 CNY",
        ],
        alone=["全市中小学生13.5万。 | 13.5万 = students _ 135000 person", "教职工1.3万,学生13.5万。 | 1.3万 = staff _ 13000 person"],
    ),
    "indicators.counted_units._SUCH_COUNTIES": Rule(
        "counties are counted, not what goes on in them",
        by=[
            "9个攻坚县寄宿制学校建设工程全面启动。 | 9个 = other _ 9 county",
            "12个未“普九”县投资总额增加。 | 12个 = other _ 12 county",
            "惠及8个国家级贫困县学生营养改善项目。 | 8个 = other _ 8 county",
        ],
        alone=["9个县级教育项目全面启动。 | 9个 = _ _ 9 project", "3个示范县城学校建设工程启动。 | 3个 = _ _ 3 project"],
    ),
    "indicators.counted_units._OF_THOSE": Rule(
        "the rest is counted as the whole is",
        by=[
            "改造农村教学点200个,余下的63个明年改造。 | 63个 = _ _ 63 institution",
            "开放托位1200个,剩余300个年底开放。 | 300个 = _ _ 300 place",
            "建设工作室46个,其余12个年底建成。 | 12个 = _ _ 12 studio target",
        ],
        alone=["改造农村教学点200个,公示问题63个。 | 63个 = anecdote", "改造农村教学点200个。余下问题63个。 | 63个 = anecdote"],
    ),
    "indicators.due_times._LASTING": Rule(
        "from a year on for so many years is all of them",
        by=[
            "拟自今年起再用3年重建校舍100万平方米。 | 100万平方米 = floor_area_built _ 1000000 m2 target 2025-01-01..2027-12-31",
            "计划从2026年起用两年时间新建学校26所。 | 26所 = schools_built _ 26 institution target 2026-01-01..2027-12-31",
            "从今年起,利用三年时间,计划新增学位2.6万个。 | 2.6万个 = new_places _ 26000 place target 2025-01-01..2027-12-31",
        ],
        alone=[
            "计划从2026年起新建学校26所。 | 26所 = schools_built _ 26 institution target 2026",
            "计划2026年新建学校26所,再用3年全部达标。 | 26所 = schools_built _ 26 institution target 2026",
        ],
        paper={"title": "全市教育工作会议召开", "dated": "2025-02-14"},
    ),
    "indicators.dating._WIRED": Rule(
        "the day of a wire dates nothing",
        by=[
            "清河新闻网8月10日讯 清河县用足政策,投入8.4亿元配套资金。 | 8.4亿元 = earmarked_education_funds _ 840000000 CNY ..D",
            "本报8月10日电 全县招聘教师320名。 | 320名 = teachers_recruited _ 320 person ..D",
            "清河日报8月10日消息 全县新增学位3200个。 | 3200个 = new_places _ 3200 place ..D",
        ],
        alone=[
            "8月10日,全县招聘教师320名。 | 320名 = teachers_recruited _ 320 person 2025-08-10",
            "8月10日电教馆招聘教师320名。 | 320名 = teachers_recruited _ 320 person 2025-08-10",
        ],
        paper={"title": "清河县改造学校", "dated": "2025-08-10"},
    ),
    "indicators.definitions._THEN_RANK": Rule(
        "those among which one is told its place",
        by=[
            "获奖18项,在13个无部属院校的省份中居第一。 | 13个 = definition",
            "获奖18项,在12个同类院校中居第三。 | 12个 = definition",
            "获奖21项,在全省9个民族院校中位列第一。 | 9个 = definition",
        ],
        alone=["全市有13个县区,居全省第一。 | 13个 = _ _ 13 county", "在13个县推广。 | 13个 = _ _ 13 county"],
    ),
    "indicators.level_words._OTHER_WORKS": Rule(
        "a level named among works of no level is not that of all",
        by=[
            "校安工程、薄弱学校改造、高中教育及友好机构赠款等项目,总投资1.6亿元。 | 1.6亿元 = capital_investment all 160000000 CNY",
            "教师周转房、食堂改造、学前教育等工程,总投资2.6亿元。 | 2.6亿元 = capital_investment all 260000000 CNY",
            "塑胶操场、录播教室、高中扩容等项目,总投资2.6亿元。 | 2.6亿元 = capital_investment all 260000000 CNY",
        ],
        alone=[
            "高中扩容项目,总投资2.6亿元。 | 2.6亿元 = capital_investment general_upper_secondary 260000000 CNY",
            "县一中、县二中等高中项目,总投资2.6亿元。 | 2.6亿元 = capital_investment general_upper_secondary 260000000 CNY",
        ],
    ),
    "indicators.governing._POINTS_BACK": Rule(
        "this work, these funds are of the level that the paragraph before spoke of",
        by=[
            "今年推进薄弱学校改造,安排资金13.5亿元,改善义务教育办学条件。/这笔资金计划建设校舍37.4万平方米。 | 37.4万平方米 = floor_area_built compulsory 374000 m2 target",
            "实施学前教育三年行动,新建幼儿园12所。/这项工作累计投入资金2.6亿元。 | 2.6亿元 = _ pre_primary 260000000 CNY",
            "普通高中改造启动,改造高中8所。/截至6月底,工程完成投资3.4亿元。 | 3.4亿元 = capital_investment general_upper_secondary 340000000 CNY",
        ],
        alone=[
            "实施学前教育三年行动,新建幼儿园12所。/累计投入资金2.6亿元。 | 2.6亿元 = _ all 260000000 CNY",
            "一、学前教育/新建幼儿园12所。/二、经费保障/这项工作累计投入资金2.6亿元。 | 2.6亿元 = _ all 260000000 CNY",
        ],
        paper={"title": "清河县改善办学条件"},
    ),
    "indicators.targets._DEED": Rule(
        "what is made one of the year's deeds for the people is still to come",
        by=[
            "今年我市又把新开工建设15所公办幼儿园列为为民办实事项目。 | 15所 = schools_built pre_primary 15 institution target 2025",
            "今年全市把新建8所小学列入市政府实事项目。 | 8所 = schools_built _ 8 institution target",
            "今年把扩建3所高中纳入民生实事项目。 | 3所 = schools_built _ 3 institution target",
        ],
        alone=[
            "今年列入民生实事的幼儿园已建成15所。 | 15所 = schools_built pre_primary 15 institution",
            "全市新建学校8所,实事项目进展顺利。 | 8所 = schools_built _ 8 institution",
        ],
        paper={"title": "清河市教育民生扩容", "dated": "2025-06-10"},
    ),
    "indicators.headings._REVIEWS": Rule(
        "a section without a number that looks back is of the year it names",
        by=[
            "2023年工作回顾/新建学校6所。 | 6所 = schools_built _ 6 institution 2023",
            "2022年主要成就回顾/新增学位3200个。 | 3200个 = new_places _ 3200 place 2022",
            "“十三五”主要工作回顾/新建学校46所。 | 46所 = schools_built _ 46 institution 2016-01-01..2020-12-31",
        ],
        alone=["工作回顾/新建学校6所。 | 6所 = schools_built _ 6 institution ..D", "校园安全/新建学校6所。 | 6所 = schools_built _ 6 institution ..D"],
        paper={"title": "清河县教育有大动作", "dated": "2024-01-24"},
    ),
}  # fmt: skip

SAID: list[tuple[str, list[tuple[str, str]]]] = [
    # a kind of kindergarten is no kindergarten's name
    ("目前,甘州区普惠性幼儿园覆盖率95%。", [("95%", "inclusive_kindergarten_coverage pre_primary 95 %")]),
    ("高台县普惠幼儿园覆盖率95%。", [("95%", "inclusive_kindergarten_coverage pre_primary 95 %")]),
    ("甘州区集体办幼儿园保教合格率62%。", [("62%", "other pre_primary 62 %")]),
    ("甘州区东街幼儿园保教合格率62%。", [("62%", "anecdote")]),
    ("甘州区实验小学保教合格率62%。", [("62%", "anecdote")]),
    # a count without a known name says nothing of the next sentence's
    ("这八所公办幼儿园今年增加公办园学位2010个。甘州区公办幼儿园现有27所。", [("27所", "institutions pre_primary 27 institution")]),
    ("有6所民办园停办。山丹县民办幼儿园现有17所。", [("17所", "institutions pre_primary 17 institution")]),
    ("有6所小学受表彰。临泽县小学现有17所。", [("17所", "institutions primary 17 institution")]),
    ("全县器材损坏率12%。初中为9%。", [("9%", "other lower_secondary 9 %")]),
    ("毛入园率93%。甘州区为98%。", [("98%", "gross_enrolment_ratio pre_primary 98 % @甘州区")]),
    # what those counted do is no noun of theirs
    ("农村留守儿童共27085人。其中,读小学的18176人,读初中的8909人。", [("18176人", "left_behind_children primary 18176 person"), ("8909人", "left_behind_children lower_secondary 8909 person")]),
    ("随迁子女共2708人,就读小学的1817人。", [("1817人", "other primary 1817 person")]),
    # what a period's tasks are shall be
    ("“十五五”时期任务/引进国际学校2所,新增学位3200个。", [("3200个", "new_places _ 3200 place target 2026-01-01..2030-12-31")]),
    ("“十三五”时期任务完成情况/新增学位3200个。", [("3200个", "new_places _ 3200 place")]),
    # years counted from a beginning
    ("张掖市自2022年起实施营养改善计划,三年来共筹措资金7.2亿元。", [("7.2亿元", "nutrition_fund _ 720000000 CNY 2022-01-01..D")]),
    ("张掖市三年来共筹措营养改善资金7.2亿元。", [("7.2亿元", "nutrition_fund _ 720000000 CNY 2022-09-10..D")]),
    # a part of what is planned is done
    ("校舍竣工率为总规划任务的17.42%。", [("17.42%", "project_completion_rate _ 17.42 %")]),
    ("计划年底校舍竣工率达到80%。", [("80%", "project_completion_rate _ 80 % target")]),
    # schools that shall be built, that were added; land is no floor
    ("今年将建学校27所。", [("27所", "schools_built _ 27 institution target")]),
    ("今年拟建学校27所。", [("27所", "schools_built _ 27 institution target")]),
    ("今年新添公办园8所。", [("8所", "institutions pre_primary 8 institution change")]),
    ("无偿划拨建设用地720亩。", [("720亩", "other _ _ m2")]),
    # works
    ("校舍安全工程45个,教师周转房项目38个。", [("45个", "construction_projects _ 45 _"), ("38个", "construction_projects _ 38 _")]),
    # schools that are no scene
    ("幼儿园已建成3所,余下5所正在装修。", [("3所", "schools_built pre_primary 3 institution"), ("5所", "_ pre_primary 5 institution")]),
    ("教室里,5名孩子正在读书。", [("5名", "anecdote")]),
    # 义教
    ("义教寄宿生补助4578人次380万元。", [("4578人次", "student_aid_recipients compulsory 4578 person-time"), ("380万元", "student_aid_amount compulsory 3800000 CNY")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:24] for text, _ in SAID])
def test_reads(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected)


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_what_a_paragraph_spoke_of_is_known_where_it_stands_again(reads: Callable[..., None], rounds: int) -> None:
    said = ["全市普通高中在校生3.2万人。", "全市幼儿园在园幼儿2.1万人。"] * rounds
    reads(
        "\n".join([*said, "这项工程计划新建校舍37万平方米。"]),
        [("37万平方米", "floor_area_built pre_primary 370000 m2 target")],
    )


test_right, test_missed_without_its_rule = table(RULES)
