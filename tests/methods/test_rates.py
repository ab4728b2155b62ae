"""Rates and their intervals against PHEindicatormethods 2.1, published values and what must always hold."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods import rates
from schakel.methods.rates import Stratum

EXAMPLES = Path(__file__).parent / "worked_examples"
AS_PHE = ("value", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl")


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def expected(row: dict[str, str]) -> list[float]:
    return [float(row[name]) for name in AS_PHE]


def close(found: rates.Interval, values: list[float]) -> bool:
    return found.numbers == pytest.approx(values, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("row", rows("rates_wilson_95_998.csv"), ids=lambda row: f"{row['x']} of {row['n']}")
def test_wilson_equals_phe(row):
    assert close(rates.proportion(int(row["x"]), int(row["n"])), expected(row))


@pytest.mark.parametrize(
    "row", rows("rates_byars_rate_95_998.csv"), ids=lambda row: f"{row['x']} in {row['n']}"
)
def test_exact_and_byar_equal_phe(row):
    assert close(rates.rate(int(row["x"]), int(row["n"])), expected(row))


@pytest.mark.parametrize("row", rows("rates_dsr_95_998.csv"), ids=lambda row: row["area"])
def test_directly_standardised_equals_phe(row):
    strata = [
        Stratum(int(band["x"]), int(band["n"]), int(band["stdpop"]))
        for band in rows("rates_dsr_input.csv")
        if band["area"] == row["area"]
    ]
    found = rates.directly_standardised(strata)
    assert found is not None
    assert close(found, expected(row))


def test_a_standardised_rate_of_fewer_than_ten_events_is_not_given():
    assert rates.directly_standardised([Stratum(4, 100, 1), Stratum(5, 100, 1)]) is None
    assert rates.directly_standardised([Stratum(5, 100, 1), Stratum(5, 100, 1)]) is not None


def test_a_ratio_is_a_rate_of_what_was_expected():
    # Exact limits of 5 events: 1.6235 and 11.6683 (Ulm 1990); divided by 4 expected.
    found = rates.indirectly_standardised(5, 4, multiplier=100)
    assert found.numbers[:3] == pytest.approx([125, 100 * 1.62349 / 4, 100 * 11.66833 / 4], rel=1e-5)


# Funnels of ratios: at this expected number the limit lies at so many events (test file of PHEindicatormethods,
# which itself looks for the expected number in steps of about 4e-7).
@pytest.mark.parametrize(
    ("edge", "expected_events", "events"),
    [
        ("lower95", 5.571644585, 1),
        ("upper95", 0.025317898, 1),
        ("lower998", 9.233410143, 1),
        ("upper998", 0.001000547, 1),
        ("lower95", 121.6268111, 100),
        ("upper95", 81.36400699, 100),
        ("lower998", 134.9243187, 100),
        ("upper998", 71.92139974, 100),
    ],
)
def test_the_funnel_of_ratios_equals_phe(edge, expected_events, events):
    limits = rates.funnel_of_ratios(expected_events)
    assert getattr(limits, edge) == pytest.approx(
        events / expected_events, rel=max(2e-6, 4e-7 / expected_events)
    )


def test_the_funnel_of_proportions_equals_phe():
    # Test file of PHEindicatormethods: average 80.642448 %, populations 100 times fewer to more.
    for n, values in [
        (20, [63.326743, 97.958152, 53.341156, 100]),
        (125, [73.716166, 87.568730, 69.721931, 91.562965]),
        (110_000, [80.408963, 80.875933, 80.274317, 81.010578]),
    ]:
        limits = rates.funnel_of_proportions(0.80642448, n)
        found = [limits.lower95, limits.upper95, limits.lower998, limits.upper998]
        assert [100 * edge for edge in found] == pytest.approx(values, abs=1.1e-6)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_value_and_the_wide_one_holds_the_narrow_one(x, rest):
    n = x + rest + 1
    for found in (rates.proportion(x, n), rates.rate(x, n), rates.mean([x, x, n])):
        value, lower95, upper95, lower998, upper998 = found.numbers
        assert lower998 <= lower95 <= value <= upper95 <= upper998
    assert rates.proportion(x, n).lower998 >= 0
    assert rates.proportion(x, n).upper998 <= 1


@given(st.integers(0, 300), st.integers(1, 300))
def test_what_is_not_the_case_mirrors_what_is(x, rest):
    n = x + rest
    found, mirror = rates.proportion(x, n), rates.proportion(rest, n)
    assert found.lower95 == pytest.approx(1 - mirror.upper95, abs=1e-12)
    assert found.upper998 == pytest.approx(1 - mirror.lower998, abs=1e-12)


@given(st.integers(0, 400), st.floats(0.5, 1e5), st.floats(1, 1e5))
def test_a_multiplier_only_scales(x, n, times):
    one, more = rates.rate(x, n, multiplier=1), rates.rate(x, n, multiplier=times)
    scaled = [edge * times for edge in one.numbers]
    assert more.numbers == pytest.approx(scaled, rel=1e-12)


@given(st.lists(st.integers(10, 60), min_size=1, max_size=5), st.integers(1, 9))
def test_areas_built_as_the_standard_keep_their_crude_rate(events, scale):
    strata = [Stratum(x, 1000 * scale, 1000) for x in events]
    found = rates.directly_standardised(strata, multiplier=1)
    assert found is not None
    crude = rates.rate(sum(events), 1000 * scale * len(events), multiplier=1)
    assert found.numbers == pytest.approx(crude.numbers, rel=1e-9)


@given(st.floats(0.01, 3000))
def test_a_funnel_of_ratios_narrows_and_agrees_with_the_exact_interval(expected_events):
    limits = rates.funnel_of_ratios(expected_events)
    assert 0 <= limits.lower998 <= limits.lower95 < 1 < limits.upper95 < limits.upper998
    wider = rates.funnel_of_ratios(expected_events / 2)
    assert wider.upper998 > limits.upper998


@given(st.floats(0, 1), st.integers(1, 1000))
def test_a_value_outside_the_funnel_has_a_wilson_interval_without_the_average(average, n):
    limits = rates.funnel_of_proportions(average, n)
    for x in range(0, n + 1, max(1, n // 7)):
        held = rates.proportion(x, n)
        share = x / n
        if share < limits.lower95 - 1e-9 or share > limits.upper95 + 1e-9:
            assert not held.lower95 < average < held.upper95
        elif limits.lower95 + 1e-9 < share < limits.upper95 - 1e-9:
            assert held.lower95 <= average <= held.upper95


def test_from_exact_to_byar_the_limits_keep_rising():
    for tail in rates.TAILS:
        edges = [rates.count_bounds(x, tail) for x in range(6, 14)]
        assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(edges))


@pytest.mark.parametrize(
    "refused",
    [
        lambda: rates.proportion(0, 0),
        lambda: rates.proportion(3, 2),
        lambda: rates.proportion(-1, 2),
        lambda: rates.rate(1, 0),
        lambda: rates.rate(-1, 10),
        lambda: rates.mean([4.0]),
        lambda: rates.mean_of_summary(4, -1, 10),
        lambda: rates.directly_standardised([]),
        lambda: rates.directly_standardised([Stratum(20, 0, 1)]),
        lambda: rates.indirectly_standardised(3, 0),
        lambda: rates.expected_events([Stratum(1, 10)], []),
        lambda: rates.expected_events([Stratum(1, 10)], [Stratum(1, 0)]),
        lambda: rates.funnel_of_proportions(1.2, 10),
        lambda: rates.funnel_of_proportions(0.2, 0),
        lambda: rates.funnel_of_ratios(0),
    ],
)
def test_what_has_no_meaning_is_refused(refused):
    with pytest.raises(ValueError):
        refused()
