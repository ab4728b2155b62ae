"""Making the archive of an initiative: what goes into it, and the button that queues it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.initiatives import actions
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import why_not_archive
from schakel.initiatives.rules import can_be_archived
from schakel.initiatives.views.looking import initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.refusal import allow


@members
@require_http_methods(["GET", "HEAD", "POST"])
@once
def archive(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Say what goes into the archive and what does not, and queue making it."""
    initiative = initiative_or_404(request, number)
    allow(why_not_archive(request.user, initiative))
    if request.method == "POST":
        job = actions.start_archive(initiative, by=request.user)
        return redirect("jobs:job", network=network, job=job.pk)
    context = {
        "initiative": initiative,
        "cancel": page_of(request, "documents", initiative),
        "fields": [{"name": "once", "value": new_mark()}],
        "lines": [
            _("Alles wat iedereen in het netwerk van dit initiatief mag zien, komt in één zip-bestand."),
            _(
                "Erin zitten: het verhaal, de besluiten, het plan, de borging, de cijfers in Excel en de documenten."
            ),
            _("Er niet in: hoe de indiener te bereiken is, losse oordelen, en het gesprek."),
            _(
                "Elk bestand krijgt een vingerafdruk, zodat iedereen later kan nagaan dat er niets aan is veranderd."
            ),
            _(
                "Het archief komt bij de documenten. Maakt u het later opnieuw, dan wordt dat een nieuwe versie."
            ),
        ],
    }
    return render(request, "initiatives/archive.html", context)


def archive_deed(request: HttpRequest, initiative: Initiative) -> dict[str, Any] | None:
    """The deed to make the archive, from the moment that there is something to archive."""
    if not can_be_archived(initiative.stage, is_light=initiative.is_light):
        return None
    return {
        "label": _("Maak het archief"),
        "href": page_of(request, "archive", initiative),
        "refusal": why_not_archive(request.user, initiative),
        "quiet": True,
        "id": "archief",
    }
