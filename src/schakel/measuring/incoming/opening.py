"""Taking a file apart in rows with their number and their words by column; what is no such file is refused in Dutch."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from schakel.documents.opening import opened_apart
from schakel.methods.workbooks import MAX_BYTES, Unfit, why_unfit

CHILD = "schakel.measuring.incoming.apart"
#: The child stops itself by its limits; this is for a machine that knows no limits.
PATIENCE_SECONDS = 120
MOST_ROWS = 100_000
LONGEST_CELL = 300
#: The headings, as they stand in the template; the first three are needed.
COLUMNS = ("indicator", "voor", "periode", "teller", "noemer", "waarde", "aantal", "sd", "se", "bron")
NEEDED = COLUMNS[:3]
#: What a file that came from here has beside those: what a share comes to, and what became of the figure.
COMES_TO, STATE = "uitkomst", "stand"
#: Under this name a row keeps what stands beside the headings; no column has it.
BESIDE = ""


class CannotRead(ValueError):
    """A file in which no figures can be found, with the reason in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Row:
    """One line of a file: its number there, and its words by column."""

    number: int
    words: dict[str, str]


@dataclass(frozen=True)
class Headings:
    """The headings of a table: all that it can have, those that it needs, and those that are there to be read only."""

    known: Sequence[str]
    needed: Sequence[str]
    told: Sequence[str] = ()

    def are_in(self, cells: Sequence[str]) -> bool:
        """Whether a line is the one with the headings."""
        return {cell.strip().casefold() for cell in cells} >= set(self.needed)


FIGURES = Headings(COLUMNS, NEEDED, (COMES_TO, STATE))


def open_file(data: bytes) -> list[Row]:
    """Read the rows of a file with figures; raises CannotRead with the reason in Dutch."""
    rows = [row for row in open_table(data, FIGURES) if not _was_hidden(row)]
    if not rows:
        raise CannotRead(_nothing_yet())
    return rows


def open_table(data: bytes, headings: Headings) -> list[Row]:
    """Read the rows of a CSV file or a workbook with these headings; raises CannotRead with the reason in Dutch."""
    unfit = why_unfit(data)
    if unfit is None:
        answer = opened_apart(CHILD, data, seconds=PATIENCE_SECONDS)
        if "unfit" in answer:
            raise CannotRead(sentence(answer["unfit"]))
        lines = [(number, cells) for number, cells in answer["rows"]]
        found = _rows(lines, headings)
        below = next((number for number, cells in lines[:50] if headings.are_in(cells)), 0)
        if unlike := _unlike(answer, below=below):
            raise CannotRead(unlike)
        return found
    if unfit != Unfit.PLAIN_TEXT:
        raise CannotRead(sentence(unfit))
    return _rows(_lines(data, headings), headings)


def _lines(data: bytes, headings: Headings) -> list[tuple[int, list[str]]]:
    """The lines of a CSV file, parted by semicolons, commas or tabs: what the first line with a heading uses."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise CannotRead(sentence(Unfit.OTHER))
    needed = headings.needed[-1]
    head = next((line for line in text.splitlines() if needed in line.lower()), "")
    mark = max(";\t,", key=head.count)
    found = []
    try:
        for cells in (reader := csv.reader(io.StringIO(text, newline=""), delimiter=mark)):
            if any(cell.strip() for cell in cells):
                found.append((reader.line_num, [cell[:LONGEST_CELL].strip() for cell in cells]))
            if len(found) > MOST_ROWS + 100:
                raise CannotRead(sentence("too_much"))
    except csv.Error:
        raise CannotRead(sentence(Unfit.DAMAGED)) from None
    return found


def _unlike(answer: dict[str, Any], *, below: int) -> str:
    """Why a workbook would be read otherwise than it looks in Excel; empty when it is as it looks."""
    filled = {number for number, _cells in answer["rows"]}
    if hidden := [row for row in answer["hidden_rows"] if row > below and row in filled]:
        words = _(
            "Regel %(row)d is verborgen of weggefilterd, dus u ziet niet wat daar staat. "
            "Maak alle regels zichtbaar, haal weg wat niet mee moet en stuur het bestand opnieuw."
        )
        return words % {"row": hidden[0]}
    if answer["hidden_columns"]:
        words = _("Kolom %(column)s is verborgen. Maak alle kolommen zichtbaar en stuur het bestand opnieuw.")
        return words % {"column": get_column_letter(answer["hidden_columns"][0])}
    if merged := [place for last, place in answer["merged"] if last > below]:
        words = _(
            "De cellen %(place)s zijn samengevoegd, dus het is niet duidelijk bij welke regel dat hoort. "
            "Hef het samenvoegen op, vul elke regel in en stuur het bestand opnieuw."
        )
        return words % {"place": merged[0]}
    return ""


def _nothing_yet() -> str:
    return _("Onder de koppen staat nog niets. Vul het sjabloon in.")


def _rows(lines: Sequence[tuple[int, list[str]]], headings: Headings) -> list[Row]:
    at = next((at for at, (_number, cells) in enumerate(lines[:50]) if headings.are_in(cells)), None)
    if at is None:
        needed = ", ".join(headings.needed)
        raise CannotRead(
            _("Er is geen regel met de koppen %(needed)s. Begin met het sjabloon.") % {"needed": needed}
        )
    names = [cell.strip().casefold() for cell in lines[at][1]]
    unknown = [name for name in names if name and name not in {*headings.known, *headings.told}]
    if unknown:
        words = _("De kolom “%(name)s” kennen wij niet. Kolommen zijn: %(known)s.")
        raise CannotRead(words % {"name": unknown[0][:60], "known": ", ".join(headings.known)})
    if len({name for name in names if name}) < len([name for name in names if name]):
        raise CannotRead(_("Een kolom staat er twee keer in."))
    rows = [Row(number, _words(names, cells)) for number, cells in lines[at + 1 :]]
    rows = [row for row in rows if row.words]
    if not rows:
        raise CannotRead(_nothing_yet())
    if len(rows) > MOST_ROWS:
        raise CannotRead(sentence("too_much"))
    return rows


def _words(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The words of one line by column; the first that has no heading above it stands under ``BESIDE``."""
    words: dict[str, str] = {}
    for name, cell in zip(chain(names, repeat(BESIDE)), cells, strict=False):
        if cell:
            words.setdefault(name, cell)
    return words


def _was_hidden(row: Row) -> bool:
    """Whether a row that came from here is about too few people to show, and nobody filled it in since."""
    told = {row.words.pop(name, "") for name in (COMES_TO, STATE)}
    return _("verborgen") in told and not set(row.words) - {*NEEDED, "bron"}


def sentence(unfit: str) -> str:
    """Why a file is not taken, and what to do then."""
    sentences: dict[str, str] = {
        Unfit.EMPTY: _("Dit bestand is leeg."),
        Unfit.TOO_BIG: _("Dit bestand is groter dan %(mb)d MB.") % {"mb": MAX_BYTES // 1_000_000},
        Unfit.OLD_EXCEL: _("Dit is een oud Excel-bestand (.xls). Sla het op als “Excel-werkmap (.xlsx)”."),
        Unfit.LOCKED: _("Op dit bestand zit een wachtwoord. Haal dat eraf en stuur het opnieuw."),
        Unfit.MACROS: _(
            "In dit bestand zitten macro’s. Sla het op als “Excel-werkmap (.xlsx)”, zonder macro’s."
        ),
        Unfit.BINARY_WORKBOOK: _(
            "Dit is een binaire werkmap (.xlsb). Sla het op als “Excel-werkmap (.xlsx)”."
        ),
        Unfit.OPEN_DOCUMENT: _(
            "Dit is een OpenDocument-bestand. Sla het op als “Excel-werkmap (.xlsx)” of CSV."
        ),
        Unfit.BOMB: _("Dit bestand wordt bij het openen veel te groot. Zo’n bestand openen wij niet."),
        Unfit.DAMAGED: _("Dit bestand is beschadigd. Sla het opnieuw op en probeer het nog eens."),
        "entities": _(
            "In dit bestand zitten verwijzingen die er niet horen. Maak het opnieuw met ons sjabloon."
        ),
        "too_much": _("Er staat te veel in dit bestand. Er passen 100.000 regels en 12 kolommen in."),
    }
    return sentences.get(
        unfit, _("Dit is geen Excel- of CSV-bestand. Stuur een bestand dat eindigt op .xlsx of .csv.")
    )
