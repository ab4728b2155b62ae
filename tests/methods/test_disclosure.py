"""Small numbers never leave, nor can anybody work them out from what does."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.disclosure import Cell, Hiding, Policy, is_dominated, is_few, released

USUAL = Policy()


def reasons(*cells: Cell, policy: Policy = USUAL) -> list[tuple[Hiding, ...]]:
    return [one.reasons for one in released(cells, policy)]


SHOWN = ()
FEW = (Hiding.FEW,)


@pytest.mark.parametrize(
    ("count", "base", "is_sensitive", "is_hidden"),
    [
        (10, 100, True, False),
        (9, 100, True, True),  # few are counted
        (90, 100, True, False),
        (91, 100, True, True),  # few are left out
        (0, 100, True, True),  # nobody: tells something about each of a hundred
        (100, 100, True, True),  # everybody
        (0, 100, False, False),
        (100, 100, False, False),
        (5, 9, False, True),  # about few people
        (0, 9, False, True),
        (9, None, False, True),
        (0, None, False, False),
        (0, None, True, True),
        (10, None, True, False),
    ],
)
def test_few_people_counted_left_out_or_all_alike_is_hidden(count, base, is_sensitive, is_hidden):
    assert is_few(count, base, threshold=10, is_sensitive=is_sensitive) is is_hidden
    share = count / base if base else None
    cell = Cell("a", share, count=count, base=base, is_sensitive=is_sensitive)
    assert reasons(cell) == [FEW if is_hidden else SHOWN]


def test_inside_a_network_five_may_be_shown_after_a_decision():
    cell = Cell("a", 0.5, count=6, base=12)
    assert reasons(cell) == [FEW]
    assert reasons(cell, policy=Policy(5, decision="2026-014")) == [SHOWN]
    assert reasons(Cell("a", 0.5, count=12, base=24), policy=Policy(20)) == [FEW]


@pytest.mark.parametrize(("threshold", "decision"), [(4, "2026-014"), (9, ""), (5, "  "), (0, "2026-014")])
def test_the_threshold_is_not_lowered_without_a_decision_and_never_below_five(threshold, decision):
    with pytest.raises(ValueError, match="threshold"):
        Policy(threshold, decision)


def test_of_a_hidden_figure_nothing_is_left():
    (one,) = released([Cell("Wierden", 0.07, count=3, base=43, contributions=[1.0, 2.0])])
    assert one.is_hidden
    assert (one.key, one.value, one.count, one.base) == ("Wierden", None, None, None)
    assert "3" not in repr(one)


def test_a_shown_figure_comes_out_as_it_went_in():
    (one,) = released([Cell("Rijssen", 0.25, count=20, base=80)])
    assert (one.key, one.value, one.count, one.base, one.is_hidden) == ("Rijssen", 0.25, 20, 80, False)


def test_a_rate_of_a_known_population_is_judged_by_the_people_behind_it():
    assert reasons(Cell("a", 1.5, base=4_000, per=1_000)) == [FEW]  # 6 people
    assert reasons(Cell("a", 2.5, base=4_000, per=1_000)) == [SHOWN]  # 10
    assert reasons(Cell("a", 0.98, base=100, per=1)) == [FEW]  # 2 left out
    assert reasons(Cell("a", 1_200.0, base=1_000, per=1_000)) == [FEW]  # more than everybody: everybody
    assert reasons(Cell("a", 1.5, base=None, per=1_000)) == [SHOWN]


def test_a_mean_needs_enough_people_and_no_count():
    assert reasons(Cell("a", 7.4, base=9), Cell("b", 7.4, base=10)) == [FEW, SHOWN]


@pytest.mark.parametrize(
    ("contributions", "is_hidden"),
    [
        ([50, 25, 25], True),
        ([49, 26, 25], False),
        ([41, 39, 20], True),
        ([40, 39, 21], False),
        ([-60, 30, 30], True),
        ([100], True),
        ([1, 1], True),
        ([0, 0, 0], False),
        ([], False),
    ],
)
def test_money_of_which_one_or_two_make_up_most_is_hidden(contributions, is_hidden):
    assert is_dominated(contributions) is is_hidden
    cell = Cell("a", float(sum(contributions)), contributions=contributions)
    assert reasons(cell) == [(Hiding.DOMINANCE,) if is_hidden else SHOWN]


def test_both_reasons_are_told_together():
    assert reasons(Cell("a", 100.0, base=3, contributions=[90, 5, 5])) == [(Hiding.FEW, Hiding.DOMINANCE)]


def test_a_centre_line_with_exactly_one_hidden_point_is_hidden_too():
    months = [Cell(month, 0.2, count=20, base=100) for month in range(11)]
    line = Cell("line", 0.19, combines=range(12))
    low = Cell(11, 0.04, count=4, base=100)
    assert reasons(*months, low, line) == [SHOWN] * 11 + [FEW, (Hiding.GIVEN_BACK,)]
    two = [*months[:10], Cell(10, 0.03, count=3, base=100), low]
    assert reasons(*two, line)[-1] == SHOWN
    assert reasons(*months, Cell(11, 0.2, count=20, base=100), line)[-1] == SHOWN


def test_a_hidden_total_hides_its_smallest_part_and_that_may_hide_more():
    cells = [
        Cell("a", 40.0, contributions=[10, 10, 10, 10]),
        Cell("b", 20.0, contributions=[5, 5, 5, 5]),
        Cell("all", 160.0, contributions=[100, 20, 20, 20], combines=["a", "b"]),
        Cell("b twice", 40.0, combines=["b"]),
    ]
    given_back = (Hiding.GIVEN_BACK,)
    assert reasons(*cells) == [SHOWN, given_back, (Hiding.DOMINANCE,), given_back]


def test_a_total_over_nothing_but_itself_gives_nothing_back():
    assert reasons(Cell("a", 4.0, count=4, combines=["a"])) == [FEW]


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": -1},
        {"base": -1},
        {"count": 3, "base": 2},
        {"value": math.nan},
        {"value": math.inf},
        {"contributions": [math.inf]},
        {"per": 0},
    ],
)
def test_figures_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match=r"a cell|a rate"):
        Cell("a", **wrong)


def test_cells_with_one_name_and_totals_over_nothing_are_refused():
    with pytest.raises(ValueError, match="two cells"):
        released([Cell("a"), Cell("a")])
    with pytest.raises(ValueError, match="not there"):
        released([Cell("a", combines=["b"])])


def test_nothing_in_is_nothing_out():
    assert released([]) == ()


@st.composite
def tables(draw) -> list[Cell]:
    """Some counts, and totals over some of them or over each other."""
    sizes = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=8))
    cells = [
        Cell(place, count / (count + rest) if count + rest else None, count=count, base=count + rest)
        for place, (count, rest) in enumerate(sizes)
    ]
    for number in range(draw(st.integers(0, 4))):
        parts = draw(st.lists(st.sampled_from([cell.key for cell in cells]), min_size=1, unique=True))
        cells.append(Cell(f"total {number}", 1.0, base=draw(st.integers(5, 100)), combines=parts))
    return cells


@given(tables(), st.integers(10, 20), st.booleans())
def test_no_total_ever_gives_back_one_hidden_cell(cells, threshold, is_turned):
    cells = list(reversed(cells)) if is_turned else cells
    shown = {one.key: one for one in released(cells, Policy(threshold))}
    assert list(shown) == [cell.key for cell in cells]
    for cell in cells:
        one = shown[cell.key]
        if one.is_hidden:
            assert (one.value, one.count, one.base) == (None, None, None)
        else:
            assert (one.value, one.count, one.base) == (cell.value, cell.count, cell.base)
            assert cell.count is None or cell.base is None or threshold <= cell.count <= cell.base - threshold
        if cell.combines:
            assert sum(shown[key].is_hidden for key in {cell.key, *cell.combines}) != 1


@given(st.integers(0, 200), st.integers(0, 200), st.integers(10, 30))
def test_a_higher_threshold_never_shows_more(count, rest, threshold):
    cell = Cell("a", 0.5, count=count, base=count + rest)
    if reasons(cell, policy=Policy(threshold)) == [SHOWN]:
        assert reasons(cell, policy=Policy(threshold - 1, decision="2026-014")) == [SHOWN]


@given(st.lists(st.integers(0, 1000), max_size=6), st.integers(1, 50))
def test_dominance_is_about_shares_not_about_amounts(contributions, times):
    assert is_dominated(contributions) == is_dominated([amount * times for amount in contributions])
