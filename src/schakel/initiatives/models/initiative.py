"""The initiative itself, its partners and areas, the steps it took, and its story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.initiatives.models.guards import (
    BEGINS_AS_IDEA,
    MONEY_BEFORE_THE_START,
    OWNED_AND_MEASURED_AGAIN,
    STAGE_MOVES_BY_DECISION,
)
from schakel.initiatives.rules import (
    PUBLIC_LABEL,
    SAYS_WHY,
    Gate,
    Kind,
    Precision,
    Stage,
    chain_position,
    clean_text,
    gate_of,
)
from schakel.tenancy.models import TenantModel, TenantQuerySet

if TYPE_CHECKING:
    from schakel.network.queries import ChosenArea

PERSON = settings.AUTH_USER_MODEL


class InitiativeQuerySet(TenantQuerySet):
    """Initiatives, asked for in the words of the field."""

    def of_theme(self, slug: str) -> Self:
        """Initiatives with this theme."""
        return self.filter(theme__slug=slug)

    def with_partner(self, slug: str) -> Self:
        """Initiatives that a partner submitted or takes part in."""
        return self.filter(Q(partner__slug=slug) | Q(taking_part__partner__slug=slug)).distinct()

    def in_area(self, area: ChosenArea) -> Self:
        """Initiatives in an area and all that lies in it; one that is placed nowhere is of the whole network."""
        placed = InitiativeArea.objects.filter(initiative=OuterRef("pk"))
        here = Q(Exists(placed.filter(area__in=area.within)))
        beyond = ~Exists(placed) | Q(Exists(placed.filter(area__in=area.around)))
        return self.filter(area.pick(here=here, beyond=beyond))

    def in_stage(self, *stages: Stage) -> Self:
        """Initiatives in one of these stages."""
        return self.filter(stage__in=stages)

    def matching(self, text: str) -> Self:
        """Initiatives whose number or text holds each of these words."""
        found = self
        for word in clean_text(text).split()[:8]:
            found = found.filter(
                Q(number__iexact=word)
                | Q(title__icontains=word)
                | Q(problem__icontains=word)
                | Q(proposal__icontains=word)
            )
        return found


@pghistory.track()
class Initiative(TenantModel):
    """An improvement that partners want, from the first idea until it is part of ordinary care."""

    number = models.CharField(_("nummer"), max_length=20, help_text=_("Bijvoorbeeld I-2026-014."))
    title = models.CharField(_("titel"), max_length=200)
    problem = models.TextField(_("wat is het probleem en voor wie"), blank=True)
    proposal = models.TextField(_("wat stelt u voor"), blank=True)
    benefit = models.TextField(_("wat levert het op"), blank=True)
    who_joins = models.TextField(_("wie doet er mee"), blank=True)
    contact = models.CharField(_("contact"), max_length=200, blank=True)

    stage = models.CharField(_("stand"), max_length=20, choices=Stage, default=Stage.SUBMITTED)
    kind = models.CharField(_("soort"), max_length=20, choices=Kind, blank=True)
    phase = models.PositiveSmallIntegerField(
        _("fase"), null=True, blank=True, choices=((1, _("1, snel resultaat")), (2, _("2, groter effect")))
    )
    theme = models.ForeignKey(
        "network.Theme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("thema"),
    )
    areas = models.ManyToManyField(
        "network.Area", through="InitiativeArea", related_name="+", verbose_name=_("gebieden")
    )
    partners = models.ManyToManyField(
        "network.Partner",
        through="InitiativePartner",
        related_name="+",
        verbose_name=_("partners die meedoen"),
    )
    body = models.ForeignKey(
        "governance.Body",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("groep die erover gaat"),
    )
    submitted_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indiener")
    )
    partner = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("namens"),
    )
    lead = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("trekker")
    )
    explorer = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("verkenner")
    )
    commissioner = models.CharField(_("opdrachtgever"), max_length=200, blank=True)

    submitted_at = models.DateTimeField(_("ingediend op"), null=True, blank=True)
    answer_by = models.DateField(_("antwoord beloofd voor"), null=True, blank=True)
    question_to_submitter = models.TextField(_("vraag aan de indiener"), blank=True)
    stage_since = models.DateField(_("in deze stand sinds"), null=True, blank=True)
    stage_due_on = models.DateField(_("deze stand is normaal klaar op"), null=True, blank=True)
    wake_on = models.DateField(_("terug op de agenda op"), null=True, blank=True)
    return_stage = models.CharField(_("kwam uit de stand"), max_length=20, choices=Stage, blank=True)
    public_reason = models.TextField(_("reden voor iedereen"), blank=True)
    referred_to = models.CharField(_("doorgestuurd naar"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_here",
        verbose_name=_("samengevoegd met"),
    )
    successor_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("vervolg op"),
    )
    moved_by = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("laatste besluit over de stand"),
    )
    moved_by_award = models.ForeignKey(
        "initiatives.FundingAward",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("toekenning die het liet beginnen"),
    )
    last_update = models.ForeignKey(
        "initiatives.StatusUpdate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("laatste stand van zaken"),
    )
    update_asked_on = models.DateField(_("om de stand gevraagd op"), null=True, blank=True)
    halted_on = models.DateField(_("ligt stil sinds"), null=True, blank=True)
    follow_on = models.DateField(_("vragen wat ervan werd op"), null=True, blank=True)
    agreed_plan = models.ForeignKey(
        "initiatives.Plan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("plan dat geldt"),
    )
    waits_for = models.ForeignKey(
        "initiatives.FundingLine",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="waiting",
        verbose_name=_("wacht op geld uit"),
    )
    named_by = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("benoemd door besluit"),
    )
    once_token = models.UUIDField(_("kenmerk van het formulier"), null=True, blank=True)
    gate_edition = models.PositiveSmallIntegerField(
        _("editie van de poortlijsten"), validators=(MinValueValidator(1),)
    )
    own_gate_edition = models.PositiveSmallIntegerField(_("nummer van de eigen poortlijsten"), default=0)

    started_on = models.DateField(_("begonnen op"), null=True, blank=True)
    started_precision = models.CharField(
        _("hoe zeker is die dag"), max_length=10, choices=Precision, blank=True
    )
    is_historic = models.BooleanField(_("ingelezen uit een bron"), default=False)
    source = models.CharField(_("bron"), max_length=300, blank=True)
    key = models.SlugField(_("kenmerk in het bronbestand"), max_length=80, blank=True)

    objects: ClassVar = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiatief")
        verbose_name_plural = _("initiatieven")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("network", "number"), name="one_initiative_per_number"),
            models.UniqueConstraint(
                fields=("network", "once_token"),
                condition=Q(once_token__isnull=False),
                name="one_initiative_per_sent_form",
            ),
            models.UniqueConstraint(
                fields=("network", "key"), condition=~Q(key=""), name="one_initiative_per_source_key"
            ),
            models.CheckConstraint(name="initiatives_begin_when_submitted", condition=~Q(stage=Stage.DRAFT)),
            models.CheckConstraint(
                name="parked_initiatives_know_when_they_wake_and_whereto",
                condition=~Q(stage=Stage.PARKED) | (Q(wake_on__isnull=False) & ~Q(return_stage="")),
            ),
            models.CheckConstraint(
                name="initiatives_off_the_chain_say_why",
                condition=Q(is_historic=True) | ~Q(stage__in=sorted(SAYS_WHY)) | ~Q(public_reason=""),
            ),
            models.CheckConstraint(
                name="merged_initiatives_say_into_which",
                condition=~Q(stage=Stage.MERGED) | Q(merged_into__isnull=False),
            ),
            models.CheckConstraint(
                name="initiatives_do_not_follow_themselves",
                condition=(Q(merged_into__isnull=True) | ~Q(merged_into=F("id")))
                & (Q(successor_of__isnull=True) | ~Q(successor_of=F("id"))),
            ),
            models.CheckConstraint(
                name="submitted_initiatives_promise_an_answer",
                condition=~Q(stage=Stage.SUBMITTED) | Q(answer_by__isnull=False),
            ),
            models.CheckConstraint(
                name="an_initiative_follows_an_edition_of_the_gates", condition=Q(gate_edition__gte=1)
            ),
            models.CheckConstraint(
                name="who_waits_for_money_says_from_where",
                condition=Q(is_historic=True) | ~Q(stage=Stage.AWAITING_FUNDING) | Q(waits_for__isnull=False),
            ),
        )
        indexes = (
            models.Index(fields=("network", "stage"), name="initiatives_in_a_stage"),
            models.Index(fields=("network", "body", "stage"), name="initiatives_of_a_body"),
        )
        triggers = (
            STAGE_MOVES_BY_DECISION,
            MONEY_BEFORE_THE_START,
            OWNED_AND_MEASURED_AGAIN,
            BEGINS_AS_IDEA,
            pgtrigger.Protect(name="numbers_resolve_for_ever", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="gates_never_ask_less_than_they_did",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "NEW.gate_edition < OLD.gate_edition OR NEW.own_gate_edition < OLD.own_gate_edition"
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def public_label(self) -> str:
        """Where it stands, in words for everyone."""
        return str(PUBLIC_LABEL[Stage(self.stage)])

    @property
    def chain_position(self) -> int:
        """The ring, 1 to 8, at which it stands or left the chain."""
        return chain_position(Stage(self.stage), self.return_stage)

    @property
    def is_light(self) -> bool:
        """A process assignment takes the light track."""
        return self.kind == Kind.PROCESS_ASSIGNMENT

    @property
    def gate(self) -> Gate | None:
        """The gate that comes next, or None."""
        return gate_of(Stage(self.stage), is_light=self.is_light)

    @property
    def last_update_on(self) -> date | None:
        """The day on which the lead said how it goes, when the last update was asked for too."""
        return timezone.localdate(self.last_update.given_at) if self.last_update else None

    def is_author(self, person: Any) -> bool:
        """Whether this person submitted it, or an idea that was merged into it. At most one database query."""
        if person is None:
            return False
        if self.submitted_by_id == person.pk:
            return True
        return self.merged_here.filter(submitted_by=person).exists()


class InitiativeArea(TenantModel):
    """An area where an initiative takes place."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="placed_in")
    area = models.ForeignKey(
        "network.Area", on_delete=models.PROTECT, related_name="+", verbose_name=_("gebied")
    )

    class Meta:
        verbose_name = _("gebied van een initiatief")
        verbose_name_plural = _("gebieden van initiatieven")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "area"), name="an_area_once_per_initiative"
            ),
        )

    def __str__(self) -> str:
        return str(self.area)


class InitiativePartner(TenantModel):
    """A partner that takes part in an initiative, and in which part."""

    class Part(models.TextChoices):
        """What the partner does in it."""

        INITIATOR = "initiator", _("nam het initiatief")
        PARTICIPANT = "participant", _("doet mee")
        EXECUTOR = "executor", _("voert uit")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="taking_part")
    partner = models.ForeignKey(
        "network.Partner", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    part = models.CharField(_("rol"), max_length=20, choices=Part, default=Part.PARTICIPANT)

    class Meta:
        verbose_name = _("deelname van een partner")
        verbose_name_plural = _("deelnames van partners")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "initiative", "partner"), name="a_partner_once_per_initiative"
            ),
        )

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_part_display()}"


class IdeaDraftQuerySet(TenantQuerySet):
    """Drafts are seen by their writer only."""

    def visible_to(self, person: Any) -> Self:
        """The drafts that this person is writing."""
        return super().visible_to(person).filter(person=person)


class IdeaDraft(TenantModel):
    """An idea that someone is still writing: saved while typing, nobody else sees it."""

    person = models.ForeignKey(
        PERSON, on_delete=models.CASCADE, related_name="+", verbose_name=_("schrijver")
    )
    once_token = models.UUIDField(_("kenmerk van het formulier"))
    answers = models.JSONField(_("antwoorden tot nu toe"), default=dict, blank=True)
    updated_at = models.DateTimeField(_("bewaard op"))

    objects: ClassVar = IdeaDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("concept van een idee")
        verbose_name_plural = _("concepten van ideeën")
        ordering = ("-updated_at",)
        constraints = (models.UniqueConstraint(fields=("network", "once_token"), name="one_draft_per_form"),)

    def __str__(self) -> str:
        return str(self.answers.get("title", ""))


class StageMove(TenantModel):
    """One step of an initiative from stage to stage, written by the database itself with what it rests on."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="moves")
    decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besluit"),
    )
    award = models.ForeignKey(
        "initiatives.FundingAward",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("toekenning"),
    )
    from_stage = models.CharField(_("van"), max_length=20, choices=Stage, blank=True)
    to_stage = models.CharField(_("naar"), max_length=20, choices=Stage)
    moved_at = models.DateTimeField(_("moment"))

    class Meta:
        verbose_name = _("stap van een initiatief")
        verbose_name_plural = _("stappen van initiatieven")
        ordering = ("moved_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "decision"), name="a_decision_moves_an_initiative_once"
            ),
            models.UniqueConstraint(fields=("network", "award"), name="an_award_moves_an_initiative_once"),
            models.CheckConstraint(
                name="a_step_rests_on_a_decision_or_an_award",
                condition=Q(decision__isnull=False) ^ Q(award__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.from_stage} → {self.to_stage}"


class StoryEvent(TenantModel):
    """One step in the story of an initiative: who, what, why, when, in plain words."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="story")
    icon = models.CharField(_("teken"), max_length=20, default="same")
    happened_on = models.DateField(_("dag"), null=True, blank=True)
    precision = models.CharField(
        _("hoe zeker is die dag"), max_length=10, choices=Precision, default=Precision.DAY
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"))
    title = models.CharField(_("wat gebeurde er"), max_length=300)
    text = models.TextField(_("waarom"), blank=True)
    person_name = models.CharField(_("wie"), max_length=200, blank=True)
    decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besluit"),
    )
    source = models.CharField(_("bron"), max_length=300, blank=True)
    is_ahead = models.BooleanField(_("moet nog gebeuren"), default=False)

    class Meta:
        verbose_name = _("gebeurtenis in het verhaal")
        verbose_name_plural = _("gebeurtenissen in het verhaal")
        ordering = ("-is_ahead", F("happened_on").desc(nulls_last=True), "-recorded_at")
        indexes = (
            models.Index(fields=("network", "initiative"), name="story_of_an_initiative"),
            models.Index(fields=("network", "-recorded_at"), name="what_happened_lately"),
        )

    def __str__(self) -> str:
        return self.title
