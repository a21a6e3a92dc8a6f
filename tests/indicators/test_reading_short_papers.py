"""Rules that short papers and pages of the web taught: sentences that are read by them, and near misses.

A table stands in a line with ¦ (a tab) between its cells and / between its rows.

What belongs here: rules of the packages language and indicators found in the batches gc and we.  What does not: lists of
words (test_listed_words), links (test_linking_links), the place of an article (tests/language/test_home).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, parted, table

REPORT = {"title": "临泽县教育工作情况", "dated": "2024-12-22"}
SCHOOL = {"title": "临泽县第三中学", "dated": "2024-12-22"}

RULES = {
    "indicators.naming._TAKES_UP": Rule(
        "what a share is of is not what is the share of all",
        by=[
            "五、六年级占了大班额的七成。 | 七成 = other _ 70 %",
            "县城学校占大班额62%。 | 62% = other _ 62 %",
            "城区初中占全县大班额的53.5%。 | 53.5% = other _ 53.5 %",
            "县级骨干教师占专任教师比例达18.4%。 | 18.4% = other _ 18.4 %",
        ],
        alone=[
            "全县大班额占2.4%。 | 2.4% = large_class_share compulsory 2.4 %",
            "大班额由29个减至4个，占比0.3%。 | 4个 = large_classes compulsory 4 class | 0.3% = large_class_share compulsory 0.3 %",
            "专任教师占教职工比例达92%。 | 92% = full_time_teacher_share _ 92 %",
            "大班额降至1.5%。 | 1.5% = large_class_share compulsory 1.5 %",
        ],
    ),
    "language.periods_scan._UP_TO": Rule(
        "the month that a span goes on to is the last one before the day of the paper",
        by=[
            "自2022年校安工程启动以来，至12月中旬，累计投入资金1.72亿元。 | 1.72亿元 = capital_investment _ 172000000 CNY 2022-01-01..2024-12-20",
            "2021年以来，截至11月底，全县新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution 2021-01-01..2024-11-30",
            "自2023年创建以来，截至10月末，培训教师860人次。 | 860人次 = teachers_trained _ 860 person-time 2023-01-01..2024-10-31",
        ],
        alone=[
            "2023年，全县推进创建，截至11月底，新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution 2023-11-30",
            "截至11月底，全县新建幼儿园12所。 | 12所 = schools_built pre_primary 12 institution 2024-11-30",
        ],
        paper=REPORT,
    ),
    "indicators.headings._OF_AUTHORITY": Rule(
        "a paper of an authority on a school's page tells of the place",
        by=[
            "学校简介/学校现有教师198人。/校务公开/【转发】临泽县教育局关于秋季开学情况的通报/新建学位1350个。 | 198人 = anecdote | 1350个 = new_places _ 1350 place",
            "学校概况/学校现有教师86人。/县教育体育局关于教师招聘情况的公告/今年招聘教师60名。 | 86人 = anecdote | 60名 = teachers_recruited _ 60 person",
            "学校简介/学校占地92亩。/[转载]张掖市人民政府办公室关于学位建设的通报/一、学位/新增学位7000个。 | 92亩 = anecdote | 7000个 = new_places _ 7000 place",
        ],
        alone=[
            "学校简介/学校现有教师198人。/校务公开/关于学位建设的说明/新增学位1350个。 | 198人 = anecdote | 1350个 = anecdote",
            "学校简介/学校现有教师86人。/师资建设/今年招聘教师60名。 | 86人 = anecdote | 60名 = anecdote",
        ],
        paper=SCHOOL,
    ),
    "indicators.dating._EVENT": Rule(
        "the year of what happened once dates no figure behind its segment",
        by=[
            "2019年通过国家均衡发展督导认定；小学净入学率99.95%，巩固率95.1%。 | 99.95% = net_enrolment_rate primary 99.95 % D | 95.1% = retention_rate _ 95.1 % D",
            "2021年全县顺利通过省级督导评估；公办园在园幼儿占比61.3%。 | 61.3% = public_kindergarten_enrolment_share pre_primary 61.3 % D",
            "2022年被评为全省教育工作先进县；巩固率98.2%。 | 98.2% = retention_rate _ 98.2 % D",
        ],
        alone=[
            "2019年，小学净入学率99.95%；巩固率95.1%。 | 99.95% = net_enrolment_rate primary 99.95 % 2019 | 95.1% = retention_rate _ 95.1 % 2019",
            "2019年通过国家认定，小学净入学率99.95%。 | 99.95% = net_enrolment_rate primary 99.95 % 2019",
        ],
        paper=REPORT,
    ),
    "indicators.passage._WIDE_BLANK": Rule(
        "a wider blank sets off the next noun where blanks part all words",
        by=[
            "专任教师 1,934 人　生师比 5.1∶1 | 1,934 人 = full_time_teachers _ 1934 person | 5.1∶1 = student_teacher_ratio _ 5.1 student/teacher",
            "在校生 920 人  教职工 86 人。 | 920 人 = students _ 920 person | 86 人 = staff _ 86 person",
            "幼儿园 17 所　在园幼儿 3120 人。 | 17 所 = institutions pre_primary 17 institution | 3120 人 = students pre_primary 3120 person",
        ],
        alone=[
            "全县有 12 所 公办幼儿园。 | 12 所 = institutions pre_primary 12 institution",
            "招聘 60 名 教师。 | 60 名 = teachers_recruited _ 60 person",
        ],
        paper=REPORT,
    ),
    "indicators.grid_prose._WHOLE": Rule(
        "cells that name but levels are parts of what the line above counts",
        by=[
            "在校生 9,812 人/学前 1,406 人｜小学 4,127 人｜初中 2,208 人 | 1,406 人 = students pre_primary 1406 person | 2,208 人 = students lower_secondary 2208 person",
            "专任教师：934人/小学 420人｜初中 302人｜特教 12人 | 420人 = full_time_teachers primary 420 person | 12人 = full_time_teachers special 12 person",
            "教职工 1036人/学前 206人｜小学 530人｜高中 300人 | 206人 = staff pre_primary 206 person",
        ],
        alone=[
            "学校 39 所/幼儿园 17 所｜小学 8 所｜初中 9 所 | 17 所 = institutions pre_primary 17 institution",
            "在校生 9,812 人/学前 6 所｜小学 8 所｜初中 9 所 | 8 所 = institutions primary 8 institution",
        ],
        paper=REPORT,
    ),
    "indicators.headings._AHEAD_OF": Rule(
        "a question for aims plans, for its answer alone",
        by=[
            "[16:02] 记者：“十五五”有哪些目标？/[16:03] 李明：新增学位3000个，引进教师30名。/记者：食堂办得怎样？/李明：新建食堂12个。 | 3000个 = new_places _ 3000 place target | 30名 = teachers_recruited _ 30 person target | 12个 = other _ 12 item",
            "问：今后三年的主要目标是什么？/答：新建幼儿园8所。 | 8所 = schools_built pre_primary 8 institution target",
            "某报记者：教师队伍建设有什么打算？/局长：招聘教师60名。 | 60名 = teachers_recruited _ 60 person target",
        ],
        alone=[
            "记者：采取了哪些举措？/李明：新增学位3000个。 | 3000个 = new_places _ 3000 place",
            "记者：目标实现了吗？/李明：招聘教师60名。 | 60名 = teachers_recruited _ 60 person",
        ],
        paper=REPORT,
    ),
    "indicators.headings._OF_YEARS": Rule(
        "the years in the heading of a section are those in which what it tells was done",
        by=[
            "◆ 民生投入（2019—2023）/· 五年总投资3.06亿元；/· 新建教师公寓64套。 | 3.06亿元 = capital_investment _ 306000000 CNY 2019-01-01..2023-12-31 | 64套 = other _ 64 item 2019-01-01..2023-12-31",
            "二、办学条件（2021-2023年）/新建学校12所。 | 12所 = schools_built _ 12 institution 2021-01-01..2023-12-31",
            "【师资】(2020～2022)/招聘教师320名。 | 320名 = teachers_recruited _ 320 person 2020-01-01..2022-12-31",
        ],
        alone=[
            "◆ 三年行动计划（2023—2025）/新建学校12所。 | 12所 = schools_built _ 12 institution ..D",
            "◆ 民生投入（2023—2027）/新建学校12所。 | 12所 = schools_built _ 12 institution ..D",
        ],
        paper=REPORT,
    ),
    "indicators.tales._AGE": Rule(
        "the rest of a sentence that tells somebody's age tells of that person",
        by=[
            "教学点教师何强，54岁，一人守了31年，教过300个学生。全县有教师300人。 | 300个 = anecdote | 300人 = full_time_teachers _ 300 person",
            "居民崔某的孙女今年5岁，每月交180元保教费。 | 180元 = anecdote",
            "12岁的小莲住校，每学期补助625元。 | 625元 = anecdote",
        ],
        alone=[
            "专任教师平均年龄，46岁，其中女教师320人。 | 320人 = other _ 320 person",
            "学前教育覆盖3至5岁，新增学位320个。 | 320个 = new_places _ 320 place",
        ],
        paper=REPORT,
    ),
    "indicators.voices._COMMENTS": Rule(
        "what readers wrote is no statistic of the place",
        by=[
            "全县有教师300人。/网友评论（6条）/孩子班上58人，什么时候分班？ | 300人 = full_time_teachers _ 300 person | 58人 = anecdote",
            "网友跟帖/我们村小只有学生8人。 | 8人 = anecdote",
            "【精彩留言】/一学期交费2600元。 | 2600元 = anecdote",
        ],
        alone=[
            "网友评论指出问题，全县整改学校6所。 | 6所 = institutions _ 6 institution",
            "网友留言/答：去年全县招聘教师60名。 | 60名 = teachers_recruited _ 60 person",
        ],
        paper=REPORT,
    ),
    "indicators.anecdotes._CAME": Rule(
        "from how many places visitors came",
        by=[
            "现场会召开，来自12个县市区的130名代表齐聚一堂。 | 12个 = anecdote",
            "来自8个省的嘉宾交流经验。 | 8个 = anecdote",
            "来自6个乡镇的24名选手参赛。 | 6个 = anecdote",
        ],
        alone=[
            "来自12个乡镇的寄宿生860人。 | 860人 = students _ 860 person",
            "全县12个乡镇建成教育强镇。 | 12个 = other _ 12 item",
        ],
        paper=REPORT,
    ),
    "indicators.grid_sentences._AIM": Rule(
        "a column that says only that it is an aim has the aim of the column beside it",
        by=[
            "县区¦2023年近视率¦2024年目标/甘州区¦51.2%¦50.6%/临泽县¦47.9%¦47.4% | 51.2% = myopia_rate _ 51.2 % | 50.6% = myopia_rate _ 50.6 % target",
            "县区¦毛入园率¦目标/甘州区¦91.2%¦95%/临泽县¦87.9%¦92% | 95% = gross_enrolment_ratio _ 95 % target",
            "县区¦在校生（人）¦规划目标/甘州区¦5120人¦5600人 | 5600人 = students _ 5600 person target",
        ],
        alone=[
            "指标¦2023年¦2024年目标/近视率¦51.2%¦50.6% | 50.6% = myopia_rate _ 50.6 % target",
            "县区¦近视率¦毛入园率目标/甘州区¦51.2%¦95% | 95% = gross_enrolment_ratio _ 95 % target",
        ],
        paper=REPORT,
    ),
    "indicators.outlook._SEE_TABLE": Rule(
        "a heading that points to its table says what it says without that",
        by=[
            "一、现状/有园38所。/二、目标（见下表）/指标¦数量/新建幼儿园（所）¦5/招聘教师（名）¦60 | 5 = schools_built _ 5 institution target",
            "一、现状/有园38所。/（二）三年目标(详见附表)/新建幼儿园5所。 | 5所 = schools_built _ 5 institution target",
            "一、现状/有园38所。/二、目标（见附件1）/招聘教师60名。 | 60名 = teachers_recruited _ 60 person target",
        ],
        alone=[
            "一、现状（见下表）/全县有幼儿园38所。 | 38所 = institutions pre_primary 38 institution",
            "一、目标/新建幼儿园5所。 | 5所 = schools_built _ 5 institution target",
        ],
        paper={"title": "临泽县学前教育行动计划", "dated": "2024-12-22"},
    ),
}


test_right, test_missed_without_its_rule = table(RULES)

LINES = [
    # the year that is appraised
    (
        "临泽县2023年度教育发展考核自评情况",
        "公办园在园幼儿占比61.3%。/参加课后服务学生9120人。 | 61.3% = public_kindergarten_enrolment_share pre_primary 61.3 % 2023 | 9120人 = _ _ 9120 person 2023",
    ),
    (
        "临泽县2023年度履行教育职责自评报告",
        "公办园在园幼儿占比61.3%。 | 61.3% = public_kindergarten_enrolment_share pre_primary 61.3 % 2024-09-30",
    ),
    # whose money a heading is about
    (
        "临泽县2023年教育经费执行情况公告",
        "3、各级学校生均公共财政预算教育事业费/（1）普通小学为5876.23元，比上年的5312.40元增长10.61%；/（2）普通初中为7962.15元。 | 5876.23元 = per_student_expenditure primary 5876.23 CNY/person | 5312.40元 = per_student_expenditure primary 5312.4 CNY/person | 10.61% = per_student_expenditure primary 10.61 % growth | 7962.15元 = per_student_expenditure lower_secondary 7962.15 CNY/person",
    ),
    (
        "临泽县2023年教育经费执行情况公告",
        "3、各级学校情况/小学为56所，中学12所。 | 56所 = institutions primary 56 institution",
    ),
    # those above the line, however it is called
    (
        "临泽县教育工作情况",
        "今年高考进入本科段187人，重点本科段41人。 | 187人 = bachelor_line_students _ 187 person | 41人 = bachelor_line_students _ 41 person",
    ),
    (
        "临泽县教育工作情况",
        "高考报名587人，本科批上线341人。 | 587人 = other _ 587 person | 341人 = bachelor_line_students _ 341 person",
    ),
    (
        "临泽县教育工作情况",
        "今年高考录取731人，录取率74.1%，其中本科302人。 | 302人 = bachelor_line_students _ 302 person",
    ),
    ("临泽县教育工作情况", "高考成绩喜人。全县教师中本科302人。 | 302人 = full_time_teachers _ 302 person"),
    # what one person gets once
    (
        "临泽县教育工作情况",
        "对引进的博士给予一次性奖励20万元。 | 20万元 = other _ 200000 CNY",
    ),
    ("临泽县教育工作情况", "县财政安排奖励资金200万元。 | 200万元 = earmarked_education_funds _ 2000000 CNY"),
    # those who are of an age, or are taught at home
    (
        "临泽县各乡镇适龄人口就学情况汇总表",
        "乡镇¦适龄人口¦在校人数¦随班就读¦送教上门¦缓学/沙河镇¦6218¦6205¦9¦4¦2/鸭暖镇¦3377¦3371¦5¦1¦3 | 6218 = other _ 6218 person | 9 = students special 9 person | 4 = students special 4 person | 2 = other _ 2 person",
    ),
    (
        "临泽县各乡镇学校情况",
        "乡镇¦学校数¦在校人数¦就读率/沙河镇¦6¦620¦99.2/鸭暖镇¦3¦330¦98.7 | 6 = institutions _ 6 institution | 99.2 = other _ 99.2 %",
    ),
    # what schools became that were fewer, and those that were merged
    (
        "临泽县教育工作情况",
        "撤并小学及教学点22处，全县小学由年初的131处调整为109处。 | 22处 = schools_merged primary 22 institution | 131处 = institutions primary 131 institution | 109处 = institutions primary 109 institution",
    ),
    ("临泽县教育工作情况", "撤并麻雀学校46所。 | 46所 = schools_merged compulsory 46 institution"),
    ("临泽县教育工作情况", "撤并30人以下教学点6个。 | 6个 = schools_merged primary 6 institution"),
    ("临泽县教育工作情况", "撤并中小学、教学点6个。 | 6个 = schools_merged k12 6 institution"),
    # a task and what came of it; the share of those in groups
    (
        "临泽县教育工作情况",
        "职校招生任务1800人只完成1344人。 | 1800人 = new_entrants vocational 1800 person target | 1344人 = new_entrants vocational 1344 person",
    ),
    (
        "临泽县教育工作情况",
        "组建教联体5个，覆盖义务教育学校15所，占83.3%。 | 83.3% = group_schooling_coverage compulsory 83.3 %",
    ),
    ("临泽县教育工作情况", "按学生600∶1配齐校医，配备率70%。 | 70% = school_doctor_coverage _ 70 %"),
    ("临泽县教育工作情况", "选送幼儿教师124人次到长春进修。 | 124人次 = teachers_trained _ 124 person-time"),
    ("临泽县教育工作情况", "全县15岁及以上人口中文盲占4.86%。 | 4.86% = illiteracy_rate none 4.86 %"),
    # a norm without 的
    (
        "临泽县教育工作情况",
        "民办园教师持证率82%，未达到85%要求。 | 82% = teacher_certification_rate pre_primary 82 % | 85% = teacher_certification_rate pre_primary 85 % target eq",
    ),
    (
        "临泽县教育工作情况",
        "民办园教师持证率82%，达到85%的有12所。 | 82% = teacher_certification_rate pre_primary 82 %",
    ),
    # marks, scenes, and what a paper lays down in quotation marks
    ("临泽县教育工作情况", "考核指标一 学前教育（分值20分，自评19分） | 20分 = anecdote | 19分 = anecdote"),
    ("临泽县教育工作情况", "食堂里，5名厨师正为264名学生准备早餐。 | 5名 = anecdote | 264名 = anecdote"),
    ("临泽县2024年教师选调公告", "选调教师46名。 | 46名 = teachers_recruited _ 46 person target"),
    # of whom there are so many to a teacher, and where the children of migrants go to school
    (
        "临泽县教育工作情况",
        "在校学生2894人，教职工517人。生师比约为5.6:1。 | 5.6:1 = student_teacher_ratio all 5.6 student/teacher approx",
    ),
    (
        "临泽县教育工作情况",
        "高中在校学生2894人，教师517人。生师比5.6:1。 | 5.6:1 = student_teacher_ratio general_upper_secondary 5.6 student/teacher",
    ),
    ("临泽县教育工作情况", "生师比14:1。 | 14:1 = student_teacher_ratio compulsory 14 student/teacher"),
    (
        "临泽县教育工作情况",
        "随迁子女3208人，占在校生的12.4%，其中在公办学校就读的占98%。 | 12.4% = other _ 12.4 % | 98% = migrant_children_public_school_share compulsory 98 %",
    ),
    ("临泽县教育工作情况", "留守儿童3208人，占在校生的12.4%，公办学校就读占98%。 | 98% = other _ 98 %"),
    # a bracket that tells with whom a school stands notes no level
    (
        "临泽县教育工作情况",
        "普通高中1所（与初中合并办学），小学2所。 | 1所 = institutions general_upper_secondary 1 institution",
    ),
    (
        "临泽县教育工作情况",
        "班额控制在45人(小学)、50人(初中)以内。 | 45人 = class_size primary 45 person | 50人 = class_size lower_secondary 50 person",
    ),
    # points that are places
    (
        "临泽县教育工作情况",
        "远程教育建成“模式二”31个点、“模式三”12个点。 | 31个点 = other _ 31 item | 12个点 = other _ 12 item",
    ),
    ("临泽县教育工作情况", "建成送教服务16个点。 | 16个点 = other _ 16 item"),
    ("临泽县教育工作情况", "巩固率比上年提高2个点。 | 2个点 = retention_rate _ 2 pp change"),
    # who is above a line, and what is left by a year that is over
    ("临泽县教育工作情况", "今年高考上重点本科线87人。 | 87人 = bachelor_line_students _ 87 person"),
    # large classes of the term before
    (
        "临泽县教育工作情况",
        "新增学位1350个；56人以上大班额由上学期的29个减至4个。 | 29个 = large_classes _ 29 class | 4个 = large_classes _ 4 class",
    ),
    ("临泽县教育工作情况", "新增学位1350个；大班额由本学年的29个减至4个。 | 4个 = large_classes _ 4 class"),
]


@pytest.mark.parametrize(("title", "line"), LINES)
def test_words(title: str, line: str, reads: Callable[..., None]) -> None:
    text, expected = parted(line)
    reads(text, expected, title=title, dated="2024-09-30")


@pytest.mark.parametrize(
    ("sentence", "nature"), [("学生只剩1260人", ""), ("学生就剩1260人", ""), ("学生达到1260人", " target")]
)
def test_what_is_left_is_no_aim_where_the_day_is_unknown(
    sentence: str, nature: str, reads: Callable[..., None]
) -> None:
    reads(f"到2018年，{sentence}。", [("1260人", f"_ _ 1260 person{nature}")], title="山乡教育见闻", dated=None)
