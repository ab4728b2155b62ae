"""Decisions, and the numbers people call them by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Func, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from schakel.governance.models.bodies import Body, Mandate
from schakel.governance.models.meetings import Meeting
from schakel.governance.rules import (
    BACK_ON,
    BROUGHT_IN_BY,
    HISTORIC,
    PROOFS,
    UNDER_WAY,
    DecisionStatus,
    DecisionType,
    Judgement,
    Matter,
    Method,
    from_json,
)
from schakel.network.rules import Precision, in_words
from schakel.tenancy.models import TenantModel, TenantQuerySet

if TYPE_CHECKING:
    from schakel.people.models import Person

PERSON = settings.AUTH_USER_MODEL
CARRIED = (DecisionStatus.VALID, DecisionStatus.PROVISIONAL)
DECIDED = (DecisionStatus.VALID, DecisionStatus.PROVISIONAL, DecisionStatus.NOT_CARRIED)


class NumberSeries(TenantModel):
    """The last number given in a series of one year, so that numbers have no gaps and no doubles."""

    series = models.CharField(_("reeks"), max_length=1)
    year = models.PositiveSmallIntegerField(_("jaar"))
    last = models.PositiveIntegerField(_("laatste nummer"), default=0)

    class Meta:
        verbose_name = _("nummerreeks")
        verbose_name_plural = _("nummerreeksen")
        constraints = [
            models.UniqueConstraint(name="a_series_counts_once_a_year", fields=["network", "series", "year"]),
        ]

    def __str__(self) -> str:
        return f"{self.series}-{self.year}-{self.last:03d}"


#: The words of the option that was chosen.
CHOSEN_WORDS = Func(
    F("options"),
    Value("$[*] ? (@.code == $code).label"),
    JSONObject(code=F("verdict")),
    function="jsonb_path_query_first",
    template="%(function)s(%(expressions)s) #>> '{}'",
    output_field=models.TextField(),
)


class DecisionQuerySet(TenantQuerySet):
    """Decisions of a network."""

    def decided(self) -> Self:
        """Decisions with an outcome."""
        return self.filter(status__in=DECIDED)

    def waiting(self) -> Self:
        """Decisions still to be taken."""
        return self.filter(status=DecisionStatus.OPEN)

    def under_way(self) -> Self:
        """Decisions still to be taken, and those that do not count yet."""
        return self.filter(status__in=UNDER_WAY)

    def with_replacement(self, on: date) -> Self:
        """Each with the number of the later decision that took its place, as ``replaced_by``; empty when none did.

        As long as a mandate that it granted has not ended on this day, it is not replaced yet.
        """
        granted = Mandate.objects.filter(source_decision=OuterRef("supersedes"), network=OuterRef("network"))
        later = self.model._base_manager.filter(supersedes=OuterRef("pk"), network=OuterRef("network"))
        begun = later.exclude(Exists(granted.filter(valid_until__gt=on)))
        return self.annotate(replaced_by=Subquery(begun.values("number")[:1]))

    def carried(self) -> Self:
        """Decisions by which something was chosen; a proposal and what was not carried chose nothing."""
        return self.filter(status__in=CARRIED).exclude(verdict="")

    def verdicts_in_words(self) -> list[str]:
        """What was chosen, each verdict once in the words in which it was offered, by alphabet. One database query."""
        given = self.carried().order_by().annotate(in_words=CHOSEN_WORDS).filter(in_words__isnull=False)
        return sorted(given.values_list("in_words", flat=True).distinct(), key=str.casefold)

    def in_these_words(self, words: str) -> Self:
        """Decisions that chose what was offered in these words, at whichever gate."""
        return self.carried().alias(in_words=CHOSEN_WORDS).filter(in_words=words)

    def about(self, subject_id: object) -> Self:
        """Decisions about one thing."""
        return self.filter(subject_id=subject_id)


@pghistory.track()
class Decision(TenantModel):
    """A proposal to a body and what came of it: verdict, votes, reasons, and four proofs that it counts."""

    number = models.CharField(_("nummer"), max_length=12)
    type = models.CharField(_("soort"), max_length=20, choices=DecisionType.choices)
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("gremium"),
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("overleg"),
    )
    closes_at = models.DateTimeField(_("stemmen kan tot"), null=True, blank=True)
    method = models.CharField(_("manier van besluiten"), max_length=20, choices=Method.choices, blank=True)
    title = models.CharField(_("titel"), max_length=300)
    proposal = models.TextField(_("voorstel"), blank=True)
    options = models.JSONField(_("keuzes"), default=list, blank=True)
    verdict = models.CharField(_("uitkomst"), max_length=40, blank=True)
    subject_type = models.CharField(_("soort onderwerp"), max_length=40, blank=True)
    subject_id = models.UUIDField(_("onderwerp"), null=True, blank=True)
    subject_label = models.CharField(_("naam van het onderwerp"), max_length=300, blank=True)
    subject_stage = models.CharField(_("fase van het onderwerp"), max_length=20, blank=True)
    amount_eur = models.DecimalField(_("bedrag"), max_digits=12, decimal_places=2, null=True, blank=True)
    asks_money = models.BooleanField(_("vraagt geld"), default=False)
    proposed_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("voorgesteld door"),
    )
    decided_by_person = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besloten door"),
    )
    status = models.CharField(
        _("stand"), max_length=12, choices=DecisionStatus.choices, default=DecisionStatus.OPEN
    )
    decided_at = models.DateTimeField(_("vastgelegd op"), null=True, blank=True)
    decided_on = models.DateField(_("besloten op"), null=True, blank=True)
    decided_precision = models.CharField(
        _("zekerheid van de datum"), max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    recorded_at = models.DateTimeField(_("ingevoerd op"))
    valid_at = models.DateTimeField(_("geldig geworden op"), null=True, blank=True)
    effective_on = models.DateField(_("gaat in op"), null=True, blank=True)
    reason = models.TextField(_("reden"), blank=True)
    public_reason = models.TextField(_("reden voor iedereen"), blank=True)
    supersedes = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("vervangt"),
    )
    ratifies = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ratified_by",
        verbose_name=_("bekrachtigt"),
    )
    escalated_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="escalated_to",
        verbose_name=_("overgenomen van"),
    )
    mandate = models.ForeignKey(
        Mandate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("mandaat"),
    )
    proof = models.JSONField(_("bewijs"), default=dict, blank=True)
    dossier = models.JSONField(_("dossier"), default=dict, blank=True)
    template = models.CharField(_("sjabloon"), max_length=20, blank=True)
    source = models.TextField(_("bron"), blank=True)

    objects: ClassVar = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = [F("decided_on").desc(nulls_first=True), "-number"]
        constraints = [
            models.UniqueConstraint(name="a_decision_has_its_own_number", fields=["network", "number"]),
            models.CheckConstraint(
                name="a_decision_is_taken_on_a_day",
                condition=Q(status__in=DECIDED, decided_on__isnull=False, decided_at__isnull=False)
                | Q(status__in=DECIDED, template=HISTORIC)
                | Q(status=DecisionStatus.OPEN, decided_on__isnull=True)
                # Taken back before it was taken, or after: while it did not count.
                | Q(status=DecisionStatus.WITHDRAWN),
            ),
            models.CheckConstraint(
                name="a_valid_decision_has_four_good_proofs",
                condition=~Q(status=DecisionStatus.VALID)
                | Q(template=HISTORIC)
                | Q(proof__contains={"carried": True, "ok": dict.fromkeys(PROOFS, True)}),
            ),
            models.CheckConstraint(
                name="only_a_historic_decision_lacks_a_body_or_a_method",
                condition=Q(template=HISTORIC) | Q(body__isnull=False) & ~Q(method=""),
            ),
            models.CheckConstraint(
                name="who_names_an_amount_asks_for_money",
                condition=Q(amount_eur__isnull=True) | Q(amount_eur=0) | Q(asks_money=True),
            ),
            models.CheckConstraint(
                name="an_amount_is_not_below_nothing",
                condition=Q(amount_eur__isnull=True) | Q(amount_eur__gte=0),
            ),
            models.CheckConstraint(
                name="a_decision_is_taken_in_a_meeting_or_in_writing",
                condition=Q(meeting__isnull=True) | Q(closes_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_decision_does_not_replace_itself",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
            ),
            models.UniqueConstraint(
                name="a_decision_is_replaced_once",
                fields=["network", "supersedes"],
                condition=Q(supersedes__isnull=False),
            ),
            models.CheckConstraint(
                name="a_decision_does_not_ratify_itself",
                condition=Q(ratifies__isnull=True) | ~Q(ratifies=F("id")),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "status", "-decided_on"], name="decisions_by_state"),
            models.Index(fields=["network", "body", "-decided_on"], name="decisions_of_a_body"),
            models.Index(fields=["network", "subject_id"], name="decisions_about_a_thing"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="a_taken_decision_stands",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__status__in=["valid", "not_carried", "withdrawn"]),
                func="""
                    if row(new.network_id, new.number, new.status, new.verdict, new.type, new.body_id, new.method,
                           new.title, new.proposal, new.subject_type, new.subject_id, new.subject_stage,
                           new.amount_eur, new.decided_on, new.proof)
                       is distinct from
                       row(old.network_id, old.number, old.status, old.verdict, old.type, old.body_id, old.method,
                           old.title, old.proposal, old.subject_type, old.subject_id, old.subject_stage,
                           old.amount_eur, old.decided_on, old.proof) then
                        raise exception 'decision % is taken and stands', old.number using errcode = 'check_violation';
                    end if;
                    return new;
                """,
            ),
            pgtrigger.Protect(name="a_decision_is_never_removed", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def decider(self) -> Body:
        """The body that decides; only a historic decision can lack one, and nobody decides that again."""
        assert self.body is not None
        return self.body

    @property
    def is_open(self) -> bool:
        """Still to be taken."""
        return self.status == DecisionStatus.OPEN

    @property
    def is_valid(self) -> bool:
        """Taken, and it counts."""
        return self.status == DecisionStatus.VALID

    @property
    def is_provisional(self) -> bool:
        """Taken under reserve: something is missing."""
        return self.status == DecisionStatus.PROVISIONAL

    @property
    def is_historic(self) -> bool:
        """Taken before the network worked here; known from a source."""
        return self.template == HISTORIC

    @property
    def is_written(self) -> bool:
        """Taken in a written procedure."""
        return self.closes_at is not None

    @property
    def judgement(self) -> Judgement | None:
        """The judgement that was frozen with it, or None while it is open."""
        return from_json(self.proof) if self.proof else None

    @property
    def decided_in_words(self) -> str:
        """When it was taken, as exactly as is known; empty while it is open."""
        return (
            in_words(self.decided_on, self.decided_precision) if self.decided_on or self.is_historic else ""
        )

    @property
    def back_on(self) -> date | None:
        """The day on which its subject comes back on the agenda, for what waits; not when it was taken back."""
        kept = self.dossier.get(BACK_ON)
        return date.fromisoformat(kept) if kept and (self.is_valid or self.is_provisional) else None

    def granted_until(self) -> date | None:
        """On which day the last of the mandates that it granted ends, as far as that is set. One database query."""
        last: date | None = self.mandates_granted.aggregate(last=Max("valid_until"))["last"]
        return last

    def brought_in_by(self, *people: Person | None) -> bool:
        """Whether one of these people brought in what it is about."""
        ids = self.dossier.get(BROUGHT_IN_BY, ())
        return any(str(person.pk) in ids for person in people if person is not None)

    @property
    def verdict_label(self) -> str:
        """The chosen verdict in the words that were offered."""
        return next(
            (option["label"] for option in self.options if option["code"] == self.verdict), self.verdict
        )

    def matter(self, on: date) -> Matter:
        """What a mandate must cover for this decision on a day."""
        return Matter(
            type=self.type,
            on=on,
            stage=self.subject_stage,
            amount_eur=self.amount_eur,
            asks_money=self.asks_money,
        )
