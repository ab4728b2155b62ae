"""Excel: looked at before it is opened, then read row by row; days become moments as they are written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from schakel.methods.eventlog.profile import Profile
from schakel.methods.eventlog.reasons import UNFIT_WORDS, BadLog, Reason, Reject, Unreadable
from schakel.methods.eventlog.sources import BATCH, SAMPLE, Batch, check_columns
from schakel.methods.eventlog.sources.delimited import batch_of
from schakel.methods.workbooks import MAX_BYTES, why_unfit


class WorkbookSource:
    """The first sheet of an Excel workbook, or the one that the profile names; the first row has the names."""

    kind = "xlsx"

    def __init__(self, path: Path, profile: Profile | None = None) -> None:
        with path.open("rb") as file:
            self._data = file.read(MAX_BYTES + 1)
        if unfit := why_unfit(self._data):
            raise BadLog(Unreadable.WORKBOOK, UNFIT_WORDS[unfit])
        self._sheet = profile.sheet if profile else ""
        self._n_read, self._n = 0, 1
        head = next(self._rows(), None)
        if head is None:
            raise BadLog(Unreadable.EMPTY)
        while head[1] and not head[1][-1]:
            head[1].pop()
        self._first = head[0]
        self.columns = check_columns(head[1])
        self.described = {"sheet": self._sheet}

    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        return min(1.0, self._n_read / max(self._n, 1))

    def sample(self) -> list[dict[str, str]]:
        """The first rows as text."""
        return [dict(zip(self.columns, row, strict=False)) for _, row in islice(self._rows(), 1, SAMPLE + 1)]

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All rows below the names, with these columns."""
        places = [self.columns.index(name) for name in needed]
        width, n_sent = len(self.columns), 0
        rows: list[list[str]] = []
        lines: list[int] = []
        rejects: list[Reject] = []
        for line, row in islice(self._rows(), 1, None):
            if any(row[width:]):
                rejects.append(Reject(line, Reason.CELLS, str(len(row))))
            else:
                row += [""] * (width - len(row))
                rows.append([row[place] for place in places])
                lines.append(line)
            self._n_read = line
            if len(rows) + len(rejects) >= BATCH:
                yield batch_of(rows, lines, needed, rejects)
                rows, lines, rejects = [], [], []
                n_sent += 1
        if rows or rejects or not n_sent:
            yield batch_of(rows, lines, needed, rejects)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Rows that hold something, with their number in Excel."""
        try:
            book = load_workbook(io.BytesIO(self._data), read_only=True, data_only=True, keep_links=False)
        except Exception as fault:  # openpyxl raises whatever it meets in a damaged file
            raise BadLog(Unreadable.WORKBOOK, "beschadigd") from fault
        try:
            if self._sheet and self._sheet not in book.sheetnames:
                raise BadLog(Unreadable.WORKBOOK, f"geen blad ‘{self._sheet}’")
            self._sheet = self._sheet or book.sheetnames[0]
            page = book[self._sheet]
            self._n = page.max_row or 1
            page.reset_dimensions()
            for number, cells in enumerate(page.iter_rows(values_only=True), start=1):
                row = [_text(cell) for cell in cells]
                if any(row):
                    yield number, row
        except (ValueError, KeyError, SyntaxError, AttributeError, OSError) as fault:
            raise BadLog(Unreadable.WORKBOOK, "beschadigd") from fault
        finally:
            book.close()


def _text(cell: Any) -> str:
    """What one cell holds, as text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="microseconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
