"""Another body is in charge of an initiative from now on, for instance because the one before closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.governance.actions import pass_on_conditions
from schakel.governance.models import Condition
from schakel.initiatives.actions.keeping import locked, needed, of_network, tell
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import why_not_put_in_charge
from schakel.journal.actions import record
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.governance.models import Body
    from schakel.people.models import Person


@transaction.atomic
def put_in_charge(initiative: Initiative, *, by: Person | None, body: Body, reason: str) -> Initiative:
    """Let another body decide about an initiative, and follow what earlier decisions still ask; the stage stays."""
    initiative = locked(initiative)
    of_network(initiative.network_id, body)
    allow(why_not_put_in_charge(by, initiative, body))
    reason = needed(reason, _("Schrijf op waarom."))
    before, initiative.body = initiative.body, body
    initiative.save(update_fields=["body"])
    asked = Condition.objects.of(initiative.network).unmet().filter(decision__subject_id=initiative.pk)
    pass_on_conditions(list(asked), by=by, body=body, reason=reason)
    tell(
        initiative, icon="body", by=by, text=reason,
        title=_("%(body)s besluit hier voortaan over") % {"body": body},
    )  # fmt: skip
    data = {"from": str(before or ""), "to": str(body)}
    record(by=by, verb="other body in charge", about=initiative, reason=reason, data=data)
    return initiative
