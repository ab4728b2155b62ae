"""Value: lines of cost over the years, and who pays and who gains."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.value.costs import (
    CostKind,
    CostLine,
    Discounting,
    discounted,
    in_prices_of,
    out_of_hundred,
    qaly,
    significant,
    total_by_kind,
)
from schakel.methods.value.payers import Entry, Flow, Payer, budget, who_pays_and_gains


def line(kind: CostKind = CostKind.CARE_USE, **more) -> CostLine:
    known = {
        "what": "opname",
        "volume": Decimal(2),
        "price_eur": Decimal("100.50"),
        "year": 0,
        "price_year": 2024,
        "source": "kostenhandleiding",
    }
    return CostLine(kind, **{**known, **more})


def test_costs_by_kind_count_later_years_less():
    lines = [line(), line(year=1), line(CostKind.INTERVENTION, volume=Decimal(1))]
    plain, later = total_by_kind(lines), total_by_kind(lines, Discounting())
    assert plain[CostKind.CARE_USE] == Decimal("402.00")
    assert later[CostKind.CARE_USE] == Decimal(201) + Decimal(201) / Decimal("1.03")
    assert later[CostKind.INTERVENTION] == Decimal("100.50")
    assert later[CostKind.PATIENT_FAMILY] == 0
    assert list(later) == list(CostKind)


@pytest.mark.parametrize(
    "wrong", [{"volume": Decimal(-1)}, {"price_eur": Decimal(-1)}, {"year": -1}, {"source": " "}]
)
def test_a_line_of_cost_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"negative|source"):
        line(**wrong)


def test_prices_of_different_years_are_not_added():
    with pytest.raises(ValueError, match="one year"):
        total_by_kind([line(), line(price_year=2023)])
    assert in_prices_of(Decimal(100), Decimal(110), Decimal(121)) == 110
    for indices in ((Decimal(0), Decimal(1)), (Decimal(1), Decimal(0))):
        with pytest.raises(ValueError, match="index"):
            in_prices_of(Decimal(1), *indices)


def test_a_rate_is_not_negative():
    with pytest.raises(ValueError, match="rate"):
        Discounting(costs=Decimal("-0.01"))
    with pytest.raises(ValueError, match="rate"):
        Discounting(effects=Decimal("-0.01"))
    for year, rate in ((-1, Decimal(0)), (1, Decimal("-0.1"))):
        with pytest.raises(ValueError, match="negative"):
            discounted(Decimal(1), year, rate)


@given(st.decimals(0, 10_000, places=2), st.integers(0, 30), st.decimals("0", "0.1", places=3))
def test_an_amount_further_away_is_never_worth_more(amount, year, rate):
    assert discounted(amount, year + 1, rate) <= discounted(amount, year, rate) <= amount


def test_quality_of_life_over_time_worked_by_hand():
    assert qaly([0.5, 0.7, 0.9], [0, 1, 3]) == pytest.approx(0.6 + 1.6)
    for utilities, years in (
        ([0.5], [0]),
        ([0.5, 0.6], [0]),
        ([0.5, 0.6], [1, 1]),
        ([0.5, math.nan], [0, 1]),
    ):
        with pytest.raises(ValueError, match="moment"):
            qaly(utilities, years)


@given(st.decimals(-1_000_000, 1_000_000, places=4), st.integers(1, 4))
def test_rounding_keeps_so_many_figures(number, n_figures):
    told = significant(number, n_figures)
    assert len(str(abs(told)).replace(".", "").strip("0")) <= n_figures
    assert abs(told - number) <= abs(number) * Decimal(5) / Decimal(10) ** n_figures
    assert significant(told, n_figures) == told


def test_what_is_no_number_has_no_figures():
    with pytest.raises(ValueError, match="finite"):
        significant(math.nan)
    with pytest.raises(ValueError, match="finite"):
        significant(1.0, 0)
    assert significant(0.0) == 0


@given(st.floats(0, 1))
def test_a_chance_is_none_or_all_only_when_it_is(share):
    told = out_of_hundred(share)
    assert (told == 0) == (share == 0)
    assert (told == 100) == (share == 1)


def test_a_chance_lies_between_nothing_and_all():
    with pytest.raises(ValueError, match="share"):
        out_of_hundred(1.01)


def test_each_payer_sees_its_own_money():
    entries = [
        Entry(Payer.MUNICIPALITY, Flow.PAYS, 2026, Decimal(100)),
        Entry(Payer.ZVW, Flow.GAINS_CASH, 2026, Decimal(70)),
        Entry(Payer.ZVW, Flow.PAYS, 2027, Decimal(10)),
        Entry(Payer.PROVIDER, Flow.PAYS, 2026, Decimal(40)),
        Entry(Payer.PROVIDER, Flow.GAINS_CAPACITY, 2026, Decimal(50)),
    ]
    lines = {one.payer: one for one in who_pays_and_gains(entries)}
    assert list(lines) == list(Payer)
    assert lines[Payer.MUNICIPALITY].pays_for_others
    assert lines[Payer.ZVW].balance_eur == 60
    assert lines[Payer.PROVIDER].balance_eur == -40
    assert not lines[Payer.PROVIDER].pays_for_others
    assert lines[Payer.RESIDENT].balance_eur == 0
    assert budget(entries) == {
        2026: {Payer.ZVW: Decimal(-70), Payer.MUNICIPALITY: Decimal(100), Payer.PROVIDER: Decimal(40)},
        2027: {Payer.ZVW: Decimal(10)},
    }
    assert sum(sum(year.values()) for year in budget(entries).values()) == -sum(
        one.balance_eur for one in lines.values()
    )


@pytest.mark.parametrize("amount", [Decimal(-1), Decimal("NaN")])
def test_an_amount_is_not_negative(amount):
    with pytest.raises(ValueError, match="amount"):
        Entry(Payer.ZVW, Flow.PAYS, 2026, amount)
