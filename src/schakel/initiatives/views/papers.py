"""An initiative on paper: a summary on one page, and the cover memo with which it goes to a body at a gate."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.documents.paper import Heading, Origin, Text
from schakel.documents.word import MEDIA_TYPE, Part, word_file
from schakel.governance.rules import DecisionStatus
from schakel.initiatives import queries
from schakel.initiatives.gates import Evidence, checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.queries.papers import (
    lacking_parts,
    mandate_parts,
    missing,
    money_parts,
    proposal_words,
    risk_parts,
)
from schakel.initiatives.rules import Gate
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.tenancy.audience import members
from schakel.web.context import release
from schakel.web.formats import dutch_date, euro

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
    today = timezone.localdate()
    evidence = Evidence(initiative, today=today)
    known = checklist(initiative, today=today, evidence=evidence)
    if known is None:
        raise Http404(_("Er komt nu geen poort. Een oplegnotitie hoort bij een poort."))
    waiting = queries.detail(request.user, initiative).waiting_decision
    plan = queries.plan_of(request.user, initiative)
    explored = initiative.explorations.order_by("-attempt").first()
    parts: list[Part] = [
        Heading(_("Gevraagd besluit")),
        Text(known.question),
        Text(proposal_words(waiting)),
        Heading(_("Waarom")),
        Text(initiative.problem or missing()),
        Text(initiative.proposal or missing()),
        *([Text(explored.findings)] if explored and explored.findings else []),
        *(
            [Text(_("Advies: %(advice)s") % {"advice": explored.advice})]
            if explored and explored.advice
            else []
        ),
        Heading(_("Geld")),
        *money_parts(plan),
        Heading(_("Risico’s")),
        *risk_parts(plan),
        Heading(_("Communicatie")),
        Text((plan.plan.communication if plan else "") or missing()),
        Heading(_("Wat nog ontbreekt")),
        *lacking_parts(known),
        Heading(_("Mandaat")),
        *mandate_parts(initiative, known.gate, plan, today),
    ]
    gate = Gate(known.gate).label
    origin = Origin(
        network=request.network.name,
        title=_("Oplegnotitie %(title)s") % {"title": initiative.title},
        address=request.build_absolute_uri(page_of(request, "gate", initiative)),
        made_at=timezone.now(),
        release=release(),
        is_example=request.network.is_example,
    )
    subtitle = _("%(number)s, poort %(gate)s, voor %(body)s, stand op %(day)s") % {
        "number": initiative.number,
        "gate": gate,
        "body": initiative.body or _("nog geen groep"),
        "day": dutch_date(today),
    }
    response = HttpResponse(word_file(origin, subtitle, parts), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = content_disposition_header(
        True, f"oplegnotitie-{initiative.number}.docx"
    )
    return response


def _points(initiative: Initiative) -> Any:
    known = checklist(initiative, today=timezone.localdate())
    return known.points if known else ()
