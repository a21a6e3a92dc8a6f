"""What the index says at a glance: totals, checks and documents, now and in the release before.

What belongs here: counting the published tables, and comparing two releases.  What does not: single rows (listings).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edu_pipeline.quality.check_list import CHECKS
from edu_pipeline.report import kept, words
from edu_pipeline.report.corpus import Corpus, Row
from edu_pipeline.report.plots import Bar, bars
from edu_pipeline.schema import QUALITIES, SEVERITIES, VERDICTS

DRAWN = 12
"""Bars of a plot; a plot says when there are more."""
GRAVEST_FIRST = tuple(reversed(SEVERITIES))


@dataclass(frozen=True)
class Total:
    """A count with its name, what it consists of, and how much it was in the release before."""

    name: str
    count: int
    parts: str = ""
    before: int | None = None

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.count - self.before


@dataclass(frozen=True)
class CheckCount:
    """A check that complained, now or before."""

    code: str
    severity: str
    description: str
    count: int
    before: int | None = None

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.count - self.before


@dataclass(frozen=True)
class Plot:
    """A drawing with its heading; `note` says what it leaves out."""

    title: str
    svg: str
    note: str = ""
    series: Sequence[str] = field(default_factory=tuple)


def totals(corpus: Corpus, compared: bool) -> list[Total]:
    """The figures at the top."""
    by = {
        "Documents": ("documents", "status", {"duplicate": "copied", "failed": "not read"}),
        "Numbers": ("quantities", "kind", {kind: said.lower() + "s" for kind, (said, _) in words.KINDS.items()}),
        "Statistics": ("observations", "nature", {"actual": "actual", "target": "targets"}),
        "Facts": ("facts", "quality", {quality: quality for quality in QUALITIES if quality != "ok"}),
        "Recomputed": ("audits", "verdict", {verdict: verdict for verdict in VERDICTS}),
        "Findings": ("findings", "severity", {s: words.SEVERITIES[s][0].lower() for s in GRAVEST_FIRST}),
        "Quarantined": ("quarantine", "table_name", {}),
    }
    then = corpus.pairs("SELECT name, n FROM before_counts") if compared else {}
    found = []
    for name, (table, column, said) in by.items():
        counts = corpus.pairs(f"SELECT {column}, count(*) FROM {table} GROUP BY 1")
        parts = ", ".join(f"{counts[value]:,} {word}" for value, word in list(said.items())[:4] if counts.get(value))
        found.append(Total(name, sum(counts.values()), parts, then.get(table)))
    return found


def checks(corpus: Corpus, compared: bool) -> list[CheckCount]:
    """Every check that complains, now or before: the gravest first, then by count."""
    query = 'SELECT "check", severity, count(*) AS n FROM {} GROUP BY ALL'
    now = {(row["check"], row["severity"]): row["n"] for row in corpus.rows(query.format("findings"))}
    then = (
        {(r["check"], r["severity"]): r["n"] for r in corpus.rows(query.format("before_findings"))} if compared else {}
    )
    found = [
        CheckCount(code, severity, _meaning(code), now.get((code, severity), 0), then.get((code, severity), 0) if compared else None)
        for code, severity in {**now, **then}
    ]  # fmt: skip
    return sorted(found, key=lambda check: (GRAVEST_FIRST.index(check.severity), -check.count, check.code))


def _meaning(code: str) -> str:
    return CHECKS[code].description if code in CHECKS else ""


def documents(corpus: Corpus) -> list[Row]:
    """One row per source: what stands in it, and its findings by severity."""
    return corpus.rows(
        """
        WITH articles_of AS (
            SELECT document_id, count(*) AS articles,
                list(region_name ORDER BY ordinal) FILTER (region_name IS NOT NULL) AS places, max(dated_on) AS dated_on
            FROM articles GROUP BY 1),
        numbers AS (SELECT source, count(*) AS numbers FROM quantities GROUP BY 1),
        stated AS (SELECT source, count(*) AS statistics FROM observations GROUP BY 1),
        complaints AS (
            SELECT source, count(*) FILTER (severity = 'error') AS error,
                count(*) FILTER (severity = 'warning') AS warning, count(*) FILTER (severity = 'info') AS info
            FROM findings WHERE source IS NOT NULL GROUP BY 1),
        apart AS (SELECT document_id, count(*) AS quarantined FROM quarantine GROUP BY 1)
        SELECT d.source, d.document_id, d.title, d.publisher, d.published_on, d.status, d.error AS problem, d.rights,
            d.document_number, d.text IS NOT NULL AS has_text, coalesce(a.articles, 0) AS articles,
            a.places, a.dated_on,
            coalesce(numbers, 0) AS numbers, coalesce(statistics, 0) AS statistics,
            coalesce(c.error, 0) AS error, coalesce(c.warning, 0) AS warning, coalesce(c.info, 0) AS info,
            CASE WHEN d.status = 'ok' THEN coalesce(quarantined, 0) ELSE 0 END AS quarantined
        FROM documents d LEFT JOIN articles_of a USING (document_id) LEFT JOIN numbers USING (source)
            LEFT JOIN stated USING (source) LEFT JOIN complaints c USING (source) LEFT JOIN apart USING (document_id)
        ORDER BY d.source"""
    )


def plots(found: Sequence[CheckCount], rows: Sequence[Row], compared: bool) -> list[Plot]:
    """The drawings of the index: findings by check, by document, and against the release before."""
    drawn = [_by_check(found), _by_document(rows), _spread(rows)]
    if compared:
        drawn.append(_against(found))
    return [plot for plot in drawn if plot.svg]


def _by_check(found: Sequence[CheckCount]) -> Plot:
    there = [check for check in found if check.count]
    rows = [
        Bar(c.code, [(c.severity, c.count)], f"{c.code}: {c.count:,} {c.severity}", f"#findings/check={c.code}")
        for c in there[:DRAWN]
    ]
    title = "Findings by check"
    return Plot(title, bars(rows, title), _left_out(len(there), "checks, in the list below"), GRAVEST_FIRST)


def _by_document(documents_: Sequence[Row]) -> Plot:
    there = [row for row in documents_ if row["error"] + row["warning"] + row["info"]]
    there.sort(key=lambda row: (-row["error"], -row["warning"], -row["info"], row["source"]))
    rows = [
        Bar(
            row["title"] or row["source"],
            [(severity, row[severity]) for severity in GRAVEST_FIRST],
            f"{row['title'] or row['source']}: " + ", ".join(f"{row[s]:,} {words.SEVERITIES[s][0].lower()}" for s in GRAVEST_FIRST),
            kept.name(row["document_id"]),
        )
        for row in there[:DRAWN]
    ]  # fmt: skip
    title = "Documents to look at first"
    return Plot(title, bars(rows, title), _left_out(len(there), "documents, in the table below"), GRAVEST_FIRST)


def _spread(documents_: Sequence[Row]) -> Plot:
    """How many documents have how many errors and warnings: only worth a drawing when there are many."""
    if len(documents_) <= DRAWN:
        return Plot("", "")
    steps = [(0, 0), (1, 1), (2, 5), (6, 10), (11, 20), (21, 50), (51, 100), (101, None)]
    rows = []
    for low, high in steps:
        name = str(low) if low == high else f"over {low - 1}" if high is None else f"{low} to {high}"
        counted = [row["error"] + row["warning"] for row in documents_]
        count = sum(low <= n and (high is None or n <= high) for n in counted)
        rows.append(Bar(name, [("now", count)], f"{count:,} documents have {name} errors and warnings"))
    title = "Documents by number of errors and warnings"
    return Plot(title, bars(rows, title))


def _against(found: Sequence[CheckCount]) -> Plot:
    changed = [check for check in found if check.change]
    changed.sort(key=lambda check: (-abs(check.change or 0), check.code))
    rows = []
    for check in changed[:DRAWN]:
        said = f"{check.code}: {check.before:,} before, {check.count:,} now"
        rows.append(Bar(check.code, [("before", check.before or 0)], said, f"#findings/check={check.code}"))
        rows.append(Bar("", [("now", check.count)], said, f"#findings/check={check.code}"))
    title = "Findings by check, against the release before"
    return Plot(title, bars(rows, title), _left_out(len(changed), "checks that changed"), ("before", "now"))


def _left_out(count: int, what: str) -> str:
    return f"{count - DRAWN:,} more {what}" if count > DRAWN else ""
