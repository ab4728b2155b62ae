"""Two readers of moments, one for a single text and one for a column of millions, know one rule: they read alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.methods.eventlog.moments import moments
from schakel.methods.waits.stamps import BadStamp, read_stamp

FORMS = (
    *("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d"),
    *("%d-%m-%Y %H:%M", "%d-%m-%YT%H:%M:%S", "%d-%m-%Y"),
    *("%Y-%m-%dT%H:%MZ", "%Y-%m-%dT%H:%M:%S+02:00", "%Y-%m-%d %H:%M-05:00"),
)
#: The nights on which the clock changes, and any other day.
NIGHTS = (datetime(2026, 3, 29), datetime(2026, 10, 25))
DAYS = st.one_of(
    st.tuples(st.sampled_from(NIGHTS), st.integers(-60, 300)).map(
        lambda one: one[0] + timedelta(minutes=one[1])
    ),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(microsecond=0)),
)
WRITTEN = st.one_of(
    st.tuples(DAYS, st.sampled_from(FORMS)).map(lambda one: one[0].strftime(one[1])),
    st.sampled_from(["gisteren", "31-02-2026", "2026-13-01", "2026-03-29T25:00"]),
)
WHY = {"impossible": "not_existing", "ambiguous": "ambiguous", "unreadable": "bad_time"}


def alone(written: str) -> tuple[int | None, str | None]:
    """What the reader of a single text makes of it: microseconds, or why not in the words of the other."""
    try:
        return (read_stamp(written).moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
            microseconds=1
        ), None
    except BadStamp as fault:
        return None, WHY[fault.kind]


@settings(max_examples=25)
@given(st.lists(WRITTEN, min_size=1, max_size=25))
def test_a_text_is_the_same_moment_by_itself_and_in_a_column(texts):
    found = moments(pl.Series(texts))
    assert list(zip(found.us.to_list(), found.reason.to_list(), strict=True)) == [alone(one) for one in texts]
