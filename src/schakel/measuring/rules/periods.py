"""Months, quarters and years: which there are, what they are called, and reading what somebody wrote."""

from __future__ import annotations

import re
from datetime import date

from schakel.measuring.rules.kinds import PeriodKind
from schakel.web.formats import MONTHS, MONTHS_SHORT

MONTHS_IN: dict[str, int] = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}
EARLIEST, LATEST = 1900, 2199
_MONTH_OF = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(MONTHS_SHORT, start=1)},
    "mar": 3,
    "may": 5,
    "oct": 10,
    "sept": 9,
}
_QUARTER = re.compile(r"(?:[kq]\s*([1-4])\s*[-/ ]?\s*(\d{4})|(\d{4})\s*[-/ ]?\s*[kq]\s*([1-4]))")
_YEAR = re.compile(r"\d{4}")
_NAMED = re.compile(r"(?:\d{1,2}[-/ ])?([a-z]+)\.?[-/ ](\d{4})")
_MONTH_FIRST = re.compile(r"(?:\d{1,2}[-/.])?(\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?")


def first_day(kind: str, day: date) -> date:
    """The first day of the period in which a day lies.

    >>> first_day("quarter", date(2026, 11, 26))
    datetime.date(2026, 10, 1)
    """
    months = MONTHS_IN[kind]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def moved(kind: str, day: date, steps: int) -> date:
    """The first day of the period so many later, or earlier with a minus.

    >>> moved("month", date(2026, 1, 1), -1), moved("year", date(2026, 1, 1), 2)
    (datetime.date(2025, 12, 1), datetime.date(2028, 1, 1))
    """
    at = day.year * 12 + day.month - 1 + steps * MONTHS_IN[kind]
    return date(at // 12, at % 12 + 1, 1)


def between(kind: str, first: date, last: date) -> list[date]:
    """Every period from the first up to and with the last.

    >>> len(between("month", date(2025, 11, 1), date(2026, 1, 1)))
    3
    """
    found = [first]
    while found[-1] < last:
        found.append(moved(kind, found[-1], 1))
    return found if first <= last else []


def ended_on(kind: str, day: date) -> date:
    """The day on which a period is over: the first of the next one.

    >>> ended_on("quarter", date(2026, 10, 1))
    datetime.date(2027, 1, 1)
    """
    return moved(kind, day, 1)


def late_on(kind: str, day: date) -> date:
    """The day from which the figure of a period is late: a month after the period ended.

    >>> late_on("month", date(2026, 9, 1))
    datetime.date(2026, 11, 1)
    """
    return moved(PeriodKind.MONTH, ended_on(kind, day), 1)


def is_late(kind: str, day: date, today: date) -> bool:
    """Whether the figure of a period must be there by now.

    >>> [is_late("month", date(2026, 9, 1), on) for on in (date(2026, 10, 31), date(2026, 11, 1))]
    [False, True]
    """
    return today >= late_on(kind, day)


def label(kind: str, day: date) -> str:
    """What a period is called.

    >>> label("month", date(2026, 3, 1)), label("quarter", date(2026, 4, 1)), label("year", date(2026, 1, 1))
    ('maart 2026', '2e kwartaal 2026', '2026')
    """
    if kind == PeriodKind.YEAR:
        return str(day.year)
    if kind == PeriodKind.QUARTER:
        return f"{(day.month + 2) // 3}e kwartaal {day.year}"
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_label(kind: str, day: date) -> str:
    """What a period is called where there is little room.

    >>> short_label("month", date(2026, 3, 1)), short_label("quarter", date(2026, 4, 1))
    ('mrt 2026', 'K2 2026')
    """
    if kind == PeriodKind.QUARTER:
        return f"K{(day.month + 2) // 3} {day.year}"
    return label(kind, day) if kind == PeriodKind.YEAR else f"{MONTHS_SHORT[day.month - 1]} {day.year}"


def read_period(kind: str, text: str) -> date | None:
    """The first day of the period that somebody wrote down, or None for what is no such period.

    >>> [read_period("month", told) for told in ("mrt 2026", "2026-03", "1-3-2026", "K1 2026")]
    [datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), None]
    """
    plain = " ".join(text.lower().replace("\u00a0", " ").split())
    found = _of_quarter(plain) if kind == PeriodKind.QUARTER else None
    if kind == PeriodKind.YEAR and _YEAR.fullmatch(plain):
        found = int(plain), 1
    found = found or _of_month(plain)
    if found is None or not EARLIEST <= found[0] <= LATEST or not 1 <= found[1] <= 12:
        return None
    return first_day(kind, date(found[0], found[1], 1))


def _of_quarter(plain: str) -> tuple[int, int] | None:
    plain = re.sub(r"\s*(e|ste|de)?\s*kwartaal\s*", "k", plain)
    plain = re.sub(r"^([1-4])k", r"k\1 ", plain)
    told = _QUARTER.fullmatch(plain)
    if told is None:
        return None
    year, quarter = int(told[2] or told[3]), int(told[1] or told[4])
    return year, quarter * 3 - 2


def _of_month(plain: str) -> tuple[int, int] | None:
    if told := _NAMED.fullmatch(plain):
        number = _MONTH_OF.get(told[1])
        return (int(told[2]), number) if number else None
    if told := _MONTH_FIRST.fullmatch(plain):
        return int(told[2]), int(told[1])
    if told := _YEAR_FIRST.fullmatch(plain):
        return int(told[1]), int(told[2])
    return None
