"""Shares: a part, its whole and the percentage between them.

What belongs here: 181个 of 7495个 and 2.41%, a rate of 100% of what stands before it, 占…的…%, shares that make up a
whole, What does not: percentages of change (audit_changes), and pupils per teacher (audit_ratios).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edu_pipeline.quality import audit_share_sums
from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_parts import complete, parted, parting
from edu_pipeline.quality.audit_text import (
    COUNTS,
    MONEY,
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

_COUNTED = COUNTS | MONEY | {"m2"}
_ALL_COVERED = re.compile(r"^(?:全面?)?(?:覆盖|达标|完成|落实|到位)")
_NEAR_SHARE = 0.3
_OWN_SUBJECT = 0.34
"""Share of a subject's pairs of characters that the words of the count have at most, where it is another's."""


@dataclass(slots=True)
class Claim:
    """A percentage and how it names its base: `form` share (占), rate (…率) or bare (no word of its own), `whole` what it is
    said to be of."""

    figure: Figure
    form: str
    stem: str
    whole: str
    left: str = ""  # what stands before it, or before the first of its list


def find(passage: Passage, changes: dict[int, Figure], moves: set[int], log: Log) -> None:
    """Try every share of the passage; `changes` maps a level to its absolute change, `moves` are the figures that tell a
    move from one level to another (by index)."""
    summed = audit_share_sums.find(passage, log)
    settled: Settled = {}
    for figure in passage.figures:
        counted = _counterpart(passage, figure, passage.figures[figure.head]) is not None
        if figure.index in moves or (figure.head in summed and not counted):
            continue
        if figure.unit == "%" and figure.role in ("share", "rate"):
            inner = _whole_inside(passage, figure)
            claim = _claim_in_list(passage, figure)
            if inner is not None:
                _judge(passage, figure, *inner, True, log)
            elif claim is not None:
                _try(passage, claim, changes, moves, settled, log)


Settled = dict[tuple[int, str], tuple[Figure, set[int]]]
"""Sentence and word of a share -> the whole that such shares were found to be of, and the parts (by index)."""


def _claim(figure: Figure) -> Claim | None:
    share = words.SHARE_OF.search(figure.left)
    if share:
        return Claim(figure, "share", figure.left[: share.start()], share["whole"].strip("的"))
    rate = words.RATE_TAIL.search(figure.left)
    if rate is None:
        return None
    stem = rate["stem"].lstrip("、 ")
    if rate["rate"]:
        bare = words.GENERIC_RATE.fullmatch(stem + rate["rate"])
        return Claim(figure, "bare" if bare else "rate", stem, "")
    named = _ALL_COVERED.match(figure.right) or (figure.depth and not stem)
    return Claim(figure, "rate" if stem else "bare", stem, "") if named else None


def _claim_in_list(passage: Passage, figure: Figure) -> Claim | None:
    """上线率分别为8.9%、23.1%: what stands before the first speaks for all."""
    head = passage.figures[figure.head]
    claim = _claim(head) if "分别" in head.left else _claim(figure)
    if claim is not None:
        claim.figure, claim.left = figure, head.left if "分别" in head.left else figure.left
    return claim


def _try(
    passage: Passage, claim: Claim, changes: dict[int, Figure], moves: set[int], settled: Settled, log: Log
) -> None:
    figure = claim.figure
    part = _part(passage, figure)
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
        part = _equipped(passage, part)
        if claim.form == "rate" or (part.index >= figure.index - 2 and not _in_row(passage, part)):
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
        if part.role != "amount" or part.unit not in _COUNTED or covered(claim.stem[-4:], part.left) < 0.5:
            continue
        for whole in (w for w in passage.before(part, reach=4) if _may_hold(passage, w, part, claim)):
            if whole.span.bounded and part.span.bounded and fits(figure, _percent(part, whole)):
                log.add(consistent(passage, "ratio", figure, (part, whole), _percent(part, whole)))
                return True
    return False


def _in_row(passage: Passage, part: Figure) -> bool:
    """Whether a count is one of several side by side, so that a rate behind them may be of all."""
    before = passage.figures[part.index - 1] if part.index else None
    if before is None or before.sentence != part.sentence or not same_unit(before, part):
        return False
    return before.head == part.head or any(dimension in before.names for dimension in part.names)


def _equipped(passage: Passage, part: Figure) -> Figure:
    """为38所学校配备校医45名,配备率100%: the schools are covered, not the doctors."""
    before = passage.figures[part.index - 1] if part.index else part
    schools = before.sentence == part.sentence and before.unit == "institution" and part.unit != "institution"
    return before if schools and words.COVER_VERB.search(part.left) and "为" in before.left else part


def _at_least(figure: Figure, whole: Figure) -> str:
    product = shown(whole.value * figure.value / 100, whole)
    return f"more than {product.removeprefix('about ')}" if figure.comparator in ("gt", "ge") else product


def _context(passage: Passage, part: Figure, figure: Figure) -> str:
    return passage.text[max(0, part.start - len(part.left)) : figure.start - len(figure.left)]


def _whole_inside(passage: Passage, figure: Figure) -> tuple[Figure, Figure] | None:
    """85人,占89人的95.5%: the whole stands between 占 and the share."""
    if figure.index < 2:
        return None
    whole, part = passage.figures[figure.index - 1], passage.figures[figure.index - 2]
    if (
        whole.clause != figure.clause
        or "占" not in whole.left
        or not re.match(r"[^,，;；。]{0,12}的", passage.text[whole.end : figure.start])
    ):
        return None
    return (
        (part, whole) if same_unit(part, whole) and part.sentence == whole.sentence and part.role == "amount" else None
    )


def _part(passage: Passage, figure: Figure) -> Figure | None:
    """The count that the share is about: the nearest amount before it in its segment."""
    if figure.owner is not None:
        owner = passage.figures[figure.owner]
        return owner if owner.unit in _COUNTED and owner.role == "amount" else None
    head = passage.figures[figure.head]
    if "分别" in head.left:
        return _counterpart(passage, figure, head)
    for candidate in passage.before(figure, reach=6):
        if candidate.sentence != figure.sentence or candidate.depth > figure.depth:
            if candidate.sentence != figure.sentence:
                return None
            continue
        if candidate.role == "amount" and candidate.unit in _COUNTED:
            near = figure.clause - candidate.clause <= 3 and figure.start - candidate.end <= 70
            return (
                candidate
                if near
                and (candidate.segment == figure.segment or "上线" in figure.left or figure.left[:2] in candidate.left)
                else None
            )
        if candidate.unit not in ("%", "pp") and candidate.role == "amount":
            return None
    return None


def _counterpart(passage: Passage, figure: Figure, head: Figure) -> Figure | None:
    """一本上线5914人,二本上线1.57万人,上线率分别为8.9%、23.1%: as many counts as shares, in the same order."""
    if "分别" not in head.left:
        return None
    shares = [f for f in passage.figures[head.index : head.index + 12] if f.head == head.index]
    counts: list[Figure] = []
    for candidate in passage.before(head, reach=len(shares)):
        if candidate.sentence != figure.sentence or candidate.role != "amount" or candidate.unit not in _COUNTED:
            return None
        counts.insert(0, candidate)
    return counts[figure.index - head.index] if len(counts) == len(shares) else None


def _part_of_whole(
    passage: Passage, claim: Claim, part: Figure, changes: dict[int, Figure], settled: Settled, log: Log
) -> None:
    figure = claim.figure
    wholes = [c for c in passage.before(part, reach=12) if _may_hold(passage, c, part, claim)][:4]
    named = words.AMONG_BEFORE.match(part.left.lstrip(",，")) if not claim.whole else None
    if named and any(covered(named["whole"], c.left + c.right) >= 0.5 for c in wholes):
        claim.whole = named["whole"]
    common, parts = settled.get(_family(claim), (None, set())) if not claim.whole else (None, set())
    if claim.whole:
        wholes.sort(key=lambda c: (-round(covered(claim.whole, c.left + c.right), 1), -c.index))
    precise = figure.digits >= 3
    for i, whole in enumerate(wholes):
        linked = whole is common or _linked(passage, claim, whole, part)
        sure = linked or (precise and i < 3 and part.span.bounded and whole.span.bounded)
        computed = _percent(part, whole)
        if sure and _tells(figure, part, whole) and fits(figure, computed):
            settled[_family(claim)] = whole, {*parts, part.index}
            log.add(consistent(passage, "ratio", figure, (part, whole), computed))
            return
    beside = next((w for w in wholes if w.index not in parts and _linked(passage, claim, w, part)), None)
    firm = beside or (common if common in wholes else None)
    row = _row_of(passage, part) if claim.form == "share" and not claim.whole else []
    member = _member(row, figure)
    if member is not None:
        _share_of_row(passage, figure, member, row, log)
    elif firm is not None:
        if _of_another(passage, claim, part, firm) and not fits(figure, _percent(part, firm)):
            log.skip("ratio", "the share names a part of its own, whose count is not printed")
            return
        _judge(passage, figure, part, firm, claim.form == "share", log)
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
    opened = claim if first is claim.figure else _claim(first)
    subject = noun_of(re.split("[,，、;；:：]", opened.stem)[-1]) if opened else ""
    counted = part.left + part.right + whole.left + whole.right
    return len(bigrams(subject)) >= 2 and covered(subject, counted) < _OWN_SUBJECT


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


def _family(claim: Claim) -> tuple[int, str]:
    """The sentence and the word of a share: 一本上线率 and 二本上线率 are of one whole, 优秀率 and 上线率 need not be."""
    share = words.SHARE_OF.search(claim.left) or words.SHARE_WORD.search(claim.left)
    rate = words.RATE_WORD.search(claim.left)
    return claim.figure.sentence, "" if share else rate[0] if rate else claim.left


def _percent(part: Figure, whole: Figure) -> Interval:
    return part.span.scaled(100.0) / whole.span


def _tells(figure: Figure, part: Figure, whole: Figure) -> bool:
    """30所以上 of 80 are 37.5 % or more, which fits more than half of all shares: it is tried only beside a share near it."""
    return (part.span.bounded and whole.span.bounded) or near(figure, _percent(part, whole), _NEAR_SHARE)


def _judge(passage: Passage, figure: Figure, part: Figure, whole: Figure, certain: bool, log: Log) -> None:
    if whole.span.low <= 0:
        log.skip("ratio", "the whole is printed as an open bound")
        return
    computed = _percent(part, whole)
    if not _tells(figure, part, whole):
        log.skip("ratio", "an operand is printed as an open bound")
        return
    trial = either(passage, "ratio", figure, (part, whole), computed, _NEAR_SHARE if certain else _NEAR_SHARE / 2)
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
