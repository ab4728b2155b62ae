"""The way from home to home month by month: which months of a file may be shown, and what of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from schakel.carechain.rules.choices import (
    LEAST_MONTHS,
    blocks_of,
    is_apart,
    month_range,
    quarter_of,
)
from schakel.carechain.rules.links import USUAL
from schakel.methods.disclosure import Cell, Policy, released
from schakel.methods.waits.figures import percentile
from schakel.methods.waits.transfers import Agreement, TransferFacts, judged, together


@dataclass(frozen=True)
class WayPeriod:
    """A month or a quarter of all steps together; None where a figure stays hidden, or nothing was counted.

    answered_pct: None too where nothing was agreed. days_median: of the ways that ended at home.
    """

    period: str
    answered_n: int | None = None
    answered_pct: float | None = None
    left_n: int | None = None
    nights_mean: float | None = None
    ways_n: int | None = None
    days_median: float | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether nothing of it may be shown."""
        return self == WayPeriod(self.period)


def way_periods(
    months: Mapping[str, TransferFacts],
    days: Sequence[tuple[str, int]],
    agreement: Agreement | None,
    policy: Policy = USUAL,
) -> tuple[list[WayPeriod], bool]:
    """The months of a file as everybody may see them, oldest first; and whether they are quarters.

    months: what was seen in each; days: of each way that ended at home its month and its length. Months are put in
    blocks of nobody or enough people, in requests, in nights and in ways, and a month is shown when it is a block by
    itself; so what is hidden never follows from the file as a whole. With few months to show, quarters are shown where
    that shows more.

    >>> facts = TransferFacts(nights_net=[1, 2] * 6, nights_gross=[1, 2] * 6)
    >>> shown, by_quarter = way_periods({"2026-01": facts, "2026-02": facts}, [], None)
    >>> [(one.period, one.left_n, one.nights_mean) for one in shown], by_quarter
    ([('2026-01', 12, 1.5), ('2026-02', 12, 1.5)], False)
    """
    seen, ways = _of_enough(months, days, policy)
    known = [*(month for month, of in seen.items() if of != TransferFacts()), *ways]
    if not known:
        return [], False
    every = month_range(min(known), max(known))
    seen = {month: seen.get(month, TransferFacts()) for month in every}
    ways = {month: ways.get(month, []) for month in every}
    rows = [
        {month: len(of.answer_hours) for month, of in seen.items()},
        {month: len(of.nights_net) for month, of in seen.items()},
        {month: len(of) for month, of in ways.items()},
    ]
    breaks = {"first": every[0], "at": blocks_of(rows, every, policy)}
    spans = {month: (month, month) for month in every}
    quarters = {quarter_of(month)[0]: quarter_of(month)[1:] for month in every}
    n_months, n_quarters = (
        sum(is_apart(*span, breaks) for span in one.values()) for one in (spans, quarters)
    )
    by_quarter = n_months < LEAST_MONTHS and n_quarters > n_months
    chosen = quarters if by_quarter else spans
    parts = {
        name: (
            together(of for month, of in seen.items() if first <= month <= last),
            [n for month, of in ways.items() if first <= month <= last for n in of],
        )
        for name, (first, last) in chosen.items()
        if is_apart(first, last, breaks)
    }
    shown = _shown(parts, agreement, policy, is_whole=len(parts) == len(chosen))
    return [shown.get(name, WayPeriod(name)) for name in chosen], by_quarter


def _of_enough(
    months: Mapping[str, TransferFacts], days: Sequence[tuple[str, int]], policy: Policy
) -> tuple[dict[str, TransferFacts], dict[str, list[int]]]:
    """What is told of each month: requests, nights and ways, each only where the whole file has enough people."""
    whole = together(months.values())
    names = [name for name in ("answer_hours", "nights_net") if len(getattr(whole, name)) >= policy.threshold]
    seen = {
        month: TransferFacts(**{name: getattr(of, name) for name in names}) for month, of in months.items()
    }
    ways: dict[str, list[int]] = {}
    for month, n in days if len(days) >= policy.threshold else ():
        ways.setdefault(month, []).append(n)
    return seen, ways


def _shown(
    parts: Mapping[str, tuple[TransferFacts, list[int]]],
    agreement: Agreement | None,
    policy: Policy,
    *,
    is_whole: bool,
) -> dict[str, WayPeriod]:
    """The figures of periods that may be shown; is_whole: together they are all of the file."""
    cells = [cell for name, (facts, _days) in parts.items() for cell in _cells(name, facts, agreement)]
    hidden = {one.key for one in released(cells, policy) if one.is_hidden}
    if is_whole:
        hidden |= _beside_one(cells, hidden)
    found = {}
    for name, (facts, days) in parts.items():
        answered, nights, n = len(facts.answer_hours), facts.nights_net, len(days)
        one = WayPeriod(name)
        if answered:
            one = replace(one, answered_n=answered)
            if agreement is not None and (name, "in_time") not in hidden:
                one = replace(one, answered_pct=judged(facts, agreement).answered_in_time_pct)
        if nights:
            one = replace(one, left_n=len(nights))
            if (name, "nights") not in hidden:
                one = replace(one, nights_mean=sum(nights) / len(nights))
        if n:
            one = replace(one, ways_n=n, days_median=percentile(days, 0.5))
        found[name] = one
    return found


def _cells(name: str, facts: TransferFacts, agreement: Agreement | None) -> list[Cell]:
    """The figures of a period that are judged for themselves; the numbers of people are enough in every block."""
    nights = facts.nights_net
    found = [
        Cell(
            (name, "nights"), sum(nights), base=len(nights) or None, contributions=nights, is_sensitive=False
        )
    ]
    if agreement is not None and facts.answer_hours:
        told = judged(facts, agreement)
        n, base = told.answered_in_time_n, told.requests_answered_n
        found.append(Cell((name, "in_time"), n, count=n, base=base, is_sensitive=False))
    return found


def _beside_one(cells: Sequence[Cell], hidden: set[Any]) -> set[Any]:
    """One more figure where a single hidden one would follow from that of all periods together."""
    more = set()
    for what in ("nights", "in_time"):
        those = [cell for cell in cells if cell.key[1] == what]  # type: ignore[index]  # every key here is a pair
        if sum(cell.key in hidden for cell in those) == 1:
            others = [cell for cell in those if cell.key not in hidden]
            if others:
                more.add(min(others, key=lambda cell: cell.base or 0).key)
    return more
