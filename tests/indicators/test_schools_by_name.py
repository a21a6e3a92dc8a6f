"""Schools, courses, plans and persons that a paper names, whose numbers are no statistics of its place.

What belongs here: sentences for rules of indicators.tales and indicators.anecdotes, and near misses.  What does not: how
such numbers are told within longer texts (test_reading_told); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

RULES = {
    "indicators.tales._RESULTS_OF": Rule(
        "the results of one school by its name",
        by=[
            "全县本科上线912人；榆坡中学本科上线率首次突破60%。 | 60% = anecdote",
            "全市一本上线率18.4%，其中沙溪高中一本上线率31%。 | 31% = anecdote",
            "全县高考成绩稳步提升，石门中学重点本科上线人数增至206人。 | 206人 = anecdote",
        ],
        alone=[
            "全县普通高中本科上线率62%。 | 62% = bachelor_line_rate general_upper_secondary 62 %",
            "县属高中一本上线率达21%。 | 21% = bachelor_line_rate general_upper_secondary 21 %",
            "农村高中本科上线率首次突破40%。 | 40% = bachelor_line_rate general_upper_secondary 40 % gt",
        ],
    ),
    "indicators.tales._SINCE_IT_OPENED": Rule(
        "what one institution has done since it opened",
        by=[
            "远航汽修培训基地自2018年开办以来，招收贫困学生860人，毕业生就业率98%。 | 860人 = anecdote | 98% = anecdote",
            "青松职业培训学校自2020年9月成立以来，培训教师2400人次。 | 2400人次 = anecdote",
            "县特殊教育指导实训中心自建成以来，接待学生1200人次。 | 1200人次 = anecdote",
        ],
        alone=[
            "校外培训专项治理自2021年启动以来，注销机构86家。 | 86家 = tutoring_institutions _ 86 institution",
            "乡镇中心幼儿园自2019年建成以来，新增学位360个。 | 360个 = new_places pre_primary 360 place",
        ],
    ),
    "indicators.tales._OURS": Rule(
        "a clause of its own on one school",
        by=[
            "全市招聘高中教师52名，我校9名。 | 52名 = teachers_recruited _ 52 person | 9名 = anecdote",
            "全县表彰优秀教师120人，我校6人。 | 6人 = anecdote",
            "全区安排改造资金860万元，其中我园45万元。 | 45万元 = anecdote",
        ],
        alone=[
            "全市招聘高中教师52名，初中教师30名。 | 30名 = teachers_recruited lower_secondary 30 person",
            "全区教师本科学历占81%，本校舍维修项目投资90万元。 | 90万元 = _ _ 900000 CNY",
        ],
    ),
    "indicators.anecdotes._PARTED": Rule(
        "the parts of what is held",
        by=[
            "暑期培训班于7月10日开班，分4期，每期10天。 | 4期 = anecdote",
            "教师体检分3批进行。 | 3批 = anecdote",
            "校长轮训分为2期。 | 2期 = anecdote",
        ],
        alone=[
            "支教教师3批126人。 | 126人 = teachers_rotated _ 126 person",
            "评选教坛新秀2批共80名。 | 80名 = _ _ 80 person",
        ],
    ),
    "indicators.anecdotes._GREAT": Rule(
        "the parts of a plan by their usual name",
        by=[
            "《规划》部署了5大工程。 | 5大 = anecdote",
            "实施教育强县8大行动。 | 8大 = anecdote",
            "体系涵盖6大板块。 | 6大 = anecdote",
        ],
        alone=[
            "实施改造工程5个。 | 5个 = _ _ 5 project",
            "建设教学点5处。 | 5处 = _ _ 5 _",
        ],
    ),
    "indicators.divisions._IN_A_ROW": Rule(
        "a town whose name begins as a number does",
        by=[
            "龙王镇、五十镇中心小学已投入使用。 | 五 = nothing",
            "东沟乡、三十乡中心幼儿园已全部开学。 | 三 = nothing",
            "石门镇和十八镇中学均已开学。 | 十 = nothing",
        ],
        alone=[
            "龙王、东沟两镇初中并入县三中。 | 两 = _ _ 2 item",
            "两镇小学全部开学。 | 两 = _ _ 2 item",
        ],
    ),
}
test_right, test_missed_without_its_rule = table(RULES)

NAMED = [
    # the school lies somewhere and opens
    ("位于城北的阳光小学于9月1日启用，占地52亩，设24个班。", ["52亩", "24个"], "anecdote"),
    ("坐落于河东新区的云溪幼儿园今年春季开园，占地18亩。", ["18亩"], "anecdote"),
    ("位于山区的农村小学已全部投用，设24个班。", ["24个"], "observation"),
    # schools of a county and of its towns
    ("近年来，县一中办学质量提升，2024年高考一本上线率21.5%，本科上线率66%。", ["21.5%", "66%"], "anecdote"),
    ("【职业教育】　县职业高级中学开设烹饪、护理等专业8个。", ["8个"], "anecdote"),
    ("甘州区平山镇中心学校是一所九年一贯制学校，下辖村小2所。", ["2所"], "anecdote"),
    ("各乡镇中心学校均配备教师，下辖村小26所。", ["26所"], "observation"),
    ("县一中、县二中新校区投用，新增学位2400个。", ["2400个"], "observation"),
    # what a school or a group has won and done
    ("学校先后荣获省级表彰20余项。", ["20余项"], "anecdote"),
    ("该集团共选派15名骨干教师到分校任教，占教师的11%。", ["15名", "11%"], "anecdote"),
    # persons, guests, habits
    ("教师王某从教29年。", ["29"], "anecdote"),
    ("表彰农村从教30年教师46名。", ["30"], "definition"),
    ("12家媒体的30余名记者参加。", ["30余名"], "anecdote"),
    ("校长每天陪餐1次。", ["1次"], "anecdote"),
    ("县教育局内设9个股室。", ["9个"], "anecdote"),
    ("今年确定的12件为民办实事事项中，涉及教育的有4件。", ["12件", "4件"], "anecdote"),
]


@pytest.mark.parametrize(("text", "numbers", "kind"), NAMED)
def test_what_is_told_of_one(reads: Callable[..., None], text: str, numbers: list[str], kind: str) -> None:
    reads(text, [(n, kind) for n in numbers])


def test_the_authority_on_the_page_of_a_school(reads: Callable[..., None]) -> None:
    reads(
        "学校占地40亩，有教师86人。市教育局计划今年为其中6所学校更换锅炉，投资320万元。",
        [("86人", "anecdote"), ("6所", "target"), ("320万元", "target")],
        title="甘州区第三中学简介",
    )
