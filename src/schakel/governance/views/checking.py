"""A decision as a file to take along, and checking such a file against the register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.governance import queries
from schakel.governance.checking import as_file, outcome, sent_form
from schakel.governance.models import Decision
from schakel.governance.permissions import why_not_take_file
from schakel.governance.queries.decision_file import check, decision_file
from schakel.governance.rules.decision_file import PUBLIC
from schakel.governance.views.finding import find_decision
from schakel.governance.views.shapes import address
from schakel.tenancy.audience import members
from schakel.web.refusal import allow
from schakel.web.shapes import crumbs


@require_safe
@members
def verify_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One decision as a file that can be checked later."""
    found = find_decision(request, number)
    allow(why_not_take_file(found))
    return as_file(decision_file(found), f"besluit-{request.network.slug}-{found.number}.json")


@require_http_methods(["GET", "HEAD", "POST"])
@members
def check_file(request: HttpRequest, network: str) -> HttpResponse:
    """Say whether a file says what the register says."""
    form = sent_form(request)
    context: dict[str, Any] = {
        "form": form,
        "crumbs": crumbs(
            (_("Besluiten"), address("governance:decisions", request)), _("Controleer een bestand")
        ),
    }
    if form.is_bound and form.is_valid():
        found = form.cleaned_data["file"]
        if found["edition"] == PUBLIC:
            context["elsewhere"] = address("public:check_decision", request)
        else:
            checked = check(found, _decision(request, str(found["decision"]["number"])))
            context["result"] = outcome(
                checked, address("governance:decision", request, number=checked.number)
            )
    status = 422 if form.errors else 200
    return render(request, "governance/check_file.html", context, status=status)


def _decision(request: HttpRequest, number: str) -> Decision | None:
    try:
        return queries.find_decision(request.user, request.network, number)
    except Decision.DoesNotExist:
        return None
