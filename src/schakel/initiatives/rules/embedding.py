"""Embedding as values: how far partners are, when is measured again, and what after-care still asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.stages import Stage, months_later

#: After the end is measured again in these months; a process assignment is measured again once.
REMEASURE_MONTHS = (3, 6, 12, 24)
REMEASURE_MONTHS_LIGHT = (6,)
#: How long an initiative is in after-care once it is finished.
AFTERCARE_MONTHS = 24
#: A measurement asks for attention so many days before its day.
REMEASURE_AHEAD_DAYS = 14
#: The share of partners and parts that must be in use before embedding, when a plan says nothing else. Our default.
AGREED_SHARE_PERCENT = 80


#: The point of P6 for which the archive is evidence; of each initiative there is one such document.
ARCHIVE_POINT = "p6:archive"
#: What can be put into an archive: it is becoming ordinary care, or it is over.
ARCHIVED_IN = frozenset({Stage.EMBEDDING, Stage.FINISHED, Stage.STOPPED, Stage.EXPLORED, Stage.REJECTED})


def can_be_archived(stage: str, *, is_light: bool) -> bool:
    """Tell whether an initiative in this stage has an archive; a process assignment already while it is carried out.

    >>> can_be_archived("pilot", is_light=False), can_be_archived("finished", is_light=False)
    (False, True)
    """
    return stage in ARCHIVED_IN or (is_light and stage == Stage.EXECUTION)


class AdoptionState(TextChoices):
    """How far one partner is with one part."""

    NOT_STARTED = "not_started", _("Nog niet begonnen")
    STARTED = "started", _("Begonnen")
    IN_USE = "in_use", _("In gebruik")
    STANDARD = "standard", _("Gewoon werk")
    NOT_APPLICABLE = "not_applicable", _("Hoort hier niet bij")


#: What counts as adopted.
ADOPTED = frozenset({AdoptionState.IN_USE, AdoptionState.STANDARD})


class OwnerState(TextChoices):
    """What a partner said about taking something into its own line."""

    ASKED = "asked", _("Gevraagd")
    ACCEPTED = "accepted", _("Aanvaard")
    DECLINED = "declined", _("Niet aanvaard")


class Holds(TextChoices):
    """Whether what was reached still stands when it is measured again."""

    YES = "yes", _("Ja, het blijft goed gaan")
    NO = "no", _("Nee, het zakt weg")
    UNKNOWN = "unknown", _("Nog niet te zeggen")


class EvidenceGrade(TextChoices):
    """How sure we are of a lesson."""

    STORY = "story", _("Ervaring van enkele mensen")
    COUNTED = "counted", _("Geteld tijdens het werk")
    COMPARED = "compared", _("Vergeleken met ervoor of met anderen")
    STUDIED = "studied", _("Onderzocht door een onafhankelijke partij")


class ReportKind(TextChoices):
    """When a report is written."""

    PILOT = "pilot", _("Verslag van de pilot")
    FINAL = "final", _("Eindverslag")


@dataclass(frozen=True)
class Share:
    """How many of the places where something must be used, use it."""

    adopted: int
    all: int

    @property
    def percent(self) -> int:
        """Rounded down, so that it never looks better than it is."""
        return self.adopted * 100 // self.all if self.all else 0


def adoption_share(
    components: Sequence[UUID], partners: Sequence[UUID], states: Mapping[tuple[UUID, UUID], str]
) -> Share:
    """Count the places (component × partner) that use it; what does not apply is left out, silence is not begun."""
    places = [(component, partner) for component in components for partner in partners]
    counted = [
        states.get(place, AdoptionState.NOT_STARTED)
        for place in places
        if states.get(place) != AdoptionState.NOT_APPLICABLE
    ]
    return Share(sum(state in ADOPTED for state in counted), len(counted))


class Spread(TextChoices):
    """How much of something is in use in one place."""

    NOTHING = "none", _("Nog niet in gebruik")
    PART = "part", _("Deels in gebruik")
    ALL = "all", _("Alles in gebruik")


def spread_of(share: Share) -> Spread:
    """Say how much is in use.

    >>> [spread_of(Share(done, 2)).value for done in (0, 1, 2)]
    ['none', 'part', 'all']
    """
    if not share.adopted:
        return Spread.NOTHING
    return Spread.ALL if share.adopted == share.all else Spread.PART


def summed(shares: Iterable[Share]) -> Share:
    """Several shares as one.

    >>> summed([Share(1, 2), Share(2, 2)])
    Share(adopted=3, all=4)
    """
    shares = list(shares)
    return Share(sum(one.adopted for one in shares), sum(one.all for one in shares))


def reach(area: UUID, parents: Mapping[UUID, UUID | None]) -> set[UUID]:
    """Return an area and everything in which it lies; a circle of areas ends where it began."""
    found: set[UUID] = set()
    at: UUID | None = area
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found


def remeasure_days(finished_on: date, *, is_light: bool) -> list[tuple[int, date]]:
    """Return when is measured again after the end: months and day.

    >>> remeasure_days(date(2026, 1, 31), is_light=True)
    [(6, datetime.date(2026, 7, 31))]
    """
    months = REMEASURE_MONTHS_LIGHT if is_light else REMEASURE_MONTHS
    return [(n, months_later(finished_on, n)) for n in months]


def is_in_aftercare(stage: str, since: date | None, today: date) -> bool:
    """Say whether a finished initiative is still looked after: 24 months from the end."""
    return stage == Stage.FINISHED and since is not None and today < months_later(since, AFTERCARE_MONTHS)


def is_due_soon(due_on: date, today: date) -> bool:
    """Say whether a measurement asks for attention now."""
    return due_on <= today + timedelta(days=REMEASURE_AHEAD_DAYS)


def next_open(rows: Iterable[Any]) -> Any:
    """Return the first measurement that is still to come or too late, or None."""
    waiting = [row for row in rows if row.is_open]
    return min(waiting, key=lambda row: row.due_on, default=None)
