"""When people are away, so that the question goes to who stands in for them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.bodies import TERM
from schakel.governance.rules import Away
from schakel.tenancy.models import TenantModel, TenantQuerySet


class AbsenceQuerySet(TenantQuerySet):
    """Absences, past and coming."""

    def between(self, first: date, last: date) -> Self:
        """The absences that cover any of these days; what was taken back never was."""
        return self.filter(withdrawn_at__isnull=True, from_on__lte=last, until_on__gt=first)


@pghistory.track()
class Absence(TenantModel):
    """The days on which a person is away from a network; nobody asks why."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("persoon")
    )
    from_on = models.DateField(_("vanaf"))
    until_on = models.DateField(_("weer aanwezig op"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    withdrawn_at = models.DateTimeField(_("teruggenomen op"), null=True, blank=True)

    objects: ClassVar = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("afwezigheid")
        verbose_name_plural = _("afwezigheden")
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(
                name="an_absence_ends_after_it_begins", condition=Q(until_on__gt=F("from_on"))
            ),
            ExclusionConstraint(
                name="nobody_is_away_twice_at_the_same_time",
                expressions=[("network", RangeOperators.EQUAL), ("person", RangeOperators.EQUAL), TERM],
                condition=Q(withdrawn_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.from_on:%d-%m-%Y}"

    def as_value(self) -> Away:
        """This absence as a value for the rules."""
        return Away(self.from_on, self.until_on)
