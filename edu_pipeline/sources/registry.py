"""The registry: a YAML file that names folders, single files and addresses, and what is known about them.

What belongs here: the file's form, and errors that say where in it and what to write instead.  What does not: looking
through folders (scan), asking addresses (collect), using what is known (extract).

    sources:
      - folder: inbox                        # relative to the registry
        publisher: 张掖市教育局
      - file: inbox/2019/report.pdf          # what is known about one file of a folder, or a file elsewhere
        date: 2019-12-31
        place: 甘州区
      - address: https://www.example.gov.cn/jy/2024.html
        title: 2024年教育事业统计公报
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from edu_pipeline.language import gazetteer
from edu_pipeline.language.places import find_places
from edu_pipeline.sources.addresses import parsed
from edu_pipeline.sources.problems import FetchFailed
from edu_pipeline.warehouse.errors import WarehouseError

KINDS = ("folder", "file", "address")
_FACTS = ("title", "publisher", "place", "date", "rights", "media_type")
_FLAGS = ("allow_private", "anonymous")
_CODE = re.compile(r"\d{6}")
_KEYS = {
    "folder": ("folder", "name", *_FACTS),
    "file": ("file", "name", *_FACTS),
    "address": ("address", *_FACTS, *_FLAGS),
}


class RegistryError(WarehouseError):
    """The registry cannot be used; the message names the file, the line and what to write."""


@dataclass(frozen=True)
class Known:
    """What is known about a source; `place` is a GB/T 2260 code."""

    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    date: date | None = None
    rights: str | None = None
    media_type: str | None = None

    def as_text(self) -> dict[str, str]:
        """As extract_document's `known`, in text: the date as published_on, in ISO's form."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        values["published_on"] = values.pop("date")
        return {name: str(value) for name, value in values.items() if value is not None}


@dataclass(frozen=True)
class Entry:
    """One entry: `kind` of KINDS, `where` an absolute path or an address, `line` where it begins in the file.

    `name`: what its files are called after (a folder), or it is called (a file); None for the usual name.
    `allow_private`: the address may lead to this network.  `anonymous`: an s3 bucket is asked without credentials.
    """

    kind: str
    where: str
    line: int
    known: Known = Known()
    name: str | None = None
    allow_private: bool = False
    anonymous: bool = False

    @property
    def path(self) -> Path:
        return Path(self.where)


@dataclass(frozen=True)
class Registry:
    """The entries in their order, and the file that they stand in."""

    path: Path
    entries: tuple[Entry, ...]

    def of(self, kind: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind == kind)


def load(path: Path) -> Registry:
    """The registry in a file.  Raises RegistryError."""
    path = Path(path).absolute()
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), yaml.SafeLoader)
    except OSError as error:
        raise RegistryError(f"The registry {path} cannot be read ({error.strerror}): name another with --registry.") from error  # fmt: skip
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        why = getattr(error, "problem", None) or "it is not YAML in UTF-8"
        raise RegistryError(f"{path}{where}: {why}. See docs/sources.md for its form.") from error
    return Registry(path, tuple(_entries(path, root)))


def _entries(path: Path, root: yaml.Node | None) -> list[Entry]:
    top = _Reader(path, "the registry").mapping(root, ("sources",)) if root is not None else {}
    listed = top.get("sources")
    if listed is None:
        raise RegistryError(f"{path}: there is no list `sources:`. See docs/sources.md for its form.")
    if not isinstance(listed, yaml.SequenceNode):
        raise RegistryError(f"{path}, line {_line(listed)}: `sources` has to be a list of entries that begin with `-`.")
    entries = [_entry(path, number, node) for number, node in enumerate(listed.value, 1)]
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = seen.setdefault((entry.kind, entry.where), entry)
        if first is not entry:
            raise RegistryError(
                f"{path}, line {entry.line}: {entry.where} is named in line {first.line} already: join the two entries."
            )
    return entries


def _entry(path: Path, number: int, node: yaml.Node) -> Entry:
    reader = _Reader(path, f"entry {number}")
    if not isinstance(node, yaml.MappingNode):
        reader.refuse(node, f"it has to begin with one of {', '.join(f'`{kind}:`' for kind in KINDS)}")
    named = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value in KINDS]
    if len(named) != 1:
        reader.refuse(node, f"it has to name exactly one of {', '.join(KINDS)}, and names {len(named)}")
    kind = named[0]
    content = reader.mapping(node, _KEYS[kind])
    where = reader.text(content[kind], kind)
    if kind == "address":
        try:
            parsed(where)
        except FetchFailed as error:
            reader.refuse(content[kind], error.reason)
    else:
        where = str(path.parent / Path(where).expanduser())
    return Entry(
        kind,
        where,
        _line(node),
        _known(reader, content),
        _name(reader, content),
        reader.flag(content, "allow_private"),
        reader.flag(content, "anonymous"),
    )


def _known(reader: _Reader, content: Mapping[str, yaml.Node]) -> Known:
    texts = {name: reader.text(content[name], name) for name in ("title", "publisher", "rights") if name in content}
    media_type = reader.text(content["media_type"], "media_type").lower() if "media_type" in content else None
    if media_type is not None and not re.fullmatch(r"[\w.+-]+/[\w.+-]+", media_type):
        reader.refuse(content["media_type"], "`media_type` has to be like text/html or application/pdf")
    place = _place(reader, content["place"]) if "place" in content else None
    day = _day(reader, content["date"]) if "date" in content else None
    return Known(**texts, place=place, date=day, media_type=media_type)


def _name(reader: _Reader, content: Mapping[str, yaml.Node]) -> str | None:
    if "name" not in content:
        return None
    name = reader.text(content["name"], "name").strip("/")
    if not name or any(part in ("", ".", "..") for part in name.split("/")) or not name.isprintable():
        reader.refuse(content["name"], "`name` has to be a name as archive or archive/2019, without . and ..")
    return name


def _day(reader: _Reader, node: yaml.Node) -> date:
    value = reader.value(node)
    try:
        found = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        reader.refuse(node, f"`date` has to be a day as 2024-05-01, and is {value!r}")
    return found.date() if isinstance(found, datetime) else found


def _place(reader: _Reader, node: yaml.Node) -> str:
    """The code of a place that is named by its code, or by a name that only one place bears."""
    text = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
    if _CODE.fullmatch(text):
        if gazetteer.division(text) is None:
            reader.refuse(node, f"there is no place with the code {text} in GB/T 2260")
        return text
    readings = [name for name in gazetteer.names().get(text, ()) if name.form == "full"]
    codes = sorted({name.code for name in readings})
    standing = [code for code in codes if (found := gazetteer.division(code)) is not None and found.stood(None)]
    if len(standing or codes) == 1:
        return (standing or codes)[0]
    if codes:
        reader.refuse(node, f"several places are called {text}: write the code of one of {', '.join(codes)}")
    mentions = find_places(text, None, None)
    whole = [m for m in mentions if m.region.code and (m.start, m.end) == (0, len(text))]
    if len(mentions) != 1 or not whole:
        reader.refuse(node, f"{text or 'this'} is no place that is known: write its full name or its GB/T 2260 code")
    return str(whole[0].region.code)


class _Reader:
    """Values of YAML nodes, and errors that say where they stand."""

    def __init__(self, path: Path, what: str) -> None:
        self._path, self._what = path, what

    def refuse(self, node: yaml.Node, why: str) -> Any:
        raise RegistryError(f"{self._path}, line {_line(node)} ({self._what}): {why}.")

    def mapping(self, node: yaml.Node, keys: tuple[str, ...]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, f"there have to be keys and values here ({', '.join(keys)})")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in keys:
                near = difflib.get_close_matches(name, keys, 1)
                hint = f"is `{near[0]}` meant? " if near else ""
                self.refuse(key, f"there is no key `{name}` here; {hint}They are {', '.join(keys)}")
            if name in found:
                self.refuse(key, f"`{name}` stands twice")
            found[name] = value
        return found

    def value(self, node: yaml.Node) -> Any:
        try:
            return yaml.safe_load(yaml.serialize(node)) if isinstance(node, yaml.ScalarNode) else None
        except (yaml.YAMLError, ValueError):
            return None

    def text(self, node: yaml.Node, name: str) -> str:
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if not text or (node.tag == "tag:yaml.org,2002:null"):
            self.refuse(node, f"`{name}` has to be text")
        return str(text)

    def flag(self, content: Mapping[str, yaml.Node], name: str) -> bool:
        if name not in content:
            return False
        value = self.value(content[name])
        if not isinstance(value, bool):
            self.refuse(content[name], f"`{name}` has to be true or false")
        return bool(value)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
