"""Waits of mental health care beside each other: what of each provider may be shown to whom, and the region as a whole.

A provider sees its own in full. Of others nothing of few people is shown, and the figures of the region and its parts
are made of what is shown, so that no small number follows from them.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schakel.methods.disclosure import Cell, Policy, is_few, released
from schakel.methods.waits.delivered import NOBODY, SMALL_PROVIDER, Delivered, pooled

#: Providers of which more than one share stays hidden before a share of all of them may be shown.
_HIDDEN_TOGETHER = 2


@dataclass(frozen=True)
class ProviderWait:
    """One provider in one phase: whose wait ended in its last two months, and who waits now.

    told: over both months. n_waiting, and the median, 90th percentile and estimate in days: None when not delivered.
    n_professionals: None when not told. has_events: people were counted one by one. is_own: of the reader. is_current:
    of the newest months; what is older counts in no region. parent: the provider of which this is a site. slot_days: to
    the third free slot in its diary at the end of the month slot_on; it is of no person and stays hidden from nobody.
    """

    key: Hashable
    name: str
    first_on: date
    last_on: date
    told: Delivered = NOBODY
    n_waiting: int | None = None
    median_days: float | None = None
    p90_days: float | None = None
    estimate_days: float | None = None
    longest_days: float | None = None
    slot_days: float | None = None
    slot_on: date | None = None
    n_professionals: int | None = None
    #: The reader asked that small providers count in a region too.
    small_counts: bool = False
    has_events: bool = False
    is_own: bool = False
    is_current: bool = True
    parent: Hashable | None = None
    is_hidden: bool = False
    share_hidden: bool = False
    waiting_hidden: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it has so few professionals that it stays out of the mean of a region."""
        return self.n_professionals is not None and self.n_professionals <= SMALL_PROVIDER

    @property
    def stays_out(self) -> bool:
        """Whether it is left out of the mean of a region for being small."""
        return self.is_small and not self.small_counts

    def meets(self, norm_days: float | None) -> bool | None:
        """Whether the mean is no longer than the norm; None where that cannot be said."""
        mean = self.told.mean_days
        return None if mean is None or norm_days is None else mean <= norm_days


@dataclass(frozen=True)
class RegionWait:
    """The providers of a region, or of a part of it, together: weighted by people, small ones left out and named.

    n_waiting: at the providers of which it may be shown; None when at none.
    """

    told: Delivered
    n_waiting: int | None
    n_providers: int
    left_out_small: tuple[str, ...] = ()
    left_out_few: tuple[str, ...] = ()
    left_out_old: tuple[str, ...] = ()
    left_out_double: tuple[str, ...] = ()
    share_hidden: bool = False


def shown_providers(providers: Sequence[ProviderWait], policy: Policy) -> list[ProviderWait]:
    """The providers of one phase as a reader may see them, in the same order; of what stays hidden nothing is left."""
    hidden = hidden_figures(providers, policy) | hidden_figures(providers, policy, knows_own=True)
    return [one if one.is_own else _without(one, hidden) for one in providers]


def hidden_figures(
    providers: Sequence[ProviderWait], policy: Policy, *, knows_own: bool = False
) -> frozenset[tuple[str, Hashable]]:
    """Which figures of which providers others may not see; a provider is the total of its sites.

    knows_own: what is hidden from a reader who knows the own figures, and takes them off a total.
    """
    sites: dict[Hashable, list[Hashable]] = {}
    for one in providers:
        sites.setdefault(one.parent, []).append(one.key)
    cells = {key: cell for one in providers for key, cell in _cells(one, knows_own=knows_own).items()}
    totals = [
        replace(cell, combines=[(name, part) for part in sites.get(key, ()) if (name, part) in cells])
        for (name, key), cell in cells.items()
    ]
    out = zip(cells, released(totals, policy), strict=True)
    return frozenset(key for key, one in out if one.is_hidden)


def _cells(one: ProviderWait, *, knows_own: bool) -> dict[tuple[str, Hashable], Cell]:
    """The figures of one provider, as the rules for small numbers judge them."""
    told = one.told
    counts: list[tuple[str, int | None, int | None]]
    counts = [("n", told.n, None), ("waiting", one.n_waiting, None)]
    if told.within_of:
        counts.append(("within", told.within_n, told.within_of))
    if knows_own and one.is_own:
        return {
            (name, one.key): Cell((name, one.key), count)
            for name, count, _base in counts
            if count is not None
        }
    return {
        (name, one.key): Cell((name, one.key), count, count=count, base=base, is_sensitive=False)
        for name, count, base in counts
        if count is not None
    }


def _without(one: ProviderWait, hidden: frozenset[tuple[str, Hashable]]) -> ProviderWait:
    is_hidden = ("n", one.key) in hidden
    waiting_hidden = ("waiting", one.key) in hidden
    found = replace(one, is_hidden=is_hidden, waiting_hidden=waiting_hidden)
    if is_hidden:
        found = replace(found, told=NOBODY, median_days=None, p90_days=None, estimate_days=None)
    elif ("within", one.key) in hidden:
        found = replace(found, told=replace(one.told, within_n=0, within_of=0), share_hidden=True)
    if waiting_hidden:
        found = replace(found, n_waiting=None)
    if waiting_hidden or is_hidden:
        # The longest wait and the estimate are of who waits too.
        found = replace(found, longest_days=None, estimate_days=None)
    return found


def region_wait(providers: Sequence[ProviderWait], policy: Policy) -> RegionWait:
    """The providers of a region together, the same for every reader apart from the share within the norm.

    Left out, and named: providers of at most ten professionals, of few people, of which nothing new was told, and of
    which a site is counted already. The share within the norm is hidden where it would give that of one provider back.
    """
    there = [one for one in providers if one.told.n]
    hidden = hidden_figures(there, policy)
    few = [one for one in there if ("n", one.key) in hidden]
    small = [one for one in there if one.stays_out and one not in few]
    old = [one for one in there if not one.is_current and one not in (*few, *small)]
    rest = [one for one in there if one not in (*few, *small, *old)]
    double = [one for one in rest if any(other.parent == one.key for other in rest)]
    counted = [one for one in rest if one not in double]
    told = pooled(one.told for one in counted)
    unknown = [one for one in counted if ("within", one.key) in hidden and not one.is_own]
    # With and without the small ones, the difference would be the share of those.
    share_hidden = _gives_back(unknown, policy) or any(one.is_small for one in unknown)
    if share_hidden:
        told = replace(told, within_n=0, within_of=0)
    waiting = [
        one.n_waiting for one in counted if one.n_waiting is not None and ("waiting", one.key) not in hidden
    ]
    return RegionWait(
        told,
        sum(waiting) if waiting else None,
        len(counted),
        left_out_small=_names(small),
        left_out_few=_names(few),
        left_out_old=_names(old),
        left_out_double=_names(double),
        share_hidden=share_hidden,
    )


def slot_wait(providers: Sequence[ProviderWait], policy: Policy) -> RegionWait:
    """The third free slots of a region together, weighted by inflow; the same for every reader.

    A provider of which the inflow stays hidden is left out: it would follow from the weights.
    """
    hidden = hidden_figures(providers, policy)
    return region_wait(
        [
            replace(one, told=Delivered(one.told.n, one.slot_days), n_waiting=None)
            for one in providers
            if one.slot_days is not None and one.told.n and ("n", one.key) not in hidden
        ],
        policy,
    )


def _names(providers: Iterable[ProviderWait]) -> tuple[str, ...]:
    return tuple(one.name for one in providers)


def _gives_back(unknown: Sequence[ProviderWait], policy: Policy) -> bool:
    """Whether the share of all would tell the hidden share of one provider, or of few people of several."""
    if not unknown:
        return False
    within, of = (sum(getattr(one.told, name) for one in unknown) for name in ("within_n", "within_of"))
    return len(unknown) < _HIDDEN_TOGETHER or is_few(
        within, of, threshold=policy.threshold, is_sensitive=False
    )


def window_of(last_on: date) -> date:
    """The first day of the two months that end with a day: whole months when it is the last day of one.

    >>> window_of(date(2026, 10, 31)), window_of(date(2026, 10, 15))
    (datetime.date(2026, 9, 1), datetime.date(2026, 8, 16))
    """
    if last_on == last_day_of(last_on.replace(day=1)):
        return months_before(last_on.replace(day=1), 1)
    earlier = months_before(last_on.replace(day=1), 2)
    day = min(last_on.day, last_day_of(earlier).day)
    return earlier.replace(day=day) + timedelta(days=1)


def part_waits(
    providers: Sequence[ProviderWait], parts: Iterable[tuple[Hashable, Collection[Hashable]]], policy: Policy
) -> dict[Hashable, RegionWait]:
    """Parts of a region: key → the providers that work there. A share that is hidden in the region or a part of its
    hidden ones is hidden in that part too, for parts overlap and one would be the difference of two.
    """
    hidden = hidden_figures(providers, policy)
    all_unknown = {one.key for one in providers if ("within", one.key) in hidden and not one.is_own}
    found = {}
    for key, members in parts:
        there = [one for one in providers if one.key in members]
        if not any(one.told.n for one in there):
            continue
        part = region_wait(there, policy)
        unknown = {one.key for one in there} & all_unknown
        if unknown and unknown != all_unknown:
            part = replace(part, told=replace(part.told, within_n=0, within_of=0), share_hidden=True)
        found[key] = part
    return found


def sum_of_phases(first: Delivered, second: Delivered) -> float | None:
    """The mean of one phase plus that of the next, in days: a sum of two groups of people, and no wait of anybody.

    >>> sum_of_phases(Delivered(10, 28.0), Delivered(20, 40.0)), sum_of_phases(Delivered(10, 28.0), NOBODY)
    (68.0, None)
    """
    if first.mean_days is None or second.mean_days is None:
        return None
    return first.mean_days + second.mean_days


def months_before(month_on: date, n: int) -> date:
    """The first day of the month so many months earlier.

    >>> months_before(date(2026, 1, 1), 1)
    datetime.date(2025, 12, 1)
    """
    at = month_on.year * 12 + month_on.month - 1 - n
    return date(at // 12, at % 12 + 1, 1)


def last_day_of(month_on: date) -> date:
    """The last day of the month that begins on this day.

    >>> last_day_of(date(2026, 2, 1))
    datetime.date(2026, 2, 28)
    """
    return months_before(month_on, -1) - timedelta(days=1)
