"""One fault for each invariant of the domain, put into the real code: the state machine must find every one.

When a mutant survives, the machine no longer guards that invariant and the guarantee of the platform is words only.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import DatabaseError
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from schakel.governance.rules import DecisionStatus
from schakel.governance.rules.mandates import Mandated
from schakel.governance.rules.voting import SeatState
from schakel.initiatives.actions import deciding
from schakel.initiatives.queries import due, screening
from tests.initiatives.gate_machine import GateMachine, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def provisional_is_as_good_as_valid(patch: pytest.MonkeyPatch) -> None:
    """Invariant 1: no change of stage without a valid decision."""
    others = {status.name: status for status in DecisionStatus if status != DecisionStatus.PROVISIONAL}
    patch.setattr(deciding, "DecisionStatus", SimpleNamespace(**others, PROVISIONAL="never"))


def an_ended_mandate_still_holds(patch: pytest.MonkeyPatch) -> None:
    """Invariant 2: a decision is valid only when the body had the mandate on that day."""
    patch.setattr(Mandated, "is_in_force", lambda self, on: self.valid_from <= on)


def recused_seats_count(patch: pytest.MonkeyPatch) -> None:
    """Invariant 3: recused seats do not count for the quorum."""
    patch.setattr(SeatState, "is_counted", property(lambda self: self.is_voting and self.is_filled))


def scores_are_shown_at_once(patch: pytest.MonkeyPatch) -> None:
    """Invariant 4: scores stay hidden until every invited rater has scored."""
    patch.setattr(screening, "is_hidden", lambda criteria_set, raters, today: False)


def what_waits_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Invariant 9: on its wake date a parked initiative is on the agenda."""
    patch.setattr(due, "_parked", lambda initiatives, today: [])


def nobody_asks_for_the_reason(patch: pytest.MonkeyPatch) -> None:
    """Invariant 10: rejected and stopped need a public reason."""
    patch.setattr(deciding, "missing_terms", lambda one, terms, today: {})


def a_missed_condition_goes_unseen(patch: pytest.MonkeyPatch) -> None:
    """Invariant 13: a condition past due asks for attention by itself."""
    patch.setattr(due, "_late_conditions", lambda network, body_ids, today: [])


MUTANTS = {
    1: provisional_is_as_good_as_valid,
    2: an_ended_mandate_still_holds,
    3: recused_seats_count,
    4: scores_are_shown_at_once,
    9: what_waits_is_forgotten,
    10: nobody_asks_for_the_reason,
    13: a_missed_condition_goes_unseen,
}


MACHINE = settings(
    max_examples=150,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    report_multiple_bugs=False,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_the_machine_finds_every_fault(monkeypatch: pytest.MonkeyPatch):
    # One world for all of them: making it takes longer than finding most faults.
    GateMachine.world = make_world()
    survivors = []
    for number, mutant in MUTANTS.items():
        with monkeypatch.context() as patch:
            mutant(patch)
            try:
                run_state_machine_as_test(GateMachine, settings=MACHINE)
            except (AssertionError, DatabaseError):
                continue
        survivors.append(f"invariant {number}: {mutant.__name__}")
    assert survivors == []
