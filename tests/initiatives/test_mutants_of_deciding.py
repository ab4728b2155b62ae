"""One fault for each way in which a group decides or a decision is mended, in the real code: a short story finds it.

The stories are told in the words of ``deciding_machine.py``; on the real code every one of them is well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from schakel.governance import permissions
from schakel.governance.actions import judging
from schakel.governance.queries import ballots
from schakel.governance.rules import mandates, validity, voting
from schakel.governance.rules.voting import Outcome, SeatState
from schakel.initiatives.actions import effects
from tests.initiatives.deciding_machine import DecidingMachine
from tests.initiatives.deciding_oracle import BOARD, SISTER
from tests.initiatives.deciding_world import make_world

pytestmark = pytest.mark.django_db

Patch = pytest.MonkeyPatch
Step = tuple[str, dict[str, Any]]


def asked(which: str, choice: int, method: str, *, in_writing: bool) -> Step:
    """The secretary proposes something to the theme group, which decides it in this way."""
    told = {"which": which, "choice": choice, "method": method, "in_writing": in_writing}
    return ("propose", {"proposed": told})


def in_meeting(which: str = "idea", choice: int = 0, method: str = "majority") -> Step:
    """On the agenda of today; for the idea the first choice is to wait, for the plan to start."""
    return asked(which, choice, method, in_writing=False)


def in_writing(which: str = "idea", choice: int = 0, method: str = "majority") -> Step:
    """The same in a written round of three days."""
    return asked(which, choice, method, in_writing=True)


def decide(letters: str) -> Step:
    """The meeting, seat by seat: f for, a against, o abstains, b objects, s silent, x not there, r stands aside."""
    return ("hold_the_meeting", {"letters": letters, "by_deputy": False})


def vote(seat: int, letter: str = "f", *, by_deputy: bool = False) -> Step:
    """One vote in writing."""
    return ("vote_in_writing", {"seat": seat, "by_deputy": by_deputy, "letter": letter})


def ratify(name: str) -> Step:
    """A group is asked to ratify."""
    return ("ask_to_ratify", {"name": name, "in_writing": False})


WEEK: Step = ("days_pass", {"days": 7})
COUNT: Step = ("count_what_was_written", {"days": 0})
CONSENTS: list[Step] = [("answer_for_a_partner", {"partner": n, "says_yes": True}) for n in (0, 2)]
#: What the group in charge wants to hand to the board is carried by the group beside it.
BESIDE: list[Step] = [
    in_meeting("idea", 2),
    ("lay_before_another", {"in_earnest": True, "name": SISTER}),
    ("give_it_a_moment", {"in_writing": False}),
    decide("fff"),
]
#: The plan asks more than the group may spend, so that it waits for a group with the mandate.
OVER_THE_CEILING = [in_meeting("planned"), decide("ffff")]
GIVE_MANDATE: Step = ("give_the_other_group_a_mandate", {})


def yes_when_equal(seats: Any) -> Outcome:
    """A tie is carried."""
    said = [seat.choice for seat in seats]
    return Outcome(said.count("for") >= said.count("against"), "")


def is_counted_when_free(seat: SeatState) -> bool:
    """A free seat counts too."""
    return seat.is_voting and not seat.is_recused


FORBIDDEN = "the domain forbids this, and it was done"
#: For each fault: what is wrong, what the check that finds it says, the fault, and the shortest story that shows it.
MUTANTS: list[tuple[str, str, Callable[[Patch], None], list[Step]]] = [
    (
        "silence in writing counts as taking part",
        "a decision is valid, not provisional",
        lambda patch: patch.setattr(
            validity, "written", lambda seats: [replace(seat, is_present=True) for seat in seats]
        ),
        [in_writing(), vote(0), WEEK, COUNT],
    ),
    (
        "a vote after the last moment counts",
        FORBIDDEN,
        lambda patch: patch.setattr(permissions.deciding, "has_come", lambda moment, now: False),
        [in_writing(), vote(0), vote(1), WEEK, vote(2)],
    ),
    (
        "a deputy votes beside the holder",
        FORBIDDEN,
        lambda patch: patch.setattr(permissions.deciding, "why_not_vote_as", lambda kind, **facts: None),
        [in_writing(), vote(1, "a"), vote(1, by_deputy=True)],
    ),
    (
        "a tie is carried",
        "a decision is valid, not not_carried",
        lambda patch: patch.setitem(voting._METHODS, "majority", yes_when_equal),
        [in_meeting(), decide("ffaa")],
    ),
    (
        "a free seat counts for the quorum",
        "a decision is provisional, not valid",
        lambda patch: patch.setattr(SeatState, "is_counted", property(is_counted_when_free)),
        [in_meeting(), decide("ffrx")],
    ),
    (
        "an objection with a reason changes nothing",
        "a decision is valid, not not_carried",
        lambda patch: patch.setattr(SeatState, "has_open_objection", False),
        [in_meeting(method="consent"), decide("fffb")],
    ),
    (
        "somebody against is no bar to consensus",
        "a decision is valid, not not_carried",
        lambda patch: patch.setitem(voting._METHODS, "consensus", lambda seats: Outcome(True, "")),
        [in_meeting(method="consensus"), decide("fffa")],
    ),
    (
        "seats are counted where they are to be weighed",
        "a decision is not_carried, not valid",
        lambda patch: patch.setattr(voting, "_weighted", lambda seats, threshold: voting._majority(seats)),
        [in_meeting(method="weighted"), decide("ffaa")],
    ),
    (
        "a chair decides who is not named in the mandate",
        "a decision is valid, not provisional",
        lambda patch: patch.setattr(mandates, "_lets_decide", lambda mandate, method: True),
        [in_meeting("planned", 1, "chair"), decide("fxxx")],
    ),
    (
        "nobody looks at the ceiling",
        "a decision is valid, not provisional",
        lambda patch: patch.setattr(mandates, "is_within_ceiling", lambda mandate, matter: True),
        [*OVER_THE_CEILING, *CONSENTS],
    ),
    (
        "a group without the mandate is asked to ratify",
        FORBIDDEN,
        lambda patch: patch.setattr(judging, "why_not_by_mandate", lambda decision, body, on: None),
        [*OVER_THE_CEILING, ratify(SISTER)],
    ),
    (
        "a mandate granted afterwards ratifies",
        FORBIDDEN,
        lambda patch: [
            patch.setattr(place, "begun_by", lambda granted, day: list(granted))
            for place in (judging, ballots)
        ],
        [*OVER_THE_CEILING, WEEK, GIVE_MANDATE, ratify(SISTER)],
    ),
    (
        "what the board ratifies counts without its partners",
        "a decision is valid, not provisional",
        lambda patch: patch.setattr(judging, "consents_of", lambda decision, **facts: []),
        [*OVER_THE_CEILING, ratify(BOARD), decide("fff")],
    ),
    (
        "a group beside the one in charge takes charge by handing up",
        "Samen rijden naar de dagbehandeling is with another group",
        lambda patch: patch.setattr(effects, "nearest_above", lambda body, above, able: body),
        BESIDE,
    ),
]


def play(story: list[Step]) -> None:
    """Let the machine take these steps and compare the database with its oracle after each."""
    machine = DecidingMachine()
    try:
        for name, choices in story:
            getattr(machine, name)(**choices)
            machine.every_decision_is_worth_what_the_domain_says()
            machine.every_initiative_stands_where_valid_decisions_brought_it()
    finally:
        machine.teardown()


def test_the_machine_finds_every_fault(monkeypatch: Patch):
    # One world for all of them: making it takes longer than finding the faults.
    DecidingMachine.world = make_world()
    told = {}
    for words, _finds, mutant, story in MUTANTS:
        play(story)  # on the real code the same story is well
        with monkeypatch.context() as patch:
            mutant(patch)
            try:
                play(story)
                told[words] = "nothing"
            except AssertionError as fault:
                told[words] = str(fault).partition("\n")[0]
    assert told == {words: finds for words, finds, _mutant, _story in MUTANTS}
