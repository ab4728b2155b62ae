"""A published decision as a file that anyone can take along and check; only what the public page says is in it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.governance.checking import as_file, outcome, sent_form
from schakel.governance.rules.decision_file import FULL
from schakel.public import queries
from schakel.tenancy.audience import public
from schakel.tenancy.context import visitor
from schakel.web.shapes import crumbs


@require_safe
@public
def decision_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One published decision as a file."""
    here = request.network
    with visitor(here.pk):
        found = queries.shown_decision(here, number)
    if found is None:
        raise Http404(_("Dit besluit is er niet, of het is niet openbaar."))
    return as_file(queries.public_file(here, found), f"besluit-{here.slug}-{found.number}.json")


@require_http_methods(["GET", "HEAD", "POST"])
@public
def check_decision(request: HttpRequest, network: str) -> HttpResponse:
    """Say whether a file of a published decision says what the public page says."""
    here = request.network
    form = sent_form(request)
    site, register = (
        reverse(name, kwargs={"network": here.slug}) for name in ("public:site", "public:decisions")
    )
    context: dict[str, Any] = {
        "form": form,
        "here": here,
        "crumbs": crumbs((here.name, site), (_("Besluiten"), register), _("Controleer een bestand")),
    }
    if form.is_bound and form.is_valid():
        told = form.cleaned_data["file"]
        if told["edition"] == FULL:
            context["for_members"] = True
        else:
            with visitor(here.pk):
                found = queries.shown_decision(here, str(told["decision"]["number"]))
            checked = queries.check_public(here, told, found)
            href = found and reverse(
                "public:initiative", kwargs={"network": here.slug, "number": found.initiative_number}
            )
            context["result"] = outcome(checked, href or "")
    return render(request, "public/check_decision.html", context, status=422 if form.errors else 200)
