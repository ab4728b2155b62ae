"""What an initiative is worth: the choices that come first, lines of cost and gain, and the card worked out of them."""

from __future__ import annotations

from decimal import Decimal

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import LETS_GO
from schakel.initiatives.rules.savings import WHOLE
from schakel.initiatives.rules.value import Comparison, Direction, Moment, Perspective, Purse, Sort
from schakel.network.models import Partner
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL
#: The parts that lines count of one saving are never more than all of it; each points to the first of them.
#: What came to an end without result counts nothing.
A_SAVING_IS_COUNTED_ONCE = pgtrigger.Trigger(
    name="a_saving_is_counted_once",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.After,
    func=f"""
        if exists (select from initiatives_valueline f where f.id = new.same_as_id and f.same_as_id is not null)
            or (
                select sum(l.share_percent) from initiatives_valueline l
                join initiatives_valueassessment a on a.id = l.assessment_id
                join initiatives_initiative i on i.id = a.initiative_id
                where coalesce(new.same_as_id, new.id) in (l.id, l.same_as_id)
                    and i.stage not in ({", ".join(f"'{one.value}'" for one in sorted(LETS_GO))})
            ) > 100 then
            raise exception 'a saving is counted once' using errcode = 'check_violation';
        end if;
        return new;
    """,
)


@pghistory.track()
class ValueAssessment(TenantModel):
    """How the value of an initiative is looked at: compared with what, whose money counts, how long, and why so."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="value_assessments")
    comparison = models.CharField(_("vergelijking"), max_length=10, choices=Comparison)
    perspective = models.CharField(_("perspectief"), max_length=10, choices=Perspective)
    horizon_months = models.PositiveSmallIntegerField(
        _("looptijd in maanden"), validators=(MinValueValidator(1), MaxValueValidator(240))
    )
    price_year = models.PositiveSmallIntegerField(
        _("prijspeil"), validators=(MinValueValidator(2000), MaxValueValidator(2099))
    )
    price_index = models.JSONField(_("prijsindex per jaar"), default=list, blank=True)
    price_index_source = models.CharField(_("bron van de prijsindex"), max_length=300, blank=True)
    effect = models.CharField(_("uitkomst"), max_length=120)
    effect_unit = models.CharField(_("eenheid van de uitkomst"), max_length=60)
    is_less_better = models.BooleanField(_("minder is beter"), default=False)
    amounts_eur = ArrayField(
        models.DecimalField(max_digits=11, decimal_places=2),
        verbose_name=_("bedragen per eenheid"),
        default=list,
    )
    amounts_origin = models.CharField(_("waar die bedragen vandaan komen"), max_length=300)
    holds_own_cost = models.BooleanField(_("de kosten van de aanpak zitten in de bedragen"), default=False)
    not_counted = models.TextField(_("wat niet meetelt"))
    source = models.CharField(_("bron van de cijfers"), max_length=300, blank=True)
    groups = models.JSONField(_("cijfers per praktijk of gebied"), default=list, blank=True)
    n_took_part = models.PositiveIntegerField(
        _("hoeveel mensen er meededen"), null=True, blank=True, validators=(MinValueValidator(1),)
    )
    why = models.TextField(_("waarom deze keuzes"))
    chosen_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    chosen_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("waardebepaling")
        verbose_name_plural = _("waardebepalingen")
        constraints = (
            models.UniqueConstraint(
                name="an_initiative_has_one_value_assessment", fields=("network", "initiative")
            ),
            models.CheckConstraint(
                name="choices_about_value_say_why", condition=~Q(why="") & ~Q(amounts_origin="")
            ),
            models.CheckConstraint(
                name="a_price_index_has_a_source", condition=Q(price_index=[]) | ~Q(price_index_source="")
            ),
        )

    def __str__(self) -> str:
        return self.effect

    @property
    def index_by_year(self) -> dict[int, Decimal]:
        """The price index of each year that was written down."""
        return {int(year): Decimal(str(index)) for year, index in self.price_index}


@pghistory.track()
class ValueLine(TenantModel):
    """One line of cost or gain: how much of what, at which price by which source, who bears it, whose money it is."""

    assessment = models.ForeignKey(
        ValueAssessment, on_delete=models.PROTECT, related_name="lines", verbose_name=_("waardebepaling")
    )
    what = models.CharField(_("waarvoor"), max_length=200)
    sort = models.CharField(_("soort"), max_length=20, choices=Sort)
    moment = models.CharField(_("eenmalig of doorlopend"), max_length=10, choices=Moment)
    direction = models.CharField(_("kost of levert op"), max_length=20, choices=Direction)
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("partner")
    )
    purse = models.CharField(_("wiens geld"), max_length=20, choices=Purse)
    volume = models.DecimalField(
        _("hoeveel"), max_digits=11, decimal_places=2, validators=(MinValueValidator(0),)
    )
    unit = models.CharField(_("eenheid"), max_length=60)
    price_eur = models.DecimalField(
        _("prijs per eenheid"), max_digits=11, decimal_places=2, validators=(MinValueValidator(0),)
    )
    year = models.PositiveSmallIntegerField(
        _("jaar"), validators=(MinValueValidator(2000), MaxValueValidator(2099))
    )
    price_year = models.PositiveSmallIntegerField(
        _("prijs van welk jaar"),
        null=True,
        blank=True,
        validators=(MinValueValidator(2000), MaxValueValidator(2099)),
    )
    source = models.CharField(_("bron van de prijs"), max_length=200)
    share_percent = models.PositiveSmallIntegerField(
        _("welk deel telt hier mee"),
        default=WHOLE,
        validators=(MinValueValidator(1), MaxValueValidator(WHOLE)),
    )
    same_as = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("dezelfde besparing als"),
    )
    added_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("toegevoegd door"),
    )
    added_at = models.DateTimeField(_("toegevoegd op"))

    class Meta:
        verbose_name = _("regel van kosten of opbrengst")
        verbose_name_plural = _("regels van kosten of opbrengst")
        ordering = ("year", "added_at", "id")
        constraints = (
            models.CheckConstraint(
                name="a_line_of_cost_is_something_with_a_source",
                condition=Q(volume__gt=0) & Q(price_eur__gt=0) & ~Q(source=""),
            ),
            models.CheckConstraint(
                name="only_of_a_saving_a_part_is_counted",
                condition=Q(share_percent__range=(1, WHOLE))
                & (~Q(direction=Direction.PAYS) | Q(share_percent=WHOLE, same_as__isnull=True)),
            ),
        )
        triggers = (A_SAVING_IS_COUNTED_ONCE,)

    def __str__(self) -> str:
        return self.what


class ValueCard(TenantModel):
    """What came of a value assessment, worked out from what stood in it then; a later one stands beside it."""

    assessment = models.ForeignKey(
        ValueAssessment, on_delete=models.PROTECT, related_name="cards", verbose_name=_("waardebepaling")
    )
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    #: The fingerprint of what it was worked out from: another one means that the card is behind.
    sha256 = models.CharField(_("vingerafdruk van wat erin ging"), max_length=64)
    fault = models.CharField(_("waarom er niets te berekenen was"), max_length=40, blank=True)
    outcome = models.JSONField(_("uitkomst"), default=dict, blank=True)
    broad = models.TextField(_("tekening, breed"), blank=True)
    narrow = models.TextField(_("tekening, smal"), blank=True)
    cloud_broad = models.TextField(_("wolk van doorrekeningen, breed"), blank=True)
    cloud_narrow = models.TextField(_("wolk van doorrekeningen, smal"), blank=True)
    computed_at = models.DateTimeField(_("berekend op"))

    class Meta:
        verbose_name = _("waardekaart")
        verbose_name_plural = _("waardekaarten")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="an_assessment_has_a_value_card_once", fields=("network", "assessment", "number")
            ),
        )
        triggers = (
            pgtrigger.Protect(name="value_cards_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"{self.assessment} ({self.number})"
