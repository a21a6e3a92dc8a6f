"""The scores of the reading on annotated documents, kept from falling.

Needs the scorer that lies beside the checkout, and skips without it.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from edu_pipeline.extract import extract_document

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"

# folder of documents, or a pattern of their names in it, annotation, least scores
Set = tuple[Path, Path, dict[str, Any]]


def of_evaluation(pattern: str, least: dict[str, Any]) -> Set:
    folder = ROOT / "tests" / "data" / "evaluation"
    return folder / pattern, folder / "gold.jsonl", least


SETS: dict[str, Set] = {
    "seeds": (
        SHARED / "seeds",
        SHARED / "gold" / "seeds.jsonl",
        {"accounted": 100, "kind": 96, "statistic": (97, 96), "value": 98, "unit": 98, "comparator": 98, "place": 98,
         "time": 97, "indicator": 96, "undated": 96, "exact": 96},
    ),
    "samples": (ROOT / "data" / "sources", ROOT / "tests" / "data" / "samples.jsonl", {"accounted": 100, "kind": 96, "time": 93, "exact": 89}),
    "evaluation": of_evaluation("[a-j][0-9]*.txt", {"accounted": 99.9, "kind": 98, "statistic": (99, 99), "place": 98, "time": 96, "undated": 94, "exact": 92}),
    "digests, notices, lists and tables typed by hand": of_evaluation("[k-npq]*.txt", {"accounted": 100, "kind": 98, "statistic": (98, 98), "place": 97, "time": 93, "undated": 89, "exact": 86}),
    "papers of every sort, written to be unlike": of_evaluation("[rs]*.txt", {"accounted": 99.9, "kind": 97, "statistic": (98, 98), "place": 98, "time": 95, "undated": 94, "exact": 93}),
    "papers of every sort, once more": of_evaluation("x*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "place": 97, "time": 93, "undated": 93, "exact": 91}),
    "pages as they stand on the web": of_evaluation("w[0-9]*.txt", {"accounted": 100, "kind": 93, "statistic": (99, 91), "place": 96, "time": 94, "undated": 87, "exact": 85}),
    "pages of the web, line by line": of_evaluation("v*.txt", {"accounted": 98.5, "kind": 92, "statistic": (98, 97), "place": 99, "time": 94, "undated": 85, "exact": 84}),
    "pages of the web, headlines first": of_evaluation("u*.txt", {"accounted": 99.8, "kind": 94, "statistic": (98, 95), "place": 97, "time": 90, "undated": 91, "exact": 88}),
    "papers of places far apart": of_evaluation("[oy]*.txt", {"accounted": 100, "kind": 97, "statistic": (98, 98), "place": 96, "time": 93, "undated": 90, "exact": 87}),
    "papers that nobody has read for mistakes": of_evaluation("t[0-9]*.txt", {"accounted": 100, "kind": 95, "statistic": (97, 99), "place": 98, "time": 92, "undated": 92, "exact": 86}),
    "bulletins, pasted tables, plans and notices with cells of words": of_evaluation("ta*.txt", {"accounted": 100, "kind": 99, "statistic": (99, 99), "place": 97, "time": 97, "undated": 95, "exact": 93}),
    "pages of the web, of every sort": of_evaluation("z*.txt", {"accounted": 99.9, "kind": 97, "statistic": (98, 99), "place": 99, "time": 95, "undated": 92, "exact": 91}),
    "pages of the web, of every sort, once more": of_evaluation("wa*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "place": 99, "time": 96, "undated": 93, "exact": 91}),
    "pages of the web, broken over lines": of_evaluation("wb*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "place": 98, "time": 92, "undated": 93, "exact": 90}),
    "papers of six genres": of_evaluation("ga*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "place": 97, "time": 93, "undated": 93, "exact": 91}),
    "pages of the web, from letters to plans": of_evaluation("wc*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "place": 97, "time": 95, "undated": 94, "exact": 93}),
    "tables, bulletins and plans": of_evaluation("tb*.txt", {"accounted": 99.9, "kind": 99, "statistic": (99, 99), "unit": 99, "place": 99, "time": 98, "undated": 94, "exact": 93}),
    "papers of six genres, once more": of_evaluation("gb*.txt", {"accounted": 100, "kind": 99, "statistic": (99, 99), "place": 98, "time": 96, "undated": 93, "exact": 92}),
    "pages of the web, furnished as sites are": of_evaluation("wd*.txt", {"accounted": 99.9, "kind": 96, "statistic": (97, 99), "place": 99, "time": 94, "undated": 93, "exact": 90}),
    "tables, bulletins and plans, once more": of_evaluation("tc*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "unit": 98, "place": 99, "time": 97, "undated": 97, "exact": 96}),
    "short papers of six genres": of_evaluation("gc*.txt", {"accounted": 100, "kind": 96, "statistic": (98, 98), "place": 98, "time": 93, "undated": 93, "exact": 89}),
    "pages of the web, from posts to data sets": of_evaluation("we*.txt", {"accounted": 100, "kind": 95, "statistic": (98, 98), "place": 98, "time": 93, "undated": 93, "exact": 90}),
    "pages of the web, dated in many ways": of_evaluation("wf*.txt", {"accounted": 100, "kind": 95, "statistic": (98, 99), "unit": 98, "place": 99, "time": 93, "undated": 92, "exact": 88}),
    "papers of six genres, a fourth time": of_evaluation("gd*.txt", {"accounted": 99.9, "kind": 97, "statistic": (99, 99), "unit": 98, "place": 98, "time": 96, "undated": 95, "exact": 94}),
    "tables, bulletins and plans, a third time": of_evaluation("td*.txt", {"accounted": 99.9, "kind": 99, "statistic": (99, 99), "unit": 99, "place": 99, "time": 97, "undated": 97, "exact": 95}),
    "tables, bulletins and plans, in odd layouts": of_evaluation("te*.txt", {"accounted": 100, "kind": 98, "statistic": (99, 99), "unit": 99, "place": 99, "time": 98, "undated": 97, "exact": 97}),
    "pages of the web, with what a site counts of itself": of_evaluation("w[gh]*.txt", {"accounted": 99.9, "kind": 98, "statistic": (99, 99), "unit": 99, "place": 99, "time": 98, "undated": 95, "exact": 94}),
    "papers of six genres, from reports to pasted tables": of_evaluation("g[ef]*.txt", {"accounted": 99.9, "kind": 98, "statistic": (99, 99), "unit": 98, "place": 99, "time": 97, "undated": 96, "exact": 96}),
    "papers of six genres, a fifth time": of_evaluation("gg*.txt", {"accounted": 99.7, "kind": 96, "statistic": (98, 98), "unit": 97, "place": 97, "time": 94, "undated": 94, "exact": 93}),
    "pages of the web, of sorts not seen before": of_evaluation("wi*.txt", {"accounted": 100, "kind": 97, "statistic": (99, 98), "unit": 96, "place": 96, "time": 91, "undated": 92, "exact": 88}),
    "hard": (
        ROOT / "tests" / "data" / "hard",
        ROOT / "tests" / "data" / "hard" / "gold.jsonl",
        {"accounted": 99.5, "kind": 79, "statistic": (92, 79), "time": 83, "undated": 53, "exact": 47},
    ),
}  # fmt: skip


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_scores(name: str) -> None:
    folder, annotation, least = SETS[name]
    if not (SCORER.exists() and annotation.exists()):
        pytest.skip("needs the scorer beside the checkout")
    score = scorer()
    quantities: list[dict[str, Any]] = []
    observations: list[dict[str, Any]] = []
    paths = sorted(folder.glob("*.txt") if folder.is_dir() else folder.parent.glob(folder.name))
    for path in paths:
        rows = extract_document(path.read_bytes(), path.name)
        quantities += rows["quantities"]
        observations += rows["observations_read"]
    annotated = score.load_gold([annotation])
    bare = [path.name for path in paths if not any(path.name.startswith(key) for key in annotated)]
    assert paths and not bare, f"without annotation: {bare}"
    gold = {key: rows for key, rows in annotated.items() if any(path.name.startswith(key) for path in paths)}
    keys = sorted(gold, key=len, reverse=True)
    result, _ = score.score(
        gold, quantities, observations, lambda row: next((k for k in keys if row["source"].startswith(k)), None)
    )
    for measure, floor in least.items():
        reached = result[measure]
        if isinstance(floor, tuple):
            assert reached["precision"] >= floor[0] and reached["recall"] >= floor[1], (measure, reached)
        else:
            assert (reached["f1"] if isinstance(reached, dict) else reached) >= floor, (measure, reached)
