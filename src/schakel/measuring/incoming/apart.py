"""Runs in a process of its own, with little memory and time: the rows of a workbook with figures as plain JSON.

Reads the file from standard input and writes JSON to standard output. Knows nothing of our tables, starts no Django.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date, datetime
from typing import Any

from schakel.documents import apart

MEMORY_BYTES, CPU_SECONDS = 700_000_000, 60
#: Rows with something in them, all rows, columns, characters in a cell.
MAX_ROWS, MAX_SEEN, MAX_COLUMNS, MAX_TEXT = 100_100, 150_000, 12, 300


def rows_of(data: bytes) -> dict[str, Any]:
    """Read the first sheet; the answer is {"rows": [[number, [text, …]], …]} or {"unfit": why}."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not apart.is_plain_xml(archive):
            return {"unfit": "entities"}
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    page = book.worksheets[0]
    page.reset_dimensions()
    rows: list[Any] = []
    for number, row in enumerate(page.iter_rows(max_col=MAX_COLUMNS), start=1):
        cells = [text_of(cell) for cell in row]
        if any(cells):
            rows.append([number, cells])
        if len(rows) > MAX_ROWS or number > MAX_SEEN:
            return {"unfit": "too_much"}
    return {"rows": rows}


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
