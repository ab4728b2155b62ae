"""Figures that may be asked in many ways: no two of the answers may differ by few people.

Who sees a count of half a year and one of five months, subtracts them. So a count is divided into blocks of periods,
and its people by what sets them apart, such that every part holds nobody or enough people. A sum is shown only when it
is made of whole parts; the difference of two such sums is made of whole parts too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from itertools import accumulate
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
    up_to = [list(accumulate(row, initial=0)) for row in rows]
    return _ends(
        len(rows[0]) if rows else 0,
        lambda begin, end: _is_safe([sums[end] - sums[begin] for sums in up_to], threshold),
    )


def block_ends_of_people(
    rows: Sequence[Sequence[Collection[Hashable]]], *, threshold: int = PUBLIC_THRESHOLD
) -> list[int]:
    """Where the periods may be cut when somebody may be there in several of them: who comes twice is one person.

    rows: for each thing that was counted the people of each period, oldest first. The same as ``block_ends`` otherwise.

    >>> block_ends_of_people([[range(10), range(5), range(5, 12), range(12)]])
    [1, 3, 4]
    >>> block_ends_of_people([[range(6), range(6), range(6)]])
    [3]
    """

    def people(row: Sequence[Collection[Hashable]], begin: int, end: int) -> int:
        return len(set().union(*row[begin:end]))

    return _ends(
        len(rows[0]) if rows else 0,
        lambda begin, end: _is_safe([people(row, begin, end) for row in rows], threshold),
    )


def _ends(n: int, is_safe: Callable[[int, int], bool]) -> list[int]:
    """The most cuts of n periods from the left; is_safe: whether the periods from a begin up to an end may be one."""
    ends = [0]
    for end in range(1, n + 1):
        if is_safe(ends[-1], end):
            ends.append(end)
    while len(ends) > 1 and ends[-1] != n:
        ends.pop()
        if is_safe(ends[-1], n):
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
