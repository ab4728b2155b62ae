"""Every page that a made-up person can reach: readable for a screen reader, and never wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, WIDE, Become

#: Who walks: between them they see every page of the first story.
WALKERS = ["Netwerkmanager", "Secretaris", "Projectleider", "Bestuurder"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST = 60


#: What elements are there, by name and classes: in another scheme only what was not looked at yet can be wrong.
SORTS = """() => [...new Set([...document.querySelectorAll('body *')]
    .map(one => one.localName + '.' + [...one.classList].sort().join('.')))]"""


def kind(path: str) -> str:
    """Pages of one kind look alike: numbers and names in the address do not matter."""
    return "/".join("*" if any(c.isdigit() for c in part) else part for part in path.split("/"))


def pages_from(page: Page) -> Iterator[str]:
    """Walk the links of this person, one page of each kind."""
    start = page.url
    seen, waiting = {kind(urlsplit(start).path)}, [start]
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        page.goto(address)
        yield address
        for href in page.eval_on_selector_all(
            "a[href]", "links => links.map(one => one.getAttribute('href'))"
        ):
            target = urljoin(address, href.split("#")[0])
            parts = urlsplit(target)
            if (
                parts.netloc != urlsplit(start).netloc
                or parts.query
                or parts.path.startswith(("/static/", "/demo/"))
            ):
                continue
            if kind(parts.path) not in seen:
                seen.add(kind(parts.path))
                waiting.append(target)


@pytest.fixture(scope="module")
def looked_at() -> dict[str, set[str]]:
    """The sorts of elements that were looked at in the dark, on a phone, by any walker."""
    return {"dark": set()}


@pytest.mark.parametrize("walker", WALKERS)
def test_every_page_is_accessible_and_fits(become: Become, walker: str, looked_at: dict[str, set[str]]):
    page = become(walker)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: script: {error}"))
    page.on(
        "console",
        lambda message: faults.append(f"{page.url}: {message.text}") if message.type == "error" else None,
    )
    count = 0
    for address in pages_from(page):
        for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > size["width"]:
                faults.append(f"{address} is {width} wide on a screen of {size['width']}")
            sorts = set(page.evaluate(SORTS))
            if scheme in looked_at and sorts <= looked_at[scheme]:
                continue
            found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
            faults += [
                f"{address} at {size['width']}: {fault['id']}: {fault['nodes'][0]['html'][:160]}"
                for fault in found.response["violations"]
            ]
            looked_at.get(scheme, set()).update(sorts)
        count += 1
    assert count >= 8
    assert faults == []
