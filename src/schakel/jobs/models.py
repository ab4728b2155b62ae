"""Jobs that people started, and the last round of the worker."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.jobs.rules import ENDED, JobState
from schakel.tenancy.models import TenantModel, TenantQuerySet


class JobQuerySet(TenantQuerySet):
    """Jobs."""

    def started_by(self, person: Any) -> Self:
        """Return the jobs that this person started."""
        return self.filter(started_by=person)

    def not_ended(self) -> Self:
        """Return the jobs that wait or are being done."""
        return self.exclude(state__in=ENDED)


class Job(TenantModel):
    """Long work that a person started: what it is, how far it is, and what came of it."""

    task = models.CharField(_("soort werk"), max_length=100)
    title = models.CharField(_("wat er gebeurt"), max_length=200)
    words = models.CharField(_("hoe ver het is"), max_length=500, blank=True)
    done = models.PositiveIntegerField(_("gedaan"), default=0)
    total = models.PositiveIntegerField(_("totaal"), default=0)
    state = models.CharField(_("stand"), max_length=12, choices=JobState.choices, default=JobState.WAITING)
    started_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("gestart door")
    )
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    begun_at = models.DateTimeField(_("begonnen op"), null=True, blank=True)
    ended_at = models.DateTimeField(_("geëindigd op"), null=True, blank=True)
    stop_asked_at = models.DateTimeField(_("gevraagd te stoppen op"), null=True, blank=True)
    link_name = models.CharField(_("bladzijde van het resultaat"), max_length=100, blank=True)
    link_kwargs = models.JSONField(_("waarvan"), default=dict, blank=True)

    objects: ClassVar = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("taak")
        verbose_name_plural = _("taken")
        ordering = ("-asked_at",)
        indexes = (models.Index(fields=("network", "-asked_at"), name="jobs_of_a_network"),)
        constraints = (
            models.CheckConstraint(
                name="ended_jobs_say_when_and_what",
                condition=~Q(state__in=tuple(sorted(ENDED))) | Q(ended_at__isnull=False) & ~Q(words=""),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def has_ended(self) -> bool:
        """Whether nothing happens to it any more."""
        return self.state in ENDED


class Round(models.Model):
    """The last time that the worker looked for work that nobody does any more. Belongs to no network: only times."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    at = models.DateTimeField(_("moment"))
    n_retried = models.PositiveIntegerField(_("opnieuw gedaan"), default=0)
    n_given_up = models.PositiveIntegerField(_("opgegeven"), default=0)

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        constraints = (models.CheckConstraint(name="only_the_last_round_is_kept", condition=Q(id=1)),)

    def __str__(self) -> str:
        return str(self.at)
