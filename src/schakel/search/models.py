"""The index of texts. Only the database writes it, by triggers on the tables that the texts come from."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.governance.models import SeatTenure
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.search.rules import Kind
from schakel.tenancy.models import TenantModel, TenantQuerySet


class FindableTextQuerySet(TenantQuerySet):
    """Texts: those for the network, and those for a few of whom one is."""

    def visible_to(self, person: Any) -> Self:
        """Return the texts of this person's networks that they may read; the database says the same by itself."""
        today = timezone.localdate()
        managed = Membership.objects.filter(person=person, role=Role.MANAGER).held_on(today)
        seats = SeatTenure.objects.filter(person=person).held_on(today)
        return (
            super()
            .visible_to(person)
            .filter(
                Q(readers__isnull=True)
                | Q(readers__contains=[person.pk])
                | Q(readers__overlap=ArraySubquery(managed.values("network_id")))
                | Q(readers__overlap=ArraySubquery(seats.values("seat__body_id")))
            )
        )


class FindableText(TenantModel):
    """What one thing says, as it is searched: a copy of its words, and who may read it where not everyone may.

    The runtime role can only read it. ``readers`` holds people, bodies and networks (for their managers), as
    ``search.my_marks()`` in the database names them for who looks; without it every member may read the text.
    """

    kind = models.CharField(_("soort"), max_length=20, choices=Kind.choices)
    subject_id = models.UUIDField(_("waarvan"))
    initiative_id = models.UUIDField(_("initiatief"), null=True, blank=True)
    key = models.CharField(_("kenmerk in het adres"), max_length=80)
    number = models.CharField(_("nummer"), max_length=20, blank=True)
    title = models.TextField(_("titel"), blank=True)
    label = models.TextField(_("hoort bij"), blank=True)
    body = models.TextField(_("tekst"), blank=True)
    state = models.CharField(_("stand"), max_length=20, blank=True)
    at = models.DateTimeField(_("moment"), null=True, blank=True)
    readers = ArrayField(models.UUIDField(), verbose_name=_("alleen voor"), null=True, blank=True)
    plain_title = models.TextField(_("titel zonder accenten"), blank=True)
    vector = SearchVectorField(_("woorden"), null=True, blank=True)

    objects: ClassVar = FindableTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("doorzoekbare tekst")
        verbose_name_plural = _("doorzoekbare teksten")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "kind", "subject_id"), name="a_thing_has_one_text_of_a_kind"
            ),
        )
        indexes = (
            GinIndex(fields=["vector"], name="texts_by_word"),
            GinIndex(fields=["plain_title"], name="texts_by_title", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["network", "number"], name="texts_by_number"),
            models.Index(fields=["kind", "subject_id"], name="texts_by_subject"),
            models.Index("network", "kind", F("at").desc(nulls_last=True), name="newest_texts_of_a_kind"),
        )

    def __str__(self) -> str:
        return self.title or str(self.subject_id)
