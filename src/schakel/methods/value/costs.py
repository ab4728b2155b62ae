"""Lines of cost, discounting, quality of life over time, and how a board reads an amount."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise


class CostKind(StrEnum):
    """Where a cost arises: four groups of the Dutch costing manual."""

    INTERVENTION = "intervention"
    CARE_USE = "care_use"
    PATIENT_FAMILY = "patient_family"
    OTHER_SECTOR = "other_sector"


@dataclass(frozen=True)
class CostLine:
    """One line of cost: how much of something, against which price, in which year of the project.

    volume: in the unit of the line (hours, visits); price_eur: euros per unit, in prices of ``price_year``.
    year: 0 for the first twelve months, 1 for the next. source: where the price comes from.
    Raises ValueError for a negative volume, price or year, or without a source.

    >>> line = CostLine(CostKind.INTERVENTION, "wijkverpleging", Decimal(12), Decimal("68.50"), 0, 2024, "tarief 2024")
    >>> line.amount_eur
    Decimal('822.00')
    """

    kind: CostKind
    what: str
    volume: Decimal
    price_eur: Decimal
    year: int
    price_year: int
    source: str

    def __post_init__(self) -> None:
        if self.volume < 0 or self.price_eur < 0 or self.year < 0:
            raise ValueError("volume, price and year are not negative")
        if not self.source.strip():
            raise ValueError("a price has a source")

    @property
    def amount_eur(self) -> Decimal:
        """Volume times price, in euros of the price year, before discounting."""
        return self.volume * self.price_eur


@dataclass(frozen=True)
class Discounting:
    """By how much later costs and effects count less, and by which guideline.

    costs, effects: share a year. Raises ValueError for a rate below zero.

    >>> Discounting().costs
    Decimal('0.03')
    """

    costs: Decimal = Decimal("0.03")
    effects: Decimal = Decimal("0.015")
    source: str = (
        "Zorginstituut Nederland, richtlijn economische evaluaties, 2024 (2016: kosten 4 %, effecten 1,5 %)"
    )

    def __post_init__(self) -> None:
        if self.costs < 0 or self.effects < 0:
            raise ValueError("a discount rate is not negative")


def discounted(amount: Decimal, year: int, rate: Decimal) -> Decimal:
    """What an amount of a later year is worth in the first.

    amount: euros or effect; year: 0 for the first twelve months, which are not discounted; rate: share a year.
    Raises ValueError for a year or rate below zero.

    Formula: amount / (1 + rate)^year. Source: the guideline named in ``Discounting``.

    >>> [round(discounted(Decimal(1030), year, Decimal("0.03")), 2) for year in (0, 1, 2)]
    [Decimal('1030.00'), Decimal('1000.00'), Decimal('970.87')]
    """
    if year < 0 or rate < 0:
        raise ValueError("year and rate are not negative")
    return amount / (1 + rate) ** year


def in_prices_of(amount: Decimal, index_then: Decimal, index_now: Decimal) -> Decimal:
    """An amount in the prices of another year.

    index_then, index_now: the consumer price index (CBS) of the price year and of the year asked for.
    Raises ValueError for an index that is not positive.

    >>> in_prices_of(Decimal(200), Decimal(100), Decimal(115))
    Decimal('230')
    """
    if index_then <= 0 or index_now <= 0:
        raise ValueError("a price index is positive")
    return amount * index_now / index_then


def total_by_kind(
    lines: Iterable[CostLine], discounting: Discounting | None = None
) -> dict[CostKind, Decimal]:
    """Costs by kind, in euros, each kind once and in the order of ``CostKind``; discounted when a rate is given.

    The lines have to be in prices of one year: ValueError when they are not. Without lines each kind is 0.

    >>> total_by_kind([])[CostKind.CARE_USE]
    Decimal('0')
    """
    lines = list(lines)
    if len({line.price_year for line in lines}) > 1:
        raise ValueError("bring the lines to prices of one year first")
    rate = discounting.costs if discounting else Decimal(0)
    return {
        kind: sum(
            (discounted(line.amount_eur, line.year, rate) for line in lines if line.kind == kind), Decimal(0)
        )
        for kind in CostKind
    }


def qaly(utilities: Sequence[float], years: Sequence[float]) -> float:
    """Years of life in full health that a course of quality of life amounts to.

    utilities: quality of life at each moment, 1 is full health, below 0 is worse than death; no gaps.
    years: the moments in years, rising, as many as utilities and at least two. Result in years.
    Raises ValueError for other shapes or orders.

    Formula: Σ ½(uᵢ + uᵢ₊₁)·Δt. Source: Manca, Hawkins and Sculpher, Health Econ 2005;14:487–496.

    >>> round(qaly([0.5, 0.7, 0.7], [0, 0.5, 1]), 6)
    0.65
    """
    if len(utilities) != len(years) or len(years) < 2:
        raise ValueError("each moment has its quality of life, and there are at least two")
    if any(later <= earlier for earlier, later in pairwise(years)):
        raise ValueError("moments rise")
    if not all(math.isfinite(number) for number in (*utilities, *years)):
        raise ValueError("quality of life and moments are finite")
    steps = zip(pairwise(utilities), pairwise(years), strict=True)
    return math.fsum((first + last) / 2 * (end - start) for (first, last), (start, end) in steps)


def significant(number: Decimal | float, n_figures: int = 2) -> Decimal:
    """A number as a board reads it: two significant figures, halves away from zero.

    number: in any unit; n_figures: 1 or more. Zero stays zero. Raises ValueError for a number that is not finite.

    >>> significant(8208.01), significant(Decimal("-0.0447")), significant(25), significant(997)
    (Decimal('8200'), Decimal('-0.045'), Decimal('25'), Decimal('1000'))
    """
    exact = number if isinstance(number, Decimal) else Decimal(repr(float(number)))
    if not exact.is_finite() or n_figures < 1:
        raise ValueError("only a finite number has significant figures, one or more")
    if exact == 0:
        return Decimal(0)
    step = Decimal(1).scaleb(exact.adjusted() - n_figures + 1)
    rounded = (exact / step).to_integral_value(ROUND_HALF_UP) * step
    return rounded.quantize(Decimal(1)) if step >= 1 else rounded


def out_of_hundred(share: float) -> int:
    """A chance in words of "so many out of a hundred"; never 0 or 100 unless it is none or all.

    share: 0 to 1. Raises ValueError outside that.

    >>> out_of_hundred(0.845), out_of_hundred(0.9996), out_of_hundred(1.0), out_of_hundred(0.001)
    (85, 99, 100, 1)
    """
    if not 0 <= share <= 1:
        raise ValueError("a share lies between 0 and 1")
    if share in (0, 1):
        return int(share * 100)
    return min(max(int(Decimal(repr(share * 100)).to_integral_value(ROUND_HALF_UP)), 1), 99)
