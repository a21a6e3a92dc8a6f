"""DataTables, the library that the index searches, sorts, pages and exports tables with.

What belongs here: taking it out of the installed package `itables`, so that no third-party code lies in this
repository and a report needs no network.  What does not: how the tables look (index.js, listings).

itables (MIT) carries DataTables with its extensions (MIT) as one module.  A page opened from the file system may not
import modules, so the module's exports become one global name here; the rest of its text, licences included, stays.
"""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

from edu_pipeline.warehouse.errors import WarehouseError

PACKAGE = "itables"
GLOBAL = "DataTable"
_EXPORT = re.compile(r"export\s*\{([^{}]*)\}\s*;?")
_DEFAULT = re.compile(r"\s*([\w$]+)\s+as\s+default\s*")


class LibraryChanged(WarehouseError):  # noqa: N818
    """The installed itables carries DataTables in a shape that is not known here."""


def script() -> str:
    """DataTables as a classic script that sets `DataTable`.  Raises LibraryChanged."""
    return classic(_file("html/dt_bundle.js"))


def style() -> str:
    """Its style sheet."""
    return _file("html/dt_bundle.css")


def licence() -> str:
    """The licence of the package that carries it; those of its parts stand in the script."""
    found = importlib.metadata.distribution(PACKAGE)
    for path in found.files or ():
        if path.name == "LICENSE":
            return Path(str(found.locate_file(path))).read_text(encoding="utf-8")
    raise LibraryChanged(f"{PACKAGE} {found.version} has no licence with it.")


def version() -> str:
    return importlib.metadata.version(PACKAGE)


def classic(module: str) -> str:
    """A module with one `export {… x as default …}` as a script that sets GLOBAL to x.  Raises LibraryChanged."""
    exports = _EXPORT.findall(module)
    names = [found[1] for part in ",".join(exports).split(",") if (found := _DEFAULT.fullmatch(part))]
    if len(exports) != 1 or len(names) != 1:
        raise LibraryChanged(f"{PACKAGE} {version()} does not export DataTables as it did: use version 2.9.")
    body = _EXPORT.sub(lambda _: f"globalThis.{GLOBAL}={names[0]};", module)
    return f"(function(){{\n{body}\n}})();\n"


def _file(name: str) -> str:
    path = Path(str(importlib.metadata.distribution(PACKAGE).locate_file(f"{PACKAGE}/{name}")))
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LibraryChanged(f"{PACKAGE} {version()} has no {name}: install it again.") from error
