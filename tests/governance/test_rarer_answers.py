"""Answers of governance that are rarely asked for: a broken link, a partner of elsewhere, a past without a group."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import signing
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Body, PersonalInvitation
from schakel.governance.permissions import recusals_on, why_not_write_down_late
from schakel.governance.queries.effect import effect_of_granting, reach_in_words
from schakel.governance.queries.invitations import SALT, link_token
from schakel.governance.rules import STAGE_WORDS, Mandated, NewCondition, Reach
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.governance import (
    as_platform,
    looking,
    make_body,
    make_decision,
    make_mandate,
    make_seat,
    make_valid_decision,
)
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def invite(network, **facts) -> PersonalInvitation:
    with as_platform(network):
        return actions.invite_person(
            network,
            by=None,
            **{"email": "a.smit@zgt.test", "name": "Anna Smit", "role": Role.READER, **facts},
        )


# --- Invitations


def test_nobody_is_invited_for_a_partner_or_a_seat_of_elsewhere():
    network, other = make_network(), make_network()
    gone = make_partner(network, "weg", name="Weg", status="left", left_on=TODAY())
    for facts, reason in (
        ({"role": Role.REPRESENTATIVE}, "Kies de partner"),
        ({"partner": make_partner(other, "zgt", name="ZGT")}, r"ZGT hoort niet \(meer\) bij dit netwerk"),
        ({"partner": gone}, r"Weg hoort niet \(meer\) bij dit netwerk"),
        ({"seat": make_seat(make_body(other, "Platform"), "Zetel")}, "Deze zetel hoort niet bij dit netwerk"),
    ):
        with pytest.raises(Refused, match=reason):
            invite(network, **facts)


def test_an_invitation_that_was_accepted_is_not_sent_again_or_taken_back():
    network = make_network()
    invitation = invite(network)
    guest = make_member(make_network(), name="Anna Smit")
    guest.email = "a.smit@zgt.test"
    guest.save(update_fields=["email"])
    actions.accept_invitation(link_token(invitation), person=guest)
    for deed in (actions.resend_invitation, actions.revoke_invitation):
        with (
            as_platform(network),
            pytest.raises(Refused, match="Anna Smit heeft deze uitnodiging al aangenomen"),
        ):
            deed(invitation, by=None)


def test_who_has_the_role_already_gets_the_seat_and_no_second_role():
    network = make_network()
    guest = make_member(network, Role.READER, name="Anna Smit")
    seat = make_seat(make_body(network, "Platform"), "Ziekenhuiszorg")
    invitation = invite(network, email=guest.email, seat=seat)
    actions.accept_invitation(link_token(invitation), person=guest)
    with as_platform(network):
        assert Membership.objects.filter(person=guest).count() == 1
        assert seat.tenures.get().person == guest


def test_a_link_that_was_cut_off_or_leads_to_nothing_says_so():
    network = make_network()
    guest = make_member(network)
    nothing = signing.dumps({"n": str(network.pk), "i": str(network.pk), "r": 1}, salt=SALT, compress=True)
    for token in ("afgekapt", nothing):
        with pytest.raises(Refused, match=r"Deze link klopt niet\. Neem hem in zijn geheel over"):
            actions.accept_invitation(token, person=guest)


# --- Decisions


def test_the_platform_writes_a_meeting_of_an_earlier_day_down_without_being_asked_why(group):
    with as_platform(group.network):
        assert why_not_write_down_late(None, group.body, date(1999, 1, 1), "") is None


def test_on_a_decision_of_an_unknown_group_only_its_own_recusals_count(group):
    with as_platform(group.network):
        past = actions.record_historic_decision(
            group.network, by=None, type="p4", title="Stop", source="Bron"
        )
        assert past.body is None
        assert list(recusals_on(past)) == []


def test_a_condition_is_met_by_the_partner_that_sees_to_it_and_by_no_other_partner(group):
    mine, theirs = make_partner(group.network, "a", name="A"), make_partner(group.network, "b", name="B")
    director = make_member(group.network, Role.REPRESENTATIVE, partner=mine)
    stranger = make_member(group.network, Role.REPRESENTATIVE, partner=theirs)
    decision = make_decision(group, conditions=(NewCondition("Regel het", TODAY(), owner_partner=mine),))
    with as_platform(group.network):
        condition = decision.conditions.get()
    with looking(stranger), pytest.raises(Refused):
        actions.meet_condition(condition, by=stranger, note="Zomaar")
    with looking(director):
        assert actions.meet_condition(condition, by=director, note="Geregeld").met_by == director


def test_a_condition_is_not_handed_to_a_partner_of_elsewhere_and_never_to_nobody(group):
    decision = make_decision(group, conditions=(NewCondition("Regel het", TODAY(), owner_name="Trekker"),))
    elsewhere = make_partner(make_network(), "ver", name="Ver weg")
    with looking(group.secretary) as secretary:
        condition = decision.conditions.get()
        with pytest.raises(Refused, match="Ver weg hoort niet bij dit netwerk"):
            actions.hand_over_condition(condition, by=secretary, reason="Vertrek", owner_partner=elsewhere)
        with pytest.raises(Refused, match="wie ervoor zorgt"):
            actions.hand_over_condition(condition, by=secretary, reason="Vertrek", owner_name=" ")
        handed = actions.hand_over_condition(condition, by=secretary, reason="Vertrek", owner_name="Opvolger")
    assert handed.owner == "Opvolger"


def test_a_condition_gets_another_day_only_by_a_valid_decision(group):
    make_mandate(group.body)
    soon, later = TODAY() + timedelta(days=7), TODAY() + timedelta(days=30)
    decision = make_decision(group, conditions=(NewCondition("Regel het", soon, owner_name="Trekker"),))
    valid = make_valid_decision(group)
    with looking(group.secretary) as secretary:
        condition = decision.conditions.get()
        with pytest.raises(Refused, match="Uitstel volgt uit een geldig besluit van de groep"):
            actions.extend_conditions([condition], due_on=later, decision=decision, by=secretary)
        actions.extend_conditions([condition], due_on=later, decision=valid, by=secretary)
        assert decision.conditions.get().due_on == later


# --- Beginning


@pytest.mark.parametrize(
    ("themes", "reason"),
    [
        ([f"Thema {n}" for n in range(13)], "Begin met hoogstens 12 thema’s"),
        (["!!!"], "Gebruik letters of cijfers in de naam van een thema"),
        (["Ouderen", "ouderen!"], r"Twee thema’s heten \(bijna\) hetzelfde"),
        (["t" * 121], "De naam van een thema is hoogstens 120 tekens lang"),
    ],
)
def test_a_network_does_not_begin_with_themes_that_cannot_be_told_apart(themes, reason):
    founder = make_member(make_network())
    with pytest.raises(Refused, match=reason):
        actions.start_network(
            manager=founder, by=None, name="Zorgnetwerk Nieuw", slug="nieuw", hue_slug="pine", themes=themes
        )


def test_a_network_begins_with_a_manager_themes_groups_and_criteria():
    founder = make_member(make_network())
    network = actions.start_network(
        manager=founder, by=None, name="Zorgnetwerk Nieuw", slug="nieuw", hue_slug="pine", themes=["Ouderen"]
    )
    with as_platform(network):
        assert Membership.objects.get(person=founder, network=network).role == Role.MANAGER
        assert Body.objects.of(network).exists()


def test_every_partner_without_a_seat_gets_one_and_the_others_keep_theirs(group):
    seated = make_partner(group.network, "a", name="A")
    make_seat(group.body, "Zetel van A", partner=seated)
    make_partner(group.network, "b", name="B")
    with as_platform(group.network):
        made = actions.seat_every_partner(group.body, by=None)
    assert [one.name for one in made] == ["B"]


# --- What a mandate changes, in words


def test_a_body_that_may_decide_nothing_is_said_to_reach_nothing():
    assert reach_in_words(Reach()) == "niets"


def test_what_a_mandate_for_one_stage_handed_to_the_chair_adds_is_said_with_both(group):
    wanted = Mandated(
        mandate_id="nieuw",
        decision_types=("p3",),
        valid_from=TODAY(),
        ceiling_eur=Decimal(25_000),
        stages=("preparation",),
        delegated_to="chair",
    )
    with looking(group.secretary):
        found = effect_of_granting(group.body, wanted)
    [gain] = found.gains
    assert f"in de fase {STAGE_WORDS['preparation']}" in gain
    assert "tot €\u00a025.000" in gain
    assert "ook alleen door" in gain
