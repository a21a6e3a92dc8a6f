"""Paragraphs that page breaks and narrow lines cut, and lines that only look so.

What belongs here: whether a line goes on in the next.  What does not: the role of a line (test_blocks, test_furniture).
"""

from __future__ import annotations

import pytest
from roles import PROSE, roles

from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.reading.broken import habits
from edu_pipeline.reading.lines import split_lines


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("我县着力扩大优质资源。去年新建幼儿", "园6所,新增学位1800个。"),
        ("◆投入力度加大,全县共投入学校建设资金2870万", "元,其中上级专项1650万元。"),
        ("县里将再建寄宿制学校4所,力争初中辍学率控制在2%", "以内,毛入学率达到45%。"),
        ("全县义务教育巩固率稳步提高,残疾儿童入学率达到9", "8.2%,均居全市前列。"),
        ("各学校认真落实课后服务要求,", "参与学生达到2.1万人。"),
        ("在海拔三千多米的牧区,巡回支教的老师们克服种种困难,带着教材和", "教具走遍了每一个教学点。"),
        ("截至年底,全县共有", "123所学校开展课后服务。"),
        ("全县纳入集团化办学的学校共86所", ",覆盖率达到92%。"),
        ("教育 2016 年末，全县设教学点", "13 个，有各级各类学校 290 所。"),
        ("截至年底,全市有小学41所,初中", "120所;幼儿园31所。"),
        ("全县毛入园率 91%，小学入学率", "99.9%（其中城区 100%）。"),
        ("截至2023年底,全市中小学校舍建筑", "面积231.6万平方米,危房占4.8%。"),
        ("2023年,全县义务教育学校专任", "教师达2810人,其中特岗320人。"),
        ("目前,全县共有各级各类学校在校", "学生52310人。"),
        ("我市组织师生走进“延河", "—宝塔山”红色研学线路,收获很大。"),
        ("“操场下面是停车场,接送孩子不用再堵在路上。”", "校长黄某某说。"),
        ("“孩子上学近了,我们大人也放心多了。”", "家长介绍。"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n"])
def test_heals_page_breaks(first: str, second: str, gap: str) -> None:
    between = gap if gap == "\n\n" else "\n"
    text = f"{PROSE}{between}{first}{gap}{second}{between}{PROSE}\n"
    assert f"{first}{gap}{second}" in [t for _, t in roles(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("我县着力扩大优质资源,新建幼儿园6所。", "全县教师队伍不断壮大。"),
        ("附件2", "清河县2023—2024学年度义务教育学校基本情况一览表"),
        ("附表3-1", "清河县2023—2024学年度普通高中学校基本情况,以及幼儿园情况"),
        (
            "公开征求意见时间:2024年1月28日至2月27日  联系电话:0311-5922741",
            "“十四五”收官之年,全县有中小学45所,幼儿园38所。",
        ),
        ("请将意见发送至县教育局规划股,邮箱:qhjyj@163.com", "全县有中小学45所,幼儿园38所,在校学生29843人。"),
        ("一、优化布局,扩大资源", "全县新建学校8所。"),
        ("(二)强化保障,改善条件", "投入资金1.2亿元。"),
        ("强师铸魂", "全县招聘教师120名。"),
        ("加大投入力度。(责任单位:县财政局、县教育局)", "健全督导机制,定期通报。"),
        ("各乡镇人民政府,县直有关部门:", "现将方案印发给你们。"),
        ("清河县教育局关于做好2024年秋季学期开学工作有关事项的通知", "各中小学校要高度重视。"),
        ("全县小学41所,在校生12345人;", "初中10所,在校生5678人。"),
        ("一、现状与问题，成绩与不足", "2007年，全市有中等职业学校17所。"),
        ("2023年,扩大资源", "学校达412所,比上年增加3所。"),
        ("目前,教育发展提质增效", "2023年全市新建学校12所。"),
        ("(一)布局,规模", "12所，比上年减少3所。"),
        ("落实课程方案。着力补齐短", "一是加强教研。"),
        ("“孩子上学近了,我们大人也放心多了。”", "全县投入资金1.2亿元。"),
        ("各校开学工作准备就绪。", "校长黄某某说。"),
    ],
)
def test_keeps_paragraphs_apart(first: str, second: str) -> None:
    texts = [t for _, t in roles(f"{PROSE}\n{first}\n{second}\n{PROSE}\n")]
    assert first in texts and second in texts


def test_heals_lines_of_a_fixed_width() -> None:
    lines = [
        "　　近年来,云溪市把教育摆在优先发展的战略地位,持续加大投入,不断改善办学条件,全市教",
        "育事业取得明显成效,人民群众的获得感不断增强。全市现有幼儿园二百余所,普惠园占比达到八",
        "成以上,公办园在园幼儿占比超过一半,毛入园率连续五年提高,城乡差距进一步缩小了很多很多。",
        "同时,义务教育巩固率保持在较高水平,大班额基本消除,乡村学校面貌一新,教师待遇得到保障。",
        "　　下一步,全市将继续坚持以人民为中心的发展思想,深化教育综合改革,推进教育数字化,加快",
        "建设高质量教育体系,努力办好人民满意的教育,为全市经济社会发展提供有力的人才和智力支撑,",
        "让每一个孩子都能享有公平而有质量的教育,为共同富裕奠定坚实基础。",
    ]
    found = roles("\n".join(lines))
    assert [r for r, _ in found] == ["body", "body"]
    assert found[1][1].startswith("下一步")


NARROW = """教育事业稳步发展。2017年末,全县共有各级各
类学校23所。其中:普通高中1所,职业学校1所,初
中3所,九年一贯制学校4所,小学5所,幼儿园9所,
在校学生4246人,比上年减少128人,在园幼儿811
人,比上年增长1.6%,学龄儿童入学率100%。
全县教职工768人,其中专任教师611人,专任教师
学历达标率99.8%。全年教育支出9842万元,比上年
增长7.3%。新建教师周转房24套,改造校园运动场1
个,发放各类助学金186万元。"""


def test_heals_lines_of_narrow_columns() -> None:
    assert [t[:6] for _, t in roles(NARROW)] == ["教育事业稳步", "全县教职工7"]


@pytest.mark.parametrize(
    "lines",
    [
        ["我县召开秋季校园安全工作会议暨开学工作部署会", "县第二实验小学举行经典诵读展演活动圆满结束"] * 4,
        [*NARROW.splitlines(), "全县教育系统坚持育人为本扎实推进各项改革教育质量稳步提升群众满意度不断提高"],
    ],
)
def test_headlines_and_wider_pages_are_no_narrow_columns(lines: list[str]) -> None:
    assert habits(split_lines("\n".join(lines))).wrapped == 0


NAMES = [
    ("特殊教育学校", "16所", True),
    ("在校残疾学生", "6,872名", True),
    ("义务教育入学率", "97.6%", True),
    ("特殊教育学校", "16所小学", False),
    ("2021年在校生", "6872名", False),
    ("下一步打算", "16所", False),
]


@pytest.mark.parametrize(("name", "figure", "one"), NAMES)
def test_a_name_over_its_figure_is_one_paragraph_with_it(name: str, figure: str, one: bool) -> None:
    assert (f"{name}\n{figure}" in [t for _, t in roles(f"{PROSE}\n\n{name}\n{figure}\n\n{PROSE}")]) is one


def test_a_caption_inside_a_sentence_stands_by_itself() -> None:
    text = (
        f"{PROSE}\n\n去年以来,\n\n\n\n清河二中合唱社团在排练。\n\n全县中考改革平稳推进,新增选考科目2门。\n\n{PROSE}\n"
    )
    blocks = find_blocks(text)
    assert [(b.role, b.continues) for b in blocks] == [
        ("body", False),
        ("body", False),
        ("caption", False),
        ("body", True),
        ("body", False),
    ]


def test_a_page_number_inside_a_sentence_is_furniture() -> None:
    text = f"{PROSE}全县标准化学校占\n- 12 -\n比达到85%。\n{PROSE}\n"
    assert [b.role for b in find_blocks(text)] == ["body", "furniture", "body", "body"]
    assert find_blocks(text)[2].continues


WIDE = "全市教育系统坚持育人为本，扎实推进各项改革，教育质量稳步提升，群众满意"


@pytest.mark.parametrize(
    ("item", "below", "role"),
    [
        (
            "（一）2025年年底前，基本消除66人以上的超大班额，超大班额占比控",
            "制在1%以内，大班额比例降至10%以下；",
            "body",
        ),
        ("（二）新建、改扩建农村中小学12所，新增学位3600个，招聘紧缺学科教师", "320名，交流教师120名。", "body"),
        ("2.三年内落实专项资金，改善农村寄宿制学校办学条件，购置图书和仪", "器设备，总投资3200万元。", "body"),
        ("（一）提高站位，加强领导", "各县区要高度重视。", "heading"),
        ("（一）坚持优先发展，强化政府统筹，全力保障教育投入和师资队伍建设", "各县区要高度重视", "heading"),
        ("（一）坚持优先发展，强化政府统筹，全力保障教育投入和师资队伍建设", "1.各县区要高度重视。", "heading"),
    ],
)
def test_an_item_that_reaches_the_edge_of_the_page_goes_on(item: str, below: str, role: str) -> None:
    text = f"{WIDE}\n度不断提高。\n{item}\n{below}\n{WIDE}\n度不断提高。\n"
    assert next(r for r, said in roles(text) if said.startswith(item)) == role
