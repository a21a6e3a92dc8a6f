"""Checks of `documents`: what could be read.

What belongs here: the table of files.  What does not: what stands in their text (articles, quantities).
"""

from checks.shared import about, contract, counts, keys, should, table_checks

documents_checks = table_checks(
    "documents",
    contract("documents"),
    keys("documents"),
    should(
        "all_read",
        "Every file could be read. One that could not is a row with status `failed` and the reason, and the others are"
        " published without it.",
        "Files that could not be read: {n}.",
        "SELECT source, byte_size, error FROM documents WHERE status = 'failed'",
    ),
    counts(
        "copies",
        "Files with the same bytes as another. They are read once, so they do no harm.",
        "Files that are copies of another: {n}.",
        """SELECT d.source, f.source AS copy_of FROM documents d
            LEFT JOIN documents f ON f.document_id = d.document_id AND f.status = 'ok' WHERE d.status = 'duplicate'""",
    ),
)
documents_findings = table_checks("documents", *about("documents"), after=["findings"], name="findings")
