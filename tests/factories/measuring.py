"""The smallest valid indicators, series, figures and baselines; each made by the ordinary actions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from schakel.jobs.queue import perform
from schakel.measuring import actions
from schakel.measuring.models import Baseline, IndicatorVersion, Reading, Series
from schakel.measuring.rules import Definition, Measured, Subject
from schakel.network.models import Area, Network, Partner
from schakel.network.rules import Role
from schakel.people.models import Person
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_member

#: What makes an indicator of it whose figure is a mean score with a spread.
A_SCORE = {
    "type": "score",
    "denominator": "",
    "unit": "punten",
    "multiplier": 1,
    "chart": "xmr",
    "interval": "t",
}


def a_definition(name: str = "Thuis gebleven", **facts: Any) -> Definition:
    """A share in percents, checked by nobody yet."""
    return Definition(
        **{
            "name": name,
            "question": "Hoeveel ouderen blijven thuis?",
            "kind": "outcome",
            "aim": "experience",
            "trilemma": "access",
            "direction": "higher",
            "type": "proportion",
            "numerator": "Ritten waarna de oudere thuisbleef",
            "denominator": "Alle ritten",
            "population": "",
            "unit": "%",
            "multiplier": 100,
            "period": "month",
            "chart": "p",
            "rule_set": "nhs7",
            "interval": "wilson",
            "disclosure": "people",
            "source": "Ritregistratie",
            "caveats": "",
            "authored_by": "onderzoeker",
            "checked_by": "nog niet getoetst",
            "reviewed_on": date(2026, 1, 1),
            "review_before": date(2099, 1, 1),
            **facts,
        }
    )


def a_count(name: str = "Valpartijen", **facts: Any) -> Definition:
    """A count without a denominator."""
    plain = {
        "type": "count",
        "denominator": "",
        "multiplier": 1,
        "unit": "keer",
        "chart": "c",
        "interval": "byar",
    }
    return a_definition(name, **{**plain, "direction": "lower", **facts})


def make_indicator(network: Network, name: str = "Thuis gebleven", **facts: Any) -> IndicatorVersion:
    """The first version of an indicator of the network itself."""
    if "target" in facts:
        facts = {"target_origin": "Themagroep", **facts, "target": Decimal(facts["target"])}
    with as_platform(network):
        return actions.define_indicator(network, by=None, definition=a_definition(name, **facts))


def make_series(
    network: Network,
    version: IndicatorVersion | None = None,
    *,
    partner: Partner | None = None,
    area: Area | None = None,
    subject: tuple[Subject, UUID, str] | None = None,
) -> Series:
    """A series of the network itself, or of a partner or area of it."""
    version = version or make_indicator(network)
    with as_platform(network):
        return actions.begin_series(
            version,
            by=None,
            of_network=partner is None and area is None,
            partners=[partner] if partner else [],
            areas=[area] if area else [],
            subject=subject,
        )[0]


def month(number: int, year: int = 2025) -> date:
    """The first day of a month; 13 is January of the next year."""
    return date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)


def of(above: int | str, below: int | str | None = None, *, n: int | None = None) -> Measured:
    """So many of so many; with one number a value by itself."""
    if below is None:
        return Measured(value=Decimal(above), n=n)
    return Measured(numerator=Decimal(above), denominator=Decimal(below))


def fill(
    series: Series, *figures: Measured, year: int = 2025, by: Person | None = None, **more: Any
) -> actions.Kept:
    """Figures of January and the months after it."""
    filled = [actions.Filled(series, month(at, year), one) for at, one in enumerate(figures, start=1)]
    if by is None:
        with as_platform(series.network):
            return actions.enter_values(filled, by=None, **more)
    return actions.enter_values(filled, by=by, **more)


def make_baseline(series: Series, *, n: int = 12, state: str = "locked", reason: str = "") -> Baseline:
    """A baseline over the first months of 2025, gathered by an analyst, checked and locked by the manager."""
    analyst = make_member(series.network, Role.ANALYST)
    with looking(analyst):
        baseline = actions.collect_baseline(
            series, by=analyst, from_on=month(1), last_on=month(n), reason=reason
        )
    manager = make_member(series.network, Role.MANAGER)
    with looking(manager):
        if state != "collected":
            baseline = actions.check_baseline(baseline, by=manager)
        if state == "locked":
            baseline = actions.lock_baseline(baseline, by=manager)
    return baseline


#: A year around 40 % and half a year at 60 %.
BEFORE = [of(32 + at % 3 - 1, 80) for at in range(12)]
AFTER = [of(48 + at % 2, 80) for at in range(8)]


def worked_out(series: Series) -> Reading:
    """Let the worker work out what changed."""
    perform("measuring.read", {"network": str(series.network_id)})
    with as_platform(series.network):
        return Reading.objects.get(series=series)


#: The smallest drawing there is.
LINE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9L9 0" stroke="#000"/></svg>'


def draw(network: Network, svg: str = LINE) -> None:
    """Give every chart a drawing, as if the worker had made it."""
    with as_platform(network):
        Reading.objects.update(broad=svg, narrow=svg, is_stale=False)
