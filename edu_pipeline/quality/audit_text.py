"""Paragraphs laid out for the audit: their numbers in order, each with its clause, its noun and its role.

What belongs here: where a number stands (sentence, segment, clause, brackets, list) and what kind of statement it is
(an amount, a rate, a share, a change, a growth, a gap, a mean).  What does not: which numbers a sentence joins (the
audit modules of each kind).  One pass over the text of an article; nothing looks further than its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.tolerance import Interval, printed_interval, read_print

SKIPPED_KINDS = frozenset({"period", "identifier", "noise"})
COUNTS = frozenset(
    {
        "institution",
        "person",
        "person-time",
        "place",
        "class",
        "room",
        "group",
        "project",
        "county",
        "base",
        "studio",
        "item",
    }
)
MONEY = frozenset({"CNY", "CNY/person", "CNY/year"})

_BREAK = re.compile(r"[^\S\n]*\n\s*")
_HEADING = re.compile(
    r"\s*(?:#|——|[一二三四五六七八九十]{1,3}[、.．是]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十\d]+[章节条部])"
)
_MARK = re.compile(r"[。!?！？…]+|[;；,，:：()（）]")
_LIST_GAP = re.compile(r"\s?(?:以上|以下|左右|以内)?\s?(?:[、和及与]|以及|[,，])\s?")
_LEAD = re.compile(
    r"^(?:其中|目前|截[至止][^,，]{0,10}|[至到]目前|现有|共有|累计|全[市县区省国州旗]|我[市县区省州旗]|新增|已|有|共|约|近|超|均|分别|达到?|为|是|在|和|及|与|、|,|，|\s|[“”\"])+"
)
_TAIL = re.compile(
    r"(?:分别|均|都|已经|已|共计|合计|总计|共有|共|有|达到了?|达|为|是|约|近|超过?|逾|数|了|\s|[“”\"])+$"
)
_LONGEST_LEFT = 60


@dataclass(slots=True)
class Figure:
    """One number of a passage.  `start` and `end` are offsets in the passage; `span` is what its print leaves open with
    its comparator, `plain` without.  `sentence`, `segment`, `clause` are running numbers; `owner` is the figure before
    the bracket it stands in.  `names`: dimension -> the word by which it is a part; `level` is the school level spoken of, where it names none.
    `role`: amount, rate, share, change, growth, gap, mean; `sign` is -1 of a fall."""

    quantity_id: str
    start: int
    end: int
    text: str
    value: float
    unit: str
    unit_text: str
    comparator: str
    kind: str
    index: int = 0
    sentence: int = 0
    segment: int = 0
    clause: int = 0
    depth: int = 0
    owner: int | None = None
    bracket: int | None = None
    head: int = 0
    left: str = ""
    right: str = ""
    role: str = "amount"
    sign: int = 1
    than: str = ""
    subjectless: bool = False
    names: dict[str, str] = field(default_factory=dict)
    level: str | None = None
    span: Interval = field(default_factory=lambda: Interval(0.0, 0.0, 0.0))
    plain: Interval = field(default_factory=lambda: Interval(0.0, 0.0, 0.0))
    step: float = 0.0
    digits: int = 1

    @property
    def noun(self) -> str:
        """The words that name what is counted, before the number or else after it."""
        before = noun_of(self.left)
        return before if len(before) >= 2 else _LEAD.sub("", self.right)

    @property
    def column(self) -> str:
        """What is counted, as far as it parts columns of a breakdown: the unit, and for persons their sort."""
        if self.unit not in ("person", "person-time"):
            return self.unit
        for name, pattern in _COLUMNS:
            if pattern.search(self.left[-16:]) or pattern.search(self.right[:8]):
                return name
        return self.unit


_COLUMNS = [(name, re.compile(pattern)) for name, pattern in words.COLUMNS]


@dataclass(slots=True)
class Passage:
    """A paragraph of one article: `text` has the length of what it was cut from, line breaks are blanks."""

    document_id: str
    article_id: str
    offset: int
    text: str
    figures: list[Figure]
    dated_on: date | None
    sentences: list[int]

    def sentence_text(self, figures: Iterable[Figure]) -> str:
        """The sentence or sentences that hold the figures, at most 600 characters."""
        listed = list(figures)
        first, last = min(f.start for f in listed), max(f.end for f in listed)
        start = self.sentences[bisect_right(self.sentences, first) - 1]
        after = bisect_right(self.sentences, last - 1)
        end = self.sentences[after] if after < len(self.sentences) else len(self.text)
        return self.text[start : min(end, start + 600)].strip()

    def before(self, figure: Figure, *, reach: int = 24) -> Iterator[Figure]:
        """Figures before it, nearest first."""
        for i in range(figure.index - 1, max(-1, figure.index - 1 - reach), -1):
            yield self.figures[i]

    def in_sentence(self, figure: Figure, *, reach: int = 60) -> list[Figure]:
        """The figures of its sentence that follow it, in order."""
        after = self.figures[figure.index + 1 : figure.index + 1 + reach]
        return [f for f in after if f.sentence == figure.sentence]


def noun_of(left: str) -> str:
    """The noun phrase at the end of what stands before a number, without time, place and verbs of state."""
    return _LEAD.sub("", _TAIL.sub("", left))


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two numbers may be added: one canonical unit, or one classifier where a noun left the unit open."""
    return a.unit == b.unit or (bool(a.unit_text) and a.unit_text == b.unit_text and "item" in (a.unit, b.unit))


def same_column(a: Figure, b: Figure) -> bool:
    """Whether two numbers of one unit may count the same sort of thing."""
    if not same_unit(a, b):
        return False
    return a.column == b.column or a.unit not in ("person", "person-time") or "person" in (a.column, b.column)


def bigrams(text: str) -> set[str]:
    kept = [c for c in text if "一" <= c <= "鿿"]
    return {a + b for a, b in zip(kept, kept[1:], strict=False)}


def covered(part: str, whole: str) -> float:
    """The share of the bigrams of `part` that `whole` has too; 0 for fewer than two characters."""
    wanted = bigrams(part)
    return len(wanted & bigrams(whole)) / len(wanted) if wanted else 0.0


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
    return any(c in line for c in ",，。;；") and not _HEADING.match(line[:12]) and not _HEADING.match(following)


def _passage(article: Mapping[str, Any], text: str, offset: int, rows: Sequence[Mapping[str, Any]]) -> Passage:
    figures = [_figure(row, offset, i) for i, row in enumerate(rows)]
    sentences = _lay_out(text, figures)
    level: tuple[int, str] | None = None
    for figure in figures:
        _describe(text, figures, figure)
        if "level" in figure.names:
            level = figure.sentence, figure.names["level"]
        figure.level = level[1] if level and level[0] == figure.sentence else None
    return Passage(article["document_id"], article["article_id"], offset, text, figures, article["dated_on"], sentences)


def _figure(row: Mapping[str, Any], offset: int, index: int) -> Figure:
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


def _lay_out(text: str, figures: list[Figure]) -> list[int]:
    """Number sentences, segments and clauses, and set each figure's words.  Returns where the sentences start."""
    sentence = segment = clause = clauses = 0
    clause_start = at = 0
    sentences = [0]
    stack: list[tuple[int, int | None, int, int, int]] = []
    marks = list(_MARK.finditer(text))
    marks_at = 0
    closed, outer = 0, (0, 0)
    for figure in figures:
        while marks_at < len(marks) and marks[marks_at].start() < figure.start:
            mark = marks[marks_at]
            marks_at += 1
            if mark.start() < at or _inside_number(text, mark.start()):
                continue
            sign = text[mark.start()]
            if sign in "(（":
                owner = figure.index - 1 if figure.index and mark.start() - at <= 14 and at > clause_start else None
                stack.append((mark.start(), owner, clause, clause_start, max(clause_start, at)))
                clauses += 1
                clause, clause_start = clauses, mark.end()
            elif sign in ")）":
                if stack:
                    opened, _, clause, clause_start, spoken = stack.pop()
                    closed, outer = mark.end(), (max(spoken, opened - _LONGEST_LEFT), opened)
            else:
                clauses += 1
                clause, clause_start = clauses, mark.end()
                if sign in ";；" and not stack:
                    segment += 1
                elif sign not in ",，:：;；":
                    sentence, segment, stack = sentence + 1, segment + 1, []
                    sentences.append(mark.end())
        figure.sentence, figure.segment, figure.clause, figure.depth = sentence, segment, clause, len(stack)
        if stack:
            figure.bracket, figure.owner = stack[-1][0], stack[-1][1]
        begin = max(clause_start, at, closed if closed > clause_start else 0, figure.start - _LONGEST_LEFT)
        figure.left = text[begin : figure.start]
        if closed == begin and closed > clause_start:  # what stood before the bracket goes on behind it
            figure.left = text[outer[0] : outer[1]] + figure.left
        at = figure.end
    sentences += [m.end() for m in marks[marks_at:] if text[m.start()] in "。!?！？…"]
    _set_right(text, figures, marks)
    return sentences


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
    gap = _gap(figure)
    change = words.CHANGE_TAIL.search(figure.left)
    if change and (words.NOT_A_CHANGE.search(figure.left) or (gap and (change["noun_up"] or change["noun_down"]))):
        change = None
    compared = None if change else words.COMPARED_TAIL.search(figure.left)
    if change:
        figure.role = "growth" if figure.unit == "%" else "change"
        _move(figure, change.start(), bool(change["down"] or change["noun_down"]), "")
    elif compared:
        figure.role = "gap" if not is_time(compared["than"]) else "growth" if figure.unit == "%" else "change"
        _move(figure, compared.start(), bool(compared["less"]), compared["than"])
    elif gap:
        level = figure.unit == "%" or _is_level(figure)
        figure.role = "benchmark" if level else "change" if is_time(gap["than"]) else "gap"
        _move(figure, gap.start(), bool(gap["below"]), gap["than"])
    elif words.YEARLY_MEAN.search(figure.left) or words.MEAN_PER.search(figure.left):
        figure.role = "mean"
    elif figure.unit == "%":
        figure.role = "share" if words.SHARE_OF.search(figure.left) or words.SHARE_WORD.search(figure.left) else "rate"
    elif figure.unit == "pp":
        figure.role = "other"
    figure.names = _names(figure)


def is_time(than: str) -> bool:
    """Whether what a number is held against is the same thing at another time."""
    return bool(words.TIME_REFERENCE.search(than)) and not words.BENCHMARK.search(than)


def _gap(figure: Figure) -> re.Match[str] | None:
    """A distance (高于全省6个百分点) or a benchmark (低于省定5%的标准), not a bound (超过90%)."""
    gap = words.GAP_TAIL.search(figure.left)
    if gap is None or figure.unit == "pp":
        return gap if gap and (gap["than"] or gap[0].startswith(("高出", "超出", "领先", "低出"))) else None
    named = words.BENCHMARK.search(gap["than"]) or is_time(gap["than"])
    return gap if named or (gap["than"] and _is_level(figure)) else None


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
    sort = words.SORT.search(figure.left)
    if sort:
        names["sort"] = sort[0]
    return names
