"""Which paths of cases may be shown beside the links, so that what is left over is nobody or enough people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from schakel.carechain.rules.links import USUAL
from schakel.methods.differences import apart
from schakel.methods.disclosure import Policy

#: Paths that are listed one by one, and steps of a path that are written out.
MOST_PATHS, MOST_STEPS = 40, 40


def shown_paths(
    counts: Mapping[tuple[str, ...], int],
    n_of_link: Mapping[tuple[str, str], int],
    policy: Policy = USUAL,
    *,
    most: int = MOST_PATHS,
) -> list[tuple[str, ...]]:
    """The paths that may be shown one by one, in the order given; all others are told together.

    counts: path → cases. n_of_link: hand-overs of each link that is shown elsewhere. A path is left out when it has few
    cases, when all that are left out would be few, or when the hand-overs of a link that are in no path that is shown
    would be few.

    >>> counts = {("A", "B"): 40, ("A", "B", "C"): 12, ("B", "C"): 3}
    >>> shown_paths(counts, {("A", "B"): 52, ("B", "C"): 15})
    [('A', 'B')]
    """
    kept = dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:most])
    rest = sum(counts.values()) - sum(kept.values())
    names = apart({**kept, (): rest}, threshold=policy.threshold)
    shown = [path for path in names if path]
    while (lost := _gives_back(counts, shown, n_of_link, policy)) is not None:
        # It has enough cases itself, so all that are left out are enough too.
        shown.remove(lost)
    return [path for path in counts if path in set(shown)]


def _gives_back(
    counts: Mapping[tuple[str, ...], int],
    shown: Sequence[tuple[str, ...]],
    n_of_link: Mapping[tuple[str, str], int],
    policy: Policy,
) -> tuple[str, ...] | None:
    """The smallest path of a link of which few hand-overs would be left over; None when there is no such link."""
    left = dict(n_of_link)
    for path in shown:
        for pair in pairwise(path):
            if pair in left:
                left[pair] -= counts[path]
    few = {pair for pair, n in left.items() if 0 < n < policy.threshold}
    through = [path for path in shown if few & set(pairwise(path))]
    return min(through, key=lambda path: (counts[path], path)) if through else None


def goes_through(path: Mapping[str, Any], source: str, target: str) -> bool:
    """Whether a path goes at once from one station to another."""
    return (source, target) in set(pairwise(path["steps"]))
