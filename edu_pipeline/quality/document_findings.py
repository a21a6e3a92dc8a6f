"""What is to be said about documents and articles, from the tables: dates, places, copies, rights, what is missing.

What belongs here: complaints that rows of documents, articles and observations decide.  What does not: those that need
the text itself (text_findings), and single statistics (bounds).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import pyarrow as pa

from edu_pipeline.quality.finding_rows import Finding, counted, doubts, finding, quoted
from edu_pipeline.quality.text_findings import of_text
from edu_pipeline.reading import Remark

Row = Mapping[str, Any]
_FEW = 3
_NEARLY_ALL = 0.9


def find(
    documents: pa.Table, articles: pa.Table, quantities: pa.Table, observations_sound: pa.Table
) -> Iterator[Finding]:
    """The complaints about documents and articles."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for article in articles.sort_by([("document_id", "ascending"), ("ordinal", "ascending")]).to_pylist():
        by_document[article["document_id"]].append(article)
    numbers = _by_article(observations_sound, ("start", "end", "nature", "period_start", "period_end", "period_basis", "indicator"))  # fmt: skip
    spans = _by_article(quantities, ("quantity_id", "start", "end", "text"))
    read_from: dict[str, list[str]] = defaultdict(list)
    for key, origin in _pairs(observations_sound, "observation_id", "quantity_id"):
        read_from[origin].append(key)
    for row in chain.from_iterable(spans.values()):
        row["observation_ids"] = read_from.get(row["quantity_id"], [])
    for document in documents.to_pylist():
        yield from _of_file(document)
        if document["status"] == "ok" and document["text"] is not None:
            parts = [{**a, "source": document["source"]} for a in by_document[document["document_id"]]]
            yield from _of_articles(document, parts, numbers)
            yield from of_text(document, parts, spans)
            yield from _of_reader(document)


def _pairs(table: pa.Table, first: str, second: str) -> Iterator[tuple[str, str]]:
    return zip(table[first].to_pylist(), table[second].to_pylist(), strict=True)


def _by_article(table: pa.Table, names: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in table.select(["article_id", *names]).to_pylist():
        found[row["article_id"]].append(row)
    return found


# ------------------------------------------------------------------------------------------------ files
def _of_file(document: Row) -> Iterator[Finding]:
    where = {"document_id": document["document_id"], "source": document["source"]}
    if document["status"] == "failed":
        yield finding("unreadable", "documents", document["source"], f"{document['source']} could not be read. {document['error'] or ''}".strip(), where=where)  # fmt: skip
    if document["status"] == "duplicate":
        yield finding("duplicate_document", "documents", document["source"], f"{document['source']} has the same bytes as another file.", where=where)  # fmt: skip
    if document["rights"]:
        yield finding("rights_notice", "documents", document["source"], f"The text says: {quoted(document['rights'])} Do not pass it on without leave (--without-text leaves it out).", where=where, found=quoted(document["rights"]))  # fmt: skip


def _of_reader(document: Row) -> Iterator[Finding]:
    """What the reader said, at its place; what it said of the whole has none."""
    where = {"document_id": document["document_id"], "source": document["source"]}
    for remark in map(Remark.from_json, document["remarks"] or ()):
        somewhere = remark.end > remark.start
        start, end = (remark.start, remark.end) if somewhere else (None, None)
        found = quoted(document["text"][remark.start : remark.end]) or None
        yield finding(
            remark.code, "documents", document["source"], remark.words, where=where, start=start, end=end, found=found
        )


# ------------------------------------------------------------------------------------------------ articles
def _of_articles(
    document: Row, articles: Sequence[Row], numbers: Mapping[str, list[dict[str, Any]]]
) -> Iterator[Finding]:
    text = document["text"]
    ordinals = {a["article_id"]: a["ordinal"] for a in articles}
    places = {a["region_name"] for a in articles if a["region_name"] and a["duplicate_of"] is None}
    for article in articles:
        if article["duplicate_of"] is not None:
            yield _repeated(article, ordinals)
            continue
        if not article["complete"]:
            yield _on(article, "breaks_off", f"{_named(article)} stops inside a sentence or under a heading with nothing below it, or the contents page promises more: ask the source for the rest.")  # fmt: skip
        stated = numbers.get(article["article_id"], [])
        body = text[article["start"] : article["end"]]
        if stated:
            yield from _undated(article, body, stated)
            yield from _unplaced(article, body, len(stated))
            yield from _periods(article, stated)
            yield from _natures(article, stated)
    if len(places) > 1:
        yield from _relative_places(document, articles, len(places))
    yield from _several_dates(document, articles)


def _on(article: Row, check: str, message: str, found: str | None = None) -> Finding:
    return finding(check, "articles", article["article_id"], message, where=article, found=found)


def _named(article: Row) -> str:
    return f"“{quoted(article['title'])}”" if article["title"] else f"Article {article['ordinal']}"


def _repeated(article: Row, ordinals: Mapping[str, int]) -> Finding:
    original = ordinals.get(article["duplicate_of"])
    of = "an article of another document" if original is None else f"article {original} of this document"
    length = article["end"] - article["start"]
    return _on(article, "repeated_body", f"{_named(article)}: its {length} characters repeat {of}; the numbers of the copy are not counted again.")  # fmt: skip


def _undated(article: Row, body: str, stated: Sequence[Row]) -> Iterator[Finding]:
    if article["dated_on"] is None:
        words = _counted(doubts()["relative_times"], body)
        lost = sum(1 for row in stated if row["period_end"] is None)
        if not lost and not words:
            return  # its statistics state their own times, and nothing else hangs on its date
        untimed = (
            f"{lost} of its {len(stated)} statistics have no known time"
            if lost
            else "its statistics state their own times"
        )
        said = f"{_named(article)} has no date: {untimed}"
        if words:
            many = sum(words.values())
            said += f", and {counted(many, 'word')} {'depends' if many == 1 else 'depend'} on the date ({', '.join(list(words)[:_FEW])})"
        if lost:
            said += "; data/sources.yaml can give it one"
        yield _on(article, "no_date", said + ".")


def _unplaced(article: Row, body: str, statistics: int) -> Iterator[Finding]:
    if article["region_name"] is None:
        words = _counted(doubts()["relative_places"], body)
        said = f"{_named(article)} names no place that is known, and holds {statistics} statistics"
        if words:
            said += f"; {', '.join(list(words)[:_FEW])} could be anywhere"
        yield _on(article, "no_place", said + ".")


def _periods(article: Row, stated: Sequence[Row]) -> Iterator[Finding]:
    unknown = sum(
        1 for r in stated if r["period_start"] is None and r["period_end"] is None and r["nature"] == "actual"
    )
    open_ = sum(1 for r in stated if r["period_start"] is None and r["period_end"] is not None)
    if unknown or open_:
        said = f"{_named(article)}: of {len(stated)} statistics {open_} have a period without a known beginning, and {unknown} reported ones no known time."
        yield _on(article, "open_periods", said, found=str(unknown + open_))


def _natures(article: Row, stated: Sequence[Row]) -> Iterator[Finding]:
    targets = sum(1 for r in stated if r["nature"] == "target")
    if len(stated) >= 5 and targets >= _NEARLY_ALL * len(stated):
        said = f"{_named(article)}: {targets} of {len(stated)} statistics are targets or norms, not facts."
        yield _on(article, "only_targets", said, found=str(targets))


def _relative_places(document: Row, articles: Sequence[Row], places: int) -> Iterator[Finding]:
    text = "".join(document["text"][a["start"] : a["end"]] for a in articles if a["duplicate_of"] is None)
    words = _counted(doubts()["relative_places"], text)
    if words:
        listed = ", ".join(f"{word} {count}" for word, count in list(words.items())[:6])
        said = f"The document speaks of {places} places; {listed} mean the place of the article that they stand in."
        where = {"document_id": document["document_id"], "source": document["source"]}
        yield finding(
            "relative_place", "documents", document["source"], said, where=where, found=str(sum(words.values()))
        )


def _several_dates(document: Row, articles: Sequence[Row]) -> Iterator[Finding]:
    dates = sorted({str(d) for d in [document["published_on"], *(a["dated_on"] for a in articles)] if d})
    if document["published_on"] and len(dates) == 2 and len(articles) == 1:
        where = {"document_id": document["document_id"], "source": document["source"]}
        said = f"Published on {document['published_on']}, dated {articles[0]['dated_on']}: relative times are counted from the latter."
        yield finding("several_dates", "documents", document["source"], said, where=where, found=", ".join(dates))


def _counted(words: Sequence[str], text: str) -> dict[str, int]:
    """Words of the text, the most frequent first."""
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))
    found: dict[str, int] = defaultdict(int)
    for word in pattern.findall(text):
        found[word] += 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
