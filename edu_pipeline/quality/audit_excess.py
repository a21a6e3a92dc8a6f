"""Parts that are greater than their whole: 教职工3120人,其中专任教师3500人.

What belongs here: which number the words make a part of which other (其中, a bracket, 女生 behind 在校生, 专任教师 behind
教职工), and whether it can be one.  What does not: whether all parts together give the total (audit_sums, audit_weighing), and
tables (audit_table_parts).

Only what is sure is said: every number before 其中 that the part could be of must be too small for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from edu_pipeline.quality import audit_part_words as part_words
from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_parts import ADDABLE
from edu_pipeline.quality.audit_sums import announced
from edu_pipeline.quality.audit_text import MONEY, Figure, Passage, same_column, same_unit
from edu_pipeline.quality.audit_trial import Log, Trial, inconsistent, shown

_SCOPES = ("level", "owner", "place", "year")
"""Dimensions by which two numbers side by side may be of different wholes."""


def find(passage: Passage, told: set[int], log: Log) -> None:
    """Try every part of the passage; `told` are the figures that a sum has joined (by index)."""
    seen: set[int] = set()
    for whole, part in (*_of_which(passage), *_in_brackets(passage), *_side_by_side(passage)):
        if part.index not in seen and not {whole.index, part.index} <= told and exceeds(part, whole):
            seen.add(part.index)
            log.add(too_great(passage, part, whole))


def exceeds(part: Figure, whole: Figure) -> bool:
    """Whether the part is greater than the whole, whatever their digits leave open."""
    return part.span.low > whole.span.high


def too_great(passage: Passage, part: Figure, whole: Figure) -> Trial:
    """The contradiction as a trial."""
    over = shown(part.value - whole.value, part)
    said = f"{part.text} is told as a part of {whole.text} and is {over} more: one of the two is wrong"
    return inconsistent(passage, "sum", part, (whole,), whole.span, said)


def _of_which(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """教职工3120人,其中专任教师3500人: the numbers of the first clause behind the word."""
    for scope in announced(passage):
        if not _names_parts(passage.text, scope.at, scope.end):
            continue
        first = scope.after[0]
        for part in scope.after:
            if part.clause != first.clause:
                break
            beside = [w for w in scope.before if same_unit(w, part) and w.depth <= part.depth and _counts(w)]
            wholes = [w for w in beside if _may_be_of(w, part)]
            if wholes and wholes[-1] is beside[-1] and all(exceeds(part, w) for w in wholes):
                yield wholes[-1], part


def _names_parts(text: str, start: int, end: int) -> bool:
    """其中, or 包括 right behind a mark: 乡镇地区包括… speaks of something else than the number before."""
    cue = words.OF_WHICH_OPEN.match(text, start, end)
    return cue is not None and (cue[0] == "其中" or text[max(0, start - 1) : start] in tuple(",，;；(（"))


def _may_be_of(whole: Figure, part: Figure) -> bool:
    apart = part_words.OVERALL.search(part.left) or part_words.NOT_COUNTED.search(part.left)
    return _counts(whole) and _counts(part) and _same_sort(whole, part) and not apart


def _counts(figure: Figure) -> bool:
    """Amounts of a thing that can be counted; what is printed in plain yuan is mostly a mean (生均11128元)."""
    money = figure.unit not in MONEY or part_words.LARGE.search(figure.text) is not None
    known = figure.role == "amount" and figure.unit in ADDABLE and figure.unit != "item" and money
    return known and "每" not in figure.left and any(c.isdigit() for c in figure.text)


def _same_sort(whole: Figure, part: Figure) -> bool:
    return same_column(whole, part) or (same_unit(whole, part) and (whole.column, part.column) == ("staff", "teacher"))


def _in_brackets(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """在校生10000人(女12000人): a bracket that names a part by a word."""
    for part in passage.figures:
        if part.owner is None or part.bracket is None:
            continue
        whole = passage.figures[part.owner]
        inner = passage.text[part.bracket + 1 : part.start]
        named = part_words.OF_SOME.match(inner) and not words.NOT_PARTS.search(inner)
        if named and part.index == whole.index + 1 and _may_be_of(whole, part):
            yield whole, part


def _side_by_side(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """在校生10000人,女生12000人: what is behind counts some of those before, by its own words."""
    for whole, part in zip(passage.figures, passage.figures[1:], strict=False):
        beside = whole.sentence == part.sentence and whole.segment == part.segment and whole.depth == part.depth
        if beside and _may_be_of(whole, part) and some_of(whole, part) and not elsewhere(whole, part):
            yield whole, part


def some_of(whole: Figure, part: Figure) -> bool:
    """Whether the part's words count some of what the whole's words count."""
    if any(pattern.search(whole.left) and some.search(part.left) for pattern, some in part_words.SOME_OF):
        # the teachers of a level are counted by whom they teach, its staff by their school: 小学教职工 can be fewer
        return "title" not in whole.names and not (whole.column == "staff" and (whole.level or part.level))
    return "sex" in part.names and "sex" not in whole.names and part_words.OF_SEX.search(part.left) is not None


def elsewhere(whole: Figure, part: Figure) -> bool:
    """初中专任教师500人,全县女教师900人; 2022年…,2023年…: another place, level or time."""
    return any(part.names.get(d) not in (None, whole.names.get(d)) for d in _SCOPES)
