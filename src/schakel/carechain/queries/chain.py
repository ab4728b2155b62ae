"""Readings for the pages of the chain: purposes, logs, the map, one link. All out of stored answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, When

from schakel.carechain.models import (
    Bottleneck,
    BottleneckVote,
    ChainCut,
    ChainIndicator,
    ChainLink,
    ChainNorm,
    DataPurpose,
    EventLog,
)
from schakel.carechain.queries.stations import own_stations
from schakel.carechain.rules import (
    ALIVE,
    Bin,
    Level,
    NormUnit,
    Shown,
    bins,
    breaks_of,
    shown_links,
    shown_months,
)
from schakel.governance.permissions import standing
from schakel.methods.disclosure import PUBLIC_THRESHOLD
from schakel.methods.waits.compared import compared
from schakel.network.models import Agreement, Area, Network, Partner
from schakel.network.queries import ChosenArea

if TYPE_CHECKING:
    from schakel.people.models import Person


@dataclass(frozen=True)
class LinkShown:
    """One link as this reader may see it.

    n, waits in seconds and who waits now: None where they stay hidden. norm: what it is tested by. verdict: a code of
    web/states.py. share: how many of hundred were in time, None without a norm or where that stays hidden.
    is_uncounted: the log is from before waits were counted in the days of the norm.
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
    is_uncounted: bool = False


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
    """The logs that have answers, the newest data first, with the ``traits`` to choose by. One database query."""
    rows = EventLog.objects.visible_to(person).of(network).ready().light()
    return list(rows.annotate(traits=F("answer__traits")))


def paths(
    network: Network, person: Person, log: EventLog, level: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The paths of a log that may be shown, and in shades how many people are where in which month.

    As they were worked out; empty for a log from before they were. One database query.
    """
    rows = EventLog.objects.visible_to(person).of(network).ready().filter(pk=log.pk)
    walked, when = rows.values_list("answer__paths", "answer__density").first() or (None, None)
    return dict((walked or {}).get(level) or {}), dict((when or {}).get(level) or {})


def find_link(network: Network, person: Person, key: UUID) -> ChainLink | None:
    """One link with its months and days. One database query."""
    rows = ChainLink.objects.visible_to(person).of(network).filter(log__removal_asked_at__isnull=True)
    return (
        rows.select_related("log", "cut", "network")
        .defer("log__columns", "log__rejects", "log__answer")
        .filter(pk=key)
        .first()
    )


def find_cut(network: Network, person: Person, log: EventLog, choice: Mapping[str, str]) -> ChainCut | None:
    """The choice from a log with these months and this trait, when it is worked out. One database query."""
    rows = ChainCut.objects.visible_to(person).of(network).filter(log=log, worked_out_at__isnull=False)
    return rows.filter(**choice).first()


def cut_by_key(network: Network, person: Person, key: UUID) -> ChainCut | None:
    """One choice from a log. One database query."""
    rows = ChainCut.objects.visible_to(person).of(network).filter(log__removal_asked_at__isnull=True)
    return rows.filter(pk=key).first()


def chain_map(
    network: Network, person: Person, log: EventLog, level: str, cut: ChainCut | None = None
) -> ChainMap:
    """Every link of a level as this reader may see it, most frequent first. Six database queries, of a choice seven.

    Of a choice from the log the links that stay hidden are left out: that there are any would tell too much.
    """
    norms = norms_on(network, person, level, log.last_on)
    rows = _for_map(ChainLink.objects.visible_to(person).filter(log=log, level=level, cut=cut), norms)
    own = own_stations(network, person) if level == Level.ORGANISATION else frozenset()
    return _shown(rows, norms, own, _whole_of(network, log, level, norms) if cut is not None else None)


def _for_map(rows: Any, norms: Sequence[ChainNorm]) -> list[ChainLink]:
    """Links with what a map needs of them; waits in days or hours only where a norm asks for those. One query."""
    unread = sorted({unit.value for unit in NormUnit} - {one.unit for one in norms} - {NormUnit.DAYS.value})
    return list(rows.defer("months", "waiting", "breaks", *unread))


def _whole_of(
    network: Network, log: EventLog, level: str, norms: Sequence[ChainNorm]
) -> dict[tuple[str, str], ChainLink]:
    """The links of all of a log, by both ends: a choice may not tell of what it leaves out. One database query."""
    rows = _for_map(ChainLink.objects.of(network).filter(log=log, level=level, cut=None), norms)
    return {(row.source, row.target): row for row in rows}


def norms_on(network: Network, person: Person, level: str, day: date | None) -> list[ChainNorm]:
    """The norms of a level that hold on the last day of a log. One database query."""
    rows = ChainNorm.objects.visible_to(person).of(network).filter(level=level)
    return list(rows.valid_on(day) if day else rows.none())


def norm_of(link: ChainLink, norms: Iterable[ChainNorm]) -> ChainNorm | None:
    """The norm of a link: one about exactly it before one about all that goes to its target; of two the newest."""
    fitting = [one for one in norms if one.fits(link)]
    chosen = [one for one in fitting if one.source] or fitting
    return chosen[-1] if chosen else None


def _shown(
    rows: Sequence[ChainLink],
    norms: Sequence[ChainNorm],
    own: frozenset[str],
    whole: Mapping[tuple[str, str], ChainLink] | None = None,
) -> ChainMap:
    """The links as a reader may see them; whole: all of the log, when these rows are a choice from it."""
    tested = {row.pk: norm_of(row, norms) for row in rows}
    within = {
        row.pk: n
        for row in rows
        if (norm := tested[row.pk]) is not None and (n := norm.within(row)) is not None
    }
    mine = frozenset(row.pk for row in rows if {row.source.casefold(), row.target.casefold()} & own)
    counts = {row.pk: (row.n, row.n_waits, within.get(row.pk)) for row in rows}
    beside = None if whole is None else _beside(rows, tested, within, whole)
    closed = frozenset(row.pk for row in rows if row.is_closed)
    out, total = shown_links(counts, mine, closed=closed, beside=beside)
    links = [
        _link(row, out[row.pk], tested[row.pk], within.get(row.pk), is_own=row.pk in mine) for row in rows
    ]
    if whole is not None:
        links, total = [one for one in links if not one.is_hidden], None
    stations = {name for one in links for name in (one.source, one.target)}
    return ChainMap(tuple(links), total, len(stations))


def _beside(
    rows: Sequence[ChainLink],
    tested: Mapping[UUID, ChainNorm | None],
    within: Mapping[UUID, int],
    whole: Mapping[tuple[str, str], ChainLink],
) -> dict[UUID, tuple[int, int]]:
    """Of each link that has a norm, the waits that a choice leaves out, and how many of those were in time."""
    found = {}
    for row in rows:
        norm, other = tested[row.pk], whole.get((row.source, row.target))
        n = None if norm is None or other is None else norm.within(other)
        if other is not None and n is not None and row.pk in within:
            found[row.pk] = other.n_waits - row.n_waits, n - within[row.pk]
    return found


def _link(
    row: ChainLink, shown: Shown, norm: ChainNorm | None, within: int | None, *, is_own: bool
) -> LinkShown:
    waits: dict[str, Any] = {
        name: None if shown.is_hidden else getattr(row, name)
        for name in ("mean_s", "p50_s", "p80_s", "p90_s")
    }
    few_wait = 0 < row.n_waiting < PUBLIC_THRESHOLD and not is_own
    return LinkShown(
        key=row.pk,
        source=row.source,
        target=row.target,
        n=shown.n,
        **waits,
        n_waiting=None if shown.is_hidden or few_wait else row.n_waiting,
        norm=norm,
        verdict=_verdict(row, norm, within, is_hidden=shown.is_hidden),
        share=100 * shown.within / row.n_waits if shown.within is not None and row.n_waits else None,
        is_hidden=shown.is_hidden,
        is_own=is_own,
        share_hidden=shown.share_hidden,
        is_uncounted=norm is not None and within is None,
    )


def _verdict(row: ChainLink, norm: ChainNorm | None, within: int | None, *, is_hidden: bool) -> str:
    """Whether a link meets its norm; of few people nothing is said."""
    if norm is None:
        return "norm_none"
    if is_hidden or not row.n_waits or within is None:
        return "norm_unknown"
    return "norm_met" if 100 * within >= norm.percent * row.n_waits else "norm_not_met"


@dataclass(frozen=True)
class LinkCompared:
    """One link in two choices from a log; verdict: a code of web/states.py."""

    first: LinkShown
    second: LinkShown
    verdict: str


def comparison(
    network: Network, person: Person, log: EventLog, level: str, first: ChainCut, second: ChainCut
) -> list[LinkCompared]:
    """The links that may be shown in both choices, those that became slower first. Thirteen database queries."""
    maps = [chain_map(network, person, log, level, cut) for cut in (first, second)]
    both = [{(one.source, one.target): one for one in found.links} for found in maps]
    keys = both[0].keys() & both[1].keys()
    shown = [one.key for of in both for name, one in of.items() if name in keys]
    days = dict(ChainLink.objects.visible_to(person).filter(pk__in=shown).values_list("pk", "days"))
    rows = []
    for key in keys:
        one, other = both[0][key], both[1][key]
        waits = [{int(day): n for day, n in days[link.key].items()} for link in (one, other)]
        found = compared(*waits)
        verdict = "wait_longer" if found.is_longer else "wait_shorter" if found.is_shorter else "wait_same"
        rows.append(LinkCompared(one, other, verdict))
    order = ("wait_longer", "wait_shorter", "wait_same")
    return sorted(
        rows,
        key=lambda row: (order.index(row.verdict), -(row.second.n or 0), row.first.source, row.first.target),
    )


@dataclass(frozen=True)
class LinkPage:
    """One link with its distribution and its months; a month that stays hidden is None. unit: that of the bars."""

    link: ChainLink
    shown: LinkShown
    bins: tuple[Bin, ...]
    months: tuple[Any, ...]
    n_months_hidden: int
    is_by_quarter: bool
    waiting: dict[str, Any]
    unit: str = NormUnit.DAYS


def link_page(network: Network, person: Person, link: ChainLink) -> LinkPage:
    """Everything of one link as this reader may see it. Five database queries, of a choice from a log six.

    What stays hidden on the map stays hidden here: it is judged beside all other links. Of a choice others than its own
    people see no distribution: bars of two choices beside each other tell of few.
    """
    whole = chain_map(network, person, link.log, link.level, link.cut)
    shown = next((one for one in whole.links if one.key == link.pk), None) or _hidden(link)
    if shown.is_hidden:
        return LinkPage(link, shown, (), (), 0, False, {})
    breaks = link.breaks or breaks_of({one["month"]: one["n"] for one in link.months})
    months, is_by_quarter = shown_months(link.months, breaks, is_own=shown.is_own)
    hidden = sum(one is None for one in months)
    waiting = link.waiting if shown.n_waiting else {}
    norm = None if shown.is_uncounted else shown.norm
    spread: tuple[Bin, ...] = ()
    if link.cut_id is None or shown.is_own:
        days = {int(day): n for day, n in (norm.spread(link) if norm else link.days).items()}
        spread = tuple(bins(days, is_own=shown.is_own, norm=norm.most if norm else None))
    unit = norm.unit if norm else NormUnit.DAYS
    return LinkPage(link, shown, spread, tuple(months), hidden, is_by_quarter, waiting, unit)


def _hidden(link: ChainLink) -> LinkShown:
    """A link of which nothing may be shown."""
    return LinkShown(
        key=link.pk,
        source=link.source,
        target=link.target,
        n=None,
        mean_s=None,
        p50_s=None,
        p80_s=None,
        p90_s=None,
        n_waiting=None,
        norm=None,
        verdict="norm_unknown",
        share=None,
        is_hidden=True,
        is_own=False,
    )


def shown_to_all(network: Network, link: ChainLink) -> LinkShown:
    """A link as all of the network may see it. Two database queries, of a choice from a log three."""
    day = link.log.last_on
    known = ChainNorm.objects.of(network).filter(level=link.level)
    norms = list(known.valid_on(day) if day else known.none())
    rows = _for_map(
        ChainLink.objects.of(network).filter(log=link.log_id, level=link.level, cut=link.cut_id), norms
    )
    beside = _whole_of(network, link.log, link.level, norms) if link.cut_id else None
    whole = _shown(rows, norms, frozenset(), beside)
    return next((one for one in whole.links if one.key == link.pk), None) or _hidden(link)


def indicator_of(network: Network, person: Person, link: ChainLink) -> ChainIndicator | None:
    """The indicator that the wait of a link is, if it is one. One database query."""
    rows = ChainIndicator.objects.visible_to(person).of(network).select_related("series")
    return rows.filter(level=link.level, source=link.source, target=link.target).first()


def figure_of(network: Network, link: ChainLink) -> dict[str, Any]:
    """The figure of a link as all of the network may see it, as plain values; empty where it stays hidden.

    Two database queries, of a choice from a log three.
    """
    shown, day = shown_to_all(network, link), link.log.last_on
    if shown.is_hidden:
        return {}
    return {
        "log": link.log.title,
        "last_on": day.isoformat() if day else "",
        "n": shown.n,
        "p50_s": shown.p50_s,
        "p90_s": shown.p90_s,
        "norm_days": shown.norm.most if shown.norm else None,
        "norm_unit": shown.norm.unit if shown.norm else NormUnit.DAYS,
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
