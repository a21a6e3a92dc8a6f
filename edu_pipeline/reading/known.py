"""What is known about a document beside its bytes, and how much of it was needed.

What belongs here: the facts that a registry or a server gives, and filling what the document does not say.  What does
not: where they come from (edu_pipeline.sources), which place a code is (language).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from edu_pipeline.reading.model import FrontMatter, Remark


@dataclass(frozen=True, slots=True)
class Known:
    """Facts from elsewhere; `place` is a GB/T 2260 code, `media_type` what a server called the bytes."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    place: str | None = None
    rights: str | None = None
    media_type: str | None = None

    @classmethod
    def of(cls, given: Mapping[str, Any] | None) -> Known:
        """From a mapping of these names; published_on may be a date or its ISO text.  Raises ValueError for another."""
        values = {name: value for name, value in (given or {}).items() if name in cls.__slots__ and value}
        day = values.get("published_on")
        return cls(**{**values, **({"published_on": date.fromisoformat(day)} if isinstance(day, str) else {})})


@dataclass(slots=True)
class Filling:
    """The known facts of a document while it is read; `used` counts which were needed, by what they are of."""

    known: Known
    used: Counter[str] = field(default_factory=Counter)

    def front(self, front: FrontMatter) -> FrontMatter:
        """The front matter with what the document does not say."""
        given = {
            name: value
            for name in ("title", "publisher", "published_on", "rights")
            if (value := getattr(self.known, name)) and not getattr(front, name)
        }
        self.used.update(list(given))
        return replace(front, **given)

    def date(self, stated: date | None) -> date | None:
        """An article's date: its own, else the known one."""
        if stated is None and self.known.published_on is not None:
            self.used["article_date"] += 1
            return self.known.published_on
        return stated

    def remark(self) -> Remark | None:
        """What was needed, in words."""
        words = [_WORDS[name].format(self.used[name]) for name in _WORDS if self.used[name]]
        if not words:
            return None
        return Remark(
            "from_registry", 0, 0, f"Taken from the registry, for the document does not say it: {', '.join(words)}."
        )


_WORDS = {
    "title": "title",
    "publisher": "publisher",
    "published_on": "date of publication",
    "rights": "rights",
    "article_date": "date of {} article(s)",
    "article_place": "place of {} article(s)",
}
