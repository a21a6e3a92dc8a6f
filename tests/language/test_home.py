"""The place an article is about: first lines for rules of language.home and near misses, titles, publishers.

A line of the tables is the article's lines (/ between them), and the code of its home, `none` where nothing tells it.

What belongs here: rules one by one, then titles and whole articles.  What does not: what the text alone tells (test_leading),
mentions (test_places); the form of the tables (helpers/rule_tables).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

from edu_pipeline.language.home import home_place

RULES = {
    "language.home._COUNTRYWIDE": Rule(
        "a paper that counts the whole country's schools and names no other place",
        by=[
            "全国共有幼儿园27万所。 | home = 100000",
            "教育投入稳步增长。/全国义务教育阶段学校20万所。 | home = 100000",
            "中央财政安排资金3000亿元。 | home = 100000",
        ],
        alone=["入选全国试点，学校12所。 | home = none", "张掖市新建学校12所，全国共有12个试点。 | home = 620700"],
    ),
    "language.home._STRETCHED": Rule(
        "a table stretches the name of a place over its column",
        by=[
            "地 区｜学校数｜/全 国｜366213｜/内蒙古｜5850｜/上 海｜650｜/河 北｜33026｜/西 藏｜890｜ | home = 100000",
            "全 国\t366213/内蒙古\t5850/上 海\t650/湖 北\t33026/西 藏\t890 | home = 100000",
            "｜全　国｜366213｜/｜内蒙古｜5850｜/｜上　海｜650｜/｜湖　北｜33026｜/｜西　藏｜890｜ | home = 100000",
        ],
        alone=[
            "张掖市｜12｜/甘州区｜5｜ | home = 620700",
            "张掖市新建学校，上 海 援建。 | home = 620700",
        ],
    ),
    "reading.furniture._TRAIL": Rule(
        "the way to a page names its place",
        by=[
            "张掖教育云 >> 新闻中心 >> 质量监测/全省参测学生1180名，船山区、射洪市各半。 | home = 620700",
            "首页 > 高台县2025年民生实事 > 教育优质行动/新建学校13所，临泽县援建，临泽县捐赠。 | home = 620724",
            "张掖教育网 ＞ 数据/全省抽查学生1180名，船山区、射洪市各半。 | home = 620700",
            "甘肃频道>新闻中心>张掖新闻/今年新建学校13所。 | home = 620700",
            "张掖教育网 > > 正文/全省抽查学生1180名，船山区、射洪市各半。 | home = 620700",
        ],
        alone=[
            "首页 > 新闻 > 教育/张掖市新建学校13所。 | home = 620700",
            "首页>地方频道>张掖>要闻/我区新建学校13所。目前，我区学位8000个，甘州区学校在全市各区领先。/甘州区再建2所。 | home = 620702",
            "优良率 > 50%，张掖市新建学校13所。 | home = 620700",
        ],
    ),
    "language.home._RUNNING_HEAD": Rule(
        "the name of a yearbook over its page names its place",
        by=[
            "Page 72 - 凤庆年鉴2017/教育 2016年末，全县有学校290所。 | home = 530921",
            "第 88 页/高台年鉴（2019）/全县有小学41所。 | home = 620724",
            "安丘年鉴 2014卷/全市有学校167所。 | home = 370784",
        ],
        alone=[
            "翻开凤庆年鉴，全县有学校290所。 | home = none",
            "张掖市有学校290所。/全市有小学41所。/全市有初中12所。/全市有高中9所。/凤庆年鉴2017 | home = 620700",
        ],
    ),
    "language.home._SITE_IN_SHORT": Rule(
        "the site bears the short name of the county that speaks as one",
        by=[
            "三都教育信息网 [ 2006年11月8日 ]/香港邵氏援建学校，全县筹措资金1.12亿元。 | home = 522732",
            "三都教育网/全县现有学校81所。 | home = 522732",
            "=三都在线=/我县新建学校3所。 | home = 522732",
            "三都新闻网 - 教育/全县标准化率达88%，位列黔南布依族苗族自治州第2。 | home = 522732",
        ],
        alone=[
            "三都教育信息网/全市现有学校81所。 | home = none",
            "我们上网，三都教育信息网/学校81所。 | home = none",
            "三都新闻网 - 教育/全州标准化率达88%，黔南布依族苗族自治州全县达标。 | home = 522700",
            "三都教育信息网/张掖市现有学校81所，全县新建3所，张掖市援建。 | home = 620700",
        ],
    ),
    "language.home._SPEAKS_OF_OWN": Rule(
        "a city or county that names only its province is not that province",
        by=[
            "落实湖南省行动方案。/我市新增幼儿园11所。 | home = none",
            "甘肃省补助资金到位。/全县现有小学41所。 | home = none",
            "本县认真执行云南省的标准。 | home = none",
        ],
        alone=[
            "湖南省新增幼儿园110所，我省学前教育加快发展。 | home = 430000",
            "甘肃省现有小学4100所。 | home = 620000",
        ],
    ),
}


@pytest.fixture
def reads() -> Callable[..., None]:
    def check(text: str, expected: list[tuple[str, str]]) -> None:
        found = home_place(None, text.split("\n"), None)
        assert (found.code if found else "none") == expected[0][1], f"{text}: {found}"

    return check


test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("title", "lines", "publisher", "code"),
    [
        ("定西市2024年教育工作总结", ["全市现有学校"], None, "621100"),
        ("西藏教育事业发展成就", ["全区"], None, "540000"),
        ("鼓楼区教育工作总结", ["全区现有学校", "南京市教育局"], None, "320106"),
        ("鼓楼区教育工作总结", ["全区现有学校", "福州市教育局"], None, "350102"),
        ("办好人民满意的教育", ["近年来"], "平凉市人民政府办公室", "620800"),
        ("凤庆年鉴2017", ["小学215所"], None, "530921"),
        ("第72页 凤庆年鉴2017", ["小学215所"], None, "530921"),
        ("办好人民满意的教育", ["酒泉市教育系统", "肃州区实验小学", "全市教育", "酒泉市举行比赛"], None, "620900"),
        ("关于工作的报告", ["我县坚持", "天祝藏族自治县教育局", "武威市委"], None, "620623"),
        ("周口", ["全市现有学校"], "河南省教育厅", "411600"),
        ("目录", ["定西市教育综述", "张掖市教育综述", "平凉市教育综述", "酒泉市教育综述"], None, None),
        ("恩施州教育局工作要点", [], None, "422800"),
        ("芒市教育工作总结", [], None, "533103"),
        ("2024年全国教育事业发展统计公报", ["全国共有学校"], "教育部", "100000"),
        ("聚焦周口、驻马店", ["河南省教育厅"], "河南省教育厅", "410000"),
        ("襄樊市2009年统计公报", ["全市"], None, "420600"),
        (
            "一天新开25所学校!",
            ["今天,昆山迎来新学期,全市学校468所。", "昆山今年新增学位,全市招聘教师。"],
            None,
            "320583",
        ),
        (
            "镇上的读书声",
            ["北川中学开学。", "山东省援建,全县学校52所。", "北川县城重生,全县教师108名。"],
            None,
            "510726",
        ),
        ("怒江峡谷里的读书声", ["福贡县投入资金。", "全县抽调干部,福贡县教师支教。"], None, "533323"),
        ("怒江峡谷里的读书声", ["福贡县投入资金。", "全州抽调干部。"], None, "533300"),
        # a county whose name is a word too, below a title that names no place
        ("□益阳日报记者", ["南县位于湘北，全县有学校52所。", "全县教师800人，益阳市来人。"], None, "430921"),
        ("读书声", ["新和位于塔河北岸，全县有学校52所，全县教师800人。"], None, None),
        # what the country's own papers say
        ("“十三五”我国学前教育毛入园率超85%", ["专任教师291万人。"], "某某教育资讯", "100000"),
        (
            "2006年分省招生计划",
            ["各省、自治区、直辖市教育厅（教委），各有关单位：", "北京招生6万人，甘肃招生9万人。"],
            None,
            "100000",
        ),
        ("关于印发计划的通知", ["各省、自治区、直辖市教育厅：", "按计划招生。"], "职业教育司", "100000"),
        ("甘肃省招生计划", ["各省、自治区、直辖市教育厅：", "按计划招生。"], None, "620000"),
        ("金塔县2006年招生计划", ["各乡镇学校：", "全县招生6000人。"], None, "620921"),
        (None, ["春天来了"], None, None),
        ("办好教育", [], None, None),
    ],
)
def test_home_place(title: str | None, lines: list[str], publisher: str | None, code: str | None) -> None:
    found = home_place(title, lines, publisher)
    assert (found.code if found else None) == code


def test_a_zone_as_home() -> None:
    found = home_place("杨凌示范区教育工作总结", ["示范区现有学校"], None)
    assert found is not None
    assert (found.code, found.name) == (None, "杨凌示范区")


@pytest.mark.parametrize(
    ("title", "lines", "code", "name"),
    [
        # the letter of the paper's number, with the places that the text names
        (
            "2006年度教育工作总结",
            ["盐教发［2006］112号", "全市招生5万人，东台、大丰两市通过验收。"],
            "320900",
            "盐城市",
        ),
        ("教育工作总结", ["盐教发〔2006〕112号", "全市招生5万人。"], None, None),
        # a zone that the text is about
        (
            "一座新城的上学路",
            ["雄安新区成立以来，北京援建了3所学校。", "新区有学校64所。", "新区教师到北京跟岗，容城最多。"],
            None,
            "雄安新区",
        ),
        ("教育概况", ["全市有学校64所，其中兰州新区9所。", "全市教师千人，兰州市城关区最多。"], "620100", "兰州市"),
        ("青岛西海岸新区教育工作要点", ["全区新建学校12所。"], None, "青岛西海岸新区"),
        # what was gone when the divisions of today were listed, by its full name
        ("莱芜:校车跑出平安路", ["莱芜市有校车536辆。", "莱芜市教育局介绍。"], "371200", "莱芜市"),
        ("崇明：校车跑出平安路", ["崇明县有校车36辆。", "记者从崇明县教育局获悉。"], "310230", "崇明县"),
        ("长丰与铜陵的校车", ["铜陵县有校车36辆。", "记者从铜陵县教育局获悉，铜陵县将增加校车。"], "340721", "铜陵县"),
        (
            "崇明：校车跑出平安路",
            ["崇明县有校车36辆。", "崇明县于2016年撤县设区，崇明区今有校车40辆。"],
            "310151",
            "崇明区",
        ),
        ("崇明：校车跑出平安路", ["校车始于原崇明县。"], "310151", "崇明区"),
        # the county of a zone's own stem, in a paper on the county
        ("平潭综合实验区社会事业局答复", ["平潭县规划学校。", "全县有学校12所。"], "350128", "平潭县"),
        ("平潭综合实验区教育工作要点", ["我县有学校12所。", "平潭县规划学校。"], "350128", "平潭县"),
        ("平潭综合实验区招生公告", ["全县招生12所。", "平潭县户籍、长乐区户籍均可。"], "350128", "平潭县"),
        ("平潭综合实验区教育工作要点", ["全区有学校12所,平潭县有8所。", "全县新建2所。"], None, "平潭综合实验区"),
        ("平潭综合实验区教育工作要点", ["平潭县有学校8所。"], None, "平潭综合实验区"),
        ("平潭综合实验区教育工作要点", ["全县有学校8所,长乐区援建。"], None, "平潭综合实验区"),
        ("甘肃省兰州新区教育工作要点", ["全区新建学校12所。"], None, "兰州新区"),
    ],
)
def test_home_by_number_and_zone(title: str, lines: list[str], code: str | None, name: str | None) -> None:
    found = home_place(title, lines, None)
    assert (found.code if found else None, found.name if found else None) == (code, name)


@pytest.mark.parametrize(
    ("lines", "furniture", "code"),
    [
        (["番禺是人口大区,全区在校生30万人。我区新建学校38所。"], [], "440113"),
        (["全县高考上线2000人。“苦瘠甲天下”的会宁人重教,全县有学校52所。"], [], "620422"),
        (["全区在校生30万人,我区新建番禺小学1所。"], [], None),
        (["我市食堂自营率98%。"], ["主办:咸宁市教育局 地址:银泉大道"], "421200"),
        (["我市食堂自营率98%。"], ["咸宁市教育局版权所有"], "421200"),
        (["我市食堂自营率98%。"], ["友情链接:咸宁市教育局"], None),
        (["甘州区学校64所。"], ["主办:咸宁市教育局"], "620702"),
        (["我县食堂自营率98%。"], ["会宁县人民政府门户网站 www.example.cn"], "620422"),
        (["我市食堂自营率98%。"], ["欢迎访问咸宁市教育局官网"], "421200"),
        (["我县食堂自营率98%,我县有学校52所。"], ["咸宁市人民政府网站"], None),
        (["我市食堂自营率98%。"], ["友情链接:咸宁市人民政府门户网站"], None),
        (["我市食堂自营率98%。"], ["咸宁市人民政府网站", "会宁县人民政府网站"], None),
        (["我市食堂自营率98%。"], ["咸宁市人民政府门户网站建设招标公告"], None),
        (["甘州区学校64所。"], ["咸宁市人民政府门户网站"], "620702"),
    ],
)
def test_home_by_a_name_only_a_place_can_bear_and_by_the_owner_of_the_page(
    lines: list[str], furniture: list[str], code: str | None
) -> None:
    found = home_place("关于学位建设的报告", lines, None, furniture)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("title", "lines", "furniture", "code"),
    [
        # a short name and a colon open the headline
        ("[教育] 和平：山里娃有了新食堂", ["全县有学校52所。"], [], "441624"),
        ("南县：湖畔书声", ["益阳市现场会在我县召开。", "益阳市评我县为先进。"], [], "430921"),
        ("【教体】 瑞丽：一寨一园", ["全市有幼儿园52所。", "网友“盘锦人”说好。"], [], "533102"),
        ("和平：永恒的主题", ["张掖市有学校52所。"], [], "620700"),
        ("读书：山里娃有了新食堂", ["甘州区有学校52所，全区新建2所。"], [], "620702"),
        # where a speech was held
        ("教育工作汇报 在张掖市督导座谈会上", ["山丹县教育局局长", "我县有学校52所。"], [], "620725"),
        ("工作汇报 在酒泉市教育会议上", ["全县有学校52所，金塔县新建2所。"], [], "620921"),
        ("典型发言 在张掖市教育大会上", ["我县有学校52所，高台县全域均衡。"], [], "620724"),
        ("在张掖市教育大会上的讲话", ["全市有学校520所，山丹县新建2所。"], [], "620700"),
        ("张掖市在我县召开现场会", ["我市有学校520所，山丹县新建2所。"], [], "620700"),
        # the page's owner, where the text names but the place above
        ("山村里的课堂", ["张掖市现场会在我县召开。"], ["主办：山丹县人民政府"], "620725"),
        ("山村里的课堂", ["张掖市现场会在我县召开。"], ["高台县教育局网站"], "620724"),
        ("山村里的课堂", ["酒泉市督导组来到我县。"], ["金塔县教育局主办"], "620921"),
        ("山村里的课堂", ["张掖市现场会在我市召开。"], ["主办：山丹县人民政府"], "620700"),
        ("山村里的课堂", ["张掖市现场会在我县召开。"], ["主办：金塔县人民政府"], None),
    ],
)
def test_home_by_headline_occasion_and_owner(
    title: str, lines: list[str], furniture: list[str], code: str | None
) -> None:
    found = home_place(title, lines, None, furniture)
    assert (found.code if found else None) == code


PROSE = "全市教育系统坚持育人为本,扎实推进各项改革,教育质量稳步提升,群众满意度不断提高。"


@pytest.mark.parametrize(
    ("title", "lines", "meaning"),
    [
        (
            "对张掖市第5届人大一次会议第104号建议的答复",
            ["您们提出的“关于加大山丹县寄宿制学校建设力度的建议”收悉。"],
            "山丹县",
        ),
        ("张掖市教育局关于政协第12号提案的复函", ["您提出的关于支持高台县职业教育发展的提案收悉。"], "高台县"),
        ("对张掖市第5届人大一次会议第104号建议的答复", ["您们提出的“关于加大学校建设力度的建议”收悉。"], "张掖市"),
        ("对张掖市第5届人大一次会议第104号建议的答复", ["您们提出的“关于支持山丹县、高台县的建议”收悉。"], "张掖市"),
        ("张掖市教育工作总结", ["关于加大山丹县寄宿制学校建设力度的建议已办复。"], "张掖市"),
        (
            "全国两会前瞻丨山丹:“互联网+”点亮课堂",
            ["山丹县现有学校32所,全县教师4903人。", "山丹县投入1.4亿元。"],
            "山丹县",
        ),
        ("全国文明城市创建:张掖市学校在行动", [PROSE], "张掖市"),
        ("2023年全国教育事业发展统计公报", ["全国共有学校49万所。"], "全国"),
        ("推动民族地区教育发展 教育部举行新闻发布会介绍情况", ["内地新疆高中班、西藏班累计招生30万人。"], "全国"),
        ("教育部新闻发布会介绍张掖市做法", [PROSE], "张掖市"),
        ("【访谈】学生资助政策有哪些?", ["国家试点5个县:天镇、阳高、广灵、灵丘、浑源。全市资助3万人。"], "大同市"),
        ("【访谈】学生资助政策有哪些?", ["试点在天镇、山丹、广灵三县。"], None),
        # a county that names but its city, and what that city gives
        ("工作总结和工作打算", ["我县获张掖市先进县。", "我县承办了全市职业教育现场会。"], None),
        ("工作总结和工作打算", ["我县获酒泉市表彰，全县有小学12所。"], None),
        ("工作总结和工作打算", ["我县投入8000万元。酒泉市下拨500万元。"], None),
        ("工作总结和工作打算", ["我市获酒泉市表彰，我市有小学12所。"], "酒泉市"),
        ("工作总结和工作打算", ["张掖市山丹县获表彰，我县有小学12所。"], "山丹县"),
        # what is said of the country all along, beside where something was held
        ("学前教育行动计划", ["教育部在安吉县开会。我国入园率提高。", "我国财政投入提高。教育部部署。"], "全国"),
        ("学前教育行动计划", ["教育部在安吉县开会。我国入园率提高。", "我县投入提高。教育部部署。我国。"], "安吉县"),
        ("学前教育行动计划", ["教育部在安吉县开会。安吉县入园率提高。", "我国投入提高。教育部部署。"], "安吉县"),
        # 我国 speaks for the country where no place is named
        ("记者会实录", ["目前我国有各级各类学校44万所。"], "全国"),
        ("记者会实录", ["我国教育发展很快，张掖市有学校320所。"], "张掖市"),
        ("山区教育纪行", ["全省有小学。景宁畲族自治县有12所。", "开化县有9所,浙江杭州市上城区有8所。"], "浙江省"),
        ("山区教育纪行", ["全县有小学。开化县有9所。", "开化县地处山区。"], "开化县"),
        # filed under a district, and told of its city
        ("甘州区", ["首页 > 走进张掖 > 甘州区", "甘州区", "2018年,全市有中等职业学校7所。"], "张掖市"),
        ("山丹县", ["山丹县", "小学300所。截至2018年底,全市有幼儿园400所。"], "张掖市"),
        ("海淀区", ["海淀区", "全市共有高校90所。"], "北京市"),
        ("甘州区", ["甘州区", "全区有小学60所,居全市第一。"], "甘州区"),
        ("甘州区", ["甘州区", "小学60所,占全市的三成。"], "甘州区"),
        ("甘州区", ["甘州区", "甘州有小学60所。全市有小学300所。"], "甘州区"),
    ],
)
def test_what_a_paper_is_about(title: str, lines: list[str], meaning: str | None) -> None:
    place = home_place(title, lines, None)
    assert (place.name if place else None) == meaning
