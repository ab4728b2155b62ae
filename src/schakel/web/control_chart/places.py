"""Where things stand in a drawing of a control chart: periods from left to right, values from top to bottom."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from schakel.web.formats import MONTHS_SHORT

_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-01)?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class Mark:
    """A period that is named under the drawing; its year only where it begins."""

    place: float
    name: str
    year: str = ""


@dataclass(frozen=True)
class Scale:
    """How a range of values lies on a line of so many units; the marks are round numbers within it."""

    low: float
    high: float
    length: float
    marks: tuple[float, ...] = ()
    decimals: int = 0

    def at(self, value: float) -> float:
        """Where a value lies, from the end of the high values."""
        return (self.high - value) / (self.high - self.low) * self.length

    def value(self, at: float) -> float:
        """Which value lies there."""
        return self.high - at / self.length * (self.high - self.low)


def value_scale(values: Sequence[float], length: float) -> Scale:
    """Give a scale that holds all values with some room, and three to eight round marks.

    >>> value_scale([69.3, 84.7], 234).marks
    (70.0, 75.0, 80.0, 85.0)
    """
    low, high = min(values), max(values)
    size = (high - low) or abs(high) * 0.2 or 1.0
    low, high = low - 0.08 * size, high + 0.08 * size
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
    first, last = math.ceil(low / step), math.floor(high / step)
    decimals = max(0, -math.floor(math.log10(step)))
    marks = tuple(round(n * step, decimals + 1) for n in range(first, last + 1))
    return Scale(low, high, length, marks, decimals)


def place_periods(periods: Sequence[Hashable]) -> list[float]:
    """Give each period its place: months and days by the calendar, all else one after the other.

    >>> place_periods(["2024-01", "2024-02", "2024-04"]), place_periods(["voor", "na"])
    ([0.0, 1.0, 3.0], [0.0, 1.0])
    """
    for reader in (_month_number, _day_number):
        read = [reader(period) for period in periods]
        numbers = [number for number in read if number is not None]
        if len(numbers) == len(periods) and all(one < two for one, two in pairwise(numbers)):
            return [float(number - numbers[0]) for number in numbers]
    return [float(place) for place in range(len(periods))]


def period_words(period: Hashable) -> str:
    """Write a period as people do.

    >>> period_words("2024-03"), period_words(date(2024, 3, 14)), period_words("kwartaal 2")
    ('mrt 2024', '14 mrt 2024', 'kwartaal 2')
    """
    month, day = _month_number(period), _day_number(period)
    if month is not None:
        return f"{MONTHS_SHORT[month % 12]} {month // 12}"
    if day is not None:
        there = date.fromordinal(day)
        return f"{there.day} {MONTHS_SHORT[there.month - 1]} {there.year}"
    return str(period)


def period_marks(periods: Sequence[Hashable], places: Sequence[float], length: float) -> list[Mark]:
    """Choose which periods are named, so that names do not touch: months from January on, others evenly.

    >>> [(mark.name, mark.year) for mark in period_marks(["2024-11", "2024-12", "2025-01"], [0, 1, 2], 300)]
    [('nov', '2024'), ('dec', ''), ('jan', '2025')]
    """
    months = [_month_number(period) for period in periods]
    is_monthly = None not in months
    unit = length / (places[-1] - places[0] + 1)
    if is_monthly:
        step = next((step for step in (1, 2, 3, 6, 12, 24, 60) if step * unit >= 42), 120)
        chosen = [at for at, month in enumerate(months) if month is not None and month % step == 0]
    else:
        longest = max(len(period_words(period)) for period in periods)
        step = max(
            1, math.ceil((7.5 * min(longest, 14) + 12) / unit * len(periods) / (places[-1] - places[0] + 1))
        )
        chosen = list(range(0, len(periods), step))
    marks, year = [], ""
    for at in chosen:
        words = period_words(periods[at])
        if not is_monthly:
            marks.append(Mark(places[at], words if len(words) <= 14 else f"{words[:13]}…"))
            continue
        name, its_year = words.split(" ")
        marks.append(Mark(places[at], name, its_year if its_year != year else ""))
        year = its_year
    return marks


def _month_number(period: Hashable) -> int | None:
    """A month as a number, when the period is one: its first day counts as the month."""
    found = _MONTH.fullmatch(str(period))
    return int(found[1]) * 12 + int(found[2]) - 1 if found and 1 <= int(found[2]) <= 12 else None


def _day_number(period: Hashable) -> int | None:
    """A day as a number, when the period is one."""
    if not _DAY.fullmatch(str(period)):
        return None
    try:
        return date.fromisoformat(str(period)).toordinal()
    except ValueError:
        return None
