"""What comes from outside: an idea of a resident, an organisation that wants to join, and somebody who is asked in."""

from __future__ import annotations

from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.founding import ADDRESS
from schakel.demo.world import World
from schakel.governance import actions as governance
from schakel.initiatives.rules import ANSWERS
from schakel.network.rules import Role
from schakel.public import actions
from schakel.public.models import OutsideIdea
from schakel.public.rules import JOIN_QUESTIONS


@deed("outside_idea")
def outside_idea(world: World, entry: Entry) -> None:
    """A resident sends an idea from the public page and opens the link in the mail."""
    told = entry.facts
    answers = {name: told[name] for name in ANSWERS}
    link = actions.send_idea(
        world.network, name=told["name"], email=ADDRESS.format(key=told["address"]), answers=answers
    )
    actions.confirm_idea(world.network, _token(link))
    made = OutsideIdea.objects.of(world.network).get(contact__name=told["name"]).initiative
    assert made is not None, "the link was opened"
    world.initiatives[told["key"]] = made.pk


@deed("outside_request")
def outside_request(world: World, entry: Entry) -> None:
    """An organisation asks to join and opens the link in the mail."""
    told = entry.facts
    link = actions.send_request(
        world.network,
        organisation=told["organisation"],
        kind=told["kind"],
        name=told["name"],
        email=ADDRESS.format(key=told["address"]),
        answers={key: told["answers"][nth] for nth, (key, _question) in enumerate(JOIN_QUESTIONS)},
    )
    actions.confirm_request(world.network, _token(link))


@deed("invite_person")
def invite_person(world: World, entry: Entry) -> None:
    """The manager asks somebody into the network; whether they come is for them to say."""
    told = entry.facts
    governance.invite_person(
        world.network,
        by=world.person(entry.by),
        email=ADDRESS.format(key=told["address"]),
        name=told["name"],
        role=Role.PROFESSIONAL,
        partner=world.partners[told["partner"]],
        title=told["title"],
    )


def _token(link: str) -> str:
    return link.rstrip("/").rpartition("/")[2]
