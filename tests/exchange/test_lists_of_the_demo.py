"""What people agreed to do, of the made-up network, as Excel."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from openpyxl import load_workbook

from schakel.network.models import Membership, Network
from schakel.network.rules import Role
from schakel.tenancy.context import system
from tests.factories.browsing import Browser


def test_the_lists_say_who_does_what_and_when(demo: None) -> None:
    network = Network.objects.get(slug="de-linde")
    with system(network.pk):
        manager = Membership.objects.filter(network=network, role=Role.MANAGER)[0].person
    answer = Browser(network, manager).get("excel/afspraken.xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    found: dict[str, list[Any]] = {page.title: list(page.values) for page in book.worksheets}
    assert list(found) == ["Acties", "Toezeggingen", "Voorwaarden"]
    for rows in found.values():
        assert rows[3][0].startswith("VOORBEELD.")
        assert len(rows) > 6
    assert found["Acties"][5][:4] == ("Nummer", "Initiatief", "Soort", "Wat")
    assert any(isinstance(cell, date) for row in found["Toezeggingen"] for cell in row)
    assert any(isinstance(row[5], int | float) for row in found["Toezeggingen"][6:] if row[5])
