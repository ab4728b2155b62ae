"""Filled-in set-up workbooks, made by code: only the cells that a test is about."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from schakel.exchange import actions
from schakel.exchange.models import WorkbookImport
from schakel.exchange.workbook.columns import EXAMPLE_COLUMN, SHEETS
from schakel.methods.workbooks import Column, Sheet, write_workbook
from schakel.network.models import Network
from schakel.people.models import Person


def make_workbook(**sheets: list[dict[str, Any]]) -> bytes:
    """A workbook with these rows, by the name of the sheet in lower case and the headings of the columns."""
    made = []
    for plan in SHEETS:
        rows = sheets.get(plan.title.lower())
        if rows is None:
            continue
        titles = [EXAMPLE_COLUMN, *(cell.title for cell in plan.cells)]
        assert all(set(row) <= set(titles) for row in rows), "a heading that the sheet does not have"
        columns = [Column(title) for title in titles]
        made.append(Sheet(plan.title, columns, [[row.get(title) for title in titles] for row in rows]))
    return write_workbook(made, title="Proef", made_at=timezone.now())


#: A small network in one workbook: three partners, two bodies, three seats, two projects.
SMALL: dict[str, list[dict[str, Any]]] = {
    "partners": [
        {"Voorbeeld?": "voorbeeld", "Naam": "Wordt niet gelezen", "Soort organisatie": "wonen"},
        {"Naam": "Ziekenhuis Oost", "Soort organisatie": "ziekenhuis", "Sleutel": "zo"},
        {"Naam": "Huisartsen Oost", "Soort organisatie": "huisartsenorganisatie"},
        {"Naam": "Gast", "Soort organisatie": "andere organisatie", "Status": "deelnemer, geen partner"},
    ],
    "groepen": [
        {"Naam": "Platform", "Soort groep": "bestuurlijk platform"},
        {"Naam": "Ouderen", "Soort groep": "themagroep", "Thema": "Ouderenzorg", "Valt onder": "Platform"},
    ],
    "zetels": [
        {"Groep": "Platform", "Partner": "Ziekenhuis Oost", "Zetel": "Voorzitter", "Voorzitter": "ja"},
        {"Groep": "platform", "Partner": "huisartsen-oost"},
        {"Groep": "Ouderen", "Achterban": "alle huisartsen", "Stemt mee": "nee"},
    ],
    "projecten": [
        {
            "Titel": "Valpreventie",
            "Stand": "Uitvoering",
            "Vorm": "Project",
            "Thema": "Ouderenzorg",
            "Groep": "Ouderen",
            "Begonnen": 2024,
            "Deden mee": "zo; Huisartsen Oost",
        },
        {
            "Titel": "Oud plan",
            "Stand": "Gestopt",
            "Besluit of reden": "Te weinig mensen",
            "Begonnen": "2019-05",
        },
    ],
}


def check(network: Network, by: Person, data: bytes) -> WorkbookImport:
    """Send a workbook."""
    return actions.check_workbook(network, by=by, filename="C:\\map\\proef.xlsx", data=data)


def bring_in(network: Network, by: Person, **sheets: Any) -> WorkbookImport:
    """Send a workbook and bring it in."""
    return actions.bring_in(check(network, by, make_workbook(**sheets)), by=by)


def faults(found: WorkbookImport) -> list[tuple[str, int, str, str]]:
    """What is wrong, as (sheet, row, column, sentence)."""
    return [
        (sheet["title"], one["row"], one["column"], one["text"])
        for sheet in found.outcome["faults"]
        for one in sheet["faults"]
    ]
