"""The exploration: every partner's view, private until given, and the pen of the explorer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from schakel.initiatives.models import Exploration, Option, PartnerView
from schakel.initiatives.rules import Stage
from tests.factories.browsing import Browser, questions, text
from tests.factories.governance import as_platform
from tests.factories.initiatives import make_initiative
from tests.factories.network import make_member, make_network, make_partner
from tests.worlds import world

pytestmark = pytest.mark.django_db

NO, WRONG = 403, 422


@world
def one(scene):
    return make_initiative(scene, Stage.EXPLORATION)


@pytest.fixture
def director(scene) -> Browser:
    """Who speaks for the hospital."""
    return Browser(scene.network, scene.directors[0])


@pytest.fixture
def explorer(scene) -> Browser:
    return Browser(scene.network, scene.lead)


VIEW = {
    "willingness": "maybe",
    "interest": "Minder telefoontjes.",
    "worry": "Genoeg mensen?",
    "contribution": "Een verpleegkundige.",
}


def at(one, name: str = "") -> str:
    return f"initiatieven/{one.number}/verkenning/{name}"


def views(scene) -> list[PartnerView]:
    with as_platform(scene.network):
        return list(PartnerView.objects.select_related("partner"))


# --------------------------------------------------------------------------- the view of a partner


def test_the_page_says_who_was_heard_and_who_not_yet(scene, director, one):
    director.post(at(one, "kijk/ziekenhuis/"), **VIEW)
    shown = text(Browser(scene.network, scene.manager).get(at(one)))
    assert "1 van 3 gehoord" in shown
    assert "Genoeg mensen?" in shown
    assert "Nog niet gehoord:" in shown
    assert "Huisartsen, Verzekeraar" in shown


def test_a_director_gives_the_view_from_the_start_page_in_two_clicks(scene, director, one):
    assert f"/{scene.network.slug}/{at(one, 'kijk/ziekenhuis/')}" in text(director.get(""))
    shown = text(director.get(at(one, "kijk/ziekenhuis/")))
    assert "Hoe kijkt Ziekenhuis hiernaar?" in shown
    assert "Geef de kijk van Ziekenhuis" in shown
    response = director.post(at(one, "kijk/ziekenhuis/"), **VIEW)
    assert response.status_code == 302
    given = views(scene)[0]
    assert (given.is_given, given.willingness, given.worry) == (True, "maybe", "Genoeg mensen?")


def test_without_a_name_in_the_address_it_is_the_own_partner(director, one):
    assert "Hoe kijkt Ziekenhuis hiernaar?" in text(director.get(at(one, "kijk/")))


def test_who_works_for_no_partner_has_no_view(scene, one):
    assert Browser(scene.network, scene.manager).get(at(one, "kijk/")).status_code == 404


def test_a_view_being_written_is_kept_for_the_own_partner_only(scene, director, one):
    saved = director.post(at(one, "kijk/ziekenhuis/bewaar/"), part=True, interest="Half", willingness="")
    assert "Alleen uw eigen organisatie ziet dit." in text(saved)
    assert "Half" in text(director.get(at(one, "kijk/ziekenhuis/")))
    assert "u bent bezig" in text(director.get(at(one)))
    others = text(Browser(scene.network, scene.directors[1]).get(at(one)))
    assert "Half" not in others
    assert "u bent bezig" not in others


def test_a_given_view_is_not_overwritten_while_typing(scene, director, one):
    director.post(at(one, "kijk/ziekenhuis/"), **VIEW)
    saved = director.post(at(one, "kijk/ziekenhuis/bewaar/"), part=True, interest="Nieuw")
    assert "Uw kijk is al gegeven." in text(saved)
    assert views(scene)[0].interest == "Minder telefoontjes."
    assert "U gaf deze kijk al." in text(director.get(at(one, "kijk/ziekenhuis/")))


def test_another_director_cannot_speak_for_the_hospital(scene, one):
    other = Browser(scene.network, scene.directors[1])
    assert "U kunt de kijk van Ziekenhuis niet geven." in text(other.get(at(one, "kijk/ziekenhuis/")))
    assert other.post(at(one, "kijk/ziekenhuis/"), **VIEW).status_code == NO
    assert "Niet bewaard." in text(other.post(at(one, "kijk/ziekenhuis/bewaar/"), interest="Ha"))
    assert views(scene) == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("willingness", "", "Kies ja, misschien of nee."),
        ("willingness", "\0", "Kies ja, misschien of nee."),
        ("interest", "", "Schrijf op wat uw organisatie eraan heeft."),
        ("worry", "x" * 1_000_000, "1000000 tekens lang; er passen er 3000"),
        ("contribution", "BSN 111222333", "burgerservicenummer"),
    ],
)
def test_what_is_wrong_with_a_view_is_said_at_its_place(director, one, field, value, words):
    response = director.post(at(one, "kijk/ziekenhuis/"), **{**VIEW, field: value})
    assert response.status_code == WRONG
    assert words in text(response)
    if field != "interest":
        assert "Minder telefoontjes." in text(response)


def test_a_partner_that_does_not_exist_has_no_view(director, one):
    assert director.get(at(one, "kijk/bestaat-niet/")).status_code == 404


# --------------------------------------------------------------------------- the pen of the explorer


def filled(one, scene, **changed) -> dict:
    with as_platform(scene.network):
        exploration = Exploration.objects.get(initiative=one)
        nothing = exploration.options.get(is_do_nothing=True)
    values = {
        "box-due_on": (exploration.due_on - timedelta(days=1)).isoformat(),
        "box-hours_cap": "40",
        "box-questions": "Hoe vaak?\n• Wie neemt op?\n\n",
        "findings-findings": "Twintig keer per week.",
        "findings-advice": "Begin klein.",
        "options-TOTAL_FORMS": "2",
        "options-INITIAL_FORMS": "1",
        "options-0-key": str(nothing.pk),
        "options-0-name": "Niets doen",
        "options-0-cons": "Lost niets op.",
        "options-1-name": "Eén nummer",
        "options-1-is_advised": "on",
        "factor-people-helps": "Iedereen wil.",
        "factor-people-score": "4",
        "payer-zvw-pays": "De verzekeraar.",
    }
    return values | changed


def test_the_explorer_writes_everything_in_one_go(scene, explorer, one):
    onward = explorer.post(at(one, "schrijven/"), **filled(one, scene, on="1"))["Location"]
    assert onward.endswith("/verkenning/schrijven/")
    page = text(explorer.get(at(one, "schrijven/")))
    for part in ("tijd", "bevindingen", "mogelijkheden", "factoren", "betalers"):
        assert f'href="#{part}"' in page
        assert f'id="{part}"' in page
    assert explorer.post(at(one, "schrijven/"), **filled(one, scene))["Location"].endswith("/verkenning/")
    shown = text(explorer.get(at(one)))
    for words in (
        "Begin klein.",
        "Twintig keer per week.",
        "Hoe vaak?",
        "Wie neemt op?",
        "Eén nummer",
        "4 van 5",
    ):
        assert words in shown
    with as_platform(scene.network):
        assert list(Option.objects.order_by("position").values_list("name", "is_advised")) == [
            ("Niets doen", False),
            ("Eén nummer", True),
        ]


def test_an_answer_is_written_beside_its_question(scene, explorer, one):
    explorer.post(at(one, "schrijven/"), **filled(one, scene))
    explorer.post(at(one, "schrijven/"), **filled(one, scene, **{"answers-answer-1": "Elke week."}))
    shown = text(explorer.get(at(one)))
    assert "Elke week." in shown
    assert "1 van 2 beantwoord" in shown


def test_one_more_option_is_a_button_that_saves_nothing(scene, explorer, one):
    response = explorer.post(at(one, "schrijven/"), **filled(one, scene, add="options"))
    shown = text(response)
    assert response.status_code == 200
    assert "Mogelijkheid 3" in shown
    assert "Twintig keer per week." in shown
    odd = explorer.post(
        at(one, "schrijven/"), **filled(one, scene, add="options", **{"options-TOTAL_FORMS": "veel"})
    )
    assert odd.status_code == 200
    with as_platform(scene.network):
        assert Exploration.objects.get(initiative=one).findings == ""


def test_two_advised_options_are_refused_and_nothing_is_lost(scene, explorer, one):
    response = explorer.post(at(one, "schrijven/"), **filled(one, scene, **{"options-0-is_advised": "on"}))
    assert response.status_code == WRONG
    assert "U kunt één mogelijkheid aanraden." in text(response)
    assert "Twintig keer per week." in text(response)
    with as_platform(scene.network):
        assert Exploration.objects.get(initiative=one).findings == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("options-TOTAL_FORMS", "nee"),
        ("options-TOTAL_FORMS", "1000000"),
        ("options-0-key", "geen-sleutel"),
        ("factor-people-score", "99"),
        ("box-due_on", "ooit"),
        ("box-due_on", "2099-01-01"),
        ("findings-findings", "x" * 1_000_000),
    ],
)
def test_a_tampered_form_is_refused_in_words_and_writes_nothing(scene, explorer, one, field, value):
    response = explorer.post(at(one, "schrijven/"), **filled(one, scene, **{field: value}))
    assert response.status_code == WRONG
    assert "Dit klopt nog niet." in text(response)
    with as_platform(scene.network):
        assert Exploration.objects.get(initiative=one).advice == ""


def test_only_the_explorer_and_the_manager_write(scene, director, one):
    assert director.get(at(one, "schrijven/")).status_code == NO
    response = director.post(at(one, "schrijven/"), **filled(one, scene))
    assert response.status_code == NO
    assert "Alleen de verkenner en de netwerkmanager werken aan deze verkenning." in text(response)
    assert "De verkenner is Trekker." in text(director.get(at(one)))
    assert Browser(scene.network, scene.manager).get(at(one, "schrijven/")).status_code == 200


def test_before_the_exploration_there_is_nothing_to_write(scene, explorer, in_screening):
    assert "Er is nog geen verkenning." in text(explorer.get(at(in_screening)))
    assert explorer.get(at(in_screening, "schrijven/")).status_code == NO
    assert explorer.get(at(in_screening, "kijk/")).status_code == 404


def test_the_page_costs_the_same_with_three_partners_and_with_thirty(scene, explorer, one):
    few = questions(explorer, at(one))
    for number in range(27):
        make_partner(scene.network, f"partner-van-{number}")
    assert questions(explorer, at(one)) == few


def test_another_network_does_not_exist(scene, one):
    outsider = Browser(scene.network, make_member(make_network()))
    for name in ("", "schrijven/", "kijk/", "kijk/ziekenhuis/"):
        assert outsider.get(at(one, name)).status_code == 404
    assert outsider.post(at(one, "kijk/ziekenhuis/"), **VIEW).status_code == 404


def test_the_time_box_shows_how_long_it_still_takes(explorer, one):
    assert f"over {(timezone.localdate() + timedelta(days=60) - timezone.localdate()).days} dagen" in text(
        explorer.get(at(one))
    )
