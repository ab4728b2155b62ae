"""An initiative on paper: a summary on one page, and the cover memo with which it goes to a body at a gate."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.documents.paper import Origin
from schakel.documents.word import MEDIA_TYPE, word_file
from schakel.governance.rules import DecisionStatus
from schakel.initiatives import queries
from schakel.initiatives.gates import checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.memo import cover_memo
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.tenancy.audience import members
from schakel.web.context import release
from schakel.web.formats import euro

#: So many partners, decisions and goals stand on one page.
MOST = 6


@members
@require_safe
def summary(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The initiative on one page of A4: what, why, where it stands, who takes part, what it costs, what was decided."""
    initiative = initiative_or_404(request, number)
    context = head(request, initiative, tab="detail")
    plan = queries.plan_of(request.user, initiative)
    detail = context["detail"]
    context |= {
        "plan": plan,
        "goals": plan.parts["goals"][:MOST] if plan else [],
        "amount": euro(plan.amount_eur) if plan and plan.amount_eur else "",
        "decisions": [one for one in detail.decisions if one.status != DecisionStatus.OPEN][:MOST],
        "partners": [
            {"name": one.partner.name, "part": one.get_part_display()} for one in detail.partners[: MOST * 2]
        ],
        "lacking": [point for point in _points(initiative) if not point.is_ready][:MOST],
    }
    return render(request, "initiatives/summary.html", context)


@members
@require_safe
def memo(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The cover memo for the next gate as a Word file: what is asked, why, money, risk, and what lacks still."""
    initiative = initiative_or_404(request, number)
    found = cover_memo(request.user, initiative, timezone.localdate())
    if found is None:
        raise Http404(_("Er komt nu geen poort. Een oplegnotitie hoort bij een poort."))
    origin = Origin(
        network=request.network.name,
        title=found.title,
        address=request.build_absolute_uri(page_of(request, "gate", initiative)),
        made_at=timezone.now(),
        release=release(),
        is_example=request.network.is_example,
    )
    response = HttpResponse(word_file(origin, found.subtitle, found.parts), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = content_disposition_header(
        True, f"oplegnotitie-{initiative.number}.docx"
    )
    return response


def _points(initiative: Initiative) -> Any:
    known = checklist(initiative, today=timezone.localdate())
    return known.points if known else ()
