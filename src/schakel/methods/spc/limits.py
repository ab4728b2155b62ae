"""Centre and limits of one phase, for each kind of chart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from schakel.methods.spc.rulesets import SCREEN, RuleSet
from schakel.methods.spc.series import OF_A_WHOLE, WITH_N, Chart

#: Charts whose limits follow from the moving range, and not from a distribution.
BY_MOVING_RANGE = frozenset({Chart.XMR, Chart.T, Chart.P_PRIME, Chart.U_PRIME})
#: Times between rare events are near normal after this power (Nelson 1994).
NELSON = 3.6
THREE_SIGMA = 3.0


@dataclass(frozen=True)
class Basis:
    """What the limits of a phase rest on. Kept with a baseline, it gives the same limits again.

    centre: the line in the middle, as shown. level: what limits are reckoned from; differs from the centre in a G
    chart only, whose centre is the median. moving_range: the mean one, in the unit of the values (XmR), of their
    root (T) or in standard deviations (P′, U′); None for other charts, or without two neighbours.
    n_points: how many measurements it rests on.
    """

    chart: Chart
    centre: float
    level: float
    moving_range: float | None
    n_points: int


@dataclass(frozen=True)
class Limits:
    """The limits at one point, as reckoned: they may lie where no value can. Near limits lie at two thirds."""

    lower: float
    near_lower: float
    near_upper: float
    upper: float


def mean_moving_range(values: Sequence[float | None], *, screen: bool) -> float | None:
    """Give the mean difference between neighbours.

    values: in order of time, in any one unit; None where nothing was measured: the ranges beside it are left out,
    for they would span two periods. screen: leave out ranges of 3.267 times the mean or more, once; not when none
    but ranges of zero would be left: then the outlying ones are all the variation there is.
    Returns that unit; None without two neighbours.

    Formula: mean |x[i] − x[i−1]|; screening by Nelson (1982).

    >>> mean_moving_range([20, 22, None, 21, 20], screen=True)
    1.5
    >>> mean_moving_range([5, 5, 5, 5, 5, 7], screen=True)
    0.4
    """
    ranges = [abs(two - one) for one, two in pairwise(values) if one is not None and two is not None]
    if not ranges:
        return None
    mean = fmean(ranges)
    kept = [size for size in ranges if size < SCREEN * mean] if screen and mean else ranges
    return fmean(kept) or mean


def basis_of(
    chart: Chart,
    shown: Sequence[float | None],
    values: Sequence[float | None],
    n: Sequence[float | None] | None,
    *,
    screen: bool,
) -> Basis | None:
    """Reckon what the limits of a phase rest on.

    shown: what the chart shows, None where nothing was measured. values, n: counts and of how many, for P and U.
    Returns None when nothing was measured.

    Formula: mean (XmR, C), median (run), Σx/Σn (P, U); G: median shown, limits from the mean; T: XmR of x^(1/3.6).

    >>> basis_of(Chart.XMR, [20, 22, 20, 22], [20, 22, 20, 22], None, screen=True)
    Basis(chart=<Chart.XMR: 'xmr'>, centre=21.0, level=21.0, moving_range=2.0, n_points=4)
    """
    measured = [place for place, value in enumerate(shown) if value is not None]
    known = [value for value in shown if value is not None]
    if not known:
        return None
    if chart in WITH_N and n is not None:
        centre = level = math.fsum(values[at] or 0 for at in measured) / math.fsum(
            n[at] or 0 for at in measured
        )
        ranges = None
        if chart in BY_MOVING_RANGE:
            ranges = mean_moving_range(
                [_z(chart, level, value, n[at]) for at, value in enumerate(shown)], screen=screen
            )
    elif chart == Chart.T:
        roots = [None if value is None else value ** (1 / NELSON) for value in shown]
        level = _mean([root for root in roots if root is not None])
        centre, ranges = level**NELSON, mean_moving_range(roots, screen=screen)
    else:
        level = median(known) if chart == Chart.RUN else _mean(known)
        centre = median(known) if chart == Chart.G else level
        ranges = mean_moving_range(shown, screen=screen) if chart == Chart.XMR else None
    return Basis(chart, float(centre), float(level), ranges, len(known))


def limits_at(basis: Basis, n: float | None, rules: RuleSet) -> Limits | None:
    """Give the limits at one point.

    n: of how many, for P and U charts. Returns the unit of the values (a share for P, events per one for U).
    None for a run chart, for a P or U chart where nothing was measured, and without moving ranges.

    Formula: level ± half width · mR̄ (XmR; on the root for T); level ± 3σ with σ = √(p̄(1−p̄)/n), √(ū/n), √c̄,
    √(m(m+1)); P′ and U′: level ± half width · mR̄ of z · σ (Laney 2002). Half width: 2.66 or 3/1.128.

    >>> from schakel.methods.spc.rulesets import RULE_SETS
    >>> limits_at(Basis(Chart.XMR, 21, 21, 2, 12), None, RULE_SETS["nhs7"]).upper
    26.32
    """
    half = _half_width(basis, n, rules)
    if half is None:
        return None
    near = half * 2 / 3
    edges = (basis.level - half, basis.level - near, basis.level + near, basis.level + half)
    if basis.chart == Chart.T:
        edges = tuple(max(edge, 0.0) ** NELSON for edge in edges)
    return Limits(*edges)


def possible_range(chart: Chart) -> tuple[float | None, float | None]:
    """Between what values a chart's values can lie by their nature; None where there is no end.

    >>> possible_range(Chart.P), possible_range(Chart.XMR)
    ((0.0, 1.0), (None, None))
    """
    if chart in OF_A_WHOLE:
        return 0.0, 1.0
    return (None, None) if chart in {Chart.XMR, Chart.RUN} else (0.0, None)


def as_reckoned(chart: Chart, value: float) -> float:
    """Give a value as the limits see it: in a T chart there and back through its root, so that equals stay equal.

    >>> as_reckoned(Chart.XMR, 0.1), as_reckoned(Chart.T, 1.0)
    (0.1, 1.0)
    """
    return float((value ** (1 / NELSON)) ** NELSON) if chart == Chart.T else value


def dispersion(
    chart: Chart, phases: Sequence[tuple[Basis, Sequence[float | None], Sequence[float | None] | None]]
) -> float | None:
    """Give how many times wider the values spread than chance alone explains, for P, U and C charts.

    phases: of each its basis, the shown values it rests on, and n. Returns a ratio: 1 is chance alone.
    None for other charts, and when no more points than phases were measured.

    Formula: φ = Σz² / (k − phases), z = (value − level) / σ.

    >>> dispersion(Chart.C, [(Basis(Chart.C, 4, 4, None, 3), [4, 2, 6], None)])
    1.0
    """
    if chart not in WITH_N | {Chart.C}:
        return None
    squares: list[float] = []
    for basis, shown, n in phases:
        sizes = n if n is not None else [None] * len(shown)
        scores = [_z(chart, basis.level, value, size) for value, size in zip(shown, sizes, strict=True)]
        squares.extend(score**2 for score in scores if score is not None)
    freedom = len(squares) - len(phases)
    return math.fsum(squares) / freedom if freedom > 0 else None


def _half_width(basis: Basis, n: float | None, rules: RuleSet) -> float | None:
    """Half the distance between the limits."""
    chart = basis.chart
    if chart == Chart.RUN or (chart in WITH_N and not n):
        return None
    if chart in BY_MOVING_RANGE:
        if basis.moving_range is None:
            return None
        spread = _spread(chart, basis.level, n) if chart in WITH_N else 1.0
        return rules.half_width * basis.moving_range * spread
    if chart == Chart.G:
        return THREE_SIGMA * math.sqrt(basis.level * (basis.level + 1))
    return THREE_SIGMA * _spread(chart, basis.level, n)


def _z(chart: Chart, level: float, value: float | None, n: float | None) -> float | None:
    """How many standard deviations a value lies from the level; where there is no spread it lies on the level."""
    if value is None:
        return None
    spread = _spread(chart, level, n)
    return (value - level) / spread if spread else 0.0


def _spread(chart: Chart, level: float, n: float | None) -> float:
    """The standard deviation that chance alone gives."""
    if chart == Chart.C:
        return math.sqrt(level)
    assert n  # without n nothing was measured there
    return math.sqrt((level * (1 - level) if chart in OF_A_WHOLE else level) / n)


def _mean(values: Sequence[float]) -> float:
    """The mean; of equal values exactly that value, so that a constant series lies on its own line."""
    return values[0] if min(values) == max(values) else fmean(values)
