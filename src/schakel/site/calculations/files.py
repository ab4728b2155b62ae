"""Tables from CSV files: what is wrong is told in Dutch, with the line, before anything is calculated."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

#: More is no table for one calculation.
MOST_BYTES = 20_000_000
MOST_LINES = 500_000
#: No figure of a care network is larger, and sums of it are still exact.
LARGEST = 1e15
SEPARATORS = ";\t,"

_POINT = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_COMMA = re.compile(r"[+-]?(\d+,\d*|,\d+)", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+", re.ASCII)


class BadFile(Exception):
    """What is wrong with a file or with what was asked of it, in words for who made it."""


@dataclass(frozen=True)
class Line:
    """One line of a table: its number in the file, and its cells by the name of their column."""

    number: int
    cells: dict[str, str]
    has_commas: bool = False

    def fault(self, words: str) -> BadFile:
        """What is wrong in this line."""
        return BadFile(f"Regel {self.number}: {words}")

    def text(self, column: str) -> str:
        """The text of a cell that has to be filled in."""
        if not self.cells.get(column):
            raise self.fault(f"‘{column}’ is leeg. Vul die kolom in.")
        return self.cells[column]

    def number_or_none(self, column: str) -> float | None:
        """The number in a cell; None when the cell is empty or the column is not there."""
        return self.number_of(column) if self.cells.get(column) else None

    def number_of(self, column: str, *, at_least: float | None = None, above: float | None = None) -> float:
        """The number in a cell: decimal point, or decimal comma where columns are separated by ; or a tab."""
        written = self.text(column)
        plain = written.replace("\N{MINUS SIGN}", "-")
        if self.has_commas and _THOUSANDS.fullmatch(plain):
            without, comma = plain.replace(".", ""), plain.replace(".", ",", 1)
            hint = f"{without} of {comma}" if plain.count(".") == 1 else without
            raise self.fault(f"‘{written}’ in kolom ‘{column}’ kan meer betekenen. Schrijf {hint}.")
        if self.has_commas and _COMMA.fullmatch(plain):
            plain = plain.replace(",", ".")
        if not _POINT.fullmatch(plain):
            raise self.fault(f"‘{shortened(written)}’ in kolom ‘{column}’ is geen getal.")
        value = float(plain)
        if abs(value) > LARGEST:
            raise self.fault(f"‘{shortened(written)}’ in kolom ‘{column}’ is te groot.")
        if at_least is not None and value < at_least:
            raise self.fault(f"‘{column}’ is {written}; dat kan niet lager zijn dan {at_least:g}.")
        if above is not None and value <= above:
            raise self.fault(f"‘{column}’ is {written}; dat moet meer zijn dan {above:g}.")
        return value

    def count_of(self, column: str, *, at_least: int = 0) -> int:
        """The whole number in a cell."""
        value = self.number_of(column, at_least=at_least)
        if value != int(value):
            raise self.fault(f"‘{column}’ is {self.cells[column]}; dat moet een heel getal zijn.")
        return int(value)


@dataclass(frozen=True)
class Table:
    """A file as it was read: the names of its columns, in small letters, and its lines."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def shortened(text: str, most: int = 40) -> str:
    """A text that fits in a message."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def read_table(path: Path, *, needs: Sequence[str], may_have: Sequence[str] = ()) -> Table:
    """Read a CSV file: UTF-8, names in the first line, separated by a comma, a ; or a tab; empty lines count not.

    needs: columns that must be there. may_have: columns that are used when they are there; all others are ignored,
    unless their name looks like one of these: then it is asked whether that was meant.
    """
    text = text_of(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = next((sign for sign in SEPARATORS if sign in first), ",")
    lines: list[Line] = []
    columns: tuple[str, ...] = ()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not columns:
                columns = names_of(cells, needs, may_have)
                continue
            line = Line(reader.line_num, dict(zip(columns, cells, strict=False)), separator != ",")
            if len(cells) != len(columns):
                raise line.fault(f"er staan {len(cells)} waarden; in de eerste regel {len(columns)} namen.")
            lines.append(line)
            if len(lines) > MOST_LINES:
                raise BadFile(f"Het bestand heeft meer dan {MOST_LINES} regels. Splits het.")
    except csv.Error as fault:
        raise BadFile(
            f"Regel {reader.line_num}: de aanhalingstekens kloppen niet, of een cel is te lang."
        ) from fault
    if not lines:
        raise BadFile("Het bestand heeft geen regels met cijfers. Zet onder de namen één regel per meting.")
    return Table(columns, tuple(lines))


def text_of(path: Path) -> str:
    """The text of a file that is not too large, and is text."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as fault:
        raise BadFile(f"Het bestand {path} is er niet.") from fault
    except OSError as fault:
        raise BadFile(f"Het bestand {path} is niet te lezen.") from fault
    if len(raw) > MOST_BYTES:
        raise BadFile(f"Het bestand is groter dan {MOST_BYTES // 1_000_000} MB. Splits het.")
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BadFile("Dit is een Excel-bestand. Bewaar het in Excel als ‘CSV UTF-8’.")
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise BadFile(
            f"Regel {line}: een teken is niet te lezen. Bewaar het bestand als UTF-8 (in Excel: ‘CSV UTF-8’)."
        ) from fault
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadFile(f"Regel {line}: hier staat een teken dat niet in een tekstbestand hoort (NUL).")
    return text


def names_of(cells: Sequence[str], needs: Sequence[str], may_have: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, when they are what is needed and each stands there once."""
    names = tuple(cell.casefold() for cell in cells)
    missing = [name for name in needs if name not in names]
    if missing:
        raise BadFile(
            f"De kolom ‘{missing[0]}’ is er niet. Nodig: {', '.join(needs)}."
            f" Gevonden: {shortened(', '.join(names), 120)}."
        )
    known = [*needs, *may_have]
    for name in names:
        if name in known and names.count(name) > 1:
            raise BadFile(f"De kolom ‘{name}’ staat er {names.count(name)} keer.")
        alike = get_close_matches(name, [other for other in may_have if other not in names], n=1, cutoff=0.75)
        if alike and name not in known:
            raise BadFile(f"De kolom ‘{shortened(name)}’ ken ik niet. Bedoelt u ‘{alike[0]}’?")
    return names
