"""Excel on the screen: who gets what, what a file holds, and that nothing in it can live."""

from __future__ import annotations

import io
import itertools
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils import timezone
from openpyxl import load_workbook

from schakel.exchange.models import WorkbookImport
from schakel.initiatives.actions import PastInitiative, record_historic_initiative
from schakel.jobs.models import Job
from schakel.methods.workbooks import MAX_BYTES
from schakel.network.models import Network, Partner
from schakel.network.rules import Role
from schakel.tenancy.context import person as looking_as
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, make_decision, make_group
from tests.factories.jobs import run_waiting
from tests.factories.network import make_member, make_network, make_partner, make_theme
from tests.factories.workbooks import SMALL, make_workbook

pytestmark = pytest.mark.django_db

FILES = ("sjabloon.xlsx", "werkmap.xlsx", "portfolio.xlsx", "besluiten.xlsx", "afspraken.xlsx")


def browser_of(network: Network, role: str = Role.MANAGER) -> Browser:
    """A browser in which somebody with this role is signed in."""
    return Browser(network, make_member(network, role))


def make_old(network: Network, title: str) -> None:
    """An initiative that a source tells about."""
    past = PastInitiative(key=f"k-{abs(hash(title))}", title=title, stage="execution", source="Jaarverslag")
    with as_platform(network):
        record_historic_initiative(network, by=None, past=past)


def send(browser: Browser, data: bytes, name: str = "map.xlsx") -> HttpResponse:
    """Send a file."""
    return browser.post("excel/", file=SimpleUploadedFile(name, data))


def cells(answer: HttpResponse, sheet: int = 0) -> list[list[Any]]:
    """The rows of one sheet of a file, without what is empty."""
    page = load_workbook(io.BytesIO(answer.content)).worksheets[sheet]
    return [[cell for cell in row if cell is not None] for row in page.values if any(row)]


@pytest.mark.parametrize("name", ["", *FILES])
def test_excel_is_for_members_only(name: str) -> None:
    network = make_network(created_at=timezone.now())
    assert browser_of(network, Role.READER).get(f"excel/{name}").status_code == 200
    assert browser_of(make_network()).client.get(f"/{network.slug}/excel/{name}").status_code == 404
    assert Browser(network).get(f"excel/{name}").status_code == 302


def test_a_workbook_goes_from_sending_to_reading_to_bringing_in() -> None:
    network = make_network(created_at=timezone.now())
    browser = browser_of(network)
    sent = send(browser, make_workbook(**SMALL))
    assert sent.status_code == 302
    path = sent["Location"].removeprefix(f"/{network.slug}/")
    page = text(browser.get(path))
    assert "Dit gaat er gebeuren" in page
    assert "10 nieuw, 0 gewijzigd, 0 blijft zoals het is." in page
    assert "Voer in" in page
    done = text(browser.client.post(sent["Location"], follow=True))
    assert "Deze werkmap is ingevoerd" in done
    assert done.count("ngevoerd.") == 1  # said once, with the figures and the way on
    assert f'href="/{network.slug}/beheer/"' in done
    assert "Voer in<" not in done
    assert browser.client.post(sent["Location"]).status_code == 302
    again = send(browser, make_workbook(**SMALL))
    assert "Alles uit dit bestand staat al zo in Schakel." in text(browser.client.get(again["Location"]))
    assert "Uw laatste werkmap" in text(browser.get("excel/"))


def test_faults_stand_in_a_table_by_sheet_and_nothing_can_be_brought_in() -> None:
    network = make_network(created_at=timezone.now())
    browser = browser_of(network)
    sent = send(browser, make_workbook(partners=[{"Naam": "<b>Zorg</b>", "Soort organisatie": "ziekenhuus"}]))
    page = text(browser.client.get(sent["Location"]))
    assert "Er is één fout. Er is niets ingevoerd." in page
    assert "Blad Partners" in page
    assert "“ziekenhuus” kan hier niet." in page
    assert "Voer in<" not in page
    assert browser.client.post(sent["Location"]).status_code == 403
    with looking_as(make_member(network).pk):
        assert not Partner.objects.of(network).exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Dit bestand is leeg."),
        (b"Naam;Soort", "gewone tekst (zoals CSV)"),
        (b"PK" + bytes(MAX_BYTES), "groter dan 10 MB"),
    ],
)
def test_what_is_no_workbook_is_told_at_the_field(data: bytes, sentence: str) -> None:
    answer = send(browser_of(make_network()), data)
    assert answer.status_code == 422
    assert sentence in text(answer)


def test_sending_no_file_at_all_asks_for_one() -> None:
    answer = browser_of(make_network()).post("excel/")
    assert (answer.status_code, "Kies eerst een bestand." in text(answer)) == (422, True)


def test_who_is_no_manager_reads_why_and_cannot_send() -> None:
    network = make_network(created_at=timezone.now())
    reader = browser_of(network, Role.READER)
    assert "Alleen de netwerkmanager kan dit doen." in text(reader.get("excel/"))
    assert send(reader, make_workbook(**SMALL)).status_code == 403


def test_an_upload_is_not_found_by_another_manager() -> None:
    network = make_network(created_at=timezone.now())
    sent = send(browser_of(network), make_workbook(**SMALL))
    assert browser_of(network).client.get(sent["Location"]).status_code == 404


def test_what_no_longer_fits_is_told_after_the_button() -> None:
    network = make_network(created_at=timezone.now())
    browser = browser_of(network)
    sent = send(browser, make_workbook(**SMALL))
    with patch("schakel.exchange.actions.workbook._pages", return_value=[]):
        page = text(browser.client.post(sent["Location"], follow=True))
    assert "Deze werkmap klopt nog niet" in page
    assert "geen blad dat wij kennen" in page
    with looking_as(make_member(network, Role.MANAGER).pk):
        assert not WorkbookImport.objects.filter(done_at__isnull=False).exists()


def test_the_portfolio_goes_out_as_it_is_filtered_with_days_as_days_and_no_text_that_lives() -> None:
    network = make_network(name="Netwerk Oost", is_example=True)
    make_old(network, "=HYPERLINK(1)")
    make_old(network, "Valpreventie")
    make_theme(network)
    browser = browser_of(network, Role.READER)
    answer = browser.get("excel/portfolio.xlsx")
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
    assert f'filename="portfolio-{network.slug}-' in answer["Content-Disposition"]
    rows = cells(answer)
    assert rows[0] == ["Portfolio: Netwerk Oost"]
    assert rows[1][0].startswith("Stand op ")
    assert rows[2] == [f"Uit Schakel: http://testserver/{network.slug}/initiatieven/"]
    assert rows[3][0].startswith("VOORBEELD.")
    titles = {row[1] for row in rows[5:]}
    assert titles == {"'=HYPERLINK(1)", "Valpreventie"}
    page = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert page.freeze_panes == "B7"
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "d"}
    filtered = cells(browser.get("excel/portfolio.xlsx", q="Valpreventie"))
    assert filtered[3] == ["Gefilterd op: woorden of nummer = Valpreventie"]
    assert [row[1] for row in filtered[6:]] == ["Valpreventie"]
    for theme, n_found in (("ouderenzorg", 0), ("bestaat-niet", 2)):
        assert len(cells(browser.get("excel/portfolio.xlsx", thema=theme))[6 - (n_found > 0) :]) == n_found


def test_decisions_go_out_with_amounts_as_numbers() -> None:
    network = make_network(created_at=timezone.now())
    make_decision(make_group(network), title="-1 stap", amount_eur=1250, asks_money=True)
    rows = cells(browser_of(network).get("excel/besluiten.xlsx"))
    assert rows[-1][1] == "'-1 stap"
    assert 1250 in rows[-1]
    assert [row[0] for row in cells(browser_of(network).get("excel/besluiten.xlsx", year="1999"))][-2:] == [
        "Gefilterd op: jaar = 1999",
        "Nummer",
    ]
    assert len(cells(browser_of(network).get("excel/besluiten.xlsx", year="x", q="\x00"))) == len(rows)


def test_the_page_of_a_list_offers_the_same_list_as_excel() -> None:
    network = make_network(created_at=timezone.now())
    make_old(network, "Valpreventie")
    make_decision(make_group(network), title="Besluit")
    browser = browser_of(network, Role.READER)
    assert "excel/portfolio.xlsx?q=Val" in text(browser.get("initiatieven/", q="Val"))
    assert "excel/besluiten.xlsx?q=Bes" in text(browser.get("besluiten/", q="Bes"))


@pytest.mark.parametrize("name", ["", *FILES])
def test_the_number_of_questions_does_not_grow_with_the_rows(name: str) -> None:
    network = make_network(created_at=timezone.now())
    browser = browser_of(network)
    group = make_group(network)

    numbers = itertools.count()

    def grow() -> None:
        make_partner(network)
        make_old(network, f"Plan {next(numbers)}")
        make_decision(group)

    grow()
    few = questions(browser, f"excel/{name}")
    for _more in range(3):
        grow()
    assert questions(browser, f"excel/{name}") == few


def test_a_large_workbook_is_brought_in_by_the_worker_with_progress() -> None:
    network = make_network(created_at=timezone.now())
    manager = make_member(network, Role.MANAGER)
    browser = Browser(network, manager)
    rows = [{"Naam": f"Organisatie {n}", "Soort organisatie": "wonen"} for n in range(4)]
    sent = send(browser, make_workbook(partners=rows))
    with patch("schakel.exchange.views.incoming.AT_ONCE", 3):
        queued = browser.client.post(sent["Location"])
    assert "/taken/" in queued["Location"]
    with looking_as(manager.pk):
        assert not Partner.objects.of(network).exists()
    run_waiting()
    with looking_as(manager.pk):
        assert Partner.objects.of(network).count() == 4
        job = Job.objects.get()
        assert (job.state, job.words, job.total) == ("done", "Uw werkmap is ingevoerd.", 4)
    assert "Deze werkmap is ingevoerd" in text(browser.client.get(sent["Location"]))


def test_a_large_workbook_that_no_longer_fits_ends_its_job_with_that_news() -> None:
    network = make_network(created_at=timezone.now())
    manager = make_member(network, Role.MANAGER)
    browser = Browser(network, manager)
    sent = send(browser, make_workbook(partners=[{"Naam": "Een", "Soort organisatie": "wonen"}]))
    with patch("schakel.exchange.views.incoming.AT_ONCE", 0):
        browser.client.post(sent["Location"])
    with patch("schakel.exchange.actions.workbook._pages", return_value=[]):
        run_waiting()
    with looking_as(manager.pk):
        assert Job.objects.get().words == "De werkmap klopt niet meer. Er is niets ingevoerd."
        assert not Partner.objects.of(network).exists()


def test_a_large_workbook_is_looked_at_by_the_worker_with_progress() -> None:
    network = make_network(created_at=timezone.now())
    browser = browser_of(network)
    with patch("schakel.exchange.views.incoming.AT_ONCE", 3):
        sent = send(browser, make_workbook(**SMALL))
    assert "/taken/" in sent["Location"]
    with as_platform(network):
        found = WorkbookImport.objects.get()
    here = f"excel/{found.pk}/"
    page = text(browser.get(here))
    assert "Wij bekijken deze werkmap nog" in page
    assert "Voer in" not in page
    assert browser.post(here).status_code in {302, 403}
    run_waiting(only="exchange.check")
    with as_platform(network):
        assert not Partner.objects.of(network).exists()
        job = Job.objects.get()
        assert (job.state, job.total > 0, job.done) == ("done", True, job.total)
    assert "Uw werkmap klopt." in text(browser.client.get(sent["Location"]))
    assert "Proefronde: er is nog niets ingevoerd." in text(browser.get(here))
