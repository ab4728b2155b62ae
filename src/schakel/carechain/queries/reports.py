"""Readings for filling in waits: for which partners somebody may, and what stands there of a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from schakel.carechain.models import WaitFactors, WaitReport
from schakel.carechain.permissions import why_not_report_waits
from schakel.carechain.rules import Split, WaitUnit
from schakel.governance.permissions import standing
from schakel.network.models import Network, Partner

if TYPE_CHECKING:
    from schakel.people.models import Person


@dataclass(frozen=True)
class MonthReport:
    """What stands there of one partner and month, of everybody or of one group.

    phases: what counts now, by phase. before: the same of the month before. history: every version of this month that
    was corrected, newest first. groups: names of groups that this partner told of before.
    """

    partner: Partner
    month_on: date
    split: str
    split_name: str
    phases: Mapping[str, WaitReport]
    before: Mapping[str, WaitReport]
    factors: WaitFactors | None
    factors_before: WaitFactors | None
    history: tuple[WaitReport | WaitFactors, ...]
    groups: tuple[str, ...]

    @property
    def unit(self) -> str:
        """In what this provider tells its means: as it did last, otherwise in weeks."""
        told = [*self.phases.values(), *self.before.values()]
        return told[0].unit if told else WaitUnit.WEEKS


def partners_to_report(network: Network, person: Person) -> list[Partner]:
    """The partners of which somebody may tell the waits, its own first. At most three database queries."""
    if why_not_report_waits(person, network) is not None:
        return []
    own = standing(person, network).partner_ids
    rows = Partner.objects.visible_to(person).of(network).published().order_by("name")
    rows = rows.select_related("member_of")
    mine = [one for one in rows if why_not_report_waits(person, network, one) is None]
    return sorted(mine, key=lambda one: not {one.pk, one.member_of_id} & own)


def month_report(
    network: Network,
    person: Person,
    partner: Partner,
    month_on: date,
    *,
    split: str = Split.ALL,
    split_name: str = "",
) -> MonthReport:
    """What stands there of a month, with the month before it and what was corrected. Three database queries."""
    before_on = date(month_on.year - (month_on.month == 1), (month_on.month - 2) % 12 + 1, 1)
    both = [month_on, before_on]
    reports = list(
        WaitReport.objects.visible_to(person)
        .of(network)
        .filter(partner=partner, month_on__in=both, split=split, split_name=split_name)
        .select_related("entered_by")
        .order_by("phase", "-number")
    )
    # Of a part of the people nothing is told of staff.
    factors = list(
        WaitFactors.objects.visible_to(person)
        .of(network)
        .filter(partner=partner, month_on__in=both if split == Split.ALL else [])
        .select_related("entered_by")
    )
    names = (
        WaitReport.objects.visible_to(person)
        .of(network)
        .filter(partner=partner, split=split)
        .exclude(split_name="")
        .order_by("split_name")
        .values_list("split_name", flat=True)
        .distinct()
    )
    told: list[WaitReport | WaitFactors] = [*reports, *factors]
    counting = [one for one in told if one.replaced_by_id is None]
    corrected = [one for one in told if one.replaced_by_id is not None and one.month_on == month_on]

    def of(on: date) -> dict[str, WaitReport]:
        return {one.phase: one for one in counting if isinstance(one, WaitReport) and one.month_on == on}

    def staff(on: date) -> WaitFactors | None:
        return next((one for one in counting if isinstance(one, WaitFactors) and one.month_on == on), None)

    return MonthReport(
        partner=partner,
        month_on=month_on,
        split=split,
        split_name=split_name,
        phases=of(month_on),
        before=of(before_on),
        factors=staff(month_on),
        factors_before=staff(before_on),
        history=tuple(sorted(corrected, key=lambda one: one.entered_at, reverse=True)),
        groups=tuple(names),
    )
