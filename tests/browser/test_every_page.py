"""Every page that a made-up person can reach: readable for a screen reader, and never wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page

from tests.browser.conftest import NARROW, WIDE, Become
from tests.examples import IS_NIGHT

#: Who walks, one after the other: each looks at the pages that nobody before could reach or saw.
WALKERS = ["Netwerkmanager", "Secretaris", "Projectleider", "Bestuurder"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Pages that one walker opens by day, and kinds of pages that all of them together open at least.
MOST, LEAST = (1_000, 90) if IS_NIGHT else (15, 45)


#: What elements are there, by name and classes: in another scheme only what was not looked at yet can be wrong.
SORTS = """() => [...new Set([...document.querySelectorAll('body *')]
    .map(one => one.localName + '.' + [...one.classList].sort().join('.')))]"""


#: What stands before a name that differs from row to row.
BEFORE_A_NAME = re.compile(
    r"/(gremia|partners|overeenkomsten|screening|kijk|gebieden|themas|thema|geldstromen|indicatoren|documenten"
    r"|agenda|poort|agreement|adoptie)/[a-z-]+/"
)
HERE = re.compile(r"^/[a-z0-9-]+/")


def kind(path: str) -> str:
    """Pages of one kind look alike: the network, numbers and names in the address do not matter."""
    path = BEFORE_A_NAME.sub(r"/\1/*/", path)
    path = HERE.sub("/*/", path) if path.count("/") > 2 else path
    return "/".join("*" if any(c.isdigit() for c in part) else part for part in path.split("/"))


def pages_from(page: Page, seen: set[str]) -> Iterator[str]:
    """Walk the links of this person, one page of each kind that nobody opened before, and their own first page."""
    start = page.url
    waiting, n_opened = [start], 0
    while waiting and n_opened < MOST:
        address = waiting.pop(0)
        if address != start and kind(urlsplit(address).path) in seen:
            continue
        seen.add(kind(urlsplit(address).path))
        try:
            page.goto(address)
        except Error as fault:
            if "Download is starting" in fault.message:
                continue  # a file is no page
            raise
        n_opened += 1
        yield address
        for href in page.eval_on_selector_all(
            "a[href]", "links => links.map(one => one.getAttribute('href'))"
        ):
            target = urljoin(address, href.split("#")[0])
            parts = urlsplit(target)
            if (
                parts.netloc == urlsplit(start).netloc
                and not parts.query
                and not parts.path.startswith(("/static/", "/demo/"))
                and kind(parts.path) not in seen
            ):
                waiting.append(target)


def test_every_page_is_accessible_and_fits(become: Become):
    seen: set[str] = set()
    looked_at: dict[str, set[str]] = {"light": set(), "dark": set()}
    faults: list[str] = []
    page = become(WALKERS[0])
    page.on("pageerror", lambda error: faults.append(f"{page.url}: script: {error}"))
    page.on(
        "console",
        lambda message: faults.append(f"{page.url}: {message.text}") if message.type == "error" else None,
    )
    for walker in WALKERS:
        become(walker)
        for address in pages_from(page, seen):
            for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                width = page.evaluate("document.documentElement.scrollWidth")
                if width > size["width"]:
                    faults.append(f"{address} is {width} wide on a screen of {size['width']}")
                sorts = set(page.evaluate(SORTS))
                if not sorts <= looked_at[scheme]:
                    faults += violations(page, f"{address} at {size['width']}")
                    looked_at[scheme] |= sorts
    assert faults == []
    assert len(seen) >= LEAST, sorted(seen)


def violations(page: Page, where: str) -> list[str]:
    """What a reader of the screen would stumble over, each with the first element that it is about."""
    found = Axe().run(
        page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    )
    return [f"{where}: {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]]
