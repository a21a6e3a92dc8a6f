"""The entries of linking.yaml: which nouns, verbs and words near a number make which indicator of it.

What belongs here: reading them, and which of them can be asked of a number at all.  What does not: the words around the
number (nouns), finding words in a text (lexicon).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from edu_pipeline.reference import load


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of linking.yaml; an empty set asks for nothing."""

    code: str
    unit: frozenset[str]
    head: frozenset[str]
    verb: frozenset[str]
    near: frozenset[str]
    after: frozenset[str]
    topic: frozenset[str]
    unless: frozenset[str]
    beside: frozenset[str]
    measure: str | None
    level: str | None
    firm: bool
    way: str | None
    stock: bool


@cache
def links() -> tuple[Link, ...]:
    """The links of linking.yaml, in the order in which they are tried, classes written out."""
    data = load("linking.yaml")
    classes: dict[str, list[str]] = data["classes"]

    def expand(words: Iterable[str]) -> frozenset[str]:
        return frozenset(x for w in words for x in (classes[w[1:]] if w.startswith("$") else [w]))

    return tuple(
        Link(
            code=entry["code"],
            unit=frozenset(entry["unit"]),
            **{
                name: expand(entry.get(name, ()))
                for name in ("head", "verb", "near", "after", "topic", "unless", "beside")
            },
            measure=entry.get("measure"),
            level=entry.get("level"),
            firm=entry.get("firm", False),
            way=entry.get("way"),
            stock=entry.get("stock", False),
        )
        for entry in data["links"]
    )


@cache
def head_words() -> frozenset[str]:
    """The nouns that links ask for."""
    return frozenset(w for link in links() for w in link.head)


class Choice:
    """The links of one unit, to be asked by the nouns of a number."""

    __slots__ = ("_by_head", "_headless")

    def __init__(self, links: Sequence[Link]) -> None:
        heads = {head for link in links for head in link.head}
        self._headless = [link for link in links if not link.head]
        self._by_head = {h: {i: x for i, x in enumerate(links) if not x.head or h in x.head} for h in heads}

    def asked_of(self, heads: AbstractSet[str]) -> Iterable[Link]:
        """The links that ask for no noun or for one of these, in their order."""
        known = [self._by_head[head] for head in heads if head in self._by_head]
        if len(known) < 2:
            return known[0].values() if known else self._headless
        found = {order: link for listed in known for order, link in listed.items()}
        return [found[order] for order in sorted(found)]

    def knows(self, heads: AbstractSet[str]) -> bool:
        """Whether a link asks for one of these nouns."""
        return not self._by_head.keys().isdisjoint(heads)


@cache
def links_by_unit(firm: bool | None) -> dict[str, Choice]:
    """The links by canonical unit: the firm ones, the others, or all."""
    by_unit: dict[str, list[Link]] = defaultdict(list)
    for link in (one for one in links() if firm is None or one.firm == firm):
        for unit in link.unit:
            by_unit[unit].append(link)
    return {unit: Choice(found) for unit, found in by_unit.items()}
