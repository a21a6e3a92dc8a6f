"""Rules that reports, bulletins, plans, news and pasted tables taught: sentences that are read by them, and near misses.

A table stands in a line with ¦ (a tab) between its cells and / between its rows.

What belongs here: rules of the indicators package found in papers of six genres.  What does not: lists of words
(test_listed_words), dates and titles of pages (tests/reading).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rule_tables import Rule, parted, table

PLAN = {"title": "临泽县2024年高中阶段招生工作通知", "dated": "2024-05-20"}

RULES = {
    "indicators.grid_units._ENDS_IN_RATE": Rule(
        "a column whose header ends in 率 is in per cent, whatever units the caption lists",
        by=[
            "资金执行情况(单位：万元、人、%)/项目¦下达资金¦受助人数¦支付率/普通高中国家助学金¦1520¦7604¦96.5 | 96.5 = _ _ 96.5 %",
            "助学金拨付情况 单位：万元、%/项目¦安排资金¦拨付率/中职助学金¦620¦91.2 | 91.2 = _ _ 91.2 %",
            "营养改善计划执行情况 单位：万元、人/项目¦资金¦人数¦到位率/营养改善计划¦906¦12451¦89.6 | 89.6 = _ _ 89.6 %",
        ],
        alone=[
            "资金执行情况 单位：万元/项目¦下达资金¦已支付/普通高中国家助学金¦1520¦1480 | 1480 = student_aid_amount _ 14800000 CNY",
            "县区¦在校生（人）¦入学率变化（百分点）/甘州区¦5200¦1.2 | 5200 = students _ 5200 person",
        ],
    ),
    "indicators.grid_units.PLANNED": Rule(
        "普高计划 and 中职计划 under the caption of a plan of enrolment are the pupils to be taken in",
        by=[
            "高中阶段学校招生计划分配表(单位：人)/县区¦普高计划¦中职计划/甘州区¦1750¦1250/高台县¦350¦150 | 1750 = new_entrants general_upper_secondary 1750 person target | 1250 = new_entrants vocational_upper_secondary 1250 person target",
            "2024年招生计划表(单位：人)/县区¦初中计划数¦小学计划数/甘州区¦3300¦2900/民乐县¦900¦860 | 3300 = new_entrants lower_secondary 3300 person target",
            "2024年招生计划表(单位：人)/县区¦普通高中计划数¦中职计划数/甘州区¦620¦510/山丹县¦480¦360 | 360 = new_entrants vocational_upper_secondary 360 person target",
        ],
        alone=[
            "学校情况表/县区¦普通高中（所）¦中职（所）/甘州区¦5¦2/高台县¦1¦1 | 5 = institutions general_upper_secondary 5 institution",
            "高中阶段学校招生计划分配表(单位：人、个)/县区¦普高计划¦普高班数/甘州区¦1750¦32 | 32 = classes general_upper_secondary 32 class",
        ],
        paper=PLAN,
    ),
    "indicators.grid_headers._OF_PLAN": Rule(
        "a part of those planned for one level is of that level",
        by=[
            "高中阶段学校招生计划分配表(单位：人)/县区¦普高计划¦其中:示范性/甘州区¦1750¦800/高台县¦350¦120 | 800 = _ general_upper_secondary 800 person target",
            "2024年招生计划表(单位：人)/县区¦普通高中计划¦其中:民办/甘州区¦620¦110/山丹县¦480¦60 | 110 = _ general_upper_secondary 110 person target",
            "2024年招生计划表(单位：人)/县区¦中职计划¦其中:公办/甘州区¦520¦410/山丹县¦280¦160 | 160 = _ vocational_upper_secondary 160 person target",
        ],
        alone=[
            "幼儿园情况表/县区¦幼儿园数¦其中:公办/甘州区¦52¦31/山丹县¦18¦12 | 31 = institutions pre_primary 31 institution",
            "2024年招生计划表(单位：人)/县区¦普高计划¦中职计划/甘州区¦1750¦1250 | 1250 = new_entrants vocational_upper_secondary 1250 person target",
        ],
        paper=PLAN,
    ),
    "indicators.grid_words.EXAMINED": Rule(
        "what became of those that a caption counts is counted as they are",
        by=[
            "表二 学科类培训机构压减情况/镇街¦原有机构数(家)¦注销¦转非学科¦保留/城关街道¦23¦15¦6¦2/沿河街道¦9¦5¦3¦1 | 23 = tutoring_institutions _ 23 institution | 15 = tutoring_institutions _ 15 institution | 6 = tutoring_institutions _ 6 institution | 2 = tutoring_institutions _ 2 institution",
            "校外培训机构治理情况/县区¦摸排机构数（家）¦取缔¦整改/甘州区¦86¦12¦31/民乐县¦22¦4¦9 | 12 = tutoring_institutions _ 12 institution",
            "学科类培训机构治理情况/县区¦现有机构数（个）¦关停¦转型/甘州区¦16¦2¦11/民乐县¦8¦4¦3 | 11 = tutoring_institutions _ 11 institution",
        ],
        alone=[
            "表二 学科类培训机构压减情况/镇街¦原有机构数(家)¦压减率(%)/城关街道¦23¦91.3/沿河街道¦9¦88.9 | 91.3 = tutoring_reduction_rate _ 91.3 %",
            "县区¦小学（所）¦教师（人）/甘州区¦52¦3200 | 52 = institutions primary 52 institution",
        ],
    ),
    "indicators.grid_sentences._TREATED": Rule(
        "a caption that tells how institutions were treated still counts them",
        by=[
            "学科类培训机构压减情况/镇街¦原有机构数(家)¦保留/城关街道¦23¦4/沿河街道¦9¦1 | 4 = tutoring_institutions _ 4 institution",
            "学科类培训机构压减情况/县区¦原有机构数（家）¦转非学科/甘州区¦66¦52/民乐县¦12¦9 | 52 = tutoring_institutions _ 52 institution",
            "学科类培训机构压减情况表/县区¦原有机构数（家）¦保留/甘州区¦61¦22/民乐县¦12¦9 | 22 = tutoring_institutions _ 22 institution",
        ],
        alone=[
            "学科类培训机构压减率/县区¦2023年/甘州区¦92.5%/民乐县¦88.1% | 92.5% = tutoring_reduction_rate _ 92.5 %",
            "学科类培训机构数（家）/县区¦2023年/甘州区¦12/民乐县¦8 | 12 = tutoring_institutions _ 12 institution",
        ],
    ),
    "indicators.grid_layout._OF_SCHOOLS": Rule(
        "names in a table of schools are schools, though the column says only 名称",
        by=[
            "民办学校(园)办学基本数据/序号¦名称¦在校生¦专任教师/1¦张掖育才职业学校¦640¦47/2¦启明幼儿园¦212¦19 | 640 = anecdote | 47 = anecdote",
            "民办幼儿园一览/序号¦名称¦在园幼儿/1¦金色摇篮幼儿园¦168/2¦张掖市蓝天幼儿园¦95 | 168 = anecdote | 95 = anecdote",
            "职业学校基本情况/名称¦在校生¦专任教师/山丹培黎学校¦4200¦260/张掖理工职业学校¦2600¦190 | 4200 = anecdote | 260 = anecdote",
        ],
        alone=[
            "民办学校(园)办学基本数据/名称¦在校生¦专任教师/小计¦1115¦90 | 1115 = students _ 1115 person",
            "各类学校基本情况/类别¦在校生¦专任教师/中等职业学校¦4200¦260/特殊教育学校¦190¦41 | 4200 = students vocational_upper_secondary 4200 person",
        ],
    ),
    "indicators.dating._SET_BESIDE": Rule(
        "those counted after 与上年持平 are of the year that is told",
        by=[
            "2023年末,全县在校学生6.17万人,与上年基本持平。其中普通高中在校生8941人,增长5.2%。 | 8941人 = students general_upper_secondary 8941 person 2023-12-31 | 5.2% = students general_upper_secondary 5.2 % growth 2023-12-31",
            "2022年,全区在校生3.2万人,与去年大体相当,其中小学1.9万人。 | 1.9万人 = students primary 19000 person 2022",
            "2021年,全县教师3120人,与2019年持平;教职工3560人。 | 3560人 = staff _ 3560 person 2021",
        ],
        alone=[
            "2023年,全县在校生6.1万人;2022年,全县在校生6.0万人。 | 6.0万人 = students _ 60000 person 2022",
            "与2015年的71%相比,2022年毛入园率达92%。 | 71% = _ _ 71 % 2015 | 92% = _ _ 92 % 2022",
        ],
        paper={"title": "2024年高台县教育工作报告", "dated": "2024-05-20"},
    ),
    "indicators.tales._ATTENDED": Rule(
        "what is told of the school of somebody that was told of is of that school",
        by=[
            "小林就读的思贤实验学校是该县投入1.2亿元建成的九年一贯制学校,占地118亩,现有42个教学班。 | 1.2亿元 = anecdote | 118亩 = anecdote | 42个 = anecdote",
            "她任教的城北实验小学有教学班24个、学生1120人。 | 24个 = anecdote | 1120人 = anecdote",
            "马晓燕就读的明德实验中学占地62亩,现有学生860人。 | 62亩 = anecdote | 860人 = anecdote",
        ],
        alone=[
            "在城区就读的随迁子女3120人,其中小学2010人。 | 3120人 = _ _ 3120 person",
            "全县有高中3所,在校生5210人。 | 5210人 = students general_upper_secondary 5210 person",
        ],
    ),
    "indicators.tales._TOWNS_OWN": Rule(
        "the one central school of a town by its name is no statistic of the place",
        by=[
            "全区交流教师86人次。东岭子镇中心学校现有学生73人、教师29人,师生比高达1:2.5。 | 73人 = anecdote | 29人 = anecdote | 2.5 = anecdote",
            "全县有小学62所。碱滩镇中心校现有学生412人。 | 412人 = anecdote",
            "全县有幼儿园62所。新坝镇中心幼儿园现有幼儿186名,教职工22名。 | 186名 = anecdote | 22名 = anecdote",
        ],
        alone=[
            "全县乡镇中心小学现有学生4120人。 | 4120人 = students primary 4120 person",
            "各镇中心幼儿园现有幼儿1860名。 | 1860名 = students pre_primary 1860 person",
        ],
    ),
    "indicators.definitions._FEWER": Rule(
        "a bracket that tells how few make a school small defines it",
        by=[
            "全县乡村小规模学校(不足100人)有94所。 | 100人 = definition | 94所 = institutions _ 94 institution",
            "现有教学点（不到10人）23个。 | 10人 = definition | 23个 = teaching_points _ 23 institution",
            "全县小规模学校（少于100人）61所,在校生3105人。 | 100人 = definition | 61所 = institutions _ 61 institution",
        ],
        alone=[
            "全县教学点12个（学生超过300人）。 | 12个 = teaching_points _ 12 institution",
            "山丹县特教学校在校生不足100人。 | 100人 = _ _ 100 person lt",
        ],
    ),
    "indicators.aims._CAME_OF": Rule(
        "what came of a plan so far is no aim",
        by=[
            "会议通报,今年计划新建幼儿园6所,总投资2.3亿元,上半年完成1.1亿元,占年度计划的55.3%。 | 2.3亿元 = capital_investment _ 230000000 CNY target | 1.1亿元 = _ _ 110000000 CNY | 55.3% = _ _ 55.3 %",
            "会议通报,今年计划新建学校9所,上半年完成投资8600万元。 | 9所 = schools_built _ 9 institution target | 8600万元 = capital_investment _ 86000000 CNY",
            "记者了解到,今年计划改造校舍12栋,投资620万元,上半年到位资金320万元,占全年任务的40%。 | 320万元 = _ _ 3200000 CNY | 40% = _ _ 40 %",
        ],
        alone=[
            "今年计划新建幼儿园6所,新增学位1200个。 | 1200个 = new_places _ 1200 place target",
            "今年力争上半年完成投资3.2亿元。 | 3.2亿元 = capital_investment _ 320000000 CNY target",
        ],
        paper={"title": "高台县教育局教育惠民情况通报", "dated": "2024-06-28"},
    ),
    "indicators.anecdotes._THOSE": Rule(
        "institutions that have problems are institutions, no problems",
        by=[
            "截至6月20日,共摸排校外培训机构1736家,发现存在问题的1209家。 | 1209家 = tutoring_institutions _ 1209 institution",
            "全县共有校外培训机构62家,其中存在隐患的11家。 | 11家 = tutoring_institutions _ 11 institution",
            "排查培训机构86家,发现有问题的31家,已完成整改28家。 | 31家 = tutoring_institutions _ 31 institution | 28家 = tutoring_institutions _ 28 institution",
        ],
        alone=[
            "检查校外培训机构62家,发现问题121个。 | 121个 = anecdote",
            "排查出问题31处,已完成整改28处。 | 31处 = anecdote",
        ],
    ),
    "indicators.eliding._BY_WAY": Rule(
        "teachers hired by a way that the clause names",
        by=[
            "通过“名校优生”等渠道引进46人,公开招聘83人。 | 46人 = teachers_recruited _ 46 person | 83人 = teachers_recruited _ 83 person",
            "近三年,通过考核招聘等方式招聘62人。 | 62人 = teachers_recruited _ 62 person",
            "采取校园招聘形式引进21名。 | 21名 = teachers_recruited _ 21 person",
        ],
        alone=[
            "通过“银龄讲学”等方式资助学生46人。 | 46人 = student_aid_recipients _ 46 person",
            "通过考试等渠道录取新生62人。 | 62人 = new_entrants _ 62 person",
        ],
    ),
    "indicators.eliding._SENT": Rule(
        "those sent to teach elsewhere are teachers",
        by=[
            "全县教师参加培训612人次,从本岛到外岛支教14人。 | 14人 = teachers_rotated _ 14 person",
            "今年赴西藏支教12人。 | 12人 = teachers_rotated _ 12 person",
            "选派骨干赴新疆支教5人。 | 5人 = teachers_rotated _ 5 person",
        ],
        alone=[
            "到外地务工人员3120人。 | 3120人 = other _ 3120 person",
            "到园幼儿3120人。 | 3120人 = _ pre_primary 3120 person",
        ],
    ),
    "indicators.counted_units._HEADCOUNT": Rule(
        "a bare 0 behind a headcount counts persons",
        by=[
            "义务教育阶段失学辍学人数为0。 | 0 = other compulsory 0 person",
            "残疾儿童失学儿童人数为0,巩固率100%。 | 0 = other _ 0 person",
            "建档立卡贫困家庭子女人数0,全部脱贫。 | 0 = _ _ 0 person",
        ],
        alone=["大班额比例为0。 | 0 = large_class_share _ 0 %", "全县共3个乡镇,编号0。 | 0 = identifier"],
    ),
    "indicators.counted_units.OF_THOSE_THAT": Rule(
        "those of the institutions before it that are so and so",
        by=[
            "摸排校外培训机构1736家,发现涉嫌违规的1209家。 | 1209家 = tutoring_institutions _ 1209 institution",
            "全县现有民办幼儿园62家,其中未年检的8家。 | 8家 = _ _ 8 institution",
            "登记培训机构86家,未达标的12家。 | 12家 = tutoring_institutions _ 12 institution",
        ],
        alone=[
            "全县现有集团12个,其中有特色的项目5个。 | 5个 = _ _ 5 project",
            "签约企业86家,开展合作的项目12项。 | 12项 = _ _ 12 project",
        ],
    ),
    "indicators.mentioned._THAT_PLACE": Rule(
        "该县 is the county that the sentence before named, though that sentence holds no number",
        by=[
            "课怎么上?民乐县的做法是“小班化+远程同步”。该县投入860万元,为15所乡镇学校配齐设备。 | 860万元 = _ _ 8600000 CNY @民乐县 | 15所 = _ _ 15 institution @民乐县",
            "路在何方?高台县率先破题。该县2023年以来新建幼儿园3所。 | 3所 = schools_built pre_primary 3 institution @高台县",
            "谁来先行?甘州区走在前列。该区现有集团12个。 | 12个 = education_groups _ 12 group @甘州区",
        ],
        alone=[
            "全市统筹推进。该市现有幼儿园168所。 | 168所 = institutions pre_primary 168 institution @张掖市",
            "民乐县的做法是“小班化”。全市新建幼儿园13所。 | 13所 = schools_built pre_primary 13 institution @张掖市",
        ],
        paper={"title": "张掖市教育工作综述"},
    ),
}

SAID: list[tuple[str, dict[str, str]]] = [
    # parts of a count by sort of school, and bare numbers among counted ones
    ("全县在校学生9856人,其中高中1470人,职中318人,初中3012人,小学4571人。 | 318人 = students vocational_upper_secondary 318 person | 3012人 = students lower_secondary 3012 person | 4571人 = students primary 4571 person", {}),
    ("职中2所,在校生5210人;在职中小学教师3120人。 | 2所 = institutions vocational_upper_secondary 2 institution | 3120人 = _ k12 3120 person", {}),
    ("配备专职中小学心理教师62人,入职中小学教师110人。 | 62人 = _ k12 62 person | 110人 = _ k12 110 person", {}),
    ("初级中学92所,在校学生7.14万人,招生24815;毛入学率98%。 | 24815 = new_entrants lower_secondary 24815 person", {}),
    ("高考上线3907人,其中重点本科286,上线率87.4%。 | 286 = _ _ 286 person", {}),
    ("高考报名5120人,其中专科1286,录取率92%。 | 1286 = _ _ 1286 person", {}),
    ("全县有高中3所,一中286,上线率87.4%。 | 286 = identifier", {}),
    # what only seems to speak of one school
    ("示范性高中招收择校生比例不得超过本校招生计划的20%。 | 20% = other _ 20 % target le", {}),
    ("高台一中通过示范性高中评估;优质高中招生计划60%定向分配到初中校。 | 60% = quota_allocation_share general_upper_secondary 60 % target", {}),
    ("示范性普通高中定向招生指标不得低于本校招生计划的50%。 | 50% = quota_allocation_share general_upper_secondary 50 % ge target", {}),
    ("本校现有教师62人。 | 62人 = anecdote", {}),
    # groups by size
    ("起始年级35人及以下小班占比38%,45人以下标准班额占96.8%。 | 35人 = definition | 45人 = definition", {}),
    # a programme by its name labels no aim, a plan does
    ("3、营养改善计划:按规定供餐,受益学生2.19万人。 | 2.19万人 = nutrition_beneficiaries compulsory 21900 person", {}),
    ("(二)特岗计划:录用教师62人。 | 62人 = teachers_recruited _ 62 person", {}),
    ("年度计划:培训教师620人。完成:培训教师580人。 | 620人 = teachers_trained _ 620 person target", {}),
    # the two ends of a change, with a note in brackets
    ("2006年至2012年,全县小学由713所(含教学点)调整为286所。 | 713所 = institutions primary 713 institution 2006 | 286所 = institutions primary 286 institution 2012", {}),
    ("2015年至2020年,全县小学由96所(含村小)合并为61所。 | 96所 = institutions primary 96 institution 2015", {}),
    # what a clause names goes before what those before it did
    ("组建教联体3个,教联体覆盖义务教育学校80%以上。 | 80% = group_schooling_coverage compulsory 80 % ge", {}),
    ("目前教育联合体达到68个,覆盖学校187所。 | 187所 = schools_in_education_groups _ 187 institution", {}),
    ("选派32名校长教师跟岗交流。 | 32名 = teachers_rotated _ 32 person", {}),
    ("选派32名校长教师跟岗学习。 | 32名 = teachers_trained _ 32 person", {}),
    ("引进教育部“国培”专家、省特级教师等高层次人才52名。 | 52名 = teachers_recruited _ 52 person", {}),
    ("每年轮岗交流教师5%左右。 | 5% = teacher_rotation_share _ 5 % approx", {}),
    ("骨干教师不低于交流总数的20%。 | 20% = other _ 20 % ge", {}),
    ("营养改善计划全年补助资金2986万元,惠及学生2.98万人。 | 2986万元 = nutrition_fund _ 29860000 CNY | 2.98万人 = nutrition_beneficiaries _ 29800 person", {}),
    ("营养改善计划受益学生10.87万人;向本专科贫困大学生发放补助2318万元。 | 2318万元 = _ tertiary 23180000 CNY", {}),
    ("发放生源地信用助学贷款1.06亿元。为农村寄宿生发放生活补助,小学1000元、初中1250元。 | 1000元 = _ primary 1000 _ | 1250元 = _ lower_secondary 1250 _", {}),
    ("企业按职工工资总额的1.5%足额提取教育培训经费。 | 1.5% = other _ 1.5 %", {}),
    ("县财政按教职工工资总额的1.5%、学校按公用经费的5%列支培训费。 | 1.5% = teacher_training_fund_share _ 1.5 % | 5% = teacher_training_fund_share _ 5 %", {}),
    ("小学平均规模由205人提高到400人。 | 205人 = school_size primary 205 person | 400人 = school_size primary 400 person", {}),
    ("撤并后闲置校舍用于举办幼儿园,计划改建15所。 | 15所 = schools_built pre_primary 15 institution target", {}),
    ("补充幼儿教师512名,其中面向内地招聘130名。 | 130名 = teachers_recruited pre_primary 130 person", {}),
    ("教学点307个未列入,初升高比例94.1%。 | 307个 = teaching_points _ 307 institution | 94.1% = admission_rate lower_secondary 94.1 %", {}),
    ("距离70%的州定目标还有8.6个百分点。 | 70% = _ _ 70 % target", {}),
    ("“双师型”教师占61.4%,距离70%的州定目标还有8.6个百分点。 | 70% = double_qualified_teacher_share _ 70 % target", {}),
    ("新增寄宿床位1260个,新增学位620个。 | 1260个 = other _ 1260 _ | 620个 = new_places _ 620 place", {}),
    ("2023年招生894人,仅为2020年的五成多;50岁以上教师占46.1%。 | 46.1% = other _ 46.1 % 2023", {"title": "高台县教育工作报告", "dated": "2024-02-09"}),
    ("改造食堂6个    后勤办    8月底 | 6个 = _ _ 6 item target 2022-08-31", {"title": "高台县教育局2022年工作要点", "dated": "2022-02-18"}),
    # vocational papers that speak of no school higher up, though their pupils go on to some
    ("全县有中等职业学校3所。各校有教职工341人。毕业生1568人,升入高职院校611人。 | 341人 = staff vocational_upper_secondary 341 person", {"title": "高台县职业教育2023年度质量报告"}),
    ("全市有中等职业学校3所、高职院校1所。各校有教职工341人。 | 341人 = staff vocational 341 person", {"title": "张掖市职业教育2023年度质量报告"}),
    # tables: the topic of a caption, columns of the city's own schools, growth between two years, projects
    ("义务教育课后服务情况/指标¦小学¦初中/学生参与率¦96.4%¦98.9%/财政补助(万元)¦148¦75 | 96.4% = after_school_student_participation primary 96.4 % | 148 = after_school_service_fund primary 1480000 CNY", {}),
    ("学生营养餐情况/县区¦受益学生(人)¦资金(万元)/高台县¦7206¦376/山丹县¦890¦71 | 7206 = nutrition_beneficiaries _ 7206 person", {}),
    ("学生资助情况/县区¦补助学生(人)¦补助资金(万元)/甘州区¦17206¦1376/临泽县¦8890¦711 | 17206 = student_aid_recipients _ 17206 person | 1376 = student_aid_amount _ 13760000 CNY", {}),
    ("家长满意度情况/指标¦小学¦初中/学生参与率¦96.4%¦98.9% | 96.4% = other primary 96.4 %", {}),
    ("各级教育基本情况/项目¦单位¦合计¦市直¦甘州区/小学¦所¦53¦6¦47/初级中学¦所¦19¦3¦16 | 6 = institutions primary 6 institution @张掖市 | 3 = institutions lower_secondary 3 institution", {}),
    ("专任教师数（2005—2011年） 单位：人/年份¦高中¦初中/2010¦8237¦23418/2011¦8632¦23091/2011年比2010年增长（%）¦4.8¦-1.4 | 4.8 = full_time_teachers general_upper_secondary 4.8 % growth 2011 | 1.4 = full_time_teachers lower_secondary -1.4 % growth 2011", {}),
    ("义务教育薄弱环节改善项目进展表/县区¦规划项目数¦已开工¦已竣工¦开工率%/甘州区¦42¦41¦33¦97.6 | 41 = construction_projects compulsory 41 project | 33 = construction_projects compulsory 33 project | 97.6 = project_start_rate compulsory 97.6 %", {}),
    ("2024年项目进展情况表（截至2024年11月15日）/县区¦项目数¦年度计划投资(万元)/甘州区¦42¦9860 | 9860 = capital_investment _ 98600000 CNY target 2024", {"title": "张掖市教育局关于项目建设的通报", "dated": "2024-11-20"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "paper"), SAID, ids=[line[:24] for line, _ in SAID])
def test_reads(reads: Callable[..., None], line: str, paper: dict[str, str]) -> None:
    reads(*parted(line), **paper)


test_right, test_missed_without_its_rule = table(RULES)
