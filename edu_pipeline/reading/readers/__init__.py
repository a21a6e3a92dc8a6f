"""The readers: one module a format, each with a function `(data: bytes, limits: Limits) -> ReadDocument`.

What belongs here: what is particular to one format.  What does not: choosing the reader (formats), and what all of them
need (encodings, blocks, building).  Third-party parsers are imported inside the functions that need them, so that a
process pays only for the formats it meets.
"""
