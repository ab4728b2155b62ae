"""A network's own versions of the gate checklists, and the answers to the points that it added."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import Gate
from schakel.initiatives.rules.gate_lists import LONGEST_LABEL, PointRow, TrackWord
from schakel.tenancy.models import TenantModel, TenantQuerySet

if TYPE_CHECKING:
    from schakel.network.models import Network


class GateListQuerySet(TenantQuerySet):
    """Versions of the lists of a network."""

    def newest_number(self, network: Network) -> int:
        """The number of the newest version of any list of a network, 0 without one. One database query."""
        return self.of(network).aggregate(newest=Max("number"))["newest"] or 0

    def of_list(self, gate: str, track: str) -> Self:
        """The versions of one list, the newest first."""
        return self.filter(gate=gate, track=track).order_by("-number")


class GateList(TenantModel):
    """One version of a network's own checklist of a gate: what it changes in that of the platform. Never edited."""

    number = models.PositiveSmallIntegerField(_("nummer binnen het netwerk"))
    gate = models.CharField(_("poort"), max_length=2, choices=Gate)
    track = models.CharField(_("vorm"), max_length=10, choices=TrackWord)
    version = models.PositiveSmallIntegerField(_("versie"))
    edition = models.PositiveSmallIntegerField(_("editie van de poortlijsten"))
    rows = models.JSONField(_("punten"))
    reason = models.TextField(_("waarom"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgesteld door"),
    )
    published_at = models.DateTimeField(_("vastgesteld op"))

    objects: ClassVar = GateListQuerySet.as_manager()

    class Meta:
        verbose_name = _("poortlijst van een netwerk")
        verbose_name_plural = _("poortlijsten van een netwerk")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("network", "number"), name="a_network_numbers_its_gate_lists"),
            models.UniqueConstraint(
                fields=("network", "gate", "track", "version"), name="a_gate_list_has_a_version_once"
            ),
            models.CheckConstraint(name="a_gate_list_says_why", condition=~Q(reason="")),
        )
        triggers = (pgtrigger.Protect(name="gate_lists_stay", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        words = _now("Poortlijst %(gate)s, versie %(version)s")
        return words % {"gate": self.gate.upper(), "version": self.version}

    @property
    def point_rows(self) -> list[PointRow]:
        """The points as values for the rules."""
        return [PointRow(**row) for row in self.rows]


@pghistory.track()
class PointAnswer(TenantModel):
    """What people answered to a point that their network added to a checklist, with the question as it read then."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="point_answers")
    gate = models.CharField(_("poort"), max_length=2, choices=Gate)
    code = models.CharField(_("punt"), max_length=20)
    question = models.CharField(_("vraag"), max_length=LONGEST_LABEL)
    text = models.TextField(_("antwoord"))
    link = models.CharField(_("webadres"), max_length=500, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beantwoord door"),
    )
    answered_at = models.DateTimeField(_("beantwoord op"))

    class Meta:
        verbose_name = _("antwoord op een eigen poortpunt")
        verbose_name_plural = _("antwoorden op eigen poortpunten")
        ordering = ("gate", "code")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "gate", "code"), name="a_point_of_a_gate_has_one_answer"
            ),
            models.CheckConstraint(name="an_answered_point_says_something", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return self.question
