"""Which indicator of the catalogue a number states.

What belongs here: the order in which the rules are asked, and that what they answer can be.  What does not: the rules (naming, nouns, leaning), the
level of education (schooling), the measure (measures), the kind (kinds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from edu_pipeline.indicators.aims import reached, task
from edu_pipeline.indicators.breakdowns import by_level, in_view
from edu_pipeline.indicators.comparing import antecedent, base, norm, recalled
from edu_pipeline.indicators.eliding import (
    counterpart,
    done,
    headed,
    hired_under,
    in_bracket,
    member,
    moved,
    of_points,
    of_projects,
    of_those,
    part,
    persons,
    short_of,
)
from edu_pipeline.indicators.enumerating import enumerated
from edu_pipeline.indicators.fitting import IMPOSSIBLE, USUAL, unit_fit
from edu_pipeline.indicators.leaning import carried, comment, detail, paired, run_in
from edu_pipeline.indicators.lexicon import yielding
from edu_pipeline.indicators.measures import Measure
from edu_pipeline.indicators.naming import aliases, from_list, has_noun
from edu_pipeline.indicators.nouns import weak
from edu_pipeline.indicators.parting import kept, takes
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.per_head import aid_for_each, is_total, norm_per_head
from edu_pipeline.indicators.recognised import recognised
from edu_pipeline.indicators.several_names import names_of_one
from edu_pipeline.indicators.shares import share
from edu_pipeline.indicators.stated_units import stated_unit
from edu_pipeline.indicators.thread import Linked, Thread

Answer = Linked | list[Linked] | None
"""What a rule says of a number: the indicator that it states, those of which it speaks for several, or nothing."""


def link(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> list[Linked]:
    """The indicators that a number states: one, several where one number speaks for several, never none.

    A code of None stands for a statistic that the catalogue does not name.  It is what the first rule answers whose
    indicator the number can be: no rate is counted in schools, and no sum is an average.  An enrolment rate over 100 % that
    is not called net is gross.
    """
    linked = _first_possible(passage, number, unit, measure, thread)
    if unit == "CNY" and measure.name == "level":
        linked = [aid_for_each(passage, number, item, thread) for item in linked]
    over = unit == "%" and measure.name == "level" and number.quantity.value > 100
    return [_gross(passage, item) if over and item.code == "net_enrolment_rate" else item for item in linked]


def _gross(passage: Passage, item: Linked) -> Linked:
    net = item.at is not None and "净" in passage.text[slice(*item.at)]
    return item if net else replace(item, code="gross_enrolment_ratio", rule=f"{item.rule}; over 100 %, so gross")


def _first_possible(
    passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread
) -> list[Linked]:
    named = None
    for answer in _answers(passage, number, unit, measure, thread):
        if not answer:
            continue
        linked = answer if isinstance(answer, list) else [answer]
        if all(_can_be(passage, number, unit, measure, item) for item in linked):
            return linked
        named = named or next((item.at for item in linked if item.at and item.at[0] >= number.clause[0]), None)
    return [Linked(None, "no indicator of the catalogue fits", at=named)]


def _can_be(passage: Passage, number: Number, unit: str | None, measure: Measure, item: Linked) -> bool:
    """Whether the indicator can have the unit and size that the number has."""
    if item.code is None:
        return True
    name = item.measure or measure.name
    unit = item.unit_of(number, unit)
    if unit is None or unit_fit(item.code, name, unit) != USUAL:  # what is printed fits mostly, and costs less to ask
        stated = stated_unit(passage, number, item, unit, name)
        if unit_fit(item.code, name, stated) == IMPOSSIBLE:
            return False
    return name != "level" or not is_total(passage, number, item)


def _answers(passage: Passage, number: Number, unit: str | None, measure: Measure, thread: Thread) -> Iterator[Answer]:
    """What the rules say of a number, one after another; each is asked when all before it said nothing that can be."""
    yield norm_per_head(passage, number, unit)
    yield paired(passage, number, unit, thread)
    yield from_list(passage, number, unit, measure, thread)
    yield share(passage, number, unit, thread)
    yield takes(passage, number, unit, thread)
    yield by_level(passage, number, thread)
    yield in_view(passage, number, unit, thread)
    yield recognised(passage, number, unit)
    yield recalled(passage, number, unit, thread)
    yield run_in(passage, number, unit, measure)
    yield base(passage, number, unit, thread)
    yield norm(passage, number, unit, measure, thread)
    yield reached(passage, number, unit, thread)
    yield task(passage, number, unit, thread)
    yield kept(passage, number, unit, thread)
    yield of_projects(passage, number, thread)
    yield of_points(passage, number, thread)
    yield short_of(passage, number, thread)
    names = names_of_one(passage, number, unit)
    named = aliases(passage, number, unit, measure, names)
    said = None if named else comment(passage, number, unit, measure, thread)
    yielded = not named or named[0].code in yielding()
    if measure.name == "level" and not said and yielded:
        yield hired_under(passage, number, unit, thread)
        yield weak(passage, number, unit, thread, firm=True)
    if yielded:
        yield _within(passage, number, unit, thread)
    if not named and measure.name == "level":
        yield enumerated(passage, number, unit, thread)
    yield named
    yield said
    yield headed(passage, number, unit, measure, thread)
    yield _changed(passage, number, unit, measure, thread)
    yield done(passage, number, unit, thread)
    yield member(passage, number, unit, thread)
    yield persons(passage, number, unit, thread)
    yield moved(passage, number, unit, measure, thread)
    alone = weak(passage, number, unit, thread)
    if names and not (alone and alone.code):
        yield [Linked(None, "one number for several names, none in the catalogue", name=name) for name in names]
    yield alone
    yield carried(passage, number, unit, thread)
    yield detail(passage, number, unit, thread)


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
