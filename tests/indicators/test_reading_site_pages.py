"""What pages of authorities' sites state: notices, budgets, answers in talks, overviews, a school's own site.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the day, title and
furniture of a page (tests/reading); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

HIRING = {"title": "甘州区2024年公开招聘教师公告", "dated": "2024-06-14"}
OVERVIEW = {"title": "走进高台县", "dated": None}

RULES = {
    "indicators.aims._OF_WHICH": Rule(
        "the parts of what is planned are planned",
        by=[
            "全市规划新建学校12所。其中小学7所、初中5所。 | 7所 = _ primary 7 institution target | 5所 = _ lower_secondary 5 institution target",
            "全县计划招聘教师80名。其中高中教师18名。 | 18名 = _ general_upper_secondary 18 person target",
            "力争新增学位3000个。其中小学2000个。 | 2000个 = new_places primary 2000 place target",
        ],
        alone=[
            "全市新建学校12所。其中小学7所。 | 7所 = _ primary 7 institution",
            "全市规划新建学校12所。其中小学7所;现有初中5所。 | 7所 = _ primary 7 institution target | 5所 = _ lower_secondary 5 institution",
            "实施教育项目14个,计划投资1.3亿元。其中续建6个。 | 6个 = construction_projects _ 6 project",
        ],
    ),
    "indicators.norms._AT_LEAST_OF": Rule(
        "the bound of a norm may stand apart from its number",
        by=[
            "每年安排教师培训经费不低于教职工工资总额的1.5%。 | 1.5% = teacher_training_fund_share _ 1.5 % ge target",
            "使用电子产品教学时长原则上不超过教学总时长的30%。 | 30% = other _ 30 % le target",
            "学校按规定列支不低于公用经费总额的5%。 | 5% = _ _ 5 % ge target",
        ],
        alone=[
            "每年交流人数不低于符合条件总数的10%。 | 10% = teacher_rotation_share _ 10 % ge",
            "教师平均工资10.6万元,不低于公务员的10.3万元。 | 10.3万元 = other _ 103000 CNY ge",
        ],
    ),
    "indicators.definitions._LEGEND": Rule(
        "what the sign of a table stands for is no statistic",
        by=[
            "备注:红色为超计划15%以上。 | 15% = definition",
            "黄色表示超过计划15%以内。 | 15% = definition",
            "橙色预警:占用率达90%以上。 | 90% = definition",
        ],
        alone=["学位使用率达90%。 | 90% = other _ 90 %", "红色教育基地覆盖率90%。 | 90% = other _ 90 %"],
    ),
    "indicators.definitions._ONLY_ONE": Rule(
        "how many one home may enrol is a rule of admission",
        by=[
            "同一套房六年内只接收1户。 | 1户 = definition",
            "一套住房六年内只能安排1个学位。 | 1个 = definition",
            "同一房产三年内仅可享受1次入学资格。 | 1次 = definition",
            "每套住房最多安排2名学生入学。 | 2名 = definition",
            "同一住址限招收1户适龄儿童。 | 1户 = definition",
            "五年内至多注册1名学生。 | 1名 = definition",
        ],
        alone=["每套教师周转房投入2万元。 | 2万元 = _ _ 20000 CNY", "同一片区只有1所小学。 | 1所 = institutions primary 1 institution", "三年内只新建1所幼儿园。 | 1所 = schools_built pre_primary 1 institution", "全县只有1所高中。 | 1所 = institutions _ 1 institution"],
    ),
    "indicators.definitions._BY_CLASS": Rule(
        "by how many a class was reckoned is no class size",
        by=[
            "小学每班按45人、初中每班按50人计算。 | 45人 = definition | 50人 = definition",
            "每班按照45人测算,全区缺学位600个。 | 45人 = definition | 600个 = other _ 600 place",
            "每个班按50人核算。 | 50人 = definition",
        ],
        alone=["小学每班45人。 | 45人 = class_size primary 45 person", "每班有45人。 | 45人 = class_size _ 45 person"],
    ),
    "indicators.anecdotes._STRENGTH": Rule(
        "how strong a quake was counts nothing",
        by=[
            "去年我县发生6.8级地震。 | 6.8级 = anecdote",
            "发生4.5级地震后,学校复课。 | 4.5级 = anecdote",
            "10级大风吹坏校舍。 | 10级 = anecdote",
        ],
        alone=["新建学校6所,抗震设防8度。 | 6所 = schools_built _ 6 institution", "震后新建校舍2栋。 | 2栋 = _ _ 2 _"],
    ),
    "indicators.anecdotes._WON": Rule(
        "how a match ended is no ratio of anything",
        by=[
            "男篮代表队以61:64惜败。 | 61:64 = anecdote",
            "决赛中以3:2险胜对手。 | 3:2 = anecdote",
            "女排代表队3:1战胜对手。 | 3:1 = anecdote",
        ],
        alone=["全县小学师生比1:18。 | 1:18 = student_teacher_ratio primary 18 student/teacher", "小学生机比14:1。 | 14:1 = other primary 14 other"],
    ),
    "indicators.dating._PROMISE": Rule(
        "the year of a promise is part of what its works are called",
        by=[
            "2024年省十件民生实事开工率100%。 | 100% = _ _ 100 % D",
            "2024年市民生实事学位建设达标率96%。 | 96% = _ _ 96 % D",
            "2024年度为民实事完成率84%。 | 84% = _ _ 84 % D",
        ],
        alone=["2023年省十件民生实事开工率100%。 | 100% = _ _ 100 % 2023", "2024年毛入园率96%。 | 96% = gross_enrolment_ratio pre_primary 96 % 2024"],
        paper={"title": "全县教育工作推进会召开", "dated": "2024-07-15"},
    ),
    "indicators.flows._TAKES": Rule(
        "what a year takes is of the whole year",
        by=[
            "今年全市共需资助资金612万元。 | 612万元 = student_aid_amount _ 6120000 CNY 2024",
            "今年需补助资金20万元。 | 20万元 = _ _ 200000 CNY 2024",
            "今年约需资助资金86万元。 | 86万元 = student_aid_amount _ 860000 CNY 2024",
        ],
        alone=[
            "今年全市发放资助资金612万元。 | 612万元 = student_aid_amount _ 6120000 CNY 2024-01-01..D",
            "今年按需求发放资助资金86万元。 | 86万元 = student_aid_amount _ 860000 CNY 2024-01-01..D",
        ],
        paper={"title": "两免一补惠及农村学生", "dated": "2024-03-16"},
    ),
    "indicators.headings._INTRODUCES": Rule(
        "a page that introduces a place goes on with figures of its year",
        by=[
            "2012年,全县共有各级各类学校167所。/专任教师960人。 | 960人 = _ _ 960 person 2012",
            "2015年,全市有中小学86所。/小学入学率100%。 | 100% = _ _ 100 % 2015",
            "2019年,全区现有幼儿园54所。/民办园21所。 | 21所 = _ _ 21 institution 2019",
        ],
        alone=[
            "2022年,全县学校486所。/专任教师960人。 | 960人 = _ _ 960 person ?",
            "2012年,全县新建学校7所。/专任教师960人。 | 960人 = _ _ 960 person ?",
        ],
        paper=OVERVIEW,
    ),
    "indicators.schooling._ADDRESSED": Rule(
        "teachers who are sought at universities teach in schools",
        by=[
            "面向全国高校公开招聘教师146名。 | 146名 = teachers_recruited all 146 person",
            "面向省内高校招聘教师52名。 | 52名 = teachers_recruited all 52 person",
            "赴高校引进教师31名。 | 31名 = teachers_recruited all 31 person",
        ],
        alone=[
            "面向社会公开招聘高校教师86名。 | 86名 = teachers_recruited tertiary 86 person",
            "全省高校招聘教师86名。 | 86名 = teachers_recruited tertiary 86 person",
        ],
    ),
    "indicators.level_words._OTHER_SCHOOLS": Rule(
        "of schools named as examples one gives its level to all only where all have it",
        by=[
            "新建第五小学、湖东学校等学校3所。 | 3所 = schools_built all 3 institution",
            "新建城南小学、东湖学校等学校4所。 | 4所 = schools_built all 4 institution",
            "改扩建西街小学、河东学校等学校6所。 | 6所 = schools_built all 6 institution",
        ],
        alone=[
            "新建第五小学、第六小学等学校3所。 | 3所 = schools_built primary 3 institution",
            "新建小学3所。 | 3所 = schools_built primary 3 institution",
        ],
    ),
    "indicators.eliding._OF_THEM": Rule(
        "parts of projects are told by their level alone",
        by=[
            "实施教育项目128个。其中学前教育37个、义务教育58个。 | 37个 = construction_projects pre_primary 37 project | 58个 = construction_projects compulsory 58 project",
            "全市开工教育项目46个。其中普通高中16个。 | 16个 = construction_projects general_upper_secondary 16 project",
            "实施建设项目20个。其中初中3个。 | 3个 = construction_projects lower_secondary 3 project",
        ],
        alone=[
            "全县学校128所。其中幼儿园37所。 | 37所 = institutions pre_primary 37 institution",
            "新建学校6所。其中小学班级37个。 | 37个 = _ primary 37 class",
        ],
    ),
    "indicators.eliding._SHORT": Rule(
        "what is short of places is counted in places",
        by=[
            "现有公办学位4275个,缺口555个。 | 555个 = other _ 555 place",
            "全区提供学位3200个,仍缺约210个。 | 210个 = other _ 210 place approx",
            "小学学位4000个,缺口达300个。 | 300个 = other _ 300 place",
        ],
        alone=["全县项目20个,缺口3个。 | 3个 = _ _ 3 _", "现有学位4275个,新增学位555个。 | 555个 = new_places _ 555 place"],
    ),
    "indicators.inherited._SETS_ASIDE": Rule(
        "whom a notice of hiring seeks in its year is of the whole year",
        by=[
            "一、招聘岗位及人数/高中教师42名、小学教师71名。 | 42名 = teachers_recruited _ 42 person 2024 | 71名 = teachers_recruited primary 71 person 2024",
            "一、招聘岗位/幼儿园教师13名。 | 13名 = teachers_recruited pre_primary 13 person 2024",
            "公开招聘教师195名。 | 195名 = teachers_recruited _ 195 person 2024",
        ],
        alone=[
            "一、基本情况/全区现有专任教师860名。 | 860名 = full_time_teachers _ 860 person D",
            "一、招聘岗位及人数/全区现有高中教师42名。 | 42名 = full_time_teachers _ 42 person D",
        ],
        paper=HIRING,
    ),
}  # fmt: skip

test_right, test_missed_without_its_rule = table(RULES)

TIMES = [
    (
        "2022年,全市监测3.9万人。近视率49.4%,比2021年下降1.1个百分点。其中小学33.6%。",
        [("49.4%", "myopia_rate _ 49.4 % 2022"), ("33.6%", "myopia_rate primary 33.6 % 2022")],
    ),
    ("2021年,全市监测3.9万人。近视率49.4%。", [("49.4%", "myopia_rate _ 49.4 % D")]),
    ("2021年,全市监测3.9万人。近视率49.4%,比2019年下降1.1个百分点。", [("49.4%", "myopia_rate _ 49.4 % D")]),
    (
        "今年以来发放资助资金523万元,惠及4870人次。其中:\n学前入园补助金31万元;高中助学金74万元。",
        [("31万元", "student_aid_amount pre_primary 310000 CNY 2023-01-01..D"), ("74万元", "student_aid_amount _ 740000 CNY 2023-01-01..D")],
    ),
    (
        "今年以来发放资助资金523万元,惠及4870人次。\n发放高中助学金74万元。",
        [("74万元", "student_aid_amount _ 740000 CNY ..D")],
    ),
    ("到2025年,农村中小学由96所调整到80所。", [("96所", "institutions _ 96 institution D"), ("80所", "_ _ 80 institution target 2025-12-31")]),
    ("农村中小学由96所调整到80所。", [("96所", "institutions _ 96 institution ?")]),
    ("全县21个中心幼儿园中有8个创成省优质园。", [("8个", "_ _ 8 _ D")]),
    ("小学生机比14:1。", [("14:1", "other primary 14 other D")]),
    ("会议要求,年内招聘教师25名,公办园占比稳定在55%以上。", [("25名", "teachers_recruited _ 25 person target 2023"), ("55%", "_ _ 55 % ge target 2023")]),
    ("会议指出,去年招聘教师25名。", [("25名", "teachers_recruited _ 25 person 2022")]),
    ("到2025年,力争近视率每年下降0.5个百分点以上;体质健康优良率达到55%以上。", [("55%", "_ _ 55 % ge target 2025-12-31")]),
    ("新中国成立时,全县有小学74所。", [("74所", "institutions primary 74 institution 1949-10-01")]),
    ("2022—2023学年资助学生870人次;春季学期供餐学校7所。", [("7所", "_ _ 7 institution 2023-03-01")]),
    ("2022—2023学年资助学生870人次;秋季学期供餐学校7所。", [("7所", "_ _ 7 institution 2022-09-01")]),
    ("小学9所、初中5所,在校学生2.7万人;教学班541个。", [("541个", "classes compulsory 541 class")]),
    ("小学9所,在校学生2.7万人;教学班541个。", [("541个", "classes primary 541 class")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times_of_reports(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="全市教育新闻发布会", dated="2023-06-05")


@pytest.mark.parametrize(
    ("title", "when"),
    [
        ("张掖市教育局2024年部门预算公开说明", "2024"),
        ("张掖市教育局2024年部门预算", "2024"),
        ("张掖市教育局2023年部门决算公开说明", "2023"),
        ("张掖市教育局决算公开说明", "..D"),
        ("张掖市教育局部门预算公开说明", "..D"),
    ],
)
def test_a_budget_and_the_accounts_that_close_it_are_of_their_year(
    reads: Callable[..., None], title: str, when: str
) -> None:
    reads("项目支出4838万元。", [("4838万元", f"_ _ 48380000 CNY {when}")], title=title, dated="2024-02-20")


SCHOOL = "张掖市第七中学 | 官方网站\n学校简介\n更新时间:2025-04-02\n张掖市第七中学创建于1958年。{text}\n"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (SCHOOL.format(text="校园占地面积168亩。"), "anecdote"),
        (SCHOOL.format(text="现有教学班66个。"), "anecdote"),
        (SCHOOL.format(text="2025年面向全市计划招收新生1150人。"), "anecdote"),
        (SCHOOL.format(text="目前全市有普通高中11所。"), "observation"),
        (SCHOOL.replace("学校简介", "教育要闻").format(text="全县现有教学班66个。"), "observation"),
        (SCHOOL.replace("张掖市第七中学 |", "张掖市教育局 |").format(text="全县现有教学班66个。"), "observation"),
    ],
)
def test_a_school_on_its_own_site_speaks_of_itself(page: str, kind: str) -> None:
    from edu_pipeline.extract import extract_document

    rows = extract_document(page.encode(), "page.txt")["quantities"]
    assert [q["kind"] for q in rows if q["unit_text"] in ("亩", "个", "人", "所")] == [kind]
