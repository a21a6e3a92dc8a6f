"""What careful readers found in the five seeds is found here too; needs the shared folder beside the checkout."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import audits, contracts, facts, findings, relations
from edu_pipeline.tables import TABLES

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="needs the shared seeds")


@cache
def tables() -> dict[str, Any]:
    rows: dict[str, list[dict[str, Any]]] = {
        n: [] for n in ("documents", "articles", "quantities", "observations_read")
    }
    for path in SEEDS:
        for name, found in extract_document(path.read_bytes(), path.name).items():
            rows[name] += found
    made = {name: TABLES[name].from_rows(found) for name, found in rows.items()}
    sound, quarantine = contracts.split(made["observations_read"])
    audited = audits.audit(made["quantities"], sound, made["articles"], made["documents"])
    related = relations.relate(sound, made["articles"])
    found = findings.find(made["documents"], made["articles"], made["quantities"], sound, quarantine, audited, related)
    observations = findings.with_flags(sound, found)
    return {
        **made, "observations_sound": sound, "quarantine": quarantine, "audits": audited, "relations": related,
        "findings": found, "observations": observations, "facts": facts.facts(observations, related, made["articles"]),
    }  # fmt: skip


def found(check: str, seed: str) -> list[dict[str, Any]]:
    """The findings of a check in the seed whose name begins so."""
    return [f for f in tables()["findings"].to_pylist() if f["check"] == check and (f["source"] or "").startswith(seed)]


# (heading of document_quality.md, seed, check, characters that one finding covers or begins at; None: anywhere)
HEADINGS = [
    ("Missing date", "000", "no_date", None),
    ("Page-break splits", "000", "page_break", 745),
    ("Caption inside a sentence", "000", "interrupted_sentence", 2217),
    ("Photo captions", "000", "captions", None),
    ("Duplicate fact", "000", "stated_twice", 3122),
    ("Wording", "000", "misprint", 3649),
    ("Units that need care", "000", "mixed_magnitudes", 2504),
    ("Units that need care", "000", "person_times", None),
    ("Truncated compilation", "001", "contents_unfulfilled", 194),
    ("Truncated compilation", "001", "breaks_off", 25765),
    ("Site boilerplate", "001", "furniture", None),
    ("Rights", "001", "rights_notice", None),
    ("Ambiguous region", "001", "relative_place", None),
    ("Number cut", "001", "number_across_break", 20950),
    ("Lost punctuation", "001", "glued_paragraph", 25438),
    ("Duplicated statements", "001", "stated_twice", 10270),
    ("Values above 100 %, retention", "001", "over_100_doubtful", 1763),
    ("Values above 100 %, gross", "001", "over_100_expected", 14451),
    ("Values above 100 %, retention", "001", "over_100_doubtful", 14458),
    ("Implausible", "001", "points_for_percent", 16191),
    ("Implausible", "001", "sudden_change", 9585),
    ("Implausible", "001", "sudden_change", 9595),
    ("Implausible", "001", "percent_of_rate", 11360),
    ("Implausible", "001", "percent_of_rate", 24347),
    ("A count that looks like a year", "001", "year_like", 11945),
    ("Forecast", "001", "forecast", 16424),
    ("Below the national standard", "001", "below_standard", 16395),
    ("Carried over", "001", "carried_over", 10199),
    ("Periods that need care", "001", "open_periods", None),
    ("Units that need care", "001", "person_times", None),
    ("Dates", "002", "text_older_than_date", 6002),
    ("Site furniture", "002", "furniture", None),
    ("Ambiguous region", "002", "relative_place", None),
    ("Ambiguous indicator", "002", "vague_label", 4594),
    ("Typing errors", "002", "misprint", 4567),
    ("Typing errors", "002", "stray_blank", None),
    ("Units that need care", "002", "unit_not_printed", 2935),
    ("Odd values: 27 twice", "002", "stated_twice", 2131),
    ("Units that need care", "004", "mixed_magnitudes", 3721),
    ("Ambiguous region: names taken out", "004", "redaction", None),
    ("Every number is a target", "003", "only_targets", None),
    ("Metadata table", "003", "metadata_empty", None),
    ("Two dates", "003", "several_dates", None),
    ("Furniture", "003", "furniture", None),
    ("Ambiguous deadline", "003", "ambiguous_deadline", 723),
    ("Blank in a date", "003", "stray_blank", 276),
    ("Ratios", "003", "ratio_order", 3030),
    ("Whole text duplicated", "004", "repeated_body", 7680),
    ("Site furniture", "004", "furniture", None),
    ("Missing date", "004", "no_date", None),
    ("Silent deletion", "004", "silent_deletion", None),
    ("Section numbers that jump", "004", "missing_section", 2500),
    ("Section numbers that jump", "004", "missing_section", 3556),
    ("Section numbers that jump", "004", "missing_section", 6819),
    ("Redaction", "004", "redaction", 64),
    ("Redaction, year cut", "004", "redacted_beside_number", 2855),
    ("Redaction, benchmark", "004", "redacted_beside_number", 5184),
    ("Masking of the total", "004", "redacted_beside_number", 183),
    ("Mixed punctuation", "004", "mixed_marks", None),
    ("Totals", "004", "arithmetic_inconsistent", 159),
    ("Totals", "004", "arithmetic_inconsistent", 189),
    ("Change of a rate in %", "004", "percent_of_rate", 5335),
    ("Ratios", "004", "soft_bound", 4349),
]


@pytest.mark.parametrize(("heading", "seed", "check", "at"), HEADINGS)
def test_heading(heading: str, seed: str, check: str, at: int | None) -> None:
    rows = found(check, seed)
    assert rows, heading
    assert at is None or any(abs(row["start"] - at) <= 2 for row in rows), [row["start"] for row in rows]


def test_errors_are_few_and_true() -> None:
    errors = Counter(f["check"] for f in tables()["findings"].to_pylist() if f["severity"] == "error")
    assert sum(errors.values()) < 20
    assert (
        errors["arithmetic_inconsistent"] == 2 and errors["repeated_body"] == 1 and errors["contents_unfulfilled"] == 1
    )


def test_nothing_is_complained_of_that_is_not_there() -> None:
    checks = Counter(f["check"] for f in tables()["findings"].to_pylist())
    assert not checks.keys() & {
        "conflict",
        "outlier",
        "unreadable",
        "duplicate_document",
        "actual_in_future",
        "characters_lost",
    }
    assert checks["over_100_doubtful"] == 2 and checks["over_100_expected"] == 1 and checks["points_for_percent"] == 1


def test_tables_keep_their_contracts() -> None:
    for name in TABLES:
        if name in tables():
            assert contracts.breaches(name, tables()[name]) == [], name
    ids = {name: set(tables()[name][f"{name[:-1]}_id"].to_pylist()) for name in ("observations", "facts")}
    for row in tables()["relations"].to_pylist():
        assert set(row["observation_ids"]) <= ids["observations"]
    for row in tables()["facts"].to_pylist():
        assert set(row["evidence"]) <= ids["observations"]


# (indicator, relation, (seed, offset) of two statements): the reachable rows of cross_document.jsonl
CROSS = [
    ("update", ("004", 159), ("001", 9585)),
    ("update", ("004", 167), ("001", 9595)),
    ("update", ("004", 189), ("001", 9618)),
    ("update", ("004", 2889), ("001", 10421)),
    ("update", ("004", 2906), ("001", 10453)),
    ("update", ("004", 2923), ("001", 10437)),
    ("update", ("004", 3721), ("001", 11722)),
    ("update", ("004", 3743), ("001", 11734)),
    ("repeat", ("004", 2817), ("001", 10397)),
    ("repeat", ("004", 1167), ("001", 10199)),
    ("repeat", ("001", 10209), ("001", 10282)),
    ("repeat", ("000", 1306), ("000", 3063)),
    ("repeat", ("002", 2101), ("002", 2117)),
    ("target_actual", ("003", 2328), ("001", 28657)),
    ("target_actual", ("000", 3690), ("000", 2949)),
]


@pytest.mark.parametrize(("relation", "one", "other"), CROSS)
def test_cross_document(relation: str, one: tuple[str, int], other: tuple[str, int]) -> None:
    at = {o["observation_id"]: (o["source"][:3], o["start"]) for o in tables()["observations"].to_pylist()}
    joined = [
        {at[i] for i in r["observation_ids"]} for r in tables()["relations"].to_pylist() if r["relation"] == relation
    ]
    assert any({one, other} <= spans for spans in joined)


def test_four_of_five_of_what_careful_readers_joined() -> None:
    """The rows of the shared cross_document.jsonl that say they can be reached, and that no update is called a conflict."""
    names = {"update over time": "update", "target vs actual": "target_actual"}
    gold = [json.loads(line) for line in (SHARED / "gold" / "cross_document.jsonl").read_text("utf-8").splitlines()]
    spans = {o["observation_id"]: (o["source"], o["start"], o["end"]) for o in tables()["observations"].to_pylist()}
    joined = [(r["relation"], [spans[i] for i in r["observation_ids"]]) for r in tables()["relations"].to_pylist()]

    def told(row: dict[str, Any], relation: str) -> bool:
        parts = [(s["file"], s["offset"]) for s in row["statements"] if s["offset"] is not None]
        for kind, members in joined:
            hits = sum(any(f == source and start <= at < end for source, start, end in members) for f, at in parts)
            if kind == relation and hits >= 2:
                return True
        return False

    wanted = [row for row in gold if row["reachable"]]
    found = [row["id"] for row in wanted if told(row, names.get(row["relation"], row["relation"]))]
    assert len(found) >= 0.8 * len(wanted), sorted({row["id"] for row in wanted} - set(found))
    assert not [row["id"] for row in gold if row["relation"] == "update over time" and told(row, "conflict")]


def test_city_below_and_above_the_standards() -> None:
    at = {o["observation_id"]: (o["source"][:3], o["start"]) for o in tables()["observations"].to_pylist()}
    met = {
        (at[r["observation_ids"][0]], r["standard_code"]): r["met"]
        for r in tables()["relations"].to_pylist()
        if r["standard_code"]
    }
    assert met[("001", 10421), "preschool_gross_enrolment"] is True
    assert met[("001", 16395), "preschool_public_share"] is False
