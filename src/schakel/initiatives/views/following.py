"""Following what runs: giving an update, the register of risks, an emergency stop, and what became of it elsewhere."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.following import (
    FollowForm,
    HaltForm,
    RunningRiskForm,
    SuccessorForm,
    UpdateForm,
)
from schakel.initiatives.permissions import (
    why_not_ask_updates,
    why_not_coordinate,
    why_not_follow,
    why_not_halt,
    why_not_keep_risks,
    why_not_update,
)
from schakel.initiatives.rules import IMPACTS, LIKELIHOODS, Size, confirm_by
from schakel.initiatives.views import choices
from schakel.initiatives.views.embedding import _data, _done
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow


def _page(
    request: HttpRequest, initiative: Any, form: Any, back: str = "detail", **more: Any
) -> HttpResponse:
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, back, initiative),
        "back_label": initiative.number,
        "lede": initiative.title,
        **more,
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)


@members
@require_http_methods(["GET", "POST"])
@once
def update(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the lead say how it goes, in three minutes."""
    initiative = initiative_or_404(request, number)
    allow(why_not_update(request.user, initiative))
    form = UpdateForm(_data(request))
    if _done(request, form, lambda: actions.give_update(initiative, by=request.user, **form.cleaned_data)):
        flash(request, _("De stand van zaken staat erbij."))
        return redirect("initiatives:detail", network=network, number=number)
    last = initiative.last_update
    lede = (
        _("De vorige keer, op %(day)s: %(state)s. %(because)s")
        % {
            "day": dutch_date(last.given_at),
            "state": str(last.get_state_display()).lower(),
            "because": last.because,
        }
        if last
        else initiative.title
    )
    return _page(
        request,
        initiative,
        form,
        title=_("Hoe gaat het met dit initiatief?"),
        lede=lede,
        label=_("Deel deze stand"),
        once=new_mark(),
    )


@members
@require_safe
def updates(request: HttpRequest, network: str) -> HttpResponse:
    """Show how everything that runs goes, who is overdue on top, with one button to ask them all."""
    today = timezone.localdate()
    form = AreaFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area = form.chosen_area()
    look = partial(queries.running, request.user, request.network, today)
    rows = look(area=area)
    late = [one for one in rows if one.is_late]
    to_ask = [one for one in late if one.initiative.update_asked_on != today]
    context = {
        "late": late,
        "others": [one for one in rows if not one.is_late],
        "today": today,
        "form": form,
        "is_used": area is not None,
        "wider": beyond_line(request, area, lambda beyond: len(look(area=beyond))),
        "deed": {
            "label": ngettext(
                "Vraag %(n)s trekker om de stand", "Vraag %(n)s trekkers om de stand", len(to_ask)
            )
            % {"n": len(to_ask)},
            "action": request.path + "vragen/",
            "refusal": why_not_ask_updates(request.user, request.network),
            "id": "vragen",
        }
        if to_ask and area is None
        else None,
    }
    return render(request, "initiatives/updates.html", context)


@members
@require_POST
def ask_updates(request: HttpRequest, network: str) -> HttpResponse:
    """Ask every lead who is overdue how it goes."""
    asked = actions.ask_for_updates(request.network, by=request.user)
    if asked:
        words = ngettext("%(n)s trekker is gevraagd.", "%(n)s trekkers zijn gevraagd.", len(asked))
        flash(request, words % {"n": len(asked)}, more=_("Het staat bij hen op Mijn overzicht."))
    else:
        flash(request, _("Iedereen die te laat is, is vandaag al gevraagd."))
    return redirect("initiatives:updates", network=network)


# --------------------------------------------------------------------------- risks


@members
@require_safe
def risks(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the risks in a small matrix, and the same as a table."""
    initiative = initiative_or_404(request, number)
    found = queries.risks_of(request.user, initiative)
    refusal = why_not_keep_risks(request.user, initiative)
    context = head(request, initiative, tab="risks") | {
        "risks": found,
        "matrix": _matrix(found),
        "impacts": [Size(one).label for one in IMPACTS],
        "may_write": refusal is None,
        "deed": {
            "label": _("Voeg een risico toe"),
            "href": page_of(request, "add_risk", initiative),
            "refusal": refusal,
            "quiet": True,
            "id": "nieuw",
        },
    }
    return render(request, "initiatives/risks.html", context)


#: How heavy a place in the matrix is, by how many steps it stands from unlikely and small.
WEIGHTS = ("light", "light", "middle", "heavy", "heavy")


def _matrix(found: Any) -> list[dict[str, Any]]:
    """The open risks by number, from likely to unlikely and from small to large."""
    return [
        {
            "label": Size(likelihood).label,
            "cells": [
                {
                    "numbers": [
                        one.nth for one in found if one.is_open and one.place == (likelihood, impact)
                    ],
                    "weight": WEIGHTS[len(LIKELIHOODS) - 1 - up + right],
                }
                for right, impact in enumerate(IMPACTS)
            ],
        }
        for up, likelihood in enumerate(LIKELIHOODS)
    ]


@members
@require_http_methods(["GET", "POST"])
@once
def add_risk(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Add a risk to the register."""
    return _risk(request, number, None)


@members
@require_http_methods(["GET", "POST"])
def edit_risk(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Say how a risk stands now."""
    return _risk(request, number, pk)


def _risk(request: HttpRequest, number: str, pk: UUID | None) -> HttpResponse:
    initiative = initiative_or_404(request, number)
    allow(why_not_keep_risks(request.user, initiative))
    risk = initiative.risks.filter(pk=pk).first() if pk else None
    if pk and risk is None:
        raise Http404(_("Dit risico is er niet (meer)."))
    start = {name: getattr(risk, name) for name in RunningRiskForm.base_fields} if risk else {}
    form = RunningRiskForm(_data(request), initial=start)
    if _done(
        request, form, lambda: actions.put_risk(initiative, by=request.user, risk=risk, **form.cleaned_data)
    ):
        flash(request, _("Het risico is bewaard."))
        return redirect("initiatives:risks", network=request.network.slug, number=number)
    title = _("Hoe staat dit risico ervoor?") if risk else _("Voeg een risico toe")
    return _page(
        request,
        initiative,
        form,
        back="risks",
        title=title,
        label=_("Bewaar het risico"),
        once="" if risk else new_mark(),
    )


# --------------------------------------------------------------------------- an emergency stop


@members
@require_http_methods(["GET", "POST"])
@once
def halt(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the work lie still at once; the body decides within four weeks."""
    initiative = initiative_or_404(request, number)
    allow(why_not_halt(request.user, initiative, is_for_safety=True))
    form = HaltForm(_data(request))
    if _done(request, form, lambda: actions.halt(initiative, by=request.user, **form.cleaned_data)):
        flash(
            request, _("Het ligt stil."), more=_("De groep besluit hierover binnen vier weken."), is_care=True
        )
        return redirect("initiatives:detail", network=network, number=number)
    return _page(
        request,
        initiative,
        form,
        title=_("Leg dit initiatief nu stil"),
        lede=_("Het werk stopt meteen. %(body)s bevestigt dit uiterlijk op %(day)s, of heft het op.")
        % {"body": initiative.body, "day": dutch_date(confirm_by(timezone.localdate()))},
        label=_("Leg dit nu stil"),
        once=new_mark(),
    )


# --------------------------------------------------------------------------- elsewhere, and after


@members
@require_http_methods(["GET", "POST"])
@once
def follow(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down what became of an idea that was sent on."""
    initiative = initiative_or_404(request, number)
    allow(why_not_follow(request.user, initiative))
    form = FollowForm(_data(request))
    if _done(
        request, form, lambda: actions.follow_referral(initiative, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("Bewaard. De indiener leest het in het verhaal."))
        return redirect("initiatives:detail", network=network, number=number)
    title = _("Wat werd ervan bij %(to)s?") % {"to": initiative.referred_to}
    return _page(request, initiative, form, title=title, label=_("Bewaar wat u hoorde"), once=new_mark())


@members
@require_http_methods(["GET", "POST"])
def successor(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Link this initiative to one that ended and on which it follows."""
    initiative = initiative_or_404(request, number)
    allow(why_not_coordinate(request.user, initiative))
    form = SuccessorForm(_data(request), ended=choices.ended(request, initiative))
    if _done(
        request,
        form,
        lambda: actions.link_successor(initiative, by=request.user, of=form.cleaned_data["of"]),
    ):
        flash(request, _("Gekoppeld. Beide initiatieven verwijzen nu naar elkaar."))
        return redirect("initiatives:detail", network=network, number=number)
    return _page(request, initiative, form, title=_("Koppel als vervolg"), label=_("Koppel dit initiatief"))
