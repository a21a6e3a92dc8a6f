"""`edu-pipeline sources`: what a run would read, and the state of each address.

What belongs here: options and words.  What does not: finding sources (edu_pipeline.sources).
"""

from typing import TYPE_CHECKING, Any

import typer

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
    """List what a run would read, what is known about it, how each address stands, and which files are no documents.
    Nothing is fetched."""
    with words_for_errors(console_for(stderr=True), warehouse):
        settings = chosen(sources, warehouse, registry)
        from edu_pipeline.sources.kept import Kept
        from edu_pipeline.sources.scan import passed_over
        from edu_pipeline.warehouse.errors import WarehouseError

        aside: list[str] = []
        try:
            files = settings.gathered(aside)
            named = settings.read_registry()
        except WarehouseError as error:
            raise WrongCall(str(error)) from error
        kept = Kept(settings.warehouse_path)
        entries = named.of("address") if named is not None else ()
        addresses = [{"address": entry.where, **kept.usable(entry.where).summary()} for entry in entries]
        if as_json:
            print_json({"sources": [_row(file) for file in files], "addresses": addresses, "passed_over": aside})
            return
        for file in files:
            _line(file.source, f"{file.byte_size:,} bytes", *_words(_row(file), "known", "problem"))
        for one in addresses:
            _line(
                str(one["address"]),
                f"{one['versions']} versions kept",
                *_words(one, "fetched_at", "asked_at", "failing_since", "reason"),
            )
        if aside:
            typer.echo(passed_over(aside))


def _row(file: "SourceFile") -> dict[str, Any]:
    return {
        "source": file.source,
        "bytes": file.byte_size,
        "known": ", ".join(f"{name}: {value}" for name, value in file.known.items()),
        "problem": file.error or file.notice or "",
    }


def _words(row: dict[str, Any], *names: str) -> list[str]:
    return [f"{name.replace('_', ' ')}: {row[name]}" for name in names if row[name]]


def _line(name: str, *words: str) -> None:
    typer.echo("\n    ".join([name, *words]))
