"""How long the data contract takes over many observations.

    python benchmarks/validation.py [--rows 100000] [--rounds 7]

What belongs here: timing quality.contracts.  What does not: whether it finds what it must (tests/quality).

The rows are observations of a document of our own, read once and repeated under new keys.  Prints the median and the
span of the rounds: seconds on the clock, and of the processor, which a busy machine does not stretch.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

import pyarrow as pa

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import contracts
from edu_pipeline.tables import TABLES

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sources" / "reviews-compilation.txt"


def observations(rows: int) -> pa.Table:
    """`rows` sound rows of table observations_read, each with a key of its own."""
    read = extract_document(SAMPLE.read_bytes(), SAMPLE.name)["observations_read"]
    sound, _ = contracts.split(TABLES["observations_read"].from_rows(read))
    copies = -(-rows // sound.num_rows)
    table = pa.concat_tables([sound] * copies).slice(0, rows).cast(TABLES["observations_read"].arrow)
    keys = pa.array([f"{i:016x}" for i in range(rows)])
    return table.set_column(0, table.schema.field(0), keys).combine_chunks()


def measure(rows: int, rounds: int) -> list[tuple[float, float]]:
    """(seconds on the clock, seconds of the processor) of each round, after one that does not count."""
    table = observations(rows)
    contracts.split(table.slice(0, 1000))
    found = []
    for _ in range(rounds):
        wall, processor = time.perf_counter(), time.process_time()
        sound, quarantine = contracts.split(table)
        found.append((time.perf_counter() - wall, time.process_time() - processor))
        assert (sound.num_rows, quarantine.num_rows) == (rows, 0)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    rounds = measure(args.rows, args.rounds)
    for name, seconds in zip(("clock", "processor"), zip(*rounds, strict=True), strict=True):
        median = statistics.median(seconds)
        print(f"{name:<10} median {median:.2f} s for {args.rows:,} rows, {min(seconds):.2f} to {max(seconds):.2f}")


if __name__ == "__main__":
    main()
