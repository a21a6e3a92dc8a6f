"""Chinese numerals that state something: sentences for rules of indicators.numerals_in_words, and near misses.

What belongs here: places in an order (indicators.ranks_in_words), shares, zero, quotations.  What does not: places of
administration (test_divisions), small numbers that count things (test_counting_in_words), the value of a numeral
(tests/language); the notation (conftest, helpers/rule_tables).
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
    "indicators.ranks_in_words._WON": Rule(
        "the place that a team won",
        by=[
            "参加全州篮球赛,获女子组第三名。 | 三 = anecdote",
            "县一中在省运动会上获团体第二名。 | 二 = anecdote",
            "代表队夺得全国联赛第四名。 | 四 = anecdote",
        ],
        alone=[
            "陈同学以672分夺得全市理科第三名。 | 三 = nothing",
            "获第三届运动会优秀组织奖。 | 三 = nothing",
            "万人上线率居全市第三名。 | 三 = _ _ 3 rank rank",
        ],
    ),
    "indicators.ranks_in_words._AMONG": Rule(
        "among the first",
        by=[
            "群众满意度位居全省前三。 | 三 = satisfaction_rate _ 3 rank le rank",
            "毛入园率保持全市前五。 | 五 = gross_enrolment_ratio _ 5 rank le rank",
            "本科上线率跻身全省前十。 | 十 = bachelor_line_rate _ 10 rank le rank",
        ],
        alone=[
            "位居全省前列。 | 列 = nothing",
            "排名前三的乡镇。 | 三 = nothing",
            "前三年招聘教师86名。 | 三 = nothing",
        ],
    ),
    "indicators.ranks_in_words._FIRST": Rule(
        "the first place by its name",
        by=[
            "本科上线率居全市首位。 | 首 = bachelor_line_rate _ 1 rank rank",
            "师资富裕全盟之首。 | 首 = _ _ 1 rank rank",
            "毛入园率名列榜首。 | 首 = gross_enrolment_ratio _ 1 rank rank",
        ],
        alone=["把教育摆在首位。 | 首 = nothing", "首先建成学校12所。 | 首 = nothing"],
    ),
    "indicators.numerals_in_words._RATE_ZERO": Rule(
        "a rate of zero",
        by=[
            "两人一铺的比例从23%压到零。 | 零 = _ _ 0 %",
            "小学辍学率为零。 | 零 = _ primary 0 %",
            "超大班额比例降到了零。 | 零 = _ _ 0 %",
        ],
        alone=["辍学率零容忍。 | 零 = nothing", "录取率实现零的突破。 | 零 = nothing"],
    ),
    "indicators.numerals_in_words._NONE": Rule(
        "none of what is counted",
        by=[
            "辍学学生零新增。 | 零 = _ _ 0 person",
            "校园安全事故零发生。 | 零 = _ _ 0 item",
            "脱贫家庭学生零失学。 | 零 = _ _ 0 person",
        ],
        alone=[
            "实现“零辍学”目标。 | 零 = nothing",
            "大班额动态清零，新增学位860个。 | 零 = nothing",
            "转入学生零审批。 | 零 = nothing",
        ],
    ),
    "indicators.numerals_in_words._FROM_ZERO": Rule(
        "from none",
        by=[
            "村幼儿园从零到187所。 | 零 = _ _ 0 institution",
            "特级教师从零增加到12名。 | 零 = _ _ 0 person",
            "集团化学校从零发展到36所。 | 零 = _ _ 0 institution",
        ],
        alone=["从零开始建成学校12所。 | 零 = nothing", "室外从零下15度升到5度。 | 零 = nothing"],
    ),
    "indicators.numerals_in_words._PAST_HALF": Rule(
        "past a half",
        by=[
            "毕业生留省就业比例首次过半。 | 半 = _ _ 50 % gt",
            "公办园在园幼儿占比已超半。 | 半 = _ _ 50 % gt",
            "项目开工率过半。 | 半 = _ _ 50 % gt",
        ],
        alone=["时间过半，任务未完。 | 半 = nothing", "公办率超半数。 | 半数 = _ _ 50 % gt"],
    ),
    "indicators.numerals_in_words._HALF_IS": Rule(
        "what a half is",
        by=[
            "多出来的,一半是劝返的。 | 一半 = other _ 50 %",
            "新教师中,半数来自师范院校。 | 半数 = other _ 50 %",
            "投入的资金,一半由省里承担。 | 一半 = other _ 50 %",
        ],
        alone=["成绩一半靠教师一半靠家长。 | 一半 = nothing", "教学楼建到一半。 | 一半 = nothing"],
    ),
    "indicators.numerals_in_words._OPENED": Rule(
        "numerals in quotation marks are slogans, unless somebody says them",
        by=[
            "用好“三所学校”结对帮扶机制。 | 三所 = nothing",
            "消除“两人结对”现象。 | 两人 = nothing",
            "印发《新建三所学校实施办法》。 | 三所 = nothing",
        ],
        alone=[
            "新建三所学校。 | 三所 = schools_built _ 3 institution",
            "“双减”以来新建三所学校。 | 三所 = schools_built _ 3 institution",
            "“明年,还要再开工两所公办幼儿园,公办率突破60%。”局长说。 | 两所 = _ pre_primary 2 institution target",
            '局长介绍,"去年我们还有两所小学没有塑胶操场,今年全部建好了。" | 两所 = _ primary 2 institution',
            '实施"三所学校"机制。 | 三所 = nothing',
        ],
    ),
    "indicators.numerals_in_words._LEAST": Rule(
        "a norm, however small its number",
        by=[
            "各县区不少于两个党建示范点。 | 两个 = _ _ 2 _ ge target",
            "应急疏散演练不少于两次。 | 两次 = _ _ 2 item ge target",
            "教师企业实践不少于一个月。 | 一个月 = anecdote",
        ],
        alone=["教师企业实践一个月。 | 一个 = nothing", "每月调度两次。 | 两次 = nothing"],
    ),
    "indicators.numerals_in_words._OF_ORDER": Rule(
        "the first and the last of an order are no counts",
        by=[
            "约谈后三名学校。 | 三名 = nothing",
            "每两所学校结对。 | 两所 = nothing",
            "前三所学校已开学。 | 三所 = nothing",
        ],
        alone=["最后三所学校食堂完工。 | 三所 = _ _ 3 institution", "此后两所学校开学。 | 两所 = _ _ 2 institution"],
    ),
    "indicators.numerals_in_words._GREAT": Rule(
        "a great number without a unit needs a bound",
        by=[
            "行程三万，风雨无阻。 | 三万 = nothing",
            "有的捐三千，有的捐五百。 | 三千 = nothing",
            "从一数到两百。 | 两百 = nothing",
        ],
        alone=[
            "全国参加课后服务学生逾七千七百万。 | 七千七百万 = _ _ 77000000 person gt",
            "本科上线人数首次突破四千。 | 四千 = bachelor_line_students _ 4000 person gt",
            "本科上线5124人,首破五千大关。 | 五千 = _ _ 5000 person gt",
            "三千学生告别大班额。 | 三千 = _ _ 3000 person",
        ],
    ),
    "indicators.numerals_in_words._place_name": Rule(
        "names of places that begin as a counted number does",
        by=[
            "选派教师赴三门峡学校跟岗。 | 三门 = nothing",
            "建成五台县学校设备库。 | 五台 = nothing",
            "改造三台县校舍。 | 三台 = nothing",
        ],
        alone=["购置五台学校设备。 | 五台 = _ _ 5 item", "开设三门课程。 | 三门 = _ _ 3 item"],
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
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize("text", ["全县排名第1234位。", "升学率居全省第2025%。", "合格率列全市第1.5名。"])
def test_no_rank_is_part_of_a_number(text: str) -> None:
    assert not find_ranks(text)
