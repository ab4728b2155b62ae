"""Runs in a process of its own, with little memory and time: the cells of a workbook as plain JSON.

Reads the file from standard input and writes JSON to standard output. Knows nothing of our tables, starts no Django.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date, datetime, time
from typing import Any

from schakel.documents import apart

#: An ordinary workbook takes a tenth of it.
MEMORY_BYTES = 700_000_000
CPU_SECONDS = 20
#: Rows of one sheet that hold something, all rows of one sheet, columns, characters in a cell, characters in all.
MAX_ROWS, MAX_SEEN, MAX_COLUMNS, MAX_TEXT, MAX_ALL = 1_100, 20_000, 30, 5_001, 5_000_000
MAX_SHEETS = 40


def cells_of(data: bytes) -> dict[str, Any]:
    """Read every sheet; the answer is {"sheets": [{"title", "rows": [[number, [cell, …]], …]}]} or {"unfit": why}."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not apart.is_plain_xml(archive):
            return {"unfit": "entities"}
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    if len(book.worksheets) > MAX_SHEETS:
        return {"unfit": "too_much"}
    budget, sheets = MAX_ALL, []
    for page in book.worksheets:
        page.reset_dimensions()
        rows: list[Any] = []
        for number, row in enumerate(page.iter_rows(max_col=MAX_COLUMNS), start=1):
            cells = [cell_of(cell) for cell in row]
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                rows.append([number, cells])
                budget -= sum(len(str(cell[1])) for cell in cells if cell)
            if len(rows) > MAX_ROWS or number > MAX_SEEN or budget < 0:
                return {"unfit": "too_much", "sheet": page.title}
        sheets.append({"title": page.title, "rows": rows})
    return {"sheets": sheets}


def cell_of(cell: Any) -> list[Any] | None:
    """One cell as [sign, value]: s text, n number, d day, b yes or no, f formula, e error; None when empty."""
    value = cell.value
    if value is None or value == "":
        return None
    kind = cell.data_type
    if kind in {"f", "e"}:
        return [kind, str(value)[:200]]
    if isinstance(value, bool):
        return ["b", value]
    if isinstance(value, datetime):
        return ["d", value.date().isoformat()]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    if isinstance(value, time):
        return ["s", value.isoformat()]
    if isinstance(value, int | float):
        return ["n", value]
    return ["s", str(value)[:MAX_TEXT]]


def why_unfit(fault: BaseException, *, peak: int) -> str:
    """What broke the reader: an entity, too little memory, or a damaged file; peak: the most memory it had."""
    return apart.why_unfit(fault, peak=peak, memory_bytes=MEMORY_BYTES)


def main() -> None:
    """Read, and answer even when the file breaks the reader."""
    apart.limit(MEMORY_BYTES, CPU_SECONDS)
    try:
        answer = cells_of(sys.stdin.buffer.read())
    except Exception as fault:
        # The frames of the reader hold what it read; without them there is memory left to say what went wrong.
        answer = {"unfit": why_unfit(fault.with_traceback(None), peak=apart.peak_bytes())}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
