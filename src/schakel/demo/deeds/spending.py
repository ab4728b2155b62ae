"""Writing down what was really spent and worked."""

from __future__ import annotations

from decimal import Decimal

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.rules import CostKind, Spent


@deed("spend")
def spend(world: World, entry: Entry) -> None:
    """The lead writes down what was spent until a day."""
    told = entry.facts
    lines = {key: line.pk for key, line in world.funding_lines.items()}
    actions.record_spending(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        until_on=world.day(told["until"]),
        rows=[
            Spent(
                CostKind(
                    one["type"],
                    world.day(one["year"]).year,
                    lines.get(one.get("line", "")),
                    one.get("source", ""),
                ),
                Decimal(one.get("eur", 0)),
                one.get("hours", 0),
            )
            for one in told["rows"]
        ],
    )
