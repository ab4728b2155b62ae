"""Calculations on a file from the shell: what is printed, and what is said about a bad file."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from schakel.methods.spc import phases_from
from schakel.site.calculations import files
from tests.methods.test_rates import EXAMPLES
from tests.methods.test_spc_examples import ASSURANCE_OF, NHS, QIC, RULE_OF, name_of


@pytest.mark.parametrize(
    ("method", "name"), [("wilson", "rates_wilson_95_998.csv"), ("byar", "rates_byars_rate_95_998.csv")]
)
def test_rates_come_out_in_the_order_of_the_file(schakel, method, name):
    code, out, err = schakel("rate", EXAMPLES / name, "--method", method, "--json")
    rows = json.loads(out)["rows"]
    with (EXAMPLES / name).open() as file:
        expected = list(csv.DictReader(file))
    assert (code, err) == (0, "")
    assert [row["x"] for row in rows] == [int(row["x"]) for row in expected]
    assert [row["upper998"] for row in rows] == pytest.approx([float(row["upper99_8cl"]) for row in expected])


def test_a_multiplier_is_per_how_many(schakel):
    out = schakel("rate", "x,n\n8,17\n", "--method", "byar", "--multiplier", "100", "--json")[1]
    assert json.loads(out)["rows"][0]["value"] == pytest.approx(47.0588235)


def test_standardised_rates_are_one_row_for_each_area(schakel):
    _, out, _ = schakel("rate", EXAMPLES / "rates_dsr_input.csv", "--method", "dsr", "--json")
    rows = json.loads(out)["rows"]
    assert [row["area"] for row in rows] == ["area01", "area06", "area11"]
    assert rows[2]["lower95"] == pytest.approx(449.493341136962)


AREAS = "area,ageband,x,n\nRijssen,jong,10,1000\nRijssen,oud,20,500\nWierden,jong,2,1000\nWierden,oud,4,500\n"


def test_an_indirect_ratio_takes_all_areas_together_as_its_reference(schakel):
    _, out, _ = schakel("rate", AREAS, "--method", "isr", "--json")
    rows = json.loads(out)["rows"]
    # Together 12 per 2000 young and 24 per 1000 old: each area expects 6 + 12 = 18.
    assert [row["expected"] for row in rows] == pytest.approx([18, 18])
    assert [row["value"] for row in rows] == pytest.approx([30 / 18, 6 / 18])


def test_a_table_to_read_has_dutch_numbers_and_says_what_is_not_given(schakel):
    # Byar of 30: 20.237 and 42.828; scale √((0.25·10/1000² + 0.25·20/500²) / 30) = 0.00086603; 0.025 ± of that.
    header, *lines = AREAS.splitlines()
    with_weights = "\n".join([header + ",stdpop", *(line + ",500" for line in lines)])
    code, out, _ = schakel("rate", with_weights, "--method", "dsr")
    assert code == 0
    assert out.splitlines() == [
        "gebied    x      n  waarde  95 % van    tot  99,8 % van    tot",
        "───────  ──  ─────  ──────  ────────  ─────  ──────────  ─────",
        "Rijssen  30  1.500   2.500     1.654  3.611       1.274  4.329",
        "Wierden   6  1.500       –         –      –           –      –",
        "Wierden: minder dan 10 gebeurtenissen: geen gestandaardiseerd cijfer.",
    ]
    assert "verwacht" in schakel("rate", AREAS, "--method", "isr")[1]
    assert schakel("rate", "x,n\n1,4\n", "--method", "wilson")[1].splitlines()[2].split()[:3] == [
        "1",
        "4",
        "0,2500",
    ]


# A bad file: what follows the colon of the message is said, with the line, and nothing is printed.
BAD = {
    "no file at all": (Path("/nergens/x.csv"), "Het bestand /nergens/x.csv is er niet."),
    "a folder": (Path("/"), "Het bestand / is niet te lezen."),
    "empty": ("", "Het bestand heeft geen regels met cijfers. Zet onder de namen één regel per meting."),
    "names only": (
        "x,n\n",
        "Het bestand heeft geen regels met cijfers. Zet onder de namen één regel per meting.",
    ),
    "column missing": ("x,m\n1,2\n", "De kolom ‘n’ is er niet. Nodig: x, n. Gevonden: x, m."),
    "column twice": ("x,n,X\n1,2,3\n", "De kolom ‘x’ staat er 2 keer."),
    "too many values": ("x,n\n1,2\n1,2,3\n", "Regel 3: er staan 3 waarden; in de eerste regel 2 namen."),
    "too few values": ("x,n\n1\n", "Regel 2: er staan 1 waarden; in de eerste regel 2 namen."),
    "no number": ("x,n\n1,2\n\nveel,2\n", "Regel 4: ‘veel’ in kolom ‘x’ is geen getal."),
    "nan": ("x,n\nnan,2\n", "Regel 2: ‘nan’ in kolom ‘x’ is geen getal."),
    "endless": ("x,n\n1e999,2\n", "Regel 2: ‘1e999’ in kolom ‘x’ is te groot."),
    "empty cell": ("x,n\n,2\n", "Regel 2: ‘x’ is leeg. Vul die kolom in."),
    "half a person": ("x,n\n1.5,2\n", "Regel 2: ‘x’ is 1.5; dat moet een heel getal zijn."),
    "below zero": ("x,n\n-1,2\n", "Regel 2: ‘x’ is -1; dat kan niet lager zijn dan 0."),
    "nobody": ("x,n\n0,0\n", "Regel 2: ‘n’ is 0; dat kan niet lager zijn dan 1."),
    "more than all": (
        "x,n\n3,2\n",
        "Regel 2: x is 3, meer dan n (2). Een deel is nooit meer dan het geheel.",
    ),
    "nul": (b"x,n\n1,2\n\x00,2\n", "Regel 3: hier staat een teken dat niet in een tekstbestand hoort (NUL)."),
    "not utf-8": (
        "x,n\n1,2\né,2\n".encode("latin-1"),
        "Regel 3: een teken is niet te lezen. Bewaar het bestand als UTF-8 (in Excel: ‘CSV UTF-8’).",
    ),
    "excel": (b"PK\x03\x04....", "Dit is een Excel-bestand. Bewaar het in Excel als ‘CSV UTF-8’."),
    "quotes": ('x,n\n"1,2\n', "Regel 2: de aanhalingstekens kloppen niet, of een cel is te lang."),
    "ambiguous": (
        "x;n\n1.234;2000\n",
        "Regel 2: ‘1.234’ in kolom ‘x’ kan meer betekenen. Schrijf 1234 of 1,234.",
    ),
    "thousands": (
        "x;n\n1.234.567;9999999\n",
        "Regel 2: ‘1.234.567’ in kolom ‘x’ kan meer betekenen. Schrijf 1234567.",
    ),
    "decimal comma between commas": ('x,n\n"1,5",2\n', "Regel 2: ‘1,5’ in kolom ‘x’ is geen getal."),
}


@pytest.mark.parametrize("name", BAD)
def test_of_a_bad_file_only_what_is_wrong_is_told(schakel, name):
    content, message = BAD[name]
    assert schakel("rate", content, "--method", "wilson", "--json") == (2, "", message + "\n")


BAD_AREAS = {
    "twice": (AREAS + "Wierden,oud,4,500\n", "Regel 6: leeftijdsgroep oud van Wierden staat er al."),
    "band missing": (
        AREAS.rsplit("Wierden", 1)[0],
        "Regel 4: Wierden mist leeftijdsgroep oud; elk gebied heeft dezelfde nodig.",
    ),
    "no events": (
        "area,ageband,x,n\nRijssen,jong,0,100\n",
        "In het hele bestand is geen enkele gebeurtenis: er is niets om te verwachten.",
    ),
}


@pytest.mark.parametrize("name", BAD_AREAS)
def test_areas_have_the_same_age_bands_once(schakel, name):
    content, message = BAD_AREAS[name]
    assert schakel("rate", content, "--method", "isr") == (2, "", message + "\n")


def test_an_age_band_has_one_weight(schakel):
    content = "area,ageband,x,n,stdpop\nA,0,10,100,5000\nB,0,10,100,5500\n"
    message = "Regel 3: leeftijdsgroep 0 heeft in een ander gebied een andere stdpop.\n"
    assert schakel("rate", content, "--method", "dsr") == (2, "", message)


def test_a_rate_needs_an_exposure(schakel):
    message = "Regel 2: ‘n’ is 0; dat moet meer zijn dan 0.\n"
    assert schakel("rate", "x,n\n1,0\n", "--method", "byar") == (2, "", message)


def test_a_multiplier_is_more_than_nothing(schakel):
    message = "--multiplier moet meer zijn dan 0.\n"
    assert schakel("rate", "x,n\n1,2\n", "--method", "byar", "--multiplier", "0") == (2, "", message)


def test_too_large_a_file_is_not_read(schakel, monkeypatch):
    monkeypatch.setattr(files, "MOST_LINES", 2)
    message = "Het bestand heeft meer dan 2 regels. Splits het.\n"
    assert schakel("rate", "x,n\n1,2\n1,2\n1,2\n", "--method", "wilson") == (2, "", message)
    monkeypatch.setattr(files, "MOST_BYTES", 3)
    message = "Het bestand is groter dan 0 MB. Splits het.\n"
    assert schakel("rate", "x,n\n1,2\n", "--method", "wilson") == (2, "", message)


def read(tmp_path, content: str | bytes, **columns) -> files.Table:
    path = tmp_path / "in.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return files.read_table(path, **columns)


@pytest.mark.parametrize(
    "content",
    [
        "X , n\n 1.5 ,2\n",
        "\ufeffx;n;opmerking\n1,5;2;goed\n",
        "x\tn\r\n1,5\t2\r\n\t\r\n",
        "x;n\n1,5;2\n".encode("utf-16"),
        "x;n\n1.5;2\n",
    ],
)
def test_excel_and_programs_write_the_same_numbers(tmp_path, content):
    [line] = read(tmp_path, content, needs=["x", "n"]).lines
    assert (line.number_of("x"), line.count_of("n")) == (1.5, 2)


def test_a_column_that_may_be_there_is_not_missed_by_a_slip_of_the_pen(tmp_path):
    with pytest.raises(files.BadFile, match=r"^De kolom ‘phases’ ken ik niet. Bedoelt u ‘phase’\?$"):
        read(tmp_path, "x,phases\n1,2\n", needs=["x"], may_have=["phase"])
    table = read(tmp_path, "x,phase,bron\n−1,,CBS\n", needs=["x"], may_have=["phase"])
    [line] = table.lines
    assert table.columns == ("x", "phase", "bron")
    assert (line.number_or_none("x"), line.number_or_none("phase"), line.number_or_none("n")) == (
        -1,
        None,
        None,
    )


def test_a_long_cell_is_shortened_in_a_message(tmp_path):
    [line] = read(tmp_path, f"x\n{'a' * 500}\n", needs=["x"]).lines
    with pytest.raises(files.BadFile, match=r"^Regel 2: ‘a{39}…’ in kolom ‘x’ is geen getal.$"):
        line.number_of("x")


def test_who_stops_reading_hears_no_complaint(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("x,n\n" + "1,2\n" * 20_000)
    command = f"{sys.executable} -m schakel rate {path} --method wilson | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.split()[:2] == ["x", "n"]
    assert done.stderr == ""


def test_a_chart_to_read_needs_no_settings(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text(monthly(CALM))
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "SCHAKEL"))}
    command = [sys.executable, "-m", "schakel", "spc", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=bare)
    assert done.stdout.startswith("Geen verandering\nGeen doel afgesproken\n")


def test_a_calculation_needs_no_database_and_no_django(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("x,n,period,value\n1,2,jan,3\n")
    code = (
        "import sys; from schakel.site.commandline import main;"
        f"main(['rate', {str(path)!r}, '--method', 'wilson', '--json']);"
        f"main(['spc', {str(path)!r}, '--json']);"
        "print([name for name in ('django.conf', 'statsmodels', 'vl_convert') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("case", NHS, ids=name_of)
def test_a_control_chart_equals_nhsrplotthedots(schakel, case):
    phases = phases_from(case["input"]["date"], case["rebase"])
    rows = zip(case["input"]["date"], case["input"]["value"], phases, strict=True)
    content = "period,value,phase\n" + "".join(f"{date},{value},{phase}\n" for date, value, phase in rows)
    options = ["--direction", {"increase": "higher", "decrease": "lower"}[case["direction"]]]
    options += [] if case["target"] is None else ["--target", str(case["target"])]
    options += [] if case["screen_outliers"] else ["--no-screen"]
    code, out, err = schakel("spc", content, *options, "--json")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert list(answer["points"][0]) == [
        *("period", "value", "phase", "centre", "lower", "upper", "rules", "variation"),
    ]
    for point, row in zip(answer["points"], case["rows"], strict=True):
        expected = [row["value"], row["mean"], row["lpl"], row["upl"]]
        found = [point["value"], point["centre"], point["lower"], point["upper"]]
        assert found == pytest.approx(expected, rel=1e-9)
        assert point["rules"][:1] == [rule for rule in [RULE_OF[row["special_cause_type"]]] if rule]
    assert answer["series"]["assurance"] == ASSURANCE_OF[case["summary"][-1].get("assurance_type")]
    assert not answer["series"]["trial"]
    assert 0 < answer["series"]["expected_false_alarms"] <= 1


@pytest.mark.parametrize("case", QIC, ids=name_of)
def test_a_chart_of_counts_equals_qicharts2(schakel, case):
    given = case["input"]
    n = given["n"] or [""] * len(given["y"])
    rows = zip(given["x"], given["y"], n, strict=True)
    content = "period;value;n\n" + "".join(f"{x};{str(y).replace('.', ',')};{of}\n" for x, y, of in rows)
    options = ["--chart", case["chart"], "--rules", "anhoej", "--multiplier", str(case["multiply"] or 1)]
    options += [] if case["screened_mr"] else ["--no-screen"]
    answer = json.loads(schakel("spc", content, *options, "--json")[1])
    for point, row in zip(answer["points"], case["rows"], strict=True):
        found = [point["centre"], point["lower"], point["upper"]]
        expected = [row["cl"], row["lcl"], row["ucl"]]
        assert found == (pytest.approx(expected, rel=1e-9) if row["ucl"] is not None else expected)
        assert ("outside" in point["rules"]) == row["sigma.signal"]
    told = {rule for point in answer["points"] for rule in point["rules"]}
    assert bool(told & {"long_run", "few_crossings"}) == case["rows"][0]["runs.signal"]


CALM = [50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51]


def monthly(values: list, *, phases: dict[int, str] | None = None) -> str:
    """A file with a line for each month of 2024 and on; a phase is written where it begins."""
    lines = [
        f"{2024 + place // 12}-{place % 12 + 1:02d},{'' if value is None else value},{(phases or {}).get(place, '')}"
        for place, value in enumerate(values)
    ]
    return "\n".join(["period,value,phase", *lines]) + "\n"


def test_an_empty_value_is_a_gap_and_an_empty_phase_goes_on(schakel):
    content = monthly([*CALM, None, *CALM], phases={0: "voor", 13: "na"})
    answer = json.loads(schakel("spc", content, "--json")[1])
    assert [point["phase"] for point in answer["points"]] == ["voor"] * 13 + ["na"] * 12
    assert answer["points"][12]["value"] is None
    assert answer["points"][12]["rules"] == []
    assert [phase["n"] for phase in answer["phases"]] == [12, 12]


def test_a_chart_to_read_says_what_it_shows_and_what_to_know(schakel):
    out = schakel("spc", monthly([*CALM, None, *[60, 62] * 4]), "--direction", "lower", "--target", "55")[1]
    lines = out.splitlines()
    assert lines[:2] == ["Verslechtering", "Haalt doel soms"]
    assert lines[3].split() == ["periode", "waarde", "midden", "ondergrens", "bovengrens", "signaal"]
    assert lines[17].split()[:2] == ["2025-01", "–"]
    assert lines[18].endswith("7 op rij aan één kant van het midden")
    assert lines[27].startswith("Elk cijfer lijkt op het vorige (0,")
    assert lines[28].startswith("Ook zonder verandering geeft ")
    assert lines[29].startswith("Vanaf 2025-02 liggen 8 punten op rij boven het midden.")
    assert lines[30:] == ["Versie: spc-2/nhs7-1."]
    assert "fase" in schakel("spc", monthly(CALM, phases={6: "na"}))[1]


def test_a_fixed_baseline_is_extended(schakel):
    answer = json.loads(schakel("spc", monthly([*CALM, 90, 91]), "--fixed", "12", "--json")[1])
    assert answer["points"][13]["upper"] == answer["points"][0]["upper"]
    assert [point["rules"] for point in answer["points"][12:]] == [["outside"], ["outside"]]
    told = schakel(
        "spc", monthly([*CALM, 90, 91]), "--fixed", "12", "--direction", "higher", "--target", "80"
    )[1]
    assert told.splitlines()[1] == "Haalde doel niet vanzelf"


def test_the_chart_is_drawn_in_a_file(schakel, tmp_path):
    drawing = tmp_path / "kaart.svg"
    code, out, _err = schakel("spc", monthly(CALM), "--svg", str(drawing), "--json")
    assert code == 0
    assert len(json.loads(out)["points"]) == 12
    assert drawing.read_text().startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    nowhere = tmp_path / "nergens" / "kaart.svg"
    told = f"De tekening is niet te schrijven in {nowhere}.\n"
    assert schakel("spc", monthly(CALM), "--svg", str(nowhere)) == (2, "", told)


BAD_SERIES = {
    "no number anywhere": ("period,value\njan,\n", (), "In de kolom ‘value’ staat geen enkel getal."),
    "period twice": ("period,value\njan,1\njan,2\n", (), "Regel 3: periode jan staat ook op regel 2."),
    "n missing": (
        "period,value\njan,1\n",
        ("--chart", "p"),
        "Bij deze kaart hoort een kolom ‘n’: van hoeveel mensen of gevallen.",
    ),
    "more than all": (
        "period,value,n\njan,1,2\nfeb,3,2\n",
        ("--chart", "pp"),
        "Regel 3: ‘value’ is meer dan ‘n’. Een deel is nooit meer dan het geheel.",
    ),
    "events of nobody": (
        "period,value,n\njan,1,2\nfeb,3,0\n",
        ("--chart", "u"),
        "Regel 3: ‘n’ is 0, maar ‘value’ niet. Van niemand kan niets zijn.",
    ),
    "a percentage": (
        "period,value,n\njan,0.85,200\n",
        ("--chart", "p"),
        "Regel 2: bij deze kaart is ‘value’ een aantal, dus een heel getal. Zet niet het percentage in ‘value’, maar"
        " het aantal, en in ‘n’ van hoeveel.",
    ),
    "below zero": ("period,value\njan,-1\n", ("--chart", "c"), "Regel 2: een aantal is nooit lager dan 0."),
    "no time between": (
        "period,value\njan,0\n",
        ("--chart", "t"),
        "Regel 2: de tijd tussen twee gebeurtenissen is meer dan 0.",
    ),
    "short baseline": (
        "period,value\njan,1\n",
        ("--fixed", "6"),
        "--fixed is te laag: bij deze regels rust een vaste nulmeting op ten minste 12 punten.",
    ),
    "no multiplier": ("period,value\njan,1\n", ("--multiplier", "0"), "--multiplier moet meer zijn dan 0."),
    "no target": ("period,value\njan,1\n", ("--target", "nan"), "--target is geen getal."),
}


@pytest.mark.parametrize("name", BAD_SERIES)
def test_of_a_series_that_cannot_be_charted_only_the_reason_is_told(schakel, name):
    content, options, message = BAD_SERIES[name]
    assert schakel("spc", content, *options) == (2, "", message + "\n")
