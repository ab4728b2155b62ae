"""The front page, and the page of one partner that reads from every app."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from django.test import Client

from schakel.governance import actions as governance_actions
from schakel.network.rules import Role
from schakel.tenancy.context import system
from tests.factories.browsing import Browser, questions, text
from tests.factories.network import make_agreement, make_member, make_membership, make_network, make_partner

pytestmark = pytest.mark.django_db


def test_the_front_page_names_listed_networks_to_anyone() -> None:
    network = make_network(name="Zorgnetwerk Proef", region="Achterhoek", mission="Zorg die blijft")
    make_partner(network)
    make_network(name="Besloten kring", is_listed=False)
    make_network(name="Verzonnen kring", is_example=True)
    said = text(Client().get("/"))
    for words in ("Zorgnetwerk Proef", "Achterhoek", "1 partner", "Zorg die blijft", "Voorbeeld"):
        assert words in said
    assert "Besloten kring" not in said


def test_the_front_page_shows_a_person_the_own_networks_first() -> None:
    network = make_network(name="Besloten kring", is_listed=False)
    client = Client()
    client.force_login(make_member(network))
    assert "Uw netwerken" in text(client.get("/"))
    assert "Besloten kring" in text(client.get("/"))


def test_a_network_of_mine_is_named_once() -> None:
    network = make_network(name="Open kring", is_listed=True)
    make_network(name="Andere kring", is_listed=True)
    client = Client()
    client.force_login(make_member(network))
    said = text(client.get("/"))
    assert said.count("Open kring") == 1
    assert "Andere netwerken op dit platform" in said
    assert said.count("Andere kring") == 1


def test_who_does_not_belong_to_a_network_gets_no_way_in_that_fails() -> None:
    network = make_network(name="Open kring", is_listed=True)
    for _number in range(2):
        make_partner(network)
    stranger = Browser(network, make_member(make_network()))
    shown = text(stranger.get("over/"))
    assert f'href="/{network.slug}/"' not in shown
    assert f"/{network.slug}/initiatieven/" not in shown
    member = text(Browser(network, make_member(network)).get("over/"))
    assert f'class="band-home" href="/{network.slug}/"' in member
    assert "2 partners</span></small>" in member


def test_an_empty_platform_says_what_to_do() -> None:
    assert "Een beheerder doet dat met een netwerkbestand." in text(Client().get("/"))


def with_seat(network, partner, person=None, n: int = 1) -> None:
    """Give a partner seats in a new body, the first of them held by a person."""
    with transaction.atomic(), system(network.pk):
        body = governance_actions.found_body(network, by=None, name=f"Groep {n}", kind="theme_group")
        seat = governance_actions.add_seat(body, by=None, name=partner.name, partner=partner)
        if person is not None:
            governance_actions.seat_person(seat, by=None, person=person, from_on=date(2026, 1, 1))


def test_a_partner_page_shows_wishes_seats_people_and_what_is_still_empty() -> None:
    network = make_network()
    partner = make_partner(network, "zgt", name="ZGT", wants="Korter wachten")
    director = make_member(network, Role.REPRESENTATIVE, partner=partner, name="Rob Bos")
    with_seat(network, partner, director)
    make_agreement(network, parties=[partner])
    said = text(Browser(network, director).get("partners/zgt/"))
    for words in ("Korter wachten", "Groep 1", "Rob Bos", "Samenwerkingsovereenkomst", "Pas dit aan"):
        assert words in said
    assert "Er is nog niets gevraagd." in said


def test_who_does_not_speak_for_a_partner_sees_why_the_button_is_grey() -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT")
    said = text(Browser(network, make_member(network)).get("partners/zgt/"))
    assert "Alleen wie ZGT vertegenwoordigt, of de netwerkmanager, past dit aan." in said
    assert "uittreedt" not in said


def test_the_manager_may_record_that_a_partner_leaves() -> None:
    network = make_network()
    make_partner(network, "zgt")
    said = text(Browser(network, make_member(network, Role.MANAGER)).get("partners/zgt/"))
    assert "Leg vast dat deze partner uittreedt" in said


def test_a_member_under_a_partner_links_to_it_and_other_networks_show_only_to_their_members() -> None:
    network, other, third = (
        make_network(),
        make_network(name="Ander netwerk"),
        make_network(name="Derde netwerk"),
    )
    samen = make_partner(network, "samen14", name="Samen14")
    make_partner(network, "almelo", name="Almelo", member_of=samen)
    for elsewhere in (other, third):
        make_partner(elsewhere, "almelo", name="Almelo")
    who = make_member(network)
    make_membership(other, Role.READER, person=who)
    said = text(Browser(network, who).get("partners/almelo/"))
    assert f"/{network.slug}/partners/samen14/" in said
    assert "Ander netwerk" in said
    assert "Derde netwerk" not in said


def test_the_questions_of_a_partner_page_do_not_grow() -> None:
    asked = []
    for n in (1, 12):
        network = make_network()
        partner = make_partner(network, "zgt")
        for number in range(n):
            person = make_member(network, Role.PROFESSIONAL, partner=partner)
            with_seat(network, partner, person, number)
            make_partner(network, f"lid-{number}", member_of=partner)
            make_agreement(network, f"overeenkomst-{number}", parties=[partner])
        asked.append(questions(Browser(network, make_member(network)), "partners/zgt/"))
    assert asked[0] == asked[1]
    assert asked[0] <= 40
