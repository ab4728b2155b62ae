"""The indicator sheet as a file: Excel at once, a PDF as a printout."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from schakel.documents.rules import MEDIA_TYPES, FileKind
from schakel.measuring import actions, queries
from schakel.measuring.models import IndicatorVersion
from schakel.tenancy.audience import members


def _version(request: HttpRequest, code: str) -> IndicatorVersion:
    """The newest version that this network took; without one there is no sheet."""
    found = queries.find_indicator(request.network, request.user, code)
    if found is None:
        raise Http404(_("Deze indicator is er niet."))
    version: IndicatorVersion = found.versions.all()[0]
    version.indicator, version.network = found, request.network
    return version


@require_POST
@members
def ask_fiche(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """Have the sheet set as a PDF."""
    made = actions.ask_fiche(_version(request, code), by=request.user)
    return redirect("documents:printout", network=network, pk=made.pk)


@require_POST
@members
def take_out_fiche(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """The sheet as an Excel file."""
    made, left = actions.take_out_fiche(_version(request, code), by=request.user)
    return _file(made, left.file_name, MEDIA_TYPES[FileKind.XLSX])


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
