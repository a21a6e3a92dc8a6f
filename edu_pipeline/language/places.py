"""Where a text names a place, and which place it is.

What belongs here: mentions of divisions, of unnamed places (全市, 我省) and of zones without a code in one
paragraph, and whether a line is only a place's name.  What does not: the names themselves (gazetteer,
reference/place_names.yaml), the place an article is about (home) and which place a number is about (place_scope).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from edu_pipeline.language import gazetteer
from edu_pipeline.language.gazetteer import COUNTRY, Name, Region
from edu_pipeline.reference import any_of, words

__all__ = ["PlaceMention", "Region", "find_places", "is_place"]

_SOFT_LEFT = frozenset("盖在和与对到赴从由为向及以是市县区省的如等将把给比跟往至驻我即而其中指原自支持帮扶州盟旗")
_SOFT_RIGHT = frozenset("县区市等和与的是有被在为将新完共各已两三建创率先通入获教学农城公民推实开全境至到及率")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_STEM = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3})$")
_LISTED = re.compile(r"[、和及与]|\s*[\d.]+[^\d,，。;；、]{0,5}[、,，]")
_COUNTED = re.compile(r"等?[\d两三四五六七八九十]*个?[县区市旗州]")
_TITLES = re.compile(r"《[^《》]{1,80}》")
_PLAIN = "普通|公办|民办|农村|乡镇|乡村|城区|城镇|城乡|义务教育|职业|中等|高等|特殊教育|各级|各类|各|所有|九年一贯制|示范|示范性|省级|市级|优质|公立|普惠性|普惠|阶段|标准化|薄弱|小规模|寄宿制|市直|直属"
_SCHOOL = "中学|(?<!中)小学|幼儿园|学院|大学|高中|职高|附小|附中|师范|师大|师专|医专|幼专|职院|中专|职教中心|职业教育中心|专科学校|学校|[一二三四五六七八九十]中"
_NAMED = re.compile(
    rf"(?P<inner>[\u4e00-\u9fff]{{0,9}}?)(?:(?:第[一二三四五六七八九十\d]{{1,3}}、)*第[一二三四五六七八九十百\d]{{1,3}}(?:{_SCHOOL}|[中小幼])|(?P<tail>{_SCHOOL}))(?P<after>[\u4e00-\u9fff\d]{{0,2}})"
)
_INSTITUTION = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:电视台|日报|晚报|集团(?!化)|公司|医院|博物馆|纪念馆|研究院|协会|学会|出版社|科技馆)(?!(?:共有|已有|有|达)?\s?\d)"
)
_CLASSES = re.compile(r"(?:内地|初中|高中|中职)?班(?=[、，,。；;()（）和及与\s]|累计|学生|招生|教师|办学)")
"""西藏班, 新疆高中班: classes for pupils of a place, held elsewhere."""
_INNER_PLAIN = re.compile(rf"(?:{_PLAIN})*$")


@cache
def _no_inner() -> re.Pattern[str]:
    return re.compile(
        rf"[的有在为与和将对了是及把使让给被]|[今去明本上]年|[春秋]季|学期|{any_of('place_names.yaml', 'not_in_names')}"
    )


_GENERIC_AFTER = re.compile(r"\d|[、和及的在教招毛生阶办共有为达数建各]")


@dataclass(slots=True)
class PlaceMention:
    """A place in a text: `text[start:end]`.  `kind`: full, short, here (全市) or zone.

    `in_name`: it stands in the name of a school, a paper or another body and is not a place of its own there.
    The organs of a government speak for their place and are not marked.
    """

    start: int
    end: int
    text: str
    region: Region
    in_name: bool = False
    kind: str = "full"


def find_places(
    text: str, home: Region | None, on: date | None, before: Sequence[PlaceMention] = ()
) -> list[PlaceMention]:
    """The mentions of a paragraph, or of a sentence with those `before` it in its paragraph, ordered and apart.

    `home` is the place the article is about; it decides between places of one name, and only near it are short
    names of counties and everyday words believed.  `on`, the article's day, decides between an abolished division
    and its successor.
    """
    found: list[PlaceMention] = []
    doubtful: list[PlaceMention] = []
    reached = 0
    for start, end, value in gazetteer.scan(text):
        if start < reached:
            continue
        if isinstance(value, int):
            reached = start + value
        elif value == "zone_tails":
            reached = _append_zone(found, text, start, end, home) or reached
        elif isinstance(value, str):
            place = (
                Region(None, text[start:end], "zone", _code(home))
                if value == "zones"
                else _unnamed(text[start:end], value, home, [*before, *found])
            )
            if place is not None:
                _append(
                    found,
                    PlaceMention(start, end, text[start:end], place, False, "zone" if value == "zones" else "here"),
                )
            reached = end
        elif isinstance(value, tuple):
            place, sure = _resolve(text, start, end, value, home, on, found[-1] if found else None)
            if place is not None:
                mention = PlaceMention(
                    start, end, text[start:end], place, False, "short" if value[0].form == "short" else "full"
                )
                _append(found, mention) if sure else doubtful.append(mention)
                reached = end
    return _mark_names(text, _with_lists(text, found, doubtful) if doubtful else found)


_STEM_AND_TAIL = 4


def begins_with_place(text: str) -> bool:
    """Whether a text can begin with a mention: with a name, or with a zone's whose end is told by its kind (天衢新区)."""
    return any(start == 0 or value == "zone_tails" for start, _, value in gazetteer.scan(text, _STEM_AND_TAIL))


def is_place(line: str) -> bool:
    """Whether a line is only the name of a division, in full or in short (三门峡, 漯河市, ## 二、甘州区)."""
    bare = re.sub(r"^[\s#*]*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)?|[\s:：*]+$", "", line)
    if not 2 <= len(bare) <= 15:
        return False
    return any(not reading.common for reading in gazetteer.names().get(bare, ()))


def _code(place: Region | None) -> str | None:
    return None if place is None else place.code or place.parent_code


def _append(found: list[PlaceMention], mention: PlaceMention) -> None:
    """A place right behind the one that holds it makes one mention (遵义市|汇川区)."""
    above = found[-1] if found and found[-1].end == mention.start else None
    if above is not None and above.region.code and "here" not in (mention.kind, above.kind):
        if mention.kind == "zone":
            mention = _zone_within(above, mention)
        elif above.region.code in gazetteer.lineage(mention.region)[1:]:
            mention = replace(mention, start=above.start, text=above.text + mention.text)
        if mention.start == above.start:
            found.pop()
    found.append(mention)


def _zone_within(above: PlaceMention, zone: PlaceMention) -> PlaceMention:
    """A zone right behind the place that it lies in; a city's name is part of the zone's (青岛西海岸新区, 河北|雄安新区)."""
    if zone.region.parent_code and above.region.code not in gazetteer.lineage(zone.region):
        return zone
    text = above.text + zone.text
    name = zone.region.name if above.region.level == "province" else text
    place = replace(zone.region, name=name, parent_code=zone.region.parent_code or above.region.code)
    return replace(zone, start=above.start, text=text, region=place)


def _append_zone(found: list[PlaceMention], text: str, start: int, end: int, home: Region | None) -> int:
    """The zone whose name ends here (岳阳|经开区, 平潭|国际旅游|开发区, or 天衢新区 behind a break); its end, or 0 for none."""
    above = found[-1] if found and found[-1].kind in ("full", "short") else None
    if above is not None and (above.end == start or _purpose().fullmatch(text, above.end, end)):
        found[-1] = _zone(text, above.start, end, above.region.code)
        return end
    stem = _STEM.search(text, max(0, start - 4), start)
    if stem and stem[1] not in _zone_common() and (not found or found[-1].end <= stem.start(1)):
        found.append(_zone(text, stem.start(1), end, _code(home)))
        return end
    return 0


def _unnamed(word: str, letter: str, home: Region | None, spoken: Sequence[PlaceMention]) -> Region | None:
    """全市, 我省: the home or what holds it, else what was named last; 该市: what was named last, else the home, else what a
    school's name began with (吴起县某中学…。该县…)."""
    if word.startswith("该"):
        named = _spoken_of(letter, spoken)
        here = None if named or (home and home.name.endswith(letter)) else _spoken_of(letter, spoken, in_name=True)
        return named or here or _here(letter, home)
    return _here(letter, home) or _spoken_of(letter, spoken)


def _here(letter: str, home: Region | None) -> Region | None:
    """What 全市, 我省 … mean in an article about `home`: it or the nearest place above it of that kind."""
    if letter == "国":
        return gazetteer.region(COUNTRY)
    if home is None:
        return None
    if home.code is None and home.name.endswith(letter):
        return home
    for code in gazetteer.lineage(home):
        place = gazetteer.region(code)
        if (place.name.endswith(letter) and code != COUNTRY) or (letter == "省" and place.level == "province"):
            return home if code == home.code else place
    return None


def _spoken_of(letter: str, found: Sequence[PlaceMention], *, in_name: bool = False) -> Region | None:
    """安吉县…,全县32所: 全县 in a city's paper is the county that was just named."""
    last = next((m for m in reversed(found) if m.kind in ("full", "short") and m.in_name <= in_name), None)
    return last.region if last is not None and last.region.name.endswith(letter) else None


def _resolve(
    text: str,
    start: int,
    end: int,
    readings: Sequence[Name],
    home: Region | None,
    on: date | None,
    before: PlaceMention | None,
) -> tuple[Region | None, bool]:
    """The place that a written name means (None: no place, or it cannot be told), and whether it surely is one."""
    above = before.region.code if before is not None and before.end == start else None
    stood = [r for r in readings if r.form != "former" and gazetteer.known(r.code).stood(on)]
    sure: list[tuple[int, int, str]] = []
    unsure: list[tuple[int, int, str]] = []
    for reading in stood or readings:
        near = gazetteer.nearness(reading.code, home)
        vouched = above is not None and not (above == COUNTRY and reading.common)  # 全国|新建学校
        if vouched and above in gazetteer.chain(reading.code)[1:]:
            near = -1
        if near == 9 and home is not None and not stood and gazetteer.known(reading.code).valid_to is not None:
            continue  # 新建县 is no longer a place far away, and 新建|县 a verb
        if near > 4 and text.startswith("级", end) and _is_everyday(text[start : end - 1]):
            continue  # 新建|区级名师工作室
        if reading.weak and near > (4 if end - start > 2 and not reading.common else 3):
            continue
        believed = near < 0 or not reading.weak or _believed(text, start, end, reading, near, home)
        # far from home, behind its province, or in a paper on the country the higher of two places of one name is meant (吉林)
        far = near > 3 or near < 0 or (home is not None and home.code == COUNTRY)
        rank = gazetteer.rank(gazetteer.known(reading.code).region.level) if far else 0
        (sure if believed else unsure).append((near, rank, reading.code))
    scored = sorted(sure or unsure)
    if not scored:
        return None, False
    if len(scored) > 1 and scored[1][:2] == scored[0][:2]:
        full = any(reading.form == "full" for reading in readings)
        return (
            Region(None, text[start:end], gazetteer.known(scored[0][2]).region.level, None) if full else None
        ), bool(sure)
    return _named(scored[0][2], text[start:end], on), bool(sure)


def _named(code: str, written: str, on: date | None) -> Region:
    """The region under its name on that day; on an unknown day a former name stays as written."""
    if on is None and any(name == written for name, _ in gazetteer.known(code).former):
        return replace(gazetteer.region(code), name=written)
    return gazetteer.region(code, on)


def _believed(text: str, start: int, end: int, name: Name, near: int, home: Region | None) -> bool:
    """Whether a short county name or an everyday word stands for a place by itself, and is not part of a word."""
    if name.common:
        return name.form == "full" and near == 0
    left = text[start - 1] if start else "\n"
    right = text[end] if end < len(text) else "\n"
    hard_left, hard_right = _HAN.match(left) is None, _HAN.match(right) is None
    if name.form == "full":
        return hard_left or left in _SOFT_LEFT
    if home is not None and home.level == "province" and not (hard_left and (right in _SOFT_RIGHT or hard_right)):
        return False
    return hard_left or (left in _SOFT_LEFT and (hard_right or right in _SOFT_RIGHT))


def _is_everyday(stem: str) -> bool:
    """Whether what stands before 区, 县 or 市 is a word of everyday besides a name (新建)."""
    return any(reading.common for reading in gazetteer.names().get(stem, ()))


@cache
def _purpose() -> re.Pattern[str]:
    """What a zone is for and its kind, behind the place that it is named after."""
    return re.compile(
        f"(?:{any_of('place_names.yaml', 'zone_purposes')}){{1,4}}(?:{any_of('place_names.yaml', 'zone_kinds')})"
    )


@cache
def _zone_common() -> frozenset[str]:
    return frozenset(words("place_names.yaml", "zone_common"))


def _zone(text: str, start: int, end: int, parent: str | None) -> PlaceMention:
    return PlaceMention(start, end, text[start:end], Region(None, text[start:end], "zone", parent), False, "zone")


def _with_lists(text: str, found: list[PlaceMention], doubtful: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions and those doubtful ones that stand in a list of places (平安、民和、乐都; 山丹2所、民乐5所)."""
    unsure = {m.start for m in doubtful}
    merged = sorted(found + doubtful, key=lambda m: m.start)
    kept: list[PlaceMention] = []
    run: list[PlaceMention] = []
    for mention in [*merged, None]:
        if run and (mention is None or not _LISTED.fullmatch(text, run[-1].end, mention.start)):
            sure = [m for m in run if m.start not in unsure]
            counted = len(run) > 1 and _COUNTED.match(text, run[-1].end)
            kept.extend(run if counted or any(m.kind != "here" for m in sure) else sure)
            run = []
        if mention is not None:
            run.append(mention)
    return kept


def _mark_names(text: str, found: list[PlaceMention]) -> list[PlaceMention]:
    """Mentions inside the names of schools, papers and other bodies, marked."""
    titles = [m.span() for m in _TITLES.finditer(text)] if "《" in text else []
    edges = [start for start, _ in titles]
    for mention in found:
        i = bisect_right(edges, mention.start) - 1
        titled = i >= 0 and mention.start < titles[i][1]
        name = mention.kind != "here" and (titled or _names_body(text, mention))
        mention.in_name = name
    return found


def _names_body(text: str, mention: PlaceMention) -> bool:
    """Whether what follows makes the mention the first part of a school's or another body's name."""
    rest = text[mention.end : mention.end + 18]
    if _INSTITUTION.match(rest) or _CLASSES.match(rest):
        return True
    match = _NAMED.match(rest)
    if not match:
        return False
    inner = match["inner"]
    if _no_inner().search(inner):
        return False
    if match["tail"] is None:
        return True
    if not _INNER_PLAIN.match(inner):
        return True
    # 甘州区小学5所 counts schools; 张掖中学 is one
    if _GENERIC_AFTER.match(match["after"]):
        return (
            match["tail"] in ("学院", "大学", "师范", "师大", "师专", "医专", "幼专", "职院", "附小", "附中", "中学")
            and not inner
            and not match["after"][0].isdigit()
            and mention.kind == "short"
        )
    return mention.kind == "short" or bool(inner)
