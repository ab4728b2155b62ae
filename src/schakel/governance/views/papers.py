"""The papers of a meeting and of a body to take along: as a Word file, or as a PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from schakel.documents.taking import as_pdf, as_word
from schakel.governance import queries
from schakel.governance.views.finding import find_body, find_meeting
from schakel.tenancy.audience import members


@require_safe
@members
def agenda_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The agenda, to fill in or to send along."""
    return as_word(request, queries.agenda_paper(find_meeting(request, number)))


@require_POST
@members
def agenda_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The agenda, to print or to send along."""
    return as_pdf(request, queries.agenda_paper(find_meeting(request, number)))


@require_safe
@members
def decision_list_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """What the meeting decided, to fill in or to send along."""
    return as_word(request, queries.decision_list_paper(find_meeting(request, number)))


@require_POST
@members
def decision_list_pdf(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """What the meeting decided, to print or to send along."""
    return as_pdf(request, queries.decision_list_paper(find_meeting(request, number)))


@require_safe
@members
def mandate_file(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """What a body may decide and who sits in it, as a Word file."""
    return as_word(request, queries.mandate_paper(find_body(request, slug), timezone.localdate()))


@require_POST
@members
def mandate_pdf(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """What a body may decide and who sits in it, as a PDF."""
    return as_pdf(request, queries.mandate_paper(find_body(request, slug), timezone.localdate()))
