"""How the network itself grows: what each stage needs, with the evidence for it, and who contributes what."""

from typing import Any, ClassVar

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.network.models.place import PublicQuerySet
from schakel.network.rules import GrowthStage, TierKind
from schakel.tenancy.models import TenantModel


@pghistory.track()
class GrowthNeed(TenantModel):
    """Something that a growth stage needs; it counts as there only with evidence, a day and who wrote it down."""

    stage = models.CharField(_("groeifase"), max_length=20, choices=GrowthStage.choices)
    text = models.CharField(_("wat nodig is"), max_length=300)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    source = models.TextField(_("bron"), blank=True)
    is_inferred = models.BooleanField(_("indeling is onze duiding"), default=False)
    met_on = models.DateField(_("er sinds"), null=True, blank=True)
    evidence = models.TextField(_("bewijs"), blank=True)
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )

    objects: ClassVar = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("behoefte van een groeifase")
        verbose_name_plural = _("behoeften van groeifasen")
        ordering = ("position", "text")
        constraints = (
            models.UniqueConstraint(name="a_stage_needs_a_thing_once", fields=["network", "stage", "text"]),
            models.CheckConstraint(
                name="what_is_there_has_evidence_and_who_wrote_it_down",
                condition=Q(met_on__isnull=True, evidence="", met_by__isnull=True)
                | (Q(met_on__isnull=False, met_by__isnull=False) & ~Q(evidence="")),
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_met(self) -> bool:
        """Whether there is evidence that it is there."""
        return self.met_on is not None

    def as_evidence(self) -> dict[str, Any]:
        """How it stands now, to be frozen with a decision."""
        return {
            "stage": self.stage,
            "text": self.text,
            "met_on": self.met_on.isoformat() if self.met_on else "",
            "evidence": self.evidence,
        }


class ContributionTier(TenantModel):
    """One of the three ways to contribute: value, preconditions, conditions; with which people bring it."""

    kind = models.CharField(_("soort inbreng"), max_length=20, choices=TierKind.choices)
    text = models.CharField(_("wat zij inbrengt"), max_length=500)
    who = ArrayField(models.CharField(max_length=200), verbose_name=_("wie"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    source = models.TextField(_("bron"), blank=True)

    objects: ClassVar = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("soort inbreng")
        verbose_name_plural = _("soorten inbreng")
        ordering = ("position", "kind")
        constraints = (models.UniqueConstraint(name="one_tier_of_each_kind", fields=["network", "kind"]),)

    def __str__(self) -> str:
        return str(self.get_kind_display())


class TierPerson(TenantModel):
    """A person who contributes in one tier, in a role."""

    tier = models.ForeignKey(ContributionTier, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("persoon")
    )
    role = models.CharField(_("rol"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("persoon in een inbreng")
        verbose_name_plural = _("mensen in een inbreng")
        ordering = ("person__name",)
        constraints = (
            models.UniqueConstraint(name="a_person_once_in_a_tier", fields=["network", "tier", "person"]),
        )

    def __str__(self) -> str:
        return str(self.person)
