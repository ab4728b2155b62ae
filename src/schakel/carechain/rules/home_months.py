"""The way from home to home month by month: which months of a file may be shown, and what of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from schakel.carechain.rules.choices import (
    LEAST_MONTHS,
    blocks_of_people,
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


#: What a month tells of: requests that were answered, nights of who left, and ways that ended at home.
REQUESTS, NIGHTS, WAYS = "answer_hours", "nights_net", "ways"


def way_blocks(people: Mapping[str, Mapping[str, Collection[str]]], policy: Policy = USUAL) -> dict[str, Any]:
    """Where the months of a file may be cut, and of what they tell; plain values that can be kept, and no person.

    people: of requests, of nights and of ways who they are about in each month. Months are put in blocks of nobody or
    enough people: somebody with ten requests is one person, and so is who comes back in the next month. What is about
    few people in the file as a whole is not told.

    >>> twelve, two = [f"P{at}" for at in range(12)], ["P1", "P2"]
    >>> way_blocks({REQUESTS: {"2026-01": twelve, "2026-02": twelve}, WAYS: {"2026-02": two}})
    {'first': '2026-01', 'at': ['2026-01', '2026-02'], 'told': ['answer_hours']}
    >>> way_blocks({REQUESTS: {"2026-01": two}})
    {'first': '', 'at': [], 'told': []}
    """
    told = [name for name, of in people.items() if len(set().union(*of.values())) >= policy.threshold]
    known = [month for name in told for month, who in people[name].items() if who]
    if not known:
        return {"first": "", "at": [], "told": []}
    every = month_range(min(known), max(known))
    at = blocks_of_people([people[name] for name in told], every, policy)
    return {"first": every[0], "at": at, "told": told}


def way_periods(
    months: Mapping[str, TransferFacts],
    days: Sequence[tuple[str, int]],
    blocks: Mapping[str, Any],
    agreement: Agreement | None,
    *,
    told: Collection[str] = (REQUESTS, NIGHTS, WAYS),
    policy: Policy = USUAL,
) -> tuple[list[WayPeriod], bool]:
    """The months of a file as everybody may see them, oldest first; and whether they are quarters.

    months: what was seen in each; days: of each way that ended at home its month and its length. blocks: of
    ``way_blocks``; a month is shown when it is a block by itself, so what is hidden never follows from the file as a
    whole. told: of what the page tells for the file as a whole; nothing else may follow from its months. With few
    months to show, quarters are shown where that shows more.

    >>> facts = TransferFacts(nights_net=[1, 2] * 6, nights_gross=[1, 2] * 6)
    >>> months = {"2026-01": facts, "2026-02": facts}
    >>> blocks = way_blocks({NIGHTS: {month: range(12) for month in months}})
    >>> shown, by_quarter = way_periods(months, [], blocks, None)
    >>> [(one.period, one.left_n, one.nights_mean) for one in shown], by_quarter
    ([('2026-01', 12, 1.5), ('2026-02', 12, 1.5)], False)
    """
    names = [name for name in blocks["told"] if name in told]
    if not names:
        return [], False
    every = month_range(blocks["first"], blocks["at"][-1])
    seen, ways = _of(every, months, days, names)
    spans = {month: (month, month) for month in every}
    quarters = {quarter_of(month)[0]: quarter_of(month)[1:] for month in every}
    n_months, n_quarters = (
        sum(is_apart(*span, blocks) for span in one.values()) for one in (spans, quarters)
    )
    by_quarter = n_months < LEAST_MONTHS and n_quarters > n_months
    chosen = quarters if by_quarter else spans
    parts = {
        name: (
            together(of for month, of in seen.items() if first <= month <= last),
            [n for month, of in ways.items() if first <= month <= last for n in of],
        )
        for name, (first, last) in chosen.items()
        if is_apart(first, last, blocks)
    }
    shown = _shown(parts, agreement, policy, is_whole=len(parts) == len(chosen))
    return [shown.get(name, WayPeriod(name)) for name in chosen], by_quarter


def _of(
    every: Sequence[str],
    months: Mapping[str, TransferFacts],
    days: Sequence[tuple[str, int]],
    told: Collection[str],
) -> tuple[dict[str, TransferFacts], dict[str, list[int]]]:
    """Of each month the requests, the nights and the ways, as far as they are told."""
    names = [name for name in (REQUESTS, NIGHTS) if name in told]
    nothing = TransferFacts()
    seen = {
        month: TransferFacts(**{name: getattr(months.get(month, nothing), name) for name in names})
        for month in every
    }
    ways: dict[str, list[int]] = {month: [] for month in every}
    for month, n in days if WAYS in told else ():
        ways[month].append(n)
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
