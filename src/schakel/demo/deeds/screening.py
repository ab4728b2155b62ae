"""Rating an idea: with yes, no or not yet, or with weighed scores."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from schakel.demo.clock import clock_at
from schakel.demo.content import Entry
from schakel.demo.deeds.book import deed
from schakel.demo.world import World, key_of
from schakel.initiatives import actions
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import SYSTEM_RULES, Value
from schakel.network.models import Criterion

LETTERS = {"j": Value.YES, "n": Value.NO, "o": Value.NOT_YET}
#: People rate one after the other, each in their own time.
BETWEEN_RATERS = timedelta(hours=7)


@deed("invite")
def invite(world: World, entry: Entry) -> None:
    """The secretary asks members of the body to rate."""
    initiative = world.initiative(entry.initiative)
    body = key_of(initiative.body)
    wanted = set(entry.facts["raters"])
    seats = [
        seat.pk for key, seat in world.seats_of(body).items() if world.holders.get((body, key)) in wanted
    ]
    if len(seats) != len(wanted):
        raise ValueError(f"Niet iedereen die gevraagd is, heeft een zetel: {sorted(wanted)}")
    actions.invite_raters(
        initiative, by=world.person(entry.by), due_on=world.day(entry.facts["due"]), seat_ids=seats
    )


@deed("assess")
def assess(world: World, entry: Entry) -> None:
    """Raters answer the yes/no questions, each with a reason."""
    initiative = world.initiative(entry.initiative)
    criteria = asked_of(initiative)
    for number, (rater, letters) in enumerate(entry.facts["raters"].items()):
        answers = in_words(criteria, letters, entry.facts["reasons"], number)
        with clock_at(timezone.now() + number * BETWEEN_RATERS), world.acting(rater) as by:
            actions.assess(initiative, by=by, answers=answers)


@deed("score")
def score(world: World, entry: Entry) -> None:
    """Raters give weighed scores, hidden from each other."""
    initiative = world.initiative(entry.initiative)
    criteria = asked_of(initiative)
    remarks = entry.facts.get("remarks", {})
    for number, (rater, scores) in enumerate(entry.facts["raters"].items()):
        answers = {criterion.pk: {"score": given} for criterion, given in zip(criteria, scores, strict=True)}
        with clock_at(timezone.now() + number * BETWEEN_RATERS), world.acting(rater) as by:
            actions.assess(initiative, by=by, answers=answers, remark=remarks.get(rater, ""))


@deed("recuse")
def recuse(world: World, entry: Entry) -> None:
    """Someone who was asked to rate has an interest and says so."""
    actions.recuse(
        world.initiative(entry.initiative), by=world.person(entry.by), reason=entry.facts["reason"]
    )


@deed("confirm_criteria")
def confirm_criteria(world: World, entry: Entry) -> None:
    """The body confirms the criteria after the exploration."""
    initiative = world.initiative(entry.initiative)
    reason = entry.facts["reason"]
    answers = {
        criterion.pk: {"value": LETTERS[letter], "reason": reason}
        for criterion, letter in zip(asked_of(initiative), entry.facts["answers"], strict=True)
    }
    actions.record_confirmation(initiative, by=world.person(entry.by), answers=answers)


def asked_of(initiative: Initiative) -> list[Criterion]:
    """The criteria that people answer about this initiative, in order; the system answers the others itself."""
    invitation = initiative.invitations.first()
    assert invitation is not None, "people rate after they were asked to"
    return [one for one in invitation.criteria_set.criteria.all() if one.rule not in SYSTEM_RULES]


def in_words(
    criteria: list[Criterion], letters: str, reasons: Mapping[str, Mapping[str, list[str]]], number: int
) -> dict[UUID, dict[str, Any]]:
    """Turn "jjo…" into answers; raters who give the same answer share the reasons by turns."""
    answers: dict[UUID, dict[str, Any]] = {}
    for criterion, letter in zip(criteria, letters, strict=True):
        choice = reasons[criterion.code][letter]
        answers[criterion.pk] = {"value": LETTERS[letter], "reason": choice[number % len(choice)]}
    return answers
