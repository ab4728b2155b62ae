"""What tests of event logs ask of a log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import strategies as st

from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.prepare import prepare
from schakel.methods.eventlog.reasons import BadLog


def refused(deed, *arguments, **options) -> BadLog:
    """The fault with which something is refused."""
    with pytest.raises(BadLog) as caught:
        deed(*arguments, **options)
    return caught.value


def events(log) -> list[tuple[str, str, str, str, str]]:
    """The events of a log as text: case, activity, organisation, start and end in UTC."""
    case = np.repeat(np.arange(log.n_cases), np.diff(log.offsets))
    at = [datetime.fromtimestamp(0, UTC) + timedelta(microseconds=int(us)) for us in [*log.start, *log.end]]
    said = [moment.strftime("%Y-%m-%d %H:%M") for moment in at]
    names = log.case_names()
    return [
        (
            names[case[n]],
            log.activities[log.activity[n]],
            log.organisations[log.organisation[n]],
            said[n],
            said[n + log.n_events],
        )
        for n in range(log.n_events)
    ]


def log_of(folder: Path, text: str):
    """A prepared log of a text in CSV."""
    number = len(list(folder.iterdir()))
    source = folder / f"{number}.csv"
    source.write_text(text, encoding="utf-8")
    prepare(source, folder / f"{number}.log")
    return open_log(folder / f"{number}.log")


# Two people go from their GP to mental health care, one of them over the night that the clock changes. A third has
# a visit that begins before the phone call has ended, and a step at a place that nobody wrote down.
MINUTES = st.integers(0, 5_000)
#: Ties, overlaps, steps without a place, and the two nights on which the clock changes.
EVENTS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(["intake", "scan", "gesprek", "é"]),
        st.sampled_from(["", "H", "G", "V"]),
        st.one_of(MINUTES, st.integers(0, 3).map(lambda n: n * 1_440), st.integers(300_000, 300_400)),
        st.one_of(st.just(0), st.integers(0, 3_000)),
    ),
    min_size=1,
    max_size=40,
)
BEGIN = datetime(2026, 3, 28, tzinfo=ZoneInfo("UTC"))


def text_of(events) -> str:
    """Events as a file; minutes since the evening before the clock changes."""
    rows = ["case,activity,organisation,start,end"]
    for case, activity, place, minute, length in events:
        start = BEGIN + timedelta(minutes=minute)
        rows.append(
            f"{case},{activity},{place},{start.isoformat()},{(start + timedelta(minutes=length)).isoformat()}"
        )
    return "\n".join(rows)
