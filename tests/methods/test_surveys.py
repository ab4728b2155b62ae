"""Scores of a questionnaire: the margin is that of the t-distribution, and nobody answers who was not asked."""

from __future__ import annotations

import math

import pytest
from scipy import stats

from schakel.methods.surveys import Score, answered, student95


@pytest.mark.parametrize("degrees", [6, 9, 14, 24, 60, 200, 10_000])
def test_the_t_value_equals_that_of_scipy(degrees):
    assert student95(degrees) == pytest.approx(stats.t.ppf(0.975, degrees), abs=0.001)


def test_the_margin_by_hand():
    # 31 people: 6.4 ± 2.0423 · 1.9 / √31
    low, high = Score(6.4, 1.9, 31).margin95
    assert (low, high) == pytest.approx((6.4 - 0.6969, 6.4 + 0.6969), abs=0.0005)
    assert Score(5, 0, 12).margin95 == (5, 5)


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
