"""Local months as moments: where each begins, also when the clock changed in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from schakel.methods.eventlog.selection import local_midnight

DAY = 86_400_000_000
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Months:
    """The local months from the one of ``first`` on.

    number: of each month, year times 12 plus the month counted from 0; bounds: microseconds at which it begins, and at
    the end a moment after all. first_day: the UTC day (since 1970) with which ``of_day`` begins, which tells in what
    month (by place in ``number``) each UTC day begins.
    """

    number: NDArray[np.int64]
    bounds: NDArray[np.int64]
    first_day: int
    of_day: NDArray[np.int64]


def months(first: int, last: int, zone: str) -> Months:
    """The local months that two moments span, both included; microseconds since 1970.

    >>> zone = "Europe/Amsterdam"
    >>> march, may = local_midnight(date(2026, 3, 31), zone), local_midnight(date(2026, 5, 1), zone)
    >>> [said(number) for number in months(march, may, zone).number.tolist()]
    ['2026-03', '2026-04', '2026-05']
    """
    begin = _EPOCH + timedelta(days=first // DAY - 1)
    end = _EPOCH + timedelta(days=last // DAY + 1)
    numbers = np.arange(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
    every = [*numbers.tolist(), int(numbers[-1]) + 1]
    bounds = np.array([local_midnight(date(n // 12, n % 12 + 1, 1), zone) for n in every], dtype=np.int64)
    keep = (bounds[1:] > first) & (bounds[:-1] <= last)
    numbers, bounds = numbers[keep], bounds[np.append(keep, False) | np.append(False, keep)]
    days = np.arange(first // DAY, last // DAY + 1)
    of_day = np.clip(np.searchsorted(bounds, days * DAY, side="right") - 1, 0, len(numbers) - 1)
    return Months(numbers, bounds, int(days[0]), of_day)


def said(number: int) -> str:
    """A month as people write it: 2026-03.

    >>> said(2026 * 12 + 2)
    '2026-03'
    """
    return f"{number // 12}-{number % 12 + 1:02}"
