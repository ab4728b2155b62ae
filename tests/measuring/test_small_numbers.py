"""Small numbers stay behind, however somebody asks."""

from __future__ import annotations

import pytest

from schakel.measuring import actions, queries
from schakel.measuring.models import IndicatorVersion, Series
from schakel.measuring.rules import Measured
from schakel.methods.disclosure import Policy
from tests.factories.governance import as_platform
from tests.factories.measuring import a_count, a_definition, fill, make_indicator, make_series, month, of
from tests.factories.network import make_area, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "figure", "is_hidden"),
    [
        ({}, of(31, 80), False),
        ({}, of(3, 80), True),
        ({}, of(77, 80), True),
        ({}, of(0, 0), True),
        ({"disclosure": "open"}, of(3, 80), False),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(3, 2000), True),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(50, 40), False),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(50, 8), True),
        ({"type": "rate", "multiplier": 1000, "chart": "u", "interval": "byar"}, of(39, 40), False),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            of(0),
            False,
        ),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            of(4),
            True,
        ),
        (
            {"type": "cost", "denominator": "", "multiplier": 1, "chart": "xmr", "interval": "t"},
            of(4000, n=40),
            True,
        ),
        ({"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}, of("8.5"), True),
        ({"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}, of("8.5", n=9), True),
        ({"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}, of("8.5", n=40), False),
    ],
)
def test_a_small_number_does_not_leave(facts: dict, figure: Measured, is_hidden: bool) -> None:
    from schakel.measuring.rules import worked_out

    version = make_indicator(make_network(), **facts)
    figure = worked_out(version.type, version.multiplier, figure)
    (shown,) = queries.let_out(version, [figure], Policy())
    assert shown.is_hidden is is_hidden
    assert shown.measured == (Measured() if is_hidden else figure)


A, B, ALL = "a", "b", "all"


@pytest.mark.parametrize(
    ("facts", "figures", "shown"),
    [
        # What is left beside the total is the hidden figure itself.
        ({}, {ALL: of(53, 500), A: of(50, 300), B: of(3, 200)}, [A]),
        ({}, {ALL: of(103, 500), A: of(50, 300), B: of(53, 200)}, [ALL, A, B]),
        # Nobody filled in the other partners, and they are few.
        ({}, {ALL: of(53, 500), A: of(50, 300)}, [A]),
        # Many others of whom nothing is shown: the total tells nothing about a hidden one.
        ({}, {ALL: of(153, 900), B: of(3, 200)}, [ALL]),
        (
            {"type": "count", "denominator": "", "multiplier": 1, "chart": "c", "interval": "byar"},
            {ALL: of(53), A: of(50), B: of(3)},
            [A],
        ),
        (
            {"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"},
            {ALL: of("8.1", n=44), A: of("8.0", n=40), B: of("9.0", n=4)},
            [A],
        ),
        ({"disclosure": "open"}, {ALL: of(53, 500), A: of(50, 300), B: of(3, 200)}, [ALL, A, B]),
    ],
)
@pytest.mark.parametrize("kind", ["partner", "area"])
def test_a_hidden_figure_is_not_given_back_by_its_total(
    facts: dict, figures: dict[str, Measured], shown: list[str], kind: str, django_assert_num_queries
) -> None:
    network = make_network()
    version, make = make_indicator(network, **facts), {"partner": make_partner, "area": make_area}[kind]
    series = {}
    for name, figure in figures.items():
        series[name] = make_series(network, version, **({} if name == ALL else {kind: make(network, name)}))
        fill(series[name], figure)
    with as_platform(network), django_assert_num_queries(1):
        known = queries.let_out_together(list(series.values()), Policy())
    assert [name for name in figures if not known[series[name].pk, month(1)].is_hidden] == shown
    with as_platform(network):
        for one in series.values():
            alone = queries.let_out_together([one], Policy(), [month(1)])
            assert alone == {(one.pk, month(1)): known[one.pk, month(1)]}


def test_areas_and_partners_guard_the_same_total() -> None:
    network = make_network()
    version = make_indicator(network)
    east, west = make_area(network, "oost"), make_area(network, "west")
    series = [make_series(network, version)]
    series += [make_series(network, version, area=one) for one in (east, west)]
    series += [make_series(network, version, partner=make_partner(network, one)) for one in "ab"]
    for one, figure in zip(
        series, (of(153, 500), of(3, 200), of(150, 300), of(53, 200), of(100, 300)), strict=True
    ):
        fill(one, figure)
    with as_platform(network):
        known = queries.let_out_together(series, Policy())
    # East is few, so the total goes; then the smallest partner goes, or the partners would add up to it.
    assert [not known[one.pk, month(1)].is_hidden for one in series] == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("areas", "partners", "shown"),
    [
        # East is few, and would be all partners less West: the smallest other figure goes as well.
        ([of(3, 100), of(150, 300)], [of(53, 190), of(100, 210)], [False, True, False, True]),
        ([of(30, 100), of(150, 300)], [of(80, 190), of(100, 210)], [True, True, True, True]),
        # Fewer than ten people stand with an area and with no partner.
        ([of(3, 100), of(150, 300)], [of(53, 190), of(98, 205)], [False, True, False, True]),
        # The partners tell of many others: nothing follows.
        ([of(3, 100), of(150, 300)], [of(153, 590), of(100, 210)], [False, True, True, True]),
        # Of one kind alone nothing follows either.
        ([of(3, 100), of(150, 300)], [], [False, True]),
    ],
)
def test_without_a_figure_of_the_network_areas_and_partners_guard_each_other(
    areas: list[Measured], partners: list[Measured], shown: list[bool]
) -> None:
    network = make_network()
    version = make_indicator(network)
    series = [
        make_series(network, version, area=make_area(network, f"gebied-{at}")) for at in range(len(areas))
    ]
    series += [
        make_series(network, version, partner=make_partner(network, f"p{at}")) for at in range(len(partners))
    ]
    for one, figure in zip(series, [*areas, *partners], strict=True):
        fill(one, figure)
    with as_platform(network):
        known = queries.let_out_together(series, Policy())
    assert [not known[one.pk, month(1)].is_hidden for one in series] == shown


@pytest.mark.parametrize(
    ("older", "newer", "shown"),
    [
        # The total of one version less what another version shows of A would be B, of whom few are counted.
        ({ALL: of(53, 500)}, {A: of(50, 300), B: of(3, 200)}, {(2, A)}),
        # What one version hides, another one does not tell.
        ({B: of(3, 200)}, {B: of(12, 200), A: of(50, 300)}, {(2, A)}),
        # Counted otherwise, so nothing adds up: what it might follow from is hidden all the same.
        ({ALL: of(53, 500)}, {A: of(50), B: of(3)}, {(2, A)}),
        (
            {ALL: of(153, 500), A: of(50, 300)},
            {ALL: of(154, 500), B: of(103, 200)},
            {(1, ALL), (1, A), (2, ALL), (2, B)},
        ),
    ],
)
def test_versions_of_one_indicator_guard_each_other(
    older: dict[str, Measured], newer: dict[str, Measured], shown: set[tuple[int, str]]
) -> None:
    network = make_network()
    first = make_indicator(network)
    is_count = any(one.numerator is None for one in newer.values())
    told = a_count("Thuis gebleven") if is_count else a_definition()
    partners = {name: make_partner(network, name) for name in (A, B)}
    begun: dict[tuple[int, str], Series] = {}

    def begin(version: IndicatorVersion, figures: dict[str, Measured]) -> None:
        for name, figure in figures.items():
            made = make_series(network, version, partner=partners.get(name))
            fill(made, figure)
            begun[version.number, name] = made

    begin(first, older)
    with as_platform(network):
        second = actions.renew_indicator(first.indicator, by=None, definition=told, change="Beter geteld.")
    begin(second, newer)
    with as_platform(network):
        known = queries.let_out_together(begun.values(), Policy())
        assert {at for at, one in begun.items() if not known[one.pk, month(1)].is_hidden} == shown
        for one in begun.values():
            alone = queries.let_out_together([one], Policy(), [month(1)])
            assert alone == {(one.pk, month(1)): known[one.pk, month(1)]}
