"""Numbers of a norm: sentences for rules of indicators.norms, and near misses.

What belongs here: standards that stand before a number, in a bracket or behind it.  What does not: what is hoped for
(test_targets), values that are held against a norm (test_comparing); the notation (conftest, helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.norms._IN_STANDARD": Rule(
        "a bracket that opens with the standard holds norms",
        by=[
            "教师学历合格率99.8%（省定标准：小学98%，初中97%）。 | 98% = other primary 98 % target | 97% = other lower_secondary 97 % target",
            "普惠性幼儿园覆盖率88%（国家要求80%）。 | 80% = inclusive_kindergarten_coverage _ 80 % target",
            "公办园占比56%(规定为城区50%)。 | 50% = _ _ 50 % target",
        ],
        alone=[
            "普惠性幼儿园覆盖率88%（其中城区92%）。 | 92% = inclusive_kindergarten_coverage _ 92 %",
            "新建学校22所（标准化学校12所）。 | 12所 = _ _ 12 institution",
        ],
    ),
    "indicators.norms._NORM_BEFORE": Rule(
        "the number in brackets right after a norm is the norm",
        by=[
            "初中辍学率仍高于自治区控制线（2.5%）0.43个百分点。 | 2.5% = other lower_secondary 2.5 % target",
            "公办园占比高于国家标准(50%)6个百分点。 | 50% = public_kindergarten_enrolment_share _ 50 % target | 6 = public_kindergarten_enrolment_share _ 6 pp gap",
            "生均校舍面积低于规定（7.5平方米）。 | 7.5 = other _ 7.5 m2/person target",
        ],
        alone=[
            "普惠性幼儿园覆盖率(85%)高于全省。 | 85% = inclusive_kindergarten_coverage _ 85 %",
            "毛入园率高于全省平均水平（93.2%）2个百分点。 | 93.2% = gross_enrolment_ratio _ 93.2 % | 2 = gross_enrolment_ratio _ 2 pp gap",
        ],
    ),
    "indicators.norms._STANDARD_IS": Rule(
        "a number right behind the standard is the norm, unless it counts those who meet it",
        by=[
            "每百名学生拥有高于规定学历教师数：小学6.31人，高于城市标准4.2人。 | 6.31人 = teachers_per_100_students primary 6.31 person/100_students | 4.2人 = _ primary 4.2 _ target",
            "小学师生比1∶15.9，优于城市标准1∶19。 | 1∶15.9 = student_teacher_ratio primary 15.9 student/teacher | 1∶19 = student_teacher_ratio primary 19 student/teacher target",
            "小学生均体育场馆面积8.1平方米，国家标准7.5平方米。 | 8.1 = sports_area_per_student primary 8.1 m2/person | 7.5 = sports_area_per_student primary 7.5 m2/person target",
        ],
        alone=[
            "毛入园率高于国家标准3.2个百分点。 | 3.2 = gross_enrolment_ratio _ 3.2 pp gap",
            "全市办学条件达到省定标准286所。 | 286所 = _ _ 286 institution",
            "补助标准每生每年1250元。 | 1250元 = per_student_expenditure _ 1250 CNY/person",
        ],
    ),
    "indicators.norms._MEET_STANDARD": Rule(
        "schools and persons that meet a standard are counted",
        by=[
            "全市办学条件达到省定标准286所。 | 286所 = _ _ 286 institution",
            "符合国家学生体质健康标准12000人。 | 12000人 = _ _ 12000 person",
            "大班额全部化解，达标准312个班。 | 312个 = _ _ 312 _",
        ],
        alone=[
            "每百名学生拥有高于规定学历教师数：小学6.31人（标准4.2人）。 | 4.2人 = _ primary 4.2 _ target",
            "巩固率达到国家标准95%。 | 95% = retention_rate _ 95 % target",
        ],
    ),
    "indicators.norms._BY_STANDARD": Rule(
        "a sentence that opens with a standard gives its ratios as norms",
        by=[
            "按照城乡统一标准，小学教职工与学生比为1:19，初中为1:13.5。 | 1:19 = student_teacher_ratio primary 19 student/teacher target | 1:13.5 = student_teacher_ratio lower_secondary 13.5 student/teacher target",
            "依据国家规定标准：小学师生比1∶19。 | 1∶19 = student_teacher_ratio primary 19 student/teacher target",
            "根据中央编制标准，小学师生比为1∶19。 | 1∶19 = student_teacher_ratio primary 19 student/teacher target",
        ],
        alone=[
            "按照标准核定编制后，小学师生比为1∶16.2。 | 1∶16.2 = student_teacher_ratio primary 16.2 student/teacher",
            "小学师生比为1∶16.2，优于标准。 | 1∶16.2 = student_teacher_ratio primary 16.2 student/teacher",
        ],
    ),
    "indicators.norms._MEETS": Rule(
        "how many meet a norm is not the norm",
        by=[
            "达到省定标准的128所。 | 128所 = other all 128 institution",
            "全县通过省级标准的36所。 | 36所 = other all 36 institution",
            "班额达到标准的320个。 | 320个 = other all 320 class",
            "高于国家标准的学校92所，高于省定标准的57所。 | 57所 = institutions all 57 institution",
        ],
        alone=[
            "标准的45人。 | 45人 = other all 45 person target",
            "按照规定的45人编班。 | 45人 = other all 45 person target",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
