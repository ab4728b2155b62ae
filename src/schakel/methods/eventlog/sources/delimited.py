"""Text with a sign between the columns, in UTF-8, UTF-16 or Windows-1252; both are seen from the bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import polars as pl

from schakel.methods.eventlog.profile import Profile
from schakel.methods.eventlog.reasons import BadLog, Reason, Reject, Unreadable
from schakel.methods.eventlog.sources import BATCH, SAMPLE, Batch, check_columns, fit
from schakel.methods.eventlog.sources.streams import CHUNK, Stream

SIGNS = ";\t,|"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class DelimitedSource:
    """A CSV file, also packed with gzip."""

    kind = "csv"

    def __init__(self, path: Path, profile: Profile | None = None) -> None:
        self._stream = Stream(path)
        given = profile.encoding if profile else ""
        self._encoding, self._is_mixed = found_encoding(self._stream, given)
        with self._stream.opened() as file, self._text(file) as text:
            first = next((line for line in text if line.strip()), "")
        self._delimiter = (profile.delimiter if profile else "") or _delimiter(first)
        self.described = {"encoding": self._encoding, "delimiter": self._delimiter}
        with self._stream.opened() as file, self._text(file) as text:
            head = next(iter(self._records(text)), None)
        if head is None:
            raise BadLog(Unreadable.EMPTY)
        self.columns = check_columns([name.strip() for name in head[1]])

    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        return self._stream.share()

    def sample(self) -> list[dict[str, str]]:
        """The first rows as text; rows that do not fit are passed by."""
        with self._stream.opened() as file, self._text(file) as text:
            rows = islice(self._records(text), 1, SAMPLE + 1)
            width = len(self.columns)
            return [dict(zip(self.columns, row, strict=True)) for _, row in rows if len(row) == width]

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All rows after the names, with these columns."""
        places = [self.columns.index(name) for name in needed]
        pick: Any = itemgetter(*places) if len(places) > 1 else lambda row: (row[places[0]],)
        width, n_sent = len(self.columns), 0
        rows: list[tuple[str, ...]] = []
        lines: list[int] = []
        rejects: list[Reject] = []
        with self._stream.opened() as file, self._text(file) as text:
            records = self._records(text)
            next(records)
            for line, row in records:
                if len(row) != width:
                    rejects.append(Reject(line, Reason.CELLS, str(len(row))))
                elif self._is_mixed and self._is_odd(row):
                    rejects.append(Reject(line, Reason.ENCODING))
                else:
                    rows.append(pick(row))
                    lines.append(line)
                if len(rows) + len(rejects) >= BATCH:
                    yield batch_of(rows, lines, needed, rejects)
                    rows, lines, rejects = [], [], []
                    n_sent += 1
        if rows or rejects or not n_sent:
            yield batch_of(rows, lines, needed, rejects)

    def _text(self, file: Any) -> io.TextIOWrapper:
        return io.TextIOWrapper(file, self._encoding, errors="surrogateescape", newline="")

    def _records(self, text: io.TextIOWrapper) -> Iterator[tuple[int, list[str]]]:
        """The rows, each with the line that it begins on; empty lines are passed by."""
        reader = csv.reader(text, delimiter=self._delimiter, strict=True)
        last = 0
        try:
            for row in reader:
                line, last = last + 1, reader.line_num
                if row:
                    yield line, row
        except csv.Error as fault:
            raise BadLog(Unreadable.QUOTES, last + 1) from fault
        except UnicodeError as fault:
            raise BadLog(Unreadable.CUT_OFF, f"regel {last}") from fault

    def _is_odd(self, row: Sequence[str]) -> bool:
        """Whether this row is written in another way than most of the file."""
        for cell in row:
            if cell.isascii():
                continue
            if any("\udc80" <= sign <= "\udcff" for sign in cell):
                return True
            if self._encoding == "cp1252":
                try:
                    cell.encode("cp1252").decode("utf-8")
                except UnicodeError:
                    continue
                return True
        return False


def batch_of(
    rows: Sequence[Sequence[str]], lines: Sequence[int], needed: Sequence[str], rejects: list[Reject]
) -> Batch:
    """Rows of text as a batch."""
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(needed)
    return batch_of_columns(cells, lines, needed, rejects)


def batch_of_columns(
    cells: Sequence[Sequence[str] | pl.Series],
    lines: Sequence[int],
    needed: Sequence[str],
    rejects: list[Reject],
) -> Batch:
    """Columns of text as a batch; rows with a NUL or an endless cell are set apart."""
    columns = {
        name: pl.Series(name, values, dtype=pl.String) for name, values in zip(needed, cells, strict=True)
    }
    frame = pl.DataFrame({**columns, "line": pl.Series(lines, dtype=pl.Int64)})
    return fit(frame, needed, rejects)


def found_encoding(stream: Stream, given: str = "") -> tuple[str, bool]:
    """How a text is written, and whether some lines are written in another way.

    Looks at all lines with signs outside ASCII: UTF-8 when most of them are, Windows-1252 otherwise.
    """
    with stream.opened() as file:
        begin = file.read(4)
        if begin.startswith(_UTF_16):
            return "utf-16", False
        n_utf8, n_other = _counted(begin, file)
    if given:
        try:
            "".encode(given)
        except LookupError as fault:
            raise BadLog(Unreadable.PROFILE, f"de codering ‘{given}’ bestaat niet") from fault
        name = "utf-8-sig" if given.lower().replace("_", "-") in {"utf-8", "utf8"} else given
        return name, n_utf8 > 0 < n_other
    return ("utf-8-sig" if n_utf8 >= n_other else "cp1252"), n_utf8 > 0 < n_other


def _counted(begin: bytes, file: io.BufferedIOBase) -> tuple[int, int]:
    """Lines outside ASCII that are UTF-8, and those that are not."""
    n_utf8, n_other, rest = 0, 0, begin
    while True:
        chunk = file.read(CHUNK)
        piece = rest + chunk
        cut = piece.rfind(b"\n") + 1 if chunk and len(piece) < 64 * CHUNK else len(piece)
        piece, rest = piece[:cut], piece[cut:]
        if not piece.isascii():
            for line in piece.splitlines():
                if line.isascii():
                    continue
                try:
                    line.decode("utf-8")
                    n_utf8 += 1
                except UnicodeDecodeError:
                    n_other += 1
        if not chunk:
            return n_utf8, n_other


def _delimiter(first: str) -> str:
    """The sign between the columns: the one that stands most often in the first line, outside quotes."""
    outside = "".join(first.split('"')[::2])
    return max(SIGNS, key=lambda sign: (outside.count(sign), -SIGNS.index(sign)))
