"""The unit of a statement: that of its indicator where the words say so, per pupil or per year.

What belongs here: what the words around an amount or an area say about whom or how long it is for.  What does not: the
printed unit (language.units) and the unit of a counted noun (passage).
"""

from __future__ import annotations

import re

from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked


def _name_before_colon(laid_out: Passage, number: Number) -> str:
    """生均校舍面积:小学8.2平方米,初中11.6平方米: the name that a colon opens a list with, else nothing."""
    at = max(
        laid_out.text.rfind(":", number.sentence[0], number.quantity.start),
        laid_out.text.rfind("：", number.sentence[0], number.quantity.start),
    )
    if at < 0 or re.search(r"[;；]", laid_out.text[at : number.quantity.start]):
        return ""
    return laid_out.text[max(number.sentence[0], at - 20) : at]


_FOR_EACH = re.compile(
    r"每[生人](?:每[年月天日学]|$|[^,，。;；\d]{0,6}$)|每[名个位][^,，。;；\d]{0,8}?(?:生|童|幼儿|人员|教师|人|孩子)(?:每[年月天日学]|[^,，。;；\d]{0,6}$)|[生人]均"
)
"""每生每年600元, 每名寄宿生每年可领1250元: an amount for each of them."""
_PAID_EACH = re.compile(
    r"每(?:[生人]|名[^,，。;；\d]{1,6}生)[^,，。;；]{0,20}\d[\d,.]*元[^,，、。;；\d]{0,4}[,，、][^,，。;；\d]{2,8}(?:费|补助|补贴|金)$"
)
"""生均公用经费每生每年2800元,伙食费1050元: the next of the same list is for each of them too."""


_DAILY = re.compile("每[天日]")


_AREA_EACH = re.compile(r"[生人]均[^,，。;；：:积]{2,10}面积[^积]*$")
"""生均校舍面积高中18.3平方米、中职16.1平方米: the last area that the sentence names is one for each pupil."""


def stated_unit(laid_out: Passage, number: Number, item: Linked, unit: str | None, measure: str) -> str:
    """The unit of the statement: per pupil or per year where the words say so."""
    indicator = catalogue().indicators.get(item.code or "")
    first = laid_out.numbers[number.group[0]] if number.group else number
    lead = laid_out.text[min(first.left[0], number.left[0]) : number.quantity.start]
    item_name = _name_before_colon(laid_out, number)
    if (
        indicator
        and measure == "level"
        and indicator.unit
        in ("CNY/person", "m2/person", "person/100 students", "room/100 students", "student/teacher", "index", "year")
        and unit not in ("%", "pp")
    ):
        return indicator.unit
    if (
        indicator
        and measure in ("change", "gap")
        and (indicator.unit, unit) in (("CNY/person", "CNY"), ("m2/person", "m2"))
    ):
        return indicator.unit
    if unit == "CNY" and not indicator and _PAID_EACH.search(laid_out.text, number.sentence[0], number.quantity.start):
        return "CNY/person"
    timed = laid_out.text[min(first.lead[0], number.lead[0]) : number.quantity.start]
    each = _FOR_EACH.search(lead if _DAILY.search(timed) else timed)
    if unit == "CNY" and each and not (indicator and indicator.code == "average_teacher_salary"):
        return "CNY/person"
    if (
        unit == "CNY"
        and re.search(r"年平均|年均|每年", laid_out.text[number.clause[0] : number.quantity.start])
        and not (indicator and indicator.code == "average_teacher_salary")
    ):
        return "CNY/year"
    if item.rule.startswith("second of"):
        lead = laid_out.text[number.clause[0] : number.quantity.start]
    said = laid_out.text[number.sentence[0] : number.quantity.start]
    if unit == "m2" and "面积" not in lead and _AREA_EACH.search(said):
        return "m2/person"
    if unit == "m2" and (re.search(r"[生人]均", lead) or re.search(r"[生人]均[^,，。;；]{2,12}$", item_name)):
        return "m2/person"
    if unit == "CNY" and re.search(r"[生人]均", lead) and not indicator:
        return "CNY/person"
    if unit == "item" and number.quantity.unit == "weak" and indicator and measure in ("level", "change"):
        return indicator.unit  # 个 takes its unit from what it counts
    return unit or "other"
