"""Excel workbooks: safe when made, and looked at before they are opened. Values in, bytes or a reason out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import save_workbook

from schakel.methods.archives import Unsafe, names_in, why_unsafe

#: With these a text begins to live in a spreadsheet (ASVS 5.0.0, requirement 1.2.10).
LIVE = ("=", "+", "-", "@", "\t", "\r", "\0")
#: Signs that XML cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: What one cell of Excel holds.
LONGEST_TEXT = 32_767

MAX_BYTES = 10_000_000


class Unfit(StrEnum):
    """Why a file is not opened as a workbook."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    OLD_EXCEL = "old_excel"
    LOCKED = "locked"
    WEB_PAGE = "web_page"
    PLAIN_TEXT = "plain_text"
    OPEN_DOCUMENT = "open_document"
    WORD = "word"
    BINARY_WORKBOOK = "binary_workbook"
    MACROS = "macros"
    BOMB = "bomb"
    DAMAGED = "damaged"
    OTHER = "other"


#: What an archive that may not be opened is called here; all else that is unsafe is a bomb.
UNSAFE = {
    Unsafe.DAMAGED: Unfit.DAMAGED,
    Unsafe.FOLLOWED: Unfit.DAMAGED,
    Unsafe.LEADS_OUT: Unfit.DAMAGED,
    Unsafe.LOCKED: Unfit.LOCKED,
}


def why_unfit(data: bytes) -> Unfit | None:
    """Say why these bytes are not opened as an Excel workbook, or None; looks only at the directory of the file.

    data: the whole file as it was sent. Nothing is unpacked, so a bomb costs nothing.

    >>> why_unfit(b""), why_unfit(b"naam;soort")
    (<Unfit.EMPTY: 'empty'>, <Unfit.PLAIN_TEXT: 'plain_text'>)
    """
    if not data.strip():
        return Unfit.EMPTY
    if len(data) > MAX_BYTES:
        return Unfit.TOO_BIG
    if not data.startswith(b"PK"):
        return _what_else(data)
    if unsafe := why_unsafe(data):
        return UNSAFE.get(unsafe, Unfit.BOMB)
    return _kind(names_in(data))


def _what_else(data: bytes) -> Unfit:
    """What a file is that is no zip archive."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Unfit.LOCKED if "EncryptedPackage".encode("utf-16-le") in data else Unfit.OLD_EXCEL
    head = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta")):
        return Unfit.WEB_PAGE
    try:
        data[:4_000].decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        is_cut = fault.start > 3_990
        if not is_cut and not re.fullmatch(rb"[\t\n\r\x20-\x7e\x80-\xff]+", data[:4_000]):
            return Unfit.OTHER
    return Unfit.OTHER if b"\0" in data[:4_000] else Unfit.PLAIN_TEXT


def _kind(names: Sequence[str]) -> Unfit | None:
    """What is in an archive, by the names of its members; None for a workbook without macros."""
    if len({name.lower() for name in names}) < len(names):
        return Unfit.DAMAGED
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return Unfit.MACROS
    if "xl/workbook.xml" in names and "[Content_Types].xml" in names:
        return None
    if "xl/workbook.bin" in names:
        return Unfit.BINARY_WORKBOOK
    if "word/document.xml" in names:
        return Unfit.WORD
    return Unfit.OPEN_DOCUMENT if "content.xml" in names else Unfit.OTHER


def safe_text(text: str) -> str:
    """Write a text so that no spreadsheet takes it for a formula, without signs that a workbook cannot hold.

    >>> safe_text("=1+1"), safe_text("+31 74"), safe_text("\\x1f=1+1"), safe_text("gewoon")
    ("'=1+1", "'+31 74", "'=1+1", 'gewoon')
    """
    kept = _UNWRITABLE.sub("", text)  # first: what stands behind an unwritable sign would begin to live
    kept = f"'{kept}" if kept.startswith(LIVE) else kept
    return kept if len(kept) <= LONGEST_TEXT else f"{kept[: LONGEST_TEXT - 1]}…"


def meant_text(text: str) -> str:
    """Read back what ``safe_text`` wrote: the sign that kept a text from living is taken off.

    >>> meant_text("'=1+1"), meant_text("'s-Gravenhage")
    ('=1+1', "'s-Gravenhage")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(LIVE) else text


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in characters, and which values a cell offers.

    offers: a range such as ``Keuzes!$A$2:$A$9`` whose values a drop-down list shows; hint: shown beside the cell.
    is_strict: nothing else than the offered values is taken.
    """

    title: str
    width: int = 20
    offers: str = ""
    hint: str = ""
    is_strict: bool = True


@dataclass(frozen=True)
class Sheet:
    """One sheet: lines above the table, a frozen heading, rows of plain values.

    rows: text, whole numbers, Decimal (shown as an amount), date, datetime, bool or None. A text is always text.
    n_pale: so many rows on top are shown pale: examples. n_ready: for so many rows the drop-down lists are there.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    above: Sequence[str] = ()
    n_pale: int = 0
    n_ready: int = 0


def write_workbook(sheets: Iterable[Sheet], *, title: str, made_at: datetime) -> bytes:
    """Write an Excel workbook in which no text can live.

    made_at: when, for the properties of the file (a moment with or without zone; the zone is left out).
    Returns the bytes of an .xlsx file. Without sheets raises ValueError, for Excel cannot open that.
    """
    book = Workbook()
    book.properties.title, book.properties.creator = safe_text(title), "Schakel"
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    if not book.worksheets:
        raise ValueError("A workbook needs a sheet.")
    out = io.BytesIO()
    save_workbook(book, out)
    return out.getvalue()


_BOLD, _HEAD = Font(bold=True), PatternFill("solid", start_color="EBE5D8")
_PALE, _TOP = Font(color="767676", italic=True), Alignment(vertical="top", wrap_text=True)


def _write(page: Worksheet, sheet: Sheet) -> None:
    for number, line in enumerate(sheet.above, start=1):
        _put(page.cell(number, 1), line)
        if number == 1:
            page.cell(1, 1).font = Font(bold=True, size=14)
    head = len(sheet.above) + (2 if sheet.above else 1)
    for place, column in enumerate(sheet.columns, start=1):
        cell = page.cell(head, place)
        _put(cell, column.title)
        cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _TOP
        page.column_dimensions[get_column_letter(place)].width = column.width
    n_rows = 0
    for n_rows, row in enumerate(sheet.rows, start=1):
        for place, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = page.cell(head + n_rows, place)
            _put(cell, value)
            if n_rows <= sheet.n_pale:
                cell.font = _PALE
    page.freeze_panes = f"B{head + 1}"
    if n_rows and not sheet.n_ready:
        page.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.columns))}{head + n_rows}"
    page.print_title_rows = f"{head}:{head}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _offer(page, sheet, head)


def _put(cell: Cell | MergedCell, value: Any) -> None:
    """Put one value in a cell, a text as text and nothing else."""
    assert isinstance(cell, Cell), "we merge no cells"
    if isinstance(value, bool):
        value = "ja" if value else "nee"
    if isinstance(value, str):
        cell.value = safe_text(value)
        cell.data_type = "s"
    elif isinstance(value, datetime):
        cell.value, cell.number_format = value.replace(tzinfo=None), "dd-mm-yyyy hh:mm"
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "dd-mm-yyyy"
    elif isinstance(value, Decimal):
        cell.value, cell.number_format = value, "#,##0.00"
    elif isinstance(value, int | float):
        cell.value, cell.number_format = value, "0" if isinstance(value, int) else "0.##"
    else:
        raise TypeError(f"A cell holds text, a number or a day, not {type(value).__name__}.")


def _offer(page: Worksheet, sheet: Sheet, head: int) -> None:
    """The drop-down lists and hints, for as many rows as somebody may fill in."""
    for place, column in enumerate(sheet.columns, start=1):
        if not sheet.n_ready or not (column.offers or column.hint):
            continue
        rule = DataValidation(
            type="list" if column.offers else None,
            formula1=column.offers or None,
            allow_blank=True,
            showErrorMessage=bool(column.offers and column.is_strict),
            showInputMessage=bool(column.hint),
        )
        rule.errorTitle, rule.error = "Dit kan hier niet", "Kies uit de lijst."
        rule.promptTitle, rule.prompt = column.title[:32], column.hint[:255] or None
        letter = get_column_letter(place)
        rule.add(f"{letter}{head + 1}:{letter}{head + sheet.n_ready}")
        page.add_data_validation(rule)
