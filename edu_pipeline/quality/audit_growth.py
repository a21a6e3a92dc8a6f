"""Growth a year between two levels: 由2018年的8亿元增加到2023年的12亿元,年均增长8.4%.

What belongs here: the years between two levels, and the compound growth that they give.  What does not: which levels a
sentence joins, and changes that are not spread over years (audit_changes).
"""

from __future__ import annotations

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import Figure, Passage
from edu_pipeline.quality.audit_trial import Log, Trial, consistent, either, fits, shown
from edu_pipeline.quality.tolerance import Interval, exact


def yearly(passage: Passage, mean: Figure, before: Figure, after: Figure, log: Log) -> Trial | None:
    """由2018年的8亿元增加到2023年的12亿元,年均增长8.4%: compound, or as some reports do it, the growth shared out."""
    verb = words.YEARLY_GROWTH.search(mean.left)
    years = _years_between(passage, before, after)
    if verb and not words.SUBJECTLESS.fullmatch(mean.left[: verb.start()].strip(",， ")):
        return None  # 在校生年均增长2% behind two amounts of money
    if verb is None or years is None or before.span.low <= 0 or not after.span.bounded:
        log.skip("change", "the number of years is not printed")
        return None
    sign = -100.0 if verb["verb"] in ("下降", "减少", "递减", "降幅") else 100.0
    ratio = after.span / before.span
    compound = Interval(*(sign * (v ** (1 / years) - 1) for v in (ratio.value, ratio.low, ratio.high)))
    shared = (ratio - exact(1.0)).scaled(sign / years)
    if sign < 0:
        compound = Interval(compound.value, compound.high, compound.low)
    if not fits(mean, compound) and fits(mean, shared):
        trial = consistent(passage, "change", mean, (before, after), shared)
        trial.explanation = f"the growth of {years} years shared out; compounded it is {shown(compound.value, mean)}"
        return trial
    return either(passage, "change", mean, (before, after), compound, 1.0)


def _years_between(passage: Passage, before: Figure, after: Figure) -> int | None:
    years = [words.YEAR.findall(text) for text in (before.left, passage.text[before.end : after.start])]
    if all(years):
        span = int(years[1][-1]) - int(years[0][-1])
        return span if 1 < span <= 30 else None
    spoken = next(
        (
            m
            for m in words.YEARS.finditer(passage.text, max(0, before.start - 60), before.start)
            if m["last"] or m["span"]
        ),
        None,
    )
    return words.spoken(spoken["last"] or spoken["span"]) if spoken else None
