"""A refresh after another: what is not done again, what is cleared out, and what a broken-off one leaves."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from edu_pipeline import changes, cli, definitions, intake, parts, pool, shards, stages
from edu_pipeline.refresh import Outcome, refresh
from edu_pipeline.report import place
from edu_pipeline.resources import PipelineSettings
from edu_pipeline.unchanged import still_current
from edu_pipeline.warehouse import cache as kept
from edu_pipeline.warehouse import keeping
from edu_pipeline.warehouse.cache import Cache
from edu_pipeline.warehouse.release import open_release
from edu_pipeline.warehouse.staging import Staging


def text(number: int) -> str:
    return f"东岭县{2000 + number}年新建学校{number + 3}所,在校生{number * 7 + 1000}人。\n"


def lay_out(folder: Path) -> PipelineSettings:
    """Settings for sources and warehouse of a folder; four documents, if there is none yet."""
    sources = folder / "sources"
    if not sources.exists():
        sources.mkdir()
        for number in range(4):
            (sources / f"{number}.txt").write_text(text(number), encoding="utf-8")
    return PipelineSettings(sources=[str(sources)], warehouse=str(folder / "warehouse"), workers=1)


@pytest.fixture
def settings(tmp_path: Path) -> PipelineSettings:
    return lay_out(tmp_path)


def refreshed(settings: PipelineSettings) -> Outcome:
    outcome = refresh(settings)
    assert outcome.release is not None, outcome
    return outcome


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("once")
    refreshed(lay_out(folder))
    return folder


@pytest.fixture
def published(once: Path, tmp_path: Path) -> PipelineSettings:
    """The same documents with their release, copied, to go on from."""
    shutil.copytree(once, tmp_path, symlinks=True, dirs_exist_ok=True)
    return lay_out(tmp_path)


# ------------------------------------------------------------------------------------------------ what is not done again
def test_with_nothing_new_no_job_is_run(published: PipelineSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    (published.warehouse_path / "blocked.json").write_text("{}", encoding="utf-8")  # of another input, last time
    monkeypatch.setattr(definitions, "build", lambda *_, **__: pytest.fail("a job was made"))
    said: list[str] = []
    before = open_release(published.warehouse_path)
    outcome = refresh(published, lambda step: said.append(step.text))
    assert (outcome.release, outcome.new) == (before.path, False)
    assert said == ["0 documents read, 4 as they were before"]
    assert not (published.warehouse_path / "blocked.json").exists()


def lost(path: Path) -> None:
    path.unlink() if path.is_symlink() or path.is_file() else shutil.rmtree(path)


@pytest.mark.parametrize(
    "harm",
    [
        lambda settings: lost(Path(settings.sources[0]) / "0.txt"),
        lambda settings: lost(next(settings.warehouse_path.glob("staging/*/facts.parquet"))),
        lambda settings: next(settings.warehouse_path.glob("staging/*/quantities.pieces")).write_text("[]"),
        lambda settings: lost((settings.warehouse_path / "current").resolve() / "education.duckdb"),
        lambda settings: lost((settings.warehouse_path / "current").resolve() / "report"),
        lambda settings: lost((settings.warehouse_path / "current").resolve() / "report/report.json"),
        lambda settings: (settings.warehouse_path / "current").resolve().joinpath("report/report.json").write_text("{"),
        lambda settings: lost(settings.warehouse_path / "current"),
        lambda settings: settings.__dict__.update(without_text=True),
        lambda settings: settings.__dict__.update(registry=str(_registry(settings))),
    ],
)
def test_whatever_is_not_as_it_was_is_left_to_the_job(published: PipelineSettings, harm: Any) -> None:
    assert still_current(published) is not None
    harm(published)
    assert still_current(published) is None


def test_who_rolls_back_meanwhile_gets_no_release_without_a_report(
    published: PipelineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (Path(published.sources[0]) / "new.txt").write_text(text(9), encoding="utf-8")
    second = refreshed(published)
    rolled_back = before(monkeypatch, "begin", lambda: keeping.roll_back(published.warehouse_path, "1"))
    assert still_current(published) is None
    assert rolled_back and open_release(published.warehouse_path).release_id.startswith("000001-")

    keeping.roll_back(published.warehouse_path, "2")
    rolled_back = before(monkeypatch, "same_program", lambda: keeping.roll_back(published.warehouse_path, "1"))
    found = still_current(published)
    assert rolled_back and found is not None and found[0].new
    assert found[0].path != second.release
    assert place.whole(found[0].path / "report")


def before(monkeypatch: pytest.MonkeyPatch, name: str, act: Any) -> list[str]:
    """Something is done as a function of intake is called, the first time; the list tells that it was."""
    function, done = getattr(intake, name), list[str]()

    def called(*given: Any) -> Any:
        if not done:
            done.append(name)
            act()
        return function(*given)

    monkeypatch.setattr(intake, name, called)
    return done


def test_what_nobody_foresaw_is_reported_by_the_job(
    published: PipelineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(intake, "begin", refused)
    outcome = refresh(published)
    assert outcome.release is None
    assert any("Permission denied" in text for text in (*outcome.problems, *outcome.crashes))


def _registry(settings: PipelineSettings) -> Path:
    path = settings.warehouse_path / "registry.yaml"
    path.write_text("sources:\n  - address: https://example.org/a.html\n", encoding="utf-8")
    return path


def test_nothing_new_makes_no_table(published: PipelineSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job does not either."""
    monkeypatch.setattr("edu_pipeline.refresh.still_current", lambda _: None)
    monkeypatch.setattr(pool, "extract_parts", lambda *_, **__: pytest.fail("a document was read"))
    monkeypatch.setattr(stages, "by_document", lambda *_: pytest.fail("a table was made"))
    monkeypatch.setattr(stages, "Places", lambda *_: pytest.fail("a table was made"))
    assert not refreshed(published).new


def test_a_staged_table_that_was_altered_is_made_again(published: PipelineSettings) -> None:
    [staging] = [
        Staging(published.warehouse_path, p.name) for p in (published.warehouse_path / "staging").glob("?" * 16)
    ]
    path = staging.path("audits")
    whole = path.read_bytes()
    path.unlink()  # the release's file is another name of the same bytes
    path.write_bytes(whole[:-9] + b"x" + whole[-8:])
    assert not staging.intact("audits")
    assert not refreshed(published).new
    assert path.read_bytes() == whole and staging.intact("audits")


def test_stamps_of_files_say_nothing(published: PipelineSettings) -> None:
    """A clock that jumps, files that are copied: bytes decide."""
    for number, path in enumerate(sorted(Path(published.sources[0]).iterdir())):
        stamp = (0, 2**33)[number % 2]
        os.utime(path, (stamp, stamp))
    for path in published.warehouse_path.rglob("*"):
        if path.is_file() and not path.is_symlink():
            os.utime(path, (2**33, 2**33))
    assert not refreshed(published).new
    changed = Path(published.sources[0]) / "0.txt"
    before = changed.stat()
    changed.write_text(text(0).replace("3所", "5所"), encoding="utf-8")
    os.utime(changed, ns=(before.st_atime_ns, before.st_mtime_ns))  # same size, same time
    assert refreshed(published).new


def test_what_changed_since_the_release(settings: PipelineSettings, once: Path) -> None:
    folder = Path(settings.sources[0])
    files = intake.gather([folder])
    assert changes.since_release(settings.warehouse_path, files) == changes.Changes(4, 0, 0, 0)
    shutil.copytree(once / "warehouse", settings.warehouse_path, symlinks=True)
    (folder / "0.txt").unlink()
    (folder / "1.txt").write_text("9", encoding="utf-8")
    (folder / "new.txt").write_text(text(9), encoding="utf-8")
    found = changes.since_release(settings.warehouse_path, intake.gather([folder]))
    assert found == changes.Changes(new=1, changed=1, unchanged=2, removed=1)
    assert str(found) == "1 new, 1 changed, 2 unchanged, 1 removed"


# ------------------------------------------------------------------------------------------------ clearing out
def test_entries_outlive_a_few_inputs_and_no_more(settings: PipelineSettings) -> None:
    """Going back a few states of the folder reads nothing again; what is older is gone."""
    path, inputs, held = Path(settings.sources[0]) / "0.txt", list[str](), list[int]()
    # in a part of its own: whose entry holds the others is a matter of the entries' names, and those of chance
    name = next(name for name in (f"1-{n}.txt" for n in range(1000)) if parts._opens(name, parts.FILES))
    (path.parent / "1.txt").rename(path.parent / name)

    def run(number: int) -> int:
        path.write_text(text(50 + number), encoding="utf-8")
        begun = intake.begin(settings.warehouse_path, settings.folders)
        shutil.rmtree(settings.warehouse_path / "staging" / begun.fingerprint)
        intake.begin(settings.warehouse_path, settings.folders)
        made, counts = stages.Run(Staging(settings.warehouse_path, begun.fingerprint), 1), pool.Counts()
        stages.extraction(made, begun.files, counts=counts)
        assert made.cache is not None
        made.cache.prune(inputs)
        inputs.append(begun.fingerprint)
        held.append(len(list((settings.warehouse_path / "cache" / shards.KIND).iterdir())))
        return counts.extracted

    assert [run(number) for number in range(kept.KEEP + 3)] == [4] + [1] * (kept.KEEP + 2)
    assert held[-1] == held[-2] <= kept.KEEP + 2  # one entry for each input, and one for the other files
    assert run(kept.KEEP) == 0
    assert run(0) == 1


def test_pruning_keeps_what_the_named_inputs_used(tmp_path: Path) -> None:
    for number in range(6):
        Cache(tmp_path, f"input{number}").put("kind", f"key{number}", b"x")
        Cache(tmp_path, f"input{number}").put("kind", "always", b"y")
    last = Cache(tmp_path, "input5")
    assert last.prune([f"input{number}" for number in range(5)]) == 2
    assert sorted(os.listdir(tmp_path / "kind")) == ["always", "key2", "key3", "key4", "key5"]
    assert last.get("kind", "key1") is None and last.get("kind", "key3") == b"x"
    # a write that was killed left a file of another name
    (tmp_path / "kind" / ".key9.123.tmp").write_bytes(b"half")
    last.prune(["input4"])
    assert not list((tmp_path / "kind").glob(".*"))


# ------------------------------------------------------------------------------------------------ broken off
def test_a_warehouse_that_cannot_be_written_is_told(
    published: PipelineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_release(published.warehouse_path)
    (Path(published.sources[0]) / "new.txt").write_text(text(9), encoding="utf-8")
    opened = os.open

    def refused(path: Any, flags: int, *given: Any, **named: Any) -> int:
        if flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR) and str(path).startswith(published.warehouse):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *given, **named)

    monkeypatch.setattr(os, "open", refused)  # root may write everywhere
    result = CliRunner().invoke(cli.app, ["run", "--sources", published.sources[0], "--warehouse", published.warehouse])
    assert result.exit_code == 2, result.output
    assert "read-only" in result.output and "Traceback" not in result.output
    assert open_release(published.warehouse_path).path == first.path


_PROGRAM = """
import signal, sys, time
from pathlib import Path
import edu_pipeline.extract as module
whole = module.extract_document
def slow(data, source, *given):
    time.sleep(0.5)
    return whole(data, source, *given)
module.extract_document = slow
from edu_pipeline import intake, pool, stages
from edu_pipeline.warehouse.staging import Staging
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that started the tests behind it has it ignored
    pool.ALONE_BYTES = 0
    begun = intake.begin(Path(sys.argv[2]), [Path(sys.argv[1])])
    print("begun", flush=True)
    stages.extraction(stages.Run(Staging(Path(sys.argv[2]), begun.fingerprint), 2), begun.files)
"""


def descendants(pid: int) -> set[int]:
    found, new = set[int](), {pid}
    while new:
        found |= new
        new = {int(c) for p in new for c in _children(p)} - found
    return found - {pid}


def _children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux's /proc")
@pytest.mark.parametrize("with_signal", [signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_its_run(tmp_path: Path, with_signal: signal.Signals) -> None:
    sources, warehouse = tmp_path / "sources", tmp_path / "warehouse"
    sources.mkdir()
    for number in range(60):
        (sources / f"{number}.txt").write_text(text(number), encoding="utf-8")
    (tmp_path / "site").mkdir()
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    process = subprocess.Popen([sys.executable, program, sources, warehouse], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    workers = wait_for(lambda: descendants(process.pid) if len(descendants(process.pid)) >= 3 else set())
    assert len(workers) >= 3, "a fork server, and two workers at least"
    process.send_signal(with_signal)
    assert process.wait(30) != 0
    assert wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))
    assert not list((warehouse / "staging").glob("*/quantities.parquet"))


def wait_for(condition: object, seconds: float = 60.0) -> object:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = condition()  # type: ignore[operator]
        if found:
            return found
        time.sleep(0.1)
    return condition()  # type: ignore[operator]
