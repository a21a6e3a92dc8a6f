"""A document's articles: the parts that speak about one place at one time.

What belongs here: where one article ends and the next begins (compilations, pages on several places, repeated bodies),
each one's title, date and completeness.  What does not: which place a title names (language/places), the document's own
dates (frontmatter).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from edu_pipeline.reading.contents import Entry, find_contents, key
from edu_pipeline.reading.copies import without_copies
from edu_pipeline.reading.dates import given_on, lone_date
from edu_pipeline.reading.frontmatter import Title, find_signature, find_title, is_agency, parts
from edu_pipeline.reading.furniture import breaks_off, closes, is_trail
from edu_pipeline.reading.items import Start, items, text_follows
from edu_pipeline.reading.lines import bare, begins_item, ends_sentence, marker, split_lines
from edu_pipeline.reading.model import Article, FrontMatter, IsPlace, Part, ReadDocument

_MIN_SECTION = 60
_MAX_PLACE = 16
_OFFICES = re.compile(r"(?:人民政府|政府|教育局|教体局|教育体育局|教育和体育局|教育科技局|教育委员会|教委)$")
_STATED = re.compile(r"[\d０-９](?:[%％]|[一-龥]{1,4})$")
_TITLED = re.compile(
    r"[【\[#\s]*([一-龥]{2,12})[】\]]?\s*[:：|｜](?=\s*(?:[一-龥“]{4}|\d[\d.]*[万余多]?[一-龥]{2}))[^。;；]{4,40}$"
)
_ATTACHED = re.compile(r"附(?:件|表|录|图)?\s*[一二三\d]?\s*[:：]")
_FRAME = " \t\u3000【】[]〖〗《》<>●■◆★▲—-·:：#"


def split_articles(document: ReadDocument, front: FrontMatter, is_place: IsPlace) -> list[Article]:
    """The articles, in order; they cover the text without overlap.

    `is_place` tells whether a string is the name of a place and nothing else.  A single report is one article; what
    stands before the first article of a compilation or a page on several places is an article without a place.
    """
    all_parts = parts(document)
    lines = split_lines(document.text)
    entries = find_contents(lines)
    below = lines[max(e.line for e in entries)].end if entries else 0
    listed = {key(e.title): e.title for e in entries}
    starts = (
        items(all_parts)
        or _dated(all_parts)
        or _listed(all_parts, entries, below, is_place)
        or _places(all_parts, is_place)
        or _closed_before(all_parts, is_place)
    )
    starts = _behind_rules(all_parts, starts)
    articles = (
        _several(document, all_parts, front, starts, entries)
        if starts
        else _whole(document, all_parts, front, find_title(all_parts, 0, is_place))
    )
    articles = _completed(articles, all_parts, listed if starts else {})
    return without_copies(document, articles)


def _whole(
    document: ReadDocument, all_parts: Sequence[Part], front: FrontMatter, printed: Title | None
) -> list[Article]:
    title = front.title
    under = [p.text for p in all_parts[printed.last + 1 : printed.last + 4] if given_on(p.text)] if printed else []
    hint = " ".join(filter(None, (title, printed.deck if printed else None, *under[:1]))) or None
    return [Article(0, 0, len(document.text), title, front.signed_on or front.published_on, hint, None, True)]


def _several(
    document: ReadDocument,
    all_parts: Sequence[Part],
    front: FrontMatter,
    starts: Sequence[Start],
    entries: Sequence[Entry],
) -> list[Article]:
    signature = find_signature(all_parts)
    elsewhere = signature and signature.on == front.signed_on and signature.part < starts[-1].part
    of_one = any(start.dated_on == front.published_on for start in starts[1:])
    general = (None if elsewhere else front.signed_on) or (None if of_one else front.published_on)
    articles: list[Article] = []
    if starts[0].part > 0:
        title = None if entries else front.title
        articles.append(Article(0, 0, all_parts[starts[0].part].start, title, general, None, None, True))
    for start, stop in zip(starts, [*(s.part for s in starts[1:]), len(all_parts)], strict=True):
        begin = all_parts[start.part].start if articles else 0
        end = all_parts[stop].start if stop < len(all_parts) else len(document.text)
        own = start.dated_on or _signed_within(all_parts[start.part : stop])
        articles.append(Article(len(articles), begin, end, start.title, own or general, start.hint, None, True))
    return articles


def _signed_within(section: Sequence[Part]) -> date | None:
    found = find_signature(section)
    return found.on if found and found.part > 2 else None


def _dated(all_parts: Sequence[Part]) -> list[Start]:
    """Articles that begin with a title and a date line under it; at least two."""
    starts: list[Start] = []
    floor = 0
    for i, part in enumerate(all_parts):
        found = lone_date(part.text) or given_on(part.text) if part.role == "table" else None
        if found is None or i == 0 or not text_follows(all_parts, i):
            continue
        first = i
        while first > floor and i - first < 4 and _opens(all_parts[first - 1]):
            first -= 1
        run = [p.text.lstrip("# ") for p in all_parts[first:i]]
        titles = [t for t in run if not is_agency(t) and not t.startswith(("——", "—", "--"))]
        if not titles:
            continue
        start = Start(first, titles[-1], titles[-1], found)
        if starts and not _has_text(all_parts[floor:first]):
            starts[-1] = replace(start, part=starts[-1].part)
        else:
            starts.append(start)
        floor = i + 1
    return starts if len(starts) > 1 else []


def _behind_rules(all_parts: Sequence[Part], starts: Sequence[Start]) -> list[Start]:
    """The articles, with those among them that no date opens but a ruled line, as it does others: a notice signed below."""
    ruled = {i + 1 for i, part in enumerate(all_parts[:-1]) if _RULE.fullmatch(part.text)}
    if sum(start.part in ruled for start in starts) < 2:
        return list(starts)
    known = {start.part for start in starts}
    more = [
        Start(i, all_parts[i].text, all_parts[i].text)
        for i in sorted(ruled - known)
        if i > starts[0].part and _opens(all_parts[i]) and text_follows(all_parts, i)
    ]
    return sorted([*starts, *more], key=lambda start: start.part)


_RULE = re.compile("([=＝—_*＊-])\\1{7,}")


_BY = re.compile(
    r"[(（]\s?(?:(?:本[报台刊网]|见习|特约|全媒体|融媒体)*(?:记者|通讯员|供稿|编辑|文|撰稿)|来源)[\s:：/／一-鿿、]{2,40}[)）]"
)
"""(本报记者 某某): a line that closes an article and says who wrote it."""


def _closed_before(all_parts: Sequence[Part], is_place: IsPlace) -> list[Start]:
    """Articles whose titles open with the names of different places, each behind a ruled line or the byline of the one before."""
    first = find_title(all_parts, 0, is_place)
    closed = [i + 1 for i, p in enumerate(all_parts[:-1]) if _RULE.fullmatch(p.text) or _BY.fullmatch(p.text)]
    titled = [i for i in closed if first and i > first.last and _opens(all_parts[i]) and text_follows(all_parts, i)]
    if first is None or not titled:
        return []
    starts = [Start(first.first, first.text, first.text)]
    starts += [Start(i, all_parts[i].text, all_parts[i].text) for i in titled]
    places = [_opening_place(start.title or "", is_place) for start in starts]
    return starts if None not in places and len(set(places)) > 1 else []


def _opening_place(title: str, is_place: IsPlace) -> str | None:
    """The full name of a place that a title opens with."""
    name = bare(title).lstrip(_FRAME)
    opens = (name[:size] for size in range(min(9, len(name)), 1, -1))
    return next((begin for begin in opens if begin[-1] in "县市区旗州盟" and is_place(begin)), None)


def _opens(part: Part) -> bool:
    """Whether a part can be one of the lines over a date: a title, a slogan, an agency, not a section's heading."""
    return part.role == "heading" and len(part.text) <= 60 and marker(part.text) is None and not is_trail(part.text)


def _listed(all_parts: Sequence[Part], entries: Sequence[Entry], below: int, is_place: IsPlace) -> list[Start]:
    """Articles whose titles the contents page lists, where the titles name different places."""
    wanted = {key(e.title): e.title for e in entries}
    named = {p for e in entries if (p := _place_within(bare(e.title), is_place))}
    if len(named) < 2 or 2 * len(named) < len(wanted):
        return []
    starts: list[Start] = []
    seen: set[str] = set()
    for i, part in enumerate(all_parts):
        name = key(part.text) if part.role in ("heading", "body") and len(part.text) <= 90 else ""
        if name not in wanted or part.start < below:
            continue
        if name not in seen and text_follows(all_parts, i):
            starts.append(Start(i, bare(part.text), bare(part.text)))
            seen.add(name)
    return starts if len(starts) > 1 else []


def _place_within(title: str, is_place: IsPlace) -> str | None:
    """The name of a place among the first characters of a title."""
    for begin in range(min(8, len(title))):
        for size in range(min(9, len(title) - begin), 1, -1):
            if is_place(title[begin : begin + size]):
                return title[begin : begin + size]
    return None


def _places(all_parts: Sequence[Part], is_place: IsPlace) -> list[Start]:
    """Sections under lines that hold nothing but the name of a place; at least two places, each with text."""
    lone = [
        (i, name, sort)
        for i, part in enumerate(all_parts)
        if (found := _lone_place(part, is_place))
        for name, sort in [found]
    ]
    sorts = {sort for _, _, sort in lone}
    for sort in sorted(sorts):
        same = [(i, name) for i, name, s in lone if s == sort]
        if len({name for _, name in same}) < 2 or not _all_places(all_parts, same, sort):
            continue
        stops = [*(i for i, _ in same[1:]), len(all_parts)]
        if all(_has_text(all_parts[i + 1 : stop]) for (i, _), stop in zip(same, stops, strict=True)):
            return [
                Start(i, bare(all_parts[i].text) if sort == "titled" else _section_title(all_parts, i) or name, name)
                for i, name in same
            ]
    return []


def _lone_place(part: Part, is_place: IsPlace) -> tuple[str, str] | None:
    """The place that a line names, and the sort of its marker ('' for none)."""
    if part.role == "heading" and (titled := _TITLED.match(part.text)) and _is_places(titled[1], is_place):
        return titled[1], "titled"
    if (
        part.role not in ("heading", "body")
        or len(part.text) > _MAX_PLACE + 8
        or ends_sentence(part.text.rstrip(":："))
    ):
        return None
    found = marker(part.text)
    name = bare(part.text).strip(_FRAME)
    if not 2 <= len(name) <= _MAX_PLACE:
        return None
    office = _OFFICES.sub("", name)
    if is_place(name) or (len(office) >= 2 and is_place(office)):
        return name, found[0] if found else ""
    return None


def _is_places(name: str, is_place: IsPlace) -> bool:
    """A place, alone or behind the one that holds it (浙江湖州)."""
    return is_place(name) or any(is_place(name[:i]) and is_place(name[i:]) for i in range(2, len(name) - 1))


def _all_places(all_parts: Sequence[Part], same: Sequence[tuple[int, str]], sort: str) -> bool:
    """Numbered headings only divide a page by place when all of their sort between the first and the last name one."""
    if sort in ("", "titled"):
        return True
    named = {i for i, _ in same}
    within = range(same[0][0], same[-1][0] + 1)
    return all(
        i in named
        for i in within
        if (m := marker(all_parts[i].text)) and m[0] == sort and all_parts[i].role == "heading"
    )


def _has_text(section: Sequence[Part]) -> bool:
    return sum(len(p.text) for p in section if p.role == "body") >= _MIN_SECTION


def _section_title(all_parts: Sequence[Part], i: int) -> str | None:
    """The title under a lone place: a heading that is no numbered section."""
    if i + 1 < len(all_parts):
        part = all_parts[i + 1]
        if part.role == "heading" and marker(part.text) is None and len(part.text) >= 5:
            return part.text.lstrip("# ")
    return None


def _completed(articles: Sequence[Article], all_parts: Sequence[Part], listed: dict[str, str]) -> list[Article]:
    """The articles with `complete` set: false where the text breaks off, or the contents page promises more."""
    promised = len(listed) > 0 and _promises_more(articles, listed)
    completed = []
    starts = [p.start for p in all_parts]
    for article in articles:
        section = all_parts[bisect_right(starts, article.start - 1) : bisect_right(starts, article.end - 1)]
        last = article.ordinal == len(articles) - 1
        preamble = article.place_hint is None and len(articles) > 1
        complete = preamble or not (_breaks(section) or (last and promised))
        completed.append(replace(article, complete=complete))
    return completed


def _promises_more(articles: Sequence[Article], listed: dict[str, str]) -> bool:
    """Whether the contents page lists titles after the last article's that are not there."""
    names = list(listed)
    present = [i for i, name in enumerate(names) if any(a.title and key(a.title) == name for a in articles)]
    return bool(present) and any(re.search(r"[一-龥]{4}", name) for name in names[present[-1] + 1 :])


_LEFT_OUT = re.compile(r"[(（]略[)）]$")
"""九、卫生（略）: that nothing stands below is said."""


def _announces(heading: str) -> bool:
    """Whether a heading at the end of a text announces what is not there."""
    found = marker(heading)
    return found not in (None, ("digit", "1.")) and not (_LEFT_OUT.search(heading) or closes(heading))


def _breaks(section: Sequence[Part]) -> bool:
    """Whether a text stops inside a sentence, at a heading with nothing under it, or where the site keeps the rest."""
    if any(p.role == "furniture" and breaks_off(p.text) for p in section):
        return True
    text = [p for p in section if p.role in ("body", "heading", "table", "caption")]
    bodies = [i for i, p in enumerate(text) if p.role == "body" and not closes(p.text)]
    if not bodies:
        return False
    after = text[bodies[-1] + 1 :]
    if any(_ATTACHED.match(p.text) for p in text[bodies[-1] :]):
        return False  # a list of attachments ends a document
    if any(p.role == "heading" and _announces(p.text) for p in after[-1:]):
        return not any(p.role == "table" for p in after)
    if after:
        return False
    last = text[bodies[-1]].text
    before = text[bodies[-2]].text if len(bodies) > 1 else ""
    if begins_item(last) and begins_item(before) and not ends_sentence(before):
        return False  # items that end without a mark, as the one before it does
    if last.endswith(("、", ",", "，")):
        return True
    return len(last) >= 30 and not ends_sentence(last) and _STATED.search(last) is None
