"""Links from an asset to its code and to its table's documentation, and docs/tables.md, which is made from tables.py.

What belongs here: the page of tables, its anchors and lines, references to code.  What does not: the meanings (tables).

`python -m edu_pipeline.documentation` writes docs/tables.md.
"""

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import dagster as dg

from edu_pipeline.schema import SCHEMA_VERSION, Column, Table
from edu_pipeline.settings import CHECKOUT
from edu_pipeline.tables import TABLES

PAGE = CHECKOUT / "docs" / "tables.md"
_HEAD = f"""# The tables

Made from `edu_pipeline/tables.py` by `python -m edu_pipeline.documentation`; do not edit. Schema version
{SCHEMA_VERSION} ([what changed when](schema-changes.md)). Null means "not known" or "does not apply". Values are in base
units (persons, yuan, square metres, percent). Offsets count Unicode code points of `documents.text`, half open.

"""


def page() -> str:
    """The whole of docs/tables.md."""
    published = [table for table in TABLES.values() if table.published]
    staged = [table for table in TABLES.values() if not table.published]
    lines = [_HEAD + "Published with every release: " + ", ".join(f"[{t.name}](#{t.name})" for t in published) + "."]
    lines += ["Staged only: " + ", ".join(f"[{t.name}](#{t.name})" for t in staged) + "."]
    for table in (*published, *staged):
        lines += ["", *_section(table)]
    return "\n".join(lines) + "\n"


def _section(table: Table) -> Iterator[str]:
    yield from (f"## {table.name}", "", table.description, "")
    yield f"Key: {', '.join(f'`{name}`' for name in table.key)}. Rows are in the order of {', '.join(f'`{n}`' for n in table.order)}."
    yield from ("", "| column | type | null | meaning |", "|---|---|---|---|")
    points = {foreign.column: foreign.table for foreign in table.foreign_keys}
    for column in table.columns:
        yield f"| {column.name} | {column.type} | {'✓' if column.nullable else ''} | {_meaning(column, points)} |"


def _meaning(column: Column, points: dict[str, str]) -> str:
    words = [column.description.replace("|", "\\|").rstrip(".")]
    if column.unit:
        words.append(f"Unit: {column.unit}")
    if column.values:
        words.append("One of " + ", ".join(f"`{value}`" for value in column.values))
    if column.name in points:
        words.append(f"Key of [{points[column.name]}](#{points[column.name]})")
    return ". ".join(words)


def documented(assets: Sequence[Any], repository_url: str = "") -> list[dg.AssetsDefinition]:
    """Assets with references to their code and to the section of docs/tables.md about their table.

    Without `repository_url` they are files of this checkout, which the UI opens in an editor; with one (an address of
    the form https://host/owner/name/tree/branch) they are addresses, and the documentation is a link too.
    """
    lines = _lines()
    with warnings.catch_warnings():
        # a beta feature of Dagster, which says so once for each reference
        warnings.simplefilter("ignore", dg.BetaWarning)
        return [
            one.map_asset_specs(lambda spec: _linked(spec, lines, repository_url))
            for one in dg.with_source_code_references(assets)
            if isinstance(one, dg.AssetsDefinition)
        ]


def _lines() -> dict[str, int]:
    """The line of the page that each table's section begins at."""
    found = {}
    for number, line in enumerate(page().splitlines(), 1):
        if line.startswith("## "):
            found[line.removeprefix("## ")] = number
    return found


def _linked(spec: dg.AssetSpec, lines: dict[str, int], repository_url: str) -> dg.AssetSpec:
    name = spec.key.path[-1]
    base = repository_url.rstrip("/")
    references = list(spec.metadata["dagster/code_references"].code_references)
    metadata: dict[str, Any] = {}
    if name in lines:
        label = f"{PAGE.name}, {name}"
        references.append(dg.LocalFileCodeReference(file_path=str(PAGE), line_number=lines[name], label=label))
        metadata["documentation"] = (
            dg.MetadataValue.url(f"{base}/docs/tables.md#{name}") if base else dg.MetadataValue.path(f"{PAGE}#{name}")
        )
    if base:
        references = [_at(reference, base) for reference in references]
    metadata["dagster/code_references"] = dg.CodeReferencesMetadataValue(code_references=references)
    return spec.merge_attributes(metadata=metadata)


def _at(reference: Any, base: str) -> Any:
    if not isinstance(reference, dg.LocalFileCodeReference):
        return reference
    path = Path(reference.file_path).resolve().relative_to(CHECKOUT).as_posix()
    return dg.UrlCodeReference(url=f"{base}/{path}#L{reference.line_number or 1}", label=reference.label)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} is written")
