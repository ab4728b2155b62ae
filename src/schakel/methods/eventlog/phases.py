"""The phases of a norm in a log: the events that count go to the counting rules of the field, all others stay aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.selection import Selection
from schakel.methods.waits.mental_health import DECLINED, EVENT_TYPES, Event, Norm, phase_waits
from schakel.methods.waits.stamps import BadStamp, Stamp, read_stamp

#: What the events of a norm are called in Dutch files, beside their own names.
DUTCH = {
    "verwijzing": "referral",
    "aanmelding": "registered",
    "aangemeld": "registered",
    "intake": "intake",
    "start behandeling": "treatment_start",
    "behandeling": "treatment_start",
    "afgesloten": "closed",
    "afsluiting": "closed",
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def norm_rows(
    log: PreparedLog, selection: Selection, norms: Sequence[Norm], *, since: date | None = None
) -> list[dict[str, Any]]:
    """Every phase of the norms, for all organisations together and for each, counted as ``methods.waits`` does.

    since: the first day of the window in which a phase has to end, the day of the first event when it is not given; its
    last day is that of the cut-off. Returns the fields of ``PhaseWaits`` by name; nothing when the log has no event of
    any phase. Raises ValueError when no norm is valid on the day of the cut-off.
    """
    kinds = {code: kind for code, name in enumerate(log.activities) if (kind := kind_of(name))}
    events = list(_events(log, selection, kinds))
    if not events:
        return []
    first = min(event.at.day for event in events)
    reference = local_day(selection.cut_off - 1, log.zone)
    return [asdict(row) for row in phase_waits(events, norms, reference=reference, since=since or first)]


def kind_of(activity: str) -> str | None:
    """Which event of a norm an activity is; None when it is none.

    >>> kind_of("Aanmelding"), kind_of("treatment_start"), kind_of("bloed prikken")
    ('registered', 'treatment_start', None)
    """
    name = activity.strip().casefold()
    return name if name in EVENT_TYPES else DUTCH.get(name)


def local_day(moment: int, zone: str) -> date:
    """The local date of a moment in microseconds.

    >>> local_day(1_782_856_800_000_000, "Europe/Amsterdam")
    datetime.date(2026, 7, 1)
    """
    return (_EPOCH + timedelta(microseconds=moment)).astimezone(ZoneInfo(zone)).date()


def _events(log: PreparedLog, selection: Selection, kinds: dict[int, str]) -> Iterator[Event]:
    """The events of the selection that a norm knows, in the form in which it counts them."""
    lengths = selection.stop - selection.begin
    case = np.repeat(selection.case, lengths)
    within = np.arange(len(case)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    places = np.repeat(selection.begin, lengths) + within
    counts = np.isin(log.activity[places], list(kinds))
    zone = ZoneInfo(log.zone)
    values, statuses = (_names_of(log, name) for name in ("value", "status"))
    for number, place in zip(case[counts].tolist(), places[counts].tolist(), strict=True):
        kind = kinds[int(log.activity[place])]
        moment = _EPOCH + timedelta(microseconds=int(log.start[place]))
        value = values(place)
        yield Event(
            id=str(place),
            case=str(number),
            kind=kind,
            at=Stamp(moment, moment.astimezone(zone).date()),
            organisation=log.organisations[int(log.organisation[place])],
            value=value,
            slot=_slot(value) if kind == DECLINED else None,
            in_error=statuses(place) == "entered_in_error",
        )


def _names_of(log: PreparedLog, attribute: str) -> Any:
    """A function from the place of an event to its value of an attribute; empty where the log has none."""
    if attribute not in log.attributes:
        return lambda place: ""
    codes, names = log.attribute(attribute)
    return lambda place: names[int(codes[place])]


def _slot(value: str) -> date | None:
    """The day of a declined appointment; None when it is not readable."""
    try:
        return read_stamp(value).day
    except BadStamp:
        return None
