"""Decisions under reserve: ratified by the body above, or taken up there."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Decision
from schakel.governance.queries import became_valid, could_ratify, due_for
from schakel.governance.rules import (
    DecisionStatus,
    Means,
    NewCondition,
    Subject,
)
from tests.factories.consents import consent
from tests.factories.governance import (
    as_platform,
    decide,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
)
from tests.factories.network import make_member, make_partner
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


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


def test_a_request_to_ratify_that_goes_up_stays_a_request_to_ratify(above):
    original = provisional(above)
    beside = make_group(above.network, parent=above.body)
    make_mandate(beside.body)
    with looking(beside.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=beside.body, meeting=make_meeting(beside))
        higher = actions.escalate(asked, by=secretary, reason="Te groot voor ons")
        assert (higher.body, higher.ratifies, higher.escalated_from) == (above.body, original, asked)
        assert Decision.objects.get(pk=asked.pk).status == DecisionStatus.WITHDRAWN
    with looking(above.secretary) as secretary:
        actions.add_agenda_item(
            above.body,
            by=secretary,
            kind="decision",
            title="Te groot",
            meeting=make_meeting(above),
            decision=higher,
        )
    assert decide(above, higher, "fff").is_valid
    with looking(above.secretary):
        assert Decision.objects.get(pk=original.pk).is_valid


def test_a_body_does_not_ratify_what_it_took_itself_by_a_request_that_goes_up(above):
    with as_platform(above.network):
        above.body.mandates.update(ceiling_eur=10)
    beside = make_group(above.network, parent=above.body)
    make_mandate(beside.body)
    original = decide(above, make_decision(above, amount_eur=Decimal(20)), "fff")
    with looking(beside.secretary) as secretary:
        asked = actions.ratify(original, by=secretary, body=beside.body, meeting=make_meeting(beside))
        with refused("nam dit besluit zelf"):
            actions.escalate(asked, by=secretary, reason="Te groot voor ons")
        assert Decision.objects.get(pk=asked.pk).is_open


@pytest.mark.parametrize("subject", [Subject("initiative", uuid4(), "I-2026-014"), None])
def test_when_nobody_is_left_the_body_above_decides_once(above, subject):
    make_mandate(above.under.body)
    decision = decide(above.under, make_decision(above.under, subject=subject), "rrr")
    with looking(above.under.secretary) as secretary:
        fresh = actions.escalate(decision, by=secretary, reason="Iedereen is betrokken")
        assert (fresh.body, fresh.status, fresh.ratifies) == (above.body, DecisionStatus.OPEN, None)
        with refused(f"ligt al een voorstel bij Bestuurlijk platform: {fresh.number}"):
            actions.escalate(decision, by=secretary, reason="Nog eens")


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
