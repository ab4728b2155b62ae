"""Voting in writing: who may, until when, and objections."""

from datetime import UTC, timedelta

import pytest
import time_machine
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.forms import WrittenForm
from schakel.governance.models import Decision, Vote
from schakel.governance.rules import (
    DecisionStatus,
)
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
)
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def in_writing(group, **facts) -> Decision:
    return make_decision(group, closes_at=timezone.now() + timedelta(days=7), **facts)


def cast(decision, seat, person, choice, reason=""):
    with looking(person):
        decision.refresh_from_db()
        return actions.cast_vote(decision, by=person, seat=seat, choice=choice, reason=reason)


def test_members_vote_themselves_and_may_change_until_it_closes(group):
    decision = in_writing(group)
    seat, member = group.seats[0], group.people[0]
    cast(decision, seat, member, "against")
    vote = cast(decision, seat, member, "for")
    assert (vote.choice, vote.person, vote.cast_by, vote.is_deputy) == ("for", member, member, False)
    with looking(member):
        assert [event.choice for event in Vote.pgh_event_model.objects.order_by("pgh_id")] == [
            "against",
            "for",
        ]
        assert str(vote).endswith("voor")


def test_a_round_closes_by_the_clock_of_that_day_also_when_the_clock_changes():
    # The clock goes forward on 28 March 2027 and back on 31 October.
    at_five = {"2027-03-27": 16, "2027-03-29": 15, "2027-10-30": 15, "2027-11-01": 16}
    for day, hour in at_five.items():
        form = WrittenForm({"closes_on": day, "closes_time": "17:00"})
        assert form.is_valid()
        closes_at = form.cleaned_data["closes_at"].astimezone(UTC)
        assert (closes_at.date().isoformat(), closes_at.hour) == (day, hour)


def test_a_procedure_closes_when_everybody_voted_or_at_its_moment(group):
    decision = in_writing(group)
    cast(decision, group.seats[0], group.people[0], "for")
    with looking(group.secretary) as secretary, refused("Stemmen kan nog tot .* Niet iedereen heeft gestemd"):
        actions.close_decision(decision, by=secretary)
    cast(decision, group.seats[1], group.people[1], "for")
    cast(decision, group.seats[2], group.people[2], "abstain")
    with looking(group.secretary) as secretary:
        closed = actions.close_decision(decision, by=secretary)
    assert closed.is_valid
    assert closed.decided_on == timezone.localdate()
    with looking(group.secretary) as secretary, refused("al vastgelegd"):
        actions.close_decision(decision, by=secretary)


def test_silence_is_no_vote_and_the_closing_day_is_the_day_of_the_decision(group):
    decision = in_writing(group)
    cast(decision, group.seats[0], group.people[0], "for")
    with time_machine.travel(timezone.now() + timedelta(days=9), tick=False):
        with looking(group.people[1]) as late, refused("Stemmen kon tot"):
            actions.cast_vote(decision, by=late, seat=group.seats[1], choice="for")
        with looking(group.chair) as chair, refused("Alleen de secretaris"):
            actions.close_decision(decision, by=chair)
        with looking(group.secretary) as secretary:
            closed = actions.close_decision(decision, by=secretary)
    assert closed.status == DecisionStatus.PROVISIONAL
    assert closed.decided_on == timezone.localdate(decision.closes_at)
    assert "1 van 3" in closed.judgement.missing[0]


def test_a_deputy_votes_only_while_the_holder_has_not(group):
    decision, seat = in_writing(group), group.seats[0]
    deputy = make_deputy(seat)
    vote = cast(decision, seat, deputy, "against")
    assert (vote.is_deputy, vote.person) == (True, deputy)
    vote = cast(decision, seat, group.chair, "for")
    assert (vote.is_deputy, vote.person) == (False, group.chair)
    with refused("Het lid van deze zetel stemde zelf al"):
        cast(decision, seat, deputy, "against")
    with looking(deputy):
        assert Vote.objects.filter(decision=decision).count() == 1


def test_nobody_votes_for_another(group):
    decision, seat = in_writing(group), group.seats[0]
    for other in (group.people[1], group.secretary):
        with refused("U zit niet op deze zetel"):
            cast(decision, seat, other, "for")
    with as_platform(group.network), refused("U zit niet op deze zetel"):
        actions.cast_vote(decision, by=group.chair, seat=seat, choice="for")
    with as_platform(group.network), refused("U zit niet op deze zetel"):
        actions.cast_vote(decision, by=None, seat=seat, choice="for")


def test_only_a_voting_seat_of_that_body_votes_and_no_recused_one(group):
    decision, elsewhere = in_writing(group), make_group(group.network)
    with refused("Deze zetel stemt niet mee over dit besluit"):
        cast(decision, elsewhere.seats[0], elsewhere.chair, "for")
    with looking(group.chair) as chair:
        actions.recuse(group.seats[0], by=chair, reason="Mijn plan", decision=decision)
    with refused("omdat er een belang is"):
        cast(decision, group.seats[0], group.chair, "for")
    with refused("kiest u uit"):
        cast(decision, group.seats[1], group.people[1], "objection", "Nee")


def test_in_a_meeting_nobody_casts_and_a_taken_decision_takes_no_votes(group):
    decision = make_decision(group)
    with refused("De secretaris legt de stemmen vast"):
        cast(decision, group.seats[0], group.chair, "for")
    decide(group, decision, "fff")
    with refused("al vastgelegd"):
        cast(decision, group.seats[0], group.chair, "for")


def test_an_objection_is_taken_back_by_who_made_it():
    group = make_group(method="consent")
    make_mandate(group.body)
    decision = in_writing(group)
    with refused("Schrijf bij een bezwaar waarom"):
        cast(decision, group.seats[0], group.chair, "objection", " ")
    objection = cast(decision, group.seats[0], group.chair, "objection", "De ambulances staan te ver")
    vote = cast(decision, group.seats[1], group.people[1], "for")
    with looking(group.people[1]) as other:
        with refused("Dit is geen bezwaar"):
            actions.withdraw_objection(vote, by=other, reason="Toch")
        with refused("Alleen wie het bezwaar maakte"):
            actions.withdraw_objection(objection, by=other, reason="Onzin")
    with looking(group.secretary) as secretary, refused("Alleen wie het bezwaar maakte"):
        actions.withdraw_objection(objection, by=secretary, reason="Onzin")
    with looking(group.chair) as chair:
        actions.withdraw_objection(objection, by=chair, reason="De post komt dichterbij")
        with refused("al ingetrokken"):
            actions.withdraw_objection(objection, by=chair, reason="Nog eens")
    cast(decision, group.seats[2], group.people[2], "abstain")
    with looking(group.secretary) as secretary:
        assert actions.close_decision(decision, by=secretary).is_valid


def test_in_a_meeting_the_secretary_writes_down_that_an_objection_is_taken_back():
    group = make_group(method="consent")
    make_mandate(group.body)
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        actions.record_votes(decision, by=secretary, votes=group.votes("ffb"))
        objection = decision.votes.get(choice="objection")
        actions.withdraw_objection(objection, by=secretary, reason="Het plan is aangepast")
        actions.record_attendance(decision.meeting, by=secretary, present=group.present("fff"))
        closed = actions.close_decision(decision, by=secretary)
        assert closed.is_valid
        with refused("al ingetrokken"):
            actions.withdraw_objection(closed.votes.get(choice="objection"), by=secretary, reason="Weer")


def test_a_standing_objection_stops_the_decision_for_good():
    group = make_group(method="consent")
    make_mandate(group.body)
    decision = decide(group, make_decision(group), "ffb")
    assert decision.status == DecisionStatus.NOT_CARRIED
    with looking(group.secretary) as secretary, refused("al vastgelegd"):
        actions.withdraw_objection(decision.votes.get(choice="objection"), by=secretary, reason="Toch niet")
