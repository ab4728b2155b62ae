"""One person decides, weighted votes, and the chair's decision."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Decision
from schakel.governance.queries import due_for
from schakel.governance.rules import (
    AgendaKind,
    DecisionStatus,
    Delegate,
    NewCondition,
    SeatVote,
    Subject,
)
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_group,
    make_mandate,
    make_seat,
)
from tests.factories.network import make_member, make_network
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def test_the_manager_decides_under_a_mandate_and_the_body_hears_of_it():
    network = make_network()
    group, manager = make_group(network), make_member(network, "manager")
    make_mandate(group.body, "p0", delegated_to=Delegate.MANAGER)
    subject = Subject("initiative", uuid4(), "I-2026-014 Vaste specialist", "submitted")
    condition = NewCondition("Bel de indiener", date(2027, 1, 1), owner_name="Netwerkmanager")
    with looking(manager):
        decision = actions.decide_by_delegation(
            group.body,
            by=manager,
            type="p0",
            title="Intake",
            reason="Het hoort bij ons",
            verdict="screen",
            options=[{"code": "screen", "label": "Neem in behandeling"}],
            subject=subject,
            conditions=[condition],
        )
        assert decision.is_valid
        assert (decision.method, decision.decided_by_person) == ("delegated", manager)
        assert decision.conditions.count() == 1
        (point,) = due_for(group.body, timezone.localdate())
        assert (point.kind, point.decision_id) == (AgendaKind.REPORT, decision.pk)
        assert manager.name in point.note


def test_the_chair_decides_under_a_mandate_that_names_the_chair(group):
    make_mandate(group.body, "px", delegated_to=Delegate.CHAIR)
    with looking(group.chair) as chair:
        decision = actions.decide_by_delegation(
            group.body, by=chair, type="px", title="Noodstop", reason="Onveilig", asks_money=False
        )
        assert decision.is_valid
        assert decision.method == "chair"
        assert len(due_for(group.body, timezone.localdate())) == 1


def test_nobody_decides_alone_without_a_mandate_that_says_so(group):
    manager = make_member(group.network, "manager")
    with looking(manager), refused("Het mandaat noemt de netwerkmanager niet"):
        actions.decide_by_delegation(group.body, by=manager, type="p3", title="Start", reason="Snel")
    for person in (group.chair, group.people[1]):
        with looking(person), refused("Alleen de netwerkmanager kan als netwerkmanager besluiten"):
            actions.decide_by_delegation(group.body, by=person, type="p3", title="Start", reason="Snel")
    with looking(manager), refused("Vul in: de reden"):
        actions.decide_by_delegation(group.body, by=manager, type="p3", title="Start", reason="")
    with looking(manager):
        assert not Decision.objects.exists()


def test_a_recused_chair_does_not_decide_alone(group):
    make_mandate(group.body, "px", delegated_to=Delegate.CHAIR)
    subject = Subject("initiative", uuid4(), "I-2026-014")
    with looking(group.chair) as chair:
        actions.recuse(group.seats[0], by=chair, reason="Mijn praktijk", subject_id=subject.id)
        with refused("De voorzitter is er niet of stemt niet mee"):
            actions.decide_by_delegation(
                group.body, by=chair, type="px", title="Noodstop", reason="Onveilig", subject=subject
            )


def test_the_delegated_ceiling_holds_and_the_way_up_is_named(above):
    manager = make_member(above.network, "manager")
    make_mandate(above.under.body, "p0", delegated_to=Delegate.MANAGER, ceiling_eur=Decimal(0))
    make_mandate(above.body, "p0")
    with looking(manager), refused("Leg het voor aan: Bestuurlijk platform"):
        actions.decide_by_delegation(
            above.under.body, by=manager, type="p0", title="Intake", reason="Ja", amount_eur=Decimal(1)
        )


def test_a_chairs_decision_in_a_meeting_is_carried_by_the_chair(group):
    make_mandate(group.body, "p4", delegated_to=Delegate.CHAIR)
    decision = make_decision(group, type="p4", method="chair")
    with looking(group.secretary) as secretary:
        actions.record_votes(decision, by=secretary, votes=[SeatVote(group.seats[0].pk, "for")])
        closed = actions.close_decision(decision, by=secretary)
    assert closed.is_valid


def test_weighted_voting_uses_the_weights_and_the_threshold_of_the_body():
    group = make_group(n=2, method="weighted", threshold_percent=Decimal(60))
    make_mandate(group.body)
    with as_platform(group.network):
        for seat, weight in zip(group.seats, (61, 39), strict=True):
            group.body.seats.filter(pk=seat.pk).update(weight=weight)
    assert decide(group, make_decision(group), "fa").is_valid
    extra = make_seat(group.body, weight=Decimal(1))
    assert extra.weight == 1
    assert decide(group, make_decision(group), "fa").status == DecisionStatus.NOT_CARRIED
