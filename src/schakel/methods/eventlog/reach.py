"""Waits between organisations as one expression of Ibis: DuckDB answers it from disk, Spark on many machines.

It is what the other engines are held to, and what answers a log that does not fit in memory, or on one machine. Needs
the extra ``reach``, and for Spark the extra ``spark`` and Java 17 or newer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from schakel.methods.eventlog.days import days
from schakel.methods.eventlog.in_time import HOUR_US
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.months import months
from schakel.methods.eventlog.selection import Selection
from schakel.methods.eventlog.tables import QUANTILES

if TYPE_CHECKING:
    import ibis
    from pyspark.sql import SparkSession

#: Cases that are written at once.
CASES = 500_000


def write_events(log: PreparedLog, selection: Selection, folder: Path) -> None:
    """Write the events of a selection as Parquet files in a folder that is not there yet.

    Columns: ``case`` and ``place`` (numbers; place gives the order within a case), ``activity`` and ``organisation``
    (names), ``start_us`` and ``end_us`` (microseconds in UTC), ``month`` (local month of the end: year times 12 plus
    the month counted from 0), ``start_day`` and ``end_day`` (local days since the first of the log), ``start_workday``
    and ``end_workday`` (Dutch working days since then), ``start_worked_us`` and ``end_worked_us`` (microseconds of
    Dutch working days since then).
    """
    folder.mkdir()
    for at, frame in enumerate(_frames(log, selection)):
        frame.write_parquet(folder / f"{at:05}.parquet")


def _frames(log: PreparedLog, selection: Selection) -> Iterator[pl.DataFrame]:
    first, last = int(np.min(log.start)), int(np.max(log.end))
    calendar, span = months(first, last, log.zone), days(first, last, log.zone)
    activities, organisations = pl.Series(log.activities), pl.Series(log.organisations)
    for first in range(0, max(len(selection.case), 1), CASES):
        begin, stop = selection.begin[first : first + CASES], selection.stop[first : first + CASES]
        lengths = stop - begin
        within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = np.repeat(begin, lengths) + within
        start, end = np.asarray(log.start[places]), np.asarray(log.end[places])
        of_start, of_end = span.places(start), span.places(end)
        yield pl.DataFrame(
            {
                "case": np.repeat(selection.case[first : first + CASES], lengths),
                "place": places,
                "activity": activities.gather(np.asarray(log.activity[places])),
                "organisation": organisations.gather(np.asarray(log.organisation[places])),
                "start_us": start,
                "end_us": end,
                "month": calendar.number[np.searchsorted(calendar.bounds, end, side="right") - 1],
                "start_day": of_start,
                "end_day": of_end,
                "start_workday": span.passed[1][of_start],
                "end_workday": span.passed[1][of_end],
                "start_worked_us": span.worked_at(start),
                "end_worked_us": span.worked_at(end),
            }
        )


def links(events: ibis.Table, *, by_month: bool = False) -> ibis.Table:
    """The waits between two organisations, per pair and when asked per month of hand-over, as an expression.

    events: a table with the columns of ``write_events``. The result has ``source``, ``target`` (and ``month``), and
    the figures of ``answers`` under the same names: n, overlaps, mean_s, sd_s, min_s, max_s, p50_s, p80_s, p90_s.
    Quantiles are exact; approximate ones differ between engines by a factor of four and are never used.
    """
    import ibis

    moved = _moved(events)
    waits = moved.mutate(wait_s=(moved.wait_us >= 0).ifelse(moved.wait_us / 1e6, ibis.null("float64")))
    keys = ["source", "target", *(["month"] if by_month else [])]
    wait = waits.wait_s
    figures: dict[str, Any] = {
        "n": waits.count(),
        "overlaps": (waits.wait_us < 0).sum(),
        "mean_s": wait.mean(),
        "sd_s": wait.std(how="sample"),
        "min_s": wait.min(),
        "max_s": wait.max(),
        **{f"{name}_s": wait.quantile(share) for name, share in QUANTILES.items()},
    }
    return waits.group_by(keys).aggregate(**figures).order_by(keys)


def _moved(events: ibis.Table) -> ibis.Table:
    """The hand-overs between two organisations, with their wait in microseconds, in days, and both of working days."""
    import ibis

    in_order = ibis.window(group_by=events.case, order_by=events.place)
    pairs = events.mutate(
        source=events.organisation,
        target=events.organisation.lead().over(in_order),
        wait_us=events.start_us.lead().over(in_order) - events.end_us,
        days=events.start_day.lead().over(in_order) - events.end_day,
        workdays=events.start_workday.lead().over(in_order) - events.end_workday,
        worked_us=events.start_worked_us.lead().over(in_order) - events.end_worked_us,
    )
    return pairs.filter(
        pairs.target.notnull() & (pairs.source != "") & (pairs.target != "") & (pairs.source != pairs.target)
    )


def links_by_day(events: ibis.Table) -> ibis.Table:
    """How many waits between two organisations took how many days, as an expression; from it any norm follows.

    The result has ``source``, ``target``, ``days``, ``workdays`` and ``n``; where two steps overlap is no wait.
    """
    moved = _moved(events)
    waits = moved.filter(moved.wait_us >= 0)
    keys = ["source", "target", "days", "workdays"]
    return waits.group_by(keys).aggregate(n=waits.count()).order_by(keys)


def links_by_hour(events: ibis.Table) -> ibis.Table:
    """How many waits between two organisations took how many hours, rounded up, of all days and of working days.

    The result has ``source``, ``target``, ``hours``, ``workhours`` and ``n``; any norm in whole hours follows from it.
    """
    moved = _moved(events)
    waits = moved.filter(moved.wait_us >= 0)
    hours, workhours = (
        ((took + (HOUR_US - 1)) / HOUR_US).floor().cast("int64") for took in (waits.wait_us, waits.worked_us)
    )
    keys = ["source", "target", "hours", "workhours"]
    counted = waits.mutate(hours=hours, workhours=workhours).group_by(keys)
    return counted.aggregate(n=lambda rows: rows.count()).order_by(keys)


def links_on_disk(folder: Path, *, by_month: bool = False, memory: str = "2GB") -> list[dict[str, Any]]:
    """The links from the files of ``write_events``, by DuckDB, which uses so much memory and then the disk."""
    return _on_disk(folder, lambda events: links(events, by_month=by_month), memory)


def days_on_disk(folder: Path, *, memory: str = "2GB") -> list[dict[str, Any]]:
    """The same of ``links_by_day``."""
    return _on_disk(folder, links_by_day, memory)


def hours_on_disk(folder: Path, *, memory: str = "2GB") -> list[dict[str, Any]]:
    """The same of ``links_by_hour``."""
    return _on_disk(folder, links_by_hour, memory)


def _on_disk(folder: Path, ask: Callable[[ibis.Table], ibis.Table], memory: str) -> list[dict[str, Any]]:
    import ibis

    engine = ibis.duckdb.connect(memory_limit=memory)
    try:
        found = ask(engine.read_parquet(str(folder / "*.parquet"))).to_polars()
    finally:
        engine.disconnect()
    return list(found.to_dicts())


def links_on_cluster(session: SparkSession, address: str, *, by_month: bool = False) -> list[dict[str, Any]]:
    """The links by Spark, on the machines of this session; address: where the files of ``write_events`` lie for them.

    Spark asks all values of a pair together for an exact quantile, so that the largest pair has to fit in the memory
    of one machine.
    """
    return _on_cluster(session, address, lambda events: links(events, by_month=by_month))


def days_on_cluster(session: SparkSession, address: str) -> list[dict[str, Any]]:
    """The same of ``links_by_day``."""
    return _on_cluster(session, address, links_by_day)


def hours_on_cluster(session: SparkSession, address: str) -> list[dict[str, Any]]:
    """The same of ``links_by_hour``."""
    return _on_cluster(session, address, links_by_hour)


def _on_cluster(
    session: SparkSession, address: str, ask: Callable[[ibis.Table], ibis.Table]
) -> list[dict[str, Any]]:
    import ibis

    return list(ask(ibis.pyspark.connect(session).read_parquet(address)).to_polars().to_dicts())
