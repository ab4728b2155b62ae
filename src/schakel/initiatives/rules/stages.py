"""The stages of an initiative and the allowed steps between them (section 5.2 of the domain model)."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """Where an initiative stands; the label is the exact term, ``PUBLIC_LABEL`` what a resident reads."""

    DRAFT = "draft", _("Concept")
    SUBMITTED = "submitted", _("Ingediend")
    SCREENING = "screening", _("Screening")
    EXPLORATION = "exploration", _("Verkenning")
    PREPARATION = "preparation", _("Voorbereiding")
    AWAITING_FUNDING = "awaiting_funding", _("Wacht op middelen")
    PILOT = "pilot", _("Pilot")
    EXECUTION = "execution", _("Uitvoering")
    EMBEDDING = "embedding", _("Borging")
    EXPLORED = "explored", _("Verkend")
    FINISHED = "finished", _("Afgerond")
    PARKED = "parked", _("Geparkeerd")
    STOPPED = "stopped", _("Gestopt")
    REJECTED = "rejected", _("Afgewezen")
    MERGED = "merged", _("Samengevoegd")
    REFERRED = "referred", _("Doorverwezen")


PUBLIC_LABEL = {
    Stage.DRAFT: _("Nog niet ingediend"),
    Stage.SUBMITTED: _("Binnengekomen"),
    Stage.SCREENING: _("Wordt beoordeeld"),
    Stage.EXPLORATION: _("Wordt onderzocht"),
    Stage.PREPARATION: _("Wordt voorbereid"),
    Stage.AWAITING_FUNDING: _("Wacht op geld"),
    Stage.PILOT: _("Proef"),
    Stage.EXECUTION: _("Wordt ingevoerd"),
    Stage.EMBEDDING: _("Wordt vast onderdeel"),
    Stage.EXPLORED: _("Onderzocht, geen vervolg"),
    Stage.FINISHED: _("Klaar"),
    Stage.PARKED: _("In de wacht"),
    Stage.STOPPED: _("Gestopt"),
    Stage.REJECTED: _("Gaat niet door"),
    Stage.MERGED: _("Samengevoegd"),
    Stage.REFERRED: _("Doorgestuurd"),
}

#: Someone works on it or must decide about it; from here it can be parked.
ACTIVE = frozenset(
    {
        Stage.SCREENING,
        Stage.EXPLORATION,
        Stage.PREPARATION,
        Stage.AWAITING_FUNDING,
        Stage.PILOT,
        Stage.EXECUTION,
        Stage.EMBEDDING,
    }
)
#: After screening it can be stopped; before that it is rejected.
STOPPABLE = (ACTIVE - {Stage.SCREENING}) | {Stage.PARKED}
#: Nothing follows from here, unless a decision says so (an objection, a measurement in after-care).
CLOSED = frozenset(
    {Stage.EXPLORED, Stage.FINISHED, Stage.STOPPED, Stage.REJECTED, Stage.MERGED, Stage.REFERRED}
)
#: The work ends without an end result, so what was still asked of somebody lapses.
LETS_GO = CLOSED - {Stage.FINISHED}
#: These say why, in words that the submitter and the public may read.
SAYS_WHY = frozenset(
    {Stage.PARKED, Stage.STOPPED, Stage.REJECTED, Stage.REFERRED, Stage.MERGED, Stage.EXPLORED}
)

_STEPS: dict[Stage, set[Stage]] = {
    Stage.DRAFT: {Stage.SUBMITTED},
    Stage.SUBMITTED: {Stage.SCREENING, Stage.REFERRED, Stage.MERGED},
    Stage.SCREENING: {Stage.EXPLORATION, Stage.PREPARATION, Stage.REJECTED},
    Stage.EXPLORATION: {Stage.PREPARATION, Stage.SCREENING, Stage.EXPLORED},
    Stage.PREPARATION: {Stage.AWAITING_FUNDING, Stage.PILOT, Stage.EXECUTION},
    Stage.AWAITING_FUNDING: {Stage.PILOT, Stage.EXECUTION},
    Stage.PILOT: {Stage.EXECUTION, Stage.PREPARATION},
    Stage.EXECUTION: {Stage.EMBEDDING, Stage.FINISHED},
    Stage.EMBEDDING: {Stage.FINISHED, Stage.EXECUTION},
    Stage.FINISHED: {Stage.EMBEDDING},
    Stage.PARKED: set(ACTIVE),
    Stage.REJECTED: {Stage.SCREENING},
    Stage.EXPLORED: set(),
    Stage.STOPPED: set(),
    Stage.MERGED: set(),
    Stage.REFERRED: set(),
}

#: Every allowed step. Parking and stopping are added to the stages that allow it.
NEXT: dict[Stage, frozenset[Stage]] = {
    stage: frozenset(
        steps
        | ({Stage.PARKED} if stage in ACTIVE else set())
        | ({Stage.STOPPED} if stage in STOPPABLE else set())
    )
    for stage, steps in _STEPS.items()
}

#: Where a topic begins that a theme group names itself, without a submitted idea.
NAMED_TOPIC_BEGINS = Stage.EXPLORATION

ANSWER_WORKDAYS = 10
MAX_PARKED_MONTHS = 12
EXPLORATION_MONTHS = 3
#: How long a stage normally lasts; stages that are not here last as long as planned.
NORMAL_WEEKS = {Stage.SCREENING: 8}
NORMAL_MONTHS = {Stage.EXPLORATION: EXPLORATION_MONTHS, Stage.PREPARATION: 4, Stage.EMBEDDING: 6}


def why_not_move(from_stage: Stage, to_stage: Stage) -> str | None:
    """Say why an initiative cannot go from one stage to the other, or None when the step is allowed."""
    if to_stage in NEXT[from_stage]:
        return None
    return str(
        _("Van “%(from)s” kan dit niet naar “%(to)s”.")
        % {"from": Stage(from_stage).label, "to": Stage(to_stage).label}
    )


def months_later(day: date, months: int) -> date:
    """Return the same day of the month, so many months later, or the last day of that month.

    >>> months_later(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def normally_until(stage: Stage, since: date) -> date | None:
    """Return the day by which this stage is normally over, or None when no term is agreed."""
    if stage in NORMAL_WEEKS:
        return since + timedelta(weeks=NORMAL_WEEKS[stage])
    if stage in NORMAL_MONTHS:
        return months_later(since, NORMAL_MONTHS[stage])
    return None


@dataclass(frozen=True)
class Ring:
    """One place in the chain of the page head: passed, present or still to come."""

    code: str
    label: str
    state: str  # "done", "now", "next", or "unknown" where the source is silent
    gate: str  # the gate one passes to reach this ring: "" for the first
    position: int  # 1 to 8


#: The eight rings; the gate is the one before the ring.
CHAIN = (
    ("idea", _("Idee"), "", frozenset({Stage.DRAFT, Stage.SUBMITTED})),
    ("screening", _("Screening"), "P0", frozenset({Stage.SCREENING})),
    ("exploration", _("Verkenning"), "P1", frozenset({Stage.EXPLORATION})),
    ("plan", _("Plan"), "P2", frozenset({Stage.PREPARATION, Stage.AWAITING_FUNDING})),
    ("pilot", _("Pilot"), "P3", frozenset({Stage.PILOT})),
    ("execution", _("Invoering"), "P4", frozenset({Stage.EXECUTION})),
    ("embedding", _("Borging"), "P5", frozenset({Stage.EMBEDDING})),
    ("finished", _("Klaar"), "P6", frozenset({Stage.FINISHED})),
)
#: Where an initiative left the chain, when its stage alone tells it.
_LEFT_AT = {
    Stage.EXPLORED: Stage.EXPLORATION,
    Stage.REJECTED: Stage.SCREENING,
    Stage.MERGED: Stage.SUBMITTED,
    Stage.REFERRED: Stage.SUBMITTED,
}


def chain_stage(stage: Stage, left_from: str = "") -> Stage:
    """Return the stage on the chain at which an initiative stands or at which it left.

    left_from: for parked and stopped initiatives the stage they came from; screening when it is not known.
    """
    if stage in {Stage.PARKED, Stage.STOPPED}:
        return Stage(left_from) if left_from else Stage.SCREENING
    return _LEFT_AT.get(stage, stage)


def chain_position(stage: Stage, left_from: str = "") -> int:
    """Return the ring, 1 to 8, at which an initiative stands or at which it left the chain."""
    at = chain_stage(stage, left_from)
    return next(position for position, ring in enumerate(CHAIN, start=1) if at in ring[3])


def has_gone_by(stage: Stage, moments: Iterable[Stage]) -> bool:
    """Whether all these moments lie behind an initiative; one that is parked may still come to each of them.

    >>> has_gone_by(Stage.PILOT, [Stage.EXPLORATION]), has_gone_by(Stage.PARKED, [Stage.EXPLORATION])
    (True, False)
    """
    if stage == Stage.PARKED:
        return False
    return stage in CLOSED or max(chain_position(moment) for moment in moments) < chain_position(stage)


def chain(stage: Stage, left_from: str = "", *, told: Collection[Stage] | None = None) -> list[Ring]:
    """Return the eight rings, passed, present or to come. Off the chain no ring is the present one.

    told: for what was read from a source the stages in which it is known to have been, and "unknown" is then every
    earlier ring that nobody told of; without it every ring before the present one was passed here.
    """
    here = chain_position(stage, left_from)
    is_off = stage in {Stage.PARKED, Stage.STOPPED} or stage in _LEFT_AT
    if told is None:
        passed, last = set(range(1, here)), here
    else:
        passed = {chain_position(one) for one in told if one in ACTIVE}
        last = len(CHAIN) + 1 if leaves_place_open(stage, left_from) else here
    rings = []
    for position, (code, label, gate, _stages) in enumerate(CHAIN, start=1):
        if position == last:
            state = "done" if is_off else "now"
        elif position > last:
            state = "next"
        else:
            state = "done" if position in passed else "unknown"
        rings.append(Ring(code, str(label), state, gate, position))
    return rings


def leaves_place_open(stage: Stage, left_from: str) -> bool:
    """Whether nothing tells in which stage it was stopped; only a source can be so silent."""
    return stage == Stage.STOPPED and not left_from


def reachable(start: Iterable[Stage]) -> frozenset[Stage]:
    """Return every stage that can be reached from the given ones, themselves included."""
    found: set[Stage] = set()
    waiting = list(start)
    while waiting:
        stage = waiting.pop()
        if stage not in found:
            found.add(stage)
            waiting.extend(NEXT[stage])
    return frozenset(found)
