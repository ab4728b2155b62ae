"""Closing a decision: judged on its own day and frozen with its proofs; consents and ratification can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.announcing import announce_consents
from schakel.governance.actions.numbering import require_text
from schakel.governance.actions.opening import (
    Proposal,
    lock_decision,
    new_condition,
    new_decision,
    put_before,
)
from schakel.governance.models import Body, ConsentRequest, Decision, Mandate, Meeting
from schakel.governance.permissions import (
    delegated_method,
    why_not_close,
    why_not_consent,
    why_not_delegate,
    why_not_escalate,
    why_not_ratified_by,
    why_not_ratify,
)
from schakel.governance.queries import (
    BallotLine,
    as_chair,
    ballot,
    begun_by,
    consents_of,
    decision_day,
    has_everyone_voted,
    judgement_on,
    mandates_of,
    may_instead,
    seat_states,
)
from schakel.governance.rules import (
    BACK_ON,
    ConsentState,
    DecisionStatus,
    Judgement,
    Matter,
    Means,
    Method,
    NewCondition,
    Subject,
    as_json,
    find_mandate,
    from_json,
    judge,
    ratified,
    why_not_judge_yet,
    with_consents,
)
from schakel.journal.actions import record
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person

RATIFY = "ratify"


@transaction.atomic
def close_decision(
    decision: Decision,
    *,
    by: Person | None,
    reason: str = "",
    public_reason: str = "",
    conditions: Sequence[NewCondition] = (),
    effective_on: date | None = None,
) -> Decision:
    """Close the voting and judge the decision on its day: valid, provisional or not carried. It is judged once."""
    decision = lock_decision(decision)
    now = timezone.now()
    on = decision_day(decision, now)
    lines = ballot(decision, on)
    allow(why_not_close(by, decision, now, all_voted=has_everyone_voted(lines)))
    if not decision.is_written:
        allow(why_not_judge_yet(decision.method, seat_states(lines)))
    judgement = judgement_on(decision, on, lines)
    for condition in conditions:
        new_condition(decision, condition)
    decision.reason = reason.strip() or decision.reason
    decision.public_reason = public_reason.strip() or decision.public_reason
    decision.effective_on = effective_on or decision.effective_on
    _require_consents(decision, judgement)
    _freeze(decision, judgement, on=on, now=now, lines=lines)
    if decision.is_provisional:
        announce_consents(decision, by=by)
    record(
        by=by, verb="decided", about=decision, reason=decision.reason, data={"status": str(decision.status)}
    )
    if decision.ratifies is not None and decision.is_valid:
        _settle_ratified(decision.ratifies, decision, by=by, now=now)
    return decision


def _freeze(
    decision: Decision, judgement: Judgement, *, on: date, now: datetime, lines: Sequence[BallotLine] = ()
) -> None:
    """Store the outcome with its proofs, and the seats as they stood."""
    decision.status = judgement.status
    decision.decided_on, decision.decided_at = on, now
    decision.valid_at = now if judgement.is_valid else None
    decision.mandate_id = judgement.mandate_id
    decision.proof = {
        **as_json(judgement),
        "on": on.isoformat(),
        "seats": [_seat_on_paper(line) for line in lines],
    }
    decision.save()


def _seat_on_paper(line: BallotLine) -> dict[str, Any]:
    """One seat as it stood, in words that survive the people."""
    return {
        "seat": line.seat.name,
        "person": str(line.person or ""),
        "is_voting": line.seat.is_voting,
        "is_present": line.is_present,
        "choice": line.vote.choice if line.vote else "",
        "reason": line.vote.reason if line.vote else "",
        "recused": line.recusal.reason if line.recusal else "",
    }


def _require_consents(decision: Decision, judgement: Judgement) -> None:
    """Mark which consents the mandate of that day needs; without a mandate all of them."""
    if judgement.mandate_id is None:
        decision.consents.update(is_required=True)
        return
    grounds = Mandate.objects.of(decision.network).get(pk=judgement.mandate_id).consents
    decision.consents.filter(ground__in=grounds).update(is_required=True)
    decision.consents.exclude(ground__in=grounds).update(is_required=False)


@transaction.atomic
def give_consent(request: ConsentRequest, *, by: Person, reason: str = "") -> Decision:
    """Give consent for one's own partner; a provisional decision that lacked only this becomes valid."""
    return _answer(request, by=by, state=ConsentState.GIVEN, reason=reason.strip())


@transaction.atomic
def refuse_consent(request: ConsentRequest, *, by: Person, reason: str) -> Decision:
    """Refuse consent for one's own partner, with the reason; the decision stays under reserve."""
    return _answer(
        request,
        by=by,
        state=ConsentState.REFUSED,
        reason=require_text(reason, name=_("waarom u geen akkoord geeft")),
    )


def _answer(request: ConsentRequest, *, by: Person, state: str, reason: str) -> Decision:
    """Store a partner's answer and judge the decision again when it waits for it."""
    decision = lock_decision(request.decision)
    found = ConsentRequest.objects.of(request.network).select_for_update(of=("self",))
    request = found.select_related("network", "partner").get(pk=request.pk)
    request.decision = decision
    allow(why_not_consent(by, request))
    now = timezone.now()
    request.state, request.given_by, request.given_at, request.reason = state, by, now, reason
    request.save(update_fields=["state", "given_by", "given_at", "reason"])
    verb = "consented" if state == ConsentState.GIVEN else "refused consent"
    record(by=by, verb=verb, about=decision, reason=reason, on_behalf_of=request.partner.name)
    if decision.is_provisional:
        judgement = with_consents(from_json(decision.proof), consents_of(decision, only_required=True))
        _rejudge(decision, judgement, by=by, now=now)
    return decision


def _rejudge(decision: Decision, judgement: Judgement, *, by: Person | None, now: datetime) -> None:
    """Store what is still missing; nothing missing makes it valid, once and for all, and what it ratifies with it."""
    decision.proof = {**decision.proof, **as_json(judgement)}
    decision.status = judgement.status
    decision.valid_at = now if judgement.is_valid else None
    decision.save(update_fields=["proof", "status", "valid_at", "mandate"])
    if judgement.is_valid:
        record(by=by, verb="became valid", about=decision)
        if decision.ratifies is not None:
            _settle_ratified(decision.ratifies, decision, by=by, now=now)


@transaction.atomic
def ratify(
    decision: Decision,
    *,
    by: Person | None,
    body: Body,
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
    proposal: str = "",
) -> Decision:
    """Ask a body that had the mandate to ratify a provisional decision; when it does, the first becomes valid."""
    decision = lock_decision(decision)
    allow(why_not_ratify(by, decision, body))
    return _ask_to_ratify(decision, body, by=by, meeting=meeting, closes_at=closes_at, proposal=proposal)


def _ask_to_ratify(
    decision: Decision,
    body: Body,
    *,
    by: Person | None,
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
    proposal: str = "",
    escalated_from: Decision | None = None,
) -> Decision:
    """Open the ratifying decision, if the body has a mandate that also held when the first was taken."""
    on = meeting.held_on if meeting else timezone.localdate(closes_at) if closes_at else timezone.localdate()
    allow(why_not_by_mandate(decision, body, on))
    if decision.ratified_by.filter(status=DecisionStatus.OPEN).exists():
        allow(_("Een ander gremium besluit al over de bekrachtiging."))
    what = Proposal(
        type=decision.type,
        title=(
            _("Bekrachtiging van %(number)s: %(title)s")
            % {"number": decision.number, "title": decision.title}
        )[:300],
        proposal=proposal or decision.proposal,
        verdict=RATIFY,
        options=[{"code": RATIFY, "label": _("Bekrachtig")}],
        subject=Subject("decision", decision.pk, decision.number, decision.subject_stage),
        amount_eur=decision.amount_eur,
        asks_money=decision.asks_money,
        dossier=dossier_of(decision),
    )
    return put_before(
        body,
        what,
        by=by,
        meeting=meeting,
        closes_at=closes_at,
        ratifies=decision,
        escalated_from=escalated_from,
    )


def why_not_by_mandate(decision: Decision, body: Body, on: date) -> str | None:
    """Why this body cannot ratify: it has no mandate, or only one granted after the decision. One database query."""
    mandates = mandates_of(body)
    finding = find_mandate(mandates, decision.matter(on))
    if not finding.ok:
        return finding.words
    if find_mandate(begun_by(mandates, decision.decided_on), decision.matter(on)).ok:
        return None
    return _("Dit mandaat is later verleend dan het besluit. Daarmee kan niemand het bekrachtigen.")


def _settle_ratified(original: Decision, ratifier: Decision, *, by: Person | None, now: datetime) -> None:
    """The first decision leans on the ratifying one; only its own consents can still be missing."""
    original = lock_decision(original)
    if not original.is_provisional:
        return
    grounds = ratifier.mandate.consents if ratifier.mandate else []
    original.consents.filter(ground__in=grounds).update(is_required=True)
    judgement = ratified(
        from_json(original.proof),
        body=str(ratifier.body),
        number=ratifier.number,
        consents=consents_of(original, only_required=True),
    )
    original.mandate = original.mandate or ratifier.mandate
    record(by=by, verb="ratified", about=original, data={"by": ratifier.number})
    _rejudge(original, judgement, by=by, now=now)


@transaction.atomic
def escalate(decision: Decision, *, by: Person | None, reason: str, body: Body | None = None) -> Decision:
    """Bring a decision before the body above, with its whole dossier.

    Under reserve: that body is asked to ratify. Still open: it is withdrawn here. Nobody left: it starts afresh there.
    A request to ratify stays one: the other body is asked to ratify the same decision.
    """
    decision = lock_decision(decision)
    target = body or decision.decider.parent
    allow(why_not_escalate(by, decision, target))
    assert target is not None
    reason = require_text(reason, name=_("de reden"))
    record(by=by, verb="escalated", about=decision, reason=reason, data={"to": target.slug})
    if decision.is_provisional:
        return _ask_to_ratify(decision, target, by=by, proposal=reason, escalated_from=decision)
    if decision.is_open:
        decision.status, decision.reason = DecisionStatus.WITHDRAWN, reason
        decision.save(update_fields=["status", "reason"])
    else:
        allow(_why_not_afresh(decision))
    if decision.ratifies is not None:
        first = lock_decision(decision.ratifies)
        allow(why_not_ratified_by(first, target))
        return _ask_to_ratify(first, target, by=by, proposal=reason, escalated_from=decision)
    return put_before(target, _afresh(decision), by=by, escalated_from=decision)


def _why_not_afresh(decision: Decision) -> str | None:
    """Why a decision that nobody could take does not start again: the same lies before a body. One database query."""
    under_way = Decision.objects.of(decision.network).under_way()
    if decision.subject_id is None:
        found = under_way.filter(escalated_from=decision).first()
    else:
        found = under_way.about(decision.subject_id).filter(type=decision.type).first()
    if found is None:
        return None
    words = _("Hierover ligt al een voorstel bij %(body)s: %(number)s. Wacht dat af.")
    return words % {"body": found.body, "number": found.number}


def _afresh(decision: Decision) -> Proposal:
    """The same proposal for another body; partners are asked again, because another body decides."""
    consents = decision.consents.select_related("partner")
    return Proposal(
        type=decision.type,
        title=decision.title,
        proposal=decision.proposal,
        verdict=decision.verdict,
        options=decision.options,
        subject=Subject(
            decision.subject_type, decision.subject_id, decision.subject_label, decision.subject_stage
        ),
        amount_eur=decision.amount_eur,
        asks_money=decision.asks_money,
        means=[Means(one.partner, one.ground, one.amount_eur, one.hours) for one in consents],
        conditions=[
            NewCondition(one.text, one.due_on, one.owner_partner, one.owner_name)
            for one in decision.conditions.select_related("owner_partner")
        ],
        public_reason=decision.public_reason,
        effective_on=decision.effective_on,
        dossier=dossier_of(decision),
    )


def dossier_of(decision: Decision) -> dict[str, Any]:
    """Everything another body needs to decide: the first dossier, what was said, and what was missing.

    On which day something comes back is not in it: that follows from a decision, not before it.
    """
    return {
        **{name: value for name, value in decision.dossier.items() if name != BACK_ON},
        "from": {
            "number": decision.number,
            "body": str(decision.body),
            "status": str(decision.status),
            "proofs": decision.proof.get("proofs", []),
            "votes": [
                {"seat": vote.seat.name, "choice": vote.choice, "reason": vote.reason}
                for vote in decision.votes.select_related("seat")
            ],
        },
    }


@transaction.atomic
def decide_by_delegation(
    body: Body,
    *,
    by: Person | None,
    type: str,
    title: str,
    reason: str,
    verdict: str = "",
    options: Sequence[dict[str, str]] = (),
    subject: Subject | None = None,
    amount_eur: Any = None,
    asks_money: bool | None = None,
    public_reason: str = "",
    conditions: Sequence[NewCondition] = (),
    dossier: dict[str, Any] | None = None,
    effective_on: date | None = None,
) -> Decision:
    """Decide alone for a body, as manager or as chair, under a mandate that says so; the body hears of it next time."""
    what = Proposal(
        type=type,
        title=title,
        verdict=verdict,
        options=options,
        subject=subject,
        amount_eur=amount_eur,
        asks_money=asks_money,
        public_reason=public_reason,
        conditions=conditions,
        dossier=dossier or {},
        effective_on=effective_on,
    )
    return _decide_alone(body, what, by=by, reason=require_text(reason, name=_("de reden")))


def _decide_alone(body: Body, what: Proposal, *, by: Person | None, reason: str) -> Decision:
    """Judge and store a decision of one person; without full proof it is refused, never stored under reserve."""
    method = delegated_method(by, body, what.type)
    allow(why_not_delegate(by, body, method))
    now = timezone.now()
    on = timezone.localdate(now)
    decision = new_decision(
        body, what, now=now, method=method, proposed_by=by, decided_by_person=by, reason=reason
    )
    lines = ballot(decision, on) if method == Method.CHAIR else []
    matter: Matter = decision.matter(on)
    mandates = mandates_of(body)
    higher = "" if find_mandate(mandates, matter, method=method).ok else may_instead(body, matter)
    judgement = judge(matter, mandates=mandates, method=method, seats=as_chair(lines), higher_body=higher)
    allow(None if judgement.is_valid else " ".join(judgement.missing))
    for condition in what.conditions:
        new_condition(decision, condition)
    _freeze(decision, judgement, on=on, now=now, lines=lines)
    record(
        by=by,
        verb="decided",
        about=decision,
        reason=reason,
        data={"method": str(method), "verdict": what.verdict},
    )
    return decision
