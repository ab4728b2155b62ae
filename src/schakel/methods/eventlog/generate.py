"""An invented region with a known truth: paths from home to home and to mental health care, with one bottleneck.

Organisations have made-up names. Waits are log-normal around a median per kind of hand-over, longer in winter, longer
in months with many people in that part of the region, and different per organisation. Some stamps are days only, some
steps overlap, some have no organisation, some are done again, and who came late has not arrived yet: as real logs are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from schakel.methods.eventlog.sources import Batch

PARTS = ("Noord", "Oost", "Zuid", "West")
TREES = (
    "Linde",
    "Berk",
    "Els",
    "Wilg",
    "Populier",
    "Es",
    "Eik",
    "Beuk",
    "Iep",
    "Hazelaar",
    "Meidoorn",
    "Vlier",
)
#: Kinds of organisations, and how many each part of the region has.
KINDS = {"Huisartsen": 6, "Ziekenhuis": 1, "Revalidatie": 1, "Verpleeghuis": 2, "Thuiszorg": 3, "Ggz": 2}
#: Paths, most walked first: what happens, and at which kind of organisation. The share of each is 1 over its place.
PATHS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("verwijzing", "Huisartsen"), ("polibezoek", "Ziekenhuis"), ("controle", "Huisartsen")),
    (
        *(
            ("verwijzing", "Huisartsen"),
            ("aanmelding", "Ggz"),
            ("intake", "Ggz"),
            ("start behandeling", "Ggz"),
        ),
        *(("afgesloten", "Ggz"), ("controle", "Huisartsen")),
    ),
    (
        *(("spoedeisende hulp", "Ziekenhuis"), ("opname", "Ziekenhuis"), ("revalidatie", "Revalidatie")),
        *(("thuiszorg", "Thuiszorg"), ("controle", "Huisartsen")),
    ),
    (
        *(
            ("verwijzing", "Huisartsen"),
            ("polibezoek", "Ziekenhuis"),
            ("scan", "Ziekenhuis"),
            ("opname", "Ziekenhuis"),
        ),
        *(("thuiszorg", "Thuiszorg"), ("controle", "Huisartsen")),
    ),
    (("thuiszorg", "Thuiszorg"), ("indicatie", "Thuiszorg"), ("opname verpleeghuis", "Verpleeghuis")),
    (("spoedeisende hulp", "Ziekenhuis"), ("opname", "Ziekenhuis"), ("opname verpleeghuis", "Verpleeghuis")),
)
#: The median wait in days before a step: within one organisation, for some steps longer, and between two by kind.
WITHIN_DAYS, LONGER_DAYS = 3.0, {"intake": 22.0, "start behandeling": 40.0}
BETWEEN_DAYS = {
    "Huisartsen": 5,
    "Ziekenhuis": 21,
    "Revalidatie": 4,
    "Verpleeghuis": 30,
    "Thuiszorg": 6,
    "Ggz": 28,
}
DAY = 86_400
FIRST, N_YEARS = 1_672_531_200, 3
#: How many times longer people wait at the planted bottleneck.
FACTOR = 4.0
COLUMNS = ("case_id", "activity", "organisation", "area", "urgency", "start", "end")


@dataclass
class Region:
    """An invented region: its organisations, and where its bottleneck is.

    >>> Region.of(7).bottleneck == Region.of(7).bottleneck
    True
    """

    seed: int
    names: list[str]
    kinds: list[str]
    parts: list[int]
    pace: Any
    bottleneck: tuple[int, int]

    @classmethod
    def of(cls, seed: int) -> Region:
        """The region of a seed; always the same one."""
        names, kinds, parts = [], [], []
        for part, where in enumerate(PARTS):
            for kind, n in KINDS.items():
                for at in range(n):
                    names.append(f"{kind} De {TREES[(at + 3 * part) % len(TREES)]} {where}")
                    kinds.append(kind)
                    parts.append(part)
        draw = np.random.default_rng([seed, 1])
        pace = np.exp(draw.normal(0, 0.15, len(names)))
        chosen = int(draw.integers(len(PARTS)))
        # A hand-over that many people make in one part of the region: from its hospital to one that takes over.
        sources = [at for at, kind in enumerate(kinds) if kind == "Ziekenhuis" and parts[at] == chosen]
        targets = [
            at
            for at, kind in enumerate(kinds)
            if kind in {"Revalidatie", "Verpleeghuis"} and parts[at] == chosen
        ]
        return cls(seed, names, kinds, parts, pace, (sources[0], int(draw.choice(targets))))

    @property
    def truth(self) -> dict[str, Any]:
        """What the log has to show, for who checks a method against it."""
        source, target = self.bottleneck
        return {
            "seed": self.seed,
            "bottleneck": {"from": self.names[source], "to": self.names[target], "times_longer": FACTOR},
            "median_days_within": {**LONGER_DAYS, "all others": WITHIN_DAYS},
            "median_days_before": dict(BETWEEN_DAYS),
            "season": "20 % longer in January, 20 % shorter in July",
        }


@dataclass
class GeneratedSource:
    """The events of an invented region, a part at a time, as a source that can be prepared.

    n_events: exactly so many. seed: the same seed and number give the same events.
    """

    n_events: int
    seed: int
    kind: str = "generated"
    columns: tuple[str, ...] = COLUMNS
    described: dict[str, str] = field(default_factory=dict)
    part: int = 400_000
    _n_made: int = 0

    def sample(self) -> list[dict[str, str]]:
        """The first events as text."""
        frame = _events(Region.of(self.seed), 0, 400).head(100)
        return [{name: str(value) for name, value in row.items()} for row in frame.to_dicts()]

    def share(self) -> float:
        """How much was made, from 0 to 1."""
        return self._n_made / max(self.n_events, 1)

    def batches(self, needed: Sequence[str]) -> Iterator[Batch]:
        """All events, with their number as line."""
        region, self._n_made, number = Region.of(self.seed), 0, 0
        while self._n_made < self.n_events:
            left = self.n_events - self._n_made
            frame = _events(region, number, max(400, min(self.part, left))).head(left)
            lines = pl.int_range(
                self._n_made + 1, self._n_made + frame.height + 1, dtype=pl.Int64, eager=True
            )
            self._n_made += frame.height
            number += 1
            yield Batch(frame.select(needed).with_columns(lines.alias("line")))


def _events(region: Region, number: int, about: int) -> pl.DataFrame:
    """The events of about so many, by date, of the cases of one part of the log."""
    draw = np.random.default_rng([region.seed, 2, number])
    lengths = np.array([len(path) for path in PATHS])
    weights = 1 / np.arange(1, len(PATHS) + 1)
    n_cases = max(1, int(about / float((lengths * weights).sum() / weights.sum())))
    path = draw.choice(len(PATHS), n_cases, p=weights / weights.sum())
    length = lengths[path]
    case = np.repeat(np.arange(n_cases), length)
    place = np.arange(len(case)) - np.repeat(np.cumsum(length) - length, length)
    activities = sorted({step for walked in PATHS for step, _ in walked})
    kinds = list(KINDS)
    table = np.zeros((2, len(PATHS), lengths.max()), np.int64)
    for at, walked in enumerate(PATHS):
        for step, (name, kind) in enumerate(walked):
            table[:, at, step] = activities.index(name), kinds.index(kind)
    activity, kind = table[0][path[case], place], table[1][path[case], place]
    again = (draw.random(len(case)) < 0.03) & (place > 0)
    activity[again], kind[again] = activity[np.flatnonzero(again) - 1], kind[np.flatnonzero(again) - 1]
    part = draw.integers(len(PARTS), size=n_cases)
    organisation = _organisations(region, kind, part[case], draw.integers(1 << 30, size=n_cases)[case])
    begin = FIRST + (draw.random(n_cases) ** 0.9 * N_YEARS * 365 * DAY).astype(np.int64)
    within = np.array([LONGER_DAYS.get(name, WITHIN_DAYS) for name in activities])[activity]
    start, end = _moments(region, draw, case, place, organisation, within, begin, part)
    keep = start < FIRST + N_YEARS * 365 * DAY
    unknown = draw.random(len(case)) < 0.01
    order = np.flatnonzero(keep)[np.argsort(start[keep], kind="stable")]
    urgency = draw.integers(3, size=n_cases)
    ids = pl.Series([f"V{number:04}-{at:06}" for at in range(n_cases)])
    return pl.DataFrame(
        {
            "case_id": ids.gather(case[order]),
            "activity": pl.Series(activities).gather(activity[order]),
            "organisation": pl.Series(["", *region.names]).gather(
                np.where(unknown, 0, organisation + 1)[order]
            ),
            "area": pl.Series(PARTS).gather(part[case][order]),
            "urgency": pl.Series(["gewoon", "spoed", "hoog"]).gather(urgency[case][order]),
            "start": pl.Series(start[order] * 1_000_000).cast(pl.Datetime("us", "UTC")),
            "end": pl.Series(end[order] * 1_000_000).cast(pl.Datetime("us", "UTC")),
        }
    )


def _organisations(region: Region, kind: Any, part: Any, home: Any) -> Any:
    """Where each event happens: of its kind, in the part of the region where somebody lives, mostly the same one."""
    first = np.zeros((len(PARTS), len(KINDS)), np.int64)
    for at in range(len(region.names) - 1, -1, -1):
        first[region.parts[at], list(KINDS).index(region.kinds[at])] = at
    size = np.array(list(KINDS.values()))
    return first[part, kind] + home % size[kind]


def _moments(
    region: Region, draw: Any, case: Any, place: Any, organisation: Any, within: Any, begin: Any, part: Any
) -> tuple[Any, Any]:
    """When each event begins and ends, in seconds since 1970."""
    before = np.concatenate([[organisation[0]], organisation[:-1]])
    moved = (before != organisation) & (place > 0)
    days = np.where(moved, np.array([BETWEEN_DAYS[kind] for kind in region.kinds])[organisation], within)
    month = (begin - FIRST) // (30 * DAY)
    season = 1 + 0.2 * np.cos(2 * np.pi * ((begin - FIRST) % (365 * DAY)) / (365 * DAY))
    crowd = np.zeros((len(PARTS), int(month.max()) + 1))
    np.add.at(crowd, (part, month), 1)
    busy = 1 + 0.3 * np.clip(crowd[part, month] / crowd.mean() - 1, 0, 2)
    wait = (
        days
        * DAY
        * region.pace[organisation]
        * (season * busy)[case]
        * np.exp(draw.normal(0, 0.7, len(case)))
    )
    planted = moved & (before == region.bottleneck[0]) & (organisation == region.bottleneck[1])
    wait = np.where(planted, wait * FACTOR, wait)
    lasts = 900 + draw.exponential(5_400, len(case))
    overlaps = (draw.random(len(case)) < 0.015) & (place > 0)
    wait = np.where(overlaps, -0.5 * np.concatenate([[0], lasts[:-1]]), wait)
    gap = np.where(place == 0, 0, wait + np.concatenate([[0], lasts[:-1]]))
    passed = np.cumsum(gap)
    start = (begin[case] + passed - np.repeat(passed[place == 0], np.bincount(case))).astype(np.int64)
    end = start + lasts.astype(np.int64)
    is_day = draw.random(len(case)) < 0.15
    midnight = start - start % DAY
    return np.where(is_day, midnight, start), np.where(is_day, midnight, end)
