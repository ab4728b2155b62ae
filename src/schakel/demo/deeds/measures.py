"""Choosing what an initiative follows, and promising an effect before it is measured."""

from __future__ import annotations

from decimal import Decimal

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.measuring import fill_until
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.models import ClaimComparison, Measure
from schakel.measuring import actions as measured
from schakel.measuring.models import Series


@deed("follow_figures")
def follow_figures(world: World, entry: Entry) -> None:
    """The lead chooses the figures by the code of the indicator: as outcome, process or balance.

    of: of which partner, where others count the same.
    """
    series = Series.objects.of(world.network).named()
    if "of" in entry.facts:
        series = series.filter(partner=world.partners[entry.facts["of"]])
    for code, kind in entry.facts["figures"].items():
        actions.follow_measure(
            world.initiative(entry.initiative),
            by=world.person(entry.by),
            series=series.get(version__indicator__code=code),
            kind=kind,
            target=None,
        )


@deed("no_baseline")
def no_baseline(world: World, entry: Entry) -> None:
    """The lead says why a figure has no baseline."""
    measures = Measure.objects.named().filter(initiative=world.initiative(entry.initiative))
    actions.explain_no_baseline(
        measures.get(series__version__indicator__code=entry.facts["figure"]),
        by=world.person(entry.by),
        reason=entry.facts["why"],
    )


@deed("fill_figures")
def fill_figures(world: World, entry: Entry) -> None:
    """The figures of up to this day are filled in, and held against what was promised, as the worker does.

    Those of who is compared with too.
    """
    initiative = world.initiative(entry.initiative)
    beside = ClaimComparison.objects.filter(claim__measure__initiative=initiative)
    fill_until(
        world, {one.series_id for one in initiative.measures.all()} | {one.series_id for one in beside}
    )
    actions.judge_effects(world.network, by=world.person(entry.by), initiative=initiative.pk)


@deed("promise_effect")
def promise_effect(world: World, entry: Entry) -> None:
    """The lead says how much better it will be, when, why, and beside the figures of which partners."""
    told = entry.facts
    measures = Measure.objects.named().filter(initiative=world.initiative(entry.initiative))
    actions.claim_effect(
        measures.get(series__version__indicator__code=told["figure"]),
        by=world.person(entry.by),
        way=told["way"],
        threshold=Decimal(told["threshold"]),
        after_periods=told["after"],
        why=told["why"],
        beside=Series.objects.of(world.network)
        .named()
        .filter(
            version__indicator__code=told["figure"],
            partner__in=[world.partners[one] for one in told.get("beside", ())],
        ),
    )


@deed("enter_survey")
def enter_survey(world: World, entry: Entry) -> None:
    """The lead fills in what people said, as means over all who answered."""
    told = entry.facts
    actions.enter_survey(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        instrument=told["instrument"],
        name=told["name"],
        licence_holder=told["licence"],
        licence_until=None,
        moment=told["moment"],
        held_on=world.day(told["held"]),
        n_asked=told["asked"],
        n_answered=told["answered"],
        n_paired=told.get("paired"),
        lowest=Decimal(0),
        highest=Decimal(10),
        is_less_better=False,
        text="\n".join(told["scores"]),
        source=told["source"],
        changes="\n".join(told.get("changes", ())),
        groups="\n".join(told.get("groups", ())),
        adjusted_for=told.get("adjusted_for", ""),
    )


@deed("set_threshold")
def set_threshold(world: World, entry: Entry) -> None:
    """The manager writes down from how many people figures are shown here, by a decision that a body took."""
    told = entry.facts
    measured.set_threshold(
        world.network,
        by=world.person(entry.by),
        threshold=told["threshold"],
        reason=told["reason"],
        decision=world.decisions[told["decision"]],
    )
