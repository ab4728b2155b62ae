"""Decisions of the large network: taken with votes and proofs, a few of them open or under reserve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import TruncDate

from schakel.demo.moments import AMSTERDAM
from schakel.demo.scale import words
from schakel.demo.scale.ground import BATCH, Made
from schakel.demo.scale.sizes import made_id
from schakel.governance.models import (
    AgendaItem,
    Body,
    Condition,
    ConsentRequest,
    Decision,
    Meeting,
    NumberSeries,
    Vote,
)
from schakel.governance.rules import (
    PROOFS,
    AgendaKind,
    Choice,
    DecisionStatus,
    DecisionType,
    Ground,
    Judgement,
    Method,
    Proof,
    as_json,
)

OPEN_EVERY, PROVISIONAL_EVERY, LOST_EVERY = 125, 100, 60
CONDITION_EVERY = 8
PROOF_WORDS = {
    "mandate": "Het mandaat van deze groep geldt op deze dag.",
    "quorum": "9 van 10 zetels waren er; nodig zijn er 6.",
    "method": "Meer dan de helft was voor.",
    "consents": "Geen akkoord van een partner nodig.",
}


@dataclass(frozen=True)
class Planned:
    """A decision before it has a number: what it is about and how it ends."""

    body: Body
    type: str
    on: date
    title: str
    verdict: str = ""
    label: str = ""
    subject_id: UUID | None = None
    subject_stage: str = ""
    status: str = DecisionStatus.VALID


def judged(status: str) -> dict[str, Any]:
    """The judgement as it is frozen with a decision that ends like this."""
    broken = {DecisionStatus.PROVISIONAL: "consents", DecisionStatus.NOT_CARRIED: "method"}.get(
        DecisionStatus(status)
    )
    proofs = tuple(Proof(code, code != broken, PROOF_WORDS[code]) for code in PROOFS)
    return as_json(Judgement(carried=status != DecisionStatus.NOT_CARRIED, proofs=proofs))


def fill_up(made: Made, planned: Sequence[Planned]) -> list[Planned]:
    """Add decisions about other things until the wished number is there, in the order of their days."""
    lacking = made.sizes.n_decisions - len(planned)
    if lacking < 0:
        raise ValueError("Er zijn meer besluiten over initiatieven dan er besluiten zijn.")
    more = []
    for number in range(lacking):
        body = made.bodies[number % len(made.bodies)]
        more.append(
            Planned(
                body=body,
                type=DecisionType.OTHER,
                on=made.some_day(),
                title=words.title(made.random, number),
                status=_ending(number),
            )
        )
    return sorted([*planned, *more], key=lambda one: one.on)


def _ending(number: int) -> str:
    if number % OPEN_EVERY == 0:
        return DecisionStatus.OPEN
    if number % PROVISIONAL_EVERY == 1:
        return DecisionStatus.PROVISIONAL
    return DecisionStatus.NOT_CARRIED if number % LOST_EVERY == 2 else DecisionStatus.VALID


def take(made: Made, planned: Sequence[Planned]) -> list[Decision]:
    """Insert the decisions open, add the votes, and only then close them, as the database demands."""
    counts: dict[int, int] = {}
    rows = []
    for number, one in enumerate(planned):
        year = one.on.year
        counts[year] = counts.get(year, 0) + 1
        rows.append(_row(made, one, number, f"B-{year}-{counts[year]:03d}"))
    Decision.objects.bulk_create(rows, batch_size=BATCH)
    _agenda(made, rows)
    _votes(made, rows)
    _consents(made, rows, planned)
    _close(made, rows, planned)
    _conditions(made, rows, planned)
    NumberSeries.objects.bulk_create(
        NumberSeries(id=made_id("series-b", year), network=made.network, series="B", year=year, last=last)
        for year, last in counts.items()
    )
    return rows


def _row(made: Made, one: Planned, number: int, name: str) -> Decision:
    is_intake = one.type == DecisionType.P0
    is_open = one.status == DecisionStatus.OPEN
    past = [meeting for meeting in made.meetings[one.body.pk] if meeting.is_closed]
    meeting = made.meetings[one.body.pk][-1] if is_open else _nearest(past, one.on)
    return Decision(
        id=made_id("decision", number),
        network=made.network,
        number=name,
        type=one.type,
        body=one.body,
        meeting=None if is_intake else meeting,
        method=Method.DELEGATED if is_intake else one.body.method,
        title=one.title,
        proposal=words.text(made.random, 2),
        options=[{"code": one.verdict, "label": one.label}] if one.verdict else [],
        verdict=one.verdict,
        subject_type="initiative" if one.subject_id else "",
        subject_id=one.subject_id,
        subject_label=one.title if one.subject_id else "",
        subject_stage=one.subject_stage,
        proposed_by=made.people[0],
        decided_by_person=made.people[0] if is_intake else None,
        recorded_at=made.moment(one.on, 16),
        mandate=made.mandates.get((one.body.pk, one.type)),
        reason=words.text(made.random, 1),
    )


def _nearest(meetings: Sequence[Meeting], on: date) -> Meeting:
    return min(meetings, key=lambda meeting: abs((meeting.held_on - on).days))


def _agenda(made: Made, rows: Sequence[Decision]) -> None:
    places: dict[Any, int] = {}
    items = []
    for number, row in enumerate(rows):
        if row.meeting_id is not None:
            assert row.body_id is not None, "every decision here is of a body"
            places[row.meeting_id] = places.get(row.meeting_id, 0) + 1
            items.append(
                AgendaItem(
                    id=made_id("item", number),
                    network=made.network,
                    body_id=row.body_id,
                    meeting_id=row.meeting_id,
                    position=places[row.meeting_id],
                    kind=AgendaKind.DECISION,
                    title=row.title,
                    decision=row,
                )
            )
    AgendaItem.objects.bulk_create(items, batch_size=BATCH)


def _votes(made: Made, rows: Sequence[Decision]) -> None:
    votes = []
    for number, row in enumerate(rows):
        if row.meeting_id is None:
            continue
        for seat in made.seats[row.body_id][: made.sizes.n_votes]:
            votes.append(
                Vote(
                    id=made_id("vote", number, seat.position),
                    network=made.network,
                    decision=row,
                    seat=seat,
                    person=made.holders[seat.pk],
                    choice=Choice.ABSTAIN if (number + seat.position) % 13 == 0 else Choice.FOR,
                    cast_by=made.people[0],
                    cast_at=row.recorded_at,
                )
            )
    Vote.objects.bulk_create(votes, batch_size=BATCH)


def _consents(made: Made, rows: Sequence[Decision], planned: Sequence[Planned]) -> None:
    """A decision under reserve waits for the consent of a partner."""
    ConsentRequest.objects.bulk_create(
        ConsentRequest(
            id=made_id("consent", number),
            network=made.network,
            decision=row,
            partner=made.partners[number % len(made.partners)],
            ground=Ground.PARTNERS_IN_PLAN,
        )
        for number, (row, one) in enumerate(zip(rows, planned, strict=True))
        if one.status == DecisionStatus.PROVISIONAL
    )


def _close(made: Made, rows: Sequence[Decision], planned: Sequence[Planned]) -> None:
    endings: dict[str, list[UUID]] = {}
    for row, one in zip(rows, planned, strict=True):
        endings.setdefault(one.status, []).append(row.pk)
    for status, ids in endings.items():
        if status == DecisionStatus.OPEN:
            continue
        Decision.objects.of(made.network).filter(pk__in=ids).update(
            status=status,
            decided_at=F("recorded_at"),
            decided_on=TruncDate("recorded_at", tzinfo=AMSTERDAM),
            valid_at=F("recorded_at") if status == DecisionStatus.VALID else Value(None),
            proof=judged(status),
        )
    for row, one in zip(rows, planned, strict=True):
        row.status = one.status


def _conditions(made: Made, rows: Sequence[Decision], planned: Sequence[Planned]) -> None:
    conditions = []
    for number, (row, one) in enumerate(zip(rows, planned, strict=True)):
        if number % CONDITION_EVERY or one.status != DecisionStatus.VALID:
            continue
        due_on = one.on + timedelta(days=90)
        is_met = number % (CONDITION_EVERY * 10) != 0 and due_on < made.today
        conditions.append(
            Condition(
                id=made_id("condition", number),
                network=made.network,
                decision=row,
                text="Elk kwartaal staan de cijfers op een rij.",
                owner_partner=made.partners[number % len(made.partners)],
                due_on=due_on,
                met_on=due_on if is_met else None,
                met_note="Gedaan." if is_met else "",
                met_by=made.people[0] if is_met else None,
            )
        )
    Condition.objects.bulk_create(conditions, batch_size=BATCH)
