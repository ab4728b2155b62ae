"""What a log tells, with names: where cases go, how long they wait between two steps, and who waits now.

Waits are from the end of one event to the start of the next of the same case, in seconds of elapsed time. Where the
next began before the first had ended the two overlap: that is no wait, is counted apart and is in no mean or quantile.
Quantiles are exact, straight between neighbours (``percentile_cont``); never approximate.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from schakel.methods.eventlog import frames
from schakel.methods.eventlog.in_time import LinkNorm, link_norm_rows
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.machine_code import IS_COMPILED, WORTH_IT
from schakel.methods.eventlog.months import said
from schakel.methods.eventlog.open_cases import is_open, waiting_now
from schakel.methods.eventlog.phases import local_day, norm_rows
from schakel.methods.eventlog.selection import Filter, Selection, selected
from schakel.methods.eventlog.tables import QUANTILES, Groups, Tables
from schakel.methods.waits.mental_health import Norm

#: Variants that are told in full; the others are in their number.
MOST_VARIANTS = 100
EVERYTHING = Filter()
ENGINES = ("auto", "compiled", "frames")


def answers(
    log: PreparedLog,
    wanted: Filter = EVERYTHING,
    *,
    cut_off: date | None = None,
    closing: Collection[str] = (),
    norms: Sequence[Norm] = (),
    since: date | None = None,
    link_norms: Sequence[LinkNorm] = (),
    engine: str = "auto",
    most_variants: int = MOST_VARIANTS,
) -> dict[str, Any]:
    """Everything that a log tells about the cases that a filter selects.

    cut_off: the last day that counts; what begins later has not happened yet, and who then waits is told under
    ``waiting_now``. Without it all events count. closing: activities that end a case; with none, a case ends with its
    last event. norms: phases to count, since: see ``norm_rows``. link_norms: norms of links, see ``link_norm_rows``.
    engine: ``compiled``, ``frames`` (Polars) or ``auto``, which compiles for large logs; both give the same.
    Returns plain values for JSON; keys are described in docs/reference/event-logs.md. None is a figure that does not
    exist, such as the mean of no waits.
    """
    selection = selected(log, wanted, cut_off)
    tables = tables_of(log, selection, engine)
    ended = ~is_open(log, selection, closing)
    counts = log.manifest["counts"]
    return {
        "events": int(tables.activity_n.sum()),
        "cases": len(selection.case),
        "activities": int((tables.activity_n > 0).sum()),
        "organisations": _n_organisations(log, selection),
        "cut_off": local_day(selection.cut_off - 1, log.zone).isoformat(),
        "arcs": group_rows(tables.arcs, log.activities),
        "links": group_rows(tables.links, log.organisations),
        "links_by_month": group_rows(tables.links_by_month, log.organisations, has_months=True),
        "variants": len(tables.variants.n),
        "variant_list": _variant_rows(log, selection, tables, most_variants),
        "throughput": _durations(tables.duration[ended]),
        "open_cases": int((~ended).sum()),
        "waiting_now": _waiting_rows(log, selection, closing),
        "handovers": int(tables.links.n.sum()),
        "handovers_unknown": tables.unknown,
        "ties": {"pairs": tables.ties, "share": tables.ties / tables.pairs if tables.pairs else None},
        "pairs": tables.pairs,
        "overlaps": int(tables.arcs.overlaps.sum()),
        "steps": _steps(log, tables),
        "norms": norm_rows(log, selection, norms, since=since) if norms else [],
        "link_norms": link_norm_rows(log, selection, link_norms, engine=engine),
        "rejected": counts["rejected"],
        "read": counts["read"],
        "time_zone": log.zone,
        "tie_rule": log.manifest["ties"],
    }


def tables_of(log: PreparedLog, selection: Selection, engine: str = "auto") -> Tables:
    """The tables of a selection, from the engine that suits it."""
    if engine not in ENGINES:
        raise ValueError(f"an engine is one of {', '.join(ENGINES)}")
    is_wanted = engine == "compiled" or (engine == "auto" and log.n_events >= WORTH_IT)
    if IS_COMPILED and is_wanted:
        from schakel.methods.eventlog import compiled

        if compiled.fits(log):
            return compiled.tables(log, selection)
    return frames.tables(log, selection)


def group_rows(groups: Groups, names: Sequence[str], *, has_months: bool = False) -> list[dict[str, Any]]:
    """Groups as rows with names and figures; the most frequent first, months in order within a pair."""
    figures: Mapping[str, list[float]] = {
        "mean_s": groups.mean.tolist(),
        "sd_s": groups.sd.tolist(),
        "min_s": groups.least.tolist(),
        "max_s": groups.most.tolist(),
        **{f"{name}_s": getattr(groups, name).tolist() for name in QUANTILES},
        "km_p50_s": groups.low.tolist(),
    }
    source, target, month = groups.source.tolist(), groups.target.tolist(), groups.month.tolist()
    n, overlaps = groups.n.tolist(), groups.overlaps.tolist()
    order = range(len(n)) if has_months else np.lexsort((groups.target, groups.source, -groups.n)).tolist()
    rows = []
    for at in order:
        row: dict[str, Any] = {"from": names[source[at]], "to": names[target[at]]}
        if has_months:
            row["month"] = said(month[at])
        row |= {"n": n[at], "overlaps": overlaps[at], "waits": n[at] - overlaps[at]}
        rows.append(row | {name: known(values[at]) for name, values in figures.items()})
    return rows


def known(value: float) -> float | None:
    """A figure, or None where there is none.

    >>> known(float("nan")), known(2.0)
    (None, 2.0)
    """
    return None if math.isnan(value) else value


def _n_organisations(log: PreparedLog, selection: Selection) -> int:
    if len(selection.case) == log.n_cases and selection.stop.sum() == log.offsets[1:].sum():
        return int(log.manifest["counts"]["organisations"])
    change = np.zeros(log.n_events + 1, np.int8)
    change[selection.begin] += 1
    change[selection.stop] -= 1
    inside = np.cumsum(change[:-1], dtype=np.int8).astype(np.bool_)
    return int((np.unique(np.asarray(log.organisation)[inside]) > 0).sum())


def _variant_rows(log: PreparedLog, selection: Selection, tables: Tables, most: int) -> list[dict[str, Any]]:
    rows = []
    n_cases = max(len(selection.case), 1)
    for n, example in zip(
        tables.variants.n[:most].tolist(), tables.variants.example[:most].tolist(), strict=True
    ):
        codes = log.activity[selection.begin[example] : selection.stop[example]]
        # A case of a million events is one variant; its first steps tell enough.
        names = [log.activities[code] for code in codes[:200].tolist()]
        rows.append({"activities": names, "length": len(codes), "n": n, "share": n / n_cases})
    return rows


def _durations(duration: Any) -> dict[str, Any]:
    """From the first start to the latest end of cases that have ended, in seconds."""
    if not len(duration):
        return {
            "n": 0,
            "mean_s": None,
            **{f"{name}_s": None for name in QUANTILES},
            "min_s": None,
            "max_s": None,
        }
    seconds = duration / 1e6
    quantiles = np.quantile(seconds, list(QUANTILES.values()), method="linear").tolist()
    return {
        "n": len(seconds),
        "mean_s": float(seconds.mean()),
        **{f"{name}_s": value for name, value in zip(QUANTILES, quantiles, strict=True)},
        "min_s": float(seconds.min()),
        "max_s": float(seconds.max()),
    }


def _waiting_rows(log: PreparedLog, selection: Selection, closing: Collection[str]) -> list[dict[str, Any]]:
    return [
        {
            "from": log.organisations[one.source],
            "to": None if one.target < 0 else log.organisations[one.target],
            "n": len(one.waits_s),
            "p50_s": one.p50_s,
            "longest_s": one.longest_s,
            "km_p50_s": one.km_p50_s,
        }
        for one in waiting_now(log, selection, closing)
    ]


def _steps(log: PreparedLog, tables: Tables) -> list[dict[str, Any]]:
    """Each activity: how often, in how many cases, how often again in the same case, at once again, first and last."""
    arcs = tables.arcs
    again = dict(
        zip(
            arcs.source[arcs.source == arcs.target].tolist(),
            arcs.n[arcs.source == arcs.target].tolist(),
            strict=True,
        )
    )
    return [
        {
            "activity": log.activities[code],
            "n": int(tables.activity_n[code]),
            "cases": int(tables.activity_cases[code]),
            "repeats": int(tables.activity_n[code] - tables.activity_cases[code]),
            "at_once_again": again.get(code, 0),
            "first": int(tables.first[code]),
            "last": int(tables.last[code]),
        }
        for code in np.flatnonzero(tables.activity_n).tolist()
    ]
