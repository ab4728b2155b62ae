"""From measurements to a report: the method fits what was measured, and the grade fits the method."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.effect.analysis import Choices, Course, report
from schakel.methods.effect.periods import in_order
from schakel.methods.effect.report import Caution, Method
from schakel.methods.effect.verdicts import Better, Claim, Reason, Verdict, judgement
from schakel.methods.unmeasurable import Unmeasurable, Why


def course(n: int, start: int | None, *, effect: float = 0.0, seed: int = 1, level: float = 20.0) -> Course:
    values = level + np.random.default_rng(seed).normal(0, 1, n)
    if start is not None:
        values[start:] += effect
    return Course([float(x) for x in values], start)


def why(*courses: Course, **choices) -> Why:
    with pytest.raises(Unmeasurable) as fault:
        report(courses, Choices(**choices))
    return fault.value.why


def test_one_series_is_interrupted_and_its_grade_is_c():
    found = report([course(30, 15, effect=-4)])
    assert (found.method, found.grade.value, found.is_indicative) == (Method.REML, "C", False)
    assert found.beside.method == Method.NEWEY_WEST
    assert found.beside.effect_at[0].value == pytest.approx(found.effect_at[0].value, abs=1)
    assert found.level.lower95 < -4 < found.level.upper95
    assert (found.slope.lower95 < 0 < found.slope.upper95, found.areas) == (True, None)
    short = report([course(10, 5)])
    assert short.cautions == (Caution.INDICATIVE, Caution.FEW_POINTS_AFTER)
    assert short.is_indicative
    assert report([course(30, 15)], Choices(method=Method.OLS)).method == Method.OLS


def test_counts_go_as_counts_and_a_missing_exposure_is_a_missing_period():
    values = [20.0, 22, 19, 21, 20, 18, 11, 9, 10, 12, 10, 9]
    found = report([Course(values, 6, [100.0] * 11 + [None])])
    assert (found.method, found.is_log, found.n_after) == (Method.POISSON, True, 5)
    assert found.dispersion < 1.5
    assert why(Course(values, 6, [100.0] * 11 + [0.0])) == Why.NO_EXPOSURE


def test_too_few_points_for_a_line_leave_before_and_after_and_grade_d():
    found = report([Course([10, 12, 7, 9], 2)])
    assert (found.method, found.grade.value, found.slope) == (Method.BEFORE_AFTER, "D", None)
    assert Caution.BEFORE_AFTER in found.cautions
    rates = report([Course([10, 12, 7, 9], 2, [100.0] * 4)], Choices(per=1_000))
    assert rates.level.value == pytest.approx(-30)
    assert why(Course([10, 12, 7, 9], 2, [100.0, 0.0, 1.0, 1.0])) == Why.NO_EXPOSURE
    assert why(Course([10, 12], 1)) == Why.TOO_FEW_BEFORE
    assert why(Course([1, 3, 2, 4, 8, 6], 3), season=4) == Why.TOO_FEW_POINTS


def test_a_group_chosen_for_its_bad_score_is_not_compared_with_itself():
    assert why(Course([10, 12, 7, 9], 2), is_chosen_for_score=True) == Why.CHOSEN_FOR_ITS_SCORE
    found = report([course(30, 15)], Choices(is_chosen_for_score=True))
    assert Caution.CHOSEN_FOR_ITS_SCORE in found.cautions
    rows = [Course([1.0, 5, 2, 4], 2), Course([2.0, 1, 3, 3], None), Course([4.0, 4, 8, 5], None)]
    assert why(*rows, is_chosen_for_score=True) == Why.CHOSEN_FOR_ITS_SCORE


def test_one_area_beside_another_is_graded_by_their_course_before():
    shared = np.random.default_rng(3).normal(0, 4, 30)

    def two(drift: float) -> list[Course]:
        one, other = course(30, 15, effect=-3), course(30, None, seed=2)
        return [
            Course([v + s for v, s in zip(other.values, shared, strict=True)], None),
            Course([v + s + drift * t for t, (v, s) in enumerate(zip(one.values, shared, strict=True))], 15),
        ]

    found = report(two(0))
    assert (found.method, found.grade.value) == (Method.REML, "B")
    assert (found.areas.n_areas, found.areas.is_parallel, found.areas.p) == (2, True, None)
    assert found.level.lower95 < -3 < found.level.upper95
    assert found.cautions[0] == Caution.ONE_BESIDE_ONE
    apart = report(two(1))
    assert apart.grade.value == "D"
    assert Caution.NOT_PARALLEL in apart.cautions
    assert why(*two(1), is_chosen_for_score=True) == Why.CHOSEN_FOR_ITS_SCORE
    assert report(two(0), Choices(is_randomised=True)).grade.value == "A"


def areas(n: int, n_treated: int, *, effect: float = -4.0, n_periods: int = 20) -> list[Course]:
    return [
        course(n_periods, 10 if area < n_treated else None, effect=effect, seed=area, level=20.0 + area)
        for area in range(n)
    ]


def test_areas_are_compared_and_graded():
    found = report(areas(9, 4))
    assert (found.method, found.grade.value, found.slope) == (Method.DIFFERENCE, "B", None)
    assert found.level.lower95 < -4 < found.level.upper95
    assert found.areas.p == found.areas.p_placebo == pytest.approx(1 / 126)
    assert (found.areas.n_areas, found.areas.n_treated, found.areas.n_arrangements) == (9, 4, 126)
    assert found.areas.p_area < 0.05
    assert found.areas.p_wild < 0.05
    assert found.areas.pre_trend.lower95 < 0 < found.areas.pre_trend.upper95
    assert [one.periods_after for one in found.effect_at] == [6]
    assert found.cautions == (Caution.FEW_AREAS,)
    assert report(areas(9, 4), Choices(is_randomised=True)).grade.value == "A"
    unknown = report(areas(5, 1))
    assert (unknown.grade.value, unknown.level.lower95) == ("C", None)
    assert Caution.PARALLEL_UNKNOWN in unknown.cautions


def test_counts_of_areas_are_compared_as_rates():
    whole = areas(9, 4)
    counted = [Course([v * 5 for v in one.values], one.start, [5_000.0] * 20) for one in whole]
    assert report(counted, Choices(per=1_000)).level.value == pytest.approx(report(whole).level.value)


def test_little_data_and_neighbours_that_resemble_each_other_are_told():
    slow = np.cumsum(np.random.default_rng(2).normal(0, 1, 40))
    assert Caution.AUTOCORRELATED in report([Course([float(x) for x in slow], 20)]).cautions
    holed = [None if place % 3 == 0 else value for place, value in enumerate(course(30, 15).values)]
    assert Caution.INCOMPLETE in report([Course(holed, 15)]).cautions


def test_nothing_measured_and_nothing_changed_say_so():
    assert why() == Why.TOO_FEW_POINTS
    assert why(course(10, None)) == Why.NO_TREATED
    assert why(course(10, None), course(10, None)) == Why.NO_TREATED
    assert why(course(10, 5), course(10, 5)) == Why.NO_COMPARISON


def test_a_claim_is_judged_by_the_report():
    found = report([course(40, 20, effect=-6)])
    claim = Claim(threshold=-2, better=Better.LOWER)
    assert judgement(claim, found.found(12)).verdict == Verdict.MET
    assert judgement(claim, found.found()).verdict == Verdict.MET
    assert judgement(claim, found.found(12, has_baseline=False)).reason == Reason.NO_BASELINE
    assert judgement(claim, found.found(24)).reason == Reason.TOO_EARLY
    assert found.found(12).n_after == 20


def test_a_claim_is_judged_by_the_widest_of_two_ways():
    found = report([course(16, 8, effect=-4)])
    assert (found.method, found.beside.method) == (Method.NEWEY_WEST, Method.REML)
    ways = [found.effect_at[0], found.beside.effect_at[0]]
    assert found.found(6).lower95 == min(one.lower95 for one in ways)
    assert found.found(6).upper95 == max(one.upper95 for one in ways)
    assert ways[0].upper95 - ways[0].lower95 < found.found(6).upper95 - found.found(6).lower95


@given(st.integers(0, 10_000))
def test_the_same_measurements_give_the_same_report(seed):
    rows = [course(12, 6 if area < 2 else None, seed=seed + area) for area in range(5)]
    assert report(rows) == report(rows)


# -------------------------------------------------------------------------------------- periods


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (["2024-11", "2025-02"], ["2024-11", "2024-12", "2025-01", "2025-02"]),
        (["202411", "202501"], ["202411", "2024-12", "202501"]),
        (["2024-01-01", "2024-02-01"], ["2024-01-01", "2024-02-01"]),
        (["2024-Q4", "2025-Q2"], ["2024-Q4", "2025-Q1", "2025-Q2"]),
        (["2024K3", "2024K2"], ["2024K2", "2024K3"]),
        (["10", "9", "12"], ["9", "10", "11", "12"]),
        (["2020", "1990"], ["1990", "2020"]),
        (["b", "a", "b", "2024"], ["b", "a", "2024"]),
        (["2024-01", "202401"], ["2024-01", "202401"]),
        (["2024-01", "2024-Q1"], ["2024-01", "2024-Q1"]),
        ([], []),
    ],
)
def test_periods_stand_in_order_of_time_and_missing_ones_get_a_place(names, ordered):
    assert in_order(names) == ordered


@given(st.lists(st.integers(0, 600), unique=True, min_size=1, max_size=50))
def test_months_keep_their_distance(places):
    names = [f"{2000 + place // 12}-{place % 12 + 1:02d}" for place in places]
    ordered = in_order(names)
    assert set(names) <= set(ordered)
    assert ordered == sorted(ordered)
    if len(ordered) > len(names):
        assert len(ordered) == max(places) - min(places) + 1


LIGHT = """
disclosure unmeasurable effect.verdicts effect.report effect.periods value.benefit value.costs value.payers
"""


def test_what_pages_import_loads_nothing_heavy():
    modules = ", ".join(f"schakel.methods.{name}" for name in LIGHT.split())
    heavy = "{'numpy', 'scipy', 'pandas', 'statsmodels'} & set(sys.modules)"
    code = f"import sys, {modules}; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
