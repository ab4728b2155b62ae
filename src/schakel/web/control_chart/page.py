"""A control chart as a part of a page: verdicts, drawing, what to know about it, the same figures in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from schakel.methods.spc import ControlChart
from schakel.web.control_chart import words
from schakel.web.control_chart.places import period_words, value_scale
from schakel.web.formats import number


@dataclass(frozen=True)
class Verdict:
    """A state out of web/states.py, said more exactly."""

    state: str
    words: str


@dataclass(frozen=True)
class ControlChartOnPage:
    """What `components/control_chart.html` shows."""

    verdicts: tuple[Verdict, ...]
    broad: SafeString
    narrow: SafeString
    notes: tuple[str, ...]
    about_target: tuple[str, ...]
    columns: list[dict[str, Any]]
    rows: list[dict[str, Any]]


def on_page(chart: ControlChart, *, broad: str, narrow: str, rests_on: str = "") -> ControlChartOnPage:
    """Put a chart on a page.

    broad, narrow: drawings that `schakel.web.control_chart.drawing.draw` made earlier, in a worker, and nobody changed.
    rests_on: over which periods the baseline goes that the limits are of, in words.
    """
    return ControlChartOnPage(
        verdicts=(
            Verdict(f"variation_{chart.variation}", words.variation_words(chart.variation)),
            Verdict(
                words.assurance_state(chart.assurance, is_of_before=chart.limits_are_of_before),
                words.target_words(chart),
            ),
        ),
        broad=SafeString(broad),
        narrow=SafeString(narrow),
        notes=tuple(_notes(chart, rests_on)),
        about_target=tuple(words.target_sentences(chart, rests_on)),
        columns=_columns(),
        rows=_rows(chart),
    )


def _columns() -> list[dict[str, Any]]:
    """The headings of the table; the three in the middle are figures."""
    labels = (_("Periode"), _("Waarde"), _("Midden"), _("Grenzen"), _("Teken"))
    return [{"label": label, "num": 0 < place < 4} for place, label in enumerate(labels)]


def _notes(chart: ControlChart, rests_on: str) -> list[str]:
    """What the shapes mean, and what has to be known before believing the limits."""
    seen = {point.variation for point in chart.points}
    shapes = " ".join(str(said) for variation, said in words.SHAPES.items() if variation in seen)
    warned = words.warnings(
        chart.method.chart,
        is_trial=chart.is_trial,
        autocorrelation=chart.autocorrelation,
        dispersion=chart.dispersion,
    )
    alarms = words.false_alarm_words(chart.expected_false_alarms.anywhere, is_fixed=chart.is_fixed)
    target = " ".join(words.target_sentences(chart, rests_on))
    return [one for one in (target, shapes, *warned, alarms) if one]


def _rows(chart: ControlChart) -> list[dict[str, Any]]:
    """A row for each period, in the shape of `components/table.html`."""
    values = [
        value
        for point in chart.points
        for value in (point.value, point.upper, point.lower)
        if value is not None
    ]
    decimals = max(1, value_scale(values, 1).decimals)
    is_whole = all(point.value is None or point.value == int(point.value) for point in chart.points)
    rows = []
    for point in chart.points:
        value = _("niet gemeten") if point.value is None else number(point.value, 0 if is_whole else decimals)
        centre = "–" if point.centre is None else number(point.centre, decimals)
        limits = "–"
        if point.lower is not None and point.upper is not None:
            limits = _("%(low)s tot %(high)s") % {
                "low": number(point.lower, decimals),
                "high": number(point.upper, decimals),
            }
        said = words.rule_words(point.rules)
        shown = {"state": f"variation_{point.variation}", "word": said} if said else {"text": ""}
        cells = [
            {"text": period_words(point.period)},
            {"text": value},
            {"text": centre},
            {"text": limits},
            shown,
        ]
        named = zip(_columns(), cells, strict=True)
        rows.append({"cells": [{**column, **cell} for column, cell in named]})
    return rows
