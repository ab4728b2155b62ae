"""Why event data is used, the logs with their answers, the links of the chain, their norms, and bottlenecks."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schakel.carechain.rules import (
    LONGEST_MONTHS,
    MOST_HOURS,
    BottleneckState,
    Cause,
    Level,
    LogKind,
    LogState,
    NormUnit,
    Origin,
    n_within,
    unit_words,
)
from schakel.measuring.models import Series
from schakel.network.models import Agreement, Area, Partner
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


@pghistory.track()
class DataPurpose(TenantModel):
    """Under which agreement of the network event data is used, for what, on which ground, and how long at most."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="+", verbose_name=_("staat in overeenkomst")
    )
    goal = models.TextField(_("waarvoor"))
    ground = models.TextField(_("waarom het mag"))
    longest_months = models.PositiveSmallIntegerField(_("hoogstens zoveel maanden bewaren"))
    recorded_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("vastgelegd door")
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"))

    class Meta:
        verbose_name = _("gegevensdoel")
        verbose_name_plural = _("gegevensdoelen")
        ordering = ("-recorded_at",)
        constraints = (
            models.CheckConstraint(
                name="a_data_purpose_says_for_what_and_why", condition=~Q(goal="") & ~Q(ground="")
            ),
            models.CheckConstraint(
                name="event_data_is_not_kept_for_ever",
                condition=Q(longest_months__gte=1, longest_months__lte=LONGEST_MONTHS),
            ),
        )

    def __str__(self) -> str:
        return self.goal[:200]


class EventLogQuerySet(TenantQuerySet):
    """Logs."""

    def standing(self) -> Self:
        """Logs that nobody asked to remove."""
        return self.filter(removal_asked_at__isnull=True)

    def ready(self, kind: LogKind = LogKind.EVENTS) -> Self:
        """Logs of a kind that have answers, the newest data first."""
        return self.standing().filter(kind=kind, state=LogState.READY).order_by("-last_on", "-prepared_at")

    def light(self) -> Self:
        """Without the large columns, for lists."""
        return self.defer("columns", "rejects", "answer")


class EventLog(TenantModel):
    """One file with events of the chain: from coming in, through choosing its columns, to the answers it gave.

    No name of a case is in this row. It goes on the day after ``keep_until``, with all that was made of it.
    """

    purpose = models.ForeignKey(
        DataPurpose, on_delete=models.PROTECT, related_name="logs", verbose_name=_("doel")
    )
    kind = models.CharField(_("soort"), max_length=12, choices=LogKind, default=LogKind.EVENTS)
    title = models.CharField(_("titel"), max_length=120)
    filename = models.CharField(_("bestand"), max_length=200)
    n_bytes = models.PositiveBigIntegerField(_("grootte"))
    is_pseudonymised = models.BooleanField(_("zaken zijn al pseudoniemen"), default=False)
    keep_until = models.DateField(_("bewaren tot en met"))
    state = models.CharField(_("stand"), max_length=12, choices=LogState, default=LogState.RECEIVING)
    sent_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("gestuurd door")
    )
    sent_at = models.DateTimeField(_("gestuurd op"))
    columns = models.JSONField(_("kolommen van het bestand"), default=list)
    mapping = models.JSONField(_("welke kolom wat is"), default=dict)
    closing = models.JSONField(_("stappen waarmee een zaak klaar is"), default=list)
    cut_off = models.DateField(_("laatste dag die telt"), null=True, blank=True)
    counts = models.JSONField(_("gelezen, gebruikt en afgewezen"), default=dict)
    rejects = models.JSONField(_("afgewezen regels"), default=list)
    answer = models.JSONField(_("antwoorden"), default=dict)
    sha256 = models.CharField(_("vingerafdruk van het bestand"), max_length=64, blank=True)
    first_on = models.DateField(_("eerste dag"), null=True, blank=True)
    last_on = models.DateField(_("laatste dag"), null=True, blank=True)
    prepared_at = models.DateTimeField(_("klaargezet op"), null=True, blank=True)
    words = models.CharField(_("wat er mis is"), max_length=500, blank=True)
    removal_asked_at = models.DateTimeField(_("gevraagd te verwijderen op"), null=True, blank=True)

    objects: ClassVar = EventLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("logboek van de keten")
        verbose_name_plural = _("logboeken van de keten")
        ordering = ("-sent_at",)
        indexes = (models.Index(fields=("network", "keep_until"), name="logs_by_their_last_day"),)
        constraints = (
            models.CheckConstraint(
                name="a_log_that_is_ready_says_when",
                condition=~Q(state=LogState.READY) | Q(prepared_at__isnull=False),
            ),
            models.CheckConstraint(
                name="an_unreadable_log_says_why", condition=~Q(state=LogState.UNREADABLE) | ~Q(words="")
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_ready(self) -> bool:
        """Whether it has answers."""
        return self.state == LogState.READY


class LogPiece(TenantModel):
    """A piece of a file on its way in; gone as soon as the log is ready, and otherwise after two days."""

    log = models.ForeignKey(
        EventLog, on_delete=models.CASCADE, related_name="pieces", verbose_name=_("logboek")
    )
    number = models.PositiveIntegerField(_("nummer"))
    data = models.BinaryField(_("inhoud"))

    class Meta:
        verbose_name = _("stuk van een logboek")
        verbose_name_plural = _("stukken van logboeken")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(name="a_piece_of_a_log_comes_once", fields=("network", "log", "number")),
        )

    def __str__(self) -> str:
        return f"{self.log_id}, {self.number}"


class ChainCut(TenantModel):
    """A choice from a log: the hand-overs of some months, or of people with one trait; kept, so that it is there.

    since, until: months ("2026-03"), both included; empty is from the begin, to the end. trait and value: empty is all.
    """

    log = models.ForeignKey(
        EventLog, on_delete=models.CASCADE, related_name="cuts", verbose_name=_("logboek")
    )
    since = models.CharField(_("vanaf maand"), max_length=7, blank=True)
    until = models.CharField(_("tot en met maand"), max_length=7, blank=True)
    trait = models.CharField(_("kenmerk"), max_length=20, blank=True)
    value = models.CharField(_("waarde"), max_length=200, blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"))
    worked_out_at = models.DateTimeField(_("uitgerekend op"), null=True, blank=True)

    class Meta:
        verbose_name = _("keuze uit een logboek")
        verbose_name_plural = _("keuzes uit een logboek")
        ordering = ("-asked_at",)
        constraints = (
            models.UniqueConstraint(
                name="a_log_is_cut_once_in_each_way",
                fields=("network", "log", "since", "until", "trait", "value"),
            ),
            models.CheckConstraint(
                name="a_cut_leaves_something_out",
                condition=~Q(since="") | ~Q(until="") | ~Q(trait=""),
            ),
            models.CheckConstraint(
                name="a_cut_by_a_trait_says_which_value", condition=Q(trait="", value="") | ~Q(trait="")
            ),
        )

    def __str__(self) -> str:
        return " ".join(part for part in (self.since, self.until, self.trait, self.value) if part)


class ChainLink(TenantModel):
    """A link of the chain as one log counts it: how many hand-overs, how long they took, month after month.

    Seconds of elapsed time; ``days`` counts waits by calendar days and ``workdays`` by working days, ``hours`` and
    ``workhours`` by hours rounded up (those over ``MOST_HOURS`` in one), for norms; none in a log from before they were
    counted. What is few is hidden when it is shown.
    cut: of which choice from the log, none for all of it. breaks: where its months may be cut, and which values of a
    trait may be shown (see rules). is_closed: in this choice only people of the two organisations see it.
    """

    log = models.ForeignKey(
        EventLog, on_delete=models.CASCADE, related_name="links", verbose_name=_("logboek")
    )
    cut = models.ForeignKey(
        ChainCut,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("keuze"),
    )
    level = models.CharField(_("tussen"), max_length=12, choices=Level)
    source = models.CharField(_("van"), max_length=200)
    target = models.CharField(_("naar"), max_length=200)
    n = models.PositiveIntegerField(_("overdrachten"))
    n_waits = models.PositiveIntegerField(_("waarvan met wachttijd"))
    n_overlaps = models.PositiveIntegerField(_("waarvan met overlap"))
    mean_s = models.FloatField(_("gemiddeld"), null=True)
    p50_s = models.FloatField(_("helft binnen"), null=True)
    p80_s = models.FloatField(_("80 procent binnen"), null=True)
    p90_s = models.FloatField(_("90 procent binnen"), null=True)
    n_waiting = models.PositiveIntegerField(_("wacht nu"), default=0)
    days = models.JSONField(_("wachttijden in dagen"), default=dict)
    # The database has them too: what still runs of the version before fills none of them in.
    workdays = models.JSONField(_("wachttijden in werkdagen"), default=dict, db_default={})
    hours = models.JSONField(_("wachttijden in uren"), default=dict, db_default={})
    workhours = models.JSONField(_("wachttijden in uren op werkdagen"), default=dict, db_default={})
    months = models.JSONField(_("per maand"), default=list)
    waiting = models.JSONField(_("wie nu wacht"), default=dict)
    breaks = models.JSONField(_("waar de maanden te knippen zijn"), default=dict)
    is_closed = models.BooleanField(_("alleen voor de organisaties zelf"), default=False)

    class Meta:
        verbose_name = _("schakel van de keten")
        verbose_name_plural = _("schakels van de keten")
        ordering = ("-n", "source", "target")
        constraints = (
            models.UniqueConstraint(
                name="a_log_counts_a_link_once_in_each_choice",
                fields=("network", "log", "cut", "level", "source", "target"),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="overlaps_and_waits_make_up_a_link", condition=Q(n=F("n_waits") + F("n_overlaps"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


@pghistory.track()
class ChainIndicator(TenantModel):
    """A link of which the wait is an indicator: each new log fills in the series by itself.

    last_on: the last day of the log that flowed last; one that ends earlier changes nothing.
    """

    level = models.CharField(_("tussen"), max_length=12, choices=Level)
    source = models.CharField(_("van"), max_length=200)
    target = models.CharField(_("naar"), max_length=200)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="+", verbose_name=_("reeks"))
    last_on = models.DateField(_("laatste dag van het logboek"), null=True, blank=True)
    chosen_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("gekozen door")
    )
    chosen_at = models.DateTimeField(_("gekozen op"))

    class Meta:
        verbose_name = _("schakel als indicator")
        verbose_name_plural = _("schakels als indicator")
        ordering = ("source", "target")
        constraints = (
            models.UniqueConstraint(
                name="a_link_is_one_indicator", fields=("network", "level", "source", "target")
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class ChainNormQuerySet(TenantQuerySet):
    """Norms for links."""

    def valid_on(self, day: date) -> Self:
        """The norms that hold on a day; of several the newest comes last."""
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=day), valid_from__lte=day
        ).order_by("valid_from")


@pghistory.track()
class ChainNorm(TenantModel):
    """Within how many days or hours so many of hundred people go on from one station to the next, and who says so."""

    level = models.CharField(_("tussen"), max_length=12, choices=Level)
    source = models.CharField(_("van"), max_length=200, blank=True)
    target = models.CharField(_("naar"), max_length=200)
    # The column is called after days: what still runs of the version before reads it so.
    most = models.PositiveSmallIntegerField(_("hoogstens zoveel dagen of uren"), db_column="most_days")
    unit = models.CharField(
        _("dagen of uren"), max_length=10, choices=NormUnit, default=NormUnit.DAYS, db_default=NormUnit.DAYS
    )
    percent = models.PositiveSmallIntegerField(_("voor zoveel procent"), default=80)
    origin = models.CharField(_("wie zegt dat"), max_length=200)
    valid_from = models.DateField(_("geldig vanaf"))
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("vastgelegd door")
    )

    objects: ClassVar = ChainNormQuerySet.as_manager()

    class Meta:
        verbose_name = _("norm voor een schakel")
        verbose_name_plural = _("normen voor schakels")
        ordering = ("target", "source", "-valid_from")
        constraints = (
            models.CheckConstraint(name="a_chain_norm_says_who_says_so", condition=~Q(origin="")),
            models.CheckConstraint(
                name="a_chain_norm_is_for_some_of_hundred", condition=Q(percent__gte=1, percent__lte=100)
            ),
            models.CheckConstraint(
                name="a_chain_norm_in_hours_is_two_weeks_at_most",
                condition=Q(unit__in=[NormUnit.DAYS, NormUnit.WORKDAYS]) | Q(most__lte=MOST_HOURS),
            ),
            models.CheckConstraint(
                name="a_chain_norm_ends_after_it_begins",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.source or '…'} → {self.target}: {unit_words(self.most, self.unit)}"

    def fits(self, link: Any) -> bool:
        """Whether this norm is about a link: about exactly it, or about all that goes to its target."""
        return (self.level, self.target) == (link.level, link.target) and self.source in {"", link.source}

    def spread(self, link: Any) -> dict[str, int]:
        """How many waits of a link took so many days or hours of the kind that this norm counts."""
        found: dict[str, int] = getattr(link, NormUnit(self.unit))
        return found

    def within(self, link: Any) -> int | None:
        """How many waits of a link were in time; None in a log from before that was counted."""
        spread = self.spread(link)
        return None if link.n_waits and not spread else n_within(spread, self.most)


@pghistory.track()
class Bottleneck(TenantModel):
    """Where the chain stalls and why, as somebody told it or as a link shows it; partners say whether they meet it too.

    figure: of the link on the day that it was named, as all of the network may see it; empty after an interview.
    idea_token: of the idea that was begun from it.
    """

    title = models.CharField(_("wat hapert er"), max_length=200)
    story = models.TextField(_("wat er gebeurt"))
    cause = models.CharField(_("waardoor"), max_length=16, choices=Cause)
    origin = models.CharField(_("waar het vandaan komt"), max_length=12, choices=Origin)
    heard_from = models.CharField(_("van wie gehoord"), max_length=120, blank=True)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("deelgebied")
    )
    source = models.CharField(_("van"), max_length=200, blank=True)
    target = models.CharField(_("naar"), max_length=200, blank=True)
    figure = models.JSONField(_("cijfer"), default=dict, blank=True)
    state = models.CharField(_("stand"), max_length=12, choices=BottleneckState, default=BottleneckState.OPEN)
    state_reason = models.TextField(_("waarom die stand"), blank=True)
    named_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("genoemd door")
    )
    named_at = models.DateTimeField(_("genoemd op"))
    idea_token = models.UUIDField(_("idee dat eruit kwam"), null=True, blank=True)

    class Meta:
        verbose_name = _("knelpunt")
        verbose_name_plural = _("knelpunten")
        ordering = ("-named_at",)
        constraints = (
            models.CheckConstraint(
                name="a_bottleneck_says_what_happens", condition=~Q(title="") & ~Q(story="")
            ),
            models.CheckConstraint(
                name="a_bottleneck_that_ends_says_why",
                condition=Q(state__in=[BottleneckState.OPEN, BottleneckState.TAKEN_UP]) | ~Q(state_reason=""),
            ),
            models.CheckConstraint(
                name="a_bottleneck_of_a_link_names_both_ends",
                condition=~Q(origin=Origin.LINK) | ~Q(source="") & ~Q(target=""),
            ),
        )

    def __str__(self) -> str:
        return self.title


class BottleneckVote(TenantModel):
    """A partner meets this bottleneck too; once for each partner, and it can be taken back."""

    bottleneck = models.ForeignKey(
        Bottleneck, on_delete=models.CASCADE, related_name="votes", verbose_name=_("knelpunt")
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("door"))
    at = models.DateTimeField(_("op"))

    class Meta:
        verbose_name = _("stem op een knelpunt")
        verbose_name_plural = _("stemmen op knelpunten")
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(
                name="a_partner_meets_a_bottleneck_once", fields=("network", "bottleneck", "partner")
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}: {self.bottleneck}"
