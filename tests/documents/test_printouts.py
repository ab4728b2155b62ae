"""A paper as a PDF: asked, set by the worker, fetched by who asked and by nobody else."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pypdf import PdfReader

from schakel.documents import actions, pdf
from schakel.documents.models import Printout
from schakel.documents.paper import Heading, NewPage, Paper, Table, Text
from schakel.documents.rules import KEPT, PrintoutState, printout_state
from schakel.jobs import actions as jobs
from schakel.jobs.queue import TASKS
from schakel.journal.models import Entry
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.documents.test_pdf import bookmarks, kinds
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.jobs import run_waiting, waiting
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

PAPER = Paper(
    title="Agenda Themagroep",
    subtitle="Overleg O-2026-001",
    number="O-2026-001",
    path="/hier/overleggen/O-2026-001/",
    file_name="agenda-O-2026-001",
    parts=[
        Heading("Punten"),
        Table(["Nr.", "Punt"], [["1", "Samen eten"]], widths=(1, 5)),
        NewPage(),
        Heading("Leden"),
        Text("Nodig zijn 2 zetels."),
    ],
)


@pytest.fixture
def network():
    return make_network()


@pytest.fixture
def who(network):
    return make_member(network, Role.READER)


@pytest.fixture(autouse=True)
def awake():
    """The worker looked around just now."""
    jobs.make_round()


def ask(network, person, paper=PAPER) -> tuple[Printout, bool]:
    with looking(person) as by:
        return actions.ask_printout(network, paper, by=by)


def page_of(network, person, made: Printout, more: str = "", **options):
    return Browser(network, person).get(f"afdrukken/{made.pk}/{more}", **options)


def test_it_is_being_made_and_then_there_to_fetch(network, who):
    made, is_new = ask(network, who)
    assert is_new
    page = text(page_of(network, who, made))
    assert "De PDF wordt gemaakt" in page
    assert "load delay:1s" in page
    assert page_of(network, who, made, "download/").status_code == 404
    assert run_waiting() == [actions.SET_PRINTOUT]
    part = text(page_of(network, who, made, part=True))
    assert "Download de PDF" in part
    assert "<html" not in part
    assert "load delay" not in part
    answer = page_of(network, who, made, "download/")
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="agenda-O-2026-001.pdf"' in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_file_is_tagged_in_dutch_with_its_title_headings_and_heads_of_tables(network, who):
    made, _is_new = ask(network, who)
    run_waiting()
    data = page_of(network, who, made, "download/").content
    document = PdfReader(io.BytesIO(data))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert b"pdfuaid" in data
    assert document.metadata.title == PAPER.title
    assert {"/H1", "/Table", "/TH"} <= kinds(root["/StructTreeRoot"])
    assert bookmarks(document) == ["Punten", "Leden"]
    assert len(document.pages) == 2
    words = document.pages[0].extract_text()
    assert "Samen eten" in words
    assert network.name in words
    assert PAPER.path in words


def test_asked_twice_it_is_made_once_and_the_same_file(network, who):
    first, _is_new = ask(network, who)
    second, is_new = ask(network, who)
    assert (second.pk, is_new) == (first.pk, False)
    assert [name for name, _values in waiting()] == [actions.SET_PRINTOUT]
    run_waiting()
    data = page_of(network, who, first, "download/").content
    third, is_new = ask(network, who)
    assert (third.pk, is_new) == (first.pk, False)
    assert waiting() == []
    assert page_of(network, who, third, "download/").content == data
    with as_platform(network):
        assert Entry.objects.filter(verb="printout asked").count() == 1


def test_what_changed_is_a_new_file_and_the_one_before_says_what_it_said(network, who):
    before, _is_new = ask(network, who)
    run_waiting()
    changed = Paper(**{**vars(PAPER), "parts": [*PAPER.parts, Text("Punt 2: kosten.")]})
    after, is_new = ask(network, who, changed)
    assert is_new
    assert after.pk != before.pk
    run_waiting()
    told = [
        PdfReader(io.BytesIO(page_of(network, who, one, "download/").content)).pages[1].extract_text()
        for one in (before, after)
    ]
    assert ["kosten" in words for words in told] == [False, True]


def test_nobody_else_sees_it_or_fetches_it_not_even_without_a_filter(network, who):
    made, _is_new = ask(network, who)
    run_waiting()
    others = [
        (network, make_member(network, Role.MANAGER)),
        (network, None),
        (other := make_network(), make_member(other, Role.MANAGER)),
    ]
    for place, person in others:
        for more in ("", "download/"):
            assert page_of(place, person, made, more).status_code in {404, 302}
    with looking(others[0][1]):
        assert not Printout.objects.exists()
    with looking(who):
        assert Printout.objects.count() == 1


def test_each_person_has_a_printout_of_their_own(network, who):
    mine, _is_new = ask(network, who)
    theirs, is_new = ask(network, make_member(network, Role.READER))
    assert is_new
    assert theirs.pk != mine.pk
    assert theirs.sha256 == mine.sha256


def test_who_does_not_belong_to_the_network_asks_nothing(network):
    other = make_network()
    stranger = make_member(other, Role.MANAGER)
    with looking(stranger) as by, pytest.raises(Refused, match="Alleen wie bij dit netwerk hoort"):
        actions.ask_printout(network, PAPER, by=by)


def test_what_is_not_there_is_not_found(network, who):
    browser = Browser(network, who)
    for address in (f"afdrukken/{uuid4()}/", f"afdrukken/{uuid4()}/download/", "afdrukken/geen-nummer/"):
        assert browser.get(address).status_code == 404
    assert browser.post(f"afdrukken/{uuid4()}/opnieuw/").status_code == 404


def test_when_the_worker_stands_still_the_page_says_so_and_goes_on_looking(network, who):
    with as_platform(network):
        from schakel.jobs.models import Round

        Round.objects.update(at=timezone.now() - timedelta(minutes=10))
    made, _is_new = ask(network, who)
    page = text(page_of(network, who, made))
    assert "het werk op de achtergrond staat stil" in page
    assert "load delay:15s" in page, "not every second, for as long as that takes"
    assert "opnieuw/" not in page


def test_what_fails_says_so_is_told_to_the_manager_and_can_be_asked_again(network, who, monkeypatch):
    made, _is_new = ask(network, who)

    def broken(*_parts, **_more):
        raise pdf.NotSet("stuk")

    with monkeypatch.context() as patched:
        patched.setattr(pdf, "pdf_file", broken)
        [(_name, values)] = waiting()
        with pytest.raises(pdf.NotSet):
            TASKS[actions.SET_PRINTOUT].run(**values)
    assert TASKS[actions.SET_PRINTOUT].tries == 1
    page = text(page_of(network, who, made))
    assert "Het maken van de PDF is niet gelukt" in page
    assert "load delay" not in page
    answer = Browser(network, who).post(f"afdrukken/{made.pk}/opnieuw/")
    assert answer["Location"] == f"/{network.slug}/afdrukken/{made.pk}/"
    assert "De PDF wordt gemaakt" in text(page_of(network, who, made))
    run_waiting()
    assert "Download de PDF" in text(page_of(network, who, made))


def test_what_never_came_can_be_asked_again_after_a_while(network, who):
    made, _is_new = ask(network, who)
    with as_platform(network):
        Printout.objects.update(asked_at=timezone.now() - timedelta(minutes=5))
    page = text(page_of(network, who, made))
    assert "De PDF laat op zich wachten" in page, (
        "two long jobs may lie before it: nothing is known to be wrong"
    )
    assert "niet gelukt" not in page
    assert re.search(rf'action="/{network.slug}/afdrukken/{made.pk}/opnieuw/"', page)


def test_asking_again_for_what_is_there_changes_nothing(network, who):
    made, _is_new = ask(network, who)
    run_waiting()
    with looking(who) as by:
        made = actions.ask_again(made, by=by)
    assert made.made_at
    assert waiting() == []


def test_only_who_asked_asks_again(network, who):
    made, _is_new = ask(network, who)
    other = make_member(network, Role.MANAGER)
    with as_platform(network), pytest.raises(Refused, match="Alleen wie deze PDF vroeg"):
        actions.ask_again(made, by=other)


def test_the_task_may_run_twice_and_after_it_was_cleared_away(network, who):
    made, _is_new = ask(network, who)
    [(name, values)] = waiting()
    run_waiting()
    with as_platform(network):
        before = Printout.objects.get().made_at
    TASKS[name].run(**values)
    actions.keep_printout(network.pk, made.pk, None)
    with as_platform(network):
        assert (Printout.objects.get().made_at, Printout.objects.get().failed_at) == (before, None)
        Printout.objects.all().delete()
    TASKS[name].run(**values)
    with as_platform(network):
        assert not Printout.objects.exists()


def test_what_was_asked_a_week_ago_is_cleared_away_at_night(network, who):
    old, _is_new = ask(network, who)
    new, _is_new = ask(network, who, Paper(**{**vars(PAPER), "title": "Besluitenlijst"}))
    with as_platform(network):
        Printout.objects.filter(pk=old.pk).update(asked_at=timezone.now() - KEPT - timedelta(minutes=1))
    TASKS["documents.forget"].run(network=str(network.pk))
    with as_platform(network):
        assert [one.pk for one in Printout.objects.all()] == [new.pk]


def test_a_page_costs_no_more_than_it_must_and_never_fetches_the_file(network, who):
    made, _is_new = ask(network, who)
    browser = Browser(network, who)
    coming = questions(browser, f"afdrukken/{made.pk}/")
    run_waiting()
    ready = questions(browser, f"afdrukken/{made.pk}/")
    assert ready == coming - 1  # whether the worker works is asked only while it is not there


@pytest.mark.parametrize(
    ("minutes", "made", "failed", "is_awake", "state", "again"),
    [
        (0, False, False, True, PrintoutState.WAITING, False),
        (3, False, False, True, PrintoutState.LATE, True),
        (0, False, False, False, PrintoutState.STILL, False),
        (3, False, False, False, PrintoutState.STILL, False),
        (3, True, False, False, PrintoutState.READY, False),
        (0, False, True, True, PrintoutState.FAILED, True),
    ],
)
def test_how_far_a_printout_is(minutes, made, failed, is_awake, state, again):
    now = timezone.now()
    asked = now - timedelta(minutes=minutes)
    found = printout_state(asked, now if made else None, now if failed else None, now=now, is_awake=is_awake)
    assert found == state
    assert found.may_ask_again == again
