"""Which person is what in a network, from when until when; row-level security reads this table."""

from datetime import date
from typing import ClassVar, Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.network.models.partner import Partner
from schakel.network.rules import Role
from schakel.tenancy.models import TenantModel, TenantQuerySet


class MembershipQuerySet(TenantQuerySet):
    """Memberships, past and present."""

    def held_on(self, day: date) -> Self:
        """Memberships that cover a day: its first day counts, the day it ends does not."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gt=day), from_on__lte=day)


@pghistory.track()
class Membership(TenantModel):
    """A person's place in a network: the role, for which partner, and the days it holds."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    partner = models.ForeignKey(
        Partner,
        verbose_name=_("namens"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
    )
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices)
    title = models.CharField(_("functie"), max_length=120, blank=True)
    from_on = models.DateField(_("vanaf"))
    until_on = models.DateField(_("tot"), null=True, blank=True)

    objects: ClassVar = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_membership_does_not_end_before_it_starts",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="a_representative_speaks_for_a_partner",
                condition=~Q(role=Role.REPRESENTATIVE) | Q(partner__isnull=False),
            ),
            models.UniqueConstraint(
                name="a_person_holds_a_role_once_at_a_time",
                fields=["network", "person", "role", "partner"],
                condition=Q(until_on__isnull=True),
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(name="membership_by_person", fields=["person", "network"])]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"
