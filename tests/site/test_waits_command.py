"""`schakel chain waits`: what is printed for each kind, and what is said of a file that is not right."""

from __future__ import annotations

import json

import pytest

from schakel.site import commandline

GGZ_NORMS = """phase,from_event,to_event,norm_days,valid_from
A,registered,intake,28,2022-01-01
B,intake,treatment_start,70,2022-01-01
T,registered,treatment_start,98,2022-01-01
"""
EVENTS = """event_id;case_id;event_type;occurred_at;organisation;value;status
1;P1;referral;2026-02-27;Praktijk;;valid
2;P1;registered;01-03-2026;De Brug;;valid
3;P1;intake;2026-03-11T10:00:00+01:00;De Brug;;valid
3;P1;intake;2026-03-11T10:00:00+01:00;De Brug;;valid
4;P1;intake;2026-03-02;De Brug;;entered_in_error
5;P2;registered;2026-03-29T02:30;De Brug;;valid
6;P3;registered;2026-03-03;De Brug;;valid
7;P3;offer_declined;2026-03-04;De Brug;over een week;valid
8;P3;opname;2026-03-04;De Brug;;valid
"""
WINDOW = ("--reference-date", "2026-03-31", "--window-from", "2026-02-01")


@pytest.fixture
def waits(tmp_path, capsys):
    """Run `schakel chain waits` on texts that stand in files, and give the code, what was printed and complained."""

    def run(events: str, norms: str, *options: str, **files: str) -> tuple[int, str, str]:
        paths = {"events": events, "norms": norms} | files
        for name, text in paths.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        named = [word for name in files for word in (f"--{name}", str(tmp_path / f"{name}.csv"))]
        words = ["chain", "waits", str(tmp_path / "events.csv"), "--norms", str(tmp_path / "norms.csv")]
        code = commandline.main([*words, *options, *named])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def answer(waits, *words: str, **files: str) -> dict:
    code, out, err = waits(*words, "--json", **files)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_the_chain_of_mental_health_care(waits):
    told = answer(waits, EVENTS, GGZ_NORMS, *WINDOW)
    assert [(row["phase"], row["organisation"]) for row in told["rows"]][:2] == [
        ("A", "all"),
        ("A", "De Brug"),
    ]
    a = told["rows"][0]
    assert (a["completed_n"], a["net_mean"], a["within_norm_pct"], a["waiting_n"]) == (1, 10, 100, 1)
    assert [error["line"] for error in told["errors"]] == [7, 9, 10]
    assert [error["reason"].split(".")[0] for error in told["errors"]] == [
        "‘2026-03-29T02:30’ bestaat niet: toen ging de klok een uur vooruit",
        "‘over een week’ is geen datum of tijd",
        "‘opname’ in kolom ‘event_type’ ken ik niet",
    ]


def test_norms_that_are_brought_along_need_no_file(waits, tmp_path, capsys):
    (tmp_path / "events.csv").write_text(EVENTS, encoding="utf-8")
    words = ["chain", "waits", str(tmp_path / "events.csv"), "--json"]
    assert commandline.main([*words, "--norms", "ggz", *WINDOW]) == 0
    assert json.loads(capsys.readouterr().out) == answer(waits, EVENTS, GGZ_NORMS, *WINDOW)
    assert commandline.main([*words, "--norms", "treeknormen", *WINDOW]) == 2
    assert "gaat niet over fasen" in capsys.readouterr().err
    assert commandline.main([*words, "--norms", "ggz", "--kind", "two-step"]) == 2
    assert "gaat niet over soorten zorg" in capsys.readouterr().err
    (tmp_path / "cases.csv").write_text(
        "case_id,care_kind,requested_at,served_at\n1,polikliniek,2026-01-05,2026-01-26\n", encoding="utf-8"
    )
    cases = ["chain", "waits", str(tmp_path / "cases.csv"), "--norms", "treeknormen", "--kind", "two-step"]
    assert commandline.main([*cases, "--json"]) == 0
    rows = {row["care_kind"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert (rows["polikliniek"]["norm_met"], rows["opname"]["done_n"]) == (True, 0)


def test_people_read_a_table_in_dutch(waits):
    code, out, _err = waits(EVENTS, GGZ_NORMS, *WINDOW)
    assert code == 0
    assert "De Brug" in out
    assert "Regel 7: ‘2026-03-29T02:30’ bestaat niet" in out
    assert "100,0" in out


def test_norms_of_two_steps_in_working_days(waits):
    norms = "care_kind,unit,target_80pct,maximum\nintake,workdays,5,10\nscan,days,21,28\n"
    cases = (
        "case_id,care_kind,requested_at,served_at,patient_requested_delay_days,status\n"
        "1,intake,2026-12-24,2026-12-31,,valid\n"  # 28, 29, 30 and 31 December; Christmas Day is off
        "2,intake,2026-12-01,2026-12-16,2,valid\n"  # 11 working days, 2 at the patient's wish
        "3,intake,2026-12-01,,,valid\n"
        "4,intake,2026-12-01,2026-11-30,,valid\n"
        "5,intake,2026-10-25T02:15,2026-11-30,,valid\n"
        "6,intake,2026-12-01,2026-12-02,,entered_in_error\n"
        "7,logopedie,2026-12-01,2026-12-02,,valid\n"
    )
    told = answer(waits, cases, norms, "--kind", "two-step", holidays="date\n2026-12-25\n2026-12-26\n")
    first, second = told["rows"]
    assert first == {
        "care_kind": "intake",
        "unit": "workdays",
        "done_n": 2,
        "within_target_n": 1,
        "within_target_pct": 50.0,
        "target_80_met": False,
        "over_maximum_n": 0,
        "maximum_met": True,
        "norm_met": False,
        "longest": 9.0,
        "open_n": 1,
        "error_n": 2,
    }
    assert (second["done_n"], second["norm_met"]) == (0, None)
    assert [error["line"] for error in told["errors"]] == [6, 8]


def test_transfers_are_told_as_totals(waits):
    norms = "answer_within_hours,sent_before_leaving_hours,delay_nights_max,readmission_days\n4,24,1,30\n"
    events = (
        "event_id,patient_id,step,from_place,to_place,event_type,occurred_at,note\n"
        "1,P,1,hospital,Huis A,medically_ready,2026-03-02T09:00,\n"
        "2,P,1,hospital,Huis A,handover_sent,2026-03-02T10:00,\n"
        "3,P,1,hospital,Huis A,handover_accepted,2026-03-02T14:00,\n"
        "4,P,1,hospital,Huis A,left,2026-03-04T09:00,\n"
        "5,P,1,hospital,Huis A,arrived,2026-03-29T02:30,\n"
    )
    told = answer(waits, events, norms, "--kind", "transfers", "--reference-moment", "2026-03-31T12:00")
    totals = told["totals"]
    assert (totals["requests_n"], totals["answered_in_time_pct"], totals["delay_nights_total_net"]) == (
        1,
        100,
        2,
    )
    assert (totals["errors_time_stamp_n"], totals["missing_arrival_n"], totals["sent_in_time_n"]) == (1, 1, 1)
    (step,) = told["steps"]
    assert (step["from_place"], step["to_place"], step["people_n"]) == ("hospital", "Huis A", 1)
    assert (step["requests_n"], step["delay_nights_total_net"]) == (1, 2)
    ways = told["home_to_home"]
    assert (ways["ways_n"], ways["days_median"], ways["people_n"]) == (0, None, 1)
    code, out, _err = waits(events, norms, "--kind", "transfers", "--reference-moment", "2026-03-31T12:00")
    assert code == 0
    assert "readmissions_n" in out


@pytest.mark.parametrize(
    ("norms", "options", "words"),
    [
        (GGZ_NORMS, ("--reference-date", "2026-03-31"), "Geef met --window-from een datum."),
        (
            GGZ_NORMS,
            ("--reference-date", "x", "--window-from", "2026-01-01"),
            "--reference-date: ‘x’ is geen datum",
        ),
        (
            GGZ_NORMS,
            ("--reference-date", "2026-01-01", "--window-from", "2026-03-31"),
            "ligt na --reference-date",
        ),
        (GGZ_NORMS.replace("2022", "2030"), WINDOW, "nog geen norm die geldt"),
        (GGZ_NORMS.replace("28", "veel"), WINDOW, "Regel 2: ‘veel’ in kolom ‘norm_days’ is geen getal."),
        ("phase,from_event\nA,intake\n", WINDOW, "De kolom ‘to_event’ is er niet."),
        (GGZ_NORMS, ("--kind", "transfers"), "Geef met --reference-moment het moment"),
        (
            "answer_within_hours,sent_before_leaving_hours,delay_nights_max,readmission_days\n4,24,1,30\n4,24,1,30\n",
            ("--kind", "transfers", "--reference-moment", "2026-03-31"),
            "De afspraken staan op 2 regels",
        ),
        (
            "care_kind,unit,target_80pct,maximum\na,days,1,2\na,days,1,2\n",
            ("--kind", "two-step"),
            "‘a’ staat meer dan één keer in de normen.",
        ),
    ],
)
def test_what_is_wrong_with_norms_and_choices_is_told(waits, norms, options, words):
    code, out, err = waits(EVENTS, norms, *options)
    assert (code, out) == (2, "")
    assert words in err
