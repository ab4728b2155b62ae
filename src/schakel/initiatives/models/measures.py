"""The measure plan of an initiative: what it follows, what it promised beforehand, and what came of that."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules.measures import MOST_PERIODS, Because, Outcome, Proof, Way
from schakel.measuring.models import Baseline, Series, Value
from schakel.measuring.rules import IndicatorKind
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class MeasureQuerySet(TenantQuerySet):
    """What initiatives follow."""

    def named(self) -> Self:
        """Each with its series and what that is about, in one query."""
        return self.select_related("series__version__indicator", "series__partner", "series__area")


@pghistory.track()
class Measure(TenantModel):
    """A series of figures that an initiative follows: as outcome, process or balance, with what it aims at."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="measures")
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="+", verbose_name=_("reeks cijfers")
    )
    kind = models.CharField(_("soort"), max_length=20, choices=IndicatorKind)
    target = models.DecimalField(_("doel"), max_digits=14, decimal_places=4)
    no_baseline_reason = models.TextField(_("waarom er geen nulmeting is"), blank=True)
    added_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gekozen door"),
    )
    added_at = models.DateTimeField(_("gekozen op"))

    objects: ClassVar = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("maat in een meetplan")
        verbose_name_plural = _("maten in meetplannen")
        ordering = ("added_at", "id")
        constraints = (
            models.UniqueConstraint(
                name="an_initiative_follows_a_series_once", fields=("network", "initiative", "series")
            ),
        )

    def __str__(self) -> str:
        return str(self.series)


class EffectClaimQuerySet(TenantQuerySet):
    """What initiatives promise."""

    def with_beside(self) -> Self:
        """Each with the names of who it is compared with, and when the last of those figures came; in one query."""
        beside = ClaimComparison.objects.filter(claim=OuterRef("pk"))
        name = Coalesce("series__partner__name", "series__area__name")
        values = Value.objects.filter(
            series__in=ClaimComparison.objects.filter(claim=OuterRef(OuterRef("pk"))).values("series")
        )
        last = values.order_by().values("network").annotate(last=Max("entered_at")).values("last")
        return self.annotate(
            beside=ArraySubquery(beside.annotate(name=name).order_by("name").values("name")),
            beside_entered_at=Subquery(last),
        )


class EffectClaim(TenantModel):
    """What an initiative promises before the first measurement of its pilot; a next one stands beside it."""

    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, related_name="claims", verbose_name=_("maat")
    )
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    way = models.CharField(_("richting"), max_length=10, choices=Way)
    threshold = models.DecimalField(
        _("minstens zoveel verschil"), max_digits=14, decimal_places=4, validators=(MinValueValidator(0),)
    )
    after_periods = models.PositiveSmallIntegerField(
        _("na zoveel periodes"), validators=(MinValueValidator(1), MaxValueValidator(MOST_PERIODS))
    )
    why = models.TextField(_("waarom wij dit verwachten"))
    is_chosen_for_score = models.BooleanField(_("gekozen omdat het hier slecht ging"), default=False)
    claimed_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    claimed_at = models.DateTimeField(_("vastgelegd op"))

    #: With whom it is compared, by name, and when the last of those figures came in: only after ``with_beside``.
    beside: list[str]
    beside_entered_at: datetime | None

    objects: ClassVar = EffectClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("effectbelofte")
        verbose_name_plural = _("effectbeloften")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="a_measure_has_a_claim_version_once", fields=("network", "measure", "number")
            ),
            models.CheckConstraint(name="a_claim_is_a_difference", condition=Q(threshold__gt=0)),
            models.CheckConstraint(
                name="a_claim_says_when",
                condition=Q(after_periods__gte=1, after_periods__lte=MOST_PERIODS),
            ),
            models.CheckConstraint(name="a_claim_says_why", condition=~Q(why="")),
        )
        triggers = (pgtrigger.Protect(name="claims_stay", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.measure} ({self.number})"


class ClaimComparison(TenantModel):
    """A series of who does not take part, with which a claim is compared; fixed with the claim."""

    claim = models.ForeignKey(
        EffectClaim, on_delete=models.PROTECT, related_name="comparisons", verbose_name=_("effectbelofte")
    )
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="+", verbose_name=_("reeks om mee te vergelijken")
    )

    class Meta:
        verbose_name = _("vergelijking bij een effectbelofte")
        verbose_name_plural = _("vergelijkingen bij effectbeloften")
        constraints = (
            models.UniqueConstraint(
                name="a_claim_is_compared_with_a_series_once", fields=("network", "claim", "series")
            ),
        )
        triggers = (
            pgtrigger.Protect(name="comparisons_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.claim}: {self.series.who}"


class EffectVerdict(TenantModel):
    """What came of a claim, worked out from the figures of one moment; never typed, a later one stands beside it."""

    claim = models.ForeignKey(
        EffectClaim, on_delete=models.PROTECT, related_name="verdicts", verbose_name=_("effectbelofte")
    )
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    outcome = models.CharField(_("oordeel"), max_length=20, choices=Outcome)
    because = models.CharField(_("omdat"), max_length=30, choices=Because)
    grade = models.CharField(_("sterkte van het bewijs"), max_length=1, choices=Proof, blank=True)
    method = models.CharField(_("rekenwijze"), max_length=40, blank=True)
    effect = models.FloatField(_("verschil"), null=True, blank=True)
    lower95 = models.FloatField(_("ondergrens"), null=True, blank=True)
    upper95 = models.FloatField(_("bovengrens"), null=True, blank=True)
    n_before = models.PositiveIntegerField(_("metingen vóór de start"), default=0)
    n_after = models.PositiveIntegerField(_("metingen na de start"), default=0)
    completeness = models.FloatField(_("deel van de cijfers dat er is"), null=True, blank=True)
    last_on = models.DateField(_("laatste periode"), null=True, blank=True)
    cautions = ArrayField(models.CharField(max_length=30), verbose_name=_("let op"), default=list, blank=True)
    baseline = models.ForeignKey(
        Baseline,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nulmeting"),
    )
    judged_at = models.DateTimeField(_("berekend op"))

    class Meta:
        verbose_name = _("oordeel over een effectbelofte")
        verbose_name_plural = _("oordelen over effectbeloften")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="a_claim_has_a_verdict_version_once", fields=("network", "claim", "number")
            ),
            models.CheckConstraint(
                name="only_a_claim_with_a_baseline_and_an_interval_is_known",
                condition=Q(outcome=Outcome.NOT_YET_KNOWN)
                | Q(baseline__isnull=False, lower95__isnull=False, upper95__isnull=False),
            ),
        )
        triggers = (pgtrigger.Protect(name="verdicts_stay", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return str(self.get_outcome_display())
