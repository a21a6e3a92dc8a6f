"""Rules that self-evaluations, plans and news of six genres taught: sentences that are read by them, and near misses.

What belongs here: rules of the packages language and indicators found in the batches ge and gf.  What does not: lists of
words and decoys (test_reading_straddled_words), links (test_linking_links), articles of one page (tests/reading/test_articles).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.indicators import governing

REPORT = {"title": "临泽县教育工作情况", "dated": "2024-12-22"}
COUNTY = {"title": "景县教育工作情况汇报", "dated": "2023-03-20"}

RULES = {
    "indicators.headed._NORM_OF": Rule(
        "the norm of what a heading names is of that, too",
        by=[
            "1.学前三年毛入园率。标准为85%以上，我县2023年为95.6%，达标。 | 85% = gross_enrolment_ratio pre_primary 85 % ge target | 95.6% = gross_enrolment_ratio pre_primary 95.6 % 2023",
            "2.生师比。国家标准为19:1，我县为13.2:1。 | 19:1 = student_teacher_ratio _ 19 student/teacher target | 13.2:1 = student_teacher_ratio _ 13.2 student/teacher",
            "（二）公办园在园幼儿占比。评估标准50%以上，我县56%，高出标准6个百分点。 | 50% = public_kindergarten_enrolment_share _ 50 % ge target | 6个百分点 = public_kindergarten_enrolment_share _ 6 pp gap",
        ],
        alone=[
            "1.学前三年毛入园率。教师持证率标准为85%。 | 85% = teacher_certification_rate _ 85 % target",
            "6.教师培训。要求360学时，实际386学时。 | 386学时 = other _ 386 hour",
        ],
        paper=COUNTY,
    ),
    "indicators.schooling._BOTH_SORTS": Rule(
        "在校(园)学生 behind 中小学 and 幼儿园 are of both",
        by=[
            "全旗现有中小学63所、幼儿园92所，在校(园)学生5.67万人。 | 5.67万人 = students k12_and_pre_primary 56700 person",
            "全县共有中小学、幼儿园118所，在校（园）生3.6万人。 | 3.6万人 = students k12_and_pre_primary 36000 person",
            "目前，全区有中小学18所、幼儿园27所，在校在园学生14260人。 | 14260人 = students k12_and_pre_primary 14260 person",
        ],
        alone=[
            "全县有各级各类学校72所，在校（园）学生2.31万人。 | 2.31万人 = students all 23100 person",
            "有幼儿园67所、小学28所、初中15所、职业学校1所，在校(园)学生6.38万人。 | 6.38万人 = students all 63800 person",
        ],
    ),
    "indicators.schooling._DEGREE": Rule(
        "the degree of those who are hired is no level that they teach",
        by=[
            "全市引进硕士研究生60名。 | 60名 = teachers_recruited all 60 person",
            "今年引进博士研究生12名。 | 12名 = teachers_recruited all 12 person",
            "新引进硕士研究生28名、免费师范生40名。 | 28名 = teachers_recruited all 28 person",
        ],
        alone=[
            "高校新引进教师60名。 | 60名 = teachers_recruited tertiary 60 person",
            "小学招聘教师60名。 | 60名 = teachers_recruited primary 60 person",
        ],
    ),
    "indicators.definitions._INCLUDED": Rule(
        "a bound whose own value counts defines as any other",
        by=[
            "“大班额”是指班级人数在56人(含)以上的教学班。 | 56人 = definition",
            "小学56人（含）以上的班级占3.2%。 | 56人 = definition | 3.2% = _ primary 3.2 %",
            "在校生100人（含）以下的小规模学校42所。 | 100人 = definition",
        ],
        alone=[
            "投入100万元（含）以上的项目12个。 | 12个 = _ _ 12 project",
            "全县平均班额45人（含特教班）。 | 45人 = class_size _ 45 person",
        ],
    ),
    "indicators.definitions._MOST_OF": Rule(
        "a share of counties or towns that reach something is no threshold",
        by=[
            "到2027年，全市50%以上的县(市、区)通过国家优质均衡评估认定。 | 50% = other compulsory 50 % ge target 2027-12-31",
            "80%以上的县通过国家督导评估认定。 | 80% = other _ 80 % ge",
            "90%以上的乡镇建成公办中心园。 | 90% = other _ 90 % ge",
        ],
        alone=[
            "人口60万以上的县通过验收2个。 | 60万 = definition",
            "学生500人以上的乡镇学校12所。 | 500人 = definition",
        ],
    ),
    "indicators.dating._PEAK": Rule(
        "the year of a peak dates nothing that is held against it",
        by=[
            "今年秋季全市小学一年级新生6100人，比峰值时的2018年少3400多人。 | 3400多人 = new_entrants primary -3400 person change gt 2024-09-01",
            "2023年全县初中在校生1.2万人，比高峰期的2015年减少0.3万人。 | 0.3万人 = students lower_secondary -3000 person change 2023",
            "2023年全县出生人口带来幼儿园招生1200人，较最高的2017年下降43%。 | 43% = new_entrants pre_primary -43 % growth 2023",
        ],
        alone=[
            "高峰时的2018年，全县小学在校生3.4万人。 | 3.4万人 = students primary 34000 person 2018",
            "2023年全县小学招生1200人，比上年减少120人。 | 120人 = new_entrants primary -120 person change 2023",
        ],
        paper=REPORT,
    ),
    "indicators.targets._WILL": Rule(
        "将 before a verb of what will be done makes a target of it, and of what follows",
        by=[
            "全市将遴选骨干教师120名。 | 120名 = backbone_teachers _ 120 person target",
            "将探索小班化教学试点20所，班额控制在35人以内。 | 20所 = _ _ 20 institution target | 35人 = class_size _ 35 person le target",
            "我县将启动改扩建项目12个。 | 12个 = construction_projects _ 12 project target",
        ],
        alone=[
            "全市遴选骨干教师120名。 | 120名 = backbone_teachers _ 120 person",
            "将资助资金120万元发放到人。 | 120万元 = student_aid_amount _ 1200000 CNY",
        ],
        paper=REPORT,
    ),
    "indicators.targets._KEPT": Rule(
        "what was so in each of the years gone by is no norm",
        by=[
            "2021—2023年，学前教育投入占同级财政性教育经费的比例三年均不低于5%。 | 5% = other pre_primary 5 % ge",
            "2021年至2023年，各校公用经费中教师培训经费占比均不低于5%。 | 5% = teacher_training_fund_share _ 5 % ge",
            "2020年至2022年，小学巩固率一直不低于99%。 | 99% = retention_rate primary 99 % ge",
        ],
        alone=[
            "到2027年，各县巩固率均不低于97%。 | 97% = retention_rate _ 97 % ge target",
            "全县培训经费占公用经费比例均不低于5%。 | 5% = teacher_training_fund_share _ 5 % ge target",
        ],
        paper=REPORT,
    ),
    "indicators.naming._THE_SAME": Rule(
        "这三个数字 are the three that were just given",
        by=[
            "今年，小学入学率99.2%，初中入学率95.6%，高中阶段毛入学率88.7%。五年前，这三个数字分别只有91.4%、58.3%和66%。 | 91.4% = net_enrolment_rate primary 91.4 % | 58.3% = net_enrolment_rate lower_secondary 58.3 % | 66% = gross_enrolment_ratio upper_secondary 66 %",
            "公办园占比55%，普惠率92%。2019年，这两项指标分别为38%、76%。 | 38% = public_kindergarten_enrolment_share _ 38 % 2019 | 76% = inclusive_kindergarten_coverage _ 76 % 2019",
            "公办园占比55%，普惠率92%。2019年，这两个比例分别为38%和76%。 | 38% = public_kindergarten_enrolment_share _ 38 % 2019",
        ],
        alone=[
            "公办园占比55%，普惠率92%。小学、初中巩固率分别为99%、98%。 | 99% = retention_rate primary 99 %",
            "公办园占比55%。这两个县的巩固率分别为98%、97%。 | 98% = retention_rate _ 98 %",
        ],
    ),
    "indicators.naming._SURVEY": Rule(
        "a place in a survey is one in what was asked about",
        by=[
            "在全省教育工作满意度调查中，我市居全省前三。 | 三 = satisfaction_rate all 3 rank rank le",
            "在教育满意度测评中，全县列全市第2位。 | 2 = satisfaction_rate _ 2 rank rank",
            "在群众满意度评价中，我县位居全市首位。 | 首 = satisfaction_rate _ 1 rank rank",
        ],
        alone=[
            "在全省教育工作会议中，我市居全省前三。 | 三 = other _ 3 rank rank le",
            "在群众满意度调查中，资助学生1200人。 | 1200人 = student_aid_recipients _ 1200 person",
        ],
    ),
    "indicators.naming._STAFF_TO_PUPILS": Rule(
        "so many pupils to one of the staff",
        by=[
            "按照教职工与幼儿1∶8的比例逐步配齐。 | 1∶8 = student_teacher_ratio pre_primary 8 student/teacher target",
            "按教师与学生1:13.5的比例配备。 | 1:13.5 = student_teacher_ratio _ 13.5 student/teacher target",
            "按保教人员与幼儿1∶9配足。 | 1∶9 = student_teacher_ratio pre_primary 9 student/teacher",
        ],
        alone=[
            "按生活教师与寄宿生1:50配备。 | 1:50 = other _ 50 student/teacher",
            "教职工与幼儿比为1:6.3。 | 1:6.3 = student_teacher_ratio pre_primary 6.3 student/teacher",
        ],
    ),
    "indicators.level_words._SLOGAN": Rule(
        "the levels of a slogan govern nothing",
        by=[
            "按照“小学就近、初中进城、高中集中”的思路，整合学校12所。 | 12所 = schools_merged all 12 institution",
            "坚持“初中进城、小学进镇”，撤并学校38所。 | 38所 = schools_merged all 38 institution",
            "落实“幼教就近、小学集中”，新建校舍3.2万平方米。 | 3.2万平方米 = floor_area_built all 32000 m2",
        ],
        alone=[
            "优化“小学”布局，撤并学校12所。 | 12所 = schools_merged primary 12 institution",
            "小学就近、初中进城，撤并学校12所。 | 12所 = schools_merged _ 12 institution",
        ],
    ),
    "indicators.level_words._PERSONS_IN_NEED": Rule(
        "disabled pupils among others in need stand for no level",
        by=[
            "免除库区移民、残疾学生等学费113人次。 | 113人次 = student_aid_recipients all 113 person-time",
            "资助建档立卡家庭、残疾学生1200人次。 | 1200人次 = student_aid_recipients all 1200 person-time",
            "减免留守儿童、残疾学生等学费320人次。 | 320人次 = student_aid_recipients all 320 person-time",
        ],
        alone=[
            "资助残疾学生和孤儿等320人。 | 320人 = student_aid_recipients all 320 person",
            "资助残疾学生113人次。 | 113人次 = student_aid_recipients special 113 person-time",
            "残疾儿童少年入学率98%。 | 98% = special_needs_enrolment_rate special 98 %",
        ],
    ),
    "indicators.eliding._PLACES": Rule(
        "what is lacking where a clause spoke of places are places",
        by=[
            "学位较紧张，缺口约240个。 | 240个 = other _ 240 place approx",
            "城区学位紧张，尚缺1200个。 | 1200个 = other _ 1200 place",
            "滨河片区学位供给不足，缺口达360个。 | 360个 = other _ 360 place",
        ],
        alone=[
            "教师编制紧张，缺口约240个。 | 240个 = other _ 240 item approx",
            "学位供给充足，建成校园12个。 | 12个 = other _ 12 item",
        ],
    ),
    "indicators.counted_units._of_persons": Rule(
        "those who are admitted by schools are persons, printed or not",
        by=[
            "小学51所，招生8127，在校生47960人。 | 8127 = new_entrants primary 8127 person",
            "初中37所，招生6240，在校生2.2万人。 | 6240 = new_entrants lower_secondary 6240 person",
            "普通高中6所，招生2290，在校生6731人。 | 2290 = new_entrants general_upper_secondary 2290 person",
        ],
        alone=[
            "小学51所，教学点12，在校生47960人。 | 47960人 = students primary 47960 person",
            "小学51所，撤并教学点12个。 | 12个 = schools_merged _ 12 institution",
        ],
    ),
    "indicators.eliding._SO_SMALL": Rule(
        "teaching points told apart by their size are teaching points",
        by=[
            "现有教学点143个，其中学生不足10人的有87个。 | 87个 = teaching_points primary 87 institution",
            "教学点93个。教学点中，学生不足30人的41个，不足10人的17个。 | 41个 = teaching_points primary 41 institution | 17个 = teaching_points primary 17 institution",
            "全县有教学点130个，其中10人以下的23个。 | 23个 = teaching_points primary 23 institution",
        ],
        alone=[
            "全县有小学86所，其中在校生不足50人的有31所。 | 31所 = _ primary 31 institution",
            "现有教学点143个，其中食堂不达标的有8个。 | 8个 = _ _ 8 _",
        ],
    ),
    "indicators.naming._SHORTAGE": Rule(
        "teachers who are lacking are not there",
        by=[
            "音体美专任教师缺额1170人。 | 1170人 = other _ 1170 person",
            "全县专任教师缺口330名。 | 330名 = other _ 330 person",
            "教职工缺编120人。 | 120人 = other _ 120 person",
        ],
        alone=[
            "全县专任教师3300名，缺口330名。 | 3300名 = full_time_teachers _ 3300 person",
            "专任教师1170人。 | 1170人 = full_time_teachers _ 1170 person",
        ],
    ),
    "indicators.nouns._STANDING": Rule(
        "school buildings that there are, were not built",
        by=[
            "全州中小学校舍建筑面积412.6万平方米，其中当年新建28.45万平方米。 | 412.6万平方米 = other k12 4126000 m2 | 28.45万平方米 = floor_area_built _ 284500 m2",
            "校舍总面积24.3万平方米，新建教学楼3栋。 | 24.3万平方米 = other _ 243000 m2",
            "中小学占地面积1287万平方米，校舍建筑面积341.6万平方米，比建成时多1.2万平方米。 | 341.6万平方米 = other _ 3416000 m2",
        ],
        alone=[
            "年内新建学校100所，校舍面积30万平方米。 | 30万平方米 = floor_area_built _ 300000 m2",
            "新增校舍面积5.3万平方米。 | 5.3万平方米 = floor_area_built _ 53000 m2",
        ],
    ),
    "language.place_scope._PARTNERS": Rule(
        "firms elsewhere with which the home does something are no figure of that place",
        by=[
            "与西宁、海东6家企业签订协议。 | 6家 = other _ 6 item @临泽县",
            "与甘州区、高台县12家企业开展合作。 | 12家 = other _ 12 item @临泽县",
            "与兰州、武威8所高校签订协议。 | 8所 = other _ 8 institution @临泽县",
        ],
        alone=[
            "甘州区12所学校投入使用。 | 12所 = _ _ 12 institution @甘州区",
            "全省6家企业签订协议。 | 6家 = other _ 6 item @甘肃省",
        ],
        paper=REPORT,
    ),
    "language.place_scope._PURPOSE": Rule(
        "the subject of a sentence stands behind why it does so",
        by=[
            "针对农村幼儿入园难问题，高台县利用闲置校舍，改建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution @高台县",
            "为缓解入学压力，民乐县统筹资金，新建学校3所。 | 3所 = schools_built _ 3 institution @民乐县",
            "围绕均衡发展，山丹县依托集团化办学，培训教师320人次。 | 320人次 = teachers_trained _ 320 person-time @山丹县",
        ],
        alone=[
            "针对入园难问题，全市利用闲置校舍，改建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution @张掖市",
            "针对入园难问题，高台县召开现场会，全市改建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution @张掖市",
        ],
        paper={"title": "2024年张掖市教育工作情况", "dated": "2024-12-22"},
    ),
}

test_right, test_missed_without_its_rule = table(RULES)

NOUN_BEFORE = [
    ("行政村中，还有48个没有幼儿园。", "48个", "other pre_primary 48 item"),
    ("全县12个没有食堂的学校已改造。", "12个", "other _ 12 institution"),
    ("现有教学点143个，年内有序撤并不少于50个。", "50个", "schools_merged primary 50 institution ge target"),
    ("全县有小学86所，今年依法撤并12所。", "12所", "schools_merged primary 12 institution"),
    ("全年组织实施各类科技计划项目84项。", "84项", "other _ 84 project"),
    ("全年实施教育项目84项。", "84项", "construction_projects _ 84 project"),
    ("小学学业质量监测优良率提高8.3个百分点。", "8.3个百分点", "other primary 8.3 pp change"),
    ("学生体质健康优良率提高8.3个百分点。", "8.3个百分点", "fitness_excellent_rate _ 8.3 pp change"),
    ("新建校舍10.6万平方米，受益学校74所。", "74所", "other _ 74 institution"),
    ("回收小区配套幼儿园3所，全部办成公办园。", "3所", "other pre_primary 3 institution"),
    ("全县开展课后服务的学校53所。", "53所", "other _ 53 institution"),
    (
        "全县中职在校生由2019年的3402人增长到2024年的5741人。",
        "3402人",
        "students vocational_upper_secondary 3402 person 2019",
    ),
    ("全县在园幼儿由2019年的3402人提升到2024年的5741人。", "5741人", "students pre_primary 5741 person 2024"),
    ("全县专任教师从2015年的1402人扩充到2024年的2741人。", "1402人", "full_time_teachers all 1402 person 2015"),
    ("近三年引进12个增长点项目。", "12个", "_ _ 12 project"),
    ("优质均衡县增加，80%的县通过国家优质均衡认定。", "80%", "other compulsory 80 %"),
    ("小学入学率99.2%，青壮年非文盲率98.7%。", "98.7%", "other none 98.7 %"),
]


@pytest.mark.parametrize(("text", "number", "expected"), NOUN_BEFORE)
def test_what_a_number_states_by_the_words_around_it(
    text: str, number: str, expected: str, reads: Callable[..., None]
) -> None:
    reads(text, [(number, expected)])


OUTSIDE_ITS_BRACKETS = [
    (
        "初中学校94所(含九年一贯制学校61所)。在校生3.9万人，毛入学率102.4%。",
        "3.9万人",
        "students lower_secondary 39000 person",
    ),
    ("高中阶段学校30所(其中:中职12所)。在校生3.9万人。", "3.9万人", "students upper_secondary 39000 person"),
    (
        "初中39所（其中九年一贯制16所），比上年减少7所。在校学生3.79万人。",
        "3.79万人",
        "students lower_secondary 37900 person",
    ),
]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        *OUTSIDE_ITS_BRACKETS,
        ("初中94所，小学61所。在校生3.9万人。", "3.9万人", "students _ 39000 person"),
        ("初中学校94所(含九年一贯制学校61所)。全县在校生13.9万人。", "13.9万人", "students all 139000 person"),
    ],
)
def test_what_a_bracket_counts_gives_no_level_to_the_next_sentence(
    text: str, number: str, expected: str, reads: Callable[..., None]
) -> None:
    reads(text, [(number, expected)])


def test_it_is_told_by_what_stands_outside_the_bracket(
    reads: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(governing, "_of_sentence_before", lambda *_: None)
    for text, number, expected in OUTSIDE_ITS_BRACKETS:
        with pytest.raises(AssertionError):
            reads(text, [(number, expected)])
