"""What weak words link a number to: sentences for links of linking.yaml, and near misses.

Each rule here is a list of words or a link of edu_pipeline/reference, by the name that stands first: its lines come out
wrong without it, which helpers/taken_out.py shows.

What belongs here: the links of linking.yaml.  What does not: patterns (the tests of their modules); the notation (conftest,
helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, listed

RULES = {
    "teachers of towns who teach in the country": Rule(
        "linking.yaml: links",
        by=[
            "已有863名城镇教师到农村学校任教。 | 863名 = teachers_rotated _ 863 person",
            "每年有120名城区教师到乡村学校任教。 | 120名 = teachers_rotated _ 120 person",
            "全市62名县城教师到薄弱学校任教。 | 62名 = teachers_rotated _ 62 person",
        ],
        alone=[
            "招聘62名教师到农村学校任教。 | 62名 = teachers_recruited _ 62 person",
            "全市有城区教师1200名。 | 1200名 = _ _ 1200 person",
        ],
    ),
    "schools paired in communities": Rule(
        "linking.yaml: links",
        by=[
            "组建城乡教共体108个、结对学校251所。 | 251所 = schools_in_education_groups _ 251 institution",
            "建立教育共同体12个，结对学校36所。 | 36所 = schools_in_education_groups _ 36 institution",
            "城乡学校共同体覆盖面扩大，结对学校64所。 | 64所 = schools_in_education_groups _ 64 institution",
        ],
        alone=[
            "与济南市结对学校24所。 | 24所 = other _ 24 institution",
            "组建教共体108个，新建学校3所。 | 3所 = schools_built _ 3 institution",
        ],
    ),
    "how much of the works is done": Rule(
        "linking.yaml: links",
        by=[
            "计划实施各类项目36个，总投资1.9亿元，完成率不低于95%。 | 95% = project_completion_rate _ 95 % ge target",
            "项目11个，完成投资1.32亿元，完成率41.5%。 | 41.5% = project_completion_rate _ 41.5 %",
            "推进10项工程，完成率达108%。 | 108% = project_completion_rate _ 108 %",
        ],
        alone=[
            "实施培训项目12个，教师培训完成率98%。 | 98% = teacher_training_completion_rate _ 98 %",
            "17周岁人口初级中等教育完成率98.5%。 | 98.5% = other _ 98.5 %",
        ],
    ),
    "schools led by the party": Rule(
        "linking.yaml: links",
        by=[
            "86所中小学建立校长负责制。 | 86所 = schools_party_led _ 86 institution",
            "党组织领导下的校长负责制覆盖学校52所。 | 52所 = schools_party_led _ 52 institution",
            "落实党组织领导的校长负责制，涉及学校64所。 | 64所 = schools_party_led _ 64 institution",
        ],
        alone=[
            "全市有学校86所。 | 86所 = institutions _ 86 institution",
            "落实校长负责制，招聘教师52人。 | 52人 = teachers_recruited _ 52 person",
        ],
    ),
    "schools in groups": Rule(
        "linking.yaml: links",
        by=[
            "实行总校制的学校12所。 | 12所 = schools_in_education_groups _ 12 institution",
            "推行学区化管理，学校64所。 | 64所 = schools_in_education_groups _ 64 institution",
            "86所幼儿园纳入集团管理。 | 86所 = schools_in_education_groups _ 86 institution",
        ],
        alone=[
            "职教集团有学校32所。 | 32所 = _ _ 32 institution",
            "组建教育集团12个。 | 12个 = education_groups _ 12 group",
        ],
    ),
    "schools of a group": Rule(
        "linking.yaml: links",
        by=[
            "12个集团共有中小学86所。 | 86所 = schools_in_education_groups _ 86 institution",
            "教育联盟有小学52所。 | 52所 = schools_in_education_groups _ 52 institution",
            "集团吸收学校24所。 | 24所 = schools_in_education_groups _ 24 institution",
        ],
        alone=[
            "职教集团吸收职业学校24所。 | 24所 = _ _ 24 institution",
            "共有中小学86所。 | 86所 = institutions _ 86 institution",
        ],
    ),
    "money put into works that the paragraph names": Rule(
        "linking.yaml: links",
        by=[
            "实施教育装备提升工程，投入2800万元，更新课桌椅1600套。 | 2800万元 = capital_investment _ 28000000 CNY",
            "启动电教设备更新工程，已投入460万元。 | 460万元 = capital_investment _ 4600000 CNY",
            "农村学校供暖更新工程惠及32所学校。今年再投入750万元。 | 750万元 = capital_investment _ 7500000 CNY",
        ],
        alone=[
            "实施教育装备提升工程，投入奖补资金2800万元。 | 2800万元 = earmarked_education_funds _ 28000000 CNY",
            "县财政投入2800万元支持课后服务。 | 2800万元 = _ _ 28000000 CNY",
            "实施教师素质提升工程，投入培训经费80万元。 | 80万元 = other _ 800000 CNY",
        ],
    ),
    "money taken out to build": Rule(
        "linking.yaml: links",
        by=[
            "县财政拿出4.8亿元在城区新建7所学校。 | 4.8亿元 = capital_investment _ 480000000 CNY",
            "镇里斥资2600万元扩建中心小学。 | 2600万元 = capital_investment _ 26000000 CNY",
            "拿出1200万元迁建两所幼儿园。 | 1200万元 = capital_investment _ 12000000 CNY",
        ],
        alone=[
            "拿出奖补资金1200万元支持新建幼儿园。 | 1200万元 = earmarked_education_funds _ 12000000 CNY",
            "拿出300万元奖励优秀教师。 | 300万元 = other _ 3000000 CNY",
        ],
    ),
    "what a treasury supports": Rule(
        "linking.yaml: links",
        by=[
            "市财政3亿元支持新改扩建100所幼儿园。 | 3亿元 = earmarked_education_funds _ 300000000 CNY | 100所 = schools_built pre_primary 100 institution",
            "中央财政210亿元支持改善普通高中办学条件。 | 210亿元 = earmarked_education_funds _ 21000000000 CNY",
            "县财政1200万元支持发展学前教育。 | 1200万元 = earmarked_education_funds _ 12000000 CNY",
        ],
        alone=[
            "全县财政收入3亿元，支持教育发展。 | 3亿元 = other _ 300000000 CNY",
            "教育支出3亿元，支持教育发展。 | 3亿元 = _ _ 300000000 CNY",
        ],
    ),
    "school points": Rule(
        "linking.yaml: links",
        by=[
            "小学594所（含教学点138个）。 | 138个 = teaching_points primary 138 institution",
            "53个农村教学点平均每班不足9人。 | 53个 = teaching_points _ 53 institution",
            "各类学校398所（含教学点166个），在校生9.8万人。 | 166个 = teaching_points _ 166 institution",
        ],
        alone=[
            "撤并教学点6个。 | 6个 = schools_merged _ 6 institution",
            "撤销小学6所。 | 6所 = schools_merged primary 6 institution",
            "小学594所（含民办12所）。 | 12所 = institutions primary 12 institution",
        ],
    ),
    "floor area": Rule(
        "linking.yaml: links",
        by=[
            "校舍3.2万平方米。 | 3.2万平方米 = floor_area_built _ 32000 m2",
            "完成宿舍楼8600平方米。 | 8600平方米 = floor_area_built _ 8600 m2",
            "实施校安工程，面积3.2万平方米。 | 3.2万平方米 = floor_area_built _ 32000 m2",
        ],
        alone=[
            "校舍建筑面积3.2万平方米。 | 3.2万平方米 = _ _ 32000 m2",
            "闲置校舍3.2万平方米。 | 3.2万平方米 = other _ 32000 m2",
        ],
    ),
    "projects": Rule(
        "linking.yaml: links",
        by=[
            "改造项目36个。 | 36个 = construction_projects _ 36 project",
            "土建类24个。 | 24个 = construction_projects _ 24 project",
            "设备购置类12个。 | 12个 = construction_projects _ 12 project",
        ],
        alone=[
            "科研项目36个。 | 36个 = other _ 36 project",
            "体育项目12个。 | 12个 = other _ 12 project",
        ],
    ),
    "projects of which an investment is told": Rule(
        "linking.yaml: links",
        by=[
            "项目36个，总投资3.2亿元。 | 36个 = construction_projects _ 36 project",
            "项目12个，完成投资8600万元。 | 12个 = construction_projects _ 12 project",
            "项目24个，已开工18个。 | 24个 = construction_projects _ 24 project",
        ],
        alone=[
            "培训项目12个，总投资3.2亿元。 | 12个 = other _ 12 project",
            "项目36个，成效明显。 | 36个 = other _ 36 project",
        ],
    ),
    "what is finished of the projects just spoken of": Rule(
        "linking.yaml: links",
        by=[
            "推进项目建设，完工12个。 | 12个 = construction_projects _ 12 _",
            "实施危房改造，竣工24个。 | 24个 = construction_projects _ 24 _",
            "校安工程进展顺利。在建8个。 | 8个 = construction_projects _ 8 _",
        ],
        alone=[
            "竣工24个。 | 24个 = other _ 24 _",
            "推进项目建设，聘请专家8人。 | 8人 = _ _ 8 person",
        ],
    ),
    "staff of mental health": Rule(
        "linking.yaml: links",
        by=[
            "加强心理健康教育，配备专职教师120名。 | 120名 = mental_health_staff _ 120 person",
            "关注心理健康，专兼职教师达到86名。 | 86名 = mental_health_staff _ 86 person",
            "开展心理辅导，有兼职教师64人。 | 64人 = mental_health_staff _ 64 person",
        ],
        alone=[
            "配备专职教师120名。 | 120名 = _ _ 120 person",
            "加强心理健康教育，新建辅导室36间。 | 36间 = counselling_rooms _ 36 room",
        ],
    ),
    "who is trained, under that topic": Rule(
        "linking.yaml: links",
        by=[
            "抓实教师培训。轮训1200人。 | 1200人 = teachers_trained _ 1200 person",
            "落实全员培训，轮训860人。 | 860人 = teachers_trained _ 860 person",
            "抓实教师培训，送出去研修320人。 | 320人 = teachers_trained _ 320 person",
        ],
        alone=[
            "轮训1200人。 | 1200人 = other _ 1200 person",
            "抓实全员培训，农民受训1200人。 | 1200人 = other _ 1200 person",
        ],
    ),
    "times that teachers were trained, in a paragraph on them": Rule(
        "linking.yaml: links",
        by=[
            "重视教师成长，轮训3200人次。 | 3200人次 = teachers_trained _ 3200 person-time",
            "校长、园长素质提升，参训320人次。 | 320人次 = teachers_trained _ 320 person-time",
            "班主任队伍建设有力。全年参训640人次。 | 640人次 = teachers_trained _ 640 person-time",
        ],
        alone=[
            "轮训3200人次。 | 3200人次 = other _ 3200 person-time",
            "教师、家长参训3200人次。 | 3200人次 = _ _ 3200 person-time",
        ],
    ),
    "teachers by what they became": Rule(
        "linking.yaml: links",
        by=[
            "获评教坛新秀24人。 | 24人 = backbone_teachers _ 24 person",
            "32人获评特级教师。 | 32人 = backbone_teachers _ 32 person",
            "86人入选教学名师。 | 86人 = backbone_teachers _ 86 person",
            "12人晋升正高级教师。 | 12人 = backbone_teachers _ 12 person",
        ],
        alone=[
            "32人获评劳动模范。 | 32人 = other _ 32 person",
            "86人入选国家队。 | 86人 = other _ 86 person",
        ],
    ),
    "classrooms for a hundred pupils": Rule(
        "linking.yaml: links",
        by=[
            "每百名小学生多媒体教室2.8间。 | 2.8间 = multimedia_rooms_per_100_students primary 2.8 room/100_students",
            "每百名初中生有网络多媒体教室2.6间。 | 2.6间 = multimedia_rooms_per_100_students lower_secondary 2.6 room/100_students",
            "每百名中小学生多媒体教室3间。 | 3间 = multimedia_rooms_per_100_students _ 3 room/100_students",
        ],
        alone=[
            "在校高中生2600人。 | 2600人 = students general_upper_secondary 2600 person",
            "每十万人口中具有大学文化程度的12600人。 | 12600人 = other _ 12600 person",
            "现有多媒体教室620间。 | 620间 = other _ 620 room",
        ],
    ),
    "who enters a grade": Rule(
        "linking.yaml: links",
        by=[
            "秋季入学3200人。 | 3200人 = new_entrants _ 3200 person",
            "七年级入学3200人。 | 3200人 = new_entrants lower_secondary 3200 person",
            "高一入学2100人。 | 2100人 = new_entrants general_upper_secondary 2100 person",
        ],
        alone=[
            "完成学籍核查3200人。 | 3200人 = other _ 3200 person",
            "毕业3200人。 | 3200人 = _ _ 3200 person",
            "适龄儿童入学3200人。 | 3200人 = _ _ 3200 person",
        ],
    ),
    "who eats": Rule(
        "linking.yaml: links",
        by=[
            "实施营养改善计划，惠及1.2万人。 | 1.2万人 = nutrition_beneficiaries _ 12000 person",
            "落实营养膳食补助，享受人数1.2万人。 | 1.2万人 = nutrition_beneficiaries _ 12000 person",
            "营养午餐全覆盖。受益6200人。 | 6200人 = nutrition_beneficiaries _ 6200 person",
            "营养改善计划扎实推进。农村儿童8600人受益。 | 8600人 = nutrition_beneficiaries _ 8600 person",
        ],
        alone=[
            "实施营养改善计划，聘用教师32人。 | 32人 = teachers_recruited _ 32 person",
            "实施营养改善计划，复学学生32人。 | 32人 = other _ 32 person",
        ],
    ),
    "pupils that are helped": Rule(
        "linking.yaml: links",
        by=[
            "补助贫困寄宿生3200人。 | 3200人 = student_aid_recipients _ 3200 person",
            "生活补助发给寄宿生3200人。 | 3200人 = student_aid_recipients _ 3200 person",
            "补助困难寄宿生860人。 | 860人 = student_aid_recipients _ 860 person",
        ],
        alone=[
            "现有在校生3200人。 | 3200人 = students _ 3200 person",
            "补助教师320人。 | 320人 = other _ 320 person",
        ],
    ),
    "who is helped": Rule(
        "linking.yaml: links",
        by=[
            "受助3200人次。 | 3200人次 = student_aid_recipients _ 3200 person-time",
            "应受助3200人全部落实。 | 3200人 = student_aid_recipients _ 3200 person",
            "3200人受助。 | 3200人 = student_aid_recipients _ 3200 person",
        ],
        alone=[
            "全年资助教师32人。 | 32人 = other _ 32 person",
            "全年表彰32人。 | 32人 = other _ 32 person",
        ],
    ),
    "who is new": Rule(
        "linking.yaml: links",
        by=[
            "新生3200人报到。 | 3200人 = new_entrants _ 3200 person",
            "迎来新生3200人。 | 3200人 = new_entrants _ 3200 person",
            "完成学籍注册3200人。 | 3200人 = new_entrants _ 3200 person",
        ],
        alone=[
            "完成学籍核查3200人。 | 3200人 = other _ 3200 person",
            "毕业3200人。 | 3200人 = _ _ 3200 person",
        ],
    ),
    "who is admitted": Rule(
        "linking.yaml: links",
        by=[
            "中职学校录取3200人。 | 3200人 = new_entrants vocational_upper_secondary 3200 person",
            "高职录取2100人。 | 2100人 = new_entrants tertiary_vocational 2100 person",
            "录取人数3200人。 | 3200人 = new_entrants _ 3200 person",
        ],
        alone=[
            "本科录取3200人。 | 3200人 = bachelor_line_students _ 3200 person",
            "录取士兵3200人。 | 3200人 = other _ 3200 person",
        ],
    ),
    "who takes part in study tours": Rule(
        "linking.yaml: links",
        by=[
            "受教育人数3200人。 | 3200人 = training_sessions _ 3200 person",
            "组织研学实践3200人次。 | 3200人次 = training_sessions _ 3200 person-time",
            "研学实践参加学生3200人。 | 3200人 = training_sessions _ 3200 person",
        ],
        alone=[
            "参与群众3.2万人次。 | 3.2万人次 = other _ 32000 person-time",
            "表彰师生320人。 | 320人 = other _ 320 person",
        ],
    ),
    "pupils with special needs": Rule(
        "linking.yaml: links",
        by=[
            "随班就读320人。 | 320人 = students special 320 person",
            "送教上门86人。 | 86人 = students special 86 person",
            "残疾儿童少年在普通学校随班就读的260人。 | 260人 = students special 260 person",
        ],
        alone=[
            "送教上门教师86人。 | 86人 = _ _ 86 person",
            "留守儿童320人。 | 320人 = left_behind_children _ 320 person",
        ],
    ),
    "who goes to school somewhere": Rule(
        "linking.yaml: links",
        by=[
            "在普通学校就读的320人。 | 320人 = students _ 320 person",
            "在乡镇学校就读3200人。 | 3200人 = students _ 3200 person",
            "在县城学校就读的4200人。 | 4200人 = students _ 4200 person",
        ],
        alone=[
            "受资助学校就读320人。 | 320人 = _ _ 320 person",
            "在培训机构就读的320人。 | 320人 = _ _ 320 person",
        ],
    ),
    "who can be taken in": Rule(
        "linking.yaml: links",
        by=[
            "可容纳学生3200人。 | 3200人 = students _ 3200 person",
            "容纳幼儿360名。 | 360名 = students pre_primary 360 person",
            "每年可容纳幼儿270名。 | 270名 = students pre_primary 270 person",
            "新园容纳幼儿540人。 | 540人 = students pre_primary 540 person",
        ],
        alone=[
            "可同时容纳学生3200人就餐。 | 3200人 = other _ 3200 person",
            "容纳观众3200人。 | 3200人 = other _ 3200 person",
        ],
    ),
    "all pupils of a place": Rule(
        "linking.yaml: links",
        by=[
            "全市3.2万名中小学生。 | 3.2万名 = students k12 32000 person",
            "现有大学生1.2万人。 | 1.2万人 = students tertiary 12000 person",
            "共有8600名幼儿享有优质教育。 | 8600名 = students pre_primary 8600 person",
        ],
        alone=[
            "全市辍学学生32人。 | 32人 = _ _ 32 person",
            "全县资助学生3200人。 | 3200人 = student_aid_recipients _ 3200 person",
        ],
    ),
    "teachers for a hundred pupils": Rule(
        "linking.yaml: links",
        by=[
            "每百名学生拥有骨干教师小学1.1人；体育、艺术专任教师小学0.88人。 | 0.88人 = teachers_per_100_students primary 0.88 person/100_students",
            "体育和艺术专任教师，每百名学生在小学均不少于0.9人。 | 0.9人 = teachers_per_100_students primary 0.9 person/100_students ge target",
            "每百名学生拥有骨干教师1.1人，体育、艺术专任教师数初中0.93人。 | 0.93人 = teachers_per_100_students lower_secondary 0.93 person/100_students",
        ],
        alone=[
            "全市现有体育、艺术专任教师620人。 | 620人 = _ _ 620 person",
            "每百名学生拥有图书3200册。 | 3200册 = other _ 3200 _",
        ],
    ),
    "small schools that are merged, told behind them": Rule(
        "linking.yaml: links",
        by=[
            "完成15所小规模学校撤并。 | 15所 = schools_merged _ 15 institution",
            "稳妥推进26所村小撤并。 | 26所 = schools_merged primary 26 institution",
            "对12所麻雀学校进行撤并。 | 12所 = schools_merged _ 12 institution",
        ],
        alone=[
            "保留小规模学校15所。 | 15所 = _ _ 15 institution",
            "对26所村小进行改造。 | 26所 = _ primary 26 institution",
        ],
    ),
    "places that are shared out": Rule(
        "linking.yaml: links",
        by=[
            "普通高中分配生名额占招生计划的60%。 | 60% = quota_allocation_share general_upper_secondary 60 %",
            "优质高中指标生计划占招生总计划的55%。 | 55% = quota_allocation_share general_upper_secondary 55 %",
            "指标到校名额占统招计划的70%。 | 70% = quota_allocation_share _ 70 %",
        ],
        alone=[
            "特长生占招生计划的5%。 | 5% = other _ 5 %",
            "完成招生计划的96%。 | 96% = other _ 96 %",
        ],
    ),
    "loans that were dealt with": Rule(
        "linking.yaml: links",
        by=[
            "开展生源地信用助学贷款。今年共办理贷款5638笔。 | 5638笔 = student_loan_recipients _ 5638 _",
            "落实国家助学贷款政策，受理贷款1200笔。 | 1200笔 = student_loan_recipients _ 1200 _",
            "助学贷款应贷尽贷。共办理860笔。 | 860笔 = student_loan_recipients _ 860 _",
        ],
        alone=[
            "向银行申请贷款3笔用于学校建设。 | 3笔 = other _ 3 item",
            "受理家长来电860次。 | 860次 = _ _ 860 _",
        ],
    ),
    "canteens that were built for meals": Rule(
        "linking.yaml: links",
        by=[
            "实施营养改善计划。全县先后投入7620万元，新建、改建学校食堂94个。 | 7620万元 = capital_investment _ 76200000 CNY",
            "营养餐全覆盖。投入2600万元新建食堂36个。 | 2600万元 = capital_investment _ 26000000 CNY",
            "实施营养改善计划，投资860万元扩建食堂12个。 | 860万元 = capital_investment _ 8600000 CNY",
        ],
        alone=[
            "实施营养改善计划，投入7620万元，惠及学生8.2万人。 | 7620万元 = nutrition_fund _ 76200000 CNY",
            "实施营养改善计划以来，累计投入资金1.86亿元，新建食堂143个。 | 1.86亿元 = nutrition_fund _ 186000000 CNY",
        ],
    ),
    "money for school buildings": Rule(
        "linking.yaml: links",
        by=[
            "薄弱环节改善与能力提升项目，自治区下达我区补助资金1986万元。 | 1986万元 = earmarked_education_funds _ 19860000 CNY",
            "建立校舍维修长效机制，下达补助资金620万元。 | 620万元 = earmarked_education_funds _ 6200000 CNY",
            "改善办学条件，争取补助资金3200万元。 | 3200万元 = earmarked_education_funds _ 32000000 CNY",
        ],
        alone=[
            "寄宿生生活补助资金860万元。 | 860万元 = student_aid_amount _ 8600000 CNY",
            "发放家庭困难学生补助资金320万元。 | 320万元 = student_aid_amount _ 3200000 CNY",
        ],
    ),
}


test_words = listed(RULES)
