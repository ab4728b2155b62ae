"""Small numbers: which statistics about people and money may be shown, and nothing left of those that may not.

``released`` is the only way out. It is hidden when fewer than the threshold are counted, or fewer than the threshold
are left out (the complement); when a sensitive trait is shared by nobody or by everybody; when one or two parties make
up a sum of money; and when a total, a mean or a centre line would give a hidden cell back.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

#: Fewer people than this are not shown to everyone (ONS longitudinal study and CBS microdata practice: 10).
PUBLIC_THRESHOLD = 10
#: No decision goes below this: a network that agreed on it among its partners (NHS England hides 1 to 7, CBS more).
LOWEST_THRESHOLD = 5
#: Dominance: one party has this share of a sum of money, or two parties together that one.
LARGEST_SHARE, TWO_LARGEST_SHARE = 0.50, 0.80


class Hiding(StrEnum):
    """Why a cell is hidden, as far as that may be told.

    FEW does not tell whether few people were counted, few were left out, or nobody or everybody shares the trait: which
    of these it is would already give the figure away.
    """

    FEW = "few"
    DOMINANCE = "dominance"
    GIVEN_BACK = "given_back"


@dataclass(frozen=True)
class Policy:
    """From how many people a figure is shown, and by which recorded decision when that is lower than usual.

    threshold: whole number of people; 10 unless decided otherwise, never below 5.
    decision: what points to the recorded decision (its number or address); needed below 10.
    Raises ValueError for a threshold below 5, or below 10 without a decision.

    >>> Policy().threshold
    10
    >>> Policy(threshold=5, decision="besluit 2026-014").threshold
    5
    """

    threshold: int = PUBLIC_THRESHOLD
    decision: str = ""

    def __post_init__(self) -> None:
        if self.threshold < LOWEST_THRESHOLD:
            raise ValueError(f"the threshold is never below {LOWEST_THRESHOLD}")
        if self.threshold < PUBLIC_THRESHOLD and not self.decision.strip():
            raise ValueError(f"a threshold below {PUBLIC_THRESHOLD} needs a recorded decision")


#: What holds while nobody decided otherwise.
USUAL = Policy()


@dataclass(frozen=True)
class Cell:
    """One figure before anybody may see it.

    key: what tells it apart from the other cells.
    value: the figure itself, in any unit: a share, a rate, a mean, a sum of money.
    count: how many people it counts (the numerator), where it counts people.
    base: how many people it is about (the denominator), where that is people.
    per: the value is a count per so many people of the base (1 for a share, 1000 for a rate per thousand); the count
        can then be worked out from the value, and is judged as if it were given.
    is_sensitive: whether "nobody" and "everybody" tell something about a person. It is, unless you say it is not.
    contributions: what each party adds to a sum of money, in euros; the signs do not matter.
    combines: keys of the cells of which this one is the total, the mean or the centre line.
    ways: other lists of keys that make up the same total, such as areas beside partners.
    Raises ValueError for figures that cannot be: negative, not finite, or more counted than there are people.
    """

    key: Hashable
    value: float | None = None
    count: int | None = None
    base: int | None = None
    per: float | None = None
    is_sensitive: bool = True
    contributions: Sequence[float] = ()
    combines: Sequence[Hashable] = ()
    ways: Sequence[Sequence[Hashable]] = ()

    def __post_init__(self) -> None:
        numbers = [self.value, self.per, self.count, self.base, *self.contributions]
        if any(number is not None and not math.isfinite(number) for number in numbers):
            raise ValueError("a cell holds finite numbers")
        if any(number is not None and number < 0 for number in (self.count, self.base)):
            raise ValueError("a cell counts no fewer than nobody")
        if self.per is not None and self.per <= 0:
            raise ValueError("a rate is per a positive number of people")
        if self.count is not None and self.base is not None and self.count > self.base:
            raise ValueError("a cell counts no more people than it is about")


@dataclass(frozen=True)
class Released:
    """One figure as it may be shown. Of a hidden one nothing is left but that it is hidden, and why.

    >>> Released("Wierden", None, None, None, (Hiding.FEW,)).is_hidden
    True
    """

    key: Hashable
    value: float | None
    count: int | None
    base: int | None
    reasons: tuple[Hiding, ...] = field(default=())

    @property
    def is_hidden(self) -> bool:
        """Whether the figure may not be shown."""
        return bool(self.reasons)


def released(cells: Sequence[Cell], policy: Policy = USUAL) -> tuple[Released, ...]:
    """Let out what may be shown, in the same order, and blank what may not; the only exit for statistics.

    cells: figures that are shown together: one table, one chart, one file. What can be worked out from two releases
        together is not seen here. Empty in, empty out.
    Returns one ``Released`` for each cell; of a hidden one value, count and base are None.
    Raises ValueError for two cells with the same key and for a total over a cell that is not there.

    Rules, with t the threshold: 0 < count < t or 0 < base − count < t or base < t; count = 0 or count = base when
    sensitive; largest contribution ≥ 50 % or the two largest ≥ 80 % of the sum; and, until nothing changes: of a total
    with its parts exactly one is hidden. Then the total is hidden too, or, when it was the total that was hidden, its
    smallest part. Source: Hundepool et al., Statistical Disclosure Control (2012), chapters 4 and 5; the threshold and
    both shares are choices of this product, in the range that statistical offices use.

    >>> [one.value for one in released([Cell("A", 0.5, count=50, base=100), Cell("B", 0.03, count=3, base=100)])]
    [0.5, None]
    """
    why: dict[Hashable, list[Hiding]] = {}
    for cell in cells:
        if cell.key in why:
            raise ValueError(f"two cells are called {cell.key!r}")
        why[cell.key] = _own_reasons(cell, policy.threshold)
    if lost := [
        part for cell in cells for way in (cell.combines, *cell.ways) for part in way if part not in why
    ]:
        raise ValueError(f"a total combines cells that are not there: {lost!r}")
    _hide_what_gives_back(cells, why)
    return tuple(
        Released(cell.key, None, None, None, tuple(why[cell.key]))
        if why[cell.key]
        else Released(cell.key, cell.value, cell.count, cell.base)
        for cell in cells
    )


def is_few(count: int, base: int | None, *, threshold: int, is_sensitive: bool) -> bool:
    """Whether so few people are counted, or left out, that the figure says something about persons.

    count: people counted; base: people it is about, None when unknown.

    >>> is_few(195, 200, threshold=10, is_sensitive=False)
    True
    >>> is_few(0, 200, threshold=10, is_sensitive=False), is_few(0, 200, threshold=10, is_sensitive=True)
    (False, True)
    """
    left = [count] if base is None else [count, base - count]
    if base is not None and base < threshold:
        return True
    return any(0 < number < threshold or (number == 0 and is_sensitive) for number in left)


def is_dominated(contributions: Sequence[float]) -> bool:
    """Whether one or two parties make up so much of a sum that it tells what they contribute.

    contributions: euros, one for each party; a sum of nothing is not dominated.

    >>> is_dominated([40, 30, 20, 10]), is_dominated([50, 30, 10, 10]), is_dominated([45, 35, 10, 10])
    (False, True, True)
    """
    sizes = sorted((abs(amount) for amount in contributions), reverse=True)
    total = math.fsum(sizes)
    return total > 0 and (sizes[0] >= LARGEST_SHARE * total or sum(sizes[:2]) >= TWO_LARGEST_SHARE * total)


def _own_reasons(cell: Cell, threshold: int) -> list[Hiding]:
    """Why a cell is hidden for what it holds itself."""
    reasons = []
    count = _implied_count(cell)
    if count is not None:
        is_hidden = is_few(count, cell.base, threshold=threshold, is_sensitive=cell.is_sensitive)
    else:
        is_hidden = cell.base is not None and cell.base < threshold
    if is_hidden:
        reasons.append(Hiding.FEW)
    if is_dominated(cell.contributions):
        reasons.append(Hiding.DOMINANCE)
    return reasons


def _implied_count(cell: Cell) -> int | None:
    """How many people a cell counts: as given, or as anyone works it out from a rate and a known population."""
    if cell.count is not None or cell.value is None or cell.per is None or cell.base is None:
        return cell.count
    return min(max(round(cell.value * cell.base / cell.per), 0), cell.base)


def _hide_what_gives_back(cells: Sequence[Cell], why: dict[Hashable, list[Hiding]]) -> None:
    """Hide a second cell wherever exactly one of a total and its parts is hidden, until that is nowhere so."""
    known = {cell.key: cell for cell in cells}
    totals = [(cell, way) for cell in cells for way in (cell.combines, *cell.ways)]
    is_changed = True
    while is_changed:
        is_changed = False
        for total, way in totals:
            parts = [key for key in dict.fromkeys(way) if key != total.key]
            if sum(bool(why[key]) for key in [total.key, *parts]) != 1 or not parts:
                continue
            is_changed = True
            second = min(parts, key=lambda key: _size(known[key])) if why[total.key] else total.key
            why[second].append(Hiding.GIVEN_BACK)


def _size(cell: Cell) -> float:
    """How much a cell counts, to choose the smallest one to hide beside another."""
    sizes = (cell.count, cell.base, math.fsum(abs(amount) for amount in cell.contributions), cell.value)
    return next((float(size) for size in sizes if size), 0.0)
