"""Bringing a decision about an initiative before another body, told in its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.governance.actions import escalate
from schakel.initiatives.actions.keeping import tell
from schakel.initiatives.actions.settling import carry_on, moved_meanwhile
from schakel.initiatives.models import Initiative, Proposal
from schakel.initiatives.rules import Stage
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.governance.models import Body, Decision
    from schakel.people.models import Person


@transaction.atomic
def bring_before(decision: Decision, *, by: Person, reason: str, body: Body | None = None) -> Decision:
    """Lay a decision before another body; what it is about tells so, with the reason."""
    found = Initiative.objects.of(decision.network)
    initiative = found.filter(pk=decision.subject_id).first() if decision.subject_id else None
    allow(_why_not_any_more(decision, initiative))
    made = escalate(decision, by=by, reason=reason, body=body)
    if initiative is not None:
        if made.ratifies_id is None:
            carry_on(made)
        title = _("Voorgelegd aan %(body)s, als %(number)s") % {"body": made.body, "number": made.number}
        tell(initiative, icon="body", by=by, decision=made, title=title, text=reason)
    return made


def _why_not_any_more(decision: Decision, initiative: Initiative | None) -> str | None:
    """Why another body has nothing to decide: the initiative went on since it was proposed. One database query."""
    proposal = Proposal.objects.of(decision.network).filter(decision=decision).first()
    if initiative is None or proposal is None or not moved_meanwhile(proposal, initiative, decision):
        return None
    words = _(
        "Sinds dit voorstel is het initiatief verder gegaan; het staat nu op “%(stage)s”. Doe een nieuw voorstel."
    )
    return words % {"stage": Stage(initiative.stage).label}
