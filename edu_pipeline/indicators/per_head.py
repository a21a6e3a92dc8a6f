"""Money for each pupil, which is a norm and no sum: 每生每年2000元, 国家助学金2000元; and totals, which are no average.

What belongs here: the words before a sum, and sums of aid too small to be for all, that make it one pupil's; the words and
sizes that make it all of theirs.  What does not: whether a later sum is still such a norm (thread.is_a_sum), and
expenditure that has its own name (naming).  The words are data (linking.yaml, `per_head`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.level_words import level_run, merged
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked, Thread
from edu_pipeline.language.cues import Cued
from edu_pipeline.reference import alternation, any_of, under


@cache
def _words() -> dict[str, re.Pattern[str]]:
    """Words of money paid for each pupil, by what they make of it."""
    listed: dict[str, list[str]] = under("linking.yaml", "per_head")
    return {name: re.compile(alternation(words)) for name, words in listed.items()}


def norm_per_head(passage: Passage, number: Number, unit: str | None) -> Linked | None:
    """每生每年2000元 is a norm, whatever the sums around it are; 每生每天4元 and fees have no code."""
    if unit == "person" and passage.text.startswith(("/班", "／班"), number.quantity.end):
        return Linked("class_size", "persons in a class")
    if unit not in ("CNY", "CNY/person", "CNY/year"):
        return None
    first = passage.numbers[number.group[0]] if number.group else number
    before = passage.numbers[first.index - 1].quantity.end if first.index else 0
    start = max(number.clause[0], before)
    words, clause, lead = (
        _words(),
        passage.text[number.clause[0] : number.quantity.start],
        passage.text[start : first.quantity.start],
    )
    often, yearly = _tail(words["often"], lead), _tail(words["yearly"], lead)
    yearly = yearly or _listed_norm(words["yearly"], passage.text[number.sentence[0] : first.quantity.start])
    termly = _tail(words["termly"], lead)
    if termly and not _is_aid(passage, number):
        return Linked(None, "money by the term")
    if often and not termly and not ("生均" in clause or _tail(words["yearly"], clause)):
        if "月" not in often or _TO_KINDERGARTENS.search(clause) is None:
            return Linked(None, "money by the day, month or lesson")
        yearly = often
    yearly = yearly or termly or _printed(passage, number, clause) or _named_behind(passage, number)
    if not yearly:
        return None
    if words["fees"].search(_AID_FOR_FEES.sub("", clause)) or ("人" in yearly and _STAFF.search(clause)):
        return Linked(None, "a fee or allowance")
    run = level_run(passage, start, first.quantity.start)
    level = merged(h.word.level or "all" for h in run) if run else None
    return Linked("per_student_expenditure", f"norm for each pupil: {yearly}", level)


_AID_FOR_FEES = re.compile("(?<=补助)(?:保教费|住宿费|伙食费)|(?:保教费|住宿费|伙食费)(?=补助)")
"""每生每年补助保教费1200元: paid for them, no fee that they pay."""
_TO_KINDERGARTENS = re.compile(
    r"(?:补助|补足|减免|免除|核[定拨]|拨款|奖补)[^,，。;；\d]{0,14}园[^,，。;；\d]{0,4}每[生人]每?月|园[^,，。;；\d]{0,4}每[生人]每?月(?:补助|减?免|拨款|核[定拨]|奖补)"
)
"""财政补助按省级示范园每生每月560元: what kindergartens are paid for each child, by the month as everywhere."""
_PRINTED = re.compile("元[/／年.·]*生(?:[/／·]?年)?")


_PUBLIC = re.compile("公用经费|生均经费|补助|补贴|定额|拨款|免除|免收|免学|保教费|助学金")


def _printed(passage: Passage, number: Number, clause: str) -> str | None:
    """公用经费小学720元/生/年: the unit itself says so, of what is paid for pupils."""
    printed = number.quantity.unit_text or ""
    told = _PRINTED.fullmatch(printed) and not passage.text.startswith(_SHORTER, number.quantity.end)
    return printed if told and _PUBLIC.search(clause) else None


_RATES = Cued(
    r"元?(?:[、和及][^,，。;；\d]{1,8}\d[\d.]{0,6}元){0,4}的?标准[^,，。;；\d]{0,10}(?:拨付|落实|安排|核拨|下达|拨足|兑现)[^,，。;；\d]{0,4}(?P<name>(?:生均)?公用经费|生均经费)(?!\d)"
)
_BY = re.compile(r"按照?[^,，。;；]{0,40}$")


def _named_behind(passage: Passage, number: Number) -> str | None:
    """按小学720元、初中940元标准足额拨付生均公用经费: the name of the norms stands behind them all."""
    if not number.said & _RATES.bit or number.quantity.magnitude or number.quantity.value >= _LEAST_AID:
        return None
    if not _BY.search(passage.text, number.clause[0], number.quantity.start):
        return None
    found = _RATES.match(passage.text, number.quantity.numeral_end, number.clause[1])
    return found["name"] if found else None


_SHORTER = ("·天", "/天", "／天", "·日", "/日", "·月", "/月", "／月")
"""4元/生·天: by the day."""


def _is_aid(passage: Passage, number: Number) -> bool:
    """按每生每学期500元发放资助金, no fee that is asked for by the term."""
    said = passage.text[number.sentence[0] : min(number.quantity.end + _NEAR, number.sentence[1])]
    return _words()["aids"].search(said) is not None and not _words()["fees"].search(said)


_NEAR = 14
_STAFF = re.compile("教师|教职工|班主任|校长|园长|保育员|代课")


def _listed_norm(words: re.Pattern[str], lead: str) -> str | None:
    """补助标准(每生每年):公办园2800元,民办园2240元: what a colon opens the list with."""
    opened = max(lead.rfind(":"), lead.rfind("："))
    found = list(words.finditer(lead, 0, max(opened, 0)))
    return found[-1][0] if found and opened - found[-1].end() <= 4 else None


def _tail(words: re.Pattern[str], lead: str) -> str | None:
    """The word that stands before the number with nothing but verbs and levels between."""
    found = list(words.finditer(lead))
    if not found or len(lead) - found[-1].end() > 12:
        return None
    return found[-1][0]


_LEAST_AID = 10_000
"""Yuan: aid of less is what one pupil gets, where nothing says that it was paid out."""


@cache
def _paid_out() -> re.Pattern[str]:
    return re.compile(rf"{any_of('linking.yaml', 'per_head', 'paid_out')}|[资奖]金[约达为]?$")


def aid_for_each(passage: Passage, number: Number, item: Linked, thread: Thread) -> Linked:
    """国家助学金2000元, 寄宿生生活补助小学1000元: so little aid is what each of them gets, where no persons are counted with it."""
    quantity = number.quantity
    averaged = item.rule.startswith("an average")  # 助学金36万元,人均900元
    if item.code != "student_aid_amount" or averaged or quantity.magnitude or quantity.value >= _LEAST_AID:
        return item
    counted = any(r.unit in ("person", "person-time") for r in thread.said_in(number.sentence))
    if counted or _paid_out().search(passage.text, *number.left):
        return item
    return replace(item, code="per_student_expenditure", rule=f"{item.rule}; so much for each")


_PAYS = re.compile(
    r"(?:发放|发给|投入|拨付|拨款|下达|兑现|支付|安排|筹措)(?:资金|经费|金额)?(?:了|达到?|约|近|超过?)*$"
)
_SUMS = re.compile(r"(?:合计|共计|总计|总额|总数|共|全部)(?:为|有|达到?|约|近|超过?)*$")
_A_HEAD = re.compile("[生人师]均|每[生人名位]|平均")


def is_total(passage: Passage, number: Number, item: Linked) -> bool:
    """月人均420元,发放689万元; 生均公用经费6150万元; 每班50人,合计3500人: what all of them get or are is no average."""
    indicator = catalogue().indicators[item.code or ""]
    if indicator.accounting != "rate" or indicator.unit == "%" or indicator.hard_max is None:
        return False
    left = passage.text[slice(*number.left)]
    summed = _SUMS.search(left) is not None and not _A_HEAD.search(left)
    beyond = number.quantity.value > indicator.hard_max
    if not indicator.unit.startswith("CNY"):
        own_name = item.at is None or item.at[0] >= number.clause[0]
        return not own_name and (beyond or summed)
    paid = _PAYS.search(left) is not None and not _A_HEAD.search(left)
    return number.quantity.magnitude is not None and (beyond or summed or paid)
