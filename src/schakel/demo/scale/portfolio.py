"""Initiatives of the large network, in every stage, each brought there step by step by its own decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from schakel.demo.scale import words
from schakel.demo.scale.decisions import Planned
from schakel.demo.scale.ground import BATCH, Made
from schakel.demo.scale.sizes import made_id
from schakel.governance.models import Body, Decision, NumberSeries
from schakel.governance.rules import BodyKind
from schakel.initiatives.models import (
    Answer,
    Assessment,
    Commitment,
    Exploration,
    ExplorationQuestion,
    Initiative,
    InitiativeArea,
    InitiativePartner,
    Invitation,
    PartnerView,
    Plan,
    PlanGoal,
    StoryEvent,
)
from schakel.initiatives.rules import (
    CommitmentKind,
    CommitmentStatus,
    Gate,
    Kind,
    Moment,
    Stage,
    Value,
    Willingness,
    newest_edition,
    verdict,
)

#: The steps to a place on the chain: gate, verdict and the stage it leads to.
P0 = ("p0", "screen", Stage.SCREENING)
P1 = ("p1", "explore", Stage.EXPLORATION)
P2 = ("p2", "prepare_project", Stage.PREPARATION)
PATHS: tuple[tuple[tuple[str, str, Stage], ...], ...] = (
    (),
    (P0,),
    (P0, P1),
    (P0, P1),
    (P0, P1, P2),
    (P0, P1, P2),
    (P0, P1, P2, ("p3", "start", Stage.PILOT)),
    (P0, P1, P2, ("p3", "start", Stage.PILOT)),
    (P0, P1, ("p2", "explored", Stage.EXPLORED)),
    (P0, ("p1", "reject", Stage.REJECTED)),
    (P0, ("p1", "park", Stage.PARKED)),
    (P0, P1, P2, ("p3", "start", Stage.PILOT), ("px", "stop", Stage.STOPPED)),
)
N_RATERS, N_STORY, N_VIEWS = 5, 6, 8
DAYS_PER_STEP = 60


@dataclass
class Planning:
    """The initiatives and, for each step, which decision (by its key) brings which initiative where."""

    rows: list[Initiative] = field(default_factory=list)
    paths: dict[UUID, tuple[tuple[str, str, Stage], ...]] = field(default_factory=dict)
    days: dict[UUID, list[date]] = field(default_factory=dict)


def plan(made: Made) -> tuple[Planning, list[Planned]]:
    """Think out the initiatives and the decisions that move them."""
    planning, planned = Planning(), []
    groups = [body for body in made.bodies if body.kind == BodyKind.THEME_GROUP]
    counts: dict[int, int] = {}
    for number in range(made.sizes.n_initiatives):
        path = PATHS[number % len(PATHS)]
        body = groups[number % len(groups)]
        latest = made.today - timedelta(days=10 + DAYS_PER_STEP * len(path))
        first = made.began_on + timedelta(days=30)
        on = first + timedelta(days=(latest - first).days * number // made.sizes.n_initiatives)
        if not path:
            on = made.today - timedelta(days=number % 20)
        counts[on.year] = counts.get(on.year, 0) + 1
        row = _initiative(made, number, body, on, f"I-{on.year}-{counts[on.year]:03d}")
        days = [on + timedelta(days=DAYS_PER_STEP * step) for step in range(1, len(path) + 1)]
        planning.rows.append(row)
        planning.paths[row.pk], planning.days[row.pk] = path, days
        planned += _decisions(row, body, path, days)
    NumberSeries.objects.bulk_create(
        NumberSeries(id=made_id("series-i", year), network=made.network, series="I", year=year, last=last)
        for year, last in counts.items()
    )
    return planning, planned


def _initiative(made: Made, number: int, body: Body, on: date, name: str) -> Initiative:
    random = made.random
    person = made.people[(number * 7 + 1) % len(made.people)]
    return Initiative(
        id=made_id("initiative", number),
        network=made.network,
        number=name,
        title=words.title(random, number),
        problem=words.text(random, 4),
        proposal=words.text(random, 3),
        benefit=words.text(random, 2),
        who_joins="Huisartsen, wijkverpleging en gemeenten.",
        contact=person.email,
        stage=Stage.SUBMITTED,
        theme=body.theme,
        body=body,
        submitted_by=person,
        partner=made.partners[number % len(made.partners)],
        submitted_at=made.moment(on, 9),
        answer_by=on + timedelta(days=14),
        stage_since=on,
        stage_due_on=on + timedelta(days=14),
        once_token=made_id("token", number),
        gate_edition=newest_edition(),
    )


def _decisions(
    row: Initiative, body: Body, path: Sequence[tuple[str, str, Stage]], days: Sequence[date]
) -> list[Planned]:
    stages = [Stage.SUBMITTED, *(to for _gate, _verdict, to in path)]
    return [
        Planned(
            body=body,
            type=gate,
            on=days[step],
            title=str(row),
            verdict=code,
            label=_label(gate, code),
            subject_id=row.pk,
            subject_stage=stages[step],
        )
        for step, (gate, code, _to) in enumerate(path)
    ]


def _label(gate: str, code: str) -> str:
    one = verdict(Gate(gate), code)
    assert one is not None, f"{gate} has no verdict {code}"
    return str(one.label)


def insert(made: Made, planning: Planning) -> None:
    """Insert every initiative as the submitted idea it once was, with its partners and areas."""
    Initiative.objects.bulk_create(planning.rows, batch_size=BATCH)
    partners, areas = [], []
    for number, row in enumerate(planning.rows):
        for turn in range(3):
            partners.append(
                InitiativePartner(
                    id=made_id("part", number, turn),
                    network=made.network,
                    initiative=row,
                    partner=made.partners[(number + 3 * turn + 1) % len(made.partners)],
                )
            )
        areas.append(
            InitiativeArea(
                id=made_id("place", number),
                network=made.network,
                initiative=row,
                area=made.areas[number % len(made.areas)],
            )
        )
    InitiativePartner.objects.bulk_create(partners, batch_size=BATCH)
    InitiativeArea.objects.bulk_create(areas, batch_size=BATCH)


def move(made: Made, planning: Planning, decisions: Sequence[Decision]) -> None:
    """Bring the initiatives to their stages, one step for all at a time; the database checks each step."""
    by_step = {(row.subject_id, row.subject_stage): row for row in decisions if row.subject_id}
    longest = max(len(path) for path in planning.paths.values())
    for step in range(longest):
        moving = [row for row in planning.rows if len(planning.paths[row.pk]) > step]
        for row in moving:
            _gate, _code, to = planning.paths[row.pk][step]
            on = planning.days[row.pk][step]
            row.moved_by = by_step[row.pk, row.stage]
            if to in {Stage.PARKED, Stage.STOPPED}:
                row.return_stage = row.stage
            if to == Stage.PARKED:
                row.wake_on = on + timedelta(days=300)
            if to in {Stage.PARKED, Stage.STOPPED, Stage.REJECTED, Stage.EXPLORED}:
                row.public_reason = "De reden staat in het besluit."
            if to == Stage.EXPLORATION:
                row.explorer = row.submitted_by
            if to == Stage.PREPARATION:
                row.lead, row.commissioner, row.kind, row.phase = (
                    row.submitted_by,
                    str(row.body),
                    Kind.PROJECT,
                    1,
                )
            row.stage, row.stage_since, row.stage_due_on = to, on, on + timedelta(days=DAYS_PER_STEP)
        Initiative.objects.bulk_update(
            moving,
            [
                *("stage", "moved_by", "return_stage", "wake_on", "public_reason", "explorer", "lead"),
                *("commissioner", "kind", "phase", "stage_since", "stage_due_on"),
            ],
            batch_size=250,
        )


def tell(made: Made, planning: Planning) -> None:
    """Give every initiative a story, and those that got that far ratings, an exploration, a plan and promises."""
    events = [
        _event(made, row, number, turn) for number, row in enumerate(planning.rows) for turn in range(N_STORY)
    ]
    StoryEvent.objects.bulk_create(events, batch_size=BATCH)
    _ratings(made, _past(planning, Stage.SCREENING))
    _explorations(made, _past(planning, Stage.EXPLORATION))
    _plans(made, _past(planning, Stage.PREPARATION))


def _event(made: Made, row: Initiative, number: int, turn: int) -> StoryEvent:
    assert row.stage_since is not None, "every initiative here is in its stage since a known day"
    on = row.stage_since - timedelta(days=turn)
    return StoryEvent(
        id=made_id("event", number, turn),
        network=made.network,
        initiative=row,
        icon="idea",
        happened_on=on,
        recorded_at=made.moment(on, 9 + turn),
        title=words.SENTENCES[(number + turn) % len(words.SENTENCES)][:300],
        person_name=_submitter(row),
    )


def _submitter(row: Initiative) -> str:
    assert row.submitted_by is not None, "every initiative here was sent in by somebody"
    return row.submitted_by.name


def _past(planning: Planning, stage: Stage) -> list[tuple[int, Initiative, date]]:
    """The initiatives that have been in a stage, with their number and the day they came there."""
    found = []
    for number, row in enumerate(planning.rows):
        for (_gate, _code, to), on in zip(planning.paths[row.pk], planning.days[row.pk], strict=True):
            if to == stage:
                found.append((number, row, on))
    return found


def _ratings(made: Made, rated: list[tuple[int, Initiative, date]]) -> None:
    invitations, assessments, answers = [], [], []
    criteria = list(made.criteria_set.criteria.all()) if made.criteria_set else []
    for number, row, on in rated:
        n_done = N_RATERS if row.stage != Stage.SCREENING else number % N_RATERS
        for turn, seat in enumerate(made.seats[row.body_id][:N_RATERS]):
            shared: dict[str, Any] = {
                "network": made.network,
                "initiative": row,
                "criteria_set": made.criteria_set,
                "moment": Moment.P1,
                "rater": made.holders[seat.pk],
                "seat": seat,
            }
            due_on = max(on + timedelta(days=21), made.today + timedelta(days=5)) if n_done < N_RATERS else on
            invitations.append(
                Invitation(
                    id=made_id("invitation", number, turn),
                    due_on=due_on,
                    invited_at=made.moment(on, 9),
                    **shared,
                )
            )
            if turn >= n_done:
                continue
            given = Assessment(
                id=made_id("assessment", number, turn), submitted_at=made.moment(on, 20), **shared
            )
            assessments.append(given)
            answers += [
                Answer(
                    id=made_id("answer", number, turn, place),
                    network=made.network,
                    assessment=given,
                    criterion=criterion,
                    value=Value.NO if (number + turn + place) % 11 == 0 else Value.YES,
                    reason="Dat staat in het voorstel.",
                )
                for place, criterion in enumerate(criteria)
            ]
    Invitation.objects.bulk_create(invitations, batch_size=BATCH)
    Assessment.objects.bulk_create(assessments, batch_size=BATCH)
    Answer.objects.bulk_create(answers, batch_size=BATCH)


def _explorations(made: Made, explored: list[tuple[int, Initiative, date]]) -> None:
    rows, questions, views = [], [], []
    for number, initiative, on in explored:
        row = Exploration(
            id=made_id("exploration", number),
            network=made.network,
            initiative=initiative,
            starts_on=on,
            due_on=on + timedelta(days=DAYS_PER_STEP),
            hours_cap=40,
            findings=words.text(made.random, 3),
            advice=words.text(made.random, 1),
        )
        rows.append(row)
        questions += [
            ExplorationQuestion(
                id=made_id("question", number, turn),
                network=made.network,
                exploration=row,
                position=turn,
                text="Wat is er nodig?",
                answer="Dat zoeken wij uit.",
            )
            for turn in range(1, 4)
        ]
        views += [
            PartnerView(
                id=made_id("view", number, turn),
                network=made.network,
                exploration=row,
                partner=made.partners[(number + turn) % len(made.partners)],
                interest="Wij winnen tijd.",
                worry="Het kost uren.",
                willingness=Willingness.YES,
                contribution="Wij denken mee.",
                is_given=True,
                given_by=made.people[1 + (number + turn) % len(made.partners)],
                given_at=made.moment(on + timedelta(days=turn)),
                updated_at=made.moment(on + timedelta(days=turn)),
            )
            for turn in range(N_VIEWS)
        ]
    Exploration.objects.bulk_create(rows, batch_size=BATCH)
    ExplorationQuestion.objects.bulk_create(questions, batch_size=BATCH)
    PartnerView.objects.bulk_create(views, batch_size=BATCH)


def _plans(made: Made, prepared: list[tuple[int, Initiative, date]]) -> None:
    plans, goals, commitments = [], [], []
    for number, initiative, on in prepared:
        row = Plan(
            id=made_id("plan", number),
            network=made.network,
            initiative=initiative,
            summary=words.text(made.random, 2),
            result="Eén nummer dat iedereen kent.",
            needs_pilot=True,
        )
        plans.append(row)
        goals.append(
            PlanGoal(
                id=made_id("goal", number),
                network=made.network,
                plan=row,
                position=1,
                key=made_id("goal-key", number),
                text="Mensen weten wie zij kunnen bellen",
                measure="aandeel dat het nummer kent",
                target="8 van de 10",
                due_on=on + timedelta(days=365),
                owner=_submitter(initiative),
            )
        )
        for turn in range(3):
            is_answered = turn < 2
            person = made.people[1 + (number + turn) % len(made.partners)]
            commitments.append(
                Commitment(
                    id=made_id("commitment", number, turn),
                    network=made.network,
                    initiative=initiative,
                    partner=made.partners[(number + turn) % len(made.partners)],
                    kind=CommitmentKind.HOURS,
                    amount=Decimal(40),
                    text="Uren om mee te doen",
                    status=CommitmentStatus.CONFIRMED if is_answered else CommitmentStatus.ASKED,
                    due_on=on + timedelta(days=30),
                    asked_by=initiative.submitted_by,
                    asked_at=made.moment(on),
                    answered_by=person if is_answered else None,
                    answered_at=made.moment(on, 16) if is_answered else None,
                )
            )
    Plan.objects.bulk_create(plans, batch_size=BATCH)
    PlanGoal.objects.bulk_create(goals, batch_size=BATCH)
    Commitment.objects.bulk_create(commitments, batch_size=BATCH)
