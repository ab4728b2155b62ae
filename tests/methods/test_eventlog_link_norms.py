"""Norms of links: days and hours, of all days and of working days; by hand, and the same from every engine."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.methods.eventlog import compiled, frames, tables
from schakel.methods.eventlog.answers import answers
from schakel.methods.eventlog.in_time import LinkNorm, link_norm_rows
from schakel.methods.eventlog.links import MOST_HOURS, links
from schakel.methods.eventlog.selection import selected
from schakel.methods.workdays import is_workday, workdays_between
from tests.examples import examples
from tests.methods.logs import EVENTS, log_of, text_of

ZONE = ZoneInfo("Europe/Amsterdam")

#: Norms of links in days and in hours of both kinds; some of one link, some from everywhere.
LINK_NORMS = [
    *(LinkNorm("H", "G", most, unit, 80) for most in (0, 0.1, 24) for unit in ("hours", "workhours")),
    LinkNorm("", "V", 30, "workhours"),
    *(LinkNorm("H", "G", most, unit, 80) for most in (0, 1) for unit in ("days", "workdays")),
    LinkNorm("", "V", 2, "workdays"),
    LinkNorm("G", "V", 1, "days", 50),
]


@settings(max_examples=examples(10, nightly=1_000))
@given(EVENTS, st.integers(1, 4))
def test_norms_of_links_count_alike_compiled_in_polars_and_by_hand(folder, events, n_threads):
    log = log_of(folder, "\n".join([text_of(events), *(f"z,intake,{place},2026-03-28," for place in "HGV")]))
    wanted = selected(log)
    rows = link_norm_rows(log, wanted, LINK_NORMS, engine="frames")
    assert rows == link_norm_rows(log, wanted, LINK_NORMS, engine="compiled")
    asked = tables.LinkNorms(
        np.array([1, 1, 2, 1]),
        np.array([2, 3, 1, 2]),
        np.array([1.0, 2.0, 0.0, 1e9]),
        np.array([0, 1, 1, 3]),
    )
    told = frames.in_time(log, wanted, asked)
    for is_plain in (False, True):
        again = compiled.in_time(log, wanted, asked, n_threads=n_threads, is_plain=is_plain)
        assert told.tolist() == again.tolist()
    waits = waits_by_hand(log)
    for one in rows:
        of_link = waits.get((one["from"], one["to"]), [])
        took = [wait[one["unit"]] for wait in of_link if wait is not None]
        within = sum(one_wait <= one["norm"] for one_wait in took)
        assert (one["n"], one["waits"], one["within_n"]) == (len(of_link), len(took), within)
        assert one["met"] == (within / len(took) >= one["percent"] / 100 if took else None)
    spread = {(one.source, one.target): one for one in links(log) if one.level == "organisation"}
    for pair, of in waits.items():
        for unit in tables.UNITS:
            took = Counter(min(math.ceil(wait[unit]), MOST_HOURS + 1) for wait in of if wait is not None)
            assert getattr(spread[pair], unit) == took


def waits_by_hand(log) -> dict[tuple[str, str], list[dict[str, Fraction] | None]]:
    """Of each link every wait in days and hours of both kinds; None where the two steps overlap."""
    found: dict[tuple[str, str], list[dict[str, Fraction] | None]] = {}
    for begin, stop in pairwise(log.offsets.tolist()):
        for at in range(begin + 1, stop):
            pair = tuple(log.organisations[log.organisation[place]] for place in (at - 1, at))
            if not all(pair) or pair[0] == pair[1]:
                continue
            left, came = log.end[at - 1], log.start[at]
            on = [datetime.fromtimestamp(us / 1e6, ZONE).date() for us in (left, came)]
            took = {"days": (on[1] - on[0]).days, "workdays": workdays_between(*on)}
            took["hours"] = Fraction(int(came) - int(left), 3_600_000_000)
            took["workhours"] = sum(
                worked_on(day, int(left), int(came))
                for day in (on[0] + timedelta(n) for n in range(took["days"] + 1))
            )
            found.setdefault(pair, []).append(took if came >= left else None)
    return found


def worked_on(day: date, left: int, came: int) -> Fraction:
    """How many hours of a day lie between two moments; none when it is no working day."""
    begin, end = (
        int(datetime.combine(one, time(), ZONE).timestamp()) * 1_000_000 for one in (day, day + timedelta(1))
    )
    return (
        Fraction(max(0, min(end, came) - max(begin, left)), 3_600_000_000) if is_workday(day) else Fraction(0)
    )


def test_a_norm_of_a_link_counts_in_the_hours_it_says(folder):
    # From Saturday evening before the clock goes forward to Monday morning, and within Tuesday: 34 and 1.5 hours.
    rows = [
        "a;x;28-03-2026 22:00;H",
        "a;y;30-03-2026 09:00;G",
        "b;x;31-03-2026 09:00;H",
        "b;y;31-03-2026 10:30;G",
    ]
    log = log_of(folder, "case;activity;start;organisation\n" + "\n".join(rows))
    for most, unit, within in (
        (34, "hours", 2),
        (33.9, "hours", 1),
        (1.5, "hours", 1),
        (1.4, "hours", 0),
        (9, "workhours", 2),
        (8.9, "workhours", 1),
    ):
        for engine in ("compiled", "frames"):
            [row] = link_norm_rows(log, selected(log), [LinkNorm("H", "G", most, unit)], engine=engine)
            assert (row["unit"], row["norm"], row["waits"], row["within_n"]) == (unit, most, 2, within)
    [link, _steps] = links(log)
    assert (link.hours, link.workhours, link.days) == ({2: 1, 34: 1}, {2: 1, 9: 1}, {0: 1, 2: 1})
    assert links(log_of(folder, "case;activity;start;organisation\na;x;02-04-2026;H\na;x;03-06-2026;G"))[
        0
    ].hours == {MOST_HOURS + 1: 1}


def test_a_norm_of_a_link_counts_in_the_days_it_says(folder):
    # From Thursday before Easter 2026 to the Wednesday after it: six days, of which Wednesday and Tuesday are worked.
    rows = [
        "a;x;02-04-2026 09:00;H",
        "a;y;08-04-2026 09:00;G",
        "b;x;01-04-2026 23:30;H",
        "b;y;02-04-2026 00:30;G",
    ]
    log = log_of(folder, "case;activity;start;organisation\n" + "\n".join(rows))
    norms = [LinkNorm("H", "G", 2, "workdays", 100), LinkNorm("H", "G", 2, "days", 80), LinkNorm("", "G", 0)]
    told = answers(log, link_norms=norms)["link_norms"]
    assert [(one["unit"], one["within_n"], one["over_n"], one["met"]) for one in told] == [
        ("workdays", 2, 0, True),
        ("days", 1, 1, False),
    ]
    assert told[1] == {
        "from": "H", "to": "G", "norm": 2, "unit": "days", "percent": 80,
        "n": 2, "waits": 2, "within_n": 1, "within_pct": 50.0, "over_n": 1, "met": False,
    }  # fmt: skip
    # The same in plain Python: 00:30 here is the evening before in UTC. A third person overlaps, and is in no share.
    rows += ["c;x;02-04-2026 09:00;H", "c;y;02-04-2026 09:30;G"]
    ends = ["", "", "", "", "02-04-2026 10:00", ""]
    text = "\n".join(f"{row};{end}" for row, end in zip(rows, ends, strict=True))
    log = log_of(folder, f"case;activity;start;organisation;end\n{text}")
    asked = tables.LinkNorms(np.array([1, 1]), np.array([2, 2]), np.array([2.0, 0.0]), np.array([1, 0]))
    for is_plain in (True, False):
        counted = compiled.in_time(log, selected(log), asked, is_plain=is_plain)
        assert counted.tolist() == [[3, 2, 2], [3, 2, 0]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "MOST_PAIRS", 1)
        assert link_norm_rows(log, selected(log), norms, engine="compiled")[0]["waits"] == 2
    assert links(log_of(folder, "case;activity;start;organisation\na;x;02-04-2026;H")) == []
    [nothing] = answers(log, link_norms=[LinkNorm("G", "H", 5)])["link_norms"]
    assert (nothing["n"], nothing["within_pct"], nothing["met"]) == (0, None, None)
    assert link_norm_rows(log, selected(log), [LinkNorm("", "H", 5)]) == []
    with pytest.raises(KeyError, match="V"):
        link_norm_rows(log, selected(log), [LinkNorm("", "V", 5)])
    with pytest.raises(ValueError, match="workdays"):
        LinkNorm("H", "G", 5, "weeks")
