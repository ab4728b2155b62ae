"""The page of one theme, for its chair and for everyone who works on it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.network.permissions import why_not_manage
from schakel.overview.queries.theme import ThemePage, theme_page
from schakel.tenancy.audience import members
from schakel.web.formats import number
from schakel.web.remembered import person, remembers


@require_safe
@members
@remembers(person)
def theme(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """One theme of the network."""
    today = timezone.localdate()
    page = theme_page(request.network, slug, request.user, today)
    if page is None:
        raise Http404(_("Dit thema is er niet."))
    may_manage = why_not_manage(request.user, request.network, today) is None
    context = {
        "page": page,
        "title": _title(page),
        "crumbs": [
            {"label": _("Thema’s"), "href": reverse("governance:themes", kwargs={"network": network})},
            {"label": page.theme.name, "href": ""},
        ],
        "deed": {
            "label": _("Pas dit thema aan"),
            "href": reverse("governance:theme_edit", kwargs={"network": network, "slug": slug}),
            "quiet": True,
        }
        if may_manage
        else None,
    }
    return render(request, "overview/theme.html", context)


def _title(page: ThemePage) -> str:
    n = len(page.running)
    if not page.n_initiatives:
        return _("%(theme)s: nog niets begonnen") % {"theme": page.theme.name}
    words = ngettext("%(theme)s: %(n)s initiatief loopt", "%(theme)s: %(n)s initiatieven lopen", n)
    return words % {"theme": page.theme.name, "n": number(n)}
