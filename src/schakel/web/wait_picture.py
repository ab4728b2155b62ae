"""Waits of providers against a norm, as dots on lines, with who waits now beside them. Values in, a drawing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from schakel.web.canvas import Canvas, Shape
from schakel.web.drawn import drawn
from schakel.web.formats import number

BROAD, NARROW = 720.0, 340.0
_STEP, _TOP, _FOOT = {BROAD: 34, NARROW: 52}, {BROAD: 46, NARROW: 52}, 26


@dataclass(frozen=True)
class Dot:
    """One line: whose wait, how many weeks, and how many wait now; words where there is no figure.

    p90: the weeks within which 9 of 10 were helped, where known. is_whole: all providers together.
    """

    name: str
    weeks: float | None
    waiting: int | None = None
    words: str = ""
    waiting_words: str = ""
    p90: float | None = None
    is_whole: bool = False


def wait_picture(
    rows: Sequence[Dot], *, norm: float | None, title: str, described: str
) -> dict[str, SafeString]:
    """The drawing for a desk and for a phone, with the same words; nothing when there are no rows."""
    if not rows:
        return {}
    both = (("broad", BROAD), ("narrow", NARROW))
    return {
        name: drawn(_draw(rows, norm, width).svg(title=title, description=described)) for name, width in both
    }


def _draw(rows: Sequence[Dot], norm: float | None, width: float) -> Canvas:
    is_broad = width == BROAD
    step, top = _STEP[width], _TOP[width]
    canvas = Canvas(width, top + step * len(rows) + _FOOT)
    left, right = (230.0, width - 170) if is_broad else (6.0, width - 96)
    most = axis_end([*(one.weeks for one in rows), *(one.p90 for one in rows), norm])
    bottom = top + step * len(rows) - 8

    def x(weeks: float) -> float:
        return left + weeks / most * (right - left)

    tick = max(1, ceil(most / (8 if is_broad else 4)))
    for weeks in range(0, int(most) + 1, tick):
        canvas.line((x(weeks), top - 10), (x(weeks), bottom), colour="rule", thick=1)
        canvas.words(x(weeks), bottom + 16, number(weeks, 0), align="middle")
    canvas.words(right + 6, bottom + 16, _("weken"))
    beside = right + 30
    canvas.words(beside, 14, _("wacht nu"), colour="ink", strong=True)
    if norm is not None:
        words = _("norm %(n)s weken") % {"n": number(round(norm, 1))}
        # On a phone the names stand above the lines: there the norm is a mark on each line, not a line through words.
        lines = [(24.0, bottom)]
        if not is_broad:
            lines = [
                (24.0, top - 14),
                *((top + step * at + 13, top + step * at + 35) for at in range(len(rows))),
            ]
        for first, last in lines:
            canvas.line((x(norm), first), (x(norm), last), colour="ink", thick=2, dash="5 4")
        is_far = x(norm) > left + (right - left) * 0.6
        canvas.words(x(norm), 14, words, colour="ink", strong=True, align="end" if is_far else "start")
    largest = max((one.waiting or 0 for one in rows if not one.is_whole), default=0)
    for at, row in enumerate(rows):
        y = top + step * at + (step / 2 - 6 if is_broad else 24)
        _row(canvas, row, norm, y, x, is_broad=is_broad)
        _waiting(canvas, row, y, beside, width - 44, largest)
    return canvas


def _row(canvas: Canvas, row: Dot, norm: float | None, y: float, x: Any, *, is_broad: bool) -> None:
    if is_broad:
        canvas.words(0, y, _cut(row.name, 32), colour="ink", strong=row.is_whole)
    else:
        canvas.words(x(0), y - 18, _cut(row.name, 34), colour="ink", strong=row.is_whole)
    if row.weeks is None:
        canvas.words(x(0) + 4, y, row.words)
        return
    colour, shape = _look(row, norm)
    canvas.line((x(0), y), (x(row.weeks), y), colour=colour, thick=2)
    end = row.weeks
    if row.p90 is not None and row.p90 > row.weeks:
        end = row.p90
        canvas.line((x(row.weeks), y), (x(end), y), colour=colour, thick=1.5, dash="2 3")
        canvas.line((x(end), y - 5), (x(end), y + 5), colour=colour, thick=1.5)
    canvas.dot(x(row.weeks), y, colour=colour, shape=shape, size=7 if row.is_whole else 6)
    words = x(end) + 12
    if norm is not None and words - 6 < x(norm) < words + 30:
        # The number does not stand on the line of the norm, but behind it.
        words = x(norm) + 8
    canvas.words(words, y, number(round(row.weeks, 1)), colour="ink", strong=True)


def _waiting(canvas: Canvas, row: Dot, y: float, left: float, right: float, largest: int) -> None:
    """Who waits now, as a bar with its number; the whole region only as a number, for it is as long as all of them."""
    if row.waiting is None:
        canvas.words(left, y, row.waiting_words)
        return
    at = left
    if largest and not row.is_whole:
        at = left + row.waiting / largest * (right - left)
        canvas.line((left, y), (max(at, left + 1), y), colour="plain", thick=9)
        at += 8
    canvas.words(at, y, number(row.waiting, 0), colour="ink", strong=row.is_whole)


def _look(row: Dot, norm: float | None) -> tuple[str, Shape]:
    """The colour and shape of a wait: within the norm a disc, beyond it a diamond, without a norm a ring."""
    if norm is None or row.weeks is None:
        return "plain", "ring"
    return ("good", "disc") if row.weeks <= norm else ("care", "diamond")


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def axis_end(weeks: Sequence[float | None]) -> float:
    """The end of the line of weeks: a little beyond the longest, in whole weeks, so that words fit behind it.

    >>> axis_end([6.2, None, 4]), axis_end([])
    (8, 1)
    """
    longest = max((one for one in weeks if one is not None), default=0.0)
    return max(1, ceil(longest * 1.15))
