"""Whether the parts that a text gives a total add up to it.

What belongs here: which of the parts that were found make up the total, and whether parts that do not fit contradict it, rather
than being open or overlapping.  What does not: finding totals and their parts (audit_sums, audit_runs), tables (audit_tables), and
why a sum that does not fit might be wrong (audit_slips).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_parts import ADDABLE, complete, parted, parting
from edu_pipeline.quality.audit_slips import explain_sum, explained, left_out, sharp
from edu_pipeline.quality.audit_text import Figure, Passage, same_unit
from edu_pipeline.quality.audit_trial import Log, consistent, fits, inconsistent
from edu_pipeline.quality.tolerance import Interval, total

_SHORT_BY = 0.02  # a list that stays below its total by more may simply be open
_OVER_BY = 0.2
_COMPLETE_BY = 0.05


@dataclass(slots=True)
class Breakdown:
    """A total and the parts that the text gives it; `exhaustive` when the words say that nothing else belongs to it."""

    whole: Figure
    parts: list[Figure]
    exhaustive: bool
    beside: list[Figure] = field(default_factory=list)


def best(rivals: list[Breakdown]) -> Breakdown:
    """Of several numbers before a list, the one it breaks down: one that fits, else the nearest in size."""
    fitting = [r for r in rivals if _fitting_parts(r) is not None]
    return (
        fitting[0]
        if fitting
        else min(rivals, key=lambda r: abs(r.whole.value - total([f.span for f in r.parts]).value))
    )


def of_what_stands_between(passage: Passage, item: Breakdown, log: Log) -> bool:
    """残疾儿童1873人,入学率98.4%,其中…: the parts are of those who are enrolled; 中小学40所,监测点46个,其中…: of the 46."""
    computed = total([f.span for f in item.parts])
    if not computed.bounded or fits(item.whole, computed):
        return False
    for figure in passage.figures[item.whole.index + 1 : item.parts[0].index]:
        if figure.unit in ADDABLE and figure.role == "amount" and not same_unit(figure, item.whole):
            if fits(figure, computed):
                log.add(consistent(passage, "sum", figure, item.parts, computed))
                return True
        elif figure.unit == "%" and item.whole.span.low > 0 and item.whole.span.bounded:
            share = computed.scaled(100.0) / item.whole.span
            if figure.digits >= 2 and fits(figure, share):
                log.add(consistent(passage, "ratio", figure, (*item.parts, item.whole), share))
                return True
    return False


def weigh(breakdowns: list[Breakdown], passage: Passage, log: Log, used: set[int]) -> None:
    """Try the columns of one breakdown together: a slip in one may be told by the others."""
    wrong: list[tuple[Breakdown, Interval]] = []
    whole_lists = {
        len(item.parts) for item in breakdowns if len(item.parts) >= 3 and _fitting_parts(item) == item.parts
    }
    for item in breakdowns:
        if (
            item.whole.comparator in ("approx", "gt", "ge", "lt", "le")
            and not item.whole.span.bounded
            or any(not f.span.bounded for f in item.parts)
        ):
            log.skip("sum", "an operand is printed as an open bound")
            continue
        parts = _fitting_parts(item)
        if parts is not None:
            log.add(consistent(passage, "sum", item.whole, parts, total([f.span for f in parts])))
            used |= {f.index for f in parts} | {item.whole.index}
            continue
        item = _nearest(item)
        if _goes_on(passage, item):
            log.skip("sum", "the words behind the list say that there is more")
        elif _certain(item) or (len(item.parts) in whole_lists and _beside(item)):
            wrong.append((item, total([f.span for f in item.parts])))
            used |= {f.index for f in item.parts} | {item.whole.index}
        else:
            log.skip("sum", "the list of parts may be open or its parts may overlap")
    names = left_out([(item.whole, item.parts) for item, _ in wrong])
    for item, computed in wrong:
        log.add(
            inconsistent(
                passage, "sum", item.whole, item.parts, computed, explain_sum(item.whole, item.parts, computed, names)
            )
        )


def _goes_on(passage: Passage, item: Breakdown) -> bool:
    """高中4120人,初中14006人,其余为幼儿: what is left over has no number of its own."""
    last = max(item.parts, key=lambda f: f.end)
    return words.REST_UNCOUNTED.match(passage.text, last.end) is not None


def _beside(item: Breakdown) -> bool:
    """Where the list leaves nothing out of another column, it is complete in this one too, if it comes near."""
    apart = abs(total([f.span for f in item.parts]).value - item.whole.value)
    return apart <= _OVER_BY * item.whole.value


def _fitting_parts(item: Breakdown) -> list[Figure] | None:
    """All parts, the first of each segment, those of the first segment or clause, or the leading ones, if they give the
    total: 43所,其中高中1所、初中9所、小学33所;幼儿园16所."""
    candidates = [item.parts, *([[*item.parts, *item.beside]] if item.beside else []), *_first_lists(item)]
    firsts = [f for i, f in enumerate(item.parts) if i == 0 or item.parts[i - 1].segment != f.segment]
    if 2 <= len(firsts) < len(item.parts):
        candidates.append(firsts)
    parallel = len(firsts) == len(item.parts) or parted(item.parts)
    if not item.exhaustive and not parallel:
        candidates += [item.parts[:n] for n in range(len(item.parts) - 1, 1, -1)][:12]
    return next((c for c in candidates if fits(item.whole, total([f.span for f in c]))), None)


def _first_lists(item: Breakdown) -> list[list[Figure]]:
    """The parts of the first clause and of the first segment, where there are more: what a sentence counts next is no part."""
    head = item.parts[0]
    lists = [[f for f in item.parts if f.clause == head.clause], [f for f in item.parts if f.segment == head.segment]]
    return [own for own in lists if 2 <= len(own) < len(item.parts)]


def _nearest(item: Breakdown) -> Breakdown:
    """With those of its parts that come nearest to the total."""

    def missed(parts: list[Figure]) -> tuple[bool, float]:
        computed = total([f.span for f in parts])
        return not sharp(item.whole, parts, computed, parted(parts)), abs(computed.value - item.whole.value)

    return replace(item, parts=min([item.parts, *_first_lists(item)], key=missed))


def _certain(item: Breakdown) -> bool:
    """Whether parts that do not add up contradict the total, rather than being open or overlapping."""
    computed = total([f.span for f in item.parts])
    over = computed.value - item.whole.value
    apart = parted(item.parts)
    if sharp(item.whole, item.parts, computed, apart):
        return True
    if not apart and not item.exhaustive:
        return False
    if explained(item.whole, item.parts, computed):
        return True
    if over > 0 or item.exhaustive:
        return abs(over) <= _OVER_BY * item.whole.value
    if complete(item.parts):
        return -over <= _COMPLETE_BY * item.whole.value
    if parting(item.parts) == "level" and not any(f.names.get("level") == "特教" for f in item.parts):
        return False  # schools and pupils of the levels that are left unnamed are few
    return len(item.parts) >= 3 and -over <= _SHORT_BY * item.whole.value
