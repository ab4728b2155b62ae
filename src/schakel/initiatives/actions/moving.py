"""Moving an initiative from stage to stage: only here, only with the decision behind it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from schakel.governance.models import Decision
from schakel.governance.rules import BROUGHT_IN_BY, DecisionStatus, DecisionType, Subject
from schakel.initiatives.rules import Stage, normally_until, why_not_move
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.initiatives.models import FundingAward, FundingLine, Initiative
    from schakel.initiatives.rules import Verdict


def subject_of(initiative: Initiative) -> Subject:
    """Return the initiative as the subject of a decision, in the stage where it stands now."""
    return Subject(
        type="initiative",
        id=initiative.pk,
        label=str(initiative),
        stage=initiative.stage,
        url_name="initiatives:detail",
        url_key=initiative.number,
    )


def brought_in(initiative: Initiative) -> dict[str, list[str]]:
    """Who brought an initiative in, and what was merged into it, to keep with a decision. One database query."""
    people = {initiative.submitted_by_id, *initiative.merged_here.values_list("submitted_by", flat=True)}
    return {BROUGHT_IN_BY: sorted(str(one) for one in people if one is not None)}


#: Decisions outside the gates that take back what brought an initiative where it stands.
TAKES_BACK = frozenset({"resume", "uphold", "reopen"})


def replaced_by(one: Verdict, decision: Decision, initiative: Initiative) -> Decision | None:
    """The earlier decision whose place a new one takes: the last at the same gate, or the one that it takes back.

    What was only handed to the body above was done, and is not replaced. At most one database query.
    """
    rows = Decision.objects.of(initiative.network).about(initiative.pk)
    rows = rows.filter(status=DecisionStatus.VALID, superseded_by__isnull=True).exclude(pk=decision.pk)
    if one.code in TAKES_BACK:
        return rows.filter(pk__in=[initiative.moved_by_id]).first()
    if decision.type == DecisionType.PX:
        return None
    return (
        rows.filter(type=decision.type).exclude(verdict="escalate").order_by("-decided_at", "-number").first()
    )


def move(
    initiative: Initiative,
    to: Stage,
    *,
    decision: Decision,
    today: date,
    due_on: date | None = None,
    **changes: Any,
) -> None:
    """Bring an initiative to a stage because of a valid decision, with whatever else changes at that moment.

    The database checks the decision again and writes down the step. Leaving the chain remembers where it left.
    """
    allow(why_not_move(Stage(initiative.stage), to))
    if to in {Stage.PARKED, Stage.STOPPED}:
        if initiative.stage != Stage.PARKED:
            initiative.return_stage = initiative.stage
    else:
        initiative.return_stage = ""
    if to != Stage.PARKED:
        initiative.wake_on = None
    if initiative.stage == Stage.AWAITING_FUNDING and to != Stage.PARKED:
        initiative.waits_for = None
    initiative.stage, initiative.moved_by = to, decision
    initiative.stage_since = today
    initiative.stage_due_on = due_on or normally_until(to, today)
    for name, value in changes.items():
        setattr(initiative, name, value)
    initiative.save()


def move_by_award(initiative: Initiative, to: Stage, *, award: FundingAward, today: date) -> None:
    """Let an initiative begin that was approved and waited for money: the award moves it, the decision stands.

    The database checks that the plan was approved at most a year before the award, and writes down the step.
    """
    allow(why_not_move(Stage(initiative.stage), to))
    initiative.stage, initiative.moved_by_award, initiative.waits_for = to, award, None
    initiative.stage_since, initiative.stage_due_on = today, normally_until(to, today)
    initiative.started_on, initiative.started_precision = today, "day"
    initiative.save()


def approve_again(initiative: Initiative, decision: Decision, line: FundingLine | None) -> None:
    """Renew the approval of a plan that still waits for money; it keeps its place, and the year begins anew."""
    initiative.moved_by, initiative.waits_for = decision, line
    initiative.save(update_fields=["moved_by", "waits_for"])
