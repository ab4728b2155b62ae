"""What goes into the archive of an initiative: everything everybody who sees it may read, gathered once.

Left out on purpose: how to reach who gave the idea, scores and views of single people, the conversation, and whatever
was withdrawn. Those stay where they are, for who may see them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schakel.documents.queries import Shelved, shelf
from schakel.documents.rules import Subject
from schakel.governance.models import Condition, ConsentRequest, Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import FundingAward, Initiative, InitiativePartner, RunningRisk, StatusUpdate
from schakel.initiatives.queries.detail import Told, story
from schakel.initiatives.queries.embedding import EmbeddingPage, embedding_of
from schakel.initiatives.queries.measures import MeasurePlan, MeasureRow, measures_of
from schakel.initiatives.queries.money import Spendings, spendings_of
from schakel.initiatives.queries.planning import PlanPage, plan_of
from schakel.initiatives.rules import ARCHIVE_POINT
from schakel.measuring.queries import HIDDEN, Shown, let_out_together
from schakel.methods.disclosure import Policy
from schakel.people.models import Person


@dataclass(frozen=True)
class Decided:
    """One decision with its conditions and the consents that were asked."""

    decision: Decision
    conditions: Sequence[Condition]
    consents: Sequence[ConsentRequest]


@dataclass(frozen=True)
class Leaving:
    """One figure of a measure as it may leave, small numbers hidden."""

    row: MeasureRow
    period_on: date
    shown: Shown


@dataclass(frozen=True)
class Archive:
    """Everything about one initiative that goes into its archive."""

    initiative: Initiative
    story: Sequence[Told]
    decisions: Sequence[Decided]
    partners: Sequence[InitiativePartner]
    plan: PlanPage | None
    awards: Sequence[FundingAward]
    spendings: Spendings
    risks: Sequence[RunningRisk]
    updates: Sequence[StatusUpdate]
    embedding: EmbeddingPage
    measures: MeasurePlan
    figures: Sequence[Leaving]
    documents: Sequence[Shelved]
    withdrawn: Sequence[Shelved]


def archive_of(person: Person, initiative: Initiative, today: date) -> Archive:
    """Gather what goes into the archive. At most forty-six database queries, whatever there is."""
    decisions = _decisions(person, initiative)
    shelved = shelf(person, Subject.INITIATIVE, initiative.pk)
    shelved += shelf(person, Subject.DECISION, *[one.decision.pk for one in decisions])
    others = [one for one in shelved if one.document.point != ARCHIVE_POINT]
    taking_part = InitiativePartner.objects.visible_to(person).filter(initiative=initiative)
    awards = FundingAward.objects.visible_to(person).filter(initiative=initiative)
    measures = measures_of(person, initiative)
    plan = plan_of(person, initiative)
    return Archive(
        initiative=initiative,
        story=story(person, initiative),
        decisions=decisions,
        partners=list(taking_part.select_related("partner").order_by("partner__position", "partner__name")),
        plan=plan,
        awards=list(awards.select_related("line", "decision").order_by("awarded_on", "recorded_at")),
        spendings=spendings_of(person, initiative, plan.parts["budget_lines"] if plan else []),
        risks=list(RunningRisk.objects.visible_to(person).filter(initiative=initiative)),
        updates=list(
            StatusUpdate.objects.visible_to(person).filter(initiative=initiative).select_related("given_by")
        ),
        embedding=embedding_of(person, initiative, today),
        measures=measures,
        figures=_figures(measures),
        documents=[one for one in others if not one.document.is_withdrawn],
        withdrawn=[one for one in others if one.document.is_withdrawn],
    )


def _figures(measures: MeasurePlan) -> list[Leaving]:
    """Every figure that is followed, by the only way by which figures leave. One database query."""
    known = let_out_together([row.series for row in measures.rows], Policy())
    return [
        Leaving(row, on, known.get((row.series.pk, on), HIDDEN))
        for row in measures.rows
        for on in sorted(row.course.values)
    ]


def _decisions(person: Person, initiative: Initiative) -> list[Decided]:
    """The decisions about it, oldest first, without those that were taken back. Three database queries."""
    found = Decision.objects.visible_to(person).of(initiative.network).about(initiative.pk)
    rows = found.exclude(status=DecisionStatus.WITHDRAWN).select_related("body", "meeting")
    rows = rows.prefetch_related("conditions__owner_partner", "consents__partner")
    return [
        Decided(one, list(one.conditions.all()), list(one.consents.all()))
        for one in rows.order_by("recorded_at", "number")
    ]
