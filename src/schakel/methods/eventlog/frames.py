"""The same tables with Polars alone: where numba has no build, for small logs, and to hold the kernel to."""

from __future__ import annotations

import numpy as np
import polars as pl

from schakel.methods.eventlog.days import days
from schakel.methods.eventlog.log import PreparedLog
from schakel.methods.eventlog.selection import Selection
from schakel.methods.eventlog.tables import (
    QUANTILES,
    UNITS,
    Groups,
    LinkNorms,
    Tables,
    Whole,
    ordered_variants,
)


def tables(log: PreparedLog, selection: Selection) -> Tables:
    """All tables of a selection; exact quantiles, straight between neighbours."""
    events = events_of(log, selection)
    pairs = pairs_of(events, log.zone)
    both = (pl.col("organisation") != 0) & (pl.col("next_organisation") != 0)
    moved = pairs.filter(both & (pl.col("organisation") != pl.col("next_organisation")))
    per_case = events.group_by("case", maintain_order=True).agg(
        first=pl.col("activity").first(),
        last=pl.col("activity").last(),
        duration=pl.col("end").max() - pl.col("start").first(),
        order=pl.col("activity").cast(pl.String).str.join(","),
    )
    variants = (
        per_case.with_row_index("place").group_by("order").agg(n=pl.len(), example=pl.col("place").min())
    )
    n_codes = len(log.activities)
    return Tables(
        arcs=groups(pairs, "activity", by_month=False),
        links=groups(moved, "organisation", by_month=False),
        links_by_month=groups(moved, "organisation", by_month=True),
        variants=ordered_variants(_whole(variants["n"]), _whole(variants["example"])),
        activity_n=_counted(events["activity"], n_codes),
        activity_cases=_counted(events.unique(["case", "activity"])["activity"], n_codes),
        first=_counted(per_case["first"], n_codes),
        last=_counted(per_case["last"], n_codes),
        duration=_whole(per_case["duration"]),
        pairs=pairs.height,
        ties=int((pairs["start"] == pairs["next_start"]).sum()),
        unknown=pairs.filter(~both).height,
    )


def events_of(log: PreparedLog, selection: Selection) -> pl.DataFrame:
    """The events of the selection, with the place of their case in it."""
    lengths = selection.stop - selection.begin
    case = np.repeat(np.arange(len(lengths)), lengths)
    places = (
        np.arange(len(case))
        - np.repeat(np.cumsum(lengths) - lengths, lengths)
        + np.repeat(selection.begin, lengths)
    )
    columns = {name: getattr(log, name)[places] for name in ("activity", "organisation", "start", "end")}
    return pl.DataFrame({"case": case, **columns}).with_columns(
        pl.col("activity", "organisation").cast(pl.Int64)
    )


def pairs_of(events: pl.DataFrame, zone: str) -> pl.DataFrame:
    """Each event with the next one of its case, the wait in seconds (null where they overlap) and the local month."""
    names = ("case", "activity", "organisation", "start")
    following = events.select(pl.col(name).shift(-1).alias(f"next_{name}") for name in names)
    pairs = pl.concat([events, following], how="horizontal").filter(pl.col("case") == pl.col("next_case"))
    wait = pl.col("next_start") - pl.col("end")
    local = pl.col("end").cast(pl.Datetime("us", "UTC")).dt.convert_time_zone(zone)
    return pairs.with_columns(
        wait=pl.when(wait >= 0).then(wait / 1e6),
        month=local.dt.year().cast(pl.Int64) * 12 + local.dt.month().cast(pl.Int64) - 1,
    )


def in_units(pairs: pl.DataFrame, zone: str) -> pl.DataFrame:
    """Pairs with their wait in each of ``UNITS``: days by local dates, hours in microseconds."""
    moments = [pairs[name].to_numpy() for name in ("end", "next_start")]
    if pairs.is_empty():
        nothing = pl.lit(None, dtype=pl.Int64)
        return pairs.with_columns(**dict.fromkeys(UNITS, nothing))
    span = days(min(int(one.min()) for one in moments), max(int(one.max()) for one in moments), zone)
    left, came = (span.places(one) for one in moments)
    worked = [span.worked_at(one, at) for one, at in zip(moments, (left, came), strict=True)]
    took = (
        came - left,
        span.passed[1][came] - span.passed[1][left],
        moments[1] - moments[0],
        worked[1] - worked[0],
    )
    return pairs.with_columns(pl.Series(name, one) for name, one in zip(UNITS, took, strict=True))


def in_time(log: PreparedLog, selection: Selection, asked: LinkNorms) -> Whole:
    """Of each norm three counts: hand-overs of its link, those with a wait, and those that were in time."""
    link = ["organisation", "next_organisation"]
    norms = pl.DataFrame(
        {link[0]: asked.source, link[1]: asked.target, "most": asked.most, "unit": asked.unit}
    )
    pairs = pairs_of(events_of(log, selection), log.zone).join(norms.select(link), on=link, how="semi")
    took = pl.coalesce(pl.when(pl.col("unit") == at).then(pl.col(name)) for at, name in enumerate(UNITS))
    found = (
        norms.with_row_index("norm")
        .join(in_units(pairs, log.zone), on=link)
        .group_by("norm")
        .agg(
            n=pl.len(),
            waits=pl.col("wait").count(),
            within=(pl.col("wait").is_not_null() & (took <= pl.col("most"))).sum(),
        )
    )
    counts = np.zeros((len(asked), 3), np.int64)
    counts[found["norm"].to_numpy()] = found.select("n", "waits", "within").to_numpy()
    return counts


def groups(pairs: pl.DataFrame, what: str, *, by_month: bool) -> Groups:
    """The figures of pairs by their two codes, and their month."""
    keys = [what, f"next_{what}", *(["month"] if by_month else [])]
    wait = pl.col("wait")
    n_waits = wait.count()
    found = (
        pairs.group_by(keys)
        .agg(
            n=pl.len(),
            overlaps=wait.null_count(),
            mean=wait.mean(),
            sd=wait.std(),
            least=wait.min(),
            most=wait.max(),
            **{name: wait.quantile(share, "linear") for name, share in QUANTILES.items()},
            low=wait.drop_nulls().sort().get((n_waits.cast(pl.Int64) + 1) // 2 - 1, null_on_oob=True),
        )
        .sort(keys)
    )
    month = _whole(found["month"]) if by_month else np.zeros(found.height, np.int64)
    figures = ("mean", "sd", "least", "most", "p50", "p80", "p90", "low")
    real = [found[name].cast(pl.Float64).fill_null(float("nan")).to_numpy() for name in figures]
    return Groups(
        _whole(found[what]),
        _whole(found[f"next_{what}"]),
        month,
        _whole(found["n"]),
        _whole(found["overlaps"]),
        *real,
    )


def _whole(column: pl.Series) -> Whole:
    return np.asarray(column.cast(pl.Int64).to_numpy())


def _counted(codes: pl.Series, n_codes: int) -> Whole:
    return np.bincount(codes.to_numpy(), minlength=n_codes).astype(np.int64)
