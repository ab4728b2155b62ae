"""Everything that was measured of some series: what a chart of each is made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from schakel.measuring import charting
from schakel.measuring.models import Baseline, IndicatorVersion, PhaseChange, Value
from schakel.measuring.queries.exits import let_out
from schakel.measuring.rules import read_value
from schakel.methods.disclosure import Policy
from schakel.methods.spc import Chart


@dataclass
class Measured:
    """The values that count of one series in order of time, where its phases begin, and its locked baseline.

    earlier: the locked baseline that stood before a correction put this one beside it.
    """

    values: list[Value] = field(default_factory=list)
    starts: list[date] = field(default_factory=list)
    baseline: Baseline | None = None
    earlier: Baseline | None = None


def measured_of(keys: Collection[UUID]) -> dict[UUID, Measured]:
    """What was measured of each of these series, the newest baseline of each. Three database queries."""
    found = {key: Measured() for key in keys}
    for value in Value.objects.counting().filter(series__in=keys).order_by("series_id", "period_on"):
        found[value.series_id].values.append(value)
    for baseline in Baseline.objects.locked().filter(series__in=keys).order_by("number"):
        mine = found[baseline.series_id]
        mine.earlier, mine.baseline = mine.baseline, baseline
    for key, on in PhaseChange.objects.filter(series__in=keys).values_list("series_id", "starts_on"):
        found[key].starts.append(on)
    return found


def centre_before(version: IndicatorVersion, earlier: Baseline | None) -> float | None:
    """The centre of a baseline that has a later one beside it, as shown; None where a small number follows from it.

    No database query.
    """
    kept = charting.basis_read(earlier.limits) if earlier else None
    if earlier is None or kept is None or kept.chart != Chart(version.chart):
        return None
    sealed = [one for _on, one in map(read_value, earlier.values)]
    if any(one.is_hidden for one in let_out(version, sealed, Policy())):
        return None
    return kept.centre * charting.method_of(version).multiplier
