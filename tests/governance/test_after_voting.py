"""Once voting in writing is over, nothing that was said changes; and who stands aside is not asked."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from schakel.governance import actions, queries
from schakel.governance.models import Decision, Recusal, Vote
from schakel.governance.rules import DecisionStatus, Subject
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_network,
)
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db
LATER = timedelta(hours=2)


def in_writing(group, choices, **facts) -> Decision:
    decision = make_decision(group, closes_at=timezone.now() + timedelta(hours=1), **facts)
    for seat, person, choice in zip(group.seats, group.people, choices, strict=False):
        with looking(person):
            actions.cast_vote(decision, by=person, seat=seat, choice=choice, reason="Het kan niet zo.")
    return decision


def found(decision: Decision) -> Decision:
    return Decision.objects.select_related("network", "body__network", "ratifies").get(pk=decision.pk)


def closed(group, decision) -> Decision:
    with looking(group.secretary) as secretary:
        return actions.close_decision(found(decision), by=secretary)


def test_nobody_leaves_or_comes_back_after_the_closing_moment():
    group = make_group()
    make_mandate(group.body)
    subject = uuid4()
    decision = in_writing(group, ["for", "against", "against"], subject=Subject("idea", subject, "I-1"))
    with time_machine.travel(timezone.now() + LATER, tick=False):
        for seat, person in zip(group.seats[1:], group.people[1:], strict=False):
            with looking(person), refused("Aan wat er is gezegd verandert niets meer"):
                actions.recuse(seat, by=person, reason="Belang.", decision=found(decision))
            with looking(person):
                actions.recuse(seat, by=person, reason="Belang.", subject_id=subject)
        assert closed(group, decision).status == DecisionStatus.NOT_CARRIED, "2 of 3 were against"
    with as_platform(group.network):
        assert Vote.objects.filter(decision=decision).count() == 3


def test_a_recusal_that_held_at_the_closing_moment_holds():
    group = make_group()
    make_mandate(group.body)
    decision = in_writing(group, ["for", "for"])
    with looking(group.people[2]) as person:
        recusal = actions.recuse(group.seats[2], by=person, reason="Belang.", decision=found(decision))
    with time_machine.travel(timezone.now() + LATER, tick=False):
        with looking(group.people[2]) as person, refused("Aan wat er is gezegd"):
            again = Recusal.objects.select_related("decision", "network").get(pk=recusal.pk)
            actions.withdraw_recusal(again, by=person, reason="Toch niet.")
        taken = closed(group, decision)
    assert taken.status == DecisionStatus.VALID
    assert "2 van 2" in taken.judgement.proof("quorum").words


def test_an_objection_stands_after_the_closing_moment():
    group = make_group(method="consent")
    make_mandate(group.body)
    decision = in_writing(group, ["for", "for", "objection"])
    with time_machine.travel(timezone.now() + LATER, tick=False):
        with looking(group.people[2]) as person, refused("Aan wat er is gezegd"):
            vote = Vote.objects.select_related("decision__body__network", "decision__network").get(
                decision_id=decision.pk, seat=group.seats[2]
            )
            actions.withdraw_objection(vote, by=person, reason="Toch goed.")
        assert closed(group, decision).status == DecisionStatus.NOT_CARRIED


def test_in_writing_only_who_sits_on_a_seat_takes_it_out():
    group = make_group()
    make_mandate(group.body)
    decision = in_writing(group, ["for", "against"])
    with looking(group.secretary) as secretary, refused("zegt daarin zelf"):
        actions.recuse(group.seats[1], by=secretary, reason="Belang.", decision=found(decision))


def test_who_stands_aside_from_a_subject_is_not_asked_to_ratify_a_decision_about_it():
    network = make_network()
    above, below = make_group(network, name="Platform"), make_group(network, name="Groep onder")
    make_mandate(above.body)
    subject = uuid4()
    first = decide(below, make_decision(below, subject=Subject("initiative", subject, "I-1")), "fff")
    with looking(above.people[1]) as person:
        actions.recuse(above.seats[1], by=person, reason="Eigen belang.", subject_id=subject)
    with looking(above.secretary) as secretary:
        closes_at = timezone.now() + timedelta(days=3)
        actions.ratify(found(first), by=secretary, body=above.body, closes_at=closes_at)
    for person, is_asked in ((above.people[1], False), (above.people[0], True)):
        with looking(person):
            assert bool(queries.my_votes(person, network, timezone.now())) is is_asked
