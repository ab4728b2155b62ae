"""One quarter of a network: what moved, what was decided, which money came, how it goes, and what must be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from schakel.governance.models import Condition, Decision, Meeting
from schakel.governance.places import decided_in
from schakel.governance.queries import met_in
from schakel.governance.rules import DecisionStatus, MeetingStatus
from schakel.initiatives.models import FundingAward, Initiative, StageMove, StatusUpdate
from schakel.initiatives.rules import UPDATED, Stage
from schakel.measuring.rules import PeriodKind
from schakel.measuring.rules.periods import first_day, label, moved
from schakel.network.models import Partner
from schakel.network.rules import Precision

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.network.queries import ChosenArea
    from schakel.people.models import Person

#: So many rows of one sort stand on the page; the rest is in the register or the portfolio.
MOST = 40
#: A quarter that lies further back than this is not offered.
MOST_QUARTERS = 40
EXACT = (Precision.DAY, Precision.MONTH)
TAKEN = (DecisionStatus.VALID, DecisionStatus.PROVISIONAL)


@dataclass(frozen=True)
class Quarter:
    """Three months, from the first day up to the day on which the next begins."""

    first: date

    @property
    def until(self) -> date:
        """The first day of the next quarter."""
        return moved(PeriodKind.QUARTER, self.first, 1)

    @property
    def word(self) -> str:
        """How it is written in an address.

        >>> Quarter(date(2026, 10, 1)).word
        '2026-K4'
        """
        return f"{self.first.year}-K{(self.first.month + 2) // 3}"

    @property
    def label(self) -> str:
        """What it is called on the page."""
        return label(PeriodKind.QUARTER, self.first)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day < self.until

    def moments(self, column: str) -> Q:
        """The moments that lie in it, by the clock on the wall here."""
        return Q(**{f"{column}__gte": _begin(self.first), f"{column}__lt": _begin(self.until)})

    def days(self, column: str) -> Q:
        """The days that lie in it."""
        return Q(**{f"{column}__gte": self.first, f"{column}__lt": self.until})


@dataclass(frozen=True)
class Some:
    """The first rows of one sort, and how many there are."""

    rows: Sequence[Any]
    n: int

    @property
    def n_more(self) -> int:
        """How many are not shown."""
        return self.n - len(self.rows)


@dataclass(frozen=True)
class QuarterPage:
    """Everything that the page of a quarter shows."""

    quarter: Quarter
    n_ideas: int
    moves: Some
    decisions: Some
    awards: Some
    awarded_eur: Decimal
    updates: Sequence[StatusUpdate]
    n_help: int
    meetings: Sequence[Meeting]
    joined: Sequence[Partner]
    left: Sequence[Partner]
    late: Some
    due: Some

    @property
    def is_empty(self) -> bool:
        """Nothing happened in it."""
        return not (
            self.n_ideas
            or self.moves.n
            or self.decisions.n
            or self.awards.n
            or self.updates
            or self.meetings
            or self.joined
            or self.left
        )


def quarters(person: Person, network: Network, today: date) -> list[Quarter]:
    """The quarters of this network up to the present one, newest first. One database query."""
    first = Initiative.objects.visible_to(person).of(network).aggregate(at=Min("submitted_at"))["at"]
    now = first_day(PeriodKind.QUARTER, today)
    begun = first_day(PeriodKind.QUARTER, timezone.localtime(first).date()) if first else now
    found = [Quarter(now)]
    while found[-1].first > begun and len(found) < MOST_QUARTERS:
        found.append(Quarter(moved(PeriodKind.QUARTER, found[-1].first, -1)))
    return found


#: By which column each sort of row hangs on the initiative that it is about.
_OF_INITIATIVES = {StageMove: "initiative", FundingAward: "initiative", StatusUpdate: "initiative"}


def _rows(person: Person, network: Network, area: ChosenArea | None, model: Any) -> QuerySet:
    """What this person can see of one sort, in an area when one was chosen."""
    rows = model.objects.visible_to(person).of(network)
    if area is None:
        return rows
    if model is Initiative:
        return rows.in_area(area)
    if model in _OF_INITIATIVES:
        return rows.filter(initiative__in=Initiative.objects.of(network).in_area(area))
    if model is Condition:
        return rows.filter(decision__in=Decision.objects.of(network).filter(decided_in(network, area)))
    return rows.filter(decided_in(network, area) if model is Decision else met_in(network, area))


def n_in_quarter(person: Person, network: Network, quarter: Quarter, area: ChosenArea) -> int:
    """How many ideas, decisions, steps and meetings of a quarter an area holds. Four database queries."""
    mine = partial(_rows, person, network, area)
    return sum(
        rows.count()
        for rows in (
            _ideas(mine(Initiative), quarter),
            _decided(mine(Decision), quarter),
            _moves(mine(StageMove), quarter),
            _met(mine(Meeting), quarter),
        )
    )


def _ideas(rows: QuerySet, quarter: Quarter) -> QuerySet:
    return rows.filter(quarter.moments("submitted_at"))


def _decided(rows: QuerySet, quarter: Quarter) -> QuerySet:
    return rows.filter(quarter.days("decided_on"), status__in=TAKEN, decided_precision__in=EXACT)


def _moves(rows: QuerySet, quarter: Quarter) -> QuerySet:
    day = Coalesce("decision__decided_on", "award__awarded_on", TruncDate("moved_at"))
    return (
        rows.annotate(on=day).filter(quarter.days("on")).exclude(to_stage__in=(Stage.SUBMITTED, Stage.DRAFT))
    )


def _met(rows: QuerySet, quarter: Quarter) -> QuerySet:
    return rows.filter(quarter.moments("starts_at"), cancelled_at=None, status=MeetingStatus.CLOSED)


def _partners(person: Person, network: Network, area: ChosenArea | None, when: Q) -> list[Partner]:
    """Who came or left, that works in the area when one was chosen. One database query, two with an area."""
    rows = Partner.objects.visible_to(person).of(network).filter(when).order_by("name")
    if area is None:
        return list(rows[:MOST])
    placed = rows.prefetch_related("areas")
    return [one for one in placed if area.holds(place.pk for place in one.areas.all())][:MOST]


def quarter_page(
    person: Person, network: Network, quarter: Quarter, today: date, *, area: ChosenArea | None = None
) -> QuarterPage:
    """What this person can see of a quarter. A constant number of database queries, at most 19."""
    mine = partial(_rows, person, network, area)

    awards = mine(FundingAward).filter(quarter.days("awarded_on"))
    updates = _last_updates(mine(StatusUpdate).filter(quarter.moments("given_at")))
    open_conditions = mine(Condition).filter(met_on=None, lapsed_on=None, decision__status__in=TAKEN)
    conditions = open_conditions.select_related("decision", "owner_partner").order_by("due_on", "pk")
    after = Quarter(quarter.until)
    return QuarterPage(
        quarter=quarter,
        n_ideas=_ideas(mine(Initiative), quarter).count(),
        moves=_some(
            _moves(mine(StageMove), quarter)
            .select_related("initiative", "decision")
            .order_by("-on", "-moved_at", "pk")
        ),
        decisions=_some(
            _decided(mine(Decision), quarter).select_related("body").order_by("-decided_on", "-number")
        ),
        awards=_some(awards.select_related("initiative", "line").order_by("-awarded_on", "pk")),
        awarded_eur=awards.aggregate(sum=Sum("amount_eur"))["sum"] or Decimal(0),
        updates=updates,
        n_help=sum(one.state == "help" for one in updates),
        meetings=list(
            _met(mine(Meeting), quarter)
            .select_related("body")
            .annotate(n_decisions=Count("decisions"))
            .order_by("-starts_at")[:MOST]
        ),
        joined=_partners(person, network, area, quarter.days("joined_on")),
        left=_partners(person, network, area, quarter.days("left_on")),
        late=_some(conditions.filter(due_on__lt=today) if quarter.holds(today) else conditions.none()),
        due=_some(conditions.filter(after.days("due_on"), due_on__gte=today)),
    )


def _some(rows: QuerySet) -> Some:
    """The first rows and how many there are. Two database queries, one when all are shown."""
    shown = list(rows[: MOST + 1])
    return Some(shown[:MOST], len(shown) if len(shown) <= MOST else rows.count())


def _last_updates(rows: QuerySet) -> list[StatusUpdate]:
    """The last word about each initiative that runs, who needs help on top. One database query."""
    newest = (
        rows.filter(initiative__stage__in=UPDATED)
        .select_related("initiative", "initiative__lead")
        .order_by("initiative_id", "-given_at")
        .distinct("initiative_id")
    )
    order = {"help": 0, "attention": 1}
    return sorted(newest, key=lambda one: (order.get(one.state, 2), one.initiative.number))[:MOST]


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
