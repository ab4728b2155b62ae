"""Readings for who sets a network up: decisions that carry a change, criteria by version and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.governance.models import Body, Decision
from schakel.governance.rules import HISTORIC, DecisionStatus
from schakel.network.models import CriteriaSet, Criterion
from schakel.network.rules import is_valid_on

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

MOST_DECISIONS = 30


@dataclass(frozen=True)
class CriteriaLine:
    """One set of criteria by its name, with its versions, newest first."""

    name: str
    versions: Sequence[CriteriaSet]
    valid: CriteriaSet | None


@dataclass(frozen=True)
class CriterionDifference:
    """What became of one criterion between two versions."""

    code: str
    before: str
    after: str


@dataclass(frozen=True)
class CriteriaPage:
    """One version, what differs from the version before, and how many versions there are."""

    criteria_set: CriteriaSet
    criteria: Sequence[Criterion]
    before: CriteriaSet | None
    differences: Sequence[CriterionDifference]
    is_last: bool
    is_valid_today: bool


def carrying_decisions(
    network: Network, person: Person, type: str, *, body: Body | None = None
) -> list[Decision]:
    """Valid decisions of a type out of which a change may follow, newest first. One database query."""
    rows = Decision.objects.visible_to(person).of(network).filter(type=type, status=DecisionStatus.VALID)
    if body is not None:
        rows = rows.filter(~Q(subject_type="body") | Q(subject_id=body.pk))
    rows = rows.exclude(template=HISTORIC)
    return list(rows.order_by("-decided_on", "-number")[:MOST_DECISIONS])


def criteria_lines(network: Network, person: Person, today: date) -> list[CriteriaLine]:
    """Every set of criteria with its versions. One database query."""
    rows = CriteriaSet.objects.visible_to(person).of(network).select_related("theme", "agreement")
    lines: dict[str, list[CriteriaSet]] = {}
    for row in rows.order_by("name", "-version"):
        lines.setdefault(row.name, []).append(row)
    return [
        CriteriaLine(
            name,
            versions,
            next((one for one in versions if is_valid_on(today, one.valid_from, one.valid_until)), None),
        )
        for name, versions in lines.items()
    ]


def criteria_page(network: Network, person: Person, pk: UUID, today: date) -> CriteriaPage | None:
    """One version with what differs from the one before. At most four database queries."""
    rows = CriteriaSet.objects.visible_to(person).of(network).select_related("theme", "agreement")
    found = rows.filter(pk=pk).prefetch_related("criteria").first()
    if found is None:
        return None
    versions = list(rows.filter(name=found.name).prefetch_related("criteria"))
    before = next((one for one in versions if one.version == found.version - 1), None)
    return CriteriaPage(
        criteria_set=found,
        criteria=tuple(found.criteria.all()),
        before=before,
        differences=_differences(before, found) if before else (),
        is_last=found.version == max(one.version for one in versions),
        is_valid_today=is_valid_on(today, found.valid_from, found.valid_until),
    )


def _differences(before: CriteriaSet, after: CriteriaSet) -> list[CriterionDifference]:
    was = {one.code: one for one in before.criteria.all()}
    becomes = {one.code: one for one in after.criteria.all()}
    found = []
    for code in dict.fromkeys([*becomes, *was]):
        old, new = _words(was.get(code)), _words(becomes.get(code))
        if old != new:
            found.append(CriterionDifference(code, old, new))
    return found


def _words(criterion: Criterion | None) -> str:
    """All that a criterion says, in one text that can be compared; empty when it is not there."""
    if criterion is None:
        return ""
    parts = [criterion.text]
    if criterion.weight is not None:
        parts.append(_("weegt %(weight)s") % {"weight": f"{criterion.weight.normalize():f}"})
    if criterion.preference:
        parts.append(_("liefst: %(words)s") % {"words": criterion.preference})
    if criterion.rule:
        parts.append(criterion.get_rule_display())
    parts += [f"{score}: {words}" for score, words in criterion.anchors.items()]
    return "; ".join(part.rstrip(".") for part in parts) + "."
