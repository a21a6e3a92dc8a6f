"""How long a new process takes to load the catalogue of indicators.

    python benchmarks/loading.py [--rounds 5]

What belongs here: the time from the import to the first indicator.  What does not: what the catalogue holds (tests).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

PROGRAM = (
    "import time, yaml; from edu_pipeline.indicators import catalogue as c; t = time.perf_counter();"
    "c.catalogue(); print(time.perf_counter() - t)"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = range(parser.parse_args().rounds)
    seconds = [float(subprocess.check_output([sys.executable, "-c", PROGRAM])) for _ in rounds]
    print(f"median {statistics.median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f}")


if __name__ == "__main__":
    main()
