"""Which chart suits a series, and where a new phase might be considered. Advice only: nothing here changes a chart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import TYPE_CHECKING

from schakel.methods.spc.limits import basis_of, dispersion
from schakel.methods.spc.series import Chart, Series, shown_values
from schakel.methods.spc.signals import sides

if TYPE_CHECKING:
    from schakel.methods.spc.chart import ControlChart

#: Fewer points give trial limits; a run chart says more.
FEW_POINTS = 12
#: Above this the values spread more than chance alone explains.
WIDE_SPREAD = 1.5
LARGE_N = 2_000
SMALL_N = 5
RARE = 1.0


class Kind(StrEnum):
    """What an indicator measures, as far as its chart is concerned."""

    PROPORTION = "proportion"
    RATE = "rate"
    COUNT = "count"
    BETWEEN_CASES = "between_cases"
    BETWEEN_TIMES = "between_times"
    MEASURE = "measure"


class Reason(StrEnum):
    """Why a chart is advised; the words are `schakel.web.control_chart.words`."""

    TOO_SMALL = "too_small"
    FEW_POINTS = "few_points"
    PART_OF_WHOLE = "part_of_whole"
    WIDE_SPREAD = "wide_spread"
    LARGE_N = "large_n"
    EVENTS_PER_EXPOSURE = "events_per_exposure"
    RARE = "rare"
    COUNTS = "counts"
    CASES_BETWEEN = "cases_between"
    TIME_BETWEEN = "time_between"
    MEASUREMENTS = "measurements"


@dataclass(frozen=True)
class Advice:
    """The chart that suits, why, and with which figure; no chart when periods have to be added together first."""

    chart: Chart | None
    reason: Reason
    figure: float | None = None


def chart_choice(series: Series, kind: Kind) -> Advice:
    """Advise a chart for a series.

    series: as for that kind: counts with n for proportions and rates. kind: what the indicator measures.
    Returns the advice with its reason and the figure it rests on. Raises BadSeries for a series that cannot be charted.

    Rules: n below 5 in most periods: add periods; fewer than 12 points: run chart; proportions P, from a dispersion
    above 1.5 or a median n above 2,000 P′, rates likewise U and U′; counts C, below 1 a period on average T (days
    between); cases between G; time between T; all else XmR (Provost and Murray 2011; Laney 2002).

    >>> chart_choice(Series((4, 2, 3)), Kind.COUNT).reason
    <Reason.FEW_POINTS: 'few_points'>
    """
    of_kind = {
        Kind.PROPORTION: (Chart.P, Chart.P_PRIME, Reason.PART_OF_WHOLE),
        Kind.RATE: (Chart.U, Chart.U_PRIME, Reason.EVENTS_PER_EXPOSURE),
        Kind.COUNT: (Chart.C, Chart.C, Reason.COUNTS),
        Kind.BETWEEN_CASES: (Chart.G, Chart.G, Reason.CASES_BETWEEN),
        Kind.BETWEEN_TIMES: (Chart.T, Chart.T, Reason.TIME_BETWEEN),
        Kind.MEASURE: (Chart.XMR, Chart.XMR, Reason.MEASUREMENTS),
    }
    chart, prime, reason = of_kind[kind]
    shown = shown_values(series, chart)
    places = [place for place, value in enumerate(shown) if value is not None]
    sizes = sorted(series.n[place] or 0 for place in places) if series.n is not None else []
    middle = sizes[len(sizes) // 2] if sizes else None
    if kind == Kind.PROPORTION and middle is not None and middle < SMALL_N:
        return Advice(None, Reason.TOO_SMALL, middle)
    mean = fmean(series.values[place] or 0 for place in places)
    if kind == Kind.COUNT and mean < RARE:
        return Advice(Chart.T, Reason.RARE, mean)
    if len(places) < FEW_POINTS:
        return Advice(Chart.RUN, Reason.FEW_POINTS, len(places))
    if prime != chart and middle is not None:
        basis = basis_of(chart, shown, series.values, series.n, screen=True)
        spread = dispersion(chart, [(basis, shown, series.n)]) if basis else None
        if spread is not None and spread > WIDE_SPREAD:
            return Advice(prime, Reason.WIDE_SPREAD, spread)
        if kind == Kind.PROPORTION and middle > LARGE_N:
            return Advice(prime, Reason.LARGE_N, middle)
    return Advice(chart, reason)


@dataclass(frozen=True)
class SuggestedPhase:
    """Where a new phase might begin: from this place on all points lie on one side of the centre.

    before, after: mean of the points of the phase before that place and from it on; side: 1 is up.
    is_trial: fewer than 12 points since then, so its limits would be trial limits.
    """

    place: int
    side: int
    n_before: int
    n_after: int
    before: float
    after: float
    is_trial: bool


#: So many points in a row on one side before a new phase is worth a question.
LASTING = 8


def suggested_phase(chart: ControlChart) -> SuggestedPhase | None:
    """Say where a change of phase might be considered: the last run of 8 or more on one side of the centre.

    chart: its last phase is looked at, when that has at least 12 measured points before the run. It is a question, not
    a change: first ask what happened then; a phase gets its date, cause and person from people (Making Data Count).
    Returns None when there is nothing to ask.

    >>> from schakel.methods.spc import Series, control_chart
    >>> level = [50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51]
    >>> suggestion = suggested_phase(control_chart(Series((*level, *[60, 61, 59, 60, 62, 60, 61, 59]))))
    >>> suggestion.place, suggestion.side, suggestion.after
    (12, 1, 60.25)
    """
    measured = [
        (place, point.value, point.centre)
        for place, point in enumerate(chart.points)
        if place in chart.phases[-1].places and point.value is not None and point.centre is not None
    ]
    side = [sides([value], centre)[0] for _place, value, centre in measured]
    length = 0
    while length < len(side) and side[-1 - length] == side[-1] != 0:
        length += 1
    values = [value for _place, value, _centre in measured]
    before, after = values[: len(values) - length], values[len(values) - length :]
    if length < LASTING or len(before) < FEW_POINTS:
        return None
    return SuggestedPhase(
        measured[len(before)][0],
        side[-1],
        len(before),
        length,
        fmean(before),
        fmean(after),
        length < FEW_POINTS,
    )
