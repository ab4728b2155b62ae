"""What people answer to a proposal: votes, recusals, consents of partners, and conditions to be met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Self
from uuid import UUID

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.bodies import Body, Seat
from schakel.governance.models.decisions import Decision
from schakel.governance.rules import Choice, ConsentState, Ground
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL

VOTING_IS_OVER = pgtrigger.Trigger(
    name="votes_stand_when_the_decision_is_taken",
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    when=pgtrigger.Before,
    func="""
        if (select status from governance_decision where id = coalesce(new.decision_id, old.decision_id)) <> 'open' then
            raise exception 'the decision is taken, its votes stand' using errcode = 'check_violation';
        end if;
        return coalesce(new, old);
    """,
)


@pghistory.track()
class Vote(TenantModel):
    """What one seat says about a proposal; a change before closing keeps its history."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="votes", verbose_name=_("besluit")
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="votes", verbose_name=_("zetel"))
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("lid"))
    choice = models.CharField(_("stem"), max_length=10, choices=Choice.choices)
    reason = models.TextField(_("reden"), blank=True)
    cast_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    cast_at = models.DateTimeField(_("vastgelegd op"))
    is_deputy = models.BooleanField(_("door de plaatsvervanger"), default=False)
    is_withdrawn = models.BooleanField(_("bezwaar ingetrokken"), default=False)

    class Meta:
        verbose_name = _("stem")
        verbose_name_plural = _("stemmen")
        ordering = ["seat__position"]
        constraints = [
            models.UniqueConstraint(name="one_seat_one_vote", fields=["network", "decision", "seat"]),
            models.CheckConstraint(
                name="an_objection_says_why", condition=~Q(choice=Choice.OBJECTION) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="only_an_objection_is_withdrawn",
                condition=Q(is_withdrawn=False) | Q(choice=Choice.OBJECTION),
            ),
        ]
        triggers = [VOTING_IS_OVER]

    def __str__(self) -> str:
        return f"{self.seat}: {self.get_choice_display()}"


@pghistory.track()
class Recusal(TenantModel):
    """A seat that takes no part because it has an interest, in one decision or in all about a thing, and why."""

    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recusals",
        verbose_name=_("besluit"),
    )
    subject_id = models.UUIDField(_("onderwerp"), null=True, blank=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="recusals", verbose_name=_("zetel"))
    person = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("persoon")
    )
    reason = models.TextField(_("reden"))
    recorded_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("verschoning")
        verbose_name_plural = _("verschoningen")
        ordering = ["recorded_at"]
        constraints = [
            models.CheckConstraint(name="a_recusal_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="a_recusal_is_about_a_decision_or_a_thing",
                condition=Q(decision__isnull=False) | Q(subject_id__isnull=False),
            ),
            models.UniqueConstraint(
                name="a_seat_is_recused_once_from_a_decision",
                fields=["network", "decision", "seat"],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="a_seat_is_recused_once_from_a_thing",
                fields=["network", "subject_id", "seat"],
                condition=Q(withdrawn_at__isnull=True, decision__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.reason}"


@pghistory.track()
class ConsentRequest(TenantModel):
    """What one partner is asked to consent to, because its own means are used or because it pays."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="consents", verbose_name=_("besluit")
    )
    partner = models.ForeignKey(
        "network.Partner", on_delete=models.PROTECT, related_name="consents", verbose_name=_("partner")
    )
    ground = models.CharField(_("waarom"), max_length=20, choices=Ground.choices)
    is_required = models.BooleanField(_("nodig"), default=True)
    amount_eur = models.DecimalField(_("bedrag"), max_digits=12, decimal_places=2, null=True, blank=True)
    hours = models.DecimalField(_("uren"), max_digits=9, decimal_places=2, null=True, blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=ConsentState.choices, default=ConsentState.ASKED
    )
    given_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("beantwoord door"),
    )
    given_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    reason = models.TextField(_("reden"), blank=True)

    class Meta:
        verbose_name = _("gevraagd akkoord")
        verbose_name_plural = _("gevraagde akkoorden")
        ordering = ["partner__name", "ground"]
        constraints = [
            models.UniqueConstraint(
                name="a_partner_is_asked_once_on_each_ground",
                fields=["network", "decision", "partner", "ground"],
            ),
            models.CheckConstraint(
                name="an_answered_consent_names_who_and_when",
                condition=Q(state=ConsentState.ASKED, given_by__isnull=True, given_at__isnull=True)
                | ~Q(state=ConsentState.ASKED) & Q(given_by__isnull=False, given_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_refused_consent_says_why", condition=~Q(state=ConsentState.REFUSED) | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_state_display()}"


class ConditionQuerySet(TenantQuerySet):
    """Conditions of decisions."""

    def unmet(self) -> Self:
        """Conditions that still ask for something: not met, and not lapsed."""
        return self.filter(met_on__isnull=True, lapsed_on__isnull=True)

    def followed_by_any(self, bodies: Iterable[Body | UUID]) -> Self:
        """Conditions that these bodies see to: handed to one of them, or of its own decision and handed to nobody."""
        asked = list(bodies)
        return self.filter(Q(followed_by__in=asked) | Q(followed_by__isnull=True, decision__body__in=asked))


@pghistory.track()
class Condition(TenantModel):
    """Something that must be met after a decision, by whom and when."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="conditions", verbose_name=_("besluit")
    )
    text = models.TextField(_("voorwaarde"))
    owner_partner = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner"),
    )
    owner_name = models.CharField(_("wie zorgt ervoor"), max_length=200, blank=True)
    due_on = models.DateField(_("uiterlijk op"))
    met_on = models.DateField(_("vervuld op"), null=True, blank=True)
    met_note = models.TextField(_("hoe vervuld"), blank=True)
    met_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    followed_by = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gevolgd door"),
    )
    lapsed_on = models.DateField(_("vervallen op"), null=True, blank=True)
    lapsed_reason = models.TextField(_("waarom vervallen"), blank=True)

    objects: ClassVar = ConditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("voorwaarde")
        verbose_name_plural = _("voorwaarden")
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(name="a_condition_says_what", condition=~Q(text="")),
            models.CheckConstraint(
                name="a_condition_has_an_owner", condition=Q(owner_partner__isnull=False) | ~Q(owner_name="")
            ),
            models.CheckConstraint(
                name="a_met_condition_says_how", condition=Q(met_on__isnull=True) | ~Q(met_note="")
            ),
            models.CheckConstraint(
                name="a_lapsed_condition_says_why_and_was_not_met",
                condition=Q(lapsed_on__isnull=True) | Q(met_on__isnull=True) & ~Q(lapsed_reason=""),
            ),
        ]
        indexes = [models.Index(fields=["network", "due_on"], name="conditions_by_day")]

    def __str__(self) -> str:
        return self.text

    @property
    def follower(self) -> Body | None:
        """The body that sees to it: the one it was handed to, else the one that decided."""
        return self.followed_by or self.decision.body

    @property
    def owner(self) -> str:
        """Who takes care of it, in words."""
        return self.owner_name or str(self.owner_partner)

    def is_late(self, today: date) -> bool:
        """Whether it still asks for something and its last day has passed."""
        return self.is_unmet and self.due_on < today

    @property
    def is_unmet(self) -> bool:
        """Whether it still asks for something: not met, and not lapsed."""
        return self.met_on is None and self.lapsed_on is None
