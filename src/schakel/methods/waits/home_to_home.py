"""How many days the whole way takes: from leaving home, or coming into the hospital, to being at home again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from schakel.methods.waits.places import AT_HOME, Place
from schakel.methods.waits.stamps import Stamp
from schakel.methods.waits.transfers import ARRIVED, DIED, LEFT, READMITTED, TransferEvent, by_patient


@dataclass
class Chains:
    """The ways of all patients; plain values, that can be kept.

    days: of each way that ended at home. months: the local month in which each did ("2026-03"). underway_days: of each
    that had not yet, up to the day of counting; who stays in a nursing home is among them. Beside those: ways that
    ended otherwise, and ways home of which the begin is not in the events. people_n: patients with at least one event.
    """

    days: list[int] = field(default_factory=list)
    months: list[str] = field(default_factory=list)
    underway_days: list[int] = field(default_factory=list)
    ended_by_death_n: int = 0
    ended_by_readmission_n: int = 0
    begin_unknown_n: int = 0
    people_n: int = 0


def home_to_home(
    events: Iterable[TransferEvent], *, reference: Stamp, place_of: Callable[[str], Place]
) -> Chains:
    """The calendar days of each way from home to home.

    A way begins on the local date of the first of these: leaving home for a place that is not home, arriving in a
    hospital, or being readmitted. It ends on the local date of the first arrival at home after that; with home care
    somebody is at home. A readmission ends a way that was still going on and begins the next one; death ends it without
    days. Who comes home while no begin was told has a way of unknown begin.
    reference: the moment of counting; later events have not happened yet. place_of: which kind of place a name is.

    Source: "home to home" as Zorgnetwerk Stad en Ommeland uses it (master plan, 2022); begin and end are ours.

    >>> from schakel.methods.waits import read_stamp
    >>> from schakel.methods.waits.places import place_of
    >>> gone = TransferEvent("1", "P", "1", "left", read_stamp("2026-11-02"), "thuis", "ziekenhuis")
    >>> back = TransferEvent("2", "P", "2", "arrived", read_stamp("2026-11-12"), "ziekenhuis", "thuis")
    >>> home_to_home([gone, back], reference=read_stamp("2026-12-01"), place_of=place_of).days
    [10]
    """
    chains = Chains()
    for those in by_patient(events, reference).values():
        chains.people_n += 1
        _walk(chains, those, reference.day, place_of)
    return chains


def people_home(
    events: Iterable[TransferEvent], *, reference: Stamp, place_of: Callable[[str], Place]
) -> dict[str, set[str]]:
    """Whose way from home to home ended in each local month ("2026-03"), by the same rules; not to be kept.

    >>> from schakel.methods.waits import read_stamp
    >>> from schakel.methods.waits.places import place_of
    >>> gone = TransferEvent("1", "P", "1", "left", read_stamp("2026-11-02"), "thuis", "ziekenhuis")
    >>> back = TransferEvent("2", "P", "2", "arrived", read_stamp("2026-11-12"), "ziekenhuis", "thuis")
    >>> people_home([gone, back], reference=read_stamp("2026-12-01"), place_of=place_of)
    {'2026-11': {'P'}}
    """
    found: dict[str, set[str]] = {}
    for name, those in by_patient(events, reference).items():
        own = Chains()
        _walk(own, those, reference.day, place_of)
        for month in own.months:
            found.setdefault(month, set()).add(name)
    return found


def _walk(
    chains: Chains, events: Sequence[TransferEvent], today: date, place_of: Callable[[str], Place]
) -> None:
    """Follow one patient, and add what that tells."""
    begun: date | None = None
    is_unknown = False
    for event in events:
        source, target = place_of(event.from_place), place_of(event.to_place)
        if event.kind == READMITTED:
            chains.ended_by_readmission_n += begun is not None
            begun, is_unknown = event.at.day, False
        elif event.kind == DIED:
            chains.ended_by_death_n += begun is not None
            break
        elif event.kind == LEFT and begun is None:
            if source in AT_HOME and target not in AT_HOME:
                begun = event.at.day
            elif source not in AT_HOME:
                is_unknown = True
        elif event.kind == ARRIVED:
            if target in AT_HOME:
                if begun is not None:
                    chains.days.append((event.at.day - begun).days)
                    chains.months.append(f"{event.at.day:%Y-%m}")
                else:
                    chains.begin_unknown_n += is_unknown
                begun, is_unknown = None, False
            elif target == Place.HOSPITAL and begun is None and not is_unknown:
                begun = event.at.day
    else:
        if begun is not None:
            chains.underway_days.append((today - begun).days)
