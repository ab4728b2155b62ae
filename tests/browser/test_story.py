"""One idea to a valid decision, walked by the people who do it, each on their own kind of screen."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW, WIDE, Become, picture

TITLE = "Een vaste stoel voor wie meewacht"
ANSWERS = {
    "Hoe noemt u uw idee?": TITLE,
    "Wat is het probleem, en voor wie?": "Wie meekomt naar de spoedpost staat uren in de gang en weet niets.",
    "Wat stelt u voor?": "Een vaste stoel naast het bed, en elk uur een woord van de verpleegkundige.",
    "Wat levert het op?": "Minder onrust, en minder vragen aan de balie.",
    "Wie doen er mee?": "De spoedpost en het ziekenhuis.",
}
GROUP = "Themagroep Spoedzorg"


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page that follows."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def number_on(page: Page, letter: str) -> str:
    """The first number of this kind on the page, such as I-2026-014."""
    found = re.search(rf"{letter}-\d{{4}}-\d{{3}}", page.locator("main").inner_text())
    assert found is not None
    return found[0]


def submit_on_a_phone(become: Become, site: str) -> str:
    """A member of the residents' panel gives an idea on a phone; the page first shows what looks like it."""
    page = become("Gerda")
    page.set_viewport_size(NARROW)
    page.goto(f"{site}/de-linde/initiatieven/nieuw/")
    for question, answer in ANSWERS.items():
        page.get_by_label(question).fill(answer)
    page.get_by_text("Kies ook de partners").click()
    page.get_by_label("Ziekenhuis De Linde").check()
    page.get_by_label("Huisartsenspoedpost De Linde").check()
    picture(page, "idee-375")
    page.get_by_role("button", name=re.compile("^Dien mijn idee")).click()
    page.wait_for_load_state()
    if "nieuw" in page.url:
        expect(page.get_by_text("misschien bestaat dit al")).to_be_visible()
        press(page, "Dien mijn idee toch in")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uw idee is binnen")
    expect(page.get_by_text("antwoord vóór deze dag")).to_be_visible()
    picture(page, "ontvangst-375")
    return number_on(page, "I")


def take_in(become: Become, site: str, number: str) -> None:
    """The network manager takes the idea in, and it goes to the group."""
    page = become("Noor Voorbeeld")
    page.set_viewport_size(WIDE)
    page.goto(f"{site}/de-linde/initiatieven/{number}/intake/")
    page.get_by_label("Naar welke groep?").first.select_option(label=GROUP)
    press(page, "Neem in behandeling")
    expect(page.get_by_text(f"{number} is in behandeling bij {GROUP}")).to_be_visible()


def rate(become: Become, site: str, number: str) -> None:
    """The secretary asks for answers; three members give theirs, and a fourth does not get at it."""
    page = become("Daan Voorbeeld")
    page.goto(f"{site}/de-linde/initiatieven/{number}/beoordeling/")
    press(page, "Vraag de leden om hun oordeel")
    for name in ("Omar", "Fatima", "Ans"):
        page = become(f"{name} Voorbeeld")
        page.set_viewport_size(NARROW)
        page.goto(f"{site}/de-linde/initiatieven/{number}/beoordelen/")
        for yes in page.get_by_role("radio", name="Ja", exact=True).all():
            yes.check()
        for reason in page.locator("textarea[name^='reason']").all():
            reason.fill("Op de spoedpost is dit elke week te zien.")
        if name == "Omar":
            picture(page, "beoordelen-375")
        press(page, "Geef mijn oordeel")
        expect(page.get_by_text(f"Uw antwoorden over {number} zijn bewaard")).to_be_visible()
    page = become("Gerda Voorbeeld")
    page.goto(f"{site}/de-linde/initiatieven/{number}/beoordelen/")
    expect(page.get_by_role("button", name="Geef mijn oordeel")).to_have_count(0)


def bring_before_the_group(become: Become, site: str, number: str) -> tuple[str, str]:
    """The secretary plans a meeting of today and brings the idea before the group; returns decision and meeting."""
    page = become("Daan Voorbeeld")
    page.set_viewport_size(WIDE)
    page.goto(f"{site}/de-linde/overleggen/plan/")
    page.get_by_label("Welke groep?").select_option(label=GROUP)
    page.get_by_label("Op welke dag?").fill(timezone.localdate().isoformat())
    page.get_by_label("Hoe laat?").fill("00:01")
    press(page, "Plan dit overleg")
    meeting = page.url
    page.goto(f"{site}/de-linde/initiatieven/{number}/poort/")
    picture(page, "poort-1280")
    page.goto(f"{site}/de-linde/initiatieven/{number}/poort/p1/verken/")
    page.get_by_label("Wie verkent?").select_option(label="Ilse Voorbeeld (Ondersteuningsbureau Lindestreek)")
    page.get_by_label("Verkenning klaar op").fill((timezone.localdate() + timedelta(days=60)).isoformat())
    page.get_by_label("Op het overleg van").first.check()
    press(page, f"Leg voor aan {GROUP}")
    return number_on(page, "B"), meeting


def decide(become: Become, site: str, decision: str, meeting: str) -> None:
    """The secretary records who is there and what they say; the outcome is shown before it is closed."""
    page = become("Daan Voorbeeld")
    page.goto(meeting)
    press(page, "Iedereen is er")
    press(page, "Begin het overleg")
    expect(page.get_by_text("7 van 7 zetels aanwezig, nodig 4: genoeg")).to_be_visible()
    page.goto(f"{site}/de-linde/besluiten/{decision}/stemmen/")
    page.get_by_role("radio", name="Verken", exact=True).check()
    for favour in page.get_by_role("radio", name="Voor", exact=True).all():
        favour.check()
    press(page, "Bewaar en bekijk de uitkomst")
    picture(page, "besluit-bevestigen-1280")
    for reason in page.get_by_label(re.compile("^Waarom")).all():
        if reason.is_visible() and not reason.input_value():
            reason.fill("Wij willen weten hoe vaak dit gebeurt.")
    page.get_by_role("button", name=re.compile("Stel .*vast|Leg .*vast|Neem dit besluit")).first.click()
    page.wait_for_load_state()
    page.goto(f"{site}/de-linde/besluiten/{decision}/")
    expect(page.get_by_text("Mocht deze groep dit besluiten? Ja.")).to_be_visible()
    picture(page, "besluit-1280")


def test_an_idea_becomes_an_exploration_by_a_valid_decision(become: Become, site: str):
    number = submit_on_a_phone(become, site)
    take_in(become, site, number)
    rate(become, site, number)
    decision, meeting = bring_before_the_group(become, site, number)
    decide(become, site, decision, meeting)

    page = become("Ilse Voorbeeld")
    page.goto(f"{site}/de-linde/initiatieven/{number}/")
    expect(page.locator(".loop [aria-current='step']")).to_contain_text("Verkenning")
    expect(page.get_by_role("link", name="Verkenning", exact=True).first).to_be_visible()
    picture(page, "initiatief-1280")

    page = become("Omar Voorbeeld")
    page.set_viewport_size(NARROW)
    expect(page.get_by_role("heading", level=1)).to_contain_text("wachten op u")
    picture(page, "overzicht-375")


def test_a_promise_counts_only_when_the_partner_says_yes(become: Become, site: str):
    page = become("Hester Voorbeeld")
    page.get_by_role("link", name=re.compile("Ja, nee of anders")).first.click()
    page.wait_for_load_state()
    picture(page, "toezegging-1280")
    page.get_by_role("button", name=re.compile("^Ja")).first.click()
    page.wait_for_load_state()
    expect(page.get_by_role("status").first).to_be_visible()

    page = become("Nadia Voorbeeld")
    expect(page.get_by_role("link", name=re.compile("Ja, nee of anders"))).to_have_count(0)


def test_a_decision_without_a_consent_moves_nothing_until_it_is_given(become: Become, site: str):
    page = become("Carla Voorbeeld")
    page.get_by_role("link", name=re.compile("Lees en beslis")).first.click()
    page.wait_for_load_state()
    decision = page.url
    expect(page.get_by_text("onder voorbehoud", exact=False).first).to_be_visible()
    picture(page, "voorbehoud-1280")
    page.get_by_role("link", name=re.compile("^Geef akkoord namens")).or_(
        page.get_by_role("button", name=re.compile("^Geef akkoord namens"))
    ).first.click()
    page.wait_for_load_state()
    if page.get_by_role("button", name=re.compile("^(Ja, )?[Gg]eef akkoord")).count():
        page.get_by_role("button", name=re.compile("^(Ja, )?[Gg]eef akkoord")).first.click()
        page.wait_for_load_state()
    page.goto(re.sub(r"/akkoord/.*", "/", decision))
    expect(page.get_by_text("Mocht deze groep dit besluiten? Ja.")).to_be_visible()


def test_somebody_from_outside_sees_nothing_of_the_network(become: Become, site: str):
    page = become("Otto Voorbeeld")
    for path in ("", "initiatieven/", "besluiten/", "gremia/", "partners/"):
        answer = page.goto(f"{site}/de-linde/{path}")
        assert answer is not None
        assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hier is niets")


def test_an_idea_can_be_given_with_the_keyboard_and_without_javascript(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False, locale="nl-NL", viewport=NARROW)
    page = context.new_page()
    page.goto(f"{site}/demo/")
    page.get_by_role("button", name="Wim").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{site}/de-linde/initiatieven/nieuw/")
    page.get_by_label("Hoe noemt u uw idee?").focus()
    answers = {**ANSWERS, "Hoe noemt u uw idee?": "Een kaart met de weg naar de polikliniek"}
    for answer in answers.values():
        page.keyboard.type(answer)
        page.keyboard.press("Tab")
    for name in ("Dien mijn idee in", "Dien mijn idee toch in"):
        if page.get_by_role("button", name=name).count():
            page.get_by_role("button", name=name).focus()
            with page.expect_navigation():
                page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uw idee is binnen")
    context.close()
