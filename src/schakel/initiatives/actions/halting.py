"""An emergency stop: at once, with the reason for everyone; the body confirms or lifts it within four weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import kept, locked, needed, tell
from schakel.initiatives.models import Halt, Initiative
from schakel.initiatives.permissions import why_not_halt
from schakel.initiatives.rules import HaltOutcome, confirm_by
from schakel.journal.actions import record
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.governance.models import Decision
    from schakel.people.models import Person


@transaction.atomic
def halt(
    initiative: Initiative,
    *,
    by: Person,
    reason: str,
    effect: str,
    communication: str = "",
    is_for_safety: bool = False,
) -> Halt:
    """Let the work lie still at once. No stage changes: that is for the body, which decides within four weeks."""
    initiative = locked(initiative)
    allow(why_not_halt(by, initiative, is_for_safety=is_for_safety))
    now = timezone.now()
    made = Halt.objects.create(
        network_id=initiative.network_id,
        initiative=initiative,
        reason=needed(reason, _("Schrijf de reden op. De indiener leest die als eerste, daarna iedereen.")),
        effect=needed(effect, _("Schrijf op wat dit betekent voor wat partners toezegden.")),
        communication=kept(communication),
        is_for_safety=is_for_safety,
        halted_by=by,
        halted_at=now,
        halted_on=timezone.localdate(now),
    )
    initiative.halted_on = made.halted_on
    initiative.save(update_fields=["halted_on"])
    tell(
        initiative, icon="stopped", by=by, title=_("Noodstop: het ligt stil"),
        text=_("%(reason)s De groep besluit hierover uiterlijk op %(day)s.")
        % {"reason": made.reason, "day": dutch_date(confirm_by(made.halted_on))},
    )  # fmt: skip
    record(by=by, verb="halted", about=initiative, reason=made.reason)
    return made


def end_halt(initiative: Initiative, decision: Decision, outcome: HaltOutcome) -> None:
    """Write down how the body ended an emergency stop; nothing when there was none."""
    initiative.halts.filter(outcome="").update(outcome=outcome, decision=decision)
    if initiative.halted_on is not None:
        initiative.halted_on = None
        initiative.save(update_fields=["halted_on"])
