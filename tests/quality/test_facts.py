"""Facts: repeats merged, conflicts resolved, populations and unknown times kept apart, corrections applied."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_pipeline.quality import correcting, corrections, facts, findings, relations
from edu_pipeline.quality.corrections import Correction
from edu_pipeline.tables import TABLES

NEW = {"article_id": "a2", "document_id": "d2", "source": "b.txt"}
UNKNOWN = {"period_start": None, "period_end": None, "period_basis": "unknown"}
Make = Callable[..., list[dict[str, Any]]]


def made(
    table: pa.Table, articles: pa.Table, correct: tuple[Correction, ...] = (), **flags: list[str]
) -> list[dict[str, Any]]:
    related = relations.relate(table, articles)
    rows = [{**row, "flags": flags.get(row["observation_id"], [])} for row in table.to_pylist()]
    return facts.facts(TABLES["observations"].from_rows(rows), related, articles, correct).to_pylist()


@pytest.fixture
def make(observations: Any, articles: Any) -> Make:
    def run(*rows: dict[str, Any], correct: tuple[Correction, ...] = (), **flags: list[str]) -> list[dict[str, Any]]:
        return made(observations(rows), articles(a1=date(2024, 12, 31), a2=date(2025, 6, 1)), correct, **flags)

    return run


def test_repeats_are_one_fact(observe: Any, make: Make) -> None:
    (fact,) = make(observe(value=97.5), observe(value=97.46, **NEW), observe(value=97.5, **NEW))
    assert (fact["value"], fact["evidence"], fact["n_documents"], fact["quality"]) == (
        97.46,
        ["o001", "o002", "o003"],
        2,
        "ok",
    )


def test_conflict_follows_the_relation(observe: Any, make: Make) -> None:
    (fact,) = make(observe(value=96.2), observe(value=97.5, **NEW))
    assert (fact["value"], fact["evidence"], fact["quality"]) == (97.5, ["o002"], "conflicting")


def test_overruled_value_of_the_last_day_is_no_fact(observe: Any, make: Make) -> None:
    last = {"period_start": date(2024, 12, 31), "period_end": date(2024, 12, 31)}
    (fact,) = make(observe(value=96.2, **last), observe(value=97.5, **NEW))
    assert (fact["value"], fact["quality"]) == (97.5, "conflicting")


def test_siblings_of_a_list_are_doubtful(observe: Any, make: Make) -> None:
    told = make(observe(value=96.2, sentence="s"), observe(value=97.5, sentence="s"))
    assert sorted((f["value"], f["quality"]) for f in told) == [(96.2, "doubtful"), (97.5, "doubtful")]
    assert {tuple(f["flags"]) for f in told} == {("several_values",)}


def test_the_flag_of_siblings_goes_and_comes_with_corrections(observe: Any, make: Make) -> None:
    rows = [observe(value=96.2, sentence="s"), observe(value=97.5, sentence="s")]
    gone = entry(observation="o002", withdraw=True)
    (fact,) = make(*rows, correct=(gone,), o001=["several_values"], o002=["several_values"])
    assert (fact["value"], fact["quality"], fact["flags"]) == (96.2, "ok", [])
    past = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}
    dates = entry(observation="o004", changes=(("period_start", date(2024, 1, 1)), ("period_end", date(2024, 12, 31))))
    told = make(observe(value=96.2, sentence="s"), observe(value=97.5, sentence="s", **past), correct=(dates,))
    assert [(f["quality"], f["flags"]) for f in sorted(told, key=lambda f: f["value"])] == [
        ("doubtful", ["several_values"]),
        ("corrected", ["several_values"]),
    ]


def test_years_are_two_facts(observe: Any, make: Make) -> None:
    past = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}
    assert [f["value"] for f in make(observe(value=96.0, **past), observe(value=97.5))] == [96.0, 97.5]


def test_only_actual_levels_with_code_and_place(observe: Any, make: Make) -> None:
    rows = [
        observe(nature="target"),
        observe(measure="growth"),
        observe(indicator=None),
        observe(region_name=None),
        observe(label="小学六年巩固率", education_level="primary"),
    ]
    assert [f["education_level"] for f in make(*rows)] == ["primary"]


def test_populations_are_two_facts(observe: Any, make: Make) -> None:
    park = {"indicator": "demonstration_kindergartens", "education_level": "pre_primary"}
    told = make(observe("省级示范园", 14, "institution", **park), observe("市级示范园", 87, "institution", **park))
    assert sorted(f["value"] for f in told) == [14, 87] and len({f["fact_id"] for f in told}) == 2
    assert {(f["label"], f["population"]) for f in told} == {("省级示范园", "省级"), ("市级示范园", "市级")}


def test_unknown_time_keeps_articles_apart(observe: Any, make: Make) -> None:
    told = make(observe(**UNKNOWN), observe(**UNKNOWN), observe(**UNKNOWN, **NEW))
    assert [len(f["evidence"]) for f in told] in ([1, 2], [2, 1])
    assert all(f["period_end"] is None for f in told)
    assert {(f["source"], f["article"]) for f in told} == {("a.txt", 0), ("b.txt", 0)}
    (dated,) = make(observe())
    assert (dated["source"], dated["article"]) == (None, None)


def test_words_that_no_list_knows_keep_facts_apart_and_are_seen(observe: Any, make: Make) -> None:
    schools = {"indicator": "institutions", "education_level": "primary"}
    told = make(observe("小学", 43, "institution", **schools), observe("寄予厚望的小学", 12, "institution", **schools))
    assert {(f["value"], f["other_words"] is None) for f in told} == {(43, True), (12, False)}


def test_kinds_that_the_name_of_an_indicator_holds_keep_facts_apart_and_are_seen(observe: Any, make: Make) -> None:
    rates = {"indicator": "project_completion_rate", "education_level": "all"}
    told = make(observe("完工率", 90.29, **rates), observe("投资完成率", 97.06, **rates))
    assert {(f["value"], f["population"], f["other_words"], f["quality"]) for f in told} == {
        (90.29, None, "完工", "ok"),
        (97.06, None, None, "ok"),
    }


# ------------------------------------------------------------------------------------------------ what an id hangs on
def ids(*told: list[dict[str, Any]]) -> list[dict[float, str]]:
    return [{f["value"]: f["fact_id"] for f in facts} for facts in told]


@pytest.mark.parametrize("time", [{}, UNKNOWN])
def test_an_id_does_not_hang_on_bytes_or_value(time: dict[str, Any], observe: Any, make: Make) -> None:
    edited = {"document_id": "d7", "article_id": "a1", "start": 400, "end": 404}
    ((one,), (other,)) = (make(observe(value=v, **more, **time)) for v, more in ((97.5, {}), (97.6, edited)))
    assert one["fact_id"] == other["fact_id"] and one["value"] != other["value"]


def test_an_id_of_siblings_hangs_on_the_label_and_not_on_their_order(observe: Any, make: Make) -> None:
    s = {"sentence": "s", "indicator": "institutions", "education_level": "primary"}
    two = [("小学", 43.0), ("全县小学", 29.0)]
    before, after = ids(
        make(*(observe(label, value, "institution", **s) for label, value in two)),
        make(*(observe(label, value, "institution", **s) for label, value in [("县里小学", 7.0), *two[::-1]])),
    )
    assert before.items() <= after.items() and len(set(after.values())) == 3


def test_an_id_of_siblings_of_one_label_hangs_on_the_value(observe: Any, make: Make) -> None:
    told = ids(
        *(make(*(observe(value=v, sentence="s") for v in values)) for values in ((96.2, 97.5), (95.0, 97.5, 96.2)))
    )
    assert told[0].items() <= told[1].items()


def test_quality_and_flags(observe: Any, make: Make) -> None:
    (fact,) = make(observe(), observe(), o001=["over_100_doubtful"], o002=["stated_twice"])
    assert (fact["quality"], fact["flags"]) == ("doubtful", ["over_100_doubtful", "stated_twice"])
    (fact,) = make(observe(), o001=["stated_twice"], o003=["stated_twice"])
    assert fact["quality"] == "ok"


# ------------------------------------------------------------------------------------------------ corrections
def entry(number: int = 1, **fields: Any) -> Correction:
    plain: dict[str, Any] = {"observation": None, "source": None, "quote": None, "changes": (), "withdraw": False}
    return Correction(**{"number": number, **plain, "reason": "a misprint", "by": "L. Wang", **fields})


def test_override_by_id(observe: Any, make: Make) -> None:
    (fact,) = make(observe(value=97.5), correct=(entry(observation="o001", changes=(("value", 99.5),)),))
    assert (fact["value"], fact["quality"]) == (99.5, "corrected")


def test_correction_ends_a_conflict(observe: Any, make: Make) -> None:
    rows = [observe(value=96.2), observe(value=97.5, **NEW)]
    (fact,) = make(*rows, correct=(entry(observation="o002", withdraw=True),))
    assert (fact["value"], fact["evidence"]) == (96.2, ["o001"])
    (fact,) = make(*rows, correct=(entry(observation="o001", changes=(("value", 97.5),)),))
    assert (fact["value"], fact["evidence"], fact["quality"]) == (97.5, ["o001", "o002"], "corrected")


def test_withdraw_by_quote(observe: Any, make: Make) -> None:
    rows = [
        observe(value=97.5, sentence="义务教育巩固率为 97.5%,居前列。"),
        observe("小学六年巩固率", 98.1, education_level="primary"),
    ]
    withdraw = entry(source="a.txt", quote="巩固率为97.5%", withdraw=True)
    assert [f["value"] for f in make(*rows, correct=(withdraw,))] == [98.1]
    assert len(make(*rows, correct=(entry(source="b.txt", quote="巩固率为97.5%", withdraw=True),))) == 2
    assert len(make(*rows, correct=(entry(source="a.txt", quote="居前列", withdraw=True),))) == 2


@pytest.mark.parametrize(
    ("sentence", "quote", "fits"),
    [
        ("教育投入27.56亿元。", "27.56亿元", True),
        ("教育投入27.56 亿元。", "投入27.56亿元", True),
        ("教育投入27.56亿元。", "教育投入", False),
        ("教育投入27.56亿元。", "7.56亿元", False),
        ("教育投入27.56亿元,其中奖励27.56万元。", "27.56万元", False),
        ("教育投入27.56余亿元。", "27.56余亿元", True),
    ],
)
def test_a_quote_holds_numbers_with_their_magnitude(
    sentence: str, quote: str, fits: bool, observe: Any, observations: Any
) -> None:
    money = {"indicator": "student_aid_amount", "education_level": "all", "unit_text": "元", "value_text": "27.56"}
    row = observe("教育投入", 2_756_000_000.0, "CNY", sentence=sentence, **money)
    found = correcting.matches(observations([row]), [entry(source="a.txt", quote=quote, withdraw=True)])
    assert bool(found[1]) == fits


def test_one_numeral_with_two_magnitudes_is_two_numbers(observe: Any, observations: Any) -> None:
    money = {"indicator": "student_aid_amount", "education_level": "all", "unit_text": "元", "value_text": "27.56"}
    money["sentence"] = "投入27.56亿元,其中奖励27.56万元。"
    rows = [observe("投入", 2_756_000_000.0, "CNY", **money), observe("奖励", 275_600.0, "CNY", **money)]
    whole = entry(source="a.txt", quote="投入27.56亿元,其中奖励27.56万元", changes=(("value", 1.0),))
    (outcome,) = correcting.outcomes(observations(rows), [whole])
    assert outcome.refused is not None and "275600, 2756000000" in outcome.refused


def test_corrections_are_findings(observe: Any, observations: Any) -> None:
    correct = (entry(observation="o001", changes=(("value", 99.5),)), entry(2, observation="gone", withdraw=True))
    found = list(correcting.findings(observations([observe()]), correct))
    assert [(f["check"], f["row_id"]) for f in found] == [("corrected", "o001"), ("correction_unmatched", None)]
    assert "L. Wang" in found[0]["message"] and "a misprint" in found[0]["message"]
    assert list(correcting.findings(observations([observe()]), ())) == []


def test_corrections_reach_the_findings_and_flags(observe: Any, observations: Any, articles: Any) -> None:
    table, dated = observations([observe()]), articles(a1=date(2024, 12, 31))
    nothing = [TABLES[n].from_rows([]) for n in ("documents", "quantities", "quarantine", "audits", "relations")]
    documents, quantities, quarantine, audits, related = nothing
    correct = (entry(observation="o001", withdraw=True),)
    found = findings.find(documents, dated, quantities, table, quarantine, audits, related, correct)
    assert "corrected" in findings.with_flags(table, found)["flags"].to_pylist()[0]


def test_file_of_corrections(tmp_path: Any) -> None:
    path = tmp_path / "corrections.yaml"
    assert corrections.load(path) == ()
    path.write_text("", encoding="utf-8")
    assert corrections.load(path) == ()
    path.write_text(
        "- {observation: o1, set: {value: 99, period_end: 2024-12-31}, reason: 笔误, by: 王}\n", encoding="utf-8"
    )
    (found,) = corrections.load(path)
    assert found.changes == (("period_end", date(2024, 12, 31)), ("value", 99.0)) and found.reason == "笔误"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {observation: o1, withdraw: true, by: 王}", "reason is missing"),
        ("- {observation: o1, withdraw: true, reason: r}", "by is missing"),
        ("- {source: a.txt, withdraw: true, reason: r, by: 王}", "name an observation, or a source and a quote"),
        ("- {observation: o1, reason: r, by: 王}", "give either set"),
        ("- {observation: o1, set: {value: 1}, withdraw: true, reason: r, by: 王}", "give either set"),
        ("- {observation: o1, set: {value: many}, reason: r, by: 王}", "cannot be value"),
        ("- {observation: o1, set: {measure: slope}, reason: r, by: 王}", "cannot be measure"),
        ("- {observation: o1, set: {period_end: soon}, reason: r, by: 王}", "is no date"),
        ("- {observation: o1, set: {sentence: x}, reason: r, by: 王}", "sentence cannot be set"),
        ("- {observation: o1, withdraw: true, why: r, by: 王}", "may only have the keys"),
        ("observation: o1", "must be a list"),
        ("- [", "not readable as YAML"),
    ],
)
def test_wrong_file_says_where(text: str, complaint: str, tmp_path: Any) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(corrections.CorrectionError, match=complaint) as error:
        corrections.load(path)
    assert "corrections.yaml" in str(error.value)


# ------------------------------------------------------------------------------------------------ invariants
@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from([96.2, 97.0, 97.5]), st.booleans(), st.sampled_from([2023, 2024, None])), max_size=9
    )
)
def test_every_actual_level_is_evidence_or_overruled(told: list[tuple[float, bool, int | None]]) -> None:
    rows = []
    for number, (value, second, year) in enumerate(told):
        article = {
            "article_id": f"a{2 if second else 1}",
            "document_id": f"d{2 if second else 1}",
            "source": f"{second}.txt",
        }
        period = (
            {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31), "period_basis": "stated"}
            if year
            else UNKNOWN
        )
        rows.append({
            "observation_id": f"o{number}", "quantity_id": f"q{number}", "start": number, "end": number + 1,
            "region_name": "泽安市", "indicator": "retention_rate", "label": "巩固率", "education_level": "compulsory",
            "measure": "level", "nature": "actual", "comparator": "eq", "value": value, "unit": "%", "value_text": str(value),
            "unit_text": "%", "sentence": f"第{number}句巩固率{value}%。", **article, **period,
        })  # fmt: skip
    table = TABLES["observations_sound"].from_rows(rows)
    articles = TABLES["articles"].from_rows(
        {"article_id": f"a{n}", "document_id": f"d{n}", "ordinal": 0, "start": 0, "end": 9, "complete": True, "dated_on": date(2024 + n, 1, 1)}
        for n in (1, 2)
    )  # fmt: skip
    related = relations.relate(table, articles).to_pylist()
    overruled = {i for r in related if r["relation"] == "conflict" for i in r["observation_ids"]}
    found = made(table, articles)
    evidence = [i for fact in found for i in fact["evidence"]]
    assert len(evidence) == len(set(evidence))
    assert {r["observation_id"] for r in rows} - set(evidence) <= overruled
    assert len({fact["fact_id"] for fact in found}) == len(found)
