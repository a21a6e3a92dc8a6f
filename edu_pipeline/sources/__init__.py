"""Where documents come from: folders, single files and addresses, and what is known about each.

What belongs here: which bytes there are to read, under which name, and what the registry says of them.  What does not:
what stands in them (reading), which rows they give (extract), Dagster.

    registry    the YAML file that names sources and what is known about them
    scan        the files below a folder, and in archives
    addresses   which addresses may be asked; connection: reaching the host that was checked
    fetch, s3   asking one address
    kept        every version that an address gave, and its state
    collect     asking all addresses, and what each is read from afterwards
    gather      all of it as one list
    problems    why an address could not be fetched
"""
