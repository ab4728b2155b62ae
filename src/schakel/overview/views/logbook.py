"""The journal of a network: who did what, when and why, for who manages it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.journal.models import Entry
from schakel.journal.words import said
from schakel.network.permissions import why_not_manage
from schakel.overview.forms.logbook import LogbookForm
from schakel.overview.queries.logbook import logbook, sealed
from schakel.tenancy.audience import members
from schakel.web.formats import clock, short_date
from schakel.web.refusal import allow
from schakel.web.shapes import crumbs


@require_safe
@members
def journal(request: HttpRequest, network: str) -> HttpResponse:
    """The lines that fit the filters, the newest first."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    form = LogbookForm(request.GET)
    wanted = form.wanted(request.GET.get("voor", ""))
    entries, has_older = logbook(request.network, wanted)
    asked = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    seal = sealed(request.network)
    context = {
        "form": form,
        "is_used": bool(asked),
        "rows": [_row(entry, today) for entry in entries],
        "older": f"?{urlencode(asked | {'voor': entries[-1].sequence})}" if has_older else "",
        "newest": f"?{urlencode(asked)}" if wanted.before is not None else "",
        "sealed_on": f"{short_date(seal.at, today)} {clock(seal.at)}" if seal.at else "",
        "n_since": seal.n_since,
        "crumbs": crumbs((_("Beheer"), reverse("overview:setup", kwargs={"network": network})), _("Logboek")),
    }
    return render(request, "overview/journal.html", context)


def _row(entry: Entry, today: Any) -> dict[str, Any]:
    return {
        "day": short_date(entry.at, today),
        "clock": clock(entry.at),
        "who": entry.person_name,
        "behalf": entry.on_behalf_of,
        "what": said(entry.about_type, entry.verb),
        "kind": _kind(entry.about_type),
        "label": entry.about_label,
        "reason": entry.reason,
    }


def _kind(about_type: str) -> str:
    """What sort of thing a line is about; of a sort that is no more, nothing."""
    try:
        return str(apps.get_model(about_type)._meta.verbose_name)
    except LookupError:
        return ""
