"""Saying how it goes, and keeping the register of risks."""

from __future__ import annotations

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions


@deed("update")
def update(world: World, entry: Entry) -> None:
    """The lead says how it goes, and why."""
    told = entry.facts
    actions.give_update(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        state=told["state"],
        because=told["because"],
        changed=told["changed"],
        help_needed=told.get("help_needed", ""),
    )


@deed("risk")
def risk(world: World, entry: Entry) -> None:
    """The lead adds a risk to the register."""
    told = {name: entry.facts[name] for name in ("text", "likelihood", "impact", "measure", "owner")}
    actions.put_risk(world.initiative(entry.initiative), by=world.person(entry.by), **told)
