"""Sums that providers deliver come together as if all people were counted at once; norms are dated data."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.methods.waits.delivered import NOBODY, Delivered, delivered, pooled
from schakel.methods.waits.norms import days_of_phases, phase_norms

WAITS = st.lists(st.lists(st.integers(0, 400), max_size=8), max_size=6)


def told(waits: list[int], norm: int) -> Delivered:
    """What a provider with these people delivers."""
    if not waits:
        return NOBODY
    return Delivered(len(waits), sum(waits) / len(waits), sum(wait <= norm for wait in waits), len(waits))


@settings(max_examples=25, deadline=None)
@given(WAITS, st.integers(0, 400), st.integers(0, 6))
def test_pooling_is_counting_all_people_at_once_in_whatever_order_and_groups(groups, norm, cut) -> None:
    people = [wait for group in groups for wait in group]
    parts = [told(group, norm) for group in groups]
    found = pooled(parts)
    again = pooled([pooled(parts[:cut]), pooled(reversed(parts[cut:]))])
    assert (found.n, found.within_n, found.within_of) == (again.n, again.within_n, again.within_of)
    assert found.n == len(people)
    if people:
        assert found.mean_days == pytest.approx(float(Fraction(sum(people), len(people))))
        assert again.mean_days == pytest.approx(found.mean_days)
        assert found.within_pct == pytest.approx(100 * sum(w <= norm for w in people) / len(people))
    else:
        assert found == NOBODY
        assert found.within_pct is None


def test_a_share_is_of_the_people_of_whom_it_is_known() -> None:
    """30 people with 90 % in time and 10 of whom nothing is known: 27 of 30; the mean (30·20 + 10·60) / 40."""
    found = pooled([delivered(30, 20.0, 90.0), delivered(10, 60.0)])
    assert (found.n, found.mean_days, found.within_n, found.within_of) == (40, 30.0, 27, 30)
    assert found.within_pct == 90.0
    assert delivered(0, None, 50.0) == NOBODY


@pytest.mark.parametrize("wrong", [(3, None), (0, 5.0), (-1, 5.0)])
def test_a_mean_is_over_people(wrong) -> None:
    with pytest.raises(ValueError, match="a mean is over people"):
        Delivered(*wrong)
    with pytest.raises(ValueError, match="within the norm"):
        Delivered(3, 5.0, 4, 3)


def test_an_announced_norm_is_none_and_another_day_before_all_norms_has_none() -> None:
    assert days_of_phases(date(2030, 1, 1)) == {"A": 28, "B": 70, "T": 98}
    assert phase_norms(date(1800, 1, 1)) == {}
