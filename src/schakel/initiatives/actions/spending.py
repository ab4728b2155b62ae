"""Writing down what an initiative really spent and worked, beside what its plan says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.initiatives.actions.keeping import kept, locked, tell
from schakel.initiatives.models import FundingLine, Spending
from schakel.initiatives.permissions import why_not_record_spending
from schakel.initiatives.rules import CostKind, Spent, why_not_spent
from schakel.journal.actions import record
from schakel.web.formats import dutch_date, euro
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person


@transaction.atomic
def record_spending(
    initiative: Initiative, *, by: Person | None, until_on: date, rows: Sequence[Spent]
) -> list[Spending]:
    """Write down all that was spent up to a day; a kind that is left out or empty is gone, its history stays."""
    initiative = locked(initiative)
    allow(why_not_record_spending(by, initiative))
    rows = [one for one in rows if one.amount_eur or one.hours]
    allow(why_not_spent(rows, until_on, timezone.localdate()))
    lines = {one.pk for one in FundingLine.objects.of(initiative.network)}
    if any(one.kind.line is not None and one.kind.line not in lines for one in rows):
        raise Refused(_("Deze geldstroom is er niet."))
    there = {
        CostKind(one.cost_type, one.year, one.line_id, one.source): one for one in initiative.spendings.all()
    }
    wanted = {one.kind for one in rows}
    for kind, gone in there.items():
        if kind not in wanted:
            gone.delete()
    made = [_put(initiative, by, until_on, one, there.get(one.kind)) for one in rows]
    total = sum((one.amount_eur for one in rows), Decimal(0))
    title = _("Uitgaven bijgewerkt tot en met %(day)s: %(sum)s")
    words = title % {"day": dutch_date(until_on), "sum": euro(total)}
    tell(initiative, icon="same", by=by, title=words)
    record(by=by, verb="spending recorded", about=initiative, reason=words)
    return made


def _put(
    initiative: Initiative, by: Person | None, until_on: date, one: Spent, there: Spending | None
) -> Spending:
    row = there or Spending(
        network=initiative.network,
        initiative=initiative,
        cost_type=one.kind.cost_type,
        year=one.kind.year,
        line_id=one.kind.line,
        source=kept(one.kind.source, longest=200),
    )
    row.amount_eur, row.hours, row.until_on = one.amount_eur, one.hours, until_on
    row.recorded_by, row.recorded_at = by, timezone.now()
    row.save()
    return row
