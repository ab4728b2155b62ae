"""Scores of a questionnaire: the margin is that of the t-distribution, and nobody answers who was not asked."""

from __future__ import annotations

import math

import pytest
from scipy import stats

from schakel.methods.surveys import Score, answered, student95, wilson95


@pytest.mark.parametrize("degrees", [6, 9, 14, 24, 60, 200, 10_000])
def test_the_t_value_equals_that_of_scipy(degrees):
    assert student95(degrees) == pytest.approx(stats.t.ppf(0.975, degrees), abs=0.001)


def test_the_margin_by_hand():
    # 31 people: 6.4 ± 2.0423 · 1.9 / √31
    low, high = Score(6.4, 1.9, 31).margin95
    assert (low, high) == pytest.approx((6.4 - 0.6969, 6.4 + 0.6969), abs=0.0005)
    assert Score(5, 0, 12).margin95 == (5, 5)


@pytest.mark.parametrize(("x", "n"), [(0, 12), (16, 28), (12, 12), (1, 1), (4_000, 9_000)])
def test_the_margin_of_a_share_is_that_of_wilson(x, n):
    found = stats.binomtest(x, n).proportion_ci(0.95, method="wilson")
    assert wilson95(x, n) == pytest.approx((found.low, found.high), abs=1e-9)


@pytest.mark.parametrize(("x", "n"), [(1, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_is_refused(x, n):
    with pytest.raises(ValueError, match="a share is of some people"):
        wilson95(x, n)


@pytest.mark.parametrize("wrong", [(5, 1, 1), (5, -1, 9), (math.nan, 1, 9), (5, math.inf, 9)])
def test_what_is_no_score_is_refused(wrong):
    with pytest.raises(ValueError, match="a score is a finite mean"):
        Score(*wrong)


def test_the_share_that_answered():
    assert answered(0, 12) == 0
    for wrong in ((3, 2), (0, 0), (-1, 5)):
        with pytest.raises(ValueError, match="no more people answer"):
            answered(*wrong)
    with pytest.raises(ValueError, match="degree of freedom"):
        student95(0)
