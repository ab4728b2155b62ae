"""Control charts on a page: the words, and the drawing."""

from __future__ import annotations

import doctest

import pytest

from schakel.methods.spc import Advice, Assurance, Chart, Direction, Reason, Rule, Variation
from schakel.web.control_chart import words


def test_everything_that_can_be_found_has_a_word():
    for kinds, said in [
        (Variation, words.VARIATIONS),
        (Assurance, words.ASSURANCES),
        (Rule, words.RULES),
        (Chart, words.CHARTS),
        (Reason, words.REASONS),
    ]:
        assert set(kinds) == set(said)


@pytest.mark.parametrize(
    ("assurance", "direction", "target", "said"),
    [
        (Assurance.NONE, Direction.HIGHER, None, "Geen doel afgesproken"),
        (Assurance.NONE, Direction.NONE, 80, "Niet afgesproken of hoger of lager beter is"),
        (Assurance.NONE, Direction.HIGHER, 80, "Nog niet te zeggen of het doel wordt gehaald"),
        (Assurance.HIT_OR_MISS, Direction.HIGHER, 80, "Haalt doel soms"),
    ],
)
def test_a_target_that_cannot_be_judged_says_why(assurance, direction, target, said):
    assert words.assurance_words(assurance, direction, target) == said


def test_advice_tells_its_figure():
    assert words.advice_words(Advice(Chart.P_PRIME, Reason.LARGE_N, 5400)) == (
        "P′-kaart. Het gaat om grote aantallen (5.400): gewone grenzen zijn dan te nauw."
    )
    assert words.advice_words(Advice(None, Reason.TOO_SMALL, 3)) == (
        "In de meeste perioden gaat het om minder dan 5 mensen. Neem perioden samen."
    )


def test_a_new_phase_is_asked_for_on_either_side():
    assert "onder het midden" in words.suggestion_words("mei 2025", -1, 8)


def test_limits_that_are_too_narrow_are_told():
    told = words.warnings(Chart.U, is_trial=False, autocorrelation=0.42, dispersion=3.14)
    assert told == [
        "Elk cijfer lijkt op het vorige (0,42). Dan zijn grenzen te nauw en is een signaal eerder toeval.",
        "De cijfers lopen 3,1 keer zoveel uiteen als toeval verklaart. Een U′-kaart past dan beter.",
    ]
    assert words.warnings(Chart.P_PRIME, is_trial=False, autocorrelation=None, dispersion=3.14) == []


def test_the_examples_in_the_text_are_right():
    assert doctest.testmod(words).failed == 0
