"""What is measured: values in order of time, what they are a part of, and the phases they belong to."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Chart(StrEnum):
    """The kinds of control chart, by what is measured."""

    XMR = "xmr"
    RUN = "run"
    P = "p"
    P_PRIME = "pp"
    U = "u"
    U_PRIME = "up"
    C = "c"
    G = "g"
    T = "t"


#: Charts of a part and its whole: values are counts, n says of how many.
OF_A_WHOLE = frozenset({Chart.P, Chart.P_PRIME})
WITH_N = frozenset({Chart.P, Chart.P_PRIME, Chart.U, Chart.U_PRIME})
OF_COUNTS = WITH_N | {Chart.C, Chart.G}


class Fault(StrEnum):
    """Why a series cannot be charted."""

    NOTHING_MEASURED = "nothing_measured"
    LENGTHS_DIFFER = "lengths_differ"
    NOT_A_NUMBER = "not_a_number"
    NEEDS_N = "needs_n"
    BELOW_ZERO = "below_zero"
    NOT_WHOLE = "not_whole"
    NOT_ABOVE_ZERO = "not_above_zero"
    MORE_THAN_N = "more_than_n"
    EVENTS_OF_NOBODY = "events_of_nobody"
    FIXED_TOO_FEW = "fixed_too_few"
    NO_SUCH_PERIOD = "no_such_period"
    LOCKED_OTHERWISE = "locked_otherwise"


class BadSeries(ValueError):
    """A series that cannot be charted: why, and at which place (from 0) where it is about one."""

    def __init__(self, fault: Fault, position: int | None = None) -> None:
        super().__init__(f"{fault.value} at {position}" if position is not None else fault.value)
        self.fault, self.position = fault, position


@dataclass(frozen=True)
class Series:
    """Measurements in order of time.

    values: one for each period, None where nothing was measured. For P and U charts the number of cases or events,
    not the share. n: for those charts of how many; 0 is nobody, so nothing to measure.
    phases: a name for each period; where it changes, new limits begin. periods: dates or names, to tell them by.
    """

    values: tuple[float | None, ...]
    n: tuple[float | None, ...] | None = None
    phases: tuple[Hashable, ...] | None = None
    periods: tuple[Hashable, ...] | None = None

    def __len__(self) -> int:
        return len(self.values)


def phases_from(periods: Sequence[Hashable], starts: Sequence[Hashable]) -> tuple[int, ...]:
    """Number the phase of each period, from the periods in which a new one starts.

    periods: each once, in order. starts: periods among those; the first period needs no naming.
    Returns 1 for the first phase. Raises BadSeries for a start that is no period of the series: a phase that begins
    between two periods would silently begin elsewhere.

    >>> phases_from(["jan", "feb", "mrt"], ["feb"])
    (1, 2, 2)
    """
    for start in starts:
        if start not in periods:
            raise BadSeries(Fault.NO_SUCH_PERIOD)
    phase, phases = 1, []
    for place, period in enumerate(periods):
        phase += period in starts and place > 0
        phases.append(phase)
    return tuple(phases)


def shown_values(series: Series, chart: Chart) -> list[float | None]:
    """Give what a chart shows for each period: the value, or its share of n; None where nothing was measured.

    Raises BadSeries for values that this chart cannot be made of: see `Fault`.

    Formula: value, or value / n for P and U charts. A period with n = 0 has no share: nothing was measured there.

    >>> shown_values(Series((3, None, 0), n=(12, 12, 0)), Chart.P)
    [0.25, None, None]
    """
    for other in (series.n, series.phases, series.periods):
        if other is not None and len(other) != len(series):
            raise BadSeries(Fault.LENGTHS_DIFFER)
    if chart in WITH_N and series.n is None:
        raise BadSeries(Fault.NEEDS_N)
    shown: list[float | None] = []
    for place, value in enumerate(series.values):
        n = series.n[place] if series.n is not None and chart in WITH_N else None
        if value is None or (chart in WITH_N and n is None):
            shown.append(None)
            continue
        fault = _why_not_measured(value, n, chart)
        if fault:
            raise BadSeries(fault, place)
        shown.append(value if n is None else value / n if n else None)
    if all(value is None for value in shown):
        raise BadSeries(Fault.NOTHING_MEASURED)
    return shown


def _why_not_measured(value: float, n: float | None, chart: Chart) -> Fault | None:
    """What is wrong with one measurement."""
    faults = (
        (Fault.NOT_A_NUMBER, not math.isfinite(value) or (n is not None and not math.isfinite(n))),
        (Fault.NOT_ABOVE_ZERO, chart == Chart.T and value <= 0),
        (Fault.BELOW_ZERO, (chart in OF_COUNTS and value < 0) or (n is not None and n < 0)),
        (Fault.NOT_WHOLE, chart in OF_COUNTS and value % 1 != 0),
        (Fault.EVENTS_OF_NOBODY, n == 0 and value > 0),
        (Fault.MORE_THAN_N, chart in OF_A_WHOLE and n is not None and value > n),
    )
    return next((fault for fault, applies in faults if applies), None)


def spans(series: Series) -> list[range]:
    """Give the places of each phase, in order; one phase when none are named.

    >>> spans(Series((1, 2, 3, 4), phases=("voor", "na", "na", "voor")))
    [range(0, 1), range(1, 3), range(3, 4)]
    """
    names = series.phases or (None,) * len(series)
    starts = [place for place in range(len(names)) if place == 0 or names[place] != names[place - 1]]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(names)], strict=True)]
