"""The public register: every decision about what is published, to search, by municipality, and as a feed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.network.choosing import beyond_line
from schakel.network.models import Area
from schakel.network.queries import ChosenArea, area_tree
from schakel.public import queries
from schakel.public.forms import PublicRegisterForm
from schakel.tenancy.audience import public
from schakel.tenancy.context import visitor
from schakel.web.shapes import crumbs

#: Decisions on one page, and in one feed.
PER_PAGE, IN_A_FEED = 25, 50


@require_safe
@public
def decisions(request: HttpRequest, network: str) -> HttpResponse:
    """Show every public decision, the latest first, filtered."""
    here = request.network
    with visitor(here.pk):
        form, look = _asked(request)
        found = look(form.chosen_area())
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        n = page.paginator.count
        asked = form.asked()
        context = {
            "here": here,
            "form": form,
            "page": page,
            "decisions": page.object_list,
            "is_used": bool(asked),
            "found": ngettext("%(n)s besluit gevonden", "%(n)s besluiten gevonden", n) % {"n": n},
            "wider": beyond_line(request, form.chosen_area(), lambda beyond: len(look(beyond))),
            "feed": request.build_absolute_uri(
                f"{_address(request, 'public:feed')}{'?' + asked if asked else ''}"
            ),
            "crumbs": crumbs((here.name, _address(request, "public:site")), _("Besluiten")),
        }
        return render(request, "public/decision_register.html", context)


@require_safe
@public
def feed(request: HttpRequest, network: str) -> HttpResponse:
    """The latest public decisions as Atom, with the same filters: what a council or a newsroom follows."""
    here = request.network
    with visitor(here.pk):
        form, look = _asked(request)
        found = look(form.chosen_area())
    site = request.build_absolute_uri(_address(request, "public:decisions"))
    atom = Atom1Feed(
        title=_("Besluiten van %(name)s") % {"name": here.name},
        link=site,
        description=_("Wat het netwerk besloot over wat openbaar is."),
        language="nl",
        feed_url=request.build_absolute_uri(),
    )
    for one in found[:IN_A_FEED]:
        path = reverse("public:initiative", kwargs={"network": here.slug, "number": one.initiative_number})
        told = ", ".join(part for part in (one.day, one.body) if part)
        if one.replaced_by:
            told = _("Vervangen door %(number)s") % {"number": one.replaced_by} + f". {told}"
        atom.add_item(
            title=f"{one.number} {one.initiative}: {one.verdict}"
            if one.verdict
            else f"{one.number} {one.initiative}",
            link=request.build_absolute_uri(path),
            description=f"{told}. {one.reason}".strip(),
            unique_id=f"{site}#{one.number}",
            updateddate=_moment(one.on),
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _asked(
    request: HttpRequest,
) -> tuple[PublicRegisterForm, Callable[[ChosenArea | None], list[queries.ShownDecision]]]:
    """The form, and what fits it in an area or everywhere. Five database queries."""
    here = request.network
    initiatives = queries.shown(here)
    every = queries.shown_decisions(here, initiatives, n=queries.N_SEARCHED)
    form = PublicRegisterForm(
        request.GET,
        areas=area_tree(Area.objects.published().of(here)),
        themes=sorted({one.theme for one in initiatives if one.theme}),
        years=sorted({one.on[:4] for one in every if one.on}, reverse=True),
    )
    return form, lambda area: queries.fitting(every, initiatives, area=area, **form.chosen())


def _address(request: HttpRequest, name: str) -> str:
    return reverse(name, kwargs={"network": request.network.slug})


def _moment(day: str | None) -> datetime:
    """Noon of the day; a decision without a known day stands last in a feed."""
    on = date.fromisoformat(day) if day else date(1970, 1, 1)
    return timezone.make_aware(datetime.combine(on, time(12)))
