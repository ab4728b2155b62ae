"""The moments of a story that never ages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from schakel.demo.moments import AMSTERDAM, Calendar

SUNDAY = date(2026, 11, 22)


def test_a_moment_is_a_weekday_of_a_week_from_now() -> None:
    calendar = Calendar(SUNDAY)
    assert calendar.day("-1w do") == date(2026, 11, 12)
    assert calendar.day("+1w ma") == date(2026, 11, 23)
    assert calendar.day("-34w do") == date(2026, 3, 26)


def test_nobody_meets_on_a_holiday() -> None:
    assert Calendar(SUNDAY).day("-46w do") == date(2026, 1, 2)
    assert Calendar(SUNDAY).day("+5w vr") == date(2026, 12, 28)


def test_a_moment_has_an_hour_in_dutch_time_in_summer_and_in_winter() -> None:
    calendar = Calendar(SUNDAY)
    assert calendar.moment("-1w do 16.00") == datetime(2026, 11, 12, 15, tzinfo=UTC)
    assert calendar.moment("-20w do 16.30") == datetime(2026, 7, 2, 14, 30, tzinfo=UTC)
    assert calendar.moment("-1w do") == datetime(2026, 11, 12, 9, tzinfo=AMSTERDAM)


def test_today_is_today_on_a_holiday_too() -> None:
    christmas = date(2026, 12, 25)
    assert Calendar(christmas).moment("vandaag 16.00") == datetime(2026, 12, 25, 15, tzinfo=UTC)


@pytest.mark.parametrize("weekday", range(7))
def test_last_week_is_past_and_next_week_is_to_come_on_every_weekday(weekday: int) -> None:
    today = date(2026, 11, 16) + timedelta(days=weekday)
    calendar = Calendar(today)
    assert all(calendar.day(f"-1w {day}") < today for day in ("ma", "zo"))
    assert all(calendar.day(f"+1w {day}") > today for day in ("ma", "zo"))


@pytest.mark.parametrize(
    "words",
    ["0w do", "+0w do", "-1w", "-1w donderdag", "volgende week", "-1w do 9.00", None, "-1w do 16.00 extra"],
)
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="moment"):
        Calendar(SUNDAY).day(words)
