"""Secret links by which a person's own calendar reads the meetings."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.bodies import Body
from schakel.tenancy.models import TenantModel


class CalendarLink(TenantModel):
    """A secret address for the calendar of one person: their own meetings, or those of one body. Kept as a hash."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("persoon")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gremium")
    )
    secret_hash = models.CharField(_("vingerafdruk van het geheim"), max_length=64)
    made_at = models.DateTimeField(_("gemaakt op"))
    ended_at = models.DateTimeField(_("beëindigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("agendalink")
        verbose_name_plural = _("agendalinks")
        ordering = ("-made_at",)
        constraints = (
            models.UniqueConstraint(name="a_secret_opens_one_calendar", fields=("network", "secret_hash")),
            models.UniqueConstraint(
                name="a_person_has_one_link_for_a_calendar",
                fields=("network", "person", "body"),
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
            ),
        )
        indexes = (models.Index(fields=("secret_hash",), name="calendars_by_their_secret"),)

    def __str__(self) -> str:
        return str(self.body or self.person)
