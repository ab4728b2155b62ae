"""The indicator sheet: the definition with charts and figures as a PDF and as Excel; small numbers never leave."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from schakel.documents.actions import SET_PRINTOUT
from schakel.documents.models import Printout
from schakel.measuring import actions
from schakel.measuring.models import Exit, IndicatorVersion, Reading
from schakel.network.rules import Role
from tests.documents.test_pdf import LINE, kinds
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.jobs import run_waiting
from tests.factories.measuring import fill, make_indicator, make_series, of
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

BIG = [of(n, 100) for n in (39, 41, 40, 42, 38, 40, 41, 39, 40, 42, 38, 41)]


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def version(network) -> IndicatorVersion:
    """An indicator that the network measures, twelve months long."""
    made = make_indicator(network, target="50")
    fill(make_series(network, made), *BIG)
    with as_platform(network):
        Reading.objects.update(broad=LINE, narrow=LINE, is_stale=False)
    return made


def cells(data: bytes, sheet: str) -> list[list]:
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(data))[sheet].iter_rows()]


def test_the_workbook_holds_the_definition_and_every_figure(network, version):
    reader = make_member(network, Role.READER)
    with looking(reader):
        made, left = actions.take_out_fiche(version, by=reader)
    told = {row[0]: row[1] for row in cells(made, "Definitie") if row[0]}
    assert told["Doel"] == "50 % (Themagroep)"
    assert told["Teller"] == version.numerator
    rows = [row for row in cells(made, "Cijfers") if row[1] == "januari 2025"]
    assert [row[2:5] for row in rows] == [[39, 39, 100]]
    assert (left.n_values, left.n_hidden, left.file_name) == (12, 0, f"fiche-{version.indicator.code}-1.xlsx")


def test_a_small_number_stays_behind_in_both_files(network, version):
    reader = make_member(network, Role.READER)
    with as_platform(network):
        series = version.series.get()
    fill(series, of(3, 100), reason="Verbeterd")
    with as_platform(network):
        Reading.objects.update(is_stale=False)
    with looking(reader):
        made, left = actions.take_out_fiche(version, by=reader)
        assert left.n_hidden == 1
        rows = [row for row in cells(made, "Cijfers") if row[1] == "januari 2025"]
        assert rows[0][2:5] == ["verborgen", None, None]
    told = words(printed(network, reader, version))
    assert "die zijn verborgen" in told
    assert "jan 2025" not in told


def printed(network, reader, version) -> bytes:
    with looking(reader) as by:
        made = actions.ask_fiche(version, by=by)
    run_waiting(only=SET_PRINTOUT)
    with as_platform(network):
        return bytes(Printout.objects.get(pk=made.pk).data)


def words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def test_the_worker_sets_a_tagged_pdf_for_who_asked_and_nobody_else_opens_it(network, version):
    who = make_member(network, Role.READER)
    browser = Browser(network, who)
    page = f"meten/indicatoren/{version.indicator.code}/"
    assert "Maak de fiche als PDF" in text(browser.get(page))
    answer = browser.post(f"{page}fiche/")
    run_waiting(only=SET_PRINTOUT)
    with as_platform(network):
        made, left = Printout.objects.get(), Exit.objects.get()
    assert answer["Location"] == f"/{network.slug}/afdrukken/{made.pk}/"
    assert (left.sha256, left.file_name) == (made.sha256, made.file_name)
    browser.post(f"{page}fiche/")
    with as_platform(network):
        assert Exit.objects.count() == 1  # the same figures leave once
    answer = browser.get(f"afdrukken/{made.pk}/download/")
    assert answer["Content-Type"] == "application/pdf"
    data = answer.content
    assert {"/H1", "/Figure", "/Table"} <= kinds(
        PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]
    )
    told = words(data)
    for said in (version.name, version.question, "Wat het laat zien", "De cijfers achter de grafieken"):
        assert said in told
    other = Browser(network, make_member(network, Role.READER))
    assert other.get(f"afdrukken/{made.pk}/download/").status_code == 404


def test_what_is_not_measured_yet_says_so_and_what_is_unknown_is_not_there(network):
    bare = make_indicator(network, "Nieuw")
    reader = make_member(network, Role.READER)
    assert "Dit wordt nog niet gemeten." in words(printed(network, reader, bare))
    browser = Browser(network, reader)
    assert browser.post("meten/indicatoren/bestaat-niet/fiche/").status_code == 404
    assert browser.post("meten/indicatoren/bestaat-niet/fiche/excel/").status_code == 404
    excel = browser.post(f"meten/indicatoren/{bare.indicator.code}/fiche/excel/")
    assert excel["Content-Type"].startswith("application/vnd.openxml")
