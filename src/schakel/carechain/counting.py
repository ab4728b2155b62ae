"""Work of the worker on a file with transfers: reading it and counting what it tells, in one go.

Large libraries are loaded here only. Knows no permissions and writes no rows; the actions do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from schakel.carechain.preparing import Tell
from schakel.carechain.rules import (
    MOST_REJECTS,
    MOST_TRANSFERS,
    NIGHTS,
    REQUESTS,
    WAYS,
    StepKept,
    steps_to_keep,
    way_blocks,
)
from schakel.methods.waits.home_to_home import home_to_home, people_home
from schakel.methods.waits.places import Place, place_of
from schakel.methods.waits.stamps import AMSTERDAM, Stamp
from schakel.methods.waits.transfer_rows import TransferRows, columns_of
from schakel.methods.waits.transfers import Handover, handovers, months_of_handovers


class BadTransfers(Exception):
    """A file that is no file with transfers, in words for who sent it."""


@dataclass(frozen=True)
class Counted:
    """What a file with transfers told: counts of rows, rejects, the ways in general, the steps, first and last day."""

    counts: dict[str, Any]
    rejects: list[dict[str, Any]]
    answer: dict[str, Any]
    steps: list[StepKept]
    first_on: date
    last_on: date


def count(
    path: Path, *, key: bytes | None, cut_off: date | None, known: Mapping[str, Place], tell: Tell
) -> Counted:
    """Read a file with transfers and count it; raises BadTransfers or BadLog for what is none.

    key: turns patients into pseudonyms; None: they are that already. cut_off: the last day that counts; None: the last
    day in the file, up to its end. known: names of organisations in small letters, and which kind of place they are.
    """
    from schakel.methods.eventlog.prepare import fingerprint

    read = _read(path, key, tell)
    if not read.events:
        raise BadTransfers(_("Geen enkele regel is te gebruiken. Kijk of de kolommen en de woorden kloppen."))
    last = max(event.at.day for event in read.events)
    reference = _end_of(min(cut_off or last, last))
    places: dict[str, Place] = {}

    def kind(name: str) -> Place:
        if name not in places:
            places[name] = place_of(name, known)
        return places[name]

    tell("uitrekenen", 1.0)
    seen = handovers(
        read.events,
        reference=reference,
        key=lambda source, target: (kind(source).value, kind(target).value, source, target),
    )
    if not seen:
        raise BadTransfers(_("Tot en met de gekozen dag staat er geen overdracht in dit bestand."))
    ways = home_to_home(read.events, reference=reference, place_of=kind)
    months = months_of_handovers(read.events, reference=reference)
    days = [event.at.day for event in read.events if event.at.moment <= reference.moment]
    reasons: dict[str, int] = {}
    for _line, reason in read.rejects:
        reasons[reason] = reasons.get(reason, 0) + 1
    return Counted(
        counts={
            "read": read.n_read,
            "used": len(read.events),
            "rejected": len(read.rejects),
            "reasons": reasons,
            "events": len(days),
            "sha256": fingerprint(path),
        },
        rejects=[{"line": line, "reason": str(reason)} for line, reason in read.rejects[:MOST_REJECTS]],
        answer={
            "ways": asdict(ways),
            "bad_moments": read.n_bad_moments,
            "months": {month: asdict(one.facts) for month, one in months.items()},
            "blocks": _blocks(months, people_home(read.events, reference=reference, place_of=kind)),
        },
        steps=steps_to_keep(seen),
        first_on=min(days),
        last_on=reference.day,
    )


def _blocks(months: Mapping[str, Handover], home: Mapping[str, set[str]]) -> dict[str, Any]:
    """Where the months may be cut, by whom they are about; here people are known for the last time."""
    return way_blocks(
        {
            REQUESTS: {month: one.answered for month, one in months.items()},
            NIGHTS: {month: one.left for month, one in months.items()},
            WAYS: home,
        }
    )


def _read(path: Path, key: bytes | None, tell: Tell) -> TransferRows:
    """The events of a file, with pseudonyms; and its rejected rows."""
    import polars as pl

    from schakel.methods.eventlog.masked import Pseudonymised
    from schakel.methods.eventlog.sources import open_source

    plain = open_source(path)
    columns, missing = columns_of(plain.columns)
    if missing:
        raise BadTransfers(
            _("Deze kolommen ontbreken: %(names)s. Zet ze in de eerste regel.")
            % {"names": ", ".join(missing)}
        )
    source = Pseudonymised(plain, columns["patient_id"], key)
    read = TransferRows()
    needed = list(columns.values())
    for batch in source.batches(needed):
        rejected = [(one.line, str(one.reason)) for one in batch.rejects]
        frame = batch.frame.select("line", *(pl.col(name).cast(pl.String).fill_null("") for name in needed))
        for line, *cells in frame.iter_rows():
            read.add(line, dict(zip(columns, cells, strict=True)))
        for line, reason in rejected:
            read.refuse(line, reason)
        if read.n_read > MOST_TRANSFERS:
            raise BadTransfers(
                _("Dit bestand heeft meer dan %(n)s regels. Splits het, of tel het in de shell.")
                % {"n": f"{MOST_TRANSFERS:_}".replace("_", ".")}
            )
        tell("lezen", source.share())
    read.rejects.sort()
    return read


def _end_of(day: date) -> Stamp:
    """The end of a day, as a moment of counting that still falls on it."""
    after = datetime.combine(day + timedelta(days=1), time.min, AMSTERDAM)
    return Stamp(after - timedelta(microseconds=1), day)
