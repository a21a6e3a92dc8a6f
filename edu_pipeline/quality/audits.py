"""The arithmetic that documents state, recomputed: the table `audits`.

What belongs here: which articles are audited, the order of the kinds, trials as rows, and the tally.  What does not:
how the relations of one kind are found in sentences (audit_sums, audit_excess, audit_runs, audit_shares, audit_coverage, audit_ratios,
audit_changes, audit_means, audit_repeats) and in tables (audit_tables, audit_table_parts), and how far a printed number may be off
(tolerance).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pyarrow as pa

from edu_pipeline.identity import short_hash
from edu_pipeline.quality import (
    audit_changes,
    audit_coverage,
    audit_excess,
    audit_means,
    audit_ratios,
    audit_repeats,
    audit_runs,
    audit_shares,
    audit_sums,
    audit_table_parts,
    audit_tables,
)
from edu_pipeline.quality.audit_grid import Grid, grids
from edu_pipeline.quality.audit_layout import passages
from edu_pipeline.quality.audit_text import Passage
from edu_pipeline.quality.audit_trial import Log, Trial
from edu_pipeline.schema import AUDIT_KINDS
from edu_pipeline.tables import TABLES


def audit(quantities: pa.Table, observations_sound: pa.Table, articles: pa.Table, documents: pa.Table) -> pa.Table:
    """Recompute what every article states.

    All four are tables of tables.py; only `documents.text` is read of the documents, and articles of a document
    without text are passed over.  An article that copies another (`duplicate_of`) is not audited.  Returns the table
    `audits`.  Linear in the length of the texts.
    """
    return TABLES["audits"].from_rows(_rows(examine(quantities, observations_sound, articles, documents).trials))


def coverage(
    quantities: pa.Table, observations_sound: pa.Table, articles: pa.Table, documents: pa.Table
) -> dict[str, Any]:
    """How many relations were looked for, tried and not tried, in all and by kind.

    Keys `looked_for`, `tried`, `untried`, `verdicts` (verdict -> count), `by_kind` (kind -> the same four, and
    `reasons`: why a relation could not be tried -> count), `articles` and `copies` (articles passed over).
    """
    log = examine(quantities, observations_sound, articles, documents)
    copies = articles.num_rows - articles["duplicate_of"].null_count
    return {**tally(log), "articles": articles.num_rows - copies, "copies": copies}


def examine(quantities: pa.Table, observations_sound: pa.Table, articles: pa.Table, documents: pa.Table) -> Log:
    """All trials of a corpus, and why other relations could not be tried."""
    log = Log()
    for one in examine_each(quantities, observations_sound, articles, documents).values():
        log.trials += one.trials
        log.untried += one.untried
    return log


def examine_each(
    quantities: pa.Table, observations_sound: pa.Table, articles: pa.Table, documents: pa.Table
) -> dict[str, Log]:
    """The same by document, in the order of their ids."""
    texts: dict[str, str] = {}
    for document_id, text in zip(documents["document_id"].to_pylist(), documents["text"].to_pylist(), strict=True):
        if text is not None:
            texts.setdefault(document_id, text)
    by_article: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in quantities.to_pylist():
        by_article[row["article_id"]].append(row)
    periods = audit_repeats.periods(observations_sound)
    logs: dict[str, Log] = {}
    for article in sorted(articles.to_pylist(), key=lambda a: (a["document_id"], a["ordinal"])):
        if article["duplicate_of"] is None and article["document_id"] in texts:
            rows = sorted(by_article[article["article_id"]], key=lambda r: r["start"])
            log = logs.setdefault(article["document_id"], Log())
            text = texts[article["document_id"]]
            tables = list(grids(article, text, rows))
            for table in tables:
                audit_tables.find(table, log)
                audit_table_parts.find(table, log)
            laid_out = list(passages(article, text, rows))
            _examine_sentences(list(passages(article, text, _outside(rows, tables))) if tables else laid_out, log)
            audit_repeats.find(laid_out, periods, log)
    return logs


def _outside(rows: list[dict[str, Any]], tables: list[Grid]) -> list[dict[str, Any]]:
    """The quantities that stand in no cell of a table."""
    inside = {f.quantity_id for table in tables for f in table.passage.figures}
    return [row for row in rows if row["quantity_id"] not in inside]


def _examine_sentences(laid_out: list[Passage], log: Log) -> None:
    for passage in laid_out:
        changes, moves = audit_changes.find(passage, log)
        joined = audit_sums.find(passage, log)
        audit_excess.find(passage, joined, log)
        audit_runs.find(passage, log, joined)
        audit_shares.find(passage, changes, moves, log)
        audit_ratios.find(passage, log)
        audit_coverage.find(passage, log)
        audit_means.find(passage, log)


def tally(log: Log) -> dict[str, Any]:
    """The counts of a log, in a fixed order."""
    unique = list({_key(t): t for t in log.trials}.values())
    by_kind: dict[str, Any] = {}
    for kind in AUDIT_KINDS:
        tried = [t for t in unique if t.kind == kind]
        reasons = {reason: n for (k, reason), n in sorted(log.untried.items()) if k == kind}
        by_kind[kind] = {
            "looked_for": len(tried) + sum(reasons.values()),
            "tried": len(tried),
            "untried": sum(reasons.values()),
            "verdicts": _verdicts(tried),
            "reasons": reasons,
        }
    sums = {name: sum(counts[name] for counts in by_kind.values()) for name in ("looked_for", "tried", "untried")}
    return {**sums, "verdicts": _verdicts(unique), "by_kind": by_kind}


def _verdicts(trials: list[Trial]) -> dict[str, int]:
    return dict(sorted(Counter(t.verdict for t in trials).items()))


def _key(trial: Trial) -> tuple[str, ...]:
    claim = trial.claim.quantity_id if trial.claim else ""
    return (trial.kind, claim, *(f.quantity_id for f in trial.operands))


def _rows(trials: list[Trial]) -> list[dict[str, Any]]:
    """One row per relation; where two rules found it, the first one's."""
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for trial in trials:
        key = _key(trial)
        if key in rows:
            continue
        quoted = trial.quoted or (*trial.operands, *([trial.claim] if trial.claim else []))
        rows[key] = {
            "audit_id": short_hash(trial.passage.document_id, *key),
            "document_id": trial.passage.document_id,
            "article_id": trial.passage.article_id,
            "kind": trial.kind,
            "claim_quantity_id": trial.claim.quantity_id if trial.claim else None,
            "operand_quantity_ids": [f.quantity_id for f in trial.operands],
            "claimed": trial.claimed,
            "computed": float(trial.computed),
            "tolerance": float(trial.tolerance),
            "verdict": trial.verdict,
            "explanation": trial.explanation,
            "sentence": trial.passage.sentence_text(quoted),
        }
    return list(rows.values())
