"""Readings for pages: what they give, and how many questions they ask the database, however many rows there are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from schakel.network import actions, queries
from schakel.network.rules import CriterionText, Role
from schakel.tenancy.context import person as looking_as
from schakel.tenancy.context import system, visitor
from tests.factories.network import (
    make_agreement,
    make_area,
    make_criteria,
    make_crowd,
    make_member,
    make_membership,
    make_network,
    make_partner,
    make_theme,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def test_the_front_page_names_listed_networks_with_their_size_and_examples_last() -> None:
    small, big = make_network(name="B klein"), make_network(name="C groot")
    make_network(name="A verborgen", is_listed=False)
    make_network(name="A voorbeeld", is_example=True)
    for key in ("zgt", "mst"):
        make_partner(big, key)
    make_partner(big, "tactus", status="participant")
    make_partner(small, "zgt", status="candidate")
    make_theme(big)
    listed = queries.listed_networks()
    assert [(row.network.name, row.n_partners, row.n_themes) for row in listed] == [
        ("B klein", 0, 0),
        ("C groot", 2, 1),
        ("A voorbeeld", 0, 0),
    ]


@pytest.mark.parametrize("n", [1, 8])
def test_the_front_page_asks_two_questions(n: int, django_assert_num_queries) -> None:
    for _number in range(n):
        make_partner(make_network())
    with django_assert_num_queries(2):
        queries.listed_networks()


def test_a_person_finds_the_own_networks_only() -> None:
    mine, other = make_network(name="Mijn netwerk", is_listed=False), make_network()
    who = make_member(mine)
    with transaction.atomic(), looking_as(who.pk):
        assert queries.networks_of(who) == [mine]
        assert queries.is_member(who, mine)
        assert not queries.is_member(who, other)
        assert not queries.is_member(AnonymousUser(), mine)


def test_a_network_is_found_by_its_address_listed_or_not() -> None:
    hidden = make_network("besloten", is_listed=False)
    make_network("open")
    assert queries.find_network("besloten") == hidden
    assert queries.find_network("open").slug == "open"
    assert queries.find_network("niets") is None


def register_for(who, network, **filters) -> queries.PartnerRegister:
    """The register as a person sees it."""
    with transaction.atomic(), looking_as(who.pk):
        return queries.partner_register(network, who, **filters)


def test_the_register_keeps_apart_who_is_what_and_puts_members_under_their_partner() -> None:
    network = make_network()
    who = make_member(network)
    samen = make_partner(network, "samen14", name="Samen14", kind="municipality")
    for key in ("almelo", "borne"):
        make_partner(network, key, name=key.title(), kind="municipality", member_of=samen)
    make_partner(network, "roset", name="Roset", status="owner", kind="regional_support")
    for status in ("listener", "candidate", "participant"):
        make_partner(network, status, name=status.title(), status=status)
    gone = make_partner(network, "oud", name="Oud")
    with transaction.atomic(), system(network.pk):
        actions.leave(gone, by=None, on=TODAY(), reason="Weg")
    register = register_for(who, network)
    assert register.n_partners == 2
    assert {row.partner.name: [one.name for one in row.members] for row in register.partners} == {
        "Samen14": ["Almelo", "Borne"],
        "Roset": [],
    }
    assert [row.partner.name for row in register.listeners] == ["Listener"]
    assert [row.partner.name for row in register.candidates] == ["Candidate"]
    assert [row.partner.name for row in register.participants] == ["Participant"]
    assert [row.partner.name for row in register.left] == ["Oud"]
    assert register.n_found == 6
    assert [kind for kind, _label in register.kinds] == ["hospital", "municipality", "regional_support"]


def test_the_register_is_filtered_by_name_member_and_kind() -> None:
    network = make_network()
    who = make_member(network)
    samen = make_partner(network, "samen14", name="Samen14", kind="municipality")
    make_partner(network, "almelo", name="Almelo", member_of=samen)
    make_partner(network, "zgt", name="Ziekenhuisgroep Twente")
    found = register_for(who, network, q=" ALMELO ")
    assert [row.partner.name for row in found.partners] == ["Samen14"]
    assert found.n_partners == 2
    assert [row.partner.name for row in register_for(who, network, kind="hospital").partners] == [
        "Ziekenhuisgroep Twente"
    ]
    assert register_for(who, network, q="nergens").n_found == 0


@pytest.mark.parametrize("n", [5, 50])
def test_the_register_asks_two_questions_beside_who_looks(n: int, django_assert_num_queries) -> None:
    network = make_network()
    who = make_member(network)
    make_crowd(network, n)
    with transaction.atomic(), looking_as(who.pk):
        assert who.network_ids
        with django_assert_num_queries(2):
            queries.partner_register(network, who)


def test_a_partner_is_known_with_members_people_agreements_and_other_networks() -> None:
    network, other, third = make_network(), make_network(name="Ander netwerk"), make_network()
    zgt = make_partner(network, "zgt", name="ZGT")
    for elsewhere in (other, third):
        make_partner(elsewhere, "zgt", name="ZGT")
    make_partner(network, "zgt-almelo", name="ZGT Almelo", member_of=zgt)
    who = make_member(network, Role.REPRESENTATIVE, partner=zgt, name="Rob Bos")
    make_membership(other, Role.READER, person=who)
    make_membership(network, Role.READER, partner=zgt, until_on=date(2021, 1, 1))
    make_agreement(network, parties=[zgt])
    with transaction.atomic(), looking_as(who.pk):
        profile = queries.partner_profile(network, "zgt", who, TODAY())
        assert queries.partner_profile(network, "mst", who, TODAY()) is None
        assert queries.partners_of(who, network, TODAY()) == {zgt.pk}
    assert [one.name for one in profile.members] == ["ZGT Almelo"]
    assert [one.person.name for one in profile.people] == ["Rob Bos"]
    assert [one.agreement.title for one in profile.parties] == ["Samenwerkingsovereenkomst"]
    assert [one.network for one in profile.elsewhere] == [other]


@pytest.mark.parametrize("n", [1, 10])
def test_a_partner_asks_six_questions(n: int, django_assert_num_queries) -> None:
    network = make_network()
    partner = make_partner(network, "zgt")
    for number in range(n):
        make_partner(network, f"lid-{number}", member_of=partner)
        make_membership(network, Role.PROFESSIONAL, partner=partner)
        make_agreement(network, f"overeenkomst-{number}", parties=[partner])
    who = make_member(network)
    with transaction.atomic(), looking_as(who.pk):
        assert who.network_ids
        with django_assert_num_queries(6):
            queries.partner_profile(network, "zgt", who, TODAY())


def test_people_are_shown_until_their_last_day() -> None:
    network = make_network()
    who = make_member(network, name="Anna")
    make_membership(network, Role.ANALYST, person=who, from_on=TODAY() + timedelta(days=9))
    make_membership(network, Role.READER, until_on=TODAY())
    with transaction.atomic(), looking_as(who.pk):
        shown = queries.people(network, who, TODAY())
    assert [(one.person.name, one.role) for one in shown] == [("Anna", "professional"), ("Anna", "analyst")]


def test_only_partners_in_the_full_sense_can_be_chosen() -> None:
    network = make_network()
    who = make_member(network)
    samen = make_partner(network, "samen14", name="Samen14")
    make_partner(network, "almelo", member_of=samen)
    make_partner(network, "tactus", status="participant")
    with transaction.atomic(), looking_as(who.pk):
        assert queries.partner_choices(network, who) == [samen]


def test_areas_stand_below_the_one_they_lie_in() -> None:
    network = make_network()
    who = make_member(network)
    twente = make_area(network, "twente", kind="region")
    make_area(network, "groningen", kind="region")
    almelo = make_area(network, "almelo", parent=twente)
    make_area(network, "noord", kind="zone", parent=almelo)
    make_theme(network, "ggz")
    with transaction.atomic(), looking_as(who.pk):
        tree = [(node.area.slug, node.depth) for node in queries.areas(network, who)]
        assert [theme.slug for theme in queries.themes(network, who)] == ["ggz"]
    assert tree == [("groningen", 0), ("twente", 0), ("almelo", 1), ("noord", 2)]


def test_agreements_count_their_signatures_and_know_when_they_are_over() -> None:
    network = make_network()
    who = make_member(network)
    zgt, mst = make_partner(network, "zgt"), make_partner(network, "mst")
    agreement = make_agreement(network, parties=[zgt, mst])
    make_agreement(network, "oud", title="Oud", ends_on=TODAY() - timedelta(days=1))
    with transaction.atomic(), system(network.pk):
        actions.sign(agreement, by=None, partner=zgt, signed_by_name="A")
    with transaction.atomic(), looking_as(who.pk):
        rows = {row.agreement.slug: row for row in queries.agreements(network, who, TODAY())}
        page = queries.agreement_page(network, "overeenkomst", who, TODAY())
        assert queries.agreement_page(network, "niets", who, TODAY()) is None
    assert (rows["overeenkomst"].n_signed, rows["overeenkomst"].n_parties) == (1, 2)
    assert not rows["overeenkomst"].is_over
    assert rows["oud"].is_over
    assert page.n_signed == 1


@pytest.mark.parametrize("n", [1, 10])
def test_the_register_of_agreements_asks_two_questions_and_one_agreement_nine(
    n, django_assert_num_queries
) -> None:
    network = make_network()
    who = make_member(network)
    partners = [make_partner(network) for _number in range(n)]
    for number in range(n):
        whole = "\n".join(f"Artikel {nth} Kop" for nth in range(1, n + 1))
        agreement = make_agreement(network, f"overeenkomst-{number}", parties=partners, text=whole)
        make_criteria(network, agreement=agreement, name=f"Toets {number}", n=3)
        with transaction.atomic(), system(network.pk):
            for partner in partners:
                actions.add_obligation(agreement, by=None, partner=partner, text="Levert een docent.")
    with transaction.atomic(), looking_as(who.pk):
        assert who.network_ids
        with django_assert_num_queries(2):
            queries.agreements(network, who, TODAY())
        with django_assert_num_queries(9):
            queries.agreement_page(network, "overeenkomst-0", who, TODAY())


def test_every_version_of_the_criteria_is_shown_and_one_holds_today() -> None:
    network = make_network()
    who = make_member(network)
    agreement = make_agreement(network)
    make_criteria(network, agreement=agreement)
    make_criteria(network, agreement=agreement, valid_from=TODAY())
    make_criteria(network, name="Los")
    with transaction.atomic(), looking_as(who.pk):
        page = queries.agreement_page(network, "overeenkomst", who, TODAY())
        loose = queries.loose_criteria(network, who, TODAY())
    assert [(one.criteria_set.version, one.is_valid_today) for one in page.versions] == [
        (2, True),
        (1, False),
    ]
    assert [(one.criteria_set.name, len(one.criteria)) for one in loose] == [("Los", 2)]


def test_the_criteria_of_a_day_are_those_of_the_theme_before_those_of_the_network() -> None:
    network = make_network()
    ggz = make_theme(network, "ggz")
    first = make_criteria(network, name="Algemeen")
    of_theme = make_criteria(network, name="Ggz", theme=ggz, valid_from=date(2026, 1, 1))
    renewed = make_criteria(network, name="Algemeen", valid_from=date(2026, 6, 1))
    with transaction.atomic(), system(network.pk):
        assert queries.criteria_on(network, date(2025, 1, 1)) == first
        assert queries.criteria_on(network, date(2026, 6, 1)) == renewed
        assert queries.criteria_on(network, date(2026, 6, 1), theme=ggz) == of_theme
        assert queries.criteria_on(network, date(2025, 12, 31), theme=ggz) == first
        assert queries.criteria_on(network, date(2026, 6, 1), theme=ggz, name="Algemeen") == renewed
        assert queries.criteria_on(network, date(2026, 6, 1), name="Onbekend") is None


FACTS = {
    "initiatives": [
        {
            "key": "ecms",
            "name": "ECMS",
            "theme": "ggz",
            "theme_inferred": True,
            "kind": "project",
            "status": "implementing",
            "started": "2016-04",
            "purpose": "Eén keer meedenken",
            "initiators": ["zgt"],
            "carried_out_by": "niet-in-het-platform",
            "areas": ["almelo"],
            "figures": [{"name": "cijfer", "value": 8.5, "unit": "van de 10", "year": 2017}],
            "grant": {
                "funder": "ZonMw",
                "funder_inferred": True,
                "programme": "Op één Lijn",
                "from": 2011,
                "to": "2012-06",
                "progress_percent": 100,
            },
        },
        {"key": "los", "name": "Los", "name_inferred": True},
    ],
    "process": [{"key": "topic", "text": "Een groep benoemt een onderwerp"}],
    "facts": [
        {
            "key": "a",
            "title": "Achtergrond",
            "module": "region",
            "inferred": True,
            "text": "Uitleg",
            "items": [
                "los feit",
                {"name": "65-plussers", "value": 4700000, "year": 2060, "note": "prognose"},
            ],
        }
    ],
}


def test_a_network_tells_about_itself_with_what_is_our_own_reading() -> None:
    network = make_network(facts=FACTS)
    make_partner(network, "zgt", name="ZGT")
    make_partner(network, "kandidaat", status="candidate")
    make_theme(network, "ggz", name="Ggz")
    make_area(network, "almelo")
    with transaction.atomic(), visitor(network.pk):
        told = queries.about(network, AnonymousUser())
    assert told.n_partners == 1
    assert [partner.name for partner in told.partners] == ["ZGT"]
    ecms, loose = told.initiatives
    assert (ecms.theme, ecms.is_theme_inferred, ecms.state, ecms.state_word) == (
        "Ggz",
        True,
        "execution",
        "Wordt ingevoerd",
    )
    assert (ecms.kind, ecms.started) == ("Project", "april 2016")
    assert {row.label: row.values for row in ecms.rows} == {
        "Begonnen door": ("ZGT",),
        "Uitgevoerd door": ("niet-in-het-platform",),
        "Waar": ("Almelo",),
        "Subsidie van": ("ZonMw",),
        "Regeling": ("Op één Lijn",),
        "Looptijd": ("2011 – juni 2012",),
        "Voortgang": ("100 %",),
    }
    assert [row.label for row in ecms.rows if row.is_inferred] == ["Subsidie van"]
    assert [(row.label, row.values) for row in ecms.figures] == [("cijfer, 2017", ("8,5 van de 10",))]
    assert (loose.is_name_inferred, loose.rows, loose.state_word) == (True, (), "")
    (group,) = told.facts
    assert (group.title, group.text, group.is_inferred, group.lines) == (
        "Achtergrond",
        "Uitleg",
        True,
        ("los feit",),
    )
    assert [(row.label, row.values, row.note) for row in group.rows] == [
        ("65-plussers, 2060", ("4.700.000",), "prognose")
    ]
    assert told.process[0]["text"] == "Een groep benoemt een onderwerp"


@pytest.mark.parametrize("n", [5, 50])
def test_what_a_network_tells_costs_seven_questions(n: int, django_assert_num_queries) -> None:
    network = make_network(facts=FACTS)
    make_crowd(network, n)
    with transaction.atomic(), visitor(network.pk), django_assert_num_queries(7):
        queries.about(network, AnonymousUser())


def test_a_weighed_set_keeps_its_words() -> None:
    network = make_network()
    made = make_criteria(
        network,
        kind="weighed",
        criteria=[
            CriterionText(code="W1", text="Effect", is_knockout=False, weight=10, anchors={"1": "geen"})
        ],
    )
    with transaction.atomic(), system(network.pk):
        (criterion,) = queries.criteria_on(network, TODAY()).criteria.all()
    assert (criterion.anchors, criterion.criteria_set_id) == ({"1": "geen"}, made.pk)
