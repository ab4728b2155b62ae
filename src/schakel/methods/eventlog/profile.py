"""Which column is what: guessed from names people use, shown, and kept as a profile in TOML."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from schakel.methods.eventlog.reasons import BadLog, Unreadable

#: What a column can be, and the names under which it comes, best first. Compared without signs and capitals.
NAMES: dict[str, tuple[str, ...]] = {
    "case": (
        *(
            "case:concept:name",
            "case_id",
            "case id",
            "caseid",
            "case",
            "zaak",
            "zaaknummer",
            "zorgtrajectnummer",
        ),
        *("trajectnummer", "opnamenummer", "verwijsnummer", "patiëntnummer", "patientnummer", "patient_id"),
        *("patient", "patiënt", "cliëntnummer", "clientnummer", "client", "trace"),
    ),
    "activity": (
        *("concept:name", "activity", "activiteit", "stap", "step", "event_type", "event", "handling"),
        *("verrichting", "zorgactiviteit", "zorgactiviteitcode", "afspraaktype", "gebeurtenis", "task"),
    ),
    "start": (
        *("start_timestamp", "start timestamp", "start", "started_at", "begin", "begintijd", "starttijd"),
        *("startdatum", "begindatum", "van"),
    ),
    "end": (
        *("end_timestamp", "complete timestamp", "complete_timestamp", "end", "ended_at", "eind", "einde"),
        *("eindtijd", "einddatum", "tot"),
    ),
    "time": (
        *("time:timestamp", "timestamp", "time", "occurred_at", "datum", "tijdstip", "datumtijd", "moment"),
        *("tijd", "date", "datetime"),
    ),
    "organisation": (
        *("org:group", "organisation", "organization", "organisatie", "org", "instelling", "zorgaanbieder"),
        *(
            "aanbieder",
            "agb_code",
            "agbcode",
            "locatie",
            "afdeling",
            "specialisme",
            "org:resource",
            "resource",
        ),
    ),
    "transition": ("lifecycle:transition", "lifecycle", "registration_type", "transition"),
    "instance": ("concept:instance", "activity_instance_id", "activity_instance"),
    "event_id": ("event_id", "eventid", "gebeurtenisnummer"),
    "area": ("area", "region", "regio", "gebied", "gemeente", "subregio", "deelgebied"),
    "care_kind": ("care_kind", "zorgsoort", "soort zorg", "zorgvorm"),
    "urgency": ("urgency", "urgentie", "spoed", "prioriteit", "triage"),
    "value": ("value",),
    "status": ("status",),
}
ROLES = (*(role for role in NAMES if role != "time"),)
NEEDED = {"case": "de zaak", "activity": "de stap", "start": "het tijdstip"}
#: Columns that are kept beside an event and that a question can filter on.
KEPT = ("area", "care_kind", "urgency", "value", "status")


@dataclass(frozen=True)
class Profile:
    """What each column of a source is, and how it is read.

    columns: role → name of the column; ``case``, ``activity`` and ``start`` have to be there. An event without
    ``end`` takes no time. attributes: other columns to keep. duplicates: ``keep`` or ``reject``.
    """

    columns: Mapping[str, str]
    attributes: Sequence[str] = ()
    time_zone: str = "Europe/Amsterdam"
    day_first: bool = True
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    duplicates: str = "keep"
    guessed: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def kept(self) -> dict[str, str]:
        """The columns that are kept beside an event: the name in the log → the column in the source."""
        named = {role: self.columns[role] for role in KEPT if role in self.columns}
        return named | {name: name for name in self.attributes}

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns of the source that are read."""
        return tuple(dict.fromkeys([*self.columns.values(), *self.attributes]))

    def as_toml(self) -> str:
        """The profile as a file that ``read_profile`` reads."""
        lines = [
            "# Welke kolom wat is. Gebruik: schakel chain prepare BRON -o LOGBOEK --map DIT_BESTAND",
            "[columns]",
        ]
        lines += [f"{role} = {_quoted(self.columns[role])}" for role in ROLES if role in self.columns]
        if self.attributes:
            lines.append(f"attributes = [{', '.join(map(_quoted, self.attributes))}]")
        lines += ["", "[reading]", f"time_zone = {_quoted(self.time_zone)}"]
        lines.append(f"day_first = {'true' if self.day_first else 'false'}")
        for name in ("encoding", "delimiter", "sheet"):
            if value := getattr(self, name):
                lines.append(f"{name} = {_quoted(value)}")
        lines += [f"duplicates = {_quoted(self.duplicates)}", ""]
        return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def plain(name: str) -> str:
    """A name of a column without capitals and signs, to compare by.

    >>> plain("Case ID"), plain("case:concept:name")
    ('caseid', 'caseconceptname')
    """
    return re.sub(r"[\W_]+", "", name.casefold())


def guess(columns: Sequence[str], given: Profile | None = None) -> Profile:
    """Guess what each column is; what a profile says is not guessed.

    columns: the names in the source, in order. Of several that fit, the name that stands first in ``NAMES`` wins.
    A single moment is the start; a moment beside a start is the end.
    Raises BadLog when case, step or moment cannot be found, or when the profile names a column that is not there.

    >>> dict(guess(["Case ID", "Activity", "time:timestamp"]).columns)
    {'case': 'Case ID', 'activity': 'Activity', 'start': 'time:timestamp'}
    """
    base = given or Profile({})
    for name in base.needed:
        if name not in columns:
            raise BadLog(Unreadable.UNKNOWN_COLUMN, name)
    found = likely(columns, base)
    for role, words in NEEDED.items():
        if role not in found:
            raise BadLog(Unreadable.NOT_GUESSED, words)
    settings = {name: getattr(base, name) for name in _SETTINGS}
    return Profile(found, base.attributes, **settings, guessed=frozenset(found) - frozenset(base.columns))


def likely(columns: Sequence[str], base: Profile = Profile({})) -> dict[str, str]:
    """What the columns of a source probably are, as far as that can be told: role → name of the column.

    >>> likely(["patient", "wat", "datum"])
    {'case': 'patient', 'start': 'datum'}
    """
    by_plain = {plain(name): name for name in reversed(columns)}
    found = dict(base.columns)
    taken = set(found.values()) | set(base.attributes)
    for role, names in NAMES.items():
        fitting = (by_plain[plain(name)] for name in names if plain(name) in by_plain)
        column = next((name for name in fitting if name not in taken), None)
        if role in found or column is None or ("start" in base.columns and role in {"end", "time"}):
            continue
        found[role] = column
        taken.add(column)
    time = found.pop("time", None)
    if time is not None and ("start" not in found or "end" not in found):
        found["start" if "start" not in found else "end"] = time
    if "start" not in found and "end" in found:
        found["start"] = found.pop("end")
    return {role: found[role] for role in ROLES if role in found}


_SETTINGS = {
    "time_zone": str,
    "day_first": bool,
    "encoding": str,
    "delimiter": str,
    "sheet": str,
    "duplicates": str,
}


def read_profile(text: str) -> Profile:
    """Read a profile in TOML; the tables are ``columns`` and ``reading``.

    Raises BadLog with what is wrong: no TOML, an unknown word, or a value of another kind.

    >>> read_profile('[columns]\\ncase = "zaak"\\n').columns
    {'case': 'zaak'}
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadLog(Unreadable.PROFILE, f"het is geen TOML ({fault})") from fault
    if unknown := set(told) - {"columns", "reading"}:
        raise BadLog(Unreadable.PROFILE, f"[{min(unknown)}] ken ik niet; er zijn [columns] en [reading]")
    columns, reading = dict(_table(told, "columns")), _table(told, "reading")
    attributes = columns.pop("attributes", [])
    if not isinstance(attributes, list) or not all(isinstance(name, str) for name in attributes):
        raise BadLog(Unreadable.PROFILE, "attributes is een lijst van namen van kolommen")
    for role, name in columns.items():
        if role not in ROLES:
            raise BadLog(
                Unreadable.PROFILE, f"‘{role}’ ken ik niet; er zijn {', '.join(ROLES)} en attributes"
            )
        if not isinstance(name, str):
            raise BadLog(Unreadable.PROFILE, f"‘{role}’ is geen naam van een kolom")
    for name, value in reading.items():
        if name not in _SETTINGS:
            raise BadLog(Unreadable.PROFILE, f"‘{name}’ ken ik niet; er zijn {', '.join(_SETTINGS)}")
        if not isinstance(value, _SETTINGS[name]):
            raise BadLog(Unreadable.PROFILE, f"‘{name}’ is {value!r}; dat kan niet")
    if reading.get("duplicates", "keep") not in {"keep", "reject"}:
        raise BadLog(Unreadable.PROFILE, "duplicates is keep of reject")
    return Profile(columns, tuple(attributes), **reading)


def _table(told: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = told.get(name, {})
    if not isinstance(table, dict):
        raise BadLog(Unreadable.PROFILE, f"[{name}] is geen tabel")
    return table
