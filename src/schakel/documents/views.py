"""The page of a printout: it is being made, it is there, or it did not work; and the file itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schakel.documents import actions
from schakel.documents.models import Printout
from schakel.documents.rules import KEPT, MEDIA_TYPES, FileKind, PrintoutState, printout_state
from schakel.jobs.queries import is_awake
from schakel.tenancy.audience import members
from schakel.web.htmx import template_for
from schakel.web.shapes import crumbs


@members
@require_safe
def printout(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """How far a printout is, and its file once it is there; asked by HTMX, only that."""
    found = _find(request, pk)
    state = _state(found)
    here = reverse("documents:printout", kwargs={"network": network, "pk": pk})
    context: dict[str, Any] = {
        "printout": found,
        "state": state.value,
        "is_coming": state in {PrintoutState.WAITING, PrintoutState.STILL},
        "here": here,
        "file": f"{here}download/",
        "again": f"{here}opnieuw/" if state.may_ask_again else "",
        "until": found.asked_at + KEPT,
        "crumbs": crumbs((_("De pagina zelf"), found.path), _("PDF")),
    }
    return render(request, template_for(request, "documents/printout.html", part="file"), context)


@members
@require_POST
def ask_again(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """Have it set once more."""
    actions.ask_again(_find(request, pk), by=request.user)
    return redirect("documents:printout", network=network, pk=pk)


@members
@require_safe
@csp({"default-src": ["'none'"], "frame-ancestors": ["'none'"], "sandbox": []})  # type: ignore[arg-type]
def printout_file(request: HttpRequest, network: str, pk: UUID) -> HttpResponse:
    """The PDF, to keep."""
    found = _find(request, pk, with_file=True)
    if found.data is None:
        raise Http404(_("Deze PDF is er nog niet."))
    response = HttpResponse(bytes(found.data), content_type=MEDIA_TYPES[FileKind.PDF])
    response["Content-Disposition"] = content_disposition_header(True, found.file_name)
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _find(request: HttpRequest, pk: UUID, *, with_file: bool = False) -> Printout:
    """A printout of this person in this network; that of somebody else does not exist. One database query."""
    rows = Printout.objects.visible_to(request.user).of(request.network).select_related("network")
    return get_object_or_404(rows.defer("content") if with_file else rows.defer("content", "data"), pk=pk)


def _state(found: Printout) -> PrintoutState:
    """How far it is; whether the worker works is asked only while it is not there. At most one database query."""
    now = timezone.now()
    is_settled = found.made_at is not None or found.failed_at is not None
    return printout_state(
        found.asked_at, found.made_at, found.failed_at, now=now, is_awake=is_settled or is_awake(now)
    )
