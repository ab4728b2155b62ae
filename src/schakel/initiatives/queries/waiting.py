"""What the effect of a decision still waits for."""

from __future__ import annotations

from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import Proposal, StoryEvent


def effect_waits_for(decision: Decision) -> str:
    """What a valid decision, or the one it ratifies, waits for; empty when it had its effect. At most two queries."""
    both = [one for one in (decision.pk, decision.ratifies_id) if one is not None]
    waiting = Proposal.objects.of(decision.network).filter(
        decision__in=both,
        decision__status=DecisionStatus.VALID,
        initiative__isnull=False,
        settled_at__isnull=True,
    )
    ids = list(waiting.values_list("decision_id", flat=True))
    if not ids:
        return ""
    told = StoryEvent.objects.of(decision.network).filter(decision__in=ids, icon="provisional")
    return told.order_by("-recorded_at").values_list("text", flat=True).first() or ""
