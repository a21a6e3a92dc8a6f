"""Places in an order, in characters or digits: 位居全省第一, 列全市第5名, 居全盟首位, 获女子组第三名, 前移两位.

What belongs here: where such a place is stated.  What does not: numbers that count (numerals_in_words), names that an
ordinal forms (language.identifiers).
"""

from __future__ import annotations

import re

from edu_pipeline.language.numerals import chinese
from edu_pipeline.language.quantities import Quantity

_RANK = re.compile(
    r"(?:成为全[国省市]|(?=全[省国市区州](?:内)?第)|位列|位居|位于|居于?|(?<![系行序])列(?!表)|排名?|名列|稳居|跃居|跃升至?|上升至?|保持|连续[^,，。]{0,8}居)[^,，。;；第]{0,10}(?:全[省市区国州县]|[省市]内|同类|甘肃省|西部|我省|[一-鿿]{1,3}省)?[^,，。;；第]{0,6}第\s?(?P<n>[一二三四五六七八九十\d]{1,3})(?![.．/／]?\d)(?:名|位)?(?![届批次一-鿿]{0,2}(?:届|批|中学|小学|期)|所|家|座|例|批|次|届|条|份|部|方阵|梯队|集团|军团|档|[一-鿿]{0,4}大[省市县区州])"
)
_THEN = re.compile(r"(?:名|位)?[、和]第\s?(?P<n>[一二三四五六七八九十\d]{1,3})(?=[名位]|[,，。;；])")
CONTEST = r"(?:组|团体|总分|联赛|大赛|锦标赛|运动会)[^,，。;；第\d]{0,4}第"
"""Before a place in a contest."""
_WON = re.compile(
    rf"(?:获得?|夺得|荣获|取得|摘得|赢得|勇夺|斩获)[^,，。;；第\d]{{0,10}}{CONTEST}(?P<n>[一二三四五六七八九十]{{1,2}})名"
)
"""获女子组第三名; not 以612分获全市理科第三名, which tells of one pupil."""
_AMONG = re.compile(
    "(?:位居|位列|居|列|排名|排在|稳居|保持|保持在|跻身|进入)(?:全[省国市区州盟旗县]|[一-鿿]{2,3}[市省])?(?:同类[一-鿿]{1,4})?前(?P<n>[二三四五六七八九十]{1,2})(?:名|位|强)?(?=[,，。;；、])"
)
"""位居全省前三: the third place or a better one."""
_FIRST = re.compile(
    r"(?:位列|位居|位于|居于?|名列|稳居|跃居|列|排名?|排在|摘得|登上)[^,，。;；第]{0,14}?(?:榜(?P<top>首)|(?P<first>首)位|之(?P<head>首)|(?P<crown>冠)军?(?=[,，。;；、]|$))"
    r"|(?:全[国省市区州盟旗县]|各[区县市旗盟州]{1,3})之(?P<best>首)"
)
_SHIFTED = re.compile("(?P<n>[一二三四五六七八九十两]{1,2})(?:个?位次|位|名)(?=[,，。;；、]|$)")
_SHIFTS = re.compile("(?:[前后]移|上升|提升|跃升|前进|下降|下滑)了?$")


def find_ranks(text: str) -> list[Quantity]:
    """位居全省第一, 成为全国第22个…的省份: places in an order, in characters or digits."""
    found = [*find_firsts(text), *find_shifts(text)]
    if "第" in text:
        for match in _RANK.finditer(text):
            found += _placed(match)
            then = _THEN.match(text, match.end())
            found += _placed(then) if then else []
        taken = {q.start for q in found}
        found += [q for match in _WON.finditer(text) for q in _placed(match) if q.start not in taken]
    if "前" in text:
        found += [q for match in _AMONG.finditer(text) for q in _placed(match, "le")]
    return sorted(found, key=lambda q: q.start)


def _placed(match: re.Match[str], comparator: str = "eq") -> list[Quantity]:
    """The place that group n of a match says."""
    start, end = match.span("n")
    value = float(match["n"]) if match["n"].isdigit() else chinese(match["n"])
    return [] if value is None else [_rank(start, end, value, comparator)]


def _rank(start: int, end: int, value: float, comparator: str = "eq") -> Quantity:
    return Quantity(start, end, value, "rank", None, "chinese", comparator=comparator, numeral_end=end)


def find_firsts(text: str) -> list[Quantity]:
    """居全省首位, 名列榜首: the first place by its name."""
    if "首" not in text and "冠" not in text:
        return []
    return [_rank(*m.span(m.lastgroup or 0), 1.0) for m in _FIRST.finditer(text)]


def find_shifts(text: str) -> list[Quantity]:
    """名次前移两位: by how many places."""
    if "位" not in text and "名" not in text:
        return []
    found = (m for m in _SHIFTED.finditer(text) if _SHIFTS.search(text, max(0, m.start() - 3), m.start()))
    return [q for m in found for q in _placed(m)]
