"""Value: difference, what is left of it, ratio and its bounds, and draws of people or groups."""

from __future__ import annotations

import csv
import json
import math
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS

from schakel.methods.unmeasurable import Unmeasurable, Why
from schakel.methods.value import arms, benefit
from schakel.methods.value.arms import Arm, acceptability, difference, draws
from schakel.methods.value.benefit import (
    Difference,
    FiellerKind,
    Quadrant,
    break_even,
    fieller,
    flip,
    net_benefit,
    quadrant,
    ratio,
)
from schakel.methods.value.costs import (
    CostKind,
    CostLine,
)

WORKED = Path(__file__).parent / "worked_examples"


EXPECTED = json.loads((WORKED / "value_expected.json").read_text(encoding="utf-8"))


def worked_arms(case: str) -> tuple[Arm, Arm]:
    """The two groups of a worked example."""
    with (WORKED / f"{case}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Arm(
            [float(row["cost"]) for row in rows if row["arm"] == name],
            [float(row["effect"]) for row in rows if row["arm"] == name],
        )
        for name in ("new", "usual")
    )


@pytest.mark.parametrize("expected", EXPECTED, ids=[one["case"] for one in EXPECTED])
def test_the_figures_equal_the_reference(expected):
    found = difference(*worked_arms(expected["case"]))
    for name in ("delta_cost", "se_cost", "delta_effect", "se_effect", "cov"):
        assert getattr(found, name) == pytest.approx(expected[name], rel=1e-12)
    ratios = fieller(found)
    assert ratios.kind.value == expected["fieller_kind"]
    assert [ratios.lower, ratios.upper] == pytest.approx(expected["fieller95"], rel=1e-12)
    for per_effect, told in expected["net_benefit"].items():
        worth = net_benefit(found, float(per_effect))
        assert [worth.value, worth.se, worth.lower95, worth.upper95, worth.p] == pytest.approx(
            [told["inmb"], told["se"], told["lo"], told["hi"], told["p_cost_effective_normal"]], rel=1e-9
        )


@pytest.mark.parametrize("expected", EXPECTED, ids=[one["case"] for one in EXPECTED])
def test_drawing_again_comes_near_the_reference(expected):
    drawn = draws(*worked_arms(expected["case"]), seed=20261126)
    told = expected["bootstrap_percentile"]
    shares = drawn.shares()
    names = {"better_dearer": "NE", "better_cheaper": "SE_dominant", "worse_cheaper": "SW"}
    for ours, theirs in {**names, "worse_dearer": "NW_dominated"}.items():
        assert shares[ours] == pytest.approx(told["quadrants"][theirs], abs=0.01)
    for per_effect, interval in told["inmb"].items():
        assert drawn.share_worth_it(float(per_effect)) == pytest.approx(interval["p"], abs=0.01)
        slack = 0.03 * (interval["hi"] - interval["lo"])
        assert drawn.net_benefit95(float(per_effect)) == pytest.approx(
            (interval["lo"], interval["hi"]), abs=slack
        )


def test_the_dominant_example_has_no_ratio_and_the_dearer_one_has():
    dominant, dearer = (difference(*worked_arms(case)) for case in ("value_dominant", "value_ne"))
    assert quadrant(dominant) == Quadrant.BETTER_CHEAPER
    assert ratio(dominant) is None
    assert quadrant(dearer) == Quadrant.BETTER_DEARER
    shown = ratio(dearer)
    assert shown.value == pytest.approx(8208.013009246379)
    assert (shown.lower95, shown.upper95) == pytest.approx((2007.6226, 25363.4135))
    assert shown.se is None  # 0.04997 is 3.2 standard errors: the delta method does not hold


def test_the_same_sign_and_opposite_advice_is_why_a_ratio_is_not_shown():
    """Cheaper and better −8,482 per QALY, dearer and worse −5,814: both have no ratio, and opposite net benefit."""
    cheaper_better = Difference(-356.8, 0.042064, 124.5**2, 0.012467**2, cov=-0.16668)
    dearer_worse = Difference(250.0, -0.043, 90.0**2, 0.012**2, cov=0)
    assert cheaper_better.delta_cost / cheaper_better.delta_effect == pytest.approx(-8482, abs=1)
    assert dearer_worse.delta_cost / dearer_worse.delta_effect == pytest.approx(-5814, abs=1)
    assert (ratio(cheaper_better), ratio(dearer_worse)) == (None, None)
    assert (quadrant(cheaper_better), quadrant(dearer_worse)) == (
        Quadrant.BETTER_CHEAPER,
        Quadrant.WORSE_DEARER,
    )
    assert net_benefit(cheaper_better, 20_000).value > 0 > net_benefit(dearer_worse, 20_000).value


def test_cheaper_and_hardly_worse_has_a_meaningless_ratio_and_a_clear_net_benefit():
    """ΔC −727, ΔE −0.00099: 734,343 per QALY lost says nothing; net benefit at 20,000 is 707, chance 0.98."""
    found = Difference(-727.0, -0.00099, 190.0**2, 0.012**2, cov=0)
    assert found.delta_cost / found.delta_effect == pytest.approx(734_343, abs=1)
    assert (ratio(found), quadrant(found)) == (None, Quadrant.EFFECT_NOT_SHOWN)
    worth = net_benefit(found, 20_000)
    assert worth.value == pytest.approx(707.2)
    assert worth.p > 0.98


def test_few_persons_leave_the_set_of_ratios_without_bound():
    """24 and 21 persons: ΔC 400, ΔE 0.0441 give 9,070, but the effect is not clear of zero, so no ratio is shown."""
    found = Difference(400.0, 0.0441, 500.0**2, 0.05**2, cov=0)
    assert found.delta_cost / found.delta_effect == pytest.approx(9070, abs=1)
    assert fieller(found).kind == FiellerKind.EVERYTHING
    assert ratio(found) is None


@pytest.mark.parametrize(
    ("delta_cost", "delta_effect", "expected"),
    [
        (400, 0.05, "better_dearer"),
        (-400, 0.05, "better_cheaper"),
        (10, 0.05, "better_cost_unclear"),
        (400, -0.05, "worse_dearer"),
        (-400, -0.05, "worse_cheaper"),
        (-10, -0.05, "worse_cost_unclear"),
        (400, 0.01, "effect_not_shown"),
        (-400, 0.01, "effect_not_shown"),
        (10, 0.01, "effect_not_shown"),
    ],
)
def test_the_verdict_by_quadrant(delta_cost, delta_effect, expected):
    found = Difference(delta_cost, delta_effect, 100.0**2, 0.01**2, cov=0)
    assert quadrant(found).value == expected
    assert (ratio(found) is not None) == (expected == "better_dearer")


def test_the_error_of_a_ratio_is_told_when_the_effect_is_far_from_zero():
    found = ratio(Difference(400, 0.05, 100.0**2, 0.01**2, cov=0.5))
    # √(10000 − 2·8000·0.5 + 8000²·0.0001) / 0.05
    assert found.se == pytest.approx(math.sqrt(10_000 - 8_000 + 6_400) / 0.05)


def test_a_ratio_needs_a_bounded_set(monkeypatch):
    monkeypatch.setattr(
        benefit, "fieller", lambda found: benefit.FiellerSet(FiellerKind.EVERYTHING, None, None)
    )
    assert ratio(Difference(400, 0.05, 100.0**2, 0.01**2, cov=0)) is None


def test_sets_of_ratios_of_each_kind():
    everything = fieller(Difference(100.0, 0.0, 100.0**2, 0.01**2, cov=0))
    assert (everything.kind, 1e9 in everything) == (FiellerKind.EVERYTHING, True)
    outside = fieller(Difference(1000.0, 0.01, 100.0**2, 0.01**2, cov=0))
    assert outside.kind == FiellerKind.OUTSIDE
    assert outside.upper in outside
    assert 0 not in outside
    assert outside.lower - 1 in outside
    nothing = fieller(Difference(0.0, 0.05, 0.0, 0.01**2, cov=0))
    assert (nothing.kind, nothing.lower, nothing.upper) == (FiellerKind.BOUNDED, 0.0, 0.0)


def test_where_the_advice_turns():
    dearer = Difference(400, 0.05, 1.0, 1.0, cov=0)
    assert break_even(dearer) == 8_000
    assert flip(dearer, 20_000).delta_cost == 1_000
    assert flip(dearer, 20_000).delta_effect == pytest.approx(0.02)
    assert flip(dearer, 0).delta_effect is None
    for other in (Difference(-1, 0.05, 1, 1, 0), Difference(1, -0.05, 1, 1, 0), Difference(1, 0, 1, 1, 0)):
        assert break_even(other) is None


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_difference_of_no_number_is_refused(value):
    with pytest.raises(Unmeasurable) as fault:
        Difference(value, 0, 1, 1, 0)
    assert fault.value.why == Why.NOT_FINITE


@pytest.mark.parametrize("wrong", [(1, 1, -1, 1, 0), (1, 1, 1, -1, 0), (1, 1, 1, 1, 2)])
def test_a_difference_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"variance"):
        Difference(*wrong)


def test_without_any_spread_a_net_benefit_is_sure_or_nothing():
    def chance(delta_cost: float) -> float:
        return net_benefit(Difference(delta_cost, 0.5, 0.0, 0.0, 0.0), 1_000).p

    assert (chance(400), chance(500), chance(600)) == (1.0, 0.5, 0.0)


@pytest.mark.parametrize("per_effect", [-1, math.nan, math.inf])
def test_one_unit_of_effect_is_worth_no_negative_amount(per_effect):
    with pytest.raises(ValueError, match="worth"):
        net_benefit(Difference(1, 1, 1, 1, 0), per_effect)


@st.composite
def differences(draw) -> Difference:
    """Any difference that two groups could give."""
    se_cost, se_effect = draw(st.floats(1, 1e4)), draw(st.floats(1e-3, 10))
    share = draw(st.floats(-0.99, 0.99))
    return Difference(
        draw(st.floats(-1e5, 1e5)),
        draw(st.floats(-50, 50)),
        se_cost**2,
        se_effect**2,
        share * se_cost * se_effect,
    )


@given(differences(), st.floats(0, 1e5), st.floats(0, 1e5), st.floats(0, 1))
def test_net_benefit_is_a_straight_line_in_what_an_effect_is_worth(found, low, high, share):
    between = share * low + (1 - share) * high
    line = share * net_benefit(found, low).value + (1 - share) * net_benefit(found, high).value
    assert net_benefit(found, between).value == pytest.approx(line, rel=1e-6, abs=1e-3)


@given(differences(), st.floats(0, 1e5))
def test_swapping_the_groups_turns_every_sign(found, per_effect):
    one, two = net_benefit(found, per_effect), net_benefit(found.swapped(), per_effect)
    assert (two.value, two.se) == (-one.value, one.se)
    assert (two.lower95, two.upper95) == (-one.upper95, -one.lower95)
    assert two.p == pytest.approx(1 - one.p, abs=1e-12)
    assert fieller(found) == fieller(found.swapped())
    assert found.swapped().swapped() == found


@given(differences())
def test_the_set_of_ratios_holds_the_ratio_itself_unless_it_is_everything_but_a_gap(found):
    assume(abs(found.delta_effect) > 1e-6)
    ratios = fieller(found)
    own = found.delta_cost / found.delta_effect
    if ratios.kind == FiellerKind.BOUNDED:
        slack = 1e-6 * max(abs(ratios.lower), abs(ratios.upper), 1)
        assert ratios.lower - slack <= own <= ratios.upper + slack
    else:
        assert own in ratios or own == pytest.approx(ratios.lower) or own == pytest.approx(ratios.upper)


@given(differences(), st.floats(1, 1e5))
def test_a_ratio_is_in_the_set_when_the_net_benefit_at_it_may_be_zero(found, per_effect):
    worth = net_benefit(found, per_effect)
    distance = min(abs(worth.lower95), abs(worth.upper95))
    assume(distance > 1e-6 * (worth.se + abs(worth.value)))
    assert (per_effect in fieller(found)) == (worth.lower95 <= 0 <= worth.upper95)


@given(differences())
def test_a_ratio_is_only_shown_where_it_reads_right(found):
    shown = ratio(found)
    if shown is not None:
        assert 0 < shown.lower95 <= shown.value * (1 + 1e-9)
        assert shown.value <= shown.upper95 * (1 + 1e-9)
        assert found.cost95[0] > 0
        assert found.effect95[0] > 0


def test_a_difference_worked_by_hand():
    found = difference(Arm([300, 500], [0.5, 0.7]), Arm([100, 300], [0.4, 0.4]))
    # means 400 and 200; variances 20000 each, over n = 2 each, summed; effect 0.6 − 0.4, variance 0.02 / 2 + 0
    assert (found.delta_cost, found.var_cost) == (200, 20_000)
    assert (found.delta_effect, found.var_effect) == pytest.approx((0.2, 0.01))
    assert found.cov == pytest.approx(10)  # (−100·−0.1 + 100·0.1) / 1 / 2


def test_areas_count_as_one_draw_each():
    new = Arm([100, 120, 200, 220], [1, 1, 2, 2], ["a", "a", "b", "b"])
    usual = Arm([90, 110, 190, 170], [1, 1, 1, 1], ["c", "c", "d", "d"])
    found = difference(new, usual)
    # new: sums off the mean of 160 are −100 and 100: 2/1 · (100² + 100²) / 4² = 2500; usual, off 140: ∓80: 1600
    assert found.var_cost == pytest.approx(2500 + 1600)
    assert found.delta_cost == 20
    by_person = difference(Arm(new.cost, new.effect), Arm(usual.cost, usual.effect))
    assert by_person.var_cost < found.var_cost
    spread = draws(new, usual, seed=1).delta_cost.std()
    # Drawing two areas again is half as wide as the unbiased error says (G − 1 in its formula).
    assert spread == pytest.approx(found.se_cost * math.sqrt(0.5), rel=0.05)
    assert set(np.unique(draws(new, usual, seed=1).delta_cost)) <= {
        a - b for a in (110, 160, 210) for b in (100, 140, 180)
    }


def test_a_group_that_began_better_has_not_gained_by_that():
    """Against ordinary regression on group and baseline, with errors that allow the spread to differ (HC0)."""
    source = np.random.default_rng(7)
    before = [source.normal(0.6 + 0.05 * place, 0.1, 80) for place in (1, 0)]
    effects = [
        0.03 * place + 0.9 * b + source.normal(0, 0.05, 80) for place, b in zip((1, 0), before, strict=True)
    ]
    cost = [source.gamma(2, 500, 80) for _ in range(2)]
    new, usual = (Arm(cost[at].tolist(), effects[at].tolist(), (), before[at].tolist()) for at in (0, 1))
    found = difference(new, usual)
    group = np.repeat([1.0, 0.0], 80)
    design = np.column_stack([group, np.ones(160), np.concatenate(before)])
    fitted = OLS(np.concatenate(effects), design).fit(cov_type="HC0")
    assert found.delta_effect == pytest.approx(fitted.params[0], rel=1e-9)
    assert found.var_effect == pytest.approx(fitted.bse[0] ** 2 * 80 / 79, rel=1e-9)
    plain = difference(Arm(new.cost, new.effect), Arm(usual.cost, usual.effect))
    assert (found.delta_cost, found.var_cost) == (plain.delta_cost, plain.var_cost)
    assert found.delta_effect < plain.delta_effect
    assert found.se_effect < plain.se_effect
    drawn = draws(new, usual, seed=1)
    assert drawn.delta_effect.mean() == pytest.approx(found.delta_effect, abs=0.001)
    assert drawn.delta_effect.std() == pytest.approx(found.se_effect, rel=0.05)
    assert np.cov(drawn.delta_cost, drawn.delta_effect)[0, 1] == pytest.approx(found.cov, abs=0.05)


def test_a_baseline_that_all_share_changes_nothing():
    new, usual = worked_arms("value_ne")
    alike = [Arm(arm.cost, arm.effect, (), [0.7] * len(arm.cost)) for arm in (new, usual)]
    assert difference(*alike).delta_effect == pytest.approx(difference(new, usual).delta_effect)
    assert difference(*alike).var_effect == pytest.approx(difference(new, usual).var_effect)


@pytest.mark.parametrize(
    ("new", "usual", "why"),
    [
        (lambda: Arm([1], [1]), None, Why.TOO_FEW_PERSONS),
        (lambda: Arm([], []), None, Why.TOO_FEW_PERSONS),
        (lambda: Arm([1, 2], [1, 2], ["a", "a"]), None, Why.TOO_FEW_AREAS),
        (lambda: Arm([1, math.nan], [1, 2]), None, Why.NOT_FINITE),
        (lambda: Arm([1, 2], [1, math.inf]), None, Why.NOT_FINITE),
        (lambda: Arm([1, -2e15], [1, 2]), None, Why.NOT_FINITE),
        (lambda: Arm([1, 2], [1, 2], (), [1, math.nan]), None, Why.NOT_FINITE),
        (lambda: Arm([5, 5], [0.1, 0.1]), lambda: Arm([7, 7], [0.3, 0.3]), Why.NO_VARIATION),
        (
            lambda: Arm([5, 6], [1, 1], ["a", "b"]),
            lambda: Arm([7, 8], [1, 1], ["b", "c"]),
            Why.AREA_IN_BOTH_ARMS,
        ),
    ],
)
def test_groups_that_allow_no_answer_say_why(new, usual, why):
    with pytest.raises(Unmeasurable) as fault:
        difference(new(), usual())
    assert fault.value.why == why


def test_groups_that_do_not_fit_together_are_refused():
    with pytest.raises(ValueError, match="each person"):
        Arm([1, 2], [1])
    with pytest.raises(ValueError, match="each person"):
        Arm([1, 2], [1, 2], ["a"])
    with pytest.raises(ValueError, match="both arms"):
        difference(Arm([1, 2], [1, 2], ["a", "b"]), Arm([1, 2], [1, 2]))
    with pytest.raises(ValueError, match="each person"):
        Arm([1, 2], [1, 2], (), [1])
    with pytest.raises(ValueError, match="both arms"):
        difference(Arm([1, 2], [1, 2], (), [1, 2]), Arm([1, 2], [1, 2]))
    with pytest.raises(ValueError, match="at least once"):
        draws(Arm([1, 2], [1, 2]), Arm([1, 2], [1, 2]), seed=1, n_replicates=0)


def test_equal_costs_with_different_effects_are_a_difference_without_spread_in_cost():
    found = difference(Arm([0.1, 0.1, 0.1], [1, 2, 3]), Arm([0.3, 0.3, 0.3], [1, 1, 2]))
    assert (found.var_cost, found.cov) == (0, 0)
    assert found.var_effect > 0


PERSONS = st.lists(st.tuples(st.floats(0, 1e5), st.floats(-1, 100)), min_size=2, max_size=30)


@given(PERSONS, PERSONS)
def test_groups_that_are_swapped_give_the_opposite_difference(ours, theirs):
    new, usual = (Arm(*map(list, zip(*group, strict=True))) for group in (ours, theirs))
    try:
        found = difference(new, usual)
    except Unmeasurable:
        assert all(np.ptp(arm.cost) < 1e-6 and np.ptp(arm.effect) < 1e-6 for arm in (new, usual))
        return
    assert difference(usual, new).delta_cost == pytest.approx(-found.delta_cost)
    assert difference(usual, new).var_cost == pytest.approx(found.var_cost)
    expected = sum(float(np.var(arm.cost, ddof=1)) / len(arm.cost) for arm in (new, usual))
    assert found.var_cost == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_the_same_seed_draws_the_same_and_many_people_are_drawn_in_parts(monkeypatch):
    new, usual = worked_arms("value_ne")
    first = draws(new, usual, seed=3, n_replicates=100)
    assert np.array_equal(first.delta_cost, draws(new, usual, seed=3, n_replicates=100).delta_cost)
    assert not np.array_equal(first.delta_cost, draws(new, usual, seed=4, n_replicates=100).delta_cost)
    monkeypatch.setattr(arms, "_AT_ONCE", 10)
    apart = draws(new, usual, seed=3, n_replicates=100)
    assert len(apart.delta_cost) == 100
    assert apart.delta_cost.mean() == pytest.approx(first.delta_cost.mean(), abs=60)


def test_the_acceptability_curve_rises_from_cheaper_to_better():
    drawn = draws(*worked_arms("value_ne"), seed=1)
    curve = acceptability(drawn, [0, 8_208, 1e9])
    assert curve[0][1] == pytest.approx(float(np.mean(drawn.delta_cost < 0)))
    assert curve[1][1] == pytest.approx(0.5, abs=0.03)
    assert curve[2][1] == pytest.approx(float(np.mean(drawn.delta_effect > 0)))
    assert sum(drawn.shares().values()) == pytest.approx(1)


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
