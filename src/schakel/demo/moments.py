"""Moments of a story that never ages: counted in weeks from the day on which the demo is loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from schakel.methods.workdays import is_workday

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
SATURDAY = 5
#: "-34w do 16.00": the Thursday of 34 weeks ago at four o'clock.
_MOMENT = re.compile(
    r"((?P<today>vandaag)|(?P<weeks>[+-](?!0+w)\d{1,3})w (?P<weekday>ma|di|wo|do|vr|za|zo))"
    r"( (?P<hour>\d\d)\.(?P<minute>\d\d))?"
)


@dataclass(frozen=True)
class Calendar:
    """Turns the moments of a story into days and moments, as seen from one day."""

    today: date

    def day(self, words: str) -> date:
        """Return the day of a moment such as "-34w do"; a holiday becomes the next working day, for nobody meets then.

        Week 0 is the week of today; it is not used, for whether its days are past depends on the day of loading.
        Only "vandaag" is always the day of loading, whatever day that is.
        """
        found = _parts(words)
        if found["today"]:
            return self.today
        weekday = WEEKDAYS.index(found["weekday"])
        monday = self.today - timedelta(days=self.today.weekday())
        day = monday + timedelta(weeks=int(found["weeks"]), days=weekday)
        while weekday < SATURDAY and not is_workday(day):
            day += timedelta(days=1)
        return day

    def moment(self, words: str) -> datetime:
        """Return the moment of "-34w do 16.00" in Dutch time; without an hour it is nine in the morning."""
        found = _parts(words)
        clock = time(int(found["hour"] or 9), int(found["minute"] or 0))
        return datetime.combine(self.day(words), clock, tzinfo=AMSTERDAM)


def _parts(words: str) -> dict[str, str]:
    found = _MOMENT.fullmatch(str(words))
    if found is None:
        raise ValueError(f"Geen moment zoals “-34w do 16.00”, en niet in week 0: {words!r}")
    return found.groupdict()
