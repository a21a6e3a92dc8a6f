"""What is odd about a single observation: its size, its unit, its time, its label.

What belongs here: complaints that one row and the catalogue decide.  What does not: rows that are not possible at all
(contract_rules), rows held against one another (comparisons), and the document around them (document_findings).

Every check is a mask over columns first; words are made for the rows it hits alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from edu_pipeline.indicators import fitting
from edu_pipeline.indicators.catalogue import catalogue
from edu_pipeline.quality import limits
from edu_pipeline.quality.finding_rows import Finding, doubts, on_observation, quoted, shown
from edu_pipeline.quality.populations import population

Row = Mapping[str, Any]
_DOUBLED = re.compile(r"^[\d.一二两三四五]*\s?[番倍]")
_GROWN = re.compile(r"(?:增长|下降|增加|减少)[^,，;；。]{0,6}?\d[\d.]*\s?[%％]")
_GROWTH_RATE = re.compile("增幅|增速|降幅|涨幅|增长率|增长速度")


def find(observations_sound: pa.Table, quantities: pa.Table, articles: pa.Table) -> Iterator[Finding]:
    """The complaints about single observations; `articles` gives their dates, `quantities` their print."""
    if not observations_sound.num_rows:
        return
    columns = observations_sound.column
    fits = limits.unit_fits(columns)
    low, high = limits.soft_bounds(columns)
    beyond = limits.outside(columns, low, high)
    over = _over_100(observations_sound)
    marked = {
        _over_100_finding: over,
        _soft_bound: beyond & ~over,
        _unit_finding: (fits == fitting.UNUSUAL) & ~_points(observations_sound),
        _points_finding: _points(observations_sound),
        _percent_of_rate: _percent_changes(observations_sound),
        _person_times: _where(observations_sound, "unit", "person-time"),
        _share_of_count: _where(observations_sound, "unit", "%") & _where(observations_sound, "measure", "level"),
        _forecast: _sentence_has(observations_sound, doubts()["forecasts"]),
        _year_like: _year_like_values(observations_sound),
        _vague_label: _where(observations_sound, "unit", "%"),
        _unit_not_printed: np.asarray(pc.is_null(observations_sound["unit_text"]).to_numpy()),
        _ratio_order: _where(observations_sound, "unit", "student/teacher"),
    }
    for judge, mask in marked.items():
        yield from _judged(observations_sound, mask, judge)
    yield from _dates(observations_sound, articles)
    yield from _cut_numbers(observations_sound, quantities)
    yield from _magnitudes(observations_sound)


def _judged(table: pa.Table, mask: np.ndarray, judge: Callable[[Row], Finding | None]) -> Iterator[Finding]:
    for row in table.filter(pa.array(mask)).to_pylist():
        found = judge(row)
        if found is not None:
            yield found


def _where(table: pa.Table, column: str, word: str) -> np.ndarray:
    return np.asarray(pc.fill_null(pc.equal(table[column], word), False).to_numpy())


def _sentence_has(table: pa.Table, words: list[str]) -> np.ndarray:
    pattern = "|".join(re.escape(word) for word in words)
    return np.asarray(pc.match_substring_regex(table["sentence"], pattern).to_numpy())


# ------------------------------------------------------------------------------------------------ size
def _over_100(table: pa.Table) -> np.ndarray:
    values = np.fmax(limits.numbers(table["value"]), limits.numbers(table["value_max"]))
    return (values > 100) & _where(table, "unit", "%") & _where(table, "measure", "level")


_EXCEEDED = "It sets what was done against what was planned, so over 100 % means that more was done than planned"
_OF_OTHERS = "It counts part of a group against the whole, so over 100 % means that pupils from elsewhere are counted"


def _over_100_finding(row: Row) -> Finding:
    indicator = catalogue().indicators.get(row["indicator"] or "")
    value = f"{shown(row['value'])} %"
    of = f"{row['label']} ({row['region_name'] or 'place unknown'})"
    if indicator is None or indicator.unit != "%":
        return on_observation("over_100_uncatalogued", row, f"{of} is {value}, and nothing tells whether it may exceed 100 %.", expected="up to 100", found=value)  # fmt: skip
    reason = f" Why: {indicator.bounds_source.removeprefix('edu_pipeline: ')}." if indicator.bounds_source else ""
    if indicator.over_100 == "expected":
        said = f"{of} is {value}. A gross ratio counts pupils of every age, and those who moved in, against one age group, so over 100 % is no error.{reason}"
        return on_observation("over_100_expected", row, said, expected="may exceed 100", found=value)
    if indicator.over_100 == "doubtful":
        said = f"{of} is {value}. {_OF_OTHERS if indicator.group == 'participation' else _EXCEEDED}, or another base.{reason}"
        return on_observation("over_100_doubtful", row, said, expected="up to 100", found=value)
    return on_observation("over_100_impossible", row, f"{of} is {value}, but it is a share of a whole.{reason}", expected="up to 100", found=value)  # fmt: skip


_SHORTER_THAN_A_YEAR = re.compile(r"每[天日餐月周]|/[天日餐月]")


def _soft_bound(row: Row) -> Finding | None:
    indicator = catalogue()[row["indicator"]]
    if row["unit"].startswith("CNY") and _SHORTER_THAN_A_YEAR.search(_subject(row) + (row["unit_text"] or "")):
        return None  # 每生每天3元: the bounds are of a year
    low, high = indicator.soft_bounds(row["education_level"])
    share = limits.share_of_country(indicator.code, row["region_code"])
    high = None if high is None else high * share
    place = f" in a {limits.rank_of(row['region_code'])}" if share < 1 else ""
    usual = f"{'any' if low is None else shown(low)} to {'any' if high is None else shown(high)}"
    said = f"{row['label']} of {shown(row['value'])} {row['unit']} is outside what is usual for {indicator.name_en} at level {row['education_level']}{place} ({usual}): a misprint, a misreading, or a special case."
    return on_observation("soft_bound", row, said, expected=usual, found=shown(row["value"]))


# ------------------------------------------------------------------------------------------------ unit
def _points(table: pa.Table) -> np.ndarray:
    """Percentage points of anything that is not known to be a rate."""
    moved = _where(table, "measure", "change") | _where(table, "measure", "growth") | _where(table, "measure", "gap")
    rates = pa.array([i.code for i in catalogue() if i.unit == "%"])
    rate = np.asarray(pc.is_in(table["indicator"], value_set=rates).to_numpy())
    return moved & _where(table, "unit", "pp") & ~rate


def _points_finding(row: Row) -> Finding | None:
    subject = _subject(row)
    if _GROWTH_RATE.search(row["label"]) or _GROWTH_RATE.search(subject) or _GROWN.search(_said_before(row)):
        return None  # 高于全省增幅2个百分点; 增长9.8%,财政收入增长7.1%,前者高2.7个百分点
    of = row["label"]
    if row["indicator"] is None:
        if abs(row["value"]) <= 100 and (_rates().search(subject) or not _counts().search(subject)):
            return None
        of = quoted(subject) or of
    said = f"{of} is counted, not a share, so it cannot change by {shown(row['value'])} percentage points: a percentage must be meant, or a rate that is not named."
    return on_observation("points_for_percent", row, said, expected="%", found="pp")


@cache
def _rates() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, doubts()["rates"])))


@cache
def _counts() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, doubts()["counts"])))


def _number_at(row: Row) -> int | None:
    """Where the sentence prints the number: with its unit, and not inside another number, as far as that tells."""
    if not row["value_text"]:
        return None
    number = rf"(?<![\d.,，]){re.escape(row['value_text'])}(?![\d.,，]\d|\d)"
    for pattern in (rf"{number}\s?{re.escape(row['unit_text'] or '')}", number, re.escape(row["value_text"])):
        found = re.search(pattern, row["sentence"])
        if found:
            return found.start()
    return None


def _said_before(row: Row) -> str:
    at = _number_at(row)
    return row["sentence"][:at] if at else ""


def _subject(row: Row) -> str:
    """The words before the number up to the last mark; where they are only a verb, those before that too."""
    at = _number_at(row)
    if at is None:
        return str(row["label"])
    clauses = re.split(r"[,，;；。:：]", row["sentence"][:at])
    return clauses[-1] if len(clauses[-1]) > 6 or len(clauses) == 1 else clauses[-2] + clauses[-1]


def _unit_finding(row: Row) -> Finding | None:
    if row["unit"] == "%" and row["measure"] in ("level", "change", "gap", "growth"):
        return None  # percent_of_rate or share_of_count says it
    code, measure = row["indicator"], row["measure"]
    usual = catalogue()[code].allowed(measure) if code else fitting.usual_units(measure)
    said = f"{row['label']}: a {measure} of {code or 'anything'} is not usually in {row['unit']}, but in {' or '.join(usual)}."
    return on_observation("unit_unusual", row, said, expected=" or ".join(usual), found=row["unit"])


def _percent_changes(table: pa.Table) -> np.ndarray:
    moved = _where(table, "measure", "change") | _where(table, "measure", "growth") | _where(table, "measure", "gap")
    return moved & _where(table, "unit", "%")


def _percent_of_rate(row: Row) -> Finding | None:
    indicator = catalogue().indicators.get(row["indicator"] or "")
    if indicator is not None and indicator.unit != "%":
        return None
    if indicator is None and not re.search("率|比例|占比|比重|覆盖面", _subject(row)):
        return None
    if "番" in (row["value_text"] or "") + (row["unit_text"] or "") or _DOUBLED.search(
        row["sentence"][_number_at(row) or 0 :][:8]
    ):
        return None  # 翻了一番 is relative
    said = f"{row['label']} is a rate, and its {row['measure']} is printed as {shown(row['value'])} %: relative, or percentage points?"
    return on_observation("percent_of_rate", row, said, expected="pp", found="%")


def _person_times(row: Row) -> Finding | None:
    indicator = catalogue().indicators.get(row["indicator"] or "")
    if indicator is None or indicator.unit != "person":
        return None
    said = f"{row['label']} of {shown(row['value'])} is in person-times (人次): who came twice counts twice."
    return on_observation("person_times", row, said, expected="person", found="person-time")


def _share_of_count(row: Row) -> Finding | None:
    indicator = catalogue().indicators.get(row["indicator"] or "")
    if indicator is None or indicator.unit == "%" or "index" in indicator.units_allowed:
        return None
    said = f"{row['label']} of {shown(row['value'])} % is a share of what {indicator.code} counts."
    return on_observation("share_of_count", row, said, expected=indicator.unit, found="%")


# ------------------------------------------------------------------------------------------------ words
def _forecast(row: Row) -> Finding | None:
    if row["nature"] != "actual" or not row["value_text"]:
        return None
    words = "|".join(map(re.escape, doubts()["forecasts"]))
    near = re.search(
        rf"({words})[^,，。;；、]{{0,16}}?(?<![0-9.]){re.escape(row['value_text'])}(?![0-9.])", row["sentence"]
    )
    if near is None:
        return None
    said = f"{row['label']} of {shown(row['value'])} {row['unit']} is expected ({near[1]}), not measured."
    return on_observation("forecast", row, said, found=quoted(near[0]))


def _year_like_values(table: pa.Table) -> np.ndarray:
    values = limits.numbers(table["value"])
    counted = ~np.asarray(
        pc.is_in(table["unit"], value_set=pa.array(["%", "pp", "CNY", "CNY/person", "CNY/year"])).to_numpy()
    )
    return counted & (values >= 1949) & (values <= 2040) & (values % 50 != 0) & (values % 1 == 0)


def _year_like(row: Row) -> Finding | None:
    if row["value_text"] and not re.fullmatch(r"\d{4}", row["value_text"]):
        return None
    return on_observation("year_like", row, f"{row['label']}: {shown(row['value'])} {row['unit']} looks like a year.")


def _vague_label(row: Row) -> Finding | None:
    if row["indicator"] is None or row["measure"] != "level":
        return None
    about = population(row["indicator"], row["label"], row["region_name"])
    if about.firm or about.words or len(about.rest) > 2 or not re.search("[率比]", row["label"]):
        return None
    said = f"{row['label']} does not say whose; it was taken for {row['indicator']} at level {row['education_level']} from what stands around it."
    return on_observation("vague_label", row, said, found=row["label"])


def _unit_not_printed(row: Row) -> Finding | None:
    if row["unit"] in ("index", "rank", "student/teacher", "other", "%"):
        return None
    said = f"{row['label']}: no unit stands after {row['value_text'] or shown(row['value'])}; {row['unit']} was taken from what is counted."
    return on_observation("unit_not_printed", row, said, found=row["value_text"])


def _ratio_order(row: Row) -> Finding | None:
    if not re.search("[:：∶比]", row["value_text"] or ""):
        return None
    said = f"{row['label']} is printed as {row['value_text']}: {shown(row['value'])} students for one teacher."
    return on_observation("ratio_order", row, said, found=row["value_text"])


# ------------------------------------------------------------------------------------------------ time and print
def _dates(table: pa.Table, articles: pa.Table) -> Iterator[Finding]:
    dated = {a["article_id"]: a["dated_on"] for a in articles.select(["article_id", "dated_on"]).to_pylist()}
    actual = table.filter(pc.and_(pc.equal(table["nature"], "actual"), pc.is_valid(table["period_start"])))
    dates = pa.array([dated.get(a) for a in actual["article_id"].to_pylist()], pa.date32())
    later = pc.fill_null(pc.greater(actual["period_start"], dates), False)
    for row in actual.filter(later).to_pylist():
        day = dated[row["article_id"]]
        said = f"{row['label']} is reported as a fact for {row['period_start']}, but the article is of {day}."
        yield on_observation("actual_in_future", row, said, expected=f"up to {day}", found=str(row["period_start"]))


def _cut_numbers(table: pa.Table, quantities: pa.Table) -> Iterator[Finding]:
    broken = quantities.filter(pc.match_substring_regex(quantities["text"], r"[\r\n]"))
    if broken.num_rows:
        texts = dict(zip(broken["quantity_id"].to_pylist(), broken["text"].to_pylist(), strict=True))
        cut = pc.is_in(table["quantity_id"], value_set=broken["quantity_id"].combine_chunks())
        for row in table.filter(cut).to_pylist():
            text = texts[row["quantity_id"]]
            said = f"A break cuts {quoted(text)}: read by line, it would be {text.split()[0]}."
            yield on_observation("number_across_break", row, said, found=quoted(text))


def _magnitudes(table: pa.Table) -> Iterator[Finding]:
    """万 and 亿 in one sentence: one finding, at its first amount of money in 亿."""
    money = table.filter(
        pc.and_(pc.equal(table["unit"], "CNY"), pc.match_substring_regex(table["sentence"], r"\d\s*万元"))
    )
    seen: set[tuple[str, str]] = set()
    for row in money.filter(pc.match_substring_regex(money["sentence"], r"\d\s*亿元")).to_pylist():
        key = (row["article_id"], row["sentence"])
        if key not in seen:
            seen.add(key)
            printed = re.findall(r"[\d.]+\s*[万亿]元", row["sentence"])
            said = f"Amounts in 万 and in 亿 stand in one sentence: {', '.join(printed[:6])}."
            yield on_observation("mixed_magnitudes", row, said)
