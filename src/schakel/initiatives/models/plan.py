"""The plan: goals, activities, milestones, money, risks, roles, and what partners promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import (
    ROWS,
    TEXTS,
    CommitmentKind,
    CommitmentStatus,
    CostType,
    Obligation,
    Size,
    YesNoUnknown,
)
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


#: A frozen version stands: neither its texts nor its rows change any more.
FROZEN_STANDS = pgtrigger.Protect(
    name="a_frozen_plan_stands",
    operation=pgtrigger.Update | pgtrigger.Delete,
    condition=pgtrigger.Q(old__is_frozen=True),
)
PARTS_OF_FROZEN_STAND = pgtrigger.Trigger(
    name="parts_of_a_frozen_plan_stand",
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    when=pgtrigger.Before,
    func="""
        if exists (
            select 1 from initiatives_plan p
            where p.is_frozen and p.id in (
                case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                case when tg_op = 'DELETE' then old.plan_id else new.plan_id end)
        ) then
            raise exception 'this plan is frozen and stands' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    """,
)


@pghistory.track()
class Plan(TenantModel):
    """One version of a plan. A frozen version never changes; a later change is a new version."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    summary = models.TextField(_("opdracht in het kort"), blank=True)
    result = models.TextField(_("wat er klaar is als het klaar is"), blank=True)
    communication = models.TextField(_("communicatie"), blank=True)
    low_literacy = models.TextField(_("hoe mensen die moeilijk lezen meedoen"), blank=True)
    participation = models.TextField(_("hoe inwoners en professionals meedoen"), blank=True)
    needs_pilot = models.BooleanField(_("begint met een pilot"), default=False)
    privacy_check = models.TextField(_("welke persoonsgegevens, en hoe beschermd"), blank=True)
    restricts_competition = models.CharField(
        _("beperkt dit de concurrentie"), max_length=10, choices=YesNoUnknown, blank=True
    )
    competition_reason = models.TextField(_("waarom die beperking nodig is"), blank=True)
    is_frozen = models.BooleanField(_("vastgelegd"), default=False)
    frozen_at = models.DateTimeField(_("vastgelegd op"), null=True, blank=True)
    frozen_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    content = models.JSONField(_("inhoud zoals vastgelegd"), null=True, blank=True)
    hash = models.CharField(_("vingerafdruk van de inhoud"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")
        ordering = ("initiative", "-version")
        constraints = (
            models.UniqueConstraint(fields=("network", "initiative", "version"), name="one_plan_per_version"),
            models.UniqueConstraint(
                fields=("network", "initiative"),
                condition=Q(is_frozen=False),
                name="one_plan_is_being_written",
            ),
            models.CheckConstraint(
                name="a_frozen_plan_keeps_its_content",
                condition=(Q(is_frozen=False) & Q(hash=""))
                | (Q(is_frozen=True) & ~Q(hash="") & Q(content__isnull=False) & Q(frozen_at__isnull=False)),
            ),
        )

        triggers = (FROZEN_STANDS,)

    def __str__(self) -> str:
        return str(_("Plan versie %(version)s") % {"version": self.version})

    def rows(self) -> dict[str, list[Any]]:
        """The parts of the plan and what partners are asked to promise, by name. Seven database queries."""
        rows: dict[str, Any] = {part: getattr(self, part).all() for part in ROWS if part != "commitments"}
        rows["milestones"] = self.milestones.select_related("debtor")
        rows["budget_lines"] = self.budget_lines.select_related("partner", "funding_line")
        promised = self.initiative.commitments.exclude(status=CommitmentStatus.WITHDRAWN)
        rows["commitments"] = promised.select_related("partner", "answered_by")
        return {part: list(found) for part, found in rows.items()}

    def says(self, rows: Mapping[str, Sequence[Any]] | None = None) -> dict[str, Any]:
        """All that the plan says: what was frozen, or what stands there now; ``rows`` when they are at hand."""
        return self.content_now(rows) if self.content is None else self.content

    def content_now(self, rows: Mapping[str, Sequence[Any]] | None = None) -> dict[str, Any]:
        """All that the plan says, as plain values: the same words give the same hash. At most seven queries."""
        rows = self.rows() if rows is None else rows
        content: dict[str, Any] = {name: getattr(self, name) for name in TEXTS}
        return content | {part: [_plain(row, *names) for row in rows[part]] for part, names in ROWS.items()}


def _plain(row: models.Model, *names: str) -> dict[str, Any]:
    """One row as plain values, under the key that it keeps over versions."""
    plain: dict[str, Any] = {"key": str(getattr(row, "key", row.pk))}
    for name in names:
        value = getattr(row, name)
        if isinstance(value, date):
            value = value.isoformat()
        elif isinstance(value, Decimal):
            value = f"{value:.2f}"
        elif isinstance(value, models.Model):
            value = str(value)
        plain[name] = value
    return plain


class PlanPart(TenantModel):
    """What the parts of a plan have in common: their place, and the key that lasts over versions."""

    position = models.PositiveSmallIntegerField(_("volgorde"))
    key = models.UUIDField(_("kenmerk over versies heen"))

    class Meta:
        abstract = True
        ordering = ("position",)
        triggers = (PARTS_OF_FROZEN_STAND,)


class PlanGoal(PlanPart):
    """A goal with its measure, target, date and owner."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(_("doel"), max_length=500)
    measure = models.CharField(_("maat"), max_length=300, blank=True)
    target = models.CharField(_("streefwaarde"), max_length=200, blank=True)
    due_on = models.DateField(_("bereikt op"), null=True, blank=True)
    owner = models.CharField(_("eigenaar"), max_length=200, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("doel van een plan")
        verbose_name_plural = _("doelen van een plan")

    def __str__(self) -> str:
        return self.text


class Activity(PlanPart):
    """Something that someone does, in a period."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="activities")
    text = models.CharField(_("activiteit"), max_length=500)
    owner = models.CharField(_("eigenaar"), max_length=200, blank=True)
    starts_on = models.DateField(_("begint op"), null=True, blank=True)
    due_on = models.DateField(_("klaar op"), null=True, blank=True)
    depends_on = models.CharField(_("kan pas na"), max_length=300, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")

    def __str__(self) -> str:
        return self.text


class Milestone(PlanPart):
    """Something a partner owes on a day: an effort or a result, with the evidence for it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="milestones")
    kind = models.CharField(_("soort"), max_length=10, choices=Obligation, default=Obligation.RESULT)
    text = models.CharField(_("mijlpaal"), max_length=500)
    debtor = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("welke partner zorgt ervoor"),
    )
    due_on = models.DateField(_("klaar op"), null=True, blank=True)
    evidence = models.CharField(_("bewijs"), max_length=300, blank=True)
    payment_share_percent = models.DecimalField(
        _("deel van de betaling (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(100)),
    )

    class Meta(PlanPart.Meta):
        verbose_name = _("mijlpaal")
        verbose_name_plural = _("mijlpalen")

    def __str__(self) -> str:
        return self.text


class BudgetLine(PlanPart):
    """Money or hours of one kind, in one year, from one source."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="budget_lines")
    cost_type = models.CharField(_("soort kosten"), max_length=20, choices=CostType, default=CostType.STAFF)
    text = models.CharField(_("waarvoor"), max_length=300)
    year = models.PositiveSmallIntegerField(
        _("jaar"), validators=(MinValueValidator(2000), MaxValueValidator(2100))
    )
    amount_eur = models.DecimalField(
        _("bedrag in euro"), max_digits=12, decimal_places=2, default=0, validators=(MinValueValidator(0),)
    )
    hours = models.PositiveIntegerField(_("uren"), default=0)
    funding_line = models.ForeignKey(
        "initiatives.FundingLine",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geldstroom"),
    )
    funding_source = models.CharField(_("geldbron"), max_length=200, blank=True)
    partner = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner die dit betaalt of levert"),
    )

    class Meta(PlanPart.Meta):
        verbose_name = _("begrotingsregel")
        verbose_name_plural = _("begrotingsregels")
        constraints = (
            models.CheckConstraint(
                name="a_budget_line_is_not_negative", condition=Q(amount_eur__gte=0) & Q(hours__gte=0)
            ),
        )

    def __str__(self) -> str:
        return self.text


class Risk(PlanPart):
    """What can go wrong, how likely and how bad, and what is done about it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="risks")
    text = models.CharField(_("risico"), max_length=500)
    likelihood = models.CharField(_("kans"), max_length=10, choices=Size, blank=True)
    impact = models.CharField(_("gevolg"), max_length=10, choices=Size, blank=True)
    measure = models.CharField(_("wat we eraan doen"), max_length=500, blank=True)
    owner = models.CharField(_("eigenaar"), max_length=200, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("risico")
        verbose_name_plural = _("risico's")

    def __str__(self) -> str:
        return self.text


class PlanRole(PlanPart):
    """Who does what in the project."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="roles")
    name = models.CharField(_("rol"), max_length=200)
    who = models.CharField(_("wie"), max_length=200, blank=True)
    tasks = models.CharField(_("taken"), max_length=500, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = _("rol in een plan")
        verbose_name_plural = _("rollen in een plan")

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Commitment(TenantModel):
    """What a partner promises: hours, money, implementation or data. It counts when that partner confirmed it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="commitments")
    partner = models.ForeignKey(
        "network.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    kind = models.CharField(_("soort"), max_length=20, choices=CommitmentKind)
    amount = models.DecimalField(
        _("omvang"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=(MinValueValidator(0),),
    )
    text = models.CharField(_("wat"), max_length=500)
    status = models.CharField(
        _("stand"), max_length=10, choices=CommitmentStatus, default=CommitmentStatus.ASKED
    )
    due_on = models.DateField(_("antwoord gevraagd voor"), null=True, blank=True)
    asked_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gevraagd door"),
    )
    asked_at = models.DateTimeField(_("gevraagd op"))
    answered_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beantwoord door"),
    )
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    answer = models.TextField(_("toelichting van de partner"), blank=True)
    amended_amount = models.DecimalField(
        _("omvang die de partner noemt"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=(MinValueValidator(0),),
    )

    class Meta:
        verbose_name = _("toezegging")
        verbose_name_plural = _("toezeggingen")
        ordering = ("partner__position", "partner__name", "asked_at")
        constraints = (
            models.CheckConstraint(
                name="an_answered_commitment_says_who_and_when",
                condition=Q(status__in=(CommitmentStatus.ASKED, CommitmentStatus.WITHDRAWN))
                | (Q(answered_by__isnull=False) & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="hours_and_money_have_an_amount",
                condition=~Q(kind__in=(CommitmentKind.HOURS, CommitmentKind.MONEY)) | Q(amount__gt=0),
            ),
        )
        indexes = (models.Index(fields=("network", "partner", "status"), name="commitments_of_a_partner"),)

    def __str__(self) -> str:
        return self.text

    @property
    def counts(self) -> bool:
        """Whether it may be relied upon: that partner itself said yes."""
        return self.status == CommitmentStatus.CONFIRMED
