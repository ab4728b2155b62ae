"""Deciding about something: governance judges, and what the decision is about moves in the same transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from schakel.governance import actions as governance
from schakel.initiatives.actions import settle

if TYPE_CHECKING:
    from schakel.governance.models import ConsentRequest, Decision
    from schakel.people.models import Person


@transaction.atomic
def close_decision(decision: Decision, *, by: Person, **values: Any) -> Decision:
    """Take a decision and let it have its effect; values: see ``governance.actions.close_decision``."""
    return _settled(governance.close_decision(decision, by=by, **values), by=by)


@transaction.atomic
def answer_consent(request: ConsentRequest, *, by: Person, is_given: bool, reason: str) -> Decision:
    """Answer for a partner; a decision that waited only for this has its effect."""
    answer = governance.give_consent if is_given else governance.refuse_consent
    return _settled(answer(request, by=by, reason=reason), by=by)


@transaction.atomic
def withdraw_decision(decision: Decision, *, by: Person, reason: str) -> Decision:
    """Take a proposal back; the initiative tells so."""
    return _settled(governance.withdraw_decision(decision, by=by, reason=reason), by=by)


def _settled(decision: Decision, *, by: Person) -> Decision:
    """Let the decision, and every one that leans on it by ratification, have their effect."""
    settled: Decision | None = decision
    while settled is not None:
        settle(settled, by=by)
        settled = settled.ratifies
    return decision
