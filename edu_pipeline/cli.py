"""The command line.

What belongs here: options, words for the terminal, exit codes.  What does not: the work (refresh), the summary's
figures (summary), the UI's processes (ui).  Only light modules are imported at the top, so that --help is quick.

Exit codes: 0 published, or nothing new; 1 blocked, or something broke on the way; 2 wrong call.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape

from edu_pipeline.commands import look, releases
from edu_pipeline.commands import sources as sources_command
from edu_pipeline.commands.shared import (
    Registry,
    Sources,
    Warehouse,
    WrongCall,
    chosen,
    console_for,
    print_json,
    settings_found,
    tell_crash,
    warehouse_folder,
    words_for_errors,
)

if TYPE_CHECKING:
    from edu_pipeline.refresh import Outcome, Step
    from edu_pipeline.resources import PipelineSettings

EXAMPLE = """Examples:

  edu-pipeline run --sources data/sources --warehouse data/warehouse

  edu-pipeline ui

  edu-pipeline explain data/sources/jinchang-plan.txt

  edu-pipeline trace 0123456789abcdef

  edu-pipeline releases --warehouse data/warehouse

  edu-pipeline report --warehouse data/warehouse

  edu-pipeline settings

  edu-pipeline sources --registry data/sources.yaml
"""


app = typer.Typer(
    help="Turns the prose in which Chinese cities and counties report on their schools into checked tables.",
    epilog=EXAMPLE,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(releases.app, name="releases")
app.command(epilog=look.TRACE_EXAMPLE)(look.trace)
app.command(epilog=look.SETTINGS_EXAMPLE)(look.settings)
app.command(name="sources", epilog=sources_command.EXAMPLE)(sources_command.sources)


@app.command(
    epilog="Example: edu-pipeline run --sources data/sources --warehouse data/warehouse\n\n"
    "Exit code 0: published, or nothing new. 1: blocked, readers go on seeing the last release. 2: wrong call."
)
def run(
    sources: Sources = None,
    warehouse: Warehouse = None,
    allow_shrink: Annotated[
        bool, typer.Option("--allow-shrink", help="Publish although documents or statistics are fewer by over 20 %.")
    ] = False,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Leave texts and sentences out of the release, to pass it on.")
    ] = False,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections",
            metavar="FILE",
            help="What people corrected (docs/corrections.md). [dim]\\[default: data/corrections.yaml][/dim]",
        ),
    ] = None,
    registry: Registry = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask no address; read what they gave the last time.")
    ] = False,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read documents; 0: one for each processor.")] = 0,
    log_format: Annotated[
        str | None,
        typer.Option("--log-format", metavar="text|json", help="How the log on standard error is written."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON, and no progress.")] = False,
) -> None:
    """Read all documents, check what they state, and publish a release."""
    began = time.monotonic()
    errors = console_for(stderr=True)
    with words_for_errors(errors, warehouse):
        settings = chosen(
            sources, warehouse, registry, corrections,
            workers=workers, allow_shrink=allow_shrink, without_text=without_text, offline=offline,
        )  # fmt: skip
        json_lines = _wants_json_lines(log_format)
        with ExitStack() as stack:
            aside = _ready(stack, settings)
            watch = None if quiet or as_json or json_lines else stack.enter_context(_progress())
            from edu_pipeline.refresh import refresh

            outcome = refresh(settings, watch, json_lines)
        seconds = time.monotonic() - began
        if outcome.release is None:
            _tell_failure(errors, outcome, settings, as_json)
            raise typer.Exit(1)
        _tell_success(outcome, outcome.release, settings, seconds, quiet, as_json, aside)


def _wants_json_lines(log_format: str | None) -> bool:
    log_format = log_format or settings_found().log_format
    if log_format not in ("text", "json"):
        raise WrongCall(f"--log-format is {log_format}, and may be text or json.")
    return log_format == "json"


def _ready(stack: ExitStack, settings: "PipelineSettings") -> list[str]:
    """Everything that makes a call wrong is found before anything is done.  Holds the warehouse's lock from here on.

    The names of what lies among the sources and is no document.
    """
    from edu_pipeline.intake import read_corrections
    from edu_pipeline.resources import only_writer
    from edu_pipeline.warehouse.errors import WarehouseError
    from edu_pipeline.warehouse.lock import WarehouseBusy

    aside: list[str] = []
    try:
        settings.gathered(aside)
        read_corrections(settings.corrections_path)
        stack.enter_context(only_writer(settings.warehouse_path, 0.0))
    except WarehouseBusy:
        raise
    except WarehouseError as error:
        raise WrongCall(str(error)) from error
    return aside


@contextmanager
def _progress() -> "Iterator[Any]":
    """A bar on the terminal, lines where there is none."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = console_for(stderr=True)
    if not console.is_terminal:
        yield lambda step: None if step.done == 0 and not step.text else _line(console, step)
        return
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("looking through the folders", total=None)

        def watch(step: "Step") -> None:
            progress.update(task, completed=step.done, total=step.total, description=escape(step.text[:60]))

        yield watch


def _line(console: Console, step: "Step") -> None:
    going_on = min(step.done + 1, step.total)  # what is told comes from the step that is being done
    console.print(f"[{going_on}/{step.total}] {step.text}", markup=False, highlight=False, soft_wrap=True)


def _tell_success(
    outcome: "Outcome",
    release: Path,
    settings: "PipelineSettings",
    seconds: float,
    quiet: bool,
    as_json: bool,
    aside: list[str],
) -> None:
    if quiet:
        return
    from edu_pipeline.sources.scan import passed_over
    from edu_pipeline.summary import how_to_open, show, summarise

    summary = summarise(release)
    if as_json:
        status = "published" if outcome.new else "nothing new"
        opening = how_to_open(settings.warehouse_path)
        print_json({"status": status, "seconds": round(seconds, 1), **summary, "passed_over": aside, "open": opening})
    else:
        if aside:
            console_for().print(passed_over(aside), style="yellow", markup=False, highlight=False, soft_wrap=True)
        show(console_for(), summary, settings.warehouse_path, outcome.new, seconds)


def _tell_failure(errors: Console, outcome: "Outcome", settings: "PipelineSettings", as_json: bool) -> None:
    if as_json:
        rows = [{**vars(b), "where": str(b.where)} for b in outcome.blocked]
        status = "blocked" if outcome.blocked else "failed"
        print_json(
            {
                "status": status,
                "blocked": rows,
                "problems": outcome.problems + outcome.crashes,
                "incident": outcome.incident,
            }
        )
    for broken in outcome.blocked:
        errors.print(f"[bold red]{escape(broken.rule)}[/]: {escape(broken.message)}", soft_wrap=True, highlight=False)
        if broken.rows and not as_json:
            errors.print(Markdown(broken.rows))
    for where in dict.fromkeys(broken.where for broken in outcome.blocked):
        errors.print(f"The rows are in {where}", markup=False, highlight=False, soft_wrap=True)
    for problem in outcome.problems:
        errors.print(problem, style="red", markup=False, highlight=False, soft_wrap=True)
    if outcome.crashes:
        tell_crash(errors, "\n\n".join(outcome.crashes), settings.warehouse_path)
    if outcome.incident:
        errors.print(f"What to do stands in {outcome.incident}", markup=False, highlight=False, soft_wrap=True)
    word = "Blocked" if outcome.blocked else "Failed"
    errors.print(f"[bold]{word}: nothing was published[/], and readers go on seeing the last release.", highlight=False)


@app.command(epilog="Example: edu-pipeline report --warehouse data/warehouse --output pages")
def report(
    warehouse: Warehouse = None,
    release: Annotated[
        str | None, typer.Option("--release", metavar="ID", help="Another release than the current one.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="DIR", help="Write the pages anew into this folder, and leave the release alone."
        ),
    ] = None,
) -> None:
    """Say where the pages of a release are; write them where it has none."""
    with words_for_errors(console_for(stderr=True), warehouse):
        from edu_pipeline.report import place

        folder = warehouse_folder(warehouse)
        try:
            found = place.named(folder, release)
            pages = place.write(found, output) if output else place.for_release(found)
        except place.ReportRefused as error:
            raise WrongCall(str(error)) from error
        typer.echo(pages.resolve() / "index.html")


@app.command(epilog="Example: edu-pipeline explain data/sources/jinchang-plan.txt:1321")
def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE[:OFFSET]",
            help="A document (a file, or a `source` as the tables name it, in archives too), or the character in it that a"
            " number stands at.",
        ),
    ],
) -> None:
    """Say what was read from a document or a single number, and by which rules."""
    with words_for_errors(console_for(stderr=True)):
        from edu_pipeline import explain as explanation

        try:
            explanation.explain(target, console_for(), chosen(None, None, None).folders)
        except (OSError, ValueError, explanation.NothingThereError) as error:
            raise WrongCall(f"{target}: {getattr(error, 'strerror', None) or error}") from error


@app.command(epilog="Example: edu-pipeline ui --port 3001\n\nStop it with Ctrl-C.")
def ui(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port that the UI listens on.")] = 3000,
    host: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Address that it listens on; there is no log-in. [dim]\\[default: setting ui_host][/dim]",
        ),
    ] = None,
    home: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder of Dagster's own records. [dim]\\[default: setting dagster_home][/dim]"
        ),
    ] = None,
) -> None:
    """Start Dagster's UI with its daemon, so that schedules run."""
    with words_for_errors(console_for(stderr=True)):
        from edu_pipeline import ui as processes

        settings = settings_found()
        try:
            code = processes.serve(port, settings.model_copy(update={"ui_host": host}) if host else settings, home)
        except (processes.PortTaken, processes.ExtraMissing) as error:
            raise WrongCall(str(error)) from error
        raise typer.Exit(code)


def main() -> None:
    """The entry point of `edu-pipeline` and `python -m edu_pipeline`."""
    app(prog_name="edu-pipeline")
