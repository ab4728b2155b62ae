"""The dossier with which an initiative goes to its body at a gate, as it stood when it was made."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.documents.models import DocumentVersion
from schakel.governance.models import Decision
from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import Gate
from schakel.tenancy.models import TenantModel


class Dossier(TenantModel):
    """Everything a body needs to decide at a gate, as it was then. It never changes; a later one is the next number."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="dossiers")
    gate = models.CharField(_("poort"), max_length=10, choices=Gate.choices)
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
    sha256 = models.CharField(_("kenmerk van de inhoud"), max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("gemaakt door")
    )
    made_at = models.DateTimeField(_("gemaakt op"))

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ("initiative", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "number"), name="dossiers_of_an_initiative_are_numbered"
            ),
            models.CheckConstraint(name="a_dossier_has_a_fingerprint", condition=~models.Q(sha256="")),
        )

    def __str__(self) -> str:
        return f"{self.initiative.number}, {self.get_gate_display()}, {self.number}"

    @property
    def file_name(self) -> str:
        """How its PDF is called."""
        return f"dossier-{self.initiative.number}-{self.number}.pdf"


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
