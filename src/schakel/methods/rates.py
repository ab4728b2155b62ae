"""Rates with their intervals: proportions, rates, means, standardised rates and ratios, and the limits of a funnel.

Always two intervals, 95 % and 99.8 %, as Fingertips gives them; equal to PHEindicatormethods 2.1 to 1e-6.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev

from scipy.special import gammainc, gammaincinv, stdtrit

#: Below so many events a count has its exact interval; a directly standardised rate is not given at all.
FEW_EVENTS = 10
#: What is left out on each side, for 95 % and for 99.8 %.
TAILS = TAIL_95, TAIL_998 = 0.025, 0.001


@dataclass(frozen=True)
class Interval:
    """A value with its 95 % and 99.8 % intervals, all in one unit."""

    value: float
    lower95: float
    upper95: float
    lower998: float
    upper998: float

    @property
    def numbers(self) -> tuple[float, float, float, float, float]:
        """All five in that order."""
        return (self.value, self.lower95, self.upper95, self.lower998, self.upper998)


@dataclass(frozen=True)
class Stratum:
    """One age band (or other group) of an area: events, population, and its weight in the standard population."""

    events: float
    population: float
    standard: float = 0.0


@dataclass(frozen=True)
class FunnelLimits:
    """Between what values one area may lie by chance alone, when nothing is special about it."""

    average: float
    lower95: float
    upper95: float
    lower998: float
    upper998: float


def proportion(x: int, n: int, *, multiplier: float = 1.0) -> Interval:
    """Give the share of n that x is, with Wilson's score interval.

    x: how many of n people or cases; n: at least 1. multiplier: 1 for a share, 100 for a percentage.
    Returns shares times the multiplier, always within 0 and the multiplier.
    Raises ValueError when n is 0, x is below 0, or x is more than n. A missing x or n is the caller's: leave it out.

    Formula: (2x + z² ∓ z √(z² + 4x(1 − x/n))) / 2(n + z²) (Wilson 1927; Newcombe and Altman 2000).

    >>> [round(v, 4) for v in proportion(4, 9).numbers]
    [0.4444, 0.1888, 0.7333, 0.1154, 0.8307]
    """
    if n <= 0:
        raise ValueError("a proportion of nobody does not exist: n has to be 1 or more")
    if not 0 <= x <= n:
        raise ValueError("x is a part of n, so from 0 to n")

    def bounds(tail: float) -> tuple[float, float]:
        z = _z(tail)
        middle, width = 2 * x + z * z, z * math.sqrt(z * z + 4 * x * (1 - x / n))
        lower, upper = (middle - width) / (2 * (n + z * z)), (middle + width) / (2 * (n + z * z))
        # At the ends the interval reaches the end itself; rounding may leave it a hair beside it.
        return (0.0 if x == 0 else lower), (1.0 if x == n else upper)

    return _interval(x / n, bounds, multiplier)


def rate(x: int, n: float, *, multiplier: float = 100_000.0) -> Interval:
    """Give the number of events per so many (person-years, consults, residents), exact below 10 events, else Byar.

    x: events; may be more than n. n: exposure, above 0. multiplier: per how many the rate is told.
    Returns rates per multiplier; the lower one is 0 without events.
    Raises ValueError when x is below 0 or n is not above 0.

    Formula: `count_bounds(x)` / n (Breslow and Day 1987).

    >>> [round(v, 1) for v in rate(8, 17, multiplier=100).numbers]
    [47.1, 20.3, 92.7, 11.6, 124.4]
    """
    if n <= 0:
        raise ValueError("a rate needs an exposure above 0")

    def bounds(tail: float) -> tuple[float, float]:
        lower, upper = count_bounds(x, tail)
        return lower / n, upper / n

    return _interval(x / n, bounds, multiplier)


def mean(values: Sequence[float]) -> Interval:
    """Give the mean of measurements with Student's t interval.

    values: at least two measurements in one unit, without gaps; the order does not matter.
    Returns means in that unit. Raises ValueError for fewer than two values: they have no spread.

    Formula: mean ± t(n − 1) · s / √n.

    >>> [round(v, 2) for v in mean([4, 5, 6, 7, 8]).numbers]
    [6.0, 4.04, 7.96, 0.93, 11.07]
    """
    if len(values) < 2:
        raise ValueError("an interval of a mean needs two values or more")
    return mean_of_summary(fmean(values), stdev(values), len(values))


def mean_of_summary(value: float, sd: float, n: int) -> Interval:
    """Give the same interval as `mean` from what a source published: mean, standard deviation and number.

    value, sd: in one unit, sd 0 or more. n: how many measurements, at least 2. Raises ValueError otherwise.

    >>> mean_of_summary(6, 0, 5)
    Interval(value=6, lower95=6.0, upper95=6.0, lower998=6.0, upper998=6.0)
    """
    if n < 2 or sd < 0:
        raise ValueError("an interval of a mean needs two values or more, and a spread of 0 or more")

    def bounds(tail: float) -> tuple[float, float]:
        half = -float(stdtrit(n - 1, tail)) * sd / math.sqrt(n)
        return value - half, value + half

    return _interval(value, bounds, 1)


def directly_standardised(strata: Sequence[Stratum], *, multiplier: float = 100_000.0) -> Interval | None:
    """Give the rate an area would have with the age structure of the standard population, with Dobson's interval.

    strata: the age bands of one area, each with events, population above 0 and weight in the standard population.
    Returns rates per multiplier; None below 10 events in all, as Fingertips does: the interval is then not valid.
    Raises ValueError without strata, for a population that is not above 0, or weights that add up to 0.

    Formula: Σwx/n ÷ Σw; limits value + √(variance / x) · (Byar limit of x − x), variance Σw²x/n² ÷ (Σw)²
    (Dobson and others 1991).

    >>> old, young = Stratum(30, 1000, 0.3), Stratum(12, 4000, 0.7)
    >>> [round(v, 2) for v in directly_standardised([old, young], multiplier=1000).numbers]
    [11.1, 7.93, 15.09, 6.44, 17.63]
    """
    weight = sum(stratum.standard for stratum in strata)
    if weight <= 0 or any(s.standard < 0 or s.population <= 0 or s.events < 0 for s in strata):
        raise ValueError("each age band needs a population and a weight, and events of 0 or more")
    total = sum(stratum.events for stratum in strata)
    if total < FEW_EVENTS:
        return None
    value = sum(s.standard * s.events / s.population for s in strata) / weight
    variance = sum(s.standard**2 * s.events / s.population**2 for s in strata) / weight**2
    scale = math.sqrt(variance / total)

    def bounds(tail: float) -> tuple[float, float]:
        lower, upper = count_bounds(total, tail)
        return value + scale * (lower - total), value + scale * (upper - total)

    return _interval(value, bounds, multiplier)


def indirectly_standardised(observed: int, expected: float, *, multiplier: float = 1.0) -> Interval:
    """Give how many times as many events there were as expected, exact below 10 events, else Byar.

    observed: events of the area. expected: what it would have had with the rates of the reference (see
    `expected_events`), above 0. multiplier: 1 for a ratio, 100 for the usual index.
    Raises ValueError when observed is below 0 or expected is not above 0.

    Formula: observed / expected; `count_bounds(observed)` / expected (Breslow and Day 1987).

    >>> [round(v, 2) for v in indirectly_standardised(20, 16).numbers]
    [1.25, 0.76, 1.93, 0.56, 2.38]
    """
    if expected <= 0:
        raise ValueError("a ratio needs an expected number above 0")
    return rate(observed, expected, multiplier=multiplier)


def expected_events(strata: Sequence[Stratum], reference: Sequence[Stratum]) -> float:
    """Give how many events an area would have had with the rates of the reference, age band by age band.

    strata, reference: the same age bands in the same order; the reference has populations above 0.
    Returns a number of events. Raises ValueError when the bands do not match or a reference has no population.

    Formula: Σ population · reference events / reference population.

    >>> expected_events([Stratum(0, 100), Stratum(0, 50)], [Stratum(10, 1000), Stratum(40, 1000)])
    3.0
    """
    if len(strata) != len(reference) or any(stratum.population <= 0 for stratum in reference):
        raise ValueError("the reference needs the same age bands, each with a population")
    pairs = zip(strata, reference, strict=True)
    return sum(stratum.population * ref.events / ref.population for stratum, ref in pairs)


def count_bounds(x: float, tail: float) -> tuple[float, float]:
    """Give the interval of a number of events: exact Poisson below 10, Byar's approximation from 10.

    x: a number of events, 0 or more. tail: what is left out on each side, 0.025 for 95 %.
    Returns lower and upper, in events. Raises ValueError when x is below 0.

    Formula: exact χ²(tail; 2x) / 2 and χ²(1 − tail; 2x + 2) / 2; Byar x(1 − 1/9x − z/3√x)³, upper with x + 1 and +z.

    >>> [round(bound, 3) for bound in count_bounds(0, 0.025) + count_bounds(20, 0.025)]
    [0.0, 3.689, 12.211, 30.89]
    """
    if x < 0:
        raise ValueError("a number of events is 0 or more")
    if x < FEW_EVENTS:
        lower = float(gammaincinv(x, tail)) if x else 0.0
        return lower, float(gammaincinv(x + 1, 1 - tail))
    z, more = _z(tail), x + 1
    lower = x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3
    return lower, more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3


def funnel_of_proportions(average: float, n: int) -> FunnelLimits:
    """Give between what shares an area with n cases lies by chance, when its true share is the average.

    average: share of all areas together, 0 to 1. n: cases of this area, at least 1.
    Returns shares, within 0 and 1. Raises ValueError for another average or n.

    Formula: average ± z √(average (1 − average) / n): the values whose Wilson interval just holds the average.

    >>> limits = funnel_of_proportions(0.806424, 100)
    >>> round(limits.lower95, 4), round(limits.upper998, 4)
    (0.729, 0.9285)
    """
    if not 0 <= average <= 1 or n <= 0:
        raise ValueError("a funnel needs an average share from 0 to 1, and cases")
    spread = math.sqrt(average * (1 - average) / n)
    wide, wider = _z(TAIL_95) * spread, _z(TAIL_998) * spread
    return FunnelLimits(
        average,
        *(max(0.0, average - wide), min(1.0, average + wide)),
        *(max(0.0, average - wider), min(1.0, average + wider)),
    )


def funnel_of_ratios(expected: float) -> FunnelLimits:
    """Give between what ratios of observed to expected an area lies by chance, when its true ratio is 1.

    expected: number of events the area would have had, above 0. For rates: times the average rate.
    Returns ratios, 0 or more. Raises ValueError when expected is not above 0.

    Formula: the number of events whose exact Poisson interval just holds the expected number, divided by it.

    >>> limits = funnel_of_ratios(5.571644585)
    >>> round(limits.lower95, 6), round(limits.upper95, 4)
    (0.17948, 1.9948)
    """
    if expected <= 0:
        raise ValueError("a funnel of ratios needs an expected number above 0")

    def more_than(events: float) -> float:
        """How likely more than so many events are."""
        return float(gammainc(events + 1, expected))

    def so_many(events: float) -> float:
        """How likely so many events or more are."""
        return float(gammainc(events, expected))

    lower95, lower998 = (_events_where(more_than, 1 - tail, expected) / expected for tail in TAILS)
    upper95, upper998 = (_events_where(so_many, tail, expected) / expected for tail in TAILS)
    return FunnelLimits(1.0, lower95, upper95, lower998, upper998)


def _events_where(chance: Callable[[float], float], level: float, expected: float) -> float:
    """At how many events a falling chance passes a level; 0 when it lies below it from the start."""
    low, high = 0.0, expected + 10 * math.sqrt(expected) + 50
    if chance(low) <= level:
        return 0.0
    for _step in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if chance(middle) > level else (low, middle)
    return (low + high) / 2


def _interval(value: float, bounds: Callable[[float], tuple[float, float]], multiplier: float) -> Interval:
    """A value and its two intervals, times the multiplier."""
    edges = [edge * multiplier for tail in TAILS for edge in bounds(tail)]
    return Interval(value * multiplier, *edges)


def _z(tail: float) -> float:
    """The standard normal deviate that leaves so much on one side."""
    return NormalDist().inv_cdf(1 - tail)
