"""Runs in a process of its own, with little memory and time: the rows of a workbook with figures as plain JSON.

Reads the file from standard input and writes JSON to standard output. Knows nothing of our tables, starts no Django.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from typing import Any

from schakel.documents import apart

MEMORY_BYTES, CPU_SECONDS = 700_000_000, 60
#: Rows with something in them, all rows, columns, characters in a cell.
MAX_ROWS, MAX_SEEN, MAX_COLUMNS, MAX_TEXT = 100_100, 150_000, 12, 300
#: Of what nobody sees in Excel this many are told.
MAX_TOLD = 20
_HIDDEN = rb'(?=[^>]*\shidden="(?:1|true)")'
_ROW = re.compile(rb"<(?:\w+:)?row\b" + _HIDDEN + rb'[^>]*?\sr="(\d{1,7})"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\b" + _HIDDEN + rb'[^>]*?\smin="(\d{1,5})"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def rows_of(data: bytes) -> dict[str, Any]:
    """Read the first sheet; the answer is {"rows": [[number, [text, …]], …], …} or {"unfit": why}.

    Beside the rows stands what is not as it looks in Excel: "hidden_rows" (their numbers), "hidden_columns" (counted
    from 1) and "merged" (the last row and the name of a range of cells that were made one).
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not apart.is_plain_xml(archive):
            return {"unfit": "entities"}
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    page = book.worksheets[0]
    page.reset_dimensions()
    rows: list[Any] = []
    for number, row in enumerate(page.iter_rows(), start=1):
        cells = [text_of(cell) for cell in row[:MAX_COLUMNS]]
        # What stands far to the right has no heading above it: it goes along, so that it is told and not lost.
        cells += [words for cell in row[MAX_COLUMNS:] if (words := text_of(cell))][:1]
        if any(cells):
            rows.append([number, cells])
        if len(rows) > MAX_ROWS or number > MAX_SEEN:
            return {"unfit": "too_much"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = str(page._worksheet_path).lstrip("/")  # type: ignore[attr-defined]  # known of a page that is only read
        return {"rows": rows, **not_as_it_looks(archive.read(place))}


def not_as_it_looks(sheet: bytes) -> dict[str, Any]:
    """What a reader of Excel does not see, or sees in one place only; sheet: the XML of one sheet."""
    merged = [
        (int(to_row), f"{from_column.decode()}{int(from_row)}:{to_column.decode()}{int(to_row)}")
        for from_column, from_row, to_column, to_row in _MERGED.findall(sheet)
    ]
    return {
        "hidden_rows": sorted(map(int, _ROW.findall(sheet))),
        "hidden_columns": sorted(int(at) for at in _COLUMN.findall(sheet) if int(at) <= MAX_COLUMNS),
        "merged": sorted(merged)[-MAX_TOLD:],
    }


def text_of(cell: Any) -> str:
    """One cell as somebody would write it: a number with a comma, a day as year-month-day, a formula as it stands."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return repr(value).removesuffix(".0").replace(".", ",")
    return str(value)[:MAX_TEXT]


def main() -> None:
    """Read, and answer even when the file breaks the reader."""
    apart.limit(MEMORY_BYTES, CPU_SECONDS)
    try:
        answer = rows_of(sys.stdin.buffer.read())
    except Exception as fault:
        # The frames of the reader hold what it read; without them there is memory left to say what went wrong.
        peak = apart.peak_bytes()
        unfit = apart.why_unfit(fault.with_traceback(None), peak=peak, memory_bytes=MEMORY_BYTES)
        answer = {"unfit": unfit}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
