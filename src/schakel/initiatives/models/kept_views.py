"""Views of the portfolio that people keep: what they filter, in which form, and what stands on a card."""

from __future__ import annotations

from typing import Any, ClassVar, Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _say
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.rules.kept_views import LONGEST_NAME
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class PortfolioViewQuerySet(TenantQuerySet):
    """Own views, and those of the network."""

    def visible_to(self, person: Any) -> Self:
        """The views of this person, and those that the office shares with everyone."""
        return super().visible_to(person).filter(Q(person=person) | Q(is_shared=True))

    def shared(self) -> Self:
        """The views of the network."""
        return self.filter(is_shared=True)

    def own(self, person: Any) -> Self:
        """The views that only this person sees."""
        return self.filter(person=person, is_shared=False)


@pghistory.track()
class PortfolioView(TenantModel):
    """The portfolio as somebody keeps it under a name; one's own, or of the network."""

    person = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("bewaard door")
    )
    name = models.CharField(_("naam"), max_length=LONGEST_NAME)
    is_shared = models.BooleanField(_("van het netwerk"), default=False)
    asked = models.JSONField(_("filters, vorm en velden"), default=dict)

    objects: ClassVar = PortfolioViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("weergave van het portfolio")
        verbose_name_plural = _("weergaven van het portfolio")
        ordering = ("is_shared", "name")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "person", "name"),
                condition=Q(is_shared=False),
                name="an_own_view_has_its_own_name",
            ),
            models.UniqueConstraint(
                fields=("network", "name"), condition=Q(is_shared=True), name="a_shared_view_has_its_own_name"
            ),
            models.CheckConstraint(name="a_view_has_a_name", condition=~Q(name="")),
        )

    def __str__(self) -> str:
        """What the journal, which others read, calls it: how somebody names their own view is theirs."""
        return self.name if self.is_shared else _say("Eigen weergave")


class FirstViewQuerySet(TenantQuerySet):
    """Each person's own choice."""

    def visible_to(self, person: Any) -> Self:
        """What this person opens first."""
        return super().visible_to(person).filter(person=person)


class FirstView(TenantModel):
    """Which view somebody opens first. No foreign key: a shared view may go while others still name it here."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+", verbose_name=_("persoon"))
    view = models.UUIDField(_("kenmerk van de weergave"))

    objects: ClassVar = FirstViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("eerste weergave")
        verbose_name_plural = _("eerste weergaven")
        constraints = (
            models.UniqueConstraint(fields=("network", "person"), name="one_view_is_opened_first"),
        )

    def __str__(self) -> str:
        return str(self.view)
