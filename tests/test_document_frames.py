"""The frame of whole documents: place, date, and the time of what stands and of what was done where nothing else says.

Each document states 41 schools (how things stand) and 120 teachers recruited (what was done) below another head.

What belongs here: what a head, a foot or a title says for a whole document.  What does not: single titles
(indicators/test_inherited), front matter (reading/test_frontmatter).
"""

from __future__ import annotations

from datetime import date

import pytest

from edu_pipeline.extract import extract_document

CITY = "全市现有小学41所。招聘教师120名。"
COUNTY = "全县现有小学41所。招聘教师120名。"
PROSE = "教育系统坚持育人为本,扎实推进各项改革,教育质量稳步提升,群众满意度不断提高。"


def span(period: str | None, day: str | None) -> str | None:
    """A year, D, ..D or a span as the tables have it."""
    if period in ("D", "..D"):
        return f"{day if period == 'D' else 'None'}..{day}"
    if period is None:
        return "None..None"
    return f"{period}-01-01..{period}-12-31" if len(period) == 4 else period


@pytest.mark.parametrize(
    ("text", "place", "day", "stands", "done"),
    [
        ("张掖市教育局\n2023年教育工作总结\n\n{city}\n\n张掖市教育局\n2024年1月5日\n", "张掖市", "2024-01-05", "D", "2023"),
        ("2023年张掖市教育工作总结\n\n(2024年1月5日)\n\n{city}\n", "张掖市", "2024-01-05", "D", "2023"),
        ("张掖市2023年教育工作亮点回眸\n来源:张掖日报 2024-01-05\n\n{city}\n", "张掖市", "2024-01-05", "2023", "2023"),
        ("2023,张掖教育的温度\n张掖日报 2024-01-05\n\n{city}\n", "张掖市", "2024-01-05", "D", "..D"),
        ("张掖教育这一年\n2024-01-05\n\n一年来,{prose}\n{city}\n", "张掖市", "2024-01-05", "D", "..D"),
        ("2023年张掖市教育工作要点完成情况\n2024-01-05\n{city}\n", "张掖市", "2024-01-05", "2023", "2023"),
        ("关于张掖市2023年教育经费执行情况的公告\n2024年8月5日\n{city}\n", "张掖市", "2024-08-05", "2023", "2023"),
        ("张掖市教育局2024年第一季度工作小结\n2024年4月5日\n{city}\n", "张掖市", "2024-04-05", "D", "2024-01-01..2024-03-31"),
        (
            "张掖市2022/2023学年初教育事业统计简明资料\n{city}\n",
            "张掖市",
            None,
            "2022-09-01..2023-08-31",
            "2022-09-01..2023-08-31",
        ),
        ("张掖市教育事业统计资料汇编(2022年)\n{city}\n", "张掖市", None, "2022", "2022"),
        ("张掖年鉴 2023 教育\n【概况】{city}\n", "张掖市", None, "2022", "2022"),
        ("张掖统计年鉴—2023\n教育\n{city}\n", "张掖市", None, "2022", "2022"),
        ("2022年张掖市国民经济和社会发展统计公报(教育部分)\n张掖市统计局 2023年4月1日\n{city}\n", "张掖市", "2023-04-01", "2022", "2022"),
        ("张掖市教育统计(2023年)\n单位:所\n{city}\n", "张掖市", None, "2023", "2023"),
        ("各县区2023年教育基本情况\n张掖市教育局计财科\n{city}\n", "张掖市", None, "2023", "2023"),
        ("张掖市教育事业基本情况\n(2023年底)\n{city}\n", "张掖市", None, "2023-12-31..2023-12-31", "None..2023-12-31"),
        ("张掖市教育局局长做客政风行风热线\n直播时间:2024年3月20日 上午9:00\n{city}\n", "张掖市", "2024-03-20", "D", "..D"),
        ("张掖:农村娃上学不再难\n甘肃日报 记者 李某 2024年3月20日 第06版\n{city}\n", "张掖市", "2024-03-20", "D", "..D"),
        ("“小而美”的乡村学校\n——甘肃省张掖市教育观察\n《中国教育报》2024年03月20日第1版\n{city}\n", "张掖市", "2024-03-20", "D", "..D"),
        ("甘肃张掖:让每个孩子有学上\n2024-03-20 08:12:44 来源: 中国教育新闻网\n{city}\n", "张掖市", "2024-03-20", "D", "..D"),
        ("教育强市看张掖\n本报记者 王某\n\n{city}\n\n《张掖日报》(2024年03月20日 A02版)\n", "张掖市", "2024-03-20", "D", "..D"),
        ("(张掖日报讯)3月20日,记者获悉,张掖市2024年学生资助工作启动。\n{city}\n", "张掖市", "2024-03-20", "D", "..D"),
        (
            "张掖市教育局举行“教育这五年”新闻发布会\n3月20日,张掖市举行新闻发布会。2024年春季学期开学顺利。\n{city}\n",
            "张掖市",
            "2024-03-20",
            "D",
            "..D",
        ),
        ("教育强市看张掖\n3月20日,张掖市举行新闻发布会。2024年开学顺利。\n{city}\n", "张掖市", None, None, None),
        ("张掖市教育概况\n【更新时间:2024年3月】\n{city}\n", "张掖市", "2024-03-31", "D", "..D"),
        ("张教发〔2024〕12号\n张掖市教育局关于印发《2023年度工作总结》的通知\n各县区教育局:\n{city}\n张掖市教育局\n2024年3月20日\n", "张掖市", "2024-03-20", "D", "2023"),
        ("张掖市教育局关于对第88号建议的答复\n王某代表:\n您提出的关于支持山丹县寄宿制学校的建议收悉。\n{county}\n张掖市教育局\n2024年3月20日\n", "山丹县", "2024-03-20", "D", "..D"),
        ("教育局工作简报\n第6期\n山丹县教育局办公室 2024年3月20日\n{county}\n", "山丹县", "2024-03-20", "D", "..D"),
        ("在全县教育大会上的讲话\n(2024年3月20日)\n山丹县委书记 李某\n{county}\n山丹县要率先。\n", "山丹县", "2024-03-20", "D", "..D"),
        ("新闻发布会实录\n时间:2024年3月20日(星期三)上午10:00\n地点:张掖市政府新闻发布厅\n{city}\n", "张掖市", "2024-03-20", "D", "..D"),
        ("二○二三年教育工作总结\n张掖市教育局\n二○二四年一月五日\n{city}\n", "张掖市", "2024-01-05", "D", "2023"),
    ],
)  # fmt: skip
def test_frames(text: str, place: str, day: str | None, stands: str | None, done: str | None) -> None:
    rows = extract_document(text.format(city=CITY, county=COUNTY, prose=PROSE).encode(), "a.txt")
    (article,) = rows["articles"]
    assert (article["region_name"], article["dated_on"] and str(article["dated_on"])) == (place, day)
    periods = {o["value"]: f"{o['period_start']}..{o['period_end']}" for o in rows["observations_read"]}
    assert (periods[41], periods[120]) == (span(stands, day), span(done, day))


DIGEST = """张掖市教育局 > 工作动态 > 县区传真

[山丹县] 食堂换新颜
发布时间：2023-11-12 17:40
山丹县改造食堂31个，惠及学生12600人，家长满意度明显提高，县教育局把食堂管理作为头等大事，每月检查一次，师生的就餐环境有了很大改善。

[民乐县] 校车更安全
发布时间：2023-11-14 09:05
全县校车增加到26辆，接送学生3150人，学生家长都说放心，县教育局还为每条线路安排了照管员，路况差的村子也开通了接送点，冬天也不误学。

[市直] 全市资助政策落地
发布时间：2023-11-15 15:22
全市资助学生6310人，招聘教师120名，各项政策按时落实，没有一名学生因为家庭困难而失学。
首页 上一页 1 2 3 下一页 末页
"""


def test_news_with_their_own_days_on_one_page() -> None:
    """Each is of the place that its headline names, or of the page's owner, and of its own day."""
    rows = extract_document(DIGEST.encode(), "page.txt")
    found = [(a["region_name"], str(a["dated_on"])) for a in rows["articles"] if a["region_name"]]
    assert found == [("山丹县", "2023-11-12"), ("民乐县", "2023-11-14"), ("张掖市", "2023-11-15")]


def test_one_page_that_says_twice_when_it_was_published_is_one_article() -> None:
    page = f"张掖市教育工作总结\n发布时间：2023-11-12\n{PROSE}{CITY}\n发布时间：2023-11-12\n张掖市教育局\n"
    assert len(extract_document(page.encode(), "page.txt")["articles"]) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("张掖市举行教育新闻发布会\n\n2024年8月28日上午10时，市政府召开新闻发布会。\n{city}\n", "2024-08-28"),
        ("张掖市召开教育工作推进会\n\n2024年3月5日，全市教育工作推进会在临泽县召开。\n{city}\n", "2024-03-05"),
        ("张掖市举行教育新闻发布会\n\n8月28日下午，市政府召开新闻发布会，通报2024年工作。\n{city}\n", "2024-08-28"),
        (
            "张掖新学校开学\n\n    本报讯 9月1日，新学校开学。2015年有大班额287个。2016年以来新建学校12所。\n{city}\n",
            None,
        ),
        ("张掖新学校开学\n\n    本报讯 9月1日，新学校开学。2016年以来新建学校12所。\n{city}\n", "2016-09-01"),
        ("张掖教育这十年\n\n2024年8月28日，第一所寄宿制学校开学。\n{city}\n", None),
        ("张掖市举行教育新闻发布会\n\n2024年8月28日，第一所寄宿制学校开学。\n{city}\n", None),
    ],
)
def test_the_day_of_the_meeting_that_a_title_tells_of(text: str, day: str | None) -> None:
    article = extract_document(text.format(city=CITY).encode(), "page.txt")["articles"][0]
    assert article["dated_on"] == (None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("深汕这样建学校\n2026年3月4日\n\n记者从深圳市深汕特别合作区公共事业局获悉，深汕新建学校6所，全区有学校29所。\n", "深圳市深汕特别合作区"),
        ("西咸教育再提速\n2026年3月4日\n\n记者从西咸新区教育局获悉，西咸新建学校6所，西咸教师2000名。\n", "西咸新区"),
        ("教育再提速\n2026年3月4日\n\n张掖市与深圳市深汕特别合作区结对，张掖市新建学校6所，全市有学校29所。\n", "张掖市"),
    ],
)  # fmt: skip
def test_a_zone_is_home_by_its_short_name_too(text: str, place: str) -> None:
    assert extract_document(text.encode(), "page.txt")["articles"][0]["region_name"] == place
