"""Control charts against the reference programs: NHSRplotthedots 0.2.2 and qicharts2 0.8.1, to 1e-9."""

from __future__ import annotations

import json

import pytest

from schakel.methods.spc import Chart, Direction, Method, Rule, Series, control_chart, phases_from
from tests.methods.test_rates import EXAMPLES

NHS = json.loads((EXAMPLES / "xmr_nhsrplotthedots.json").read_text())
QIC = json.loads((EXAMPLES / "charts_qicharts2.json").read_text())
#: The reference prints fifteen figures.
CLOSE = {"rel": 1e-9, "abs": 1e-9}
RULE_OF = {
    "Common Cause": None,
    "Above UCL": Rule.OUTSIDE,
    "Below LCL": Rule.OUTSIDE,
    "7 Point Trend (Increasing)": Rule.TREND,
    "7 Point Trend (Decreasing)": Rule.TREND,
    "2 in 3 Above CL": Rule.TWO_OF_THREE,
    "2 in 3 Below CL": Rule.TWO_OF_THREE,
    "7 Points Above CL": Rule.SHIFT,
    "7 Points Below CL": Rule.SHIFT,
}
ASSURANCE_OF = {
    "consistent_pass": "pass",
    "consistent_fail": "fail",
    "inconsistent": "hit_or_miss",
    None: "none",
}


def name_of(case: dict) -> str:
    screened = case.get("screen_outliers", case.get("screened_mr"))
    return f"{case['case']}, {'screened' if screened else 'not screened'}"


@pytest.mark.parametrize("case", NHS, ids=name_of)
def test_xmr_equals_nhsrplotthedots(case):
    dates = tuple(case["input"]["date"])
    series = Series(tuple(case["input"]["value"]), phases=phases_from(dates, case["rebase"]), periods=dates)
    chart = control_chart(
        series,
        Method(
            direction={"increase": Direction.HIGHER, "decrease": Direction.LOWER}[case["direction"]],
            target=case["target"],
            screen=case["screen_outliers"],
            fixed=case["fix_after_n_points"],
        ),
    )
    for point, row in zip(chart.points, case["rows"], strict=True):
        assert (point.period, point.value, point.phase - 1) == (
            row["date"],
            row["value"],
            row["rebase_group"],
        )
        found = (point.centre, point.lower, point.upper)
        assert found == pytest.approx((row["mean"], row["lpl"], row["upl"]), **CLOSE)
        assert (Rule.OUTSIDE in point.rules) == row["outside_limits"]
        # The program gives the first signal of a point; we give all of them, in its order.
        first = RULE_OF[row["special_cause_type"]]
        assert (point.rules[0] if point.rules else None) == first
        shown = point.variation.replace("common", "common_cause")
        assert shown == row["point_type"].replace("special_cause_", "")
    last = case["summary"][-1]
    assert chart.assurance == ASSURANCE_OF[last.get("assurance_type")]
    assert chart.variation == last["variation_type"].replace("_cause", "").replace("special_", "")


@pytest.mark.parametrize("case", QIC, ids=name_of)
def test_charts_equal_qicharts2(case):
    given = case["input"]
    series = Series(tuple(given["y"]), n=tuple(given["n"]) if given["n"] else None)
    method = Method(
        Chart(case["chart"]), "anhoej", screen=case["screened_mr"], multiplier=case["multiply"] or 1
    )
    chart = control_chart(series, method)
    runs = chart.phases[0].runs
    assert runs is not None
    for point, row in zip(chart.points, case["rows"], strict=True):
        assert (point.value, point.centre) == pytest.approx((row["y"], row["cl"]), **CLOSE)
        if row["ucl"] is None:
            assert (point.lower, point.upper) == (None, None)
        else:
            assert (point.lower, point.upper) == pytest.approx((row["lcl"], row["ucl"]), **CLOSE)
        assert (Rule.OUTSIDE in point.rules) == row["sigma.signal"]
        assert (runs.is_long_run or runs.is_few_crossings) == row["runs.signal"]
        expected = (row["n.useful"], row["longest.run"], row["longest.run.max"], row["n.crossings"])
        assert (runs.n_useful, runs.longest_run, runs.longest_allowed, runs.n_crossings) == expected
        assert runs.crossings_needed == row["n.crossings.min"]


def test_the_examples_hold_every_kind_they_are_meant_for():
    assert {case["chart"] for case in QIC} == {"p", "pp", "u", "c", "run"}
    assert len(NHS) == 12
