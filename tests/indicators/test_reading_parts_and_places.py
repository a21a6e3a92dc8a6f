"""Headlines of several counts, parts told by their sort alone, rates told of several places, words for them.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the form of the tables
(helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "language.clauses._BLANK": Rule(
        "blanks part what a headline counts",
        by=[
            "新增教师86人 古浪县专任教师达2100人 | 86人 = teachers_recruited _ 86 person | 2100人 = full_time_teachers _ 2100 person",
            "撤并学校12所 保留初中学校20所 | 12所 = schools_merged _ 12 institution | 20所 = institutions lower_secondary 20 institution",
            "完成新建学校12所 全县义务教育学校46所 | 12所 = schools_built _ 12 institution | 46所 = institutions compulsory 46 institution",
        ],
        alone=[
            "2024年 全县新增学位300个 | 300个 = new_places _ 300 place 2024",
            "临洮县新增学位3200个 消除大班额86个 | 3200个 = new_places _ 3200 place | 86个 = large_classes _ 86 class",
            "全县 小学 12所 初中 5所 | 12所 = institutions primary 12 institution | 5所 = institutions lower_secondary 5 institution",
        ],
    ),
    "indicators.leaning._GOES_ON": Rule(
        "what 其中 opens with a colon is a list of parts",
        by=[
            "幼儿园48所,其中:公办20所,民办28所。 | 20所 = institutions pre_primary 20 institution | 28所 = institutions pre_primary 28 institution",
            "在园幼儿9200人,其中:民办4100人。 | 4100人 = students pre_primary 4100 person",
            "新建幼儿园7所,其中:公办6所。 | 6所 = schools_built pre_primary 6 institution",
        ],
        alone=[
            "幼儿园48所,在编教师:公办210人。 | 210人 = _ _ 210 person",
            "幼儿园48所,其中:新建3所。 | 3所 = schools_built _ 3 institution",
        ],
    ),
    "language.place_lists._SHARED": Rule(
        "a rate told of a list of places is that of each",
        by=[
            "甘州区、临泽县毛入园率均达95%。 | 95% = gross_enrolment_ratio _ 95 % @甘州区 + gross_enrolment_ratio _ 95 % @临泽县",
            "校舍安全,其中高台县、山丹县、民乐县开工率已超80%。 | 80% = project_start_rate _ 80 % gt @高台县 + project_start_rate _ 80 % gt @山丹县 + project_start_rate _ 80 % gt @民乐县",
            "肃南县和民乐县巩固率保持在99%以上。 | 99% = retention_rate _ 99 % ge @肃南裕固族自治县 + retention_rate _ 99 % ge @民乐县",
        ],
        alone=[
            "甘州区、临泽县等5个县区毛入园率达95%。 | 95% = gross_enrolment_ratio _ 95 % @张掖市",
            "甘州区、临泽县共有幼儿园62所。 | 62所 = institutions pre_primary 62 institution @张掖市",
            "甘州区、临泽县毛入园率分别为95%和93%。 | 95% = gross_enrolment_ratio _ 95 % @甘州区 | 93% = gross_enrolment_ratio _ 93 % @临泽县",
            "甘州区毛入园率达95%。 | 95% = gross_enrolment_ratio _ 95 % @甘州区",
        ],
        paper={"title": "张掖市教育工作情况"},
    ),
    "language.place_scope._BEYOND": Rule(
        "by how much more was done than the province asked for is told of the place itself",
        by=[
            "消除大班额146个,超省定任务21%。 | 21% = _ _ 21 % gap @张掖市",
            "新增学位3200个,超过省定任务12%。 | 12% = _ _ 12 % gap @张掖市",
            "培训教师960人,超额省定任务8%。 | 8% = _ _ 8 % gap @张掖市",
        ],
        alone=[
            "大班额比例低于省定标准(5%)。 | 5% = _ _ 5 % target @甘肃省",
            "高于全省平均6个百分点。 | 6个百分点 = _ _ 6 pp gap @张掖市",
        ],
        paper={"title": "张掖市教育工作情况"},
    ),
    "indicators.tales._NEW_SCHOOL": Rule(
        "what a school that is planned will be is told of that school",
        by=[
            "“河西初中”规划方案已定,占地86亩,建筑面积2.6万平方米。 | 86亩 = anecdote | 2.6万平方米 = anecdote",
            "学校按九年一贯制学校规划,其中小学24个班,年招生180人。 | 24个 = anecdote | 180人 = anecdote",
            "学校办学规模36个班,在校生1620人。 | 36个 = anecdote | 1620人 = anecdote",
        ],
        alone=[
            "全县学校办学规模适度,在校生1.6万人。 | 1.6万人 = students _ 16000 person",
            "“县中学”等4所学校完成改造。 | 4所 = _ _ 4 institution",
            "规划建设学校12所。 | 12所 = schools_built _ 12 institution target",
        ],
    ),
    "indicators.anecdotes._WORKS": Rule(
        "schools and buildings are counted, not the duties that they make",
        by=[
            "推进26所学校达标工作。 | 26所 = _ _ 26 institution",
            "完成120套教师宿舍建设任务。 | 120套 = _ _ 120 item",
            "承担8所幼儿园建设任务。 | 8所 = _ pre_primary 8 institution",
        ],
        alone=[
            "落实8项重点工作。 | 8项 = anecdote",
            "部署学校安全工作6项。 | 6项 = anecdote",
        ],
    ),
    "indicators.counted_units._part_of": Rule(
        "bare numbers in a bracket count in the unit of the number before it",
        by=[
            "校舍建筑面积36.5万平方米(学前4.2万、小学12.1万、中学20.2万)。 | 12.1万 = other primary 121000 m2 | 20.2万 = other k12 202000 m2",
            "专任教师2380人(学前310、小学1020、初中1050)。 | 310 = full_time_teachers pre_primary 310 person | 1020 = full_time_teachers primary 1020 person",
            "班级612个(小学402、初中210)。 | 402 = classes primary 402 class",
        ],
        alone=[
            "专任教师2380人(小学48所)。 | 48所 = institutions primary 48 institution",
            "专任教师2380人,小学1020平方米。 | 1020平方米 = other primary 1020 m2",
        ],
    ),
}


SAID = [
    # transitions between levels, in one list
    ("小学入学率、小学升初中率、初中升高中率分别为99.8%、98.6%、82.1%。", [("98.6%", "admission_rate primary 98.6 %"), ("82.1%", "admission_rate lower_secondary 82.1 %")]),
    ("初中升高中阶段比例88.4%。", [("88.4%", "admission_rate lower_secondary 88.4 %")]),
    ("初中新生率先升班,达标率91%。", [("91%", "other _ 91 %")]),
    # pupils of a group within 在校, per ten thousand, beyond the place
    ("在校少数民族学生3.4万人。", [("3.4万人", "students _ 34000 person")]),
    ("每万人口中有在校大学生215人。", [("215人", "students_per_100k tertiary 215 person")]),
    ("在校生8.2万人,其中县内7.9万人、县外3000人。", [("7.9万人", "students _ 79000 person"), ("3000人", "students _ 3000 person")]),
    # teachers who were added, by how they were hired
    ("新增特岗教师86名、临聘教师40名。", [("86名", "teachers_recruited _ 86 person"), ("40名", "teachers_recruited _ 40 person")]),
    ("接收公费师范生52人到乡镇任教。", [("52人", "teachers_recruited _ 52 person")]),
    ("公费师范生在校学习。", []),
    # schools that are under way, and a list of works that ends in 增设
    ("加快26所学校建设。", [("26所", "schools_built _ 26 institution")]),
    ("新建、改扩建、增设幼儿园33所。", [("33所", "schools_built pre_primary 33 institution")]),
    ("增设幼儿园33所。", [("33所", "institutions pre_primary 33 institution change")]),
    ("加快26所学校食堂建设。", [("26所", "_ _ 26 institution")]),
    # land is no floor; a kindergarten point; a policy is no person
    ("建成占地600亩的职教园区。", [("600亩", "other _ _ m2")]),
    ("开办村级幼教点410个。", [("410个", "institutions pre_primary 410 institution")]),
    ("学生资助政策达28项。", [("28项", "other _ 28 item")]),
    ("学生资助项目12项。", [("12项", "other _ 12 project")]),
    # 义务教育中小学 is compulsory education
    ("全县义务教育中小学46所,专任教师2210人。", [("46所", "institutions compulsory 46 institution"), ("2210人", "full_time_teachers compulsory 2210 person")]),
    ("全县中小学46所。", [("46所", "institutions k12 46 institution")]),
    # thresholds of a place; what a plan's whole is does not plan the share
    ("2万人口以上乡镇至少办好3所公办园。", [("2万人", "definition")]),
    ("已开工校舍8.1万平方米,占规划建设校舍总面积的76.4%。", [("76.4%", "other _ 76.4 %")]),
    ("规划建设校舍占地76.4%。", [("76.4%", "other _ 76.4 % target")]),
    # a promise in quotes, the last but one of a list, a list of works that a word at its end sums up
    ("“新建幼儿园15所,改造食堂”,列入市政府十件实事。", [("15所", "schools_built pre_primary 15 institution target")]),
    ("“新建幼儿园15所,改造食堂”,受到好评。", [("15所", "schools_built pre_primary 15 institution")]),
    ("全县有12所完全小学和5所初级中学。", [("12所", "institutions primary 12 institution"), ("5所", "institutions lower_secondary 5 institution")]),
    ("完成教师宿舍120套的年度建设任务。", [("120套", "_ _ 120 item")]),
    # students and schools of colleges; both sorts of a count at once
    ("研究生在学2.3万人,其中博士生6200人。", [("2.3万人", "students tertiary 23000 person"), ("6200人", "students tertiary 6200 person")]),
    ("招收研究生2.3万人。", [("2.3万人", "new_entrants _ 23000 person")]),
    ("普通高等学校96所(本科41所,高职(专科)55所),研究生培养单位28个。", [("41所", "institutions tertiary 41 institution"), ("55所", "institutions tertiary_vocational 55 institution"), ("28个", "institutions tertiary 28 institution")]),
    ("幼儿园152所,其中公办、民办分别为61所和91所。", [("61所", "institutions pre_primary 61 institution"), ("91所", "institutions pre_primary 91 institution")]),
    # what stands in a bracket is counted along by its own level, unless the bracket closes before the number
    ("初中46所(含九年制14所)。", [("14所", "institutions compulsory 14 institution")]),
    ("初中(含九年制学校)46所。", [("46所", "institutions lower_secondary 46 institution")]),
    ("小学86所、普通中学21所、职专1所。", [("1所", "institutions vocational_upper_secondary 1 institution")]),
    # a school that opens is new
    ("今年又有7所新校开学。", [("7所", "schools_built _ 7 institution")]),
    ("7所学校开学。", [("7所", "institutions _ 7 institution")]),
    # projects, where the paragraph speaks of building
    ("“全面改薄”项目72个,竣工66个。", [("72个", "construction_projects compulsory 72 project"), ("66个", "construction_projects _ 66 project")]),
    ("灾后重建项目264个,完工201个。", [("264个", "construction_projects _ 264 project")]),
    ("校舍建设提速,科技计划项目112项。", [("112项", "other _ 112 project")]),
    ("教师培训项目12个。", [("12个", "_ _ 12 project")]),
    # the office itself
    ("局机关内设科室9个,派出机构2个。", [("9个", "anecdote"), ("2个", "anecdote")]),
    # tenths
    ("近8成教师参加培训。", [("8成", "_ _ 80 % approx")]),
    ("公办园占比6.5成。", [("6.5成", "public_kindergarten_enrolment_share pre_primary 65 %")]),
    ("县成人学校1成立仪式。", [("1", "identifier")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:24] for text, _ in SAID])
def test_reads(reads: Callable[..., None], text: str, expected: list[tuple[str, str]]) -> None:
    reads(text, expected)


test_right, test_missed_without_its_rule = table(RULES)
