"""Periods by their names: in order of time, with a place for those that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTH = re.compile(r"(\d{4})[-/]?(0[1-9]|1[0-2])(?:-01)?")
_QUARTER = re.compile(r"(\d{4})[- ]?[QqKk]([1-4])")
_WHOLE = re.compile(r"\d{1,4}")
#: When more than this many times as many periods would be missing as there are, the names are no row of periods.
_MOST_FILLED = 4


def in_order(names: Iterable[str]) -> list[str]:
    """The names of periods once each and in order of time, with those in between that are missing.

    names: months (2024-01, 202401, 2024-01-01), quarters (2024-Q1, 2024K1) or whole numbers (weeks, years, 1 to 9999),
        all of one kind. Names of any other kind keep the order in which they come, and nothing is filled in.

    >>> in_order(["2024-03", "2024-01"])
    ['2024-01', '2024-02', '2024-03']
    >>> in_order(["na", "voor", "na"])
    ['na', 'voor']
    """
    known = list(dict.fromkeys(names))
    for kind in (_as_month, _as_quarter, _as_whole):
        places = {name: kind(name) for name in known}
        numbers = [place for place in places.values() if place is not None]
        if not numbers or len(set(numbers)) < len(known):
            continue
        by_place = {place: name for name, place in places.items() if place is not None}
        first, last = min(numbers), max(numbers)
        if last - first + 1 > (_MOST_FILLED + 1) * len(known):
            return [by_place[place] for place in sorted(by_place)]
        return [by_place.get(place) or _named(kind, place) for place in range(first, last + 1)]
    return known


def _as_month(name: str) -> int | None:
    """The number of a month since the year 0."""
    found = _MONTH.fullmatch(name)
    return int(found[1]) * 12 + int(found[2]) - 1 if found else None


def _as_quarter(name: str) -> int | None:
    """The number of a quarter since the year 0."""
    found = _QUARTER.fullmatch(name)
    return int(found[1]) * 4 + int(found[2]) - 1 if found else None


def _as_whole(name: str) -> int | None:
    """A whole number."""
    return int(name) if _WHOLE.fullmatch(name) else None


def _named(kind: object, place: int) -> str:
    """The name of a period that is missing."""
    if kind is _as_month:
        return f"{place // 12:04d}-{place % 12 + 1:02d}"
    return f"{place // 4:04d}-Q{place % 4 + 1}" if kind is _as_quarter else str(place)
