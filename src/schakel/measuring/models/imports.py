"""A file with figures, between the dry run and bringing it in."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.tenancy.models import TenantModel, TenantQuerySet


class FigureImportQuerySet(TenantQuerySet):
    """Files are seen by who sent them only."""

    def visible_to(self, person: Any) -> Self:
        """The files that this person sent."""
        return super().visible_to(person).filter(person=person)


class FigureImport(TenantModel):
    """What somebody sent: its rows, what it would do or what is wrong, and when it was brought in.

    Only who sent it sees it. Once brought in, the rows are gone; the outcome stays.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("door")
    )
    sent_at = models.DateTimeField(_("gestuurd op"))
    filename = models.CharField(_("bestand"), max_length=200)
    sha256 = models.CharField(_("vingerafdruk van het bestand"), max_length=64)
    n_rows = models.PositiveIntegerField(_("aantal regels"))
    rows = models.JSONField(_("regels"), default=list)
    outcome = models.JSONField(_("uitkomst"), default=dict)
    is_right = models.BooleanField(_("zonder fouten"), default=False)
    done_at = models.DateTimeField(_("ingevoerd op"), null=True, blank=True)

    objects: ClassVar = FigureImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("bestand met cijfers")
        verbose_name_plural = _("bestanden met cijfers")
        ordering = ("-sent_at",)
        constraints = (
            models.CheckConstraint(
                name="only_a_file_without_faults_is_brought_in",
                condition=Q(done_at__isnull=True) | Q(is_right=True),
            ),
        )

    def __str__(self) -> str:
        return self.filename
