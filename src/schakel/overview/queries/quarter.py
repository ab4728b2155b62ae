"""One quarter of a network: what moved, what was decided, which money came, how it goes, and what must be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from schakel.governance.models import Condition, Decision, Meeting
from schakel.governance.rules import DecisionStatus, MeetingStatus
from schakel.initiatives.models import FundingAward, Initiative, StageMove, StatusUpdate
from schakel.initiatives.rules import UPDATED, Stage
from schakel.measuring.rules import PeriodKind
from schakel.measuring.rules.periods import first_day, label, moved
from schakel.network.models import Partner
from schakel.network.rules import Precision

if TYPE_CHECKING:
    from schakel.network.models import Network
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


def quarter_page(person: Person, network: Network, quarter: Quarter, today: date) -> QuarterPage:
    """What this person can see of a quarter. A constant number of database queries, at most 17."""

    def mine(model: Any) -> QuerySet:
        return model.objects.visible_to(person).of(network)

    awards = mine(FundingAward).filter(quarter.days("awarded_on"))
    updates = _last_updates(mine(StatusUpdate).filter(quarter.moments("given_at")))
    open_conditions = mine(Condition).filter(met_on=None, decision__status__in=TAKEN)
    conditions = open_conditions.select_related("decision", "owner_partner").order_by("due_on", "pk")
    after = Quarter(quarter.until)
    return QuarterPage(
        quarter=quarter,
        n_ideas=mine(Initiative).filter(quarter.moments("submitted_at")).count(),
        moves=_some(
            mine(StageMove)
            .annotate(on=Coalesce("decision__decided_on", "award__awarded_on", TruncDate("moved_at")))
            .filter(quarter.days("on"))
            .exclude(to_stage__in=(Stage.SUBMITTED, Stage.DRAFT))
            .select_related("initiative", "decision")
            .order_by("-on", "-moved_at", "pk")
        ),
        decisions=_some(
            mine(Decision)
            .filter(quarter.days("decided_on"), status__in=TAKEN, decided_precision__in=EXACT)
            .select_related("body")
            .order_by("-decided_on", "-number")
        ),
        awards=_some(awards.select_related("initiative", "line").order_by("-awarded_on", "pk")),
        awarded_eur=awards.aggregate(sum=Sum("amount_eur"))["sum"] or Decimal(0),
        updates=updates,
        n_help=sum(one.state == "help" for one in updates),
        meetings=list(
            mine(Meeting)
            .filter(quarter.moments("starts_at"), cancelled_at=None, status=MeetingStatus.CLOSED)
            .select_related("body")
            .annotate(n_decisions=Count("decisions"))
            .order_by("-starts_at")[:MOST]
        ),
        joined=list(mine(Partner).filter(quarter.days("joined_on")).order_by("name")[:MOST]),
        left=list(mine(Partner).filter(quarter.days("left_on")).order_by("name")[:MOST]),
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
