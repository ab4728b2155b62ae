"""Scores as drawings: dots with their margin first, and for Positive Health the spider that people know."""

from __future__ import annotations

import math

from django.utils.translation import gettext as _

from schakel.initiatives.queries.surveys import Answers, Questionnaire
from schakel.web.canvas import Canvas, Shape
from schakel.web.formats import number

BROAD, NARROW = 720, 312
#: How each round looks: shape and line tell them apart without colour too.
LOOKS: tuple[tuple[Shape, str, str], ...] = (("ring", "plain", "5 4"), ("disc", "net", ""))


def looks_of(found: Questionnaire, one: Answers) -> tuple[Shape, str, str]:
    """How a round is drawn: the baseline is a ring with a broken line, the follow-up a disc with a whole one."""
    return LOOKS[0 if one is found.baseline else 1]


def described(found: Questionnaire) -> str:
    """The drawing in words."""
    return " ".join(
        f"{each.words}: {', '.join(f'{one.name} {number(one.mean, 1)} ({one.n})' for one in each.scores)}."
        for each in found.rounds
    )


def dots(found: Questionnaire) -> tuple[str, str]:
    """For a desk and for a phone: each dimension on a line, each round with its margin, on one scale."""
    title = _("%(name)s: gemiddelde met marge") % {"name": found.name}
    return (
        _dots(found, BROAD, 150).svg(title=title, description=described(found)),
        _dots(found, NARROW, 112).svg(title=title, description=described(found)),
    )


def _dots(found: Questionnaire, width: int, left: int) -> Canvas:
    row = found.rounds[0].row
    low, high = float(row.lowest), float(row.highest)
    step, top, right = 46, 34, width - 14
    canvas = Canvas(width, top + step * len(found.names) + 26)

    def x(value: float) -> float:
        return left + (min(max(value, low), high) - low) / (high - low) * (right - left)

    _key(canvas, found, width)
    bottom = top + step * len(found.names)
    for at in range(3):
        value = low + (high - low) * at / 2
        canvas.line((x(value), top), (x(value), bottom), colour="rule", thick=1)
        canvas.words(x(value), bottom + 14, number(value, 0), align="middle")
    for nth, name in enumerate(found.names):
        y = top + step * nth + step / 2
        canvas.words(0, y, name, colour="ink")
        for at, each in enumerate(found.rounds):
            score = each.score(name)
            if score is None:
                continue
            shape, colour, _dash = looks_of(found, each)
            here = y + (at - (len(found.rounds) - 1) / 2) * 15
            lower, upper = score.margin95
            canvas.line((x(lower), here), (x(upper), here), colour=colour, thick=2)
            canvas.dot(x(score.mean), here, colour=colour, shape=shape)
    return canvas


def _key(canvas: Canvas, found: Questionnaire, width: int) -> None:
    """Which mark is which round, on top."""
    for at, each in enumerate(found.rounds):
        shape, colour, _dash = looks_of(found, each)
        x = at * min(width / 2, 260) + 6
        canvas.dot(x, 12, colour=colour, shape=shape)
        canvas.words(x + 12, 12, str(each.row.get_moment_display()), colour="ink")


def spider(found: Questionnaire) -> str:
    """The six dimensions around a middle, on a fixed scale: a picture to talk about, always beside the dots."""
    canvas = Canvas(NARROW, 292)
    row = found.rounds[0].row
    low, high = float(row.lowest), float(row.highest)
    middle, radius = (156.0, 158.0), 88.0
    names = found.names

    def place(at: int, value: float) -> tuple[float, float]:
        turn = 2 * math.pi * at / len(names) - math.pi / 2
        size = radius * (value - low) / (high - low)
        return middle[0] + size * math.cos(turn), middle[1] + size * math.sin(turn)

    _key(canvas, found, NARROW)
    for part in (0.25, 0.5, 0.75, 1.0):
        ring = [place(at, low + (high - low) * part) for at in range(len(names))]
        canvas.line(*ring, colour="rule", thick=1, closed=True)
    for at, name in enumerate(names):
        canvas.line(middle, place(at, high), colour="rule", thick=1)
        x, y = place(at, high + (high - low) * 0.13)
        _name(canvas, x, y, name, side=x - middle[0])
    for each in found.rounds:
        shape, colour, dash = looks_of(found, each)
        spots = [
            place(at, score.mean) for at, name in enumerate(names) if (score := each.score(name)) is not None
        ]
        if len(spots) == len(names):
            canvas.line(*spots, colour=colour, thick=2, dash=dash, closed=True)
        for x, y in spots:
            canvas.dot(x, y, colour=colour, shape=shape)
    return canvas.svg(title=_("%(name)s: zes dimensies") % {"name": found.name}, description=described(found))


def _name(canvas: Canvas, x: float, y: float, name: str, *, side: float) -> None:
    """The name of an axis, its words under each other at a side, where there is no room for a long one."""
    if abs(side) < 20:
        canvas.words(x, y, name, colour="ink", align="middle")
        return
    told = name.split()
    for nth, word in enumerate(told):
        here = y + (nth - (len(told) - 1) / 2) * 15
        canvas.words(x, here, word, colour="ink", align="start" if side > 0 else "end")
