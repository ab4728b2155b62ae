"""Areas where something changed beside areas where it did not: difference-in-differences that holds for few areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from schakel.methods.effect.arrangements import Arrangements, arrangements, interval, share_as_large
from schakel.methods.effect.projection import Projection
from schakel.methods.effect.report import Method
from schakel.methods.effect.series import AT_PERIODS, Interrupted, Series, estimate, interrupted
from schakel.methods.unmeasurable import LARGEST, Unmeasurable, Why

Numbers = NDArray[np.float64]
#: Below so many areas, or so many of them treated, errors by area are no guide and the arrangements lead.
FEW_AREAS, FEW_TREATED = 20, 5
#: A trend before the start needs so many periods.
FEWEST_FOR_TREND = 3
#: So many periods before the start before two courses are called parallel: on fewer nearly every pair looks so.
FEWEST_TO_CALL_PARALLEL = 6


@dataclass(frozen=True)
class Panel:
    """Measurements of areas over the same periods.

    values: one row for each area, one column for each period, oldest first, in any one unit; None where missing.
    starts: for each area the place (from 0) of its first period with the change, None for an area to compare with.
    ramp_up: so many periods from there are left out while the new way settles in.
    Raises ValueError for rows of unequal length or starts outside the periods; ``Unmeasurable`` for numbers that are
    not finite, no area treated (no_treated) or none to compare with (no_comparison), and fewer than two areas.
    """

    values: Sequence[Sequence[float | None]]
    starts: Sequence[int | None]
    ramp_up: int = 0

    def __post_init__(self) -> None:
        if len({len(row) for row in self.values}) > 1 or len(self.values) != len(self.starts):
            raise ValueError("each area has one start and a value or a gap for each period")
        if len(self.values) < 2:
            raise Unmeasurable(Why.TOO_FEW_AREAS)
        if any(start is not None and not 0 <= start < len(self.values[0]) for start in self.starts):
            raise ValueError("a start lies within the periods")
        if self.ramp_up < 0:
            raise ValueError("settling in takes no negative time")
        if (np.abs(self.table()) > LARGEST).any():
            raise Unmeasurable(Why.NOT_FINITE)
        if all(start is None for start in self.starts):
            raise Unmeasurable(Why.NO_TREATED)
        if all(start is not None for start in self.starts):
            raise Unmeasurable(Why.NO_COMPARISON)

    def table(self) -> Numbers:
        """Areas by periods; not a number where missing."""
        return np.array([[np.nan if value is None else value for value in row] for row in self.values], float)

    @property
    def is_staggered(self) -> bool:
        """Whether areas started at different times."""
        return len({start for start in self.starts if start is not None}) > 1

    @property
    def first_start(self) -> int:
        """Place of the first period in which any area changed."""
        return min(start for start in self.starts if start is not None)

    @property
    def is_treated(self) -> NDArray[np.bool_]:
        """For each area whether it changed."""
        return np.array([start is not None for start in self.starts])


@dataclass(frozen=True)
class Contrast:
    """A difference between treated and compared areas, in the unit of the values.

    p_placebo: share of all ways (or of ``n_arrangements`` drawn ones) to point out as many areas that give a difference
    at least as large. p_area, se_area: by errors that hold together within an area; None where they cannot be had.
    p_wild: by the wild bootstrap over areas, None where it is not defined. p and the interval follow the arrangements
    when areas are few, else the errors by area. A bound is None where no arrangement can exclude anything.
    """

    value: float
    lower95: float | None
    upper95: float | None
    p: float
    p_placebo: float
    n_arrangements: int
    se_area: float | None
    p_area: float | None
    p_wild: float | None = None


@dataclass(frozen=True)
class ContrastAt:
    """The difference so many periods after each area's start; the first period after it is 1."""

    periods_after: int
    contrast: Contrast


@dataclass(frozen=True)
class Compared:
    """What areas tell: the difference after the start, and whether both kinds went the same way before it.

    pre_trend: how much more the treated areas changed each period before the start. is_parallel: whether its interval
    holds zero; None when that could not be tested. is_few: the arrangements lead. n_before, n_after: periods with a
    measurement in every area before the first start, and in the treated areas after their own.
    """

    method: Method
    contrast: Contrast
    effect_at: tuple[ContrastAt, ...]
    pre_trend: Contrast | None
    is_parallel: bool | None
    is_few: bool
    n_areas: int
    n_treated: int
    n_before: int
    n_after: int
    completeness: float


def compared(panel: Panel, *, seed: int, n_draws: int = 4_999, at: Sequence[int] = AT_PERIODS) -> Compared:
    """Difference-in-differences: how much more the treated areas changed than the others.

    panel: three areas or more; seed: for arrangements and wild bootstrap when there are too many to try all.
    n_draws: most arrangements and most bootstrap samples. at: periods after the start, from 1.
    With one start: two-way fixed effects. With several: each start against the areas that never changed, stacked, each
    treated area counting once; there only periods that every area measured are used.
    Fewer than 20 areas or fewer than 5 treated: p and interval by all arrangements of the same starts over the areas.
    Raises ``Unmeasurable``: fewer than three areas (two go to ``beside_one``), no period before or after that can be
    used (too_few_before, too_few_after), or nothing that varies (no_variation).

    Formula: y = area + period + δ·treated·after. Sources: placebo arrangements Abadie, Diamond and Hainmueller, J Am
    Stat Assoc 2010;105:493–505, and MacKinnon and Webb, J Econometrics 2020;218:435–450; wild bootstrap with the null
    imposed Cameron, Gelbach and Miller, Rev Econ Stat 2008;90:414–427; stacking Cengiz et al., Q J Econ
    2019;134:1405–1454.

    >>> rows = [[10, 11, 10, 6, 7], [9, 10, 11, 10, 10], [8, 8, 9, 9, 8], [11, 10, 11, 11, 10]]
    >>> found = compared(Panel(rows, [3, None, None, None]), seed=1)
    >>> round(found.contrast.value, 2), found.contrast.p, found.contrast.lower95
    (-3.83, 0.25, None)
    """
    if len(panel.values) < 3:
        raise Unmeasurable(Why.TOO_FEW_AREAS)
    table = panel.table()
    is_treated = panel.is_treated
    is_few = len(table) < FEW_AREAS or int(is_treated.sum()) < FEW_TREATED
    labels = np.array([-1 if start is None else start for start in panel.starts])
    tried = arrangements(labels, n_draws=n_draws, seed=seed)
    if panel.is_staggered:
        method, main = Method.STACKED, _stacked(panel, tried, is_few=is_few)
    else:
        places = np.arange(table.shape[1])
        is_after = places >= panel.first_start + panel.ramp_up
        is_used = is_after | (places < panel.first_start)
        method = Method.DIFFERENCE
        main = _two_way(table, is_after.astype(float), is_used, tried, is_treated, is_few=is_few, seed=seed)
    pre_trend = _pre_trend(panel, tried, is_few=is_few, seed=seed)
    counted = _counted(panel)
    return Compared(
        method,
        main,
        _effects_at(panel, tried, at, is_few=is_few),
        pre_trend,
        _is_parallel(pre_trend, counted[0]),
        is_few,
        n_areas=len(table),
        n_treated=int(is_treated.sum()),
        n_before=counted[0],
        n_after=counted[1],
        completeness=_completeness(panel),
    )


def beside_one(
    treated: Sequence[float | None],
    other: Sequence[float | None],
    start: int,
    *,
    ramp_up: int = 0,
    season: int = 0,
    pairs: int = 1,
    at: Sequence[int] = AT_PERIODS,
    method: Method | None = None,
) -> tuple[Interrupted, bool]:
    """One series beside another: the interrupted series of their difference, and whether they ran parallel before.

    treated, other: the same periods, oldest first, in one unit; a period that either misses is missing. start: place of
    the first period with the change; ramp_up, season, pairs, at and method as for one series. Parallel: the trend of
    the difference before the start has zero in its interval.
    Raises as ``series.interrupted``. Source: Lopez Bernal, Cummins and Gasparrini, Int J Epidemiol 2018;47:2082–2093.

    >>> found, is_parallel = beside_one([9, 8, 9, 9, 8, 5, 4, 5, 4, 4], [7, 7, 8, 7, 7, 7, 8, 7, 7, 8], 5)
    >>> round(found.level.value, 1), is_parallel
    (-3.3, True)
    """
    both = zip(treated, other, strict=True)
    gaps = [None if one is None or two is None else one - two for one, two in both]
    found = interrupted(Series(gaps, start, ramp_up, season, pairs), at=at, method=method)
    trend = found.trend_before
    return found, trend is not None and trend.lower95 <= 0 <= trend.upper95


def _two_way(
    table: Numbers,
    course: Numbers,
    is_used: NDArray[np.bool_],
    tried: Arrangements,
    is_treated: NDArray[np.bool_],
    *,
    is_few: bool,
    seed: int,
) -> Contrast:
    """Two-way fixed effects for a change that follows ``course`` over the periods in the treated areas."""
    projection = Projection.of(table, course, is_used)
    placed = tried.labels >= 0
    found, carried = projection.differences(placed, is_treated)
    se = projection.error_by_area(is_treated)
    p_wild = projection.p_wild(is_treated, n_draws=tried.most, seed=seed)
    return _contrast(found, carried, tried, se, len(table), is_few=is_few, p_wild=p_wild)


def _contrast(
    found: Numbers,
    carried: Numbers,
    tried: Arrangements,
    se: float,
    n_areas: int,
    *,
    is_few: bool,
    p_wild: float | None = None,
) -> Contrast:
    """A difference with its two kinds of p; found and carried: of every arrangement, the real one first."""
    value = float(found[0])
    p_placebo = share_as_large(found)
    p_area = None
    bounds = interval(found, carried)
    if se > 0:
        by_area = estimate(value, se, n_areas - 1)
        p_area = _two_sided(value / se, n_areas - 1)
        if not is_few:
            bounds = by_area.lower95, by_area.upper95
    p = p_placebo if is_few or p_area is None else p_area
    return Contrast(value, *bounds, p, p_placebo, len(tried.labels), se if se > 0 else None, p_area, p_wild)


def _two_sided(t: float, df: int) -> float:
    """How often chance gives a t at least so far from zero."""
    return float(2 * stats.t.sf(abs(t), df))


def _pre_trend(panel: Panel, tried: Arrangements, *, is_few: bool, seed: int) -> Contrast | None:
    """How much more the treated areas changed each period before the first start; None when that cannot be told."""
    places = np.arange(len(panel.values[0]))
    is_used = places < panel.first_start
    table = panel.table()
    if (np.isfinite(table[:, is_used]).sum(axis=1) < FEWEST_FOR_TREND).any():
        return None
    try:
        return _two_way(
            table, places.astype(float), is_used, tried, panel.is_treated, is_few=is_few, seed=seed
        )
    except Unmeasurable:
        # Every area stood still or moved alike to the last digit: nothing tells how much chance there is.
        return None


def _completeness(panel: Panel) -> float:
    """The share of the figures that should be there and are; settling in after a start asks for none."""
    is_there = np.isfinite(panel.table())
    is_asked = np.ones_like(is_there)
    for place, start in enumerate(panel.starts):
        if start is not None:
            is_asked[place, start : start + panel.ramp_up] = False
    return float(is_there[is_asked].mean())


def _is_parallel(pre_trend: Contrast | None, n_before: int) -> bool | None:
    """Whether the trend before holds zero in its interval; None without one, or when it could not have been seen.

    An interval on a few periods is so wide that it always holds zero: lack of figures is no evidence of likeness.
    """
    if pre_trend is None or pre_trend.lower95 is None or pre_trend.upper95 is None:
        return None
    if n_before < FEWEST_TO_CALL_PARALLEL:
        return None
    return pre_trend.lower95 <= 0 <= pre_trend.upper95


def _counted(panel: Panel) -> tuple[int, int]:
    """Periods before the first start that every area measured, and periods after it that every treated area did."""
    is_there = np.isfinite(panel.table())
    before = int(is_there[:, : panel.first_start].all(axis=0).sum())
    treated = [
        is_there[place, start + panel.ramp_up :].sum()
        for place, start in enumerate(panel.starts)
        if start is not None
    ]
    return before, int(min(treated))


def _effects_at(
    panel: Panel, tried: Arrangements, at: Sequence[int], *, is_few: bool
) -> tuple[ContrastAt, ...]:
    """The difference in single periods after the start, where every area was measured."""
    told = []
    for periods in at:
        try:
            told.append(ContrastAt(periods, _stacked(panel, tried, is_few=is_few, only=periods)))
        except Unmeasurable:
            continue
    return tuple(told)


def _stacked(panel: Panel, tried: Arrangements, *, is_few: bool, only: int | None = None) -> Contrast:
    """Each start against the areas that never changed, each treated area counting once.

    only: the period after the start to look at; without it all of them.
    """
    table = panel.table()
    is_whole = np.isfinite(table).all(axis=0)
    starts = sorted({start for start in panel.starts if start is not None})
    places = np.arange(table.shape[1])
    labels = np.array([-1 if start is None else start for start in panel.starts])
    treated = (labels[:, None] >= 0) & (places >= labels[:, None] + panel.ramp_up)
    found, carried = np.zeros(len(tried.labels)), np.zeros(len(tried.labels))
    influence = np.zeros(len(table))
    n_counted = 0
    is_never = tried.labels == -1
    for start in starts:
        first = start + panel.ramp_up
        is_after = places >= first if only is None else places == first + only - 1
        before, after = is_whole & (places < start), is_whole & is_after
        if not before.any() or not after.any():
            if only is None:
                raise Unmeasurable(Why.TOO_FEW_AFTER if before.any() else Why.TOO_FEW_BEFORE)
            continue
        is_start = tried.labels == start
        n_start = int(is_start[0].sum())
        n_counted += n_start
        for rows, sums in ((table, found), (treated.astype(float), carried)):
            change = rows[:, after].mean(axis=1) - rows[:, before].mean(axis=1)
            sums += is_start @ change - n_start * (is_never @ change) / is_never[0].sum()
        change = table[:, after].mean(axis=1) - table[:, before].mean(axis=1)
        for mask, weight in ((is_start[0], 1.0), (is_never[0], -n_start / is_never[0].sum())):
            influence[mask] += weight * (change[mask] - change[mask].mean())
    if not n_counted:
        raise Unmeasurable(Why.TOO_FEW_AFTER)
    if not np.ptp(found) > 1e-9 * np.abs(table[np.isfinite(table)]).max(initial=0.0):
        raise Unmeasurable(Why.NO_VARIATION)
    n_areas = len(table)
    se = float(np.sqrt((influence**2).sum() * n_areas / (n_areas - 1))) / n_counted
    return _contrast(found / n_counted, carried / n_counted, tried, se, n_areas, is_few=is_few)
