"""How often each method sees an effect where there is none: the table of the methods page.

`python -m tests.methods.simulate_effect` prints it, in some eight minutes. Errors have variance 1 and follow
AR(1); half of the periods lie before the start. A 95 % interval should leave out zero in 5 of 100 series.
"""

from __future__ import annotations

import math
import sys

import numpy as np

from schakel.methods.effect.comparison import Panel, compared
from schakel.methods.effect.report import Method
from schakel.methods.effect.series import Series, interrupted

SEED = 20261126
LENGTHS = (10, 12, 16, 24, 36, 48)
RHOS = (0.0, 0.3, 0.6)
AREAS = ((6, 3), (8, 3), (12, 2), (12, 5), (20, 8))
METHODS = (Method.OLS, Method.NEWEY_WEST, Method.REML)


def errors(source: np.random.Generator, shape: tuple[int, ...], rho: float) -> np.ndarray:
    """Errors with variance 1 that correlate ρ^d at a distance of d periods."""
    made = np.empty(shape)
    made[..., 0] = source.normal(size=shape[:-1])
    for period in range(1, shape[-1]):
        fresh = math.sqrt(1 - rho**2) * source.normal(size=shape[:-1])
        made[..., period] = rho * made[..., period - 1] + fresh
    return made


def series_with_an_effect(n: int, rho: float, n_series: int) -> dict[Method, float]:
    """For each method the share of series without effect whose interval after six periods leaves out zero."""
    source = np.random.default_rng(SEED)
    seen = dict.fromkeys(METHODS, 0)
    for values in errors(source, (n_series, n), rho):
        for method in METHODS:
            one = Series([float(value) for value in values], n // 2)
            (effect,) = interrupted(one, at=(min(6, n // 2),), method=method).effect_at
            seen[method] += not effect.lower95 <= 0 <= effect.upper95
    return {method: count / n_series for method, count in seen.items()}


def panels_with_an_effect(n_areas: int, n_treated: int, rho: float, n_panels: int) -> tuple[float, ...]:
    """The share of panels without effect with p ≤ 0.05: by arrangements, errors by area, and wild bootstrap."""
    source = np.random.default_rng(SEED)
    seen = np.zeros(3)
    starts = [12] * n_treated + [None] * (n_areas - n_treated)
    for _ in range(n_panels):
        rows = (
            source.normal(0, 3, (n_areas, 1))
            + source.normal(size=(1, 24))
            + errors(source, (n_areas, 24), rho)
        )
        found = compared(Panel(rows.tolist(), starts), seed=1, at=(), n_draws=499).contrast
        seen += [found.p_placebo <= 0.05, (found.p_area or 0) <= 0.05, (found.p_wild or 1) <= 0.05]
    return tuple(float(share) for share in seen / n_panels)


def main(n: int = 400) -> None:
    """Print both tables."""
    print("| points | autocorrelation | OLS + t | Newey–West | REML |\n| --- | --- | --- | --- | --- |")
    for length in LENGTHS:
        for rho in RHOS:
            shares = series_with_an_effect(length, rho, n)
            print(
                f"| {length} | {rho:g} | " + " | ".join(f"{shares[m]:.0%}" for m in METHODS) + " |",
                flush=True,
            )
    print(
        "\n| areas | treated | autocorrelation | arrangements | by area | wild |\n| --- | --- | --- | --- | --- | --- |"
    )
    for n_areas, n_treated in AREAS:
        for rho in (0.0, 0.6):
            shares = panels_with_an_effect(n_areas, n_treated, rho, n)
            told = " | ".join(f"{share:.0%}" for share in shares)
            print(f"| {n_areas} | {n_treated} | {rho:g} | {told} |", flush=True)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
