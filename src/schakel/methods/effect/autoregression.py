"""Straight lines through a series whose errors resemble their neighbour: AR(1) by restricted maximum likelihood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from schakel.methods.unmeasurable import Unmeasurable, Why

Numbers = NDArray[np.float64]
#: How far the autocorrelation is looked for, and in how many steps before the best step is refined.
_EDGE, _STEPS = 0.995, 40


@dataclass(frozen=True)
class Fit:
    """Coefficients of a regression with their covariance, in the units of the series.

    rho: correlation of neighbouring errors (lag 1). df: degrees of freedom of the t distribution for intervals.
    """

    coefficients: Numbers
    covariance: Numbers
    df: int
    rho: float


def reml_ar1(values: Numbers, design: Numbers, times: NDArray[np.int_]) -> Fit:
    """Regression with AR(1) errors by restricted maximum likelihood, also over missing periods.

    values: n measurements in any one unit; design: n × k, of full rank, with n > k + 1; times: period number of each,
        whole and rising: errors d periods apart correlate ρ^d.
    Raises ``Unmeasurable`` for fewer points (too_few_points) or when the line leaves nothing over (no_variation).

    Formula: the profile over ρ of −½·[(n − k)·log RSS(ρ) + log|R(ρ)| + log|XᵀR(ρ)⁻¹X|], RSS by generalised least
    squares; σ² = RSS/(n − k); covariance σ²(XᵀR⁻¹X)⁻¹. Source: Patterson and Thompson, Biometrika 1971;58:545–554; for
    short interrupted series Turner et al., BMC Med Res Methodol 2021;21:181.

    >>> x = np.column_stack([np.ones(6), np.arange(6)])
    >>> fit = reml_ar1(np.array([1.0, 2.4, 2.9, 4.2, 5.1, 5.8]), x, np.arange(6))
    >>> round(float(fit.coefficients[1]), 2), fit.df
    (0.95, 4)
    """
    n, k = design.shape
    if n <= k + 1:
        raise Unmeasurable(Why.TOO_FEW_POINTS)
    gaps = np.diff(times)

    def lost(rho: float) -> float:
        """Minus twice the restricted log-likelihood, without its constants."""
        y, x, log_determinant = _whitened(values, design, gaps, rho)
        rss = _rss(y, x)
        return (n - k) * np.log(rss) + log_determinant + np.linalg.slogdet(x.T @ x)[1]

    plain = _rss(values, design)
    if plain <= 1e-18 * max(float(values @ values), 1e-300):
        raise Unmeasurable(Why.NO_VARIATION)
    grid = np.linspace(-_EDGE, _EDGE, 2 * _STEPS + 1)
    best = int(np.argmin([lost(rho) for rho in grid]))
    bounds = (grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)])
    found = minimize_scalar(lost, bounds=bounds, method="bounded", options={"xatol": 1e-10})
    rho = float(found.x)
    y, x, _ = _whitened(values, design, gaps, rho)
    coefficients = np.asarray(np.linalg.lstsq(x, y, rcond=None)[0], dtype=np.float64)
    rest = y - x @ coefficients
    covariance = float(rest @ rest) / (n - k) * np.linalg.inv(x.T @ x)
    return Fit(coefficients, covariance, n - k, rho)


def _whitened(
    values: Numbers, design: Numbers, gaps: NDArray[np.int_], rho: float
) -> tuple[Numbers, Numbers, float]:
    """Take from each row what its neighbour tells, so that errors no longer correlate; and log|R|."""
    share = np.sign(rho) ** gaps * np.abs(rho) ** gaps
    scale = np.sqrt(1 - share**2)
    y, x = values.copy(), design.copy()
    y[1:] = (values[1:] - share * values[:-1]) / scale
    x[1:] = (design[1:] - share[:, None] * design[:-1]) / scale[:, None]
    return y, x, 2 * float(np.log(scale).sum())


def _rss(values: Numbers, design: Numbers) -> float:
    """Sum of squares that a regression leaves over."""
    rest = values - design @ np.linalg.lstsq(design, values, rcond=None)[0]
    return float(rest @ rest)
