"""What the product holds about one initiative, gathered once, for the checks of a gate. Each property is one query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from schakel.documents.models import Document, DocumentVersion
from schakel.documents.permissions import why_not_open_versions
from schakel.documents.rules import FileKind, Subject
from schakel.governance.models import Condition, SeatTenure
from schakel.governance.rules import DecisionStatus, TenureKind
from schakel.initiatives.gates.followed import Followed, followed_by
from schakel.initiatives.models import (
    Adoption,
    Assessment,
    BudgetLine,
    Commitment,
    EmbeddingPlan,
    Exploration,
    FundingAward,
    FundingLine,
    Initiative,
    LineOwner,
    PartnerView,
    Plan,
    PointAnswer,
    Report,
)
from schakel.initiatives.rules import (
    ARCHIVE_POINT,
    SYSTEM_RULES,
    CommitmentStatus,
    CriterionFacts,
    Moment,
    Pot,
    RaterState,
    Share,
    Stake,
    SystemAnswer,
    adoption_share,
    asked_of_lines,
)
from schakel.initiatives.rules.measures import TRIO
from schakel.measuring.models import Reading
from schakel.measuring.rules import IndicatorKind
from schakel.network.models import CriteriaSet, Criterion, Partner
from schakel.network.queries import criteria_on
from schakel.network.rules import CriteriaKind, OrganisationKind


def facts_of(criteria: Iterable[Criterion], kind: str) -> list[CriterionFacts]:
    """Return criteria as values for the rules; only a weight in a weighed set asks for a score."""
    return [
        CriterionFacts(
            id=one.pk,
            code=one.code,
            rule=one.rule,
            takes_score=kind == CriteriaKind.WEIGHED and one.weight is not None,
        )
        for one in criteria
    ]


def latest(assessments: Iterable[Assessment]) -> dict[UUID, Assessment]:
    """Return for each rater the newest version of what they gave."""
    newest: dict[UUID, Assessment] = {}
    for one in sorted(assessments, key=lambda a: a.version):
        newest[one.rater_id] = one
    return newest


def late_conditions_about(initiative: Initiative, today: date) -> list[Condition]:
    """Conditions of valid decisions about an initiative whose day has passed. One database query."""
    return list(
        Condition.objects.of(initiative.network)
        .unmet()
        .filter(
            decision__subject_id=initiative.pk,
            decision__status=DecisionStatus.VALID,
            due_on__lt=today,
        )
        .select_related("decision", "owner_partner")
    )


class Evidence:
    """The facts behind a checklist; asked for only when a check needs them."""

    def __init__(self, initiative: Initiative, *, today: date) -> None:
        self.initiative = initiative
        self.today = today

    @cached_property
    def lead_name(self) -> str:
        """Who pulls it, or who explores it while there is no lead."""
        who = self.initiative.lead or self.initiative.explorer
        return who.name if who else ""

    @cached_property
    def keeper_name(self) -> str:
        """Who sees to a point: who pulls it, else the secretary of its body, else the office. At most one query."""
        body = self.initiative.body
        if self.lead_name or body is None:
            return self.lead_name or _("de netwerkmanager")
        found = (
            SeatTenure.objects.of(body.network)
            .filter(seat__body=body, seat__is_secretary=True, kind=TenureKind.HOLDER)
            .held_on(self.today)
            .select_related("person")
            .first()
        )
        return found.person.name if found else _("de netwerkmanager")

    @cached_property
    def partners(self) -> list[str]:
        """The names of the partners that take part, the one on whose behalf it was sent in included."""
        initiative = self.initiative
        names = [initiative.partner.name] if initiative.partner else []
        return names + [
            part.partner.name
            for part in initiative.taking_part.select_related("partner").order_by(
                "partner__position", "partner__name"
            )
            if part.partner_id != initiative.partner_id
        ]

    @cached_property
    def criteria_set(self) -> CriteriaSet | None:
        """The criteria that the invited raters answer; those in force today when nobody is invited yet."""
        invited = self.invitations
        if invited:
            return invited[0].criteria_set
        initiative = self.initiative
        return criteria_on(initiative.network, self.today, theme=initiative.theme)

    @cached_property
    def criteria(self) -> list[Criterion]:
        """The criteria themselves, in their order."""
        return list(self.criteria_set.criteria.all()) if self.criteria_set else []

    @cached_property
    def criterion_facts(self) -> list[CriterionFacts]:
        """The criteria as values for the rules."""
        return facts_of(self.criteria, self.criteria_set.kind if self.criteria_set else "")

    @property
    def is_weighed(self) -> bool:
        """Whether criteria are scored from 1 to 5 instead of answered with yes or no."""
        return any(one.takes_score for one in self.criterion_facts)

    @cached_property
    def system_answers(self) -> dict[str, SystemAnswer]:
        """What the system itself finds, per rule."""
        wanted = {one.rule for one in self.criteria if one.rule in SYSTEM_RULES}
        return {rule: SYSTEM_RULES[rule](self.partners) for rule in wanted}

    @cached_property
    def invitations(self) -> list:
        """Who was asked to rate it at screening."""
        return list(
            self.initiative.invitations.filter(moment=Moment.P1).select_related(
                "rater", "criteria_set", "seat"
            )
        )

    @cached_property
    def assessments(self) -> list[Assessment]:
        """Everything that was given, all moments and versions."""
        return list(self.initiative.assessments.select_related("rater").prefetch_related("answers"))

    @cached_property
    def given(self) -> dict[UUID, Assessment]:
        """The newest assessment of each rater at screening."""
        return latest(one for one in self.assessments if one.moment == Moment.P1)

    @cached_property
    def raters(self) -> list[RaterState]:
        """How far the invited raters are."""
        states = []
        for invitation in self.invitations:
            mine = self.given.get(invitation.rater_id)
            states.append(
                RaterState(
                    rater_id=invitation.rater_id,
                    due_on=invitation.due_on,
                    is_done=mine is not None,
                    is_recused=mine is not None and mine.is_recused,
                )
            )
        return states

    @cached_property
    def confirmation(self) -> Assessment | None:
        """The newest confirmation of the criteria after exploration."""
        confirmed = [one for one in self.assessments if one.moment == Moment.P2]
        return max(confirmed, key=lambda one: (one.submitted_at, one.version), default=None)

    @cached_property
    def exploration(self) -> Exploration | None:
        """The present exploration."""
        return self.initiative.explorations.order_by("-attempt").first()

    @cached_property
    def all_partners(self) -> list[Partner]:
        """Every partner of the network; each is asked for its view."""
        return list(Partner.objects.of(self.initiative.network).counted())

    @cached_property
    def views(self) -> list[PartnerView]:
        """The views that partners gave."""
        return list(self.exploration.views.given().select_related("partner")) if self.exploration else []

    @cached_property
    def plan(self) -> Plan | None:
        """The newest version of the plan."""
        return self.initiative.plans.order_by("-version").first()

    @cached_property
    def plan_rows(self) -> Mapping[str, Sequence[Any]]:
        """The parts of a plan that is still being written; of a frozen one nothing. Seven queries."""
        return self.plan.rows() if self.plan and self.plan.content is None else {}

    @cached_property
    def content(self) -> dict[str, Any]:
        """What the newest version says; for a frozen one what was frozen."""
        return self.plan.says(self.plan_rows) if self.plan else {}

    @cached_property
    def asked_of_lines(self) -> dict[UUID, Decimal]:
        """What the newest version of the plan asks of each funding line, in euros."""
        if self.plan is None:
            return {}
        return asked_of_lines(self.plan_rows.get("budget_lines") or self.plan.budget_lines.all())

    @cached_property
    def pots(self) -> list[Pot]:
        """The funding lines that the plan asks of, with what was awarded from them. Two queries."""
        lines = list(FundingLine.objects.of(self.initiative.network).filter(pk__in=self.asked_of_lines))
        awarded: dict[UUID, list[tuple[UUID, Decimal]]] = {line.pk: [] for line in lines}
        rows = FundingAward.objects.of(self.initiative.network).filter(line__in=lines)
        for line_id, initiative_id, amount in rows.values_list("line_id", "initiative_id", "amount_eur"):
            awarded[line_id].append((initiative_id, amount))
        return [Pot(line.pk, line.name, line.ceiling_eur, tuple(awarded[line.pk])) for line in lines]

    @cached_property
    def followed(self) -> list[Followed]:
        """What it follows, with figures, promises and verdicts; outcomes first. At most five queries."""
        return sorted(
            followed_by(self.initiative),
            key=lambda one: (TRIO.index(IndicatorKind(one.measure.kind)), one.name),
        )

    @property
    def outcomes(self) -> list[Followed]:
        """Where an effect is promised."""
        return [one for one in self.followed if one.measure.kind == IndicatorKind.OUTCOME]

    @cached_property
    def readings(self) -> dict[UUID, Reading]:
        """What the charts of the balancing measures say, as worked out last."""
        keys = [one.series.pk for one in self.followed if one.measure.kind == IndicatorKind.BALANCING]
        found = Reading.objects.filter(network_id=self.initiative.network_id, series__in=keys)
        return {one.series_id: one for one in found.defer(*Reading.HEAVY)}

    @cached_property
    def embedding(self) -> EmbeddingPlan | None:
        """How it becomes ordinary care, with the line owners and parts at hand."""
        return (
            self.initiative.embedding_plans.prefetch_related(
                "components", Prefetch("line_owners", LineOwner.objects.select_related("partner"))
            )
        ).first()

    @cached_property
    def line_owners(self) -> list[LineOwner]:
        """Who takes it into the line, partner by partner."""
        return list(self.embedding.line_owners.all()) if self.embedding else []

    @cached_property
    def adoption(self) -> Share:
        """How much is in use, of what is meant to be."""
        if self.embedding is None:
            return Share(0, 0)
        components = [one.pk for one in self.embedding.components.all()]
        states = Adoption.objects.of(self.initiative.network).filter(component__in=components)
        return adoption_share(
            components,
            [one.partner_id for one in self.line_owners],
            {(one.component_id, one.partner_id): one.state for one in states},
        )

    @cached_property
    def reports(self) -> dict[str, Report]:
        """The reports that were written, by kind."""
        return {one.kind: one for one in self.initiative.reports.all()}

    @cached_property
    def archive(self) -> DocumentVersion | None:
        """The newest archive that stands with it."""
        made = Document.objects.about(Subject.INITIATIVE, self.initiative.pk).standing()
        mine = made.filter(network_id=self.initiative.network_id, point=ARCHIVE_POINT)
        versions = DocumentVersion.objects.filter(document__in=mine, kind=FileKind.ZIP)
        return versions.order_by("-added_at", "-number").first()

    @cached_property
    def why_archive_is_closed(self) -> str:
        """Why nobody opens that archive any more: a document in it was withdrawn; empty when it opens."""
        return why_not_open_versions([self.archive]).get(self.archive.pk, "") if self.archive else ""

    @cached_property
    def documents_at(self) -> dict[str, list[str]]:
        """The titles of the standing documents that are evidence at a point of a gate, by that point."""
        made = Document.objects.about(Subject.INITIATIVE, self.initiative.pk).standing()
        found: dict[str, list[str]] = {}
        mine = made.filter(network_id=self.initiative.network_id).exclude(point="").order_by("title")
        for point, title in mine.values_list("point", "title"):
            found.setdefault(point, []).append(title)
        return found

    @cached_property
    def point_answers(self) -> dict[tuple[str, str], PointAnswer]:
        """What people answered to the points that the network added, by gate and code."""
        return {(one.gate, one.code): one for one in self.initiative.point_answers.all()}

    @cached_property
    def n_lessons(self) -> int:
        """How many lessons were shared."""
        return self.initiative.lessons.count()

    @cached_property
    def commitments(self) -> list[Commitment]:
        """What partners were asked to promise, withdrawn requests left out."""
        if self.plan_rows:
            return list(self.plan_rows["commitments"])
        return list(
            self.initiative.commitments.select_related("partner").exclude(status=CommitmentStatus.WITHDRAWN)
        )

    @cached_property
    def stakes(self) -> list[Stake]:
        """What each partner puts in by the newest version of the plan and by its promises."""
        lines = self.plan.budget_lines.select_related("partner") if self.plan else []
        return stakes_of(lines, self.commitments)

    @cached_property
    def late_conditions(self) -> list[Condition]:
        """Conditions of valid decisions about this initiative whose day has passed."""
        return late_conditions_about(self.initiative, self.today)

    @property
    def is_light(self) -> bool:
        """A process assignment takes the light track."""
        return self.initiative.is_light


def stakes_of(budget_lines: Iterable[BudgetLine], commitments: Iterable[Commitment]) -> list[Stake]:
    """Return what each partner puts in by the plan and by its promises: whose consent is needed at P3.

    The lines and the commitments come with their partner. A commitment of hours or money that a budget line of the
    same partner holds already is not counted twice: the larger of the two counts.
    """
    lines: dict[UUID, list] = {}
    partners: dict[UUID, Partner] = {}
    for line in budget_lines:
        if line.partner is not None:
            partners[line.partner.pk] = line.partner
            sums = lines.setdefault(line.partner.pk, [0, 0])
            sums[0] += line.amount_eur
            sums[1] += line.hours
    promised: dict[UUID, list] = {}
    for one in commitments:
        if one.status == CommitmentStatus.DECLINED or one.kind not in {"hours", "money"}:
            continue
        partners[one.partner_id] = one.partner
        sums = promised.setdefault(one.partner_id, [0, 0])
        sums[0 if one.kind == "money" else 1] += one.amount
    stakes = []
    for partner_id, partner in sorted(partners.items(), key=lambda item: item[1].name):
        planned, asked = lines.get(partner_id, [0, 0]), promised.get(partner_id, [0, 0])
        amount, hours = max(planned[0], asked[0]), max(planned[1], asked[1])
        if amount or hours:
            is_funder = partner.kind == OrganisationKind.INSURER and amount > 0
            stakes.append(Stake(partner, amount, hours, is_funder))
    return stakes
