"""The look in a real browser: readable, in reach of a keyboard, never too wide, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What another width or scheme can break when the page is right wide and light, and small and dark.
LOOK_ONLY = ["color-contrast", "target-size", "scrollable-region-focusable"]
LOOKS = [("/components/", width, scheme, TAGS) for width, scheme in ((1280, "light"), (375, "dark"))]
LOOKS += [
    ("/components/", width, scheme, LOOK_ONLY)
    for width, scheme in ((1280, "dark"), (375, "light"), (320, "light"))
]
LOOKS += [
    (address, *way, TAGS)
    for address in ("/inloggen/login/", "/inloggen/login/code/", "/demo/", "/nergens/")
    for way in ((1280, "light"), (375, "dark"))
]
TYPED = "Eén telefoonnummer na een beroerte"


@pytest.mark.parametrize(("address", "width", "scheme", "rules"), LOOKS)
def test_a_page_is_accessible_and_fits_the_screen(
    page: Page, site: str, address: str, width: int, scheme: str, rules: list[str]
):
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(site + address)
    by = "tag" if rules is TAGS else "rule"
    found = Axe().run(page, options={"runOnly": {"type": by, "values": rules}, "resultTypes": ["violations"]})
    faults += [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]]
    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_to_press_is_at_least_44_high(page: Page, site: str):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{site}/components/")
    low = page.eval_on_selector_all(
        ".button, .choice, .tabs a, .views a, .menu a, .foot li a, .band-link, .filters select, summary",
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 42)"
        ".map(one => one.className + ' ' + one.textContent.trim())",
    )
    assert low == []


def test_the_first_tab_leads_past_the_menu_and_an_error_gets_the_focus(page: Page, site: str):
    page.goto(f"{site}/inloggen/login/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#inhoud"
    page.goto(f"{site}/components/")
    expect(page.locator("#fouten").first).to_be_focused()
    page.locator("#fouten a").first.click()
    assert page.evaluate("document.activeElement.id") == "fout_title"


def test_a_greyed_deed_can_be_reached_and_tells_why(page: Page, site: str):
    page.goto(f"{site}/components/")
    deed = page.get_by_role("button", name="Besluit dat dit begint")
    deed.focus()
    expect(deed).to_be_focused()
    expect(deed).to_have_attribute("aria-disabled", "true")
    expect(deed).to_have_accessible_description(
        re.compile("tot € 50.000 besluiten; dit plan vraagt € 62.000")
    )


def test_typed_text_is_given_back_after_the_page_was_left(page: Page, site: str):
    page.goto(f"{site}/components/")
    page.locator("#goed_title").fill(TYPED)
    page.locator("#goed_kind_1").check()
    page.wait_for_timeout(500)
    page.goto(f"{site}/inloggen/login/")
    page.goto(f"{site}/components/")
    expect(page.get_by_text("U typte hier eerder iets wat niet is bewaard.")).to_be_visible()
    page.get_by_role("button", name="Zet mijn tekst terug").click()
    expect(page.locator("#goed_title")).to_have_value(TYPED)
    expect(page.locator("#goed_title")).to_be_focused()
    expect(page.locator("#goed_kind_1")).to_be_checked()


def test_typed_text_can_be_thrown_away_and_stays_away(page: Page, site: str):
    page.goto(f"{site}/components/")
    page.locator("#goed_title").fill(TYPED)
    page.wait_for_timeout(500)
    page.reload()
    page.get_by_role("button", name="Gooi die tekst weg").click()
    page.reload()
    expect(page.locator(".give-back")).to_have_count(0)


def test_text_that_has_arrived_is_not_offered_again(page: Page, site: str):
    page.goto(f"{site}/components/")
    page.locator("#goed_title").fill(TYPED)
    page.locator("#goed_problem").fill("Wie uit het ziekenhuis komt, weet niet wie hij moet bellen.")
    page.locator("#goed_theme").select_option("ouder")
    page.locator("#goed_kind_0").check()
    page.locator("#goed_agreed").check()
    for nr in (0, 1):
        page.locator(f"#id_doelen-{nr}-text").fill("Minder vallen")
    page.get_by_role("button", name="Bewaar het plan").click()
    page.wait_for_load_state()
    page.goto(f"{site}/inloggen/login/")
    page.goto(f"{site}/components/")
    expect(page.locator(".give-back")).to_have_count(0)


def test_the_reader_chooses_dark_without_script(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/inloggen/login/")
    page.get_by_role("button", name="Donker").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    expect(page.get_by_role("button", name="Donker")).to_have_attribute("aria-pressed", "true")
    context.close()


def test_paper_has_no_menu_and_no_buttons_but_says_where_it_comes_from(page: Page, site: str):
    page.goto(f"{site}/components/")
    page.emulate_media(media="print")
    expect(page.locator(".print-foot")).to_be_visible()
    expect(page.locator(".print-foot")).to_contain_text("/components/")
    for gone in (".menu", ".tabs", ".views", ".scheme", ".filters", ".skip"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_role("link", name="Naar poort P3")).to_be_hidden()
    expect(page.get_by_text("Vijf beoordelaars gaven antwoord.")).to_be_visible()


def test_the_thumb_bar_lets_go_of_the_edge_when_the_window_is_low(page: Page, site: str):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{site}/components/")
    position = "one => getComputedStyle(one).position"
    assert page.eval_on_selector(".menu", position) == "fixed"
    page.set_viewport_size({"width": 375, "height": 400})
    assert page.eval_on_selector(".menu", position) == "static"
