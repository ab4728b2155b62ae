"""Short walks that need a real browser: a passkey on a phone, and a chart and the chain with their words."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import NARROW, WIDE, Become, picture

#: A fingerprint reader that is always content: what a phone has built in.
READER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_is_added_and_signs_in_on_a_phone(browser: Browser, site: str):
    here = site.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    context = browser.new_context(locale="nl-NL", viewport=NARROW)
    page = context.new_page()
    reader = context.new_cdp_session(page)
    reader.send("WebAuthn.enable")
    key = reader.send("WebAuthn.addVirtualAuthenticator", {"options": READER})["authenticatorId"]

    page.goto(f"{here}/demo/")
    page.get_by_role("button", name="Wim").first.click()
    page.goto(f"{here}/inloggen/2fa/")
    page.get_by_role("link", name="Voeg een passkey toe").click()
    page.get_by_label("Naam van dit apparaat").fill("Mijn telefoon")
    page.get_by_label("Log hiermee in zonder wachtwoord").check()
    page.get_by_role("button", name="Voeg deze passkey toe").click()
    page.wait_for_url(lambda url: "webauthn/add" not in url)
    (kept,) = reader.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    assert kept["isResidentCredential"]

    context.clear_cookies()
    page.goto(f"{here}/demo/")
    page.get_by_role("link", name="Log in").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.get_by_role("button", name="Log in met een passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)
    expect(page.locator("body")).to_have_attribute("data-person", re.compile(".+"))
    (used,) = reader.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    assert used["signCount"] > kept["signCount"]
    context.close()


def test_a_large_file_goes_in_pieces_and_goes_on_after_a_broken_line(become: Become, tmp_path: Path):
    page = become("Netwerkmanager")
    rows = [f"zaak-{number},stap {number % 3},2026-0{number % 9 + 1}-01" for number in range(200)]
    file = tmp_path / "keten.csv"
    file.write_text("\n".join(["zaak,stap,begin", *rows]))
    sent = []
    page.route(
        "**/stuk/", lambda route: (sent.append(route), route.abort() if len(sent) == 2 else route.continue_())
    )
    page.get_by_role("link", name="Zorgketen", exact=True).first.click()
    page.goto(f"{page.url.partition('keten/')[0]}keten/logboeken/nieuw/")
    page.get_by_label("Hoe noemt u dit logboek?").fill("Groot bestand")
    page.get_by_label("Het bestand").set_input_files(file)
    page.locator("[data-pieces]").evaluate("one => { one.dataset.bytes = 2000; }")
    page.get_by_role("button", name="Bekijk de kolommen").click()
    page.wait_for_url("**/taken/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Groot bestand")
    assert len(sent) == -(-file.stat().st_size // 2000) + 1, "one piece was sent twice"


def test_what_is_said_above_a_list_follows_the_filters(become: Become):
    page = become("Margreet")
    page.goto(page.url.rstrip("/") + "/initiatieven/")
    all_of_them = page.locator(".filters .found").inner_text()
    expect(page.get_by_role("link", name="Wis filters")).to_have_count(0)
    page.locator(".filters").get_by_label("Thema").select_option(label="Ouder worden")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("gevonden")
    found = page.locator(".filters .found").inner_text()
    assert found != all_of_them
    expect(page.get_by_role("heading", level=1)).to_contain_text(found)
    page.get_by_role("link", name="Wis filters").click()
    expect(page.locator(".filters .found")).to_have_text(all_of_them)
    expect(page.get_by_role("heading", level=1)).to_contain_text("lopen")


def test_a_form_that_comes_back_with_one_more_question_has_all_that_was_typed(become: Become):
    page = become("Noor")
    page.goto(f"{page.url.partition('/de-linde/')[0]}/de-linde/initiatieven/I-2026-001/waarde/regel/")
    page.get_by_label("Waarvoor?").fill("Minder opnamedagen")
    for label in ("Houdt alleen tijd of plaatsen over", "Doorlopend", "Gebruik van zorg", "Aanbieder"):
        page.get_by_label(label, exact=True).check()
    page.get_by_label("Bij welke partner?").select_option("ziekenhuis-de-linde")
    for label, value in (("Hoeveel?", "30"), ("Waarvan?", "dag"), ("Prijs per eenheid", "500")):
        page.get_by_label(label).fill(value)
    page.get_by_label("Waar komt de prijs vandaan?").fill("Kostenhandleiding")
    page.get_by_role("button", name="Voeg deze regel toe").click()
    expect(
        page.get_by_text("Is dit dezelfde besparing als die van een ander initiatief?").first
    ).to_be_visible()
    expect(page.get_by_label("Waarvoor?")).to_have_value("Minder opnamedagen")
    expect(page.get_by_text("U typte hier eerder iets wat niet is bewaard.")).to_have_count(0)


def test_a_chart_and_the_chain_say_in_words_what_they_show(become: Become):
    page = become("Netwerkmanager")
    page.set_viewport_size(WIDE)
    page.get_by_role("link", name="Meten", exact=True).first.click()
    page.get_by_role("link", name=re.compile("Verbetering")).first.click()
    chart = page.get_by_role("main").get_by_role("img").first
    expect(chart).to_be_visible()
    expect(chart).to_have_accessible_name(re.compile(r"\w+ \w+"))
    picture(page, "regelkaart-1280")

    page.get_by_role("link", name="Zorgketen", exact=True).first.click()
    heading = page.get_by_role("heading", name="De keten", exact=True)
    expect(heading).to_be_visible()
    expect(page.get_by_role("main").get_by_text("Haalt norm niet").first).to_be_visible()
    heading.evaluate("one => scrollTo(0, one.getBoundingClientRect().top - 24)")
    picture(page, "zorgketen-1280")
