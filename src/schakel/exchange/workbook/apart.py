"""Runs in a process of its own, with little memory and time: the cells of a workbook as plain JSON.

Reads the file from standard input and writes JSON to standard output. Knows nothing of our tables, starts no Django.
"""

from __future__ import annotations

import errno
import io
import json
import re
import sys
import zipfile
from datetime import date, datetime, time
from typing import Any

MEMORY_BYTES = 700_000_000
#: From this part of it on, what went wrong went wrong for lack of memory; an ordinary workbook takes a tenth.
NEAR = 0.8
CPU_SECONDS = 20
#: Rows of one sheet that hold something, all rows of one sheet, columns, characters in a cell, characters in all.
MAX_ROWS, MAX_SEEN, MAX_COLUMNS, MAX_TEXT, MAX_ALL = 1_100, 20_000, 30, 5_001, 5_000_000
MAX_SHEETS = 40

_FORBIDDEN = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def limit() -> None:
    """Take away memory and time that reading never needs; where the system knows no such limits it goes without."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def is_plain_xml(archive: zipfile.ZipFile) -> bool:
    """Whether no part of the workbook declares a document type or entities, or hides them in another encoding."""
    for name in archive.namelist():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        with archive.open(name) as stream:
            while block := stream.read(1_000_000):
                if not tail and block[:2] in {b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0"}:
                    return False
                if _FORBIDDEN.search(tail + block):
                    return False
                tail = block[-16:]
    return True


def cells_of(data: bytes) -> dict[str, Any]:
    """Read every sheet; the answer is {"sheets": [{"title", "rows": [[number, [cell, …]], …]}]} or {"unfit": why}."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not is_plain_xml(archive):
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


def peak_bytes() -> int:
    """The most memory this process has had, as its limit counts it; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            told = re.search(r"^VmPeak:\s+(\d+) kB", status.read(), re.MULTILINE)
    except OSError:
        return 0
    return int(told[1]) * 1024 if told else 0


def why_unfit(fault: BaseException, *, peak: int) -> str:
    """What broke the reader: an entity, too little memory, or a damaged file.

    peak: the most memory the reader had. Libraries say in many ways that there is no memory left, or nothing at all, so
    what decides is how near the limit the reader came.
    """
    if "Forbidden" in type(fault).__name__:
        return "entities"
    is_said = isinstance(fault, MemoryError) or getattr(fault, "errno", None) == errno.ENOMEM
    return "too_much" if is_said or peak > NEAR * MEMORY_BYTES else "damaged"


def main() -> None:
    """Read, and answer even when the file breaks the reader."""
    limit()
    try:
        answer = cells_of(sys.stdin.buffer.read())
    except Exception as fault:
        # The frames of the reader hold what it read; without them there is memory left to say what went wrong.
        answer = {"unfit": why_unfit(fault.with_traceback(None), peak=peak_bytes())}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
