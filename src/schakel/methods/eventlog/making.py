"""One log in the making: read in batches, rejects written away, steps joined, events put in order, columns written."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.coding import narrow
from schakel.methods.eventlog.log import REJECTED
from schakel.methods.eventlog.machine_code import WORTH_IT
from schakel.methods.eventlog.pairing import paired
from schakel.methods.eventlog.profile import Profile
from schakel.methods.eventlog.reasons import WORDS, BadLog, Reason, Reject, Unreadable
from schakel.methods.eventlog.rows import Judge
from schakel.methods.eventlog.sorting import counted, load, ordered, tied
from schakel.methods.eventlog.sources import Batch, Source
from schakel.methods.eventlog.spool import Spool
from schakel.methods.workbooks import safe_text

#: Events that are handled at once when a column is written.
STEP = 1 << 20
MOST_ROWS = (1 << 32) - 2
#: Told while it works: what is being done, and how much of that is done (0 to 1).
Progress = Callable[[str, float], None]
Columns = dict[str, NDArray[Any]]


class Rejected:
    """The rows that are not used: written away with line and reason, and counted."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._out = csv.writer(self._file)
        self._out.writerow(["line", "reason", "explanation", "value"])
        self.reasons: Counter[str] = Counter()
        self.first: Reject | None = None

    def add(self, rejects: Iterable[Reject]) -> None:
        """Write these away."""
        for one in rejects:
            self.first = self.first or one
            self.reasons[one.reason.value] += 1
            self._out.writerow([one.line, one.reason.value, WORDS[one.reason], safe_text(one.value)])

    def close(self) -> None:
        """No more will come."""
        self._file.close()


@dataclass
class Making:
    """One log in the making, in a folder that nobody else knows yet.

    is_large: that it has many events is known before the first is read, so that machine code is worth having at once.
    """

    folder: Path
    source: Source
    profile: Profile
    progress: Progress
    is_large: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def make(self) -> dict[str, Any]:
        """Read, sort and write; returns the counts of the manifest."""
        judge, spool = Judge.of(self.profile), Spool(self.folder / "spool")
        rejected = Rejected(self.folder / REJECTED)
        try:
            n_read = self._read(judge, spool, rejected)
            columns = {name: spool.column(name, np.uint32) for name in spool.names}
            if "event_id" in columns and len(columns["event_id"]):
                columns = self._once_each(columns, rejected)
            if judge.has_begun:
                columns = self._joined(columns, judge)
            if not len(columns["start"]):
                raise _nothing_used(rejected.first)
            judge.settle()
            self.progress("sorteren", 0.0)
            cases, present = _recoded(columns.pop("case"), len(judge.coders["case"]))
            order = ordered(cases, columns["start"], columns["end"], len(present))
            order = self._without_doubles(columns, cases, order, rejected)
            self._write_columns(columns, cases, order, len(present), judge)
            judge.coders["case"].series().gather(present).to_frame().write_parquet(
                self.folder / "case.parquet"
            )
        finally:
            rejected.close()
            spool.close()
        del columns, order, cases
        shutil.rmtree(self.folder / "spool")
        n_rejected = rejected.reasons.total()
        return {
            "read": n_read,
            "used": n_read - n_rejected,
            "rejected": n_rejected,
            "reasons": dict(sorted(rejected.reasons.items())),
            **self.counts,
        }

    def _read(self, judge: Judge, spool: Spool, rejected: Rejected) -> int:
        """Read everything; returns how many rows that were."""
        n_read = 0
        with (
            ThreadPoolExecutor(2) as aside,
            closing(one_ahead(self.source.batches(self.profile.needed))) as rows,
        ):
            loading = aside.submit(load) if self.is_large else None
            writing = aside.submit(_put_away, spool, {})
            for batch in rows:
                numbers, rejects = judge.columns(batch)
                rejected.add(rejects)
                n_read += len(numbers["start"]) + len(rejects)
                if n_read > MOST_ROWS:
                    raise BadLog(Unreadable.TOO_MANY_ROWS)
                if loading is None and n_read >= WORTH_IT:
                    loading = aside.submit(load)  # sorting wants it, and loading it takes as long as a batch
                writing.result()
                writing = aside.submit(_put_away, spool, numbers)
                self.progress("lezen", self.source.share())
            writing.result()
        return n_read

    def _once_each(self, columns: Columns, rejected: Rejected) -> Columns:
        """Of rows with the same number of an event the first one; an empty number is no number."""
        ids = np.asarray(columns["event_id"])
        first = pl.Series(ids).is_first_distinct().to_numpy() | (ids == 0)
        rejected.add(Reject(int(line), Reason.DUPLICATE) for line in columns["row"][~first])
        return columns if first.all() else {name: column[first] for name, column in columns.items()}

    def _joined(self, columns: Columns, judge: Judge) -> Columns:
        """Rows that say "begun" and "done" as one event each."""
        step = columns["case"].astype(np.int64) * len(judge.coders["activity"]) + columns["activity"]
        if "instance" in columns:
            step = np.unique(step, return_inverse=True)[1] * np.int64(len(judge.coders["instance"]))
            step += columns["instance"]
        found = paired(step, columns["transition"], columns["start"], columns["end"])
        self.counts |= {"joined": found.n_pairs, "unended": found.n_unended, "unbegun": found.n_unbegun}
        columns = {**columns, "start": found.start, "end": found.end}
        return {name: np.asarray(column)[found.keep] for name, column in columns.items()}

    def _without_doubles(
        self, columns: Columns, cases: NDArray[Any], order: NDArray[np.uint32], rejected: Rejected
    ) -> NDArray[np.uint32]:
        """Count rows that say the same as an earlier one; take them out when the profile asks so."""
        named = [name for name in columns if name not in {"row", "transition", "instance"}]
        rows = order[tied(order, cases, columns["start"], columns["end"])]
        frame = pl.DataFrame({"case": cases[rows], **{name: columns[name][rows] for name in named}})
        first = frame.select(pl.struct(pl.all()).is_first_distinct()).to_series().to_numpy()
        double = rows[~first]
        self.counts["duplicates"] = len(double)
        if self.profile.duplicates != "reject" or not len(double):
            return order
        rejected.add(Reject(int(line), Reason.DUPLICATE) for line in np.sort(columns["row"][double]))
        out = np.zeros(len(order), dtype=np.bool_)
        out[double] = True
        return order[~out[order]]

    def _write_columns(
        self, columns: Columns, cases: NDArray[Any], order: NDArray[np.uint32], n_cases: int, judge: Judge
    ) -> None:
        """Write every column in order, and the names of its codes."""
        n_rows = len(cases)
        if len(order) < n_rows:
            cases = cases[np.sort(order)]
        offsets = np.zeros(n_cases + 1, dtype=np.int64)
        np.cumsum(counted(cases, n_cases), out=offsets[1:])
        with (self.folder / "offsets.npy").open("wb") as file:
            np.lib.format.write_array(file, offsets)
        self.counts |= {"events": len(order), "cases": n_cases, "activities": 0, "organisations": 0}
        wanted = ["start", "end", "row", "activity", "organisation"]
        wanted += [f"attribute_{at}" for at in range(len(self.profile.kept))]

        def put(name: str) -> int:
            coder = judge.coders.get(name)
            column = columns.get(name, np.zeros(n_rows, np.uint16) if coder else None)
            assert column is not None, name
            kind = narrow(len(coder)) if coder else column.dtype
            used = self._put(name, column, order, kind, 0 if coder is None else len(coder))
            if coder is not None:
                coder.series().to_frame().write_parquet(self.folder / f"{name}.parquet")
            return used

        with ThreadPoolExecutor(2) as pool:
            for number, (name, used) in enumerate(zip(wanted, pool.map(put, wanted), strict=True), 1):
                self.progress("schrijven", number / len(wanted))
                if name in {"activity", "organisation"}:
                    self.counts["activities" if name == "activity" else "organisations"] = used

    def _put(
        self, name: str, column: NDArray[Any], order: NDArray[np.uint32], kind: Any, n_codes: int
    ) -> int:
        """Write one column in order; returns how many codes other than "nothing filled in" it uses."""
        seen = np.zeros(max(n_codes, 1), dtype=np.bool_)
        shape = {"descr": np.lib.format.dtype_to_descr(kind), "fortran_order": False, "shape": (len(order),)}
        # Written, not mapped: on a full disk writing says so, where a mapped page ends the program.
        with (self.folder / f"{name}.npy").open("wb") as file:
            np.lib.format.write_array_header_1_0(file, shape)
            for at in range(0, len(order), STEP):
                piece = column[order[at : at + STEP]].astype(kind, copy=False)
                file.write(piece.data)
                if n_codes:
                    seen[piece] = True
        return int(seen[1:].sum())


def _put_away(spool: Spool, numbers: Columns) -> None:
    for name, values in numbers.items():
        spool.add(name, values.astype(np.uint32) if name == "row" else values)


def one_ahead(batches: Iterator[Batch]) -> Generator[Batch]:
    """The same batches, each read while the one before it is worked on."""
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, batches, None)
        try:
            while (batch := coming.result()) is not None:
                coming = reader.submit(next, batches, None)
                yield batch
        finally:
            coming.cancel()


def _recoded(case: NDArray[Any], n_codes: int) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Cases numbered from 0 without gaps, and the code that each had."""
    present = np.flatnonzero(counted(case, n_codes))
    if len(present) == n_codes - 1:
        return np.asarray(case) - np.uint32(1), present
    numbers = np.zeros(n_codes, dtype=np.uint32)
    numbers[present] = np.arange(len(present))
    return numbers[case], present


def _nothing_used(first: Reject | None) -> BadLog:
    if first is None:
        return BadLog(Unreadable.EMPTY)
    return BadLog(Unreadable.NOTHING_USED, f"regel {first.line}, {WORDS[first.reason]}")
