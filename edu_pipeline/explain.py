"""Why a number was read as it was: the rules behind one number or a whole document, in words.

What belongs here: laying out what extract_document already says.  What does not: rules of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from edu_pipeline.extract import extract_document
from edu_pipeline.reading.archives import ENDING
from edu_pipeline.reading.limits import Limits
from edu_pipeline.sources.scan import unpacked

_STYLES = {
    "observation": "green",
    "target": "cyan",
    "period": "blue",
    "identifier": "dim",
    "definition": "magenta",
    "anecdote": "yellow",
    "noise": "dim",
}


class NothingThereError(Exception):
    """No number at the offset that was asked for."""


def split_target(target: str) -> tuple[Path, int | None]:
    """SOURCE or SOURCE:OFFSET; a file name may itself hold colons."""
    path, colon, offset = target.rpartition(":")
    if colon and offset.isdigit() and not Path(target).exists():
        return Path(path), int(offset)
    return Path(target), None


def explain(target: str, console: Console, folders: Sequence[Path] = ()) -> None:
    """Print what was read from a file, or from the number at SOURCE:OFFSET (counted in characters).  SOURCE is a file, or what
    the tables call one of `folders`.

    Raises FileNotFoundError, ReadingError's message as ValueError, and NothingThereError.
    """
    path, offset = split_target(target)
    rows = extract_document(_bytes(path, folders), path.name)
    (document,) = rows["documents"]
    if document["status"] == "failed":
        raise ValueError(document["error"])
    if offset is None:
        _whole(rows, console)
    else:
        _one(rows, offset, console)


def _bytes(path: Path, folders: Sequence[Path]) -> bytes:
    """The bytes of a source: a file, or one inside an archive; as it is named, else below one of the folders, the further
    of which stand before the names of their files.  Raises OSError, ValueError."""
    for place in (path, *(folder / path for folder in folders), *(folder.parent / path for folder in folders)):
        if place.is_file():
            return place.read_bytes()
        archive = next(
            (above for above in place.parents if above.name.lower().endswith(ENDING) and above.is_file()), None
        )
        if archive is not None:
            return _member(archive, place.relative_to(archive).as_posix())
    return path.read_bytes()  # says what is wrong with it


def _member(archive: Path, name: str) -> bytes:
    for file in unpacked(archive, archive.name, Limits()):
        if file.source == f"{archive.name}/{name}":
            if file.error is not None:
                raise ValueError(file.error)
            return file.read()
    raise ValueError(f"{archive.name} holds no document of the name {name}")


def _whole(rows: dict[str, list[dict[str, Any]]], console: Console) -> None:
    stated = _by_quantity(rows)
    for article in rows["articles"]:
        console.print(
            Text(
                f"\n{article['title'] or '(no title)'} · {article['region_name'] or 'place unknown'} · {article['dated_on'] or 'no date'}",
                "bold",
            )
        )
        table = Table("offset", "text", "kind", "statistic", "why", box=None, pad_edge=False)
        for q in rows["quantities"]:
            if q["article_id"] == article["article_id"]:
                statistic = "\n".join(_short(o) for o in stated.get(q["quantity_id"], []))
                table.add_row(
                    str(q["start"]),
                    Text(q["text"]),
                    Text(q["kind"], _STYLES[q["kind"]]),
                    Text(statistic),
                    Text(q["reason"]),
                )
        console.print(table)


def _one(rows: dict[str, list[dict[str, Any]]], offset: int, console: Console) -> None:
    quantity = next((q for q in rows["quantities"] if q["start"] <= offset < q["end"]), None)
    text = rows["documents"][0]["text"]
    if quantity is None:
        nearest = min(rows["quantities"], key=lambda q: abs(q["start"] - offset), default=None)
        hint = f"; the nearest is {nearest['text']!r} at {nearest['start']}" if nearest else ""
        raise NothingThereError(f"no number at character {offset}{hint}")
    start, end = quantity["start"], quantity["end"]
    console.print(
        Text.assemble(
            text[max(0, start - 60) : start].replace("\n", "⏎"),
            (text[start:end], "bold reverse"),
            text[end : end + 40].replace("\n", "⏎"),
        )
    )
    table = Table("", "", box=None, show_header=False, pad_edge=False)
    for name in ("kind", "reason", "value", "value_max", "unit", "comparator", "start", "end"):
        if quantity[name] is not None:
            table.add_row(name, Text(str(quantity[name])))
    console.print(table)
    for observation in _by_quantity(rows).get(quantity["quantity_id"], []):
        detail = Table("", "", box=None, show_header=False, pad_edge=False, title="statistic", title_justify="left")
        for name, value in observation.items():
            if value is not None and name not in ("start", "end", "quantity_id", "document_id", "article_id", "source"):
                detail.add_row(name, Text(str(value)))
        console.print(detail)


def _by_quantity(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    stated: dict[str, list[dict[str, Any]]] = {}
    for observation in rows["observations_read"]:
        stated.setdefault(observation["quantity_id"], []).append(observation)
    return stated


def _short(o: dict[str, Any]) -> str:
    sign = {"eq": "", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}[o["comparator"]]
    span = "–".join(str(d) for d in dict.fromkeys((o["period_start"], o["period_end"])) if d) or "undated"
    return f"{o['indicator'] or o['label']} [{o['education_level']}, {o['measure']}] {sign}{o['value']:g} {o['unit']} · {o['region_name']} · {span}"
