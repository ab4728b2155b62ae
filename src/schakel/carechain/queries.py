"""Readings for the pages of the chain: purposes, logs, the map, one link. All out of stored answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Prefetch, Q, When

from schakel.carechain.models import (
    Bottleneck,
    BottleneckVote,
    ChainLink,
    ChainNorm,
    DataPurpose,
    EventLog,
)
from schakel.carechain.rules import (
    ALIVE,
    LEAST_MONTHS,
    Bin,
    Level,
    bins,
    n_within,
    quarters,
    shown_links,
    shown_months,
)
from schakel.governance.permissions import standing
from schakel.methods.disclosure import PUBLIC_THRESHOLD
from schakel.network.models import Agreement, Area, Network, Partner
from schakel.network.queries import ChosenArea

if TYPE_CHECKING:
    from schakel.people.models import Person


@dataclass(frozen=True)
class LinkShown:
    """One link as this reader may see it.

    n, waits in seconds and who waits now: None where they stay hidden. norm: what it is tested by. verdict: a code of
    web/states.py. share: how many of hundred were in time, None without a norm or where that stays hidden.
    """

    key: UUID
    source: str
    target: str
    n: int | None
    mean_s: float | None
    p50_s: float | None
    p80_s: float | None
    p90_s: float | None
    n_waiting: int | None
    norm: ChainNorm | None
    verdict: str
    share: float | None
    is_hidden: bool
    is_own: bool
    share_hidden: bool = False


@dataclass(frozen=True)
class ChainMap:
    """The whole chain as one log tells it; n_handovers is None where a hidden link would follow from it."""

    links: tuple[LinkShown, ...]
    n_handovers: int | None
    n_stations: int

    @property
    def tested(self) -> list[LinkShown]:
        """The links that have a norm and enough people to say something."""
        return [one for one in self.links if one.verdict in {"norm_met", "norm_not_met"}]

    @property
    def failing(self) -> list[LinkShown]:
        """The links that do not meet their norm, those with most people first."""
        return [one for one in self.links if one.verdict == "norm_not_met"]


def agreements_to_choose(network: Network, person: Person) -> list[Agreement]:
    """The agreements of a network, newest first. One database query."""
    return list(Agreement.objects.visible_to(person).of(network))


def purposes(network: Network, person: Person) -> list[DataPurpose]:
    """What event data may be used for, newest first, with how many logs lean on it. One database query."""
    rows = DataPurpose.objects.visible_to(person).of(network).select_related("agreement", "recorded_by")
    return list(rows.annotate(n_logs=Count("logs", filter=Q(logs__removal_asked_at__isnull=True))))


def logs(network: Network, person: Person) -> list[EventLog]:
    """The logs of a network, newest first, without their large columns. One database query."""
    rows = EventLog.objects.visible_to(person).of(network).standing().light()
    return list(rows.select_related("sent_by", "purpose"))


def find_log(network: Network, person: Person, key: UUID) -> EventLog | None:
    """One log, with everything of it. One database query."""
    rows = EventLog.objects.visible_to(person).of(network).standing()
    return rows.select_related("purpose", "purpose__agreement", "sent_by", "network").filter(pk=key).first()


def ready_logs(network: Network, person: Person) -> list[EventLog]:
    """The logs that have answers, the newest data first. One database query."""
    return list(EventLog.objects.visible_to(person).of(network).ready().light())


def find_link(network: Network, person: Person, key: UUID) -> ChainLink | None:
    """One link with its months and days. One database query."""
    rows = ChainLink.objects.visible_to(person).of(network).filter(log__removal_asked_at__isnull=True)
    return (
        rows.select_related("log").defer("log__columns", "log__rejects", "log__answer").filter(pk=key).first()
    )


def own_stations(network: Network, person: Person) -> frozenset[str]:
    """The names of the organisations that this person is of, as they may stand in a log. Three database queries."""
    ids = standing(person, network).partner_ids
    names = (
        Partner.objects.of(network)
        .filter(Q(pk__in=ids) | Q(member_of__in=ids))
        .values_list("name", flat=True)
    )
    return frozenset(name.casefold() for name in names)


def chain_map(network: Network, person: Person, log: EventLog, level: str) -> ChainMap:
    """Every link of a level as this reader may see it, most frequent first. Five database queries."""
    rows = list(ChainLink.objects.visible_to(person).filter(log=log, level=level).defer("months", "waiting"))
    norms = norms_on(network, person, level, log.last_on)
    return _shown(rows, norms, own_stations(network, person) if level == Level.ORGANISATION else frozenset())


def norms_on(network: Network, person: Person, level: str, day: date | None) -> list[ChainNorm]:
    """The norms of a level that hold on the last day of a log. One database query."""
    rows = ChainNorm.objects.visible_to(person).of(network).filter(level=level)
    return list(rows.valid_on(day) if day else rows.none())


def norm_of(link: ChainLink, norms: Iterable[ChainNorm]) -> ChainNorm | None:
    """The norm of a link: one about exactly it before one about all that goes to its target; of two the newest."""
    fitting = [one for one in norms if one.fits(link)]
    chosen = [one for one in fitting if one.source] or fitting
    return chosen[-1] if chosen else None


def _shown(rows: Sequence[ChainLink], norms: Sequence[ChainNorm], own: frozenset[str]) -> ChainMap:
    tested = {row.pk: norm_of(row, norms) for row in rows}
    within = {
        row.pk: n_within(row.days, norm.most_days) for row in rows if (norm := tested[row.pk]) is not None
    }
    mine = frozenset(row.pk for row in rows if {row.source.casefold(), row.target.casefold()} & own)
    counts = {row.pk: (row.n, row.n_waits, within.get(row.pk)) for row in rows}
    out, total = shown_links(counts, mine)
    links = []
    for row in rows:
        shown, norm = out[row.pk], tested[row.pk]
        waits: dict[str, Any] = {
            name: None if shown.is_hidden else getattr(row, name)
            for name in ("mean_s", "p50_s", "p80_s", "p90_s")
        }
        few_wait = 0 < row.n_waiting < PUBLIC_THRESHOLD and row.pk not in mine
        links.append(
            LinkShown(
                key=row.pk,
                source=row.source,
                target=row.target,
                n=shown.n,
                **waits,
                n_waiting=None if shown.is_hidden or few_wait else row.n_waiting,
                norm=norm,
                verdict=_verdict(row, norm, within.get(row.pk), is_hidden=shown.is_hidden),
                share=100 * shown.within / row.n_waits if shown.within is not None and row.n_waits else None,
                is_hidden=shown.is_hidden,
                is_own=row.pk in mine,
                share_hidden=shown.share_hidden,
            )
        )
    stations = {name for row in rows for name in (row.source, row.target)}
    return ChainMap(tuple(links), total, len(stations))


def _verdict(row: ChainLink, norm: ChainNorm | None, within: int | None, *, is_hidden: bool) -> str:
    """Whether a link meets its norm; of few people nothing is said."""
    if norm is None:
        return "norm_none"
    if is_hidden or not row.n_waits or within is None:
        return "norm_unknown"
    return "norm_met" if 100 * within >= norm.percent * row.n_waits else "norm_not_met"


@dataclass(frozen=True)
class LinkPage:
    """One link with its distribution and its months; a month that stays hidden is None."""

    link: ChainLink
    shown: LinkShown
    bins: tuple[Bin, ...]
    months: tuple[Any, ...]
    n_months_hidden: int
    is_by_quarter: bool
    waiting: dict[str, Any]


def link_page(network: Network, person: Person, link: ChainLink) -> LinkPage:
    """Everything of one link as this reader may see it. Five database queries.

    What stays hidden on the map stays hidden here: it is judged beside all other links.
    """
    whole = chain_map(network, person, link.log, link.level)
    shown = next(one for one in whole.links if one.key == link.pk)
    if shown.is_hidden:
        return LinkPage(link, shown, (), (), 0, False, {})
    days = {int(day): n for day, n in link.days.items()}
    months = shown_months(link.months, is_own=shown.is_own)
    by_quarter = shown_months(quarters(link.months), is_own=shown.is_own)
    n_shown, n_quarters = (sum(one is not None for one in told) for told in (months, by_quarter))
    is_by_quarter = n_shown < LEAST_MONTHS and n_quarters > n_shown
    if is_by_quarter:
        months = by_quarter
    hidden = sum(one is None for one in months)
    waiting = link.waiting if shown.n_waiting else {}
    norm_days = shown.norm.most_days if shown.norm else None
    spread = tuple(bins(days, is_own=shown.is_own, norm=norm_days))
    return LinkPage(link, shown, spread, tuple(months), hidden, is_by_quarter, waiting)


def figure_of(network: Network, link: ChainLink) -> dict[str, Any]:
    """The figure of a link as all of the network may see it, as plain values; empty where it stays hidden.

    Three database queries.
    """
    rows = list(ChainLink.objects.of(network).filter(log=link.log_id, level=link.level).defer("months"))
    day = link.log.last_on
    norms = ChainNorm.objects.of(network).filter(level=link.level)
    whole = _shown(rows, list(norms.valid_on(day) if day else norms.none()), frozenset())
    shown = next(one for one in whole.links if one.key == link.pk)
    if shown.is_hidden:
        return {}
    return {
        "log": link.log.title,
        "last_on": day.isoformat() if day else "",
        "n": shown.n,
        "p50_s": shown.p50_s,
        "p90_s": shown.p90_s,
        "norm_days": shown.norm.most_days if shown.norm else None,
        "norm_origin": shown.norm.origin if shown.norm else "",
        "share": shown.share,
        "verdict": shown.verdict,
    }


def bottlenecks(
    network: Network, person: Person, *, area: ChosenArea | None = None, cause: str = ""
) -> list[Bottleneck]:
    """The bottlenecks that are open first, then by how many partners meet them. One database query."""
    rows = Bottleneck.objects.visible_to(person).of(network).select_related("area", "named_by")
    if area:
        rows = rows.filter(area.rows("area"))
    if cause:
        rows = rows.filter(cause=cause)
    is_over = Case(When(state__in=ALIVE, then=0), default=1, output_field=IntegerField())
    return list(
        rows.annotate(n_votes=Count("votes"), is_over=is_over).order_by("is_over", "-n_votes", "-named_at")
    )


def find_bottleneck(network: Network, person: Person, key: UUID) -> Bottleneck | None:
    """One bottleneck with the partners that meet it. Two database queries."""
    rows = Bottleneck.objects.visible_to(person).of(network).select_related("area", "named_by", "network")
    votes = BottleneckVote.objects.select_related("partner").order_by("partner__name")
    return rows.prefetch_related(Prefetch("votes", queryset=votes)).filter(pk=key).first()


def areas_to_choose(network: Network, person: Person) -> list[Area]:
    """The areas of a network, by name. One database query."""
    return list(Area.objects.visible_to(person).of(network).order_by("name"))


def own_partners(network: Network, person: Person) -> list[Partner]:
    """The partners that this person is of, by name. At most three database queries."""
    ids = standing(person, network).partner_ids
    return list(Partner.objects.of(network).filter(pk__in=ids).order_by("name")) if ids else []
