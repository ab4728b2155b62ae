"""One figure of one period: what was counted, what follows from it, and why it cannot be so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.measuring.rules.kinds import FRACTIONS, IndicatorType

#: With fewer points limits are still provisional; with fewer than the least there is no baseline.
ENOUGH_POINTS, LEAST_POINTS = 12, 3
#: A figure is kept with so many decimals.
KEPT = Decimal("0.000001")
MOST = Decimal(10) ** 11


class Level(TextChoices):
    """About whom a series is."""

    NETWORK = "network", gettext_lazy("het hele netwerk")
    AREA = "area", gettext_lazy("een gebied")
    PARTNER = "partner", gettext_lazy("een partner")


class Subject(TextChoices):
    """What a series can belong to beside the network; the app above knows what it is."""

    INITIATIVE = "initiative", gettext_lazy("initiatief")


class ValueState(TextChoices):
    """Whether somebody checked a figure."""

    PROVISIONAL = "provisional", gettext_lazy("voorlopig")
    FINAL = "final", gettext_lazy("definitief")


class BaselineState(TextChoices):
    """How far a baseline is."""

    COLLECTED = "collected", gettext_lazy("verzameld")
    CHECKED = "checked", gettext_lazy("nagekeken")
    LOCKED = "locked", gettext_lazy("op slot")


@dataclass(frozen=True)
class Measured:
    """What was filled in for one period; everything None means: there is no figure.

    numerator, denominator: of a share or a rate. value: of every other type, in the unit of the indicator.
    n: how many people or things it is about, where it was told. sd: the standard deviation of a mean, in its unit.
    """

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    n: int | None = None
    sd: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return self.numerator is self.denominator is self.value is self.sd is None and self.n is None


def why_not_measured(type: str, one: Measured) -> str | None:
    """Why this cannot be a figure of this type."""
    numbers = [number for number in (one.numerator, one.denominator, one.value, one.sd) if number is not None]
    if any(abs(number) >= MOST for number in numbers):
        return _("Dit getal is te groot.")
    if one.sd is not None and (refusal := _why_not_spread(type, one)):
        return refusal
    if type in FRACTIONS:
        return _why_not_fraction(type, one)
    if one.value is None:
        return _("Vul ook de waarde in.")
    if type != IndicatorType.SCORE and type != IndicatorType.MEAN and one.value < 0:
        return _("Dit getal is lager dan nul.")
    if type == IndicatorType.COUNT and one.value != one.value.to_integral_value():
        return _("Een aantal is een heel getal.")
    return None


def _why_not_spread(type: str, one: Measured) -> str | None:
    if type in FRACTIONS or type in {IndicatorType.COUNT, IndicatorType.TIME_BETWEEN}:
        return _("Een standaarddeviatie hoort alleen bij een gemiddelde.")
    if one.sd is not None and one.sd < 0:
        return _("Een standaarddeviatie is niet lager dan nul.")
    if one.n is None or one.n < 2:
        return _("Vul ook in over hoeveel het gaat: met een standaarddeviatie zijn dat er minstens twee.")
    return None


def spread_of(error: Decimal, n: int | None) -> Decimal:
    """The standard deviation behind a standard error: SE · √n; the error itself when nobody told over how many.

    >>> spread_of(Decimal("0.5"), 16)
    Decimal('2.000000')
    """
    return (error * Decimal(n or 1).sqrt()).quantize(KEPT)


def _why_not_fraction(type: str, one: Measured) -> str | None:
    if one.numerator is None:
        return _("Vul ook de teller in.")
    if one.denominator is None:
        return _("Vul ook de noemer in.")
    if one.numerator < 0 or one.denominator < 0:
        return _("Dit getal is lager dan nul.")
    if one.denominator == 0 and one.numerator > 0:
        return _("De noemer is nul, maar de teller niet.")
    if type == IndicatorType.PROPORTION and one.numerator > one.denominator:
        return _("De teller is groter dan de noemer. Draaide u ze om?")
    return None


def worked_out(type: str, multiplier: int, one: Measured) -> Measured:
    """The figure with what follows from it: the value of a fraction, and how many it is about.

    A denominator of zero gives no value: nothing happened that could be counted.
    """
    if one.is_empty or type not in FRACTIONS:
        value = one.value.quantize(KEPT) if one.value is not None else None
        return Measured(value=value, n=one.n, sd=one.sd.quantize(KEPT) if one.sd is not None else None)
    assert one.numerator is not None
    assert one.denominator is not None
    above, below = one.numerator.quantize(KEPT), one.denominator.quantize(KEPT)
    value = (above / below * multiplier).quantize(KEPT) if below else None
    return Measured(above, below, value, int(below))


def seal_of(facts: Mapping[str, Any], values: Sequence[Mapping[str, Any]], limits: Mapping[str, Any]) -> str:
    """The fingerprint of a baseline: of what, which period, which values and limits, who and when.

    The same content gives the same fingerprint, whatever the order of its words.

    >>> seal_of({"a": 1, "b": 2}, [], {}) == seal_of({"b": 2, "a": 1}, [], {})
    True
    """
    content = {"facts": dict(facts), "values": [dict(one) for one in values], "limits": dict(limits)}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def kept_value(period_on: date, one: Measured) -> dict[str, Any]:
    """One figure as it stands in a baseline: plain words and numbers, so that it can be sealed."""

    def plain(number: Decimal | None) -> str | None:
        return None if number is None else format(number.normalize(), "f")

    kept = {
        "period_on": period_on.isoformat(),
        "numerator": plain(one.numerator),
        "denominator": plain(one.denominator),
        "value": plain(one.value),
        "n": one.n,
    }
    # Only where it was told: what was sealed without one keeps its fingerprint.
    return kept if one.sd is None else {**kept, "sd": plain(one.sd)}


def read_value(kept: Mapping[str, Any]) -> tuple[date, Measured]:
    """A figure of a baseline, read back: its period and what was measured.

    >>> read_value(kept_value(date(2026, 3, 1), Measured(value=Decimal("8.50"), n=12)))[1].value
    Decimal('8.5')
    """
    numbers = {
        name: None if kept.get(name) is None else Decimal(kept[name])
        for name in ("numerator", "denominator", "value", "sd")
    }
    return date.fromisoformat(kept["period_on"]), Measured(**numbers, n=kept["n"])


def why_not_enough(n_values: int) -> str | None:
    """Why these are too few figures for a baseline."""
    if n_values >= LEAST_POINTS:
        return None
    return _("Een nulmeting heeft minstens %(least)d cijfers. In deze periode zijn er %(n)d.") % {
        "least": LEAST_POINTS,
        "n": n_values,
    }
