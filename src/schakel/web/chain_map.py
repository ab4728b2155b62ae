"""The picture of a care chain: organisations as stations, hand-overs as lines; as SVG that stands alone.

The wider a line, the more people; colour, pattern and number say how long half of them wait at most. Values in, text
out: nothing is calculated here but places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from schakel.web.chain_places import places
from schakel.web.formats import number

WIDTH, COLUMN_WIDTH, NODE_WIDTH, NODE_HEIGHT, GAP = 1390, 270, 180, 62, 40
TOP, SIDE = 24, 30
MOST_COLUMNS, MOST_LABELS = 5, 14
#: Class of a line, what it means, its colour and its pattern.
LONG, MIDDLE, SHORT = "lang", "gewoon", "kort"
LOOKS = {SHORT: ("#2f6f5e", ""), MIDDLE: ("#8a6d1f", "9 5"), LONG: ("#a3352b", "2 4")}


@dataclass(frozen=True)
class Line:
    """Hand-overs from one station to another: how many, and the wait that half of them do not exceed, in seconds."""

    source: str
    target: str
    n: int
    p50_s: float | None


def time_words(seconds: float | None) -> str:
    """A wait as people say it.

    >>> time_words(90), time_words(5400), time_words(259_200), time_words(None)
    ('2 min', '1,5 uur', '3,0 dagen', '–')
    """
    if seconds is None:
        return "–"
    if abs(seconds) < 3_600:
        return f"{number(seconds / 60, 0)} min"
    if abs(seconds) < 2 * 86_400:
        return f"{number(seconds / 3_600, 1)} uur"
    return f"{number(seconds / 86_400, 1)} dagen"


def look_of(line: Line, middle: float) -> str:
    """Whether a wait is short, ordinary or long beside the middle one of this chain.

    >>> look_of(Line("a", "b", 1, 10.0), 4.0), look_of(Line("a", "b", 1, None), 4.0)
    ('lang', 'gewoon')
    """
    if line.p50_s is None:
        return MIDDLE
    return LONG if line.p50_s >= 2 * middle else SHORT if line.p50_s <= middle / 2 else MIDDLE


def draw(lines: Sequence[Line], *, title: str, most_stations: int = 20, most_lines: int = 30) -> str:
    """Draw a chain: the largest stations and the largest lines between them.

    lines: hand-overs, in any order. Returns SVG with a title and a description; the same numbers belong in a table
    beside it. Of no lines, a picture that says so.
    """
    volume: dict[str, int] = defaultdict(int)
    for line in lines:
        volume[line.source] += line.n
        volume[line.target] += line.n
    stations = sorted(volume, key=lambda name: (-volume[name], name))[:most_stations]
    shown = [line for line in lines if line.source in stations and line.target in stations]
    shown = sorted(shown, key=lambda line: (-line.n, line.source, line.target))[:most_lines]
    corners = _places(stations, shown)
    height = TOP + max((y for _, y in corners.values()), default=TOP) + NODE_HEIGHT + 60
    waits = sorted(line.p50_s for line in shown if line.p50_s is not None)
    middle = waits[len(waits) // 2] if waits else 0.0
    hidden = len(volume) - len(stations)
    said = f"{len(stations)} stations en {len(shown)} lijnen." + (
        f" {hidden} kleinere stations staan alleen in de tabel." if hidden else ""
    )
    body = [_line(line, corners, middle, max(one.n for one in shown), at) for at, line in enumerate(shown)]
    body += _labels(shown[:MOST_LABELS], corners)
    body += [_station(name, corners[name], volume[name]) for name in stations]
    if not stations:
        body = [f'<text x="{SIDE}" y="{TOP + 20}">Er zijn geen overdrachten tussen organisaties.</text>']
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="13">'
        f"<title>{escape(title)}</title><desc>{escape(said)}</desc>{_arrows()}{''.join(body)}"
        f"{_legend(middle, height - 22)}</svg>"
    )


def _places(stations: Sequence[str], lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """The upper left corner of each station; one without a line among those that are drawn stands there too."""
    links = [(line.source, line.target, line.n) for line in lines]
    found = places([*links, *((name, name, 0) for name in stations)], most_columns=MOST_COLUMNS)
    return {
        name: (SIDE + one.column * COLUMN_WIDTH, TOP + int(one.row * (NODE_HEIGHT + GAP)))
        for name, one in found.items()
    }


def _ends(
    line: Line, corners: dict[str, tuple[int, int]], at: int
) -> tuple[float, float, float, float, float]:
    """Where a line leaves and arrives, and how far it bends; those of one station are spread along its side."""
    (x1, y1), (x2, y2) = corners[line.source], corners[line.target]
    spread = (at % 5 - 2) * 6
    if x2 > x1:
        return x1 + NODE_WIDTH, y1 + NODE_HEIGHT / 2 + spread, x2, y2 + NODE_HEIGHT / 2 + spread, 40
    if x2 < x1:
        return x1, y1 + NODE_HEIGHT / 2 + spread, x2 + NODE_WIDTH, y2 + NODE_HEIGHT / 2 + spread, -40
    return x1 + NODE_WIDTH, y1 + NODE_HEIGHT / 2 + spread, x2 + NODE_WIDTH, y2 + NODE_HEIGHT / 2 + spread, 55


def _line(line: Line, corners: dict[str, tuple[int, int]], middle: float, most: int, at: int) -> str:
    x1, y1, x2, y2, bend = _ends(line, corners, at)
    look = look_of(line, middle)
    colour, pattern = LOOKS[look]
    width = 1.2 + 7 * (line.n / most) ** 0.5
    second = -bend if line.source != line.target and (x2 > x1 or x2 < x1) else bend
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    words = f"{line.source} naar {line.target}: {line.n} keer, helft binnen {time_words(line.p50_s)} ({look})"
    return (
        f'<path d="M{x1:.0f} {y1:.0f} C{x1 + bend:.0f} {y1:.0f} {x2 + second:.0f} {y2:.0f} {x2:.0f} {y2:.0f}" '
        f'fill="none" stroke="{colour}" stroke-width="{width:.1f}" stroke-opacity="0.75"{dashes} '
        f'marker-end="url(#{look})"><title>{escape(words)}</title></path>'
    )


def _labels(lines: Sequence[Line], corners: dict[str, tuple[int, int]]) -> list[str]:
    """The wait beside each line, somewhere along it where nothing stands yet; where there is no room, none."""
    taken: list[tuple[float, ...]] = [(x, y, x + NODE_WIDTH, y + NODE_HEIGHT) for x, y in corners.values()]
    labels = []
    for at, line in enumerate(lines):
        x1, y1, x2, y2, bend = _ends(line, corners, at)
        words = time_words(line.p50_s)
        half = 3.5 * len(words) + 4
        for share in (0.5, 0.38, 0.62, 0.28, 0.72):
            x, y = x1 + (x2 - x1) * share + (bend * 0.75 if x1 == x2 else 0), y1 + (y2 - y1) * share
            box = (x - half, y - 10, x + half, y + 8)
            if all(box[2] < b[0] or b[2] < box[0] or box[3] < b[1] or b[3] < box[1] for b in taken):
                taken.append(box)
                labels.append(
                    f'<rect x="{box[0]:.0f}" y="{box[1]:.0f}" width="{2 * half:.0f}" height="18" rx="4" '
                    'fill="#fffdf8"/>'
                    f'<text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle" fill="#2b2620">{words}</text>'
                )
                break
    return labels


def _station(name: str, place: tuple[int, int], n: int) -> str:
    """A station: its name on one or two lines, and how many hand-overs it has."""
    x, y = place
    lines = wrap(name, 20, max_lines=2, placeholder="…", break_long_words=True) or [""]
    middle = x + NODE_WIDTH / 2
    written = "".join(
        f'<text x="{middle}" y="{y + (26 if len(lines) == 1 else 19) + 16 * at}" text-anchor="middle" '
        f'font-weight="600" fill="#2b2620">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )
    return (
        f'<g><title>{escape(name)}</title><rect x="{x}" y="{y}" width="{NODE_WIDTH}" height="{NODE_HEIGHT}" rx="9" '
        f'fill="#fffdf8" stroke="#2b2620" stroke-width="1.4"/>{written}<text x="{middle}" y="{y + 53}" '
        f'text-anchor="middle" font-size="12" fill="#5c5348">{number(n, 0)} overdrachten</text></g>'
    )


def _arrows() -> str:
    marks = [
        f'<marker id="{look}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{colour}"/></marker>'
        for look, (colour, _) in LOOKS.items()
    ]
    return f"<defs>{''.join(marks)}</defs>"


def _legend(middle: float, y: int) -> str:
    words = {
        SHORT: f"kort: ten hoogste {time_words(middle / 2)}",
        MIDDLE: "gewoon",
        LONG: f"lang: {time_words(middle * 2)} of meer",
    }
    parts = []
    for at, (look, meaning) in enumerate(words.items()):
        colour, pattern = LOOKS[look]
        x = SIDE + at * 260
        parts.append(
            f'<line x1="{x}" y1="{y}" x2="{x + 46}" y2="{y}" stroke="{colour}" stroke-width="4" '
            f'stroke-dasharray="{pattern or "none"}"/><text x="{x + 54}" y="{y + 4}" fill="#2b2620">{meaning}</text>'
        )
    return "".join(parts)
