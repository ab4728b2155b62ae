"""Moving an initiative to a newer edition of the gate checklists, deliberately and with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.initiatives.actions.keeping import locked, needed, tell
from schakel.initiatives.models import GateList
from schakel.initiatives.permissions import why_not_move_edition
from schakel.initiatives.rules import why_not_edition
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@transaction.atomic
def move_edition(initiative: Initiative, *, by: Person | None, edition: int, reason: str) -> Initiative:
    """Let a newer edition of the checklists hold for an initiative; gates that are behind it stay as they were judged.

    Not while a proposal lies before a body: what is decided about is judged by the list under which it was proposed.
    """
    initiative = locked(initiative)
    allow(why_not_move_edition(by, initiative))
    before, own_before = initiative.gate_edition, initiative.own_gate_edition
    own = GateList.objects.newest_number(initiative.network)
    allow(why_not_edition(before, edition, has_newer_own=own > own_before))
    waiting = Decision.objects.of(initiative.network).about(initiative.pk).under_way().first()
    if waiting is not None:
        raise Refused(
            _("Hierover ligt een voorstel: %(number)s. Wacht dat af of trek het in.")
            % {"number": waiting.number}
        )
    reason = needed(reason, _("Schrijf op waarom dit initiatief de nieuwe lijsten volgt."), longest=2000)
    initiative.gate_edition, initiative.own_gate_edition = edition, own
    initiative.save(update_fields=["gate_edition", "own_gate_edition"])
    tell(
        initiative,
        icon="same",
        by=by,
        title=_("De poorten volgen nu editie %(n)s van de poortlijsten") % {"n": edition}
        if edition > before
        else _("De poorten volgen nu de nieuwste lijsten van dit netwerk"),
        text=reason,
    )
    data = {"from": before, "to": edition}
    if own > own_before:
        data |= {"own_from": own_before, "own_to": own}
    record(by=by, verb="moved to gate edition", about=initiative, reason=reason, data=data)
    return initiative
