"""Work of the worker on one file: looking at its columns, preparing it, asking it everything.

Large libraries are loaded here only. Knows no permissions and writes no rows; the actions do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from schakel.carechain.rules import (
    MOST_LINKS,
    MOST_REJECTS,
    MOST_STEPS,
    WAY_OF_COUNTING,
    Level,
    NormUnit,
    breaks_of,
    may_cut,
    shaded,
    shown_paths,
    station_name,
    trait_breaks,
    window_of,
)

#: Told while it works: what is being done, and how much of that is done, from 0 to 1.
Tell = Callable[[str, float], None]
#: Answers that are not kept: links have rows of their own, and paths are chosen so that no few people follow.
_LEFT_OUT = frozenset({"arcs", "links", "links_by_month", "waiting_now", "variant_list"})


@dataclass(frozen=True)
class Looked:
    """The columns of a file and what they probably are: role → name."""

    columns: list[dict[str, Any]]
    mapping: dict[str, str]


@dataclass(frozen=True)
class Answered:
    """What a log told: in general, and of each link the fields of ``ChainLink``; the first and last local day."""

    answer: dict[str, Any]
    links: list[dict[str, Any]]
    first_on: date
    last_on: date


def look(path: Path) -> Looked:
    """Look at the first rows of a file; raises BadLog for what is no log."""
    from schakel.methods.eventlog.masked import seen
    from schakel.methods.eventlog.profile import Profile, likely
    from schakel.methods.eventlog.sources import open_source

    source = open_source(path)
    mapping = likely(source.columns)
    return Looked([asdict(one) for one in seen(source, Profile(mapping))], mapping)


def make(
    path: Path, out: Path, *, mapping: Mapping[str, str], key: bytes | None, filename: str, tell: Tell
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Prepare a file; returns the counts and the first rejected rows, by line and reason, never what stood there.

    key: turns cases into pseudonyms; None: they are that already. Raises BadLog; then nothing is left behind.
    """
    from schakel.methods.eventlog.log import REJECTED
    from schakel.methods.eventlog.masked import Pseudonymised
    from schakel.methods.eventlog.prepare import fingerprint, prepare_source
    from schakel.methods.eventlog.profile import Profile
    from schakel.methods.eventlog.sources import open_source

    profile = Profile(dict(mapping))
    source = Pseudonymised(open_source(path, profile), mapping["case"], key)
    origin = {
        "name": filename,
        "kind": source.kind,
        "sha256": fingerprint(path),
        "bytes": path.stat().st_size,
    }
    manifest = prepare_source(source, out, origin, profile, progress=tell)
    rejects = _first_rejects(out / REJECTED)
    (out / REJECTED).unlink()
    return {**manifest["counts"], "sha256": origin["sha256"]}, rejects


def _first_rejects(path: Path) -> list[dict[str, Any]]:
    import csv
    from itertools import islice

    with path.open(encoding="utf-8", newline="") as file:
        rows = islice(csv.DictReader(file), MOST_REJECTS)
        return [{"line": int(row["line"]), "reason": row["reason"]} for row in rows]


def say_nothing(words: str, share: float) -> None:
    """Nobody waits for it."""


def ask(
    folder: Path, *, cut_off: date | None, closing: Collection[str], tell: Tell = say_nothing
) -> Answered:
    """Ask a prepared log everything that pages show, and say which way of counting that was."""
    from schakel.methods.eventlog.answers import answers
    from schakel.methods.eventlog.links import links
    from schakel.methods.eventlog.log import open_log
    from schakel.methods.eventlog.phases import local_day

    log = open_log(folder)
    words = _("uitrekenen")
    tell(words, 0.05)
    told = answers(log, cut_off=cut_off, closing=closing)
    kept = {name: value for name, value in told.items() if name not in _LEFT_OUT} | {"way": WAY_OF_COUNTING}
    tell(words, 0.25)
    rows = _most_frequent(links(log, cut_off=cut_off, closing=closing))
    for row in rows:
        row["breaks"] = breaks_of({month["month"]: month["n"] for month in row["months"]})
    tell(words, 0.5)
    kept["ggz"] = _waits(log, cut_off, date.fromisoformat(told["cut_off"]))
    kept["traits"] = _divide(log, cut_off, rows)
    tell(words, 0.75)
    kept["density"] = {level: _when(log, cut_off, level) for level in Level.values}
    kept["paths"] = {level: _walked(log, cut_off, rows, level) for level in Level.values}
    first = local_day(int(log.start.min()), log.zone)
    return Answered(kept, rows, first, date.fromisoformat(told["cut_off"]))


def _waits(log: Any, cut_off: date | None, last_on: date) -> dict[str, Any]:
    """The waits of mental health care of the last two months, per provider; no rows when the log tells of none."""
    from schakel.methods.eventlog.phases import norm_rows
    from schakel.methods.eventlog.selection import Filter, selected
    from schakel.methods.waits.norms import norm_tables

    since = window_of(last_on)
    selection = selected(log, Filter(), cut_off)
    rows = norm_rows(log, selection, norm_tables()["ggz"].of_phases, since=since)
    return {"since": since.isoformat(), "rows": rows}


def _most_frequent(links: list[Any]) -> list[dict[str, Any]]:
    """The links of each level that are kept, as rows."""
    n_of_level: dict[str, int] = {}
    rows = []
    for one in links:
        n_of_level[one.level] = n_of_level.get(one.level, 0) + 1
        if n_of_level[one.level] <= MOST_LINKS:
            rows.append(_link_row(one))
    return rows


def _walked(log: Any, cut_off: date | None, rows: list[dict[str, Any]], level: str) -> dict[str, Any]:
    """The paths between the stations of a level: those that may be shown, and how many walk another."""
    from schakel.methods.eventlog.paths import paths
    from schakel.methods.eventlog.selection import Filter, selected

    walked = paths(log, selected(log, Filter(), cut_off), level)
    counts = {one.steps: one.n for one in walked}
    n_of_link = {(row["source"], row["target"]): row["n"] for row in rows if row["level"] == level}
    shown = set(shown_paths(counts, n_of_link))
    listed = [
        {"steps": [station_name(step) for step in one.steps[:MOST_STEPS]], "n": one.n, "p50_s": one.p50_s}
        for one in walked
        if one.steps in shown
    ]
    return {"n": sum(counts.values()), "n_paths": len(counts), "list": listed}


def _when(log: Any, cut_off: date | None, level: str) -> dict[str, Any]:
    """How many cases are where in which month, in shades only: no number of it is kept."""
    from schakel.methods.eventlog.density import density
    from schakel.methods.eventlog.selection import Filter, selected

    found = density(log, selected(log, Filter(), cut_off), level)
    return {
        "months": list(found.months),
        "rows": shaded([(station_name(name), counts) for name, counts in found.rows]),
    }


def _divide(log: Any, cut_off: date | None, rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Write into each row which values of a trait may be shown of it; returns the values of each trait."""
    from schakel.methods.eventlog.cuts import ORGANISATION, divided, traits_of
    from schakel.methods.eventlog.selection import Filter, selected

    known = {(row["level"], row["source"], row["target"]): row["breaks"] for row in rows}
    selection = selected(log, Filter(), cut_off)
    offered = traits_of(log)
    for trait in offered:
        # Between organisations the one that takes over is a side of the link already.
        levels = ("activity",) if trait == ORGANISATION else (ORGANISATION, "activity")
        for one in divided(log, selection, trait, levels):
            breaks = known.get((one.level, station_name(one.source), station_name(one.target)))
            if breaks is not None:
                breaks.setdefault("traits", {})[trait] = trait_breaks(one.counts, breaks)
    return offered


def cut(
    folder: Path,
    *,
    cut_off: date | None,
    closing: Collection[str],
    choice: Mapping[str, str],
    breaks: Mapping[tuple[str, str, str], Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """The links of a choice from a prepared log, as the fields of ``ChainLink``.

    choice: the fields of ``Cut``. breaks: of each link of the whole log, by level and both ends; one that is not there
    is not kept, and is left out.
    """
    from schakel.methods.eventlog.cuts import Cut
    from schakel.methods.eventlog.links import links
    from schakel.methods.eventlog.log import open_log

    log, rows = open_log(folder), []
    for row in _most_frequent(links(log, cut_off=cut_off, closing=closing, cut=Cut(**choice))):
        whole = breaks.get((row["level"], row["source"], row["target"]))
        if whole is None:
            continue
        trait = whole.get("traits", {}).get(choice["trait"])
        row["is_closed"] = not may_cut(whole, **choice)
        row["breaks"] = {name: whole[name] for name in ("first", "at")}
        if trait is not None:
            row["breaks"]["at"] = trait["at"]
        rows.append(row)
    return rows


def _link_row(one: Any) -> dict[str, Any]:
    figures = one.figures
    return {
        "level": one.level,
        "source": station_name(one.source),
        "target": station_name(one.target),
        "n": figures["n"],
        "n_waits": figures["waits"],
        "n_overlaps": figures["overlaps"],
        **{name: figures[name] for name in ("mean_s", "p50_s", "p80_s", "p90_s")},
        "n_waiting": one.waiting.get("n", 0),
        **{unit.value: {str(took): n for took, n in getattr(one, unit).items()} for unit in NormUnit},
        "months": [
            {name: month[name] for name in ("month", "n", "waits", "mean_s", "p50_s", "p90_s")}
            for month in one.months
        ],
        "waiting": one.waiting,
    }
