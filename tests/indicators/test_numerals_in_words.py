"""Chinese numerals that state something: sentences for rules of indicators.numerals_in_words, and near misses.

What belongs here: ranks, halves, awards, idioms.  What does not: the value of a numeral (tests/language); the
notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

import pytest
from rule_tables import Rule, table

from edu_pipeline.indicators.ranks_in_words import find_ranks

RULES = {
    "indicators.numerals_in_words._OF_HALF": Rule(
        "a half is a share where it is said of what",
        by=[
            "在校生占全市的一半。 | 一半 = other _ 50 %",
            "毕业生中有半数升入普通高中。 | 半数 = other _ 50 %",
            "农村教师占总数的一半。 | 一半 = other _ 50 %",
        ],
        alone=[
            "公办园占比超过一半。 | 一半 = public_kindergarten_enrolment_share _ 50 % gt",
            "半数以上的教师参加了培训。 | 半数 = other _ 50 % ge",
        ],
    ),
    "indicators.ranks_in_words._THEN": Rule(
        "a second rank behind the first",
        by=[
            "本科上线率居全市第一和第2名。 | 2 = bachelor_line_rate _ 2 rank rank",
            "毛入园率位居全省第三位、第五位。 | 五 = gross_enrolment_ratio _ 5 rank rank",
            "普惠率、巩固率分别位列全省第二、第三。 | 三 = retention_rate _ 3 rank rank",
        ],
        alone=[
            "毛入园率位居全省第三、西部地区前列。 | 三 = gross_enrolment_ratio _ 3 rank rank",
            "毛入园率位居全省第三，第5小学开工。 | 5 = identifier",
        ],
    ),
    "indicators.numerals_in_words._AWARD": Rule(
        "prizes are counted even in words",
        by=[
            "荣获一等奖四项、二等奖五项。 | 四项 = other _ 4 item | 五项 = other _ 5 item",
            "获金牌六枚、银牌三枚。 | 六枚 = other _ 6 item | 三枚 = other _ 3 item",
            "荣获省级二等奖三个。 | 三个 = other _ 3 item",
        ],
        alone=[
            "获得三项荣誉。 | 三项 = other _ 3 item",
            "建设实训基地十二个。 | 十二个 = other _ 12 base",
        ],
    ),
    "indicators.numerals_in_words._noun_pattern": Rule(
        "small numbers in words count where their noun is known",
        by=[
            "入选四个试点城市。 | 四个 = other _ 4 item",
            "建成三个教育集团。 | 三个 = education_groups _ 3 group",
            "开设五个专业。 | 五个 = other _ 5 item",
        ],
        alone=[
            "建成十二个教育集团，覆盖学校86所。 | 86所 = _ _ 86 institution",
            "全市十二所学校。 | 十二所 = institutions _ 12 institution",
        ],
    ),
    "indicators.numerals_in_words._PER_TIME": Rule(
        "how often and how long, where it is a norm",
        by=[
            "各校每学期至少开展两次应急演练。 | 两次 = other _ 2 item ge",
            "每天锻炼时间不少于一小时。 | 一小时 = other _ 1 hour ge target",
            "每周至少组织两次集体备课。 | 两次 = other _ 2 item ge",
        ],
        alone=[
            "每天锻炼时间不少于1小时。 | 1小时 = other _ 1 hour ge target",
            "每学期至少开展2次应急演练。 | 2次 = other _ 2 item ge",
        ],
    ),
    "indicators.numerals_in_words._NOT_AFTER": Rule(
        "a numeral that forms the name of a system counts nothing",
        by=[
            "举办五人制足球联赛。 | 五人 = nothing",
            "推行两班制教学。 | 两班 = nothing",
            "开展三人制篮球进校园活动。 | 三人 = nothing",
            "形成三所一体格局。 | 三所 = nothing",
        ],
        alone=[
            "有五人制足球队12支。 | 12支 = _ _ 12 _",
            "表彰十二名教师。 | 十二名 = _ _ 12 person",
        ],
    ),
    "indicators.numerals_in_words._QUOTED": Rule(
        "numerals in quotation marks are slogans",
        by=[
            "用好“三所学校”结对帮扶机制。 | 三所 = nothing",
            "消除“两人一铺”现象。 | 两人 = nothing",
            "探索“两班教学”模式。 | 两班 = nothing",
        ],
        alone=[
            "新建三所学校。 | 三所 = schools_built _ 3 institution",
            "“双减”以来新建三所学校。 | 三所 = schools_built _ 3 institution",
        ],
    ),
    "indicators.numerals_in_words._COMPOUND": Rule(
        "counties and districts together are one number",
        by=[
            "两县三区全部通过国家认定。 | 两县三区 = _ _ 5 county",
            "五县一市均实现基本均衡。 | 五县一市 = _ _ 6 county",
            "全州一市七县通过义务教育基本均衡验收。 | 一市七县 = _ _ 8 county",
        ],
        alone=[
            "两县通过国家认定。 | 两县 = _ _ 2 county",
            "六个县区通过国家认定。 | 六个 = _ _ 6 county",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize("text", ["全县排名第1234位。", "升学率居全省第2025%。", "合格率列全市第1.5名。"])
def test_no_rank_is_part_of_a_number(text: str) -> None:
    assert not find_ranks(text)
