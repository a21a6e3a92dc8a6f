"""Every blocking rule fires on what it is about, and on nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_pipeline.tables import TABLES
from edu_pipeline.warehouse import rules_keys, rules_spans
from edu_pipeline.warehouse.cache import FOLDER, Cache
from edu_pipeline.warehouse.errors import WarehouseError
from edu_pipeline.warehouse.pieces import Entry, packed
from edu_pipeline.warehouse.rules import Violation, nothing_read, same_input, verify
from edu_pipeline.warehouse.rules_base import Views
from edu_pipeline.warehouse.rules_shrink import shrink
from edu_pipeline.warehouse.staging import Staging

Rows = dict[str, list[dict[str, Any]]]
Stage = Callable[..., Staging]


def broken(staging: Staging, current: Path | None = None, allow_shrink: bool = False) -> dict[str, Violation]:
    return {violation.rule: violation for violation in verify(staging, current, allow_shrink)}


def drop(rows: Rows, name: str, at: int) -> None:
    del rows[name][at]


def put(rows: Rows, name: str, at: int, **values: Any) -> None:
    rows[name][at].update(values)


def repeat(rows: Rows, name: str, at: int, **values: Any) -> None:
    rows[name].append({**rows[name][at], **values})


def test_a_sound_corpus_breaks_no_rule(rows: Rows, stage: Stage) -> None:
    assert verify(stage(rows), None) == []


# a copy of the first article: its statistics need no observation
def copied_article(rows: Rows) -> None:
    put(rows, "articles", 1, duplicate_of=rows["articles"][0]["article_id"])
    gone = {row["observation_id"] for row in rows["observations_read"] if row["source"].startswith("west")}
    for name in ("observations_read", "observations", "observations_sound"):
        rows[name] = [row for row in rows[name] if row["observation_id"] not in gone]
    rows["quarantine"] = []


def failed_document(rows: Rows) -> None:
    put(rows, "documents", 1, status="failed", text=None, error="Convert it to UTF-8.")
    gone = rows["documents"][1]["document_id"]
    for name in ("articles", "quantities", "observations_read", "observations_sound", "observations", "quarantine"):
        rows[name] = [row for row in rows[name] if row["document_id"] != gone]
    rows["findings"].append(
        {**rows["findings"][0], "finding_id": "w9", "document_id": gone, "source": None, "row_id": None}
    )


def nulls(rows: Rows) -> None:
    put(rows, "observations", 0, indicator=None, region_code=None)
    put(rows, "audits", 0, claim_quantity_id=None, operand_quantity_ids=[])
    put(rows, "facts", 0, evidence=[], region_code=None)
    put(rows, "observations", 1, value=float("inf"))


def odd_but_allowed(rows: Rows) -> None:
    put(rows, "articles", 0, start=0, title="柳河县")
    put(rows, "quantities", 0, value=None, comparator=None)
    repeat(
        rows,
        "relations",
        0,
        relation_id="r2",
        relation="conflict",
        resolved_to=rows["observations"][0]["observation_id"],
    )
    repeat(rows, "quarantine", 0, quarantine_id="k2", table_name="facts", row_id="f9")


def several_statements(rows: Rows) -> None:
    """One number that states two things."""
    for name in ("observations_read", "observations_sound", "observations"):
        repeat(rows, name, 0, observation_id="second", education_level="lower_secondary")
    rows["education_levels"].append({**rows["education_levels"][0], "education_level": "lower_secondary"})


@pytest.mark.parametrize("change", [copied_article, failed_document, nulls, odd_but_allowed, several_statements])
def test_what_does_not_block(rows: Rows, stage: Stage, change: Callable[[Rows], None]) -> None:
    change(rows)
    assert verify(stage(rows), None) == []


def unstate(rows: Rows) -> None:
    for name in ("observations_read", "observations_sound", "observations"):
        drop(rows, name, 2)


def fail_all(rows: Rows) -> None:
    for document in rows["documents"]:
        document.update(status="failed", error="bad")


# what is changed, the rule that must fire, and a word or value that its rows must show
BREAKS: dict[str, tuple[Callable[[Rows], None], str, str]] = {
    "digits in no row": (lambda r: drop(r, "quantities", 4), "digits", "3"),
    "half a run": (lambda r: put(r, "quantities", 0, start=6, text="０２5年"), "digits", "２０２5"),
    "wrong text": (lambda r: put(r, "quantities", 1, text="48所"), "offset", "47所"),
    "one character on": (lambda r: put(r, "quantities", 1, start=14, end=17), "offset", "7所，"),
    "past the end": (lambda r: put(r, "quantities", 6, end=400), "offset", "93.7%。"),
    "before the start": (lambda r: put(r, "quantities", 4, start=-20, end=-19), "offset", "-20"),
    "observation elsewhere": (lambda r: put(r, "observations", 0, start=14), "offset", "47所"),
    "overlap": (lambda r: repeat(r, "quantities", 1, quantity_id="o", start=14, text="7所"), "overlap", "7所"),
    "the same place twice": (lambda r: repeat(r, "quantities", 4, quantity_id="o"), "overlap", "3"),
    "key twice": (lambda r: repeat(r, "units", 0, name_zh="other"), "key", "institution"),
    "key twice, staged only": (lambda r: repeat(r, "observations_sound", 0), "key", "2"),
    "read twice": (lambda r: repeat(r, "documents", 0, source="z.txt"), "key", "2"),
    "no such unit": (lambda r: put(r, "observations", 0, unit="furlong"), "foreign_key", "furlong"),
    "no such indicator": (lambda r: put(r, "facts", 0, indicator="wealth"), "foreign_key", "wealth"),
    "no such parent": (lambda r: put(r, "regions", 1, parent_code="110000"), "foreign_key", "110000"),
    "no such copy": (lambda r: put(r, "articles", 1, duplicate_of="nowhere"), "foreign_key", "nowhere"),
    "one of a list": (lambda r: r["relations"][0]["observation_ids"].append("ghost"), "foreign_key", "ghost"),
    "no such operand": (lambda r: put(r, "audits", 0, operand_quantity_ids=["ghost"]), "foreign_key", "ghost"),
    "no such source": (lambda r: put(r, "quantities", 6, source="x.txt"), "foreign_key", "x.txt"),
    "no such document": (lambda r: put(r, "articles", 1, document_id="d0"), "foreign_key", "d0"),
    "finding about none": (lambda r: put(r, "findings", 0, document_id="d0"), "foreign_key", "d0"),
    "rows of a copy": (lambda r: put(r, "documents", 1, status="duplicate"), "foreign_key", "no document that was read"),
    "article of another": (lambda r: put(r, "quantities", 4, article_id=r["articles"][0]["article_id"]), "foreign_key", "another document"),
    "not stated": (unstate, "unstated", "98.5%"),
    "lost": (lambda r: drop(r, "observations", 2), "lost", "east/a.txt"),
    "lost from quarantine": (lambda r: put(r, "quarantine", 0, table_name="facts"), "lost", "west/b.txt"),
    "in both": (lambda r: r["observations"].append({**r["observations_read"][-1], "flags": []}), "twice", "2"),
    "quarantined twice": (lambda r: repeat(r, "quarantine", 0, quarantine_id="k2"), "twice", "2"),
    "never read": (lambda r: repeat(r, "observations", 0, observation_id="new"), "invented", "new"),
    "quarantined article": (lambda r: repeat(r, "quarantine", 0, quarantine_id="k2", table_name="articles"), "quarantine", "k2"),
    "uncovered start": (lambda r: put(r, "articles", 0, start=4), "cover", "before it"),
    "uncovered end": (lambda r: put(r, "articles", 1, end=20), "cover", "rest"),
    "articles overlap": (lambda r: repeat(r, "articles", 0, article_id="z", ordinal=1, start=5), "cover", "overlaps"),
    "no article": (lambda r: drop(r, "articles", 0), "cover", "rest"),
    "article past the end": (lambda r: put(r, "articles", 0, end=900), "offset", "900"),
    "no such kind": (lambda r: put(r, "quantities", 0, kind="guess"), "contract", "guess"),
    "no such measure": (lambda r: put(r, "observations", 0, measure="size"), "contract", "size"),
    "not a number": (lambda r: put(r, "quantities", 0, value=float("nan")), "contract", "nan"),
    "empty string": (lambda r: put(r, "documents", 0, title=""), "contract", "east/a.txt"),
    "read without text": (lambda r: put(r, "documents", 0, text=None), "contract", "east/a.txt"),
    "nothing read": (fail_all, "nothing_read", "bad"),
    "a file without document": (lambda r: drop(r, "documents", 1), "different_inputs", "west/b.txt"),
    "other bytes": (lambda r: put(r, "documents", 0, sha256="0" * 64), "different_inputs", "other bytes"),
    "a document too many": (lambda r: repeat(r, "documents", 0, source="z.txt", status="duplicate"), "different_inputs", "z.txt"),
}  # fmt: skip


# these touch different rows, so one look finds them all
TOGETHER = [
    ["no such unit", "no such indicator", "no such parent", "one of a list", "no such operand", "finding about none"],
    ["no such kind", "no such measure", "not a number", "empty string"],
    ["key twice", "key twice, staged only", "never read", "in both", "quarantined article"],
    ["one character on", "no such source", "articles overlap", "digits in no row"],
]
ALONE = [[name] for name in BREAKS if not any(name in names for names in TOGETHER)]


@pytest.mark.parametrize("names", TOGETHER + ALONE, ids=lambda names: ", ".join(names))
def test_what_blocks(rows: Rows, stage: Stage, names: list[str]) -> None:
    for name in names:
        BREAKS[name][0](rows)
    # the other rules are left out for speed only
    with Views(stage(rows)) as views:
        found = [*rules_spans.check(views)]
        if any(BREAKS[name][1] not in rules_spans.MESSAGES for name in names):
            found += [*same_input(views), *rules_keys.check(views), *nothing_read(views)]
    assert all(violation.count >= 1 and violation.message for violation in found)
    for name in names:
        _, rule, shown = BREAKS[name]
        assert shown in json.dumps([[v.message, v.rows] for v in found if v.rule == rule], ensure_ascii=False), name


def test_a_rule_shows_twenty_rows_and_counts_all(rows: Rows, stage: Stage) -> None:
    put(rows, "documents", 0, text=(rows["documents"][0]["text"] or "") + "，7" * 50)
    put(rows, "articles", 0, end=rows["articles"][0]["end"] + 100)
    violation = broken(stage(rows))["digits"]
    assert (violation.count, len(violation.rows)) == (50, 20)
    assert violation.rows[0]["source"] == "east/a.txt"
    text = rows["documents"][0]["text"]
    assert text[violation.rows[3]["start"] : violation.rows[3]["end"]] == "7"


@pytest.mark.parametrize("name", ["documents", "quantities", "observations_read", "quarantine", "regions"])
def test_a_table_that_is_missing(rows: Rows, stage: Stage, name: str) -> None:
    found = broken(stage(rows, leave_out=(name,)))
    assert found["missing_table"].rows[0]["table"] == name
    assert set(found) == {"missing_table"}


def test_a_table_that_is_broken_or_another(rows: Rows, stage: Stage) -> None:
    staging = stage(rows)
    staging.path("units").write_bytes(b"PAR1 cut short")
    pq.write_table(pa.table({"fact_id": ["f"], "more": [1]}), staging.path("facts"))
    found = broken(staging)
    assert found["missing_table"].rows[0]["table"] == "units"
    assert {"column": "more", "type": "int64"} in found["schema"].rows


def test_a_null_that_no_writer_of_ours_lets_through(rows: Rows, stage: Stage) -> None:
    staging = stage(rows)
    table = staging.read("quantities")
    loose = pa.schema([field.with_nullable(True) for field in table.schema])
    put(rows, "quantities", 2, start=None)
    pq.write_table(pa.Table.from_pylist(rows["quantities"], loose), staging.path("quantities"))
    assert "quantities.start is null" in broken(staging)["contract"].message


def test_rows_that_another_program_shuffled(rows: Rows, stage: Stage) -> None:
    staging = stage(rows)
    table = staging.read("quantities")
    pq.write_table(table.take(list(reversed(range(table.num_rows)))), staging.path("quantities"))
    assert "order" in broken(staging)


def test_tables_of_another_input(rows: Rows, stage: Stage) -> None:
    staging = stage(rows)
    other = Staging(staging.warehouse, "f" * 16)
    staging.folder.rename(other.folder)
    assert "different_inputs" in broken(other)
    (other.folder / "input.json").unlink()
    assert "no input.json" in broken(other)["different_inputs"].message


def test_a_document_out_of_an_archive_is_of_its_file(rows: Rows, stage: Stage) -> None:
    for name in ("documents", "quantities", "observations_read", "observations_sound", "observations", "findings"):
        for row in rows[name]:
            row["source"] = row["source"].replace("b.txt", "b.txt/inner.txt")
    assert verify(stage(rows), None) == []


@pytest.mark.parametrize(
    ("old_documents", "old_observations", "rules"),
    [(2, 4, set()), (2, 5, set()), (2, 6, {"shrink"}), (3, 4, {"shrink"}), (9, 99, {"shrink"}), (1, 1, set())],
)
def test_shrink(
    rows: Rows, stage: Stage, tmp_path: Path, old_documents: int, old_observations: int, rules: set[str]
) -> None:
    current = tmp_path / "current"
    (current / "parquet").mkdir(parents=True)
    many = {"documents": old_documents, "observations": old_observations}
    for name, count in many.items():
        key = TABLES[name].key[0]
        old = [{**rows[name][0], key: f"k{i}"} for i in range(count)]
        pq.write_table(TABLES[name].from_rows(old), current / "parquet" / f"{name}.parquet")
    with Views(stage(rows)) as views:
        assert {violation.rule for violation in shrink(views, current)} == rules


@pytest.mark.parametrize(
    ("old", "message", "row"),
    [
        (
            {"gone.txt": ("d9", "ok", 9)},
            "1 document of the current release is gone (gone.txt). If this",
            ("gone.txt", "is gone", 9, 0),
        ),
        (
            {f"{n}.txt": (f"d{n}", "ok", n) for n in range(1, 6)},
            "5 documents of the current release are gone (5.txt, 4.txt, 3.txt, …). If this",
            ("5.txt", "is gone", 5, 0),
        ),
        (
            {"east/a.txt": ("other", "ok", 8), "copy.txt": ("other", "failed", 0), "gone.txt": ("d9", "duplicate", 0)},
            "1 document of the current release is gone (gone.txt). "
            "1 document of the current release gives fewer statistics (east/a.txt). If this",
            ("east/a.txt", "gives fewer statistics", 8, 3),
        ),
        (
            {"west/b.txt": ("d9", "ok", 7), "renamed.txt": ("east", "ok", 2)},
            "1 document of the current release cannot be read any more (west/b.txt). If this",
            ("west/b.txt", "cannot be read any more", 7, 0),
        ),
    ],
    ids=["gone", "many", "fewer", "failed"],
)
def test_a_release_that_shrank_names_the_documents(
    rows: Rows, stage: Stage, tmp_path: Path, old: dict[str, tuple[str, str, int]], message: str,
    row: tuple[str, str, int, int], request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    east = next(d["document_id"] for d in rows["documents"] if d["source"] == "east/a.txt")
    if "failed" in request.node.callspec.id:
        next(d for d in rows["documents"] if d["source"] == "west/b.txt").update(status="failed", text=None)
        rows["observations"] = [o for o in rows["observations"] if o["source"] != "west/b.txt"]
    current = tmp_path / "current"
    (current / "parquet").mkdir(parents=True)
    documents = [
        {**rows["documents"][0], "source": source, "document_id": east if name == "east" else name, "status": status}
        for source, (name, status, _) in old.items()
    ]
    stated = [
        {**rows["observations"][0], "source": source, "observation_id": f"{source}{n}"}
        for source, (_, _, count) in old.items()
        for n in range(count)
    ]
    for name, made in (("documents", documents), ("observations", stated)):
        pq.write_table(TABLES[name].from_rows(made), current / "parquet" / f"{name}.parquet")
    with Views(stage(rows)) as views:
        violation = next(v for v in shrink(views, current) if "observations instead" in v.message)
    assert message in violation.message
    assert tuple(violation.rows[0].values()) == row


def test_shrink_when_the_current_release_cannot_be_read(rows: Rows, stage: Stage, tmp_path: Path) -> None:
    found = broken(stage(rows), tmp_path)
    assert "--allow-shrink" in found["shrink"].message
    assert broken(stage(rows), tmp_path, allow_shrink=True) == {}


def test_documents_that_could_not_be_read_count_as_fewer(rows: Rows, stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "parquet").mkdir()
    for name in ("documents", "observations"):
        pq.write_table(TABLES[name].from_rows(rows[name]), tmp_path / "parquet" / f"{name}.parquet")
    failed_document(rows)
    shrunk = [row for v in verify(stage(rows), tmp_path) for row in v.rows]
    assert [(row["source"], row["problem"]) for row in shrunk] == [("west/b.txt", "cannot be read any more")] * len(
        shrunk
    )
    assert shrunk


@given(
    text=st.text(st.sampled_from("0７9,.年 \n\u0301\U0001f3eb\U00020bb7\u200d"), max_size=60),
    keep=st.sets(st.integers(0, 30)),
)
def test_digit_runs_in_any_text(text: str, keep: set[int]) -> None:
    """Rows that are exactly the kept runs leave exactly the others to complain of, wherever astral characters stand."""
    runs = list(rules_spans.DIGITS.finditer(text))
    spans = [rules_spans.Span(*run.span(), str(i), run.group()) for i, run in enumerate(runs) if i in keep]
    found = rules_spans.Collected()
    rules_spans.quantities(rules_spans.Document("s", "d", "ok", text), text, spans, found)
    assert found.counts.get("digits", 0) == len(runs) - len(spans)
    assert "offset" not in found.counts and "overlap" not in found.counts


def test_dates_and_numbers_of_a_violation_are_json(rows: Rows, stage: Stage) -> None:
    put(rows, "quantities", 0, comparator="near")
    put(rows, "articles", 0, dated_on=date(2025, 1, 1), start=4)
    json.dumps([violation.rows for violation in verify(stage(rows), None)], allow_nan=False)


def test_a_file_that_rotted(rows: Rows, stage: Stage) -> None:
    staging = stage(rows)
    content = bytearray(staging.path("quantities").read_bytes())
    content[4:400] = bytes(396)
    staging.path("quantities").write_bytes(content)
    with pytest.raises(WarehouseError, match="could not be checked"):
        verify(staging, None)


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("documents", {"byte_size": -1}, "less than 0"),
        ("articles", {"region_code": "999999"}, "not in the table regions"),
        ("quantities", {"unit": "furlong"}, "not in the table units"),
        ("quantities", {"value": 9.0, "value_max": 3.0}, "upside down"),
        ("quantities", {"value": float("inf")}, "no number"),
    ],
)
def test_a_row_that_cannot_be_set_aside_blocks(
    rows: Rows, stage: Stage, name: str, change: dict[str, Any], words: str
) -> None:
    put(rows, name, 0, **change)
    found = broken(stage(rows))
    assert set(found) == {"contract"} and words in found["contract"].rows[0]["reason"]


def test_a_table_is_looked_into_when_a_query_names_it(
    rows: Rows, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    plain = Views._view
    monkeypatch.setattr(Views, "_view", lambda views, name: seen.append(name) or plain(views, name))
    with Views(stage(rows)) as views:
        assert views.one("SELECT count(*) FROM units") == len(rows["units"])
        assert views.one('SELECT count(*) FROM "units" JOIN documents ON true') is not None
        assert [violation.count for violation in views.violations("all", "{n}", "SELECT unit FROM units")] == [
            len(rows["units"])
        ]
    assert seen == ["units", "documents"]


def test_of_parts_a_rule_sees_the_tables_that_it_names(rows: Rows, stage: Stage) -> None:
    """What is remembered of a part stands under the digests of these tables alone."""
    staging = stage(rows)
    cache = Cache(staging.warehouse / FOLDER, staging.fingerprint)
    for name in ("documents", "articles"):
        noted, data = packed({name: TABLES[name].from_rows(rows[name])})
        with staging.in_pieces(name) as table:
            table.add(Entry.made("part", name, noted, data).keep(cache))
    counted = "SELECT count(*) FROM articles"
    with Views(staging) as views:
        assert views.of_parts([0], ["articles"]).one(counted) == len(rows["articles"])
        others = views.of_parts([0], ["quantities"])
        assert others.one("SELECT count(*) FROM documents JOIN units ON true")
        assert not others.have("articles")
        with pytest.raises(duckdb.CatalogException):
            others.one(counted)
        with pytest.raises(LookupError, match="articles"):
            next(others.tables("articles", 9))
        assert views.of_parts([0], ["articles"]).one(counted) == len(rows["articles"])
