"""Corrections from the file to the release: the example of docs/corrections.md, what is refused, what survives."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml
from typer.testing import CliRunner

from edu_pipeline import intake
from edu_pipeline.cli import app
from edu_pipeline.quality import correcting, corrections, facts, relations
from edu_pipeline.refresh import refresh
from edu_pipeline.resources import PipelineSettings
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.release import Release, open_release

ROOT = Path(__file__).parents[2]
UNMATCHED = """
- observation: ffffffffffffffff
  withdraw: true
  reason: of an earlier reading
  by: L. Chen
"""


def example() -> str:
    """The entries that docs/corrections.md shows."""
    text = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    return text.split("```yaml\n")[1].split("```")[0]


@dataclass(frozen=True)
class Corrected:
    release: Release
    settings: PipelineSettings
    file: Path

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        connection = self.release.connect()
        try:
            return list(connection.execute(query).fetchall())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Corrected:
    folder = tmp_path_factory.mktemp("corrected")
    sources = folder / "sources"
    sources.mkdir()
    for name in ("reviews-compilation.txt", "zhangye-self-evaluation.txt"):
        shutil.copy(ROOT / "data" / "sources" / name, sources)
    file = folder / "corrections.yaml"
    file.write_text(example() + UNMATCHED, encoding="utf-8")
    settings = PipelineSettings(sources=[str(sources)], warehouse=str(folder / "warehouse"), corrections=str(file))
    outcome = refresh(settings)
    assert outcome.release is not None, outcome
    return Corrected(open_release(outcome.release), settings, file)


def test_the_example_of_the_docs_is_followed(corrected: Corrected) -> None:
    found = corrected.rows(
        'SELECT "check", severity, message FROM findings WHERE "check" LIKE \'correct%\' ORDER BY ALL'
    )
    assert [(check, severity) for check, severity, _ in found] == [
        ("corrected", "info"),
        ("corrected", "info"),
        ("correction_unmatched", "error"),
    ]
    said = " ".join(message for _, _, message in found)
    for entry in yaml.safe_load(example()):
        assert entry["reason"] in said and entry["by"] in said
    assert "ffffffffffffffff" in said


def test_facts_follow_and_observations_keep_what_was_read(corrected: Corrected) -> None:
    facts_ = corrected.rows(
        "SELECT value, comparator, quality FROM facts WHERE indicator = 'retention_rate' AND region_name = '遵义市'"
    )
    assert facts_ == [(96.98, "ge", "corrected")]
    read = corrected.rows(
        "SELECT value, list_contains(flags, 'corrected') FROM observations WHERE value IN (106.98, 73.98)"
    )
    assert sorted(read) == [(73.98, True), (106.98, True)]
    withdrawn = """SELECT count(*) FROM facts, observations o
        WHERE o.value = 73.98 AND list_contains(evidence, o.observation_id)"""
    assert corrected.rows(withdrawn) == [(0,)]


def test_the_report_shows_reason_and_name(corrected: Corrected) -> None:
    pages = list((corrected.release.path / "report" / "documents").glob("*.html"))
    told = "".join(page.read_text(encoding="utf-8") for page in pages)
    for entry in yaml.safe_load(example()):
        assert entry["reason"].replace("'", "") in told.replace("\\u0027", "").replace("'", "").replace("&#39;", "")


def test_only_what_a_file_says_is_part_of_the_input(corrected: Corrected, tmp_path: Path) -> None:
    def named(file: Path | None) -> str:
        return intake.begin(tmp_path / "warehouse", corrected.settings.folders, file).fingerprint

    plain, remark, other = (tmp_path / f"{name}.yaml" for name in ("plain", "remark", "other"))
    plain.write_text(example(), encoding="utf-8")
    remark.write_text("# seen by all of us\n" + example(), encoding="utf-8")
    other.write_text(example().replace("96.98}", "97.98}"), encoding="utf-8")
    assert named(plain) == named(remark) != named(other)
    assert named(tmp_path / "missing.yaml") == named(None)


def test_a_broken_file_is_a_clear_message(corrected: Corrected, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("- {observation: o1, set: {indicator: pupils}, reason: r, by: b}\n", encoding="utf-8")
    with pytest.raises(WarehouseError, match=r"mine\.yaml, correction 1: 'pupils' cannot be indicator"):
        intake.begin(tmp_path / "warehouse", corrected.settings.folders, file)


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ("{observation: 12, withdraw: true, reason: r, by: b}", "put it in quotation marks"),
        ("{observation: o1, source: a, quote: b, withdraw: true, reason: r, by: b}", "not both"),
        ("{observation: o1, set: {unit: furlong}, reason: r, by: b}", "the table units"),
        ("{observation: o1, set: {region_code: '999999'}, reason: r, by: b}", "the table regions"),
        ("{observation: o1, set: {education_level: nursery}, reason: r, by: b}", "use one of pre_primary"),
        ("{observation: o1, set: {period_end: '2024-02-30'}, reason: r, by: b}", "is no date"),
        ("{observation: o1, set: {value: true}, reason: r, by: b}", "cannot be value"),
    ],
)
def test_entries_that_cannot_be_meant(entry: str, complaint: str) -> None:
    with pytest.raises(corrections.CorrectionError, match=complaint):
        corrections.from_data([yaml.safe_load(entry)], "corrections.yaml")


def test_entries_survive_being_kept_as_plain_values() -> None:
    entries = yaml.safe_load(example() + "- {observation: o1, set: {period_end: 2024-12-31}, reason: r, by: b}\n")
    made = corrections.from_data(entries, "corrections.yaml")
    assert corrections.from_data(corrections.as_data(made), "input.json") == made


# ------------------------------------------------------------------------------------------------ single rows
Observe = Callable[..., dict[str, Any]]


def _one(entry: Mapping[str, Any]) -> tuple[corrections.Correction, ...]:
    return corrections.from_data([{"reason": "r", "by": "b", **entry}], "corrections.yaml")


def test_a_quote_of_several_numbers_is_refused(observe: Observe, observations: Callable[[Any], pa.Table]) -> None:
    sentence = "小学127所、幼儿园321所。"
    rows = [
        observe("小学", value, sentence=sentence, value_text=str(int(value)), unit="institution", unit_text="所", indicator="institutions", education_level=level)
        for value, level in ((127.0, "primary"), (321.0, "pre_primary"))
    ]  # fmt: skip
    table = observations(rows)
    both = _one({"source": "a.txt", "quote": "小学127所、幼儿园321所", "set": {"value": 300}})
    assert correcting.apply(table, both) == (table, frozenset())
    (found,) = correcting.findings(table, both)
    assert found["check"] == "correction_refused" and "several numbers (127所, 321所)" in found["message"]
    one = _one({"source": "a.txt", "quote": "幼儿园321所", "set": {"value": 300}})
    fixed, changed = correcting.apply(table, one)
    assert fixed["value"].to_pylist() == [127.0, 300.0] and changed == {"o002"}


def test_a_correction_that_breaks_the_contract_is_refused(
    observe: Observe, observations: Callable[[Any], pa.Table]
) -> None:
    table = observations([observe(value=97.5)])
    wrong = _one({"observation": "o001", "set": {"value": -3}})
    assert correcting.apply(table, wrong)[1] == frozenset()
    (found,) = correcting.findings(table, wrong)
    assert (found["check"], found["severity"]) == ("correction_refused", "error")
    assert "is not possible" in found["message"]


def test_corrections_survive_another_reading(
    observe: Observe, observations: Callable[[Any], pa.Table], articles: Callable[..., pa.Table]
) -> None:
    """By id and by quote, the row is found again although the code reads it otherwise now."""
    entries = (
        *_one({"observation": "o001", "set": {"value": 99.5}}),
        *_one({"source": "a.txt", "quote": "巩固率为 97.5%", "set": {"value": 99.5}}),
    )
    sentence = "全市义务教育巩固率为97.5%。"
    then = observe(value=97.5, sentence=sentence)
    now = then | {"label": "义务教育巩固率", "education_level": "lower_secondary", "sentence": "去年," + sentence}
    for row in (then, now):
        table = observations([row])
        for entry in entries:
            related = relations.relate(table, articles())
            made = facts.facts(_flagged(table), related, articles(), (entry,)).to_pylist()
            assert [(f["value"], f["quality"]) for f in made] == [(99.5, "corrected")]


def _flagged(table: pa.Table) -> pa.Table:
    return table.append_column("flags", pa.array([[]] * table.num_rows, pa.list_(pa.string())))


@pytest.mark.parametrize(
    ("text", "complaint"), [(None, "There is no file of corrections"), ("- {by: b}", "name an observation")]
)
def test_a_wrong_file_is_a_wrong_call(text: str | None, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "corrections.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("全市小学127所。", encoding="utf-8")
    call = ["run", "--sources", str(tmp_path), "--warehouse", str(tmp_path / "w"), "--corrections", str(file)]
    result = CliRunner().invoke(app, call)
    assert result.exit_code == 2 and complaint in " ".join(result.output.split()), result.output
    assert not (tmp_path / "w" / "releases").exists()
