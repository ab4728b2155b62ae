"""Money as values: what a plan asks per year and source, what a funding line still holds, and who waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.initiatives.rules.stages import Stage, months_later
from schakel.web.formats import dutch_date, euro

#: A funding award may move an initiative that long after the decision that approved the plan; later it needs a new P3.
AWARD_WITHIN_MONTHS = 12
#: The stages in which something can have been spent.
SPENT_IN = (Stage.PILOT, Stage.EXECUTION, Stage.EMBEDDING, Stage.FINISHED)


@dataclass(frozen=True)
class Pot:
    """What one funding line holds: its ceiling, and what was awarded from it, by initiative."""

    id: UUID
    name: str
    ceiling_eur: Decimal
    awarded: tuple[tuple[UUID, Decimal], ...] = ()

    @property
    def awarded_eur(self) -> Decimal:
        """What was awarded to all initiatives together, in euros."""
        return sum((amount for _initiative, amount in self.awarded), Decimal(0))

    @property
    def free_eur(self) -> Decimal:
        """What can still be awarded, in euros."""
        return self.ceiling_eur - self.awarded_eur

    def awarded_to(self, initiative: UUID) -> Decimal:
        """What one initiative was awarded, in euros."""
        return sum((amount for who, amount in self.awarded if who == initiative), Decimal(0))


def asked_of_lines(lines: Iterable[Any]) -> dict[UUID, Decimal]:
    """Add up the money that budget lines ask, by funding line; each euro is in exactly one line, so it counts once."""
    sums: dict[UUID, Decimal] = {}
    for line in lines:
        if line.funding_line_id is not None:
            sums[line.funding_line_id] = sums.get(line.funding_line_id, Decimal(0)) + line.amount_eur
    return {line: amount for line, amount in sums.items() if amount}


def still_to_award(asked: dict[UUID, Decimal], pots: Iterable[Pot], initiative: UUID) -> dict[UUID, Decimal]:
    """Say by funding line what a plan asks above what its initiative was awarded already."""
    by_id = {pot.id: pot for pot in pots}
    lacking = {line: amount - by_id[line].awarded_to(initiative) for line, amount in asked.items()}
    return {line: amount for line, amount in lacking.items() if amount > 0}


def why_not_fit(asked: dict[UUID, Decimal], pots: Iterable[Pot], initiative: UUID) -> str | None:
    """Say of which funding line a plan asks more than it still holds, or None when everything fits."""
    pots = list(pots)
    lacking = still_to_award(asked, pots, initiative)
    short = [pot for pot in pots if lacking.get(pot.id, Decimal(0)) > pot.free_eur]
    if not short:
        return None
    return " ".join(
        _("In %(line)s zit nog %(free)s; dit plan vraagt daaruit nog %(asked)s.")
        % {"line": pot.name, "free": euro(max(pot.free_eur, Decimal(0))), "asked": euro(lacking[pot.id])}
        for pot in short
    )


def why_not_award(decided_on: date | None, awarded_on: date, today: date) -> str | None:
    """Say why an award cannot let an initiative begin: it lies ahead, or the plan was approved too long before."""
    if awarded_on > today:
        return _("Deze dag moet nog komen. Leg de toekenning vast als zij er is.")
    if decided_on is not None and awarded_on < decided_on:
        return None
    if decided_on is not None and awarded_on > months_later(decided_on, AWARD_WITHIN_MONTHS):
        return _(
            "De groep keurde dit plan goed op %(day)s. Dat is meer dan twaalf maanden geleden. "
            "Leg het plan opnieuw voor bij P3."
        ) % {"day": dutch_date(decided_on)}
    return None


@dataclass(frozen=True)
class YearRow:
    """One line of a budget spread over the years: what it is for, from which source, and the amount in each year."""

    text: str
    cost_type: str
    source: str
    partner: str
    amounts: tuple[Decimal, ...]
    hours: int

    @property
    def total_eur(self) -> Decimal:
        """All years together, in euros."""
        return sum(self.amounts, Decimal(0))


def years_of(lines: Iterable[Any]) -> list[int]:
    """Return the years that a budget is about, in order."""
    return sorted({line.year for line in lines})


def by_year(lines: Sequence[Any]) -> list[YearRow]:
    """Spread a budget over its years; the same cost from the same source in several years is one row."""
    years = years_of(lines)
    rows: dict[tuple[str, str, str, str], tuple[dict[int, Decimal], int]] = {}
    for line in lines:
        source = line.funding_line.name if line.funding_line else line.funding_source
        partner = str(line.partner) if line.partner else ""
        amounts, hours = rows.setdefault((line.text, line.cost_type, source, partner), ({}, 0))
        amounts[line.year] = amounts.get(line.year, Decimal(0)) + line.amount_eur
        rows[line.text, line.cost_type, source, partner] = (amounts, hours + line.hours)
    return [
        YearRow(
            text, cost_type, source, partner, tuple(amounts.get(year, Decimal(0)) for year in years), hours
        )
        for (text, cost_type, source, partner), (amounts, hours) in rows.items()
    ]


@dataclass(frozen=True)
class CostKind:
    """Of what money or hours are: the sort of cost, the year and where it comes from.

    line: the funding line, None for another source, which then has its own words.
    """

    cost_type: str
    year: int
    line: UUID | None = None
    source: str = ""


@dataclass(frozen=True)
class Spent:
    """What was spent or worked of one kind."""

    kind: CostKind
    amount_eur: Decimal = Decimal(0)
    hours: int = 0


@dataclass(frozen=True)
class Compared:
    """One kind of cost: what the plan says beside what was spent; the name of its source in words."""

    kind: CostKind
    source: str
    planned_eur: Decimal
    planned_hours: int
    spent_eur: Decimal
    hours: int
    is_planned: bool
    is_spent: bool

    @property
    def left_eur(self) -> Decimal:
        """What the plan still holds; below nothing when more was spent."""
        return self.planned_eur - self.spent_eur


def kind_of_line(line: Any) -> CostKind:
    """The kind of a line of a budget; hours that a partner brings itself have its name as their source."""
    if line.funding_line_id is not None:
        return CostKind(line.cost_type, line.year, line.funding_line_id)
    return CostKind(line.cost_type, line.year, None, line.funding_source or (str(line.partner or "")))


def beside_plan(budget: Iterable[Any], spent: Iterable[Spent], names: dict[UUID, str]) -> list[Compared]:
    """Put what was spent beside what was planned, by sort of cost, source and year.

    names: how each funding line is called.
    """
    planned: dict[CostKind, tuple[Decimal, int]] = {}
    for line in budget:
        kind = kind_of_line(line)
        amount, hours = planned.get(kind, (Decimal(0), 0))
        planned[kind] = (amount + line.amount_eur, hours + line.hours)
    done = {one.kind: one for one in spent}
    found = []
    for kind in {**planned, **done}:
        amount, hours = planned.get(kind, (Decimal(0), 0))
        real = done.get(kind, Spent(kind))
        source = names.get(kind.line, "") if kind.line else kind.source
        found.append(
            Compared(kind, source, amount, hours, real.amount_eur, real.hours, kind in planned, kind in done)
        )
    return sorted(found, key=lambda one: (one.kind.year, one.kind.cost_type, one.source))


def why_not_spent(rows: Sequence[Spent], until_on: date, today: date) -> str | None:
    """Why this cannot be what was spent: a day or year that lies ahead, or the same kind twice."""
    if until_on > today:
        return _("Deze dag moet nog komen. Schrijf op tot wanneer u het weet.")
    if any(one.kind.year > until_on.year for one in rows):
        return _("In een jaar dat nog moet komen, is niets uitgegeven.")
    if any(one.amount_eur < 0 or one.hours < 0 for one in rows):
        return _("Een bedrag of aantal uren is niet lager dan nul.")
    if len({one.kind for one in rows}) < len(rows):
        return _("Dezelfde soort kosten, bron en jaar staan er twee keer. Tel ze bij elkaar op.")
    return None
