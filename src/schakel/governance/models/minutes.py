"""The minutes of a meeting: written by the secretary, adopted by the group, and from then on as they are."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.meetings import Meeting
from schakel.governance.rules import MinutesStatus
from schakel.tenancy.models import TenantModel

PERSON = settings.AUTH_USER_MODEL


class Minutes(TenantModel):
    """What was said in a meeting: a draft of the secretary until the group adopts it, and then it never changes."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("overleg")
    )
    text = models.TextField(_("tekst"))
    status = models.CharField(
        _("stand"), max_length=10, choices=MinutesStatus.choices, default=MinutesStatus.DRAFT
    )
    version = models.PositiveIntegerField(_("hoe vaak bewaard"), default=1)
    written_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("geschreven door")
    )
    changed_at = models.DateTimeField(_("laatst gewijzigd op"))
    adopted_on = models.DateField(_("vastgesteld op"), null=True, blank=True)
    adopted_in = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgesteld in"),
    )
    adopted_how = models.CharField(_("hoe vastgesteld"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vastgelegd door"),
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("verslag")
        verbose_name_plural = _("verslagen")
        constraints = (
            models.UniqueConstraint(name="a_meeting_has_minutes_once", fields=["network", "meeting"]),
            models.CheckConstraint(name="minutes_have_a_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="adopted_minutes_say_when_and_how",
                condition=Q(
                    status=MinutesStatus.DRAFT,
                    adopted_on__isnull=True,
                    adopted_in__isnull=True,
                    adopted_how="",
                    recorded_at__isnull=True,
                )
                | Q(status=MinutesStatus.ADOPTED, adopted_on__isnull=False, recorded_at__isnull=False)
                & (Q(adopted_in__isnull=False) | ~Q(adopted_how="")),
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="adopted_minutes_never_change",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status="adopted"),
            ),
            pgtrigger.Protect(name="minutes_are_never_removed", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return _("Verslag van %(number)s") % {"number": self.meeting.number}

    @property
    def is_adopted(self) -> bool:
        """Whether the group adopted it, so that it stands."""
        return self.status == MinutesStatus.ADOPTED


class MinutesRemark(TenantModel):
    """What the secretary adds beside adopted minutes, with a day and a reason; the minutes themselves stay."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="remarks", verbose_name=_("verslag")
    )
    text = models.TextField(_("aanvulling"))
    reason = models.CharField(_("reden"), max_length=300)
    added_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("aangevuld door")
    )
    added_at = models.DateTimeField(_("aangevuld op"))

    class Meta:
        verbose_name = _("aanvulling op een verslag")
        verbose_name_plural = _("aanvullingen op een verslag")
        ordering = ("added_at", "id")
        constraints = (
            models.CheckConstraint(name="a_remark_says_what_and_why", condition=~Q(text="") & ~Q(reason="")),
        )
        triggers = (
            pgtrigger.Protect(name="remarks_on_minutes_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return self.text
