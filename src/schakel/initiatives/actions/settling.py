"""Letting a valid decision have its effect on an initiative: exactly once, and not before its gate is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions import note_return, overtake, replace_decision
from schakel.governance.models import Condition, Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.actions.effects import apply, found_topic, let_conditions_go
from schakel.initiatives.actions.keeping import locked, tell
from schakel.initiatives.actions.moving import replaced_by
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Initiative, Proposal, StoryEvent
from schakel.initiatives.rules import (
    FORWARD,
    LETS_GO,
    Gate,
    Need,
    Stage,
    Terms,
    Verdict,
    missing_terms,
    verdict,
)
from schakel.journal.actions import record
from schakel.people.actions import still
from schakel.web.refusal import Refused

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


@transaction.atomic
def settle(decision: Decision, *, by: Person | None) -> Initiative | None:
    """Let a decision about an initiative have its effect when it is valid: once, and only if nothing moved meanwhile.

    What brings it further needs its gate to be ready then too: a promise that was taken back since the proposal holds
    the effect, until it is there again (``settle_waiting``). What else was decided and does not count yet is taken back
    when the initiative moves.
    Call it after every step that can make a decision valid (closing, consent, ratification); it may run again without
    harm. Returns the initiative it is about, or None when it is about something else. A provisional decision moves
    nothing: it is told, with what is missing. A verdict without what it needs is refused: nothing half done.
    """
    decision = Decision.objects.of(decision.network).select_for_update(of=("self",)).get(pk=decision.pk)
    proposal = _proposal_of(decision)
    if proposal is None:
        return None
    for person in (proposal.lead, proposal.explorer):
        if person is not None and proposal.settled_at is None:
            still(person)  # a leave at this moment sees what this decision gives them
    initiative = locked(proposal.initiative) if proposal.initiative else None
    if proposal.settled_at is not None or decision.is_open:
        return initiative
    if decision.status in {DecisionStatus.NOT_CARRIED, DecisionStatus.WITHDRAWN}:
        return _settle_without_effect(proposal, initiative, decision, by)
    one = verdict(Gate(proposal.gate), decision.verdict)
    if one is None:
        raise Refused(_("Kies eerst welk besluit de groep nam."))
    assert decision.decided_on is not None, "a decision that was taken has its day"
    lacking = missing_terms(one, _terms_now(proposal, decision), today=decision.decided_on)
    if lacking:
        raise Refused(
            _("Voor “%(verdict)s” ontbreekt nog iets. %(what)s Vul het aan bij het voorstel.")
            % {"verdict": one.label, "what": " ".join(lacking.values())}
        )
    is_late = initiative is not None and moved_meanwhile(proposal, initiative, decision)
    note_return(decision, on=proposal.wake_on if Need.WAKE_ON in one.needs and not is_late else None)
    if decision.status == DecisionStatus.PROVISIONAL:
        _tell_provisional(initiative, decision, by)
        return initiative
    if initiative is None:
        initiative = found_topic(proposal, decision, by=by)
    elif is_late:
        _tell_too_late(initiative, decision, by)
    else:
        points = checklist(initiative, today=timezone.localdate(), gate=proposal.gate)
        lacks = (
            points.why_not(one.code) if points and one.code in FORWARD and not decision.is_historic else None
        )
        if lacks:
            _tell_waits(initiative, decision, by, lacks)
            return initiative
        proposal.checklist = points.as_json() if points else {}
        _apply(one, proposal, decision, initiative, by)
        _overtake_others(initiative, decision, by)
    proposal.initiative = initiative
    proposal.settled_at = timezone.now()
    proposal.save(update_fields=["initiative", "settled_at", "checklist"])
    record(
        by=by, verb="settled", about=initiative, reason=decision.reason, data={"decision": decision.number}
    )
    return initiative


def _apply(
    one: Verdict, proposal: Proposal, decision: Decision, initiative: Initiative, by: Person | None
) -> None:
    """Let a verdict have its effect; it takes the place of the decision that it replaces."""
    earlier = replaced_by(one, decision, initiative)
    apply(one, proposal, decision, initiative, by=by)
    if earlier is not None:
        replace_decision(decision, earlier=earlier, by=by)


def _proposal_of(decision: Decision) -> Proposal | None:
    """The proposal behind a decision, locked; a decision that a higher body took over carries on the one before it.

    A body that only ratifies takes nothing over: the first decision keeps its own proposal.
    """
    found = Proposal.objects.of(decision.network).select_for_update(of=("self",))
    proposal = found.filter(decision=decision).first()
    if proposal is not None or decision.escalated_from_id is None or decision.ratifies_id is not None:
        return proposal
    return carry_on(decision)


def carry_on(decision: Decision) -> Proposal | None:
    """Give a decision that a higher body takes over the proposal of the one before it; None when that has none."""
    before = Proposal.objects.of(decision.network).filter(decision=decision.escalated_from_id).first()
    if before is None:
        return None
    before.pk, before.decision, before.settled_at = uuid4(), decision, None
    before._state.adding = True
    before.save()
    return before


@transaction.atomic
def settle_waiting(network: Network, *, by: Person | None, initiative: Initiative | None = None) -> None:
    """Let valid decisions have their effect that waited for their gate to be ready again."""
    waiting = Proposal.objects.of(network).filter(
        initiative__isnull=False, settled_at__isnull=True, decision__status=DecisionStatus.VALID
    )
    if initiative is not None:
        waiting = waiting.filter(initiative=initiative)
    for proposal in waiting.select_related("decision__network").order_by("proposed_at"):
        settle(proposal.decision, by=by)


@transaction.atomic
def let_go_of_what_ended(network: Network, *, by: Person | None) -> None:
    """Let conditions lapse of what ended before conditions lapsed by themselves; may run again without harm."""
    asked = Condition.objects.of(network).unmet().values("decision__subject_id")
    ended = Initiative.objects.of(network).filter(stage__in=LETS_GO, pk__in=asked, moved_by__isnull=False)
    for initiative in ended.select_related("network", "moved_by").order_by("number"):
        decision = initiative.moved_by
        assert decision is not None, "it moved by a decision"
        one = verdict(Gate(decision.type), decision.verdict) if decision.type in Gate.values else None
        if one is not None and decision.is_valid:
            let_conditions_go(initiative, one, decision, by)


def _overtake_others(initiative: Initiative, decision: Decision, by: Person | None) -> None:
    """Take back what was decided earlier and does not count yet, now that the initiative is somewhere else."""
    others = (
        Decision.objects.of(initiative.network).about(initiative.pk).filter(status=DecisionStatus.PROVISIONAL)
    )
    for other in others.exclude(pk=decision.pk).select_for_update(of=("self",)):
        proposal = Proposal.objects.of(initiative.network).filter(decision=other).first()
        if proposal is not None and moved_meanwhile(proposal, initiative, other):
            reason = _("Besluit %(number)s ging voor.") % {"number": decision.number}
            _settle_without_effect(proposal, initiative, overtake(other, by=by, reason=reason), by)


def _terms_now(proposal: Proposal, decision: Decision) -> Terms:
    """The terms of the proposal, with the reason and the conditions that the body gave in the end."""
    return Terms(
        wake_on=proposal.wake_on,
        public_reason=decision.public_reason or proposal.public_reason,
        explorer=proposal.explorer_id,
        due_on=proposal.due_on,
        lead=proposal.lead_id,
        commissioner=proposal.commissioner,
        phase=proposal.phase,
        funding_line=proposal.funding_line_id,
        extended_to=proposal.extended_to,
        n_conditions=decision.conditions.count(),
    )


def moved_meanwhile(proposal: Proposal, initiative: Initiative, decision: Decision) -> bool:
    """Whether the initiative went somewhere since this was proposed."""
    return initiative.stage != decision.subject_stage or initiative.moves.count() != proposal.n_moves_before


def _settle_without_effect(
    proposal: Proposal, initiative: Initiative | None, decision: Decision, by: Person | None
) -> Initiative | None:
    proposal.settled_at = timezone.now()
    proposal.save(update_fields=["settled_at"])
    if initiative is not None:
        is_withdrawn = decision.status == DecisionStatus.WITHDRAWN
        title = (
            _("Voorstel %(number)s ingetrokken") if is_withdrawn else _("Voorstel %(number)s niet aangenomen")
        )
        tell(
            initiative, icon="stopped", by=by, decision=decision, text=decision.reason,
            title=title % {"number": decision.number},
        )  # fmt: skip
    return initiative


def _tell_provisional(initiative: Initiative | None, decision: Decision, by: Person | None) -> None:
    """Tell once that the decision does not count yet, and what is missing."""
    if initiative is None:
        return
    told = StoryEvent.objects.of(decision.network).filter(decision=decision, icon="provisional").exists()
    if not told:
        tell(
            initiative,
            icon="provisional",
            by=by,
            decision=decision,
            title=_("Besluit %(number)s onder voorbehoud") % {"number": decision.number},
            text=" ".join(decision.judgement.missing if decision.judgement else ()),
        )


def _tell_waits(initiative: Initiative, decision: Decision, by: Person | None, lacks: str) -> None:
    """Tell once that a decision counts and yet has no effect, and what it waits for."""
    told = StoryEvent.objects.of(decision.network).filter(decision=decision, icon="provisional")
    title = _("Besluit %(number)s is genomen, maar het gevolg wacht") % {"number": decision.number}
    if not told.filter(title=title).exists():
        tell(initiative, icon="provisional", by=by, decision=decision, title=title, text=lacks)


def _tell_too_late(initiative: Initiative, decision: Decision, by: Person | None) -> None:
    tell(
        initiative,
        icon="stopped",
        by=by,
        decision=decision,
        title=_("Besluit %(number)s heeft geen gevolg") % {"number": decision.number},
        text=_("Sinds het voorstel is het initiatief verder gegaan; het staat nu op “%(stage)s”.")
        % {"stage": Stage(initiative.stage).label},
    )
