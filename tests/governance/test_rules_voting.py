"""Quorum and methods of deciding, worked by hand from the table of the specification, and as properties."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.governance.rules import (
    BALLOT_METHODS,
    Choice,
    Method,
    SeatState,
    TenureKind,
    carried,
    counted,
    quorum,
    why_not_choice,
    why_not_judge_yet,
    why_not_vote_as,
    why_not_weights,
    written,
)


def seats(words: str, **more) -> list[SeatState]:
    """Seats from one letter each: f for, a against, o abstention, b objection with reason, z objection without,
    w withdrawn objection, s present and silent, x absent, r recused, v vacant, n without vote."""
    shapes = {
        "f": {"choice": Choice.FOR},
        "a": {"choice": Choice.AGAINST},
        "o": {"choice": Choice.ABSTAIN},
        "b": {"choice": Choice.OBJECTION, "has_reason": True},
        "z": {"choice": Choice.OBJECTION},
        "w": {"choice": Choice.OBJECTION, "has_reason": True, "is_withdrawn": True},
        "s": {},
        "x": {"is_present": False},
        "r": {"is_recused": True},
        "v": {"is_filled": False, "is_present": False},
        "n": {"is_voting": False, "choice": Choice.FOR},
    }
    return [SeatState(seat_id=str(i), **{**shapes[letter], **more}) for i, letter in enumerate(words)]


# Quorum: more than half of the filled voting seats, recused and vacant seats in no count.


@pytest.mark.parametrize(
    ("words", "needed", "present", "filled", "met"),
    [
        ("sssssssxx", 5, 7, 9, True),  # the example of the design: 7 of 9, needed 5
        ("ssssxxxxx", 5, 4, 9, False),
        ("ssxx", 3, 2, 4, False),  # exactly half is not more than half
        ("sssx", 3, 3, 4, True),
        ("ssvvvvvv", 2, 2, 2, True),  # vacant seats do not count
        ("ssrrrr", 2, 2, 2, True),  # recused seats do not count, though present
        ("ssrrxx", 3, 2, 4, False),
        ("s", 1, 1, 1, True),
        ("x", 1, 0, 1, False),
        ("snnnn", 1, 1, 1, True),  # seats without a vote do not count
    ],
)
def test_quorum_counts_filled_voting_seats_without_recused_ones(words, needed, present, filled, met):
    found = quorum(seats(words))
    assert (found.needed, found.present, found.filled, found.met) == (needed, present, filled, met)
    assert not found.nobody_left


@pytest.mark.parametrize("words", ["", "r", "rr", "v", "vr", "n", "nvr"])
def test_nobody_left_means_escalate(words):
    found = quorum(seats(words))
    assert found.nobody_left
    assert not found.met
    assert "Niemand kan meestemmen. Leg het voor aan het gremium hierboven." in found.words


def test_quorum_says_how_many_were_there_and_who_stayed_out():
    assert quorum(seats("sssssssxx")).words == "Genoeg leden: 7 van 9, nodig 5."
    assert quorum(seats("ssssxxxxxr")).words == (
        "Te weinig leden: 4 van 9 zetels deden mee, nodig 5. Eén lid stemt niet mee omdat die betrokken is."
    )
    assert quorum(seats("srr")).words.endswith("2 leden stemmen niet mee omdat zij betrokken zijn.")


# Majority: more than half of the votes cast; abstentions present, not cast; a tie is not carried.


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("ffa", True, "Meerderheid: 2 voor, 1 tegen, 0 onthouding."),
        ("ffaoooo", True, "Meerderheid: 2 voor, 1 tegen, 4 onthouding."),
        ("fa", False, "Stemmen staken: 1 voor en 1 tegen. Dan gaat het niet door."),
        ("faa", False, "Geen meerderheid: 1 voor, 2 tegen, 0 onthouding."),
        ("oos", False, "Niemand stemde voor of tegen."),
        ("fsss", True, "Meerderheid: 1 voor, 0 tegen, 0 onthouding."),
        ("frrraaavv", False, "Geen meerderheid: 1 voor, 3 tegen, 0 onthouding."),
        ("fbz", False, "Geen meerderheid: 1 voor, 2 tegen, 0 onthouding."),
        ("fw", True, "Meerderheid: 1 voor, 0 tegen, 0 onthouding."),
        ("xx", False, "Niemand deed mee."),
        ("rv", False, "Niemand kan meestemmen."),
    ],
)
def test_majority(words, expected, why):
    outcome = carried(Method.MAJORITY, seats(words))
    assert (outcome.carried, outcome.words) == (expected, why)


def test_a_recused_seat_that_voted_all_the_same_is_not_counted():
    voting = [replace(seat, is_recused=True) for seat in seats("fff")] + seats("a")
    assert not carried(Method.MAJORITY, voting).carried


def test_an_absent_seat_has_no_say_even_with_a_vote_on_paper():
    absent = [replace(seat, is_present=False) for seat in seats("fff")]
    assert not carried(Method.MAJORITY, absent + seats("a")).carried


# Consensus: no present seat is against.


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("fos", True, "Consensus: geen aanwezig lid is tegen."),
        ("sss", True, "Consensus: geen aanwezig lid is tegen."),
        ("ffffa", False, "Geen consensus: één lid is tegen."),
        ("faa", False, "Geen consensus: 2 leden zijn tegen."),
        ("xv", False, "Niemand deed mee."),
    ],
)
def test_consensus(words, expected, why):
    outcome = carried(Method.CONSENSUS, seats(words))
    assert (outcome.carried, outcome.words) == (expected, why)


def test_consensus_does_not_hear_who_is_absent():
    against_at_home = [replace(seat, is_present=False) for seat in seats("a")]
    assert carried(Method.CONSENSUS, seats("ff") + against_at_home).carried


# Consent: no reasoned objection stands open.


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("ffs", True, "Zonder bezwaar genomen: er staat geen bezwaar met reden open."),
        ("ffb", False, "Er staat één bezwaar met reden open."),
        ("bbf", False, "Er staan 2 bezwaren met reden open."),
        (
            "ffz",
            True,
            "Zonder bezwaar genomen: er staat geen bezwaar met reden open.",
        ),  # no reason, no objection
        ("ffw", True, "Zonder bezwaar genomen: er staat geen bezwaar met reden open."),  # withdrawn
        ("ooo", True, "Zonder bezwaar genomen: er staat geen bezwaar met reden open."),
    ],
)
def test_consent(words, expected, why):
    outcome = carried(Method.CONSENT, seats(words))
    assert (outcome.carried, outcome.words) == (expected, why)


# Weighted: weights sum to 100; more than the threshold of the body.


def weighed(*rows: tuple[str, int]) -> list[SeatState]:
    return [
        replace(seats(letter)[0], seat_id=str(i), weight=Decimal(w)) for i, (letter, w) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("rows", "threshold", "expected", "why"),
    [
        ((("f", 40), ("f", 30), ("a", 30)), 50, True, "Gewicht voor: 70 van 100, nodig meer dan 50 procent."),
        ((("f", 50), ("a", 50)), 50, False, "Te weinig gewicht voor: 50 van 100, nodig meer dan 50 procent."),
        ((("f", 60), ("a", 40)), 66, False, "Te weinig gewicht voor: 60 van 100, nodig meer dan 66 procent."),
        ((("f", 67), ("a", 33)), 66, True, "Gewicht voor: 67 van 100, nodig meer dan 66 procent."),
        # Recused weight is in no count: 40 of 60 is two thirds.
        ((("r", 40), ("f", 40), ("a", 20)), 50, True, "Gewicht voor: 40 van 60, nodig meer dan 50 procent."),
        # An absent seat does count, and its silence is not in favour.
        ((("f", 50), ("x", 50)), 50, False, "Te weinig gewicht voor: 50 van 100, nodig meer dan 50 procent."),
        ((("f", 50), ("v", 50)), 50, True, "Gewicht voor: 50 van 50, nodig meer dan 50 procent."),
    ],
)
def test_weighted(rows, threshold, expected, why):
    outcome = carried(Method.WEIGHTED, weighed(*rows), threshold)
    assert (outcome.carried, outcome.words) == (expected, why)


def test_weights_that_do_not_sum_to_100_decide_nothing():
    outcome = carried(Method.WEIGHTED, weighed(("f", 50), ("f", 40)))
    assert not outcome.carried
    assert outcome.words == "De gewichten van de zetels tellen op tot 90 in plaats van 100."
    assert not carried(Method.WEIGHTED, seats("ff")).carried


def test_weights_are_checked_before_they_are_used():
    assert why_not_weights([Decimal("33.3"), Decimal("66.7"), None]) is None
    assert why_not_weights([Decimal("33.3"), Decimal("33.3")]) == (
        "De gewichten van de zetels moeten samen 100 zijn; nu is het 66,6."
    )


# The chair alone.


def test_the_chair_alone_says_yes_and_reports_it():
    chair = replace(seats("f")[0], is_chair=True)
    outcome = carried(Method.CHAIR, [chair, *seats("aaa")])
    assert outcome.carried
    assert outcome.words == "Besluit van de voorzitter, te melden in het eerstvolgende overleg."


@pytest.mark.parametrize("letter", ["a", "s"])
def test_without_the_yes_of_the_chair_there_is_no_decision(letter):
    chair = replace(seats(letter)[0], is_chair=True)
    assert not carried(Method.CHAIR, [chair, *seats("fff")]).carried


# Written procedure: any method; silence is no vote.


def test_in_writing_silence_is_no_vote():
    silent = written(seats("fsss"))
    assert [seat.is_present for seat in silent] == [True, False, False, False]
    assert not quorum(silent).met
    assert quorum(written(seats("ffos"))).met


@pytest.mark.parametrize("method", BALLOT_METHODS)
def test_in_writing_nothing_is_carried_when_nobody_spoke(method):
    silent = [replace(seat, weight=Decimal(50)) for seat in seats("ss")]
    assert not carried(method, written(silent)).carried


# One seat, one vote; what may be answered.


def test_a_deputy_votes_only_when_the_holder_does_not():
    assert why_not_vote_as(TenureKind.HOLDER, holder_has_voted=True) is None
    assert why_not_vote_as(TenureKind.DEPUTY, holder_has_voted=False) is None
    assert "stemde zelf al" in why_not_vote_as(TenureKind.DEPUTY, holder_has_voted=True)


def test_each_method_offers_its_own_answers():
    assert why_not_choice(Method.MAJORITY, Choice.AGAINST, "") is None
    assert why_not_choice(Method.CONSENT, Choice.OBJECTION, "Het raakt de ambulances.") is None
    assert why_not_choice(Method.CONSENT, Choice.AGAINST, "") == (
        "Bij deze manier van besluiten kiest u uit: voor, bezwaar met reden, onthouding."
    )
    assert why_not_choice(Method.DELEGATED, Choice.FOR, "") is not None


def test_an_objection_without_a_reason_is_no_objection():
    assert why_not_choice(Method.CONSENT, Choice.OBJECTION, "  ") == (
        "Schrijf bij een bezwaar waarom. Een bezwaar zonder reden telt niet."
    )


# Properties.

letters = st.text(alphabet="faobzwsxrvn", max_size=12)


@given(letters)
def test_seats_that_do_not_count_change_nothing(words):
    alone = seats("".join(letter for letter in words if letter not in "rvn"))
    everyone = seats(words)
    assert quorum(everyone).met == quorum(alone).met
    for method in (Method.MAJORITY, Method.CONSENSUS, Method.CONSENT):
        assert carried(method, everyone).carried == carried(method, alone).carried


@given(letters)
def test_one_more_vote_for_never_loses_a_majority(words):
    if carried(Method.MAJORITY, seats(words)).carried:
        assert carried(Method.MAJORITY, seats(words + "f")).carried


@given(letters)
def test_one_more_vote_against_never_wins_anything(words):
    for method in (Method.MAJORITY, Method.CONSENSUS):
        if not carried(method, seats(words)).carried:
            assert not carried(method, seats(words + "a")).carried


@given(letters)
def test_quorum_is_more_than_half(words):
    found = quorum(seats(words))
    assert found.filled == len(counted(seats(words)))
    assert found.met == (2 * found.present > found.filled)


@given(letters)
def test_a_quorum_in_writing_is_never_easier_than_in_a_meeting(words):
    present = [replace(seat, is_present=True) for seat in seats(words)]
    assert quorum(written(present)).present <= quorum(present).present


@given(st.lists(st.tuples(st.sampled_from("faosxrv"), st.integers(0, 100)), min_size=1, max_size=6))
def test_weighted_agrees_with_a_count_by_hand(rows):
    voting = weighed(*rows)
    total = sum(w for _letter, w in rows)
    counting = sum(w for letter, w in rows if letter not in "rv")
    in_favour = sum(w for letter, w in rows if letter == "f")
    anyone = any(letter not in "rv" for letter, _w in rows)
    assert carried(Method.WEIGHTED, voting).carried == (anyone and total == 100 and 2 * in_favour > counting)


@pytest.mark.parametrize(
    ("method", "words", "reason"),
    [
        (Method.MAJORITY, "xxx", "Leg eerst vast wie er bij het overleg is."),
        (Method.MAJORITY, "ssx", "Er is nog geen stem vastgelegd."),
        (Method.CHAIR, "sss", "Er is nog geen stem vastgelegd."),
        (Method.CONSENT, "ssx", None),  # who keeps silent has no objection
        (Method.CONSENSUS, "ssx", None),
        (Method.MAJORITY, "osx", None),
        (Method.WEIGHTED, "rrr", None),  # nobody is left: that is an outcome
    ],
)
def test_in_a_meeting_nothing_is_judged_before_something_was_said(method, words, reason):
    found = why_not_judge_yet(method, seats(words))
    assert (found or "").startswith(reason or "")
    assert bool(found) == bool(reason)
