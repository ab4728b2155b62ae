"""Telling people what a body asks of them: a vote, a consent, a condition that has its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.actions.standing_in import ask_stand_ins_to_vote
from schakel.governance.models import Body, Condition, ConsentRequest, Decision, SeatTenure, Vote
from schakel.governance.rules import Choice, ConsentState, DecisionStatus, TenureKind
from schakel.network.models import Membership
from schakel.network.rules import Role
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.people.models import Person
from schakel.web.formats import dutch_date

#: How long before its day people are reminded of a condition.
SOON = timedelta(days=14)


def chair_and_secretary(body: Body) -> list[Person]:
    """Who leads a body and who writes for it today. One query."""
    tenures = (
        SeatTenure.objects.of(body.network)
        .held_on(timezone.localdate())
        .filter(Q(seat__is_chair=True) | Q(seat__is_secretary=True), seat__body=body)
        .filter(kind=TenureKind.HOLDER)
        .select_related("person")
        .order_by("seat__position", "from_on")
    )
    return [one.person for one in tenures]


def announce_vote(decision: Decision, *, by: Person | None) -> None:
    """Tell who sits on a voting seat that the written procedure is open.

    A deputy where there is no member, or beside a member who is away when the voting closes.
    """
    if decision.closes_at is None:
        return
    notify(
        decision.network,
        voters(decision, timezone.localdate()),
        Kind.VOTE,
        key=f"vote:{decision.pk}",
        title=_("Stem: %(title)s") % {"title": decision.title},
        because=_("U zit op een zetel in %(body)s.") % {"body": decision.body},
        due_on=timezone.localdate(decision.closes_at),
        by=by,
        page="governance:cast_vote",
        number=decision.number,
    )
    ask_stand_ins_to_vote(decision, by=by)


def announce_proposal(decision: Decision, *, by: Person | None) -> None:
    """Tell the chair and the secretary of a body that a proposal waits for its meeting. Three queries.

    Who votes in writing is asked to vote, and hears nothing twice.
    """
    if decision.closes_at is not None or decision.body is None:
        return
    day = dutch_date(decision.meeting.starts_at) if decision.meeting else ""
    notify(
        decision.network,
        chair_and_secretary(decision.body),
        Kind.PROPOSAL,
        key=f"proposal:{decision.pk}",
        title=_("Voorstel: %(title)s") % {"title": decision.title},
        because=_("Het staat op de agenda van %(body)s op %(day)s.") % {"body": decision.body, "day": day}
        if day
        else _("Het wacht op het volgende overleg van %(body)s.") % {"body": decision.body},
        due_on=decision.meeting.held_on if decision.meeting else None,
        by=by,
        page="governance:decision",
        number=decision.number,
    )


def announce_consents(decision: Decision, *, by: Person | None) -> None:
    """Tell who speaks for a partner that its consent is asked. At most five queries, none where nothing is asked."""
    asked = ConsentRequest.objects.of(decision.network).filter(
        decision=decision, state=ConsentState.ASKED, is_required=True
    )
    partners = set(asked.values_list("partner_id", flat=True))
    if not partners:
        return
    notify(
        decision.network,
        speakers(decision.network, partners),
        Kind.CONSENT,
        key=f"consent:{decision.pk}",
        title=_("Akkoord gevraagd: %(title)s") % {"title": decision.title},
        because=_(
            "Het plan gebruikt geld of mensen van uw organisatie. Zonder uw akkoord telt het besluit niet."
        ),
        by=by,
        page="governance:decision",
        number=decision.number,
    )


def announce_objection(vote: Vote, *, by: Person | None) -> None:
    """Tell who proposed it, the chair and the secretary that an objection stands open; what it says is on the page."""
    decision = vote.decision
    desk = (
        SeatTenure.objects.of(decision.network)
        .held_on(timezone.localdate())
        .filter(seat__body=decision.body, kind=TenureKind.HOLDER)
        .filter(Q(seat__is_chair=True) | Q(seat__is_secretary=True))
        .select_related("person")
    )
    notify(
        decision.network,
        [decision.proposed_by, *(tenure.person for tenure in desk)],
        Kind.OBJECTION,
        key=f"objection:{decision.pk}:{vote.seat_id}:{_times_laid_down(vote)}",
        title=_("Een bezwaar tegen: %(title)s") % {"title": decision.title},
        because=_("Zolang een bezwaar openstaat, is dit voorstel niet aangenomen."),
        by=by,
        page="governance:decision",
        number=decision.number,
    )


def _times_laid_down(vote: Vote) -> int:
    """How often this seat stood without an open objection: one raised again is new, one in other words is the same."""
    model: Any = Vote
    versions = model.pgh_event_model.objects.filter(network_id=vote.network_id, pgh_obj_id=vote.pk)
    return int(versions.exclude(choice=Choice.OBJECTION, is_withdrawn=False).count())


def announce_conditions(network: Any, today: date) -> int:
    """Tell who speaks for the owner of a condition that its day comes, and when it has passed; returns how many."""
    waiting = (
        Condition.objects.of(network)
        .unmet()
        .filter(due_on__lte=today + SOON, owner_partner__isnull=False)
        .filter(decision__status__in=[DecisionStatus.VALID, DecisionStatus.PROVISIONAL])
        .select_related("decision", "owner_partner")
        .order_by("due_on", "pk")
    )
    n = 0
    for condition in waiting:
        is_late = condition.is_late(today)
        words = (
            _("De voorwaarde bij besluit %(number)s is te laat")
            if is_late
            else _("De voorwaarde bij besluit %(number)s moet binnenkort vervuld zijn")
        )
        notify(
            network,
            speakers(network, {condition.owner_partner_id}),
            Kind.CONDITION_LATE if is_late else Kind.CONDITION_SOON,
            # Another day is something new.
            key=f"condition:{condition.pk}:{'late' if is_late else 'soon'}:{condition.due_on}",
            title=words % {"number": condition.decision.number},
            because=_("%(partner)s zorgt hiervoor, vóór %(day)s.")
            % {"partner": condition.owner_partner, "day": dutch_date(condition.due_on)},
            due_on=condition.due_on,
            page="governance:decision",
            number=condition.decision.number,
        )
        n += 1
    return n


def voters(decision: Decision, today: date) -> list[Person]:
    """Who votes for each seat of the body today: the member, or the deputy where there is none. One query."""
    tenures = (
        SeatTenure.objects.of(decision.network)
        .held_on(today)
        .filter(seat__body=decision.body, seat__is_voting=True)
        .select_related("person")
        .order_by("seat__position", "from_on")
    )
    by_seat: dict[UUID, Person] = {}
    for tenure in sorted(tenures, key=lambda one: one.kind != TenureKind.HOLDER):
        by_seat.setdefault(tenure.seat_id, tenure.person)
    return list(by_seat.values())


def managers(network: Any) -> list[Person]:
    """Who manages this network today. One query."""
    held = Membership.objects.of(network).held_on(timezone.localdate()).filter(role=Role.MANAGER)
    return [membership.person for membership in held.select_related("person").order_by("from_on", "pk")]


def speakers(network: Any, partner_ids: Iterable[UUID | None]) -> list[Person]:
    """Who speaks for these partners today. One query."""
    held = Membership.objects.of(network).held_on(timezone.localdate())
    found = held.filter(role=Role.REPRESENTATIVE, partner_id__in=[one for one in partner_ids if one])
    return [membership.person for membership in found.select_related("person").order_by("from_on", "pk")]
