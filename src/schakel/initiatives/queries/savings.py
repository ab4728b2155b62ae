"""Savings that more than one initiative might count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from schakel.initiatives.models import ValueLine
from schakel.initiatives.rules import LETS_GO
from schakel.initiatives.rules.savings import part_of
from schakel.initiatives.rules.value import Direction

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.network.models import Partner
    from schakel.tenancy.models import TenantQuerySet


def counting() -> TenantQuerySet:
    """Lines of initiatives that go on or were finished: what came to an end without result counts nothing."""
    return ValueLine.objects.exclude(assessment__initiative__stage__in=LETS_GO)


def shares_of(first: ValueLine) -> list[int]:
    """Which parts of one saving are counted; first: the line that counted it first. One database query."""
    return [one.share_percent for one in counting().filter(Q(pk=first.pk) | Q(same_as=first))]


def savings_beside(initiative: Initiative, partner: Partner | None, purse: str, year: int) -> TenantQuerySet:
    """What other initiatives save at the same partner, of the same purse, in the same year: maybe the same saving."""
    rows = counting().of(initiative.network).filter(partner=partner, purse=purse, year=year)
    rows = rows.exclude(direction=Direction.PAYS).exclude(assessment__initiative=initiative)
    return rows.select_related("assessment__initiative", "same_as").order_by("added_at", "pk")


def parts_told(lines: Iterable[ValueLine]) -> dict[UUID, str]:
    """Of each line which part of its saving counts there, and where the rest counts. At most one database query."""
    lines = list(lines)
    firsts = {one.same_as_id or one.pk for one in lines if one.direction != Direction.PAYS}
    if not firsts:
        return {}
    groups: dict[UUID, list[ValueLine]] = {}
    for one in (
        counting().filter(Q(pk__in=firsts) | Q(same_as__in=firsts)).select_related("assessment__initiative")
    ):
        groups.setdefault(one.same_as_id or one.pk, []).append(one)
    return {
        one.pk: part_of(
            one.share_percent,
            [
                (other.assessment.initiative.number, other.share_percent)
                for other in groups.get(one.same_as_id or one.pk, [])
                if other.pk != one.pk
            ],
        )
        for one in lines
        if one.direction != Direction.PAYS
    }
