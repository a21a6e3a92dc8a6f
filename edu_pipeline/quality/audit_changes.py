"""Changes and gaps: a level and what it rose, grew or differs by.

What belongs here: 由 a 提高到 b, 比上年增加 c and 增长 d %, 高于标准 e 个百分点, 低于 f 的标准.  What does not: shares and means
(audit_shares, audit_means), and whether a value stands in conflict with another document (relations).
"""

from __future__ import annotations

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import Figure, Passage, covered, noun_of, same_unit
from edu_pipeline.quality.audit_trial import Log, Trial, either, implied, inconsistent, plain, shown
from edu_pipeline.quality.tolerance import Interval, exact

MOVES = frozenset({"change", "growth", "gap", "benchmark", "other"})
_NEAR = 0.5


def find(passage: Passage, log: Log) -> dict[int, Figure]:
    """Try every change and gap of the passage.  Returns level -> its absolute change (by index), for the shares."""
    explained = _from_to(passage, log)
    changes: dict[int, Figure] = {}
    for figure in passage.figures:
        if figure.index in explained or figure.role not in MOVES:
            continue
        if figure.role == "other":
            log.skip("gap", "the words that say what it is measured against are missing")
            continue
        level = _level(passage, figure)
        if level is None:
            log.skip("gap" if figure.role in ("gap", "benchmark") else "change", "no level stands before it")
        elif figure.role == "benchmark":
            log.add(_held_against(passage, level, figure))
        elif figure.role == "gap":
            log.add(_gap(passage, level, figure))
        elif figure.role == "change":
            changes.setdefault(level.index, figure)
            log.add(_change(passage, level, figure))
        else:
            _growth(passage, level, figure, changes.get(level.index), log)
    return changes


def _from_to(passage: Passage, log: Log) -> set[int]:
    """由 a 提高到 b; the change and growth behind it are claims.  Returns the figures so explained."""
    explained: set[int] = set()
    for before, after in zip(passage.figures, passage.figures[1:], strict=False):
        if before.sentence != after.sentence or not same_unit(before, after) or after.start - before.end > 40:
            continue
        if not words.FROM_WORD.search(before.left) or not words.TO_LINK.fullmatch(
            passage.text, before.end, after.start
        ):
            continue
        claims = [
            f
            for f in passage.in_sentence(after, reach=2)
            if f.segment == after.segment and f.role in ("change", "growth") and f.subjectless
        ]
        explained |= {before.index, after.index} | {f.index for f in claims}
        difference = after.span - before.span
        if not claims:
            log.add(
                implied(
                    passage, "change", (before, after), difference, f"implies a change of {plain(difference.value)}"
                )
            )
        for claim in claims:
            log.add(_claimed_move(passage, claim, before, after, difference, log))
    return explained


def _claimed_move(
    passage: Passage, claim: Figure, before: Figure, after: Figure, difference: Interval, log: Log
) -> Trial | None:
    size = difference.scaled(claim.sign)
    if claim.role == "growth" and before.unit != "%":
        if before.span.low <= 0:
            return None
        size = size.scaled(100.0) / before.span
    elif claim.role == "growth" or (claim.unit != "pp" and not same_unit(claim, after)):
        size = size if claim.unit == "%" else exact(float("nan"))
    trial = either(passage, "change", claim, (before, after), size, _NEAR) if size.value == size.value else None
    if trial is None:
        log.skip("change", "the change is too far from the two levels to be theirs")
    return trial


def _level(passage: Passage, figure: Figure) -> Figure | None:
    """The number whose change or gap this is: nearest before it, with nothing else in between."""
    members = [f for f in passage.figures[figure.head : figure.head + 12] if f.head == figure.head]
    if len(members) > 1:
        return _member_level(passage, members, figure)
    if figure.owner is not None and figure.bracket is not None:
        owner = passage.figures[figure.owner]
        return owner if _compatible(owner, figure) else None
    if "均" in figure.left[:4]:
        return None
    for candidate in passage.before(figure, reach=8):
        if candidate.depth > figure.depth:
            continue
        if candidate.sentence != figure.sentence and not _opens_sentence(passage, figure, candidate):
            return None
        if candidate.role in MOVES and not (
            figure.role == "gap" and candidate.role == "growth" and _about_growth(figure)
        ):
            continue
        if candidate.sentence == figure.sentence and candidate.segment != figure.segment:
            return None
        if _is_base(candidate, figure):
            continue
        return candidate if _compatible(candidate, figure) and _same_subject(figure, candidate) else None
    return None


def _about_growth(figure: Figure) -> bool:
    return any(word in figure.than for word in ("增幅", "增速", "增长", "涨幅", "降幅"))


def _opens_sentence(passage: Passage, figure: Figure, candidate: Figure) -> bool:
    """比上年增加 at the head of a sentence speaks of the sentence before."""
    start = passage.sentences[figure.sentence] if figure.sentence < len(passage.sentences) else 0
    if candidate.sentence != figure.sentence - 1 or figure.start - start > 80:
        return False
    first = passage.text[start : figure.start].lstrip()
    return first == figure.left.lstrip() and first.startswith(("比", "较", "同比", "与"))


def _compatible(level: Figure, figure: Figure) -> bool:
    if figure.unit == "pp":
        return level.unit == "%"
    if figure.role == "growth":
        return level.role in ("amount", "rate", "share", "mean")
    if figure.role == "benchmark":
        return same_unit(level, figure) and level.role not in MOVES
    return same_unit(level, figure) and level.role in ("amount", "mean")


def _same_subject(figure: Figure, level: Figure) -> bool:
    """The change names no subject of its own, or the level's."""
    if figure.subjectless:
        return True
    moves = (
        words.CHANGE_TAIL.search(figure.left)
        or words.COMPARED_TAIL.search(figure.left)
        or words.GAP_TAIL.search(figure.left)
    )
    subject = noun_of(words.COMPARED.sub("", figure.left[: moves.start()] if moves else figure.left))
    return len(subject) >= 2 and covered(subject, level.left) >= 0.6


def _member_level(passage: Passage, members: list[Figure], figure: Figure) -> Figure | None:
    """分别高于…14.7、17.4、17.2个百分点: as many levels as members, in the same order."""
    levels: list[Figure] = []
    for candidate in passage.before(members[0], reach=12):
        if candidate.sentence != figure.sentence or not _compatible(candidate, figure):
            break
        levels.insert(0, candidate)
    if (
        len(levels) > len(members)
        and len({f.head for f in levels[-len(members) :]}) == 1
        and levels[-len(members) - 1].head != levels[-1].head
    ):
        levels = levels[-len(members) :]
    return levels[figure.index - members[0].index] if len(levels) == len(members) else None


def _change(passage: Passage, level: Figure, change: Figure) -> Trial | None:
    """The level of before that a change implies, or the change recomputed where that level is printed."""
    before = _printed_base(passage, change)
    if before is not None and before is not level:
        return either(passage, "change", change, (level, before), (level.span - before.span).scaled(change.sign), _NEAR)
    past = level.span - change.span.scaled(change.sign)
    if past.value < 0 or (past.value == 0 and change.sign > 0 and level.value != change.value):
        return inconsistent(
            passage, "change", change, (level,), level.span, f"rises by {change.text} to no more than {level.text}"
        )
    earlier = _earlier_level(passage, level, change, past)
    if earlier is not None:
        return either(
            passage, "change", change, (level, earlier), (level.span - earlier.span).scaled(change.sign), _NEAR
        )
    return implied(
        passage,
        "change",
        (level, change),
        past,
        f"implies {shown(past.value, level)} before the change ({change.than or 'the time it is compared with'})",
    )


def _printed_base(passage: Passage, change: Figure) -> Figure | None:
    """比2020年的85.3%提高4.8个百分点: the level of before stands in the same clause."""
    before = passage.figures[change.index - 1] if change.index else None
    return before if before is not None and _is_base(before, change) else None


def _is_base(before: Figure, change: Figure) -> bool:
    if before.clause != change.clause or not _fits_unit(before, change):
        return False
    link = before.left[-16:]
    return any(word in link for word in ("比", "较")) and bool(
        words.TIME_REFERENCE.search(link) or words.TIME_REFERENCE.search(change.left)
    )


def _fits_unit(level: Figure, change: Figure) -> bool:
    if change.unit == "pp":
        return level.unit == "%"
    return same_unit(level, change) or (change.role == "growth" and level.role in ("amount", "mean"))


def _earlier_level(passage: Passage, level: Figure, change: Figure, past: Interval) -> Figure | None:
    """The same thing at an earlier time, printed before: 2022年为91.2%, 2023年为93.4%,提高2.2个百分点."""
    for candidate in passage.before(level, reach=4):
        if candidate.sentence == level.sentence and same_unit(candidate, level) and candidate.role == level.role:
            stated = words.TIME_REFERENCE.search(candidate.left) and words.TIME_REFERENCE.search(level.left)
            noun = noun_of(candidate.left)
            if (
                stated
                and past.low <= candidate.value <= past.high
                and (covered(noun, level.left) >= 0.5 or len(noun_of(level.left)) <= 6)
            ):
                return candidate
    return None


def _growth(passage: Passage, level: Figure, growth: Figure, change: Figure | None, log: Log) -> None:
    """The growth recomputed from amount and change, else the amount of before that it implies."""
    base = _printed_base(passage, growth)
    if base is not None and base is not level and same_unit(base, level) and base.span.low > 0:
        computed = (level.span - base.span).scaled(100.0 * growth.sign) / base.span
        log.add(either(passage, "change", growth, (level, base), computed, _NEAR))
    elif change is not None and change.unit != "pp":
        past = level.span - change.span.scaled(change.sign)
        if past.low <= 0 or change.sign != growth.sign:
            log.skip("change", "change and growth do not speak of the same move")
            return
        computed = change.span.scaled(100.0) / past
        trial = either(passage, "change", growth, (level, change), computed, _NEAR)
        if trial is None:
            log.skip("change", "the growth is too far from level and change to be theirs")
        log.add(trial)
    elif any(word in level.left for word in ("累计", "共投入", "总投", "新增")) or (
        growth.sign < 0 and growth.value >= 100
    ):
        log.skip("change", "growth of a sum over years")
    else:
        factor = exact(1.0) + growth.span.scaled(growth.sign / 100.0)
        if factor.low <= 0:
            log.skip("change", "a fall by all there was")
            return
        past = level.span / factor
        note = f"implies {shown(past.value, level)} before the change"
        if level.unit == "%":
            note += (
                " (the printed % taken as relative; as points it would be "
                + plain(level.value - growth.sign * growth.value)
                + ")"
            )
        log.add(implied(passage, "change", (level, growth), past, note))


def _gap(passage: Passage, level: Figure, gap: Figure) -> Trial | None:
    """The benchmark that a gap implies, or the gap recomputed where the benchmark is printed."""
    printed = passage.figures[gap.index - 1] if gap.index else None
    if printed is not None and printed is not level and _is_benchmark_of(printed, gap, level):
        return either(passage, "gap", gap, (level, printed), (level.plain - printed.plain).scaled(gap.sign), _NEAR)
    benchmark = level.span - gap.span.scaled(gap.sign)
    than = gap.than.strip("约近了的") or "what it is compared with"
    return implied(passage, "gap", (level, gap), benchmark, f"implies {shown(benchmark.value, level)} for {than}")


def _is_benchmark_of(printed: Figure, gap: Figure, level: Figure) -> bool:
    """高于全省平均水平(82.3%)1.5个百分点, or 比省定85%的标准高1.2个百分点."""
    if printed.unit != level.unit or printed.index <= level.index:
        return False
    return (
        printed.role == "benchmark"
        or printed.clause == gap.clause
        or bool(printed.depth > gap.depth and gap.start - printed.end <= 2)
    )


def _held_against(passage: Passage, level: Figure, benchmark: Figure) -> Trial:
    """低于省定5%的标准: both are printed, and the comparison must hold."""
    distance = level.plain - benchmark.plain
    holds = distance.value * benchmark.sign > 0 or (distance.low <= 0 <= distance.high and distance.radius > 0)
    relation = "above" if benchmark.sign > 0 else "below"
    words_ = f"{level.text} is {'' if holds else 'not '}{relation} {benchmark.text}"
    return Trial(
        passage,
        "gap",
        None,
        (level, benchmark),
        None,
        distance.value,
        distance.radius,
        "consistent" if holds else "inconsistent",
        words_,
    )
