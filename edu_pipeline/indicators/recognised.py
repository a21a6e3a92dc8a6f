"""What schools were recognised as, told behind their number: 其中8所被认定为市级示范园, 某幼儿园等3所获评省一级示范园.

What belongs here: the verbs of recognition behind a count of schools, and the indicator that counts schools so recognised.  What
does not: names of such schools right beside a number (naming), grades alone (leaning).  The verbs are data (linking.yaml).
"""

from __future__ import annotations

from edu_pipeline.indicators.naming import coded
from edu_pipeline.indicators.passage import Number, Passage
from edu_pipeline.indicators.thread import Linked
from edu_pipeline.language.cues import Cued
from edu_pipeline.reference import any_of

_AS = Cued(
    lambda: (
        r"[^,，。;；、\d]{0,8}?(?:已|均|都|先后|新|成功|全部|被|获)*"
        rf"(?:{any_of('linking.yaml', 'recognised')})(?:为|成|成为|了)?[^,，。;；、\d]{{0,6}}"
    )
)


def recognised(passage: Passage, number: Number, unit: str | None) -> Linked | None:
    """The indicator of the schools that these were recognised as; none where the catalogue counts no such schools."""
    if unit != "institution" or not number.said & _AS.bit:
        return None
    verb = _AS.match(passage.text, number.quantity.end, number.clause[1])
    if verb is None:
        return None
    found = [one for one in coded(passage, number.quantity.end, number.clause[1], unit, "level") if one[1] in _COUNTED]
    if not found:
        return None
    hit, code, level = found[0]
    return Linked(code, f"recognised as: {hit.word.text}", level, at=(hit.start, hit.end))


_COUNTED = ("demonstration_kindergartens", "demonstration_high_schools")
