"""Facts of whole documents: why each is doubtful, and that their columns tell them apart."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from edu_pipeline.extract import extract_document
from edu_pipeline.quality import audits, contracts, facts, findings, relations
from edu_pipeline.quality.check_list import DOUBTFUL
from edu_pipeline.tables import TABLES

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "data" / "sources").glob("*.txt"))
ANNOTATED = sorted((ROOT / "tests" / "data").rglob("*.txt"))
FEW = ANNOTATED[::30]
KEY = ("region_code", "region_name", "indicator", "education_level", "population", "other_words", "unit",
       "period_start", "period_end", "source", "article")  # fmt: skip


@cache
def made(paths: tuple[Path, ...]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in paths:
        for name, found in extract_document(path.read_bytes(), str(path.relative_to(ROOT))).items():
            rows[name] += found
    read: dict[str, pa.Table] = {name: TABLES[name].from_rows(found) for name, found in rows.items()}
    documents, articles, quantities = (read[name] for name in ("documents", "articles", "quantities"))
    sound, quarantine = contracts.split(read["observations_read"])
    audited = audits.audit(quantities, sound, articles, documents)
    related = relations.relate(sound, articles)
    said = findings.find(documents, articles, quantities, sound, quarantine, audited, related)
    told = facts.facts(findings.with_flags(sound, said), related, articles)
    return {"facts": told.to_pylist(), "findings": said.to_pylist()}


EACH = [
    pytest.param(tuple(SAMPLES), id="samples"),
    pytest.param(tuple(FEW), id="annotated"),
    pytest.param(tuple(ANNOTATED), id="all annotated", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("paths", EACH)
def test_no_fact_is_doubtful_without_a_finding_that_says_why(paths: tuple[Path, ...]) -> None:
    tables = made(paths)
    said = {(f["row_id"], f["check"]) for f in tables["findings"] if f["table_name"] == "observations"}
    doubtful = [fact for fact in tables["facts"] if fact["quality"] == "doubtful"]
    assert len(doubtful) > 5
    for fact in doubtful:
        why = DOUBTFUL & set(fact["flags"])
        assert why and all(any((i, check) in said for i in fact["evidence"]) for check in why), fact
    assert not [fact for fact in tables["facts"] if fact["quality"] == "ok" and DOUBTFUL & set(fact["flags"])]


@pytest.mark.parametrize("paths", EACH)
def test_facts_of_one_key_are_flagged(paths: tuple[Path, ...]) -> None:
    found = defaultdict(list)
    for fact in made(paths)["facts"]:
        found[tuple(fact[name] for name in KEY)].append(fact)
    for alike in found.values():
        assert all(("several_values" in fact["flags"]) == (len(alike) > 1) for fact in alike), alike


def test_one_digit_in_a_file_is_one_change_among_facts() -> None:
    """The file's bytes are others, and so are the ids of all that was read from them: not those of its facts."""
    text = "临泽县教育工作汇报\n\n全县有小学127所、初中12所。专任教师1386人。普惠性幼儿园覆盖率92.5%。\n"

    def of(text: str) -> dict[str, float]:
        rows = extract_document(text.encode(), "a.txt")
        sound = TABLES["observations_sound"].from_rows(rows["observations_read"])
        articles = TABLES["articles"].from_rows(rows["articles"])
        none = TABLES["findings"].from_rows([])
        told = facts.facts(findings.with_flags(sound, none), relations.relate(sound, articles), articles).to_pylist()
        assert all(fact["period_end"] is None for fact in told)
        return {fact["fact_id"]: fact["value"] for fact in told}

    before, after = of(text), of(text.replace("127", "126"))
    assert before.keys() == after.keys() and len(before) == 4
    assert [(before[i], after[i]) for i in before if before[i] != after[i]] == [(127, 126)]
