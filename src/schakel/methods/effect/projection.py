"""Two-way fixed effects for every arrangement of areas at once: what is left when areas and periods are taken off."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.methods.unmeasurable import Unmeasurable, Why

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Projection:
    """What is left of values and of each area's course after the means of areas and periods are taken off.

    area: for each measured cell its area; rest: the values; courses: one column for each area (cells × areas).
    """

    area: NDArray[np.int_]
    rest: Numbers
    courses: Numbers
    basis: Numbers

    @classmethod
    def of(cls, table: Numbers, course: Numbers, is_used: Flags) -> Projection:
        """Take areas and periods off.

        table: areas × periods, not a number where missing; course: for each period how far a treated area has changed
        (0/1, or the number of the period for a trend); is_used: for each period whether it counts.
        Raises ``Unmeasurable`` when before or after is empty (too_few_before, too_few_after) or nothing is left over
        that varies (no_variation).
        """
        is_there = np.isfinite(table) & is_used
        counted = course[is_there.any(axis=0)]
        if not len(counted) or np.ptp(counted) == 0:
            raise Unmeasurable(Why.TOO_FEW_BEFORE if counted.any() else Why.TOO_FEW_AFTER)
        area, period = np.nonzero(is_there)
        values = table[is_there]
        dummies = np.column_stack([area[:, None] == np.unique(area), period[:, None] == np.unique(period)])
        left, sizes, _ = np.linalg.svd(dummies.astype(float), full_matrices=False)
        basis = left[:, sizes > 1e-9 * sizes[0]]
        courses = (area[:, None] == np.arange(len(table))) * course[period][:, None]
        rest = values - basis @ (basis.T @ values)
        if np.abs(rest).max(initial=0.0) <= 1e-10 * np.abs(values).max(initial=0.0):
            raise Unmeasurable(Why.NO_VARIATION)
        return cls(area, rest, courses - basis @ (basis.T @ courses), basis)

    def differences(self, placed: Flags, is_treated: Flags) -> tuple[Numbers, Numbers]:
        """The difference of every arrangement, and what each would find of an effect of 1 in the areas really treated.

        placed: arrangements × areas, true for the areas pointed out, the real arrangement first.
        Formula (Frisch–Waugh–Lovell): δ = d̃ᵀỹ / d̃ᵀd̃, d̃ the sum of the courses of the areas pointed out.
        Raises ``Unmeasurable`` (entangled) when the areas and periods leave nothing of the change.
        """
        chosen = placed.astype(float)
        squares = self.courses.T @ self.courses
        sizes = ((chosen @ squares) * chosen).sum(axis=1)
        if (sizes <= 1e-9).any():
            raise Unmeasurable(Why.ENTANGLED)
        carried = chosen @ squares @ is_treated.astype(float)
        return chosen @ (self.courses.T @ self.rest) / sizes, carried / sizes

    def error_by_area(self, is_treated: Flags) -> float:
        """Standard error of the real difference when errors hold together within an area; 0 when there is none.

        Formula: V = G/(G − 1) · Σ (d̃ᵀû in the area)² / (d̃ᵀd̃)². Source: Bertrand, Duflo and Mullainathan, Q J Econ
        2004;119:249–275.
        """
        change = self.courses @ is_treated.astype(float)
        size = float(change @ change)
        rest = self.rest - change * float(change @ self.rest) / size
        scores = self._by_area(change * rest)
        scores[np.abs(scores) <= 1e-10 * np.abs(change * self.rest).sum()] = 0.0
        n = len(scores)
        return float(np.sqrt((scores**2).sum() * n / (n - 1))) / size

    def p_wild(self, is_treated: Flags, *, n_draws: int, seed: int) -> float | None:
        """How often signs thrown for each area give a t at least as large when there is no effect; None without a t.

        All sign patterns when there are at most ``n_draws``, else so many drawn. Rademacher weights, null imposed.
        """
        change = self.courses @ is_treated.astype(float)
        n_areas = self.courses.shape[1]
        is_own = self.area[:, None] == np.arange(n_areas)
        own = np.where(is_own, self.rest[:, None], 0.0)
        spread = own - self.basis @ (self.basis.T @ own)
        scores = np.array(
            [(change[self.area == place] @ spread[self.area == place]) for place in range(n_areas)]
        )
        sizes = self._by_area(change**2)
        signs = _signs(n_areas, n_draws, seed)
        found = scores @ signs.T
        value = found.sum(axis=0) / sizes.sum()
        off = found - sizes[:, None] * value
        spread_by_area = np.sqrt((off**2).sum(axis=0))
        if spread_by_area[0] <= 1e-10 * np.abs(change * self.rest).sum():
            return None
        t = np.abs(value) / np.maximum(spread_by_area, 1e-300)
        return float(np.mean(t >= t[0] * (1 - 1e-9)))

    def _by_area(self, numbers: Numbers) -> Numbers:
        """The sum over the cells of each area."""
        return np.bincount(self.area, weights=numbers, minlength=self.courses.shape[1]).astype(np.float64)


def _signs(n: int, n_draws: int, seed: int) -> Numbers:
    """Sign patterns over n areas, the one that changes nothing first."""
    if 2**n <= n_draws:
        return np.array(list(itertools.product((1.0, -1.0), repeat=n)))
    drawn = np.random.default_rng(seed).choice([1.0, -1.0], size=(n_draws, n))
    return np.vstack([np.ones(n), drawn])
