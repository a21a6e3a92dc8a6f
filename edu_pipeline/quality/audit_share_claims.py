"""What a percentage is said to be a share of, and the count that it speaks of.

What belongs here: how a share names its base (占…的, …率, a word of all), the whole that stands inside its own words, and the
count before it that it is about.  What does not: which whole fits, and whether it does (audit_shares).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import COUNTS, MONEY, Figure, Passage, same_unit

COUNTED = COUNTS | MONEY | {"m2"}
_ALL_COVERED = re.compile(r"^(?:全面?)?(?:覆盖|达标|完成|落实|到位)")


@dataclass(slots=True)
class Claim:
    """A percentage and how it names its base: `form` share (占), rate (…率) or bare (no word of its own), `whole` what it is
    said to be of."""

    figure: Figure
    form: str
    stem: str
    whole: str
    left: str = ""  # what stands before it, or before the first of its list


def claim_of(figure: Figure) -> Claim | None:
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


def claim_in_list(passage: Passage, figure: Figure) -> Claim | None:
    """上线率分别为8.9%、23.1%: what stands before the first speaks for all."""
    head = passage.figures[figure.head]
    claim = claim_of(head) if "分别" in head.left else claim_of(figure)
    if claim is not None:
        claim.figure, claim.left = figure, head.left if "分别" in head.left else figure.left
    return claim


def family(claim: Claim) -> tuple[int, str]:
    """The sentence and the word of a share: 一本上线率 and 二本上线率 are of one whole, 优秀率 and 上线率 need not be."""
    share = words.SHARE_OF.search(claim.left) or words.SHARE_WORD.search(claim.left)
    rate = words.RATE_WORD.search(claim.left)
    return claim.figure.sentence, "" if share else rate[0] if rate else claim.left


# ------------------------------------------------------------------------------------------------ the count before it


def whole_inside(passage: Passage, figure: Figure) -> tuple[Figure, Figure] | None:
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


def part_of(passage: Passage, figure: Figure) -> Figure | None:
    """The count that the share is about: the nearest amount before it in its segment."""
    if figure.owner is not None:
        owner = passage.figures[figure.owner]
        return owner if owner.unit in COUNTED and owner.role == "amount" else None
    head = passage.figures[figure.head]
    if "分别" in head.left:
        return counterpart(passage, figure, head)
    for candidate in passage.before(figure, reach=6):
        if candidate.sentence != figure.sentence or candidate.depth > figure.depth:
            if candidate.sentence != figure.sentence:
                return None
            continue
        if candidate.role == "amount" and candidate.unit in COUNTED:
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


def counterpart(passage: Passage, figure: Figure, head: Figure) -> Figure | None:
    """一本上线5914人,二本上线1.57万人,上线率分别为8.9%、23.1%: as many counts as shares, in the same order."""
    if "分别" not in head.left:
        return None
    shares = [f for f in passage.figures[head.index : head.index + 12] if f.head == head.index]
    counts: list[Figure] = []
    for candidate in passage.before(head, reach=len(shares)):
        if candidate.sentence != figure.sentence or candidate.role != "amount" or candidate.unit not in COUNTED:
            return None
        counts.insert(0, candidate)
    return counts[figure.index - head.index] if len(counts) == len(shares) else None


def in_row(passage: Passage, part: Figure) -> bool:
    """Whether a count is one of several side by side, so that a rate behind them may be of all."""
    before = passage.figures[part.index - 1] if part.index else None
    if before is None or before.sentence != part.sentence or not same_unit(before, part):
        return False
    return before.head == part.head or any(dimension in before.names for dimension in part.names)


def equipped(passage: Passage, part: Figure) -> Figure:
    """为38所学校配备校医45名,配备率100%: the schools are covered, not the doctors."""
    before = passage.figures[part.index - 1] if part.index else part
    schools = before.sentence == part.sentence and before.unit == "institution" and part.unit != "institution"
    return before if schools and words.COVER_VERB.search(part.left) and "为" in before.left else part
