"""What a series shows: phases and notes that people add, and the reading that is worked out from all of it."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.measuring.models.series import Series
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


@pghistory.track()
class PhaseChange(TenantModel):
    """A period from which a series has new limits, because something really changed: what, and who says so."""

    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="phases", verbose_name=_("reeks")
    )
    starts_on = models.DateField(_("eerste periode van de fase"))
    cause = models.CharField(_("wat er veranderde"), max_length=200)
    made_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    made_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("fase")
        verbose_name_plural = _("fasen")
        ordering = ("starts_on",)
        constraints = (
            models.UniqueConstraint(name="a_phase_begins_once", fields=("network", "series", "starts_on")),
            models.CheckConstraint(name="a_phase_says_what_changed", condition=~Q(cause="")),
        )

    def __str__(self) -> str:
        return f"{self.series}: {self.cause}"


@pghistory.track()
class PointNote(TenantModel):
    """What somebody knows about one period of a series: a holiday, a broken register, a new team."""

    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="notes", verbose_name=_("reeks")
    )
    period_on = models.DateField(_("periode"))
    text = models.CharField(_("opmerking"), max_length=300)
    made_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geschreven door"),
    )
    made_at = models.DateTimeField(_("geschreven op"))

    class Meta:
        verbose_name = _("opmerking bij een cijfer")
        verbose_name_plural = _("opmerkingen bij cijfers")
        ordering = ("period_on", "made_at")
        constraints = (
            models.CheckConstraint(name="a_note_at_a_figure_says_something", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return self.text


class Reading(TenantModel):
    """What a series shows as worked out last: points with limits and signals, two verdicts, and the drawings.

    One computation for every page and file. It follows from the figures and can be made again at any time.
    """

    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="readings", verbose_name=_("reeks")
    )
    is_stale = models.BooleanField(_("wordt opnieuw berekend"), default=True)
    computed_at = models.DateTimeField(_("berekend op"), null=True, blank=True)
    engine = models.CharField(_("rekenwijze"), max_length=60, blank=True)
    fault = models.CharField(_("waarom er geen kaart is"), max_length=40, blank=True)
    points = models.JSONField(_("punten"), default=list, blank=True)
    last = models.JSONField(_("laatste cijfer"), default=dict, blank=True)
    variation = models.CharField(_("verandert het"), max_length=20, blank=True)
    assurance = models.CharField(_("haalt het zijn doel"), max_length=20, blank=True)
    lower = models.FloatField(_("ondergrens bij het laatste cijfer"), null=True, blank=True)
    upper = models.FloatField(_("bovengrens bij het laatste cijfer"), null=True, blank=True)
    limits_from_on = models.DateField(_("grenzen rusten op cijfers vanaf"), null=True, blank=True)
    limits_last_on = models.DateField(_("grenzen rusten op cijfers tot en met"), null=True, blank=True)
    is_of_before = models.BooleanField(_("grenzen zijn die van de nulmeting"), default=False)
    lower95 = models.FloatField(_("ondergrens van de marge"), null=True, blank=True)
    upper95 = models.FloatField(_("bovengrens van de marge"), null=True, blank=True)
    expected_at_last = models.FloatField(_("kans op vals alarm bij het laatste punt"), default=0)
    expected_anywhere = models.FloatField(_("kans op vals alarm ergens"), default=0)
    autocorrelation = models.FloatField(_("samenhang met het vorige cijfer"), null=True, blank=True)
    dispersion = models.FloatField(_("spreiding boven toeval"), null=True, blank=True)
    is_trial = models.BooleanField(_("grenzen zijn voorlopig"), default=True)
    broad = models.TextField(_("tekening, breed"), blank=True)
    narrow = models.TextField(_("tekening, smal"), blank=True)

    #: What a list of readings does not carry along.
    HEAVY: ClassVar = ("points", "broad", "narrow")

    class Meta:
        verbose_name = _("lezing van een reeks")
        verbose_name_plural = _("lezingen van reeksen")
        constraints = (
            models.UniqueConstraint(name="a_series_has_one_reading", fields=("network", "series")),
        )
        indexes = (models.Index(fields=("network",), name="readings_to_make", condition=Q(is_stale=True)),)

    def __str__(self) -> str:
        return f"{self.series_id}"
