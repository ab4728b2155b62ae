"""Drawings made by the server: every voice is a cell, every cell is in the drawing, and the words say the same."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from schakel.web.charts import GAP, MOST_CELLS, WIDTH, Part, bars, strip
from schakel.web.states import LOOKS

STATES = sorted(LOOKS)


@given(st.lists(st.tuples(st.sampled_from(STATES), st.integers(0, 120)), max_size=6), st.integers(0, 400))
def test_every_voice_has_its_place_and_nothing_falls_outside(counts: list[tuple[str, int]], needed: int):
    drawn = strip([Part(state, n, str(n)) for state, n in counts], needed=needed, needed_words="nodig")
    total = sum(n for _state, n in counts)
    if not total:
        assert drawn is None
        return
    assert drawn is not None
    assert sum(part.n for part in drawn.parts) == total
    assert len(drawn.cells) == (total if total <= MOST_CELLS else len(drawn.parts))
    assert (drawn.cells[0].x, drawn.cells[-1].end) == (0, WIDTH)
    pairs = zip(drawn.cells, drawn.cells[1:], strict=False)
    assert all(cell.width >= 1 and cell.end <= after.x + GAP for cell, after in pairs)
    assert (drawn.line_x is not None) == (0 < needed <= total) == bool(drawn.line_words)


def test_the_line_stands_behind_the_last_cell_that_is_needed():
    drawn = strip([Part("for", 3, "3 voor"), Part("absent", 2, "2 afwezig")], needed=4)
    assert drawn is not None
    assert drawn.cells[3].end < drawn.line_x < drawn.cells[4].x
    assert [cell.fill for cell in drawn.cells] == ["full"] * 3 + ["empty"] * 2


def test_more_than_there_are_gives_no_line():
    drawn = strip([Part("for", 2, "2 voor")], needed=3, needed_words="nodig 3")
    assert drawn is not None
    assert (drawn.line_x, drawn.line_words) == (None, "")


def test_what_differs_in_meaning_differs_in_fill_too():
    fills = {state: strip([Part(state, 1, "")]).cells[0].fill for state in ("yes", "maybe", "no", "asked")}
    assert len(set(fills.values())) == 4


def test_the_largest_amount_is_as_wide_as_the_drawing_and_the_smallest_is_seen():
    drawn = bars(
        [("2026", Decimal(1), "€ 1"), ("2027", Decimal(90_000), "€ 90.000"), ("2028", Decimal(0), "€ 0")]
    )
    assert [bar.width for bar in drawn] == [2, WIDTH, 0]
    assert bars([]) == []
