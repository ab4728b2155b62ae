"""The intake tray: what waits, how long, and the four answers an idea can get."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.initiatives.rules import Stage
from schakel.initiatives.views import intake
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, make_body, make_mandate
from tests.factories.initiatives import ANSWERS, fresh, make_idea, make_scene
from tests.factories.network import make_member, make_network, make_theme

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422
TRAY = "initiatieven/intake/"


@pytest.fixture
def manager(scene) -> Browser:
    return Browser(scene.network, scene.manager)


def one(idea) -> str:
    return f"initiatieven/{idea.number}/intake/"


def late(idea, days: int = 20) -> None:
    """Promise an answer in the past, as the days would have done."""
    with as_platform(idea.network):
        type(idea).objects.filter(pk=idea.pk).update(answer_by=timezone.localdate() - timedelta(days=days))


def test_the_tray_says_how_many_wait_and_how_many_are_late(scene, manager):
    first = make_idea(scene, answers={"title": "Eerste"})
    make_idea(scene, answers={"title": "Tweede"})
    late(first)
    page = text(manager.get(TRAY))
    assert "2 ideeën wachten op antwoord, 1 te laat" in page
    assert page.index("Eerste") < page.index("Tweede")
    assert "werkdagen te laat" in page


def test_an_empty_tray_says_what_would_be_here(manager):
    page = text(manager.get(TRAY))
    assert "Er wacht geen idee op antwoord" in page
    assert "Alles is beantwoord." in page


def test_the_tray_costs_the_same_with_two_ideas_and_with_twenty(scene, manager):
    for _ in range(2):
        make_idea(scene)
    few = questions(manager, TRAY)
    for _ in range(18):
        make_idea(scene)
    assert questions(manager, TRAY) == few


def test_the_longest_waiting_are_answered_in_the_list_and_the_others_on_their_own_page(scene, manager):
    ideas = [make_idea(scene, answers={"title": f"Idee {n}"}) for n in range(1, 8)]
    page = text(manager.get(TRAY))
    assert page.count('value="screen"') == 5
    assert page.count("Beantwoord dit idee") == 2
    assert f'href="/{scene.network.slug}/{one(ideas[-1])}"' in page
    assert 'value="screen"' in text(manager.get(one(ideas[-1])))


def test_a_long_tray_comes_in_pages_and_counts_them_all(scene, manager, monkeypatch):
    monkeypatch.setattr(intake, "PER_PAGE", 2)
    for n in range(1, 4):
        make_idea(scene, answers={"title": f"Idee {n}"})
    first, second = text(manager.get(TRAY)), text(manager.get(TRAY, page="2"))
    for page in (first, second):
        assert "3 ideeën wachten op antwoord" in page
    assert ("Idee 2" in first, "Idee 3" in first) == (True, False)
    assert ("Idee 2" in second, "Idee 3" in second) == (False, True)
    assert "3 tot en met 3 van 3 ideeën" in second


def test_an_idea_is_taken_in_with_a_group_and_its_theme(scene, manager):
    idea = make_idea(scene)
    where = {"screen-body": scene.body.slug, "screen-theme": scene.theme.slug}
    response = manager.post(one(idea), deed="screen", **where)
    assert response["Location"].endswith("/initiatieven/intake/")
    now = fresh(idea)
    assert (now.stage, now.body_id, now.theme_id) == (Stage.SCREENING, scene.body.pk, scene.theme.pk)
    assert "is in behandeling bij" in text(manager.get(TRAY))


def test_an_idea_goes_only_to_a_group_that_can_decide_or_stands_under_one(scene, manager):
    idea = make_idea(scene)
    make_body(scene.network, "Bewonerspanel")
    make_body(scene.network, "Werkgroep", parent=scene.body)
    page = text(manager.get(one(idea)))
    assert "Werkgroep" in page
    assert "Bewonerspanel" not in page


def test_the_theme_of_the_group_is_taken_when_none_is_chosen(scene, manager):
    idea = make_idea(scene)
    theme = make_theme(scene.network, "spoedzorg")
    with as_platform(scene.network):
        type(scene.body).objects.filter(pk=scene.body.pk).update(theme=theme)
    manager.post(one(idea), deed="screen", **{"screen-body": scene.body.slug})
    assert fresh(idea).theme_id == theme.pk


def test_a_group_without_a_theme_needs_one_chosen(scene, manager):
    idea = make_idea(scene)
    body = make_body(scene.network, "Zonder thema")
    make_mandate(body, "p1")
    response = manager.post(one(idea), deed="screen", **{"screen-body": body.slug})
    assert response.status_code == WRONG
    assert "Kies een thema." in text(response)


def test_an_idea_is_sent_on_with_a_reason(scene, manager):
    idea = make_idea(scene)
    response = manager.post(one(idea), deed="refer", **{"refer-to": "de gemeente"})
    assert response.status_code == WRONG
    assert "De indiener leest die als eerste" in text(response)
    assert 'value="de gemeente"' in text(response)
    manager.post(
        one(idea), deed="refer", **{"refer-to": "de gemeente", "refer-reason": "Dit gaat over de stoep."}
    )
    assert (fresh(idea).stage, fresh(idea).referred_to) == (Stage.REFERRED, "de gemeente")


def test_an_idea_is_joined_with_another_by_its_number(scene, manager):
    older, newer = make_idea(scene), make_idea(scene)
    wrong = manager.post(
        one(newer), deed="merge", **{"merge-into": "I-1999-001", "merge-reason": "Hetzelfde."}
    )
    assert wrong.status_code == WRONG
    assert "geen initiatief met nummer I-1999-001" in text(wrong)
    manager.post(
        one(newer), deed="merge", **{"merge-into": older.number.lower(), "merge-reason": "Hetzelfde."}
    )
    assert fresh(newer).stage == Stage.MERGED
    page = text(manager.get(f"initiatieven/{newer.number}/"))
    assert "Gaat verder in" in page
    assert older.number in page


def test_the_submitter_is_asked_more(scene, manager):
    idea = make_idea(scene)
    manager.post(one(idea), deed="ask", **{"ask-question": "Voor wie precies?"})
    assert fresh(idea).question_to_submitter == "Voor wie precies?"
    start = text(Browser(scene.network, scene.submitter).get(""))
    assert "Er is een vraag over uw idee" in start


@pytest.mark.parametrize("deed", ["", "weg", "\0", "x" * 10_000])
def test_an_unknown_answer_is_refused_in_words(scene, manager, deed):
    idea = make_idea(scene)
    response = manager.post(one(idea), deed=deed)
    assert response.status_code == WRONG
    assert "Kies wat u met dit idee doet." in text(response)


def test_a_tampered_group_is_refused_in_words(scene, manager):
    idea = make_idea(scene)
    response = manager.post(one(idea), deed="screen", **{"screen-body": "\0"})
    assert response.status_code == WRONG
    assert "Deze keuze is er niet (meer)" in text(response)


def test_the_same_answer_sent_twice_counts_once(scene, manager):
    idea = make_idea(scene)
    values = {
        "deed": "screen",
        "once": "merk-1",
        "screen-body": scene.body.slug,
        "screen-theme": scene.theme.slug,
    }
    first, second = manager.post(one(idea), **values), manager.post(one(idea), **values)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]


def test_an_idea_that_is_taken_in_cannot_be_taken_in_again(scene, manager, in_screening):
    response = manager.post(one(in_screening), deed="screen", **{"screen-body": scene.body.slug})
    assert response.status_code == NO
    assert "De intake kan alleen in de stand" in text(response)
    assert "U kunt dit idee hier niet beantwoorden." in text(manager.get(one(in_screening)))


def test_a_member_sees_the_tray_without_the_deeds_and_is_told_why(scene):
    idea = make_idea(scene)
    member = Browser(scene.network, scene.lead)
    page = text(member.get(TRAY))
    assert "U leest mee; u doet de intake niet." in page
    assert "Neem in behandeling" not in page
    assert member.post(one(idea), deed="ask", **{"ask-question": "Wie?"}).status_code == NO
    assert fresh(idea).question_to_submitter == ""


def test_what_looks_like_an_idea_is_fetched_when_it_is_seen(scene, manager):
    older, newer = make_idea(scene), make_idea(scene)
    assert f"/{newer.number}/lijkt-erop/" in text(manager.get(TRAY))
    part = text(manager.get(f"initiatieven/{newer.number}/lijkt-erop/", part=True))
    assert older.number in part
    assert newer.number not in part


def test_a_slip_in_the_title_does_not_hide_that_the_proposal_says_the_same(scene, manager):
    older = make_idea(scene)
    newer = make_idea(scene, answers={"title": "Eeen tellefonnr bij brtoe"})
    assert older.number in text(manager.get(f"initiatieven/{newer.number}/lijkt-erop/", part=True))
    other = make_idea(scene, answers=dict.fromkeys(ANSWERS, "Logopedie voor kleuters op de voorschool"))
    part = text(manager.get(f"initiatieven/{other.number}/lijkt-erop/", part=True))
    assert "Wij vonden niets dat hierop lijkt." in part
    assert "/zoeken/?q=Logopedie" in part


def test_another_network_does_not_exist(scene):
    idea = make_idea(scene)
    outsider = Browser(scene.network, make_member(make_network()))
    assert outsider.get(TRAY).status_code == 404
    assert outsider.get(one(idea)).status_code == 404
    assert outsider.post(one(idea), deed="ask", **{"ask-question": "Wie?"}).status_code == 404


def test_the_number_of_another_network_is_not_found_here(scene):
    idea = make_idea(scene)
    theirs = make_scene()
    assert Browser(theirs.network, theirs.manager).get(one(idea)).status_code == 404
