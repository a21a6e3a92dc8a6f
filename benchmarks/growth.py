"""How the cost of a character grows with the length of a text: reading blocks and tables, the audit, the findings, relations.

    python benchmarks/growth.py [--times 10]

What belongs here: timing texts that are one piece over and over, short and long.  What does not: whether what is read is
right (tests), and how long whole documents take (extraction.py).

Every part is meant to be linear.  Exits with 1 when a character of a long text costs over four times one of a short text.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator

import pyarrow as pa

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import audits, contracts, document_findings, facts, findings, relations
from edu_pipeline.reading.blocks import find_blocks
from edu_pipeline.tables import TABLES

_TOO_MUCH = 4.0
_LEAST = 1e-5  # seconds a character, below which the clock tells nothing
_PIECES = {
    "blocks": ("学", "全市幼儿园12所,", "句子。", "学\n", "12\n", "目录\n", "\n", "一行没有结尾的文字写得很长很长,写到边缘又\n"),
    "tables": ("甲县    52    31240\n", "甲县 52 31240\n", "小学\n52\n31240\n", "学段    学校\n", "2019\n", "a|1\n"),
    "audit": ("小学12所,其中公办5所,民办6所,占45%,比上年增加3所,(附设班2个),年均3所,", "| 小学 | 12 | 30 |\n| 合计 | 12 | 30 |\n"),
    "findings": ("全县有小学12所,在校生4200人。\n", "按照(略)要求,2 (略) 新建12所。\n"),
    "relations": ("全县小学在校生2#人。\n", "新增学位3#个。计划到2025年新增学位9#个。\n"),
}  # fmt: skip
_SHORT = {"blocks": 6_000, "tables": 6_000, "audit": 4_000, "findings": 4_000, "relations": 6_000}


def _read(text: str) -> dict[str, object]:
    document = f"兰溪县2023年教育工作总结\n2024年3月5日\n\n{text}\n"
    rows = extract_document(document.encode(), "a.txt")
    return {name: TABLES[name].from_rows(found) for name, found in rows.items()}


def _prepared(part: str, text: str) -> Callable[[], object]:
    """What is timed; reading that only prepares it is not."""
    if part in ("blocks", "tables"):
        return lambda: find_blocks(text)
    made = _read(text)
    sound, _ = contracts.split(made["observations_read"])
    tables = made["documents"], made["articles"], made["quantities"], sound
    if part == "audit":
        return lambda: audits.audit(made["quantities"], sound, made["articles"], made["documents"])
    if part == "relations":
        return lambda: _related(sound, made["articles"])
    return lambda: list(document_findings.find(*tables))


def _related(sound: pa.Table, articles: pa.Table) -> int:
    """All that compares statements: bytes of what is said."""
    related = relations.relate(sound, articles)
    said = findings.of_places(related, sound, articles)
    made = facts.facts(findings.with_flags(sound, said), related, articles)
    return int(related.nbytes + said.nbytes + made.nbytes)


def measure(times: int) -> Iterator[tuple[str, str, float, float]]:
    """Part, piece, and the microseconds a character of a short text and of one `times` as long."""
    for part, pieces in _PIECES.items():
        for piece in pieces:
            costs = []
            for size in (_SHORT[part], _SHORT[part] * times):
                text = "".join(piece.replace("#", f"{n:05}") for n in range(size // len(piece)))
                run = _prepared(part, text)
                began = time.process_time()
                run()
                costs.append((time.process_time() - began) / len(text))
            yield part, piece, costs[0], costs[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10)
    worst = 0.0
    for part, piece, short, long in measure(parser.parse_args().times):
        ratio = long / max(short, _LEAST)
        worst = max(worst, ratio)
        print(f"{part:<9} {1e6 * short:7.2f} µs, long {1e6 * long:7.2f} µs a character  {piece.strip()[:24]!r}")
    return 1 if worst > _TOO_MUCH else 0


if __name__ == "__main__":
    sys.exit(main())
