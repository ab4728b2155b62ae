"""Pages about bottlenecks: the list, naming one, one with its figure and votes, and what became of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.carechain import actions, queries
from schakel.carechain.forms import BottleneckFilter, BottleneckForm, BottleneckStateForm
from schakel.carechain.models import Bottleneck, ChainLink, TransferStep
from schakel.carechain.permissions import (
    why_not_begin_idea,
    why_not_change_bottleneck,
    why_not_name_bottleneck,
    why_not_vote_bottleneck,
)
from schakel.carechain.rules import BOTTLENECK_LOOKS, BottleneckState, NormUnit, Origin, Phase, unit_words
from schakel.carechain.views.shapes import CHANGE, STEPS, address, tabs, wait_words, weeks_words
from schakel.network import queries as network_queries
from schakel.network.choosing import beyond_line
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number, percent
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted


@require_safe
@members
def bottlenecks(request: HttpRequest, network: str) -> HttpResponse:
    """Where the chain stalls according to people and figures, the open ones that most partners meet first."""
    form = BottleneckFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area, cause = form.chosen_area(), form.cause()
    look = partial(queries.bottlenecks, request.network, request.user, cause=cause)
    context = {
        "tabs": tabs(request, "bottlenecks"),
        "rows": [_row(request, one) for one in look(area=area)],
        "form": form,
        "is_used": bool(area or cause),
        "wider": beyond_line(request, area, lambda beyond: len(look(area=beyond))),
        "name": deed(
            _("Noem een knelpunt"),
            address("name_bottleneck", request),
            refusal=why_not_name_bottleneck(request.user, request.network),
        ),
    }
    return render(request, "carechain/bottlenecks.html", context)


def _row(request: HttpRequest, one: Any) -> dict[str, Any]:
    return {
        "bottleneck": one,
        "href": address("bottleneck", request, bottleneck=one.pk),
        "look": BOTTLENECK_LOOKS[BottleneckState(one.state)],
        "cause": str(one.get_cause_display()),
        "votes": ngettext("%(n)s partner merkt dit", "%(n)s partners merken dit", one.n_votes)
        % {"n": number(one.n_votes, 0)},
        "where": one.area.name if one.area else _("de hele regio"),
    }


@require_http_methods(CHANGE)
@members
def name_bottleneck(request: HttpRequest, network: str) -> HttpResponse:
    """Name a bottleneck, from what somebody told or from a link."""
    allow(why_not_name_bottleneck(request.user, request.network))
    link, step, wait = _link(request), _step(request), _wait(request)
    areas = queries.areas_to_choose(request.network, request.user)
    ends = (
        vars_of(link)
        if link
        else dict(zip(("source", "target"), queries.step_ends(step), strict=True))
        if step
        else {}
    )
    start = {"title": _("Wachten van %(source)s naar %(target)s") % ends} if ends else {}
    if wait is not None:
        start = {"title": wait_title(wait)}
    form = BottleneckForm(posted(request), areas=areas, initial=start)
    if start:
        del form.fields["heard_from"]
    if request.method == "POST" and form.is_valid():
        asked = (wait["phase"], request.GET.get("aanbieder", "")) if wait is not None else None
        origin = {"link": link, "step": step, "wait": asked}
        made = attempt(
            form, actions.name_bottleneck, request.network, by=request.user, **origin, **form.cleaned_data
        )
        if made is not None:
            flash(request, _("Het knelpunt staat erbij."))
            return redirect(address("bottleneck", request, bottleneck=made.pk))
    back = address("bottlenecks", request)
    if link is not None:
        back = address("link", request, link=link.pk)
    elif step is not None:
        back = address("transfer_step", request, step=step.pk)
    return form_page(
        request,
        form,
        title=_("Noem een knelpunt"),
        lede=_about_what(link or step, wait),
        crumbs=_crumbs(request, _("Nieuw")),
        label=_("Noem dit knelpunt"),
        cancel=address("waits", request) if wait else back,
    )


def _about_what(link: ChainLink | TransferStep | None, wait: dict[str, Any] | None) -> str:
    """Which figure goes along, in a line; nothing when it comes from a talk."""
    if link is not None:
        return _("Bij %(link)s. Het cijfer van vandaag gaat mee.") % {"link": link}
    if wait is None:
        return ""
    if "mean_days" not in wait:
        return _("Het cijfer zelf gaat niet mee: het gaat om minder dan 10 mensen.")
    return _("Gemiddeld %(wait)s. Dit cijfer gaat mee.") % {"wait": weeks_words(wait["mean_days"])}


def _wait(request: HttpRequest) -> dict[str, Any] | None:
    """The wait in the address, when there is one."""
    word = request.GET.get("wachttijd", "")
    if not word:
        return None
    found = None
    if word in STEPS:
        key = request.GET.get("aanbieder", "")
        found = queries.wait_figure(request.network, STEPS[word], key, today=timezone.localdate())
    if found is None:
        raise Http404(_("Deze wachttijd is er niet (meer)."))
    return found


def wait_title(wait: dict[str, Any]) -> str:
    """What a bottleneck that begins from a wait may be called."""
    words = _("Wachten op de ggz, van %(phase)s") % {"phase": Phase(wait["phase"]).label}
    return f"{words}: {wait['who']}"[:200] if wait["who"] else words


def vars_of(link: ChainLink) -> dict[str, str]:
    """The two ends of a link, short enough for a title."""
    return {"source": link.source[:80], "target": link.target[:80]}


def _link(request: HttpRequest) -> ChainLink | None:
    """The link in the address, when there is one."""
    told = request.GET.get("schakel", "")
    if not told:
        return None
    try:
        found = queries.find_link(request.network, request.user, UUID(told))
    except ValueError:
        found = None
    if found is None:
        raise Http404(_("Deze schakel is er niet (meer)."))
    return found


def _step(request: HttpRequest) -> TransferStep | None:
    """The step from home to home in the address, when there is one."""
    told = request.GET.get("stap", "")
    if not told:
        return None
    try:
        found = queries.find_transfer_step(request.network, request.user, UUID(told))
    except ValueError:
        found = None
    if found is None:
        raise Http404(_("Deze stap is er niet (meer)."))
    return found


@require_safe
@members
def bottleneck(request: HttpRequest, network: str, bottleneck: UUID) -> HttpResponse:
    """One bottleneck: what happens, the figure, who meets it too, and what can be done."""
    found = _find(request, bottleneck)
    idea = reverse("initiatives:from_bottleneck", kwargs={"network": network, "bottleneck": bottleneck})
    context = {
        "bottleneck": found,
        "look": BOTTLENECK_LOOKS[BottleneckState(found.state)],
        "word": str(found.get_state_display()).capitalize(),
        "crumbs": _crumbs(request, found.title),
        "about": _about(found),
        "figure": figure_items(found.figure),
        "votes": [vote.partner for vote in found.votes.all()],
        "deeds": _votes(request, found),
        "idea": deed(
            _("Maak hier een idee van"), action=idea, refusal=why_not_begin_idea(request.user, found)
        ),
        "change": deed(
            _("Zeg hoe het ermee staat"),
            address("change_bottleneck", request, bottleneck=found.pk),
            quiet=True,
            refusal=why_not_change_bottleneck(request.user, found),
        ),
    }
    return render(request, "carechain/bottleneck.html", context)


def _votes(request: HttpRequest, found: Bottleneck) -> list[dict[str, Any]]:
    """For each own partner: say that it meets this too, or take that back."""
    there = {vote.partner_id for vote in found.votes.all()}
    deeds = []
    for partner in queries.own_partners(request.network, request.user):
        if why_not_vote_bottleneck(request.user, found, partner) is not None:
            continue
        has_voted = partner.pk in there
        words = _("Toch niet, %(partner)s") if has_voted else _("Dit merkt %(partner)s ook")
        deeds.append(
            {
                "label": words % {"partner": partner},
                "partner": partner.slug,
                "is_met": "" if has_voted else "1",
            }
        )
    return deeds


@require_POST
@members
def vote_bottleneck(request: HttpRequest, network: str, bottleneck: UUID) -> HttpResponse:
    """Say that an own partner meets a bottleneck too, or take that back."""
    found = _find(request, bottleneck)
    slug = request.POST.get("partner", "")
    own = queries.own_partners(request.network, request.user)
    partner = next((one for one in own if one.slug == slug), None)
    if partner is None:
        raise Http404(_("U hoort niet bij deze partner."))
    is_met = bool(request.POST.get("is_met"))
    actions.vote_bottleneck(found, by=request.user, partner=partner, is_met=is_met)
    flash(request, _("Uw stem staat erbij.") if is_met else _("Uw stem is weg."))
    return redirect(address("bottleneck", request, bottleneck=bottleneck))


@require_http_methods(CHANGE)
@members
def change_bottleneck(request: HttpRequest, network: str, bottleneck: UUID) -> HttpResponse:
    """Say what became of a bottleneck."""
    found = _find(request, bottleneck)
    allow(why_not_change_bottleneck(request.user, found))
    form = BottleneckStateForm(posted(request), now=found.state)
    here = address("bottleneck", request, bottleneck=bottleneck)
    if request.method == "POST" and form.is_valid():
        changed = attempt(form, actions.change_bottleneck, found, by=request.user, **form.cleaned_data)
        if changed is not None:
            flash(request, _("De stand is bijgewerkt."))
            return redirect(here)
    return form_page(
        request,
        form,
        title=_("Hoe staat het met dit knelpunt?"),
        lede=found.title,
        crumbs=_crumbs(request, (found.title, here), _("Stand")),
        label=_("Leg deze stand vast"),
        cancel=here,
    )


def _find(request: HttpRequest, key: UUID) -> Bottleneck:
    found = queries.find_bottleneck(request.network, request.user, key)
    if found is None:
        raise Http404(_("Dit knelpunt is er niet."))
    return found


def _crumbs(request: HttpRequest, *steps: tuple[str, str] | str) -> list[dict[str, str]]:
    way = [(_("Zorgketen"), address("chain", request)), (_("Knelpunten"), address("bottlenecks", request))]
    return crumbs(*way, *steps)


def _about(found: Bottleneck) -> list[dict[str, Any]]:
    where = f"{found.source} → {found.target}" if found.origin == Origin.LINK else ""
    if found.origin == Origin.WAITS:
        where = f"{found.source}, {found.target}"
    rows = [
        {"label": _("Waardoor"), "value": str(found.get_cause_display()).capitalize()},
        {"label": _("Waar"), "value": found.area.name if found.area else _("De hele regio"), "note": where},
        {
            "label": _("Genoemd door"),
            "value": str(found.named_by),
            "note": f"{dutch_date(found.named_at)}, {found.get_origin_display()}",
        },
    ]
    if found.heard_from:
        rows.append({"label": _("Gehoord van"), "value": found.heard_from})
    if found.state_reason:
        rows.append({"label": _("Waarom deze stand"), "value": found.state_reason})
    return rows


def figure_items(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The figure that a bottleneck took along from its link, in words; nothing where there was none."""
    if not figure:
        return []
    if figure.get("kind") == "ggz":
        return wait_items(figure)
    norm, share = figure["norm_days"], figure["share"]
    last = date.fromisoformat(figure["last_on"]) if figure["last_on"] else None
    items = [
        {"label": _("Overdrachten"), "value": number(figure["n"], 0), "note": figure["log"]},
        {"label": _("De helft wacht korter dan"), "value": wait_words(figure["p50_s"])},
        {"label": _("9 van de 10 korter dan"), "value": wait_words(figure["p90_s"])},
    ]
    if norm is not None:
        told = percent(share, 0) if share is not None else _("verborgen")
        note = _("%(share)s op tijd; %(origin)s") % {"share": told, "origin": figure["norm_origin"]}
        words = unit_words(norm, figure.get("norm_unit", NormUnit.DAYS))
        items.append({"label": _("Norm"), "value": words, "note": note, "state": figure["verdict"]})
    if last:
        items.append({"label": _("Tot en met"), "value": dutch_date(last)})
    return items


def wait_items(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The wait of mental health care that a bottleneck took along, in words."""
    share, norm = figure["share"], figure["norm_days"]
    told = percent(share, 0) if share is not None else "–"
    items = [
        {
            "label": _("Gemiddelde wachttijd"),
            "value": weeks_words(figure["mean_days"]),
            "note": ngettext("%(n)s mens in twee maanden", "%(n)s mensen in twee maanden", figure["n"])
            % {"n": number(figure["n"], 0)},
        }
    ]
    if norm is not None:
        note = _("%(share)s binnen de norm; %(origin)s") % {"share": told, "origin": figure["norm_origin"]}
        items.append(
            {"label": _("Norm"), "value": weeks_words(norm), "note": note, "state": figure["verdict"]}
        )
    last = date.fromisoformat(figure["last_on"])
    return [*items, {"label": _("Tot en met"), "value": dutch_date(last)}]
