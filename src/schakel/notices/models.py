"""Notices, preferences and mail. All three are private: a person sees only their own."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.notices.rules import Delivery, Kind, MailState
from schakel.tenancy.models import TenantModel, TenantQuerySet


class NoticeQuerySet(TenantQuerySet):
    """Notices."""

    def visible_to(self, person: Any) -> Self:
        """Return the notices for this person, in the networks of which they are a member today."""
        return super().visible_to(person).filter(person=person)

    def unread(self) -> Self:
        """Return the notices that nobody opened yet."""
        return self.filter(read_at__isnull=True)

    def before(self, moment: datetime) -> Self:
        """Return the notices of before a moment."""
        return self.filter(at__lt=moment)


class Mail(TenantModel):
    """One mail to one address, and what became of it. Once it may have left, it is never sent again.

    Without a person it goes to somebody who cannot sign in yet, such as who is invited.
    """

    person = models.ForeignKey(
        "people.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("persoon"),
    )
    address = models.CharField(_("adres"), max_length=254)
    subject = models.CharField(_("onderwerp"), max_length=200)
    text = models.TextField(_("tekst"))
    html = models.TextField(_("tekst met opmaak"))
    state = models.CharField(_("stand"), max_length=10, choices=MailState.choices, default=MailState.WAITING)
    made_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)
    fault = models.CharField(_("wat er misging"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ("-made_at",)
        constraints = (
            models.CheckConstraint(
                name="sent_mail_says_when",
                condition=~Q(state=MailState.SENT) | Q(sent_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.subject


class Notice(TenantModel):
    """One event that one person should know of, with the page where it is."""

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("persoon")
    )
    kind = models.CharField(_("soort"), max_length=20, choices=Kind.choices)
    key = models.CharField(_("kenmerk"), max_length=120)
    title = models.CharField(_("titel"), max_length=300)
    because = models.CharField(_("waarom"), max_length=500, blank=True)
    due_on = models.DateField(_("uiterlijk op"), null=True, blank=True)
    url_name = models.CharField(_("bladzijde"), max_length=100)
    url_kwargs = models.JSONField(_("waarvan"), default=dict, blank=True)
    at = models.DateTimeField(_("moment"), default=timezone.now)
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)
    delivery = models.CharField(_("hoe"), max_length=10, choices=Delivery.choices, blank=True)
    mail = models.ForeignKey(
        Mail, on_delete=models.SET_NULL, null=True, blank=True, related_name="notices", verbose_name=_("mail")
    )

    objects: ClassVar = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ("-at",)
        indexes = (
            models.Index(fields=("network", "person", "-at"), name="notices_of_a_person"),
            models.Index(
                fields=("network", "person"), name="unread_notices", condition=Q(read_at__isnull=True)
            ),
            models.Index(fields=("network",), name="notices_to_deliver", condition=Q(delivery="")),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("network", "person", "key"), name="nobody_is_told_the_same_thing_twice"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Preference(TenantModel):
    """How one person wants to hear of one kind of event in one network."""

    person = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("persoon")
    )
    kind = models.CharField(_("soort"), max_length=20, choices=Kind.choices)
    delivery = models.CharField(_("hoe"), max_length=10, choices=Delivery.choices)

    class Meta:
        verbose_name = _("voorkeur")
        verbose_name_plural = _("voorkeuren")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "person", "kind"), name="one_preference_for_each_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_delivery_display()}"
