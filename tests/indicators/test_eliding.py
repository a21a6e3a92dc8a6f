"""What a number states whose noun its clause leaves out: sentences for rules of indicators.eliding, and near misses.

What belongs here: one rule each.  What does not: whole sentences (test_reading_elisions); the notation (conftest,
helpers/rule_tables).
"""

from __future__ import annotations

from rule_tables import Rule, table

RULES = {
    "indicators.eliding._ADMITS": Rule(
        "bare persons after classes that are to be filled are new entrants",
        by=[
            "一年级招生规模为77个教学班、3400人。 | 77个 = classes primary 77 class | 3400人 = new_entrants primary 3400 person",
            "计划招生12个班、540人。 | 12个 = classes _ 12 class target | 540人 = new_entrants _ 540 person target",
            "普通高中招收新生36个班1800人。 | 36个 = classes general_upper_secondary 36 class | 1800人 = new_entrants general_upper_secondary 1800 person",
        ],
        alone=[
            "特殊教育学校3所，27个班，341人。 | 341人 = students special 341 person",
            "普通高中36个班，1800人，今年招生600人。 | 1800人 = students general_upper_secondary 1800 person | 600人 = new_entrants general_upper_secondary 600 person",
        ],
    ),
    "indicators.eliding._ASIDE": Rule(
        "what a bracket adds to a member of a list does not part it from the list",
        by=[
            "每年培训骨干教师800人、校长（含副校长）200人。 | 200人 = teachers_trained _ 200 person",
            "选派交流教师112名、校长（书记）15名。 | 15名 = teachers_rotated _ 15 person",
            "招聘特岗教师120名，免费师范生（含公费）5名。 | 5名 = teachers_recruited _ 5 person",
        ],
        alone=[
            "交流教师112名、校长15名。 | 15名 = teachers_rotated _ 15 person",
            "交流教师112名、家长（志愿者）15名。 | 15名 = other _ 15 person",
        ],
    ),
}

test_right, test_missed_without_its_rule = table(RULES)
