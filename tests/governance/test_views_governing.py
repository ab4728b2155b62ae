"""Setting a network up in the browser: bodies, seats, mandates with their effect, themes and criteria."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Body, Mandate, Seat
from schakel.network.models import CriteriaSet, Network, Theme
from schakel.network.rules import Role
from schakel.people.models import Person
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import (
    as_platform,
    looking,
    make_body,
    make_decision,
    make_group,
    make_mandate,
    make_meeting,
    make_seat,
    make_valid_decision,
)
from tests.factories.network import (
    make_agreement,
    make_area,
    make_criteria,
    make_member,
    make_network,
    make_partner,
    make_theme,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def office(network: Network) -> tuple[Browser, Person]:
    """The manager of a network, at a screen."""
    manager = make_member(network, Role.MANAGER)
    return Browser(network, manager), manager


PAGES = (
    "gremia/instellen/",
    "gremia/{body}/wijzig/",
    "gremia/{body}/opheffen/",
    "gremia/{body}/mandaat/",
    "gremia/{body}/zetels/1/opheffen/",
    "themas/toevoegen/",
    "themas/ouderenzorg/wijzig/",
    "criteria/nieuw/",
)


@pytest.mark.parametrize("page", PAGES)
def test_what_the_office_sets_up_others_are_refused_with_the_reason(page: str) -> None:
    group = make_group()
    make_theme(group.network)
    browser, _manager = office(group.network)
    address = page.format(body=group.body.slug)
    assert browser.get(address).status_code == 200
    for method in ("get", "post"):
        refused = getattr(Browser(group.network, group.chair), method)(address)
        assert refused.status_code == 403
        assert "netwerkmanager" in text(refused)


# --- Bodies and seats


def test_a_body_is_founded_described_and_closed() -> None:
    network = make_network()
    make_theme(network, "ggz", name="Ggz")
    make_area(network, "almelo")
    browser, manager = office(network)
    top = make_body(network, "Platform")
    values = {
        "name": "Taakgroep Noord", "kind": "task_group", "purpose": "Maakt het plan.", "theme": "ggz",
        "area": "almelo", "parent": top.slug, "method": "majority", "founded_on": "2026-01-05",
        "term_until": "2028-01-01",
    }  # fmt: skip
    wrong = browser.post("gremia/instellen/", **{**values, "term_until": "2025-01-01"})
    assert wrong.status_code == 422
    assert "De laatste dag ligt vóór de eerste." in text(wrong)
    assert "Maakt het plan." in text(wrong)
    assert browser.post("gremia/instellen/", **values)["Location"].endswith("/gremia/taakgroep-noord/")
    with looking(manager):
        body = Body.objects.get(network=network, slug="taakgroep-noord")
        assert (body.parent, body.theme.name, body.area.name, body.method) == (
            top,
            "Ggz",
            "Almelo",
            "majority",
        )
    assert (
        browser.post("gremia/taakgroep-noord/wijzig/", name="Taakgroep Zuid", purpose="").status_code == 302
    )
    assert "Taakgroep Zuid" in text(browser.get("gremia/taakgroep-noord/"))
    assert browser.post("gremia/taakgroep-noord/wijzig/", name="", purpose="Blijft staan").status_code == 422
    early = browser.post("gremia/taakgroep-noord/opheffen/", on="2020-01-01", reason="Klaar")
    assert "Kies een latere dag." in text(early)
    assert (
        browser.post("gremia/taakgroep-noord/opheffen/", on=TODAY().isoformat(), reason="Klaar").status_code
        == 302
    )
    with looking(manager):
        assert Body.objects.get(pk=body.pk).closing_reason == "Klaar"


def test_after_the_first_decision_a_body_needs_one_too() -> None:
    group = make_group()
    make_mandate(group.body, "p3", "new_body")
    browser, manager = office(group.network)
    make_valid_decision(group)
    values = {
        "name": "Kerngroep",
        "kind": "core_group",
        "method": "consent",
        "founded_on": TODAY().isoformat(),
    }
    refused = browser.post("gremia/instellen/", **values)
    assert "is een geldig besluit nodig" in text(refused)
    assert "Er is nog geen geldig besluit hierover." in text(refused)
    decision = make_valid_decision(group, type="new_body", title="Een kerngroep")
    assert decision.number in text(browser.get("gremia/instellen/"))
    assert browser.post("gremia/instellen/", decision=decision.number, **values).status_code == 302
    with looking(manager):
        assert Body.objects.get(network=group.network, slug="kerngroep").founded_by == decision


def test_a_seat_ends_and_every_partner_gets_one() -> None:
    group = make_group(kind="executive_board")
    make_partner(group.network, "zgt", name="ZGT")
    browser, manager = office(group.network)
    here = f"gremia/{group.body.slug}/"
    assert "Geef elke partner een zetel" in text(browser.get(here))
    assert "Geef elke partner een zetel" not in text(Browser(group.network, group.chair).get(here))
    assert browser.post(here + "zetels/partners/").status_code == 302
    assert "Eén partner kreeg een zetel." in text(browser.get(here))
    browser.post(here + "zetels/partners/")
    assert "Elke partner heeft hier al een zetel." in text(browser.get(here))
    assert browser.post(here + "zetels/2/opheffen/", until_on="", reason="").status_code == 422
    assert (
        browser.post(here + "zetels/2/opheffen/", until_on=TODAY().isoformat(), reason="Fusie").status_code
        == 302
    )
    with looking(manager):
        seat = Seat.objects.get(body=group.body, position=2)
        assert seat.until_on == TODAY()
        assert all(tenure.until_on == TODAY() for tenure in seat.tenures.all())


def test_a_person_sits_on_a_seat_for_a_term() -> None:
    group = make_group()
    browser, manager = office(group.network)
    seat = make_seat(group.body, "Welzijn")
    values = {"person": str(manager.pk), "kind": "holder", "from_on": "2026-01-01", "until_on": "2028-01-01"}
    assert browser.post(f"gremia/{group.body.slug}/zetels/{seat.position}/", **values).status_code == 302
    said = text(browser.get(f"gremia/{group.body.slug}/zetels/{seat.position}/"))
    assert "1 januari 2028" in said
    assert browser.get(f"gremia/{group.body.slug}/zetels/99/opheffen/").status_code == 404


# --- Mandates


def mandate_values(**change: Any) -> dict[str, Any]:
    return {
        "decision_types": ["p3"], "ceiling_eur": "50.000", "consents": ["funder"], "valid_from": TODAY().isoformat(),
        "note": "Bij de start afgesproken.", **change,
    }  # fmt: skip


def seen_in(page: str) -> str:
    """The mark of the effect that the page shows."""
    return page.split('name="seen" value="')[1].split('"')[0]


def test_a_mandate_is_kept_only_after_its_effect_was_seen() -> None:
    network = make_network()
    body = make_body(network, "Themagroep")
    browser, manager = office(network)
    here = f"gremia/{body.slug}/mandaat/"
    assert '<details class="unfold">' in text(browser.get(here))  # what most mandates do without
    assert '<details class="unfold" open>' in text(browser.post(here, **mandate_values(stages=["pilot"])))
    page = text(browser.post(here, **mandate_values()))
    assert "Deze groep mag dan ook besluiten over" in page
    assert "starten (P3): tot €\u00a050.000, met akkoord van de financier" in page
    assert "Geen enkel open voorstel" in page
    with looking(manager):
        assert not Mandate.objects.filter(body=body).exists()
    # Other values than those that were seen are shown again first.
    changed = browser.post(here, seen=seen_in(page), **mandate_values(ceiling_eur="60.000"))
    assert "tot €\u00a060.000" in text(changed)
    with looking(manager):
        assert not Mandate.objects.filter(body=body).exists()
    assert browser.post(here, seen=seen_in(page), **mandate_values()).status_code == 302
    with looking(manager):
        mandate = Mandate.objects.get(body=body)
        assert (mandate.ceiling_eur, mandate.consents, mandate.note) == (
            Decimal(50_000), ["funder"], "Bij de start afgesproken.",
        )  # fmt: skip
    again = text(browser.post(here, **mandate_values(ceiling_eur="40.000")))
    assert "Niets. Wat de groep mag besluiten blijft hetzelfde." in again


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"decision_types": []}, "Kies minstens één onderwerp."),
        ({"decision_types": ["p9"]}, "Deze keuze is er niet"),
        ({"ceiling_eur": "veel"}, "Dit is geen bedrag."),
        ({"note": ""}, "Vul dit in."),
        ({"valid_until": "2020-01-01"}, "De einddatum ligt vóór of op de begindatum."),
    ],
)
def test_a_mandate_that_cannot_be_says_why(change: dict, words: str) -> None:
    network = make_network()
    body = make_body(network)
    browser, _manager = office(network)
    answer = browser.post(f"gremia/{body.slug}/mandaat/", **mandate_values(**change))
    assert answer.status_code == 422
    assert words in text(answer)


def test_the_effect_of_ending_names_the_open_proposals_it_touches() -> None:
    group = make_group()
    mandate = make_mandate(group.body, "p3")
    make_mandate(group.body, "mandate")
    decision = make_valid_decision(group, type="mandate", title="Een nieuwe verdeling")
    meeting = make_meeting(group, timezone.now() + timedelta(days=7))
    early = make_decision(group, title="Nu nog", meeting=make_meeting(group))
    later = make_decision(group, title="Straks niet meer", meeting=meeting)
    waiting = make_decision(group, title="Wacht nog", meeting=None)
    browser, manager = office(group.network)
    here = f"gremia/{group.body.slug}/mandaat/{mandate.pk}/einde/"
    ends = (TODAY() + timedelta(days=3)).isoformat()
    page = text(browser.post(here, valid_until=ends, reason="Nieuwe verdeling", decision=decision.number))
    assert "Deze groep mag niet meer besluiten over" in page
    assert later.number in page
    assert waiting.number in page
    assert early.number not in page
    assert "Het mandaat gold niet meer op" in page
    done = browser.post(
        here, valid_until=ends, reason="Nieuwe verdeling", decision=decision.number, seen=seen_in(page)
    )
    assert done.status_code == 302
    with looking(manager):
        mandate.refresh_from_db()
        assert mandate.valid_until == TODAY() + timedelta(days=3)
    past = browser.post(here, valid_until="2021-01-01", reason="Te vroeg", decision=decision.number)
    assert past.status_code == 200  # first the effect is shown, then the refusal when it is sent
    refused = browser.post(
        here, valid_until="2021-01-01", reason="Te vroeg", decision=decision.number, seen=seen_in(text(past))
    )
    assert "niet in het verleden" in text(refused)
    assert browser.get(f"gremia/{group.body.slug}/mandaat/{group.body.pk}/einde/").status_code == 404


def test_once_the_network_decides_a_mandate_follows_from_a_decision_about_this_body() -> None:
    group = make_group()
    make_mandate(group.body, "p3", "mandate")
    other = make_body(group.network, "Ander gremium")
    browser, manager = office(group.network)
    make_valid_decision(group)
    here = f"gremia/{other.slug}/mandaat/"
    refused = browser.post(here, **mandate_values())
    assert refused.status_code == 422
    assert "Bij de start afgesproken." in text(refused)
    assert "is een geldig besluit nodig" in text(refused)
    decision = make_valid_decision(group, type="mandate", title="Mandaat voor de ander")
    values = mandate_values(decision=decision.number, note="")
    page = text(browser.post(here, **values))
    assert browser.post(here, seen=seen_in(page), **values).status_code == 302
    with looking(manager):
        assert Mandate.objects.get(body=other).source_decision == decision


# --- Themes


def test_a_theme_begins_with_its_group_while_the_network_is_set_up() -> None:
    network = make_network()
    with as_platform(network):
        actions.default_governance(network, by=None)
    browser, manager = office(network)
    assert "Er is er nog geen." in text(browser.get("themas/"))
    assert browser.post("themas/toevoegen/", name="Acute zorg", scope="", with_group="on").status_code == 302
    for name, words in (("acute zorg", "Er is al een thema"), ("!!!", "Gebruik letters of cijfers")):
        answer = browser.post("themas/toevoegen/", name=name, scope="Lange uitleg")
        assert words in text(answer)
        assert "Lange uitleg" in text(answer)
    with looking(manager):
        body = Body.objects.get(network=network, slug="acute-zorg")
        assert body.parent.name == "Bestuurlijk platform"
        assert body.mandates.count() == 5
    assert (
        browser.post("themas/acute-zorg/wijzig/", name="Spoed", scope="Ambulance en post").status_code == 302
    )
    said = text(browser.get("themas/"))
    assert "Spoed" in said
    assert "Ambulance en post" in said
    assert browser.get("themas/niets/wijzig/").status_code == 404


def test_once_the_network_decides_a_theme_needs_a_decision() -> None:
    group = make_group()
    make_mandate(group.body, "p3", "new_theme")
    browser, manager = office(group.network)
    make_valid_decision(group)
    assert "is een geldig besluit nodig" in text(browser.post("themas/toevoegen/", name="Jeugd"))
    decision = make_valid_decision(group, type="new_theme", title="Thema jeugd")
    assert browser.post("themas/toevoegen/", name="Jeugd", decision=decision.number).status_code == 302
    with looking(manager):
        assert Theme.objects.get(network=group.network).name == "Jeugd"
        assert not Body.objects.filter(theme__slug="jeugd").exists()


def test_the_pages_of_themes_and_criteria_ask_the_same_number_of_questions() -> None:
    network = make_network()
    browser, _manager = office(network)
    for page, make in (("themas/", make_theme), ("criteria/", make_criteria)):
        named = (lambda n: {"slug": f"thema-{n}"}) if make is make_theme else (lambda n: {"name": f"Set {n}"})
        make(network, **named(0))
        before = questions(browser, page)
        for n in range(1, 5):
            make(network, **named(n))
        assert questions(browser, page) == before


# --- Criteria


def criteria_values(*rows: dict[str, Any], **change: Any) -> dict[str, Any]:
    values = {
        "kind": "weighed", "name": "Onze toets", "valid_from": TODAY().isoformat(), "reason": "Eerste versie",
        "criteria-TOTAL_FORMS": str(len(rows)), "criteria-INITIAL_FORMS": "0",
    } | change  # fmt: skip
    for number, row in enumerate(rows):
        values |= {f"criteria-{number}-{name}": value for name, value in row.items()}
    return values


ANCHORS = "niets\nweinig\niets\nveel\nalles"
HEALTH = {"code": "1", "text": "Wordt iemand gezonder?", "weight": "60", "anchors": ANCHORS}
MONEY = {"code": "2", "text": "Kost het minder?", "weight": "40", "anchors": ANCHORS}
FITS = {"code": "K", "text": "Past het bij een opgave?"}


def test_a_set_gets_versions_that_differ_in_words_and_old_ones_stay() -> None:
    network = make_network()
    make_agreement(network, "afspraak", title="Afspraak")
    browser, manager = office(network)
    made = browser.post("criteria/nieuw/", **criteria_values(HEALTH, MONEY, FITS, {}, agreement="afspraak"))
    assert made.status_code == 302
    with looking(manager):
        first = CriteriaSet.objects.get(network=network)
        assert [(one.code, one.weight, one.is_knockout) for one in first.criteria.all()] == [
            ("1", 60, False), ("2", 40, False), ("K", None, True),
        ]  # fmt: skip
        assert first.criteria.get(code="1").anchors["5"] == "alles"
        assert first.agreement.slug == "afspraak"
    page = text(browser.get("criteria/nieuw/", van=str(first.pk)))
    assert "Nieuwe versie van Onze toets" in page
    assert "Wordt iemand gezonder?" in page
    tomorrow = (TODAY() + timedelta(days=1)).isoformat()
    longer = {**MONEY, "text": "Kost het op den duur minder?"}
    values = criteria_values(HEALTH, longer, valid_from=tomorrow, reason="Duidelijker")
    answer = browser.post(f"criteria/nieuw/?van={first.pk}", **values)
    assert answer.status_code == 302
    with looking(manager):
        first.refresh_from_db()
        second = CriteriaSet.objects.get(network=network, version=2)
        assert first.valid_until == second.valid_from
        assert first.criteria.count() == 3
    page = text(browser.get(f"criteria/{second.pk}/"))
    assert "Anders dan versie 1" in page
    assert "<del>Kost het minder?; weegt 40" in page
    assert "<ins>Kost het op den duur minder?" in page
    assert "vervallen" in page
    assert "Wordt iemand gezonder?; weegt" not in page
    assert "Er is al een nieuwere versie" in text(browser.get("criteria/nieuw/", van=str(first.pk)))
    assert "Versie 2" in text(browser.get("criteria/"))


@pytest.mark.parametrize(
    ("rows", "change", "words"),
    [
        ([HEALTH], {}, "De gewichten zijn samen 60; samen horen zij 100 te zijn."),
        (
            [{**HEALTH, "anchors": "een\ntwee"}],
            {},
            "Schrijf vijf regels, één voor elke score; het zijn er nu 2.",
        ),
        ([{**FITS, "code": ""}], {}, "Vul dit in."),
        ([{**FITS, "text": ""}], {}, "Vul dit in."),
        ([], {}, "De gewichten zijn samen 0"),
        ([], {"kind": "yes_no"}, "minstens één criterium"),
        ([FITS, FITS], {"kind": "yes_no"}, "De code K komt meer dan één keer voor."),
        ([FITS], {"kind": "yes_no", "valid_from": "morgen"}, "Dit is geen datum."),
        ([FITS], {"kind": "cijfers"}, "Deze keuze is er niet"),
    ],
)
def test_criteria_that_cannot_be_say_why_and_keep_the_text(rows, change: dict, words: str) -> None:
    browser, _manager = office(make_network())
    answer = browser.post("criteria/nieuw/", **criteria_values(*rows, moment="Bij elk idee", **change))
    assert answer.status_code == 422
    assert words in text(answer)
    assert "Bij elk idee" in text(answer)


def test_more_rows_come_without_losing_what_was_typed() -> None:
    browser, _manager = office(make_network())
    page = text(browser.post("criteria/nieuw/", **criteria_values(HEALTH, add="criteria")))
    assert "Criterium 4" in page
    assert "Wordt iemand gezonder?" in page
    broken = {**criteria_values(HEALTH, add="criteria"), "criteria-TOTAL_FORMS": "veel"}
    assert browser.post("criteria/nieuw/", **broken).status_code == 200


@pytest.mark.parametrize("page", ["criteria/nieuw/?van=niets", "criteria/nieuw/?van={id}", "criteria/{id}/"])
def test_criteria_of_another_network_are_not_there(page: str) -> None:
    other = make_criteria(make_network())
    browser, _manager = office(make_network())
    assert browser.get(page.format(id=other.pk)).status_code == 404


def test_once_the_network_decides_criteria_need_a_decision_and_never_reach_back() -> None:
    group = make_group()
    make_mandate(group.body, "p3", "criteria")
    browser, manager = office(group.network)
    make_valid_decision(group)
    values = criteria_values(FITS, kind="yes_no")
    assert "is een geldig besluit nodig" in text(browser.post("criteria/nieuw/", **values))
    decision = make_valid_decision(group, type="criteria", title="Nieuwe criteria")
    early = {**values, "valid_from": date(2020, 1, 1).isoformat(), "decision": decision.number}
    assert "niet met terugwerkende kracht" in text(browser.post("criteria/nieuw/", **early))
    assert browser.post("criteria/nieuw/", **values, decision=decision.number).status_code == 302
    with looking(manager):
        assert decision.number in CriteriaSet.objects.get(network=group.network).source


def test_others_do_not_write_down_themes_or_criteria() -> None:
    group = make_group()
    with looking(group.chair) as chair:
        with pytest.raises(Refused, match="netwerkmanager"):
            actions.new_theme(group.network, by=chair, name="Jeugd")
        with pytest.raises(Refused, match="netwerkmanager"):
            actions.renew_criteria(
                group.network, by=chair, name="A", kind="yes_no", criteria=[], valid_from=TODAY()
            )
