"""Lines to blocks: roles, and paragraphs that a page break cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.reading.broken import habits
from edu_pipeline.reading.lines import split_lines
from edu_pipeline.reading.model import ROLES, Block

PROSE = "全县教育系统坚持育人为本,扎实推进各项改革,教育质量稳步提升,群众满意度不断提高。"


def roles(text: str) -> list[tuple[str, str]]:
    return [(b.role, text[b.start : b.end]) for b in find_blocks(text)]


def role_of(line: str) -> str:
    """The role of a line between two paragraphs."""
    return next(role for role, text in roles(f"{PROSE}\n{line}\n{PROSE}\n") if text == line)


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


@pytest.mark.parametrize(
    "line",
    [
        "一、基本情况",
        "(三)加强队伍建设",
        "第二章 发展目标",
        "3.深化改革",
        "## 主要做法",
        "推进优质均衡 办好家门口的学校",
    ],
)
def test_headings(line: str) -> None:
    assert role_of(line) == "heading"


@pytest.mark.parametrize(
    "line", ["1.加强领导。成立专班。", "全县有小学41所,初中10所", "二是强化督导。", "3.5万名学生受益。"]
)
def test_no_headings(line: str) -> None:
    assert role_of(line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "第3页 共10页",
        "- 7 -",
        "查看详情>>",
        "分享到:",
        "【字体:大 中 小】",
        "打印本页",
        "当前位置:首页>政务公开>统计信息",
        "上一篇:2019年工作要点",
        "京ICP备05012345号-2",
        "互联网新闻信息服务许可证:31120170006",
        "增值电信业务经营许可证:沪B2-2017116",
        "Powered by Discuz! X3.2",
        "链接地址:http://www.example.com/a/123456.html",
        "主办单位:清河县人民政府 技术支持:某某科技公司",
        "版权所有 清河县教育局 未经授权禁止转载",
        "扫一扫在手机打开当前页",
        "(此件公开发布)",
        "浏览次数:1024",
        "责任编辑:李某",
        "Copyright © 2020 All Rights Reserved",
        "共37页 当前第5页  首页 上一页 3 4 5 6 7 下一页 尾页  转到第5页",
        "[责编 金某]  3人点赞  收藏  举报",
        "↓↓↓",
    ],
)
def test_furniture(line: str) -> None:
    assert role_of(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "首页改版后,教育局网站访问量达到12万人次,浏览次数大幅增加。",
        "分享到位、落实到位的经验12条。",
        "打印设备投入120万元,惠及学校30所。",
        "来源多样的资金共2.3亿元,用于改善办学条件。",
        "上一篇章里,我县新建学校12所。",
        "主办单位有教育局等5家,参赛学生3200人。",
        "目前共有公办园52所。",
        "在校生12345人",
        "为教师节活动点赞的家长有320人,收藏图书1200册。",
        "今天是第三十八个教师节,全县表彰教师120名。",
        "禁止校园贷进校园,严禁复制传播不良信息,查处12起。",
    ],
)
def test_real_text_is_not_furniture(line: str) -> None:
    assert role_of(line) == "body"


def test_the_tail_of_a_page_is_furniture_and_its_body_is_not() -> None:
    text = f"{PROSE}全县教育支出12.3亿元。\n相关推荐\n2023年教育经费公告\n招生人数增加300人\n2023-05-06\n"
    assert [r for r, _ in roles(text)] == ["body", *["furniture"] * 4]
    again = f"相关推荐\n{PROSE}全县教育支出12.3亿元,增长5%,其中财政拨款11.8亿元。\n"
    assert [r for r, _ in roles(again)] == ["furniture", "body"]


@pytest.mark.parametrize("mark", ["▲ ", "◆", "1. "])
def test_further_reading_that_counts_is_text(mark: str) -> None:
    items = [
        f"{mark}五年来，全市新建普通高中9所，增加学位1.4万个；",
        f"{mark}高中阶段毛入学率95.6%，比2020年提高3.1个百分点；",
    ]
    found = [r for r, _ in roles(f"{PROSE * 2}\n【延伸阅读】\n高中教育五年回眸\n" + "\n".join(items) + "\n")]
    assert "furniture" not in found[-2:]
    links = "\n".join(f"{mark}2025年高考今起报名" for _ in range(3))
    assert set([r for r, _ in roles(f"{PROSE * 2}\n【延伸阅读】\n{links}\n")][-3:]) == {"furniture"}


LINKS = [
    ("· 我州今年新建公办幼儿园86所 (08-02)", "body"),
    ("全县高考二本以上上线1260人", "body"),
    ("· 河北投入校安工程资金97亿元", "furniture"),
    ("· 我县召开秋季校园安全工作会", "furniture"),
    ("全市教育网", "furniture"),
]


@pytest.mark.parametrize(("line", "role"), LINKS)
def test_links_that_state_a_figure_of_the_place_are_text(line: str, role: str) -> None:
    told = {t: r for r, t in roles(f"{PROSE * 2}\n相关链接\n· 校园动态\n{line}\n")}
    assert (told[line] == "furniture") is (role == "furniture")


def test_menus_are_furniture_and_short_headings_are_not() -> None:
    menu = "网站首页\n新闻中心\n政务公开\n走进清河\n互动交流\n"
    assert {r for r, _ in roles(menu + PROSE)[:-1]} == {"furniture"}
    assert {r for r, _ in roles("强师铸魂\n立德树人\n提质增效\n改革创新\n" + PROSE)[:-1]} == {"heading"}


def test_labelled_lines_keep_their_dates_and_lose_their_counters() -> None:
    line = "发布时间:2023-01-12 10:22 来源:清河县教育局 浏览次数:356 字体:[大 中 小]"
    assert roles(f"清河县教育工作总结\n{line}\n{PROSE}")[1:3] == [
        ("table", "发布时间:2023-01-12 10:22 来源:清河县教育局"),
        ("furniture", "浏览次数:356 字体:[大 中 小]"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "县区 | 学校数 | 在校生",
        "幼儿园\t58\t9800",
        "2021年3月4日",
        "索 引 号 | 001-2020-3 | 有效性 | 有效 |",
        "文件下载:清教发〔2020〕3号.pdf",
    ],
)
def test_tables(line: str) -> None:
    assert role_of(line) == "table"


def test_cells_on_lines_of_their_own_are_a_table() -> None:
    text = f"{PROSE}\n指标\n单位\n数值\n幼儿园\n所\n58\n小学\n所\n45\n初中\n所\n12\n{PROSE}\n"
    assert [r for r, _ in roles(text)] == ["body", *["table"] * 4, "body"]  # a block a row


@pytest.mark.parametrize("leader", ["", "......", "……", "  "])
def test_page_numbers_of_a_contents_page_are_furniture(leader: str) -> None:
    titles = [
        "一、学校基本情况",
        "二、教师队伍建设情况",
        "三、经费投入情况",
        "四、存在的主要问题",
        "五、下一步工作打算",
    ]
    pages = [1, 3, 8, 11, 15]
    contents = "".join(f"{t}{leader}{p}\n" for t, p in zip(titles, pages, strict=True))
    body = "".join(f"{t}\n{PROSE}\n" for t in titles)
    found = roles("目录\n" + contents + body)
    assert found[1 : 1 + 2 * len(titles)] == [
        entry
        for t, p in zip(titles, pages, strict=True)
        for entry in (("heading", t), ("furniture", leader.strip() + str(p)))
    ]


def test_a_list_of_numbers_is_no_contents_page() -> None:
    text = f"{PROSE}\n全县幼儿园数量12\n全县小学的数量23\n全县初中的数量34\n全县高中的数量45\n{PROSE}"
    assert "furniture" not in {r for r, _ in roles(text)}


ALPHABET = "学校全市。,、:;12.%|\t \n\r　一二()(#—-目录首页年月日2"


def check(text: str) -> None:
    blocks = find_blocks(text)
    at = 0
    for block in blocks:
        assert isinstance(block, Block) and block.role in ROLES
        assert block.start >= at and block.end > block.start
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()


@given(st.text(max_size=300))
def test_blocks_cover_any_text(text: str) -> None:
    check(text)


@given(st.text(ALPHABET, max_size=400))
def test_blocks_cover_texts_of_this_kind(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.sampled_from(
            [
                PROSE,
                PROSE[:20],
                "目录",
                "一、概况1",
                "二、措施3",
                "三、问题5",
                "四、打算9",
                "12",
                "13",
                "首页",
                "2021年1月2日",
                "来源:教育局",
                "a|b|c",
                "",
            ]
        )
    )
)
def test_blocks_cover_texts_of_such_lines(lines: list[str]) -> None:
    check("\n".join(lines))


@pytest.mark.parametrize(
    "line", ["宁德网 2022-09-02", "新华网 2021-05-06 08:30", "昆山发布 2022-09-01", "县教育局 2022-9-2"]
)
def test_outlet_and_day_over_the_text_stand_alone(line: str) -> None:
    found = roles(f"五所幼儿园开园\n{line}\n9月1日,全市新建公办幼儿园5所,{PROSE}\n")
    assert ("table", line) in found


@pytest.mark.parametrize("line", ["全市新增幼儿园 2022-09-02", "去年投入使用的学校共有 2022"])
def test_other_lines_that_end_in_digits_do_not(line: str) -> None:
    assert ("table", line) not in roles(f"五所幼儿园开园\n{line}\n9月1日,全市新建公办幼儿园5所,{PROSE}\n")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("清河省门户网站 www.qinghe.gov.cn 2014-06-15 09:56 来源： 清河省教育厅", "table"),
        ("清河网 2019年3月2日 来源:清河日报", "table"),
        ("清河县电视台 2021/4/1 08:30:00 作者：王某", "table"),
        ("2014-06-15日，清河县新建学校12所，资金来源：县财政。", "body"),
        ("截至2019年3月2日，全县有学校12所，数据来源：县教育局年报。", "body"),
    ],
)
def test_the_line_of_a_page_that_says_when_and_from_whom(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"清河县教育发展\n{line}\n{PROSE}\n")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("清河省营养改善计划实施3年支出63亿元", "heading"),
        ("清河县今秋新增公办幼儿园学位3200个", "heading"),
        ("清河县投入资金2.3亿元改造学校86所", "heading"),
        ("清河县今秋新增学位3200个，招聘教师120名", "body"),
        ("新增学位8个", "body"),
    ],
)
def test_a_headline_that_ends_in_a_figure_stands_over_the_date(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"{line}\n2014-06-15 来源：清河日报\n{PROSE}\n")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("二、主要目标是什么？", "heading"),
        ("（三）有哪些政策“干货”？", "heading"),
        ("3.补助怎么发?", "heading"),
        ("补助怎么发？", "body"),
        ("二、补助怎么发？由学校发放。", "body"),
        ("答：一、补助怎么发？", "body"),
    ],
)
def test_a_numbered_question_is_a_heading(line: str, role: str) -> None:
    assert role_of(line) == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("为什么要出台这份文件？", "heading"),
        ("学位怎么扩？", "heading"),
        ("学生能得到哪些实惠?", "heading"),
        ("学生能不能得到实惠？", "body"),
        ("家长问：“学位怎么扩？”", "body"),
        ("学位不够，怎么扩？", "body"),
    ],
)
def test_a_question_below_a_blank_line_is_a_heading(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"清河县教育发展\n{PROSE}\n\n{line}\n{PROSE}\n")]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("记者：食堂办得怎样？", "body"),
        ("来源：学校能不能收费?", "body"),
        ("记者：李明", "furniture"),
        ("来源：清河日报", "table"),
    ],
)
def test_what_somebody_asks_is_no_label_s_value(line: str, role: str) -> None:
    assert (line, role) in [(text, told) for told, text in roles(f"清河县教育发展\n{line}\n{PROSE}\n")]


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
