"""An interrupted series of counts: events over what they are counted over, as a ratio of rates."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from statsmodels.genmod.families import NegativeBinomial, Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.tools.sm_exceptions import ConvergenceWarning, PerfectSeparationWarning

from schakel.methods.effect.autoregression import Fit
from schakel.methods.effect.report import Method
from schakel.methods.effect.series import (
    AT_PERIODS,
    Interrupted,
    Numbers,
    Series,
    checked_design,
    lag_one,
    newey_west_lag,
    told,
)
from schakel.methods.unmeasurable import Unmeasurable, Why

#: A variance of more than so many times the mean is no chance of single events any more.
OVERDISPERSED = 1.5
#: A rate that becomes so many times as large (e^20) is no finding but a line that runs away.
_RUNAWAY = 20.0


def interrupted_counts(series: Series, *, at: Sequence[int] = AT_PERIODS) -> Interrupted:
    """What changed in a rate of events at the start: natural logarithms of ratios of rates.

    series: values are whole numbers of events, 0 or more; exposure (people, days of stay) above 0, in any one unit, or
        None when it is the same throughout. at: as in ``series.interrupted``.
    Returns logarithms: level −0.22 is a rate of exp(−0.22) = 0.80 times what was to be expected. ``is_log`` is set.
    Poisson, and negative binomial when the variance is more than 1.5 times the mean; sandwich errors that allow
    neighbours to resemble each other (Newey–West, times n/(n − k)), intervals by t(n − k). Below 24 points indicative.
    Raises ``Unmeasurable`` as ``interrupted`` does, and for values that are no counts (no_counts), an exposure that is
    not above 0 (no_exposure), or no event at all on a side (no_events): a ratio with nothing has no size.

    Formula: log E(y) = log(exposure) + b₀ + b₁·t + level·after + slope·(periods since the change) [+ season].
    Source: Bernal, Cummins and Gasparrini, Int J Epidemiol 2017;46:348–355; NB2 of Cameron and Trivedi, Regression
    Analysis of Count Data (2013), chapter 3.

    >>> found = interrupted_counts(Series([20, 22, 19, 21, 20, 11, 9, 10, 12, 10], 5, exposure=[100] * 10))
    >>> found.method.value, found.level.upper95 < 0
    ('poisson', True)
    """
    design = checked_design(series)
    places = series.used()
    counts = np.array([series.values[place] for place in places], dtype=float)
    exposure = np.ones(len(places)) if series.exposure is None else np.array(series.exposure, float)[places]
    _why_not_count(series, counts, exposure)
    offset = np.log(exposure)
    model = GLM(counts, design, family=Poisson(), offset=offset)
    fitted = _fitted(model)
    dispersion = float(fitted.pearson_chi2 / fitted.df_resid)
    method = Method.POISSON
    if dispersion > OVERDISPERSED:
        method = Method.NEGATIVE_BINOMIAL
        family = NegativeBinomial(alpha=_spread(counts, design, offset))
        model = GLM(counts, design, family=family, offset=offset)
    fit = _sandwich(model)
    result = told(method, fit, series, at, None)
    return replace(result, is_log=True, dispersion=dispersion)


def _why_not_count(series: Series, counts: Numbers, exposure: Numbers) -> None:
    """Refuse what is no count over something, or has no events to compare."""
    if (counts < 0).any() or (counts != np.floor(counts)).any():
        raise Unmeasurable(Why.NO_COUNTS)
    if not (np.isfinite(exposure) & (exposure > 0)).all():
        raise Unmeasurable(Why.NO_EXPOSURE)
    after = series.used() >= series.change_at
    # A line over counts has no size when fewer than two of its points have an event.
    if min((counts[after] > 0).sum(), (counts[~after] > 0).sum()) < 2:
        raise Unmeasurable(Why.NO_EVENTS)


def _spread(counts: Numbers, design: Numbers, offset: Numbers) -> float:
    """The spread α of a negative binomial (variance μ + αμ²) under which the counts are most likely."""

    def unlikely(log_alpha: float) -> float:
        """Minus the log-likelihood of the best line with this spread."""
        family = NegativeBinomial(alpha=math.exp(log_alpha))
        return -float(_fitted(GLM(counts, design, family=family, offset=offset)).llf)

    found = minimize_scalar(unlikely, bounds=(math.log(1e-6), math.log(50.0)), method="bounded")
    return math.exp(float(found.x))


def _fitted(model: Any, **errors: Any) -> Any:
    """A model that was fitted, or the reason why it cannot be."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return model.fit(tol=1e-10, **errors)
        except PerfectSeparationWarning:
            raise Unmeasurable(Why.NO_VARIATION) from None
        except (ConvergenceWarning, RuntimeWarning, np.linalg.LinAlgError):
            raise Unmeasurable(Why.ENTANGLED) from None


def _sandwich(model: Any) -> Fit:
    """Coefficients with errors that hold when the variance is another and neighbours resemble each other."""
    n, k = model.exog.shape
    neighbours = {"maxlags": newey_west_lag(n), "use_correction": True}
    fitted = _fitted(model, cov_type="HAC", cov_kwds=neighbours)
    coefficients, covariance = np.asarray(fitted.params), np.asarray(fitted.cov_params())
    if abs(coefficients[2]) > _RUNAWAY:
        raise Unmeasurable(Why.ENTANGLED)
    return Fit(coefficients, covariance, n - k, lag_one(np.asarray(fitted.resid_pearson)))
