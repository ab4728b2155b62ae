"""The conversation about an initiative: who says what to whom, and nothing that was typed is lost."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from schakel.initiatives import actions
from schakel.initiatives.models import Note, NoteDraft, NoteMention
from schakel.initiatives.rules import LONGEST_NOTE, Stage
from schakel.journal.models import Entry
from schakel.network.rules import Role
from schakel.web.refusal import Refused
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import make_idea, make_initiative, make_scene
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

NO, NOT_THERE, WRONG, FOUND = 403, 404, 422, 302
BSN = "111222333"


@pytest.fixture
def scene():
    return make_scene()


@pytest.fixture
def screened(scene):
    return make_initiative(scene, Stage.SCREENING)


def at(one, name: str = "") -> str:
    return f"initiatieven/{one.number}/gesprek/{name}"


def say(scene, one, person, words="Ik vind dit een goed idee.", **values):
    values = {"once": str(uuid4()), "text": words, "readers": "network", **values}
    return Browser(scene.network, person).post(at(one), **values)


def only_note(scene) -> Note:
    with as_platform(scene.network):
        return Note.objects.select_related("author", "initiative", "network").get()


def test_what_somebody_says_is_read_by_the_network_with_name_and_moment(scene, screened):
    assert say(scene, screened, scene.submitter, mentions=[str(scene.lead.pk)]).status_code == FOUND
    page = text(Browser(scene.network, scene.directors[0]).get(at(screened)))
    assert "Ik vind dit een goed idee." in page
    assert scene.submitter.name in page
    assert f"@{scene.lead.name}" in page
    with as_platform(scene.network):
        line = Entry.objects.get(verb="note written")
    assert "goed idee" not in str(line.data) + line.reason, "the journal holds no text of a note"


#: Who reads an internal note of the manager about an initiative of the group.
READS_INTERNAL = {
    "manager": True,
    "member of the group": True,
    "secretary": True,
    "director": False,
    "submitter": False,
    "reader": False,
}


def test_an_internal_note_is_for_the_office_and_the_group_only(scene, screened):
    named = [str(scene.group.people[1].pk)]
    say(scene, screened, scene.manager, "Eerst intern bespreken.", readers="internal", mentions=named)
    people = {
        "manager": scene.manager,
        "member of the group": scene.group.people[1],
        "secretary": scene.group.secretary,
        "director": scene.directors[0],
        "submitter": scene.submitter,
        "reader": make_member(scene.network, Role.READER),
    }
    note = only_note(scene)
    for who, person in people.items():
        browser = Browser(scene.network, person)
        assert ("Eerst intern bespreken." in text(browser.get(at(screened)))) == READS_INTERNAL[who], who
        found = browser.get(at(screened, f"{note.pk}/versies/")).status_code
        assert found == (200 if READS_INTERNAL[who] else NOT_THERE), who
        with looking(person):
            assert Note.objects.visible_to(person).exists() == READS_INTERNAL[who], who
            assert Note.objects.exists() == READS_INTERNAL[who], f"{who}: the database keeps the note"
            assert NoteMention.objects.exists() == READS_INTERNAL[who], (
                f"{who}: the database keeps who is named"
            )
            assert NoteMention.objects.visible_to(person).exists() == READS_INTERNAL[who], who


def test_who_may_not_write_internally_is_not_offered_it_and_is_refused(scene, screened):
    assert "Alleen het bureau, de groep" not in text(
        Browser(scene.network, scene.submitter).get(at(screened))
    )
    with looking(scene.submitter) as person, pytest.raises(Refused, match="intern bericht"):
        actions.write_note(screened, by=person, once_token=uuid4(), text="x", readers="internal")
    with looking(scene.manager) as person, pytest.raises(Refused, match="voor wie"):
        actions.write_note(screened, by=person, once_token=uuid4(), text="x", readers="iedereen")


def test_nobody_is_named_in_a_note_they_cannot_read(scene, screened):
    answer = say(scene, screened, scene.manager, readers="internal", mentions=[str(scene.submitter.pk)])
    assert answer.status_code == WRONG
    assert "kan een intern bericht niet lezen" in text(answer)
    assert "Ik vind dit een goed idee." in text(answer)
    stranger = make_member(make_network())
    assert say(scene, screened, scene.manager, mentions=[str(stranger.pk)]).status_code == WRONG
    with as_platform(scene.network):
        assert not Note.objects.exists()


def test_who_only_reads_along_says_nothing(scene, screened):
    reader = make_member(scene.network, Role.READER)
    assert say(scene, screened, reader).status_code == NO
    assert "Plaats dit bericht" not in text(Browser(scene.network, reader).get(at(screened)))


def test_a_number_of_a_patient_is_refused_before_it_is_kept(scene, screened):
    browser = Browser(scene.network, scene.submitter)
    words = f"Het gaat om {BSN}."
    answer = say(scene, screened, scene.submitter, words)
    assert answer.status_code == WRONG
    assert "burgerservicenummer" in text(answer)
    assert words in text(answer)
    assert "Niet bewaard" in text(browser.post(at(screened, "bewaar/"), text=words))
    with as_platform(scene.network):
        assert not Note.objects.exists()
        assert not NoteDraft.objects.exists()


@pytest.mark.parametrize("words", ["", "   ", "\u202e", "a" * (LONGEST_NOTE + 1)], ids=range(4))
def test_a_note_that_cannot_be_kept_says_why(scene, screened, words):
    assert say(scene, screened, scene.submitter, words).status_code == WRONG


def test_what_is_typed_is_kept_until_it_is_sent(scene, screened):
    browser = Browser(scene.network, scene.submitter)
    assert "Bewaard om" in text(browser.post(at(screened, "bewaar/"), text="Ik was nog bezig"))
    assert "Ik was nog bezig" in text(browser.get(at(screened)))
    assert "Ik was nog bezig" not in text(Browser(scene.network, scene.manager).get(at(screened)))
    with looking(scene.manager):
        assert not NoteDraft.objects.exists(), "the database keeps what is being written to its writer"
    say(scene, screened, scene.submitter, "Nu af.")
    assert "Ik was nog bezig" not in text(browser.get(at(screened)))
    browser.post(at(screened, "bewaar/"), text="Weer iets")
    browser.post(at(screened, "bewaar/"), text="")
    with as_platform(scene.network):
        assert not NoteDraft.objects.exists()


def test_sent_twice_is_said_once(scene, screened):
    mark = str(uuid4())
    for _time in range(2):
        assert say(scene, screened, scene.submitter, once=mark).status_code == FOUND
    only_note(scene)
    assert say(scene, screened, scene.lead, once=mark).status_code == WRONG


def test_a_change_keeps_what_stood_there(scene, screened):
    say(scene, screened, scene.submitter, "Eerste woorden.")
    note = only_note(scene)
    browser = Browser(scene.network, scene.submitter)
    assert browser.post(at(screened, f"{note.pk}/wijzig/"), text="Andere woorden.").status_code == FOUND
    page = text(Browser(scene.network, scene.lead).get(at(screened)))
    assert "Andere woorden." in page
    assert "lees wat er stond" in page
    versions = text(Browser(scene.network, scene.lead).get(at(screened, f"{note.pk}/versies/")))
    assert versions.index("Andere woorden.") < versions.index("Eerste woorden.")
    assert Browser(scene.network, scene.manager).get(at(screened, f"{note.pk}/wijzig/")).status_code == NO
    assert browser.post(at(screened, f"{note.pk}/wijzig/"), text="").status_code == WRONG


def test_a_withdrawn_note_shows_that_it_was_there_and_not_what_it_said(scene, screened):
    say(scene, screened, scene.submitter, "Dit had ik niet moeten zeggen.")
    note = only_note(scene)
    path = at(screened, f"{note.pk}/intrekken/")
    assert Browser(scene.network, scene.lead).get(path).status_code == NO
    assert Browser(scene.network, scene.manager).get(path).status_code == 200
    browser = Browser(scene.network, scene.submitter)
    assert browser.post(path, reason="").status_code == WRONG
    assert browser.post(path, reason="Te snel geschreven.").status_code == FOUND
    for page in (browser.get(at(screened)), browser.get(at(screened, f"{note.pk}/versies/"))):
        assert "Te snel geschreven." in text(page)
        assert "Dit had ik niet moeten zeggen." not in text(page)
    assert browser.post(path, reason="Nog eens").status_code == NO
    assert browser.get(at(screened, f"{note.pk}/wijzig/")).status_code == NO


def test_the_database_removes_no_note(scene, screened):
    say(scene, screened, scene.submitter)
    with pytest.raises(DatabaseError), transaction.atomic(), as_platform(scene.network):
        Note.objects.all().delete()


def test_outsiders_hear_nothing(scene, screened):
    say(scene, screened, scene.submitter)
    note = only_note(scene)
    stranger = make_member(make_network(), Role.MANAGER)
    for name in ("", f"{note.pk}/wijzig/", f"{note.pk}/intrekken/", f"{note.pk}/versies/"):
        assert Browser(scene.network, stranger).get(at(screened, name)).status_code == NOT_THERE
    other = make_idea(scene)
    assert (
        Browser(scene.network, scene.submitter).get(at(other, f"{note.pk}/versies/")).status_code == NOT_THERE
    )
    with looking(stranger):
        assert not Note.objects.exists()


def test_the_number_of_questions_does_not_grow_with_what_is_said(scene, screened):
    say(scene, screened, scene.submitter, mentions=[str(scene.lead.pk)])
    browser = Browser(scene.network, scene.manager)
    few = questions(browser, at(screened))
    for n in range(4):
        say(scene, screened, scene.submitter, f"Nog iets {n}", mentions=[str(scene.lead.pk)])
    assert questions(browser, at(screened)) == few
