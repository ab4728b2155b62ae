"""Who is told of a vote and of a condition that has its day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.actions.announcing import announce_conditions, announce_consents
from schakel.governance.rules import NewCondition
from schakel.jobs.queue import defer
from schakel.network.rules import Role
from schakel.notices.models import Notice
from schakel.notices.rules import Kind
from tests.factories.browsing import Browser
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
    make_seat,
)
from tests.factories.jobs import run_waiting
from tests.factories.network import make_member, make_partner
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def told(group, kind: Kind) -> list[Notice]:
    with as_platform(group.network):
        return list(Notice.objects.filter(kind=kind).select_related("person").order_by("person__name"))


def test_an_open_written_procedure_is_told_to_members_but_not_to_who_opened_it(group):
    make_deputy(group.seats[0])
    decision = make_decision(group, by=group.chair, closes_at=timezone.now() + timedelta(days=7))
    asked = told(group, Kind.VOTE)
    members = {person.pk for person in group.people} - {group.chair.pk}
    assert {one.person_id for one in asked} == members
    assert asked[0].due_on == timezone.localdate(decision.closes_at)
    browser = Browser(group.network, asked[0].person)
    target = browser.get(f"meldingen/{asked[0].pk}/")["Location"]
    assert browser.client.get(target).status_code == 200


def test_a_proposal_that_waits_needs_no_message_until_it_goes_in_writing(group):
    decision = make_decision(group, by=group.chair, meeting=None)
    assert told(group, Kind.VOTE) == []
    with looking(group.chair) as chair:
        actions.put_in_writing(decision, by=chair, closes_at=timezone.now() + timedelta(days=7))
    assert told(group, Kind.VOTE)


def test_the_chair_and_the_secretary_hear_of_a_proposal_for_their_meeting(group):
    decision = make_decision(group, by=group.chair)
    asked = told(group, Kind.PROPOSAL)
    assert [one.person for one in asked] == [group.secretary]  # who proposes knows already
    assert asked[0].due_on == decision.meeting.held_on
    assert "Het staat op de agenda van" in asked[0].because
    make_decision(group, by=group.secretary, meeting=None)
    waiting = [one for one in told(group, Kind.PROPOSAL) if one not in asked]
    assert [one.person for one in waiting] == [group.chair]
    assert "Het wacht op het volgende overleg van" in waiting[0].because
    make_decision(group, by=group.chair, meeting=None, closes_at=timezone.now() + timedelta(days=7))
    assert len(told(group, Kind.PROPOSAL)) == 2  # in writing everybody is asked to vote


def test_a_deputy_is_told_where_there_is_no_member(group):
    seat = make_seat(group.body, "Lege zetel")
    deputy = make_deputy(seat)
    make_decision(group, by=group.chair, closes_at=timezone.now() + timedelta(days=7))
    assert deputy.pk in {one.person_id for one in told(group, Kind.VOTE)}


@pytest.fixture
def owner(group):
    partner = make_partner(group.network, "ggd", name="GGD")
    return make_member(group.network, Role.REPRESENTATIVE, partner=partner, name="Directeur GGD"), partner


def with_condition(group, partner, days):
    condition = NewCondition(
        text="Een geheime tekst", due_on=timezone.localdate() + timedelta(days), owner_partner=partner
    )
    return decide(group, make_decision(group, conditions=[condition]), "fff")


@pytest.mark.parametrize(("days", "soon", "late"), [(15, 0, 0), (14, 1, 0), (1, 1, 0), (0, 1, 0), (-1, 0, 1)])
def test_the_owner_hears_of_a_condition_two_weeks_before_and_when_it_is_late(group, owner, days, soon, late):
    person, partner = owner
    with_condition(group, partner, days)
    with as_platform(group.network):
        announce_conditions(group.network, timezone.localdate())
        announce_conditions(group.network, timezone.localdate())
    assert (len(told(group, Kind.CONDITION_SOON)), len(told(group, Kind.CONDITION_LATE))) == (soon, late)
    for one in told(group, Kind.CONDITION_SOON) + told(group, Kind.CONDITION_LATE):
        assert one.person == person
        assert "geheim" not in one.title + one.because


def test_the_worker_looks_every_day(group, owner):
    with_condition(group, owner[1], -3)
    with as_platform(group.network):
        defer("governance.remind", network=group.network)
    run_waiting()
    assert len(told(group, Kind.CONDITION_LATE)) == 1


def test_a_condition_that_is_met_is_no_news(group, owner):
    decision = with_condition(group, owner[1], 1)
    with looking(group.chair) as chair:
        actions.meet_condition(
            decision.conditions.select_related("network").get(), by=chair, note="Het verslag"
        )
    with as_platform(group.network):
        assert announce_conditions(group.network, timezone.localdate()) == 0


def test_a_decision_without_consents_costs_one_query_to_say_so(group):
    decision = make_decision(group)
    with as_platform(group.network), CaptureQueriesContext(connection) as asked:
        announce_consents(decision, by=None)
    assert len(asked) == 1


def test_an_objection_is_told_to_who_proposed_it_the_chair_and_the_secretary():
    group = make_group(method="consent")
    make_mandate(group.body)
    manager = make_member(group.network, Role.MANAGER)
    decision = make_decision(group, by=manager, closes_at=timezone.now() + timedelta(days=7))
    with looking(group.people[2]) as member:
        for why in ("Te duur.", "Veel te duur."):
            actions.cast_vote(decision, by=member, seat=group.seats[2], choice="objection", reason=why)
    found = told(group, Kind.OBJECTION)
    assert {one.person for one in found} == {manager, group.chair, group.secretary}
    assert not any("duur" in one.title + one.because for one in found), "what it says stands on the page"
    browser = Browser(group.network, group.chair)
    [mine] = [one for one in found if one.person == group.chair]
    assert browser.client.get(browser.get(f"meldingen/{mine.pk}/")["Location"]).status_code == 200


@pytest.mark.parametrize("between", ["withdrawn", "for"])
def test_an_objection_that_is_raised_again_is_told_again_and_other_words_are_not(between):
    group = make_group(method="consent")
    make_mandate(group.body)
    decision = make_decision(group, by=group.secretary, closes_at=timezone.now() + timedelta(days=7))
    vote = {"seat": group.seats[2], "choice": "objection"}
    with looking(group.people[2]) as member:
        for n in (1, 2, 3):
            said = actions.cast_vote(decision, by=member, reason="Te duur.", **vote)
            actions.cast_vote(decision, by=member, reason="Veel te duur.", **vote)
            assert len([one for one in told(group, Kind.OBJECTION) if one.person == group.chair]) == n
            if between == "withdrawn":
                actions.withdraw_objection(said, by=member, reason="Er is korting.")
            else:
                actions.cast_vote(decision, by=member, seat=group.seats[2], choice="for")
