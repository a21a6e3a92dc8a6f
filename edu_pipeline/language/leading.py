"""The place that most of what a text says speaks for, where neither its title nor its publisher tells it.

What belongs here: weighing the places that a text names by its own words for a place (全市, 我县), by lists of short names
and by the number of the paper.  What does not: titles, publishers and the page's frame (home).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from edu_pipeline.language import gazetteer
from edu_pipeline.language.foreground import is_set_apart
from edu_pipeline.language.gazetteer import COUNTRY, Region
from edu_pipeline.language.places import PlaceMention, find_places
from edu_pipeline.reference import words

LEVEL_WORDS = {
    "市": re.compile("全市|我市|本市(?!场)|市委|市政府|市本级|市教"),
    "县": re.compile("全县|我县|本县|这个县|县委|县政府|县财政|县教|县里"),
    "区": re.compile("全区|我区|本区|(?<!自治)区(?:委|政府|教)"),
    "省": re.compile("全省|我省|本省|省委|省政府|省教育厅"),
    "州": re.compile("全州|我州|州委|州政府"),
    "旗": re.compile("全旗|我旗|旗委|旗政府"),
    "盟": re.compile("全盟|我盟|盟委"),
}
"""What a text calls a place of its own, by the last letter of the place's name."""
_AUTONOMOUS = re.compile("自治区")
"""What every paper in an autonomous region speaks of; it tells the place where no other such word does."""


_BYLINE = re.compile(
    r"(?:新华社|中新社|中评社|中新网|人民网|央视网|本报|本网|本刊)[一-鿿]{2,5}\s?(?:\d{1,2}月\s?\d{1,2}日)?[电讯]"
)
"""Where a report was filed, which is not what it is about."""


_RANKED = re.compile(
    r"(?:[在居列获夺]|位[居列]|荣获|夺得|高于|低于|优于)(?:了|得)?全[省市](?:[^,，。;；\n]{0,6}?(?:率先|前列|领先|第|首|平均|高考|唯一))"
)
"""在全省率先, 居全市第三: the place above, not the one that speaks."""


def unranked(text: str) -> str:
    """A text without what it says of itself within the place above: 在全省率先."""
    return _RANKED.sub("", text)


def leading(body: str, publisher: str | None) -> Region | None:
    """The place that most of the names in a text speak for, of the kind its own words (全市, 我县, 新区) point to."""
    body = _BYLINE.sub("", "\n".join([line for line in body.split("\n") if not is_set_apart(line)] or [body]))
    text = f"{publisher or ''}\n{body}"
    found = find_places(text, None, None)
    honours = [m for m in found if _HONOURS.match(text, m.end)]
    above = {m.region.code for m in honours if m.region.code}
    told = [m for m in found if m not in honours and not (m.kind == "here" and m.region.code in above)]
    mentions = told or found
    own = unranked(body)
    letters = _spoken(own)
    if not letters.total():
        letters["区"] = len(_AUTONOMOUS.findall(own))
    letter, times = letters.most_common(1)[0]
    weight = _weights(mentions)
    named = weight if told else {}
    if times > 1 and not any(gazetteer.region(code).name.endswith(letter) for code in named):
        unsure = _unsure(body, letter, named, above)
        if unsure is not None:
            return unsure
    if zone := _zone(body, mentions, max(times, *(count for count, _ in weight.values()) if weight else (0,))):
        return zone
    if not weight:
        return _by_list(body) or _by_number(body, letter if times else "")
    if province := _spread(weight, letters["省"]):
        return province
    weights = {code: said for code, (_, said) in weight.items()}
    fitting = [code for code in weights if gazetteer.region(code).name.endswith(letter)] if times else []
    heaviest = _heaviest(fitting or weights, weights)
    return _namesake(heaviest, mentions) or heaviest


def _namesake(place: Region | None, mentions: Sequence[PlaceMention]) -> Region | None:
    """The district or county that a text names in full more often than the place that holds it, though others bear the name
    too (龙华区政府, beside 深圳)."""
    shared = Counter(m.region.name for m in mentions if m.region.code is None and m.kind == "full")
    if place is None or not shared:
        return None
    (name, times), held = shared.most_common(1)[0], sum(m.region.code == place.code for m in mentions)
    codes = [reading.code for reading in gazetteer.names().get(name, ())]
    within = [code for code in codes if place.code in gazetteer.chain(code)[1:]]
    return gazetteer.region(within[0]) if len(within) == 1 and times > max(1, held) else None


_OF_ITSELF = ("全", "我", "本")


def _spoken(text: str) -> Counter[str]:
    """How often a text calls a place of its own by each letter.  A city whose work 省委、省政府 praised is no province."""
    said = {letter: pattern.findall(text) for letter, pattern in LEVEL_WORDS.items()}
    below = any(word.startswith("我") for letter in "市县区州旗盟" for word in said[letter])
    if below and not any(word.startswith(_OF_ITSELF) for word in said["省"]):
        said["省"] = []
    return Counter({letter: len(found) for letter, found in said.items()})


_LIST = 3
"""So many places tell by themselves what holds them all."""


def _spread(weight: Mapping[str, tuple[int, float]], times: int) -> Region | None:
    """The province that a text speaks of (全省) while it tells of places in three of its prefectures or more."""
    if not times:
        return None
    prefectures = {code for code in weight if gazetteer.region(code).level == "prefecture"}
    provinces = Counter(gazetteer.chain(code)[1] for code in prefectures if len(gazetteer.chain(code)) > 2)
    code, spread = provinces.most_common(1)[0] if provinces else ("", 0)
    return gazetteer.region(code) if spread >= _LIST and weight.get(code, (0, 0.0))[0] else None


_HONOURS = re.compile("学科带头人|名师|名校长|骨干|优秀|先进|示范|重点|一级|特色|文明")
"""绍兴市学科带头人31人, 浙江省示范小学22所: who gives an honour is a place above, not the one that speaks."""


def _unsure(body: str, letter: str, named: Iterable[str], above: Set[str]) -> Region | None:
    """The county that a text names by its short name alone (昆山, 北川), of the kind of its 全市 or 全县: at least twice,
    or once as what only a place can be (番禺是…, 会宁人) or within a place that only gives honours (`above`).

    A name that is a word too (安化, 和平) counts where it lies somewhere, within a place that the text names.
    """
    votes: Counter[str] = Counter()
    around = {*named, *above}
    for start, end, value in gazetteer.scan(body):
        readings = value if isinstance(value, tuple) else ()
        lies = _LIES.match(body, end) is not None
        able = {r.code for r in readings if not r.common or (lies and around & {*gazetteer.chain(r.code)})}
        able = {c for c in able if gazetteer.known(c).valid_to is None and gazetteer.region(c).name.endswith(letter)}
        if len(able) == 1 and not able & above:
            code = able.pop()
            opens = _OPENS.fullmatch(body[max(0, start - 1) : start]) is not None
            told = opens and (_IS_A_PLACE.match(body, end) or above & {*gazetteer.chain(code)})
            votes[code] += 2 if told else 1
    ranked = votes.most_common(2)
    clear = bool(ranked) and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return gazetteer.region(ranked[0][0]) if clear else None


_LIES = re.compile("地处|位于")
_OPENS = re.compile(r"[。！？；，、：“（）,;:!?()\s的]?")
_IS_A_PLACE = re.compile(r"(?:是|地处|位于|作为|教育|全[市县区州旗]|[人娃])(?![一-鿿]?[校园])")


def _weights(mentions: Sequence[PlaceMention]) -> dict[str, tuple[int, float]]:
    """How often each division is named, and how much is said for it by that and by the names of places within it."""
    weight: dict[str, tuple[int, float]] = {}
    for mention in mentions:
        if mention.region.code is None or mention.region.code == COUNTRY:
            continue
        said = (1.0 if mention.kind == "full" else 0.6) * (0.6 if mention.in_name else 1.0)
        for step, code in enumerate(gazetteer.chain(mention.region.code)[:-1]):
            times, before = weight.get(code, (0, 0.0))
            weight[code] = times + (step == 0), before + said * 0.4**step
    return weight


def _zone(body: str, mentions: Sequence[PlaceMention], others: int) -> Region | None:
    """The one zone that a text names, if it speaks of 新区, 开发区 … more often than of any other place."""
    zones = {m.region.name: m.region for m in mentions if m.kind == "zone" and not m.in_name}
    if len(zones) != 1:
        return None
    name, zone = next(iter(zones.items()))
    tail = next((t for t in words("place_names.yaml", "zone_tails") if name.endswith(t)), name)
    return zone if body.count(tail) + body.count(_stem(zone, tail)) >= max(3, others + 1) else None


def _stem(zone: Region, tail: str) -> str:
    """What a zone is called for short (深汕, 西咸), where no division is called so; else its whole name."""
    above = gazetteer.region(zone.parent_code).name if zone.parent_code else ""
    stem = zone.name.removeprefix(above).removesuffix(tail)
    return stem if len(stem) > 1 and stem not in gazetteer.names() else zone.name


def _by_list(body: str) -> Region | None:
    """The place that holds all places of a list of short names, three or more (天镇、阳高、广灵)."""
    run: list[set[str]] = []
    reached = -1
    for start, end, value in gazetteer.scan(body):
        if start < reached or not isinstance(value, tuple):
            continue
        above = {gazetteer.chain(r.code)[1] for r in value if len(gazetteer.chain(r.code)) > 2}
        run = [*run, above] if run and body[reached:start] == "、" else [above]
        reached = end
        shared = set.intersection(*run)
        if len(run) >= _LIST and len(shared) == 1:
            return gazetteer.region(shared.pop())
    return None


_NUMBER = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<letter>[\u4e00-\u9fff])[\u4e00-\u9fff]?(?:教|政|府|办|发改|财|人社)[\u4e00-\u9fff]{0,4}"
    r"\s?[〔\[［(（【]\s?(?:19|20|１９|２０)\d{2}\s?[〕\]］)）】]"
)


def _by_number(body: str, ending: str) -> Region | None:
    """The place whose letter opens the number of the paper (盐教发〔2006〕112号), if the text names places within it.

    `ending` is the letter of the text's own words (全市), empty when it has none.
    """
    number = _NUMBER.search(body)
    if number is None:
        return None
    votes: Counter[str] = Counter()
    for _, _, value in gazetteer.scan(body):
        readings = value if isinstance(value, tuple) else ()
        within = {code for r in readings if not r.common for code in gazetteer.chain(r.code)[:-1]}
        votes.update(code for code in within if gazetteer.region(code).name.startswith(number["letter"]))
    able = [code for code in votes if gazetteer.region(code).name.endswith(ending)]
    ranked = sorted(able, key=lambda code: (-votes[code], code))
    clear = len(ranked) == 1 or len(ranked) > 1 and votes[ranked[0]] > votes[ranked[1]]
    return gazetteer.region(ranked[0]) if clear else None


def _heaviest(codes: Iterable[str], weight: Mapping[str, float]) -> Region | None:
    """The place of most weight; None where others weigh about as much, as in a table of contents."""
    ordered = sorted(codes, key=lambda code: (-weight[code], code))
    rivals = [c for c in ordered[1:] if c not in gazetteer.chain(ordered[0]) and ordered[0] not in gazetteer.chain(c)]
    close = [code for code in rivals if weight[code] >= 0.8 * weight[ordered[0]]]
    return None if len(close) > 2 else gazetteer.region(ordered[0])
