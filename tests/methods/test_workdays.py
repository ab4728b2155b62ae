"""Dutch working days: weekends and public holidays do not count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods import workdays
from schakel.methods.workdays import add_workdays, is_workday, workdays_between

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 23), True),  # an ordinary Monday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 4, 27), False),  # Koningsdag
        (date(2025, 4, 26), False),  # Koningsdag a day earlier would be a Saturday anyway
        (date(2026, 12, 25), False),  # Eerste kerstdag
        (date(2026, 5, 14), False),  # Hemelvaartsdag
        (date(2026, 5, 25), False),  # Tweede pinksterdag
        (date(2025, 5, 5), False),  # Bevrijdingsdag in a lustrum year
        (date(2026, 5, 5), True),  # and in another year
    ],
)
def test_a_working_day_is_no_weekend_and_no_holiday(day, works):
    assert is_workday(day) is works


def test_ten_working_days_around_christmas_worked_by_hand():
    # 21, 22, 23, 24, 28, 29, 30, 31 December 2026, then 4 and 5 January 2027; 1 January is a holiday.
    assert add_workdays(date(2026, 12, 18), 10) == date(2027, 1, 5)


@given(start=DAYS, n=st.integers(0, 60))
def test_adding_and_counting_are_each_others_mirror(start, n):
    end = add_workdays(start, n)
    assert workdays_between(start, end) == n
    assert workdays_between(end, start) == -n
    assert n == 0 or is_workday(end)


@given(start=DAYS, n=st.integers(1, 30))
def test_a_day_more_is_always_later(start, n):
    assert add_workdays(start, n) > add_workdays(start, n - 1)


@given(day=DAYS)
def test_a_week_has_at_most_five_working_days(day):
    assert sum(is_workday(day + timedelta(days=i)) for i in range(7)) <= 5


FAULTS = {
    "holidays count": lambda day: day.weekday() < 5,
    "Saturday counts": lambda day, real=is_workday: real(day) or day.weekday() == 5,
    "every day counts": lambda day: True,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_term_with_a_fault_in_its_calendar_is_seen_at_christmas(fault, monkeypatch):
    monkeypatch.setattr(workdays, "is_workday", FAULTS[fault])
    assert add_workdays(date(2026, 12, 18), 10) != date(2027, 1, 5)


def test_working_days_do_not_go_backwards():
    with pytest.raises(ValueError, match="zero or more"):
        add_workdays(date(2026, 1, 1), -1)
