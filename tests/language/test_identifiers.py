"""Digits that name: (text, the spans that are names)."""

import pytest

from edu_pipeline.language.identifiers import find_identifiers

NAMES = [
    ("市政办发〔2023〕17号", ["〔2023〕17号"]),
    ("教基[2019]8号文件", ["[2019]8号"]),
    ("3.强化经费保障", ["3."]),
    ("12.优化布局", ["12."]),
    ("(4)完善机制", ["(4)"]),
    ("配备5G基站", ["5G"]),
    ("与K12平台对接", ["K12"]),
    ("“3+2”分段培养", ["“3+2”"]),
    ("构建“1+4+N”体系", ["“1+4+N”"]),
    ("实施“1530”安全教育", ["“1530”"]),
    ("考生“7选3”", ["7选3"]),
    ("第18中学", ["第18中学"]),
    ("第26次会议", ["第26次"]),
    ("实行12年免费教育", ["12年免费教育"]),
    ("三年级(2)班", ["(2)班"]),
    (
        "网址 https://www.example.gov.cn/art/2024/3/1/art_12_345.html",
        ["https://www.example.gov.cn/art/2024/3/1/art_12_345.html"],
    ),
    ("实现“两个100%”", ["100%"]),
]
NOT_NAMES = ["学校12所", "达95.6%", "2.41%的大班额", "投资3.5亿元", "1:19", "共计36个班", "教师1200名", "占地15亩"]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str]) -> None:
    assert [text[i.start : i.end] for i in find_identifiers(text)] == names


@pytest.mark.parametrize("text", NOT_NAMES)
def test_not_names(text: str) -> None:
    assert find_identifiers(text) == []
