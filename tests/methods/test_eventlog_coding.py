"""Names become codes in the order in which they first come, however they are looked up."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.eventlog import coding, making

NAMES = st.sampled_from(["", "a", "b", "c", "d", "een lange naam van een zaak", " a", "b ", "  ", None])


@given(st.lists(st.lists(NAMES, max_size=8), max_size=5))
def test_names_get_codes_in_the_order_in_which_they_first_come(batches):
    in_order, in_any_order = coding.Coder(), coding.Coder()
    for batch in batches:
        column = pl.Series(batch, dtype=pl.String)
        one = in_order.codes(column)
        if in_any_order._written is None:
            in_any_order._written = coding._Written()
            in_any_order._written._takes_in_order = lambda *_: False  # type: ignore[method-assign]
        # As when several threads hand out codes: those of Polars come in another order than the names.
        column.fill_null("").sort(descending=True).cast(in_any_order._written._dtype)
        other = in_any_order.codes(column)
        assert [in_order.names()[code] for code in one] == [(name or "").strip() for name in batch]
        assert one.tolist() == other.tolist()
    every = [(name or "").strip() for batch in batches for name in batch]
    assert in_order.names() == in_any_order.names() == list(dict.fromkeys(["", *every]))
    assert len(in_order) == len(in_order.names())


@given(st.lists(st.lists(NAMES, max_size=12), max_size=5), st.sampled_from([1, 2, 3, 1 << 40]))
def test_many_names_get_the_same_codes_also_when_two_have_one_number(batches, n_numbers):
    few, many = coding.Coder(), coding.Coder(are_many=True)
    looked_up = coding._Many()
    numbers = looked_up._numbers
    looked_up._numbers = lambda column: numbers(column) % np.uint64(n_numbers) + np.uint64(1)  # type: ignore[method-assign]
    looked_up._slots, looked_up._of_slot = np.zeros(2, np.uint64), np.zeros(2, np.uint32)
    looked_up._slots[looked_up._numbers(pl.Series([""]))[0] % 2] = looked_up._numbers(pl.Series([""]))[0]
    many._written = looked_up
    for batch in batches:
        column = pl.Series(batch, dtype=pl.String)
        ours = [many.names()[code] for code in many.codes(column)]
        assert ours == [few.names()[code] for code in few.codes(column)]
    assert sorted(many.names()) == sorted(few.names())
    assert len(many) == len(few)
    assert n_numbers < 4 or many.names() == few.names()


def test_a_long_column_of_many_is_looked_up_by_number(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(coding, "WORTH_IT", 100)
    cases = [f"zaak-{number * 7919 % 300}" for number in range(1_000)]
    quick, plain = coding.Coder(are_many=True), coding.Coder()
    for at in range(0, 1_000, 125):
        column = pl.Series(cases[at : at + 125])
        assert quick.codes(column).tolist() == plain.codes(column).tolist()
    assert isinstance(quick._written, coding._Many)
    assert isinstance(plain._written, coding._Written)
    for coder in (quick, plain, coding.Coder()):
        coder.settle()
    assert quick.names() == plain.names(), (
        "who forgot how texts are looked up still knows what codes stand for"
    )


def test_nothing_read_has_one_name_for_nothing():
    coder = coding.Coder()
    assert (len(coder), coder.names()) == (1, [""])


def test_batches_come_one_ahead_in_order_and_a_fault_comes_where_it_is():
    def batches():
        yield from (1, 2)
        raise ValueError("gebroken bestand")

    broken = making.one_ahead(batches())
    assert [next(broken), next(broken)] == [1, 2]
    with pytest.raises(ValueError, match="gebroken"):
        next(broken)
    assert list(making.one_ahead(iter(()))) == []
    stopped = making.one_ahead(iter((1, 2, 3)))
    assert next(stopped) == 1
    stopped.close()
