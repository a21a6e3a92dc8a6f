"""Why an address could not be fetched.

What belongs here: the errors of fetching.  What does not: where they are raised.

Their messages go into tables: fixed words, without times, ports of this machine or the system's own language.
"""

from __future__ import annotations


class FetchFailed(Exception):  # noqa: N818
    """An address that gave no document; `again` says whether another try may help, `after` how many seconds later."""

    def __init__(self, reason: str, again: bool = False, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.after = after


class Refused(FetchFailed):  # noqa: N818
    """An address that must not be fetched at all."""
