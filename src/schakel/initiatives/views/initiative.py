"""One initiative: its story and core, its partners, and who leads it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.documents.rules import Subject
from schakel.documents.showing import shelf_of
from schakel.initiatives import actions, queries
from schakel.initiatives.forms.gate import AppointForm, PartnersForm
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import (
    why_not_add_document,
    why_not_amend_idea,
    why_not_appoint,
    why_not_choose,
    why_not_coordinate,
    why_not_follow,
    why_not_halt,
    why_not_update,
)
from schakel.initiatives.rules import SAYS_WHY, UPDATED, Stage
from schakel.initiatives.views import choices
from schakel.initiatives.views.archive import archive_deed
from schakel.initiatives.views.gate import decision_card
from schakel.initiatives.views.gate_card import gate_card
from schakel.initiatives.views.looking import address, head, initiative_or_404, page_of
from schakel.initiatives.views.promise import promise_rows
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.remembered import person, remembers
from schakel.web.shapes import attempt

#: So many steps of the story are shown at first.
SHORT_STORY = 12


@members
@require_safe
@remembers(person)
def detail(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the core of an initiative: its story, the idea, the next gate and the last decision."""
    initiative = initiative_or_404(request, number)
    context = head(request, initiative, tab="detail")
    told = queries.story(request.user, initiative)
    is_whole = "alles" in request.GET or len(told) <= SHORT_STORY
    context |= {
        "story": [_step(request, one) for one in (told if is_whole else told[:SHORT_STORY])],
        "n_story": 0 if is_whole else len(told),
        "card": gate_card(request, context["detail"], context["today"]),
        "decision": decision_card(request, context["detail"].last_decision, _("Laatste besluit")),
        "reason": initiative.public_reason if Stage(initiative.stage) in SAYS_WHY else "",
        "related": _related(request, context["detail"]),
        "amend": _amend_deed(request, initiative),
        "people": _people_deed(request, initiative),
        "deeds": _running_deeds(request, initiative),
        "halt": initiative.halts.filter(outcome="").select_related("halted_by").first()
        if initiative.halted_on
        else None,
        "update": initiative.last_update if initiative.stage in UPDATED else None,
    }
    return render(request, "initiatives/detail.html", context)


def _step(request: HttpRequest, told: Any) -> dict[str, Any]:
    """One step of the story, with the way to its proof."""
    href = (
        address(request, "governance:decision", number=told.decision_number) if told.decision_number else ""
    )
    return {"told": told, "href": href}


def _related(request: HttpRequest, known: Any) -> list[dict[str, str]]:
    """Where an idea went, what was joined to it, and what follows on it."""
    rows: list[dict[str, str]] = []
    initiative = known.initiative

    def add(words: str, one: Initiative) -> None:
        rows.append({"label": words, "title": str(one), "href": page_of(request, "detail", one)})

    if known.merged_to is not None:
        add(_("Gaat verder in"), known.merged_to)
    if initiative.successor_of:
        add(_("Is het vervolg op"), initiative.successor_of)
    for one in known.successors:
        add(_("Kreeg als vervolg"), one)
    for one in known.merged_here:
        add(_("Hierin ging op"), one)
    return rows


def _amend_deed(request: HttpRequest, initiative: Initiative) -> dict[str, Any] | None:
    """The submitter may still mend the idea; nobody else sees this button."""
    if initiative.submitted_by_id != request.user.pk or why_not_amend_idea(request.user, initiative):
        return None
    label = _("Beantwoord de vraag") if initiative.question_to_submitter else _("Vul uw idee aan")
    return {
        "label": label,
        "href": page_of(request, "amend", initiative),
        "quiet": not initiative.question_to_submitter,
    }


def _running_deeds(request: HttpRequest, initiative: Initiative) -> list[dict[str, Any]]:
    """What this person can do with what runs, was sent on, or follows on something else; only what is possible."""
    person = request.user
    offered = (
        (_("Geef de stand van zaken"), "update", why_not_update(person, initiative)),
        (_("Leg dit nu stil"), "halt", why_not_halt(person, initiative, is_for_safety=True)),
        (_("Schrijf op wat ervan werd"), "follow", why_not_follow(person, initiative)),
        (
            _("Koppel als vervolg"),
            "successor",
            why_not_coordinate(person, initiative) if initiative.successor_of is None else _("Al gekoppeld."),
        ),
    )
    return [
        {"label": label, "href": page_of(request, name, initiative), "quiet": True}
        for label, name, refusal in offered
        if refusal is None
    ]


def _people_deed(request: HttpRequest, initiative: Initiative) -> dict[str, Any] | None:
    if why_not_appoint(request.user, initiative):
        return None
    return {
        "label": _("Wijzig trekker of verkenner"),
        "href": page_of(request, "appoint", initiative),
        "quiet": True,
    }


@members
@require_safe
def documents(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the documents of an initiative, and the deed to add one."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_add_document(request.user, initiative)
    shelf = shelf_of(
        request.user, request.network, Subject.INITIATIVE, initiative.pk, initiative.number, refusal=refusal
    )
    context = head(request, initiative, tab="documents") | {
        "shelf": shelf,
        "refusal": refusal,
        "archive": archive_deed(request, initiative),
    }
    return render(request, "initiatives/documents.html", context)


@members
@require_safe
@remembers(person)
def partners(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show who takes part, in which role, and what each promised."""
    initiative = initiative_or_404(request, number)
    context = head(request, initiative, tab="partners")
    promised: dict[Any, list[dict[str, Any]]] = {}
    for row in promise_rows(request, initiative):
        promised.setdefault(row["commitment"].partner_id, []).append(_promise(row))
    rows = [
        _partner_card(request, one, promised.pop(one.partner_id, [])) for one in context["detail"].partners
    ]
    context |= {
        "rows": rows,
        "choose": {
            "label": _("Kies wie meedoet"),
            "href": page_of(request, "choose_partners", initiative),
            "refusal": why_not_choose(request.user, initiative),
            "quiet": True,
            "id": "kies",
        },
    }
    return render(request, "initiatives/partners.html", context)


def _promise(row: dict[str, Any]) -> dict[str, Any]:
    asked = row["commitment"]
    return {
        "state": row["state"],
        "label": asked.text,
        "note": row["size"],
        "href": row["href"],
        "href_label": _("Bekijk"),
    }


def _partner_card(request: HttpRequest, one: Any, promises: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": one.partner.name,
        "href": address(request, "overview:partner", slug=one.partner.slug),
        "kind": f"{one.partner.get_kind_display()} · {one.get_part_display()}",
        "promises": promises,
    }


@members
@require_http_methods(["GET", "POST"])
def choose_partners(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Choose which partners take part, in which role, and in which areas."""
    initiative = initiative_or_404(request, number)
    allow(why_not_choose(request.user, initiative))
    taking_part = list(initiative.taking_part.select_related("partner").order_by("partner__name"))
    form = PartnersForm(
        request.POST if request.method == "POST" else None,
        taking_part=taking_part,
        partners=choices.partners(request),
        areas=choices.areas(request),
        initial={"areas": list(initiative.placed_in.values_list("area__slug", flat=True))},
    )
    if request.method == "GET" or not form.is_valid():
        context = {"initiative": initiative, "form": form}
        status = 200 if request.method == "GET" else 422
        return render(request, "initiatives/choose_partners.html", context, status=status)
    actions.choose_partners(initiative, by=request.user, partners=form.parts())
    if form.has_changed() and "areas" in form.changed_data:
        actions.choose_areas(initiative, by=request.user, areas=form.cleaned_data["areas"])
    if form.cleaned_data["add"]:
        flash(request, _("%(partner)s doet mee.") % {"partner": form.cleaned_data["add"]})
        return redirect("initiatives:choose_partners", network=network, number=number)
    flash(request, _("Bewaard wie meedoet."))
    to = "initiatives:intake" if initiative.stage == Stage.SUBMITTED else "initiatives:partners"
    return redirect(to, network=network, number=number)


@members
@require_http_methods(["GET", "POST"])
def appoint(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Say who leads, who explores, and who gives the assignment."""
    initiative = initiative_or_404(request, number)
    allow(why_not_appoint(request.user, initiative))
    start = {
        "lead": str(initiative.lead_id or ""),
        "explorer": str(initiative.explorer_id or ""),
        "commissioner": initiative.commissioner,
    }
    form = AppointForm(
        request.POST if request.method == "POST" else None, people=choices.people(request), initial=start
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.appoint, initiative, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("Bewaard wie dit trekt."))
        return redirect("initiatives:detail", network=network, number=number)
    context = {"initiative": initiative, "form": form}
    return render(request, "initiatives/appoint.html", context, status=422 if form.errors else 200)
