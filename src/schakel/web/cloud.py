"""Two differences as a cloud of dots around "no difference", with lines through the middle, as Vega-Lite and SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from schakel.web.control_chart.places import Scale, value_scale
from schakel.web.formats import number
from schakel.web.vega import FONT, bare_axis, colours, rendered

TEXT, LETTER = 13, 6.9
#: Room above and below for the corners, and below for the numbers and the name of the axis too.
TOP, BOTTOM = 62, 100
#: Words beside two lines that end nearer to each other than this would touch.
APART = 17


@dataclass(frozen=True)
class Ray:
    """A line through the middle that rises so much, more than nothing, for each unit to the right, with its words."""

    slope: float
    words: str


@dataclass(frozen=True)
class Cloud:
    """What is drawn: dots, their middle, the lines, the name of what lies to the right, and words in the four corners.

    dots, middle: a difference to the right and one upward in euros.
    corners: left above, right above, left below, right below; each two short lines.
    """

    dots: Sequence[tuple[float, float]]
    middle: tuple[float, float]
    rays: Sequence[Ray]
    x_name: str
    corners: Sequence[tuple[str, str]]


def draw(cloud: Cloud, *, width: int, height: int, title: str, description: str) -> str:
    """Draw a cloud as SVG, so many units wide and high."""
    return rendered(specification(cloud, width=width, height=height), title=title, description=description)


def specification(cloud: Cloud, *, width: int, height: int) -> dict[str, Any]:
    """Describe the drawing for Vega-Lite. Places are reckoned here, so that words stand beside their lines."""
    field = _Field(cloud, width, height)
    colour = colours()
    axes = [
        {"x": 0.0, "y": field.y.low, "of": 0},
        {"x": 0.0, "y": field.y.high, "of": 0},
        {"x": field.x.low, "y": 0.0, "of": 1},
        {"x": field.x.high, "y": 0.0, "of": 1},
    ]
    layers = [
        _layer(
            field, {"type": "line", "color": colour["plain"], "strokeWidth": 1}, axes, detail=_detail("of")
        ),
        _layer(
            field,
            {
                "type": "line",
                "color": colour["net"],
                "strokeWidth": 3.4,
                "strokeCap": "round",
                "opacity": 0.55,
            },
            _short_strokes(field),
            order={"field": "nth", "type": "quantitative"},
        ),
        *_rays(field),
        _layer(
            field,
            {
                "type": "point",
                "shape": "diamond",
                "filled": True,
                "size": 120,
                "color": colour["ink"],
                "opacity": 1,
                "stroke": colour["sheet"],
            },
            [{"x": cloud.middle[0], "y": cloud.middle[1]}],
        ),
        *_corners(field),
        _name(field),
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "background": None,
        "autosize": {"type": "none"},
        "padding": {"left": field.left, "right": field.right, "top": TOP, "bottom": BOTTOM},
        "width": field.width,
        "height": field.height,
        "layer": layers,
        "config": {
            "aria": False,
            "font": FONT,
            "view": {"stroke": colour["rule"]},
            "line": {"strokeJoin": "round", "invalid": "break-paths-show-path-domains"},
            "text": {"fontSize": TEXT},
        },
    }


class _Field:
    """A cloud with its scales; both hold "no difference"."""

    def __init__(self, cloud: Cloud, width: int, height: int) -> None:
        self.cloud = cloud
        xs = [0.0, cloud.middle[0], *(x for x, _ in cloud.dots)]
        ys = [0.0, cloud.middle[1], *(y for _, y in cloud.dots)]
        self.height = height - TOP - BOTTOM
        self.y: Scale = value_scale([*ys, -0.25 * max(ys), -0.25 * min(ys)], self.height)
        marks = [number(mark, self.y.decimals) for mark in self.y.marks]
        self.left = round(LETTER * (2 + max(len(mark) for mark in marks))) + 14
        self.right = round(LETTER * max((len(ray.words) for ray in cloud.rays), default=0)) + 12
        self.width = width - self.left - self.right
        self.x: Scale = value_scale([*xs, -0.25 * max(xs), -0.25 * min(xs)], self.width)

    def axis(self, scale: Scale, **more: Any) -> dict[str, Any]:
        """Numbers beside the field; at most every second one where they would touch."""
        step = 1 if scale is self.y or self.width / max(len(scale.marks), 1) > 44 else 2
        sign = "$" if scale is self.y else ""
        return bare_axis(scale.marks[::step], f"{sign},.{scale.decimals}f", size=TEXT, **more)


def _layer(
    field: _Field, mark: dict[str, Any], rows: Iterable[dict[str, Any]], **encoding: Any
) -> dict[str, Any]:
    """One kind of mark with its own rows."""

    def shown(name: str, scale: Scale) -> dict[str, Any]:
        domain = {"domain": [scale.low, scale.high], "nice": False, "zero": False}
        return {"field": name, "type": "quantitative", "scale": domain, "axis": field.axis(scale)}

    return {
        "mark": mark,
        "data": {"values": list(rows)},
        "encoding": {"x": shown("x", field.x), "y": shown("y", field.y), **encoding},
    }


def _detail(name: str) -> dict[str, Any]:
    return {"field": name, "type": "nominal"}


def _short_strokes(field: _Field) -> list[dict[str, Any]]:
    """Every dot as a very short stroke with round ends: one path holds them all, a fifth of the size.

    Not without any length: some readers of PDF draw nothing then.
    """
    rows: list[dict[str, Any]] = []
    little = 0.4 / field.width * (field.x.high - field.x.low)
    for nth, (x, y) in enumerate(field.cloud.dots):
        rows += [
            {"x": x - little / 2, "y": y, "nth": 3 * nth},
            {"x": x + little / 2, "y": y, "nth": 3 * nth + 1},
            {"x": None, "y": None, "nth": 3 * nth + 2},
        ]
    return rows


def _rays(field: _Field) -> list[dict[str, Any]]:
    """The lines from edge to edge, and their words where they leave the field at the right or on top."""
    if not field.cloud.rays:
        return []
    rows: list[dict[str, Any]] = []
    ends: list[tuple[float, float, str]] = []
    for nth, ray in enumerate(field.cloud.rays):
        low = max(field.x.low, field.y.low / ray.slope)
        high = min(field.x.high, field.y.high / ray.slope)
        rows += [{"x": x, "y": ray.slope * x, "of": nth} for x in (low, high)]
        ends.append((high, ray.slope * high, ray.words))
    mark = {"type": "line", "color": colours()["ink"], "strokeWidth": 1.5, "strokeDash": [5, 4]}
    layers = [_layer(field, mark, rows, detail=_detail("of"))]
    taken: list[tuple[float, float, float]] = []
    for x, y, words in ends:
        from_left, height = field.width - field.x.at(x), field.y.at(y)
        is_aside = from_left > field.width - 1
        size = LETTER * len(words)
        begin, height = (from_left + 6, height) if is_aside else (from_left - size / 2, height - 9)
        if any(begin < end and start < begin + size and abs(height - at) < APART for start, end, at in taken):
            continue
        taken.append((begin, begin + size, height))
        mark = {"type": "text", "align": "left", "baseline": "middle", "color": colours()["ink"]}
        layers.append(_alone({**mark, "x": begin, "y": height}, words))
    return layers


def _corners(field: _Field) -> list[dict[str, Any]]:
    """What is said of each corner, above and below the field."""
    layers = []
    heights = (-50, -32, field.height + 66, field.height + 84)
    for nth, lines in enumerate(field.cloud.corners):
        is_right, is_below = nth % 2 == 1, nth >= 2
        for line, words in enumerate(lines):
            mark = {
                "type": "text",
                "align": "right" if is_right else "left",
                "baseline": "middle",
                "fontWeight": 600 if line else 400,
                "color": colours()["ink" if line else "ink-soft"],
                "x": field.width + field.right if is_right else -field.left,
                "y": heights[2 * is_below + line],
            }
            layers.append(_alone(mark, words))
    return layers


def _name(field: _Field) -> dict[str, Any]:
    """What lies to the right, under its numbers; upward are euros, which say so themselves."""
    soft = {"type": "text", "baseline": "middle", "color": colours()["ink-soft"]}
    return _alone({**soft, "align": "right", "x": field.width, "y": field.height + 36}, field.cloud.x_name)


def _alone(mark: dict[str, Any], words: str) -> dict[str, Any]:
    """Words at a place of the sheet."""
    text = {"field": "words", "type": "nominal"}
    return {"mark": mark, "data": {"values": [{"words": words}]}, "encoding": {"text": text}}
