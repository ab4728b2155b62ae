"""Who may do what by membership alone; rights from seats are tested with governance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from schakel.network import actions
from schakel.network.models import Network, Partner
from schakel.network.permissions import (
    is_platform,
    is_representative,
    membership_role,
    roles_in,
    why_not_change_partner_facts,
    why_not_manage,
    why_not_sign,
)
from schakel.network.rules import Role
from schakel.people.models import Person
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system
from tests.factories.network import (
    make_agreement,
    make_member,
    make_membership,
    make_network,
    make_partner,
    make_person,
)

pytestmark = pytest.mark.django_db

#: x may, . may not. "own" is the partner the representative speaks for, "other" another one.
WHO_MAY = """
                    manage   facts_own   facts_other   sign_own   sign_other
    manager         x        x           x             x          x
    representative  .        x           .             x          .
    professional    .        .           .             .          .
    analyst         .        .           .             .          .
    reader          .        .           .             .          .
    outsider        .        .           .             .          .
"""


def table() -> list[tuple[str, str, bool]]:
    """The table above as (role, deed, may)."""
    head, *rows = [line.split() for line in WHO_MAY.strip().splitlines()]
    return [(row[0], deed, mark == "x") for row in rows for deed, mark in zip(head, row[1:], strict=True)]


@pytest.mark.parametrize(("role", "deed", "may"), table())
def test_the_table_of_who_may(role: str, deed: str, may: bool) -> None:
    network, today = make_network(), timezone.localdate()
    own, other = make_partner(network, "zgt"), make_partner(network, "mst")
    agreement = make_agreement(network, parties=[own, other])
    if role == "outsider":
        who = make_member(make_network(), Role.MANAGER)
    else:
        who = make_member(network, role, partner=own if role == Role.REPRESENTATIVE else None)
    deeds = {
        "manage": lambda: why_not_manage(who, network, today),
        "facts_own": lambda: why_not_change_partner_facts(who, own, today),
        "facts_other": lambda: why_not_change_partner_facts(who, other, today),
        "sign_own": lambda: why_not_sign(who, agreement, own, today),
        "sign_other": lambda: why_not_sign(who, agreement, other, today),
    }
    with transaction.atomic(), looking_as(who.pk):
        reason = deeds[deed]()
    assert (reason is None) is may
    assert reason is None or reason.endswith(".")


def as_seen_by(who: Person, network: Network) -> Role | None:
    """The strongest role as the person sees it."""
    with transaction.atomic(), looking_as(who.pk):
        return membership_role(who, network, timezone.localdate())


def test_the_strongest_role_counts() -> None:
    network = make_network()
    who = make_member(network, Role.READER)
    make_membership(network, Role.MANAGER, person=who)
    assert as_seen_by(who, network) == Role.MANAGER
    assert as_seen_by(make_person(), network) is None


def test_a_role_holds_from_its_first_day_up_to_its_last() -> None:
    network, today = make_network(), timezone.localdate()
    who = make_member(network, Role.READER)
    tomorrow = today + timedelta(days=1)
    make_membership(network, Role.ANALYST, person=who, from_on=tomorrow)
    make_membership(network, Role.PROFESSIONAL, person=who, from_on=date(2020, 1, 1), until_on=today)
    with transaction.atomic(), looking_as(who.pk):
        assert roles_in(who, network, today) == {Role.READER}
        assert roles_in(who, network, tomorrow) == {Role.READER, Role.ANALYST}
        assert roles_in(who, network, today - timedelta(days=1)) == {Role.READER, Role.PROFESSIONAL}


def test_who_works_for_a_partner_does_not_yet_speak_for_it() -> None:
    network, today = make_network(), timezone.localdate()
    partner = make_partner(network)
    who = make_member(network, Role.PROFESSIONAL, partner=partner)
    with transaction.atomic(), looking_as(who.pk):
        assert not is_representative(who, partner, today)


def test_the_platform_works_only_for_the_network_it_says() -> None:
    network, other, today = make_network(), make_network(), timezone.localdate()
    with transaction.atomic(), system(network.pk):
        assert is_platform(None, network)
        assert not is_platform(None, other)
        assert why_not_manage(None, network, today) is None
        assert why_not_manage(None, other, today) == "Dit kan alleen het platform zelf, namens dit netwerk."


def test_a_refusal_names_who_can() -> None:
    network, today = make_network(), timezone.localdate()
    who = make_member(network, Role.READER)
    with transaction.atomic(), looking_as(who.pk):
        assert why_not_manage(who, network, today) == (
            "Alleen de netwerkmanager kan dit doen. Dit netwerk heeft nu geen netwerkmanager."
        )
    make_member(network, Role.MANAGER, name="Marieke Smit")
    with transaction.atomic(), looking_as(who.pk):
        assert why_not_manage(who, network, today) == (
            "Alleen de netwerkmanager kan dit doen. In dit netwerk is dat Marieke Smit."
        )


def left(network: Network) -> Partner:
    """A partner that left."""
    partner = make_partner(network)
    with system(network.pk):
        actions.leave(partner, by=None, on=timezone.localdate(), reason="Gefuseerd")
    partner.refresh_from_db()
    return partner


def test_the_facts_of_who_has_left_are_fixed() -> None:
    network, today = make_network(), timezone.localdate()
    with transaction.atomic(), system(network.pk):
        partner = left(network)
        reason = why_not_change_partner_facts(None, partner, today)
    assert reason == f"{partner.name} is uitgetreden. Deze gegevens liggen vast."


def test_signing_asks_for_a_party_that_has_not_signed_and_a_term_that_runs() -> None:
    network, today = make_network(), timezone.localdate()
    partner, stranger = make_partner(network, "zgt"), make_partner(network, "mst")
    agreement = make_agreement(network, parties=[partner])
    over = make_agreement(network, "oud", parties=[partner], ends_on=today - timedelta(days=1))
    with transaction.atomic(), system(network.pk):
        assert why_not_sign(None, agreement, stranger, today) == "Mst is geen partij bij deze overeenkomst."
        assert why_not_sign(None, over, partner, today) == "De looptijd van deze overeenkomst is voorbij."
        assert why_not_sign(None, agreement, partner, today) is None
        actions.sign(agreement, by=None, partner=partner, signed_by_name="J. Bos")
        assert why_not_sign(None, agreement, partner, today) == "Zgt heeft al getekend."
