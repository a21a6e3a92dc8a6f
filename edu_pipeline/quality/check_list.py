"""Every check that can complain: its code, how grave it is, and what it means for a newcomer.

What belongs here: the list of checks.  What does not: how each finds what it complains of (bounds, comparisons,
document_findings, text_findings).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CheckInfo:
    """`severity` is that of all findings of this code; `description` is for a person who never met it."""

    code: str
    severity: str
    description: str


_ERRORS = {
    "unreadable": "A file could not be read. Nothing of it is in the tables.",
    "quarantined": "A row breaks the data contract and was set aside. It is whole, with every reason, in quarantine.",
    "arithmetic_inconsistent": "Numbers that a document joins do not fit: parts and total, share, average, change.",
    "over_100_impossible": "A share of a whole exceeds 100 %.",
    "contents_unfulfilled": "The contents page lists articles that the text does not hold: what is missing is not in the tables.",
    "repeated_body": "The text of an article stands twice. The copy states nothing, so that nothing is counted twice.",
    "characters_lost": "Bytes that the encoding does not know stand in the text.",
    "correction_unmatched": "A correction fits no observation any more: it was perhaps made for an earlier reading.",
    "correction_refused": "A correction was not followed: its quote holds several numbers, or the corrected row would break the data contract.",
}
_WARNINGS = {
    "over_100_doubtful": "A rate that should not exceed 100 % does: pupils from elsewhere are counted, a plan was exceeded, or another base.",
    "soft_bound": "A value is outside what is usual for its indicator and level.",
    "unit_unusual": "A unit that the indicator is not measured in, though it could be meant.",
    "points_for_percent": "Percentage points are printed for something that is counted: a percentage must be meant.",
    "percent_of_rate": "The change of a rate is printed in %: relative, or percentage points?",
    "actual_in_future": "A value is reported as a fact for a time after the document's date.",
    "forecast": "A value stands among the facts and is only expected (预计).",
    "conflict": "Two statements of one fact exclude each other; the relation says which one the facts follow.",
    "several_values": "Values that no word, unit or time tells apart stand for one thing: the parts of something, or a slip. Read the sentence.",
    "sudden_change": "A value differs a lot from the same place's earlier one: a real change, or another scope.",
    "outlier": "A rate is far from that of all other places.",
    "no_date": "An article has no date: what it says of today, this year or recent years cannot be dated.",
    "no_place": "An article's place is not known, or only told by words as 我市.",
    "breaks_off": "An article breaks off before its end.",
    "redaction": "Words were taken out of the text and marked, as (略) or *.",
    "redacted_beside_number": "Something was taken out next to a number: its year, grade, subject or part of it may be lost.",
    "missing_section": "Numbers of sections jump: a section is missing.",
    "silent_deletion": "A common character never occurs: words were taken out without a mark.",
    "text_older_than_date": "A text looks forward to a day before its date: it was written earlier, and 目前 is older too.",
    "misprint": "A word is misprinted.",
    "ocr_doubtful": "Characters of a scan that could be others: look at the page before you trust a number there.",
    "ocr_lost_line": "A line of a scan was seen and not read: its numbers are not in the tables.",
    "sheet_truncated": "A spreadsheet has more rows or columns than are read: the rest is not in the tables.",
    "old_version": "An address could not be fetched; what it gave an earlier time was read in its place.",
    "formula_unread": "Cells of a spreadsheet hold formulas whose results are not stored: what they would show is not in the tables.",
    "part_unread": "A part of the file could not be read, or is not: what it says is not in the tables.",
}
_INFOS = {
    "over_100_expected": "A gross ratio exceeds 100 %: pupils of every age are divided by one age group.",
    "over_100_uncatalogued": "A percentage over 100 that no indicator of the catalogue explains.",
    "share_of_count": "The value is a share of what the indicator counts, not a count.",
    "recomputed": "How much of the arithmetic that a document announces was recomputed, and why the rest could not be.",
    "person_times": "Persons are counted each time (人次): not to be added to or compared with numbers of persons.",
    "year_like": "A count that looks like a year.",
    "vague_label": "The text names a rate but not of whom.",
    "number_across_break": "A line or page break cuts the number.",
    "mixed_magnitudes": "万 and 亿 stand in one sentence.",
    "carried_over": "A value is the same as in an earlier report: unchanged, or copied.",
    "stated_twice": "One fact is told twice in an article.",
    "below_standard": "A value misses a national standard.",
    "target_missed": "A value misses the target that was set for it.",
    "corrected": "A person corrected or withdrew this observation.",
    "duplicate_document": "The file has the same bytes as another one; it states nothing of its own.",
    "rights_notice": "The text forbids or limits its redistribution.",
    "several_dates": "The document names different days as its date.",
    "metadata_empty": "The document's own description has empty fields.",
    "relative_place": "我市, 全市 and the like change their meaning between the articles of the document.",
    "only_targets": "Nearly all statistics of the article are targets or norms, not facts.",
    "open_periods": "Statistics whose period has no known beginning (近年来, 累计), or no known time at all.",
    "page_break": "A line or page break stands inside a sentence.",
    "interrupted_sentence": "A caption or page number stands inside a sentence.",
    "captions": "Captions of photographs stand between the paragraphs.",
    "furniture": "Lines of the page around the text (menus, links, notices); their numbers are noise.",
    "mixed_marks": "Full-width and ASCII marks are mixed, or ratios are printed with two different marks.",
    "glued_paragraph": "A paragraph begins inside a line: its line break was lost.",
    "ambiguous_deadline": "A deadline as 2027年前 can mean before that year, or by its end.",
    "unit_not_printed": "No unit stands after the number; it was taken from what is counted.",
    "ratio_order": "A ratio is printed in two numbers; the second is its value.",
    "traditional_script": "A text in traditional characters was read, and is kept, in simplified ones.",
    "from_registry": "The document does not say this of itself; the registry of sources does.",
    "charset_ignored": "The page names an encoding that its bytes are not in; they were read as what they are.",
    "ending_differs": "The name of the file promises another format than it holds.",
    "merged_cells": "Cells of a table are merged; their text stands once in the document's text and counts for each.",
    "sheet_hidden": "A sheet, row or column of a spreadsheet is hidden; it was read as the others are.",
    "remote_reference": "The document refers to something elsewhere (a picture, a frame, a template), which was not fetched.",
    "macros_ignored": "The document holds macros; they were not run.",
    "stray_blank": "A blank stands inside a word, date or number.",
}

CHECKS: dict[str, CheckInfo] = {
    code: CheckInfo(code, severity, text)
    for severity, listed in (("error", _ERRORS), ("warning", _WARNINGS), ("info", _INFOS))
    for code, text in listed.items()
}
"""All checks by code."""

QUOTING = frozenset(
    {
        "ambiguous_deadline",
        "captions",
        "contents_unfulfilled",
        "forecast",
        "furniture",
        "glued_paragraph",
        "interrupted_sentence",
        "metadata_empty",
        "misprint",
        "missing_section",
        "number_across_break",
        "ocr_doubtful",
        "ocr_lost_line",
        "page_break",
        "redacted_beside_number",
        "redaction",
        "silent_deletion",
        "stray_blank",
        "text_older_than_date",
        "traditional_script",
    }
)
"""Codes whose findings quote the text: a release without text says of them what the check means, and where."""

DOUBTFUL = frozenset(code for code, check in CHECKS.items() if check.severity != "info")
"""Codes whose findings make what they are about doubtful."""
