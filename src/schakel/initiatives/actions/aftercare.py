"""After the end: measuring again on agreed days, and what was found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import locked, needed, tell
from schakel.initiatives.models import Initiative, LineOwner, Remeasurement
from schakel.initiatives.permissions import why_not_remeasure
from schakel.initiatives.rules import Holds, remeasure_days
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person


def plan_aftercare(initiative: Initiative, finished_on: date) -> None:
    """Put the days on which is measured again in the calendar, at the moment of discharge."""
    for months, due_on in remeasure_days(finished_on, is_light=initiative.is_light):
        Remeasurement.objects.create(
            network_id=initiative.network_id, initiative=initiative, months=months, due_on=due_on
        )


def lapse_aftercare(initiative: Initiative) -> None:
    """Let go of the days that were still to come, because the initiative is opened again."""
    waiting = initiative.remeasurements.filter(done_on__isnull=True, lapsed_at__isnull=True)
    waiting.update(lapsed_at=timezone.now())


@transaction.atomic
def record_remeasurement(
    measurement: Remeasurement, *, by: Person | None, done_on: date, holds: str, finding: str
) -> Remeasurement:
    """Write down what was measured again; when it sinks away, the group can open the initiative again."""
    initiative = locked(measurement.initiative)
    found = Remeasurement.objects.of(measurement.network).select_for_update(of=("self",))
    measurement = found.get(pk=measurement.pk)
    owners = LineOwner.objects.of(initiative.network).filter(embedding__initiative=initiative)
    allow(why_not_remeasure(by, initiative, [one.partner for one in owners.select_related("partner")]))
    if not measurement.is_open:
        raise Refused(_("Deze hermeting is al vastgelegd of vervallen."))
    if done_on > timezone.localdate():
        raise Refused(_("Deze dag moet nog komen. Leg het vast als er gemeten is."))
    if holds not in Holds.values:
        raise Refused(_("Kies of het goed blijft gaan."))
    measurement.done_on, measurement.holds, measurement.recorded_by = done_on, holds, by
    measurement.finding = needed(finding, _("Schrijf op wat eruit kwam."))
    measurement.save()
    words = _("Opnieuw gemeten na %(months)s maanden: %(holds)s") % {
        "months": measurement.months,
        "holds": str(Holds(holds).label).lower(),
    }
    tell(initiative, icon="score", by=by, title=words, text=measurement.finding, on=done_on)
    record(
        by=by, verb="measured again", about=initiative, data={"months": measurement.months, "holds": holds}
    )
    return measurement
