"""Where documents come from: folders, single files and addresses, and what is known about each.

What belongs here: which bytes there are to read, under which name, and what the registry says of them.  What does not:
what stands in them (reading), which rows they give (extract), Dagster.

    scan        the files below a folder
"""
