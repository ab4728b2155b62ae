"""A claim is judged by the whole interval, and never too early."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schakel.methods.effect.verdicts import (
    Better,
    Claim,
    Found,
    Grade,
    Reason,
    Verdict,
    grade,
    is_worse,
    judgement,
    why_not_compare,
)

TWO_LOWER = Claim(threshold=-2, better=Better.LOWER)


def found(lower: float | None, upper: float | None, **more) -> Found:
    known = {"n_after": 9, "completeness": 1.0, "grade": Grade.COMPARED}
    return Found(lower, upper, **{**known, **more})


@pytest.mark.parametrize(
    ("lower", "upper", "n_after", "verdict", "reason"),
    [
        (-5, -2, 3, "met", "interval_beyond_claim"),
        (-5, -1, 3, "partly", "better_size_unsure"),
        (-1.5, -0.5, 3, "partly", "better_but_less"),
        (-1, 1, 7, "not_yet_known", "too_few_points"),
        (-1, 1, 8, "not", "less_than_claimed"),
        (-3, 1, 20, "not_yet_known", "interval_too_wide"),
        (-3, 1, 2, "not_yet_known", "too_few_points"),
        (0.5, 2, 2, "not", "worse"),
        (-2, 0, 9, "not_yet_known", "interval_too_wide"),
        (None, -1, 9, "not_yet_known", "no_interval"),
        (-3, None, 9, "not_yet_known", "no_interval"),
    ],
)
def test_a_verdict_follows_from_the_interval_and_the_points_after_the_start(
    lower, upper, n_after, verdict, reason
):
    told = judgement(TWO_LOWER, found(lower, upper, n_after=n_after))
    assert (told.verdict.value, told.reason.value) == (verdict, reason)


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (None, Reason.NO_BASELINE),
        (found(-9, -8, has_baseline=False), Reason.NO_BASELINE),
        (found(-9, -8, grade=Grade.BEFORE_AFTER, is_chosen_for_score=True), Reason.CHOSEN_FOR_ITS_SCORE),
        (found(None, None, is_reached=False), Reason.TOO_EARLY),
        (found(-9, -8, completeness=0.79), Reason.INCOMPLETE),
    ],
)
def test_without_what_a_verdict_needs_nothing_is_known_yet(what, reason):
    told = judgement(TWO_LOWER, what)
    assert (told.verdict, told.reason) == (Verdict.NOT_YET_KNOWN, reason)


def test_any_improvement_may_be_claimed():
    some = Claim(threshold=0, better=Better.HIGHER)
    assert judgement(some, found(0.1, 3)).verdict == Verdict.MET
    assert judgement(some, found(-1, 3)).verdict == Verdict.NOT_YET_KNOWN


@pytest.mark.parametrize(
    "wrong",
    [
        (2, Better.LOWER, 0.8),
        (-2, Better.HIGHER, 0.8),
        (math.nan, Better.LOWER, 0.8),
        (-2, Better.LOWER, 1.1),
    ],
)
def test_a_claim_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"claim|completeness"):
        Claim(*wrong)


BOUNDS = st.floats(-100, 100)


@given(BOUNDS, BOUNDS, st.floats(0, 50), st.integers(0, 30))
def test_lower_and_higher_are_each_others_mirror(one, two, threshold, n_after):
    lower, upper = sorted((one, two))
    up = judgement(Claim(threshold, Better.HIGHER), found(lower, upper, n_after=n_after))
    down = judgement(Claim(-threshold, Better.LOWER), found(-upper, -lower, n_after=n_after))
    assert up == down


@example(1.0, 1.0, 3.0, 8, 1.0)
@given(BOUNDS, BOUNDS, st.floats(0, 50), st.integers(0, 30), st.floats(0, 10))
def test_a_wider_interval_never_makes_a_claim_come_true(one, two, threshold, n_after, wider):
    lower, upper = sorted((one, two))
    claim = Claim(threshold, Better.HIGHER)
    wide = judgement(claim, found(lower - wider, upper + wider, n_after=n_after)).verdict
    narrow = judgement(claim, found(lower, upper, n_after=n_after)).verdict
    assert wide != Verdict.MET or narrow == Verdict.MET
    assert wide != Verdict.NOT or narrow in {
        Verdict.NOT,
        Verdict.PARTLY,
    }  # partly: surely better, surely less


@given(BOUNDS, BOUNDS, st.floats(0.01, 50), st.integers(0, 7))
def test_no_effect_is_never_said_before_eight_points(one, two, threshold, n_after):
    lower, upper = sorted((one, two))
    told = judgement(Claim(threshold, Better.HIGHER), found(lower, upper, n_after=n_after))
    assert told.verdict != Verdict.NOT or upper < 0


@pytest.mark.parametrize(
    ("better", "lower", "upper", "is_so"),
    [
        (Better.LOWER, 0.1, 2, True),
        (Better.LOWER, -0.1, 2, False),
        (Better.LOWER, None, 2, False),
        (Better.HIGHER, -2, -0.1, True),
        (Better.HIGHER, -2, 0.1, False),
        (Better.HIGHER, -2, None, False),
    ],
)
def test_a_balancing_indicator_is_worse_with_its_whole_interval(better, lower, upper, is_so):
    assert is_worse(better, lower, upper) is is_so


@pytest.mark.parametrize(
    ("is_randomised", "has_comparison", "is_parallel", "is_series", "is_measured", "letter"),
    [
        (True, True, True, True, True, "A"),
        (True, False, None, True, True, "C"),
        (False, True, True, True, True, "B"),
        (False, True, False, True, True, "D"),
        (False, True, None, True, True, "C"),
        (False, True, None, False, True, "D"),
        (False, False, None, True, True, "C"),
        (False, False, None, False, True, "D"),
        (True, True, True, True, False, "E"),
    ],
)
def test_how_strong_evidence_is(is_randomised, has_comparison, is_parallel, is_series, is_measured, letter):
    told = grade(
        is_randomised=is_randomised,
        has_comparison=has_comparison,
        is_parallel=is_parallel,
        is_series=is_series,
        is_measured=is_measured,
    )
    assert told.value == letter


@pytest.mark.parametrize(
    ("letter", "is_refused"), [("A", False), ("B", False), ("C", False), ("D", True), ("E", True)]
)
def test_a_group_chosen_for_its_bad_score_needs_more_than_before_and_after(letter, is_refused):
    assert bool(why_not_compare(Grade(letter), is_chosen_for_score=True)) is is_refused
    assert why_not_compare(Grade(letter), is_chosen_for_score=False) is None
