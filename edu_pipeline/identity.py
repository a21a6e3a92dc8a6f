"""Keys of rows: short hashes that depend on content alone.

What belongs here: how a key is made from its parts.  What does not: which parts a table's key has (the
module that makes the rows).
"""

from __future__ import annotations

import hashlib


def short_hash(*parts: object) -> str:
    """16 hex digits of the SHA-256 of the parts, written with `str` and joined by a unit separator."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()[:16]
