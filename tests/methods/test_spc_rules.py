"""Control charts: the seven-point rules and the runs of Anhøj, point by point."""

from __future__ import annotations

import math
from fractions import Fraction

from schakel.methods import spc
from schakel.methods.spc import (
    Direction,
    Method,
    Rule,
    Series,
    Variation,
    control_chart,
)
from schakel.methods.spc.rulesets import RULE_SETS
from schakel.methods.spc.signals import least_crossings, signals_of


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
