"""Moments as files write them: with an offset, in local time, or as a bare date; one at a time.

A column of millions is read by ``eventlog.moments``; a test holds the two to each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_DUTCH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(.*)", re.ASCII | re.DOTALL)


class BadStamp(ValueError):
    """A text that is no moment here. ``kind`` says why: `unreadable`, `impossible` or `ambiguous`."""

    def __init__(self, written: str, kind: str) -> None:
        super().__init__(f"{kind}: {written}")
        self.written, self.kind = written, kind


@dataclass(frozen=True, order=True)
class Stamp:
    """A moment, in universal time, and the local calendar date it falls on in the Netherlands."""

    moment: datetime
    day: date


def read_stamp(written: str) -> Stamp:
    """Read a moment: ISO 8601, or dd-mm-yyyy with or without a time.

    With an offset or Z it becomes local before its date is taken; without, it is local time in the Netherlands. A bare
    date is local, and as a moment it is the beginning of that day.
    Raises BadStamp: ``impossible`` for a local time that the clock skipped, ``ambiguous`` for one that came twice,
    ``unreadable`` for all else.

    >>> read_stamp("2026-06-30T22:30:00Z").day, read_stamp("01-07-2026").day
    (datetime.date(2026, 7, 1), datetime.date(2026, 7, 1))
    >>> read_stamp("2026-03-29T02:30")
    Traceback (most recent call last):
    ...
    schakel.methods.waits.stamps.BadStamp: impossible: 2026-03-29T02:30
    """
    text = written.strip()
    if dutch := _DUTCH_DAY.fullmatch(text):
        day, month, year, rest = dutch.groups()
        text = f"{year}-{month:0>2}-{day:0>2}{rest}"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadStamp(written, "unreadable") from None
    if found.tzinfo is None:
        found = _local(found, written)
    try:
        local = found.astimezone(AMSTERDAM)
        return Stamp(found.astimezone(UTC), local.date())
    except OverflowError:  # the very first or last day of the calendar
        raise BadStamp(written, "unreadable") from None


def _local(naive: datetime, written: str) -> datetime:
    """A clock reading in the Netherlands as a moment, when there is exactly one such moment."""
    if naive.time() == time.min:  # a bare date; the clock never changes at midnight here
        return naive.replace(tzinfo=AMSTERDAM)
    early, late = (naive.replace(tzinfo=AMSTERDAM, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early
    there_and_back = early.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None)
    raise BadStamp(written, "ambiguous" if there_and_back == naive else "impossible")


def hours_between(start: Stamp, end: Stamp) -> float:
    """Elapsed hours, also over a change of the clock; negative when the end is earlier."""
    return (end.moment - start.moment).total_seconds() / 3600
