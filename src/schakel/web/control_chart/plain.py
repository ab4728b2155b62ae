"""A control chart drawn at once by the server, for charts of which there are too many to draw beforehand.

The same shapes and colours as the large drawing, with less on it: values, centre, limits, target. No large library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from schakel.methods.spc import ControlChart, Point
from schakel.web.control_chart.places import Scale, period_marks, place_periods, value_scale
from schakel.web.formats import number


@dataclass(frozen=True)
class Size:
    """How large a drawing is, in its own units, and the room beside and under it."""

    width: int
    height: int
    left: int = 46
    under: int = 40
    over: int = 12


BROAD, NARROW = Size(760, 270), Size(340, 240)
#: Class of a point by what it says.
_LOOKS = {"improvement": "good", "concern": "care", "neutral": "ink", "common": "plain"}


def draw(chart: ControlChart, size: Size, *, title: str) -> SafeString:
    """Draw a chart that has at least one value; periods without one leave a gap."""
    points = list(chart.points)
    numbers = [n for p in points for n in (p.value, p.lower, p.upper, p.centre) if n is not None]
    if chart.method.target is not None:
        numbers.append(chart.method.target)
    room = size.height - size.under - size.over
    scale = value_scale(numbers, room)
    places = place_periods([point.period for point in points])
    step = (size.width - size.left - 10) / (places[-1] - places[0] + 1)
    xs = [size.left + step * (place - places[0] + 0.5) for place in places]

    def at(value: float) -> str:
        return f"{size.over + scale.at(value):.1f}"

    target = (
        format_html('<path class="cc-target" d="M{} {}H{}"/>', size.left, at(chart.method.target), size.width)
        if chart.method.target is not None
        else SafeString("")
    )
    return format_html(
        '<svg class="plain-chart" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>{}{}{}{}{}{}</svg>',
        size.width,
        size.height,
        title,
        title,
        _axis(scale, size, at),
        _limits(points, xs, at),
        target,
        _line(points, xs, at),
        _dots(points, xs, at),
        _periods(points, places, step, size),
    )


def _limits(points: list[Point], xs: list[float], at: Callable[[float], str]) -> SafeString:
    """The centre and both limits, as far as they are known."""
    parts = []
    for name, css in (("centre", "cc-centre"), ("lower", "cc-limit"), ("upper", "cc-limit")):
        known = [(x, getattr(point, name)) for x, point in zip(xs, points, strict=True)]
        for is_known, run in groupby(known, key=lambda pair: pair[1] is not None):
            if is_known:
                path = " ".join(f"{x:.1f},{at(value)}" for x, value in run)
                parts.append((css, path))
    return format_html_join("", '<polyline class="{}" points="{}"/>', parts)


def _line(points: list[Point], xs: list[float], at: Callable[[float], str]) -> SafeString:
    """The values that follow each other, joined; a gap stays a gap."""
    runs: list[list[str]] = [[]]
    for x, point in zip(xs, points, strict=True):
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(f"{x:.1f},{at(point.value)}")
    return format_html_join(
        "", '<polyline class="cc-line" points="{}"/>', ((" ".join(run),) for run in runs if run)
    )


def _dots(points: list[Point], xs: list[float], at: Callable[[float], str]) -> SafeString:
    dots = [
        (_LOOKS[str(point.variation)], f"{x:.1f}", at(point.value))
        for x, point in zip(xs, points, strict=True)
        if point.value is not None
    ]
    return format_html_join("", '<circle class="cc-dot {}" cx="{}" cy="{}" r="4"/>', dots)


def _axis(scale: Scale, size: Size, at: Callable[[float], str]) -> SafeString:
    """Round values from low to high, with a thin line each."""
    return format_html_join(
        "",
        '<path class="cc-grid" d="M{} {}H{}"/><text class="cc-axis end" x="{}" y="{}">{}</text>',
        (
            (size.left, at(mark), size.width, size.left - 6, f"{float(at(mark)) + 4:.1f}", words)
            for mark in scale.marks
            for words in [number(mark, scale.decimals)]
        ),
    )


def _periods(points: list[Point], places: list[float], step: float, size: Size) -> SafeString:
    """The names of periods under the drawing, the year under the first of it."""
    marks = period_marks([point.period for point in points], places, size.width - size.left - 10)
    return format_html_join(
        "",
        '<text class="cc-axis" x="{}" y="{}">{}</text><text class="cc-axis" x="{}" y="{}">{}</text>',
        (
            (x, size.height - 22, mark.name, x, size.height - 6, mark.year)
            for mark in marks
            for x in [f"{size.left + step * (mark.place - places[0] + 0.5):.1f}"]
        ),
    )
