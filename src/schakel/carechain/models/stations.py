"""Which partner a station is, where its name in the logs is not the name of the partner."""

from __future__ import annotations

from typing import Any

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.network.models import Partner
from schakel.tenancy.models import TenantModel

PERSON: Any = settings.AUTH_USER_MODEL


@pghistory.track()
class ChainStation(TenantModel):
    """An organisation as the logs write it, and which partner that is; without a partner it is none of them.

    People of that partner see its links in full. Without a row the partner of the same name is meant.
    """

    name = models.CharField(_("naam in de logboeken"), max_length=200)
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("partner")
    )
    coupled_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("gekoppeld door")
    )
    coupled_at = models.DateTimeField(_("gekoppeld op"))

    class Meta:
        verbose_name = _("station")
        verbose_name_plural = _("stations")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(name="a_station_is_coupled_once", fields=("network", "name")),
            models.CheckConstraint(name="a_station_has_a_name", condition=~Q(name="")),
        )

    def __str__(self) -> str:
        return self.name
