"""The rules of gates: what an outcome needs, and what it leads to."""

from __future__ import annotations

from datetime import date

import pytest

from schakel.governance.rules import DecisionType
from schakel.initiatives import rules
from schakel.initiatives.rules import (
    NEXT,
    PX_STAGES,
    VERDICTS,
    Gate,
    Need,
    Stage,
    Terms,
)

TODAY = date(2026, 11, 23)


def test_every_gate_is_a_type_of_decision_and_says_what_it_asks_and_who_decides():
    assert set(Gate.values) <= set(DecisionType.values)
    assert set(rules.QUESTION) == set(rules.DECIDES) == set(VERDICTS) == set(Gate)


def test_every_verdict_leads_along_an_allowed_step():
    for stage in Stage:
        for gate in Gate:
            for one in rules.verdicts_for(gate, stage):
                # What waits for money can be approved again: it waits on, and the year begins anew.
                for to in one.moves_to - {stage if one.code == "await_funding" else None}:
                    assert to in NEXT[stage], f"{gate} {one.code}: {stage} → {to}"


def test_every_verdict_can_be_found_by_its_code_and_needs_only_fields_that_exist():
    for gate, offered in VERDICTS.items():
        assert len({one.code for one in offered}) == len(offered)
        for one in offered:
            assert rules.verdict(gate, one.code) is one
            assert one.needs <= set(Need)
            assert all(hasattr(Terms(), need.value) for need in one.needs)
    assert rules.verdict(Gate.P1, "prepare_project") is None


def test_a_gate_belongs_to_a_stage():
    assert rules.gates_for(Stage.SUBMITTED) == []
    assert rules.gates_for(Stage.SCREENING) == [Gate.P1, Gate.PX]
    assert rules.gates_for(Stage.PREPARATION) == [Gate.P3, Gate.PX]
    assert rules.gates_for(Stage.PARKED) == [Gate.PX]
    assert rules.gates_for(Stage.REJECTED) == [Gate.PX]
    assert rules.gates_for(Stage.STOPPED) == []
    assert rules.verdicts_for(Gate.P2, Stage.SCREENING) == ()
    assert [one.code for one in rules.verdicts_for(Gate.PX, Stage.PARKED)] == ["resume", "stop"]
    assert [one.code for one in rules.verdicts_for(Gate.PX, Stage.REJECTED)] == ["uphold"]
    assert set(PX_STAGES) == {one.code for one in VERDICTS[Gate.PX]}


def test_parking_needs_a_reason_and_a_day_within_a_year():
    park = rules.verdict(Gate.P1, "park")
    lacks = rules.missing_terms(park, Terms(), today=TODAY)
    assert set(lacks) == {"wake_on", "public_reason"}
    late = Terms(wake_on=date(2027, 11, 24), public_reason="Nu geen mensen.")
    assert "twaalf maanden" in rules.missing_terms(park, late, today=TODAY)["wake_on"]
    past = Terms(wake_on=TODAY, public_reason="Nu geen mensen.")
    assert "na vandaag" in rules.missing_terms(park, past, today=TODAY)["wake_on"]
    good = Terms(wake_on=date(2027, 11, 23), public_reason="Nu geen mensen.")
    assert rules.missing_terms(park, good, today=TODAY) == {}


@pytest.mark.parametrize(
    ("gate", "code"), [("p1", "reject"), ("p2", "stop"), ("p2", "explored"), ("px", "stop")]
)
def test_a_no_needs_a_reason_that_everyone_may_read(gate, code):
    one = rules.verdict(Gate(gate), code)
    assert set(rules.missing_terms(one, Terms(public_reason="  "), today=TODAY)) == {"public_reason"}
    assert rules.missing_terms(one, Terms(public_reason="Het loopt al."), today=TODAY) == {}


def test_exploring_needs_who_and_until_when():
    explore = rules.verdict(Gate.P1, "explore")
    assert set(rules.missing_terms(explore, Terms(), today=TODAY)) == {"explorer", "due_on"}
    past = Terms(explorer="iemand", due_on=TODAY)
    assert set(rules.missing_terms(explore, past, today=TODAY)) == {"due_on"}
    assert rules.missing_terms(explore, Terms(explorer="iemand", due_on=date(2027, 1, 1)), today=TODAY) == {}


def test_a_project_needs_a_phase_of_one_or_two():
    prepare = rules.verdict(Gate.P2, "prepare_project")
    terms = {"lead": "iemand", "commissioner": "de groep"}
    assert set(rules.missing_terms(prepare, Terms(**terms), today=TODAY)) == {"phase"}
    assert set(rules.missing_terms(prepare, Terms(**terms, phase=3), today=TODAY)) == {"phase"}
    assert rules.missing_terms(prepare, Terms(**terms, phase=2), today=TODAY) == {}


def test_start_with_conditions_needs_a_condition():
    one = rules.verdict(Gate.P3, "start_with_conditions")
    assert set(rules.missing_terms(one, Terms(), today=TODAY)) == {"n_conditions"}
    assert rules.missing_terms(one, Terms(n_conditions=1), today=TODAY) == {}


def go(gate, code, **facts):
    given = {"stage": Stage.PREPARATION, "return_stage": "", "is_project": True, "needs_pilot": True, **facts}
    return rules.destination(rules.verdict(Gate(gate), code), **given)


def test_where_a_verdict_leads():
    assert go("p3", "start") == Stage.PILOT
    assert go("p3", "start_with_conditions", needs_pilot=False) == Stage.EXECUTION
    assert go("p3", "start", is_project=False) == Stage.EXECUTION
    assert go("p3", "redo") == Stage.PREPARATION
    assert go("p1", "escalate", stage=Stage.SCREENING) == Stage.SCREENING
    assert go("px", "resume", stage=Stage.PARKED, return_stage="exploration") == Stage.EXPLORATION
    assert go("p1", "reject", stage=Stage.SCREENING) == Stage.REJECTED
