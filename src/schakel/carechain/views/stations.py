"""Which station of the chain is which partner."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from schakel.carechain import actions, queries
from schakel.carechain.forms import StationsForm
from schakel.carechain.permissions import why_not_couple_stations
from schakel.carechain.views.shapes import CHANGE, address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, posted


@require_http_methods(CHANGE)
@members
def stations(request: HttpRequest, network: str) -> HttpResponse:
    """Say of each organisation in the newest log which partner it is."""
    allow(why_not_couple_stations(request.user, request.network))
    found = queries.stations(request.network, request.user)
    form = StationsForm(
        posted(request),
        stations=found,
        partners=queries.partners_to_couple(request.network, request.user),
    )
    if request.method == "POST" and form.is_valid():
        n = attempt(form, actions.couple_stations, request.network, by=request.user, partners=form.partners)
        if n is not None:
            words = ngettext("Eén station is veranderd.", "%(n)d stations zijn veranderd.", n) % {"n": n}
            flash(request, words if n else _("Er is niets veranderd."))
            return redirect(address("logs", request))
    unknown = sum(one.partner is None for one in found)
    context = {
        "form": form if found else None,
        "lede": ngettext(
            "Van één organisatie is nog niet bekend welke partner het is.",
            "Van %(n)d organisaties is nog niet bekend welke partner het is.",
            unknown,
        )
        % {"n": unknown}
        if unknown
        else _("Van elke organisatie is bekend welke partner het is."),
        "back": address("logs", request),
        "crumbs": crumbs(
            (_("Zorgketen"), address("chain", request)),
            (_("Logboeken"), address("logs", request)),
            _("Wie is wie"),
        ),
    }
    return render(request, "carechain/stations.html", context, status=422 if form.errors else 200)
