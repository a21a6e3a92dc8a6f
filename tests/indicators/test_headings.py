"""What titles, headings and a paragraph's opening pass on: sentences for rules of indicators.headings.

What belongs here: the level, year and campaign that a paper gives its numbers.  What does not: whether a section plans
(test_outlook); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

from rule_tables import Rule, table

RULES = {
    "indicators.headings._YEARS_LINE": Rule(
        "the years of a plan may stand in a line below its title",
        by=[
            "（2022—2024年）/三年内新建幼儿园4所。 | 4所 = schools_built pre_primary 4 institution target 2022-01-01..2024-12-31",
            "（2022-2024）/规划期内新增学位1200个。 | 1200个 = new_places _ 1200 place target 2022-01-01..2024-12-31",
            "(2022年至2024年)/攻坚期间招聘教师120名。 | 120名 = teachers_recruited _ 120 person target 2022-01-01..2024-12-31",
        ],
        alone=[
            "三年内新建幼儿园4所。 | 4所 = schools_built pre_primary 4 institution target 2025-07-13",
            "（责任单位：教育局）/规划期内新增学位1200个。 | 1200个 = new_places _ 1200 place target ?",
        ],
        paper={"title": "张掖市特殊教育提升行动计划", "dated": "2022-07-13"},
    ),
    "indicators.headings._CAMPAIGN": Rule(
        "a plan of several years that the text names says what 攻坚期间 means",
        by=[
            "根据《基础教育提升攻坚计划（2020—2022年）》，攻坚期间新建幼儿园82所。 | 82所 = schools_built pre_primary 82 institution 2020-01-01..D",
            "按照《学前教育行动计划(2021-2023年)》，行动期内新增学位1200个。 | 1200个 = new_places pre_primary 1200 place 2021-01-01..D",
            "《教师队伍规划（2021—2025年）》印发，规划期末教师达到8200人。 | 8200人 = _ _ 8200 person target 2025-12-31",
        ],
        alone=[
            "根据《教师法》，规划期末教师达到8200人。 | 8200人 = _ _ 8200 person target ?",
            "根据《教师法（2009年）》，攻坚期间新建幼儿园82所。 | 82所 = schools_built pre_primary 82 institution ..D",
        ],
        paper={"title": "张掖市教育情况", "dated": "2021-04-12"},
    ),
    "indicators.headings._TITLE_MEALS": Rule(
        "a paper on meals is about compulsory schools, where no level is named",
        by=[
            "现有13.7万所学校实施。 | 13.7万所 = _ compulsory 137000 institution",
            "每生每天补助4元。 | 4元 = _ compulsory 4 CNY/person",
            "64个县继续实施。 | 64个 = _ compulsory 64 county",
        ],
        alone=[
            "幼儿园25所供餐。 | 25所 = _ pre_primary 25 institution",
            "普通高中学生120人受益。 | 120人 = _ general_upper_secondary 120 person",
        ],
        paper={"title": "张掖市学生营养改善计划实施情况", "dated": "2021-09-10"},
    ),
    "indicators.headings._HIGHER": Rule(
        "a paper on 职业教育 that knows colleges is not of secondary schools alone",
        by=[
            "高职院校在校生3.5万人；中职学校12所。毕业生就业率92%。 | 92% = graduate_employment_rate vocational 92 %",
            "中等职业学校12所，高职院校2所。“双师型”教师占专业课教师比例65%。 | 65% = double_qualified_teacher_share vocational 65 %",
            "中专学校12所，职业技术学院1所。毕业生就业率92%。 | 92% = graduate_employment_rate vocational 92 %",
        ],
        alone=[
            "中等职业学校12所。毕业生就业率92%。 | 92% = graduate_employment_rate vocational_upper_secondary 92 %",
            "中职学校12所，升入普通高校600人。毕业生就业率92%。 | 92% = graduate_employment_rate vocational_upper_secondary 92 %",
        ],
        paper={"title": "张掖市职业教育发展情况", "dated": "2021-04-12"},
    ),
    "indicators.headings._OPENING_YEAR": Rule(
        "全年 and 年末 below a paragraph that opens with a year are of that year",
        by=[
            "2024年，面对困难，全市上下努力。/全年新建学校12所。 | 12所 = schools_built _ 12 institution 2024",
            "2024年，是不平凡的一年。/年末在校生12万人。 | 12万人 = students _ 120000 person 2024-12-31",
            "2024年度，全市教育稳步发展。/全年招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2024",
        ],
        alone=[
            "全市教育稳步发展。/全年招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2025",
            "2022年，是不平凡的一年。/全年招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2025",
            "2024年，全市将加快发展。/全年招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2025",
        ],
        paper={"title": "张掖市教育情况", "dated": "2025-12-25"},
    ),
    "indicators.headings._TAGGED": Rule(
        "what stands in heavy brackets heads its paragraph, which a heading above no longer places",
        by=[
            "高台县/新建学校2所。/【公告】全市招聘教师120名。 | 2所 = schools_built _ 2 institution @高台县 | 120名 = teachers_recruited _ 120 person @张掖市",
            "临泽县/【招生】今年全市招收新生9200人。 | 9200人 = _ _ 9200 person @张掖市",
            "【高台县】新建学校2所。/招聘教师36名。 | 36名 = teachers_recruited _ 36 person @高台县",
        ],
        alone=[
            "高台县/新建学校2所。/招聘教师36名。 | 36名 = teachers_recruited _ 36 person @高台县",
            "新建学校12所。/招聘教师120名。 | 120名 = teachers_recruited _ 120 person @张掖市",
        ],
        paper={"title": "张掖市教育动态"},
    ),
    "indicators.headings._SPACE": Rule(
        "the paper's own title opens no section, however it is spaced",
        by=[
            "张掖市2025年　教育工作计划新闻发布会/招聘教师120名。 | 120名 = teachers_recruited _ 120 person",
            "2025年 教育工作计划 新闻发布会/新建学校4所。 | 4所 = schools_built _ 4 institution",
            "教育工作计划　新闻发布会/新增学位960个。 | 960个 = new_places _ 960 place",
        ],
        alone=[
            "招聘教师120名。 | 120名 = teachers_recruited _ 120 person",
            "下一步打算/招聘教师120名。 | 120名 = teachers_recruited _ 120 person target",
        ],
        paper={"title": "张掖市2025年教育工作计划新闻发布会"},
    ),
}

MEANT_FOR = {
    "镇镇都有中心幼儿园 张掖今年投4.5亿完善教育": "all",
    "张掖市学前教育 普惠之路越走越宽广": "pre_primary",
    "张掖市教育局 学前教育普及情况": "pre_primary",
    "张掖市营养餐与学生资助工作情况": "all",
    "张掖市教育情况": "all",
    "张掖市“蛋奶工程”实施情况": "compulsory",
    "张掖市农村学生吃上营养午餐": "compulsory",
}


def test_titles_of_papers_on_meals(reads: Any) -> None:
    for title, level in MEANT_FOR.items():
        reads("现有137所学校实施。", [("137所", f"_ {level} 137 institution")], title=title)


test_right, test_missed_without_its_rule = table(RULES)
