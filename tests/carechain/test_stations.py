"""A station is the partner of the same name, or the one that was chosen; its people see its links in full."""

from __future__ import annotations

import pytest

from schakel.carechain import actions, queries
from schakel.carechain.models import ChainStation
from schakel.journal.models import Entry
from schakel.network.rules import Role
from tests.factories.browsing import Browser, text
from tests.factories.carechain import make_log
from tests.factories.governance import as_platform, looking
from tests.factories.network import make_member, make_network, make_partner
from tests.factories.refusals import refused

pytestmark = pytest.mark.django_db
GOINGS = [("ZIEKENHUIS WEST", "Zorghuis", 3, 40), ("ZIEKENHUIS WEST", "Wijkteam", 2, 4)]


@pytest.fixture
def network():
    network = make_network()
    make_log(network, GOINGS)
    return network


def own(network, partner) -> frozenset[str]:
    person = make_member(network, Role.PROFESSIONAL, partner=partner)
    with looking(person):
        return queries.own_stations(network, person)


def test_without_a_choice_the_partner_of_the_same_name_is_meant(network):
    home, hospital = make_partner(network, name="zorghuis"), make_partner(network, name="Stichting West")
    assert own(network, home) == {"zorghuis"}
    assert own(network, hospital) == {"stichting west"}
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        known = {one.name: one.partner for one in queries.stations(network, manager)}
    assert known == {"Wijkteam": None, "ZIEKENHUIS WEST": None, "Zorghuis": home}


def test_a_choice_decides_and_its_people_see_few_people_too(network):
    home, hospital = make_partner(network, name="Zorghuis"), make_partner(network, name="Stichting West")
    manager = make_member(network, Role.MANAGER)
    with looking(manager):
        chosen = {"ZIEKENHUIS WEST": hospital, "Zorghuis": None, "Wijkteam": None}
        assert actions.couple_stations(network, by=manager, partners=chosen) == 2
        assert actions.couple_stations(network, by=manager, partners=chosen) == 0
        lines = Entry.objects.filter(verb="coupled").values_list("data", flat=True)
        assert sorted((line["from"], line["to"]) for line in lines) == [("", hospital.slug), (home.slug, "")]
        assert ChainStation.objects.count() == 2
    assert own(network, home) == frozenset()
    assert own(network, hospital) == {"stichting west", "ziekenhuis west"}
    theirs = Browser(network, make_member(network, Role.PROFESSIONAL, partner=hospital))
    others = Browser(network, make_member(network, Role.PROFESSIONAL, partner=home))
    assert "Schakels van uw eigen organisatie ziet u volledig" in text(theirs.get("keten/"))
    assert "Schakels van uw eigen organisatie ziet u volledig" not in text(others.get("keten/"))


def test_the_page_asks_one_choice_for_each_name_and_says_how_many_are_unknown(network):
    hospital = make_partner(network, name="Stichting West")
    home = make_partner(network, name="Zorghuis")
    manager = Browser(network, make_member(network, Role.MANAGER))
    page = manager.get("keten/stations/")
    assert "Van 2 organisaties is nog niet bekend" in text(page)
    fields = {field.label: name for name, field in page.context["form"].fields.items()}
    assert list(fields) == ["Wijkteam", "ZIEKENHUIS WEST", "Zorghuis"]
    told = {fields["ZIEKENHUIS WEST"]: hospital.slug, fields["Zorghuis"]: home.slug}
    assert manager.post("keten/stations/", **told).status_code == 302
    assert "Van één organisatie is nog niet bekend" in text(manager.get("keten/stations/"))
    wrong = manager.post("keten/stations/", **{fields["Wijkteam"]: "bestaat-niet"})
    assert wrong.status_code == 422
    assert "Deze keuze is er niet" in text(wrong)


def test_who_agrees_what_data_is_for_says_who_sees_it_and_nobody_else(network):
    analyst, stranger = make_member(network, Role.ANALYST), make_network()
    assert Browser(network, analyst).get("keten/stations/").status_code == 403
    with looking(analyst), refused("netwerkmanager"):
        actions.couple_stations(network, by=analyst, partners={})
    manager = make_member(network, Role.MANAGER)
    elsewhere = make_partner(stranger)
    with looking(manager):
        with refused("van een ander netwerk"):
            actions.couple_stations(network, by=manager, partners={"Wijkteam": elsewhere})
        with refused("met andere namen"):
            actions.couple_stations(network, by=manager, partners={"Onbekend": None})


def test_without_a_log_the_page_says_what_will_come():
    network = make_network()
    page = text(Browser(network, make_member(network, Role.MANAGER)).get("keten/stations/"))
    assert "Er is nog geen logboek klaargezet." in page
    with as_platform(network):
        assert not ChainStation.objects.exists()
