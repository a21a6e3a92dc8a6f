"""Days as papers write them, alone on a line, and in the line that says when a report was given."""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.reading.dates import given_on, lone_date, read_date


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2021-04-12", date(2021, 4, 12)),
        ("2021年4月 1日", date(2021, 4, 1)),
        ("2021/4/1 08:30", date(2021, 4, 1)),
        ("２０２１年４月１日", date(2021, 4, 1)),
        ("二〇二一年一月十五日", date(2021, 1, 15)),
        ("二○一九年十二月三十一日", date(2019, 12, 31)),
        ("二零二零年十月廿一日", date(2020, 10, 21)),
        ("2021.02.05", date(2021, 2, 5)),
        ("30.08.2017 11:50", date(2017, 8, 30)),
        ("2021 06/ 24 10:33:48", date(2021, 6, 24)),
        ("2019 11/5 09:10", date(2019, 11, 5)),
        ("2018　02/ 03 7:15:00", date(2018, 2, 3)),
        ("张掖日报/2012年/11月/6日/第002版", date(2012, 11, 6)),
        ("中国教育报／2015年／3月／27日／第3版", date(2015, 3, 27)),
        ("2012年/13月/6日", None),
        ("2012年/11月/6日后", date(2012, 11, 6)),
        ("计2012年/11月/6人", None),
        ("2021 6/24所", None),
        ("2021 13/ 24 10:33:48", None),
        ("5.3.2019", date(2019, 3, 5)),
        ("01.12.2020", date(2020, 12, 1)),
        ("31.02.2017", None),
        ("1.3.2017年", None),
        ("1.30.08.2017", None),
        ("2021年2月30日", None),
        ("2021年", None),
        ("12021-04-12", None),
    ],
)
def test_dates(text: str, meaning: date | None) -> None:
    assert read_date(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("(2025年9月11日)", date(2025, 9, 11)),
        ("2021-04-12 13:54:01", date(2021, 4, 12)),
        ("2021年4月12日 星期一", date(2021, 4, 12)),
        ("二〇二一年一月十五日", date(2021, 1, 15)),
        ("2021年4月12日起施行", None),
        ("2020—2021年", None),
    ],
)
def test_lone_dates(text: str, meaning: date | None) -> None:
    assert lone_date(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("——2021年1月26日在清河市第八届人民代表大会第六次会议上", date(2021, 1, 26)),
        ("(2022年2月8日在全县教育工作会议上)", date(2022, 2, 8)),
        ("—— 2020年5月6日在县委全会上", date(2020, 5, 6)),
        ("(2021年11月12日区人大常委会会议文件之七)", date(2021, 11, 12)),
        ("(2021年11月12日会议通过的文件还包括预算草案和决算草案)", None),
        ("2021年1月26日,县教育局召开大会。", None),
        ("2021年,在会议上", None),
    ],
)
def test_days_on_which_a_report_was_given(text: str, meaning: date | None) -> None:
    assert given_on(text) == meaning
