"""How many cases are at each station in each month: the waves, the busy and the empty months of a log."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from schakel.methods.eventlog import frames
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.months import said
from schakel.methods.eventlog.selection import Selection


@dataclass(frozen=True)
class Density:
    """Cases by station and local month in which an event begins; a case counts once in each.

    months: "2026-03", every one from the first to the last. rows: name of the station and its cases in each month, the
    station that cases come to earliest (middle place in a case) first.
    """

    months: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def density(log: PreparedLog, selection: Selection, level: str, *, most: int = 24) -> Density:
    """The density of a selection; of many stations those with the most cases.

    level: ``activity`` or ``organisation``; what is not filled in is left out. Nothing selected has no months.
    """
    local = pl.col("start").cast(pl.Datetime("us", "UTC")).dt.convert_time_zone(log.zone)
    events = frames.events_of(log, selection).select(
        "case",
        code=pl.col(level),
        month=local.dt.year().cast(pl.Int64) * 12 + local.dt.month().cast(pl.Int64) - 1,
        place=pl.int_range(pl.len()).over("case"),
    )
    events = events.filter(pl.col("code") != 0)
    if not events.height:
        return Density((), ())
    names = log.organisations if level == "organisation" else log.activities
    first, last = events["month"].min(), events["month"].max()
    assert isinstance(first, int)
    assert isinstance(last, int)
    stations = events.group_by("code").agg(n=pl.col("case").n_unique(), place=pl.col("place").median())
    kept = (
        stations.sort("n", "code", descending=[True, False])
        .head(most)
        .sort("place", "code")["code"]
        .to_list()
    )
    counts = {
        (code, month): n
        for code, month, n in events.group_by("code", "month").agg(n=pl.col("case").n_unique()).iter_rows()
    }
    every = range(first, last + 1)
    return Density(
        tuple(said(month) for month in every),
        tuple((names[code], tuple(counts.get((code, month), 0) for month in every)) for code in kept),
    )
