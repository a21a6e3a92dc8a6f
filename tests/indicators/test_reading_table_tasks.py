"""Tables of tasks and appraisals: what a cell of words says of its row, when it is due, what was asked and what was found.

What belongs here: cells read with the stub, the header and the due column of their row, paragraphs whose tag names a year.
What does not: cells that are figures (test_reading_table_cells, _words); the form of the rules (helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.grid_due._DUE": Rule(
        "what a row of tasks sets out is due when its own column says",
        by=[
            "序号\t项目\t目标任务\t完成时限/1\t扩容\t新建公办幼儿园2所,新增园位450个\t10月底/2\t维修\t改造校舍1.2万平方米\t8月底前 | 2所 = schools_built _ 2 institution target 2024-10-31 | 450个 = new_places _ 450 place target 2024-10-31",
            "项目\t任务\t时限/扩容\t新增学位1200个\t2025年6月底/心理\t新建心理辅导室11间\t9月 | 1200个 = new_places _ 1200 place target 2025-06-30 | 11间 = counselling_rooms _ 11 room target 2024-09-30",
            "项目\t工作内容\t完成时间/扩容\t新建小学3所\t11月底/装备\t建成录播教室30间\t12月底 | 3所 = schools_built _ 3 institution target 2024-11-30",
        ],
        alone=[
            "项目\t任务\t牵头单位/扩容\t新增学位1200个\t教育局/建设\t新建小学3所\t住建局 | 1200个 = new_places _ 1200 place target 2024",
            "项目\t任务\t时限/扩容\t到2025年底新增学位1200个\t10月底/建设\t新建小学3所\t全年 | 1200个 = new_places _ 1200 place target 2025-12-31 | 3所 = schools_built _ 3 institution target 2024",
        ],
        paper={"title": "甘州区2024年教育领域民生实事任务清单", "dated": "2024-01-31"},
    ),
    "indicators.grid_prose._HELD_TO": Rule(
        "a row of an appraisal asks something of what its stub names, and says what was found of it",
        by=[
            "指标\t评价标准\t达成情况/义务教育巩固率\t96%以上\t97.1%/大班额比例\t控制在5%以内\t小学3.2%、初中4.4% | 5% = large_class_share _ 5 % target le | 3.2% = large_class_share primary 3.2 % | 4.4% = large_class_share lower_secondary 4.4 %",
            "指标\t国家标准\t自评结果/学前三年毛入园率\t达到90%\t城区98.2%,较上年提高2个百分点 | 98.2% = gross_enrolment_ratio pre_primary 98.2 % | 2个百分点 = gross_enrolment_ratio pre_primary 2 pp change",
            "指标\t考核要求\t完成情况/毛入园率\t按90%掌握\t城区达98.2%/巩固率\t96%\t97.1% | 90% = gross_enrolment_ratio pre_primary 90 % target | 98.2% = gross_enrolment_ratio pre_primary 98.2 %",
        ],
        alone=[
            "指标\t评价标准\t达成情况/义务教育巩固率\t96%以上\t97.1%/学前三年毛入园率\t90%以上\t98.2% | 96%以上 = retention_rate compulsory 96 % target ge | 97.1% = retention_rate compulsory 97.1 %",
            "县区\t牵头单位\t情况/甘州区\t教育局\t小学巩固率97.1%/临泽县\t教育局\t小学巩固率98% | 97.1% = retention_rate primary 97.1 %",
        ],
        paper={"title": "张掖市2023年履行教育职责自评报告", "dated": "2023-11-30"},
    ),
    "indicators.grid_prose._TO_BUILD": Rule(
        "what is built at the school that a row is of",
        by=[
            "项目名称    建设规模    进度/东街幼儿园    15个班,提供学位450个    8月投用/西郊小学    36个班    完工 | 450个 = new_places pre_primary 450 place target | 36个 = classes primary 36 class target",
            "项目名称    建设内容    进度/东街小学扩建    教学楼1栋,提供学位900个    8月投用/西郊小学    36个班    完工 | 900个 = new_places primary 900 place target",
            "学校    建设规模    进度/南湾初级中学    24个班,提供学位1200个    8月投用/西郊小学    36个班    完工 | 1200个 = new_places lower_secondary 1200 place target",
        ],
        alone=[
            "县区    工作内容    进度/甘州区    新增小学学位450个    8月/临泽县    新增初中学位300个    9月 | 450个 = new_places primary 450 place target",
            "项目名称    进度    备注/东街小学    完工80%    改扩建/西郊小学    完工60%    新建 | 80% = _ _ 80 % target",
        ],
        paper={"title": "甘州区2024年教育工作计划", "dated": "2024-01-31"},
    ),
    "indicators.grid_words.TOLD": Rule(
        "a row that says its figures in words is no header, and such a cell no stub",
        by=[
            "指标\t评价标准\t达成情况\t结论/义务教育巩固率\t96%以上\t97.1%\t达标/56人以上大班额\t控制在5%以内\t小学3.2%、初中4.4%\t达标/小学校际差异系数\t不大于0.65\t0.58\t达标 | 0.58 = between_school_variation primary 0.58 index",
            "指标\t目标值\t实际值/学前三年毛入园率\t90%\t92.7%/班额\t小学45人、初中50人\t小学40人、初中48人/义务教育巩固率\t96%\t97.1% | 97.1% = retention_rate compulsory 97.1 %",
            "项目\t建设规模\t投资(万元)/东街小学\t36个班,2.1万平方米\t12600/西郊幼儿园\t15个班,450个学位\t5380 | 5380 = capital_investment pre_primary 53800000 CNY",
        ],
        alone=[
            "指标\t评价标准\t达成情况/义务教育巩固率\t96%\t97.1%/县区\t学校(所)\t在校生(人)/甘州区\t52\t31240 | 31240 = students _ 31240 person",
            "县区\t学校(所)\t在校生(人)/甘州区\t52\t31240/临泽县\t12\t6430 | 52 = institutions _ 52 institution",
        ],
        paper={"title": "张掖市2023年履行教育职责自评报告", "dated": "2023-11-30"},
    ),
    "indicators.outlook.OF_YEAR": Rule(
        "a tag that names a year says of which its paragraph tells or plans",
        by=[
            "【2023年工作回顾】 截至2023年末,全区学校28所。全年教育支出2.38亿元,增长2.7%;中职毕业生就业率98.6%。 | 2.38亿元 = public_budget_education_expenditure _ 238000000 CNY 2023 | 98.6% = graduate_employment_rate _ 98.6 % 2023",
            "【2023年教育工作情况】 截至2023年末,全区学校28所。新建学校6所,毛入园率98.6%。 | 6所 = schools_built _ 6 institution 2023 | 98.6% = gross_enrolment_ratio _ 98.6 %",
            "〖2023年任务完成情况〗 全区学校28所。新增学位1200个,毛入园率98.6%。 | 1200个 = new_places _ 1200 place 2023",
        ],
        alone=[
            "【2024年任务】新建学校6所。 | 6所 = schools_built _ 6 institution target 2024",
            "【保障措施】安排资金860万元。 | 860万元 = earmarked_education_funds _ 8600000 CNY target 2024",
        ],
        paper={"title": "甘州区2024年重点工作任务清单", "dated": "2024-01-20"},
    ),
    "indicators.headings._OUTCOME": Rule(
        "what became of the aims or tasks of a year is of that year, rates too",
        by=[
            "2023年任务回顾/新增学位1125个,学前三年毛入园率95.3%。 | 1125个 = new_places _ 1125 place 2023 | 95.3% = gross_enrolment_ratio _ 95.3 % 2023",
            "附:2023年主要指标完成情况/学前三年毛入园率95.3%。 | 95.3% = gross_enrolment_ratio _ 95.3 % 2023",
            "2023年办结情况回顾/学前三年毛入园率95.3%。 | 95.3% = gross_enrolment_ratio _ 95.3 % 2023",
        ],
        alone=[
            "2023年工作回顾/学前三年毛入园率95.3%。 | 95.3% = gross_enrolment_ratio _ 95.3 % D",
            "基本情况/学前三年毛入园率95.3%。 | 95.3% = gross_enrolment_ratio _ 95.3 % D",
        ],
        paper={"title": "甘州区教育有大动作", "dated": "2024-01-20"},
    ),
}  # fmt: skip
test_right, test_missed_without_its_rule = table(RULES)
