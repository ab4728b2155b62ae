"""No sequence of what people do moves an initiative without a valid decision."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.examples import examples
from tests.initiatives.gate_machine import GateMachine, make_world

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_nothing_moves_without_a_valid_decision():
    GateMachine.world = make_world()
    run_state_machine_as_test(
        GateMachine,
        settings=settings(
            max_examples=examples(10, nightly=300),
            stateful_step_count=examples(15, nightly=40),
            deadline=None,
            phases=[
                Phase.explicit,
                Phase.generate,
            ],  # making a failure smaller takes minutes against a database
            suppress_health_check=list(HealthCheck),
        ),
    )
