"""Dutch working days: Monday to Friday, without the public holidays of the Netherlands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

import holidays


@lru_cache(maxsize=64)
def _days_off(year: int) -> frozenset[date]:
    # Bevrijdingsdag is a day off for most care employers only in lustrum years, which is what the library says too.
    return frozenset(holidays.country_holidays("NL", years=year))


@lru_cache(maxsize=64)
def _weekdays_off(year: int) -> tuple[date, ...]:
    """The holidays of a year that fall from Monday to Friday, in order."""
    return tuple(sorted(day for day in _days_off(year) if day.weekday() < 5))


def is_workday(day: date) -> bool:
    """Tell whether ``day`` is a working day in the Netherlands.

    day: a calendar day, local time in the Netherlands.
    Returns False on Saturday, Sunday and the days of the Algemene termijnenwet (art. 3, Good Friday included), of which
    5 May only in lustrum years (2025, 2030): in other years care employers work then, and nothing here is a term of
    that law.

    >>> is_workday(date(2026, 12, 25)), is_workday(date(2026, 11, 23))
    (False, True)
    """
    return day.weekday() < 5 and day not in _days_off(day.year)


def add_workdays(start: date, n: int) -> date:
    """Return the day that lies ``n`` working days after ``start``; ``start`` itself is never counted.

    start: any calendar day. n: a number of working days, zero or more.
    Returns ``start`` when n is 0, otherwise always a working day.
    Raises ValueError for a negative n.

    >>> add_workdays(date(2026, 12, 24), 1)
    datetime.date(2026, 12, 28)
    """
    if n < 0:
        raise ValueError("n is a number of working days to come, so zero or more")
    day = start
    while n:
        day += timedelta(days=1)
        n -= is_workday(day)
    return day


def workdays_between(start: date, end: date, days_off: Collection[date] | None = None) -> int:
    """Count the working days after ``start`` up to and including ``end``; negative when ``end`` is earlier.

    days_off: the holidays, each day once; without them the public holidays of the Netherlands.

    >>> friday, tuesday = date(2026, 11, 20), date(2026, 11, 24)
    >>> workdays_between(friday, tuesday), workdays_between(tuesday, friday)
    (2, -2)
    >>> workdays_between(friday, tuesday, {date(2026, 11, 23)})
    1
    """
    if end < start:
        return -workdays_between(end, start, days_off)
    if days_off is None:
        n_off = sum(
            bisect_right(_weekdays_off(year), end) - bisect_right(_weekdays_off(year), start)
            for year in range(start.year, end.year + 1)
        )
    else:
        n_off = sum(start < day <= end and day.weekday() < 5 for day in days_off)
    return _weekdays_up_to(end) - _weekdays_up_to(start) - n_off


def running_workdays(first: date, last: date) -> list[int]:
    """For each day from ``first`` to ``last``: the working days after ``first`` up to and including that day.

    last: not earlier than first. Returns as many whole numbers as there are days, beginning with 0. The working days
    between two of these days are the difference of their numbers, so that millions of waits ask for two look-ups each.

    >>> running_workdays(date(2026, 12, 24), date(2026, 12, 29))
    [0, 0, 0, 0, 1, 2]
    """
    days = (first + timedelta(days=at) for at in range(1, (last - first).days + 1))
    return list(accumulate((is_workday(day) for day in days), initial=0))


def _weekdays_up_to(day: date) -> int:
    """How many days from Monday to Friday there are up to and including this one; 1 January of year 1 is a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5)
