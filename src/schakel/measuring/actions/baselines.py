"""A baseline: collected, checked by somebody else, and locked with a fingerprint."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.journal.actions import record
from schakel.measuring import charting
from schakel.measuring.actions.readings import ask_to_read
from schakel.measuring.actions.series import approve_values
from schakel.measuring.models import Baseline, Series, Value
from schakel.measuring.permissions import (
    why_not_check_baseline,
    why_not_collect,
    why_not_lock,
    why_not_withdraw_baseline,
)
from schakel.measuring.queries import facts_of
from schakel.measuring.rules import BaselineState, kept_value, seal_of, why_not_enough
from schakel.measuring.rules.periods import first_day
from schakel.methods.spc import BadSeries
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from schakel.people.models import Person


@transaction.atomic
def collect_baseline(
    series: Series, *, by: Person | None, from_on: date, last_on: date, reason: str = ""
) -> Baseline:
    """Gather the figures of a period as the baseline of a series; a later one says why there is another."""
    series = Series.objects.named().select_for_update(of=("self",)).get(pk=series.pk)
    allow(why_not_collect(by, series))
    kind = series.version.period
    from_on, last_on = first_day(kind, from_on), first_day(kind, last_on)
    allow(_("De laatste periode ligt vóór de eerste.") if last_on < from_on else None)
    before = series.baselines.first()
    if before is not None and not reason.strip():
        raise Refused(_("Er is al een nulmeting op slot. Schrijf op waarom er een tweede komt."))
    baseline = Baseline(
        network_id=series.network_id,
        series=series,
        number=before.number + 1 if before else 1,
        state=BaselineState.COLLECTED,
        from_on=from_on,
        last_on=last_on,
        reason=reason.strip() if before else "",
        collected_by=by,
        collected_at=timezone.now(),
    )
    allow(why_not_enough(len(values_of(baseline))))
    baseline.save()
    record(by=by, verb="collected", about=baseline, reason=baseline.reason)
    return baseline


@transaction.atomic
def check_baseline(baseline: Baseline, *, by: Person | None) -> Baseline:
    """Say that the figures of a baseline are right: they become final, and are written down as they are now."""
    baseline = _locked(baseline)
    allow(why_not_check_baseline(by, baseline))
    approve_values(baseline.series, by=by, from_on=baseline.from_on, last_on=baseline.last_on)
    baseline.values = values_of(baseline)
    allow(why_not_enough(len(baseline.values)))
    baseline.state, baseline.checked_by, baseline.checked_at = BaselineState.CHECKED, by, timezone.now()
    baseline.save(update_fields=["values", "state", "checked_by", "checked_at"])
    record(by=by, verb="checked", about=baseline, data={"n": len(baseline.values)})
    return baseline


@transaction.atomic
def lock_baseline(baseline: Baseline, *, by: Person | None) -> Baseline:
    """Lock a checked baseline with its fingerprint; from now on neither it nor its fingerprint changes."""
    baseline = _locked(baseline)
    allow(why_not_lock(by, baseline))
    if baseline.values != values_of(baseline):
        raise Refused(
            _(
                "Sinds het nakijken is er een cijfer veranderd. Trek deze nulmeting in en verzamel die opnieuw."
            )
        )
    baseline.limits = _limits_of(baseline)
    baseline.state, baseline.locked_by, baseline.locked_at = BaselineState.LOCKED, by, timezone.now()
    baseline.sha256 = seal_of(facts_of(baseline), baseline.values, baseline.limits)
    baseline.save(update_fields=["state", "locked_by", "locked_at", "sha256", "limits"])
    ask_to_read(baseline.network_id, [baseline.series_id])
    record(by=by, verb="locked", about=baseline, data={"sha256": baseline.sha256})
    return baseline


@transaction.atomic
def withdraw_baseline(baseline: Baseline, *, by: Person | None, reason: str) -> None:
    """Take back a baseline that is not locked yet; its history keeps it."""
    baseline = _locked(baseline)
    allow(why_not_withdraw_baseline(by, baseline))
    allow(None if reason.strip() else _("Schrijf op waarom u deze nulmeting intrekt."))
    record(by=by, verb="withdrawn", about=baseline, reason=reason.strip())
    baseline.delete()


def _limits_of(baseline: Baseline) -> dict[str, Any]:
    """What the limits of later figures rest on; nothing where the figures give no limits."""
    try:
        chart = charting.chart_of(baseline.series.version, list(_figures(baseline)))
    except BadSeries:
        return {}
    return charting.basis_kept(chart)


def _figures(baseline: Baseline) -> QuerySet[Value]:
    """The figures that count in the period of a baseline, oldest first."""
    return baseline.series.values.counting().filter(
        period_on__gte=baseline.from_on, period_on__lte=baseline.last_on
    )


def values_of(baseline: Baseline) -> list[dict[str, Any]]:
    """The figures that count in the period of a baseline, as they would be sealed. One database query."""
    return [kept_value(one.period_on, one.measured) for one in _figures(baseline) if not one.is_withdrawn]


def _locked(baseline: Baseline) -> Baseline:
    """The baseline as it is now, held until the end of the transaction, its series with it."""
    series = Series.objects.named().select_for_update(of=("self",)).get(pk=baseline.series_id)
    found = Baseline.objects.select_for_update(of=("self",)).get(pk=baseline.pk)
    found.series = series
    return found
