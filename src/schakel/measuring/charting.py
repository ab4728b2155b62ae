"""From the figures of a series to what they show: the control chart, the margin of the last figure, the drawings.

Needs the engine only; the margin and the drawings need large libraries, that are loaded when they are asked for, by the
worker or a command and never by a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from schakel.measuring.models import Baseline, IndicatorVersion, Value
from schakel.measuring.rules import IndicatorType, IntervalMethod, kept_value
from schakel.measuring.rules.periods import between
from schakel.methods.spc import (
    Basis,
    Chart,
    ControlChart,
    Direction,
    Method,
    Series,
    control_chart,
    phases_from,
)

#: Charts that count out of so many.
_WITH_N = frozenset({Chart.P, Chart.P_PRIME, Chart.U, Chart.U_PRIME})
#: Types of which a value may lie below zero.
_BELOW_ZERO = frozenset({IndicatorType.MEAN, IndicatorType.SCORE, IndicatorType.COST})


def chart_of(
    version: IndicatorVersion,
    values: Sequence[Value],
    *,
    starts: Sequence[date] = (),
    locked: Basis | None = None,
) -> ControlChart:
    """Chart the figures that count, oldest first; a period without a figure keeps its place.

    starts: periods in which a new phase begins. locked: what the limits of the first phase rest on.
    Raises BadSeries where no chart can be made of them.
    """
    there = {one.period_on: one for one in values if not one.is_withdrawn}
    periods = between(version.period, min(there), max(there)) if there else []
    figures = [there.get(on) for on in periods]
    chart = Chart(version.chart)
    if chart in _WITH_N:
        measured = tuple(None if one is None else float(one.numerator or 0) for one in figures)
        n = tuple(None if one is None else float(one.denominator or 0) for one in figures)
    else:
        measured = tuple(None if one is None or one.value is None else float(one.value) for one in figures)
        n = None
    known = [on for on in starts if on in periods]
    series = Series(measured, n, phases_from(periods, known), tuple(periods))
    if locked is not None and locked.chart != chart:
        locked = None
    return control_chart(series, method_of(version), locked=locked)


def method_of(version: IndicatorVersion) -> Method:
    """How the definition of an indicator says that it is charted."""
    chart, type = Chart(version.chart), IndicatorType(version.type)
    return Method(
        chart=chart,
        rules=version.rule_set,
        direction=Direction(version.direction),
        target=None if version.target is None else float(version.target),
        lowest=None if type in _BELOW_ZERO else 0.0,
        highest=float(version.multiplier) if type == IndicatorType.PROPORTION else None,
        multiplier=float(version.multiplier) if chart in _WITH_N else 1.0,
    )


def basis_kept(chart: ControlChart) -> dict[str, Any]:
    """What the limits of the first phase rest on, as a baseline keeps it; empty when there are none."""
    basis = chart.phases[0].basis
    return {} if basis is None else {**asdict(basis), "chart": str(basis.chart)}


def basis_read(kept: dict[str, Any]) -> Basis | None:
    """What ``basis_kept`` wrote, read back."""
    return Basis(**{**kept, "chart": Chart(kept["chart"])}) if kept else None


def points_kept(chart: ControlChart) -> list[dict[str, Any]]:
    """The points of a chart in plain values, oldest first."""
    return [
        {
            "period_on": point.period.isoformat(),  # type: ignore[attr-defined]  # periods here are days
            "phase": point.phase,
            "value": point.value,
            "centre": point.centre,
            "lower": point.lower,
            "upper": point.upper,
            "rules": [str(rule) for rule in point.rules],
            "variation": str(point.variation),
        }
        for point in chart.points
    ]


def last_limits(chart: ControlChart) -> tuple[float | None, float | None]:
    """The limits at the last measured point, as they are shown."""
    last = next(point for point in reversed(chart.points) if point.value is not None)
    return last.lower, last.upper


def rests_on(chart: ControlChart, baseline: Baseline | None) -> tuple[date, date]:
    """The first and the last period on which the limits at the last point rest."""
    if chart.limits_are_of_before and baseline is not None:
        return baseline.from_on, baseline.last_on
    measured = [point for point in chart.points if point.value is not None]
    mine = [point.period for point in measured if point.phase == measured[-1].phase]
    return mine[0], mine[-1]  # type: ignore[return-value]  # periods here are days


def last_kept(values: Sequence[Value]) -> dict[str, Any]:
    """The last figure that has a value, as it is kept."""
    there = [one for one in values if one.value is not None]
    return kept_value(there[-1].period_on, there[-1].measured) if there else {}


def margin(version: IndicatorVersion, value: Value) -> tuple[float, float] | None:
    """The 95 % margin of one figure by the method of its definition; None where that cannot be told."""
    from schakel.methods import rates

    if value.numerator is not None and value.denominator and value.numerator == int(value.numerator):
        x, n, times = int(value.numerator), int(value.denominator), float(version.multiplier)
        if version.interval == IntervalMethod.WILSON:
            told = rates.proportion(x, n, multiplier=times)
            return told.lower95, told.upper95
        if version.interval == IntervalMethod.BYAR:
            told = rates.rate(x, float(value.denominator), multiplier=times)
            return told.lower95, told.upper95
    if version.interval == IntervalMethod.T and value.value is not None and value.sd is not None and value.n:
        told = rates.mean_of_summary(float(value.value), float(value.sd), value.n)
        is_above_zero = IndicatorType(version.type) not in _BELOW_ZERO
        return max(0.0, told.lower95) if is_above_zero else told.lower95, told.upper95
    if (
        version.type == IndicatorType.COUNT
        and version.interval == IntervalMethod.BYAR
        and value.value is not None
    ):
        told = rates.rate(int(value.value), 1.0, multiplier=1.0)
        return told.lower95, told.upper95
    return None


def drawings(chart: ControlChart, title: str, *, before: float | None = None) -> tuple[str, str]:
    """The chart as two drawings: for a desk and for a phone. before: the centre of an earlier baseline."""
    from schakel.web.control_chart.drawing import BROAD, NARROW, draw

    broad, narrow = (draw(chart, frame, title=title, before=before) for frame in (BROAD, NARROW))
    return broad, narrow
