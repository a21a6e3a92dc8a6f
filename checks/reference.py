"""Checks of the reference tables: indicators, education_levels, units, regions.

What belongs here: the vocabulary that a release explains itself with.  What does not: rows read from documents.
"""

from checks.shared import contract, keys, table_checks

indicators_checks = table_checks("indicators", contract("indicators"), keys("indicators"))
education_levels_checks = table_checks("education_levels", contract("education_levels"), keys("education_levels"))
units_checks = table_checks("units", contract("units"), keys("units"))
regions_checks = table_checks("regions", contract("regions"), keys("regions"))
