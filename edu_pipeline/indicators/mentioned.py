"""The places that the sentences of a paragraph name.

What belongs here: which sentences are looked at, and what 该市 in one of them can refer to.  What does not: where a text
names a place (language.places), and which of them a number is about (language.place_scope).
"""

from __future__ import annotations

import re
from datetime import date

from edu_pipeline.indicators.passage import Passage
from edu_pipeline.language.gazetteer import Region
from edu_pipeline.language.places import PlaceMention, find_places

_REMEMBERED = 8
"""How many places named before a sentence it can refer to (该市, 全县)."""
_THAT_PLACE = re.compile("该[市县区州旗]")
_SAID_BEFORE = 200
"""How far back a sentence without numbers is looked at for the place that 该市 means."""


def places_of(passage: Passage, home: Region | None, on: date | None) -> list[PlaceMention]:
    """The places of the sentences that hold numbers."""
    found: list[PlaceMention] = []
    text, over = passage.text, passage.heading
    for start, end in dict.fromkeys(number.sentence for number in passage.numbers):
        before = found[-_REMEMBERED:]
        if over < start and _THAT_PLACE.search(text, start, end):
            before = [*before, *find_places(text[max(over, start - _SAID_BEFORE) : start], home, on, before)]
        for mention in find_places(text[start:end], home, on, before):
            mention.start, mention.end = mention.start + start, mention.end + start
            found.append(mention)
        over = end
    return found
