"""Becoming ordinary care: the embedding plan, line owners, adoption, measuring again, reports and lessons."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import (
    AGREED_SHARE_PERCENT,
    AdoptionState,
    EvidenceGrade,
    Holds,
    OwnerState,
    ReportKind,
)
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


@pghistory.track()
class EmbeddingPlan(TenantModel):
    """How an initiative becomes ordinary care: who pays for ever, how people work, learn, count, and what is agreed."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="embedding_plans")
    structural_funding = models.TextField(_("wie het blijvend betaalt"), blank=True)
    work_instruction = models.TextField(_("hoe wij werken: de werkafspraak"), blank=True)
    training = models.TextField(_("hoe mensen het leren, ook wie later komt"), blank=True)
    figures = models.TextField(_("welke cijfers blijven, en wie houdt ze bij"), blank=True)
    contract_clause = models.TextField(_("wat er in contracten of overeenkomsten komt"), blank=True)
    remeasure = models.TextField(_("wat wij opnieuw meten, en wie dat doet"), blank=True)
    agreed_share_percent = models.PositiveSmallIntegerField(
        _("deel dat in gebruik moet zijn (%)"),
        default=AGREED_SHARE_PERCENT,
        validators=(MinValueValidator(1), MaxValueValidator(100)),
    )

    class Meta:
        verbose_name = _("borgingsplan")
        verbose_name_plural = _("borgingsplannen")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative"), name="one_embedding_plan_per_initiative"
            ),
            models.CheckConstraint(
                name="an_agreed_share_is_a_percentage",
                condition=Q(agreed_share_percent__gte=1) & Q(agreed_share_percent__lte=100),
            ),
        )

    def __str__(self) -> str:
        return str(self.initiative)


@pghistory.track()
class LineOwner(TenantModel):
    """Who takes it into the ordinary work of one partner; it counts when that partner itself accepted it."""

    embedding = models.ForeignKey(EmbeddingPlan, on_delete=models.PROTECT, related_name="line_owners")
    partner = models.ForeignKey(
        "network.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    name = models.CharField(_("wie"), max_length=200)
    state = models.CharField(_("stand"), max_length=10, choices=OwnerState, default=OwnerState.ASKED)
    due_on = models.DateField(_("antwoord gevraagd voor"), null=True, blank=True)
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

    class Meta:
        verbose_name = _("lijneigenaar")
        verbose_name_plural = _("lijneigenaren")
        ordering = ("partner__position", "partner__name")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "embedding", "partner"), name="one_line_owner_per_partner"
            ),
            models.CheckConstraint(
                name="an_answered_embedding_says_who_and_when",
                condition=Q(state=OwnerState.ASKED)
                | (Q(answered_by__isnull=False) & Q(answered_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}: {self.who}"

    @property
    def who(self) -> str:
        """Who looks after it there; a partner that got it handed over names somebody with its yes."""
        return self.name or str(_("nog te noemen"))

    @property
    def is_accepted(self) -> bool:
        """The partner itself said yes."""
        return self.state == OwnerState.ACCEPTED


class Component(TenantModel):
    """One part of what is embedded, that a partner can take up by itself."""

    embedding = models.ForeignKey(EmbeddingPlan, on_delete=models.PROTECT, related_name="components")
    position = models.PositiveSmallIntegerField(_("volgorde"))
    name = models.CharField(_("onderdeel"), max_length=200)

    class Meta:
        verbose_name = _("onderdeel van de borging")
        verbose_name_plural = _("onderdelen van de borging")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("network", "embedding", "name"), name="one_component_per_name"),
        )

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Adoption(TenantModel):
    """How far one partner is with one part, and since when."""

    component = models.ForeignKey(Component, on_delete=models.CASCADE, related_name="adoptions")
    partner = models.ForeignKey(
        "network.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    state = models.CharField(
        _("stand"), max_length=20, choices=AdoptionState, default=AdoptionState.NOT_STARTED
    )
    since_on = models.DateField(_("sinds"))
    recorded_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )

    class Meta:
        verbose_name = _("adoptie")
        verbose_name_plural = _("adopties")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "component", "partner"), name="one_adoption_per_partner_and_component"
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}: {self.component}"


@pghistory.track()
class Remeasurement(TenantModel):
    """A day after the end on which is measured again whether it still stands, and what came of it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="remeasurements")
    months = models.PositiveSmallIntegerField(_("maanden na het einde"))
    due_on = models.DateField(_("opnieuw meten op"))
    done_on = models.DateField(_("gemeten op"), null=True, blank=True)
    holds = models.CharField(_("blijft het goed gaan"), max_length=10, choices=Holds, blank=True)
    finding = models.TextField(_("wat eruit kwam"), blank=True)
    recorded_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    lapsed_at = models.DateTimeField(_("vervallen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("hermeting")
        verbose_name_plural = _("hermetingen")
        ordering = ("due_on",)
        constraints = (
            models.CheckConstraint(
                name="a_done_measurement_says_what_came_of_it",
                condition=Q(done_on__isnull=True) | (~Q(holds="") & ~Q(finding="")),
            ),
        )
        indexes = (models.Index(fields=("network", "due_on"), name="remeasurements_by_day"),)

    def __str__(self) -> str:
        return f"{self.initiative}: {self.months}"

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.done_on is None and self.lapsed_at is None


@pghistory.track()
class Report(TenantModel):
    """What came of a pilot or of the whole: result, experience, money spent, and what comes next."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(_("soort"), max_length=10, choices=ReportKind)
    result = models.TextField(_("wat eruit kwam"), blank=True)
    experience = models.TextField(_("wat inwoners en professionals ervoeren"), blank=True)
    spent_eur = models.DecimalField(
        _("uitgegeven, in euro"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=(MinValueValidator(0),),
    )
    settlement = models.TextField(_("afrekening: wat anders ging dan begroot"), blank=True)
    ahead = models.TextField(_("hoe het verdergaat"), blank=True)
    written_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geschreven door"),
    )
    written_at = models.DateTimeField(_("geschreven op"))

    class Meta:
        verbose_name = _("verslag")
        verbose_name_plural = _("verslagen")
        constraints = (
            models.UniqueConstraint(fields=("network", "initiative", "kind"), name="one_report_of_each_kind"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.initiative}"


@pghistory.track()
class Lesson(TenantModel):
    """What others can use: in which situation, what happened, what we advise, and how sure we are."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="lessons")
    context = models.TextField(_("in welke situatie"))
    happened = models.TextField(_("wat er gebeurde"))
    advice = models.TextField(_("wat wij anderen aanraden"))
    grade = models.CharField(_("hoe zeker is dit"), max_length=10, choices=EvidenceGrade)
    shared_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gedeeld door"),
    )
    shared_at = models.DateTimeField(_("gedeeld op"))

    class Meta:
        verbose_name = _("les")
        verbose_name_plural = _("lessen")
        ordering = ("-shared_at",)
        constraints = (
            models.CheckConstraint(
                name="a_lesson_is_whole", condition=~Q(context="") & ~Q(happened="") & ~Q(advice="")
            ),
        )

    def __str__(self) -> str:
        return self.advice[:80]
