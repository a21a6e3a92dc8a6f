"""Names of files as tables can hold them and people can see them, and names that no document bears.

What belongs here: characters of a name that would not be seen, or would change how the rest is seen; names of what lies
beside documents.  What does not: which files there are.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")

_COMPANIONS = frozenset(
    {"__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "sources.yaml", "corrections.yaml", "edu_pipeline.toml"}
)
"""What file managers leave in a folder, and what this program is told by."""


def is_companion(name: str) -> bool:
    """Whether a file or folder lies beside documents and is none: hidden, the mark of a document that somebody has open
    (~$report.docx), or one of _COMPANIONS."""
    return name.startswith((".", "~$")) or name.lower() in _COMPANIONS


def shown(name: str) -> str:
    r"""The name with control characters, marks of direction and halves of pairs written out (\x07, \u202e)."""
    return _UNSEEN.sub(lambda found: _written(ord(found.group())), name)


def _written(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
