"""Transfers between places of care: how fast a request is answered, and how many nights somebody waits for a bed.

First what was seen is gathered, step by step (``handovers``); then it is held against what was agreed (``judged``).
So an agreement may change without anybody opening the events again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TypeVar

from schakel.methods.waits.figures import days_covered, percentile, share
from schakel.methods.waits.stamps import Stamp, hours_between

READY, SENT = "medically_ready", "handover_sent"
ACCEPTED, REFUSED = "handover_accepted", "handover_refused"
DELAY_START, DELAY_END = "patient_delay_start", "patient_delay_end"
LEFT, ARRIVED, READMITTED, DIED = "left", "arrived", "readmitted", "died"
EVENT_TYPES = (READY, SENT, ACCEPTED, REFUSED, DELAY_START, DELAY_END, LEFT, ARRIVED, READMITTED, DIED)
#: How places that are a hospital are called, at the beginning of their name and in small letters.
HOSPITALS = ("hospital", "ziekenhuis")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class TransferEvent:
    """Something that happened in one step of one patient's chain; note: of a refusal the reason."""

    id: str
    patient: str
    step: str
    kind: str
    at: Stamp
    from_place: str = ""
    to_place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Agreement:
    """What the partners of a region agreed on: hours to answer and to send before leaving, nights, days."""

    answer_within_hours: float
    sent_before_leaving_hours: float
    delay_nights_max: float
    readmission_days: float


@dataclass
class TransferTotals:
    """All transfers together. Hours elapsed, nights by local date, shares in percent; None where nothing is told."""

    requests_n: int = 0
    requests_answered_n: int = 0
    requests_refused_n: int = 0
    requests_open_n: int = 0
    requests_open_over_norm_n: int = 0
    requests_ended_by_death_n: int = 0
    answered_in_time_n: int = 0
    answered_in_time_pct: float | None = None
    answer_hours_median: float | None = None
    answer_hours_p90: float | None = None
    steps_left_with_ready_n: int = 0
    delay_nights_total_gross: int = 0
    delay_nights_total_net: int = 0
    delay_within_agreement_n: int = 0
    delay_within_agreement_pct: float | None = None
    steps_still_waiting_n: int = 0
    nights_of_those_still_waiting: int = 0
    nights_of_died_while_waiting: int = 0
    sent_in_time_n: int = 0
    sent_in_time_of_n: int = 0
    missing_arrival_n: int = 0
    errors_order_n: int = 0
    errors_time_stamp_n: int = 0
    readmissions_n: int = 0


def transfer_totals(
    events: Iterable[TransferEvent], agreement: Agreement, *, reference: Stamp, n_bad_stamps: int = 0
) -> TransferTotals:
    """Count requests, delay nights, papers sent in time, arrivals and readmissions of all patients.

    reference: the moment of counting; later events have not happened yet. n_bad_stamps: events that were refused since
    their local time does not exist or exists twice. Every sending is a request, answered by the first later answer in
    the same step; open ones are in no share, median or percentile. Nights of who still waits, or died waiting, are
    gross. A readmission begins a new chain: what follows it is another step, though it has the same name.

    >>> from schakel.methods.waits import read_stamp
    >>> sent = TransferEvent("1", "P", "1", "handover_sent", read_stamp("2026-11-02T10:00"))
    >>> yes = TransferEvent("2", "P", "1", "handover_accepted", read_stamp("2026-11-02T14:00"))
    >>> totals = transfer_totals([sent, yes], Agreement(4, 24, 1, 30), reference=read_stamp("2026-11-03"))
    >>> totals.answered_in_time_pct, totals.answer_hours_median
    (100.0, 4.0)
    """
    seen = handovers(events, reference=reference, key=lambda _source, _target: "all")
    totals = judged(together(one.facts for one in seen.values()), agreement)
    totals.errors_time_stamp_n = n_bad_stamps
    return totals


def names() -> list[str]:
    """The names of the totals, in the order in which they are told."""
    return [one.name for one in fields(TransferTotals)]


# --------------------------------------------------------------------------- what was seen


@dataclass
class TransferFacts:
    """What was seen of some transfers, before it is held against an agreement; plain values, that can be kept.

    answer_hours: of each answered request. open_hours: of each open one, up to the moment of counting. nights_gross and
    nights_net: of each step that was left after being ready, in the same order. waiting_nights, died_nights: of who
    still waits, or died waiting. hours_before_leaving: from the last sending to leaving. days_until_back: from leaving
    the hospital to each readmission, at the step with which it was left. left_n: steps that were left.
    """

    answer_hours: list[float] = field(default_factory=list)
    open_hours: list[float] = field(default_factory=list)
    nights_gross: list[int] = field(default_factory=list)
    nights_net: list[int] = field(default_factory=list)
    waiting_nights: list[int] = field(default_factory=list)
    died_nights: list[int] = field(default_factory=list)
    hours_before_leaving: list[float] = field(default_factory=list)
    days_until_back: list[int] = field(default_factory=list)
    refused_n: int = 0
    ended_by_death_n: int = 0
    left_n: int = 0
    missing_arrival_n: int = 0
    errors_order_n: int = 0


@dataclass
class Handover:
    """What was seen between two places, or in a month: the facts, whose they are, and who was refused for which reason.

    answered: whose requests were answered. left: who left after being ready, by month only.
    """

    facts: TransferFacts = field(default_factory=TransferFacts)
    people: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    reasons: dict[str, set[str]] = field(default_factory=dict)


def handovers(
    events: Iterable[TransferEvent], *, reference: Stamp, key: Callable[[str, str], Key]
) -> dict[Key, Handover]:
    """Gather what was seen, by where people came from and where they went.

    key: what is put together, by the two places; places that the events do not name are empty. A request belongs to the
    place it was sent to, all else of a step to where the patient went, or was to go. So every fact is at exactly one
    key: the facts of all keys together are those of the whole. People are not: somebody may be at several keys.

    >>> from schakel.methods.waits import read_stamp
    >>> ready = TransferEvent("1", "P", "1", "medically_ready", read_stamp("2026-11-02"), "hospital", "GRZ")
    >>> left = TransferEvent("2", "P", "1", "left", read_stamp("2026-11-05"), "hospital", "GRZ")
    >>> seen = handovers([ready, left], reference=read_stamp("2026-12-01"), key=lambda *pair: pair)
    >>> seen["hospital", "GRZ"].facts.nights_gross
    [3]
    """
    found: dict[Key, Handover] = defaultdict(Handover)
    for name, patient in _patients(events, reference).items():
        for step in patient.steps:
            source, target = step.places

            def place(sent: TransferEvent, source: str = source, target: str = target) -> Key:
                return key(sent.from_place or source, sent.to_place or target)

            _see_requests(found, place, name, step, patient.died, reference)
            here = found[key(*step.places)]
            here.people |= {name}
            _see_delay(here.facts, step, patient.died, reference)
            _see_leaving(here.facts, step)
        for days, step in patient.until_back:
            found[key(*step.places)].facts.days_until_back.append(days)
    return dict(found)


def months_of_handovers(events: Iterable[TransferEvent], *, reference: Stamp) -> dict[str, Handover]:
    """Gather what was seen by local month ("2026-03"), in order: a request in the month in which it was sent.

    Nights and papers of a step are in the month of leaving. Who still waits, or died waiting, is of no month, nor is a
    readmission: those are told of all months together. Months in which nothing was seen are not there.

    >>> from schakel.methods.waits import read_stamp
    >>> ready = TransferEvent("1", "P", "1", "medically_ready", read_stamp("2026-11-29"), "hospital", "GRZ")
    >>> left = TransferEvent("2", "P", "1", "left", read_stamp("2026-12-01"), "hospital", "GRZ")
    >>> seen = months_of_handovers([ready, left], reference=left.at)
    >>> {month: (one.facts.nights_net, one.left) for month, one in seen.items()}
    {'2026-12': ([2], {'P'})}
    """
    found: dict[str, Handover] = defaultdict(Handover)
    for name, patient in _patients(events, reference).items():
        for step in patient.steps:
            _see_requests(found, lambda sent: f"{sent.at.day:%Y-%m}", name, step, patient.died, reference)
            left = step.first(LEFT)
            if left is not None:
                here = found[f"{left.day:%Y-%m}"]
                n_before = len(here.facts.nights_net)
                _see_delay(here.facts, step, patient.died, reference)
                here.left |= {name} if len(here.facts.nights_net) > n_before else set()
                _see_leaving(here.facts, step)
    return {month: found[month] for month in sorted(found)}


def together(facts: Iterable[TransferFacts]) -> TransferFacts:
    """The facts of several hand-overs as those of one.

    >>> together([TransferFacts(nights_net=[1], refused_n=2), TransferFacts(nights_net=[3])]).nights_net
    [1, 3]
    """
    total = TransferFacts()
    for one in facts:
        for part in fields(TransferFacts):
            setattr(total, part.name, getattr(total, part.name) + getattr(one, part.name))
    return total


def judged(facts: TransferFacts, agreement: Agreement) -> TransferTotals:
    """What was seen, held against what was agreed. Counts of several hand-overs add up to those of all together.

    Median and 90th percentile of the answered requests, straight between neighbours; shares in percent of what could be
    in time; None of nothing.

    >>> judged(TransferFacts(answer_hours=[2, 6]), Agreement(4, 24, 1, 30)).answered_in_time_pct
    50.0
    """
    hours, n_nights = facts.answer_hours, len(facts.nights_net)
    n_open = len(facts.open_hours)
    in_time = sum(one <= agreement.answer_within_hours for one in hours)
    within = sum(one <= agreement.delay_nights_max for one in facts.nights_net)
    before = facts.hours_before_leaving
    return TransferTotals(
        requests_n=len(hours) + n_open + facts.ended_by_death_n,
        requests_answered_n=len(hours),
        requests_refused_n=facts.refused_n,
        requests_open_n=n_open,
        requests_open_over_norm_n=sum(one > agreement.answer_within_hours for one in facts.open_hours),
        requests_ended_by_death_n=facts.ended_by_death_n,
        answered_in_time_n=in_time,
        answered_in_time_pct=share(in_time, len(hours)),
        answer_hours_median=percentile(hours, 0.5),
        answer_hours_p90=percentile(hours, 0.9),
        steps_left_with_ready_n=n_nights,
        delay_nights_total_gross=sum(facts.nights_gross),
        delay_nights_total_net=sum(facts.nights_net),
        delay_within_agreement_n=within,
        delay_within_agreement_pct=share(within, n_nights),
        steps_still_waiting_n=len(facts.waiting_nights),
        nights_of_those_still_waiting=sum(facts.waiting_nights),
        nights_of_died_while_waiting=sum(facts.died_nights),
        sent_in_time_n=sum(one >= agreement.sent_before_leaving_hours for one in before),
        sent_in_time_of_n=len(before),
        missing_arrival_n=facts.missing_arrival_n,
        errors_order_n=facts.errors_order_n,
        readmissions_n=sum(days <= agreement.readmission_days for days in facts.days_until_back),
    )


# --------------------------------------------------------------------------- one patient


@dataclass
class _Step:
    """One step of a chain, its events in order."""

    events: list[TransferEvent] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator[TransferEvent]:
        """The events of these kinds, in order."""
        return (event for event in self.events if event.kind in kinds)

    def first(self, kind: str) -> Stamp | None:
        """When something first happened in this step."""
        return next((event.at for event in self.all(kind)), None)

    @property
    def places(self) -> tuple[str, str]:
        """Where the patient came from, and where the patient went or was to go; the last that says so counts."""
        source = next((event.from_place for event in self.events if event.from_place), "")
        for kinds in ((ARRIVED, LEFT), (ACCEPTED,), EVENT_TYPES):
            target = next(
                (event.to_place for event in reversed(list(self.all(*kinds))) if event.to_place), ""
            )
            if target:
                return source, target
        return source, ""

    def own_nights(self, start: date, stop: date) -> int:
        """The days of start up to stop that the patient delayed; what overlaps counts once."""
        spans = []
        for begun in self.all(DELAY_START):
            end = next((other.at.day for other in self.all(DELAY_END) if other.at >= begun.at), stop)
            spans.append((begun.at.day, end))
        return days_covered(spans, start, stop)


@dataclass
class _Patient:
    steps: list[_Step] = field(default_factory=list)
    died: Stamp | None = None
    #: Days between leaving the hospital and each time this patient was back in one, with the step of leaving.
    until_back: list[tuple[int, _Step]] = field(default_factory=list)


def _patients(events: Iterable[TransferEvent], reference: Stamp) -> dict[str, _Patient]:
    """Sort out what happened, patient by patient, into the steps of each."""
    return {name: _patient(those) for name, those in by_patient(events, reference).items()}


def by_patient(events: Iterable[TransferEvent], reference: Stamp) -> dict[str, list[TransferEvent]]:
    """What happened to each patient: each event once, in order, up to the reference moment."""
    unique: dict[str, TransferEvent] = {}
    for event in events:
        unique.setdefault(event.id, event)
    found: dict[str, list[TransferEvent]] = defaultdict(list)
    for event in sorted(unique.values(), key=lambda event: event.at.moment):
        if event.at.moment <= reference.moment:
            found[event.patient].append(event)
    return dict(found)


def _patient(events: Sequence[TransferEvent]) -> _Patient:
    patient = _Patient()
    steps: dict[tuple[int, str], _Step] = defaultdict(_Step)
    step_of: dict[str, _Step] = {}
    chain: int = 0
    gone: TransferEvent | None = None
    first_left: TransferEvent | None = None
    for event in events:
        if event.kind == DIED:
            patient.died = patient.died or event.at
        elif event.kind == READMITTED:
            chain += 1
            left = gone or _left_for(events, event) or first_left  # a chain begins in a hospital
            if left is not None:
                patient.until_back.append(((event.at.day - left.at.day).days, step_of[left.id]))
            gone = first_left = None
        else:
            if event.kind == LEFT:
                first_left = first_left or event
                is_hospital = event.from_place.casefold().startswith(HOSPITALS)
                gone = event if is_hospital else gone
            step_of[event.id] = steps[chain, event.step]
            steps[chain, event.step].events.append(event)
    patient.steps = list(steps.values())
    return patient


def _left_for(events: Sequence[TransferEvent], back: TransferEvent) -> TransferEvent | None:
    """How somebody last left the place to which they came back, whatever that place is called."""
    earlier = (
        event
        for event in reversed(events)
        if event.kind == LEFT
        and event.at <= back.at
        and event.from_place
        and event.from_place == back.to_place
    )
    return next(earlier, None)


# --------------------------------------------------------------------------- seeing one step


def _see_requests(
    found: dict[Key, Handover],
    key: Callable[[TransferEvent], Key],
    patient: str,
    step: _Step,
    died: Stamp | None,
    reference: Stamp,
) -> None:
    """Every sending: answered, ended by death, or still open."""
    for place, sent in enumerate(step.events):
        if sent.kind != SENT:
            continue
        here = found[key(sent)]
        here.people |= {patient}
        later = step.events[place + 1 :]
        answer = next((event for event in later if event.kind in (ACCEPTED, REFUSED)), None)
        if _died_first(died, sent.at, answer.at if answer else None):
            here.facts.ended_by_death_n += 1
        elif answer is None:
            here.facts.open_hours.append(hours_between(sent.at, reference))
        else:
            here.answered |= {patient}
            here.facts.answer_hours.append(hours_between(sent.at, answer.at))
            if answer.kind == REFUSED:
                here.facts.refused_n += 1
                here.reasons.setdefault(answer.note, set()).add(patient)


def _died_first(died: Stamp | None, sent: Stamp, answered: Stamp | None) -> bool:
    """Whether death ended a request. Of a death without a time only the day is known."""
    if died is None:
        return False
    return died.day >= sent.day if answered is None else sent <= died < answered


def _see_delay(facts: TransferFacts, step: _Step, died: Stamp | None, reference: Stamp) -> None:
    """The nights between being ready to go and going."""
    ready, left = step.first(READY), step.first(LEFT)
    if ready is None:
        return
    if left is None:
        if died is not None:
            facts.died_nights.append(max(0, (died.day - ready.day).days))
        else:
            facts.waiting_nights.append((reference.day - ready.day).days)
        return
    gross = (left.day - ready.day).days
    if gross < 0:
        facts.errors_order_n += 1
        return
    facts.nights_gross.append(gross)
    facts.nights_net.append(gross - step.own_nights(ready.day, left.day))


def _see_leaving(facts: TransferFacts, step: _Step) -> None:
    """How long before leaving the papers were sent, and whether who left arrived, and after leaving."""
    left = step.first(LEFT)
    if left is None:
        return
    facts.left_n += 1
    sent = [event.at for event in step.all(SENT)]
    if sent:
        facts.hours_before_leaving.append(hours_between(sent[-1], left))
    arrived = step.first(ARRIVED)
    if arrived is None:
        facts.missing_arrival_n += 1
    elif arrived < left:
        facts.errors_order_n += 1
