"""A browser without a screen: signed in as someone, in a network."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schakel.network.models import Network
from schakel.people.models import Person

HX = {"HX-Request": "true"}


class Browser:
    """Asks for pages of one network as one person; addresses are given below the network."""

    def __init__(self, network: Network, person: Person | None = None) -> None:
        self.network = network
        self.client = Client()
        if person is not None:
            self.client.force_login(person)

    def get(self, path: str, part: bool = False, **query: Any) -> HttpResponse:
        """Ask for a page, or for a part of it as HTMX does."""
        return self.client.get(self._at(path), query, headers=HX if part else {})

    def post(self, path: str, part: bool = False, **values: Any) -> HttpResponse:
        """Send a form, or what HTMX sends of it."""
        return self.client.post(self._at(path), values, headers=HX if part else {})

    def _at(self, path: str) -> str:
        return f"/{self.network.slug}/{path}"


def text(response: HttpResponse) -> str:
    """What the answer says; the number of a day and its month stand on one line there."""
    return re.sub(r"(?<=\d)\xa0(?=[a-z])", " ", response.content.decode())


def questions(browser: Browser, path: str) -> int:
    """How many database queries a page costs, once what is remembered between requests is remembered."""
    assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    return len(asked)
