"""A control chart from a series: centre and limits, signals of each point, and what it says in words and figures."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from schakel.methods.spc.alarms import FalseAlarms, autocorrelation, false_alarms
from schakel.methods.spc.limits import (
    Basis,
    Limits,
    as_reckoned,
    basis_of,
    dispersion,
    limits_at,
    possible_range,
)
from schakel.methods.spc.rulesets import RULE_SETS, Rule, RuleSet
from schakel.methods.spc.series import WITH_N, BadSeries, Chart, Fault, Series, shown_values, spans
from schakel.methods.spc.signals import RunsTest, Signals, runs_test, signals_of
from schakel.methods.spc.verdicts import Assurance, Direction, Variation, assurance_of, variation_of

#: Goes up with every change that can change a result; stored with it.
VERSION = 2
#: Limits from fewer points are trial limits.
ENOUGH_POINTS = 12
#: From here on neighbours resemble each other so much that limits are too narrow.
HIGH_AUTOCORRELATION = 0.3
HIGH_DISPERSION = 1.5


class Missing(StrEnum):
    """What a period without a measurement does to a shift, a trend or two of three: nothing, or it ends them."""

    BRIDGE = "bridge"
    BREAK = "break"


@dataclass(frozen=True)
class Method:
    """How a series is charted; what the definition of an indicator says.

    rules: name of a rule set in `RULE_SETS`. target: in the unit shown. screen: leave outlying moving ranges out.
    fixed: limits of each phase rest on its first so many points, and are extended over the rest.
    lowest, highest: where a value cannot lie beyond, in the unit shown; limits are shown within, and kept raw.
    multiplier: P and U charts show their share times this (100 for a percentage, 1,000 for a rate per thousand).
    """

    chart: Chart = Chart.XMR
    rules: str = "nhs7"
    direction: Direction = Direction.NONE
    target: float | None = None
    screen: bool = True
    fixed: int | None = None
    missing: Missing = Missing.BRIDGE
    lowest: float | None = None
    highest: float | None = None
    multiplier: float = 1.0


@dataclass(frozen=True)
class Point:
    """One period: its value (None when nothing was measured), limits, and every signal it gives.

    lower, upper: as shown, within the possible range; raw_lower, raw_upper: as reckoned.
    """

    period: Hashable
    phase: Hashable
    value: float | None
    centre: float | None
    lower: float | None
    upper: float | None
    raw_lower: float | None
    raw_upper: float | None
    rules: tuple[Rule, ...]
    variation: Variation
    is_basis: bool


@dataclass(frozen=True)
class Phase:
    """One stretch with its own limits. basis: None when nothing was measured; is_trial: on fewer than 12 points."""

    name: Hashable
    places: range
    basis: Basis | None
    n_measured: int
    is_trial: bool
    runs: RunsTest | None


@dataclass(frozen=True)
class ControlChart:
    """A chart as figures. variation is that of the last measured point, assurance that of its limits.

    autocorrelation and dispersion: of the points that the limits rest on, so that a change after a fixed baseline does
    not count as resemblance. is_fixed: limits rest on the first points only, or on a baseline that was kept: then there
    are more false alarms than expected_false_alarms says.
    """

    method: Method
    points: tuple[Point, ...]
    phases: tuple[Phase, ...]
    variation: Variation
    assurance: Assurance
    autocorrelation: float | None
    dispersion: float | None
    expected_false_alarms: FalseAlarms
    is_fixed: bool
    is_trial: bool
    version: str

    @property
    def limits_are_of_before(self) -> bool:
        """Whether the limits of the last point rest on earlier points only, and so say nothing of how it goes now."""
        last = next(point for point in reversed(self.points) if point.value is not None)
        return self.is_fixed and not last.is_basis

    @property
    def is_autocorrelated(self) -> bool:
        """Whether neighbours resemble each other so much that signals come too easily."""
        return self.autocorrelation is not None and self.autocorrelation > HIGH_AUTOCORRELATION

    @property
    def is_overdispersed(self) -> bool:
        """Whether values spread so much more than chance explains that P or U limits are too narrow."""
        return self.dispersion is not None and self.dispersion > HIGH_DISPERSION


PLAIN = Method()


def control_chart(series: Series, method: Method = PLAIN, *, locked: Basis | None = None) -> ControlChart:
    """Chart a series.

    series: measurements in order of time, with phases. method: how; see `Method`. locked: the basis that was kept
    with a baseline, for the first phase: its limits then do not move when later values come in or old ones change.
    Returns points in the same order, in the unit of the values (P and U: a share times the multiplier).
    A period without measurement stays in its place without value or signal; moving ranges beside it do not count,
    runs go on over it (see `Missing`). A phase of one measurement has a centre and no limits.
    Raises BadSeries, with the place, for what cannot be charted.

    Formulas: see `limits_at`, `signals_of`, `variation_of`, `assurance_of`.

    >>> chart = control_chart(Series((20, 22, 20, 22, 30)), Method(direction=Direction.LOWER))
    >>> chart.points[-1].upper, chart.points[-1].rules, str(chart.variation), chart.is_trial
    (32.11, (), 'common', True)
    """
    rules = RULE_SETS[method.rules]
    shown = shown_values(series, method.chart)
    if method.fixed is not None and method.fixed < rules.least_fixed:
        raise BadSeries(Fault.FIXED_TOO_FEW)
    if locked is not None and locked.chart != method.chart:
        raise BadSeries(Fault.LOCKED_OTHERWISE)
    stretches = spans(series)
    parts = [
        _stretch(series, shown, places, method, rules, locked if places.start == 0 else None)
        for places in stretches
    ]
    points = tuple(point for part in parts for point in part.points)
    phases = tuple(part.phase for part in parts)
    last = next(point for point in reversed(points) if point.value is not None)
    resemblance = autocorrelation([part.rests_on[1] for part in parts if part.rests_on])
    lengths = [phase.n_measured for phase in phases if phase.n_measured]
    return ControlChart(
        method=method,
        points=points,
        phases=phases,
        variation=last.variation,
        assurance=assurance_of(last.lower, last.upper, method.target, method.direction),
        autocorrelation=resemblance,
        dispersion=dispersion(method.chart, [part.rests_on for part in parts if part.rests_on]),
        expected_false_alarms=false_alarms(lengths, resemblance, method.chart, rules),
        is_fixed=method.fixed is not None or locked is not None,
        is_trial=[phase.is_trial for phase in phases if phase.n_measured][-1],
        version=f"spc-{VERSION}/{rules.name}-{rules.version}",
    )


@dataclass(frozen=True)
class _Stretch:
    """A phase with its points, and what its dispersion is reckoned from."""

    phase: Phase
    points: list[Point]
    rests_on: tuple[Basis, Sequence[float | None], Sequence[float | None] | None] | None


def _stretch(
    series: Series,
    shown: Sequence[float | None],
    places: range,
    method: Method,
    rules: RuleSet,
    locked: Basis | None,
) -> _Stretch:
    """Chart one phase."""
    measured = [place for place in places if shown[place] is not None]
    values = [as_reckoned(method.chart, value) for place in measured if (value := shown[place]) is not None]
    base = measured[: method.fixed]
    on = range(places.start, base[-1] + 1) if base else range(places.start, places.start)
    n = None if series.n is None or method.chart not in WITH_N else series.n[on.start : on.stop]
    own = basis_of(
        method.chart, shown[on.start : on.stop], series.values[on.start : on.stop], n, screen=method.screen
    )
    basis = locked or own
    limits: dict[int, Limits | None] = {}
    signals: dict[int, Signals] = {}
    if basis is not None:
        limits = {
            place: limits_at(basis, series.n[place] if series.n is not None else None, rules)
            for place in places
        }
        breaks = frozenset(
            at
            for at in range(1, len(measured))
            if method.missing == Missing.BREAK and measured[at] - measured[at - 1] > 1
        )
        found = signals_of(values, basis.centre, [limits[place] for place in measured], rules, breaks)
        signals = dict(zip(measured, found, strict=True))
    name = series.phases[places.start] if series.phases is not None else 1
    phase = Phase(
        name,
        places,
        basis,
        len(measured),
        is_trial=basis is None or basis.n_points < ENOUGH_POINTS,
        runs=None if basis is None else runs_test(values, basis.centre),
    )
    points = [
        Point(
            series.periods[place] if series.periods is not None else place + 1,
            name,
            _times(shown[place], method),
            None if basis is None else _times(basis.centre, method),
            *_edges(limits.get(place), method),
            tuple(rule for rule in Rule if rule in signals.get(place, {})),
            variation_of(signals.get(place, {}), method.direction),
            place in base and locked is None,
        )
        for place in places
    ]
    rests_on = (own, shown[on.start : on.stop], n) if own is not None else None
    return _Stretch(phase, points, rests_on)


def _times(value: float | None, method: Method) -> float | None:
    """A value in the unit that is shown."""
    is_scaled = value is not None and method.chart in WITH_N and method.multiplier != 1
    return value * method.multiplier if is_scaled and value is not None else value


def _edges(
    limits: Limits | None, method: Method
) -> tuple[float | None, float | None, float | None, float | None]:
    """Lower and upper limit as shown, and as reckoned."""
    if limits is None:
        return None, None, None, None
    lower, upper = _times(limits.lower, method), _times(limits.upper, method)
    lowest, highest = possible_range(method.chart)
    low = [edge for edge in (lower, _times(lowest, method), method.lowest) if edge is not None]
    high = [edge for edge in (upper, _times(highest, method), method.highest) if edge is not None]
    return max(low), min(high), lower, upper
