"""Votes: written down by the secretary in a meeting, or cast by the seat holders themselves in writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.announcing import announce_objection
from schakel.governance.actions.numbering import require_text
from schakel.governance.actions.opening import lock_decision, why_not_verdict
from schakel.governance.models import Attendance, Decision, Recusal, Seat, Vote
from schakel.governance.permissions import (
    is_recused,
    standing,
    why_not_record,
    why_not_recuse,
    why_not_say_now,
    why_not_vote,
    why_not_withdraw_objection,
    why_not_withdraw_recusal,
)
from schakel.governance.queries import BallotLine, ballot, decision_day
from schakel.governance.rules import Choice, SeatVote, TenureKind, why_not_choice
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from datetime import datetime

    from schakel.people.models import Person


@transaction.atomic
def record_votes(
    decision: Decision, *, by: Person | None, votes: Sequence[SeatVote], verdict: str = ""
) -> list[Vote]:
    """Write down what each seat said in the meeting; a seat that said nothing loses an earlier vote.

    verdict: the outcome that was voted on, when the group changed it during the meeting.
    """
    decision = lock_decision(decision)
    now = timezone.now()
    allow(why_not_record(by, decision, now))
    if verdict and verdict != decision.verdict:
        allow(why_not_verdict(decision.options, verdict))
        decision.verdict = verdict
        decision.save(update_fields=["verdict"])
    lines = {line.seat.pk: line for line in ballot(decision, decision_day(decision, now))}
    recorded = [_record_one(decision, lines.get(vote.seat_id), vote, by, now) for vote in votes]
    record(
        by=by,
        verb="recorded votes",
        about=decision,
        data={"n_seats": len(votes), "verdict": decision.verdict},
    )
    return [vote for vote in recorded if vote is not None]


def _record_one(
    decision: Decision, line: BallotLine | None, said: SeatVote, by: Person | None, now: datetime
) -> Vote | None:
    """What one seat said, as a vote, as a recusal, or as silence."""
    if line is None or not line.seat.is_voting:
        raise Refused(_("Deze zetel stemt niet mee in %(body)s.") % {"body": decision.body})
    if said.is_recused:
        if line.recusal is None:
            new_recusal(line.seat, person=line.person, reason=said.reason, by=by, now=now, decision=decision)
        Vote.objects.of(decision.network).filter(decision=decision, seat=line.seat).delete()
        return None
    if not said.choice:
        Vote.objects.of(decision.network).filter(decision=decision, seat=line.seat).delete()
        return None
    if line.recusal is not None:
        allow(
            _("%(seat)s stemt niet mee: %(reason)s") % {"seat": line.seat.name, "reason": line.recusal.reason}
        )
    allow(why_not_choice(decision.method, said.choice, said.reason))
    person, is_deputy = _who_spoke(line, said.person_id)
    _note_present(decision, line.seat, person)
    return _write_vote(decision, line.seat, person, said.choice, said.reason, by, now, is_deputy=is_deputy)


def _who_spoke(line: BallotLine, person_id: UUID | None) -> tuple[Person, bool]:
    """Who spoke for the seat on that day, and whether that was the deputy; the holder goes first."""
    sitting = {person.pk: person for person in (line.holder, line.deputy) if person is not None}
    if person_id is not None and person_id not in sitting:
        allow(_("Deze persoon zat die dag niet op de zetel %(seat)s.") % {"seat": line.seat.name})
    person = sitting.get(person_id) if person_id is not None else line.person
    if person is None:
        raise Refused(_("De zetel %(seat)s is vrij. Niemand stemt ervoor.") % {"seat": line.seat.name})
    return person, line.holder is None or person.pk != line.holder.pk


def _note_present(decision: Decision, seat: Seat, person: Person) -> None:
    """Who votes in a meeting was there."""
    Attendance.objects.update_or_create(
        network=decision.network,
        meeting=decision.meeting,
        seat=seat,
        defaults={"person": person, "is_present": True},
    )


def _write_vote(
    decision: Decision,
    seat: Seat,
    person: Person,
    choice: str,
    reason: str,
    by: Person | None,
    now: datetime,
    *,
    is_deputy: bool,
) -> Vote:
    """One seat, one vote: a later one takes the place of an earlier one, whose history stays."""
    vote, _created = Vote.objects.update_or_create(
        network=decision.network,
        decision=decision,
        seat=seat,
        defaults={
            "person": person,
            "choice": choice,
            "reason": reason.strip(),
            "cast_by": by,
            "cast_at": now,
            "is_deputy": is_deputy,
            "is_withdrawn": False,
        },
    )
    return vote


@transaction.atomic
def cast_vote(decision: Decision, *, by: Person, seat: Seat, choice: str, reason: str = "") -> Vote:
    """Vote for one's own seat in a written procedure; it can change until the procedure closes."""
    decision = lock_decision(decision)
    now = timezone.now()
    allow(why_not_vote(by, decision, seat, now))
    allow(why_not_choice(decision.method, choice, reason))
    info = next(one for one in standing(by, decision.network).seats if one.seat_id == seat.pk)
    vote = _write_vote(decision, seat, by, choice, reason, by, now, is_deputy=info.kind == TenureKind.DEPUTY)
    record(by=by, verb="voted", about=decision, data={"seat": seat.name, "choice": choice})
    if choice == Choice.OBJECTION:
        announce_objection(vote, by=by)
    return vote


@transaction.atomic
def recuse(
    seat: Seat,
    *,
    by: Person | None,
    reason: str,
    decision: Decision | None = None,
    subject_id: UUID | None = None,
) -> Recusal:
    """Take a seat out of one decision, or out of everything about one subject, because it has an interest."""
    allow(why_not_recuse(by, seat, decision))
    if decision is None and subject_id is None:
        allow(_("Zeg waarover deze zetel niet meestemt."))
    if decision is not None:
        decision = lock_decision(decision)
        allow(why_not_say_now(decision, timezone.now()))
        allow(why_not_of_this_body(seat, decision))
        if is_recused(seat, decision):
            allow(_("Deze zetel stemt al niet mee."))
        Vote.objects.of(decision.network).filter(decision=decision, seat=seat).delete()
    elif _is_recused_from(seat, subject_id):
        allow(_("Deze zetel stemt al niet mee."))
    info = [one for one in (standing(by, seat.network).seats if by else ()) if one.seat_id == seat.pk]
    recusal = new_recusal(
        seat,
        person=by if info else None,
        reason=reason,
        by=by,
        now=timezone.now(),
        decision=decision,
        subject_id=None if decision else subject_id,
    )
    record(by=by, verb="recused", about=decision or seat, reason=reason)
    return recusal


def why_not_of_this_body(seat: Seat, decision: Decision) -> str | None:
    """Why a seat has no part in a decision: it is of another body."""
    if seat.body_id == decision.body_id:
        return None
    return _("Deze zetel hoort niet bij %(body)s.") % {"body": decision.body}


def _is_recused_from(seat: Seat, subject_id: UUID | None) -> bool:
    return (
        Recusal.objects.of(seat.network)
        .filter(seat=seat, decision__isnull=True, subject_id=subject_id, withdrawn_at__isnull=True)
        .exists()
    )


def new_recusal(
    seat: Seat,
    *,
    person: Person | None,
    reason: str,
    by: Person | None,
    now: datetime,
    decision: Decision | None = None,
    subject_id: UUID | None = None,
) -> Recusal:
    """One recusal with its reason."""
    return Recusal.objects.create(
        network=seat.network,
        decision=decision,
        subject_id=subject_id,
        seat=seat,
        person=person,
        reason=require_text(reason, name=_("de reden van de verschoning")),
        recorded_by=by,
        recorded_at=now,
    )


@transaction.atomic
def withdraw_recusal(recusal: Recusal, *, by: Person | None, reason: str) -> Recusal:
    """Let a seat take part again, with the reason."""
    if recusal.decision is not None:
        lock_decision(recusal.decision)
    found = Recusal.objects.of(recusal.network).select_for_update(of=("self",))
    recusal = found.select_related("decision", "seat__body").get(pk=recusal.pk)
    allow(why_not_withdraw_recusal(by, recusal))
    reason = require_text(reason, name=_("de reden"))
    recusal.withdrawn_at = timezone.now()
    recusal.save(update_fields=["withdrawn_at"])
    record(by=by, verb="withdrew recusal", about=recusal.decision or recusal.seat, reason=reason)
    return recusal


@transaction.atomic
def withdraw_objection(vote: Vote, *, by: Person | None, reason: str) -> Vote:
    """Take back an objection, because the proposal or the mind changed; what was said stays readable."""
    decision = lock_decision(vote.decision)
    vote = Vote.objects.of(decision.network).select_related("person", "seat").get(pk=vote.pk)
    vote.decision = decision
    allow(why_not_withdraw_objection(by, vote))
    reason = require_text(reason, name=_("de reden"))
    vote.is_withdrawn = True
    vote.save(update_fields=["is_withdrawn"])
    record(by=by, verb="withdrew objection", about=decision, reason=reason, data={"seat": vote.seat.name})
    return vote
