"""Office files as what they are: archives of XML parts.

What belongs here: opening one within the limits, and parsing a part without following anything.  What does not: what
the parts say (word, spreadsheet), archives of documents (sources).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from edu_pipeline.reading.limits import LimitExceeded, Limits
from edu_pipeline.reading.model import ReadingError, Remark

_SMALL = 1 << 20  # parts below this may be packed as tightly as they like
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)
_REMEDY = "Open it where it was made, and save it again."


class Parts:
    """The parts of an Office file, unpacked one by one.

    The sizes that its directory states are checked first, and no part gives more bytes than that.
    """

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self.names = archive.namelist()
        total = 0
        for info in archive.infolist():
            total += info.file_size
            limits.check("max_expanded_bytes", total)
            if info.file_size > _SMALL:
                limits.check("max_expansion", info.file_size / max(1, info.compress_size))

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none.  ReadingError when it is broken."""
        if name not in self.names:
            return None
        with _explained():
            info = self._archive.getinfo(name)
            with self._archive.open(info) as handle:
                return handle.read(info.file_size + 1)

    def tree(self, name: str) -> Any | None:
        """The root element of a part; None where there is none.  ReadingError when it is no XML."""
        from lxml import etree

        data = self.read(name)
        if data is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise ReadingError(f"Its part {name} is broken ({error.msg}).", _REMEDY) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadingError(f"Its part {name} declares entities, which no Office program does.", _REMEDY)
        return root


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Parts]:
    """The parts of an Office file.  ReadingError when it is broken, LimitExceeded when it is too much."""
    with _explained(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield Parts(archive, limits)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (ReadingError, LimitExceeded):
        raise
    except _BROKEN as error:
        raise ReadingError(f"The file is damaged or encrypted ({type(error).__name__}: {error}).", _REMEDY) from error


def remarks(parts: Parts) -> list[Remark]:
    """What an Office file would run or fetch, and this program does not."""
    found = []
    if any(name.endswith("vbaProject.bin") for name in parts.names):
        found.append(Remark("macros_ignored", 0, 0, "The file holds macros. They were not run."))
    targets = [target for name in parts.names if name.endswith(".rels") for target in _remote(parts, name)]
    if targets:
        said = f"The file refers to {targets[0][:200]}" + (f" and {len(targets) - 1} more" if len(targets) > 1 else "")
        found.append(Remark("remote_reference", 0, 0, f"{said}. Nothing was fetched."))
    return found


def _remote(parts: Parts, name: str) -> Iterator[str]:
    """What a part is made from elsewhere: pictures, templates, frames.  Links that a person may click are none."""
    root = parts.tree(name)
    for relation in root if root is not None else ():
        kind = str(relation.get("Type", ""))
        if relation.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
            yield str(relation.get("Target", ""))
