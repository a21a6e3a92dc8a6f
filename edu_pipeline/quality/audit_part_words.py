"""The words that make one number a part of another, and a rate theirs.

What belongs here: patterns of what counts a whole, of what counts some of it, and of the rate that the two give.  What does not:
what follows from a match (audit_excess, audit_shares), and all other words of the audit (audit_words).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

OVERALL = re.compile(r"累计|总|共|合计|全[国省市县区州旗]|目标|计划|达到?[^,，;；。]{0,4}以上|惠及|辐射|覆盖|带动|受益")
"""Beside a number that 其中 cannot make a part: it counts more than what stands before."""
LARGE = re.compile("[万亿]")
NOT_COUNTED = re.compile(r"教学点|分校|分园|校区|教学班|教学部")
"""What reports put behind 其中 though they do not count it among the schools."""
OF_SOME = re.compile(r"(?:其中|含|包括)?(?:[男女]|[公民]办|寄宿|住校|残疾|随迁|留守|少数民族|专任|高级|中级|农村|城区)")
SOME_OF: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"教职工|教职员工"), re.compile(r"^[,，、;；]?(?:有|共有|其中)?专任教师(?:有|为|达)?$")),
    (
        re.compile(r"教师"),
        re.compile(r"^[,，、]?(?:有|其中|具有|具备|取得)?(?:正高级|副高级|[高中初]级)(?:专业技术)?(?:职称|教师)"),
    ),
    (re.compile(r"班"), re.compile(r"(?:超?大班额|超大班|以上的?大班)(?:有|为|达)?$")),
    (
        re.compile(r"在校|在园|学生"),
        re.compile(r"^[,，、]?(?:有|其中)?(?:寄宿生|住校生|寄宿学生|留守儿童|随迁子女)(?:有|为|达)?$"),
    ),
)
"""What counts a whole, and the words that count some of it right behind."""
OF_SEX = re.compile(r"^[,，、]?(?:有|其中)?[男女](?:性)?(?:学?生|教师|教职工|幼儿)?(?:有|为|达)?$")

RATE_OF: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str]], ...] = tuple(
    (re.compile(f"(?:{rate})$"), re.compile(some) if some else None, re.compile(every))
    for rate, some, every in (
        ("上线", "上线|达线", "报名|参考|实考|应考|考生|参加高考"),
        ("升学", "升入|升学|录取|考入|考取", "毕业"),
        ("录取", "录取", "报名|报考|参考|考生|参加"),
        ("就业", "就业", "毕业"),
        ("合格|达标|优秀|优良|及格", None, "参加|参考|参检|参测|测试|抽检|抽测|应考|实考|检测"),
        ("整改|化解|销号", None, "隐患|问题|风险"),
        ("寄宿|住宿|住校", "寄宿|住宿|住校", "在校|学生"),
        ("入学|入园", None, "适龄|学龄"),
        ("完工|竣工|开工", None, "项目|工程"),
    )
)
"""Of a rate: its word, the words of its part (None: the same word) and of its whole.  报名2000人,上线900人,上线率45%: it can be of nothing else."""

_ANY_LEVEL = frozenset({"高中阶段", "高校", "高等学校", "大学"})


def narrower(part: Mapping[str, str], whole: Mapping[str, str], stem: str) -> bool:
    """Whether a part is named by a word that its rate does not repeat: 升入普通高中1100人,升学率96% is of all who go on."""
    return any(
        word.removeprefix("已") not in stem and word not in _ANY_LEVEL and word != whole.get(d)
        for d, word in part.items()
    )


def of_rate(stem: str, part: str, whole: str) -> bool:
    """Whether the words before a rate, a part and a whole are those of one line of `RATE_OF`."""
    for rate, some, every in RATE_OF:
        said = rate.search(stem)
        if said and (some.search(part) if some else said[0] in part) and every.search(whole):
            return True
    return False
