"""Bringing in a file with figures: the template, sending it, reading what it would do, bringing it in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.measuring import actions, queries
from schakel.measuring.forms import FileForm
from schakel.measuring.incoming.opening import CannotRead
from schakel.measuring.incoming.template import template
from schakel.measuring.models import FigureImport
from schakel.measuring.permissions import why_not_bring_in, why_not_enter, why_not_send_figures
from schakel.measuring.views.shapes import CHANGE, address, tabs
from schakel.tenancy.audience import members
from schakel.web.refusal import allow
from schakel.web.shapes import deed

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(CHANGE)
@members
def figures_file(request: HttpRequest, network: str) -> HttpResponse:
    """Send a file with figures; nothing is brought in yet."""
    refusal = why_not_send_figures(request.user, request.network)
    is_sent, form = request.method == "POST", FileForm()
    if is_sent:
        # Reading what was sent lets go of a file that grows past the limit, and says so on the request.
        files = request.FILES
        form = FileForm(request.POST, files, is_too_large=getattr(request, "upload_too_large", False))
        allow(refusal)
    if is_sent and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            found, job = actions.send_figures(
                request.network,
                by=request.user,
                filename=sent.name,
                data=sent.read(),
                reason=form.cleaned_data["reason"],
            )
        except CannotRead as wrong:
            form.add_error("file", wrong.reason)
        else:
            if job is not None:
                return redirect("jobs:job", network=network, job=job.pk)
            return redirect(address("figures_sent", request, pk=found.pk))
    context = {
        "form": form,
        "refusal": refusal,
        "tabs": tabs(request, "figures_file"),
        "last": _mine(request).defer("rows").first(),
    }
    return render(request, "measuring/figures_file.html", context, status=422 if form.errors else 200)


@require_safe
@members
def figures_template(request: HttpRequest, network: str) -> HttpResponse:
    """The workbook to fill in, with the codes of every series that this person may fill in."""
    allow(why_not_send_figures(request.user, request.network))
    series = [
        one
        for one in queries.newest_of(queries.series_of(request.network, request.user))
        if why_not_enter(request.user, one) is None
    ]
    made = template(series, now=timezone.localtime())
    response = HttpResponse(made, content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="cijfers-{request.network.slug}.xlsx"'
    return response


@require_http_methods(CHANGE)
@members
def figures_sent(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """What a file would do, or what is wrong in it; the button brings it in."""
    found = get_object_or_404(_mine(request).select_related("network").defer("rows"), pk=pk)
    if request.method == "POST":
        if found.done_at is None and found.n_rows > actions.AT_ONCE:
            job = actions.bring_in_later(found, by=request.user)
            return redirect("jobs:job", network=network, job=job.pk)
        if found.done_at is None:
            actions.bring_in(found, by=request.user)
        return redirect(request.path)
    return render(request, "measuring/figures_sent.html", _told(request, found))


def _told(request: HttpRequest, found: FigureImport) -> dict[str, Any]:
    again = address("figures_file", request)
    told = found.outcome
    is_checked = "n_faults" in told
    n_changed = told.get("n_new", 0) + told.get("n_corrected", 0)
    return {
        "found": found,
        "told": told,
        "is_checked": is_checked,
        "title": _title(found, is_checked=is_checked, n_changed=n_changed),
        "figures": [
            {"value": told.get("n_new", 0), "label": _("nieuwe cijfers")},
            {"value": told.get("n_corrected", 0), "label": _("verbeterde cijfers")},
            {"value": told.get("n_same", 0), "label": _("stonden er al zo")},
        ],
        "deed": deed(
            _("Voer deze cijfers in"), action=request.path, refusal=why_not_bring_in(request.user, found)
        )
        if found.done_at is None and (n_changed or not found.is_right)
        else None,
        "again": again,
        "crumbs": [
            {"label": _("Meten"), "href": address("measures", request)},
            {"label": _("Bestand invoeren"), "href": again},
            {"label": found.filename, "href": ""},
        ],
    }


def _title(found: FigureImport, *, is_checked: bool, n_changed: int) -> str:
    if found.done_at is not None:
        return _("Deze cijfers zijn ingevoerd")
    if not is_checked:
        return _("Wij bekijken dit bestand nog")
    if not found.is_right:
        return _("Dit bestand klopt nog niet")
    return (
        _("Dit gaat er gebeuren als u dit bestand invoert") if n_changed else _("Dit bestand verandert niets")
    )


def _mine(request: HttpRequest) -> Any:
    return FigureImport.objects.visible_to(request.user).of(request.network)
