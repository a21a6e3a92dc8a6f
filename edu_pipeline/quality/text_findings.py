"""What is to be said about a document's text: what was taken out, cut, lost, misprinted, or stands around it.

What belongs here: complaints at characters of documents.text.  What does not: complaints that the tables alone decide
(document_findings).  Every pattern is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from edu_pipeline.quality.finding_rows import Finding, counted, doubts, finding, quoted
from edu_pipeline.reading import Article, Block, Defect, ReadDocument, ReadingError, defects, read

Row = Mapping[str, Any]

_STRAY = re.compile(r"(?<=[一-龥]) (?=[0-9０-９])|(?<=[0-9０-９]) (?=[年月日所个名人万亿%])|(?<=”) (?=[一-龥])")
_EMPTY_FIELD = re.compile(r"([一-龥][一-龥 ]{1,8}[一-龥])[ \t]*[|｜][ \t]*(?=[|｜])")
_GLUED = re.compile(r"(?<=[一-龥0-9”%])——(?=[一-龥“])")
_BEFORE_OR_BY = re.compile(r"(?<![0-9])(?:19|20)\d{2}年前(?!三季|两季|[0-9一二三四五六七八九十几半]|后|期)")
_ASCII_MARK, _FULL_MARK = re.compile(r"(?<=[一-龥])[,;:](?=[一-龥])"), re.compile(r"(?<=[一-龥])[，；：](?=[一-龥])")
_RATIO_MARKS = re.compile(r"(?<=\d)[∶:：](?=\d)")
_LOOKS_FORWARD = re.compile(
    r"(?:将|预计|计划|确保|力争|争取|剩余|余下|其余)[^。;；\n]{0,16}?((?:19|20)\d{2})年(?:(1[0-2]|[1-9])月|(?:年)?底|年末|末)?(?:底|前|之前|以前)?[^。;；,，\n]{0,10}?(?:完成|建成|竣工|投用|投入使用|交付|实现|通过|开工|启用)"
)
_NEVER = 3.5  # how many of a character must be expected before its absence says something


def of_text(document: Row, articles: Sequence[Row], spans: Mapping[str, list[dict[str, Any]]]) -> Iterator[Finding]:
    """The complaints at a document's characters; `spans` are its quantities by article, each with
    the `observation_ids` that were read from it."""
    text = document["text"]
    originals = [a for a in articles if a["duplicate_of"] is None]
    parsed = _parsed(text)
    if parsed is not None:
        found = defects(parsed, _as_read(articles))
        yield from _defects(document, found, originals, spans)
        yield from _around(document, parsed)
    yield from _missing_characters(document, originals)
    for article in originals:
        yield from _looks_forward(document, article)
    yield from _slips(document, originals)
    yield from _stray_blanks(document, originals)
    yield from _glued(document, originals)
    yield from _deadlines(document, originals)
    yield from _marks(document, originals)
    yield from _empty_fields(document)


def _parsed(text: str) -> ReadDocument | None:
    try:
        return read(text.encode("utf-8"), "text.txt")
    except (ReadingError, UnicodeEncodeError):
        return None


def _as_read(articles: Sequence[Row]) -> list[Article]:
    return [
        Article(a["ordinal"], a["start"], a["end"], a["title"], a["dated_on"], None, None if a["duplicate_of"] is None else 0, True)
        for a in articles
    ]  # fmt: skip


def _at(document: Row, check: str, start: int, end: int, message: str, found: str | None = None) -> Finding:
    where = {"document_id": document["document_id"], "source": document["source"]}
    return finding(check, "documents", document["source"], message, where=where, start=start, end=end, found=found)


def _about(
    document: Row, check: str, message: str, first: tuple[int, int] | None = None, found: str | None = None
) -> Finding:
    where = {"document_id": document["document_id"], "source": document["source"]}
    if first is not None:
        where |= {"start": first[0], "end": first[1]}
    return finding(check, "documents", document["source"], message, where=where, found=found)


# ------------------------------------------------------------------------------------------------ flaws that reading sees
_SINGLE = {
    "page_break": "page_break",
    "interrupted_sentence": "interrupted_sentence",
    "missing_section": "missing_section",
}


def _defects(document: Row, found: Sequence[Defect], articles: Sequence[Row], spans: Mapping[str, list[dict[str, Any]]]) -> Iterator[Finding]:  # fmt: skip
    text = document["text"]
    by_code: dict[str, list[Defect]] = defaultdict(list)
    for defect in found:
        by_code[defect.code].append(defect)
    for code, check in _SINGLE.items():
        for defect in by_code[code]:
            around = quoted(text[max(0, defect.start - 8) : defect.end + 8])
            yield _at(document, check, defect.start, defect.end, f"{defect.message} “{around}”", found=around)
    missing = by_code["contents_unfulfilled"]
    if missing:
        titles = [quoted(text[d.start : d.end]) for d in missing]
        said = f"The contents page lists {counted(len(missing), 'title')} that the text does not hold: {'; '.join(titles)}."
        yield _about(document, "contents_unfulfilled", said, (missing[0].start, missing[-1].end), str(len(missing)))
    lost = by_code["broken_characters"]
    if lost:
        said = f"At {counted(len(lost), 'place')} stand bytes that the encoding does not know."
        yield _about(document, "characters_lost", said, (lost[0].start, lost[0].end), str(len(lost)))
    yield from _redactions(document, by_code["redaction"], articles, spans)


def _redactions(document: Row, marks: Sequence[Defect], articles: Sequence[Row], spans: Mapping[str, list[dict[str, Any]]]) -> Iterator[Finding]:  # fmt: skip
    if not marks:
        return
    text = document["text"]
    starts = [m.start for m in marks]
    for article in articles:
        inside = marks[bisect_left(starts, article["start"]) : bisect_right(starts, article["end"])]
        if not inside:
            continue
        kinds: dict[str, int] = defaultdict(int)
        for mark in inside:
            kinds[text[mark.start : mark.end]] += 1
        listed = ", ".join(f"{kind} {count} times" for kind, count in sorted(kinds.items()))
        said = f"Words were taken out at {counted(len(inside), 'place')} of the article ({listed})."
        yield _at(document, "redaction", inside[0].start, inside[0].end, said, found=str(len(inside)))
        yield from _beside_numbers(document, inside, spans.get(article["article_id"], []))


def _beside_numbers(document: Row, marks: Sequence[Defect], numbers: Sequence[Row]) -> Iterator[Finding]:
    """A mark within five characters of a number, and a mark where a number must have stood (*人)."""
    text = document["text"]
    ordered = sorted(numbers, key=lambda row: row["start"])
    starts = [row["start"] for row in ordered]
    for mark in marks:
        i = bisect_left(starts, mark.start)
        near = [r for r in ordered[max(0, i - 1) : i + 1] if _gap(text, mark, r) and not _ORDINAL.fullmatch(r["text"])]
        if near:
            row = near[0]
            around = quoted(text[min(mark.start, row["start"]) : max(mark.end, row["end"]) + 6])
            said = f"Something was taken out next to the number {quoted(row['text'])}: “{around}”."
            yield from _redacted_number(document, mark, row, said, around)
        elif re.match(r"[人名所个万亿元%]", text[mark.end : mark.end + 1]):
            around = quoted(text[max(0, mark.start - 8) : mark.end + 4])
            yield _redacted(document, mark, f"A number was taken out: “{around}”.", around)


def _redacted_number(document: Row, mark: Defect, row: Row, said: str, around: str) -> Iterator[Finding]:
    """On the observations that were read from the number, if there are any."""
    for observation_id in row["observation_ids"]:
        where = {"document_id": document["document_id"], "source": document["source"]}
        yield finding("redacted_beside_number", "observations", observation_id, said, where=where, start=mark.start, end=mark.end, found=around)  # fmt: skip
    if not row["observation_ids"]:
        yield _redacted(document, mark, said, around)


def _redacted(document: Row, mark: Defect, message: str, around: str) -> Finding:
    return _at(document, "redacted_beside_number", mark.start, mark.end, message, found=around)


_ORDINAL = re.compile(r"[(（]?[0-9０-９]{1,2}[)）.．、]")
"""The number of a section or of a list's member."""


def _gap(text: str, mark: Defect, row: Row) -> bool:
    left, right = (row["end"], mark.start) if row["end"] <= mark.start else (mark.end, row["start"])
    between = text[left:right]
    return left <= right and len(between.strip()) <= 5 and not re.search(r"[。;；,，、:：\n]", between)


# ------------------------------------------------------------------------------------------------ the page around
def _around(document: Row, parsed: ReadDocument) -> Iterator[Finding]:
    roles = {"captions": ("caption",), "furniture": ("furniture", "header", "footer")}
    words = {"captions": "captions of photographs", "furniture": "lines that belong to the page, not to the text"}
    titles = {one.start for one, after in pairwise(parsed.blocks) if after.role == "table"}
    for check, wanted in roles.items():
        blocks = [b for b in parsed.blocks if b.role in wanted and _says_something(parsed.text, b)]
        if check == "captions":  # what stands over a table is the table's own
            blocks = [b for b in blocks if b.start not in titles]
        if blocks:
            first = quoted(parsed.text[blocks[0].start : blocks[0].end])
            said = f"{len(blocks)} {words[check]}, the first “{first}”."
            yield _about(document, check, said, (blocks[0].start, blocks[0].end), str(len(blocks)))


def _says_something(text: str, block: Block) -> bool:
    """Not so the rule between the head and the rows of a Markdown table (|---|:--:|)."""
    return re.fullmatch(r"[|｜\-:\s]*", text[block.start : block.end]) is None


def _empty_fields(document: Row) -> Iterator[Finding]:
    head = document["text"][:1500]
    found = list(_EMPTY_FIELD.finditer(head))
    if found:
        names = ", ".join("".join(m[1].split()) for m in found)
        said = f"The document's own description leaves {names} empty."
        yield _about(document, "metadata_empty", said, found[0].span(), names)


# ------------------------------------------------------------------------------------------------ characters
def _missing_characters(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    text = "".join(document["text"][a["start"] : a["end"]] for a in articles)
    for character, known in doubts()["never_missing"].items():
        expected = len(text) * known["often"] / 10_000
        beside = [word for word in known["beside"] if word in text]
        if character not in text and expected >= _NEVER and beside:
            said = f"The character {character} does not occur in {len(text)} characters, though {beside[0]} does, and {expected:.0f} or more would be expected: words that hold it were taken out without a mark."
            yield _about(document, "silent_deletion", said, found=character)


def _slips(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    slips, not_ = doubts()["slips"], doubts()["slips_not"]
    for start, end, word in _matches(document, articles, _longest_first(tuple(slips))):
        right = not_.get(word, [])
        around = document["text"][max(0, start - 4) : end + 4]
        if not any(other in around for other in right):
            yield _at(document, "misprint", start, end, f"“{quoted(around)}”: {word} is perhaps printed for {slips[word]}.", word)  # fmt: skip


def _stray_blanks(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    found = [(a, b) for a, b, _ in _matches(document, articles, _STRAY) if not _set_apart(document["text"], a)]
    if found:
        start, end = found[0]
        around = quoted(document["text"][max(0, start - 6) : end + 6])
        said = f"A blank stands inside a word, date or number at {counted(len(found), 'place')}, first “{around}”."
        yield _about(document, "stray_blank", said, (start, end), str(len(found)))


def _set_apart(text: str, at: int) -> bool:
    """Blanks of tables, of short lines (a title, a list of names) and beside a redaction are meant."""
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    dated = re.search(r"\d月 \d|\d年 \d|\d日 ?$", line)
    return (
        (len(line) < 25 and not dated) or bool(re.search(r"[|｜\t]|  ", line)) or "略" in text[max(0, at - 4) : at + 5]
    )


def _glued(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    """Paragraphs that begin with a dash, and one that does not begin a line: its line break was lost."""
    for article in articles:
        body = document["text"][article["start"] : article["end"]]
        if len(re.findall(r"^[ \t\u3000]*——", body, re.M)) >= 2:
            for start, end, _ in _matches(document, [article], _GLUED):
                around = quoted(document["text"][max(0, start - 10) : end + 10])
                yield _at(
                    document, "glued_paragraph", start, end, f"A paragraph begins inside a line: “{around}”.", around
                )


def _deadlines(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    for start, end, words in _matches(document, articles, _BEFORE_OR_BY):
        yield _at(
            document, "ambiguous_deadline", start, end, f"{words}: before that year begins, or before it ends?", words
        )


def _marks(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    text = "\n".join(document["text"][a["start"] : a["end"]] for a in articles)
    ascii_, full = len(_ASCII_MARK.findall(text)), len(_FULL_MARK.findall(text))
    ratios = sorted(set(_RATIO_MARKS.findall(text)))
    colons = "∶" in ratios and (":" in text or "：" in text)
    if (min(ascii_, full) >= 3 and min(ascii_, full) >= 0.05 * max(ascii_, full)) or colons or len(ratios) > 1:
        said = f"Marks between Chinese characters: {ascii_} in ASCII, {full} full-width; ratios are printed with {' and '.join(ratios) or 'no mark'}."
        yield _about(document, "mixed_marks", said)


# ------------------------------------------------------------------------------------------------ older than its date
def _looks_forward(document: Row, article: Row) -> Iterator[Finding]:
    dated_on = article["dated_on"]
    if dated_on is None:
        return
    for match in _LOOKS_FORWARD.finditer(document["text"], article["start"], article["end"]):
        year, month = int(match[1]), int(match[2] or 12)
        due = date(year, month, 28)
        if (dated_on - due).days > 31:
            said = f"“{quoted(match[0])}” looks forward to a time before the article's date ({dated_on}): the text is older than its date, and so is its 目前."
            yield _at(document, "text_older_than_date", match.start(), match.end(), said, str(year))


# ------------------------------------------------------------------------------------------------ helpers
def _matches(document: Row, articles: Iterable[Row], pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    for article in articles:
        for match in pattern.finditer(document["text"], article["start"], article["end"]):
            yield match.start(), match.end(), match[0]


@cache
def _longest_first(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))
