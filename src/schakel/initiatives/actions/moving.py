"""Moving an initiative from stage to stage: only here, only with the decision behind it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from schakel.governance.rules import Subject
from schakel.initiatives.rules import Stage, normally_until, why_not_move
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.initiatives.models import Initiative


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
    initiative.stage, initiative.moved_by = to, decision
    initiative.stage_since = today
    initiative.stage_due_on = due_on or normally_until(to, today)
    for name, value in changes.items():
        setattr(initiative, name, value)
    initiative.save()
