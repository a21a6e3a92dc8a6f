"""Rules that replies to deputies, bulletins and press conferences taught: what is left, what was the task, who paid how much.

What belongs here: sentences that are read by these rules, and near misses.  What does not: lists of words
(test_listed_words), tables (test_reading_area_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, parted, table

REPLY = {"title": "对县十八届人大二次会议第39号建议的答复", "dated": "2024-05-20"}

RULES = {
    "indicators.parting._KEPT": Rule(
        "what is kept when others were merged stands: teaching points, or schools",
        by=[
            "全市撤并20人以下教学点113个,保留146个 | 113个 = schools_merged primary 113 institution | 146个 = teaching_points primary 146 institution",
            "三年来撤并村小28所,现保留15所 | 28所 = schools_merged primary 28 institution | 15所 = teaching_points primary 15 institution",
            "全县撤并学校38所,仅剩余24所 | 38所 = schools_merged all 38 institution | 24所 = institutions all 24 institution",
        ],
        alone=[
            "全县撤并学校38所,现有教师240名 | 38所 = schools_merged all 38 institution | 240名 = full_time_teachers _ 240 person",
            "全县新建学校38所,保留传统 | 38所 = schools_built all 38 institution",
        ],
    ),
    "indicators.aims._SET": Rule(
        "the task that a number fulfils is of what the number tells",
        by=[
            "中职学校招生2.98万人,超额完成省下达2.8万人的任务 | 2.98万人 = new_entrants vocational_upper_secondary 29800 person | 2.8万人 = new_entrants vocational_upper_secondary 28000 person target",
            "全市新增公办学位5.26万座,超额完成省下达的4.1万座任务 | 5.26万座 = new_places _ 52600 place | 4.1万座 = new_places _ 41000 place target",
            "全年招聘教师320名,完成市定300名的任务 | 320名 = teachers_recruited _ 320 person | 300名 = teachers_recruited _ 300 person target",
        ],
        alone=[
            "中职学校招生2.98万人,完成投资2.8亿元 | 2.98万人 = new_entrants vocational_upper_secondary 29800 person | 2.8亿元 = capital_investment _ 280000000 CNY",
            "全年招聘教师320名,培训300名教师 | 320名 = teachers_recruited _ 320 person | 300名 = teachers_trained _ 300 person",
        ],
    ),
    "indicators.per_head._TO_KINDERGARTENS": Rule(
        "what kindergartens are paid for each child by the month is expenditure on it, and no fee",
        by=[
            "财政补助按省级示范园每生每月560元、其他园420元核拨 | 560元 = per_student_expenditure pre_primary 560 CNY/person | 420元 = per_student_expenditure pre_primary 420 CNY/person",
            "县级公办园每生每月补助280元 | 280元 = per_student_expenditure pre_primary 280 CNY/person",
            "对普惠性民办园按每生每月减免、公办园每人每月免320元 | 320元 = per_student_expenditure pre_primary 320 CNY/person",
        ],
        alone=[
            "公办园保教费每生每月260元 | 260元 = other pre_primary 260 CNY/person",
            "寄宿生每生每月补助生活费300元 | 300元 = other _ 300 CNY/person",
        ],
    ),
    "indicators.voices._ASKED": Rule(
        "an answer to a deputy is of the level that the proposal names",
        by=[
            "王某某代表:/你提出的《关于缓解县城学前教育资源紧张的建议》收悉。/一、现状。去年新增学位3780个 | 3780个 = new_places pre_primary 3780 place",
            "王某某代表:/您提出的“关于加快补齐幼儿园短板的建议”收悉。/一、现状。去年新增学位3780个 | 3780个 = new_places pre_primary 3780 place",
            "王某某委员:/您提出的《关于加强乡镇初中建设的提案》收悉。/一、现状。投入资金380万元 | 380万元 = earmarked_education_funds lower_secondary 3800000 CNY",
        ],
        alone=[
            "王某某代表:/您提出的《关于加强学校建设的建议》收悉。/一、现状。去年投入资金3780万元 | 3780万元 = earmarked_education_funds all 37800000 CNY",
            "王某某代表:/您提出的《关于缓解县城学前教育资源紧张的建议》收悉。/一、现状。去年小学新增学位3780个 | 3780个 = new_places primary 3780 place",
        ],
        paper=REPLY,
    ),
}  # fmt: skip

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    "line",
    [
        # who paid how much of a sum, without 元
        "工程总投资1236万元(国债930万,地方配套306万) | 1236万元 = capital_investment _ 12360000 CNY | 930万 = earmarked_education_funds _ 9300000 CNY | 306万 = earmarked_education_funds _ 3060000 CNY",
        "投入资金1236万元,其中中央930万、地方306万 | 1236万元 = earmarked_education_funds _ 12360000 CNY | 930万 = earmarked_education_funds _ 9300000 CNY | 306万 = earmarked_education_funds _ 3060000 CNY",
        "投资1236万元,全县在校生12万 | 1236万元 = capital_investment _ 12360000 CNY | 12万 = students _ 120000 person",
        # the places of schools in a bracket of places
        "新增学位3780个(新建6所1980个,改扩建3所540个) | 3780个 = new_places _ 3780 place | 6所 = schools_built _ 6 institution | 1980个 = new_places _ 1980 place | 3所 = schools_built _ 3 institution | 540个 = new_places _ 540 place",
        # classes of another level
        "小学56人及以上班级604个,占13.5%;初中218个,占12.9% | 604个 = large_classes primary 604 class | 218个 = large_classes lower_secondary 218 class | 12.9% = large_class_share lower_secondary 12.9 %",
        "普通高中教学班96个,小学12所 | 96个 = classes general_upper_secondary 96 class | 12所 = institutions primary 12 institution",
        # county by county
        "全市新增学位5.26万座。分县看,甘州区1.62万座、高台县1.49万座 | 5.26万座 = new_places _ 52600 place | 1.62万座 = new_places _ 16200 place @甘州区 | 1.49万座 = new_places _ 14900 place @高台县",
        "全市招聘教师412名。按县区统计,甘州区162名 | 412名 = teachers_recruited _ 412 person | 162名 = teachers_recruited _ 162 person @甘州区",
        # numbers that are laid down
        "班额小学按45人、初中按50人设计 | 45人 = class_size primary 45 person | 50人 = class_size lower_secondary 50 person",
        "公办园生均公用经费拨款标准为示范园1600元、一级园1200元 | 1600元 = per_student_expenditure pre_primary 1600 CNY/person | 1200元 = per_student_expenditure pre_primary 1200 CNY/person",
        "去年并掉学校1所,今年再并2所 | 1所 = schools_merged _ 1 institution | 2所 = schools_merged _ 2 institution",
        "全市新建、改扩建公办中小学幼儿园68所 | 68所 = schools_built k12_and_pre_primary 68 institution",
    ],
)
def test_parts_payers_and_counties(line: str, reads: Callable[..., None]) -> None:
    reads(*parted(line))
