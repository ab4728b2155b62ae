"""Files with figures as people send them."""

from __future__ import annotations

import io
from collections.abc import Callable

from openpyxl import Workbook

HEAD = "indicator;voor;periode;teller;noemer;bron\n"


def csv_of(*lines: str) -> bytes:
    return (HEAD + "\n".join(lines)).encode()


def workbook_of(*rows: tuple, change: Callable | None = None) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    for row in (("Cijfers van oktober",), ("Indicator", "Voor", "Periode", "Teller", "Noemer"), *rows):
        page.append(row)
    if change is not None:
        change(page)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
