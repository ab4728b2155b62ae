"""The plan as its page shows it: every part, what it lacks, what it costs, what partners promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from schakel.governance.models import Condition
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.gates import stakes_of
from schakel.initiatives.models import Commitment, Initiative, Milestone, Plan
from schakel.initiatives.rules import (
    CLOSED,
    Change,
    CommitmentStatus,
    Finding,
    Kind,
    Stake,
    amount_eur,
    difference,
    hash_of,
    lint,
    money_per_source,
)
from schakel.network.models import Partner
from schakel.people.models import Person
from schakel.web.formats import euro, number

PARTS = ("goals", "activities", "milestones", "budget_lines", "risks", "roles")


@dataclass(frozen=True)
class PlanPage:
    """One version of a plan with all its parts."""

    plan: Plan
    versions: Sequence[Plan]
    parts: Mapping[str, Sequence[Any]]
    commitments: Sequence[Commitment]
    findings: Sequence[Finding]
    content: Mapping[str, Any]
    amount_eur: Decimal
    money_per_source: Mapping[str, Decimal]
    stakes: Sequence[Stake]
    is_newest: bool

    @property
    def is_intact(self) -> bool:
        """Whether a frozen plan still has the content it was frozen with; true while it is being written."""
        return not self.plan.is_frozen or hash_of(self.content) == self.plan.hash

    def findings_of(self, part: str) -> list[Finding]:
        """What one part still lacks."""
        return [finding for finding in self.findings if finding.part == part]


def plan_of(person: Person, initiative: Initiative, version: int | None = None) -> PlanPage | None:
    """One version of the plan, the newest unless one is asked; None when there is none. Eight queries."""
    versions = list(
        Plan.objects.visible_to(person)
        .filter(initiative=initiative)
        .select_related("frozen_by")
        .order_by("-version")
    )
    plan = next((one for one in versions if version in {None, one.version}), None)
    if plan is None:
        return None
    plan.initiative, plan.network = initiative, initiative.network
    rows = plan.rows()
    content = plan.says(rows)
    return PlanPage(
        plan=plan,
        versions=versions,
        parts={part: rows[part] for part in PARTS},
        commitments=rows["commitments"],
        findings=lint(content, is_light=initiative.kind == Kind.PROCESS_ASSIGNMENT),
        content=content,
        amount_eur=amount_eur(content),
        money_per_source=money_per_source(content),
        stakes=stakes_of(rows["budget_lines"], rows["commitments"]),
        is_newest=plan == versions[0],
    )


def plan_difference(person: Person, initiative: Initiative, before: int, after: int) -> list[Change]:
    """What changed between two versions of a plan, ready to read; nothing when one of them is not there."""
    plans = {
        plan.version: plan
        for plan in Plan.objects.visible_to(person)
        .filter(initiative=initiative, version__in=(before, after))
        .select_related("initiative")
    }
    if before not in plans or after not in plans:
        return []
    return difference(plans[before].says(), plans[after].says())


@dataclass(frozen=True)
class PromiseRow:
    """One thing that a partner promised, was asked, or owes."""

    kind: str
    number: str
    initiative_title: str
    text: str
    size: str
    state: str
    due_on: date | None
    is_late: bool
    counts: bool
    commitment: Commitment | None = None


def promises_of(person: Person, partner: Partner, today: date) -> list[PromiseRow]:
    """What a partner promised or owes: commitments, milestones of frozen plans, conditions. Three queries."""
    rows = [*_commitments(person, partner, today), *_milestones(person, partner, today)]
    rows += _conditions(person, partner, today)
    return sorted(rows, key=lambda row: (not row.is_late, row.due_on or date.max, row.number))


def size_of(commitment: Commitment) -> str:
    """How large a promise is, in words: hours or euros."""
    if commitment.amount is None:
        return ""
    if commitment.kind == "money":
        return euro(commitment.amount)
    return _("%(n)s uur") % {"n": number(commitment.amount)}


def _commitments(person: Person, partner: Partner, today: date) -> list[PromiseRow]:
    found = (
        Commitment.objects.visible_to(person)
        .filter(partner=partner)
        .exclude(status=CommitmentStatus.WITHDRAWN)
        .select_related("initiative")
    )
    return [
        PromiseRow(
            kind="commitment",
            number=one.initiative.number,
            initiative_title=one.initiative.title,
            text=one.text,
            size=size_of(one),
            state=one.status,
            due_on=one.due_on if one.status == CommitmentStatus.ASKED else None,
            is_late=one.status == CommitmentStatus.ASKED and one.due_on is not None and one.due_on < today,
            counts=one.counts,
            commitment=one,
        )
        for one in found
    ]


def _milestones(person: Person, partner: Partner, today: date) -> list[PromiseRow]:
    newer = Plan.objects.filter(
        initiative=OuterRef("plan__initiative"), is_frozen=True, version__gt=OuterRef("plan__version")
    )
    found = (
        Milestone.objects.visible_to(person)
        .filter(~Exists(newer), debtor=partner, plan__is_frozen=True)
        .exclude(plan__initiative__stage__in=CLOSED)
        .select_related("plan__initiative")
        .only("text", "kind", "due_on", "plan__initiative__number", "plan__initiative__title")
    )
    return [
        PromiseRow(
            kind="milestone",
            number=one.plan.initiative.number,
            initiative_title=one.plan.initiative.title,
            text=one.text,
            size=str(one.get_kind_display()),
            state="owed",
            due_on=one.due_on,
            is_late=one.due_on is not None and one.due_on < today,
            counts=True,
        )
        for one in found
    ]


def _conditions(person: Person, partner: Partner, today: date) -> list[PromiseRow]:
    found = (
        Condition.objects.visible_to(person)
        .filter(
            owner_partner=partner,
            lapsed_on__isnull=True,
            decision__status=DecisionStatus.VALID,
            decision__subject_type="initiative",
        )
        .select_related("decision")
    )
    return [
        PromiseRow(
            kind="condition",
            number=one.decision.number,
            initiative_title=one.decision.subject_label,
            text=one.text,
            size="",
            state="met" if one.met_on else "owed",
            due_on=None if one.met_on else one.due_on,
            is_late=one.is_late(today),
            counts=True,
        )
        for one in found
    ]
