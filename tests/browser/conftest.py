"""A real server with the whole demo in a database of its own, and a real browser to walk through it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page

from schakel.site import serve
from tests import chromium, database

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 375, "height": 780}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser, and the tests of one file share one server."""
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def base_url() -> None:
    """There is not one address: every file of tests has a server of its own, see ``site``."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Start the machine's Chromium, also as root."""
    return {**browser_type_launch_args, **chromium.launch_arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """A Dutch reader in Amsterdam who does not like moving things."""
    return {
        **browser_context_args,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "reduced_motion": "reduce",
        "viewport": WIDE,
    }


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server with a fresh copy of the demo; ends with the tests of one file."""
    name = f"schakel_browser_{request.module.__name__.rsplit('.', 1)[1]}_{database.WORKER}"
    database.renew(name, database.demo_template())
    port = _free_port()
    log = database.FOLDER / f"{name}.log"
    variables = {
        **os.environ,
        "SCHAKEL_MODE": "demo",
        "SCHAKEL_DATABASE_NAME": name,
        "SCHAKEL_POOL_MAX": "4",
        "SCHAKEL_REMEMBERED_MB": "0",  # what a page shows is what the test did just before
    }
    with log.open("w") as output:
        server = subprocess.Popen(
            serve.command("127.0.0.1", port, workers=1, threads=4),
            env=variables,
            stdout=output,
            stderr=output,
        )
    place = f"http://127.0.0.1:{port}"
    try:
        _wait_for(place, server, log)
        yield place
    finally:
        server.terminate()
        server.wait(15)
        database.drop(name)
    assert "Traceback" not in log.read_text(), f"the server stumbled:\n{log.read_text()[-4000:]}"
    log.unlink()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


Become = Callable[[str], Page]


@pytest.fixture
def become(context: BrowserContext, site: str) -> Become:
    """Return a function that signs in as one of the made-up people, by name, and gives a page on their start."""

    def sign_in(name: str) -> Page:
        context.clear_cookies()
        page = context.pages[0] if context.pages else context.new_page()
        page.goto(f"{site}/demo/")
        page.get_by_role("button", name=name, exact=False).first.click()
        page.wait_for_load_state()
        assert "/demo/" not in page.url, f"could not become {name}"
        return page

    return sign_in


def picture(page: Page, name: str) -> None:
    """Save a picture for the README, when asked to: PICTURES_OF_SCHAKEL is set by ``make docs``."""
    if os.environ.get("PICTURES_OF_SCHAKEL"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=False)
