"""Part of a log by hand-over: those of some months, or of people with one trait; and how hand-overs divide over them.

A filter (``selection``) takes whole cases; a cut takes hand-overs. A trait of a person is the first value that stands
in the events of the case, so that everybody is in one group; the organisation is that of the step that begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.months import DAY, months, said
from schakel.methods.eventlog.selection import Selection, local_midnight

ORGANISATION = "organisation"
#: Columns of a log that say something of a person by which one may choose.
TRAITS = (ORGANISATION, "area", "care_kind", "urgency")
#: A column with more values than this is no trait: a name, a number.
MOST_VALUES = 60


@dataclass(frozen=True)
class Cut:
    """Which hand-overs: from which month up to and including which month ("2026-03"), and with which value of a trait.

    Empty is everything. A hand-over is in the month in which the first of its two steps ends.

    >>> Cut("2026-01", "2026-03", "area", "Noord").is_everything, Cut().is_everything
    (False, True)
    """

    since: str = ""
    until: str = ""
    trait: str = ""
    value: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.since or self.until or self.trait)


EVERYTHING = Cut()


def month_begin(month: str, zone: str, *, later: int = 0) -> int:
    """The first moment of a month, or of one so many months later, in microseconds since 1970.

    >>> month_begin("2026-06", "Europe/Amsterdam", later=1) == month_begin("2026-07", "Europe/Amsterdam")
    True
    """
    year, number = month.split("-")
    at = int(year) * 12 + int(number) - 1 + later
    return local_midnight(date(at // 12, at % 12 + 1, 1), zone)


def traits_of(log: PreparedLog) -> dict[str, list[str]]:
    """The traits that a log knows, with their values in order of name."""
    found = {}
    for trait in TRAITS:
        if trait != ORGANISATION and trait not in log.attributes:
            continue
        names = log.organisations if trait == ORGANISATION else log.attribute(trait)[1]
        values = sorted(name for name in names if name)
        if 0 < len(values) <= MOST_VALUES:
            found[trait] = values
    return found


def pairs_in(log: PreparedLog, selection: Selection, cut: Cut = EVERYTHING) -> pl.DataFrame:
    """The pairs of successive events of a cut, as ``frames.pairs_of`` gives them; only those of the cut take memory.

    Raises KeyError for a trait that the log does not keep. A value that does not occur has no pairs.
    """
    keep = _is_followed(log, selection)
    if cut.since:
        keep &= np.asarray(log.end) >= month_begin(cut.since, log.zone)
    if cut.until:
        keep &= np.asarray(log.end) < month_begin(cut.until, log.zone, later=1)
    places = np.flatnonzero(keep)
    if cut.trait:
        codes, names = values_of(log, cut.trait, places)
        places = places[codes == (names.index(cut.value) if cut.value in names else -1)]
    return frame_of(log, places)


def frame_of(log: PreparedLog, places: NDArray[np.int64]) -> pl.DataFrame:
    """Pairs by the place of their first event, with the wait in seconds (null: they overlap) and the local month."""
    columns = {name: np.asarray(getattr(log, name)) for name in ("activity", "organisation", "start")}
    ends = np.asarray(log.end)[places]
    frame = pl.DataFrame(
        {
            **{name: column[places] for name, column in columns.items()},
            "end": ends,
            **{f"next_{name}": column[places + 1] for name, column in columns.items()},
        }
    )
    wait = pl.col("next_start") - pl.col("end")
    return frame.with_columns(
        wait=pl.when(wait >= 0).then(wait / 1e6), month=pl.Series(_months(ends, log.zone), dtype=pl.Int64)
    )


def _is_followed(log: PreparedLog, selection: Selection) -> NDArray[np.bool_]:
    """Which events are of a selection and have one after them in the same case."""
    change = np.zeros(log.n_events, np.int8)
    change[selection.begin] = 1
    change[selection.stop - 1] -= 1
    found: NDArray[np.bool_] = np.cumsum(change, dtype=np.int8).view(np.bool_)
    return found


def _months(moments: NDArray[np.int64], zone: str) -> NDArray[np.int64]:
    """The local month of each moment: year times 12 plus the month counted from 0."""
    if not len(moments):
        return np.empty(0, np.int64)
    known = months(int(moments.min()), int(moments.max()), zone)
    at = known.of_day[moments // DAY - known.first_day]
    # Where a UTC day began in one month and the moment lies in the next, the bound tells.
    at = at + (moments >= known.bounds[at + 1])
    found: NDArray[np.int64] = known.number[np.minimum(at, len(known.number) - 1)]
    return found


def values_of(log: PreparedLog, trait: str, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], list[str]]:
    """The code of a trait for each pair, and the name of each code; code of nothing filled in: its name is empty."""
    if trait == ORGANISATION:
        return np.asarray(log.organisation)[places + 1].astype(np.int64), list(log.organisations)
    if trait not in log.attributes:
        raise KeyError(trait)
    codes, names = log.attribute(trait)
    codes = np.asarray(codes)
    nothing = names.index("") if "" in names else -1
    case = np.repeat(np.arange(log.n_cases, dtype=np.uint32), np.diff(log.offsets))
    first = codes[log.offsets[:-1]]
    if (first == nothing).any():
        filled = np.flatnonzero(codes != nothing)[::-1]
        first[case[filled]] = codes[filled]
    return first[case[places]].astype(np.int64), list(names)


@dataclass(frozen=True)
class Division:
    """How the hand-overs of one link divide: value of a trait → month → how many."""

    level: str
    source: str
    target: str
    counts: dict[str, dict[str, int]]


def divided(
    log: PreparedLog, selection: Selection, trait: str, levels: Sequence[str] = (ORGANISATION, "activity")
) -> list[Division]:
    """How the hand-overs of each link divide over the values of a trait and over months; most frequent first.

    Links as in ``links``. A value that nobody filled in is the empty text.
    """
    places = np.flatnonzero(_is_followed(log, selection))
    codes, values = values_of(log, trait, places)
    pairs = pl.DataFrame(
        {
            "value": codes,
            "month": _months(np.asarray(log.end)[places], log.zone),
            **{
                f"{side}{name}": np.asarray(getattr(log, name))[places + ahead]
                for name in levels
                for side, ahead in (("", 0), ("next_", 1))
            },
        }
    )
    found: list[Division] = []
    for level in levels:
        names = log.organisations if level == ORGANISATION else log.activities
        source, target = pl.col(level), pl.col(f"next_{level}")
        moved = pairs.filter((source != target) & (source != 0) & (target != 0))
        counts: dict[tuple[int, int], dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
        n_of: dict[tuple[int, int], int] = defaultdict(int)
        rows = moved.group_by(level, f"next_{level}", "value", "month").len()
        for first, then, value, month, n in rows.sort(level, f"next_{level}", "value", "month").iter_rows():
            counts[first, then][values[value]][said(month)] = n
            n_of[first, then] += n
        found += [
            Division(
                level, names[pair[0]], names[pair[1]], {value: dict(of) for value, of in counts[pair].items()}
            )
            for pair in sorted(counts, key=lambda one: (-n_of[one], one))
        ]
    return found
