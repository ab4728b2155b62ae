"""One fault for each invariant of the domain, put into the real code: the state machine must find every one.

When a mutant survives, the machine no longer guards that invariant and the guarantee of the platform is words only.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from schakel.governance.rules import DecisionStatus
from schakel.governance.rules.mandates import Mandated
from schakel.governance.rules.voting import SeatState
from schakel.initiatives.actions import deciding, settling
from schakel.initiatives.queries import due, screening
from tests.examples import IS_NIGHT
from tests.initiatives.gate_machine import GateMachine, make_world

pytestmark = pytest.mark.django_db

Step = tuple[str, dict[str, Any]]
#: The secretary proposes to put the idea that is being rated in the wait.
PARK: Step = (
    "bring_before_the_group",
    {"which": "rated", "choice": 1, "with_condition": False, "forgets_reason": False},
)


def provisional_is_as_good_as_valid(patch: pytest.MonkeyPatch) -> None:
    """Invariant 1: no change of stage without a valid decision."""
    others = {status.name: status for status in DecisionStatus if status != DecisionStatus.PROVISIONAL}
    patch.setattr(settling, "DecisionStatus", SimpleNamespace(**others, PROVISIONAL="never"))


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


#: For each fault the shortest story that shows it, in the words of the machine. Searching at random finds every
#: one too, but takes minutes against a database.
STORIES: dict[int, tuple[Callable[[pytest.MonkeyPatch], None], list[Step]]] = {
    1: (
        provisional_is_as_good_as_valid,
        [("end_the_mandate", {"days": 0}), PARK, ("decide", {"letters": "fff"})],
    ),
    2: (
        an_ended_mandate_still_holds,
        [("end_the_mandate", {"days": 0}), PARK, ("decide", {"letters": "fff"})],
    ),
    3: (recused_seats_count, [PARK, ("decide", {"letters": "fxr"})]),
    4: (scores_are_shown_at_once, [("rate", {"who": 1, "score": 4})]),
    9: (what_waits_is_forgotten, [PARK, ("decide", {"letters": "ffa"}), ("days_pass", {"days": 40})]),
    10: (nobody_asks_for_the_reason, [("bring_before_the_group", {**PARK[1], "forgets_reason": True})]),
    13: (
        a_missed_condition_goes_unseen,
        [
            ("bring_before_the_group", {**PARK[1], "with_condition": True}),
            ("decide", {"letters": "fff"}),
            ("days_pass", {"days": 7}),
        ],
    ),
}
INVARIANTS = [
    "every_decision_is_worth_what_the_domain_says",
    "every_initiative_stands_where_valid_decisions_brought_it",
    "scores_stay_hidden_until_all_are_in",
    "who_waits_comes_back_on_the_agenda",
]


def play(story: list[Step]) -> None:
    """Let the machine take these steps and compare the database with its oracle after each."""
    machine = GateMachine()
    try:
        for name, choices in story:
            getattr(machine, name)(**choices)
            for invariant in INVARIANTS:
                getattr(machine, invariant)()
    finally:
        machine.teardown()


def test_the_machine_finds_every_fault(monkeypatch: pytest.MonkeyPatch):
    # One world for all of them: making it takes longer than finding the faults.
    GateMachine.world = make_world()
    survivors = []
    for number, (mutant, story) in STORIES.items():
        play(story)  # on the real code the same story is well
        with monkeypatch.context() as patch:
            mutant(patch)
            try:
                play(story)
            except (AssertionError, DatabaseError):
                continue
        survivors.append(f"invariant {number}: {mutant.__name__}")
    assert survivors == []


#: Faults that searching at random finds soon enough for every run of the tests; the night looks for these too.
FOUND_AT_RANDOM = [scores_are_shown_at_once, recused_seats_count]


@pytest.mark.slow
@pytest.mark.parametrize("mutant", FOUND_AT_RANDOM if IS_NIGHT else FOUND_AT_RANDOM[:1])
def test_the_machine_finds_a_fault_without_being_told_the_story(monkeypatch: pytest.MonkeyPatch, mutant):
    GateMachine.world = make_world()
    mutant(monkeypatch)
    with pytest.raises((AssertionError, DatabaseError)):
        run_state_machine_as_test(
            GateMachine,
            settings=settings(
                max_examples=300,  # it ends at the first fault that it finds
                stateful_step_count=15,
                deadline=None,
                derandomize=True,
                database=None,
                report_multiple_bugs=False,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
