"""Pages to read a release by: an index with totals, plots and tables, and a page per document with its numbers marked.

What belongs here: HTML, and what it is filled with, from the published tables.  What does not: judging anything
(quality), writing tables and publishing (warehouse), Dagster.  This package stands to the right of warehouse.

    corpus       the tables of a release as views of a DuckDB connection
    before       the release before: its tables, and what differs
    words        codes and values in words for people
    overview     totals, checks and documents, now and in the release before
    plots        bars, drawn by Vega-Lite
    listings     the tables of the index: which rows they show
    scripts      these as data that the page loads when it needs it
    passages     a document's text in pieces, numbers marked
    details      what stands behind each number of some documents
    pages        the pages of documents
    kept         those of the report before that are the same
    library      DataTables, out of the Python package that carries it
    build        all files of a report
    place        the report of staged tables and of a release: where it lies, whether it is current

A report depends on the tables, on the release that it is compared with and on this package only: not on a clock.
Everything that a document says is text to these pages: Jinja escapes it, scripts put it in as text nodes, and the
pages' Content-Security-Policy runs no script but the report's own files.
"""
