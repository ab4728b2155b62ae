"""What parties do by an agreement: written down, confirmed, and shown."""

from __future__ import annotations

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.network import actions
from schakel.network.models import Agreement, Obligation, Partner


@deed("obligation")
def obligation(world: World, entry: Entry) -> None:
    """The manager writes down what a party has to do."""
    told = entry.facts
    agreement = Agreement.objects.of(world.network).get()
    actions.add_obligation(
        agreement,
        by=world.person(entry.by),
        partner=Partner.objects.of(world.network).get(slug=told["partner"]),
        text=told["text"],
        article=agreement.articles.get(number=told["article"]),
        due_on=world.day(told["due"]) if "due" in told else None,
        every_months=told.get("every_months"),
    )


@deed("confirm_obligation")
def confirm_obligation(world: World, entry: Entry) -> None:
    """The party says that this is so."""
    actions.answer_obligation(_found(world, entry), by=world.person(entry.by), agrees=True)


@deed("report_obligation")
def report_obligation(world: World, entry: Entry) -> None:
    """The party says that it was done, with what shows it."""
    found, evidence = _found(world, entry), entry.facts["evidence"]
    by = world.person(entry.by)
    actions.report_obligation(found, by=by, is_met=True, evidence=evidence, due_on=found.due_on)


def _found(world: World, entry: Entry) -> Obligation:
    return Obligation.objects.of(world.network).get(text=entry.facts["text"])
