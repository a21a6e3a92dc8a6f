"""Tables of plans, of works and of what a caption measures: which of their words say what is counted, and when it is due.

What belongs here: columns of projects and posts, zones, parts by year, captions that measure what columns only place.  What does
not: towns and units by their column (test_grids_by_column), other captions (test_reading_table_titles).  A table stands in a line
with ¦ (a tab) between its cells and / between its rows.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.grid_words.ZONE": Rule(
        "where schools lie is said before the schools",
        by=[
            "指标¦单位¦合计¦城区¦镇区¦乡村/小学¦所¦60¦11¦20¦29/幼儿园¦所¦90¦21¦30¦39 | 11 = institutions primary 11 institution | 29 = institutions primary 29 institution | 39 = institutions pre_primary 39 institution",
            "指标¦单位¦总计¦城镇¦农村/初级中学¦所¦22¦15¦7/普通高中¦所¦9¦8¦1 | 7 = institutions lower_secondary 7 institution | 8 = institutions general_upper_secondary 8 institution",
            "学校类别¦单位¦合计¦城市¦县镇/幼儿园¦所¦36¦12¦24/小学¦所¦40¦13¦27 | 24 = institutions pre_primary 24 institution | 13 = institutions primary 13 institution",
        ],
        alone=[
            "指标¦单位¦合计¦城区¦镇区/小学在校生¦人¦6000¦1100¦4900/幼儿园¦所¦90¦21¦69 | 1100 = students primary 1100 person",
            "县区¦小学（所）¦初中（所）/甘州区¦60¦11/临泽县¦22¦7 | 60 = institutions primary 60 institution | 7 = institutions lower_secondary 7 institution",
        ],
    ),
    "indicators.grid_headers._SORT_OF_WORKS": Rule(
        "beside the sort of works area is built and places are added",
        by=[
            "学校建设项目安排表/序号¦类别¦建设性质¦学位¦建筑面积（㎡）¦投资（万元）/合计¦¦—¦3200¦45600¦19800/一¦小学¦新建¦1200¦15600¦6800 | 3200 = new_places _ 3200 place target | 45600 = floor_area_built _ 45600 m2 target",
            "学校建设项目安排表/类别¦建设类型¦学位数¦建筑面积（平方米）/幼儿园¦公办¦720¦8600/小学¦公办¦450¦5100 | 720 = new_places pre_primary 720 place target | 5100 = floor_area_built primary 5100 m2 target",
            "学校建设项目安排表/类别¦工程性质¦学位¦资金（万元）/高中¦迁建¦1500¦9800/初中¦扩建¦600¦2100 | 1500 = new_places _ 1500 place target | 9800 = capital_investment _ 98000000 CNY target",
        ],
        alone=[
            "类别¦办学性质¦学位¦建筑面积（平方米）/幼儿园¦公办¦720¦8600/小学¦公办¦450¦5100 | 8600 = other pre_primary 8600 m2",
            "项目¦资金（万元）¦人次/学前教育资助¦4100¦58000/高中国家助学金¦4370¦41800 | 4100 = student_aid_amount pre_primary 41000000 CNY",
        ],
        paper={"dated": "2025-02-01"},
    ),
    "indicators.grids._OF_PLAN_TABLE": Rule(
        "what a table of a plan gives is planned",
        by=[
            "各县区任务分解表/县区¦新增学位（个）/甘州区¦590/临泽县¦145 | 590 = new_places _ 590 place target @甘州区",
            "教育建设项目计划一览表/类别¦项目数¦面积（㎡）/幼儿园¦3¦2400/小学¦4¦6600 | 3 = construction_projects pre_primary 3 project target | 6600 = floor_area_built primary 6600 m2 target",
            "学校建设项目安排表/类别¦项目数¦投资（万元）/幼儿园¦3¦2400/小学¦4¦6600 | 3 = construction_projects pre_primary 3 project target | 6600 = capital_investment primary 66000000 CNY target",
        ],
        alone=[
            "2023年教师招聘完成情况表（单位：人）/县区¦初中教师¦小学教师/甘州区¦40¦70/临泽县¦25¦35 | 40 = _ lower_secondary 40 person | 35 = _ primary 35 person",
            "2023年学校基本情况表/县区¦学校数¦在校生/甘州区¦59¦5900/临泽县¦14¦1450 | 59 = institutions all 59 institution",
        ],
        paper={"dated": "2023-04-01"},
    ),
    "indicators.grid_sentences._SORT_OF_POST": Rule(
        "posts of one sort are of the school that the column before names",
        by=[
            "2023年招聘教师计划表（单位：人）/县区¦合计¦小学¦其中：特岗/甘州区¦110¦70¦30/临泽县¦60¦35¦15 | 30 = teachers_recruited primary 30 person target @甘州区",
            "2023年教师招聘计划（单位：人）/县区¦合计¦初中¦其中：特岗计划/甘州区¦110¦40¦12/临泽县¦60¦25¦7 | 12 = teachers_recruited lower_secondary 12 person target",
            "2023年招聘教师计划表（单位：人）/县区¦合计¦高中¦其中：银龄/甘州区¦110¦40¦8/临泽县¦60¦25¦5 | 5 = teachers_recruited general_upper_secondary 5 person target",
        ],
        alone=[
            "2023年招聘教师计划表（单位：人）/县区¦合计¦小学¦初中/甘州区¦110¦70¦40/临泽县¦60¦35¦25 | 70 = teachers_recruited primary 70 person target",
            "学校情况（单位：人）/县区¦合计¦小学¦其中：寄宿生/甘州区¦110¦70¦30/临泽县¦60¦35¦15 | 30 = students primary 30 person",
        ],
        paper={"dated": "2023-04-01"},
    ),
    "indicators.grid_words.AND_CHANGE": Rule(
        "that a caption also tells of a change is no part of what it counts",
        by=[
            "表2 在园幼儿数（万人）及同期变化/县区¦2021年¦2022年/甘州区¦1.12¦1.08/临泽县¦0.47¦0.42 | 1.12 = students pre_primary 11200 person @甘州区 2021",
            "表3 小学在校生（人）及历年变化/县区¦2021年¦2022年/甘州区¦8120¦8080/临泽县¦4700¦4210 | 4210 = students primary 4210 person @临泽县 2022",
            "表1 专任教师数（人）及比上年增减/县区¦2021年¦2022年/甘州区¦1120¦1080/临泽县¦470¦420 | 420 = full_time_teachers _ 420 person @临泽县",
        ],
        alone=[
            "表2 在园幼儿数（万人）/县区¦2021年¦2022年/甘州区¦1.12¦1.08/临泽县¦0.47¦0.42 | 1.12 = students pre_primary 11200 person",
            "表2 毛入园率（%）及同期变化/县区¦毛入园率¦变化/甘州区¦91.2¦1.8/临泽县¦90.7¦1.2 | 91.2 = gross_enrolment_ratio pre_primary 91.2 %",
        ],
    ),
    "indicators.grid_sentences._SIGHT": Rule(
        "how pupils see, in per cent, is the share of those who see badly",
        by=[
            "我县学生视力情况如下（单位：%）：/学段¦2021学年¦2022学年/小学¦38.6¦39.9/初中¦71.5¦72 | 38.6 = myopia_rate primary 38.6 % | 72 = myopia_rate lower_secondary 72 %",
            "全县儿童青少年视力情况（单位：%）/学段¦2021年¦2022年/小学¦38.6¦39.9/高中¦81.5¦82 | 82 = myopia_rate _ 82 %",
            "全县中小学生视力情况（单位：％）/学段¦2021年¦2022年/小学¦38.6¦39.9/初中¦71.5¦72 | 39.9 = myopia_rate primary 39.9 %",
        ],
        alone=[
            "我县学生视力监测情况（单位：人）/学段¦2021年¦2022年/小学¦386¦399/初中¦715¦720 | 386 = other primary 386 person",
            "我县学生体质健康优良率（单位：%）/学段¦2021年¦2022年/小学¦38.6¦39.9/初中¦41.5¦42 | 38.6 = fitness_excellent_rate primary 38.6 %",
        ],
    ),
    "indicators.grid_units._SCHOOLS": Rule(
        "schools are counted, whatever unit the row's own measure has",
        by=[
            "指标¦达到值¦未达标校数/生均体育场馆面积（㎡）¦11.3¦4/生均教学用房面积（㎡）¦5.9¦1 | 4 = _ _ 4 institution",
            "指标¦达到值¦不合格学校数/生均仪器设备值（元）¦3482¦5/百名学生多媒体教室（间）¦3.6¦2 | 5 = _ _ 5 institution",
            "指标¦达到值¦不达标园数/生均户外面积（㎡）¦11.3¦4/生均图书（册）¦16¦2 | 4 = _ _ 4 institution | 2 = _ _ 2 institution",
        ],
        alone=[
            "指标¦达到值¦标准/生均体育场馆面积（㎡）¦11.3¦7.5/生均教学用房面积（㎡）¦5.9¦4.5 | 11.3 = _ _ 11.3 m2/person",
            "县区¦学校数¦在校生/甘州区¦59¦5900/临泽县¦14¦1450 | 59 = institutions all 59 institution",
        ],
    ),
    "indicators.grid_captions._POINTS_WITH_STOP": Rule(
        "the end of a paragraph over a table without a title says what the table gives",
        by=[
            "为缓解入学难，三年内实施学校建设项目。现将项目安排如下。/类别¦项目数¦投资（万元）/幼儿园¦3¦2400/小学¦4¦6600 | 6600 = capital_investment primary 66000000 CNY target",
            "各地要按时完成。2023年在园幼儿数如下表。/县区¦数量/甘州区¦5900/临泽县¦1450 | 5900 = students pre_primary 5900 person @甘州区",
            "现将有关情况通报如后，各县区专任教师数见下表。/县区¦数量/甘州区¦590/临泽县¦145 | 145 = full_time_teachers _ 145 person @临泽县",
        ],
        alone=[
            "各地要按时完成。现将有关情况公布如下。/县区¦学校数¦在校生/甘州区¦59¦5900/临泽县¦14¦1450 | 59 = institutions all 59 institution",
            "现将项目安排如下。/表1 学校情况/县区¦学校数¦在校生/甘州区¦59¦5900/临泽县¦14¦1450 | 59 = institutions all 59 institution",
        ],
        paper={"dated": "2023-04-01"},
    ),
    "indicators.grids._WHOLE": Rule(
        "a column 全国 is of the country",
        by=[
            "指标¦本市¦全国/毛入园率¦91.2%¦88.1%/巩固率¦97%¦95.4% | 91.2% = gross_enrolment_ratio pre_primary 91.2 % @张掖市 | 88.1% = gross_enrolment_ratio pre_primary 88.1 % @全国",
            "指标¦张掖¦全省/毛入园率¦91.2%¦88.1%/近视率¦47%¦49.4% | 49.4% = myopia_rate _ 49.4 % @甘肃省",
            "指标¦全市¦全国/近视率¦47%¦51.9%/优良率¦46%¦44% | 51.9% = myopia_rate _ 51.9 % @全国",
        ],
        alone=[
            "指标¦本市¦全国文明校园/学校数¦59¦2/幼儿园数¦88¦1 | 59 = institutions all 59 institution @张掖市",
            "指标¦2022年¦2023年/毛入园率¦91.2%¦92.1%/巩固率¦97%¦98% | 92.1% = gross_enrolment_ratio pre_primary 92.1 % @张掖市",
        ],
    ),
    "indicators.grid_cells._MARKS": Rule(
        "600分以上 heads a column of persons",
        by=[
            "年度¦参考人数¦600分以上/2022年¦2748¦98/2023年¦2810¦69 | 98 = high_score_students _ 98 person 2022",
            "县区¦本科上线人数¦600分以上/甘州区¦980¦12/临泽县¦410¦3 | 12 = high_score_students _ 12 person @甘州区 | 3 = high_score_students _ 3 person @临泽县",
            "县区¦参考人数¦600分及以上/甘州区¦2748¦98/临泽县¦2810¦69 | 69 = high_score_students _ 69 person @临泽县",
        ],
        alone=[
            "县区¦参考人数¦最高分/甘州区¦2748¦698分/临泽县¦2810¦669分 | 2748 = _ _ 2748 person",
            "县区¦教师（人）¦目标/甘州区¦2748¦600人以上/临泽县¦2810¦700人以上 | 600人以上 = _ _ 600 person ge target",
        ],
    ),
}  # fmt: skip


test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a part by its year is of what the column before counts, and dates no other
        ("2024年建设项目安排表\n类别¦总投资（万元）¦其中：2024年\n幼儿园¦7440¦2910\n小学¦3018¦1140", [("2910", "capital_investment pre_primary 29100000 CNY target 2024")]),
        # sorts go on behind the first part
        ("2024年普通高中招生计划表（单位：人）\n县区¦计划招生数¦其中：定向¦公办¦民办\n甘州区¦590¦270¦540¦50\n临泽县¦315¦149¦298¦17", [("540", "new_entrants general_upper_secondary 540 person target"), ("17", "new_entrants general_upper_secondary 17 person target")]),
        # the part's own level instead of the whole's
        ("县区¦义务教育班级总数¦其中：初中¦大班额占比（%）\n甘州区¦1986¦642¦1.5\n临泽县¦1703¦571¦1.2", [("1986", "classes compulsory 1986 class"), ("642", "classes lower_secondary 642 class")]),
        # 项目 over the stubs is none that are built
        ("项目¦资金（万元）¦备注\n学前教育资助¦4108¦无\n高中国家助学金¦4377¦无", [("4108", "student_aid_amount pre_primary 41080000 CNY")]),
        # one level after the other of the sum above
        ("指标¦绝对数（人）¦比上年增长（%）\n在校学生总数¦104376¦-1.3\n#小学¦42310¦-2.5\n初中¦21945¦-3.9\n专任教师¦6735¦-0.2", [("21945", "students lower_secondary 21945 person"), ("3.9", "students lower_secondary -3.9 % growth"), ("6735", "full_time_teachers _ 6735 person")]),
        ("指标¦绝对数（所）\n普通高中¦62\n其中：民办¦11\n中等职业学校¦17", [("17", "institutions vocational_upper_secondary 17 institution")]),
        ("类别¦学校数¦班数\n普通中学¦34¦613\n其中:高中¦5¦171\n初中¦29¦442\n小学¦66¦1011", [("171", "classes general_upper_secondary 171 class"), ("442", "classes lower_secondary 442 class"), ("1011", "classes primary 1011 class")]),
        # a title alone over the caption; levels under money count no schools
        ("三、各级经费增长情况（见附表）\n附表一\n生均教育事业费增长情况（单位：元，%）\n地区¦小学2021年¦小学2022年¦小学增长率\n全市¦11047¦11533¦4.4\n高台县¦10422¦10976¦5.3", [("11047", "per_student_expenditure primary 11047 CNY/person 2021"), ("4.4", "per_student_expenditure primary 4.4 % growth 2022")]),
        # by the row's unit
        ("指标¦单位¦合计\n小学生师比（教师=1）¦¦13.62\n初中生师比（教师=1）¦¦11.94", [("13.62", "student_teacher_ratio primary 13.62 student/teacher"), ("11.94", "student_teacher_ratio lower_secondary 11.94 student/teacher")]),
        # to what it was in the school year before
        ("近视率（单位：%）\n学段¦2021学年¦2022学年¦2022学年与上学年相比\n小学¦38.6¦39.9¦+1.3\n初中¦72¦71.5¦-0.5", [("1.3", "myopia_rate primary 1.3 pp change"), ("0.5", "myopia_rate lower_secondary -0.5 pp change")]),
    ],
)  # fmt: skip
def test_columns_and_rows_that_lean(rows: str, expected: list[tuple[str, str]], reads: Callable[..., None]) -> None:
    reads(rows, expected)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("县（市）¦幼儿园数\n大理¦187\n祥云¦121\n宾川¦58", "大理市"),  # a county among its fellows
        (
            "县（市）¦幼儿园数\n大理¦366\n大理市¦187\n祥云¦121\n宾川¦58",
            "大理白族自治州",
        ),  # the county has a row of its own
        ("地区¦幼儿园数\n大理¦187\n楚雄¦121\n昆明¦58", "大理白族自治州"),  # fellows of the prefecture
        ("地区¦幼儿园数\n大理¦187\n祥云¦121", "大理白族自治州"),  # one county is no list
    ],
)
def test_a_county_with_its_prefecture_s_short_name(rows: str, place: str, reads: Callable[..., None]) -> None:
    number = rows.split("¦")[2].split("\n")[0]
    reads(
        rows,
        [(number, f"institutions pre_primary {number} institution @{place}")],
        title="大理州2023年学前教育情况",
        dated="2023-10-12",
    )
