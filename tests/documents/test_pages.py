"""Documents in the browser: adding, reading, downloading, a newer version, withdrawing; and who may do none of it."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from schakel.documents import actions, queries
from schakel.documents.actions import LONGEST_WHY
from schakel.documents.models import Document, DocumentContent, DocumentVersion
from schakel.documents.rules import Subject
from schakel.journal.models import Entry
from schakel.network.rules import Role
from schakel.tenancy.context import visitor
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.documents import FILES, PDF, upload
from tests.factories.governance import as_platform, looking, make_decision, make_meeting
from tests.factories.initiatives import make_idea, make_scene
from tests.factories.network import make_agreement, make_member, make_network

pytestmark = pytest.mark.django_db

NO, NOT_THERE, WRONG, FOUND = 403, 404, 422, 302


@pytest.fixture
def scene():
    return make_scene()


@pytest.fixture
def idea(scene):
    return make_idea(scene)


def add_path(kind, key):
    return f"documenten/nieuw/{kind}/{key}/"


def add(scene, idea, person=None, **values):
    """The manager, or somebody else, adds a document to the idea; returns the row."""
    browser = Browser(scene.network, person or scene.manager)
    values = {"file": upload(), "title": "Offerte telefoonlijn", "why": "Voor de begroting.", **values}
    answer = browser.post(add_path("initiative", idea.number), **values)
    assert answer.status_code == FOUND, text(answer)
    with as_platform(scene.network):
        return Document.objects.latest("added_at")


def test_a_document_stands_with_its_initiative_with_who_when_and_why(scene, idea):
    document = add(scene, idea)
    page = text(Browser(scene.network, scene.submitter).get(f"initiatieven/{idea.number}/documenten/"))
    assert "Offerte telefoonlijn" in page
    assert "PDF, 1 kB" in page
    shown = text(Browser(scene.network, scene.submitter).get(f"documenten/{document.pk}/"))
    assert "Voor de begroting." in shown
    assert "Netwerkmanager" in shown
    assert hashlib.sha256(PDF).hexdigest() in shown
    with as_platform(scene.network):
        line = Entry.objects.get(verb="document added")
    assert line.about_id == str(idea.pk)
    assert line.reason == "Voor de begroting."
    assert line.data["sha256"] == hashlib.sha256(PDF).hexdigest()


def test_the_size_of_a_file_is_told_as_people_say_it(scene, idea):
    add(scene, idea, file=upload("groot.txt", b"woorden " * 292_500))
    page = text(Browser(scene.network, scene.submitter).get(f"initiatieven/{idea.number}/documenten/"))
    assert "2,3 MB" in page


@pytest.mark.parametrize("ending", FILES)
def test_what_comes_out_is_what_went_in_as_a_file_to_keep(scene, idea, ending):
    document = add(scene, idea, file=upload(f"Begroting één.{ending}"))
    answer = Browser(scene.network, scene.submitter).get(f"documenten/{document.pk}/download/")
    assert answer.content == FILES[ending]
    assert answer["Content-Disposition"] == f"attachment; filename*=utf-8''Begroting%20%C3%A9%C3%A9n.{ending}"
    assert answer["X-Content-Type-Options"] == "nosniff"
    policy = set(answer["Content-Security-Policy"].split("; "))
    assert policy == {"default-src 'none'", "frame-ancestors 'none'", "sandbox"}
    assert answer["Cache-Control"] == "private, no-store"


def test_a_newer_version_keeps_the_older_one(scene, idea):
    document = add(scene, idea)
    browser = Browser(scene.network, scene.manager)
    newer = PDF.replace(b"/Catalog", b"/Catalog /Lang (nl)")
    path = f"documenten/{document.pk}/"
    assert browser.post(path + "versie/", file=upload(), why="Nog eens").status_code == WRONG
    assert browser.post(path + "versie/", file=upload(data=newer), why="").status_code == WRONG
    assert browser.post(path + "versie/", file=upload(data=newer), why="Nieuwe prijs").status_code == FOUND
    assert browser.get(path + "download/").content == newer
    assert browser.get(path + "download/1/").content == PDF
    assert browser.get(path + "download/2/").content == newer
    assert browser.get(path + "download/3/").status_code == NOT_THERE
    assert "versie 2" in text(browser.get(path))
    assert "Nieuwe prijs" in text(browser.get(path))


def test_a_withdrawn_document_is_closed_and_says_why(scene, idea):
    document = add(scene, idea)
    manager = Browser(scene.network, scene.manager)
    path = f"documenten/{document.pk}/"
    assert manager.post(path + "intrekken/", reason=" ").status_code == WRONG
    assert manager.post(path + "intrekken/", reason="Er stonden namen in.").status_code == FOUND
    answer = manager.get(path + "download/")
    assert answer.status_code == NO
    assert "Er stonden namen in." in text(answer)
    assert "Er stonden namen in." in text(manager.get(f"initiatieven/{idea.number}/documenten/"))
    assert manager.get(path + "versie/").status_code == NO
    assert manager.post(path + "intrekken/", reason="Nog eens").status_code == NO
    with as_platform(scene.network):
        assert DocumentContent.objects.count() == 1, "withdrawn, not removed"
        assert Entry.objects.get(verb="document withdrawn").reason == "Er stonden namen in."


def test_withdrawing_is_taken_back_by_who_did_it_within_ten_minutes(scene, idea):
    document = add(scene, idea)
    manager = Browser(scene.network, scene.manager)
    path = f"documenten/{document.pk}/"
    back = path + "intrekken/ongedaan/"
    assert "Dit document is niet ingetrokken." in text(manager.post(back))
    manager.post(path + "intrekken/", reason="Er stonden namen in.")
    page = text(manager.get(path))
    assert f'action="/{scene.network.slug}/{back}"' in page
    other = Browser(scene.network, make_member(scene.network, Role.MANAGER)).post(back)
    assert other.status_code == NO
    assert "kan dat terugnemen" in text(other)
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert "dat kan tien minuten" in text(manager.post(back))
    assert manager.get(path + "download/").status_code == NO
    assert manager.post(back).status_code == FOUND
    assert manager.get(path + "download/").content == PDF
    with as_platform(scene.network):
        assert Entry.objects.filter(verb="document restored").count() == 1
        assert Document.objects.get().withdrawn_reason == ""


def test_the_database_removes_no_document_and_changes_no_version(scene, idea):
    add(scene, idea)
    for attempt in (
        lambda: Document.objects.all().delete(),
        lambda: DocumentVersion.objects.update(sha256=""),
        lambda: DocumentContent.objects.update(data=b""),
        lambda: DocumentContent.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), as_platform(scene.network):
            attempt()


WHO_MAY_ADD = {
    "manager": True,
    "submitter": True,
    "secretary": False,  # the idea has no group yet
    "director of a partner that takes part": True,
    "director of another partner": False,
    "reader": False,
    "lead": False,
}


def test_who_works_on_an_initiative_adds_to_it(scene):
    idea = make_idea(scene, partners=[scene.partners[0]])
    people = {
        "manager": scene.manager,
        "submitter": scene.submitter,
        "secretary": scene.group.secretary,
        "director of a partner that takes part": scene.directors[0],
        "director of another partner": scene.directors[1],
        "reader": make_member(scene.network, Role.READER, partner=scene.partners[0]),
        "lead": scene.lead,
    }
    for who, person in people.items():
        browser = Browser(scene.network, person)
        answer = browser.get(add_path("initiative", idea.number))
        assert (answer.status_code == 200) == WHO_MAY_ADD[who], who
        if not WHO_MAY_ADD[who]:
            assert "Alleen wie aan dit initiatief werkt" in text(answer)
            assert browser.post(add_path("initiative", idea.number), file=upload()).status_code == NO
    with as_platform(scene.network):
        assert not Document.objects.exists()


def test_who_added_a_document_withdraws_it_and_nobody_else_but_the_office(scene):
    idea = make_idea(scene, partners=[scene.partners[0]])
    document = add(scene, idea, person=scene.directors[0])
    path = f"documenten/{document.pk}/intrekken/"
    assert Browser(scene.network, scene.submitter).get(path).status_code == NO
    assert Browser(scene.network, scene.manager).get(path).status_code == 200
    assert Browser(scene.network, scene.directors[0]).get(path).status_code == 200


def test_decisions_meetings_and_agreements_have_documents_too(scene):
    group = scene.group
    meeting = make_meeting(group)
    decision = make_decision(group, type="p1", meeting=meeting)
    agreement = make_agreement(scene.network)
    secretary, manager = Browser(scene.network, group.secretary), Browser(scene.network, scene.manager)
    reader = Browser(scene.network, scene.lead)
    for kind, key, page, browser in (
        ("meeting", meeting.number, f"overleggen/{meeting.number}/", secretary),
        ("decision", decision.number, f"besluiten/{decision.number}/", secretary),
        ("agreement", agreement.slug, f"overeenkomsten/{agreement.slug}/", manager),
    ):
        assert "Voeg een document toe" in text(browser.get(page))
        assert "Voeg een document toe" not in text(reader.get(page))
        assert reader.get(add_path(kind, key)).status_code == NO
        assert browser.post(add_path(kind, key), file=upload(), title=f"Bij {kind}").status_code == FOUND
        assert f"Bij {kind}" in text(reader.get(page))


def test_a_point_of_the_gate_shows_its_evidence(scene, idea):
    form = text(Browser(scene.network, scene.manager).get(add_path("initiative", idea.number)))
    point = form.partition('<option value="p0:')[2].partition('"')[0]
    assert point
    add(scene, idea, point=f"p0:{point}")
    page = text(Browser(scene.network, scene.submitter).get(f"initiatieven/{idea.number}/poort/"))
    assert "Bewijs:" in page
    assert "Offerte telefoonlijn" in page
    wrong = Browser(scene.network, scene.manager).post(
        add_path("initiative", idea.number), file=upload(), point="p9:verzonnen"
    )
    assert wrong.status_code == WRONG


def test_a_file_that_is_refused_says_why_at_its_place_and_keeps_what_was_typed(scene, idea):
    browser = Browser(scene.network, scene.manager)
    path = add_path("initiative", idea.number)
    lying = browser.post(path, file=upload("a.pdf", b"<html>"), title="Mijn titel", why="Mijn reden")
    assert lying.status_code == WRONG
    assert "maar dit is iets anders" in text(lying)
    assert "Mijn titel" in text(lying)
    assert "Mijn reden" in text(lying)
    assert "Kies een bestand." in text(browser.post(path))
    assert "Kies een bestand." in text(browser.post(path, file="tekst in plaats van een bestand"))
    large = browser.post(path, file=upload("a.txt", b"a" * 10_000_001), title="Mijn titel")
    assert large.status_code == WRONG
    assert "groter dan 10 MB" in text(large)
    assert "Mijn titel" in text(large)
    with as_platform(scene.network):
        assert not Document.objects.exists()


def test_a_reason_that_is_too_long_is_refused_whoever_asks_and_nothing_is_kept(scene, idea):
    document, newer = add(scene, idea), PDF.replace(b"/Catalog", b"/Catalog /Lang (nl)")
    with looking(scene.manager) as manager, pytest.raises(Refused, match="langer dan 2000 tekens"):
        actions.add_version(document, by=manager, name="a.pdf", data=newer, why="a" * (LONGEST_WHY + 1))
    with looking(scene.manager) as manager, pytest.raises(Refused, match="langer dan 2000 tekens"):
        actions.withdraw_document(document, by=manager, reason="a" * (LONGEST_WHY + 1))
    with as_platform(scene.network):
        assert DocumentVersion.objects.get().number == 1
        assert Document.objects.get().withdrawn_at is None


def test_a_cleaned_name_is_told(scene, idea):
    browser = Browser(scene.network, scene.manager)
    browser.post(add_path("initiative", idea.number), file=upload("con.pdf"))
    assert "De naam is opgeschoond: bestand-con.pdf" in text(
        browser.get(f"initiatieven/{idea.number}/documenten/")
    )


def test_a_tab_stands_there_only_with_content_or_for_who_may_add(scene, idea):
    reader = Browser(scene.network, scene.lead)
    page = f"initiatieven/{idea.number}/"
    assert "/documenten/" not in text(reader.get(page))
    assert "/documenten/" in text(Browser(scene.network, scene.manager).get(page))
    add(scene, idea)
    assert "/documenten/" in text(reader.get(page))


def test_outsiders_find_nothing(scene, idea):
    document = add(scene, idea)
    other = make_network()
    stranger = make_member(other, Role.MANAGER)
    for path in ("", "download/", "download/1/", "versie/", "intrekken/"):
        for browser in (Browser(scene.network, stranger), Browser(other, stranger)):
            assert browser.get(f"documenten/{document.pk}/{path}").status_code == NOT_THERE
        assert Browser(scene.network).get(f"documenten/{document.pk}/{path}").status_code == FOUND
    browser = Browser(other, stranger)
    assert browser.get(add_path("initiative", idea.number)).status_code == NOT_THERE
    assert browser.get(add_path("iets", idea.number)).status_code == NOT_THERE
    with looking(stranger):
        assert not Document.objects.exists()
        assert not DocumentContent.objects.exists()
    with transaction.atomic(), visitor(scene.network.pk):
        assert not Document.objects.exists()
        assert not DocumentContent.objects.exists()


def test_a_document_of_what_one_may_not_see_is_not_found(scene, idea, monkeypatch):
    """The network is not enough: the page starts from the thing itself."""
    from schakel.initiatives.models import Initiative

    document = add(scene, idea)
    rows = type(Initiative.objects.all())
    monkeypatch.setattr(rows, "visible_to", lambda self, person: self.none())
    for path in ("", "download/"):
        answer = Browser(scene.network, scene.submitter).get(f"documenten/{document.pk}/{path}")
        assert answer.status_code == NOT_THERE


def test_the_number_of_questions_does_not_grow_with_the_documents(scene, idea):
    add(scene, idea)
    browser = Browser(scene.network, scene.submitter)
    path = f"initiatieven/{idea.number}/documenten/"
    few = questions(browser, path)
    for n in range(4):
        add(scene, idea, title=f"Document {n}")
    assert questions(browser, path) == few
    with looking(scene.submitter) as person:
        assert len(queries.shelf(person, Subject.INITIATIVE, idea.pk)) == 5
        assert queries.has_documents(person, Subject.INITIATIVE, idea.pk)
