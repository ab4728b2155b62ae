"""The rules of stages: from where an initiative may go where."""

from __future__ import annotations

from datetime import date

import pytest

from schakel.governance.rules import STAGE_WORDS
from schakel.initiatives import rules
from schakel.initiatives.rules import (
    ACTIVE,
    CLOSED,
    NEXT,
    Stage,
)
from schakel.web.states import look

TODAY = date(2026, 11, 23)


def test_every_stage_has_its_steps_and_its_public_words():
    assert set(NEXT) == set(Stage)
    assert set(rules.PUBLIC_LABEL) == set(Stage)
    assert set(STAGE_WORDS) == set(Stage.values)
    # a mandate names a step as the chain on every page does
    assert {stage: str(words) for stage, words in STAGE_WORDS.items()} == {
        stage: str(look(stage).word).lower() for stage in Stage.values
    }


def test_only_closed_stages_are_dead_ends_and_most_of_them_really_end():
    dead_ends = {stage for stage, steps in NEXT.items() if not steps}
    assert dead_ends == {Stage.EXPLORED, Stage.STOPPED, Stage.MERGED, Stage.REFERRED}
    assert dead_ends < CLOSED


def test_every_stage_can_be_reached_from_a_draft():
    assert rules.reachable([Stage.DRAFT]) == frozenset(Stage)


@pytest.mark.parametrize("stage", sorted(ACTIVE))
def test_every_active_stage_can_end_be_parked_and_come_back(stage):
    assert rules.reachable([stage]) & {Stage.FINISHED, Stage.EXPLORED}
    assert Stage.PARKED in NEXT[stage]
    assert stage in NEXT[Stage.PARKED]


def test_stopping_is_for_after_screening_and_parking_for_what_runs():
    assert {s for s in Stage if Stage.STOPPED in NEXT[s]} == (ACTIVE - {Stage.SCREENING}) | {Stage.PARKED}
    assert {s for s in Stage if Stage.PARKED in NEXT[s]} == ACTIVE


def test_a_step_that_is_not_allowed_says_so():
    assert rules.why_not_move(Stage.SUBMITTED, Stage.SCREENING) is None
    assert rules.why_not_move(Stage.SUBMITTED, Stage.PILOT) == "Van “Ingediend” kan dit niet naar “Pilot”."


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later_stays_within_the_month(day, months, later):
    assert rules.months_later(day, months) == later


def test_a_stage_normally_ends_some_day_or_as_planned():
    assert rules.normally_until(Stage.SCREENING, TODAY) == date(2027, 1, 18)
    assert rules.normally_until(Stage.EXPLORATION, TODAY) == date(2027, 2, 23)
    assert rules.normally_until(Stage.PILOT, TODAY) is None


@pytest.mark.parametrize(
    ("stage", "left_from", "position", "is_now"),
    [
        (Stage.SUBMITTED, "", 1, True),
        (Stage.EXPLORATION, "", 3, True),
        (Stage.AWAITING_FUNDING, "", 4, True),
        (Stage.FINISHED, "", 8, True),
        (Stage.PARKED, "preparation", 4, False),
        (Stage.STOPPED, "pilot", 5, False),
        (Stage.STOPPED, "", 2, False),
        (Stage.EXPLORED, "", 3, False),
        (Stage.REJECTED, "", 2, False),
        (Stage.MERGED, "", 1, False),
    ],
)
def test_the_chain_shows_where_an_initiative_stands_or_where_it_left(stage, left_from, position, is_now):
    rings = rules.chain(stage, left_from)
    assert rules.chain_position(stage, left_from) == position
    assert [ring.state for ring in rings].count("now") == is_now
    assert all(ring.state == "done" for ring in rings[: position - 1])
    assert all(ring.state == "next" for ring in rings[position:])
    assert rings[position - 1].state == ("now" if is_now else "done")


@pytest.mark.parametrize(
    ("stage", "left_from", "told", "drawn"),
    [
        (Stage.FINISHED, "", [], "???????n"),
        (Stage.STOPPED, "pilot", [], "????d..."),
        (Stage.STOPPED, "", [], "????????"),
        (Stage.EMBEDDING, "", [Stage.PILOT, Stage.EXECUTION, Stage.PARKED], "????ddn."),
    ],
)
def test_a_source_is_silent_about_the_steps_that_it_does_not_name(stage, left_from, told, drawn):
    signs = {"unknown": "?", "now": "n", "done": "d", "next": "."}
    assert "".join(signs[ring.state] for ring in rules.chain(stage, left_from, told=told)) == drawn


def test_the_chain_has_eight_rings_with_the_gates_between_them():
    rings = rules.chain(Stage.PILOT)
    assert [ring.label for ring in rings] == [
        "Idee", "Screening", "Verkenning", "Plan", "Pilot", "Invoering", "Borging", "Klaar",
    ]  # fmt: skip
    assert [ring.gate for ring in rings] == ["", "P0", "P1", "P2", "P3", "P4", "P5", "P6"]
