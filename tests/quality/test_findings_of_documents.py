"""What is said of documents and their text: a text that each check complains of, and one that it must not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edu_pipeline.quality import document_findings
from edu_pipeline.tables import TABLES

BODY = "泽安市教育局抓实教学常规。全市现有小学96所,教师3210人。学校开展集中学习。" * 3
Find = Callable[..., list[dict[str, Any]]]


def article(text: str, **fields: Any) -> dict[str, Any]:
    row = {"article_id": "a1", "document_id": "d1", "ordinal": 0, "region_name": "泽安市", "dated_on": date(2025, 3, 1)}
    return {**row, "start": 0, "end": len(text), "complete": True, **fields}


@pytest.fixture
def find(observe: Any, observations: Any) -> Find:
    """find(text, article fields, document=…, read=rows, articles=rows): the complaints about one document."""

    def run(text: str | None, *, document: Any = None, read: Any = None, articles: Any = None, **fields: Any) -> Any:
        row = {
            "source": "a.txt", "document_id": "d1", "sha256": "0" * 64, "media_type": "text/plain", "reader": "text",
            "byte_size": 9, "text": text, "status": "ok", **(document or {}),
        }  # fmt: skip
        rows = [observe()] if read is None else read
        parts = articles if articles is not None else [article(text or "", **fields)]
        numbers = [
            {"quantity_id": o["quantity_id"], "document_id": "d1", "source": "a.txt", "article_id": o["article_id"], "start": o["start"], "end": o["end"], "text": o["value_text"], "kind": "observation", "reason": "r"}
            for o in rows
        ]  # fmt: skip
        documents, quantities = TABLES["documents"].from_rows([row]), TABLES["quantities"].from_rows(numbers)
        return list(
            document_findings.find(documents, TABLES["articles"].from_rows(parts), quantities, observations(rows))
        )

    return run


def codes(found: list[dict[str, Any]]) -> set[str]:
    return {f["check"] for f in found}


# ------------------------------------------------------------------------------------------------ from the tables
def test_plain_text_gives_no_complaint(find: Find) -> None:
    assert codes(find(BODY)) == set()


def test_files(find: Find) -> None:
    failed = find(None, document={"status": "failed", "error": "It is empty."}, articles=[], read=[])
    assert [(f["check"], f["severity"]) for f in failed] == [("unreadable", "error")] and "empty" in failed[0][
        "message"
    ]
    assert codes(find(BODY, document={"status": "duplicate"}, articles=[], read=[])) == {"duplicate_document"}
    assert codes(find(BODY, document={"rights": "未经许可不得转载"})) == {"rights_notice"}


def test_no_date_counts_what_depends_on_it(find: Find, observe: Any) -> None:
    unknown = observe(period_start=None, period_end=None, period_basis="unknown")
    (said,) = [f for f in find("今年以来,目前。" + BODY, dated_on=None, read=[unknown]) if f["check"] == "no_date"]
    assert "1 of its 1 statistics" in said["message"] and "2 words" in said["message"]
    assert "no_date" not in codes(find(BODY, dated_on=None, read=[]))  # a contents page states nothing
    timed = observe(period_start=date(2023, 1, 1), period_end=date(2023, 12, 31))
    assert "no_date" not in codes(find(BODY, dated_on=None, read=[timed]))  # nothing hangs on the date
    (said,) = [f for f in find("今年以来。" + BODY, dated_on=None, read=[timed]) if f["check"] == "no_date"]
    assert "state their own times" in said["message"]


def test_no_place(find: Find) -> None:
    (said,) = find("我市推进改革。" + BODY, region_name=None)
    assert said["check"] == "no_place" and "我市" in said["message"]


def test_breaks_off_and_repeats(find: Find) -> None:
    assert codes(find(BODY, complete=False)) == {"breaks_off"}
    whole = article(BODY, end=len(BODY) // 2)
    copy = article(BODY, article_id="a2", ordinal=1, start=len(BODY) // 2, duplicate_of="a1")
    found = find(BODY, articles=[whole, copy])
    assert [(f["check"], f["severity"], f["row_id"]) for f in found] == [("repeated_body", "error", "a2")]
    assert "repeat article 0 of this document" in found[0]["message"]
    elsewhere = find(BODY, articles=[{**copy, "start": 0, "duplicate_of": "z9"}], read=[])
    assert "another document" in elsewhere[0]["message"]


def test_open_periods(find: Find, observe: Any) -> None:
    assert codes(find(BODY, read=[observe(period_start=None)])) == {"open_periods"}


def test_only_targets(find: Find, observe: Any) -> None:
    targets = [observe(nature="target") for _ in range(6)]
    assert codes(find(BODY, read=targets)) == {"only_targets"}
    assert codes(find(BODY, read=[*targets[:4], observe(), observe()])) == set()


def test_places_of_a_compilation(find: Find) -> None:
    text = "我市发展教育。" + BODY
    parts = [article(text, end=40), article(text, article_id="a2", ordinal=1, start=40, region_name="河岸市")]
    assert codes(find(text, articles=parts)) == {"relative_place"}
    assert codes(find(text, articles=[parts[0], {**parts[1], "region_name": "泽安市"}])) == set()


def test_two_dates(find: Find) -> None:
    assert codes(find(BODY, document={"published_on": date(2025, 3, 9)})) == {"several_dates"}
    assert codes(find(BODY, document={"published_on": date(2025, 3, 1)})) == set()


# ------------------------------------------------------------------------------------------------ from the text
@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("page_break", BODY.rstrip("。") + "各校落实要求,推进课后服务提质增\n效工作,教师参与课后服务,家长普遍满意这项工作。" + BODY),
        ("redaction", "按照(略)要求推进。" + BODY),
        ("redaction", "教师队*建设不断加强。" + BODY),
        ("redacted_beside_number", "在园学生*人,教师3210人。" + BODY),
        ("characters_lost", "学校\ufffd\ufffd开展活动。" + BODY),
        ("missing_section", "一、总体情况\n各项工作有序推进,成效明显。\n二、主要做法\n各校抓好落实,稳步推进。\n四、下步打算\n继续努力,久久为功。\n" + BODY),
        ("misprint", "进一步优化中小幼儿园布局。" + BODY),
        ("stray_blank", "基础教育攻坚期间建成一批学校,全市新增学位 2.3万个,缓解了入学压力。" + BODY),
        ("glued_paragraph", "——抓教学。\n——抓队伍,建好工作室——抓安全。\n" + BODY),
        ("ambiguous_deadline", "力争在2027年前通过国家验收。" + BODY),
        ("mixed_marks", "师生比1∶18,职工比1:13。" + BODY),
        ("text_older_than_date", "剩余3所在2023年年底完成。" + BODY),
        ("metadata_empty", "索引号 | 1234 | 制发机构 | | 有效性 | |\n" + BODY),
        ("furniture", "首页\n返回顶部\n" + BODY + "\n分享到\n微信扫一扫在手机阅读、分享本文\n版权所有\n"),
    ],
)  # fmt: skip
def test_text_fires(check: str, text: str, find: Find) -> None:
    found = [f for f in find(text) if f["check"] == check]
    assert found
    for row in found:
        assert row["start"] is None or 0 <= row["start"] < row["end"] <= len(text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("page_break", "第一段到此为止。\n第二段从这里开始。" + BODY),
        ("redaction", "按照有关要求(见附件)推进,3*4的教室。" + BODY),
        ("missing_section", "一、总体情况\n各项工作有序推进。\n二、主要做法\n各校抓好落实。\n三、打算\n继续努力。\n" + BODY),
        ("misprint", "设备配备到位,优化中小学幼儿园布局,为了了解情况,小学学校众多,走教教师和送教教师每月补助300元,开展双语教学学校增至12所,支持合作办学学校。" + BODY),
        ("stray_blank", "泽安市 河岸市 江口市\n年份\t学位 2.3万个\t小计\n" + BODY),
        ("glued_paragraph", "这是一项工程——民心工程。" + BODY),
        ("ambiguous_deadline", "2027年底前完成,2027年前三季度启动,2020年前后建成。" + BODY),
        ("mixed_marks", "师生比1:18,职工比1:13。" + BODY),
        ("text_older_than_date", "剩余3所在2025年年底完成,2023年完成了5所。" + BODY),
        ("metadata_empty", "索引号 | 1234 | 制发机构 | 教育局 |\n" + BODY),
        ("furniture", BODY + "\n\n| 县区 | 小学（所） |\n|---|---|\n| 东岭县 | 45 |\n| 西岭县 | 52 |\n"),
        ("captions", BODY + "\n表1 各县在校生统计表（单位：人）\n| 县区 | 小学 |\n| 东岭县 | 4500 |\n| 西岭县 | 5200 |\n"),
        ("silent_deletion", BODY),
    ],
)  # fmt: skip
def test_text_is_quiet(check: str, text: str, find: Find) -> None:
    assert check not in codes(find(text))


def test_silent_deletion_needs_length_and_a_word_that_calls_for_it(find: Find) -> None:
    without = (
        "认真贯彻总书记关于教育的重要论述,党组织统筹推进,教师队伍稳定,课程开齐开足。" + "各校做好教学常规。" * 3
    ) * 110
    assert "silent_deletion" in codes(find(without))
    assert "silent_deletion" not in codes(find(without.replace("总书记", "习近平总书记")))
    assert "silent_deletion" not in codes(find(without.replace("总书记关于教育的重要论述", "上级要求")))
    assert "silent_deletion" not in codes(find(without[:400]))


def test_contents_that_promise_more_are_one_error(find: Find) -> None:
    titles = ["甲市教育发展综述", "乙市教育工作综述", "丙市教育改革综述", "丁市教师队伍建设综述", "戊市学前教育综述"]
    contents = "目录\n" + "".join(f"{n}.{title}{n * 4}\n" for n, title in enumerate(titles, 1))
    text = contents + "".join(f"{title}\n(2025年3月1日)\n{BODY}\n" for title in titles[:3])
    found = [f for f in find(text) if f["check"] == "contents_unfulfilled"]
    assert len(found) == 1 and found[0]["severity"] == "error" and found[0]["found"] == "2"
    whole = contents + "".join(f"{title}\n(2025年3月1日)\n{BODY}\n" for title in titles)
    assert "contents_unfulfilled" not in codes(find(whole))
    excerpt = contents + f"第五部分 {titles[4]}(节选)\n(2025年3月1日)\n{BODY}\n"
    assert "contents_unfulfilled" not in codes(find(excerpt))  # says itself that the rest is left out


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("◇ {}", "{}"),
        ("◆{}", "◆ {}"),
        ("1. {}", "▍{}"),
        ("【{}】 本月主要数据", "【{}】"),
    ],
)
def test_titles_of_contents_with_a_sign_or_a_column(find: Find, listed: str, printed: str) -> None:
    titles = ["沿河校舍建设", "思南教师培训", "印江营养改善", "德江学生资助"]
    contents = "本期目录\n" + "".join(f"{listed.format(t)}…………{n}\n" for n, t in enumerate(titles, 1))

    def told(count: int) -> set[str]:
        return codes(find(contents + "".join(f"{printed.format(t)}\n{BODY}\n" for t in titles[:count])))

    assert "contents_unfulfilled" not in told(4)
    assert "contents_unfulfilled" in told(2)


def test_redaction_beside_a_statistic_is_said_of_it(find: Find, observe: Any) -> None:
    text = "全市现有(略) 级示范园23所。" + BODY
    at = text.index("23")
    row = observe(value=23, start=at, end=at + 3, value_text="23")
    (said,) = [f for f in find(text, read=[row]) if f["check"] == "redacted_beside_number"]
    assert (said["table_name"], said["row_id"]) == ("observations", row["observation_id"])
    apart = "全市(略)统筹推进。现有示范园23所。" + BODY
    at = apart.index("23")
    row = observe(value=23, start=at, end=at + 3, value_text="23")
    assert "redacted_beside_number" not in codes(find(apart, read=[row]))


def test_marks_of_a_copy_are_not_said_again(find: Find) -> None:
    text = BODY + "按照(略)要求。" * 2
    parts = [
        article(text, end=len(BODY)),
        article(text, article_id="a2", ordinal=1, start=len(BODY), duplicate_of="a1"),
    ]
    assert "redaction" not in codes(find(text, articles=parts))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="学校年月日12023(略)*—|:∶ \n\t。,《》“”前第一、\ufffd\ud7ff个万%", max_size=200))
def test_any_text_is_judged_without_failing(find: Find, text: str) -> None:
    for row in find(text):
        assert row["start"] is None or 0 <= row["start"] <= row["end"] <= max(len(text), 20_000)
