"""A proposal comes before a body: in a meeting, in writing, or waiting for the next agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.announcing import announce_consents, announce_proposal, announce_vote
from schakel.governance.actions.numbering import DECISIONS, next_number, require_text
from schakel.governance.models import AgendaItem, Body, Condition, ConsentRequest, Decision, Mandate, Meeting
from schakel.governance.permissions import (
    why_not_add_condition,
    why_not_edit_body,
    why_not_meet_condition,
    why_not_open,
    why_not_put_on_agenda,
    why_not_withdraw,
)
from schakel.governance.queries import mandates_of
from schakel.governance.rules import (
    BODY_METHODS,
    AgendaKind,
    DecisionStatus,
    DecisionType,
    Ground,
    Matter,
    Means,
    NewCondition,
    Subject,
    find_mandate,
)
from schakel.journal.actions import record
from schakel.network.models import Partner
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.people.models import Person


@dataclass(frozen=True)
class Proposal:
    """What is put before a body, in one parcel."""

    type: str
    title: str
    proposal: str = ""
    verdict: str = ""
    options: Sequence[Mapping[str, str]] = ()
    subject: Subject | None = None
    amount_eur: Decimal | None = None
    asks_money: bool | None = None
    method: str = ""
    means: Sequence[Means] = ()
    conditions: Sequence[NewCondition] = ()
    public_reason: str = ""
    effective_on: date | None = None
    dossier: Mapping[str, Any] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether money is asked; an amount above nothing says so by itself."""
        return bool(self.amount_eur) if self.asks_money is None else self.asks_money or bool(self.amount_eur)


@transaction.atomic
def open_decision(
    body: Body,
    *,
    by: Person | None,
    type: str,
    title: str,
    proposal: str = "",
    verdict: str = "",
    options: Sequence[Mapping[str, str]] = (),
    subject: Subject | None = None,
    amount_eur: Decimal | None = None,
    asks_money: bool | None = None,
    method: str = "",
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
    means: Sequence[Means] = (),
    conditions: Sequence[NewCondition] = (),
    dossier: Mapping[str, Any] | None = None,
    public_reason: str = "",
    effective_on: date | None = None,
) -> Decision:
    """Put a proposal before a body; partners whose means it uses are asked for their consent at once."""
    allow(why_not_put_on_agenda(by, body))
    return put_before(
        body,
        Proposal(
            type=type,
            title=title,
            proposal=proposal,
            verdict=verdict,
            options=options,
            subject=subject,
            amount_eur=amount_eur,
            asks_money=asks_money,
            method=method,
            means=means,
            conditions=conditions,
            public_reason=public_reason,
            effective_on=effective_on,
            dossier=dossier or {},
        ),
        by=by,
        meeting=meeting,
        closes_at=closes_at,
    )


def put_before(
    body: Body,
    what: Proposal,
    *,
    by: Person | None,
    meeting: Meeting | None = None,
    closes_at: datetime | None = None,
    **links: Decision | None,
) -> Decision:
    """Make the open decision with its consents, conditions and place on the agenda; whoever calls checked the right."""
    now = timezone.now()
    allow(why_not_proposal(what))
    allow(why_not_moment(body, meeting, closes_at, now))
    mandate = _mandate_for(body, what, meeting, now)
    decision = new_decision(
        body,
        what,
        now=now,
        method=what.method or (mandate.method if mandate else "") or body.method,
        meeting=meeting,
        closes_at=closes_at,
        proposed_by=by,
        **links,
    )
    ask_consents(decision, what.means, mandate.consents if mandate else Ground.values)
    for condition in what.conditions:
        new_condition(decision, condition)
    if meeting is not None:
        agenda_item_for(decision, meeting)
    announce_consents(decision, by=by)
    announce_vote(decision, by=by)
    announce_proposal(decision, by=by)
    record(
        by=by,
        verb="proposed",
        about=decision,
        data={"body": body.slug, "type": what.type, "verdict": what.verdict},
    )
    return decision


def why_not_proposal(what: Proposal) -> str | None:
    """Why this proposal cannot be put before anyone."""
    if what.type not in DecisionType.values:
        return _("Deze soort besluit kennen wij niet: %(type)s.") % {"type": what.type}
    if what.method and what.method not in BODY_METHODS:
        return _("Deze manier van besluiten kennen wij niet: %(method)s.") % {"method": what.method}
    if what.amount_eur is not None and what.amount_eur < 0:
        return _("Een bedrag is niet minder dan nul.")
    if any(use.ground not in Ground.values for use in what.means):
        return _("Een partner geeft akkoord over eigen geld of mensen, of als financier.")
    return why_not_verdict(what.options, what.verdict)


def why_not_verdict(options: Sequence[Mapping[str, str]], verdict: str) -> str | None:
    """Why this outcome cannot be chosen: it is not among what was offered."""
    codes = [option["code"] for option in options]
    if options and verdict not in codes:
        labels = ", ".join(str(option["label"]) for option in options)
        return _("Kies als voorstel een van: %(labels)s.") % {"labels": labels}
    return None


def why_not_moment(
    body: Body, meeting: Meeting | None, closes_at: datetime | None, now: datetime
) -> str | None:
    """Why the body cannot decide then: the meeting is another's or over, or the closing moment has passed."""
    if meeting is not None and closes_at is not None:
        return _("Een besluit valt in een overleg of in een schriftelijke ronde, niet in allebei.")
    if meeting is not None and meeting.body_id != body.pk:
        return _("Dit overleg is van een ander gremium.")
    if meeting is not None and meeting.is_closed:
        return _("Dit overleg is afgesloten. Kies een volgend overleg.")
    if closes_at is not None and closes_at <= now:
        return _("Kies voor het einde van de schriftelijke ronde een moment na nu.")
    return None


def _mandate_for(body: Body, what: Proposal, meeting: Meeting | None, now: datetime) -> Mandate | None:
    """The mandate that would cover the proposal on the day that is planned, for its method and consents."""
    on = meeting.held_on if meeting else timezone.localdate(now)
    stage = what.subject.stage if what.subject else ""
    matter = Matter(type=what.type, on=on, stage=stage, amount_eur=what.amount_eur, asks_money=what.asks)
    finding = find_mandate(mandates_of(body), matter)
    return Mandate.objects.get(pk=finding.mandate.mandate_id) if finding.mandate else None


def new_decision(body: Body, what: Proposal, *, now: datetime, method: str, **fields: Any) -> Decision:
    """One new row with its number."""
    subject = what.subject or Subject("", None, "")
    return Decision.objects.create(
        network=body.network,
        body=body,
        number=next_number(body.network, DECISIONS, timezone.localdate(now).year),
        type=what.type,
        method=method,
        title=require_text(what.title, longest=300, name=_("de titel")),
        proposal=what.proposal.strip(),
        options=[{"code": str(option["code"]), "label": str(option["label"])} for option in what.options],
        verdict=what.verdict,
        subject_type=subject.type,
        subject_id=subject.id,
        subject_label=subject.label[:300],
        subject_stage=subject.stage,
        amount_eur=what.amount_eur,
        asks_money=what.asks,
        public_reason=what.public_reason.strip(),
        effective_on=what.effective_on,
        dossier=dict(what.dossier),
        recorded_at=now,
        **fields,
    )


def ask_consents(decision: Decision, means: Sequence[Means], grounds: Sequence[str]) -> None:
    """Ask each partner once on each ground; amounts and hours of several lines are added up."""
    sums: dict[tuple[Any, str], list[Decimal | None]] = {}
    for use in means:
        amount, hours = sums.get((use.partner.pk, use.ground), [None, None])
        sums[(use.partner.pk, use.ground)] = [_plus(amount, use.amount_eur), _plus(hours, use.hours)]
    for (partner_id, ground), (amount, hours) in sums.items():
        ConsentRequest.objects.create(
            network=decision.network,
            decision=decision,
            partner_id=partner_id,
            ground=ground,
            amount_eur=amount,
            hours=hours,
            is_required=ground in grounds,
        )


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one if other is None else one + other


def new_condition(decision: Decision, what: NewCondition) -> Condition:
    """One condition of a decision, with its owner and its day."""
    owner_name = what.owner_name.strip()
    if what.owner_partner is None and not owner_name:
        allow(_("Schrijf bij elke voorwaarde wie ervoor zorgt."))
    return Condition.objects.create(
        network=decision.network,
        decision=decision,
        text=require_text(what.text, name=_("de voorwaarde")),
        due_on=what.due_on,
        owner_partner=what.owner_partner,
        owner_name=owner_name[:200],
    )


def agenda_item_for(decision: Decision, meeting: Meeting) -> AgendaItem:
    """The decision as a point at the end of an agenda."""
    return AgendaItem.objects.create(
        network=decision.network,
        body=meeting.body,
        meeting=meeting,
        position=next_position(meeting),
        kind=AgendaKind.DECISION,
        title=decision.title,
        subject_type=decision.subject_type,
        subject_id=decision.subject_id,
        subject_label=decision.subject_label,
        decision=decision,
    )


def next_position(meeting: Meeting) -> int:
    """The place after the last point of an agenda; the meeting is locked so that nobody takes it too."""
    now = Meeting.objects.of(meeting.network).select_for_update(of=("self",)).get(pk=meeting.pk)
    if now.is_closed:  # closed by somebody else since it was chosen
        allow(_("Dit overleg is afgesloten. Kies een volgend overleg."))
    return (meeting.items.aggregate(last=Max("position"))["last"] or 0) + 1


def lock_decision(decision: Decision) -> Decision:
    """The decision as it is now, held until the transaction ends."""
    found = Decision.objects.of(decision.network).select_for_update(of=("self",))
    return found.select_related("network", "body__network", "body__parent", "meeting", "ratifies").get(
        pk=decision.pk
    )


@transaction.atomic
def put_in_writing(decision: Decision, *, by: Person | None, closes_at: datetime) -> Decision:
    """Let the members vote in writing on a decision that waits for a meeting."""
    decision = lock_decision(decision)
    allow(why_not_open(decision) or why_not_withdraw(by, decision))
    if decision.meeting is not None or decision.is_written:
        allow(_("Dit besluit staat al op een agenda of in een schriftelijke ronde."))
    allow(why_not_moment(decision.decider, None, closes_at, timezone.now()))
    decision.closes_at = closes_at
    decision.save(update_fields=["closes_at"])
    announce_vote(decision, by=by)
    record(by=by, verb="put in writing", about=decision, data={"closes_at": closes_at.isoformat()})
    return decision


@transaction.atomic
def withdraw_decision(decision: Decision, *, by: Person | None, reason: str) -> Decision:
    """Take a proposal back before it is decided, or a decision that does not count yet; partners are asked no more."""
    decision = lock_decision(decision)
    allow(why_not_withdraw(by, decision))
    if asked := Decision.objects.of(decision.network).waiting().filter(ratifies=decision).first():
        raise Refused(
            _("%(body)s is gevraagd dit besluit te bekrachtigen (%(number)s). Trek dat voorstel eerst in.")
            % {"body": asked.body, "number": asked.number}
        )
    return overtake(decision, by=by, reason=require_text(reason, name=_("de reden")))


@transaction.atomic
def overtake(decision: Decision, *, by: Person | None, reason: str) -> Decision:
    """Let a decision that nobody counts on any more be taken back; whoever calls knows why, and holds it locked."""
    decision.status, decision.reason = DecisionStatus.WITHDRAWN, reason
    decision.save(update_fields=["status", "reason"])
    record(by=by, verb="withdrawn", about=decision, reason=reason)
    return decision


@transaction.atomic
def add_condition(
    decision: Decision,
    *,
    by: Person | None,
    text: str,
    due_on: date,
    owner_partner: Partner | None = None,
    owner_name: str = "",
) -> Condition:
    """Add a condition to a proposal while the group still decides."""
    decision = lock_decision(decision)
    allow(why_not_add_condition(by, decision))
    condition = new_condition(decision, NewCondition(text, due_on, owner_partner, owner_name))
    record(by=by, verb="added condition", about=decision, reason=text, data={"due": due_on.isoformat()})
    return condition


@transaction.atomic
def hand_over_condition(
    condition: Condition,
    *,
    by: Person | None,
    reason: str,
    owner_partner: Partner | None = None,
    owner_name: str = "",
) -> Condition:
    """Let another partner or person see to a condition; the condition itself and its day stay."""
    found = Condition.objects.of(condition.network).select_for_update(of=("self",))
    condition = found.select_related("network", "decision__body__network").get(pk=condition.pk)
    allow(why_not_meet_condition(by, condition))
    if owner_partner is not None and owner_partner.network_id != condition.network_id:
        allow(_("%(partner)s hoort niet bij dit netwerk.") % {"partner": owner_partner.name})
    was = str(condition.owner)
    condition.owner_partner = owner_partner
    condition.owner_name = (
        "" if owner_partner else require_text(owner_name, longest=200, name=_("wie ervoor zorgt"))
    )
    condition.save(update_fields=["owner_partner", "owner_name"])
    record(
        by=by,
        verb="handed over",
        about=condition.decision,
        reason=reason,
        data={"from": was, "to": str(condition.owner)},
    )
    return condition


@transaction.atomic
def meet_condition(
    condition: Condition, *, by: Person | None, note: str, met_on: date | None = None
) -> Condition:
    """Write down that a condition is met, how, and on which day (today unless said)."""
    found = Condition.objects.of(condition.network).select_for_update(of=("self",))
    condition = found.select_related("network", "decision__body__network").get(pk=condition.pk)
    allow(why_not_meet_condition(by, condition))
    today = timezone.localdate()
    if met_on is not None and met_on > today:
        allow(_("Deze dag moet nog komen. Leg het vast als het zover is."))
    condition.met_on, condition.met_note = (
        met_on or today,
        require_text(note, name=_("hoe de voorwaarde vervuld is")),
    )
    condition.met_by = by
    condition.save(update_fields=["met_on", "met_note", "met_by"])
    record(by=by, verb="met condition", about=condition.decision, reason=condition.met_note)
    return condition


@transaction.atomic
def pass_on_conditions(
    conditions: Sequence[Condition], *, by: Person | None, body: Body, reason: str
) -> None:
    """Let another body see to conditions that are not met; what was decided, and who owes them, stays."""
    allow(why_not_edit_body(by, body))
    reason = require_text(reason, name=_("de reden"))
    for condition in conditions:
        before = str(condition.follower or "")
        condition.followed_by = body
        condition.save(update_fields=["followed_by"])
        data = {"from": before, "to": str(body)}
        record(by=by, verb="passed on condition", about=condition.decision, reason=reason, data=data)


@transaction.atomic
def lapse_conditions(
    conditions: Sequence[Condition], *, reason: str, decision: Decision, by: Person | None
) -> None:
    """Let go of conditions that are not met, because a valid decision ended what they are about."""
    if not decision.is_valid:
        allow(_("Een voorwaarde vervalt door een geldig besluit."))
    for condition in conditions:
        condition.lapsed_on, condition.lapsed_reason = decision.decided_on, reason
        condition.save(update_fields=["lapsed_on", "lapsed_reason"])
        data = {"condition": condition.text[:200], "by": decision.number}
        record(by=by, verb="lapsed condition", about=condition.decision, reason=reason, data=data)


@transaction.atomic
def extend_conditions(
    conditions: Sequence[Condition], *, due_on: date, decision: Decision, by: Person | None
) -> None:
    """Give conditions that are not met until another day, because a valid decision of the body says so."""
    if not decision.is_valid:
        allow(_("Uitstel volgt uit een geldig besluit van de groep."))
    for condition in conditions:
        condition.due_on = due_on
        condition.save(update_fields=["due_on"])
        data = {"due": due_on.isoformat(), "by": decision.number}
        record(by=by, verb="extended condition", about=condition.decision, data=data)
