"""A network itself, its shared ambitions and its history. The network is the root of tenancy."""

import uuid
from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from schakel.network.models.partner import Partner
from schakel.network.models.place import PublicQuerySet
from schakel.network.rules import GrowthStage, Hue, Precision, in_words
from schakel.tenancy.models import TenantModel

if TYPE_CHECKING:
    from schakel.people.models import Person


class NetworkQuerySet(models.QuerySet["Network"]):
    """Networks, seen by a person or by anyone."""

    def visible_to(self, person: "Person") -> Self:
        """The networks a person is a member of."""
        return self.filter(pk__in=person.network_ids)

    def published(self) -> Self:
        """The networks that let themselves be listed for anyone to read about."""
        return self.filter(is_listed=True)

    def with_size(self) -> Self:
        """Each network with ``partner_count``: the partners in the full sense that who asks may see."""
        partners = Partner.objects.counted().filter(network=OuterRef("pk")).order_by()
        counted = partners.values("network").annotate(n=Count("pk")).values("n")
        return self.annotate(partner_count=Coalesce(Subquery(counted), 0))

    def with_pulse(self) -> Self:
        """Each network with its ``pulse``: a number that is another one after any change of any of its rows."""
        beats = models.Func(
            models.F("pk"), function="tenancy.pulse_of", output_field=models.BigIntegerField()
        )
        return self.annotate(pulse=beats)

    def with_memberships(self) -> Self:
        """Each network with ``mine``: the ids of the networks of which who looks is a member today."""
        ids = ArrayField(models.UUIDField())
        return self.annotate(mine=models.Func(function="tenancy.my_networks", output_field=ids))


class Network(models.Model):
    """A regional care network: organisations that improve care in their region together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("adres"), max_length=60, unique=True)
    region = models.CharField(_("regio"), max_length=200, blank=True)
    mission = models.TextField(_("missie"), blank=True)
    vision = models.TextField(_("visie"), blank=True)
    principles = ArrayField(models.TextField(), verbose_name=_("uitgangspunten"), default=list, blank=True)
    growth_stage = models.CharField(
        _("groeifase"), max_length=20, choices=GrowthStage.choices, default=GrowthStage.FORMING
    )
    is_growth_stage_inferred = models.BooleanField(_("groeifase is onze duiding"), default=False)
    started_on = models.DateField(_("begonnen op"), null=True, blank=True)
    started_precision = models.CharField(
        _("zekerheid van het begin"), max_length=10, choices=Precision.choices, default=Precision.YEAR
    )
    legal_form = models.CharField(_("rechtsvorm"), max_length=200, blank=True)
    supported_by = models.CharField(_("ondersteund door"), max_length=200, blank=True)
    source = models.TextField(_("bron"), blank=True)
    is_listed = models.BooleanField(_("staat op de openbare voorpagina"), default=False)
    is_example = models.BooleanField(_("is een verzonnen voorbeeld"), default=False)
    hue_slug = models.CharField(_("kleur"), max_length=30, choices=Hue.choices, default=Hue.PINE)
    facts = models.JSONField(_("feiten zonder eigen plek"), default=dict, blank=True)
    created_at = models.DateTimeField(_("vastgelegd op"), auto_now_add=True)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("netwerk")
        verbose_name_plural = _("netwerken")
        constraints = [
            models.CheckConstraint(name="a_network_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_network_address_is_lower_case", condition=Q(slug__regex=r"^[a-z0-9][a-z0-9-]*$")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def started_in_words(self) -> str:
        """When the network began, as exactly as the source knows; empty when it is silent."""
        return in_words(self.started_on, self.started_precision) if self.started_on else ""


class Ambition(TenantModel):
    """One of the goals that the partners share, with the code they call it by."""

    code = models.CharField(_("code"), max_length=20)
    text = models.TextField(_("tekst"))
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects: ClassVar = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("ambitie")
        verbose_name_plural = _("ambities")
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(name="an_ambition_has_its_own_code", fields=["network", "code"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class NetworkEvent(TenantModel):
    """Something that happened in the life of the network: a conference, a joining, a choice."""

    key = models.SlugField(_("sleutel"), max_length=80)
    happened_on = models.DateField(_("gebeurd op"), null=True, blank=True)
    precision = models.CharField(
        _("zekerheid"), max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    period = models.CharField(_("periode"), max_length=120, blank=True)
    date_note = models.CharField(_("opmerking bij de datum"), max_length=200, blank=True)
    title = models.CharField(_("titel"), max_length=200)
    attendees = models.CharField(_("aanwezigen"), max_length=120, blank=True)
    note = models.TextField(_("toelichting"), blank=True)
    source = models.TextField(_("bron"), blank=True)

    objects: ClassVar = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = [models.F("happened_on").asc(nulls_last=True), "title"]
        constraints = [
            models.UniqueConstraint(name="an_event_has_its_own_key", fields=["network", "key"]),
            models.CheckConstraint(
                name="an_event_has_a_day_or_a_period",
                condition=Q(happened_on__isnull=False) & ~Q(precision=Precision.PERIOD)
                | Q(happened_on__isnull=True, precision=Precision.PERIOD) & ~Q(period=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def happened_in_words(self) -> str:
        """When it happened, as exactly as the source knows."""
        return in_words(self.happened_on, self.precision, self.period)
