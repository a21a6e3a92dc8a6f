"""What the commands share: options, errors in words, consoles.

What belongs here: what more than one command needs.  What does not: a command.
"""

import json
import os
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

if TYPE_CHECKING:
    from edu_pipeline.resources import PipelineSettings
    from edu_pipeline.settings import Settings

LOG = "error.log"


class WrongCall(Exception):  # noqa: N818
    """What was asked for cannot be done; the message says what to ask for."""


Sources = Annotated[
    list[Path] | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        help="Folder of documents: every one below it is read, in archives too. May be given several times."
        " [dim]\\[default: data/sources and data/inbox of this checkout][/dim]",
    ),
]
Registry = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        metavar="FILE",
        help="File that names folders, files and addresses, and what is known about them (docs/sources.md)."
        " [dim]\\[default: data/sources.yaml, if it is there and no --sources are given][/dim]",
    ),
]
Warehouse = Annotated[
    Path | None,
    typer.Option(
        "--warehouse",
        metavar="DIR",
        help="Folder that releases are published in; it is made if need be. [dim]\\[default: data/warehouse][/dim]",
    ),
]


Json = Annotated[bool, typer.Option("--json", help="Print it as JSON, for programs.")]


def settings_found() -> "Settings":
    """The settings of the environment and the file.  Raises WrongCall."""
    from edu_pipeline.settings import SettingsError, load

    try:
        return load().settings
    except SettingsError as error:
        raise WrongCall(str(error)) from error


def chosen(
    sources: list[Path] | None,
    warehouse: Path | None,
    registry: Path | None,
    corrections: Path | None = None,
    **others: Any,
) -> "PipelineSettings":
    """The options over the settings of the environment and the file; others that are empty change nothing.

    Raises WrongCall when a file that was named is not there.
    """
    found = settings_found()
    from edu_pipeline.resources import for_run

    given: dict[str, Any] = {name: value for name, value in others.items() if value}
    if sources:
        given["sources"] = [str(folder) for folder in sources]
    if warehouse is not None:
        given["warehouse"] = str(warehouse)
    for name, path in (("registry", registry), ("corrections", corrections)):
        if path is not None:
            if not path.is_file():
                raise WrongCall(f"There is no file of {name if name == 'corrections' else 'sources'} {path}.")
            given[name] = str(path)
    return for_run(found.model_copy(update=given))


def warehouse_folder(warehouse: Path | None) -> Path:
    """The warehouse that was named, else the one that is set.  Raises WrongCall when there is no such folder."""
    folder = warehouse or Path(settings_found().warehouse)
    if not folder.is_dir():
        raise WrongCall(f"There is no folder {folder}: name the warehouse with --warehouse.")
    return folder


def tell_crash(errors: Console, details: str, warehouse: Path | None) -> None:
    """What nobody foresaw: its last line here, all of it in a file."""
    lines = [line for line in details.strip().splitlines() if line.strip()]
    path = _write_log(details, warehouse)
    errors.print(
        f"Something unforeseen happened: {lines[0] if lines else 'unknown'}\nThe details are in {path}: please report it"
        " with that file.",
        style="red",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )


def _write_log(details: str, warehouse: Path | None) -> Path:
    for folder in (warehouse, Path(tempfile.gettempdir())):
        if folder is not None and folder.is_dir():
            try:
                path = folder / (LOG if folder == warehouse else f"edu-pipeline-{os.getpid()}-{LOG}")
                path.write_text(details + "\n", encoding="utf-8")
                return path
            except OSError:
                continue
    return Path(os.devnull)


@contextmanager
def words_for_errors(errors: Console, warehouse: Path | None = None) -> Iterator[None]:
    """No traceback for anything: exit 1 with the reason, or with the file that holds the details."""
    from edu_pipeline.warehouse.errors import WarehouseError

    before = sys.unraisablehook
    sys.unraisablehook = partial(_asked_again, before)
    try:
        yield
    except (typer.Exit, typer.Abort):
        raise
    except WrongCall as error:
        errors.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(2) from error
    except WarehouseError as error:
        errors.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        errors.print("Interrupted: nothing was published.", style="yellow")
        raise typer.Exit(130) from None
    except Exception as error:
        details = f"{type(error).__name__}: {error}\n\n{traceback.format_exc()}"
        tell_crash(errors, details, warehouse)
        raise typer.Exit(1) from error
    finally:
        sys.unraisablehook = before


def _asked_again(other: Callable[[Any], object], unraisable: Any) -> None:
    """An interrupt that came where nothing can be raised (in the callback of a weak reference) is lost; so it comes again."""
    if issubclass(unraisable.exc_type, Exception | GeneratorExit | SystemExit):
        other(unraisable)
    else:
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()


def console_for(stderr: bool = False) -> Console:
    """Where there is no terminal, lines are as wide as tables need them.  `:abc:` in a file's name is no picture."""
    console = Console(stderr=stderr, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = 140
    return console


def print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))
