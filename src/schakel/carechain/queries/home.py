"""Readings for the pages about the way from home to home: its steps, what was agreed, the health gained beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Case, IntegerField, When

from schakel.carechain.models import ChainStation, EventLog, StepGain, TransferAgreement, TransferStep
from schakel.carechain.rules import (
    NIGHTS,
    PARTNER_PLACES,
    REQUESTS,
    WAYS,
    LogKind,
    Station,
    StepFigures,
    WayPeriod,
    WaysShown,
    end_words,
    shown_steps,
    shown_ways,
    station_words,
    way_periods,
)
from schakel.measuring.models import Series
from schakel.measuring.queries import BoardLine, board, newest_of
from schakel.measuring.rules import IndicatorKind
from schakel.methods.waits.home_to_home import Chains
from schakel.methods.waits.places import Place
from schakel.methods.waits.transfers import TransferFacts
from schakel.network.models import Network, Partner

if TYPE_CHECKING:
    from schakel.people.models import Person

DAY_SECONDS = 86_400
#: The steps as a network names them itself, among its facts.
STEPS = "steps"


@dataclass(frozen=True)
class StepShown:
    """A step with its figures and by what the health that it gains is measured; gain: None where it is not measured."""

    step: TransferStep
    figures: StepFigures
    gain: BoardLine | None


@dataclass(frozen=True)
class HomePage:
    """The way from home to home as one file tells it, in the order of the way; and month by month, or by quarter."""

    log: EventLog
    agreement: TransferAgreement | None
    steps: tuple[StepShown, ...]
    whole: StepFigures
    ways: WaysShown
    n_bad_moments: int
    periods: tuple[WayPeriod, ...] = ()
    is_by_quarter: bool = False

    @property
    def tested(self) -> list[StepShown]:
        """The steps of which can be said whether they keep what was agreed."""
        return [one for one in self.steps if one.figures.verdict in {"norm_met", "norm_not_met"}]

    @property
    def failing(self) -> list[StepShown]:
        """The steps that do not keep what was agreed."""
        return [one for one in self.steps if one.figures.verdict == "norm_not_met"]


@dataclass(frozen=True)
class StepPage:
    """One step: its figures, beside them those of pairs of places within it, reasons to refuse, and its gain."""

    shown: StepShown
    agreement: TransferAgreement | None
    pairs: tuple[tuple[TransferStep, StepFigures], ...]
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class NamedStep:
    """A step of the way as the network itself names it."""

    name: str
    text: str


def places_of_partners(network: Network) -> dict[str, Place]:
    """Which kind of place a partner is, by its name and as logs write it, in small letters. Two database queries."""
    named = Partner.objects.of(network).values_list("name", "kind")
    coupled = ChainStation.objects.of(network).values_list("name", "partner__kind")
    kinds = {str(kind): place for kind, place in PARTNER_PLACES.items()}
    return {
        " ".join(name.casefold().split()): kinds[kind] for name, kind in (*named, *coupled) if kind in kinds
    }


def ready_transfers(network: Network, person: Person) -> list[EventLog]:
    """The files with transfers that are counted, the newest first. One database query."""
    rows = EventLog.objects.visible_to(person).of(network).ready(LogKind.TRANSFERS)
    return list(rows.defer("columns", "rejects"))


def transfer_agreement(network: Network, person: Person, day: date | None) -> TransferAgreement | None:
    """What was agreed on transfers and held on a day. One database query; none without a day."""
    rows = TransferAgreement.objects.visible_to(person).of(network)
    return rows.valid_on(day).first() if day else None


def named_steps(network: Network) -> tuple[list[NamedStep], bool]:
    """The way as the network names it itself, and whether that order is our own reading of the source. No query."""
    group = next((one for one in network.facts.get("facts", ()) if one.get("key") == STEPS), None) or {}
    steps = [NamedStep(one["name"], one.get("text", "")) for one in group.get("items", ())]
    return steps, bool(group.get("inferred"))


def home_page(network: Network, person: Person, log: EventLog) -> HomePage:
    """The whole way as everybody of the network may see it. Three database queries; seven where a gain is measured."""
    rows = list(TransferStep.objects.visible_to(person).between_stations().filter(log=log))
    agreement = transfer_agreement(network, person, log.last_on)
    figures, whole = _figures(rows, log, agreement)
    gains = step_gains(network, person)
    shown = [
        StepShown(row, figures[row.pk], gains.get((row.source_kind, row.target_kind)))
        for row in sorted(rows, key=_place_on_way)
    ]
    told = log.answer
    ways = Chains(**told["ways"])
    of_all = shown_ways(ways, is_of_enough=WAYS in told.get("blocks", {}).get("told", [WAYS]))
    periods, by_quarter = _periods(log, ways, agreement, whole, of_all)
    return HomePage(
        log,
        agreement,
        tuple(shown),
        whole,
        of_all,
        told["bad_moments"],
        tuple(periods),
        by_quarter,
    )


def _periods(
    log: EventLog, ways: Chains, agreement: TransferAgreement | None, whole: StepFigures, of_all: WaysShown
) -> tuple[list[WayPeriod], bool]:
    """The months of a file; of what stays hidden for the file as a whole, they tell nothing either."""
    blocks = log.answer.get("blocks")
    if blocks is None or whole.is_hidden:
        return [], False
    of_whole = {REQUESTS: whole.requests_n, NIGHTS: whole.nights_net, WAYS: of_all.n}
    is_judged = agreement is not None and whole.answered_pct is not None
    return way_periods(
        {month: TransferFacts(**facts) for month, facts in log.answer["months"].items()},
        list(zip(ways.months, ways.days, strict=True)),
        blocks,
        agreement.agreed if agreement is not None and is_judged else None,
        told=[name for name, figure in of_whole.items() if figure is not None],
    )


def _figures(
    rows: list[TransferStep], log: EventLog, agreement: TransferAgreement | None
) -> tuple[dict[UUID, StepFigures], StepFigures]:
    return shown_steps(
        {row.pk: (row.n_people, row.seen) for row in rows},
        log.answer["ways"]["people_n"],
        agreement.agreed if agreement else None,
        agreement.percent if agreement else 100,
    )


_STATIONS = list(Station)


def _place_on_way(row: TransferStep) -> tuple[int, int]:
    """Where a step stands on the way: by where it begins, and home comes last."""
    target = _STATIONS.index(Station(row.target_kind))
    return _STATIONS.index(Station(row.source_kind)), target or len(_STATIONS)


def step_gains(network: Network, person: Person) -> dict[tuple[str, str], BoardLine]:
    """By what the health that steps gain is measured, with the last figure. One database query; five where there is."""
    rows = StepGain.objects.visible_to(person).of(network)
    chosen = {(one.source_kind, one.target_kind): one.series_id for one in rows}
    if not chosen:
        return {}
    lines = {line.series_id: line for line in board(network, person, series=set(chosen.values())).lines}
    return {step: lines[series] for step, series in chosen.items() if series in lines}


def find_transfer_step(network: Network, person: Person, key: UUID) -> TransferStep | None:
    """One step of the way, with its file. One database query."""
    rows = TransferStep.objects.visible_to(person).of(network).filter(log__removal_asked_at__isnull=True)
    rows = rows.between_stations().select_related("log", "network")
    return rows.defer("log__columns", "log__rejects").filter(pk=key).first()


def transfer_step_page(network: Network, person: Person, step: TransferStep) -> StepPage:
    """Everything of one step as everybody of the network may see it. Four database queries; eight with a gain.

    What stays hidden on the page of the whole way stays hidden here: it is judged beside all other steps.
    """
    whole = home_page(network, person, step.log)
    shown = next(one for one in whole.steps if one.step.pk == step.pk)
    if shown.figures.is_hidden:
        return StepPage(shown, whole.agreement, (), ())
    rows = list(
        TransferStep.objects.visible_to(person)
        .filter(log=step.log, source_kind=step.source_kind, target_kind=step.target_kind)
        .exclude(source="", target="")
    )
    told, _all = _figures(rows, step.log, whole.agreement)
    reasons = sorted(step.reasons.items(), key=lambda one: (-one[1], one[0]))
    return StepPage(shown, whole.agreement, tuple((row, told[row.pk]) for row in rows), tuple(reasons))


def figure_of_step(network: Network, step: TransferStep) -> dict[str, Any]:
    """The wait between being ready and leaving, as a bottleneck takes it along; empty where it stays hidden.

    Two database queries. The same keys as the figure of a link, so that both read alike.
    """
    rows = list(TransferStep.objects.of(network).between_stations().filter(log=step.log))
    known, day = TransferAgreement.objects.of(network), step.log.last_on
    agreement = known.valid_on(day).first() if day else None
    figures = _figures(rows, step.log, agreement)[0][step.pk]
    if figures.is_hidden or figures.nights_median is None or figures.nights_p90 is None:
        return {}
    return {
        "log": step.log.title,
        "last_on": day.isoformat() if day else "",
        "n": figures.n_people,
        "p50_s": figures.nights_median * DAY_SECONDS,
        "p90_s": figures.nights_p90 * DAY_SECONDS,
        "norm_days": agreement.delay_nights_max if agreement else None,
        "norm_origin": agreement.origin if agreement else "",
        "share": figures.within_pct,
        "verdict": figures.verdict,
    }


def step_ends(step: TransferStep) -> tuple[str, str]:
    """Both ends of a step in words."""
    return station_words(step.source_kind), end_words(step.target_kind)


def series_to_choose(network: Network, person: Person) -> list[Series]:
    """The series by which health can be measured, those of outcomes first. One database query."""
    first = Case(When(version__kind=IndicatorKind.OUTCOME, then=0), default=1, output_field=IntegerField())
    rows = (
        Series.objects.visible_to(person).of(network).of_the_network().named().filter(ended_on__isnull=True)
    )
    found = newest_of(rows.annotate(is_other=first))
    return sorted(found, key=lambda one: (one.is_other, one.version.name, one.who))  # type: ignore[attr-defined]


def gain_of(network: Network, person: Person, step: TransferStep) -> StepGain | None:
    """By what the health that one step gains is measured, as it was chosen. One database query."""
    rows = StepGain.objects.visible_to(person).of(network).select_related("series")
    return rows.filter(source_kind=step.source_kind, target_kind=step.target_kind).first()
