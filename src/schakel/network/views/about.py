"""What the network is, for anyone who wants to know: listed networks show it without signing in."""

from contextlib import AbstractContextManager, nullcontext

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.network import queries
from schakel.tenancy.audience import public
from schakel.tenancy.context import visitor
from schakel.web.remembered import remembers


@require_safe
@public
@remembers()
def about(request: HttpRequest, network: str) -> HttpResponse:
    """Mission, ambitions, history and the facts of the sources; what is our own reading says so."""
    with looking(request):
        told = queries.about(request.network, request.user)
        return render(request, "network/about.html", {"told": told})


def looking(request: HttpRequest) -> AbstractContextManager[None]:
    """Members look as themselves; anyone else, signed in elsewhere or not at all, as a visitor of this network."""
    if queries.is_member(request.user, request.network):
        return nullcontext()
    return visitor(request.network.pk)
