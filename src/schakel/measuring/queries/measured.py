"""Everything that was measured of some series: what a chart of each is made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from schakel.measuring.models import Baseline, PhaseChange, Value


@dataclass
class Measured:
    """The values that count of one series in order of time, where its phases begin, and its locked baseline."""

    values: list[Value] = field(default_factory=list)
    starts: list[date] = field(default_factory=list)
    baseline: Baseline | None = None


def measured_of(keys: Collection[UUID]) -> dict[UUID, Measured]:
    """What was measured of each of these series, the newest baseline of each. Three database queries."""
    found = {key: Measured() for key in keys}
    for value in Value.objects.counting().filter(series__in=keys).order_by("series_id", "period_on"):
        found[value.series_id].values.append(value)
    for baseline in Baseline.objects.locked().filter(series__in=keys).order_by("number"):
        found[baseline.series_id].baseline = baseline
    for key, on in PhaseChange.objects.filter(series__in=keys).values_list("series_id", "starts_on"):
        found[key].starts.append(on)
    return found
