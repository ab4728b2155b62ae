"""One way of writing, one fingerprint: whatever the order of names, and read back as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.methods.fingerprints import DEEPEST, NotPlain, Unfit, canonical, fingerprint, plain_values
from tests.examples import examples

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=examples(40, nightly=500), deadline=None)
@given(PLAIN, st.sampled_from([None, 1, 4]), st.booleans())
def test_however_a_value_was_written_its_fingerprint_is_the_same(value, indent, is_ascii):
    written = json.dumps(value, indent=indent, ensure_ascii=is_ascii).encode()
    found = plain_values(written, largest=100_000)
    assert found == value
    assert fingerprint(found) == fingerprint(value)
    assert json.loads(canonical(value)) == value


def turned(value):
    """The same value with its names in the other order."""
    if isinstance(value, dict):
        return {name: turned(value[name]) for name in reversed(list(value))}
    return [turned(one) for one in value] if isinstance(value, list) else value


@settings(max_examples=examples(30, nightly=300), deadline=None)
@given(PLAIN)
def test_the_order_of_names_does_not_matter_and_what_stands_there_does(value):
    assert fingerprint(turned(value)) == fingerprint(value)
    assert fingerprint([value]) != fingerprint(value)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"\xff",
        b"NaN",
        b"1.0",
        b'{"a":1,"a":1}',
        b'"\\u0000"',
        b'"\\ud800"',
        b"[" * 9_999,
        b"9" * 5_000,
    ],
)
def test_what_cannot_be_written_in_one_way_is_not_read(sent):
    with pytest.raises(NotPlain) as refused:
        plain_values(sent, largest=10_000)
    assert refused.value.why == Unfit.BROKEN


def test_a_file_is_read_up_to_its_limits():
    assert plain_values(b"[" * (DEEPEST - 1) + b"]" * (DEEPEST - 1), largest=100)
    with pytest.raises(NotPlain):
        plain_values(b"[" * (DEEPEST + 1) + b"1" + b"]" * (DEEPEST + 1), largest=100)
    with pytest.raises(NotPlain) as refused:
        plain_values(b"[1]", largest=2)
    assert refused.value.why == Unfit.TOO_LARGE
