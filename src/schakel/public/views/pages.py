"""Pages anyone may read: the network in plain words, and one published initiative. Always seen as a visitor."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.network.models import Ambition, Area, NetworkEvent, Partner, Theme
from schakel.network.queries import figures_of_sources
from schakel.public import queries
from schakel.tenancy.audience import public
from schakel.tenancy.context import visitor


@require_safe
@public
def site(request: HttpRequest, network: str) -> HttpResponse:
    """What the network is, works on, decided and reached; members see here exactly what everyone sees."""
    here = request.network
    with visitor(here.pk):
        initiatives = queries.shown(here)
        context = {
            "here": here,
            "themes": list(Theme.objects.published().of(here)),
            "areas": list(Area.objects.published().of(here)),
            "ambitions": list(Ambition.objects.published().of(here)),
            "partners": [one for one in Partner.objects.published().of(here) if one.is_counted],
            "events": list(NetworkEvent.objects.published().of(here))[::-1],
            "current": [one for one in initiatives if not one.has_ended],
            "explored": [one for one in initiatives if one.stage == "explored"],
            "results": [one for one in initiatives if one.has_ended and one.stage != "explored"],
            "decisions": queries.shown_decisions(here, initiatives),
            "stated": figures_of_sources(here),
        }
        return render(request, "public/site.html", context)


@require_safe
@public
def initiative(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One initiative in plain words: what, for whom, where it stands, what came of it, what is next."""
    here = request.network
    with visitor(here.pk):
        found = next((one for one in queries.shown(here) if one.number == number), None)
        if found is None:
            raise Http404(_("Dit initiatief is er niet, of het is niet openbaar."))
        decisions = queries.shown_decisions(here, [found])
        context: dict[str, Any] = {"here": here, "one": found, "decisions": decisions}
        return render(request, "public/initiative.html", context)
