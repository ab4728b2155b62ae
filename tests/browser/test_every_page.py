"""Every page that a made-up person can reach: readable for a screen reader, and never wider than the screen."""

from __future__ import annotations

import re
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


#: What stands before a name that differs from row to row.
BEFORE_A_NAME = re.compile(r"/(gremia|partners|overeenkomsten|screening|kijk|gebieden|themas)/[a-z-]+/")


def kind(path: str) -> str:
    """Pages of one kind look alike: numbers and names in the address do not matter."""
    path = BEFORE_A_NAME.sub(r"/\1/*/", path)
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


class LookedAt:
    """What any walker looked at: kinds of pages in the light, and sorts of elements in each scheme."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self.sorts: dict[str, set[str]] = {"light": set(), "dark": set()}

    def has_seen(self, address: str, scheme: str, sorts: set[str]) -> bool:
        """Whether nothing here is new: in the light each kind of page is looked at whole once, new elements always."""
        is_known = scheme == "dark" or kind(urlsplit(address).path) in self.kinds
        return is_known and sorts <= self.sorts[scheme]

    def keep(self, address: str, scheme: str, sorts: set[str]) -> None:
        """Remember what was looked at."""
        self.kinds.add(kind(urlsplit(address).path))
        self.sorts[scheme].update(sorts)


@pytest.fixture(scope="module")
def looked_at() -> LookedAt:
    """What was looked at by the walkers before this one."""
    return LookedAt()


@pytest.mark.parametrize("walker", WALKERS)
def test_every_page_is_accessible_and_fits(become: Become, walker: str, looked_at: LookedAt):
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
            if looked_at.has_seen(address, scheme, sorts):
                continue
            found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
            faults += [
                f"{address} at {size['width']}: {fault['id']}: {fault['nodes'][0]['html'][:160]}"
                for fault in found.response["violations"]
            ]
            looked_at.keep(address, scheme, sorts)
        count += 1
    assert count >= 8
    assert faults == []
