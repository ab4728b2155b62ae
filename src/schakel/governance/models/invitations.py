"""Invitations by mail: who is asked into the network, as what, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.bodies import Seat
from schakel.governance.rules import TenureKind
from schakel.network.rules import Role
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class PersonalInvitationQuerySet(TenantQuerySet):
    """Invitations of a network."""

    def waiting(self) -> Self:
        """Neither accepted nor taken back; the link may have ended."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)


class PersonalInvitation(TenantModel):
    """The request to somebody, by mail, to come into the network with a role and perhaps on a seat."""

    email = models.EmailField(_("e-mailadres"))
    name = models.CharField(_("naam"), max_length=120)
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices)
    partner = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("namens"),
    )
    title = models.CharField(_("functie"), max_length=120, blank=True)
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("zetel")
    )
    kind = models.CharField(
        _("op de zetel als"), max_length=10, choices=TenureKind.choices, default=TenureKind.HOLDER
    )
    invited_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("uitgenodigd door")
    )
    sent_at = models.DateTimeField(_("verstuurd op"))
    round = models.PositiveSmallIntegerField(_("hoe vaak verstuurd"), default=1)
    expires_on = models.DateField(_("de link werkt tot"))
    accepted_at = models.DateTimeField(_("aangenomen op"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("aangenomen door"),
    )
    revoked_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects: ClassVar = PersonalInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitnodiging voor het netwerk")
        verbose_name_plural = _("uitnodigingen voor het netwerk")
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(
                name="an_invited_representative_speaks_for_a_partner",
                condition=~Q(role=Role.REPRESENTATIVE) | Q(partner__isnull=False),
            ),
            models.CheckConstraint(
                name="an_invitation_is_accepted_or_taken_back",
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
            ),
            models.CheckConstraint(
                name="an_accepted_invitation_names_who_came",
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
            models.UniqueConstraint(
                "network",
                Lower("email"),
                name="somebody_is_invited_once_at_a_time",
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_role_display()})"

    def has_ended(self, today: date) -> bool:
        """Whether the link no longer works because its days are over."""
        return today >= self.expires_on
