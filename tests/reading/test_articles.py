"""Where one article ends and the next begins."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.reading import Article, ReadDocument, defects, front_matter, read, split_articles
from edu_pipeline.reading.copies import find_copies

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PLACES = {"许昌", "漯河", "三门峡", "清河县", "云溪县", "临泉市", "清河", "云溪", "临泉"}


def is_place(text: str) -> bool:
    return text in PLACES


def prose(n: int, sentences: int = 4) -> str:
    return "".join(f"第{n}处第{i}项工作扎实推进,新建学校{n + i}所,新增学位{100 * n + i}个。" for i in range(sentences))


def parse(text: str) -> tuple[ReadDocument, list[Article]]:
    document = read(text.encode(), "a.txt")
    return document, split_articles(document, front_matter(document, is_place), is_place)


def partitions(document: ReadDocument, articles: list[Article]) -> None:
    assert articles[0].start == 0 and articles[-1].end == len(document.text)
    assert [a.ordinal for a in articles] == list(range(len(articles)))
    for before, after in zip(articles, articles[1:], strict=False):
        assert before.end == after.start and before.start < before.end
    starts = [a.start for a in articles]
    for block in document.blocks:
        assert not any(block.start < s < block.end for s in starts)
    for article in articles:
        assert article.duplicate_of is None or articles[article.duplicate_of].duplicate_of is None
        assert article.duplicate_of is None or article.duplicate_of < article.ordinal


def test_a_single_report_is_one_article() -> None:
    document, articles = parse(
        f"清河县2020年教育工作总结\n{prose(1)}\n一、成效\n{prose(2)}\n清河县教育局\n2021年1月5日\n"
    )
    assert len(articles) == 1
    partitions(document, articles)
    assert (articles[0].dated_on, articles[0].complete) == (date(2021, 1, 5), True)
    assert "清河县" in (articles[0].place_hint or "")


def test_a_compilation_with_dates() -> None:
    text = (
        "1.清河县教育发展综述1\n2.云溪县教育发展综述5\n3.临泉市教育发展综述9\n4.东山县教育发展综述14\n"
        f"春风化雨育桃李\n清河县教育发展综述\n(2025年9月1日)\n{prose(1)}\n一、成效\n{prose(2)}\n"
        f"云溪县教育发展综述\n(2025年9月2日)\n{prose(3)}\n扬帆起航谱新篇\n临泉市教育发展综述\n(2025年9月3日)\n{prose(5)}\n"
    )
    document, articles = parse(text)
    partitions(document, articles)
    assert [a.title for a in articles] == [None, "清河县教育发展综述", "云溪县教育发展综述", "临泉市教育发展综述"]
    assert [a.dated_on for a in articles] == [None, date(2025, 9, 1), date(2025, 9, 2), date(2025, 9, 3)]
    assert [a.complete for a in articles] == [True, True, True, False]
    assert text[articles[1].start :].startswith("春风") and text[articles[3].start :].startswith("扬帆")
    assert [d.code for d in defects(document, articles)] == ["contents_unfulfilled", "breaks_off"]


@pytest.mark.parametrize(("rule", "found"), [("=" * 30, 3), ("—" * 12, 3), ("-" * 20, 3), ("", 2), ("===", 2)])
def test_an_article_that_a_ruled_line_opens_among_dated_ones(rule: str, found: int) -> None:
    text = "清河教育网要闻\n" + "".join(
        f"{rule}\n【要闻】{place}召开推进会\n发布日期:2018-12-2{n}   来源:{place}教育局\n\n{prose(n)}\n{prose(n + 3)}\n"
        for n, place in enumerate(("清河县", "云溪县"), 4)
    )
    text += f"{rule}\n【通知】关于公布临泉市第三批名师工作室的通知\n\n各县(区)教育局:\n{prose(8)}\n{prose(9)}\n临泉市教育局\n2018年12月20日\n"
    document, articles = parse(text)
    partitions(document, articles)
    titled = [(a.title, a.dated_on) for a in articles[1:]]
    notice = ("【通知】关于公布临泉市第三批名师工作室的通知", date(2018, 12, 20))
    assert len(titled) == found and (notice in titled) == (found == 3)


@pytest.mark.parametrize("between", ["—" * 12, "(本报记者 崔永刚)", "=" * 20, "（通讯员/李燕）"])
def test_articles_that_open_with_places_behind_a_rule_or_a_byline(between: str) -> None:
    text = f"清河县:食堂托起民生\n\n{prose(1)}\n{prose(2)}\n{between}\n\n云溪县新校区迎来首批新生\n\n{prose(5)}\n{prose(6)}\n"
    document, articles = parse(text)
    partitions(document, articles)
    assert [a.title for a in articles] == ["清河县:食堂托起民生", "云溪县新校区迎来首批新生"]


@pytest.mark.parametrize(
    ("between", "title"),
    [
        ("", "云溪县新校区迎来首批新生"),
        ("—" * 12, "相关链接"),
        ("(本报记者 崔永刚)", "清河县新校区迎来首批新生"),
        ("(本报记者 崔永刚)", "各地新校区迎来首批新生"),
    ],
)
def test_one_article_where_no_line_parts_it_or_no_other_place_is_named(between: str, title: str) -> None:
    text = f"清河县:食堂托起民生\n\n{prose(1)}\n{prose(2)}\n{between}\n\n{title}\n\n{prose(5)}\n{prose(6)}\n"
    assert len(parse(text)[1]) == 1


def test_a_compilation_by_its_contents_page() -> None:
    titles = ["清河县教育工作纪实", "云溪县教育工作纪实", "临泉市教育工作纪实"]
    contents = "".join(f"{t}……{p}\n" for t, p in zip(titles, (1, 5, 9), strict=True))
    body = "".join(f"{t}\n{prose(n)}\n一、主要做法\n{prose(n + 50)}\n" for n, t in enumerate(titles))
    document, articles = parse(f"典型经验汇编\n目录\n{contents}{body}")
    partitions(document, articles)
    assert [a.title for a in articles[1:]] == titles


def test_a_title_printed_twice_with_two_dates_is_one_article() -> None:
    title = "清河县教育工作总结"
    _, articles = parse(f"{title}\n2021-01-07 10:20\n{title}\n(2021年1月5日)\n{prose(1)}\n一、成效\n{prose(2)}\n")
    assert [(a.title, a.start) for a in articles] == [(title, 0)]


def test_the_chapters_of_a_report_are_not_articles() -> None:
    titles = ["一、基本情况与成效", "二、主要问题与不足", "三、目标任务与措施", "四、组织实施与保障"]
    contents = "".join(f"{t}……{p}\n" for t, p in zip(titles, (1, 5, 9, 12), strict=True))
    body = "".join(f"{t}\n{prose(n)}\n" for n, t in enumerate(titles))
    document, articles = parse(f"清河县教育发展规划\n目录\n{contents}{body}")
    assert len(articles) == 1 and articles[0].complete


@pytest.mark.parametrize("form", ["{}", "【{}】", "{}:", "{}教育局", "一、{}"])
def test_a_page_on_several_places(form: str) -> None:
    sections = "".join(f"{form.format(p)}\n{prose(n)}\n" for n, p in enumerate(("许昌", "漯河", "三门峡")))
    document, articles = parse(f"今天看三地教育怎么干\n2021-04-12 13:54:01\n教育局长面对面\n{sections}")
    partitions(document, articles)
    assert [(a.place_hint or "")[:2] for a in articles] == ["", "许昌", "漯河", "三门"]
    assert {a.dated_on for a in articles} == {date(2021, 4, 12)}


def test_the_title_under_a_place() -> None:
    _, articles = parse(f"三地教育\n许昌\n攻坚克难提质量\n{prose(1)}\n漯河\n激活力促均衡\n{prose(2)}\n")
    assert [a.title for a in articles[1:]] == ["攻坚克难提质量", "激活力促均衡"]


@pytest.mark.parametrize(
    ("first", "second", "divided"),
    [
        ("清河县:3.1万名学生用上智慧黑板", "云溪县:校外培训治理出实招", True),
        ("清河县:200余所学校开齐课程", "云溪县:12个项目全部开工", True),
        ("清河县:5所", "云溪县:7所", False),
        ("清河县:0516-8021", "云溪县:0516-8377", False),
        ("联系人:3.1万名学生用上智慧黑板", "云溪县:校外培训治理出实招", False),
    ],
)
def test_briefs_whose_titles_open_with_a_place(first: str, second: str, divided: bool) -> None:
    _, articles = parse(f"教育简讯(两则)\n\n{first}\n{prose(1)}\n\n{second}\n{prose(2)}\n")
    assert [a.place_hint for a in articles][1:] == ([first[:3], second[:3]] if divided else [])


@pytest.mark.parametrize(
    "text",
    [
        f"学校分布\n许昌\n12\n漯河\n15\n三门峡\n9\n{prose(1)}\n",
        f"工作总结\n{prose(1)}\n许昌\n{prose(2)}\n",
        f"工作总结\n一、许昌\n{prose(1)}\n二、教师队伍\n{prose(2)}\n三、漯河\n{prose(3)}\n",
    ],
)
def test_names_of_places_that_divide_nothing(text: str) -> None:
    assert len(parse(text)[1]) == 1


def test_a_repeated_body_is_a_copy() -> None:
    body = f"{prose(1, 6)}\n一、成效\n{prose(20, 6)}\n二、打算\n{prose(40, 6)}\n"
    text = f"清河县教育工作自评报告\n发送至邮箱\n清河县教育工作自评报告\n{body}\n{body}\n查看详情\n相关推荐\n首页\n"
    document, articles = parse(text)
    partitions(document, articles)
    assert [a.duplicate_of for a in articles] == [None, 0]
    assert articles[1].start == text.rindex(prose(1, 6)) and articles[1].end == len(text)
    assert "repeated_body" in {d.code for d in defects(document, articles)}


def test_text_after_a_copy_is_an_article_again() -> None:
    body = f"{prose(1, 6)}\n一、成效\n{prose(20, 6)}\n"
    document, articles = parse(
        f"清河县教育工作报告\n{body}二、打算\n{body}三、保障\n{prose(60, 6)}\n四、其他\n{prose(80, 6)}\n"
    )
    partitions(document, articles)
    assert [a.duplicate_of for a in articles] == [None, 0, None]


def test_a_compilation_printed_twice() -> None:
    one = f"清河县教育发展综述\n(2025年9月1日)\n{prose(1, 8)}\n云溪县教育发展综述\n(2025年9月2日)\n{prose(30, 8)}\n"
    document, articles = parse(one + one)
    partitions(document, articles)
    assert [a.duplicate_of for a in articles] == [None, None, 0, 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (prose(1, 9) + "\n" + prose(1, 9), 1),
        (prose(1, 9) + "\n另行通知如下。\n" + prose(1, 9).replace("。", "。\n"), 1),
        (prose(1, 9) + "\n" + prose(2, 9), 0),
        ("特此通知,请认真贯彻执行。\n" * 50, 0),
        (prose(1, 2) + "\n" + prose(1, 2), 0),
    ],
)
def test_copies(text: str, found: int) -> None:
    assert len(find_copies(text)) == found


@pytest.mark.parametrize(
    ("end", "complete"),
    [
        ("各项工作取得了新的成效。", True),
        ("群众满意度达到了96.2%", True),
        ("特此报告。\n清河县教育局\n2021年1月5日", True),
        ("各学校持续开展丰富多彩的课后服务,参与学生人数逐年增加,家长的", False),
        ("二、存在的问题", False),
        ("各项工作取得了新的成效。\n还剩5页未读,继续阅读", False),
        # what stands under a text ends no sentence
        ("各项工作取得了新的成效。\n局长(签字):　　　　分管领导(签字):　　　　制表人:陈小梅　　审核人:李长青", True),
        ("各项工作取得了新的成效。\n(各单位贯彻落实情况请于每季度末报局办公室,电子邮箱:abc@example.com)", True),
        ("各项工作取得了新的成效。\n清河县教育局主办   技术支持:清河新网   您是本站自开通以来的第 88731 位访客", True),
        ("各项工作取得了新的成效。\n摘要:1870名师生同诵经典,校园里书声琅琅,家长们纷纷点头称赞……[详细] 04-02", True),
        (
            "各学校参与学生人数逐年增加,教育局的热线电话和邮箱全天开放,家长们有任何问题都可以通过这个渠道反映,并且在规定的工作日内,得到各学校和教育局有关科室负责同志的认真答复,各地还把这些答复汇总起来,作为下一步改进工作的重要依据,群众满意度逐年提高,投诉件数逐年下降,所有的",
            False,
        ),
    ],
)
def test_completeness(end: str, complete: bool) -> None:
    assert parse(f"清河县教育工作总结\n一、成效\n{prose(1)}\n{end}\n")[1][-1].complete is complete


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("全市投入资金(略)万元。", {"redaction"}),
        ("全县教师队*建设得到加强。", {"redaction"}),
        ("1.抓党建。落实责任。\n2.抓质量。提升水平。\n4.抓安全。守住底线。", {"missing_section"}),
        ("全县有学校12所。残疾儿\n童入学率达到98%。", {"page_break"}),
        ("全县有学校12所。5*6=30。", set()),
        ("1.抓党建。落实责任。\n2.抓质量。提升水平。\n二、打算\n1.抓安全。守住底线。", set()),
    ],
)
def test_defects(text: str, codes: set[str]) -> None:
    document, articles = parse(f"清河县教育工作总结\n{text}\n{prose(1)}\n")
    assert {d.code for d in defects(document, articles)} == codes


LINES = [
    prose(1, 6), prose(2, 6), "许昌", "漯河", "清河县教育发展综述", "云溪县教育发展综述", "(2025年9月1日)", "目录", "清河县教育发展综述1",
    "云溪县教育发展综述3", "一、成效", "一、许昌", "2021年1月5日", "清河县教育局", "首页", "相关推荐", "没有说完的半句话,",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=40))
def test_articles_partition_texts_of_such_lines(lines: list[str]) -> None:
    document, articles = parse("\n".join(lines))
    partitions(document, articles)
    defects(document, articles)


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_articles_partition_any_text(text: str) -> None:
    try:
        document, articles = parse(text)
    except UnicodeEncodeError:
        return
    except Exception as error:
        assert type(error).__name__ == "ReadingError"
        return
    partitions(document, articles)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not here")
class TestSeeds:
    @pytest.mark.parametrize(
        ("name", "starts", "dates"),
        [
            ("000", [0], [None]),
            (
                "001",
                [0, 542, 3827, 6878, 9532, 12033, 14808, 17480, 20067, 23012, 25765],
                [None, *(date(2025, 9, d) for d in (11, 1, 10, 10, 10, 9, 10, 10, 9, 10))],
            ),
            ("002", [0, 185, 3990, 7537], [date(2021, 4, 12)] * 4),
            ("003", [0], [date(2025, 4, 1)]),
            ("004", [0, 7680], [None, None]),
        ],
    )
    def test_articles(self, name: str, starts: list[int], dates: list[date | None]) -> None:
        path = next(SEEDS.glob(f"{name}_*.txt"))
        document = read(path.read_bytes(), path.name)
        articles = split_articles(document, front_matter(document, is_place), is_place)
        partitions(document, articles)
        assert [a.start for a in articles] == starts
        assert [a.dated_on for a in articles] == dates
        assert [a.duplicate_of for a in articles] == ([None, 0] if name == "004" else [None] * len(starts))
        assert [a.complete for a in articles] == [True] * (len(starts) - 1) + [name != "001"]

    def test_front_matter(self) -> None:
        path = next(SEEDS.glob("003_*.txt"))
        found = front_matter(read(path.read_bytes(), path.name), is_place)
        assert (found.published_on, found.signed_on) == (date(2025, 4, 10), date(2025, 4, 1))
        assert found.document_number == "金政办发〔2025〕20号"
        path = next(SEEDS.glob("001_*.txt"))
        assert front_matter(read(path.read_bytes(), path.name), is_place).rights is not None
