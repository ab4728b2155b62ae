"""Somebody says when they are away."""

from __future__ import annotations

from datetime import timedelta

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.governance import actions


@deed("say_away")
def say_away(world: World, entry: Entry) -> None:
    """From the first day up to and including the last."""
    told = entry.facts
    with world.acting(told["person"]) as person:
        actions.record_absence(
            world.network,
            by=person,
            person=person,
            from_on=world.day(told["first"]),
            until_on=world.day(told["last"]) + timedelta(days=1),
        )
