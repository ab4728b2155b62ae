"""The board of figures: value, margin and verdict of each series in a list and in a table of icons."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from schakel.governance.permissions import Permission, holds
from schakel.measuring import actions, queries
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import (
    BEFORE,
    fill,
    make_baseline,
    make_indicator,
    make_series,
    month,
    of,
    worked_out,
)
from tests.factories.network import make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("n", [1, 6])
def test_the_board_costs_four_questions_and_its_page_as_much_for_many(
    no_drawing, n, django_assert_num_queries
) -> None:
    network = make_network()
    version = make_indicator(network)
    for number in range(n):
        series = make_series(network, version, partner=make_partner(network, f"p{number}"))
        fill(series, *BEFORE)
    worked_out(series)
    with looking(make_member(network)) as person:
        person.network_ids  # noqa: B018  remembered for the request, as is what they may do here
        assert holds(person, Permission.READ, network)
        with django_assert_num_queries(4):
            board = queries.board(network, person)
    assert len(board.lines) == n
    assert board.n_found == 0
    assert 0 < board.n_expected < n
    browser = Browser(network, make_member(network, Role.MANAGER))
    assert questions(browser, "meten/") == 15
    assert questions(browser, f"meten/reeksen/{series.pk}/") <= 19


def test_the_board_says_value_margin_verdicts_and_what_chance_gives(series) -> None:
    browser = Browser(series.network, make_member(series.network))
    assert "wordt berekend" in text(browser.get("meten/", beeld="lijst"))
    worked_out(series)
    page = text(browser.get("meten/", beeld="lijst"))
    for words in (
        "41,25 %",
        "Geen verandering",
        "Haalt doel soms",
        "doel 50 %",
        "Nog geen",
        "Door toeval alleen",
    ):
        assert words in page, words
    make_baseline(series)
    worked_out(series)
    page = text(browser.get("meten/", partner="zgt", beeld="lijst"))
    assert "Op slot" in page
    assert "Haalde doel soms" in page
    assert "in de nulmeting: jan 2025 t/m dec 2025" in page
    assert "doel 50 %: niet gehaald" in page
    assert browser.get("meten/", partner="niemand").status_code == 404
    other = make_partner(series.network, "mst")
    assert "Er wordt nog niets gemeten" in text(browser.get("meten/", partner=other.slug))


def test_a_small_last_figure_is_not_on_the_board(series) -> None:
    with as_platform(series.network):
        actions.enter_values([actions.Filled(series, month(13), of(3, 80))], by=None)
    worked_out(series)
    page = text(Browser(series.network, make_member(series.network)).get("meten/"))
    assert "verborgen" in page
    assert "3,75" not in page


def test_a_partner_sees_its_own_small_figure_and_nobody_elses(series) -> None:
    other = make_series(series.network, series.version, partner=make_partner(series.network, "mst"))
    for one in (series, other):
        with as_platform(series.network):
            actions.enter_values([actions.Filled(one, month(13), of(3, 80))], by=None)
        worked_out(one)
    inside = make_member(series.network, Role.PROFESSIONAL, partner=series.partner)
    with looking(inside):
        shown = {one.who: one.shown for one in queries.board(series.network, inside).lines}
    assert (shown["Zgt"].measured.numerator, shown["Zgt"].is_hidden) == (3, False)
    assert shown["Mst"] == queries.HIDDEN
    page = text(Browser(series.network, inside).get("meten/", beeld="tabel"))
    assert "3,75" in page
    assert "verborgen" in page


def cells_of(page: str, tag: str) -> list[str]:
    """The words of every cell of the table of icons, without their marks."""
    (table,) = re.findall(r'<table class="table icons[^"]*">.*?</table>', page, re.DOTALL)
    found = re.findall(rf"<{tag}[ >].*?</{tag}>", table, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", " ", one).split()) for one in found]


def test_the_table_of_icons_has_one_row_for_an_indicator_and_a_cell_for_each(series) -> None:
    network, version = series.network, series.version
    worked_out(series)
    make_series(network, version, area=make_area(network, "wierden"))
    make_series(network, version)
    page = text(Browser(network, make_member(network)).get("meten/", beeld="tabel"))
    names = ["Indicator", "het hele netwerk", "Wierden", "Zgt", "Thuis gebleven in % · doel 50"]
    assert cells_of(page, "th") == names
    told = "41,25 Geen verandering, Haalt doel soms dec 2025"
    assert cells_of(page, "td") == ["geen cijfers", "geen cijfers", told]
    assert f"/meten/reeksen/{series.pk}/" in page
    here = text(Browser(network, make_member(network)).get("meten/", gebied="wierden"))
    assert cells_of(here, "th") == ["Indicator", "Wierden", "Thuis gebleven in % · doel 50"]
    assert "Nog 2 gelden voor het hele netwerk" in here
    assert "gebied=wierden" in here
    for mark in ("same", "goal_sometimes"):
        assert f'<use href="#mark-{mark}">' in page
        assert f'<symbol id="mark-{mark}"' in page


def test_the_board_begins_with_its_icons_and_lists_some_lines_at_a_time(series, monkeypatch) -> None:
    monkeypatch.setattr("schakel.measuring.views.boards.MANY", 1)
    browser = Browser(series.network, make_member(series.network))
    make_series(series.network, series.version)
    page = text(browser.get("meten/"))
    assert "table icons stacks" in page
    assert 'data-label="Zgt"' in page
    monkeypatch.setattr("schakel.measuring.views.boards.FEW", 1)
    assert 'table icons"' in text(browser.get("meten/", partner=""))
    assert "beeld=lijst" in page
    first, second = (text(browser.get("meten/", beeld="lijst", page=at)) for at in (1, 2))
    assert ("het hele netwerk · uitkomst" in first, "Zgt · uitkomst" in first) == (True, False)
    assert ("het hele netwerk · uitkomst" in second, "Zgt · uitkomst" in second) == (False, True)
    assert "beeld=tabel&amp;partner=zgt" in text(browser.get("meten/", beeld="lijst", partner="zgt"))


@pytest.mark.parametrize("n", [1, 5])
def test_the_table_of_icons_costs_as_much_for_many(no_drawing, n) -> None:
    network = make_network()
    areas = [make_area(network, f"gebied-{number}") for number in range(n)]
    for number in range(n):
        version = make_indicator(network, f"Maat {number}")
        for area in areas:
            fill(last := make_series(network, version, area=area), *BEFORE[:3])
    worked_out(last)
    assert questions(Browser(network, make_member(network)), "meten/?beeld=tabel") == 15


def test_a_newer_definition_takes_the_line(series) -> None:
    with as_platform(series.network):
        told = replace(series.version.definition, change="")
        version = actions.renew_indicator(
            series.version.indicator, by=None, definition=told, change="Bron nagekeken."
        )
    new = make_series(series.network, version, partner=series.partner)
    with looking(make_member(series.network)) as person:
        assert [one.series_id for one in queries.board(series.network, person).lines] == [new.pk]
