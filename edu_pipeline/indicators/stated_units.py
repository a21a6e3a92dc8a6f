"""The unit of a statement: that of its indicator where the words say so, per pupil or per year.

What belongs here: what the words around an amount or an area say about whom or how long it is for.  What does not: the
printed unit (language.units) and the unit of a counted noun (counted_units).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.catalogue import Indicator, catalogue
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked
from edu_pipeline.language.cues import Cued

_FOR_EACH = re.compile(
    r"每[生人](?:每[年月天日学]|$|[^,，。;；\d]{0,6}$)|每[名个位][^,，。;；\d]{0,8}?(?:生|童|幼儿|人员|教师|人|孩子)(?:每[年月天日学]|[^,，。;；\d]{0,6}$)|[生人]均"
)
"""每生每年600元, 每名寄宿生每年可领1250元: an amount for each of them."""
_PAID_EACH = re.compile(
    r"每(?:[生人]|名[^,，。;；\d]{1,6}生)[^,，。;；]{0,20}\d[\d,.]*元[^,，、。;；\d]{0,4}[,，、][^,，。;；\d]{2,8}(?:费|补助|补贴|(?<!资)金)$"
)
"""生均公用经费每生每年2800元,伙食费1050元: the next of the same list is for each of them too."""

_OPENED_EACH = Cued(
    r"[生人]均[^,，。;；\d]{2,10}(?<=[低高足大平])[,，](?:[^,，。;；\d]{1,8}\d[\d.]*万?元[,，、])*[^,，。;；\d]{1,8}$"
)
"""生均拨款水平偏低，本科1.2万元，高职仅0.83万元: what is said to be low opens a list."""
_AFTER_EACH = re.compile(
    r"(?:每[生人](?:每?(?:年|月|天|日|学期|学年))?|[生人]年?均)[^,，。;；]{0,20}\d[\d,.]*元(?:以[上下])?"
    r"(?:[、,，和][^,，。;；\d]{1,10}\d[\d,.]*元(?:以[上下])?)*[、,，和](?P<own>[^,，。;；\d]{1,10})$"
)
"""村小每人每月1400元、镇上学校600元: what the next of a list gets, where nothing says that it is a sum."""
_A_SUM = re.compile("资金|投入|投资|[共合总]计?|安排|拨付|落实|支出|经费|发放|收入|奖励")
_BEFORE_EACH = Cued(r"(?:[、,，和][^,，。;；\d]{0,6}\d[\d.,]*元){1,3}[/／每]生")
"""寄宿625元、非寄宿312.5元/生·学期."""
_YEARLY = re.compile("年平均|年均|每年")
_EACH = re.compile("[生人]均")
_NAMED_EACH = re.compile(r"[生人]均[^,，。;；]{2,12}$")


_AREA_EACH = re.compile(r"[生人]均[^,，。;；：:积]{0,10}面积[^积;；]*$")
"""生均校舍面积高中18.3平方米、中职16.1平方米: the last area that the sentence names is one for each pupil."""


_NEW_AREA = re.compile("面积|[新改扩迁重]建|加固|建[成设]")
"""生均宿舍面积1.9平方米,尚需新建3.2万平方米: an area that the clause itself names or builds."""
_PER = (
    "CNY/person", "m2/person", "person/100 students", "room/100 students", "student/teacher", "index", "year",
)  # fmt: skip
"""Units that an indicator gives its numbers, whatever is printed."""


_COUNTS = ("person", "place", "institution", "class")


def stated_unit(laid_out: Passage, number: Number, item: Linked, unit: str | None, measure: str) -> str:
    """The unit of the statement: per pupil or per year where the words say so."""
    if number.quantity.unit_text in ("岁", "周岁"):
        return "year"  # 平均年龄46.7岁
    indicator = catalogue().indicators.get(item.code or "")
    own = indicator.unit if indicator else None
    if measure == "level" and own in _PER and unit not in ("%", "pp"):
        return own
    if measure in ("change", "gap") and (own, unit) in (("CNY/person", "CNY"), ("m2/person", "m2")):
        return own or "other"
    if unit == "CNY":
        return _of_money(laid_out, number, item, indicator)
    if unit == "m2":
        return _of_area(laid_out, number, item)
    counts = number.quantity.unit == "weak" or number.quantity.unit_text == "笔"
    if unit == "item" and counts and indicator and measure in ("level", "change"):
        return indicator.unit  # 个 takes its unit from what it counts, 407笔贷款 are persons
    bare = unit is None and number.quantity.magnitude and measure in ("change", "gap")
    return own if own and bare and own in _COUNTS else unit or "other"  # 招生人数比1978年多近19万


def _lead(laid_out: Passage, number: Number, item: Linked) -> str:
    """What stands before a number since the one before it; for a list, before its first, and for a pair the clause."""
    if item.rule.startswith("second of"):
        return laid_out.text[number.clause[0] : number.quantity.start]
    return laid_out.text[min(_first(laid_out, number).left[0], number.left[0]) : number.quantity.start]


def _first(laid_out: Passage, number: Number) -> Number:
    return laid_out.numbers[number.group[0]] if number.group else number


_NO_HEAD_GETS = 1_000_000
"""Yuan: 生均公用经费6150万元 is what all of them get."""


def _of_money(laid_out: Passage, number: Number, item: Linked, indicator: Indicator | None) -> str:
    """Money for each person, each year, or altogether."""
    text, at, first = laid_out.text, number.quantity.start, _first(laid_out, number)
    if not indicator and _PAID_EACH.search(text, number.sentence[0], at):
        return "CNY/person"
    if not indicator and not number.quantity.magnitude and _beside_each(laid_out, number):
        return "CNY/person"
    summed = number.quantity.magnitude and number.quantity.value >= _NO_HEAD_GETS
    if indicator is None or indicator.code != "average_teacher_salary":
        start = number.clause[0] if item.rule.startswith("second of") else min(first.lead[0], number.lead[0])
        listed = number.around & _OPENED_EACH.bit and _OPENED_EACH.search(text, number.sentence[0], at)
        each = listed or _FOR_EACH.search(text, start, at)
        if each and not (summed and each[0].endswith("均")):
            return "CNY/person"
        if _YEARLY.search(text, number.clause[0], at):
            return "CNY/person" if _beside_each(laid_out, number) else "CNY/year"
    if indicator is None and not summed and _EACH.search(_lead(laid_out, number, item)):
        return "CNY/person"
    return "CNY"


def _beside_each(laid_out: Passage, number: Number) -> bool:
    """Whether an amount stands in a list of what each of some gets."""
    text, quantity = laid_out.text, number.quantity
    before = _AFTER_EACH.search(text, max(number.sentence[0], quantity.start - _LIST), quantity.start)
    if before is not None:
        return not _A_SUM.search(before["own"])
    return number.around & _BEFORE_EACH.bit != 0 and _BEFORE_EACH.match(text, quantity.end) is not None


_LIST = 80


def _name_before_colon(laid_out: Passage, number: Number) -> str:
    """生均校舍面积:小学8.2平方米,初中11.6平方米: the name that a colon opens a list with, else nothing."""
    at = max(
        laid_out.text.rfind(":", number.sentence[0], number.quantity.start),
        laid_out.text.rfind("：", number.sentence[0], number.quantity.start),
    )
    if at < 0 or re.search(r"[;；]", laid_out.text[at : number.quantity.start]):
        return ""
    return laid_out.text[max(number.sentence[0], at - 20) : at]


def _of_area(laid_out: Passage, number: Number, item: Linked) -> str:
    """An area for each pupil, or altogether."""
    lead = _lead(laid_out, number, item)
    said = laid_out.text[number.sentence[0] : number.quantity.start]
    each = (not _NEW_AREA.search(lead) and _AREA_EACH.search(said)) or _EACH.search(lead)
    named = each or _NAMED_EACH.search(_name_before_colon(laid_out, number))
    return "m2/person" if named else "m2"
