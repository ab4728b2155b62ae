"""Bringing an initiative before its body: what is proposed, what it needs, and how its gate stands then."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions import open_decision
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionType, Ground, Means, NewCondition, Subject
from schakel.initiatives.actions.keeping import kept, locked, needed, of_network, tell
from schakel.initiatives.actions.moving import brought_in, subject_of
from schakel.initiatives.actions.planning import CHANGE_SCOPE, has_other_plan
from schakel.initiatives.gates import Checklist, Evidence, checklist, late_conditions_about
from schakel.initiatives.models import Initiative, Proposal
from schakel.initiatives.permissions import why_not_amend_proposal, why_not_name_topic, why_not_propose
from schakel.initiatives.rules import (
    FORWARD,
    Gate,
    Stage,
    Terms,
    Verdict,
    amount_eur,
    missing_terms,
    verdict,
    verdicts_for,
)
from schakel.journal.actions import record
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.governance.models import Body, Meeting
    from schakel.initiatives.models import FundingLine
    from schakel.network.models import Theme
    from schakel.people.models import Person

#: The verdicts that use the money and the people in a plan, the first time or by a new version of it.
STARTS = frozenset({"start", "start_with_conditions", "await_funding", CHANGE_SCOPE})


@dataclass(frozen=True)
class ProposedTerms:
    """What is filled in beside a proposal; what a verdict does not need may stay empty."""

    wake_on: date | None = None
    public_reason: str = ""
    explorer: Person | None = None
    due_on: date | None = None
    hours_cap: int | None = None
    lead: Person | None = None
    commissioner: str = ""
    phase: int | None = None
    funding_line: FundingLine | None = None
    extended_to: date | None = None
    conditions: tuple[NewCondition, ...] = ()

    def as_terms(self) -> Terms:
        """The terms as the rules look at them."""
        return Terms(
            wake_on=self.wake_on,
            public_reason=self.public_reason,
            explorer=self.explorer,
            due_on=self.due_on,
            lead=self.lead,
            commissioner=self.commissioner,
            phase=self.phase,
            funding_line=self.funding_line,
            extended_to=self.extended_to,
            n_conditions=len(self.conditions),
        )


KEPT_TERMS = tuple(field.name for field in fields(ProposedTerms) if field.name != "conditions")


@transaction.atomic
def propose(
    initiative: Initiative,
    *,
    by: Person | None,
    gate: str,
    verdict: str,
    terms: ProposedTerms | None = None,
    body: Body | None = None,
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
    reason: str = "",
) -> Decision:
    """Bring an initiative before a body: the proposed verdict, what it needs, and the checklist as it stands."""
    initiative = locked(initiative)
    allow(why_not_propose(by, initiative, gate, body))
    body = body or initiative.body
    assert body is not None, "without a body nobody may propose"
    terms = terms or ProposedTerms()
    of_network(initiative.network_id, terms.funding_line)
    today = timezone.localdate()
    one = _offered(gate, verdict, initiative)
    evidence = Evidence(initiative, today=today)
    points = checklist(initiative, today=today, gate=gate, evidence=evidence)
    frozen = points.as_json() if points else {}
    allow(_why_not_now(one, initiative, today) or _why_not_bring(one, body, terms, points, today))
    _refuse_second_proposal(initiative, gate)
    means, amount = _asked_of(evidence) if one.code in STARTS else ([], None)
    decision = open_decision(
        body,
        by=by,
        type=gate,
        title=f"{one.label}: {initiative.title}",
        proposal=kept(reason),
        verdict=one.code,
        options=_options(gate, initiative, points, one),
        subject=subject_of(initiative),
        amount_eur=amount,
        asks_money=bool(amount),
        means=means,
        meeting=meeting,
        closes_at=closes_at,
        conditions=terms.conditions,
        public_reason=kept(terms.public_reason),
        dossier=frozen | brought_in(initiative),
    )
    version = points.version if points else None
    _keep(decision, initiative, by, gate, one, terms, template_version=version, checklist=frozen)
    words = _("Voorgelegd aan %(body)s: %(verdict)s") % {"body": body, "verdict": str(one.label).lower()}
    tell(initiative, icon="decision", by=by, decision=decision, title=words, text=decision.proposal)
    data = {"decision": decision.number}
    record(by=by, verb="proposed", about=initiative, reason=decision.proposal, data=data)
    return decision


def _why_not_bring(
    one: Verdict, body: Body, terms: ProposedTerms, points: Checklist | None, today: date
) -> str | None:
    """Why this verdict cannot be proposed now: something beside it is missing, or the checklist holds it back."""
    lacking = missing_terms(one, terms.as_terms(), today=today)
    if lacking:
        return next(iter(lacking.values()))
    if one.code == "escalate" and body.parent_id is None:
        return _("Boven %(body)s staat geen ander gremium.") % {"body": body}
    return points.why_not(one.code) if points else None


def _why_not_now(one: Verdict, initiative: Initiative, today: date) -> str | None:
    """Why this verdict makes no sense for how things stand with this initiative."""
    if one.code in FORWARD and initiative.halted_on is not None:
        return _("Dit ligt stil sinds %(day)s. Eerst beslist de groep over de noodstop.") % {
            "day": dutch_date(initiative.halted_on)
        }
    if one.code == "lift" and initiative.halted_on is None:
        return _("Er is geen noodstop om op te heffen.")
    if one.code == "extend" and not late_conditions_about(initiative, today):
        return _("Er is geen voorwaarde te laat.")
    if one.code == "change_scope" and not has_other_plan(initiative):
        return _("Leg eerst een nieuwe versie van het plan vast. Daarover beslist de groep dan.")
    return None


def _offered(gate: str, code: str, initiative: Initiative) -> Verdict:
    one = next((offered for offered in _offers(gate, initiative) if offered.code == code), None)
    if one is None:
        raise Refused(_("Dit besluit hoort niet bij deze poort. Kies een besluit uit de lijst."))
    return one


def _offers(gate: str, initiative: Initiative) -> tuple[Verdict, ...]:
    return verdicts_for(Gate(gate), Stage(initiative.stage), is_light=initiative.is_light)


def _options(
    gate: str, initiative: Initiative, points: Checklist | None, proposed: Verdict
) -> list[dict[str, str]]:
    """The verdicts a body can still choose: the proposed one first, without those that the checklist holds back.

    A start uses the means of partners and asks their consent; something else does not, so the two are not mixed.
    """
    others = [
        one
        for one in _offers(gate, initiative)
        if one.code != proposed.code
        and (one.code in STARTS) == (proposed.code in STARTS)
        and (points is None or points.why_not(one.code) is None)
    ]
    return [{"code": one.code, "label": str(one.label)} for one in (proposed, *others)]


def _refuse_second_proposal(initiative: Initiative, gate: str) -> None:
    waiting = (
        Decision.objects.of(initiative.network).about(initiative.pk).under_way().filter(type=gate).first()
    )
    if waiting is not None:
        raise Refused(
            _("Hierover ligt al een voorstel: %(number)s. Wacht dat af of trek het in.")
            % {"number": waiting.number}
        )


def _asked_of(evidence: Evidence) -> tuple[list[Means], Decimal]:
    """Whose money and hours the plan uses, and the sum of money it asks."""
    means = []
    for stake in evidence.stakes:
        partner = stake.partner
        if stake.is_funder:
            means.append(Means(partner, Ground.FUNDER, amount_eur=stake.amount_eur))
        if stake.hours or (stake.amount_eur and not stake.is_funder):
            own_money = None if stake.is_funder else stake.amount_eur or None
            means.append(
                Means(partner, Ground.PARTNERS_IN_PLAN, amount_eur=own_money, hours=stake.hours or None)
            )
    return means, amount_eur(evidence.content)


def _keep(
    decision: Decision,
    initiative: Initiative | None,
    by: Person | None,
    gate: str,
    one: Verdict,
    terms: ProposedTerms,
    **more: object,
) -> Proposal:
    values = {name: getattr(terms, name) for name in KEPT_TERMS}
    values["public_reason"] = kept(terms.public_reason)
    values["commissioner"] = kept(terms.commissioner, longest=200)
    return Proposal.objects.create(
        network_id=decision.network_id,
        decision=decision,
        initiative=initiative,
        gate=gate,
        verdict=one.code,
        proposed_by=by,
        proposed_at=timezone.now(),
        n_moves_before=initiative.moves.count() if initiative else 0,
        **values,
        **more,
    )


@transaction.atomic
def amend_proposal(decision: Decision, *, by: Person | None, terms: ProposedTerms) -> Proposal:
    """Change what stands beside a proposal while the body still decides, for instance another verdict needs a date."""
    decision = Decision.objects.of(decision.network).select_for_update().get(pk=decision.pk)
    allow(why_not_amend_proposal(by, decision))
    proposal = Proposal.objects.of(decision.network).filter(decision=decision).first()
    if proposal is None:
        raise Refused(_("Bij dit besluit hoort geen voorstel over een initiatief."))
    for name in KEPT_TERMS:
        setattr(proposal, name, getattr(terms, name))
    proposal.public_reason = kept(terms.public_reason)
    proposal.commissioner = kept(terms.commissioner, longest=200)
    proposal.save()
    record(by=by, verb="proposal amended", about=decision)
    return proposal


@transaction.atomic
def name_topic(
    body: Body,
    *,
    by: Person | None,
    title: str,
    problem: str,
    theme: Theme,
    explorer: Person,
    due_on: date,
    hours_cap: int | None = None,
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
) -> Decision:
    """Let a body name a topic itself, without a submitted idea; a valid decision puts it into exploration."""
    allow(why_not_name_topic(by, body))
    of_network(body.network_id, theme, meeting)
    title = needed(title, _("Geef het onderwerp een naam."), longest=200)
    problem = needed(problem, _("Schrijf op wat het probleem is, en voor wie."))
    one = verdict(Gate.P1, "explore")
    assert one is not None, "P1 can decide to explore"
    terms = ProposedTerms(explorer=explorer, due_on=due_on, hours_cap=hours_cap)
    allow(next(iter(missing_terms(one, terms.as_terms(), today=timezone.localdate()).values()), None))
    decision = open_decision(
        body,
        by=by,
        type=DecisionType.P1,
        title=_("Benoem als onderwerp: %(title)s") % {"title": title},
        proposal=problem,
        verdict=one.code,
        options=[{"code": one.code, "label": str(one.label)}],
        subject=Subject(type="initiative", id=uuid4(), label=title),
        meeting=meeting,
        closes_at=closes_at,
    )
    _keep(decision, None, by, Gate.P1, one, terms, title=title, problem=problem, theme=theme)
    record(by=by, verb="topic proposed", about=decision)
    return decision
