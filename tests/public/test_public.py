"""The public page of a network: what anyone may read, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from jsonschema import Draft202012Validator

from schakel.governance.models import Decision
from schakel.governance.rules.decision_file import sealed_with_fingerprint
from schakel.initiatives import actions as initiatives
from schakel.initiatives.models import Initiative
from schakel.journal.actions import record, seal
from schakel.people.models import Person
from schakel.public import actions, queries
from schakel.public.models import Contact, MembershipRequest, OutsideIdea, Publication
from schakel.tenancy.context import visitor
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import make_idea, make_scene, take_in, through
from tests.factories.jobs import run_waiting
from tests.factories.network import make_area, make_member, make_network, make_partner, make_theme

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "decision-file.schema.json"


@pytest.fixture(autouse=True)
def _mail_is_sent(settings: Any) -> None:
    """As outside the demo."""
    settings.SENDS_MAIL = True


def published(
    initiative: Initiative, manager: Person, title: str = "In gewone woorden", **texts: Any
) -> Publication:
    with looking(manager):
        return actions.publish(
            initiative,
            by=manager,
            is_published=True,
            title=title,
            what="Wij proberen iets.",
            **texts,
        )


def test_the_public_page_shows_what_was_approved_and_nothing_else() -> None:
    scene = make_scene()
    known = take_in(
        scene, make_idea(scene, answers={"title": "Geheime werktitel", "problem": "Intern probleem"})
    )
    hidden = take_in(scene, make_idea(scene, answers={"title": "Blijft binnen"}))
    run_waiting()
    make_partner(scene.network, "stil", name="Stille kandidaat", status="candidate")
    for browser in (Browser(scene.network), Browser(scene.network, scene.manager)):
        assert "Er is nog niets openbaar gemaakt." in text(browser.get("openbaar/"))
    published(known, scene.manager, for_whom="Ouderen thuis", next_step="In juni weten wij meer.")
    for browser in (Browser(scene.network), Browser(scene.network, scene.manager)):
        page = text(browser.get("openbaar/"))
        for words in (
            "In gewone woorden",
            "Wordt beoordeeld",
            "Ziekenhuis",
            scene.theme.name,
            "Geef een idee",
        ):
            assert words in page
        for words in (
            "Geheime werktitel",
            "Intern probleem",
            "Blijft binnen",
            "Stille kandidaat",
            "Bestuurder Ziekenhuis",
        ):
            assert words not in page
        one = text(browser.get(f"openbaar/{known.number}/"))
        assert "Ouderen thuis" in one
        assert "In juni weten wij meer." in one
        assert "Geheime werktitel" not in one
        assert browser.get(f"openbaar/{hidden.number}/").status_code == 404
        assert browser.get("openbaar/niets/").status_code == 404


def test_everyone_can_look_at_one_municipality_and_only_at_what_was_approved() -> None:
    scene = make_scene()
    twente = make_area(scene.network, "twente", kind="region")
    almelo = make_area(scene.network, "almelo", parent=twente)
    known, hidden, everywhere = (take_in(scene, make_idea(scene)) for _one in range(3))
    for one in (known, hidden):
        with looking(scene.manager) as manager:
            initiatives.choose_areas(one, by=manager, areas=[almelo])
    run_waiting()
    published(known, scene.manager)
    published(everywhere, scene.manager)
    browser = Browser(scene.network)
    for area, word in (("almelo", "Almelo"), ("twente", "Twente")):
        page = text(browser.get("openbaar/", gebied=area))
        assert f"Waar wij nu aan werken in {word}" in page
        assert known.number in page
        assert everywhere.number not in page
        assert "Nog één geldt voor het hele netwerk of voor een groter gebied." in page
    assert everywhere.number in text(browser.get("openbaar/", gebied="almelo", breed="ja"))
    assert everywhere.number in text(browser.get("openbaar/", gebied="nergens\x00"))
    with transaction.atomic(), visitor(scene.network.pk), connection.cursor() as cursor:
        cursor.execute("select initiative_id, area_id from tenancy.public_places(%s)", [scene.network.pk])
        assert cursor.fetchall() == [(known.pk, almelo.pk)]


def test_figures_of_a_source_are_shown_as_published_with_what_they_do_not_say() -> None:
    scene = make_scene()
    stated = {
        "name": "Eén keer meedenken",
        "purpose": "Een specialist denkt mee",
        "figures": [{"name": "cijfer van patiënten", "value": 8.5, "unit": "van de 10"}],
        "finding": "Te weinig om te volgen",
    }
    with as_platform(scene.network):
        scene.network.facts = {"initiatives": [stated, {"name": "Zonder cijfers"}]}
        scene.network.source = "Openbare pagina’s"
        scene.network.save()
    for path in ("openbaar/", "over/"):
        page = text(Browser(scene.network).get(path))
        for words in (
            "Eén keer meedenken",
            "8,5",
            "van de 10",
            "Te weinig om te volgen.",
            "Openbare pagina’s.",
        ):
            assert words in page, (path, words)
        assert page.count("Nog niet te zeggen: geen nulmeting") == 1
        assert "niemand heeft gemeten hoe het ervoor was" in page


def test_a_visitor_reads_approved_texts_only_whatever_is_asked_of_the_database() -> None:
    scene = make_scene()
    known, hidden = take_in(scene, make_idea(scene)), take_in(scene, make_idea(scene))
    published(known, scene.manager)
    with looking(scene.manager) as manager:
        actions.publish(hidden, by=manager, is_published=False, title="Nog niet", what="Concept")
    other = make_network()
    with transaction.atomic(), visitor(scene.network.pk):
        assert [one.title for one in Publication.objects.all()] == ["In gewone woorden"]
        assert [one.number for one in queries.shown(scene.network)] == [known.number]
        for table in (Initiative, Decision, Contact, OutsideIdea, MembershipRequest):
            assert not table.objects.exists()
    with transaction.atomic(), visitor(other.pk), connection.cursor() as cursor:
        for question in (
            "public_initiatives(%s)",
            "public_decisions(%s, 9, current_date)",
            "public_decisions(%s, 9)",
        ):
            cursor.execute(f"select count(*) from tenancy.{question}", [scene.network.pk])
            assert cursor.fetchone()[0] == 0
        assert not Publication.objects.exists()


def test_a_text_that_is_taken_away_is_gone_at_once_and_internal_changes_never_leak() -> None:
    scene = make_scene()
    known = take_in(scene, make_idea(scene))
    published(known, scene.manager)
    manager = Browser(scene.network, scene.manager)
    with as_platform(scene.network):
        Initiative.objects.filter(pk=known.pk).update(title="Nieuwe interne titel")
    assert "Nieuwe interne titel" not in text(Browser(scene.network).get("openbaar/"))
    page = text(manager.get(f"beheer/openbaar/{known.number}/"))
    assert "Wij proberen iets." in page
    values = {"title": "In gewone woorden", "what": "Wij proberen iets."}
    assert manager.post(f"beheer/openbaar/{known.number}/", **values).status_code == 302
    assert "In gewone woorden" not in text(Browser(scene.network).get("openbaar/"))
    assert "Tekst bewaard, niet openbaar" in text(manager.get("beheer/openbaar/"))
    wrong = manager.post(
        f"beheer/openbaar/{known.number}/", title="", what="BSN 111222333", is_published="on"
    )
    assert wrong.status_code == 422
    assert "burgerservicenummer" in text(wrong)
    assert manager.post(f"beheer/openbaar/{known.number}/", **values, is_published="on").status_code == 302
    assert "In gewone woorden" in text(Browser(scene.network).get("openbaar/"))
    assert manager.get("beheer/openbaar/niets/").status_code == 404


def test_a_valid_decision_about_it_is_public_with_its_reason() -> None:
    scene = make_scene()
    initiative = take_in(scene, make_idea(scene))
    published(initiative, scene.manager)
    assert "Gaat niet door" not in text(Browser(scene.network).get(f"openbaar/{initiative.number}/"))
    through(scene, initiative, "p1", "reject")
    run_waiting()  # the submitter hears first
    page = text(Browser(scene.network).get("openbaar/"))
    assert "Gaat niet door" in page
    assert "Dit past nu niet." in page
    assert scene.body.name in page


def test_nobody_outside_reads_a_network_that_is_not_listed() -> None:
    network = make_network(is_listed=False)
    for page in ("openbaar/", "idee/", "lid-worden/"):
        assert Browser(network).get(page).status_code == 404
    assert Browser(network, make_member(network)).get("openbaar/").status_code == 200


def test_the_page_of_a_network_names_the_latest_decisions_and_that_of_an_initiative_all_of_its_own() -> None:
    scene = make_scene()
    first, *later = (take_in(scene, make_idea(scene)) for _ in range(7))
    run_waiting()
    for one in (first, *later):
        published(one, scene.manager)
    with as_platform(scene.network):
        numbers = dict(Decision.objects.filter(status="valid").values_list("subject_id", "number"))
    guest = Browser(scene.network)
    page = text(guest.get("openbaar/"))
    assert [numbers[one.pk] in page for one in (first, *later)] == [False, False] + [True] * 5
    assert "Controlebestand" not in page
    own = text(guest.get(f"openbaar/{first.number}/"))
    assert numbers[first.pk] in own
    assert f"Controlebestand van {numbers[first.pk]}" in own
    assert [one for one in numbers.values() if one in own] == [numbers[first.pk]]
    with transaction.atomic(), visitor(scene.network.pk):
        assert queries.shown_decision(scene.network, "") is None, "no number is not any number"
        assert queries.shown_decision(scene.network, numbers[first.pk]).number == numbers[first.pk]


def test_the_public_page_asks_the_same_number_of_questions_however_much_there_is() -> None:
    scene = make_scene()
    visitor_ = Browser(scene.network)
    before = questions(visitor_, "openbaar/")
    for n in range(4):
        published(take_in(scene, make_idea(scene)), scene.manager)
        make_partner(scene.network, f"p{n}")
        make_theme(scene.network, f"t{n}")
    assert questions(visitor_, "openbaar/") == before


def test_anyone_takes_a_published_decision_along_and_checks_it() -> None:
    scene = make_scene()
    known = make_idea(scene, answers={"title": "Geheime werktitel", "problem": "Intern probleem"})
    take_in(scene, known)
    hidden = take_in(scene, make_idea(scene, answers={"title": "Blijft binnen"}))
    run_waiting()
    published(known, scene.manager)
    with as_platform(scene.network):
        numbers = dict(Decision.objects.filter(status="valid").values_list("subject_id", "number"))
        seal(scene.network.pk)
    visitor_, path = Browser(scene.network), "openbaar/besluiten/{}/controlebestand.json"
    assert path.format(numbers[known.pk]) in text(visitor_.get("openbaar/besluiten/"))
    told = json.loads(visitor_.get(path.format(numbers[known.pk])).content)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(told)
    assert told["edition"] == "openbaar"
    assert told["journal"]["lines"] == []
    assert "Geheime" not in json.dumps(told)
    assert visitor_.get(path.format(numbers[hidden.pk])).status_code == 404

    def said(told: Any, browser: Browser = visitor_, at: str = "openbaar/besluiten/controleren/") -> str:
        return text(browser.post(at, file=SimpleUploadedFile("b.json", json.dumps(told).encode())))

    words = said(told)
    assert "Klopt: zo staat het in het register" in words
    assert "In het logboek verzegeld op" in words
    changed = told | {"decision": told["decision"] | {"public_reason": "Anders"}}
    assert "Dit bestand is veranderd nadat Schakel het maakte" in said(changed)
    assert "staat niet in het register" in said(told | {"decision": {"number": numbers[hidden.pk]}})
    assert "voor leden van het netwerk" in said(told | {"edition": "netwerk"})
    manager = Browser(scene.network, scene.manager)
    assert "/openbaar/besluiten/controleren/" in said(told, manager, "besluiten/controleren/")


def test_a_public_file_tells_what_is_public_later_and_nothing_of_what_is_not(monkeypatch) -> None:
    scene = make_scene()
    known = make_idea(scene)
    take_in(scene, known)
    hidden = take_in(scene, make_idea(scene, answers={"title": "Blijft binnen"}))
    run_waiting()
    published(known, scene.manager)
    with as_platform(scene.network):
        ours, theirs = (Decision.objects.get(status="valid", subject_id=one.pk) for one in (known, hidden))
        seal(scene.network.pk)
    guest, path = Browser(scene.network), f"openbaar/besluiten/{ours.number}/controlebestand.json"
    with monkeypatch.context() as few:
        few.setattr(queries, "N_SEARCHED", 0)
        first = guest.get(path).content
    with as_platform(scene.network):
        record(by=None, verb="met condition", about=ours)
        seal(scene.network.pk)
        theirs.supersedes = ours
        theirs.save(update_fields=["supersedes"])
    assert guest.get(path).content == first, "what happens inside is not told"
    assert "Vervangen door" not in text(guest.get("openbaar/besluiten/"))
    published(hidden, scene.manager, title="Andere gewone woorden")
    published(known, scene.manager, title="Nog gewonere woorden")
    for page in ("openbaar/besluiten/", "openbaar/besluiten/feed.atom"):
        assert f"Vervangen door {theirs.number}" in text(guest.get(page))
    assert json.loads(guest.get(path).content)["decision"]["replaced_by"] == theirs.number
    words = text(guest.post("openbaar/besluiten/controleren/", file=SimpleUploadedFile("b.json", first)))
    assert "Zo is besloten; iets wat erbij staat is nu anders" in words
    for label in (">Titel<", ">Vervangen door<"):
        assert label in words
    never = {name: value for name, value in json.loads(first).items() if name != "fingerprint"}
    never["decision"]["title"] = "Zo heette het nooit"
    made_up = SimpleUploadedFile("b.json", json.dumps(sealed_with_fingerprint(never)).encode())
    words = text(guest.post("openbaar/besluiten/controleren/", file=made_up))
    assert "Zo is besloten; iets wat erbij staat is nu anders" not in words
    assert "Zo heette het nooit" in words
    assert guest.get(path.replace(ours.number, "B%00")).status_code == 404


def test_anyone_searches_all_public_decisions_and_follows_them() -> None:
    scene = make_scene()
    here = make_area(scene.network, slug="hier", name="Hier")
    make_area(scene.network, slug="daar", name="Daar")
    known = make_idea(scene, theme=scene.theme, areas=[here])
    take_in(scene, known)
    hidden = take_in(scene, make_idea(scene, answers={"title": "Blijft binnen"}))
    run_waiting()
    published(known, scene.manager)
    with as_platform(scene.network):
        numbers = dict(Decision.objects.filter(status="valid").values_list("subject_id", "number"))
        year = str(Decision.objects.filter(status="valid")[0].decided_on.year)
    browser, path = Browser(scene.network), "openbaar/besluiten/"
    number = numbers[known.pk]
    assert path in text(browser.get("openbaar/"))
    fits: dict[str, dict[str, str]] = {
        "all": {}, "words": {"q": f"gewone {number.lower()}"}, "theme": {"thema": str(scene.theme)},
        "year": {"jaar": year}, "area": {"gebied": "hier"}, "strange": {"jaar": "1066", "thema": "\0", "page": "x"},
    }  # fmt: skip
    for name, asked in fits.items():
        shown = text(browser.get(path, **asked))
        assert "1 besluit gevonden" in shown, name
        assert number in shown
        assert numbers[hidden.pk] not in shown
        feed = browser.get(f"{path}feed.atom", **asked)
        assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
        assert [one.tag for one in ElementTree.fromstring(feed.content)].count(f"{ATOM}entry") == 1, name
    for asked in ({"q": "nergens"}, {"gebied": "daar"}):
        assert "Geen besluit past hierbij." in text(browser.get(path, **asked))
        assert f"{ATOM}entry" not in {
            one.tag for one in ElementTree.fromstring(browser.get(f"{path}feed.atom", **asked).content)
        }
    assert "feed.atom?gebied=hier" in text(browser.get(path, gebied="hier"))
    assert questions(browser, path) == 11
    assert "Nog geen openbare besluiten." in text(Browser(make_scene().network).get(path))
