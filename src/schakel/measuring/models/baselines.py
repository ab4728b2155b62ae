"""Baselines: what a series was before something changed, collected, checked and locked."""

from __future__ import annotations

from typing import ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.measuring.models.series import Series
from schakel.measuring.rules import BaselineState
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class BaselineQuerySet(TenantQuerySet):
    """Baselines, locked or on their way."""

    def locked(self) -> Self:
        """Those that are locked."""
        return self.filter(state=BaselineState.LOCKED)


@pghistory.track()
class Baseline(TenantModel):
    """The figures of a period before a change, frozen with a fingerprint; a correction is a second one beside it."""

    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="baselines", verbose_name=_("reeks")
    )
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    state = models.CharField(_("stand"), max_length=20, choices=BaselineState.choices)
    from_on = models.DateField(_("eerste periode"))
    last_on = models.DateField(_("laatste periode"))
    reason = models.TextField(_("waarom een nieuwe"), blank=True)
    values = models.JSONField(_("cijfers"), default=list, blank=True)
    limits = models.JSONField(_("grenzen"), default=dict, blank=True)
    collected_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("verzameld door"),
    )
    collected_at = models.DateTimeField(_("verzameld op"))
    checked_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nagekeken door"),
    )
    checked_at = models.DateTimeField(_("nagekeken op"), null=True, blank=True)
    locked_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("op slot gezet door"),
    )
    locked_at = models.DateTimeField(_("op slot sinds"), null=True, blank=True)
    sha256 = models.CharField(_("vingerafdruk"), max_length=64, blank=True)

    objects: ClassVar = BaselineQuerySet.as_manager()

    class Meta:
        verbose_name = _("nulmeting")
        verbose_name_plural = _("nulmetingen")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="a_series_has_a_baseline_version_once", fields=("network", "series", "number")
            ),
            models.UniqueConstraint(
                name="one_baseline_is_on_its_way",
                fields=("network", "series"),
                condition=~Q(state=BaselineState.LOCKED),
            ),
            models.CheckConstraint(
                name="a_baseline_does_not_end_before_it_starts", condition=Q(last_on__gte=F("from_on"))
            ),
            models.CheckConstraint(name="a_second_baseline_says_why", condition=Q(number=1) | ~Q(reason="")),
            models.CheckConstraint(
                name="a_baseline_is_checked_by_somebody_else",
                condition=Q(state=BaselineState.COLLECTED, checked_at__isnull=True, checked_by__isnull=True)
                | ~Q(state=BaselineState.COLLECTED)
                & Q(checked_at__isnull=False)
                & ~Q(checked_by=F("collected_by")),
            ),
            models.CheckConstraint(
                name="a_locked_baseline_has_a_fingerprint_a_moment_and_figures",
                condition=Q(
                    state=BaselineState.LOCKED, locked_at__isnull=False, sha256__regex=r"^[0-9a-f]{64}$"
                )
                & ~Q(values=[])
                | ~Q(state=BaselineState.LOCKED) & Q(locked_at__isnull=True, sha256=""),
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="a_locked_baseline_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=BaselineState.LOCKED),
            ),
        )

    def __str__(self) -> str:
        return f"{self.series} ({self.number})"

    @property
    def is_locked(self) -> bool:
        """Whether nobody can change it any more."""
        return self.state == BaselineState.LOCKED
