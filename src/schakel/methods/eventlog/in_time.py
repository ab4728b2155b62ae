"""How many hand-overs of a link were in time: its waits in days or hours, of all days or of working days only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from schakel.methods.eventlog import frames
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.machine_code import IS_COMPILED, WORTH_IT
from schakel.methods.eventlog.selection import Selection
from schakel.methods.eventlog.tables import UNITS, LinkNorms
from schakel.methods.waits.figures import share
from schakel.methods.waits.two_step import DAYS

HOUR_US = 3_600_000_000


@dataclass(frozen=True)
class LinkNorm:
    """Within how many days or hours so many of hundred people go on from one organisation to another.

    source: empty is from everywhere, each link by itself; a norm of exactly one link goes before it. unit: ``days``,
    calendar days, or ``workdays``, Monday to Friday without Dutch holidays, after the day of leaving up to and
    including that of arriving; ``hours``, of elapsed time, or ``workhours``, those of working days, day and night.
    percent: of hundred.
    Raises ValueError for another unit.
    """

    source: str
    target: str
    most: float
    unit: str = DAYS
    percent: float = 100.0

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"a norm is in {', '.join(UNITS)}")

    @property
    def counted_most(self) -> float:
        """What a wait is held to: days as they are, hours as whole microseconds."""
        return round(self.most * HOUR_US) if self.unit.endswith("hours") else self.most


def link_norm_rows(
    log: PreparedLog, selection: Selection, norms: Sequence[LinkNorm], *, engine: str = "auto"
) -> list[dict[str, Any]]:
    """Each norm of a link with how many of its waits were in time, in the order of the norms.

    engine: as for ``answers``; all give the same. Returns rows with ``from, to, norm, unit, percent, n, waits,
    within_n, within_pct, over_n, met``: ``n`` hand-overs, of which ``waits`` with a wait (the others overlap and are in
    no share). ``within_pct`` and ``met`` are None where nobody waited. A norm from everywhere has a row for each link
    that occurs. Raises KeyError for an organisation that is not in the log.
    """
    placed = list(_placed(log, norms))
    if not placed:
        return []
    asked = LinkNorms(
        np.array([one[0] for one in placed], np.int64),
        np.array([one[1] for one in placed], np.int64),
        np.array([one[2].counted_most for one in placed], np.float64),
        np.array([UNITS.index(one[2].unit) for one in placed], np.int64),
    )
    counted = _counted(log, selection, asked, engine).tolist()
    return [
        _row(log, source, target, norm, counts)
        for (source, target, norm), counts in zip(placed, counted, strict=True)
        if counts[0] or norm.source
    ]


def _placed(log: PreparedLog, norms: Sequence[LinkNorm]) -> Iterator[tuple[int, int, LinkNorm]]:
    """Each norm with the codes of its link; one from everywhere once for each place that it may be from."""
    codes = {name: code for code, name in enumerate(log.organisations) if name}
    own = {(one.source, one.target) for one in norms if one.source}
    for norm in norms:
        target = codes[norm.target]
        if norm.source:
            yield codes[norm.source], target, norm
            continue
        for name, code in codes.items():
            if code != target and (name, norm.target) not in own:
                yield code, target, norm


def _counted(log: PreparedLog, selection: Selection, asked: LinkNorms, engine: str) -> Any:
    if IS_COMPILED and (engine == "compiled" or (engine == "auto" and log.n_events >= WORTH_IT)):
        from schakel.methods.eventlog import compiled

        if compiled.fits(log):
            return compiled.in_time(log, selection, asked)
    return frames.in_time(log, selection, asked)


def _row(log: PreparedLog, source: int, target: int, norm: LinkNorm, counts: Sequence[int]) -> dict[str, Any]:
    n, waits, within = counts
    return {
        "from": log.organisations[source],
        "to": log.organisations[target],
        "norm": norm.most,
        "unit": norm.unit,
        "percent": norm.percent,
        "n": n,
        "waits": waits,
        "within_n": within,
        "within_pct": share(within, waits),
        "over_n": waits - within,
        "met": 100 * within >= norm.percent * waits if waits else None,
    }
