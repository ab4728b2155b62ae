"""Figures that may be asked in many ways: no two of the answers may differ by few people.

Who sees a count of half a year and one of five months, subtracts them. So a count is divided into blocks of periods,
and its people by what sets them apart, such that every part holds nobody or enough people. A sum is shown only when it
is made of whole parts; the difference of two such sums is made of whole parts too.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from schakel.methods.disclosure import PUBLIC_THRESHOLD

Value = TypeVar("Value", bound=Hashable)


def block_ends(rows: Sequence[Sequence[int]], *, threshold: int = PUBLIC_THRESHOLD) -> list[int]:
    """Where the periods of a count may be cut, so that each row has nobody or enough people in every block.

    rows: for each group of people the count per period, oldest first, all equally long. threshold: whole people.
    Returns the number of periods before each cut, in order, the last one being all of them; the most cuts that are
    possible from the left, and what is left over at the end joins the block before it. Without periods: nothing.
    Groups that are small altogether belong in another group first (see ``apart``); with them there is one block.

    >>> block_ends([[12, 4, 5, 3, 20, 0]])
    [1, 4, 5, 6]
    >>> block_ends([[12, 4, 5, 3, 20], [0, 30, 1, 0, 9]])
    [1, 5]
    """
    n = len(rows[0]) if rows else 0
    ends, sums = [0], [0] * len(rows)
    for at in range(n):
        sums = [known + row[at] for known, row in zip(sums, rows, strict=True)]
        if _is_safe(sums, threshold):
            ends.append(at + 1)
            sums = [0] * len(rows)
    while len(ends) > 1 and ends[-1] != n:
        ends.pop()
        if _is_safe([sum(row[ends[-1] :]) for row in rows], threshold):
            ends.append(n)
    return ends[1:] if len(ends) > 1 else [n][:n]


def _is_safe(sums: Sequence[int], threshold: int) -> bool:
    return all(one == 0 or one >= threshold for one in sums)


def apart(counts: Mapping[Value, int], *, threshold: int = PUBLIC_THRESHOLD) -> list[Value]:
    """Which groups of people may be shown by themselves; all others together are nobody or enough people.

    counts: people in each group; groups do not overlap. Returns the groups in the order given; when those that are too
    small are together still too few, the smallest of the others joins them.

    >>> apart({"Noord": 40, "Oost": 12, "West": 3})
    ['Noord']
    >>> apart({"Noord": 40, "Oost": 12, "West": 6, "Zuid": 7})
    ['Noord', 'Oost']
    """
    shown = [name for name, n in counts.items() if n >= threshold]
    rest = sum(n for n in counts.values() if n < threshold)
    for name in sorted(shown, key=lambda one: counts[one]):
        if _is_safe([rest], threshold):
            break
        rest += counts[name]
        shown.remove(name)
    return shown if _is_safe([rest], threshold) else []
