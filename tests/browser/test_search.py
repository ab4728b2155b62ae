"""Searching as people do: a word in another form, on a desk and on a phone, and never what is not for them."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Become, picture

SECRET = "Zandlopergevoel bij deze begroting, eerst intern bespreken."


def hits(page: Page) -> list[str]:
    """The titles of what was found."""
    return page.locator(".hits h3").all_inner_texts()


def test_a_member_finds_another_form_of_a_word_and_opens_where_it_stands(become: Become, site: str) -> None:
    page = become("Noor Voorbeeld")
    field = page.get_by_label("Zoek in dit netwerk")
    field.fill("verwijzingen")
    field.press("Enter")
    expect(page.locator("mark").first).to_have_text(re.compile("^verwijzing", re.IGNORECASE))
    picture(page, "zoeken-1280")
    with page.expect_navigation():
        page.locator(".hits h3 a").first.click()
    expect(page.locator("main")).to_contain_text("verwijzing")

    page.set_viewport_size(NARROW)
    page.goto(f"{site}/de-linde/")
    page.get_by_role("link", name="Zoeken", exact=True).first.click()
    question = page.get_by_label("Waar zoekt u naar?")
    question.press_sequentially("medicijnlijsten")
    expect(page.locator(".hits mark").first).to_be_visible()
    assert "q=medicijnlijsten" in page.url
    assert question.evaluate("one => one === document.activeElement"), "who types keeps the field"
    picture(page, "zoeken-375")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW["width"], "nothing sticks out on a phone"


def test_it_works_without_javascript(site: str, browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/demo/")
    page.get_by_role("button", name="Noor Voorbeeld").first.click()
    page.get_by_label("Zoek in dit netwerk").fill("I-2026-001")
    page.get_by_label("Zoek in dit netwerk").press("Enter")
    expect(page).to_have_url(re.compile("/de-linde/initiatieven/I-2026-001/$"))
    page.goto(f"{site}/de-linde/zoeken/?q=huisartsen")
    assert hits(page)
    context.close()


def test_what_is_internal_is_found_by_who_may_read_it_and_by_nobody_else(become: Become, site: str) -> None:
    page = become("Noor Voorbeeld")
    page.goto(f"{site}/de-linde/initiatieven/I-2026-001/gesprek/")
    page.get_by_label("Uw bericht").fill(SECRET)
    page.get_by_text("Alleen het bureau").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Plaats dit bericht").click()
    page.goto(f"{site}/de-linde/zoeken/?q=zandlopergevoelens")
    assert len(hits(page)) == 1
    expect(page.locator(".hits")).to_contain_text("Intern")

    page = become("Kees Voorbeeld")
    page.goto(f"{site}/de-linde/zoeken/?q=zandlopergevoelens")
    assert hits(page) == []
    expect(page.locator("main")).to_contain_text("Niets gevonden")

    page.context.clear_cookies()
    page.goto(f"{site}/de-linde/openbaar/")
    expect(page.locator(".band-search")).to_have_count(0)
    page.goto(f"{site}/de-linde/zoeken/?q=zandlopergevoelens")
    expect(page).to_have_url(re.compile("/inloggen/"))
