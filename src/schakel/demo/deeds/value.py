"""Saying how the value is looked at before it is known, and filling in what came of it."""

from __future__ import annotations

from decimal import Decimal

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions


@deed("choose_value")
def choose_value(world: World, entry: Entry) -> None:
    """The lead says with what is compared, whose costs count and what one unit may cost."""
    told = entry.facts
    actions.choose_value(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        effect=told["effect"],
        effect_unit=told["unit"],
        is_less_better=False,
        comparison=told["comparison"],
        perspective=told["perspective"],
        horizon_months=told["months"],
        price_year=world.day(told["prices"]).year,
        amounts_eur=[Decimal(one) for one in told["amounts"]],
        amounts_origin=told["origin"],
        holds_own_cost=False,
        not_counted=told["not_counted"],
        why=told["why"],
    )


@deed("enter_value")
def enter_value(world: World, entry: Entry) -> None:
    """The lead fills in lines of cost and gain, and what was measured in each neighbourhood."""
    told, initiative, by = entry.facts, world.initiative(entry.initiative), world.person(entry.by)
    for line in told["lines"]:
        actions.add_value_line(
            initiative,
            by=by,
            what=line["what"],
            sort=line["sort"],
            moment=line["moment"],
            direction=line["direction"],
            partner=world.partners[line["partner"]],
            purse=line["purse"],
            volume=Decimal(line["volume"]),
            unit=line["unit"],
            price_eur=Decimal(str(line["price"])),
            year=world.day(told["year"]).year,
            source=told["prices_from"],
        )
    actions.enter_value_groups(
        initiative,
        by=by,
        text="\n".join(told["groups"]),
        source=told["source"],
        n_took_part=told["n_took_part"],
    )
