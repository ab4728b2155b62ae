"""Control charts: false alarms, advice, and what holds for every series."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schakel.methods.spc import (
    Chart,
    Direction,
    Kind,
    Method,
    Missing,
    Reason,
    Series,
    Variation,
    chart_choice,
    control_chart,
    suggested_phase,
)
from schakel.methods.spc.alarms import autocorrelation, false_alarms
from schakel.methods.spc.rulesets import RULE_SETS
from tests.methods import simulate_false_alarms

#: Twelve calm months around 50.
CALM = (50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51)


#: Whole numbers, so that moving and stretching them is exact.
numbers = st.integers(-50, 50)


gappy = st.lists(st.one_of(numbers, st.none()), min_size=3, max_size=40).filter(
    lambda values: sum(value is not None for value in values) >= 2
)


methods = st.builds(
    Method,
    rules=st.sampled_from(sorted(RULE_SETS)),
    direction=st.sampled_from(Direction),
    screen=st.booleans(),
    missing=st.sampled_from(Missing),
)


# Shares of stable series (4,000 simulated each, in percent) that another simulation of these rules found.
SECTION_2 = [
    (12, 0.0, 7, 1.5),
    (24, 0.0, 18, 1.5),
    (36, 0.0, 29, 2.0),
    (24, 0.3, 47, 5),
    (24, 0.6, 81, 18),
    (36, 0.6, 94, 22),
]


@pytest.mark.parametrize(("length", "near", "anywhere", "at_last"), SECTION_2)
def test_false_alarms_agree_with_another_simulation(length, near, anywhere, at_last):
    found = false_alarms([length], near, Chart.XMR, RULE_SETS["nhs7"])
    for share, told in ((found.anywhere, anywhere), (found.at_last, at_last)):
        error = 100 * (share * (1 - share) * (1 / 4_000 + 1 / simulate_false_alarms.N_SERIES)) ** 0.5
        assert abs(100 * share - told) < 3 * error + 0.5


@pytest.mark.parametrize(("length", "near"), [(12, 0.0), (24, 0.6)])
def test_the_table_agrees_with_a_new_simulation(length, near):
    made = simulate_false_alarms.cell(length, near, n_series=250)
    for name, rules in RULE_SETS.items():
        for kind, chart in (("xmr", Chart.XMR), ("run", Chart.RUN)):
            found = false_alarms([length], near, chart, rules)
            for share, again in zip((found.anywhere, found.at_last), made[name][kind], strict=True):
                assert abs(share - again) < 4 * (share * (1 - share) / 250) ** 0.5 + 0.005


@pytest.mark.slow
def test_a_cell_of_the_table_can_be_made_again():
    made = simulate_false_alarms.cell(6, 0.3)
    for name, rules in RULE_SETS.items():
        for kind, chart in (("xmr", Chart.XMR), ("run", Chart.RUN)):
            found = false_alarms([6], 0.3, chart, rules)
            assert (found.anywhere, found.at_last) == pytest.approx(made[name][kind], abs=1e-12)


def test_between_the_lengths_of_the_table_lies_what_is_between_them():
    def anywhere(*lengths, near=0.0):
        return false_alarms(lengths, near, Chart.XMR, RULE_SETS["nhs7"]).anywhere

    assert anywhere(15) == pytest.approx((anywhere(12) + anywhere(18)) / 2)
    assert anywhere(12, near=0.225) == pytest.approx((anywhere(12, near=0.15) + anywhere(12, near=0.3)) / 2)
    assert anywhere(12, 24) == pytest.approx(1 - (1 - anywhere(12)) * (1 - anywhere(24)))
    assert anywhere(5) == 0
    assert anywhere(400) == anywhere(120)
    assert anywhere(12, near=None) == anywhere(12, near=-0.4) == anywhere(12)
    assert anywhere(12, near=0.99) == anywhere(12, near=0.9)


def test_autocorrelation_is_of_neighbours_within_a_phase():
    assert autocorrelation([[1, 2, 3, 4, 5]]) == pytest.approx(0.4)
    assert autocorrelation([[1, 2, 3], [11, 12, 13]]) == pytest.approx(0)
    # Around 3 the pairs beside the gap do not count: (−2·−1 + 1·2) / 10.
    assert autocorrelation([[1, 2, None, 3, None, 4, 5]]) == pytest.approx((2 + 2) / 10)
    assert autocorrelation([[1, 2]]) is None
    assert autocorrelation([[3, 3, 3], []]) is None
    assert control_chart(Series(tuple(range(20)))).is_autocorrelated
    assert not control_chart(Series(CALM)).is_autocorrelated


def shares(n: int, xs=(4, 6, 5, 5, 4, 6, 5, 4, 6, 5, 5, 4), times=1) -> Series:
    return Series(tuple(x * times for x in xs), n=(n,) * len(xs))


WILD = (5, 25, 10, 5, 25, 10, 5, 25, 10, 5, 25, 9)


@pytest.mark.parametrize(
    ("series", "kind", "chart", "reason"),
    [
        (shares(50), Kind.PROPORTION, Chart.P, Reason.PART_OF_WHOLE),
        (shares(50, times=5), Kind.RATE, Chart.U, Reason.EVENTS_PER_EXPOSURE),
        (
            shares(50, xs=WILD),
            Kind.PROPORTION,
            Chart.P_PRIME,
            Reason.WIDE_SPREAD,
        ),
        (
            shares(50, xs=WILD),
            Kind.RATE,
            Chart.U_PRIME,
            Reason.WIDE_SPREAD,
        ),
        (shares(2_001), Kind.PROPORTION, Chart.P_PRIME, Reason.LARGE_N),
        (shares(2_001), Kind.RATE, Chart.U, Reason.EVENTS_PER_EXPOSURE),
        (shares(4, xs=(1,) * 12), Kind.PROPORTION, None, Reason.TOO_SMALL),
        (Series(CALM), Kind.COUNT, Chart.C, Reason.COUNTS),
        (Series((0, 1, 0) * 6), Kind.COUNT, Chart.T, Reason.RARE),
        (Series(CALM[:11]), Kind.COUNT, Chart.RUN, Reason.FEW_POINTS),
        (Series(CALM), Kind.BETWEEN_CASES, Chart.G, Reason.CASES_BETWEEN),
        (Series(CALM), Kind.BETWEEN_TIMES, Chart.T, Reason.TIME_BETWEEN),
        (Series(CALM), Kind.MEASURE, Chart.XMR, Reason.MEASUREMENTS),
    ],
)
def test_a_chart_is_advised_with_its_reason(series, kind, chart, reason):
    advice = chart_choice(series, kind)
    assert (advice.chart, advice.reason) == (chart, reason)


def test_a_new_phase_is_suggested_after_eight_on_one_side_and_never_made():
    late = (*CALM, 40, *[60, 62] * 4)
    chart = control_chart(Series(late), Method(direction=Direction.HIGHER))
    suggestion = suggested_phase(chart)
    assert suggestion is not None
    assert (suggestion.place, suggestion.n_before, suggestion.n_after, suggestion.is_trial) == (
        13,
        13,
        8,
        True,
    )
    assert len(chart.phases) == 1
    assert suggested_phase(control_chart(Series(late[:-1]))) is None, "seven may still be chance"
    assert suggested_phase(control_chart(Series(late[3:]))) is None, "too little before it"
    assert suggested_phase(control_chart(Series((*CALM, None), phases=(*[1] * 12, 2)))) is None
    shares_ = Series(tuple(v for v in late), n=(100,) * len(late))
    scaled = suggested_phase(control_chart(shares_, Method(Chart.P, multiplier=100)))
    assert scaled is not None
    assert scaled.after == pytest.approx(61)


def seen(chart) -> list:
    """What a chart says apart from its scale."""
    return [(point.rules, point.variation) for point in chart.points]


@given(gappy, methods, numbers)
def test_moving_all_values_moves_the_limits_and_changes_no_signal(values, method, step):
    one = control_chart(Series(tuple(values)), method)
    two = control_chart(Series(tuple(None if value is None else value + step for value in values)), method)
    for before, after in zip(one.points, two.points, strict=True):
        if before.upper is not None:
            assert after.upper == pytest.approx(before.upper + step, abs=1e-9)
            assert after.lower == pytest.approx(before.lower + step, abs=1e-9)
    assert_alike_but_for_ties(one, two)


@given(gappy, methods, st.sampled_from([0.25, 2, 1024]))
def test_another_unit_stretches_the_limits_and_changes_no_signal(values, method, times):
    one = control_chart(Series(tuple(values)), method)
    two = control_chart(Series(tuple(None if value is None else value * times for value in values)), method)
    assert seen(one) == seen(two)
    for before, after in zip(one.points, two.points, strict=True):
        assert (after.upper is None) == (before.upper is None)
        assert before.upper is None or after.upper == before.upper * times
    assert one.autocorrelation == two.autocorrelation


@given(gappy, methods)
def test_turning_values_and_direction_upside_down_says_the_same(values, method):
    opposite = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
    turned = replace(method, direction=opposite.get(method.direction, Direction.NONE))
    one = control_chart(Series(tuple(values)), method)
    two = control_chart(Series(tuple(None if value is None else -value for value in values)), turned)
    assert seen(one) == seen(two)


@given(gappy, methods)
def test_turning_only_the_direction_swaps_improvement_and_concern(values, method):
    assume(method.direction != Direction.NONE)
    opposite = Direction.LOWER if method.direction == Direction.HIGHER else Direction.HIGHER
    swapped = {Variation.IMPROVEMENT: Variation.CONCERN, Variation.CONCERN: Variation.IMPROVEMENT}
    one = control_chart(Series(tuple(values)), method)
    two = control_chart(Series(tuple(values)), replace(method, direction=opposite))
    assert [swapped.get(point.variation, point.variation) for point in one.points] == [
        point.variation for point in two.points
    ]


@given(gappy, methods, st.integers(0, 4), st.integers(0, 4))
def test_months_without_measurement_at_the_ends_change_nothing(values, method, before, after):
    one = control_chart(Series(tuple(values)), method)
    two = control_chart(Series((*[None] * before, *values, *[None] * after)), method)
    inner = two.points[before : len(two.points) - after]
    assert [(p.value, p.centre, p.upper, p.rules) for p in inner] == [
        (p.value, p.centre, p.upper, p.rules) for p in one.points
    ]
    assert (two.variation, two.autocorrelation, two.is_trial) == (
        one.variation,
        one.autocorrelation,
        one.is_trial,
    )


@given(gappy, methods, st.lists(numbers, min_size=3, max_size=20))
def test_a_constant_phase_before_it_changes_nothing_in_a_phase(values, method, others):
    alone = control_chart(Series(tuple(values)), method)
    both = control_chart(
        Series((*[7] * len(others), *values), phases=(*[1] * len(others), *[2] * len(values))), method
    )
    assert [(p.value, p.upper, p.rules) for p in both.points[len(others) :]] == [
        (p.value, p.upper, p.rules) for p in alone.points
    ]
    assert not any(point.rules for point in both.points[: len(others)])


@given(gappy, methods)
def test_a_locked_basis_gives_its_own_chart_again(values, method):
    chart = control_chart(Series(tuple(values)), method)
    again = control_chart(Series(tuple(values)), method, locked=chart.phases[0].basis)
    assert seen(again) == seen(chart)
    assert [point.upper for point in again.points] == [point.upper for point in chart.points]


@given(st.lists(st.integers(0, 30), min_size=2, max_size=30), st.integers(30, 60), methods)
def test_shares_lie_between_none_and_all_with_their_limits(xs, n, method):
    for kind in (Chart.P, Chart.P_PRIME):
        chart = control_chart(Series(tuple(xs), n=(n,) * len(xs)), replace(method, chart=kind))
        for point in chart.points:
            assert 0 <= point.lower <= point.centre <= point.upper <= 1


def assert_alike_but_for_ties(one, two) -> None:
    """The same signals, unless a value lies so near a line that rounding decides."""
    lines = [
        line
        for point in one.points
        if point.value is not None and point.upper is not None
        for half in [point.raw_upper - point.centre]
        for line in (
            abs(point.value - point.centre),
            abs(abs(point.value - point.centre) - half),
            abs(abs(point.value - point.centre) - half * 2 / 3),
        )
    ]
    if all(line == 0 or line > 1e-9 for line in lines):
        assert seen(one) == seen(two)


def test_the_engine_needs_the_standard_library_only():
    code = (
        "import sys; import schakel.methods.spc;"
        "print([m for m in ('numpy', 'scipy', 'pandas', 'django') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
