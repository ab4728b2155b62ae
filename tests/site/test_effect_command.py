"""`schakel effect`: what is printed for each kind of file, and what is said about a file that allows no answer."""

from __future__ import annotations

import doctest
import json
import math

import pytest

from schakel.methods.effect.report import Caution, Method
from schakel.methods.effect.verdicts import Grade
from schakel.methods.unmeasurable import Why
from schakel.site.calculations import effect, reasons
from tests.methods.test_effect_report import areas
from tests.methods.test_effect_series import WORKED, course


def file_of(values, start: int, *, header: str = "period,value,after") -> str:
    lines = [
        f"{2020 + at // 12}-{at % 12 + 1:02d},{value},{int(at >= start)}" for at, value in enumerate(values)
    ]
    return "\n".join([header, *lines])


SERIES = file_of(WORKED["y"], WORKED["last_pre_index"])


def answer(schakel, content: str, *options: str) -> dict:
    code, out, err = schakel("effect", content, *options, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_series_of_48_months_is_reml_with_newey_west_beside_it(schakel):
    told = answer(schakel, SERIES, "--at", "1,6")
    assert (told["method"], told["grade"], told["label"], told["indicative"]) == ("reml_ar1", "C", "C", False)
    assert told["lower95"] < told["level"] < told["upper95"]
    assert told["slope_lower95"] < told["slope"] < told["slope_upper95"]
    beside = told["beside"]
    assert beside["level"] == pytest.approx(WORKED["coef"]["D"])
    assert beside["slope"] == pytest.approx(WORKED["coef"]["P"])
    for ours, expected in zip(beside["effect_at"], WORKED["effect_at"], strict=True):
        assert (ours["periods_after"], ours["effect"]) == (
            expected["months_after"],
            pytest.approx(expected["effect"]),
        )
    assert told["durbin_watson"] == pytest.approx(WORKED["durbin_watson"])
    assert (told["scale"], told["areas"], told["dispersion"]) == ("difference", None, None)


def test_the_effect_is_told_after_six_and_twelve_periods(schakel):
    told = answer(schakel, SERIES)
    assert [one["periods_after"] for one in told["effect_at"]] == [6, 12]
    assert all(one["lower95"] < one["effect"] < one["upper95"] for one in told["effect_at"])


def test_a_method_may_be_chosen_and_a_start_named(schakel):
    told = answer(schakel, SERIES, "--method", "ols")
    assert told["method"] == "ols_t"
    without = "\n".join(line.rsplit(",", 1)[0] for line in SERIES.splitlines())
    assert answer(schakel, without, "--start", "2022-01", "--method", "ols") == told


def test_a_missing_month_is_missing_whether_its_line_is_there_or_not(schakel):
    empty = SERIES.replace("2020-05,99.042,", "2020-05,,")
    gone = SERIES.replace("2020-05,99.042,0\n", "")
    assert answer(schakel, empty) == answer(schakel, gone)
    assert answer(schakel, gone)["n_before"] == 23


def test_a_short_series_is_indicative(schakel):
    told = answer(schakel, file_of(course(10), 5))
    assert (told["method"], told["label"]) == ("ols_t", "C, indicatief")
    assert told["cautions"] == ["indicative", "few_points_after"]


COUNTS = "period,value,exposure,after\n" + "\n".join(
    f"{at},{[20, 22, 19, 21, 20, 18, 11, 9, 10, 12, 10, 9][at]},100,{int(at >= 6)}" for at in range(12)
)


def test_counts_are_ratios_with_their_logarithms(schakel):
    told = answer(schakel, COUNTS)
    assert (told["method"], told["scale"]) == ("poisson", "log_rate_ratio")
    assert told["ratio"] == pytest.approx(math.exp(told["level"]))
    (six,) = told["effect_at"]
    assert six["ratio_lower95"] < six["ratio"] < six["ratio_upper95"] < 1
    out = schakel("effect", COUNTS)[1]
    assert "Elk getal is een verhouding" in out
    assert "na 6 periodes" in out
    plain = "\n".join(",".join(line.split(",")[:2] + line.split(",")[3:]) for line in COUNTS.splitlines())
    assert answer(schakel, plain, "--counts")["level"] == pytest.approx(told["level"])
    # A period without exposure cannot be counted: it is missing.
    assert answer(schakel, COUNTS.replace("11,9,100,1", "11,9,,1"))["n_after"] == 5


def panel_file(courses, *, columns: str = "area,after,treated", exposure: str = "") -> str:
    rows = [f"period,value,{columns}"]
    for number, one in enumerate(courses):
        for at, value in enumerate(one.values):
            cells = {
                "area": f"gebied {number}",
                "after": str(int(at >= 10)),
                "own": str(int(one.start is not None and at >= one.start)),
                "treated": str(int(one.start is not None)),
            }
            names = {"after": "own"} if "treated" not in columns else {}
            rows.append(
                ",".join([str(at), str(value), *(cells[names.get(c, c)] for c in columns.split(","))])
            )
    return "\n".join(rows)


def test_areas_are_compared(schakel):
    told = answer(schakel, panel_file(areas(9, 4)))
    assert (told["method"], told["grade"], told["slope"]) == ("difference_in_differences", "B", None)
    assert told["lower95"] < -4 < told["upper95"]
    assert told["areas"]["p"] == pytest.approx(1 / 126)
    assert told["areas"]["parallel"]
    assert told["areas"]["pre_trend"]["lower95"] < 0 < told["areas"]["pre_trend"]["upper95"]
    out = schakel("effect", panel_file(areas(9, 4)))[1]
    assert "p = 0,00794; 4 van de 9 gebieden deden mee." in out
    assert "verschil na de start" in out


def test_which_areas_changed_follows_from_the_columns_that_are_there(schakel):
    whole = answer(schakel, panel_file(areas(9, 4)))
    assert answer(schakel, panel_file(areas(9, 4), columns="area,after")) == whole
    assert answer(schakel, panel_file(areas(9, 4), columns="area,treated"), "--start", "10") == whole
    by_cell = panel_file(areas(9, 4), columns="area,after").replace("area,after", "area,treated", 1)
    assert answer(schakel, by_cell) == whole
    always = by_cell.replace("area,treated", "area,treated,after", 1).splitlines()
    assert answer(schakel, "\n".join([always[0], *(f"{line},1" for line in always[1:])])) == whole
    head, *rows = panel_file(areas(9, 4)).splitlines()
    turned = answer(schakel, "\n".join([head, *reversed(rows)]))
    assert turned["level"] == pytest.approx(whole["level"])
    assert turned["areas"]["p"] == whole["areas"]["p"]


def test_a_short_comparison_has_no_trend_before(schakel):
    told = answer(
        schakel,
        "period,value,area,after,treated\n"
        + "\n".join(
            f"{at},{value},{area},{int(at >= 2)},{int(area == 'a')}"
            for area, values in {"a": [1, 5, 9], "b": [2, 1, 3], "c": [4, 4, 8]}.items()
            for at, value in enumerate(values)
        ),
    )
    assert (told["areas"]["pre_trend"], told["areas"]["parallel"], told["lower95"]) == (None, None, None)
    assert told["grade"] == "D"


def test_one_group_beside_another_needs_no_names_of_areas(schakel):
    groups = areas(2, 1)
    text = panel_file(groups, columns="after,treated")
    told = answer(schakel, text)
    assert (told["method"], told["areas"]["n_areas"], told["areas"]["p"]) == ("ols_newey_west", 2, None)
    assert "one_beside_one" in told["cautions"]
    out = schakel("effect", text)[1]
    assert "Eén reeks naast één andere" in out
    assert "p =" not in out


def test_rates_of_areas_are_per_so_many(schakel):
    rows = ["period,value,exposure,area,after,treated"]
    for line in panel_file(areas(9, 4)).splitlines()[1:]:
        period, value, area, after, treated = line.split(",")
        rows.append(f"{period},{round(float(value) * 100)},1000,{area},{after},{treated}")
    assert answer(schakel, "\n".join(rows), "--per", "10")["level"] == pytest.approx(
        answer(schakel, panel_file(areas(9, 4)))["level"], abs=0.01
    )


def test_a_table_to_read_is_dutch(schakel):
    out = schakel("effect", file_of([10, 12, 11, 10, 7, 9, 8, 7], 4))[1]
    assert out.splitlines() == [
        "Methode: onderbroken reeks, kleinste kwadraten met t-interval.",
        "Bewijs: C, een onderbroken reeks (indicatief).",
        "Metingen: 4 voor en 4 na de start.",
        "",
        *out.splitlines()[4:9],
        "",
        "Minder dan 24 metingen: indicatief, het interval is waarschijnlijk te smal.",
        "Minder dan 8 metingen na de start: te vroeg om ‘geen effect’ te zeggen.",
    ]
    assert [line.split("  ")[0] for line in out.splitlines()[6:9]] == [
        "bij de start",
        "en verder per periode",
        "na 4 periodes",
    ]


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        ("period,value\n1,2\n", (), "Wanneer begon de verandering?"),
        ("period,value\n1,2\n", ("--start", "9"), "De periode 9 van --start"),
        ("period,value,after\n1,2,0\n1,3,0\n", (), "Regel 3: periode 1 staat er al."),
        ("period,value,after\n1,2,misschien\n", (), "Regel 2: ‘after’ is misschien; dat moet 0 of 1 zijn."),
        ("period,value,after\n1,2,1\n2,3,0\n", (), "Regel 3: ‘after’ is weer 0."),
        ("period,value,after\n1,veel,1\n", (), "Regel 2: ‘veel’ in kolom ‘value’ is geen getal."),
        ("period,value,after,exposure\n1,2,0,0\n", (), "Regel 2: ‘exposure’ is 0; dat moet meer zijn dan 0."),
        ("period,value,after,area\n1,2,0,\n", (), "Regel 2: ‘area’ is leeg."),
        ("period,value,after\n1,2,0\n2,3,0\n3,2,0\n4,4,0\n", (), "Geen enkele regel valt na de start."),
        ("period,value,after\n1,2,0\n2,3,1\n", (), "Er zijn te weinig metingen van voor de start."),
        (
            "period,value,after,treated\n1,2,0,1\n",
            (),
            "Regel 2: hier is ‘treated’ ergens 1, maar ‘after’ nergens.",
        ),
        (file_of([5] * 30, 15), (), "Alle metingen zijn gelijk"),
        (
            file_of([10, 12, 7, 9], 2),
            ("--chosen-for-score",),
            "De groep is gekozen omdat zij slecht scoorde.",
        ),
        (file_of([10, 12.5, 7, 9, 8, 7], 3), ("--counts",), "hele getallen van 0 of meer"),
        (SERIES, ("--at", "zes"), "--at moet hele getallen zijn"),
        (SERIES, ("--at", "0"), "--at begint bij 1"),
        (SERIES, ("--ramp-up", "-1"), "--ramp-up"),
        (SERIES, ("--season", "1"), "--season"),
        (SERIES, ("--season", "12", "--pairs", "7"), "--pairs"),
        (SERIES, ("--per", "0"), "--per"),
        (SERIES, ("--per", "nan"), "--per"),
        (SERIES, ("--seed", "-1"), "--seed"),
    ],
)
def test_what_is_wrong_is_told_in_dutch_and_nothing_is_printed(schakel, content, options, words):
    code, out, err = schakel("effect", content, *options)
    assert (code, out) == (2, "")
    assert words in err


def test_every_word_is_there():
    assert set(effect.METHOD_WORDS) == set(Method)
    assert set(effect.GRADE_WORDS) == {grade.value for grade in Grade if grade != Grade.OPINION}
    assert set(effect.CAUTION_WORDS) == {caution.value for caution in Caution}
    assert set(reasons.WORDS) == set(Why)
    assert doctest.testmod(reasons).failed == 0
