"""The rows of a table as a file that a page loads when it needs them.

What belongs here: JSON of columns, and JSON that ends no element.  What does not: which columns there are (listings).

A file is a script, because a page opened from the file system may load nothing else.  It calls `report.load(name,
columns)`: for each column its values from top to bottom, or, where values recur, `{"values": […], "at": […]}`.  The JSON
is put together by Arrow, which leaves the interpreter to others meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_UNSAFE = "<>&\u2028\u2029"
_ESCAPED = f'["\\\\\\x00-\\x1f{_UNSAFE}]'
"""What does not stand for itself, as Arrow's patterns have it."""
_NOT_FINITE = {"NaN": '"nan"', "Infinity": '"inf"', "-Infinity": '"-inf"'}
_AT_ONCE = 8_192
"""Values that are joined at a time: Arrow's texts end at 2 GB."""


def script(name: str, rows: pa.Table, columns: Sequence[str]) -> list[bytes]:
    """The file of a table, part by part."""
    parts = [f"report.load({json.dumps(name)},{{".encode()]
    for n, column in enumerate(columns):
        parts.append(f"{',' if n else ''}{json.dumps(column)}:".encode())
        parts += _column(rows[column].combine_chunks())
    return [*parts, b"});\n"]


def safe(content: str) -> str:
    """JSON that stands in a page or a script without ending it."""
    for character in _UNSAFE:
        content = content.replace(character, f"\\u{ord(character):04x}")
    return content


def _column(column: pa.Array) -> Iterator[bytes]:
    """A column as JSON; values that recur are written once."""
    coded = column.dictionary_encode(null_encoding="encode")
    if len(coded.dictionary) * 2 <= len(coded):
        yield b'{"values":'
        yield from _listed(_tokens(coded.dictionary))
        yield b',"at":'
        yield from _listed(pc.cast(coded.indices, pa.string()))
        yield b"}"
    elif pa.types.is_string(column.type):
        yield from _listed(_tokens(column))
    else:
        yield from _listed(_tokens(coded.dictionary).take(coded.indices))


def _tokens(values: pa.Array) -> pa.Array:
    """Each value as JSON."""
    if pa.types.is_floating(values.type) or pa.types.is_integer(values.type):
        listed = json.dumps(values.to_pylist(), separators=(",", ":"))[1:-1].split(",") if len(values) else []
        return pa.array([_NOT_FINITE.get(item, item) for item in listed], pa.string())
    if not pa.types.is_string(values.type):
        return pa.array(list(map(_plain, values.to_pylist())), pa.string())
    odd = pc.fill_null(pc.match_substring_regex(values, _ESCAPED), False)
    if pc.any(odd).as_py():
        escaped = [_plain(value)[1:-1] for value in values.filter(odd).to_pylist()]
        values = pc.replace_with_mask(values, odd, pa.array(escaped, pa.string()))
    return pc.fill_null(pc.binary_join_element_wise('"', values, '"', ""), "null")


def _plain(value: Any) -> str:
    if isinstance(value, date):
        value = value.isoformat()
    return safe(json.dumps(value, ensure_ascii=False))


def _listed(tokens: pa.Array) -> Iterator[bytes]:
    """Values in JSON as a list of them."""
    yield b"["
    for start in range(0, len(tokens), _AT_ONCE):
        part = tokens.slice(start, _AT_ONCE)
        joined = pc.binary_join(pa.ListArray.from_arrays([0, len(part)], part), ",")
        yield b"," * bool(start) + joined[0].as_buffer().to_pybytes()
    yield b"]"
