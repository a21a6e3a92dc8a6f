"""Which labels speak of the same population."""

import pytest

from edu_pipeline.quality.populations import division, population

SAME = [
    ("civics_bases", "建成“大思政课”实践教学基地", "遴选首批大思政课实践教学基地"),
    ("gross_enrolment_ratio", "全市学前三年毛入园率", "学前教育三年毛入园率"),
    ("staff", "各级各类学校教职工", "教职工"),
    ("demonstration_kindergartens", "全市已创建省级示范性幼儿园", "省级示范幼儿园"),
    ("institutions", "各级各类学校(园)", "各级各类学校和幼儿园"),
    ("retention_rate", "泽安市义务教育巩固率", "九年义务教育巩固率稳定"),
    ("gross_enrolment_ratio", "学前三年毛入园率", "幼儿园毛入园率"),
    ("quota_allocation_share", "优质高中指标到校比例提升", "优质高中招生名额分配比例不低于"),
]
DIFFERENT = [
    ("civics_bases", "大思政课实践教学基地", "研学旅行基地"),
    ("demonstration_kindergartens", "省级示范园", "市级示范园"),
    ("demonstration_kindergartens", "省级示范园", "省级领航幼儿园"),
    ("backbone_teachers", "省级骨干教师", "省级名师"),
    ("education_groups", "城区教育集团", "乡镇教育集团"),
    ("institutions", "公办幼儿园", "民办幼儿园"),
    ("students", "在校生", "住校在校生"),
    ("institutions", "中小学", "书香校园"),
    ("earmarked_education_funds", "上级教育专项资金", "市本级教育专项资金"),
    ("schools_built", "新建学校", "改扩建学校"),
    # sorts and years within one level
    ("students", "在学研究生", "在校本专科学生"),
    ("institutions", "技工学校", "中等职业学校"),
    ("full_time_teachers", "职业中学专任教师", "中等专业学校专任教师"),
    ("students", "七年级学生", "八年级学生"),
    ("students", "送教上门学生", "在校生"),
    ("gross_enrolment_ratio", "学前一年毛入园率", "学前三年毛入园率"),
    ("gross_enrolment_ratio", "学前两年毛入园率", "学前一年毛入园率"),
    ("institutions", "合格学校", "各类学校"),
    ("between_school_variation", "小学综合差异系数", "小学师生比差异系数"),
    ("tutoring_institutions", "艺术类培训机构", "体育类培训机构"),
]


@pytest.mark.parametrize(("indicator", "one", "other"), SAME)
def test_same(indicator: str, one: str, other: str) -> None:
    assert population(indicator, one, "泽安市").key == population(indicator, other, "泽安市").key


@pytest.mark.parametrize(("indicator", "one", "other"), DIFFERENT)
def test_different(indicator: str, one: str, other: str) -> None:
    assert population(indicator, one, "泽安市").key != population(indicator, other, "泽安市").key


@pytest.mark.parametrize(
    ("indicator", "label", "told"),
    [
        ("institutions", "民办幼儿园", "民办"),
        ("students", "在学研究生", "研究生"),
        ("backbone_teachers", "省级骨干教师", "省级"),  # 骨干 is the indicator's own word
        ("schools_built", "改扩建学校", "改扩建"),
        ("schools_built", "新建学校", None),
        ("construction_projects", "尚未开工项目", "未开工"),
        ("student_teacher_ratio", "小学师生比", None),
        ("special_needs_enrolment_rate", "残疾儿童少年入学率", None),
        ("students", "全市在校学生", None),
    ],
)
def test_what_is_told_of_a_part(indicator: str, label: str, told: str | None) -> None:
    assert population(indicator, label).told == told


def test_names_and_redactions() -> None:
    assert population("staff", "教职工").firm
    assert not population("schools_built", "学校").firm
    assert population("institutions", "小学").named and not population("institutions", "小学").firm
    assert population("demonstration_kindergartens", "(略) 级示范园").redacted
    assert population("demonstration_kindergartens", "（略）级示范园").redacted
    assert not population("demonstration_kindergartens", "省级示范园").redacted


def test_agreement_needs_no_equal_detail() -> None:
    both, built = population("schools_built", "新建、租赁公办幼儿园"), population("schools_built", "新建幼儿园")
    assert both.agrees(built)
    assert not population("schools_built", "迁建幼儿园").agrees(built)


@pytest.mark.parametrize(("label", "way"), [("新建", "kind"), ("改扩建", "kind"), ("27所已完工", "state"), ("尚未开工", "state"), ("幼儿园", None), ("新建已完工", None)])  # fmt: skip
def test_division(label: str, way: str | None) -> None:
    assert division(label) == way
