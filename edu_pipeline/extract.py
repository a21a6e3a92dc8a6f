"""One document's bytes to its rows: a pure function, so that any process can map it and its result can be kept.

What belongs here: the order reading -> language -> indicators for one document, and the shape of the rows.  What
does not: files, other documents, anything that needs the corpus.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from edu_pipeline.identity import short_hash
from edu_pipeline.indicators.aims import told_below
from edu_pipeline.indicators.enumerating import after, dated_list, goes_on
from edu_pipeline.indicators.grid_notes import notes_go_on, time_of, under
from edu_pipeline.indicators.grids import read_table
from edu_pipeline.indicators.headings import (
    asked,
    fund_of,
    listed,
    paper_level,
    paper_topic,
    passed_on,
    placed,
    sectioned,
    year_opened,
)
from edu_pipeline.indicators.inherited import inherited_from, year_of
from edu_pipeline.indicators.outlook import PLAN, opened
from edu_pipeline.indicators.papers import plans, reported_year, stands_on
from edu_pipeline.indicators.school_profiles import of_one_school
from edu_pipeline.indicators.statements import Found, Setting, Statement, read_paragraph
from edu_pipeline.indicators.thread import Section, Thread
from edu_pipeline.indicators.voices import speaks
from edu_pipeline.language import foreground, gazetteer
from edu_pipeline.language.gazetteer import Region
from edu_pipeline.language.home import home_place
from edu_pipeline.language.numerals import DIGITS
from edu_pipeline.language.places import is_place
from edu_pipeline.reading import (
    Article,
    Block,
    FrontMatter,
    Limits,
    ReadDocument,
    ReadingError,
    Remark,
    front_matter,
    read,
    split_articles,
)
from edu_pipeline.reading.formats import apparent_type
from edu_pipeline.reading.known import Filling, Known
from edu_pipeline.reading.lines import closed_up
from edu_pipeline.reading.pages.places import Places
from edu_pipeline.reading.signatures import UNKNOWN
from edu_pipeline.reading.views import Offsets, Span, unvoiced, view

_DIGIT = re.compile(f"[{DIGITS}]")
Memory = dict[tuple[str, str, Setting, Section], tuple[list[Found], Section]]
Rows = dict[str, list[dict[str, Any]]]


def extract_document(
    data: bytes, source: str, known: Mapping[str, Any] | None = None, limits: Limits | None = None
) -> Rows:
    """The rows of documents, articles, quantities and observations_read that one document gives.

    `known` holds what the source registry says (title, publisher, published_on: a date or its ISO text, place: a code,
    rights, media_type); it fills what the document does not say.  A document that cannot be read, or exceeds the limits,
    gives one `documents` row with status failed.
    """
    filling = Filling(Known.of(known))
    row = _document_row(data, source)
    rows: Rows = {"documents": [row], "articles": [], "quantities": [], "observations_read": []}
    try:
        document = read(data, source, limits, filling.known.media_type)
        front = front_matter(document, is_place)
        articles = split_articles(document, front, is_place)
    except ReadingError as error:
        seems = apparent_type(source, data, filling.known.media_type)
        row.update(status="failed", error=str(error), media_type=seems)
        return rows
    read_before: Memory = {}
    for article in articles:
        _read_article(rows, row, document, front, article, articles, read_before, filling)
    _on_pages(rows["quantities"], document)
    _describe(row, document, filling.front(front), filling)
    return rows


def _on_pages(quantities: list[dict[str, Any]], document: ReadDocument) -> None:
    """Tell each number the page that it begins on, and the box around it there."""
    places = Places(document.text, document.boxes)
    for row in quantities if document.boxes else ():
        place = places.of(row["start"], row["end"])
        if place is not None:
            row["page"], row["box"] = place.page, list(place.edges)


def _document_row(data: bytes, source: str) -> dict[str, Any]:
    digest = hashlib.sha256(data).hexdigest()
    return {
        "source": source,
        "document_id": digest[:16],
        "sha256": digest,
        "media_type": UNKNOWN,
        "reader": "none",
        "byte_size": len(data),
        "status": "ok",
    }


def _describe(row: dict[str, Any], document: ReadDocument, front: FrontMatter, filling: Filling) -> None:
    remarks = [*document.remarks, *filter(None, [filling.remark()])]
    row.update(
        media_type=document.media_type,
        reader=document.reader,
        encoding=document.encoding,
        title=front.title,
        publisher=front.publisher,
        document_number=front.document_number,
        published_on=front.published_on,
        rights=front.rights,
        text=document.text,
        remarks=[remark.to_json() for remark in _once(remarks)] or None,
    )


def _once(remarks: Sequence[Remark]) -> list[Remark]:
    """The first remark of each code and place."""
    return list({(r.code, r.start, r.end): r for r in reversed(remarks)}.values())[::-1]


def _read_article(
    rows: Rows,
    row: dict[str, Any],
    document: ReadDocument,
    front: FrontMatter,
    article: Article,
    articles: list[Article],
    read_before: Memory,
    filling: Filling,
) -> None:
    blocks = [b for b in document.blocks if article.start <= b.start < article.end]
    preamble = article.place_hint is None and len(articles) > 1
    around = ("furniture", "header", "footer")
    lines = [unvoiced(document.text[b.start : b.end]) for b in blocks if b.role not in around]
    furniture = [document.text[b.start : b.end] for b in blocks if b.role in around]
    furniture += _over(document, article, articles)
    dated_on = filling.date(article.dated_on)
    publisher = front.publisher if _publishes(front.publisher, document, article, articles) else None
    home = None if preamble else _home(article, front, publisher, lines, furniture, filling, dated_on)
    article_id = short_hash(row["document_id"], "article", article.start, article.end)
    original = next((a for a in articles if a.ordinal == article.duplicate_of), None)
    rows["articles"].append(
        {
            "article_id": article_id,
            "document_id": row["document_id"],
            "ordinal": article.ordinal,
            "title": article.title,
            "region_code": home.code if home else None,
            "region_name": home.name if home else None,
            "dated_on": dated_on,
            "start": article.start,
            "end": article.end,
            "duplicate_of": short_hash(row["document_id"], "article", original.start, original.end)
            if original
            else None,
            "complete": article.complete,
        }
    )
    title, body = article.title or front.title or filling.known.title, document.text[article.start : article.end]
    title = unvoiced(title) if title else None
    plan, inherited = plans(title, body), passed_on(title, body, dated_on)
    day = stands_on(title, dated_on, plan, inherited)
    setting = Setting(home, dated_on, plan, inherited, day, of_one_school(title, body), fund_of(title or ""))
    keys = {"document_id": row["document_id"], "source": row["source"], "article_id": article_id}
    first = len(rows["observations_read"])
    copy = original is not None
    year = reported_year(title, dated_on) or year_of(inherited_from(title or "", dated_on).flow)
    thread = Thread(
        section=Section(paper_level=paper_level(title or "", body), paper_topic=paper_topic(title or ""), year=year)
    )
    above: list[str] = []
    tabled, noted = None, False
    spoken = [b for b in blocks if b.role != "furniture" or _DIGIT.search(document.text, b.start, b.end)]
    promises = {spoken[i].start for i in told_below([document.text[b.start : b.end] for b in spoken])}
    for role, group in groupby(_tables_whole(spoken), key=lambda b: b.role):
        if role == "table":
            cells = list(group)
            if thread.section.citizen and not all(speaks(document.text[b.start : b.end], True) for b in cells):
                thread.section = thread.section._replace(citizen=False)
            told = read_table(document.text, cells, above, under(setting, tabled), thread)
            for found in told:
                _add(rows, keys, document.text, found, Offsets(0, []), copy=copy)
            above, tabled, noted = [], time_of(told), False
            continue
        for block in group:
            seen, offsets, notes = view(document.text, block)
            above = [*above[-2:], seen]
            noted = tabled is not None and notes_go_on(seen, role, noted)
            given = under(setting, tabled) if noted else setting
            promise = block.start in promises
            read_here = _read_block(seen, role, given, thread, read_before, title or "", promise=promise)
            for found, where in _with_notes(read_here, offsets, notes):
                _add(rows, keys, document.text, found, where, copy=copy)
    if dated_on != article.dated_on:
        _dated_by_registry(rows["observations_read"][first:])


def _over(document: ReadDocument, article: Article, articles: Sequence[Article]) -> list[str]:
    """The lines of a page that stand over all its articles (the way to it), for those below."""
    first = articles[0]
    if article is first or first.place_hint is not None:
        return []
    return [document.text[b.start : b.end] for b in document.blocks if b.start < first.end]


def _publishes(publisher: str | None, document: ReadDocument, article: Article, articles: Sequence[Article]) -> bool:
    """Whether an article is of the publisher: not where another of the page's articles names it as its own source."""
    at = document.text.find(publisher) if publisher else -1
    holder = next((a for a in articles if a.start <= at < a.end), None)
    return holder is None or holder is article or holder.place_hint is None


def _home(
    article: Article,
    front: FrontMatter,
    publisher: str | None,
    lines: Sequence[str],
    furniture: Sequence[str],
    filling: Filling,
    dated_on: date | None,
) -> Region | None:
    """The place an article is about: what the document says, else what is known."""
    own = article.place_hint or article.title
    hint = own or (front.title if article.place_hint is None else None) or _first_line(lines)
    hint = unvoiced(hint) if hint else None
    stated = home_place(hint, lines, publisher, furniture)
    if stated is not None:
        return stated
    known = filling.known
    if known.place and gazetteer.division(known.place):
        place: Region | None = gazetteer.region(known.place, dated_on)
    else:
        place = home_place(hint or known.title, lines, known.publisher)
    filling.used["article_place"] += place is not None
    return place


def _first_line(lines: Sequence[str]) -> str | None:
    """A first line that is no sentence names the place as a title does."""
    first = next((line for line in lines if line.strip()), "")
    return first if len(first) <= 60 and not first.rstrip().endswith(("。", "！", "？", "；", "，")) else None


def _dated_by_registry(observations: Sequence[dict[str, Any]]) -> None:
    for row in observations:
        if row["period_basis"] == "document":
            row["period_basis"] = "registry"


def _tables_whole(blocks: list[Block]) -> list[Block]:
    """The blocks with the page heads and feet that stand inside a table put after it."""
    ordered: list[Block] = []
    aside: list[Block] = []
    for i, block in enumerate(blocks):
        if block.role == "furniture" and ordered and ordered[-1].role == "table":
            following = next((b for b in blocks[i : i + 4] if b.role != "furniture"), None)
            if following is not None and following.role == "table":
                aside.append(block)
                continue
        if block.role != "table":
            ordered += aside
            aside = []
        ordered.append(block)
    return ordered + aside


def _read_block(
    view: str, role: str, setting: Setting, thread: Thread, read_before: Memory, title: str, *, promise: bool
) -> list[Found]:
    """A paragraph's numbers; one that was read before under the same headings (a copy) is not read again.

    `promise`: what came of it is told below.
    """
    whole = goes_on(view, thread.section.whole)
    listed_at = dated_list(view, thread.section.listed_at, setting.dated_on) if role == "body" else None
    before = thread.section
    citizen = speaks(view, thread.section.citizen)
    if role == "heading":
        sectioned(closed_up(view), thread, setting.dated_on, setting.stands_on, title)
    else:
        year_opened(view, thread, setting.dated_on)
        opened(view, thread, setting.stands_on, setting.plan)
    if promise:
        thread.section = thread.section._replace(opened=PLAN, opened_at=0)
    if citizen != thread.section.citizen:
        thread.section = thread.section._replace(citizen=citizen)
    if (whole, listed_at) != (thread.section.whole, thread.section.listed_at):
        thread.section = thread.section._replace(whole=whole, listed_at=listed_at)
    if day := foreground.day_of_paragraph(view, setting.dated_on):
        setting = setting._replace(dated_on=day, stands_on=day)
    elif foreground.outruns(view, setting.dated_on):
        setting = setting._replace(dated_on=None, stands_on=None)
    home = placed(view, role, before, thread, setting.home, setting.dated_on)
    setting = setting if home is setting.home else setting._replace(home=home)
    asked(view, role, thread)
    listed(view, role, thread, setting.dated_on)
    key = (view, role, setting, thread.section)
    if key not in read_before:
        found = read_paragraph(view, setting, thread, furniture=role in ("furniture", "header", "footer"))
        read_before[key] = found, thread.section
    found, thread.section = read_before[key]
    after(view, found, thread)
    return found


def _with_notes(found: list[Found], offsets: Offsets, notes: list[Span]) -> list[tuple[Found, Offsets]]:
    """A paragraph's numbers and those of its footnotes in order, each with the way to its place in the document."""
    located = [(one, offsets) for one in found]
    if not notes:
        return located
    spans = [(offsets(one.start), offsets(one.end, end=True)) for one in found]
    for note in notes:
        if not any(start <= note[0] < end for start, end in spans):
            located.append((Found(*note, "identifier", "the number of a footnote"), Offsets(0, [])))
    return sorted(located, key=lambda item: item[1](item[0].start))


def _add(rows: Rows, keys: dict[str, Any], text: str, found: Found, offsets: Offsets, *, copy: bool) -> None:
    start, end = offsets(found.start), offsets(found.end, end=True)
    quantity_id = short_hash(keys["document_id"], start, end)
    rows["quantities"].append(
        {
            **keys,
            "quantity_id": quantity_id,
            "start": start,
            "end": end,
            "text": text[start:end],
            "kind": found.kind,
            "value": found.value,
            "value_max": found.value_max,
            "unit": found.unit,
            "unit_text": found.unit_text,
            "comparator": found.comparator,
            "reason": found.reason,
        }
    )
    if copy or not found.statements:
        return
    common = {**keys, "quantity_id": quantity_id, "start": start, "end": end}
    value_text = text[start : offsets(found.value_end, end=True)]
    sentence = text[offsets(found.sentence[0]) : offsets(found.sentence[1], end=True)].strip()
    for ordinal, statement in enumerate(found.statements):
        rows["observations_read"].append(_observation(common, ordinal, statement, found, value_text, sentence))


def _observation(
    common: dict[str, Any], ordinal: int, statement: Statement, found: Found, value_text: str, sentence: str
) -> dict[str, Any]:
    return {
        **common,
        "observation_id": short_hash(common["quantity_id"], ordinal),
        "region_code": statement.region.code if statement.region else None,
        "region_name": statement.region.name if statement.region else None,
        "indicator": statement.indicator,
        "label": statement.label,
        "education_level": statement.level,
        "measure": statement.measure,
        "nature": statement.nature,
        "comparator": statement.comparator,
        "value": statement.value,
        "value_max": statement.value_max,
        "unit": statement.unit,
        "value_text": value_text,
        "unit_text": found.unit_text,
        "period_start": statement.period.start,
        "period_end": statement.period.end,
        "period_basis": statement.period.basis,
        "sentence": sentence,
        "reference": statement.reference,
    }
