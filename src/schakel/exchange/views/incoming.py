"""Bringing in a workbook: send it, read what it would do, bring it in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.exchange import actions
from schakel.exchange.forms import WorkbookForm
from schakel.exchange.models import WorkbookImport
from schakel.exchange.permissions import why_not_bring_in, why_not_import
from schakel.exchange.rules import AT_ONCE
from schakel.exchange.tree import CannotRead
from schakel.tenancy.audience import members
from schakel.web.refusal import allow


@require_http_methods(["GET", "HEAD", "POST"])
@members
def excel(request: HttpRequest, network: str) -> HttpResponse:
    """Excel in and out: the template, the network as a workbook, the lists, and sending a filled-in one."""
    refusal = why_not_import(request.user, request.network)
    is_sent = request.method == "POST"
    form = WorkbookForm()
    if is_sent:
        # Reading what was sent lets go of a file that grows past the limit, and says so on the request.
        files = request.FILES
        is_too_large = getattr(request, "upload_too_large", False)
        form = WorkbookForm(request.POST, files, is_too_large=is_too_large)
    if is_sent:
        allow(refusal)
        if form.is_valid():
            sent = form.cleaned_data["file"]
            try:
                found, job = actions.send_workbook(
                    request.network, by=request.user, filename=sent.name, data=sent.read(), at_once=AT_ONCE
                )
            except CannotRead as wrong:
                form.add_error("file", " ".join(fault.text for fault in wrong.faults))
            else:
                if job is not None:
                    return redirect("jobs:job", network=network, job=job.pk)
                return redirect("exchange:workbook", network=network, pk=found.pk)
    mine = WorkbookImport.objects.visible_to(request.user).of(request.network).filter(person=request.user)
    context = {"form": form, "refusal": refusal, "last": mine.defer("pages").first()}
    return render(request, "exchange/excel.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def workbook(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """What a workbook would do, sheet by sheet, or what is wrong in it; the button brings it in."""
    mine = WorkbookImport.objects.visible_to(request.user).of(request.network).filter(person=request.user)
    found = get_object_or_404(mine.select_related("network"), pk=pk)
    if request.method == "POST":
        if found.done_at is None and n_rows(found) > AT_ONCE:
            job = actions.bring_in_later(found, by=request.user)
            return redirect("jobs:job", network=network, job=job.pk)
        if found.done_at is None:
            actions.bring_in(found, by=request.user)
        return redirect("exchange:workbook", network=network, pk=pk)
    return render(request, "exchange/workbook.html", _context(request, found))


def n_rows(found: WorkbookImport) -> int:
    """How many rows would be brought in."""
    return sum(sheet["n_rows"] for sheet in found.outcome.get("sheets", ()))


def _context(request: HttpRequest, found: WorkbookImport) -> dict[str, Any]:
    refusal = why_not_bring_in(request.user, found)
    again = reverse("exchange:excel", kwargs={"network": request.network.slug})
    outcome = found.outcome
    sheets = outcome.get("sheets", [])
    return {
        "found": found,
        "outcome": outcome,
        "n_new": sum(len(sheet["made"]) for sheet in sheets),
        "n_changed": sum(sheet["n_changed"] for sheet in sheets),
        "n_same": sum(sheet["n_same"] for sheet in sheets),
        "title": _title(found, sheets),
        "crumbs": [{"label": _("Excel in en uit"), "href": again}, {"label": found.filename, "href": ""}],
        "deed": {"label": _("Voer in"), "action": request.path, "refusal": refusal},
        "again": again,
    }


def _title(found: WorkbookImport, sheets: list[dict[str, Any]]) -> str:
    if not found.outcome:
        return _("Wij bekijken deze werkmap nog")
    if not found.is_right:
        return _("Deze werkmap klopt nog niet")
    if found.done_at is not None:
        return _("Deze werkmap is ingevoerd")
    if found.outcome.get("is_without_effect"):
        return _("Deze werkmap verandert niets")
    return _("Dit gaat er gebeuren als u deze werkmap invoert")
