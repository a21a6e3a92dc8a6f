"""Commands of the command line beside `run`: one module per subject.

    shared     options, errors in words, consoles
    releases   listing, comparing and going back
    look       settings, and from a row back to the document

What belongs here: options, words for the terminal, exit codes.  What does not: the work.  Only light modules are
imported at the top, so that --help is quick.
"""
