"""Changes and gaps: a level and what it rose, grew or differs by.

What belongs here: 由 a 提高到 b, 比上年增加 c and 增长 d %, 高于标准 e 个百分点, 低于 f 的标准.  What does not: shares and means
(audit_shares, audit_means), and whether a value stands in conflict with another document (relations).
"""

from __future__ import annotations

from edu_pipeline.quality import audit_growth
from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_bases import (
    MOVES,
    NEAR,
    against_base,
    earlier_level,
    is_base,
    moved,
    printed_base,
    towards,
)
from edu_pipeline.quality.audit_text import Figure, Passage, covered, noun_of, same_unit
from edu_pipeline.quality.audit_trial import Log, Trial, either, fits, implied, inconsistent, plain, shown
from edu_pipeline.quality.tolerance import Interval, exact


def find(passage: Passage, log: Log) -> tuple[dict[int, Figure], set[int]]:
    """Try every change and gap of the passage.  Returns level -> its absolute change (by index), and the figures of moves
    from one level to another: for the shares."""
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
            _change(passage, level, figure, log)
        else:
            _growth(passage, level, figure, changes.get(level.index), log)
    return changes, explained


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
        claims = _claims_of(passage, before, after)
        yearly = [f for f in passage.in_sentence(after, reach=3) if f.role == "mean" and f.unit == "%"]
        for mean in yearly:
            log.add(audit_growth.yearly(passage, mean, before, after, log))
        explained |= {before.index, after.index} | {f.index for f in claims}
        difference = after.span - before.span
        astray = towards(passage, before, after)
        if astray is not None:
            log.add(astray)
            continue
        if not claims and not yearly:
            size = (
                f"{plain(abs(difference.value))} percentage points"
                if after.unit == "%"
                else shown(abs(difference.value), after)
            )
            note = f"implies a {'fall' if difference.value < 0 else 'rise'} of {size}"
            log.add(implied(passage, "change", (before, after), difference, note))
        for claim in claims:
            log.add(_claimed_move(passage, claim, before, after, difference, log))
    return explained


def _claims_of(passage: Passage, before: Figure, after: Figure) -> list[Figure]:
    """What is said of a move right behind it, and not behind another level: 由58.7%提高到91.2%,达标率99.03%,提高40个百分点."""
    claims: list[Figure] = []
    for figure in passage.in_sentence(after, reach=2):
        if figure.segment != after.segment:
            break
        if _tells_move(figure, before, after):
            claims.append(figure)
        elif figure.unit == after.unit and figure.role not in MOVES:
            break
    return claims


def _claimed_move(
    passage: Passage, claim: Figure, before: Figure, after: Figure, difference: Interval, log: Log
) -> Trial | None:
    size = difference.scaled(-1 if words.FALL_SHARE.search(claim.left) else claim.sign)
    relative = size.scaled(100.0) / before.span if before.span.low > 0 else None
    if claim.unit == "%" and (before.unit != "%" or (relative is not None and fits(claim, relative))):
        if relative is None:
            return None
        size = relative
    elif claim.role == "growth" or (claim.unit != "pp" and not same_unit(claim, after)):
        size = size if claim.unit == "%" else exact(float("nan"))
    trial = (
        either(passage, "change", claim, (before, after), size, 1.0 if _right_behind(claim, after) else NEAR)
        if size.value == size.value
        else None
    )
    if trial is None:
        log.skip("change", "the change is too far from the two levels to be theirs")
    return trial


def _right_behind(claim: Figure, after: Figure) -> bool:
    """Whether a number is their difference whatever its size: 由20100人增加到21300人,增加1200人 or 增长6%, and not 同比增长."""
    if claim.index != after.index + 1:
        return False
    return same_unit(claim, after) or (claim.subjectless and not claim.than and (claim.unit, after.unit) != ("%", "%"))


def _tells_move(figure: Figure, before: Figure, after: Figure) -> bool:
    """Whether a number behind two levels says how far they are apart: 由45所增加到61所,增加16所 or 新增16所; 由1209家压减至41家,
    压减率96.6%."""
    share = words.FALL_SHARE.search(figure.left) if figure.unit == "%" and after.unit != "%" else None
    if share:
        of = figure.left[: share.start()].strip(",， ")
        return of in ("", "其", "总", "总体", "整体", "累计", "平均") or covered(of, before.left) > 0.99
    if same_unit(figure, after) and words.OF_ITS_OWN.match(figure.right):
        return False
    bare = (
        figure.role in ("amount", "change")
        and same_unit(figure, after)
        and words.BARE_RISE.fullmatch(figure.left) is not None
    )
    return bare or (figure.role in ("change", "growth") and figure.subjectless)


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
        if is_base(passage, candidate, figure) or is_base(passage, candidate, passage.figures[candidate.index + 1]):
            continue
        if not _compatible(candidate, figure):
            return None
        if _same_subject(figure, candidate):
            return candidate
        if figure.role != "gap" or covered(figure.than, candidate.left) < 0.5:
            return None  # 教师高出公务员0.2万元: what stands between is what it is held against
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


def _change(passage: Passage, level: Figure, change: Figure, log: Log) -> None:
    """The level of before that a change implies, or the change recomputed where that level is printed."""
    base = printed_base(passage, level, change)
    if base is not None:
        against_base(passage, change, level, base, log)
        return
    past = level.span - change.span.scaled(change.sign)
    when = change.than or "the time it is compared with"
    if past.value < 0 or (past.value == 0 and change.sign > 0 and level.value != change.value):
        said = f"rises by {change.text} to no more than {level.text}"
        log.add(inconsistent(passage, "change", change, (level,), level.span, said))
        return
    earlier = earlier_level(passage, level, change, past)
    if earlier is not None:
        trial = moved(passage, change, level, earlier, (level.span - earlier.span).scaled(change.sign), False)
        if trial is not None:
            log.add(trial)
            return
    said = f"implies {shown(past.value, level)} before the change ({when})"
    log.add(implied(passage, "change", (level, change), past, said))


def _growth(passage: Passage, level: Figure, growth: Figure, change: Figure | None, log: Log) -> None:
    """The growth recomputed from amount and change, else the amount of before that it implies."""
    base = printed_base(passage, level, growth) or (printed_base(passage, level, change) if change else None)
    if base is not None and same_unit(base[0], level):
        against_base(passage, growth, level, base, log)
    elif change is not None and change.unit != "pp":
        past = level.span - change.span.scaled(change.sign)
        if past.low <= 0 or change.sign != growth.sign:
            log.skip("change", "change and growth do not speak of the same move")
            return
        computed = change.span.scaled(100.0) / past
        trial = either(passage, "change", growth, (level, change), computed, NEAR)
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
        note = f"implies {shown(past.value, level)} before the change ({growth.than or 'the time it is compared with'})"
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
        return either(passage, "gap", gap, (level, printed), (level.plain - printed.plain).scaled(gap.sign), NEAR)
    beside = _benchmark_beside(passage, level, gap)
    if beside is not None:
        own, bar = beside
        trial = either(passage, "gap", gap, (own, bar), (own.plain - bar.plain).scaled(gap.sign), NEAR)
        if trial is not None:
            return trial
        level = own
    benchmark = level.span - gap.span.scaled(gap.sign)
    than = gap.than.strip("约近了的差均") or "what it is compared with"
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


def _benchmark_beside(passage: Passage, level: Figure, gap: Figure) -> tuple[Figure, Figure] | None:
    """教师平均工资9.2万元,公务员平均工资9万元,高出0.2万元: of two levels side by side, one is the benchmark."""
    other = next(
        (f for f in (passage.figures[level.index + 1], passage.figures[level.index - 1]) if f is not gap and f.index < gap.index), None
    )  # fmt: skip
    if (
        other is None
        or other is level
        or other.sentence != level.sentence
        or not same_unit(other, level)
        or other.role in MOVES
    ):
        return None
    bars = [f for f in (other, level) if words.BENCHMARK.search(f.left)]
    if len(bars) == 2:  # 平均 stands before both: the words of the gap, or who is paid, tell
        bars = [f for f in bars if covered(gap.than, f.left) >= 0.5] or [
            f for f in bars if words.OUTSIDER.search(f.left)
        ]
    if len(bars) != 1 or (len(gap.than.strip("约近了的")) >= 2 and covered(gap.than, bars[0].left) < 0.5):
        return None
    return (level, other) if bars[0] is other else (other, level)


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
