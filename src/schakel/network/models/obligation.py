"""What a party to an agreement has to do, by when, and what it said and showed about it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.network.models.agreement import Agreement, Article
from schakel.network.models.partner import Partner
from schakel.network.rules import ObligationState
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class ObligationQuerySet(TenantQuerySet):
    """Obligations, asked for by what waits."""

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.exclude(state=ObligationState.WITHDRAWN)

    def to_confirm(self) -> Self:
        """Those of which the party has not said yet whether it is so."""
        return self.filter(state=ObligationState.ASKED)

    def due_by(self, day: date, *, today: date) -> Self:
        """Those that the party confirmed, that are not done, due by a day, and whose agreement holds then and today."""
        due = self.filter(state=ObligationState.CONFIRMED, met_on__isnull=True, due_on__lte=day)
        holds = Q(agreement__ends_on__gte=today) & Q(agreement__ends_on__gte=F("due_on"))
        return due.filter(
            holds | Q(agreement__ends_on__isnull=True) | Q(agreement__renewal_months__isnull=False)
        )


@pghistory.track()
class Obligation(TenantModel):
    """Something that one party to an agreement has to do; it counts when that party itself confirmed it."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="obligations", verbose_name=_("overeenkomst")
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="obligations", verbose_name=_("partner")
    )
    article = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="obligations",
        verbose_name=_("volgt uit artikel"),
    )
    text = models.CharField(_("wat"), max_length=500)
    source_text = models.TextField(_("tekst waaruit dit volgt"), blank=True)
    due_on = models.DateField(_("uiterlijk op"), null=True, blank=True)
    every_months = models.PositiveSmallIntegerField(_("keert terug na (maanden)"), null=True, blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=ObligationState.choices, default=ObligationState.ASKED
    )
    asked_at = models.DateTimeField(_("gevraagd op"))
    answer = models.TextField(_("toelichting van de partner"), blank=True)
    answered_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beantwoord door"),
    )
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    met_on = models.DateField(_("nagekomen op"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("waarom ingetrokken"), blank=True)

    objects: ClassVar = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = _("verplichting")
        verbose_name_plural = _("verplichtingen")
        ordering = ("partner__position", "partner__name", "due_on", "asked_at")
        constraints = (
            models.CheckConstraint(name="an_obligation_says_what", condition=~Q(text="")),
            models.CheckConstraint(
                name="an_obligation_that_returns_has_a_day",
                condition=Q(every_months__isnull=True) | Q(due_on__isnull=False, every_months__gt=0),
            ),
            models.CheckConstraint(
                name="an_answered_obligation_says_who_and_when",
                condition=~Q(state__in=(ObligationState.CONFIRMED, ObligationState.DISPUTED))
                | Q(answered_by__isnull=False, answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_disputed_or_withdrawn_obligation_says_why",
                condition=(~Q(state=ObligationState.DISPUTED) | ~Q(answer=""))
                & (~Q(state=ObligationState.WITHDRAWN) | ~Q(withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="only_a_confirmed_obligation_is_met",
                condition=Q(met_on__isnull=True)
                | Q(state=ObligationState.CONFIRMED, every_months__isnull=True),
            ),
        )
        indexes = (models.Index(fields=("network", "partner", "state"), name="obligations_of_a_partner"),)
        triggers = (
            pgtrigger.ReadOnly(
                name="what_a_party_was_asked_stays",
                fields=["network", "agreement", "partner", "text", "source_text", "every_months", "asked_at"],
            ),
        )

    def __str__(self) -> str:
        return self.text


class ObligationAnswer(TenantModel):
    """One time that a party said whether this is what it has to do; a later answer comes beside it, never over it."""

    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, related_name="answers", verbose_name=_("verplichting")
    )
    agrees = models.BooleanField(_("klopt dit"))
    text = models.TextField(_("toelichting"), blank=True)
    answered_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("beantwoord door")
    )
    answered_at = models.DateTimeField(_("beantwoord op"))

    class Meta:
        verbose_name = _("antwoord op een verplichting")
        verbose_name_plural = _("antwoorden op verplichtingen")
        ordering = ("answered_at",)
        constraints = (
            models.CheckConstraint(
                name="who_says_no_to_an_obligation_says_why", condition=Q(agrees=True) | ~Q(text="")
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


class ObligationReport(TenantModel):
    """One time that was said whether an obligation was met: for which day, with what shows it; never changed."""

    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, related_name="reports", verbose_name=_("verplichting")
    )
    due_on = models.DateField(_("voor de dag"), null=True, blank=True)
    is_met = models.BooleanField(_("nagekomen"))
    evidence = models.TextField(_("waaruit dat blijkt"))
    happened_on = models.DateField(_("dag"))
    reported_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    reported_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("verslag van een verplichting")
        verbose_name_plural = _("verslagen van verplichtingen")
        ordering = ("-reported_at",)
        constraints = (
            models.CheckConstraint(name="a_report_of_an_obligation_shows_it", condition=~Q(evidence="")),
            models.UniqueConstraint(
                name="an_obligation_is_met_once_for_a_day",
                fields=("network", "obligation", "due_on"),
                condition=Q(is_met=True),
                nulls_distinct=False,
            ),
        )

    def __str__(self) -> str:
        return self.evidence[:80]
