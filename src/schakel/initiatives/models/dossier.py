"""The dossier for a decision about an initiative, or about the network itself, as it stood when it was made."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.documents.models import DocumentVersion
from schakel.governance.models import Decision
from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import Gate
from schakel.tenancy.models import TenantModel

#: What a dossier of the network itself is for: go or no-go on its next growth stage.
GROWTH = "growth"


class Dossier(TenantModel):
    """Everything a body needs to decide, as it was then. It never changes; a later one is the next number.

    It is about an initiative at a gate, or without an initiative about the network that takes a growth step.
    """

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    gate = models.CharField(_("poort"), max_length=10, choices=[*Gate.choices, (GROWTH, _("Groeistap"))])
    number = models.PositiveSmallIntegerField(_("nummer"))
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besluit"),
    )
    content = models.JSONField(_("inhoud"))
    sha256 = models.CharField(_("vingerafdruk van de inhoud"), max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("gemaakt door")
    )
    made_at = models.DateTimeField(_("gemaakt op"))

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "number"),
                name="dossiers_of_one_owner_are_numbered",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_dossier_is_about_an_initiative_or_about_growth",
                condition=models.Q(initiative__isnull=False) & ~models.Q(gate=GROWTH)
                | models.Q(initiative__isnull=True, gate=GROWTH, decision__isnull=False),
            ),
            models.CheckConstraint(name="a_dossier_has_a_fingerprint", condition=~models.Q(sha256="")),
        )

    def __str__(self) -> str:
        return f"{self.owner}, {self.get_gate_display()}, {self.number}"

    @property
    def owner(self) -> str:
        """The number of the initiative, or the name of the network in addresses."""
        return self.initiative.number if self.initiative else self.network.slug

    @property
    def file_name(self) -> str:
        """How its PDF is called."""
        return f"dossier-{self.owner}-{self.number}.pdf"


class DossierFile(TenantModel):
    """The PDF that the worker set of a dossier: this version of a document and no other."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="files")
    version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("bestand")
    )

    class Meta:
        verbose_name = _("bestand van een dossier")
        verbose_name_plural = _("bestanden van een dossier")
        constraints = (models.UniqueConstraint(fields=("network", "dossier"), name="a_dossier_has_one_file"),)
