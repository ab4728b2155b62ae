"""The gate: how far the points are, which verdicts exist, bringing one before the group, and what was decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from schakel.governance import queries as governance_queries
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus, NewCondition
from schakel.initiatives import actions, queries
from schakel.initiatives.forms.gate import ProposeForm, TermsForm, condition_formset
from schakel.initiatives.forms.screening import ScoreForm
from schakel.initiatives.gates import Evidence, checklist
from schakel.initiatives.models import Initiative, Proposal
from schakel.initiatives.permissions import (
    why_not_amend_proposal,
    why_not_confirm_criteria,
    why_not_do_intake,
    why_not_propose,
)
from schakel.initiatives.rules import Gate, Need, Stage, Verdict, amount_eur, gates_for, verdict, verdicts_for
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import address, head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.network.rules import CriteriaKind
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, short_date
from schakel.web.refusal import Refused, allow

UNDER_WAY = (DecisionStatus.OPEN, DecisionStatus.PROVISIONAL)
#: How the verdict of a decision looks.
VERDICT_LOOKS = {
    "start": "go",
    "start_with_conditions": "go_if",
    "redo": "adjust",
    "escalate": "adjust",
    "park": "parked",
    "stop": "stop",
    "reject": "rejected",
    "refer": "referred",
    "merge": "merged",
    "explored": "explored",
}
NEED_WORDS: dict[Need, Any] = {
    Need.PUBLIC_REASON: gettext_lazy("een reden"),
    Need.WAKE_ON: gettext_lazy("een dag waarop het terugkomt"),
    Need.EXPLORER: gettext_lazy("een verkenner"),
    Need.DUE_ON: gettext_lazy("een einddatum"),
    Need.LEAD: gettext_lazy("een trekker"),
    Need.COMMISSIONER: gettext_lazy("een opdrachtgever"),
    Need.PHASE: gettext_lazy("fase 1 of 2"),
    Need.CONDITIONS: gettext_lazy("voorwaarden"),
}


@members
@require_safe
def gate(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the next gate: its points, who decides, the verdicts there are, and how it stood when the group decided."""
    initiative = initiative_or_404(request, number)
    today = timezone.localdate()
    card = gate_card(request, initiative, today)
    context = head(request, initiative, tab="gate") | {
        "card": card,
        "verdicts": _verdict_rows(request, initiative, card),
        "deciders": _deciders(request, initiative, card, today),
        "confirm": _confirm_deed(request, initiative),
        "snapshots": _snapshots(request, initiative),
    }
    return render(request, "initiatives/gate.html", context)


def gate_card(request: HttpRequest, initiative: Initiative, today: date) -> dict[str, Any] | None:
    """Gather the next gate for a page: its points, open ones first, and the deed that is possible."""
    stage = Stage(initiative.stage)
    own = [one for one in gates_for(stage) if one != Gate.PX]
    if not own and stage != Stage.SUBMITTED:
        return None
    evidence = Evidence(initiative, today=today)
    known = checklist(initiative, today=today, evidence=evidence)
    if known is None:
        return None
    waiting = _under_way(request, initiative)
    name = Gate(known.gate)
    return {
        "gate": name,
        "known": known,
        "evidence": evidence,
        "waiting": waiting,
        "shown": {
            "title": _("Volgende poort: %(gate)s") % {"gate": name.label},
            "question": known.question,
            "ready": known.n_ready,
            "total": known.n,
            "partly": sum(point.state == "partly" for point in known.points),
            "planned": _planned(waiting, today),
            "checks": [
                *(_late(one, today) for one in known.late_conditions),
                *(_point(one) for one in known.points),
            ],
        },
        "deeds": _card_deeds(request, initiative, name, waiting, known),
    }


def _point(point: Any) -> dict[str, Any]:
    who = point.who
    if point.due_on:
        before = _("vóór %(day)s") % {"day": dutch_date(point.due_on)}
        who = f"{who}, {before}" if who else before
    return {"state": point.state, "label": point.label, "note": point.words, "who": who}


def _late(condition: Any, today: date) -> dict[str, Any]:
    words = _("Had klaar moeten zijn op %(day)s, bij besluit %(number)s.")
    return {
        "state": "late",
        "label": condition.text,
        "note": words % {"day": dutch_date(condition.due_on), "number": condition.decision},
        "who": condition.owner,
    }


def _under_way(request: HttpRequest, initiative: Initiative) -> Decision | None:
    """The decision about this initiative that is asked or still under reserve. One database query."""
    found = Decision.objects.visible_to(request.user).of(request.network).about(initiative.pk)
    return (
        found.filter(status__in=UNDER_WAY).select_related("body", "meeting").order_by("-recorded_at").first()
    )


def _planned(waiting: Decision | None, today: date) -> str:
    if waiting is None:
        return ""
    if waiting.is_provisional:
        return _("onder voorbehoud")
    if waiting.meeting:
        return _("op agenda %(day)s") % {"day": short_date(waiting.meeting.starts_at, today)}
    if waiting.closes_at:
        return _("schriftelijk tot %(day)s") % {"day": short_date(waiting.closes_at, today)}
    return _("wacht op een agenda")


def _card_deeds(
    request: HttpRequest, initiative: Initiative, name: Gate, waiting: Decision | None, known: Any
) -> list[dict[str, Any]]:
    """The one deed that fits now: answer the idea, look at the decision under way, or bring it before the group."""
    if name == Gate.P0:
        href = page_of(request, "intake", initiative)
        refusal = why_not_do_intake(request.user, initiative)
        return [{"label": _("Beantwoord dit idee"), "href": href, "refusal": refusal, "id": "intake"}]
    if waiting is not None:
        href = address(request, "governance:decision", number=waiting.number)
        return [{"label": _("Bekijk besluit %(number)s") % {"number": waiting.number}, "href": href}]
    label = (
        _("Leg voor aan %(body)s") % {"body": initiative.body} if initiative.body else _("Zet op de agenda")
    )
    href = f"{page_of(request, 'gate', initiative)}#besluiten"
    refusal: Any = why_not_propose(request.user, initiative, name)
    what = ""
    if refusal is None:
        forward = verdicts_for(name, Stage(initiative.stage))[0]
        lacking = known.lacking(forward.code)
        if lacking:
            what = _("“%(verdict)s” kan nog niet.") % {"verdict": forward.label}
            return [
                {"label": _("Kies een ander besluit"), "href": href, "quiet": True},
                {
                    "label": label,
                    "refusal": [f"{point.label}: {point.words}" for point in lacking],
                    "what": what,
                    "id": "voorleggen",
                },
            ]
    return [{"label": label, "href": href, "refusal": refusal, "id": "voorleggen"}]


def _verdict_rows(
    request: HttpRequest, initiative: Initiative, card: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Every verdict there is at this moment, what it leads to and needs, with its deed or why it cannot be."""
    stage = Stage(initiative.stage)
    waiting = card["waiting"] if card else _under_way(request, initiative)
    rows = []
    for name in gates_for(stage):
        refusal = why_not_propose(request.user, initiative, name)
        for one in verdicts_for(name, stage):
            if name == Gate.PX and one.code in {row["code"] for row in rows}:
                continue
            lacking = card["known"].lacking(one.code) if card and name == card["gate"] else []
            rows.append(_verdict_row(request, initiative, name, one, refusal, lacking, waiting))
    return rows


def _verdict_row(
    request: HttpRequest,
    initiative: Initiative,
    name: Gate,
    one: Verdict,
    refusal: str | None,
    lacking: list[Any],
    waiting: Decision | None,
) -> dict[str, Any]:
    href = page_of(request, "propose", initiative, gate=name.value, verdict=slugify(one.label))
    deed: dict[str, Any] = {"label": _("Stel dit voor"), "href": href, "quiet": True}
    if waiting is None and refusal is None and lacking:
        reasons = [f"{point.label}: {point.words}" for point in lacking]
        deed |= {"refusal": reasons, "id": f"{name.value}-{one.code}"}
    needs = [str(NEED_WORDS[need]) for need in NEED_WORDS if need in one.needs]
    return {
        "code": one.code,
        "gate": name.label,
        "label": one.label,
        "leads_to": _("Het initiatief %(past)s.") % {"past": one.past},
        "needs": _("Vraagt %(needs)s.") % {"needs": _enumerated(needs)} if needs else "",
        "deed": deed if waiting is None and refusal is None else None,
        "refusal": refusal,
    }


def _enumerated(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def _deciders(
    request: HttpRequest, initiative: Initiative, card: dict[str, Any] | None, today: date
) -> list[dict[str, Any]]:
    """Which groups could decide at this gate today, with the mandate in words."""
    if card is None or card["gate"] == Gate.P0:
        return []
    amount = amount_eur(card["evidence"].content) if card["gate"] == Gate.P3 else None
    found = governance_queries.who_could_decide(
        request.network, card["gate"].value, initiative.stage, amount, today, asks_money=bool(amount)
    )
    return [
        {"state": "ready" if one.ok else "no", "label": one.body.name, "note": one.words}
        for one in sorted(found, key=lambda one: (not one.ok, one.body.pk != initiative.body_id))
        if one.ok or one.body.pk == initiative.body_id
    ]


def _confirm_deed(request: HttpRequest, initiative: Initiative) -> dict[str, Any] | None:
    if initiative.stage != Stage.EXPLORATION:
        return None
    return {
        "label": _("Bevestig de criteria"),
        "href": page_of(request, "confirm_criteria", initiative),
        "refusal": why_not_confirm_criteria(request.user, initiative),
        "quiet": True,
        "id": "criteria",
    }


def _snapshots(request: HttpRequest, initiative: Initiative) -> list[dict[str, Any]]:
    """The decisions taken so far, each with the list as it stood then. One database query."""
    found = (
        Proposal.objects.visible_to(request.user)
        .filter(initiative=initiative, settled_at__isnull=False)
        .select_related("decision", "decision__body")
        .order_by("-decision__decided_on", "-settled_at")
    )
    shown = []
    for one in found:
        points = (one.checklist or {}).get("points", [])
        shown.append(
            {
                "decision": decision_card(request, one.decision, Gate(one.gate).label),
                "ready": (one.checklist or {}).get("n_ready", 0),
                "total": (one.checklist or {}).get("n", 0),
                "checks": [
                    {
                        "state": point["state"],
                        "label": point["label"],
                        "note": point["words"],
                    }
                    for point in points
                ],
            }
        )
    return shown


def decision_card(request: HttpRequest, decision: Decision | None, title: str = "") -> dict[str, Any] | None:
    """Show a decision with its proofs under its own heading, as the decision card takes it."""
    if decision is None:
        return None
    judged = decision.judgement
    state = VERDICT_LOOKS.get(decision.verdict, "go")
    if decision.status != DecisionStatus.VALID:
        state = {"open": "voting"}.get(decision.status, decision.status)
    word = decision.verdict_label if decision.status == DecisionStatus.VALID else ""
    if decision.is_historic:
        answer = _("Niet in de bron.")
    elif judged is None:
        answer = _("Dat blijkt als de groep beslist.")
    else:
        answer = _("Ja.") if decision.is_valid else _("Nog niet.")
    decided = decision.decided_in_words
    return {
        "title": title or decision.title,
        "number": decision.number,
        "href": address(request, "governance:decision", number=decision.number),
        "state": state,
        "verdict": word,
        "by": ", ".join(str(part) for part in (decision.body, decided) if part),
        "reason": decision.public_reason or decision.reason,
        "answer": answer,
        "proofs": [{"ok": one.ok, "words": one.words} for one in judged.proofs] if judged else [],
        "dossier": address(request, "governance:decision", number=decision.number),
    }


# --------------------------------------------------------------------------- bringing it before the group


@members
@require_http_methods(["GET", "POST"])
@once
def propose(request: HttpRequest, network: str, number: str, gate: str, verdict: str) -> HttpResponse:
    """Bring this initiative before its group with one verdict, and with all that this verdict needs."""
    initiative = initiative_or_404(request, number)
    name, one = _named(initiative, gate, verdict)
    allow(why_not_propose(request.user, initiative, name))
    offered = {
        "verdict": one,
        "people": choices.people(request),
        "meetings": choices.meetings(request, initiative.body),
    }
    partners = choices.partners(request) if Need.CONDITIONS in one.needs else []
    data = request.POST if request.method == "POST" else None
    if data is not None and "add" in data:
        data = data.copy()
        data["conditions-TOTAL_FORMS"] = str(min(int(data.get("conditions-TOTAL_FORMS") or 0), 20) + 1)
    form = ProposeForm(data, initial={"commissioner": str(initiative.body or "")}, **offered)
    conditions = (
        condition_formset()(data, prefix="conditions", partners=partners)
        if Need.CONDITIONS in one.needs
        else None
    )
    if data is None or "add" in data:
        return _propose_page(request, initiative, name, one, form, conditions)
    is_fine = form.is_valid()
    is_fine = (conditions is None or conditions.is_valid()) and is_fine
    wanted = conditions.filled() if conditions is not None and conditions.is_valid() else []
    form.check(timezone.localdate(), n_conditions=len(wanted))
    if not is_fine or form.errors:
        return _propose_page(request, initiative, name, one, form, conditions, status=422)
    try:
        decision = _send(request, initiative, name, one, form, wanted)
    except Refused as refused:
        form.add_error(None, refused.reason)
        return _propose_page(request, initiative, name, one, form, conditions, status=422)
    flash(
        request,
        _("“%(verdict)s” ligt voor aan %(body)s, als %(number)s.")
        % {"verdict": one.label, "body": decision.body, "number": decision.number},
    )
    return redirect("initiatives:gate", network=network, number=number)


def _named(initiative: Initiative, gate: str, slug: str) -> tuple[Gate, Verdict]:
    """Find the gate and the verdict that the address names; another stage has other verdicts."""
    if gate not in Gate.values:
        raise Http404(_("Deze poort is er niet."))
    name = Gate(gate)
    one = next(
        (one for one in verdicts_for(name, Stage(initiative.stage)) if slugify(one.label) == slug), None
    )
    if one is None:
        raise Http404(_("Dit besluit hoort niet bij de stand van dit initiatief."))
    return name, one


def _send(
    request: HttpRequest,
    initiative: Initiative,
    name: Gate,
    one: Verdict,
    form: ProposeForm,
    wanted: list[dict[str, Any]],
) -> Decision:
    terms = actions.ProposedTerms(**form.terms(), conditions=tuple(NewCondition(**row) for row in wanted))
    return actions.propose(
        initiative,
        by=request.user,
        gate=name,
        verdict=one.code,
        terms=terms,
        meeting=form.meeting,
        closes_at=form.closes_at,
        reason=form.cleaned_data["reason"],
    )


def _propose_page(
    request: HttpRequest,
    initiative: Initiative,
    name: Gate,
    one: Verdict,
    form: ProposeForm,
    conditions: Any,
    *,
    status: int = 200,
) -> HttpResponse:
    known = checklist(initiative, today=timezone.localdate(), gate=name)
    context = {
        "initiative": initiative,
        "gate": name,
        "verdict": one,
        "form": form,
        "conditions": conditions,
        "flat": [form, *(conditions.forms if conditions is not None else [])] if status != 200 else [],
        "lacking": [_point(point) for point in known.lacking(one.code)] if known else [],
        "once": new_mark(),
    }
    return render(request, "initiatives/propose.html", context, status=status)


@members
@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, network: str, number: str, decision: str) -> HttpResponse:
    """Change what stands beside a proposal while the group still decides: another verdict may need a date or a name."""
    initiative = initiative_or_404(request, number)
    proposal = (
        Proposal.objects.visible_to(request.user)
        .filter(initiative=initiative, decision__number=decision)
        .select_related("decision__body", "decision__network", "explorer", "lead")
        .first()
    )
    if proposal is None:
        raise Http404(_("Dit voorstel is er niet."))
    allow(why_not_amend_proposal(request.user, proposal.decision))
    offered = [verdict(Gate(proposal.gate), option["code"]) for option in proposal.decision.options]
    needs = frozenset(need for one in offered if one for need in one.needs) - {Need.CONDITIONS}
    start = {
        name: getattr(proposal, name)
        for name in ("wake_on", "public_reason", "due_on", "hours_cap", "commissioner", "phase")
    }
    start |= {name: str(getattr(proposal, f"{name}_id") or "") for name in ("explorer", "lead")}
    form = TermsForm(request.POST or None, needs=needs, people=choices.people(request), initial=start)
    if request.method == "GET" or not form.is_valid():
        context = {"initiative": initiative, "proposal": proposal, "form": form}
        return render(
            request, "initiatives/proposal.html", context, status=200 if request.method == "GET" else 422
        )
    actions.amend_proposal(proposal.decision, by=request.user, terms=actions.ProposedTerms(**form.terms()))
    flash(request, _("Het voorstel %(number)s is aangepast.") % {"number": decision})
    return redirect("initiatives:gate", network=network, number=number)


# --------------------------------------------------------------------------- the criteria after the exploration


@members
@require_http_methods(["GET", "POST"])
def confirm_criteria(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down how the group answers the criteria now that the exploration is done."""
    initiative = initiative_or_404(request, number)
    allow(why_not_confirm_criteria(request.user, initiative))
    evidence = Evidence(initiative, today=timezone.localdate())
    if evidence.criteria_set is None:
        raise Refused(_("Dit netwerk heeft nog geen criteria. De netwerkmanager legt ze vast."))
    form = ScoreForm(
        request.POST if request.method == "POST" else None,
        criteria=evidence.criteria,
        is_weighed=evidence.criteria_set.kind == CriteriaKind.WEIGHED,
        given=evidence.confirmation,
    )
    this = queries.round_of(request.user, initiative, timezone.localdate())
    context = {"initiative": initiative, "form": form, "evidence": evidence, "round": this}
    if request.method == "GET":
        return render(request, "initiatives/confirm_criteria.html", context)
    if not form.is_valid():
        return render(request, "initiatives/confirm_criteria.html", context, status=422)
    try:
        actions.record_confirmation(
            initiative, by=request.user, answers=form.answers(), remark=form.cleaned_data["remark"]
        )
    except Refused as refused:
        form.add_error(None, refused.reason)
        return render(request, "initiatives/confirm_criteria.html", context, status=422)
    flash(request, _("De antwoorden van de groep op de criteria zijn bewaard."))
    return redirect("initiatives:gate", network=network, number=number)
