"""Corpora of any size for benchmarks: documents of real length, made from our own samples.

    python benchmarks/corpus.py FOLDER --documents 1000 [--seed 1] [--share 0.25]

What belongs here: the making of documents.  What does not: measuring (extraction, refresh).

A document is a report of one county or city on one year, 5,000 to 15,000 characters long with 100 to 240 numbers:
paragraphs of the samples in data/sources in an order of its own, with the place, the years and the figures varied, and
paragraphs without figures between them.  The same seed and number give the same bytes.  Many documents are of one place
in different years, as in a real collection, so that statements meet; about one in fifty repeats another's bytes.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "data" / "sources"
DIVISIONS = HERE.parent / "edu_pipeline" / "reference" / "divisions.csv"

_LENGTH = (5_000, 15_000)
_NUMBERS = (100, 240)
_COPIES = 50  # one in so many
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PLACES = re.compile("许昌|漯河|三门峡|金昌|遵义|张掖|武威|通辽")
_OWN = "金昌"  # stands for the place while a document is put together
_HEADINGS = ("学前教育", "义务教育", "高中教育", "职业教育", "教师队伍", "经费保障", "办学条件", "学生资助", "改革创新")
_ORDINALS = "一二三四五六七八九"
_TALK = (
    "坚持把教育放在优先发展的位置",
    "健全部门协同的工作机制",
    "推动优质资源向乡村延伸",
    "引导家庭、学校和社会同向发力",
    "把师德师风作为评价教师的首要标准",
    "完善贫困学生帮扶台账",
    "加强校园安全和食品卫生的日常检查",
    "深化课程教学改革",
    "让课堂更有温度",
    "支持民办教育规范发展",
    "对薄弱学校逐校制定提升方案",
    "及时回应群众关切",
    "加快智慧校园建设",
    "广泛开展阳光体育和艺术展演活动",
    "组织骨干教师送课下乡",
    "落实校长负责制和民主管理制度",
)


@cache
def _paragraphs() -> tuple[str, ...]:
    """The samples' paragraphs with figures; page furniture and the cut-out places are left behind."""
    found = []
    for path in sorted(SAMPLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if len(line) > 60 and "|" not in line and "略" not in line and _NUMBER.search(line):
                found.append(_PLACES.sub(_OWN, line.strip()))
    return tuple(dict.fromkeys(found))


@cache
def _divisions() -> tuple[str, ...]:
    """Names of the cities and counties that stand today, each name once."""
    with DIVISIONS.open(encoding="utf-8", newline="") as handle:
        rows = [
            row for row in csv.DictReader(handle) if row["level"] in ("prefecture", "county") and not row["valid_to"]
        ]
    names = [row["name"] for row in rows]
    return tuple(name for name in names if names.count(name) == 1 and name[-1] in "市县" and 3 <= len(name) <= 5)


def document(number: int, seed: int = 1, share: float = 1.0) -> tuple[str, str]:
    """(path, text) of document `number`, which is the same however many there are; `share` of its length."""
    chance = random.Random(f"{seed}/{number}")
    places = _divisions()
    place, year = places[chance.randrange(len(places))], chance.randint(2012, 2025)
    path = f"{year}/{place}-{number:06d}.txt"
    if number and number % _COPIES == 0:
        return path, document(number - 1, seed, share)[1]
    return path, _text(chance, place, year, share)


def _text(chance: random.Random, place: str, year: int, share: float) -> str:
    short = place[:-1]
    lines = [
        f"{place}{year}年教育事业发展情况报告",
        f"{place}教育局",
        f"({year + 1}年{chance.randint(1, 6)}月{chance.randint(1, 28)}日)",
    ]
    length, numbers = int(chance.randint(*_LENGTH) * share), chance.randint(*_NUMBERS) * share
    pool = list(_paragraphs())
    chance.shuffle(pool)
    section, written, figures = 0, 0, 0
    while written < length:
        if section < len(_ORDINALS) and written >= section * length / len(_ORDINALS):
            lines.append(f"{_ORDINALS[section]}、{_HEADINGS[section]}")
            section += 1
        if pool and figures * length <= numbers * (written + 200):
            line = _varied(chance, pool.pop(), year).replace(_OWN, short)
            if place[-1] == "县":
                line = line.replace(f"{short}市", place).replace("全市", "全县").replace("我市", "我县")
            figures += len(_NUMBER.findall(line))
        else:
            line = "".join(_sentence(chance) for _ in range(chance.randint(3, 6)))
        lines.append(line)
        written += len(line)
    return "\n".join(lines) + "\n"


def _sentence(chance: random.Random) -> str:
    return ",".join(chance.sample(_TALK, chance.randint(2, 4))) + "。"


def _varied(chance: random.Random, line: str, year: int) -> str:
    """Years moved, figures of three and more digits and percentages changed a little; small counts stay."""

    def other(match: re.Match[str]) -> str:
        printed = match[0]
        after = line[match.end() : match.end() + 1]
        if len(printed) == 4 and "2015" <= printed <= "2035" and after in "年-—":
            return str(int(printed) + year - 2024)
        whole, _, decimals = printed.partition(".")
        value = float(printed)
        if after in "%％":
            value = min(value * chance.uniform(0.95, 1.04), 100.0 if value <= 100 else value * 1.04)
        elif len(whole) + len(decimals) >= 3 and not printed.startswith("0"):
            value *= chance.uniform(0.6, 1.5)
        return f"{value:.{len(decimals)}f}"

    return _NUMBER.sub(other, line)


def lay_out(folder: Path, documents: int, seed: int = 1, first: int = 0, share: float = 1.0) -> int:
    """Write documents `first` to `first + documents` below `folder`; the characters in them."""
    written = 0
    for number in range(first, first + documents):
        name, text = document(number, seed, share)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written += len(text)
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the length of a document")
    given = parser.parse_args()
    characters = lay_out(given.folder, given.documents, given.seed, share=given.share)
    print(f"{given.documents} documents, {characters:,} characters in {given.folder}")


if __name__ == "__main__":
    main()
