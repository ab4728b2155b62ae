"""The network itself grows: what a stage needs is there, and a body decides about the next step on a dossier."""

from __future__ import annotations

from decimal import Decimal

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.deeds.deciding import new_conditions, vote_and_close
from schakel.demo.measuring import fill_until
from schakel.demo.world import World, key_of
from schakel.governance import actions as governance
from schakel.governance.models import Condition
from schakel.initiatives import actions
from schakel.measuring.models import Series
from schakel.measuring.rules import Level
from schakel.network import actions as network_actions
from schakel.network.models import ContributionTier, GrowthNeed

#: The manager carries a step out: the network is in its next stage.
MANAGER = "noor"


@deed("meet_need")
def meet_need(world: World, entry: Entry) -> None:
    """The manager writes down that something a stage needs is there, and what shows it."""
    need = GrowthNeed.objects.of(world.network).get(text=entry.facts["text"])
    met = entry.facts["met"]
    network_actions.meet_need(
        need, by=world.person(entry.by), on=world.day(met["at"]), evidence=met["evidence"]
    )


@deed("join_tier")
def join_tier(world: World, entry: Entry) -> None:
    """The manager writes down who contributes what, each with the role they have in it."""
    tier = ContributionTier.objects.of(world.network).get(text=entry.facts["text"])
    for key, role in entry.facts["people"].items():
        network_actions.join_tier(tier, by=world.person(entry.by), person=world.person(key), role=role)


@deed("propose_step")
def propose_step(world: World, entry: Entry) -> None:
    """The secretary lays go or no-go on the next stage before a body, for a meeting."""
    told = entry.facts
    amount = told.get("amount_eur")
    world.decisions[told["key"]] = governance.propose_growth_step(
        world.bodies[told["body"]],
        by=world.secretary(told["body"]),
        proposal=told["proposal"],
        amount_eur=Decimal(amount) if amount else None,
        meeting=world.meetings[told["meeting"]],
    )


@deed("growth_dossier")
def growth_dossier(world: World, entry: Entry) -> None:
    """The secretary makes the dossier, with every month that is over by then; the worker sets it as a PDF."""
    own = Series.objects.of(world.network).filter(level=Level.NETWORK)
    fill_until(world, set(own.values_list("pk", flat=True)))
    actions.make_growth_dossier(world.network, by=world.secretary(entry.facts["body"]))


@deed("take_step")
def take_step(world: World, entry: Entry) -> None:
    """The body decides, and the network is in its next stage."""
    told = entry.facts
    decision = vote_and_close(
        world, world.decisions[told["key"]], told, conditions=new_conditions(world, told)
    )
    world.network = governance.take_growth_step(decision, by=world.person(MANAGER))
    rows = {row.text: row for row in Condition.objects.of(world.network).filter(decision=decision)}
    for one in told.get("conditions", ()):
        world.conditions[key_of(decision.body), one["key"]] = rows[one["text"]]


@deed("meet_step_condition")
def meet_step_condition(world: World, entry: Entry) -> None:
    """What the decision about a step asked for is done."""
    told = entry.facts
    condition = world.conditions[told["body"], told["condition"]]
    governance.meet_condition(
        Condition.objects.of(world.network).get(pk=condition.pk), by=world.person(entry.by), note=told["note"]
    )
