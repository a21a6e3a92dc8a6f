"""Tables to files: what was staged, checked and published, and how a reader opens it.

What belongs here: the fingerprint of an input, staged Parquet, the blocking rules,
the release (Parquet, DuckDB, datapackage.json) and the locks around them.
What does not: reading documents, deciding what a number means, checking single rows (quality), Dagster.

    errors        WarehouseError, of which all errors of this package are kinds
    files         files that appear whole or not at all
    lock          one writer at a time
    sources       one source file, as an input is made of them
    fingerprint   one word for an input: files, settings, code, reference data, versions
    parquet       a table as the same bytes every time
    staging       staged tables under the fingerprint of their input
    rules         what blocks a release: rules_keys and rules_spans by subject, on rules_base
    duckdb_file   the published tables as one DuckDB file
    datapackage   the published tables described as a Frictionless data package
    redaction     tables without the documents' words
    release       publishing and opening
"""
