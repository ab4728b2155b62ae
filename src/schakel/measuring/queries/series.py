"""Readings about series: which there are, their figures, the grid to fill in, and the baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from schakel.measuring.models import Baseline, Indicator, IndicatorVersion, Series, Value
from schakel.measuring.rules import ENOUGH_POINTS, FRACTIONS, kept_value, seal_of
from schakel.measuring.rules.periods import between, first_day, label, moved

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

Row = TypeVar("Row")
#: So many periods stand in the grid at a time.
SHOWN = 12


@dataclass(frozen=True)
class Entry:
    """One indicator that is measured: its newest measured version and its series."""

    indicator: Indicator
    version: IndicatorVersion
    series: tuple[Series, ...]
    last_on: date | None

    @property
    def last_words(self) -> str:
        """Until when there are figures; empty when there are none."""
        return label(self.version.period, self.last_on) if self.last_on else ""


@dataclass(frozen=True)
class Grid:
    """The periods and series of one definition, and the figures that stand there now, withdrawn ones too."""

    version: IndicatorVersion
    series: tuple[Series, ...]
    periods: tuple[date, ...]
    standing: dict[tuple[UUID, date], Value] = field(default_factory=dict)
    earlier: date | None = None
    later: date | None = None

    @property
    def is_fraction(self) -> bool:
        """Whether a numerator and a denominator are filled in."""
        return self.version.type in FRACTIONS


@dataclass(frozen=True)
class Figure:
    """The figure of one period with the versions before it, newest first."""

    value: Value
    before: tuple[Value, ...]
    words: str


@dataclass(frozen=True)
class SeriesPage:
    """One series with its figures, newest first, and its baselines."""

    series: Series
    figures: tuple[Figure, ...]
    baselines: tuple[Baseline, ...]

    @property
    def n_values(self) -> int:
        """How many periods have a figure that counts."""
        return sum(not one.value.is_withdrawn for one in self.figures)

    @property
    def n_missing_for_limits(self) -> int:
        """How many figures lack before limits are no longer provisional."""
        return max(0, ENOUGH_POINTS - self.n_values)

    @property
    def n_provisional(self) -> int:
        """How many figures nobody has checked yet."""
        return sum(one.value.state == "provisional" for one in self.figures)

    @property
    def locked(self) -> Baseline | None:
        """The newest baseline that is locked."""
        return next((one for one in self.baselines if one.is_locked), None)

    @property
    def open_baseline(self) -> Baseline | None:
        """The baseline that is on its way."""
        return next((one for one in self.baselines if not one.is_locked), None)

    @property
    def is_changed_since(self) -> bool:
        """Whether a figure of the locked baseline was corrected after it was locked."""
        if self.locked is None:
            return False
        first, last = self.locked.from_on, self.locked.last_on
        standing = [
            kept_value(one.value.period_on, one.value.measured)
            for one in reversed(self.figures)
            if first <= one.value.period_on <= last and not one.value.is_withdrawn
        ]
        return standing != self.locked.values


def series_of(network: Network, person: Person, *, version: IndicatorVersion | None = None) -> list[Series]:
    """Every series of the network itself that this person sees, by indicator and name. One database query.

    version: just those of this version of an indicator.
    """
    rows = Series.objects.visible_to(person).of(network).of_the_network().named()
    if version is not None:
        rows = rows.filter(version=version)
    return sorted(
        rows, key=lambda one: (one.version.name, one.level != "network", one.who, one.version.number)
    )


def newest_of(rows: Iterable[Series]) -> list[Series]:
    """The series of the newest measured version of each indicator: the ones that are still filled in."""
    return newest_by(list(rows), lambda one: (one.version.indicator_id, one.version.number))


def newest_by(rows: Sequence[Row], version: Callable[[Row], tuple[UUID, int]]) -> list[Row]:
    """The rows of the newest version of each indicator; version tells the indicator of a row and the number."""
    told = [version(row) for row in rows]
    newest: dict[UUID, int] = {}
    for indicator, number in told:
        newest[indicator] = max(newest.get(indicator, 0), number)
    return [row for row, (indicator, number) in zip(rows, told, strict=True) if number == newest[indicator]]


def entries(network: Network, person: Person) -> list[Entry]:
    """What is measured, by name: each indicator with the series of its newest measured version. Two queries."""
    by_version: dict[UUID, list[Series]] = {}
    for one in newest_of(series_of(network, person)):
        by_version.setdefault(one.version_id, []).append(one)
    last = _last_periods(one.pk for rows in by_version.values() for one in rows)
    found = []
    for rows in by_version.values():
        version = rows[0].version
        days = [last[one.pk] for one in rows if one.pk in last]
        found.append(Entry(version.indicator, version, tuple(rows), max(days, default=None)))
    return sorted(found, key=lambda one: one.version.name)


def grid(network: Network, person: Person, code: str, today: date, until: date | None = None) -> Grid | None:
    """The grid of an indicator: its newest measured version, and the last periods up to a day. Two queries.

    None when the network does not measure it.
    """
    rows = Series.objects.visible_to(person).of(network).of_the_network().named()
    newest_rows = newest_of(rows.filter(version__indicator__code=code))
    mine = tuple(sorted(newest_rows, key=lambda one: (one.level != "network", one.who)))
    if not mine:
        return None
    version = mine[0].version
    newest = first_day(version.period, today)
    last = min(first_day(version.period, until), newest) if until else newest
    first = moved(version.period, last, 1 - SHOWN)
    standing = Value.objects.counting().filter(series__in=mine, period_on__gte=first, period_on__lte=last)
    return Grid(
        version=version,
        series=mine,
        periods=tuple(between(version.period, first, last)),
        standing={(one.series_id, one.period_on): one for one in standing},
        earlier=moved(version.period, last, -SHOWN),
        later=min(moved(version.period, last, SHOWN), newest) if last < newest else None,
    )


def find_series(network: Network, person: Person, pk: UUID) -> Series | None:
    """The series with this key, for who looks. One database query."""
    return Series.objects.visible_to(person).of(network).named().filter(pk=pk).first()


def series_page(series: Series) -> SeriesPage:
    """A series with every figure and every baseline. Two database queries."""
    values = series.values.select_related("entered_by", "approved_by").order_by("-period_on", "-number")
    by_period: dict[date, list[Value]] = {}
    for one in values:
        by_period.setdefault(one.period_on, []).append(one)
    baselines = series.baselines.select_related("collected_by", "checked_by", "locked_by")
    return SeriesPage(
        series=series,
        figures=tuple(
            Figure(rows[0], tuple(rows[1:]), label(series.version.period, on))
            for on, rows in by_period.items()
        ),
        baselines=tuple(baselines),
    )


def facts_of(baseline: Baseline) -> dict[str, Any]:
    """What a fingerprint is about beside the figures: of what, which period, who and when."""
    series = baseline.series
    # In one and the same zone: the database gives a moment back in another one than it was written in.
    moments = {
        name: getattr(baseline, name).astimezone(UTC).isoformat()
        for name in ("collected_at", "checked_at", "locked_at")
    }
    people = {
        name: str(getattr(baseline, f"{name}_id")) for name in ("collected_by", "checked_by", "locked_by")
    }
    return {
        "series": str(series.pk),
        "indicator": series.version.indicator.code,
        "definition": series.version.number,
        "number": baseline.number,
        "from_on": baseline.from_on.isoformat(),
        "last_on": baseline.last_on.isoformat(),
        "reason": baseline.reason,
        **moments,
        **people,
    }


def is_intact(baseline: Baseline) -> bool:
    """Whether a locked baseline still has its fingerprint, worked out anew from what it holds. No database query."""
    return baseline.sha256 == seal_of(facts_of(baseline), baseline.values, baseline.limits)


def _last_periods(keys: Iterable[UUID]) -> dict[UUID, date]:
    """The last period of each series that has a figure. One database query."""
    rows = Value.objects.counting().filter(series__in=list(keys), value__isnull=False)
    return dict(rows.order_by("series", "-period_on").distinct("series").values_list("series", "period_on"))
