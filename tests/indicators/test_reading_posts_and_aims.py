"""What citizens write on a page that answers them, and aims that others set: lists due by one year, aims that were met.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: the frame of such a page
(tests/reading); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

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
            "【留言内容】镇上小学有教师12名。/【回复内容】全县有教师1200名。 | 12名 = anecdote | 1200名 = _ _ 1200 person",
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
            "2023年启动，2025年目标：高中阶段毛入学率91%。 | 91% = gross_enrolment_ratio upper_secondary 91 % target 2025",
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
