"""The indicator sheet as a PDF: set by the worker for who asked for it, and kept for a while."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.measuring.models.indicators import IndicatorVersion
from schakel.tenancy.models import TenantModel, TenantQuerySet


class FicheQuerySet(TenantQuerySet):
    """Sheets are seen by who asked for them only."""

    def visible_to(self, person: Any) -> Self:
        """The sheets that this person asked for."""
        return super().visible_to(person).filter(person=person)


class Fiche(TenantModel):
    """The sheet of one version of an indicator as it was on a day; the register of exits says that it left."""

    version = models.ForeignKey(
        IndicatorVersion,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("versie van een indicator"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("gevraagd door")
    )
    made_at = models.DateTimeField(_("gemaakt op"))
    file_name = models.CharField(_("bestand"), max_length=120)
    data = models.BinaryField(_("inhoud"))

    objects: ClassVar = FicheQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicatorfiche")
        verbose_name_plural = _("indicatorfiches")
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return self.file_name
