"""Quality: what makes the tables trustworthy.

What belongs here: data contracts, bounds, arithmetic audits, relations between statements, findings, facts, corrections.
What does not: reading numbers out of texts (reading, language, indicators), files and releases (warehouse), reporting in
the Dagster UI (checks/).  Everything takes and gives Arrow tables of tables.py.
"""
