"""What people said of their health or of their care: scores of a questionnaire, never its questions."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules.surveys import Instrument, Round
from schakel.tenancy.models import TenantModel


@pghistory.track()
class SurveyRound(TenantModel):
    """One time that people filled in a questionnaire: which, under whose licence, who answered, and the mean scores."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="survey_rounds")
    instrument = models.CharField(_("vragenlijst"), max_length=20, choices=Instrument)
    name = models.CharField(_("naam en versie"), max_length=120)
    licence_holder = models.CharField(_("houder van de licentie"), max_length=200)
    licence_until = models.DateField(_("licentie loopt tot en met"), null=True, blank=True)
    moment = models.CharField(_("moment"), max_length=10, choices=Round)
    held_on = models.DateField(_("gehouden op"))
    n_asked = models.PositiveIntegerField(_("konden gevraagd worden"))
    n_answered = models.PositiveIntegerField(_("vulden in"))
    n_paired = models.PositiveIntegerField(_("vulden ook de nulmeting in"), null=True, blank=True)
    lowest = models.DecimalField(_("laagste score"), max_digits=7, decimal_places=2)
    highest = models.DecimalField(_("hoogste score"), max_digits=7, decimal_places=2)
    is_less_better = models.BooleanField(_("lager is beter"), default=False)
    scores = models.JSONField(_("scores"))
    changes = models.JSONField(_("verandering bij wie beide keren invulde"), default=list, blank=True)
    groups = models.JSONField(_("wie invulde, per groep"), default=list, blank=True)
    adjusted_for = models.CharField(_("gecorrigeerd voor"), max_length=200, blank=True)
    source = models.CharField(_("bron"), max_length=300)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ingevuld door"),
    )
    entered_at = models.DateTimeField(_("ingevuld op"))

    class Meta:
        verbose_name = _("peiling")
        verbose_name_plural = _("peilingen")
        ordering = ("held_on", "entered_at")
        constraints = (
            models.CheckConstraint(
                name="no_more_people_answer_than_could_be_asked", condition=Q(n_answered__lte=F("n_asked"))
            ),
            models.CheckConstraint(
                name="a_questionnaire_has_a_licence_and_a_source",
                condition=~Q(licence_holder="") & ~Q(source=""),
            ),
            models.CheckConstraint(name="a_scale_runs_up", condition=Q(highest__gt=F("lowest"))),
        )

    def __str__(self) -> str:
        return self.name
