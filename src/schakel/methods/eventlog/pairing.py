"""Two rows, one step: a row that says "begun" and a row that says "done" become one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog.machine_code import WORTH_IT, compiled

#: What a source says of a row, without capitals. Empty is a row that stands alone.
NONE, BEGUN, DONE, OTHER = 0, 1, 2, 3
_BEGUN, _DONE = ("start", "started", "begin"), ("complete", "completed", "end", "done")


@dataclass(frozen=True)
class Paired:
    """What pairing came to.

    keep: which rows remain; start, end: their moments, for all rows. n_pairs rows went up in another one;
    n_unended rows begin without an end, n_unbegun end without a beginning.
    """

    keep: NDArray[np.bool_]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    n_pairs: int
    n_unended: int
    n_unbegun: int


def transitions(column: pl.Series) -> NDArray[np.uint8]:
    """What each row says of its step: nothing, begun, done, or something else.

    >>> transitions(pl.Series(["START", "complete", "", None, "schedule"])).tolist()
    [1, 2, 0, 0, 3]
    """
    text = column.fill_null("").str.strip_chars().str.to_lowercase().alias("said")
    said = pl.col("said")
    kinds = text.to_frame().select(
        pl.when(said == "")
        .then(NONE)
        .when(said.is_in(_BEGUN))
        .then(BEGUN)
        .when(said.is_in(_DONE))
        .then(DONE)
        .otherwise(OTHER)
        .cast(pl.UInt8)
    )
    return kinds.to_series().to_numpy()


def paired(
    key: NDArray[Any], transition: NDArray[np.uint8], moment: NDArray[np.int64], end: NDArray[np.int64]
) -> Paired:
    """Join each row that says "done" with the earliest open row of the same step that says "begun".

    key: one whole number for case, activity and (where there is one) instance together; transition: see
    ``transitions``; moment, end: microseconds, one per row in the order of the source.
    A step that was begun twice and done twice pairs first with first. What stays alone takes no time.

    >>> moment = np.array([10, 30, 40])
    >>> found = paired(np.array([7, 7, 7]), np.array([1, 2, 2], np.uint8), moment, moment)
    >>> found.keep.tolist(), found.end.tolist(), found.n_pairs, found.n_unbegun
    ([True, False, True], [30, 30, 40], 1, 1)
    """
    order = np.lexsort((moment, key)).astype(np.int64)
    keep = np.ones(len(key), dtype=np.bool_)
    ends = end.copy()
    pair = compiled(_pair) if len(key) >= WORTH_IT else _pair
    n_pairs, n_unended, n_unbegun = pair(
        order, key, transition, moment, keep, ends, np.empty(len(key), np.int64)
    )
    return Paired(keep, moment, ends, int(n_pairs), int(n_unended), int(n_unbegun))


def _pair(order, key, transition, moment, keep, ends, waiting):  # type: ignore[no-untyped-def]
    """Walk through each step in order of time, with the rows that wait for their end in a queue."""
    n_pairs, n_unended, n_unbegun = 0, 0, 0
    first, last = 0, 0
    for place in range(len(order)):
        row = order[place]
        if place > 0 and key[order[place - 1]] != key[row]:
            n_unended += last - first
            first, last = 0, 0
        if transition[row] == 1:
            waiting[last] = row
            last += 1
        elif transition[row] == 2:
            if first < last:
                ends[waiting[first]] = moment[row]
                keep[row] = False
                first += 1
                n_pairs += 1
            else:
                n_unbegun += 1
    return n_pairs, n_unended + last - first, n_unbegun
