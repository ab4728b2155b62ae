"""People say when they are away, change it, and are back; the question passes on, the right stays where it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.standing_in import tell_back, tell_stand_ins
from schakel.governance.models import Absence
from schakel.governance.permissions import why_not_change_absence, why_not_say_away
from schakel.governance.rules import why_not_away
from schakel.journal.actions import record
from schakel.network.models import Membership
from schakel.people.actions import still
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


@transaction.atomic
def record_absence(
    network: Network, *, by: Person | None, person: Person, from_on: date, until_on: date
) -> Absence:
    """Write down that a person is away from a day up to, not including, the day they are back; nobody asks why."""
    still(person)  # two at once wait for each other, so that nobody is away twice
    allow(why_not_say_away(by, person, network))
    if not Membership.objects.of(network).filter(person=person).held_on(timezone.localdate()).exists():
        allow(_("%(person)s is geen lid (meer) van dit netwerk.") % {"person": person.name})
    others = Absence.objects.of(network).filter(person=person, withdrawn_at__isnull=True)
    values = [other.as_value() for other in others]
    allow(why_not_away(from_on, until_on, timezone.localdate(), others=values))
    absence = Absence.objects.create(
        network=network, person=person, from_on=from_on, until_on=until_on, recorded_by=by
    )
    record(by=by, verb="said away", about=absence, data=_days(absence))
    tell_stand_ins(absence, by=by)
    return absence


@transaction.atomic
def correct_absence(absence: Absence, *, by: Person | None, from_on: date, until_on: date) -> Absence:
    """Give an absence other days; the days that have been stand."""
    absence = _locked(absence)
    allow(why_not_change_absence(by, absence))
    today = timezone.localdate()
    others = Absence.objects.of(absence.network).filter(person=absence.person, withdrawn_at__isnull=True)
    values = [other.as_value() for other in others.exclude(pk=absence.pk)]
    began_on = absence.from_on if absence.from_on < today else None
    allow(why_not_away(from_on, until_on, today, others=values, began_on=began_on))
    before = _days(absence)
    absence.from_on, absence.until_on = from_on, until_on
    absence.save(update_fields=["from_on", "until_on"])
    record(by=by, verb="corrected absence", about=absence, data=_days(absence) | {"before": before})
    tell_stand_ins(absence, by=by)
    return absence


@transaction.atomic
def end_absence(absence: Absence, *, by: Person | None) -> Absence:
    """Say that somebody is back from today; an absence that has yet to begin is taken back."""
    absence = _locked(absence)
    allow(why_not_change_absence(by, absence))
    _cut(absence, timezone.localdate(), by=by)
    tell_back(absence, by=by)
    return absence


@transaction.atomic
def end_absences_of(network: Network, person: Person, on: date, by: Person | None) -> None:
    """End what goes on after the day on which a person leaves the network; the leave itself was allowed."""
    rows = Absence.objects.of(network).filter(person=person, withdrawn_at__isnull=True, until_on__gt=on)
    for absence in rows.select_for_update(of=("self",)).select_related("person", "network"):
        _cut(absence, on, by=by)


def _cut(absence: Absence, day: date, *, by: Person | None) -> None:
    """Let an absence end on a day; what would begin on that day or later is taken back."""
    if absence.from_on >= day:
        absence.withdrawn_at = timezone.now()
        absence.save(update_fields=["withdrawn_at"])
        record(by=by, verb="took back absence", about=absence, data=_days(absence))
        return
    absence.until_on = day
    absence.save(update_fields=["until_on"])
    record(by=by, verb="ended absence", about=absence, data=_days(absence))


def _locked(absence: Absence) -> Absence:
    still(absence.person)
    rows = Absence.objects.of(absence.network).select_for_update(of=("self",))
    return rows.select_related("person", "network").get(pk=absence.pk)


def _days(absence: Absence) -> dict[str, str]:
    return {"from": absence.from_on.isoformat(), "until": absence.until_on.isoformat()}
