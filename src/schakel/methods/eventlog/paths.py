"""The paths that cases walk: their steps in order, or the organisations that they come to in order."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from schakel.methods.eventlog import frames
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.selection import Selection


@dataclass(frozen=True)
class Path:
    """One path: where it goes, how many cases walk exactly it, and the time that half of them need at most, in seconds.

    The time is from the first start to the latest end.
    """

    steps: tuple[str, ...]
    n: int
    p50_s: float


def paths(log: PreparedLog, selection: Selection, level: str) -> list[Path]:
    """All paths of a selection, most walked first, of equally many the first in the alphabet.

    level: ``activity`` or ``organisation``. Of organisations those that are not filled in fall out, and one that comes
    several times in a row is there once; a case without any organisation has no path.
    """
    events = frames.events_of(log, selection).select("case", "start", "end", code=pl.col(level))
    if level == "organisation":
        events = events.filter(pl.col("code") != 0)
        before = pl.struct("case", "code").shift(1)
        is_again = (pl.struct("case", "code") == before).fill_null(value=False)
        moved = events.filter(~is_again)
    else:
        moved = events
    times = events.group_by("case", maintain_order=True).agg(
        seconds=(pl.col("end").max() - pl.col("start").min()) / 1e6
    )
    walked = moved.group_by("case", maintain_order=True).agg(
        steps=pl.col("code").cast(pl.String).str.join(",")
    )
    found = (
        walked.with_columns(times["seconds"])
        .group_by("steps")
        .agg(n=pl.len(), p50=pl.col("seconds").quantile(0.5, "linear"))
    )
    names = log.organisations if level == "organisation" else log.activities
    told = [
        Path(tuple(names[int(code)] for code in steps.split(",")), n, p50)
        for steps, n, p50 in found.iter_rows()
    ]
    return sorted(told, key=lambda one: (-one.n, one.steps))
