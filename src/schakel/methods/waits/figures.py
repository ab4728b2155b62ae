"""The few summaries that waiting times are published with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean; None of nothing."""
    return sum(values) / len(values) if values else None


def share(part: int, whole: int) -> float | None:
    """``part`` of ``whole`` as a percentage; None of nothing."""
    return 100 * part / whole if whole else None


def percentile(values: Iterable[float], fraction: float) -> float | None:
    """The value below which so much lies, straight between neighbours, as PostgreSQL's `percentile_cont`.

    fraction: from 0 to 1. Returns None of nothing.

    >>> percentile([1, 2, 3, 10], 0.5), percentile([0, 10], 0.9)
    (2.5, 9.0)
    """
    ordered = sorted(values)
    if not ordered:
        return None
    place = fraction * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def days_covered(spans: Iterable[tuple[date, date]], start: date, end: date) -> int:
    """How many days of start up to, not including, end lie in at least one span; a span has no last day of its own.

    >>> two = [(date(2026, 1, 3), date(2026, 1, 6)), (date(2026, 1, 5), date(2026, 1, 9))]
    >>> days_covered(two, date(2026, 1, 4), date(2026, 1, 8))
    4
    """
    n, reached = 0, start
    for first, stop in sorted(spans):
        begin, stop = max(first, reached), min(stop, end)
        if stop > begin:
            n += (stop - begin).days
            reached = stop
    return n


def kaplan_meier(waits: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """The share that still waits after each duration at which somebody was helped.

    waits: duration, and whether it ended in care (True) or was still going on or broken off (False: censored). Who is
    censored at a duration still counts as waiting at that duration.
    Returns (duration, share still waiting after it), in order. Source: Kaplan & Meier 1958.

    >>> kaplan_meier([(10, True), (20, False), (30, True)])
    [(10, 0.6666666666666667), (30, 0.0)]
    """
    steps, still, at_risk = [], 1.0, len(waits)
    for duration, those in groupby(sorted(waits), key=itemgetter(0)):
        ended = [is_helped for _duration, is_helped in those]
        if any(ended):
            still *= 1 - sum(ended) / at_risk
            steps.append((duration, still))
        at_risk -= len(ended)
    return steps


def median_of_curve(steps: Sequence[tuple[float, float]]) -> float | None:
    """The first duration after which at most half still waits; None when the curve does not come so low."""
    return next((duration for duration, still in steps if still <= 0.5 + 1e-12), None)


def helped_within(steps: Sequence[tuple[float, float]], duration: float) -> float:
    """The percentage that was helped within a duration, by the curve."""
    still = 1.0
    for reached, share_waiting in steps:
        if reached > duration:
            break
        still = share_waiting
    return 100 * (1 - still)
