"""Readings of governance: mandates in words, composition, registers, what waits; each with its queries counted."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from schakel.governance import actions, queries
from schakel.governance.models import Decision
from schakel.governance.permissions import standing
from schakel.governance.rules import DecisionStatus, Delegate, Means, NewCondition, Subject
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
from tests.worlds import world

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@world
def group():
    found = make_group()
    make_mandate(found.body)
    return found


def said(words: str) -> str:
    return words.replace("\u00a0", " ")


def in_writing(group, **facts) -> Decision:
    return make_decision(group, closes_at=timezone.now() + timedelta(days=7), **facts)


# Mandates in words.


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"types": ["p1"]}, "Deze groep mag besluiten over verkennen (P1)."),
        (
            {
                "types": ["p3", "p4", "px"],
                "ceiling_eur": Decimal(50_000),
                "stages": ["preparation", "pilot"],
                "consents": ["partners_in_plan", "funder"],
            },
            "Deze groep mag tot € 50.000 besluiten over starten (P3), doorgaan na de pilot (P4) en stoppen, "
            "pauzeren en hervatten (PX), zolang het initiatief in de fase plan of pilot is; "
            "akkoord nodig van elke partner van wie geld of mensen worden gebruikt en van de financier.",
        ),
        (
            {"types": ["p0"], "delegated_to": Delegate.MANAGER, "stages": ["submitted"]},
            "Deze groep mag besluiten over de intake van ideeën (P0), zolang het initiatief in de fase idee is. "
            "De netwerkmanager mag dit ook alleen besluiten en meldt het in het volgende overleg.",
        ),
        (
            {"types": ["px"], "delegated_to": Delegate.CHAIR, "method": "consensus"},
            "Deze groep mag besluiten over stoppen, pauzeren en hervatten (PX). De voorzitter mag dit ook alleen "
            "besluiten en meldt het in het volgende overleg. Manier van besluiten: consensus.",
        ),
    ],
)
def test_a_mandate_reads_as_a_sentence(group, facts, words):
    mandate = make_mandate(group.body, *facts.pop("types"), **facts)
    assert said(queries.mandate_in_words(mandate)) == words


def test_a_mandate_tells_where_it_comes_from_and_until_when(group, django_assert_num_queries):
    make_mandate(group.body, "mandate")
    decision = make_valid_decision(group, "mandate")
    make_mandate(
        group.body, "p4", valid_from=date(2021, 1, 1), valid_until=date(2022, 1, 1), source_decision=decision
    )
    with looking(group.chair), django_assert_num_queries(1):
        first, second, third = queries.mandates_in_words(group.body, date(2026, 6, 15))
    assert (first.is_in_force, second.is_in_force, third.is_in_force) == (True, True, False)
    assert first.source == "Uit een test. Geldig vanaf 1 januari 2020."
    assert third.source == (
        f"Verleend met besluit {decision.number}. Geldig van 1 januari 2021 tot en met 31 december 2021."
    )


# Who could decide.


def test_who_could_decide_answers_from_history(group, django_assert_num_queries):
    network = group.network
    other = make_body(network, "Later", founded_on=date(2023, 1, 1), position=1)
    make_mandate(other, "p3", valid_from=date(2023, 1, 1), ceiling_eur=Decimal(100))
    make_body(network, "Nooit", parent=group.body, position=2)
    with as_platform(network):
        with django_assert_num_queries(2):
            early = queries.who_could_decide(network, "p3", "preparation", None, date(2021, 6, 1))
        late = queries.who_could_decide(network, "p3", "", Decimal(101), date(2024, 1, 1))
        unknown = queries.who_could_decide(network, "p3", "", None, date(2024, 1, 1), asks_money=True)
    assert [(line.body.name, line.ok) for line in early] == [(group.body.name, True), ("Nooit", False)]
    assert early[0].mandate_words == "Deze groep mag besluiten over starten (P3)."
    assert (early[1].mandate, early[1].mandate_words) == (None, "")
    assert early[1].words.endswith(f"Leg het voor aan: {group.body.name}.")
    assert [(line.body.name, line.ok) for line in late] == [
        (group.body.name, True), ("Later", False), ("Nooit", False),
    ]  # fmt: skip
    assert [line.body.name for line in unknown if line.ok] == [group.body.name]


# Composition.


def test_composition_shows_who_sat_where_on_a_day(group, django_assert_num_queries):
    today = timezone.localdate()
    vacant = make_seat(group.body, "Inwoners", from_on=date(2022, 1, 1))
    deputy = make_deputy(group.seats[0])
    with looking(group.chair):
        with django_assert_num_queries(2):
            lines = queries.composition(group.body, today)
        assert [(line.seat.name, line.holder, line.deputy, line.is_vacant) for line in lines] == [
            ("Zetel 1", group.people[0], deputy, False),
            ("Zetel 2", group.people[1], None, False),
            ("Zetel 3", group.people[2], None, False),
            ("Secretaris", group.secretary, None, False),
            (vacant.name, None, None, True),
        ]
        assert lines[0].holder_since == date(2020, 1, 1)
        assert [line.is_vacant for line in queries.composition(group.body, date(2019, 1, 1))] == [True] * 4


def test_the_history_of_a_seat(group, django_assert_num_queries):
    today, seat = timezone.localdate(), make_seat(group.body)
    first, second = make_member(group.network), make_member(group.network)
    make_tenure(seat, first, from_on=date(2020, 1, 1), until_on=date(2023, 1, 1))
    make_tenure(seat, second, from_on=date(2023, 1, 1))
    with looking(group.chair), django_assert_num_queries(1):
        lines = queries.seat_history(seat, today)
    assert [(line.tenure.person, line.is_current) for line in lines] == [(second, True), (first, False)]


def test_the_overview_of_bodies_costs_six_queries_however_many(group, django_assert_num_queries):
    network, today = group.network, timezone.localdate()
    child = make_body(network, "Onder", parent=group.body)
    make_body(network, "Kleinkind", parent=child)
    make_body(network, "Weg", closed_on=date(2024, 1, 1), closing_reason="Klaar")
    make_seat(group.body)
    make_decision(group, meeting=None)
    soon = make_meeting(group, timezone.now() + timedelta(days=3))
    make_meeting(group, timezone.now() + timedelta(days=9))
    with looking(group.chair) as chair:
        assert chair.network_ids
        with django_assert_num_queries(6):
            lines = queries.bodies_overview(chair, network, today)
    found = [(line.body.name, line.depth, line.n_seats, line.n_filled, line.n_waiting) for line in lines]
    assert found == [(group.body.name, 0, 5, 4, 1), ("Onder", 1, 0, 0, 0), ("Kleinkind", 2, 0, 0, 0)]
    assert [line.next_meeting_at for line in lines] == [soon.starts_at, None, None]


def test_the_next_meeting_is_the_first_that_is_not_over(group, django_assert_num_queries):
    now = timezone.now()
    later, sooner = make_meeting(group, now + timedelta(days=9)), make_meeting(group, now + timedelta(days=2))
    make_meeting(group, now - timedelta(days=9))
    with looking(group.chair), django_assert_num_queries(1):
        assert queries.next_meeting(group.body, now) == sooner
    with looking(group.secretary):
        assert queries.next_meeting(make_body(group.network), now) is None
    assert later != sooner


def test_the_next_meeting_is_looked_for_from_midnight_here(group):
    yesterday = make_meeting(group, datetime(2027, 7, 1, 16, 0, tzinfo=AMSTERDAM))
    early = make_meeting(group, datetime(2027, 7, 2, 0, 30, tzinfo=AMSTERDAM))
    with looking(group.chair):
        # Half past midnight and noon of 2 July: in UTC the one is still 1 July, the other begins two hours too late.
        for moment in (datetime(2027, 7, 1, 22, 30, tzinfo=UTC), datetime(2027, 7, 2, 10, 0, tzinfo=UTC)):
            assert queries.next_meeting(group.body, moment) == early
        assert queries.next_meeting(group.body, datetime(2027, 7, 1, 10, 0, tzinfo=UTC)) == yesterday


# The register.


def test_the_register_filters_and_costs_one_query(group, django_assert_num_queries):
    network = group.network
    subject = Subject("initiative", uuid4(), "I-2026-014 Vaste specialist")
    chosen = {"options": [{"code": "start", "label": "Ga door"}], "verdict": "start"}
    valid = make_valid_decision(group, subject=subject, title="Begin met de vaste specialist", **chosen)
    other = make_group(network)
    waiting = make_decision(other, type="p1", title="Verken 100%", **chosen)
    with as_platform(network):
        old = actions.record_historic_decision(
            network, by=None, type="p4", title="Stop", source="Bron", happened_on=date(2016, 4, 1)
        )
        undated = actions.record_historic_decision(
            network, by=None, type="p4", title="Ooit", source="Bron", precision="period"
        )

    def found(**filters):
        return set(queries.decisions_register(group.chair, network, **filters))

    with looking(group.chair) as chair:
        assert chair.network_ids
        with django_assert_num_queries(1):
            rows = list(queries.decisions_register(chair, network)[:50])
            assert [row.body and row.body.name for row in rows]
        assert len(rows) == 4
        assert found(q="VASTE SPECIALIST") == {valid}
        assert found(q=valid.number) == {valid}
        assert found(q="100%") == {waiting}
        assert found(q="\x00 ") == set(rows)
        assert found(body=other.body.slug) == {waiting}
        assert found(type="p1") == {waiting}
        assert found(status="open") == {waiting}
        assert found(subject_id=subject.id) == {valid}
        with django_assert_num_queries(1):
            assert queries.register_verdicts(chair, network) == ["Ga door"]
        assert found(verdict="Ga door") == {valid}, "a proposal has no verdict yet"
        assert found(verdict="Stop") == set()
        assert found(year="2016") == {old}
        assert found(year=timezone.localdate().year) == {valid, waiting, undated}
        assert found(year="²") == found(year="0") == found(year="jaar") == set(rows)
        assert queries.register_years(chair, network) == [timezone.localdate().year, 2016]


def test_what_another_network_decided_is_not_there(group):
    make_valid_decision(group)
    stranger = make_member(make_network())
    with looking(stranger):
        assert not queries.decisions_register(stranger, group.network).exists()


# One decision.


def test_a_decision_page_is_whole_and_its_queries_do_not_grow(group, django_assert_max_num_queries):
    zgt = make_partner(group.network, "zgt")
    condition = NewCondition("Cijfers", date(2030, 1, 1), owner_partner=zgt)
    decision = make_decision(
        group, means=[Means(zgt, "partners_in_plan", hours=Decimal(1))], conditions=[condition]
    )
    for _number in range(8):
        make_tenure(make_seat(group.body), make_member(group.network))
    closed = decide(group, decision, "frx")
    with looking(group.chair), django_assert_max_num_queries(12):
        page = queries.decision_with_proofs(closed, timezone.now())
    assert [proof.code for proof in page.proofs] == ["mandate", "quorum", "method", "consents"]
    assert (page.quorum.filled, page.quorum.present) == (10, 1)
    assert len(page.lines) == 12
    assert page.lines[0].vote.choice == "for"
    assert page.lines[1].recusal.reason == "Het gaat om ons eigen geld."
    assert (len(page.consents), len(page.conditions)) == (1, 1)
    assert page.missing == closed.judgement.missing


def test_an_open_decision_shows_how_it_would_be_judged_now(group):
    decision = in_writing(group)
    with looking(group.chair) as chair:
        actions.cast_vote(decision, by=chair, seat=group.seats[0], choice="for")
        page = queries.decision_with_proofs(decision, timezone.now())
    assert page.judgement.is_provisional
    assert (page.quorum.present, page.quorum.filled) == (1, 3)
    assert page.could_ratify == ()
    assert not queries.has_everyone_voted(page.lines)


def test_a_decision_under_reserve_names_who_could_ratify_it():
    network = make_network()
    able, group = make_group(network), make_group(network)
    make_mandate(able.body)
    decision = decide(group, make_decision(group), "fff")
    with looking(group.chair):
        page = queries.decision_with_proofs(decision, timezone.now())
        assert page.could_ratify == [able.body]
        assert queries.could_ratify(Decision(network=network)) == []


def test_a_historic_decision_has_proofs_and_no_seats():
    network = make_network()
    with as_platform(network):
        decision = actions.record_historic_decision(network, by=None, type="p4", title="Stop", source="Bron")
        page = queries.decision_with_proofs(decision, timezone.now())
    assert page.lines == []
    assert page.missing == ()


def test_the_ballot_knows_member_deputy_and_who_was_there(group):
    deputy = make_deputy(group.seats[0])
    decision = make_decision(group)
    with looking(group.secretary) as secretary:
        present = {group.seats[0].pk: deputy.pk, group.seats[1].pk: None}
        actions.record_attendance(decision.meeting, by=secretary, present=present)
        first, second, third, _secretary = queries.ballot(decision, timezone.localdate())
    assert (first.person, first.is_present, first.present) == (deputy, True, deputy)
    assert (second.person, second.is_present) == (group.people[1], False)
    assert (third.person, third.is_present, third.is_filled) == (group.people[2], False, True)


# Meetings.


def test_a_meeting_page_and_its_queries(group, django_assert_num_queries):
    decision = make_valid_decision(group)
    with looking(group.chair) as chair:
        assert list(queries.meetings_list(chair, group.network)) == [decision.meeting]
        assert list(queries.meetings_list(chair, group.network, body=group.body.slug)) == [decision.meeting]
        assert not queries.meetings_list(chair, group.network, body="iets-anders").exists()
        meeting = queries.meetings_list(chair, group.network).select_related("network", "body__network").get()
        with django_assert_num_queries(5):
            page = queries.meeting_page(meeting)
    assert [item.decision for item in page.items] == [decision]
    assert page.decisions == [decision]
    assert page.quorum.met
    assert [line.person for line in page.attendance] == [*group.people, None]


# What waits for me.


def test_my_votes_are_the_open_procedures_of_my_seats(group, django_assert_num_queries):
    first, second = in_writing(group, title="Eerst"), in_writing(group, title="Daarna")
    make_decision(group)
    member, deputy = group.people[0], make_deputy(group.seats[0])
    now = timezone.now()
    with looking(member):
        assert standing(member, group.network).seats
        assert member.network_ids
        with django_assert_num_queries(3):
            queries.my_votes(member, group.network, now)
        assert [(mine.decision, mine.is_done) for mine in queries.my_votes(member, group.network, now)] == [
            (first, False), (second, False),
        ]  # fmt: skip
    with looking(deputy):
        actions.cast_vote(first, by=deputy, seat=group.seats[0], choice="for")
        mine = queries.my_votes(deputy, group.network, now)
        assert [(one.is_deputy, one.is_done) for one in mine] == [(True, True), (True, False)]
    with looking(member):
        actions.cast_vote(first, by=member, seat=group.seats[0], choice="for")
        actions.recuse(group.seats[0], by=member, reason="Mijn plan", decision=second)
        assert [one.vote.choice for one in queries.my_votes(member, group.network, now)] == ["for"]
    with looking(deputy):
        assert queries.my_votes(deputy, group.network, now) == []
    with looking(group.secretary) as secretary:
        assert queries.my_votes(secretary, group.network, now) == []


def test_my_consents_are_those_of_the_partners_i_speak_for(group):
    make_mandate(group.body, "p4", consents=["partners_in_plan"])
    zgt, menzis = make_partner(group.network, "zgt"), make_partner(group.network, "menzis")
    person = make_member(group.network, "representative", partner=zgt)
    means = [Means(zgt, "partners_in_plan"), Means(menzis, "partners_in_plan")]
    decision = make_decision(group, type="p4", means=means)
    withdrawn = make_decision(group, type="p4", means=means, meeting=None)
    with looking(group.secretary) as secretary:
        actions.withdraw_decision(withdrawn, by=secretary, reason="Later")
    with looking(person):
        (request,) = queries.my_consents(person, group.network)
        assert (request.decision, request.partner) == (decision, zgt)
        assert queries.open_consents(group.network).count() == 2
        assert queries.open_consents(group.network, menzis).count() == 1
        actions.give_consent(request, by=person)
        assert not queries.my_consents(person, group.network)


def test_which_meetings_ask_something_of_who_writes_there_and_of_who_leads(group, django_assert_num_queries):
    now, today = timezone.now(), timezone.localdate()
    held = make_decision(group).meeting
    near, far = (make_meeting(group, now + timedelta(days=days)) for days in (7, 8))
    with looking(group.secretary) as secretary:
        queries.meetings_to_work_on(secretary, group.network, today)
        with django_assert_num_queries(1):
            assert queries.meetings_to_work_on(secretary, group.network, today) == [held, near]
        assert queries.meetings_to_work_on(secretary, group.network, today + timedelta(days=1))[-1] == far
    with looking(group.chair) as chair:
        assert queries.meetings_to_work_on(chair, group.network, today) == [held]
    with looking(group.people[1]) as member:
        assert queries.meetings_to_work_on(member, group.network, today) == []
    empty = make_meeting(group)
    decide(group, make_decision(group, meeting=held), "fff")
    with looking(group.secretary) as secretary:
        for one in (held, empty):
            actions.start_meeting(one, by=secretary)
            actions.close_meeting(one, by=secretary)
        found = queries.meetings_to_work_on(secretary, group.network, today)
        assert set(found) == {held, near, empty}
        assert [one.n_taken for one in found if one == held] == [1]
        actions.publish_decision_list(held, by=secretary)
        actions.write_minutes(empty, by=secretary, text="Er viel niets te besluiten")
        found = queries.meetings_to_work_on(secretary, group.network, today)
        assert found == [held, near], (
            "a meeting without a decision has no list to share, only minutes to write"
        )
        actions.write_minutes(held, by=secretary, text="Besproken en besloten")
        assert queries.meetings_to_work_on(secretary, group.network, today) == [near]


def test_decisions_under_reserve_are_listed(group):
    decision = decide(group, make_decision(group, type="p5"), "fff")
    make_valid_decision(group)
    assert decision.status == DecisionStatus.PROVISIONAL
    with looking(group.chair) as chair:
        assert list(queries.provisional_decisions(chair, group.network)) == [decision]


def test_what_is_due_costs_four_queries(group, django_assert_num_queries):
    make_decision(group, meeting=None)
    make_decision(group, meeting=None)
    with looking(group.chair), django_assert_num_queries(4):
        assert len(queries.due_for(group.body, timezone.localdate())) == 2
