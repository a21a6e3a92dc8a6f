"""Tables without the words of the documents, for a release that is to be passed on (`--without-text`).

What belongs here: which columns hold a document's sentences, and what stands there instead.  What does not:
when a release is made so (release).

Labels are of the contract and stay, but for those that are as long as a clause; titles, places and a notice of rights stay.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa

from edu_pipeline.quality.check_list import CHECKS, QUOTING
from edu_pipeline.warehouse import parquet
from edu_pipeline.warehouse.staging import Staged

LEFT_OUT = "(left out)"
"""Stands for a sentence, which may not be null."""
MOST_LABEL = 16
"""Characters of a label that stay; the rest of a longer one is a mark of omission."""
_QUOTE = re.compile(f"“[^“”]{{{MOST_LABEL + 1},}}”")
_TOLD = {"findings": "message", "relations": "note"}
"""Columns in which a label may stand among words of this program."""
_NUMBER = re.compile(r"[-+0-9.,eE/: ]*")


def write(staged: Staged, path: Path) -> None:
    """Write a staged table to `path` without the words, part by part.  Raises WarehouseError."""
    told = staged.name in _TOLD
    cut = _cutter(_long_labels(staged.path.with_name("observations.parquet"))) if told else None
    with parquet.writing(staged.name, path) as writer:
        for batch in staged.batches():
            writer.write(without_text(staged.name, batch, cut))


def _long_labels(observations: Path) -> set[str]:
    """The labels that are cut."""
    if not observations.is_file():
        return set()
    labels: set[str] = set()
    for batch in parquet.batches(observations, columns=["label"]):
        labels.update(batch["label"].unique().to_pylist())
    return {label for label in labels if label and len(label) > MOST_LABEL}


def _cutter(labels: Iterable[str]) -> Callable[[str], str]:
    """Cuts long labels where a text tells them, at each place the longest.

    They are looked up by how they begin: a release may have fifty thousand, and as many messages.
    """
    size, by_head = MOST_LABEL + 1, defaultdict[str, list[str]](list)
    for label in sorted(labels, key=len, reverse=True):
        by_head[label[:size]].append(label)

    def cut(told: str) -> str:
        kept, at, done = [], 0, 0
        while at + size <= len(told):
            alike = by_head.get(told[at : at + size], ())
            met = next((label for label in alike if told.startswith(label, at)), None)
            if met is None:
                at += 1
                continue
            kept += [told[done:at], _cut(met)]
            at = done = at + len(met)
        return "".join([*kept, told[done:]])

    return cut


def without_text(name: str, table: pa.Table, cut: Callable[[str], str] | None = None) -> pa.Table:
    """Table `name` with document texts null, sentences replaced by LEFT_OUT (also inside quarantined rows), long labels cut,
    and no words of the text in findings.  `cut` cuts labels where a note or a message tells them."""
    if name == "documents":
        table = _set(table, "text", [None] * table.num_rows)
    if "sentence" in table.column_names:
        table = _set(table, "sentence", [LEFT_OUT] * table.num_rows)
    if "label" in table.column_names:
        table = _set(table, "label", [_label(label) for label in table.column("label").to_pylist()])
    if name == "findings":
        table = _findings(table)
    if name in _TOLD and cut is not None:
        told = table.column(_TOLD[name]).to_pylist()
        table = _set(table, _TOLD[name], [one and cut(one) for one in told])
    if name == "quarantine":
        table = _set(table, "row", [_row(row) for row in table.column("row").to_pylist()])
    return table


def _row(row: str) -> str:
    try:
        content = json.loads(row)
    except ValueError:
        return json.dumps(LEFT_OUT)
    if isinstance(content, dict) and "sentence" in content:
        content["sentence"] = LEFT_OUT
    if isinstance(content, dict) and isinstance(content.get("label"), str):
        content["label"] = _label(content["label"])
    return json.dumps(content, ensure_ascii=False)


def _label(label: str | None) -> str | None:
    return label if label is None or len(label) <= MOST_LABEL else _cut(label)


def _cut(label: str) -> str:
    return label[: MOST_LABEL - 1] + "…"


def _findings(table: pa.Table) -> pa.Table:
    """Messages that quote the text give way to what the check means; long quotations of others are left out."""
    checks, messages, found = (table.column(name).to_pylist() for name in ("check", "message", "found"))
    table = _set(table, "message", [_message(check, said) for check, said in zip(checks, messages, strict=True)])
    return _set(table, "found", [_found(check, words) for check, words in zip(checks, found, strict=True)])


def _message(check: str, said: str) -> str:
    if check in QUOTING:
        return f"{CHECKS[check].description} The words are {LEFT_OUT}."
    return _QUOTE.sub(LEFT_OUT, said)


def _found(check: str, words: str | None) -> str | None:
    if words is None or _NUMBER.fullmatch(words):
        return words
    return LEFT_OUT if check in QUOTING or len(words) > MOST_LABEL else words


def _set(table: pa.Table, name: str, values: list[str | None]) -> pa.Table:
    field = table.schema.field(name)
    return table.set_column(table.schema.get_field_index(name), field, pa.array(values, field.type))
