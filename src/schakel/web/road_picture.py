"""The picture of a road: stops in a row, a bar from each to the next, and lanes beside them for who skips or goes back.

Drawn twice, lying for a desk and upright for a phone, with the same text size. Width says how many people, colour with
pattern and shape how it stands to what was agreed, the plate says the number. Values in, SVG out; colours by class.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from schakel.web.chain_picture import LOOKS, plate

#: So many bars are drawn; all stand in the table.
MOST_LEGS = 14


@dataclass(frozen=True)
class Leg:
    """A step: from which stop to which (their places in the row), people, state, plate, words in full, its page."""

    source: int
    target: int
    n: int
    state: str
    plate: str
    words: str
    href: str = ""


@dataclass(frozen=True)
class Road:
    """Both drawings, and how many steps are not in them."""

    broad: SafeString
    narrow: SafeString
    n_left_out: int


@dataclass(frozen=True)
class Frame:
    """Where things are: upright or lying, the size of a ring along and across, from ring to ring, lanes beside."""

    is_upright: bool
    along: float
    across: float
    step: float
    first_lane: float
    lane: float

    @classmethod
    def upright(cls, n_lanes: int) -> Frame:
        """For a phone: 340 wide, however many lanes there are."""
        lane = min(56.0, (338 - 130 - 36) / max(n_lanes - 1, 1))
        return cls(is_upright=True, along=44, across=130, step=102, first_lane=36, lane=lane)

    @classmethod
    def lying(cls, n_stops: int) -> Frame:
        """For a desk: 1180 wide."""
        step = min(230.0, (1180 - 122) / max(n_stops - 1, 1))
        return cls(is_upright=False, along=122, across=46, step=step, first_lane=58, lane=36)

    def at(self, along: float, across: float) -> tuple[float, float]:
        """A point; across: how far beside the row of stops, from the far edge of the rings."""
        return (across, along) if self.is_upright else (along, -across)

    def begin(self, stop: int) -> float:
        """Where a ring begins, along."""
        return stop * self.step

    def middle(self, stop: int) -> float:
        """The middle of a ring, along."""
        return stop * self.step + self.along / 2


def road(stops: Sequence[str], legs: Sequence[Leg], *, title: str, described: str) -> Road:
    """Draw stops in the order given, and the steps with most people; those not as agreed before others."""
    ordered = sorted(legs, key=lambda leg: (leg.state != "norm_not_met", -leg.n, leg.source, leg.target))
    drawn = ordered[:MOST_LEGS]
    words = {"title": title, "described": described}
    lanes = _lanes(drawn)
    n_lanes = max(lanes.values(), default=-1) + 1
    return Road(
        _drawn(Frame.lying(len(stops)), stops, drawn, lanes, **words),
        _drawn(Frame.upright(n_lanes), stops, drawn, lanes, **words),
        len(legs) - len(drawn),
    )


def _drawn(
    frame: Frame,
    stops: Sequence[str],
    legs: Sequence[Leg],
    lanes: dict[Leg, int],
    *,
    title: str,
    described: str,
) -> SafeString:
    most = max((leg.n for leg in legs), default=1) or 1
    paths = {leg: _path(frame, leg, lanes.get(leg), at) for at, leg in enumerate(legs)}
    bars = [_bar(leg, *paths[leg], most) for leg in legs]
    rings = [_ring(frame, name, at) for at, name in enumerate(stops)]
    n_lanes = max(lanes.values(), default=-1) + 1
    length = frame.begin(len(stops) - 1) + frame.along
    beside = frame.first_lane + (n_lanes - 1) * frame.lane + 20 if n_lanes else 30
    box = (-2.0, -beside, length + 4, beside + frame.across + 4)
    if frame.is_upright:
        box = (-2.0, -2.0, 342.0, length + 6)
    return format_html(
        '<svg class="chain-picture" viewBox="{}" role="group" aria-label="{}"><title>{}</title><desc>{}</desc>'
        "{}{}{}</svg>",
        " ".join(f"{number:.0f}" for number in box),
        title,
        title,
        described,
        _joined(bars),
        _joined(_plates(frame, legs, lanes, len(stops))),
        _joined(rings),
    )


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _lanes(legs: Sequence[Leg]) -> dict[Leg, int]:
    """The lane of each step that is not from a stop to the next: the nearest in which it meets no other."""
    found: dict[Leg, int] = {}
    beside = [leg for leg in legs if leg.target != leg.source + 1]
    for leg in sorted(beside, key=lambda leg: (abs(leg.target - leg.source), leg.source)):
        low, high = sorted((leg.source, leg.target))
        taken = {
            lane
            for other, lane in found.items()
            if min(other.source, other.target) < high and low < max(other.source, other.target)
        }
        found[leg] = next(lane for lane in range(len(legs)) if lane not in taken)
    return found


def _path(frame: Frame, leg: Leg, lane: int | None, at: int) -> tuple[str, str]:
    """The path of a bar, and of the arrow at its end."""
    if lane is None:
        centre = frame.across / 2 if frame.is_upright else -frame.across / 2
        start, end = frame.begin(leg.source) + frame.along, frame.begin(leg.target)
        (x1, y1), (x2, y2) = frame.at(start, centre), frame.at(end - 7, centre)
        return f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}", _head(frame, end, centre, is_along=True)
    edge = frame.across if frame.is_upright else 0.0
    spread = (at % 3 - 1) * 8
    shift = 5 if leg.target > leg.source else -5
    leaves, arrives = frame.middle(leg.source) + spread + shift, frame.middle(leg.target) + spread - shift
    if leg.source == leg.target:
        leaves, arrives = frame.middle(leg.source) - 12, frame.middle(leg.target) + 12
    out = edge + frame.first_lane + lane * frame.lane
    corner = 10 if arrives > leaves else -10
    points = [
        ("M", frame.at(leaves, edge)),
        ("L", frame.at(leaves, out - 10)),
        ("Q", frame.at(leaves, out)),
        (" ", frame.at(leaves + corner, out)),
        ("L", frame.at(arrives - corner, out)),
        ("Q", frame.at(arrives, out)),
        (" ", frame.at(arrives, out - 10)),
        ("L", frame.at(arrives, edge + 7)),
    ]
    path = "".join(f"{sign}{x:.0f} {y:.0f}" for sign, (x, y) in points)
    return path, _head(frame, arrives, edge, is_along=False)


def _head(frame: Frame, along: float, across: float, *, is_along: bool) -> str:
    """An arrow of which the point is here: along the row, or into the side of a ring."""
    x, y = frame.at(along, across)
    if is_along:
        return f"M{x:.0f} {y:.0f}l-6 -9h12z" if frame.is_upright else f"M{x:.0f} {y:.0f}l-9 -6v12z"
    return f"M{x:.0f} {y:.0f}l9 -6v12z" if frame.is_upright else f"M{x:.0f} {y:.0f}l-6 -9h12z"


def _bar(leg: Leg, path: str, head: str, most: int) -> SafeString:
    look = LOOKS.get(leg.state, "plain")
    width = f"{1.8 + 7.2 * (leg.n / most) ** 0.5:.1f}"
    shapes = format_html(
        '<path class="cp-reach" d="{}"/><path class="cp-bar {}" stroke-width="{}" d="{}"/>'
        '<path class="cp-head {}" d="{}"/>',
        path,
        look,
        width,
        path,
        look,
        head,
    )
    if not leg.href:
        return format_html('<g aria-hidden="true">{}</g>', shapes)
    return format_html('<a href="{}" aria-label="{}">{}</a>', leg.href, leg.words, shapes)


def _plates(frame: Frame, legs: Sequence[Leg], lanes: dict[Leg, int], n_stops: int) -> list[SafeString]:
    """The number on each bar where there is room; the table has them all."""
    taken = [_box(frame, at) for at in range(n_stops)]
    drawn = []
    for leg in legs:
        if not leg.plate:
            continue
        half = 3.9 * len(leg.plate) + 12
        for x, y in _spots(frame, leg, lanes.get(leg), half):
            box = (x - half, y - 12, x + half, y + 12)
            if all(box[2] < one[0] or one[2] < box[0] or box[3] < one[1] or one[3] < box[1] for one in taken):
                taken.append(box)
                drawn.append(plate(leg.plate, x, y, half, LOOKS.get(leg.state, "plain")))
                break
    return drawn


def _spots(frame: Frame, leg: Leg, lane: int | None, half: float) -> list[tuple[float, float]]:
    """Where the plate of a bar may lie, the best place first: on it between two stops."""
    if lane is None:
        middle = (frame.begin(leg.source) + frame.along + frame.begin(leg.target)) / 2
        return [frame.at(middle, frame.across / 2 if frame.is_upright else 14)]
    low, high = sorted((leg.source, leg.target))
    out = (frame.across if frame.is_upright else 0.0) + frame.first_lane + lane * frame.lane
    if frame.is_upright:
        out = min(out, 340 - half)
    gaps = [frame.begin(stop) + (frame.along + frame.step) / 2 for stop in range(low, high)]
    whole = [frame.middle(stop) for stop in range(low, high + 1)]
    middle = (frame.middle(low) + frame.middle(high)) / 2
    return [frame.at(along, out) for along in sorted([*gaps, *whole], key=lambda one: abs(one - middle))]


def _box(frame: Frame, at: int) -> tuple[float, float, float, float]:
    """Where a ring is: left, top, right, bottom."""
    begin = frame.begin(at)
    if frame.is_upright:
        return 0.0, begin, frame.across, begin + frame.along
    return begin, 0.0, begin + frame.along, frame.across


def _ring(frame: Frame, name: str, at: int) -> SafeString:
    """A stop: its name on one or two lines."""
    x, y, right, bottom = _box(frame, at)
    width, height = right - x, bottom - y
    lines = wrap(name, 16 if frame.is_upright else 15, max_lines=2, placeholder="…") or [""]
    first = y + height / 2 + (5 if len(lines) == 1 else -3)
    written = format_html_join(
        "",
        '<text class="cp-name" x="{}" y="{}">{}</text>',
        ((f"{x + width / 2:.0f}", f"{first + 16 * row:.0f}", line) for row, line in enumerate(lines)),
    )
    return format_html(
        '<g aria-hidden="true"><rect class="cp-ring" x="{}" y="{}" width="{}" height="{}" rx="{}"/>{}</g>',
        f"{x:.0f}",
        f"{y:.0f}",
        f"{width:.0f}",
        f"{height:.0f}",
        f"{min(width, height) / 2:.0f}",
        written,
    )
