"""What a network measures: an indicator, and its versions, which are never changed."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.measuring.rules import (
    Aim,
    Chart,
    Definition,
    Direction,
    Disclosure,
    IndicatorKind,
    IndicatorType,
    IntervalMethod,
    Origin,
    PeriodKind,
    RuleSet,
    Trilemma,
)
from schakel.measuring.rules.definitions import NOT_CHECKED
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


@pghistory.track()
class Indicator(TenantModel):
    """Something that the network measures, out of the catalogue or its own."""

    code = models.SlugField(_("code"), max_length=60)
    name = models.CharField(_("naam"), max_length=200)
    origin = models.CharField(_("herkomst"), max_length=20, choices=Origin.choices)
    ended_on = models.DateField(_("niet meer gemeten sinds"), null=True, blank=True)
    ended_reason = models.TextField(_("waarom niet meer"), blank=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicatoren")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(name="an_indicator_has_its_own_code", fields=("network", "code")),
            models.CheckConstraint(
                name="an_ended_indicator_says_why",
                condition=Q(ended_on__isnull=True, ended_reason="")
                | Q(ended_on__isnull=False) & ~Q(ended_reason=""),
            ),
        )
        triggers = (pgtrigger.Protect(name="indicators_are_ended", operation=pgtrigger.Delete),)

    def __str__(self) -> str:
        return self.name


class IndicatorVersion(TenantModel):
    """One version of a definition, as it was agreed; figures belong to a version, so none changes its meaning."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="versions", verbose_name=_("indicator")
    )
    number = models.PositiveSmallIntegerField(_("versie"))
    name = models.CharField(_("naam"), max_length=200)
    question = models.CharField(_("vraag"), max_length=300)
    kind = models.CharField(_("soort indicator"), max_length=20, choices=IndicatorKind.choices)
    aim = models.CharField(_("doel van goede zorg"), max_length=20, choices=Aim.choices)
    trilemma = models.CharField(_("toegang, kwaliteit of kosten"), max_length=20, choices=Trilemma.choices)
    direction = models.CharField(_("wat is beter"), max_length=10, choices=Direction.choices)
    type = models.CharField(_("soort getal"), max_length=20, choices=IndicatorType.choices)
    numerator = models.TextField(_("teller"))
    denominator = models.TextField(_("noemer"), blank=True)
    population = models.TextField(_("om wie het gaat"), blank=True)
    unit = models.CharField(_("eenheid"), max_length=60)
    multiplier = models.PositiveIntegerField(_("vermenigvuldiger"), default=1)
    period = models.CharField(_("periode"), max_length=10, choices=PeriodKind.choices)
    target = models.DecimalField(_("doel"), max_digits=14, decimal_places=4, null=True, blank=True)
    target_origin = models.CharField(_("wie sprak het doel af"), max_length=200, blank=True)
    target_on = models.DateField(_("doel afgesproken op"), null=True, blank=True)
    minimal_difference = models.DecimalField(
        _("kleinste verschil dat ertoe doet"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    chart = models.CharField(_("regelkaart"), max_length=10, choices=Chart.choices)
    rule_set = models.CharField(_("regels"), max_length=10, choices=RuleSet.choices)
    interval = models.CharField(_("marge"), max_length=10, choices=IntervalMethod.choices)
    disclosure = models.CharField(_("kleine aantallen"), max_length=10, choices=Disclosure.choices)
    balancing = ArrayField(models.SlugField(max_length=60), verbose_name=_("lees samen met"), default=list)
    source = models.TextField(_("bron"))
    caveats = models.TextField(_("let op"), blank=True)
    authored_by = models.CharField(_("opgesteld door"), max_length=120)
    checked_by = models.CharField(_("getoetst door"), max_length=120, default=NOT_CHECKED)
    reviewed_on = models.DateField(_("nagekeken op"))
    review_before = models.DateField(_("opnieuw nakijken vóór"))
    sha256 = models.CharField(_("vingerafdruk van het bestand"), max_length=64, blank=True)
    change = models.TextField(_("wat er anders is"), blank=True)
    made_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    made_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("versie van een indicator")
        verbose_name_plural = _("versies van indicatoren")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="an_indicator_has_a_version_once", fields=("network", "indicator", "number")
            ),
            models.CheckConstraint(
                name="a_later_definition_says_what_changed", condition=Q(number=1) | ~Q(change="")
            ),
            models.CheckConstraint(
                name="a_target_says_who_agreed_on_it",
                condition=Q(target__isnull=True, target_origin="")
                | Q(target__isnull=False) & ~Q(target_origin=""),
            ),
            models.CheckConstraint(
                name="a_share_or_a_rate_has_a_denominator",
                condition=~Q(type__in=(IndicatorType.PROPORTION, IndicatorType.RATE)) | ~Q(denominator=""),
            ),
            models.CheckConstraint(name="a_definition_names_its_source", condition=~Q(source="")),
        )

    #: What a definition and its row have under the same name.
    SAME: ClassVar = tuple(
        name for name in Definition.__dataclass_fields__ if name not in {"code", "version", "balancing"}
    )

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    @property
    def definition(self) -> Definition:
        """The definition as values, for the rules; an application that shows it may lean on ``indicator``."""
        values: dict[str, Any] = {name: getattr(self, name) for name in self.SAME}
        return Definition(
            **values, balancing=tuple(self.balancing), code=self.indicator.code, version=self.number
        )
