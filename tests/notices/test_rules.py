"""Addresses and subjects: nothing in them becomes a header of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.notices.rules import MANNERS, Kind, is_address, one_line


@pytest.mark.parametrize(
    "address",
    [
        "anna@voorbeeld.test\nBcc: x@y.test",
        "anna@voorbeeld.test\r\n",
        "anna@voorbeeld.test\n",
        "anna@voorbeeld.test, bert@voorbeeld.test",
        "Anna <anna@voorbeeld.test>",
        "anna voorbeeld@x.test",
        "anna@voorbeeld",
        "anna@@voorbeeld.test",
        "@voorbeeld.test",
        "",
        "a" * 250 + "@voorbeeld.test",
    ],
)
def test_mail_goes_to_one_plain_address_only(address):
    assert not is_address(address)


@pytest.mark.parametrize("address", ["anna@voorbeeld.test", "a.b+c@sub.voorbeeld.nl", "josé@voorbeeld.nl"])
def test_ordinary_addresses_are_used(address):
    assert is_address(address)


@given(st.text(max_size=400))
def test_a_subject_is_one_line_and_not_too_long(text):
    line = one_line(text, 140)
    assert len(line) <= 140
    assert not set(line) & set("\r\n\x00\x0b\x0c\x1c\x85\u2028\u2029")


def test_every_kind_has_a_manner():
    assert set(MANNERS) == set(Kind)
