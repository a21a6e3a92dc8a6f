"""Which indicator of the catalogue a number states.

What belongs here: the order in which the rules are asked.  What does not: the rules (naming, nouns, leaning), the
level of education (schooling), the measure (measures), the kind (kinds).
"""

from __future__ import annotations

import re
from dataclasses import replace

from edu_pipeline.indicators.aims import reached
from edu_pipeline.indicators.comparing import antecedent, base, norm, recalled
from edu_pipeline.indicators.eliding import (
    counterpart,
    done,
    headed,
    hired_under,
    in_bracket,
    member,
    moved,
    of_projects,
    of_those,
    part,
    persons,
    short_of,
)
from edu_pipeline.indicators.enumerating import enumerated
from edu_pipeline.indicators.leaning import carried, comment, detail, paired, run_in
from edu_pipeline.indicators.lexicon import yielding
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.naming import aliases, from_list, has_noun
from edu_pipeline.indicators.nouns import weak
from edu_pipeline.indicators.parting import takes
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.per_head import aid_for_each, norm_per_head
from edu_pipeline.indicators.several_names import names_of_one
from edu_pipeline.indicators.shares import share
from edu_pipeline.indicators.thread import Linked, Thread


def link(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> list[Linked]:
    """The indicators that a number states; an enrolment rate over 100 % that is not called net is gross."""
    linked = _link(passage, number, unit, measure, thread)
    if unit == "CNY" and measure.name == "level":
        linked = [aid_for_each(passage, number, item, thread) for item in linked]
    over = unit == "%" and measure.name == "level" and number.quantity.value > 100
    return [_gross(passage, item) if over and item.code == "net_enrolment_rate" else item for item in linked]


def _gross(passage: Passage, item: Linked) -> Linked:
    net = item.at is not None and "净" in passage.text[slice(*item.at)]
    return item if net else replace(item, code="gross_enrolment_ratio", rule=f"{item.rule}; over 100 %, so gross")


def _link(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> list[Linked]:
    """The indicators that a number states: one, several where one number speaks for several, never none.

    A code of None stands for a statistic that the catalogue does not name.
    """
    alone = (
        norm_per_head(passage, number, unit)
        or paired(passage, number, unit, thread)
        or from_list(passage, number, unit, measure, thread)
        or share(passage, number, unit, thread)
        or takes(passage, number, unit, thread)
        or recalled(passage, number, unit, thread)
        or run_in(passage, number, unit, measure)
        or base(passage, number, unit, thread)
        or norm(passage, number, unit, measure, thread)
        or reached(passage, number, unit, thread)
        or of_projects(passage, number, thread)
        or short_of(passage, number, thread)
    )
    if alone:
        return [alone]
    named = aliases(passage, number, unit, measure)
    said = None if named else comment(passage, number, unit, measure, thread)
    if measure.name == "level" and not said and (not named or named[0].code in yielding()):
        firm = hired_under(passage, number, unit, thread) or weak(passage, number, unit, thread, firm=True)
        if firm:
            return [firm]
    within = _within(passage, number, unit, thread) if not named or named[0].code in yielding() else None
    if within:
        return [within]
    if not named and measure.name == "level" and (listed := enumerated(passage, number, unit, thread)):
        return [listed]
    if named:
        return named
    alone = (
        said
        or headed(passage, number, unit, measure, thread)
        or _changed(passage, number, unit, measure, thread)
        or done(passage, number, unit, thread)
        or member(passage, number, unit, thread)
        or persons(passage, number, unit, thread)
        or moved(passage, number, unit, measure, thread)
    )
    if alone:
        return [alone]
    names = names_of_one(passage, number, unit)
    alone = weak(passage, number, unit, thread)
    if names and not (alone and alone.code):
        return [Linked(None, "one number for several names, none in the catalogue", name=name) for name in names]
    alone = alone or carried(passage, number, unit, thread) or detail(passage, number, unit, thread)
    return [alone or Linked(None, "no indicator of the catalogue fits")]


def _within(passage: Passage, number: Number, unit: str | None, thread: Thread) -> Linked | None:
    """What a list, not the number's own weak name, says: a part of a flow, or those who benefit."""
    return (
        in_bracket(passage, number, unit, thread)
        or part(passage, number, unit, thread)
        or counterpart(passage, number, unit, thread)
        or of_those(passage, number, unit, thread)
    )


_RANKED_ITSELF = re.compile("(?:得分|成绩|总分|平均分|均分|评价|考核|水平|工作|质量|排名|指数)[^,，。;；]{0,6}$")
"""综合得分位列全市第3: no rank of what was said before it."""


def _changed(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Linked | None:
    """A change, growth, gap or rank: of its own noun if it has one, or of what was just stated."""
    if measure.name == "level":
        return None
    if unit == "rank" and _RANKED_ITSELF.search(passage.text, *number.left):
        return Linked(None, "the rank of a name that the catalogue leaves out")
    own = unit not in ("%", "pp", "rank") and has_noun(passage, number)
    return (weak(passage, number, unit, thread) if own else None) or antecedent(passage, number, unit, measure, thread)
