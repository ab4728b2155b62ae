"""The first page: which networks are here, for anyone; and for who signed in, the own networks on top."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.network.queries import listed_networks, networks_of
from schakel.tenancy.audience import public


@require_safe
@public
def front(request: HttpRequest) -> HttpResponse:
    """Name the networks, each with its region, its mission and how large it is."""
    mine = networks_of(request.user) if request.user.is_authenticated else []
    founds = request.user.is_authenticated and request.user.is_founder
    deed = (
        {"label": _("Begin een netwerk"), "href": reverse("overview:found"), "quiet": True}
        if founds
        else None
    )
    context = {"listed": listed_networks(), "mine": mine, "deed": deed}
    return render(request, "overview/front.html", context)
