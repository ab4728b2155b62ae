"""How often a stable series gives a signal all the same, from simulated series.

The table `false_alarms.json` is made by `python -m tests.methods.simulate_false_alarms`, with its seed.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import fmean
from typing import Any

from schakel.methods.spc.rulesets import RuleSet
from schakel.methods.spc.series import Chart


@dataclass(frozen=True)
class FalseAlarms:
    """Of as many stable series like this one: what share gives a signal somewhere, and what share at its last point.

    Over many series the shares add up to the number of false alarms to expect.
    """

    anywhere: float
    at_last: float


def false_alarms(
    lengths: Sequence[int], autocorrelation: float | None, chart: Chart, rules: RuleSet
) -> FalseAlarms:
    """Give the share of stable series that gives a signal.

    lengths: measured points of each phase, the last phase last, at least one above 0. autocorrelation: with lag 1;
    below 0, or None, is taken as 0. Returns shares, 0 to 1. Between the lengths and autocorrelations of the table it
    is interpolated; outside them the nearest counts. Below 6 points nothing is simulated: the share is 0.
    Phases stand alone: 1 − Π(1 − share).

    The table has XmR charts (their rules hold for the others) and run charts, limits from all points, screened. A
    fixed baseline gives more false alarms than this.

    >>> from schakel.methods.spc.rulesets import RULE_SETS
    >>> round(false_alarms([24], 0, Chart.XMR, RULE_SETS["nhs7"]).anywhere, 2)
    0.18
    """
    table = _table()
    kind = table["tables"][rules.name]["run" if chart == Chart.RUN else "xmr"]
    near = max(0.0, autocorrelation or 0.0)
    none = 1.0
    for length in lengths:
        none *= 1 - _between(table, kind["anywhere"], length, near)
    return FalseAlarms(1 - none, _between(table, kind["at_last"], lengths[-1], near))


def autocorrelation(phases: Sequence[Sequence[float | None]]) -> float | None:
    """Give how much each value resembles the one before it, within phases.

    phases: the values of each phase in order of time, in one unit; None where nothing was measured: the pairs
    beside it do not count. Returns −1 to 1; None for constant values or fewer than three.

    Formula: r₁ = Σ (x[t] − m)(x[t−1] − m) / Σ (x[t] − m)², m the mean of the phase (Box and Jenkins 1976).

    >>> round(autocorrelation([[1, 2, 3, 4, 5]]), 2)
    0.4
    """
    above = below = 0.0
    n = 0
    for phase in phases:
        known = [value for value in phase if value is not None]
        if not known or min(known) == max(known):
            continue
        mean = fmean(known)
        n += len(known)
        away = [None if value is None else value - mean for value in phase]
        below += sum(distance**2 for distance in away if distance is not None)
        above += sum(one * two for one, two in pairwise(away) if one is not None and two is not None)
    return above / below if n > 2 and below else None


@cache
def _table() -> dict[str, Any]:
    """The simulated table."""
    text = files("schakel.methods.spc").joinpath("false_alarms.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def _between(
    table: dict[str, Any], shares: Sequence[Sequence[float]], length: int, autocorrelation: float
) -> float:
    """The share at a length and an autocorrelation, in straight lines between those of the table."""
    lengths, rows = table["lengths"], table["autocorrelations"]
    if length < lengths[0]:
        return 0.0
    row, over_row = _place(rows, autocorrelation)
    column, over_column = _place(lengths, length)
    corner = [
        shares[row + down][column] * (1 - over_column) + shares[row + down][column + 1] * over_column
        for down in (0, 1)
    ]
    return corner[0] * (1 - over_row) + corner[1] * over_row


def _place(marks: Sequence[float], value: float) -> tuple[int, float]:
    """Between which marks a value lies, and how far on: 0 to 1."""
    first = min(max(bisect_right(marks, value) - 1, 0), len(marks) - 2)
    over = (value - marks[first]) / (marks[first + 1] - marks[first])
    return first, min(max(over, 0.0), 1.0)
