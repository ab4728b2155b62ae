"""Bringing a decision about an initiative before another body, told in its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.governance.actions import escalate
from schakel.initiatives.actions.deciding import carry_on
from schakel.initiatives.actions.keeping import tell
from schakel.initiatives.models import Initiative

if TYPE_CHECKING:
    from schakel.governance.models import Body, Decision
    from schakel.people.models import Person


@transaction.atomic
def bring_before(decision: Decision, *, by: Person, reason: str, body: Body | None = None) -> Decision:
    """Lay a decision before another body; what it is about tells so, with the reason."""
    made = escalate(decision, by=by, reason=reason, body=body)
    found = Initiative.objects.of(decision.network)
    initiative = found.filter(pk=decision.subject_id).first() if decision.subject_id else None
    if initiative is not None:
        if made.ratifies_id is None:
            carry_on(made)
        title = _("Voorgelegd aan %(body)s, als %(number)s") % {"body": made.body, "number": made.number}
        tell(initiative, icon="body", by=by, decision=made, title=title, text=reason)
    return made
