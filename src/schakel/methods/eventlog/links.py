"""Every link of a chain by itself: its figures, its months, its waits in calendar days, and who waits there now.

What a page of one link needs, worked out once for all links; pages then read what was stored and calculate nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from schakel.methods.eventlog import frames
from schakel.methods.eventlog.answers import group_rows
from schakel.methods.eventlog.cuts import EVERYTHING as NOT_CUT
from schakel.methods.eventlog.cuts import Cut, pairs_in
from schakel.methods.eventlog.in_time import HOUR_US
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.machine_code import IS_COMPILED, WORTH_IT
from schakel.methods.eventlog.open_cases import waiting_now
from schakel.methods.eventlog.selection import Filter, selected
from schakel.methods.eventlog.tables import UNITS, Groups

#: What the two ends of a link are, and the column of it.
LEVELS = ("organisation", "activity")
EVERYTHING = Filter()
#: Up to so many hours a wait is told in hours: two weeks.
MOST_HOURS = 336
#: More days than any wait takes.
LONGEST = 1 << 20


@dataclass(frozen=True)
class Link:
    """One link: all pairs of successive events with the same two different organisations, or activities.

    figures: the fields of ``links[]`` in the reference, without names. months: the same for each month of hand-over,
    oldest first. days: how many waits took so many calendar days (local date of the next event minus that of the end of
    the first), workdays: so many working days; hours, workhours: so many hours, rounded up, those over ``MOST_HOURS``
    together as one more. waiting: the fields of ``waiting_now[]``, empty when nobody is known to wait.
    """

    level: str
    source: str
    target: str
    figures: dict[str, Any]
    months: list[dict[str, Any]] = field(default_factory=list)
    days: dict[int, int] = field(default_factory=dict)
    workdays: dict[int, int] = field(default_factory=dict)
    hours: dict[int, int] = field(default_factory=dict)
    workhours: dict[int, int] = field(default_factory=dict)
    waiting: dict[str, Any] = field(default_factory=dict)


def links(
    log: PreparedLog, *, cut_off: date | None = None, closing: Collection[str] = (), cut: Cut = NOT_CUT
) -> list[Link]:
    """All links of a log, between organisations and between steps; most frequent first within each level.

    cut_off, closing: as for ``answers``. A link from something to itself is no link, nor is one of which a side is not
    filled in. cut: only the hand-overs of some months or of a trait; of those nobody waits now, as a wait that has not
    ended is no hand-over yet.
    """
    selection = selected(log, EVERYTHING, cut_off)
    pairs = frames.in_units(pairs_in(log, selection, cut), log.zone)
    waits_now = waiting_now(log, selection, closing) if cut.is_everything else []
    waiting = {(one.source, one.target): one for one in waits_now if one.target >= 0}
    found = []
    for level in LEVELS:
        names = log.organisations if level == "organisation" else log.activities
        known = (
            (pl.col(level) != pl.col(f"next_{level}")) & (pl.col(level) != 0) & (pl.col(f"next_{level}") != 0)
        )
        moved = pairs.filter(known)
        months = defaultdict(list)
        for row in group_rows(_groups(moved, level, by_month=True), names, has_months=True):
            months[row.pop("from"), row.pop("to")].append(row)
        days, workdays, hours, workhours = (_spread(moved, level, names, unit) for unit in UNITS)
        now = (
            {(names[one[0]], names[one[1]]): waiting[one] for one in waiting}
            if level == "organisation"
            else {}
        )
        for row in group_rows(_groups(moved, level, by_month=False), names):
            key = row.pop("from"), row.pop("to")
            one = now.get(key)
            waits = (
                {
                    "n": len(one.waits_s),
                    "p50_s": one.p50_s,
                    "longest_s": one.longest_s,
                    "km_p50_s": one.km_p50_s,
                }
                if one
                else {}
            )
            took = (days[key], workdays[key], hours[key], workhours[key])
            found.append(Link(level, *key, row, months[key], *took, waits))
    return found


def _groups(moved: pl.DataFrame, level: str, *, by_month: bool) -> Groups:
    """The figures of pairs, from the engine that suits how many there are."""
    if IS_COMPILED and moved.height >= WORTH_IT:
        from schakel.methods.eventlog import compiled

        return compiled.groups(moved, level, by_month=by_month)
    return frames.groups(moved, level, by_month=by_month)


def _spread(
    moved: pl.DataFrame, level: str, names: Sequence[str], unit: str
) -> dict[tuple[str, str], dict[int, int]]:
    """Of each link how many waits took so many days or hours, the shortest first."""
    found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    took = pl.col(unit)
    if unit.endswith("hours"):
        took = ((took + HOUR_US - 1) // HOUR_US).clip(upper_bound=MOST_HOURS + 1)
    link = pl.col(level).cast(pl.Int64) * len(names) + pl.col(f"next_{level}")
    # One number for all three: counting one column takes a third of the time.
    counted = (
        moved.filter(pl.col("wait").is_not_null()).select(key=link * LONGEST + took)["key"].value_counts()
    )
    for key, n in counted.sort("key").iter_rows():
        code, n_units = divmod(key, LONGEST)
        source, target = divmod(code, len(names))
        found[names[source], names[target]][n_units] = n
    return found
