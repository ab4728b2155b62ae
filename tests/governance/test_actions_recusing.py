"""A member with an interest of its own does not vote: said by itself or by the secretary, and kept."""

from uuid import uuid4

import pytest

from schakel.governance import actions
from schakel.governance.models import Recusal
from schakel.governance.rules import DecisionStatus, SeatVote, Subject
from tests.factories.governance import (
    decide,
    looking,
    make_decision,
    make_group,
    make_mandate,
)
from tests.factories.network import make_member
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def test_a_recused_seat_is_in_no_count_and_its_reason_is_kept(group):
    decision = decide(group, make_decision(group), "fra")
    assert decision.status == DecisionStatus.NOT_CARRIED  # one for, one against: a tie
    assert decision.proof["seats"][1]["recused"] == "Het gaat om ons eigen geld."
    assert "Genoeg leden: 2 van 2, nodig 2. Eén lid stemt niet mee" in decision.proof["proofs"][1]["words"]


def test_recusing_takes_away_the_vote_and_is_recorded_once(group):
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        actions.record_votes(decision, by=secretary, votes=group.votes("fff"))
        actions.record_votes(decision, by=secretary, votes=group.votes("rff"))
        actions.record_votes(decision, by=secretary, votes=group.votes("rff"))
        assert decision.votes.count() == 2
        recusal = Recusal.objects.get(decision=decision)
        assert (recusal.person, recusal.recorded_by) == (group.chair, secretary)
        with refused("Zetel 1 stemt niet mee: Het gaat om ons eigen geld"):
            actions.record_votes(decision, by=secretary, votes=group.votes("fff"))
        with refused("Vul in: de reden van de verschoning"):
            actions.record_votes(decision, by=secretary, votes=[SeatVote(group.seats[1].pk, is_recused=True)])


def test_a_member_recuses_itself_and_can_come_back(group):
    decision = make_decision(group)
    seat, member = group.seats[1], group.people[1]
    with looking(member):
        recusal = actions.recuse(seat, by=member, reason="Ik schreef het plan", decision=decision)
        assert recusal.person == member
        with refused("stemt al niet mee"):
            actions.recuse(seat, by=member, reason="Nog eens", decision=decision)
    with looking(group.chair) as chair, refused("Alleen wie zich verschoonde"):
        actions.withdraw_recusal(recusal, by=chair, reason="Onzin")
    with looking(member):
        actions.withdraw_recusal(recusal, by=member, reason="Ik ben van het plan af")
        with refused("al ingetrokken"):
            actions.withdraw_recusal(recusal, by=member, reason="Weer")
    assert decide(group, decision, "fff").is_valid


def test_a_recusal_about_a_subject_holds_for_every_decision_about_it(group):
    about = uuid4()
    subject = Subject("initiative", about, "I-2026-014")
    member = group.people[2]
    with looking(member):
        recusal = actions.recuse(group.seats[2], by=member, reason="Mijn eigen idee", subject_id=about)
        with refused("stemt al niet mee"):
            actions.recuse(group.seats[2], by=member, reason="Mijn eigen idee", subject_id=about)
        with refused("Zeg waarover"):
            actions.recuse(group.seats[2], by=member, reason="Zomaar")
    decision = make_decision(group, subject=subject)
    with looking(group.secretary) as secretary, refused("Zetel 3 stemt niet mee: Mijn eigen idee"):
        actions.record_votes(decision, by=secretary, votes=group.votes("fff"))
    with looking(member):
        actions.withdraw_recusal(recusal, by=member, reason="Een ander idee")
    assert decide(group, decision, "fff").is_valid


def test_only_the_member_or_the_secretary_recuses_a_seat_of_that_body(group):
    decision, elsewhere = make_decision(group), make_group(group.network)
    outsider = make_member(group.network)
    with looking(outsider), refused("Alleen wie op deze zetel zit of de secretaris"):
        actions.recuse(group.seats[0], by=outsider, reason="Weg ermee", decision=decision)
    with looking(elsewhere.chair) as chair, refused("hoort niet bij"):
        actions.recuse(elsewhere.seats[0], by=chair, reason="Belang", decision=decision)
    with looking(group.secretary) as secretary:
        recusal = actions.recuse(group.seats[0], by=secretary, reason="Belang", decision=decision)
        assert recusal.person is None
    decide(group, decision, "rff")
    with looking(group.secretary) as secretary, refused("al vastgelegd"):
        actions.withdraw_recusal(recusal, by=secretary, reason="Te laat")


def test_when_everybody_is_recused_the_decision_must_go_up(group):
    decision = decide(group, make_decision(group), "rrr")
    assert decision.status == DecisionStatus.NOT_CARRIED
    assert decision.proof["must_escalate"]
