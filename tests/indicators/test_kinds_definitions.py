"""Numbers that only say what is counted or how, beside ones that look like them and state a statistic.

What belongs here: sentences of our own for each shape of indicators/definitions.  What does not: targets and norms
(test_kinds).  The notation is that of conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

DEFINES = [
    # a threshold before what it delimits
    ("全县撤并50人以下“麻雀校”21所。", "50人"),
    ("仍保留“20人以下”的小规模学校6所。", "20人"),
    ("3000人以上的行政村都有村幼儿园。", "3000人"),
    ("大班额指56人以上、65人以下（含）的班级。", "65人"),
    ("班额超过66人的41个，占2.1%。", "66人"),
    ("高考过600分86人，本科上线1218人。", "600分"),
    # one that says of schools, classes, townships which of them are counted
    ("马头、清溪等乡镇7所小学学生不足40人。", "40人"),
    ("全县26个教学点学生数在15人以下。", "15人"),
    ("全市仍有31个班超过55人。", "55人"),
    ("普惠率87.3%，其中3个镇未达80%。", "80%"),
    ("4所园办园规模不足30人，难以为继。", "30人"),
    # weights, full marks, short lists, days that are reckoned with
    ("笔试成绩占60%、面试占40%。", "60%"),
    ("笔试成绩占60%、面试占40%。", "40%"),
    ("内容为专业知识（占70%）和教育理论（占30%）。", "30%"),
    ("试卷满分为150分，考试时间两小时。", "150分"),
    ("按1:3的比例确定面试人选。", "1:3"),
    ("开考比例不低于1:2。", "1:2"),
    ("报名比例最低开考线1:3。", "1:3"),
    ("面试人选按招聘岗位数1:2的比例确定。", "1:2"),
    ("笔试、面试成绩按6:4折算。", "6:4"),
    # places of which nothing is told here
    ("其他8县（区）另行公布。", "8县"),
    ("合计（含其余5县）", "5县"),
    ("西部四县数据另表。", "四县"),
    ("补助每生每天5元，全年按200天计算。", "200天"),
    ("寄宿生补助每天4元，按250天。", "250天"),
    ("伙食费按10个月拨付。", "10个月"),
    ("每生每天3元、全年200天计算。", "200天"),
    ("校车经费按每辆每月0.9万元、8个月计。", "8个月"),
    ("作业时间超90分钟的比例为31.5%。", "90分钟"),
    ("睡眠达9小时的学生比例为23.8%。", "9小时"),
    ("淘汰使用超过6年的设备。", "6年"),
    ("公办率=公办园在园幼儿数÷在园幼儿总数×100%。", "100%"),
    ("6个县通过验收，占全市11个县（区）的54.5%。", "11个"),
    ("小学生书面作业1小时内、初中生90分钟内完成的比例分别为95%和87%。", "1小时"),
    ("小学生书面作业1小时内、初中生90分钟内完成的比例分别为95%和87%。", "90分钟"),
    # those of which some are told
    ("专用教室不足，8间中仅有5间每天开放。", "8间"),
    ("全县14个乡镇（街道）中有11个建有中心园。", "14个"),
    # terms of service and of training that select
    ("为从教满30年的216名教师颁发证书。", "30年"),
    ("表彰从教30年以上教师86名。", "30年"),
    ("专任教师中15年以上教龄的占37%。", "15年"),
    ("45岁以上教师占43%。", "45岁"),
    ("3个月以上的脱产培训占45%。", "3个月"),
]

STATES = [
    ("全县九年一贯制学校9所。", "9所"),
    ("全县撤并教学点50个以上，新建学校3所。", "50个"),
    ("每年组织200名以上城镇学校教师送教下乡。", "200名"),
    ("建成20所以上学校的共同体。", "20所"),
    ("全县9所小学学生共不足2000人。", "2000人"),
    ("全市5所高中在校生超过3000人。", "3000人"),
    ("6所农村小学平均规模不足30人。", "30人"),
    ("3所学校投入不足500万元。", "500万元"),
    ("全县12个乡镇毛入园率均超过95%。", "95%"),
    ("其余5个县均通过验收。", "5个"),
    ("全市有6个县（市、区）开展试点。", "6个"),
    ("专任教师中高级职称占60%，骨干教师占12%。", "60%"),
    ("学生体质健康成绩优良的占53%。", "53%"),
    ("每天开展体育活动2小时。", "2小时"),
    ("新招聘的52名教师中有31名到农村。", "52名"),
    ("全县9个教学点中心校统一管理。", "9个"),
    ("小学师生比为1:15.3。", "1:15.3"),
    ("校舍改造占工程总量的54.5%。", "54.5%"),
]


@pytest.mark.parametrize(("sentence", "number"), DEFINES)
def test_what_only_delimits(reads: Callable[..., None], sentence: str, number: str) -> None:
    reads(sentence, [(number, "definition")], title="青川县教育工作情况", dated="2023-12-20")


@pytest.mark.parametrize(("sentence", "number"), STATES)
def test_what_states(reads: Callable[..., None], sentence: str, number: str) -> None:
    reads(sentence, [(number, "observation")], title="青川县教育工作情况", dated="2023-12-20")


def test_what_is_left_carries_the_statement(reads: Callable[..., None]) -> None:
    reads(
        "全县38个教学点学生数不足20人，仍有5个班超过55人。",
        [
            ("38个", "teaching_points _ 38 institution"),
            ("20人", "definition"),
            ("5个", "_ _ 5 class"),
            ("55人", "definition"),
        ],
        title="青川县教育工作情况",
        dated="2023-12-20",
    )
