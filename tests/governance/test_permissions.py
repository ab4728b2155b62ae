"""Who may do what, as a table; where a right counts; and what a refusal says."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from schakel.governance.permissions import (
    RIGHTS,
    WORDS,
    Permission,
    Role,
    Standing,
    holds,
    standing,
    who_may,
    why_not,
    why_not_close,
    why_not_edit_bodies,
    why_not_meet_condition,
    why_not_plan_meeting,
    why_not_publish_list,
    why_not_put_on_agenda,
    why_not_record,
    why_not_record_history,
    why_not_recuse,
    why_not_run_meeting,
    why_not_withdraw,
)
from schakel.governance.rules import NewCondition
from schakel.network.rules import Role as MembershipRole
from tests.factories.governance import (
    as_platform,
    looking,
    make_decision,
    make_deputy,
    make_group,
    make_mandate,
    make_seat,
    make_tenure,
)
from tests.factories.network import make_member, make_membership, make_network, make_partner, make_person

#: The table of rights once more, as people read it; the code must say the same.
WHO_MAY = """
                            manager represent profess analyst reader chair secret holder deputy
    read                       x       x        x       x       x     x      x      x      x
    submit_idea                x       x        x       x       .     x      x      x      x
    do_intake                  x       .        .       .       .     .      .      .      .
    name_topic                 x       .        .       .       .     x      x      .      .
    view_screening             x       x        .       x       .     x      x      x      x
    invite_raters              x       .        .       .       .     x      x      .      .
    score                      .       .        .       .       .     x      .      x      x
    explore                    x       x        x       x       .     x      x      x      x
    give_view                  .       x        x       .       .     .      .      .      .
    lead_initiative            x       x        x       x       .     x      x      x      x
    coordinate_initiatives     x       .        .       .       .     .      .      .      .
    confirm_commitment         .       x        .       .       .     .      .      .      .
    put_on_agenda              x       .        .       .       .     x      x      .      .
    plan_meeting               x       .        .       .       .     x      x      .      .
    record_decision            .       .        .       .       .     .      x      .      .
    publish_decisions          x       .        .       .       .     .      x      .      .
    vote_written               .       .        .       .       .     x      .      x      x
    recuse                     .       .        .       .       .     x      .      x      x
    decide_as_chair            .       .        .       .       .     x      .      .      .
    decide_as_manager          x       .        .       .       .     .      .      .      .
    give_consent               .       x        .       .       .     .      .      .      .
    meet_condition             x       .        .       .       .     x      x      .      .
    edit_bodies                x       .        .       .       .     .      .      .      .
    edit_partner               x       .        .       .       .     .      .      .      .
    edit_own_partner           x       x        .       .       .     .      .      .      .
    record_history             x       .        .       .       .     .      .      .      .
    record_absence             x       .        .       .       .     .      x      .      .
    edit_funding               x       .        .       .       .     .      .      .      .
    record_award               x       x        .       .       .     .      .      .      .
    accept_embedding           .       x        .       .       .     .      .      .      .
    record_adoption            x       x        x       .       .     .      .      .      .
    define_indicators          x       .        .       x       .     .      .      .      .
    enter_figures              x       x        x       x       .     .      .      .      .
    check_figures              x       .        .       x       .     .      .      .      .
    lock_baseline              x       .        .       .       .     .      .      .      .
    agree_data_use             x       .        .       .       .     .      .      .      .
    bring_in_log               x       .        .       x       .     .      .      .      .
    set_chain_norm             x       .        .       x       .     .      .      .      .
    name_bottleneck            x       x        x       x       .     x      x      x      x
    vote_bottleneck            .       x        x       .       .     .      .      .      .
    meet_own_condition         .       x        .       .       .     .      .      .      .
"""


def rows(table: str) -> dict[str, list[bool]]:
    lines = [line.split() for line in table.strip().splitlines()[1:]]
    return {name: [mark == "x" for mark in marks] for name, *marks in lines}


def test_the_table_of_rights():
    assert rows(WHO_MAY) == {
        permission.value: [role in RIGHTS[permission] for role in Role] for permission in Permission
    }


def test_every_permission_has_words_and_someone_who_holds_it():
    assert set(WORDS) == set(RIGHTS) == set(Permission)
    assert all(RIGHTS.values())
    assert set(MembershipRole.values) < set(Role.values)


def test_a_refusal_names_who_may():
    assert who_may(Permission.DO_INTAKE) == "de netwerkmanager"
    assert who_may(Permission.PUT_ON_AGENDA) == "de netwerkmanager, de voorzitter of de secretaris"


#: What each person may do to one body and its decision. The manager is the office of the network, seats are of that
#: body; "elsewhere" chairs another body and "outsider" is a professional.
WHO_ACTS = """
                    manager chair secretary holder deputy elsewhere outsider reader stranger
    put_on_agenda      x      x       x       .      .        .         .       .      .
    plan_meeting       x      x       x       .      .        .         .       .      .
    run_meeting        .      .       x       .      .        .         .       .      .
    record             .      .       x       .      .        .         .       .      .
    close              .      .       x       .      .        .         .       .      .
    withdraw           x      x       x       .      .        .         .       .      .
    recuse             .      .       x       x      .        .         .       .      .
    meet_condition     x      x       x       .      .        .         .       .      .
    edit_bodies        x      .       .       .      .        .         .       .      .
    record_history     x      .       .       .      .        .         .       .      .
"""


@pytest.mark.django_db
def test_who_acts_on_a_body_and_its_decision():
    network = make_network()
    group = make_group(network)
    deputy = make_deputy(group.seats[2])
    condition = NewCondition("Cijfers", date(2030, 1, 1), owner_name="De trekker")
    decision = make_decision(group, conditions=[condition])
    people = {
        "manager": make_member(network, "manager"),
        "chair": group.chair,
        "secretary": group.secretary,
        "holder": group.people[1],
        "deputy": deputy,
        "elsewhere": make_group(network).chair,
        "outsider": make_member(network),
        "reader": make_member(network, "reader"),
        "stranger": make_member(make_network()),
    }
    now = timezone.now()
    with as_platform(network):
        (met,) = decision.conditions.select_related("decision__body")
    asked = {
        "put_on_agenda": lambda person: why_not_put_on_agenda(person, group.body),
        "plan_meeting": lambda person: why_not_plan_meeting(person, group.body),
        "run_meeting": lambda person: why_not_run_meeting(person, decision.meeting),
        "record": lambda person: why_not_record(person, decision, now),
        "close": lambda person: why_not_close(person, decision, now),
        "withdraw": lambda person: why_not_withdraw(person, decision),
        "recuse": lambda person: why_not_recuse(person, group.seats[1]),
        "meet_condition": lambda person: why_not_meet_condition(person, met),
        "edit_bodies": lambda person: why_not_edit_bodies(person, network),
        "record_history": lambda person: why_not_record_history(person, network),
    }
    found = {}
    for name, question in asked.items():
        found[name] = []
        for person in people.values():
            with looking(person):
                found[name].append(question(person) is None)
    assert found == rows(WHO_ACTS)


@pytest.mark.django_db
def test_standing_takes_two_queries_and_is_remembered(django_assert_num_queries):
    network = make_network()
    group = make_group(network)
    with looking(group.chair) as chair:
        with django_assert_num_queries(2):
            found = standing(chair, network)
            assert standing(chair, network) is found
        assert found.roles == {Role.PROFESSIONAL, Role.CHAIR, Role.SEAT_HOLDER}
        assert found.body_ids == {group.body.pk}
        (seat,) = found.seats
        assert (seat.seat_id, seat.name, seat.is_voting, seat.kind) == (
            group.seats[0].pk,
            "Zetel 1",
            True,
            "holder",
        )


@pytest.mark.django_db
def test_who_is_nothing_here_has_no_standing():
    network = make_network()
    assert standing(AnonymousUser(), network) == Standing()
    person = make_person()
    with looking(person):
        assert standing(person, network) == Standing()
        assert not holds(person, Permission.READ, network)


@pytest.mark.django_db
def test_a_seat_counts_in_its_own_body_only():
    network = make_network()
    group, other = make_group(network), make_group(network)
    with looking(group.secretary) as secretary:
        assert holds(secretary, Permission.RECORD_DECISION, network, body=group.body)
        assert holds(secretary, Permission.RECORD_DECISION, network)
        assert not holds(secretary, Permission.RECORD_DECISION, network, body=other.body)
        assert why_not(secretary, Permission.RECORD_DECISION, network, body=other.body) == (
            "Alleen de secretaris kan aanwezigheid, stemmen en besluiten vastleggen. "
            f"Het gaat hier om {other.body.name}."
        )


@pytest.mark.django_db
def test_a_role_for_a_partner_counts_for_that_partner_only():
    network = make_network()
    zgt, menzis = make_partner(network, "zgt"), make_partner(network, "menzis")
    person = make_member(network, "representative", partner=zgt)
    make_membership(network, "professional", person=person, partner=menzis)
    with looking(person):
        found = standing(person, network)
        assert found.partner_ids == {zgt.pk, menzis.pk}
        assert found.represents == {zgt.pk}
        assert holds(person, Permission.GIVE_CONSENT, network, partner=zgt)
        assert not holds(person, Permission.GIVE_CONSENT, network, partner=menzis)
        assert holds(person, Permission.GIVE_VIEW, network, partner=menzis)
        assert why_not(person, Permission.GIVE_CONSENT, network, partner=menzis) == (
            "Alleen de vertegenwoordiger van Menzis kan akkoord geven namens Menzis."
        )
        assert why_not(person, Permission.DO_INTAKE, network, partner=zgt) == (
            "Alleen de netwerkmanager kan de intake van ideeën doen."
        )
        assert why_not(person, Permission.GIVE_CONSENT, network, partner=zgt) is None
    manager = make_member(network, "manager")
    with looking(manager):
        assert holds(manager, Permission.EDIT_OWN_PARTNER, network, partner=zgt)


@pytest.mark.django_db
def test_a_deputy_of_the_secretary_records_and_a_deputy_of_the_chair_does_not_chair(group):
    secretary_seat = make_seat(group.body, "Secretaris 2", is_voting=False, is_secretary=True)
    writing, chairing = make_deputy(secretary_seat), make_deputy(group.seats[0])
    with looking(writing):
        assert standing(writing, group.network).roles == {Role.PROFESSIONAL, Role.DEPUTY, Role.SECRETARY}
    with looking(chairing):
        assert standing(chairing, group.network).roles == {Role.PROFESSIONAL, Role.DEPUTY}


@pytest.mark.django_db
def test_rights_follow_from_seats_and_memberships_of_today():
    network = make_network()
    group = make_group(network)
    today = timezone.localdate()
    left, coming, closed = make_member(network), make_member(network), make_member(network)
    make_tenure(make_seat(group.body), left, until_on=today)
    make_tenure(make_seat(group.body), coming, from_on=today + timedelta(days=1))
    make_tenure(make_seat(group.body, until_on=today), closed)
    for person in (left, coming, closed):
        with looking(person):
            assert not standing(person, network).seats
    with looking(coming), time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert len(standing(coming, network).seats) == 1  # remembered for one day, not for ever


@pytest.mark.django_db
def test_who_left_the_network_keeps_no_seat():
    network = make_network()
    group, person = make_group(network), make_person()
    make_membership(network, person=person, until_on=timezone.localdate())
    make_tenure(make_seat(group.body), person)
    with as_platform(network):
        assert standing(person, network) == Standing()


@pytest.mark.django_db
def test_a_seat_in_a_closed_body_gives_nothing():
    group = make_group(closed_on=date(2024, 1, 1), closing_reason="Klaar")
    make_mandate(group.body)
    with looking(group.secretary) as secretary:
        assert not standing(secretary, group.network).seats


@pytest.mark.django_db
def test_nobody_is_the_platform_only_in_its_own_context():
    network, other = make_network(), make_network()
    with as_platform(network):
        assert holds(None, Permission.EDIT_BODIES, network)
        assert not holds(None, Permission.EDIT_BODIES, other)
    group = make_group(network)
    with looking(group.chair):
        assert not holds(None, Permission.EDIT_BODIES, network)
        assert why_not_publish_list(None, make_decision(group).meeting).startswith("Sluit eerst")
