"""What is made knows until when it is good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from schakel.web.moments import good_until, has_come, moments_ahead

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_moment_that_is_to_come_limits_what_is_made() -> None:
    with moments_ahead() as ahead:
        assert not has_come(NOW + HOUR, NOW)
        assert has_come(NOW, NOW)
        assert has_come(NOW - HOUR, NOW)
        good_until(NOW + 2 * HOUR)
    assert ahead == [NOW + HOUR, NOW + 2 * HOUR]


def test_outside_of_making_a_page_nobody_is_told() -> None:
    assert not has_come(NOW + HOUR, NOW)
    with moments_ahead() as ahead:
        pass
    good_until(NOW)
    assert ahead == []
