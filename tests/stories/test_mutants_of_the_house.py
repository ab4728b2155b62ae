"""One fault for each invariant that neither gates nor money guard, in the real code: its own test finds the fault.

The tests are those of the apps themselves; here each is played once more on code with a fault in it. What is
confidential (15) and what is public (18) the database keeps by itself, past any fault in this code; the faults in the
calendar (17) are in tests/methods/test_workdays.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import ANY

import pytest
from django.db import DatabaseError, transaction

from schakel.initiatives.rules import Stage
from tests.factories.governance import as_platform
from tests.factories.initiatives import fresh, make_initiative, make_scene
from tests.factories.measuring import fill, make_indicator, make_series
from tests.initiatives import test_measures as measures
from tests.journal import test_journal as journal
from tests.measuring import test_baselines as baselines
from tests.overview import test_handover as handover

pytestmark = pytest.mark.django_db
Patch = pytest.MonkeyPatch


def a_pilot_with_figures() -> tuple[Any, ...]:
    """A pilot that began, and figures from before it."""
    scene = make_scene()
    pilot = make_initiative(scene, Stage.PILOT)
    with as_platform(scene.network):
        type(pilot).objects.filter(pk=pilot.pk).update(started_on=measures.START)
    series = make_series(scene.network, make_indicator(scene.network, target="50"))
    fill(series, *measures.BEFORE)
    return scene, fresh(pilot), series


def a_pilot() -> tuple[Any, ...]:
    """A pilot that runs."""
    scene = make_scene()
    return scene, make_initiative(scene, Stage.PILOT)


def replaced(target: str, value: Any) -> Callable[[Patch], None]:
    """The fault that this function or property is something else."""
    return lambda patch: patch.setattr(target, value)


#: For each invariant: the test that guards it, what it stands on, and the fault.
MUTANTS: dict[str, tuple[Callable[..., None], Callable[[], tuple[Any, ...]], Callable[[Patch], None]]] = {
    "5: whatever a locked baseline holds, its fingerprint fits": (
        baselines.test_a_baseline_tells_whether_its_fingerprint_still_fits,
        tuple,
        replaced("schakel.measuring.queries.series.seal_of", lambda *held: ANY),
    ),
    "6: a promise may know the outcome": (
        measures.test_a_promise_is_refused_once_it_knows_the_outcome,
        a_pilot_with_figures,
        replaced("schakel.initiatives.actions.measures.why_not_promise_now", lambda *facts, **more: None),
    ),
    "16: few people are shown": (
        measures.test_few_people_stay_hidden_also_here,
        a_pilot,
        replaced("schakel.methods.disclosure.is_few", lambda *counts, **more: False),
    ),
    "19: somebody leaves with work still open": (
        handover.test_a_person_leaves_only_after_everything_is_handed_over,
        lambda: (make_scene(),),
        replaced("schakel.overview.queries.leaving.why_not_leave", lambda things: None),
    ),
    "20: a seal forgets the one before it": (
        journal.test_seals_form_a_chain_and_verify,
        tuple,
        replaced("schakel.journal.actions.seal_of", lambda previous, lines: "0" * 64),
    ),
}


@pytest.mark.parametrize("fault", MUTANTS)
def test_the_test_of_the_invariant_finds_the_fault(fault: str, monkeypatch: Patch):
    guard, ground, mutant = MUTANTS[fault]
    on = ground()
    mutant(monkeypatch)
    with pytest.raises((AssertionError, DatabaseError, pytest.fail.Exception)), transaction.atomic():
        guard(*on)
