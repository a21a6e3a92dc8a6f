"""Small numbers in Chinese characters that count: sentences for rules of indicators.counting_in_words, and near misses.

What belongs here: what must stand beside such a number, idioms and slogans of which it is a part.  What does not: shares,
zero, quotations (test_numerals_in_words), places (test_divisions); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_tables import Rule, table

from edu_pipeline.extract import extract_document

NEWS = {"title": "张掖市教育工作情况", "dated": "2023-12-20"}

RULES = {
    "indicators.counting_in_words._achieves": Rule(
        "so many were achieved",
        by=[
            "县里新建一所公办幼儿园。 | 一所 = schools_built pre_primary 1 institution",
            "今年获批三个国家级团体。 | 三个 = _ _ 3 item",
            "引进一名博士到校任教。 | 一名 = _ _ 1 person",
            "我区再添一所普通高中。 | 一所 = _ general_upper_secondary 1 institution",
            "全县购置五台显微镜。 | 五台 = other _ 5 item",
            "市里创建两个安全示范点。 | 两个 = _ _ 2 _",
        ],
        alone=[
            "走进一所公办幼儿园。 | 一所 = nothing",
            "每年建好一所学校的愿望。 | 一所 = nothing",
            "建设一所、达标一所、投用一所。 | 一所 = nothing",
            "教师队伍建设三个环节环环相扣。 | 三个 = nothing",
            "打造一支队伍。 | 一支 = nothing",
            "建成一批示范学校。 | 一批 = nothing",
        ],
        paper=NEWS,
    ),
    "indicators.counting_in_words._noun": Rule(
        "small numbers count where their noun is known",
        by=[
            "四个试点城市作了介绍。 | 四个 = other _ 4 item",
            "职教中心与五家本地企业合作办班。 | 五家 = _ _ 5 _",
            "四个教育集团共派出教师86人。 | 四个 = education_groups _ 4 group",
            "七个项目提前投用。 | 七个 = _ _ 7 project",
        ],
        alone=[
            "建成十二个教育集团，覆盖学校86所。 | 86所 = _ _ 86 institution",
            "全市十二所学校。 | 十二所 = institutions _ 12 institution",
            "家里三个孩子都在上学。 | 三个 = nothing",
            "两个小时的车程。 | 两个 = nothing",
        ],
    ),
    "indicators.counting_in_words._abstract": Rule(
        "what a tale or a plan is parted by counts nothing",
        by=[
            "建成三个课堂。 | 三个 = nothing",
            "完成四个转变。 | 四个 = nothing",
            "完成三件大事。 | 三件 = nothing",
            "建立五项机制。 | 五项 = nothing",
        ],
        alone=[
            "四个乡镇建成中心幼儿园。 | 四个 = _ _ 4 item",
            "建成三个省级平台。 | 三个 = other _ 3 item",
        ],
        paper=NEWS,
    ),
    "indicators.counting_in_words._slogan": Rule(
        "what an official holds on to counts nothing",
        by=[
            "突出两项民生项目。 | 两项 = nothing",
            "抓好三个基地。 | 三个 = nothing",
            "围绕五个中心开展工作。 | 五个 = nothing",
        ],
        alone=[
            "建成五个实训基地。 | 五个 = _ _ 5 base",
            "两项民生项目提前完工。 | 两项 = _ _ 2 project",
        ],
        paper=NEWS,
    ),
    "indicators.counting_in_words._thing": Rule(
        "things are counted with classifiers of their own",
        by=[
            "城区四条助学公交专线延时发车。 | 四条 = _ _ 4 item",
            "七栋宿舍楼提前交用。 | 七栋 = _ _ 7 item",
            "城乡二十对学校结成对子。 | 二十对 = _ _ 20 item",
        ],
        alone=[
            "三条主线贯穿始终。 | 三条 = nothing",
            "谱写三篇文章。 | 三篇 = nothing",
        ],
        paper=NEWS,
    ),
    "indicators.counting_in_words._TEAMS": Rule(
        "teams are counted",
        by=[
            "县里组织两支青年志愿服务队。 | 两支 = _ _ 2 item",
            "省里下派三批支教队。 | 三批 = _ _ 3 item",
            "四支专家服务队到校指导。 | 四支 = _ _ 4 item",
        ],
        alone=["名师、名校长、名班主任三支队伍不断壮大。 | 三支 = nothing", "用好三支队员。 | 三支 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._named": Rule(
        "what is counted stands before its number, which ends the phrase",
        by=[
            "荣获一等奖四项、二等奖五项。 | 四项 = other _ 4 item | 五项 = other _ 5 item",
            "获金牌六枚、银牌三枚。 | 六枚 = other _ 6 item | 三枚 = other _ 3 item",
            "教师周转房四栋主体封顶。 | 四栋 = _ _ 4 item",
            "现有特级教师一名。 | 一名 = _ _ 1 person",
            "新建甘浚中心幼儿园一所。 | 一所 = schools_built pre_primary 1 institution",
            "全市教育集团增至五个。 | 五个 = education_groups _ 5 group",
        ],
        alone=[
            "乡里有村小，最大的一所离县城九十里。 | 一所 = nothing",
            "平原堡幼儿园就是其中一所。 | 一所 = nothing",
            "一校多址的按一所统计。 | 一所 = nothing",
        ],
        paper=NEWS,
    ),
    "indicators.counting_in_words._goes_on_after": Rule(
        "a number behind its noun may have a verb or another number behind it",
        by=[
            "教师周转房四栋主体封顶。 | 四栋 = _ _ 4 item",
            "投用学生公寓三栋72套。 | 三栋 = _ _ 3 item",
            "学生食堂两座已竣工。 | 两座 = _ _ 2 item",
        ],
        alone=["学生公寓三栋。 | 三栋 = _ _ 3 item", "农家书屋两座山之间。 | 两座 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._REACHED": Rule(
        "what was reached, named before",
        by=[
            "结对数达到九个。 | 九个 = _ _ 9 _",
            "园所数增至八个。 | 八个 = _ _ 8 _",
            "城市功能区增加到四个。 | 四个 = _ _ 4 _",
        ],
        alone=["成绩一个比一个好，共四个。 | 四个 = nothing", "问题主要在三处：一是教师不足。 | 三处 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._GROWN": Rule(
        "once as much again",
        by=[
            "生均经费比全市平均高出一倍。 | 一倍 = _ _ _ _ gap",
            "小学教师缺口比初中高一倍。 | 一倍 = _ _ 1 other gap",
            "报名人数比去年多一倍。 | 一倍 = _ _ _ _ change",
        ],
        alone=[
            "在园幼儿翻了一倍。 | 一倍 = _ _ 100 % growth",
            "班主任津贴提高一倍。 | 一倍 = _ _ 100 % growth",
            "以一倍的努力做好工作。 | 一倍 = nothing",
            "600分以上人数是三年前的三倍。 | 三倍 = _ _ 3 other",
        ],
        paper=NEWS,
    ),
    "indicators.counting_in_words._PER_PERSON": Rule(
        "money for each, even a yuan",
        by=[
            "寄宿生每生每天补助一元。 | 一元 = _ _ 1 CNY/person",
            "营养餐标准提高到每生每天五元。 | 五元 = _ _ 5 CNY/person",
            "肉蛋奶工程每生每天两元。 | 两元 = _ _ 2 CNY/person",
        ],
        alone=["改变一元办学格局。 | 一元 = nothing", "捐资五百元。 | 五百元 = _ _ 500 CNY"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._PER_TIME": Rule(
        "how often and how long, where it is a norm",
        by=[
            "每天锻炼时间坚持一小时。 | 一小时 = other _ 1 hour",
            "学生每天在校锻炼两小时。 | 两小时 = other _ 2 hour",
            "落实“中小学生每天锻炼一小时”的规定。 | 一小时 = other _ 1 hour target",
        ],
        alone=[
            "每天锻炼时间不少于1小时。 | 1小时 = other _ 1 hour ge target",
            "每学期至少开展2次应急演练。 | 2次 = other _ 2 item ge",
            "车程要一小时。 | 一小时 = nothing",
        ],
    ),
    "indicators.counting_in_words._LESSONS": Rule(
        "lessons of each day or week",
        by=[
            "中小学每天一节体育课。 | 一节 = other _ 1 item",
            "每周两节书法课。 | 两节 = other _ 2 item",
            "各校每周开设一节劳动课。 | 一节 = other _ 1 item",
        ],
        alone=["每月下沉一次。 | 一次 = nothing", "上好开学第一课，听了一节数学课。 | 一节 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._holds": Rule(
        "occasions that were held",
        by=[
            "各校开展两次疏散演练。 | 两次 = _ _ 2 item",
            "全县组织三场招聘会。 | 三场 = _ _ 3 item",
            "全年组织四批次跟岗研修。 | 四批次 = _ _ 4 item",
        ],
        alone=["先后两次召开专题会议。 | 两次 = nothing", "每学期开展一次认定。 | 一次 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._occasion_before": Rule(
        "occasions named before their number",
        by=[
            "组织骨干教师赴上海跟岗研修四批次。 | 四批次 = _ _ 4 item",
            "开展送教下乡活动三次。 | 三次 = _ _ 3 item",
            "举办校长论坛两期。 | 两期 = _ _ 2 item",
        ],
        alone=["对连续两次排名末位的约谈。 | 两次 = nothing", "督导评估分两次。 | 两次 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._EACH_HAS": Rule(
        "one for each",
        by=[
            "每个乡镇都有一所公办中心园。 | 一所 = _ pre_primary 1 institution",
            "每个乡镇一所中心校。 | 一所 = _ _ 1 institution",
            "平均每10人中就有一名大学生。 | 一名 = _ _ 1 person",
        ],
        alone=["让每一名学生成才。 | 一名 = nothing", "每年都有一所村小的消息。 | 一所 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._FOR_COUNTIES": Rule(
        "a norm for counties",
        by=[
            "20万人口以上的县要办好一所特教学校。 | 一所 = _ _ 1 institution target",
            "各县（市、区）重点办好一所中职学校。 | 一所 = _ _ 1 institution",
            "各乡镇须办好一所中心园。 | 一所 = _ _ 1 institution target",
        ],
        alone=["校长的心愿是办好一所学校。 | 一所 = nothing", "怎样办好一所学校？ | 一所 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._HAS": Rule(
        "all that there is",
        by=[
            "十年前全市只有一所本科院校。 | 一所 = _ _ 1 institution",
            "区里现有一所特殊教育学校。 | 一所 = _ _ 1 institution",
            "该镇仅有一所幼儿园。 | 一所 = _ _ 1 institution",
        ],
        alone=["那时没有一所现代意义上的学校。 | 一所 = nothing", "这里只有一所村小的记忆。 | 一所 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._SORTS": Rule(
        "one of several that are told apart",
        by=[
            "新增公办园三所是新办的,一所是集体办的。 | 三所 = _ _ 3 institution | 一所 = _ _ 1 institution",
            "两所为民办,一所为公办。 | 一所 = _ _ 1 institution",
            "四所由政府新建,一所由企业捐建。 | 一所 = _ _ 1 institution",
        ],
        alone=["这里一所是好学校。 | 一所 = nothing", "走了三所，又去一所是晚上。 | 一所 = nothing"],
        paper=NEWS,
    ),
}

RULES |= {
    "indicators.counting_in_words._MOVED": Rule(
        "the second of two that were counted alike",
        by=[
            "校外供餐企业由九家减至四家，食堂供餐率95%。 | 九家 = _ _ 9 _ | 四家 = _ _ 4 _",
            "镇上教学点从三个整合为两个，全部达标。 | 两个 = _ _ 2 _",
            "学校辅导员由五名增加到八名。 | 八名 = _ _ 8 person",
        ],
        alone=["等次由一个变成另一个。 | 一个 = nothing", "全县小学由十二所整合为七所。 | 七所 = _ _ 7 institution"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._HONOURED": Rule(
        "one that was honoured",
        by=[
            "我县一名教师荣获全国教学大赛特等奖。 | 一名 = _ _ 1 person",
            "全市一所中学入选国家级特色学校。 | 一所 = _ _ 1 institution",
            "一位园长当选省人大代表。 | 一位 = _ _ 1 person",
        ],
        alone=["一名家长获悉后赶来。 | 一名 = nothing", "一位母亲站在校门口。 | 一位 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._IN_BATCHES": Rule(
        "in so many batches",
        by=[
            "先后有五批共八十余名教师赴闽学习。 | 五批 = _ _ 5 item",
            "分三批500人参加。 | 三批 = anecdote",
            "援藏支教四批，合计320人。 | 四批 = _ _ 4 item",
        ],
        alone=["分三批错峰返校。 | 三批 = nothing", "第三批五名支教教师抵达。 | 三批 = nothing"],
        paper=NEWS,
    ),
    "indicators.counting_in_words._LISTED_AFTER": Rule(
        "one of a list of what there is",
        by=[
            "附属设施：塑胶跑道一条，篮球场四块。 | 一条 = _ _ 1 item | 四块 = _ _ 4 item",
            "奖项：一等奖一项、二等奖三项。 | 一项 = _ _ 1 item",
            "现有体育馆一座、游泳池两个。 | 一座 = _ _ 1 item | 两个 = _ _ 2 item",
            "省级工作室一个、市级工作室六个。 | 一个 = _ _ 1 studio",
        ],
        alone=["学校只是其中一个，各有特色。 | 一个 = nothing", "老师一个，学生满堂。 | 一个 = nothing"],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)

SENTENCES = [
    "今年全县新建{}所幼儿园。",
    "全市{}个县区通过义务教育优质均衡国家认定。",
    "新增省级示范性普通高中{}所。",
    "引进硕士研究生{}名，全部到岗。",
    "建成学生公寓{}栋，交付使用。",
    "全县撤并教学点{}个。",
    "{}个教育集团共派出教师86人。",
    "力争到2025年改扩建{}所寄宿制学校。",
    "全市组建城乡教育共同体{}个。",
    "职教中心与{}家企业签订协议。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@settings(max_examples=8, deadline=None)
@given(number=st.integers(min_value=2, max_value=19))
def test_a_number_in_words_states_what_its_digits_state(sentence: str, number: int) -> None:
    digits = "零一二三四五六七八九"
    written = digits[number] if number < 10 else "十" + (digits[number - 10] if number > 10 else "")
    columns = ("value", "unit", "indicator", "education_level", "measure", "comparator", "nature", "period_end")

    def read(line: str) -> list[tuple[Any, ...]]:
        rows = extract_document(f"张掖市教育工作情况\n2023-12-20\n\n{line}\n".encode(), "a.txt")
        return [tuple(o[c] for c in columns) for o in rows["observations_read"] if o["value"] == number]

    assert len(read(sentence.format(written))) == 1
    assert read(sentence.format(written)) == read(sentence.format(number))


IDIOMS = [
    "坚持两手抓、两手都要硬。",
    "落实一把手责任，一级抓一级，一把尺子量到底。",
    "一方面扩大增量，一方面盘活存量。",
    "建成一批、带动一片，一个都不能少。",
    "五育并举，三位一体，一体化推进。",
    "保障三大主粮，守好三尺讲台。",
    "选派一批骨干，办好每一所学校，教好每一名学生。",
    "家长是唯一一名代表，千方百计，万众一心。",
    "坚持一个中心、两个基本点，抓好五项工程。",
    "一校一策、一生一案，一园一品，一村一幼。",
    "三门峡、五台县、七台河市、五家渠市、三台县。",
    "实行两人一铺，推行小班教学，三人一组。",
    "会议一次又一次，问题一个接一个。",
    "党的二十大召开，十三届三次会议，四年级、三类残疾儿童，二本以上。",
]


@pytest.mark.parametrize("text", IDIOMS)
def test_idioms_and_names_state_nothing(text: str) -> None:
    paper = f"张掖市教育工作情况\n2023-12-20\n\n{text}\n"
    found = [q["text"] for q in extract_document(paper.encode(), "a.txt")["quantities"]]
    assert found == ["2023-12-20"]
