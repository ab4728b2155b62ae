"""Dates, amounts and numbers as Dutch readers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from schakel.web import formats
from schakel.web.templatetags import schakel as tags

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("day", "3 november 2026"),
        ("month", "november 2026"),
        ("year", "2026"),
        ("period", "2026"),
        ("unknown", "dag niet bekend"),
    ],
)
def test_a_date_says_no_more_than_is_known(precision: str, words: str):
    assert formats.dutch_date(date(2026, 11, 3), precision) == words


def test_a_moment_is_shown_by_the_clock_on_the_wall():
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert formats.dutch_date(late) == "1 juli 2026"
    assert formats.clock(late) == "00.30"
    assert formats.short_date(late) == "wo 1 jul"
    assert formats.distance(late, date(2026, 7, 1)) == "vandaag"


def test_a_day_in_another_year_gets_its_year_in_the_margin():
    assert formats.short_date(date(2027, 1, 14), MONDAY) == "do 14 jan 2027"
    assert formats.short_date(date(2026, 11, 26), MONDAY) == "do 26 nov"
    assert formats.weekday_date(date(2026, 11, 26)) == "donderdag 26 november"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 10), "9 werkdagen te laat"),
        (date(2026, 11, 20), "1 werkdag te laat"),
        (date(2026, 11, 22), "1 werkdag te laat"),
        (date(2026, 11, 23), "vandaag"),
        (date(2026, 11, 24), "morgen"),
        (date(2026, 11, 26), "over 3 dagen"),
        (date(2029, 11, 23), "over 1.096 dagen"),
    ],
)
def test_what_is_ahead_counts_in_days_and_what_is_late_in_working_days(day: date, words: str):
    assert formats.distance(day, MONDAY) == words


def test_late_without_a_working_day_between_counts_in_days():
    assert formats.distance(date(2026, 11, 20), date(2026, 11, 22)) == "2 dagen te laat"
    assert formats.distance(date(2026, 11, 20), date(2026, 11, 21)) == "1 dag te laat"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (1240, "1.240"),
        (1234567.5, "1.234.567,5"),
        (Decimal("12.345"), "12,35"),
        (-3, "−3"),
        (0.1 + 0.2, "0,3"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_comma(value: float, words: str):
    assert formats.number(value) == words


def test_a_small_negative_number_does_not_become_minus_zero():
    assert formats.number(-0.001, 1) == "0,0"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1250, "€\u00a01.250"),
        (Decimal("1250.50"), "€\u00a01.250,50"),
        (Decimal("62000.00"), "€\u00a062.000"),
        (-50, "−€\u00a050"),
    ],
)
def test_an_amount_shows_cents_only_when_there_are_any(value: Decimal, words: str):
    assert formats.euro(value) == words


def test_a_percentage_keeps_its_sign_on_the_same_line():
    assert formats.percent(82) == "82\u00a0%"
    assert formats.percent(Decimal("64.25"), 1) == "64,3\u00a0%"


def test_nothing_known_shows_nothing():
    assert tags.euro(None) == tags.number("") == tags.percent("weet ik niet") == ""
    assert tags.short_date(None) == tags.weekday_date(None) == tags.clock(None) == tags.distance(None) == ""
    assert tags.dutch_date(None) == "dag niet bekend"


def test_filters_say_the_same_as_the_functions():
    assert tags.dutch_date(MONDAY) == "23\xa0november 2026"
    assert tags.unbroken("vóór 4 december, 12 maanden") == "vóór 4\xa0december, 12 maanden"
    assert tags.weekday_date(MONDAY) == "maandag 23\xa0november"
    assert tags.short_date(MONDAY) == "ma 23\xa0nov"
    assert tags.clock(datetime(2026, 11, 20, 16, 10)) == "16.10"
    assert tags.distance(date(2026, 11, 26), MONDAY) == "over 3 dagen"
    assert tags.euro("1250") == "€\u00a01.250"
    assert tags.number("1240.5", 1) == "1.240,5"
    assert tags.percent(82) == "82\u00a0%"


def test_a_count_goes_with_its_word():
    words = "initiatief,initiatieven"
    assert [tags.counted(n, words) for n in (0, 1, 1240)] == [
        "0 initiatieven",
        "1 initiatief",
        "1.240 initiatieven",
    ]
