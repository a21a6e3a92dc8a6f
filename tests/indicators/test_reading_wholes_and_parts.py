"""Wholes and their parts: sums one above the other, levels in order, schools that are but examples, what a question names.

What belongs here: rules one by one, with sentences that need them and near misses; words of linking.yaml that such
sentences ask for, which stand first in their rules.  What does not: the form of the tables (helpers/rule_tables), the
notation (conftest).
"""

from __future__ import annotations

from rule_tables import Rule, listed, table

NEWS = {"title": "高台县教育工作有新进展", "dated": "2024-05-09"}

RULES = {
    "indicators.grid_words._SUM": Rule(
        "rows that name a level alone are parts of the sum above them",
        by=[
            "专任教师合计\t3412/小学\t1180/初中\t1037 | 1180 = full_time_teachers primary 1180 person | 1037 = full_time_teachers lower_secondary 1037 person",
            "在校生总数\t8043/小学\t4280/高中（含职教）\t1260 | 4280 = students primary 4280 person | 1260 = students upper_secondary 1260 person",
            "教职工合计\t520/其中：女\t310/幼儿园\t120 | 310 = other _ 310 person | 120 = staff pre_primary 120 person",
        ],
        alone=[
            "专任教师\t3412/小学\t118/初中\t37 | 118 = institutions primary 118 institution",
            "专任教师合计\t3412/市级骨干教师\t327 | 327 = backbone_teachers _ 327 person",
        ],
        paper=NEWS,
    ),
    "indicators.grid_cells._COUNTED": Rule(
        "a figure may stand with its classifier and its noun",
        by=[
            "今年竣工            3个项目/新增学位            5400个/招聘教师            86人 | 3个 = construction_projects _ 3 project | 5400个 = new_places _ 5400 place",
            "已开工            12个项目/新增学位            900个/完成投资            3.7亿元 | 900个 = new_places _ 900 place",
            "今年完工            8个项目/招聘教师            20人/新增学位            400个 | 8个 = construction_projects _ 8 project | 400个 = new_places _ 400 place",
        ],
        alone=[
            "今年竣工            3个/新增学位            5400个/招聘教师            86人 | 5400个 = new_places _ 5400 place",
            "新增学位            5400个/招聘教师            86人 | 5400个 = new_places _ 5400 place",
        ],
        paper=NEWS,
    ),
    "indicators.schooling._IN_ORDER": Rule(
        "numbers told in order are of the levels that were just counted in order",
        by=[
            "专任教师1.2万人，其中小学6204人，初中4187人，生师比依次为10.7和9.6。 | 10.7 = student_teacher_ratio primary 10.7 _ | 9.6 = student_teacher_ratio lower_secondary 9.6 _",
            "小学在校生4280人，初中在校生2165人，平均班额依次为38人、45人。 | 38人 = class_size primary 38 person | 45人 = class_size lower_secondary 45 person",
            "全县小学41所，初中12所，高中3所，校均规模分别为210人、480人和1650人。 | 480人 = school_size lower_secondary 480 person",
        ],
        alone=[
            "专任教师1.2万人，其中小学6204人，初中4187人，生师比为10.7。 | 10.7 = student_teacher_ratio _ 10.7 _",
            "高中、初中生师比依次为10.7和9.6。 | 10.7 = student_teacher_ratio general_upper_secondary 10.7 _ | 9.6 = student_teacher_ratio lower_secondary 9.6 _",
        ],
        paper=NEWS,
    ),
    "indicators.level_words._OTHER_SCHOOLS": Rule(
        "of schools named as examples one says no level of them all",
        by=[
            "今年秋季，嘉积第五小学（二期）、博鳌实验学校等4所学校投用，可提供学位5130个。 | 5130个 = new_places all 5130 place",
            "瓷都实验学校、浔中中心小学新校区等7个在建项目完成，新增学位2700个。 | 2700个 = new_places k12_and_pre_primary 2700 place",
            "城东实验学校、城南小学等5所学校开工，新增学位900个。 | 900个 = new_places k12_and_pre_primary 900 place",
        ],
        alone=[
            "第一小学、第二小学等2所学校投用，新增学位300个。 | 300个 = new_places primary 300 place",
            "新建实验小学1所，新增学位900个。 | 900个 = new_places primary 900 place",
        ],
        paper=NEWS,
    ),
    "indicators.headings._ASKS": Rule(
        "a question names what its answer gives",
        by=[
            "Q5　孩子近视率高吗？/答：监测结果，小学36.4%、初中69.8%。 | 36.4% = myopia_rate primary 36.4 % | 69.8% = myopia_rate lower_secondary 69.8 %",
            "问：大班额比例是多少？/答：小学为3.4%。 | 3.4% = large_class_share primary 3.4 %",
            "Q12. 课后服务有没有收费？/答：不收费，参与率97.2%。 | 97.2% = after_school_student_participation compulsory 97.2 %",
        ],
        alone=[
            "问：今年有什么变化？/答：小学36.4%、初中69.8%。 | 36.4% = other primary 36.4 %",
            "Q版绘本进校园/参与率97.2%。 | 97.2% = other _ 97.2 %",
        ],
        paper=NEWS,
    ),
    "indicators.schooling._THEN_THE_NEXT": Rule(
        "the rate of enrolment before that of junior schools is of primary schools",
        by=[
            "各类学校197所，在校生25036人，适龄儿童入学率98.79%，初中毛入学率97%。 | 98.79% = net_enrolment_rate primary 98.79 %",
            "高中在校生15092人，适龄儿童入学率99.7%，初中入学率98%。 | 99.7% = net_enrolment_rate primary 99.7 %",
            "全县普及义务教育成果巩固。幼儿园9所；适龄儿童入学率99.8%，初中阶段入学率97%。 | 99.8% = net_enrolment_rate primary 99.8 %",
        ],
        alone=[
            "高中在校生15092人，适龄儿童入学率99.7%。 | 99.7% = net_enrolment_rate compulsory 99.7 %",
            "初中12所，适龄少年入学率99.7%。 | 99.7% = net_enrolment_rate lower_secondary 99.7 %",
        ],
        paper=NEWS,
    ),
    "indicators.leaning._OVERALL": Rule(
        "overall is of all the levels before",
        by=[
            "监测结果，近视率小学36.4%、初中69.8%，总体55.1%。 | 55.1% = myopia_rate all 55.1 %",
            "近视率小学36.4%、初中69.8%、高中82.3%，整体51.3%。 | 51.3% = myopia_rate all 51.3 %",
            "近视率高中82%、初中69%，整体52%。 | 52% = myopia_rate all 52 %",
        ],
        alone=[
            "监测结果，近视率小学36.4%、初中69.8%。 | 69.8% = myopia_rate lower_secondary 69.8 %",
            "总体近视率55.1%。 | 55.1% = myopia_rate all 55.1 %",
        ],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)

WORDS = {
    "entrants by how they came": Rule(
        "linking.yaml:links",
        by=[
            "小学应入学786人，实际入学780人；初中应招931人，实招924人。 | 780人 = new_entrants primary 780 person | 924人 = new_entrants lower_secondary 924 person",
            "普通高中录取640人，报到612人。 | 640人 = new_entrants general_upper_secondary 640 person",
            "中职录取1200人。 | 1200人 = new_entrants vocational_upper_secondary 1200 person",
        ],
        alone=[
            "招聘岗位80个，实招教师76人。 | 76人 = other _ 76 person",
            "本科录取640人。 | 640人 = _ general_upper_secondary 640 person",
        ],
        paper=NEWS,
    ),
    "staff beside their posts": Rule(
        "linking.yaml:links",
        by=[
            "中小学核定编制1102名，实有1047名。 | 1047名 = staff k12 1047 person",
            "全县教职工编制7318名、在编7102名。 | 7102名 = staff _ 7102 person",
            "核定编制520名，实际在编498名。 | 498名 = staff _ 498 person",
        ],
        alone=[
            "食堂60个，实有58个。 | 58个 = other _ 58 item",
            "核定编制520名，配备校医12名。 | 12名 = other _ 12 person",
        ],
        paper=NEWS,
    ),
    "teachers who look after pupils in the evening": Rule(
        "linking.yaml:links",
        by=[
            "目前参加课后服务学生占93.7%，教师占95.2%。 | 95.2% = after_school_teacher_participation compulsory 95.2 %",
            "课后服务参加学生占90%，教师占88%。 | 88% = after_school_teacher_participation compulsory 88 %",
            "参与课后服务的学生占比90%，教师占比88%。 | 88% = after_school_teacher_participation compulsory 88 %",
        ],
        alone=[
            "本科学历学生占9%，教师占88%。 | 88% = other _ 88 %",
            "参加课后服务学生占93.7%，本科学历教师占88%。 | 88% = _ _ 88 %",
        ],
        paper=NEWS,
    ),
}

test_words = listed(WORDS)
