"""Event logs of the care chain: prepared once, then every question is one pass over coded events.

    prepare   a CSV, Parquet, XES or Excel file becomes a prepared log: coded, sorted, memory-mapped
    log       the prepared log, as it is opened again
    answers   what a log tells: arcs, links, months, variants, throughput, waiting now

An event belongs to a case (zaak), is a step (activity), and mostly happened at an organisation. Moments are whole
microseconds since 1970 in UTC. Code 0 is "nothing filled in"; it is never counted as an organisation.
Nothing is imported here: Polars and numba are heavy, and only what calculates loads them.
"""
