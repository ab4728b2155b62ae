"""Every page that a demo person can reach by clicking answers, and says that the network is made up."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from django.test import Client

from schakel.people.models import Person
from tests.examples import IS_NIGHT

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]

#: Who manages, who must consent, who must rate, who only reads; secretary and lead walk in a browser.
WALKERS = [
    "netwerkmanager@de-linde.example",
    "carla@de-linde.example",
    "joris@de-linde.example",
    "els@de-linde.example",
]
if IS_NIGHT:
    WALKERS += [f"{name}@de-linde.example" for name in ("daan", "margreet", "ilse", "kees")]
#: Pages of one shape: the first walker looks at several rows of each list, the others at one; the access matrix asks
#: every address for every role besides.
OF_A_SHAPE, OF_A_SHAPE_FOR_THE_FIRST = 1, 3
AT_MOST_PAGES = 220


class Links(HTMLParser):
    """Collects the addresses of links and of parts that are fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep what leads to another page."""
        for name, value in attributes:
            if value and ((tag == "a" and name == "href") or name == "hx-get"):
                self.found.append(value)


def links(page: str) -> list[str]:
    parser = Links()
    parser.feed(page)
    return [link.split("#")[0] for link in parser.found if link.startswith("/de-linde/")]


def shape(path: str) -> str:
    """An address without what differs from row to row."""
    path = re.sub(r"[IBO]-\d{4}-\d+", "NUMMER", path.split("?")[0])
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", path)
    return re.sub(
        r"(gremia|partners|overeenkomsten|screening|kijk|gebieden|themas)/[a-z0-9-]+/", r"\1/NAAM/", path
    )


def signed_in(email: str) -> Client:
    client = Client()
    person = Person.objects.get(email=email)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("email", WALKERS)
def test_every_page_that_a_person_can_click_to_answers(email: str) -> None:
    client = signed_in(email)
    at_most = OF_A_SHAPE_FOR_THE_FIRST if email == WALKERS[0] else OF_A_SHAPE
    seen: set[str] = set()
    shapes: Counter[str] = Counter()
    waiting = ["/de-linde/"]
    while waiting and len(seen) < AT_MOST_PAGES:
        path = waiting.pop(0)
        if path in seen or shapes[shape(path)] >= at_most:
            continue
        seen.add(path)
        shapes[shape(path)] += 1
        answer = client.get(path, headers={"host": "testserver"})
        assert answer.status_code in {200, 302, 403, 404, 405}, (path, answer.status_code)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = answer.content.decode()
            if "<html" in page:
                assert "voorbeeld" in page.lower(), path
            waiting += links(page)
    assert len(shapes) >= 15


def test_the_example_marker_stands_on_the_pages_of_made_up_networks_and_not_on_those_of_real_ones() -> None:
    client = signed_in("netwerkmanager@de-linde.example")
    assert "voorbeeld" in client.get("/de-linde/over/").content.decode().lower()
    band = client.get("/zenderen/over/").content.decode().split("</header>")[0].lower()
    assert "voorbeeld" not in band


@pytest.mark.parametrize("path", ["", "initiatieven/", "gremia/", "besluiten/", "partners/", "overleggen/"])
def test_an_outsider_does_not_find_the_network(path: str) -> None:
    assert signed_in("otto@de-wilg.example").get(f"/de-linde/{path}").status_code == 404


def test_an_outsider_reads_what_the_network_shows_to_anyone() -> None:
    assert signed_in("otto@de-wilg.example").get("/de-linde/over/").status_code == 200


@pytest.mark.parametrize("slug", ["nieuwegein", "stad-en-ommeland", "twente-beter", "zenderen"])
def test_the_demo_account_reads_the_real_networks(slug: str) -> None:
    client = signed_in("netwerkmanager@de-linde.example")
    for path in ("", "initiatieven/", "gremia/", "besluiten/", "partners/", "over/"):
        assert client.get(f"/{slug}/{path}").status_code == 200, path


def test_the_steps_of_a_real_network_say_that_nobody_measures_them_yet() -> None:
    page = (
        signed_in("netwerkmanager@de-linde.example").get("/stad-en-ommeland/meten/themas/").content.decode()
    )
    assert "6 stappen zonder maat" in page
    assert page.count("Nog geen maat.") == 6
    assert "onze lezing van de bron" in page


def test_everyone_has_a_start_page() -> None:
    for person in Person.objects.filter(demo_network="de-linde"):
        assert signed_in(person.email).get("/de-linde/").status_code == 200, person
