"""The picture of a care chain on a page: stations as rings, links as bars between them that can be followed.

Width says how many people, colour with pattern and shape how the wait stands to its norm, the plate says the number.
Colours by name of a class, so that it follows the scheme and prints. Values in, SVG out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from schakel.web.chain_places import places

WIDTH, RING_WIDTH, RING_HEIGHT = 1180, 168, 48
#: From the top of a ring to that of the next one below it: wide where there are few, so that links can be told apart.
LEAST_ROW, MOST_ROW, ROOM = 84, 170, 620
TOP, MOST_COLUMNS, EDGE = 10, 5, 2
#: So many stations are drawn, and so many lines, of so many for each station; all stand in the table.
MOST_STATIONS, MOST_LINES, LINES_PER_STATION, MOST_PLATES = 40, 48, 1.8, 24
#: Between two numbers stays so much free above and below, or they read as a list.
AIR = 7
#: Where on a line its number may stand, best first; of a line to or from a hub nearer to its other end.
SHARES = (0.5, 0.4, 0.6, 0.3, 0.7)
#: The class of a line for each state of web/states.py.
LOOKS = {"norm_met": "good", "norm_not_met": "care"}


@dataclass(frozen=True)
class Bar:
    """A link: from where to where, how many people, its state, words on its plate, words in full, its page."""

    source: str
    target: str
    n: int
    state: str
    plate: str
    words: str
    href: str


@dataclass(frozen=True)
class Picture:
    """The drawing, and how many stations and links are in it and how many are not."""

    svg: SafeString
    n_stations: int
    n_lines: int
    n_left_out: int


def picture(bars: Sequence[Bar], *, title: str, described: str) -> Picture:
    """Draw the busiest stations, each with its largest link, and of the other links those with most people.

    bars: in any order. Before the busiest stations and the largest links go those that do not meet their norm. Stations
    that no drawn link touches are not drawn.
    """
    lines = _lines(bars)
    corners = _places(lines)
    height = TOP + max((y for _x, y in corners.values()), default=0) + RING_HEIGHT + 14
    most = max((bar.n for bar in lines), default=1) or 1
    # What does not meet its norm lies on top of what does.
    last = sorted(range(len(lines)), key=lambda at: lines[at].state == "norm_not_met")
    drawn = [_bar(lines[at], corners, most, at) for at in last]
    plates = _plates(lines, corners)
    rings = [_ring(name, place) for name, place in corners.items()]
    svg = format_html(
        '<svg class="chain-picture" viewBox="{} 0 {} {}" role="group" aria-label="{}">'
        "<title>{}</title><desc>{}</desc>{}{}{}</svg>",
        # The edge of a ring in the first and the last column is as wide outside as inside.
        -EDGE,
        WIDTH + 2 * EDGE,
        height,
        title,
        title,
        described,
        _joined(drawn),
        _joined(plates),
        _joined(rings),
    )
    return Picture(svg, len(corners), len(lines), len(bars) - len(lines))


def _lines(bars: Sequence[Bar]) -> list[Bar]:
    """The links that are drawn, those that do not meet their norm first, then by how many people."""
    volume: Counter[str] = Counter()
    late: set[str] = set()
    for bar in bars:
        volume[bar.source] += bar.n
        volume[bar.target] += bar.n
        if bar.state == "norm_not_met":
            late |= {bar.source, bar.target}
    # Where a norm is missed goes before where it is busy.
    ranked = sorted(volume, key=lambda name: (name not in late, -volume[name], name))
    names = set(ranked[:MOST_STATIONS])
    known = [bar for bar in bars if {bar.source, bar.target} <= names]
    ordered = sorted(known, key=lambda bar: (bar.state != "norm_not_met", -bar.n, bar.source, bar.target))
    largest: dict[str, Bar] = {}
    for bar in sorted(known, key=lambda bar: (-bar.n, bar.source, bar.target)):
        for name in (bar.source, bar.target):
            largest.setdefault(name, bar)
    n_most = min(MOST_LINES, max(6, round(LINES_PER_STATION * len(volume))))
    # A bar of each station goes first: without it a chain with many small places at one end would lose that end.
    first = list(dict.fromkeys(largest.values()))
    chosen = set(list(dict.fromkeys([*first, *ordered]))[: max(n_most, len(first))])
    return [bar for bar in ordered if bar in chosen]


def _joined(parts: Sequence[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _places(lines: Sequence[Bar]) -> dict[str, tuple[int, int]]:
    """The upper left corner of each ring: over the whole width, and as high as the fullest column asks."""
    found = places(((bar.source, bar.target, bar.n) for bar in lines), most_columns=MOST_COLUMNS)
    n_columns = max((one.column for one in found.values()), default=0) + 1
    n_rows = max((one.row for one in found.values()), default=0.0) + 1
    step = (WIDTH - RING_WIDTH) // max(n_columns - 1, 1)
    height = max(LEAST_ROW, min(MOST_ROW, int(ROOM / n_rows)))
    highest = min((one.row for one in found.values()), default=0.0)
    return {name: (one.column * step, TOP + int((one.row - highest) * height)) for name, one in found.items()}


def _ends(bar: Bar, corners: dict[str, tuple[int, int]], at: int) -> tuple[float, float, float, float, float]:
    """Where a bar leaves and arrives, and how far it bends."""
    (x1, y1), (x2, y2) = corners[bar.source], corners[bar.target]
    # There and back lie beside each other, and of many at one station none quite on another.
    spread = (7 if x2 < x1 else -7) + (at % 3 - 1) * 3
    y1, y2 = y1 + RING_HEIGHT // 2 + spread, y2 + RING_HEIGHT // 2 + spread
    if x2 > x1:
        return x1 + RING_WIDTH, y1, x2, y2, 36
    if x2 < x1:
        return x1, y1, x2 + RING_WIDTH, y2, -36
    side = x1 + RING_WIDTH if x1 < WIDTH - RING_WIDTH - 40 else x1
    return side, y1, side, y2, 46 if side > x1 else -46


def _bar(bar: Bar, corners: dict[str, tuple[int, int]], most: int, at: int) -> SafeString:
    x1, y1, x2, y2, bend = _ends(bar, corners, at)
    look = LOOKS.get(bar.state, "plain")
    width = 1.6 + 8.4 * (bar.n / most) ** 0.5
    back = bend if x1 == x2 else -bend
    path = f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 + back:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    tip = 9 if back < 0 else -9
    head = f"M{x2:.0f} {y2:.0f}l{-tip} {-6}v12z"
    return format_html(
        '<a href="{}" aria-label="{}"><path class="cp-reach" d="{}"/>'
        '<path class="cp-bar {}" stroke-width="{}" d="{}"/><path class="cp-head {}" d="{}"/></a>',
        bar.href,
        bar.words,
        path,
        look,
        f"{width:.1f}",
        path,
        look,
        head,
    )


def _plates(lines: Sequence[Bar], corners: dict[str, tuple[int, int]]) -> list[SafeString]:
    """The number on a link, somewhere along it where nothing stands yet; where there is no room the table has it."""
    taken = [(x, y, x + RING_WIDTH, y + RING_HEIGHT) for x, y in corners.values()]
    n_lines = Counter(name for bar in lines for name in (bar.source, bar.target))
    plates: list[SafeString] = []
    for at, bar in enumerate(lines):
        if len(plates) >= MOST_PLATES or not bar.plate:
            continue
        x1, y1, x2, y2, bend = _ends(bar, corners, at)
        half = 4.0 * len(bar.plate) + 13
        look = LOOKS.get(bar.state, "plain")
        # Lines of a hub come together there; at their other ends is room.
        outward = 0.12 * (
            (n_lines[bar.source] > n_lines[bar.target]) - (n_lines[bar.source] < n_lines[bar.target])
        )
        for share in (one + outward for one in SHARES):
            x, y = _along(share, x1, y1, x2, y2, bend)
            box = (x - half, y - 12, x + half, y + 12)
            if box[0] < 0 or box[2] > WIDTH:
                continue
            if all(box[2] < one[0] or one[2] < box[0] or box[3] < one[1] or one[3] < box[1] for one in taken):
                taken.append((int(box[0]), int(box[1]) - AIR, int(box[2]), int(box[3]) + AIR))
                plates.append(plate(bar.plate, x, y, half, look))
                break
    return plates


def _along(share: float, x1: float, y1: float, x2: float, y2: float, bend: float) -> tuple[float, float]:
    """A point of a bar."""
    back = bend if x1 == x2 else -bend
    weights = ((1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3)
    xs, ys = (x1, x1 + bend, x2 + back, x2), (y1, y1, y2, y2)
    return sum(w * x for w, x in zip(weights, xs, strict=True)), sum(
        w * y for w, y in zip(weights, ys, strict=True)
    )


#: The shape on a plate: a disc for what meets its norm, a diamond for what does not, a ring without a norm.
_SHAPES = {
    "good": '<circle class="cp-shape good" cx="{0}" cy="{1}" r="4.5"/>',
    "care": '<path class="cp-shape care" d="M{0} {1}m0 -6l6 6l-6 6l-6 -6z"/>',
    "plain": '<circle class="cp-open" cx="{0}" cy="{1}" r="4"/>',
}


def plate(words: str, x: float, y: float, half: float, look: str) -> SafeString:
    """The number on a bar with the shape of its state, around a point."""
    shape = format_html(_SHAPES[look], f"{x - half + 11:.0f}", f"{y:.0f}")
    return format_html(
        '<g aria-hidden="true"><rect class="cp-plate {}" x="{}" y="{}" width="{}" height="24" rx="12"/>{}'
        '<text class="cp-wait" x="{}" y="{}">{}</text></g>',
        look,
        f"{x - half:.0f}",
        f"{y - 12:.0f}",
        f"{2 * half:.0f}",
        shape,
        f"{x + 7:.0f}",
        f"{y + 4.5:.0f}",
        words,
    )


def _ring(name: str, place: tuple[int, int]) -> SafeString:
    """A station: its name on one or two lines."""
    x, y = place
    lines = wrap(name, 21, max_lines=2, placeholder="…", break_long_words=True) or [""]
    middle = x + RING_WIDTH // 2
    first = y + RING_HEIGHT // 2 + (5 if len(lines) == 1 else -3)
    written = format_html_join(
        "",
        '<text class="cp-name" x="{}" y="{}">{}</text>',
        ((middle, first + 16 * at, line) for at, line in enumerate(lines)),
    )
    return format_html(
        '<g aria-hidden="true"><title>{}</title>'
        '<rect class="cp-ring" x="{}" y="{}" width="{}" height="{}" rx="{}"/>{}</g>',
        name,
        x,
        y,
        RING_WIDTH,
        RING_HEIGHT,
        RING_HEIGHT // 2,
        written,
    )


def histogram(bars: Sequence[tuple[str, int, bool]], *, title: str) -> SafeString:
    """Waits as bars upright: words under each, how many, and whether it lies within the norm."""
    width, height, base = 640, 190, 150
    most = max((n for _w, n, _in in bars), default=1) or 1
    step = width / max(len(bars), 1)
    parts = []
    for at, (words, n, is_within) in enumerate(bars):
        tall = 120 * n / most
        parts.append(
            format_html(
                '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/><text class="cp-tick" x="{}" y="{}">{}</text>'
                '<text class="cp-count" x="{}" y="{}">{}</text>',
                "cp-within" if is_within else "cp-beyond",
                f"{at * step + 2:.1f}",
                f"{base - tall:.1f}",
                f"{max(step - 4, 1):.1f}",
                f"{max(tall, 1):.1f}",
                f"{at * step + step / 2:.1f}",
                base + 18,
                words,
                f"{at * step + step / 2:.1f}",
                f"{base - tall - 6:.1f}",
                n or "",
            )
        )
    return format_html(
        '<svg class="chain-picture histogram" viewBox="0 0 {} {}" role="img" aria-label="{}">{}'
        '<path class="cp-axis" d="M0 {}H{}"/></svg>',
        width,
        height,
        title,
        _joined(parts),
        base,
        width,
    )
