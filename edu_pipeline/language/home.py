"""The place an article is about.

What belongs here: telling it from the title, the publisher and the page's frame, and what the text says against them.
What does not: what the text alone speaks for (leading), where it names a place (places), which place a number is about
(place_scope).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from edu_pipeline.language import gazetteer
from edu_pipeline.language.gazetteer import COUNTRY, Region
from edu_pipeline.language.leading import LEVEL_WORDS, leading, unranked
from edu_pipeline.language.place_lists import are_joined
from edu_pipeline.language.places import PlaceMention, find_places, is_place
from edu_pipeline.reading.furniture import trail

__all__ = ["home_place"]

_OPENING = re.compile(r"^\s*(?:关于)?(?:\d{4}年(?:度)?)?([\u4e00-\u9fff]{2})")
_YEARBOOK = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3}?)(?:统计)?年鉴")
_READ = 30_000  # characters of an article that are read to find its place
_NATIONAL = re.compile(
    r"^\s*(?:\d{4}年)?(?:度)?(?:全国(?!两会|人大|政协|文明|卫生|双拥|先进|示范|劳模|百强|首)|中国|我国|国家)|我国|教育部|国务院|国家统计局"
)
_TO_PROVINCES = re.compile(r"\s*各省、自治区、直辖市[^。]{0,120}[:：]\s*")
"""Whom a paper of the centre addresses."""
_MINISTRY = re.compile(r"(?:教育部|国务院|国家统计局)(?:今日|近日)?(?:举行|召开|发布|公布|介绍|通报|印发|新闻发布会)")


_STRETCHED = re.compile(r"(?:^|(?<=[|｜\t]))[ \u3000]*[一-鿿][ \u3000]+[一-鿿][ \u3000]*(?=[|｜\t])", re.M)
"""全 国 | 366213: a word that a table stretches over its column."""
_COUNTRYWIDE = re.compile(
    "^[|｜ ]*全国 ?[|｜\t]|全国(?:共?有|各级|小学|初中|普通|幼儿园|学前|义务|高等|中等|共|现有|累计)|中央财政|我国(?:共?有|现有|拥有)各?"
)
"""What only a paper on the whole country says of its own figures, where no other place is named."""


def home_place(
    title: str | None, lines: Sequence[str], publisher: str | None, furniture: Sequence[str] = ()
) -> Region | None:
    """The place an article is about: from its title, else its publisher, else the place its text names most.

    `lines` are its own lines, `furniture` those of the page around it, whose owner counts last.  None where nothing
    names a place.  A name that several places bear is told by the places that the text names beside it.
    """
    lines = [_STRETCHED.sub(lambda m: m[0].replace(" ", "").replace("\u3000", ""), line) for line in lines]
    place = _home(title, lines, publisher, furniture) or _owner(furniture) or _site(furniture, lines)
    if place is None or _of_its_county(place, f"{title or ''}{publisher or ''}", lines):
        return None
    return _outer(_within_zone(_as_it_was(place, lines), lines), lines)


def _body(lines: Sequence[str]) -> str:
    """What is read of an article to find its place."""
    return "\n".join(lines)[:_READ]


def _home(title: str | None, lines: Sequence[str], publisher: str | None, furniture: Sequence[str]) -> Region | None:
    sure = None if _SAID_AT.search(title or "") else _first(title, None, sure=True)
    if sure is not None:
        return _asked_about(title or "", lines, sure) or sure
    around = leading(_body(lines), publisher)
    around = _headlined(title, lines, around) or _owned(furniture, lines, around) or around
    for source in (title, publisher):
        place = _first(source, around)
        if place is not None:
            return _inner(place, around, lines)
    if (site := _first(_trail([*furniture, *lines]), around)) is not None:
        return around if around is not None and site.code in gazetteer.lineage(around) else site
    if (book := next((line for line in [*furniture, *lines][:_RUNNING] if _RUNNING_HEAD.fullmatch(line)), None)) and (
        of := _opening(book, around)
    ):
        return of
    if (title and _MINISTRY.search(title)) or any(_TO_PROVINCES.fullmatch(line) for line in lines[:_HEAD]):
        return gazetteer.region(COUNTRY)
    if around is None or not _speaks_as(around, lines):
        site = _site_in_short([*lines[:_RUNNING], *furniture], lines)
        inner = around is None or around.level == "province" or around.code in gazetteer.lineage(site)
        around = site if site is not None and inner else around
    if around is not None and _of_the_country(around, lines):
        return gazetteer.region(COUNTRY)
    national = around is None and any(_NATIONAL.search(source or "") for source in (title, publisher))
    national = national or (around is None and any(_COUNTRYWIDE.search(line) for line in lines))
    around = None if around is not None and _only_above(around, lines) else around
    return gazetteer.region(COUNTRY) if national or (title and _NATIONAL.match(title)) else around


_FOR_ALL = re.compile("我国|教育部(?!直属)")
_MUCH = 4


def _of_the_country(around: Region, lines: Sequence[str]) -> bool:
    """Whether a text speaks of 我国 and the ministry all along, and of no place as its own, so that the one place that it
    names is where something was held (教育部在安吉县召开部署会)."""
    body = _body(lines)
    if around.code is None or body.count(around.name[:-1]) > 1 or len(_FOR_ALL.findall(body)) < _MUCH:
        return False
    return "我国" in body and not any(pattern.search(body) for pattern in LEVEL_WORDS.values())


_SAID_AT = re.compile(r"在[^,，。；;]{2,24}会议?上")
"""在某某市督查座谈会上: where a speech was held, which its own place may only be within."""
_HEADLINED = re.compile(r"\s*(?:[\[【][^\[\]【】]{1,8}[\]】]\s*)?(?P<name>[一-鿿]{2,4})\s?[:：]")


def _headlined(title: str | None, lines: Sequence[str], around: Region | None) -> Region | None:
    """The county or city that opens a headline by its short name and a colon ([教育] 和平：…), though the name is a word
    too, where the text speaks of itself as one of its kind (全县)."""
    opens = _HEADLINED.match(title or "")
    readings = gazetteer.names().get(opens["name"], ()) if opens else ()
    able = [gazetteer.region(r.code) for r in readings if gazetteer.known(r.code).valid_to is None]
    fitting = [place for place in able if _speaks_as(place, lines)]
    near = [place for place in fitting if around is not None and around.code in gazetteer.lineage(place)]
    chosen = near or fitting
    return chosen[0] if len(chosen) == 1 else None


def _owned(furniture: Sequence[str], lines: Sequence[str], around: Region | None) -> Region | None:
    """The county whose office runs the page and of whose kind the text speaks (全县), where it names but the place above."""
    if around is None or _speaks_as(around, lines):
        return None
    place = _owner(furniture) or _site(furniture, lines)
    within = place is not None and around.code in gazetteer.lineage(place)[1:]
    return place if place is not None and within and _speaks_as(place, lines) else None


_SITE_IN_SHORT = re.compile(
    r"\W*(?P<name>[一-鿿]{2,4}?)(?:教育|教体)?(?:信息|资讯|新闻|政务|公众信息)?(?:网|在线)(?![一-鿿])"
)


def _site_in_short(head: Sequence[str], lines: Sequence[str]) -> Region | None:
    """The county or city whose short name, too short to be believed elsewhere, the site bears (三都教育信息网), where the text
    speaks of itself as one of its kind (全县)."""
    named = {m["name"] for line in head if (m := _SITE_IN_SHORT.match(line))}
    codes = {r.code for name in named for r in gazetteer.names().get(name, ()) if not r.code.endswith("0000")}
    able = [gazetteer.region(code) for code in codes if gazetteer.known(code).valid_to is None]
    fitting = [place for place in able if _speaks_as(place, lines)]
    return fitting[0] if len(fitting) == 1 else None


def _speaks_as(place: Region, lines: Sequence[str]) -> bool:
    """Whether a text speaks of itself in the word for a place of that kind: 全县, 我市."""
    own = LEVEL_WORDS.get(place.name[-1])
    return own is not None and own.search(_body(lines)) is not None


_HEAD = 30
_RUNNING = 4
_RUNNING_HEAD = re.compile(r"(?:[^一-鿿]{0,16})[一-鿿]{2,8}年鉴\s?[^一-鿿]{0,8}卷?[^一-鿿]{0,8}")
"""Page 72 - 凤庆年鉴2017: the book's name over a page, among the first lines."""


def _trail(lines: Sequence[str]) -> str | None:
    """The last step of the way to the page (某省频道 >> 某某教育云 >> 质量监测) that names a place."""
    steps = [step for line in lines[:8] for step in trail(line.strip())]
    return next((step for step in reversed(steps) if _first(step, None) is not None), None)


def _of_its_county(place: Region, named: str, lines: Sequence[str]) -> bool:
    """Whether a text that names but a prefecture (荣获某市…先进县), not in its title or publisher, speaks of a county of its
    own (我县), which it does not name."""
    if place.level != "prefecture" or place.name[:-1] in named:
        return False
    body = _body(lines)
    return _OF_OWN_COUNTY.search(body) is not None and not _speaks_as(place, [_OF_CITY.sub("", body)])


_OF_OWN_COUNTY = re.compile("[我本]县(?!级)")
_OF_CITY = re.compile(r"全市[^,，。;；\n]{0,16}(?:会|先进|表彰|示范|第|前列|平均)")
"""全市职业教育现场会: of which a county's paper speaks too."""
_SPEAKS_OF_OWN = re.compile("[我本全][市县旗州盟](?![外内场民])")


def _only_above(place: Region, lines: Sequence[str]) -> bool:
    """Whether a text that names no place but a province (落实湖南省方案) speaks of a city or county of its own: 我市."""
    if place.level != "province" or not place.name.endswith(("省", "自治区")):
        return False
    body = _body(lines)
    return _SPEAKS_OF_OWN.search(body) is not None and LEVEL_WORDS[place.name[-1]].search(body) is None


_REPLY = re.compile("答复|复函|回复")
_ASKED = re.compile(r"关于(?P<what>[^“”》]{4,60}?)的(?:建议|提案|议案|问题)")


def _asked_about(title: str, lines: Sequence[str], place: Region) -> Region | None:
    """The one place within its own that a reply is asked about (“关于加大某某县…支持力度的建议”收悉)."""
    asked = next((m for line in lines[:12] if (m := _ASKED.search(line))), None) if _REPLY.search(title) else None
    found = find_places(asked["what"], place, None) if asked else []
    within = {m.region.code: m.region for m in found if place.code in gazetteer.chain(m.region.code)[1:]}
    return next(iter(within.values())) if len(within) == 1 else None


_OWNER = re.compile(
    r"(?:主办|承办|版权所有|所有)(?:单位)?\s?[:：]?\s?(?P<owner>[一-鿿]{2,20}?(?:局|厅|委|委员会|政府|办公室))"
    r"|(?P<before>[一-鿿]{2,20}?(?:局|厅|委|委员会|政府|办公室))\s?(?:主办|承办|版权所有)"
)


def _owner(furniture: Sequence[str]) -> Region | None:
    """The place whose office runs the page: 主办：某某市教育局."""
    owners = [m["owner"] or m["before"] for line in furniture for m in _OWNER.finditer(line)]
    return next((place for owner in owners if (place := _first(owner, None)) is not None), None)


_SITE = re.compile(
    r"\s*(?:欢迎(?:访问|光临|来到)|您?(?:现在|当前|正在)?访问的是)?[:：]?\s?(?P<owner>[一-鿿]{2,16}?(?:人民政府|教育[一-鿿]{0,4}局|教体局|教科[一-鿿]{0,2}局))"
    r"(?:公众信息网|政务网|门户网站?|官方网站|官网|网站)(?![一-鿿])"
)


def _site(furniture: Sequence[str], lines: Sequence[str]) -> Region | None:
    """The one place whose office's name the site bears, at the head of a line: 某某县人民政府门户网站.

    Not where the text speaks of its county (我县) and the site is the prefecture's: it then carries a county's news.
    """
    named = [_first(m["owner"], None) for line in furniture if (m := _SITE.match(line))]
    places = {place.code: place for place in named if place is not None}
    if len(places) != 1:
        return None
    place = next(iter(places.values()))
    body = _body(lines)
    inner = place.level != "county" and any(LEVEL_WORDS[letter].search(body) for letter in "县旗")
    return None if inner and not _speaks_as(place, lines) else place


def _as_it_was(place: Region, lines: Sequence[str]) -> Region:
    """The county or city that a district or city was: the text writes its full name, or says 全县 and never 全区 or 全市
    (凤翔年鉴 of 2014)."""
    if place.name[-1] not in "区市" or place.level != "county":
        return place
    body = _body(lines)
    if written := _written_as(place, body):
        return written
    own = LEVEL_WORDS[place.name[-1]]
    if own.search(body) or not LEVEL_WORDS["县"].search(body):
        return place
    return _former(f"{place.name[:-1]}县") or place


def _former(name: str) -> Region | None:
    """The one division of that name that is gone, where none that stands bears it in full."""
    readings = gazetteer.names().get(name, ())
    gone = [r.code for r in readings if gazetteer.known(r.code).valid_to is not None]
    stands = any(r.form == "full" and r.code not in gone for r in readings)
    return gazetteer.region(gone[0]) if len(gone) == 1 and not stands else None


def _written_as(place: Region, body: str) -> Region | None:
    """What a text calls by its full name twice or more (莱芜市) while it never writes that of the place today (莱芜区)."""
    if place.name in body:
        return None
    others = (f"{place.name[:-1]}{tail}" for tail in "市县" if tail != place.name[-1])
    return next((former for name in others if body.count(name) > 1 and (former := _former(name))), None)


def _within_zone(place: Region, lines: Sequence[str]) -> Region:
    """The county of the same stem that a zone's paper names in full and calls 全县 (平潭县, of an 综合实验区)."""
    if place.code is not None:
        return place
    body = _body(lines)
    if not LEVEL_WORDS["县"].search(body) or _OWN_ZONE.search(body):
        return place
    named = {m.region.code: m.region for m in find_places(body, place, None) if m.kind == "full" and m.region.code}
    alike = [r for r in named.values() if r.level == "county" and place.name.startswith(r.name[:-1])]
    return alike[0] if len(alike) == 1 else place


_OWN_ZONE = re.compile("全区|我区|本区")


def _outer(place: Region, lines: Sequence[str]) -> Region:
    """The prefecture whose figures stand under the name of one of its counties or districts: the text says 全市 and never
    全区, and names the district only as a heading."""
    above = next((gazetteer.region(code) for code in gazetteer.lineage(place)[1:]), None)
    if above is None or place.level != "county" or above.name[-1] == place.name[-1]:
        return place
    inner, outer = LEVEL_WORDS.get(place.name[-1]), _OF_WHOLE.get(above.name[-1])
    told = unranked(_body([line for line in lines if not (is_place(line) or trail(line.strip()))]))
    if inner is None or outer is None or not outer.search(told) or inner.search(told):
        return place
    return place if place.name[:-1] in told else above


_OF_WHOLE = {
    letter: re.compile(rf"(?:^|[。；，,;\s])(?:截至[^,，。]{{2,12}}[,，])?全{letter}", re.M) for letter in "市州盟"
}
"""全市 that opens a clause speaks for itself; 居全市第三, 占全市的一成 only hold another place against it."""


def _inner(place: Region, around: Region | None, lines: Sequence[str]) -> Region:
    """A prefecture's paper on one of its counties: the text says 全县 or 全市 of the county, and never 全州."""
    if around is None or place.code not in gazetteer.lineage(around)[1:]:
        return place
    body = _body(lines)
    inner, outer = (LEVEL_WORDS.get(region.name[-1]) for region in (around, place))
    return (
        around if inner and inner is not outer and inner.search(body) and not (outer and outer.search(body)) else place
    )


def _first(source: str | None, around: Region | None, sure: bool = False) -> Region | None:
    """The place a title or publisher names first; a list of several names none; `sure`: only one named in full."""
    if not source:
        return None
    found = [m for m in find_places(source, around, None) if m.kind != "here"]
    named = [m for m in found if m.region.code]
    outer = [m for m in named if not m.in_name] or named
    lowest = [m for m in outer if not any(m.region.code in gazetteer.lineage(o.region)[1:] for o in outer)]
    distinct = [m.region for m in lowest]
    if sure and (len(lowest) != 1 or len(named) != len(found) or lowest[0].kind != "full"):
        return None
    if not distinct:
        return next((m.region for m in found if m.kind == "zone"), None) or _opening(source, around)
    return None if len({r.code for r in distinct}) > 1 and _lists(source, outer) else distinct[0]


def _opening(source: str, around: Region | None) -> Region | None:
    """The place that a title opens with or that a yearbook is of, though its name is too short to be believed elsewhere
    (芒市教育…, 凤庆年鉴2017)."""
    opens = _YEARBOOK.search(source) or _OPENING.match(source)
    readings = gazetteer.names().get(opens[1], ()) if opens else ()
    able = [r for r in readings if gazetteer.known(r.code).valid_to is None and not (r.common and r.form == "short")]
    near = [r for r in able if gazetteer.nearness(r.code, around) <= 4]
    chosen = near or able
    return gazetteer.region(chosen[0].code) if len(chosen) == 1 else None


def _lists(source: str, named: Sequence[PlaceMention]) -> bool:
    return any(are_joined(source, before, after) for before, after in pairwise(named))
