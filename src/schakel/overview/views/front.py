"""The first page: which networks are here, for anyone; and for who signed in, the own networks on top."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.network.queries import listed_networks, networks_of
from schakel.tenancy.audience import public


@require_safe
@public
def front(request: HttpRequest) -> HttpResponse:
    """Name the networks, each with its region, its mission and how large it is."""
    mine = networks_of(request.user) if request.user.is_authenticated else []
    context = {"listed": listed_networks(), "mine": mine}
    return render(request, "overview/front.html", context)
