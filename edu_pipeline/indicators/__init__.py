"""Quantities and their context become observations: the catalogue, linking, timing, standards.

What belongs here: what a number means.  What does not: finding numbers, dates and places in a text (language), and
judging a value (quality).
"""
