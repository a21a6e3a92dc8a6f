"""A folder with one of every harmful kind among fifty sound documents: the fifty are published, and nothing else is lost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from edu_pipeline.reading.formats import ending_of
from edu_pipeline.sources.scan import SUFFIXES
from edu_pipeline.warehouse.release import open_release

pytestmark = pytest.mark.slow
SECONDS_EACH = 8
GIBIBYTE = 1 << 30
TRAPS = {"outside.txt", "circle.txt", "outside", "pipe.txt", "hole.txt"}


def peaks(leader: int) -> dict[int, int]:
    """Peak bytes of memory of each process of a session (VmHWM)."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if os.getsid(int(entry)) != leader:
                    continue
                status = Path(f"/proc/{entry}/status").read_text()
            except OSError:
                continue
            for line in status.splitlines():
                if line.startswith("VmHWM:"):
                    found[int(entry)] = int(line.split()[1]) * 1024
    return found


def run(folder: Path, warehouse: Path) -> tuple[int, str, int]:
    """Exit code, what was said, and the most memory that one of its processes had."""
    environment = {**os.environ, "EDU_PIPELINE_MAX_SECONDS": str(SECONDS_EACH)}
    command = [
        sys.executable,
        "-m",
        "edu_pipeline",
        "run",
        "--quiet",
        "--sources",
        str(folder),
        "--warehouse",
        str(warehouse),
    ]
    most = 0
    with open(warehouse.parent / "said.log", "w+") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment, start_new_session=True)
        while process.poll() is None:
            most = max([most, *peaks(process.pid).values()])
            time.sleep(0.1)  # the peak of a process is what it says as long as it is there
        said.seek(0)
        return process.returncode, said.read(), most


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured in /proc")
@pytest.mark.timeout(600)
def test_fifty_sound_documents_among_every_harmful_kind(
    tmp_path: Path,
    sound: dict[str, Callable[[int], bytes]],
    make_harmful: Callable[[str], dict[str, bytes]],
    make_referring: Callable[[str], dict[str, bytes]],
    lay_traps: Callable[[Path], None],
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    kinds = [ending for ending in sound if ending in SUFFIXES and ending not in (".png", ".doc")]
    names = [f"sound-{n:02}{kinds[n % len(kinds)]}" for n in range(50)]
    for n, name in enumerate(names):
        (folder / name).write_bytes(sound[ending_of(name)](n + 1))
    (folder / "a\x07b\u202e.txt").write_bytes(sound[".txt"](77))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        referring = {n: d for n, d in make_referring(url).items() if ending_of(n) in SUFFIXES}
        harmful = {n: d for n, d in make_harmful(url).items() if ending_of(n) in SUFFIXES}
        for name, data in {**referring, **harmful}.items():
            (folder / name).write_bytes(data)
        lay_traps(folder)
        code, said, most = run(folder, tmp_path / "warehouse")
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):  # nobody asked for what a document refers to
            listening.accept()
    assert code == 0, said
    release = open_release(tmp_path / "warehouse")
    documents = {row["source"]: row for row in release.table("documents").to_pylist()}
    print(f"{len(harmful)} harmful, {most >> 20} MiB")
    assert {name: documents[name]["error"] for name in names if documents[name]["status"] != "ok"} == {}
    assert documents["a\\x07b\\u202e.txt"]["status"] == "ok"
    for name in referring:
        assert documents[name]["status"] == "ok", documents[name]["error"]
    complained = {row["source"] for row in release.table("findings").to_pylist()}
    for name in harmful:
        rows = [row for source, row in documents.items() if source == name or source.startswith(f"{name}/")]
        assert rows, name
        for row in rows:
            assert (
                row["status"] == "failed" and row["error"] or (row["status"] == "ok" and row["source"] in complained)
            ), row
            assert "Report it" not in (row["error"] or ""), row
    assert "max_bytes" in documents["hole.txt"]["error"], "a size says enough"
    for name in TRAPS:
        assert documents[name]["status"] == "failed" and documents[name]["error"]
    assert not any("root:" in (row["text"] or "") for row in documents.values())
    assert most < GIBIBYTE
    assert not (tmp_path / "climbed.txt").exists() and not Path("/climbed.txt").exists()
