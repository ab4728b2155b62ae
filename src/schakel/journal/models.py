"""Entries and the seals over them. Plain ids and names: a record survives the person and the thing it is about."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from schakel.tenancy.models import TenantQuerySet


class Entry(models.Model):
    """One action: who, what, about what, why and when."""

    sequence = models.BigAutoField(primary_key=True)
    network_id = models.UUIDField(_("netwerk"))
    at = models.DateTimeField(_("moment"), db_default=Now())
    person_id = models.UUIDField(_("persoon"), null=True)
    person_name = models.CharField(_("naam"), max_length=200)
    on_behalf_of = models.CharField(_("namens"), max_length=200, blank=True)
    verb = models.CharField(_("handeling"), max_length=60)
    about_type = models.CharField(_("soort onderwerp"), max_length=60)
    about_id = models.CharField(_("kenmerk"), max_length=60)
    about_label = models.CharField(_("onderwerp"), max_length=300)
    reason = models.TextField(_("reden"), blank=True)
    data = models.JSONField(_("gegevens"), default=dict, blank=True)

    objects = TenantQuerySet.as_manager()

    class Meta:
        verbose_name = _("regel in het logboek")
        verbose_name_plural = _("regels in het logboek")
        ordering = ("sequence",)
        indexes = (
            models.Index(fields=("network_id", "sequence"), name="entries_of_a_network"),
            models.Index(fields=("network_id", "about_type", "about_id"), name="entries_about_a_thing"),
        )

    def __str__(self) -> str:
        return f"{self.person_name}: {self.verb} {self.about_label}"


class Seal(models.Model):
    """A hash over the entries of one network after the previous seal, up to and including ``up_to``."""

    network_id = models.UUIDField(_("netwerk"))
    number = models.PositiveIntegerField(_("nummer"))
    after = models.BigIntegerField(_("na regel"))
    up_to = models.BigIntegerField(_("tot en met regel"))
    n_entries = models.PositiveIntegerField(_("aantal regels"))
    previous = models.CharField(_("vorig zegel"), max_length=64)
    value = models.CharField(_("zegel"), max_length=64)
    sealed_at = models.DateTimeField(_("verzegeld op"), db_default=Now())

    objects = TenantQuerySet.as_manager()

    class Meta:
        verbose_name = _("zegel")
        verbose_name_plural = _("zegels")
        ordering = ("network_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("network_id", "number"), name="one_seal_per_number"),
            models.UniqueConstraint(fields=("network_id", "after"), name="seals_form_one_chain"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.value[:12]}"
