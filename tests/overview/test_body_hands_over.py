"""A body that closes leaves nothing behind: what it decides about and sees to goes to another body first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Condition
from schakel.governance.queries import late_conditions
from schakel.initiatives import actions as initiatives
from schakel.initiatives.models import StoryEvent
from schakel.initiatives.queries import due_for_body
from schakel.initiatives.rules import Stage
from schakel.journal.models import Entry
from schakel.overview.queries.handover import open_of_body
from schakel.overview.queries.leaving import why_body_stays
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking, make_body, make_valid_decision
from tests.factories.initiatives import (
    Scene,
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
TODAY = timezone.localdate


@world
def scene() -> Scene:
    return make_scene()


@world
def one(scene):
    """An exploration with a late condition; beside it the group has a condition that is about no initiative."""
    idea = make_initiative(scene, Stage.EXPLORATION)
    other = make_valid_decision(scene.group)
    late = {"due_on": TODAY() - timedelta(days=3), "owner_name": "Trekker", "network": scene.network}
    with as_platform(scene.network):
        Condition.objects.create(decision=fresh(idea).moved_by, text="Vraag de huisartsen", **late)
        Condition.objects.create(decision=other, text="Schrijf het jaarplan", **late)
    return idea


def address(scene: Scene) -> str:
    return f"gremia/{scene.body.slug}/overdragen/"


def test_a_body_closes_only_after_what_runs_there_is_handed_over(scene, one):
    browser = Browser(scene.network, scene.manager)
    with looking(scene.manager) as manager:
        reason = rf"één initiatief \({one.number}\) en één voorwaarde \(B-.*Draag over wat hier loopt"
        with refused(reason):
            governance.close_body(scene.body, by=manager, reason="Klaar")
    page = text(browser.get(address(scene)))
    assert one.title in page
    assert "Schrijf het jaarplan" in page
    assert "Vraag de huisartsen" not in page  # goes along with its initiative
    with as_platform(scene.network):
        keys = [thing.key for thing in open_of_body(scene.body, None)]
    answers = dict.fromkeys(keys, str(scene.board.pk))
    assert browser.post(address(scene), **answers, why="").status_code == 422
    done = browser.post(address(scene), **answers, why="De groep wordt opgeheven.")
    assert done.status_code == 302
    with as_platform(scene.network):
        now = fresh(one)
        assert (now.body, now.stage) == (scene.board, one.stage)
        assert StoryEvent.objects.filter(initiative=one, text="De groep wordt opgeheven.").count() == 1
        verbs = ["other body in charge", "passed on condition", "passed on condition"]
        assert sorted(Entry.objects.filter(verb__in=verbs).values_list("verb", flat=True)) == verbs
        texts = {"Vraag de huisartsen", "Schrijf het jaarplan"}
        assert {late.text for late in late_conditions(scene.board, TODAY())} == texts
        assert texts <= {item.title for item in due_for_body(scene.board, TODAY())}
        assert not late_conditions(scene.body, TODAY())
    assert "Er loopt hier niets meer" in text(browser.get(address(scene)))
    with looking(scene.manager) as manager:
        assert governance.close_body(scene.body, by=manager, reason="Klaar").is_closed


def test_only_the_office_hands_over_to_a_body_that_is_there(scene, one):
    assert Browser(scene.network, scene.lead).get(address(scene)).status_code == 403
    assert Browser(scene.network, scene.manager).get("gremia/bestaat-niet/overdragen/").status_code == 404


def test_why_another_body_is_not_put_in_charge(scene, one):
    closed = make_body(scene.network, "Oud", closed_on=TODAY(), closing_reason="Klaar.")
    with looking(scene.manager) as manager:
        for initiative, body, words in (
            (one, scene.body, "gaat al over dit initiatief"),
            (one, closed, "Oud is opgeheven. Kies een andere groep"),
            (make_idea(scene), scene.board, "Doe eerst de intake"),
        ):
            with refused(words):
                initiatives.put_in_charge(initiative, by=manager, body=body, reason="Anders")
        with refused("Oud is opgeheven"):
            governance.pass_on_conditions([], by=manager, body=closed, reason="Anders")
    with looking(scene.lead) as lead, refused("Alleen de netwerkmanager"):
        initiatives.put_in_charge(one, by=lead, body=scene.board, reason="Anders")
    waiting = propose(scene, one, "px", "park")
    with looking(scene.manager) as manager, refused(f"Besluit {waiting.number} wacht nog"):
        initiatives.put_in_charge(one, by=manager, body=scene.board, reason="Anders")


def test_what_ended_stays_with_its_body_and_many_are_named_by_a_few(scene, one):
    for _n in range(6):
        take_in(scene, make_idea(scene))
    with as_platform(scene.network):
        assert "7 initiatieven" in why_body_stays(scene.body)
        assert "en meer)" in why_body_stays(scene.body)
        assert why_body_stays(scene.board) is None
    through(scene, one, "p2", "stop")
    with as_platform(scene.network):
        things = open_of_body(scene.body, None)
        assert one.number not in {thing.url_key for thing in things}
        assert [thing.title for thing in things if thing.kind == "followed"] == ["Schrijf het jaarplan"]
