"""What is told beside the statistics, and statistics that look like it.

What belongs here: sentences of our own for each shape of indicators/anecdotes and indicators/tales.  What does not:
thresholds and weights (test_kinds_definitions), targets (test_kinds).  The notation is that of conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    # the county itself
    (
        "我县位于陇南山区，总面积2130平方公里，辖12镇9乡、186个行政村，总人口31.6万人。",
        ["2130平方公里", "12", "9", "186个", "31.6万人"],
    ),
    ("全旗下辖8个苏木镇，户籍人口11.2万，人口密度每平方公里只有9人。", ["8个", "11.2万", "9人"]),
    ("这里17万人口，外来人口占三成。", ["17万"]),
    ("介于北纬25°29′-26°10′之间，年初确定的12件民生实事全部办结。", ["25", "12件"]),
    # inspections, samples, meetings
    ("省督导组一行9人到我县验收，查阅档案146卷，实地察看幼儿园18所。", ["9人", "146卷", "18所"]),
    ("组织7人专家组复核，抽查乡镇6个、学校24所、幼儿园8所。", ["7人", "6个", "24所", "8所"]),
    ("抽测36所学校4200名学生，收回家长问卷1163份。", ["36所", "4200名", "1163份"]),
    ("先后到东海、碣石等7个镇（街道）和15所幼儿园调研。", ["7个", "15所"]),
    ("召开常委会、常务会13次研究教育工作。", ["13次"]),
    ("访谈师生540余人，市人大代表8人参加。", ["540余人", "8人"]),
    ("督查发现安全隐患17处，已整改15处。", ["17处", "15处"]),
    ("对照6个方面24项内容开展自评，14个部门参与。", ["6个", "24项", "14个"]),
    # marks and copies
    ("毛入园率达标（8分），黑校车每起扣1分。", ["8分", "1分"]),
    ("责任书一式3份，附件共64页。", ["3份", "64"]),
    # scenes, extremes, one school
    ("清晨，三河村幼教点，34个孩子跟着辅导员读童谣。", ["34个"]),
    ("教室里，26名学生正通过大屏幕上英语课。", ["26名"]),
    ("清溪镇14个教学点中，学生最少的只有3人。", ["3人"]),
    ("“以前英语课一周只有1节，现在能上3节。”校长说。", ["1节", "3节"]),
    ("全县高中招生3450人，其中青川一中900人。", ["900人"]),
    ("“原来82个人一间教室，后排看不见黑板。”清溪镇第三小学六年级的赵盼比划着说。", ["82个"]),
    ("以城关小学为例，学生由860人增至1200人。", ["860人", "1200人"]),
    ("中心校每月开展教研活动2次。", ["2次"]),
    ("考生李某以651分居全省第7名。", ["651分", "7"]),
    ("全市理科最高分712分，来自市一高。", ["712分"]),
    # the scene of one school behind two clauses, one that is praised for its place, a trip, a survey
    (
        "3月5日上午,雨过天晴,青川县第二实验小学三年级的操场上,42名学生有30名跳绳,留下的12名打球。",
        ["42名", "30名", "12名"],
    ),
    ("青川民族中学是我县规模最大的学校之一，现有教学班36个、学生1820人。", ["36个", "1820人"]),
    ("马鞍羌族小学是全县最远的学校，有学生76人。", ["76人"]),
    ("支教教师往返一次平均需3.5小时。", ["3.5小时"]),
    ("孩子们单程一趟要2.5小时。", ["2.5小时"]),
    ("一项面向960名家长的问卷显示，县统计局入户调查400户。", ["960名", "400户"]),
    ("高寨教学点教师守了多年，如今该点有学生41名、教师5名。", ["41名", "5名"]),
]

STATED = [
    ("校舍总面积18.6万平方米，辖区内有小学12所。", ["18.6万平方米", "12所"]),
    ("全县大学文化程度人口4.86万人，学龄人口3.1万人。", ["4.86万人", "3.1万人"]),
    ("每十万人口高等教育在校生2860人。", ["2860人"]),
    ("高教园区一期占地10平方公里。", ["10平方公里"]),
    ("接待研学师生43.6万人次，收回小区配套园6所。", ["43.6万人次", "6所"]),
    ("全县有专职督学9人、心理咨询室36个。", ["9人", "36个"]),
    ("76条校车专线接送学生3480人。", ["76条", "3480人"]),
    ("学生身高较实施前平均增加6.2厘米。", ["6.2厘米"]),
    ("新建围墙3200米，道路硬化1.2公里。", ["3200米"]),
    ("设备先后到位36台，先后投入学校12所。", ["36台", "12所"]),
    ("一是镇区配套幼儿园公办率48.7%。", ["48.7%"]),
    ("16个乡镇实现公办中心园全覆盖。", ["16个"]),
    ("青川一中2名学生被清华、北大录取。", ["2名"]),
    ("全县有312名孩子在省城就读。", ["312名"]),
    ("小学平均班额46人，最大班额达74人。", ["46人", "74人"]),
    ("其中在县特殊教育学校就读62人，在市第二聋哑学校寄宿9人，送教上门26人。", ["62人", "9人", "26人"]),
    ("县教育局局长李某算了一笔账：今年拨付营养改善资金398.6万元，惠及学生5089人。", ["398.6万元", "5089人"]),
    ("青川县是全市特教试点之一，有随班就读学生97人。", ["97人"]),
    ("建设青川县、旺苍县2个县级实训中心。", ["2个"]),
]

RULED = [
    ("小学书面作业每天不超过60分钟，初中不超过90分钟。", ["60分钟", "90分钟"]),
    ("三至六年级不超60分钟。", ["60分钟"]),
    ("大课间不少于30分钟，教师企业实践每年不少于30天。", ["30分钟", "30天"]),
]


@pytest.mark.parametrize(("sentence", "numbers"), TOLD)
def test_what_is_told(reads: Callable[..., None], sentence: str, numbers: list[str]) -> None:
    reads(sentence, [(n, "anecdote") for n in numbers], title="青川县教育工作情况", dated="2023-12-20")


@pytest.mark.parametrize(("sentence", "numbers"), STATED)
def test_what_is_stated(reads: Callable[..., None], sentence: str, numbers: list[str]) -> None:
    reads(sentence, [(n, "observation") for n in numbers], title="青川县教育工作情况", dated="2023-12-20")


@pytest.mark.parametrize(("sentence", "numbers"), RULED)
def test_what_is_ruled(reads: Callable[..., None], sentence: str, numbers: list[str]) -> None:
    reads(sentence, [(n, "target") for n in numbers], title="青川县教育工作情况", dated="2023-12-20")


SCHOOLS = [
    ("青川职业技术学院质量年度报告（2023）", "在校生4862人，生师比17.2:1。", ["4862人", "17.2:1"], "anecdote"),
    ("广元市利州中学2023年工作总结", "学校招生712人。", ["712人"], "anecdote"),
    ("青川职业技术学院质量年度报告（2023）", "全市有高职院校3所，利州区共有中职校2所。", ["3所", "2所"], "observation"),
    ("青川县教育局2023年工作总结", "在校生4862人。", ["4862人"], "observation"),
    ("青川县控辍保学和学校布局工作情况的报告", "劝返学生86人。", ["86人"], "observation"),
    ("青川县中小学2023年工作总结", "在校生4862人。", ["4862人"], "observation"),
    ("青川县职业学校质量年度报告", "在校生4862人。", ["4862人"], "observation"),
]


@pytest.mark.parametrize(("title", "text", "numbers", "kind"), SCHOOLS)
def test_a_school_reports_of_itself(
    reads: Callable[..., None], title: str, text: str, numbers: list[str], kind: str
) -> None:
    reads(text, [(n, kind) for n in numbers], title=title, dated="2023-12-20")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("出台“教育30条”，成效明显。", "identifier"),
        ("出台30条措施。", "anecdote"),
        ("开通校车线路30条。", "observation"),
    ],
)
def test_clauses_and_lines(reads: Callable[..., None], sentence: str, kind: str) -> None:
    reads(sentence, [("30条", kind)], title="青川县教育工作情况", dated="2023-12-20")


@pytest.mark.parametrize(
    ("sentence", "number", "kind"),
    [
        ("公示期为5个工作日。", "5个", "period"),
        ("报名时间4月21日9:00至27日17:00。", "27", "period"),
        ("每年培训不少于10日。", "10日", "anecdote"),
    ],
)
def test_days(reads: Callable[..., None], sentence: str, number: str, kind: str) -> None:
    reads(sentence, [(number, kind)], title="青川县教育工作情况", dated="2023-12-20")
