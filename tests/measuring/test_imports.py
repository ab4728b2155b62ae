"""A file with figures: read apart, tried first, brought in whole or not at all, and twice without harm."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from schakel.jobs.models import Job
from schakel.jobs.queue import perform
from schakel.journal.models import Entry
from schakel.measuring import actions
from schakel.measuring.incoming.opening import open_file
from schakel.measuring.models import FigureImport, Value
from schakel.measuring.permissions import why_not_bring_in
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, text
from tests.factories.figure_files import csv_of, workbook_of
from tests.factories.governance import as_platform, looking
from tests.factories.measuring import A_SCORE, fill, make_indicator, make_series, of
from tests.factories.network import make_area, make_member, make_network, make_partner

pytestmark = pytest.mark.django_db

PAGE = "meten/bestand/"


@pytest.fixture
def series():
    """The series of one partner."""
    network = make_network()
    return make_series(network, partner=make_partner(network, "zgt"))


def send(series, data: bytes, **more):
    """Send a file as an analyst does; gives who, and the file."""
    analyst = make_member(series.network, Role.ANALYST)
    with looking(analyst):
        found, job = actions.send_figures(series.network, by=analyst, filename="okt.csv", data=data, **more)
    return analyst, found, job


# --- Trying and bringing in


def test_a_file_is_tried_first_and_nothing_is_written(series) -> None:
    analyst, found, job = send(
        series,
        csv_of(
            "thuis-gebleven;partner:zgt;jan 2025;31;80;register", "Thuis-gebleven;Partner:ZGT;2025-02;32;81;"
        ),
    )
    assert job is None
    assert found.is_right
    assert (found.outcome["n_new"], found.outcome["n_faults"]) == (2, 0)
    with looking(analyst):
        assert not Value.objects.exists()
        done = actions.bring_in(found, by=analyst)
        assert done.rows == []
        assert [(one.numerator, one.denominator, one.source) for one in Value.objects.all()] == [
            (31, 80, "register"),
            (32, 81, "okt.csv"),
        ]
        assert "al ingevoerd" in why_not_bring_in(analyst, done)


def test_the_same_file_again_changes_nothing_and_another_figure_needs_a_reason(series) -> None:
    fill(series, of(31, 80))
    same = csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;")
    _analyst, found, _job = send(series, same)
    assert (found.outcome["n_same"], found.outcome["n_new"]) == (1, 0)
    other = csv_of("thuis-gebleven;partner:zgt;2025-01;33;80;")
    _analyst, found, _job = send(series, other)
    assert not found.is_right
    assert "Hier staat al een ander cijfer" in found.outcome["faults"][0][1]
    analyst, found, _job = send(series, other, reason="Dubbel geteld.")
    assert (found.is_right, found.outcome["n_corrected"]) == (True, 1)
    with looking(analyst):
        actions.bring_in(found, by=analyst)
        assert Value.objects.counting().get().reason == "Dubbel geteld."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";partner:zgt;2025-01;31;80;", "Vul de kolommen indicator en voor in"),
        ("niets;partner:zgt;2025-01;31;80;", "De indicator “niets” wordt hier niet gemeten"),
        ("thuis-gebleven;partner:mst;2025-01;31;80;", "Voor “partner:mst” wordt deze indicator niet gemeten"),
        ("thuis-gebleven;partner:zgt;gisteren;31;80;", "“gisteren” is geen maand"),
        ("thuis-gebleven;partner:zgt;2025-01;veel;80;", "“veel” in de kolom teller is geen getal"),
        ("thuis-gebleven;partner:zgt;2025-01;NaN;80;", "“NaN” in de kolom teller is geen getal"),
        (
            "thuis-gebleven;partner:zgt;2025-01;8.125;9000;",
            "“8.125” kan twee dingen betekenen. Schrijf 8125 of 8,125",
        ),
        ("thuis-gebleven;partner:zgt;2025-01;=1+1;80;", "“=1.1” in de kolom teller is geen getal"),
        ("thuis-gebleven;partner:zgt;2025-01;;;", "Op deze regel staat geen cijfer"),
        ("thuis-gebleven;partner:zgt;2025-01;90;80;", "De teller is groter dan de noemer"),
        ("thuis-gebleven;partner:zgt;2025-01;31;80;;40", "“40” staat in een kolom zonder kop"),
        (";;;;;;40", "“40” staat in een kolom zonder kop"),
        ("thuis-gebleven;partner:zgt;2199-01;31;80;", "moet nog beginnen"),
        ("thuis-gebleven;partner:zgt;2025-02;30;80;", "Deze periode staat er twee keer in"),
    ],
)
def test_one_wrong_line_says_which_and_why_and_nothing_comes_in(series, line: str, reason: str) -> None:
    analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-02;30;80;", line))
    import re

    assert not found.is_right
    ((number, words),) = found.outcome["faults"]
    assert number == 3
    assert re.search(reason, words)
    with looking(analyst), pytest.raises(Refused, match="zitten nog fouten"):
        actions.bring_in(found, by=analyst)


def test_a_cell_beside_the_headings_of_a_workbook_is_refused_at_its_row(series) -> None:
    told = workbook_of(("thuis-gebleven", "partner:zgt", "2025-01", 31, 80, None, 40))
    _analyst, found, _job = send(series, told)
    ((number, words),) = found.outcome["faults"]
    assert (number, words.startswith("“40” staat in een kolom zonder kop.")) == (3, True)
    empty = csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;;;")
    assert send(series, empty)[1].is_right


def test_a_decimal_point_never_makes_a_figure_a_thousand_times_larger() -> None:
    network = make_network()
    score = {"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}
    series = make_series(network, make_indicator(network, **score))
    told = ("0.125", "8,125", "77.5", "1250", "1.250,5", "1.250.000")
    lines = [f"thuis-gebleven;netwerk;2025-{at:02};{one};40" for at, one in enumerate(told, start=1)]
    data = "\n".join(("indicator;voor;periode;waarde;aantal", *lines)).encode()
    analyst, found, _job = send(series, data)
    with looking(analyst):
        actions.bring_in(found, by=analyst)
        values = [float(one.value) for one in Value.objects.order_by("period_on")]
    assert values == [0.125, 8.125, 77.5, 1250, 1250.5, 1_250_000]


def test_a_cell_keeps_every_digit() -> None:
    rows = open_file(workbook_of(("x", "zgt", "2025-01", 1234567.891234, 12345678901.0)))
    assert (rows[0].words["teller"], rows[0].words["noemer"]) == ("1234567,891234", "12345678901")


def test_over_how_many_is_a_whole_number() -> None:
    network = make_network()
    score = {"type": "score", "multiplier": 1, "chart": "xmr", "interval": "t"}
    series = make_series(network, make_indicator(network, **score))
    lines = ("thuis-gebleven;netwerk;2025-01;8,5;40", "thuis-gebleven;netwerk;2025-02;8,5;4,5")
    data = "\n".join(("indicator;voor;periode;waarde;aantal", *lines)).encode()
    _analyst, found, _job = send(series, data)
    assert found.outcome["faults"] == [[3, "Over hoeveel het gaat, is een heel getal."]]


def test_a_partner_brings_in_its_own_figures_only(series) -> None:
    mst = make_series(series.network, series.version, partner=make_partner(series.network, "mst"))
    person = make_member(series.network, Role.PROFESSIONAL, partner=series.partner)
    lines = csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;", "thuis-gebleven;partner:mst;2025-01;31;80;")
    with looking(person):
        found, _job = actions.send_figures(series.network, by=person, filename="", data=lines)
        assert found.filename == "cijfers"
        ((number, words),) = found.outcome["faults"]
        assert (number, "cijfers van Mst invullen" in words) == (3, True)
    with (
        looking(make_member(series.network, Role.READER)) as reader,
        pytest.raises(Refused, match="cijfers van een partner"),
    ):
        actions.send_figures(series.network, by=reader, filename="x", data=lines)
    assert mst.pk


def test_what_no_longer_fits_is_not_brought_in(series) -> None:
    analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;"))
    with as_platform(series.network):
        actions.drop_series(series, by=None)
    with looking(analyst), pytest.raises(Refused, match="past niet meer bij wat er nu is"):
        actions.bring_in(found, by=analyst)


def test_what_came_in_already_is_not_looked_at_again(series) -> None:
    analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;"))
    with looking(analyst):
        done = actions.bring_in(found, by=analyst)
        n_looks = Entry.objects.filter(verb="checked").count()
        again = actions.check_figures(done, by=analyst)
        assert (again.outcome, again.done_at) == (done.outcome, done.done_at)
        assert Entry.objects.filter(verb="checked").count() == n_looks


def test_files_that_nobody_brought_in_are_forgotten(series) -> None:
    analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;"))
    with as_platform(series.network):
        FigureImport.objects.filter(pk=found.pk).update(sent_at=timezone.now() - timedelta(days=8))
    send(series, csv_of("thuis-gebleven;partner:zgt;2025-02;31;80;"))
    with looking(analyst):
        assert not FigureImport.objects.filter(pk=found.pk).exists()


def test_a_large_file_goes_by_the_worker_with_progress(series, monkeypatch) -> None:
    monkeypatch.setattr("schakel.measuring.actions.imports.EVERY", 1)
    lines = csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;", "thuis-gebleven;partner:zgt;2025-02;32;80;")
    analyst, found, job = send(series, lines, at_once=1)
    assert found.outcome == {"reason": ""}
    with looking(analyst):
        assert "bekijken dit bestand nog" in why_not_bring_in(analyst, found)
    network = str(series.network.pk)
    perform("measuring.check", {"network": network, "job": str(job.pk), "found": str(found.pk)})
    with looking(analyst):
        found.refresh_from_db()
        assert found.is_right
        assert Job.objects.get(pk=job.pk).words.startswith("Uw bestand klopt")
        later = actions.bring_in_later(found, by=analyst)
    perform("measuring.bring_in", {"network": network, "job": str(later.pk), "found": str(found.pk)})
    with looking(analyst):
        assert Value.objects.count() == 2
        assert Job.objects.get(pk=later.pk).words == "Uw cijfers zijn ingevoerd."
    analyst, found, job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;90;80;"), at_once=0)
    perform("measuring.check", {"network": network, "job": str(job.pk), "found": str(found.pk)})
    with looking(analyst):
        assert "zitten nog fouten" in Job.objects.get(pk=job.pk).words
        assert not actions.check_figures(found, by=analyst).is_right


def test_what_somebody_else_corrected_meanwhile_is_not_written_over(series) -> None:
    fill(series, of(31, 80))
    line = csv_of("thuis-gebleven;partner:zgt;2025-01;33;80;")
    analyst, found, _job = send(series, line, reason="Dubbel geteld.")
    fill(series, of(35, 80), reason="Beter geteld.")
    with looking(analyst):
        with pytest.raises(Refused, match="veranderde dit cijfer intussen"):
            actions.bring_in(found, by=analyst)
        assert Value.objects.counting().get().numerator == 35
    analyst, found, _job = send(series, line, reason="Toch dubbel geteld.")
    with looking(analyst):
        assert "seen" not in actions.bring_in(found, by=analyst).outcome
        assert Value.objects.counting().get().numerator == 33


def test_who_sent_a_file_brings_it_in_and_nobody_else(series) -> None:
    _analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;"))
    with looking(make_member(series.network, Role.ANALYST)) as other:
        with pytest.raises(Refused, match="Alleen wie dit bestand stuurde"):
            actions.bring_in(found, by=other)
        assert not Value.objects.exists()


def test_an_area_a_partner_and_the_network_are_told_apart(series) -> None:
    network, version = series.network, series.version
    area, partner = make_area(network, "zgt"), make_partner(network, "netwerk")
    about = {
        "partner:zgt": series,
        "gebied:zgt": make_series(network, version, area=area),
        "partner:netwerk": make_series(network, version, partner=partner),
        "netwerk": make_series(network, version),
    }
    lines = [f"thuis-gebleven;{key};2025-01;{at};80;" for at, key in enumerate(about, start=31)]
    analyst, found, _job = send(series, csv_of(*lines))
    with looking(analyst):
        actions.bring_in(found, by=analyst)
        assert [one.values.get().numerator for one in about.values()] == [31, 32, 33, 34]


def test_a_file_fills_the_newest_definition_only(series) -> None:
    with as_platform(series.network):
        told = replace(series.version.definition, change="")
        version = actions.renew_indicator(
            series.version.indicator, by=None, definition=told, change="Bron nagekeken."
        )
    new = make_series(series.network, version, partner=series.partner)
    analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;"))
    with looking(analyst):
        actions.bring_in(found, by=analyst)
        assert Value.objects.get().series == new
    book = load_workbook(io.BytesIO(browser_of(series).get("meten/bestand/sjabloon/").content))
    assert book["Reeksen"].max_row == 2


def test_a_file_is_seen_by_who_sent_it_and_forgotten_every_day(series) -> None:
    analyst, found, _job = send(series, csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;"))
    with looking(make_member(series.network, Role.MANAGER)) as manager:
        assert not FigureImport.objects.visible_to(manager).exists()
    with looking(analyst):
        assert FigureImport.objects.visible_to(analyst).get() == found
    network = str(series.network.pk)
    perform("measuring.forget", {"network": network})
    with as_platform(series.network):
        FigureImport.objects.update(sent_at=timezone.now() - timedelta(days=8))
    perform("measuring.forget", {"network": network})
    with as_platform(series.network):
        assert not FigureImport.objects.exists()


@pytest.mark.parametrize("facts", [{}, A_SCORE])
def test_a_series_that_was_taken_out_comes_back_as_a_file(facts: dict) -> None:
    series = make_series(network := make_network(), make_indicator(network, **facts), partner=None)
    figures = (
        [of("6.5", n=25), of("7.0", n=30), of("8.0", n=4)] if facts else [of(31, 80), of(2, 8), of(33, 81)]
    )
    fill(series, *figures)
    with looking(make_member(network, Role.ANALYST)) as analyst:
        made, _left = actions.take_out(series, by=analyst)
    _analyst, found, _job = send(series, made)
    assert found.outcome["faults"] == []
    assert (found.outcome["n_same"], found.outcome["n_new"], found.outcome["n_corrected"]) == (2, 0, 0)
    page = (book := load_workbook(io.BytesIO(made))).worksheets[0]
    last = list(page[page.max_row])
    page.append([last[0].value, last[1].value, "april 2025", *(40, 90), *[None] * (len(last) - 5)])
    out = io.BytesIO()
    book.save(out)
    _analyst, found, _job = send(series, out.getvalue())
    assert (found.outcome["n_same"], found.outcome["n_new"], found.outcome["faults"]) == (2, 1, [])


def test_a_spread_is_given_as_a_deviation_or_as_an_error_and_not_as_both() -> None:
    series = make_series(network := make_network(), make_indicator(network, **A_SCORE), partner=None)
    line = "indicator;voor;periode;waarde;aantal;sd;se\nthuis-gebleven;netwerk;2025-01;6,5;16;"
    _analyst, found, _job = send(series, f"{line}1;0,5".encode())
    assert "(sd) of de standaardfout (se) in, niet allebei" in found.outcome["faults"][0][1]
    analyst, found, _job = send(series, f"{line};0,5".encode())
    with looking(analyst):
        actions.bring_in(found, by=analyst)
        assert Value.objects.get().sd == 2, "half a point of error over sixteen people"


# --- Pages


def browser_of(series, role=Role.ANALYST) -> Browser:
    return Browser(series.network, make_member(series.network, role))


def upload(data: bytes, name: str = "okt.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_the_template_names_what_can_be_filled_in_and_comes_back_in(series) -> None:
    browser = browser_of(series)
    answer = browser.get("meten/bestand/sjabloon/")
    assert "attachment" in answer["Content-Disposition"]
    book = load_workbook(io.BytesIO(answer.content))
    assert [cell.value for cell in book["Reeksen"][2]][:4] == [
        "thuis-gebleven",
        "partner:zgt",
        "Thuis gebleven",
        "Zgt",
    ]
    page = book["Cijfers"]
    for place, value in enumerate(("thuis-gebleven", "partner:zgt", "2025-03", 31, 80), start=1):
        page.cell(2, place).value = value
    out = io.BytesIO()
    book.save(out)
    answer = browser.post(PAGE, file=upload(out.getvalue(), "cijfers.xlsx"))
    assert "Dit gaat er gebeuren als u dit bestand invoert" in text(browser.client.get(answer["Location"]))
    assert browser_of(series, Role.READER).get("meten/bestand/sjabloon/").status_code == 403


def test_a_file_is_sent_read_and_brought_in(series) -> None:
    browser = browser_of(series)
    assert "Bekijk wat er gebeurt" in text(browser.get(PAGE))
    answer = browser.post(PAGE, file=upload(csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;")))
    where = answer["Location"]
    assert "Voer deze cijfers in" in text(browser.client.get(where))
    browser.client.post(where)
    assert "Deze cijfers zijn ingevoerd" in text(browser.client.get(where))
    browser.client.post(where)
    with as_platform(series.network):
        assert Value.objects.count() == 1
    assert "okt.csv" in text(browser.get(PAGE))
    again = browser.post(PAGE, file=upload(csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;")))
    assert "Dit bestand verandert niets" in text(browser.client.get(again["Location"]))
    assert (
        Browser(series.network, make_member(series.network, Role.ANALYST)).client.get(where).status_code
        == 404
    )


def test_faults_stand_by_their_line_and_the_first_ones_are_enough(series, monkeypatch) -> None:
    monkeypatch.setattr("schakel.measuring.actions.imports.MOST_FAULTS", 1)
    browser = browser_of(series)
    answer = browser.post(
        PAGE, file=upload(csv_of("thuis-gebleven;partner:zgt;x;1;2;", "thuis-gebleven;partner:zgt;y;1;2;"))
    )
    page = text(browser.client.get(answer["Location"]))
    assert "Dit bestand klopt nog niet" in page
    assert "Regel 2" in page
    assert "Hier staan de eerste 1" in page


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({}, "Kies eerst een bestand"),
        ({"file": b""}, "Dit bestand is leeg"),
        ({"file": b"zomaar tekst"}, "geen regel met de koppen"),
        ({"file": b"a" * 10_000_001}, "groter dan 10 MB"),
    ],
)
def test_a_wrong_file_is_told_at_the_field(series, sent: dict, reason: str) -> None:
    values = {name: upload(data) for name, data in sent.items()}
    answer = browser_of(series).post(PAGE, **values)
    assert (answer.status_code, reason in text(answer)) == (422, True)


def test_a_large_file_leads_to_its_progress(series, monkeypatch) -> None:
    monkeypatch.setattr("schakel.measuring.actions.imports.AT_ONCE", 0)
    monkeypatch.setattr("schakel.measuring.actions.AT_ONCE", 0)
    monkeypatch.setattr(actions.send_figures, "__kwdefaults__", {"reason": "", "at_once": 0}, raising=False)
    browser = browser_of(series)
    data = csv_of("thuis-gebleven;partner:zgt;2025-01;31;80;")
    analyst, found, _job = send(series, data, at_once=5)
    own = Browser(series.network, analyst)
    answer = own.post(f"{PAGE}{found.pk}/")
    assert "/taken/" in answer["Location"]
    with looking(analyst):
        waiting, _job = actions.send_figures(series.network, by=analyst, filename="x", data=data, at_once=0)
    assert "Wij bekijken dit bestand nog" in text(own.get(f"{PAGE}{waiting.pk}/"))
    assert browser.get(f"{PAGE}{waiting.pk}/").status_code == 404


def test_who_may_not_send_reads_why(series) -> None:
    browser = browser_of(series, Role.READER)
    assert "cijfers van een partner invullen" in text(browser.get(PAGE))
    assert browser.post(PAGE, file=upload(b"x")).status_code == 403
