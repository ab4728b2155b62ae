"""The dossier of an initiative: making it, reading it as it was kept, and its PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.initiatives import actions
from schakel.initiatives.models import Dossier, Initiative
from schakel.initiatives.permissions import why_not_make_dossier
from schakel.initiatives.queries.dossiers import dossiers_of, find_dossier, pdf_of
from schakel.initiatives.views.looking import address, head, initiative_or_404, page_of
from schakel.tenancy.audience import members
from schakel.web.drawn import drawn
from schakel.web.flash import flash
from schakel.web.formats import clock, dutch_date
from schakel.web.htmx import template_for
from schakel.web.refusal import allow

#: A longer table folds away on the page, so that a phone stays readable; on paper it stands open.
MOST_ROWS = 12
#: How a point of a list looks on the page; on paper it has the same sign and word.
LOOKS = {"good": "ready", "care": "missing", "open": "not_begun"}


@members
@require_http_methods(["GET", "HEAD", "POST"])
def dossiers(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The dossiers that were made, and the button that makes one; made twice in a row it is still one."""
    initiative = initiative_or_404(request, number)
    refusal = why_not_make_dossier(request.user, initiative)
    if request.method == "POST":
        allow(refusal)
        made = made_or_told(request, partial(actions.make_dossier, initiative, by=request.user))
        here = page_of(request, "dossiers", initiative)
        return redirect(page_of(request, "dossier", initiative, nth=made.number) if made else here)
    context = head(request, initiative, tab="gate")
    context |= {
        "refusal": refusal,
        "gate": page_of(request, "gate", initiative),
        "next_gate": initiative.gate.label if initiative.gate else "",
        "rows": [_row(request, initiative, one) for one in dossiers_of(request.user, initiative)],
    }
    return render(request, "initiatives/dossiers.html", context)


def made_or_told(request: HttpRequest, make: Callable[[], Dossier]) -> Dossier | None:
    """The dossier; or None, and the page says for which chart to wait a moment."""
    try:
        return make()
    except actions.NotYet as refused:
        flash(request, _("Nog even wachten."), more=refused.reason, is_care=True)
        return None


def _row(request: HttpRequest, initiative: Initiative, one: Dossier) -> dict[str, Any]:
    return {
        "title": _("Dossier %(n)s, %(gate)s") % {"n": one.number, "gate": one.get_gate_display()},
        "href": page_of(request, "dossier", initiative, nth=one.number),
        "note": made_words(one),
        "decision": one.decision.number if one.decision else "",
    }


def made_words(one: Dossier) -> str:
    """When a dossier was made, and by whom."""
    return _("gemaakt op %(day)s, %(time)s door %(name)s") % {
        "day": dutch_date(one.made_at),
        "time": clock(one.made_at),
        "name": one.made_by,
    }


@members
@require_safe
def dossier(request: HttpRequest, network: str, number: str, nth: int) -> HttpResponse:
    """One dossier as it was kept, with its PDF; it says the same as that file, word for word."""
    initiative = initiative_or_404(request, number)
    found = find_dossier(request.user, initiative, nth)
    if found is None:
        raise Http404(_("Dit dossier is er niet."))
    found.initiative = initiative
    crumbs = [
        {"label": initiative.number, "href": page_of(request, "detail", initiative)},
        {"label": _("Dossiers"), "href": page_of(request, "dossiers", initiative)},
    ]
    return dossier_page(request, found, crumbs, page_of(request, "dossier", initiative, nth=nth))


def dossier_page(
    request: HttpRequest, found: Dossier, crumbs: list[dict[str, str]], here: str
) -> HttpResponse:
    """Show a dossier, of an initiative or of the network itself, as it was kept."""
    pdf = pdf_of(found)
    context = {
        "dossier": found,
        "chapters": _chapters(found.content["parts"]),
        "made": made_words(found),
        "crumbs": crumbs,
        "decision": address(request, "governance:decision", number=found.decision.number)
        if found.decision
        else "",
        "pdf": address(request, "overview:download_version", pk=pdf.document_id, number=pdf.number)
        if pdf
        else "",
        "here": here,
    }
    return render(request, template_for(request, "initiatives/dossier.html", part="pdf"), context)


def _chapters(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts under each chapter; what comes before the first has no title."""
    chapters: list[dict[str, Any]] = [{"title": "", "parts": []}]
    for part in parts:
        if part["kind"] == "heading" and part["level"] == 1:
            chapters.append({"title": part["text"], "parts": []})
        else:
            chapters[-1]["parts"].append(_part(part))
    return [one for one in chapters if one["parts"]]


def _part(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the paper as the components of the page show it."""
    if part["kind"] == "checks":
        items = [
            {"state": LOOKS[one["state"]], "label": one["text"], "note": one["word"]}
            for one in part["checks"]
        ]
        return part | {"items": items}
    if part["kind"] == "facts":
        return part | {"items": [{"label": label, "value": value} for label, value in part["facts"]]}
    if part["kind"] == "table":
        return part | _table(part)
    if part["kind"] == "figure":
        return part | {"broad": drawn(part["svg"]), "narrow": drawn(part["narrow"])}
    return part


def _table(part: dict[str, Any]) -> dict[str, Any]:
    columns = [{"label": words, "num": nth in part["right"]} for nth, words in enumerate(part["head"])]
    rows = [
        {"cells": [{"text": text, **column} for text, column in zip(row, columns, strict=True)]}
        for row in part["rows"]
    ]
    return {"columns": columns, "rows": rows, "is_long": len(rows) > MOST_ROWS}
