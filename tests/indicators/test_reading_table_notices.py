"""Tables of notices and reports: plans of enrolment, aid paid out, captions that point below them.

What belongs here: rules one by one, with tables that need them and near misses.  What does not: where the cells stand
(reading/), tables of tasks (test_reading_table_tasks); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from rule_tables import Rule, table

REPORT = {"title": "张掖市教育情况", "dated": "2024-09-29"}
POINTED = "2023年全市教育支出14.7亿元,比上年增长4.2%;{}/学段\t2022年\t2023年\t增长/小学\t13906.22\t14480.07\t4.13/初中\t21335.8\t21602.91\t1.25"
ALLOTS = {"title": "关于下达张掖市2024年高中阶段学校招生计划的通知", "dated": "2024-06-17"}
TOWNS = "附件2/县区\t初中毕业生\t普通高中计划\t中职计划/甘州区\t1240\t635\t421/高台县\t887\t500\t310"
AID = {"title": "张掖市学生资助资金发放公示", "dated": "2023-12-08"}
STACK = "单位：人、万元/资助项目/受助人数/资助金额/{}/学前教育资助/4236/211.8/{}/高中国家助学金/3407/340.7/{}/寄宿生生活补助/5118/282.9/{}"

RULES = {
    "indicators.grid_captions._POINTS_BELOW": Rule(
        "the last part of a paragraph that points to the table below heads it, with its units",
        by=[
            f"{POINTED.format('生均教育支出见下表（元、%）：')} | 13906.22 = per_student_expenditure primary 13906.22 CNY/person 2022 | 14480.07 = per_student_expenditure primary 14480.07 CNY/person 2023 | 1.25 = per_student_expenditure lower_secondary 1.25 % growth 2023",
            f"{POINTED.format('生均公用经费如下表(元、%):')} | 21602.91 = per_student_expenditure lower_secondary 21602.91 CNY/person 2023",
            f"{POINTED.format('生均教育经费见下表(元、%):')} | 13906.22 = per_student_expenditure primary 13906.22 CNY/person 2022 | 4.13 = per_student_expenditure primary 4.13 % growth 2023",
        ],
        alone=[
            "在校生数见下表(人):/学段\t2022年\t2023年/小学\t13906\t14480/初中\t21335\t21602 | 13906 = students primary 13906 person 2022",
            "学校数、在校生数见下表(所、人):/学段\t2022年\t2023年/小学\t13906\t14480/初中\t21335\t21602 | 13906 = identifier",
        ],
        paper=REPORT,
    ),
    "indicators.headings._ALLOTS": Rule(
        "a notice that hands out places says what the columns of its table plan",
        by=[
            f"{TOWNS} | 635 = new_entrants general_upper_secondary 635 person target 2024 @甘州区 | 421 = new_entrants vocational_upper_secondary 421 person target 2024",
            f"{TOWNS} | 500 = new_entrants general_upper_secondary 500 person target 2024 @高台县 | 310 = new_entrants vocational_upper_secondary 310 person target 2024 @高台县",
            "附件1/县区\t普高计划\t职高计划/山丹县\t720\t410/民乐县\t680\t390 | 720 = new_entrants general_upper_secondary 720 person target 2024 @山丹县 | 390 = new_entrants vocational_upper_secondary 390 person target 2024",
        ],
        alone=[
            "县区\t普通高中(所)\t在校生(人)/甘州区\t6\t9350/高台县\t2\t3100 | 6 = institutions general_upper_secondary 6 institution target | 3100 = students _ 3100 person target",
            "县区\t培训教师(人)\t参训率(%)/甘州区\t635\t98.5/高台县\t500\t97.1 | 635 = _ _ 635 person target",
        ],
        paper=ALLOTS,
    ),
    "indicators.grids._ON_HAND": Rule(
        "those who leave school are there, beside the places that are planned for them",
        by=[
            f"{TOWNS} | 1240 = other lower_secondary 1240 person 2024 @甘州区",
            f"{TOWNS} | 887 = other lower_secondary 887 person 2024 @高台县",
            "附件1/县区\t初中毕业生数\t普高计划/山丹县\t720\t410/民乐县\t680\t390 | 720 = other lower_secondary 720 person 2024",
        ],
        alone=[
            "附件1/县区\t普高计划\t职高计划/山丹县\t720\t410/民乐县\t680\t390 | 720 = new_entrants _ 720 person target 2024",
            "附件1/县区\t计划招生数\t职高计划/山丹县\t720\t410/民乐县\t680\t390 | 720 = new_entrants _ 720 person target 2024",
        ],
        paper=ALLOTS,
    ),
    "reading.cells._SUMS_IN_WORDS": Rule(
        "sums with words of their own are a column like another, one cell a line",
        by=[
            f"{STACK.format('生均标准', '500元每学期', '1000元', '小学500元、初中625元')} | 4236 = student_aid_recipients pre_primary 4236 person | 340.7 = student_aid_amount general_upper_secondary 3407000 CNY | 625元 = per_student_expenditure lower_secondary 625 CNY/person",
            f"{STACK.format('补助标准', '平均500元', '1000元', '小学500元、初中625元')} | 3407 = student_aid_recipients general_upper_secondary 3407 person | 282.9 = student_aid_amount _ 2829000 CNY",
            f"{STACK.format('资助标准', '一档500元、二档300元', '1000元', '625元')} | 211.8 = student_aid_amount pre_primary 2118000 CNY",
        ],
        alone=[
            f"{STACK.format('生均标准', '500元', '1000元', '625元')} | 3407 = student_aid_recipients general_upper_secondary 3407 person",
            "学前教育资助按500元每学期发放/4236人受益/高中按平均1000元发放 | 4236人 = _ _ 4236 person",
        ],
        paper=AID,
    ),
    "indicators.grid_prose._EACH": Rule(
        "what each gets, in words of its own, is of that which its row names",
        by=[
            "资助项目\t受助人数（人）\t资助标准/高中国家助学金\t3407\t平均1000元/高中免学费\t980\t平均800元 | 1000元 = per_student_expenditure general_upper_secondary 1000 CNY/person | 800元 = per_student_expenditure general_upper_secondary 800 CNY/person",
            "资助项目\t受助人数（人）\t补助标准/寄宿生生活补助\t3407\t小学500元、初中625元/非寄宿生生活补助\t980\t小学250元、初中310元 | 500元 = per_student_expenditure primary 500 CNY/person | 310元 = per_student_expenditure lower_secondary 310 CNY/person",
            "资助项目\t受助人数（人）\t生均标准/中职国家助学金\t3407\t平均1000元/中职免学费\t980\t平均800元 | 800元 = per_student_expenditure vocational_upper_secondary 800 CNY/person",
        ],
        alone=[
            "资助项目\t受助人数（人）\t资金/中职国家助学金\t3407\t平均1000元/中职免学费\t980\t平均800元 | 800元 = other _ 800 CNY",
            "资助项目\t受助人数（人）\t生均标准（元）/中职国家助学金\t3407\t1000/中职免学费\t980\t800 | 1000 = per_student_expenditure vocational_upper_secondary 1000 CNY/person",
        ],
        paper=AID,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


def test_what_each_is_paid_is_so_and_a_standard_is_asked_for(reads) -> None:  # type: ignore[no-untyped-def]
    aid = "项目\t人数\t补助标准（元）\n学前教育资助\t480\t500\n高中助学金\t900\t1000\n"
    reads(aid, [("500", "_ _ 500 CNY/person D"), ("1000", "_ _ 1000 CNY/person D")], **AID)
    asked = "指标\t2022年\t国家标准\n小学毛入学率（%）\t98\t99\n初中毛入学率（%）\t97\t96\n"
    reads(asked, [("99", "_ primary 99 % target ?")], **AID)


def test_books_and_computers_under_a_level_are_no_schools(reads) -> None:  # type: ignore[no-untyped-def]
    head = "办学条件（单位：平方米、册、台）\n指标\t小学\t初中\n校舍建筑面积\t2418\t1523\n{}\n"
    for row, first, level in (
        ("图书藏量\t8153\t4936", "8153", "primary"),
        ("教学用计算机\t427\t211", "211", "lower_secondary"),
        ("馆藏图书\t6153\t3936", "3936", "lower_secondary"),
    ):
        reads(head.format(row), [(first, f"other {level} {first} item")], **REPORT)
    schools = "基本情况（单位：所、人）\n指标\t小学\t初中\n学校数\t24\t15\n在校生数\t8153\t4936\n"
    reads(
        schools,
        [("24", "institutions primary 24 institution"), ("4936", "students lower_secondary 4936 person")],
        **REPORT,
    )


def test_rows_of_large_classes_and_of_teaching_points(reads) -> None:  # type: ignore[no-untyped-def]
    head = "指标\t小学\t初中\n在校生数（人）\t8153\t4936\n"
    for row in ("班额56人以上班数", "66人以上班级数", "教学班55人以上的班"):
        reads(
            f"{head}{row}\t14\t6\n",
            [("14", "large_classes primary 14 class"), ("6", "large_classes lower_secondary 6 class")],
            **REPORT,
        )
    for row in ("教学班数", "班级数"):
        reads(f"{head}{row}\t14\t6\n", [("14", "classes primary 14 class")], **REPORT)
    table = "学段\t学校数（所）\t班数（个）\n小学\t192\t1466\n{}\t71\t298\n初中\t38\t468\n"
    reads(
        table.format("其中：教学点"),
        [("71", "teaching_points primary 71 institution"), ("298", "classes primary 298 class")],
        **REPORT,
    )
    reads(table.format("其中：完全小学"), [("71", "institutions primary 71 institution")], **REPORT)
