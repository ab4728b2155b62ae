"""The places of a chain: one for each station, the same each time, and lines that can be told apart."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from schakel.web.chain_places import Link, crosses, places, runs_under

STATIONS = [f"plek {n}" for n in range(14)]
LINKS = st.lists(
    st.tuples(st.sampled_from(STATIONS), st.sampled_from(STATIONS), st.integers(0, 900)), max_size=40
)
GPS = [f"huisarts {n}" for n in range(6)]
AFTER = ["revalidatie", "thuiszorg", "verpleeghuis", "ggz"]
#: Six practices send to one hospital and get people back; the hospital hands over to four others.
HUB: list[Link] = [
    *((one, "ziekenhuis", 90 + at) for at, one in enumerate(GPS)),
    *(("ziekenhuis", one, 60 + at) for at, one in enumerate(GPS)),
    *(("ziekenhuis", one, 40 + at) for at, one in enumerate(AFTER)),
]


@given(LINKS, st.integers(1, 6))
def test_every_station_has_a_place_of_its_own_and_the_same_each_time(links: list[Link], most_columns: int):
    found = places(links, most_columns=most_columns)
    assert set(found) == {name for source, target, _n in links for name in (source, target)}
    assert len({(one.column, one.row) for one in found.values()}) == len(found)
    columns = {one.column for one in found.values()}
    assert columns == set(range(len(columns)))
    assert len(columns) <= most_columns
    for one, other in combinations(found.values(), 2):
        assert one.column != other.column or abs(one.row - other.row) >= 1
    assert places(reversed(links), most_columns=most_columns) == found


def test_a_hub_stands_between_those_who_send_and_those_who_take_over():
    found = places(HUB, most_columns=3)
    hub = found["ziekenhuis"].column
    assert all(found[one].column != hub for one in [*GPS, *AFTER])
    at = {name: (float(one.column), one.row) for name, one in found.items()}
    pairs = sorted({(min(source, target), max(source, target)) for source, target, _n in HUB})
    assert not any(
        crosses(at[a], at[b], at[c], at[d])
        for (a, b), (c, d) in combinations(pairs, 2)
        if len({a, b, c, d}) == 4
    )
    assert not any(
        runs_under(at[a], at[b], at[name]) for a, b in pairs for name in found if name not in (a, b)
    )


def test_two_ladders_do_not_cross_where_that_can_be_helped():
    links = [(f"a{n}", f"b{5 - n}", 10) for n in range(6)] + [(f"b{5 - n}", f"c{n}", 9) for n in range(6)]
    found = places(links, most_columns=3)
    at = {name: (float(one.column), one.row) for name, one in found.items()}
    assert not any(crosses(at[a], at[b], at[c], at[d]) for (a, b, _n), (c, d, _m) in combinations(links, 2))
