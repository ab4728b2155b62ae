"""What De Linde measures: indicators out of the catalogue and its own, their figures, and two locked baselines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from schakel.demo import content
from schakel.demo.clock import clock_at
from schakel.demo.content import Facts
from schakel.demo.world import World
from schakel.initiatives.actions import judge_effects, work_out_value
from schakel.initiatives.models import Initiative
from schakel.measuring.actions import (
    Filled,
    begin_series,
    check_baseline,
    collect_baseline,
    define_indicator,
    end_series,
    enter_values,
    lock_baseline,
    take_over,
    work_out,
)
from schakel.measuring.models import Indicator, Series
from schakel.measuring.rules import Definition, Measured
from schakel.measuring.rules.periods import ended_on, moved
from schakel.tenancy.context import person as looking_as

ANALYST, MANAGER = "kees", "noor"
AGREED = "-64w ma 10.00"


def measure(world: World) -> None:
    """Agree on what is measured, as the analyst does."""
    told = content.linde("meten")
    with clock_at(world.calendar.moment(AGREED)), looking_as(world.people[ANALYST]):
        analyst = world.person(ANALYST)
        for code in told["taken_over"]:
            take_over(world.network, by=analyst, code=code)
        for one in told["own"]:
            define_indicator(world.network, by=analyst, definition=_definition(world, one))


def know_before(world: World) -> None:
    """Begin the series and lock the baselines, each at its own moment, before the story of a pilot is told."""
    for told in content.linde("meten")["series"]:
        series, filled, n_before = _series(world, told)
        if n_before:
            with clock_at(world.calendar.moment(told["baseline"]["at"])):
                _enter(world, filled[:n_before], told["source"])
                _lock(world, series, filled[0].period_on, filled[n_before - 1].period_on)


def fill_in(world: World) -> None:
    """Fill in what was measured since, and have it held against what was promised."""
    for told in content.linde("meten")["series"]:
        series, filled, n_before = _series(world, told)
        _enter(world, filled[n_before:], told["source"])
        if reason := told.get("ended"):
            end_series(
                series,
                by=world.person(MANAGER),
                ended_on=moved("month", filled[-1].period_on, 1),
                reason=reason,
            )
    for series in Series.objects.of(world.network).named().filter(readings__is_stale=True):
        work_out(series)
    judge_effects(world.network, by=None)
    for one in Initiative.objects.of(world.network).filter(value_assessments__isnull=False):
        work_out_value(one)


def fill_until(world: World, series_ids: set[Any]) -> None:
    """Fill in of some series every month that is over by now, and have their charts worked out."""
    today = timezone.localdate()
    for told in content.linde("meten")["series"]:
        series, filled, _ = _series(world, told)
        if series.pk in series_ids:
            _enter(
                world, [one for one in filled if ended_on("month", one.period_on) <= today], told["source"]
            )
            work_out(Series.objects.named().get(pk=series.pk))


def _series(world: World, told: Facts) -> tuple[Series, list[Filled], int]:
    """A series of a partner or of the network itself, its figures up to now, and how many of them are the baseline."""
    indicator = Indicator.objects.of(world.network).get(code=told["indicator"])
    with clock_at(world.calendar.moment(AGREED)), looking_as(world.people[ANALYST]):
        version = indicator.versions.all()[0]
        partners = [world.partners[told["partner"]]] if "partner" in told else []
        series = begin_series(version, by=world.person(ANALYST), partners=partners, of_network=not partners)[
            0
        ]
    last = moved("month", world.calendar.today.replace(day=1), -1 - told.get("months_late", 0))
    months = [moved("month", last, back) for back in range(1 - len(told["figures"]), 1)]
    filled = [Filled(series, on, _figure(one)) for on, one in zip(months, told["figures"], strict=True)]
    return series, filled, told["baseline"]["n"] if "baseline" in told else 0


def _figure(told: Sequence[Any]) -> Measured:
    """A share as so many of so many; a mean as its value, over how many, and its standard deviation."""
    if len(told) == 2:
        return Measured(numerator=Decimal(told[0]), denominator=Decimal(told[1]))
    value, n, sd = told
    return Measured(value=Decimal(value), n=n, sd=Decimal(sd))


def _enter(world: World, filled: list[Filled], source: str) -> None:
    with looking_as(world.people[ANALYST]):
        enter_values(filled, by=world.person(ANALYST), source=source)


def _lock(world: World, series: Series, first: date, last: date) -> None:
    """The analyst gathers the baseline; the manager checks and locks it."""
    with looking_as(world.people[ANALYST]):
        baseline = collect_baseline(series, by=world.person(ANALYST), from_on=first, last_on=last)
    with looking_as(world.people[MANAGER]):
        manager = world.person(MANAGER)
        lock_baseline(check_baseline(baseline, by=manager), by=manager)


def _definition(world: World, facts: Facts) -> Definition:
    agreed_on = world.day(AGREED)
    values: dict[str, Any] = {**facts, "balancing": tuple(facts.get("balancing", ()))}
    values |= {name: Decimal(facts[name]) for name in ("target", "minimal_difference") if name in facts}
    return Definition(
        **values,
        target_on=agreed_on if "target" in facts else None,
        reviewed_on=agreed_on,
        review_before=agreed_on + timedelta(days=730),
    )
