"""Following what runs: how it goes, what can go wrong, and an emergency stop."""

from __future__ import annotations

from datetime import date

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import HaltOutcome, RiskState, Size, UpdateState, confirm_by
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


class StatusUpdate(TenantModel):
    """How an initiative goes, said by its lead in three minutes: the state, why, what changed, what would help."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="updates")
    state = models.CharField(_("hoe gaat het"), max_length=10, choices=UpdateState)
    because = models.TextField(_("waarom"))
    changed = models.TextField(_("wat er veranderde"), blank=True)
    help_needed = models.TextField(_("wat zou helpen, en van wie"), blank=True)
    given_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gegeven door"),
    )
    given_at = models.DateTimeField(_("gegeven op"))

    class Meta:
        verbose_name = _("stand van zaken")
        verbose_name_plural = _("standen van zaken")
        ordering = ("-given_at",)
        constraints = (
            models.CheckConstraint(name="an_update_says_because", condition=~Q(because="")),
            models.CheckConstraint(
                name="who_needs_help_says_which", condition=~Q(state=UpdateState.HELP) | ~Q(help_needed="")
            ),
        )
        indexes = (
            models.Index(fields=("network", "initiative", "-given_at"), name="updates_of_an_initiative"),
        )

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.because}"


@pghistory.track()
class RunningRisk(TenantModel):
    """A risk while the work goes on: how likely and how bad it is now, what is done about it, and what became of it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="risks")
    key = models.UUIDField(_("kenmerk in het plan"), null=True, blank=True)
    text = models.CharField(_("risico"), max_length=500)
    likelihood = models.CharField(_("kans"), max_length=10, choices=Size)
    impact = models.CharField(_("gevolg"), max_length=10, choices=Size)
    measure = models.CharField(_("wat we eraan doen"), max_length=500)
    owner = models.CharField(_("eigenaar"), max_length=200)
    state = models.CharField(_("stand"), max_length=10, choices=RiskState, default=RiskState.OPEN)
    written_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geschreven door"),
    )
    written_at = models.DateTimeField(_("geschreven op"))

    class Meta:
        verbose_name = _("lopend risico")
        verbose_name_plural = _("lopende risico's")
        ordering = ("written_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "key"),
                condition=Q(key__isnull=False),
                name="a_risk_of_the_plan_runs_once",
            ),
        )

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class Halt(TenantModel):
    """An emergency stop: the work lies still at once, and within four weeks the body confirms or lifts it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="halts")
    reason = models.TextField(_("reden voor iedereen"))
    effect = models.TextField(_("wat dit betekent voor toezeggingen"))
    communication = models.TextField(_("wie dit hoort, en van wie"), blank=True)
    is_for_safety = models.BooleanField(_("om de veiligheid"), default=False)
    halted_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("stilgelegd door")
    )
    halted_at = models.DateTimeField(_("stilgelegd op"))
    halted_on = models.DateField(_("dag van de noodstop"))
    outcome = models.CharField(_("afloop"), max_length=10, choices=HaltOutcome, blank=True)
    decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besluit"),
    )

    class Meta:
        verbose_name = _("noodstop")
        verbose_name_plural = _("noodstoppen")
        ordering = ("-halted_at",)
        constraints = (
            models.CheckConstraint(
                name="an_emergency_stop_says_why_and_what_it_means", condition=~Q(reason="") & ~Q(effect="")
            ),
            models.UniqueConstraint(
                fields=("network", "initiative"),
                condition=Q(outcome=""),
                name="one_emergency_stop_at_a_time",
            ),
            models.CheckConstraint(
                name="an_emergency_stop_ends_by_decision",
                condition=Q(outcome="", decision__isnull=True) | ~Q(outcome="") & Q(decision__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.reason

    @property
    def confirm_by(self) -> date:
        """The last day on which the body decides about it."""
        return confirm_by(self.halted_on)
