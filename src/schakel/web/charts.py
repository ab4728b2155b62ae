"""Drawings made by the server: how many stand where, and how much in each year. Values in, places in a drawing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from schakel.web.states import look

#: A drawing is this wide in its own units; it grows and shrinks with the page.
WIDTH = 600
#: With more than this many each part is one block instead of a row of cells.
MOST_CELLS = 48
GAP = 4
#: How a cell is filled, by the icon of its state: to be told apart without colour too.
FILLS = {
    "ready": "full",
    "ready_tail": "full",
    "late": "full",
    "partly": "half",
    "unknown": "half",
    "adjust": "half",
    "abstain": "half",
    "no": "crossed",
    "stopped": "crossed",
}


@dataclass(frozen=True)
class Part:
    """So many of something that stand the same way: the state says shape and colour, the words say it in full."""

    state: str
    n: int
    words: str | Promise


@dataclass(frozen=True)
class Cell:
    """One rectangle of a strip, with the name of its colour and how it is filled."""

    x: int
    width: int
    colour: str
    fill: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True)
class Strip:
    """A row of cells, one for each voice, in the order of its parts; a line where enough of them is reached."""

    parts: Sequence[Part]
    cells: Sequence[Cell]
    line_x: int | None
    line_words: str


def strip(parts: Sequence[Part], *, needed: int | None = None, needed_words: str = "") -> Strip | None:
    """Draw how many stand where; None when nobody does. The line comes after the first ``needed`` cells.

    >>> drawn = strip([Part("yes", 2, "2 ja"), Part("no", 1, "1 nee")], needed=2, needed_words="nodig 2")
    >>> [(cell.x, cell.width, cell.fill) for cell in drawn.cells], drawn.line_x
    ([(0, 197, 'full'), (201, 198, 'full'), (403, 197, 'crossed')], 401)
    """
    shown = [part for part in parts if part.n > 0]
    total = sum(part.n for part in shown)
    if not total:
        return None
    sizes = [1] * total if total <= MOST_CELLS else [part.n for part in shown]
    states = [part.state for part in shown for _cell in range(part.n if total <= MOST_CELLS else 1)]
    cells, before = [], 0
    for size, state in zip(sizes, states, strict=True):
        # Of very many, even one is still seen: it is one unit wide, within the drawing.
        x, end = min(_at(before, total), WIDTH - 1), _at(before + size, total) - GAP
        kind = look(state)
        cells.append(Cell(x, max(1, end - x), kind.colour, FILLS.get(kind.icon, "empty")))
        before += size
    line_x = _at(needed, total) - GAP // 2 if needed and needed <= total else None
    return Strip(shown, cells, line_x, needed_words if line_x is not None else "")


def _at(n: int, total: int) -> int:
    """Where cell ``n`` begins."""
    return round(n * (WIDTH + GAP) / total)


@dataclass(frozen=True)
class Bar:
    """One bar beside its name and its amount."""

    label: str
    words: str
    width: int


def bars(rows: Sequence[tuple[str, Decimal, str]]) -> list[Bar]:
    """Draw amounts under each other, the largest as wide as the drawing; what is not nothing is always seen.

    rows: name, amount (at least 0), and the amount in words.

    >>> [bar.width for bar in bars([("2026", Decimal(10), "€ 10"), ("2027", Decimal(40), "€ 40")])]
    [150, 600]
    """
    most = max((amount for _label, amount, _words in rows), default=Decimal(0))
    return [
        Bar(label, words, max(2, round(amount * WIDTH / most)) if amount > 0 else 0)
        for label, amount, words in rows
    ]


@dataclass(frozen=True)
class PlannedBar:
    """One bar of what was planned with what came of it in it; over says how much went past the plan."""

    label: str
    words: str
    planned: int
    real: int
    is_over: bool


def planned_bars(rows: Sequence[tuple[str, Decimal, Decimal, str]]) -> list[PlannedBar]:
    """Draw plan and reality over each other, the largest of all as wide as the drawing.

    rows: name, planned and real (at least 0), and both in words.

    >>> [(one.planned, one.real, one.is_over) for one in planned_bars([("2026", Decimal(40), Decimal(10), "")])]
    [(600, 150, False)]
    """
    most = max((amount for _label, *both, _words in rows for amount in both), default=Decimal(0))

    def wide(amount: Decimal) -> int:
        return max(2, round(amount * WIDTH / most)) if amount > 0 else 0

    return [
        PlannedBar(label, words, wide(planned), wide(real), real > planned)
        for label, planned, real, words in rows
    ]
