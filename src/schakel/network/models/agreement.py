"""What the parties signed together, and the criteria they agreed to test ideas by."""

from datetime import date
from typing import ClassVar, Self

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.network.models.partner import Partner
from schakel.network.models.place import Theme
from schakel.network.rules import AgreementKind, CriteriaKind, CriterionRule, Precision, in_words
from schakel.network.rules.articles import LONGEST_HEADING, LONGEST_NUMBER, ArticleText
from schakel.tenancy.models import TenantModel, TenantQuerySet

#: Signing fixes what was signed: no door changes the words of an agreement, or its term, after the first signature.
SIGNED_AGREEMENTS_STAY = pgtrigger.Trigger(
    name="a_signed_agreement_stays_as_it_is",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    func="""
        if row(new.title, new.kind, new.starts_on, new.ends_on, new.notice_months, new.renewal_months, new.preamble,
               new.text, new.supersedes_id)
           is distinct from
           row(old.title, old.kind, old.starts_on, old.ends_on, old.notice_months, old.renewal_months, old.preamble,
               old.text, old.supersedes_id)
           and exists (select 1 from network_agreementparty p
                       where p.network_id = old.network_id and p.agreement_id = old.id and p.signed_on is not null)
        then
            raise exception 'agreement % is signed and stays as it is', old.slug using errcode = 'check_violation';
        end if;
        return new;
    """,
)
ARTICLES_OF_A_SIGNED_AGREEMENT_STAY = pgtrigger.Trigger(
    name="articles_of_a_signed_agreement_stay",
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    when=pgtrigger.Before,
    func="""
        if exists (select 1 from network_agreementparty p
                   where p.agreement_id = case when tg_op = 'DELETE' then old.agreement_id else new.agreement_id end
                     and p.signed_on is not null)
        then
            raise exception 'the agreement of this article is signed' using errcode = 'check_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
    """,
)


@pghistory.track()
class Agreement(TenantModel):
    """A cooperation agreement or covenant: title, term, text, and the parties that sign it."""

    title = models.CharField(_("titel"), max_length=200)
    slug = models.SlugField(_("adres"), max_length=80)
    kind = models.CharField(_("soort"), max_length=20, choices=AgreementKind.choices)
    starts_on = models.DateField(_("gaat in op"), null=True, blank=True)
    starts_precision = models.CharField(
        _("zekerheid van de datum"), max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    ends_on = models.DateField(_("laatste dag"), null=True, blank=True)
    notice_months = models.PositiveSmallIntegerField(_("opzegtermijn in maanden"), null=True, blank=True)
    renewal_months = models.PositiveSmallIntegerField(
        _("wordt vanzelf verlengd met (maanden)"), null=True, blank=True
    )
    preamble = models.TextField(_("wat voor de artikelen staat"), blank=True)
    #: The whole text, put together out of the preamble and the articles whenever those change: for search and export.
    text = models.TextField(_("tekst"), blank=True)
    last_mark = models.PositiveSmallIntegerField(_("laatste kenmerk van een artikel"), default=0)
    source = models.TextField(_("bron"), blank=True)
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("vervangt"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
    )

    class Meta:
        verbose_name = _("overeenkomst")
        verbose_name_plural = _("overeenkomsten")
        ordering = [F("starts_on").desc(nulls_last=True), "title"]
        constraints = [
            models.UniqueConstraint(name="an_agreement_has_its_own_address", fields=["network", "slug"]),
            models.CheckConstraint(
                name="an_agreement_ends_after_it_starts",
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="an_agreement_that_renews_itself_has_an_end",
                condition=Q(renewal_months__isnull=True) | Q(ends_on__isnull=False, renewal_months__gt=0),
            ),
            models.CheckConstraint(
                name="an_agreement_does_not_replace_itself",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
            ),
        ]

        triggers = [SIGNED_AGREEMENTS_STAY]

    def __str__(self) -> str:
        return self.title

    @property
    def starts_in_words(self) -> str:
        """When it takes effect, as exactly as the source knows."""
        return in_words(self.starts_on, self.starts_precision)


@pghistory.track()
class Article(TenantModel):
    """One article of an agreement: its number as typed, a heading and a text; nothing changes it after a signature.

    The mark is its own in the agreement, and stays: the address of the article on the page, and what makes the same
    article known in a newer version of the agreement.
    """

    agreement = models.ForeignKey(
        Agreement, verbose_name=_("overeenkomst"), on_delete=models.CASCADE, related_name="articles"
    )
    mark = models.PositiveSmallIntegerField(_("kenmerk"))
    number = models.CharField(_("nummer"), max_length=LONGEST_NUMBER, blank=True)
    heading = models.CharField(_("kop"), max_length=LONGEST_HEADING, blank=True)
    text = models.TextField(_("tekst"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"))

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikelen")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                name="an_article_has_its_own_mark", fields=["network", "agreement", "mark"]
            ),
            models.UniqueConstraint(
                name="an_article_has_its_own_place",
                fields=["network", "agreement", "position"],
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(name="an_article_says_something", condition=~Q(heading="", text="")),
        ]
        triggers = [ARTICLES_OF_A_SIGNED_AGREEMENT_STAY]

    def __str__(self) -> str:
        return self.as_text.title or self.text[:60]

    @property
    def as_text(self) -> ArticleText:
        """The article as a value."""
        return ArticleText(self.number, self.heading, self.text, self.mark)

    @property
    def anchor(self) -> str:
        """Its place on the page of the agreement; the same as long as the article is there."""
        return f"tekst-{self.mark}"


class AgreementParty(TenantModel):
    """One partner that is party to an agreement, and when and by whom it was signed."""

    agreement = models.ForeignKey(
        Agreement, verbose_name=_("overeenkomst"), on_delete=models.CASCADE, related_name="parties"
    )
    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.PROTECT, related_name="agreement_parties"
    )
    signed_on = models.DateField(_("getekend op"), null=True, blank=True)
    signed_by_name = models.CharField(_("getekend door"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("partij")
        verbose_name_plural = _("partijen")
        ordering = ["partner__position", "partner__name"]
        constraints = [
            models.UniqueConstraint(
                name="a_partner_is_party_to_an_agreement_once", fields=["network", "agreement", "partner"]
            ),
            models.CheckConstraint(
                name="a_signature_has_a_day_and_a_name",
                condition=Q(signed_on__isnull=True, signed_by_name="")
                | Q(signed_on__isnull=False) & ~Q(signed_by_name=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.partner)


class CriteriaSetQuerySet(TenantQuerySet):
    """Versions of criteria sets."""

    def valid_on(self, day: date) -> Self:
        """The versions that hold on a day."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_until__isnull=True) | Q(valid_until__gt=day),
        )


@pghistory.track()
class CriteriaSet(TenantModel):
    """One version of the criteria that an idea is tested by; a new version never changes an old one."""

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("staat in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="criteria_sets",
    )
    theme = models.ForeignKey(
        Theme,
        verbose_name=_("voor thema"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="criteria_sets",
    )
    name = models.CharField(_("naam"), max_length=120)
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    kind = models.CharField(_("soort"), max_length=20, choices=CriteriaKind.choices)
    moment = models.CharField(_("wanneer"), max_length=200, blank=True)
    valid_from = models.DateField(_("geldig vanaf"), null=True, blank=True)
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)
    is_default = models.BooleanField(_("standaard, niet uit de bron"), default=False)
    source = models.TextField(_("bron"), blank=True)

    objects: ClassVar = CriteriaSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("criteriaset")
        verbose_name_plural = _("criteriasets")
        ordering = ["name", "-version"]
        constraints = [
            models.UniqueConstraint(
                name="a_criteria_set_has_each_version_once", fields=["network", "name", "version"]
            ),
            ExclusionConstraint(
                name="one_version_of_a_criteria_set_holds_on_a_day",
                expressions=[
                    (F("network"), RangeOperators.EQUAL),
                    (F("name"), RangeOperators.EQUAL),
                    (
                        models.Func(
                            F("valid_from"),
                            F("valid_until"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                name="a_criteria_set_ends_after_it_starts",
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(name="criteria_set_versions_count_from_one", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.name}, versie {self.version}"


class Criterion(TenantModel):
    """One question of a criteria set, as the parties worded it."""

    criteria_set = models.ForeignKey(
        CriteriaSet, verbose_name=_("criteriaset"), on_delete=models.CASCADE, related_name="criteria"
    )
    code = models.CharField(_("code"), max_length=20)
    text = models.TextField(_("tekst"))
    rule = models.CharField(
        _("wat het systeem toetst"), max_length=40, choices=CriterionRule.choices, blank=True, default=""
    )
    preference = models.CharField(_("voorkeur"), max_length=200, blank=True)
    refers_to = ArrayField(
        models.CharField(max_length=20), verbose_name=_("verwijst naar"), default=list, blank=True
    )
    is_knockout = models.BooleanField(_("moet gelden"), default=True)
    weight = models.DecimalField(_("gewicht"), max_digits=5, decimal_places=2, null=True, blank=True)
    anchors = models.JSONField(_("woorden bij 1 tot 5"), default=dict, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("criterium")
        verbose_name_plural = _("criteria")
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                name="a_criterion_has_its_own_code", fields=["network", "criteria_set", "code"]
            ),
            models.CheckConstraint(
                name="a_weight_is_more_than_nothing", condition=Q(weight__isnull=True) | Q(weight__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"
