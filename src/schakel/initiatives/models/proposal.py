"""What a body is asked to decide about an initiative."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import Gate
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


class Proposal(TenantModel):
    """What a body is asked to decide at a gate, with what the verdict needs and the checklist as it stood."""

    decision = models.ForeignKey(
        "governance.Decision", on_delete=models.PROTECT, related_name="+", verbose_name=_("besluit")
    )
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("initiatief"),
    )
    gate = models.CharField(_("poort"), max_length=2, choices=Gate)
    verdict = models.CharField(_("voorgesteld besluit"), max_length=30)
    template_version = models.PositiveSmallIntegerField(_("versie van de poortlijst"), null=True, blank=True)
    checklist = models.JSONField(_("poortlijst op dat moment"), default=dict, blank=True)

    title = models.CharField(_("onderwerp"), max_length=200, blank=True)
    problem = models.TextField(_("wat is het probleem en voor wie"), blank=True)
    theme = models.ForeignKey(
        "network.Theme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thema"),
    )
    wake_on = models.DateField(_("terug op de agenda op"), null=True, blank=True)
    public_reason = models.TextField(_("reden voor iedereen"), blank=True)
    explorer = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("verkenner")
    )
    due_on = models.DateField(_("verkenning klaar op"), null=True, blank=True)
    hours_cap = models.PositiveIntegerField(_("ten hoogste zoveel uur"), null=True, blank=True)
    lead = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("trekker")
    )
    commissioner = models.CharField(_("opdrachtgever"), max_length=200, blank=True)
    phase = models.PositiveSmallIntegerField(_("fase"), null=True, blank=True)
    funding_line = models.ForeignKey(
        "initiatives.FundingLine",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geldstroom"),
    )
    extended_to = models.DateField(_("uitstel tot en met"), null=True, blank=True)
    proposed_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("voorgesteld door"),
    )
    proposed_at = models.DateTimeField(_("voorgesteld op"))
    n_moves_before = models.PositiveSmallIntegerField(_("aantal stappen tot het voorstel"), default=0)
    settled_at = models.DateTimeField(_("uitgevoerd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorstel aan een groep")
        verbose_name_plural = _("voorstellen aan groepen")
        ordering = ("-proposed_at",)
        constraints = (
            models.UniqueConstraint(fields=("network", "decision"), name="one_proposal_per_decision"),
            models.CheckConstraint(
                name="a_proposal_is_about_an_initiative_or_names_a_topic",
                condition=Q(initiative__isnull=False) | ~Q(title=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_gate_display()}: {self.verdict}"
