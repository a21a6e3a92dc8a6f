"""Means and products: so much a year, for each school, for each pupil.

What belongs here: a total over years with its yearly mean, a mean for each of a count, an amount for each times a count.
What does not: rates in percent (audit_shares).
"""

from __future__ import annotations

import re

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import Figure, Passage
from edu_pipeline.quality.audit_trial import Log, consistent, either, fits, implied, inconsistent, plain, shown
from edu_pipeline.quality.tolerance import exact

_MOST_YEARS = 20
_NEAR_TOTAL, _NEAR_AMOUNT = 0.25, 0.05  # how far a product may miss an amount said to be the total, or any amount
_REACH = 200  # characters before a mean in which its years may stand


def find(passage: Passage, log: Log) -> None:
    """Try every mean and product of the passage."""
    for figure in passage.figures:
        if figure.role == "mean" and figure.unit == "%":
            continue  # 年均增长8.4% (audit_changes)
        if figure.role == "mean" and words.YEARLY_MEAN.search(figure.left):
            _yearly(passage, figure, log)
        elif figure.role == "mean":
            _per_item(passage, figure, log)
        elif figure.role == "amount" and figure.unit not in ("%", "pp") and words.EACH.search(figure.left):
            _product(passage, figure, log)


def _yearly(passage: Passage, mean: Figure, log: Log) -> None:
    """651.21亿元 since 2021, 162.8亿元 a year: the years that the mean implies, and whether the text has as many."""
    whole = next((f for f in passage.before(mean, reach=4) if f.sentence == mean.sentence and _sums(f, mean)), None)
    if whole is None or not whole.span.bounded or mean.span.low <= 0:
        log.skip("average", "no total stands before the yearly mean")
        return
    years = whole.span / mean.span
    spans = _years(passage, mean)
    candidates = spans or [n for n in range(2, _MOST_YEARS) if years.low <= n <= years.high]
    fitting = [n for n in candidates if fits(mean, whole.span / exact(n))]
    if fitting:
        log.add(consistent(passage, "average", mean, (whole,), whole.span / exact(fitting[0])))
    elif spans:
        computed = whole.span / exact(spans[0])
        note = f"over {spans[0]} years the mean is {shown(computed.value, mean)}; {mean.text} would take {plain(round(years.value, 2))} years"
        log.add(inconsistent(passage, "average", mean, (whole,), computed, note))
    else:
        log.skip("average", "the number of years is not printed")
    if len(spans) != 1:
        log.add(implied(passage, "average", (whole, mean), years, f"implies {plain(round(years.value, 2))} years"))


def _sums(whole: Figure, mean: Figure) -> bool:
    return _plain_unit(whole.unit) == _plain_unit(mean.unit) and whole.role == "amount" and whole.value > mean.value


def _years(passage: Passage, mean: Figure) -> list[int]:
    """The numbers of years that the words before the mean may stand for, the likeliest first; empty when unknown."""
    begin = passage.sentences[mean.sentence] if mean.sentence < len(passage.sentences) else 0
    matches = list(words.YEARS.finditer(passage.text, max(begin, mean.start - _REACH), mean.start))
    if not matches:
        return []
    found = matches[-1]
    if found["last"] or found["span"]:
        n = words.spoken(found["last"] or found["span"])
        return [n] if 2 <= n <= _MOST_YEARS else []
    if found["first"]:
        n = int(found["final"]) - int(found["first"]) + 1
        return [n] if n >= 2 else []
    first = int(found["since"]) if found["since"] else words.PLAN_YEARS[found["plan"]]
    if passage.dated_on is None:
        return []
    until_last_year = passage.dated_on.year - first
    if found["plan"] and until_last_year >= 5:
        return [5]
    return [n for n in (until_last_year, until_last_year + 1) if n >= 1]


def _per_item(passage: Passage, mean: Figure, log: Log) -> None:
    """900人次 in 5期, 平均每期180人次."""
    match = words.MEAN_PER.search(mean.left)
    each, scale = "", 1.0
    if match:
        each = (match["each"] or match["per"] or match["size"] or "生")[-1:]
        scale = words.SCALES.get(match["scale"] or "", 1.0)
    units = words.CLASSIFIER_UNITS.get(each, ())
    base = whole = None
    for candidate in passage.before(mean, reach=6):
        if candidate.sentence != mean.sentence:
            break
        if (
            candidate.role == "amount"
            and base is None
            and (candidate.unit in units or each == "班" and candidate.left.endswith(("班级", "班数", "教学班")))
            and (each not in _PRINTED_EACH or each in candidate.text)
        ):
            base = candidate
        elif (
            candidate.role == "amount"
            and whole is None
            and (_plain_unit(candidate.unit) == _plain_unit(mean.unit) or _same_print(candidate, mean))
            and candidate.value > mean.value
        ):
            whole = candidate
    if base is None or whole is None or base.span.low <= 0 or not whole.span.bounded:
        log.skip("average", "total and count are not both printed beside the mean")
        return
    computed = whole.span.scaled(scale) / base.span
    if abs(whole.index - base.index) > 1 and not fits(mean, computed):
        log.skip(
            "average", "other numbers stand between the total and the count"
        )  # 免杂费1530万元,…7.6万份,补助6124人,人均250元
        return
    trial = either(passage, "average", mean, (whole, base), computed, 0.2)
    if trial is None:
        log.skip("average", "total and count are too far from the mean to be its own")
    log.add(trial)


def _same_print(candidate: Figure, mean: Figure) -> bool:
    return bool(mean.unit_text) and candidate.unit_text == mean.unit_text


_PRINTED_EACH = frozenset("户套台期场项个")


def _plain_unit(unit: str) -> str:
    return re.sub(r"/(?:person|year)$", "", unit)


def _product(passage: Passage, each: Figure, log: Log) -> None:
    """每人1000元, 500人, 共50万元."""
    match = words.EACH.search(each.left)
    if match is None or words.NOT_EACH.search(each.left):
        return
    units = words.CLASSIFIER_UNITS.get(match["each"], ())
    beside = [
        f
        for f in passage.figures[max(0, each.index - 4) : each.index + 5]
        if f.sentence == each.sentence and f is not each and f.role == "amount"
    ]
    counts = [f for f in beside if f.unit in units and (match["each"] not in _PRINTED_EACH or match["each"] in f.text)]
    totals = [
        f
        for f in beside
        if _plain_unit(f.unit) == _plain_unit(each.unit) and f.value > each.value and f not in counts[:1]
    ]
    if len(counts) != 1 or len(totals) != 1 or not each.span.bounded or not counts[0].span.bounded:
        log.skip("product", "count and total are not both printed beside the amount for each")
        return
    near = _NEAR_TOTAL if words.TOGETHER.search(totals[0].left) else _NEAR_AMOUNT
    trial = either(passage, "product", totals[0], (each, counts[0]), each.span * counts[0].span, near)
    if trial is None:
        log.skip("product", "count and total are too far from the amount for each to be its own")
    log.add(trial)
