"""Local days as moments, with the working days and hours that have passed: what norms of links are counted with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from schakel.methods.eventlog.months import DAY
from schakel.methods.eventlog.phases import local_day
from schakel.methods.eventlog.selection import local_midnight
from schakel.methods.workdays import is_workday, running_workdays


@dataclass(frozen=True)
class Days:
    """The local days from that of a first moment up to and including that of a last one.

    bounds: microseconds since 1970 at which each begins, and at the end a moment after all. first_day: the UTC day
    (since 1970) with which ``of_day`` begins, which tells on which local day (by place in ``bounds``) each UTC day
    begins. passed: per local day how many days, and how many working days, came after the first one. worked:
    microseconds of working days before each of the bounds, day and night.
    """

    bounds: NDArray[np.int64]
    first_day: int
    of_day: NDArray[np.int64]
    passed: NDArray[np.int64]
    worked: NDArray[np.int64]

    def places(self, moments: NDArray[np.int64]) -> NDArray[np.int64]:
        """The place of the local day of each moment."""
        at = self.of_day[moments // DAY - self.first_day]
        # Where a UTC day began on one local day and the moment lies on the next, the bound tells.
        found: NDArray[np.int64] = at + (moments >= self.bounds[at + 1])
        return found

    def worked_at(
        self, moments: NDArray[np.int64], places: NDArray[np.int64] | None = None
    ) -> NDArray[np.int64]:
        """How many microseconds of working days came before each moment; places: of its day, where they are known."""
        at = self.places(moments) if places is None else places
        of_day = np.minimum(moments - self.bounds[at], self.worked[at + 1] - self.worked[at])
        found: NDArray[np.int64] = self.worked[at] + of_day
        return found


def days(first: int, last: int, zone: str) -> Days:
    """The local days that two moments span, both included; microseconds since 1970.

    Working days are those of the Netherlands, whatever the zone.

    >>> from datetime import date
    >>> zone = "Europe/Amsterdam"
    >>> friday, monday = local_midnight(date(2026, 3, 27), zone), local_midnight(date(2026, 3, 30), zone)
    >>> span = days(friday, monday, zone)
    >>> span.passed.tolist(), np.diff(span.bounds).tolist()[2] // 3_600_000_000
    ([[0, 1, 2, 3], [0, 0, 0, 1]], 23)
    >>> (span.worked_at(span.bounds[:4] + 3_600_000_000) // 3_600_000_000).tolist()
    [1, 24, 24, 25]
    """
    first_on, last_on = local_day(first, zone), local_day(last, zone)
    n = (last_on - first_on).days + 1
    bounds = np.array([local_midnight(first_on + timedelta(days=at), zone) for at in range(n + 1)], np.int64)
    utc = np.arange(first // DAY, last // DAY + 1)
    of_day = np.clip(np.searchsorted(bounds, utc * DAY, side="right") - 1, 0, n - 1)
    passed = np.array([range(n), running_workdays(first_on, last_on)], np.int64)
    is_worked = np.diff(passed[1], prepend=passed[1][0] - is_workday(first_on))
    worked = np.concatenate([[0], np.cumsum(is_worked * np.diff(bounds))])
    return Days(bounds, int(utc[0]), of_day, passed, worked)
