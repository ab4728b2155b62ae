"""The conversation about an initiative: notes, who is mentioned in them, and what somebody is still writing."""

from __future__ import annotations

from typing import Any, ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.governance.models import SeatTenure
from schakel.initiatives.models.initiative import Initiative
from schakel.initiatives.rules import Readers
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class NoteQuerySet(TenantQuerySet):
    """Notes: those for everyone, and the internal ones of who works on the initiative."""

    def visible_to(self, person: Any) -> Self:
        """Notes for the network, own notes, and internal ones for the office, the group, the lead and the explorer."""
        today = timezone.localdate()
        managed = (
            Membership.objects.filter(person=person, role=Role.MANAGER).held_on(today).values("network_id")
        )
        seats = SeatTenure.objects.filter(person=person).held_on(today).values("seat__body_id")
        return (
            super()
            .visible_to(person)
            .filter(
                Q(readers=Readers.NETWORK)
                | Q(author=person)
                | Q(network_id__in=managed)
                | Q(initiative__lead=person)
                | Q(initiative__explorer=person)
                | Q(initiative__body_id__in=seats)
            )
        )


@pghistory.track()
class Note(TenantModel):
    """Something that someone says about an initiative; a change keeps what stood there, withdrawn stays to be seen."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("schrijver")
    )
    readers = models.CharField(_("voor wie"), max_length=10, choices=Readers, default=Readers.NETWORK)
    text = models.TextField(_("tekst"))
    written_at = models.DateTimeField(_("geschreven op"))
    n_changes = models.PositiveSmallIntegerField(_("aantal wijzigingen"), default=0)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("waarom ingetrokken"), max_length=300, blank=True)
    once_token = models.UUIDField(_("kenmerk van het formulier"))

    objects: ClassVar = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ("-written_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("network", "once_token"), name="one_note_per_sent_form"),
            models.CheckConstraint(name="a_note_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="a_withdrawn_note_says_why",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
            ),
        )
        indexes = (
            models.Index(fields=("network", "initiative", "-written_at"), name="notes_of_an_initiative"),
        )
        triggers = (pgtrigger.Protect(name="notes_are_withdrawn", operation=pgtrigger.Delete),)

    def __str__(self) -> str:
        return str(_("Bericht van %(author)s") % {"author": self.author})


class NoteMentionQuerySet(TenantQuerySet):
    """Who is named, in the notes that somebody reads."""

    def visible_to(self, person: Any) -> Self:
        """The names in the notes that this person may read."""
        return super().visible_to(person).filter(note__in=Note.objects.visible_to(person))


class NoteMention(TenantModel):
    """Someone who is named in a note and should read it."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="mentions")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("genoemd"))

    objects: ClassVar = NoteMentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("vermelding in een bericht")
        verbose_name_plural = _("vermeldingen in berichten")
        constraints = (
            models.UniqueConstraint(fields=("network", "note", "person"), name="a_person_once_in_a_note"),
        )

    def __str__(self) -> str:
        return str(self.person)


class NoteDraftQuerySet(TenantQuerySet):
    """Drafts are seen by their writer only."""

    def visible_to(self, person: Any) -> Self:
        """What this person is writing."""
        return super().visible_to(person).filter(person=person)


class NoteDraft(TenantModel):
    """A note that someone is still writing: saved while typing, nobody else sees it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        PERSON, on_delete=models.CASCADE, related_name="+", verbose_name=_("schrijver")
    )
    text = models.TextField(_("tekst"), blank=True)
    updated_at = models.DateTimeField(_("bewaard op"))

    objects: ClassVar = NoteDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("concept van een bericht")
        verbose_name_plural = _("concepten van berichten")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "person"), name="one_note_being_written_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return self.text[:60]
