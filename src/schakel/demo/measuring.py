"""What De Linde measures: indicators out of the catalogue and one of its own."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from schakel.demo import content
from schakel.demo.clock import clock_at
from schakel.demo.content import Facts
from schakel.demo.world import World
from schakel.measuring.actions import define_indicator, take_over
from schakel.measuring.rules import Definition
from schakel.tenancy.context import person as looking_as

ANALYST = "kees"
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
