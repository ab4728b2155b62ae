"""What left: from how many people a figure is shown in a network, and every file of figures that somebody took out."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.governance.models import Decision
from schakel.methods.disclosure import LOWEST_THRESHOLD, PUBLIC_THRESHOLD, Policy
from schakel.tenancy.models import TenantModel

#: A network may hide more than usual, up to this.
MOST_HIDDEN = 100
PERSON = settings.AUTH_USER_MODEL


class Threshold(TenantModel):
    """From how many people a figure is shown on the pages of a network, since when, and by which decision.

    The newest one holds. Below the usual one there is a decision of a body; what leaves as a file keeps the usual one.
    """

    number = models.PositiveIntegerField(_("versie"))
    threshold = models.PositiveSmallIntegerField(_("getoond vanaf zoveel mensen"))
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("door welk besluit"),
    )
    reason = models.TextField(_("waarom"))
    set_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    set_at = models.DateTimeField(_("geldt sinds"))

    class Meta:
        verbose_name = _("drempel voor kleine aantallen")
        verbose_name_plural = _("drempels voor kleine aantallen")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(name="a_threshold_has_a_version_once", fields=("network", "number")),
            models.CheckConstraint(
                name="a_threshold_is_never_below_the_lowest",
                condition=Q(threshold__gte=LOWEST_THRESHOLD, threshold__lte=MOST_HIDDEN),
            ),
            models.CheckConstraint(
                name="a_low_threshold_has_its_decision",
                condition=Q(threshold__gte=PUBLIC_THRESHOLD) | Q(decision__isnull=False),
            ),
            models.CheckConstraint(name="a_threshold_says_why", condition=~Q(reason="")),
        )
        triggers = (
            pgtrigger.Protect(name="a_threshold_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.threshold}"

    @property
    def policy(self) -> Policy:
        """What the rules for small numbers make of it."""
        return Policy(self.threshold, self.decision.number if self.decision else "")


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
