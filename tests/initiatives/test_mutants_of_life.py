"""One fault for each invariant of money, joining, embedding and conditions, in the real code: a short story finds it.

The stories play in one world, each rolled back; on the real code every one of them is well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from importlib import import_module

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from schakel.governance.models import Condition
from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms, commitments, effects, funding, value
from schakel.initiatives.models import Commitment, FundingLine, Initiative
from schakel.initiatives.models.initiative import InitiativeQuerySet
from schakel.initiatives.queries import due
from schakel.initiatives.queries.detail import Author, Detail
from schakel.initiatives.rules import Pot, Stage
from schakel.web.refusal import Refused
from tests.factories.embedding import adopt, embed, finish, report
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    Scene,
    fresh,
    make_idea,
    make_initiative,
    make_scene,
    measured,
    propose,
    through,
)
from tests.initiatives.test_money import award, decide, make_line, planned
from tests.initiatives.test_savings import counted, save
from tests.initiatives.test_value import CHOICES

pytestmark = pytest.mark.django_db


@dataclass
class World:
    """A plan that waits for money, and a pilot; made once, because making them takes longer than finding the faults."""

    scene: Scene
    line: FundingLine
    waiting: Initiative
    pilot: Initiative


def refused(deed: Callable[[], object]) -> None:
    """Do something that must be refused in words."""
    try:
        deed()
    except Refused:
        return
    raise AssertionError("this was not refused")


def an_award_comes_too_late(world: World) -> None:
    """Invariant 1: an award moves an initiative only within a year of the decision."""
    with time_machine.travel(timezone.now() + timedelta(days=400), tick=False):
        refused(lambda: award(world.scene, world.waiting, world.line, 20_000))


def more_is_awarded_than_there_is(world: World) -> None:
    """Invariant 7: together the awards fit the ceiling."""
    refused(lambda: award(world.scene, world.waiting, world.line, 30_001))


def somebody_else_says_yes(world: World) -> None:
    """Invariant 8: a promise counts when that partner itself confirmed it."""
    with as_platform(world.scene.network):
        promise = Commitment.objects.select_related("partner", "network", "initiative__network").get(
            initiative=world.waiting
        )
        Commitment.objects.filter(pk=promise.pk).update(status="asked", answered_by=None, answered_at=None)
    with looking(world.scene.manager) as manager:
        refused(lambda: actions.confirm_commitment(promise, by=manager))


def what_is_finished_is_measured_again(world: World) -> None:
    """Invariant 12: finished has a line owner and a day, and a missed day raises an alarm."""
    done = finish(world.scene, world.pilot)
    assert done.stage == Stage.FINISHED
    with (
        time_machine.travel(timezone.now() + timedelta(days=120), tick=False),
        looking(world.scene.group.secretary),
    ):
        alarms = queries.due_for_body(world.scene.body, timezone.localdate())
    assert [one for one in alarms if one.kind == "discussion"], "nobody hears that a day was missed"


def a_late_condition_holds_the_gate(world: World) -> None:
    """Invariant 13: a condition past due opens the gate again."""
    scene, pilot = world.scene, world.pilot
    report(scene, pilot, "pilot")
    soon = timezone.localdate() + timedelta(days=7)
    terms = ProposedTerms(conditions=(NewCondition("Regel een vervanger.", soon, owner_name="Trekker"),))
    through(scene, pilot, "p4", "go_with_conditions", terms=terms)
    embed(scene, pilot)
    adopt(scene, pilot)
    with as_platform(scene.network):
        Condition.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    refused(lambda: propose(scene, pilot, "p5", "embed"))


def what_was_joined_is_found_for_ever(world: World) -> None:
    """Invariant 11: whatever is joined with whatever, every number leads there and every author stays one."""
    scene = world.scene
    authors = [scene.submitter, scene.directors[0], scene.directors[1]]
    first, second, third = (make_idea(scene, by=author) for author in authors)
    with looking(scene.manager) as manager:
        actions.merge(first, by=manager, into=second)
        actions.merge(second, by=manager, into=third)
        for number in (first.number, second.number):
            found = queries.find(manager, scene.network, number)
            assert queries.detail(manager, found).merged_to == third, "a number leads nowhere"
        kept = fresh(third)
        named = {one.number for one in queries.detail(manager, kept).authors}
        assert named == {first.number, second.number, third.number}, "the page forgets an author"
        assert all(kept.is_author(one) for one in authors), "an author is no author any more"


def a_saving_counts_once(world: World) -> None:
    """Invariant 7: what is saved once a year is claimed once, over all initiatives."""
    scene = world.scene
    for one in (world.pilot, world.waiting):
        with looking(scene.lead) as lead:
            actions.choose_value(one, by=lead, **CHOICES)
    found = save(scene, world.pilot)
    refused(lambda: save(scene, world.waiting))
    refused(lambda: save(scene, world.waiting, same_as=found, share_percent=1))
    assert counted(scene, world.pilot) == [30_000], "60 days at 500 euro"


Patch = pytest.MonkeyPatch
#: For each invariant the faults that its story must find.
MUTANTS: list[tuple[Callable[[World], None], str, Callable[[Patch], None]]] = [
    (
        an_award_comes_too_late,
        "1: nobody looks at the day of an award",
        lambda patch: patch.setattr(funding, "why_not_award", lambda *days: None),
    ),
    (
        more_is_awarded_than_there_is,
        "7: a funding line never runs out",
        lambda patch: patch.setattr(Pot, "free_eur", Decimal(10**9)),
    ),
    (
        a_saving_counts_once,
        "7: nobody asks whether another initiative counts it",
        lambda patch: patch.setattr(value, "savings_beside", lambda *whose: []),
    ),
    (
        a_saving_counts_once,
        "7: what is left of a saving never runs out",
        lambda patch: patch.setattr(value, "why_not_count", lambda *parts: None),
    ),
    (
        somebody_else_says_yes,
        "8: anyone answers for a partner",
        lambda patch: patch.setattr(commitments, "why_not_answer_commitment", lambda *who: None),
    ),
    (
        what_was_joined_is_found_for_ever,
        "11: what was joined earlier is left behind",
        lambda patch: patch.setattr(InitiativeQuerySet, "update", lambda rows, **values: 0),
    ),
    (
        what_was_joined_is_found_for_ever,
        "11: only who sent in the last one is an author",
        lambda patch: patch.setattr(
            Initiative, "is_author", lambda one, person: one.submitted_by_id == person.pk
        ),
    ),
    (
        what_was_joined_is_found_for_ever,
        "11: the page names no authors of what was joined",
        lambda patch: patch.setattr(
            Detail, "authors", property(lambda page: [Author("Indiener", "", page.initiative.number)])
        ),
    ),
    (
        what_was_joined_is_found_for_ever,
        "11: an old number leads nowhere",
        lambda patch: patch.setattr(
            import_module("schakel.initiatives.queries.detail"), "merged_to", lambda initiative: None
        ),
    ),
    (
        what_is_finished_is_measured_again,
        "12: no days are planned at the end",
        lambda patch: patch.setattr(effects, "plan_aftercare", lambda initiative, finished_on: None),
    ),
    (
        what_is_finished_is_measured_again,
        "12: a missed day goes unseen",
        lambda patch: patch.setattr(due, "_measured_again", lambda network, body_ids, today: []),
    ),
    (
        a_late_condition_holds_the_gate,
        "13: a late condition holds nothing",
        lambda patch: patch.setattr(
            import_module("schakel.initiatives.gates.checklist"), "FORWARD", frozenset()
        ),
    ),
]


def play(story: Callable[[World], None], world: World) -> None:
    """Tell a story and roll it back."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                story(world)
        finally:
            transaction.set_rollback(True)


def test_every_fault_is_found_by_its_story(monkeypatch: Patch):
    scene = make_scene()
    line = make_line(scene, 30_000)
    waiting = decide(scene, planned(scene, line), "await_funding", funding_line=line)
    world = World(scene, line, waiting, measured(scene, make_initiative(scene, Stage.PILOT)))
    for story in dict.fromkeys(story for story, _name, _mutant in MUTANTS):
        play(story, world)
    survivors = []
    for story, name, mutant in MUTANTS:
        with monkeypatch.context() as patch:
            mutant(patch)
            try:
                play(story, world)
            except (AssertionError, DatabaseError):
                continue
        survivors.append(name)
    assert survivors == []
