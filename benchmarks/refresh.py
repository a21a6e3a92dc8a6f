"""What a refresh costs as the corpus grows: time, memory, and what an earlier run saves.

    python benchmarks/refresh.py FOLDER [--sizes 100 1000 10000] [--workers 0] [--share 0.25]

For each size a corpus is generated (corpus.py) below FOLDER, and four whole runs are made, each in a process of its own:
cold; with nothing new; with one document more; with that one removed again.  Then the extraction alone, with one worker and
with as many as there are processors.  Prints a line for each run, and JSON with --json.

Seconds are of the clock, so other work on the machine counts; `cpu` is what the processes of the run used, and `steps`
gives both for each step.  Memory is the
most that the whole process tree held at once (resident, in MB; pages that processes share count for each), `main` the
most that the main process held, and `pss` the most of the tree where a shared page counts once, looked at every second.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from itertools import count
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")
_MB = 1_000_000


class Sampler(threading.Thread):
    """Looks at a process and its descendants five times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.main, self.pss = pid, 0.0, 0.0, 0.0
        self._cpu: dict[int, float] = {}
        self._over = threading.Event()

    def run(self) -> None:
        for look in count():
            if self._over.wait(0.2):
                break
            held = {pid: seen for pid in _tree(self.pid) if (seen := _look(pid)) is not None}
            self.peak = max(self.peak, sum(memory for memory, _ in held.values()))
            self.main = max(self.main, held.get(self.pid, (0.0, 0.0))[0])
            if look % 5 == 0:  # the kernel goes through all pages for it
                self.pss = max(self.pss, sum(map(_pss, held)))
            for pid, (_, cpu) in held.items():
                self._cpu[pid] = max(cpu, self._cpu.get(pid, 0.0))

    def end(self) -> dict[str, float]:
        self._over.set()
        self.join()
        memory = {"peak": round(self.peak), "pss": round(self.pss), "main": round(self.main)}
        return {**memory, "cpu": round(sum(self._cpu.values()), 1)}


def _tree(pid: int) -> list[int]:
    found, at = [pid], 0
    while at < len(found):
        try:
            for task in os.listdir(f"/proc/{found[at]}/task"):
                found += map(int, Path(f"/proc/{found[at]}/task/{task}/children").read_text().split())
        except OSError:
            pass
        at += 1
    return found


def _look(pid: int) -> tuple[float, float] | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return int(fields[21]) * _PAGE / _MB, (int(fields[11]) + int(fields[12])) / _TICK


def _pss(pid: int) -> float:
    """What a process holds, pages that it shares with others in part."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(row.split()[1]) * 1024 / _MB for row in rows if row.startswith("Pss:")), 0.0)


def measured(what: str, *given: str | Path) -> dict[str, Any]:
    """One run of this program in another process: what it printed, and what it took.

    Its modules are compiled once, as they are where it is installed, whatever this shell forbids."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(given[-2]).parent / "compiled")}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, __file__, f"--{what}", *map(str, given)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | compiled,
    )
    sampler = Sampler(process.pid)
    sampler.start()
    printed, _ = process.communicate()
    seconds = time.perf_counter() - begun
    told = json.loads(printed.splitlines()[-1]) if process.returncode == 0 else {"failed": process.returncode}
    return {"seconds": round(seconds, 1), **sampler.end(), **told}


# ------------------------------------------------------------------------------------------------ inside the process
def whole_run(sources: str, warehouse: str, workers: str) -> dict[str, Any]:
    from edu_pipeline.refresh import Step, refresh
    from edu_pipeline.resources import PipelineSettings

    steps: dict[str, list[float]] = {}
    said: list[str] = []
    used: dict[int, float] = {}
    name, then = "start", (time.perf_counter(), _cpu(used))

    def watch(step: Step) -> None:
        nonlocal name, then
        now = time.perf_counter(), _cpu(used)
        spent = steps.setdefault(name, [0.0, 0.0])
        spent[0], spent[1] = spent[0] + now[0] - then[0], spent[1] + now[1] - then[1]
        then = now
        said.append(step.text)
        if " " not in step.text or step.text.startswith("checking"):
            name = "checks" if step.text.startswith("checking") else step.text

    outcome = refresh(PipelineSettings(sources=[sources], warehouse=warehouse, workers=int(workers)), watch)
    watch(Step(0, 0, "end"))
    read = next((text for text in said if "documents read," in text), "")
    told = {one: [round(value, 1) for value in spent] for one, spent in steps.items() if spent[0] >= 0.05}
    return {"new": outcome.new, "extracted": int(read.split()[0]) if read else None, "steps": told}


def _cpu(used: dict[int, float]) -> float:
    """What this process and its workers used so far, with those that have ended since the last look."""
    used.update({pid: seen[1] for pid in _tree(os.getpid()) if (seen := _look(pid)) is not None})
    return sum(used.values())


def extraction(sources: str, warehouse: str, workers: str) -> dict[str, Any]:
    from edu_pipeline import intake, pool, stages
    from edu_pipeline.warehouse.staging import Staging

    begun = intake.begin(Path(warehouse), [Path(sources)])
    run = stages.Run(Staging(Path(warehouse), begun.fingerprint), int(workers))
    counts = pool.Counts()
    start = time.perf_counter()
    stages.extraction(run, begun.files, counts=counts)
    return {"extracted": counts.extracted, "extraction": round(time.perf_counter() - start, 2)}


# ------------------------------------------------------------------------------------------------ the runs
def runs(folder: Path, size: int, workers: str, share: float) -> list[dict[str, Any]]:
    """The runs of one size, of documents with a share of their full length."""
    import corpus

    sources, warehouse = folder / f"sources-{size}", folder / f"warehouse-{size}"
    for path in (sources, warehouse):
        shutil.rmtree(path, ignore_errors=True)
    characters = corpus.lay_out(sources, size, share=share)
    print(f"{size} documents, {characters} characters", flush=True)
    found = []

    def run(name: str) -> None:
        found.append({"size": size, "run": name, **measured("run", sources, warehouse, workers)})
        print(_line(found[-1]), flush=True)

    run("cold")
    run("unchanged")
    corpus.lay_out(sources, 1, first=1_000_001, share=share)
    run("one more")
    for path in sources.rglob("*-1000001.txt"):
        path.unlink()
    run("one less")
    return found


def speed_up(folder: Path, size: int, share: float) -> list[dict[str, Any]]:
    """The extraction of a corpus, cold, with one worker and with all."""
    import corpus

    found, sources = [], folder / f"sources-{size}"
    if not sources.is_dir():
        corpus.lay_out(sources, size, share=share)
    for workers in ("1", "0"):
        warehouse = folder / "warehouse-extraction"
        shutil.rmtree(warehouse, ignore_errors=True)
        name = f"extraction, {workers if workers != '0' else os.cpu_count()} workers"
        found.append({"size": size, "run": name, **measured("extraction", sources, warehouse, workers)})
        print(_line(found[-1]), flush=True)
    return found


def _line(row: dict[str, Any]) -> str:
    return "  ".join(f"{name} {value}" for name, value in row.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--workers", default="0")
    parser.add_argument("--share", type=float, default=1.0, help="of the length of a document")
    parser.add_argument("--json", type=Path, help="write the figures into this file too")
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--extraction", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run or given.extraction:
        print(json.dumps(whole_run(*given.run) if given.run else extraction(*given.extraction)))
        return
    if given.folder is None:
        parser.error("name a folder for the corpora and warehouses")
    rows = [row for size in given.sizes for row in runs(given.folder, size, given.workers, given.share)]
    rows += speed_up(given.folder, min(1_000, max(given.sizes)), given.share)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
