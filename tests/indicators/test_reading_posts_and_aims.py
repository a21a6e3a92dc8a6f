"""What citizens write on a page that answers them, and aims that others set: lists due by one year, aims that were met.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the frame of such a page
(tests/reading); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, table

ANSWERS = {"title": "关于高台县村小撤并等问题的答复", "dated": "2024-05-09"}
UNDATED = {"title": "高台县教育热点问答", "dated": None}
NEWS = {"title": "高台县教育要闻", "dated": "2024-05-09"}

RULES = {
    "indicators.voices._LETTER": Rule(
        "what a citizen writes is no statistic of the place",
        by=[
            "诉求内容/我是在外务工的人，孩子留在镇上读书，全班只有8个学生。/答复内容/全县现有小学34所。 | 8个 = anecdote | 34所 = institutions primary 34 institution",
            "来信内容：/教育局领导您好，听说村小只剩37名学生、6名教师。/回复单位：县教育局/全县有小学41所。 | 37名 = anecdote | 6名 = anecdote | 41所 = institutions primary 41 institution",
            "【留言内容】村小有教师12名。/【回复内容】全县有教师1200名。 | 12名 = anecdote | 1200名 = _ _ 1200 person",
        ],
        alone=[
            "培训内容：全县有小学41所。 | 41所 = institutions primary 41 institution",
            "来信内容真实，全县小学有教师1200名。 | 1200名 = _ primary 1200 person",
        ],
        paper=ANSWERS,
    ),
    "indicators.voices._POST": Rule(
        "a post in a forum is a citizen's, unless an authority wrote it",
        by=[
            "1楼  网友“清河的风”：/我们村小只剩37名学生。/2楼  高台教育发布（官方认证）/全县现有小学34所。 | 37名 = anecdote | 34所 = institutions primary 34 institution",
            "3# 芦苇荡：孩子班里有学生61名，什么时候能小班化？ | 61名 = anecdote",
            "12楼 家长一：小学里有教师6名。/13楼 县教育局：全县小学有教师900名。 | 6名 = anecdote | 900名 = _ primary 900 person",
        ],
        alone=[
            "2楼会议室改为教室，全县新建小学12所。 | 12所 = schools_built primary 12 institution",
            "3#楼、4#楼已完工，全县新建小学12所。 | 12所 = schools_built primary 12 institution",
        ],
        paper=ANSWERS,
    ),
    "indicators.voices._ANSWER": Rule(
        "the answer is the authority's",
        by=[
            "诉求内容/村小只剩几名学生。/答复内容/全县现有小学34所。 | 34所 = institutions primary 34 institution",
            "留言内容：村小要撤吗？/网友您好：全县现有小学34所。 | 34所 = institutions primary 34 institution",
            "1# 清河人：村小要撤吗？/回复：全县现有小学34所。 | 34所 = institutions primary 34 institution",
        ],
        alone=[
            "诉求内容/村小要撤吗？/答复总说没有，可学生只剩37名。 | 37名 = anecdote",
            "全县现有小学34所。 | 34所 = institutions primary 34 institution",
        ],
        paper=ANSWERS,
    ),
    "indicators.tales._SCHOOL_NAME": Rule(
        "what stands below the headline of one school is its own",
        by=[
            "◆ 高台一中高考再创佳绩/摘要：1286人参考，上线611人。 | 1286人 = anecdote | 611人 = anecdote",
            "▇ 沙岭镇中心小学完成整合/原有7所村小并入，1430名学生乘车上学。至此，全县学校总数35所。 | 7所 = anecdote | 1430名 = anecdote | 35所 = institutions _ 35 institution",
            "县职教中心迎来新生/石油化工专业240人，签订协议3份。 | 240人 = anecdote",
        ],
        alone=[
            "◆ 沙岭镇中心小学扩建工程完工/投资2100万元，新增学位900个。 | 900个 = new_places primary 900 place",
            "◆ 农村薄弱学校改造项目进展顺利/本年度规划项目43个。 | 43个 = construction_projects _ 43 project target",
        ],
        paper=NEWS,
    ),
    "indicators.targets._HEADS_LIST": Rule(
        "the year that heads a list is that of all its aims",
        by=[
            "到2030年：1）小学由131所优化到98所左右；2）创建优质均衡县，2024年通过市级评估；3）高中阶段毛入学率99%。 | 99% = gross_enrolment_ratio upper_secondary 99 % target 2030-12-31",
            "预计到2027年底：创建优质均衡县，2025年迎检；义务教育巩固率97%。 | 97% = _ compulsory 97 % target 2027-12-31",
            "初步考虑，到2030年：普惠率达到95%，2022年启动；高中2所；幼儿园28所。 | 28所 = institutions pre_primary 28 institution target",
        ],
        alone=[
            "到2030年改造学校12所；现有幼儿园28所。 | 28所 = institutions pre_primary 28 institution",
            "2020年：小学41所；幼儿园28所。 | 28所 = institutions pre_primary 28 institution",
        ],
        paper=UNDATED,
    ),
    "indicators.norms._LAID_DOWN_FOR": Rule(
        "what is laid down for what is provided is a norm",
        by=[
            "按照自治区规定的师生比1:1000配备，尚缺专职教师21名。 | 1:1000 = _ _ 1000 _ target",
            "依据国家核定的生师比19:1核编，缺编83名。 | 19:1 = student_teacher_ratio _ 19 _ target",
            "按省里要求的生均面积9平方米配置，新建校舍3万平方米。 | 9平方米 = other _ 9 m2/person target",
        ],
        alone=[
            "按照规定的程序招聘教师120名。 | 120名 = teachers_recruited _ 120 person",
            "按省里核定的人数发放补助120万元。 | 120万元 = other _ 1200000 CNY",
        ],
        paper=NEWS,
    ),
    "indicators.definitions._MAY_EXCEED": Rule(
        "what a rate may come to tells how it is to be read",
        by=[
            "指标解释：初中毛入学率可能大于100%。 | 100% = definition",
            "含跨年龄入学的学生，毛入园率可能会超过100%。 | 100% = definition",
            "因此参与率可能超出100%。 | 100% = definition",
        ],
        alone=[
            "初中毛入学率大于100%。 | 100% = gross_enrolment_ratio lower_secondary 100 % gt",
            "毛入园率可能达到98%。 | 98% = gross_enrolment_ratio pre_primary 98 %",
        ],
        paper=NEWS,
    ),
    "indicators.kinds._OF_LINES": Rule(
        "lines on which buses run are counted, not clauses of a paper",
        by=[
            "校车接送线路从12条优化为9条。 | 12条 = other _ 12 item | 9条 = other _ 9 item",
            "定制公交线由4条增加到6条。 | 4条 = other _ 4 item | 6条 = other _ 6 item",
            "定制学生专线由20条增至32条。 | 32条 = other _ 32 item",
        ],
        alone=["出台27条措施。 | 27条 = anecdote", "措施由12条增加到18条。 | 18条 = anecdote"],
        paper=NEWS,
    ),
    "indicators.passage._TOWNS": Rule(
        "towns are counted, not what they have",
        by=[
            "全区8个乡镇共有义务教育学校18所。 | 8个 = other _ 8 item | 18所 = institutions compulsory 18 institution",
            "全市26个乡镇（街道）共有中小学312所。 | 26个 = other _ 26 item | 312所 = institutions k12 312 institution",
            "全旗9个苏木共有幼儿园30所。 | 9个 = other _ 9 item",
        ],
        alone=[
            "全区有8个乡镇中心幼儿园。 | 8个 = institutions pre_primary 8 institution",
            "全区乡镇有义务教育学校18所。 | 18所 = institutions compulsory 18 institution",
        ],
        paper=NEWS,
    ),
    "indicators.anecdotes._COURSES": Rule(
        "courses that were held are counted as meetings are",
        by=[
            "2024年以来，先后举办教师培训班9期，培训教师1240人次。 | 9期 = anecdote | 1240人次 = teachers_trained _ 1240 person-time",
            "组织各级各类培训46期。 | 46期 = anecdote",
            "开办校长研修班12期。 | 12期 = anecdote",
        ],
        alone=[
            "举办农民技术培训班187期。 | 187期 = other _ 187 item",
            "举办社区教育培训46期。 | 46期 = other _ 46 item",
        ],
        paper=NEWS,
    ),
    "indicators.dating._HEADS_LIST": Rule(
        "a year named in one item of a list dates no other",
        by=[
            "到2030年：1）创建优质均衡县，2028年通过市级评估；2）学前三年毛入园率98%。 | 98% = gross_enrolment_ratio pre_primary 98 % target 2030-12-31",
            "到2030年目标：2027年启动新校区；高中阶段毛入学率99%。 | 99% = gross_enrolment_ratio upper_secondary 99 % target 2030-12-31",
            "到2035年：2029年底完成规划；新建小学12所。 | 12所 = schools_built primary 12 institution target 2035-12-31",
        ],
        alone=[
            "到2030年：2028年学前三年毛入园率98%。 | 98% = gross_enrolment_ratio pre_primary 98 % target 2028",
            "力争2028年学前三年毛入园率98%；2030年高中阶段毛入学率99%。 | 99% = gross_enrolment_ratio upper_secondary 99 % target 2030",
        ],
        paper=NEWS,
    ),
    "indicators.dating._OF_AIM": Rule(
        "the year of an aim that was met dates the aim alone",
        by=[
            "2023年，高中阶段毛入学率93.5%，已提前完成2025年93%的规划目标；学前三年毛入园率91.8%。 | 93% = _ upper_secondary 93 % target 2025 | 91.8% = gross_enrolment_ratio pre_primary 91.8 % 2023",
            "2023年，巩固率96%，提前达到2025年95%的目标，高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % 2023",
            "2023年，提前实现2025年目标，高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % 2023",
        ],
        alone=[
            "2023年启动，2025年目标：高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % target",
            "完成改造，2023年高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % 2023",
        ],
        paper=NEWS,
    ),
    "indicators.dating._SET_OFF": Rule(
        "the year in brackets of what a value is held against dates it alone",
        by=[
            "2023年，高中阶段毛入学率93.5%，较规划基期（2020年）提高4个百分点，学前三年毛入园率91.8%。 | 91.8% = gross_enrolment_ratio pre_primary 91.8 % 2023",
            "2023年，大班额比例比五年前(2018年)下降3个百分点，高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % 2023",
            "2022年，与建区之初（2003年）相比变化很大，高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % 2022",
        ],
        alone=[
            "高中阶段毛入学率93.5%（2022年）。 | 93.5% = gross_enrolment_ratio upper_secondary 93.5 % 2022",
            "第二阶段（2023年）：高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % 2023",
        ],
        paper=NEWS,
    ),
}

test_right, test_missed_without_its_rule = table(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近三年全县出生人口分别为1742人、1530人、1586人。", ["1742人 = other _ 1742 person 2021", "1530人 = other _ 1530 person 2022", "1586人 = other _ 1586 person 2023"]),
        ("近两年，全县招聘教师分别为86名、120名。", ["86名 = teachers_recruited _ 86 person 2022", "120名 = teachers_recruited _ 120 person 2023"]),
        ("近三年财政拨款分别达7352万元、9468万元和1.3亿元。", ["7352万元 = _ _ 73520000 CNY 2021", "1.3亿元 = _ _ 130000000 CNY 2023"]),
        ("近三年，全县招聘教师86名、引进校长12名。", ["86名 = teachers_recruited _ 86 person 2021-05-09..D"]),
        ("近三年小学、初中分别招聘教师86名、120名。", ["86名 = teachers_recruited primary 86 person 2021-05-09..D"]),
    ],
)  # fmt: skip
def test_as_many_numbers_as_years(text: str, expected: list[str], reads: Callable[..., None]) -> None:
    reads(text, [tuple(one.split(" = ")) for one in expected], **NEWS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附: 2023年工作要点完成情况/普惠率：目标95%，实际96.1%。", ["95% = _ _ 95 % target 2023", "96.1% = _ _ 96.1 % 2023"]),
        ("二、2023年计划完成情况/招聘教师：目标100人，实际94人。", ["100人 = _ _ 100 person target 2023"]),
        ("附件：2023年主要指标完成情况/巩固率：目标98.5%，实际99%。", ["98.5% = _ _ 98.5 % target 2023"]),
        ("二、2024年工作要点/普惠率：目标95%。", ["95% = _ _ 95 % target"]),
        ("二、2023年工作情况/普惠率：实际96.1%。", ["96.1% = _ _ 96.1 % D"]),
    ],
)  # fmt: skip
def test_what_became_of_the_aims_of_a_year(text: str, expected: list[str], reads: Callable[..., None]) -> None:
    reads(text.replace("/", "\n"), [tuple(one.split(" = ")) for one in expected], **NEWS)
