"""What is told and counts nothing of a place's schooling: sentences for rules of indicators.anecdotes and tales.

What belongs here: one rule each.  What does not: the kinds of whole sentences (test_kinds_anecdotes); the notation
(conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.anecdotes._ROUTINE": Rule(
        "how often something is done is no statistic",
        by=[
            "各校每学期开展2次家访。 | 2次 = anecdote",
            "每年组织1次体质健康测试。 | 1次 = anecdote",
            "每季度评比1次。 | 1次 = anecdote",
        ],
        alone=[
            "全年开展家访2万次。 | 2万次 = other _ 20000 item",
            "每学期至少开展2次应急演练。 | 2次 = other _ 2 item ge",
            "各校每学期组织不少于2次应急演练。 | 2次 = other _ 2 item ge target",
        ],
    ),
    "indicators.anecdotes._CONTEST": Rule(
        "how a contest ended is no statistic",
        by=[
            "参加全州篮球赛，获女子组第三名。 | 三 = anecdote",
            "在省中学生运动会上夺得团体第二名。 | 二 = anecdote",
            "校足球队获全省联赛第五名。 | 五 = anecdote",
        ],
        alone=[
            "本科上线率居全市第三名。 | 三 = bachelor_line_rate _ 3 rank rank",
            "体质健康优良率列全省第五名。 | 五 = fitness_excellent_rate _ 5 rank rank",
        ],
    ),
    "indicators.anecdotes._GOES_TO": Rule(
        "where somebody went is no statistic",
        by=[
            "县长一行到三所学校调研开学工作。 | 三所 = anecdote",
            "分管领导深入4所乡镇学校检查食堂。 | 4所 = anecdote",
            "局长走进5所幼儿园看望教师。 | 5所 = anecdote",
        ],
        alone=[
            "选派教师到12所乡村学校支教。 | 12所 = other _ 12 institution",
            "三所学校调研报告获奖。 | 三所 = _ _ 3 institution",
        ],
    ),
    "indicators.anecdotes._BODY": Rule(
        "who makes up a body is no statistic",
        by=[
            "志愿小队由三名青年组成。 | 三名 = anecdote",
            "工作专班由12名干部组成。 | 12名 = anecdote",
            "评审委员会由9名校长组成。 | 9名 = anecdote",
        ],
        alone=[
            "教育集团由12所学校组成。 | 12所 = _ _ 12 institution",
            "学校由36名教师支撑。 | 36名 = _ _ 36 person",
        ],
    ),
    "indicators.tales._EXAMPLE": Rule(
        "以…学校为例 tells of one school",
        by=[
            "以寄宿制学校为例，住宿生540人，生活教师96人。 | 540人 = anecdote | 96人 = anecdote",
            "以县职教中心学院为例，招生320人。 | 320人 = anecdote",
            "以民办幼儿园为例，教师12人，保育员24人。 | 12人 = anecdote | 24人 = anecdote",
        ],
        alone=[
            "以小学为例，全市在校生3.2万人。 | 3.2万人 = students primary 32000 person",
            "以县为单位，在校生3.2万人。 | 3.2万人 = students _ 32000 person",
        ],
    ),
    "indicators.anecdotes._RESEARCHED": Rule(
        "how often leaders met over something is no statistic",
        by=[
            "县长13次督办校车安全。 | 13次 = anecdote",
            "县政府常务会议5次听取校园安全汇报。 | 5次 = anecdote",
            "分管领导12次调度工程进度。 | 12次 = anecdote",
        ],
        alone=[
            "开展教学研究36次。 | 36次 = other _ 36 item",
            "组织教研活动120场，参加教师3200人次。 | 120场 = other _ 120 item",
        ],
    ),
    "indicators.anecdotes._RESEARCHES": Rule(
        "how often leaders met over something, told before the number",
        by=[
            "党组专题研究8次。 | 8次 = anecdote",
            "县长听取教育汇报6次。 | 6次 = anecdote",
            "镇里调度校舍改造进度20次。 | 20次 = anecdote",
        ],
        alone=[
            "开展课题研究36次。 | 36次 = other _ 36 item",
            "组织集体备课120次，研究课例86个。 | 120次 = other _ 120 item",
        ],
    ),
    "indicators.tales._SO_MANY": Rule(
        "schools that are counted are not one school that speaks of itself",
        by=[
            "甘州区义务教育阶段学校现有68所，其中初中13所。 | 68所 = institutions compulsory 68 institution | 13所 = institutions lower_secondary 13 institution",
            "公办学校现有120所，在校生8.2万人。 | 120所 = institutions _ 120 institution | 8.2万人 = students _ 82000 person",
            "普通高中学校现有约26所。 | 26所 = institutions general_upper_secondary 26 institution approx",
        ],
        alone=[
            "学校现有教职工68人，在校生1200人。 | 68人 = anecdote | 1200人 = anecdote",
            "该校现有校区2个。 | 2个 = anecdote",
        ],
    ),
    "indicators.tales._SCHOOL_NAME": Rule(
        "a sentence that opens with the name of a school is about that school, one on 大学文化程度 is not",
        by=[
            "城关镇第二小学美丽整洁，建有功能室26间。 | 26间 = anecdote",
            "县实验中学开设社团32个。 | 32个 = anecdote",
            "甘州职业学院迎来新生，首批报到942人。 | 942人 = anecdote",
        ],
        alone=[
            "常住人口中大学文化程度人口比2010年增加82%。 | 82% = tertiary_population _ 82 % growth",
            "小学在校生8600人。 | 8600人 = students primary 8600 person",
        ],
    ),
    "indicators.tales._WHOLE_PLACE": Rule(
        "学校占地 behind the figures of a place is of all its schools",
        by=[
            "全县有学校290所。学校占地面积181万平方米。 | 181万平方米 = other _ 1810000 m2",
            "我区有中小学46所。学校现有教职工2300人。 | 2300人 = staff _ 2300 person",
            "全市有高中12所，学生2.1万人。学校占地面积96万平方米，藏书81万册。 | 96万平方米 = other _ 960000 m2 | 81万册 = other _ 810000 item",
        ],
        alone=[
            "城关二小建于1958年。学校占地面积1.2万平方米。 | 1.2万平方米 = anecdote",
            "全县有学校290所。该校占地面积1.2万平方米。 | 1.2万平方米 = anecdote",
        ],
    ),
    "indicators.tales._SUMMED_UP": Rule(
        "schools that are named as examples are not what a sentence is about",
        by=[
            "市实验小学等学校建成录播教室36间。 | 36间 = other _ 36 room",
            "市第一中学等学校在校生达到8600人。 | 8600人 = students _ 8600 person",
            "市实验幼儿园等新增学位960个。 | 960个 = new_places _ 960 place",
            "高台一中等3所高中纳入托管，本科上线率达到75%。 | 75% = bachelor_line_rate general_upper_secondary 75 %",
        ],
        alone=[
            "市实验小学建成录播教室6间。 | 6间 = anecdote",
            "第一中学等级评估得分高，在校生1200人。 | 1200人 = anecdote",
        ],
    ),
    "indicators.tales._family": Rule(
        "what somebody says of his family is no statistic of the place",
        by=[
            "“女儿在镇里上幼儿园，每学期保教费640元。”一位村民说。 | 640元 = anecdote",
            "“儿子的生活补助一年有1250元，负担轻多了。”村民介绍。 | 1250元 = anecdote",
            "“孙子坐校车，一学期交通费只要300元。”一位老人告诉记者。 | 300元 = anecdote",
        ],
        alone=[
            "“公办园保教费每学期640元，普惠园980元。”局长介绍。 | 640元 = other _ 640 _",
            "“去年全市改造校舍3.2万平方米，质量更好。”局长说。 | 3.2万平方米 = floor_area_built _ 32000 m2",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
