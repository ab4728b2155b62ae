"""The exploration: what we want to know, how every partner looks at it, what could be done and for whom it pays."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import FactorKind, Law, Willingness
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class Exploration(TenantModel):
    """A look at a topic within an agreed time, that ends in advice; it may end honourably without a follow-up."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="explorations")
    attempt = models.PositiveSmallIntegerField(_("keer"), default=1)
    starts_on = models.DateField(_("begint op"))
    due_on = models.DateField(_("klaar op"))
    hours_cap = models.PositiveIntegerField(_("ten hoogste zoveel uur"), null=True, blank=True)
    problem_picture = models.TextField(_("hoe groot is het probleem"), blank=True)
    findings = models.TextField(_("wat we vonden"), blank=True)
    prior_art = models.TextField(_("wat er al is"), blank=True)
    resident_voice = models.TextField(_("wat inwoners zeggen"), blank=True)
    embedding_sketch = models.TextField(_("hoe het later vast onderdeel kan worden"), blank=True)
    advice = models.TextField(_("advies"), blank=True)
    published_at = models.DateTimeField(_("advies openbaar sinds"), null=True, blank=True)

    class Meta:
        verbose_name = _("verkenning")
        verbose_name_plural = _("verkenningen")
        ordering = ("initiative", "-attempt")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "attempt"), name="one_exploration_per_attempt"
            ),
            models.CheckConstraint(
                name="explorations_end_after_they_begin", condition=Q(due_on__gt=models.F("starts_on"))
            ),
            models.CheckConstraint(
                name="only_written_advice_is_published",
                condition=Q(published_at__isnull=True) | ~Q(advice=""),
            ),
        )

    def __str__(self) -> str:
        return str(_("Verkenning van %(initiative)s") % {"initiative": self.initiative})


class ExplorationQuestion(TenantModel):
    """A question that the exploration answers."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField(_("volgorde"))
    text = models.CharField(_("vraag"), max_length=500)
    answer = models.TextField(_("antwoord"), blank=True)

    class Meta:
        verbose_name = _("vraag van een verkenning")
        verbose_name_plural = _("vragen van verkenningen")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "exploration", "position"),
                name="one_question_per_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
        )

    def __str__(self) -> str:
        return self.text


class PartnerViewQuerySet(TenantQuerySet):
    """Views; one that is not given yet is seen only by the partner that writes it."""

    def given(self) -> Self:
        """The views that partners have given."""
        return self.filter(is_given=True)


class PartnerView(TenantModel):
    """How one partner looks at a topic: interest, worry, willingness, contribution. Private until it is given."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="views")
    partner = models.ForeignKey(
        "network.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    interest = models.TextField(_("belang"), blank=True)
    worry = models.TextField(_("zorg"), blank=True)
    willingness = models.CharField(_("doet mee"), max_length=10, choices=Willingness, blank=True)
    contribution = models.TextField(_("bijdrage"), blank=True)
    is_given = models.BooleanField(_("gegeven"), default=False)
    given_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("gegeven door"),
    )
    given_at = models.DateTimeField(_("gegeven op"), null=True, blank=True)
    updated_at = models.DateTimeField(_("bewaard op"))

    objects: ClassVar = PartnerViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("kijk van een partner")
        verbose_name_plural = _("visies van partners")
        ordering = ("partner__position", "partner__name")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "exploration", "partner"), name="one_view_per_partner"
            ),
            models.CheckConstraint(
                name="a_given_view_says_who_and_whether",
                condition=Q(is_given=False) | (Q(given_at__isnull=False) & ~Q(willingness="")),
            ),
        )

    def __str__(self) -> str:
        return str(self.partner)

    def is_of(self, partner_ids: Any) -> bool:
        """Whether it belongs to one of these partners."""
        return self.partner_id in partner_ids


class Option(TenantModel):
    """One way to go, doing nothing included, with what speaks for and against it."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="options")
    position = models.PositiveSmallIntegerField(_("volgorde"))
    name = models.CharField(_("naam"), max_length=200)
    text = models.TextField(_("wat het inhoudt"), blank=True)
    pros = models.TextField(_("voor"), blank=True)
    cons = models.TextField(_("tegen"), blank=True)
    is_do_nothing = models.BooleanField(_("niets doen"), default=False)
    is_advised = models.BooleanField(_("aangeraden"), default=False)

    class Meta:
        verbose_name = _("mogelijkheid")
        verbose_name_plural = _("mogelijkheden")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "exploration"),
                condition=Q(is_do_nothing=True),
                name="doing_nothing_is_one_option",
            ),
            models.UniqueConstraint(
                fields=("network", "exploration"), condition=Q(is_advised=True), name="one_option_is_advised"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Factor(TenantModel):
    """One of the five implementation factors: what helps and what hinders."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="factors")
    kind = models.CharField(_("factor"), max_length=20, choices=FactorKind)
    helps = models.TextField(_("wat helpt"), blank=True)
    hinders = models.TextField(_("wat tegenwerkt"), blank=True)
    score = models.PositiveSmallIntegerField(
        _("hoe ver zijn we"), null=True, blank=True, validators=(MinValueValidator(1), MaxValueValidator(5))
    )

    class Meta:
        verbose_name = _("implementatiefactor")
        verbose_name_plural = _("implementatiefactoren")
        constraints = (
            models.UniqueConstraint(fields=("network", "exploration", "kind"), name="each_factor_once"),
            models.CheckConstraint(
                name="a_factor_scores_1_to_5", condition=Q(score__isnull=True) | Q(score__range=(1, 5))
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()


class PayerEffect(TenantModel):
    """Who pays and who gains, for one law."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="payer_effects")
    law = models.CharField(_("wet"), max_length=10, choices=Law)
    pays = models.TextField(_("wie betaalt, en wat"), blank=True)
    gains = models.TextField(_("wie heeft er voordeel van"), blank=True)

    class Meta:
        verbose_name = _("gevolg voor een betaler")
        verbose_name_plural = _("gevolgen voor betalers")
        constraints = (
            models.UniqueConstraint(fields=("network", "exploration", "law"), name="each_law_once"),
        )

    def __str__(self) -> str:
        return self.get_law_display()
