"""Who is asked while somebody is away; no clock, no tables.

Absence passes on the question, never the right: nothing here says who may do something.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.rules.voting import Quorum, SeatState, quorum
from schakel.web.formats import day_and_month, dutch_date

#: Who is away for longer than a year hands over; that is no absence any more.
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Away:
    """The days on which one person is away: from the first up to, not including, the day they are back."""

    from_on: date
    until_on: date

    @property
    def last_on(self) -> date:
        """The last day on which this person is away."""
        return self.until_on - timedelta(days=1)

    def covers(self, day: date) -> bool:
        """Whether this person is away on a day."""
        return self.from_on <= day < self.until_on

    def overlaps(self, other: Away) -> bool:
        """Whether two absences share a day."""
        return self.from_on < other.until_on and other.from_on < self.until_on

    def in_words(self, today: date) -> str:
        """Until when, and from when as long as it has yet to begin.

        >>> Away(date(2026, 12, 1), date(2026, 12, 13)).in_words(date(2026, 12, 3))
        'afwezig t/m 12 december'
        """
        last = _day(self.last_on, today)
        if self.from_on <= today:
            return _("afwezig t/m %(last)s") % {"last": last}
        if self.last_on == self.from_on:
            return _("afwezig op %(last)s") % {"last": last}
        return _("afwezig van %(first)s t/m %(last)s") % {"first": _day(self.from_on, today), "last": last}


def _day(day: date, today: date) -> str:
    """A day of this year without the year."""
    return day_and_month(day) if day.year == today.year else dutch_date(day)


@dataclass(frozen=True)
class Sitting:
    """Who sits on a seat on the day that counts, and who of them is away on that day."""

    seat_id: UUID | str
    holder: UUID | str | None = None
    deputy: UUID | str | None = None
    is_holder_away: bool = False
    is_deputy_away: bool = False

    @property
    def needs_deputy(self) -> bool:
        """Whether the question passes on: nobody holds the seat, or the holder is away and the deputy is not."""
        if self.deputy is None:
            return False
        return self.holder is None or (self.is_holder_away and not self.is_deputy_away)

    @property
    def is_reachable(self) -> bool:
        """Whether anybody who sits here is there on the day that counts."""
        holder_is_there = self.holder is not None and not self.is_holder_away
        return holder_is_there or (self.deputy is not None and not self.is_deputy_away)


def asked(sitting: Sitting) -> tuple[UUID | str, ...]:
    """Who is asked to speak for a seat: the holder always, the deputy too when the question passes on."""
    people = (sitting.holder, sitting.deputy if sitting.needs_deputy else None)
    return tuple(person for person in people if person is not None)


def one_asked(sitting: Sitting) -> UUID | str | None:
    """Who is asked where one person answers for a seat: the holder, or the deputy when the question passes on."""
    return sitting.deputy if sitting.needs_deputy else sitting.holder


def quorum_expected(seats: Sequence[SeatState], unreachable: Collection[UUID | str]) -> Quorum:
    """The quorum when everybody takes part except the seats where nobody is there; the rule itself stays the same."""
    return quorum([replace(seat, is_present=seat.seat_id not in unreachable) for seat in seats])


def quorum_warning(expected: Quorum, names: Sequence[str], day: date, today: date) -> str:
    """What a secretary reads when too few seats can take part on a day; nothing when there are enough."""
    if expected.met or expected.nobody_left or not names:
        return ""
    words = ngettext(
        "Op %(day)s zijn er misschien te weinig leden: %(names)s is dan afwezig en niemand vervangt. "
        "Er kunnen %(present)d van de %(filled)d zetels meedoen; nodig zijn er %(needed)d.",
        "Op %(day)s zijn er misschien te weinig leden: %(names)s zijn dan afwezig en niemand vervangt hen. "
        "Er kunnen %(present)d van de %(filled)d zetels meedoen; nodig zijn er %(needed)d.",
        len(names),
    )
    return words % {
        "day": _day(day, today),
        "names": listed(names),
        "present": expected.present,
        "filled": expected.filled,
        "needed": expected.needed,
    }


def listed(names: Sequence[str]) -> str:
    """Names as people say them.

    >>> listed(["Anna", "Bram", "Carla"])
    'Anna, Bram en Carla'
    """
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def why_not_away(
    from_on: date, until_on: date, today: date, *, others: Sequence[Away] = (), began_on: date | None = None
) -> str | None:
    """Why an absence cannot be written down like this: days that were stand, and nobody is away twice.

    began_on: the first day of the absence that is changed, when that day has already been.
    """
    if until_on <= from_on:
        return _("De laatste dag ligt vóór de eerste.")
    if began_on is not None and from_on != began_on:
        return _("Deze afwezigheid begon op %(day)s. Die dag blijft staan.") % {"day": dutch_date(began_on)}
    if began_on is None and from_on < today:
        return _("De eerste dag is al geweest. Kies vandaag of een latere dag.")
    if until_on < today:
        return _("De laatste dag is al geweest. Kies gisteren of een latere dag.")
    if until_on - from_on > LONGEST:
        return _("Dit is langer dan een jaar. Draag de zetel dan over aan iemand anders.")
    if other := next((one for one in others if one.overlaps(Away(from_on, until_on))), None):
        return _("Er staat al een afwezigheid van %(first)s t/m %(last)s. Pas die aan.") % {
            "first": dutch_date(other.from_on),
            "last": dutch_date(other.last_on),
        }
    return None
