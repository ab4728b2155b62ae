"""The places of a grid of fields, as a page draws them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """One place in a grid: its name, what stands in it, and what a screen reader says."""

    name: str
    text: str
    label: str
    is_wrong: bool


@dataclass(frozen=True)
class Line:
    """One row with its cells, what is wrong in it, and a note beside it, such as what stood there a month before."""

    words: str
    cells: tuple[Cell, ...]
    wrong: tuple[str, ...]
    note: str = ""
