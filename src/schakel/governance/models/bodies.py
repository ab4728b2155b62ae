"""Bodies, their seats, who sits there from when until when, and what they may decide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from schakel.governance.rules import (
    BODY_METHODS,
    BodyKind,
    DecisionType,
    Delegate,
    Ground,
    Mandated,
    Method,
    TenureKind,
)
from schakel.network.rules import Precision
from schakel.tenancy.models import TenantModel, TenantQuerySet


class DayRange(Func):
    """The days from the first up to, not including, the last."""

    function = "DATERANGE"
    output_field = DateRangeField()


TERM = (DayRange(F("from_on"), F("until_on")), RangeOperators.OVERLAPS)


class DatedQuerySet(TenantQuerySet):
    """Rows that hold from a first day until a day that is not included; no first day means since always."""

    def held_on(self, day: date) -> Self:
        """The rows that cover this day."""
        return self.filter(
            Q(from_on__isnull=True) | Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gt=day)
        )


class BodyQuerySet(TenantQuerySet):
    """Bodies of a network."""

    def open_on(self, day: date) -> Self:
        """Bodies that exist on this day: founded and not closed yet; no founding day means since always."""
        return self.filter(
            Q(founded_on__isnull=True) | Q(founded_on__lte=day),
            Q(closed_on__isnull=True) | Q(closed_on__gt=day),
        )


@pghistory.track()
class Body(TenantModel):
    """A group of the network that meets and may decide: a board, a theme group, a task group, a panel."""

    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("adres"), max_length=80)
    kind = models.CharField(_("soort"), max_length=20, choices=BodyKind.choices)
    theme = models.ForeignKey(
        "network.Theme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies",
        verbose_name=_("thema"),
    )
    area = models.ForeignKey(
        "network.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies",
        verbose_name=_("gebied"),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("gremium hierboven"),
    )
    purpose = models.TextField(_("doel"), blank=True)
    is_default = models.BooleanField(_("standaard, niet uit de bron"), default=False)
    method = models.CharField(
        _("manier van besluiten"),
        max_length=20,
        choices=[(method.value, method.label) for method in BODY_METHODS],
        default=Method.CONSENT,
    )
    threshold_percent = models.DecimalField(
        _("drempel bij gewogen stemmen"), max_digits=5, decimal_places=2, default=Decimal(50)
    )
    founded_on = models.DateField(_("ingesteld op"), null=True, blank=True)
    founded_precision = models.CharField(
        _("zekerheid van die datum"), max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    founded_by = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies_founded",
        verbose_name=_("ingesteld met besluit"),
    )
    term_until = models.DateField(_("ingesteld tot"), null=True, blank=True)
    closed_on = models.DateField(_("opgeheven op"), null=True, blank=True)
    closing_reason = models.TextField(_("reden van opheffen"), blank=True)
    source = models.TextField(_("bron"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects: ClassVar = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("gremium")
        verbose_name_plural = _("gremia")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(name="a_body_has_its_own_address", fields=["network", "slug"]),
            models.CheckConstraint(
                name="a_body_does_not_stand_under_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
            models.CheckConstraint(
                name="a_closed_body_says_why", condition=Q(closed_on__isnull=True) | ~Q(closing_reason="")
            ),
            models.CheckConstraint(
                name="a_threshold_is_half_or_more",
                condition=Q(threshold_percent__gte=50, threshold_percent__lt=100),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        """Whether a day of closing is set."""
        return self.closed_on is not None


@pghistory.track()
class Seat(TenantModel):
    """One place in a body, for a constituency or a partner; one seat, one vote."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats", verbose_name=_("gremium"))
    name = models.CharField(_("naam"), max_length=200)
    constituency = models.CharField(_("achterban"), max_length=200, blank=True)
    partner = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name=_("partner"),
    )
    is_voting = models.BooleanField(_("stemt mee"), default=True)
    is_chair = models.BooleanField(_("voorzitter"), default=False)
    is_secretary = models.BooleanField(_("secretaris"), default=False)
    weight = models.DecimalField(_("gewicht"), max_digits=5, decimal_places=2, null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("nummer"))
    from_on = models.DateField(_("vanaf"), null=True, blank=True)
    until_on = models.DateField(_("tot"), null=True, blank=True)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("zetel")
        verbose_name_plural = _("zetels")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                name="a_seat_has_its_own_number_in_a_body", fields=["network", "body", "position"]
            ),
            models.CheckConstraint(
                name="a_seat_ends_after_it_begins",
                condition=Q(until_on__isnull=True) | Q(from_on__isnull=True) | Q(until_on__gt=F("from_on")),
            ),
            models.CheckConstraint(
                name="a_weight_lies_between_nothing_and_everything",
                condition=Q(weight__isnull=True) | Q(weight__gte=0, weight__lte=100),
            ),
            ExclusionConstraint(
                name="a_body_has_one_chair_at_a_time",
                expressions=[("network", RangeOperators.EQUAL), ("body", RangeOperators.EQUAL), TERM],
                condition=Q(is_chair=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.body})"


@pghistory.track()
class SeatTenure(TenantModel):
    """Who sits on a seat, as member or as deputy, from when until when; the history of the seat."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="tenures", verbose_name=_("zetel"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tenures", verbose_name=_("persoon")
    )
    kind = models.CharField(_("soort"), max_length=10, choices=TenureKind.choices, default=TenureKind.HOLDER)
    from_on = models.DateField(_("vanaf"))
    until_on = models.DateField(_("tot"), null=True, blank=True)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("bezetting van een zetel")
        verbose_name_plural = _("bezettingen van zetels")
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="a_tenure_ends_after_it_begins",
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
            ),
            ExclusionConstraint(
                name="a_seat_has_one_holder_and_one_deputy_at_a_time",
                expressions=[
                    ("network", RangeOperators.EQUAL),
                    ("seat", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    TERM,
                ],
            ),
        ]
        indexes = [models.Index(fields=["network", "person"], name="tenures_of_a_person")]

    def __str__(self) -> str:
        return f"{self.person}, {self.seat}"


class MandateQuerySet(TenantQuerySet):
    """Mandates, past and present."""

    def in_force_on(self, day: date) -> Self:
        """The mandates that hold on this day; the last day is not included."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day), valid_from__lte=day)

    def about(self, decision_type: str) -> Self:
        """The mandates that cover this type of decision."""
        return self.filter(decision_types__contains=[decision_type])


@pghistory.track()
class Mandate(TenantModel):
    """What a body may decide: which types, in which stages, up to which amount, with whose consent, and when."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="mandates", verbose_name=_("gremium")
    )
    decision_types = ArrayField(
        models.CharField(max_length=20, choices=DecisionType.choices), verbose_name=_("soorten besluiten")
    )
    stages = ArrayField(models.CharField(max_length=20), verbose_name=_("fasen"), default=list, blank=True)
    ceiling_eur = models.DecimalField(
        _("tot dit bedrag"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    delegated_to = models.CharField(
        _("ook alleen door"), max_length=10, choices=Delegate.choices, default=Delegate.NOBODY, blank=True
    )
    consents = ArrayField(
        models.CharField(max_length=20, choices=Ground.choices),
        verbose_name=_("akkoord nodig van"),
        default=list,
        blank=True,
    )
    method = models.CharField(
        _("manier van besluiten"),
        max_length=20,
        choices=[(method.value, method.label) for method in BODY_METHODS],
        blank=True,
    )
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)
    source_decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates_granted",
        verbose_name=_("verleend met besluit"),
    )
    ending_decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates_ended",
        verbose_name=_("beëindigd met besluit"),
    )
    note = models.TextField(_("toelichting"), blank=True)

    objects: ClassVar = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandaat")
        verbose_name_plural = _("mandaten")
        ordering = ["body", "valid_from", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_mandate_ends_after_it_begins",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
            models.CheckConstraint(name="a_mandate_covers_something", condition=Q(decision_types__len__gt=0)),
            models.CheckConstraint(
                name="a_ceiling_is_not_below_nothing",
                condition=Q(ceiling_eur__isnull=True) | Q(ceiling_eur__gte=0),
            ),
            models.CheckConstraint(
                name="a_mandate_names_its_decision_or_says_why_not",
                condition=Q(source_decision__isnull=False) | ~Q(note=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {', '.join(self.decision_types)}"

    def as_value(self) -> Mandated:
        """This mandate as a value for the rules."""
        return Mandated(
            mandate_id=self.pk,
            decision_types=tuple(self.decision_types),
            stages=tuple(self.stages),
            ceiling_eur=self.ceiling_eur,
            delegated_to=self.delegated_to,
            consents=tuple(self.consents),
            method=self.method,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
        )
