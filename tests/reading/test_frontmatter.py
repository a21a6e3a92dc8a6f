"""What a document says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.language.places import is_place
from edu_pipeline.reading import FrontMatter, front_matter, read
from edu_pipeline.reading.dates import given_on, lone_date, read_date

PROSE = "全县教育系统坚持育人为本,扎实推进各项改革,教育质量稳步提升,群众满意度不断提高。全县有小学41所。"


def front(text: str) -> FrontMatter:
    return front_matter(read(text.encode(), "a.txt"), is_place)


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


def test_a_table_of_labels() -> None:
    found = front(
        "索 引 号 | 1234/2020-1 | 主题分类 | 教育 |\n发文字号 | 清政办发〔2020〕8号 | 发布机构 | 清河县人民政府办公室 |\n"
        "成文日期 | 2020-03-01 | 发布日期 | 2020-03-09 |\n标 题 | 清河县人民政府办公室关于印发学前教育行动计划的通知 |\n"
        f"各乡镇人民政府:\n{PROSE}\n"
    )
    assert found == FrontMatter(
        title="清河县人民政府办公室关于印发学前教育行动计划的通知",
        publisher="清河县人民政府办公室",
        document_number="清政办发〔2020〕8号",
        published_on=date(2020, 3, 9),
        signed_on=date(2020, 3, 1),
    )


def test_labels_whose_values_stand_on_the_next_line() -> None:
    found = front(f"清河县2020年教育工作总结\n发布日期:\n2021-01-12\n信息来源:\n清河县教育局\n{PROSE}\n")
    assert (found.published_on, found.publisher) == (date(2021, 1, 12), "清河县教育局")


@pytest.mark.parametrize(
    "line",
    [
        "发布时间:2023-01-12 10:22 来源:清河县教育局 浏览次数:356",
        "2023-01-12 10:22 来源:清河县教育局 作者:张某",
        "来源:清河县教育局 日期:2023年1月12日 字体:[大 中 小]",
        "【发布机构】清河县教育局•【公布日期】2023.01.12•【时效性】有效",
        "时间:2023/1/12 来源:清河县教育局",
        "更新时间:2023-01-12 10:22 来源:清河县教育局 收藏 | 分享",
    ],
)
def test_a_line_of_labels_under_the_title(line: str) -> None:
    found = front(f"清河县2022年教育工作总结\n{line}\n{PROSE}\n")
    assert (found.title, found.publisher, found.published_on) == (
        "清河县2022年教育工作总结",
        "清河县教育局",
        date(2023, 1, 12),
    )


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("清河县教育局关于印发2022年", "校舍改造项目实施方案的通知", True),
        ("清河县人民政府办公室关于做好２０２２年", "秋季学期招生工作的通知", True),
        ("清河县教育局关于下达2022年度", "学前教育专项资金的通知", True),
        ("清河县教育局简报2022年", "全县校舍改造工作总结", False),
        ("清河县教育局关于印发2022年", "各乡镇要认真做好校舍改造。", False),
    ],
)
def test_a_title_that_breaks_off_at_its_year(first: str, second: str, joined: bool) -> None:
    assert (front(f"{first}\n{second}\n\n{PROSE}\n\n{PROSE}\n").title == first + second) is joined


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        ("清河县教育局", "清河县教育局"),
        ("清河县人民政府办公室", "清河县人民政府办公室"),
        ("清河县教育和体育局", "清河县教育和体育局"),
        ("教育简报", None),
        ("春风又绿校园", None),
    ],
)
def test_the_agency_right_over_the_title(above: str, publisher: str | None) -> None:
    found = front(f"{above}\n2022年工作总结和2023年工作安排\n\n{PROSE}\n\n{PROSE}\n")
    assert (found.title, found.publisher) == ("2022年工作总结和2023年工作安排", publisher)


@pytest.mark.parametrize(
    "line", ["时间:9月10日上午", "来源于财政的资金3.2亿元,占九成。", "活动时间:2023年1月12日至15日,地点:县一中。"]
)
def test_prose_is_no_label(line: str) -> None:
    found = front(f"清河县2022年教育工作总结\n{PROSE}\n{line}\n{PROSE}\n")
    assert (found.published_on, found.publisher) == (None, None)


def test_agency_and_date_under_the_title() -> None:
    found = front(f"2023年清河市教育事业发展统计公报\n清河市教育局\n2024年3月30日\n一、学前教育\n{PROSE}\n")
    assert (found.publisher, found.published_on, found.signed_on) == ("清河市教育局", date(2024, 3, 30), None)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("清河县教育局办公室　　　　　　2022年3月28日印发", "清河县教育局办公室"),
        ("清河县人民政府办公室  2022年3月28日印发", "清河县人民政府办公室"),
        ("清河县教育局办公室　　　　2022年3月28日印发的办法同时废止", None),
        ("第一批奖补资金　　　　2022年3月28日印发", None),
    ],
)
def test_the_imprint_names_who_issued_a_paper(line: str, agency: str | None) -> None:
    found = front(f"关于下达2022年目标任务的通知\n\n根据云溪市教育局部署,现将任务下达如下。\n{PROSE}\n{line}\n")
    assert found.publisher == agency


@pytest.mark.parametrize(
    "day", ["2021年1月15日", "二〇二一年一月十五日", "2021年1月 15日", "二○二一年一月十五\n日", "2021年1月15\n日"]
)
def test_signature(day: str) -> None:
    found = front(f"清河县2020年教育工作总结\n{PROSE}\n{PROSE}\n清河县教育局\n{day}\n扫一扫在手机打开当前页\n")
    assert (found.publisher, found.signed_on, found.published_on) == ("清河县教育局", date(2021, 1, 15), None)


@pytest.mark.parametrize(
    ("below", "signed"),
    [("二○二一年一月十五\n日程另发", None), ("全县小学十五\n日", None), ("二○二一年十五\n日", None)],
)
def test_what_only_looks_like_a_date_broken_over_two_lines(below: str, signed: date | None) -> None:
    assert front(f"清河县2020年教育工作总结\n{PROSE}\n{PROSE}\n清河县教育局\n{below}\n").signed_on == signed


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("清河县2010年秋季学期中等职业学校国家助学金", "和普通高中助学金发放情况公告", True),
        ("清河县2020年学前教育普惠", "及义务教育均衡发展情况报告", True),
        ("清河县2020年工作回顾", "暨2021年教育工作计划", True),
        ("清河县2020年秋季学期学生资助", "和县级配套资金落实情况报告", True),
        ("清河县教育局", "和睦校园建设情况报告", False),
        ("某州教育信息简报", "和政县2020年教育工作总结", False),
        ("某市教育信息简报", "和平区2020年教育工作总结", False),
        ("某州教育信息简报", "和林格尔县学前教育情况报告", False),
        ("清河县教育信息简报", "及格率提升工作总结", False),
        ("清河县教育信息简报", "与时俱进的学前教育情况报告", False),
        ("清河县2020年教育工作总结", "和普通高中助学金发放情况公告", False),
    ],
)
def test_a_title_goes_on_in_a_line_that_begins_with_and(first: str, second: str, joined: bool) -> None:
    assert (front(f"{first}\n{second}\n\n{PROSE}\n").title == first + second) is joined


def test_a_year_in_a_title_is_no_date_and_neither_is_one_in_the_text() -> None:
    found = front(f"清河县2020年教育工作总结\n2020年12月31日,全县召开大会,表彰教师120名。\n{PROSE}\n")
    assert (found.published_on, found.signed_on) == (None, None)


def test_the_dates_of_a_compilation_are_not_the_documents() -> None:
    found = front(f"甲县教育综述\n(2025年9月1日)\n{PROSE}\n乙县教育综述\n(2025年9月2日)\n{PROSE}\n")
    assert (found.published_on, found.signed_on) == (None, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("当前位置:首页>工作总结\n清河县教育局\n清河县2020年教育工作总结\n", "清河县2020年教育工作总结"),
        (
            "清河县人民政府办公室\n关于印发清河县学前教育行动计划的通知\n",
            "清河县人民政府办公室关于印发清河县学前教育行动计划的通知",
        ),
        ("张某某\n# 教育之花处处开\n### 清河县教育高质量发展纪实\n", "教育之花处处开"),
        ("奋楫扬帆启新程\n——清河县教育改革发展纪实\n", "奋楫扬帆启新程"),
        ("清政发〔2020〕3号\n清河县教育事业“十四五”规划(2021—2025年)\n", "清河县教育事业“十四五”规划(2021—2025年)"),
        (
            "【民生访谈】秋季开学在即 学生资助政策有哪些?\n时间:2022年6月5日\n",
            "【民生访谈】秋季开学在即 学生资助政策有哪些?",
        ),
        (
            "清河县2020年公开招聘中小学、幼儿园教师公告\n发布日期:2022-06-05\n",
            "清河县2020年公开招聘中小学、幼儿园教师公告",
        ),
        (
            "清河县人民政府办公室关于印发\n《清河县“十四五”教育事业发展规划》的通知\n各乡镇:\n",
            "清河县人民政府办公室关于印发《清河县“十四五”教育事业发展规划》的通知",
        ),
        (
            "清河县教育局 清河县财政局\n关于进一步加强乡村小规模学校和寄宿制学校\n建设管理工作的通知\n各乡镇:\n",
            "清河县教育局 清河县财政局关于进一步加强乡村小规模学校和寄宿制学校建设管理工作的通知",
        ),
        ("问:今年有多少孩子要上学?\n", None),
        ("清河教育一周要闻(2019.11.25—12.1)\n●甲镇:“总校制”让农村校“活”起来\n", "清河教育一周要闻(2019.11.25—12.1)"),
        (
            "清河市中长期教育改革和发展规划纲要(2010—2020年)公开征求意见稿摘登\n清河日报 2010年9月28日 第5版\n",
            "清河市中长期教育改革和发展规划纲要(2010—2020年)公开征求意见稿摘登",
        ),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert front(f"{head}{PROSE}\n{PROSE}\n").title == title


@pytest.mark.parametrize(
    ("line", "is_notice"),
    [
        ("作者原创,严禁二次传播,违者追究法律责任。", True),
        ("版权说明:本站资料未经授权不得转载、复制。", True),
        ("本网稿件,请勿转载,侵权必究", True),
        ("各校不得组织有偿补课,禁止向学生推销教辅。", False),
        ("加强网络管理,严禁传播不良信息。", False),
    ],
)
def test_rights(line: str, is_notice: bool) -> None:
    assert front(f"清河县教育工作总结\n{PROSE}\n版权声明\n{line}\n").rights == (line if is_notice else None)


def test_document_number_in_the_head() -> None:
    found = front(f"清教发〔2020〕12号\n清河县教育局关于加强教研工作的通知\n{PROSE}根据省教〔2019〕5号文件要求。\n")
    assert found.document_number == "清教发〔2020〕12号"
    assert (
        front(f"清河县教育局关于加强教研工作的通知\n{PROSE}根据省教发〔2019〕5号文件要求。\n").document_number is None
    )


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (
            f"首页 > 总结 清河县教育工作总结 发布时间:2023-01-12 来源:清河县教育局 浏览:12 {PROSE * 9}",
            date(2023, 1, 12),
        ),
        (f"{PROSE * 9}发布时间:2023-01-12", None),
        (f"清河县教育工作总结 会议时间:2023-01-12 {PROSE * 9}", None),
    ],
)
def test_a_page_on_one_line(text: str, meaning: date | None) -> None:
    assert front(text).published_on == meaning


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
    ("site", "title"),
    [
        ("清河新闻网·县区频道·云溪", "云溪县三年投入4300万元改造校舍"),
        ("清河教育网·要闻·学前教育", "云溪县三年投入4300万元改造校舍"),
        ("清河发布客户端·云溪", "云溪县三年投入4300万元改造校舍"),
        ("清河县教育工作·总结", "清河县教育工作·总结"),
    ],
)
def test_a_channel_of_a_site_is_no_title(site: str, title: str) -> None:
    assert front(f"{site}\n\n云溪县三年投入4300万元改造校舍\n\n{PROSE}\n{PROSE}\n").title == title


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


@pytest.mark.parametrize("label", ["[ 发布日期 ]", "【发布日期】", "发布日期：", "[发布 日期]"])
def test_labels_in_the_cells_of_a_table(label: str) -> None:
    found = front(
        f"| {label} | 2021-04-12 | [ 有效性 ] | |\n| [ 索引号 ] | 115/2021-00419 |\n清河县教育工作总结\n{PROSE}\n"
    )
    assert found.published_on == date(2021, 4, 12)
