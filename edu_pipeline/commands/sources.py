"""`edu-pipeline sources`: what a run would read, and the state of each address.

What belongs here: options and words.  What does not: finding sources (edu_pipeline.sources).
"""

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from edu_pipeline.commands.shared import (
    Json,
    Registry,
    Sources,
    Warehouse,
    WrongCall,
    chosen,
    console_for,
    print_json,
    words_for_errors,
)

if TYPE_CHECKING:
    from edu_pipeline.warehouse.sources import SourceFile

EXAMPLE = "Example: edu-pipeline sources --registry data/sources.example.yaml"


def sources(
    sources: Sources = None, warehouse: Warehouse = None, registry: Registry = None, as_json: Json = False
) -> None:
    """List what a run would read, what is known about it, and how each address stands.  Nothing is fetched."""
    with words_for_errors(Console(stderr=True), warehouse):
        settings = chosen(sources, warehouse, registry)
        from edu_pipeline.sources.kept import Kept
        from edu_pipeline.warehouse.errors import WarehouseError

        try:
            files = settings.gathered()
            named = settings.read_registry()
        except WarehouseError as error:
            raise WrongCall(str(error)) from error
        kept = Kept(settings.warehouse_path)
        entries = named.of("address") if named is not None else ()
        addresses = [{"address": entry.where, **kept.usable(entry.where).summary()} for entry in entries]
        if as_json:
            print_json({"sources": [_row(file) for file in files], "addresses": addresses})
            return
        console = console_for()
        _print(console, [_row(file) for file in files])
        if addresses:
            console.print()
            _print(console, addresses)


def _row(file: "SourceFile") -> dict[str, Any]:
    return {
        "source": file.source,
        "bytes": file.byte_size,
        "known": ", ".join(f"{name}: {value}" for name, value in file.known.items()),
        "problem": file.error or file.notice or "",
    }


def _print(console: Console, rows: list[dict[str, Any]]) -> None:
    shown = [name for name in rows[0] if any(row[name] not in (None, "") for row in rows)]
    grid = Table(*shown, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for row in rows:
        grid.add_row(*(Text("" if row[name] is None else str(row[name])) for name in shown))
    console.print(grid)
