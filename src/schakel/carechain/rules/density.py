"""How many cases are where in which month, told in shades: so wide that no shade gives a small number back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from schakel.carechain.rules.links import USUAL
from schakel.methods.disclosure import Policy

#: From how many cases each shade begins; below the first there is none, whether it is nobody or a few.
SHADES = (10, 30, 100, 300, 1_000)
#: The latest months that the picture shows.
MOST_MONTHS = 36


def shade(n: int, policy: Policy = USUAL) -> int:
    """Which shade so many cases get; 0 is none.

    >>> [shade(n) for n in (0, 9, 10, 29, 30, 5_000)]
    [0, 0, 1, 1, 2, 5]
    """
    return sum(n >= most for most in SHADES) if n >= policy.threshold else 0


def shade_bounds() -> list[tuple[int, int | None]]:
    """From and up to how many cases each shade is, the last one without an end.

    >>> shade_bounds()[0], shade_bounds()[-1]
    ((10, 29), (1000, None))
    """
    return [*((first, after - 1) for first, after in pairwise(SHADES)), (SHADES[-1], None)]


def shaded(rows: Sequence[tuple[str, Sequence[int]]], policy: Policy = USUAL) -> list[dict[str, Any]]:
    """Each station with the shade of every month; one that is never shaded is left out.

    >>> shaded([("kliniek", (12, 3, 450)), ("thuis", (9, 9, 9))])
    [{'name': 'kliniek', 'shades': [1, 0, 4]}]
    """
    found = [{"name": name, "shades": [shade(n, policy) for n in counts]} for name, counts in rows]
    return [one for one in found if any(one["shades"])]
