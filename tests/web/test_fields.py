"""Form fields take what Dutch people type, and say plainly what is wrong."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django import forms

from schakel.initiatives.forms.fields import Euro, Percent
from schakel.web.fields import Clock, Day, Euros, Figure, Words, plain_number, without_invisible_signs


def why(field: forms.Field, value: Any) -> str:
    """The message that a value gets."""
    with pytest.raises(forms.ValidationError) as wrong:
        field.clean(value)
    return " ".join(wrong.value.messages)


def test_words_are_taken_without_signs_that_nobody_sees() -> None:
    assert Words().clean(" rood\u202e\u200b blauw\r\n ") == "rood blauw"
    assert without_invisible_signs("\udc80") == "\N{REPLACEMENT CHARACTER}"
    assert Words(required=False).clean(None) == ""


@pytest.mark.parametrize(
    ("value", "message"),
    [("", "Vul dit in."), ("x" * 1_000_000, "er passen er 200"), ("nul\x00", "niet kunnen bewaren")],
)
def test_words_that_cannot_be_kept_are_told(value: str, message: str) -> None:
    assert message in why(Words(), value)


def test_more_lines_get_a_larger_field() -> None:
    assert isinstance(Words(rows=4).widget, forms.Textarea)
    assert isinstance(Words().widget, forms.TextInput)


@pytest.mark.parametrize("value", ["2026-11-26", "26-11-2026", "26/11/2026"])
def test_a_day_is_read_from_a_calendar_or_as_people_write_it(value: str) -> None:
    assert Day().clean(value) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "Vul een datum in."),
        ("31-02-2026", "geen datum"),
        ("0026-11-26", "Kies een jaar"),
        ("9999-01-01", "Kies een jaar"),
    ],
)
def test_what_is_no_day_is_told(value: str, message: str) -> None:
    assert message in why(Day(), value)


def test_a_day_may_stay_empty_when_it_is_not_needed() -> None:
    assert Day(required=False).clean("") is None


@pytest.mark.parametrize("value", ["16:00", "16.00", "16:00:00"])
def test_a_time_is_read_as_people_write_it(value: str) -> None:
    assert Clock().clean(value) == time(16)


def test_what_is_no_time_is_told() -> None:
    assert "geen tijd" in why(Clock(), "vier uur")


@pytest.mark.parametrize(
    ("value", "amount"),
    [("50.000", "50000"), ("€ 1.250,50", "1250.50"), ("1250.5", "1250.5"), ("1 250", "1250"), ("0", "0")],
)
def test_an_amount_is_read_as_people_write_it(value: str, amount: str) -> None:
    assert Euros().clean(value) == Decimal(amount)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("veel", "geen bedrag"),
        ("-1", "niet lager dan"),
        ("1,234", "twee cijfers achter de komma"),
        ("9" * 30, "te groot"),
        ("NaN", "geen bedrag"),
        ("1e400", "te groot"),
    ],
)
def test_what_is_no_amount_is_told(value: str, message: str) -> None:
    assert message in why(Euros(), value)


def test_an_amount_that_is_a_number_already_stays_one() -> None:
    assert Euros().clean(Decimal("12.50")) == Decimal("12.50")
    assert plain_number("veel") == "veel"


@pytest.mark.parametrize("field", [Euros, Euro])
def test_a_known_amount_is_shown_the_way_it_is_typed_and_reads_back_the_same(field: Any) -> None:
    for amount in ("31000.00", "1250.50", "0.00", "1234567.89"):
        shown = field().prepare_value(Decimal(amount))
        assert field().clean(shown) == Decimal(amount)
    assert field().prepare_value(Decimal("31000.00")) == "31.000"
    assert field().prepare_value("veel") == "veel"  # what somebody typed stays


def test_a_share_is_shown_without_empty_decimals() -> None:
    shown = [Percent().prepare_value(Decimal(value)) for value in ("30.00", "12.50", "0.00", "100.00")]
    assert shown == ["30", "12.5", "0", "100"]
    assert Percent().prepare_value("dertig") == "dertig"


def test_a_figure_that_can_mean_two_things_is_asked_back() -> None:
    assert "Schrijf 8125 of 8,125" in why(Figure(), "8.125")
    assert [Figure().clean(told) for told in ("0.125", "8,125", "1.250,5", "1250")] == [
        Decimal(one) for one in ("0.125", "8.125", "1250.5", "1250")
    ]
    assert Figure().clean(Figure().prepare_value(Decimal("8.1250"))) == Decimal("8.125")
