"""A provider tells how long people waited in a month, and what played a part: all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain.models import WaitFactors, WaitReport
from schakel.carechain.permissions import why_not_report_waits
from schakel.carechain.rules import (
    Factors,
    Split,
    Waited,
    why_not_factors,
    why_not_month,
    why_not_seen,
    why_not_slot,
    why_not_split,
    why_not_waited,
)
from schakel.journal.actions import record
from schakel.methods.waits.norms import days_of_phases
from schakel.network.models import Partner
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.carechain.models import DataPurpose
    from schakel.people.models import Person


@dataclass(frozen=True)
class ReportedPhase:
    """One phase as somebody fills it in; an empty one withdraws what stands there.

    seen: the version that stood there when it was filled in, 0 for none; None when nobody looked.
    """

    phase: str
    told: Waited
    unit: str
    seen: int | None = None


@dataclass(frozen=True)
class ReportedFactors:
    """What plays a part as somebody fills it in; the same about ``seen``."""

    told: Factors
    seen: int | None = None


@dataclass(frozen=True)
class Reported:
    """What became of a report."""

    n_new: int = 0
    n_corrected: int = 0


Row = TypeVar("Row", WaitReport, WaitFactors)


@transaction.atomic
def report_waits(
    purpose: DataPurpose,
    partner: Partner,
    *,
    by: Person,
    month_on: date,
    phases: Sequence[ReportedPhase] = (),
    factors: ReportedFactors | None = None,
    split: str = Split.ALL,
    split_name: str = "",
    reason: str = "",
) -> Reported:
    """Keep what a provider tells of one month. The same again changes nothing; something else stands beside the first.

    reason: why what stands there already is corrected; without one, only what is new is taken.
    """
    allow(why_not_report_waits(by, purpose.network, partner))
    if partner.network_id != purpose.network_id:
        raise Refused(_("Dit hoort bij een ander netwerk."))
    # Who tells of a partner holds it, so that two do not write the same version.
    Partner.objects.select_for_update().get(pk=partner.pk)
    allow(why_not_month(month_on, timezone.localdate()))
    allow(why_not_split(split, split_name.strip()))
    norms = days_of_phases(month_on)
    about: dict[str, Any] = {"network_id": purpose.network_id, "partner": partner, "month_on": month_on}
    common = {**about, "purpose": purpose, "entered_by": by, "entered_at": timezone.now()}
    there = {"split": split, "split_name": split_name.strip()[:80]}
    kept: list[WaitReport | WaitFactors | None] = []
    for one in phases:
        allow(why_not_waited(one.told, one.unit, norms.get(one.phase)) or why_not_slot(one.phase, one.told))
        before = WaitReport.objects.counting().filter(**about, **there, phase=one.phase).first()
        values = {**common, **there, "phase": one.phase, "unit": one.unit, **asdict(one.told)}
        is_same = before is not None and (before.unit == one.unit or one.told.is_empty)
        kept.append(_keep(WaitReport(**values), before, one, is_same=is_same, reason=reason))
    if factors is not None:
        allow(why_not_factors(factors.told))
        before_this = WaitFactors.objects.counting().filter(**about).first()
        made = WaitFactors(**common, **asdict(factors.told))
        kept.append(_keep(made, before_this, factors, is_same=True, reason=reason))
    written = [row for row in kept if row is not None]
    for row in written:
        verb = "reported" if row.number == 1 else "corrected"
        record(by=by, verb=verb, about=row, reason=row.reason, on_behalf_of=str(partner))
    n_new = sum(row.number == 1 for row in written)
    return Reported(n_new, len(written) - n_new)


def _keep(
    made: Row, before: Row | None, told: ReportedPhase | ReportedFactors, *, is_same: bool, reason: str
) -> Row | None:
    """Write one version beside the one that it replaces; None when there is nothing new in it."""
    if before is None and told.told.is_empty:
        return None
    if before is not None and is_same and before.told == told.told:
        return None
    allow(why_not_seen(told.seen, before.number if before else 0))
    if before is not None:
        if not reason.strip():
            raise Refused(_("Hier staat al iets anders. Schrijf op waarom u het verbetert."))
        # First what was corrected steps back, then its successor comes: never do two of a month count.
        made.id, made.number, made.reason = uuid4(), before.number + 1, reason.strip()
        type(made).objects.filter(pk=before.pk).update(replaced_by=made.id)
    made.save(force_insert=True)
    return made
