"""Contradictions, updates and repeats planted in whole documents of our own, behind the real reading."""

from typing import Any

import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import contracts, facts, findings, relations
from edu_pipeline.tables import TABLES

REPORT = "临泽县2023年教育事业发展统计公报\n2024年3月5日\n\n{}\n"
SUMMARY = "临泽县教育局2023年工作总结\n2024年1月10日\n\n{}\n"
NEXT_YEAR = "临泽县2024年教育事业发展统计公报\n2025年3月4日\n\n{}\n"
NEIGHBOUR = "高台县2023年教育事业发展统计公报\n2024年3月6日\n\n{}\n"

Related = list[tuple[str, set[float], float | None]]


def tables_of(*documents: str) -> dict[str, Any]:
    rows: dict[str, list[dict[str, Any]]] = {
        n: [] for n in ("documents", "articles", "quantities", "observations_read")
    }
    for number, document in enumerate(documents):
        for name, found in extract_document(document.encode(), f"{number}.txt").items():
            rows[name] += found
    made = {name: TABLES[name].from_rows(found) for name, found in rows.items()}
    sound, quarantine = contracts.split(made["observations_read"])
    return {**made, "sound": sound, "quarantine": quarantine, "relations": relations.relate(sound, made["articles"])}


def related(*documents: str) -> Related:
    """Relation, values and the value followed, but for standards."""
    made = tables_of(*documents)
    values = dict(zip(made["sound"]["observation_id"].to_pylist(), made["sound"]["value"].to_pylist(), strict=True))
    return [
        (r["relation"], {values[i] for i in r["observation_ids"]}, values.get(r["resolved_to"]))
        for r in made["relations"].to_pylist()
        if r["relation"] != "standard_actual"
    ]


PLANTED = [
    ("2023年,全县有小学43所。", "2023年,全县有小学45所。", {43, 45}, 43),  # the newer document is followed
    ("截至2023年底,全县教职工5126人。", "截至2023年底,全县教职工5216人。", {5126, 5216}, 5126),
    ("2023年,全县学前三年毛入园率96.5%。", "2023年,全县学前三年毛入园率95.6%。", {96.5, 95.6}, 96.5),
    ("2023年,全县公办幼儿园42所,民办幼儿园19所。", "2023年,全县公办幼儿园44所,民办幼儿园19所。", {42, 44}, 42),
    ("2023年,全县一般公共预算教育经费8.52亿元。", "2023年,全县一般公共预算教育经费8.25亿元。", {8.52e8, 8.25e8}, 8.52e8),
    ("2023年,全县小学在校生23100人。", "2023年,全县小学在校生23010人。", {23100, 23010}, 23100),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "values", "followed"), PLANTED)
def test_a_planted_contradiction_is_found_and_resolved(
    one: str, other: str, values: set[float], followed: float
) -> None:
    found = related(REPORT.format(one), SUMMARY.format(other))
    assert [(row[1], row[2]) for row in found if row[0] == "conflict"] == [(values, followed)]


def test_a_contradiction_within_one_document() -> None:
    text = "2023年,全县九年义务教育巩固率97.2%。\n\n二、存在问题\n2023年,全县九年义务教育巩固率仅为92.7%。"
    assert [row[:2] for row in related(REPORT.format(text))] == [("conflict", {97.2, 92.7})]


def test_a_conflict_is_a_finding_and_the_fact_follows_its_resolution() -> None:
    made = tables_of(REPORT.format(PLANTED[1][0]), SUMMARY.format(PLANTED[1][1]))
    read = (made["documents"], made["articles"], made["quantities"], made["sound"], made["quarantine"])
    told = findings.find(*read, TABLES["audits"].from_rows([]), made["relations"])
    (one, other) = [row for row in told.to_pylist() if row["check"] == "conflict"]
    assert {one["expected"], other["expected"]} == {"5126"} and {one["found"], other["found"]} == {"5126", "5216"}
    observations = findings.with_flags(made["sound"], told)
    (fact,) = facts.facts(observations, made["relations"], made["articles"]).to_pylist()
    assert (fact["value"], fact["quality"]) == (5126, "conflicting")


NO_CONFLICT = [
    ("another year", REPORT.format("2023年,全县有小学43所。"), NEXT_YEAR.format("2024年,全县有小学41所。"), "update"),
    ("another place", REPORT.format("2023年,全县有小学43所。"), NEIGHBOUR.format("2023年,全县有小学45所。"), None),
    ("a rounded print", REPORT.format("2023年,全县毛入园率96.48%。"), SUMMARY.format("2023年,全县毛入园率96.5%。"), "repeat"),
    ("another grade", REPORT.format("2023年,全县省级示范幼儿园5所。"), SUMMARY.format("2023年,全县市级示范幼儿园12所。"), None),
    ("a part of it", REPORT.format("2023年,全县有小学43所。"), SUMMARY.format("2023年,全县有农村小学31所。"), None),
    ("a target", REPORT.format("2023年,全县巩固率97.2%。"), SUMMARY.format("到2025年,全县巩固率达到98%。"), "target_actual"),
    ("a bound", REPORT.format("2023年,全县巩固率97.2%。"), SUMMARY.format("2023年,全县巩固率97%以上。"), "repeat"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other", "relation"), NO_CONFLICT)
def test_what_is_no_conflict(why: str, one: str, other: str, relation: str | None) -> None:
    kinds = {row[0] for row in related(one, other)}
    assert "conflict" not in kinds and (relation is None or relation in kinds), why


def test_a_level_that_no_word_names_is_no_ground_for_a_conflict() -> None:
    text = "三、高中阶段教育\n高中阶段毛入学率91.2%。\n\n四、高等教育\n普通高校4所,在校生2.69万人,毛入学率42.5%。"
    assert "conflict" not in {row[0] for row in related(REPORT.format(text))}
