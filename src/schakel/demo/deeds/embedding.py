"""Reports, lessons, and everything by which something becomes ordinary work."""

from __future__ import annotations

from decimal import Decimal

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.models import Component, LineOwner

TEXTS = ("structural_funding", "work_instruction", "training", "figures", "contract_clause", "remeasure")


@deed("report")
def report(world: World, entry: Entry) -> None:
    """The lead writes what came of it."""
    told = entry.facts
    actions.write_report(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        kind=told["kind"],
        result=told["result"],
        experience=told["experience"],
        spent_eur=Decimal(told["spent_eur"]),
        settlement=told["settlement"],
        ahead=told["ahead"],
    )


@deed("archive")
def archive(world: World, entry: Entry) -> None:
    """The lead puts all of it into one file."""
    initiative = world.initiative(entry.initiative)
    actions.make_archive(initiative, by=world.person(entry.by), progress=lambda done, total: None)


@deed("lesson")
def lesson(world: World, entry: Entry) -> None:
    """The lead writes down what others can use."""
    told = {name: entry.facts[name] for name in ("context", "happened", "advice", "grade")}
    actions.share_lesson(world.initiative(entry.initiative), by=world.person(entry.by), **told)


@deed("embedding")
def embedding(world: World, entry: Entry) -> None:
    """The lead writes how it becomes ordinary work."""
    told = entry.facts
    actions.write_embedding(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        components=told["components"],
        agreed_share_percent=told["agreed_share_percent"],
        **{name: told[name] for name in TEXTS},
    )


@deed("ask_line_owner")
def ask_line_owner(world: World, entry: Entry) -> None:
    """The lead asks a partner to take it over."""
    told = entry.facts
    world.line_owners[entry.initiative, told["key"]] = actions.ask_line_owner(
        world.initiative(entry.initiative),
        by=world.person(entry.by),
        partner=world.partners[told["partner"]],
        name=told["name"],
        due_on=world.day(told["due"]),
    )


@deed("accept_embedding")
def accept_embedding(world: World, entry: Entry) -> None:
    """The partner says yes."""
    asked = world.line_owners[entry.initiative, entry.facts["owner"]]
    owner = LineOwner.objects.of(world.network).select_related("embedding__initiative").get(pk=asked.pk)
    actions.answer_embedding(
        owner, by=world.person(entry.by), accepts=True, answer=entry.facts.get("note", "")
    )


@deed("adoption")
def adoption(world: World, entry: Entry) -> None:
    """Somebody writes down how far a partner is with each part, in their order."""
    told, initiative = entry.facts, world.initiative(entry.initiative)
    parts = Component.objects.of(world.network).filter(embedding__initiative=initiative)
    states = {one.pk: state for one, state in zip(parts, told["states"], strict=True)}
    actions.record_adoption(
        initiative, by=world.person(entry.by), partner=world.partners[told["partner"]], states=states
    )
