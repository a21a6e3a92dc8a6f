"""The numbers of a paragraph as the audit sees them.

What belongs here: a number with its clause, its noun and its role, a paragraph with its numbers, and when two of them
may be added.  What does not: how a paragraph is laid out (audit_layout) and which numbers a sentence joins (the audit
modules of each kind).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from edu_pipeline.quality import audit_words as words
from edu_pipeline.quality.tolerance import Interval

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

_LEAD = re.compile(
    r"^(?:其中|目前|截[至止][^,，]{0,10}|[至到]目前|现有|共有|累计|全[市县区省国州旗]|我[市县区省州旗]|新增|已|有|共|约|近|超|均|分别|达到?|为|是|在|和|及|与|、|,|，|\s|[“”\"])+"
)
_TAIL = re.compile(
    r"(?:分别|均|都|已经|已|共计|合计|总计|共有|共|有|达到了?|达|为|是|约|近|超过?|逾|数|了|\s|[“”\"])+$"
)


@dataclass(slots=True)
class Figure:
    """One number of a passage.  `start` and `end` are offsets in the passage; `span` is what its print leaves open with
    its comparator, `plain` without.  `sentence`, `segment`, `clause` are running numbers; `owner` is the figure before
    the bracket it stands in.  `names`: dimension -> the word by which it is a part; `level` is the school level spoken
    of, where it names none.
    `role`: amount, rate, share, change, growth, gap, benchmark, mean, norm (a threshold such as 56人以上, no amount), other;
    `sign` is -1 of a fall; `than` is what it is compared with."""

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

    def round_off(self) -> None:
        """A mean printed as a whole number was rounded, though what it is of is counted."""
        if not self.step and self.span.bounded:
            self.step = 1.0
            self.plain = self.span = Interval(self.value, self.value - 0.5, self.value + 0.5)

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
        after = _NEXT_ITEM.split(self.right, maxsplit=1)[0]
        return _sort_in(self.left[-16:]) or _sort_in(after[:8]) or self.unit


_COLUMNS = [(name, re.compile(pattern)) for name, pattern in words.COLUMNS]
_NEXT_ITEM = re.compile("[、和与及]")


def _sort_in(text: str) -> str | None:
    return next((name for name, pattern in _COLUMNS if pattern.search(text)), None)


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
    return (
        a.column == b.column or a.unit not in ("person", "person-time") or bool({a.unit, b.unit} & {a.column, b.column})
    )


def bigrams(text: str) -> set[str]:
    kept = [c for c in text if "一" <= c <= "鿿"]
    return {a + b for a, b in zip(kept, kept[1:], strict=False)}


def covered(part: str, whole: str) -> float:
    """The share of the bigrams of `part` that `whole` has too; 0 for fewer than two characters."""
    wanted = bigrams(part)
    return len(wanted & bigrams(whole)) / len(wanted) if wanted else 0.0
