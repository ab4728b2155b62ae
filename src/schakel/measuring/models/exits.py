"""What left: from how many people a figure is shown in a network, and every file of figures that somebody took out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.methods.disclosure import LOWEST_THRESHOLD
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


class Exit(TenantModel):
    """Figures that left: which, to whom, when, with which threshold, and how many of them stayed hidden."""

    what = models.CharField(_("wat"), max_length=300)
    file_name = models.CharField(_("bestand"), max_length=120)
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)
    n_values = models.PositiveIntegerField(_("aantal cijfers"))
    n_hidden = models.PositiveIntegerField(_("daarvan verborgen"))
    threshold = models.PositiveSmallIntegerField(_("getoond vanaf zoveel mensen"))
    series = models.JSONField(_("reeksen"), default=list)
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("door"))
    at = models.DateTimeField(_("op"))

    class Meta:
        verbose_name = _("uitgave van cijfers")
        verbose_name_plural = _("uitgaven van cijfers")
        ordering = ("-at",)
        constraints = (
            models.CheckConstraint(
                name="an_exit_keeps_the_lowest_threshold", condition=Q(threshold__gte=LOWEST_THRESHOLD)
            ),
            models.CheckConstraint(
                name="no_more_is_hidden_than_left", condition=Q(n_hidden__lte=models.F("n_values"))
            ),
        )

    def __str__(self) -> str:
        return self.what
