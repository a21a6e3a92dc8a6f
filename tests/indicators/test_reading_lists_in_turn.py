"""Names, sums and parts that a list gives in turn, and what only one school, teacher or form is about.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the form of the tables
(helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.extract import extract_document

RULES = {
    "indicators.passage._IN_TURN": Rule(
        "numbers before a dash have the names behind it, in turn",
        by=[
            "◆86.5%、99.9%——分别为学前三年毛入园率、小学净入学率。 | 86.5% = gross_enrolment_ratio pre_primary 86.5 % | 99.9% = net_enrolment_rate primary 99.9 %",
            "98.2%、99.1%、95.6%——分别是九年义务教育巩固率、初中毛入学率和高中阶段毛入学率。 | 98.2% = retention_rate _ 98.2 % | 99.1% = gross_enrolment_ratio lower_secondary 99.1 % | 95.6% = gross_enrolment_ratio upper_secondary 95.6 %",
            "●210所、318所——依次为幼儿园数、小学数。 | 210所 = institutions pre_primary 210 institution | 318所 = institutions primary 318 institution",
        ],
        alone=[
            "学前三年毛入园率、小学净入学率分别为86.5%、99.9%。 | 86.5% = gross_enrolment_ratio pre_primary 86.5 % | 99.9% = net_enrolment_rate primary 99.9 %",
            "◆86.5%——学前三年毛入园率。 | 86.5% = gross_enrolment_ratio pre_primary 86.5 %",
        ],
    ),
    "indicators.stated_units._AFTER_EACH": Rule(
        "the next sum of a list of what each gets is for each of them too",
        by=[
            "乡村教师津贴按村小每人每月1400元、镇上学校600元发放。 | 600元 = other _ 600 CNY/person",
            "课后服务按小学每生每学期380元、初中420元收取。 | 420元 = other _ 420 CNY/person",
            "免除学费后小学生年均减负140元、初中生180元,寄宿生可减负500元以上。 | 500元 = other _ 500 CNY/person ge",
        ],
        alone=[
            "补助标准为每生每年1000元,全县投入资金9600元。 | 9600元 = _ _ 9600 CNY",
            "补助标准为每生每年1000元。奖励资金8000元。 | 8000元 = _ _ 8000 CNY",
        ],
        paper={"title": "教育惠民情况"},
    ),
    "language.quantities._BEHIND_NOUN": Rule(
        "左右 behind the noun makes the number about so many",
        by=[
            "全县缺口在1800个学位左右。 | 1800个 = other _ 1800 place approx",
            "全县新建30所学校左右。 | 30所 = schools_built _ 30 institution approx",
            "今年招聘200名教师左右,其中特岗40名。 | 200名 = teachers_recruited _ 200 person approx",
        ],
        alone=[
            "全县新建30所学校,左右两侧绿化。 | 30所 = schools_built _ 30 institution",
            "全县新建学校30所左右。 | 30所 = schools_built _ 30 institution approx",
        ],
        paper={"title": "教育工作情况"},
    ),
    "indicators.targets._PROPOSED": Rule(
        "what is proposed to be done in so many years is an aim",
        by=[
            "市教育局提出,用3年时间投入18亿元。 | 18亿元 = _ _ 1800000000 CNY target",
            "会议决定,用两年时间新建学校26所。 | 26所 = schools_built _ 26 institution target",
            "县政府明确,用5年左右时间招聘教师310名。 | 310名 = teachers_recruited _ 310 person target",
        ],
        alone=[
            "去年全县招生6250人,其中普通高中4230人。 | 4230人 = new_entrants general_upper_secondary 4230 person",
            "全市用3年时间投入18亿元。 | 18亿元 = _ _ 1800000000 CNY",
        ],
        paper={"title": "教育工作情况"},
    ),
    "indicators.tales._OWN_CLASS": Rule(
        "what a teacher tells of her own class is a tale",
        by=[
            "她班上52个学生,去年平均分提高了11分。 | 11分 = anecdote",
            "李某说,我们班里36人,去年体质优良率提高了12个百分点。 | 12个百分点 = anecdote",
            "他班上的学生,三年来近视率下降了9个百分点。 | 9个百分点 = anecdote",
        ],
        alone=[
            "全县平均分提高了11分。 | 11分 = observation",
            "三年来近视率下降了9个百分点。 | 9个百分点 = observation",
        ],
        paper={"title": "教育工作情况"},
    ),
    "indicators.tales._LISTED": Rule(
        "so many classes in a bracket behind a school's name are one school's",
        by=[
            "今年启用的学校有:/磐石小学(36班)/青荷小学(48班) | 36班 = anecdote | 48班 = anecdote",
            "今年启用的学校有:/南湖中学东校区（30个班）/明德小学（24个班） | 30个班 = anecdote | 24个班 = anecdote",
            "今年启用的学校有:/碧桂幼儿园(占地12亩)/锦绣幼儿园(占地15亩) | 12亩 = anecdote | 15亩 = anecdote",
        ],
        alone=[
            "全县教学班:/普通高中(36班)/职业高中(48班) | 36班 = observation",
            "磐石小学(36班)等学校启用,全县新增学位1.2万个。 | 1.2万个 = new_places _ 12000 place ..D",
        ],
        paper={"title": "教育工作情况"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县失学辍学人数由1032人降为0。", [("0", "_ _ 0 person")]),
        ("教学点由136个减少到88。", [("88", "teaching_points _ 88 institution")]),
        ("600分以上712人,占全省的19.6%,其中理科586人,文科126人。", [("586人", "high_score_students _ 586 person"), ("126人", "high_score_students _ 126 person")]),
        ("高考本科上线4307人,占36.2%,其中物理类2586人。", [("2586人", "bachelor_line_students _ 2586 person")]),
        ("发放助学贷款1.12亿元,惠及大学新生及在校生2.05万人。", [("2.05万人", "student_loan_recipients _ 20500 person")]),
        ("小学56人以上、初中56人以上班额全部消除。", [("56人", "definition"), ("56人", "definition")]),
        ("小学班额56人以上的有12个。", [("12个", "observation")]),
        ("凭居住证申请,材料由7项减至3项。", [("7项", "anecdote"), ("3项", "anecdote")]),
        ("全县建设项目由7项减至3项。", [("3项", "observation")]),
        ("寄宿625元、非寄宿312.5元/生·学期。", [("625元", "other _ 625 CNY/person")]),
    ],
)  # fmt: skip
def test_what_a_list_goes_on_with(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="教育工作情况")


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("5月9日,民乐县洪水中学学生在图书馆借阅。该县累计投入2860万元。", "2860万元", "民乐县"),
        ("山丹县现有学校56所。该县累计投入2860万元。", "2860万元", "山丹县"),
        ("甘州区今年秋季小学一年级新生预计2.3万人。", "2.3万人", "甘州区"),
        ("山丹县现有食堂36个。该县从采购、加工、陪餐入手,供餐率达到100%。", "100%", "山丹县"),
        ("全市累计投入2860万元。", "2860万元", "张掖市"),
    ],
)
def test_whose_the_numbers_behind_a_name_are(text: str, number: str, place: str) -> None:
    page = f"张掖市教育工作情况\n2025-05-28\n\n{text}\n"
    rows = extract_document(page.encode(), "page.txt")["observations_read"]
    assert [o["region_name"] for o in rows if page[o["start"] : o["end"]] == number] == [place]


def test_the_report_of_a_county_under_its_headline() -> None:
    page = "张掖教育网\n2025-05-28\n\n全市现有学校560所。\n\n山丹县“三个到位”守护学生餐桌\n该县食堂实行统一管理,新建食堂14个。\n下一步,将改造食堂9个。\n"
    rows = extract_document(page.encode(), "page.txt")["observations_read"]
    places = {o["value"]: o["region_name"] for o in rows}
    assert (places[560], places[14], places[9]) == ("张掖市", "山丹县", "山丹县")


@pytest.mark.parametrize(
    ("text", "ranks"), [("作为全省第一人口大县,现有学校290所。", 0), ("综合考核位居全省第一,现有学校290所。", 1)]
)
def test_a_county_with_the_most_people_has_won_no_place(text: str, ranks: int) -> None:
    rows = extract_document(f"教育工作情况\n2025-05-28\n\n{text}\n".encode(), "page.txt")["quantities"]
    assert sum(q["unit"] == "rank" for q in rows) == ranks


def test_norms_of_a_table_have_no_day() -> None:
    page = "2023年民乐县义务教育基本情况表\n\n指标\t国家标准\t2023年\n校际差异系数\t0.65\t0.41\n大班额比例(%)\t5\t1.2\n"
    rows = extract_document(page.encode(), "page.txt")["observations_read"]
    days = {o["value"]: o["period_end"] for o in rows}
    assert days[0.65] is None and days[5] is None and days[0.41] is not None


@pytest.mark.parametrize(
    ("title", "nature"),
    [("关于公布2025年高中阶段学校招生计划的通告", "target"), ("高中阶段学校招生情况", "actual")],
)
def test_a_public_notice_of_a_plan_plans(title: str, nature: str) -> None:
    rows = extract_document(f"{title}\n2025-05-28\n\n普通高中录取比例66.2%。\n".encode(), "page.txt")
    assert {o["nature"] for o in rows["observations_read"]} == {nature}
