"""Phases and notes of a series, and working out anew what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.measuring import charting
from schakel.measuring.models import Baseline, PhaseChange, PointNote, Reading, Series
from schakel.measuring.permissions import why_not_change_phase, why_not_drop_note, why_not_note
from schakel.measuring.rules.periods import label
from schakel.methods.spc import BadSeries
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person

#: The task that works out what changed.
READ = "measuring.read"


@transaction.atomic
def change_phase(series: Series, *, by: Person | None, starts_on: date, cause: str) -> PhaseChange:
    """Let new limits begin in a period, because something really changed; nothing does this by itself."""
    series = Series.objects.named().select_for_update(of=("self",)).get(pk=series.pk)
    allow(why_not_change_phase(by, series))
    allow(None if cause.strip() else _("Schrijf op wat er veranderde."))
    kind = series.version.period
    if not series.values.counting().filter(period_on=starts_on, value__isnull=False).exists():
        raise Refused(_("In %(period)s staat geen cijfer.") % {"period": label(kind, starts_on)})
    if series.phases.filter(starts_on=starts_on).exists():
        raise Refused(_("In %(period)s begint al een fase.") % {"period": label(kind, starts_on)})
    phase = PhaseChange.objects.create(
        network_id=series.network_id,
        series=series,
        starts_on=starts_on,
        cause=cause.strip(),
        made_by=by,
        made_at=timezone.now(),
    )
    record(by=by, verb="phase begun", about=phase, reason=phase.cause)
    ask_to_read(series.network_id, [series.pk])
    return phase


@transaction.atomic
def drop_phase(phase: PhaseChange, *, by: Person | None, reason: str) -> None:
    """Take a phase back: the limits before it go on. Its history keeps it."""
    phase = (
        PhaseChange.objects.select_for_update(of=("self",)).select_related("series__network").get(pk=phase.pk)
    )
    allow(why_not_change_phase(by, phase.series))
    allow(None if reason.strip() else _("Schrijf op waarom deze fase er niet is."))
    record(by=by, verb="phase taken back", about=phase, reason=reason.strip())
    phase.delete()
    ask_to_read(phase.network_id, [phase.series_id])


@transaction.atomic
def note_point(series: Series, *, by: Person, period_on: date, text: str) -> PointNote:
    """Say what one knows about a period."""
    series = Series.objects.named().get(pk=series.pk)
    allow(why_not_note(by, series))
    allow(None if text.strip() else _("Schrijf op wat er in deze periode was."))
    note = PointNote.objects.create(
        network_id=series.network_id,
        series=series,
        period_on=period_on,
        text=text.strip(),
        made_by=by,
        made_at=timezone.now(),
    )
    record(by=by, verb="noted", about=note)
    return note


@transaction.atomic
def drop_note(note: PointNote, *, by: Person) -> None:
    """Take a note back: who wrote it, or who looks after the figures."""
    note = PointNote.objects.select_for_update(of=("self",)).select_related("series__network").get(pk=note.pk)
    allow(why_not_drop_note(by, note))
    record(by=by, verb="note taken back", about=note)
    note.delete()


def ask_to_read(network_id: UUID, keys: Iterable[UUID]) -> None:
    """Say that series changed: pages tell that what they show is being worked out, and the worker does so."""
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return
    Reading.objects.bulk_create(
        [Reading(network_id=network_id, series_id=key) for key in wanted], ignore_conflicts=True
    )
    Reading.objects.filter(series__in=wanted).update(is_stale=True)
    defer(READ, network=network_id)


@transaction.atomic
def work_out(series: Series) -> Reading:
    """Work out what a series shows now, and keep it."""
    reading = Reading.objects.select_for_update().get(series=series)
    version = series.version
    values = list(series.values.counting().order_by("period_on"))
    baseline = Baseline.objects.locked().filter(series=series).first()
    starts = list(series.phases.values_list("starts_on", flat=True))
    reading.last, reading.lower95, reading.upper95 = charting.last_kept(values), None, None
    there = [one for one in values if one.value is not None]
    if there and (told := charting.margin(version, there[-1])):
        reading.lower95, reading.upper95 = told
    try:
        chart = charting.chart_of(
            version,
            values,
            starts=starts,
            locked=charting.basis_read(baseline.limits) if baseline else None,
        )
    except BadSeries as fault:
        reading.fault, reading.points, reading.broad, reading.narrow = str(fault.fault), [], "", ""
        reading.variation = reading.assurance = ""
        reading.expected_at_last = reading.expected_anywhere = 0
    else:
        reading.fault, reading.points = "", charting.points_kept(chart)
        reading.broad, reading.narrow = charting.drawings(chart, str(series))
        reading.variation, reading.assurance = str(chart.variation), str(chart.assurance)
        reading.expected_at_last = chart.expected_false_alarms.at_last
        reading.expected_anywhere = chart.expected_false_alarms.anywhere
        reading.autocorrelation, reading.dispersion = chart.autocorrelation, chart.dispersion
        reading.is_trial, reading.engine = chart.is_trial, chart.version
    reading.is_stale, reading.computed_at = False, timezone.now()
    reading.save()
    return reading
