"""Measuring something no longer: from which period, and why. What was measured stays, and it can be taken up again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring.models import Indicator, Series, Value
from schakel.measuring.permissions import why_not_end
from schakel.measuring.rules.periods import first_day, label
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@transaction.atomic
def end_series(series: Series, *, by: Person | None, ended_on: date, reason: str) -> Series:
    """Say from which period on a series is no longer measured; nobody is asked for its figures from then on."""
    series = Series.objects.named().select_for_update(of=("self",)).get(pk=series.pk)
    allow(why_not_end(by, series.network))
    allow(None if reason.strip() else _("Schrijf op waarom u dit niet meer meet."))
    if series.ended_on is not None:
        kind = series.version.period
        raise Refused(
            _("Deze reeks wordt al niet meer gemeten, vanaf %(period)s.")
            % {"period": label(kind, series.ended_on)}
        )
    _end([series], by=by, ended_on=ended_on, reason=reason.strip())
    return series


@transaction.atomic
def resume_series(series: Series, *, by: Person | None, reason: str) -> Series:
    """Measure a series again; what was missed in between stays a gap, unless somebody fills it in."""
    series = Series.objects.named().select_for_update(of=("self",)).get(pk=series.pk)
    allow(why_not_end(by, series.network))
    allow(None if reason.strip() else _("Schrijf op waarom u dit weer meet."))
    allow(None if series.ended_on is not None else _("Deze reeks wordt gewoon gemeten."))
    indicator = Indicator.objects.select_for_update().get(pk=series.version.indicator_id)
    if indicator.ended_on is not None:
        indicator.ended_on, indicator.ended_reason = None, ""
        indicator.save(update_fields=["ended_on", "ended_reason"])
        record(by=by, verb="resumed", about=indicator, reason=reason.strip())
    series.ended_on, series.ended_reason = None, ""
    series.save(update_fields=["ended_on", "ended_reason"])
    record(by=by, verb="resumed", about=series, reason=reason.strip())
    return series


@transaction.atomic
def end_indicator(indicator: Indicator, *, by: Person | None, ended_on: date, reason: str) -> Indicator:
    """Say that an indicator is no longer measured for anybody: every series of it ends, of every version."""
    indicator = (
        Indicator.objects.select_for_update(of=("self",)).select_related("network").get(pk=indicator.pk)
    )
    allow(why_not_end(by, indicator.network))
    allow(None if reason.strip() else _("Schrijf op waarom u dit niet meer meet."))
    if indicator.ended_on is not None:
        raise Refused(
            _("Deze indicator wordt al niet meer gemeten, sinds %(day)s.")
            % {"day": dutch_date(indicator.ended_on)}
        )
    rows = Series.objects.named().filter(version__indicator=indicator, ended_on__isnull=True)
    _end(rows.order_by("pk").select_for_update(of=("self",)), by=by, ended_on=ended_on, reason=reason.strip())
    indicator.ended_on, indicator.ended_reason = timezone.localdate(), reason.strip()
    indicator.save(update_fields=["ended_on", "ended_reason"])
    record(by=by, verb="ended", about=indicator, reason=indicator.ended_reason)
    return indicator


def _end(rows: Iterable[Series], *, by: Person | None, ended_on: date, reason: str) -> None:
    for series in rows:
        first = first_day(series.version.period, ended_on)
        last = (
            Value.objects.counting().filter(series=series, value__isnull=False).order_by("-period_on").first()
        )
        if last is not None and last.period_on >= first:
            words = _("Bij %(who)s staat er een cijfer in %(period)s. Kies een latere periode.")
            raise Refused(words % {"who": series.who, "period": label(series.version.period, last.period_on)})
        series.ended_on, series.ended_reason = first, reason
        series.save(update_fields=["ended_on", "ended_reason"])
        record(by=by, verb="ended", about=series, reason=reason, data={"ended_on": first.isoformat()})
