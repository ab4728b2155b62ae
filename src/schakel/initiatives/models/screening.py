"""Who is asked to rate an initiative and what they answered."""

from __future__ import annotations

from typing import Any

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import Moment, Value
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


class Invitation(TenantModel):
    """The request to one person to rate an initiative by the criteria of the network, before a day."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="invitations")
    criteria_set = models.ForeignKey(
        "network.CriteriaSet", on_delete=models.PROTECT, related_name="+", verbose_name=_("criteria")
    )
    moment = models.CharField(_("moment"), max_length=2, choices=Moment, default=Moment.P1)
    rater = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("beoordelaar")
    )
    seat = models.ForeignKey(
        "governance.Seat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("zetel"),
    )
    due_on = models.DateField(_("vóór"))
    invited_at = models.DateTimeField(_("gevraagd op"))

    class Meta:
        verbose_name = _("uitnodiging om te beoordelen")
        verbose_name_plural = _("uitnodigingen om te beoordelen")
        ordering = ("due_on", "rater__name")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "moment", "rater"), name="a_rater_is_invited_once"
            ),
        )
        indexes = (models.Index(fields=("network", "rater"), name="invitations_of_a_rater"),)

    def __str__(self) -> str:
        return f"{self.rater}: {self.initiative_id}"


@pghistory.track()
class Assessment(TenantModel):
    """The answers of one person on the criteria; a later change is a new version. Or: this person stands aside."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="assessments")
    criteria_set = models.ForeignKey(
        "network.CriteriaSet", on_delete=models.PROTECT, related_name="+", verbose_name=_("criteria")
    )
    moment = models.CharField(_("moment"), max_length=2, choices=Moment, default=Moment.P1)
    rater = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("beoordelaar")
    )
    seat = models.ForeignKey(
        "governance.Seat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("zetel"),
    )
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    submitted_at = models.DateTimeField(_("gegeven op"))
    remark = models.TextField(_("opmerking"), blank=True)
    is_recused = models.BooleanField(_("is betrokken en doet niet mee"), default=False)
    recusal_reason = models.TextField(_("waarom deze persoon niet meedoet"), blank=True)

    class Meta:
        verbose_name = _("beoordeling")
        verbose_name_plural = _("beoordelingen")
        ordering = ("submitted_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "moment", "rater", "version"),
                name="one_assessment_per_version",
            ),
            models.CheckConstraint(
                name="who_stands_aside_says_why", condition=Q(is_recused=False) | ~Q(recusal_reason="")
            ),
        )

    def __str__(self) -> str:
        return f"{self.rater}, {self.version}"

    def given_by(self, person: Any) -> bool:
        """Whether this person gave it."""
        return self.rater_id == person.pk


class Answer(TenantModel):
    """One answer on one criterion, with its reason."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    criterion = models.ForeignKey(
        "network.Criterion", on_delete=models.PROTECT, related_name="+", verbose_name=_("criterium")
    )
    value = models.CharField(_("antwoord"), max_length=10, choices=Value, blank=True)
    score = models.PositiveSmallIntegerField(
        _("score"), null=True, blank=True, validators=(MinValueValidator(1), MaxValueValidator(5))
    )
    reason = models.TextField(_("reden"), blank=True)

    class Meta:
        verbose_name = _("antwoord op een criterium")
        verbose_name_plural = _("antwoorden op criteria")
        ordering = ("criterion__position",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "assessment", "criterion"), name="one_answer_per_criterion"
            ),
            models.CheckConstraint(
                name="an_answer_is_a_word_or_a_score_from_1_to_5",
                condition=(Q(score__isnull=True) & ~Q(value="")) | (Q(score__range=(1, 5)) & Q(value="")),
            ),
        )

    def __str__(self) -> str:
        return self.get_value_display() or str(self.score)
