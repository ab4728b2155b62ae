"""What providers tell of waiting in the ggz, month by month: waits, and what plays a part in them."""

from __future__ import annotations

from typing import ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.carechain.models.chain import DataPurpose
from schakel.carechain.rules import Factors, Phase, Split, Waited, WaitUnit
from schakel.network.models import Partner
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL
#: What of a version never changes; only by what it is replaced is told later.
_KEPT = ["network", "purpose", "partner", "month_on", "number", "reason", "entered_by", "entered_at"]


class ToldQuerySet(TenantQuerySet):
    """What was told of months."""

    def counting(self) -> Self:
        """What counts today: what was corrected is left out."""
        return self.filter(replaced_by__isnull=True)


class MonthTold(TenantModel):
    """Something that a provider told of one month; a correction is a next version beside it, with the reason."""

    purpose = models.ForeignKey(
        DataPurpose, on_delete=models.PROTECT, related_name="+", verbose_name=_("doel")
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="+", verbose_name=_("aanbieder")
    )
    month_on = models.DateField(_("eerste dag van de maand"))
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    reason = models.TextField(_("waarom verbeterd"), blank=True)
    entered_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("ingevuld door")
    )
    entered_at = models.DateTimeField(_("ingevuld op"))
    replaced_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("verbeterd door"),
    )

    objects: ClassVar = ToldQuerySet.as_manager()

    class Meta:
        abstract = True


class WaitReport(MonthTold):
    """How long people waited in one phase at one provider, as sums that it delivers itself; nothing of a person."""

    phase = models.CharField(_("fase"), max_length=1, choices=Phase)
    split = models.CharField(_("over wie"), max_length=12, choices=Split, blank=True)
    split_name = models.CharField(_("groep"), max_length=80, blank=True)
    unit = models.CharField(_("eenheid"), max_length=8, choices=WaitUnit)
    mean_wait = models.DecimalField(
        _("gemiddelde wachttijd"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    n_started = models.PositiveIntegerField(_("instroom"), null=True, blank=True)
    within_percent = models.DecimalField(
        _("procent binnen de norm"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    n_waiting = models.PositiveIntegerField(_("wacht nu"), null=True, blank=True)
    slot_wait = models.DecimalField(
        _("tot de derde vrije plek"), max_digits=7, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("opgave van een wachttijd")
        verbose_name_plural = _("opgaven van wachttijden")
        ordering = ("-month_on", "phase", "split", "split_name", "number")
        constraints = (
            models.UniqueConstraint(
                name="a_report_of_waits_has_a_version_once",
                fields=("network", "partner", "month_on", "phase", "split", "split_name", "number"),
            ),
            models.UniqueConstraint(
                name="one_report_of_waits_counts",
                fields=("network", "partner", "month_on", "phase", "split", "split_name"),
                condition=Q(replaced_by__isnull=True),
            ),
            models.CheckConstraint(
                name="a_corrected_report_of_waits_says_why", condition=Q(number=1) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="a_report_of_waits_does_not_replace_itself",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("id")),
            ),
            models.CheckConstraint(
                name="a_mean_wait_is_over_people",
                condition=Q(mean_wait__isnull=True, n_started__isnull=True)
                | Q(mean_wait__isnull=True, n_started=0)
                | Q(mean_wait__gte=0, n_started__gte=1),
            ),
            models.CheckConstraint(
                name="a_share_within_the_norm_is_of_people",
                condition=Q(within_percent__isnull=True)
                | Q(within_percent__gte=0, within_percent__lte=100, n_started__gte=1),
            ),
            models.CheckConstraint(
                name="only_a_withdrawn_report_of_waits_is_empty",
                condition=Q(number__gt=1)
                | Q(n_started__isnull=False)
                | Q(n_waiting__isnull=False)
                | Q(slot_wait__isnull=False),
            ),
            models.CheckConstraint(
                name="a_third_free_slot_is_of_one_phase_and_still_to_come",
                condition=Q(slot_wait__isnull=True) | (Q(slot_wait__gte=0) & ~Q(phase=Phase.TOTAL)),
            ),
            models.CheckConstraint(
                name="a_part_of_the_people_has_a_name",
                condition=Q(split="", split_name="") | (~Q(split="") & ~Q(split_name="")),
            ),
        )
        triggers = (
            pgtrigger.Protect(name="reports_of_waits_stay", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="what_was_reported_stays",
                fields=[
                    *_KEPT,
                    "phase",
                    "split",
                    "split_name",
                    "unit",
                    "mean_wait",
                    "n_started",
                    "within_percent",
                    "n_waiting",
                    "slot_wait",
                ],
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}, {self.get_phase_display()}, {self.month_on:%Y-%m}"

    @property
    def told(self) -> Waited:
        """What was told, as values."""
        return Waited(self.mean_wait, self.n_started, self.within_percent, self.n_waiting, self.slot_wait)


class WaitFactors(MonthTold):
    """What plays a part in waiting at one provider in one month: staff, open places, and people who left care."""

    n_professionals = models.PositiveIntegerField(_("behandelaren"), null=True, blank=True)
    fte = models.DecimalField(_("fte"), max_digits=7, decimal_places=2, null=True, blank=True)
    vacancies_fte = models.DecimalField(
        _("openstaande fte"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    n_left = models.PositiveIntegerField(_("uitstroom"), null=True, blank=True)

    class Meta:
        verbose_name = _("opgave van wat meespeelt bij wachten")
        verbose_name_plural = _("opgaven van wat meespeelt bij wachten")
        ordering = ("-month_on", "number")
        constraints = (
            models.UniqueConstraint(
                name="a_report_of_factors_has_a_version_once",
                fields=("network", "partner", "month_on", "number"),
            ),
            models.UniqueConstraint(
                name="one_report_of_factors_counts",
                fields=("network", "partner", "month_on"),
                condition=Q(replaced_by__isnull=True),
            ),
            models.CheckConstraint(
                name="a_corrected_report_of_factors_says_why", condition=Q(number=1) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="a_report_of_factors_does_not_replace_itself",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("id")),
            ),
            models.CheckConstraint(
                name="no_fewer_than_no_hours_are_worked",
                condition=(Q(fte__isnull=True) | Q(fte__gte=0))
                & (Q(vacancies_fte__isnull=True) | Q(vacancies_fte__gte=0)),
            ),
        )
        triggers = (
            pgtrigger.Protect(name="reports_of_factors_stay", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="what_was_told_of_factors_stays",
                fields=[*_KEPT, "n_professionals", "fte", "vacancies_fte", "n_left"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}, {self.month_on:%Y-%m}"

    @property
    def told(self) -> Factors:
        """What was told, as values."""
        return Factors(self.n_professionals, self.fte, self.vacancies_fte, self.n_left)
