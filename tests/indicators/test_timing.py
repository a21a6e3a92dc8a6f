"""Tables of (sentence, number, how it is accounted, meaning) for the choice of a statistic's period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_tables import Rule, table

from edu_pipeline.indicators.accounting import accounting_of
from edu_pipeline.indicators.inherited import NOTHING, Inherited, Period, inherited_from
from edu_pipeline.indicators.timing import Timeline
from edu_pipeline.language.periods import find_times

D = date(2024, 3, 20)


def read(
    text: str,
    number: str,
    accounting: str,
    nature: str = "actual",
    on: date | None = D,
    measure: str = "level",
    inherited: Inherited = NOTHING,
) -> str:
    times = find_times(text, on)
    got = Timeline(text, times, on, inherited).assign(text.index(number), accounting, nature, measure)
    return f"{got.start or ''}..{got.end or ''} {got.basis}"


@pytest.mark.parametrize(
    ("text", "number", "accounting", "meant"),
    [
        ("全县有小学88所。", "88", "stock", "2024-03-20..2024-03-20 document"),
        ("2022年,全县小学88所,毛入园率达91%。", "91", "rate", "2022-01-01..2022-12-31 stated"),
        ("截至2023年底,学校88所;其中幼儿园41所。", "41", "stock", "2023-12-31..2023-12-31 stated"),
        ("2021年以来新建学校9所,大班额比例降到2%。", "2%", "rate", "2024-03-20..2024-03-20 document"),
        ("近5年持续投入,覆盖率达97%。", "97", "rate", "2024-03-20..2024-03-20 document"),
        ("2022年底学校88所,目前增至93所。", "93", "stock", "2024-03-20..2024-03-20 stated"),
        ("毛入园率由2015年的71%提高到2022年的92%。", "71", "rate", "2015-01-01..2015-12-31 stated"),
        ("毛入园率由2015年的71%提高到2022年的92%。", "92", "rate", "2022-01-01..2022-12-31 stated"),
        ("大班额比例从7.5%降至1.2%。", "7.5", "rate", ".. unknown"),
        ("大班额比例从7.5%降至1.2%。", "1.2", "rate", "2024-03-20..2024-03-20 document"),
        ("毛入园率达92%,较2020年提高6个百分点。", "6", "rate", "2024-03-20..2024-03-20 document"),
        ("在校生3.2万人(2022年)。", "3.2", "stock", "2022-01-01..2022-12-31 stated"),
        ("印发《2022年招生办法》,就近入学比例达99%。", "99", "rate", "2024-03-20..2024-03-20 document"),
        ("3月18日,记者从县教育局获悉,全县学校88所。", "88", "stock", "2024-03-20..2024-03-20 document"),
        ("招生数是2020年的1.5倍,学校88所。", "88", "stock", "2024-03-20..2024-03-20 document"),
        ("2023年上半年,入学率达98%。", "98", "rate", "2023-01-01..2023-06-30 stated"),
        ("“十一五”期间,巩固率为90%。", "90", "rate", "2006-01-01..2010-12-31 stated"),
    ],
)
def test_stocks_and_rates(text: str, number: str, accounting: str, meant: str) -> None:
    assert read(text, number, accounting) == meant


@pytest.mark.parametrize(
    ("text", "number", "meant"),
    [
        ("全县培训教师870人次。", "870", "..2024-03-20 document"),
        ("近年来,全县投入资金5亿元。", "5", "..2024-03-20 document"),
        ("县财政每年安排专项资金600万元。", "600", "..2024-03-20 document"),
        ("自2021年起,每年安排专项资金600万元。", "600", "2021-01-01..2024-03-20 stated"),
        ("2022年以来,招聘教师310名。", "310", "2022-01-01..2024-03-20 stated"),
        ("近4年共招聘教师310名,年均增长3%。", "3%", "2020-03-20..2024-03-20 stated"),
        ("2022年以来,新建学校9所。争取资金2.6亿元。", "2.6", "2022-01-01..2024-03-20 inherited"),
        ("夯实教育保障。“十四五”以来,新建学校9所。争取资金2.6亿元。", "2.6", "2021-01-01..2024-03-20 inherited"),
        ("培训教师。近年来,学校变了样。2022年以来建校9所。争取资金2.6亿元。", "2.6", "..2024-03-20 document"),
        ("2023年招聘教师88名,连续3年超额完成,引进研究生15名。", "15", "2023-01-01..2023-12-31 stated"),
        ("截至10月底,2023年共发放补助120万元。", "120", "2023-01-01..2023-10-31 stated"),
        ("2021年启动帮扶计划,选定学校,累计选派教师77名。", "77", "2021-01-01..2024-03-20 stated"),
        ("2023年,全县累计招聘教师77名。", "77", "2023-01-01..2023-12-31 stated"),
        ("盘活现有校舍,新增学位3400个。", "3400", "..2024-03-20 document"),
        ("2021年、2022年分别投入1.2亿元、1.5亿元。", "1.2", "2021-01-01..2021-12-31 stated"),
        ("2021年、2022年分别投入1.2亿元、1.5亿元。", "1.5", "2022-01-01..2022-12-31 stated"),
        ("3月18日,全县教育大会召开,累计培训教师60名。", "60", "..2024-03-20 document"),
        ("3月18日,全县教育大会召开,会上表彰教师60名。", "60", "2024-03-18..2024-03-18 stated"),
        ("今年已轮岗教师42名。", "42", "2024-01-01..2024-03-20 stated"),
    ],
)
def test_flows(text: str, number: str, meant: str) -> None:
    assert read(text, number, "flow") == meant


@pytest.mark.parametrize(
    ("text", "number", "meant"),
    [
        ("到2027年,覆盖率达到96%。", "96", "2027-12-31..2027-12-31 stated"),
        ("2026年前新增学位900个。", "900", "2026-12-31..2026-12-31 stated"),
        ("剩余5所在2024年底完成。", "5", "2024-12-31..2024-12-31 stated"),
        ("班额不超过45人。", "45", ".. unknown"),
        ("2022年大班额比例为3%,低于省定5%的标准。", "5%", ".. unknown"),
        ("截至目前建成9所,全部投用后新增学位800个。", "800", ".. unknown"),
        ("今年计划新建学校4所。", "4", "2024-01-01..2024-12-31 stated"),
        ("“十四五”期间规划新建学校31所。", "31", "2021-01-01..2025-12-31 stated"),
        ("按照40%、60%的比例,分别对2024、2025两年任务作了分解。", "60", "2025-01-01..2025-12-31 stated"),
    ],
)
def test_targets(text: str, number: str, meant: str) -> None:
    assert read(text, number, "flow", "target") == meant


@pytest.mark.parametrize(
    ("text", "number", "accounting", "meant"),
    [
        ("2018年至2023年,上线人数由312人增加到586人。", "312", "flow", "2018-01-01..2018-12-31 stated"),
        ("2018年至2023年,上线人数由312人增加到586人。", "586", "flow", "2023-01-01..2023-12-31 stated"),
        ("2018年至2023年,小学从98所优化为41所。", "41", "stock", "2023-01-01..2023-12-31 stated"),
        ("2018年至2023年,招聘教师312名,其中硕士41名。", "41", "flow", "2018-01-01..2023-12-31 stated"),
        ("与2018年相比,公办园由12所增加到29所。", "12", "stock", "2018-01-01..2018-12-31 stated"),
        ("与2018年相比,公办园由12所增加到29所。", "29", "stock", "2024-03-20..2024-03-20 document"),
        ("较2018年增长3%,公办园由12所增加到29所。", "12", "stock", ".. unknown"),
        ("小学由2012年的98所减至41所,初中由18所减至12所。", "18", "stock", "2012-01-01..2012-12-31 stated"),
        ("“十三五”期间,上线率由71%提高到84%。", "71", "flow", ".. unknown"),
        ("2023年,小学由教育局管理的有98所。", "98", "stock", "2023-01-01..2023-12-31 stated"),
    ],
)
def test_the_two_values_of_a_change(text: str, number: str, accounting: str, meant: str) -> None:
    assert read(text, number, accounting) == meant


@pytest.mark.parametrize(
    ("text", "number", "nature", "meant"),
    [
        ("其中2021年建24所、2022年22所、2023年14所,新增园位900个。", "900", "actual", "..2024-03-20 document"),
        ("其中2021年建24所、2022年22所、2023年14所,新增园位900个。", "22", "actual", "2022-01-01..2022-12-31 stated"),
        ("2024年建24所、2025年22所,培训教师900人次。", "900", "target", ".. unknown"),
        ("2021年建24所,2022年22所,新增园位900个。", "900", "actual", "2022-01-01..2022-12-31 stated"),
        ("2023年,建24所、改22所,新增园位900个。", "900", "actual", "2023-01-01..2023-12-31 stated"),
        ("2021年以来,实施项目47个,截至目前完成投资900万元。", "900", "actual", "2021-01-01..2024-03-20 stated"),
        ("截至目前,完成投资900万元。", "900", "actual", "2024-03-20..2024-03-20 stated"),
        ("2021年以来,实施项目47个,2023年完成投资900万元。", "900", "actual", "2023-01-01..2023-12-31 stated"),
        ("2025年起,每年惠及60名;改造投入900万元。", "900", "target", ".. unknown"),
        ("2025年起,每年惠及60名,投入900万元。", "900", "target", "2025-01-01..2025-12-31 stated"),
        ("到2025年,惠及60名;改造投入900万元。", "900", "target", "2025-12-31..2025-12-31 stated"),
    ],
)
def test_how_far_a_time_reaches(text: str, number: str, nature: str, meant: str) -> None:
    assert read(text, number, "flow", nature) == meant


@pytest.mark.parametrize(
    ("title", "text", "meant"),
    [
        ("青禾县“十四五”教育发展规划", "五年来,招聘教师310名。", "2016-01-01..2020-12-31 inherited"),
        ("青禾县“十三五”教育工作总结", "五年来,招聘教师310名。", "2016-01-01..2020-12-31 inherited"),
        ("青禾县“十四五”教育发展规划", "三年来,招聘教师310名。", "2018-09-01..2021-09-01 stated"),
        ("青禾县教育局2020年工作总结", "五年来,招聘教师310名。", "2016-09-01..2021-09-01 stated"),
    ],
)
def test_five_years_in_a_paper_on_a_five_year_plan(title: str, text: str, meant: str) -> None:
    on = date(2021, 9, 1)
    assert read(text, "310", "flow", on=on, inherited=inherited_from(title, on)) == meant


@pytest.mark.parametrize(
    ("text", "number", "accounting", "meant"),
    [
        ("全县有小学88所。", "88", "stock", ".. unknown"),
        ("目前有小学88所。", "88", "stock", ".. unknown"),
        ("近三年投入5亿元。", "5", "flow", ".. unknown"),
        ("“十四五”以来投入5亿元。", "5", "flow", "2021-01-01.. stated"),
        ("2022年投入5亿元。", "5", "flow", "2022-01-01..2022-12-31 stated"),
    ],
)
def test_without_a_document_date(text: str, number: str, accounting: str, meant: str) -> None:
    assert read(text, number, accounting, on=None) == meant


def test_what_headings_pass_on() -> None:
    plan = inherited_from("2024年教育工作要点", D)
    assert read("新建学校4所。", "4", "flow", "target", inherited=plan) == "2024-01-01..2024-12-31 inherited"
    assert read("新建学校4所。", "4", "flow", inherited=plan) == "..2024-03-20 document"
    bulletin = inherited_from("2022年全县教育事业统计公报", D)
    assert read("有小学88所。", "88", "stock", inherited=bulletin) == "2022-01-01..2022-12-31 inherited"
    long_plan = inherited_from("教育发展行动计划(2023—2025年)", D)
    assert read("班额不超过45人。", "45", "stock", "target", inherited=long_plan) == ".. unknown"
    text = "行动期内新建学校30所,计划期末达到80所。"
    assert read(text, "30", "flow", "target", inherited=long_plan) == "2023-01-01..2025-12-31 inherited"
    assert read(text, "80", "flow", "target", inherited=long_plan) == "2025-12-31..2025-12-31 inherited"
    assert inherited_from("2023年履职情况自评报告", D)._replace(accounts=None) == NOTHING
    assert inherited_from("强化保障", D) == NOTHING


@pytest.mark.parametrize(
    ("default", "measure", "context", "after", "meant"),
    [
        ("stock", "level", "现有小学", "88所", "stock"),
        ("stock", "change", "新增公办园", "8所", "flow"),
        ("stock", "change", "在校生比上年增加", "320人", "stock"),
        ("rate", "change", "提高", "3个百分点", "rate"),
        ("flow", "growth", "投入年均增长", "7%", "flow"),
        ("flow", "rank", "录取人数位列全省第", "一", "stock"),
        ("", "level", "创建劳动教育示范校", "12所", "stock"),
        ("", "level", "获得国家级奖项", "12个", "flow"),
        ("", "level", "全县", "12名教师获得省级奖项", "flow"),
        ("", "level", "评选", "12个劳动教育基地", "stock"),
        ("", "level", "开展送教上门", "320人次", "flow"),
        ("", "level", "校外培训机构", "12家", "stock"),
    ],
)
def test_accounting(default: str, measure: str, context: str, after: str, meant: str) -> None:
    assert accounting_of(default, measure, context, after) == meant


PIECES = [
    "2024年", "近5年", "截至10月底", ",", "。", "共", "累计", "分别", "12所", "3.5%", "1、2、3", "2020、2021、2022三年", "到2027年", "目前", "每年", "从", "降至",
    "(", ")", "今年", "规划期内", "近年来", "2020年制定", "\n", "《", "》", "“十四五”期间",
]  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from([D, None, date(1950, 1, 1)]))
def test_any_paragraph(text: str, on: date | None) -> None:
    timeline = Timeline(text, find_times(text, on), on, inherited_from("行动计划(2023—2025年)", on))
    for at in range(len(text)):
        for accounting in ("stock", "rate", "flow"):
            for nature in ("actual", "target"):
                got = timeline.assign(at, accounting, nature)
                assert isinstance(got, Period)
                assert got.start is None or got.end is None or got.start <= got.end, (text, at, got)
                assert (got.basis == "unknown") == (got.start is None and got.end is None), (text, at, got)


NEWS = {"title": "张掖市教育情况", "dated": "2025-09-10"}
POINTS = {"title": "2025年张掖市教育工作要点", "dated": None}

RULES = {
    "indicators.timing._PART_OF": Rule(
        "a sentence that goes on with 其中 is of the time of the one before",
        by=[
            "2023年底，全市有幼儿园210所。其中公办园86所。 | 86所 = institutions pre_primary 86 institution 2023-12-31",
            "2023年底，全市共有专任教师8600人。其他教师420人。 | 420人 = other _ 420 person 2023-12-31",
            "2021年，全市新建学校9所。其中幼儿园3所。 | 3所 = _ pre_primary 3 institution 2021",
            "2023年底，毛入园率92%，巩固率96%。分别提高1.2、0.4个百分点。 | 1.2 = _ _ 1.2 pp change 2023-12-31 | 0.4 = _ _ 0.4 pp change 2023-12-31",
        ],
        alone=[
            "2023年底，全市共有专任教师8600人。全市幼儿园210所。 | 210所 = institutions pre_primary 210 institution D",
            "2023年底，全市共有专任教师8600人。中学教师420人。 | 420人 = _ _ 420 person D",
        ],
        paper=NEWS,
    ),
    "indicators.due_times._STAGE": Rule(
        "the stage that a paragraph has come to says when its aims are due",
        by=[
            "分两个阶段实施。第一阶段（2025-2027年）：逐步缩小差距。学前毛入园率要达到95%。 | 95% = _ _ 95 % target 2025-01-01..2027-12-31",
            "第一阶段（2026年）：摸清底数。第二阶段（2027—2028年）：全面提升。力争新建学校9所。 | 9所 = _ _ 9 institution target 2027-01-01..2028-12-31",
            "第二步（2026-2028年）：巩固提高。普惠率确保达到92%；公办率确保达到56%。 | 92% = _ _ 92 % target 2026-01-01..2028-12-31 | 56% = _ _ 56 % target 2026-01-01..2028-12-31",
        ],
        alone=[
            "第一阶段（2019-2021年）：打基础。力争新建学校9所。 | 9所 = _ _ 9 institution target ?",
            "第一批（12所）：已开工。力争新建学校9所。 | 9所 = _ _ 9 institution target ?",
        ],
        paper=NEWS,
    ),
    "indicators.dating._EACH_YEAR": Rule(
        "每生每年 between a year and its value parts nothing",
        by=[
            "由2018年的每生每年600元提高到800元。 | 600元 = per_student_expenditure _ 600 CNY/person 2018",
            "公用经费标准从2019年的每生每年650元提高到2024年的720元。 | 650元 = per_student_expenditure _ 650 CNY/person 2019 | 720元 = _ _ 720 CNY/person 2024",
            "从2019年每人每月发放1200元，提高到2024年的1500元。 | 1200元 = other _ 1200 CNY/person 2019",
        ],
        alone=[
            "由2018年的600元提高到800元。 | 600元 = _ _ 600 _ 2018",
            "从2019年各县自行发放，到现在每人1500元。 | 1500元 = _ _ 1500 CNY/person D",
        ],
        paper=NEWS,
    ),
    "indicators.dating._RATIO": Rule(
        "a ratio whose name ends in 比 compares with no year",
        by=[
            "公办园占比2024年底为30%左右,此后为35%。 | 30% = public_kindergarten_enrolment_share _ 30 % approx 2024-12-31",
            "公办园在园幼儿占比2022年是历史新低,仅为41%。 | 41% = public_kindergarten_enrolment_share _ 41 % 2022",
            "普惠园占比2023年继续走高,达到88%。 | 88% = inclusive_kindergarten_coverage _ 88 % 2023",
        ],
        alone=[
            "公办园占比比2022年走高,达到41%。 | 41% = public_kindergarten_enrolment_share _ 41 % D",
            "普惠率比2022年走高,达到88%。 | 88% = inclusive_kindergarten_coverage _ 88 % D",
        ],
        paper=NEWS,
    ),
    "indicators.dating._BASED_ON": Rule(
        "在…的基础上 dates what is built on, nothing else",
        by=[
            "公办园占比在去年51%的基础上再提高4个百分点。 | 51% = public_kindergarten_enrolment_share _ 51 % 2024 | 4 = public_kindergarten_enrolment_share _ 4 pp change target 2025",
            "普惠率在2024年86%的基础上提高到92%。 | 86% = inclusive_kindergarten_coverage _ 86 % 2024 | 92% = inclusive_kindergarten_coverage _ 92 % target 2025",
            "在2023年建成12所的基础上，新建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution target 2025",
        ],
        alone=[
            "在2024年底新建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution 2024-12-31",
            "在校生在2024年底达到3.2万人。 | 3.2万人 = students _ 32000 person 2024-12-31",
        ],
        paper=POINTS,
    ),
    "indicators.timing._HOURS": Rule(
        "5年内不少于360学时 says how often, not when",
        by=[
            "教师5年内特教培训不少于24课时。 | 24课时 = other special 24 hour ge target 2025",
            "教师5年内培训不少于360学时。 | 360学时 = other _ 360 hour ge target 2025",
            "三年内校长培训累计不少于72学时。 | 72学时 = other _ 72 hour ge target 2025",
        ],
        alone=[
            "5年内新建幼儿园24所。 | 24所 = schools_built pre_primary 24 institution target 2030-02-20",
            "3年内学前三年毛入园率提高到98%。 | 98% = gross_enrolment_ratio pre_primary 98 % target 2028-02-20",
        ],
        paper={"title": "2025年张掖市教育工作要点", "dated": "2025-02-20"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
