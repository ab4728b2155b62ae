"""The paths that people walk: counted by hand, the rare ones together, and none that gives a small number back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.carechain.rules import shown_paths
from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.paths import paths
from schakel.methods.eventlog.prepare import prepare
from schakel.methods.eventlog.selection import selected
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.carechain import make_log, make_purpose, send_log
from tests.factories.carechain import prepare as prepared
from tests.factories.network import make_member, make_network

PATH = st.lists(st.sampled_from("ABCD"), min_size=2, max_size=4).map(tuple)


@pytest.fixture
def _chains(settings, tmp_path):
    settings.CHAIN_FOLDER = tmp_path / "chain"


def file_of(walks) -> bytes:
    """A file of cases of a step a day at the places that stand in a word, so many cases for each word."""
    lines, number = ["zaak;stap;organisatie;begin"], 0
    for places, n in walks:
        for _at in range(n):
            number += 1
            for at, place in enumerate(places):
                day = datetime.combine(date(2026, 1, 5) + timedelta(days=at), datetime.min.time())
                lines.append(f"Z{number};stap {at};{'' if place == '-' else place};{day:%d-%m-%Y %H:%M}")
    return ("\n".join(lines) + "\n").encode()


def test_places_in_a_row_are_one_and_nothing_filled_in_falls_out(tmp_path) -> None:
    (tmp_path / "a.csv").write_bytes(file_of([("AAB", 2), ("A-B", 1), ("ABA", 1), ("--", 1)]))
    prepare(tmp_path / "a.csv", tmp_path / "a.log")
    log = open_log(tmp_path / "a.log")
    told = paths(log, selected(log), "organisation")
    assert [(one.steps, one.n) for one in told] == [(("A", "B"), 3), (("A", "B", "A"), 1)]
    assert told[0].p50_s == 2 * 86_400
    steps = paths(log, selected(log), "activity")
    assert [(one.steps[-1], one.n) for one in steps] == [("stap 2", 4), ("stap 1", 1)]


@pytest.mark.django_db
@pytest.mark.usefixtures("_chains")
def test_the_page_tells_shares_and_puts_rare_paths_together() -> None:
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    data = file_of([("AB", 60), ("AC", 25), ("ABC", 11), ("CB", 2), ("CA", 2)])
    prepared(send_log(make_purpose(network), data, by=analyst), by=analyst)
    reader = Browser(network, make_member(network, Role.READER))
    page = text(reader.get("keten/paden/"))
    assert "85\xa0% van de mensen" in page, "of the three that are walked most, one is too few by itself"
    assert "A → B<" in page
    assert "60,0\xa0%" in page
    assert "A → B → C" not in page, "with it only four people would be left over"
    assert "3 andere paden" in page
    assert "15,0\xa0%" in page
    one = text(reader.get("keten/paden/", uit="A", naar="C"))
    assert "Eén pad gaat door deze schakel" in one
    assert "A → B<" not in one
    assert "Door deze schakel gaat geen pad" in text(reader.get("keten/paden/", uit="<b>", naar="C"))


@pytest.mark.django_db
@pytest.mark.usefixtures("_chains")
@pytest.mark.parametrize("n", [2, 30])
def test_the_page_asks_as_much_for_many_paths(n: int) -> None:
    network = make_network()
    reader = Browser(network, make_member(network, Role.READER))
    assert "Hier komen de paden" in text(reader.get("keten/paden/"))
    make_log(network, [(f"Huisarts {at}", "Kliniek", 3, 12) for at in range(n)])
    assert questions(reader, "keten/paden/") == 11


@given(st.dictionaries(PATH, st.integers(1, 40), min_size=1, max_size=9))
def test_what_is_left_over_is_nobody_or_enough(counts) -> None:
    n_of_link: dict[tuple[str, str], int] = {}
    for path, n in counts.items():
        for pair in pairwise(path):
            n_of_link[pair] = n_of_link.get(pair, 0) + n
    shown = shown_paths(counts, n_of_link, most=5)
    assert len(shown) <= 5
    left = sum(counts.values()) - sum(counts[path] for path in shown)
    assert not shown or left == 0 or left >= 10
    for pair, n in n_of_link.items():
        through = sum(counts[path] for path in shown for one in pairwise(path) if one == pair)
        assert not through or n - through == 0 or n - through >= 10
        assert all(counts[path] >= 10 for path in shown)
