"""Written procedures, consents of partners, ratification, escalation, and decisions of one person."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import ConsentRequest, Decision, Vote
from schakel.governance.queries import became_valid, could_ratify, due_for
from schakel.governance.rules import (
    AgendaKind,
    DecisionStatus,
    Delegate,
    Means,
    NewCondition,
    SeatVote,
    Subject,
)
from schakel.journal.models import Entry
from schakel.web.refusal import Refused
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_body,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
    make_meeting,
    make_seat,
)
from tests.factories.network import make_member, make_membership, make_network, make_partner
from tests.worlds import world

pytestmark = pytest.mark.django_db


def refused(words: str):
    return pytest.raises(Refused, match=words)


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


# Written procedure.


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


# Consent of partners.


@world
def shared():
    """A group, and a proposal that uses people of ZGT and money of Menzis, each with a representative."""
    network = make_network()
    group = make_group(network)
    make_mandate(group.body, consents=["partners_in_plan", "funder"])
    zgt, menzis = make_partner(network, "zgt"), make_partner(network, "menzis")
    group.zgt = make_member(network, "representative", partner=zgt)
    group.menzis = make_member(network, "representative", partner=menzis)
    group.means = [Means(zgt, "partners_in_plan", hours=Decimal(40)), Means(menzis, "funder", Decimal(9_000))]
    return group


def request_of(decision, person, slug) -> ConsentRequest:
    with looking(person):
        return ConsentRequest.objects.select_related("partner", "network", "decision").get(
            decision=decision, partner__slug=slug
        )


def consent(decision, person, slug, **more):
    request = request_of(decision, person, slug)
    with looking(person):
        return actions.give_consent(request, by=person, **more)


def test_a_decision_waits_for_every_consent_and_then_becomes_valid(shared):
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    assert decision.status == DecisionStatus.PROVISIONAL
    assert decision.judgement.missing == ("Nog geen antwoord van Menzis en Zgt.",)
    decision = consent(decision, shared.zgt, "zgt")
    assert decision.status == DecisionStatus.PROVISIONAL
    decision = consent(decision, shared.menzis, "menzis", reason="Binnen het budget")
    assert decision.is_valid
    assert decision.proof["ok"]["consents"]
    with looking(shared.menzis):
        given = decision.consents.get(partner__slug="menzis")
        assert (given.state, given.given_by, given.reason) == ("given", shared.menzis, "Binnen het budget")
        assert str(given).endswith("akkoord")
        assert Entry.objects.get(verb="consented", on_behalf_of="Menzis").person_name == shared.menzis.name
        assert Entry.objects.filter(verb="became valid").count() == 1


def test_consent_can_be_given_while_the_group_still_decides(shared):
    decision = make_decision(shared, means=shared.means)
    assert consent(decision, shared.zgt, "zgt").status == DecisionStatus.OPEN
    consent(decision, shared.menzis, "menzis")
    assert decide(shared, decision, "fff").is_valid


def test_only_the_representative_of_that_partner_answers_signed_in(shared):
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    manager = make_member(shared.network, "manager")
    request = request_of(decision, manager, "zgt")
    for other in (manager, shared.menzis, shared.secretary):
        with looking(other), refused("Alleen de vertegenwoordiger van Zgt"):
            actions.give_consent(request, by=other)
    with as_platform(shared.network):
        for by in (shared.zgt, None):
            with refused("Akkoord geeft alleen de vertegenwoordiger van Zgt zelf, ingelogd"):
                actions.give_consent(request, by=by)


def test_a_representative_of_two_partners_answers_for_both(shared):
    menzis = shared.means[1].partner
    make_membership(shared.network, "representative", person=shared.zgt, partner=menzis)
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    consent(decision, shared.zgt, "zgt")
    assert consent(decision, shared.zgt, "menzis").is_valid


def test_a_refused_consent_keeps_the_decision_under_reserve_until_it_is_given(shared):
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    consent(decision, shared.menzis, "menzis")
    request = request_of(decision, shared.zgt, "zgt")
    with looking(shared.zgt) as zgt:
        with refused("Vul in: waarom u geen akkoord geeft"):
            actions.refuse_consent(request, by=zgt, reason="")
        decision = actions.refuse_consent(request, by=zgt, reason="Wij hebben die mensen niet")
        assert decision.status == DecisionStatus.PROVISIONAL
        assert decision.judgement.missing == ("Geen akkoord van Zgt. Akkoord van Menzis.",)
    assert consent(decision, shared.zgt, "zgt").is_valid
    with refused("wacht niet meer op akkoord"):
        consent(decision, shared.zgt, "zgt")


def test_consent_is_given_once(shared):
    decision = make_decision(shared, means=shared.means)
    consent(decision, shared.zgt, "zgt")
    with refused("Zgt gaf al akkoord"):
        consent(decision, shared.zgt, "zgt")


def test_a_mandate_that_asks_no_consent_does_not_wait_for_it(shared):
    other = make_group(shared.network)
    make_mandate(other.body)
    assert decide(other, make_decision(other, means=shared.means), "fff").is_valid


def test_the_mandate_of_the_day_decides_whose_consent_is_needed(shared):
    decision = make_decision(shared, means=shared.means)
    with as_platform(shared.network):
        shared.body.mandates.update(consents=["funder"])
    decision = decide(shared, decision, "fff")
    assert decision.judgement.missing == ("Nog geen antwoord van Menzis.",)
    with looking(shared.secretary):
        assert not decision.consents.get(partner__slug="zgt").is_required


def test_all_consents_cannot_mend_a_missing_mandate(shared):
    decision = decide(shared, make_decision(shared, type="p4", means=shared.means), "fff")
    consent(decision, shared.zgt, "zgt")
    assert consent(decision, shared.menzis, "menzis").status == DecisionStatus.PROVISIONAL


# Ratification: only by a body that had the mandate on that day.


@world
def above():
    """A platform with mandate, and under it a group without."""
    network = make_network()
    platform = make_group(network, name="Bestuurlijk platform")
    make_mandate(platform.body, consents=["funder"])
    platform.under = make_group(network, parent=platform.body, name="Ouderenzorg")
    return platform


def provisional(above, **facts) -> Decision:
    decision = decide(above.under, make_decision(above.under, **facts), "fff")
    assert decision.status == DecisionStatus.PROVISIONAL
    return decision


def test_a_body_with_the_mandate_ratifies_and_the_first_decision_becomes_valid(above):
    original = provisional(above)
    with looking(above.secretary) as secretary:
        assert could_ratify(original) == [above.body]
        asked = actions.ratify(original, by=secretary, body=above.body, meeting=make_meeting(above))
        assert asked.title == f"Bekrachtiging van {original.number}: Begin de proef"
        assert (asked.ratifies, asked.subject_type, asked.subject_id) == (original, "decision", original.pk)
        assert asked.dossier["from"]["body"] == "Ouderenzorg"
        assert len(asked.dossier["from"]["votes"]) == 3
    asked = decide(above, asked, "fff")
    with looking(above.secretary):
        original = Decision.objects.get(pk=original.pk)
        assert original.is_valid
        assert original.proof["proofs"][0]["words"] == (
            f"Bekrachtigd door Bestuurlijk platform met besluit {asked.number}."
        )
        assert original.mandate == asked.mandate
        assert became_valid(asked) == [asked, original]


def test_a_ratified_decision_still_waits_for_its_consents(above):
    menzis = make_partner(above.network, "menzis")
    representative = make_member(above.network, "representative", partner=menzis)
    original = provisional(above, means=[Means(menzis, "funder", Decimal(10))], amount_eur=Decimal(10))
    with looking(above.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=above.body, meeting=make_meeting(above))
    asked = decide(above, asked, "fff")
    assert asked.is_valid
    with looking(above.secretary):
        original.refresh_from_db()
        assert original.status == DecisionStatus.PROVISIONAL
        assert original.judgement.missing == ("Nog geen antwoord van Menzis.",)
        assert became_valid(asked) == [asked]
    assert consent(original, representative, "menzis").is_valid


def test_a_decision_that_became_valid_by_itself_is_left_alone_by_a_later_ratification(shared):
    above = make_group(shared.network)
    make_mandate(above.body)
    decision = decide(shared, make_decision(shared, means=shared.means), "fff")
    with looking(above.secretary) as secretary:
        asked = actions.ratify(decision, by=secretary, body=above.body, meeting=make_meeting(above))
    consent(decision, shared.zgt, "zgt")
    valid = consent(decision, shared.menzis, "menzis")
    asked = decide(above, asked, "fff")
    with looking(above.secretary):
        assert Decision.objects.get(pk=decision.pk).proof == valid.proof
        assert became_valid(asked) == [asked, valid]


def test_when_the_body_says_no_the_first_decision_stays_under_reserve(above):
    original = provisional(above)
    with looking(above.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=above.body, meeting=make_meeting(above))
        with refused("besluit al over de bekrachtiging"):
            actions.ratify(original, by=secretary, body=above.body)
    assert decide(above, asked, "aaa").status == DecisionStatus.NOT_CARRIED
    with looking(above.secretary):
        original.refresh_from_db()
        assert original.status == DecisionStatus.PROVISIONAL


def test_a_mandate_granted_afterwards_ratifies_nothing(above):
    original = provisional(above, type="p4")
    today = timezone.localdate()
    make_mandate(above.under.body, "p4", valid_from=today)
    with looking(above.under.secretary) as secretary, refused("nam dit besluit zelf"):
        actions.ratify(original, by=secretary, body=above.under.body)
    with looking(above.secretary) as secretary, refused("geen mandaat voor doorgaan na de pilot"):
        actions.ratify(original, by=secretary, body=above.body)
    make_mandate(above.body, "p4", valid_from=today + timedelta(days=1))
    with (
        time_machine.travel(timezone.now() + timedelta(days=2), tick=False),
        looking(above.secretary) as secretary,
    ):
        assert could_ratify(original) == []
        with refused("later verleend dan het besluit"):
            actions.ratify(original, by=secretary, body=above.body)


def test_a_mandate_that_is_not_in_force_at_closing_ratifies_nothing(above):
    original = provisional(above)
    with looking(above.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=above.body, meeting=make_meeting(above))
    with as_platform(above.network):
        above.body.mandates.update(valid_until=timezone.localdate())
    asked = decide(above, asked, "fff")
    assert asked.status == DecisionStatus.PROVISIONAL
    with looking(above.secretary):
        original.refresh_from_db()
        assert original.status == DecisionStatus.PROVISIONAL


def test_a_ratification_that_is_itself_ratified_makes_both_decisions_valid(above):
    third = make_group(above.network)
    make_mandate(third.body)
    original = provisional(above)
    with looking(above.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=above.body, meeting=make_meeting(above))
    with as_platform(above.network):
        above.body.mandates.update(valid_until=timezone.localdate())
    asked = decide(above, asked, "fff")
    assert asked.status == DecisionStatus.PROVISIONAL
    with looking(third.secretary) as secretary:
        higher = actions.ratify(asked, by=secretary, body=third.body, meeting=make_meeting(third))
    assert decide(third, higher, "fff").is_valid
    with looking(above.secretary):
        asked.refresh_from_db()
        original.refresh_from_db()
        assert (asked.status, original.status) == (DecisionStatus.VALID, DecisionStatus.VALID)


def test_who_is_involved_in_the_subject_stands_aside_when_it_is_ratified_too(above):
    subject = Subject("initiative", uuid4(), "I-2026-001 Eén nummer")
    original = provisional(above, subject=subject)
    with looking(above.chair) as chair:
        actions.recuse(above.seats[0], by=chair, reason="Mijn praktijk", subject_id=subject.id)
    with looking(above.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=above.body, meeting=make_meeting(above))
    asked = decide(above, asked, "sff")
    assert asked.proof["seats"][0]["recused"] == "Mijn praktijk"
    assert asked.is_valid


def test_ratifying_can_be_asked_in_writing_or_for_the_next_agenda(above):
    original = provisional(above)
    with looking(above.secretary) as secretary:
        asked = actions.ratify(
            original,
            by=secretary,
            body=above.body,
            closes_at=timezone.now() + timedelta(days=7),
            proposal="Graag",
        )
        assert (asked.is_written, asked.proposal) == (True, "Graag")
        actions.withdraw_decision(asked, by=secretary, reason="Liever in het overleg")
        assert actions.ratify(original, by=secretary, body=above.body).meeting is None


def test_only_a_decision_under_reserve_is_ratified_by_who_may_put_it_there(above, group):
    with looking(group.secretary) as secretary:
        valid = decide(group, make_decision(group), "fff")
        with refused("Alleen een besluit onder voorbehoud"):
            actions.ratify(valid, by=secretary, body=make_body(group.network))
    original = provisional(above)
    with looking(above.under.secretary) as secretary, refused("Het gaat hier om Bestuurlijk platform"):
        actions.ratify(original, by=secretary, body=above.body)


def test_two_ratifications_settle_a_decision_once(above):
    third = make_group(above.network)
    make_mandate(third.body)
    original = provisional(above)
    meeting, other_meeting = make_meeting(above), make_meeting(third)
    with looking(above.secretary) as secretary:
        first = actions.ratify(original, by=secretary, body=above.body, meeting=meeting)
        first_closed = decide(above, first, "fff")
        assert first_closed.is_valid
    with looking(third.secretary) as secretary:
        original.refresh_from_db()
        with refused("Alleen een besluit onder voorbehoud"):
            actions.ratify(original, by=secretary, body=third.body, meeting=other_meeting)


# Escalation.


def test_a_decision_under_reserve_goes_up_to_be_ratified(above):
    original = provisional(above)
    with looking(above.under.secretary) as secretary:
        asked = actions.escalate(original, by=secretary, reason="Boven ons mandaat")
        assert (asked.body, asked.ratifies, asked.escalated_from) == (above.body, original, original)
        assert asked.proposal == "Boven ons mandaat"
        assert due_for(above.body, timezone.localdate())[0].decision_id == asked.pk


def test_an_open_decision_goes_up_with_its_dossier_and_starts_afresh(above):
    zgt = make_partner(above.network, "zgt")
    decision = make_decision(
        above.under,
        verdict="start",
        options=[{"code": "start", "label": "Ga door"}],
        subject=Subject("initiative", uuid4(), "I-2026-014", "preparation"),
        means=[Means(zgt, "partners_in_plan", hours=Decimal(5))],
        conditions=[NewCondition("Cijfers", date(2027, 1, 1), owner_name="De trekker")],
        dossier={"checklist": "P3"},
    )
    with looking(above.under.secretary) as secretary:
        actions.record_votes(decision, by=secretary, votes=above.under.votes("ffs"))
        fresh = actions.escalate(decision, by=secretary, reason="Te groot voor ons")
        decision.refresh_from_db()
        assert decision.status == DecisionStatus.WITHDRAWN
        assert (fresh.body, fresh.verdict, fresh.subject_id) == (above.body, "start", decision.subject_id)
        assert fresh.escalated_from == decision
        assert fresh.dossier["checklist"] == "P3"
        assert [vote["choice"] for vote in fresh.dossier["from"]["votes"]] == ["for", "for"]
        assert fresh.conditions.get().text == "Cijfers"
        assert fresh.consents.get().hours == Decimal(5)


def test_when_nobody_is_left_the_body_above_decides(above):
    make_mandate(above.under.body)
    decision = decide(above.under, make_decision(above.under), "rrr")
    with looking(above.under.secretary) as secretary:
        fresh = actions.escalate(decision, by=secretary, reason="Iedereen is betrokken")
        assert (fresh.body, fresh.status, fresh.ratifies) == (above.body, DecisionStatus.OPEN, None)


def test_escalation_needs_somewhere_to_go(above, group):
    decision = make_decision(above)
    with looking(above.secretary) as secretary:
        with refused("Boven Bestuurlijk platform staat geen ander gremium"):
            actions.escalate(decision, by=secretary, reason="Te groot")
        with refused("Bestuurlijk platform gaat hier al over"):
            actions.escalate(decision, by=secretary, reason="Te groot", body=above.body)
        closed = make_body(above.network, "Oud", closed_on=date(2024, 1, 1), closing_reason="Klaar")
        with refused("Oud is opgeheven"):
            actions.escalate(decision, by=secretary, reason="Te groot", body=closed)
    with looking(above.people[1]) as member, refused("iets op de agenda zetten"):
        actions.escalate(decision, by=member, reason="Te groot", body=above.under.body)
    taken = decide(group, make_decision(group), "fff")
    with looking(group.secretary) as secretary, refused("is genomen en hoeft niet naar een ander gremium"):
        actions.escalate(taken, by=secretary, reason="Toch")


# One person decides, and the group hears of it.


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
