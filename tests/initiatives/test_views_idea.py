"""The idea form: five questions, kept while typing, sent once, answered with a receipt."""

from __future__ import annotations

from uuid import uuid4

import pytest

from schakel.initiatives.models import IdeaDraft, Initiative
from schakel.initiatives.rules import Stage
from schakel.network.rules import Role
from tests.factories.browsing import Browser, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import ANSWERS, fresh, make_idea, take_in
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


@pytest.fixture
def writer(scene) -> Browser:
    return Browser(scene.network, scene.submitter)


def ideas(scene) -> list[Initiative]:
    with as_platform(scene.network):
        return list(Initiative.objects.order_by("number"))


def send(browser: Browser, **changed):
    """Send the form with the answers of the factory, unless said otherwise."""
    return browser.post("initiatieven/nieuw/", **{**ANSWERS, "once": str(uuid4()), **changed})


def test_the_form_asks_five_questions_and_says_which_one(writer):
    page = text(writer.get("initiatieven/nieuw/"))
    assert page.count("van 5</p>") == 5
    assert "Vraag 2 van 5" in page
    assert "Wat is het probleem, en voor wie?" in page


def test_how_to_reach_the_writer_is_filled_in_already(scene, writer):
    assert scene.submitter.email in text(writer.get("initiatieven/nieuw/"))


def test_a_reader_is_told_why_there_is_no_form(scene):
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    page = text(reader.get("initiatieven/nieuw/"))
    assert "U kunt hier geen idee indienen." in page
    assert "<textarea" not in page
    assert send(reader).status_code == 200
    assert ideas(scene) == []


def test_another_network_does_not_exist(scene):
    outsider = Browser(scene.network, make_member(make_network()))
    assert outsider.get("initiatieven/nieuw/").status_code == 404
    assert send(outsider).status_code == 404


def test_who_is_not_signed_in_is_asked_to(scene):
    response = Browser(scene.network).get("initiatieven/nieuw/")
    assert response.status_code == 302
    assert "/inloggen/" in response["Location"]


def test_an_idea_ends_on_a_receipt_with_number_day_and_what_follows(scene, writer):
    response = send(writer)
    idea = ideas(scene)[0]
    assert response["Location"].endswith(f"/{idea.number}/ontvangst/")
    page = text(writer.get(f"initiatieven/{idea.number}/ontvangst/"))
    assert f"Uw idee is binnen: {idea.number}" in page
    assert "antwoord vóór deze dag" in page
    assert "Een groep van partners beoordeelt het" in page


def test_a_receipt_is_only_for_the_writer(scene):
    idea = make_idea(scene)
    response = Browser(scene.network, scene.manager).get(f"initiatieven/{idea.number}/ontvangst/")
    assert response["Location"].endswith(f"/{idea.number}/")


def test_the_same_form_sent_twice_is_one_idea(scene, writer):
    mark = str(uuid4())
    first, second = send(writer, once=mark), send(writer, once=mark, looked=f"I-{fresh_year()}-001")
    assert first["Location"] == second["Location"]
    assert len(ideas(scene)) == 1


def fresh_year() -> int:
    from django.utils import timezone

    return timezone.localdate().year


def test_an_idea_can_be_on_behalf_of_the_own_organisation_only(scene):
    hospital, practices, _insurer = scene.partners
    director = Browser(scene.network, scene.director_of(hospital))
    assert 'value="ziekenhuis" selected' in text(director.get("initiatieven/nieuw/"))
    assert send(director, partner=practices.slug).status_code == WRONG
    assert send(director, partner=hospital.slug, partners=[practices.slug]).status_code == 302
    idea = ideas(scene)[0]
    assert idea.partner_id == hospital.pk
    with as_platform(scene.network):
        assert [row.partner_id for row in idea.taking_part.all()] == [practices.pk]


# --------------------------------------------------------------------------- what is wrong is said at its place


def test_a_missing_answer_is_said_at_its_question_and_nothing_is_lost(scene, writer):
    response = send(writer, proposal="", problem="Wat ik al typte")
    page = text(response)
    assert response.status_code == WRONG
    assert "Schrijf op wat u voorstelt." in page
    assert 'href="#id_proposal"' in page
    assert "Wat ik al typte" in page
    assert ideas(scene) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("x" * 1_000_000, "1000000 tekens lang; er passen er 5000"),
        ("Meneer heeft BSN 111222333.", "burgerservicenummer"),
        ("Geboren op 3-4-1950 en alleen.", "geboortedatum"),
    ],
    ids=["a megabyte", "a service number", "a birth date"],
)
def test_what_cannot_be_kept_is_refused_in_dutch_at_the_question(scene, writer, answer, words):
    response = send(writer, problem=answer)
    assert response.status_code == WRONG
    assert words in text(response)
    assert ideas(scene) == []


def test_control_signs_are_left_out(scene, writer):
    assert send(writer, title="Bel\0 mij \u202egniteb\u202c").status_code == 302
    assert ideas(scene)[0].title == "Bel mij gniteb"


@pytest.mark.parametrize("mark", ["", "geen-uuid", "1" * 5000, "\0"])
def test_a_broken_mark_is_mended_and_the_text_stays(scene, writer, mark):
    response = send(writer, once=mark)
    page = text(response)
    assert response.status_code == WRONG
    assert "Dit formulier is niet compleet binnengekomen" in page
    assert ANSWERS["problem"] in page
    assert ideas(scene) == []


@pytest.mark.parametrize("field", ["partner", "partners"])
@pytest.mark.parametrize("value", ["bestaat-niet", "\0", "x" * 100_000])
def test_a_tampered_choice_is_refused_in_words(scene, writer, field, value):
    response = send(writer, **{field: value})
    assert response.status_code == WRONG
    assert "Deze keuze is er niet (meer)" in text(response)


def test_the_form_of_somebody_else_is_refused(scene, writer):
    mark = str(uuid4())
    send(writer, once=mark)
    other = Browser(scene.network, scene.lead)
    response = send(other, once=mark, looked=ideas(scene)[0].number)
    assert response.status_code == NO
    assert "Dit formulier is van iemand anders." in text(response)


# --------------------------------------------------------------------------- look-alikes


def test_what_looks_alike_is_shown_while_typing_as_a_fragment(scene, writer):
    idea = make_idea(scene)
    response = writer.post(
        "initiatieven/nieuw/lijkt-erop/", part=True, title="Een telefoonnummer na een beroerte"
    )
    page = text(response)
    assert "Dit lijkt erop" in page
    assert idea.title in page
    assert "<html" not in page
    assert f'name="looked" value="{idea.number}"' in page


def test_nothing_looks_like_something_new(scene, writer):
    make_idea(scene)
    assert "Dit lijkt erop" not in text(
        writer.post("initiatieven/nieuw/lijkt-erop/", part=True, title="Fietsen")
    )


def test_without_a_look_the_look_alikes_come_first_and_then_the_idea_goes_in(scene, writer):
    before = make_idea(scene)
    response = send(writer)
    page = text(response)
    assert response.status_code == 200
    assert "misschien bestaat dit al" in page
    assert "Dien mijn idee toch in" in page
    assert len(ideas(scene)) == 1
    assert send(writer, looked=before.number).status_code == 302
    assert len(ideas(scene)) == 2


# --------------------------------------------------------------------------- drafts


def test_what_is_typed_is_kept_and_can_be_taken_up_later(scene, writer):
    mark = str(uuid4())
    saved = writer.post("initiatieven/nieuw/bewaar/", part=True, once=mark, title="Halve gedachte")
    assert "Bewaard om" in text(saved)
    assert "Halve gedachte" in text(writer.get("initiatieven/nieuw/"))
    page = text(writer.get(f"initiatieven/nieuw/{mark}/"))
    assert 'value="Halve gedachte"' in page
    assert mark in page


def test_a_draft_is_seen_by_its_writer_only(scene, writer):
    mark = str(uuid4())
    writer.post("initiatieven/nieuw/bewaar/", once=mark, title="Van mij")
    other = Browser(scene.network, scene.manager)
    assert "Van mij" not in text(other.get("initiatieven/nieuw/"))
    assert other.get(f"initiatieven/nieuw/{mark}/").status_code == 404
    assert "van iemand anders" in text(other.post("initiatieven/nieuw/bewaar/", once=mark, title="Gekaapt"))
    assert other.post(f"initiatieven/nieuw/{mark}/weg/").status_code == 404


def test_nothing_typed_keeps_nothing(scene, writer):
    writer.post("initiatieven/nieuw/bewaar/", once=str(uuid4()), title="  ")
    with looking(scene.submitter):
        assert not IdeaDraft.objects.exists()


@pytest.mark.parametrize("mark", ["", "geen-uuid", "\0"])
def test_a_draft_without_a_mark_says_so(writer, mark):
    assert "Niet bewaard" in text(writer.post("initiatieven/nieuw/bewaar/", once=mark, title="Iets"))


def test_a_draft_says_when_it_left_out_data_about_a_person(writer):
    saved = writer.post(
        "initiatieven/nieuw/bewaar/", once=str(uuid4()), title="Iets", problem="BSN 111222333"
    )
    assert "behalve één antwoord" in text(saved)


def test_a_draft_that_was_sent_in_leads_to_its_receipt(scene, writer):
    mark = str(uuid4())
    writer.post("initiatieven/nieuw/bewaar/", once=mark, title="Iets")
    send(writer, once=mark)
    assert writer.get(f"initiatieven/nieuw/{mark}/")["Location"].endswith("/ontvangst/")


def test_a_draft_thrown_away_can_be_taken_back(scene, writer):
    mark = str(uuid4())
    writer.post("initiatieven/nieuw/bewaar/", once=mark, title="Toch goed")
    writer.post(f"initiatieven/nieuw/{mark}/weg/")
    page = text(writer.get("initiatieven/nieuw/"))
    assert "Maak ongedaan" in page
    assert "Toch goed" not in page
    assert writer.post("initiatieven/nieuw/terug/").status_code == 302
    assert "Toch goed" in text(writer.get(f"initiatieven/nieuw/{mark}/"))
    assert writer.post("initiatieven/nieuw/terug/").status_code == 404


# --------------------------------------------------------------------------- answering a question


def test_the_submitter_answers_the_question_of_the_office(scene, writer):
    from schakel.initiatives import actions

    idea = make_idea(scene)
    with looking(scene.manager) as manager:
        actions.ask_more(idea, by=manager, question="Om hoeveel mensen gaat het?")
    path = f"initiatieven/{idea.number}/aanvullen/"
    assert "Om hoeveel mensen gaat het?" in text(writer.get(path))
    assert writer.post(path, **{**ANSWERS, "problem": ""}).status_code == WRONG
    assert writer.post(path, **{**ANSWERS, "problem": "Ongeveer honderd mensen per jaar."}).status_code == 302
    now = fresh(idea)
    assert (now.problem, now.question_to_submitter) == ("Ongeveer honderd mensen per jaar.", "")


def test_nobody_else_answers_and_nobody_once_it_is_taken_in(scene, writer):
    idea = make_idea(scene)
    path = f"initiatieven/{idea.number}/aanvullen/"
    manager = Browser(scene.network, scene.manager)
    assert "Alleen wie het idee indiende vult het aan." in text(manager.get(path))
    assert manager.post(path, **ANSWERS).status_code == NO
    take_in(scene, idea)
    assert writer.post(path, **ANSWERS).status_code == NO
    assert fresh(idea).stage == Stage.SCREENING
