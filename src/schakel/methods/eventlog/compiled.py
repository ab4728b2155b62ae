"""The compiled engine: threads over ranges of cases count, spread out and describe; the tables are those of Polars."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from schakel.methods.eventlog import frames, kernel
from schakel.methods.eventlog.days import days
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.machine_code import plain
from schakel.methods.eventlog.months import Months, months
from schakel.methods.eventlog.selection import Selection
from schakel.methods.eventlog.tables import Groups, LinkNorms, Tables, Whole, ordered_variants

#: With more pairs of codes than this, a table per thread no longer fits beside the others: Polars then answers.
MOST_PAIRS = 1 << 22


def fits(log: PreparedLog) -> bool:
    """Whether the compiled engine can count pairs of this log in tables."""
    return max(len(log.activities), len(log.organisations)) ** 2 <= MOST_PAIRS


def tables(log: PreparedLog, selection: Selection, *, n_threads: int = 0, is_plain: bool = False) -> Tables:
    """All tables of a selection in one pass.

    n_threads: 0 is one per processor that this process may use. is_plain: run the functions as they are written, in
    Python, to look inside; for a few events.
    """
    n_threads = n_threads or _processors()
    with ThreadPoolExecutor(n_threads) as pool:
        return _Pass(log, selection, pool, n_threads, plain if is_plain else lambda deed: deed).tables()


def in_time(
    log: PreparedLog, selection: Selection, asked: LinkNorms, *, n_threads: int = 0, is_plain: bool = False
) -> Whole:
    """Of each norm three counts: hand-overs of its link, those with a wait, and those that were in time."""
    n_threads = n_threads or _processors()
    with ThreadPoolExecutor(n_threads) as pool:
        form = plain if is_plain else lambda deed: deed
        return _Pass(log, selection, pool, n_threads, form).in_time(asked)


def groups(
    pairs: pl.DataFrame, what: str, *, by_month: bool, n_threads: int = 0, is_plain: bool = False
) -> Groups:
    """The figures of pairs by their two codes, and their month; the same as ``frames.groups``, which also does few.

    pairs: at least one. Of so many codes and months that no table holds them, Polars gives the answer.
    """
    source, target = (pairs[name].cast(pl.Int64).to_numpy() for name in (what, f"next_{what}"))
    month = pairs["month"].to_numpy() if by_month else np.zeros(len(source), np.int64)
    first = int(month.min())
    n_codes = int(max(source.max(), target.max())) + 1
    n_months = int(month.max()) - first + 1
    if n_codes**2 * n_months > MOST_PAIRS:
        return frames.groups(pairs, what, by_month=by_month)
    keys = (source * n_codes + target) * n_months + month - first
    counted = np.bincount(keys, minlength=n_codes**2 * n_months)
    codes = np.flatnonzero(counted)
    bounds = np.concatenate([[0], np.cumsum(counted[codes])])
    next_place = np.zeros(len(counted), np.int64)
    next_place[codes] = bounds[:-1]
    waits = np.empty(len(keys), np.int64)
    form = plain if is_plain else lambda deed: deed
    values = (pairs["next_start"] - pairs["end"]).to_numpy()
    form(kernel.put_together)(keys, values, next_place, waits)
    whole, real = np.empty((len(codes), 2), np.int64), np.empty((len(codes), 8))
    n_threads = n_threads or _processors()
    with ThreadPoolExecutor(n_threads) as pool:
        parts = _ranges(bounds[1:], n_threads)
        list(pool.map(lambda part: form(kernel.describe_groups)(part, bounds, waits, whole, real), parts))
    both, at_month = codes // n_months, codes % n_months
    months_of = at_month + first if by_month else np.zeros(len(codes), np.int64)
    return Groups(both // n_codes, both % n_codes, months_of, *whole.T, *real.T)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - a system without affinity, such as macOS


class _Pass:
    def __init__(
        self,
        log: PreparedLog,
        selection: Selection,
        pool: ThreadPoolExecutor,
        n_threads: int,
        form: Callable[[Any], Any],
    ) -> None:
        self.log, self.selection, self.pool, self.form = log, selection, pool, form
        self.begin, self.stop = selection.begin, selection.stop
        self.columns: tuple[NDArray[Any], ...] = (log.activity, log.organisation, log.start, log.end)
        if form is plain:
            self.columns = tuple(np.asarray(column, dtype=np.int64) for column in self.columns)
        self.n_activities, self.n_organisations = len(log.activities), len(log.organisations)
        self.ranges = _ranges(np.cumsum(self.stop - self.begin), n_threads)

    def run(self, deed: Any, arguments: list[tuple[Any, ...]]) -> list[Any]:
        """One call for each thread, at the same time."""

        def once(one: tuple[Any, ...]) -> Any:
            # A hash runs over on purpose; what numpy says of that is of one thread.
            with np.errstate(over="ignore"):
                return self.form(deed)(*one)

        return list(self.pool.map(once, arguments))

    def tables(self) -> Tables:
        """Count, spread out, describe."""
        n_cases, n_parts = len(self.begin), len(self.ranges)
        sums = np.zeros((n_parts, 3), np.int64)
        arcs = np.zeros((n_parts, self.n_activities**2), np.int64)
        links = np.zeros((n_parts, self.n_organisations**2), np.int64)
        per_activity = np.zeros((n_parts, 4, self.n_activities), np.int64)
        seen = np.full((n_parts, self.n_activities), -1, np.int64)
        duration, hashes = np.empty(n_cases, np.int64), np.empty(n_cases, np.uint64)
        own = zip(self.ranges, sums, arcs, links, per_activity, seen, strict=True)
        fixed = (self.begin, self.stop, self.columns, self.n_organisations)
        self.run(kernel.count, [(cases, *fixed, *mine, duration, hashes) for cases, *mine in own])
        variants = self.pool.submit(self._variants, hashes)
        arc_room, link_room = _Room.of(arcs), _Room.of(links)
        arc_waits = np.empty(arc_room.n_waits, np.int64)
        link_waits, link_ends = np.empty(link_room.n_waits, np.int64), np.empty(link_room.n_waits, np.int64)
        own_places = zip(self.ranges, arc_room.places, link_room.places, strict=True)
        sizes = (self.n_activities, self.n_organisations)
        self.run(
            kernel.scatter,
            [
                (
                    cases,
                    self.begin,
                    self.stop,
                    self.columns,
                    *sizes,
                    arc_at,
                    arc_waits,
                    link_at,
                    link_waits,
                    link_ends,
                )
                for cases, arc_at, link_at in own_places
            ],
        )
        by_month = self._by_month(link_room, link_waits, link_ends)
        totals = sums.sum(axis=0)
        counted = per_activity.sum(axis=0)
        return Tables(
            arcs=self._groups(arc_room, arc_waits, self.n_activities),
            links=self._groups(link_room, link_waits, self.n_organisations),
            links_by_month=by_month,
            variants=ordered_variants(*variants.result()),
            activity_n=counted[0],
            activity_cases=counted[1],
            first=counted[2],
            last=counted[3],
            duration=duration,
            pairs=int(totals[kernel.PAIRS]),
            ties=int(totals[kernel.TIES]),
            unknown=int(totals[kernel.UNKNOWN]),
        )

    def in_time(self, asked: LinkNorms) -> Whole:
        """Count per norm; see the function of that name."""
        start, end, n_links = self.log.start, self.log.end, self.n_organisations**2
        last = max(int(np.max(end)), int(np.max(start)))
        span = days(min(int(np.min(start)), int(np.min(end))), last, self.log.zone)
        links = asked.source * self.n_organisations + asked.target
        order = np.argsort(links, kind="stable")
        first_norm = np.searchsorted(links[order], np.arange(n_links + 1))
        counts = np.zeros((len(self.ranges), len(asked), 3), np.int64)
        calendar = (span.bounds, span.first_day, span.of_day, span.passed, span.worked)
        fixed = (self.begin, self.stop, self.columns, self.n_organisations, first_norm)
        norms = (asked.most[order], asked.unit[order], calendar)
        self.run(
            kernel.count_in_time,
            [(cases, *fixed, *norms, own) for cases, own in zip(self.ranges, counts, strict=True)],
        )
        found = np.empty((len(asked), 3), np.int64)
        found[order] = counts.sum(axis=0)
        return found

    def _groups(self, room: _Room, waits: Whole, n_codes: int) -> Groups:
        """The figures of every arc or link that occurs."""
        n = len(room.codes)
        whole, real = np.empty((n, 2), np.int64), np.empty((n, 8))
        parts = _ranges(room.bounds[1:], len(self.ranges))
        self.run(kernel.describe_groups, [(part, room.bounds, waits, whole, real) for part in parts])
        return Groups(room.codes // n_codes, room.codes % n_codes, np.zeros(n, np.int64), *whole.T, *real.T)

    def _by_month(self, room: _Room, waits: Whole, ends: Whole) -> Groups:
        """The figures of every link in every month of hand-over."""
        calendar = self._calendar()
        parts = _ranges(room.bounds[1:], len(self.ranges))
        n_months = np.zeros(len(room.codes), np.int64)
        asked = (room.bounds, ends, calendar.bounds, calendar.first_day, calendar.of_day, n_months)
        self.run(kernel.count_months, [(part, *asked) for part in parts])
        row_of = np.concatenate([[0], np.cumsum(n_months)])
        n = int(row_of[-1])
        whole, real, at_month = np.empty((n, 2), np.int64), np.empty((n, 8)), np.empty(n, np.int64)
        most = int(np.diff(room.bounds).max(initial=0))
        fixed = (at_month, whole, real, len(calendar.number))
        self.run(
            kernel.describe_months,
            [(part, room.bounds, waits, ends, row_of, np.empty(most, np.int64), *fixed) for part in parts],
        )
        codes = np.repeat(room.codes, n_months)
        source, target = codes // self.n_organisations, codes % self.n_organisations
        return Groups(source, target, calendar.number[at_month], *whole.T, *real.T)

    def _calendar(self) -> Months:
        """The months in which a hand-over can lie."""
        start, end = self.log.start, self.log.end
        return months(int(np.min(start)), max(int(np.max(end)), int(np.max(start))), self.log.zone)

    def _variants(self, hashes: NDArray[np.uint64]) -> tuple[Whole, Whole]:
        """The number of cases of each order of activities, and the first case of each."""
        n_cases = len(hashes)
        room = 1 << max(4, int(2 * n_cases).bit_length())
        table, example, n = (
            np.full(room, -1, np.int64),
            np.empty(n_cases, np.int64),
            np.empty(n_cases, np.int64),
        )
        found = self.form(kernel.find_variants)(
            0, 1, self.begin, self.stop, self.columns[0], hashes, table, example, n
        )
        return n[:found], example[:found]


@dataclass(frozen=True)
class _Room:
    """Where the waits of each code go: bounds per code that occurs, and the first place of each thread."""

    codes: Whole
    bounds: Whole
    places: NDArray[np.int64]

    @classmethod
    def of(cls, counted: NDArray[np.int64]) -> _Room:
        """From pairs per thread and code."""
        totals = counted.sum(axis=0)
        codes = np.flatnonzero(totals)
        bounds = np.concatenate([[0], np.cumsum(totals[codes])])
        places = np.zeros_like(counted)
        places[:, codes] = bounds[:-1] + np.cumsum(counted[:, codes], axis=0) - counted[:, codes]
        return cls(codes, bounds, places)

    @property
    def n_waits(self) -> int:
        """How many waits there are."""
        return int(self.bounds[-1])


def _ranges(reached: Whole, n_parts: int) -> list[tuple[int, int]]:
    """Ranges of about as much work: reached tells how much there is up to and including each."""
    if not len(reached):
        return [(0, 0)] * n_parts
    wanted = reached[-1] * np.arange(1, n_parts) // n_parts
    cuts = [0, *np.searchsorted(reached, wanted, side="left").tolist(), len(reached)]
    return list(pairwise(cuts))
