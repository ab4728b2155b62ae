"""Money as its pages show it: a budget by year and source, what funding lines hold, and who waits in which place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from schakel.initiatives.models import BudgetLine, FundingAward, FundingLine, Initiative, Plan, Spending
from schakel.initiatives.rules import (
    Compared,
    CostKind,
    Spent,
    Stage,
    YearRow,
    asked_of_lines,
    beside_plan,
    by_year,
    years_of,
)
from schakel.network.models import Network
from schakel.people.models import Person


@dataclass(frozen=True)
class Waiting:
    """One plan in the queue of a funding line: its place, since when it waits, and what it asks."""

    place: int
    number: str
    title: str
    since: date | None
    asked_eur: Decimal
    initiative_id: UUID


@dataclass(frozen=True)
class LineStand:
    """One funding line with what was awarded from it and who waits for it."""

    line: FundingLine
    awards: Sequence[FundingAward]
    queue: Sequence[Waiting]

    @property
    def awarded_eur(self) -> Decimal:
        """What was awarded, in euros."""
        return sum((one.amount_eur for one in self.awards), Decimal(0))

    @property
    def free_eur(self) -> Decimal:
        """What can still be awarded, in euros."""
        return self.line.ceiling_eur - self.awarded_eur

    @property
    def waiting_eur(self) -> Decimal:
        """What those who wait ask together, in euros."""
        return sum((one.asked_eur for one in self.queue), Decimal(0))

    def twentieths(self, amount: Decimal) -> int:
        """How many twentieths of the ceiling an amount is, at least one when it is not nothing."""
        if not self.line.ceiling_eur or amount <= 0:
            return 0
        return max(1, min(20, int(amount * 20 / self.line.ceiling_eur)))

    @property
    def n_awarded(self) -> int:
        """Parts of the bar that were awarded."""
        return self.twentieths(self.awarded_eur)

    @property
    def n_waiting(self) -> int:
        """Parts of the bar that are asked by who waits, as far as they fit."""
        return min(self.twentieths(self.waiting_eur), 20 - self.n_awarded)

    def place_of(self, initiative_id: UUID) -> Waiting | None:
        """The place of one initiative in the queue, or None."""
        return next((one for one in self.queue if one.initiative_id == initiative_id), None)


def funding_stand(person: Person, network: Network, only: Iterable[UUID] | None = None) -> list[LineStand]:
    """The funding lines of a network, or some of them, with awards and queue. At most four database queries."""
    found = FundingLine.objects.visible_to(person).of(network).select_related("funder", "network")
    if only is not None:
        found = found.filter(pk__in=list(only))
    lines = list(found.order_by("closed_on", "name"))
    awards: dict[UUID, list[FundingAward]] = defaultdict(list)
    for award in (
        FundingAward.objects.visible_to(person)
        .filter(line__in=lines)
        .select_related("initiative", "decision", "recorded_by")
        .order_by("awarded_on", "recorded_at")
    ):
        awards[award.line_id].append(award)
    queues = _queues(person, lines)
    return [LineStand(line, awards[line.pk], queues[line.pk]) for line in lines]


def _queues(person: Person, lines: Sequence[FundingLine]) -> dict[UUID, list[Waiting]]:
    """Who waits for each funding line, first come first served. Two database queries."""
    waiting = list(
        Initiative.objects.visible_to(person)
        .in_stage(Stage.AWAITING_FUNDING)
        .filter(waits_for__in=lines)
        .order_by("stage_since", "number")
    )
    plans = (
        Plan.objects.visible_to(person)
        .filter(initiative__in=waiting, is_frozen=True)
        .prefetch_related("budget_lines")
        .order_by("version")
    )
    newest = {plan.initiative_id: plan for plan in plans} if waiting else {}
    queues: dict[UUID, list[Waiting]] = defaultdict(list)
    for one in waiting:
        assert one.waits_for_id is not None, "only who waits for a funding line was asked for"
        plan = newest.get(one.pk)
        asked = asked_of_lines(plan.budget_lines.all()) if plan else {}
        queue = queues[one.waits_for_id]
        amount = asked.get(one.waits_for_id, Decimal(0))
        queue.append(Waiting(len(queue) + 1, one.number, one.title, one.stage_since, amount, one.pk))
    return queues


@dataclass(frozen=True)
class Spendings:
    """What was spent and worked beside a plan, by kind, and up to which day that is known."""

    compared: Sequence[Compared]
    until_on: date | None

    @property
    def planned_eur(self) -> Decimal:
        """What the plan costs, in euros."""
        return sum((one.planned_eur for one in self.compared), Decimal(0))

    @property
    def spent_eur(self) -> Decimal:
        """What was spent, in euros."""
        return sum((one.spent_eur for one in self.compared), Decimal(0))

    @property
    def planned_hours(self) -> int:
        """What the plan asks, in hours."""
        return sum(one.planned_hours for one in self.compared)

    @property
    def hours(self) -> int:
        """What was worked, in hours."""
        return sum(one.hours for one in self.compared)


@dataclass(frozen=True)
class Money:
    """The money of one initiative: its budget by year, who pays, what was awarded, and its place in the queue."""

    plan: Plan | None
    years: Sequence[int]
    rows: Sequence[YearRow]
    per_year: Sequence[Decimal]
    total_eur: Decimal
    hours: int
    lines: Sequence[LineStand]
    asked: dict[UUID, Decimal]
    awards: Sequence[FundingAward]
    waits: Waiting | None
    waits_for: LineStand | None
    spendings: Spendings = Spendings((), None)

    @property
    def compared(self) -> Sequence[Compared]:
        """What was spent beside what was planned, by kind."""
        return self.spendings.compared

    @property
    def left_eur(self) -> Decimal:
        """What was planned and is not spent; below nothing when more was spent."""
        return self.total_eur - self.spendings.spent_eur


def money_of(person: Person, initiative: Initiative) -> Money:
    """The money of one initiative, by the newest version of its plan. At most eight database queries."""
    plan = Plan.objects.visible_to(person).filter(initiative=initiative).order_by("-version").first()
    budget = list(plan.budget_lines.select_related("partner", "funding_line")) if plan else []
    asked = asked_of_lines(budget)
    awards = list(
        FundingAward.objects.visible_to(person)
        .filter(initiative=initiative)
        .select_related("line", "decision", "recorded_by")
        .order_by("awarded_on", "recorded_at")
    )
    wanted = {*asked, *(one.line_id for one in awards)}
    if initiative.waits_for_id:
        wanted.add(initiative.waits_for_id)
    lines = funding_stand(person, initiative.network, only=wanted) if wanted else []
    waits_for = next((one for one in lines if one.line.pk == initiative.waits_for_id), None)
    rows = by_year(budget)
    years = years_of(budget)
    return Money(
        plan=plan,
        years=years,
        rows=rows,
        per_year=[sum((row.amounts[n] for row in rows), Decimal(0)) for n in range(len(years))],
        total_eur=sum((row.total_eur for row in rows), Decimal(0)),
        hours=sum(row.hours for row in rows),
        lines=lines,
        asked=asked,
        awards=awards,
        waits=waits_for.place_of(initiative.pk) if waits_for else None,
        waits_for=waits_for,
        spendings=spendings_of(person, initiative, budget),
    )


def spendings_of(person: Person, initiative: Initiative, budget: Sequence[BudgetLine]) -> Spendings:
    """What was spent on an initiative beside the lines of its budget. One database query."""
    spent = list(
        Spending.objects.visible_to(person)
        .filter(initiative=initiative)
        .select_related("line")
        .order_by("year", "cost_type")
    )
    return Spendings(_compared(budget, spent), max((one.until_on for one in spent), default=None))


def _compared(budget: Sequence[BudgetLine], spent: Sequence[Spending]) -> list[Compared]:
    names = {one.funding_line.pk: one.funding_line.name for one in budget if one.funding_line}
    names |= {one.line.pk: one.line.name for one in spent if one.line}
    done = [
        Spent(CostKind(one.cost_type, one.year, one.line_id, one.source), one.amount_eur, one.hours)
        for one in spent
    ]
    return beside_plan(budget, done, names)
