"""Two groups of people with their costs and outcomes: the difference, and how often it comes out when drawn again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.methods.unmeasurable import LARGEST, Unmeasurable, Why
from schakel.methods.value.benefit import Difference

#: So many draws leave at most 0.7 percentage point of chance in a probability (√(0.25/5000)).
REPLICATES = 5_000
#: Numbers held at once while drawing: 16 MB.
_AT_ONCE = 2_000_000

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Arm:
    """One group: what each person cost and gained, and from which area they come when the measure was taken by area.

    cost: euros, one for each person; effect: outcome of the same persons in the same order, more being better.
    area: one for each person, or empty when the measure was taken person by person.
    baseline: what the effect was before the start (quality of life, for QALYs), one for each person, or empty.
    Raises ``Unmeasurable`` for fewer than two persons or areas, or numbers that are not finite or above 10¹⁵;
    ValueError for lists of unequal length.
    """

    cost: Sequence[float]
    effect: Sequence[float]
    area: Sequence[Hashable] = ()
    baseline: Sequence[float] = ()

    def __post_init__(self) -> None:
        n = len(self.cost)
        if len(self.effect) != n or {len(self.area), len(self.baseline)} - {0, n}:
            raise ValueError("each person has one cost, one effect and at most one area and one baseline")
        if n < 2:
            raise Unmeasurable(Why.TOO_FEW_PERSONS)
        if self.area and len(set(self.area)) < 2:
            raise Unmeasurable(Why.TOO_FEW_AREAS)
        if not (np.abs([*self.cost, *self.effect, *self.baseline]) <= LARGEST).all():
            raise Unmeasurable(Why.NOT_FINITE)

    def by_unit(self) -> Numbers:
        """One row for each unit that is drawn: persons, cost, effect, baseline, its square, and it times the effect."""
        n = len(self.cost)
        effect, before = np.array(self.effect, float), np.array(self.baseline or [0.0] * n, float)
        rows = np.column_stack([np.ones(n), self.cost, effect, before, before**2, before * effect]).astype(
            float
        )
        if not self.area:
            return rows
        places = {area: place for place, area in enumerate(dict.fromkeys(self.area))}
        sums = np.zeros((len(places), rows.shape[1]))
        np.add.at(sums, [places[area] for area in self.area], rows)
        return sums


def difference(new: Arm, usual: Arm) -> Difference:
    """New minus usual: the difference in mean cost and in mean effect, with variances and covariance.

    Means, never medians or logarithms: a budget pays the mean. By area the persons of one area count as one draw.
    With a baseline the effect is what is left of it in persons who began alike: else a group that began better would
    seem to have gained. Raises ``Unmeasurable`` when one area is in both arms, or when neither cost nor effect differs
    between any persons of an arm; ValueError when only one arm has areas, or a baseline.

    Formula, for each arm with N persons in G units, u the sum over the unit of (x − x̄):
    V = G/(G − 1) · Σ uᵤ² / N², and likewise with the product of both for K; V_C, V_E and K are the sums over the arms.
    With persons as units this is s²/n. With a baseline b: ΔE = ē₁ − ē₀ − β·(b̄₁ − b̄₀), β the slope within the arms, and
    u for the effect is of what the regression leaves over, with what β itself may be off.
    Sources: Willan and Briggs, Statistical Analysis of Cost-effectiveness Data (2006), chapter 2; by area Gomes et al.,
    Med Decis Making 2012;32:350–361; baseline Manca, Hawkins and Sculpher, Health Econ 2005;14:487–496.

    >>> found = difference(Arm([300, 500], [0.5, 0.7]), Arm([100, 300], [0.4, 0.4]))
    >>> found.delta_cost, round(found.delta_effect, 6), found.var_cost, round(found.cov, 6)
    (200.0, 0.2, 20000.0, 10.0)
    """
    _fit_together(new, usual)
    units = [arm.by_unit() for arm in (new, usual)]
    sums = [rows.sum(axis=0) for rows in units]
    gap, slope = _gap(*sums)
    square = _within(sums[0], 3, 3) + _within(sums[1], 3, 3)
    before = sums[0][3] / sums[0][0] - sums[1][3] / sums[1][0]
    spread = np.zeros((2, 2))
    for rows, total, sign in zip(units, sums, (1, -1), strict=True):
        off = _off(rows, total, float(slope), sign, float(before / square) if slope else 0.0)
        spread += off.T @ off * len(rows) / (len(rows) - 1)
    if not spread.any():
        raise Unmeasurable(Why.NO_VARIATION)
    return Difference(
        float(gap[0]), float(gap[1]), float(spread[0, 0]), float(spread[1, 1]), float(spread[0, 1])
    )


def _fit_together(new: Arm, usual: Arm) -> None:
    """Refuse arms that cannot be compared."""
    if bool(new.area) != bool(usual.area):
        raise ValueError("both arms have areas, or neither has")
    if bool(new.baseline) != bool(usual.baseline):
        raise ValueError("both arms have a baseline, or neither has")
    if set(new.area) & set(usual.area):
        raise Unmeasurable(Why.AREA_IN_BOTH_ARMS)


#: For two columns of ``Arm.by_unit`` the column that holds their product.
_PRODUCTS = {(3, 3): 4, (3, 2): 5}


def _within(sums: Numbers, one: int, two: int) -> Numbers:
    """The sum of products of two columns around their means in one arm."""
    return sums[..., _PRODUCTS[one, two]] - sums[..., one] * sums[..., two] / sums[..., 0]


def _gap(new: Numbers, usual: Numbers) -> tuple[Numbers, Numbers]:
    """New minus usual in cost and in effect, from the sums of both arms (one row, or one for each draw); and β."""
    gap = new[..., 1:4] / new[..., :1] - usual[..., 1:4] / usual[..., :1]
    square = _within(new, 3, 3) + _within(usual, 3, 3)
    # Everybody began alike: there is nothing to adjust for.
    is_flat = square <= 1e-12 * (new[..., 4] + usual[..., 4])
    slope = np.where(is_flat, 0.0, _within(new, 3, 2) + _within(usual, 3, 2)) / np.where(is_flat, 1.0, square)
    return np.stack([gap[..., 0], gap[..., 1] - slope * gap[..., 2]], axis=-1), slope


def _off(rows: Numbers, total: Numbers, slope: float, sign: int, pull: float) -> Numbers:
    """How far each unit of one arm moves the difference in cost and in effect.

    pull: the gap in baseline over its sum of squares: how far an error in the slope moves the effect.
    """
    n, mean = rows[:, :1], total[1:4] / total[0]
    off = rows[:, 1:4] - n * mean
    # What is left of equal numbers after their mean is taken off is rounding, not spread.
    off[np.abs(off) <= 1e-12 * np.abs(rows[:, 1:4]).max(axis=0)] = 0.0
    effect = off[:, 1] - slope * off[:, 2]
    if pull:
        _, _, e, b, bb, be = rows.T
        squares = bb - 2 * mean[2] * b + n[:, 0] * mean[2] ** 2
        turned = be - mean[2] * e - mean[1] * b + n[:, 0] * mean[1] * mean[2] - slope * squares
        effect = effect - sign * pull * total[0] * turned
    return np.column_stack([off[:, 0], effect]) / total[0]


@dataclass(frozen=True)
class Draws:
    """Differences as they come out when both groups are drawn again: cost and effect of the same draw together."""

    delta_cost: Numbers
    delta_effect: Numbers

    def share_worth_it(self, per_effect_eur: float) -> float:
        """In which share of the draws the net benefit is above zero, when one unit of effect is worth so much."""
        return float(np.mean(per_effect_eur * self.delta_effect - self.delta_cost > 0))

    def net_benefit95(self, per_effect_eur: float) -> tuple[float, float]:
        """Between which amounts the net benefit lies in the middle 95 % of the draws, euros per person."""
        low, high = np.quantile(per_effect_eur * self.delta_effect - self.delta_cost, [0.025, 0.975])
        return float(low), float(high)

    def shares(self) -> dict[str, float]:
        """In which share of the draws the new way is better or worse and dearer or cheaper; no gain counts as worse."""
        better, dearer = self.delta_effect > 0, self.delta_cost > 0
        return {
            "better_dearer": float(np.mean(better & dearer)),
            "better_cheaper": float(np.mean(better & ~dearer)),
            "worse_dearer": float(np.mean(~better & dearer)),
            "worse_cheaper": float(np.mean(~better & ~dearer)),
        }


def draws(new: Arm, usual: Arm, *, seed: int, n_replicates: int = REPLICATES) -> Draws:
    """Draw both groups again and again, with replacement: persons, or whole areas when the measure was taken by area.

    seed: makes the draws repeatable. Cost and effect of one person or area stay together.
    Raises as ``difference`` does, and ValueError for fewer than one draw.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 8 and 13; for costs and effects
    together Briggs, Wonderling and Mooney, Health Econ 1997;6:327–340.

    >>> found = draws(Arm([300, 500], [0.5, 0.7]), Arm([100, 300], [0.4, 0.4]), seed=1)
    >>> len(found.delta_cost), found.share_worth_it(20_000) > 0.9
    (5000, True)
    """
    if n_replicates < 1:
        raise ValueError("draw at least once")
    _fit_together(new, usual)
    source = np.random.default_rng(seed)
    gap, _ = _gap(*(_sums_drawn(arm, source, n_replicates) for arm in (new, usual)))
    return Draws(gap[:, 0], gap[:, 1])


def _sums_drawn(arm: Arm, source: np.random.Generator, n_replicates: int) -> Numbers:
    """The sums of the columns of ``Arm.by_unit`` in each draw."""
    units = arm.by_unit()
    n_units, n_columns = units.shape
    drawn = np.empty((n_replicates, n_columns))
    step = max(_AT_ONCE // (n_columns * n_units), 1)
    for start in range(0, n_replicates, step):
        size = min(step, n_replicates - start)
        drawn[start : start + size] = units[source.integers(0, n_units, size=(size, n_units))].sum(axis=1)
    return drawn


def acceptability(drawn: Draws, amounts_eur: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """The acceptability curve: for each amount per unit of effect, in which share of the draws it is worth it.

    amounts_eur: euros per unit of effect, in the order they are asked.
    Source: Fenwick, O'Brien and Briggs, Health Econ 2004;13:405–415.

    >>> acceptability(Draws(np.array([100.0, -50.0]), np.array([0.1, 0.1])), [0, 2000])
    ((0.0, 0.5), (2000.0, 1.0))
    """
    return tuple((float(amount), drawn.share_worth_it(amount)) for amount in amounts_eur)
