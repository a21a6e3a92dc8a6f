"""How fast documents are read: beside JioNLP, as their number grows, on one endless paragraph.

    python benchmarks/extraction.py [--documents DIR] [--rounds 5] [--most 10000]

Prints characters a second of extract_document (bytes to observations) in one warm process; beside it JioNLP 1.5.31
doing only money and time, paragraph by paragraph, when it is installed (pip install jionlp==1.5.31).  Each round reads
texts whose digits were turned on by one, so that nothing can be remembered.  The two take turns, and figures are medians:
by the clock, and by seconds of processor (CPU), which say more where other work runs.
"""

from __future__ import annotations

import argparse
import logging
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from edu_pipeline.extract import extract_document

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "shared" / "seeds"
SAMPLES = HERE.parent / "data" / "sources"


def altered(text: str, by: int) -> str:
    """The text with every digit but 0 turned on by `by`."""
    turned = "".join(str((int(d) - 1 + by) % 9 + 1) for d in "123456789")
    return text.translate(str.maketrans("123456789", turned))


class Seconds(NamedTuple):
    clock: float
    cpu: float


def once(action: Callable[[str], object], texts: Sequence[str], by: int) -> Seconds:
    """Seconds that an action takes over texts that it has not seen."""
    fresh = [altered(text, by) for text in texts]
    clock, cpu = time.perf_counter(), time.process_time()
    for text in fresh:
        action(text)
    return Seconds(time.perf_counter() - clock, time.process_time() - cpu)


def in_turn(actions: Sequence[Callable[[str], object]], texts: Sequence[str], rounds: int) -> list[Seconds]:
    """Median seconds of each action, of rounds in which they take turns."""
    each = [[once(action, texts, by) for action in actions] for by in range(1, rounds + 1)]
    return [Seconds(*map(statistics.median, zip(*taken, strict=True))) for taken in zip(*each, strict=True)]


def read(text: str) -> object:
    return extract_document(text.encode(), "document.txt")


def jionlp() -> Callable[[str], object] | None:
    try:
        import jionlp as jio  # type: ignore[import-not-found]
    except ImportError:
        return None
    # It logs a traceback, as the root logger, for each time that it cannot parse: they would hide the figures.
    logging.getLogger().addFilter(lambda record: "jionlp" not in record.pathname)

    def money_and_time(text: str) -> None:
        for paragraph in filter(None, text.split("\n")):
            jio.ner.extract_money(paragraph, with_parsing=True)
            jio.ner.extract_time(paragraph, time_base=1_700_000_000)

    return money_and_time


def side_by_side(texts: Sequence[str], rounds: int) -> None:
    size, other = sum(map(len, texts)), jionlp()
    if other is not None:
        other(texts[0][:300])
    taken = in_turn([read, *([other] if other else [])], texts, rounds)
    print(f"{len(texts)} documents, {size:,} characters; characters a second     by the clock       by CPU")
    for name, seconds in zip(("extract_document", "JioNLP 1.5.31, money and time only"), taken, strict=False):
        print(f"{name:<50} {size / seconds.clock:>14,.0f} {size / seconds.cpu:>12,.0f}")
    if other is None:
        print("JioNLP is not installed: pip install jionlp==1.5.31")
        return
    ours, theirs = taken
    print(f"{'ratio':<50} {theirs.clock / ours.clock:>14.1f} {theirs.cpu / ours.cpu:>12.1f}")


def growth(texts: Sequence[str], most: int) -> None:
    print("\ndocuments   seconds of CPU   ms a document")
    count = 1
    while count <= most:
        start = time.process_time()
        for i in range(count):
            read(altered(texts[i % len(texts)], i % 8 + 1))
        seconds = time.process_time() - start
        print(f"{count:>9,}   {seconds:>14.2f}   {1000 * seconds / count:>13.2f}")
        count *= 10


def one_paragraph(texts: Sequence[str]) -> None:
    flat = "".join(text.replace("\n", "") for text in texts)
    megabyte = (flat * (1_000_000 // len(flat.encode()) + 1)).encode()[:1_000_000].decode(errors="ignore")
    (pieces,) = in_turn([read], [flat[i : i + 5000] for i in range(0, len(flat), 5000)], 3)
    small, large = pieces.cpu / len(flat), once(read, [megabyte], 1).cpu / len(megabyte)
    print(
        f"\none paragraph of 1 MB ({len(megabyte):,} characters): {1e6 * large:.2f} µs of CPU a character, {1e6 * small:.2f} in paragraphs of 5,000: {large / small:.2f} times"
    )


def start_up() -> None:
    code = "import time; t = time.perf_counter(); import edu_pipeline.language.quantities, edu_pipeline.language.periods, edu_pipeline.language.places; print(time.perf_counter() - t)"
    seconds = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    ]
    print(f"\nimport of the language package: {statistics.median(seconds):.3f} s")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=SEEDS if SEEDS.is_dir() else SAMPLES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=10_000, help="documents in the longest run of the growth table")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.documents.glob("*.txt"))]
    for text in texts:
        read(text)
    side_by_side(texts, args.rounds)
    small = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    growth(small, args.most)
    one_paragraph(texts)
    start_up()


if __name__ == "__main__":
    main()
