"""Names of files as tables can hold them and people can see them.

What belongs here: characters of a name that would not be seen, or would change how the rest is seen.  What does not:
which files there are.
"""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def shown(name: str) -> str:
    r"""The name with control characters, marks of direction and halves of pairs written out (\x07, \u202e)."""
    return _UNSEEN.sub(lambda found: _written(ord(found.group())), name)


def _written(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
