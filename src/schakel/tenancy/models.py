"""What every row of a network has in common."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class TenantQuerySet(models.QuerySet):
    """Rows of networks. The database already hides foreign rows; these filters say so in the query as well."""

    def visible_to(self, person: Any) -> Self:
        """Return the rows of the networks of which this person is a member today."""
        return self.filter(network_id__in=person.network_ids)

    def of(self, network: Any) -> Self:
        """Return the rows of one network."""
        return self.filter(network_id=network.pk)


class TenantModel(models.Model):
    """A row that belongs to one network and that only its people can see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(
        "network.Network", on_delete=models.PROTECT, related_name="+", verbose_name=_("netwerk")
    )

    objects = TenantQuerySet.as_manager()

    class Meta:
        abstract = True
