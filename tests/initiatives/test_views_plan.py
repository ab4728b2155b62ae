"""The plan in the browser: written in parts, frozen, compared; and what partners promise."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from schakel.initiatives import actions
from schakel.initiatives.models import Commitment, Plan
from schakel.initiatives.rules import Stage
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import freeze, fresh, full_plan, make_initiative
from tests.factories.network import make_member, make_network
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422
PARTS = ("goals", "activities", "milestones", "budget_lines", "risks", "roles")


@world
def one(scene):
    return make_initiative(scene, Stage.PREPARATION)


@pytest.fixture
def lead(scene) -> Browser:
    return Browser(scene.network, scene.lead)


@pytest.fixture
def director(scene) -> Browser:
    """Who speaks for the hospital."""
    return Browser(scene.network, scene.directors[0])


def at(one, name: str = "") -> str:
    return f"initiatieven/{one.number}/plan/{name}"


def newest(one) -> Plan:
    with as_platform(one.network):
        return Plan.objects.filter(initiative=one).order_by("-version").first()


def typed(**changed: Any) -> dict[str, Any]:
    """The whole form with one goal and one budget line."""
    values: dict[str, Any] = {
        "assignment-summary": "Richt één nummer in.",
        "assignment-result": "Het nummer werkt.",
        "assignment-needs_pilot": "on",
        "people-communication": "Een brief.",
        "people-low_literacy": "Een kaart met plaatjes.",
        "checks-privacy_check": "Geen gegevens.",
        "checks-restricts_competition": "no",
        "goals-0-text": "Minder heropnames",
        "goals-0-measure": "%",
        "budget_lines-0-text": "Telefonie",
        "budget_lines-0-cost_type": "it",
        "budget_lines-0-year": str(timezone.localdate().year),
        "budget_lines-0-amount_eur": "1.250,50",
        "budget_lines-0-partner": "verzekeraar",
    }
    for part in PARTS:
        values |= {f"{part}-TOTAL_FORMS": "1", f"{part}-INITIAL_FORMS": "0"}
    return values | changed


# --------------------------------------------------------------------------- writing


def test_without_a_plan_the_lead_can_begin_and_others_see_why_not(lead, director, one):
    assert "Er is nog geen plan." in text(lead.get(at(one)))
    shown = text(director.get(at(one)))
    assert 'aria-disabled="true"' not in shown, "a button that is never theirs is not shown grey either"
    assert "Alleen de trekker en de netwerkmanager werken aan dit plan." in shown
    assert director.post(at(one, "begin/")).status_code == NO
    assert lead.post(at(one, "begin/"), once="merk")["Location"].endswith("/plan/schrijven/")
    assert lead.post(at(one, "begin/"), once="merk").status_code == 302
    assert newest(one).version == 1


def test_the_plan_is_written_in_one_form_and_says_what_it_lacks(lead, one):
    lead.post(at(one, "begin/"))
    response = lead.post(at(one, "schrijven/"), **typed())
    assert response["Location"].endswith("/plan/schrijven/")
    plan = newest(one)
    with as_platform(one.network):
        line = plan.budget_lines.get()
        assert plan.goals.get().text == "Minder heropnames"
    assert (plan.summary, plan.needs_pilot, str(line.amount_eur)) == ("Richt één nummer in.", True, "1250.50")
    shown = text(lead.get(at(one, "schrijven/")))
    assert "Dit doel heeft nog geen streefwaarde." in shown
    assert "Bij deze regel staat nog niet waar het geld vandaan komt." in shown
    assert "€\xa01.250,50" in text(lead.get(at(one)))


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ({}, "Trekker"),
        ({"risks-0-impact": "high"}, "gevolg groot · Trekker"),
        ({"risks-0-likelihood": "low", "risks-0-impact": "high"}, "kans klein · gevolg groot · Trekker"),
    ],
)
def test_a_risk_is_told_with_only_what_is_known_of_it(lead, one, sizes, words):
    lead.post(at(one, "begin/"))
    lead.post(at(one, "schrijven/"), **typed(**{"risks-0-text": "Ziek", "risks-0-owner": "Trekker", **sizes}))
    assert f'<p class="small soft">{words}</p>' in text(lead.get(at(one)))


def test_the_other_button_leads_to_the_plan_itself(lead, one):
    lead.post(at(one, "begin/"))
    assert lead.post(at(one, "schrijven/"), **typed(done="1"))["Location"].endswith("/plan/")


def test_a_row_keeps_its_key_can_change_and_can_go(lead, one):
    lead.post(at(one, "begin/"))
    lead.post(at(one, "schrijven/"), **typed())
    with as_platform(one.network):
        key = newest(one).goals.get().key
    again = typed(**{"goals-INITIAL_FORMS": "1", "goals-0-key": str(key), "goals-0-target": "10"})
    lead.post(at(one, "schrijven/"), **again)
    with as_platform(one.network):
        goal = newest(one).goals.get()
    assert (goal.key, goal.target) == (key, "10")
    lead.post(at(one, "schrijven/"), **(again | {"goals-0-DELETE": "on"}))
    with as_platform(one.network):
        assert not newest(one).goals.exists()


def test_one_more_row_is_a_button_that_saves_nothing(lead, one):
    lead.post(at(one, "begin/"))
    response = lead.post(at(one, "schrijven/"), **typed(add="goals"))
    shown = text(response)
    assert response.status_code == 200
    assert "Doel 2" in shown
    assert "Minder heropnames" in shown
    assert newest(one).summary == ""


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("goals-0-text", "x" * 1_000_000, "1000000 tekens lang"),
        ("goals-0-text", "", "Schrijf het doel op."),
        ("goals-0-due_on", "ooit", "Dit is geen dag."),
        ("goals-0-key", "geen-sleutel", "Regel"),
        ("budget_lines-0-amount_eur", "veel", "Schrijf een bedrag"),
        ("budget_lines-0-amount_eur", "-5", "minstens 0"),
        ("budget_lines-0-year", "1800", "2000"),
        ("budget_lines-0-partner", "\0", "Deze keuze is er niet (meer)."),
        ("budget_lines-0-cost_type", "goud", "keuze"),
        ("goals-TOTAL_FORMS", "nee", "ManagementForm"),
        ("goals-TOTAL_FORMS", "100000", "60"),
        ("checks-restricts_competition", "misschien", "keuze"),
        ("assignment-summary", "BSN 111222333", "burgerservicenummer"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written_or_lost(lead, one, field, value, words):
    lead.post(at(one, "begin/"))
    response = lead.post(at(one, "schrijven/"), **typed(**{field: value}))
    shown = text(response)
    assert response.status_code == WRONG
    assert words in shown
    assert "Het nummer werkt." in shown
    assert newest(one).result == ""


def test_nobody_else_writes_and_nobody_once_it_is_frozen(scene, lead, director, one):
    full_plan(scene, one)
    assert director.get(at(one, "schrijven/")).status_code == NO
    assert director.post(at(one, "schrijven/"), **typed()).status_code == NO
    freeze(scene, one)
    response = lead.post(at(one, "schrijven/"), **typed())
    assert response.status_code == NO
    assert "Dit plan ligt vast." in text(response)


# --------------------------------------------------------------------------- freezing and comparing


def test_freezing_asks_first_and_then_stands(scene, lead, one):
    full_plan(scene, one)
    shown = text(lead.get(at(one, "vastleggen/")))
    assert "Versie 1 verandert nooit meer." in shown
    first = lead.post(at(one, "vastleggen/"), once="merk")
    second = lead.post(at(one, "vastleggen/"), once="merk")
    assert first["Location"] == second["Location"]
    assert newest(one).is_frozen
    assert "versie 1, vastgelegd op" in text(lead.get(at(one)))


def test_an_empty_plan_cannot_be_frozen_and_says_so(lead, one):
    lead.post(at(one, "begin/"))
    response = lead.post(at(one, "vastleggen/"))
    assert response.status_code == WRONG
    assert "Schrijf eerst in het kort wat de opdracht is." in text(response)


def test_two_versions_can_be_compared(scene, lead, one):
    full_plan(scene, one)
    freeze(scene, one)
    lead.post(at(one, "begin/"))
    with looking(scene.lead) as person:
        actions.write_plan(
            Plan.objects.select_related("initiative__network", "network").get(version=2),
            by=person,
            summary="Twee nummers.",
        )
    assert "Wat is er veranderd?" in text(lead.get(at(one)))
    shown = text(lead.get(at(one, "verschil/1/2/")))
    assert "1 verandering tussen versie 1 en 2" in shown
    assert "Richt één nummer in." in shown
    assert "Twee nummers." in shown
    assert "Er is een nieuwere." in text(lead.get(at(one, "versie/1/")))
    assert lead.get(at(one, "versie/9/")).status_code == 404
    assert lead.get(at(one, "verschil/1/9/")).status_code == 404


def test_the_plan_costs_the_same_with_few_rows_and_with_many(scene, lead, one):
    plan = full_plan(scene, one)
    few = questions(lead, at(one))
    with looking(scene.lead) as person:
        rows = [{"text": f"Stap {n}", "owner": "Trekker"} for n in range(40)]
        actions.write_part(plan, by=person, part="activities", rows=rows)
        for n in range(10):
            actions.ask_commitment(
                fresh(one), by=person, partner=scene.partners[1], kind="data", text=f"Cijfers {n}"
            )
    assert questions(lead, at(one)) == few


def test_another_network_does_not_exist(scene, one):
    full_plan(scene, one)
    outsider = Browser(scene.network, make_member(make_network()))
    for name in ("", "schrijven/", "vastleggen/", "versie/1/", "verschil/1/1/"):
        assert outsider.get(at(one, name)).status_code == 404
    assert outsider.post(at(one, "begin/")).status_code == 404


# --------------------------------------------------------------------------- promises


def ask(lead: Browser, one, **changed):
    values = {
        "partner": "ziekenhuis",
        "kind": "hours",
        "amount": "60",
        "text": "Een verpleegkundige",
        "once": str(uuid4()),
    }
    return lead.post(f"initiatieven/{one.number}/toezeggingen/vraag/", **(values | changed))


def asked(one) -> Commitment:
    with as_platform(one.network):
        return Commitment.objects.get(initiative=one)


def promise(one, name: str = "") -> str:
    return f"initiatieven/{one.number}/toezeggingen/{asked(one).pk}/{name}"


def test_the_lead_asks_a_partner_and_can_take_it_back(lead, one):
    assert ask(lead, one).status_code == 302
    shown = text(lead.get(at(one)))
    assert "Ziekenhuis: 60 uur" in shown
    assert "Maak ongedaan" in shown
    lead.post(promise(one, "intrekken/"))
    assert asked(one).status == "withdrawn"
    assert "Ziekenhuis: 60 uur" not in text(lead.get(at(one)))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("partner", "", "Kies een partner."),
        ("partner", "\0", "Deze keuze is er niet (meer)."),
        ("kind", "goud", "Kies uren, geld, invoering of gegevens."),
        ("amount", "", "Schrijf op hoeveel."),
        ("amount", "0", "Schrijf op hoeveel."),
        ("text", "", "Schrijf op waarvoor u dit vraagt."),
    ],
)
def test_a_question_to_a_partner_must_be_complete(lead, one, field, value, words):
    response = ask(lead, one, **{field: value})
    assert response.status_code == WRONG
    assert words in text(response)


def test_only_the_lead_asks(director, one):
    shown = text(director.get(f"initiatieven/{one.number}/toezeggingen/vraag/"))
    assert "U kunt nu niets aan een partner vragen." in shown
    assert ask(director, one).status_code == NO


def test_a_director_says_yes_in_two_clicks_from_the_start_page(lead, director, one):
    ask(lead, one)
    start = text(director.get(""))
    assert "Ja, nee of anders" in start
    assert "ongeveer één minuut nodig" in start
    assert f"/{promise(one)}" in start
    assert "Ja, 60 uur" in text(director.get(promise(one)))
    response = director.post(promise(one), deed="confirm", once="merk")
    assert director.post(promise(one), deed="confirm", once="merk")["Location"] == response["Location"]
    assert asked(one).status == "confirmed"
    assert "zegt dit toe. Het telt vanaf nu." in text(director.get(""))


def test_no_needs_a_reason(lead, director, one):
    ask(lead, one)
    response = director.post(promise(one), deed="decline")
    assert response.status_code == WRONG
    assert "Schrijf op waarom niet." in text(response)
    director.post(promise(one), deed="decline", **{"decline-answer": "Wij hebben niemand."})
    assert (asked(one).status, asked(one).answer) == ("declined", "Wij hebben niemand.")


def test_something_else_is_offered_and_taken_over_in_the_plan(lead, director, one):
    ask(lead, one)
    response = director.post(promise(one), deed="amend", **{"amend-answer": "Alleen op dinsdag."})
    assert response.status_code == WRONG
    assert "Schrijf op hoeveel u wel kunt toezeggen." in text(response)
    assert "Alleen op dinsdag." in text(response)
    director.post(promise(one), deed="amend", **{"amend-answer": "Alleen op dinsdag.", "amend-amount": "40"})
    assert asked(one).status == "amended"
    assert "Neem dit aanbod over in het plan" in text(lead.get(at(one)))
    lead.post(promise(one, "overnemen/"))
    now = asked(one)
    assert (now.status, int(now.amount)) == ("confirmed", 40)


@pytest.mark.parametrize("deed", ["", "weg", "\0"])
def test_an_unknown_answer_is_refused_in_words(lead, director, one, deed):
    ask(lead, one)
    response = director.post(promise(one), deed=deed)
    assert response.status_code == WRONG
    assert "Kies ja, nee of anders." in text(response)


def test_nobody_else_answers_for_the_hospital(scene, lead, one):
    ask(lead, one)
    for person in (scene.directors[1], scene.manager, scene.lead):
        browser = Browser(scene.network, person)
        shown = text(browser.get(promise(one)))
        assert "U kunt niet antwoorden namens Ziekenhuis." in shown
        assert browser.post(promise(one), deed="confirm").status_code == NO
    assert asked(one).status == "asked"


def test_a_promise_that_does_not_exist_is_not_found(lead, one):
    assert lead.get(f"initiatieven/{one.number}/toezeggingen/{uuid4()}/").status_code == 404
