"""The rules of ideas: what a form must hold, numbers, and when an answer is promised."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.initiatives import rules

ANSWERS = {
    "title": "Eén nummer",
    "problem": "Niemand weet wie te bellen.",
    "proposal": "Eén nummer.",
    "benefit": "Rust.",
    "who_joins": "Ziekenhuis en huisartsen.",
    "contact": "a@voorbeeld.test",
}


def test_a_full_idea_has_no_errors():
    assert rules.answer_errors(ANSWERS) == {}
    assert rules.answer_errors({}, is_draft=True) == {}


def test_each_answer_that_lacks_or_is_too_long_says_so():
    assert set(rules.answer_errors({})) == set(ANSWERS)
    long = rules.answer_errors({**ANSWERS, "title": "x" * 201})
    assert long == {"title": "Dit is 201 tekens lang; er passen er 200. Maak het korter."}


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw met BSN 111222333 belde.",
        "Nummer 111.222.333 staat in het dossier.",
        "111 222 333",
        "geboren op 12 maart 1941",
        "geb. 12-03-1941",
        "Geboortedatum: 12/3/41",
        "patiëntnummer 0012345",
        "cliëntnr: A12345",
    ],
)
def test_data_about_one_patient_is_refused_at_its_field(text):
    errors = rules.answer_errors({**ANSWERS, "problem": text})
    assert list(errors) == ["problem"]
    assert "Haal" in errors["problem"]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06 12345678 of 074-2501234.",
        "+31 612345672",
        "123456789",
        "Wij hebben 1000 patiënten, geboren voor 1950.",
        "Kamer 12.3.1941 bestaat niet.",
        "000000000",
    ],
)
def test_ordinary_numbers_are_no_patient_data(text):
    assert rules.why_not_text(text) is None


@given(st.integers(0, 999_999_999))
def test_the_eleven_test_agrees_with_its_formula(number):
    digits = f"{number:09d}"
    total = sum(w * int(d) for w, d in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    assert rules.is_bsn(digits) == (total % 11 == 0 and number != 0)


@pytest.mark.parametrize("text", ["12345678", "1112223334", "11122233a", "١١١٢٢٢٣٣٣"])
def test_what_is_not_nine_digits_is_no_bsn(text):
    assert not rules.is_bsn(text)


def test_signs_that_nobody_types_on_purpose_are_left_out():
    assert rules.clean_text("  a\x00b\u202ec\r\nd\ud800  ") == "abc\nd\N{REPLACEMENT CHARACTER}"
    assert rules.answer_errors({**ANSWERS, "title": "\x00 \u200b"}) == {"title": "Geef uw idee een naam."}


@given(st.text())
def test_clean_text_is_stable_and_can_be_stored(text):
    clean = rules.clean_text(text)
    assert rules.clean_text(clean) == clean
    assert "\x00" not in clean
    clean.encode()


def test_the_promised_answer_is_ten_working_days_later():
    assert rules.promised_answer(date(2026, 11, 18)) == date(2026, 12, 2)
    assert rules.promised_answer(date(2026, 12, 18)) == date(2027, 1, 5)
