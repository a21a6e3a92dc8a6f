"""What is required, planned or hoped for: sentences for rules of indicators.targets, and near misses.

What belongs here: what a change starts from, what lies ahead.  What does not: norms (test_norms), papers and sections that plan
(test_outlook), plans read as a whole (test_reading_plans); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

import pytest
from rule_tables import Rule, table

from edu_pipeline.extract import extract_document

PLAN = {"title": "张掖市“十四五”教育事业发展规划", "dated": "2021-09-28"}
REPORT = {"title": "张掖市2024年教育工作总结", "dated": "2025-01-10"}
UNDATED = {"title": "张掖市教育事业发展纪实", "dated": None}

RULES = {
    "indicators.targets._BASE": Rule(
        "what a change is built on is no target",
        by=[
            "体质健康优良率在58.3%的基础上再提高2个百分点。 | 58.3% = fitness_excellent_rate _ 58.3 % | 2 = fitness_excellent_rate _ 2 pp change target",
            "公办园占比在51%的基础上提高4个百分点。 | 51% = public_kindergarten_enrolment_share _ 51 % | 4 = public_kindergarten_enrolment_share _ 4 pp change target",
            "普惠率在86%基础上每年提高2个百分点。 | 86% = _ _ 86 % | 2 = _ _ 2 pp change target",
        ],
        alone=[
            "在现有基础上，新建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution target",
            "学前三年毛入园率达到98%。基础教育水平再提高。 | 98% = gross_enrolment_ratio _ 98 % target",
        ],
        paper=PLAN,
    ),
    "indicators.targets._IN_BRACKETS": Rule(
        "the value of an earlier year, in brackets after it, is no target",
        by=[
            "体质健康合格率达到96%以上，较2019年（优良率46.8%）提高8个百分点。 | 46.8% = fitness_excellent_rate _ 46.8 % 2019",
            "普惠性幼儿园覆盖率比2020年（86.4%）提高4个百分点。 | 86.4% = inclusive_kindergarten_coverage _ 86.4 % 2020 | 4 = inclusive_kindergarten_coverage _ 4 pp change target",
            "公办园占比比2020年底(48.2%)提高7个百分点。 | 48.2% = public_kindergarten_enrolment_share _ 48.2 % 2020-12-31",
        ],
        alone=[
            "普惠性幼儿园覆盖率达到92%（比2020年提高4个百分点）。 | 92% = inclusive_kindergarten_coverage _ 92 % target",
            "到2025年（规划期末）毛入园率达到98%。 | 98% = gross_enrolment_ratio _ 98 % target 2025-12-31",
        ],
        paper=PLAN,
    ),
    "indicators.targets._AFTER_OPENING": Rule(
        "what a building will give once it is in use lies ahead",
        by=[
            "12所在建，建成投用后，幼儿园新增学位1.11万个。 | 1.11万个 = new_places pre_primary 11100 place target",
            "2所幼儿园正在施工，投入使用后，可提供学位540个。 | 540个 = new_places _ 540 place target",
            "新校区正在建设，竣工后，新增学位1800个。 | 1800个 = new_places _ 1800 place target",
        ],
        alone=[
            "2所幼儿园已建成投用，新增学位540个。 | 540个 = new_places pre_primary 540 place",
            "2所幼儿园建成投用后，已新增学位540个。 | 540个 = new_places pre_primary 540 place",
        ],
        paper=REPORT,
    ),
    "indicators.targets._OPENS_PLAN": Rule(
        "what a sentence opens a list of tasks with holds over its semicolons",
        by=[
            "年度民生工程的任务有:食堂提质增效;创建示范幼儿园300所;完成筛查60万人。 | 300所 = demonstration_kindergartens pre_primary 300 institution target",
            "《意见》要求:秋季改建公办幼儿园36所;培训园长120名。 | 120名 = _ pre_primary 120 person target",
            "《规划》明确:改造薄弱学校;新增学位3.2万个。 | 3.2万个 = _ _ 32000 place target",
        ],
        alone=[
            "民生工程进展顺利:食堂提质增效;创建示范幼儿园300所。 | 300所 = demonstration_kindergartens pre_primary 300 institution",
            "按照《意见》要求,改建公办幼儿园36所。 | 36所 = schools_built pre_primary 36 institution",
        ],
    ),
    "indicators.targets._DUE": Rule(
        "a year to come, in a paper without a date",
        by=[
            "下一步的路线也已画好。到2027年，全市还要靠新建、租赁添置公办幼儿园24所。 | 24所 = schools_built pre_primary 24 institution target 2027-12-31",
            "到2027年全市学前三年毛入园率达98%，普惠率达92%。 | 98% = gross_enrolment_ratio _ 98 % target 2027-12-31 | 92% = inclusive_kindergarten_coverage _ 92 % target 2027-12-31",
            "到2030年，随着布局调整，公办园占比达60%。 | 60% = public_kindergarten_enrolment_share _ 60 % target 2030-12-31",
        ],
        alone=[
            "大班额由2023年的12个下降到2024年的3个。 | 3个 = large_classes _ 3 class 2024",
            "2024年，学前三年毛入园率达到98%。 | 98% = gross_enrolment_ratio _ 98 % 2024",
        ],
        paper=UNDATED,
    ),
    "indicators.targets._BEFORE": Rule(
        "what must be done before a day is due, in a paper without a date too",
        by=[
            "2018年年底前，超大班额比例控制在5%以内。 | 5% = _ _ 5 % le target 2018-12-31",
            "2020年底前增加中小学学位50万个。 | 50万个 = new_places _ 500000 place target 2020-12-31",
            "2019年8月底前，全市投入使用小学136所。 | 136所 = _ primary 136 institution target 2019-08-31",
        ],
        alone=[
            "2018年前已建成小学12所。 | 12所 = schools_built primary 12 institution",
            "2018年年底，超大班额比例控制在5%以内。 | 5% = _ _ 5 % le 2018-12-31",
        ],
        paper=UNDATED,
    ),
    "indicators.targets._AWAITED": Rule(
        "what follows a number is still to come",
        by=[
            "全市改扩建幼儿园8所，其中3所将于9月投用。 | 8所 = schools_built pre_primary 8 institution | 3所 = schools_built pre_primary 3 institution target 2025-09-01..2025-09-30",
            "建设寄宿制学校5所，2所有望年内竣工。 | 5所 = schools_built compulsory 5 institution | 2所 = schools_built compulsory 2 institution target",
            "在建教师周转房120套力争年内交付。 | 120套 = other all 120 item target",
            "在建幼儿园7所预计年内建成。 | 7所 = other pre_primary 7 institution target",
        ],
        alone=[
            "在建幼儿园7所，4所已建成。 | 7所 = institutions pre_primary 7 institution | 4所 = schools_built pre_primary 4 institution",
            "新建学校5所，3所完工。 | 3所 = schools_built all 3 institution",
        ],
    ),
    "indicators.targets._RESOLVES": Rule(
        "who is resolved to reach a total has not reached it",
        by=[
            "力争累计创建示范园26所。 | 26所 = _ _ 26 institution target",
            "确保年内累计投入3.2亿元。 | 3.2亿元 = _ _ 320000000 CNY target",
            "力争在校生较上年增加1200人。 | 1200人 = _ _ 1200 person change target",
        ],
        alone=[
            "累计创建示范园26所。 | 26所 = _ _ 26 institution",
            "在校生较上年增加1200人。 | 1200人 = students _ 1200 person change",
        ],
    ),
    "indicators.targets._DONE_IN_REPORTS": Rule(
        "what has grown or has come to a total is done",
        by=[
            "规划建设学校38所，达标26所。 | 26所 = _ _ 26 institution",
            "计划招生3200人，同比增加260人。 | 260人 = _ _ 260 person change",
            "计划招聘教师320名，比上年增加60名。 | 60名 = _ _ 60 person change",
        ],
        alone=[
            "计划招生3200人，明年再增260人。 | 260人 = _ _ 260 person change target",
            "计划新建学校8所，改建2所。 | 2所 = _ _ 2 institution target",
        ],
    ),
    "indicators.targets._SHORT_OF": Rule(
        "how far one still is from an aim is so",
        by=[
            "公办园占比距2026年目标还有1.8个百分点。 | 1.8 = _ _ -1.8 pp gap",
            "毛入园率离2027年目标还差2.4个百分点。 | 2.4 = _ _ -2.4 pp gap",
            "生均校舍面积距2027年规划目标尚差0.6平方米。 | 0.6 = _ _ -0.6 m2/person gap",
        ],
        alone=[
            "公办园占比到2026年再提高1.8个百分点。 | 1.8 = _ _ 1.8 pp change target",
            "力争毛入园率提高2.4个百分点。 | 2.4 = _ _ 2.4 pp change target",
        ],
    ),
    "indicators.targets._TOTAL": Rule(
        "a total after a span is of what was said before",
        by=[
            "计划新建学校8所，三年累计投入3.2亿元。 | 3.2亿元 = _ _ 320000000 CNY target",
            "将新建幼儿园6所，累计新增学位1800个。 | 1800个 = _ _ 1800 place target",
            "拟招聘教师320名，三年累计招聘960名。 | 960名 = _ _ 960 person target",
        ],
        alone=[
            "计划投资3.6亿元，累计到位2.8亿元。 | 2.8亿元 = _ _ 280000000 CNY",
            "计划招生3200人，累计完成2900人。 | 2900人 = _ _ 2900 person",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("day", "text", "natures"),
    [
        ("2023-01-13", "年内新建学校100所,校舍面积30万平方米。", ["target", "target"]),
        ("2023-04-02", "年内招聘教师120名。", ["target"]),
        ("2023-02-06", "今年新改扩建幼儿园12所。", ["target"]),
        ("2023-01-13", "年内已建成学校100所。", ["actual"]),
        ("2023-11-13", "年内新建学校100所,校舍面积30万平方米。", ["actual", "actual"]),
        ("2023-02-06", "今年全县有小学12所。", ["actual"]),
        ("2023-06-06", "今年新改扩建幼儿园12所。", ["actual"]),
    ],
)
def test_what_a_year_that_has_just_begun_shall_bring(day: str, text: str, natures: list[str]) -> None:
    found = extract_document(f"清河县教育工作简报\n{day}\n{text}\n".encode(), "x.txt")["observations_read"]
    assert [o["nature"] for o in found] == natures


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("试点的两个教联体2023年已交流教师46人。", "observation"),
        ("城东2所小学已完成主体工程。", "observation"),
        ("城东2所小学完成主体工程。", "target"),
    ],
)
def test_what_its_number_has_done_already_is_so_in_a_plan_too(line: str, kind: str) -> None:
    page = f"张掖市2024年教育工作计划\n2024-03-07\n\n{line}\n"
    rows = extract_document(page.encode(), "a.txt")["quantities"]
    assert (
        next(q["kind"] for q in rows if q["text"][0] in "两2" and "年" not in q["text"] and "-" not in q["text"])
        == kind
    )
