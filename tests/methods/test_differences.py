"""No two figures that are shown differ by few people, and two groups of waits are compared as the books do."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from schakel.methods.differences import apart, block_ends
from schakel.methods.waits.compared import compared

COUNTS = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 25), min_size=7, max_size=7), min_size=n, max_size=n)
)


@given(COUNTS)
def test_sums_over_whole_blocks_differ_by_nobody_or_by_enough(rows) -> None:
    ends = [0, *block_ends(rows)]
    assert ends[-1] == 7
    sums = {(a, b): [sum(row[a:b]) for row in rows] for a, b in combinations(ends, 2)}
    if all(sum(row) == 0 or sum(row) >= 10 for row in rows):
        assert all(n == 0 or n >= 10 for (a, b), of in sums.items() for n in of)


def test_without_periods_there_is_nothing_to_cut() -> None:
    assert block_ends([]) == block_ends([[]]) == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_what_stays_together_is_nobody_or_enough(counts) -> None:
    shown = apart(counts)
    rest = sum(n for name, n in counts.items() if name not in shown)
    assert all(counts[name] >= 10 for name in shown)
    assert rest == 0 or rest >= 10 or not shown


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=25), st.lists(st.integers(0, 9), min_size=2, max_size=25)
)
def test_waits_are_compared_as_scipy_does(first, second) -> None:
    found = compared({day: first.count(day) for day in first}, {day: second.count(day) for day in second})
    told = stats.mannwhitneyu(second, first, use_continuity=False, method="asymptotic")
    assert found.share_longer == pytest.approx(told.statistic / (len(first) * len(second)))
    if len({*first, *second}) > 1:
        assert 2 * stats.norm.sf(abs(found.z)) == pytest.approx(told.pvalue, abs=1e-9)
    else:
        assert found.z == 0


def test_of_nobody_nothing_can_be_said() -> None:
    found = compared({}, {3: 20})
    assert (found.is_longer, found.is_shorter) == (False, False)
