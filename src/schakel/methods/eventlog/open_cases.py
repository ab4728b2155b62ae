"""Who waits now: cases that had not ended at the cut-off, apart from waits that did end, and estimated together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.selection import Selection
from schakel.methods.waits.figures import kaplan_meier, median_of_curve, percentile


@dataclass(frozen=True)
class WaitingNow:
    """Cases that wait between two organisations at the cut-off.

    source, target: codes of organisations, target −1 where the next step is not known. waits_s: how long each waits so
    far, in seconds. km_p50_s: the estimated median wait with those that still wait counted in, None when it is not
    reached yet.
    """

    source: int
    target: int
    waits_s: NDArray[np.float64]
    km_p50_s: float | None

    @property
    def longest_s(self) -> float:
        """The longest wait so far."""
        return float(self.waits_s.max())

    @property
    def p50_s(self) -> float | None:
        """The median wait so far."""
        return percentile(self.waits_s.tolist(), 0.5)


def is_open(log: PreparedLog, selection: Selection, closing: Collection[str] = ()) -> NDArray[np.bool_]:
    """Which cases of a selection had not ended at its cut-off: a step goes on, is planned, or the closing one lacks.

    closing: activities with which a case ends; with none, a case without a further step has ended.
    """
    if not selection.is_cut and not closing:
        return np.zeros(len(selection.case), np.bool_)
    planned = selection.stop < log.offsets[selection.case + 1]
    found: NDArray[np.bool_] = planned | _goes_on(log, selection)
    if closing:
        codes = [code for code, name in enumerate(log.activities) if name in closing]
        hits = np.concatenate([[0], np.cumsum(np.isin(log.activity, codes))])
        found |= hits[selection.stop] == hits[selection.begin]
    return found


def _goes_on(log: PreparedLog, selection: Selection) -> NDArray[np.bool_]:
    late = np.concatenate([[0], np.cumsum(np.asarray(log.end) > selection.cut_off)])
    going: NDArray[np.bool_] = late[selection.stop] > late[selection.begin]
    return going


def waiting_now(log: PreparedLog, selection: Selection, closing: Collection[str] = ()) -> list[WaitingNow]:
    """The cases that wait at the cut-off, per pair of organisations; largest first.

    A case waits when its last step has ended, and the next one is planned at another organisation, or ``closing`` says
    that it has not ended. The estimate is that of Kaplan and Meier over all waits between the two organisations.
    """
    if not selection.is_cut and not closing:
        return []
    last = selection.stop - 1
    planned = selection.stop < log.offsets[selection.case + 1]
    waits = is_open(log, selection, closing) & ~_goes_on(log, selection)
    source = np.asarray(log.organisation[last], dtype=np.int64)
    target = np.full(len(last), -1, np.int64)
    target[planned] = log.organisation[selection.stop[planned]]
    keep = waits & (source != 0) & (target != 0) & (source != target)
    waited = (selection.cut_off - np.asarray(log.end[last])) / 1e6
    found = []
    for pair in np.unique(np.stack([source[keep], target[keep]], axis=1), axis=0):
        of_pair = keep & (source == pair[0]) & (target == pair[1])
        ended = _ended(log, selection, int(pair[0]), int(pair[1]))
        curve = kaplan_meier(
            [(wait, True) for wait in ended] + [(wait, False) for wait in waited[of_pair].tolist()]
        )
        found.append(WaitingNow(int(pair[0]), int(pair[1]), waited[of_pair], median_of_curve(curve)))
    return sorted(found, key=lambda one: (-len(one.waits_s), one.source, one.target))


def _ended(log: PreparedLog, selection: Selection, source: int, target: int) -> list[float]:
    """The waits between two organisations that did end, in seconds; overlaps are no waits."""
    if target < 0:
        return []
    places = np.flatnonzero((log.organisation[:-1] == source) & (log.organisation[1:] == target)) + 1
    case = np.searchsorted(selection.begin, places, side="right") - 1
    inside = (case >= 0) & (places > selection.begin[case]) & (places < selection.stop[case])
    places = places[inside]
    waits = (np.asarray(log.start[places]) - np.asarray(log.end[places - 1])) / 1e6
    return [float(wait) for wait in waits if wait >= 0]
