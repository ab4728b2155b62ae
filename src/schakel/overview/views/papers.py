"""Papers over several apps: everything for a meeting, and the overview of a quarter."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from schakel.documents.taking import as_pdf
from schakel.governance.models import Meeting
from schakel.governance.queries import find_meeting
from schakel.overview.queries.pack import meeting_pack
from schakel.tenancy.audience import members


@require_POST
@members
def pack(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Everything for a meeting as one PDF."""
    try:
        found = find_meeting(request.user, request.network, number)
    except Meeting.DoesNotExist:
        raise Http404(_("Dit overleg is er niet.")) from None
    return as_pdf(request, meeting_pack(request.user, found, timezone.localdate()))
