"""What the effect of a decision still waits for."""

from __future__ import annotations

from django.utils import timezone

from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Proposal


def effect_waits_for(decision: Decision) -> str:
    """What a valid decision, or the one it ratifies, waits for at this moment; empty when it had its effect.

    One database query, and when something waits those of the checklist of its gate.
    """
    both = [one for one in (decision.pk, decision.ratifies_id) if one is not None]
    waiting = Proposal.objects.of(decision.network).filter(
        decision__in=both,
        decision__status=DecisionStatus.VALID,
        initiative__isnull=False,
        settled_at__isnull=True,
    )
    proposal = waiting.select_related("decision", "initiative__network", "initiative__body").first()
    if proposal is None or proposal.initiative is None:
        return ""
    points = checklist(proposal.initiative, today=timezone.localdate(), gate=proposal.gate)
    return (points.why_not(proposal.decision.verdict) if points else None) or ""
