"""Counts of a rank or a post, norms of a list, levels of what goes on behind parts, comparisons and their years.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the form of the tables
(helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.counted_units._RANKED": Rule(
        "市级 and 县级 say of which rank, and count what the number before them does",
        by=[
            "建设市级名师工作室60个、县级150个。 | 60个 = master_teacher_studios _ 60 studio | 150个 = master_teacher_studios _ 150 studio",
            "现有省级名师工作室4个，县级12个。 | 12个 = master_teacher_studios _ 12 studio",
            "创建市级名校长工作室3个、县级9个。 | 9个 = master_teacher_studios _ 9 studio",
        ],
        alone=[
            "名师工作室60个，覆盖6个县。 | 6个 = _ _ 6 county",
            "名师工作室60个，县级教研机构2个。 | 2个 = _ _ 2 institution",
        ],
    ),
    "indicators.passage._BOUND_SHARE": Rule(
        "of whom 80%以上的学生 is a share stands behind it, not in the rate before",
        by=[
            "高中毛入学率达到92%，80%以上的学生在优质高中就读。 | 80% = other _ 80 % ge",
            "小学巩固率99%，60%以上的教师参加培训。 | 60% = other _ 60 % ge",
            "学前三年毛入园率93%，85%及以上的乡镇建有中心园。 | 85% = other _ 85 % ge",
        ],
        alone=[
            "小学巩固率99%，初中98%以上。 | 98% = retention_rate lower_secondary 98 % ge",
            "小学巩固率由99%以上的水平提高到99.5%。 | 99.5% = retention_rate primary 99.5 %",
        ],
    ),
    "indicators.stated_units._OPENED_EACH": Rule(
        "what is said to be low for each opens a list of amounts for each",
        by=[
            "人均支出偏低，本科1.2万元，高职仅0.83万元。 | 1.2万元 = _ _ 12000 CNY/person | 0.83万元 = _ _ 8300 CNY/person",
            "生均实训耗材投入偏低，本科1.2万元，高职仅0.83万元。 | 1.2万元 = _ _ 12000 CNY/person | 0.83万元 = _ _ 8300 CNY/person",
            "生均投入不足，小学600元，初中800元。 | 800元 = _ _ 800 CNY/person",
            "人均补助偏低，城区600元，乡村900元。 | 900元 = _ _ 900 CNY/person",
        ],
        alone=[
            "生均公用经费按时拨付，投入资金1200万元。 | 1200万元 = _ _ 12000000 CNY",
            "经费水平偏低，高职83万元。 | 83万元 = _ _ 830000 CNY",
        ],
    ),
    "indicators.dating._OF_A_START": Rule(
        "the year in brackets behind what a change starts from dates nothing else",
        by=[
            "供暖率由61%（2022年）提高到84%，生均住宿面积达4.1平方米。 | 61% = _ _ 61 % 2022 | 84% = _ _ 84 % D",
            "大班额比例由21.4%（2021年）降至12.9%，其中甘州区为19.6%。 | 12.9% = large_class_share _ 12.9 % D | 19.6% = large_class_share _ 19.6 % D",
            "毛入园率从80.3%(2020年)提高到95%。 | 80.3% = gross_enrolment_ratio _ 80.3 % 2020 | 95% = gross_enrolment_ratio _ 95 % D",
        ],
        alone=[
            "毛入园率95%（2022年），巩固率98%。 | 95% = gross_enrolment_ratio _ 95 % 2022 | 98% = retention_rate _ 98 % 2022",
            "2022年毛入园率由80%提高到95%。 | 95% = gross_enrolment_ratio _ 95 % 2022",
        ],
        paper={"title": "张掖市教育工作情况汇报", "dated": "2024-03-20"},
    ),
    "language.place_lists._OF_EACH": Rule(
        "what a list of places builds 各 is one for each of them",
        by=[
            "甘州区、临泽县各建成教师发展中心1个。 | 1个 = _ _ 1 institution @甘州区 + _ _ 1 institution @临泽县",
            "高台县和山丹县各新建小学2所。 | 2所 = schools_built primary 2 institution @高台县 + schools_built primary 2 institution @山丹县",
            "其中甘州区、高台县将各增设幼儿园3所。 | 3所 = institutions pre_primary 3 institution change @甘州区 + institutions pre_primary 3 institution change @高台县",
        ],
        alone=[
            "甘州区、临泽县新建学校5所。 | 5所 = schools_built _ 5 institution @张掖市",
            "甘州区、临泽县各级学校5所。 | 5所 = institutions _ 5 institution @张掖市",
        ],
        paper={"title": "张掖市教育工作情况汇报", "dated": "2024-03-20"},
    ),
    "indicators.flows._UP_TO_NOW": Rule(
        "what was counted up to a day since something began is of all that time",
        by=[
            "改薄工程自2014年立项以来，至2016年底累计下达资金11.27亿元。 | 11.27亿元 = _ _ _ CNY 2014-01-01..2016-12-31",
            "自2019年颁布以来，截至2023年底共培训教师820人。 | 820人 = teachers_trained _ 820 person 2019-01-01..2023-12-31",
            "自2020年创建以来，截至2023年底累计资助学生3120人。 | 3120人 = _ _ 3120 person 2020-01-01..2023-12-31",
        ],
        alone=[
            "截至2023年底共培训教师820人。 | 820人 = teachers_trained _ 820 person 2023-12-31",
            "自2019年实施以来，截至2023年底有学校82所。 | 82所 = institutions _ 82 institution 2023-12-31",
        ],
        paper={"title": "张掖市教育工作情况汇报", "dated": "2024-03-20"},
    ),
    "indicators.grid_prose._THRESHOLD": Rule(
        "a stub that only says which ones are counted",
        by=[
            "高中情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74/其中：56人以上\t个\t67\t59 | 56 = definition",
            "高中情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74/66人及以上\t个\t17\t15 | 66 = definition",
            "小学情况表/项目\t单位\t城区\t乡村/教学点\t个\t98\t74/10-20人以下\t个\t67\t59 | 10 = definition",
        ],
        alone=[
            "高中情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74 | 98 = classes _ 98 class",
            "高中情况表/项目\t情况/招聘\t教师56人以上 | 56人 = _ _ 56 person ge",
        ],
    ),
    "indicators.grid_sentences._large": Rule(
        "56人以上 below 教学班 counts the classes that are too large",
        by=[
            "普通高中情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74/其中：56人以上\t个\t67\t59 | 67 = large_classes _ 67 class | 59 = large_classes _ 59 class",
            "小学情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74/其中：56人及以上\t个\t23\t21 | 23 = large_classes _ 23 class",
            "初中情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74/其中：66人以上\t个\t13\t12 | 13 = large_classes _ 13 class",
        ],
        alone=[
            "小学情况表/项目\t单位\t合计\t公办/教学班\t个\t98\t74/其中：20人以下\t个\t13\t12 | 13 = _ _ 13 class",
            "小学情况表/项目\t单位\t合计\t公办/学校\t所\t98\t74/其中：56人以上\t所\t13\t12 | 13 = _ _ 13 institution",
        ],
    ),
}

SAID = [
    # a cut-off holds on to the end of its paragraph, over the year that a change starts from
    (
        "截至2022年底，毛入园率由2020年的31.5%提高到55.7%；巩固率98.6%。高中阶段毛入学率91.3%；文盲率13.8%。",
        [("31.5%", "_ _ 31.5 % 2020"), ("91.3%", "_ _ 91.3 % 2022-12-31"), ("13.8%", "_ _ 13.8 % 2022-12-31")],
    ),
    # debts that are left stand, those paid back are over the time
    ("八年来，全县偿还债务2318万元，尚欠4105万元。", [("2318万元", "_ _ _ CNY 2016-03-20..2024-03-20"), ("4105万元", "_ _ _ CNY D")]),
    # what a total comes to for each
    ("教学仪器设备总值3.18亿元，生均1.03万元。", [("1.03万元", "equipment_value_per_student _ 10300 CNY/person label:生均")]),
    ("财政投入3.18亿元，生均1.03万元。", [("1.03万元", "other _ 10300 CNY/person")]),
    # whom an office answers, what it signs
    ("回答5家媒体提问，与乡镇签订责任状8份。", [("5家", "anecdote"), ("8份", "anecdote")]),
    ("建成融媒体中心5家。", [("5家", "_ _ 5 _")]),
    # those who are at school among the ones of an age are no new entrants; who was promoted or found, in the year
    ("适龄残疾儿童86人，入学81人，入学率94.2%。", [("81人", "other special 81 person"), ("94.2%", "special_needs_enrolment_rate special 94.2 %")]),
    ("适龄儿童3120人，入学3118人。", [("3118人", "other _ 3118 person")]),
    ("小学新生到校，今年秋季入学3118人。", [("3118人", "new_entrants _ 3118 person")]),
    ("2023年小学招生顺利，入学3118人。", [("3118人", "new_entrants _ 3118 person 2023")]),
    ("评聘高级教师21人，摸排辍学学生27名。", [("21人", "_ _ 21 person ..D"), ("27名", "_ _ 27 person ..D")]),
    ("2023年评聘高级教师21人，摸排辍学学生27名。", [("21人", "_ _ 21 person 2023"), ("27名", "_ _ 27 person 2023")]),
    # growths of a list behind their noun; rates of a list are none
    (
        "甘州区、高台县投入分别达3.2亿元、1.5亿元，增幅分别为12.3%、20.1%。",
        [("12.3%", "_ _ 12.3 % growth @甘州区"), ("20.1%", "_ _ 20.1 % growth @高台县")],
    ),
    ("在校生9800人，教职工820人，降幅分别为2.1%和3.5%。", [("2.1%", "_ _ -2.1 % growth"), ("3.5%", "_ _ -3.5 % growth")]),
    ("巩固率、高中阶段毛入学率分别为95.2%、91.3%。", [("95.2%", "retention_rate _ 95.2 %"), ("91.3%", "gross_enrolment_ratio _ 91.3 %")]),
    # kindergartens have no classes of 56 and more
    ("新建、改扩建中小学、幼儿园21所，城区大班额由146个减少到11个。", [("146个", "large_classes compulsory 146 class"), ("11个", "large_classes compulsory 11 class")]),
    ("幼儿园普惠率91%，大班额由46个减少到11个。", [("11个", "large_classes compulsory 11 class")]),
    ("新建普通高中2所，大班额由46个减少到11个。", [("11个", "large_classes general_upper_secondary 11 class")]),
    # sorts behind a semicolon in one bracket
    ("现有幼儿园38所（公办29所，其中小学附设2所；民办9所，普惠性7所）。", [("9所", "institutions pre_primary 9 institution"), ("7所", "institutions pre_primary 7 institution")]),
    ("现有教师820人（城区620人，乡村200人）。", [("200人", "full_time_teachers _ 200 person")]),
    ("现有幼儿园38所（建有食堂29所；民办教师9人）。", [("9人", "_ _ 9 person")]),
    # posts are items, whoever is counted; each rank of a list
    ("核定教职工编制30名，现有专任教师24人。", [("30名", "other _ 30 item"), ("24人", "full_time_teachers _ 24 person")]),
    ("新增编制教师30名。", [("30名", "_ _ 30 person")]),
    # an area for each pupil ends with its segment; the second of a pair is for each as the first is
    (
        "小学、初中生均校舍面积5.3㎡和6.1㎡，生均图书12.4册；D级危房9640㎡，较上年减少5200㎡。",
        [("6.1", "_ lower_secondary 6.1 m2/person"), ("9640", "_ _ 9640 m2"), ("5200", "_ _ -5200 m2 change")],
    ),
    ("补助由每生每天5元提高到6元。", [("5元", "_ _ 5 CNY/person"), ("6元", "_ _ 6 CNY/person")]),
    ("按每人每天4元、年800元的标准，年需资金345.4万元。", [("345.4万元", "_ _ 3454000 CNY")]),
    # what goes on behind the parts of a whole is of the whole
    (
        "全县有学校143所，其中幼儿园96所、小学31所、初中9所、高中3所，在校生4.87万人。",
        [("3所", "institutions general_upper_secondary 3 institution"), ("4.87万人", "students all 48700 person")],
    ),
    ("全县有学校40所，其中小学31所、初中9所，在校生4.87万人。", [("4.87万人", "students compulsory 48700 person")]),
    ("全县有小学31所、初中9所、高中3所，在校生4.87万人。", [("4.87万人", "students k12 48700 person")]),
    # a paragraph on 普通高校, of which some are 高职
    (
        "现有普通高校3所，其中本科1所、高职高专2所。全日制在校生30846人，年均增长11.7%。",
        [("30846人", "students tertiary 30846 person"), ("11.7%", "students tertiary 11.7 % growth")],
    ),
    ("现有普通高校3所、小学2所。在校生3086人。", [("3086人", "students all 3086 person")]),
    # the level that the sentence, or the rate before, has named
    ("民办幼儿园条件有所改善，教师持证率达84.1%。", [("84.1%", "teacher_certification_rate pre_primary 84.1 %")]),
    ("中职学校“双证书”获取率87%，初次就业率94.6%。", [("94.6%", "graduate_employment_rate vocational_upper_secondary 94.6 %")]),
    ("全县条件有所改善，教师持证率达84.1%。", [("84.1%", "teacher_certification_rate compulsory 84.1 %")]),
    ("招生3200人，占高中阶段招生的48.9%，毕业生就业率96%。", [("96%", "graduate_employment_rate all 96 %")]),
    # a count behind its share; a count that no share is of
    (
        "56人以上大班额占3.3%，较上年减少6个。",
        [("3.3%", "large_class_share _ 3.3 %"), ("6个", "large_classes _ -6 class change")],
    ),
    ("超大班额占1.2%，比上年减少4个。", [("4个", "_ _ -4 class change")]),
    ("普惠率91%，较上年增加3个。", [("3个", "other _ 3 item change")]),
    # held against a mean that brackets give
    (
        "高等教育毛入学率18.7%，与全国平均水平（23%）相比低4.3个百分点。",
        [("23%", "gross_enrolment_ratio tertiary 23 % @全国"), ("4.3个", "gross_enrolment_ratio tertiary -4.3 pp gap")],
    ),
    ("巩固率95.1%，与全省平均水平相比高1.3个百分点。", [("1.3个", "retention_rate _ 1.3 pp gap")]),
    ("巩固率95.1%，高于全国平均水平（93.8%）。", [("93.8%", "retention_rate _ 93.8 % @全国")]),
    ("巩固率95.1%，与2020年相比提高1.3个百分点。", [("1.3个", "retention_rate _ 1.3 pp change")]),
    # words for what is counted
    ("中等职业学校在校生规模达到1.6万人。", [("1.6万人", "students vocational_upper_secondary 16000 person")]),
    ("校均在校生规模达到860人。", [("860人", "school_size _ 860 person")]),
    ("中职毕业生升学率83.5%，就业去向落实率97.9%。", [("97.9%", "graduate_employment_rate _ 97.9 %")]),
    ("义务教育阶段课后服务参与率：学生96.3%，教师98.8%。", [("98.8%", "after_school_teacher_participation _ 98.8 %")]),
    ("课后服务师资短缺，音体美教师仅占8.7%。", [("8.7%", "other _ 8.7 %")]),
    ("对学校食堂表示满意的占96.5%。", [("96.5%", "satisfaction_rate _ 96.5 %")]),
    ("在园幼儿中公办园幼儿只占21%。", [("21%", "public_kindergarten_enrolment_share pre_primary 21 %")]),
    ("全市人口中大专以上文化程度21.6万人。", [("21.6万人", "tertiary_population _ 216000 person")]),
    ("骨干教师成长，选送131人次参加省市培训。", [("131人次", "teachers_trained _ 131 person-time")]),
    ("4318名学生享受营养改善计划。", [("4318名", "nutrition_beneficiaries _ 4318 person")]),
    ("优质普通高中招生指标60%以上分配到初中学校。", [("60%", "quota_allocation_share _ 60 % ge")]),
    ("资金60%分配到初中学校。", [("60%", "other _ 60 %")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:24] for text, _ in SAID])
def test_reads(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected, title="张掖市教育工作情况汇报", dated="2024-03-20")


OF_A_COUNTY = [
    # in a county's paper, the city's figures where the sentence names it
    ("据张掖市教育局统计，全市寄宿制学校64所，已有51所建成食堂。", [("64所", "@张掖市"), ("51所", "@张掖市")]),
    ("张掖市教育局介绍，全市共有教学点24个；临泽县8个。", [("24个", "@张掖市"), ("8个", "@临泽县")]),
    ("全市寄宿制学校多，临泽县有8所。", [("8所", "@临泽县")]),
    ("据张掖市教育局统计，临泽县有寄宿制学校8所。", [("8所", "@临泽县")]),
    ("每10万人口在校生1140人，相当于全省平均水平的54%。", [("54%", "@临泽县")]),
]
OF_A_CITY = [
    # a list of places before 分别, places that a number is of
    (
        "甘州区、临泽县校舍缺口最大，分别缺用房1.31万平方米和2.74万平方米。",
        [("1.31", "@甘州区"), ("2.74", "@临泽县")],
    ),
    ("甘州区、临泽县分别新建学校5所、3所。", [("5所", "@甘州区"), ("3所", "@临泽县")]),
    ("试点覆盖高台县38所学校。", [("38所", "@高台县")]),
    ("高台县数据不含民办学校2所。", [("2所", "@高台县")]),
    ("甘州区、临泽县缺口最大，全市缺用房4.1万平方米。", [("4.1万", "@张掖市")]),
]


@pytest.mark.parametrize(
    ("home", "text", "expected"),
    [*(("临泽县", *case) for case in OF_A_COUNTY), *(("张掖市", *case) for case in OF_A_CITY)],
)
def test_whose_figures_they_are(
    reads: Callable[..., None], home: str, text: str, expected: list[tuple[str, str]]
) -> None:
    wanted = [(number, f"_ _ _ _ {place}") for number, place in expected]
    reads(text, wanted, title=f"{home}教育工作情况汇报", dated="2024-03-20")


def test_the_day_that_a_plan_sets_out_from_holds_in_its_paragraph(reads: Callable[..., None]) -> None:
    paper = {"title": "临泽县“十四五”教育事业发展规划", "dated": None}
    said = "到2020年底，全县有幼儿园41所。义务教育学校39所，巩固率99.4%。在校生12680人。"
    held = [("41所", "_ _ _ _ 2020-12-31"), ("39所", "_ _ _ _ 2020-12-31"), ("12680人", "_ _ _ _ 2020-12-31")]
    reads(f"一、发展回顾\n{said}", held, **paper)
    reads("一、发展回顾\n全县有幼儿园41所。义务教育学校39所。", [("39所", "_ _ _ _ ?")], **paper)
    reads("二、目标\n到2025年底，建成幼儿园4所。", [("4所", "_ _ _ _ target 2025-12-31")], **paper)


def test_a_paper_on_kindergartens_has_large_classes_of_its_own(reads: Callable[..., None]) -> None:
    paper = {"title": "临泽县学前教育普及普惠督导评估自评报告", "dated": "2024-03-20"}
    reads("普惠率91%，大班额由46个减少到11个。", [("11个", "large_classes pre_primary 11 class")], **paper)


def test_within_years_is_due_at_their_end(reads: Callable[..., None]) -> None:
    paper = {"title": "临泽县教育工作情况汇报", "dated": "2024-03-20"}
    reads("力争三年内生师比降至15:1以下。", [("15:1", "student_teacher_ratio _ 15 _ lt target 2027-03-20")], **paper)
    reads("力争两年内新建学校5所。", [("5所", "schools_built _ 5 institution target 2026-03-20")], **paper)
    reads("未来三年新建学校5所。", [("5所", "schools_built _ 5 institution target 2024-03-20..2027-03-20")], **paper)


test_right, test_missed_without_its_rule = table(RULES)
