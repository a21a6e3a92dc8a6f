"""`edu-pipeline releases`: listing, comparing, going back.

What belongs here: options and words.  What does not: the work (warehouse.keeping, warehouse.compare).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from edu_pipeline.commands.shared import (
    Json,
    Warehouse,
    WrongCall,
    console_for,
    print_json,
    warehouse_folder,
    words_for_errors,
)

if TYPE_CHECKING:
    from edu_pipeline.warehouse.compare import Change, Difference, Group
    from edu_pipeline.warehouse.release import Release

GROUPS_SHOWN = 15
_NAMING = "its number, its id or the beginning of it, current, or previous"

app = typer.Typer(
    help="List the releases of a warehouse, the oldest first; compare two; go back to one.",
    epilog="Example: edu-pipeline releases --warehouse data/warehouse\n\n"
    "Example: edu-pipeline releases diff previous current\n\n"
    "Example: edu-pipeline releases rollback 3",
    invoke_without_command=True,
)


@app.callback()
def releases(context: typer.Context, warehouse: Warehouse = None, as_json: Json = False) -> None:
    """List the releases of a warehouse, the oldest first."""
    context.obj = warehouse
    if context.invoked_subcommand is not None:
        return
    with words_for_errors(console_for(stderr=True), warehouse):
        from edu_pipeline.warehouse import release

        folder = warehouse_folder(warehouse)
        current = release.open_release(folder).release_id
        rows = [
            {"release": r.release_id, "current": r.release_id == current, "published": r.created}
            | ({"without_text": True} if r.without_text else {})
            | {"schema_version": r.schema_version, **r.counts}
            for r in release.releases(folder)
        ]
        if as_json:
            print_json(rows)
            return
        for row in rows:
            mark = "*" if row["current"] else " "
            counts = ", ".join(
                f"{row.get(name, 0):,} {name}" for name in ("documents", "observations", "facts", "findings")
            )
            notice = "  (without text)" if row.get("without_text") else ""
            typer.echo(f"{mark} {row['release']}  {row['published']}  {counts}{notice}")


@app.command(epilog="Example: edu-pipeline releases diff previous current --table facts")
def diff(
    context: typer.Context,
    before: Annotated[str, typer.Argument(metavar="A", help=f"A release: {_NAMING}.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The release to hold against it.")],
    table: Annotated[
        str | None, typer.Option("--table", metavar="TABLE", help="Show rows of this table that differ.")
    ] = None,
    rows: Annotated[int, typer.Option("--rows", min=1, help="How many of them.")] = 20,
    warehouse: Warehouse = None,
    as_json: Json = False,
) -> None:
    """Say which rows B has and A had not, which it lacks, and which changed: by table, indicator and place."""
    warehouse = warehouse or context.obj
    with words_for_errors(console_for(stderr=True), warehouse):
        from edu_pipeline import tables
        from edu_pipeline.warehouse import compare

        folder = warehouse_folder(warehouse)
        names = [one.name for one in tables.PUBLISHED]
        if table is not None and table not in names:
            raise WrongCall(f"There is no table {table}: the tables are {', '.join(names)}.")
        old, new = _named(folder, before), _named(folder, after)
        found = compare.compare(old, new)
        shown = compare.rows(old, new, table, rows) if table else []
        if as_json:
            print_json(_as_json(found, table, shown))
        else:
            _show(console_for(), found, table, shown)


@app.command(epilog="Example: edu-pipeline releases rollback previous")
def rollback(
    context: typer.Context,
    release: Annotated[str, typer.Argument(metavar="RELEASE", help=f"The release to go back to: {_NAMING}.")],
    warehouse: Warehouse = None,
) -> None:
    """Make an older release the current one, at once for all readers."""
    warehouse = warehouse or context.obj
    with words_for_errors(console_for(stderr=True), warehouse):
        from edu_pipeline.warehouse import keeping

        folder = warehouse_folder(warehouse)
        wanted = _named(folder, release)
        found, moved = keeping.roll_back(folder, wanted.release_id)
        if not moved:
            typer.echo(f"{found.release_id} is the current release already.")
            return
        typer.echo(
            f"{found.release_id} is the current release now; the one before it stays where it is.\n"
            "The next refresh publishes the documents as they are then, under a new number. To stay with this release"
            " until the cause is mended, turn the schedule (or sensor) off in Dagster's UI."
        )


def _named(warehouse: Path, word: str) -> "Release":
    from edu_pipeline.warehouse import keeping
    from edu_pipeline.warehouse.release import ReleaseMissing

    try:
        return keeping.find(warehouse, word)
    except ReleaseMissing as error:
        raise WrongCall(str(error)) from error


def _as_json(found: "Difference", table: str | None, shown: list[dict[str, Any]]) -> dict[str, Any]:
    def about(release: "Release") -> dict[str, Any]:
        return {name: getattr(release, name) for name in ("release_id", "created", "schema_version", "without_text")}

    content: dict[str, Any] = {
        "before": about(found.before),
        "after": about(found.after),
        "tables": [vars(change) for change in found.tables],
        "by_indicator": [vars(group) for group in found.by_indicator],
        "by_place": [vars(group) for group in found.by_place],
    }
    return {**content, "table": table, "rows": shown} if table else content


def _show(console: Console, found: "Difference", table: str | None, shown: list[dict[str, Any]]) -> None:
    console.print(f"[bold]{found.before.release_id}[/] → [bold]{found.after.release_id}[/]", soft_wrap=True)
    if found.before.without_text != found.after.without_text:
        console.print("One of them is without text, so texts and sentences are not compared.", style="yellow")
    changes = [change for change in found.tables if change.any]
    if not changes:
        console.print("The tables are the same.")
        return
    _counted(console, "table", [(change.table, change, _columns(change)) for change in changes], "what changed")
    for title, groups in (("indicator", found.by_indicator), ("place", found.by_place)):
        for name in dict.fromkeys(group.table for group in groups):
            _grouped(console, f"{name} by {title}", [group for group in groups if group.table == name])
    for row in shown:
        change, rest = row["change"], {key: value for key, value in row.items() if key != "change"}
        words = ", ".join(f"{key} {value}" for key, value in rest.items() if value not in (None, []))
        console.print(Text(f"{change:8}{words}"), soft_wrap=True)
    if table and not shown:
        console.print(f"The rows of {table} are the same.")


def _columns(change: "Change") -> str:
    parts = [
        f"{name} {count:,}" for name, count in sorted(change.columns.items(), key=lambda item: (-item[1], item[0]))
    ]
    parts += [f"{change.anew:,} only read from elsewhere"] if change.anew else []
    parts += [f"column {name} is gone" for name in change.only_before]
    parts += [f"column {name} is new" for name in change.only_after]
    return ", ".join(parts)


def _grouped(console: Console, title: str, groups: "list[Group]") -> None:
    _counted(console, title, [(group.name, group, "") for group in groups[:GROUPS_SHOWN]], "")
    if len(groups) > GROUPS_SHOWN:
        console.print(f"… and {len(groups) - GROUPS_SHOWN} more (--json has them all)")


def _counted(console: Console, title: str, rows: "list[tuple[str, Change | Group, str]]", last: str) -> None:
    grid = Table(box=None, pad_edge=False, title_justify="left")
    grid.add_column(title)
    for name in ("added", "removed", "changed"):
        grid.add_column(name, justify="right")
    grid.add_column(last)
    for name, counts, words in rows:
        numbers = [f"{number:,}" for number in (counts.added, counts.removed, counts.changed)]
        grid.add_row(Text(name), *numbers, Text(words))
    console.print()
    console.print(grid)
