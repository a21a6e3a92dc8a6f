"""The error that all errors of this package are kinds of.

What belongs here: WarehouseError.  What does not: its kinds, which stand where they are raised.
"""

from __future__ import annotations


class WarehouseError(Exception):
    """Something a person has to do something about; the message says what happened and what to do."""
