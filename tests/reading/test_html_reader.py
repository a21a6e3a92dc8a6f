"""Web pages: the same statistics as the same words in plain text, and nothing of the page around them."""

from __future__ import annotations

import html
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_pipeline.extract import extract_document
from edu_pipeline.reading import ReadingError, read

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*(ROOT.parent / "shared" / "seeds").glob("*.txt"), *(ROOT / "data" / "sources").glob("*.txt")])
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2024-03-20 09:15"><meta name="ContentSource" content="甘州区教育局"><title>{title}</title>
<style>p {{ margin: 12px }}</style><script>var pages = 99;</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="content">{body}</div>
<div class="footer"><p>主办：甘州区教育局 备案序号：陇ICP备12345678号</p></div></body></html>"""


def page(body: str, title: str = "教育概况", charset: str = "utf-8") -> bytes:
    return PAGE.format(body=body, title=title, charset=charset).encode(charset)


def statistics(rows: dict[str, list[dict[str, Any]]]) -> Counter[tuple[Any, ...]]:
    assert rows["documents"][0]["status"] == "ok", rows["documents"][0]["error"]
    names = ("indicator", "education_level", "measure", "value", "unit", "region_name", "period_start", "period_end")
    return Counter(tuple(o[name] for name in names) for o in rows["observations_read"])


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem[:12])
def test_a_page_states_what_its_text_states(path: Path, charset: str) -> None:
    text = path.read_text(encoding="utf-8")
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    bare = f'<html><head><meta charset="{charset}"></head><body><div>{body}</div></body></html>'.encode(charset)
    wanted, found = statistics(extract_document(text.encode(), "a.txt")), statistics(extract_document(bare, "a.html"))
    assert sum((wanted & found).values()) >= 0.99 * max(wanted.total(), found.total())


def test_the_page_around_the_text_is_furniture_and_scripts_are_nothing() -> None:
    body = "<h1>甘州区教育概况</h1><p>2023年，全区有小学<b>52</b>所，在校生31240人，教学点9个，较上年减少2个。</p>"
    document = read(page(body), "a.html")
    roles = {document.text[b.start : b.end]: b.role for b in document.blocks}
    assert roles["2023年，全区有小学52所，在校生31240人，教学点9个，较上年减少2个。"] == "body"
    assert any("ICP" in text and role in ("furniture", "footer") for text, role in roles.items())
    assert "99" not in document.text and "12px" not in document.text
    kinds = {q["text"]: q["kind"] for q in extract_document(page(body), "a.html")["quantities"]}
    assert kinds["52所"] == "observation" and kinds["12345678"] == "noise"


def test_what_the_markup_says_of_the_document() -> None:
    row = extract_document(page("<p>全区有小学52所。</p>", "甘州区2023年教育事业发展情况"), "a.html")["documents"][0]
    assert (row["title"], row["publisher"], row["published_on"]) == (
        "甘州区2023年教育事业发展情况",
        "甘州区教育局",
        date(2024, 3, 20),
    )


def test_a_wrong_charset_label_is_remarked_and_the_bytes_are_believed() -> None:
    data = page("<p>全区有小学52所，在校生31240人，群众满意。</p>").replace(b'charset="utf-8"', b'charset="gb2312"')
    document = read(data, "a.html")
    assert "全区有小学52所" in document.text and "charset_ignored" in {r.code for r in document.remarks}


def test_a_table_with_merged_headers() -> None:
    rows = (
        "<tr><th rowspan=2>学段</th><th colspan=2>2019年</th></tr><tr><th>学校数(所)</th><th>在校生(人)</th></tr>"
        "<tr><td>小学</td><td>52</td><td>31240<sup>1</sup></td></tr><tr><td>初中</td><td>12</td><td>6430</td></tr>"
    )
    read_ = extract_document(page(f"<p>甘州区教育基本情况</p><table>{rows}</table>"), "a.html")
    found = {
        (o["indicator"], o["education_level"], o["value"], o["period_start"].year) for o in read_["observations_read"]
    }
    assert found == {
        ("institutions", "primary", 52, 2019),
        ("students", "primary", 31240, 2019),
        ("institutions", "lower_secondary", 12, 2019),
        ("students", "lower_secondary", 6430, 2019),
    }


@settings(max_examples=60)
@given(at=st.floats(0, 1), what=st.binary(max_size=20), cut=st.booleans())
def test_damaged_pages_give_a_document_or_a_reason(at: float, what: bytes, cut: bool) -> None:
    data = page("<p>全区有小学52所。</p><table><tr><td>小学</td><td>52</td></tr></table>")
    where = int(at * len(data))
    try:
        read(data[:where] if cut else data[:where] + what + data[where:], "a.html")
    except ReadingError as error:
        assert error.remedy


LAYOUT = """<table width="100%"><tr><td><table><tr><td><a href="/">首页</a></td><td><a href="/jg">机构</a></td></tr></table></td></tr><tr><td>
<table><tr><td width="10">&nbsp;</td><td class="bt">甘州区2023年教育事业统计公报</td><td>&nbsp;</td></tr>
<tr><td></td><td>来源：甘州区教育局　发布时间：2024-03-20 10:11　浏览次数：1234次　字体：[大 中 小]</td><td></td></tr>
<tr><td></td><td><p>2023年，全区有<span>小学</span><span>5</span><span>2</span>所，在校生&nbsp;31<font>,</font>240&nbsp;人。</p><br>
&nbsp;&nbsp;&nbsp;&nbsp;2023年，初中在校生<b>0.6</b>4万人<sup>1,2</sup>，高中毛入学率100%<sup>[3]</sup>。<br/>
<table border="1"><tr><td>学段</td><td>教师（人）</td></tr><tr><td>小学</td><td>2105<sup>4</sup></td></tr></table></td><td></td></tr></table></td></tr></table>"""


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8"])
def test_a_page_laid_out_by_tables(charset: str) -> None:
    """Numbers cut up by tags, blanks that hold words apart, raised footnotes; 喆 is in GBK and not in GB 2312."""
    data = f'<html><head><meta charset="{charset}"><title>喆</title></head><body>{LAYOUT}</body></html>'.encode(
        charset if charset != "gb2312" else "gbk"
    )
    rows = extract_document(data, "a.html")
    row = rows["documents"][0]
    assert (row["title"], row["publisher"], row["published_on"]) == (
        "甘州区2023年教育事业统计公报",
        "甘州区教育局",
        date(2024, 3, 20),
    )
    assert "喆" not in row["text"] and row["encoding"] == ("utf-8" if charset == "utf-8" else "gb18030")
    found = {(o["indicator"], o["education_level"], o["value"]) for o in rows["observations_read"]}
    assert found == {
        ("institutions", "primary", 52),
        ("students", "primary", 31240),
        ("students", "lower_secondary", 6400),
        ("gross_enrolment_ratio", "upper_secondary", 100),
        ("full_time_teachers", "primary", 2105),
    }


@pytest.mark.parametrize(
    "markup",
    [
        "<!doctype html><meta charset=utf-8><title>教育概况</title><article><p>甲</p><p>乙</p></article>",
        "<!doctype html><title>教育概况</title><main><p>甲</p></main><p>乙</p>",
        "<title>教育概况</title><main>甲</main>乙",
        "<section><p>甲</p></section><p>乙</p>",
        "<html><head><title>教育概况</title></head><body><p>甲</p><p>乙</p></body></html>",
    ],
)
def test_a_page_may_leave_out_its_body(markup: str) -> None:
    one, two = "全市有幼儿园97所,在园幼儿11234人。", "专任教师1405人,生均用房8平方米。"
    found = read(markup.replace("甲", one).replace("乙", two).encode(), "a.html")
    assert found.text.split() == [one, two]
