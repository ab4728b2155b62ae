"""Transfers between places of care: how fast a request is answered, and how many nights somebody waits for a bed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from schakel.methods.waits.figures import days_covered, percentile, share
from schakel.methods.waits.stamps import Stamp, hours_between

READY, SENT = "medically_ready", "handover_sent"
ACCEPTED, REFUSED = "handover_accepted", "handover_refused"
DELAY_START, DELAY_END = "patient_delay_start", "patient_delay_end"
LEFT, ARRIVED, READMITTED, DIED = "left", "arrived", "readmitted", "died"
EVENT_TYPES = (READY, SENT, ACCEPTED, REFUSED, DELAY_START, DELAY_END, LEFT, ARRIVED, READMITTED, DIED)
#: How places that are a hospital are called, at the beginning of their name and in small letters.
HOSPITALS = ("hospital", "ziekenhuis")


@dataclass(frozen=True)
class TransferEvent:
    """Something that happened in one step of one patient's chain."""

    id: str
    patient: str
    step: str
    kind: str
    at: Stamp
    from_place: str = ""
    to_place: str = ""


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
    totals = TransferTotals(errors_time_stamp_n=n_bad_stamps)
    hours: list[float] = []
    for patient in _patients(events, reference):
        for step in patient.steps:
            _count_requests(totals, hours, step, patient.died, agreement, reference)
            _count_delay(totals, step, patient.died, agreement, reference)
            _count_leaving(totals, step, agreement)
        totals.readmissions_n += sum(days <= agreement.readmission_days for days in patient.days_until_back)
    totals.answered_in_time_pct = share(totals.answered_in_time_n, totals.requests_answered_n)
    totals.answer_hours_median, totals.answer_hours_p90 = percentile(hours, 0.5), percentile(hours, 0.9)
    totals.delay_within_agreement_pct = share(totals.delay_within_agreement_n, totals.steps_left_with_ready_n)
    return totals


def names() -> list[str]:
    """The names of the totals, in the order in which they are told."""
    return [one.name for one in fields(TransferTotals)]


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
    #: Days between leaving the hospital and each time this patient was back in one.
    days_until_back: list[int] = field(default_factory=list)


def _patients(events: Iterable[TransferEvent], reference: Stamp) -> list[_Patient]:
    """Sort out what happened, patient by patient: each event once, in order, up to the reference moment."""
    unique: dict[str, TransferEvent] = {}
    for event in events:
        unique.setdefault(event.id, event)
    by_patient: dict[str, list[TransferEvent]] = defaultdict(list)
    for event in sorted(unique.values(), key=lambda event: event.at.moment):
        if event.at.moment <= reference.moment:
            by_patient[event.patient].append(event)
    return [_patient(of_patient) for of_patient in by_patient.values()]


def _patient(events: Sequence[TransferEvent]) -> _Patient:
    patient = _Patient()
    steps: dict[tuple[int, str], _Step] = defaultdict(_Step)
    chain: int = 0
    gone: Stamp | None = None
    first_left: Stamp | None = None
    for event in events:
        if event.kind == DIED:
            patient.died = patient.died or event.at
        elif event.kind == READMITTED:
            chain += 1
            left = gone or _left_for(events, event) or first_left  # a chain begins in a hospital
            if left is not None:
                patient.days_until_back.append((event.at.day - left.day).days)
            gone = first_left = None
        else:
            if event.kind == LEFT:
                first_left = first_left or event.at
                is_hospital = event.from_place.casefold().startswith(HOSPITALS)
                gone = event.at if is_hospital else gone
            steps[chain, event.step].events.append(event)
    patient.steps = list(steps.values())
    return patient


def _left_for(events: Sequence[TransferEvent], back: TransferEvent) -> Stamp | None:
    """When somebody last left the place to which they came back, whatever that place is called."""
    earlier = (
        event.at
        for event in reversed(events)
        if event.kind == LEFT
        and event.at <= back.at
        and event.from_place
        and event.from_place == back.to_place
    )
    return next(earlier, None)


# --------------------------------------------------------------------------- counting one step


def _count_requests(
    totals: TransferTotals,
    hours: list[float],
    step: _Step,
    died: Stamp | None,
    agreement: Agreement,
    reference: Stamp,
) -> None:
    """Every sending: answered, ended by death, or still open."""
    for place, sent in enumerate(step.events):
        if sent.kind != SENT:
            continue
        totals.requests_n += 1
        later = step.events[place + 1 :]
        answer = next((event for event in later if event.kind in (ACCEPTED, REFUSED)), None)
        if _died_first(died, sent.at, answer.at if answer else None):
            totals.requests_ended_by_death_n += 1
        elif answer is None:
            totals.requests_open_n += 1
            waited = hours_between(sent.at, reference)
            totals.requests_open_over_norm_n += waited > agreement.answer_within_hours
        else:
            waited = hours_between(sent.at, answer.at)
            hours.append(waited)
            totals.requests_answered_n += 1
            totals.requests_refused_n += answer.kind == REFUSED
            totals.answered_in_time_n += waited <= agreement.answer_within_hours


def _died_first(died: Stamp | None, sent: Stamp, answered: Stamp | None) -> bool:
    """Whether death ended a request. Of a death without a time only the day is known."""
    if died is None:
        return False
    return died.day >= sent.day if answered is None else sent <= died < answered


def _count_delay(
    totals: TransferTotals, step: _Step, died: Stamp | None, agreement: Agreement, reference: Stamp
) -> None:
    """The nights between being ready to go and going."""
    ready, left = step.first(READY), step.first(LEFT)
    if ready is None:
        return
    if left is None:
        if died is not None:
            totals.nights_of_died_while_waiting += max(0, (died.day - ready.day).days)
        else:
            totals.steps_still_waiting_n += 1
            totals.nights_of_those_still_waiting += (reference.day - ready.day).days
        return
    gross = (left.day - ready.day).days
    if gross < 0:
        totals.errors_order_n += 1
        return
    net = gross - step.own_nights(ready.day, left.day)
    totals.steps_left_with_ready_n += 1
    totals.delay_nights_total_gross += gross
    totals.delay_nights_total_net += net
    totals.delay_within_agreement_n += net <= agreement.delay_nights_max


def _count_leaving(totals: TransferTotals, step: _Step, agreement: Agreement) -> None:
    """Whether the papers were sent in time, and whether who left arrived, and after leaving."""
    left = step.first(LEFT)
    if left is None:
        return
    sent = [event.at for event in step.all(SENT)]
    if sent:
        totals.sent_in_time_of_n += 1
        totals.sent_in_time_n += hours_between(sent[-1], left) >= agreement.sent_before_leaving_hours
    arrived = step.first(ARRIVED)
    if arrived is None:
        totals.missing_arrival_n += 1
    elif arrived < left:
        totals.errors_order_n += 1
