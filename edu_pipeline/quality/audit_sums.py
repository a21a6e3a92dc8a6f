"""Totals and their parts.

What belongs here: where a sentence says that numbers are the parts of a total (其中, brackets, 共计 at the end, 剩余, a
list by school level).  What does not: whether they add up (audit_weighing), and shares (audit_shares).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_parts import ADDABLE, parted
from edu_pipeline.quality.audit_text import MONEY, Figure, Passage, same_column, same_unit
from edu_pipeline.quality.audit_trial import Log, implied
from edu_pipeline.quality.audit_weighing import Breakdown, best, of_what_stands_between, weigh
from edu_pipeline.quality.tolerance import total

_COLON = re.compile(r"[:：](?!\s?\d)")
_BRACKET = re.compile(r"[()（）]")
_SCOPE = 160  # figures that one announcement can govern: keeps a table in one line linear
_MASK_REACH = 300  # characters before an announcement in which a hidden total may stand


def find(passage: Passage, log: Log) -> set[int]:
    """Try every breakdown of the passage.  Returns the figures so joined (by index)."""
    used: set[int] = set()
    if sum(f.unit in ADDABLE for f in passage.figures) < 2:
        return used
    for scope in announced(passage):
        _columns(passage, scope, log, used)
    for bracket in _bracketed(passage):
        weigh([bracket], passage, log, used)
    for ending in (*_summed_up(passage), *_with_remainder(passage)):
        weigh([ending], passage, log, used)
    _on_top(passage, log)
    return used


@dataclass(slots=True)
class Scope:
    """Figures before and after an announcement such as 其中; `at` is where it stands."""

    at: int
    end: int
    before: list[Figure]
    after: list[Figure]
    exhaustive: bool
    beside: list[Figure]  # what stands behind 另有: counted in the total by some, not by others


def announced(passage: Passage) -> Iterator[Scope]:
    """Where a list of parts is announced: 其中, 包括, 分别为, W:…, 153所…中,…"""
    text, figures = passage.text, passage.figures
    cues = _cues(passage)
    pointer = 0
    for i, (start, end, depth, exhaustive) in enumerate(cues):
        while pointer < len(figures) and figures[pointer].start < end:
            pointer += 1
        if pointer in (0, len(figures)):
            continue
        first, last = figures[pointer], figures[pointer - 1]
        if first.depth != depth or "。" in text[end : first.start] or first.sentence - last.sentence > 1:
            continue
        rivals = [c[0] for c in cues[i + 1 : i + 80] if c[2] == depth]
        after = [
            f
            for f in figures[pointer : pointer + _SCOPE]
            if f.sentence == first.sentence and f.depth == depth and f.bracket == first.bracket
        ]
        before = [f for f in figures[max(0, pointer - 12) : pointer] if f.sentence == last.sentence]
        limit = next((s for s in rivals if s > first.start), len(text))
        if not any(c in ";；" for c in text[start : min(limit, after[-1].end)]):
            after = [f for f in after if f.start < limit]
        beyond = next((i for i, f in enumerate(after) if i and words.BESIDES.search(f.left)), len(after))
        kept = _subordinate_removed(text, after[:beyond], rivals)
        yield Scope(start, end, before, kept, exhaustive, after[beyond : beyond + 1])


def _cues(passage: Passage) -> list[tuple[int, int, int, bool]]:
    """Where a list of parts is announced: start, end, depth of brackets, whether the words leave nothing out."""
    text = passage.text
    cues = [(m.start(), m.end(), not words.OF_WHICH_OPEN.match(m[0])) for m in words.OF_WHICH.finditer(text)]
    for figure in passage.figures:
        if words.AMONG_AFTER.match(_without_brackets(text[figure.end : figure.end + 48])):
            cues.append((figure.end, figure.end, False))
        elif _COLON.match(text, figure.end) and figure.unit in ADDABLE:
            cues.append((figure.end, figure.end + 1, True))
    brackets = [m.start() for m in _BRACKET.finditer(text)]
    depths = list(
        accumulate(
            (1 if text[at] in "(（" else -1 for at in brackets), lambda depth, step: max(0, depth + step), initial=0
        )
    )
    return [(start, end, depths[bisect_left(brackets, start)], whole) for start, end, whole in sorted(cues)]


def _without_brackets(text: str) -> str:
    kept, depth = [], 0
    for c in text:
        depth += c in "(（"
        if not depth:
            kept.append(c)
        depth = max(0, depth - (c in ")）"))
    return "".join(kept)


def _subordinate_removed(text: str, figures: list[Figure], cues: Sequence[int]) -> list[Figure]:
    """Without what a further 其中 in the same segment breaks down."""
    kept: list[Figure] = []
    cut_segment, at = -1, 0
    for figure in figures:
        while at < len(cues) and cues[at] < figure.start:
            if kept and cues[at] > kept[-1].start and "其中" in text[cues[at] : cues[at] + 2]:
                cut_segment = figure.segment
            at += 1
        if figure.segment != cut_segment:
            kept.append(figure)
    return kept


def _columns(passage: Passage, scope: Scope, log: Log, used: set[int]) -> None:
    """Each column of a breakdown (schools, pupils, staff) against its own total."""
    parts = [f for f in scope.after if f.unit in ADDABLE and f.role == "amount"]
    deepest = scope.after[0].depth if scope.after else 0
    found: dict[tuple[str, str], list[Breakdown]] = {}
    for whole in reversed(scope.before):
        if whole.unit not in ADDABLE or whole.role not in ("amount", "change") or whole.depth > deepest:
            continue
        for column in _of_column(whole, parts):
            beside = [f for f in scope.beside if f.role == "amount" and same_column(whole, f)]
            item = Breakdown(whole, column, scope.exhaustive, beside)
            found.setdefault((whole.unit, whole.column), []).append(item)
    for rivals in found.values():
        if len(rivals[0].parts) == 1:
            log.skip("sum", "a single part is named")
    chosen = [best(rivals) for rivals in found.values() if len(rivals[0].parts) >= 2]
    weigh([item for item in chosen if not of_what_stands_between(passage, item, log)], passage, log, used)
    _masked(passage, scope, parts, set(found), log)


def _of_column(whole: Figure, parts: list[Figure]) -> Iterator[list[Figure]]:
    """The parts that count what the total counts: those that name it (在校生), and, where they leave it open, all."""
    column = [f for f in parts if same_column(whole, f)]
    named = [f for f in column if f.column == whole.column]
    if len(named) >= 2 and len(named) < len(column):
        yield named
    yield column


def _masked(passage: Passage, scope: Scope, parts: list[Figure], seen: set[tuple[str, str]], log: Log) -> None:
    """A total printed as *人: its parts give it."""
    if len(parts) < 3:
        return
    begin = max(passage.sentences[scope.before[0].sentence], scope.at - _MASK_REACH)
    for mask in words.MASK.finditer(passage.text, begin, scope.at):
        unit = "person" if mask["unit"] in "人名" else "institution" if mask["unit"] == "所" else None
        sort = next(
            (
                f.column
                for f in parts
                if f.unit == unit and f.column not in {c for _, c in seen} and _names(mask["noun"], f)
            ),
            None,
        )
        column = [f for f in parts if f.unit == unit and f.column == sort]
        if sort is not None and len(column) >= 3:
            computed = total([f.span for f in column])
            log.add(
                implied(
                    passage,
                    "sum",
                    column,
                    computed,
                    f"the hidden {mask['mask']}{mask['unit']} follows from its {len(column)} parts",
                )
            )
        else:
            log.skip("sum", "the total is hidden and its parts are not clear")


def _names(noun: str, figure: Figure) -> bool:
    probe = Figure("", 0, 0, "", 0.0, figure.unit, "", "eq", "", left=noun)
    return probe.column == figure.column


def _bracketed(passage: Passage) -> Iterator[Breakdown]:
    """20所(甘州5所、临泽3所、…)."""
    groups: dict[int, list[Figure]] = {}
    for figure in passage.figures:
        if figure.bracket is not None and figure.owner is not None:
            groups.setdefault(figure.bracket, []).append(figure)
    for bracket, members in groups.items():
        owner = passage.figures[members[0].owner or 0]
        # 45班(小学27、初中18): what has no unit of its own is in that of the total
        parts = [f for f in members if (same_unit(owner, f) or not f.unit_text) and f.role == "amount"]
        inner = passage.text[bracket : members[0].start]
        if owner.unit not in ADDABLE or owner.role not in ("amount", "change") or words.NOT_PARTS.search(inner):
            continue
        if len(parts) >= 2 and len(parts) == len(members):
            yield Breakdown(owner, parts, not words.OF_WHICH_OPEN.search(inner))


def _summed_up(passage: Passage) -> Iterator[Breakdown]:
    """a, b, c,共计 d."""
    for figure in passage.figures:
        if figure.unit not in ADDABLE or figure.role != "amount" or not words.GRAND_TOTAL.search(figure.left):
            continue
        parts: list[Figure] = []
        for candidate in passage.before(figure, reach=40):
            if (
                candidate.sentence != figure.sentence
                or candidate.depth != figure.depth
                or not same_column(candidate, figure)
            ):
                break
            if candidate.role == "norm":
                continue
            summed = words.GRAND_TOTAL.search(candidate.left)
            if candidate.role != "amount" or (
                summed and (candidate.value >= figure.value or words.STRONG_TOTAL.search(candidate.left))
            ):
                break
            parts.insert(0, candidate)
            if summed:  # 共有公办幼儿园42所,民办幼儿园19所: the list begins here
                break
        if len(parts) >= 2:
            listed = parted(parts) or (parts[0].head == parts[-1].head and "分别" in parts[0].left)
            yield Breakdown(figure, parts, listed or bool(words.STRONG_TOTAL.search(figure.left)))


def _with_remainder(passage: Passage) -> Iterator[Breakdown]:
    """共60所,58所已交付使用,剩余2所…"""
    for figure in passage.figures:
        rest = words.REMAINDER.search(figure.left)
        if rest is None or figure.unit not in ADDABLE or figure.role != "amount":
            continue
        chain: list[Figure] = []
        for candidate in passage.before(figure, reach=12):
            if candidate.sentence != figure.sentence:
                break
            if candidate.depth == figure.depth and candidate.role == "amount" and same_unit(candidate, figure):
                chain.insert(0, candidate)
        wholes = [i for i, f in enumerate(chain) if all(f.value > g.value for g in chain[i + 1 :])]
        if chain and wholes and wholes[0] < len(chain) - 1:
            yield Breakdown(
                chain[wholes[0]], [*chain[wholes[0] + 1 :], figure], rest[0] in ("剩余", "其余", "余下", "剩下")
            )


def _on_top(passage: Passage, log: Log) -> None:
    """在a的基础上,再b: what both make together."""
    for base in passage.figures:
        if base.unit not in MONEY or not words.BASIS.match(passage.text, base.end) or base.role != "amount":
            continue
        added = next(
            (f for f in passage.in_sentence(base, reach=3) if f.unit == base.unit and f.role == "amount"), None
        )
        between = passage.text[base.end : added.start] if added else ""
        if added is not None and words.ON_TOP.search(between):
            log.add(
                implied(
                    passage,
                    "sum",
                    (base, added),
                    base.span + added.span,
                    "both together, if they are for the same purpose",
                )
            )
        else:
            log.skip("sum", "what comes on top is not printed")
