"""Meetings of a body, who was there, and what stood on the agenda."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.bodies import Body, Seat
from schakel.governance.rules import AgendaKind, AgendaPoint, MeetingStatus, Subject
from schakel.tenancy.models import TenantModel

if TYPE_CHECKING:
    from datetime import datetime


class Meeting(TenantModel):
    """One gathering of a body, with an agenda before and a decision list after."""

    number = models.CharField(_("nummer"), max_length=12)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("gremium")
    )
    title = models.CharField(_("titel"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("begint op"))
    place = models.CharField(_("plaats"), max_length=200, blank=True)
    status = models.CharField(
        _("stand"), max_length=10, choices=MeetingStatus.choices, default=MeetingStatus.DRAFT
    )
    late_reason = models.CharField(_("waarom achteraf vastgelegd"), max_length=300, blank=True)
    secretary_note = models.TextField(_("aantekening van de secretaris"), blank=True)
    closed_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    n_changes = models.PositiveIntegerField(_("aantal wijzigingen"), default=0)
    changed_at = models.DateTimeField(_("laatst gewijzigd op"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("afgezegd op"), null=True, blank=True)
    cancelled_reason = models.TextField(_("waarom afgezegd"), blank=True)
    decision_list_published_at = models.DateTimeField(_("besluitenlijst gedeeld op"), null=True, blank=True)

    class Meta:
        verbose_name = _("overleg")
        verbose_name_plural = _("overleggen")
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(name="a_meeting_has_its_own_number", fields=["network", "number"]),
            models.CheckConstraint(
                name="a_meeting_is_closed_at_a_moment",
                condition=Q(status=MeetingStatus.CLOSED, closed_at__isnull=False)
                | ~Q(status=MeetingStatus.CLOSED) & Q(closed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_decision_list_follows_the_meeting",
                condition=Q(decision_list_published_at__isnull=True) | Q(status=MeetingStatus.CLOSED),
            ),
            models.CheckConstraint(
                name="a_cancelled_meeting_is_closed_and_says_why",
                condition=Q(cancelled_at__isnull=True)
                | Q(status=MeetingStatus.CLOSED, decision_list_published_at__isnull=True)
                & ~Q(cancelled_reason=""),
            ),
        ]
        indexes = [models.Index(fields=["network", "body", "starts_at"], name="meetings_of_a_body")]

    def __str__(self) -> str:
        return f"{self.number} {self.title or self.body}"

    @property
    def held_on(self) -> date:
        """The day of the meeting on the clock of the Netherlands; decisions taken in it carry this day."""
        moment: datetime = timezone.localtime(self.starts_at)
        return moment.date()

    @property
    def is_cancelled(self) -> bool:
        """Whether it never took place."""
        return self.cancelled_at is not None

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be recorded in it any more."""
        return self.status == MeetingStatus.CLOSED


class Attendance(TenantModel):
    """Whether a seat was present at a meeting, and who sat on it: the member or the deputy."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("overleg")
    )
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("zetel")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("persoon"),
    )
    is_present = models.BooleanField(_("aanwezig"), default=True)

    class Meta:
        verbose_name = _("aanwezigheid")
        verbose_name_plural = _("aanwezigheden")
        constraints = [
            models.UniqueConstraint(
                name="a_seat_is_counted_once_at_a_meeting", fields=["network", "meeting", "seat"]
            ),
            models.CheckConstraint(
                name="a_present_seat_has_a_person", condition=Q(is_present=False) | Q(person__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.is_present}"


class AgendaItem(TenantModel):
    """One point for a body: on the agenda of a meeting, or waiting for the next one."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="agenda_items", verbose_name=_("gremium")
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=_("overleg"),
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    kind = models.CharField(_("soort"), max_length=12, choices=AgendaKind.choices)
    title = models.CharField(_("titel"), max_length=300)
    note = models.TextField(_("toelichting"), blank=True)
    subject_type = models.CharField(_("soort onderwerp"), max_length=40, blank=True)
    subject_id = models.UUIDField(_("onderwerp"), null=True, blank=True)
    subject_label = models.CharField(_("naam van het onderwerp"), max_length=300, blank=True)
    url_name = models.CharField(_("adres van de pagina"), max_length=80, blank=True)
    url_key = models.CharField(_("kenmerk in het adres"), max_length=80, blank=True)
    decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name=_("besluit"),
    )
    condition = models.ForeignKey(
        "governance.Condition",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name=_("voorwaarde"),
    )

    class Meta:
        verbose_name = _("agendapunt")
        verbose_name_plural = _("agendapunten")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                name="a_place_on_an_agenda_is_taken_once",
                fields=["network", "meeting", "position"],
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                name="a_decision_stands_on_an_agenda_once_for_each_reason",
                fields=["network", "meeting", "decision", "kind"],
            ),
            models.UniqueConstraint(
                name="a_condition_stands_on_an_agenda_once", fields=["network", "meeting", "condition"]
            ),
        ]
        indexes = [models.Index(fields=["network", "body", "meeting"], name="agenda_points_of_a_body")]

    def __str__(self) -> str:
        return self.title

    @property
    def point(self) -> AgendaPoint:
        """What it is about, to lay beside what is due."""
        subject = Subject(self.subject_type, self.subject_id, self.subject_label)
        return AgendaPoint(
            self.kind, self.title, "", subject, decision_id=self.decision_id, condition_id=self.condition_id
        )
