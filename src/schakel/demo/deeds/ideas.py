"""Sending in an idea, and the intake."""

from __future__ import annotations

from uuid import uuid5

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.rules import ANSWERS


@deed("submit")
def submit(world: World, entry: Entry) -> None:
    """Someone answers the five questions."""
    told = entry.facts
    person = world.person(entry.by)
    answers = {name: told[name] for name in ANSWERS}
    initiative = actions.submit_idea(
        world.network,
        by=person,
        once_token=uuid5(world.network.pk, entry.initiative),
        answers=answers | {"contact": person.email},
        partner=world.partners[told["partner"]],
        areas=world.some_areas(told.get("areas", ())),
        partners=world.some_partners(told.get("partners", ())),
    )
    world.initiatives[entry.initiative] = initiative.pk


@deed("intake")
def intake(world: World, entry: Entry) -> None:
    """The network manager takes it on, sends it on, or lets it go on with another."""
    told = entry.facts
    initiative, manager = world.initiative(entry.initiative), world.person(entry.by)
    if told["verdict"] == "screen":
        actions.screen(
            initiative,
            by=manager,
            theme=world.themes[told["theme"]],
            body=world.bodies[told["body"]],
            note=told["reason"],
        )
        actions.choose_areas(
            world.initiative(entry.initiative), by=manager, areas=world.some_areas(told["areas"])
        )
    elif told["verdict"] == "refer":
        actions.refer(initiative, by=manager, to=told["referred_to"], reason=told["public_reason"])
    elif told["verdict"] == "merge":
        actions.merge(
            initiative, by=manager, into=world.initiative(told["merged_into"]), reason=told["public_reason"]
        )
    else:
        actions.ask_more(initiative, by=manager, question=told["reason"])
