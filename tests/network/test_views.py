"""Pages of the network: who sees them, what they say, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from schakel.network import actions
from schakel.network.models import Membership, Network, Partner
from schakel.network.rules import Role
from schakel.tenancy.context import system
from tests.factories.browsing import Browser, questions, text
from tests.factories.network import (
    make_agreement,
    make_area,
    make_criteria,
    make_crowd,
    make_member,
    make_membership,
    make_network,
    make_partner,
    make_person,
    make_theme,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def browser_of(network: Network, role: str = Role.PROFESSIONAL, partner: Partner | None = None) -> Browser:
    """A browser in which somebody with this role is signed in."""
    return Browser(network, make_member(network, role, partner=partner))


# --- Who sees what

PAGES = ("partners/", "mensen/", "overeenkomsten/", "overeenkomsten/overeenkomst/", "partners/zgt/")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_network_is_for_its_members_only(page: str) -> None:
    network = make_network()
    make_partner(network, "zgt")
    make_agreement(network)
    assert browser_of(network).get(page).status_code == 200
    assert Browser(network, make_member(make_network())).get(page).status_code == 404
    answer = Browser(network).get(page)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/inloggen/login/")


@pytest.mark.parametrize("page", ["partners/niets/", "partners/niets/wijzig/", "overeenkomsten/niets/"])
def test_what_is_not_there_is_not_found(page: str) -> None:
    assert browser_of(make_network(), Role.MANAGER).get(page).status_code == 404


@pytest.mark.parametrize(
    "page",
    [
        "partner-toevoegen/",
        "overeenkomst-toevoegen/",
        "partners/zgt/uittreden/",
        "partners/zgt/wijzig/",
    ],
)
def test_what_the_manager_does_others_are_refused_with_the_reason(page: str) -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT")
    make_member(network, Role.MANAGER, name="Marieke Smit")
    answer = browser_of(network).get(page)
    assert answer.status_code == 403
    assert "Alleen" in text(answer)
    assert browser_of(network, Role.MANAGER).get(page).status_code == 200


# --- About


def test_anyone_reads_about_a_listed_network_and_a_member_of_another_reads_the_same() -> None:
    network = make_network(name="Zorgnetwerk Proef", mission="Betere zorg voor iedereen")
    make_partner(network, "zgt", name="Ziekenhuis")
    make_partner(network, "stil", name="Stille kandidaat", status="candidate")
    make_theme(network, "ggz", name="Ggz")
    make_area(network, "almelo")
    for browser in (Browser(network), Browser(network, make_member(make_network())), browser_of(network)):
        said = text(browser.get("over/"))
        assert "Betere zorg voor iedereen" in said
        assert "Ziekenhuis" in said
        assert "Ggz" in said
        assert "Almelo" in said
        assert "Stille kandidaat" not in said


def test_nobody_outside_reads_about_a_network_that_is_not_listed() -> None:
    network = make_network(is_listed=False)
    assert Browser(network).get("over/").status_code == 404
    assert Browser(network, make_member(make_network())).get("over/").status_code == 404
    assert browser_of(network).get("over/").status_code == 200


def test_our_own_reading_is_labelled_on_the_page() -> None:
    network = make_network(is_growth_stage_inferred=True)
    assert "onze duiding, niet uit de bron" in text(Browser(network).get("over/"))


# --- Partners


def test_the_register_names_partners_members_and_who_is_no_partner() -> None:
    network = make_network()
    samen = make_partner(network, "samen14", name="Samen14")
    make_partner(network, "almelo", name="Gemeente Almelo", member_of=samen)
    make_partner(network, "tactus", name="Tactus", status="participant")
    said = text(browser_of(network).get("partners/"))
    assert "Eén partner werkt hier samen" in said
    assert "Gemeente Almelo" in said
    assert "Deden mee, zijn geen partner" in said


def test_a_filter_asks_for_the_rows_only_and_says_how_many() -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT")
    make_partner(network, "mst", name="MST")
    browser = browser_of(network)
    said = text(browser.get("partners/", part=True, q="zgt"))
    assert "<html" not in said
    assert 'data-say="1 organisatie gevonden"' in said
    assert "MST" not in said
    assert "Geen organisatie past bij deze vraag" in text(browser.get("partners/", q="xyz"))
    assert browser.get("partners/", q="\x00‮" + "x" * 5000, kind="niets").status_code == 200


def test_the_area_filter_finds_who_works_there_and_stays_in_the_address() -> None:
    network = make_network()
    region = make_area(network, "twente")
    almelo = make_area(network, "almelo", parent=region)
    make_partner(network, "zgt", name="ZGT", areas=[almelo])
    samen = make_partner(network, "samen14", name="Samen14")
    make_partner(network, "gemeente", name="Gemeente", member_of=samen, areas=[almelo])
    make_partner(network, "mst", name="MST", areas=[region])
    browser = browser_of(network)
    said = text(browser.get("partners/", gebied="almelo"))
    assert "2 organisaties gevonden" in said
    assert "MST" not in said
    assert 'value="almelo" selected' in said
    assert "Nog één werkt in een groter gebied, of is niet aan een gebied verbonden." in said
    assert 'href="/' + network.slug + '/partners/?gebied=almelo&amp;breed=ja"' in said
    wide = text(browser.get("partners/", gebied="almelo", breed="ja", q="s"))
    assert "MST" in wide
    assert '<input type="hidden" name="breed" value="ja"' in wide
    assert "Toon alleen Almelo" in wide
    assert "3 organisaties gevonden" in text(browser.get("partners/", gebied="twente"))
    assert "MST" in text(browser.get("partners/", gebied="nergens\x00"))


def test_a_long_list_of_partners_comes_in_pages_and_the_count_stays_whole() -> None:
    network = make_network()
    make_crowd(network, 103)
    browser = browser_of(network)
    first, second = text(browser.get("partners/")), text(browser.get("partners/", page="2"))
    assert first.count('class="partner-card"') == 100
    assert second.count('class="partner-card"') == 3
    assert "103 partners werken hier samen" in second
    assert text(browser.get("partners/", page="onzin")).count('class="partner-card"') == 100


def test_a_network_without_partners_says_so() -> None:
    assert "Dit netwerk heeft nog geen partners" in text(browser_of(make_network()).get("partners/"))


def test_the_manager_adds_a_partner() -> None:
    network = make_network()
    browser = browser_of(network, Role.MANAGER)
    answer = browser.post("partner-toevoegen/", name="Thuiszorg Noord", kind="home_care", status="partner")
    assert (answer.status_code, answer["Location"]) == (302, f"/{network.slug}/partners/")
    assert "Thuiszorg Noord hoort nu bij het netwerk." in text(browser.get("partners/"))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "", "kind": "home_care", "status": "partner"}, "Vul dit in."),
        ({"name": "!!!", "kind": "home_care", "status": "partner"}, "Gebruik letters of cijfers in de naam."),
        ({"name": "A", "kind": "bakker", "status": "partner"}, "Deze keuze is er niet"),
        ({"name": "A", "kind": "home_care", "status": "left"}, "Deze keuze is er niet"),
        ({"name": "ZGT", "kind": "hospital", "status": "partner"}, "ZGT hoort al bij dit netwerk."),
        ({"name": "x" * 201, "kind": "hospital", "status": "partner"}, "Maak het korter."),
        ({"name": "a\x00b", "kind": "hospital", "status": "partner"}, "niet kunnen bewaren"),
        (
            {"name": "A", "kind": "hospital", "status": "partner", "kvk_number": "1234"},
            "Een KvK-nummer heeft 8 cijfers",
        ),
        (
            {"name": "A", "kind": "hospital", "status": "partner", "agb_code": "geen"},
            "Een AGB-code heeft 8 cijfers",
        ),
        (
            {"name": "A", "kind": "hospital", "status": "partner", "areas": "nergens"},
            "Deze keuze is er niet",
        ),
        (
            {"name": "A", "kind": "hospital", "status": "partner", "joined_on": "gisteren"},
            "Dit is geen datum.",
        ),
    ],
)
def test_a_partner_that_cannot_be_added_says_why_and_keeps_the_text(values, words: str) -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT")
    make_area(network, "almelo")
    answer = browser_of(network, Role.MANAGER).post("partner-toevoegen/", note="Lange uitleg", **values)
    assert answer.status_code == 422
    assert words in text(answer)
    assert "Lange uitleg" in text(answer)


def test_the_manager_says_where_a_partner_works_and_which_numbers_it_has() -> None:
    network = make_network()
    make_area(network, "almelo")
    make_area(network, "borne")
    browser = browser_of(network, Role.MANAGER)
    facts = {"name": "ZGT", "kind": "hospital", "status": "partner"}
    browser.post("partner-toevoegen/", **facts, areas=["almelo", "borne"], kvk_number="0123 45.67")
    page = text(browser.get("partners/zgt/"))
    assert "Almelo, Borne" in page
    assert "01234567" in page
    assert "AGB-code" not in page, "what is not known is left out"
    form = text(browser.get("partners/zgt/pas-aan/"))
    assert 'value="01234567"' in form
    browser.post("partners/zgt/pas-aan/", **facts, areas=["borne"], agb_code="06010101", reason="Klopt zo")
    page = text(browser.get("partners/zgt/"))
    assert "Almelo" not in page
    assert "06010101" in page
    assert "01234567" not in page


def test_a_representative_changes_what_the_own_partner_wants() -> None:
    network = make_network()
    partner = make_partner(network, "zgt", name="ZGT")
    make_partner(network, "mst", name="MST")
    browser = browser_of(network, Role.REPRESENTATIVE, partner)
    answer = browser.post("partners/zgt/wijzig/", wants="Korter wachten", offers="", can_teach="")
    assert answer["Location"] == f"/{network.slug}/partners/zgt/"
    assert "Korter wachten" in text(browser.get("partners/zgt/"))
    assert "Korter wachten" in text(browser.get("partners/"))
    refused = browser.post("partners/mst/wijzig/", wants="Iets anders")
    assert refused.status_code == 403
    too_long = browser.post("partners/zgt/wijzig/", wants="x" * 2001)
    assert too_long.status_code == 422


def test_the_manager_records_that_a_partner_leaves() -> None:
    network = make_network()
    make_partner(network, "zgt", name="ZGT", joined_on=date(2026, 1, 1))
    browser = browser_of(network, Role.MANAGER)
    early = browser.post("partners/zgt/uittreden/", on="2025-01-01", reason="Fusie")
    assert "niet uittreden vóór de dag van toetreden" in text(early)
    assert browser.post("partners/zgt/uittreden/", on="2026-05-01", reason="Fusie").status_code == 302
    assert "uitgetreden op 1 mei 2026" in text(browser.get("partners/"))


# --- People


def test_the_manager_sees_and_ends_roles() -> None:
    network = make_network()
    browser = browser_of(network, Role.MANAGER)
    anna = make_person("Anna Smit", email="a.smit@zgt.test")
    partner = make_partner(network, "zgt", name="ZGT")
    membership = make_membership(network, Role.REPRESENTATIVE, partner=partner, person=anna)
    page = text(browser.get("mensen/"))
    assert "Anna Smit" in page
    assert page.count("Nodig iemand uit") == 1, "people come in by one door"
    path = f"mensen/{membership.pk}/einde/"
    # The last role is a leave, with its own page; one role of several ends here.
    assert browser.get(path)["Location"].endswith(f"mensen/{membership.person_id}/vertrek/")
    make_membership(network, Role.READER, person=membership.person)
    assert browser.get(path).status_code == 200
    assert browser.post(path, until_on="", reason="").status_code == 422
    assert browser.post(path, until_on=TODAY().isoformat(), reason="Andere baan").status_code == 302
    said = text(browser.get("mensen/"))
    assert "Anna Smit is vanaf" in said
    assert "a.smit@zgt.test" not in said


def test_the_last_manager_cannot_leave_and_reads_why() -> None:
    network = make_network()
    manager = make_member(network, Role.MANAGER)
    with transaction.atomic(), system(network.pk):
        membership = Membership.objects.of(network).get()
    path = f"mensen/{membership.person_id}/vertrek/"
    answer = Browser(network, manager).post(path, on=TODAY().isoformat(), reason="Weg")
    assert answer.status_code == 422
    assert "Een netwerk houdt altijd een netwerkmanager." in text(answer)


def test_a_role_in_another_network_is_not_found() -> None:
    network, other = make_network(), make_network()
    foreign = make_membership(other, Role.READER)
    browser = browser_of(network, Role.MANAGER)
    assert browser.get(f"mensen/{foreign.pk}/einde/").status_code == 404


# --- Agreements


def test_the_manager_puts_an_agreement_in_the_register_and_partners_sign() -> None:
    network = make_network()
    zgt, _mst = make_partner(network, "zgt", name="ZGT"), make_partner(network, "mst", name="MST")
    manager, director = browser_of(network, Role.MANAGER), browser_of(network, Role.REPRESENTATIVE, zgt)
    answer = manager.post(
        "overeenkomst-toevoegen/",
        title="Convenant ouderenzorg",
        kind="covenant",
        starts_on="2026-01-01",
        text="Wij doen het samen.",
        parties=["zgt", "mst"],
    )
    page = "overeenkomsten/convenant-ouderenzorg/"
    assert answer["Location"] == f"/{network.slug}/{page}"
    assert "0 van 2 partijen tekenden" in text(manager.get(page))
    assert "Teken namens ZGT" in text(director.get(page))
    assert "Teken namens MST" not in text(director.get(page))
    asked = text(director.get(page + "teken/zgt/"))
    assert "U tekent “Convenant ouderenzorg” namens ZGT." in asked
    assert director.post(page + "teken/zgt/").status_code == 302
    assert director.post(page + "teken/zgt/").status_code == 403
    assert director.post(page + "teken/mst/").status_code == 403
    paper = manager.post(page + "teken/mst/", signed_by_name="", signed_on="2026-02-01")
    assert paper.status_code == 422
    future = (TODAY() + timedelta(days=2)).isoformat()
    later = manager.post(page + "teken/mst/", signed_by_name="M. Ster", signed_on=future)
    assert "niet in de toekomst" in text(later)
    assert (
        manager.post(page + "teken/mst/", signed_by_name="M. Ster", signed_on="2026-02-01").status_code == 302
    )
    assert "Getekend op 1 februari 2026 door M. Ster" in text(manager.get(page))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title": "…", "kind": "other"}, "Gebruik letters of cijfers in de titel."),
        (
            {"title": "Samenwerkingsovereenkomst", "kind": "other"},
            "Er is al een overeenkomst met deze titel.",
        ),
        (
            {"title": "A", "kind": "other", "starts_on": "2026-02-01", "ends_on": "2026-01-01"},
            "De laatste dag ligt vóór de eerste.",
        ),
        ({"title": "A", "kind": "other", "parties": ["bestaat-niet"]}, "bestaat-niet"),
    ],
)
def test_an_agreement_that_cannot_be_added_says_why(values, words: str) -> None:
    network = make_network()
    make_agreement(network, "samenwerkingsovereenkomst")
    answer = browser_of(network, Role.MANAGER).post("overeenkomst-toevoegen/", **values)
    assert answer.status_code == 422
    assert words in text(answer)


def test_the_criteria_are_told_in_words() -> None:
    network = make_network()
    agreement = make_agreement(network, source="Een openbare pagina")
    make_criteria(network, agreement=agreement)
    said = text(browser_of(network).get("overeenkomsten/overeenkomst/"))
    assert "Vraag 1" in said
    assert "Wie beoordeelt antwoordt per criterium ja, nee of nog niet, met een reden." in said
    assert "Geldt nu" in said
    assert "Welke partijen dit zijn staat niet in de bron." in said


@pytest.mark.parametrize(
    ("source", "label"),
    [("Een website", "Standaard, niet uit de bron"), ("", "Standaard, om mee te beginnen")],
)
def test_default_criteria_are_labelled_and_show_the_words_of_the_scores(source: str, label: str) -> None:
    network = make_network()
    with transaction.atomic(), system(network.pk):
        Network.objects.filter(pk=network.pk).update(source=source)
    with transaction.atomic(), system(network.pk):
        actions.default_criteria(network, by=None)
    said = text(browser_of(network).get("overeenkomsten/"))
    assert label in said
    assert "Niet te zien hoe dat kan" in said


def test_an_agreement_over_its_term_says_so() -> None:
    network = make_network()
    make_agreement(network, ends_on=date(2020, 12, 31), notice_months=3)
    browser = browser_of(network)
    assert "Afgelopen" in text(browser.get("overeenkomsten/"))
    said = text(browser.get("overeenkomsten/overeenkomst/"))
    assert "31 december 2020" in said
    assert "3 maanden" in said


# --- Speed


def test_the_questions_of_a_page_do_not_grow_with_the_rows() -> None:
    few, many = make_network(), make_network()
    make_crowd(few, 5)
    make_crowd(many, 50)
    browsers = browser_of(few, Role.MANAGER), browser_of(many, Role.MANAGER)
    for page in ("partners/", "mensen/", "overeenkomsten/", "over/"):
        asked, asked_of_many = (questions(browser, page) for browser in browsers)
        assert asked == asked_of_many, page
        assert asked <= 16, page
