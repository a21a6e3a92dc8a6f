"""The day of a paper that no label tells: wires, stamps, notices, records, the lines of head and foot.

What belongs here: lines of which the day is the paper's, and lines of which it is not.  What does not: labels and
signatures (test_frontmatter), how a day is written (test_dates).
"""

from __future__ import annotations

from datetime import date

import pytest
from front_page import PROSE, front


@pytest.mark.parametrize(
    ("notice", "meaning"),
    [
        ("现将自评结果予以公示,公示期2024年10月9日至10月15日。", date(2024, 10, 9)),
        ("公示时间:2023年3月6日—3月10日", date(2023, 3, 6)),
        ("公示期限为2022年5月5日至5月11日。", date(2022, 5, 5)),
        ("2024年10月9日,县里公示了名单。", None),
        ("公示期满后于2024年10月20日发文。", None),
    ],
)
def test_a_notice_is_of_the_day_it_was_put_up(notice: str, meaning: date | None) -> None:
    assert front(f"清河县教育局关于拟认定示范园的公示\n\n{PROSE}{notice}\n\n{PROSE}\n").published_on == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("当前位置:首页>>教育>>正文   2005/12/8 9:40:00   阅读 [ 209 ] 次", date(2005, 12, 8)),
        ("您当前位置：首页 > 新闻 2019-03-05 08:30", date(2019, 3, 5)),
        ("当前栏目:要闻 2021年4月2日", date(2021, 4, 2)),
        ("请于2021年4月2日前报名", None),
        ("开学前 2021年4月2日", None),
    ],
)
def test_the_line_that_tells_where_a_page_stands_tells_its_day(line: str, meaning: date | None) -> None:
    found = front(f"清河新闻网\n\n{line}\n\n清河县改造食堂\n\n{PROSE}\n{PROSE}\n")
    assert (found.published_on or found.signed_on) == meaning


@pytest.mark.parametrize(
    ("opening", "meaning"),
    [
        ("本报8月22日讯(记者 李强)市教育局介绍2025年秋季学期准备情况。", date(2025, 8, 22)),
        ("新华社兰州3月5日电 2019年以来,清河县改造食堂。", date(2019, 3, 5)),
        ("清河日报3月5日消息 2021年,清河县改造食堂。", date(2021, 3, 5)),
        ("清河日报讯(记者 李强)8月22日,市教育局介绍2025年秋季学期准备情况。", date(2025, 8, 22)),
        ("四川新闻网清河5月29日讯(2023年)\n\n最新监测显示,近视率下降。", date(2023, 5, 29)),
        ("本报8月22日讯 2023年和2024年,清河县改造食堂。", date(2024, 8, 22)),
        (
            "清河新闻网讯(张某)11月12日,大会听取报告。2017年以来投入大增。\n\n2020年秋季有学生9万人,到2022年再增。",
            date(2020, 11, 12),
        ),
        ("本报11月15日电(记者李某)巩固率由2017年的88.6%提高到94.1%。2020年将再招220名。", date(2019, 11, 15)),
        ("本报3月15日电(记者李某)巩固率由2017年的88.6%提高到94.1%。2020年将再招220名。", date(2020, 3, 15)),
        ("红网时刻新闻8月16日讯(通讯员 李某)2023年秋季全县新生2980人。", date(2023, 8, 16)),
        ("红网讯(通讯员 李某)8月16日,2023年秋季全县新生2980人。", date(2023, 8, 16)),
        ("红网时刻新闻8月16日起发布2023年秋季招生政策。", None),
        ("本报11月12日讯 据规划,到2025年入园率达95%,2027年底前办完。", None),
        ("本报8月22日讯 清河县改造食堂。", None),
        ("8月22日,2025年清河县教育大会召开。", None),
        ("“上课啦。”8月22日,记者在清河一小看到新食堂。2020年以来投入大增,2024年再改3所。", date(2024, 8, 22)),
        ("清晨雾大。3月5日上午，记者来到清河一小。截至2021年2月底,全县有食堂41个。", date(2021, 3, 5)),
        ("3月5日,本报记者从教育局获悉,2021年全县改造食堂41个。", date(2021, 3, 5)),
        ("8月22日,记者在清河一小看到新食堂。9月1日,记者在二小看到旧食堂。2024年再改3所。", None),
        ("8月22日,家长在清河一小看到新食堂。2024年再改3所。", None),
        ("本报3月5日讯 截至2021年2月底,全县有食堂41个。", date(2021, 3, 5)),
        ("本报3月5日讯 由2019年的3个增至2021年底的41个。", None),
        ("8月2日,清河县人大常委会第九次会议召开,听取民生报告。2024年改造食堂41个。", date(2024, 8, 2)),
        ("1月9日上午,政协清河县第八届委员会第三次会议开幕。2023年改造食堂41个。", date(2023, 1, 9)),
        ("1月24日\n\n县长作报告。\n\n2020年工作回顾\n\n2021年重点工作\n\n", date(2021, 1, 24)),
        ("8月2日,清河县人大常委会定于9月召开会议。2024年改造食堂41个。", None),
        ("1月24日\n\n2月3日\n\n2021年重点工作\n\n", None),
        ("本报10月9日讯 清河县召开“十三五”教育成就发布会。五年来改造食堂41个,2019年底入学率98%。", date(2020, 10, 9)),
        (
            "本报11月2日讯 “十四五”期间改造食堂41个,规划圆满收官在即,“十四五”收官之年再改3所。2024年入学率98%。",
            date(2025, 11, 2),
        ),
        ("本报3月9日讯 清河县召开“十三五”教育成就发布会。五年来改造食堂41个,2020年底入学率98%。", date(2020, 3, 9)),
        ("本报10月9日讯 清河县部署“十三五”教育。五年来改造食堂41个,2019年底入学率98%。", date(2019, 10, 9)),
        ("本报10月15日讯 “十四五”以来改造食堂41个。“十五五”时期,计划再改30个,2027年前建成3个。", date(2025, 10, 15)),
        ("本报9月3日讯 “十三五”以来改造食堂41个。“十四五”期间将再改30个。", date(2020, 9, 3)),
        ("本报10月15日讯 “十四五”以来改造食堂41个,2023年又改5个。", date(2023, 10, 15)),
        ("本报10月15日讯 “十四五”以来改造食堂41个。“十五五”更好。", None),
        (
            "本报8月29日讯 根据《清河县行动计划（2024—2026年）》，将再改造食堂41个，到2026年全部达标。",
            date(2024, 8, 29),
        ),
        ("本报8月29日讯 按照《清河县三年行动方案(2019-2021年)》,改造食堂41个。", date(2019, 8, 29)),
        ("本报8月29日讯 清河县制定行动计划（2024—2026年），改造食堂41个。", date(2024, 8, 29)),
        ("本报8月29日讯 根据《清河县行动计划（2024—2026年）》，2022年改造食堂41个。", date(2022, 8, 29)),
        ("本报8月29日讯 《清河县行动计划（2024—2026年）》正在制定。", None),
    ],
)
def test_a_report_is_of_the_day_it_was_filed_in_the_last_year_it_tells_of(opening: str, meaning: date | None) -> None:
    assert front(f"清河县改造食堂\n\n{opening}{PROSE}\n\n{PROSE}\n").published_on == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("现将《方案》印发给你们,请遵照执行。清河县教育局,2022年8月10日。", date(2022, 8, 10)),
        ("请认真贯彻落实。清河县人民政府办公室 2022年8月10日。", date(2022, 8, 10)),
        ("现予公布。清河县教育委员会，二〇二二年八月十日。", date(2022, 8, 10)),
        ("原办法废止。清河县教育局2022年8月10日发文说明。", None),
        ("请于2022年8月10日前上报清河县教育局。", None),
    ],
)
def test_a_notice_signed_in_its_own_line(line: str, meaning: date | None) -> None:
    assert front(f"清河县集团化办学实施方案\n\n各学校：\n{line}\n\n{PROSE}\n\n{PROSE}\n").signed_on == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("http://www.qh.cn/2014-07/03/content_32.htm  2014-07-03 17:26:05  来源：清河报  点击：1389", date(2014, 7, 3)),
        ("原创 清河教育 清河教育 2022-01-12 18:30", date(2022, 1, 12)),
        ("2022-01-12 18:36  来源:清河县融媒体中心  记者 王某某 通讯员 李某某 赵某某 编辑 孙某某", date(2022, 1, 12)),
        ("2022年1月12日 来源：清河日报  记者 王某某 阿依古丽·买买提 摄影 阿布都热依木·吐尔逊", date(2022, 1, 12)),
        ("据2022年1月12日会议,资金来源:县财政配套、省级补助和社会捐赠等多种渠道统筹安排使用", None),
        ("清河县融媒体中心  2022-01-12 08:30:11", date(2022, 1, 12)),
        ("http://www.qh.cn/2014-07/03/content_32.htm", None),
        ("报名时间截至2022-01-12 18:30", None),
    ],
)
def test_stamps_over_the_text(line: str, meaning: date | None) -> None:
    found = front(f"清河县：食堂变了样\n{line}\n{PROSE}\n\n{PROSE}\n")
    assert (found.published_on or found.signed_on) == meaning


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        (f"新华社兰州2024年9月6日电(记者 王某){PROSE}", date(2024, 9, 6)),
        (f"> 发布于 2024-09-06\n{PROSE}", date(2024, 9, 6)),
        (f"(清河市教育局 2025年3月)\n{PROSE}", date(2025, 3, 31)),
        (f"(2026年1月16日市教育和体育局党组会议审议通过)\n{PROSE}", date(2026, 1, 16)),
        (f"2024年9月6日电话通知各校,{PROSE}", None),
        (f"新华社兰州9月6日电(记者 王某){PROSE}", None),
        (f"(清河市教育局 3月)\n{PROSE}", None),
    ],
)
def test_wires_and_months_behind_an_agency(head: str, meant: date | None) -> None:
    found = front(f"清河市办好人民满意的教育\n\n{head}\n{PROSE}\n")
    assert (found.published_on or found.signed_on) == meant


@pytest.mark.parametrize(
    "line",
    [
        "清河日报讯(记者 张某)2022年6月5日,县教育局召开新闻通气会,通报有关情况。",
        "本报讯 2022年6月5日,县教育局召开新闻通气会,通报有关情况。",
        "【本报讯】2022年6月5日,记者从县教育局获悉,学校面貌一新。",
        "清河网讯 (通讯员 李某 王某) 2022年6月5日上午,县教育局举行座谈会。",
        "新华社清河2022年6月5日电(记者张某)记者从县教育局获悉,学校面貌一新。",
        "主持人:网友们好。嘉宾:县教育局局长。  访谈时间:2022年6月5日10:00—11:00",
        "直播时间:2022-06-05 15:00  嘉宾:县教育局局长",
        "嘉宾:县教育局局长 时间:2022年6月5日上午10点 主持人:小王",
        "发布会时间:2022年6月5日上午 地点:县政府新闻发布厅",
        "答复时间:2022-06-05",
        "采访时间:2022年6月5日  采访地点:县一中",
        "[编者按]6月2日,县教育局召开调度会。现将发言摘编如下,供学习交流。(2022年6月5日)",
        "编者按:近日召开调度会,现将发言摘编如下。（二○二二年六月五日）",
        "稿件来源:清河县教育局 2022-06-05",
        "清河县教育局 〔2022-06-05〕",
        "[ 2022.06.05 ] 浏览:88",
        "录入:张某 2022/6/5 8:30:00",
        "填报日期:2022年6月5日",
        "□ 县教育局供稿  2022年6月5日",
        "清河县教育局办公室编印　２０２２年６月５日",
        "第12期(总第88期) 2022年6月5日",
        "2022年6月5日 清河考试报 第1306期 A2版",
    ],
)
def test_dates_in_the_head_of_a_text(line: str) -> None:
    found = front(f"清河县教育工作有新进展\n{line}\n{PROSE}\n{PROSE}\n")
    assert (found.signed_on or found.published_on) == date(2022, 6, 5)


@pytest.mark.parametrize(
    "line",
    [
        "清河县教育局 2022年6月5日",
        "清河县教育局（公章）  2022年6月5日",
        "填表人:张某  审核:李某  填报日期:2022年6月5日",
        "清河县教育局办公室  2022年6月5日印发",
        "抄送:县政府办。  2022年6月5日印发",
        "(原载《清河日报》2022年6月5日2版)",
        "责任编辑:张某  发布时间:2022-06-05",
    ],
)
def test_dates_in_the_foot_of_a_text(line: str) -> None:
    found = front(f"清河县教育工作有新进展\n{PROSE}\n{PROSE}\n{line}\n")
    assert (found.signed_on or found.published_on) == date(2022, 6, 5)


@pytest.mark.parametrize(
    "line",
    [
        "会议将于2022年6月5日召开,请各校准备材料。",
        "请于2022年6月5日前将报告报送县教育局。",
        "公示期:2022年6月5日截止。",
        "本报讯 2022年6月5日起,全县学校放假。",
        "版权所有 2022 清河县教育局",
        "报名时间:2022年6月5日至6月10日",
        "考试时间:2022年6月5日上午9:00",
        "联系电话:2022-6051234",
        "开学时间:2022年9月1日",
        "活动时间:2022年6月5日",
        "建成时间:2022年6月5日",
        "2022年6月5日,县一中建成投用,老校址改为公园。",
        "该条例自2022年6月5日起施行。",
        "据旧通知,学校开始改造。(2022年6月5日印发)",
        "施工期限:2022年6月5日—2023年6月5日",
    ],
)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_days_that_are_not_the_documents(line: str, place: str) -> None:
    lines = [line, PROSE, PROSE] if place == "head" else [PROSE, PROSE, line]
    found = front("\n".join(["清河县教育工作有新进展", *lines, ""]))
    assert (found.signed_on, found.published_on) == (None, None)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("清河县政府网　时间：2022年6月5日 10:00　地点：县政府新闻发布厅", True),
        ("时间:2022年6月5日上午9:30 地点:县教育局三楼 主持人:张某", True),
        ("嘉宾见附表 时间：2022-06-05 15:00—16:00 主持：王某", True),
        ("报名时间：2022年6月5日至6月10日，地点：县教育局", False),
        ("时间：2022年6月5日至6月9日，地点：县教育局。", False),
        ("会议时间另行通知。2022年6月5日前报送。地点：县教育局", False),
    ],
)
def test_a_record_is_of_the_day_of_its_conference(line: str, dated: bool) -> None:
    found = front(f"清河县教育工作新闻发布会实录\n{line}\n{PROSE}\n{PROSE}\n")
    assert (found.published_on or found.signed_on) == (date(2022, 6, 5) if dated else None)
