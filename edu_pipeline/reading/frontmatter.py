"""What a document says about itself: title, publisher, number, dates, rights.

What belongs here: choosing between labelled values, the lines under the title and the signature.  What does not:
reading one label (labels) or one date (dates), and the dates of the articles of a compilation (articles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from edu_pipeline.reading.datelines import (
    filed_date,
    foot_date,
    handed_on,
    head_date,
    inner_date,
    month_date,
    notice_date,
    wire_date,
)
from edu_pipeline.reading.dates import DATE, given_on, lone_date, may_hold_date, read_date
from edu_pipeline.reading.furniture import is_rights, is_trail, trail
from edu_pipeline.reading.labels import glued_date, key_of, read_items
from edu_pipeline.reading.lines import ENDS, MARKER, closed_up, is_title
from edu_pipeline.reading.model import FrontMatter, IsPlace, Part, ReadDocument
from edu_pipeline.reading.words import one_of

_HEAD = 40
_NUMBER = re.compile(
    r"(?<![一-龥])[一-龥]{1,12}\s?(?:[〔﹝\[【(（]\s?(?:19|20)\d\d\s?[〕﹞\]】)）]|(?:19|20)\d\d\s?年?)\s?第?\s?\d{1,4}\s?号"
)
_AGENCY = "(?P<agency>[一-鿿]{4,30}?(?:局|厅|委|委员会|政府|办公室|部|处|科|中心|学院))"
_ISSUED = re.compile(rf"{_AGENCY}(?:主办|主编|编印|编发|编辑|印发|发布|编)?[ \t\xa0\u3000]+(?P<date>\S.*)")
_ON_ISSUED = re.compile(rf"(?:{DATE.pattern})[ \t\xa0\u3000]+{_AGENCY}")
"""2025年5月28日    某县教育科技局办公室, under a title."""
_IN_BRACKETS = re.compile(
    rf"[(（][^()（）]{{0,24}}{DATE.pattern}[^()（）]{{0,30}}(?:印发|发布|公布|通过|批准)[^()（）]{{0,30}}[)）]"
)
_LAST_BRACKET = re.compile(r"(?<=[一-鿿]{4})[(（][^()（）]{1,30}[)）]$")
_BULLETS = ("●", "◆", "■", "▍", "★", "▲", "◎", "▪", "▶")
_MENU = re.compile(
    r"[一-鿿]{2,6}(?:[ \u3000|]+[一-鿿]{2,6}){2,}|[一-鿿·]{2,9}(?:(?:[ \u3000]{2,}|[|┊])[一-鿿]{2,9}){3,}"
)
_GREETS = re.compile(r"欢迎(?:您|来到|光临|访问|你)")
_SITE = re.compile(
    r"[^\d，。“]{2,24}(?:[日晚]报|[网官]站?|在线|门户)\s?[·|]?\s?(?:[^\d，。“]{0,12}(?:网站?|官网|频道))?"
)
_HAN = re.compile("[一-鿿]")
_CHANNEL = re.compile(r"[一-鿿]{2,14}(?:网站?|频道|客户端|公众号)(?:\s?[·•—-]\s?[一-鿿]{2,6}){1,3}")
"""某省教育厅网站·解读: a part of a site."""
_DECKS = ("——", "—", "--")
_VALUE_ENDS = " \t\u3000\xa0[【(（|;；"


def parts(document: ReadDocument) -> list[Part]:
    return [Part(b.start, b.end, b.role, closed_up(document.text[b.start : b.end])) for b in document.blocks]


def front_matter(document: ReadDocument, is_place: IsPlace) -> FrontMatter:
    """Title, publisher, number, dates and rights, as far as the document states them.

    `is_place` tells whether a string is the name of a place and nothing else.
    No date is taken from a title or from a file's name.  The dates of a compilation's articles are not the document's.
    Markup and metadata fill what the text does not say.
    """
    stated = document.stated
    all_parts = parts(document)
    labelled = _labelled(all_parts)
    title = find_title(all_parts, 0, is_place)
    under = _under_title(all_parts, title)
    signature = find_signature(all_parts)
    named = labelled.get("title")
    published = read_date(labelled.get("published", "")) or (under.published if under else None)
    signed = (
        read_date(labelled.get("signed", ""))
        or (under.given if under else None)
        or (signature.on if signature else None)
    )
    if under and under.bracketed and published != under.bracketed:
        framed = read_date(labelled.get("signed", ""))
        if framed and under.bracketed < framed:
            signed = under.bracketed  # the paper is older than the page that shows it
        elif published:
            signed = signed or under.bracketed
        else:
            published = under.bracketed
    if not (published or signed or (under and under.compiled)):
        signed = inner_date(all_parts) or handed_on(all_parts) or foot_date(all_parts)
        published = None if signed else wire_date(all_parts) or head_date(all_parts) or notice_date(all_parts)
        if not (signed or published):
            published = filed_date(all_parts, title.text if title else None)
        if not (signed or published):
            signed = month_date(all_parts)
    return FrontMatter(
        title=named
        if named and len(named) >= 4
        else title.text
        if title
        else stated.title or _step_of_trail(all_parts),
        publisher=_name(labelled.get("publisher"))
        or (under.agency if under else None)
        or (signature.agency if signature else None)
        or _above(all_parts, title)
        or stated.publisher,
        document_number=_document_number(all_parts, labelled.get("number")) or stated.document_number,
        published_on=published or stated.published_on,
        signed_on=signed,
        rights=_rights(all_parts),
    )


_OF_YEAR = re.compile(r"[一-鿿]{2,12}(?:19|20)\d\d年[一-鿿]{3,}")


def _step_of_trail(all_parts: Sequence[Part]) -> str | None:
    """The step of the way to a page that is what a page without a title tells of: 首页 > 某区2025年民生实事 > 教育."""
    steps = (step for p in all_parts[:3] if is_trail(p.text) for step in trail(p.text))
    return next((step for step in steps if _OF_YEAR.fullmatch(step)), None)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed (two lines of one title joined), the deck under it, and the parts it takes."""

    text: str
    deck: str | None
    first: int
    last: int


_IN_LATIN = re.compile(r"(?<=[一-鿿])[ \t\u3000\xa0]+[A-Za-z][A-Za-z .,'&-]*$")


def is_agency(text: str) -> bool:
    """Whether a line is the name of an authority or a newspaper and nothing else, but for the same in Latin letters."""
    text = _IN_LATIN.sub("", text)
    return (
        3 <= len(text) <= 40
        and not any(c in text for c in "。:：;；!?《》“”|")
        and "关于" not in text
        and _agency().search(text) is not None
    )


def find_title(all_parts: Sequence[Part], begin: int, is_place: IsPlace) -> Title | None:
    """The title: the heading before the first paragraph that looks most like one."""
    best: tuple[float, int] | None = None
    body = 0
    for i in range(begin, min(begin + _HEAD, len(all_parts))):
        part = all_parts[i]
        body += part.role == "body" and len(part.text) > 60
        if body > 1 and not part.text.startswith("#"):
            break
        score = _score(all_parts, i)
        if score is not None and (best is None or score - 0.2 * (i - begin) > best[0]):
            best = score - 0.2 * (i - begin), i
    return _joined(all_parts, best[1], is_place) if best else None


def _score(all_parts: Sequence[Part], i: int) -> float | None:
    part = all_parts[i]
    text = part.text.lstrip("# \u3000")
    if part.role != "heading" or not 5 <= len(text) <= 100 or is_agency(text) or _NUMBER.fullmatch(text):
        return None
    if (
        MARKER.match(text)
        or text.startswith((*_DECKS, "专栏", "附表", "附件", "本期嘉宾"))
        or _MENU.fullmatch(text)
        or _GREETS.search(text)
        or len(_HAN.findall(text)) < 4
        or is_trail(text)
        or _CHANNEL.fullmatch(text)
    ):
        return None
    if DATE.search(_LAST_BRACKET.sub("", text)) and not is_title(text):
        return None
    score = 6.0 * (part.text.startswith("# ")) + 2.5 * is_title(text) + (len(text) >= 10) + 0.5 * ("教育" in text)
    after = all_parts[i + 1 : i + 4]
    score -= 2.0 * text.startswith(_BULLETS) + 2.0 * (_SITE.fullmatch(text) is not None)
    return score + 1.5 * any(p.role == "table" or is_agency(p.text) for p in after)


def _joined(all_parts: Sequence[Part], i: int, is_place: IsPlace) -> Title:
    """A title with the line before it or after it that belongs to it."""
    first = last = i
    text = all_parts[i].text.lstrip("# \u3000")
    while first > max(0, i - 2) and all_parts[first - 1].role == "heading":
        above = all_parts[first - 1].text
        if not _leads(above, text, is_place):
            break
        first, text = first - 1, above + text
    after = all_parts[i + 1] if i + 1 < len(all_parts) and all_parts[i + 1].role == "heading" else None
    if (
        after
        and (after.text.startswith("关于") or ("关于" in text and not is_title(text) and is_title(after.text)))
        and not MARKER.match(after.text)
    ):
        last, text = i + 1, text + after.text
        after = all_parts[i + 2] if i + 2 < len(all_parts) and all_parts[i + 2].role == "heading" else None
    deck = None
    if after and (
        after.text.startswith(_DECKS)
        or (
            after.text.startswith("##")
            and all_parts[i].text.startswith("# ")
            and not MARKER.match(after.text.lstrip("# "))
        )
    ):
        deck, last = after.text.lstrip("#—- \u3000"), last + 1
    return Title(text, deck, first, last)


_GOES_ON = re.compile("[和与及暨](?![平谐睦美格时])|的(?![一-鿿]{0,2}士)")
"""What a line that goes on with a title begins with (…国家助学金 | 和普通高中助学金发放情况公告)."""
_DIVISION = re.compile("[一-鿿]{1,9}?[县市区州旗盟](?![级域城直属内])")


def _begins_with_place(text: str, is_place: IsPlace) -> bool:
    """和政县2020年教育工作总结: a place that opens a line, whatever its first character may mean elsewhere."""
    division = _DIVISION.match(text)
    return division is not None and is_place(text[: division.end()])


def _leads(above: str, text: str, is_place: IsPlace) -> bool:
    """Whether a line is the first part of the title that goes on below it: the agency, or …关于进一步加强…学校."""
    goes_on = _GOES_ON.match(text) is not None and not _begins_with_place(text, is_place)
    if goes_on and is_title(text) and not is_title(above) and not is_agency(above):
        return not MARKER.match(above) and not is_trail(above)
    if text.startswith("关于"):
        return is_agency(above)
    return "关于" in above and not is_title(above) and not MARKER.match(above) and is_title(text)


@dataclass(frozen=True, slots=True)
class _Under:
    """What stands in the lines under a title; `compiled`: the page holds several papers with their own dates."""

    published: date | None
    bracketed: date | None
    given: date | None
    agency: str | None
    compiled: bool


def _under_title(all_parts: Sequence[Part], title: Title | None) -> _Under | None:
    """The agency and the date in the four lines under the title (or at the very top)."""
    if title is None and not all_parts:
        return None
    begin = title.last + 1 if title else 0
    dates = [lone_date(p.text) for p in all_parts if p.role == "table" and p.text[:1] in "(（"]
    compiled = sum(d is not None for d in dates) > 1
    published = bracketed = given = agency = None
    for part in all_parts[begin : begin + 4]:
        issued = _ISSUED.fullmatch(part.text.strip())
        if part.role == "body" and len(part.text) > 40 and not issued:
            break
        found = lone_date(part.text)
        if found is None and _IN_BRACKETS.fullmatch(part.text.strip()):
            found = None if compiled else read_date(part.text)
        if found is None and issued:
            found, agency = lone_date(issued["date"]), agency or issued["agency"]
        if found is None and (told := _ON_ISSUED.fullmatch(part.text.strip())):
            found, agency = read_date(part.text), agency or told["agency"]
        if found and part.text[:1] in "(（":
            bracketed = None if compiled else found
        elif found and not published:
            published = found
        given = given or given_on(part.text)
        if agency is None and part.role == "heading" and is_agency(part.text):
            agency = part.text
    return _Under(published, bracketed, None if compiled else given, agency, compiled)


def _above(all_parts: Sequence[Part], title: Title | None) -> str | None:
    """The agency whose name stands alone right over the title."""
    above = all_parts[title.first - 1] if title and title.first else None
    return above.text if above and above.role == "heading" and is_agency(above.text) else None


@dataclass(frozen=True, slots=True)
class Signature:
    """The agency and the day under a text; `part` is the line of the date."""

    agency: str | None
    on: date
    part: int


def find_signature(all_parts: Sequence[Part], begin: int = 0) -> Signature | None:
    """The first date that stands alone under an agency's name, else the last date that ends the text."""
    last: Signature | None = None
    body_after = len([p for p in all_parts[begin:] if p.role == "body"])
    seen = 0
    for i in range(begin, len(all_parts)):
        part = all_parts[i]
        seen += part.role == "body"
        if part.role not in ("table", "heading", "body") or len(part.text) > 60:
            continue
        found, agency = _signed(part.text)
        if found is None:
            continue
        above = all_parts[i - 1] if i > begin else None
        if agency is None and above is not None and above.role in ("heading", "body") and is_agency(above.text):
            agency = above.text
        if seen and agency is not None:
            return Signature(agency, found, i)
        if seen and seen >= body_after - 1 and part.text[:1] not in "(（":
            last = Signature(agency, found, i)
    return last


def _signed(text: str) -> tuple[date | None, str | None]:
    """A line that is a date, or an agency and a date, as in an imprint (某某局办公室 2022年3月28日印发)."""
    alone = lone_date(text.replace("\n", ""))
    if alone:
        return alone, None
    found = DATE.search(text) if may_hold_date(text) else None
    if (
        found
        and not text[found.end() :].removesuffix("印发").strip(") ）")
        and is_agency(text[: found.start()].strip(" \u3000\xa0(（"))
    ):
        return read_date(text), text[: found.start()].strip(" \u3000\xa0(（")
    return None, None


def _labelled(all_parts: Sequence[Part]) -> dict[str, str]:
    """Labelled values by key, the first of each; a label alone on its line takes the next line."""
    found: dict[str, str] = {}
    for i, part in enumerate(all_parts):
        if part.role not in ("table", "furniture") or len(part.text) > 400:
            continue
        for item in read_items(part.text, head=True):
            value = item.value.strip(" \t\u3000\xa0|;；").rstrip("[【(（")
            if value and not (item.key in ("published", "signed") and read_date(value) is None):
                found.setdefault(item.key, value)
        alone = key_of(part.text) if len(part.text) <= 12 else None
        if (
            alone
            and i + 1 < len(all_parts)
            and len(all_parts[i + 1].text) <= 60
            and key_of(all_parts[i + 1].text) is None
        ):
            found.setdefault(alone, all_parts[i + 1].text)
    first = next((p for p in all_parts if p.role == "body"), None)
    if first and "published" not in found and (glued := glued_date(first.text)):
        found["published"] = glued
    return found


def _name(value: str | None) -> str | None:
    """A publisher's name: what stands before a blank, a date or a bracket."""
    if not value:
        return None
    name = re.split(r"[\s\u3000|]+", value)[0]
    name = DATE.split(name)[0].strip(_VALUE_ENDS)
    return name if 2 <= len(name) <= 40 and not name.startswith("http") else None


def _document_number(all_parts: Sequence[Part], labelled: str | None) -> str | None:
    """The number of the paper: labelled, or a line of its own in the head."""
    if labelled:
        return labelled
    for part in all_parts[:_HEAD]:
        if part.role == "body" and len(part.text) > 60:
            break
        found = _NUMBER.search(part.text) if len(part.text) <= 40 else None
        if found and part.text[-1] not in ENDS and not is_title(part.text):
            return found.group()
    return None


def _rights(all_parts: Sequence[Part]) -> str | None:
    """The first notice about redistribution, on the page around the text."""
    for part in all_parts:
        if part.role == "furniture" and is_rights(part.text):
            return part.text
    return None


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"{one_of('agencies')}$")
