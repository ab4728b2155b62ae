"""Areas beside each other: worked by hand, against ordinary regression, and what must hold for any panel."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS

from schakel.methods.effect import comparison
from schakel.methods.effect.arrangements import arrangements, interval, share_as_large
from schakel.methods.effect.comparison import FEWEST_TO_CALL_PARALLEL, Panel, beside_one, compared
from schakel.methods.effect.projection import Projection
from schakel.methods.effect.report import Method
from schakel.methods.unmeasurable import Unmeasurable, Why


def panel(
    n_areas: int, n_treated: int, *, effect: float = 0.0, n: int = 16, start: int = 8, seed: int = 1, **more
) -> Panel:
    """Areas with a level of their own, months alike for all, and an effect in the first ones."""
    source = np.random.default_rng(seed)
    rows = source.normal(0, 3, (n_areas, 1)) + source.normal(0, 1, (1, n)) + source.normal(0, 1, (n_areas, n))
    later, drift = more.get("later", 0), more.get("drift", 0.0)
    starts: list[int | None] = [None] * n_areas
    for area in range(n_treated):
        starts[area] = start + later * (area % 2)
        rows[area, starts[area] :] += effect
        rows[area] += drift * np.arange(n)
    return Panel([[float(x) for x in row] for row in rows], starts, more.get("ramp_up", 0))


def holed(whole: Panel, *gaps: tuple[int, int]) -> Panel:
    rows = [
        [None if (area, period) in gaps else value for period, value in enumerate(row)]
        for area, row in enumerate(whole.values)
    ]
    return Panel(rows, whole.starts, whole.ramp_up)


def by_regression(one: Panel) -> tuple[float, float]:
    """The difference and its error by area, by ordinary regression on a dummy for every area and period."""
    table = one.table()
    places = np.arange(table.shape[1])
    is_used = (places < one.first_start) | (places >= one.first_start + one.ramp_up)
    area, period = np.nonzero(np.isfinite(table) & is_used)
    after = (period >= one.first_start + one.ramp_up) & one.is_treated[area]
    dummies = [area == place for place in range(len(table))]
    dummies += [period == place for place in np.unique(period)[1:]]
    design = np.column_stack([after, *dummies]).astype(float)
    fitted = OLS(table[area, period], design).fit(
        cov_type="cluster", cov_kwds={"groups": area, "df_correction": True, "use_correction": False}
    )
    n = len(table)
    return float(fitted.params[0]), float(fitted.bse[0]) * math.sqrt(n / (n - 1))


def why(deed) -> Why:
    with pytest.raises(Unmeasurable) as fault:
        deed()
    return fault.value.why


# ------------------------------------------------------------------------------------ arrangements


def test_every_arrangement_is_tried_once_and_the_real_one_first():
    tried = arrangements(np.array([3, 5, -1, -1]), n_draws=11, seed=1)
    assert tried.is_all
    assert len(tried.labels) == len({tuple(row) for row in tried.labels}) == 12
    assert tried.labels[0].tolist() == [3, 5, -1, -1]


def test_more_than_can_be_tried_are_drawn_and_a_seed_repeats_them():
    labels = np.array([3] * 10 + [-1] * 10)
    one, two, other = (arrangements(labels, n_draws=50, seed=seed) for seed in (1, 1, 2))
    assert not one.is_all
    assert one.labels.shape == (51, 20)
    assert np.array_equal(one.labels, two.labels)
    assert not np.array_equal(one.labels, other.labels)
    assert (np.sort(one.labels, axis=1) == np.sort(labels)).all()
    with pytest.raises(ValueError, match="at least once"):
        arrangements(labels, n_draws=0, seed=1)


def test_a_difference_that_only_the_real_arrangement_gives_is_one_in_so_many():
    assert share_as_large(np.array([-5.0, *np.linspace(-4, 4, 19)])) == 0.05
    assert share_as_large(np.array([0.0, 1.0])) == 1


def test_the_interval_holds_what_is_not_excluded():
    source = np.random.default_rng(1)
    found = np.concatenate([[-3.0], source.normal(0, 1, 199)])
    carried = np.concatenate([[1.0], source.uniform(-0.3, 0.3, 199)])
    lower, upper = interval(found, carried)
    assert lower < -3 < upper < 0

    def p(effect: float) -> float:
        return float(np.mean(np.abs(found - effect * carried) >= abs(found[0] - effect) - 1e-9))

    assert p(lower + 1e-6) > 0.05 >= p(lower - 1e-6)
    assert p(upper - 1e-6) > 0.05 >= p(upper + 1e-6)


def test_nothing_is_excluded_by_few_arrangements():
    assert interval(np.array([0.0, 0.0]), np.array([1.0, -1.0])) == (None, None)


# -------------------------------------------------------------------------- difference in differences


def test_the_difference_worked_by_hand():
    rows = [[10, 12, 20], [10, 10, 12], [11, 13, 14]]
    found = compared(Panel(rows, [2, None, None]), seed=1)
    # treated 20 − 11 = 9; others 12 − 10 = 2 and 14 − 12 = 2
    assert found.contrast.value == pytest.approx(7)
    # the others pointed out in turn: 2 − (9 + 2)/2 = −3½ twice; only the real one is as large as 7
    assert found.contrast.p_placebo == pytest.approx(1 / 3)
    assert (found.contrast.lower95, found.contrast.upper95) == (None, None)
    assert (found.n_areas, found.n_treated, found.n_before, found.n_after) == (3, 1, 2, 1)
    assert (found.pre_trend, found.is_parallel, found.is_few, found.completeness) == (None, None, True, 1.0)
    assert found.effect_at == ()


@pytest.mark.parametrize("gaps", [(), ((0, 3), (4, 12), (7, 15))])
@pytest.mark.parametrize("ramp_up", [0, 2])
def test_it_equals_ordinary_regression_on_areas_and_periods(gaps, ramp_up):
    one = holed(panel(9, 4, effect=-2, ramp_up=ramp_up), *gaps)
    found = compared(one, seed=1)
    value, se = by_regression(one)
    assert found.method == Method.DIFFERENCE
    assert found.contrast.value == pytest.approx(value, rel=1e-9)
    assert found.contrast.se_area == pytest.approx(se, rel=1e-9)


def test_every_arrangement_equals_regression_with_those_areas():
    one = holed(panel(6, 2, effect=1), (3, 4))
    tried = arrangements(np.array([8, 8, -1, -1, -1, -1]), n_draws=99, seed=1)
    course = (np.arange(16) >= 8).astype(float)
    made = Projection.of(one.table(), course, np.ones(16, bool))
    found, carried = made.differences(tried.labels >= 0, one.is_treated)
    assert carried[0] == pytest.approx(1)
    for labels, value in zip(tried.labels, found, strict=True):
        other = Panel(one.values, [8 if label >= 0 else None for label in labels])
        assert value == pytest.approx(by_regression(other)[0], rel=1e-9)


def test_few_areas_lean_on_arrangements_and_many_on_errors_by_area():
    few, many = (
        compared(panel(8, 3, effect=-3), seed=1),
        compared(panel(24, 10, effect=-3), seed=1, n_draws=199),
    )
    assert few.is_few
    assert few.contrast.p == few.contrast.p_placebo == pytest.approx(1 / 56)
    assert few.contrast.n_arrangements == 56
    assert few.contrast.lower95 < few.contrast.value < few.contrast.upper95 < 0
    assert not many.is_few
    assert many.contrast.p == many.contrast.p_area < 0.001
    assert many.contrast.lower95 < many.contrast.value < many.contrast.upper95 < 0
    assert many.contrast.n_arrangements == 200
    assert compared(panel(24, 4), seed=1, n_draws=99).is_few


def test_the_wild_bootstrap_tries_all_signs_of_few_areas():
    """Of 2⁶ patterns of signs the real one and its mirror always count: p is at least 2/64."""
    found = compared(panel(6, 3, effect=-9), seed=1)
    assert found.contrast.p_wild >= 2 / 64
    assert (found.contrast.p_wild * 64) == pytest.approx(round(found.contrast.p_wild * 64))
    drawn = compared(panel(14, 6, effect=-9), seed=1, n_draws=199)
    assert drawn.contrast.p_wild <= 0.05


def test_the_wild_bootstrap_equals_doing_it_over_and_over():
    one = panel(5, 2, effect=1, n=8, start=4)
    table = one.table()
    made = Projection.of(table, (np.arange(8) >= 4).astype(float), np.ones(8, bool))

    def t(rest: np.ndarray) -> float:
        again = Panel((table - made.rest.reshape(5, 8) + rest).tolist(), one.starts)
        value, se = by_regression(again)
        return abs(value) / se

    rest = made.rest.reshape(5, 8)
    signs = np.array(np.meshgrid(*[[1, -1]] * 5)).T.reshape(-1, 5)
    real = t(rest)
    by_hand = np.mean([t(rest * row[:, None]) >= real * (1 - 1e-9) for row in signs])
    assert made.p_wild(one.is_treated, n_draws=99, seed=1) == pytest.approx(by_hand)


def test_a_trend_before_the_start_shows_and_a_parallel_one_does_not():
    same, apart = compared(panel(12, 5, seed=3), seed=1), compared(panel(12, 5, drift=0.8, seed=3), seed=1)
    assert same.is_parallel
    assert same.pre_trend.lower95 <= 0 <= same.pre_trend.upper95
    assert apart.is_parallel is False
    assert apart.pre_trend.value == pytest.approx(same.pre_trend.value + 0.8)
    unbounded = compared(panel(5, 1), seed=1)
    assert unbounded.pre_trend.lower95 is None
    assert unbounded.is_parallel is None
    flat = [[3.0] * 8 + [3.0, 4.0, 5.0]] * 3
    assert (
        compared(Panel([[*flat[0][:8], 9.0, 4.0, 7.0], *flat[1:]], [8, None, None]), seed=1).pre_trend is None
    )


def test_the_effect_is_told_for_single_periods_where_every_area_was_measured():
    one = panel(8, 3, effect=-3, n=22, start=8)
    found = compared(one, seed=1)
    assert [told.periods_after for told in found.effect_at] == [6, 12]
    table = one.table()
    gaps = table[:, 13] - table[:, :8].mean(axis=1)
    assert found.effect_at[0].contrast.value == pytest.approx(gaps[:3].mean() - gaps[3:].mean())
    assert [told.periods_after for told in compared(holed(one, (7, 13)), seed=1).effect_at] == [12]


def test_areas_that_start_at_different_times_are_stacked():
    one = panel(7, 3, effect=-4, later=3)
    found = compared(one, seed=1)
    assert found.method == Method.STACKED
    assert found.contrast.p_wild is None
    table = one.table()
    change = {start: table[:, start:].mean(axis=1) - table[:, :start].mean(axis=1) for start in (8, 11)}
    own = [change[start][area] - change[start][3:].mean() for area, start in ((0, 8), (1, 11), (2, 8))]
    assert found.contrast.value == pytest.approx(np.mean(own))
    assert found.contrast.lower95 < -4 < found.contrast.upper95
    assert found.contrast.n_arrangements == 7 * 15
    assert (found.n_before, found.n_after) == (8, 5)


def test_stacked_and_two_way_agree_when_all_start_together():
    one = panel(7, 3, effect=-4)
    tried = arrangements(np.array([8] * 3 + [-1] * 4), n_draws=99, seed=1)
    stacked = comparison._stacked(one, tried, is_few=True)
    two_way = compared(one, seed=1, n_draws=99).contrast
    assert stacked.value == pytest.approx(two_way.value)
    assert stacked.p_placebo == two_way.p_placebo
    assert (stacked.lower95, stacked.upper95) == pytest.approx((two_way.lower95, two_way.upper95), rel=1e-6)


def test_one_treated_area_has_no_error_of_its_own_to_lean_on():
    found = compared(panel(21, 1, effect=-30), seed=1, n_draws=199)
    assert found.is_few
    assert found.contrast.p == found.contrast.p_placebo == pytest.approx(1 / 21)
    assert found.contrast.upper95 < 0


def test_errors_by_area_that_cannot_be_had_are_not_told():
    """Two kinds of areas that are each exactly alike: all that varies is the difference."""
    found = compared(
        Panel([[1.0, 2.0, 7.0, 7.5]] * 2 + [[1.0, 2.0, 3.0, 3.5]] * 2, [2, 2, None, None]), seed=1
    )
    assert (found.contrast.se_area, found.contrast.p_area, found.contrast.p_wild) == (None, None, None)
    assert found.contrast.p == found.contrast.p_placebo == pytest.approx(2 / 6)


FLAT = [[1.0, 2.0, 3.0]] * 4


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (lambda: Panel([[1.0, 2.0]], [1]), Why.TOO_FEW_AREAS),
        (lambda: compared(Panel([[1.0, 2.0], [1.0, 3.0]], [1, None]), seed=1), Why.TOO_FEW_AREAS),
        (lambda: Panel(FLAT, [None] * 4), Why.NO_TREATED),
        (lambda: Panel(FLAT, [1] * 4), Why.NO_COMPARISON),
        (lambda: Panel([[1.0, math.inf]] * 2, [1, None]), Why.NOT_FINITE),
        (lambda: compared(Panel(FLAT, [1, None, None, None]), seed=1), Why.NO_VARIATION),
        (lambda: compared(Panel(FLAT, [1, 2, None, None]), seed=1), Why.NO_VARIATION),
        (lambda: compared(Panel([[0.0] * 3] * 4, [1, 2, None, None]), seed=1), Why.NO_VARIATION),
        (
            lambda: compared(Panel([[1, 5, 2], [2, 1, 3], [4, 4, 8]], [0, None, None]), seed=1),
            Why.TOO_FEW_BEFORE,
        ),
        (
            lambda: compared(Panel([[1, 5, 2], [2, 1, 3], [4, 4, 8]], [1, None, None], ramp_up=5), seed=1),
            Why.TOO_FEW_AFTER,
        ),
        (
            lambda: compared(Panel([[1, 5, 2], [2, 1, 3], [4, 4, 8], [1, 2, 2]], [0, 1, None, None]), seed=1),
            Why.TOO_FEW_BEFORE,
        ),
        (
            lambda: compared(
                Panel([[1, 5, 2], [2, 1, 3], [4, 4, 8], [1, 2, 2]], [1, 2, None, None], ramp_up=1), seed=1
            ),
            Why.TOO_FEW_AFTER,
        ),
        (
            lambda: compared(Panel([[1, None, 2], [None, 1, 3], [None, 4, 8]], [1, None, None]), seed=1),
            Why.ENTANGLED,
        ),
    ],
)
def test_areas_that_allow_no_answer_say_why(deed, expected):
    assert why(deed) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Panel([[1.0, 2.0], [1.0]], [1, None]),
        lambda: Panel([[1.0, 2.0], [1.0, 2.0]], [1]),
        lambda: Panel([[1.0, 2.0], [1.0, 2.0]], [2, None]),
        lambda: Panel([[1.0, 2.0], [1.0, 2.0]], [1, None], ramp_up=-1),
    ],
)
def test_a_panel_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"area|start|settling"):
        wrong()


@given(st.integers(0, 10_000), st.floats(-20, 20), st.floats(-5, 5))
def test_an_effect_that_is_put_in_comes_out_on_top(seed, effect, shift):
    plain = panel(6, 2, seed=seed)
    table = plain.table()
    table[:2, 8:] += effect
    table += shift * np.arange(16) + shift
    changed = Panel(table.tolist(), plain.starts)
    one, two = (compared(kind, seed=1, at=()) for kind in (plain, changed))
    assert two.contrast.value == pytest.approx(one.contrast.value + effect, abs=1e-6)


@given(st.integers(0, 10_000), st.permutations(range(6)))
def test_the_order_of_the_areas_does_not_matter(seed, order):
    one = panel(6, 2, seed=seed)
    other = Panel([one.values[place] for place in order], [one.starts[place] for place in order])
    first, second = compared(one, seed=1, at=()), compared(other, seed=1, at=())
    assert second.contrast.value == pytest.approx(first.contrast.value)
    assert second.contrast.p_placebo == first.contrast.p_placebo
    assert second.contrast.p_wild == pytest.approx(first.contrast.p_wild)


# ---------------------------------------------------------------------------------- one beside one


def test_one_series_beside_another_takes_off_what_both_share():
    shared = np.random.default_rng(1).normal(0, 5, 30)
    own = np.random.default_rng(2).normal(0, 0.5, (2, 30))
    treated = [float(x) for x in 20 + shared + own[0] - 3 * (np.arange(30) >= 15)]
    other = [float(x) for x in 10 + shared + own[1]]
    found, is_parallel = beside_one(treated, other, 15)
    assert is_parallel
    assert found.effect_at[0].lower95 < -3 < found.effect_at[0].upper95 < 0
    apart = [float(x + 0.5 * place) for place, x in enumerate(treated)]
    assert beside_one(apart, other, 15)[1] is False
    holed_one = [None, *treated[1:]]
    assert beside_one(holed_one, [*other[:29], None], 15)[0].completeness == pytest.approx(28 / 30)


def test_on_a_few_periods_before_nobody_is_called_parallel():
    short, long = (
        compared(panel(12, 5, start=start, seed=3), seed=1)
        for start in (FEWEST_TO_CALL_PARALLEL - 1, FEWEST_TO_CALL_PARALLEL)
    )
    assert short.pre_trend is not None
    assert (short.is_parallel, long.is_parallel) == (None, True)


def test_settling_in_asks_for_no_figures():
    rows = [[1.0, 2.0, None, 4.0], [1.0, 2.5, 3.0, 4.5], [1.5, 2.0, 3.5, 4.0]]
    assert compared(Panel(rows, [2, None, None], ramp_up=1), seed=1).completeness == 1.0
    assert compared(Panel(rows, [2, None, None]), seed=1).completeness == pytest.approx(11 / 12)
