"""Control charts on a page: the words, and the drawing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.methods.spc import (
    Advice,
    Assurance,
    Chart,
    ControlChart,
    Direction,
    Method,
    Reason,
    Rule,
    Series,
    Variation,
    control_chart,
)
from schakel.web import vega
from schakel.web.control_chart import places, words
from schakel.web.control_chart.drawing import BROAD, NARROW, draw, specification, spread
from schakel.web.control_chart.page import on_page
from schakel.web.gallery.charts import DRAWINGS, example
from tests.web.example_chart import drawn


def test_everything_that_can_be_found_has_a_word():
    for kinds, said in [
        (Variation, words.VARIATIONS),
        (Assurance, words.ASSURANCES),
        (Rule, words.RULES),
        (Chart, words.CHARTS),
        (Reason, words.REASONS),
    ]:
        assert set(kinds) == set(said)


@pytest.mark.parametrize(
    ("assurance", "direction", "target", "said"),
    [
        (Assurance.NONE, Direction.HIGHER, None, "Geen doel afgesproken"),
        (Assurance.NONE, Direction.NONE, 80, "Niet afgesproken of hoger of lager beter is"),
        (Assurance.NONE, Direction.HIGHER, 80, "Nog niet te zeggen of het doel wordt gehaald"),
        (Assurance.HIT_OR_MISS, Direction.HIGHER, 80, "Haalt doel soms"),
    ],
)
def test_a_target_that_cannot_be_judged_says_why(assurance, direction, target, said):
    assert words.assurance_words(assurance, direction, target) == said


def test_limits_of_a_baseline_say_how_it_went_then_and_the_latest_figure_how_it_goes_now():
    low, high = (50, 52, 51, 50, 52, 51, 50, 52, 51, 50, 52, 51), (75, 76, 75)
    how = Method(direction=Direction.HIGHER, target=70, fixed=12)
    before = control_chart(Series((*low, *high)), how)
    assert before.limits_are_of_before
    assert words.target_words(before) == "Haalde doel niet vanzelf"
    assert words.target_sentences(before, "jan 2025 t/m dec 2025") == [
        "Het laatste cijfer haalt het doel van 70.",
        "De grenzen zijn van de nulmeting, jan 2025 t/m dec 2025. Zoals het toen ging, werd het doel niet gehaald.",
    ]
    now = control_chart(Series((*low, *high), phases=(*("voor",) * 12, *("na",) * 3)), how)
    assert not now.limits_are_of_before
    assert words.target_words(now) == "Haalt doel vanzelf"
    assert words.target_sentences(now)[1] == (
        "De grenzen gaan over 13 tot en met 15. Blijft het zo gaan, dan wordt het doel steeds gehaald."
    )
    assert words.target_sentences(control_chart(Series(low))) == []


def test_advice_tells_its_figure():
    assert words.advice_words(Advice(Chart.P_PRIME, Reason.LARGE_N, 5400)) == (
        "P′-kaart. Het gaat om grote aantallen (5.400): gewone grenzen zijn dan te nauw."
    )
    assert words.advice_words(Advice(None, Reason.TOO_SMALL, 3)) == (
        "In de meeste periodes gaat het om minder dan 5 mensen. Neem periodes samen."
    )


def test_a_new_phase_is_asked_for_on_either_side():
    assert "onder het midden" in words.suggestion_words("mei 2025", -1, 8)


def test_limits_that_are_too_narrow_are_told():
    told = words.warnings(Chart.U, is_trial=False, autocorrelation=0.42, dispersion=3.14)
    assert told == [
        "Elk cijfer lijkt op het vorige (0,42). Dan zijn grenzen te nauw en is een signaal eerder toeval.",
        "De cijfers lopen 3,1 keer zoveel uiteen als toeval verklaart. Een U′-kaart past dan beter.",
    ]
    assert words.warnings(Chart.P_PRIME, is_trial=False, autocorrelation=None, dispersion=3.14) == []


CALM = (50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51)


def months(n: int) -> tuple[str, ...]:
    """So many months from January 2024 on."""
    return tuple(f"{2024 + at // 12}-{at % 12 + 1:02d}" for at in range(n))


def chart_of(values: tuple, **options) -> ControlChart:
    """An XmR chart by month."""
    return control_chart(Series(values, periods=months(len(values))), Method(**options))


def texts(svg: str) -> list[str]:
    """The words in a drawing, in order."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def shapes(svg: str, kind: str) -> int:
    """How many points have a class."""
    return len(re.findall(rf'<path class="fill-{kind} line-sheet"', svg))


def test_a_drawing_is_static_and_follows_the_page():
    svg = draw(
        chart_of((*CALM, 60, None, 40), direction=Direction.HIGHER, target=55), BROAD, title="A < B & C"
    )
    root = ElementTree.fromstring(svg)
    assert not re.search(r"style=|<style|<script|\son[a-z]+=|href|url\(", svg)
    assert root.attrib["role"] == "img"
    inside = svg.split("</desc>", 1)[1]
    assert not re.search(r'\s(?:role|aria-[a-z]+)="', inside), "one picture, not a hundred pieces"
    names = {child.tag.rsplit("}", 1)[-1]: child for child in root}
    assert (names["title"].text, names["title"].attrib["id"]) == ("A < B & C", root.attrib["aria-labelledby"])
    assert names["desc"].text.startswith(
        "15 periodes, van jan 2024 tot en met mrt 2025. Laatste cijfer 40, midden"
    )
    assert names["desc"].attrib["id"] == root.attrib["aria-describedby"]
    assert "1 periode is niet gemeten." in names["desc"].text
    painted = re.findall(r'<(?:path|line|text|rect)\b[^>]*?(?:fill|stroke)="#[^>]*>', svg)
    assert painted
    assert all(re.search(r'class="(?:(?:fill|line)-[a-z-]+ ?)+"', one) for one in painted)
    assert set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]+)"', svg)) <= set(vega.colours().values())
    assert svg == draw(
        chart_of((*CALM, 60, None, 40), direction=Direction.HIGHER, target=55), BROAD, title="A < B & C"
    )


def test_what_a_point_shows_is_a_shape_and_a_word():
    chart = chart_of((*CALM, 60, 50, 40), direction=Direction.HIGHER, target=55)
    assert [point.variation for point in chart.points if point.rules] == ["improvement", "concern"]
    svg = draw(chart, BROAD, is_alone=True)
    assert (shapes(svg, "good"), shapes(svg, "care"), shapes(svg, "plain")) == (1, 1, 13)
    assert texts(svg)[-2:] == ["Verslechtering", "Haalt doel soms"]
    neutral = draw(chart_of((*CALM, 60)), BROAD)
    assert (shapes(neutral, "ink"), "Verandering" in texts(neutral)) == (1, False)


def test_lines_say_what_they_are_and_numbers_are_dutch():
    svg = draw(chart_of(tuple(20 * value for value in CALM), target=1200), BROAD)
    said = texts(svg)
    # Mean 1,005; moving ranges 40, 60, 40, 20, 40, 60, 20, 20, 60, 40, 20: mean 38.18.
    assert {"900", "1.000", "1.100", "1.200"} <= set(said)
    assert {"doel 1.200", "gemiddelde 1.005", "bovengrens 1.107", "ondergrens 903,4"} <= set(said)
    short = texts(draw(chart_of(CALM, target=60), NARROW))
    assert {"doel 60", "gem. 50,3"} <= set(short)
    assert sum(word.startswith("grens ") for word in short) == 2
    assert "mediaan 50" in texts(draw(chart_of(CALM, chart=Chart.RUN), BROAD))
    assert "med. 50" in texts(draw(chart_of(CALM, chart=Chart.RUN), NARROW))


def test_the_line_of_an_earlier_baseline_stays_beside_the_newest():
    chart = chart_of((*CALM, 60), fixed=12)
    assert "eerder" not in " ".join(texts(draw(chart, BROAD)))
    for frame in (BROAD, NARROW):
        svg = draw(chart, frame, before=30.25)
        assert "eerder 30,3" in texts(svg)
        assert "De eerdere nulmeting was 30,3." in svg


def rows_of(made: dict, kind: str, colour: str) -> list[dict]:
    """The rows of the layers with a mark of this kind and colour."""
    wanted = (kind, vega.colours()[colour])
    layers = [
        layer for layer in made["layer"] if (layer["mark"]["type"], layer["mark"].get("color")) == wanted
    ]
    return [row for layer in layers for row in layer["data"]["values"]]


def test_what_was_not_measured_is_a_gap():
    made = specification(chart_of((5, 6, None, 7, 8)), BROAD)
    assert [row["y"] for row in rows_of(made, "line", "edge")] == [5, 6, None, 7, 8]
    # March has no line in the file at all: a gap as well.
    skipped = control_chart(Series((5, 6, 7), periods=("2024-01", "2024-02", "2024-04")))
    assert [row["y"] for row in rows_of(specification(skipped, BROAD), "line", "edge")] == [5, 6, None, 7]


def test_limits_are_steps_within_a_phase_and_a_baseline_is_extended():
    chart = control_chart(
        Series(
            (*CALM, 60, 61, 62),
            phases=(*["voor"] * 12, *["na de start van het project"] * 3),
            periods=months(15),
        )
    )
    made = specification(chart, BROAD)
    centre = rows_of(made, "line", "ink")
    assert [row["x"] for row in centre if row["phase"] == 0][:3] == [-0.5, 0.5, 0.5]
    assert max(row["x"] for row in centre if row["phase"] == 0) == 11.5
    assert min(row["x"] for row in centre if row["phase"] == 1) == 11.5
    assert rows_of(made, "rule", "edge") == [{"x": 11.5}]
    assert rows_of(made, "rect", "well") == []
    assert "na de start van…" in json.dumps(made, ensure_ascii=False)
    assert "na de" not in json.dumps(specification(chart, NARROW), ensure_ascii=False)
    fixed = specification(chart_of((*CALM, 60, 61, 62), fixed=12), BROAD)
    assert rows_of(fixed, "rect", "well") == [{"x": -0.5, "end": 11.5}]
    assert "Nulmeting" in json.dumps(fixed)
    assert len(rows_of(fixed, "line", "ink")) == 30


def test_limits_that_differ_each_month_are_drawn_as_they_are():
    chart = control_chart(Series((5, 6, 7), n=(50, 100, 200), periods=months(3)), Method(Chart.P))
    upper = {row["y"] for row in rows_of(specification(chart, BROAD), "line", "plain")}
    assert {point.upper for point in chart.points} <= upper


def test_names_from_a_file_stay_words():
    hostile = ('<script>alert("x")</script>', "a & b", "datum.x + 1")
    series = Series((5, 6, 7), periods=hostile, phases=("<b>", "<b>", "</text>"))
    svg = draw(control_chart(series), BROAD, is_alone=True)
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "datum.x + 1" in texts(svg)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=30))
def test_a_scale_holds_its_values_between_few_round_marks(values):
    scale = places.value_scale(values, 200)
    assert scale.low < min(values) <= max(values) < scale.high
    assert 2 <= len(scale.marks) <= 9
    assert all(-1e-6 <= scale.at(mark) <= 200 + 1e-6 for mark in scale.marks)
    assert scale.value(scale.at(values[0])) == pytest.approx(values[0], rel=1e-6, abs=1e-3)


@given(st.lists(st.integers(0, 300), min_size=1, max_size=8))
def test_words_beside_lines_never_touch_and_keep_their_order(heights):
    moved = spread([float(height) for height in heights], 16)
    ranked = sorted(range(len(heights)), key=lambda at: heights[at])
    assert all(moved[two] - moved[one] >= 16 - 1e-9 for one, two in pairwise(ranked))
    assert sum(moved) == pytest.approx(sum(heights))


def test_periods_lie_by_the_calendar_where_they_are_dates():
    assert places.place_periods([date(2024, 1, 1), date(2024, 1, 8), date(2024, 1, 22)]) == [0, 7, 21]
    assert places.place_periods(["2024-01-01", "2024-02-01", "2024-04-01"]) == [0, 1, 3]
    assert places.place_periods(["2024-02", "2024-01"]) == [0, 1], "not in order: as they stand"
    assert places.place_periods(["2024-02-30", "2024-03-01"]) == [0, 1]
    assert places.place_periods(["2024-13", "2024-14"]) == [0, 1]


def test_as_many_periods_are_named_as_fit():
    def named(periods: list, length: float) -> list[str]:
        at = places.place_periods(periods)
        return [mark.name for mark in places.period_marks(periods, at, length)]

    assert named(list(months(24)), 550) == ["jan", "mrt", "mei", "jul", "sep", "nov"] * 2
    assert named(list(months(24)), 200) == ["jan", "jul"] * 2
    assert named(["2024-01-05", "2024-01-12"], 300) == ["5 jan 2024", "12 jan 2024"]
    assert named([f"week {n}" for n in range(1, 21)], 300)[:3] == ["week 1", "week 6", "week 11"]
    assert named(["een heel lange naam"], 300) == ["een heel lang…"]


def test_the_example_was_drawn_as_it_would_be_now():
    for name, svg in drawn().items():
        assert (DRAWINGS / f"control_chart_{name}.svg").read_text() == svg, (
            "python -m tests.web.example_chart"
        )


def test_a_chart_on_a_page_says_its_verdicts_its_shapes_and_the_same_figures():
    shown = on_page(example(), broad="<svg/>", narrow="<svg/>")
    assert [verdict.state for verdict in shown.verdicts] == ["variation_improvement", "assurance_fail_before"]
    assert shown.notes[0] == (
        "Het laatste cijfer haalt het doel van 88 niet. De grenzen zijn van de nulmeting. "
        "Zoals het toen ging, werd het doel niet gehaald."
    )
    assert shown.notes[1] == "Een driehoek is een verbetering."
    assert shown.notes[-1].startswith("Ook zonder verandering geeft ")
    assert [cell.get("text") for cell in shown.rows[0]["cells"]] == [
        "jan 2025",
        "76",
        "77,0",
        "69,3 tot 84,7",
        "",
    ]
    assert shown.rows[12]["cells"][1]["text"] == "niet gemeten"
    last = shown.rows[-1]["cells"][4]
    assert (last["state"], last["word"]) == ("variation_improvement", "7 op rij aan één kant van het midden")
    assert [cell["label"] for cell in shown.rows[0]["cells"]] == [column["label"] for column in shown.columns]


def test_a_run_chart_on_a_page_has_no_limits_and_nothing_to_explain():
    series = Series((5, None, 6), phases=("a", "b", "c"))
    shown = on_page(control_chart(series, Method(Chart.RUN)), broad="", narrow="")
    assert [[cell["text"] for cell in row["cells"]] for row in shown.rows] == [
        ["1", "5", "5,0", "–", ""],
        ["2", "niet gemeten", "–", "–", ""],
        ["3", "6", "6,0", "–", ""],
    ]
    assert shown.notes[0].startswith("Voorlopige grenzen")


def test_a_page_that_says_words_loads_no_renderer():
    code = (
        "import sys; from django.conf import settings; settings.configure(USE_I18N=False);"
        "import schakel.web.control_chart.drawing;"
        "print([name for name in ('vl_convert', 'numpy', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_is_not_known_of_false_alarms_is_not_said_and_a_fixed_baseline_has_more():
    assert words.false_alarm_words(0) == ""
    assert "meer dan 18" in words.false_alarm_words(0.183, is_fixed=True)
    values = (5.0, 6.0, 5.0, 7.0, 6.0, 5.0, 6.0, 7.0, 5.0, 6.0, 7.0, 6.0, 5.0, 7.0)
    told = {
        name: " ".join(on_page(control_chart(Series(values[:n]), method), broad="", narrow="").notes)
        for name, n, method in (
            ("short", 5, Method()),
            ("whole", 14, Method()),
            ("fixed", 14, Method(fixed=12)),
        )
    }
    assert "zulke reeksen" not in told["short"]
    assert "geeft meer dan" not in told["whole"]
    assert "zulke reeksen" in told["whole"]
    assert "geeft meer dan" in told["fixed"]
