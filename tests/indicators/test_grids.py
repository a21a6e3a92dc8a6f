"""Tables: sentences for rules of grid_layout, grid_sentences and grids, and near misses.

A table stands in a line with ¦ (a tab) or ∣ (a bar) between its cells and / between its rows.

What belongs here: one rule each.  What does not: the forms that whole tables take (test_reading_tables, -forms, -edges);
the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.grid_layout._SERIAL": Rule(
        "figures of a column of numbers in order, codes or telephones count nothing",
        by=[
            "学校¦代码¦在校生（人）/第一小学¦62001¦1240/第二小学¦62002¦980 | 62001 = identifier",
            "学校¦联系方式¦教师（人）/第一小学¦8212345¦120/第二小学¦8254321¦98 | 8212345 = identifier",
            "学校¦编号¦教师（人）/城关小学¦101¦32/明珠小学¦102¦26 | 101 = identifier",
        ],
        alone=[
            "县区¦小学（所）¦小学班级（个）/甘州区¦52¦620/临泽县¦12¦140 | 620 = classes primary 620 class",
            "县区¦代课教师（人）¦学校数（所）/甘州区¦22¦52/临泽县¦12¦12 | 22 = _ _ 22 person",
        ],
    ),
    "indicators.grid_layout._SCHOOLS": Rule(
        "a row under the name of a school is of that school alone",
        by=[
            "学校名称¦在校生（人）/甘州区新墩小学¦1240/甘州区青西小学¦980 | 1240 = anecdote",
            "学校¦教师（人）/城关小学¦62/明珠小学¦48 | 62 = anecdote",
            "幼儿园名称¦在园幼儿（人）/蓓蕾幼儿园¦320/红星幼儿园¦260 | 320 = anecdote",
        ],
        alone=[
            "学校类别¦在校生（人）/小学¦12400/初中¦9800 | 12400 = students primary 12400 person",
            "学校¦在校生（人）/合计¦12400/初级中学¦9800 | 9800 = students lower_secondary 9800 person",
        ],
    ),
    "indicators.grid_layout._TOTAL": Rule(
        "合计 and 全市 are no name of a school",
        by=[
            "学校¦在校生（人）/合计¦12400/城关小学¦9800 | 12400 = students _ 12400 person | 9800 = anecdote",
            "学校名称¦教师（人）/小计¦4200/城关小学¦98 | 4200 = _ _ 4200 person | 98 = anecdote",
            "幼儿园名称¦在园幼儿（人）/总计¦580/红星幼儿园¦260 | 580 = students pre_primary 580 person",
        ],
        alone=[
            "学校¦在校生（人）/合江小学¦9800/城关小学¦880 | 9800 = anecdote",
            "县区¦在校生（人）/合计¦12400/甘州区¦9800 | 12400 = students _ 12400 person @张掖市",
        ],
    ),
    "indicators.grid_layout._YEARS": Rule(
        "a bare year in a column of years is when, not how many",
        by=[
            "学段¦年度¦在校生（人）/小学¦2019¦37670/小学¦2020¦36110 | 2019 = period | 37670 = students primary 37670 person 2019",
            "县区¦统计时间¦学校数/甘州区¦2019¦64/甘州区¦2020¦62 | 64 = institutions _ 64 institution 2019 @甘州区",
            "学段¦年份¦教师（人）/小学¦2021¦2170/初中¦2021¦1110 | 2170 = _ primary 2170 person 2021",
        ],
        alone=[
            "学段¦在校生（人）¦学校数（所）/小学¦2019¦64/初中¦2020¦62 | 2019 = students primary 2019 person",
            "县区¦教师（人）¦学校数（所）/甘州区¦2021¦64/临泽县¦2018¦62 | 2021 = _ _ 2021 person",
        ],
    ),
    "indicators.grid_headers.UNIT_HEADER": Rule(
        "what stands under 单位 is no word of the row's name",
        by=[
            "指标¦单位¦2024年/小学在校生¦万人左右¦3.7/初中在校生¦万人左右¦1.8 | 3.7 = students primary 37000 person approx",
            "指标¦计量单位¦2024年/专任教师¦人左右¦870/教职工¦人左右¦960 | 870 = full_time_teachers _ 870 person approx",
            "指标¦单位¦2024年/毛入园率¦%以上¦98/普惠率¦%以上¦92 | 98 = gross_enrolment_ratio _ 98 % ge",
        ],
        alone=[
            "指标¦单位¦2024年/小学在校生¦人¦37670/初中在校生¦人¦18200 | 37670 = students primary 37670 person",
            "单位¦在校生（人）/甘州区¦37670/临泽县¦18200 | 37670 = students _ 37670 person @甘州区",
        ],
    ),
    "indicators.grid_headers.CHILD": Rule(
        "其中 makes a column or row a part of the one before it",
        by=[
            "县区¦园数¦其中：公办/甘州区¦79¦38/临泽县¦43¦29 | 38 = institutions pre_primary 38 institution",
            "县区¦小学数¦其中：民办/甘州区¦79¦8/临泽县¦43¦2 | 8 = institutions primary 8 institution",
            "县区¦招生数¦其中：普通高中¦其中：职业高中/甘州区¦900¦600¦300/临泽县¦70¦40¦30 | 300 = new_entrants vocational_upper_secondary 300 person",
            "类别¦数量（人）/在园幼儿¦4200/#公办¦2100 | 2100 = students pre_primary 2100 person",
        ],
        alone=[
            "县区¦园数¦公办园占比（%）/甘州区¦79¦58/临泽县¦43¦29 | 58 = public_kindergarten_enrolment_share _ 58 %",
            "类别¦数量（人）/在园幼儿¦4200/小学在校生¦2100 | 2100 = students primary 2100 person",
        ],
    ),
    "indicators.grid_words.leans": Rule(
        "公办, 农村, 女 need the noun above or before them",
        by=[
            "县区¦园数¦其中：公办/甘州区¦79¦38/临泽县¦43¦29 | 38 = institutions pre_primary 38 institution",
            "类别¦数量（人）/在园幼儿¦4200/民办¦2100 | 2100 = students pre_primary 2100 person",
            "类别¦数量（人）/小学在校生¦4200/农村¦2100/女生¦1900 | 2100 = students primary 2100 person | 1900 = other primary 1900 person",
        ],
        alone=[
            "类别¦数量（人）/在园幼儿¦4200/小学在校生¦2100 | 2100 = students primary 2100 person",
            "类别¦数量（人）/在园幼儿¦4200/农村小学在校生¦2100 | 2100 = students primary 2100 person",
        ],
    ),
    "indicators.grid_headers._ENTER": Rule(
        "招生 below 学生数 counts those who enter, not pupils",
        by=[
            "学段¦学生数¦¦教师/¦招生¦在校生¦/小学¦3190¦21467¦1605/初中¦2355¦13306¦922 | 3190 = new_entrants primary 3190 person | 21467 = students primary 21467 person",
            "学段¦学生数（人）¦/¦其中招生¦在校生/小学¦3190¦21467/初中¦2355¦13306 | 3190 = new_entrants primary 3190 person",
            "学段¦学生数¦¦教职工/¦招生¦在校生¦/普通高中¦1190¦3467¦305/初中¦2355¦13306¦922 | 1190 = new_entrants general_upper_secondary 1190 person",
        ],
        alone=[
            "学段¦学生数¦¦教师/¦女生¦寄宿生¦/小学¦3190¦2146¦1605 | 3190 = students primary 3190 person",
            "学段¦招生¦在校生/小学¦3190¦21467/初中¦2355¦13306 | 3190 = new_entrants primary 3190 person",
        ],
    ),
    "indicators.grid_layout._FORM": Rule(
        "the blanks of a form are no header",
        by=[
            "填报单位：张掖市教育局¦填报日期：2025年1月20日/指标¦2023年¦2024年/小学在校生（人）¦37670¦36110 | 36110 = students primary 36110 person 2024",
            "制表人：王某¦审核：李某/学段¦学校数（所）/小学¦64/初中¦22 | 64 = institutions primary 64 institution",
            "编制单位：教育局¦联系人：王某¦/学段¦学校数（所）¦在校生（人）/小学¦64¦12400 | 64 = institutions primary 64 institution | 12400 = students primary 12400 person",
        ],
        alone=[
            "学段¦单位：所/小学¦64/初中¦22 | 64 = institutions primary 64 institution",
            "学段¦其中：公办/小学学校数¦64/初中学校数¦22 | 64 = institutions primary 64 institution",
        ],
    ),
    "indicators.grid_units.RATE": Rule(
        "a column named after a rate is in per cent",
        by=[
            "县区¦教师（人）¦高级职称占比/甘州区¦6742¦36.4/临泽县¦3109¦31.2 | 36.4 = _ _ 36.4 %",
            "县区¦教师（人）¦本科及以上学历占比/甘州区¦6742¦86.4/临泽县¦3109¦81.2 | 86.4 = _ _ 86.4 %",
            "县区¦教师（人）¦骨干教师比例/甘州区¦6742¦20/临泽县¦3109¦18.5 | 20 = _ _ 20 %",
        ],
        alone=[
            "县区¦教师（人）¦班额/甘州区¦6742¦46/临泽县¦3109¦41 | 46 = class_size _ 46 person",
            "县区¦占地面积（亩）¦学校数（所）/甘州区¦6742¦86/临泽县¦3109¦81 | 86 = institutions _ 86 institution",
        ],
    ),
    "indicators.grid_cells._GAP": Rule(
        "a blank parts the thousands of a cell's number",
        by=[
            "县区¦学校数（所）/甘州区¦1 204/临泽县¦12 | 1 204 = institutions _ 1204 institution @甘州区",
            "县区¦教学班（个）/甘州区¦12 040/临泽县¦804 | 12 040 = classes _ 12040 class @甘州区",
            "县区¦新增学位（个）/甘州区¦1 500/临泽县¦300 | 1 500 = new_places _ 1500 place @甘州区",
        ],
        alone=[
            "县区¦学校数（所）/甘州区¦1204/临泽县¦12 | 1204 = institutions _ 1204 institution @甘州区",
            "县区¦学校数（所）/甘州区¦1,204/临泽县¦12 | 1,204 = institutions _ 1204 institution @甘州区",
        ],
    ),
    "indicators.grid_sentences._A_SCHOOL": Rule(
        "a school that a table of projects names is one to build",
        by=[
            "项目建设表/项目名称¦建设规模（平方米）/甘州区大满小学¦6400/临泽县沙河中学¦3200 | 6400 = floor_area_built primary 6400 m2 @甘州区",
            "重点项目表/项目名称¦建设规模（平方米）/甘州区西街幼儿园¦2600/临泽县沙河小学¦3200 | 2600 = floor_area_built pre_primary 2600 m2 @甘州区",
            "项目建设表/项目名称¦总投资（万元）/甘州区大满小学¦1472/临泽县沙河中学¦980 | 1472 = capital_investment primary 14720000 CNY @甘州区",
        ],
        alone=[
            "项目建设表/县区¦建设规模（平方米）/甘州区¦6400/临泽县¦3200 | 6400 = floor_area_built _ 6400 m2 @甘州区",
            "学校基本情况/学校¦校舍面积（平方米）/大满小学¦6400/沙井中学¦3200 | 6400 = anecdote",
        ],
    ),
    "indicators.grid_words.GROWTH": Rule(
        "比上年增长 tells of a change: without a noun, of the column before it",
        by=[
            "学段¦在校生（人）¦比上年增长（%）/小学¦98000¦1.2/初中¦41000¦-0.4 | 1.2 = students primary 1.2 % growth | -0.4 = students lower_secondary -0.4 % growth",
            "县区¦在校生（人）¦比去年增加（人）/甘州区¦98000¦1000/临泽县¦12000¦200 | 1000 = students _ 1000 person change @甘州区",
            "县区¦毛入园率（%）¦比上年增减/甘州区¦98.2¦-1.2/临泽县¦97¦0.5 | -1.2 = gross_enrolment_ratio _ -1.2 pp change",
        ],
        alone=[
            "指标¦2024年¦比上年增长（%）/小学在校生（人）¦98000¦1.2/幼儿园（所）¦120¦3.4 | 1.2 = students primary 1.2 % growth",
            "县区¦在校生（人）¦教师增长（%）/甘州区¦98000¦1.2/临泽县¦12000¦2 | 1.2 = _ _ 1.2 % growth",
        ],
    ),
    "indicators.grid_units._TIMES": Rule(
        "人次 in the name of a column counts times",
        by=[
            "县区¦教师培训人次数¦学校（所）/甘州区¦4200¦52/临泽县¦900¦12 | 4200 = teachers_trained _ 4200 person-time",
            "县区¦教师培训人次¦受助人次数/甘州区¦4200¦100/临泽县¦900¦50 | 4200 = teachers_trained _ 4200 person-time | 100 = student_aid_recipients _ 100 person-time",
            "县区¦义诊人次¦学校（所）/甘州区¦4200¦52/临泽县¦900¦12 | 4200 = other _ 4200 person-time",
        ],
        alone=[
            "县区¦教师培训人数¦学校（所）/甘州区¦4200¦52/临泽县¦900¦12 | 4200 = teachers_trained _ 4200 person",
            "县区¦受助人数¦学校（所）/甘州区¦4200¦52/临泽县¦900¦12 | 4200 = student_aid_recipients _ 4200 person",
        ],
    ),
    "indicators.grid_units._PERSONS": Rule(
        "保安人数 and 校医数 count persons, whatever school the row is of",
        by=[
            "学段¦保安人数¦学校（所）/小学¦420¦52/初中¦90¦12 | 420 = other primary 420 person",
            "学段¦厨师数¦学校（所）/小学¦42¦52/初中¦9¦12 | 42 = other primary 42 person",
            "学段¦炊事员¦学校（所）/小学¦420¦52/初中¦90¦12 | 420 = other primary 420 person",
        ],
        alone=[
            "学段¦学科数¦学校（所）/小学¦14¦52/初中¦13¦12 | 14 = other primary 14 _",
            "学段¦小学数¦班级数/甘州区¦52¦620/临泽县¦12¦140 | 52 = institutions primary 52 institution",
        ],
    ),
    "indicators.grid_words._ORDINAL": Rule(
        "a number or mark before a name is no part of it",
        by=[
            "指标¦2023年¦2024年/（二）教师（人）¦90¦92/（三）学校（所）¦12¦14 | 92 = full_time_teachers _ 92 person",
            "指标¦2023年¦2024年/③教师（人）¦90¦92/④学校（所）¦12¦14 | 92 = full_time_teachers _ 92 person",
            "指标¦2024年/(1)教师（人）¦90/(2)学校（所）¦12 | 90 = full_time_teachers _ 90 person",
        ],
        alone=[
            "类别¦在校生（人）/（一）全市¦98000/（二）甘州区¦9000 | 9000 = students _ 9000 person @甘州区",
            "县区¦在校生（人）/甘州区¦98000/临泽县¦9000 | 9000 = students _ 9000 person @临泽县",
            "指标¦2024年/九年一贯制学校（所）¦92/十二年一贯制学校（所）¦14 | 92 = institutions _ 92 institution",
        ],
    ),
    "indicators.grid_units._MONEY_OR_AREA": Rule(
        "面积数, 工资数 count no things",
        by=[
            "学段¦校舍面积数¦在校生（人）/小学¦4200¦100/初中¦900¦50 | 4200 = identifier",
            "学段¦教师工资数¦在校生（人）/小学¦4200¦100/初中¦900¦50 | 4200 = identifier",
            "学段¦绿化面积数¦在校生（人）/高中¦4200¦100/职高¦900¦50 | 4200 = identifier",
        ],
        alone=[
            "学段¦班级数¦在校生（人）/小学¦420¦10000/初中¦90¦5000 | 420 = classes primary 420 class",
            "学段¦校舍面积（平方米）¦在校生（人）/小学¦4200¦100/初中¦900¦50 | 4200 = other primary 4200 m2",
        ],
    ),
    "indicators.grids._PART": Rule(
        "girls and boys are no indicator of pupils",
        by=[
            "类别¦数量（人）/小学在校生¦4200/女生¦1900 | 1900 = other primary 1900 person",
            "类别¦数量（人）/小学在校生¦4200/其中：女¦1900 | 1900 = other primary 1900 person",
            "类别¦数量（人）/在园幼儿¦4200/男生¦2300 | 2300 = other pre_primary 2300 person",
        ],
        alone=[
            "类别¦数量（人）/在校生¦4200/寄宿生¦1900 | 1900 = students _ 1900 person",
            "类别¦数量（人）/在校生¦4200/公办¦1900 | 1900 = students _ 1900 person",
        ],
    ),
    "indicators.grid_captions._TABLE_TITLE": Rule(
        "表1 begins the caption; what stands above it is of another time",
        by=[
            "2019年全市校舍情况/表1：2021年幼儿园数/县区¦合计/甘州区¦420/临泽县¦100 | 420 = institutions pre_primary 420 institution @甘州区 2021",
            "二、2018年以来的校舍/附表3、2020年在园幼儿/县区¦合计/甘州区¦5200/临泽县¦1000 | 5200 = students pre_primary 5200 person @甘州区 2020",
            "三、2017年投入/表二 2022年初中数/县区¦合计/甘州区¦52/临泽县¦10 | 52 = institutions lower_secondary 52 institution @甘州区 2022",
        ],
        alone=[
            "小学在校生数/县区¦合计/甘州区¦5200/临泽县¦1000 | 5200 = students primary 5200 person @甘州区",
            "图书表彰/小学在校生数/县区¦合计/甘州区¦5200/临泽县¦1000 | 5200 = students primary 5200 person @甘州区",
        ],
    ),
    "indicators.grids._TOWN": Rule(
        "a town that no list of divisions holds is a place all the same",
        by=[
            "乡镇¦在园幼儿（人）/文昌镇¦5837/滨河镇¦4916 | 5837 = students pre_primary 5837 person @文昌镇",
            "街道¦小学数（所）/东街街道¦5/南街街道¦4 | 5 = institutions primary 5 institution @东街街道",
            "乡镇¦小学数（所）/城关镇¦5/二坝乡¦4 | 5 = institutions primary 5 institution @城关镇 | 4 = institutions primary 4 institution @二坝乡",
        ],
        alone=[
            "县区¦小学数（所）/城镇¦5/农村¦4 | 5 = institutions primary 5 institution @张掖市",
            "乡镇¦小学数（所）/新墩镇¦5/其他乡镇¦12 | 12 = institutions primary 12 institution @张掖市",
        ],
    ),
    "indicators.grids._AIMS": Rule(
        "a column of aims, plans or standards holds targets",
        by=[
            "指标¦2024年¦目标值/毛入园率（%）¦99.2¦99.5 | 99.2 = gross_enrolment_ratio _ 99.2 % | 99.5 = gross_enrolment_ratio _ 99.5 % target",
            "指标¦2024年计划数¦2024年完成数/新建学校（所）¦12¦13 | 12 = schools_built _ 12 institution target | 13 = schools_built _ 13 institution",
            "指标¦国家标准¦达到值/生均体育场馆面积（平方米）¦7.5¦8.1 | 7.5 = sports_area_per_student _ 7.5 m2/person target | 8.1 = sports_area_per_student _ 8.1 m2/person",
        ],
        alone=[
            "指标¦计划完成数¦毛入园率（%）/甘州区¦12¦99.5 | 99.5 = gross_enrolment_ratio _ 99.5 %",
            "县区¦计划生育率（%）¦毛入园率（%）/甘州区¦99.2¦99.5 | 99.2 = other _ 99.2 % | 99.5 = gross_enrolment_ratio _ 99.5 %",
        ],
        paper={"title": "张掖市教育情况", "dated": "2025-09-10"},
    ),
    "indicators.grids._OF_PLAN_TABLE": Rule(
        "all figures under the caption of a plan are planned",
        by=[
            "学校建设计划一览表/县区¦新建学校（所）/甘州区¦5/临泽县¦2 | 5 = schools_built all 5 institution target | 2 = schools_built all 2 institution target",
            "新增学位任务分解表/县区¦学位（个）/甘州区¦1200/临泽县¦860 | 1200 = other all 1200 place target",
            "教师培训计划/县区¦培训教师（人）/甘州区¦120/临泽县¦80 | 120 = teachers_trained all 120 person target",
        ],
        alone=[
            "学校建设一览表/县区¦新建学校（所）/甘州区¦5/临泽县¦2 | 5 = schools_built all 5 institution",
            "学校建设计划一览表/县区¦实际新建学校（所）/甘州区¦5/临泽县¦2 | 5 = schools_built all 5 institution",
        ],
    ),
    "indicators.grids._WORKS": Rule(
        "how far works are done is a rate of its own",
        by=[
            "名称¦计划¦完成¦完成率/建设项目¦120¦90¦75%/校舍建设工程¦180¦126¦70% | 75% = project_completion_rate all 75 % | 70% = project_completion_rate all 70 %",
            "项目¦计划数¦完成数¦完成率/新建幼儿园项目¦12¦9¦75% | 75% = project_completion_rate pre_primary 75 %",
            "名称¦目标¦实际¦完成率/固定资产投资¦12000¦9000¦75% | 75% = project_completion_rate all 75 %",
        ],
        alone=[
            "指标¦计划¦完成¦完成率/新增学位¦1200¦900¦75% | 75% = other all 75 %",
            "指标¦计划¦完成¦完成率/招聘教师¦180¦126¦70% | 70% = other all 70 %",
        ],
    ),
    "indicators.grid_cells._NAMED": Rule(
        "cells that hold a name and its figure are two, where rows below each other name the same",
        by=[
            "甘州区∣毛入园率98.2%∣巩固率99.1%/高台县∣毛入园率96.4%∣巩固率98.3% | 98.2% = gross_enrolment_ratio _ 98.2 % @甘州区 | 98.3% = retention_rate _ 98.3 % @高台县",
            "2023年∣普惠率88.2%∣毛入园率95.1%/2024年∣普惠率90.4%∣毛入园率96.3% | 88.2% = inclusive_kindergarten_coverage _ 88.2 % 2023 | 96.3% = gross_enrolment_ratio _ 96.3 % 2024",
            "甘州区∣巩固率 99.1%∣普惠率 91.2%/临泽县∣巩固率 98.6%∣普惠率 89.5% | 91.2% = inclusive_kindergarten_coverage _ 91.2 % @甘州区 | 98.6% = retention_rate _ 98.6 % @临泽县",
        ],
        alone=[
            "县区∣小学在校生∣初中在校生/甘州区∣5200∣2300/高台县∣1800∣900 | 900 = students lower_secondary 900 person @高台县",
            "县区∣学校∣教师/甘州区∣52∣3200/高台县∣18∣900 | 900 = full_time_teachers _ 900 person @高台县",
        ],
    ),
    "indicators.grid_words._PLAIN_NUMBER": Rule(
        "the number of a row is no part of its name",
        by=[
            "序号¦项目¦2023年¦2024年/1¦本科上线人数¦5281¦5710/2¦高考报名人数¦8200¦8431 | 5281 = bachelor_line_students _ 5281 person 2023",
            "序号¦指标¦完成率/1¦新建公办幼儿园¦100%/2¦新增学位¦116% | 100% = _ _ 100 % label:新建公办幼儿园完成率 | 116% = _ _ 116 % label:新增学位完成率",
            "序号¦指标¦目标值¦完成率/1¦新建校舍¦3.2¦98%/2¦培训教师¦620¦102% | 98% = _ _ 98 % label:新建校舍完成率 | 102% = _ _ 102 % label:培训教师完成率",
        ],
        alone=[
            "年份¦小学¦初中/2023¦52¦12/2024¦50¦11 | 52 = _ primary 52 _ 2023",
            "项目¦2023年¦2024年/本科上线人数¦5281¦5710 | 5281 = bachelor_line_students _ 5281 person 2023",
        ],
    ),
    "indicators.grid_units._PEOPLE": Rule(
        "a column of people without a unit counts persons",
        by=[
            "县区¦幼儿园园长数/甘州区¦52/高台县¦8 | 52 = _ _ 52 person | 8 = _ _ 8 person",
            "县区¦专职校长数¦项目数/甘州区¦12¦6/高台县¦9¦4 | 12 = _ _ 12 person | 9 = _ _ 9 person",
            "县区¦示范园园长数¦项目数/甘州区¦14¦6/高台县¦5¦4 | 14 = _ _ 14 person | 5 = _ _ 5 person",
        ],
        alone=[
            "县区¦项目数¦获奖数/甘州区¦52¦12/高台县¦8¦6 | 52 = _ _ 52 _",
            "县区¦获奖数¦项目数/甘州区¦52¦12/高台县¦8¦6 | 52 = _ _ 52 item",
        ],
    ),
}


test_right, test_missed_without_its_rule = table(RULES)
