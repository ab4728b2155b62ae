"""What is written beside a decision once it was judged: which earlier one it replaces, and when it comes back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.governance.actions.opening import lock_decision
from schakel.governance.models import Decision
from schakel.governance.rules import BACK_ON
from schakel.journal.actions import record
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person


def lock_both(decision: Decision, earlier: Decision) -> tuple[Decision, Decision]:
    """Two decisions as they are now, held in order of number, so that nobody holds the one and waits for the other."""
    locked = {one.pk: lock_decision(one) for one in sorted((decision, earlier), key=lambda one: one.number)}
    return locked[decision.pk], locked[earlier.pk]


@transaction.atomic
def replace_decision(decision: Decision, *, earlier: Decision, by: Person | None) -> Decision:
    """Let a decision that counts take the place of an earlier one that counts; what was decided then stays readable."""
    decision, earlier = lock_both(decision, earlier)
    if not (decision.is_valid and earlier.is_valid):
        allow(_("Alleen een besluit dat geldt, vervangt een ander besluit dat geldt."))
    if earlier.superseded_by.exists():
        allow(_("Besluit %(number)s is al vervangen.") % {"number": earlier.number})
    if decision.supersedes_id is not None:
        allow(_("Besluit %(number)s vervangt al een ander besluit.") % {"number": decision.number})
    decision.supersedes = earlier
    decision.save(update_fields=["supersedes"])
    record(by=by, verb="replaced", about=earlier, data={"by": decision.number})
    record(by=by, verb="replaces", about=decision, data={"earlier": earlier.number})
    return decision


@transaction.atomic
def note_return(decision: Decision, *, on: date | None) -> None:
    """Keep with a decision on which day its subject comes back on the agenda; nothing when it does not come back."""
    kept = {name: value for name, value in decision.dossier.items() if name != BACK_ON}
    if on is not None:
        kept[BACK_ON] = on.isoformat()
    if kept != decision.dossier:
        decision.dossier = kept
        decision.save(update_fields=["dossier"])
