"""What is told by its content alone: keys of rows, and bytes.

What belongs here: how a key is made from its parts, and the hash of bytes that are not held at once.  What does not: which
parts a table's key has (the module that makes the rows).
"""

from __future__ import annotations

import hashlib
from typing import IO

_CHUNK = 1 << 20


def short_hash(*parts: object) -> str:
    """16 hex digits of the SHA-256 of the parts, written with `str` and joined by a unit separator."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8")).hexdigest()[:16]


def hash_stream(source: IO[bytes]) -> tuple[str, int]:
    """SHA-256 in hexadecimal, and size in bytes, of what is left to read."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size
