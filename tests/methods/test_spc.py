"""Control charts: what the reference programs leave open, by hand and as properties that always hold."""

from __future__ import annotations

import doctest
import importlib
import math
import pkgutil
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schakel.methods import spc
from schakel.methods.spc import (
    BadSeries,
    Chart,
    Direction,
    Fault,
    Kind,
    Method,
    Missing,
    Reason,
    Rule,
    Series,
    Variation,
    chart_choice,
    control_chart,
    phases_from,
    suggested_phase,
)
from schakel.methods.spc.alarms import autocorrelation, false_alarms
from schakel.methods.spc.rulesets import RULE_SETS
from schakel.methods.spc.signals import least_crossings, signals_of
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


# --- The seven-point rules ---------------------------------------------------------------------------------------


def rules_of(values, centre=0.0, lower=-9.0, upper=9.0, breaks=frozenset()) -> list[str]:
    """The NHS signals of values against given limits."""
    near = (upper - centre) * 2 / 3
    at = spc.limits.Limits(lower, centre - near, centre + near, upper)
    found = signals_of(values, centre, [at] * len(values), RULE_SETS["nhs7"], breaks)
    return [" ".join(signals) for signals in found]


def test_seven_on_one_side_are_a_shift_and_all_seven_are_marked():
    assert rules_of([-1, 1, 2, 1, 2, 1, 2, 1, -1]) == ["", *["shift"] * 7, ""]
    assert rules_of([1, 2, 1, 2, 1, 2]) == [""] * 6
    assert rules_of([1, 2, 1, 0, 2, 1, 2, 1]) == [""] * 8, "a point on the centre breaks a shift"


def test_seven_that_rise_or_fall_are_a_trend_wherever_the_centre_is():
    assert rules_of([-3, -2, -1, 0, 1, 2, 3, 3]) == [*["trend"] * 7, ""]
    assert rules_of([-3, -2, -1, -1, 0, 1, 2, 3]) == [""] * 8, "a tie breaks a trend"
    assert rules_of([-3, -2, -1, 0, 1, 2]) == [""] * 6


def test_two_of_three_marks_the_near_points_of_three_on_one_side():
    assert rules_of([7, 1, 7]) == ["two_of_three", "", "two_of_three"]
    assert rules_of([7, -1, 7]) == ["", "", ""], "all three lie on one side"
    assert rules_of([7, 0, 7]) == ["", "", ""]
    assert rules_of([6, 7, 1]) == ["", "", ""], "two thirds itself is not beyond"
    assert rules_of([9, 9, 1]) == ["two_of_three", "two_of_three", ""], "the limit itself is not outside"
    assert rules_of([10, 7, 1]) == ["outside", "", ""], "a point outside is not near"


def test_a_point_tells_all_its_signals_and_the_first_gives_the_colour():
    found = rules_of([1, 2, 3, 4, 5, 6, 10])
    assert found == [*["trend shift"] * 6, "outside trend shift"]
    falling_above = [8.5, 7.9, 7.2, 5, 4, 3, 2]
    assert rules_of(falling_above)[:3] == ["trend two_of_three shift"] * 3
    chart = control_chart(Series((*[30, 70] * 10, *range(68, 54, -2))), Method(direction=Direction.HIGHER))
    assert chart.points[-1].rules[:1] == (Rule.TREND,)
    assert chart.variation == Variation.CONCERN, "a trend is coloured by its direction, not by its side"


def test_the_top_of_a_rise_and_a_fall_goes_with_the_fall():
    values = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
    at = [None] * len(values)
    found = signals_of(values, 100, at, RULE_SETS["nhs7"])
    assert [signal[Rule.TREND] for signal in found] == [*[1] * 6, *[-1] * 7]


# --- The runs of Anhøj -------------------------------------------------------------------------------------------


def test_the_fewest_crossings_are_a_binomial_quantile():
    for n in range(1, 60):
        k = least_crossings(n)
        total = [sum(math.comb(n, j) for j in range(m + 1)) * Fraction(1, 2**n) for m in (k - 1, k)]
        assert total[0] < Fraction(1, 20) <= total[1]


def anhoej(values: list[int]) -> list[list[Rule]]:
    """The signals of Anhøj around 0, without limits."""
    return [list(found) for found in signals_of(values, 0, [None] * len(values), RULE_SETS["anhoej"])]


def test_a_long_run_marks_the_points_of_that_run():
    # 16 useful points: more than round(log2 16) + 3 = 7 in a row; 8 crossings, at least 4 are needed.
    found = anhoej([1, -1] * 4 + [1, 1, 0, 1, 1, 1, 1, 1, 1])
    assert found == [[]] * 8 + [[Rule.LONG_RUN]] * 2 + [[]] + [[Rule.LONG_RUN]] * 6
    assert anhoej([1, -1] * 4 + [1] * 7) == [[]] * 15


def test_few_crossings_mark_every_useful_point():
    # 12 useful points: 2 crossings, at least 3 are needed; no run is longer than 7.
    assert anhoej([1] * 4 + [0] + [-1] * 4 + [1] * 4) == (
        [[Rule.FEW_CROSSINGS]] * 4 + [[]] + [[Rule.FEW_CROSSINGS]] * 8
    )
    assert anhoej([0, 0, 0]) == [[], [], []]


# --- Missing values, constant and short series -------------------------------------------------------------------


def test_a_missing_month_keeps_its_place_and_does_not_end_a_trend():
    values = (1, 2, 3, None, 4, 5, 6, 7)
    bridged = control_chart(Series(values))
    assert [bool(point.rules) for point in bridged.points] == [True] * 3 + [False] + [True] * 4
    assert bridged.points[3].value is None
    assert bridged.points[3].centre == 4
    broken = control_chart(Series(values), Method(missing=Missing.BREAK))
    assert not any(Rule.TREND in point.rules for point in broken.points)


def test_a_gap_can_end_a_shift_and_two_of_three_as_well():
    assert rules_of([1] * 7, breaks=frozenset({3})) == [""] * 7
    assert rules_of([7, 7, 1], breaks=frozenset({2})) == [""] * 3
    rising = rules_of([1, 2, 3, 4, 5, 6, 7, 8], lower=-99, upper=99, breaks=frozenset({1}))
    assert rising == ["", *["trend shift"] * 7]


def test_a_moving_range_does_not_span_a_missing_month():
    chart = control_chart(Series((10, 12, None, 30, 32)))
    assert chart.phases[0].basis.moving_range == 2


@pytest.mark.parametrize("chart", [Chart.XMR, Chart.RUN, Chart.C, Chart.G, Chart.T])
def test_a_constant_series_lies_on_its_own_line(chart):
    made = control_chart(
        Series((0.1,) * 15 if chart in {Chart.XMR, Chart.RUN, Chart.T} else (3,) * 15), Method(chart)
    )
    assert not any(point.rules for point in made.points)
    assert made.variation == Variation.COMMON
    assert made.autocorrelation is None
    if chart == Chart.XMR:
        assert {(point.centre, point.lower, point.upper) for point in made.points} == {(0.1, 0.1, 0.1)}


def test_after_a_constant_baseline_any_other_value_is_outside():
    chart = control_chart(
        Series((*[100] * 12, 99, 100)), Method(fixed=12, direction=Direction.HIGHER, target=100)
    )
    assert [point.rules for point in chart.points[12:]] == [(Rule.OUTSIDE,), ()]
    assert chart.points[12].variation == Variation.CONCERN
    assert chart.assurance == "pass", "a constant 100 reaches a target of 100"


def test_everyone_every_month_is_a_constant_share():
    for chart in (Chart.P, Chart.P_PRIME):
        made = control_chart(
            Series((5, 8, 9), n=(5, 8, 9)), Method(chart, direction=Direction.HIGHER, target=1)
        )
        assert {(point.value, point.lower, point.upper) for point in made.points} == {(1, 1, 1)}
        assert made.assurance == "pass"
    assert made.dispersion == 0


def test_a_month_with_nobody_in_it_was_not_measured():
    chart = control_chart(Series((3, 0, 4), n=(10, 0, 10)), Method(Chart.P))
    assert [point.value for point in chart.points] == [0.3, None, 0.4]
    assert chart.points[1].upper is None
    assert chart.points[0].centre == 0.35


def test_limits_from_fewer_than_twelve_points_are_trial_limits():
    assert control_chart(Series(CALM[:11])).is_trial
    assert not control_chart(Series(CALM)).is_trial
    phases = control_chart(Series((*CALM, 60, 61), phases=(*["voor"] * 12, *["na"] * 2)))
    assert [phase.is_trial for phase in phases.phases] == [False, True]
    assert phases.is_trial, "the icons rest on the last phase"


def test_one_measurement_has_a_centre_and_no_limits():
    chart = control_chart(
        Series((*CALM, 70), phases=(*[1] * 12, 2)), Method(direction=Direction.HIGHER, target=60)
    )
    last = chart.points[-1]
    assert (last.centre, last.lower, last.upper, last.rules) == (70, None, None, ())
    assert chart.assurance == "none"


def test_a_phase_in_which_nothing_was_measured_has_no_limits_and_does_not_speak():
    chart = control_chart(Series((*CALM, None, None), phases=(*[1] * 12, 2, 2)), Method(target=40))
    assert chart.phases[1].basis is None
    assert chart.points[-1].centre is None
    assert not chart.is_trial
    assert chart.expected_false_alarms == control_chart(Series(CALM)).expected_false_alarms


# --- Phases, fixed and locked baselines --------------------------------------------------------------------------


def test_phases_and_a_fixed_baseline_go_together():
    after = tuple(value + 20 for value in CALM)
    series = Series((*CALM, 70, *after, 30), phases=(*["voor"] * 13, *["na"] * 13))
    chart = control_chart(series, Method(fixed=12))
    alone = [control_chart(Series(values)).points[0] for values in (CALM, after)]
    assert {point.upper for point in chart.points[:13]} == {alone[0].upper}
    assert {point.upper for point in chart.points[13:]} == {alone[1].upper}
    assert [point.is_basis for point in chart.points] == ([True] * 12 + [False]) * 2
    assert chart.points[12].rules == (Rule.OUTSIDE,)
    assert chart.points[25].rules == (Rule.OUTSIDE,)


def test_a_fixed_baseline_counts_measured_months():
    values = (50, None, *CALM)
    chart = control_chart(Series((*values, 90, 90, 90)), Method(fixed=13))
    assert chart.points[0].upper == control_chart(Series(values)).points[0].upper


def test_locked_limits_do_not_move_when_later_or_corrected_values_come_in():
    baseline = control_chart(Series(CALM))
    locked = baseline.phases[0].basis
    corrected = (49, *CALM[1:], 55, 58, 60)
    chart = control_chart(Series(corrected, phases=(*[1] * 14, 2)), locked=locked)
    assert {(point.centre, point.upper) for point in chart.points[:14]} == {
        (baseline.points[0].centre, baseline.points[0].upper)
    }
    assert chart.points[14].centre == 60
    assert not any(point.is_basis for point in chart.points[:14])
    with pytest.raises(BadSeries, match="locked_otherwise"):
        control_chart(Series(CALM), Method(Chart.C), locked=locked)


def test_a_new_phase_begins_in_a_period_of_the_series():
    assert phases_from(["jan", "feb", "mrt"], ["jan", "mrt"]) == (1, 1, 2)
    with pytest.raises(BadSeries, match="no_such_period"):
        phases_from(["2024-01", "2024-03"], ["2024-02"])


def test_a_shift_does_not_go_on_into_the_next_phase():
    values = (*[51, 49] * 6, *[52] * 4, *[52, 53] * 3)
    assert any(Rule.SHIFT in point.rules for point in control_chart(Series(values)).points)
    series = Series(values, phases=(*[1] * 16, *[2] * 6))
    assert not any(Rule.SHIFT in point.rules for point in control_chart(series).points)


# --- Charts of counts, shares and rare events, by hand -----------------------------------------------------------


def test_a_laney_chart_widens_the_limits_by_what_chance_does_not_explain():
    # p̄ = 40/400 = 0.1, σ = 0.03; z = −1, 1, −1, 1, so mR̄ = 2 and σz = 2/1.128.
    series = Series((7, 13, 7, 13), n=(100,) * 4)
    chart = control_chart(series, Method(Chart.P_PRIME, "anhoej"))
    assert chart.points[0].upper == pytest.approx(0.1 + 3 * 0.03 * 2 / 1.128)
    assert chart.points[0].lower == 0
    assert chart.points[0].raw_lower == pytest.approx(0.1 - 3 * 0.03 * 2 / 1.128)
    assert chart.dispersion == pytest.approx(4 / 3)
    nhs = control_chart(series, Method(Chart.P_PRIME))
    assert nhs.points[0].upper == pytest.approx(0.1 + 2.66 * 2 * 0.03), "the constant follows the rule set"


def test_a_u_prime_chart_does_the_same_for_events_per_exposure():
    # ū = 16/4 = 4 per unit, σ = 2; z = −1, 1, −1, 1.
    chart = control_chart(Series((2, 6, 2, 6), n=(1,) * 4), Method(Chart.U_PRIME, "anhoej", multiplier=10))
    assert chart.points[0].upper == pytest.approx(10 * (4 + 3 * 2 * 2 / 1.128))
    assert (chart.points[0].value, chart.points[0].centre, chart.points[0].lower) == (20, 40, 0)


def test_a_g_chart_shows_the_median_and_reckons_from_the_mean():
    # Mean 20, so limits 20 ± 3 √(20·21); median 10.
    chart = control_chart(Series((10, 5, 45)), Method(Chart.G))
    assert chart.points[0].centre == 10
    assert chart.points[0].upper == pytest.approx(20 + 3 * 420**0.5)
    assert (chart.points[0].lower, chart.points[0].raw_lower) == (0, pytest.approx(20 - 3 * 420**0.5))


def test_a_t_chart_is_an_xmr_chart_of_the_root():
    # Roots 1, 2, 3, 2 (powers of 3.6): mean 2, mR̄ 1.
    chart = control_chart(Series(tuple(root**3.6 for root in (1, 2, 3, 2))), Method(Chart.T))
    point = chart.points[0]
    assert (point.centre, point.upper, point.lower) == pytest.approx((2**3.6, 4.66**3.6, 0))


def test_limits_are_shown_within_what_is_possible_and_kept_as_reckoned():
    chart = control_chart(Series((98, 99, 97, 100)), Method(lowest=0, highest=100))
    point = chart.points[0]
    assert (point.upper, point.raw_upper) == (100, pytest.approx(98.5 + 2.66 * 2))
    assert point.lower == point.raw_lower


def test_a_change_after_the_baseline_is_no_resemblance():
    improved = Series((*CALM, *[value + 9 for value in CALM]))
    assert control_chart(improved).is_autocorrelated
    fixed = control_chart(improved, Method(fixed=12))
    assert fixed.autocorrelation == control_chart(Series(CALM)).autocorrelation
    assert not fixed.is_autocorrelated


def test_dispersion_is_of_the_points_the_limits_rest_on():
    # Mean 4, so z² = 0, 1, 1 over 2 degrees of freedom; the fixed part alone counts.
    assert control_chart(Series((4, 2, 6)), Method(Chart.C)).dispersion == 1
    method = Method(Chart.C, "anhoej", fixed=3)
    wide = control_chart(Series((4, 2, 6, 400)), method)
    assert wide.dispersion == 1
    assert not wide.is_overdispersed
    assert control_chart(Series((1, 9)), Method(Chart.C)).is_overdispersed
    assert control_chart(Series((1,), n=(4,)), Method(Chart.P_PRIME)).points[0].upper is None
    assert control_chart(Series((4,)), Method(Chart.C)).dispersion is None
    assert control_chart(Series(CALM)).dispersion is None


# --- What cannot be charted --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("series", "method", "fault", "place"),
    [
        (Series(()), Method(), Fault.NOTHING_MEASURED, None),
        (Series((None, None)), Method(), Fault.NOTHING_MEASURED, None),
        (Series((1, 2), periods=("jan",)), Method(), Fault.LENGTHS_DIFFER, None),
        (Series((1, 2), phases=("a",)), Method(), Fault.LENGTHS_DIFFER, None),
        (Series((1, float("nan"))), Method(), Fault.NOT_A_NUMBER, 1),
        (Series((1, 2), n=(3, float("inf"))), Method(Chart.P), Fault.NOT_A_NUMBER, 1),
        (Series((1, 2)), Method(Chart.P), Fault.NEEDS_N, None),
        (Series((1, -2)), Method(Chart.C), Fault.BELOW_ZERO, 1),
        (Series((1, 2), n=(3, -3)), Method(Chart.U), Fault.BELOW_ZERO, 1),
        (Series((0.85,), n=(100,)), Method(Chart.P), Fault.NOT_WHOLE, 0),
        (Series((3, 0)), Method(Chart.T), Fault.NOT_ABOVE_ZERO, 1),
        (Series((3, 4), n=(4, 3)), Method(Chart.P), Fault.MORE_THAN_N, 1),
        (Series((3, 4), n=(4, 0)), Method(Chart.U), Fault.EVENTS_OF_NOBODY, 1),
        (Series(CALM), Method(fixed=11), Fault.FIXED_TOO_FEW, None),
        (Series(CALM), Method(rules="anhoej", fixed=1), Fault.FIXED_TOO_FEW, None),
    ],
)
def test_what_cannot_be_charted_is_refused_with_its_place(series, method, fault, place):
    with pytest.raises(BadSeries) as refused:
        control_chart(series, method)
    assert (refused.value.fault, refused.value.position) == (fault, place)


# --- False alarms ------------------------------------------------------------------------------------------------

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


# --- Advice ------------------------------------------------------------------------------------------------------


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


# --- What always holds -------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(spc.__path__)])
def test_the_examples_in_the_text_are_right(name):
    module = importlib.import_module(f"schakel.methods.spc.{name}")
    assert doctest.testmod(module).failed == 0


def test_the_engine_needs_the_standard_library_only():
    code = (
        "import sys; import schakel.methods.spc;"
        "print([m for m in ('numpy', 'scipy', 'pandas', 'django') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
