"""What is said of whole documents of our own, behind the real reading, and what must not be said of them."""

from typing import Any

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import audits, contracts, findings, relations
from edu_pipeline.tables import TABLES

HEAD = "临泽县2023年教育工作总结\n2024年1月10日\n\n"
LONG = "全县各级各类学校深入推进教育教学改革，着力提升办学水平，各项工作取得了新的成绩。"


def found(text: str) -> list[dict[str, Any]]:
    rows = extract_document((HEAD + text + "\n").encode(), "a.txt")
    made = {name: TABLES[name].from_rows(part) for name, part in rows.items()}
    sound, quarantine = contracts.split(made["observations_read"])
    audited = audits.audit(made["quantities"], sound, made["articles"], made["documents"])
    related = relations.relate(sound, made["articles"])
    read = (made["documents"], made["articles"], made["quantities"])
    return list(findings.find(*read, sound, quarantine, audited, related).to_pylist())


NOT_SAID = [
    ("breaks_off", f"八、教育\n{LONG}\n九、卫生", "heading with nothing below it"),
    ("attachments end a document", "breaks_off", f"{LONG}\n\n附件：1.2023年各县（市、区）教育经费执行情况表\n2.指标说明"),
    ("so do credits", "breaks_off", f"{LONG}\n审核：张　　制表：李　　打印时间 2024-1-9 09:32"),
    ("and those it is sent to", "breaks_off", f"{LONG}\n发送：各初中、中心校，局机关各科室，各直属单位，局领导，存档        （印120份）"),
    ("what is left out on purpose", "breaks_off", f"八、教育\n{LONG}\n九、卫生（略）"),
    ("works that are referred to", "breaks_off", f"{LONG}\n参考资料\n[1] 甘州区志·教育卷．地方志编纂委员会，2000年\n[2] 高台师范学校新校区奠基仪式．张掖日报，2011-11-26"),
    ("what readers are asked", "breaks_off", f"{LONG}\n咨询渠道：市教育局基教科 0936-8213345\n您对本解读是否满意？ 非常满意（21） 满意（3） 不满意（0）"),
    ("items need no mark", "breaks_off", f"{LONG}\n◆ 学校建设 已竣工 21 个项目，完成投资 9,200 万元，新增学位 3,400 个，仍在推进\n◆ 教师 县管校聘交流 268 人次，占比 12.4%，教师收入与公务员之比达到规定要求，持续巩固"),
    ("a year behind a number", "missing_section", f"1．{LONG}\n2．2018年以来，县财政新增教育投入4.2亿元。\n3．{LONG}"),
    ("第五节 of a third chapter", "missing_section", f"第三章 主要任务\n第四节 队伍建设\n{LONG}\n第五节 保障措施\n{LONG}"),
    ("a doubling is relative", "percent_of_rate", "集团化办学覆盖率从2020年的36.5%提升至71.3%，翻了近一番。"),
    ("between two growth rates", "points_for_percent", "教育经费16.3亿元，增长9.8%，财政经常性收入增长7.1%，前者高2.7个百分点。"),
    ("an amount for a day", "soft_bound", "经费标准年生均达5,020元；营养改善计划每生每天5元、年投入1.9亿元。"),
    ("what a county can hold", "soft_bound", "全县在校学生7.8万人，幼儿园61所，新建校舍3200平方米，教育经费12.6亿元。"),
    ("what the country holds", "soft_bound", "2023年全国共有幼儿园27.44万所。"),
    ("thresholds are no amounts", "arithmetic_inconsistent", "小学班级1206个，其中56人以上大班38个，占3.15%。"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "check", "text"), NOT_SAID)
def test_what_is_not_said(why: str, check: str, text: str) -> None:
    assert [row["message"] for row in found(text) if row["check"] == check] == [], why


SAID = [
    ("breaks_off", f"{LONG}\n\n二、持续强化教师队伍建设，不断完善管理机制，稳步推进教师交流轮岗工作，着力", "ask the source"),
    ("missing_section", f"1．{LONG}\n2．2018年以来，县财政新增教育投入4.2亿元。\n4．{LONG}", "Number 4 follows number 2"),
    ("percent_of_rate", "学生总体近视率下降0.9%。", "relative, or percentage points"),
    ("points_for_percent", "校园安全事故同比下降48.72个百分点。", "a percentage must be meant"),
    ("over_100_doubtful", "九年义务教育巩固率101.4%。", "pupils from elsewhere are counted"),
    ("over_100_doubtful", "全市校舍建设项目开工率104.9%。", "more was done than planned"),
    ("over_100_doubtful", "教师培训完成率114%。", "more was done than planned"),
    ("soft_bound", "全县在校学生1.9亿人。", "at level all in a county (0 to 4000000)"),
    ("soft_bound", "全县幼儿园61000所。", "in a county (0 to 8750)"),
    ("soft_bound", "全县小学在校生1200万人。", "in a county (0 to 4000000)"),
    ("soft_bound", "全年新建校舍3.2平方米。", "is outside what is usual for Floor area built"),
    ("quarantined", "全市校舍建设项目开工率1049%。", "hard bounds 0 to 300 (a plan may be exceeded"),
    ("quarantined", "普惠性幼儿园覆盖率达到140.5%。", "was set aside and is in no fact"),
    ("arithmetic_inconsistent", "全县有小学43所、初中12所、高中3所、幼儿园61所,合计129所。", "the 4 parts give 119所"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "text", "words"), SAID)
def test_what_is_said(check: str, text: str, words: str) -> None:
    rows = [row for row in found(text) if row["check"] == check]
    assert rows and words in rows[0]["message"], [(r["check"], r["message"]) for r in found(text)]
    assert all(row["start"] is not None for row in rows)
