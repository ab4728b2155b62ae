"""Waiting times by the counting rules of the field, from a CSV file of events or cases.

Three kinds: the chain of mental health care (`ggz`), norms of two steps, and transfers between places of care; see
`schakel.methods.waits`. Norms, holidays and agreements come from files too.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from schakel.methods import waits
from schakel.methods.waits import mental_health, transfers, two_step
from schakel.methods.waits.figures import percentile
from schakel.site.calculations.files import BadFile, Line, read_table, shortened
from schakel.site.calculations.tables import in_columns

KINDS = ("ggz", "two-step", "transfers")
IN_ERROR = "entered_in_error"
Made = TypeVar("Made")
#: Why a moment cannot be used, by the kind of `BadStamp`.
STAMPS = {
    "unreadable": "‘{}’ is geen datum of tijd. Schrijf bijvoorbeeld 2026-11-26 of 2026-11-26T14:30.",
    "impossible": "‘{}’ bestaat niet: toen ging de klok een uur vooruit.",
    "ambiguous": "‘{}’ was er twee keer: toen ging de klok een uur terug. Zet er de afstand tot UTC bij (+01:00).",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schakel chain waits`."""
    parser.add_argument("file", metavar="EVENTS", type=Path, help="CSV with events, or with cases (two-step)")
    parser.add_argument(
        "--norms",
        metavar="NORMS",
        type=Path,
        required=True,
        help="CSV with the norms of this kind (transfers: the agreements); or ggz or treeknormen, which are brought"
        " along",
    )
    parser.add_argument(
        "--kind", choices=KINDS, default="ggz", help="which counting rules; ggz unless given here"
    )
    parser.add_argument(
        "--reference-date", metavar="D", help="the day of counting; later events have not happened yet"
    )
    parser.add_argument(
        "--window-from", metavar="D", help="ggz: the first day of the window that is reported"
    )
    parser.add_argument(
        "--holidays", metavar="FILE", type=Path, help="two-step: CSV with days off, a column date"
    )
    parser.add_argument("--reference-moment", metavar="T", help="transfers: the moment of counting")


def calculate(options: argparse.Namespace) -> dict[str, Any]:
    """`rows` (ggz, two-step) or `totals` (transfers), and `errors`: what could not be read, with its line."""
    return {"ggz": _ggz, "two-step": _two_step, "transfers": _transfers}[options.kind](options)


def readable(answer: dict[str, Any]) -> str:
    """The figures as a table, and under it what could not be read."""
    notes = [f"Regel {error['line']}: {error['reason']}" for error in answer["errors"]]
    if "totals" in answer:
        shown = [(name, _shown(value)) for name, value in answer["totals"].items()]
        columns = [("wat", [name for name, _value in shown]), ("aantal", [value for _name, value in shown])]
    else:
        names = list(answer["rows"][0])
        columns = [(name, [_shown(row[name]) for row in answer["rows"]]) for name in names]
    return "\n".join(
        [in_columns(columns, words=["wat", "phase", "organisation", "care_kind", "unit"]), *notes]
    )


def _shown(value: Any) -> str:
    from schakel.web.formats import number

    if value is None:
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return number(value, 1) if isinstance(value, float) else str(value)


# --------------------------------------------------------------------------- mental health care


def _ggz(options: argparse.Namespace) -> dict[str, Any]:
    reference = _day(options.reference_date, "--reference-date")
    since = _day(options.window_from, "--window-from")
    if since > reference:
        raise BadFile("--window-from ligt na --reference-date.")
    norms = _norms_of_phases(options.norms)
    faults = _Faults()
    table = read_table(
        options.file, needs=["event_id", "case_id", "event_type", "occurred_at"], may_have=EVENT_EXTRAS
    )
    events = [event for line in table.lines if (event := faults.read(line, _event)) is not None]
    try:
        rows = waits.phase_waits(events, norms, reference=reference, since=since)
    except ValueError:
        raise BadFile(f"Een fase heeft op {reference} nog geen norm die geldt: zie valid_from.") from None
    return {
        "kind": "ggz",
        "reference_date": reference.isoformat(),
        "window_from": since.isoformat(),
        "rows": [asdict(row) for row in rows],
        "errors": faults.found,
    }


NORM_COLUMNS = ("phase", "from_event", "to_event", "norm_days", "valid_from")
EVENT_EXTRAS = ("organisation", "value", "status")


def _norms_of_phases(file: Path) -> Sequence[waits.Norm]:
    brought = _brought_along(file)
    if brought and not brought.of_phases:
        raise BadFile(f"‘{brought.name}’ gaat niet over fasen. Kies ggz, of --kind two-step.")
    if brought:
        return brought.of_phases
    return [_norm(line) for line in read_table(file, needs=NORM_COLUMNS).lines]


def _brought_along(file: Path) -> waits.NormTable | None:
    """The norms of that name that come with the program, unless there is a file that is called so."""
    return None if file.exists() else waits.norm_tables().get(str(file))


def _norm(line: Line) -> waits.Norm:
    for column in ("from_event", "to_event"):
        _one_of(line, column, mental_health.EVENT_TYPES)
    return waits.Norm(
        phase=line.text("phase"),
        from_event=line.text("from_event"),
        to_event=line.text("to_event"),
        days=line.number_of("norm_days", at_least=0),
        valid_from=_stamp(line, "valid_from").day,
    )


def _event(line: Line) -> waits.Event:
    kind = _one_of(line, "event_type", mental_health.EVENT_TYPES)
    value = line.cells.get("value", "")
    is_declined = kind == mental_health.DECLINED
    return waits.Event(
        id=line.text("event_id"),
        case=line.text("case_id"),
        kind=kind,
        at=_stamp(line, "occurred_at"),
        organisation=line.cells.get("organisation", ""),
        value=value,
        slot=_stamp(line, "value").day if is_declined else None,
        in_error=_is_in_error(line),
    )


# --------------------------------------------------------------------------- norms of two steps


def _two_step(options: argparse.Namespace) -> dict[str, Any]:
    reference = _day(options.reference_date, "--reference-date") if options.reference_date else None
    norms = _norms_of_kinds(options.norms)
    kinds = [norm.care_kind for norm in norms]
    if twice := next((kind for kind in kinds if kinds.count(kind) > 1), None):
        raise BadFile(f"‘{shortened(twice)}’ staat meer dan één keer in de normen.")
    faults = _Faults()
    table = read_table(
        options.file,
        needs=["case_id", "care_kind", "requested_at", "served_at"],
        may_have=["patient_requested_delay_days", "status"],
    )
    cases = [_case(line, kinds, faults) for line in table.lines]
    rows = waits.kind_waits(
        [case for case in cases if case is not None], norms, _holidays(options.holidays), reference=reference
    )
    return {"kind": "two-step", "rows": [asdict(row) for row in rows], "errors": faults.found}


def _norms_of_kinds(file: Path) -> Sequence[waits.TwoStepNorm]:
    brought = _brought_along(file)
    if brought and not brought.of_kinds:
        raise BadFile(f"‘{brought.name}’ gaat niet over soorten zorg. Kies treeknormen, of --kind ggz.")
    if brought:
        return brought.of_kinds
    return [
        waits.TwoStepNorm(
            care_kind=line.text("care_kind"),
            unit=_one_of(line, "unit", two_step.UNITS),
            target=line.number_of("target_80pct", at_least=0) if line.cells["target_80pct"] else None,
            maximum=line.number_of("maximum", at_least=0),
        )
        for line in read_table(file, needs=["care_kind", "unit", "target_80pct", "maximum"]).lines
    ]


def _case(line: Line, kinds: Sequence[str], faults: _Faults) -> waits.Case | None:
    """A case, also when one of its dates is wrong: it is counted among the errors of its kind."""
    kind = line.text("care_kind")
    if kind not in kinds:
        faults.add(line, f"‘{shortened(kind)}’ heeft geen norm.")
        return None
    bare = waits.Case(line.text("case_id"), kind, requested=None, in_error=_is_in_error(line))

    def dated(line: Line) -> waits.Case:
        return replace(
            bare,
            requested=_stamp(line, "requested_at").day,
            served=_stamp(line, "served_at").day if line.cells["served_at"] else None,
            own_delay=line.number_or_none("patient_requested_delay_days") or 0.0,
        )

    return faults.read(line, dated) or replace(bare, is_unreadable=True)


def _holidays(file: Path | None) -> frozenset[date]:
    if file is None:
        return frozenset()
    return frozenset(_stamp(line, "date").day for line in read_table(file, needs=["date"]).lines)


# --------------------------------------------------------------------------- transfers


def _transfers(options: argparse.Namespace) -> dict[str, Any]:
    if not options.reference_moment:
        raise BadFile("Geef met --reference-moment het moment waarop u telt.")
    reference = _read(options.reference_moment, "--reference-moment: ")
    agreement = _agreement(options.norms)
    faults = _Faults()
    needs = ["event_id", "patient_id", "step", "from_place", "to_place", "event_type", "occurred_at"]
    table = read_table(options.file, needs=needs)
    events = [event for line in table.lines if (event := faults.read(line, _transfer_event)) is not None]
    totals = waits.transfer_totals(events, agreement, reference=reference, n_bad_stamps=faults.n_stamps)
    seen = waits.handovers(events, reference=reference, key=lambda source, target: (source, target))
    ways = waits.home_to_home(events, reference=reference, place_of=waits.place_of)
    return {
        "kind": "transfers",
        "reference_moment": options.reference_moment,
        "totals": asdict(totals),
        "steps": [
            {"from_place": source, "to_place": target, "people_n": len(one.people)}
            | asdict(waits.judged(one.facts, agreement))
            for (source, target), one in sorted(
                seen.items(), key=lambda pair: (-len(pair[1].people), pair[0])
            )
        ],
        "home_to_home": {
            "people_n": ways.people_n,
            "ways_n": len(ways.days),
            "days_median": percentile(ways.days, 0.5),
            "days_p90": percentile(ways.days, 0.9),
            "underway_n": len(ways.underway_days),
            "ended_by_death_n": ways.ended_by_death_n,
            "ended_by_readmission_n": ways.ended_by_readmission_n,
            "begin_unknown_n": ways.begin_unknown_n,
        },
        "errors": faults.found,
    }


def _agreement(file: Path) -> waits.Agreement:
    names = ("answer_within_hours", "sent_before_leaving_hours", "delay_nights_max", "readmission_days")
    lines = read_table(file, needs=names).lines
    if len(lines) != 1:
        raise BadFile(f"De afspraken staan op {len(lines)} regels; er hoort één regel te zijn.")
    return waits.Agreement(**{name: lines[0].number_of(name, at_least=0) for name in names})


def _transfer_event(line: Line) -> waits.TransferEvent:
    return waits.TransferEvent(
        id=line.text("event_id"),
        patient=line.text("patient_id"),
        step=line.text("step"),
        kind=_one_of(line, "event_type", transfers.EVENT_TYPES),
        at=_stamp(line, "occurred_at"),
        from_place=line.cells["from_place"],
        to_place=line.cells["to_place"],
    )


# --------------------------------------------------------------------------- reading


class _Faults:
    """What could not be read: told by line, and left out; a table with faults is counted all the same."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self.n_stamps = 0

    def read(self, line: Line, make: Callable[[Line], Made]) -> Made | None:
        """What a line says, or None when it cannot be used."""
        try:
            return make(line)
        except _BadMoment as fault:
            self.n_stamps += 1
            self.add(line, fault.words)
        except BadFile as fault:
            self.add(line, str(fault).partition(": ")[2])
        return None

    def add(self, line: Line, words: str) -> None:
        """Remember what is wrong in a line."""
        self.found.append({"line": line.number, "reason": words})


class _BadMoment(BadFile):
    """A moment that does not exist, exists twice, or is none."""

    def __init__(self, words: str, where: str) -> None:
        super().__init__(where + words)
        self.words = words


def _stamp(line: Line, column: str) -> waits.Stamp:
    return _read(line.text(column), f"Regel {line.number}: ")


def _read(written: str, where: str) -> waits.Stamp:
    try:
        return waits.read_stamp(written)
    except waits.BadStamp as fault:
        raise _BadMoment(STAMPS[fault.kind].format(shortened(written)), where) from None


def _day(written: str | None, option: str) -> date:
    if not written:
        raise BadFile(f"Geef met {option} een datum.")
    return _read(written, f"{option}: ").day


def _one_of(line: Line, column: str, known: Sequence[str]) -> str:
    written = line.text(column)
    if written not in known:
        raise line.fault(
            f"‘{shortened(written)}’ in kolom ‘{column}’ ken ik niet. Kies uit: {', '.join(known)}."
        )
    return written


def _is_in_error(line: Line) -> bool:
    return line.cells.get("status", "").casefold() == IN_ERROR
