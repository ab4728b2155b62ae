"""The waits of mental health care, per provider and part of the region: out of reports and of stored answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q

from schakel.carechain.models import ChainStation, EventLog, WaitFactors, WaitReport
from schakel.carechain.rules import (
    GroupWait,
    Phase,
    ProviderWait,
    RegionWait,
    Split,
    last_day_of,
    months_before,
    part_waits,
    region_groups,
    region_wait,
    shown_providers,
    slot_wait,
)
from schakel.governance.permissions import standing
from schakel.measuring.queries import policy_of
from schakel.methods.disclosure import PUBLIC_THRESHOLD, Cell, Policy, released
from schakel.methods.waits.delivered import Delivered, delivered, pooled
from schakel.methods.waits.mental_health import ALL
from schakel.methods.waits.norms import PhaseNorm, norm_tables, phase_norms
from schakel.network.models import Area, Network, Partner, PartnerArea

if TYPE_CHECKING:
    from schakel.people.models import Person

#: Months that a figure may be old and still stand on the page, and that the trend goes back.
OLDEST, TREND = 4, 24
#: A provider counts in the region when its last month is the newest one, or the one before.
LATE = 1
#: Logs that are looked into for waits, the newest ones.
MOST_LOGS = 5


@dataclass(frozen=True)
class PhaseShown:
    """One phase: its norm, every provider as this reader may see it, the region, its parts and groups, how it changed.

    trend: the first month of each two months with the weighted mean in days, oldest first.
    """

    phase: str
    norm: PhaseNorm | None
    providers: tuple[ProviderWait, ...] = ()
    region: RegionWait | None = None
    parts: tuple[tuple[Area, RegionWait], ...] = ()
    trend: tuple[tuple[date, float], ...] = ()
    groups: tuple[GroupWait, ...] = ()
    slot_region: RegionWait | None = None
    threshold: int = PUBLIC_THRESHOLD

    @property
    def failing(self) -> list[ProviderWait]:
        """The providers whose mean is longer than the norm, the longest first."""
        days = self.norm.norm_days if self.norm else None
        return [one for one in self.providers if one.meets(days) is False]


@dataclass(frozen=True)
class FactorsShown:
    """What plays a part at one provider; n_left is None where it stays hidden."""

    name: str
    month_on: date
    n_professionals: int | None
    fte: float | None
    vacancies_fte: float | None
    n_left: int | None
    left_hidden: bool


@dataclass(frozen=True)
class GgzWaits:
    """The page: each phase, what plays a part, and up to which day it goes."""

    phases: Mapping[str, PhaseShown]
    factors: tuple[FactorsShown, ...] = ()
    last_on: date | None = None
    threshold: int = PUBLIC_THRESHOLD
    #: Logs of which the waits were not counted yet: key and title.
    uncounted: tuple[tuple[UUID, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody told anything."""
        return self.last_on is None


@dataclass(frozen=True)
class _Source:
    """Everything that was told, before anybody may see it."""

    partners: Mapping[UUID, Partner]
    own: frozenset[UUID]
    reports: Sequence[Any]
    factors: Mapping[UUID, Any]
    logs: Sequence[Any]
    areas: Sequence[Area]
    places: Sequence[tuple[UUID, UUID]]
    policy: Policy
    with_small: bool
    #: Which partner an organisation of a log is: as somebody said, otherwise the one of the same name.
    by_name: Mapping[str, Partner | None] = field(default_factory=dict)
    uncounted: tuple[tuple[UUID, str], ...] = ()
    #: Reports of the chosen phase about a group, of the months that may stand on the page.
    of_groups: Sequence[Any] = ()


def ggz_waits(
    network: Network, person: Person | None, chosen: str, *, today: date, with_small: bool = False
) -> GgzWaits:
    """The waits of every phase; of the chosen one also parts of the region, groups and the trend. Eleven queries.

    person: who reads, and so sees the own providers in full; without one, as all of the network may see it.
    with_small: providers of at most ten professionals count in regions too; the supervisor leaves them out.
    """
    source = _source(network, person, chosen, today, with_small=with_small)
    newest = max(
        [*(one.month_on for one in source.reports), *(one.last_on.replace(day=1) for one in source.logs)],
        default=None,
    )
    if newest is None:
        return GgzWaits({}, uncounted=source.uncounted)
    norms = phase_norms(last_day_of(newest))
    phases = {}
    for phase in Phase.values:
        providers = _providers(source, phase, newest)
        shown = PhaseShown(
            phase,
            norms.get(phase),
            tuple(sorted(shown_providers(providers, source.policy), key=_longest_first)),
            region_wait(providers, source.policy),
            slot_region=slot_wait(providers, source.policy),
            threshold=source.policy.threshold,
        )
        if phase == chosen:
            parts, trend = _parts(source, providers), _trend(source, phase, newest)
            groups = tuple(region_groups(providers, _groups(source, phase), source.policy))
            shown = replace(shown, parts=parts, trend=trend, groups=groups)
        phases[phase] = shown
    return GgzWaits(phases, _factors(source), last_day_of(newest), source.policy.threshold, source.uncounted)


def wait_figure(network: Network, phase: str, key: str = "", *, today: date) -> dict[str, Any] | None:
    """The wait of one provider, or of the region, as all of the network may see it, as plain values.

    key: of the provider, as a word; without one the region. Empty where it stays hidden, None when there is no such.
    Nine database queries.
    """
    told = ggz_waits(network, None, phase, today=today)
    shown = told.phases.get(phase)
    if shown is None or told.last_on is None:
        return None
    found = next((one for one in shown.providers if str(one.key) == key), None) if key else shown.region
    if found is None:
        return None
    name = found.name if isinstance(found, ProviderWait) else ""
    figure: dict[str, Any] = {"kind": "ggz", "who": name, "phase": phase}
    if found.told.mean_days is None:
        return figure
    days = shown.norm.norm_days if shown.norm else None
    return figure | {
        "mean_days": found.told.mean_days,
        "n": found.told.n,
        "share": found.told.within_pct,
        "norm_days": days,
        "norm_origin": norm_tables()["ggz"].source if shown.norm else "",
        "verdict": "norm_none"
        if days is None
        else "norm_met"
        if found.told.mean_days <= days
        else "norm_not_met",
        "last_on": (found.last_on if isinstance(found, ProviderWait) else told.last_on).isoformat(),
    }


def _longest_first(one: ProviderWait) -> tuple[float, str]:
    return (-(one.told.mean_days or -1.0), one.name)


def _source(
    network: Network, person: Person | None, chosen: str, today: date, *, with_small: bool
) -> _Source:
    this_month = today.replace(day=1)
    recent = months_before(this_month, OLDEST + LATE)
    about_time = Q(month_on__gte=recent) | Q(
        phase=chosen, month_on__gte=months_before(this_month, TREND + LATE)
    )

    def rows(model: Any) -> Any:
        return model.objects.of(network) if person is None else model.objects.visible_to(person).of(network)

    partners = {one.pk: one for one in rows(Partner).only("name", "slug", "member_of")}
    held = standing(person, network).partner_ids if person is not None else frozenset()
    reports = rows(WaitReport).counting().filter(about_time, split=Split.ALL)
    of_groups = rows(WaitReport).counting().filter(month_on__gte=recent, phase=chosen)
    of_groups = of_groups.exclude(split=Split.ALL).order_by("month_on", "split_name")
    ready = rows(EventLog).ready().filter(last_on__gte=recent).light().annotate(ggz=F("answer__ggz"))
    logs = list(ready[:MOST_LOGS])
    told = rows(WaitFactors).counting().filter(month_on__gte=recent).order_by("month_on")
    said = rows(ChainStation).values_list("name", "partner")
    keys = (
        "partner_id",
        "month_on",
        "phase",
        "unit",
        "mean_wait",
        "n_started",
        "within_percent",
        "n_waiting",
        "slot_wait",
    )
    return _Source(
        partners=partners,
        own=frozenset(key for key, one in partners.items() if {key, one.member_of_id} & held),
        reports=[one for one in reports.only(*keys) if not one.told.is_empty],
        of_groups=[one for one in of_groups.only(*keys, "split", "split_name") if not one.told.is_empty],
        factors={one.partner_id: one for one in told if not one.told.is_empty},
        logs=[one for one in logs if one.ggz],
        uncounted=tuple((one.pk, one.title) for one in logs if not one.ggz),
        areas=list(rows(Area).order_by("name")),
        places=list(rows(PartnerArea).values_list("partner_id", "area_id")),
        policy=policy_of(network.pk),
        with_small=with_small,
        by_name={one.name.casefold(): one for one in partners.values()}
        | {name.casefold(): partners.get(partner) for name, partner in said},
    )


# --------------------------------------------------------------------------- providers


def _delivered(report: WaitReport) -> Delivered:
    share = None if report.within_percent is None else float(report.within_percent)
    return delivered(report.n_started or 0, report.told.mean_days(report.unit), share)


def _providers(source: _Source, phase: str, newest: date) -> list[ProviderWait]:
    """Every provider of a phase, from its newest source; of equally new ones from events, for those tell more."""
    found: dict[Any, ProviderWait] = {}
    for one in (*_of_logs(source, phase), *_of_reports(source, phase)):
        if one.key not in found or one.last_on > found[one.key].last_on:
            found[one.key] = one
    oldest, slots = months_before(newest, LATE), _slots(source, phase)
    return [
        replace(
            one,
            is_current=one.last_on >= oldest,
            small_counts=source.with_small,
            **slots.get(key, {}),
        )
        for key, one in found.items()
    ]


def _slots(source: _Source, phase: str) -> dict[UUID, dict[str, Any]]:
    """The days to the third free slot of each provider, from the newest month in which it told of its waits."""
    newest = {key: months[max(months)] for key, months in _by_partner(source, phase).items()}
    told = {key: (one.told.slot_days(one.unit), one.month_on) for key, one in newest.items()}
    return {key: {"slot_days": days, "slot_on": on} for key, (days, on) in told.items() if days is not None}


def _of_reports(source: _Source, phase: str) -> list[ProviderWait]:
    found = []
    for key, months in _by_partner(source, phase).items():
        last, both = max(months), _last_two(months)
        found.append(
            ProviderWait(
                key,
                source.partners[key].name,
                both[0].month_on,
                last_day_of(last),
                told=pooled(_delivered(one) for one in both),
                n_waiting=months[last].n_waiting,
                n_professionals=_professionals(source, key),
                is_own=key in source.own,
                parent=source.partners[key].member_of_id,
            )
        )
    return found


def _by_partner(source: _Source, phase: str) -> dict[UUID, dict[date, WaitReport]]:
    """What each provider told of itself as a whole, by month."""
    found: dict[UUID, dict[date, WaitReport]] = {}
    for one in source.reports:
        if one.phase == phase and one.partner_id in source.partners:
            found.setdefault(one.partner_id, {})[one.month_on] = one
    return found


def _last_two(months: Mapping[date, WaitReport]) -> list[WaitReport]:
    """The last month that was told of, and the one before when that was told of too."""
    last = max(months)
    return [months[on] for on in (months_before(last, 1), last) if on in months]


def _groups(source: _Source, phase: str) -> dict[UUID, dict[tuple[str, str], Delivered]]:
    """Of each provider the groups that it told of, in the months that its whole is made of and no other."""
    counted = {key: _last_two(months) for key, months in _by_partner(source, phase).items()}
    whole = {(key, one.month_on) for key, both in counted.items() for one in both if _delivered(one).n}
    found: dict[UUID, dict[tuple[str, str], list[Delivered]]] = {}
    for one in source.of_groups:
        if (one.partner_id, one.month_on) in whole:
            groups = found.setdefault(one.partner_id, {})
            groups.setdefault((one.split, one.split_name), []).append(_delivered(one))
    return {key: {name: pooled(of) for name, of in groups.items()} for key, groups in found.items()}


def _of_logs(source: _Source, phase: str) -> list[ProviderWait]:
    found: dict[Any, ProviderWait] = {}
    for log in source.logs:
        for row in log.ggz["rows"]:
            if row["phase"] != phase or row["organisation"] == ALL:
                continue
            partner = source.by_name.get(row["organisation"].casefold())
            key = partner.pk if partner else row["organisation"]
            if key not in found:
                found[key] = _of_row(source, log, row, partner)
    return list(found.values())


def _of_row(source: _Source, log: Any, row: Mapping[str, Any], partner: Partner | None) -> ProviderWait:
    key = partner.pk if partner else row["organisation"]
    n, judged = row["completed_n"], row["within_norm_pct"] is not None
    return ProviderWait(
        key,
        partner.name if partner else row["organisation"],
        date.fromisoformat(log.ggz["since"]),
        log.last_on,
        told=Delivered(n, row["net_mean"], row["within_norm_n"], n if judged else 0),
        n_waiting=row["waiting_n"],
        median_days=row["net_median"],
        p90_days=row["net_p90"],
        estimate_days=row["km_median_days"],
        longest_days=row["waiting_longest_net"],
        n_professionals=_professionals(source, key),
        has_events=True,
        is_own=key in source.own,
        parent=partner.member_of_id if partner else None,
    )


def _professionals(source: _Source, key: Any) -> int | None:
    told = source.factors.get(key)
    return told.n_professionals if told else None


# --------------------------------------------------------------------------- parts, trend, factors


def _parts(source: _Source, providers: Sequence[ProviderWait]) -> tuple[tuple[Area, RegionWait], ...]:
    """Each area in which a provider works, with what lies in it; not the region itself."""
    parents = {area.pk: area.parent_id for area in source.areas}
    keys = {one.key for one in providers}
    members: dict[UUID, set[Any]] = {}
    for partner, area in source.places:
        at: UUID | None = area
        while partner in keys and at is not None:
            members.setdefault(at, set()).add(partner)
            at = parents.get(at)
    told = part_waits(
        providers,
        [(area.pk, members[area.pk]) for area in source.areas if area.parent_id and area.pk in members],
        source.policy,
    )
    return tuple((area, told[area.pk]) for area in source.areas if area.pk in told)


def _trend(source: _Source, phase: str, newest: date) -> tuple[tuple[date, float], ...]:
    """The weighted mean of every two months, oldest first, out of reports.

    Two months at a time that do not overlap, each of enough people at every provider: no month of few follows from it.
    """
    by_month: dict[tuple[UUID, date], Delivered] = {
        (one.partner_id, one.month_on): _delivered(one) for one in source.reports if one.phase == phase
    }
    # Who did not tell of the newest month yet is shown over two other months: those may not be held against these.
    partners = [key for key, month_on in by_month if month_on == newest]
    points = []
    for back in range(0, TREND, 2):
        first = months_before(newest, back + 1)
        both = (first, months_before(first, -1))
        windows = [
            _provider_at(source, key, first, [by_month.get((key, on)) for on in both]) for key in partners
        ]
        told = region_wait(windows, source.policy).told
        if told.mean_days is not None:
            points.append((first, told.mean_days))
    return tuple(reversed(points))


def _provider_at(source: _Source, key: UUID, first: date, both: Iterable[Delivered | None]) -> ProviderWait:
    told = pooled(one for one in both if one is not None)
    return ProviderWait(
        key,
        "",
        first,
        first,
        told=told,
        n_professionals=_professionals(source, key),
        small_counts=source.with_small,
    )


def _factors(source: _Source) -> tuple[FactorsShown, ...]:
    left = {key: one.n_left for key, one in source.factors.items() if one.n_left is not None}
    cells = [Cell(key, n, count=n, is_sensitive=False) for key, n in left.items()]
    hidden = {one.key for one in released(cells, source.policy) if one.is_hidden} - source.own
    found = []
    for key, one in source.factors.items():
        if key not in source.partners:
            continue
        few = key in hidden
        found.append(
            FactorsShown(
                source.partners[key].name,
                one.month_on,
                one.n_professionals,
                fte=_float(one.fte),
                vacancies_fte=_float(one.vacancies_fte),
                n_left=None if few else one.n_left,
                left_hidden=few,
            )
        )
    return tuple(sorted(found, key=lambda one: one.name))


def _float(value: Any) -> float | None:
    return None if value is None else float(value)
