"""No sequence of what people do moves an initiative without a valid decision, however a group decides."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.examples import examples
from tests.initiatives import deciding_world, gate_machine
from tests.initiatives.deciding_machine import DecidingMachine
from tests.initiatives.gate_machine import GateMachine

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    ("machine", "make_world", "n", "steps"),
    [(GateMachine, gate_machine.make_world, 10, 15), (DecidingMachine, deciding_world.make_world, 15, 25)],
)
def test_nothing_moves_without_a_valid_decision(machine, make_world, n, steps):
    machine.world = make_world()
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples(n, nightly=300),
            stateful_step_count=examples(steps, nightly=40),
            deadline=None,
            phases=[
                Phase.explicit,
                Phase.generate,
            ],  # making a failure smaller takes minutes against a database
            suppress_health_check=list(HealthCheck),
        ),
    )
