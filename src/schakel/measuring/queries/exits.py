"""The only way by which figures leave: what is shown to people who did not collect them, with small numbers hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from schakel.measuring.models import IndicatorVersion
from schakel.measuring.rules import FRACTIONS, Disclosure, IndicatorType, Measured
from schakel.methods.disclosure import Cell, Policy, released


@dataclass(frozen=True)
class Shown:
    """One figure as it may be shown; of a hidden one nothing is left."""

    measured: Measured
    is_hidden: bool = False


HIDDEN = Shown(Measured(), is_hidden=True)


def let_out(version: IndicatorVersion, figures: Sequence[Measured], policy: Policy) -> list[Shown]:
    """Figures that are shown together, in the same order; no database query.

    An indicator that counts no people is shown as it is. A mean of which nobody told over how many it is, stays hidden.
    """
    if version.disclosure == Disclosure.OPEN:
        return [Shown(one) for one in figures]
    there = [at for at, one in enumerate(figures) if one.value is not None]
    cells = [_cell(at, version, figures[at]) for at in there]
    out = [Shown(one) for one in figures]
    for one, at in zip(released(cells, policy), there, strict=True):
        if one.is_hidden:
            out[at] = HIDDEN
    return out


def _cell(key: int, version: IndicatorVersion, one: Measured) -> Cell:
    """A figure as the rules for small numbers judge it."""
    if version.type in FRACTIONS:
        assert one.numerator is not None
        assert one.denominator is not None
        # A rate may count more than there are people: then the people are what is judged.
        count, base = int(one.numerator), int(one.denominator)
        return Cell(
            key, float(one.value or 0), count=min(count, base), base=base, per=float(version.multiplier)
        )
    if version.type == IndicatorType.COUNT:
        # Zero is an outcome here: it tells of no one person.
        return Cell(key, float(one.value or 0), count=int(one.value or 0), is_sensitive=False)
    return Cell(key, float(one.value or Decimal(0)), base=one.n or 0)
