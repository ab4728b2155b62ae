"""An interrupted series: what changed at the start, and how large the change is after 6 and 12 periods."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.stattools import durbin_watson

from schakel.methods.effect.autoregression import Fit, reml_ar1
from schakel.methods.effect.report import Method
from schakel.methods.unmeasurable import LARGEST, Unmeasurable, Why

Numbers = NDArray[np.float64]
#: From so many points Newey–West, and from so many the errors are modelled; below the last a result is indicative.
NEWEY_WEST_FROM, REML_FROM = 12, 24
#: A line needs so many points on each side.
FEWEST_ON_A_SIDE = 3
#: After so many periods the effect is told.
AT_PERIODS = (6, 12)


@dataclass(frozen=True)
class Series:
    """Measurements before and after a start.

    values: one for each period, oldest first, in any one unit; None where missing. first_after: place (from 0) of the
    first period after the start. ramp_up: so many periods from there are left out while the new way settles in; time
    and the change are counted from the period after them. season: periods in a year (12 for months), 0 for none; pairs:
    sine–cosine pairs for it. exposure: for counts, what they are counted over, above 0, in any one unit.
    Raises ValueError for shapes that do not fit, ``Unmeasurable`` for numbers that are not finite or above 10¹⁵.
    """

    values: Sequence[float | None]
    first_after: int
    ramp_up: int = 0
    season: int = 0
    pairs: int = 1
    exposure: Sequence[float] | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.first_after <= len(self.values) or self.ramp_up < 0:
            raise ValueError("the start lies within the series")
        if self.season and (self.season < 2 or not 1 <= self.pairs <= self.season // 2):
            raise ValueError("a season has two periods or more, and at most half as many pairs")
        if self.exposure is not None and len(self.exposure) != len(self.values):
            raise ValueError("each period has its exposure")
        if not all(value is None or abs(value) <= LARGEST for value in self.values):
            raise Unmeasurable(Why.NOT_FINITE)

    @property
    def change_at(self) -> int:
        """Place of the first period that counts as after."""
        return self.first_after + self.ramp_up

    def used(self) -> NDArray[np.int_]:
        """Places of the periods that count: measured, and not in the time of settling in."""
        return np.array(
            [
                place
                for place, value in enumerate(self.values)
                if value is not None and not self.first_after <= place < self.change_at
            ],
            dtype=int,
        )

    @property
    def n_before(self) -> int:
        """Measurements before the start."""
        return int((self.used() < self.first_after).sum())

    @property
    def n_after(self) -> int:
        """Measurements after it."""
        return int((self.used() >= self.change_at).sum())

    @property
    def completeness(self) -> float:
        """Share of the periods outside the time of settling in that were measured."""
        expected = len(self.values) - min(self.ramp_up, len(self.values) - self.first_after)
        return len(self.used()) / expected if expected else 0.0

    def design(self) -> Numbers:
        """One row for each period that counts: 1, period from 1, after (0/1), periods since the change, season."""
        places = self.used()
        after = (places >= self.change_at).astype(float)
        columns = [np.ones(len(places)), places + 1.0, after, (places - self.change_at + 1) * after]
        for pair in range(1, self.pairs + 1 if self.season else 1):
            angle = 2 * math.pi * pair * (places + 1) / self.season
            columns.append(np.cos(angle))
            if 2 * pair != self.season:
                columns.append(np.sin(angle))
        return np.column_stack(columns)


@dataclass(frozen=True)
class Estimate:
    """A change with its 95 % interval and standard error, in the unit of the series (log ratio for counts)."""

    value: float
    se: float
    lower95: float
    upper95: float


@dataclass(frozen=True)
class EffectAt(Estimate):
    """The difference that was made so many periods after the change; the first period after it is 1."""

    periods_after: int = 0


@dataclass(frozen=True)
class Interrupted:
    """What an interrupted series tells.

    level: the jump at the change; slope: how much more or less it changes each period from then on;
    trend_before: change each period before.
    is_indicative: fewer than 24 points: the interval is likely too narrow. autocorrelation: of neighbouring errors.
    beside: the same by Newey–West, where the first method is another.
    is_log: the numbers are natural logarithms of a ratio of rates. dispersion: for counts, variance over mean.
    """

    method: Method
    level: Estimate
    slope: Estimate | None
    effect_at: tuple[EffectAt, ...]
    n_before: int
    n_after: int
    completeness: float
    is_indicative: bool
    autocorrelation: float | None = None
    durbin_watson: float | None = None
    beside: Interrupted | None = None
    is_log: bool = False
    dispersion: float | None = None
    trend_before: Estimate | None = None


def newey_west_lag(n: int) -> int:
    """How many neighbours Newey–West looks at in a series of n points.

    Formula: max(3, ⌊4·(n/100)^(2/9)⌋), never more than n − 1. Source: Newey and West, Rev Econ Stud 1994;61:631–653.

    >>> newey_west_lag(48), newey_west_lag(200), newey_west_lag(3)
    (3, 4, 2)
    """
    return min(max(3, math.floor(4 * (n / 100) ** (2 / 9))), max(n - 1, 0))


def interrupted(
    series: Series, *, at: Sequence[int] = AT_PERIODS, method: Method | None = None
) -> Interrupted:
    """What changed at the start, by a segmented regression that fits the length of the series.

    series: see ``Series``; missing periods are left out while time goes on. at: periods after the change, from 1; those
        beyond the last measured period are not told, and when all are, the last measured period is told instead.
    method: OLS, NEWEY_WEST or REML to use that one whatever the length.
    Below 12 points ordinary least squares with t intervals; 12–23 with Newey–West errors, AR(1) errors by REML beside
    it; from 24 by REML, with Newey–West beside it. Below 24 the result is indicative: there Newey–West errors are much
    too small (docs/explanation/effect-and-value.md).
    Raises ``Unmeasurable``: fewer than three points on a side (too_few_before, too_few_after), too few for the season
    (too_few_points), nothing left to chance (no_variation: a constant series, or points exactly on two lines).

    Formula: y = b₀ + b₁·t + level·after + slope·(periods since the change) [+ season]; effect after p periods
    level + p·slope; interval ± t(n − k). Newey–West covariance times n/(n − k).
    Source: Wagner et al., J Clin Pharm Ther 2002;27:299–309; choice by length Turner et al., BMC Med Res Methodol
    2021;21:181.

    >>> found = interrupted(Series([10, 11, 9, 10, 11, 6, 7, 5, 6, 7], first_after=5))
    >>> found.method.value, round(found.level.value, 2), found.is_indicative
    ('ols_t', -4.5, True)
    """
    design = checked_design(series)
    values = np.array([series.values[place] for place in series.used()], dtype=float)
    n = len(values)
    usual = Method.OLS if n < NEWEY_WEST_FROM else Method.NEWEY_WEST if n < REML_FROM else Method.REML
    chosen = method or usual
    fitted = OLS(values, design).fit()
    if fitted.ssr <= 1e-18 * max(float(values @ values), 1e-300):
        raise Unmeasurable(Why.NO_VARIATION)
    watson = float(durbin_watson(fitted.resid))
    if chosen != Method.OLS:
        ways = {Method.NEWEY_WEST: _newey_west(fitted)}
        if chosen == Method.REML or method is None:
            ways[Method.REML] = reml_ar1(values, design, series.used())
        main = ways.pop(chosen)
        beside = [told(other, fit, series, at, watson) for other, fit in ways.items()]
        return told(chosen, main, series, at, watson, *beside)
    covariance = np.asarray(fitted.cov_params())
    return told(
        Method.OLS,
        Fit(np.asarray(fitted.params), covariance, int(fitted.df_resid), lag_one(fitted.resid)),
        series,
        at,
        watson,
    )


def before_after(series: Series) -> Interrupted:
    """The difference between the means after and before, for series too short for a line: the weakest measurement.

    Raises ``Unmeasurable`` for fewer than two points on a side, or when all are equal on both sides.

    Formula: ȳ₁ − ȳ₀ ± t·√(s₁²/n₁ + s₀²/n₀), degrees of freedom by Welch, Biometrika 1947;34:28–35.

    >>> round(before_after(Series([10, 12, 7, 9], first_after=2)).level.value, 1)
    -3.0
    """
    places = series.used()
    values = np.array([series.values[place] for place in places], dtype=float)
    before, after = values[places < series.first_after], values[places >= series.change_at]
    for side, why in ((before, Why.TOO_FEW_BEFORE), (after, Why.TOO_FEW_AFTER)):
        if len(side) < 2:
            raise Unmeasurable(why)
    parts = [float(np.var(side, ddof=1)) / len(side) for side in (before, after)]
    if sum(parts) <= 1e-18 * max(float(values @ values), 1e-300):
        raise Unmeasurable(Why.NO_VARIATION)
    df = sum(parts) ** 2 / sum(
        part**2 / (len(side) - 1) for part, side in zip(parts, (before, after), strict=True)
    )
    level = estimate(float(after.mean() - before.mean()), math.sqrt(sum(parts)), df)
    return Interrupted(
        Method.BEFORE_AFTER,
        level,
        None,
        (),
        n_before=len(before),
        n_after=len(after),
        completeness=series.completeness,
        is_indicative=True,
    )


def estimate(value: float, se: float, df: float) -> Estimate:
    """A value with its 95 % interval by the t distribution with ``df`` degrees of freedom.

    >>> found = estimate(1.0, 0.5, 10)
    >>> round(found.lower95, 3), round(found.upper95, 3)
    (-0.114, 2.114)
    """
    half = float(stats.t.ppf(0.975, df)) * se
    return Estimate(value, se, value - half, value + half)


def lag_one(rest: Numbers) -> float:
    """Correlation of neighbouring residuals, −1 to 1; 0 when there is nothing over.

    >>> lag_one(np.array([1.0, -1.0, 1.0, -1.0]))
    -0.75
    """
    total = float(rest @ rest)
    return float(rest[1:] @ rest[:-1]) / total if total else 0.0


def checked_design(series: Series) -> Numbers:
    """The rows of the regression, or the reason why there can be none."""
    if series.n_before < FEWEST_ON_A_SIDE:
        raise Unmeasurable(Why.TOO_FEW_BEFORE)
    if series.n_after < FEWEST_ON_A_SIDE:
        raise Unmeasurable(Why.TOO_FEW_AFTER)
    design = series.design()
    if len(design) < design.shape[1] + 2:
        raise Unmeasurable(Why.TOO_FEW_POINTS)
    if np.linalg.matrix_rank(design) < design.shape[1]:
        raise Unmeasurable(Why.ENTANGLED)
    return design


def _newey_west(fitted: OLS) -> Fit:
    """The same line with errors that may resemble their neighbours."""
    n = int(fitted.nobs)
    lag = newey_west_lag(n)
    robust = fitted.get_robustcov_results("HAC", maxlags=lag, use_correction=True, use_t=True)
    covariance = np.asarray(robust.cov_params())
    return Fit(np.asarray(robust.params), covariance, int(fitted.df_resid), lag_one(fitted.resid))


def told(
    method: Method,
    fit: Fit,
    series: Series,
    at: Sequence[int],
    watson: float | None,
    beside: Interrupted | None = None,
) -> Interrupted:
    """What a fit of ``Series.design`` tells about the change, after the numbers of periods ``at``."""
    return Interrupted(
        method,
        _combined(fit, 1, 0),
        _combined(fit, 0, 1),
        _effects_at(fit, series, at),
        n_before=series.n_before,
        n_after=series.n_after,
        completeness=series.completeness,
        is_indicative=len(series.used()) < REML_FROM,
        autocorrelation=fit.rho,
        durbin_watson=watson,
        beside=beside,
        trend_before=_combined(fit, 0, 0, before=1),
    )


def _effects_at(fit: Fit, series: Series, at: Sequence[int]) -> tuple[EffectAt, ...]:
    """The effect after each number of periods that was measured (else after the last), by a fit of ``Series.design``.

    Raises ValueError for a number of periods below 1.
    """
    if any(periods < 1 for periods in at):
        raise ValueError("the first period after the change is 1")
    last = int(series.used()[-1]) - series.change_at + 1
    told = [periods for periods in at if periods <= last] or [last]
    found = [(periods, _combined(fit, 1, periods)) for periods in told]
    return tuple(EffectAt(one.value, one.se, one.lower95, one.upper95, periods) for periods, one in found)


def _combined(fit: Fit, level: float, slope: float, before: float = 0) -> Estimate:
    """So many times the level, the slope and the trend before together, with interval."""
    weights = np.zeros(len(fit.coefficients))
    weights[1:4] = before, level, slope
    spread = float(weights @ fit.covariance @ weights)
    return estimate(float(weights @ fit.coefficients), math.sqrt(max(spread, 0.0)), fit.df)
