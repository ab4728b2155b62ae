"""What waits for a person and for a group."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Meeting
from schakel.governance.rules import NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.actions import ProposedTerms
from schakel.initiatives.models import Exploration
from schakel.initiatives.rules import Stage
from tests.factories.governance import as_platform, decide, looking, make_decision, make_meeting
from tests.factories.initiatives import (
    confirm_all,
    consent_all,
    explored,
    freeze,
    fresh,
    full_plan,
    invite,
    make_idea,
    make_initiative,
    propose,
    rate,
    soon,
)

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def asked_of(person, scene, **later):
    """What waits for somebody beside their meetings."""
    with looking(person) as who:
        found = queries.needs_me(who, scene.network, now=timezone.now() + timedelta(**later))
        return [one for one in found if one.kind != "ask_meeting"]


def meetings_of(person, scene, **later):
    with looking(person) as who:
        found = queries.needs_me(who, scene.network, now=timezone.now() + timedelta(**later))
        return [(one.deed, one.url_name, one.is_late) for one in found if one.kind == "ask_meeting"]


def kinds(items):
    return {item.kind for item in items}


def test_each_waits_for_their_own_deed(scene):
    make_idea(scene)
    screening = make_initiative(scene, Stage.SCREENING)
    invite(scene, screening)
    exploring = make_initiative(scene, Stage.EXPLORATION)
    planning = make_initiative(scene, Stage.PREPARATION)
    assert [item.title for item in asked_of(scene.manager, scene)] == ["1 idee wacht op antwoord"]
    chair = asked_of(scene.group.chair, scene)
    assert [(item.kind, item.number) for item in chair] == [("ask_score", screening.number)]
    assert kinds(asked_of(scene.directors[0], scene)) == {"ask_view"}
    assert {(item.number, item.deed) for item in asked_of(scene.lead, scene)} == {
        (exploring.number, "Werk aan de verkenning"),
        (planning.number, "Werk aan het plan"),
    }
    assert asked_of(scene.submitter, scene) == []
    assert all(item.is_late for item in asked_of(scene.lead, scene, days=365))
    full_plan(scene, planning)
    asked = {item.kind: item for item in asked_of(scene.directors[0], scene)}
    assert asked["ask_promise"].title == f"Bevestig 60 uur voor {planning.title}"
    assert "telt pas als u ja zegt" in asked["ask_promise"].because
    with looking(scene.lead) as lead:
        assert queries.turn(lead, fresh(planning), now=timezone.now()).deed == "Werk aan het plan"
        assert queries.turn(lead, fresh(screening), now=timezone.now()) is None


def test_votes_consents_and_conditions_wait_for_their_people(scene, in_preparation):
    full_plan(scene, in_preparation)
    confirm_all(scene, in_preparation)
    freeze(scene, in_preparation)
    assert "Plan versie 1 ligt vast." in [item.because for item in asked_of(scene.group.secretary, scene)]
    condition = NewCondition("Elk kwartaal cijfers.", soon(10), owner_partner=scene.partners[0])
    decision = propose(
        scene,
        in_preparation,
        "p3",
        "start_with_conditions",
        terms=ProposedTerms(conditions=(condition,)),
        meeting=None,
        closes_at=timezone.now() + timedelta(days=3),
    )
    assert asked_of(scene.group.secretary, scene) == []
    (vote,) = asked_of(scene.group.chair, scene)
    assert (vote.kind, vote.url_name, vote.number) == (
        "ask_vote",
        "governance:cast_vote",
        in_preparation.number,
    )
    (consent,) = asked_of(scene.directors[2], scene)
    assert (consent.kind, consent.number) == ("ask_consent", in_preparation.number)
    for seat, person in zip(scene.group.seats, scene.group.people, strict=True):
        with looking(person):
            governance.cast_vote(
                type(decision).objects.get(pk=decision.pk), by=person, seat=seat, choice="for"
            )
    assert asked_of(scene.group.chair, scene) == []
    with looking(scene.group.secretary) as secretary:
        found = type(decision).objects.select_related("body", "network").get(pk=decision.pk)
        actions.settle(governance.close_decision(found, by=secretary), by=secretary)
    consent_all(scene, decision)
    (owed,) = asked_of(scene.directors[0], scene)
    assert (owed.kind, owed.title, owed.is_late) == ("ask_work", "Elk kwartaal cijfers.", False)
    assert asked_of(scene.directors[0], scene, days=20)[0].is_late
    (amber,) = asked_of(scene.group.secretary, scene, days=20)
    assert (amber.kind, amber.number) == ("ask_decision", "")


def test_a_meeting_asks_the_secretary_each_next_step_and_the_chair_to_read(scene):
    secretary, chair = scene.group.secretary, scene.group.chair
    with as_platform(scene.network):
        for one in Meeting.objects.filter(closed_at=None):
            governance.close_meeting(one, by=None)
        for one in Meeting.objects.filter(decision_list_published_at=None):
            governance.publish_decision_list(one, by=None)
        for one in Meeting.objects.all():
            governance.write_minutes(one, by=None, text="Iedereen was er.")
    meeting = make_meeting(scene.group, timezone.now() + timedelta(days=3), place="Zaal 2")
    assert meetings_of(chair, scene) == []
    assert meetings_of(secretary, scene) == [("Maak en deel de agenda", "governance:meeting", False)]
    with looking(secretary) as by:
        governance.share_agenda(meeting, by=by)
    assert meetings_of(secretary, scene) == []
    assert meetings_of(chair, scene, days=3) == [("Lees de agenda", "governance:meeting", False)]
    assert meetings_of(secretary, scene, days=3) == [("Begin het overleg", "governance:meeting", False)]
    assert meetings_of(chair, scene, days=4) == []
    assert meetings_of(secretary, scene, days=4) == [("Leg vast en sluit af", "governance:meeting", True)]
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        decision = make_decision(scene.group, meeting=meeting, type="other")
        with looking(secretary) as by:
            governance.start_meeting(meeting, by=by)
        assert meetings_of(secretary, scene) == [("Leg vast en sluit af", "governance:meeting", False)]
        decide(scene.group, decision, "fff")
        with looking(secretary) as by:
            governance.close_meeting(meeting, by=by)
        share = ("Deel de besluitenlijst", "governance:decision_list", False)
        assert meetings_of(secretary, scene) == [share]
        with looking(secretary) as by:
            (item,) = [
                one
                for one in queries.needs_me(by, scene.network, now=timezone.now())
                if one.kind == "ask_meeting"
            ]
            assert item.because == "Er is één besluit genomen. De leden hebben de besluitenlijst nog niet."
            governance.publish_decision_list(meeting, by=by)
        assert meetings_of(secretary, scene) == [("Schrijf het verslag", "governance:minutes", False)]
        assert meetings_of(secretary, scene, days=15) == [("Schrijf het verslag", "governance:minutes", True)]
        with looking(secretary) as by:
            governance.write_minutes(meeting, by=by, text="Besproken en besloten")
        assert meetings_of(secretary, scene) == []


def test_what_needs_me_costs_the_same_for_many(scene, django_assert_max_num_queries):
    make_idea(scene)
    invite(scene, make_initiative(scene, Stage.SCREENING))
    with looking(scene.group.chair) as chair:
        assert chair.network_ids
        with django_assert_max_num_queries(25) as few:
            queries.needs_me(chair, scene.network, now=timezone.now())
    for _ in range(3):
        invite(scene, make_initiative(scene, Stage.SCREENING))
    make_initiative(scene, Stage.EXPLORATION)
    with looking(scene.group.chair) as chair:
        assert chair.network_ids
        with django_assert_max_num_queries(25) as many:
            found = queries.needs_me(chair, scene.network, now=timezone.now())
            assert [one.kind for one in found].count("ask_meeting") == len(found) - 4 == 1
    assert abs(len(few) - len(many)) <= 2


def test_an_agenda_gets_the_gates_that_can_be_decided(scene, django_assert_max_num_queries, in_screening):
    invite(scene, in_screening)
    exploring = make_initiative(scene, Stage.EXPLORATION)
    planning = make_initiative(scene, Stage.PREPARATION)
    with looking(scene.group.secretary):
        assert queries.due_for_body(scene.body, today()) == []
        almost = queries.due_for_body(scene.body, soon(50))
        assert [(item.initiative, item.gate) for item in almost] == [(exploring, "p2")]
        assert queries.due_for_bodies(scene.network, [], today()) == []
    rate(scene, in_screening)
    explored(scene, exploring)
    full_plan(scene, planning)
    freeze(scene, planning)
    with looking(scene.group.secretary), django_assert_max_num_queries(11):
        items = queries.due_for_body(scene.body, today())
    assert {(item.initiative, item.gate, item.because) for item in items} == {
        (in_screening, "p1", "De beoordelaars zijn klaar."),
        (exploring, "p2", "Er ligt een advies."),
        (planning, "p3", "Plan versie 1 ligt vast."),
    }
    meeting = make_meeting(scene.group)
    with looking(scene.group.secretary) as secretary:
        points = queries.agenda_points(scene.body, today())
        governance.fill_agenda(meeting, by=secretary, points=points)
        titles = list(meeting.items.values_list("title", flat=True))
        assert {point.title for point in points} <= set(titles)
        assert all(point.subject.url_name == "initiatives:detail" for point in points)
    propose(scene, in_screening, "p1", "explore", meeting=meeting)
    with looking(scene.group.secretary):
        assert in_screening not in [item.initiative for item in queries.due_for_body(scene.body, today())]


def test_an_exploration_of_which_the_time_box_is_gone_is_due(scene, in_exploration):
    with looking(scene.group.secretary):
        exploration = Exploration.objects.get(initiative=in_exploration)
        (item,) = queries.due_for_body(scene.body, exploration.due_on + timedelta(days=3))
        assert item.because.startswith("De verkenning is klaar op ")
        assert item.as_point().title.startswith("P2 Na verkenning: ")
