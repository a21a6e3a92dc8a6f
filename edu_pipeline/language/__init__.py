"""Text to quantities, periods and places.

What belongs here: what words and numerals mean wherever they stand (numerals, units, times, places, the cut of
a paragraph into sentences and clauses).  What does not: which indicator a number states (indicators), and
anything that needs more than one paragraph and the article's own place and date.
"""
