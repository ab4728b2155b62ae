"""What every row of a network has in common."""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import Any, Self

from django.db import models
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _


class TenantQuerySet(models.QuerySet):
    """Rows of networks. The database already hides foreign rows; these filters say so in the query as well."""

    def visible_to(self, person: Any) -> Self:
        """Return the rows of the networks of which this person is a member today."""
        return self.filter(network_id__in=person.network_ids)

    def of(self, network: Any) -> Self:
        """Return the rows of one network."""
        return self.filter(network_id=network.pk)


@lru_cache(maxsize=1024)
def _words_of(field: models.Field) -> dict[Any, Any]:
    return dict(field.flatchoices)


class TenantModel(models.Model):
    """A row that belongs to one network and that only its people can see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(
        "network.Network", on_delete=models.PROTECT, related_name="+", verbose_name=_("netwerk")
    )

    objects = TenantQuerySet.as_manager()

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: models.Field) -> Any:  # noqa: N802  Django's name
        """Say a choice in words. Django compares and hashes all words of the field again for each row."""
        value = getattr(self, field.attname)
        return force_str(_words_of(field).get(value, value), strings_only=True)
