"""Phases and notes of a series, and working out anew what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.jobs.queue import defer
from schakel.journal.actions import record
from schakel.measuring import charting
from schakel.measuring.models import PhaseChange, PointNote, Reading, Series
from schakel.measuring.permissions import why_not_change_phase, why_not_drop_note, why_not_note
from schakel.measuring.queries.measured import Measured, centre_before, measured_of
from schakel.measuring.rules.periods import label
from schakel.methods.spc import BadSeries
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person

#: The task that works out what changed.
READ = "measuring.read"
#: So many series are worked out in one transaction: long enough to ask little, short enough to let others write.
BATCH = 20
#: How a reading is made, beside the engine of charts: a next number has all of them made anew at night.
HOW = "/reading-4"


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
def renew_readings(network_id: UUID) -> int:
    """Ask anew for what was worked out in an older way, or was asked for and never came; returns how many."""
    rows = Reading.objects.filter(network_id=network_id).filter(Q(is_stale=True) | ~Q(engine__endswith=HOW))
    keys = list(rows.values_list("series_id", flat=True))
    ask_to_read(network_id, keys)
    return len(keys)


@transaction.atomic
def work_out(series: Series) -> Reading:
    """Work out what a series shows now, and keep it."""
    return _worked_out(list(Reading.objects.select_for_update().filter(series=series)))[0]


@transaction.atomic
def work_out_some(network_id: UUID, most: int = BATCH) -> int:
    """Work out some series that changed; returns how many, 0 when none is left. Six database queries.

    What another worker has in hand is passed over.
    """
    rows = Reading.objects.filter(network_id=network_id, is_stale=True).order_by("series_id")
    return len(_worked_out(list(rows.select_for_update(skip_locked=True)[:most])))


def _worked_out(readings: Sequence[Reading]) -> list[Reading]:
    """Work out what each series shows; its reading is held, so what changes meanwhile asks for it anew."""
    keys = [one.series_id for one in readings]
    if not keys:
        return []
    series = {one.pk: one for one in Series.objects.named().filter(pk__in=keys)}
    measured = measured_of(keys)
    for reading in readings:
        _fill(reading, series[reading.series_id], measured[reading.series_id])
    told = [one.name for one in Reading._meta.concrete_fields if one.name not in {"id", "network", "series"}]
    Reading.objects.bulk_update(readings, told)
    return list(readings)


def _fill(reading: Reading, series: Series, measured: Measured) -> None:
    version, values, baseline = series.version, measured.values, measured.baseline
    reading.last, reading.lower95, reading.upper95 = charting.last_kept(values), None, None
    there = [one for one in values if one.value is not None]
    if there and (told := charting.margin(version, there[-1])):
        reading.lower95, reading.upper95 = told
    reading.lower = reading.upper = reading.limits_from_on = reading.limits_last_on = None
    reading.is_of_before = False
    try:
        chart = charting.chart_of(
            version,
            values,
            starts=measured.starts,
            locked=charting.basis_read(baseline.limits) if baseline else None,
        )
    except BadSeries as fault:
        reading.fault, reading.points, reading.broad, reading.narrow = str(fault.fault), [], "", ""
        reading.engine = HOW
        reading.variation = reading.assurance = ""
        reading.expected_at_last = reading.expected_anywhere = 0
    else:
        reading.fault, reading.points = "", charting.points_kept(chart)
        reading.broad, reading.narrow = charting.drawings(
            chart, str(series), before=centre_before(version, measured.earlier)
        )
        reading.variation, reading.assurance = str(chart.variation), str(chart.assurance)
        reading.lower, reading.upper = charting.last_limits(chart)
        reading.is_of_before = chart.limits_are_of_before
        reading.limits_from_on, reading.limits_last_on = charting.rests_on(chart, baseline)
        reading.expected_at_last = chart.expected_false_alarms.at_last
        reading.expected_anywhere = chart.expected_false_alarms.anywhere
        reading.autocorrelation, reading.dispersion = chart.autocorrelation, chart.dispersion
        reading.is_trial, reading.engine = chart.is_trial, chart.version + HOW
    reading.is_stale, reading.computed_at = False, timezone.now()
