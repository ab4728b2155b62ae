"""Series and their figures. A figure is never overwritten: a correction stands beside what it replaces."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.measuring.models.indicators import IndicatorVersion
from schakel.measuring.rules import Level, Measured, Subject, ValueState
from schakel.network.models import Area, Partner
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class SeriesQuerySet(TenantQuerySet):
    """Series, with what their name needs."""

    def named(self) -> Self:
        """Each series with its definition and about whom it is, in one query."""
        return self.select_related("network", "version__indicator", "area", "partner")

    def about(self, subject: Subject, subject_id: object) -> Self:
        """The series of one subject."""
        return self.filter(subject_type=subject, subject_id=subject_id)

    def of_the_network(self) -> Self:
        """The series that belong to no subject."""
        return self.filter(subject_type="")


@pghistory.track()
class Series(TenantModel):
    """What one version of an indicator is for the network, an area or a partner, period after period."""

    version = models.ForeignKey(
        IndicatorVersion, on_delete=models.PROTECT, related_name="series", verbose_name=_("definitie")
    )
    level = models.CharField(_("over wie"), max_length=10, choices=Level.choices)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gebied")
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("partner")
    )
    subject_type = models.CharField(_("soort onderwerp"), max_length=20, choices=Subject.choices, blank=True)
    subject_id = models.UUIDField(_("onderwerp"), null=True, blank=True)
    subject_label = models.CharField(_("naam van het onderwerp"), max_length=300, blank=True)
    made_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("begonnen door"),
    )
    made_at = models.DateTimeField(_("begonnen op"))
    ended_on = models.DateField(_("eerste periode die niet meer wordt gemeten"), null=True, blank=True)
    ended_reason = models.TextField(_("waarom niet meer"), blank=True)

    objects: ClassVar = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("reeks")
        verbose_name_plural = _("reeksen")
        ordering = ("made_at", "id")
        constraints = (
            models.UniqueConstraint(
                name="a_series_is_there_once",
                fields=("network", "version", "level", "area", "partner", "subject_type", "subject_id"),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_series_says_about_whom_it_is",
                condition=Q(level=Level.NETWORK, area__isnull=True, partner__isnull=True)
                | Q(level=Level.AREA, area__isnull=False, partner__isnull=True)
                | Q(level=Level.PARTNER, area__isnull=True, partner__isnull=False),
            ),
            models.CheckConstraint(
                name="an_ended_series_says_why",
                condition=Q(ended_on__isnull=True, ended_reason="")
                | Q(ended_on__isnull=False) & ~Q(ended_reason=""),
            ),
            models.CheckConstraint(
                name="a_subject_has_a_kind_and_a_key",
                condition=Q(subject_type="", subject_id__isnull=True)
                | ~Q(subject_type="") & Q(subject_id__isnull=False),
            ),
        )
        indexes = (
            models.Index(fields=("network", "subject_type", "subject_id"), name="series_of_a_subject"),
        )

    def __str__(self) -> str:
        return f"{self.version.name}, {self.who}"

    @property
    def who(self) -> str:
        """About whom it is, in a word."""
        about = self.partner or self.area
        return about.name if about else str(self.get_level_display())

    def is_ended_at(self, period_on: date) -> bool:
        """Whether this period is no longer measured."""
        return self.ended_on is not None and period_on >= self.ended_on

    @property
    def key(self) -> str:
        """The word by which files name it: ``partner:`` or ``gebied:`` with its address, or ``netwerk``."""
        if self.partner:
            return f"partner:{self.partner.slug}"
        return f"gebied:{self.area.slug}" if self.area else "netwerk"


class ValueQuerySet(TenantQuerySet):
    """Figures of periods."""

    def counting(self) -> Self:
        """The figures that count today: what was corrected is left out."""
        return self.filter(replaced_by__isnull=True)


class Value(TenantModel):
    """One figure of one period, as it was filled in; a correction is a next one beside it, with the reason."""

    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="values", verbose_name=_("reeks")
    )
    period_on = models.DateField(_("eerste dag van de periode"))
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    numerator = models.DecimalField(_("teller"), max_digits=18, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(_("noemer"), max_digits=18, decimal_places=6, null=True, blank=True)
    value = models.DecimalField(_("waarde"), max_digits=18, decimal_places=6, null=True, blank=True)
    n = models.PositiveIntegerField(_("over hoeveel"), null=True, blank=True)
    sd = models.DecimalField(_("standaarddeviatie"), max_digits=18, decimal_places=6, null=True, blank=True)
    state = models.CharField(
        _("stand"), max_length=20, choices=ValueState.choices, default=ValueState.PROVISIONAL
    )
    source = models.CharField(_("bron"), max_length=200, blank=True)
    reason = models.TextField(_("waarom verbeterd"), blank=True)
    entered_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ingevuld door"),
    )
    entered_at = models.DateTimeField(_("ingevuld op"))
    approved_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nagekeken door"),
    )
    approved_at = models.DateTimeField(_("nagekeken op"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("verbeterd door"),
    )

    objects: ClassVar = ValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("cijfer")
        verbose_name_plural = _("cijfers")
        ordering = ("period_on", "number")
        constraints = (
            models.UniqueConstraint(
                name="a_figure_has_a_version_once", fields=("network", "series", "period_on", "number")
            ),
            models.UniqueConstraint(
                name="one_figure_of_a_period_counts",
                fields=("network", "series", "period_on"),
                condition=Q(replaced_by__isnull=True),
            ),
            models.CheckConstraint(name="a_corrected_figure_says_why", condition=Q(number=1) | ~Q(reason="")),
            models.CheckConstraint(
                name="a_figure_does_not_replace_itself",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("id")),
            ),
            models.CheckConstraint(
                name="a_final_figure_was_checked_by_somebody",
                condition=Q(state=ValueState.PROVISIONAL, approved_at__isnull=True, approved_by__isnull=True)
                | Q(state=ValueState.FINAL, approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_fraction_has_both_its_parts",
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False, numerator__gte=0, denominator__gte=0),
            ),
            models.CheckConstraint(
                name="a_spread_is_that_of_a_mean_over_two_or_more",
                condition=Q(sd__isnull=True) | Q(sd__gte=0, n__gte=2, numerator__isnull=True),
            ),
            models.CheckConstraint(
                name="only_a_withdrawn_figure_or_nothing_counted_has_no_value",
                condition=Q(value__isnull=False)
                | Q(denominator__isnull=False, denominator=0)
                | Q(number__gt=1, numerator__isnull=True, n__isnull=True),
            ),
        )
        indexes = (models.Index(fields=("network", "series", "period_on"), name="figures_by_period"),)
        triggers = (
            pgtrigger.Protect(name="figures_stay", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="what_was_measured_stays",
                fields=[
                    "network",
                    "series",
                    "period_on",
                    "number",
                    "numerator",
                    "denominator",
                    "value",
                    "n",
                    "sd",
                    "source",
                    "reason",
                    "entered_by",
                    "entered_at",
                ],
            ),
        )

    def __str__(self) -> str:
        return f"{self.series}: {self.period_on}"

    @property
    def measured(self) -> Measured:
        """What was filled in, as values."""
        return Measured(self.numerator, self.denominator, self.value, self.n, self.sd)

    @property
    def is_withdrawn(self) -> bool:
        """Whether this says that there is no figure after all."""
        return self.value is None and self.denominator is None
