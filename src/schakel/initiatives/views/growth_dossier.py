"""The evidence for the growth step of the network itself: what it measures, and the dossiers that were made."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.initiatives import actions
from schakel.initiatives.permissions import why_not_make_growth_dossier
from schakel.initiatives.queries.dossiers import find_growth_dossier, growth_dossiers_of
from schakel.initiatives.queries.growth_dossier import OwnFigure, own_figures, waiting_step
from schakel.initiatives.views.dossier import dossier_page, made_or_told, made_words
from schakel.initiatives.views.looking import address
from schakel.tenancy.audience import members
from schakel.web.refusal import allow

#: How what a chart says looks; without a verdict it is not known yet.
LOOKS = {
    "improvement": "variation_improvement",
    "concern": "variation_concern",
    "neutral": "variation_neutral",
    "common": "variation_common",
}


@members
@require_http_methods(["GET", "HEAD", "POST"])
def growth_dossiers(request: HttpRequest, network: str) -> HttpResponse:
    """What the network measures about itself, with baselines and gaps; its dossiers, and the button that makes one."""
    waiting = waiting_step(request.network)
    refusal = why_not_make_growth_dossier(request.user, waiting)
    if request.method == "POST":
        allow(refusal)
        made = made_or_told(request, partial(actions.make_growth_dossier, request.network, by=request.user))
        if made is None:
            return redirect("initiatives:growth_dossiers", network=network)
        return redirect("initiatives:growth_dossier", network=network, nth=made.number)
    known = own_figures(request.user, request.network)
    context = {
        "known": known,
        "rows": [_row(request, one) for one in known.rows],
        "refusal": refusal,
        "dossiers": [
            {
                "title": _("Dossier %(n)s") % {"n": one.number},
                "href": address(request, "initiatives:growth_dossier", nth=one.number),
                "note": made_words(one),
                "decision": one.decision.number if one.decision else "",
            }
            for one in growth_dossiers_of(request.user, request.network)
        ],
        "crumbs": [{"label": _("Groeipad"), "href": address(request, "governance:growth")}],
        "growth": address(request, "governance:growth"),
        "measuring": address(request, "measuring:measures"),
    }
    return render(request, "initiatives/growth_dossiers.html", context)


def _row(request: HttpRequest, one: OwnFigure) -> dict[str, Any]:
    reading = one.reading
    variation = reading.variation if reading is not None and one.baseline is not None else ""
    return {
        "one": one,
        "href": address(request, "measuring:series", series=one.series.pk),
        "baseline": "ready" if one.baseline else "missing",
        "state": LOOKS.get(variation, "verdict_unknown"),
    }


@members
@require_safe
def growth_dossier(request: HttpRequest, network: str, nth: int) -> HttpResponse:
    """One dossier of the network itself as it was kept, with its PDF."""
    found = find_growth_dossier(request.user, request.network, nth)
    if found is None:
        raise Http404(_("Dit dossier is er niet."))
    crumbs = [
        {"label": _("Groeipad"), "href": address(request, "governance:growth")},
        {"label": _("Bewijs voor de groeistap"), "href": address(request, "initiatives:growth_dossiers")},
    ]
    return dossier_page(request, found, crumbs, address(request, "initiatives:growth_dossier", nth=nth))
