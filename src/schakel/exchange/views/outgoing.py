"""Files that go out: the template, the network as a workbook, and lists as Excel."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.exchange import queries
from schakel.exchange.forms import as_filename, chosen
from schakel.methods.workbooks import Sheet, write_workbook
from schakel.network.choosing import IN_AN_AREA
from schakel.tenancy.audience import members

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@members
def template(request: HttpRequest, network: str) -> HttpResponse:
    """The empty set-up workbook."""
    return _file(request, queries.empty_workbook(), "sjabloon", _("Werkmap om in te vullen"), is_dated=False)


@require_safe
@members
def filled(request: HttpRequest, network: str) -> HttpResponse:
    """The set-up workbook with what the network has now."""
    sheets = queries.filled_workbook(request.user, request.network)
    return _file(request, sheets, "werkmap", _("Werkmap van %(name)s") % {"name": request.network.name})


@require_safe
@members
def portfolio(request: HttpRequest, network: str) -> HttpResponse:
    """The portfolio with the filters of its page."""
    sheets = queries.portfolio_list(
        request.user,
        request.network,
        today=timezone.localdate(),
        address=_page(request, "initiatieven/"),
        filters=chosen(request.GET, "thema", *IN_AN_AREA, "partner", "q", "aandacht"),
    )
    return _file(request, sheets, "portfolio", _("Portfolio"))


@require_safe
@members
def decisions(request: HttpRequest, network: str) -> HttpResponse:
    """The register of decisions with the filters of its page."""
    sheets = queries.decisions_list(
        request.user,
        request.network,
        today=timezone.localdate(),
        address=_page(request, "besluiten/"),
        filters=chosen(request.GET, "q", "theme", "body", "type", "verdict", "status", "year", *IN_AN_AREA),
    )
    return _file(request, sheets, "besluiten", _("Besluiten"))


@require_safe
@members
def agreed(request: HttpRequest, network: str) -> HttpResponse:
    """Activities, commitments and conditions, of the area that was chosen or everywhere."""
    sheets = queries.agreed_list(
        request.user,
        request.network,
        today=timezone.localdate(),
        address=_page(request, ""),
        filters=chosen(request.GET, *IN_AN_AREA),
    )
    return _file(request, sheets, "afspraken", _("Acties, toezeggingen en voorwaarden"))


def _page(request: HttpRequest, below: str) -> str:
    """The address of the page that shows the same, without its filters: those are named apart."""
    return request.build_absolute_uri(f"/{request.network.slug}/{below}")


def _file(
    request: HttpRequest, sheets: Iterable[Sheet], word: str, title: str, *, is_dated: bool = True
) -> HttpResponse:
    """A workbook to save; it is never kept by a cache and never opened in the browser."""
    now = timezone.localtime()
    day = now.strftime("%Y-%m-%d") if is_dated else ""
    response = HttpResponse(write_workbook(sheets, title=title, made_at=now), content_type=XLSX)
    name = as_filename(word, request.network.slug, day)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
