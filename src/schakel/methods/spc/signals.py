"""Which points of one phase give a signal, and to which side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from schakel.methods.spc.limits import Limits
from schakel.methods.spc.rulesets import Rule, RuleSet

#: A signal with its side: 1 is up, −1 is down.
Signals = dict[Rule, int]


@dataclass(frozen=True)
class RunsTest:
    """The runs test of Anhøj on the points that are not on the centre line (the useful ones)."""

    n_useful: int
    longest_run: int
    longest_allowed: int
    n_crossings: int
    crossings_needed: int

    @property
    def is_long_run(self) -> bool:
        """Whether too many points in a row lie on one side."""
        return self.longest_run > self.longest_allowed

    @property
    def is_few_crossings(self) -> bool:
        """Whether the line from point to point crosses the centre too seldom."""
        return self.n_crossings < self.crossings_needed


def sides(values: Sequence[float], centre: float) -> list[int]:
    """Give on which side of the centre each value lies: 1 above, −1 below, 0 on it.

    >>> sides([3, 1, 2], 2)
    [1, -1, 0]
    """
    return [(value > centre) - (value < centre) for value in values]


def runs_test(values: Sequence[float], centre: float) -> RunsTest | None:
    """Test for runs as Anhøj does.

    values: measured ones only, in order of time. centre: in the same unit. Returns None when all lie on the centre.

    Formula: longest run > round(log2 n) + 3 (Schilling 2012), or crossings below the 5 % quantile of a
    binomial(n − 1, ½) (Chen 2010), n the number of useful points (Anhøj and Olesen 2014).

    >>> runs_test([1, 1, 1, 1, 1, 1, 1, 1, 9, 9], 5)
    RunsTest(n_useful=10, longest_run=8, longest_allowed=6, n_crossings=1, crossings_needed=2)
    """
    useful = [side for side in sides(values, centre) if side]
    if not useful:
        return None
    lengths = [len(list(run)) for _side, run in groupby(useful)]
    n = len(useful)
    return RunsTest(n, max(lengths), round(math.log2(n)) + 3, len(lengths) - 1, least_crossings(n - 1))


def least_crossings(n: int) -> int:
    """Give the smallest number of heads in n throws of a fair coin that 5 % of the series stay at or below.

    n: 0 or more throws. Formula: smallest k with P(X ≤ k) ≥ 0.05, X binomial(n, ½), in whole numbers.

    >>> least_crossings(9), least_crossings(23), least_crossings(0)
    (2, 8, 0)
    """
    k, at_most = 0, 1
    while 20 * at_most < 2**n:
        k += 1
        at_most += math.comb(n, k)
    return k


def signals_of(
    values: Sequence[float],
    centre: float,
    limits: Sequence[Limits | None],
    rules: RuleSet,
    breaks: frozenset[int] = frozenset(),
) -> list[Signals]:
    """Give the signals of each measured point of one phase.

    values: measured ones only, in order of time; limits: at each of them, None where there are none.
    breaks: places before which a run ends, when gaps break runs (see `Missing`); never for the test of Anhøj.
    Returns for each point its signals, each with its side, in the order of `Rule`.

    >>> from schakel.methods.spc.rulesets import RULE_SETS
    >>> [list(found) for found in signals_of([5, 5, 5, 5, 5, 5, 5], 4, [None] * 7, RULE_SETS["nhs7"])][0]
    [<Rule.SHIFT: 'shift'>]
    """
    side = sides(values, centre)
    found = {Rule.OUTSIDE: [_outside(value, at) for value, at in zip(values, limits, strict=True)]}
    if Rule.TREND in rules.rules:
        found[Rule.TREND] = _trends(values, rules.run, breaks)
        found[Rule.TWO_OF_THREE] = _two_of_three(values, side, limits, breaks)
        found[Rule.SHIFT] = _shifts(side, rules.run, breaks)
    if Rule.LONG_RUN in rules.rules:
        test = runs_test(values, centre)
        found[Rule.LONG_RUN] = _long_runs(side, test)
        found[Rule.FEW_CROSSINGS] = _few_crossings(side, test)
    return [{rule: at[place] for rule, at in found.items() if at[place]} for place in range(len(values))]


def _outside(value: float, at: Limits | None) -> int:
    """The side on which a value lies strictly beyond a limit."""
    return 0 if at is None else (value > at.upper) - (value < at.lower)


def _stretches(marks: Sequence[int], breaks: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Every longest row of equal marks without a break in it: the mark, its first place, and the place after."""
    start = 0
    for place in range(1, len(marks) + 1):
        if place == len(marks) or marks[place] != marks[start] or place in breaks:
            yield marks[start], start, place
            start = place


def _trends(values: Sequence[float], run: int, breaks: frozenset[int]) -> list[int]:
    """So many points that only rise or only fall; where two meet, the later one counts."""
    marked = [0] * len(values)
    steps = sides([two - one for one, two in pairwise(values)], 0)
    steps = [0 if place + 1 in breaks else step for place, step in enumerate(steps)]
    for step, start, end in _stretches(steps, frozenset()) if steps else ():
        if step and end - start >= run - 1:
            marked[start : end + 1] = [step] * (end + 1 - start)
    return marked


def _shifts(side: Sequence[int], run: int, breaks: frozenset[int]) -> list[int]:
    """So many points strictly on one side of the centre."""
    marked = [0] * len(side)
    for which, start, end in _stretches(side, breaks):
        if which and end - start >= run:
            marked[start:end] = [which] * (end - start)
    return marked


def _two_of_three(
    values: Sequence[float], side: Sequence[int], limits: Sequence[Limits | None], breaks: frozenset[int]
) -> list[int]:
    """Three in a row on one side, at least two beyond two thirds of the way to the limit but within it: those two."""
    near = [
        at is not None and at.lower <= value <= at.upper and not at.near_lower <= value <= at.near_upper
        for value, at in zip(values, limits, strict=True)
    ]
    marked = [0] * len(side)
    for at in range(len(side) - 2):
        is_row = abs(side[at] + side[at + 1] + side[at + 2]) == 3 and breaks.isdisjoint((at + 1, at + 2))
        if is_row and near[at] + near[at + 1] + near[at + 2] >= 2:
            for place in (at, at + 1, at + 2):
                if near[place]:
                    marked[place] = side[place]
    return marked


def _long_runs(side: Sequence[int], test: RunsTest | None) -> list[int]:
    """The points of each run that is too long; a point on the centre neither counts nor breaks."""
    marked = [0] * len(side)
    if test is None or not test.is_long_run:
        return marked
    useful = [place for place, which in enumerate(side) if which]
    for which, run in groupby(useful, key=lambda place: side[place]):
        places = list(run)
        if len(places) > test.longest_allowed:
            for place in places:
                marked[place] = which
    return marked


def _few_crossings(side: Sequence[int], test: RunsTest | None) -> list[int]:
    """All points off the centre: too few crossings is a signal of the phase as a whole."""
    return list(side) if test is not None and test.is_few_crossings else [0] * len(side)
