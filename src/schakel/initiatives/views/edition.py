"""Which edition of the gate checklists holds for an initiative, and moving it to the newest one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.gate import EditionForm
from schakel.initiatives.models import GateList, Initiative
from schakel.initiatives.permissions import why_not_move_edition
from schakel.initiatives.rules import Gate, editions, newest_edition, why_not_edition
from schakel.initiatives.views.embedding import _data, _done
from schakel.initiatives.views.looking import initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow


@members
@require_http_methods(["GET", "POST"])
@once
def edition(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show what the newest checklists ask more, and let them hold for this initiative, with the reason."""
    initiative = initiative_or_404(request, number)
    newest, own = newest_edition(), GateList.objects.newest_number(request.network)
    is_own = initiative.gate_edition == newest
    allow(why_not_move_edition(request.user, initiative))
    allow(why_not_edition(initiative.gate_edition, newest, has_newer_own=own > initiative.own_gate_edition))
    form: forms.Form = EditionForm(_data(request))

    def deed() -> None:
        actions.move_edition(initiative, by=request.user, edition=newest, **form.cleaned_data)

    if _done(request, form, deed):
        flash(
            request,
            _("De poorten volgen nu de nieuwste lijsten van dit netwerk.")
            if is_own
            else _("De poorten volgen nu editie %(n)s.") % {"n": newest},
        )
        return redirect("initiatives:gate", network=network, number=number)
    context = {
        "initiative": initiative,
        "form": form,
        "title": _("Volg de nieuwste lijsten van dit netwerk")
        if is_own
        else _("Volg editie %(n)s van de poortlijsten") % {"n": newest},
        "is_own": is_own,
        "present": initiative.gate_edition,
        "changes": [one for one in editions() if one.number > initiative.gate_edition],
        "gates": _differences(initiative, newest, own),
        "once": new_mark(),
        "back": page_of(request, "gate", initiative),
    }
    return render(request, "initiatives/edition.html", context, status=422 if form.errors else 200)


def _differences(initiative: Initiative, newest: int, own: int) -> list[dict[str, Any]]:
    """Per gate that is still to come: what is asked more, what no more, and what otherwise."""
    return [
        {"gate": Gate(one.gate).label, "more": one.more, "no_more": one.no_more, "otherwise": one.otherwise}
        for one in queries.edition_differences(initiative, newest, own)
    ]
