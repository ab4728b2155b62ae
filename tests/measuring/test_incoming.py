"""A file with figures is taken apart: what can be read becomes rows, what cannot is refused in Dutch."""

from __future__ import annotations

import io
import zipfile

import pytest

from schakel.measuring.incoming.apart import rows_of
from schakel.measuring.incoming.opening import BESIDE, CannotRead, open_file, sentence
from tests.factories.figure_files import HEAD, csv_of, workbook_of


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_file_is_read_whatever_parts_its_columns(mark: str) -> None:
    data = '\n\nIndicator;Voor;Periode;Waarde\nx;zgt;2025-01;8\n;;;\n"y";mst;2025-02;"9"\n'.replace(";", mark)
    rows = open_file(data.encode("utf-8-sig"))
    assert [(row.number, row.words["indicator"], row.words["waarde"]) for row in rows] == [
        (4, "x", "8"),
        (6, "y", "9"),
    ]


def test_a_file_of_an_old_windows_keeps_its_letters() -> None:
    rows = open_file("indicator;voor;periode;bron\nx;zgt;2025-01;financiën".encode("cp1252"))
    assert rows[0].words["bron"] == "financiën"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Dit bestand is leeg"),
        (b"naam;soort\n1;2", "geen regel met de koppen indicator, voor, periode"),
        (HEAD.encode(), "Onder de koppen staat nog niets"),
        (b"indicator;voor;periode;kleur\nx;y;2025-01;rood", "De kolom “kleur” kennen wij niet"),
        (b"indicator;voor;periode;voor\nx;y;2025-01;z", "Een kolom staat er twee keer in"),
        (b"\xd0\xcf\x11\xe0 oud", "oud Excel-bestand"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "geen Excel- of CSV-bestand"),
        (b"<html><table>", "geen Excel- of CSV-bestand"),
        (b"indicator;voor;periode\n\x00;y;2025-01".ljust(5000, b"a") + b"\x00", "geen Excel- of CSV-bestand"),
    ],
)
def test_what_is_no_file_with_figures_is_refused_in_dutch(data: bytes, reason: str) -> None:
    with pytest.raises(CannotRead, match=reason):
        open_file(data)


def test_too_many_rows_and_a_broken_line_are_refused(monkeypatch) -> None:
    monkeypatch.setattr("schakel.measuring.incoming.opening.MOST_ROWS", 2)
    with pytest.raises(CannotRead, match="Er staat te veel in dit bestand"):
        open_file(csv_of(*["x;zgt;2025-01;1;2;"] * 3))
    with pytest.raises(CannotRead, match="Er staat te veel in dit bestand"):
        open_file(csv_of(*["x;zgt;2025-01;1;2;"] * 200))
    monkeypatch.undo()
    with pytest.raises(CannotRead, match="beschadigd"):
        open_file(csv_of("x;" + "a" * 200_000))


def test_a_workbook_is_read_in_a_process_of_its_own() -> None:
    from datetime import date

    rows = open_file(workbook_of(("x", "zgt", date(2025, 1, 1), 31, 80.5), ("y", "mst", "=1+1", True, None)))
    assert rows[0].words == {
        "indicator": "x",
        "voor": "zgt",
        "periode": "2025-01-01",
        "teller": "31",
        "noemer": "80,5",
    }
    assert rows[1].words["periode"] == "=1+1"
    assert rows[1].words["teller"] == "ja"


def hide_a_row(page) -> None:
    page.row_dimensions[4].hidden = True


def hide_a_column(page) -> None:
    page.column_dimensions["D"].hidden = True


def merge(page) -> None:
    page.merge_cells("C3:C4")


def write_far_away(page) -> None:
    page["Q4"] = 12


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (hide_a_row, "Regel 4 is verborgen"),
        (hide_a_column, "Kolom D is verborgen"),
        (merge, "C3:C4 zijn samengevoegd"),
    ],
)
def test_a_workbook_that_is_not_what_it_looks_like_is_refused(change, reason: str) -> None:
    with pytest.raises(CannotRead, match=reason):
        open_file(workbook_of(("x", "zgt", "2025-01", 8, 10), ("x", "zgt", "2025-02", 9, 10), change=change))


def test_what_is_hidden_or_merged_above_the_headings_does_not_matter() -> None:
    def decorate(page) -> None:
        page.merge_cells("A1:E1")
        page.row_dimensions[1].hidden = True
        page.row_dimensions[400].hidden = True  # nothing stands there

    assert len(open_file(workbook_of(("x", "zgt", "2025-01", 8, 10), change=decorate))) == 1


def test_a_value_far_to_the_right_is_seen() -> None:
    rows = open_file(
        workbook_of(("x", "zgt", "2025-01", 8, 10), ("x", "zgt", "2025-02", 9, 10), change=write_far_away)
    )
    assert [row.words.get(BESIDE) for row in rows] == [None, "12"]


def test_a_bomb_and_a_broken_workbook_are_not_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/workbook.xml", b"0" * 200_000_000)
    with pytest.raises(CannotRead, match="veel te groot"):
        open_file(packed.getvalue())
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/workbook.xml", "geen xml")
    with pytest.raises(CannotRead, match="beschadigd"):
        open_file(broken.getvalue())


def test_the_child_refuses_entities_and_too_many_rows(monkeypatch) -> None:
    evil = io.BytesIO()
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert rows_of(evil.getvalue()) == {"unfit": "entities"}
    monkeypatch.setattr("schakel.measuring.incoming.apart.MAX_ROWS", 1)
    assert rows_of(workbook_of(("x", "zgt", "2025-01", 1, 2))) == {"unfit": "too_much"}
    assert "verwijzingen" in sentence("entities")
