"""What is wrong in a workbook stands at its sheet, row and column, all of it at once, in plain Dutch."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest

from schakel.exchange.tree import CannotRead
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.tenancy.context import person as looking_as
from tests.factories.network import make_partner
from tests.factories.workbooks import check, faults, make_workbook

pytestmark = pytest.mark.django_db


CELLS: dict[str, tuple[str, dict[str, Any], str]] = {
    "a kind that is none": (
        "partners",
        {"Soort organisatie": "ziekenhuus"},
        "“ziekenhuus” kan hier niet. Bedoelt u “ziekenhuis”?",
    ),
    "no name": ("partners", {"Naam": None}, "Hier ontbreekt: naam."),
    "a key with capitals": ("partners", {"Sleutel": "Mijn Sleutel"}, "zoals mijn-sleutel"),
    "a day that does not exist": (
        "partners",
        {"Partner sinds": "31-02-2024"},
        "De datum “31-02-2024” bestaat niet.",
    ),
    "a month where a day belongs": (
        "partners",
        {"Partner sinds": "2024-02"},
        "Zet een dag, zoals 14-09-2024.",
    ),
    "left without the status": ("partners", {"Uitgetreden op": "01-02-2024"}, "heeft de status uitgetreden"),
    "left before it joined": (
        "partners",
        {"Status": "uitgetreden", "Partner sinds": "01-02-2024", "Uitgetreden op": "01-02-2023"},
        "Dit eindigt vóór het begint.",
    ),
    "a number that is none": ("partners", {"Aantal organisaties": "veel"}, "geheel getal van 1 tot 10.000"),
    "a number that lost its zero": ("partners", {"KvK-nummer": 1234567}, "Maak de cel dan op als tekst"),
    "an area that is nowhere": ("partners", {"Gebieden": "Almelo"}, "“Almelo” staat niet in Schakel."),
    "a partner that is nowhere": ("partners", {"Hoort bij": "Ziekenhuis"}, "staat niet op het blad Partners"),
    "a member with a status": (
        "partners",
        {"Hoort bij": "kring", "Status": "partner"},
        "bij een lid onder een partner",
    ),
    "a text that is too long": ("partners", {"Naam": "x" * 201}, "hooguit 200 tekens"),
    "a date as a name": ("partners", {"Naam": date(2024, 1, 1)}, "er hoort tekst"),
    "a body under itself": ("groepen", {"Valt onder": "Eén"}, "Dit draait in een kring"),
    "a reserved key": ("groepen", {"Sleutel": "standaard"}, "van het platform zelf"),
    "yes or no": ("zetels", {"Stemt mee": "misschien"}, "Zet ja of nee."),
    "a theme that is nowhere": ("projecten", {"Thema": "Jeugd"}, "Er is geen thema “Jeugd”."),
    "a stage that only happens here": ("projecten", {"Stand": "Geparkeerd"}, "“Geparkeerd” kan hier niet."),
    "a year that is none": ("projecten", {"Begonnen": "vorig jaar"}, "een jaar (2024)"),
    "a follow-up of itself": ("projecten", {"Vervolg op": "Eén"}, "Dit draait in een kring"),
    "a hidden sign": ("partners", {"Naam": "a\u202eb"}, "onzichtbaar stuurteken"),
}
BASE: dict[str, dict[str, Any]] = {
    "partners": {"Naam": "Eén", "Soort organisatie": "thuiszorg"},
    "groepen": {"Naam": "Eén", "Soort groep": "panel"},
    "zetels": {"Groep": "Raad", "Partner": "Kring"},
    "projecten": {"Titel": "Eén", "Stand": "Pilot"},
}


@pytest.mark.parametrize("what", CELLS)
def test_a_wrong_cell_is_told_with_what_stands_there_and_what_may(
    what: str, network: Network, manager: Person
) -> None:
    sheet, cells, sentence = CELLS[what]
    make_partner(network, "kring", name="Kring")
    sheets = {"groepen": [{"Naam": "Raad", "Soort groep": "panel"}], sheet: [{**BASE[sheet], **cells}]}
    with looking_as(manager.pk):
        found = check(network, manager, make_workbook(**sheets))
    assert not found.is_right
    [(title, row, _column, text)] = faults(found)
    assert (title.lower(), row) == (sheet, 2)
    assert sentence in text


def test_every_fault_is_told_at_once_in_the_order_of_the_sheets(network: Network, manager: Person) -> None:
    with looking_as(manager.pk):
        found = check(
            network,
            manager,
            make_workbook(
                partners=[
                    {"Naam": "A", "Soort organisatie": "x"},
                    {"Naam": "B", "Soort organisatie": "wonen", "Sleutel": "b"},
                    {"Naam": "C", "Soort organisatie": "wonen", "Sleutel": "b"},
                ],
                zetels=[{"Groep": "Nergens", "Partner": "B"}, {"Groep": "Nergens"}],
            ),
        )
    assert [(title, row, column) for title, row, column, _text in faults(found)] == [
        ("Partners", 2, "D"),
        ("Partners", 4, "B"),
        ("Zetels", 2, "B"),
        ("Zetels", 3, "B"),
        ("Zetels", 3, "C"),
    ]
    assert found.outcome["n_faults"] == 5


@pytest.mark.parametrize(
    ("titles", "sentence"),
    [
        (["Naam"], "De koppen ontbreken."),
        (
            ["Naam *", "Soort organisatie *", "Statuss"],
            "De kop “Statuss” kennen wij niet. Bedoelt u “Status”?",
        ),
    ],
)
def test_headings_that_we_do_not_know_are_told(
    titles: list[str], sentence: str, network: Network, manager: Person
) -> None:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    page = book.worksheets[0]
    page.title = "Partners"
    page.append(titles)
    page.append(["Zorg", "wonen", "partner"])
    book.save(out)
    with looking_as(manager.pk):
        found = check(network, manager, out.getvalue())
    assert sentence in faults(found)[0][3]


def test_a_formula_and_an_excel_error_are_refused_at_their_cell(network: Network, manager: Person) -> None:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    page = book.worksheets[0]
    page.title = "Partners"
    page.append(["Naam", "Soort organisatie", "Toelichting"])
    page.append(['=A1&"x"', "wonen", "#REF!"])
    book.save(out)
    with looking_as(manager.pk):
        found = check(network, manager, out.getvalue())
    texts = [text for *_place, text in faults(found)]
    assert texts[0].startswith("Hier staat een formule.")
    assert texts[1].startswith("Hier staat een fout van Excel (#REF!).")


def test_a_workbook_without_our_sheets_says_which_ones_we_read(network: Network, manager: Person) -> None:
    from openpyxl import Workbook

    out = io.BytesIO()
    Workbook().save(out)
    with looking_as(manager.pk):
        found = check(network, manager, out.getvalue())
    assert "Wij lezen: Partners, Groepen, Zetels, Projecten." in found.outcome["general"][0]


def test_more_rows_than_a_sheet_may_have_are_refused(network: Network, manager: Person) -> None:
    rows = [{"Naam": f"P{n}", "Soort organisatie": "wonen"} for n in range(1_050)]
    with looking_as(manager.pk):
        found = check(network, manager, make_workbook(partners=rows))
    assert "meer dan 1.000 regels" in faults(found)[0][3]
    rows *= 2
    with looking_as(manager.pk), pytest.raises(CannotRead, match="te veel in dit bestand"):
        check(network, manager, make_workbook(partners=rows))
