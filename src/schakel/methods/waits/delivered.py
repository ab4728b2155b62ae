"""Waits of which only sums were delivered: a mean with over how many people it is, and how many were within the norm.

Sums of months and of providers come together as if all people were counted at once. What needs the people themselves, a
median or a 90th percentile, cannot be given.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

#: Providers with at most so many professionals stay out of the mean of a region (NR/REG-2219a, 2022).
SMALL_PROVIDER = 10


@dataclass(frozen=True)
class Delivered:
    """What is known of people whose wait ended: of one provider in one month, or of several together.

    n: people. mean_days: their mean wait in days; None of nobody. within_n: how many waited no longer than the norm, of
    the within_of people of whom that is known; 0 and 0 when of nobody.
    Raises ValueError for a mean of nobody, people without a mean, and more people within the norm than there are.
    """

    n: int
    mean_days: float | None
    within_n: int = 0
    within_of: int = 0

    def __post_init__(self) -> None:
        if (self.n > 0) != (self.mean_days is not None) or self.n < 0:
            raise ValueError("a mean is over people, and people have a mean")
        if not 0 <= self.within_n <= self.within_of <= self.n:
            raise ValueError("no more people are within the norm than there are")

    @property
    def within_pct(self) -> float | None:
        """The share within the norm, in percent, of those of whom it is known."""
        return 100 * self.within_n / self.within_of if self.within_of else None


#: Nobody.
NOBODY = Delivered(0, None)


def delivered(n: int, mean_days: float | None, within_pct: float | None = None) -> Delivered:
    """What one provider delivered of one month, with the share within the norm as so many people.

    within_pct: percent, 0 to 100; None when it is not known. The number of people is rounded half up.

    >>> delivered(40, 35.0, 61.0)
    Delivered(n=40, mean_days=35.0, within_n=24, within_of=40)
    """
    if within_pct is None or n == 0:
        return Delivered(n, mean_days if n else None)
    return Delivered(n, mean_days, math.floor(n * within_pct / 100 + 0.5), n)


def pooled(parts: Iterable[Delivered]) -> Delivered:
    """Bring months or providers together: the mean is weighted by people, as the supervisor weighs by inflow.

    Formula: Σ n[i] · mean[i] / Σ n[i] (NR/REG-2219a, 2022). Of nothing, nobody.

    >>> pooled([Delivered(30, 20.0, 30, 30), Delivered(10, 60.0, 2, 10)])
    Delivered(n=40, mean_days=30.0, within_n=32, within_of=40)
    """
    there = [one for one in parts if one.n]
    n = sum(one.n for one in there)
    if not n:
        return NOBODY
    mean = math.fsum(one.n * (one.mean_days or 0.0) for one in there) / n
    within_n, within_of = (sum(getattr(one, name) for one in there) for name in ("within_n", "within_of"))
    return Delivered(n, mean, within_n, within_of)
