"""An initiative on paper: a summary on one page, and the cover memo with which it goes to a body at a gate."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.documents.word import MEDIA_TYPE, Heading, Origin, Part, Points, Table, Text, word_file
from schakel.governance import queries as governance
from schakel.governance.rules import DecisionStatus
from schakel.initiatives import queries
from schakel.initiatives.gates import Evidence, checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Gate
from schakel.initiatives.views.gate import waiting_decision
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.tenancy.audience import members
from schakel.web.context import release
from schakel.web.formats import dutch_date, euro, number

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
    waiting = waiting_decision(request, initiative)
    plan = queries.plan_of(request.user, initiative)
    explored = initiative.explorations.order_by("-attempt").first()
    parts: list[Part] = [
        Heading(_("Gevraagd besluit")),
        Text(known.question),
        Text(_proposal(waiting)),
        Heading(_("Waarom")),
        Text(initiative.problem or _missing()),
        Text(initiative.proposal or _missing()),
        *([Text(explored.findings)] if explored and explored.findings else []),
        *(
            [Text(_("Advies: %(advice)s") % {"advice": explored.advice})]
            if explored and explored.advice
            else []
        ),
        Heading(_("Geld")),
        *_money(plan),
        Heading(_("Risico’s")),
        *_risks(plan),
        Heading(_("Communicatie")),
        Text((plan.plan.communication if plan else "") or _missing()),
        Heading(_("Wat nog ontbreekt")),
        *_lacking(known),
        Heading(_("Mandaat")),
        *_mandate(request, initiative, known.gate, plan, today),
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


def _missing() -> str:
    return _("Nog niet ingevuld.")


def _proposal(waiting: Any) -> str:
    if waiting is None:
        return _("Er ligt nog geen voorstel bij de groep.")
    words = _("Voorstel %(number)s: %(title)s.") % {"number": waiting.number, "title": waiting.title}
    return f"{words}\n\n{waiting.proposal}" if waiting.proposal else words


def _money(plan: Any) -> list[Part]:
    """The amount, and the lines of the budget by year and source."""
    lines = plan.parts["budget_lines"] if plan else []
    if not lines:
        return [Text(_("Er is nog geen begroting."))]
    rows = [
        [
            one.text,
            one.get_cost_type_display(),
            str(one.year),
            one.funding_source or (one.partner.name if one.partner else _("nog niet bekend")),
            euro(one.amount_eur) if one.amount_eur else _("%(n)s uur") % {"n": number(one.hours)},
        ]
        for one in lines
    ]
    return [
        Text(_("Dit plan vraagt %(amount)s.") % {"amount": euro(plan.amount_eur)}),
        Table([_("Waarvoor"), _("Soort"), _("Jaar"), _("Geldbron"), _("Bedrag of uren")], rows),
    ]


def _risks(plan: Any) -> list[Part]:
    risks = plan.parts["risks"] if plan else []
    if not risks:
        return [Text(_("Er zijn nog geen risico’s beschreven."))]
    rows = [
        [one.text, one.get_likelihood_display(), one.get_impact_display(), one.measure, one.owner]
        for one in risks
    ]
    return [Table([_("Risico"), _("Kans"), _("Gevolg"), _("Wat wij doen"), _("Wie")], rows)]


def _lacking(known: Any) -> list[Part]:
    """Late conditions and points that are not ready, each with whose turn it is."""
    words = [
        _("Te laat: %(text)s (%(owner)s, %(day)s)")
        % {"text": one.text, "owner": one.owner, "day": dutch_date(one.due_on)}
        for one in known.late_conditions
    ]
    for point in known.points:
        if not point.is_ready:
            who = f" ({point.who})" if point.who else ""
            words.append(f"{point.label}: {point.words}{who}")
    counted = _("%(ready)d van %(n)d punten zijn gereed.") % {"ready": known.n_ready, "n": known.n}
    return [Text(counted), *([Points(words)] if words else [])]


def _mandate(request: HttpRequest, initiative: Initiative, gate: str, plan: Any, today: Any) -> list[Part]:
    """Whether the own body, or the one above it, may decide this today, in words."""
    amount = plan.amount_eur if plan and gate == Gate.P3 else None
    found = governance.who_could_decide(
        request.network, gate, initiative.stage, amount, today, asks_money=bool(amount)
    )
    own = initiative.body
    near = {own.pk, own.parent_id} if own else set()
    rows = [
        [one.body.name, _("ja") if one.ok else _("nee"), one.words] for one in found if one.body.pk in near
    ]
    if not rows:
        return [Text(_("Er is nog geen groep die over dit initiatief gaat."))]
    return [Table([_("Groep"), _("Mag dit besluiten"), _("Waarom")], rows)]
