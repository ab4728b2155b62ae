"""Organisations, known once for all networks, and the partners they are in each network."""

import uuid
from typing import ClassVar, Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.network.rules import COUNTED_AS_PARTNER, NUMBER_PATTERN, OrganisationKind, PartnerStatus
from schakel.tenancy.models import TenantModel, TenantQuerySet


class Organisation(models.Model):
    """An organisation under one key for all networks; only what anyone may know: name, kind, numbers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(_("sleutel"), max_length=80, unique=True)
    name = models.CharField(_("naam"), max_length=200)
    kind = models.CharField(_("soort"), max_length=40, choices=OrganisationKind.choices)
    kvk_number = models.CharField(_("KvK-nummer"), max_length=8, blank=True)
    agb_code = models.CharField(_("AGB-code"), max_length=8, blank=True)

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="a_kvk_number_has_eight_digits",
                condition=Q(kvk_number="") | Q(kvk_number__regex=NUMBER_PATTERN),
            ),
            models.CheckConstraint(
                name="an_agb_code_has_eight_digits",
                condition=Q(agb_code="") | Q(agb_code__regex=NUMBER_PATTERN),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerQuerySet(TenantQuerySet):
    """Partners of a network, and the organisations that only listen or take part."""

    def counted(self) -> Self:
        """Partners in the full sense: no candidates, listeners, participants, leavers or members under one."""
        return self.filter(status__in=COUNTED_AS_PARTNER, member_of__isnull=True)

    def published(self) -> Self:
        """Who may be named to anyone: no candidates, and nobody who has left."""
        return self.exclude(status__in=[PartnerStatus.CANDIDATE, PartnerStatus.LEFT])

    def participants(self) -> Self:
        """Organisations that took part in something and are no partner."""
        return self.filter(status=PartnerStatus.PARTICIPANT)


@pghistory.track()
class Partner(TenantModel):
    """What an organisation is in one network: its status, its members, what it wants, offers and can teach."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="partners"
    )
    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("adres"), max_length=80)
    kind = models.CharField(_("soort"), max_length=40, choices=OrganisationKind.choices)
    status = models.CharField(
        _("status"), max_length=20, choices=PartnerStatus.choices, default=PartnerStatus.PARTNER
    )
    member_of = models.ForeignKey(
        "self",
        verbose_name=_("hoort bij"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
    )
    areas = models.ManyToManyField(
        "network.Area",
        through="PartnerArea",
        related_name="+",
        verbose_name=_("gebieden"),
    )
    joined_on = models.DateField(_("partner sinds"), null=True, blank=True)
    left_on = models.DateField(_("uitgetreden op"), null=True, blank=True)
    n_organisations = models.PositiveSmallIntegerField(_("aantal organisaties"), null=True, blank=True)
    n_planned = models.PositiveSmallIntegerField(_("aantal gepland"), null=True, blank=True)
    note = models.TextField(_("toelichting"), blank=True)
    wants = models.TextField(_("wil van het netwerk"), blank=True)
    offers = models.TextField(_("brengt in"), blank=True)
    can_teach = models.TextField(_("kan anderen leren"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects: ClassVar = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(name="a_partner_has_its_own_address", fields=["network", "slug"]),
            models.UniqueConstraint(
                name="an_organisation_is_one_partner_in_a_network", fields=["network", "organisation"]
            ),
            models.CheckConstraint(
                name="a_partner_is_no_member_of_itself",
                condition=Q(member_of__isnull=True) | ~Q(member_of=F("id")),
            ),
            models.CheckConstraint(
                name="a_partner_leaves_after_it_joins",
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
            ),
            models.CheckConstraint(
                name="who_has_a_leaving_day_has_left",
                condition=Q(left_on__isnull=True) | Q(status=PartnerStatus.LEFT),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_counted(self) -> bool:
        """Whether this is a partner in the full sense."""
        return self.status in COUNTED_AS_PARTNER and self.member_of_id is None


class PartnerArea(TenantModel):
    """An area in which a partner works."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="works_in"
    )
    area = models.ForeignKey(
        "network.Area", verbose_name=_("gebied"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("gebied van een partner")
        verbose_name_plural = _("gebieden van partners")
        constraints = [
            models.UniqueConstraint(name="an_area_once_per_partner", fields=["network", "partner", "area"]),
        ]

    def __str__(self) -> str:
        return str(self.area)
