"""Waiting in mental health care: registration, intake, treatment, by the counting rules of the supervisor.

Gross is what the calendar says. Net leaves out the days that somebody waited at their own request; norms are tested
on net. A phase that has not ended is waiting and in no mean; the estimate of Kaplan and Meier uses all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from schakel.methods.waits.figures import (
    days_covered,
    helped_within,
    kaplan_meier,
    mean,
    median_of_curve,
    percentile,
    share,
)
from schakel.methods.waits.stamps import Stamp

#: The row that counts all organisations together.
ALL = "all"
CLOSED, URGENCY, DECLINED = "closed", "urgency", "offer_declined"
PAUSE_START, PAUSE_END = "pause_start", "pause_end"
#: What happens to somebody, in the words of the data.
EVENT_TYPES = (
    "referral",
    "registered",
    "intake",
    "treatment_start",
    CLOSED,
    URGENCY,
    PAUSE_START,
    PAUSE_END,
    DECLINED,
)
CRISIS, PATIENT, PROVIDER = "crisis", "patient", "provider"


@dataclass(frozen=True)
class Event:
    """Something that happened to one case.

    value: why it was closed; `crisis`; who asked for a pause (`patient`, `provider`). slot: the date of an appointment
    that was declined. in_error: entered in error, so it never happened.
    """

    id: str
    case: str
    kind: str
    at: Stamp
    organisation: str = ""
    value: str = ""
    slot: date | None = None
    in_error: bool = False


@dataclass(frozen=True)
class Norm:
    """A phase from one event to another, with the most days that somebody should wait, from a day on."""

    phase: str
    from_event: str
    to_event: str
    days: float
    valid_from: date


@dataclass(frozen=True)
class PhaseWaits:
    """One phase of one organisation, or of all. Days; shares in percent; None where there is nothing to tell."""

    phase: str
    organisation: str
    completed_n: int
    gross_mean: float | None
    net_mean: float | None
    net_median: float | None
    net_p90: float | None
    within_norm_n: int
    within_norm_pct: float | None
    waiting_n: int
    waiting_over_norm_n: int
    waiting_longest_net: int | None
    left_n: int
    error_negative_n: int
    missing_n: int
    excluded_crisis_n: int
    km_median_days: float | None
    km_started_within_norm_pct: float | None


def phase_waits(
    events: Iterable[Event], norms: Sequence[Norm], *, reference: date, since: date
) -> list[PhaseWaits]:
    """Count how long people waited, phase by phase: first all organisations together, then each by name.

    reference: the day of counting, and the last of the window; later events have not happened yet. since: the first
    day of the window. A completed phase counts when its end lies in the window; who waits, left, is missing a step or
    was in crisis counts up to the reference date. A phase belongs to the organisation where it began.
    Raises ValueError when no norm of a phase is valid on the reference date.

    >>> from schakel.methods.waits import read_stamp
    >>> norm = Norm("A", "registered", "intake", 28, date(2022, 1, 1))
    >>> come = Event("1", "P", "registered", read_stamp("2026-01-01"), "De Brug")
    >>> seen = Event("2", "P", "intake", read_stamp("2026-01-29"), "De Brug")
    >>> row, _own = phase_waits([come, seen], [norm], reference=date(2026, 1, 31), since=date(2026, 1, 1))
    >>> row.organisation, row.net_mean, row.within_norm_pct
    ('all', 28.0, 100.0)
    """
    cases = _cases(events, reference)
    phases: dict[str, list[Norm]] = defaultdict(list)
    for norm in norms:
        phases[norm.phase].append(norm)
    found = []
    for dated in phases.values():
        phase = _Phase(sorted(dated, key=lambda norm: norm.valid_from), norms, reference, since)
        waits = [wait for case in cases if (wait := phase.wait_of(case)) is not None]
        organisations = sorted({wait.organisation for wait in waits if wait.organisation})
        found.append(phase.summary(ALL, waits))
        for name in organisations:
            found.append(phase.summary(name, [wait for wait in waits if wait.organisation == name]))
    return found


# --------------------------------------------------------------------------- one case


@dataclass
class _Case:
    """All that happened to one case: the first event of each kind, and every pause and declined offer."""

    firsts: dict[str, Event] = field(default_factory=dict)
    pauses: list[tuple[Stamp, Stamp | None]] = field(default_factory=list)
    slots: list[date] = field(default_factory=list)
    is_crisis: bool = False

    def organisation_of(self, *kinds: str) -> str:
        """Where the first of these took place, in the order in which they are named."""
        named = (self.firsts[kind].organisation for kind in kinds if kind in self.firsts)
        return next((name for name in named if name), "")

    def own_days(self, start: date, stop: date, slots_stop: date) -> int:
        """Days of start up to stop that this person waited at their own request; what overlaps goes out once."""
        spans = [(first.day, end.day if end else stop) for first, end in self.pauses]
        spans += [(slot, slots_stop) for slot in self.slots if slot >= start]
        return days_covered(spans, start, stop)


def _cases(events: Iterable[Event], reference: date) -> list[_Case]:
    """Sort out what happened, case by case: each event once, in order, up to the reference date."""
    events = list(events)
    withdrawn = {event.id for event in events if event.in_error}
    unique: dict[str, Event] = {}
    for event in events:
        if event.id not in withdrawn:
            unique.setdefault(event.id, event)
    by_case: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(unique.values(), key=lambda event: event.at.moment):
        if event.at.day <= reference:
            by_case[event.case].append(event)
    return [_case(of_case) for of_case in by_case.values()]


def _case(events: Sequence[Event]) -> _Case:
    case = _Case()
    for event in events:
        case.firsts.setdefault(event.kind, event)
        if event.kind == URGENCY and event.value == CRISIS:
            case.is_crisis = True
        if event.kind == DECLINED and event.slot is not None:
            case.slots.append(event.slot)
        if event.kind == PAUSE_START and event.value == PATIENT:
            later = (
                other.at
                for other in events
                if other.kind == PAUSE_END and other.value in ("", PATIENT) and other.at >= event.at
            )
            case.pauses.append((event.at, next(later, None)))
    return case


# --------------------------------------------------------------------------- one phase


class _State(StrEnum):
    COMPLETED = "completed"
    WAITING = "waiting"
    LEFT = "left"
    NEGATIVE = "negative"
    MISSING = "missing"
    CRISIS = "crisis"


@dataclass(frozen=True)
class _Wait:
    """What one case is in one phase; days only where it has a beginning and an end that follow each other."""

    state: _State
    organisation: str
    stop: date | None = None
    gross: int = 0
    net: int = 0


class _Phase:
    def __init__(self, dated: Sequence[Norm], norms: Sequence[Norm], reference: date, since: date) -> None:
        self.dated, self.reference, self.since = dated, reference, since
        self.name, self.start_kind, self.end_kind = dated[0].phase, dated[0].from_event, dated[0].to_event
        self.follows = _follows(norms)
        if self.norm_on(reference) is None:
            raise ValueError(f"no norm of phase {self.name} is valid on {reference}")

    def norm_on(self, day: date) -> float | None:
        """The days of the norm that was valid on a day: the newest that had begun."""
        begun = [norm.days for norm in self.dated if norm.valid_from <= day]
        return begun[-1] if begun else None

    def wait_of(self, case: _Case) -> _Wait | None:
        """What a case is in this phase; None when it never came so far. Crisis is out of all of them."""
        # A case of which the phase has neither end is with who had it in another phase; who referred it does not treat.
        organisation = case.organisation_of(self.start_kind, self.end_kind, *self.follows, URGENCY)
        if case.is_crisis:
            return _Wait(_State.CRISIS, organisation)
        start, end = case.firsts.get(self.start_kind), case.firsts.get(self.end_kind)
        is_past_start = any(kind in case.firsts for kind in self.follows[self.start_kind])
        if start is None and end is None and not is_past_start:
            return None
        is_past_end = any(kind in case.firsts for kind in self.follows[self.end_kind])
        if start is None or (end is None and is_past_end):
            return _Wait(_State.MISSING, organisation)
        closed = case.firsts.get(CLOSED)
        if end is not None:
            return self._measured(case, _State.COMPLETED, organisation, start.at.day, end.at.day)
        if closed is not None:
            return self._measured(case, _State.LEFT, organisation, start.at.day, closed.at.day)
        return self._measured(case, _State.WAITING, organisation, start.at.day, self.reference)

    def _measured(self, case: _Case, state: _State, organisation: str, start: date, stop: date) -> _Wait:
        gross = (stop - start).days
        if gross < 0:
            return _Wait(_State.NEGATIVE, organisation, stop)
        # A declined offer of an intake has done its work at the intake, also in a phase that goes on after it.
        between = [
            case.firsts[kind].at.day
            for kind in self.follows[self.start_kind] - {self.end_kind}
            if kind in case.firsts and self.end_kind in self.follows[kind]
        ]
        own = case.own_days(start, stop, min([stop, *between]))
        return _Wait(state, organisation, stop, gross, gross - own)

    def summary(self, organisation: str, waits: Sequence[_Wait]) -> PhaseWaits:
        """The figures of one row."""
        of = _ByState(waits, self.since)
        now = self.norm_on(self.reference)
        assert now is not None, "the phase was refused when it was made"
        judged = [
            (wait.net, norm)
            for wait in of.completed
            if wait.stop is not None and (norm := self.norm_on(wait.stop)) is not None
        ]
        within = sum(net <= norm for net, norm in judged)
        net = [wait.net for wait in of.completed]
        waiting = [wait.net for wait in of.states[_State.WAITING]]
        curve = kaplan_meier(of.durations)
        return PhaseWaits(
            phase=self.name,
            organisation=organisation,
            completed_n=len(of.completed),
            gross_mean=mean([wait.gross for wait in of.completed]),
            net_mean=mean(net),
            net_median=percentile(net, 0.5),
            net_p90=percentile(net, 0.9),
            within_norm_n=within,
            within_norm_pct=share(within, len(judged)),
            waiting_n=len(waiting),
            waiting_over_norm_n=sum(days > now for days in waiting),
            waiting_longest_net=max(waiting, default=None),
            left_n=len(of.states[_State.LEFT]),
            error_negative_n=len(of.negative),
            missing_n=len(of.states[_State.MISSING]),
            excluded_crisis_n=len(of.states[_State.CRISIS]),
            km_median_days=median_of_curve(curve),
            km_started_within_norm_pct=helped_within(curve, now) if of.durations else None,
        )


class _ByState:
    """The waits of one row by what they are."""

    def __init__(self, waits: Sequence[_Wait], since: date) -> None:
        self.states: Mapping[_State, list[_Wait]] = {state: [] for state in _State}
        for wait in waits:
            self.states[wait.state].append(wait)
        self.since = since

    @cached_property
    def completed(self) -> list[_Wait]:
        """Those whose end lies in the window."""
        return [wait for wait in self.states[_State.COMPLETED] if wait.stop and wait.stop >= self.since]

    @cached_property
    def negative(self) -> list[_Wait]:
        """Those whose end lies in the window and before their start."""
        return [wait for wait in self.states[_State.NEGATIVE] if wait.stop and wait.stop >= self.since]

    @cached_property
    def durations(self) -> list[tuple[float, bool]]:
        """Every wait of the phase, in the window or not, and whether it ended in care."""
        of = self.states
        helped = [(float(wait.net), True) for wait in of[_State.COMPLETED]]
        return helped + [(float(wait.net), False) for wait in (*of[_State.WAITING], *of[_State.LEFT])]


def _follows(norms: Sequence[Norm]) -> dict[str, set[str]]:
    """For each event of the phases, every event that comes after it."""
    follows: dict[str, set[str]] = {
        kind: set() for norm in norms for kind in (norm.from_event, norm.to_event)
    }
    for _again in follows:
        for norm in norms:
            follows[norm.from_event] |= {norm.to_event} | follows[norm.to_event]
    return follows
