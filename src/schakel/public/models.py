"""What came from outside, and what a network shows to everyone."""

from __future__ import annotations

from typing import ClassVar, Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.network.rules import OrganisationKind
from schakel.public.rules import Channel, RequestState
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class Contact(TenantModel):
    """Somebody from outside who can be answered by mail; never a person who can sign in."""

    name = models.CharField(_("naam"), max_length=120)
    email = models.EmailField(_("e-mailadres"), blank=True)
    reach = models.CharField(_("anders te bereiken"), max_length=200, blank=True)
    verified_at = models.DateTimeField(_("adres bevestigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacten")
        constraints = [
            models.CheckConstraint(
                name="a_contact_can_be_reached_somehow", condition=~Q(email="") | ~Q(reach="")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OutsideIdea(TenantModel):
    """An idea of a resident: as it was sent, by whom, and the initiative it became once the address was proved."""

    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, related_name="ideas", verbose_name=_("contact")
    )
    answers = models.JSONField(_("antwoorden"))
    channel = models.CharField(
        _("hoe het binnenkwam"), max_length=10, choices=Channel.choices, default=Channel.WEB
    )
    registered_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("opgeschreven door"),
    )
    sent_at = models.DateTimeField(_("verstuurd op"))
    secret_hash = models.CharField(
        _("vingerafdruk van het geheim van de statuspagina"), max_length=64, blank=True, editable=False
    )
    initiative = models.ForeignKey(
        "initiatives.Initiative",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("werd initiatief"),
    )

    class Meta:
        verbose_name = _("idee van buiten")
        verbose_name_plural = _("ideeën van buiten")
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                name="an_idea_from_outside_becomes_one_initiative", fields=["network", "initiative"]
            ),
            models.CheckConstraint(
                name="who_writes_down_an_idea_for_a_resident_is_known",
                condition=Q(channel=Channel.WEB, registered_by__isnull=True)
                | ~Q(channel=Channel.WEB) & Q(registered_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.answers.get("title", ""))


class MembershipRequest(TenantModel):
    """An organisation that asks to join: motive, answers, advice, and the decision of the body that goes about it."""

    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, related_name="requests", verbose_name=_("contact")
    )
    organisation = models.CharField(_("organisatie"), max_length=200)
    kind = models.CharField(_("soort"), max_length=40, choices=OrganisationKind.choices)
    answers = models.JSONField(_("antwoorden"))
    sent_at = models.DateTimeField(_("verstuurd op"))
    answer_by = models.DateField(_("antwoord beloofd voor"), null=True, blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=RequestState.choices, default=RequestState.NEW
    )
    advice = models.TextField(_("advies"), blank=True)
    advised_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("advies van"),
    )
    decision = models.ForeignKey(
        "governance.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("besluit"),
    )
    partner = models.ForeignKey(
        "network.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("werd partner"),
    )
    answer = models.TextField(_("antwoord aan de aanvrager"), blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)

    class Meta:
        verbose_name = _("lidmaatschapsverzoek")
        verbose_name_plural = _("lidmaatschapsverzoeken")
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(
                name="a_request_is_proposed_with_a_decision",
                condition=Q(state__in=[RequestState.NEW, RequestState.ADVISED]) | Q(decision__isnull=False),
            ),
            models.CheckConstraint(
                name="a_refused_request_says_why", condition=~Q(state=RequestState.REFUSED) | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="an_admitted_request_became_a_partner",
                condition=~Q(state=RequestState.ADMITTED) | Q(partner__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.organisation


class PublicationQuerySet(TenantQuerySet):
    """Public texts."""

    def published(self) -> Self:
        """What everyone may read."""
        return self.filter(is_published=True)


@pghistory.track()
class Publication(TenantModel):
    """The one public text about an initiative, in plain words; internal changes never reach it by themselves."""

    initiative = models.ForeignKey(
        "initiatives.Initiative", on_delete=models.PROTECT, related_name="+", verbose_name=_("initiatief")
    )
    title = models.CharField(_("titel"), max_length=200)
    what = models.TextField(_("wat er gebeurt"))
    for_whom = models.TextField(_("voor wie"), blank=True)
    result = models.TextField(_("wat het opleverde"), blank=True)
    next_step = models.TextField(_("wat er hierna komt"), blank=True)
    is_published = models.BooleanField(_("openbaar"), default=False)
    approved_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("goedgekeurd door"),
    )
    approved_at = models.DateTimeField(_("goedgekeurd op"), null=True, blank=True)

    objects: ClassVar = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("openbare tekst")
        verbose_name_plural = _("openbare teksten")
        constraints = [
            models.UniqueConstraint(
                name="an_initiative_has_one_public_text", fields=["network", "initiative"]
            ),
            models.CheckConstraint(
                name="what_is_public_was_approved",
                condition=Q(is_published=False) | Q(approved_at__isnull=False, approved_by__isnull=False),
            ),
            models.CheckConstraint(name="a_public_text_says_what", condition=~Q(title="") & ~Q(what="")),
        ]

    def __str__(self) -> str:
        return self.title
