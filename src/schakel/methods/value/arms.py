"""Two groups of people with their costs and outcomes: the difference, and how often it comes out when drawn again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.methods.unmeasurable import Unmeasurable, Why
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
    Raises ``Unmeasurable`` for fewer than two persons or areas, or numbers that are not finite; ValueError for lists of
    unequal length.
    """

    cost: Sequence[float]
    effect: Sequence[float]
    area: Sequence[Hashable] = ()

    def __post_init__(self) -> None:
        n = len(self.cost)
        if len(self.effect) != n or (self.area and len(self.area) != n):
            raise ValueError("each person has one cost, one effect and at most one area")
        if n < 2:
            raise Unmeasurable(Why.TOO_FEW_PERSONS)
        if self.area and len(set(self.area)) < 2:
            raise Unmeasurable(Why.TOO_FEW_AREAS)
        if not (np.isfinite(self.cost).all() and np.isfinite(self.effect).all()):
            raise Unmeasurable(Why.NOT_FINITE)

    def by_unit(self) -> Numbers:
        """For each unit that is drawn the number of persons, their cost and their effect: three columns."""
        rows = np.column_stack([np.ones(len(self.cost)), self.cost, self.effect]).astype(float)
        if not self.area:
            return rows
        places = {area: place for place, area in enumerate(dict.fromkeys(self.area))}
        sums = np.zeros((len(places), 3))
        np.add.at(sums, [places[area] for area in self.area], rows)
        return sums


def difference(new: Arm, usual: Arm) -> Difference:
    """New minus usual: the difference in mean cost and in mean effect, with variances and covariance.

    Means, never medians or logarithms: a budget pays the mean. By area the persons of one area count as one draw.
    Raises ``Unmeasurable`` when one area is in both arms, or when neither cost nor effect differs between any persons
    of an arm; ValueError when only one arm has areas.

    Formula, for each arm with N persons in G units, u the sum over the unit of (x − x̄):
    V = G/(G − 1) · Σ uᵤ² / N², and likewise with the product of both for K; V_C, V_E and K are the sums over the arms.
    With persons as units this is s²/n. Source: Willan and Briggs, Statistical Analysis of Cost-effectiveness Data
    (2006), chapter 2; by area: Gomes et al., Med Decis Making 2012;32:350–361.

    >>> found = difference(Arm([300, 500], [0.5, 0.7]), Arm([100, 300], [0.4, 0.4]))
    >>> found.delta_cost, round(found.delta_effect, 6), found.var_cost, round(found.cov, 6)
    (200.0, 0.2, 20000.0, 10.0)
    """
    _fit_together(new, usual)
    moments = [_mean_and_spread(arm.by_unit()) for arm in (new, usual)]
    gap = moments[0][0] - moments[1][0]
    spread = moments[0][1] + moments[1][1]
    if not spread.any():
        raise Unmeasurable(Why.NO_VARIATION)
    return Difference(
        float(gap[0]), float(gap[1]), float(spread[0, 0]), float(spread[1, 1]), float(spread[0, 1])
    )


def _fit_together(new: Arm, usual: Arm) -> None:
    """Refuse arms that cannot be compared."""
    if bool(new.area) != bool(usual.area):
        raise ValueError("both arms have areas, or neither has")
    if set(new.area) & set(usual.area):
        raise Unmeasurable(Why.AREA_IN_BOTH_ARMS)


def _mean_and_spread(units: Numbers) -> tuple[Numbers, Numbers]:
    """Mean cost and effect of one arm, and the covariance matrix of these two means."""
    n = units[:, 0].sum()
    mean = units[:, 1:].sum(axis=0) / n
    off = units[:, 1:] - units[:, :1] * mean
    # What is left of equal numbers after their mean is taken off is rounding, not spread.
    off[np.abs(off) <= 1e-12 * np.abs(units[:, 1:]).max(axis=0)] = 0.0
    n_units = len(units)
    return mean, off.T @ off / n**2 * n_units / (n_units - 1)


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
    gap = _means_drawn(new, source, n_replicates) - _means_drawn(usual, source, n_replicates)
    return Draws(gap[:, 0], gap[:, 1])


def _means_drawn(arm: Arm, source: np.random.Generator, n_replicates: int) -> Numbers:
    """Mean cost and effect of one arm in each draw."""
    units = arm.by_unit()
    n_units = len(units)
    means = np.empty((n_replicates, 2))
    step = max(_AT_ONCE // (3 * n_units), 1)
    for start in range(0, n_replicates, step):
        size = min(step, n_replicates - start)
        sums = units[source.integers(0, n_units, size=(size, n_units))].sum(axis=1)
        means[start : start + size] = sums[:, 1:] / sums[:, :1]
    return means


def acceptability(drawn: Draws, amounts_eur: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """The acceptability curve: for each amount per unit of effect, in which share of the draws it is worth it.

    amounts_eur: euros per unit of effect, in the order they are asked.
    Source: Fenwick, O'Brien and Briggs, Health Econ 2004;13:405–415.

    >>> acceptability(Draws(np.array([100.0, -50.0]), np.array([0.1, 0.1])), [0, 2000])
    ((0.0, 0.5), (2000.0, 1.0))
    """
    return tuple((float(amount), drawn.share_worth_it(amount)) for amount in amounts_eur)
