"""From a published row back to the characters, and on to what was made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from edu_pipeline import cli
from edu_pipeline.trace import NothingTracedError, trace
from edu_pipeline.warehouse.release import Release, open_release

REPORT = (
    "金昌市2024年教育工作总结\n\n2024年,全市共有幼儿园86所,在园幼儿12345人,学前三年毛入园率达103.5%。"
    "九年义务教育巩固率为106.2%。专任教师2637人,其中小学1120人,初中1617人。\n\n金昌市教育局\n2025年1月15日\n"
)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("trace")
    (folder / "sources").mkdir()
    (folder / "sources" / "报告.txt").write_text(REPORT, encoding="utf-8")
    arguments = ["run", "-q", "--sources", str(folder / "sources"), "--warehouse", str(folder / "warehouse")]
    assert CliRunner().invoke(cli.app, arguments).exit_code == 0
    return open_release(folder / "warehouse")


def observation(release: Release, value: float) -> dict[str, Any]:
    return next(row for row in release.table("observations").to_pylist() if row["value"] == value)


def command(release: Release, *arguments: str) -> Result:
    warehouse: Path = release.path.parents[1]
    return CliRunner().invoke(cli.app, ["trace", *arguments, "--warehouse", str(warehouse)])


def test_a_statistic_leads_to_its_characters_and_findings(release: Release) -> None:
    row = observation(release, 106.2)
    (found,) = trace(release, row["observation_id"])["observations"]
    before, number, after = found["context"]
    assert number == "106.2%" and REPORT.startswith(before + number + after, REPORT.index(before))
    assert found["document"]["source"] == "报告.txt"
    assert found["article"]["region_name"] == "金昌市"
    assert found["quantity"]["reason"]
    assert "over_100_doubtful" in {finding["check"] for finding in found["findings"]}
    assert found["facts"][0]["evidence"] == [row["observation_id"]]


def test_a_number_leads_to_its_arithmetic(release: Release) -> None:
    (found,) = trace(release, observation(release, 2637)["observation_id"])["observations"]
    assert found["audits"] and found["audits"][0]["computed"] == 2737


def test_a_fact_leads_to_its_statements(release: Release) -> None:
    fact = release.table("facts").to_pylist()[0]
    found = trace(release, fact["fact_id"])
    assert found["fact"]["fact_id"] == fact["fact_id"]
    assert [one["row"]["observation_id"] for one in found["observations"]] == fact["evidence"]


def test_every_published_row_can_be_followed(release: Release) -> None:
    for table, key in (("observations", "observation_id"), ("facts", "fact_id"), ("quantities", "quantity_id")):
        for row in release.table(table).to_pylist():
            for found in trace(release, row[key])["observations"]:
                assert found["context"][1] == found["quantity"]["text"]


def test_the_command_marks_the_place(release: Release) -> None:
    key = observation(release, 106.2)["observation_id"]
    told = command(release, key[:10])
    assert told.exit_code == 0
    for words in ("九年义务教育巩固率为【106.2%】", "报告.txt", "金昌市", "over_100_doubtful", "why", "observation:"):
        assert words in told.stdout
    content = json.loads(command(release, key, "--json").stdout)
    assert content["observations"][0]["row"]["observation_id"] == key
    assert "Fact" in command(release, content["observations"][0]["facts"][0]["fact_id"]).stdout


def test_what_is_no_statistic_says_why(release: Release) -> None:
    period = next(row for row in release.table("quantities").to_pylist() if row["kind"] == "period")
    told = command(release, period["quantity_id"]).stdout
    assert "no statistic" in told and f"period: {period['reason'][:10]}" in told


def test_nothing_of_that_name(release: Release) -> None:
    for word in ("ffffffffffffffff", "", "0", "' OR 1=1 --"):
        with pytest.raises(NothingTracedError):
            trace(release, word)
    wrong = command(release, "nonsense")
    assert wrong.exit_code == 2 and "no observation, fact or quantity nonsense" in wrong.stderr
