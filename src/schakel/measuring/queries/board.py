"""The board: every series on one line, with what it shows; and what its page needs beside its figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from schakel.governance.permissions import Permission, holds
from schakel.measuring import charting
from schakel.measuring.models import Baseline, IndicatorVersion, PhaseChange, PointNote, Reading, Series
from schakel.measuring.queries.exits import HIDDEN, Shown, Together, let_out, let_out_of
from schakel.measuring.queries.series import SeriesPage, newest_by
from schakel.measuring.queries.targets import OnTarget, Rests, on_target, rests_on_words
from schakel.measuring.queries.thresholds import policy_of
from schakel.measuring.rules import Level, Measured, read_value
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import USUAL, Policy
from schakel.methods.spc import BadSeries, ControlChart
from schakel.network.models import Partner
from schakel.web.formats import number

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: Verdicts that say that something changed.
SIGNALS = frozenset({"improvement", "concern", "neutral"})


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One series: its last figure as it may be shown, its margin, and two verdicts.

    column: about whom it is: the key of the area or the partner, None for the network itself.
    subject: what it belongs to beside the network, by its key.
    """

    series_id: UUID
    version: IndicatorVersion
    level: str
    column: UUID | None
    who: str
    has_baseline: bool
    subject: UUID | None = None
    shown: Shown | None = None
    last_on: date | None = None
    is_stale: bool = False
    ended_on: date | None = None
    variation: str = ""
    on_target: OnTarget | None = None
    margin: tuple[float, float] | None = None
    expected: float = 0.0

    @property
    def last_words(self) -> str:
        """Of which period the last figure is."""
        return label(self.version.period, self.last_on) if self.last_on else ""

    @property
    def ended_words(self) -> str:
        """From which period on it is no longer measured; empty while it is."""
        if self.ended_on is None:
            return ""
        return _("niet meer gemeten vanaf %(period)s") % {"period": label(self.version.period, self.ended_on)}

    @property
    def figure_words(self) -> str:
        """Its last figure with its unit, or what stands there instead; empty when there is none yet."""
        if self.shown is None:
            return ""
        if self.shown.is_hidden:
            return _("verborgen")
        value = self.shown.measured.value
        return _("niets geteld") if value is None else f"{number(value)} {self.version.unit}"

    @property
    def is_signal(self) -> bool:
        """Whether its last point says that something changed."""
        return self.variation in SIGNALS


@dataclass(frozen=True)
class Board:
    """Every line, with how many signals were found at the last points and how many chance alone gives."""

    lines: tuple[BoardLine, ...]
    policy: Policy = USUAL

    @property
    def n_found(self) -> int:
        """At how many lines the last point says that something changed."""
        return sum(one.is_signal for one in self.lines)

    @property
    def n_stale(self) -> int:
        """Of how many lines what they show is still being worked out."""
        return sum(one.is_stale for one in self.lines)

    @property
    def n_expected(self) -> float:
        """At how many chance alone would say so."""
        return sum(one.expected for one in self.lines)

    def of(self, lines: Iterable[BoardLine]) -> Board:
        """The same board with only these lines; what was hidden stays so."""
        return replace(self, lines=tuple(lines))

    @property
    def columns(self) -> tuple[tuple[UUID | None, str], ...]:
        """About whom there are lines: the network, the areas and the partners, each by name."""
        order = {Level.NETWORK: 0, Level.AREA: 1, Level.PARTNER: 2}
        found = {(order[Level(one.level)], one.who, one.column) for one in self.lines}
        return tuple((key, who) for _order, who, key in sorted(found, key=str))


@dataclass(frozen=True)
class SeriesView:
    """What a series shows: its chart when it may be seen, the drawings, phases and notes."""

    chart: ControlChart | None
    reading: Reading | None
    phases: tuple[PhaseChange, ...]
    notes: tuple[PointNote, ...]
    fault: str
    is_hidden: bool
    rests_on: str = ""


#: What the board asks of each series, with what was worked out for it; a chart and its points stay where they are.
_ASKED = (
    "pk",
    "version_id",
    "version__indicator_id",
    "version__number",
    "subject_id",
    "level",
    "area_id",
    "area__name",
    "partner_id",
    "partner__name",
    "ended_on",
    "has_baseline",
    "readings__last",
    "readings__is_stale",
    "readings__variation",
    "readings__lower",
    "readings__upper",
    "readings__limits_from_on",
    "readings__limits_last_on",
    "readings__is_of_before",
    "readings__lower95",
    "readings__upper95",
    "readings__expected_at_last",
)


def board(
    network: Network,
    person: Person,
    *,
    partner: UUID | None = None,
    series: Collection[UUID] | None = None,
    policy: Policy | None = None,
) -> Board:
    """Every series of the network itself, or of one partner, on one line. Four database queries.

    policy: from how many people figures are shown, where a page asked that already; that saves one query.
    series: just the series with these keys, whatever they belong to, also those of an earlier definition.
    Who fills a series in sees its figure; everybody else sees no small numbers.
    """
    rows = Series.objects.visible_to(person).of(network)
    rows = rows.of_the_network() if series is None else rows.filter(pk__in=series)
    if partner is not None:
        rows = rows.filter(partner=partner)
    locked = Baseline.objects.locked().filter(series=OuterRef("pk"))
    told = rows.annotate(has_baseline=Exists(locked)).values_list(*_ASKED, named=True)
    asked = list(told.order_by())
    if series is None:
        asked = newest_by(asked, lambda row: (row.version__indicator_id, row.version__number))
    versions = {
        one.pk: one
        for one in IndicatorVersion.objects.filter(pk__in={row.version_id for row in asked}).select_related(
            "indicator"
        )
    }
    lasts = {row.pk: read_value(row.readings__last) for row in asked if row.readings__last}
    periods = {on for on, _measured in lasts.values()}
    policy = policy or policy_of(network.pk)
    together = let_out_of(versions, set(lasts), policy, periods, {row.subject_id for row in asked})
    sees_all = _seen_in_full(network, person, asked)
    lines = [
        _line(
            row,
            versions[row.version_id],
            lasts.get(row.pk),
            together,
            policy,
            sees_all=_whom(row) in sees_all,
        )
        for row in asked
    ]
    order = {Level.NETWORK: 0, Level.AREA: 1, Level.PARTNER: 2}
    lines.sort(key=lambda one: (one.version.name, order[Level(one.level)], one.who))
    return Board(tuple(lines), policy)


def _whom(row: Any) -> UUID | None:
    return row.partner_id if row.level == Level.PARTNER else None


def _seen_in_full(network: Network, person: Person, rows: list[Any]) -> set[UUID | None]:
    """For whom this person fills in figures, and so sees them all: keys of partners, None for network and areas."""
    found: set[UUID | None] = set()
    for key in {_whom(row) for row in rows}:
        about = Partner(pk=key, network=network) if key else None
        asked = Permission.ENTER_FIGURES if key else Permission.CHECK_FIGURES
        if holds(person, asked, network, partner=about):
            found.add(key)
    return found


def _line(
    row: Any,
    version: IndicatorVersion,
    last: tuple[date, Measured] | None,
    known: Together,
    policy: Policy,
    *,
    sees_all: bool,
) -> BoardLine:
    names = {Level.AREA: row.area__name, Level.PARTNER: row.partner__name}
    whom: dict[str, Any] = {
        "series_id": row.pk,
        "version": version,
        "level": row.level,
        "column": row.area_id or row.partner_id,
        "who": names.get(row.level) or str(Level.NETWORK.label),
        "has_baseline": row.has_baseline,
        "subject": row.subject_id,
        "is_stale": bool(row.readings__is_stale),
        "ended_on": row.ended_on,
    }
    if last is None:
        return BoardLine(**whom)
    on, measured = last
    shown = Shown(measured) if sees_all else known.get((row.pk, on), HIDDEN)
    if not shown.is_hidden and shown.measured != measured:
        # It was corrected a moment ago: the margin beside it still belongs to the figure before.
        (shown,) = let_out(version, [measured], policy)
    low, high = row.readings__lower95, row.readings__upper95
    return BoardLine(
        **whom,
        shown=shown,
        last_on=on,
        variation=row.readings__variation,
        on_target=on_target(version, _rests(row), shown) if row.readings__variation else None,
        margin=None if low is None or high is None or shown.is_hidden else (low, high),
        expected=row.readings__expected_at_last,
    )


def _rests(row: Any) -> Rests:
    return Rests(
        row.readings__lower,
        row.readings__upper,
        row.readings__limits_from_on,
        row.readings__limits_last_on,
        row.readings__is_of_before,
    )


def series_view(page: SeriesPage, known: Together | None) -> SeriesView:
    """The chart of a series with what people said of it. Three database queries.

    known: the figures as this person may see them; None for who sees all. Who did not collect them sees no chart while
        one is hidden: its lines would give it back.
    """
    series = page.series
    phases = tuple(series.phases.select_related("made_by"))
    notes = tuple(series.notes.select_related("made_by"))
    reading = Reading.objects.filter(series=series).first()
    values = [one.value for one in reversed(page.figures)]
    is_hidden = known is not None and any(
        known.get((series.pk, one.period_on), HIDDEN).is_hidden for one in values
    )
    chart, fault = None, ""
    if not is_hidden:
        try:
            chart = charting.chart_of(
                series.version,
                values,
                starts=[one.starts_on for one in phases],
                locked=charting.basis_read(page.locked.limits) if page.locked else None,
            )
        except BadSeries as wrong:
            fault = str(wrong.fault)
    return SeriesView(chart, reading, phases, notes, fault, is_hidden, rests_on_words(series, page.locked))
