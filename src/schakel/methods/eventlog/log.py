"""A prepared log: coded columns, sorted by case, start, end and source row, mapped into memory, with a manifest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.reasons import BadLog, Unreadable

#: Another number is another layout; a log of another layout is prepared anew.
FORMAT = 1
MANIFEST = "manifest.json"
REJECTED = "rejected.csv"
TIE_RULE = "case, start, end, source row"


@dataclass(frozen=True)
class PreparedLog:
    """A prepared log that is open. Columns have one value per event, in order of case, start, end and source row.

    offsets: where each case begins, and at its end the number of events. activity, organisation: codes of names, 0
    is nothing filled in. start, end: microseconds since 1970 in UTC. row: the row of the source, counted from 0.
    """

    folder: Path
    manifest: dict[str, Any]
    offsets: NDArray[np.int64]
    activity: NDArray[Any]
    organisation: NDArray[Any]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    row: NDArray[np.uint32]

    @property
    def n_events(self) -> int:
        """How many events there are."""
        return len(self.start)

    @property
    def n_cases(self) -> int:
        """How many cases there are."""
        return len(self.offsets) - 1

    @property
    def zone(self) -> str:
        """The time zone of dates and months."""
        return str(self.manifest["time_zone"])

    @cached_property
    def activities(self) -> list[str]:
        """The names of the activities, by code."""
        return self._names("activity")

    @cached_property
    def organisations(self) -> list[str]:
        """The names of the organisations, by code; code 0 is nothing filled in."""
        return self._names("organisation")

    def case_names(self, cases: Sequence[int] | NDArray[Any] | None = None) -> list[str]:
        """The names of all cases, or of some."""
        names = pl.read_parquet(self.folder / "case.parquet")["name"]
        return list((names if cases is None else names.gather(np.asarray(cases))).to_list())

    @property
    def attributes(self) -> list[str]:
        """The columns that are kept beside an event."""
        return list(self.manifest["attributes"])

    def attribute(self, name: str) -> tuple[NDArray[Any], list[str]]:
        """The codes of an attribute, one per event, and the name of each code."""
        column = f"attribute_{self.attributes.index(name)}"
        return _mapped(self.folder / f"{column}.npy"), self._names(column)

    def _names(self, column: str) -> list[str]:
        return list(pl.read_parquet(self.folder / f"{column}.parquet")["name"].to_list())


def _mapped(path: Path) -> NDArray[Any]:
    found: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    return found


def open_log(folder: Path) -> PreparedLog:
    """Open a prepared log; nothing is read until it is asked for.

    Raises BadLog when there is none, when it has another format, or when a column lacks or has another length.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise BadLog(Unreadable.NO_LOG, folder)
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise BadLog(Unreadable.BROKEN_LOG, folder)
        names = ("offsets", "activity", "organisation", "start", "end", "row")
        columns = [_mapped(folder / f"{name}.npy") for name in names]
        n_events, n_cases = manifest["counts"]["events"], manifest["counts"]["cases"]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BadLog(Unreadable.BROKEN_LOG, folder) from fault
    if [len(column) for column in columns] != [n_cases + 1, *[n_events] * 5]:
        raise BadLog(Unreadable.BROKEN_LOG, folder)
    return PreparedLog(folder, manifest, *columns)
