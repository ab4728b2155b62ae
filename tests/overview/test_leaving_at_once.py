"""Somebody leaves while somebody else gives them something: nothing is left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait

from django.db import connection
from django.utils import timezone

from schakel.governance.actions import seat_person
from schakel.initiatives.actions import appoint, settle
from schakel.initiatives.rules import Stage
from schakel.network.actions import end_membership
from schakel.network.models import Membership
from schakel.overview.actions import handover
from schakel.people.actions import still
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, decide, looking, make_seat
from tests.factories.initiatives import (
    fresh,
    invite,
    make_idea,
    make_initiative,
    make_scene,
    propose,
    rate,
    take_in,
)

TODAY = timezone.localdate


def test_who_gets_a_seat_at_the_same_moment_does_not_leave_it_behind(committed) -> None:
    scene = make_scene()
    person, seat = scene.lead, make_seat(scene.body, "Wijkzorg")

    def leave() -> object:
        try:
            with looking(scene.manager) as manager:
                return handover.leave_person(
                    scene.network, by=manager, person=person, on=TODAY(), reason="Andere baan"
                )
        except Refused as refusal:
            return refusal.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with looking(scene.manager) as manager:
            seat_person(seat, by=manager, person=person)
            left = pool.submit(leave)
            assert wait([left], timeout=0.5).not_done, left.result()
        assert left.result(timeout=20) == "Er staat nog één ding open. Draag het eerst over, of beëindig het."


def test_one_role_and_the_whole_leave_end_at_the_same_moment_one_after_the_other(committed) -> None:
    scene = make_scene()
    person = scene.submitter
    with as_platform(scene.network):
        role = Membership.objects.get(person=person)

    def end() -> object:
        try:
            with looking(scene.manager) as manager:
                return end_membership(role, by=manager, reason="Andere baan")
        except Refused as refusal:
            return refusal.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with looking(scene.manager) as manager:
            still(person)
            ended = pool.submit(end)
            assert wait([ended], timeout=0.5).not_done, ended.result()
            handover.leave_person(scene.network, by=manager, person=person, on=TODAY(), reason="Andere baan")
        assert ended.result(timeout=20) == "Dit lidmaatschap is al beëindigd."


def test_who_is_made_lead_while_they_leave_is_not_made_lead(committed) -> None:
    scene = make_scene()
    person, initiative = scene.lead, take_in(scene, make_idea(scene))
    assert initiative.lead is None

    def lead() -> object:
        try:
            with looking(scene.manager) as manager:
                return appoint(initiative, by=manager, lead=person)
        except Refused as refusal:
            return refusal.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with looking(scene.manager) as manager:
            handover.leave_person(scene.network, by=manager, person=person, on=TODAY(), reason="Andere baan")
            made = pool.submit(lead)
            assert wait([made], timeout=0.5).not_done, made.result()
        assert "is geen lid (meer) van dit netwerk" in str(made.result(timeout=20))
    with as_platform(scene.network):
        assert fresh(initiative).lead is None


def test_who_explores_by_a_decision_of_this_moment_does_not_leave_it_behind(committed) -> None:
    scene = make_scene()
    person, idea = scene.lead, make_initiative(scene, Stage.SCREENING)
    invite(scene, idea)
    rate(scene, idea)
    decision = decide(scene.group, propose(scene, idea, "p1", "explore"), "f" * len(scene.group.seats))

    def leave() -> object:
        try:
            with looking(scene.manager) as manager:
                return handover.leave_person(
                    scene.network, by=manager, person=person, on=TODAY(), reason="Andere baan"
                )
        except Refused as refusal:
            return refusal.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with looking(scene.group.secretary) as secretary:
            settle(decision, by=secretary)
            left = pool.submit(leave)
            assert wait([left], timeout=0.5).not_done, left.result()
        assert left.result(timeout=20) == "Er staat nog één ding open. Draag het eerst over, of beëindig het."
    with as_platform(scene.network):
        assert fresh(idea).explorer == person
