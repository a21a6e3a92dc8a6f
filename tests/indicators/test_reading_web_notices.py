"""What notices, replies and news of web pages state: posts to fill, one school's own figures, what is given on one day.

What belongs here: rules one by one, with sentences that need them and near misses.  What does not: lines that a page broke
(tests/reading), tables in general (test_reading_table_*); the form of the tables (helpers/rule_tables), the notation (conftest).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, listed, table

NEWS = {"title": "教育惠民情况", "dated": "2022-08-29"}
RULES = {
    "indicators.tales._SITED": Rule(
        "a sentence on where a school stands tells of that school",
        by=[
            "位于灵山镇的县第三实验小学新校区,用地62亩,办学规模36个班。 | 62亩 = anecdote | 36个 = anecdote",
            "坐落在城东的县第二中学,占地120亩,可容纳学生3000人。 | 120亩 = anecdote | 3000人 = anecdote",
            "地处城关的县第一幼儿园,建筑面积4200平方米,设12个班。 | 4200平方米 = anecdote | 12个 = anecdote",
        ],
        alone=[
            "位于灵山镇的农村小学,新建宿舍6200平方米。 | 6200平方米 = floor_area_built primary 6200 m2",
            "位于城东的学校项目,全县共投资2.3亿元。 | 2.3亿元 = capital_investment _ 230000000 CNY",
        ],
        paper=NEWS,
    ),
    "indicators.tales._ITS_SITE": Rule(
        "the site and the classes of a named school that opens are its own",
        by=[
            "占地21亩、设12个班的海润街道中心幼儿园昨日封顶。 | 21亩 = anecdote | 12个 = anecdote",
            "用地35亩的城关镇中心小学投入使用。 | 35亩 = anecdote",
            "设18个班的县第二幼儿园竣工。 | 18个 = anecdote",
        ],
        alone=[
            "占地210亩的职教园区竣工。 | 210亩 = other _ _ m2",
            "设施齐全的农村幼儿园240个班全部开班。 | 240个 = _ pre_primary 240 class",
        ],
        paper=NEWS,
    ),
    "indicators.tales._TOWN_SCHOOL": Rule(
        "a county's name in short and a sort of school are the name of one",
        by=[
            "平果高中1820人参考,一本上线468人。 | 1820人 = anecdote | 468人 = anecdote",
            "其中,山丹中学720人参考,二本以上上线205人。 | 720人 = anecdote | 205人 = anecdote",
            "高台中学本科上线410人,上线率61%。 | 410人 = anecdote | 61% = anecdote",
        ],
        alone=[
            "全县高中1820人参考,一本上线468人。 | 468人 = bachelor_line_students general_upper_secondary 468 person",
            "农村高中720人参考,二本以上上线205人。 | 205人 = bachelor_line_students general_upper_secondary 205 person",
        ],
        paper=NEWS,
    ),
    "indicators.tales._SINGLED": Rule(
        "persons of one or two schools are an example",
        by=[
            "全县教学点138个,个别教学点出现4名教师教3名学生的情况。 | 138个 = teaching_points _ 138 institution | 4名 = anecdote | 3名 = anecdote",
            "个别村小仅2名教师、9名学生。 | 2名 = anecdote | 9名 = anecdote",
            "个别学校班额超过80人。 | 80人 = anecdote",
        ],
        alone=[
            "部分教学点撤并,全县保留教师4120名。 | 4120名 = _ _ 4120 person",
            "个别教学点条件差,全县投入1200万元。 | 1200万元 = _ _ 12000000 CNY",
        ],
        paper=NEWS,
    ),
    "indicators.tales._OTHER_SUBJECT": Rule(
        "a clause of its own on all such schools is none of the school's that opens the sentence",
        by=[
            "县职教中心与沿海三家企业合作,中等职业学校毕业生就业率96%。 | 96% = graduate_employment_rate vocational_upper_secondary 96 %",
            "县职业中专牵头组建集团,中职学校在校生4200人。 | 4200人 = students vocational_upper_secondary 4200 person",
            "县职业中专与企业签约,职业院校毕业生就业率达97%。 | 97% = graduate_employment_rate _ 97 %",
        ],
        alone=[
            "县职教中心与沿海三家企业合作,毕业生就业率96%。 | 96% = anecdote",
            "县职业中专今年参加高考305人,录取291人。 | 305人 = anecdote | 291人 = anecdote",
        ],
        paper=NEWS,
    ),
    "indicators.tales._HEADS": Rule(
        "a headline of one school is over what is told of it",
        by=[
            "● 亭旁小学:红色课堂进校园 (04-06)/学校依托纪念馆,组建40人的讲解团。 | 40人 = anecdote",
            "· 灵山中学:劳动教育出新 (03-01)/学校建成菜园,收获蔬菜3200余公斤,参与学生860人。 | 860人 = anecdote",
            "◆ 湖滨幼儿园：家长走进课堂 (05-02)/活动吸引家长320人。 | 320人 = anecdote",
        ],
        alone=[
            "● 农村小学:营养改善见实效 (04-06)/全县受益学生8600人。 | 8600人 = _ _ 8600 person",
            "●职业中学：实训条件改善/全县受益学生8600人。 | 8600人 = _ _ 8600 person",
            "■ 普通高中:扩充学位 (05-02)/新增学位1200个。 | 1200个 = new_places _ 1200 place",
            "◆ 重点中学：分配招生名额/初中受益学生8600人。 | 8600人 = _ _ 8600 person",
            "● 亭旁镇:红色课堂进校园 (04-06)/全镇受益学生860人。 | 860人 = _ _ 860 person",
        ],
        paper=NEWS,
    ),
    "indicators.anecdotes._SALUTED": Rule(
        "those to whom an answer is addressed are counted for nothing",
        by=[
            "方丽等5位代表: | 5位 = anecdote",
            "王俊等12名委员： | 12名 = anecdote",
            "罗春等6名政协委员: | 6名 = anecdote",
        ],
        alone=[
            "全县有教师120名。 | 120名 = _ _ 120 person",
            "受助学生5人: | 5人 = student_aid_recipients _ 5 person",
        ],
        paper=NEWS,
    ),
    "indicators.anecdotes._OCCASION": Rule(
        "what was given on one day",
        by=[
            "当天为120名留守儿童送去书包文具。 | 120名 = anecdote",
            "活动现场,为36名学生颁发奖品。仪式当天为80名学生送上新书。 | 80名 = anecdote",
            "全县有留守儿童8600人。当日为60名留守儿童赠送冬衣。 | 8600人 = left_behind_children _ 8600 person | 60名 = anecdote",
        ],
        alone=[
            "今年为1200名留守儿童送去关爱。 | 1200名 = left_behind_children _ 1200 person",
            "全年为320名残疾儿童送教上门。 | 320名 = _ special 320 person",
        ],
        paper=NEWS,
    ),
    "indicators.anecdotes._SCHOOLS_PLANNED": Rule(
        "schools are counted, not the plan that they stand in",
        by=[
            "安置点配套学校规划42所,已建成19所。 | 42所 = _ _ 42 institution target | 19所 = schools_built _ 19 institution",
            "公办幼儿园规划12所。 | 12所 = _ pre_primary 12 institution target",
            "城区小学规划6所,在建2所。 | 6所 = _ primary 6 institution target",
        ],
        alone=["出台专项规划12个。 | 12个 = anecdote", "编制发展规划6个。 | 6个 = anecdote"],
        paper=NEWS,
    ),
    "indicators.definitions._SO_LARGE": Rule(
        "how small or large those are that are counted",
        by=[
            "50人以下的教学点138个,10人以下的31个。 | 138个 = teaching_points _ 138 institution | 10人 = definition",
            "小学46人以上、初中51人以上大班74个。 | 46人 = definition | 51人 = definition | 74个 = large_classes _ 74 class",
            "小规模学校220所,20人以下的46所。 | 20人 = definition | 46所 = _ _ 46 institution",
        ],
        alone=[
            "小学招生46人以上。 | 46人 = new_entrants primary 46 person ge",
            "受助学生120人,其中农村的31人。 | 120人 = student_aid_recipients _ 120 person",
        ],
        paper=NEWS,
    ),
    "indicators.grid_captions._PLANS_OF": Rule(
        "a table below the summary of a plan of posts counts the posts",
        by=[
            "一、招聘计划/本次招聘教师230名。其中乡镇岗位占80%以上。/学科\t高中\t初中\t小学/语文\t7\t14\t38/数学\t7\t13\t33 | 7 = teachers_recruited general_upper_secondary 7 person target | 14 = teachers_recruited lower_secondary 14 person target | 38 = teachers_recruited primary 38 person target",
            "二、教师招聘计划/面向社会公开招聘。/学科\t初中\t小学/英语\t12\t16/其他\t15\t21 | 12 = teachers_recruited lower_secondary 12 person target | 21 = teachers_recruited primary 21 person target",
            "(一)招录计划/岗位见下表。招聘教师按学科分列。/学科\t小学\t幼儿园/音体美\t5\t28/语文\t6\t0 | 28 = _ pre_primary 28 _ target",
        ],
        alone=[
            "一、办学情况/全县教育稳步发展。/学段\t学校数\t在校生数/小学\t64\t18004/初中\t33\t11004 | 64 = institutions primary 64 institution | 18004 = students primary 18004 person",
            "一、现有教师/全县教师按学科分列。/学科\t高中\t初中/语文\t7\t14/数学\t7\t13 | 14 = _ lower_secondary 14 _",
        ],
        paper={"title": "教育惠民情况", "dated": "2022-06-15"},
    ),
    "indicators.grid_sentences._SUBJECT": Rule(
        "a subject says which posts, not what is counted",
        by=[
            "一、教师招聘计划/面向社会公开招聘。/学科\t初中\t小学/英语\t12\t16/物理\t15\t0 | 12 = teachers_recruited lower_secondary 12 person target | 15 = teachers_recruited lower_secondary 15 person target",
            "招聘计划:/学科\t高中\t初中/数学\t6\t9/道德与法治\t2\t4 | 9 = teachers_recruited lower_secondary 9 person target | 4 = teachers_recruited lower_secondary 4 person target",
            "2022年教师招聘计划表/学科\t小学\t初中/体育\t8\t9/心理健康\t1\t3 | 8 = teachers_recruited primary 8 person target | 3 = teachers_recruited lower_secondary 3 person target",
        ],
        alone=[
            "2022年教师招聘计划表/县区\t小学\t初中/甘州区\t8\t9/山丹县\t1\t3 | 9 = teachers_recruited lower_secondary 9 person target",
            "学段\t学校数\t在校生数/小学\t64\t18004/初中\t33\t11004 | 18004 = students primary 18004 person",
        ],
        paper={"title": "教育惠民情况", "dated": "2022-06-15"},
    ),
    "indicators.grid_sentences._BUILT": Rule(
        "a verb over a column of schools builds those of the caption",
        by=[
            "表一 幼儿园建设情况/乡镇\t新建(所)\t改扩建(所)\t完成投资(万元)/林东镇\t3\t2\t2860/隆昌镇\t1\t6\t540 | 3 = schools_built pre_primary 3 institution | 2 = schools_built pre_primary 2 institution | 6 = schools_built pre_primary 6 institution",
            "表2 小学建设情况/乡镇\t扩建(所)\t新增学位(个)/林东镇\t4\t1080/隆昌镇\t5\t240 | 4 = schools_built primary 4 institution | 1080 = new_places primary 1080 place",
            "表3 初中建设进展/乡镇\t新建(所)\t迁建(所)/林东镇\t4\t8/隆昌镇\t5\t7 | 4 = schools_built lower_secondary 4 institution | 8 = schools_built lower_secondary 8 institution",
        ],
        alone=[
            "表一 幼儿园建设情况/乡镇\t新建(所)\t投资(万元)/林东镇\t3\t2860/隆昌镇\t1\t540 | 2860 = capital_investment pre_primary 28600000 CNY",
            "表二 公路建设情况/乡镇\t新建(公里)\t改建(公里)/林东镇\t3\t2/隆昌镇\t1\t6 | 3 = anecdote",
        ],
        paper={"title": "教育惠民情况", "dated": "2022-06-15"},
    ),
    "indicators.introduction._TABLE": Rule(
        "the day in a table's title is that of the table alone",
        by=[
            "表一 幼儿园建设情况(截至2022年6月底)/乡镇\t新建(所)\t新增园位(个)/林东镇\t3\t1080/隆昌镇\t1\t240/一、主要成效/全县有幼儿园64所。 | 64所 = institutions pre_primary 64 institution D",
            "表1 教育基本情况(截至2022年5月底)/乡镇\t学校数\t在校生数/林东镇\t3\t1080/隆昌镇\t1\t240/一、概况/全县有小学41所。 | 41所 = institutions primary 41 institution D",
            "附表1 项目情况(截至2022年7月底)/乡镇\t新建(所)\t投资(万元)/林东镇\t3\t1080/隆昌镇\t1\t240/一、成效/全县有教师4120人。 | 4120人 = _ _ 4120 person D",
        ],
        alone=[
            "现将截至2022年6月底学前教育进展情况通报如下。/一、主要成效/全县有幼儿园64所。 | 64所 = institutions pre_primary 64 institution 2022-06-30",
            "(截至2022年6月30日)/一、主要成效/全县有幼儿园64所。 | 64所 = institutions pre_primary 64 institution 2022-06-30",
        ],
        paper=NEWS,
    ),
    "indicators.dating._PROMISES": Rule(
        "the year of a promise is not when it was kept",
        by=[
            "截至11月25日,列入今年省、州实事的公办幼儿园建设项目8个已全部竣工。 | 8个 = _ _ 8 _ 2015-11-25",
            "截至10月底,纳入今年民生工程的项目11个已完工。 | 11个 = construction_projects _ 11 project 2015-10-31",
            "截至9月底,列入今年县实事的项目5个已建成。 | 5个 = _ _ 5 _ 2015-09-30",
        ],
        alone=[
            "2014年,全县新建幼儿园8所,列入民生实事。 | 8所 = schools_built pre_primary 8 institution 2014",
            "今年列入实事的幼儿园8所。 | 8所 = _ pre_primary 8 institution",
        ],
        paper={"title": "教育民生工程情况", "dated": "2015-11-26"},
    ),
    "indicators.schooling._EVERY_SORT": Rule(
        "aid of every sort is for every level",
        by=[
            "营养改善计划惠及农村义务教育学生1104人,发放各类助学金186万元。 | 186万元 = student_aid_amount all 1860000 CNY",
            "营养改善计划惠及小学生320人,落实各类资助资金52万元。 | 52万元 = student_aid_amount all 520000 CNY",
            "营养餐惠及初中学生410人,发放各类助学金96万元。 | 96万元 = student_aid_amount all 960000 CNY",
        ],
        alone=[
            "营养改善计划惠及农村义务教育学生1104人,发放生活补助186万元。 | 186万元 = _ compulsory 1860000 CNY",
            "营养改善计划惠及小学生320人,资金52万元。 | 52万元 = _ primary 520000 CNY",
        ],
        paper=NEWS,
    ),
    "indicators.outlook._FIRST_OF_LIST": Rule(
        "a list of what shall be goes on in the next paragraph",
        by=[
            "四、下一步。一是撤并教学点45个;二是安排资金2000万元。/三是新建教师周转房150套。 | 150套 = other _ 150 item target",
            "三、下步打算。一是改造食堂12个。/二是培训教师860人次。 | 860人次 = teachers_trained _ 860 person-time target",
            "四、下一步工作。一是新建小学2所;二是改造厕所9个。/三是招聘教师120名。/四是新增学位600个。 | 120名 = teachers_recruited _ 120 person target | 600个 = new_places _ 600 place target",
        ],
        alone=[
            "四、下一步。一是撤并教学点45个;二是安排资金2000万元。/全县新建教师周转房150套。 | 150套 = other _ 150 item",
            "二、工作情况。一是撤并教学点45个。/二是新建教师周转房150套。 | 150套 = other _ 150 item",
        ],
        paper={"title": "关于第56号提案的答复", "dated": "2022-08-29"},
    ),
    "indicators.numerals_in_words._COUNTIES_ALL": Rule(
        "a round number of all counties",
        by=[
            "全省百个县全部通过国家认定。 | 百个 = certified_counties _ 100 county",
            "全省百县均通过国家督导认定。 | 百 = certified_counties _ 100 county",
            "全国千个县都通过国家认定。 | 千个 = certified_counties _ 1000 county",
            "全省百个县（市、区）全部通过国家督导认定。 | 百个 = certified_counties _ 100 county",
            "全市千所学校均已接入教育专网。 | 千所 = _ _ 1000 institution",
            "全省万所幼儿园全部完成登记。 | 万所 = _ pre_primary 10000 institution",
        ],
        alone=[
            "单位:百个。 | 百 = nothing",
            "开展百县千校行动。 | 百 = nothing",
            "全省百个项目开工。 | 百 = nothing",
            "全市百所学校开展活动，家长全部参加。 | 百所 = nothing",
        ],
        paper=NEWS,
    ),
}

LISTS = {
    "outlook: a month as good as over": Rule(
        "what is so at the end of the month that a paper is written in",
        by=[
            "至8月底,全县公办幼儿园在园幼儿占比达51.7%,比去年底提高6.2个百分点。 | 51.7% = public_kindergarten_enrolment_share _ 51.7 % | 6.2个 = public_kindergarten_enrolment_share _ 6.2 pp change",
            "到8月底,全县建成幼儿园8所。 | 8所 = schools_built pre_primary 8 institution",
            "至8月末,普惠性幼儿园覆盖率93.8%。 | 93.8% = inclusive_kindergarten_coverage _ 93.8 %",
        ],
        alone=[
            "力争至9月底,普惠性幼儿园覆盖率达95%。 | 95% = inclusive_kindergarten_coverage _ 95 % target",
            "确保到8月底,建成幼儿园8所。 | 8所 = schools_built pre_primary 8 institution target",
        ],
        paper=NEWS,
    ),
    "times: where a change ends": Rule(
        "the year in which a change ends dates its own segment alone",
        by=[
            "小学新生由2019年的2.36万人降到2021年的1.61万人;在园幼儿2.9万人,教师1860人。 | 2.36万人 = new_entrants primary 23600 person 2019 | 1.61万人 = new_entrants primary 16100 person 2021 | 2.9万人 = students pre_primary 29000 person D",
            "小学由2019年的86所减少到2021年的64所;在校生1.8万人。 | 64所 = institutions primary 64 institution 2021 | 1.8万人 = students _ 18000 person D",
            "大班额由2018年的318个降至2021年的74个;班级1860个。 | 74个 = large_classes _ 74 class 2021 | 1860个 = classes _ 1860 class D",
        ],
        alone=[
            "2021年小学新生1.61万人;在园幼儿2.9万人。 | 2.9万人 = students pre_primary 29000 person 2021",
            "至8月底,普惠性幼儿园覆盖率93.8%。 | 93.8% = inclusive_kindergarten_coverage _ 93.8 % 2022-08-31",
        ],
        paper=NEWS,
    ),
    "outlook: plans for where a change begins": Rule(
        "what was so before a plan began is no aim, nor is what came of it",
        by=[
            "毛入园率由计划实施前的52.1%提高到76.8%,超出规划目标1.8个百分点。 | 76.8% = gross_enrolment_ratio _ 76.8 % | 1.8个 = gross_enrolment_ratio _ 1.8 pp gap",
            "巩固率从计划启动前的91%提高到95.2%。 | 95.2% = retention_rate _ 95.2 %",
            "公办率由计划执行前的38%提高到51%。 | 51% = _ _ 51 %",
        ],
        alone=[
            "计划实施后毛入园率提高到76.8%。 | 76.8% = gross_enrolment_ratio _ 76.8 % target",
            "今年计划发放助学金2亿元。 | 2亿元 = student_aid_amount _ 200000000 CNY target",
        ],
        paper=NEWS,
    ),
    "outlook: full-width years": Rule(
        "a heading in full-width digits names the year that it plans for",
        by=[
            "四、２０２３年工作要点/新建寄宿制学校６所,招聘教师１２０名。 | ６所 = schools_built _ 6 institution target | １２０名 = teachers_recruited _ 120 person target",
            "三、２０２３年重点工作/新建幼儿园８所。 | ８所 = schools_built pre_primary 8 institution target",
            "五、２０２３年工作安排/新增学位６００个。 | ６００个 = new_places _ 600 place target",
        ],
        alone=[
            "二、２０２１年工作回顾/新建寄宿制学校６所。 | ６所 = schools_built _ 6 institution",
            "一、基本情况/新建幼儿园８所。 | ８所 = schools_built pre_primary 8 institution",
        ],
        paper={"title": "某县教育局2022年工作总结", "dated": "2022-12-20"},
    ),
    "targets: notices of posts": Rule(
        "a notice of posts to fill plans for the year of its title",
        by=[
            "2021年面向社会公开招聘教师260名。 | 260名 = teachers_recruited _ 260 person target 2021",
            "本次招聘高中教师40名,初中教师75名。 | 40名 = teachers_recruited general_upper_secondary 40 person target 2021 | 75名 = teachers_recruited lower_secondary 75 person target 2021",
            "其中乡镇学校岗位占80%以上。 | 80% = other _ 80 % target ge 2021",
        ],
        alone=[
            "附:全县教师基本情况/据2020年底统计,全县中小学在编教师5896人。 | 5896人 = full_time_teachers k12 5896 person 2020-12-31",
            "面试人选按1:1.5的比例从高分到低分确定。笔试、面试成绩按50%、40%计算。报名费40元。 | 1:1.5 = definition | 50% = definition | 40% = definition | 40元 = anecdote",
        ],
        paper={"title": "嘉祥县2021年公开招聘教师简章", "dated": "2021-06-15"},
    ),
    "levels: of a fund and its works": Rule(
        "works are of the level of the fund that pays for them",
        by=[
            "统筹义务教育薄弱环节改善与能力提升补助资金15.83亿元,实施食堂项目428个,新建宿舍31.6万平方米。 | 428个 = construction_projects compulsory 428 project | 31.6万平方米 = floor_area_built compulsory 316000 m2",
            "争取学前教育专项资金3200万元,实施项目12个。 | 12个 = construction_projects pre_primary 12 project",
            "下达普通高中改善办学条件资金2850万元,新增校舍1.2万平方米。 | 1.2万平方米 = floor_area_built general_upper_secondary 12000 m2",
        ],
        alone=[
            "争取教育项目资金3200万元,实施项目12个。 | 12个 = construction_projects all 12 project",
            "学前教育发展资金4930万元,改善普通高中办学条件资金2850万元。共实施项目247个。 | 247个 = construction_projects all 247 project",
        ],
        paper=NEWS,
    ),
    "levels: aid of both parts of compulsory schooling": Rule(
        "what was paid out by norms of primary and lower secondary schools is of both",
        by=[
            "寄宿生生活费补助标准由每生每年小学1000元、初中1250元,分别提高到1250元和1500元。2021年共发放2.94亿元,惠及学生24.6万人次。 | 2.94亿元 = student_aid_amount compulsory 294000000 CNY | 24.6万人次 = student_aid_recipients compulsory 246000 person-time",
            "寄宿生生活补助标准为每生每年小学1000元、初中1250元。2021年发放助学金1200万元。 | 1200万元 = student_aid_amount compulsory 12000000 CNY",
            "生活补助每生每年小学1000元、初中1250元。2021年共资助学生8600人次。 | 8600人次 = student_aid_recipients compulsory 8600 person-time",
        ],
        alone=[
            "寄宿生生活补助标准为每生每年小学1000元。2021年发放助学金1200万元。 | 1200万元 = student_aid_amount primary 12000000 CNY",
            "2021年发放助学金1200万元。 | 1200万元 = student_aid_amount all 12000000 CNY",
        ],
        paper=NEWS,
    ),
    "units: years of age and sums": Rule(
        "ages are in years, what no head gets is a sum",
        by=[
            "小学教师平均年龄46.7岁。 | 46.7岁 = other primary 46.7 year",
            "其中中小学生均公用经费6150万元。 | 6150万元 = other k12 61500000 CNY",
            "今年新增托额840个。 | 840个 = _ _ 840 place",
        ],
        alone=[
            "生均公用经费1070元。 | 1070元 = per_student_expenditure _ 1070 CNY/person",
            "生均公用经费1.2万元。 | 1.2万元 = per_student_expenditure _ 12000 CNY/person",
        ],
        paper=NEWS,
    ),
    "linking: words of web pages": Rule(
        "how pages name what the catalogue holds",
        by=[
            "平均校规模小学由149人提高到262人,初中达到815人。 | 149人 = school_size primary 149 person | 262人 = school_size primary 262 person | 815人 = school_size lower_secondary 815 person",
            "3所幼儿园获评市级示范园。 | 3所 = demonstration_kindergartens pre_primary 3 institution",
            "现有正高级教师21人、特级校长9人。 | 9人 = backbone_teachers _ 9 person",
            "下拨困难学生救助金128万元。 | 128万元 = student_aid_amount _ 1280000 CNY",
            "中职招生7842人,比上年多招365人。 | 365人 = new_entrants vocational_upper_secondary 365 person change",
            "中职招生7842人,比上年少招365人。 | 365人 = new_entrants vocational_upper_secondary -365 person change",
            "须谋划学位7000个。 | 7000个 = new_places _ 7000 place target",
        ],
        alone=[
            "3所幼儿园获评平安校园。 | 3所 = _ pre_primary 3 institution",
            "3所小学获评市级示范校。 | 3所 = other primary 3 institution",
            "现有校长9人。 | 9人 = other _ 9 person",
        ],
        paper=NEWS,
    ),
}


test_right, test_missed_without_its_rule = table(RULES)
test_lists = listed(LISTS)


PAIRS = [
    ("截至2021年底\n特殊教育学校\n16所\n在校残疾学生\n6872名\n", [("16所", "institutions special 16 institution"), ("6872名", "students special 6872 person")]),
    ("普惠性幼儿园覆盖率\n93.8%\n专任教师\n485名\n", [("93.8%", "inclusive_kindergarten_coverage _ 93.8 %"), ("485名", "full_time_teachers _ 485 person")]),
    ("二、学校\n全县有小学16所。\n", [("16所", "institutions primary 16 institution")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text[:12] for text, _ in PAIRS])
def test_a_name_and_its_figure_on_two_lines(
    reads: Callable[..., None], text: str, expected: list[tuple[str, str]]
) -> None:
    reads(text, expected, title="教育家底一图读懂", dated="2022-05-30")
