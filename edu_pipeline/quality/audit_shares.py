"""Shares: a part, its whole and the percentage between them.

What belongs here: which whole a part and its percentage fit (181个 of 7495个 and 2.41%), a rate of 100% of what stands
before it, wholes that are only implied.  What does not: what a percentage says it is of (audit_share_claims), shares that
make up a whole (audit_share_sums), percentages of change (audit_changes), pupils per teacher (audit_ratios).
"""

from __future__ import annotations

import re

from edu_pipeline.quality import audit_share_sums
from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_excess import some_of
from edu_pipeline.quality.audit_part_words import narrower, of_rate
from edu_pipeline.quality.audit_parts import complete, parted, parting
from edu_pipeline.quality.audit_share_claims import (
    COUNTED,
    Claim,
    claim_in_list,
    claim_of,
    counterpart,
    equipped,
    family,
    in_row,
    part_of,
    whole_inside,
)
from edu_pipeline.quality.audit_text import (
    Figure,
    Passage,
    bigrams,
    covered,
    noun_of,
    same_column,
    same_unit,
)
from edu_pipeline.quality.audit_trial import Log, consistent, either, fits, implied, near, shown
from edu_pipeline.quality.tolerance import Interval, exact, total

_NEAR_SHARE = 0.3
_OWN_SUBJECT = 0.34
"""Share of a subject's pairs of characters that the words of the count have at most, where it is another's."""


def find(passage: Passage, changes: dict[int, Figure], moves: set[int], log: Log) -> None:
    """Try every share of the passage; `changes` maps a level to its absolute change, `moves` are the figures that tell a
    move from one level to another (by index)."""
    summed = audit_share_sums.find(passage, log)
    settled: Settled = {}
    for figure in passage.figures:
        counted = counterpart(passage, figure, passage.figures[figure.head]) is not None
        if figure.index in moves or (figure.head in summed and not counted):
            continue
        if figure.unit == "%" and figure.role in ("share", "rate"):
            inner = whole_inside(passage, figure)
            claim = claim_in_list(passage, figure)
            if inner is not None:
                _judge(passage, figure, *inner, _NEAR_SHARE, log)
            elif claim is not None:
                _try(passage, claim, changes, moves, settled, log)


Settled = dict[tuple[int, str], tuple[Figure, set[int]]]
"""Sentence and word of a share -> the whole that such shares were found to be of, and the parts (by index)."""


def _try(
    passage: Passage, claim: Claim, changes: dict[int, Figure], moves: set[int], settled: Settled, log: Log
) -> None:
    figure = claim.figure
    part = part_of(passage, figure)
    if part is not None and part.index in moves and figure.value == 100:
        return  # 由318个减少到19个,超大班额消除100%
    if _named_part(passage, claim, part, log):
        return
    if part is None:
        if claim.form == "share":
            log.skip("ratio", "no count stands before the share")
        return
    if "其中" in figure.left and claim.form == "share" and part.index == figure.index - 1:
        share = figure.span.scaled(0.01)
        log.add(
            implied(
                passage,
                "product",
                (part, figure),
                part.span * share,
                f"implies {_at_least(figure, part)} of {part.text}",
            )
        )
        return
    belongs = claim.form in ("share", "bare") or covered(claim.stem, _context(passage, part, figure)) >= 0.6
    if not belongs:
        return
    if figure.value == 100 and figure.comparator == "eq":
        part = equipped(passage, part)
        if claim.form == "rate" or (part.index >= figure.index - 2 and not in_row(passage, part)):
            log.add(consistent(passage, "ratio", figure, (part,), exact(100.0)))
        return
    _part_of_whole(passage, claim, part, changes, settled, log)


def _named_part(passage: Passage, claim: Claim, nearest: Figure | None, log: Log) -> bool:
    """升学3411人,其中本科187人,升学率43.2%: the count that the rate names stands further off; only a fit tells."""
    figure = claim.figure
    if (
        claim.form == "share"
        or len(claim.stem) < 2
        or figure.digits < 3
        or (nearest and covered(claim.stem, nearest.left) >= 0.6)
    ):
        return False
    for part in passage.before(figure, reach=6):
        if part.sentence != figure.sentence:
            break
        if part.role != "amount" or part.unit not in COUNTED or covered(claim.stem[-4:], part.left) < 0.5:
            continue
        for whole in (w for w in passage.before(part, reach=4) if _may_hold(passage, w, part, claim)):
            if whole.span.bounded and part.span.bounded and fits(figure, _percent(part, whole)):
                log.add(consistent(passage, "ratio", figure, (part, whole), _percent(part, whole)))
                return True
    return False


def _at_least(figure: Figure, whole: Figure) -> str:
    product = shown(whole.value * figure.value / 100, whole)
    return f"more than {product.removeprefix('about ')}" if figure.comparator in ("gt", "ge") else product


def _context(passage: Passage, part: Figure, figure: Figure) -> str:
    return passage.text[max(0, part.start - len(part.left)) : figure.start - len(figure.left)]


def _part_of_whole(
    passage: Passage, claim: Claim, part: Figure, changes: dict[int, Figure], settled: Settled, log: Log
) -> None:
    figure = claim.figure
    wholes = [c for c in passage.before(part, reach=12) if _may_hold(passage, c, part, claim)][:4]
    named = words.AMONG_BEFORE.match(part.left.lstrip(",，")) if not claim.whole else None
    if named and any(covered(named["whole"], c.left + c.right) >= 0.5 for c in wholes):
        claim.whole = named["whole"]
    common, parts = settled.get(family(claim), (None, set())) if not claim.whole else (None, set())
    if claim.whole:
        wholes.sort(key=lambda c: (-round(covered(claim.whole, c.left + c.right), 1), -c.index))
    precise = figure.digits >= 3
    for i, whole in enumerate(wholes):
        linked = whole is common or _linked(passage, claim, whole, part)
        sure = linked or (precise and i < 3 and part.span.bounded and whole.span.bounded)
        computed = _percent(part, whole)
        if sure and _tells(figure, part, whole) and fits(figure, computed):
            settled[family(claim)] = whole, {*parts, part.index}
            log.add(consistent(passage, "ratio", figure, (part, whole), computed))
            return
    beside = next((w for w in wholes if w.index not in parts and _linked(passage, claim, w, part)), None)
    own = next((w for w in wholes if _its_own(passage, claim, part, w)), None)
    firm = own or beside or (common if common in wholes else None)
    row = _row_of(passage, part) if claim.form == "share" and not claim.whole else []
    member = _member(row, figure)
    if member is not None:
        _share_of_row(passage, figure, member, row, log)
    elif firm is not None:
        if _of_another(passage, claim, part, firm) and not fits(figure, _percent(part, firm)):
            log.skip("ratio", "the share names a part of its own, whose count is not printed")
            return
        near_by = 1.0 if own else _NEAR_SHARE if claim.form == "share" else _NEAR_SHARE / 2
        _judge(passage, figure, part, firm, near_by, log)
    elif claim.form == "rate" or (claim.form == "bare" and claim.stem and covered(claim.stem, part.left) >= 0.6):
        _implied_whole(passage, claim, part, changes, log)
    else:
        log.skip("ratio", "the whole that the share is of is not printed beside it")


def _of_another(passage: Passage, claim: Claim, part: Figure, whole: Figure) -> bool:
    """硕士386人,“双一流”高校毕业生占53.6%: a subject of its own is no word of the count before it. 受益学生2713名;寄宿生1985名,占
    学生总数的51.4%: those whom something reaches are no total."""
    if "总" in passage.text[part.end : claim.figure.start] and words.REACHED.search(whole.left):
        return True
    if claim.form == "rate":
        return False
    first = claim.figure
    while first.index and first.left.startswith("、"):
        first = passage.figures[first.index - 1]
    opened = claim if first is claim.figure else claim_of(first)
    subject = noun_of(re.split("[,，、;；:：]", opened.stem)[-1]) if opened else ""
    counted = part.left + part.right + whole.left + whole.right
    return len(bigrams(subject)) >= 2 and covered(subject, counted) < _OWN_SUBJECT


def _its_own(passage: Passage, claim: Claim, part: Figure, whole: Figure) -> bool:
    """报名2000人,上线900人,上线率55%; 在校生12000人,其中寄宿生3000人,占35%: whatever its size, the percentage can be of nothing
    else, for the two stand before it, carry its words, and no other numbers there give it."""
    figure = claim.figure
    beside = part.index == figure.index - 1 and whole.sentence == figure.sentence
    bounded = figure.span.bounded and part.span.bounded and whole.span.bounded
    if not beside or not bounded or not whole.depth == part.depth == figure.depth:
        return False
    if claim.form == "share":
        between = passage.figures[whole.index + 1 : part.index]
        apart = whole.segment != part.segment or any(f.role != "norm" for f in between)
        joined = "其中" in passage.text[whole.end : part.start] or some_of(whole, part)
        theirs = joined and not apart and not claim.whole and len(noun_of(claim.stem)) < 2
    else:
        theirs = not narrower(part.names, whole.names, claim.stem) and of_rate(claim.stem, part.left, whole.left)
    others = (w for w in passage.before(part, reach=8) if _may_hold(passage, w, part, claim))
    return theirs and not any(fits(figure, _percent(part, other)) for other in others)


def _row_of(passage: Passage, last: Figure) -> list[Figure]:
    """The counts side by side that end with `last`, parted by one dimension."""
    row = [last]
    for candidate in passage.before(last, reach=12):
        if (
            candidate.sentence != last.sentence
            or candidate.role != "amount"
            or not same_column(candidate, last)
            or not parted([candidate, *row])
        ):
            break
        row.insert(0, candidate)
    return row


def _member(row: list[Figure], figure: Figure) -> Figure | None:
    """The count of the row that a share names again."""
    dimension = parting(row) if len(row) >= 2 else None
    name = figure.names.get(dimension) if dimension else None
    return next((f for f in row if name and f.names.get(dimension or "") == name), None)


def _share_of_row(passage: Passage, figure: Figure, part: Figure, row: list[Figure], log: Log) -> None:
    """公办56所、民办84所,公办园占比40%: the whole is the sum of the row."""
    whole = total([f.span for f in row])
    computed = part.span.scaled(100.0) / whole if whole.low > 0 and whole.bounded else None
    others = [f for f in row if f is not part]
    trial = (
        either(passage, "ratio", figure, (part, *others), computed, _NEAR_SHARE)
        if computed and (complete(row) or fits(figure, computed))
        else None
    )
    if trial is None:
        log.skip("ratio", "the whole that the share is of is not printed beside it")
    log.add(trial)


def _may_hold(passage: Passage, whole: Figure, part: Figure, claim: Claim) -> bool:
    if (
        whole.role != "amount"
        or not same_unit(whole, part)
        or whole.value < part.value * (0.5 if _of_plan(whole, claim) else 0.98)
        or whole.sentence < claim.figure.sentence - 2
    ):
        return False
    named = bool(claim.whole) and covered(claim.whole, whole.left + whole.right) >= 0.5
    if not (named or same_column(whole, part) or (whole.column, part.column) == ("staff", "teacher")):
        return False
    siblings = any(whole.names.get(d, w) != w for d, w in part.names.items())
    apart = siblings and claim.form != "share" and not words.PASSES_ON.search(part.left)
    return not apart and whole.depth <= part.depth and whole.span.low > 0


def _of_plan(whole: Figure, claim: Claim) -> bool:
    """A plan may be kept by more than 100 %."""
    return "完成" in claim.figure.left and words.PLANNED.search(whole.left) is not None


def _linked(passage: Passage, claim: Claim, whole: Figure, part: Figure) -> bool:
    """Whether the words make `part` a part of `whole`."""
    between = passage.text[whole.end : part.start]
    if claim.whole:
        return covered(claim.whole, whole.left + whole.right) >= 0.5
    if "其中" in between or words.AMONG_AFTER.match(between):
        return True
    between_them = passage.figures[whole.index + 1 : part.index]
    neighbours = all(f.unit in ("%", "pp") or f.role == "norm" for f in between_them)
    return neighbours and whole.segment == part.segment


def _percent(part: Figure, whole: Figure) -> Interval:
    return part.span.scaled(100.0) / whole.span


def _tells(figure: Figure, part: Figure, whole: Figure) -> bool:
    """30所以上 of 80 are 37.5 % or more, which fits more than half of all shares: it is tried only beside a share near it."""
    return (part.span.bounded and whole.span.bounded) or near(figure, _percent(part, whole), _NEAR_SHARE)


def _judge(passage: Passage, figure: Figure, part: Figure, whole: Figure, near_by: float, log: Log) -> None:
    if whole.span.low <= 0:
        log.skip("ratio", "the whole is printed as an open bound")
        return
    computed = _percent(part, whole)
    if not _tells(figure, part, whole):
        log.skip("ratio", "an operand is printed as an open bound")
        return
    trial = either(passage, "ratio", figure, (part, whole), computed, near_by)
    if trial is None:
        log.skip("ratio", "part and whole are too far from the share to be its own")
    log.add(trial)


def _implied_whole(passage: Passage, claim: Claim, part: Figure, changes: dict[int, Figure], log: Log) -> None:
    """本科上线5074人, 本科上线率49%: how many there were in all; with both changes, also how many the year before."""
    figure = claim.figure
    if figure.span.low <= 0 or covered(claim.stem, part.left) < 0.6 or words.MOVED_TO.search(figure.left):
        log.skip("ratio", "the whole that the rate is of is not printed beside it")
        return
    whole = part.span.scaled(100.0) / figure.span
    log.add(implied(passage, "ratio", (part, figure), whole, f"implies {shown(whole.value, part)} in all"))
    moved, rate_moved = changes.get(part.index), changes.get(figure.index)
    if moved is not None and rate_moved is not None:
        past, rate = part.span - moved.span.scaled(moved.sign), figure.span - rate_moved.span.scaled(rate_moved.sign)
        if past.low > 0 and rate.low > 0:
            before = past.scaled(100.0) / rate
            log.add(
                implied(
                    passage,
                    "ratio",
                    (part, moved, figure, rate_moved),
                    before,
                    f"implies {shown(before.value, part)} in all before both changes",
                )
            )
