"""Paragraphs laid out for the audit.

What belongs here: cutting an article into paragraphs, where each number stands (sentence, segment, clause, brackets,
list) and what kind of statement it is (an amount, a rate, a share, a change, a growth, a gap, a mean).  What does not:
which numbers a sentence joins (the audit modules of each kind).  One pass over the text; nothing looks further than
its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.audit_text import Figure, Passage
from edu_pipeline.quality.tolerance import printed_interval, read_print

SKIPPED_KINDS = frozenset({"period", "identifier", "noise"})

_BREAK = re.compile(r"[^\S\n]*\n\s*")
_HEADING = re.compile(
    r"\s*(?:#|——|[一二三四五六七八九十]{1,3}[、.．是]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十\d]+[章节条部])"
)
_MARK = re.compile(r"[。!?！？…]+|[;；,，:：()（）]")
_LIST_GAP = re.compile(r"\s?(?:以上|以下|左右|以内)?\s?(?:[、和及与]|以及|[,，])\s?")
_LONGEST_LEFT = 60


def passages(article: Mapping[str, Any], text: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Passage]:
    """The paragraphs of an article that hold numbers.  `rows` are its quantities in order of position."""
    usable = [
        r
        for r in rows
        if r["kind"] not in SKIPPED_KINDS
        and r["value"] is not None
        and r["value_max"] is None
        and (r["unit"] or r["unit_text"])
    ]
    at = 0
    for start, end in _paragraphs(text, article["start"], min(article["end"], len(text))):
        while at < len(usable) and usable[at]["start"] < start:
            at += 1
        first = at
        while at < len(usable) and usable[at]["end"] <= end:
            at += 1
        if at > first:
            yield _passage(article, text[start:end].replace("\n", " "), start, usable[first:at])


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs: a line that breaks off inside a sentence goes on in the next one."""
    begin = line = start
    for match in _BREAK.finditer(text, start, end):
        if not _goes_on(text[line : match.start()], text[match.end() : match.end() + 12]):
            if match.start() > begin:
                yield begin, match.start()
            begin = match.end()
        line = match.end()
    if end > begin:
        yield begin, end


def _goes_on(line: str, following: str) -> bool:
    if len(line) < 25 or line[-1] in "。!?！？;；:：…”】)）|" or not following:
        return False
    opened = any(c in line for c in ",，。;；") or max(map(line.rfind, "(（")) > max(map(line.rfind, ")）"))
    return opened and not _HEADING.match(line[:12]) and not _HEADING.match(following)


def _passage(article: Mapping[str, Any], text: str, offset: int, rows: Sequence[Mapping[str, Any]]) -> Passage:
    figures = [as_figure(row, offset, i) for i, row in enumerate(rows)]
    sentences = _lay_out(text, figures)
    level: tuple[int, str] | None = None
    for figure in figures:
        _describe(text, figures, figure)
        if "level" in figure.names:
            level = figure.sentence, figure.names["level"]
        figure.level = level[1] if level and level[0] == figure.sentence else None
    return Passage(article["document_id"], article["article_id"], offset, text, figures, article["dated_on"], sentences)


def as_figure(row: Mapping[str, Any], offset: int, index: int) -> Figure:
    """A row of quantities as a figure of the passage that begins at `offset`; where it stands is not set yet."""
    value, unit, text = abs(row["value"]), row["unit"] or "item", row["text"]
    figure = Figure(
        row["quantity_id"],
        row["start"] - offset,
        row["end"] - offset,
        text,
        value,
        unit,
        row["unit_text"] or "",
        row["comparator"] or "eq",
        row["kind"],
        index,
    )
    printed = read_print(text, value, unit)
    figure.step, figure.digits = printed.step, printed.digits
    figure.span = printed_interval(text, value, unit, figure.comparator)
    figure.plain = printed_interval(text, value, unit)
    return figure


@dataclass(slots=True)
class _Cursor:
    """Where the walk over a passage stands: running numbers, where the clause began, and the open brackets."""

    text: str
    sentences: list[int]
    sentence: int = 0
    segment: int = 0
    clause: int = 0
    clauses: int = 0
    clause_start: int = 0
    read: int = 0  # end of the figure before
    closed: int = 0  # behind the bracket closed last
    outer: tuple[int, int] = (0, 0)  # what stood before that bracket, in its clause
    stack: list[tuple[int, int | None, int, int, int]] = field(default_factory=list)

    def meet(self, mark: int, end: int, following: int) -> None:
        """Take in a mark; `following` is the index of the next figure."""
        sign = self.text[mark]
        if sign in ")）":
            if self.stack:
                opened, _, self.clause, self.clause_start, said = self.stack.pop()
                self.closed, self.outer = end, (max(said, opened - _LONGEST_LEFT), opened)
            return
        if sign in "(（":
            owner = following - 1 if following and mark - self.read <= 14 and self.read > self.clause_start else None
            self.stack.append((mark, owner, self.clause, self.clause_start, max(self.clause_start, self.read)))
        elif sign in ";；" and not self.stack:
            self.segment += 1
        elif sign not in ",，:：;；":
            self.sentence, self.segment, self.stack = self.sentence + 1, self.segment + 1, []
            self.sentences.append(end)
        self.clauses += 1
        self.clause, self.clause_start = self.clauses, end

    def place(self, figure: Figure) -> None:
        """Set where a figure stands and what stands before it."""
        figure.sentence, figure.segment, figure.clause = self.sentence, self.segment, self.clause
        figure.depth = len(self.stack)
        if self.stack:
            figure.bracket, figure.owner = self.stack[-1][0], self.stack[-1][1]
        behind = self.closed if self.closed > self.clause_start else 0
        begin = max(self.clause_start, self.read, behind, figure.start - _LONGEST_LEFT)
        figure.left = self.text[begin : figure.start]
        if behind and behind == begin:  # what stood before the bracket goes on behind it
            figure.left = self.text[self.outer[0] : self.outer[1]] + figure.left
        self.read = figure.end


def _lay_out(text: str, figures: list[Figure]) -> list[int]:
    """Number sentences, segments and clauses, and set each figure's words.  Returns where the sentences start."""
    cursor = _Cursor(text, [0])
    marks = list(_MARK.finditer(text))
    at = 0
    for figure in figures:
        while at < len(marks) and marks[at].start() < figure.start:
            mark = marks[at].start()
            if mark >= cursor.read and not _inside_number(text, mark):
                cursor.meet(mark, marks[at].end(), figure.index)
            at += 1
        cursor.place(figure)
    _set_right(text, figures, marks)
    return cursor.sentences + [m.end() for m in marks[at:] if text[m.start()] in "。!?！？…"]


def _inside_number(text: str, at: int) -> bool:
    return (
        text[at] in ",:，："
        and 0 < at < len(text) - 1
        and text[at - 1].isdigit()
        and text[at + 1].isdigit()
        and text[at + 1 : at + 4].isdigit()
    )


def _set_right(text: str, figures: list[Figure], marks: list[re.Match[str]]) -> None:
    starts = [m.start() for m in marks]
    for i, figure in enumerate(figures):
        following = figures[i + 1].start if i + 1 < len(figures) else len(text)
        mark = bisect_right(starts, figure.end - 1)
        end = min(following, starts[mark] if mark < len(starts) else len(text), figure.end + _LONGEST_LEFT)
        figure.right = text[figure.end : end]
        previous = figures[i - 1] if i else None
        joined = previous is not None and previous.depth == figure.depth and figure.start - previous.end <= 6
        figure.head = (
            previous.head if previous and joined and _LIST_GAP.fullmatch(text, previous.end, figure.start) else i
        )


def _describe(text: str, figures: list[Figure], figure: Figure) -> None:
    """Role, sign and dimension; the members of a list take the role of the first."""
    if words.THRESHOLD.match(figure.right) and figure.unit not in ("%", "pp"):
        figure.role = "norm"
        return
    head = figures[figure.head]
    if head is not figure:
        if (head.unit == figure.unit) and (head.unit in ("%", "pp") or head.role != "amount"):
            figure.role, figure.sign, figure.than, figure.subjectless = (
                head.role,
                head.sign,
                head.than,
                head.subjectless,
            )
        elif figure.unit == "%":
            figure.role = "rate"
        figure.names = _names(figure)
        return
    if _ends_benchmark(figures, figure):
        bar = figures[figure.index - 1]
        figure.role, figure.sign, figure.than, figure.subjectless = "gap", bar.sign, bar.than, True
        return
    gap = _gap(figure)
    change = words.CHANGE_TAIL.search(figure.left)
    if change and (words.NOT_A_CHANGE.search(figure.left) or (gap and (change["noun_up"] or change["noun_down"]))):
        change = None
    compared = None if change else words.COMPARED_TAIL.search(figure.left)
    if change:
        figure.role = "growth" if figure.unit == "%" else "change"
        against = words.AGAINST.search(figure.left[: change.start()])
        than = (against["when"] or "上年同期") if against else ""
        _move(figure, change.start(), bool(change["down"] or change["noun_down"]), than)
    elif compared:
        figure.role = "gap" if not is_time(compared["than"]) else "growth" if figure.unit == "%" else "change"
        _move(figure, compared.start(), bool(compared["less"]), compared["than"])
    elif gap:
        level = figure.unit == "%" or _is_level(figure)
        figure.role = "benchmark" if level else "change" if is_time(gap["than"]) else "gap"
        _move(figure, gap.start(), bool(gap["below"]), gap["than"])
    elif words.YEARLY_MEAN.search(figure.left) or words.MEAN_PER.search(figure.left):
        figure.role = "mean"
        figure.round_off()
    elif figure.unit == "%":
        figure.role = "share" if words.SHARE_OF.search(figure.left) or words.SHARE_WORD.search(figure.left) else "rate"
    elif figure.unit == "pp":
        figure.role = "other"
    figure.names = _names(figure)


_BENCHMARK_BETWEEN = re.compile(r"的?[^,，;；。]{0,10}(?:标准|指标|目标|要求|平均|均值|水平|规定|底线|上限|下限)\s?")


def _ends_benchmark(figures: list[Figure], figure: Figure) -> bool:
    """高于50%的国家标准6.2个百分点: the gap stands behind the benchmark."""
    bar = figures[figure.index - 1] if figure.index else None
    if bar is None or bar.role != "benchmark" or bar.clause != figure.clause:
        return False
    same = figure.unit == bar.unit or (figure.unit, bar.unit) == ("pp", "%")
    return same and _BENCHMARK_BETWEEN.fullmatch(figure.left) is not None


def is_time(than: str) -> bool:
    """Whether what a number is held against is the same thing at another time."""
    return bool(words.TIME_REFERENCE.search(than)) and not words.BENCHMARK.search(than)


def _gap(figure: Figure) -> re.Match[str] | None:
    """A distance (高于全省6个百分点) or a benchmark (低于省定5%的标准), not a bound (超过90%)."""
    gap = words.GAP_TAIL.search(figure.left)
    if gap is None or figure.unit == "pp":
        return gap if gap and (gap["than"] or gap[0].startswith(("高出", "超出", "领先", "低出"))) else None
    named = words.BENCHMARK.search(gap["than"]) or is_time(gap["than"]) or words.BENCHMARK_AFTER.match(figure.right)
    far = gap[0].startswith(("高出", "低出", "超出")) and not gap["than"]
    return gap if named or far or (gap["than"] and _is_level(figure)) else None


def _is_level(figure: Figure) -> bool:
    """Whether a number behind 高于 or 低于 is the benchmark itself: a percentage, or followed by 的标准."""
    return figure.unit == "%" or words.BENCHMARK_AFTER.match(figure.right) is not None


def _move(figure: Figure, verb: int, falling: bool, than: str) -> None:
    figure.sign, figure.than = -1 if falling else 1, than
    figure.subjectless = _no_subject(figure.left[:verb])


def _no_subject(before: str) -> bool:
    return words.SUBJECTLESS.fullmatch(before.strip()) is not None


def _names(figure: Figure) -> dict[str, str]:
    """Dimension -> the word by which the number is a part: the last one before it, else the first one after it."""
    pattern = words.dimension_pattern()
    names = {words.dimension_of(w): words.SYNONYMS.get(w, w) for w in pattern.findall(figure.left)}
    if not names:
        names = {words.dimension_of(w): words.SYNONYMS.get(w, w) for w in pattern.findall(figure.right[:10])[:1]}
    years = words.YEAR.findall(figure.left)
    if years:
        names["year"] = years[-1]
    sort = words.SORT.search(figure.left)
    if sort:
        names["sort"] = sort[0]
    return names
