"""Whether words that end as a school's name does are one school's, or name a sort of schools.

What belongs here: what is left of such words without those that name levels and sorts.  What does not: which sentences and
headlines tell of one school (tales), which rows of a table are schools (grid_layout).
"""

from __future__ import annotations

import re
from functools import cache

from edu_pipeline.indicators.lexicon import find_words
from edu_pipeline.indicators.measures import one_of
from edu_pipeline.reference import words


def is_sort_of_school(name: str) -> bool:
    """职业中学, 普通高中, 特殊教育学校: nothing of a name is left beside what sort of schools they are (东关小学, 第三中学)."""
    left = name
    known = {h.word.text for h in find_words(name) if h.word.level or h.word.linking}
    for word in sorted(known.union(words("kinds.yaml", "sorts_of_schools")), key=lambda w: (-len(w), w)):
        left = left.replace(word, "")
    return len(left) < _LEAST_NAME


def is_one(name: str) -> bool:
    """Whether words that end as a school's name does are more than a sort of schools: 阳光小学, not 农村小学."""
    return not (no_name().search(name[:-2]) or is_sort_of_school(name))


_LEAST_NAME = 2
"""Characters of a name."""


@cache
def no_name() -> re.Pattern[str]:
    """Words that no name of one school holds: 农村小学, 全县中学."""
    return re.compile(
        rf"{one_of('not_in_names')}|[一二三四五六七]是|[今去明]年|[春秋]季|学期|[全各所名个等的把将对为以与和使让从向]|小学$|[一二三四五六七八九十两]所"
    )
