"""What pages of the web tell: what dates them, who speaks, which school they are about, what is planned at a meeting.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the day of a page
(reading/test_frontmatter), what titles pass on (test_inherited); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from rule_tables import Rule, table

TALK = {"title": "张掖市教育工作访谈", "dated": "2016-08-24"}
RULES = {
    "language.periods_scan._BORN": Rule(
        "when children were born says which ones are counted",
        by=[
            "2026年全区适龄儿童(2019年9月1日至2020年8月31日出生)约7300人;小学毕业生9145人。 | 9145人 = _ _ 9145 person 2026",
            "2025年秋季新生(2019年8月31日前出生)2140人,其中女生1010人。 | 1010人 = _ _ 1010 person 2025-09-01",
            "2025年入园幼儿(2022年出生)860人,新生班32个。 | 32个 = _ _ 32 class 2025",
        ],
        alone=[
            "2024年出生人口1.2万人。 | 1.2万人 = _ _ 12000 person 2024",
            "2025年全区适龄儿童7300人。 | 7300人 = _ _ 7300 person 2025",
        ],
        paper={"title": "张掖市入学政策解读", "dated": "2026-04-28"},
    ),
    "indicators.dating._PER_HEAD": Rule(
        "what each pupil gets a year does not date what was done with it",
        by=[
            "按小学每生每年650元安排,惠及学生8.9万人。 | 8.9万人 = _ _ 89000 person 2019",
            "营养餐每生每天4元,受益学生2.1万人。 | 2.1万人 = _ _ 21000 person 2019",
            "按每人每年200元补助,资助学生860人。 | 860人 = _ _ 860 person 2019",
        ],
        alone=[
            "每年资助学生860人。 | 860人 = _ _ 860 person ..D",
            "每年对学校开展督导,培训教师860人。 | 860人 = _ _ 860 person ..D",
        ],
        paper={"title": "张掖市教育局2019年部门预算公开说明", "dated": "2019-02-20"},
    ),
    "indicators.grid_words._OF_ITS_YEAR": Rule(
        "本年 in a stub is the year that heads the column",
        by=[
            "单位：万元/项目\t2018年预算数\t2019年预算数\t增减/教育支出\t800\t900\t100/本年支出合计\t820\t930\t110 | 110 = _ _ 1100000 CNY change 2019",
            "单位：万元/项目\t2017年\t2018年\t增减/教育支出\t800\t900\t100/本年收入合计\t820\t930\t110 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
            "单位：万元/项目\t2017年\t2018年/教育支出\t800\t900/本年度支出\t820\t930 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
        ],
        alone=[
            "单位：万元/项目\t2017年\t2018年/教育支出\t800\t900/基本支出\t820\t930 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
            "单位：万元/项目\t2017年\t2018年/教育支出\t800\t900/支出合计\t820\t930 | 820 = _ _ 8200000 CNY 2017 | 930 = _ _ 9300000 CNY 2018",
        ],
        paper={"title": "张掖市教育局收支总表", "dated": "2019-02-20"},
    ),
    "indicators.school_profiles._VOCATIONAL_SCHOOL": Rule(
        "the one vocational school of a county is what its paragraph is about, until that turns to the county",
        by=[
            "山丹县职业中专现有在校生3925人,开设专业14个。2015届毕业生1070人,就业率98.2%。 | 3925人 = anecdote | 14个 = anecdote | 1070人 = anecdote | 98.2% = anecdote",
            "【职业教育】县职业高中新上数控2个专业。专业总数11个。全县培训农村劳动力6400人次。 | 2个 = anecdote | 11个 = anecdote | 6400人次 = _ _ 6400 person-time",
            "高台县职教中心现有教职工168人,实训室32间。该县今年投入3000万元。 | 168人 = anecdote | 32间 = anecdote | 3000万元 = _ _ 30000000 CNY",
        ],
        alone=[
            "全县职业高中现有在校生3925人。 | 3925人 = students vocational_upper_secondary 3925 person",
            "全市职业中专有4所,在校生3925人。 | 4所 = institutions vocational_upper_secondary 4 institution | 3925人 = students vocational_upper_secondary 3925 person",
        ],
        paper=TALK,
    ),
    "indicators.tales._INTRODUCES_A_SCHOOL": Rule(
        "below 学校简介 stands what one school has, up to the next heading",
        by=[
            "学校简介/校园占地面积86300平方米,绿化率37%。 | 86300平方米 = anecdote | 37% = anecdote",
            "学校概况/生师比12.9:1,图书4.2万册。/县域教育快讯/全县有学校71所。 | 12.9:1 = anecdote | 71所 = institutions _ 71 institution",
            "■ 学校介绍/教学班42个,其中高三14个。 | 42个 = anecdote",
        ],
        alone=[
            "教育概况/校园占地面积86300平方米,教学班42个。 | 42个 = classes _ 42 class",
            "基本情况/教学班42个。 | 42个 = classes _ 42 class",
        ],
        paper={"title": "张掖市教育", "dated": "2016-08-24"},
    ),
    "indicators.headings._LARGE_CLASSES": Rule(
        "classes that are too large are those of compulsory schools, and so is what is done about them",
        by=[
            "一、关于大班额问题/全市投资23.6亿元,新建学校64所。 | 64所 = schools_built compulsory 64 institution",
            "(二)消除大班额/新增学位5.83万个。 | 5.83万个 = new_places compulsory 58300 place",
            "三、化解“大班额”情况/全市新建学校12所。 | 12所 = schools_built compulsory 12 institution",
        ],
        alone=[
            "一、关于普通高中大班额问题/全市新建学校64所。 | 64所 = schools_built general_upper_secondary 64 institution",
            "一、关于学位问题/全市新建学校64所。 | 64所 = schools_built all 64 institution",
        ],
        paper={"title": "对张掖市第5号提案的答复", "dated": "2018-08-07"},
    ),
    "indicators.per_head._PRINTED": Rule(
        "a unit for each pupil says that it is what each gets",
        by=[
            "免学杂费,公用经费小学720元／生,初中940元／生。 | 720元 = per_student_expenditure primary 720 CNY/person | 940元 = per_student_expenditure lower_secondary 940 CNY/person",
            "落实公用经费小学650元／生·年。 | 650元 = per_student_expenditure primary 650 CNY/person",
            "幼儿园公用经费600元／生。 | 600元 = per_student_expenditure pre_primary 600 CNY/person",
        ],
        alone=[
            "营养改善计划公用经费5元／生·天。 | 5元 = other _ 5 CNY/person",
            "生均教学仪器设备值小学3104元／生。 | 3104元 = equipment_value_per_student primary 3104 CNY/person",
        ],
        paper=TALK,
    ),
    "indicators.tales._SPEAKER": Rule(
        "who answers for the place in a talk tells no tale of himself",
        by=[
            "[高某某]：今年新建公办幼儿园3所,培训教师860人。 | 3所 = schools_built pre_primary 3 institution 2016-01-01..D | 860人 = _ _ 860 person 2016-01-01..D",
            "罗某某：乡村教师交流轮岗1150人次。 | 1150人次 = _ _ 1150 person-time",
            "【王某某】:今年投资4700万元,改造食堂1.8万平方米。 | 4700万元 = _ _ 47000000 CNY 2016-01-01..D",
        ],
        alone=[
            "李某某女士有2个孩子,每月省下600元。 | 600元 = anecdote",
            "[网友]：我家孩子5岁,离幼儿园12公里,名额只有30个。 | 30个 = anecdote",
        ],
        paper=TALK,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


def test_kindergartens_put_in_order_or_handed_over_were_so_within_the_time(reads) -> None:  # type: ignore[no-untyped-def]
    paper = {"title": "张掖市学前教育工作情况", "dated": "2022-05-16"}
    for done in ("整治小区配套园", "移交小区配套园", "收回小区配套园", "回收配套幼儿园"):
        reads(f"2020年以来,{done}14所。", [("14所", "_ _ 14 institution 2020-01-01..D")], **paper)
    for stands in ("全市有小区配套园", "建有配套幼儿园"):
        reads(f"2020年以来,{stands}14所。", [("14所", "_ _ 14 institution D")], **paper)


BUDGET = {"title": "张掖市教育局2019年部门预算公开说明", "dated": "2019-02-20"}


def test_the_columns_of_a_budget_are_of_their_whole_years(reads) -> None:  # type: ignore[no-untyped-def]
    head = "单位：万元\n项目\t2018年预算数\t2019年预算数\n"
    reads(
        f"{head}教育支出\t820\t930\n学前教育\t70\t90\n",
        [("820", "_ _ 8200000 CNY target 2018"), ("930", "_ _ 9300000 CNY target 2019")],
        **BUDGET,
    )
    reads(
        f"{head}教育支出\t820\t930\n小学教育\t70\t90\n",
        [("70", "_ _ 700000 CNY target 2018"), ("90", "_ _ 900000 CNY target 2019")],
        **BUDGET,
    )
    aims = "指标\t2018年目标\t2019年目标\n毛入园率（%）\t82\t93\n公办园占比（%）\t70\t90\n"
    reads(aims, [("82", "_ _ 82 % target 2018-12-31"), ("93", "_ _ 93 % target 2019-12-31")], **BUDGET)


def test_a_number_takes_no_noun_that_the_next_one_is_named_by(reads) -> None:  # type: ignore[no-untyped-def]
    classes = [("214个", "classes primary 214 class"), ("206个", "classes lower_secondary 206 class")]
    reads("全市小学214个班、初中206个班。", classes, **TALK)
    reads("小学一年级新生214个班、七年级206个班。", [("206个", "classes lower_secondary 206 class")], **TALK)
    reads("现有小学12所学校、初中86个班。", [("86个", "classes lower_secondary 86 class")], **TALK)
    reads("新建教室、宿舍12间。", [("12间", "_ _ 12 room")], **TALK)


def test_who_attends_is_none_of_the_place(reads) -> None:  # type: ignore[no-untyped-def]
    for told in (
        "各乡镇分管领导、各中小学校长等120余人参加会议",
        "各校教师代表120余人出席会议",
        "各县区局长等120余人参会",
    ):
        reads(f"{told}。", [("120余人", "anecdote")], **TALK)
    for trained in ("各校教师120人参加培训", "校长、园长120人参加培训"):
        reads(f"{trained}。", [("120人", "teachers_trained _ 120 person")], **TALK)


def test_places_in_a_plan_of_enrolment_and_what_a_meeting_sets_for_a_year(reads) -> None:  # type: ignore[no-untyped-def]
    for plan in ("优质高中今年统招计划2400人", "普通高中统招计划2400人"):
        reads(f"{plan}。", [("2400人", "new_entrants general_upper_secondary 2400 person")], **TALK)
    for said in ("会议明确，到2018年", "会议确定，到2018年", "市政府部署，到2018年"):
        reads(
            f"{said}，创建学校30所；建成名师工作室25个。",
            [("30所", "_ _ 30 institution target 2018-12-31"), ("25个", "_ _ 25 studio target 2018-12-31")],
            **TALK,
        )
    for done in ("会议明确了分工，全市", "会议指出，三年来全市"):
        reads(f"{done}建成名师工作室25个。", [("25个", "master_teacher_studios _ 25 studio")], **TALK)
