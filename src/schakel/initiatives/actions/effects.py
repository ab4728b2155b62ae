"""What a valid decision does to an initiative, verdict by verdict."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.actions import extend_conditions, lapse_conditions
from schakel.governance.models import Body, Condition
from schakel.governance.rules import HISTORIC, DecisionStatus, nearest_above
from schakel.initiatives.actions.aftercare import lapse_aftercare, plan_aftercare
from schakel.initiatives.actions.announcing import announce_decision, announce_views
from schakel.initiatives.actions.following import run_risks
from schakel.initiatives.actions.funding import award_by_decision
from schakel.initiatives.actions.halting import end_halt
from schakel.initiatives.actions.keeping import next_initiative_number, tell
from schakel.initiatives.actions.moving import approve_again, move
from schakel.initiatives.gates import late_conditions_about
from schakel.initiatives.models import Exploration, GateList, Initiative, Option
from schakel.initiatives.rules import (
    LETS_GO,
    NAMED_TOPIC_BEGINS,
    HaltOutcome,
    Kind,
    Stage,
    Verdict,
    destination,
    newest_edition,
)
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.initiatives.models import Proposal
    from schakel.people.models import Person

ICONS = {
    "explore": "explore",
    "park": "parked",
    "stop": "stopped",
    "reject": "stopped",
    "redo": "adjust",
    "start": "start",
    "start_with_conditions": "ready_tail",
    "escalate": "body",
    "await_funding": "parked",
    "go": "start",
    "go_with_conditions": "ready_tail",
    "adjust": "adjust",
    "embed": "ready",
    "discharge": "ready",
    "not_embedded": "adjust",
    "reopen": "adjust",
    "lift": "start",
    "extend": "adjust",
    "change_scope": "adjust",
}
#: The verdicts by which work begins, on the money of the plan.
STARTS = frozenset({"start", "start_with_conditions"})


def apply(
    one: Verdict, proposal: Proposal, decision: Decision, initiative: Initiative, *, by: Person | None
) -> None:
    """Let a verdict have its effect: move the initiative, change what goes with it, tell the story."""
    today = timezone.localdate()
    reason = decision.public_reason or proposal.public_reason
    if one.code in {"stop", "park"} and initiative.halted_on is not None:
        end_halt(initiative, decision, HaltOutcome.CONFIRMED)
    if one.code == "escalate":
        _hand_up(initiative, decision)
    elif one.code in _STAY:
        _STAY[one.code](initiative, proposal, decision, by)
    elif not one.stays:
        plan = initiative.plans.filter(is_frozen=True).order_by("-version").first()
        to = destination(
            one,
            stage=Stage(initiative.stage),
            return_stage=initiative.return_stage,
            is_project=initiative.kind == Kind.PROJECT,
            needs_pilot=plan is not None and plan.needs_pilot,
        )
        if one.code in STARTS:
            award_by_decision(initiative, plan, decision, by=by)
            run_risks(initiative, plan, by=by)
            initiative.agreed_plan = plan
        if one.code == "discharge":
            plan_aftercare(initiative, today)
        elif one.code == "reopen":
            lapse_aftercare(initiative)
        changes = _changes(one, proposal, initiative, reason, today)
        due_on = proposal.due_on if one.code == "explore" else None
        if to == initiative.stage:
            approve_again(initiative, decision, proposal.funding_line)
        else:
            move(initiative, to, decision=decision, today=today, due_on=due_on, **changes)
        if one.code == "explore":
            announce_views(initiative, begin_exploration(initiative, proposal, today), by=by)
        elif one.code == "explored":
            _publish_advice(initiative)
        elif one.code == "resume":
            _reopen_time_box(initiative, today)
    tell(
        initiative,
        icon=ICONS.get(one.code, "decision"),
        by=by,
        decision=decision,
        title=_("%(body)s besluit: het %(past)s") % {"body": decision.body, "past": one.past},
        text=_because(one, proposal, decision, reason),
    )
    let_conditions_go(initiative, one, decision, by)
    announce_decision(initiative, decision, one, by=by)


def let_conditions_go(initiative: Initiative, one: Verdict, decision: Decision, by: Person | None) -> None:
    """Let the conditions of earlier decisions lapse where the work ends; those of this decision stand.

    What is still under way, or was decided since, keeps its conditions: it may bring the initiative back.
    """
    if initiative.stage not in LETS_GO:
        return
    asked = Condition.objects.of(initiative.network).unmet().exclude(decision=decision)
    was_taken = Q(decision__decided_at__lte=decision.valid_at) | Q(decision__template=HISTORIC)
    earlier = asked.filter(was_taken, decision__status=DecisionStatus.VALID)
    waiting = list(earlier.filter(decision__subject_id=initiative.pk).select_related("decision"))
    if not waiting:
        return
    reason = _("Het initiatief %(past)s: besluit %(number)s.") % {"past": one.past, "number": decision.number}
    lapse_conditions(waiting, reason=reason, decision=decision, by=by)
    tell(
        initiative,
        icon="stopped",
        by=by,
        decision=decision,
        title=ngettext("Eén voorwaarde vervalt", "%(n)d voorwaarden vervallen", len(waiting))
        % {"n": len(waiting)},
        text=" ".join(f"{condition.decision.number}: {condition.text}" for condition in waiting),
    )


def _lift(initiative: Initiative, proposal: Proposal, decision: Decision, by: Person | None) -> None:
    """The work goes on after an emergency stop."""
    end_halt(initiative, decision, HaltOutcome.LIFTED)


def _extend(initiative: Initiative, proposal: Proposal, decision: Decision, by: Person | None) -> None:
    """Every condition that is late gets until the new day."""
    assert proposal.extended_to is not None, "nothing is extended without a day"
    late = late_conditions_about(initiative, timezone.localdate())
    extend_conditions(late, due_on=proposal.extended_to, decision=decision, by=by)


def _change_scope(initiative: Initiative, proposal: Proposal, decision: Decision, by: Person | None) -> None:
    """The newest version of the plan is the one that counts from now on, on money that is there."""
    plan = initiative.plans.filter(is_frozen=True).order_by("-version").first()
    award_by_decision(initiative, plan, decision, by=by)
    run_risks(initiative, plan, by=by)
    initiative.agreed_plan = plan
    initiative.save(update_fields=["agreed_plan"])


#: What a verdict does that leaves the stage as it is.
_STAY = {"lift": _lift, "extend": _extend, "change_scope": _change_scope}


def _changes(
    one: Verdict, proposal: Proposal, initiative: Initiative, reason: str, today: date
) -> dict[str, Any]:
    """What else changes on the initiative with this verdict."""
    changes: dict[str, Any] = {}
    if one.kind:
        changes.update(kind=one.kind, lead=proposal.lead, commissioner=proposal.commissioner)
        changes["phase"] = proposal.phase if one.kind == Kind.PROJECT else None
    if one.code == "explore":
        changes["explorer"] = proposal.explorer
    if one.code == "park":
        changes["wake_on"] = proposal.wake_on
    if one.code in {"park", "stop", "reject", "explored"}:
        changes["public_reason"] = reason
    if one.code in {"resume", "uphold", "reopen"}:
        changes["public_reason"] = ""
    if one.code == "await_funding":
        changes["waits_for"] = proposal.funding_line
    if one.code in STARTS and initiative.started_on is None:
        changes.update(started_on=today, started_precision="day")
    return changes


def _because(one: Verdict, proposal: Proposal, decision: Decision, reason: str) -> str:
    """Why, as the story tells it: the public reason, else the reason of the body, else the proposal."""
    parts = [reason or decision.reason or decision.proposal]
    if one.code == "park":
        assert proposal.wake_on is not None, "nothing is parked without the day it comes back"
        parts.append(_("Komt terug op %(day)s.") % {"day": dutch_date(proposal.wake_on)})
    if one.code == "explore":
        assert proposal.due_on is not None, "nothing is explored without a last day"
        parts.append(
            _("Verkenner: %(who)s, klaar op %(day)s.")
            % {"who": proposal.explorer, "day": dutch_date(proposal.due_on)}
        )
    if one.code == "await_funding":
        parts.append(_("Wacht op geld uit: %(line)s.") % {"line": proposal.funding_line})
    if one.kind:
        parts.append(
            _("Trekker: %(lead)s. Opdrachtgever: %(commissioner)s.")
            % {"lead": proposal.lead, "commissioner": proposal.commissioner}
        )
    return " ".join(part for part in parts if part)


def _hand_up(initiative: Initiative, decision: Decision) -> None:
    """The body above is in charge from now on; the stage stays.

    A body above to which this went up takes charge itself; one beside the body in charge only says so.
    """
    in_charge = initiative.body or decision.decider
    bodies = Body.objects.of(initiative.network).values_list("pk", "parent_id")
    is_above = nearest_above(in_charge.pk, above=dict(bodies), able={decision.decider.pk}) is not None
    above = decision.body if is_above else in_charge.parent
    if above is None:
        raise Refused(_("Boven %(body)s staat geen ander gremium.") % {"body": in_charge})
    initiative.body = above
    initiative.save(update_fields=["body"])


def begin_exploration(initiative: Initiative, proposal: Proposal, today: date) -> Exploration:
    """Open the next exploration, with the option to do nothing waiting to be weighed."""
    assert proposal.due_on is not None, "nothing is explored without a last day"
    attempt = initiative.explorations.count() + 1
    exploration = Exploration.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        attempt=attempt,
        starts_on=today,
        due_on=proposal.due_on,
        hours_cap=proposal.hours_cap,
    )
    Option.objects.create(
        network_id=initiative.network_id,
        exploration=exploration,
        position=1,
        name=_("Niets doen"),
        is_do_nothing=True,
    )
    return exploration


def _publish_advice(initiative: Initiative) -> None:
    """An exploration that ends here ends with honour: its advice is there for everyone."""
    exploration = initiative.explorations.order_by("-attempt").first()
    if exploration is not None and exploration.advice:
        exploration.published_at = timezone.now()
        exploration.save(update_fields=["published_at"])


def _reopen_time_box(initiative: Initiative, today: date) -> None:
    """An exploration that comes back after its time box ended gets a new one, so that it is not late at once."""
    if initiative.stage == Stage.EXPLORATION:
        over = initiative.explorations.filter(due_on__lte=today)
        over.update(due_on=initiative.stage_due_on)


def found_topic(proposal: Proposal, decision: Decision, *, by: Person | None) -> Initiative:
    """Begin the initiative that a body named itself; it starts in exploration."""
    today = timezone.localdate()
    initiative = Initiative.objects.create(
        id=decision.subject_id,
        network_id=decision.network_id,
        number=next_initiative_number(decision.network, today.year),
        title=proposal.title,
        problem=proposal.problem,
        theme=proposal.theme,
        body=decision.body,
        explorer=proposal.explorer,
        stage=NAMED_TOPIC_BEGINS,
        stage_since=today,
        stage_due_on=proposal.due_on,
        moved_by=decision,
        named_by=decision,
        gate_edition=newest_edition(),
        own_gate_edition=GateList.objects.newest_number(decision.network),
    )
    begin_exploration(initiative, proposal, today)
    tell(
        initiative,
        icon="explore",
        by=by,
        decision=decision,
        title=_("%(body)s benoemt dit onderwerp") % {"body": decision.body},
        text=proposal.problem,
    )
    return initiative
