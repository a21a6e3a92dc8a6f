"""A page that says what is in a release.

What belongs here: report/index.html, one self-contained page without scripts.  What does not: what is
counted (quality).
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from edu_pipeline import tables
from edu_pipeline.warehouse.files import write_text
from edu_pipeline.warehouse.rules_base import parquet_literal, plain

_EXAMPLES = 10

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
"""


def build(folder: Path, parquet: Path, release_id: str, counts: Mapping[str, int]) -> None:
    """Write `folder`/index.html on the Parquet files in `parquet`.  `counts`: rows by table.  Raises WarehouseError."""
    body = [
        f"<h1>Release {html.escape(release_id)}</h1>",
        "<h2>Tables</h2>",
        _table(
            ("Table", "Rows", "What it holds"),
            [(table.name, counts[table.name], table.description) for table in tables.PUBLISHED],
        ),
        _documents(parquet),
        _findings(parquet),
    ]
    page = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Release {html.escape(release_id)}</title>
<style>{_STYLE}</style>
{"".join(body)}
</html>
"""
    folder.mkdir(exist_ok=True)
    write_text(folder / "index.html", page)


def _documents(parquet: Path) -> str:
    """Documents that could not be read, with the remedy."""
    rows = _query(parquet, "documents", "SELECT source, error FROM {} WHERE status = 'failed' ORDER BY source")
    return "<h2>Not read</h2>" + _table(("Source", "Why, and what to do"), rows) if rows else ""


def _findings(parquet: Path) -> str:
    """Findings by severity and check, the gravest first, with the first messages of each."""
    found = _query(
        parquet,
        "findings",
        """SELECT severity, "check", count(*), list(message ORDER BY source, start, finding_id)[1:10]
        FROM {} GROUP BY 1, 2 ORDER BY 1, 2""",
    )
    if not found:
        return "<h2>Findings</h2><p>None.</p>"
    parts = ["<h2>Findings</h2>"]
    for severity in reversed(tables.SEVERITIES):
        for _, check, count, messages in (row for row in found if row[0] == severity):
            shown = "".join(f"<li>{html.escape(str(plain(message)))}</li>" for message in messages)
            more = f"<li>… and {count - _EXAMPLES} more</li>" if count > _EXAMPLES else ""
            summary = f"<summary>{severity}: {html.escape(str(check))} ({count})</summary>"
            parts.append(f"<details>{summary}<ul>{shown}{more}</ul></details>")
    return "".join(parts)


def _query(parquet: Path, name: str, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as con:
        return con.execute(query.format(f"read_parquet({parquet_literal(parquet / f'{name}.parquet')})")).fetchall()


def _table(heads: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    def cells(tag: str, row: tuple[Any, ...]) -> str:
        return "".join(
            f'<{tag} class="n">{value:,}</{tag}>'
            if isinstance(value, int)
            else f"<{tag}>{html.escape(str(value))}</{tag}>"
            for value in row
        )

    lines = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table><tr>{cells('th', heads)}</tr>{lines}</table>"
