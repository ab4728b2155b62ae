"""Two groups of waits beside each other: which one waits longer, and whether that is more than chance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

#: Standard deviations from no difference that count as more than chance: 99 of 100 times, as many links are compared.
CERTAIN_Z = 2.576


@dataclass(frozen=True)
class Compared:
    """Which of two groups waits longer.

    share_longer: how often a wait of the second group is longer than one of the first, ties for half (0.5: no
    difference). z: how many standard deviations that is from no difference; 0 when nothing can be said.
    """

    share_longer: float
    z: float

    @property
    def is_longer(self) -> bool:
        """Whether the second group waits longer, by more than chance."""
        return self.z >= CERTAIN_Z

    @property
    def is_shorter(self) -> bool:
        """Whether the second group waits shorter, by more than chance."""
        return self.z <= -CERTAIN_Z


def compared(first: Mapping[int, int], second: Mapping[int, int]) -> Compared:
    """Compare two groups of waits by rank.

    first, second: how many waits took so many days; any order. An empty group, or waits that are all the same: nothing
    can be said (share 0.5, z 0).

    Formula: Mann and Whitney (1947), with the correction for ties of Lehmann, Nonparametrics (1975), section 1.5.

    >>> compared({1: 10, 2: 10}, {1: 10, 2: 10})
    Compared(share_longer=0.5, z=0.0)
    >>> compared({1: 20}, {2: 20}).is_longer
    True
    """
    n_first, n_second = sum(first.values()), sum(second.values())
    n = n_first + n_second
    if not n_first or not n_second:
        return Compared(0.5, 0.0)
    below, longer, ties = 0, 0.0, 0
    for day in sorted(first.keys() | second.keys()):
        ours, theirs = second.get(day, 0), first.get(day, 0)
        longer += ours * (below + theirs / 2)
        below += theirs
        ties += (ours + theirs) ** 3 - (ours + theirs)
    variance = n_first * n_second / 12 * ((n + 1) - ties / (n * (n - 1)))
    share = longer / (n_first * n_second)
    if variance <= 0:
        return Compared(share, 0.0)
    return Compared(share, (longer - n_first * n_second / 2) / math.sqrt(variance))
