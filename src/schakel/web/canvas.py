"""Drawings put together by hand: lines, dots and words in places that we reckoned, as one SVG element.

Pure strings: a page may draw one, and a paper keeps it. Its colours have a class of the same name, as those of
``schakel.web.vega`` do, so that it follows the scheme of a page; it holds no style, so a strict policy holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from typing import Literal

from schakel.web.vega import FONT, colours

Shape = Literal["disc", "ring", "diamond", "square"]


@dataclass
class Canvas:
    """A sheet of so many units wide and high, with the origin at the left on top."""

    width: float
    height: float
    pieces: list[str] = field(default_factory=list)

    def line(
        self,
        *places: tuple[float, float],
        colour: str,
        thick: float = 1.5,
        dash: str = "",
        closed: bool = False,
    ) -> None:
        """A line from place to place; closed: back to where it began."""
        steps = " ".join(f"{'L' if at else 'M'}{x:.1f} {y:.1f}" for at, (x, y) in enumerate(places))
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.pieces.append(
            f'<path class="line-{colour}" d="{steps}{"Z" if closed else ""}" fill="none" '
            f'stroke="{colours()[colour]}" stroke-width="{thick:g}" stroke-linejoin="round"{dashed}/>'
        )

    def dot(self, x: float, y: float, *, colour: str, shape: Shape = "disc", size: float = 5) -> None:
        """A mark; each shape reads without its colour too."""
        fill = "sheet" if shape == "ring" else colour
        if shape in {"disc", "ring"}:
            drawn = f'<circle class="fill-{fill} line-{colour}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}"'
        else:
            r = size * (1.25 if shape == "diamond" else 0.9)
            corners = (
                [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
                if shape == "diamond"
                else [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
            )
            steps = " ".join(f"{'L' if at else 'M'}{cx:.1f} {cy:.1f}" for at, (cx, cy) in enumerate(corners))
            drawn = f'<path class="fill-{fill} line-{colour}" d="{steps}Z"'
        self.pieces.append(
            f'{drawn} fill="{colours()[fill]}" stroke="{colours()[colour]}" stroke-width="1.5"/>'
        )

    def words(
        self,
        x: float,
        y: float,
        told: str,
        *,
        colour: str = "ink-soft",
        align: Literal["start", "middle", "end"] = "start",
        strong: bool = False,
    ) -> None:
        """Words with their middle at this height."""
        heavy = ' font-weight="600"' if strong else ""
        self.pieces.append(
            f'<text class="fill-{colour}" x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="{align}" font-size="13"{heavy} '
            f'font-family="{FONT}" fill="{colours()[colour]}">{escape(told)}</text>'
        )

    def svg(self, *, title: str, description: str) -> str:
        """The drawing, with a title and a description for who cannot see it."""
        body = "".join(self.pieces)
        name = f"c{sha256((body + title + description).encode()).hexdigest()[:12]}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="vega" viewBox="0 0 {self.width:g} {self.height:g}" '
            f'role="img" aria-labelledby="{name}-t" aria-describedby="{name}-d"><title id="{name}-t">{escape(title)}'
            f'</title><desc id="{name}-d">{escape(description)}</desc>{body}</svg>'
        )


@dataclass(frozen=True)
class Span:
    """A figure with its interval on a line of its own, and the same in words."""

    label: str
    low: float
    value: float
    high: float
    words: str
    shape: Shape = "disc"
    colour: str = "ink"


def spans(rows: Sequence[Span], *, width: float, zero_words: str) -> Canvas:
    """Figures under each other, each on its own scale with zero: what differs from nothing is seen at once."""
    step, top = 92, 22
    canvas = Canvas(width, top + step * len(rows) + 6)
    for at, row in enumerate(rows):
        y = top + step * at
        least, most = min(row.low, 0.0), max(row.high, 0.0)
        room = (most - least) or 1.0
        edge = 12

        def x(value: float, least: float = least, room: float = room, edge: float = edge) -> float:
            return edge + (value - least) / room * (width - 2 * edge)

        canvas.words(0, y - 8, row.label, colour="ink", strong=True)
        canvas.words(width, y - 8, row.words, colour="ink", align="end")
        canvas.line((edge, y + 22), (width - edge, y + 22), colour="rule", thick=1)
        canvas.line((x(0), y + 8), (x(0), y + 36), colour="plain", dash="3 3")
        canvas.line((x(row.low), y + 22), (x(row.high), y + 22), colour=row.colour, thick=3)
        for end in (row.low, row.high):
            canvas.line((x(end), y + 16), (x(end), y + 28), colour=row.colour, thick=1.5)
        canvas.dot(x(row.value), y + 22, colour=row.colour, shape=row.shape, size=6)
        align: Literal["start", "middle", "end"] = "middle"
        if x(0) < 40:
            align = "start"
        elif x(0) > width - 40:
            align = "end"
        canvas.words(x(0), y + 46, zero_words, align=align)
    return canvas


def curve(
    points: Sequence[tuple[float, float]],
    *,
    width: float,
    marks: Sequence[tuple[float, str]],
    height: float = 190,
) -> Canvas:
    """A line from left to right between 0 and 1, with round shares at the left and named places below.

    points: place and share (0 to 1), rising. marks: places that get their words.
    """
    canvas = Canvas(width, height)
    left, right, top, bottom = 46.0, width - 16, 12.0, height - 30
    most = points[-1][0] or 1.0

    def place(at: float, share: float) -> tuple[float, float]:
        return left + at / most * (right - left), bottom - share * (bottom - top)

    for share in (0.0, 0.5, 1.0):
        y = place(0, share)[1]
        canvas.line((left, y), (right, y), colour="rule", thick=1)
        canvas.words(left - 8, y, f"{share * 100:.0f}\u00a0%", align="end")
    for at, words in marks:
        x = place(at, 0)[0]
        canvas.line((x, top), (x, bottom), colour="plain", thick=1, dash="3 3")
        canvas.words(x, bottom + 16, words, align="end" if x > right - 40 else "middle")
    canvas.line(*(place(at, share) for at, share in points), colour="ink", thick=2)
    return canvas
