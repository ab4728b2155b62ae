"""A passkey is registered and signs in, on the screen of a phone, with an authenticator that the browser imitates."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.conftest import NARROW

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
