"""`edu-pipeline settings` and `edu-pipeline trace`: looking, and changing nothing.

What belongs here: options and words.  What does not: finding settings (settings), following a row (trace).
"""

from typing import Annotated

import typer
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

SETTINGS_EXAMPLE = "Example: EDU_PIPELINE_WORKERS=1 edu-pipeline settings"
TRACE_EXAMPLE = "Example: edu-pipeline trace 0123456789abcdef --warehouse data/warehouse"


def settings(as_json: Json = False) -> None:
    """Show every setting: its value, where it comes from, what it means."""
    with words_for_errors(console_for(stderr=True)):
        from edu_pipeline.settings import FILE, PREFIX, Settings, SettingsError, in_order, load, told

        try:
            found = load()
        except SettingsError as error:
            raise WrongCall(str(error)) from error
        values = told(found.settings)
        if as_json:
            print_json(
                [
                    {
                        "name": name,
                        "value": values[name],
                        "from": found.origins[name],
                        "default": Settings.model_fields[name].default,
                        "description": Settings.model_fields[name].description,
                    }
                    for name in in_order()
                ]
            )
            return
        grid = Table("setting", "value", "from", "meaning", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name in in_order():
            value = values[name]
            words = "\n".join(value) if isinstance(value, list) else str(value)
            grid.add_row(
                Text(name), Text(words), Text(found.origins[name]), Text(str(Settings.model_fields[name].description))
            )
        console = console_for()
        console.print(grid)
        console.print(f"\nSet them as {PREFIX}KEEP_RELEASES=4 in the environment, or as keep_releases = 4 in {FILE}.")


def trace(
    row: Annotated[
        str, typer.Argument(metavar="ID", help="An observation_id, fact_id or quantity_id, or its beginning.")
    ],
    release: Annotated[
        str, typer.Option("--release", metavar="RELEASE", help="Another release than the current one.")
    ] = "current",
    warehouse: Warehouse = None,
    as_json: Json = False,
) -> None:
    """Follow a published row to its document, article, sentence and characters, and to all that was made of it."""
    with words_for_errors(console_for(stderr=True), warehouse):
        from edu_pipeline import trace as following
        from edu_pipeline.warehouse import keeping

        found = keeping.find(warehouse_folder(warehouse), release)
        try:
            traced = following.trace(found, row)
        except following.NothingTracedError as error:
            raise WrongCall(str(error)) from error
        if as_json:
            print_json(traced)
        else:
            following.show(console_for(), traced)
