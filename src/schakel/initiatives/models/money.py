"""Money from outside: the funding lines of a network, and what was awarded from them to initiatives."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import CostType
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL

#: Invariant 7 in the database: together the awards never exceed what the funding line holds; two at once wait.
AWARDS_FIT_THE_CEILING = pgtrigger.Trigger(
    name="awards_fit_the_ceiling",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    func="""
        perform 1 from initiatives_fundingline l where l.id = new.line_id for update;
        if new.amount_eur + coalesce((
            select sum(a.amount_eur) from initiatives_fundingaward a where a.line_id = new.line_id and a.id <> new.id
        ), 0) > (select l.ceiling_eur from initiatives_fundingline l where l.id = new.line_id) then
            raise exception 'this funding line does not hold that much' using errcode = 'check_violation';
        end if;
        return new;
    """,
)
CEILING_HOLDS_THE_AWARDS = pgtrigger.Trigger(
    name="a_ceiling_holds_the_awards",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Condition("NEW.ceiling_eur < OLD.ceiling_eur"),
    func="""
        if new.ceiling_eur < coalesce((
            select sum(a.amount_eur) from initiatives_fundingaward a where a.line_id = new.id
        ), 0) then
            raise exception 'more was awarded from this funding line already' using errcode = 'check_violation';
        end if;
        return new;
    """,
)


@pghistory.track()
class FundingLine(TenantModel):
    """A source of money for initiatives: from whom, for what, on which conditions, and how much it holds."""

    slug = models.SlugField(_("kenmerk"), max_length=80)
    name = models.CharField(_("naam"), max_length=200)
    funder = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner die betaalt"),
    )
    funder_name = models.CharField(_("wie betaalt"), max_length=200, blank=True)
    earmark = models.TextField(_("waarvoor het bedoeld is"), blank=True)
    conditions = models.TextField(_("voorwaarden"), blank=True)
    ceiling_eur = models.DecimalField(
        _("ten hoogste, in euro"), max_digits=12, decimal_places=2, validators=(MinValueValidator(0),)
    )
    apply_by = models.DateField(_("aanvragen kan tot en met"), null=True, blank=True)
    closed_on = models.DateField(_("gesloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("geldstroom")
        verbose_name_plural = _("geldstromen")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("network", "slug"), name="one_funding_line_per_slug"),
            models.UniqueConstraint(fields=("network", "name"), name="one_funding_line_per_name"),
            models.CheckConstraint(
                name="a_funding_line_says_who_pays",
                condition=Q(funder__isnull=False) | ~Q(funder_name=""),
            ),
            models.CheckConstraint(
                name="a_funding_line_holds_not_less_than_nothing", condition=Q(ceiling_eur__gte=0)
            ),
        )
        triggers = (CEILING_HOLDS_THE_AWARDS,)

    def __str__(self) -> str:
        return self.name

    @property
    def payer(self) -> str:
        """Who pays, in words."""
        return self.funder_name or str(self.funder)

    @property
    def is_open(self) -> bool:
        """Whether plans can still ask money of it."""
        return self.closed_on is None


@pghistory.track()
class FundingAward(TenantModel):
    """Money that a funder gave to one initiative from one funding line, and the letter or decision that says so."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="awards")
    line = models.ForeignKey(
        FundingLine, on_delete=models.PROTECT, related_name="awards", verbose_name=_("geldstroom")
    )
    amount_eur = models.DecimalField(_("bedrag in euro"), max_digits=12, decimal_places=2)
    awarded_on = models.DateField(_("toegekend op"))
    reference = models.CharField(_("kenmerk of brief"), max_length=200, blank=True)
    decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besluit"),
    )
    recorded_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("toekenning")
        verbose_name_plural = _("toekenningen")
        ordering = ("awarded_on", "recorded_at")
        constraints = (
            models.CheckConstraint(name="an_award_is_more_than_nothing", condition=Q(amount_eur__gt=0)),
            models.CheckConstraint(
                name="an_award_names_its_letter_or_decision",
                condition=Q(decision__isnull=False) | ~Q(reference=""),
            ),
        )
        indexes = (models.Index(fields=("network", "line"), name="awards_of_a_funding_line"),)
        triggers = (
            AWARDS_FIT_THE_CEILING,
            pgtrigger.Protect(name="an_award_is_never_removed", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.line}: {self.initiative}"


@pghistory.track()
class Spending(TenantModel):
    """What was really spent or worked of one kind, in one year and from one source, up to a day."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="spendings")
    cost_type = models.CharField(_("soort kosten"), max_length=20, choices=CostType)
    year = models.PositiveSmallIntegerField(_("jaar"))
    line = models.ForeignKey(
        FundingLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("geldstroom"),
    )
    source = models.CharField(_("bron"), max_length=200, blank=True)
    amount_eur = models.DecimalField(_("uitgegeven in euro"), max_digits=12, decimal_places=2, default=0)
    hours = models.PositiveIntegerField(_("gewerkte uren"), default=0)
    until_on = models.DateField(_("bijgewerkt tot en met"))
    recorded_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("uitgave")
        verbose_name_plural = _("uitgaven")
        ordering = ("cost_type", "year")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "cost_type", "year", "line", "source"),
                name="a_kind_of_spending_stands_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="spending_is_not_negative", condition=Q(amount_eur__gte=0) & Q(hours__gte=0)
            ),
            models.CheckConstraint(
                name="spending_is_money_or_hours", condition=Q(amount_eur__gt=0) | Q(hours__gt=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_cost_type_display()} {self.year}"
