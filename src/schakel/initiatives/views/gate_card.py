"""The next gate as a card: its points, open ones first, who mends them where, and the deed that fits now."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.documents import queries as documents
from schakel.documents.rules import Subject
from schakel.documents.showing import evidence as evidence_links
from schakel.governance.models import Decision
from schakel.initiatives.gates import Evidence, checklist
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import why_not_do_intake, why_not_propose
from schakel.initiatives.rules import FORWARD, Gate, Stage, gates_for, verdicts_for
from schakel.initiatives.rules.gate_lists import OwnKind
from schakel.initiatives.views.looking import address, page_of
from schakel.web.formats import dutch_date, short_date

#: So many reasons stand under a button; more would tell the list of the gate once more.
FEW_REASONS = 3
PLAN = ("plan", gettext_lazy("Naar het plan"))
MEASURES = ("measures", gettext_lazy("Naar het meetplan"))
EMBEDDING = ("embedding", gettext_lazy("Naar de borging"))
EXPLORATION = ("exploration", gettext_lazy("Naar de verkenning"))
ASSESSMENT = ("assessment", gettext_lazy("Naar de beoordeling"))
#: On which page a point is mended, by the check that found it open.
MENDED_ON: dict[str, tuple[str, Any]] = {
    **dict.fromkeys(("criteria_known", "enough_assessments"), ASSESSMENT),
    "partners_named": ("partners", gettext_lazy("Naar de partners")),
    **dict.fromkeys(
        (
            "questions_answered", "findings_written", "every_partner_heard", "two_partners_willing", "options_compared",
            "payers_known", "factors_weighed", "residents_heard", "embedding_sketched", "advice_written",
        ),
        EXPLORATION,
    ),
    **dict.fromkeys(
        (
            "plan_frozen", "plan_complete", "milestones_typed", "budget_sourced", "commitments_confirmed",
            "risks_covered", "communication_planned", "privacy_checked", "competition_checked", "owner_named",
            "result_written", "one_measure", "stays_light",
        ),
        PLAN,
    ),
    "criteria_confirmed": ("#criteria", gettext_lazy("Naar de criteria")),  # on the page of the gate itself
    "money_fits": ("money", gettext_lazy("Naar het geld")),
    **dict.fromkeys(
        (
            "measures_chosen", "process_followed", "baseline_locked", "effect_promised", "measured_since_start",
            "figures_complete",
            "claims_judged", "balance_kept",
        ),
        MEASURES,
    ),
    **dict.fromkeys(
        (
            "pilot_result", "pilot_experience", "pilot_costs", "rollout_planned", "lesson_shared", "line_owners_named",
            "line_owners_accepted", "structural_funding", "instruction_and_training", "adoption_reached",
            "figures_owned", "contract_agreed", "final_report", "money_settled", "aftercare_planned",
        ),
        EMBEDDING,
    ),
    "archive_made": ("documents", gettext_lazy("Naar de documenten")),
}  # fmt: skip


def gate_card(request: HttpRequest, detail: Any, today: date) -> dict[str, Any] | None:
    """Gather the next gate for a page: its points, open ones first, and the deed that is possible."""
    initiative = detail.initiative
    stage = Stage(initiative.stage)
    own = [one for one in gates_for(stage, is_light=initiative.is_light) if one != Gate.PX]
    if not own and stage != Stage.SUBMITTED:
        return None
    evidence = Evidence(initiative, today=today)
    known = checklist(initiative, today=today, evidence=evidence)
    if known is None:
        return None
    waiting = detail.waiting_decision
    name = Gate(known.gate)
    proofs = evidence_links(request.network, documents.shelf(request.user, Subject.INITIATIVE, initiative.pk))
    return {
        "gate": name,
        "known": known,
        "evidence": evidence,
        "waiting": waiting,
        "shown": {
            "title": _title(stage, name),
            "question": known.question,
            "ready": known.n_ready,
            "total": known.n,
            "partly": sum(point.state == "partly" for point in known.points),
            "planned": _planned(waiting, today),
            "checks": [
                *(_late(one, today) for one in known.late_conditions),
                *(
                    point_row(one)
                    | mended_on(request, initiative, one)
                    | {"evidence": proofs.get(f"{name}:{one.code}", []) + _links(evidence, name, one)}
                    for one in known.points
                ),
            ],
        },
        "deeds": _card_deeds(request, initiative, name, waiting, known),
    }


def _links(evidence: Evidence, name: Gate, point: Any) -> list[dict[str, str]]:
    """The web address in the answer to an own point."""
    answer = evidence.point_answers.get((name, point.code)) if point.kind else None
    return [{"label": answer.link, "href": answer.link}] if answer and answer.link else []


def _title(stage: Stage, name: Gate) -> str:
    if stage == Stage.AWAITING_FUNDING:
        return _("%(gate)s: goedgekeurd, wacht op geld") % {"gate": name.label}
    return _("Volgende poort: %(gate)s") % {"gate": name.label}


def point_row(point: Any) -> dict[str, Any]:
    """Show one point of the checklist: what lacks, who can do something about it, and before when."""
    who = point.who
    if point.due_on:
        before = _("vóór %(day)s") % {"day": dutch_date(point.due_on)}
        who = f"{who}, {before}" if who else before
    return {"state": point.state, "label": point.label, "note": point.words, "who": who}


def mended_on(request: HttpRequest, initiative: Initiative, point: Any) -> dict[str, str]:
    """The page on which an open point is mended; nothing for one that is ready, unless people answer it."""
    if point.kind:
        return _answered_on(request, initiative, point)
    if point.is_ready or point.check not in MENDED_ON:
        return {}
    name, words = MENDED_ON[point.check]
    return {"href": name if name[0] == "#" else page_of(request, name, initiative), "href_label": str(words)}


def _answered_on(request: HttpRequest, initiative: Initiative, point: Any) -> dict[str, str]:
    """The page on which people answer a point that the network added."""
    if point.kind == OwnKind.DOCUMENT:
        href = address(request, "overview:add_document", kind=Subject.INITIATIVE.value, key=initiative.number)
        words = _("Voeg nog een document toe") if point.is_ready else _("Voeg het document toe")
        return {"href": f"{href}?punt={initiative.gate}:{point.code}", "href_label": words}
    href = page_of(request, "answer_point", initiative, code=point.code)
    return {
        "href": href,
        "href_label": _("Verander het antwoord") if point.is_ready else _("Beantwoord dit punt"),
    }


def _late(condition: Any, today: date) -> dict[str, Any]:
    words = _("Had klaar moeten zijn op %(day)s, bij besluit %(number)s.")
    return {
        "state": "late",
        "label": condition.text,
        "note": words % {"day": dutch_date(condition.due_on), "number": condition.decision},
        "who": condition.owner,
    }


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
        why_not = why_not_do_intake(request.user, initiative)
        return [{"label": _("Beantwoord dit idee"), "href": href, "refusal": why_not, "id": "intake"}]
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
        forward = verdicts_for(name, Stage(initiative.stage), is_light=initiative.is_light)[0]
        lacking = reasons(known, forward.code)
        if lacking:
            what = _("“%(verdict)s” kan nog niet.") % {"verdict": forward.label}
            return [
                {"label": _("Kies een ander besluit"), "href": href, "quiet": True},
                {
                    "label": label,
                    "refusal": lacking,
                    "what": what,
                    "id": "voorleggen",
                },
            ]
    return [{"label": label, "href": href, "refusal": refusal, "id": "voorleggen"}]


def reasons(known: Any, code: str) -> list[str]:
    """What a verdict still waits for, a late condition too; many points only as their number."""
    found: list[str] = [f"{point.label}: {point.words}" for point in known.lacking(code)]
    if code in FORWARD:
        found += [
            _("Voorwaarde te laat: %(text)s (%(owner)s)") % {"text": one.text, "owner": one.owner}
            for one in known.late_conditions
        ]
    if len(found) > FEW_REASONS:
        words = _("Er staan nog %(n)s punten open. Hierboven staat wat er ontbreekt, en wie dat kan doen.")
        return [words % {"n": len(found)}]
    return found
