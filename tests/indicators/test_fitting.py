"""Which units an indicator can be in, by measure.

What belongs here: units alone.  What does not: what linking makes of a misfit (test_linking_units), and the columns of a
table (tests/quality/test_contracts).
"""

from __future__ import annotations

import pytest

from edu_pipeline.indicators.fitting import IMPOSSIBLE, UNUSUAL, USUAL, fits, summed, unit_fit

FITS = [
    ("bachelor_line_rate", "level", "%", USUAL),
    ("bachelor_line_rate", "level", "person", IMPOSSIBLE),
    ("bachelor_line_rate", "change", "person", IMPOSSIBLE),
    ("bachelor_line_rate", "change", "pp", USUAL),
    ("bachelor_line_rate", "change", "%", UNUSUAL),
    ("bachelor_line_rate", "growth", "%", USUAL),
    ("bachelor_line_rate", "rank", "rank", USUAL),
    ("institutions", "level", "year", IMPOSSIBLE),
    ("institutions", "level", "item", UNUSUAL),
    ("institutions", "growth", "institution", IMPOSSIBLE),
    ("students", "change", "place", IMPOSSIBLE),
    ("students", "change", "person-time", UNUSUAL),
    ("per_student_expenditure", "level", "CNY/person", USUAL),
    ("per_student_expenditure", "level", "m2", IMPOSSIBLE),
    ("satisfaction_rate", "level", "index", USUAL),
    ("satisfaction_rate", "level", "institution", IMPOSSIBLE),
    (None, "level", "institution", USUAL),
    (None, "level", "no such unit", IMPOSSIBLE),
]


@pytest.mark.parametrize(("code", "measure", "unit", "wanted"), FITS)
def test_unit_fit(code: str | None, measure: str, unit: str, wanted: int) -> None:
    assert unit_fit(code, measure, unit) == wanted


@pytest.mark.parametrize(
    ("code", "measure", "unit", "wanted"),
    [
        ("student_aid_amount", "level", "CNY/person", True),
        ("public_budget_education_expenditure", "level", "CNY/person", True),
        ("student_loan_amount", "level", "CNY/person", False),
        ("per_student_expenditure", "level", "CNY/person", False),
        ("student_aid_amount", "growth", "%", False),
        ("student_aid_amount", "level", "CNY", False),
        (None, "level", "CNY/person", False),
    ],
)
def test_summed(code: str | None, measure: str, unit: str, wanted: bool) -> None:
    assert summed(code, measure, unit) is wanted


NAMES = [
    ("tutoring_reduction_rate", "institution", "change", False),
    ("tutoring_reduction_rate", "pp", "change", True),
    ("tutoring_reduction_rate", "rank", "rank", True),
    ("tutoring_institutions", "institution", "change", True),
    ("students", "place", "change", False),
    ("students", "pp", "change", False),
    ("students", "%", "growth", True),
    ("students", None, "change", True),
    ("per_student_expenditure", "CNY", "level", True),
    ("per_student_expenditure", "person", "level", False),
]


@pytest.mark.parametrize(("code", "unit", "measure", "wanted"), NAMES)
def test_fits(code: str, unit: str | None, measure: str, wanted: bool) -> None:
    assert fits(code, unit, measure) is wanted
