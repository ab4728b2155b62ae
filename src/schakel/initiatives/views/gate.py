"""The page of the gate: which verdicts exist, who can decide, bringing one before the group, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from schakel.governance import queries as governance_queries
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus, version_words
from schakel.initiatives.actions import has_other_plan
from schakel.initiatives.models import GateList, Initiative, Proposal
from schakel.initiatives.permissions import (
    why_not_amend_proposal,
    why_not_confirm_criteria,
    why_not_move_edition,
    why_not_propose,
    why_not_see_screening,
)
from schakel.initiatives.rules import (
    Gate,
    Need,
    Stage,
    Verdict,
    amount_eur,
    gates_for,
    newest_edition,
    verdicts_for,
)
from schakel.initiatives.views.gate_card import gate_card, reasons
from schakel.initiatives.views.looking import address, head, initiative_or_404, page_of
from schakel.initiatives.views.papers import offered
from schakel.tenancy.audience import members
from schakel.web.remembered import person, remembers

#: How the verdict of a decision looks.
VERDICT_LOOKS = {
    "start": "go",
    "start_with_conditions": "go_if",
    "redo": "adjust",
    "escalate": "adjust",
    "await_funding": "go_if",
    "go_with_conditions": "go_if",
    "adjust": "adjust",
    "continue": "adjust",
    "not_yet": "adjust",
    "not_embedded": "adjust",
    "reopen": "adjust",
    "lift": "go",
    "extend": "adjust",
    "change_scope": "adjust",
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
    Need.EXTENDED_TO: gettext_lazy("een dag"),
    Need.FUNDING_LINE: gettext_lazy("een geldstroom"),
    Need.CONDITIONS: gettext_lazy("voorwaarden"),
}


@members
@require_safe
@remembers(person)
def gate(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the next gate: its points, who decides, the verdicts there are, and how it stood when the group decided."""
    initiative = initiative_or_404(request, number)
    today = timezone.localdate()
    context = head(request, initiative, tab="gate")
    card = gate_card(request, context["detail"], today)
    context |= {
        "card": card,
        "verdicts": _verdict_rows(request, context["detail"], card),
        "deciders": _deciders(request, initiative, card, today),
        "confirm": _confirm_deed(request, initiative),
        "may_read": why_not_see_screening(request.user, initiative) is None,
        "waiting_card": decision_card(request, card["waiting"], _("Ligt voor")) if card else None,
        "amend": _amend_deed(request, initiative, card),
        "papers": [
            {
                "label": _("Dossier voor de groep, ook als PDF"),
                "href": page_of(request, "dossiers", initiative),
            },
            offered(request, initiative, _("Oplegnotitie"), "memo"),
        ],
        "snapshots": _snapshots(request, initiative),
        "edition": _edition(request, initiative) if card else None,
    }
    return render(request, "initiatives/gate.html", context)


def _edition(request: HttpRequest, initiative: Initiative) -> dict[str, Any]:
    """Which edition of the lists holds here, and the deed that lets the newest one hold, for who may."""
    newest, own = newest_edition(), GateList.objects.newest_number(request.network)
    is_own = initiative.gate_edition == newest
    is_newest = is_own and initiative.own_gate_edition == own
    label = (
        _("Volg de nieuwste lijsten van dit netwerk")
        if is_own
        else _("Volg editie %(n)s van de poortlijsten") % {"n": newest}
    )
    return {
        "is_newest": is_newest,
        "is_own": is_own,
        "newest": newest,
        "deed": None
        if is_newest or why_not_move_edition(request.user, initiative)
        else {
            "label": label,
            "href": page_of(request, "edition", initiative),
            "quiet": True,
        },
    }


def _verdict_rows(request: HttpRequest, detail: Any, card: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Every verdict there is at this moment, what it leads to and needs, with its deed or why it cannot be."""
    initiative, waiting = detail.initiative, detail.waiting_decision
    stage = Stage(initiative.stage)
    rows: list[dict[str, Any]] = []
    for name in gates_for(stage, is_light=initiative.is_light):
        refusal = why_not_propose(request.user, initiative, name)
        for one in verdicts_for(name, stage, is_light=initiative.is_light):
            if name == Gate.PX and one.code in {row["code"] for row in rows}:
                continue
            if one.code in _ONLY_WHEN and not _ONLY_WHEN[one.code](initiative, card):
                continue
            lacking = reasons(card["known"], one.code) if card and name == card["gate"] else []
            rows.append(_verdict_row(request, initiative, name, one, refusal, lacking, waiting))
    return rows


def _has_late(initiative: Initiative, card: dict[str, Any] | None) -> bool:
    """A condition of an earlier decision is late."""
    return bool(card and card["known"].late_conditions)


#: Verdicts that are offered only when there is something to decide about.
_ONLY_WHEN: dict[str, Callable[[Initiative, Any], bool]] = {
    "lift": lambda initiative, card: initiative.halted_on is not None,
    "extend": _has_late,
    "change_scope": lambda initiative, card: has_other_plan(initiative),
}


def _verdict_row(
    request: HttpRequest,
    initiative: Initiative,
    name: Gate,
    one: Verdict,
    refusal: str | None,
    lacking: list[str],
    waiting: Decision | None,
) -> dict[str, Any]:
    href = page_of(request, "propose", initiative, gate=name.value, verdict=slugify(one.label))
    label = _("Stel voor: %(verdict)s") % {"verdict": str(one.label)[:1].lower() + str(one.label)[1:]}
    deed: dict[str, Any] = {"label": label, "href": href, "quiet": True}
    if waiting is None and refusal is None and lacking:
        deed |= {"refusal": lacking, "id": f"{name.value}-{one.code}"}
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
    own = initiative.body
    above = own.parent_id if own else None
    near = [one for one in found if own and one.body.pk in {own.pk, above}]
    return [
        {"state": "ready" if one.ok else "no", "label": one.body.name, "note": one.words}
        for one in sorted(near, key=lambda one: one.body.pk == above)
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


def _amend_deed(
    request: HttpRequest, initiative: Initiative, card: dict[str, Any] | None
) -> dict[str, Any] | None:
    """While the group still decides, its chair or secretary can fill in what another verdict needs."""
    waiting = card["waiting"] if card else None
    if waiting is None or not waiting.is_open or why_not_amend_proposal(request.user, waiting):
        return None
    href = page_of(request, "amend_proposal", initiative, decision=waiting.number)
    return {"label": _("Pas het voorstel aan"), "href": href, "quiet": True}


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
        kept = one.checklist or {}
        shown.append(
            {
                "decision": decision_card(request, one.decision, Gate(one.gate).label),
                "ready": kept.get("n_ready", 0),
                "total": kept.get("n", 0),
                "version": version_words(kept) if kept.get("version") else "",
                "checks": [
                    {
                        "state": point["state"],
                        "label": point["label"],
                        "note": point["words"],
                    }
                    for point in kept.get("points", [])
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
