"""The order of events: by case, then start, end and source row. Ties are thus decided the same way everywhere."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from schakel.methods.eventlog.machine_code import IS_COMPILED, WORTH_IT, compiled


def ordered(
    case: NDArray[Any], start: NDArray[np.int64], end: NDArray[np.int64], n_cases: int
) -> NDArray[np.uint32]:
    """The places of events in order of case, start, end and row.

    case: codes 0 to n_cases − 1, one per row in the order of the source; start, end: microseconds.
    Returns the row that comes at each place; empty in, empty out. Linear in the rows for rows that come by date.

    >>> case, moment = np.array([1, 0, 1, 1]), np.array([5, 9, 3, 3])
    >>> ordered(case, moment, moment, 2).tolist()
    [1, 2, 3, 0]
    """
    if not IS_COMPILED or len(case) < WORTH_IT:
        return np.lexsort((end, start, case)).astype(np.uint32)
    ends = np.cumsum(counted(case, n_cases))
    order = np.empty(len(case), dtype=np.uint32)
    compiled(_by_case)(case, ends - np.diff(ends, prepend=0), order)
    compiled(_by_moment)(order, ends, np.asarray(start), np.asarray(end))
    return order


def tied(
    order: NDArray[np.uint32], case: NDArray[Any], start: NDArray[np.int64], end: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """At which places of an order an event has case, start and end in common with one beside it.

    >>> moment = np.array([9, 4, 9, 9])
    >>> tied(np.array([1, 0, 2, 3], np.uint32), np.array([0, 0, 0, 1]), moment, moment).tolist()
    [False, True, True, False]
    """
    same = np.zeros(len(order) + 1, dtype=np.bool_)
    start, end = np.asarray(start), np.asarray(end)
    if IS_COMPILED and len(order) >= WORTH_IT:
        compiled(_find_ties)(order, case, start, end, same)
    else:
        alike = np.ones(max(len(order) - 1, 0), dtype=np.bool_)
        for column in (start, end, case):
            values = column[order]
            alike &= values[1:] == values[:-1]
        same[1 : len(alike) + 1] = alike
    return same[1:] | same[:-1]


def _find_ties(order, case, start, end, same):  # type: ignore[no-untyped-def]
    """Mark each place whose event ties with the one before it."""
    for place in range(1, len(order)):
        before, row = order[place - 1], order[place]
        same[place] = start[row] == start[before] and end[row] == end[before] and case[row] == case[before]


def counted(codes: NDArray[Any], n: int) -> NDArray[np.int64]:
    """How often each code below n occurs.

    As ``numpy.bincount``, which first makes eight bytes of every code: for a hundred million rows that is most
    of the memory that preparing a log takes.

    >>> counted(np.array([2, 0, 2], np.uint32), 4).tolist()
    [1, 0, 2, 0]
    """
    if not IS_COMPILED or len(codes) < WORTH_IT:
        return np.bincount(codes, minlength=n)
    found = np.zeros(n, np.int64)
    compiled(_count)(codes, found)
    return found


def _count(codes, found):  # type: ignore[no-untyped-def]
    """Add one for each code."""
    for row in range(len(codes)):
        found[codes[row]] += 1


def load() -> None:
    """Have the compiled functions at hand before they are needed, so that reading need not wait for them."""
    if IS_COMPILED:
        case, moment = np.zeros(2, np.uint32), np.zeros(2, np.int64)
        order = np.empty(2, dtype=np.uint32)
        compiled(_count)(case, np.zeros(1, np.int64))
        compiled(_by_case)(case, np.zeros(1, np.int64), order)
        moment.flags.writeable = False  # as those of a file are
        compiled(_by_moment)(order, np.full(1, 2), moment, moment)
        compiled(_find_ties)(order, case, moment, moment, np.zeros(3, np.bool_))


def _by_case(case, place, order):  # type: ignore[no-untyped-def]  # arrays of any kind of whole number
    """Put each row behind the rows of its case that came before."""
    for row in range(len(case)):
        at = place[case[row]]
        order[at] = row
        place[case[row]] = at + 1


def _by_moment(order, ends, start, end):  # type: ignore[no-untyped-def]
    """Sort the rows of each case by start and end, and leave rows that tie as they came."""
    begin = 0
    for case in range(len(ends)):
        stop = ends[case]
        moves = 0
        for place in range(begin + 1, stop):
            row = order[place]
            at = place
            while at > begin and moves < 64 * (stop - begin):
                before = order[at - 1]
                if start[before] < start[row] or (start[before] == start[row] and end[before] <= end[row]):
                    break
                order[at] = before
                at -= 1
                moves += 1
            order[at] = row
        if moves >= 64 * (stop - begin):
            # A long case that came in no order: sort it as a whole, from its rows as the source had them.
            rows = np.sort(order[begin:stop])
            rows = rows[np.argsort(end[rows], kind="mergesort")]
            order[begin:stop] = rows[np.argsort(start[rows], kind="mergesort")]
        begin = stop
