"""Files with events as they come: what they are is seen from their bytes; rows come in batches, never all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from schakel.methods.eventlog.reasons import BadLog, Reason, Reject, Unreadable

if TYPE_CHECKING:
    import polars as pl

    from schakel.methods.eventlog.profile import Profile

#: More columns are a mistake of an export, and would cost memory before anything is read.
MOST_COLUMNS = 1_000
#: Rows that are handed on at once.
BATCH = 100_000
#: Rows that are looked at to show what was guessed.
SAMPLE = 200
#: The longest text of one cell.
LONGEST = 10_000


@dataclass(frozen=True)
class Batch:
    """Some rows: the columns that were asked for, and ``line``; and the rows that could not be taken apart."""

    frame: pl.DataFrame
    rejects: Sequence[Reject] = field(default=())


class Source(Protocol):
    """A file with events."""

    #: What it is: csv, parquet, xes or xlsx.
    kind: str
    #: The names of its columns, in order; of a XES file those that its first events have.
    columns: tuple[str, ...]
    #: How it is read: encoding, delimiter, sheet.
    described: dict[str, str]

    def sample(self) -> list[dict[str, str]]:
        """The first rows as text."""
        ...

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All rows in order, with these columns."""
        ...

    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        ...


def open_source(path: Path, profile: Profile | None = None) -> Source:
    """Open a file with events; what it is follows from its first bytes, not from its name.

    Raises BadLog when there is no such file, or nothing in it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4_096)
    except FileNotFoundError as fault:
        raise BadLog(Unreadable.MISSING, path) from fault
    except OSError as fault:
        raise BadLog(Unreadable.UNREADABLE, path) from fault
    if not head.strip():
        raise BadLog(Unreadable.EMPTY)
    if head.startswith(b"PAR1"):
        from schakel.methods.eventlog.sources.parquet import ParquetSource

        return ParquetSource(path)
    if head.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        from schakel.methods.eventlog.sources.workbook import WorkbookSource

        return WorkbookSource(path, profile)
    from schakel.methods.eventlog.sources.streams import first_bytes

    begin = first_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin.startswith(b"<"):
        from schakel.methods.eventlog.sources.xes import XesSource

        return XesSource(path)
    from schakel.methods.eventlog.sources.delimited import DelimitedSource

    return DelimitedSource(path, profile)


def fit(frame: pl.DataFrame, texts: Sequence[str], rejects: Sequence[Reject] = ()) -> Batch:
    """Rows as a batch; those that hold a NUL or an endless text in one of these columns are set apart.

    frame: with the column ``line``. rejects: what was set apart before.
    """
    import polars as pl

    if not texts:
        return Batch(frame, rejects)
    columns = pl.col(*texts)
    odd = frame.select(
        nul=pl.any_horizontal(columns.str.contains("\0", literal=True)).fill_null(False),
        long=pl.any_horizontal(columns.str.len_bytes() > LONGEST).fill_null(False),
    )
    found = list(rejects)
    for name, reason in (("nul", Reason.NUL), ("long", Reason.TOO_LONG)):
        if odd[name].any():
            is_first = odd[name] & ~odd["nul"] if name == "long" else odd[name]
            found += [Reject(line, reason) for line in frame["line"].filter(is_first).to_list()]
    keep = ~(odd["nul"] | odd["long"])
    return Batch(frame if keep.all() else frame.filter(keep), found)


def check_columns(names: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, when each stands there once and there are not too many."""
    if len(names) > MOST_COLUMNS:
        raise BadLog(Unreadable.TOO_MANY_COLUMNS, f"{len(names):,}".replace(",", "."))
    seen: set[str] = set()
    for name in names:
        if name and name in seen:
            raise BadLog(Unreadable.DOUBLE_COLUMN, name[:80])
        seen.add(name)
    return tuple(names)
