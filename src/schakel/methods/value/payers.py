"""Who pays and who gains: the same money seen by each payer, and whether a gain is money or only time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Payer(StrEnum):
    """Whose money it is: three Dutch laws, the municipality, the provider of care, and the resident."""

    ZVW = "zvw"
    WLZ = "wlz"
    WMO = "wmo"
    MUNICIPALITY = "municipality"
    PROVIDER = "provider"
    RESIDENT = "resident"


class Flow(StrEnum):
    """What happens to the money: it is spent, it is left over, or only time of people and beds is left over."""

    PAYS = "pays"
    GAINS_CASH = "gains_cash"
    GAINS_CAPACITY = "gains_capacity"


@dataclass(frozen=True)
class Entry:
    """One amount of one payer in one year. Raises ValueError for a negative amount: the flow gives the sign.

    >>> Entry(Payer.ZVW, Flow.PAYS, 2026, Decimal(1000)).amount_eur
    Decimal('1000')
    """

    payer: Payer
    flow: Flow
    year: int
    amount_eur: Decimal

    def __post_init__(self) -> None:
        if not self.amount_eur.is_finite() or self.amount_eur < 0:
            raise ValueError("an amount is finite and not negative")


@dataclass(frozen=True)
class PayerLine:
    """What one payer pays and gains, in euros."""

    payer: Payer
    pays_eur: Decimal
    gains_cash_eur: Decimal
    gains_capacity_eur: Decimal

    @property
    def balance_eur(self) -> Decimal:
        """Money left over (negative: needed). Time that is freed is no money and does not count here."""
        return self.gains_cash_eur - self.pays_eur

    @property
    def pays_for_others(self) -> bool:
        """Whether this payer pays more than it gets back, in money and time together."""
        return self.pays_eur > self.gains_cash_eur + self.gains_capacity_eur


def who_pays_and_gains(entries: Iterable[Entry]) -> tuple[PayerLine, ...]:
    """What each payer pays and gains over all years, one line for every payer, in the order of ``Payer``.

    entries: amounts in euros of one price year. Without entries every line is 0: "pays nothing" is shown too.

    >>> lines = who_pays_and_gains([Entry(Payer.WMO, Flow.PAYS, 2026, Decimal(9)),
    ...                             Entry(Payer.ZVW, Flow.GAINS_CASH, 2026, Decimal(7))])
    >>> [(line.payer.value, int(line.balance_eur)) for line in lines if line.balance_eur]
    [('zvw', 7), ('wmo', -9)]
    """
    sums: dict[tuple[Payer, Flow], Decimal] = defaultdict(Decimal)
    for entry in entries:
        sums[entry.payer, entry.flow] += entry.amount_eur
    return tuple(PayerLine(payer, *(sums[payer, flow] for flow in Flow)) for payer in Payer)


def budget(entries: Iterable[Entry]) -> dict[int, dict[Payer, Decimal]]:
    """What each payer needs (positive) or has left (negative) in each year, in euros; time that is freed is left out.

    The budget stands apart from the value: something can be worth its money and still not fit.

    >>> budget([Entry(Payer.WMO, Flow.PAYS, 2027, Decimal(9)), Entry(Payer.WMO, Flow.GAINS_CASH, 2027, Decimal(2))])
    {2027: {<Payer.WMO: 'wmo'>: Decimal('7')}}
    """
    years: dict[int, dict[Payer, Decimal]] = {}
    for entry in sorted(entries, key=lambda one: (one.year, list(Payer).index(one.payer))):
        if entry.flow == Flow.GAINS_CAPACITY:
            continue
        sign = 1 if entry.flow == Flow.PAYS else -1
        year = years.setdefault(entry.year, {})
        year[entry.payer] = year.get(entry.payer, Decimal(0)) + sign * entry.amount_eur
    return years
