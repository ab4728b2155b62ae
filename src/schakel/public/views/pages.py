"""Pages anyone may read: the network in plain words, and one published initiative. Always seen as a visitor."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.network.choosing import AreaFilter, beyond_line
from schakel.network.models import Ambition, Area, NetworkEvent, Partner, Theme
from schakel.network.queries import ChosenArea, area_tree, figures_of_sources
from schakel.public import queries
from schakel.tenancy.audience import public
from schakel.tenancy.context import visitor


@require_safe
@public
def site(request: HttpRequest, network: str) -> HttpResponse:
    """What the network is, works on, decided and reached; members see here exactly what everyone sees."""
    here = request.network
    with visitor(here.pk):
        areas = list(Area.objects.published().of(here))
        form = AreaFilter(request.GET, areas=area_tree(areas))
        area = form.chosen_area()
        every = queries.shown(here)
        initiatives = [one for one in every if area is None or area.holds(one.places)]
        context = {
            "here": here,
            "form": form if areas and every else None,
            "area": area,
            "wider": beyond_line(
                request, area, lambda beyond: sum(beyond.holds(one.places) for one in every)
            ),
            "themes": list(Theme.objects.published().of(here)),
            "areas": areas,
            "ambitions": list(Ambition.objects.published().of(here)),
            "partners": [one for one in Partner.objects.published().of(here) if one.is_counted],
            "events": list(NetworkEvent.objects.published().of(here))[::-1],
            "current": [one for one in initiatives if not one.has_ended],
            "explored": [one for one in initiatives if one.stage == "explored"],
            "results": [one for one in initiatives if one.stage == "finished"],
            "ended": [
                one for one in initiatives if one.has_ended and one.stage not in {"explored", "finished"}
            ],
            "decisions": _decisions(here, initiatives, area),
            "stated": figures_of_sources(here),
        }
        return render(request, "public/site.html", context)


def _decisions(here: Any, initiatives: list[Any], area: ChosenArea | None) -> list[Any]:
    """The latest decisions about these initiatives; those of one area may lie further back."""
    if area is None:
        return queries.shown_decisions(here, initiatives, n=queries.N_DECISIONS)
    return queries.shown_decisions(here, initiatives, n=queries.N_SEARCHED)[: queries.N_DECISIONS]


@require_safe
@public
def initiative(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One initiative in plain words: what, for whom, where it stands, what came of it, what is next."""
    here = request.network
    with visitor(here.pk):
        every = queries.shown(here)
        found = next((one for one in every if one.number == number), None)
        if found is None:
            raise Http404(_("Dit initiatief is er niet, of het is niet openbaar."))
        decisions = queries.shown_decisions(here, every, about=number)
        context: dict[str, Any] = {"here": here, "one": found, "decisions": decisions}
        return render(request, "public/initiative.html", context)
