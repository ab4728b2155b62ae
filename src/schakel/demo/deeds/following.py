"""Saying how it goes, talking about it, and keeping the register of risks."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

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


@deed("say")
def say(world: World, entry: Entry) -> None:
    """Somebody says something about an initiative, to all or to who works on it, and names who should read it."""
    actions.write_note(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        once_token=uuid5(NAMESPACE_URL, f"{entry.initiative} {entry.at:%Y-%m-%d %H:%M} {entry.by}"),
        text=entry.facts["text"],
        readers=entry.facts.get("readers", "network"),
        mentions=[world.person(name) for name in entry.facts.get("mentions", ())],
    )


@deed("risk")
def risk(world: World, entry: Entry) -> None:
    """The lead adds a risk to the register."""
    told = {name: entry.facts[name] for name in ("text", "likelihood", "impact", "measure", "owner")}
    actions.put_risk(world.initiative(entry.initiative), by=world.person(entry.by), **told)
