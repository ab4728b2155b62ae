"""Proposals come before a body, are voted on in a meeting, and are judged on their own day."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import AgendaItem, Attendance, Condition, Decision, NumberSeries, Vote
from schakel.governance.queries import became_valid
from schakel.governance.rules import DecisionStatus, Means, NewCondition, SeatVote, Subject
from schakel.journal.models import Entry
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
    make_tenure,
    make_valid_decision,
)
from tests.factories.network import make_member, make_network, make_partner
from tests.factories.refusals import refused
from tests.worlds import world

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
#: A year to travel to: forward only, because the database keeps its own clock for signed contexts.
YEAR = timezone.localdate().year + 1


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def proofs(decision: Decision) -> dict[str, bool]:
    return decision.proof["ok"]


# Opening.


def test_a_proposal_gets_a_number_a_place_on_the_agenda_and_a_line_in_the_journal(group):
    decision = make_decision(group, verdict="start", options=[{"code": "start", "label": "Ga door"}])
    year = timezone.localdate().year
    assert decision.number == f"B-{year}-001"
    assert make_decision(group).number == f"B-{year}-002"
    assert decision.status == DecisionStatus.OPEN
    assert decision.method == "majority"
    assert decision.verdict_label == "Ga door"
    assert str(decision) == f"B-{year}-001 Begin de proef"
    with looking(group.secretary):
        item = AgendaItem.objects.get(decision=decision)
        assert (item.meeting, item.position, item.kind) == (decision.meeting, 1, "decision")
        entry = Entry.objects.get(verb="proposed", about_id=str(decision.pk))
        assert entry.person_name == group.secretary.name


def test_a_proposal_can_wait_for_the_next_agenda_or_go_in_writing(group):
    waiting = make_decision(group, meeting=None)
    assert waiting.meeting is None
    closes_at = timezone.now() + timedelta(days=7)
    with looking(group.secretary) as secretary:
        written = actions.put_in_writing(waiting, by=secretary, closes_at=closes_at)
        assert written.is_written
        with refused("staat al op een agenda of in een schriftelijke ronde"):
            actions.put_in_writing(written, by=secretary, closes_at=closes_at)


def test_a_proposal_keeps_its_subject_amount_and_conditions(group):
    partner = make_partner(group.network, "zgt")
    subject = Subject("initiative", uuid4(), "I-2026-014 Vaste specialist", "preparation")
    decision = make_decision(
        group,
        subject=subject,
        amount_eur=Decimal(1_250),
        conditions=[
            NewCondition("Elk kwartaal cijfers", date(2027, 1, 1), owner_partner=partner),
            NewCondition("Een plan voor de uitrol", date(2027, 2, 1), owner_name="De trekker"),
        ],
        dossier={"checklist": [1, 2]},
    )
    assert (decision.subject_label, decision.subject_stage) == ("I-2026-014 Vaste specialist", "preparation")
    assert decision.asks_money
    assert decision.dossier == {"checklist": [1, 2]}
    with looking(group.secretary):
        assert [c.owner for c in decision.conditions.all()] == [partner.name, "De trekker"]


def test_the_method_of_the_mandate_goes_before_that_of_the_body():
    group = make_group(method="consensus")
    make_mandate(group.body, "p3", method="consent")
    assert make_decision(group).method == "consent"
    assert make_decision(group, type="p4").method == "consensus"
    assert make_decision(group, method="majority").method == "majority"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"type": "p9"}, "Deze soort besluit kennen wij niet: p9"),
        ({"method": "dice"}, "Deze manier van besluiten kennen wij niet: dice"),
        ({"amount_eur": Decimal(-1)}, "Een bedrag is niet minder dan nul"),
        (
            {"verdict": "x", "options": [{"code": "a", "label": "Ga door"}]},
            "Kies als voorstel een van: Ga door",
        ),
        ({"title": "  "}, "Vul in: de titel"),
        ({"title": "x" * 301}, "De titel is langer dan 300 tekens"),
        ({"title": "een\x00twee"}, "In de titel staat een teken dat geen tekst is"),
        ({"conditions": [NewCondition("Iets", date(2027, 1, 1))]}, "wie ervoor zorgt"),
        ({"conditions": [NewCondition(" ", date(2027, 1, 1), owner_name="Ik")]}, "Vul in: de voorwaarde"),
    ],
)
def test_a_proposal_that_makes_no_sense_is_refused(group, wrong, words):
    with refused(words):
        make_decision(group, meeting=None, **wrong)


def test_consent_is_asked_only_on_known_grounds(group):
    partner = make_partner(group.network)
    with refused("eigen geld of mensen, of als financier"):
        make_decision(group, meeting=None, means=[Means(partner, "friendship")])


def test_a_decision_falls_in_its_own_meeting_that_is_not_over(group):
    meeting, other = make_meeting(group), make_meeting(make_group(group.network))
    later = timezone.now() + timedelta(days=1)
    with refused("niet in allebei"):
        make_decision(group, meeting=meeting, closes_at=later)
    with refused("van een ander gremium"):
        make_decision(group, meeting=other)
    with refused("een moment na nu"):
        make_decision(group, closes_at=timezone.now())
    with looking(group.secretary) as secretary:
        actions.close_meeting(meeting, by=secretary)
        meeting.refresh_from_db()
    with refused("Dit overleg is afgesloten"):
        make_decision(group, meeting=meeting)


def test_partners_are_asked_for_consent_once_on_each_ground_with_the_sum(group):
    make_mandate(group.body, "p4", consents=["funder"])
    zgt, menzis = make_partner(group.network, "zgt"), make_partner(group.network, "menzis")
    means = [
        Means(zgt, "partners_in_plan", Decimal(100), None),
        Means(zgt, "partners_in_plan", Decimal(50), Decimal(8)),
        Means(zgt, "partners_in_plan"),
        Means(menzis, "funder", Decimal(900)),
    ]
    decision = make_decision(group, type="p4", means=means)
    with looking(group.secretary):
        found = {c.partner.slug: c for c in decision.consents.select_related("partner")}
        assert (found["zgt"].amount_eur, found["zgt"].hours) == (Decimal(150), Decimal(8))
        assert not found["zgt"].is_required  # this mandate asks only the funder
        assert found["menzis"].is_required
        no_mandate = make_decision(group, type="p5", means=means)
        assert no_mandate.consents.filter(is_required=True).count() == 2


# Recording votes.


def test_the_secretary_records_votes_and_the_decision_becomes_valid(group):
    decision = decide(group, make_decision(group), "ffa", reason="Goed plan", public_reason="Wij beginnen.")
    assert decision.status == DecisionStatus.VALID
    assert decision.is_valid
    assert proofs(decision) == {"mandate": True, "quorum": True, "method": True, "consents": True}
    assert decision.decided_on == timezone.localdate()
    assert decision.valid_at is not None
    assert decision.mandate_id is not None
    assert (decision.reason, decision.public_reason) == ("Goed plan", "Wij beginnen.")
    assert [seat["choice"] for seat in decision.proof["seats"]] == ["for", "for", "against", ""]
    with looking(group.secretary):
        assert decision.votes.count() == 3
        assert Entry.objects.filter(verb="decided", about_id=str(decision.pk)).count() == 1
        assert became_valid(decision) == [decision]


def test_a_vote_can_be_changed_and_taken_away_until_closing(group):
    decision = make_decision(group)
    _first, second, third = group.seats
    with looking(group.secretary) as secretary:
        actions.record_votes(decision, by=secretary, votes=group.votes("faf"))
        actions.record_votes(decision, by=secretary, votes=[SeatVote(second.pk, "for"), SeatVote(third.pk)])
        assert list(decision.votes.values_list("seat__position", "choice")) == [(1, "for"), (2, "for")]
        history = Vote.pgh_event_model.objects.filter(seat=second).order_by("pgh_id")
        assert [event.choice for event in history] == ["against", "for"]


def test_the_group_can_change_the_verdict_it_votes_on(group):
    options = [{"code": "start", "label": "Ga door"}, {"code": "stop", "label": "Stop"}]
    decision = make_decision(group, verdict="start", options=options)
    with looking(group.secretary) as secretary:
        with refused("Kies als voorstel een van: Ga door, Stop"):
            actions.record_votes(decision, by=secretary, votes=[], verdict="later")
        actions.record_votes(decision, by=secretary, votes=group.votes("fff"), verdict="stop")
    decision = decide(group, decision, "fff")
    assert decision.verdict == "stop"


def test_the_deputy_is_recorded_as_the_deputy(group):
    deputy = make_deputy(group.seats[1])
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        (vote,) = actions.record_votes(
            decision, by=secretary, votes=[SeatVote(group.seats[1].pk, "for", person_id=deputy.pk)]
        )
        assert vote.is_deputy
        assert vote.person == deputy
        assert Attendance.objects.get(seat=group.seats[1]).person == deputy
        with refused("zat die dag niet op de zetel Zetel 1"):
            actions.record_votes(
                decision, by=secretary, votes=[SeatVote(group.seats[0].pk, "for", person_id=deputy.pk)]
            )


def test_a_seat_with_only_a_deputy_is_represented_by_the_deputy(group):
    seat = make_seat(group.body)
    deputy = make_deputy(seat)
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        (vote,) = actions.record_votes(decision, by=secretary, votes=[SeatVote(seat.pk, "for")])
    assert (vote.person, vote.is_deputy) == (deputy, True)


def test_nobody_votes_for_a_vacant_seat_a_silent_seat_or_a_seat_elsewhere(group):
    vacant = make_seat(group.body)
    elsewhere = make_group(group.network).seats[0]
    secretary_seat = 4
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        with refused("De zetel Zetel 5 is vrij"):
            actions.record_votes(decision, by=secretary, votes=[SeatVote(vacant.pk, "for")])
        for seat_id in (elsewhere.pk, group.body.seats.get(position=secretary_seat).pk):
            with refused("Deze zetel stemt niet mee"):
                actions.record_votes(decision, by=secretary, votes=[SeatVote(seat_id, "for")])
        with refused("Bij deze manier van besluiten kiest u uit"):
            actions.record_votes(
                decision, by=secretary, votes=[SeatVote(group.seats[0].pk, "objection", "Nee")]
            )


def test_only_the_secretary_records_and_only_from_the_day_of_the_meeting(group):
    decision = make_decision(group)
    with looking(group.chair) as chair, refused("Alleen de secretaris kan aanwezigheid, stemmen"):
        actions.record_votes(decision, by=chair, votes=[])
    tomorrow = make_decision(group, meeting=make_meeting(group, timezone.now() + timedelta(days=1)))
    with looking(group.secretary) as secretary:
        with refused("Daarvóór legt niemand stemmen vast"):
            actions.record_votes(tomorrow, by=secretary, votes=[])
        waiting = make_decision(group, meeting=None)
        with refused("nog niet op de agenda"):
            actions.record_votes(waiting, by=secretary, votes=[])
        written = make_decision(group, closes_at=timezone.now() + timedelta(days=1))
        with refused("Ieder lid stemt daarin zelf"):
            actions.record_votes(written, by=secretary, votes=[])


def test_without_a_secretary_the_office_records():
    network = make_network()
    group = make_group(network)
    make_mandate(group.body)
    manager = make_member(network, "manager")
    decision = make_decision(group)
    with looking(manager), refused("Alleen de secretaris"):
        actions.record_votes(decision, by=manager, votes=[])
    with as_platform(network):
        group.body.seats.filter(is_secretary=True).update(is_secretary=False)
    with looking(manager):
        assert len(actions.record_votes(decision, by=manager, votes=group.votes("fff"))) == 3


# Judging.


def test_without_quorum_a_decision_is_under_reserve(group):
    decision = decide(group, make_decision(group), "fxx")
    assert decision.status == DecisionStatus.PROVISIONAL
    assert decision.judgement.missing == ("Te weinig leden: 1 van 3 zetels deden mee, nodig 2.",)
    assert decision.valid_at is None
    with looking(group.secretary):
        assert became_valid(decision) == []


def test_above_the_ceiling_a_decision_is_under_reserve_and_says_where_to_go():
    network = make_network()
    platform = make_body(network, "Bestuurlijk platform")
    make_mandate(platform)
    group = make_group(network, parent=platform)
    make_mandate(group.body, ceiling_eur=Decimal(50_000))
    decision = decide(group, make_decision(group, amount_eur=Decimal(62_000)), "fff")
    assert decision.status == DecisionStatus.PROVISIONAL
    assert decision.judgement.missing[0].replace("\u00a0", " ") == (
        "De groep mag tot € 50.000 besluiten; dit plan vraagt € 62.000. Leg het voor aan: Bestuurlijk platform."
    )


def test_the_mandate_of_the_day_of_the_meeting_counts_not_of_the_day_of_recording():
    group = make_group()
    make_mandate(group.body, valid_until=date(YEAR, 11, 27))
    evening = datetime(YEAR, 11, 26, 23, 30, tzinfo=AMSTERDAM)
    after_midnight = datetime(YEAR, 11, 27, 0, 10, tzinfo=AMSTERDAM)
    with time_machine.travel(datetime(YEAR, 11, 20, 12, tzinfo=AMSTERDAM), tick=False):
        before, after = make_meeting(group, evening), make_meeting(group, after_midnight)
        first, second = make_decision(group, meeting=before), make_decision(group, meeting=after)
    with time_machine.travel(datetime(YEAR, 11, 27, 9, tzinfo=AMSTERDAM), tick=False):
        first, second = decide(group, first, "fff"), decide(group, second, "fff")
    assert (first.decided_on, first.status) == (date(YEAR, 11, 26), DecisionStatus.VALID)
    assert (second.decided_on, second.status) == (date(YEAR, 11, 27), DecisionStatus.PROVISIONAL)
    assert f"liep af met ingang van 27 november {YEAR}" in second.judgement.missing[0]


def test_who_sat_there_on_the_day_of_the_meeting_counts():
    group = make_group()
    make_mandate(group.body)
    newcomer = make_seat(group.body, from_on=date(YEAR, 11, 27))
    make_tenure(newcomer, make_member(group.network), from_on=date(YEAR, 11, 27))
    with time_machine.travel(datetime(YEAR, 11, 26, 20, tzinfo=AMSTERDAM), tick=False):
        decision = make_decision(group)
    with time_machine.travel(datetime(YEAR, 11, 27, 9, tzinfo=AMSTERDAM), tick=False):
        decision = decide(group, decision, "ffx")
    assert "2 van 3" in decision.proof["proofs"][1]["words"]


def test_a_decision_is_closed_once(group):
    decision = decide(group, make_decision(group), "fff")
    with looking(group.secretary) as secretary:
        stale = Decision.objects.get(pk=decision.pk)
        stale.status = "open"
        with refused("is al vastgelegd, op .* om .*. Er verandert niets meer aan"):
            actions.close_decision(stale, by=secretary)
        with refused("is al vastgelegd"):
            actions.record_votes(decision, by=secretary, votes=[])


def test_closing_needs_to_know_who_was_there(group):
    decision = make_decision(group)
    with looking(group.secretary) as secretary, refused("Leg eerst vast wie er bij het overleg is"):
        actions.close_decision(decision, by=secretary)


def test_conditions_can_be_added_until_and_at_closing_and_are_met_later(group):
    decision = make_decision(group)
    manager = make_member(group.network, "manager")
    with looking(manager):
        actions.add_condition(
            decision,
            by=manager,
            text="Cijfers per kwartaal",
            due_on=date(2027, 1, 1),
            owner_name="De trekker",
        )
    more = NewCondition("Een evaluatie", date(2027, 6, 1), owner_name="De GGD")
    decision = decide(group, decision, "fff", conditions=[more], effective_on=date(2026, 12, 1))
    assert decision.effective_on == date(2026, 12, 1)
    with looking(group.secretary) as secretary:
        with refused("al vastgelegd"):
            actions.add_condition(
                decision, by=secretary, text="Laat", due_on=date(2027, 1, 1), owner_name="Ik"
            )
        first, second = decision.conditions.all()
        assert first.is_late(date(2027, 1, 2))
        assert not first.is_late(date(2027, 1, 1))
        met = actions.meet_condition(first, by=secretary, note="Het rapport van maart")
        assert met.met_on == timezone.localdate()
        assert met.met_by == secretary
        assert not met.is_late(date(2028, 1, 1))
        with refused("al vervuld"):
            actions.meet_condition(first, by=secretary, note="Nog eens")
        with refused("Deze dag moet nog komen"):
            actions.meet_condition(second, by=secretary, note="Straks", met_on=date(2099, 1, 1))
        assert str(second) == "Een evaluatie"
        assert Condition.objects.filter(met_on__isnull=False).count() == 1


def test_a_proposal_can_be_taken_back_with_a_reason(group):
    decision = make_decision(group)
    with looking(group.chair) as chair:
        with refused("Vul in: de reden"):
            actions.withdraw_decision(decision, by=chair, reason=" ")
        decision = actions.withdraw_decision(decision, by=chair, reason="Het plan verandert nog")
        assert decision.status == DecisionStatus.WITHDRAWN
        with refused("is ingetrokken"):
            actions.withdraw_decision(decision, by=chair, reason="Weer")


# What the database itself keeps.


def test_the_database_refuses_votes_on_a_taken_decision(group):
    decision = decide(group, make_decision(group), "fff")
    with looking(group.secretary):
        for change in (
            lambda: decision.votes.update(choice="against"),
            lambda: decision.votes.all().delete(),
        ):
            with pytest.raises(IntegrityError, match="its votes stand"), transaction.atomic():
                change()


def test_the_database_refuses_to_change_or_remove_a_taken_decision(group):
    decision = decide(group, make_decision(group), "fff")
    with looking(group.secretary):
        rows = Decision.objects.filter(pk=decision.pk)
        for change in ({"verdict": "stop"}, {"status": "open", "decided_on": None}, {"amount_eur": 5}):
            with pytest.raises(IntegrityError, match="is taken and stands"), transaction.atomic():
                rows.update(**change)
        rows.update(public_reason="Beter gezegd")
        with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
            rows.delete()


def test_the_database_refuses_validity_without_four_good_proofs(group):
    decision = make_decision(group)
    four = "valid_decision_has_four_good_proofs"
    with looking(group.secretary), pytest.raises(IntegrityError, match=four), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(
            status="valid", decided_on=timezone.localdate(), decided_at=timezone.now()
        )


def test_a_decision_that_everyone_carries_makes_the_helper_valid(group):
    assert make_valid_decision(group).is_valid


def test_what_people_read_of_a_row(group):
    about = uuid4()
    decision = make_decision(group, subject=Subject("initiative", about, "I-2026-014"))
    with looking(group.chair) as chair:
        recusal = actions.recuse(group.seats[0], by=chair, reason="Mijn plan", decision=decision)
        assert str(recusal) == f"Zetel 1 ({group.body}): Mijn plan"
        assert Decision.objects.about(about).get() == decision
        assert [str(series) for series in NumberSeries.objects.order_by("series")] == [
            f"B-{timezone.localdate().year}-001",
            f"O-{timezone.localdate().year}-001",
        ]
