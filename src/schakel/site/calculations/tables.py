"""Answers as tables to read: numbers as Dutch readers write them, columns that line up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median


def figures(values: Sequence[float | None], digits: int = 4) -> list[str]:
    """Write the numbers of a column with as many decimals as the middle one needs to show so many digits that count.

    What is not known is a dash; whole numbers get no decimals.

    >>> figures([0.98654, 1.0, None]), figures([1240, 31.0]), figures([1166.74, 984.08])
    (['0,9865', '1,0000', '–'], ['1.240', '31'], ['1.167', '984'])
    """
    from schakel.web.formats import number

    known = [value for value in values if value is not None]
    sizes = [abs(value) for value in known if value]
    if all(value == int(value) for value in known):
        decimals = 0
    else:
        decimals = min(12, max(0, digits - 1 - math.floor(math.log10(median(sizes)))))
    return ["–" if value is None else number(float(value), decimals) for value in values]


def in_columns(columns: Sequence[tuple[str, Sequence[str]]], *, words: Sequence[str] = ()) -> str:
    """Put columns beside each other, each under its name; those named in ``words`` begin left, the others end right.

    >>> print(in_columns([("gebied", ["Rijssen", "Wierden"]), ("n", ["12", "8"])], words=["gebied"]))
    gebied    n
    ───────  ──
    Rijssen  12
    Wierden   8
    """
    aligned = []
    for name, cells in columns:
        width = max(len(cell) for cell in [name, *cells])
        written = [name, "─" * width, *cells]
        aligned.append([cell.ljust(width) if name in words else cell.rjust(width) for cell in written])
    return "\n".join("  ".join(row).rstrip() for row in zip(*aligned, strict=True))


def speak_dutch() -> None:
    """Let words that are wrapped for translation be the Dutch ones they are, without settings or a database."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
