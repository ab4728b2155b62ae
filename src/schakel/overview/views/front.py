"""The first page: which networks are here, for anyone; and for who signed in, the own networks on top."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from schakel.network.queries import listed_networks, networks_of
from schakel.tenancy.audience import public

#: The way of an idea for who never heard of it, each step short enough to read standing.
WAY = (
    (
        _lazy("Een idee"),
        _lazy("Iemand ziet wat beter kan en schrijft dat op. Wie iets indient, krijgt op tijd antwoord."),
    ),
    (
        _lazy("Onderzoek"),
        _lazy("Een groep uit het netwerk bekijkt het idee. Elke partner zegt wat hij ervan vindt."),
    ),
    (_lazy("Een plan"), _lazy("Er komt een plan met doelen en geld. Partners zeggen toe wat zij doen.")),
    (
        _lazy("Een besluit"),
        _lazy("De groep die dat mag, beslist. Iedereen in het netwerk kan lezen wie dat deed, en waarom."),
    ),
    (
        _lazy("Zorg die blijft"),
        _lazy("Werkt het in een proef? Dan voeren de partners het in en blijven zij het meten."),
    ),
)


@require_safe
@public
def front(request: HttpRequest) -> HttpResponse:
    """Name the networks, each with its region, its mission and how large it is; say what a network does."""
    mine = networks_of(request.user) if request.user.is_authenticated else []
    founds = request.user.is_authenticated and request.user.is_founder
    deed = (
        {"label": _("Begin een netwerk"), "href": reverse("overview:found"), "quiet": True}
        if founds
        else None
    )
    ids = {network.pk for network in mine}
    context = {
        "listed": [row for row in listed_networks() if row.network.pk not in ids],
        "mine": mine,
        "deed": deed,
        "way": [{"label": label, "text": text} for label, text in WAY],
    }
    return render(request, "overview/front.html", context)
