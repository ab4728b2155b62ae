"""Which cases a question is about, and up to which moment: a filter takes whole cases, a cut-off what came later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from schakel.methods.eventlog.log import PreparedLog

_EPOCH = datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))


@dataclass(frozen=True)
class Filter:
    """What is asked of a case; a case has to meet all of it.

    since, until: local dates on which its first event begins, both included. organisation: it was there at least once.
    where: attribute → value that at least one of its events has. passes: two activities of which the second begins in a
    later event than the first. variant: exactly these activities in this order.
    """

    since: date | None = None
    until: date | None = None
    organisation: str | None = None
    where: Mapping[str, str] = field(default_factory=dict)
    passes: tuple[str, str] | None = None
    variant: Sequence[str] | None = None


@dataclass(frozen=True)
class Selection:
    """The events a question is about: from ``begin`` up to ``stop`` of each case that is left.

    case: the number of each case in the log. cut_off: microseconds; what begins at that moment or later has not
    happened yet; is_cut: whether anybody asked for that.
    """

    case: NDArray[np.int64]
    begin: NDArray[np.int64]
    stop: NDArray[np.int64]
    cut_off: int
    is_cut: bool = False


def local_midnight(day: date, zone: str) -> int:
    """The first moment of a local day, in microseconds since 1970.

    >>> local_midnight(date(2026, 7, 1), "Europe/Amsterdam") // 1_000_000
    1782856800
    """
    at = datetime.combine(day, time(), tzinfo=ZoneInfo(zone))
    return (at - _EPOCH) // timedelta(microseconds=1)


def selected(log: PreparedLog, wanted: Filter = Filter(), cut_off: date | None = None) -> Selection:
    """The cases that a filter asks for, without what had not happened at the end of the day of the cut-off.

    Raises KeyError for an attribute that the log does not keep. An organisation, activity or value that does not occur
    selects nothing.
    """
    begin, stop = np.asarray(log.offsets[:-1]), np.asarray(log.offsets[1:])
    keep = np.ones(len(begin), dtype=np.bool_)
    first = log.start[begin] if len(begin) else np.empty(0, np.int64)
    if wanted.since is not None:
        keep &= first >= local_midnight(wanted.since, log.zone)
    if wanted.until is not None:
        keep &= first < local_midnight(wanted.until + timedelta(days=1), log.zone)
    if wanted.organisation is not None:
        keep &= _with(log, np.asarray(log.organisation) == _code(log.organisations, wanted.organisation))
    for name, value in wanted.where.items():
        if name not in log.attributes:
            raise KeyError(name)
        codes, names = log.attribute(name)
        keep &= _with(log, np.asarray(codes) == _code(names, value))
    if wanted.passes is not None:
        keep &= _passing(log, *wanted.passes)
    if wanted.variant is not None:
        keep &= _of_variant(log, wanted.variant)
    if cut_off is None:
        cases = np.flatnonzero(keep)
        return Selection(cases, begin[cases], stop[cases], last_moment(log) + 1)
    moment = local_midnight(cut_off + timedelta(days=1), log.zone)
    happened = np.concatenate([[0], np.cumsum(np.asarray(log.start) < moment)])
    n_happened = happened[stop] - happened[begin]
    cases = np.flatnonzero(keep & (n_happened > 0))
    return Selection(cases, begin[cases], begin[cases] + n_happened[cases], moment, is_cut=True)


def last_moment(log: PreparedLog) -> int:
    """The last moment that the log knows, in microseconds."""
    return max(int(np.max(log.start)), int(np.max(log.end)))


def _code(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else -1


def _with(log: PreparedLog, hit: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which cases have at least one event that is a hit."""
    found: NDArray[np.bool_] = np.add.reduceat(hit, log.offsets[:-1], dtype=np.int64) > 0
    return found


def _passing(log: PreparedLog, first: str, then: str) -> NDArray[np.bool_]:
    """Which cases have the first activity, and the other one in an event after it."""
    activity = np.asarray(log.activity)
    places = np.arange(len(activity))
    n = len(activity)
    earliest = np.where(activity == _code(log.activities, first), places, n)
    latest = np.where(activity == _code(log.activities, then), places, -1)
    begin = log.offsets[:-1]
    passing: NDArray[np.bool_] = np.minimum.reduceat(earliest, begin) < np.maximum.reduceat(latest, begin)
    return passing


def _of_variant(log: PreparedLog, names: Sequence[str]) -> NDArray[np.bool_]:
    """Which cases are exactly these activities in this order."""
    keep = np.diff(log.offsets) == len(names)
    for place, name in enumerate(names):
        at = np.minimum(log.offsets[:-1] + place, log.n_events - 1)
        keep &= np.asarray(log.activity[at]) == _code(log.activities, name)
    return keep
