"""Rows of a file with transfers: which column is what, what each row says, and why a row is not used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from schakel.methods.waits.stamps import BadStamp, read_stamp
from schakel.methods.waits.transfers import (
    ACCEPTED,
    ARRIVED,
    DELAY_END,
    DELAY_START,
    DIED,
    EVENT_TYPES,
    LEFT,
    READMITTED,
    READY,
    REFUSED,
    SENT,
    TransferEvent,
)

#: The columns of a file, by their own name and by the Dutch ones that may stand instead; all but the note are needed.
COLUMNS: dict[str, tuple[str, ...]] = {
    "event_id": ("nummer", "gebeurtenisnummer"),
    "patient_id": ("patient", "patiënt", "pseudoniem"),
    "step": ("stap",),
    "from_place": ("van", "van plek"),
    "to_place": ("naar", "naar plek"),
    "event_type": ("gebeurtenis", "soort"),
    "occurred_at": ("tijdstip", "moment", "datum"),
    "note": ("toelichting", "reden"),
}
OPTIONAL = frozenset({"note"})
#: Dutch words for what happened.
KINDS: dict[str, str] = {
    "klaar voor vertrek": READY,
    "aangevraagd": SENT,
    "toegezegd": ACCEPTED,
    "geweigerd": REFUSED,
    "uitstel patiënt begin": DELAY_START,
    "uitstel patiënt einde": DELAY_END,
    "vertrokken": LEFT,
    "aangekomen": ARRIVED,
    "heropgenomen": READMITTED,
    "overleden": DIED,
}
#: Signs of a name of a place and of a reason that are kept.
LONGEST = 200


class RowFault(StrEnum):
    """Why one row is not used."""

    NO_ID = "no_id"
    NO_PATIENT = "no_patient"
    NO_STEP = "no_step"
    UNKNOWN_KIND = "unknown_kind"
    NO_MOMENT = "no_moment"
    BAD_MOMENT = "bad_moment"
    IMPOSSIBLE = "impossible"
    TWICE = "twice"
    SAME_ID = "same_id"


FAULT_WORDS = {
    RowFault.NO_ID: "het nummer van de gebeurtenis is leeg",
    RowFault.NO_PATIENT: "de patiënt is leeg",
    RowFault.NO_STEP: "de stap is leeg",
    RowFault.UNKNOWN_KIND: "deze soort gebeurtenis kent Schakel niet",
    RowFault.NO_MOMENT: "het tijdstip is leeg",
    RowFault.BAD_MOMENT: "dit is geen datum of tijdstip",
    RowFault.IMPOSSIBLE: "dit tijdstip bestaat niet: die nacht ging de klok een uur vooruit",
    RowFault.TWICE: "dit tijdstip was er twee keer: die nacht ging de klok een uur terug",
    RowFault.SAME_ID: "een gebeurtenis met dit nummer stond er al",
}
#: Faults of moments; they are told apart, as errors of time.
OF_MOMENTS = frozenset({RowFault.BAD_MOMENT, RowFault.IMPOSSIBLE, RowFault.TWICE})
_STAMPS = {
    "unreadable": RowFault.BAD_MOMENT,
    "impossible": RowFault.IMPOSSIBLE,
    "ambiguous": RowFault.TWICE,
}


@dataclass
class TransferRows:
    """What was read: events, and of each other row its line and why it is not used."""

    events: list[TransferEvent] = field(default_factory=list)
    rejects: list[tuple[int, str]] = field(default_factory=list)
    n_read: int = 0
    _ids: set[str] = field(default_factory=set)

    def add(self, line: int, cells: Mapping[str, str]) -> None:
        """Read one row, its cells by the names of ``COLUMNS``; a row that cannot be used is remembered by its line."""
        self.n_read += 1
        found = _event(cells)
        if isinstance(found, TransferEvent) and found.id in self._ids:
            found = RowFault.SAME_ID
        if isinstance(found, RowFault):
            self.rejects.append((line, found))
            return
        self._ids.add(found.id)
        self.events.append(found)

    def refuse(self, line: int, reason: str) -> None:
        """Remember a row that could not even be taken apart."""
        self.n_read += 1
        self.rejects.append((line, reason))

    @property
    def n_bad_moments(self) -> int:
        """How many rows have a moment that does not exist, exists twice, or is none."""
        return sum(reason in OF_MOMENTS for _line, reason in self.rejects)


def _event(cells: Mapping[str, str]) -> TransferEvent | RowFault:
    text = {name: cells.get(name, "").strip() for name in COLUMNS}
    for name, fault in (
        ("event_id", RowFault.NO_ID),
        ("patient_id", RowFault.NO_PATIENT),
        ("step", RowFault.NO_STEP),
    ):
        if not text[name]:
            return fault
    kind = text["event_type"].casefold()
    kind = KINDS.get(kind, kind)
    if kind not in EVENT_TYPES:
        return RowFault.UNKNOWN_KIND
    if not text["occurred_at"]:
        return RowFault.NO_MOMENT
    try:
        at = read_stamp(text["occurred_at"])
    except BadStamp as fault:
        return _STAMPS[fault.kind]
    return TransferEvent(
        id=text["event_id"],
        patient=text["patient_id"],
        step=text["step"],
        kind=kind,
        at=at,
        from_place=_name(text["from_place"]),
        to_place=_name(text["to_place"]),
        note=_name(text["note"]),
    )


def _name(text: str) -> str:
    """A name without double spaces, and not endless."""
    return " ".join(text.split())[:LONGEST]


def columns_of(names: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Which column of a file is what, and which ones are missing.

    >>> columns_of(["Event_ID", "patient", "stap", "van", "naar", "gebeurtenis"])[1]
    ['occurred_at']
    """
    plain = {name.casefold().replace("_", " ").strip(): name for name in reversed(names)}
    found = {}
    for role, others in COLUMNS.items():
        for word in (role.replace("_", " "), *others):
            if word in plain:
                found[role] = plain[word]
                break
    return found, [role for role in COLUMNS if role not in found and role not in OPTIONAL]


def read_rows(rows: Iterable[tuple[int, Mapping[str, str]]]) -> TransferRows:
    """Read rows: their line in the file, and their cells by the names of ``COLUMNS``."""
    read = TransferRows()
    for line, cells in rows:
        read.add(line, cells)
    return read
