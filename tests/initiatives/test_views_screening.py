"""Rating one idea at a time, the board of a group, and a topic that a group names itself."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from schakel.governance import actions as governance
from schakel.governance.models import Decision
from schakel.initiatives.models import Assessment, Invitation
from schakel.initiatives.rules import Stage
from schakel.initiatives.views import screening
from schakel.network.rules import Role
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform, looking
from tests.factories.initiatives import invite, make_idea, make_initiative, make_scene, rate, take_in
from tests.factories.network import make_member, make_network
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


@world
def idea(scene):
    """An idea that the group is asked to rate."""
    one = make_initiative(scene, Stage.SCREENING)
    invite(scene, one)
    return one


@pytest.fixture
def rater(scene) -> Browser:
    return Browser(scene.network, scene.group.people[1])


def page(idea, name: str = "beoordelen/") -> str:
    return f"initiatieven/{idea.number}/{name}"


YES = {
    "answer-C1": "yes",
    "reason-C1": "Dat staat in het voorstel.",
    "answer-C2": "not_yet",
    "reason-C2": "Wie betaalt, is niet duidelijk.",
}


def answers_of(scene, person) -> list[tuple[str, str]]:
    with as_platform(scene.network):
        newest = Assessment.objects.filter(rater=person).order_by("-version").first()
        if newest is None:
            return []
        return [(a.value or str(a.score), a.reason) for a in newest.answers.order_by("criterion__code")]


def test_a_rater_sees_each_question_with_its_answers_as_rows(rater, idea):
    shown = text(rater.get(page(idea)))
    assert "Vraag 1" in shown
    assert "Nog niet" in shown
    assert "Ik ben betrokken bij dit idee" in shown
    assert idea.problem in shown


def test_a_rating_is_kept_and_said(scene, rater, idea):
    response = rater.post(page(idea), **YES)
    assert response["Location"] == f"/{scene.network.slug}/"
    assert answers_of(scene, scene.group.people[1]) == [
        ("yes", "Dat staat in het voorstel."),
        ("not_yet", "Wie betaalt, is niet duidelijk."),
    ]
    assert f"Uw antwoorden over {idea.number} zijn bewaard." in text(rater.get(""))


def test_after_one_idea_comes_the_next(scene, rater, idea):
    other = make_idea(scene)
    take_in(scene, other)
    invite(scene, other)
    shown = text(rater.get(page(idea)))
    assert "0 van 2 beoordeeld" in shown
    assert rater.post(page(idea), **YES)["Location"].endswith(f"/{other.number}/beoordelen/")
    assert "1 van 2 beoordeeld" in text(rater.get(page(other)))
    assert "1 van 2 beoordeeld" in text(rater.get("initiatieven/beoordelen/"))


def test_an_answer_needs_its_reason_and_nothing_is_lost(scene, rater, idea):
    response = rater.post(page(idea), **{**YES, "reason-C2": ""})
    shown = text(response)
    assert response.status_code == WRONG
    assert "Schrijf op waarom." in shown
    assert "Waarom? (C2)</a>" in shown
    assert "Dat staat in het voorstel." in shown
    assert answers_of(scene, scene.group.people[1]) == []


@pytest.mark.parametrize("value", ["", "misschien", "\0", "x" * 100_000])
def test_a_tampered_answer_is_refused_at_its_question(rater, idea, value):
    response = rater.post(page(idea), **{**YES, "answer-C1": value})
    assert response.status_code == WRONG
    assert "Kies ja, nee of nog niet." in text(response)


def test_a_changed_mind_is_a_new_version_that_starts_from_the_old(scene, rater, idea):
    rater.post(page(idea), **YES)
    assert "Dat staat in het voorstel." in text(rater.get(page(idea)))
    rater.post(page(idea), **{**YES, "answer-C2": "yes"})
    with as_platform(scene.network):
        assert Assessment.objects.filter(rater=scene.group.people[1]).count() == 2


def test_who_was_not_asked_does_not_rate(scene, idea):
    for person in (scene.lead, scene.manager, scene.directors[0]):
        browser = Browser(scene.network, person)
        shown = text(browser.get(page(idea)))
        assert "U kunt dit idee niet beoordelen." in shown
        assert "Geef mijn oordeel" not in shown
        assert browser.post(page(idea), **YES).status_code == NO


def test_a_rater_who_is_involved_stands_aside_with_a_reason(scene, rater, idea):
    empty = rater.post(page(idea, "beoordelen/betrokken/"), **{"recusal-reason": ""})
    assert empty.status_code == WRONG
    assert "Schrijf op waarom u niet meedoet" in text(empty)
    assert (
        rater.post(page(idea, "beoordelen/betrokken/"), **{"recusal-reason": "Ik schreef mee."}).status_code
        == 302
    )
    assert rater.post(page(idea), **YES).status_code == NO
    assert "doet niet mee:" in text(rater.get(page(idea, "beoordeling/")))
    assert "Ik schreef mee." in text(rater.get(page(idea, "beoordeling/")))


def test_standing_aside_twice_counts_once(rater, idea):
    path = page(idea, "beoordelen/betrokken/")
    values = {"recusal-reason": "Ik schreef mee.", "once": "merk"}
    assert rater.post(path, **values)["Location"] == rater.post(path, **values)["Location"]


# --------------------------------------------------------------------------- what the others said


def test_yes_and_no_answers_are_read_with_their_reasons(scene, rater, idea):
    rate(scene, idea, scene.group.people[0])
    shown = text(rater.get(page(idea, "beoordeling/")))
    assert "Dat blijkt uit het voorstel." in shown
    assert "1 × ja" in shown
    assert "1 van 3 klaar" in shown


def test_answers_come_as_a_fragment_too(scene, rater, idea):
    rate(scene, idea, scene.group.people[0])
    part = text(rater.get(page(idea, "beoordeling/"), part=True))
    assert "1 × ja" in part
    assert "<html" not in part


def test_weighed_scores_stay_hidden_until_everyone_is_done():
    scene = make_scene(criteria="weighed", n_seats=2)
    with as_platform(scene.network):
        scene.criteria.criteria.update(weight=1, is_knockout=False)
    idea = make_initiative(scene, Stage.SCREENING)
    invite(scene, idea)
    first, second = scene.group.people
    rate(scene, idea, first, score=2)
    browser = Browser(scene.network, second)
    hidden = text(browser.get(page(idea, "beoordeling/")))
    assert "De scores zijn zichtbaar als iedereen klaar is. Nu zijn 1 van 2 klaar." in hidden
    assert "Dat blijkt uit het voorstel." not in hidden
    assert "Scores zijn zichtbaar als iedereen klaar is" in text(browser.get("initiatieven/screening/"))
    assert "Anderen zien uw score pas als iedereen klaar is." in text(browser.get(page(idea)))
    saved = browser.post(page(idea), **{"answer-C1": "5", "reason-C1": "", "answer-C2": "5", "reason-C2": ""})
    assert saved.status_code == 302
    shown = text(browser.get(page(idea, "beoordeling/")))
    assert "midden 3,5, van 2 tot 5, 2 keer gegeven" in shown
    assert "De meningen lopen uiteen" in shown


def test_who_may_not_look_is_told_why(scene, idea):
    reader = Browser(scene.network, make_member(scene.network, Role.READER))
    rate(scene, idea)
    shown = text(reader.get(page(idea, "beoordeling/")))
    assert "U kunt de antwoorden van de beoordelaars niet inzien." in shown
    assert "Dat blijkt uit het voorstel." not in shown
    assert "Dat blijkt uit het voorstel." not in text(reader.get(page(idea, "beoordeling/"), part=True))
    assert "U kunt het screeningsbord niet inzien." in text(reader.get("initiatieven/screening/"))


def test_the_secretary_asks_the_members_and_a_member_cannot(scene, rater, in_screening):
    path = page(in_screening, "beoordeling/uitnodigen/")
    assert rater.post(path).status_code == NO
    assert "Alleen de netwerkmanager, de voorzitter of de secretaris" in text(
        rater.get(page(in_screening, "beoordeling/"))
    )
    secretary = Browser(scene.network, scene.group.secretary)
    due = timezone.localdate() + timedelta(days=9)
    assert secretary.post(path, due_on=due.isoformat(), once="merk").status_code == 302
    assert secretary.post(path, due_on=due.isoformat(), once="merk").status_code == 302
    with as_platform(scene.network):
        assert list(Invitation.objects.values_list("due_on", flat=True)) == [due] * 3


def test_a_member_who_is_away_on_the_last_day_is_said_before_the_round_and_shown_in_it(scene, in_screening):
    today, member = timezone.localdate(), scene.group.people[1]
    with looking(member) as looker:
        governance.record_absence(
            scene.network, by=looker, person=looker, from_on=today, until_on=today + timedelta(12)
        )
    secretary, path = (
        Browser(scene.network, scene.group.secretary),
        page(in_screening, "beoordeling/uitnodigen/"),
    )
    asked = {"due_on": f"{today + timedelta(9)}"}
    warned = secretary.post(path, **asked)
    assert warned.status_code == WRONG
    assert f"{member.name} (afwezig t/m" in text(warned)
    assert "Ik weet dit, en kies toch deze dag" in text(warned)
    assert secretary.post(path, **asked, **{f"toch-{asked['due_on']}": "on"}).status_code == 302
    assert text(secretary.get(page(in_screening, "beoordeling/"))).count("afwezig t/m") == 1


@pytest.mark.parametrize("day", ["morgen", "9999-99-99", "1800-01-01", "\0"])
def test_an_impossible_day_is_refused_in_words(scene, day, in_screening):
    secretary = Browser(scene.network, scene.group.secretary)
    response = secretary.post(page(in_screening, "beoordeling/uitnodigen/"), due_on=day)
    assert response.status_code == NO
    assert "dag" in text(response)


# --------------------------------------------------------------------------- the board


def test_the_board_shows_how_far_each_idea_is_and_where_people_disagree(scene, rater, idea):
    first, second, _third = scene.group.people
    rate(scene, idea, first)
    rate(scene, idea, second, value="no")
    shown = text(rater.get(f"initiatieven/screening/{scene.body.slug}/"))
    assert "1 idee staat in de screening" in shown
    assert "2 van 3 beoordelaars klaar" in shown
    assert "De meningen lopen uiteen: bespreek dit" in shown


def test_a_long_board_comes_in_pages(scene, rater, idea, monkeypatch):
    monkeypatch.setattr(screening, "PER_PAGE", 2)
    ideas = [idea, *(take_in(scene, make_idea(scene)) for _ in range(2))]
    first, second = (text(rater.get("initiatieven/screening/", page=page)) for page in (1, 2))
    assert "3 ideeën staan in de screening" in first
    assert [f'id="{one.number}"' in first for one in ideas] == [True, True, False]
    assert [f'id="{one.number}"' in second for one in ideas] == [False, False, True]
    assert "1 tot en met 2 van 3 ideeën" in first


def test_the_board_costs_the_same_with_two_ideas_and_with_ten(scene, rater, idea):
    few = questions(rater, "initiatieven/screening/")
    for _ in range(8):
        other = make_idea(scene)
        take_in(scene, other)
        invite(scene, other)
    assert questions(rater, "initiatieven/screening/") == few


def test_a_group_that_does_not_exist_has_no_board(rater):
    assert rater.get("initiatieven/screening/bestaat-niet/").status_code == 404


def test_another_network_does_not_exist(scene, idea):
    outsider = Browser(scene.network, make_member(make_network()))
    for name in ("beoordelen/", "beoordeling/"):
        assert outsider.get(page(idea, name)).status_code == 404
    assert outsider.get("initiatieven/screening/").status_code == 404
    assert outsider.post(page(idea), **YES).status_code == 404


# --------------------------------------------------------------------------- a topic of the group itself


def topic(scene, **changed) -> dict:
    values = {
        "title": "Praten over het levenseinde",
        "problem": "Het gesprek komt vaak te laat.",
        "theme": scene.theme.slug,
        "explorer": str(scene.lead.pk),
        "due_on": (timezone.localdate() + timedelta(days=60)).isoformat(),
        "once": str(uuid4()),
    }
    return values | changed


def test_a_group_names_a_topic_and_decides_about_it(scene):
    secretary = Browser(scene.network, scene.group.secretary)
    path = f"initiatieven/screening/{scene.body.slug}/onderwerp/"
    assert "Welk onderwerp wilt u verkennen?" in text(secretary.get(path))
    values = topic(scene)
    first, second = secretary.post(path, **values), secretary.post(path, **values)
    with as_platform(scene.network):
        decision = Decision.objects.get()
    assert first["Location"] == second["Location"]
    assert first["Location"].endswith(f"/besluiten/{decision.number}/")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "", "Geef het onderwerp een naam."),
        ("theme", "anders", "Deze keuze is er niet (meer)."),
        ("explorer", "\0", "Deze keuze is er niet (meer)."),
        ("due_on", "2020-01-01", "Kies een dag na vandaag."),
        ("hours_cap", "veel", "Schrijf een heel getal"),
    ],
)
def test_a_topic_that_is_not_complete_says_what_is_missing(scene, field, value, words):
    secretary = Browser(scene.network, scene.group.secretary)
    response = secretary.post(
        f"initiatieven/screening/{scene.body.slug}/onderwerp/", **topic(scene, **{field: value})
    )
    assert response.status_code == WRONG
    assert words in text(response)


def test_a_member_cannot_name_a_topic_for_the_group(scene, rater):
    path = f"initiatieven/screening/{scene.body.slug}/onderwerp/"
    assert "U kunt hier geen onderwerp benoemen." in text(rater.get(path))
    assert rater.post(path, **topic(scene)).status_code == NO
    board = text(rater.get(f"initiatieven/screening/{scene.body.slug}/"))
    assert 'aria-disabled="true"' not in board
    assert "Benoem zelf een onderwerp" in board
