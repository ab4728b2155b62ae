"""Why a person may not open, vote on, close or mend a decision; each answer is a reason, or None."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Recusal, Seat, SeatTenure, Vote
from schakel.governance.permissions.standing import holds, standing, why_not
from schakel.governance.permissions.table import Permission
from schakel.governance.rules import (
    Choice,
    ConsentState,
    DecisionStatus,
    Delegate,
    Method,
    TenureKind,
    why_not_vote_as,
)
from schakel.tenancy.context import Kind, current
from schakel.tenancy.models import TenantQuerySet
from schakel.web.formats import clock, dutch_date
from schakel.web.moments import has_come

if TYPE_CHECKING:
    from schakel.governance.models import Body, Condition, ConsentRequest, Decision
    from schakel.network.models import Network
    from schakel.people.models import Person


def is_signed_in(person: Person | None) -> bool:
    """Whether this very person is looking now; nobody else, and not the platform, can speak in their name."""
    return person is not None and current() == (Kind.PERSON, person.pk)


def why_not_put_on_agenda(person: Person | None, body: Body) -> str | None:
    """Why this person may not bring something before this body."""
    if body.is_closed:
        return _("%(body)s is opgeheven.") % {"body": body}
    return why_not(person, Permission.PUT_ON_AGENDA, body.network, body=body)


def why_not_open(decision: Decision) -> str | None:
    """Why nothing can be recorded on this decision any more: it is taken or withdrawn."""
    if decision.is_open:
        return None
    if decision.status == DecisionStatus.WITHDRAWN:
        return _("Besluit %(number)s is ingetrokken.") % {"number": decision.number}
    if decision.decided_at is None:
        return _("Besluit %(number)s is al genomen.") % {"number": decision.number}
    return _("Besluit %(number)s is al vastgelegd, op %(day)s om %(time)s. Er verandert niets meer aan.") % {
        "number": decision.number,
        "day": dutch_date(decision.decided_at),
        "time": clock(decision.decided_at),
    }


def why_not_say_now(decision: Decision, now: datetime) -> str | None:
    """Why nobody changes what is said about this decision any more: it is taken, or voting in writing is over."""
    if reason := why_not_open(decision):
        return reason
    if decision.closes_at is None or not has_come(decision.closes_at, now):
        return None
    return _("Stemmen kon tot %(day)s om %(time)s. Aan wat er is gezegd verandert niets meer.") % {
        "day": dutch_date(decision.closes_at),
        "time": clock(decision.closes_at),
    }


def why_not_record_in(person: Person | None, body: Body) -> str | None:
    """Why this person does not write down what happens in this body: its secretary does, or the office without one."""
    if holds(person, Permission.RECORD_DECISION, body.network, body=body):
        return None
    if not _has_secretary(body) and holds(person, Permission.EDIT_BODIES, body.network):
        return None
    return why_not(person, Permission.RECORD_DECISION, body.network, body=body)


def why_not_write_down_late(person: Person | None, body: Body, on: date, reason: str) -> str | None:
    """Why this person may not write down a meeting of an earlier day: the secretary does, and says why.

    A meeting from before the network worked here is history, with a source. At most five database queries.
    """
    if person is None:
        return None
    if refusal := why_not_record_in(person, body):
        return _("Dit overleg is al geweest. %(why)s") % {"why": refusal}
    began = timezone.localdate(body.network.created_at)
    if on < began:
        return _("Dit netwerk begon op %(day)s met Schakel. Wat daarvóór is besloten, komt uit een bron.") % {
            "day": dutch_date(began)
        }
    if not reason.strip():
        return _("Dit overleg is al geweest. Schrijf op waarom u het achteraf vastlegt.")
    return None


def _has_secretary(body: Body) -> bool:
    """Whether someone sits on the seat of secretary today. One database query."""
    today = timezone.localdate()
    tenures = SeatTenure.objects.of(body.network).held_on(today)
    return tenures.filter(seat__body=body, seat__is_secretary=True, kind=TenureKind.HOLDER).exists()


def why_not_record(person: Person | None, decision: Decision, now: datetime) -> str | None:
    """Why this person may not record the votes on this decision in its meeting."""
    if reason := why_not_open(decision):
        return reason
    if decision.is_written:
        return _("Dit is een schriftelijke ronde. Ieder lid stemt daarin zelf.")
    if decision.meeting is None:
        return _("Dit besluit staat nog niet op de agenda van een overleg.")
    if timezone.localdate(now) < decision.meeting.held_on:
        return _("Het overleg is op %(day)s. Daarvóór legt niemand stemmen vast.") % {
            "day": dutch_date(decision.meeting.starts_at)
        }
    return why_not_record_in(person, decision.decider)


def why_not_vote(person: Person | None, decision: Decision, seat: Seat, now: datetime) -> str | None:
    """Why this person may not vote for this seat in a written procedure. At most four database queries."""
    if reason := why_not_say_now(decision, now):
        return reason
    if decision.closes_at is None:
        return _("Over dit besluit stemt de groep in een overleg. De secretaris legt de stemmen vast.")
    if seat.body_id != decision.body_id or not seat.is_voting:
        return _("Deze zetel stemt niet mee over dit besluit.")
    kind = _kind_of(person, seat)
    if kind is None or not is_signed_in(person):
        return _("U zit niet op deze zetel. Alleen het lid zelf stemt, of de plaatsvervanger, ingelogd.")
    if is_recused(seat, decision):
        return _("Deze zetel stemt niet mee, omdat er een belang is.")
    holder_has_voted = (
        Vote.objects.of(seat.network).filter(decision=decision, seat=seat, is_deputy=False).exists()
    )
    return why_not_vote_as(kind, holder_has_voted=holder_has_voted)


def _kind_of(person: Person | None, seat: Seat) -> str | None:
    """Whether a person sits on a seat today as member or as deputy, or not at all."""
    if person is None:
        return None
    seats = standing(person, seat.network).seats
    return next((info.kind for info in seats if info.seat_id == seat.pk), None)


def is_recused(seat: Seat, decision: Decision) -> bool:
    """Whether a seat takes no part in this decision. One database query."""
    return recusals_on(decision).filter(seat=seat).exists()


def recusals_on(decision: Decision) -> TenantQuerySet:
    """The recusals that hold for a decision: its own, and those about its subject by seats of its body.

    Who ratifies decides about the subject of the decision that is ratified, so who is involved in that stands aside.
    Once voting in writing is over, those that held at that moment.
    """
    recusals = Recusal.objects.of(decision.network)
    standing_recusals = recusals.filter(withdrawn_at__isnull=True)
    if decision.closes_at is not None and has_come(decision.closes_at, timezone.now()):
        still = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=decision.closes_at)
        standing_recusals = recusals.filter(still, recorded_at__lte=decision.closes_at)
    own = standing_recusals.filter(decision=decision)
    if decision.body_id is None:
        return own
    about = standing_recusals.filter(
        decision__isnull=True, subject_id__in=subjects_of(decision), seat__body_id=decision.body_id
    )
    return own | about


def subjects_of(decision: Decision) -> set[UUID]:
    """What a decision is about: its own subject, and that of the decision it ratifies."""
    both = {decision.subject_id, decision.ratifies.subject_id if decision.ratifies else None}
    return {one for one in both if one is not None}


def why_not_recuse(person: Person | None, seat: Seat, decision: Decision | None = None) -> str | None:
    """Why this person may not take this seat out of a decision: only who sits on it, or who records for the body.

    In writing each member votes, and so stands aside, by themselves.
    """
    if _kind_of(person, seat) is not None:
        return None
    if decision is not None and decision.is_written:
        return _(
            "Dit is een schriftelijke ronde. Wie op deze zetel zit, zegt daarin zelf dat die niet meestemt."
        )
    if why_not_record_in(person, seat.body) is None:
        return None
    return _("Alleen wie op deze zetel zit of de secretaris legt een verschoning vast.")


def why_not_withdraw_recusal(person: Person | None, recusal: Recusal) -> str | None:
    """Why this person may not take back a recusal: only who is recused, or who wrote it down for them."""
    if recusal.withdrawn_at is not None:
        return _("Deze verschoning is al ingetrokken.")
    if recusal.decision is not None and (reason := why_not_say_now(recusal.decision, timezone.now())):
        return reason
    if person is not None and person.pk in {recusal.person_id, recusal.recorded_by_id}:
        return None
    return _("Alleen wie zich verschoonde trekt dat in, of wie het voor diegene vastlegde.")


def why_not_withdraw_objection(person: Person | None, vote: Vote) -> str | None:
    """Why this person may not take back this objection: only who made it, or the secretary in a meeting."""
    if vote.choice != Choice.OBJECTION:
        return _("Dit is geen bezwaar.")
    if vote.is_withdrawn:
        return _("Dit bezwaar is al ingetrokken.")
    if reason := why_not_say_now(vote.decision, timezone.now()):
        return reason
    if person is not None and vote.person_id == person.pk:
        return None
    if not vote.decision.is_written and why_not_record_in(person, vote.decision.decider) is None:
        return None
    return _("Alleen wie het bezwaar maakte trekt het in; in een overleg legt de secretaris dat vast.")


def why_not_withdraw(person: Person | None, decision: Decision) -> str | None:
    """Why this person may not take back this proposal, or this decision while it does not count yet."""
    may_go_back = decision.is_open or (decision.is_provisional and decision.decided_at is not None)
    return (None if may_go_back else why_not_open(decision)) or why_not(
        person, Permission.PUT_ON_AGENDA, decision.network, body=decision.body
    )


def why_not_close(
    person: Person | None, decision: Decision, now: datetime, *, all_voted: bool = False
) -> str | None:
    """Why this person may not close the voting and have the decision judged."""
    if decision.closes_at is None:
        return why_not_record(person, decision, now)
    if reason := why_not_open(decision):
        return reason
    if not has_come(decision.closes_at, now) and not all_voted:
        return _("Stemmen kan nog tot %(day)s om %(time)s. Niet iedereen heeft gestemd.") % {
            "day": dutch_date(decision.closes_at),
            "time": clock(decision.closes_at),
        }
    return why_not_record_in(person, decision.decider)


def why_not_consent(person: Person | None, request: ConsentRequest) -> str | None:
    """Why this person may not answer for this partner: only its own representative does, never the platform."""
    decision = request.decision
    if decision.status not in {DecisionStatus.OPEN, DecisionStatus.PROVISIONAL}:
        return _("Besluit %(number)s wacht niet meer op akkoord.") % {"number": decision.number}
    if request.state == ConsentState.GIVEN:
        return _("%(partner)s gaf al akkoord.") % {"partner": request.partner}
    if not is_signed_in(person):
        return _("Akkoord geeft alleen de vertegenwoordiger van %(partner)s zelf, ingelogd.") % {
            "partner": request.partner
        }
    return why_not(person, Permission.GIVE_CONSENT, request.network, partner=request.partner)


def why_not_ratify(person: Person | None, decision: Decision, body: Body) -> str | None:
    """Why this person may not ask this body to ratify a provisional decision."""
    return why_not_ratified_by(decision, body) or why_not_put_on_agenda(person, body)


def why_not_ratified_by(decision: Decision, body: Body) -> str | None:
    """Why this body does not ratify this decision, whoever asks: it counts already, or the body took it itself."""
    if not decision.is_provisional:
        return _("Alleen een besluit onder voorbehoud kan worden bekrachtigd.")
    if body.pk == decision.body_id:
        words = _("%(body)s nam dit besluit zelf. Een ander gremium, met mandaat, kan het bekrachtigen.")
        return words % {"body": body}
    return None


def why_not_escalate(person: Person | None, decision: Decision, body: Body | None) -> str | None:
    """Why this person may not bring this decision before the body above."""
    may_go_up = decision.is_open or decision.is_provisional
    has_nobody_left = bool(decision.proof.get("must_escalate"))
    if not may_go_up and not has_nobody_left:
        return _("Besluit %(number)s is genomen en hoeft niet naar een ander gremium.") % {
            "number": decision.number
        }
    if body is None:
        words = _("Boven %(body)s staat geen ander gremium. Kies zelf een gremium met mandaat.")
        return words % {"body": decision.body}
    if body.pk == decision.body_id:
        return _("%(body)s gaat hier al over. Kies een ander gremium.") % {"body": body}
    if body.is_closed:
        return _("%(body)s is opgeheven.") % {"body": body}
    return why_not(person, Permission.PUT_ON_AGENDA, decision.network, body=decision.body)


def why_not_delegate(person: Person | None, body: Body, method: str) -> str | None:
    """Why this person may not decide alone for this body; the mandate is judged apart."""
    permission = Permission.DECIDE_AS_CHAIR if method == Method.CHAIR else Permission.DECIDE_AS_MANAGER
    return why_not(person, permission, body.network, body=body)


def delegated_method(person: Person | None, body: Body, decision_type: str) -> Method:
    """As what a person would decide alone here: as chair when that is what the mandate and the seat say."""
    today = timezone.localdate()
    delegated = body.mandates.in_force_on(today).about(decision_type).filter(delegated_to=Delegate.CHAIR)
    if holds(person, Permission.DECIDE_AS_CHAIR, body.network, body=body) and delegated.exists():
        return Method.CHAIR
    return Method.DELEGATED


def why_not_take_file(decision: Decision) -> str | None:
    """Why there is no file of this decision to take along: nothing was decided yet."""
    if not decision.is_open:
        return None
    return _("Dit besluit is nog niet genomen. Het controlebestand is er zodra de groep heeft besloten.")


def why_not_meet_condition(person: Person | None, condition: Condition) -> str | None:
    """Why this person may not write down that a condition is met: the office of the body, or who owes it."""
    if condition.met_on is not None:
        return _("Deze voorwaarde is al vervuld, op %(day)s.") % {"day": dutch_date(condition.met_on)}
    if condition.lapsed_on is not None:
        return _("Deze voorwaarde is vervallen. %(why)s") % {"why": condition.lapsed_reason}
    owner = condition.owner_partner
    if owner is not None and holds(person, Permission.MEET_OWN_CONDITION, condition.network, partner=owner):
        return None
    return why_not(person, Permission.MEET_CONDITION, condition.network, body=condition.follower)


def why_not_add_condition(person: Person | None, decision: Decision) -> str | None:
    """Why this person may not add a condition: only while the group still decides."""
    return why_not_open(decision) or why_not(
        person, Permission.PUT_ON_AGENDA, decision.network, body=decision.body
    )


def why_not_record_history(person: Person | None, network: Network) -> str | None:
    """Why this person may not write down a decision from before the network worked here."""
    return why_not(person, Permission.RECORD_HISTORY, network)
