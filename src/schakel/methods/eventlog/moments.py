"""Moments as they are written become moments: Dutch dates, ISO, offsets, and local time with its two odd nights.

Whole columns at once; a single text is read by ``waits.stamps``, which needs no Polars. A test holds the two to each
other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from zoneinfo import ZoneInfo

import polars as pl

from schakel.methods.eventlog.reasons import BadLog, Reason, Unreadable

#: Ways in which a local moment is written; tried in this order on what the earlier ones did not understand.
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")
_DAY_FIRST = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
_MONTH_FIRST = ("%m/%d/%Y", "%m-%d-%Y")
_CLOCKS = ("%H:%M:%S%.f", "%H:%M")
#: Years outside this are slips of the pen or empty fields of an old system.
FIRST_YEAR, LAST_YEAR = 1900, 2200
FIRST_US, AFTER_US = (
    int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000 for year in (FIRST_YEAR, LAST_YEAR + 1)
)
_OFFSET = r"[+-]\d{2}:?\d{2}$"


@dataclass(frozen=True)
class Moments:
    """A column of moments: microseconds since 1970 in UTC (null when unusable), and why not (null when usable)."""

    us: pl.Series
    reason: pl.Series


def check_zone(zone: str) -> None:
    """Raise BadLog for a time zone that does not exist.

    >>> check_zone("Europe/Amsterdam")
    """
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as fault:
        raise BadLog(Unreadable.ZONE, zone) from fault


def moments(column: pl.Series, *, zone: str = "Europe/Amsterdam", day_first: bool = True) -> Moments:
    """Read a column of moments; a stamp without an offset is local time in ``zone``.

    column: text, dates, or moments with or without a zone. A bare date is the local midnight it begins with. Of text,
    year-month-day, day-month-year (month first when ``day_first`` is false) and ISO 8601 with Z or an offset are
    understood; a comma may stand before parts of a second. Empty is no moment: both results are null.
    Returns whole microseconds (parts below are cut off), and a Reason where there is none: NOT_EXISTING for the hour
    that is skipped in spring, AMBIGUOUS for the hour that comes twice in autumn, BAD_TIME for all else.

    >>> found = moments(pl.Series(["29-03-2026 02:30", "25-10-2026 02:30", "1970-01-01T00:00:01Z", "gisteren", None]))
    >>> found.us.to_list()
    [None, None, 1000000, None, None]
    >>> [str(reason) for reason in found.reason.to_list()]
    ['not_existing', 'ambiguous', 'None', 'bad_time', 'None']
    """
    if column.dtype == pl.String:
        filled = column.str.strip_chars()
        filled = filled.set(filled == "", None)
        local, absolute = _of_text(filled, day_first=day_first)
    else:
        filled = column
        local, absolute = _of_values(column)
    us = None if absolute is None else absolute.dt.epoch("us")
    if us is None or local.null_count() < len(local):
        of_zone = local.dt.replace_time_zone(zone, ambiguous="null", non_existent="null").dt.epoch("us")
        us = of_zone if us is None else us.zip_with(us.is_not_null(), of_zone)
    reason = _nothing(pl.String(), len(us))
    bad = (filled.is_not_null() & us.is_null()).arg_true()
    if len(bad):
        reason = reason.scatter(bad, _why_not(local.gather(bad), zone))
    return _within_years(us, reason)


def _why_not(local: pl.Series, zone: str) -> pl.Series:
    """Why each of these is no moment: what was not understood is null."""
    earliest = local.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
    reasons = pl.DataFrame({"local": local, "earliest": earliest}).select(
        pl.when(pl.col("local").is_null())
        .then(pl.lit(Reason.BAD_TIME.value))
        .when(pl.col("earliest").is_null())
        .then(pl.lit(Reason.NOT_EXISTING.value))
        .otherwise(pl.lit(Reason.AMBIGUOUS.value))
    )
    return reasons.to_series()


def _nothing(dtype: pl.DataType, n: int) -> pl.Series:
    """So many times null."""
    return pl.Series([None], dtype=dtype).new_from_index(0, n)


def _within_years(us: pl.Series, reason: pl.Series) -> Moments:
    first, last = us.min(), us.max()
    if first is None or (first >= FIRST_US and last < AFTER_US):  # type: ignore[operator]  # whole numbers
        return Moments(us, reason)
    odd = ((us < FIRST_US) | (us >= AFTER_US)).fill_null(False)
    if odd.any():
        us, reason = us.set(odd, None), reason.set(odd, Reason.BAD_TIME.value)
    return Moments(us, reason)


def _of_values(column: pl.Series) -> tuple[pl.Series, pl.Series | None]:
    """Moments that a file already holds as such."""
    nothing = _nothing(pl.Datetime("us"), len(column))
    if column.dtype == pl.Date:
        return column.cast(pl.Datetime("us")), None
    if isinstance(column.dtype, pl.Datetime):
        in_us = column.dt.cast_time_unit("us")
        if column.dtype.time_zone is None:
            return in_us, None
        return nothing, in_us.dt.convert_time_zone("UTC").dt.replace_time_zone(None)
    return nothing, None


def _of_text(filled: pl.Series, *, day_first: bool) -> tuple[pl.Series, pl.Series | None]:
    """Local moments, and absolute ones where an offset was written."""
    days = (*_DAYS, *(_DAY_FIRST if day_first else _MONTH_FIRST))
    ways = [f"{day}{between}{clock}" for clock in _CLOCKS for day in days for between in (" ", "T")]
    local = _nothing(pl.Datetime("us"), len(filled))
    has_offset = filled.str.contains(rf"(Z|z|\d ?{_OFFSET})$") & filled.str.contains(":")
    absolute = None
    if has_offset.fill_null(False).any():
        written = filled.set(~has_offset.fill_null(False), None)
        written = written.str.replace(r"[zZ]$", "+00:00").str.replace(r"(\d) ([+-]\d)", "$1$2")
        zoned = [f"{way}%z" for way in ways]
        absolute = _first_that_fits(written, zoned, zone="UTC").dt.replace_time_zone(None)
        filled = filled.set(has_offset.fill_null(False), None)
    if (filled.is_not_null()).any():
        local = _first_that_fits(filled, [*ways, *days])
    return local, absolute


def _first_that_fits(text: pl.Series, ways: list[str], *, zone: str | None = None) -> pl.Series:
    """Read each text in the first way that understands it; what no way understands is null."""
    text = text.str.replace(",", ".", literal=True)
    dtype = pl.Datetime("us", zone)

    def read(way: str, left: pl.Series) -> pl.Series:
        if "%H" not in way:
            return left.str.to_date(way, strict=False).cast(pl.Datetime("us"))
        return left.str.to_datetime(way, strict=False, time_unit="us", ambiguous="null").cast(dtype)

    def further(found: pl.Series, way: str) -> pl.Series:
        todo = found.is_null() & text.is_not_null()
        if not todo.any():
            return found
        if todo.all():
            return read(way, text)
        at = todo.arg_true()
        return found.scatter(at, read(way, text.gather(at)))

    return reduce(further, ways, _nothing(dtype, len(text)))
