"""The drawing of a control chart: a Vega-Lite specification as a plain dictionary, and its SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from schakel.methods.spc import Chart, ControlChart, Variation
from schakel.web.control_chart import words
from schakel.web.control_chart.places import Scale, period_marks, place_periods, value_scale
from schakel.web.formats import number
from schakel.web.vega import FONT, bare_axis, colours, rendered


@dataclass(frozen=True)
class Frame:
    """How large a drawing is; what is short is said in fewer letters, for a phone."""

    width: int
    height: int
    is_short: bool = False
    top: int = 28
    bottom: int = 42


#: For a sheet on a desk, and for a phone: texts are as large in both.
BROAD = Frame(720, 300)
NARROW = Frame(312, 270, is_short=True)
#: Room for the verdicts, where a drawing stands alone.
HEADING = 30
TEXT = 13
#: About how wide a letter is at that size, plain and heavy.
LETTER, HEAVY = 6.9, 7.4
#: What a point looks like: shape, colour and area; areas differ so that shapes look alike in size.
LOOKS = {
    Variation.COMMON: ("circle", "plain", 50),
    Variation.IMPROVEMENT: ("triangle-up", "good", 105),
    Variation.CONCERN: ("diamond", "care", 100),
    Variation.NEUTRAL: ("square", "ink", 62),
}


def draw(
    chart: ControlChart, frame: Frame, *, title: str = "", is_alone: bool = False, before: float | None = None
) -> str:
    """Draw a chart as SVG.

    is_alone: on its own ground, with the verdicts in it, instead of on a page that says them beside it.
    before: the centre of an earlier baseline that this one stands beside; it gets a line of its own.
    """
    made = specification(chart, frame, is_alone=is_alone, before=before)
    told = words.description(chart)
    if before is not None:
        told += " " + _("De eerdere nulmeting was %(centre)s.") % {"centre": number(before, 1)}
    return rendered(made, title=title or _("Regelkaart"), description=told)


def specification(
    chart: ControlChart, frame: Frame, *, is_alone: bool = False, before: float | None = None
) -> dict[str, Any]:
    """Describe the drawing for Vega-Lite. Positions are reckoned here, so that words stand beside their lines."""
    heading = HEADING if is_alone else 0
    field = _Field(chart, frame, before)
    layers = [
        *_grounds(field),
        *_marks(field),
        *_lines(field),
        *_points(field),
        *_words_on_lines(field),
        *_phase_names(field),
        *_period_names(field),
        *(_verdicts(field) if is_alone else []),
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": colours()["sheet"] if is_alone else None,
        "autosize": {"type": "none"},
        "padding": {
            "left": field.left,
            "right": field.right,
            "top": frame.top + heading,
            "bottom": frame.bottom,
        },
        "width": field.width,
        "height": field.height,
        "layer": layers,
        "config": {
            "aria": False,
            "font": FONT,
            "view": {"stroke": None},
            "line": {"strokeJoin": "round"},
            "text": {"fontSize": TEXT},
        },
    }


class _Field:
    """A chart with its scales, and the encodings that every layer shares."""

    def __init__(self, chart: ControlChart, frame: Frame, before: float | None = None) -> None:
        self.chart, self.frame, self.before = chart, frame, before
        self.periods = [point.period for point in chart.points]
        self.places = place_periods(self.periods)
        self.height = frame.height - frame.top - frame.bottom
        edges = [
            value
            for point in chart.points
            for value in (point.value, point.centre, point.lower, point.upper)
            if value is not None
        ]
        edges += [value for value in (chart.method.target, before) if value is not None]
        self.scale: Scale = value_scale(edges, self.height)
        self.ends = _line_ends(self)
        self.marks = [number(mark, self.scale.decimals) for mark in self.scale.marks]
        self.left = round(LETTER * max(len(mark) for mark in self.marks)) + 14
        self.right = round(HEAVY * max(len(end.words) for end in self.ends)) + 10
        self.width = frame.width - self.left - self.right

    @property
    def first(self) -> float:
        """Where the field begins: half a period before the first."""
        return self.places[0] - 0.5

    @property
    def last(self) -> float:
        """Where it ends."""
        return self.places[-1] + 0.5

    def x_of(self, at: float) -> float:
        """Which place lies so many units from the left of the field."""
        return self.first + at / self.width * (self.last - self.first)

    def x(self) -> dict[str, Any]:
        """Places from left to right."""
        scale = {"domain": [self.first, self.last], "nice": False, "zero": False}
        return {"field": "x", "type": "quantitative", "scale": scale, "axis": None}

    def y(self) -> dict[str, Any]:
        """Values from bottom to top."""
        scale = {"domain": [self.scale.low, self.scale.high], "nice": False, "zero": False}
        axis = bare_axis(self.scale.marks, f",.{self.scale.decimals}f", size=TEXT)
        return {"field": "y", "type": "quantitative", "scale": scale, "axis": axis}

    def write(self, value: float) -> str:
        """A value in words, one figure finer than the marks, unless it is large."""
        decimals = self.scale.decimals + (abs(value) < 1_000)
        return number(value, decimals).rstrip("0").rstrip(",") if decimals else number(value, 0)


@dataclass(frozen=True)
class _End:
    """What is said where a line ends."""

    at: float
    words: str
    colour: str


def _layer(
    field: _Field, mark: dict[str, Any], rows: Iterable[dict[str, Any]], **encoding: Any
) -> dict[str, Any]:
    """One kind of mark with its own rows."""
    return {
        "mark": mark,
        "data": {"values": list(rows)},
        "encoding": {"x": field.x(), "y": field.y(), **encoding},
    }


def _text(
    field: _Field, rows: Iterable[tuple[float, float, str]], colour: str, align: str, *, strong: bool = False
) -> list[dict[str, Any]]:
    """Words at places and heights."""
    told = [{"x": x, "y": field.scale.value(at), "words": said} for x, at, said in rows]
    mark = {"type": "text", "align": align, "baseline": "middle", "fontWeight": 600 if strong else 400}
    shown = {"text": {"field": "words", "type": "nominal"}}
    return [_layer(field, {**mark, "color": colours()[colour]}, told, **shown)] if told else []


def _grounds(field: _Field) -> list[dict[str, Any]]:
    """The baseline on a ground of its own, where limits rest on a part only."""
    rows = []
    for phase in field.chart.phases:
        basis = [place for place in phase.places if field.chart.points[place].is_basis]
        if basis and len(basis) < phase.n_measured:
            rows.append({"x": field.places[basis[0]] - 0.5, "end": field.places[basis[-1]] + 0.5})
    mark = {"type": "rect", "color": colours()["well"]}
    bounds = {"x2": {"field": "end"}, "y": {"value": 0}, "y2": {"value": field.height}}
    return [_layer(field, mark, rows, **bounds)] if rows else []


def _marks(field: _Field) -> list[dict[str, Any]]:
    """A pale line at each round value."""
    mark = {"type": "rule", "color": colours()["rule"], "strokeWidth": 1}
    rows = [{"x": field.first, "end": field.last, "y": value} for value in field.scale.marks]
    return [_layer(field, mark, rows, x2={"field": "end"})]


def _lines(field: _Field) -> list[dict[str, Any]]:
    """Centre and limits as steps within each phase, the target, and the values from point to point."""
    layers = []
    styles: list[tuple[str, dict[str, Any]]] = [
        ("lower", {"color": colours()["plain"], "strokeWidth": 1.25, "strokeDash": [5, 4]}),
        ("upper", {"color": colours()["plain"], "strokeWidth": 1.25, "strokeDash": [5, 4]}),
        ("centre", {"color": colours()["ink"], "strokeWidth": 1.5}),
    ]
    for name, style in styles:
        rows = list(_steps(field, name))
        if rows:
            detail = {"detail": {"field": "phase", "type": "nominal"}}
            layers.append(_layer(field, {"type": "line", **style}, rows, **detail))
    target = field.chart.method.target
    if target is not None:
        style = {"color": colours()["care"], "strokeWidth": 1.5, "strokeDash": [1, 4], "strokeCap": "round"}
        rows = [{"x": field.first, "y": target}, {"x": field.last, "y": target}]
        layers.append(_layer(field, {"type": "line", **style}, rows))
    if field.before is not None:
        style = {"color": colours()["ink-soft"], "strokeWidth": 1.25, "strokeDash": [9, 3]}
        rows = [{"x": field.first, "y": field.before}, {"x": field.last, "y": field.before}]
        layers.append(_layer(field, {"type": "line", **style}, rows))
    style = {"color": colours()["edge"], "strokeWidth": 1.5}
    layers.append(_layer(field, {"type": "line", **style}, _values(field)))
    return layers


def _steps(field: _Field, name: str) -> Iterable[dict[str, Any]]:
    """A line that keeps its height for the whole of each period, and ends with its phase."""
    for at, phase in enumerate(field.chart.phases):
        known = [
            (place, value)
            for place in phase.places
            if (value := getattr(field.chart.points[place], name)) is not None
        ]
        for place, value in known:
            before = field.places[place - 1] if place > phase.places.start else field.places[place] - 1
            after = field.places[place + 1] if place + 1 < phase.places.stop else field.places[place] + 1
            yield {"x": (before + field.places[place]) / 2, "y": value, "phase": at}
            yield {"x": (after + field.places[place]) / 2, "y": value, "phase": at}


def _values(field: _Field) -> Iterable[dict[str, Any]]:
    """The measurements in order; what was not measured, or has no line in the file, leaves a gap."""
    usual = min((two - one for one, two in pairwise(field.places)), default=1)
    for at, point in enumerate(field.chart.points):
        is_monthly = usual == 1
        if at and is_monthly and field.places[at] - field.places[at - 1] > 1:
            yield {"x": field.places[at] - 0.5, "y": None}
        yield {"x": field.places[at], "y": point.value}


def _points(field: _Field) -> list[dict[str, Any]]:
    """Each measurement by what it shows: shape and colour; smaller where they would touch."""
    layers = []
    room = field.width / (field.last - field.first)
    for variation, (shape, colour, size) in LOOKS.items():
        rows = [
            {"x": field.places[at], "y": point.value}
            for at, point in enumerate(field.chart.points)
            if point.value is not None and point.variation == variation
        ]
        mark = {
            "type": "point",
            "filled": True,
            "opacity": 1,
            "shape": shape,
            "size": round(size * min(1.0, max(0.4, room / 10))),
            "color": colours()[colour],
            "stroke": colours()["sheet"],
            "strokeWidth": 1.5,
        }
        if rows:
            layers.append(_layer(field, mark, rows))
    return layers


def _line_ends(field: _Field) -> list[_End]:
    """What each line is, with its figure: target, upper limit, centre, lower limit; so far apart that they are read."""
    chart = field.chart
    last = next(point for point in reversed(chart.points) if point.value is not None)
    centre = _("mediaan") if chart.method.chart in {Chart.RUN, Chart.G} else _("gemiddelde")
    upper, lower, before = _("bovengrens"), _("ondergrens"), _("eerder")
    if field.frame.is_short:
        centre, upper, lower = (_("med.") if centre == _("mediaan") else _("gem.")), _("grens"), _("grens")
    told = [
        _End(field.scale.at(value), f"{name} {field.write(value)}", colour)
        for value, name, colour in (
            (chart.method.target, _("doel"), "care"),
            (last.upper, upper, "ink-soft"),
            (last.centre, centre, "ink"),
            (last.lower, lower, "ink-soft"),
            (field.before, before, "ink-soft"),
        )
        if value is not None
    ]
    heights = spread([end.at for end in told], 16)
    return [_End(at, end.words, end.colour) for at, end in zip(heights, told, strict=True)]


def _words_on_lines(field: _Field) -> list[dict[str, Any]]:
    """The words at the ends of the lines."""
    x = field.x_of(field.width + 8)
    layers = []
    for colour in ("care", "ink-soft", "ink"):
        rows = [(x, end.at, end.words) for end in field.ends if end.colour == colour]
        layers += _text(field, rows, colour, "left", strong=colour != "ink-soft")
    return layers


def spread(heights: list[float], least: float) -> list[float]:
    """Move heights apart until each two are so far from each other, as little as needed, in their own order.

    >>> spread([10, 12, 60], 16)
    [3.0, 19.0, 60.0]
    """
    groups: list[list[int]] = []
    middles: list[float] = []
    for at in sorted(range(len(heights)), key=lambda place: heights[place]):
        groups.append([at])
        middles.append(heights[at])
        while len(groups) > 1:
            room = (len(groups[-2]) + len(groups[-1])) * least / 2
            if middles[-1] - middles[-2] >= room:
                break
            together = groups[-2] + groups[-1]
            groups[-2:], middles[-2:] = (
                [together],
                [sum(heights[place] for place in together) / len(together)],
            )
    moved = [0.0] * len(heights)
    for group, middle in zip(groups, middles, strict=True):
        for rank, place in enumerate(group):
            moved[place] = middle + (rank - (len(group) - 1) / 2) * least
    return moved


def _phase_names(field: _Field) -> list[dict[str, Any]]:
    """The name of each phase above it, as far as it fits, and a line where a phase begins."""
    rows, starts = [], []
    for phase in field.chart.phases:
        start, end = field.places[phase.places.start] - 0.5, field.places[phase.places.stop - 1] + 0.5
        left = 5 if phase.places.start else 0
        left += round((start - field.first) / (field.last - field.first) * field.width)
        room = (end - start) / (field.last - field.first) * field.width
        name = str(phase.name) if len(field.chart.phases) > 1 else ""
        if field.chart.method.fixed is not None and not name:
            name = _("Nulmeting")
        most = int(room / 7)
        if name and most >= 3:
            rows.append((field.x_of(left), -14.0, name if len(name) <= most else f"{name[: most - 1]}…"))
        if phase.places.start:
            starts.append({"x": start})
    layers = _text(field, rows, "ink-soft", "left")
    if starts:
        mark = {"type": "rule", "color": colours()["edge"], "strokeWidth": 1, "strokeDash": [2, 3]}
        bounds = {"y": {"value": -22}, "y2": {"value": field.height}}
        layers.insert(0, _layer(field, mark, starts, **bounds))
    return layers


def _period_names(field: _Field) -> list[dict[str, Any]]:
    """Months, days or names under the field, and the year where it begins."""
    marks = period_marks(field.periods, field.places, field.width)
    below = field.height
    return [
        *_text(field, [(mark.place, below + 16, mark.name) for mark in marks], "ink-soft", "center"),
        *_text(
            field,
            [(mark.place, below + 32, mark.year) for mark in marks if mark.year],
            "ink",
            "center",
            strong=True,
        ),
    ]


def _verdicts(field: _Field) -> list[dict[str, Any]]:
    """What the series says, with the shape of its points, above the field; beside it whether it reaches its target."""
    chart, at, left = field.chart, -float(field.frame.top + 8), 14 - field.left
    shape, colour, size = LOOKS[chart.variation]
    dot = {
        "type": "point",
        "filled": True,
        "opacity": 1,
        "shape": shape,
        "size": size,
        "color": colours()[colour],
    }
    said = words.variation_words(chart.variation)
    target = words.target_words(chart)
    beside = left + 30 + HEAVY * len(said)
    return [
        _layer(field, dot, [{"x": field.x_of(left), "y": field.scale.value(at)}]),
        *_text(field, [(field.x_of(left + 12), at, said)], colour, "left", strong=True),
        *_text(field, [(field.x_of(beside), at, target)], "ink-soft", "left"),
    ]
