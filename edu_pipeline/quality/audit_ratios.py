"""Pupils per teacher beside both counts: 在校生30250人, 专任教师1890人, 生师比16:1.

What belongs here: which pupils and which teachers a ratio joins.  What does not: percentages (audit_shares).
"""

from __future__ import annotations

from edu_pipeline.quality.audit_text import Figure, Passage, same_column
from edu_pipeline.quality.audit_trial import Log, either, fits

_NEAR = 0.2


def find(passage: Passage, log: Log) -> None:
    """Try every ratio of the passage."""
    for figure in passage.figures:
        if figure.unit in ("student/teacher", "ratio") and figure.role != "benchmark":
            _per_teacher(passage, figure, log)


def _per_teacher(passage: Passage, figure: Figure, log: Log) -> None:
    found: dict[str, Figure] = {}
    wanted = "staff" if "职工" in figure.left else "teacher"
    place, size = _place_in_list(passage, figure)
    for candidate in passage.before(figure, reach=8):
        if candidate.sentence != figure.sentence or candidate.segment != figure.segment:
            break
        if _place_in_list(passage, candidate) != (place, size) or _of_other_level(figure, candidate):
            continue  # 小学、初中生师比分别为…: the first of two ratios is of the first of two counts
        column = passage.figures[candidate.head].column if size > 1 else candidate.column
        if candidate.role == "amount" and candidate.unit == "person" and column in ("student", "staff", wanted):
            found.setdefault(column, candidate)
    if wanted not in found and "staff" in found and _of_staff(passage, figure, found):
        wanted = "staff"
    if "student" not in found or wanted not in found:
        log.skip("ratio", "pupils and teachers are not both printed beside the ratio")
        return
    pupils, teachers = found["student"], found[wanted]
    if not pupils.span.bounded or teachers.span.low <= 0:
        log.skip("ratio", "an operand is printed as an open bound")
        return
    trial = either(passage, "ratio", figure, (pupils, teachers), pupils.span / teachers.span, _NEAR)
    if trial is None:
        log.skip("ratio", "pupils and teachers are too far from the ratio to be its own")
    log.add(trial)


def _place_in_list(passage: Passage, figure: Figure) -> tuple[int, int]:
    """The place of a number in its list of like numbers, and how long that is."""
    listed = passage.figures[figure.head : figure.head + 12]
    members = [f.index for f in listed if f.head == figure.head and same_column(f, figure)]
    return (members.index(figure.index) if figure.index in members else 0), max(1, len(members))


def _of_other_level(figure: Figure, count: Figure) -> bool:
    named, own = figure.names.get("level"), count.names.get("level")
    return named is not None and own is not None and named != own


def _of_staff(passage: Passage, figure: Figure, found: dict[str, Figure]) -> bool:
    """Kindergartens count their staff (师幼比); elsewhere the staff stand for the teachers only where they give the ratio."""
    if "student" not in found or found["staff"].span.low <= 0:
        return False
    return "幼" in figure.left or fits(figure, found["student"].span / found["staff"].span)
