"""Control charts: missing and constant values, phases, counts and rare events, and what cannot be charted."""

from __future__ import annotations

import pytest

from schakel.methods import spc
from schakel.methods.spc import (
    BadSeries,
    Chart,
    Direction,
    Fault,
    Method,
    Missing,
    Rule,
    Series,
    Variation,
    control_chart,
    phases_from,
)
from schakel.methods.spc.rulesets import RULE_SETS
from schakel.methods.spc.signals import signals_of

#: Twelve calm months around 50.
CALM = (50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51)


def rules_of(values, centre=0.0, lower=-9.0, upper=9.0, breaks=frozenset()) -> list[str]:
    """The NHS signals of values against given limits."""
    near = (upper - centre) * 2 / 3
    at = spc.limits.Limits(lower, centre - near, centre + near, upper)
    found = signals_of(values, centre, [at] * len(values), RULE_SETS["nhs7"], breaks)
    return [" ".join(signals) for signals in found]


def anhoej(values: list[int]) -> list[list[Rule]]:
    """The signals of Anhøj around 0, without limits."""
    return [list(found) for found in signals_of(values, 0, [None] * len(values), RULE_SETS["anhoej"])]


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


@pytest.mark.parametrize("chart", [Chart.XMR, Chart.T])
def test_one_odd_month_among_equal_ones_is_the_one_outside(chart):
    made = control_chart(Series((*[5] * 11, 7, *[5] * 4)), Method(chart))
    assert [at for at, point in enumerate(made.points) if Rule.OUTSIDE in point.rules] == [11]
    assert made.points[0].lower < 5 < made.points[0].upper


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
