"""Costs beside outcomes of two groups: net benefit, the ratio where it may be shown, and the verdict by quadrant."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from schakel.methods.unmeasurable import Unmeasurable, Why

#: Reference values per QALY by burden of disease, in euros (Zorginstituut Nederland, Ziektelast in de praktijk, 2018).
PER_QALY_EUR = (20_000, 50_000, 80_000)
#: Of the normal distribution: 95 % lies within so many standard errors.
Z95 = NormalDist().inv_cdf(0.975)
#: The rule of the delta method: only when the effect is so many standard errors away from nothing.
CLEAR_OF_ZERO = 4.0


@dataclass(frozen=True)
class Difference:
    """New minus usual: in cost and in effect, with what is known of both and of the two together.

    delta_cost: euros per person; delta_effect: outcome per person, more being better.
    var_cost, var_effect, cov: variances of both differences and their covariance (squares and product of the units).
    Raises ``Unmeasurable`` (not_finite) for a number that is not finite and ValueError for a negative variance or a
    covariance that two such variances cannot have.

    >>> Difference(400, 0.05, var_cost=150**2, var_effect=0.015**2, cov=-0.25).se_cost
    150.0
    """

    delta_cost: float
    delta_effect: float
    var_cost: float
    var_effect: float
    cov: float

    def __post_init__(self) -> None:
        numbers = (self.delta_cost, self.delta_effect, self.var_cost, self.var_effect, self.cov)
        if not all(math.isfinite(number) for number in numbers):
            raise Unmeasurable(Why.NOT_FINITE)
        if self.var_cost < 0 or self.var_effect < 0:
            raise ValueError("a variance is not negative")
        if abs(self.cov) > math.sqrt(self.var_cost) * math.sqrt(self.var_effect) * (1 + 1e-9):
            raise ValueError("a covariance is no larger than the two standard errors allow")

    @property
    def se_cost(self) -> float:
        """Standard error of the difference in cost, euros."""
        return math.sqrt(self.var_cost)

    @property
    def se_effect(self) -> float:
        """Standard error of the difference in effect, in its unit."""
        return math.sqrt(self.var_effect)

    @property
    def cost95(self) -> tuple[float, float]:
        """95 % interval of the difference in cost, euros."""
        return self.delta_cost - Z95 * self.se_cost, self.delta_cost + Z95 * self.se_cost

    @property
    def effect95(self) -> tuple[float, float]:
        """95 % interval of the difference in effect, in its unit."""
        return self.delta_effect - Z95 * self.se_effect, self.delta_effect + Z95 * self.se_effect

    def swapped(self) -> Difference:
        """The same seen from the other side: usual minus new."""
        return Difference(-self.delta_cost, -self.delta_effect, self.var_cost, self.var_effect, self.cov)


@dataclass(frozen=True)
class NetBenefit:
    """What the new way is worth beyond its cost, in euros per person, with interval; p is the chance it is above 0."""

    value: float
    se: float
    lower95: float
    upper95: float
    p: float


def net_benefit(difference: Difference, per_effect_eur: float) -> NetBenefit:
    """Incremental net monetary benefit, when one unit of effect is worth ``per_effect_eur``.

    per_effect_eur: euros per unit of effect (λ), zero or more. Result in euros per person.
    Raises ValueError for a λ that is negative or not finite.

    Formula: INMB = λ·ΔE − ΔC; se² = λ²·V_E + V_C − 2λ·K; 95 % = ± 1.96·se; p = Φ(INMB / se), and without any spread
    0, ½ or 1. Source: Stinnett and Mullahy, Med Decis Making 1998;18:S68–S80.

    >>> found = net_benefit(Difference(400, 0.05, 150**2, 0.015**2, cov=-0.25), 20_000)
    >>> round(found.value, 2), round(found.se, 2), round(found.p, 3)
    (600.0, 350.0, 0.957)
    """
    if not (math.isfinite(per_effect_eur) and per_effect_eur >= 0):
        raise ValueError("one unit of effect is worth a number of euros that is not negative")
    value = per_effect_eur * difference.delta_effect - difference.delta_cost
    spread = (
        per_effect_eur**2 * difference.var_effect + difference.var_cost - 2 * per_effect_eur * difference.cov
    )
    se = math.sqrt(max(spread, 0.0))
    chance = NormalDist().cdf(value / se) if se > 0 else 0.5 * (1 + (value > 0) - (value < 0))
    return NetBenefit(value, se, value - Z95 * se, value + Z95 * se, chance)


class FiellerKind(StrEnum):
    """What the set of ratios looks like that the data do not exclude."""

    BOUNDED = "bounded"
    OUTSIDE = "outside"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class FiellerSet:
    """All ratios of cost to effect that the data do not exclude, in euros per unit of effect.

    bounded: all from lower to upper; outside: all up to lower and all from upper; everything: no bound (None).
    """

    kind: FiellerKind
    lower: float | None
    upper: float | None

    def __contains__(self, ratio: float) -> bool:
        """Whether a ratio is not excluded."""
        if self.lower is None or self.upper is None:
            return True
        is_between = self.lower <= ratio <= self.upper
        if self.kind == FiellerKind.BOUNDED:
            return is_between
        return ratio <= self.lower or ratio >= self.upper


def fieller(difference: Difference, z: float = Z95) -> FiellerSet:
    """The ratios of cost to effect that the data do not exclude, by Fieller's theorem.

    z: standard errors that count as chance (1.96 for 95 %). Result in euros per unit of effect.

    Formula: R with (ΔE² − z²V_E)·R² − 2(ΔC·ΔE − z²K)·R + (ΔC² − z²V_C) ≤ 0. Bounded when the effect itself is clear of
    zero (first term positive); else all but a gap, or everything.
    Source: Willan and O'Brien, Health Econ 1996;5:297–305.

    >>> ratios = fieller(Difference(400, 0.05, 150**2, 0.015**2, cov=0))
    >>> ratios.kind.value, round(ratios.lower), round(ratios.upper)
    ('bounded', 2003, 22451)
    """
    a = difference.delta_effect**2 - z**2 * difference.var_effect
    b = difference.delta_cost * difference.delta_effect - z**2 * difference.cov
    c = difference.delta_cost**2 - z**2 * difference.var_cost
    inside = b**2 - a * c
    if a == 0 or (a < 0 and inside <= 0):
        return FiellerSet(FiellerKind.EVERYTHING, None, None)
    # The root that adds two numbers of the same sign, and the other from their product: no digits are lost.
    far = b + math.copysign(math.sqrt(max(inside, 0.0)), b)
    roots = sorted((far / a, c / far if far else 0.0))
    kind = FiellerKind.BOUNDED if a > 0 else FiellerKind.OUTSIDE
    return FiellerSet(kind, roots[0], roots[1])


class Quadrant(StrEnum):
    """What a board reads: the verdict by where cost and effect lie, with their intervals."""

    BETTER_DEARER = "better_dearer"
    BETTER_CHEAPER = "better_cheaper"
    BETTER_COST_UNCLEAR = "better_cost_unclear"
    WORSE_DEARER = "worse_dearer"
    WORSE_CHEAPER = "worse_cheaper"
    WORSE_COST_UNCLEAR = "worse_cost_unclear"
    EFFECT_NOT_SHOWN = "effect_not_shown"


#: What is said of an effect and a cost that are each surely more (+1), surely less (−1) or not shown to differ (0).
QUADRANTS = {
    (1, 1): Quadrant.BETTER_DEARER,
    (1, 0): Quadrant.BETTER_COST_UNCLEAR,
    (1, -1): Quadrant.BETTER_CHEAPER,
    (-1, 1): Quadrant.WORSE_DEARER,
    (-1, 0): Quadrant.WORSE_COST_UNCLEAR,
    (-1, -1): Quadrant.WORSE_CHEAPER,
}


def quadrant(difference: Difference) -> Quadrant:
    """The verdict by quadrant; an effect whose interval covers zero is not shown, whatever it costs.

    >>> quadrant(Difference(400, 0.05, 150**2, 0.015**2, cov=0)).value
    'better_dearer'
    >>> quadrant(Difference(400, 0.05, 150**2, 0.03**2, cov=0)).value
    'effect_not_shown'
    """
    sides = _side(*difference.effect95), _side(*difference.cost95)
    return QUADRANTS.get(sides, Quadrant.EFFECT_NOT_SHOWN)


def _side(lower: float, upper: float) -> int:
    """Whether a whole interval lies above zero (1), below it (−1), or neither (0)."""
    return (lower > 0) - (upper < 0)


@dataclass(frozen=True)
class Ratio:
    """Euros per unit of effect gained, with its interval; se only when the delta method holds."""

    value: float
    lower95: float
    upper95: float
    se: float | None


def ratio(difference: Difference) -> Ratio | None:
    """The incremental cost-effectiveness ratio, or None where it would mislead.

    Result in euros per unit of effect. Shown only for better and dearer, each clear of zero, with a bounded Fieller
    set: a negative ratio means opposite things in two quadrants, and near no effect it can be anything.

    Formula: R = ΔC/ΔE; se(R) = √(V_C − 2R·K + R²·V_E)/|ΔE| when ΔE lies more than four standard errors from zero.
    Source: Briggs, Claxton and Sculpher, Decision Modelling for Health Economic Evaluation (2006), chapter 5.

    >>> found = ratio(Difference(400, 0.05, 150**2, 0.015**2, cov=0))
    >>> round(found.value), round(found.lower95), round(found.upper95), found.se
    (8000, 2003, 22451, None)
    >>> ratio(Difference(-400, 0.05, 150**2, 0.015**2, cov=0)) is None
    True
    """
    if quadrant(difference) != Quadrant.BETTER_DEARER:
        return None
    found = fieller(difference)
    if found.kind != FiellerKind.BOUNDED or found.lower is None or found.upper is None:
        return None
    value = difference.delta_cost / difference.delta_effect
    se = None
    if difference.delta_effect > CLEAR_OF_ZERO * difference.se_effect:
        spread = difference.var_cost - 2 * value * difference.cov + value**2 * difference.var_effect
        se = math.sqrt(max(spread, 0.0)) / difference.delta_effect
    return Ratio(value, found.lower, found.upper, se)


def break_even(difference: Difference) -> float | None:
    """From how many euros per unit of effect the new way is worth its money; None when no such amount can be read.

    Only for better and dearer by the figures themselves: "it is worth it if one avoided admission is worth at least
    € x to you". For an outcome without an accepted value this is what to show, with the acceptability curve.

    Formula: λ* = ΔC/ΔE, where λ·ΔE − ΔC = 0.

    >>> break_even(Difference(400, 0.05, 150**2, 0.015**2, cov=0))
    8000.0
    """
    if difference.delta_effect <= 0 or difference.delta_cost <= 0:
        return None
    return difference.delta_cost / difference.delta_effect


@dataclass(frozen=True)
class Flip:
    """What has to be otherwise for the advice to turn: the cost or the effect at which nothing is gained or lost."""

    delta_cost: float
    delta_effect: float | None


def flip(difference: Difference, per_effect_eur: float) -> Flip:
    """At which difference in cost, or in effect, the net benefit is zero, the other staying as it is.

    per_effect_eur: euros per unit of effect (λ); with 0 no effect can turn the advice (None).

    Formula: ΔC* = λ·ΔE and ΔE* = ΔC/λ.

    >>> flip(Difference(400, 0.05, 150**2, 0.015**2, cov=0), 20_000)
    Flip(delta_cost=1000.0, delta_effect=0.02)
    """
    needed = difference.delta_cost / per_effect_eur if per_effect_eur else None
    return Flip(per_effect_eur * difference.delta_effect, needed)
