"""Interrupted series: the reference figures, an independent likelihood, and what must hold for any series."""

from __future__ import annotations

import json
import math
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import null_space
from scipy.stats import multivariate_normal
from statsmodels.tools.sm_exceptions import ConvergenceWarning, PerfectSeparationWarning

from schakel.methods.effect import counts, series
from schakel.methods.effect.autoregression import reml_ar1
from schakel.methods.effect.counts import interrupted_counts
from schakel.methods.effect.report import Method
from schakel.methods.effect.series import Series, before_after, interrupted, newey_west_lag
from schakel.methods.unmeasurable import Unmeasurable, Why

EXAMPLE = Path(__file__).parent / "worked_examples" / "its_level_drop.json"
(WORKED,) = json.loads(EXAMPLE.read_text(encoding="utf-8"))


def noise(n: int, *, rho: float = 0.0, seed: int = 1) -> np.ndarray:
    """Errors that resemble their neighbour."""
    source = np.random.default_rng(seed)
    made = [source.normal()]
    for _ in range(n - 1):
        made.append(rho * made[-1] + math.sqrt(1 - rho**2) * source.normal())
    return np.array(made)


def course(n: int, *, drop: float = -2.0, rho: float = 0.0, seed: int = 1) -> list[float]:
    """A level line that drops halfway."""
    return [float(x) for x in 20 + drop * (np.arange(n) >= n // 2) + noise(n, rho=rho, seed=seed)]


def why(deed) -> Why:
    with pytest.raises(Unmeasurable) as fault:
        deed()
    return fault.value.why


# ------------------------------------------------------------------------------------- against R


def test_newey_west_equals_r_to_every_digit_given():
    found = interrupted(Series(WORKED["y"], WORKED["last_pre_index"]), at=(1, 6))
    beside = found.beside
    assert found.method == Method.REML
    assert beside.method == Method.NEWEY_WEST
    assert newey_west_lag(48) == WORKED["nw_lag"]
    small = WORKED["se_newey_west_lag3_small_sample"]
    assert beside.level.value == pytest.approx(WORKED["coef"]["D"], rel=1e-12)
    assert beside.slope.value == pytest.approx(WORKED["coef"]["P"], rel=1e-12)
    assert beside.trend_before.value == pytest.approx(WORKED["coef"]["t"], rel=1e-12)
    assert beside.level.se == pytest.approx(small["D"], rel=1e-12)
    assert beside.slope.se == pytest.approx(small["P"], rel=1e-12)
    assert beside.trend_before.se == pytest.approx(small["t"], rel=1e-12)
    assert found.durbin_watson == pytest.approx(WORKED["durbin_watson"], rel=1e-12)
    for ours, told in zip(beside.effect_at, WORKED["effect_at"], strict=True):
        assert ours.periods_after == told["months_after"]
        assert ours.value == pytest.approx(told["effect"], rel=1e-12)
        assert ours.se == pytest.approx(told["se_nw3"], rel=1e-12)


def test_ordinary_least_squares_equals_r_to_every_digit_given():
    found = interrupted(Series(WORKED["y"], WORKED["last_pre_index"]), method=Method.OLS)
    assert found.level.se == pytest.approx(WORKED["se_ols"]["D"], rel=1e-12)
    assert found.slope.se == pytest.approx(WORKED["se_ols"]["P"], rel=1e-12)
    assert found.trend_before.se == pytest.approx(WORKED["se_ols"]["t"], rel=1e-12)
    assert found.level.lower95 < WORKED["truth"]["level"] < found.level.upper95


# ------------------------------------------------------------------------------ AR(1) by REML


def restricted_likelihood(values: np.ndarray, design: np.ndarray, times: np.ndarray, rho: float) -> float:
    """The likelihood of what no regression explains, by dense matrices: another road to the same figure."""
    contrasts = null_space(design.T)
    errors = np.sign(rho) ** np.abs(times[:, None] - times) * np.abs(rho) ** np.abs(times[:, None] - times)
    spread = contrasts.T @ errors @ contrasts
    rest = contrasts.T @ values
    sigma2 = float(rest @ np.linalg.solve(spread, rest)) / len(rest)
    return float(multivariate_normal.logpdf(rest, cov=sigma2 * spread))


@pytest.mark.parametrize(("rho", "missing"), [(0.0, ()), (0.5, ()), (0.8, (3, 4, 20)), (-0.5, (7, 30))])
def test_reml_finds_the_likeliest_autocorrelation_also_over_gaps(rho, missing):
    values = np.array(course(36, rho=rho, seed=4))
    kept = np.array([place for place in range(36) if place not in missing])
    one = Series([None if place in missing else value for place, value in enumerate(values)], 18)
    fit = reml_ar1(values[kept], one.design(), kept)
    best = restricted_likelihood(values[kept], one.design(), kept, fit.rho)
    for other in np.linspace(-0.95, 0.95, 39):
        assert best >= restricted_likelihood(values[kept], one.design(), kept, other) - 1e-9
    errors = np.sign(fit.rho) ** np.abs(kept[:, None] - kept) * np.abs(fit.rho) ** np.abs(
        kept[:, None] - kept
    )
    inverse = np.linalg.inv(errors)
    information = one.design().T @ inverse @ one.design()
    by_hand = np.linalg.solve(information, one.design().T @ inverse @ values[kept])
    assert fit.coefficients == pytest.approx(by_hand, rel=1e-8)
    rest = values[kept] - one.design() @ by_hand
    sigma2 = rest @ inverse @ rest / (len(kept) - 4)
    assert fit.covariance == pytest.approx(sigma2 * np.linalg.inv(information), rel=1e-7)


def test_errors_that_resemble_their_neighbour_widen_the_interval():
    calm, sticky = (interrupted(Series(course(60, rho=rho, seed=2), 30)) for rho in (0.0, 0.7))
    assert sticky.autocorrelation > 0.4 > abs(calm.autocorrelation)
    assert sticky.level.se > sticky.beside.level.se


def test_reml_needs_more_points_than_lines():
    line = np.column_stack([np.ones(3), np.arange(3)])
    assert why(lambda: reml_ar1(np.array([1.0, 2.0, 2.5]), line, np.arange(3))) == Why.TOO_FEW_POINTS
    exact = np.column_stack([np.ones(6), np.arange(6)])
    assert why(lambda: reml_ar1(np.arange(6.0), exact, np.arange(6))) == Why.NO_VARIATION


# --------------------------------------------------------------------- which method, and its limits


@pytest.mark.parametrize(
    ("n", "method", "is_indicative"),
    [
        (6, "ols_t", True),
        (11, "ols_t", True),
        (12, "ols_newey_west", True),
        (23, "ols_newey_west", True),
        (24, "reml_ar1", False),
    ],
)
def test_the_method_fits_the_length(n, method, is_indicative):
    found = interrupted(Series(course(n), n // 2))
    assert (found.method.value, found.is_indicative) == (method, is_indicative)
    beside = {"ols_newey_west": Method.REML, "reml_ar1": Method.NEWEY_WEST}
    assert (found.beside and found.beside.method) == beside.get(method)
    assert found.level.lower95 < found.level.value < found.level.upper95


def test_the_jump_and_the_slope_worked_by_hand():
    """Before 1, 3, 2: trend ½ from 1½. After 4, 8, 6: trend 1 from 5. At the fourth period the line before says 3½."""
    found = interrupted(Series([1, 3, 2, 4, 8, 6], 3))
    assert found.trend_before.value == pytest.approx(0.5)
    assert found.slope.value == pytest.approx(0.5)
    assert found.level.value + found.slope.value == pytest.approx(5 - 3)
    (last,) = found.effect_at
    assert (last.periods_after, last.value) == (3, pytest.approx(7 - 4))


def test_an_effect_is_told_only_as_far_as_was_measured():
    def told(n_after: int) -> list[int]:
        found = interrupted(Series(course(16)[:8] + course(40, seed=3)[:n_after], 8))
        return [one.periods_after for one in found.effect_at]

    assert (told(5), told(6), told(11), told(12)) == ([5], [6], [6], [6, 12])
    with pytest.raises(ValueError, match="is 1"):
        interrupted(Series(course(20), 10), at=(0,))


def test_missing_periods_are_left_out_while_time_goes_on():
    whole = course(30)
    holed = [None if place in (4, 20) else value for place, value in enumerate(whole)]
    found = interrupted(Series(holed, 15))
    assert (found.n_before, found.n_after) == (14, 14)
    assert found.completeness == pytest.approx(28 / 30)
    trend = [None if place in (2, 9) else place + 0.1 * (-1) ** place for place in range(12)]
    assert interrupted(Series(trend, 6)).trend_before.value == pytest.approx(1, abs=0.05)


def test_settling_in_is_left_out():
    values = [*course(24)[:12], 90.0, -40.0, *course(24)[12:]]
    found = interrupted(Series(values, 12, ramp_up=2))
    assert (found.n_before, found.n_after, found.completeness) == (12, 12, 1.0)
    assert found.level.value == pytest.approx(interrupted(Series(course(24), 12)).level.value, abs=1.5)
    early = Series([1.0, 2.0, 1.0, None, None], 3, ramp_up=9)
    assert (early.n_after, early.completeness) == (0, 1.0)
    assert Series([], 0).completeness == 0


def test_a_season_is_taken_off():
    months = np.arange(48)
    wave = 5 * np.cos(2 * np.pi * (months + 1) / 12)
    values = [float(x) for x in np.array(course(48)) + wave]
    plain, season = (interrupted(Series(values, 24, season=length)) for length in (0, 12))
    assert season.level.se < plain.level.se / 2
    quarters = Series(course(24), 12, season=4, pairs=2)
    assert quarters.design().shape == (24, 4 + 3)
    assert interrupted(quarters).method == Method.REML


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (Series([1, 2, 3, 4, 5, 6], 2), Why.TOO_FEW_BEFORE),
        (Series([1, 2, None, 4, 5, 6], 3), Why.TOO_FEW_BEFORE),
        (Series([1, 2, 3, 4, 5], 3), Why.TOO_FEW_AFTER),
        (Series([1, 2, 3, None, None, None], 3), Why.TOO_FEW_AFTER),
        (Series([], 0), Why.TOO_FEW_BEFORE),
        (Series([1, 3, 2, 4, 8, 6], 3, season=4), Why.TOO_FEW_POINTS),
        (Series([5] * 30, 15), Why.NO_VARIATION),
        (Series([0] * 30, 15), Why.NO_VARIATION),
        (Series([5] * 15 + [3] * 15, 15), Why.NO_VARIATION),
        (Series([0.1 * place for place in range(30)], 15), Why.NO_VARIATION),
        (
            Series(
                [1.0, None, 4.0, None, 2.0, None, 5.0, None, 2.0, None, 7.0, None, 1.0, None, 2.0],
                6,
                season=2,
            ),
            Why.ENTANGLED,
        ),
    ],
)
def test_a_series_that_allows_no_line_says_why(one, expected):
    assert why(lambda: interrupted(one)) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Series([1, 2], 3),
        lambda: Series([1, 2], -1),
        lambda: Series([1, 2], 1, ramp_up=-1),
        lambda: Series([1, 2], 1, season=1),
        lambda: Series([1, 2], 1, season=12, pairs=7),
        lambda: Series([1, 2], 1, season=12, pairs=0),
        lambda: Series([1, 2], 1, exposure=[1]),
    ],
)
def test_a_series_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"start|season|exposure"):
        wrong()
    assert why(lambda: Series([1, math.inf], 1)) == Why.NOT_FINITE


NUMBERS = st.lists(st.integers(-1000, 1000), min_size=6, max_size=40)


@given(NUMBERS, st.integers(-50, 50), st.integers(1, 9), st.integers(-9, 9))
def test_other_units_and_a_steady_trend_change_nothing_but_the_scale(values, shift, scale, trend):
    half = len(values) // 2
    other = [scale * value + shift + trend * place for place, value in enumerate(values)]
    try:
        one = interrupted(Series(values, half), method=Method.NEWEY_WEST)
        two = interrupted(Series(other, half), method=Method.NEWEY_WEST)
    except Unmeasurable as fault:
        assert fault.why == Why.NO_VARIATION  # noqa: PT017
        return
    assert two.level.value == pytest.approx(scale * one.level.value, rel=1e-6, abs=1e-6)
    assert two.level.se == pytest.approx(scale * one.level.se, rel=1e-5, abs=1e-6)


@given(NUMBERS)
def test_a_lower_series_is_the_mirror_of_a_higher_one(values):
    half = len(values) // 2
    try:
        one = interrupted(Series(values, half))
    except Unmeasurable:
        return
    two = interrupted(Series([-value for value in values], half))
    assert two.level.value == pytest.approx(-one.level.value, rel=1e-5, abs=1e-5)
    assert two.level.lower95 == pytest.approx(-one.level.upper95, rel=1e-4, abs=1e-4)


def test_nothing_left_over_has_no_autocorrelation():
    assert series.lag_one(np.zeros(4)) == 0


# ---------------------------------------------------------------------------------- before and after


def test_before_and_after_worked_by_hand():
    found = before_after(Series([10, 12, 7, 9], 2))
    # means 11 and 8; variances 2 and 2, each over 2: se √2, 2 degrees of freedom, t = 4.302653
    assert found.level.value == -3
    assert found.level.se == pytest.approx(math.sqrt(2))
    assert found.level.upper95 == pytest.approx(-3 + 4.302653 * math.sqrt(2))
    assert (found.slope, found.effect_at, found.is_indicative) == (None, (), True)
    assert (found.n_before, found.n_after, found.completeness) == (2, 2, 1.0)


@pytest.mark.parametrize(
    ("values", "first_after", "expected"),
    [
        ([1, 2, 3], 1, Why.TOO_FEW_BEFORE),
        ([1, 2, 3], 2, Why.TOO_FEW_AFTER),
        ([1, 1, 2, 2], 2, Why.NO_VARIATION),
        ([0, 0, 0, 0], 2, Why.NO_VARIATION),
    ],
)
def test_before_and_after_need_two_points_and_some_chance(values, first_after, expected):
    assert why(lambda: before_after(Series(values, first_after))) == expected


# --------------------------------------------------------------------------------------------- counts


def test_counts_give_a_ratio_of_rates():
    source = np.random.default_rng(5)
    exposure = source.integers(800, 1200, 48)
    mean = exposure * np.where(np.arange(48) < 24, 0.06, 0.045)
    found = interrupted_counts(
        Series([int(x) for x in source.poisson(mean)], 24, exposure=[float(x) for x in exposure])
    )
    assert (found.method, found.is_log, found.is_indicative) == (Method.POISSON, True, False)
    assert found.effect_at[0].lower95 < math.log(0.75) < found.effect_at[0].upper95
    assert found.dispersion < 1.5


def test_a_poisson_line_fits_the_mean_of_each_side_when_nothing_trends():
    """Both sides are symmetric, so neither has a trend, and the sums of 34 and 17 are fitted exactly."""
    found = interrupted_counts(Series([10, 14, 10, 5, 7, 5], 3))
    middle = found.level.value + 2 * found.slope.value
    assert found.trend_before.value == pytest.approx(0, abs=1e-6)
    assert middle == pytest.approx(math.log(17 / 34))


def test_counts_that_vary_more_than_chance_are_negative_binomial():
    source = np.random.default_rng(6)
    values = [int(x) for x in source.negative_binomial(3, 3 / (3 + 50.0), size=40)]
    found = interrupted_counts(Series(values, 20))
    assert found.method == Method.NEGATIVE_BINOMIAL
    assert found.dispersion > 1.5
    assert found.level.lower95 < 0 < found.level.upper95


@pytest.mark.parametrize(
    ("values", "exposure", "expected"),
    [
        ([1, 2, 3, 4, 5, 6.5], None, Why.NO_COUNTS),
        ([1, 2, 3, 4, 5, -6], None, Why.NO_COUNTS),
        ([1, 2, 3, 4, 5, 6], [1, 1, 0, 1, 1, 1], Why.NO_EXPOSURE),
        ([1, 2, 3, 4, 5, 6], [1, 1, math.nan, 1, 1, 1], Why.NO_EXPOSURE),
        ([1, 2, 3, 0, 0, 6], None, Why.NO_EVENTS),
        ([0, 0, 0, 4, 5, 6], None, Why.NO_EVENTS),
        ([5, 5, 5, 5, 5, 5], None, Why.NO_VARIATION),
        ([1, 2, 3, 4], None, Why.TOO_FEW_BEFORE),
    ],
)
def test_counts_that_allow_no_ratio_say_why(values, exposure, expected):
    one = Series(values, len(values) // 2, exposure=exposure)
    assert why(lambda: interrupted_counts(one)) == expected


def test_counts_on_which_no_line_settles_say_so():
    wild = [100_000, 3, 0, 0, 0, 1, 1, 9_000_000, 0, 0, 1]
    assert why(lambda: interrupted_counts(Series(wild, 5))) == Why.ENTANGLED


class Unsettled:
    """A model that warns when it is fitted."""

    def __init__(self, warning: Warning) -> None:
        self.warning = warning

    def fit(self, **settings: object) -> None:
        warnings.warn(self.warning, stacklevel=2)


@pytest.mark.parametrize(
    ("warning", "expected"),
    [
        (ConvergenceWarning("no"), Why.ENTANGLED),
        (RuntimeWarning("overflow"), Why.ENTANGLED),
        (PerfectSeparationWarning("exact"), Why.NO_VARIATION),
    ],
)
def test_what_the_library_warns_of_is_a_reason(warning, expected):
    assert why(lambda: counts._fitted(Unsettled(warning))) == expected


COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=30)


@settings(max_examples=25)
@given(COUNTS)
def test_any_counts_give_an_answer_or_a_reason(values):
    try:
        found = interrupted_counts(Series(values, len(values) // 2))
    except Unmeasurable:
        return
    assert found.level.lower95 <= found.level.value <= found.level.upper95
    assert all(math.isfinite(number) for number in (found.level.value, found.level.se, found.slope.se))
