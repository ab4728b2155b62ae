"""The page of one partner: what it wants and offers, its seats, its promises and where it takes part."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.initiatives.queries import PromiseRow
from schakel.network.models import Partner
from schakel.network.permissions import why_not_change_partner_facts, why_not_manage
from schakel.network.queries import pulses_elsewhere
from schakel.network.rules import PartnerStatus
from schakel.overview.queries.partner import partner_page
from schakel.tenancy.audience import members
from schakel.web.remembered import person, remembers

#: How a promise looks, by what became of it; a milestone or a condition that is not done yet is under way.
PROMISE_LOOK = {
    "asked": "ask_promise",
    "confirmed": "confirmed",
    "amended": "amended",
    "declined": "declined",
    "met": "met",
    "done": "ready",
}


def _elsewhere(request: HttpRequest) -> tuple[int, ...]:
    """The page says in which other networks of the reader this organisation is, so it depends on those as well."""
    return pulses_elsewhere(request.user)


@require_safe
@members
@remembers(person, _elsewhere)
def partner(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """One partner of the network."""
    today = timezone.localdate()
    page = partner_page(request.network, slug, request.user, today)
    if page is None:
        raise Http404(_("Deze partner is er niet."))
    found = page.profile.partner
    context = {
        "page": page,
        "partner": found,
        "profile": page.profile,
        "promises": [promise_row(request, promise) for promise in page.promises],
        "crumbs": [
            {"label": _("Partners"), "href": reverse("network:partners", kwargs={"network": network})}
        ],
        "edit": {
            "label": _("Pas dit aan"),
            "href": reverse("network:partner_edit", kwargs={"network": network, "slug": slug}),
            "quiet": True,
            "refusal": why_not_change_partner_facts(request.user, found, today),
        },
        "leave": leave_deed(request, found),
    }
    return render(request, "overview/partner.html", context)


def leave_deed(request: HttpRequest, found: Partner) -> dict[str, Any] | None:
    """The deed with which the manager records that a partner leaves; nobody else needs to see it."""
    today = timezone.localdate()
    if found.status == PartnerStatus.LEFT or why_not_manage(request.user, request.network, today):
        return None
    href = reverse("overview:partner_leave", kwargs={"network": request.network.slug, "slug": found.slug})
    return {"label": _("Leg vast dat deze partner uittreedt"), "href": href, "quiet": True}


def promise_row(request: HttpRequest, promise: PromiseRow) -> dict[str, Any]:
    """A promise as the rows of the page show it."""
    state = "late" if promise.is_late else PROMISE_LOOK.get(promise.state, "partly")
    href = ""
    if promise.number.startswith("I-"):
        href = reverse(
            "initiatives:detail", kwargs={"network": request.network.slug, "number": promise.number}
        )
    return {"promise": promise, "state": state, "href": href}
