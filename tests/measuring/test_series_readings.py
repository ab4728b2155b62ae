"""What a series comes to, and the spread of a mean."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from schakel.measuring import actions, queries
from schakel.measuring.forms import GridForm
from schakel.measuring.rules import Measured
from schakel.methods.disclosure import Policy
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import A_SCORE, a_count, fill, make_indicator, make_series, month, of
from tests.factories.network import make_member, make_network, make_partner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("n", [1, 6])
def test_readings_cost_the_same_for_few_and_many(n: int, django_assert_num_queries) -> None:
    network = make_network()
    version = make_indicator(network)
    for number in range(n):
        series = make_series(network, version, partner=make_partner(network, f"p{number}"))
        fill(series, *[of(31, 80)] * n)
    with looking(make_member(network)) as person:
        person.network_ids  # noqa: B018  remembered for the request
        with django_assert_num_queries(2):
            entries = queries.entries(network, person)
        with django_assert_num_queries(2):
            grid = queries.grid(network, person, "thuis-gebleven", month(12))
        with django_assert_num_queries(2):
            page = queries.series_page(series)
    assert len(entries[0].series) == n
    assert entries[0].last_on == month(n)
    assert len(grid.standing) == n * n
    assert page.n_values == n


def test_the_grid_goes_back_and_forth_and_never_past_today() -> None:
    network = make_network()
    make_series(network)
    with looking(make_member(network)) as person:
        now = queries.grid(network, person, "thuis-gebleven", date(2026, 11, 26))
        assert (now.periods[0], now.periods[-1]) == (date(2025, 12, 1), date(2026, 11, 1))
        assert (now.earlier, now.later) == (date(2025, 11, 1), None)
        back = queries.grid(network, person, "thuis-gebleven", date(2026, 11, 26), date(2025, 11, 9))
        assert (back.periods[-1], back.later) == (date(2025, 11, 1), date(2026, 11, 1))
        assert queries.grid(network, person, "niets", date(2026, 11, 26)) is None


def test_after_a_new_version_the_newest_measured_one_is_filled_in() -> None:
    network = make_network()
    first = make_indicator(network)
    old = make_series(network, first)
    with as_platform(network):
        told = a_count("Thuis gebleven")
        second = actions.renew_indicator(first.indicator, by=None, definition=told, change="Nu een aantal.")
    new = make_series(network, second)
    with looking(make_member(network)) as person:
        (entry,) = queries.entries(network, person)
        assert entry.series == (new,)
        assert entry.last_words == ""
        assert queries.grid(network, person, "thuis-gebleven", month(12)).version == second
        assert set(queries.series_of(network, person)) == {old, new}


def test_a_mean_with_its_spread_has_a_margin_and_without_it_none(monkeypatch) -> None:
    monkeypatch.setattr(
        "schakel.measuring.charting.drawings", lambda chart, title, **more: ("<svg/>", "<svg/>")
    )
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    told = [replace(of("6.0", n=25), sd=Decimal("1.5")) if at == 2 else of("6.0", n=25) for at in range(3)]
    fill(series, *told)
    with as_platform(network):
        reading = actions.work_out(series)
        # t(24) = 2.0639 times 1.5 / 5.
        assert (reading.lower95, reading.upper95) == pytest.approx((6 - 0.61917, 6 + 0.61917), abs=1e-4)
        assert [one.sd for one in series.values.order_by("period_on")] == [None, None, Decimal("1.5")]
        known = queries.let_out_together([series], Policy())
        assert known[series.pk, month(3)].measured.sd == Decimal("1.5")
        actions.enter_values([actions.Filled(series, month(4), of("7.0", n=25))], by=None)
        assert actions.work_out(series).lower95 is None


@pytest.mark.parametrize(
    ("facts", "figure", "reason"),
    [
        (A_SCORE, replace(of("6.0", n=1), sd=Decimal(1)), "minstens twee"),
        (A_SCORE, replace(of("6.0", n=9), sd=Decimal(-1)), "niet lager dan nul"),
        ({}, replace(of(31, 80), sd=Decimal(1)), "alleen bij een gemiddelde"),
    ],
)
def test_a_spread_that_cannot_be_is_refused(facts: dict, figure: Measured, reason: str) -> None:
    series = make_series(network := make_network(), make_indicator(network, **facts))
    with pytest.raises(Refused, match=reason):
        fill(series, figure)


def test_a_spread_is_typed_pasted_or_worked_out_from_a_standard_error() -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    with looking(make_member(network, Role.ANALYST)) as analyst:
        grid = queries.grid(network, analyst, series.version.indicator.code, month(3))
        form = GridForm(grid, {})
        assert (
            form.paste(
                "\thet hele netwerk waarde\taantal\tSD\nmrt 2025\t6,5\t25\tSE 0,4\nfeb 2025\t6\t25\t1,5\n"
            )
            == 6
        )
        assert form.is_valid(), (form.wrong, form.faults)
        assert {one.period_on: one.measured for one in form.filled} == {
            month(3): Measured(value=Decimal("6.5"), n=25, sd=Decimal("2.000000")),
            month(2): Measured(value=Decimal(6), n=25, sd=Decimal("1.5")),
        }


@pytest.mark.parametrize(
    ("pasted", "fault"),
    [
        (
            "\thet hele netwerk\t\t\t\nmrt 2025\t6,5\t25\t1,5\t9\n",
            "Kolom 5 is er één te veel voor het hele netwerk: het rooster heeft er 3.",
        ),
        ("mrt 2025\t6,5\t25\t1,5\t9\n", "Regel 1 heeft 4 cijfers; het rooster heeft er 3."),
    ],
)
def test_a_pasted_cell_too_many_is_refused_and_writes_over_nothing(pasted: str, fault: str) -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    with looking(make_member(network, Role.ANALYST)) as analyst:
        form = GridForm(queries.grid(network, analyst, series.version.indicator.code, month(3)), {})
        form.paste(pasted)
        assert form.faults == [fault]
        assert not form.is_valid()
        assert form.typed[form.name_of("a", month(3), series)] != "9"


def test_a_mean_leaves_with_its_number_and_spread_and_comes_back_unchanged() -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE))
    fill(
        series,
        replace(of("6.5", n=25), sd=Decimal("1.25")),
        of("7.0", n=30),
        replace(of("8.0", n=4), sd=Decimal("0.75")),
    )
    with looking(make_member(network, Role.ANALYST)) as analyst:
        made, _left = actions.take_out(series, by=analyst)
        page = load_workbook(io.BytesIO(made)).worksheets[0]
        rows = [[cell.value for cell in row] for row in page.iter_rows() if row[0].value]
        at = next(at for at, row in enumerate(rows) if row[0] == "indicator")
        assert rows[at] == ["indicator", "voor", "periode", "waarde", "aantal", "sd", "stand"]
        told = [row[2:6] for row in rows[at + 1 :]]
        assert sorted(told, key=str) == [
            ["februari 2025", 7, 30, None],
            ["januari 2025", 6.5, 25, 1.25],
            ["maart 2025", None, None, None],
        ]
        assert [row[6] for row in rows[at + 1 :] if row[2] == "maart 2025"] == ["verborgen"]
        typed = [row for row in told if row[1] is not None]
        lines = ["\t".join("" if one is None else str(one).replace(".", ",") for one in row) for row in typed]
        form = GridForm(queries.grid(network, analyst, series.version.indicator.code, month(3)), {})
        assert form.paste("\n".join(lines)) == 5
        assert form.is_valid(), (form.wrong, form.faults)
        assert form.filled == []
