"""The earlier value of a change, where the text prints it: 比2020年的85.3%提高4.8个百分点, 增长12%(上年为5000人).

What belongs here: which number is the level of before, whether the words leave nothing else that it could be, and a change
held against it.  What does not: which level a change is of (audit_changes), and what a change implies where no earlier level
is printed.
"""

from __future__ import annotations

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import Figure, Passage, covered, noun_of, same_unit
from edu_pipeline.quality.audit_trial import Log, Trial, either, fits, inconsistent, shown
from edu_pipeline.quality.tolerance import Interval

MOVES = frozenset({"change", "growth", "gap", "benchmark", "other"})
NEAR = 0.5
_SAME_SIZE = 3.0  # times that a level may differ from the one before it, where only the words join them


def printed_base(passage: Passage, level: Figure, change: Figure) -> tuple[Figure, bool] | None:
    """The level of before that stands in the clause of a change or in a bracket beside it; whether it surely is that."""
    before = passage.figures[change.index - 1] if change.index else None
    if before is not None and before is not level and is_base(passage, before, change):
        sure = words.SUBJECTLESS.fullmatch(_before_compared(before.left)) is not None
        return before, sure and _of_size(level, before)
    told = _in_bracket(passage, level, change)
    return (told, _of_size(level, told)) if told is not None else None


def _before_compared(left: str) -> str:
    """What stands before 比 or 较: 辍学率比2022年的 has a subject of its own."""
    at = max(left.rfind("比"), left.rfind("较"))
    return left[: max(at, 0)].strip(" ,，")


def _of_size(level: Figure, base: Figure) -> bool:
    small, large = sorted((level.value, base.value))
    return large <= _SAME_SIZE * small


def is_base(passage: Passage, before: Figure, change: Figure) -> bool:
    """比2020年的85.3% or 比2020年(85.3%), with the change in the same clause."""
    if change.role not in ("change", "growth", "gap", "other") or not _fits_unit(before, change):
        return False
    if before.role in MOVES:  # 比2004年分别多24015人和45108人
        return False
    if before.bracket is not None and before.depth > change.depth and change.start - before.end <= 12:
        link = words.MARK.split(passage.text[max(0, before.bracket - 16) : before.bracket])[-1]
    elif before.clause == change.clause:
        link = before.left[-16:]
    else:
        return False
    return any(word in link for word in ("比", "较")) and bool(
        words.TIME_REFERENCE.search(link) or words.TIME_REFERENCE.search(change.left)
    )


def _in_bracket(passage: Passage, level: Figure, change: Figure) -> Figure | None:
    """同比增长12%(2022年为5200人), or 5600人(上年为5200人),增长12%: behind the change, or behind its level."""
    figures = passage.figures
    if "分别" in change.left:
        return None
    behind = next((f for f in figures[change.index + 1 : change.index + 3] if f.role not in MOVES), None)
    beside = figures[change.index - 1] if change.index else None
    for told, owners in ((behind, range(change.index, change.index + 2)), (beside, (level.index,))):
        if told is None or told is level or told.bracket is None or told.owner not in owners:
            continue
        past = words.PAST_LEVEL.fullmatch(told.left)
        if past and same_unit(told, level) and _same_time(change.than, past["when"]):
            return told
    return None


def _same_time(than: str, when: str) -> bool:
    """Whether a change is held against the time that the bracket names: 比上年, 同比 and no word against the year before."""
    years = words.YEAR.findall(than)
    if years:
        return years[-1] in when
    return not than or words.YEAR_BEFORE.search(than) is not None


def _fits_unit(level: Figure, change: Figure) -> bool:
    if change.unit == "pp":
        return level.unit == "%"
    return same_unit(level, change) or (change.role == "growth" and level.role in ("amount", "mean"))


def against_base(passage: Passage, claim: Figure, level: Figure, base: tuple[Figure, bool], log: Log) -> None:
    """A change or growth beside both levels."""
    before, sure = base
    points = (level.span - before.span).scaled(claim.sign)
    computed = points
    if claim.role == "growth" and not (level.unit == "%" and fits(claim, points)):
        if before.span.low <= 0:
            log.skip("change", "the level of before is printed as an open bound")
            return
        computed = points.scaled(100.0) / before.span
    trial = moved(passage, claim, level, before, computed, sure)
    if trial is None:
        log.skip("change", "the change is too far from the two levels to be theirs")
    log.add(trial)


def moved(
    passage: Passage, claim: Figure, level: Figure, before: Figure, computed: Interval, sure: bool
) -> Trial | None:
    """The change from `before` to `level` in the direction that the claim names: it fits, it is near or `sure`ly meant, or
    it goes the other way."""
    trial = either(passage, "change", claim, (level, before), computed, 1.0 if sure else NEAR)
    if trial is None and computed.high < 0 and (sure or fits(claim, computed.scaled(-1.0))):
        trial = inconsistent(passage, "change", claim, (level, before), computed, _other_way(claim.sign, before, level))
    return trial


def _other_way(sign: int, before: Figure, level: Figure) -> str:
    off = shown(abs(level.value - before.value), level)
    told, is_ = ("rise", "less") if sign > 0 else ("fall", "more")
    return f"told as a {told} from {before.text} to {level.text}, which is {off} {is_}"


def towards(passage: Passage, before: Figure, after: Figure) -> Trial | None:
    """由21300人增加到20100人: two levels that move against the verb between them."""
    if after.unit in words.UNORDERED or words.PLACE_IN_ORDER.search(before.left):
        return None
    verbs = list(words.TOWARDS.finditer(passage.text, before.end, after.start))
    difference = after.span - before.span
    if not verbs or not difference.bounded:
        return None
    sign = 1 if verbs[-1]["up"] else -1
    if difference.scaled(sign).high >= 0:
        return None
    return inconsistent(passage, "change", after, (before,), before.span, _other_way(sign, before, after))


def earlier_level(passage: Passage, level: Figure, change: Figure, past: Interval) -> Figure | None:
    """The same thing at an earlier time, printed before: 2022年为91.2%, 2023年为93.4%,提高2.2个百分点."""
    for candidate in passage.before(level, reach=4):
        if candidate.sentence == level.sentence and same_unit(candidate, level) and candidate.role == level.role:
            stated = words.TIME_REFERENCE.search(candidate.left) and words.TIME_REFERENCE.search(level.left)
            noun = noun_of(candidate.left)
            alike = covered(noun, level.left) >= 0.5 or len(noun_of(level.left)) <= 6
            if stated and alike and past.low <= candidate.value <= past.high:
                return candidate
            if (
                _year_before(candidate, level)
                and change.than in ("", "上年", "上年同期")
                and change.index == level.index + 1
            ):
                return candidate
    return None


def _year_before(candidate: Figure, level: Figure) -> bool:
    """The same words beside both, and the years before them follow on one another."""
    years = [words.YEAR.findall(f.left) for f in (candidate, level)]
    topics = [words.YEAR.sub("", noun_of(f.left)).lstrip("年度、,，") for f in (candidate, level)]
    same = max(covered(topics[0], topics[1]), covered(topics[1], topics[0])) >= 0.6 or len(topics[1]) < 2
    return all(years) and int(years[1][-1]) - int(years[0][-1]) == 1 and same and candidate.index == level.index - 1
