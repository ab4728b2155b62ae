"""What a pass over the events gives, as tables of numbers: the same from every engine, in the same order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
#: What norms of links count in: days by local date, hours of elapsed time; of all days, or of Dutch working days only.
UNITS = ("days", "workdays", "hours", "workhours")
#: The quantiles that are told, by name.
QUANTILES = {"p50": 0.5, "p80": 0.8, "p90": 0.9}


@dataclass(frozen=True)
class Groups:
    """Pairs of successive events by what they have in common, in order of ``source``, ``target`` and ``month``.

    source, target: codes of activities or organisations; month: see ``Months.number``, 0 where months do not matter.
    n: pairs; overlaps: those of which the second began before the first had ended. They are in no other figure.
    mean, sd, least, most, p50, p80, p90: of the waits of the others, in seconds, NaN where there is none; sd divides by
    n − 1 and is NaN for one. Quantiles lie straight between neighbours (``percentile_cont``).
    low: the smallest wait that at least half of the waits do not exceed, as the Kaplan-Meier median without censoring.
    """

    source: Whole
    target: Whole
    month: Whole
    n: Whole
    overlaps: Whole
    mean: Numbers
    sd: Numbers
    least: Numbers
    most: Numbers
    p50: Numbers
    p80: Numbers
    p90: Numbers
    low: Numbers

    def __len__(self) -> int:
        """How many groups there are."""
        return len(self.n)


@dataclass(frozen=True)
class LinkNorms:
    """Norms of links: the codes of both organisations, the most that a wait may take, and in what (place in ``UNITS``).

    Days in whole days, hours in microseconds. A link may have several.
    """

    source: Whole
    target: Whole
    most: Numbers
    unit: Whole

    def __len__(self) -> int:
        """How many norms there are."""
        return len(self.most)


@dataclass(frozen=True)
class Variants:
    """Which orders of activities occur: how often, and the first case (place in the selection) of each.

    Most frequent first; of equally frequent ones that with the earliest case.
    """

    n: Whole
    example: Whole


@dataclass(frozen=True)
class Tables:
    """All that one pass counts.

    activity_n, activity_cases, first, last: per code of an activity, events, cases that have it, cases that begin and
    that end with it. duration: per case of the selection, from its first start to its latest end, in microseconds.
    ties: pairs that begin at the same moment. unknown: pairs of which one side has no organisation.
    """

    arcs: Groups
    links: Groups
    links_by_month: Groups
    variants: Variants
    activity_n: Whole
    activity_cases: Whole
    first: Whole
    last: Whole
    duration: Whole
    pairs: int
    ties: int
    unknown: int


def ordered_variants(n: Whole, example: Whole) -> Variants:
    """Variants, most frequent first.

    >>> ordered_variants(np.array([1, 5, 5]), np.array([0, 9, 3])).example.tolist()
    [3, 9, 0]
    """
    order = np.lexsort((example, -n))
    return Variants(n[order], example[order])
