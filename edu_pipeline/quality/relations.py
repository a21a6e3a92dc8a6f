"""Statements that speak of the same fact: the table `relations`.

What belongs here: repeats, updates and conflicts between statements of one place, indicator, level, measure and
population.  What does not: targets and standards (targets), one total told in parts (retold), what a statement says
(statements), and which value readers get (facts follows `resolved_to`).

A coincidence is not a relation.  Labels must name the same population; values of flows that are not dated are compared
within their article; a conflict needs one period, two sentences, and prints that no value can satisfy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from edu_pipeline.identity import short_hash
from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.indicators.headings import named_level
from edu_pipeline.quality import retold, targets
from edu_pipeline.quality.clusters import Cluster, by_value
from edu_pipeline.quality.finding_rows import few, shown
from edu_pipeline.quality.populations import circle, umbrella
from edu_pipeline.quality.statements import Statement, days, nested, statements
from edu_pipeline.tables import TABLES

_FEW_DIGITS = 2
"""Undated flows of so few digits repeat by chance."""


def relate(observations_sound: pa.Table, articles: pa.Table) -> pa.Table:
    """The relations between the rows of `observations_sound`; `articles` gives dates and titles.

    Linear in the rows but for sorting.  Returns table `relations`.
    """
    found = statements(observations_sound, articles)
    return TABLES["relations"].from_rows(_unique((*_by_place(found), *retold.rows(found))))


def of_places(observations_sound: pa.Table, articles: pa.Table) -> pa.Table:
    """The relations between statements that are compared by place: `observations_sound` may be the rows of some places."""
    return TABLES["relations"].from_rows(_unique(_by_place(statements(observations_sound, articles))))


def of_articles(observations_sound: pa.Table, articles: pa.Table) -> pa.Table:
    """The relations within one article: `observations_sound` may be the rows of some articles.

    One that `of_places` finds too is that one's: `relate` is both.
    """
    return TABLES["relations"].from_rows(_unique(retold.rows(statements(observations_sound, articles))))


def _by_place(found: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    groups: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for statement in found:
        if statement.row["nature"] == "actual" and not statement.population.redacted:
            groups[_group(statement)].append(statement)
    for _, members in sorted(groups.items(), key=lambda item: str(item[0])):
        if len(members) > 1:
            yield from _within(members)
    yield from _redacted(found)
    yield from targets.rows(found)


def _unique(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    kept: dict[str, dict[str, Any]] = {}
    for row in rows:
        key = short_hash(row["relation"], row.get("standard_code"), *row["observation_ids"])
        kept.setdefault(key, {"relation_id": key, **row})
    return list(kept.values())


def _group(s: Statement) -> tuple[Any, ...]:
    row = s.row
    level = "*" if umbrella(row["indicator"], row["education_level"]) else row["education_level"]
    against = row["reference"] if row["measure"] in ("gap", "rank") else None
    words = s.population.without("averaged")
    return (s.place, row["indicator"], level, row["measure"], row["unit"], against, words, s.population.rest)


# ------------------------------------------------------------------------------------------------ one population
def _within(members: list[Statement]) -> Iterator[dict[str, Any]]:
    buckets: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for s in members:
        scope = "" if s.known else s.row["article_id"]
        buckets[scope, s.moment, s.row["education_level"], "averaged" in dict(s.population.words)].append(s)
    dated: list[Cluster] = []
    for key in sorted(buckets, key=str):
        clusters = _clusters(buckets[key])
        for cluster in clusters:
            if len(cluster) > 1 and _tellable(cluster):
                yield _repeat(cluster)
        if len(clusters) > 1:
            yield from _conflicts(clusters)
        if key[0] == "" and all(key[1]):
            dated.append(_followed(clusters)[0])
    yield from _over_time(dated)


def _clusters(found: list[Statement]) -> list[Cluster]:
    """Statements by value, in each in the order of the texts."""
    return [sorted(c, key=lambda s: s.order) for c in by_value(found)]


def _tellable(cluster: Cluster) -> bool:
    """Whether equal values may be called one fact: not undated small numbers, nor the numbers of a list."""
    first = cluster[0]
    if first.known:
        return first.population.named or not first.flow
    return first.digits > _FEW_DIGITS and (first.population.named or bool(first.population.key))


def _repeat(cluster: Cluster) -> dict[str, Any]:
    first = cluster[0]
    rule = "same_period" if first.known else "same_article"
    articles = len({s.row["article_id"] for s in cluster})
    where = f"in {articles} articles" if articles > 1 else "in one article"
    note = f"{first.row['label']} {_printed(first)}, told {len(cluster)} times {where}"
    return _relation("repeat", cluster, rule, note)


# ------------------------------------------------------------------------------------------------ conflicts
def _conflicts(clusters: list[Cluster]) -> Iterator[dict[str, Any]]:
    """One relation for all values that exclude one another: the pairs of a list of siblings do not count."""
    followed, *others = _followed(clusters)
    against = [c for c in others if _may_contradict(followed, c)]
    if not against:
        return
    best, reason = followed[0], _reason(followed[0], [c[0] for c in against])
    best = max(followed, key=_trust)
    members = [best, *(s for s in followed if s is not best), *(s for c in against for s in c)]
    values = few([_printed(c[0]) for c in against])
    yield _relation(
        "conflict",
        members,
        "same_period" if best.known else "same_article",
        f"{best.row['label']}: {_printed(best)} here, {values} elsewhere, for the same time; {reason}",
        difference=against[0][0].value - best.value,
        resolved_to=best.id,
    )


def _may_contradict(a: Cluster, b: Cluster) -> bool:
    pairs = [(s, t) for s in a[:8] for t in b[:8]]
    return any(_opposed(s, t) for s, t in pairs)


def _opposed(s: Statement, t: Statement) -> bool:
    same_place_in_text = s.row["article_id"] == t.row["article_id"] and s.row["sentence"] == t.row["sentence"]
    if same_place_in_text or not s.contradicts(t) or s.row["measure"] == "rank":
        return False
    if "title" in (s.dated, t.dated) and s.row["article_id"] != t.row["article_id"]:
        return False  # a year in a title is not the date of the number
    if not s.known and s.row["article_id"] != t.row["article_id"]:
        return False
    if s.row["article_id"] == t.row["article_id"] and _guessed(s) != _guessed(t):
        return False  # 毛入学率 below a heading, beside 高中阶段毛入学率
    if circle(s.clause) != circle(t.clause):
        return False  # 民办小学128所,在校生19.75万人 beside 小学7816所,在校生512.68万人
    if s.flow:  # 网络安全专项资金 and 督导专项资金 are two payments
        return s.population.firm and t.population.firm and s.population.core == t.population.core
    return s.population.named and t.population.named


def _guessed(s: Statement) -> bool:
    """Whether no word of the label says of which level it is, and neither the sentence nor the indicator's own level does."""
    level, spoken = s.row["education_level"], named_level(s.row["sentence"])
    if named_level(s.row["label"]) is not None:
        return False
    return spoken != level if spoken else level != catalogue()[s.row["indicator"]].default_level


def _trust(s: Statement) -> tuple[Any, ...]:
    """Newer document, more specific, more digits; then the earlier in the order of the sources."""
    date_ = s.article_date.toordinal() if s.article_date else 0
    specific = (s.row["comparator"] == "eq", s.row["period_basis"] == "stated")
    return (date_, *specific, s.digits)


def _followed(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters, the one to be followed first."""
    ranked = sorted(clusters, key=lambda c: min(s.order for s in c))
    ranked.sort(key=lambda c: max(_trust(s) for s in c), reverse=True)
    return ranked


def _reason(best: Statement, others: Sequence[Statement]) -> str:
    mine, theirs = _trust(best), max(_trust(o) for o in others)
    grounds = ("the newer document", "the number that is not rounded or bounded", "the one with its own time", "the one with more digits")  # fmt: skip
    for one, other, ground in zip(mine, theirs, grounds, strict=True):
        if one != other:
            return f"{ground} is followed"
    return "nothing tells which is right; the first is followed"


# ------------------------------------------------------------------------------------------------ over time
def _over_time(dated: list[Cluster]) -> Iterator[dict[str, Any]]:
    ordered = sorted(dated, key=lambda c: (c[0].moment[1], c[0].moment[0], c[0].order))
    for earlier, later in zip(ordered, ordered[1:], strict=False):
        first, second = earlier[0], later[0]
        if not (first.population.named or second.population.named) and first.row["measure"] == "level":
            continue
        if first.moment == second.moment:
            continue  # levels of an umbrella, or a mean beside a value
        if first.value == second.value:
            if not first.flow and first.row["measure"] == "level":
                yield _relation("repeat", [*earlier, *later], "unchanged", _unchanged(first, second))
        elif nested(first.span, second.span) and first.same_value(second):
            yield _relation("repeat", [*earlier, *later], "within_period", _unchanged(first, second))
        else:
            yield _update(earlier, later)


def _unchanged(first: Statement, second: Statement) -> str:
    return f"{second.row['label']} {_printed(second)} for {_when(second)}, as for {_when(first)}: unchanged, or carried over"


def _update(earlier: Cluster, later: Cluster) -> dict[str, Any]:
    first, second = earlier[0], later[0]
    note = f"{second.row['label']}: {_printed(first)} for {_when(first)}, {_printed(second)} for {_when(second)}"
    lengths = sorted((days(first.span), days(second.span)))
    unequal = first.flow and lengths[1] > 1.5 * lengths[0] + 31
    if unequal:
        note += "; the periods differ in length, so the difference is no development"
    if first.row["education_level"] != second.row["education_level"]:
        note += f"; the level is {first.row['education_level']} there and {second.row['education_level']} here"
    difference = None if unequal else second.value - first.value
    return _relation("update", [*earlier, *later], "later_period", note, difference=difference)


# ------------------------------------------------------------------------------------------------ redacted grades
def _redacted(found: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    """A statement whose grade was taken out repeats the one statement elsewhere that it agrees with, and its value shows
    which: (略)级示范园20所 is 省级示范园20所."""
    whole: dict[tuple[Any, ...], list[Statement]] = defaultdict(list)
    for s in found:
        if s.row["nature"] == "actual" and not s.population.redacted:
            whole[_ungraded(s), s.value].append(s)
    for s in found:
        if s.population.redacted and s.row["nature"] == "actual" and s.digits >= _FEW_DIGITS and not s.flow:
            same = whole.get((_ungraded(s), s.value), [])
            if same and len({t.population.key for t in same}) == 1:
                note = f"{s.row['label']} {_printed(s)}: its grade was taken out, {same[0].row['label']} has the same value"
                yield _relation("repeat", sorted([s, *same], key=lambda t: t.order), "grade_redacted", note)


def _ungraded(s: Statement) -> tuple[Any, ...]:
    row, population = s.row, s.population
    words = population.without("grade", "unknown_grade")
    return (s.place, row["indicator"], row["education_level"], row["measure"], row["unit"], words, population.rest)


# ------------------------------------------------------------------------------------------------ rows
def _relation(
    relation: str,
    members: Iterable[Statement],
    rule: str,
    note: str,
    *,
    difference: float | None = None,
    resolved_to: str | None = None,
) -> dict[str, Any]:
    return {
        "relation": relation,
        "observation_ids": list(dict.fromkeys(s.id for s in members)),
        "rule": rule,
        "difference": None if difference is None else round(difference, 9),
        "resolved_to": resolved_to,
        "note": note,
    }


def _printed(s: Statement) -> str:
    return f"{shown(s.value)} {s.row['unit']}"


def _when(s: Statement) -> str:
    start, end = s.span
    if s.dated == "title" and start is not None:
        return f"{start.year} (the year in the title)"
    return str(end) if start == end else f"{start} to {end}"
