"""Rating an idea: who may, what stays hidden, standing aside, and what it comes to."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Recusal
from schakel.initiatives import actions, queries
from schakel.initiatives.models import Assessment
from schakel.initiatives.rules import Stage
from schakel.notices.models import Notice
from tests.factories.governance import (
    as_platform,
    looking,
    make_deputy,
    make_tenure,
)
from tests.factories.initiatives import (
    answers_for,
    fresh,
    invite,
    make_idea,
    make_initiative,
    make_scene,
    rate,
    soon,
    take_in,
    through,
)
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db


def test_the_people_on_the_seats_are_asked_but_never_the_author(scene):
    by_chair = take_in(scene, make_idea(scene, by=scene.group.chair))
    asked = invite(scene, by_chair)
    assert {one.rater for one in asked} == set(scene.group.people[1:])
    with refused("niemand meer"):
        invite(scene, by_chair)
    with looking(scene.group.chair) as chair, refused("niet uw eigen idee"):
        actions.assess(fresh(by_chair), by=chair, answers={})


def test_some_seats_can_be_asked_before_the_others(scene, in_screening):
    with refused("na vandaag"):
        invite(scene, in_screening, due_on=timezone.localdate())
    first = invite(scene, in_screening, seat_ids=[scene.group.seats[0].pk])
    assert [str(one) for one in first] == [f"{scene.group.chair}: {in_screening.pk}"]
    assert len(invite(scene, in_screening)) == 2


def test_who_is_away_on_the_last_day_is_replaced_and_one_seat_has_one_rater(scene, in_screening):
    first, second, third = scene.group.seats
    holder, stand_in, today = scene.group.people[1], make_deputy(second), timezone.localdate()
    busy = scene.group.people[2]
    make_tenure(first, busy, kind="deputy")
    for person in (scene.group.people[0], holder):
        with looking(person) as looker:
            governance.record_absence(
                scene.network, by=looker, person=looker, from_on=today, until_on=soon(21)
            )
    with looking(scene.group.secretary):
        warning = queries.missed_raters(in_screening, today, soon(20))
        assert scene.group.chair.name in warning  # the deputy there rates for a seat of their own
        assert holder.name not in warning
        assert queries.missed_raters(in_screening, today, soon(21)) == ""  # back that day
    asked = invite(scene, in_screening, due_on=soon(20))
    assert {one.rater: one.seat for one in asked} == {scene.group.chair: first, stand_in: second, busy: third}
    with as_platform(scene.network):
        told = Notice.objects.get(person=stand_in, kind="score").because
    assert told.startswith(f"U vervangt {holder.name} (afwezig t/m ")
    with refused("niemand meer"):  # neither who is back by then, nor a second for a seat that was asked
        invite(scene, in_screening, due_on=soon(21))
    rate(scene, in_screening, scene.group.chair, stand_in, busy)
    with looking(holder) as looker:
        this = queries.round_of(looker, fresh(in_screening), today)
        assert (this.n_done, this.n_raters) == (3, 3)
        with refused("niet gevraagd"):
            actions.assess(fresh(in_screening), by=looker, answers=answers_for(scene.criteria))


def test_who_was_asked_stays_asked_when_they_say_that_they_are_away(scene, in_screening):
    make_deputy(scene.group.seats[1])
    invite(scene, in_screening, due_on=soon(20))
    today = timezone.localdate()
    with looking(scene.group.people[1]) as looker:
        governance.record_absence(scene.network, by=looker, person=looker, from_on=today, until_on=soon(30))
    with refused("niemand meer"):
        invite(scene, in_screening, due_on=soon(20))


def test_without_criteria_nobody_is_asked(scene, in_screening):
    with as_platform(scene.network):
        type(scene.criteria).objects.update(valid_until="2020-01-02", valid_from="2020-01-01")
    with refused("nog geen criteria"):
        invite(scene, in_screening)
    exploring = in_screening
    with as_platform(scene.network):
        type(scene.criteria).objects.update(valid_until=None)
    invite(scene, exploring)
    rate(scene, exploring)
    exploring = through(scene, exploring, "p1", "explore")
    with as_platform(scene.network):
        exploring.invitations.all().delete()
        type(scene.criteria).objects.update(valid_until="2020-01-02")
    with looking(scene.group.secretary) as secretary, refused("nog geen criteria"):
        actions.record_confirmation(fresh(exploring), by=secretary, answers={})


def test_a_later_change_is_a_new_version_beside_the_first(scene, in_screening):
    invite(scene, in_screening)
    rate(scene, in_screening, scene.group.chair, value="no")
    rate(scene, in_screening, scene.group.chair, value="yes")
    with looking(scene.group.chair):
        versions = list(Assessment.objects.filter(rater=scene.group.chair).order_by("version"))
        assert [one.version for one in versions] == [1, 2]
        assert {str(answer) for answer in versions[0].answers.all()} == {"Nee"}
        assert versions[1].given_by(scene.group.chair)
    with (
        looking(scene.group.chair),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        Assessment.objects.update(remark="anders")


def test_an_answer_lacks_nothing(scene, in_screening):
    invite(scene, in_screening)
    good = answers_for(scene.criteria)
    first = next(iter(good))
    with looking(scene.group.chair) as chair:
        with refused("C1: Schrijf op waarom"):
            actions.assess(in_screening, by=chair, answers={**good, first: {"value": "yes", "reason": ""}})
        with refused("Laad de pagina opnieuw"):
            actions.assess(in_screening, by=chair, answers={**good, uuid4(): {"value": "yes", "reason": "x"}})
        with refused("BSN"):
            actions.assess(
                in_screening, by=chair, answers={**good, first: {"value": "yes", "reason": "111222333"}}
            )
    assert fresh(in_screening).stage == Stage.SCREENING


def test_who_stands_aside_neither_rates_nor_votes_nor_counts(scene, in_screening):
    invite(scene, in_screening)
    chair = scene.group.chair
    rate(scene, in_screening, chair)
    with looking(chair):
        with refused("waarom u betrokken"):
            actions.recuse(in_screening, by=chair, reason=" ")
        actions.recuse(in_screening, by=chair, reason="Mijn eigen praktijk.")
        assert Recusal.objects.get(subject_id=in_screening.pk).seat == scene.group.seats[0]
        with refused("al niet mee"):
            actions.recuse(in_screening, by=chair, reason="Nog eens.")
        with refused("betrokken bent"):
            actions.assess(in_screening, by=chair, answers=answers_for(scene.criteria))
        page = queries.round_of(chair, fresh(in_screening), timezone.localdate())
    assert (page.n_done, page.n_raters) == (0, 2)
    assert [(row.state, row.reason) for row in page.raters if row.name == chair.name] == [
        ("recused", "Mijn eigen praktijk.")
    ]
    with looking(scene.submitter) as person, refused("niet gevraagd"):
        actions.recuse(in_screening, by=person, reason="x")


def test_a_weighed_set_keeps_scores_and_knock_outs_apart():
    scene = make_scene(criteria="weighed")
    with as_platform(scene.network):
        first = scene.criteria.criteria.first()
        scene.criteria.criteria.exclude(pk=first.pk).update(weight=2)
    in_screening = make_initiative(scene, Stage.SCREENING)
    invite(scene, in_screening)
    rate(scene, in_screening, score=5)
    with looking(scene.group.chair) as chair:
        rows = queries.round_of(chair, fresh(in_screening), timezone.localdate()).rows
        assert [(row.takes_score, row.mine.score, row.mine.value) for row in rows] == [
            (False, None, "yes"),
            (True, 5, ""),
        ]
        assert str(rows[1].mine) == "5"
