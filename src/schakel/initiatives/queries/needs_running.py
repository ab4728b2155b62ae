"""What waits for one person about what runs: updates, line owners, measuring again, and what was sent on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.initiatives.models import LineOwner, Remeasurement
from schakel.initiatives.rules import (
    REMEASURE_AHEAD_DAYS,
    TAKEN_UP,
    UPDATED,
    OwnerState,
    Stage,
    update_due_on,
)
from schakel.network.queries import waiting_obligations
from schakel.network.rules import OBLIGATION_AHEAD_DAYS, ObligationState
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.initiatives.queries.needs import NeedsMe, _Desk

#: An update is asked for so many days before it is overdue.
UPDATE_AHEAD_DAYS = 7


def updates(desk: _Desk) -> list[NeedsMe]:
    """What this person leads and of which the last update grows old."""
    mine = [one for one in desk.in_stage(*UPDATED) if one.lead_id == desk.person.pk]
    items = []
    for one in mine:
        due_on = update_due_on(one.stage, one.stage_since, one.last_update_on)
        is_asked = one.update_asked_on is not None
        if due_on is None or (due_on > desk.today + timedelta(days=UPDATE_AHEAD_DAYS) and not is_asked):
            continue
        last = one.last_update_on
        because = (
            _("Uw vorige stand is van %(day)s.") % {"day": dutch_date(last)}
            if last
            else _("U gaf nog geen stand van zaken.")
        )
        if is_asked:
            because += " " + _("De netwerkmanager vraagt erom.")
        items.append(
            desk.item(
                "ask_update",
                title=_("Hoe gaat het met: %(title)s?") % {"title": one.title},
                because=because + " " + _("Het kost ongeveer 3 minuten."),
                deed=_("Geef de stand"),
                page="initiatives:update",
                due_on=due_on,
                number=one.number,
            )
        )
    return items


def followed(desk: _Desk) -> list[NeedsMe]:
    """Ideas that were sent on and of which it is time to ask what became of them."""
    # Only who does the intake finds these at the desk.
    waiting = desk.in_stage(Stage.REFERRED)
    return [
        desk.item(
            "ask_work",
            title=_("Vraag wat ervan werd: %(title)s") % {"title": one.title},
            because=_("Dit idee ging naar %(to)s. De indiener wil weten wat ermee gebeurt.")
            % {"to": one.referred_to},
            deed=_("Schrijf op wat u hoorde"),
            page="initiatives:follow",
            due_on=one.follow_on,
            number=one.number,
        )
        for one in waiting
    ]


def acceptances(desk: _Desk) -> list[NeedsMe]:
    """Partners for which this person speaks, that are asked to take something into their own line."""
    if not desk.standing.represents:
        return []
    asked = desk.narrowed(
        LineOwner.objects.of(desk.network)
        .filter(partner_id__in=desk.standing.represents, state=OwnerState.ASKED)
        .filter(embedding__initiative__stage__in=TAKEN_UP)
        .select_related("partner", "embedding__initiative"),
        "embedding__initiative",
    )
    return [
        desk.item(
            "ask_accept",
            title=_("Wordt dit gewoon werk bij %(partner)s: %(title)s?")
            % {"partner": one.partner, "title": one.embedding.initiative.title},
            because=_("%(name)s zou ervoor zorgen. Het telt pas als %(partner)s ja zegt.")
            % {"name": one.name, "partner": one.partner}
            if one.name
            else _("Zeg ook wie er bij u voor zorgt. Het telt pas als %(partner)s ja zegt.")
            % {"partner": one.partner},
            deed=_("Ja of nee"),
            page="initiatives:line_owner",
            due_on=one.due_on,
            number=one.embedding.initiative.number,
            pk=str(one.pk),
        )
        for one in asked
    ]


def measurements(desk: _Desk) -> list[NeedsMe]:
    """Days in after-care that come near or were missed, for the lead and for who took it into the line."""
    soon = desk.today + timedelta(days=REMEASURE_AHEAD_DAYS)
    adopting = Q(initiative__embedding_plans__line_owners__partner_id__in=desk.standing.represents)
    waiting = desk.narrowed(
        Remeasurement.objects.of(desk.network)
        .filter(done_on__isnull=True, lapsed_at__isnull=True, due_on__lte=soon)
        .filter(Q(initiative__lead=desk.person) | adopting, initiative__stage=Stage.FINISHED)
        .select_related("initiative")
        .only("months", "due_on", "initiative__number", "initiative__title")
        .distinct(),
        "initiative",
    )
    return [
        desk.item(
            "ask_measure",
            title=_("Meet opnieuw: %(title)s") % {"title": one.initiative.title},
            because=_("Het is %(months)s maanden klaar. De vraag is of het goed blijft gaan.")
            % {"months": one.months},
            deed=_("Leg de hermeting vast"),
            page="initiatives:remeasure",
            due_on=one.due_on,
            number=one.initiative.number,
            pk=str(one.pk),
        )
        for one in waiting
    ]


def obligations(desk: _Desk) -> list[NeedsMe]:
    """What the organisations of this person have to confirm or do by an agreement."""
    if not desk.standing.represents or desk.about is not None:
        return []
    until = desk.today + timedelta(days=OBLIGATION_AHEAD_DAYS)
    theirs = desk.standing.represents
    waiting = waiting_obligations(desk.person, desk.network, theirs, until, today=desk.today)
    items = []
    for one in waiting:
        is_asked = one.state == ObligationState.ASKED
        title = _("Klopt dit? %(what)s") if is_asked else _("Gedaan? %(what)s")
        because = (
            _("Het staat in “%(title)s”. Het telt pas als %(partner)s ja zegt.")
            if is_asked
            else _("%(partner)s doet dit volgens “%(title)s”.")
        )
        words = {"what": one.text, "title": one.agreement.title, "partner": one.partner.name}
        items.append(
            desk.item(
                "ask_promise",
                title=title % words,
                because=because % words,
                deed=_("Ja of nee") if is_asked else _("Leg vast of het is gedaan"),
                page="network:obligation" if is_asked else "network:obligation_report",
                due_on=one.due_on,
                slug=one.agreement.slug,
                pk=str(one.pk),
            )
        )
    return items
