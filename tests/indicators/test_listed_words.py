"""Words of columns, papers, times and places that rules ask for: sentences for lists of reference/, and near misses.

Each rule here is a list of words or a link of edu_pipeline/reference, by the name that stands first: its lines come out
wrong without it, which helpers/taken_out.py shows.

What belongs here: classifiers.yaml, outlook.yaml, times.yaml and place_names.yaml, in documents; ¦ stands between the cells of a row.  What does not: patterns (the tests of their modules); the notation (conftest,
helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, listed

RULES = {
    "verbs between 至少 and its number": Rule(
        "classifiers.yaml:comparators.verbs",
        by=[
            "每县（市、区）至少组建5个义务教育集团。 | 5个 = education_groups _ 5 group ge",
            "全市至少引进教师60名。 | 60名 = teachers_recruited _ 60 person ge",
            "每年至少轮训校长200人次。 | 200人次 = teachers_trained _ 200 person-time ge",
        ],
        alone=[
            "全市引进教师60名。 | 60名 = teachers_recruited _ 60 person",
            "至少在城区，组建教育集团5个。 | 5个 = education_groups _ 5 group",
        ],
    ),
    "what 将 announces": Rule(
        "outlook.yaml:will",
        by=[
            "全市将遴选骨干教师120名。 | 120名 = backbone_teachers _ 120 person target",
            "我县将选派支教教师60名。 | 60名 = teachers_rotated _ 60 person target",
            "全区将组建教育集团5个。 | 5个 = education_groups _ 5 group target",
        ],
        alone=[
            "全市遴选骨干教师120名。 | 120名 = backbone_teachers _ 120 person",
            "将近120名骨干教师。 | 120名 = backbone_teachers _ 120 person approx",
        ],
    ),
    "rooms": Rule(
        "classifiers.yaml:nouns.room",
        by=[
            "建成功能室36个。 | 36个 = other _ 36 room",
            "新增图书室12个。 | 12个 = other _ 12 room",
            "设考场86个。 | 86个 = other _ 86 room",
        ],
        alone=[
            "建成食堂36个。 | 36个 = other _ 36 item",
            "设立班级12个。 | 12个 = _ _ 12 class",
        ],
    ),
    "more than": Rule(
        "classifiers.yaml:comparators.after.gt",
        by=[
            "农村学生占一半多。 | 一半 = other _ 50 % gt",
            "半数多的毕业生升入普通高中。 | 半数 = other _ 50 % gt",
            "寄宿生占三分之一多。 | 三分之一 = _ _ 33.333333 % gt",
        ],
        alone=[
            "招聘教师320名。 | 320名 = teachers_recruited _ 320 person",
            "农村学生占一半。 | 一半 = other _ 50 %",
            "招聘教师320余名。 | 320余名 = teachers_recruited _ 320 person gt",
        ],
    ),
    "a column of institutions": Rule(
        "classifiers.yaml:columns.institution",
        by=[
            "2024年教育情况（单位：人、所）/县区¦少儿机构¦教师/甘州区¦152¦2400/高台县¦112¦620 | 152 = _ _ 152 institution",
            "2024年教育情况（单位：人、所）/县区¦托育机构¦教师/甘州区¦152¦2400/高台县¦112¦620 | 152 = _ _ 152 institution",
            "2024年教育情况（单位：人、所）/县区¦办学机构¦教师/甘州区¦152¦2400/高台县¦112¦620 | 152 = _ _ 152 institution",
        ],
        alone=[
            "2024年教育情况（单位：人、所）/县区¦学校¦教师/甘州区¦152¦2400/高台县¦112¦620 | 152 = institutions _ 152 institution",
            "2024年教育情况（单位：人、所）/县区¦志愿者¦教师/甘州区¦152¦2400/高台县¦112¦620 | 152 = _ _ 152 person",
        ],
    ),
    "a column of classes beside one of schools": Rule(
        "classifiers.yaml:columns.class",
        by=[
            "2024年教育情况（单位：所、人）/类别¦学校数¦班数¦在校生数/小学¦52¦620¦24000/初中¦12¦140¦6200 | 620 = classes primary 620 class",
            "2024年教育情况（单位：人、所）/类别¦校数¦班数¦教师/幼儿园¦52¦320¦640/小学¦42¦620¦1800 | 320 = classes pre_primary 320 class",
            "2024年教育情况（单位：所、人）/类别¦校数¦班数¦招生数/普通高中¦6¦274¦4218/特殊教育学校¦1¦14¦23 | 14 = classes special 14 class",
        ],
        alone=[
            "2024年教育情况（单位：所、人）/类别¦学校数¦在校生数/小学¦52¦24000/初中¦12¦6200 | 52 = institutions primary 52 institution",
            "2024年教育情况（单位：人、所）/类别¦学校数¦教师/幼儿园¦52¦640/小学¦42¦1800 | 640 = full_time_teachers pre_primary 640 person",
        ],
    ),
    "a column of projects and groups": Rule(
        "classifiers.yaml:columns.weak",
        by=[
            "2024年教育情况（单位：万元、人）/县区¦资金¦开工数/甘州区¦5200¦12/高台县¦1800¦5 | 12 = _ _ 12 _",
            "2024年教育情况（单位：人、所）/县区¦在校生¦项目/甘州区¦5200¦142/高台县¦1800¦58 | 142 = _ _ 142 item",
            "2024年教育情况（单位：万元、人）/县区¦资金¦竣工数/甘州区¦5200¦12/高台县¦1800¦5 | 12 = _ _ 12 _",
            "2024年教育情况（单位：万元、人）/县区¦资金¦县数/甘州区¦5200¦12/高台县¦1800¦5 | 12 = _ _ 12 _",
        ],
        alone=[
            "2024年教育情况（单位：万元、人）/县区¦资金¦教师/甘州区¦5200¦12/高台县¦1800¦5 | 12 = full_time_teachers _ 12 person",
            "2024年教育情况（单位：人、所）/县区¦在校生¦学校/甘州区¦5200¦142/高台县¦1800¦58 | 142 = institutions _ 142 institution",
        ],
    ),
    "a heading that ends so tells what is": Rule(
        "outlook.yaml:tells_last",
        by=[
            "一、基础/新建学校2所。 | 2所 = schools_built _ 2 institution",
            "一、教育资源情况/新建学校2所。 | 2所 = schools_built _ 2 institution",
            "二、学校建设基础/新建学校2所。 | 2所 = schools_built _ 2 institution",
        ],
        alone=[
            "二、基础工程/新建学校2所。 | 2所 = schools_built _ 2 institution target",
            "二、基础教育/新建学校2所。 | 2所 = schools_built _ 2 institution target",
            "三、夯实发展基础/新建学校2所。 | 2所 = schools_built _ 2 institution target",
        ],
        paper={"title": "张掖市“十四五”教育发展规划", "dated": "2021-09-28"},
    ),
    "a heading that ends so says what shall be": Rule(
        "outlook.yaml:foresees_last",
        by=[
            "三、2025年思路/新建学校2所。 | 2所 = schools_built _ 2 institution target",
            "三、招生工作安排/招生320人。 | 320人 = new_entrants _ 320 person target",
            "二、学校建设目标/新建学校2所。 | 2所 = schools_built _ 2 institution target",
            "三、教师补充思路/招聘教师32人。 | 32人 = teachers_recruited _ 32 person target",
        ],
        alone=[
            "二、安排落实情况/新建学校2所。 | 2所 = schools_built _ 2 institution",
            "二、目标完成情况/新建学校2所。 | 2所 = schools_built _ 2 institution",
            "二、思路举措和成效/新建学校2所。 | 2所 = schools_built _ 2 institution",
        ],
        paper={"title": "张掖市教育工作情况"},
    ),
    "a paper on what became of a plan tells of the plan's years": Rule(
        "times.yaml:papers.on_a_plan",
        by=[
            "招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2021-01-01..D",
            "五年来新建学校14所。 | 14所 = schools_built _ 14 institution 2021-01-01..D",
            "投入资金3.2亿元。 | 3.2亿元 = _ _ 320000000 CNY 2021-01-01..D",
        ],
        alone=[
            "目前在校生3.2万人。 | 3.2万人 = students _ 32000 person D",
            "2023年招聘教师120名。 | 120名 = teachers_recruited _ 120 person 2023",
        ],
        paper={"title": "张掖市教育“十四五”规划实施情况新闻发布会"},
    ),
    "words that hold a modal and intend nothing": Rule(
        "outlook.yaml:modals_not",
        by=[
            "2025年，要求各校招聘教师320人。 | 320人 = _ _ 320 person",
            "今年，将近招聘教师320人。 | 320人 = _ _ 320 person",
            "今年，全市计划外招聘教师320人。 | 320人 = _ _ 320 person",
        ],
        alone=[
            "2025年，我市将招聘教师320人。 | 320人 = teachers_recruited _ 320 person target 2025",
            "今年，我市要招聘教师320人。 | 320人 = teachers_recruited _ 320 person target 2025",
        ],
        paper={"title": "张掖市教育工作情况", "dated": "2025-02-10"},
    ),
    "同比 and 环比 are no part of a label": Rule(
        "times.yaml:comparison",
        by=[
            "非遗工坊同比增加12个。 | 12个 = _ _ 12 _ change label:非遗工坊",
            "小学在校生环比减少320人。 | 320人 = students primary -320 person change label:在校生",
            "寄宿床位配备率环比下降3个百分点。 | 3个百分点 = _ _ -3 pp change label:寄宿床位配备率",
        ],
        alone=[
            "招生1.74万人，同比下降9.6%。 | 9.6% = new_entrants _ -9.6 % growth label:招生",
            "招生1.74万人，比上年下降9.6%。 | 9.6% = new_entrants _ -9.6 % growth label:招生",
        ],
    ),
    "what is had is of the day, though something was done before": Rule(
        "times.yaml:accounting.held",
        by=[
            "采购设备后，配备校车12辆。 | 12辆 = other _ 12 _ D",
            "投入使用后拥有电脑320台。 | 320台 = other _ 320 _ D",
            "改造教室，现有录播设备12套。 | 12套 = other _ 12 _ D",
        ],
        alone=[
            "评比后采购校车12辆。 | 12辆 = other _ 12 _ ..D",
            "培训后补充设备12套。 | 12套 = other _ 12 _ ..D",
        ],
        paper={"title": "张掖市教育工作情况"},
    ),
    "a league's own names for itself": Rule(
        "place_names.yaml:here.盟",
        by=[
            "突泉县在校生3200人，全盟1.2万人。 | 1.2万人 = students _ 12000 person @兴安盟",
            "突泉县在校生3200人，我盟1.2万人。 | 1.2万人 = students _ 12000 person @兴安盟",
            "突泉县新建学校2所，全盟新建12所。 | 12所 = _ _ 12 institution @兴安盟",
        ],
        alone=[
            "突泉县在校生3200人。 | 3200人 = students _ 3200 person @突泉县",
            "突泉县新建学校2所。 | 2所 = schools_built _ 2 institution @突泉县",
        ],
        paper={"title": "兴安盟教育工作情况"},
    ),
    "a prefecture's own names for itself": Rule(
        "place_names.yaml:here.地区",
        by=[
            "和田县在校生3200人，全地区1.2万人。 | 1.2万人 = students _ 12000 person @和田地区",
            "于田县新建学校2所，我地区新建12所。 | 12所 = _ _ 12 institution @和田地区",
            "和田县毛入园率96%，全地区为95%。 | 95% = gross_enrolment_ratio _ 95 % @和田地区",
        ],
        alone=[
            "和田县在校生3200人。 | 3200人 = students _ 3200 person @和田县",
            "于田县新建学校2所。 | 2所 = schools_built _ 2 institution @于田县",
        ],
        paper={"title": "和田地区教育工作情况"},
    ),
    "common words make no zone": Rule(
        "place_names.yaml:zone_common",
        by=[
            "城东新区新建学校2所。 | 2所 = schools_built _ 2 institution @张掖市",
            "国家级新区有学校12所。 | 12所 = _ _ 12 institution @张掖市",
            "县域示范区建成学校12所。 | 12所 = _ _ 12 institution @张掖市",
        ],
        alone=[
            "张掖经开区有学校12所。 | 12所 = _ _ 12 institution @张掖经开区",
            "兰州新区有学校12所。 | 12所 = _ _ 12 institution @兰州新区",
        ],
    ),
    "zones that stand for themselves": Rule(
        "place_names.yaml:zones",
        by=[
            "加格达奇区在校生3.2万人。 | 3.2万人 = students _ 32000 person @加格达奇区",
            "毕节百里杜鹃管理区新建学校2所。 | 2所 = schools_built _ 2 institution @毕节百里杜鹃管理区",
            "横琴粤澳深度合作区新建学校2所。 | 2所 = schools_built _ 2 institution @横琴粤澳深度合作区",
            "郑州航空港经济综合实验区有学校12所。 | 12所 = institutions _ 12 institution @郑州航空港经济综合实验区",
        ],
        alone=[
            "张掖经开区有学校12所。 | 12所 = _ _ 12 institution @张掖经开区",
            "城东新区新建学校2所。 | 2所 = schools_built _ 2 institution @张掖市",
        ],
    ),
    "names without the peoples": Rule(
        "place_names.yaml:peoples",
        by=[
            "肃南县新建学校2所。 | 2所 = schools_built _ 2 institution @肃南裕固族自治县",
            "肃南在校生3200人。 | 3200人 = students _ 3200 person @肃南裕固族自治县",
            "临夏州在校生3200人。 | 3200人 = students _ 3200 person @临夏回族自治州",
        ],
        alone=[
            "临泽在校生3200人。 | 3200人 = students _ 3200 person @临泽县",
            "甘州区在校生3200人。 | 3200人 = students _ 3200 person @甘州区",
        ],
    ),
    "usual short forms of places, that no rule derives": Rule(
        "place_names.yaml:short",
        by=[
            "宁夏在校生3200人。 | 3200人 = students _ 3200 person @宁夏回族自治区",
            "前郭县在校生3200人。 | 3200人 = students _ 3200 person @前郭尔罗斯蒙古族自治县",
            "前郭在校生3200人。 | 3200人 = students _ 3200 person @前郭尔罗斯蒙古族自治县",
            "喀左县在校生3200人。 | 3200人 = students _ 3200 person @喀喇沁左翼蒙古族自治县",
            "喀左在校生3200人。 | 3200人 = students _ 3200 person @喀喇沁左翼蒙古族自治县",
            "莫旗在校生3200人。 | 3200人 = students _ 3200 person @莫力达瓦达斡尔族自治旗",
            "达茂旗在校生3200人。 | 3200人 = students _ 3200 person @达尔罕茂明安联合旗",
            "科左中旗在校生3200人。 | 3200人 = students _ 3200 person @科尔沁左翼中旗",
            "科左后旗在校生3200人。 | 3200人 = students _ 3200 person @科尔沁左翼后旗",
            "鄂伦春旗在校生3200人。 | 3200人 = students _ 3200 person @鄂伦春自治旗",
            "鄂温克旗在校生3200人。 | 3200人 = students _ 3200 person @鄂温克族自治旗",
            "陈旗在校生3200人。 | 3200人 = students _ 3200 person @陈巴尔虎旗",
            "新左旗在校生3200人。 | 3200人 = students _ 3200 person @新巴尔虎左旗",
            "新右旗在校生3200人。 | 3200人 = students _ 3200 person @新巴尔虎右旗",
            "察右前旗在校生3200人。 | 3200人 = students _ 3200 person @察哈尔右翼前旗",
            "察右中旗在校生3200人。 | 3200人 = students _ 3200 person @察哈尔右翼中旗",
            "察右后旗在校生3200人。 | 3200人 = students _ 3200 person @察哈尔右翼后旗",
            "科右前旗在校生3200人。 | 3200人 = students _ 3200 person @科尔沁右翼前旗",
            "科右中旗在校生3200人。 | 3200人 = students _ 3200 person @科尔沁右翼中旗",
            "东乌旗在校生3200人。 | 3200人 = students _ 3200 person @东乌珠穆沁旗",
            "西乌旗在校生3200人。 | 3200人 = students _ 3200 person @西乌珠穆沁旗",
            "阿左旗在校生3200人。 | 3200人 = students _ 3200 person @阿拉善左旗",
            "阿右旗在校生3200人。 | 3200人 = students _ 3200 person @阿拉善右旗",
            "新疆巴州在校生3200人。 | 3200人 = students _ 3200 person @巴音郭楞蒙古自治州",
            "新疆博州在校生3200人。 | 3200人 = students _ 3200 person @博尔塔拉蒙古自治州",
            "新疆克州在校生3200人。 | 3200人 = students _ 3200 person @克孜勒苏柯尔克孜自治州",
            "杜蒙县在校生3200人。 | 3200人 = students _ 3200 person @杜尔伯特蒙古族自治县",
            "杜蒙在校生3200人。 | 3200人 = students _ 3200 person @杜尔伯特蒙古族自治县",
        ],
        alone=[
            "阳光照进学校，在校生3200人。 | 3200人 = students _ 3200 person @全国",
            "全国在校生3200万人。 | 3200万人 = students _ 32000000 person @全国",
        ],
        paper={"title": "全国民族地区教育情况"},
    ),
}


test_words = listed(RULES)
