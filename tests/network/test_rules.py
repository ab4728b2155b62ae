"""Dates that are not fully known, trees without loops, criteria that hang together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.network.rules import (
    COUNTED_AS_PARTNER,
    CriterionText,
    PartnerStatus,
    Precision,
    in_words,
    is_valid_on,
    loops,
    why_not_criteria,
    written_day,
    written_in_words,
)


@pytest.mark.parametrize(
    ("written", "day", "precision", "words"),
    [
        (2012, date(2012, 1, 1), Precision.YEAR, "2012"),
        ("2016-04", date(2016, 4, 1), Precision.MONTH, "april 2016"),
        ("2015-10-14", date(2015, 10, 14), Precision.DAY, "14 oktober 2015"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_was_written(written, day, precision, words) -> None:
    known = written_day(written)
    assert (known.day, known.precision) == (day, precision)
    assert written_in_words(written) == words


@pytest.mark.parametrize("written", ["2015-02-30", "2015-13", "2015-00-01"])
def test_a_day_that_is_in_no_calendar_is_no_day(written: str) -> None:
    with pytest.raises(ValueError):
        written_day(written)


def test_a_period_is_said_in_its_own_words_and_silence_says_so() -> None:
    assert in_words(None, Precision.PERIOD, "drie jaar tot de bron") == "drie jaar tot de bron"
    assert in_words(None, Precision.DAY) == "datum niet in de bron"


@pytest.mark.parametrize(
    ("first", "until", "is_valid"),
    [
        (None, None, True),
        (date(2026, 5, 1), None, True),
        (date(2026, 5, 2), None, False),
        (None, date(2026, 5, 1), False),
        (None, date(2026, 5, 2), True),
    ],
)
def test_a_term_includes_its_first_day_and_not_its_last(first, until, is_valid: bool) -> None:
    assert is_valid_on(date(2026, 5, 1), first, until) is is_valid


def test_only_owners_and_partners_count_as_partner() -> None:
    assert {PartnerStatus.OWNER, PartnerStatus.PARTNER} == COUNTED_AS_PARTNER


def test_a_ring_is_found_once_and_from_its_first_member() -> None:
    assert loops({"a": "b", "b": "c", "c": "a", "d": "a", "e": None, "f": "elders"}) == [["a", "b", "c"]]
    assert loops({"a": "a"}) == [["a"]]
    assert loops({}) == []


@given(st.dictionaries(st.integers(0, 12), st.none() | st.integers(0, 12)))
def test_a_tree_has_rings_exactly_when_somebody_is_above_themselves(parents) -> None:
    def is_above_itself(start: int) -> bool:
        node, steps = parents[start], 0
        while node is not None and node in parents and steps <= len(parents):
            if node == start:
                return True
            node, steps = parents[node], steps + 1
        return False

    on_rings = {node for ring in loops(parents) for node in ring}
    assert on_rings == {node for node in parents if is_above_itself(node)}


def criterion(code: str = "C1", **facts) -> CriterionText:
    """A criterion with a text."""
    return CriterionText(code=code, text="Het idee past", **facts)


@pytest.mark.parametrize(
    ("kind", "criteria", "reason"),
    [
        ("yes_no", [criterion()], None),
        ("yes_no", [], "Een criteriaset heeft minstens één criterium."),
        ("yes_no", [criterion(), criterion()], "De code C1 komt meer dan één keer voor."),
        ("yes_no", [criterion(refers_to=("A1",))], None),
        (
            "yes_no",
            [criterion(refers_to=("A1", "A9"))],
            "Criterium C1 verwijst naar A9, maar zo’n ambitie is er niet.",
        ),
        ("weighed", [criterion()], None),
        ("weighed", [criterion(is_knockout=False, weight=Decimal(20))], None),
        (
            "weighed",
            [criterion(is_knockout=False)],
            "Criterium C1 telt mee in de weging, maar heeft geen gewicht.",
        ),
    ],
)
def test_criteria_hang_together_or_say_what_does_not(kind: str, criteria, reason: str | None) -> None:
    assert why_not_criteria(kind, criteria, frozenset({"A1"})) == reason
