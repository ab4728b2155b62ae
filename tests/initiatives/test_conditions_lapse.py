"""What ends lets go of what was still asked: open conditions of earlier decisions lapse, with the reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Condition
from schakel.governance.queries import late_conditions
from schakel.governance.rules import NewCondition
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.actions.settling import let_go_of_what_ended
from schakel.initiatives.models import StoryEvent
from schakel.initiatives.rules import Stage
from schakel.initiatives.tasks import settle
from schakel.journal.models import Entry
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import (
    fresh,
    make_idea,
    make_initiative,
    make_scene,
    propose,
    take_in,
    through,
)
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def scene():
    return make_scene()


@world
def one(scene):
    """An exploration, begun by a decision with a condition that is late, and one that is met."""
    idea = make_initiative(scene, Stage.EXPLORATION)
    with as_platform(scene.network):
        begun = fresh(idea).moved_by
        late = {
            "decision": begun,
            "due_on": timezone.localdate() - timedelta(days=3),
            "owner_name": "Trekker",
        }
        Condition.objects.create(network=scene.network, text="Vraag de huisartsen", **late)
        met = {"met_on": timezone.localdate(), "met_note": "De brief is weg."}
        Condition.objects.create(network=scene.network, text="Schrijf een brief", **late, **met)
    return idea


def test_a_stop_lets_open_conditions_lapse_and_nothing_asks_for_them_any_more(scene, one):
    with as_platform(scene.network):
        assert [late.text for late in late_conditions(scene.body, timezone.localdate())] == [
            "Vraag de huisartsen"
        ]
    stopped = through(scene, one, "p2", "stop")
    assert stopped.stage == Stage.STOPPED
    with as_platform(scene.network):
        assert not late_conditions(scene.body, timezone.localdate())
        lapsed = Condition.objects.select_related("decision__body", "network", "owner_partner").get(
            lapsed_on__isnull=False
        )
        assert (lapsed.text, lapsed.is_late(timezone.localdate())) == ("Vraag de huisartsen", False)
        number = stopped.moved_by.number
        assert lapsed.lapsed_reason.endswith(f": besluit {number}.")
        story = StoryEvent.objects.get(initiative=one, title="Eén voorwaarde vervalt")
        assert (story.decision_id, "Vraag de huisartsen" in story.text) == (stopped.moved_by_id, True)
        assert Entry.objects.filter(verb="lapsed condition").count() == 1
    with looking(scene.group.secretary) as secretary, refused("Deze voorwaarde is vervallen"):
        governance.meet_condition(lapsed, by=secretary, note="Toch gedaan")
    client = Client()
    client.force_login(scene.group.secretary)
    page = client.get(f"/{scene.network.slug}/besluiten/{lapsed.decision.number}/").content.decode()
    assert lapsed.lapsed_reason in page
    assert "voorwaarde-" not in page


def test_what_goes_on_keeps_its_conditions(scene, one):
    parked = through(scene, one, "px", "park")
    assert parked.stage == Stage.PARKED
    with as_platform(scene.network):
        assert Condition.objects.unmet().count() == 1


def test_only_a_valid_decision_lets_a_condition_lapse_and_the_database_wants_a_reason(scene, one):
    with as_platform(scene.network):
        waiting = Condition.objects.unmet().select_related("decision").get()
        waiting.decision.status = "provisional"
        with refused("vervalt door een geldig besluit"):
            governance.lapse_conditions([waiting], reason="Weg", decision=waiting.decision, by=None)
        with pytest.raises(IntegrityError, match="lapsed_condition_says_why"), transaction.atomic():
            Condition.objects.filter(pk=waiting.pk).update(lapsed_on=timezone.localdate())


def test_at_night_conditions_lapse_of_what_ended_before_that_went_by_itself(scene, one, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("schakel.initiatives.actions.effects.LETS_GO", frozenset())
        stopped = through(scene, one, "p2", "stop")
    for _night in range(2):
        with as_platform(scene.network):
            settle()
    with as_platform(scene.network):
        lapsed = Condition.objects.get(lapsed_on__isnull=False)
        assert lapsed.lapsed_reason.endswith(f": besluit {stopped.moved_by.number}.")
        assert not Condition.objects.unmet().exists()
        assert Entry.objects.filter(verb="lapsed condition").count() == 1


def test_what_is_proposed_or_taken_after_the_end_keeps_its_conditions(scene):
    rejected = through(scene, take_in(scene, make_idea(scene)), "p1", "reject")
    due_on = timezone.localdate() + timedelta(days=30)
    terms = ProposedTerms(conditions=(NewCondition("Vraag de wijk", due_on, owner_name="Trekker"),))
    closes_at = timezone.now() + timedelta(days=3)
    upheld = propose(scene, rejected, "px", "uphold", terms=terms, closes_at=closes_at)
    with as_platform(scene.network):
        settle()
        assert Condition.objects.unmet().get().decision == upheld, "the round still runs"
    for seat, person in zip(scene.group.seats, scene.group.people, strict=True):
        with looking(person):
            governance.cast_vote(upheld, by=person, seat=seat, choice="for")
    with looking(scene.group.secretary) as secretary:
        assert governance.close_decision(upheld, by=secretary).is_valid
    with as_platform(scene.network):
        let_go_of_what_ended(scene.network, by=None)
        assert Condition.objects.unmet().get().decision == upheld, "it is younger than the end"
