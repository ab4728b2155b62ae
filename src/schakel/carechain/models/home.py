"""The way from home to home: its steps as a file counts them, what partners agreed, and the health gained beside it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.carechain.models.chain import EventLog
from schakel.carechain.rules import Station, step_words
from schakel.measuring.models import Series
from schakel.methods.waits.transfers import Agreement, TransferFacts
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class TransferStepQuerySet(TenantQuerySet):
    """Steps of the way from home to home."""

    def between_stations(self) -> Self:
        """The steps themselves, without the pairs of places within them."""
        return self.filter(source="", target="")


class TransferStep(TenantModel):
    """A step of the way from home to home as one file counts it: what was seen, before it is held against an agreement.

    source and target: the names of two places within the step; empty is the whole step. facts: as
    ``methods.waits.transfers.TransferFacts``. reasons: why people were refused, where enough people met that reason.
    """

    log = models.ForeignKey(
        EventLog, on_delete=models.CASCADE, related_name="transfer_steps", verbose_name=_("bestand")
    )
    source_kind = models.CharField(_("van"), max_length=20, choices=Station)
    target_kind = models.CharField(_("naar"), max_length=20, choices=Station)
    source = models.CharField(_("van plek"), max_length=200, blank=True)
    target = models.CharField(_("naar plek"), max_length=200, blank=True)
    n_people = models.PositiveIntegerField(_("mensen"))
    facts = models.JSONField(_("wat er gezien is"), default=dict)
    reasons = models.JSONField(_("waarom geweigerd"), default=dict)

    objects: ClassVar = TransferStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("stap van huis tot huis")
        verbose_name_plural = _("stappen van huis tot huis")
        ordering = ("-n_people", "source_kind", "target_kind", "source", "target")
        constraints = (
            models.UniqueConstraint(
                name="a_file_counts_a_step_once",
                fields=("network", "log", "source_kind", "target_kind", "source", "target"),
            ),
        )

    def __str__(self) -> str:
        return step_words(self.source_kind, self.target_kind)

    @property
    def seen(self) -> TransferFacts:
        """What was seen, as the calculation takes it."""
        return TransferFacts(**self.facts)


class TransferAgreementQuerySet(TenantQuerySet):
    """Agreements about transfers."""

    def valid_on(self, day: date) -> Self:
        """The agreement that holds on a day; of several the newest comes first."""
        holds = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
        return self.filter(holds, valid_from__lte=day).order_by("-valid_from")


@pghistory.track()
class TransferAgreement(TenantModel):
    """What partners agreed on about transfers: hours to answer and before leaving, nights, days, and who says so."""

    answer_within_hours = models.PositiveSmallIntegerField(_("antwoord binnen uur"))
    sent_before_leaving_hours = models.PositiveSmallIntegerField(_("overdracht verstuurd uur voor vertrek"))
    delay_nights_max = models.PositiveSmallIntegerField(_("hoogstens zoveel nachten wachten"))
    readmission_days = models.PositiveSmallIntegerField(_("terug binnen dagen"))
    percent = models.PositiveSmallIntegerField(_("voor zoveel procent"), default=90)
    origin = models.CharField(_("wie zegt dat"), max_length=200)
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("vastgelegd door")
    )

    objects: ClassVar = TransferAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("afspraak over overdrachten")
        verbose_name_plural = _("afspraken over overdrachten")
        ordering = ("-valid_from",)
        constraints = (
            models.CheckConstraint(name="a_transfer_agreement_says_who_says_so", condition=~Q(origin="")),
            models.CheckConstraint(
                name="a_transfer_agreement_is_for_some_of_hundred",
                condition=Q(percent__gte=1, percent__lte=100),
            ),
            models.CheckConstraint(
                name="a_transfer_agreement_ends_after_it_begins",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.origin

    @property
    def agreed(self) -> Agreement:
        """What was agreed, as the calculation takes it."""
        return Agreement(
            self.answer_within_hours,
            self.sent_before_leaving_hours,
            self.delay_nights_max,
            self.readmission_days,
        )


@pghistory.track()
class StepGain(TenantModel):
    """By which series the health that a step gains is measured, as somebody chose it."""

    source_kind = models.CharField(_("van"), max_length=20, choices=Station)
    target_kind = models.CharField(_("naar"), max_length=20, choices=Station)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+", verbose_name=_("reeks"))
    chosen_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("gekozen door")
    )
    chosen_at = models.DateTimeField(_("gekozen op"))

    class Meta:
        verbose_name = _("gezondheidswinst van een stap")
        verbose_name_plural = _("gezondheidswinst van stappen")
        ordering = ("source_kind", "target_kind")
        constraints = (
            models.UniqueConstraint(
                name="a_step_gains_health_by_one_series", fields=("network", "source_kind", "target_kind")
            ),
        )

    def __str__(self) -> str:
        return f"{step_words(self.source_kind, self.target_kind)}: {self.series}"
