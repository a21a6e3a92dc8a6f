"""Tables of (sentence, D, meaning) for time expressions, and what must hold for any text."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_tables import Rule, table

from edu_pipeline.language.periods import find_times
from edu_pipeline.language.periods_scan import KINDS, TimeExpression

D = date(2024, 3, 20)


def days(expression: TimeExpression) -> str:
    return "..".join(str(d) if d else "" for d in (expression.period_start, expression.period_end))


def one(text: str, on: date | None = D) -> TimeExpression:
    found = find_times(text, on)
    assert len(found) == 1, [f.text for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "read", "kind", "meant"),
    [
        ("2022年,全县新建幼儿园6所", "2022年", "point", "2022-01-01..2022-12-31"),
        ("截至2023年底,共有专任教师", "截至2023年底", "point", "2023-12-31..2023-12-31"),
        ("截止2023年6月底在园幼儿", "截止2023年6月底", "point", "2023-06-30..2023-06-30"),
        ("截至2024年,全区已有", "截至2024年", "point", "2024-03-20..2024-03-20"),
        ("2023年末在校生总数", "2023年末", "point", "2023-12-31..2023-12-31"),
        ("2023年9月1日开学", "2023年9月1日", "point", "2023-09-01..2023-09-01"),
        ("2024 年 3 月 5 日", "2024 年 3 月 5 日", "point", "2024-03-05..2024-03-05"),
        ("2015/12/16 9:47:6", "2015/12/16 9:47:6", "point", "2015-12-16..2015-12-16"),
        ("发布日期: 2022- 04- 12", "2022- 04- 12", "point", "2022-04-12..2022-04-12"),
        ("30.08.2023 11:50", "30.08.2023 11:50", "point", "2023-08-30..2023-08-30"),
        ("截至5.3.2023,共有", "截至5.3.2023", "point", "2023-03-05..2023-03-05"),
        ("发布于01.12.2023", "01.12.2023", "point", "2023-12-01..2023-12-01"),
        ("２０２３年８月", "２０２３年８月", "point", "2023-08-01..2023-08-31"),
        ("二〇二三年十二月", "二〇二三年十二月", "point", "2023-12-01..2023-12-31"),
        ("发布时间 2024-03-20 08:15", "2024-03-20 08:15", "point", "2024-03-20..2024-03-20"),
        ("日期:2024.3.5", "2024.3.5", "point", "2024-03-05..2024-03-05"),
        ("2024/03/05发布", "2024/03/05", "point", "2024-03-05..2024-03-05"),
        ("2021—2023年累计投入", "2021—2023年", "span", "2021-01-01..2023-12-31"),
        ("2021年至2023年三年间", "2021年至2023年三年间", "span", "2021-01-01..2023-12-31"),
        ("(2023年4月—2025年10月)", "2023年4月—2025年10月", "span", "2023-04-01..2025-10-31"),
        ("2023年1-9月完成投资", "2023年1-9月", "span", "2023-01-01..2023-09-30"),
        ("2023年上半年", "2023年上半年", "span", "2023-01-01..2023-06-30"),
        ("2023年前三季度", "2023年前三季度", "span", "2023-01-01..2023-09-30"),
        ("2023年5、6月", "2023年5、6月", "span", "2023-05-01..2023-06-30"),
        ("1季度完成", "1季度", "span", "2024-01-01..2024-03-31"),
        ("发布:2023-09", "2023-09", "point", "2023-09-01..2023-09-30"),
        ("2022年春季学期末,全县", "2022年春季学期末", "point", "2022-06-30..2022-06-30"),
        ("截至2022年秋季学期结束,全县", "截至2022年秋季学期结束", "point", "2023-01-31..2023-01-31"),
        ("2022年春季学期,全县", "2022年春季学期", "season", "2022-03-01..2022-03-01"),
        ("新中国成立时,全县", "新中国成立时", "point", "1949-10-01..1949-10-01"),
        ("新中国成立前夕,全县仅有", "新中国成立前夕", "point", "1949-01-01..1949-12-31"),
        ("改革开放前夕,全县有", "改革开放前夕", "point", "1978-01-01..1978-12-31"),
        ("恢复高考前夕的中学", "恢复高考前夕", "point", "1977-01-01..1977-12-31"),
        ("现保留179所", "现保留", "point", "2024-03-20..2024-03-20"),
        ("[04-01] 关于放假的通知", "04-01", "point", ".."),
        ("·某县学校改革启动 03/10", "03/10", "point", ".."),
        ("建校60周年", "60周年", "duration", ".."),
        ("从教30年的教师", "从教30年", "duration", ".."),
        ("2022-2023学年", "2022-2023学年", "school_year", "2022-09-01..2023-08-31"),
        ("2022/2023学年第二学期", "2022/2023学年第二学期", "school_year", "2023-02-01..2023-08-31"),
        ("2023年秋季学期", "2023年秋季学期", "season", "2023-09-01..2023-09-01"),
        ("2022年秋至2023年春,发放补助", "2022年秋至2023年春", "span", "2022-09-01..2023-08-31"),
        ("2018-11-08 09:00-10:00", "2018-11-08 09:00-10:00", "point", "2018-11-08..2018-11-08"),
        ("2018 11/ 08 09:00:31", "2018 11/ 08 09:00:31", "point", "2018-11-08..2018-11-08"),
        ("2018 11/8 9:00", "2018 11/8 9:00", "point", "2018-11-08..2018-11-08"),
        ("2018　11/08 09:00 来源", "2018　11/08 09:00", "point", "2018-11-08..2018-11-08"),
        ("教育部18日举行新闻发布会", "18日", "point", ".."),
        ("18日早晨,校车出发", "18日", "point", ".."),
        ("18日中午开饭", "18日", "point", ".."),
        ("某小学举行开学典礼  (09-04)", "09-04", "point", ".."),
        ("某幼儿园新园竣工　　　[10-30]", "10-30", "point", ".."),
        ("关于招聘教师的公示 【10-27】", "10-27", "point", ".."),
        ("教师节表彰大会（10-31）", "10-31", "point", ".."),
        ("已有71所达标……[详细] 08-25", "08-25", "point", ".."),
        ("祝老师们节日快乐！  09-10 06:12", "09-10 06:12", "point", ".."),
        ("秋季拟停办民办园2所", "秋季", "season", "2024-09-01..2024-09-01"),
        ("秋季将新增学位900个", "秋季", "season", "2024-09-01..2024-09-01"),
        ("春季计划招聘教师12名", "春季", "season", "2024-03-01..2024-03-01"),
        ("课后服务延时至18:00，参与学生2万人", "18:00", "clock", ".."),
        ("下午2点30到5点半上班", "2点30到5点半", "clock", ".."),
        ("上午8点10-11点40分上课", "8点10-11点40分", "clock", ".."),
        ("早8时,孩子们走进教室", "8时", "clock", ".."),
        ("三年撤并小学29所", "三年", "span", "2021-03-20..2024-03-20"),
        ("五年累计新建学校46所", "五年", "span", "2019-03-20..2024-03-20"),
        ("2021年以来共引进", "2021年以来", "span", "2021-01-01..2024-03-20"),
        ("自2020年9月起实施", "2020年9月起", "span", "2020-09-01..2024-03-20"),
        ("2015年至今", "2015年至今", "span", "2015-01-01..2024-03-20"),
        ("自2021年7月新政策落地以来", "2021年7月", "span", "2021-07-01..2024-03-20"),
        ("“十四五”以来", "“十四五”以来", "span", "2021-01-01..2024-03-20"),
        ("“十四五”期间新建", "“十四五”期间", "span", "2021-01-01..2024-03-20"),
        ("“十二五”时期新建", "“十二五”时期", "span", "2011-01-01..2015-12-31"),
        ("“十五五”时期", "“十五五”时期", "span", "2026-01-01..2030-12-31"),
        ("到“十四五”末", "“十四五”末", "due", "2025-12-31..2025-12-31"),
        ("党的十八大以来", "党的十八大以来", "span", "2012-11-08..2024-03-20"),
        ("党的二十大以来", "党的二十大以来", "span", "2022-10-16..2024-03-20"),
        ("改革开放以来", "改革开放以来", "span", "1978-12-18..2024-03-20"),
        ("20世纪90年代", "20世纪90年代", "span", "1990-01-01..1999-12-31"),
        ("近5年全县招聘", "近5年", "span", "2019-03-20..2024-03-20"),
        ("近三年来", "近三年来", "span", "2021-03-20..2024-03-20"),
        ("过去两年", "过去两年", "span", "2022-03-20..2024-03-20"),
        ("五年来,全县", "五年来", "span", "2019-03-20..2024-03-20"),
        ("近3个月", "近3个月", "span", "2023-12-20..2024-03-20"),
        ("今年以来", "今年以来", "span", "2024-01-01..2024-03-20"),
        ("今年招生", "今年", "span", "2024-01-01..2024-03-20"),
        ("去年底", "去年底", "point", "2023-12-31..2023-12-31"),
        ("去年9月", "去年9月", "point", "2023-09-01..2023-09-30"),
        ("明年9月前投用", "明年9月前", "due", "2025-09-30..2025-09-30"),
        ("到2027年,毛入园率", "2027年", "due", "2027-12-31..2027-12-31"),
        ("2030年以前", "2030年以前", "due", "2030-12-31..2030-12-31"),
        ("目前,全县", "目前", "point", "2024-03-20..2024-03-20"),
        ("截至目前", "截至目前", "point", "2024-03-20..2024-03-20"),
        ("近年来投入", "近年来", "vague", "..2024-03-20"),
        ("40多年来", "40多年来", "vague", "..2024-03-20"),
        ("连续4年获奖", "连续4年", "duration", "2020-03-20..2024-03-20"),
        ("用3年时间建成", "用3年时间", "duration", ".."),
        ("下午5时放学", "5时", "clock", ".."),
        ("发布日期 15时20分", "15时20分", "clock", ".."),
        ("3点40分开会", "3点40分", "clock", ".."),
        ("甘肃三年新建学校", "三年", "span", "2021-03-20..2024-03-20"),
        ("每周三下午4时", "每周三下午4时", "recurring", ".."),
        ("年均增长", "年均", "recurring", ".."),
        ("较2020年提高", "2020年", "comparison", "2020-01-01..2020-12-31"),
        ("与2019年相比", "2019年相比", "comparison", "2019-01-01..2019-12-31"),
        ("比上年增加", "上年", "comparison", "2023-01-01..2023-12-31"),
        ("是2020年的1.5倍", "2020年", "comparison", "2020-01-01..2020-12-31"),
        ("较上学年增加", "上学年", "comparison", "2022-09-01..2023-08-31"),
        ("优良率比上年提高", "上年", "comparison", "2023-01-01..2023-12-31"),
        ("占比2022年达到六成", "2022年", "point", "2022-01-01..2022-12-31"),
        ("2023届毕业生", "2023届", "point", "2023-01-01..2023-12-31"),
        ("清河年鉴（2012卷）", "2012卷", "point", "2012-01-01..2012-12-31"),
    ],
)
def test_meaning(text: str, read: str, kind: str, meant: str) -> None:
    found = one(text)
    assert (found.text, found.kind, days(found)) == (read, kind, meant)
    assert found.kind in KINDS


@pytest.mark.parametrize(
    "text",
    [
        "新建2025所", "3年级学生", "生师比1:13.5", "师生比为1:19", "县政办发〔2025〕20号", "教师2137人", "九年一贯制学校",
        "12年义务教育", "15年公费教育", "平均受教育年限达13年", "学前三年毛入园率", "九年义务教育巩固率", "5点要求", "2000人",
        "6月龄婴儿", "出现有关问题", "实现有效衔接", "同比例增长", "三年级", "学制4年", "1625平方米", "编号R/2025-48168", "某县实行（06-03）班制", "得分(13-04)", "全员18日均工资", "3个季度", "三年制高职", "投入2024.03万元",
    ],
)  # fmt: skip
def test_not_a_time(text: str) -> None:
    assert find_times(text, D) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("截至10月底,2023年共发放", ["2023-10-31..2023-10-31", "2023-01-01..2023-12-31"]),
        ("2022年4月动工,9月投用", ["2022-04-01..2022-04-30", "2022-09-01..2022-09-30"]),
        ("9月开学", ["2023-09-01..2023-09-30"]),
        ("2月开学", ["2024-02-01..2024-02-29"]),
        ("9月底前完成", ["2024-09-30..2024-09-30"]),
        ("新校区4月1日投入使用", ["2024-04-01..2024-04-01"]),
        ("截至4月1日,招聘120人", ["2023-04-01..2023-04-01"]),
        ("截至 4月1日,招聘120人", ["2023-04-01..2023-04-01"]),
        ("4月1日至4月9日培训教师", ["2023-04-01..2023-04-09"]),
        ("4月开学", ["2023-04-01..2023-04-30"]),
        ("新校区5月1日投入使用", ["2023-05-01..2023-05-01"]),
        ("2021年建成,4月1日投入使用", ["2021-01-01..2021-12-31", "2021-04-01..2021-04-01"]),
        ("2021年动工,次年8月建成", ["2021-01-01..2021-12-31", "2022-08-01..2022-08-31"]),
    ],
)
def test_year_of_a_month(text: str, meant: list[str]) -> None:
    assert [days(t) for t in find_times(text, D)] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("近5年", ".."),
        ("目前", ".."),
        ("今年以来", ".."),
        ("“十四五”以来", "2021-01-01.."),
        ("“十四五”期间", "2021-01-01.."),
        ("2022年以来", "2022-01-01.."),
        ("2022年", "2022-01-01..2022-12-31"),
        ("到2027年", "2027-12-31..2027-12-31"),
        ("9月1日", ".."),
    ],
)
def test_without_a_document_date(text: str, meant: str) -> None:
    assert days(one(text, None)) == meant


def test_list_keeps_its_parts() -> None:
    found = one("2020、2021、2022三年分别招聘")
    assert (found.kind, found.text, len(found.parts)) == ("list", "2020、2021、2022三年", 3)
    assert found.parts[1] == (date(2021, 1, 1), date(2021, 12, 31))


def test_titles_and_definitions_do_not_govern() -> None:
    title, own = find_times("印发《教育规划(2021-2025年)》,2023年落实", D)
    assert not title.governs and own.governs
    per = one("教师5年一周期培训")
    assert per.definition and per.digits and not per.governs
    assert one("5年360学时").definition
    assert not one("2021级学生").governs


def test_nominal_end_is_kept_where_d_cuts_off() -> None:
    assert one("今年").nominal_end == date(2024, 12, 31)
    assert one("“十四五”期间").nominal_end == date(2025, 12, 31)


REPORTED_ON = [
    # (text, D, the year that the paper reports on, what is read)
    ("年内投入资金2亿元", date(2023, 12, 18), None, "2023-01-01..2023-12-18"),
    ("年内投入资金2亿元", date(2024, 1, 10), 2023, "2023-01-01..2023-12-31"),
    ("完成年初确定的任务,比年初增加3所", date(2023, 12, 18), None, "2023-01-01..2023-01-01"),
    ("上学年交流教师487名", date(2023, 8, 17), None, "2022-09-01..2023-08-31"),
    ("上学年交流教师487名", date(2023, 9, 17), None, "2022-09-01..2023-08-31"),
    ("上学年交流教师487名", date(2023, 6, 17), None, "2021-09-01..2022-08-31"),
    ("占比由年初的51%提高到57%", date(2023, 12, 18), None, "2023-01-01..2023-01-01"),
    ("一年来,培训教师60名", date(2023, 12, 18), None, "2023-01-01..2023-12-31"),
    ("一年来,培训教师60名", date(2024, 1, 10), None, "2023-01-01..2023-12-31"),
    ("一年来,培训教师60名", date(2024, 6, 10), None, "2023-06-10..2024-06-10"),
    ("近一年来,培训教师60名", date(2023, 12, 18), None, "2022-12-18..2023-12-18"),
    ("今秋,全县招生900名", date(2024, 8, 20), None, "2024-09-01..2024-09-01"),
    ("“十三五”成效明显。五年来,新建学校8所", date(2021, 3, 1), None, "2016-01-01..2020-12-31"),
    ("五年来,新建学校8所", date(2021, 3, 1), None, "2016-03-01..2021-03-01"),
]


@pytest.mark.parametrize(("text", "on", "year", "meant"), REPORTED_ON)
def test_times_of_the_year_reported_on(text: str, on: date, year: int | None, meant: str) -> None:
    assert days(find_times(text, on, year)[-1]) == meant


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("三年新开办学校18所", "running"),
        ("区财政三年投入2亿元", "running"),
        ("全市三年选派教师60名", "running"),
        ("三年规划总投资2亿元", "running"),
        ("初三年投入2亿元", None),
        ("读了三年投入工作", None),
        ("三年才建成1所", None),
    ],
)
def test_years_in_which_something_was_done(text: str, rule: str | None) -> None:
    assert [t.rule for t in find_times(text, D)] == ([rule] if rule else [])


@pytest.mark.parametrize(
    "text",
    [
        "年内涵发展",
        "年初中招生",
        "年初目标6000人次",
        "年初预算320万元",
        "年初设定的目标4所",
        "今秋风送爽",
        "今春耕时节",
    ],
)
def test_words_that_only_look_like_times_of_the_year(text: str) -> None:
    assert find_times(text, D) == []


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("是2020年的近三倍", False),
        ("为“十五”时期的2.3倍", False),
        ("相当于2015年的1.5倍", False),
        ("2020年的三个班", True),
        ("“十二五”时期的投入", True),
    ],
)
def test_what_a_multiple_refers_to_dates_nothing(text: str, governs: bool) -> None:
    assert one(text).governs is governs


@pytest.mark.parametrize(
    "text", ["2023年初中招生", "2022年制定方案", "2021年起草文件", "2023年中考", "2024年第5次会议"]
)
def test_words_after_a_year_are_left_alone(text: str) -> None:
    assert days(one(text))[4:] in (
        "-01-01..2023-12-31",
        "-01-01..2022-12-31",
        "-01-01..2021-12-31",
        "-01-01..2024-12-31",
    )


PIECES = [
    "2024年", "２０２３年", "二〇二二年", "9月", "底", "1日", "近", "5年", "三年来", "截至", "到", "自", "以来", "“十四五”", "期间", "、", "-", "—", "至",
    "2020、2021年", "学年", "秋季", "上半年", "一季度", "《", "》", "今年", "去年", "前", "起", "每", "周五", "下午5时", "8:30", "13", ".", "1:19", "(略)",
    "党的十八大", "90年代", "20世纪", "2月30日", "99", "0", "年", "月", " ", "\n", "比", "相比", "9999年", "1900年", "2099年", "今后100年", "连续999年",
]  # fmt: skip


@settings(max_examples=400)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)),
    st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2100, 12, 31))),
)
def test_any_text(text: str, on: date | None) -> None:
    end = 0
    for found in find_times(text, on):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.digits == any(c in "0123456789０１２３４５６７８９" for c in found.text)
        for first, last in [(found.period_start, found.period_end), *found.parts]:
            assert first is None or last is None or first <= last, found
        for edge in (found.start, found.end):  # a digit run lies inside or outside, never across
            assert edge in (0, len(text)) or not text[edge - 1 : edge + 1].isdecimal(), found
        end = found.end


def test_cost_is_linear() -> None:
    def cost(n: int) -> float:
        text = ("2020、2021、自2022年9月以来近5年,《" * n)[: 40 * n]
        begun = time.perf_counter()
        find_times(text, D)
        return time.perf_counter() - begun

    cost(500)
    assert cost(20_000) < 40 * max(cost(2_000), 0.005)


# --- rule by rule: what an expression means, or `none` for a number that is no time


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("比“十五”末的2004年分别多24人", True),
        ("较“十三五”末的2020年增加5所", True),
        ("与“十二五”末的2015年相比", True),
        ("与2017年比,多5所", True),
        ("同去年比，多5所", True),
        ("跟2020年底比,多5所", True),
        ("2021年的占比,为5%", False),
        ("比2019年,2021年多5所", False),
        ("“十五”末的2004年有5所", False),
    ],
)
def test_a_year_that_explains_what_is_compared_with(text: str, compared: bool) -> None:
    assert (find_times(text, D)[-1].kind == "comparison") is compared


RULES = {
    "language.periods._CLAUSE_END": Rule(
        "以来 reaches back to a date of its own clause alone",
        by=[
            "2010年高考，本科上线359人，创建校以来最好成绩。 | 2010年 = point 2010-01-01..2010-12-31",
            "去年，5个孩子考上大学，为建县以来最多。 | 去年 = point 2023-01-01..2023-12-31",
            "2022年9月，教师大会召开以来首次评选。 | 2022年9月 = point 2022-09-01..2022-09-30",
        ],
        alone=[
            "自2022年9月教师节大会召开以来，新建学校12所。 | 2022年9月 = span 2022-09-01..2024-03-20",
            "2022年9月学校成立以来，招生120人。 | 2022年9月 = span 2022-09-01..2024-03-20",
        ],
    ),
    "language.periods_scan._FOLLOWING_YEAR": Rule(
        "a month before a year is of that year",
        by=[
            "截至9月，2022年新建学校12所。 | 截至9月 = point 2022-09-30..2022-09-30",
            "截至6月底2022年累计投入1200万元。 | 截至6月底 = point 2022-06-30..2022-06-30",
            "截至11月,2021年共发放补助。 | 截至11月 = point 2021-11-30..2021-11-30",
        ],
        alone=[
            "截至10月底，共发放11550元。 | 截至10月底 = point 2023-10-31..2023-10-31",
            "2022年，截至10月底，共发放11550元。 | 截至10月底 = point 2022-10-31..2022-10-31",
        ],
    ),
    "language.periods_scan._CUTOFF": Rule(
        "figures go up to a month that is over, whatever year ahead was spoken of",
        by=[
            "力争到2026年底比例降到5%。截至1月底,已开工29所。 | 截至1月底 = point 2024-01-31..2024-01-31",
            "2027年全部达标。截止10月末,完工8所。 | 截止10月末 = point 2023-10-31..2023-10-31",
            "到2025年新建12所,截至2月,已投资3亿元。 | 截至2月 = point 2024-02-29..2024-02-29",
        ],
        alone=[
            "2022年新建12所。截至7月底,已完工8所。 | 截至7月底 = point 2022-07-31..2022-07-31",
            "2026年新建12所,9月底前开工。 | 9月底前 = due 2026-09-30..2026-09-30",
        ],
    ),
    "language.periods_grammar.REDACTED": Rule(
        "a year that is blacked out is a time all the same",
        by=[
            "2 (略) 共拨付3412万元。 | 2 = vague ..",
            "20 (略) 新建12所。 | 20 = vague ..",
            "200*年招生12人。 | 200*年 = vague ..",
        ],
        alone=["2 个班。 | 2 = none", "20所（略）。 | 20 = none"],
    ),
    "language.periods_grammar.SLOGAN": Rule(
        "lengths in a slogan are one saying",
        by=[
            "1年合格、3年成熟、6年成骨干、9年成名师。 | 1年合格、3年成熟、6年成骨干、9年 = duration ..",
            "实行3年入门、5年成才的培养计划。 | 3年入门、5年 = duration ..",
            "做到1年起步，3年见效，5年成型。 | 1年起步，3年见效，5年 = duration ..",
        ],
        alone=[
            "公办园学位3年翻一番，5年翻两番。 | 3年 = none | 5年 = none",
            "5年新建学校12所，3年招聘教师86名。 | 5年 = span 2019-03-20..2024-03-20 | 3年 = span 2021-03-20..2024-03-20",
            "实施3年免费教育。 | 3 = none",
        ],
    ),
    "language.periods_grammar.CLOCK_CONTEXT": Rule(
        "9:30 is a time of day where the words say so, else a ratio",
        by=[
            "上午9:30召开。 | 9:30 = clock ..",
            "会议时间:9:30开始。 | 9:30 = clock ..",
            "截至12:30，报名320人。 | 12:30 = clock ..",
            "作业做到22:30。 | 22:30 = clock ..",
            "午餐 12:00。 | 12:00 = clock ..",
        ],
        alone=["师生比9:30。 | 9:30 = none", "普职招生比为4:60。 | 4:60 = none", "生师比降到12:10。 | 12:10 = none"],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]]) -> None:
        found = find_times(text, D)
        for piece, meant in expected:
            at = text.index(piece)
            if meant == "none":
                assert not any(t.start <= at < t.end for t in found), f"{piece} of {text} is a time"
                continue
            read = [f"{t.kind} {days(t)}" for t in found if t.text == piece]
            assert read == [meant], f"{piece} of {text}: {read}, not {meant}"

    return check


test_right, test_missed_without_its_rule = table(RULES)
