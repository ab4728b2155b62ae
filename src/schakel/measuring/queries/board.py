"""The board: every series on one line, with what it shows; and what its page needs beside its figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef

from schakel.measuring import charting
from schakel.measuring.models import Baseline, PhaseChange, PointNote, Reading, Series
from schakel.measuring.queries.exits import HIDDEN, Shown, Together, let_out, let_out_together
from schakel.measuring.queries.series import SeriesPage, newest_of
from schakel.measuring.rules import read_value
from schakel.measuring.rules.periods import label
from schakel.methods.disclosure import Policy
from schakel.methods.spc import BadSeries, ControlChart

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: Verdicts that say that something changed.
SIGNALS = frozenset({"improvement", "concern", "neutral"})


@dataclass(frozen=True)
class BoardLine:
    """One series: its last figure as it may be shown, its margin, and two verdicts."""

    series: Series
    reading: Reading | None
    shown: Shown | None
    last_on: date | None
    has_baseline: bool

    @property
    def last_words(self) -> str:
        """Of which period the last figure is."""
        return label(self.series.version.period, self.last_on) if self.last_on else ""

    @property
    def is_signal(self) -> bool:
        """Whether its last point says that something changed."""
        return self.reading is not None and self.reading.variation in SIGNALS


@dataclass(frozen=True)
class Board:
    """Every line, with how many signals were found at the last points and how many chance alone gives."""

    lines: tuple[BoardLine, ...]
    n_found: int
    n_expected: float


@dataclass(frozen=True)
class SeriesView:
    """What a series shows: its chart when it may be seen, the drawings, phases and notes."""

    chart: ControlChart | None
    reading: Reading | None
    phases: tuple[PhaseChange, ...]
    notes: tuple[PointNote, ...]
    fault: str
    is_hidden: bool


def board(network: Network, person: Person, *, partner: UUID | None = None) -> Board:
    """Every series of the network itself, or of one partner, on one line. Three database queries."""
    rows = Series.objects.visible_to(person).of(network).of_the_network().named()
    locked = Baseline.objects.locked().filter(series=OuterRef("pk"))
    rows = rows.annotate(has_baseline=Exists(locked))
    if partner is not None:
        rows = rows.filter(partner=partner)
    series = sorted(newest_of(rows), key=lambda one: (one.version.name, one.level != "network", one.who))
    known = Reading.objects.filter(series__in=series).defer(*Reading.HEAVY)
    readings = {one.series_id: one for one in known}
    periods = {read_value(one.last)[0] for one in readings.values() if one.last}
    together = let_out_together(series, Policy(), periods)
    lines = tuple(_line(one, readings.get(one.pk), together) for one in series)
    return Board(
        lines=lines,
        n_found=sum(one.is_signal for one in lines),
        n_expected=sum(one.reading.expected_at_last for one in lines if one.reading is not None),
    )


def _line(series: Series, reading: Reading | None, known: Together) -> BoardLine:
    shown, last_on = None, None
    if reading is not None and reading.last:
        last_on, measured = read_value(reading.last)
        shown = known.get((series.pk, last_on), HIDDEN)
        if not shown.is_hidden and shown.measured != measured:
            # It was corrected a moment ago: the margin beside it still belongs to the figure before.
            (shown,) = let_out(series.version, [measured], Policy())
    return BoardLine(series, reading, shown, last_on, series.has_baseline)  # type: ignore[attr-defined]  # annotated


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
    return SeriesView(chart, reading, phases, notes, fault, is_hidden)
