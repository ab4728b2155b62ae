"""The exploration: questions, the view of each partner, findings and advice."""

from __future__ import annotations

from uuid import UUID

from schakel.demo.content import Entry, Facts
from schakel.demo.deeds.book import deed
from schakel.demo.world import World
from schakel.initiatives import actions
from schakel.initiatives.models import Exploration

TEXTS = {
    "findings": "findings",
    "advice": "advice",
    "resident_voice": "resident_voice",
    "prior_art": "prior_art",
    "embedding": "embedding_sketch",
}


@deed("explore")
def explore(world: World, entry: Entry) -> None:
    """The explorer writes down the questions and how large the problem is."""
    exploration, by = exploration_of(world, entry), world.person(entry.by)
    actions.plan_exploration(
        exploration,
        by=by,
        due_on=exploration.due_on,
        hours_cap=exploration.hours_cap,
        questions=entry.facts["questions"],
    )
    actions.write_exploration(exploration, by=by, problem_picture=entry.facts["problem_picture"])


@deed("view")
def view(world: World, entry: Entry) -> None:
    """A partner gives its view."""
    told = entry.facts
    actions.give_view(
        exploration_of(world, entry),
        by=world.person(entry.by),
        partner=world.partners[told["partner"]],
        interest=told["interest"],
        worry=told["worry"],
        willingness=told["willingness"],
        contribution=told["contribution"],
    )


@deed("findings")
def findings(world: World, entry: Entry) -> None:
    """The explorer writes down answers, findings, options and advice."""
    told, by = entry.facts, world.person(entry.by)
    exploration = exploration_of(world, entry)
    for question, answer in zip(exploration.questions.all(), told["answers"], strict=True):
        actions.answer_question(question, by=by, answer=answer)
    actions.write_exploration(
        exploration, by=by, **{field: told[name] for name, field in TEXTS.items() if told.get(name)}
    )
    nothing = exploration.options.get(is_do_nothing=True).pk
    actions.write_options(exploration, by=by, rows=[_option(one, nothing) for one in told["options"]])
    actions.write_factors(
        exploration,
        by=by,
        rows=[
            {"kind": kind, "score": score, "helps": helps, "hinders": hinders}
            for kind, (score, helps, hinders) in told["factors"].items()
        ],
    )
    actions.write_payer_effects(
        exploration,
        by=by,
        rows=[{"law": law, "pays": pays, "gains": gains} for law, (pays, gains) in told["payers"].items()],
    )


def _option(told: Facts, nothing: UUID) -> Facts:
    """One option; doing nothing stands there from the beginning."""
    return {
        "id": nothing if told.get("nothing") else None,
        "name": told["name"],
        "text": told["text"],
        "pros": told["pros"],
        "cons": told["cons"],
        "is_advised": told.get("advised", False),
    }


def exploration_of(world: World, entry: Entry) -> Exploration:
    """The exploration that runs now."""
    found = world.initiative(entry.initiative).explorations.order_by("-attempt").first()
    if found is None:
        raise ValueError(f"{entry.initiative} wordt niet verkend")
    return found
